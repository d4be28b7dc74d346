//! Bringing a library of an earlier version up to this one.
//!
//! A version is a list of SQL batches, one for each table that it touches; the SQL itself stands with its table. All
//! versions that are missing run in one transaction, after a copy of the file has been put beside it, so whatever
//! goes wrong leaves the library as it was.
//!
//! Changes are additive where they can be. A version that is new here is a promise that an older Pathloom refuses the
//! file ([`crate::LibraryError::TooNew`]); so is a new version of the document format.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use crate::error::LibraryError;
use crate::{projects, revisions, runs, settings};

/// What each version adds to the one before; the first makes a library out of an empty file.
pub(crate) const VERSIONS: &[Version] =
    &[&[MARK, projects::TABLE, revisions::TABLE, runs::TABLE, settings::TABLE]];

/// The SQL of one version.
pub(crate) type Version = &'static [&'static str];

/// "Path" in ASCII: says in the file's header whose database it is.
pub(crate) const APPLICATION_ID: u32 = 0x5061_7468;

const MARK: &str = "PRAGMA application_id = 0x50617468;";

/// Runs the versions that are missing.
///
/// # Parameters
/// `path` -- the file, of which a copy is kept first unless it is new; none: the library is in memory.
/// # Errors
/// [`LibraryError::TooNew`]; otherwise whatever kept it from working. The library is as it was.
pub(crate) fn migrate(
    connection: &mut Connection,
    path: Option<&Path>,
    versions: &[Version],
) -> Result<(), LibraryError> {
    let newest = count(versions);
    let found = version(connection)?;
    if found > newest {
        return Err(LibraryError::TooNew { found, supported: newest });
    }
    if found == newest {
        return Ok(());
    }
    if let Some(path) = path.filter(|_| found > 0) {
        keep_copy(connection, path, newest)?;
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another Pathloom may have been faster between the first look and the lock.
    let done = version(&transaction)?;
    for batches in versions.iter().skip(done as usize) {
        for batch in *batches {
            transaction.execute_batch(batch)?;
        }
    }
    transaction.pragma_update(None, "user_version", newest.max(done))?;
    transaction.commit()?;
    Ok(())
}

/// The version of the library that a connection sees.
pub(crate) fn version(connection: &Connection) -> Result<u32, LibraryError> {
    Ok(connection.pragma_query_value(None, "user_version", |row| row.get(0))?)
}

/// How many versions there are.
pub(crate) const fn count(versions: &[Version]) -> u32 {
    versions.len() as u32
}

/// Copies the library to `<file>.before-v<newest>`, whole or not at all. What was there from an earlier attempt is
/// replaced: the library has only been added to since.
fn keep_copy(connection: &Connection, path: &Path, newest: u32) -> Result<(), LibraryError> {
    let copy = beside(path, &format!(".before-v{newest}"));
    let partial = beside(path, &format!(".before-v{newest}.partial"));
    let refused = |error| LibraryError::from_io(&copy, error);
    if partial.exists() {
        fs::remove_file(&partial).map_err(refused)?;
    }
    connection.backup("main", &partial, None)?;
    File::open(&partial).and_then(|file| file.sync_all()).map_err(refused)?;
    fs::rename(&partial, &copy).map_err(refused)
}

/// A file in the same folder whose name goes on: `library.db` and `-wal` make `library.db-wal`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests;
