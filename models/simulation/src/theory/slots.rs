//! A clinic with a fixed number of slots at the end of every period, filled from a list first come, first
//! served.
//!
//! Referrals come at random through the period. Nobody is seen before its end, so even an empty list means a
//! wait of half a period on average.

use super::TheoryError;
use super::bulk::Bulk;
use super::parameter::positive;

/// The long-run figures of a clinic with slots.
///
/// # Examples
/// One slot a week and a referral every other week: 0.25 people are left on average after the clinic, as in
/// M/D/1.
/// ```
/// use pathloom_simulation::theory::slots::SlotClinic;
///
/// let clinic = SlotClinic::new(0.5, 1, 1.0)?;
/// assert!((clinic.mean_after - 0.25).abs() < 1e-12);
/// assert!((clinic.mean_wait - 1.0).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SlotClinic {
    /// Referrals a period over slots, which is the share of slots used `[1]` -- output
    pub load: f64,
    /// Mean list just before the slots are filled `[people]` -- output
    pub mean_before: f64,
    /// Mean list just after `[people]` -- output
    pub mean_after: f64,
    /// Standard deviation of the list just after `[people]` -- output
    pub after_deviation: f64,
    /// Mean list over all times `[people]` -- output
    pub mean_list: f64,
    /// Mean wait from referral to the slot `[time]` -- output
    pub mean_wait: f64,
    /// Chance that the slots clear the list `[1]` -- output
    pub cleared_probability: f64,
    /// Chance that every slot is used `[1]` -- output
    pub full_probability: f64,
}

impl SlotClinic {
    /// The figures for a rate of referrals, slots and the length of a period.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, above zero
    /// - `slots` at the end of each period, one or more
    /// - `period` `[time]`, above zero
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — a figure is out of range
    /// - [`TheoryError::Unstable`] — as many referrals as slots, or more
    /// - [`TheoryError::NotConverged`] — a zero of the generating function was not found; no load is known to
    ///   cause it
    ///
    /// # Source
    /// Janssen and van Leeuwaarden, "Analytic computation schemes for the discrete-time bulk service queue",
    /// *Queueing Systems* 50 (2005) 141–163; the wait by Little's law.
    ///
    /// # Examples
    /// ```
    /// use pathloom_simulation::theory::slots::SlotClinic;
    ///
    /// let clinic = SlotClinic::new(9.0, 10, 1.0)?;
    /// assert!((clinic.mean_before - clinic.mean_after - 9.0).abs() < 1e-9);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn new(arrival_rate: f64, slots: u32, period: f64) -> Result<Self, TheoryError> {
        let arrivals = positive("arrival_rate", arrival_rate)?;
        let referrals = arrivals * positive("period", period)?;
        let bulk = Bulk::new(referrals, slots)?;
        // Referrals come evenly through the period, so half of them are there on average.
        let mean_list = bulk.mean_left + referrals / 2.0;
        Ok(Self {
            load: bulk.load,
            mean_before: bulk.mean_left + referrals,
            mean_after: bulk.mean_left,
            after_deviation: bulk.left_deviation,
            mean_list,
            mean_wait: mean_list / arrivals,
            cleared_probability: bulk.cleared_probability,
            full_probability: bulk.full_probability,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_unit_of_time_does_not_matter() {
        let weeks = SlotClinic::new(9.0, 10, 1.0).expect("the load is below one");
        let days = SlotClinic::new(9.0 / 7.0, 10, 7.0).expect("the load is below one");
        assert!((days.mean_wait / weeks.mean_wait / 7.0 - 1.0).abs() < 1e-9, "a week is seven days");
    }

    #[test]
    fn refusals() {
        assert!(matches!(SlotClinic::new(10.0, 10, 1.0), Err(TheoryError::Unstable { .. })));
        assert!(SlotClinic::new(1.0, 0, 1.0).is_err(), "a clinic has a slot");
        assert!(SlotClinic::new(1.0, 2, 0.0).is_err(), "a period has a length");
    }
}
