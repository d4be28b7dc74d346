//! The table of projects: what each is called, where it came from, and which of its revisions is current.

use jiff::Timestamp;
use pathloom_service::{Project, limits};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, TransactionBehavior, params};
use serde::{Deserialize, Serialize};

use crate::error::LibraryError;
use crate::moment::Moment;
use crate::open::Library;
use crate::revisions::{self, Document, NewRevision, Storable};

/// `current` is the revision that is shown, `tip` the newest on its way: what redo leads to. `is_open` says whether the
/// next edit may still become one step with the last; undo and redo say no. `name` repeats what the current revision says, so that
/// a list of projects need not unpack every document.
pub(crate) const TABLE: &str = "
CREATE TABLE projects (
  row        INTEGER PRIMARY KEY,
  id         TEXT    NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(8)))),
  name       TEXT    NOT NULL,
  source     TEXT    NOT NULL,
  created_at INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  deleted_at INTEGER,
  current    INTEGER NOT NULL,
  tip        INTEGER NOT NULL,
  is_open    INTEGER NOT NULL DEFAULT 0
) STRICT;
";

/// Where a project came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Source {
    /// Started empty.
    Blank,
    /// Started from a template.
    Template {
        /// Id of the template.
        id: String,
    },
    /// A worked example.
    Example {
        /// Id of the example.
        id: String,
    },
    /// Read from a portable file.
    File {
        /// Name of the file, without its folder.
        name: String,
    },
    /// Copied from another project.
    Copy {
        /// What that one was called.
        of: String,
    },
    /// Read out of a damaged library.
    Rescued,
}

impl Source {
    /// What the first revision is called in the history.
    fn label(&self) -> String {
        match self {
            Self::Blank => "Start empty".to_owned(),
            Self::Template { .. } => "Start from a template".to_owned(),
            Self::Example { .. } => "Open a worked example".to_owned(),
            Self::File { name } => format!("Open {name}"),
            Self::Copy { of } => format!("Copy of {of}"),
            Self::Rescued => "Recover from a damaged library".to_owned(),
        }
    }
}

/// A project as the start screen lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ProjectCard {
    /// Id in the library.
    pub id: String,
    /// What the document calls itself.
    pub name: String,
    /// Where it came from.
    pub source: Source,
    /// When it came into the library, RFC 3339.
    pub created_at: String,
    /// When it was last edited, undone or redone, RFC 3339.
    pub changed_at: String,
    /// When it was deleted, RFC 3339; none: it is not.
    pub deleted_at: Option<String>,
    /// The revision that is current.
    pub revision: u32,
}

/// What undo and redo need to know of a project.
pub(crate) struct Position {
    pub(crate) current: u32,
    pub(crate) tip: u32,
    pub(crate) is_open: bool,
    pub(crate) changed_at: Moment,
    pub(crate) source: Source,
}

impl Library {
    /// The projects, the one changed last first; deleted ones left out.
    ///
    /// # Errors
    /// Those of storage.
    pub fn projects(&self) -> Result<Vec<ProjectCard>, LibraryError> {
        cards(&self.connection, "deleted_at IS NULL ORDER BY changed_at DESC, row DESC")
    }

    /// The deleted projects, the one deleted last first.
    ///
    /// # Errors
    /// Those of storage.
    pub fn deleted(&self) -> Result<Vec<ProjectCard>, LibraryError> {
        cards(&self.connection, "deleted_at IS NOT NULL ORDER BY deleted_at DESC, row DESC")
    }

    /// Takes a document into the library as a new project.
    ///
    /// # Errors
    /// [`LibraryError::NotStorable`], and those of storage.
    pub fn create(
        &mut self,
        project: &Project,
        source: Source,
        at: Timestamp,
    ) -> Result<Document, LibraryError> {
        let storable = Storable::new(project)?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let id = insert(&transaction, project, &storable, &source, at)?;
        transaction.commit()?;
        self.document(&id)
    }

    /// The current document of a project.
    ///
    /// # Errors
    /// [`LibraryError::NoSuchProject`]; [`LibraryError::Unreadable`] when it is damaged: an earlier revision may still be
    /// had by [`Library::revision`].
    pub fn document(&self, id: &str) -> Result<Document, LibraryError> {
        revisions::document(&self.connection, id)
    }

    /// Copies the current document of a project into a new one, called "… (copy)"; its history stays behind.
    ///
    /// # Errors
    /// Those of [`Library::document`] and [`Library::create`].
    pub fn duplicate(&mut self, id: &str, at: Timestamp) -> Result<Document, LibraryError> {
        let mut project = self.document(id)?.project;
        let taken: Vec<String> = self.projects()?.into_iter().map(|card| card.name).collect();
        let of = std::mem::take(&mut project.name);
        project.name = copy_name(&of, &taken);
        self.create(&project, Source::Copy { of }, at)
    }

