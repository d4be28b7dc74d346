//! What the window may ask for. A command reads its arguments, calls one function and maps the error.

pub(crate) mod app;
pub(crate) mod business_case;
pub(crate) mod compare;
pub(crate) mod document;
pub(crate) mod drivers;
pub(crate) mod fairness;
pub(crate) mod files;
pub(crate) mod guide;
pub(crate) mod history;
pub(crate) mod imports;
pub(crate) mod money;
pub(crate) mod posts;
pub(crate) mod project;
pub(crate) mod replay;
pub(crate) mod results;
pub(crate) mod runs;
pub(crate) mod star;
pub(crate) mod vacancies;
pub(crate) mod what_if;

pub(crate) use compare::not_understood;

use std::sync::Arc;

use tauri::State;

use crate::desk::Desk;
use crate::ipc::IpcError;

/// The desk, as commands get it.
type AtDesk<'a> = State<'a, Arc<Desk>>;

/// Does work that takes the processor away from everything else, away from the threads that answer the window.
async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, IpcError> + Send + 'static,
) -> Result<T, IpcError> {
    tauri::async_runtime::spawn_blocking(work).await?
}
