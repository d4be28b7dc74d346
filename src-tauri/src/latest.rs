//! The latest runs of options of the document as it stands, and what is held of them: in memory, or once more from the seed.

use std::sync::atomic::AtomicBool;

use pathloom_library::{RunInputs, StoredRun, run_key};
use pathloom_service::Scenario;
use pathloom_simulation::{ENGINE_VERSION, Outcomes, RunSettings, run};
use tauri::ipc::IpcResponse;

use crate::desk::Desk;
use crate::ipc::{CompareProgress, IpcError, JobEvent};
use crate::jobs::{Halt, Reports};
use crate::kept::Kept;

/// An option with its latest run, which is of the document as it stands.
#[derive(Debug)]
pub(crate) struct LatestRun {
    /// What was simulated, with the prices there are now.
    pub(crate) scenario: Scenario,
    /// The run.
    pub(crate) stored: StoredRun,
}

/// The latest runs of some options, in their order.
///
/// # Errors
/// When there is no such option, or it has not been simulated as it stands.
pub(crate) fn latest_runs(
    desk: &Desk,
    project: &str,
    options: &[String],
) -> Result<Vec<LatestRun>, IpcError> {
    options.iter().map(|option| latest_run(desk, project, option)).collect()
}

/// The latest run of an option as it stands.
///
/// # Errors
/// Those of [`latest_runs`].
pub(crate) fn latest_run(desk: &Desk, project: &str, option: &str) -> Result<LatestRun, IpcError> {
    let (scenario, _) = desk.scenario(project, option)?;
    let stored = desk.library().run_of(project, ENGINE_VERSION, &scenario)?;
    match stored {
        Some(stored) => Ok(LatestRun { scenario, stored }),
        None => Err(IpcError::InvalidModel {
            place: "options".to_owned(),
            message: format!(
                "\"{}\" has not been simulated as it stands: run it first",
                scenario.option_name
            ),
        }),
    }
}

impl LatestRun {
    /// The futures of the run.
    fn futures(&self) -> Futures<'_> {
        let StoredRun { seed, replications, .. } = self.stored;
        Futures { scenario: &self.scenario, seed, replications }
    }

    /// The same futures of another scenario: the same random numbers, as many times.
    pub(crate) fn futures_of<'a>(&self, scenario: &'a Scenario) -> Futures<'a> {
        Futures { scenario, ..self.futures() }
    }
}

/// Futures that are simulated, or can be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Futures<'a> {
    scenario: &'a Scenario,
    seed: u64,
    replications: u32,
}

/// What is held of a run: in memory, or made again by simulating the same futures from its seed.
pub(crate) fn kept_of<Answer: Sync>(
    desk: &Desk,
    run: &LatestRun,
    reports: &mut Reports<CompareProgress, Answer>,
) -> Result<Kept, Halt>
where
    JobEvent<CompareProgress, Answer>: IpcResponse,
{
    kept_by_key(desk, run.stored.key.as_str(), run.futures(), reports)
}

/// What is held of futures of which there need be no run: those of an option changed for a question.
pub(crate) fn kept_or_simulated<Answer: Sync>(
    desk: &Desk,
    futures: Futures,
    reports: &mut Reports<CompareProgress, Answer>,
) -> Result<Kept, Halt>
where
    JobEvent<CompareProgress, Answer>: IpcResponse,
{
    let Futures { scenario, seed, replications } = futures;
    let inputs =
        RunInputs { engine_version: ENGINE_VERSION, seed, replications, hold_uncertain: false, scenario };
    kept_by_key(desk, run_key(&inputs).as_str(), futures, reports)
}

fn kept_by_key<Answer: Sync>(
    desk: &Desk,
    key: &str,
    futures: Futures,
    reports: &mut Reports<CompareProgress, Answer>,
) -> Result<Kept, Halt>
where
    JobEvent<CompareProgress, Answer>: IpcResponse,
{
    if let Some(known) = desk.kept_futures(key) {
        return Ok(known);
    }
    let stop = reports.stop;
    let outcomes = simulated(futures, stop, &mut |progress| reports.tell(|| progress))?;
    Ok(desk.keep_futures(key, futures.scenario, &outcomes)?)
}

/// The futures of a run, of everything that is measured, simulated again from its seed.
pub(crate) fn simulated_again(
    run: &LatestRun,
    stop: &AtomicBool,
    tell: &mut (dyn FnMut(CompareProgress) + Send),
) -> Result<Outcomes, Halt> {
    simulated(run.futures(), stop, tell)
}

fn simulated(
    Futures { scenario, seed, replications }: Futures,
    stop: &AtomicBool,
    tell: &mut (dyn FnMut(CompareProgress) + Send),
) -> Result<Outcomes, Halt> {
    let settings = RunSettings { replications: 0..replications, seed, ..RunSettings::default() };
    let outcomes = run(scenario, &settings, stop, &mut |so_far| {
        tell(CompareProgress {
            option_name: scenario.option_name.clone(),
            finished: so_far.replications.len() as u32,
            needed: replications,
        });
    })?;
    if outcomes.replications.len() < replications as usize {
        return Err(Halt::Stopped);
    }
    Ok(outcomes)
}
