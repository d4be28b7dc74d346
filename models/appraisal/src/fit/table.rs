//! Futures of the past: what the history might have looked like, for many values of the unknown figures.

use std::sync::atomic::AtomicBool;

use pathloom_service::{Actuals, Change, Estimate, Scenario};
use pathloom_simulation::run::run_varied;
use pathloom_simulation::{Outcomes, RunSettings};
use rand::rngs::Xoshiro256PlusPlus;
use rand::{RngExt, SeedableRng};

use super::posterior::{Learner, Posterior};
use super::{FEWEST_FUTURES, FitError, FitQuestion, Rewound, Unknown};
use crate::trajectory::{measure_of, paths, scope_of};

/// Simulated lines with the values of the unknown figures that each was simulated with.
///
/// It does not depend on what was counted, only on when: one table serves many histories of the same dates.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// The unknown figures.
    pub(super) unknown: Vec<Unknown>,
    /// Their values in each future.
    pub(super) values: Vec<Vec<f64>>,
    /// The line of each future.
    pub(super) lines: Vec<Vec<f64>>,
}

impl Table {
    /// Simulates a future for each draw of the unknown figures.
    ///
    /// # Errors
    /// [`FitError::NotMeasured`], [`FitError::CannotSimulate`], [`FitError::Stopped`].
    pub fn simulate(
        past: &Rewound,
        history: &Actuals,
        question: &FitQuestion,
        settings: &RunSettings,
        cancel: &AtomicBool,
        on_progress: &mut (dyn FnMut(u64) + Send),
    ) -> Result<Self, FitError> {
        let unknown = question.unknown.clone();
        let all: Vec<Vec<f64>> =
            (0..question.futures).map(|number| drawn(&unknown, settings.seed, number)).collect();
        let (values, lines) =
            simulate_lines(past, history, &unknown, (0, &all), settings, cancel, on_progress)?;
        if lines.len() < FEWEST_FUTURES as usize {
            return Err(FitError::Stopped);
        }
        Ok(Self { unknown, values, lines })
    }

    /// What a line of figures at the table's dates says about the unknown figures.
    ///
    /// # Errors
    /// [`FitError::NothingToLearn`].
    pub(super) fn posterior(&self, line: &[f64]) -> Result<Posterior, FitError> {
        Ok(Learner::of(self).ok_or(FitError::NothingToLearn)?.posterior(self, line))
    }
}

/// Values of the unknown figures, and the line of a future simulated with each.
type Lines = (Vec<Vec<f64>>, Vec<Vec<f64>>);

/// Simulates a future with each of some values, numbered from the first of `from` on; fewer when stopped.
pub(super) fn simulate_lines(
    past: &Rewound,
    history: &Actuals,
    unknown: &[Unknown],
    from: (u32, &[Vec<f64>]),
    settings: &RunSettings,
    cancel: &AtomicBool,
    on_progress: &mut (dyn FnMut(u64) + Send),
) -> Result<Lines, FitError> {
    let (first, values) = from;
    let vary = |number: u32, scenario: &mut Scenario| {
        let changes: Vec<Change> = unknown
            .iter()
            .zip(&values[(number - first) as usize])
            .map(|(unknown, value)| Change { figure: unknown.place.clone(), to: Estimate::exactly(*value) })
            .collect();
        scenario.apply(&changes);
    };
    let settings = RunSettings { replications: first..first + values.len() as u32, ..settings.clone() };
    let outcomes = run_varied(&past.scenario, &settings, &vary, cancel, &mut |made: &Outcomes| {
        on_progress(made.replications.len() as u64);
    })?;
    let lines = paths(&outcomes, measure_of(history.measure), &scope_of(&history.scope), &past.weeks)
        .ok_or_else(|| FitError::NotMeasured { name: history.name.clone() })?;
    let made = outcomes.replications.iter().map(|one| values[(one.index - first) as usize].clone()).collect();
    Ok((made, lines))
}

/// The values of the unknown figures in one future: even between their limits.
pub(super) fn drawn(unknown: &[Unknown], seed: u64, number: u32) -> Vec<f64> {
    /// Keeps these draws apart from others of the same seed.
    const OF_THE_FIT: u64 = 0x5e_ed0f_7ab1_e000;
    let mut coins = Xoshiro256PlusPlus::seed_from_u64(seed ^ OF_THE_FIT ^ (u64::from(number) << 32));
    unknown.iter().map(|one| one.low + (one.high - one.low) * coins.random::<f64>()).collect()
}
