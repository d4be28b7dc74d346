//! The results of a study as figures that know their place.

use jiff::civil::Date;
use pathloom_appraisal::Figure as Judged;
use pathloom_appraisal::compare::{Comparison, PairedDifference};
use pathloom_appraisal::drivers::Drivers;
use pathloom_appraisal::equity::Fairness;
use pathloom_appraisal::money::MoneyReport;
use pathloom_appraisal::trajectory::Trajectory;
use pathloom_service::{Project, Scenario};
use pathloom_simulation::summary::{HorizonFigure, OptionResults, TargetResult, WeeklySeries};
use pathloom_simulation::{HorizonMeasure, WeeklyMeasure};
use sha2::{Digest, Sha256};

use crate::figure::{Figure, Unit};
use crate::report::{Line, line};
use crate::study::{ReportError, Run, Study, preferred_option};
use crate::words;

/// The scope of the whole service in places.
pub(crate) const SERVICE: &str = "service";

/// A study with every band and difference at hand.
#[derive(Debug)]
pub(crate) struct Results<'a> {
    pub(crate) project: &'a Project,
    pub(crate) run: &'a Run,
    pub(crate) drivers: Option<&'a Drivers>,
    pub(crate) date: Date,
    pub(crate) scenarios: &'a [Scenario],
    pub(crate) options: &'a [OptionResults],
    pub(crate) comparison: &'a Comparison,
    pub(crate) money: &'a MoneyReport,
    pub(crate) fairness: &'a [Vec<Fairness>],
    pub(crate) trajectories: &'a [Vec<Trajectory>],
    /// Position of the option that the case asks for.
    pub(crate) preferred: usize,
    /// SHA-256 of the document as Pathloom writes it, in hexadecimal.
    pub(crate) document_hash: String,
}

/// Which of the spread over futures is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Of {
    Mean,
    P5,
    P25,
    Median,
    P75,
    P95,
}

impl Of {
    pub(crate) const ALL: [Self; 6] = [Self::Mean, Self::P5, Self::P25, Self::Median, Self::P75, Self::P95];

    /// Its name in the results' JSON.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::P5 => "p5",
            Self::P25 => "p25",
            Self::Median => "p50",
            Self::P75 => "p75",
            Self::P95 => "p95",
        }
    }

    pub(crate) fn of_week(self, series: &WeeklySeries, week: u32) -> Option<f64> {
        let bands = &series.bands;
        let column = match self {
            Self::Mean => &bands.mean,
            Self::P5 => &bands.p5,
            Self::P25 => &bands.p25,
            Self::Median => &bands.p50,
            Self::P75 => &bands.p75,
            Self::P95 => &bands.p95,
        };
        column.get(week as usize).copied().flatten()
    }

    pub(crate) fn of_horizon(self, figure: &HorizonFigure) -> Option<f64> {
        let band = &figure.band;
        match self {
            Self::Mean => band.mean,
            Self::P5 => band.p5,
            Self::P25 => band.p25,
            Self::Median => band.p50,
            Self::P75 => band.p75,
            Self::P95 => band.p95,
        }
    }
}

impl<'a> Results<'a> {
    /// The results of a study.
    ///
    /// # Errors
    /// [`ReportError::NoPreferred`].
    pub(crate) fn of(study: &'a Study<'a>) -> Result<Self, ReportError> {
        let reckoned = study.reckoned;
        let options = &reckoned.options;
        let ids = options.iter().map(|option| option.id.as_str());
        let preferred = preferred_option(&study.project.business_case, ids)?;
        Ok(Self {
            project: study.project,
            run: &study.run,
            drivers: study.drivers,
            date: study.date,
            scenarios: &reckoned.scenarios,
            options,
            comparison: &reckoned.comparison,
            money: &reckoned.money,
            fairness: &reckoned.fairness,
            trajectories: &reckoned.trajectories,
            preferred,
            document_hash: document_hash(study.project),
        })
    }

