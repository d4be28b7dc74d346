//! Edit, undo and redo: the ways between revisions.
//!
//! Revisions form a tree. `current` is where the project stands, `tip` the end of the way it stands on:
//!
//! ```text
//!   1 ── 2 ── 3 ── 4        edit, edit, edit        current 4, tip 4
//!   1 ── 2 ── 3 ── 4        undo, undo              current 2, tip 4
//!        └─── 5             edit                    current 5, tip 5: redo is empty, 3 and 4 stay in the table
//! ```
//!
//! Undo goes to the parent, redo to the next one on the way to the tip. Revisions that are one step together (a
//! figure while it is being typed) are passed at once. Both only move `current`; no revision is made, changed or removed.

use std::collections::BTreeSet;

use jiff::Timestamp;
use pathloom_service::Project;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::error::LibraryError;
use crate::moment::Moment;
use crate::open::Library;
use crate::projects::{Position, position, set_position};
use crate::revisions::{self, Document, NewRevision, Storable, next_number, revision, text_at};

/// How soon the next edit has to come to become one step with the last `[ms]`; chosen: a pause in typing.
const GROUP_MILLISECONDS: i64 = 2_000;

impl Library {
    /// Stores a changed document as a new revision.
    ///
    /// A document that is the same as the current one makes no revision. An edit after an undo starts a new way from
    /// where the project stands: redo is empty then, the old way stays in the history.
    ///
    /// # Parameters
    /// `expected` -- the revision that was edited.
    /// `label` -- what was done, for the undo button: "Move Assessment".
    /// `coalesce` -- what is being changed, where several edits are to be one step of undo: `wte:ot-band-6`. An edit
    /// joins the one before when both name the same, it comes less than two seconds later, and nothing was undone or
    /// redone in between.
    /// # Errors
    /// [`LibraryError::Conflict`], [`LibraryError::NotStorable`], [`LibraryError::NoSuchProject`], and those of storage.
    pub fn edit(
        &mut self,
        id: &str,
        expected: u32,
        project: &Project,
        label: &str,
        coalesce: Option<&str>,
        at: Timestamp,
    ) -> Result<Document, LibraryError> {
        let storable = Storable::new(project)?;
        let at = Moment::of(at);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let before = position_expected(&transaction, id, expected)?;
        if storable.is(&text_at(&transaction, id, before.current)) {
            drop(transaction);
            return self.document(id);
        }
        let number = next_number(&transaction, id)?;
        let parent = Some(before.current);
        let undo_to = undo_target(&transaction, id, &before, coalesce, at)?;
        let new = NewRevision { number, parent, undo_to, coalesce, label, made_at: at };
        revisions::insert(&transaction, id, &new, &storable)?;
        let is_open = coalesce.is_some();
        let after = Position { current: number, tip: number, is_open, changed_at: at, ..before };
        set_position(&transaction, id, &project.name, &after)?;
        let (undo, redo) = labels(&transaction, id, &after)?;
        transaction.commit()?;
        Ok(Document {
            id: id.to_owned(),
            revision: number,
            project: project.clone(),
            undo,
            redo,
            changed_at: at.text(),
            source: after.source,
        })
    }

    /// Takes the last step back. With nothing to undo the document stays as it is.
    ///
    /// # Parameters
    /// `expected` -- the revision that the caller shows.
    /// # Errors
    /// [`LibraryError::Conflict`], [`LibraryError::NoSuchProject`], [`LibraryError::Unreadable`] when what would be shown is
    /// damaged, and those of storage.
    pub fn undo(&mut self, id: &str, expected: u32, at: Timestamp) -> Result<Document, LibraryError> {
        self.step(id, expected, at, undone)
    }

    /// Does again what was undone last. With nothing to redo the document stays as it is.
    ///
    /// # Parameters
    /// `expected` -- the revision that the caller shows.
    /// # Errors
    /// Those of [`Library::undo`].
    pub fn redo(&mut self, id: &str, expected: u32, at: Timestamp) -> Result<Document, LibraryError> {
        self.step(id, expected, at, redone)
    }

