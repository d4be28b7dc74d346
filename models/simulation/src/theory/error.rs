//! What a closed form can refuse.

/// Why a closed form has no answer for the figures it was given.
///
/// # Examples
///
/// ```
/// use pathloom_simulation::theory::{TheoryError, multiserver::MultiServer};
///
/// // Twelve referrals a week, one clinician who can see ten.
/// assert_eq!(MultiServer::new(12.0, 10.0, 1), Err(TheoryError::Unstable { load: 1.2 }));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
pub enum TheoryError {
    /// Demand is at least capacity: the list grows for ever and has no long-run figures. Trying again helps
    /// only with less demand or more capacity.
    #[error("demand is {load} of capacity, so the list never settles")]
    Unstable {
        /// Demand over capacity `[1]`, one or more -- output
        load: f64,
    },
    /// A figure is negative, not a number, beyond 1e30 or out of the range its meaning allows.
    #[error("{name} cannot be {value}")]
    InvalidParameter {
        /// Which parameter, as its function names it -- output
        name: &'static str,
        /// What was given (a count is given as a number) -- output
        value: f64,
    },
    /// The figures are allowed but so extreme that the sum behind the answer was not finished.
    #[error("{name} was not settled after {steps} steps")]
    NotConverged {
        /// What was being worked out -- output
        name: &'static str,
        /// How many steps were taken -- output
        steps: u32,
    },
}
