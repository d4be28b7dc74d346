//! The appraisal as it is handed on: plain values with their words.

use pathloom_simulation::Band;
use serde::Serialize;

use super::account::Account;
use super::ledger::{Line, LineKind, Price};
use super::{switching, words};
use crate::compare::{PairedDifference, chances};
use crate::figure::Better;
use crate::statistics::Share;

/// What options cost and what they are worth.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct MoneyReport {
    /// The options, in the order given.
    pub options: Vec<MoneyOption>,
    /// Position of the option that the others are held against.
    pub base: usize,
    /// Simulated futures that all options share.
    pub replications: u32,
    /// The years appraised.
    pub years: Vec<MoneyYear>,
    /// Whose prices all amounts are in, as the document says it; empty: it does not say.
    pub price_year: String,
    /// The rules of the account, in sentences.
    pub rules: Vec<String>,
}

/// One year of the appraisal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct MoneyYear {
    /// Its number; year 0 is not discounted.
    pub number: u32,
    /// First week, counted from 1 at the start of the run.
    pub from_week: u32,
    /// Last week.
    pub to_week: u32,
}

/// One option. Amounts are bands over the simulated futures.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct MoneyOption {
    /// Id.
    pub id: String,
    /// Label.
    pub name: String,
    /// Every cost and benefit, in the order of the account.
    pub lines: Vec<MoneyLine>,
    /// What the service costs, as stated: no optimism bias, not discounted, no knock-on costs `[£]`.
    pub service_cost: Band,
    /// The same year by year `[£]`.
    pub service_cost_by_year: Vec<Band>,
    /// People completed in the years appraised.
    pub completed: Band,
    /// What the service costs for each of them `[£]`; nothing measured where nobody was completed.
    pub cost_per_completed: Band,
    /// Present value of all costs, knock-on costs included `[£]`.
    pub present_costs: Band,
    /// Present value of benefits other than health `[£]`.
    pub present_benefits: Band,
    /// Present value of health `[£]`; 0 where no worth of a quality-adjusted life year is set.
    pub present_health: Band,
    /// Benefits and health less costs `[£]`.
    pub net_present_value: Band,
    /// Quality-adjusted life years, not discounted.
    pub quality_adjusted_life_years: Band,
    /// Miles travelled by staff; none where no journeys are described.
    pub miles: Option<Band>,
    /// Their emissions `[kg CO2e]`; none where no factor is set.
    pub kg_co2e: Option<Band>,
    /// How it differs from the base; none for the base.
    pub against_base: Option<AgainstBase>,
    /// What could not be counted or has no price, in sentences.
    pub remarks: Vec<String>,
}

/// One cost or benefit of an option.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct MoneyLine {
    /// What kind of cost or benefit it is.
    pub kind: LineKind,
    /// What it is for: a role, a step, a cost, an effect.
    pub name: String,
    /// What is counted: "WTE-years", "GP appointments".
    pub unit: String,
    /// How many there are over all years.
    pub units: Band,
    /// Whether it has a price.
    pub valued: bool,
    /// Mean pounds in each year, as stated `[£]`.
    pub pounds_by_year: Vec<f64>,
    /// Pounds over all years, as stated `[£]`.
    pub pounds: Band,
    /// Present value, optimism bias included `[£]`.
    pub present_value: Band,
}

/// How an option differs from the base, in the same futures.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct AgainstBase {
    /// Net present value, and what it comes from.
    pub differences: Vec<MoneyDifference>,
    /// Spread of the difference of net present values over the futures `[£]`.
    pub net_present_value: Band,
    /// Share of futures in which it is worth more than the base.
    pub worth_more: Share,
    /// At which value of each price and rate the two come out even, the smallest change first.
    pub switching_values: Vec<SwitchingValue>,
    /// The difference of net present values in a sentence.
    pub words: String,
}

/// One figure that differs.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct MoneyDifference {
    /// Its stable name: `netPresentValue`.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// Which way it should go.
    pub better: Better,
    /// The difference, with its interval and its sentence.
    pub difference: PairedDifference,
}

