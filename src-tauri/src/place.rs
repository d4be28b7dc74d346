//! Where the library is kept, and where saved files go.

use std::path::PathBuf;

use tauri::{AppHandle, Manager};

/// Names another folder for the library: a memory stick, a network home, a test.
pub(crate) const HOME_VARIABLE: &str = "PATHLOOM_HOME";

/// Names a folder that saved files go to without asking: a machine without a file chooser, a test.
const SAVED_FILES_VARIABLE: &str = "PATHLOOM_SAVED_FILES";

/// Name of the library's file.
const FILE: &str = "library.db";

/// The folder that saved files go to without asking, where one is named.
pub(crate) fn saved_files() -> Option<PathBuf> {
    std::env::var_os(SAVED_FILES_VARIABLE).map(PathBuf::from)
}

/// The library's file; its folder is made when it is not there.
///
/// # Errors
/// When there is no folder for this user's data, or it cannot be made.
pub(crate) fn library_file(app: &AppHandle) -> anyhow::Result<PathBuf> {
    let folder = match std::env::var_os(HOME_VARIABLE) {
        Some(folder) => PathBuf::from(folder),
        None => app.path().app_data_dir()?,
    };
    std::fs::create_dir_all(&folder)?;
    Ok(folder.join(FILE))
}
