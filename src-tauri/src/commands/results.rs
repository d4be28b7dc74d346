//! Results of runs, as far as they have been made.

use std::sync::Arc;

use pathloom_library::{RunInputs, StoredRun, run_key};
use pathloom_simulation::ENGINE_VERSION;
use pathloom_simulation::summary::{OptionResults, WeeklySeries};

use super::{AtDesk, aside};
use crate::desk::Desk;
use crate::ipc::{IpcError, OptionState, OptionView, ResultState, RunCard};

/// The latest results of some options, and whether the document has changed since; series of steps are left out.
#[tauri::command]
#[specta::specta]
pub(crate) async fn results_get(
    desk: AtDesk<'_>,
    id: String,
    options: Vec<String>,
) -> Result<Vec<OptionView>, IpcError> {
    let desk = Arc::clone(&desk);
    aside(move || options.into_iter().map(|option| known(&desk, &id, option)).collect()).await
}

/// Whether the latest results of some options are those of the document as it stands; without the results.
#[tauri::command]
#[specta::specta]
pub(crate) async fn results_states(
    desk: AtDesk<'_>,
    id: String,
    options: Vec<String>,
) -> Result<Vec<OptionState>, IpcError> {
    let desk = Arc::clone(&desk);
    aside(move || options.into_iter().map(|option| state(&desk, &id, option)).collect()).await
}

/// The weekly series of one step, of the latest results of an option.
#[tauri::command]
#[specta::specta]
pub(crate) async fn results_series(
    desk: AtDesk<'_>,
    id: String,
    option: String,
    step: String,
) -> Result<Vec<WeeklySeries>, IpcError> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let Some(run) = desk.library().run_latest(&id, &option)? else { return Ok(Vec::new()) };
        let mut results = read(&run)?;
        results.weekly.retain(|series| series.scope.id.as_ref() == Some(&step));
        Ok(results.weekly)
    })
    .await
}

fn known(desk: &Desk, id: &str, option_id: String) -> Result<OptionView, IpcError> {
    let results = match desk.library().run_latest(id, &option_id)? {
        None => None,
        Some(run) => {
            let mut results = read(&run)?;
            results.weekly.retain(|series| series.scope.kind != "step");
            Some(results)
        }
    };
    let OptionState { option_id, state, run } = state(desk, id, option_id)?;
    Ok(OptionView { option_id, state, results, run })
}

fn state(desk: &Desk, id: &str, option_id: String) -> Result<OptionState, IpcError> {
    let Some(run) = desk.library().run_latest(id, &option_id)? else {
        return Ok(OptionState { option_id, state: ResultState::None, run: None });
    };
    let state =
        if is_current(desk, id, &option_id, &run) { ResultState::Current } else { ResultState::OutOfDate };
    Ok(OptionState { option_id, state, run: Some(card(&run)) })
}

/// Whether a run is of the document as it stands, by this engine.
fn is_current(desk: &Desk, id: &str, option: &str, run: &StoredRun) -> bool {
    desk.scenario(id, option).is_ok_and(|(scenario, _)| {
        let inputs = RunInputs {
            engine_version: ENGINE_VERSION,
            seed: run.seed,
            replications: run.replications,
            hold_uncertain: false,
            scenario: &scenario,
        };
        run_key(&inputs) == run.key
    })
}

fn read(run: &StoredRun) -> Result<OptionResults, IpcError> {
    serde_json::from_slice(&run.payload).map_err(|error| IpcError::Storage {
        message: format!("these results cannot be read: {error}"),
        hint: Some("run the option again".to_owned()),
    })
}

fn card(run: &StoredRun) -> RunCard {
    RunCard {
        key: run.key.as_str().to_owned(),
        replications: run.replications,
        seed: run.seed.to_string(),
        engine_version: run.engine_version.clone(),
        revision: run.revision,
        made_at: run.made_at.to_string(),
    }
}
