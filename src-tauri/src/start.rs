//! Putting the program together.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use jiff::Timestamp;
use tauri::{AppHandle, Emitter, Manager, WebviewUrl, WebviewWindowBuilder};

use crate::commands::files::take_in;
use crate::commands::project::of_shelf;
use crate::desk::Desk;
use crate::ipc::{IpcError, builder};
use crate::{menu, place};

/// Event that names a project to open: a file was double-clicked while the window was open.
const OPENED: &str = "project-opened";
/// What names an example on the command line, as in the terminal's program.
const EXAMPLE_PREFIX: &str = "example:";
/// Event that says why such a file could not be opened.
const OPEN_FAILED: &str = "project-open-failed";

/// The file that the program was started with, until the window has asked for it.
#[derive(Debug, Default)]
pub(crate) struct Opened(Mutex<(Option<String>, Option<IpcError>)>);

impl Opened {
    /// The id of its project, or why there is none; only once.
    pub(crate) fn take(&self) -> (Option<String>, Option<IpcError>) {
        std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn of(desk: &Desk, asked: Option<Asked>) -> Self {
        let Some(asked) = asked else { return Self::default() };
        Self(Mutex::new(match asked.open(desk) {
            Ok(id) => (Some(id), None),
            Err(error) => (None, Some(error)),
        }))
    }
}

/// What a command line asks to open.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    /// A portable file.
    File(PathBuf),
    /// Something that comes with Pathloom, by its id.
    Shelf(String),
}

impl Asked {
    /// Reads a command line, in the folder it was given in.
    fn read(mut arguments: impl Iterator<Item = String>, folder: &Path) -> Option<Self> {
        let named = arguments.find(|argument| !argument.starts_with('-'))?;
        Some(match named.strip_prefix(EXAMPLE_PREFIX) {
            Some(id) => Self::Shelf(id.to_owned()),
            None => Self::File(folder.join(named)),
        })
    }

    /// The id of the project that it is.
    fn open(self, desk: &Desk) -> Result<String, IpcError> {
        match self {
            Self::File(file) => Ok(take_in(desk, &file)?.id),
            Self::Shelf(id) => of_shelf(desk, id),
        }
    }
}

/// Opens the window and stays until it is closed.
///
/// # Errors
/// When the window or the library cannot be opened at all.
pub fn run() -> anyhow::Result<()> {
    let contract = builder();
    let handler = contract.invoke_handler();
    let program = tauri::Builder::default();
    // A library in a folder of its own is a program of its own.
    let program = match std::env::var_os(place::HOME_VARIABLE) {
        Some(_) => program,
        None => program.plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            started_again(app, &arguments, Path::new(&folder));
        })),
    };
    program
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .menu(menu::menu)
        .on_menu_event(|app, event| menu::chosen(app, &event.id().0))
        .invoke_handler(handler)
        .setup(move |app| {
            contract.mount_events(app);
            let desk = Arc::new(open_desk(app.handle())?);
            app.manage(Opened::of(&desk, Asked::read(std::env::args().skip(1), Path::new("."))));
            app.manage(Arc::clone(&desk));
            open_window(app.handle())?;
            // Beside the window, which need not wait for it.
            std::thread::spawn(move || desk.drop_old_runs());
            Ok(())
        })
        .run(tauri::generate_context!())
        .context("the window could not be opened")
}

fn open_desk(app: &AppHandle) -> anyhow::Result<Desk> {
    let file = place::library_file(app)?;
    Desk::open(&file, Timestamp::now())
        .with_context(|| format!("the library {} could not be opened", file.display()))
}

fn open_window(app: &AppHandle) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, "main", WebviewUrl::App("index.html".into()))
        .title("Pathloom")
        .inner_size(1280.0, 800.0)
        .min_inner_size(1024.0, 640.0)
        // Files are dropped on the page, which reads them itself.
        .disable_drag_drop_handler()
        .build()
        .map(drop)
}

/// A second start hands its file to the first one, whose window comes forward.
fn started_again(app: &AppHandle, arguments: &[String], folder: &Path) {
    if let Some(window) = app.get_webview_window("main") {
        // A window that cannot come forward is no reason to lose the file.
        drop(window.unminimize());
        drop(window.set_focus());
    }
    let Some(asked) = Asked::read(arguments.iter().skip(1).cloned(), folder) else { return };
    let sent = match asked.open(&app.state::<Arc<Desk>>()) {
        Ok(id) => app.emit(OPENED, id),
        Err(error) => app.emit(OPEN_FAILED, error),
    };
    drop(sent);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_names_a_file_or_an_example_or_nothing() {
        let read = |arguments: &[&str]| {
            Asked::read(arguments.iter().map(|one| (*one).to_owned()), Path::new("/here"))
        };
        assert_eq!(read(&[]), None);
        assert_eq!(read(&["--flag"]), None);
        assert_eq!(read(&["case.pathloom"]), Some(Asked::File("/here/case.pathloom".into())));
        assert_eq!(read(&["--flag", "/there/a.json"]), Some(Asked::File("/there/a.json".into())));
        assert_eq!(read(&["example:birmingham"]), Some(Asked::Shelf("birmingham".to_owned())));
    }
}