    fn step(
        &mut self,
        id: &str,
        expected: u32,
        at: Timestamp,
        target: fn(&Connection, &str, &Position) -> Result<Option<u32>, LibraryError>,
    ) -> Result<Document, LibraryError> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let before = position_expected(&transaction, id, expected)?;
        if let Some(current) = target(&transaction, id, &before)? {
            let project = revisions::project_at(&transaction, id, current)?;
            let after = Position { current, is_open: false, changed_at: Moment::of(at), ..before };
            set_position(&transaction, id, &project.name, &after)?;
        }
        let document = revisions::document(&transaction, id)?;
        transaction.commit()?;
        Ok(document)
    }
}

/// What undo would take back and redo do again.
pub(crate) fn labels(
    connection: &Connection,
    id: &str,
    at: &Position,
) -> Result<(Option<String>, Option<String>), LibraryError> {
    let label = |number| revision(connection, id, number).map(|revision| revision.label);
    let undo = undone(connection, id, at)?.map(|_| label(at.current)).transpose()?;
    let redo = redone(connection, id, at)?.map(label).transpose()?;
    Ok((undo, redo))
}

/// The numbers on the way from the first revision to one.
pub(crate) fn path(connection: &Connection, id: &str, to: u32) -> Result<BTreeSet<u32>, LibraryError> {
    // A cross join keeps the order: from one revision to its parent, never a scan of all.
    let sql = "WITH RECURSIVE path (number, parent) AS (
                 SELECT number, parent FROM revisions WHERE project = ?1 AND number = ?2
                 UNION ALL
                 SELECT r.number, r.parent FROM path
                   CROSS JOIN revisions r ON r.project = ?1 AND r.number = path.parent
               ) SELECT number FROM path";
    let mut statement = connection.prepare_cached(sql)?;
    let numbers = statement.query_map(params![id, to], |row| row.get(0))?;
    Ok(numbers.collect::<rusqlite::Result<_>>()?)
}

fn position_expected(connection: &Connection, id: &str, expected: u32) -> Result<Position, LibraryError> {
    let position = position(connection, id)?;
    if position.current == expected {
        Ok(position)
    } else {
        Err(LibraryError::Conflict { expected, found: position.current })
    }
}

/// Where undo will lead from a new edit: back to the current revision or, when the edit becomes one step with the last
/// one, to where undo leads from there.
fn undo_target(
    connection: &Connection,
    id: &str,
    before: &Position,
    coalesce: Option<&str>,
    at: Moment,
) -> Result<Option<u32>, LibraryError> {
    if before.is_open && coalesce.is_some() {
        let last = revision(connection, id, before.current)?;
        // A clock that was set back says nothing about how long ago the last edit was.
        let soon = (0..GROUP_MILLISECONDS).contains(&at.milliseconds_since(last.made_at));
        if soon && last.coalesce.as_deref() == coalesce {
            return Ok(last.undo_to);
        }
    }
    Ok(Some(before.current))
}

/// Where undo leads.
fn undone(connection: &Connection, id: &str, at: &Position) -> Result<Option<u32>, LibraryError> {
    Ok(revision(connection, id, at.current)?.undo_to)
}

/// Where redo leads: to the revision on the way to the tip from which undo would lead here. The way is walked back from
/// the tip.
fn redone(connection: &Connection, id: &str, at: &Position) -> Result<Option<u32>, LibraryError> {
    if at.current == at.tip {
        return Ok(None);
    }
    let sql = "WITH RECURSIVE way (number, undo_to) AS (
                 SELECT number, undo_to FROM revisions WHERE project = ?1 AND number = ?2
                 UNION ALL
                 SELECT r.number, r.undo_to FROM way
                   CROSS JOIN revisions r ON r.project = ?1 AND r.number = way.undo_to
                   WHERE way.undo_to > ?3
               ) SELECT number FROM way WHERE undo_to = ?3";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row(params![id, at.tip, at.current], |row| row.get(0)).optional()?)
}
