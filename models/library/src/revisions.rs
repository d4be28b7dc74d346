//! The table of revisions: every document that a project has ever been, never overwritten and never deleted.

use pathloom_service::{Project, read, write};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;

use crate::error::LibraryError;
use crate::moment::Moment;
use crate::open::Library;
use crate::packed::{pack, unpack};
use crate::projects::{Source, position};
use crate::undo;

/// `parent` is the revision that was edited; numbers grow from parent to child. `undo_to` is where undo leads from here:
/// the parent or, for revisions that are one step together, the parent of the first of them. `coalesce` says what may
/// join that step. `document` is the text of the document, packed.
///
/// `row` counts up without gaps, so that a damaged table can be read row by row.
pub(crate) const TABLE: &str = "
CREATE TABLE revisions (
  row         INTEGER PRIMARY KEY,
  project     TEXT    NOT NULL REFERENCES projects (id),
  number      INTEGER NOT NULL,
  parent      INTEGER,
  undo_to     INTEGER,
  coalesce    TEXT,
  label       TEXT    NOT NULL,
  made_at     INTEGER NOT NULL,
  document    BLOB    NOT NULL,
  UNIQUE (project, number),
  FOREIGN KEY (project, parent) REFERENCES revisions (project, number)
) STRICT;
";

/// A project as it is now, with what undo and redo would do.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Id of the project in the library.
    pub id: String,
    /// The revision that this is. The same number is always the same document.
    pub revision: u32,
    /// The document itself.
    pub project: Project,
    /// What undo would take back; none: nothing to undo.
    pub undo: Option<String>,
    /// What redo would do again; none: nothing to redo.
    pub redo: Option<String>,
    /// When it was last edited, undone or redone, RFC 3339.
    pub changed_at: String,
    /// Where the project came from.
    pub source: Source,
}

/// A revision as the history lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RevisionCard {
    /// Its number, from 1.
    pub number: u32,
    /// The revision it was made from; none for the first.
    pub parent: Option<u32>,
    /// What was done.
    pub label: String,
    /// When, RFC 3339.
    pub at: String,
    /// Whether undo and redo pass it; the others are on ways that were left by an edit after an undo.
    pub on_path: bool,
    /// Whether it is the one that is shown.
    pub is_current: bool,
}

/// A document that has been proved to come back as it was given.
pub(crate) struct Storable {
    text: String,
    packed: Vec<u8>,
}

impl Storable {
    /// Writes the document and reads it back: what cannot be read again must never become somebody's only copy.
    pub(crate) fn new(project: &Project) -> Result<Self, LibraryError> {
        let text = written(project)?;
        let packed = pack(text.as_bytes());
        Ok(Self { text, packed })
    }

    /// Whether it is the same document, letter by letter. One that cannot be read any more is not.
    pub(crate) fn is(&self, stored: &Result<String, LibraryError>) -> bool {
        stored.as_ref().is_ok_and(|text| *text == self.text)
    }
}

/// The text of a document, proved to be readable.
pub(crate) fn written(project: &Project) -> Result<String, LibraryError> {
    let text = write(project);
    let reason = match read(&text) {
        Ok(back) if back == *project => return Ok(text),
        Ok(_) => "it would come back changed".to_owned(),
        Err(error) => error.to_string(),
    };
    Err(LibraryError::NotStorable { reason })
}

/// What a row of the table says about a revision, its document left out.
pub(crate) struct Revision {
    pub(crate) undo_to: Option<u32>,
    pub(crate) coalesce: Option<String>,
    pub(crate) label: String,
    pub(crate) made_at: Moment,
}

/// A row that is about to be written.
pub(crate) struct NewRevision<'a> {
    pub(crate) number: u32,
    pub(crate) parent: Option<u32>,
    pub(crate) undo_to: Option<u32>,
    pub(crate) coalesce: Option<&'a str>,
    pub(crate) label: &'a str,
    pub(crate) made_at: Moment,
}

