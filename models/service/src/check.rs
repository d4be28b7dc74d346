//! Placeholder while being written.

use crate::project::Project;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Cannot be run.
    Error,
    /// Can be run; look at it.
    Warning,
}

/// Something to put right.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// Message.
    pub message: String,
}

/// Every problem of a document, at once.
pub fn check(_project: &Project) -> Vec<Problem> {
    Vec::new()
}
