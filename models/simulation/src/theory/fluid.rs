//! A list as a smooth flow: so many in and so many out a week, without chance, first come, first served.
//!
//! This is the arithmetic behind "the list grows by twenty a week". It ignores the waiting that chance alone
//! causes, so it says nothing useful about a list whose capacity exceeds its demand. Units: weeks and people
//! a week.

use super::TheoryError;
use super::parameter::{non_negative, positive};

/// A list that starts with a backlog, all of it just arrived, and flows at constant rates.
///
/// # Examples
/// A hundred in and eighty out for 42 weeks: 840 waiting, the longest for 8.4 weeks.
/// ```
/// use pathloom_simulation::theory::fluid::FluidList;
///
/// let list = FluidList::new(0.0, 100.0, 80.0)?;
/// assert_eq!(list.size_at(42.0)?, 840.0);
/// assert!((list.longest_wait_at(42.0)? - 8.4).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FluidList {
    /// People on the list at week zero, referred just then -- input
    backlog: f64,
    /// Referrals `[people·week⁻¹]` -- input
    demand: f64,
    /// Removals while there is a list `[people·week⁻¹]` -- input
    capacity: f64,
}

impl FluidList {
    /// A list from its backlog and its rates.
    ///
    /// # Parameters
    /// - `backlog` `[people]`, zero or more
    /// - `demand` `[people·week⁻¹]`, zero or more
    /// - `capacity` `[people·week⁻¹]`, above zero
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — a figure is out of range
    ///
    /// # Examples
    /// ```
    /// use pathloom_simulation::theory::fluid::FluidList;
    ///
    /// assert!(FluidList::new(0.0, 100.0, 0.0).is_err());
    /// ```
    pub fn new(backlog: f64, demand: f64, capacity: f64) -> Result<Self, TheoryError> {
        Ok(Self {
            backlog: non_negative("backlog", backlog)?,
            demand: non_negative("demand", demand)?,
            capacity: positive("capacity", capacity)?,
        })
    }

    /// The people on the list at a week `[people]`.
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the week is negative or not finite
    ///
    /// # Source
    /// Own derivation: backlog plus referrals less removals, never below nobody.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::fluid::FluidList;
    /// assert_eq!(FluidList::new(1200.0, 30.0, 60.0)?.size_at(10.0)?, 900.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn size_at(&self, week: f64) -> Result<f64, TheoryError> {
        let week = non_negative("week", week)?;
        Ok((self.backlog + (self.demand - self.capacity) * week).max(0.0))
    }

    /// The longest wait so far on the list at a week, which is also the wait of who is seen then `[weeks]`.
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the week is negative or not finite
    ///
    /// # Source
    /// Own derivation: while the backlog lasts, the whole time; afterwards the list over the demand.
    ///
    /// # Examples
    /// After ten weeks the backlog of 1,200 is not yet seen, so somebody has waited since week zero.
    /// ```
    /// # use pathloom_simulation::theory::fluid::FluidList;
    /// assert_eq!(FluidList::new(1200.0, 30.0, 60.0)?.longest_wait_at(10.0)?, 10.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn longest_wait_at(&self, week: f64) -> Result<f64, TheoryError> {
        let size = self.size_at(week)?;
        if self.backlog > self.capacity * week {
            return Ok(week);
        }
        Ok(if size > 0.0 { size / self.demand } else { 0.0 })
    }

    /// The mean wait so far of the people on the list at a week `[weeks]`; zero when nobody is on it.
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the week is negative or not finite
    ///
    /// # Source
    /// Own derivation: what is left of the backlog has waited the whole time, the others evenly from nothing
    /// up.
    ///
    /// # Examples
    /// After two weeks the backlog of ten is seen, and the twenty who came evenly since have waited one on
    /// average.
    /// ```
    /// # use pathloom_simulation::theory::fluid::FluidList;
    /// assert_eq!(FluidList::new(10.0, 10.0, 5.0)?.mean_wait_at(2.0)?, 1.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn mean_wait_at(&self, week: f64) -> Result<f64, TheoryError> {
        let size = self.size_at(week)?;
        if size == 0.0 {
            return Ok(0.0);
        }
        let old = (self.backlog - self.capacity * week).max(0.0);
        let recent = (size - old).max(0.0);
        let recent_wait = self.longest_wait_at(week)? / 2.0;
        Ok((old * week + recent * recent_wait) / size)
    }

    /// The wait of the last person of the backlog `[weeks]`.
    ///
    /// # Source
    /// Own derivation: the backlog over the capacity.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::fluid::FluidList;
    /// assert_eq!(FluidList::new(1200.0, 30.0, 60.0)?.last_backlog_wait(), 20.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn last_backlog_wait(&self) -> f64 {
        self.backlog / self.capacity
    }

    /// The week at which nobody is left on the list.
    ///
    /// # Errors
    /// [`TheoryError::Unstable`] — demand is at least capacity and there is a backlog, so that week never
    /// comes
    ///
    /// # Source
    /// Own derivation: the backlog over the spare capacity.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::fluid::FluidList;
    /// assert_eq!(FluidList::new(1200.0, 30.0, 60.0)?.clearance_week()?, 40.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn clearance_week(&self) -> Result<f64, TheoryError> {
        if self.backlog == 0.0 {
            return Ok(0.0);
        }
        if self.demand >= self.capacity {
            return Err(TheoryError::Unstable { load: self.demand / self.capacity });
        }
        Ok(self.backlog / (self.capacity - self.demand))
    }
}

/// The wait of the n-th person when people come at even intervals to one server with visits of one length
/// (D/D/1).
///
/// # Parameters
/// - `interval` between arrivals, the first after one interval `[time]`, above zero
/// - `service` `[time]`, above zero
/// - `earlier` how many came before this person, none for the first
///
/// # Returns
/// The wait before service `[time]`; service ends at `(earlier + 1) × interval + wait + service`.
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — a figure is not above zero
///
/// # Source
/// Own derivation: each person ahead adds what their visit exceeds the interval by.
///
/// # Examples
/// Visits of 1.5 every hour: the third person waits an hour.
/// ```
/// use pathloom_simulation::theory::fluid;
///
/// assert_eq!(fluid::even_wait(1.0, 1.5, 2)?, 1.0);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn even_wait(interval: f64, service: f64, earlier: u32) -> Result<f64, TheoryError> {
    let excess = positive("service", service)? - positive("interval", interval)?;
    Ok(f64::from(earlier) * excess.max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_oldest_half_way_through_a_backlog() {
        let list = FluidList::new(10.0, 10.0, 5.0).expect("the figures are allowed");
        // After one week five of the ten remain, and ten have come evenly.
        let mean = list.mean_wait_at(1.0).expect("the week is allowed");
        assert!((mean - (5.0 + 10.0 * 0.5) / 15.0).abs() < 1e-12, "{mean}");
    }

    #[test]
    fn refusals() {
        let growing = FluidList::new(5.0, 2.0, 1.0).expect("the figures are allowed");
        assert_eq!(growing.clearance_week(), Err(TheoryError::Unstable { load: 2.0 }));
        assert!(growing.size_at(-1.0).is_err(), "weeks count from zero");
        assert!(FluidList::new(f64::NAN, 1.0, 1.0).is_err(), "NaN is no backlog");
    }
}
