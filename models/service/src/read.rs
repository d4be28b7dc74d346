//! The file format: reading a text strictly, with the place of every mistake, and writing it.
//!
//! A text is read in three passes, so that each refusal comes as early and as plainly as it can:
//!
//! 1. the version of the format is looked up; a newer file is refused politely, an older one is upgraded
//!    (`upgrade.rs`);
//! 2. a survey of the raw text refuses keys that are given twice and lists that are longer than
//!    [`crate::limits`] allows, before anything is stored;
//! 3. the typed reading: unknown settings and kinds, wrong types and missing settings.
//!
//! What a document *means* is not looked at here: that is [`crate::check()`].

mod header;
mod mistake;
mod survey;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::FORMAT_VERSION;
use crate::limits;
use crate::project::Project;
use crate::upgrade;

pub use mistake::Mistake;

/// Why a text is not a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum ReadError {
    /// The text is longer than any document.
    #[error("this file is {} MB long, the longest one that can be opened is {} MB", bytes / 1_048_576, limit / 1_048_576)]
    TooLong {
        /// Its length `[bytes]`.
        bytes: usize,
        /// The longest `[bytes]`.
        limit: usize,
    },
    /// The text is not JSON: cut off, or damaged by hand.
    #[error("line {line}, column {column}: this is not a Pathloom file: {reason}")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the JSON reader says.
        reason: String,
    },
    /// It is JSON, but does not say which version of the format it is.
    #[error("this is not a Pathloom file: {reason}")]
    NoVersion {
        /// What is there instead.
        reason: String,
    },
    /// Written by a newer Pathloom.
    #[error("this file was saved by a newer Pathloom (format {found}; this one reads up to {supported})")]
    TooNew {
        /// Version of the file.
        found: u64,
        /// Newest version that can be read.
        supported: u32,
    },
    /// Written in a version that no upgrade exists for.
    #[error("this file has format version {found}, which was never published")]
    TooOld {
        /// Version of the file.
        found: u64,
    },
    /// Something in it is not as it should be.
    #[error("{0}")]
    Mistake(Mistake),
}

impl ReadError {
    /// What to do about it.
    pub fn hint(&self) -> Option<&str> {
        match self {
            Self::TooLong { .. } => Some("shorten the imported lists: replayed referrals and weeks waited"),
            Self::NotJson { .. } => Some("the file may be cut off or edited by hand: open an earlier copy"),
            Self::NoVersion { .. } => Some("the first line of a document is {\"formatVersion\": 1, ..."),
            Self::TooNew { .. } => {
                Some("install the newest Pathloom to open it; the file has not been changed")
            }
            Self::TooOld { .. } => None,
            Self::Mistake(mistake) => mistake.hint.as_deref(),
        }
    }
}

/// Reads a document.
///
/// # Parameters
/// `text` -- the whole file, UTF-8; a byte order mark is allowed.
/// # Errors
/// [`ReadError`], the first thing that is wrong, with its line where it has one. Nothing is repaired or left out.
/// # Guarantees
/// `read(&write(&project)) == Ok(project)` for every project whose figures are finite. Memory is bounded by
/// [`crate::limits`]; nothing panics.
pub fn read(text: &str) -> Result<Project, ReadError> {
    read_version(text, FORMAT_VERSION, upgrade::PAST)
}

/// Reads a text of the `current` version, or of one in `past`.
pub(crate) fn read_version(text: &str, current: u32, past: &[upgrade::Past]) -> Result<Project, ReadError> {
    if text.len() > limits::TEXT_BYTES {
        return Err(ReadError::TooLong { bytes: text.len(), limit: limits::TEXT_BYTES });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let found = header::version(text)?;
    if found > u64::from(current) {
        return Err(ReadError::TooNew { found, supported: current });
    }
    survey::survey(text)?;
    if found == u64::from(current) {
        return typed(text);
    }
    let past =
        past.iter().find(|past| u64::from(past.version) == found).ok_or(ReadError::TooOld { found })?;
    (past.read)(text)
}

/// Reads one type, with the place of the first mistake.
pub(crate) fn typed<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    let mut source = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut source).map_err(|error| {
        let path = error.path().to_string();
        mistake::from_typed(error.inner(), path)
    })?;
    source.end().map_err(|error| mistake::from_json(&error, None))?;
    Ok(value)
}

/// Writes a document: indented JSON in the order of the types, lists in their own order, maps by key, a newline at
/// the end. The same document is the same text, so that two versions can be compared line by line.
///
/// A figure that is not finite has no JSON form and becomes `null`, which [`read()`] refuses: [`crate::check()`]
/// reports it first.
pub fn write(project: &Project) -> String {
    let mut text = serde_json::to_string_pretty(project).unwrap_or_default();
    text.push('\n');
    text
}

#[cfg(test)]
mod tests;