    /// Puts a project among the deleted ones. It stays in the library, with every revision.
    ///
    /// # Errors
    /// [`LibraryError::NoSuchProject`] when there is none, or it is deleted already.
    pub fn delete(&mut self, id: &str, at: Timestamp) -> Result<(), LibraryError> {
        let sql = "UPDATE projects SET deleted_at = ?2 WHERE id = ?1 AND deleted_at IS NULL";
        one_row(self.connection.execute(sql, params![id, Moment::of(at)])?, id)
    }

    /// Takes a project back from the deleted ones, as it was.
    ///
    /// # Errors
    /// [`LibraryError::NoSuchProject`] when no deleted project has this id.
    pub fn restore(&mut self, id: &str) -> Result<(), LibraryError> {
        let sql = "UPDATE projects SET deleted_at = NULL WHERE id = ?1 AND deleted_at IS NOT NULL";
        one_row(self.connection.execute(sql, [id])?, id)
    }
}

/// Writes a new project with its first revision; returns its id.
pub(crate) fn insert(
    connection: &Connection,
    project: &Project,
    storable: &Storable,
    source: &Source,
    at: Timestamp,
) -> Result<String, LibraryError> {
    let at = Moment::of(at);
    let sql = "INSERT INTO projects (name, source, created_at, changed_at, current, tip)
               VALUES (?1, ?2, ?3, ?3, 1, 1) RETURNING id";
    let id: String = connection.query_row(sql, params![project.name, source, at], |row| row.get(0))?;
    let label = source.label();
    let first =
        NewRevision { number: 1, parent: None, undo_to: None, coalesce: None, label: &label, made_at: at };
    revisions::insert(connection, &id, &first, storable)?;
    Ok(id)
}

/// Where a project stands; deleted ones are not found.
pub(crate) fn position(connection: &Connection, id: &str) -> Result<Position, LibraryError> {
    let sql = "SELECT current, tip, is_open, changed_at, source FROM projects
               WHERE id = ?1 AND deleted_at IS NULL";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row([id], |row| {
        Ok(Position {
            current: row.get(0)?,
            tip: row.get(1)?,
            is_open: row.get(2)?,
            changed_at: row.get(3)?,
            source: row.get(4)?,
        })
    });
    found.optional()?.ok_or_else(|| LibraryError::NoSuchProject { id: id.to_owned() })
}

/// Moves a project to another of its revisions.
pub(crate) fn set_position(
    connection: &Connection,
    id: &str,
    name: &str,
    to: &Position,
) -> Result<(), LibraryError> {
    let sql = "UPDATE projects SET name = ?2, current = ?3, tip = ?4, is_open = ?5, changed_at = ?6
               WHERE id = ?1";
    let values = params![id, name, to.current, to.tip, to.is_open, to.changed_at];
    one_row(connection.prepare_cached(sql)?.execute(values)?, id)
}

fn cards(connection: &Connection, which: &str) -> Result<Vec<ProjectCard>, LibraryError> {
    let columns = "id, name, source, created_at, changed_at, deleted_at, current";
    let mut statement =
        connection.prepare_cached(&format!("SELECT {columns} FROM projects WHERE {which}"))?;
    let rows = statement.query_map([], card)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn card(row: &Row<'_>) -> rusqlite::Result<ProjectCard> {
    let text = |moment: Moment| moment.text();
    Ok(ProjectCard {
        id: row.get(0)?,
        name: row.get(1)?,
        source: row.get(2)?,
        created_at: text(row.get(3)?),
        changed_at: text(row.get(4)?),
        deleted_at: row.get::<_, Option<Moment>>(5)?.map(text),
        revision: row.get(6)?,
    })
}

fn one_row(changed: usize, id: &str) -> Result<(), LibraryError> {
    if changed == 1 { Ok(()) } else { Err(LibraryError::NoSuchProject { id: id.to_owned() }) }
}

/// `Clinic (copy)`, or `Clinic (copy 2)` where that is taken; as long as a label may be.
fn copy_name(of: &str, taken: &[String]) -> String {
    let endings = std::iter::once(" (copy)".to_owned()).chain((2_u32..).map(|n| format!(" (copy {n})")));
    let names = endings.map(|ending| {
        let room = limits::LABEL_LENGTH - ending.chars().count();
        let start: String = of.chars().take(room).collect();
        start + &ending
    });
    names.into_iter().find(|name| !taken.contains(name)).unwrap_or_default()
}

impl ToSql for Source {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let text = serde_json::to_string(self)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
        Ok(text.into())
    }
}

impl FromSql for Source {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map_err(|error| FromSqlError::Other(Box::new(error)))
    }
}
