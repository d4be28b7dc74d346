//! How the program can end: one enum of exit codes, one of failures.

use std::process::ExitCode;

use pathloom_service::ReadError;
use pathloom_service::scenario::ScenarioError;
use pathloom_simulation::RunError;

/// Exit codes; listed in `pathloom --help` and in `README.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Exit {
    /// All went well.
    Done = 0,
    /// The file has problems that must be put right.
    Problems = 1,
    /// The command was not understood.
    Usage = 2,
    /// Something could not be read or written.
    Files = 3,
    /// The service cannot be simulated.
    CannotSimulate = 4,
    /// Stopped by Ctrl-C; what had finished was printed.
    Stopped = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// Neither a positional FILE nor anything that could be one.
    #[error("which file? No FILE was given")]
    NoFile,
    /// No example has this name.
    #[error("there is no example \"{asked}\" (examples: {})", known.join(", "))]
    NoSuchExample {
        /// What was asked for.
        asked: String,
        /// Names there are.
        known: Vec<String>,
    },
    /// No option has this id or label.
    #[error("there is no option \"{asked}\" in this file (options: {known})")]
    NoSuchOption {
        /// What was asked for.
        asked: String,
        /// Ids and labels there are.
        known: String,
    },
    /// An argument of a question does not make sense; the message says which.
    #[error("{message}")]
    NotUnderstood {
        /// What is wrong with it.
        message: String,
    },
    /// The person does not occur in the replication.
    #[error("nobody has number {asked} in replication {replication}: {known}")]
    NoSuchPerson {
        /// What was asked for.
        asked: u32,
        /// The replication that was run.
        replication: u32,
        /// Which numbers there are, in words.
        known: String,
    },
    /// A file could not be read.
    #[error("cannot read {name}: {reason}")]
    Read {
        /// The file as the user knows it.
        name: String,
        /// Why.
        reason: String,
    },
    /// A file or folder could not be written.
    #[error("cannot write {name}: {reason}")]
    Write {
        /// The file as the user knows it.
        name: String,
        /// Why.
        reason: String,
    },
    /// A file that is there must not be overwritten.
    #[error("{name} is there already")]
    Exists {
        /// The file as the user knows it.
        name: String,
    },
    /// The bytes are not text.
    #[error("{name}: {reason}")]
    NotText {
        /// The file as the user knows it.
        name: String,
        /// What it is instead.
        reason: String,
    },
    /// The text is not a document; the message says where.
    #[error("{name}: {source}")]
    NotADocument {
        /// The file as the user knows it.
        name: String,
        /// The located message of the reader.
        source: ReadError,
    },
    /// An option names what is not there.
    #[error("{name}: {source}")]
    NotAScenario {
        /// The file as the user knows it.
        name: String,
        /// What is missing.
        source: ScenarioError,
    },
    /// The document has errors, and they have been listed.
    #[error("{name} cannot be simulated until {} put right", if *errors == 1 { "this error is".to_owned() } else { format!("these {errors} errors are") })]
    HasErrors {
        /// The file as the user knows it.
        name: String,
        /// How many.
        errors: usize,
    },
    /// The engine refused.
    #[error("option \"{option}\" cannot be simulated: {source}")]
    CannotSimulate {
        /// Label of the option.
        option: String,
        /// Why.
        source: RunError,
    },
    /// The loads of the pathway could not be worked out.
    #[error("the loads of option \"{option}\" cannot be worked out: {reason}")]
    NoTheory {
        /// Label of the option.
        option: String,
        /// Why.
        reason: String,
    },
    /// The business case could not be written.
    #[error(transparent)]
    Report(#[from] pathloom_report::ReportError),
    /// A bundle cannot be used.
    #[error(transparent)]
    Bundle(#[from] pathloom_report::bundle::BundleError),
    /// Parts cannot be joined.
    #[error(transparent)]
    Parts(#[from] pathloom_report::bundle::PartError),
    /// Whoever read our output has closed it.
    #[error("the output was closed")]
    OutputClosed,
}

impl Failure {
    /// The exit code that belongs to it.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::NoFile
            | Self::NoSuchExample { .. }
            | Self::NoSuchOption { .. }
            | Self::NotUnderstood { .. }
            | Self::NoSuchPerson { .. } => Exit::Usage,
            Self::Read { .. } | Self::Write { .. } | Self::Exists { .. } => Exit::Files,
            Self::NotText { .. }
            | Self::NotADocument { .. }
            | Self::NotAScenario { .. }
            | Self::HasErrors { .. } => Exit::Problems,
            Self::Bundle(_) | Self::Parts(_) => Exit::Problems,
            Self::Report(error) => report_exit(error),
            Self::CannotSimulate { .. } | Self::NoTheory { .. } => Exit::CannotSimulate,
            Self::OutputClosed => Exit::Done,
        }
    }

    /// What to do about it, where there is more to say than the message does.
    pub(crate) fn hint(&self) -> Option<&str> {
        match self {
            Self::NoFile => Some(
                "name a file, an example (example:NAME, see `pathloom examples`), or - to read what is piped in",
            ),
            Self::NoSuchExample { .. } => Some("`pathloom examples` lists them with what they are about"),
            Self::NoSuchOption { .. } => {
                Some("give the option's id or its label in quotes; leave --option out for all of them")
            }
            Self::Exists { .. } => Some("--force overwrites it; another folder keeps both"),
            Self::NotADocument { source, .. } => source.hint(),
            _ => None,
        }
    }
}

/// What the user asked for and cannot be had ends as any word not understood; the rest is a file that was not written.
fn report_exit(error: &pathloom_report::ReportError) -> Exit {
    use pathloom_report::ReportError;
    match error {
        ReportError::Compare(_)
        | ReportError::Money(_)
        | ReportError::Fairness(_)
        | ReportError::NoPreferred { .. }
        | ReportError::TooLarge { .. } => Exit::Usage,
        ReportError::Format { .. } | ReportError::Template { .. } | ReportError::TooLong { .. } => {
            Exit::Files
        }
    }
}
