//! One list seen first come, first served by several alike clinicians: M/M/c, and M/M/1 as its smallest case.
//!
//! Referrals come at random (Poisson), visits have exponential lengths, nobody gives up. Those who wait at
//! all wait an exponential time at the rate `cμ − λ`, the spare capacity, and everything else follows from
//! that and from the chance of waiting ([`super::erlang::waiting`]). What a census of the list would show is
//! in the second half, because a snapshot of people waiting is not the experience of people seen: the long
//! waits are over-represented.

use libm::{exp, lgamma, log};

use super::TheoryError;
use super::erlang;
use super::parameter::{at_least_one, non_negative, part, positive, stable};

/// The long-run figures of M/M/c.
///
/// # Examples
/// One clinician who can see one person an hour, with 0.8 coming: the wait is 0.8 / (1 − 0.8) = 4 hours.
/// ```
/// use pathloom_simulation::theory::multiserver::MultiServer;
///
/// let clinic = MultiServer::new(0.8, 1.0, 1)?;
/// assert!((clinic.mean_wait - 4.0).abs() < 1e-12);
/// assert!((clinic.mean_list - 3.2).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MultiServer {
    /// Load of one server, λ / cμ `[1]` -- output
    pub load: f64,
    /// Chance that an arrival waits, which is the share of time all servers are busy `[1]` -- output
    pub wait_probability: f64,
    /// Chance that nobody is present `[1]`; zero when it is too small to write down -- output
    pub empty_probability: f64,
    /// Mean wait of everyone, those who did not wait counted as zero `[time]` -- output
    pub mean_wait: f64,
    /// Mean wait of those who waited `[time]` -- output
    pub mean_wait_if_waiting: f64,
    /// Standard deviation of everyone's wait `[time]` -- output
    pub wait_deviation: f64,
    /// Mean wait and service `[time]` -- output
    pub mean_time: f64,
    /// Mean number waiting `[people]` -- output
    pub mean_list: f64,
    /// Mean number waiting or in service `[people]` -- output
    pub mean_present: f64,
    arrival_rate: f64,
    offered_load: f64,
    /// Natural logarithm of the chance of an empty system, kept because the chance itself can underflow.
    log_empty: f64,
    servers: u32,
}