/// The value of one price or rate at which an option and the base come out even.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct SwitchingValue {
    /// Place of the figure: `roles/ot-band-6/costPoundsPerYear`.
    pub place: String,
    /// What it is, in words.
    pub name: String,
    /// Its likely value now.
    pub now: f64,
    /// Where they come out even; none when no value does it.
    pub even_at: Option<f64>,
    /// Whether the figure can have that value.
    pub possible: bool,
    /// How far that is from the value now `[%]`; none when that is 0.
    pub change_percent: Option<f64>,
    /// The same in a sentence.
    pub words: String,
}

/// The report on accounts of the same futures and years.
pub(super) fn draw_up(accounts: &[Account], base: usize) -> MoneyReport {
    let (frame, scenario) = (accounts[base].frame, accounts[base].scenario);
    let year = |year: usize| {
        let weeks = frame.weeks_of(year);
        MoneyYear { number: year as u32, from_week: weeks.start as u32 + 1, to_week: weeks.end as u32 }
    };
    let kinds = accounts.iter().flat_map(|one| &one.lines).map(|line| line.kind).collect();
    let against = |at: usize| (at != base).then(|| against_base(&accounts[at], &accounts[base]));
    MoneyReport {
        options: accounts.iter().enumerate().map(|(at, account)| option(account, against(at))).collect(),
        base,
        replications: accounts[base].futures() as u32,
        years: (0..frame.years).map(year).collect(),
        price_year: scenario.economics.price_year.clone(),
        rules: words::rules(scenario, frame, &kinds),
    }
}

fn option(account: &Account, against_base: Option<AgainstBase>) -> MoneyOption {
    let figures = Figures::of(account);
    let by_year = |year| Band::of(account.stated_in(year, LineKind::is_service_cost));
    MoneyOption {
        id: account.scenario.option_id.clone(),
        name: account.scenario.option_name.clone(),
        lines: account.lines.iter().map(|one| line(account, one)).collect(),
        service_cost: Band::of(figures.service_cost),
        service_cost_by_year: (0..account.frame.years).map(by_year).collect(),
        completed: Band::of(account.completed.clone()),
        cost_per_completed: Band::of(figures.cost_per_completed),
        present_costs: Band::of(account.each(|future, _| account.present(future, None).costs)),
        present_benefits: Band::of(account.each(|future, _| account.present(future, None).benefits)),
        present_health: Band::of(account.each(|future, _| account.present(future, None).health)),
        net_present_value: Band::of(figures.net),
        quality_adjusted_life_years: Band::of(figures.health),
        miles: figures.miles.map(Band::of),
        kg_co2e: figures.kg_co2e.map(Band::of),
        against_base,
        remarks: remarks(account),
    }
}

fn line(account: &Account, line: &Line) -> MoneyLine {
    let years = 0..account.frame.years;
    let sum = |value: &dyn Fn(usize) -> f64| years.clone().map(value).sum::<f64>();
    let mean_in = |year: usize| {
        account.each(|future, row| line.pounds(future, year, row)).iter().sum::<f64>()
            / account.futures().max(1) as f64
    };
    MoneyLine {
        kind: line.kind,
        name: line.name.clone(),
        unit: line.unit.clone(),
        units: Band::of(account.each(|future, row| sum(&|year| line.units(future, year, row)))),
        valued: line.price != Price::Unknown,
        pounds_by_year: years.clone().map(mean_in).collect(),
        pounds: Band::of(account.each(|future, row| sum(&|year| line.pounds(future, year, row)))),
        present_value: Band::of(account.each(|future, row| account.present_of(line, future, row))),
    }
}

/// What options are compared by, in every future.
struct Figures {
    net: Vec<f64>,
    service_cost: Vec<f64>,
    cost_per_completed: Vec<f64>,
    health: Vec<f64>,
    miles: Option<Vec<f64>>,
    kg_co2e: Option<Vec<f64>>,
}

