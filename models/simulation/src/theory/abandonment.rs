//! People who give up waiting after a random time: Erlang A (M/M/c+M).
//!
//! There is always a long run, because a long list drives people away. Waits differ by whom they are asked
//! of, those who were seen or those who left, and both are given. All measures are sums over the number
//! waiting on arrival of positive terms: someone at place `j` moves up or leaves at the rate `cμ + jθ`,
//! whichever of the two it is.

use libm::{exp, log, log1p};

use super::TheoryError;
use super::erlang;
use super::parameter::{at_least_one, non_negative, positive};

/// The longest list that is summed over.
const MOST_WAITING: u32 = 5_000_000;

/// The long-run figures of M/M/c+M, first come, first served.
///
/// # Examples
/// One server, everything at rate one: the number present is Poisson with mean one, so the server is idle 1/e
/// of the time and 1 − (1 − 1/e) of arrivals, 0.3679, leave unseen.
/// ```
/// use pathloom_simulation::theory::abandonment::ImpatientQueue;
///
/// let queue = ImpatientQueue::new(1.0, 1.0, 1.0, 1)?;
/// assert!((queue.abandon_probability - 0.367_879).abs() < 1e-6);
/// assert!((queue.mean_present - 1.0).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct ImpatientQueue {
    /// Share of arrivals who find every server busy `[1]` -- output
    pub wait_probability: f64,
    /// Share of arrivals who leave unseen `[1]` -- output
    pub abandon_probability: f64,
    /// People served per unit of time `[people·time⁻¹]` -- output
    pub throughput: f64,
    /// Mean share of servers in use `[1]` -- output
    pub utilisation: f64,
    /// Mean number waiting `[people]` -- output
    pub mean_list: f64,
    /// Mean number waiting or in service `[people]` -- output
    pub mean_present: f64,
    /// Mean time spent waiting by everyone, seen or not `[time]` -- output
    pub mean_wait: f64,
    /// Mean wait of those seen, not waiting counted as zero `[time]` -- output
    pub served_mean_wait: f64,
    /// Mean wait of those seen who did wait `[time]` -- output
    pub served_mean_wait_if_waiting: f64,
    /// Mean wait of those who left `[time]` -- output
    pub abandoned_mean_wait: f64,
    /// Chances of finding each number waiting with all servers busy, from none `[1]`.
    waiting_on_arrival: Vec<f64>,
    capacity: f64,
    patience_rate: f64,
}