impl MultiServer {
    /// The figures for a rate of arrivals, a rate of service and a number of servers.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, above zero
    /// - `service_rate` μ `[people·time⁻¹]` of one server, above zero
    /// - `servers` c, one or more
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — a rate is not above zero, or there are no servers
    /// - [`TheoryError::Unstable`] — λ is at least cμ
    ///
    /// # Source
    /// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 2.3.
    ///
    /// # Examples
    /// Two clinicians and a load of 0.8: (1.6² / 2) / (1 − 0.8) = 6.4 against 1 + 1.6 + 6.4 = 9 gives 0.711
    /// waiting.
    /// ```
    /// use pathloom_simulation::theory::multiserver::MultiServer;
    ///
    /// let clinic = MultiServer::new(1.6, 1.0, 2)?;
    /// assert!((clinic.wait_probability - 6.4 / 9.0).abs() < 1e-12);
    /// assert!((clinic.empty_probability - 1.0 / 9.0).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn new(arrival_rate: f64, service_rate: f64, servers: u32) -> Result<Self, TheoryError> {
        let arrivals = positive("arrival_rate", arrival_rate)?;
        let rate = positive("service_rate", service_rate)?;
        let capacity = at_least_one("servers", servers)? * rate;
        let load = stable(arrivals / capacity)?;
        let offered_load = arrivals / rate;
        let wait_probability = erlang::waiting(offered_load, servers)?;
        let mean_wait_if_waiting = 1.0 / (capacity - arrivals);
        let mean_wait = wait_probability * mean_wait_if_waiting;
        let spread = wait_probability * (2.0 - wait_probability);
        let mean_list = arrivals * mean_wait;
        let log_empty = log_empty_probability(offered_load, servers, load);
        Ok(Self {
            load,
            wait_probability,
            empty_probability: exp(log_empty),
            mean_wait,
            mean_wait_if_waiting,
            wait_deviation: spread.sqrt() * mean_wait_if_waiting,
            mean_time: mean_wait + 1.0 / rate,
            mean_list,
            mean_present: mean_list + offered_load,
            arrival_rate: arrivals,
            offered_load,
            log_empty,
            servers,
        })
    }

    /// The chance of a wait of at most `time`.
    ///
    /// # Parameters
    /// - `time` `[time]`, zero or more
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the time is negative or not finite
    ///
    /// # Source
    /// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 2.3.
    ///
    /// # Examples
    /// At once means not waiting at all: 1 − 0.8 = 0.2 of arrivals.
    /// ```
    /// # use pathloom_simulation::theory::multiserver::MultiServer;
    /// let clinic = MultiServer::new(0.8, 1.0, 1)?;
    /// assert!((clinic.wait_within(0.0)? - 0.2).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn wait_within(&self, time: f64) -> Result<f64, TheoryError> {
        Ok(1.0 - self.wait_probability * self.tail(time)?)
    }

    /// The wait that a given share of people do not exceed.
    ///
    /// # Parameters
    /// - `share` `[1]`, zero or more and below one: 0.92 for the 92nd percentile
    ///
    /// # Returns
    /// A wait `[time]`; zero when that share does not wait at all.
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the share is outside `[0, 1)`
    ///
    /// # Source
    /// The inverse of [`Self::wait_within`].
    ///
    /// # Examples
    /// Half of arrivals wait, so nobody up to the median does; at the 75th percentile the wait is ln 2 / 0.5.
    /// ```
    /// # use pathloom_simulation::theory::multiserver::MultiServer;
    /// let clinic = MultiServer::new(0.5, 1.0, 1)?;
    /// assert_eq!(clinic.wait_quantile(0.4)?, 0.0);
    /// assert!((clinic.wait_quantile(0.75)? - 1.386_294).abs() < 1e-6);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn wait_quantile(&self, share: f64) -> Result<f64, TheoryError> {
        let above = 1.0 - part("share", share)?;
        if above >= self.wait_probability {
            return Ok(0.0);
        }
        Ok(self.mean_wait_if_waiting * log(self.wait_probability / above))
    }

    /// The chance that exactly `people` are waiting or in service.
    ///
    /// # Source
    /// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 2.3.
    ///
    /// # Examples
    /// With one server the number present is geometric: 0.2 × 0.8² = 0.128.
    /// ```
    /// # use pathloom_simulation::theory::multiserver::MultiServer;
    /// assert!((MultiServer::new(0.8, 1.0, 1)?.present_probability(2) - 0.128).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn present_probability(&self, people: u32) -> f64 {
        if people > self.servers {
            return self.list_probability_above_zero(people - self.servers);
        }
        let people = f64::from(people);
        exp(self.log_empty + people * log(self.offered_load) - lgamma(people + 1.0))
    }

    /// The chance that exactly `people` are waiting, those in service not counted.
    ///
    /// # Source
    /// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 2.3.
    ///
    /// # Examples
    /// Nobody waits when none or one is present: 0.2 + 0.16; one waits with chance 0.2 × 0.8².
    /// ```
    /// # use pathloom_simulation::theory::multiserver::MultiServer;
    /// let clinic = MultiServer::new(0.8, 1.0, 1)?;
    /// assert!((clinic.list_probability(0) - 0.36).abs() < 1e-12);
    /// assert!((clinic.list_probability(1) - 0.128).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn list_probability(&self, people: u32) -> f64 {
        if people == 0 {
            return 1.0 - self.wait_probability * self.load;
        }
        self.list_probability_above_zero(people)
    }

    /// The mean time waited so far by the people on the list on a census day.
    ///
    /// It exceeds the mean wait of those seen, because a long wait is on more censuses than a short one.
    ///
    /// # Source
    /// The elapsed wait has the equilibrium distribution of the wait: own derivation from Little's law,
    /// checked in `tests/theory_cases.rs`.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::multiserver::MultiServer;
    /// assert!((MultiServer::new(0.8, 1.0, 1)?.census_mean_wait() - 5.0).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn census_mean_wait(&self) -> f64 {
        self.mean_wait_if_waiting
    }

    /// The time waited so far that a share of the people on the list on a census day do not exceed.
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the share is outside `[0, 1)`
    ///
    /// # Source
    /// As [`Self::census_mean_wait`].
    ///
    /// # Examples
    /// The median is ln 2 of the mean: 5 × 0.6931.
    /// ```
    /// # use pathloom_simulation::theory::multiserver::MultiServer;
    /// assert!((MultiServer::new(0.8, 1.0, 1)?.census_wait_quantile(0.5)? - 3.465_736).abs() < 1e-6);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn census_wait_quantile(&self, share: f64) -> Result<f64, TheoryError> {
        Ok(-log(1.0 - part("share", share)?) * self.mean_wait_if_waiting)
    }

    /// The mean number on the list who have already waited longer than `time` `[people]`.
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the time is negative or not finite
    ///
    /// # Source
    /// As [`Self::census_mean_wait`].
    ///
    /// # Examples
    /// Everyone on the list has waited longer than nothing.
    /// ```
    /// # use pathloom_simulation::theory::multiserver::MultiServer;
    /// assert!((MultiServer::new(0.8, 1.0, 1)?.list_waiting_longer(0.0)? - 3.2).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn list_waiting_longer(&self, time: f64) -> Result<f64, TheoryError> {
        Ok(self.mean_list * self.tail(time)?)
    }

    /// The chance that somebody on the list has waited longer than `time`.
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the time is negative or not finite
    ///
    /// # Source
    /// The longest waiter, when there is one, has waited an exponential time at the rate `cμ − λ`: own
    /// derivation, checked in `tests/theory_cases.rs`.
    ///
    /// # Examples
    /// The list is not empty for 0.8 × 0.8 of the time.
    /// ```
    /// # use pathloom_simulation::theory::multiserver::MultiServer;
    /// assert!((MultiServer::new(0.8, 1.0, 1)?.longest_wait_exceeds(0.0)? - 0.64).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn longest_wait_exceeds(&self, time: f64) -> Result<f64, TheoryError> {
        Ok(self.wait_probability * self.load * self.tail(time)?)
    }

    /// The rate of arrivals these figures are for `[people·time⁻¹]`.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::multiserver::MultiServer;
    /// assert_eq!(MultiServer::new(0.8, 1.0, 1)?.arrival_rate(), 0.8);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn arrival_rate(&self) -> f64 {
        self.arrival_rate
    }

    /// The chance that a wait which happens exceeds `time`.
    fn tail(&self, time: f64) -> Result<f64, TheoryError> {
        Ok(exp(-non_negative("time", time)? / self.mean_wait_if_waiting))
    }

    fn list_probability_above_zero(&self, people: u32) -> f64 {
        self.wait_probability * (1.0 - self.load) * exp(f64::from(people) * log(self.load))
    }
}

