//! Files of past versions, brought to the current one step by step.
//!
//! A version that has been published is never edited: when the format changes, the types of the old version are
//! copied into `upgrade/v<n>.rs` as they were, `impl From<v<n>::Project> for v<n + 1>::Project` says what becomes of
//! each setting (the newest one turns into [`Project`]), and [`PAST`] gets a line:
//!
//! ```text
//! Past { version: 1, read: |text| typed::<v1::Project>(text).map(|old| v2::Project::from(old).into()) }
//! ```
//!
//! Each step is one typed function, so the compiler finds every place that has to be thought about, and an old file
//! goes through all steps after its own. A saved file of each version stays in the tests.

use crate::project::Project;
use crate::read::ReadError;

/// A version that was published before the current one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Past {
    /// Its number.
    pub(crate) version: u32,
    /// Reads it strictly and brings it to the current version.
    pub(crate) read: fn(&str) -> Result<Project, ReadError>,
}

/// The past versions. None yet: version 1 is the first.
pub(crate) const PAST: &[Past] = &[];

#[cfg(test)]
mod tests;