impl ImpatientQueue {
    /// The figures for the rates of arrival, service and leaving, and a number of servers.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, above zero
    /// - `service_rate` μ `[people·time⁻¹]` of one server, above zero
    /// - `patience_rate` θ `[time⁻¹]`, above zero: one over the mean time people are willing to wait
    /// - `servers` c, one or more
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — a rate is not above zero, or there are no servers
    /// - [`TheoryError::NotConverged`] — patience so long that the list reaches millions
    ///
    /// # Source
    /// Garnett, Mandelbaum and Reiman, "Designing a call center with impatient customers", *Manufacturing &
    /// Service Operations Management* 4 (2002) 208–227; waits by conditioning on the place in the list, own
    /// derivation.
    ///
    /// # Examples
    /// When people leave at the rate at which they are served, the number present is Poisson, ten here.
    /// ```
    /// use pathloom_simulation::theory::abandonment::ImpatientQueue;
    ///
    /// assert!((ImpatientQueue::new(10.0, 1.0, 1.0, 4)?.mean_present - 10.0).abs() < 1e-9);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn new(
        arrival_rate: f64,
        service_rate: f64,
        patience_rate: f64,
        servers: u32,
    ) -> Result<Self, TheoryError> {
        let arrivals = positive("arrival_rate", arrival_rate)?;
        let rate = positive("service_rate", service_rate)?;
        let theta = positive("patience_rate", patience_rate)?;
        let capacity = at_least_one("servers", servers)? * rate;
        let (weights, scale) = waiting_weights(arrivals, capacity, theta)?;
        // Relative to "all busy, nobody waiting" the states with a server free weigh c / A / B(c − 1).
        // Everything is multiplied by B, which is zero if it underflows and never leaves anything to be
        // divided by zero.
        let blocked = erlang::blocking_of(arrivals / rate, servers - 1);
        let free = capacity / arrivals * scale;
        let sums = PlaceSums::new(&weights, capacity, theta);
        let total = free + blocked * sums.all;
        let served = free + blocked * sums.served;
        let mean_list = blocked * sums.people / total;
        let throughput = arrivals * (served / total);
        Ok(Self {
            wait_probability: blocked * sums.all / total,
            abandon_probability: blocked * sums.abandoned / total,
            throughput,
            utilisation: throughput / capacity,
            mean_list,
            mean_present: mean_list + throughput / rate,
            mean_wait: mean_list / arrivals,
            served_mean_wait: blocked * sums.served_wait / served,
            served_mean_wait_if_waiting: sums.served_wait / sums.served,
            abandoned_mean_wait: sums.abandoned_wait / sums.abandoned,
            waiting_on_arrival: weights.into_iter().map(|weight| weight * blocked / total).collect(),
            capacity,
            patience_rate: theta,
        })
    }

    /// The share of all arrivals who are seen within `time`.
    ///
    /// Those who leave count against it, however soon they leave.
    ///
    /// # Parameters
    /// - `time` `[time]`, zero or more
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the time is negative or not finite
    ///
    /// # Source
    /// Own derivation: the wait of someone seen from place `m` is a sum of exponential times at the rates `cμ
    /// + jθ`, `j = 1 … m`; `exp(−θ wait)` then is a Beta variable, whose distribution is a negative binomial
    /// sum. Checked against the cases of `tests/theory_cases.rs`.
    ///
    /// # Examples
    /// Within no time are seen those who do not wait, 1/e here.
    /// ```
    /// use pathloom_simulation::theory::abandonment::ImpatientQueue;
    ///
    /// let queue = ImpatientQueue::new(1.0, 1.0, 1.0, 1)?;
    /// assert!((queue.served_within(0.0)? - 0.367_879).abs() < 1e-6);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn served_within(&self, time: f64) -> Result<f64, TheoryError> {
        let stretch = self.patience_rate * non_negative("time", time)?;
        let shape = self.capacity / self.patience_rate;
        // Term i of the negative binomial sum, as a logarithm: it may underflow at first and matter later.
        let mut log_term = -(shape + 1.0) * stretch;
        let log_step = log1p(-exp(-stretch));
        let mut longer = 0.0;
        let mut within = 1.0 - self.wait_probability;
        for (ahead, chance) in self.waiting_on_arrival.iter().enumerate() {
            let place = ahead as f64 + 1.0;
            longer += exp(log_term);
            let seen = self.capacity / (self.capacity + place * self.patience_rate);
            within += chance * seen * (1.0 - longer).max(0.0);
            log_term += log_step + log((shape + place) / place);
        }
        Ok(within.clamp(0.0, 1.0))
    }
}

/// Weights of the numbers waiting while all are busy, the largest being one, and the scale they were divided
/// by (the weight of "nobody waiting" before the division is one).
fn waiting_weights(arrivals: f64, capacity: f64, theta: f64) -> Result<(Vec<f64>, f64), TheoryError> {
    /// Natural logarithm of the share of the largest weight at which the rest is left out (chosen: 1e-20).
    const NEGLIGIBLE: f64 = -46.0;
    let mut log_weights = vec![0.0];
    let (mut latest, mut largest) = (0.0_f64, 0.0_f64);
    for waiting in 1..=MOST_WAITING {
        let ratio = arrivals / (capacity + f64::from(waiting) * theta);
        latest += log(ratio);
        largest = largest.max(latest);
        log_weights.push(latest);
        // The ratios fall, so what is left is at most a geometric tail.
        if ratio < 1.0 && latest - largest - log(1.0 - ratio) < NEGLIGIBLE {
            let weights = log_weights.into_iter().map(|weight| exp(weight - largest)).collect();
            return Ok((weights, exp(-largest)));
        }
    }
    Err(TheoryError::NotConverged { name: "list", steps: MOST_WAITING })
}

