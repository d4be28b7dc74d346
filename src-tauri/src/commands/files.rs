//! Files outside the library, always chosen by the person in a dialog of the system.

use std::path::PathBuf;

use jiff::Timestamp;
use pathloom_library::{Source, file};
use tauri::AppHandle;
use tauri::image::Image;
use tauri_plugin_clipboard_manager::ClipboardExt;
use tauri_plugin_dialog::DialogExt;

use super::{AtDesk, aside};
use crate::desk::{Desk, view};
use crate::ipc::{DocumentView, FileKind, IpcError};
use crate::place::saved_files;

/// Extensions of a portable file.
const EXTENSIONS: [&str; 2] = ["pathloom", "json"];

/// Asks for a portable file and opens it as a project; none when the person thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn document_pick(
    app: AppHandle,
    desk: AtDesk<'_>,
) -> Result<Option<DocumentView>, IpcError> {
    let chosen = aside(move || {
        let dialog = app.dialog().file().add_filter("Pathloom", &EXTENSIONS);
        Ok(dialog.blocking_pick_file().and_then(|path| path.into_path().ok()))
    });
    let Some(path) = chosen.await? else { return Ok(None) };
    Ok(Some(take_in(&desk, &path)?))
}

/// Opens a portable file as a project of the library.
///
/// # Errors
/// When the file cannot be read as a document, or the library cannot take it.
pub(crate) fn take_in(desk: &Desk, path: &std::path::Path) -> Result<DocumentView, IpcError> {
    let project = file::load(path)?;
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let document = desk.library().create(&project, Source::File { name }, Timestamp::now())?;
    Ok(view(&desk.keep(document)))
}

/// Asks where to, and saves the document as a portable file; the path, or none when the person thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn document_save(
    app: AppHandle,
    desk: AtDesk<'_>,
    id: String,
) -> Result<Option<String>, IpcError> {
    let document = desk.document(&id)?;
    let kind = Kind { label: "Pathloom", extension: EXTENSIONS[0] };
    let name = document.project.name.clone();
    let Some(path) = aside(move || Ok(ask_for(&app, &name, kind))).await? else { return Ok(None) };
    file::save(&path, &document.project)?;
    Ok(Some(path.display().to_string()))
}

/// Asks where to, and saves a chart or a table; the path, or none when the person thought better of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn file_save(
    app: AppHandle,
    name: String,
    kind: FileKind,
    bytes: Vec<u8>,
) -> Result<Option<String>, IpcError> {
    let (label, extension) = match kind {
        FileKind::Png => ("Picture (PNG)", "png"),
        FileKind::Svg => ("Drawing (SVG)", "svg"),
        FileKind::Csv => ("Table (CSV)", "csv"),
    };
    let kind = Kind { label, extension };
    let Some(path) = aside(move || Ok(ask_for(&app, &name, kind))).await? else { return Ok(None) };
    file::write(&path, &bytes)?;
    Ok(Some(path.display().to_string()))
}

/// Puts a picture on the clipboard.
#[tauri::command]
#[specta::specta]
pub(crate) async fn image_copy(app: AppHandle, png: Vec<u8>) -> Result<(), IpcError> {
    let failed = |message: String| IpcError::Storage {
        message: format!("the picture could not be copied: {message}"),
        hint: Some("save it as a file instead".to_owned()),
    };
    let image = Image::from_bytes(&png).map_err(|error| failed(error.to_string()))?;
    app.clipboard().write_image(&image).map_err(|error| failed(error.to_string()))
}

/// What kind of file is saved.
#[derive(Debug, Clone, Copy)]
pub(super) struct Kind {
    /// What a person calls it.
    pub(super) label: &'static str,
    /// The ending of its name, without the dot.
    pub(super) extension: &'static str,
}

/// Asks where a file should go, on a thread that may wait; none when the person thought better of it.
///
/// Where a folder for saved files is named ([`crate::place`]), it goes there and nobody is asked.
pub(super) fn ask_for(app: &AppHandle, label: &str, kind: Kind) -> Option<PathBuf> {
    let name = format!("{}.{}", file_name(label), kind.extension);
    if let Some(folder) = saved_files() {
        return Some(folder.join(name));
    }
    let dialog = app.dialog().file().set_file_name(name).add_filter(kind.label, &[kind.extension]);
    dialog.blocking_save_file().and_then(|path| path.into_path().ok())
}

/// A label as a name that every file system takes.
fn file_name(label: &str) -> String {
    let allowed = |letter: char| {
        if letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_' | ',' | '(' | ')') {
            letter
        } else {
            ' '
        }
    };
    let name: String = label.chars().take(120).map(allowed).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { "Pathloom".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn labels_become_names_of_files() {
        for (label, name) in [
            ("Children's OT: a/b", "Children s OT a b"),
            ("../../etc/passwd", "etc passwd"),
            ("", "Pathloom"),
            ("  \n ", "Pathloom"),
        ] {
            assert_eq!(file_name(label), name, "{label}");
        }
    }
}
