//! The lines of an option's account: how much of each thing there is, and which figures price it.

use pathloom_service::{
    AtStep, EffectKind, Estimate, Figures, Occasion, OptimismBias, Role, Scenario, Trail, Turnover, Work,
};
use serde::Serialize;

use super::counts::{ByYear, Counts, WEEKS_PER_YEAR};
use super::draws::Draws;
use super::travel::is_uncertain;

/// What kind of cost or benefit a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum LineKind {
    /// Posts, as planned.
    Staff,
    /// What posts that stand empty save.
    UnfilledPosts,
    /// Occupied places.
    Places,
    /// Other costs that come once.
    Once,
    /// Other costs that come every year.
    Yearly,
    /// Journeys of staff.
    Travel,
    /// Costs of each person at an outcome.
    PerPerson,
    /// What waiting, delay and other effects cost, whoever pays.
    KnockOn,
    /// Benefits of each person at an outcome, of which it is not said whether they leave money.
    Benefit,
    /// Benefits that leave money in a budget.
    CashReleasing,
    /// Benefits that free time or room for other work.
    TimeReleasing,
    /// Health, in quality-adjusted life years.
    Health,
}

impl LineKind {
    /// Whether it is a cost of the service itself.
    pub fn is_service_cost(self) -> bool {
        self <= Self::PerPerson
    }

    /// Whether it is a cost, to the service or to others.
    pub fn is_cost(self) -> bool {
        self <= Self::KnockOn
    }

    /// What a reader calls it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Staff => "Posts",
            Self::UnfilledPosts => "Posts that stand empty",
            Self::Places => "Places",
            Self::Once => "Paid once",
            Self::Yearly => "Paid every year",
            Self::Travel => "Staff travel",
            Self::PerPerson => "For each person",
            Self::KnockOn => "Knock-on cost",
            Self::Benefit => "Benefit",
            Self::CashReleasing => "Benefit that leaves money",
            Self::TimeReleasing => "Benefit that frees time",
            Self::Health => "Health",
        }
    }

    /// The optimism bias that is laid on it; none: taken as it is.
    pub fn optimism_bias(self, bias: &OptimismBias) -> Option<Estimate> {
        let field = self.optimism()?;
        let mut found = None;
        bias.clone().walk(&mut Trail::default(), &mut |trail, figure| {
            if trail.path() == field {
                found = Some(figure.clone());
            }
        });
        found
    }

    /// The field of the optimism bias that applies; none: taken as it is.
    pub(super) fn optimism(self) -> Option<&'static str> {
        match self {
            Self::Staff | Self::UnfilledPosts => Some("staffPercent"),
            Self::Places => Some("placesPercent"),
            Self::Once => Some("oncePercent"),
            Self::Yearly => Some("yearlyPercent"),
            Self::Travel => Some("travelPercent"),
            Self::PerPerson => Some("perPersonPercent"),
            Self::KnockOn => None,
            Self::Benefit | Self::CashReleasing | Self::TimeReleasing | Self::Health => {
                Some("benefitsPercent")
            }
        }
    }
}

/// One line of an account.
pub(super) struct Line {
    pub(super) kind: LineKind,
    pub(super) name: String,
    /// What the amounts count: "WTE-years".
    pub(super) unit: String,
    /// How often it comes.
    pub(super) counted: ByYear,
    /// Where the figure stands that says how many there are for each; none: one.
    pub(super) amount: Option<usize>,
    /// What a unit is worth.
    pub(super) price: Price,
    /// Where its optimism bias stands; none: taken as it is.
    pub(super) optimism: Option<usize>,
}

/// What a unit of a line is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Price {
    /// The figure at this position, times a factor.
    Figure(usize, f64),
    /// It is money already.
    Pounds,
    /// Nobody has said.
    Unknown,
}

impl Line {
    /// Units in a year of a future.
    pub(super) fn units(&self, future: usize, year: usize, row: &[f64]) -> f64 {
        self.counted[future][year] * self.amount.map_or(1.0, |at| row[at])
    }

