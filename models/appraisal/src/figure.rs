//! What options are judged by: one number for each simulated future.

use std::fmt;
use std::sync::Arc;

use pathloom_service::{Target, TargetMeasure};
use pathloom_simulation::outcomes::{Catalogue, Replication};
use pathloom_simulation::{HorizonMeasure, Outcomes, Scope, WeeklyMeasure};
use serde::Serialize;
use serde_json::Value;

/// One number of each simulated future, of the whole service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Figure {
    /// A measure at the end of a week.
    Weekly {
        /// What is measured.
        measure: WeeklyMeasure,
        /// The week, counted from 0, the start.
        week: u32,
    },
    /// A measure over the horizon.
    Horizon {
        /// What is measured.
        measure: HorizonMeasure,
    },
    /// Staff hours used of hours available, over all roles and all weeks `[%]`.
    StaffUse,
}

/// Which way a figure should go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Better {
    /// Less is better.
    Lower,
    /// More is better.
    Higher,
    /// It depends on whom one asks.
    Neither,
}

/// Why a figure's name was not understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "nothing is measured under the name \"{asked}\" (at the end of a week: waitingList, longestWait, percentile92, within18Percent, over18, over52, over65, over78, over104, openReferrals; over the horizon: waitMean, waitMedian, wait92, wait95, waitLongest, seen, completed, removed, costPerYear, costPerCompleted, staffUse)"
)]
pub struct NoSuchFigure {
    /// What was asked for.
    pub asked: String,
}

/// Weekly measures that options are compared by, in order.
const WEEKLY: [(WeeklyMeasure, &str, &str, Better); 10] = [
    (WeeklyMeasure::WaitingList, "waiting list", "people", Better::Lower),
    (WeeklyMeasure::LongestWait, "longest wait", "weeks", Better::Lower),
    (WeeklyMeasure::Percentile92, "92nd percentile wait", "weeks", Better::Lower),
    (WeeklyMeasure::Within18Percent, "waiting within 18 weeks", "%", Better::Higher),
    (WeeklyMeasure::Over18, "waiting over 18 weeks", "people", Better::Lower),
    (WeeklyMeasure::Over52, "waiting over 52 weeks", "people", Better::Lower),
    (WeeklyMeasure::Over65, "waiting over 65 weeks", "people", Better::Lower),
    (WeeklyMeasure::Over78, "waiting over 78 weeks", "people", Better::Lower),
    (WeeklyMeasure::Over104, "waiting over 104 weeks", "people", Better::Lower),
    (WeeklyMeasure::OpenReferrals, "open referrals", "people", Better::Lower),
];

/// Measures over the horizon that options are compared by, in order.
const HORIZON: [(HorizonMeasure, &str, &str, Better); 10] = [
    (HorizonMeasure::WaitMean, "mean wait of those seen", "weeks", Better::Lower),
    (HorizonMeasure::WaitMedian, "median wait of those seen", "weeks", Better::Lower),
    (HorizonMeasure::Wait92, "92nd percentile wait of those seen", "weeks", Better::Lower),
    (HorizonMeasure::Wait95, "95th percentile wait of those seen", "weeks", Better::Lower),
    (HorizonMeasure::WaitLongest, "longest wait of those seen", "weeks", Better::Lower),
    (HorizonMeasure::Seen, "people seen", "people", Better::Higher),
    (HorizonMeasure::Completed, "people completed", "people", Better::Higher),
    (HorizonMeasure::Removed, "people removed", "people", Better::Lower),
    (HorizonMeasure::CostPerYear, "cost a year", "£", Better::Lower),
    (HorizonMeasure::CostPerCompleted, "cost for each person completed", "£", Better::Lower),
];

impl Figure {
    /// The figures that every comparison shows, those of a week at the end of `week`.
    pub fn headlines(week: u32) -> Vec<Figure> {
        let weekly = WEEKLY.iter().map(|(measure, ..)| Figure::Weekly { measure: *measure, week });
        let horizon = HORIZON.iter().map(|(measure, ..)| Figure::Horizon { measure: *measure });
        weekly.chain(horizon).chain([Figure::StaffUse]).collect()
    }

    /// The figure with this name, as in the results' JSON: `longestWait`, `costPerYear`.
    ///
    /// # Errors
    /// [`NoSuchFigure`].
    pub fn named(name: &str, week: u32) -> Result<Figure, NoSuchFigure> {
        Figure::headlines(week)
            .into_iter()
            .find(|figure| figure.name().eq_ignore_ascii_case(name))
            .ok_or_else(|| NoSuchFigure { asked: name.to_owned() })
    }

    /// What a target is about; none when people over so many weeks are not counted.
    pub fn of_target(target: &Target, week: u32) -> Option<Figure> {
        let measure = match target.measure {
            TargetMeasure::WaitingList => WeeklyMeasure::WaitingList,
            TargetMeasure::OpenReferrals => WeeklyMeasure::OpenReferrals,
            TargetMeasure::LongestWait => WeeklyMeasure::LongestWait,
            TargetMeasure::OverWeeks(over) => WeeklyMeasure::over(over.weeks)?,
            TargetMeasure::Within18Weeks => WeeklyMeasure::Within18Percent,
            TargetMeasure::Percentile92 => WeeklyMeasure::Percentile92,
        };
        Some(Figure::Weekly { measure, week })
    }

    /// Its stable name: `longestWait`.
    pub fn name(&self) -> String {
        let name = match self {
            Figure::Weekly { measure, .. } => serde_json::to_value(measure),
            Figure::Horizon { measure } => serde_json::to_value(measure),
            Figure::StaffUse => return "staffUse".to_owned(),
        };
        match name {
            Ok(Value::String(name)) => name,
            // National bands carry a number and are no figure options are compared by.
            _ => String::new(),
        }
    }

