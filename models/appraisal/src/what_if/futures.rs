//! Simulated futures of the waiting list and the longest wait, a round at a time, and how two sets of them differ.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use pathloom_service::Scenario;
use pathloom_simulation::outcomes::{Catalogue, Replication};
use pathloom_simulation::summary::Headline;
use pathloom_simulation::{Outcomes, RunError, RunSettings, Scope, WeeklyMeasure, run};
use serde::Serialize;

use crate::statistics::Mean;

/// The weekly figures that are kept of every future; the rest is dropped at once, so that a large service fits in memory.
const KEPT: [WeeklyMeasure; 3] =
    [WeeklyMeasure::WaitingList, WeeklyMeasure::LongestWait, WeeklyMeasure::OpenReferrals];

/// Most futures simulated before what is not kept of them is dropped; chosen.
const AT_ONCE: u32 = 200;

/// Simulated futures of one option, as many as there have been rounds for.
#[derive(Debug)]
pub struct Futures {
    scenario: Scenario,
    seed: u64,
    finished: Option<Outcomes>,
}

impl Futures {
    /// None yet, of an option.
    pub fn new(scenario: Scenario, seed: u64) -> Self {
        Self { scenario, seed, finished: None }
    }

    /// Whether these are futures of an option with a seed.
    pub fn are_of(&self, scenario: &Scenario, seed: u64) -> bool {
        self.seed == seed && self.scenario == *scenario
    }

    /// How many have been simulated: those numbered from 0.
    pub fn count(&self) -> u32 {
        self.finished.as_ref().map_or(0, |outcomes| outcomes.replications.len() as u32)
    }

    /// Simulates on until there are so many, on all cores; `on_progress` is told how many there are.
    ///
    /// Setting `cancel` ends it soon after. What has finished by then is kept as far as no number is missing.
    ///
    /// # Errors
    /// [`RunError`].
    pub fn extend(
        &mut self,
        until: u32,
        cancel: &AtomicBool,
        on_progress: &mut (dyn FnMut(u32) + Send),
    ) -> Result<(), RunError> {
        while self.count() < until {
            let from = self.count();
            let settings = RunSettings {
                replications: from..until.min(from + AT_ONCE),
                seed: self.seed,
                ..RunSettings::default()
            };
            let more = run(&self.scenario, &settings, cancel, &mut |so_far| {
                on_progress(from + so_far.replications.len() as u32);
            })?;
            let more = headline_columns(more, from);
            let fell_short = more.replications.len() < settings.replications.len();
            match &mut self.finished {
                None => self.finished = Some(more),
                // They are of one option and seed, and follow each other.
                Some(finished) => finished.replications.extend(more.replications),
            }
            if fell_short {
                break;
            }
        }
        Ok(())
    }

    /// The bands of what there is; none before the first future.
    pub fn headline(&self) -> Option<Headline> {
        self.finished
            .as_ref()
            .filter(|outcomes| !outcomes.replications.is_empty())
            .and_then(|one| Headline::of(&[one]))
    }
}

/// What is kept of a run, up to the first number that is missing.
fn headline_columns(outcomes: Outcomes, first: u32) -> Outcomes {
    let all = &outcomes.catalogue;
    let kept: Vec<usize> = KEPT
        .iter()
        .filter_map(|wanted| {
            all.weekly.iter().position(|(one, scope)| one == wanted && *scope == Scope::Service)
        })
        .collect();
    let narrow = |(number, one): (u32, &Replication)| Replication {
        index: number,
        weekly: one.weekly.only(&kept),
        horizon: Vec::new(),
    };
    let in_order = (first..).zip(&outcomes.replications).take_while(|(number, one)| one.index == *number);
    Outcomes {
        replications: in_order.map(narrow).collect(),
        catalogue: Arc::new(Catalogue {
            weekly: kept.iter().map(|at| all.weekly[*at].clone()).collect(),
            horizon: Vec::new(),
            weeks: all.weeks,
            warm_up_weeks: all.warm_up_weeks,
        }),
        option_id: outcomes.option_id,
        option_name: outcomes.option_name,
        seed: outcomes.seed,
    }
}

/// How an option with figures moved differs from the option as it is, in the same simulated futures.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct DifferencesByWeek {
    /// Simulated futures compared.
    pub futures: u32,
    /// People on the waiting list.
    pub waiting_list: DifferenceColumns,
    /// Longest wait of those still waiting `[weeks]`.
    pub longest_wait: DifferenceColumns,
}

/// The mean difference, moved less as it is, with its 95% interval (Student's t on the differences): one entry for each
/// week from week 0; none where there was nobody to measure in at least two futures.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct DifferenceColumns {
    /// Mean difference.
    pub mean: Vec<Option<f64>>,
    /// Lower end of its interval.
    pub low: Vec<Option<f64>>,
    /// Upper end of its interval.
    pub high: Vec<Option<f64>>,
}

impl DifferencesByWeek {
    /// The differences over the futures that both have; none when they share fewer than two.
    pub fn of(moved: &Futures, as_it_is: &Futures) -> Option<Self> {
        let (moved, base) = (moved.finished.as_ref()?, as_it_is.finished.as_ref()?);
        let futures = moved.replications.len().min(base.replications.len());
        if futures < 2 {
            return None;
        }
        let columns = |measure: WeeklyMeasure| {
            let mut columns = DifferenceColumns::default();
            for week in 0..=moved.catalogue.weeks {
                let of = |outcomes: &Outcomes| outcomes.weekly(measure, &Scope::Service, week);
                let (moved, base) = (of(moved)?, of(base)?);
                columns.push(&Mean::of(moved.iter().zip(&base).map(|(one, other)| one - other)));
            }
            Some(columns)
        };
        Some(Self {
            futures: futures as u32,
            waiting_list: columns(WeeklyMeasure::WaitingList)?,
            longest_wait: columns(WeeklyMeasure::LongestWait)?,
        })
    }
}

impl DifferenceColumns {
    fn push(&mut self, difference: &Mean) {
        let interval = difference.interval(0.95);
        let known = |value: f64| (difference.count > 1).then_some(value);
        self.mean.push(known(difference.mean));
        self.low.push(known(interval.low));
        self.high.push(known(interval.high));
    }
}

#[cfg(test)]
mod tests;
