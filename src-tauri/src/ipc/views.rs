//! What the window is shown: types made for it, beside those of the models.

use pathloom_library::{ProjectCard, Settings};
use pathloom_service::Project;
use pathloom_service::shelf::{ServiceModel, ShelfKind};
use pathloom_simulation::summary::{Headline, OptionResults};
use serde::{Deserialize, Serialize};
use specta::Type;

/// What the window needs to start.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct AppView {
    /// Version of Pathloom.
    pub version: String,
    /// Projects, the one changed last first.
    pub projects: Vec<ProjectCard>,
    /// Projects deleted, which can be had back.
    pub deleted: Vec<ProjectCard>,
    /// Templates and worked examples.
    pub shelf: Vec<ShelfCard>,
    /// What this person chose.
    pub settings: Settings,
    /// What happened to the library's file at this start, when something did.
    pub notice: Option<LibraryNotice>,
    /// A project to open at once: named on the command line, or double-clicked.
    pub open: Option<String>,
    /// Why the file named on the command line could not be opened.
    pub open_failed: Option<crate::ipc::IpcError>,
}

/// The lists of projects after one of them was copied, deleted or had back.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ProjectLists {
    /// Projects, the one changed last first.
    pub projects: Vec<ProjectCard>,
    /// Projects deleted, which can be had back.
    pub deleted: Vec<ProjectCard>,
}

/// A template or a worked example.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ShelfCard {
    /// Stable id.
    pub id: String,
    /// Template or worked example.
    pub kind: ShelfKind,
    /// The service model it belongs to.
    pub service_model: ServiceModel,
    /// Title.
    pub name: String,
    /// What it is about.
    pub description: String,
    /// Labels of its options.
    pub options: Vec<String>,
}

/// What happened to the library's file.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum LibraryNotice {
    /// It was damaged: it has been set aside, and what could be read is here.
    Damaged {
        /// Labels of the projects that could be read.
        rescued: Vec<String>,
        /// What could not be read.
        lost: Vec<String>,
        /// Where the damaged file is now.
        kept_at: String,
    },
    /// It was written by a newer version: it has not been touched, and this start keeps its own list beside it.
    TooNew {
        /// Version found.
        found: u32,
        /// Newest version that this Pathloom reads.
        supported: u32,
    },
}

/// A new project.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum NewProject {
    /// Nothing but a name and a start date.
    Blank {
        /// What it is called.
        name: String,
    },
    /// A copy of a template or an example.
    Shelf {
        /// Its id.
        id: String,
    },
    /// The text of a file.
    Text {
        /// Name of the file.
        name: String,
        /// What it holds.
        text: String,
    },
}

/// An open document.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DocumentView {
    /// Id of the project in the library.
    pub id: String,
    /// Where it stands.
    pub state: DocumentState,
    /// The document.
    pub project: Project,
}

/// Where an open document stands.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DocumentState {
    /// Number of the revision.
    pub revision: u32,
    /// What undo would take back.
    pub undo: Option<String>,
    /// What redo would do again.
    pub redo: Option<String>,
    /// When it was last changed (RFC 3339).
    pub changed_at: String,
}

/// A run to make.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RunRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Ids of the options, in the order to show them.
    pub option_ids: Vec<String>,
    /// Simulated futures of each option.
    pub replications: u32,
    /// Seed of the random numbers, a whole number as text.
    pub seed: String,
}

/// What a run says while it is under way.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum RunEvent {
    /// More is finished: the bands so far, of the options that have any.
    Progress {
        /// Replications finished, of all options together.
        finished: u32,
        /// Replications asked for, of all options together.
        asked: u32,
        /// The bands so far.
        headlines: Vec<Headline>,
    },
    /// Everything asked for is there.
    Finished {
        /// Time it took `[seconds]`.
        seconds: f64,
    },
    /// It was stopped; what had finished is there.
    Cancelled {
        /// Replications finished, of all options together.
        finished: u32,
    },
    /// It could not go on.
    Failed {
        /// Why.
        error: crate::ipc::IpcError,
    },
}

/// What is known of an option.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OptionView {
    /// Id of the option.
    pub option_id: String,
    /// Whether the results are those of the document as it stands.
    pub state: ResultState,
    /// Figures of the whole service, tiers, groups and roles; steps have theirs on request.
    pub results: Option<OptionResults>,
    /// How the run was made.
    pub run: Option<RunCard>,
}

/// Whether there are results of an option, and how they were made.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct OptionState {
    /// Id of the option.
    pub option_id: String,
    /// Whether they are those of the document as it stands.
    pub state: ResultState,
    /// How the run was made.
    pub run: Option<RunCard>,
}

/// Whether results are those of the document as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum ResultState {
    /// Never run.
    None,
    /// As the document stands.
    Current,
    /// The document has changed since.
    OutOfDate,
}

/// How a run was made: what a shown figure can be traced to.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct RunCard {
    /// The key of its inputs, which names it.
    pub key: String,
    /// Simulated futures.
    pub replications: u32,
    /// Seed.
    pub seed: String,
    /// Version of the engine.
    pub engine_version: String,
    /// Revision of the document it was made from.
    pub revision: u32,
    /// When (RFC 3339).
    pub made_at: String,
}

/// One run to look at person by person.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ReplayRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Id of the option.
    pub option_id: String,
    /// Seed of the run.
    pub seed: String,
    /// Number of the replication.
    pub replication: u32,
}

/// What a file to be saved is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum FileKind {
    /// A picture of points.
    Png,
    /// A picture of lines.
    Svg,
    /// A table.
    Csv,
}

/// A seed from the window, where it is text: a script's numbers cannot hold all of them.
///
/// # Errors
/// When it is not a whole number from 0.
pub(crate) fn seed(text: &str) -> Result<u64, crate::ipc::IpcError> {
    text.trim().parse().map_err(|_| crate::ipc::IpcError::Unreadable {
        message: format!("\"{text}\" is not a seed"),
        hint: Some("write a whole number from 0".to_owned()),
    })
}