    fn entry(&self) -> (&'static str, &'static str, Better) {
        let missing = ("other figure", "", Better::Neither);
        match self {
            Figure::Weekly { measure, .. } => WEEKLY
                .iter()
                .find(|(one, ..)| one == measure)
                .map_or(missing, |(_, words, unit, better)| (*words, *unit, *better)),
            Figure::Horizon { measure } => HORIZON
                .iter()
                .find(|(one, ..)| one == measure)
                .map_or(missing, |(_, words, unit, better)| (*words, *unit, *better)),
            Figure::StaffUse => ("staff hours used", "%", Better::Neither),
        }
    }

    /// What it is, in words: "longest wait".
    pub fn words(&self) -> &'static str {
        self.entry().0
    }

    /// Its unit: `weeks`.
    pub fn unit(&self) -> &'static str {
        self.entry().1
    }

    /// Which way it should go.
    pub fn better(&self) -> Better {
        self.entry().2
    }

    /// Its value in every replication, in their order; none when the run does not reach the week.
    pub fn values(&self, outcomes: &Outcomes) -> Option<Vec<f64>> {
        match self {
            Figure::Weekly { measure, week } => outcomes.weekly(*measure, &Scope::Service, *week as usize),
            Figure::Horizon { measure } => outcomes.horizon(*measure, &Scope::Service),
            Figure::StaffUse => Some(staff_use(outcomes)),
        }
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Figure::Weekly { week, .. } => write!(f, "{} at week {week}", self.words()),
            Figure::Horizon { .. } | Figure::StaffUse => f.write_str(self.words()),
        }
    }
}

/// What figures need of a run, and nothing else: of the tiers, groups and steps nothing is kept, so that futures can be held
/// in memory for as long as somebody may want to compare them.
///
/// # Guarantees
/// Every [`Figure`] has the same values as in the whole outcomes.
pub fn kept(outcomes: &Outcomes) -> Outcomes {
    let all = &*outcomes.catalogue;
    let weekly: Vec<usize> = (0..all.weekly.len())
        .filter(|at| {
            let (measure, scope) = &all.weekly[*at];
            *scope == Scope::Service && WEEKLY.iter().any(|(one, ..)| one == measure)
        })
        .collect();
    let horizon: Vec<usize> = (0..all.horizon.len())
        .filter(|at| {
            let (measure, scope) = &all.horizon[*at];
            let hours = matches!(measure, HorizonMeasure::HoursUsed | HorizonMeasure::HoursAvailable);
            hours || (*scope == Scope::Service && HORIZON.iter().any(|(one, ..)| one == measure))
        })
        .collect();
    let replication = |one: &Replication| Replication {
        index: one.index,
        weekly: one.weekly.only(&weekly),
        horizon: horizon.iter().map(|at| one.horizon[*at]).collect(),
    };
    Outcomes {
        option_id: outcomes.option_id.clone(),
        option_name: outcomes.option_name.clone(),
        seed: outcomes.seed,
        replications: outcomes.replications.iter().map(replication).collect(),
        catalogue: Arc::new(Catalogue {
            weekly: weekly.iter().map(|at| all.weekly[*at].clone()).collect(),
            horizon: horizon.iter().map(|at| all.horizon[*at].clone()).collect(),
            weeks: all.weeks,
            warm_up_weeks: all.warm_up_weeks,
        }),
    }
}

/// Hours used of hours available over all roles `[%]`, in every replication; NaN where nobody had hours.
fn staff_use(outcomes: &Outcomes) -> Vec<f64> {
    let total = |measure: HorizonMeasure| -> Vec<f64> {
        let mut sum = vec![0.0; outcomes.replications.len()];
        for (_, scope) in outcomes.catalogue.horizon.iter().filter(|(one, _)| *one == measure) {
            for (sum, hours) in sum.iter_mut().zip(outcomes.horizon(measure, scope).unwrap_or_default()) {
                *sum += hours;
            }
        }
        sum
    };
    let (used, available) = (total(HorizonMeasure::HoursUsed), total(HorizonMeasure::HoursAvailable));
    used.iter().zip(&available).map(|(used, available)| 100.0 * used / available).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_of_a_run_answers_every_figure() {
        let project = pathloom_service::samples::everything();
        let scenario = project.scenario(&project.options[0]).expect("it is whole");
        let settings = pathloom_simulation::RunSettings { replications: 0..4, ..Default::default() };
        let run = pathloom_simulation::run(&scenario, &settings, &false.into(), &mut |_| {});
        let whole = run.unwrap_or_else(|error| panic!("{error}"));
        let kept = kept(&whole);
        assert!(kept.catalogue.weekly.len() < whole.catalogue.weekly.len(), "steps and groups are left out");
        let week = whole.catalogue.weeks as u32;
        for figure in Figure::headlines(week).into_iter().chain(Figure::headlines(1)) {
            let values = |outcomes| figure.values(outcomes).map(|all| format!("{all:?}"));
            assert_eq!(values(&kept), values(&whole), "{figure}");
        }
    }

    #[test]
    fn every_headline_is_found_by_its_name() {
        for figure in Figure::headlines(52) {
            assert_eq!(Figure::named(&figure.name(), 52), Ok(figure));
            assert!(!figure.words().is_empty() && !figure.unit().is_empty(), "{figure}");
        }
        assert_eq!(
            Figure::named("longestwait", 4).map(|one| one.to_string()).as_deref(),
            Ok("longest wait at week 4")
        );
        assert!(Figure::named("happiness", 4).is_err_and(|error| error.to_string().contains("staffUse")));
    }
}
