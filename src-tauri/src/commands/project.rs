//! Projects: made, opened, copied, deleted, had back.

use jiff::Timestamp;
use pathloom_library::Source;
use pathloom_service::shelf::{self, ShelfKind};

use super::AtDesk;
use crate::desk::{Desk, blank, view};
use crate::ipc::{DocumentView, IpcError, NewProject, ProjectLists};

/// Makes a project: empty, from a template or an example, or from the text of a file.
#[tauri::command]
#[specta::specta]
pub(crate) async fn project_create(desk: AtDesk<'_>, from: NewProject) -> Result<DocumentView, IpcError> {
    let at = Timestamp::now();
    let (project, source) = match from {
        NewProject::Blank { name } => (blank(&name, at), Source::Blank),
        NewProject::Text { name, text } => (pathloom_service::read(&text)?, Source::File { name }),
        NewProject::Shelf { id } => shelved(id)?,
    };
    let document = desk.library().create(&project, source, at)?;
    Ok(view(&desk.keep(document)))
}

fn shelved(id: String) -> Result<(pathloom_service::Project, Source), IpcError> {
    let one = shelf::find(&id).ok_or_else(|| IpcError::not_found(format!("the example \"{id}\"")))?;
    let source = match one.kind {
        ShelfKind::Template => Source::Template { id },
        ShelfKind::Example => Source::Example { id },
    };
    Ok((pathloom_service::read(one.text)?, source))
}

/// The project of a document that comes with Pathloom: the one opened before, or a new one.
///
/// # Errors
/// When there is no such document, or the library does not answer.
pub(crate) fn of_shelf(desk: &Desk, id: String) -> Result<String, IpcError> {
    let (project, source) = shelved(id)?;
    let mut library = desk.library();
    if let Some(known) = library.projects()?.into_iter().find(|card| card.source == source) {
        return Ok(known.id);
    }
    Ok(library.create(&project, source, Timestamp::now())?.id)
}

/// Opens a project as it was left.
#[tauri::command]
#[specta::specta]
pub(crate) async fn project_open(desk: AtDesk<'_>, id: String) -> Result<DocumentView, IpcError> {
    // Read anew: what is shown on opening is what is on the disk.
    desk.forget(&id);
    Ok(view(&*desk.document(&id)?))
}

/// Copies a project as it stands; the copy begins a history of its own.
#[tauri::command]
#[specta::specta]
pub(crate) async fn project_duplicate(desk: AtDesk<'_>, id: String) -> Result<ProjectLists, IpcError> {
    desk.library().duplicate(&id, Timestamp::now())?;
    lists(&desk)
}

/// Takes a project off the list; it can be had back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn project_delete(desk: AtDesk<'_>, id: String) -> Result<ProjectLists, IpcError> {
    desk.library().delete(&id, Timestamp::now())?;
    desk.forget(&id);
    lists(&desk)
}

/// Puts a deleted project back on the list.
#[tauri::command]
#[specta::specta]
pub(crate) async fn project_restore(desk: AtDesk<'_>, id: String) -> Result<ProjectLists, IpcError> {
    desk.library().restore(&id)?;
    lists(&desk)
}

fn lists(desk: &AtDesk<'_>) -> Result<ProjectLists, IpcError> {
    let library = desk.library();
    Ok(ProjectLists { projects: library.projects()?, deleted: library.deleted()? })
}
