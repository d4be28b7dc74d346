//! The latest runs of options of the document as it stands, and what is held of them: in memory, or once more from the seed.

use std::sync::atomic::AtomicBool;

use pathloom_library::StoredRun;
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

/// What is held of a run: in memory, or made again by simulating the same futures from its seed.
pub(crate) fn kept_of<Answer: Sync>(
    desk: &Desk,
    run: &LatestRun,
    reports: &mut Reports<CompareProgress, Answer>,
) -> Result<Kept, Halt>
where
    JobEvent<CompareProgress, Answer>: IpcResponse,
{
    let key = run.stored.key.as_str();
    if let Some(known) = desk.kept_futures(key) {
        return Ok(known);
    }
    let stop = reports.stop;
    let outcomes = simulated_again(run, stop, &mut |progress| reports.tell(|| progress))?;
    Ok(desk.keep_futures(key, &run.scenario, &outcomes)?)
}

/// The futures of a run, of everything that is measured, simulated again from its seed.
pub(crate) fn simulated_again(
    LatestRun { scenario, stored }: &LatestRun,
    stop: &AtomicBool,
    tell: &mut (dyn FnMut(CompareProgress) + Send),
) -> Result<Outcomes, Halt> {
    let settings =
        RunSettings { replications: 0..stored.replications, seed: stored.seed, ..RunSettings::default() };
    let outcomes = run(scenario, &settings, stop, &mut |so_far| {
        tell(CompareProgress {
            option_name: scenario.option_name.clone(),
            finished: so_far.replications.len() as u32,
            needed: stored.replications,
        });
    })?;
    if outcomes.replications.len() < stored.replications as usize {
        return Err(Halt::Stopped);
    }
    Ok(outcomes)
}
