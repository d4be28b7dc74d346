//! The appraisal of money as figures that know their place: `money/tiered/netPresentValue/mean`.
//!
//! Places are those of the appraisal's own JSON, with an option named by its id. Means are shown, not medians: costs of
//! parts then add up to the cost of the whole.

use pathloom_appraisal::compare::{PairedDifference, Verdict};
use pathloom_appraisal::money::{LineKind, MoneyDifference, MoneyOption};
use pathloom_simulation::Band;

use crate::establishment::Establishment;
use crate::figure::{Figure, Unit};
use crate::report::{Line, line};
use crate::results::{Of, Results, ranged};

/// The kinds of costs of the service itself, with their names in places.
pub(crate) const SERVICE_COSTS: [(LineKind, &str); 7] = [
    (LineKind::Staff, "staff"),
    (LineKind::UnfilledPosts, "unfilledPosts"),
    (LineKind::Places, "places"),
    (LineKind::Once, "once"),
    (LineKind::Yearly, "yearly"),
    (LineKind::Travel, "travel"),
    (LineKind::PerPerson, "perPerson"),
];

/// The account of an option.
pub(crate) struct Account<'r> {
    pub(crate) option: &'r MoneyOption,
}

impl Results<'_> {
    /// The account of an option.
    pub(crate) fn account(&self, option: usize) -> Account<'_> {
        Account { option: &self.money.options[option] }
    }

    /// The posts of an option.
    pub(crate) fn establishment(&self, option: usize) -> Establishment {
        let money = self.money;
        Establishment::of(&self.scenarios[option], &money.years, &money.options[option].lines)
    }

    /// Weeks that are appraised.
    pub(crate) fn weeks_appraised(&self) -> Figure {
        let weeks: u32 = self.money.years.iter().map(|year| year.to_week + 1 - year.from_week).sum();
        Figure::bare(Some(f64::from(weeks)), Unit::Count, "money/weeks")
    }

    /// Whether anything costs anything.
    pub(crate) fn has_costs(&self) -> bool {
        self.money.options.iter().any(|option| option.service_cost.mean != 0.0)
    }
}

impl Account<'_> {
    fn place(&self, path: &str) -> String {
        format!("money/{}/{path}", self.option.id)
    }

    /// Pounds at a place.
    pub(crate) fn pounds(&self, path: &str, value: f64) -> Figure {
        self.figure(path, value, Unit::Pounds)
    }

    /// Anything at a place.
    pub(crate) fn figure(&self, path: &str, value: f64, unit: Unit) -> Figure {
        Figure::bare(Some(value).filter(|value| value.is_finite()), unit, self.place(path))
    }

    /// "£466,000 (£450,000 to £480,000)": the mean, with the range that 9 of 10 futures fall in.
    pub(crate) fn band(&self, path: &str, band: &Band, unit: Unit) -> Line {
        let of = |name: &str, value: f64| self.figure(&format!("{path}/{name}"), value, unit);
        ranged([of("mean", band.mean), of("p5", band.p5), of("p95", band.p95)])
    }

    /// The cost of the service over all years.
    pub(crate) fn service_cost(&self) -> Line {
        self.band("serviceCost", &self.option.service_cost, Unit::Pounds)
    }

    /// The mean cost of the service over all years, alone.
    pub(crate) fn mean_service_cost(&self) -> Figure {
        self.pounds("serviceCost/mean", self.option.service_cost.mean)
    }

    /// The mean of a kind of cost in a year; none when the option has no such line.
    pub(crate) fn kind_in_year(&self, (kind, name): (LineKind, &str), year: usize) -> Option<Figure> {
        let lines: Vec<f64> = self
            .option
            .lines
            .iter()
            .filter(|line| line.kind == kind && line.valued)
            .map(|line| line.pounds_by_year[year])
            .collect();
        let sum = lines.iter().sum();
        (!lines.is_empty()).then(|| self.pounds(&format!("kinds/{name}/{year}"), sum))
    }

    /// What a role's posts cost in a year.
    pub(crate) fn line_in_year(&self, line: usize, year: usize) -> Figure {
        let value = self.option.lines[line].pounds_by_year[year];
        self.pounds(&format!("lines/{line}/poundsByYear/{year}"), value)
    }

    /// What a placeholder of this name means: mean and range, or one number of it.
    pub(crate) fn placeholder(&self, name: &str, only: Option<Of>) -> Option<Line> {
        let band = match name {
            "serviceCost" => &self.option.service_cost,
            "costPerCompleted" => &self.option.cost_per_completed,
            "presentCosts" => &self.option.present_costs,
            "presentBenefits" => &self.option.present_benefits,
            "netPresentValue" => &self.option.net_present_value,
            _ => return None,
        };
        let one = |of: &str, value: f64| self.pounds(&format!("{name}/{of}"), value).into();
        Some(match only {
            None => self.band(name, band, Unit::Pounds),
            Some(Of::Median) => one("median", band.median),
            Some(Of::P5) => one("p5", band.p5),
            Some(Of::P95) => one("p95", band.p95),
            Some(_) => one("mean", band.mean),
        })
    }

    /// A figure against the base.
    pub(crate) fn against_base(&self, name: &str) -> Option<(usize, &MoneyDifference)> {
        let against = self.option.against_base.as_ref()?;
        against.differences.iter().enumerate().find(|(_, one)| one.name == name)
    }

    /// "−£14,000 (−£15,000 to −£13,000)", or why there is no such number.
    pub(crate) fn difference(&self, name: &str, unit: Unit) -> Line {
        let Some((at, found)) = self.against_base(name) else { return "not known".into() };
        let PairedDifference { mean, interval, verdict, .. } = &found.difference;
        let of = |of: &str, value: f64| {
            let place = self.place(&format!("againstBase/differences/{at}/difference/{of}"));
            Figure::signed(Some(value), unit, place)
        };
        let (low, high) = (of("interval/low", interval.low), of("interval/high", interval.high));
        let middle = of("mean", *mean);
        let band =
            if low.text == high.text { line![middle] } else { line![middle, " (", low, " to ", high, ")"] };
        match verdict {
            Verdict::NothingMeasured => "nobody to measure".into(),
            Verdict::Same => "the same".into(),
            Verdict::CannotBeToldApart => band.and(", cannot be told apart"),
            Verdict::Lower | Verdict::Higher => band,
        }
    }

    /// The share of futures in which the option is worth more than the base.
    pub(crate) fn worth_more(&self) -> Option<Figure> {
        let against = self.option.against_base.as_ref()?;
        let place = self.place("againstBase/worthMore/share");
        Some(Figure::bare(Some(against.worth_more.share), Unit::Share, place))
    }

    /// What it is called.
    pub(crate) fn name(&self) -> Line {
        Line::given(self.option.name.clone())
    }
}