impl Library {
    /// Every revision of a project, deleted or not, the oldest first.
    ///
    /// # Errors
    /// [`LibraryError::NoSuchProject`], and those of storage.
    pub fn history(&self, id: &str) -> Result<Vec<RevisionCard>, LibraryError> {
        let ends = "SELECT current, tip FROM projects WHERE id = ?1";
        let ends = self.connection.query_row(ends, [id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let (current, tip): (u32, u32) =
            ends.ok_or_else(|| LibraryError::NoSuchProject { id: id.to_owned() })?;
        let on_path = undo::path(&self.connection, id, tip)?;
        let sql = "SELECT number, parent, label, made_at FROM revisions WHERE project = ?1 ORDER BY number";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map([id], |row| {
            let number = row.get(0)?;
            Ok(RevisionCard {
                number,
                parent: row.get(1)?,
                label: row.get(2)?,
                at: row.get::<_, Moment>(3)?.text(),
                on_path: on_path.contains(&number),
                is_current: number == current,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The document as it was at one revision, on whatever way.
    ///
    /// # Errors
    /// [`LibraryError::NoSuchRevision`], [`LibraryError::Unreadable`], and those of storage.
    pub fn revision(&self, id: &str, number: u32) -> Result<Project, LibraryError> {
        project_at(&self.connection, id, number)
    }
}

/// The current document of a project.
pub(crate) fn document(connection: &Connection, id: &str) -> Result<Document, LibraryError> {
    let position = position(connection, id)?;
    let project = project_at(connection, id, position.current)?;
    let (undo, redo) = undo::labels(connection, id, &position)?;
    Ok(Document {
        id: id.to_owned(),
        revision: position.current,
        project,
        undo,
        redo,
        changed_at: position.changed_at.text(),
        source: position.source,
    })
}

/// What the table says about one revision.
pub(crate) fn revision(connection: &Connection, id: &str, number: u32) -> Result<Revision, LibraryError> {
    let sql = "SELECT undo_to, coalesce, label, made_at FROM revisions
               WHERE project = ?1 AND number = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let found = statement.query_row(params![id, number], |row| {
        Ok(Revision { undo_to: row.get(0)?, coalesce: row.get(1)?, label: row.get(2)?, made_at: row.get(3)? })
    });
    found.optional()?.ok_or(LibraryError::NoSuchRevision { revision: number })
}

/// The text of one revision.
pub(crate) fn text_at(connection: &Connection, id: &str, number: u32) -> Result<String, LibraryError> {
    let sql = "SELECT document FROM revisions WHERE project = ?1 AND number = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let packed: Option<Vec<u8>> = statement.query_row(params![id, number], |row| row.get(0)).optional()?;
    let packed = packed.ok_or(LibraryError::NoSuchRevision { revision: number })?;
    unpacked(&packed, number)
}

/// The document of one revision.
pub(crate) fn project_at(connection: &Connection, id: &str, number: u32) -> Result<Project, LibraryError> {
    parsed(&text_at(connection, id, number)?, number)
}

/// The document in the packed text of a row.
pub(crate) fn project_in(packed: &[u8], number: u32) -> Result<Project, LibraryError> {
    parsed(&unpacked(packed, number)?, number)
}

fn unpacked(packed: &[u8], revision: u32) -> Result<String, LibraryError> {
    let unreadable = |reason: String| LibraryError::Unreadable { revision, reason };
    let bytes = unpack(packed).map_err(|error| unreadable(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| unreadable(error.to_string()))
}

fn parsed(text: &str, revision: u32) -> Result<Project, LibraryError> {
    read(text).map_err(|error| LibraryError::Unreadable { revision, reason: error.to_string() })
}

/// Writes a row.
pub(crate) fn insert(
    connection: &Connection,
    id: &str,
    new: &NewRevision<'_>,
    document: &Storable,
) -> Result<(), LibraryError> {
    let sql = "INSERT INTO revisions
               (project, number, parent, undo_to, coalesce, label, made_at, document)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
    connection.prepare_cached(sql)?.execute(params![
        id,
        new.number,
        new.parent,
        new.undo_to,
        new.coalesce,
        new.label,
        new.made_at,
        document.packed
    ])?;
    Ok(())
}

/// The number after the newest revision of a project, whatever way that is on.
pub(crate) fn next_number(connection: &Connection, id: &str) -> Result<u32, LibraryError> {
    let sql = "SELECT max(number) + 1 FROM revisions WHERE project = ?1";
    Ok(connection.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}
