//! Writing files whole or not at all.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::exit::Failure;

/// Writes files into a folder, made when it is not there: each is complete, or as it was before.
///
/// All are written beside their places first, and only then moved there, so a full disk or a stop in between
/// leaves no half file and no mixture of old and new.
///
/// # Errors
/// [`Failure::Write`] names the file.
pub(crate) fn write_whole<T: AsRef<[u8]>>(
    folder: &Path,
    files: &[(&str, T)],
) -> Result<Vec<PathBuf>, Failure> {
    fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))?;
    let mut waiting = Partials(Vec::new());
    for (name, content) in files {
        let partial = folder.join(format!(".{name}.{}.partial", std::process::id()));
        waiting.0.push(partial.clone());
        let write = |path: &Path| {
            let mut file = File::create(path)?;
            file.write_all(content.as_ref())?;
            file.sync_all()
        };
        write(&partial).map_err(|error| cannot_write(&folder.join(name), &error))?;
    }
    let mut written = Vec::new();
    for ((name, _), partial) in files.iter().zip(&waiting.0) {
        let place = folder.join(name);
        fs::rename(partial, &place).map_err(|error| cannot_write(&place, &error))?;
        written.push(place);
    }
    Ok(written)
}

/// Writes one file, whole or as it was before; its folder is made when it is not there.
///
/// # Errors
/// [`Failure::Write`].
pub(crate) fn write_one(place: &Path, content: Vec<u8>) -> Result<(), Failure> {
    let folder = place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = place.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    write_whole(folder, &[(name.as_str(), content)]).map(|_| ())
}

/// Writes new files; those that are there are overwritten only when `force` says so, otherwise nothing is written.
///
/// # Errors
/// [`Failure::Exists`] or [`Failure::Write`].
pub(crate) fn write_new<T: AsRef<[u8]>>(
    folder: &Path,
    files: &[(&str, T)],
    force: bool,
) -> Result<Vec<PathBuf>, Failure> {
    let there = files.iter().map(|(name, _)| folder.join(name)).find(|place| !force && place.exists());
    match there {
        Some(place) => Err(Failure::Exists { name: place.display().to_string() }),
        None => write_whole(folder, files),
    }
}

/// Partly written files; whatever has not been moved to its place is removed.
struct Partials(Vec<PathBuf>);

impl Drop for Partials {
    fn drop(&mut self) {
        for path in &self.0 {
            let _ = fs::remove_file(path);
        }
    }
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Failure {
    Failure::Write { name: path.display().to_string(), reason: crate::input::reason(error) }
}
