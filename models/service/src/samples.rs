//! Two documents for tests and benchmarks: the smallest useful one, and one that uses everything there is.

use crate::project::Project;
use crate::read::read;

/// The text of [`small()`].
pub const SMALL: &str = include_str!("../samples/small.json");

/// The text of [`everything()`].
pub const EVERYTHING: &str = include_str!("../samples/everything.json");

/// Referrals, one contact with a therapist, discharge. Passes the check without a warning.
///
/// # Panics
/// Never: a test reads it.
pub fn small() -> Project {
    read(SMALL).expect("the small sample is a document")
}

/// Every kind of step, distribution, schedule and setting once. Passes the check without a warning.
///
/// # Panics
/// Never: a test reads it.
pub fn everything() -> Project {
    read(EVERYTHING).expect("the full sample is a document")
}

#[cfg(test)]
mod tests;
