//! What a damaged library still holds.
//!
//! The file is opened for reading only, told to go on where it would otherwise stop at the first contradiction, and
//! read row by row: a row that cannot be read costs that row. Of each project the newest revision that is still a
//! document is taken; a checksum in each row tells. Runs and settings are left: they can be had again.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use jiff::Timestamp;
use pathloom_service::Project;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior};

use crate::error::LibraryError;
use crate::moment::Moment;
use crate::open::Library;
use crate::projects::{Source, insert};
use crate::revisions::{Storable, project_in};

/// Fewest bytes a row can take: it bounds how many there can be in a table whose end is lost.
const LEAST_ROW_BYTES: u64 = 64;

/// What was read out of a damaged library.
#[derive(Debug, Clone, PartialEq)]
pub struct Rescued {
    /// The projects, in the order in which they came into the library.
    pub projects: Vec<RescuedProject>,
    /// What could not be read, in words for whoever it belonged to.
    pub lost: Vec<String>,
}

/// The newest readable document of one project.
#[derive(Debug, Clone, PartialEq)]
pub struct RescuedProject {
    /// What the document calls itself.
    pub name: String,
    /// The document.
    pub project: Project,
    /// Number of the revision that it was.
    pub revision: u32,
    /// When that revision was made, RFC 3339.
    pub made_at: String,
    /// Whether it is the one that was shown last; otherwise newer edits are lost.
    pub is_current: bool,
    /// Whether the project was among the deleted ones.
    pub was_deleted: bool,
}

/// Reads whatever can still be read of a damaged library. The file is not changed.
///
/// # Errors
/// [`LibraryError::NotFound`] and the like. A file of which nothing can be read is no error: everything is lost then.
pub fn rescue(path: &Path) -> Result<Rescued, LibraryError> {
    let bytes = fs::metadata(path).map_err(|error| LibraryError::from_io(path, error))?.len();
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    // Without this a file that is shorter than its header says is refused as a whole.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
    if let Err(error) = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())) {
        let lost = vec![format!("Nothing in the file can be read: {error}.")];
        return Ok(Rescued { projects: Vec::new(), lost });
    }
    let found = Found::read(&connection, bytes);
    Ok(found.sort_out(&connection))
}

impl Library {
    /// Takes rescued projects in, all or none; deleted ones as deleted.
    ///
    /// # Errors
    /// Those of storage.
    pub fn take_in(&mut self, rescued: &[RescuedProject], at: Timestamp) -> Result<(), LibraryError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for one in rescued {
            let storable = Storable::new(&one.project)?;
            let id = insert(&transaction, &one.project, &storable, &Source::Rescued, at)?;
            if one.was_deleted {
                let sql = "UPDATE projects SET deleted_at = ?2 WHERE id = ?1";
                transaction.execute(sql, (id, Moment::of(at)))?;
            }
        }
        Ok(transaction.commit()?)
    }
}

/// The rows that can be read, their documents left out.
struct Found {
    projects: BTreeMap<String, ProjectRow>,
    revisions: BTreeMap<String, Vec<RevisionRow>>,
}

struct ProjectRow {
    row: i64,
    name: String,
    current: u32,
    deleted: bool,
}

struct RevisionRow {
    row: i64,
    number: u32,
}

impl Found {
    fn read(connection: &Connection, file_bytes: u64) -> Self {
        let mut found = Self { projects: BTreeMap::new(), revisions: BTreeMap::new() };
        let sql = "SELECT id, name, current, deleted_at IS NOT NULL FROM projects WHERE row = ?1";
        each_row(connection, "projects", sql, file_bytes, |row_number, row| {
            let project =
                ProjectRow { row: row_number, name: row.get(1)?, current: row.get(2)?, deleted: row.get(3)? };
            found.projects.insert(row.get(0)?, project);
            Ok(())
        });
        let sql = "SELECT project, number FROM revisions WHERE row = ?1";
        each_row(connection, "revisions", sql, file_bytes, |row_number, row| {
            let revision = RevisionRow { row: row_number, number: row.get(1)? };
            found.revisions.entry(row.get(0)?).or_default().push(revision);
            Ok(())
        });
        found
    }

    /// The newest readable document of each project, and words for what is missing.
    fn sort_out(mut self, connection: &Connection) -> Rescued {
        let mut lost = Vec::new();
        let mut projects = Vec::new();
        for (id, mut revisions) in std::mem::take(&mut self.revisions) {
            let known = self.projects.remove(&id);
            let current = known.as_ref().map(|project| project.current);
            // The one that was shown last is wanted most, then the newest.
            revisions.sort_by_key(|revision| (Some(revision.number) != current, u32::MAX - revision.number));
            let readable = revisions.iter().find_map(|revision| document(connection, revision));
            let name = known.as_ref().map_or("A project whose name is lost", |project| &project.name);
            let Some((revision, made_at, project)) = readable else {
                lost.push(format!("{name}: none of the {} versions found can be read.", revisions.len()));
                continue;
            };
            let is_current = current == Some(revision);
            if !is_current {
                lost.push(format!(
                    "{}: the version shown last; version {revision} of {made_at} was recovered.",
                    project.name
                ));
            }
            let order = known.as_ref().map_or(i64::MAX, |project| project.row);
            let was_deleted = known.is_some_and(|project| project.deleted);
            let name = project.name.clone();
            let found = RescuedProject { name, project, revision, made_at, is_current, was_deleted };
            projects.push((order, found));
        }
        lost.extend(self.projects.values().map(|project| format!("{}: no version was found.", project.name)));
        projects.sort_by_key(|(order, _)| *order);
        Rescued { projects: projects.into_iter().map(|(_, project)| project).collect(), lost }
    }
}

/// The document of a row, when it is still one.
fn document(connection: &Connection, revision: &RevisionRow) -> Option<(u32, String, Project)> {
    let sql = "SELECT made_at, document FROM revisions WHERE row = ?1";
    let row = connection.query_row(sql, [revision.row], |row| {
        Ok((row.get::<_, Moment>(0).map(Moment::text), row.get::<_, Vec<u8>>(1)?))
    });
    let (made_at, packed) = row.ok()?;
    let project = project_in(&packed, revision.number).ok()?;
    Some((revision.number, made_at.unwrap_or_else(|_| "an unknown day".to_owned()), project))
}

/// Reads a table by the numbers of its rows, so that one unreadable page costs no other.
fn each_row(
    connection: &Connection,
    table: &str,
    sql: &str,
    file_bytes: u64,
    mut take: impl FnMut(i64, &rusqlite::Row<'_>) -> rusqlite::Result<()>,
) {
    let Ok(mut statement) = connection.prepare(sql) else { return };
    let last: rusqlite::Result<Option<i64>> =
        connection.query_row(&format!("SELECT max(row) FROM {table}"), [], |row| row.get(0));
    // The end of the table may be what is damaged: then every number a file of this length has room for is tried.
    let room = i64::try_from(file_bytes / LEAST_ROW_BYTES).unwrap_or(i64::MAX);
    let last = last.map_or(room, Option::unwrap_or_default);
    for number in 1..=last.min(room) {
        // A row that cannot be read is what this is for: it is passed over.
        let _ = statement.query_row([number], |row| take(number, row)).optional();
    }
}