    /// The week that figures are counted from: the start, or the end of the warm-up.
    pub(crate) fn first_week(&self) -> u32 {
        self.project.warm_up_weeks.min(self.last_week())
    }

    /// The last week that is simulated.
    pub(crate) fn last_week(&self) -> u32 {
        self.comparison.week
    }

    /// The day on which a week ends.
    pub(crate) fn date_of(&self, week: u32) -> Date {
        words::week_date(self.project.start_date, week)
    }

    /// "4 January 2027".
    pub(crate) fn date_words(&self, week: u32) -> Figure {
        Figure {
            value: Some(f64::from(week)),
            unit: Unit::Count,
            text: words::date(self.date_of(week)),
            place: format!("run/weekDate/{week}"),
        }
    }

    /// "week 52" without its word: the number.
    pub(crate) fn week_number(&self, week: u32) -> Figure {
        Figure::bare(Some(f64::from(week)), Unit::Count, format!("run/week/{week}"))
    }

    /// Replications of each option.
    pub(crate) fn replications(&self) -> Figure {
        Figure::bare(Some(f64::from(self.comparison.replications)), Unit::Count, "run/replications")
    }

    /// The label of an option.
    pub(crate) fn name(&self, option: usize) -> Line {
        Line::given(self.options[option].name.clone())
    }

    /// The label of an option inside a sentence: "“Do nothing”".
    pub(crate) fn quoted(&self, option: usize) -> Line {
        line!["“", self.name(option), "”"]
    }

    /// The weekly series of a measure; `scope` is `service` or kind and id: `group:priority`.
    pub(crate) fn series(&self, option: usize, measure: &str, scope: &str) -> Option<&WeeklySeries> {
        self.options[option]
            .weekly
            .iter()
            .find(|one| one.measure == measure && scope_key(&one.scope) == scope)
    }

    /// The horizon figure of a measure.
    pub(crate) fn over_horizon(&self, option: usize, measure: &str, scope: &str) -> Option<&HorizonFigure> {
        self.options[option]
            .horizon
            .iter()
            .find(|one| one.measure == measure && scope_key(&one.scope) == scope)
    }

    /// A weekly figure of the whole service.
    pub(crate) fn weekly(&self, option: usize, measure: &str, of: Of, week: u32) -> Figure {
        self.weekly_of(option, measure, SERVICE, of, week)
    }

    /// A weekly figure.
    pub(crate) fn weekly_of(&self, option: usize, measure: &str, scope: &str, of: Of, week: u32) -> Figure {
        let series = self.series(option, measure, scope);
        let value = series.and_then(|series| of.of_week(series, week));
        let unit = series.map_or(Unit::Plain, |series| unit(&series.unit));
        let id = &self.options[option].id;
        Figure::said(value, unit, format!("options/{id}/weekly/{measure}/{scope}/{}/{week}", of.name()))
    }

    /// A horizon figure.
    pub(crate) fn horizon_of(&self, option: usize, measure: &str, scope: &str, of: Of) -> Figure {
        let found = self.over_horizon(option, measure, scope);
        let value = found.and_then(|figure| of.of_horizon(figure));
        let unit = found.map_or(Unit::Plain, |figure| unit(&figure.unit));
        let id = &self.options[option].id;
        Figure::said(value, unit, format!("options/{id}/horizon/{measure}/{scope}/{}", of.name()))
    }

    /// "47 weeks (42 to 52)": the median with the range that 9 of 10 futures fall in.
    pub(crate) fn weekly_band(&self, option: usize, measure: &str, week: u32) -> Line {
        ranged([Of::Median, Of::P5, Of::P95].map(|of| self.weekly(option, measure, of, week)))
    }

    /// The same of a horizon figure.
    pub(crate) fn horizon_band(&self, option: usize, measure: &str) -> Line {
        ranged([Of::Median, Of::P5, Of::P95].map(|of| self.horizon_of(option, measure, SERVICE, of)))
    }

