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
//! Undo goes to the parent, redo to the next one on the way to the tip. Revisions of one *group* (a figure while it is
//! being typed) are passed at once. Both only move `current`; no revision is made, changed or removed.

use std::collections::BTreeSet;

use jiff::Timestamp;
use pathloom_service::Project;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::error::LibraryError;
use crate::moment::Moment;
use crate::open::Library;
use crate::projects::{Position, position, set_position};
use crate::revisions::{self, Document, NewRevision, Storable, next_number, revision, text_at};

/// How soon after the last edit of a group the next one has to come to join it `[ms]`; chosen: a pause in typing.
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
        let joined = joins(&transaction, id, &before, coalesce, at)?;
        let group_first = joined.unwrap_or(number);
        let new = NewRevision {
            number,
            parent: Some(before.current),
            group_first,
            coalesce,
            label,
            made_at: at,
        };
        revisions::insert(&transaction, id, &new, &storable)?;
        let open_group = coalesce.map(|_| group_first);
        let after = Position { current: number, tip: number, open_group, changed_at: at, ..before };
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
            let after = Position { current, open_group: None, changed_at: Moment::of(at), ..before };
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
    let sql = "WITH RECURSIVE path (number, parent) AS (
                 SELECT number, parent FROM revisions WHERE project = ?1 AND number = ?2
                 UNION ALL
                 SELECT r.number, r.parent FROM path
                   JOIN revisions r ON r.project = ?1 AND r.number = path.parent
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

/// The first revision of the group that an edit joins; none: it starts its own.
fn joins(
    connection: &Connection,
    id: &str,
    before: &Position,
    coalesce: Option<&str>,
    at: Moment,
) -> Result<Option<u32>, LibraryError> {
    let (Some(key), Some(group)) = (coalesce, before.open_group) else { return Ok(None) };
    let last = revision(connection, id, before.current)?;
    // A clock that was set back says nothing about how long ago the last edit was.
    let soon = (0..GROUP_MILLISECONDS).contains(&at.milliseconds_since(last.made_at));
    Ok((last.coalesce.as_deref() == Some(key) && soon).then_some(group))
}

/// Where undo leads: to the parent of the first revision of the current group.
fn undone(connection: &Connection, id: &str, at: &Position) -> Result<Option<u32>, LibraryError> {
    let group_first = revision(connection, id, at.current)?.group_first;
    Ok(revision(connection, id, group_first)?.parent)
}

/// Where redo leads: to the end of the group that starts right after the current revision, on the way to the tip.
///
/// The way is walked back from the tip, group by group. A group is one unbroken run: an edit joins it at its end, and
/// undo and redo, which could make `current` stand elsewhere, close it.
fn redone(connection: &Connection, id: &str, at: &Position) -> Result<Option<u32>, LibraryError> {
    if at.current == at.tip {
        return Ok(None);
    }
    let sql = "WITH RECURSIVE way (last, before) AS (
                 SELECT last.number, first.parent FROM revisions last
                   JOIN revisions first ON first.project = ?1 AND first.number = last.group_first
                   WHERE last.project = ?1 AND last.number = ?2
                 UNION ALL
                 SELECT last.number, first.parent FROM way
                   JOIN revisions last ON last.project = ?1 AND last.number = way.before
                   JOIN revisions first ON first.project = ?1 AND first.number = last.group_first
                   WHERE way.before > ?3
               ) SELECT last FROM way WHERE before = ?3";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row(params![id, at.tip, at.current], |row| row.get(0)).optional()?)
}
