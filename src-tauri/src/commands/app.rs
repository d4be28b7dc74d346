//! The program as a whole: what it starts with, and settings.

use pathloom_library::Settings;
use pathloom_service::shelf::SHELF;
use tauri::State;

use super::AtDesk;
use crate::ipc::{AppView, IpcError, ShelfCard};
use crate::start::Opened;

/// What the window needs to start.
#[tauri::command]
#[specta::specta]
pub(crate) async fn app_open(desk: AtDesk<'_>, opened: State<'_, Opened>) -> Result<AppView, IpcError> {
    let (open, open_failed) = opened.take();
    let library = desk.library();
    Ok(AppView {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        projects: library.projects()?,
        deleted: library.deleted()?,
        shelf: shelf(),
        settings: library.settings()?,
        notice: desk.notice.clone(),
        open,
        open_failed,
    })
}

/// Keeps what this person chose.
#[tauri::command]
#[specta::specta]
pub(crate) async fn settings_put(desk: AtDesk<'_>, settings: Settings) -> Result<(), IpcError> {
    Ok(desk.library().set_settings(&settings)?)
}

fn shelf() -> Vec<ShelfCard> {
    let card = |one: &pathloom_service::shelf::Shelved| {
        let project = pathloom_service::read(one.text).ok()?;
        Some(ShelfCard {
            id: one.id.to_owned(),
            kind: one.kind,
            service_model: one.service_model,
            name: project.name,
            description: project.description,
            options: project.options.into_iter().map(|option| option.name).collect(),
        })
    };
    SHELF.iter().filter_map(card).collect()
}
