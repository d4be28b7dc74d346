//! Rough figures for the general queue: several servers, any arrivals and any service.
//!
//! There is no closed form for this one. The estimate below is exact for M/M/c and for M/G/1, good at high
//! loads and poor at low ones; never hold a simulation against it.

use super::TheoryError;
use super::multiserver::MultiServer;
use super::parameter::non_negative;

/// The approximate mean wait in a queue of general arrivals and service (G/G/c).
///
/// # Parameters
/// - `queue` the M/M/c queue with the same rates and servers
/// - `arrival_variation` squared coefficient of variation of the times between arrivals `[1]`, zero or more:
///   none if booked, one at random
/// - `service_variation` squared coefficient of variation of the length of service `[1]`, zero or more
///
/// # Returns
/// The approximate mean wait `[time]`.
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — a variation is negative or not finite
///
/// # Source
/// Allen, *Probability, Statistics, and Queueing Theory with Computer Science Applications*, 2nd edition,
/// Academic Press 1990, the Allen–Cunneen approximation.
///
/// # Examples
/// Fixed visits halve the wait at one server, which is exact: 4 becomes 2.
/// ```
/// use pathloom_simulation::theory::{approximate, multiserver::MultiServer};
///
/// let queue = MultiServer::new(0.8, 1.0, 1)?;
/// assert!((approximate::mean_wait(&queue, 1.0, 0.0)? - 2.0).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn mean_wait(
    queue: &MultiServer,
    arrival_variation: f64,
    service_variation: f64,
) -> Result<f64, TheoryError> {
    let arrivals = non_negative("arrival_variation", arrival_variation)?;
    let service = non_negative("service_variation", service_variation)?;
    Ok(queue.mean_wait * (arrivals + service) / 2.0)
}

/// The approximate mean list in a queue of general arrivals and service (G/G/c), by Little's law.
///
/// # Parameters
/// As [`mean_wait`].
///
/// # Returns
/// The approximate mean number waiting `[people]`.
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — a variation is negative or not finite
///
/// # Source
/// As [`mean_wait`].
///
/// # Examples
/// ```
/// use pathloom_simulation::theory::{approximate, multiserver::MultiServer};
///
/// let queue = MultiServer::new(0.8, 1.0, 1)?;
/// assert!((approximate::mean_list(&queue, 1.0, 1.0)? - 3.2).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn mean_list(
    queue: &MultiServer,
    arrival_variation: f64,
    service_variation: f64,
) -> Result<f64, TheoryError> {
    Ok(mean_wait(queue, arrival_variation, service_variation)? * queue.arrival_rate())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::deterministic::FixedService;

    #[test]
    fn near_the_exact_answer_for_fixed_visits_at_high_load() {
        let queue = MultiServer::new(9.0, 1.0, 10).expect("the load is below one");
        let rough = mean_wait(&queue, 1.0, 0.0).expect("the variations are allowed");
        let exact = FixedService::new(9.0, 1.0, 10).expect("the load is below one").mean_wait;
        assert!((rough / exact - 1.0).abs() < 0.05, "{rough} {exact}");
    }

    #[test]
    fn refusals() {
        let queue = MultiServer::new(0.8, 1.0, 1).expect("the load is below one");
        assert!(mean_wait(&queue, -1.0, 1.0).is_err(), "a variation is not negative");
        assert!(mean_list(&queue, 1.0, f64::NAN).is_err(), "NaN is not a variation");
    }
}