/// Sums over the number found waiting, of weights and of what becomes of an arrival who finds it.
struct PlaceSums {
    all: f64,
    people: f64,
    served: f64,
    abandoned: f64,
    served_wait: f64,
    abandoned_wait: f64,
}

impl PlaceSums {
    fn new(weights: &[f64], capacity: f64, theta: f64) -> Self {
        let mut sums = Self {
            all: 0.0,
            people: 0.0,
            served: 0.0,
            abandoned: 0.0,
            served_wait: 0.0,
            abandoned_wait: 0.0,
        };
        // Mean time to move up through the places, and its complement that leads to the wait of those who
        // leave.
        let (mut moving, mut staying) = (0.0, 0.0);
        for (ahead, &weight) in weights.iter().enumerate() {
            let place = ahead as f64 + 1.0;
            let out = capacity + place * theta;
            moving += 1.0 / out;
            staying += place / out;
            sums.all += weight;
            sums.people += weight * ahead as f64;
            sums.served += weight * capacity / out;
            sums.abandoned += weight * place * theta / out;
            sums.served_wait += weight * capacity / out * moving;
            sums.abandoned_wait += weight * theta / out * staying;
        }
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::multiserver::MultiServer;

    fn check(arrivals: f64, theta: f64, servers: u32) {
        let queue = ImpatientQueue::new(arrivals, 1.0, theta, servers).expect("the figures are allowed");
        let left = theta * queue.mean_list;
        assert!((left - arrivals * queue.abandon_probability).abs() < 1e-9 * arrivals, "who leaves, left");
        let mixed = queue.served_mean_wait * (1.0 - queue.abandon_probability)
            + queue.abandoned_mean_wait * queue.abandon_probability;
        assert!(
            (mixed - queue.mean_wait).abs() < 1e-9 * (1.0 + mixed),
            "{servers}: {mixed} {}",
            queue.mean_wait
        );
        let ever = queue.served_within(1e6).expect("the time is allowed");
        assert!((ever - 1.0 + queue.abandon_probability).abs() < 1e-9, "{servers}: {ever}");
        let soon = queue.served_within(0.0).expect("the time is allowed");
        assert!((soon - 1.0 + queue.wait_probability).abs() < 1e-9, "{servers}: {soon}");
    }

    #[test]
    fn flows_and_waits_add_up() {
        check(10.0, 0.5, 10);
        check(50.0, 0.01, 10);
        check(1990.0, 0.1, 2000);
        check(3000.0, 0.5, 2000);
        check(1.0, 20.0, 2000);
    }

    #[test]
    fn great_patience_is_a_queue_where_everyone_waits() {
        let patient = ImpatientQueue::new(3.5, 1.0, 1e-7, 4).expect("the figures are allowed");
        let queue = MultiServer::new(3.5, 1.0, 4).expect("the load is below one");
        assert!((patient.mean_list / queue.mean_list - 1.0).abs() < 1e-4);
        let within = patient.served_within(2.0).expect("the time is allowed");
        assert!((within - queue.wait_within(2.0).expect("the time is allowed")).abs() < 1e-4);
    }

    #[test]
    fn refusals() {
        assert!(ImpatientQueue::new(1.0, 1.0, 0.0, 1).is_err(), "people have some limit");
        assert!(ImpatientQueue::new(1.0, 1.0, 1.0, 0).is_err(), "a queue has a server");
        let endless = ImpatientQueue::new(2e9, 1.0, 1.0, 1);
        assert!(matches!(endless, Err(TheoryError::NotConverged { .. })), "a list of billions is not summed");
    }
}
