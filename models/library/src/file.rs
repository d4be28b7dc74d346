//! Portable files: one document as a text that can be mailed, kept and compared.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use pathloom_service::{Project, limits};

use crate::error::LibraryError;
use crate::revisions::written;

/// How the name of a portable file ends. `.json` is read as well.
pub const EXTENSION: &str = "pathloom";

/// Writes a document to a file, whole or not at all.
///
/// It is written beside its place, flushed to the disk, and only then moved there: a full disk or a stop in between
/// leaves what was there before. A link is followed; the rights of a file that is there stay.
/// # Errors
/// [`LibraryError::NotStorable`], [`LibraryError::NotAFile`], [`LibraryError::DiskFull`], [`LibraryError::Refused`].
pub fn save(path: &Path, project: &Project) -> Result<(), LibraryError> {
    write(path, written(project)?.as_bytes())
}

/// Writes a file whole or not at all, over one that may be there: a chart, a table.
///
/// # Errors
/// [`LibraryError::NotAFile`], [`LibraryError::DiskFull`], [`LibraryError::Refused`].
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), LibraryError> {
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    if place.is_dir() {
        return Err(LibraryError::NotAFile { path: path.to_path_buf() });
    }
    let partial = Partial(partial_name(&place));
    let write = || {
        let there = fs::metadata(&place).map(|there| there.permissions()).ok();
        if there.as_ref().is_some_and(fs::Permissions::readonly) {
            // Moving a file over it would work, against the wish of whoever marked it.
            return Err(std::io::ErrorKind::PermissionDenied.into());
        }
        let mut file = File::create(&partial.0)?;
        file.write_all(bytes)?;
        if let Some(rights) = there {
            file.set_permissions(rights)?;
        }
        file.sync_all()?;
        fs::rename(&partial.0, &place)?;
        flush_folder(&place)
    };
    write().map_err(|error| LibraryError::from_io(path, error))
}

/// Reads the document in a file.
///
/// # Errors
/// [`LibraryError::NotFound`], [`LibraryError::NotAFile`], [`LibraryError::TooLong`], [`LibraryError::NotText`],
/// [`LibraryError::NotADocument`] with the place of the first mistake, [`LibraryError::Refused`].
pub fn load(path: &Path) -> Result<Project, LibraryError> {
    let text = load_text(path, limits::TEXT_BYTES as u32)?;
    pathloom_service::read(&text)
        .map_err(|source| LibraryError::NotADocument { path: path.to_path_buf(), source })
}

/// Reads a file as text in UTF-8: a document, or a list to import.
///
/// # Errors
/// [`LibraryError::NotFound`], [`LibraryError::NotAFile`], [`LibraryError::TooLong`], [`LibraryError::NotText`],
/// [`LibraryError::Refused`].
pub fn load_text(path: &Path, limit_bytes: u32) -> Result<String, LibraryError> {
    let refused = |error| LibraryError::from_io(path, error);
    // Asked before opening: opening a pipe would wait for whoever writes into it.
    if !fs::metadata(path).map_err(refused)?.is_file() {
        return Err(LibraryError::NotAFile { path: path.to_path_buf() });
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(refused)?;
    file.take(u64::from(limit_bytes) + 1).read_to_end(&mut bytes).map_err(refused)?;
    if bytes.len() as u64 > u64::from(limit_bytes) {
        return Err(LibraryError::TooLong { limit_bytes });
    }
    decode(path, bytes)
}

fn decode(path: &Path, bytes: Vec<u8>) -> Result<String, LibraryError> {
    let not = |reason: String| LibraryError::NotText { path: path.to_path_buf(), reason };
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(not("it is saved as UTF-16".to_owned()));
    }
    String::from_utf8(bytes).map_err(|error| {
        not(format!("byte {} is no letter in UTF-8", error.utf8_error().valid_up_to().saturating_add(1)))
    })
}

/// A file that is being written; gone unless it was moved to its place.
struct Partial(PathBuf);

impl Drop for Partial {
    fn drop(&mut self) {
        // Gone already when all went well; otherwise the error that led here says more than this one would.
        let _ = fs::remove_file(&self.0);
    }
}

/// A name in the same folder (only there is moving a file one step) that no other save uses, however long the file's is.
fn partial_name(place: &Path) -> PathBuf {
    static SAVES: AtomicU32 = AtomicU32::new(0);
    let number = SAVES.fetch_add(1, Ordering::Relaxed);
    place.with_file_name(format!(".pathloom-{}-{number}.partial", std::process::id()))
}

/// Makes the new name itself last through a power cut, where a folder can be flushed.
fn flush_folder(place: &Path) -> std::io::Result<()> {
    match place.parent() {
        Some(folder) if cfg!(unix) && !folder.as_os_str().is_empty() => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}
