//! Placeholder while being written.

use crate::project::Project;

/// Why a text is not a document.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// Not the format.
    #[error("{0}")]
    Malformed(String),
}

/// Reads a document.
///
/// # Errors
/// [`ReadError`].
pub fn read(text: &str) -> Result<Project, ReadError> {
    let mut de = serde_json::Deserializer::from_str(text);
    serde_path_to_error::deserialize(&mut de).map_err(|e| ReadError::Malformed(e.to_string()))
}

/// Writes a document.
pub fn write(project: &Project) -> String {
    serde_json::to_string_pretty(project).unwrap_or_default()
}
