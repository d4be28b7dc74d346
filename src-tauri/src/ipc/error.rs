//! The closed list of what can go wrong between the window and the program.

use pathloom_library::LibraryError;
use pathloom_service::{EditError, ReadError, scenario::ScenarioError};
use pathloom_simulation::RunError;
use serde::Serialize;

/// Why a command could not be carried out. A code is there because the window does something about it.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type, thiserror::Error)]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum IpcError {
    /// What was asked for is not there (any more).
    #[error("{what} is not there any more")]
    NotFound {
        /// What it was.
        what: String,
    },
    /// The document has moved on since the window last saw it: read it again.
    #[error("this pathway was changed elsewhere (revision {found}, expected {expected})")]
    Conflict {
        /// The revision the window had.
        expected: u32,
        /// The revision there is.
        found: u32,
    },
    /// The option cannot be simulated as it stands.
    #[error("{message}")]
    InvalidModel {
        /// Where, as a place in the document or the id of a step.
        place: String,
        /// What is wrong.
        message: String,
    },
    /// A file could not be read as a document.
    #[error("{message}")]
    Unreadable {
        /// What is wrong and where.
        message: String,
        /// What to do about it.
        hint: Option<String>,
    },
    /// Written by a newer version of Pathloom.
    #[error("written by a newer version of Pathloom (format {found}; this version reads up to {supported})")]
    TooNew {
        /// Version found, as text: a file may claim any.
        found: String,
        /// Newest version that can be read.
        supported: u32,
    },
    /// More than this version can hold or simulate.
    #[error("{message}")]
    TooLarge {
        /// What is too large, and the limit.
        message: String,
        /// What to do about it.
        hint: Option<String>,
    },
    /// The disk or the database said no.
    #[error("{message}")]
    Storage {
        /// What happened.
        message: String,
        /// What to do about it.
        hint: Option<String>,
    },
    /// A defect of Pathloom; nothing saved is lost.
    #[error("{message}")]
    Internal {
        /// What happened.
        message: String,
    },
}

impl IpcError {
    /// Something that is not there.
    pub(crate) fn not_found(what: impl Into<String>) -> Self {
        Self::NotFound { what: what.into() }
    }
}

impl From<ReadError> for IpcError {
    fn from(error: ReadError) -> Self {
        match error {
            ReadError::TooNew { found, supported } => Self::TooNew { found: found.to_string(), supported },
            error => Self::Unreadable { message: error.to_string(), hint: error.hint().map(str::to_owned) },
        }
    }
}

impl From<EditError> for IpcError {
    fn from(error: EditError) -> Self {
        match error {
            EditError::NoSuchDesign { id } => Self::not_found(format!("the design \"{id}\"")),
            EditError::TooLong { .. } => Self::TooLarge { message: error.to_string(), hint: None },
        }
    }
}

impl From<ScenarioError> for IpcError {
    fn from(error: ScenarioError) -> Self {
        Self::InvalidModel { place: "options".to_owned(), message: error.to_string() }
    }
}

impl From<RunError> for IpcError {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Invalid { place, message } => Self::InvalidModel { place, message },
            RunError::TooLarge { .. } | RunError::TooManyPeople { .. } | RunError::TooManyEvents { .. } => {
                Self::TooLarge { message: error.to_string(), hint: None }
            }
        }
    }
}

impl From<LibraryError> for IpcError {
    fn from(error: LibraryError) -> Self {
        let hint = error.hint().map(str::to_owned);
        match error {
            LibraryError::Conflict { expected, found } => Self::Conflict { expected, found },
            LibraryError::NoSuchProject { .. } => Self::not_found("this project"),
            LibraryError::NotADocument { source, .. } => source.into(),
            LibraryError::TooLong { .. } => Self::TooLarge { message: error.to_string(), hint },
            LibraryError::NotFound { .. }
            | LibraryError::NotAFile { .. }
            | LibraryError::NotAList { .. }
            | LibraryError::NotText { .. } => Self::Unreadable { message: error.to_string(), hint },
            error => Self::Storage { message: error.to_string(), hint },
        }
    }
}

impl From<tauri::Error> for IpcError {
    fn from(error: tauri::Error) -> Self {
        Self::Internal { message: error.to_string() }
    }
}
