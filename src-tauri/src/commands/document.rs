//! The open document: edits, undo and redo, and what can be said of it at once.

use std::sync::Arc;

use jiff::Timestamp;
use pathloom_library::RevisionCard;
use pathloom_service::{Edit, StartingList};
use pathloom_simulation::{Assessment, StartingPicture, assess, starting_picture};

use super::{AtDesk, aside};
use crate::desk::{Desk, state, view};
use crate::ipc::{DocumentState, DocumentView, IpcError};

/// Makes an edit on a revision; edits with the same `coalesce` made in quick succession are undone together.
#[tauri::command]
#[specta::specta]
pub(crate) async fn document_edit(
    desk: AtDesk<'_>,
    id: String,
    revision: u32,
    edit: Edit,
    coalesce: Option<String>,
) -> Result<DocumentState, IpcError> {
    let desk = Arc::clone(&desk);
    aside(move || make(&desk, &id, revision, edit, coalesce.as_deref())).await
}

fn make(
    desk: &Desk,
    id: &str,
    revision: u32,
    edit: Edit,
    coalesce: Option<&str>,
) -> Result<DocumentState, IpcError> {
    let before = desk.document(id)?;
    if before.revision != revision {
        return Err(IpcError::Conflict { expected: revision, found: before.revision });
    }
    let label = edit.label.clone();
    let project = edit.apply(before.project.clone())?;
    let document = desk.library().edit(id, revision, &project, &label, coalesce, Timestamp::now())?;
    Ok(state(&desk.keep(document)))
}

/// Takes back what was done last.
#[tauri::command]
#[specta::specta]
pub(crate) async fn document_undo(
    desk: AtDesk<'_>,
    id: String,
    revision: u32,
) -> Result<DocumentView, IpcError> {
    let document = desk.library().undo(&id, revision, Timestamp::now())?;
    Ok(view(&desk.keep(document)))
}

/// Does again what was taken back last.
#[tauri::command]
#[specta::specta]
pub(crate) async fn document_redo(
    desk: AtDesk<'_>,
    id: String,
    revision: u32,
) -> Result<DocumentView, IpcError> {
    let document = desk.library().redo(&id, revision, Timestamp::now())?;
    Ok(view(&desk.keep(document)))
}

/// Every revision there has been, undone ones too.
#[tauri::command]
#[specta::specta]
pub(crate) async fn document_history(desk: AtDesk<'_>, id: String) -> Result<Vec<RevisionCard>, IpcError> {
    Ok(desk.library().history(&id)?)
}

/// Problems of the document, and flows and loads of one option.
#[tauri::command]
#[specta::specta]
pub(crate) async fn document_assess(
    desk: AtDesk<'_>,
    id: String,
    option: String,
) -> Result<Assessment, IpcError> {
    let document = desk.document(&id)?;
    aside(move || Ok(assess(&document.project, &option))).await
}

/// The people on a starting list by weeks waited.
#[tauri::command]
#[specta::specta]
pub(crate) async fn starting_list_preview(list: StartingList) -> Result<StartingPicture, IpcError> {
    aside(move || Ok(starting_picture(&list))).await
}
