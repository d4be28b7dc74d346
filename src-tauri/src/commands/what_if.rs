//! Figures of an option moved while their effect is watched, and what was tried kept.

use std::sync::Arc;

use pathloom_appraisal::what_if::{Lever, levers};
use pathloom_service::Change;
use tauri::ipc::Channel;

use super::{AtDesk, aside};
use crate::ipc::{IpcError, WhatIfEvent, WhatIfRequest};
use crate::what_if::{Job, follow, kept_changes};

/// What of an option may be moved. Requests to move it count from 1 again.
#[tauri::command]
#[specta::specta]
pub(crate) async fn what_if_levers(
    desk: AtDesk<'_>,
    id: String,
    option: String,
) -> Result<Vec<Lever>, IpcError> {
    let (scenario, _) = desk.scenario(&id, &option)?;
    desk.what_if.begin();
    Ok(levers(&scenario))
}

/// Moves figures of an option: bands come over the channel, coarse at first, for as long as no newer request comes.
#[tauri::command]
#[specta::specta]
pub(crate) async fn what_if_move(
    desk: AtDesk<'_>,
    request: WhatIfRequest,
    channel: Channel<WhatIfEvent>,
) -> Result<(), IpcError> {
    let job = Job::prepare(&desk, &request)?;
    let desk = Arc::clone(&desk);
    // A thread of its own: one that waits for its turn must not hold up what answers the window.
    std::thread::spawn(move || follow(&desk, &job, &channel));
    Ok(())
}

/// Ends whatever was asked before this number: nothing is moved any more, or nobody watches.
#[tauri::command]
#[specta::specta]
pub(crate) async fn what_if_stop(desk: AtDesk<'_>, number: u32) -> Result<(), IpcError> {
    desk.what_if.end(number);
    Ok(())
}

/// The changed figures of an option that keeps what was tried.
#[tauri::command]
#[specta::specta]
pub(crate) async fn what_if_changes(
    desk: AtDesk<'_>,
    request: WhatIfRequest,
) -> Result<Vec<Change>, IpcError> {
    let desk = Arc::clone(&desk);
    aside(move || kept_changes(&desk, &request)).await
}
