//! Results of runs, as far as they have been made.

use std::sync::Arc;

use pathloom_library::StoredRun;
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
        let Some((run, _)) = shown(&desk, &id, &option)? else { return Ok(Vec::new()) };
        let mut results = read(&run)?;
        results.weekly.retain(|series| series.scope.id.as_ref() == Some(&step));
        Ok(results.weekly)
    })
    .await
}

/// The results to show of an option: those of the document as it stands if it was ever run, else the newest.
fn shown(desk: &Desk, id: &str, option: &str) -> Result<Option<(StoredRun, ResultState)>, IpcError> {
    // An option that cannot be made into a scenario has no results of its own, and shows those it had.
    if let Ok((scenario, _)) = desk.scenario(id, option)
        && let Some(run) = desk.library().run_of(id, ENGINE_VERSION, &scenario)?
    {
        return Ok(Some((run, ResultState::Current)));
    }
    Ok(desk.library().run_latest(id, option)?.map(|run| (run, ResultState::OutOfDate)))
}

fn known(desk: &Desk, id: &str, option_id: String) -> Result<OptionView, IpcError> {
    let Some((run, state)) = shown(desk, id, &option_id)? else {
        return Ok(OptionView { option_id, state: ResultState::None, results: None, run: None });
    };
    let mut results = read(&run)?;
    results.weekly.retain(|series| series.scope.kind != "step");
    Ok(OptionView { option_id, state, results: Some(results), run: Some(card(&run)) })
}

fn state(desk: &Desk, id: &str, option_id: String) -> Result<OptionState, IpcError> {
    let (state, run) = match shown(desk, id, &option_id)? {
        None => (ResultState::None, None),
        Some((run, state)) => (state, Some(card(&run))),
    };
    Ok(OptionState { option_id, state, run })
}

fn read(run: &StoredRun) -> Result<OptionResults, IpcError> {
    serde_json::from_slice(&run.payload).map_err(|error| IpcError::Storage {
        message: format!("these results cannot be read: {error}"),
        hint: Some("run the option again".to_owned()),
    })
}

pub(super) fn card(run: &StoredRun) -> RunCard {
    RunCard {
        key: run.key.as_str().to_owned(),
        replications: run.replications,
        seed: run.seed.to_string(),
        engine_version: run.engine_version.clone(),
        revision: run.revision,
        made_at: run.made_at.to_string(),
    }
}