impl Figures {
    fn of(account: &Account) -> Self {
        let units = |kind: LineKind| {
            account.each(|future, row| {
                let lines = account.lines.iter().filter(|line| line.kind == kind);
                let of = |line: &Line| {
                    (0..account.frame.years).map(|year| line.units(future, year, row)).sum::<f64>()
                };
                lines.map(of).sum()
            })
        };
        let service_cost = account.stated(LineKind::is_service_cost);
        let each = |(cost, people): (&f64, &f64)| if *people > 0.0 { cost / people } else { f64::NAN };
        let cost_per_completed = service_cost.iter().zip(&account.completed).map(each).collect();
        let travels = account.lines.iter().any(|line| line.kind == LineKind::Travel);
        let miles = travels.then(|| units(LineKind::Travel));
        let factor = account.draws.find("economics/travel/kgCo2ePerMile");
        let kg_co2e = miles.as_ref().zip(factor).map(|(miles, at)| {
            miles.iter().enumerate().map(|(future, miles)| miles * account.draws.row(future)[at]).collect()
        });
        Self {
            net: account.net(None),
            service_cost,
            cost_per_completed,
            health: units(LineKind::Health),
            miles,
            kg_co2e,
        }
    }
}

fn against_base(option: &Account, base: &Account) -> AgainstBase {
    let (one, other) = (Figures::of(option), Figures::of(base));
    let base_name = &base.scenario.option_name;
    let mut differences = Vec::new();
    let mut add = |name: &str, words: &str, unit: &str, better, one: &[f64], other: &[f64]| {
        let difference = PairedDifference::between(words, unit, one, other, base_name);
        differences.push(MoneyDifference {
            name: name.to_owned(),
            unit: unit.to_owned(),
            better,
            difference,
        });
    };
    add("netPresentValue", "net present value", "£", Better::Higher, &one.net, &other.net);
    let costs = (&one.service_cost, &other.service_cost);
    add("serviceCost", "cost of the service over all years", "£", Better::Lower, costs.0, costs.1);
    let each = (&one.cost_per_completed, &other.cost_per_completed);
    add("costPerCompleted", "cost for each person completed", "£", Better::Lower, each.0, each.1);
    if one.health.iter().chain(&other.health).any(|years| *years != 0.0) {
        let unit = "quality-adjusted life years";
        add("qualityAdjustedLifeYears", "health gained", unit, Better::Higher, &one.health, &other.health);
    }
    if let (Some(one), Some(other)) = (&one.miles, &other.miles) {
        add("miles", "staff travel", "miles", Better::Lower, one, other);
    }
    if let (Some(one), Some(other)) = (&one.kg_co2e, &other.kg_co2e) {
        add("kgCo2e", "footprint of staff travel", "kg CO2e", Better::Lower, one, other);
    }
    let net: Vec<f64> = one.net.iter().zip(&other.net).map(|(one, other)| one - other).collect();
    let chance = chances(Better::Higher, &[one.net, other.net]);
    let worth_more = chance.first().map_or_else(|| Share::of(0.0, 0), |chance| chance.better);
    AgainstBase {
        words: words::verdict(&option.scenario.option_name, &differences[0].difference, worth_more.share),
        differences,
        net_present_value: Band::of(net),
        worth_more,
        switching_values: switching::values(option, base),
    }
}

fn remarks(account: &Account) -> Vec<String> {
    let mut remarks = account.remarks.clone();
    let economics = &account.scenario.economics;
    let health =
        account.lines.iter().any(|line| line.kind == LineKind::Health && line.price == Price::Unknown);
    if health {
        let words = "Quality-adjusted life years are counted and not valued, as no worth of one is set";
        remarks.push(words.to_owned());
    }
    let travels = account.lines.iter().any(|line| line.kind == LineKind::Travel);
    if !travels {
        remarks.push("Staff travel is not described, so it is neither counted nor valued".to_owned());
    } else if economics.travel.kg_co2e_per_mile.is_none() {
        remarks.push("Emissions of travel are not worked out, as no factor for a mile is set".to_owned());
    }
    remarks
}
