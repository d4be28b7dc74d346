//! The window's menu. Every item stands for an action of the window's own table, which does the work: an item sends
//! its action's id, and shortcuts are shown here but kept by the window, so that they are the same everywhere.

use tauri::menu::{AboutMetadata, Menu, MenuBuilder, MenuItemBuilder, SubmenuBuilder};
use tauri::{AppHandle, Emitter, Wry};

/// Event that carries the id of a chosen action.
pub(crate) const CHOSEN: &str = "menu-action";

/// Menus, with the ids and labels of their items; an empty id is a line.
const MENUS: [(&str, &[(&str, &str)]); 4] = [
    (
        "File",
        &[
            ("project.new", "New pathway"),
            ("project.open", "Open a file…\tCtrl+O"),
            ("", ""),
            ("project.save", "Save a copy as a file…\tCtrl+S"),
            ("project.close", "Back to start"),
        ],
    ),
    (
        "Edit",
        &[
            ("edit.undo", "Undo\tCtrl+Z"),
            ("edit.redo", "Redo\tCtrl+Shift+Z"),
            ("", ""),
            ("edit.find", "Find a step or action…\tCtrl+K"),
        ],
    ),
    (
        "View",
        &[
            ("go.start", "Start\tCtrl+1"),
            ("go.pathway", "Pathway\tCtrl+2"),
            ("go.people", "People and demand\tCtrl+3"),
            ("go.results", "Results\tCtrl+4"),
            ("go.case", "Business case\tCtrl+5"),
            ("", ""),
            ("guide.open", "Guide to this project"),
            ("bank.open", "Figure bank…"),
            ("", ""),
            ("view.theme", "Light or dark"),
        ],
    ),
    ("Run", &[("run.start", "Run\tCtrl+Enter"), ("run.stop", "Stop\tEscape")]),
];

/// The menu.
///
/// # Errors
/// When the system cannot make one.
pub(crate) fn menu(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let mut bar = MenuBuilder::new(app);
    for (title, items) in MENUS {
        let mut sub = SubmenuBuilder::new(app, title);
        for (id, label) in items {
            sub = if id.is_empty() {
                sub.separator()
            } else {
                sub.item(&MenuItemBuilder::with_id(*id, *label).build(app)?)
            };
        }
        if title == "File" {
            sub = sub.separator().quit();
        }
        bar = bar.item(&sub.build()?);
    }
    let about = AboutMetadata {
        name: Some("Pathloom".to_owned()),
        version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        comments: Some("Care pathways drawn as a graph and simulated as queues".to_owned()),
        license: Some("MIT or Apache 2.0".to_owned()),
        ..AboutMetadata::default()
    };
    bar.item(&SubmenuBuilder::new(app, "Help").about(Some(about)).build()?).build()
}

/// Passes a chosen item on to the window.
pub(crate) fn chosen(app: &AppHandle, id: &str) {
    // Without a window there is nothing to do.
    drop(app.emit(CHOSEN, id));
}
