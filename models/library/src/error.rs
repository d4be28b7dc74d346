//! Everything that can keep the library from doing what it was asked.

use std::io;
use std::path::PathBuf;

use pathloom_service::ReadError;
use rusqlite::ErrorCode;

/// Why the library could not do what it was asked. Nothing was changed by the call that returns it.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// The library was written by a newer Pathloom. It has not been touched.
    #[error(
        "this library was written by a newer Pathloom (version {found}; this one knows up to {supported})"
    )]
    TooNew {
        /// Version of the file.
        found: u32,
        /// Newest version this Pathloom knows.
        supported: u32,
    },
    /// The library cannot be trusted: not a database, cut off, or with pages that contradict each other.
    /// [`crate::rescue`] reads what is readable; [`crate::set_aside`] makes room for a new one.
    #[error("the library is damaged: {reason}")]
    Damaged {
        /// What was found, in the database's words.
        reason: String,
    },
    /// The file is a database, but another program's. It has not been touched.
    #[error("{} belongs to another program", path.display())]
    NotALibrary {
        /// The file.
        path: PathBuf,
    },
    /// Another program kept the library locked for longer than a call waits. Trying again may work.
    #[error("another program is using the library")]
    Busy,
    /// There is no room left on the disk.
    #[error("the disk is full")]
    DiskFull,
    /// The database refused for a reason that is none of the others.
    #[error("the library could not be used: {source}")]
    Storage {
        /// What the database says.
        source: rusqlite::Error,
    },
    /// No project has this id, or it has been deleted.
    #[error("there is no project \"{id}\" in the library")]
    NoSuchProject {
        /// The id asked for.
        id: String,
    },
    /// The project has no revision of this number.
    #[error("the project has no revision {revision}")]
    NoSuchRevision {
        /// The number asked for.
        revision: u32,
    },
    /// The document was changed by somebody else since it was read. Reading it again and repeating the edit will do.
    #[error(
        "the project was changed elsewhere: revision {found} is the current one, not revision {expected}"
    )]
    Conflict {
        /// Revision the caller had.
        expected: u32,
        /// Revision that is current.
        found: u32,
    },
    /// What is stored of one revision is not a document any more; the others are not affected.
    #[error("revision {revision} cannot be read: {reason}")]
    Unreadable {
        /// Number of the revision.
        revision: u32,
        /// What is wrong with it.
        reason: String,
    },
    /// The document would not be the same when read back, so it was not stored: a figure that is no number, or more
    /// than fits in a file.
    #[error("this document cannot be stored: {reason}")]
    NotStorable {
        /// What reading it back said.
        reason: String,
    },
    /// There is no file of this name.
    #[error("there is no file {}", path.display())]
    NotFound {
        /// The file.
        path: PathBuf,
    },
    /// The path leads to a folder or a device.
    #[error("{} is not a file", path.display())]
    NotAFile {
        /// The path.
        path: PathBuf,
    },
    /// The file or the pasted text is longer than any that can be read.
    #[error("this is longer than {} MB, the most that can be read", limit_bytes / 1_048_576)]
    TooLong {
        /// The longest `[bytes]`.
        limit_bytes: u32,
    },
    /// What was given to be read as a list is something else.
    #[error("{reason}")]
    NotAList {
        /// What it is.
        reason: &'static str,
        /// What to do about it.
        hint: &'static str,
    },
    /// The file is not text in UTF-8.
    #[error("{} is not a text file: {reason}", path.display())]
    NotText {
        /// The file.
        path: PathBuf,
        /// What it is instead.
        reason: String,
    },
    /// The file is text, but not a document.
    #[error("{source}: {}", path.display())]
    NotADocument {
        /// The file.
        path: PathBuf,
        /// The first thing that is wrong, with its place.
        source: ReadError,
    },
    /// The system refused to read, write or rename a file.
    #[error("{}: {}", plain(source), path.display())]
    Refused {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl LibraryError {
    /// What to do about it.
    pub fn hint(&self) -> Option<&str> {
        match self {
            Self::TooNew { .. } => {
                Some("install the newest Pathloom to open it; the library has not been changed")
            }
            Self::Damaged { .. } => {
                Some("recover what can be read into a new library; the damaged file is kept beside it")
            }
            Self::NotALibrary { .. } => Some("move that file elsewhere; it has not been changed"),
            Self::Busy => Some("close the other Pathloom, then try again"),
            Self::DiskFull => Some("make room on the disk, then try again; what was saved before is safe"),
            Self::NoSuchProject { .. } => Some("it may have been deleted: look under deleted projects"),
            Self::Conflict { .. } => Some("read the project again and repeat the edit"),
            Self::Unreadable { .. } => Some("open an earlier revision from the history"),
            Self::NotStorable { .. } => Some("undo the last change; everything before it is stored"),
            Self::NotFound { .. } => Some("it may have been moved or renamed: choose it again"),
            Self::NotAFile { .. } => Some("choose a .pathloom or .json file"),
            Self::TooLong { .. } => {
                Some("shorten it; of a waiting list, the column of referral dates is enough")
            }
            Self::NotAList { hint, .. } => Some(hint),
            Self::NotText { .. } => Some("save it again as text in UTF-8"),
            Self::NotADocument { source, .. } => source.hint(),
            Self::Refused { .. } => {
                Some("choose another folder, or ask whoever looks after this one for access")
            }
            Self::Storage { .. } | Self::NoSuchRevision { .. } => None,
        }
    }

    /// The system's refusal, told apart where the user would do something else about it.
    pub(crate) fn from_io(path: &std::path::Path, source: io::Error) -> Self {
        let path = path.to_path_buf();
        match source.kind() {
            io::ErrorKind::NotFound => Self::NotFound { path },
            io::ErrorKind::IsADirectory => Self::NotAFile { path },
            io::ErrorKind::StorageFull => Self::DiskFull,
            _ => Self::Refused { path, source },
        }
    }
}

/// Sorts what the database says by what can be done about it. A row that does not hold what its table promises is
/// damage as well.
impl From<rusqlite::Error> for LibraryError {
    fn from(source: rusqlite::Error) -> Self {
        use rusqlite::Error;
        match (&source, source.sqlite_error_code()) {
            (_, Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)) => {
                Self::Damaged { reason: source.to_string() }
            }
            (_, Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked)) => Self::Busy,
            (_, Some(ErrorCode::DiskFull)) => Self::DiskFull,
            (
                Error::FromSqlConversionFailure(..)
                | Error::IntegralValueOutOfRange(..)
                | Error::InvalidColumnType(..)
                | Error::Utf8Error(..),
                _,
            ) => Self::Damaged { reason: source.to_string() },
            _ => Self::Storage { source },
        }
    }
}

/// Why the system refused, in plain words.
fn plain(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "permission was refused".to_owned(),
        io::ErrorKind::NotADirectory => "part of the path is a file, not a folder".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk can only be read".to_owned(),
        _ => error.to_string(),
    }
}