/// ln P(nobody present): the terms `Aᵏ / k!` are added relative to the largest, so that none overflows.
fn log_empty_probability(offered_load: f64, servers: u32, load: f64) -> f64 {
    let log_load = log(offered_load);
    let term = |people: u32| {
        let people = f64::from(people);
        people * log_load - lgamma(people + 1.0)
    };
    let full = term(servers) - log(1.0 - load);
    let largest = (0..servers).map(term).fold(full, f64::max);
    let below: f64 = (0..servers).map(|people| exp(term(people) - largest)).sum();
    -(largest + log(below + exp(full - largest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chances_of_each_number_present_add_to_one() {
        for (arrivals, servers) in [(0.8, 1), (3.5, 4), (95.0, 100), (1990.0, 2000)] {
            let queue = MultiServer::new(arrivals, 1.0, servers).expect("the load is below one");
            let total: f64 = (0..40_000).map(|people| queue.present_probability(people)).sum();
            assert!((total - 1.0).abs() < 1e-9, "{servers} servers: {total}");
            let none = 1.0 - (1..40_000).map(|people| queue.list_probability(people)).sum::<f64>();
            assert!((queue.list_probability(0) - none).abs() < 1e-9, "{servers} servers: {none}");
        }
    }

    #[test]
    fn quantile_and_distribution_are_inverse() {
        let queue = MultiServer::new(3.5, 1.0, 4).expect("the load is below one");
        for share in [0.5, 0.9, 0.92, 0.999] {
            let wait = queue.wait_quantile(share).expect("the share is below one");
            assert!((queue.wait_within(wait).expect("the wait is not negative") - share).abs() < 1e-12);
        }
    }

    #[test]
    fn refusals() {
        assert!(matches!(MultiServer::new(1.0, 1.0, 1), Err(TheoryError::Unstable { .. })));
        assert!(matches!(MultiServer::new(-1.0, 1.0, 1), Err(TheoryError::InvalidParameter { .. })));
        assert!(matches!(MultiServer::new(1.0, f64::NAN, 1), Err(TheoryError::InvalidParameter { .. })));
        assert!(matches!(MultiServer::new(1.0, 2.0, 0), Err(TheoryError::InvalidParameter { .. })));
    }
}
