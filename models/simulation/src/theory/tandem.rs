//! Two steps with no waiting room between them: whoever finishes the first stays there, and blocks it, until
//! the second is free.
//!
//! The first step is busy with somebody for the longer of their own service and what is left of the one
//! before them, so it is a single server whose busy spells start with an exceptional service.

use super::TheoryError;
use super::parameter::{positive, stable};

/// The long-run figures of M/M/1 → ·/M/1 with blocking after service and nowhere to wait in between.
///
/// # Examples
/// Half a person an hour through two steps of an hour each: 3.2 hours of waiting, 1 of service, 0.4 blocked
/// and 1 more.
/// ```
/// use pathloom_simulation::theory::tandem::BlockedTandem;
///
/// let pathway = BlockedTandem::new(0.5, 1.0, 1.0)?;
/// assert!((pathway.mean_wait - 3.2).abs() < 1e-12);
/// assert!((pathway.mean_blocked - 0.4).abs() < 1e-12);
/// assert!((pathway.mean_time - 5.6).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BlockedTandem {
    /// Most people per unit of time the pair can pass on `[people·time⁻¹]` -- output
    pub capacity: f64,
    /// Mean wait before the first step `[time]` -- output
    pub mean_wait: f64,
    /// Mean time blocked after the first service, of everyone `[time]` -- output
    pub mean_blocked: f64,
    /// Share of time the first step is blocked `[1]` -- output
    pub blocked_share: f64,
    /// Mean time from arrival to the end of the second service `[time]` -- output
    pub mean_time: f64,
    /// Mean number at the first step: waiting, in service or blocked `[people]` -- output
    pub first_mean_present: f64,
    /// Mean number in service at the second step `[people]` -- output
    pub second_mean_present: f64,
}

impl BlockedTandem {
    /// The figures for a rate of arrivals and the rates of the two services.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, above zero
    /// - `first_rate` μ₁ `[people·time⁻¹]`, above zero
    /// - `second_rate` μ₂ `[people·time⁻¹]`, above zero
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — a rate is not above zero
    /// - [`TheoryError::Unstable`] — λ is at least what the pair can pass on, which is less than either rate
    ///
    /// # Source
    /// Own derivation with the mean wait of Welch, "On a generalized M/G/1 queuing process in which the first
    /// customer of each busy period receives exceptional service", *Operations Research* 12 (1964) 736–752.
    ///
    /// # Examples
    /// Two alike steps pass on two thirds of what each can do alone.
    /// ```
    /// use pathloom_simulation::theory::tandem::BlockedTandem;
    ///
    /// assert!((BlockedTandem::new(0.5, 1.0, 1.0)?.capacity - 2.0 / 3.0).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn new(arrival_rate: f64, first_rate: f64, second_rate: f64) -> Result<Self, TheoryError> {
        let arrivals = positive("arrival_rate", arrival_rate)?;
        let (first, second) = (positive("first_rate", first_rate)?, positive("second_rate", second_rate)?);
        let both = first + second;
        let longer = 1.0 / first + 1.0 / second - 1.0 / both;
        let longer_square = 2.0 / (first * first) + 2.0 / (second * second) - 2.0 / (both * both);
        let load = stable(arrivals * longer)?;
        // Someone who finds the first step free may find the second still busy with the one before them.
        let still_busy = arrivals / (arrivals + second);
        let opening = still_busy * longer + (1.0 - still_busy) / first;
        let opening_square = still_busy * longer_square + (1.0 - still_busy) * 2.0 / (first * first);
        let spread = 1.0 - load + arrivals * opening;
        let mean_wait = arrivals * longer_square / (2.0 * (1.0 - load))
            + arrivals * (opening_square - longer_square) / (2.0 * spread);
        let opens = (1.0 - load) / spread;
        let mean_blocked = opens * opening + (1.0 - opens) * longer - 1.0 / first;
        let first_time = mean_wait + 1.0 / first + mean_blocked;
        Ok(Self {
            capacity: 1.0 / longer,
            mean_wait,
            mean_blocked,
            blocked_share: arrivals * mean_blocked,
            mean_time: first_time + 1.0 / second,
            first_mean_present: arrivals * first_time,
            second_mean_present: arrivals / second,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fast_second_step_leaves_the_first_alone() {
        let pathway = BlockedTandem::new(0.8, 1.0, 1e9).expect("the load is below one");
        assert!((pathway.mean_wait - 4.0).abs() < 1e-6 && pathway.mean_blocked < 1e-6, "{pathway:?}");
    }

    #[test]
    fn a_fast_first_step_makes_the_second_the_queue() {
        // Everyone then waits for the second step, in front of the first or blocked in it.
        let pathway = BlockedTandem::new(0.8, 1e9, 1.0).expect("the load is below one");
        assert!((pathway.mean_time - 5.0).abs() < 1e-6, "{pathway:?}");
    }

    #[test]
    fn refusals() {
        assert!(matches!(BlockedTandem::new(0.7, 1.0, 1.0), Err(TheoryError::Unstable { .. })));
        assert!(BlockedTandem::new(0.5, 0.0, 1.0).is_err(), "a rate is above zero");
    }
}
