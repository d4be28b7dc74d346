//! What a report is made from.

use std::ops::Range;

use jiff::civil::Date;
use pathloom_appraisal::compare::CompareError;
use pathloom_appraisal::drivers::Drivers;
use pathloom_service::{Project, Scenario};
use pathloom_simulation::Outcomes;

/// A document with the simulated futures of its options.
#[derive(Debug, Clone)]
pub struct Study<'a> {
    /// The document.
    pub project: &'a Project,
    /// The options with their outcomes, the base first, all of one seed.
    pub options: &'a [(Scenario, Outcomes)],
    /// How the futures were made.
    pub run: Run,
    /// What drives the longest wait of the option asked for, where somebody has had it found out.
    pub drivers: Option<&'a Drivers>,
    /// The date to print on the report.
    pub date: Date,
}

/// How the simulated futures were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Numbers of the replications.
    pub replications: Range<u32>,
    /// Seed of the random streams.
    pub seed: u64,
    /// Whether uncertain figures were held at their likely value.
    pub hold_uncertain: bool,
    /// The machine in words, for the reporting guideline; empty: not known.
    pub machine: String,
}

/// Why no report could be made.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ReportError {
    /// The options cannot be held against each other.
    #[error(transparent)]
    Compare(#[from] CompareError),
    /// The option that the case asks for was not simulated.
    #[error("the business case asks for the option \"{asked}\", which is not among those simulated")]
    NoPreferred {
        /// Its id.
        asked: String,
    },
    /// A writer refused what it was given: a defect of this crate, never of the document.
    #[error("the {format} file could not be written: {reason}")]
    Format {
        /// The format.
        format: &'static str,
        /// What the writer said.
        reason: String,
    },
    /// The house template is not a Word document, or a damaged one.
    #[error("the template cannot be used: {reason}")]
    Template {
        /// What is wrong with it.
        reason: String,
    },
    /// More pages than a PDF of this crate may have.
    #[error("the report would have more than {limit} pages")]
    TooLong {
        /// The limit.
        limit: usize,
    },
}
