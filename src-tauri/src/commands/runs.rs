//! Runs: started and stopped.

use std::sync::Arc;

use tauri::ipc::Channel;

use super::AtDesk;
use crate::ipc::{IpcError, RunEvent, RunRequest};
use crate::runner::{self, Job};

/// Starts a run; the number to stop it by. What it finds comes over the channel.
#[tauri::command]
#[specta::specta]
pub(crate) async fn run_start(
    desk: AtDesk<'_>,
    request: RunRequest,
    channel: Channel<RunEvent>,
) -> Result<u32, IpcError> {
    let job = Job::prepare(&desk, request)?;
    Ok(runner::start(&Arc::clone(&desk), job, channel))
}

/// Stops a run or another long question; whether it was still under way. What has finished is kept.
#[tauri::command]
#[specta::specta]
pub(crate) async fn run_cancel(desk: AtDesk<'_>, run: u32) -> Result<bool, IpcError> {
    Ok(desk.stop_run(run))
}
