//! Systems that turn people away: none may wait (M/G/c/c), or only so many (M/M/c/K).

use libm::log;

use super::TheoryError;
use super::birth_death;
use super::erlang;
use super::parameter::{at_least_one, positive};

/// The long-run figures of a ward that turns people away when it is full (M/G/c/c).
///
/// # Examples
/// Two beds, an offered load of one: a fifth is turned away, and 0.8 of a bed is in use.
/// ```
/// use pathloom_simulation::theory::limited::Loss;
///
/// let ward = Loss::new(1.0, 2)?;
/// assert!((ward.blocking_probability - 0.2).abs() < 1e-12);
/// assert!((ward.mean_occupancy - 0.8).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Loss {
    /// Share of arrivals turned away `[1]` -- output
    pub blocking_probability: f64,
    /// Mean number of servers or beds in use `[people]` -- output
    pub mean_occupancy: f64,
    /// Mean share of servers or beds in use `[1]` -- output
    pub occupancy_share: f64,
}

impl Loss {
    /// The figures for an offered load and a number of beds; only the mean length of stay matters.
    ///
    /// # Parameters
    /// - `offered_load` A `[1]`, zero or more: arrival rate × mean length of stay
    /// - `servers` c, one or more
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the load is negative or not finite, or there are no servers
    ///
    /// # Source
    /// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 2.6.
    ///
    /// # Examples
    /// ```
    /// use pathloom_simulation::theory::limited::Loss;
    ///
    /// assert!((Loss::new(1.0, 1)?.occupancy_share - 0.5).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn new(offered_load: f64, servers: u32) -> Result<Self, TheoryError> {
        let count = at_least_one("servers", servers)?;
        let blocking_probability = erlang::blocking(offered_load, servers)?;
        let mean_occupancy = offered_load * (1.0 - blocking_probability);
        Ok(Self { blocking_probability, mean_occupancy, occupancy_share: mean_occupancy / count })
    }
}

/// The long-run figures of a queue with so many places in all, waiting and in service (M/M/c/K).
///
/// There is always a long run, whatever the load: who does not fit is turned away.
///
/// # Examples
/// One server, one waiting place and a load of one: none, one or two present are equally likely.
/// ```
/// use pathloom_simulation::theory::limited::Limited;
///
/// let queue = Limited::new(1.0, 1.0, 1, 2)?;
/// assert!((queue.blocking_probability - 1.0 / 3.0).abs() < 1e-12);
/// assert!((queue.mean_present - 1.0).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Limited {
    /// Share of arrivals turned away `[1]` -- output
    pub blocking_probability: f64,
    /// People served per unit of time `[people·time⁻¹]` -- output
    pub throughput: f64,
    /// Mean share of servers in use `[1]` -- output
    pub utilisation: f64,
    /// Mean number waiting `[people]` -- output
    pub mean_list: f64,
    /// Mean number waiting or in service `[people]` -- output
    pub mean_present: f64,
    /// Mean wait of those admitted `[time]` -- output
    pub mean_wait: f64,
    /// Mean wait and service of those admitted `[time]` -- output
    pub mean_time: f64,
    /// Share of those admitted who wait `[1]` -- output
    pub wait_probability: f64,
    /// Chance of each number present, from none to `places` `[1]` -- output
    pub probabilities: Vec<f64>,
}

impl Limited {
    /// The figures for a rate of arrivals, a rate of service, servers and places.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, above zero, those turned away included
    /// - `service_rate` μ `[people·time⁻¹]` of one server, above zero
    /// - `servers` c, one or more
    /// - `places` K: waiting and in service, at least `servers`
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — a rate is not above zero, there are no servers, or fewer places
    /// than servers
    ///
    /// # Source
    /// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 2.5.
    ///
    /// # Examples
    /// No waiting place at all is the loss system: half are turned away at a load of one.
    /// ```
    /// use pathloom_simulation::theory::limited::Limited;
    ///
    /// assert!((Limited::new(1.0, 1.0, 1, 1)?.throughput - 0.5).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn new(arrival_rate: f64, service_rate: f64, servers: u32, places: u32) -> Result<Self, TheoryError> {
        let arrivals = positive("arrival_rate", arrival_rate)?;
        let rate = positive("service_rate", service_rate)?;
        let count = at_least_one("servers", servers)?;
        if places < servers {
            return Err(TheoryError::InvalidParameter { name: "places", value: f64::from(places) });
        }
        let log_offered = log(arrivals) - log(rate);
        let mut log_weights = vec![0.0];
        let mut latest = 0.0;
        for present in 1..=places {
            latest += log_offered - log(f64::from(present.min(servers)));
            log_weights.push(latest);
        }
        let probabilities = birth_death::normalise_logarithms(&log_weights);
        Ok(Self::from_probabilities(arrivals, rate, count, probabilities))
    }

    fn from_probabilities(arrivals: f64, rate: f64, servers: f64, probabilities: Vec<f64>) -> Self {
        let blocking_probability = probabilities.last().copied().unwrap_or(1.0);
        let (mut mean_present, mut mean_list, mut all_busy) = (0.0, 0.0, 0.0);
        for (present, probability) in probabilities.iter().enumerate() {
            let present = present as f64;
            mean_present += present * probability;
            mean_list += (present - servers).max(0.0) * probability;
            all_busy += if present >= servers { *probability } else { 0.0 };
        }
        // Summing the busy servers avoids 1 − blocking, which loses digits when nearly everyone is turned
        // away.
        let throughput = (mean_present - mean_list) * rate;
        let mean_wait = mean_list / throughput;
        let admitted = throughput / arrivals;
        Self {
            blocking_probability,
            throughput,
            utilisation: throughput / (servers * rate),
            mean_list,
            mean_present,
            mean_wait,
            mean_time: mean_wait + 1.0 / rate,
            wait_probability: ((all_busy - blocking_probability) / admitted).clamp(0.0, 1.0),
            probabilities,
        }
    }

    /// The chance that nobody is present `[1]`.
    ///
    /// # Examples
    /// ```
    /// use pathloom_simulation::theory::limited::Limited;
    ///
    /// assert!((Limited::new(1.0, 1.0, 1, 4)?.empty_probability() - 0.2).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn empty_probability(&self) -> f64 {
        self.probabilities.first().copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_waiting_place_is_the_loss_system() {
        for (load, servers) in [(1.0, 2), (5.0, 10), (20.0, 10), (1990.0, 2000)] {
            let limited = Limited::new(load, 1.0, servers, servers).expect("the figures are allowed");
            let loss = Loss::new(load, servers).expect("the figures are allowed");
            let gap = limited.blocking_probability / loss.blocking_probability - 1.0;
            assert!(gap.abs() < 1e-9, "{servers} servers: {gap}");
            assert_eq!(limited.mean_list, 0.0, "nobody can wait");
        }
    }

    #[test]
    fn extreme_loads_stay_finite() {
        let flooded = Limited::new(1e9, 1.0, 3, 400).expect("there is always a long run");
        assert!((flooded.throughput - 3.0).abs() < 1e-6, "three servers serve three: {}", flooded.throughput);
        let idle = Limited::new(1e-9, 1.0, 3, 400).expect("there is always a long run");
        assert!((idle.throughput - 1e-9).abs() < 1e-15 && 1.0 - idle.empty_probability() < 1e-6);
    }

    #[test]
    fn fewer_places_than_servers_is_refused() {
        assert!(matches!(
            Limited::new(1.0, 1.0, 3, 2),
            Err(TheoryError::InvalidParameter { name: "places", .. })
        ));
    }
}
