//! One clinician, random arrivals, service of any distribution: the Pollaczek–Khinchine formulas for M/G/1.

use super::TheoryError;
use super::moments::Moments;
use super::parameter::{positive, stable};

/// The long-run figures of M/G/1, first come, first served.
///
/// # Examples
/// Visits that always last one unit, a load of a half: the mean wait is 0.5 × 1 / (2 × 0.5) = 0.5.
/// ```
/// use pathloom_simulation::theory::{mg1::SingleServer, moments::Moments};
///
/// let clinic = SingleServer::new(0.5, Moments::deterministic(1.0)?)?;
/// assert_eq!(clinic.mean_wait, 0.5);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SingleServer {
    /// Load, λ × mean service `[1]` -- output
    pub load: f64,
    /// Chance that an arrival waits, equal to the load `[1]` -- output
    pub wait_probability: f64,
    /// Mean wait of everyone `[time]` -- output
    pub mean_wait: f64,
    /// Standard deviation of everyone's wait `[time]` -- output
    pub wait_deviation: f64,
    /// Mean wait and service `[time]` -- output
    pub mean_time: f64,
    /// Standard deviation of wait and service together `[time]` -- output
    pub time_deviation: f64,
    /// Mean number waiting `[people]` -- output
    pub mean_list: f64,
    /// Mean number waiting or in service `[people]` -- output
    pub mean_present: f64,
}

impl SingleServer {
    /// The figures for a rate of arrivals and the moments of the service.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, above zero
    /// - `service` its first three moments
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — the rate is not above zero
    /// - [`TheoryError::Unstable`] — the load is one or more
    ///
    /// # Source
    /// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 5.1; the
    /// second moment of the wait is `2 Wq² + λ E[S³] / (3 (1 − ρ))`.
    ///
    /// # Examples
    /// With exponential visits it is M/M/1: 0.5 / (1 − 0.5) = 1.
    /// ```
    /// use pathloom_simulation::theory::{mg1::SingleServer, moments::Moments};
    ///
    /// let clinic = SingleServer::new(0.5, Moments::exponential(1.0)?)?;
    /// assert_eq!(clinic.mean_wait, 1.0);
    /// assert!((clinic.wait_deviation - 3.0_f64.sqrt()).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn new(arrival_rate: f64, service: Moments) -> Result<Self, TheoryError> {
        let arrivals = positive("arrival_rate", arrival_rate)?;
        let load = stable(arrivals * service.mean())?;
        let spare = 1.0 - load;
        let mean_wait = arrivals * service.second() / (2.0 * spare);
        let variance = mean_wait * mean_wait + arrivals * service.third() / (3.0 * spare);
        let service_variance = service.squared_variation() * service.mean() * service.mean();
        let mean_time = mean_wait + service.mean();
        Ok(Self {
            load,
            wait_probability: load,
            mean_wait,
            wait_deviation: variance.sqrt(),
            mean_time,
            time_deviation: (variance + service_variance).sqrt(),
            mean_list: arrivals * mean_wait,
            mean_present: arrivals * mean_time,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::multiserver::MultiServer;

    #[test]
    fn exponential_service_is_the_one_server_queue() {
        for arrivals in [0.1, 0.5, 0.99] {
            let service = Moments::exponential(1.0).expect("the mean is positive");
            let general = SingleServer::new(arrivals, service).expect("the load is below one");
            let queue = MultiServer::new(arrivals, 1.0, 1).expect("the load is below one");
            assert!((general.mean_wait / queue.mean_wait - 1.0).abs() < 1e-12);
            assert!((general.wait_deviation / queue.wait_deviation - 1.0).abs() < 1e-12);
            // Time in M/M/1 is exponential, so its deviation is its mean.
            assert!((general.time_deviation / queue.mean_time - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn refusals() {
        let service = Moments::deterministic(2.0).expect("the length is positive");
        assert_eq!(SingleServer::new(0.5, service), Err(TheoryError::Unstable { load: 1.0 }));
        assert!(SingleServer::new(f64::NAN, service).is_err(), "NaN is not a rate");
    }
}