    /// The probability with which a target is met by its week, if the run reaches it.
    pub(crate) fn met(&self, option: usize, target: usize) -> Figure {
        let result = &self.options[option].targets[target];
        let place = format!("options/{}/targets/{}/probabilityMet", self.options[option].id, result.id);
        Figure::bare(result.probability_met, Unit::Share, place)
    }

    /// How many targets are met by their week with the probability wanted.
    pub(crate) fn targets_met(&self, option: usize) -> usize {
        self.options[option].targets.iter().filter(|target| self.is_met(target)).count()
    }

    /// Whether a target is met by its week with the probability wanted.
    pub(crate) fn is_met(&self, target: &TargetResult) -> bool {
        match (target.probability_met, target.probability_wanted) {
            (Some(met), Some(wanted)) => met >= wanted,
            _ => false,
        }
    }

    /// The first week from which a target is met for good, if there is one.
    pub(crate) fn first_met(&self, option: usize, target: usize) -> Option<u32> {
        self.options[option].targets[target].first_week
    }

    /// How an option differs from the base in a figure the options are compared by.
    pub(crate) fn difference(&self, option: usize, judged: Judged) -> Option<&PairedDifference> {
        let compared = self.comparison.figures.iter().find(|one| one.figure == judged)?;
        compared.differences.get(option)?.as_ref()
    }

    /// An end or the middle of a difference, with its sign.
    pub(crate) fn difference_figure(&self, option: usize, judged: Judged, of: &str, value: f64) -> Figure {
        let id = &self.options[option].id;
        let place = format!("comparison/{}/{id}/{of}", judged.name());
        Figure::signed(Some(value), unit(judged.unit()), place)
    }
}

/// A weekly figure of the whole service at a week, as options are compared by.
pub(crate) fn judged_weekly(measure: WeeklyMeasure, week: u32) -> Judged {
    Judged::Weekly { measure, week }
}

/// A figure over the horizon, as options are compared by.
pub(crate) fn judged_horizon(measure: HorizonMeasure) -> Judged {
    Judged::Horizon { measure }
}

/// Middle and ends of a band: "47 weeks (42 to 52)"; the ends only where they say something.
pub(crate) fn ranged([middle, low, high]: [Figure; 3]) -> Line {
    if middle.value.is_none() {
        return middle.into();
    }
    let bare = |figure: Figure| Figure::bare(figure.value, figure.unit, figure.place);
    let (low, high) = (bare(low), bare(high));
    if low.text == high.text {
        return middle.into();
    }
    line![middle, " (", low, to(high.unit), high, ")"]
}

/// The word between the ends of a range, which stay on one line; those of money are long, and may part.
fn to(unit: Unit) -> &'static str {
    if unit == Unit::Pounds { " to " } else { "\u{a0}to\u{a0}" }
}

/// `service`, or the kind and the id: `group:priority`.
pub(crate) fn scope_key(scope: &pathloom_simulation::summary::ScopeName) -> String {
    match &scope.id {
        None => scope.kind.clone(),
        Some(id) => format!("{}:{id}", scope.kind),
    }
}

/// The unit of a results column.
pub(crate) fn unit(name: &str) -> Unit {
    match name {
        "weeks" => Unit::Weeks,
        "%" => Unit::Percent,
        "people" | "people a week" => Unit::People,
        "contacts" | "contacts a week" | "calls" | "days" => Unit::Count,
        "hours" | "hours a week" => Unit::Hours,
        _ if name.starts_with('£') => Unit::Pounds,
        _ => Unit::Plain,
    }
}

/// SHA-256 of the document as Pathloom writes it, in hexadecimal.
pub(crate) fn document_hash(project: &Project) -> String {
    hex(&Sha256::digest(pathloom_service::write(project).as_bytes()))
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