    /// Pounds in a year of a future; nothing without a price.
    pub(super) fn pounds(&self, future: usize, year: usize, row: &[f64]) -> f64 {
        let price = match self.price {
            Price::Figure(at, factor) => row[at] * factor,
            Price::Pounds => 1.0,
            Price::Unknown => return 0.0,
        };
        self.units(future, year, row) * price
    }
}

/// Every line of an option, and what could not be counted or has no price, in words.
pub(super) fn lines(counts: &Counts, draws: &Draws) -> (Vec<Line>, Vec<String>) {
    let mut ledger = Ledger { counts, draws, lines: Vec::new(), remarks: Vec::new() };
    ledger.staff();
    ledger.steps();
    ledger.other_costs();
    ledger.effects();
    ledger.travel();
    (ledger.lines, ledger.remarks)
}

struct Ledger<'a> {
    counts: &'a Counts<'a>,
    draws: &'a Draws,
    lines: Vec<Line>,
    remarks: Vec<String>,
}

impl Ledger<'_> {
    fn scenario(&self) -> &Scenario {
        self.counts.scenario
    }

    fn add(
        &mut self,
        kind: LineKind,
        name: &str,
        unit: &str,
        counted: ByYear,
        amount: Option<usize>,
        price: Price,
    ) {
        let (name, unit) = (name.to_owned(), unit.to_owned());
        let bias = kind.optimism().map(|field| format!("economics/optimismBias/{field}"));
        let optimism = bias.and_then(|place| self.draws.find(&place));
        self.lines.push(Line { kind, name, unit, counted, amount, price, optimism });
    }

    /// The price at a place, if it is anything but 0.
    fn price(&self, place: &str, factor: f64) -> Price {
        match self.draws.find(place).filter(|at| self.draws.is_set(*at)) {
            Some(at) => Price::Figure(at, factor),
            None => Price::Unknown,
        }
    }

    fn staff(&mut self) {
        for posts in self.scenario().mix.posts.clone() {
            let name = self.role(&posts.role).map_or_else(|| posts.role.clone(), |role| role.name.clone());
            let of_future = |future: usize| {
                let posts = self.draws.posts(&posts, future);
                let year = |year: usize| {
                    let weeks = self.counts.frame.weeks_of(year);
                    weeks.len() as f64 / WEEKS_PER_YEAR as f64 * posts.mean_wte(weeks)
                };
                (0..self.counts.frame.years).map(year).collect()
            };
            let counted: ByYear = (0..self.counts.futures()).map(of_future).collect();
            let price = self.price(&format!("roles/{}/costPoundsPerYear", posts.role), 1.0);
            if price == Price::Unknown && counted.iter().flatten().any(|wte| *wte > 0.0) {
                self.remarks.push(format!("{name} has no yearly cost, so its posts cost nothing here"));
            }
            self.add(LineKind::Staff, &name, "WTE-years", counted, None, price);
        }
        if self.scenario().roles.iter().any(|role| role.turnover.as_ref().is_some_and(stands_empty)) {
            let saved = self.unfilled();
            self.add(LineKind::UnfilledPosts, "Posts that stand empty", "£", saved, None, Price::Pounds);
        }
    }

    fn role(&self, id: &str) -> Option<&Role> {
        self.scenario().roles.iter().find(|role| role.id == id)
    }

    /// What empty posts save, as the engine has it: its yearly cost is that of filled posts, of places and of outcomes, so
    /// what it lacks of the planned posts, the places and the outcomes is what was saved. It is laid evenly on the weeks.
    fn unfilled(&self) -> ByYear {
        let (counts, frame) = (self.counts, self.counts.frame);
        let costs = counts.cost_per_year();
        let years = frame.counted() as f64 * 7.0 / 365.25;
        let saved = |(future, cost): (usize, &f64)| {
            let row = self.draws.row(future);
            let at = |place: String| self.draws.find(&place).map_or(0.0, |at| row[at]);
            let planned: f64 = self
                .scenario()
                .mix
                .posts
                .iter()
                .map(|posts| {
                    let wte = self.draws.posts(posts, future).mean_wte(frame.warm_up..frame.total);
                    wte * at(format!("roles/{}/costPoundsPerYear", posts.role))
                })
                .sum();
            let of_steps: f64 = self
                .scenario()
                .design
                .steps
                .iter()
                .map(|step| {
                    let at_step = AtStep { step: step.id.clone() };
                    let place = |field: &str| at(format!("design/steps/{}/work/{field}", step.id));
                    match step.work {
                        Work::Places(_) => {
                            counts.total(&Occasion::DayInPlace(at_step), future) * place("costPoundsPerDay")
                        }
                        Work::Outcome(_) => {
                            counts.total(&Occasion::Outcome(at_step), future) * place("costPounds")
                        }
                        _ => 0.0,
                    }
                })
                .sum();
            let yearly = planned + of_steps / years - cost;
            // The figures were added up in another order: what is left of that is no saving.
            let yearly = if yearly.abs() <= 1e-9 * (planned + cost.abs()) { 0.0 } else { yearly };
            let share = |year| frame.weeks_of(year).len() as f64 / WEEKS_PER_YEAR as f64;
            (0..frame.years).map(|year| -yearly * share(year)).collect()
        };
        costs.iter().enumerate().map(saved).collect()
    }

    fn steps(&mut self) {
        let counts = self.counts;
        for step in &counts.scenario.design.steps {
            let place = |field: &str| format!("design/steps/{}/work/{field}", step.id);
            let at = AtStep { step: step.id.clone() };
            match &step.work {
                Work::Places(_) => {
                    let Some(days) = counts.occasions(&Occasion::DayInPlace(at)) else { continue };
                    let price = self.price(&place("costPoundsPerDay"), 1.0);
                    if price == Price::Unknown {
                        self.remarks.push(format!(
                            "{} has no cost a day, so its places cost nothing here",
                            step.name
                        ));
                    }
                    self.add(LineKind::Places, &step.name, "days in a place", days, None, price);
                }
                Work::Outcome(_) => {
                    let Some(people) = counts.occasions(&Occasion::Outcome(at)) else { continue };
                    for (kind, field) in
                        [(LineKind::PerPerson, "costPounds"), (LineKind::Benefit, "benefitPounds")]
                    {
                        let price = self.price(&place(field), 1.0);
                        if price != Price::Unknown {
                            self.add(kind, &step.name, "people", people.clone(), None, price);
                        }
                    }
                    let amount = self.draws.find(&place("qualityAdjustedLifeYears"));
                    if let Some(amount) = amount.filter(|at| self.draws.is_set(*at)) {
                        self.health(&step.name, people, amount);
                    }
                }
                _ => {}
            }
        }
    }

    fn health(&mut self, name: &str, counted: ByYear, amount: usize) {
        let price = self.price("economics/poundsPerQualityAdjustedLifeYear", 1.0);
        self.add(LineKind::Health, name, "quality-adjusted life years", counted, Some(amount), price);
    }

    fn other_costs(&mut self) {
        let (counts, frame) = (self.counts, self.counts.frame);
        for cost in &counts.scenario.economics.costs {
            let place = |field: &str| format!("economics/costs/{}/{field}", cost.id);
            if cost.pounds_once.is_some() {
                // What is paid before the counted weeks is part of what they cost.
                let paid = (cost.from_week as usize).max(frame.warm_up);
                let times: Vec<f64> = (0..frame.years)
                    .map(|year| f64::from(u8::from(frame.weeks_of(year).contains(&paid))))
                    .collect();
                let price = self.price(&place("poundsOnce"), 1.0);
                self.add(LineKind::Once, &cost.name, "payments", counts.in_all(&times), None, price);
            }
            if cost.pounds_per_year.is_some() {
                let paid = cost.from_week as usize..cost.until_week.map_or(usize::MAX, |week| week as usize);
                let weeks = |year: usize| frame.weeks_of(year).filter(|week| paid.contains(week)).count();
                let years: Vec<f64> =
                    (0..frame.years).map(|year| weeks(year) as f64 / WEEKS_PER_YEAR as f64).collect();
                let price = self.price(&place("poundsPerYear"), 1.0);
                self.add(LineKind::Yearly, &cost.name, "years", counts.in_all(&years), None, price);
            }
        }
    }

    fn effects(&mut self) {
        let counts = self.counts;
        for effect in &counts.scenario.economics.effects {
            let counted = counts.occasions(&effect.each).unwrap_or_else(|| {
                self.remarks.push(format!("{}: this option has nothing that it is counted at", effect.name));
                counts.in_all(&vec![0.0; counts.frame.years])
            });
            let amount = self.draws.find(&format!("economics/effects/{}/amount", effect.id));
            let kind = match effect.counts_as {
                EffectKind::Cost => LineKind::KnockOn,
                EffectKind::CashReleasing => LineKind::CashReleasing,
                EffectKind::TimeReleasing => LineKind::TimeReleasing,
                EffectKind::Health => {
                    let Some(amount) = amount else { continue };
                    self.health(&effect.name, counted, amount);
                    continue;
                }
            };
            let place = format!("economics/effects/{}/poundsEach", effect.id);
            // A price of nothing is a price too: the page says at which one options come out even.
            let price = self.draws.find(&place).map_or(Price::Unknown, |at| Price::Figure(at, 1.0));
            if effect.pounds_each.is_none() {
                self.remarks.push(format!("{}: counted and not valued, as no price is set", effect.name));
            }
            self.add(kind, &effect.name, &effect.unit, counted, amount, price);
        }
    }

    fn travel(&mut self) {
        let counts = self.counts;
        let travel = &counts.scenario.economics.travel;
        let price = self.price("economics/travel/pencePerMile", 0.01);
        let before = self.lines.len();
        for id in travel.miles_per_contact.keys() {
            let (Some(step), Some(contacts)) = (counts.step(id), counts.contacts(id)) else { continue };
            let amount = self.draws.find(&format!("economics/travel/milesPerContact/{id}"));
            self.add(LineKind::Travel, &step.name, "miles", contacts, amount, price);
        }
        for id in travel.miles_per_wte_per_week.keys() {
            let Some(posts) = self.scenario().mix.posts.iter().find(|posts| posts.role == *id).cloned()
            else {
                continue;
            };
            let Some(name) = self.role(id).map(|role| role.name.clone()) else { continue };
            let of_future = |future: usize| {
                let posts = self.draws.posts(&posts, future);
                let wte_weeks = |year: usize| {
                    let weeks = counts.frame.weeks_of(year);
                    weeks.len() as f64 * posts.mean_wte(weeks)
                };
                (0..counts.frame.years).map(wte_weeks).collect()
            };
            let wte_weeks: ByYear = (0..counts.futures()).map(of_future).collect();
            let amount = self.draws.find(&format!("economics/travel/milesPerWtePerWeek/{id}"));
            self.add(LineKind::Travel, &name, "miles", wte_weeks, amount, price);
        }
        if self.lines.len() > before && price == Price::Unknown {
            self.remarks.push("Miles are counted and not valued, as no cost of a mile is set".to_owned());
        }
        let mut steps = travel.miles_per_contact.keys().filter_map(|id| counts.step(id));
        if steps.any(is_uncertain) {
            let words = "Miles take uncertain numbers of contacts, gaps between them and people under way at their likely values";
            self.remarks.push(words.to_owned());
        }
    }
}

/// Whether posts of a role may stand empty.
pub(super) fn stands_empty(turnover: &Turnover) -> bool {
    let may_be = |figure: &pathloom_service::Estimate| figure.likely > 0.0 || figure.is_uncertain();
    may_be(&turnover.vacant_percent) || may_be(&turnover.leavers_percent_per_year)
}
