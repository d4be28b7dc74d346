//! An answer for programs: the answer of the appraisal as JSON, with the version of its shape.

use serde::Serialize;

use crate::exit::Failure;

/// Version of the shape of every answer.
const SCHEMA_VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a, T> {
    schema_version: u32,
    #[serde(flatten)]
    answer: &'a T,
}

/// The answer of `--format json`.
///
/// # Errors
/// [`Failure::Write`].
pub(crate) fn json(answer: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string_pretty(&Answer { schema_version: SCHEMA_VERSION, answer })
        .map(|text| text + "\n")
        .map_err(|error| Failure::Write { name: "the answer".to_owned(), reason: error.to_string() })
}
