//! Replications in parallel, with partial results on the way.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc;

use pathloom_service::Scenario;

use crate::engine::{Engine, Log, MOST_PEOPLE, NoLog, Stop, Task};
use crate::inputs;
use crate::outcomes::{Outcomes, Replication};
use crate::plan::{NOWHERE, Plan};

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
    /// Most events of one replication; a run that needs more is refused.
    pub most_events: u64,
    /// Most memory the answers may take `[MB]`.
    pub most_memory_mb: u64,
}

impl Default for RunSettings {
    fn default() -> Self {
        Self {
            replications: 0..300,
            seed: 1,
            threads: 0,
            hold_uncertain: false,
            most_events: 2_000_000_000,
            most_memory_mb: 2_048,
        }
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
    #[error(
        "this would need about {needed_mb} MB of memory (the limit is {limit_mb} MB): ask for fewer weeks, replications, steps or client groups"
    )]
    TooLarge {
        /// Memory it would take `[MB]`.
        needed_mb: u64,
        /// The limit `[MB]`.
        limit_mb: u64,
    },
    /// More people are in the service at once than the run allows.
    #[error(
        "more than {limit} people were in the service at once: the referrals or the starting list are too large to simulate"
    )]
    TooManyPeople {
        /// The limit.
        limit: u32,
    },
    /// More happens than the run allows.
    #[error(
        "more than {limit} things happen in one simulated run: look for very short times in a loop, or far too many referrals"
    )]
    TooManyEvents {
        /// The limit.
        limit: u64,
    },
}

/// Runs replications of a scenario in parallel.
///
/// `on_progress` is called from the calling thread with everything finished so far, often at first and then less and
/// less; setting `cancel` stops the run soon after, and what has finished is returned.
///
/// # Errors
/// [`RunError`].
///
/// # Guarantees
/// The same scenario, seed and replication number give the same figures, bit for bit, on any number of threads and
/// however the replications are split into runs.
pub fn run(
    scenario: &Scenario,
    settings: &RunSettings,
    cancel: &AtomicBool,
    on_progress: &mut (dyn FnMut(&Outcomes) + Send),
) -> Result<Outcomes, RunError> {
    run_study(&Study::new(scenario, settings)?, cancel, on_progress)
}

/// Changes the figures of one replication, given its number.
pub type Vary<'v> = &'v (dyn Fn(u32, &mut Scenario) + Sync);

/// Runs replications of a scenario of which each has figures of its own.
///
/// `vary` gets the number of the replication and its scenario, the uncertain figures drawn (or held, by the settings), and
/// may change figures, not what there is: steps, roles, groups and weeks stay.
///
/// # Errors
/// [`RunError`].
///
/// # Guarantees
/// Those of [`run`], as long as `vary` itself gives the same figures for the same number.
pub fn run_varied(
    scenario: &Scenario,
    settings: &RunSettings,
    vary: Vary,
    cancel: &AtomicBool,
    on_progress: &mut (dyn FnMut(&Outcomes) + Send),
) -> Result<Outcomes, RunError> {
    let study = Study { vary: Some(vary), ..Study::new(scenario, settings)? };
    run_study(&study, cancel, on_progress)
}

