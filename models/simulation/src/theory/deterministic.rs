//! Several clinicians whose visits all last the same: M/D/c, exactly.
//!
//! Whoever is in service at one moment has left one visit later, and whoever has come since is still there,
//! so the queue looked at once a visit is the bulk chain of [`super::slots`].

use super::TheoryError;
use super::bulk::Bulk;
use super::parameter::{at_least_one, positive, stable};

/// The long-run figures of M/D/c, first come, first served.
///
/// # Examples
/// One server at a load of 0.8: 0.8² / (2 × 0.2) = 1.6 people wait on average, for two visits.
/// ```
/// use pathloom_simulation::theory::deterministic::FixedService;
///
/// let clinic = FixedService::new(0.8, 1.0, 1)?;
/// assert!((clinic.mean_list - 1.6).abs() < 1e-12);
/// assert!((clinic.mean_wait - 2.0).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FixedService {
    /// Load of one server `[1]` -- output
    pub load: f64,
    /// Chance that an arrival waits `[1]` -- output
    pub wait_probability: f64,
    /// Mean wait of everyone `[time]` -- output
    pub mean_wait: f64,
    /// Mean wait and service `[time]` -- output
    pub mean_time: f64,
    /// Mean number waiting `[people]` -- output
    pub mean_list: f64,
    /// Standard deviation of the number waiting `[people]` -- output
    pub list_deviation: f64,
    /// Mean number waiting or in service `[people]` -- output
    pub mean_present: f64,
}

impl FixedService {
    /// The figures for a rate of arrivals, the length of a visit and a number of servers.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, above zero
    /// - `length` of every visit `[time]`, above zero
    /// - `servers` c, one or more
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — a figure is out of range
    /// - [`TheoryError::Unstable`] — the load is one or more
    /// - [`TheoryError::NotConverged`] — a zero of the generating function was not found; no load is known to
    ///   cause it
    ///
    /// # Source
    /// Crommelin, "Delay probability formulae when the holding times are constant", *Post Office Electrical
    /// Engineers' Journal* 25 (1932) 41–50; solved as in the private module `bulk`.
    ///
    /// # Examples
    /// Fixed visits roughly halve the wait of exponential ones, 1.778 here.
    /// ```
    /// use pathloom_simulation::theory::deterministic::FixedService;
    ///
    /// assert!((FixedService::new(1.6, 1.0, 2)?.mean_wait - 0.903).abs() < 1e-3);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn new(arrival_rate: f64, length: f64, servers: u32) -> Result<Self, TheoryError> {
        let arrivals = positive("arrival_rate", arrival_rate)?;
        let offered_load = arrivals * positive("length", length)?;
        let load = stable(offered_load / at_least_one("servers", servers)?)?;
        let bulk = Bulk::new(offered_load, servers)?;
        let mean_wait = bulk.mean_left / arrivals;
        Ok(Self {
            load,
            wait_probability: bulk.full_probability,
            mean_wait,
            mean_time: mean_wait + length,
            mean_list: bulk.mean_left,
            list_deviation: bulk.left_deviation,
            mean_present: bulk.mean_left + offered_load,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_varies_as_the_random_walk_says() {
        // An independent route: step the chain from an empty list until it settles.
        let (arrivals, servers) = (1.6_f64, 2_usize);
        let mut chance = vec![0.0; 400];
        chance[0] = 1.0;
        let arrival: Vec<f64> = (0..400)
            .scan(libm::exp(-arrivals), |term, n| {
                let now = *term;
                *term *= arrivals / (f64::from(n) + 1.0);
                Some(now)
            })
            .collect();
        for _ in 0..400 {
            let mut next = vec![0.0; 400];
            for (left, weight) in chance.iter().enumerate() {
                for (come, share) in arrival.iter().enumerate().take(40) {
                    let stay = (left + come).saturating_sub(servers).min(399);
                    next[stay] += weight * share;
                }
            }
            chance = next;
        }
        let mean: f64 = chance.iter().enumerate().map(|(n, p)| n as f64 * p).sum();
        let square: f64 = chance.iter().enumerate().map(|(n, p)| (n * n) as f64 * p).sum();
        let queue = FixedService::new(arrivals, 1.0, 2).expect("the load is below one");
        assert!((queue.mean_list - mean).abs() < 1e-6, "{} {mean}", queue.mean_list);
        assert!(
            (queue.list_deviation - (square - mean * mean).sqrt()).abs() < 1e-6,
            "{}",
            queue.list_deviation
        );
    }

    #[test]
    fn refusals() {
        assert!(matches!(FixedService::new(2.0, 1.0, 2), Err(TheoryError::Unstable { .. })));
        assert!(FixedService::new(1.0, 0.0, 2).is_err(), "a visit has a length");
        assert!(FixedService::new(1.0, 1.0, 0).is_err(), "a clinic has a server");
    }
}
