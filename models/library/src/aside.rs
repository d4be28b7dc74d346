//! Making room for a new library without deleting the old one.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::error::LibraryError;
use crate::migrate::beside;

/// What a library consists of. The log goes before the database: a new database beside an old log would throw that away.
const ENDINGS: [&str; 3] = ["-wal", "-shm", ""];

/// Renames a damaged library, with the files the database keeps beside it, to a dated name in the same folder, and
/// says which: `library.db` becomes `library.db.damaged-2026-04-06-093000`.
///
/// Nothing is deleted and nothing is overwritten. No [`crate::Library`] may have the file open.
/// # Errors
/// [`LibraryError::NotFound`], or the system's refusal. What has been renamed by then is still there under its new name.
pub fn set_aside(path: &Path, at: Timestamp) -> Result<PathBuf, LibraryError> {
    if !taken(path) {
        return Err(LibraryError::NotFound { path: path.to_path_buf() });
    }
    let place = free_name(path, at);
    for ending in ENDINGS {
        let from = beside(path, ending);
        if from.exists() {
            fs::rename(&from, beside(&place, ending)).map_err(|error| LibraryError::from_io(&from, error))?;
        }
    }
    Ok(place)
}

/// Whether the database or anything that belongs to it is there.
fn taken(path: &Path) -> bool {
    ENDINGS.iter().any(|ending| beside(path, ending).exists())
}

fn free_name(path: &Path, at: Timestamp) -> PathBuf {
    let date = at.to_zoned(TimeZone::UTC).strftime("%Y-%m-%d-%H%M%S").to_string();
    let dated = beside(path, &format!(".damaged-{date}"));
    let numbered = (2_u32..).map(|number| beside(&dated, &format!("-{number}")));
    std::iter::once(dated.clone()).chain(numbered).find(|name| !taken(name)).unwrap_or(dated)
}
