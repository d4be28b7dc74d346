//! One replication, to be watched on the pathway or read person by person.

use std::sync::Arc;

use pathloom_simulation::trace::{EventLog, Replay, journey, trace};

use super::{AtDesk, aside};
use crate::desk::Desk;
use crate::ipc::{IpcError, ReplayRequest, seed};

/// Most events kept of a replication; chosen: a large service over two years has a tenth of it.
const MOST_EVENTS: usize = 5_000_000;

/// Everybody's moves in one replication.
#[tauri::command]
#[specta::specta]
pub(crate) async fn replay_get(desk: AtDesk<'_>, request: ReplayRequest) -> Result<Replay, IpcError> {
    let desk = Arc::clone(&desk);
    aside(move || Ok(Replay::of(&log(&desk, &request)?))).await
}

/// One person's journey in plain words, a line for each event.
#[tauri::command]
#[specta::specta]
pub(crate) async fn journey_get(
    desk: AtDesk<'_>,
    request: ReplayRequest,
    person: u32,
) -> Result<Vec<String>, IpcError> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let (scenario, _) = desk.scenario(&request.project_id, &request.option_id)?;
        Ok(journey(&scenario, &log(&desk, &request)?, person))
    })
    .await
}

fn log(desk: &Desk, request: &ReplayRequest) -> Result<EventLog, IpcError> {
    let (scenario, _) = desk.scenario(&request.project_id, &request.option_id)?;
    Ok(trace(&scenario, seed(&request.seed)?, request.replication, MOST_EVENTS)?)
}