fn run_study(
    study: &Study,
    cancel: &AtomicBool,
    on_progress: &mut (dyn FnMut(&Outcomes) + Send),
) -> Result<Outcomes, RunError> {
    let (scenario, settings) = (study.scenario, study.settings);
    let mut outcomes = Outcomes {
        option_id: scenario.option_id.clone(),
        option_name: scenario.option_name.clone(),
        seed: settings.seed,
        catalogue: std::sync::Arc::clone(&study.plan.catalogue),
        replications: Vec::with_capacity(settings.replications.len()),
    };
    let numbers = settings.replications.clone();
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(settings.threads)
        .build()
        .map_err(|error| RunError::Invalid { place: "threads".to_owned(), message: error.to_string() })?;
    let threads = pool.current_num_threads();
    let (queue, failed) = (AtomicU64::new(u64::from(numbers.start)), AtomicBool::new(false));
    let (hand_in, handed_in) = mpsc::channel();
    let mut failure = None;
    pool.in_place_scope(|scope| {
        for _ in 0..threads {
            let (queue, failed, hand_in) = (&queue, &failed, hand_in.clone());
            // Everyone takes the next replication as soon as they are free: nobody waits for anybody.
            scope.spawn(move |_| {
                let mut engine = Engine::default();
                while !failed.load(Ordering::Relaxed) && !cancel.load(Ordering::Relaxed) {
                    let number = queue.fetch_add(1, Ordering::Relaxed);
                    if number >= u64::from(study.settings.replications.end) {
                        break;
                    }
                    let done = study.replicate(&mut engine, number as u32, cancel, &mut NoLog);
                    failed.fetch_or(done.is_err(), Ordering::Relaxed);
                    if hand_in.send((number as u32, done)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(hand_in);
        failure = collect(handed_in, &mut outcomes, numbers.start, threads, on_progress);
    });
    match failure {
        Some(error) => Err(error),
        None => Ok(outcomes),
    }
}

/// What became of a replication; none when it was cancelled.
type Done = (u32, Result<Option<Replication>, RunError>);

/// Takes in the replications as they are finished and passes them on in order. The error, if any failed.
fn collect(
    handed_in: mpsc::Receiver<Done>,
    outcomes: &mut Outcomes,
    first: u32,
    threads: usize,
    on_progress: &mut (dyn FnMut(&Outcomes) + Send),
) -> Option<RunError> {
    let mut early = BTreeMap::new();
    let (mut next, mut failure) = (first, None::<(u32, RunError)>);
    let (mut step, mut report_at, mut reported) = (threads, threads, 0);
    for (number, done) in handed_in {
        match done {
            Ok(Some(replication)) => {
                early.insert(number, replication);
            }
            Ok(None) => {}
            // Of several the first by number, so that threads do not decide what is said.
            Err(error) if failure.as_ref().is_none_or(|(other, _)| number < *other) => {
                failure = Some((number, error));
            }
            Err(_) => {}
        }
        while let Some(replication) = early.remove(&next) {
            outcomes.replications.push(replication);
            next += 1;
        }
        if outcomes.replications.len() >= report_at && failure.is_none() {
            on_progress(outcomes);
            reported = outcomes.replications.len();
            // Less and less often: the first figures come at once, and what is done with them costs little.
            step = (step * 2).min(threads * 64);
            report_at = reported + step;
        }
    }
    // After a cancellation some may be missing in between.
    outcomes.replications.extend(early.into_values());
    if failure.is_none() && outcomes.replications.len() > reported {
        on_progress(outcomes);
    }
    failure.map(|(_, error)| error)
}

/// A scenario with everything that is the same for all its replications.
struct Study<'s> {
    scenario: &'s Scenario,
    settings: &'s RunSettings,
    plan: Plan,
    uncertain: bool,
    /// What gives each replication figures of its own.
    vary: Option<Vary<'s>>,
}

impl<'s> Study<'s> {
    fn new(scenario: &'s Scenario, settings: &'s RunSettings) -> Result<Self, RunError> {
        let plan = Plan::compile(scenario)?;
        let columns = plan.catalogue.weekly.len() * (plan.weeks + 1) * 4 + plan.catalogue.horizon.len() * 8;
        let needed_mb = (columns as u64).saturating_mul(settings.replications.len() as u64) >> 20;
        if needed_mb > settings.most_memory_mb {
            return Err(RunError::TooLarge { needed_mb, limit_mb: settings.most_memory_mb });
        }
        let uncertain = !settings.hold_uncertain && inputs::any_uncertain(scenario);
        Ok(Self { scenario, settings, plan, uncertain, vary: None })
    }

    /// One replication; none when it was cancelled.
    fn replicate<L: Log>(
        &self,
        engine: &mut Engine,
        number: u32,
        cancel: &AtomicBool,
        log: &mut L,
    ) -> Result<Option<Replication>, RunError> {
        let settings = self.settings;
        let task =
            Task { seed: settings.seed, replication: number, most_events: settings.most_events, cancel };
        let result = match self.own_plan(number)? {
            Some(plan) => engine.replicate(&plan, task, log),
            None => engine.replicate(&self.plan, task, log),
        };
        match result {
            Ok(replication) => Ok(Some(replication)),
            Err(Stop::Cancelled) => Ok(None),
            Err(Stop::TooManyPeople) => Err(RunError::TooManyPeople { limit: MOST_PEOPLE }),
            Err(Stop::TooManyEvents) => Err(RunError::TooManyEvents { limit: settings.most_events }),
            Err(Stop::Loop(step)) => Err(self.stuck(step)),
        }
    }

    /// The plan of a replication with figures of its own.
    fn own_plan(&self, number: u32) -> Result<Option<Plan>, RunError> {
        let mut scenario = match (self.uncertain, self.vary) {
            (false, None) => return Ok(None),
            (true, _) => inputs::draw(self.scenario, self.settings.seed, number),
            (false, Some(_)) => self.scenario.clone(),
        };
        if let Some(vary) = self.vary {
            vary(number, &mut scenario);
        }
        Plan::compile(&scenario).map(Some)
    }

    fn stuck(&self, step: u16) -> RunError {
        let place = if step == NOWHERE { None } else { self.scenario.design.steps.get(usize::from(step)) };
        RunError::Invalid {
            place: place.map_or_else(|| self.scenario.option_id.clone(), |step| step.id.clone()),
            message:
                "people go round here without any time passing, or have nowhere to go: give them a way out"
                    .to_owned(),
        }
    }
}

/// Runs one replication with a log.
pub(crate) fn run_logged<L: Log>(
    scenario: &Scenario,
    settings: &RunSettings,
    number: u32,
    log: &mut L,
) -> Result<Option<Replication>, RunError> {
    Study::new(scenario, settings)?.replicate(&mut Engine::default(), number, &AtomicBool::new(false), log)
}
