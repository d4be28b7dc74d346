//! People who all give up after the same time: M/M/c with fixed patience, counted until service starts.
//!
//! What an arrival would have to wait has the density `exp((λ − cμ) v)` up to the limit and falls at `cμ`
//! beyond it, where nobody joins. There is always a long run.

use libm::{exp, expm1};

use super::TheoryError;
use super::erlang;
use super::parameter::{at_least_one, positive};

/// The long-run figures of M/M/c where everyone leaves after the same wait.
///
/// # Examples
/// Five come, two can be seen: three in five leave, and hardly anybody is seen at once.
/// ```
/// use pathloom_simulation::theory::patience::FixedPatience;
///
/// let queue = FixedPatience::new(5.0, 2.0, 6.0, 1)?;
/// assert!((queue.abandon_probability - 0.6).abs() < 1e-6);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FixedPatience {
    /// Share of arrivals who leave unseen `[1]` -- output
    pub abandon_probability: f64,
    /// Share of arrivals seen at once `[1]` -- output
    pub no_wait_probability: f64,
    /// People served per unit of time `[people·time⁻¹]` -- output
    pub throughput: f64,
    /// Mean share of servers in use `[1]` -- output
    pub utilisation: f64,
    /// Mean wait of those seen, not waiting counted as zero `[time]` -- output
    pub served_mean_wait: f64,
    /// Mean time spent waiting by everyone, seen or not `[time]` -- output
    pub mean_wait: f64,
    /// Mean number waiting `[people]` -- output
    pub mean_list: f64,
}

impl FixedPatience {
    /// The figures for a rate of arrivals, a rate of service, a limit and a number of servers.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, above zero
    /// - `service_rate` μ `[people·time⁻¹]` of one server, above zero
    /// - `patience` `[time]`, above zero: the wait after which everyone leaves
    /// - `servers` c, one or more
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — a figure is not above zero
    ///
    /// # Source
    /// Barrer, "Queuing with impatient customers and ordered service", *Operations Research* 5 (1957)
    /// 650–656; the density of the offered wait as in Baccelli and Hebuterne, "On queues with impatient
    /// customers", 1981.
    ///
    /// # Examples
    /// Demand equal to capacity: the density is flat, so the mass is 1 + 1 + 1 for at once, in time and too
    /// late.
    /// ```
    /// use pathloom_simulation::theory::patience::FixedPatience;
    ///
    /// let queue = FixedPatience::new(1.0, 1.0, 1.0, 1)?;
    /// assert!((queue.abandon_probability - 1.0 / 3.0).abs() < 1e-12);
    /// assert!((queue.served_mean_wait - 0.25).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn new(
        arrival_rate: f64,
        service_rate: f64,
        patience: f64,
        servers: u32,
    ) -> Result<Self, TheoryError> {
        let arrivals = positive("arrival_rate", arrival_rate)?;
        let rate = positive("service_rate", service_rate)?;
        let limit = positive("patience", patience)?;
        let capacity = at_least_one("servers", servers)? * rate;
        let surplus = arrivals - capacity;
        // Weights are relative to the states with a server free, and to the density at the limit when that
        // grows.
        let density = erlang::blocking_of(arrivals / rate, servers - 1);
        let (area, moment) = decaying_integrals(surplus.abs(), limit);
        let (at_once, in_time, in_time_wait, at_limit) = if surplus > 0.0 {
            (exp(-surplus * limit), density * area, density * (limit * area - moment), density)
        } else {
            (1.0, density * area, density * moment, density * exp(surplus * limit))
        };
        let served = at_once + arrivals * in_time;
        let left = arrivals * at_limit / capacity;
        let total = served + left;
        let abandon_probability = left / total;
        let mean_wait = arrivals * in_time_wait / total + abandon_probability * limit;
        let throughput = arrivals * (served / total);
        Ok(Self {
            abandon_probability,
            no_wait_probability: at_once / total,
            throughput,
            utilisation: throughput / capacity,
            served_mean_wait: arrivals * in_time_wait / served,
            mean_wait,
            mean_list: arrivals * mean_wait,
        })
    }
}

/// The integrals of `exp(−r v)` and of `v exp(−r v)` from zero to `limit`.
fn decaying_integrals(rate: f64, limit: f64) -> (f64, f64) {
    let reach = rate * limit;
    if reach > 0.5 {
        let area = -expm1(-reach) / rate;
        return (area, (area - limit * exp(-reach)) / rate);
    }
    // The closed form of the second loses its digits near zero; its series does not, and twenty terms
    // suffice.
    let (mut area, mut moment, mut term) = (0.0, 0.0, 1.0);
    for step in 0..20 {
        let step = f64::from(step);
        area += term / (step + 1.0);
        moment += term / (step + 2.0);
        term *= -reach / (step + 1.0);
    }
    (area * limit, moment * limit * limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::multiserver::MultiServer;

    #[test]
    fn the_series_meets_the_closed_form() {
        let below = decaying_integrals(0.5 - 1e-12, 1.0);
        let above = decaying_integrals(0.5 + 1e-12, 1.0);
        assert!(
            (below.0 - above.0).abs() < 1e-11 && (below.1 - above.1).abs() < 1e-11,
            "{below:?} {above:?}"
        );
    }

    #[test]
    fn great_patience_is_a_queue_where_everyone_waits() {
        for (arrivals, servers) in [(0.8, 1), (3.5, 4), (1900.0, 2000)] {
            let patient = FixedPatience::new(arrivals, 1.0, 1e4, servers).expect("the figures are allowed");
            let queue = MultiServer::new(arrivals, 1.0, servers).expect("the load is below one");
            assert!((patient.mean_list / queue.mean_list - 1.0).abs() < 1e-9, "{servers} servers");
        }
    }

    #[test]
    fn overload_stays_finite() {
        let queue = FixedPatience::new(5000.0, 1.0, 1000.0, 3).expect("the figures are allowed");
        assert!((queue.utilisation - 1.0).abs() < 1e-12 && queue.mean_wait <= 1000.0, "{queue:?}");
        assert!(FixedPatience::new(1.0, 1.0, 0.0, 1).is_err(), "patience is above zero");
        assert!(FixedPatience::new(1.0, 1.0, 1.0, 0).is_err(), "a queue has a server");
    }
}
