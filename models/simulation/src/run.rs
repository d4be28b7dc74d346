//! Replications in parallel, with partial results on the way.

use std::ops::Range;
use std::sync::atomic::AtomicBool;

use pathloom_service::Scenario;

use crate::outcomes::Outcomes;

/// How a run is made; the result depends on `replications`, `seed` and `hold_uncertain` alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunSettings {
    /// Numbers of the replications to run.
    pub replications: Range<u32>,
    /// Seed of all random streams.
    pub seed: u64,
    /// Threads; 0 takes every core.
    pub threads: usize,
    /// Holds every uncertain input at its likely value.
    pub hold_uncertain: bool,
}

impl Default for RunSettings {
    fn default() -> Self {
        Self { replications: 0..300, seed: 1, threads: 0, hold_uncertain: false }
    }
}

/// Why a run could not be made.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum RunError {
    /// The scenario cannot be simulated as it is; `check` says more.
    #[error("{place}: {message}")]
    Invalid {
        /// Where.
        place: String,
        /// What is wrong.
        message: String,
    },
    /// The answers would not fit in memory.
    #[error("the results would need about {needed_mb} MB (the limit is {limit_mb} MB): ask for fewer weeks, replications or steps")]
    TooLarge {
        /// Memory the outcome arrays would take [MB].
        needed_mb: u64,
        /// The limit [MB].
        limit_mb: u64,
    },
    /// More people are in the service at once than the run allows.
    #[error("more than {limit} people were in the service at once: the referrals or the starting list are too large to simulate")]
    TooManyPeople {
        /// The limit.
        limit: u32,
    },
}

/// Runs replications of a scenario in parallel.
///
/// `on_progress` is called from the calling thread with everything finished so far, a few times at first and then
/// less and less often; setting `cancel` stops the run soon after, and what has finished is returned.
///
/// # Errors
/// [`RunError`].
///
/// # Guarantees
/// The same scenario, seed and replication number give the same figures, bit for bit, on any number of threads and
/// however the replications are split into runs.
pub fn run(
    _scenario: &Scenario,
    _settings: &RunSettings,
    _cancel: &AtomicBool,
    _on_progress: &mut dyn FnMut(&Outcomes),
) -> Result<Outcomes, RunError> {
    Err(RunError::Invalid { place: "engine".into(), message: "being written".into() })
}
