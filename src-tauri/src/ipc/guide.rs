//! The bank of cited figures as the window reads it, and the guide's question: what was published beside what is
//! simulated.

use pathloom_appraisal::published::Beside;
use pathloom_service::Estimate;
use pathloom_service::bank::BankFigure;
use serde::{Deserialize, Serialize};
use specta::Type;

/// Which figures of the bank are looked for.
#[derive(Debug, Clone, Default, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BankRequest {
    /// Words that all occur in what is said of a figure; empty: all figures.
    pub words: String,
    /// Place of the field that a figure is looked for: only those that fit it. None: all figures.
    pub place: Option<String>,
    /// Agenda for Change band whose figures come first, as the role has it.
    pub band: Option<String>,
}

/// A figure of the bank, ready to be put into a document.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct BankEntry {
    /// The figure.
    pub figure: BankFigure,
    /// What its topic is called.
    pub topic_words: String,
    /// The figure as a document holds it: with its range, its source and its label.
    pub estimate: Estimate,
}

impl From<BankFigure> for BankEntry {
    fn from(figure: BankFigure) -> Self {
        let (topic_words, estimate) = (figure.topic.words().to_owned(), figure.estimate());
        Self { figure, topic_words, estimate }
    }
}

/// The options of a project's guide to simulate.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GuideRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Replications of each option.
    pub replications: u32,
    /// Seed, as a text.
    pub seed: String,
}

/// What was published beside what is simulated.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GuideAnswer {
    /// The published outcomes, in the order of the guide.
    pub outcomes: Vec<Beside>,
    /// Futures simulated of each option.
    pub replications: u32,
    /// Revision of the document that was simulated.
    pub revision: u32,
    /// Version of the engine.
    pub engine_version: String,
}
