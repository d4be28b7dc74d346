//! Opening the library: the looks before the first write, and how the database is set up.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::LibraryError;
use crate::migrate::{APPLICATION_ID, VERSIONS, beside, count, migrate, version};

/// The version of the library's file that this Pathloom writes.
pub const LIBRARY_VERSION: u32 = count(VERSIONS);

/// How long a call waits for another program to let go of the file; chosen.
const PATIENCE: Duration = Duration::from_secs(2);

/// Length of a database's header `[bytes]`. Its parts: <https://www.sqlite.org/fileformat2.html#the_database_header>.
const HEADER_BYTES: usize = 100;

/// All projects of one person on one machine: one file, open.
///
/// Writing takes `&mut self`: one call at a time. A second window or program may have the same file open; an edit that
/// comes too late is told so ([`LibraryError::Conflict`]).
#[derive(Debug)]
pub struct Library {
    pub(crate) connection: Connection,
}

impl Library {
    /// Opens the library, or starts one where there is no file.
    ///
    /// A library of an earlier version is brought up to this one, after a copy of it is put beside it
    /// (`<file>.before-v2`).
    /// # Errors
    /// [`LibraryError::TooNew`], [`LibraryError::NotALibrary`], [`LibraryError::Damaged`]: the file is left as it is, byte
    /// for byte. [`LibraryError::Busy`], [`LibraryError::Refused`] and the like: trying again may work.
    pub fn open(path: &Path) -> Result<Self, LibraryError> {
        look_at_header(path)?;
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let mut connection = Connection::open_with_flags(path, flags)?;
        // Until the file is known to be ours and whole, closing it must not move anything from the log into it.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        connection.busy_timeout(PATIENCE)?;
        look_at_contents(&connection, path)?;
        set_up(&connection)?;
        migrate(&mut connection, Some(path), VERSIONS)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        Ok(Self { connection })
    }

    /// A library that is gone when it is dropped.
    ///
    /// # Errors
    /// There is no memory for it.
    pub fn in_memory() -> Result<Self, LibraryError> {
        let mut connection = Connection::open_in_memory()?;
        set_up(&connection)?;
        migrate(&mut connection, None, VERSIONS)?;
        Ok(Self { connection })
    }
}

/// Refuses by the first bytes of the file, without opening it as a database: not even a lock file is made.
fn look_at_header(path: &Path) -> Result<(), LibraryError> {
    let refused = |error| LibraryError::from_io(path, error);
    let mut file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return look_for_orphan(path),
        other => other.map_err(refused)?,
    };
    if !file.metadata().map_err(refused)?.is_file() {
        return Err(LibraryError::NotAFile { path: path.to_path_buf() });
    }
    let mut header = Vec::with_capacity(HEADER_BYTES);
    file.by_ref().take(HEADER_BYTES as u64).read_to_end(&mut header).map_err(refused)?;
    if header.is_empty() {
        return look_for_orphan(path);
    }
    if header.len() < HEADER_BYTES || !header.starts_with(b"SQLite format 3\0") {
        return Err(LibraryError::Damaged { reason: "the file is not a database".to_owned() });
    }
    judge(path, number_at(&header, 68), number_at(&header, 60))
}

/// A log without its database may hold the last edits: a new database in its place would throw it away.
fn look_for_orphan(path: &Path) -> Result<(), LibraryError> {
    match beside(path, "-wal").metadata() {
        Ok(log) if log.len() > 0 => {
            Err(LibraryError::Damaged { reason: "the file is missing or empty, its log is not".to_owned() })
        }
        _ => Ok(()),
    }
}

fn number_at(header: &[u8], at: usize) -> u32 {
    header[at..at + 4].iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

/// The same looks at what the log of a killed program may hold beyond the file itself, and whether every page is sound.
fn look_at_contents(connection: &Connection, path: &Path) -> Result<(), LibraryError> {
    let owner: u32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let found = version(connection)?;
    judge(path, owner, found)?;
    if found == 0 {
        let tables: u32 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
        if tables > 0 {
            return Err(LibraryError::NotALibrary { path: path.to_path_buf() });
        }
    }
    let complaint: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if complaint == "ok" { Ok(()) } else { Err(LibraryError::Damaged { reason: complaint }) }
}

/// Whose file it is, and of which version; a file with neither is new.
fn judge(path: &Path, owner: u32, found: u32) -> Result<(), LibraryError> {
    if owner != APPLICATION_ID && (owner != 0 || found != 0) {
        return Err(LibraryError::NotALibrary { path: path.to_path_buf() });
    }
    if found > LIBRARY_VERSION {
        return Err(LibraryError::TooNew { found, supported: LIBRARY_VERSION });
    }
    Ok(())
}

/// How the database works.
///
/// A write-ahead log: readers never wait, and a killed program loses nothing it was told is stored. `FULL` flushes
/// the log at every commit, so that a power cut loses nothing either; an edit costs a few milliseconds and comes at the
/// pace of a person. (`NORMAL` would keep the file sound, but could take back the last edits.)
fn set_up(connection: &Connection) -> Result<(), LibraryError> {
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    connection.pragma_update(None, "trusted_schema", "OFF")?;
    // Room for the statements of every table: they are prepared once.
    connection.set_prepared_statement_cache_capacity(64);
    Ok(())
}
