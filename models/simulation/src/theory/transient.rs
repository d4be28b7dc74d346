//! The list at a date rather than in the long run: M/M/c from a known number present.
//!
//! The chances of every number present are carried forward by uniformisation: events come at one fixed rate,
//! and at each the number goes up, down or stays. Nothing needs to be stable, servers may change or be none
//! between steps, and the vector of chances grows as far as there is anything to hold.
//!
//! Source: Jensen, "Markoff chains as an aid in the study of Markoff processes", *Skandinavisk
//! Aktuarietidskrift* 36 (1953) 87–91.

use libm::exp;

use super::TheoryError;
use super::parameter::{non_negative, positive};

/// Chances below this at the far end of the list are dropped (chosen: far below anything reported).
const NEGLIGIBLE: f64 = 1e-22;
/// Mean events in one stride, so that `exp(−events)` keeps its digits (chosen).
const STRIDE: f64 = 300.0;
/// Strides in one call, some three hundred million events, after which the answer is not waited for.
const MOST_STRIDES: f64 = 1e6;

/// An M/M/c queue at a moment, as the chances of each number present.
///
/// # Examples
/// A third of an hour at three an hour with nobody serving: one arrival on average.
/// ```
/// use pathloom_simulation::theory::transient::TransientQueue;
///
/// let mut clinic = TransientQueue::new(3.0, 1.0, 0)?;
/// clinic.advance(1.0 / 3.0, 0)?;
/// assert!((clinic.mean_present() - 1.0).abs() < 1e-12);
/// assert!((clinic.empty_probability() - 0.367_879).abs() < 1e-6);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct TransientQueue {
    /// λ `[people·time⁻¹]` -- constant
    arrival_rate: f64,
    /// μ of one server `[people·time⁻¹]` -- constant
    service_rate: f64,
    /// Chance of each number present, from none `[1]` -- state
    chances: Vec<f64>,
}

/// What the queue was like over a stretch of time, on average.
///
/// # Examples
/// As [`TransientQueue::advance`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// Time-averaged mean number present `[people]` -- output
    pub mean_present: f64,
    /// Time-averaged mean number waiting `[people]` -- output
    pub mean_list: f64,
}

impl TransientQueue {
    /// A queue with a known number present.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, zero or more
    /// - `service_rate` μ `[people·time⁻¹]` of one server, above zero
    /// - `present` people waiting or in service at the start
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — a rate is out of range
    ///
    /// # Examples
    /// ```
    /// use pathloom_simulation::theory::transient::TransientQueue;
    ///
    /// assert_eq!(TransientQueue::new(1.0, 1.0, 7)?.mean_present(), 7.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn new(arrival_rate: f64, service_rate: f64, present: u32) -> Result<Self, TheoryError> {
        let mut chances = vec![0.0; present as usize];
        chances.push(1.0);
        Ok(Self {
            arrival_rate: non_negative("arrival_rate", arrival_rate)?,
            service_rate: positive("service_rate", service_rate)?,
            chances,
        })
    }

    /// Moves on by `duration` with so many servers, and reports the stretch that passed.
    ///
    /// Whoever is in service when servers are taken away waits, and resumes later.
    ///
    /// # Parameters
    /// - `duration` `[time]`, above zero
    /// - `servers` c; none is allowed, and nobody is served
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — the duration is not above zero
    /// - [`TheoryError::NotConverged`] — more than some hundred million events; nothing has moved then
    ///
    /// # Guarantees
    /// Work grows with the events in the stretch times the numbers that can be present.
    ///
    /// # Source
    /// Jensen, as the module says.
    ///
    /// # Examples
    /// One person, leaving at rate one: the chance of finding them after a unit of time is 1/e, on the way 1
    /// − 1/e.
    /// ```
    /// use pathloom_simulation::theory::transient::TransientQueue;
    ///
    /// let mut clinic = TransientQueue::new(0.0, 1.0, 1)?;
    /// let stretch = clinic.advance(1.0, 1)?;
    /// assert!((clinic.mean_present() - 0.367_879).abs() < 1e-6);
    /// assert!((stretch.mean_present - 0.632_121).abs() < 1e-6);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn advance(&mut self, duration: f64, servers: u32) -> Result<Stretch, TheoryError> {
        let duration = positive("duration", duration)?;
        let event_rate = self.arrival_rate + f64::from(servers) * self.service_rate;
        let strides = (event_rate * duration / STRIDE).ceil().max(1.0);
        if strides.is_nan() || strides > MOST_STRIDES {
            return Err(TheoryError::NotConverged {
                name: "events in the stretch",
                steps: MOST_STRIDES as u32,
            });
        }
        let mut stretch = Stretch { mean_present: 0.0, mean_list: 0.0 };
        for _ in 0..strides as u32 {
            let part = self.stride(event_rate, event_rate * duration / strides, servers);
            stretch.mean_present += part.mean_present / strides;
            stretch.mean_list += part.mean_list / strides;
        }
        Ok(stretch)
    }

    /// The mean number waiting or in service now `[people]`.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::transient::TransientQueue;
    /// assert_eq!(TransientQueue::new(1.0, 1.0, 3)?.mean_present(), 3.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn mean_present(&self) -> f64 {
        mean_above(&self.chances, 0)
    }

    /// The standard deviation of the number waiting or in service now `[people]`.
    ///
    /// # Examples
    /// A number that is known does not vary.
    /// ```
    /// # use pathloom_simulation::theory::transient::TransientQueue;
    /// assert_eq!(TransientQueue::new(1.0, 1.0, 3)?.present_deviation(), 0.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn present_deviation(&self) -> f64 {
        let mean = self.mean_present();
        let squares = self.chances.iter().enumerate().map(|(present, chance)| {
            let gap = present as f64 - mean;
            gap * gap * chance
        });
        squares.sum::<f64>().sqrt()
    }

    /// The mean number waiting now, with so many servers `[people]`.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::transient::TransientQueue;
    /// assert_eq!(TransientQueue::new(1.0, 1.0, 7)?.mean_list(2), 5.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn mean_list(&self, servers: u32) -> f64 {
        mean_above(&self.chances, servers as usize)
    }

    /// The chance that nobody is present now `[1]`.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::transient::TransientQueue;
    /// assert_eq!(TransientQueue::new(1.0, 1.0, 0)?.empty_probability(), 1.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn empty_probability(&self) -> f64 {
        self.chances.first().copied().unwrap_or(0.0)
    }

    /// The chance of each number present now, from none upwards `[1]`; together one but for rounding.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::transient::TransientQueue;
    /// assert_eq!(TransientQueue::new(1.0, 1.0, 1)?.probabilities(), [0.0, 1.0]);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn probabilities(&self) -> &[f64] {
        &self.chances
    }

    /// One stride of `events` mean events, at most [`STRIDE`].
    fn stride(&mut self, event_rate: f64, events: f64, servers: u32) -> Stretch {
        let servers = servers as usize;
        let mut stretch =
            Stretch { mean_present: self.mean_present(), mean_list: mean_above(&self.chances, servers) };
        if events <= 0.0 {
            return stretch;
        }
        let mut weight = exp(-events);
        let mut beyond = 1.0 - weight;
        let mut result: Vec<f64> = self.chances.iter().map(|chance| chance * weight).collect();
        // The average over the stride weighs the chances after k events by P(more than k events) / events.
        stretch.mean_present *= beyond / events;
        stretch.mean_list *= beyond / events;
        let mut event = 0.0;
        // Past the mean number of events the weights only fall, so a negligible one ends the sum.
        while event < events || weight > 1e-18 {
            event += 1.0;
            self.step(event_rate, servers);
            weight *= events / event;
            beyond = (beyond - weight).max(0.0);
            result.resize(result.len().max(self.chances.len()), 0.0);
            for (sum, chance) in result.iter_mut().zip(&self.chances) {
                *sum += chance * weight;
            }
            stretch.mean_present += mean_above(&self.chances, 0) * beyond / events;
            stretch.mean_list += mean_above(&self.chances, servers) * beyond / events;
        }
        self.chances = result;
        self.trim();
        stretch
    }

    /// One event: an arrival, an end of service, or nothing.
    fn step(&mut self, event_rate: f64, servers: usize) {
        let up = self.arrival_rate / event_rate;
        let down = self.service_rate / event_rate;
        let mut next = vec![0.0; self.chances.len() + 1];
        for (present, &chance) in self.chances.iter().enumerate() {
            let busy = present.min(servers) as f64;
            let idle = (servers as f64 - busy) * down;
            next[present + 1] += chance * up;
            next[present] += chance * idle;
            if busy > 0.0 {
                next[present - 1] += chance * busy * down;
            }
        }
        self.chances = next;
        self.trim();
    }

    fn trim(&mut self) {
        while self.chances.len() > 1 && self.chances.last().is_some_and(|&chance| chance < NEGLIGIBLE) {
            self.chances.pop();
        }
    }
}

/// Mean of the number present beyond `threshold`.
fn mean_above(chances: &[f64], threshold: usize) -> f64 {
    chances.iter().skip(threshold).enumerate().map(|(above, chance)| above as f64 * chance).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theory::multiserver::MultiServer;

    #[test]
    fn settles_to_the_long_run() {
        let mut queue = TransientQueue::new(1.6, 1.0, 30).expect("the rates are allowed");
        queue.advance(2000.0, 2).expect("the stretch is short enough");
        let long_run = MultiServer::new(1.6, 1.0, 2).expect("the load is below one");
        assert!(
            (queue.mean_present() / long_run.mean_present - 1.0).abs() < 1e-8,
            "{}",
            queue.mean_present()
        );
        let total: f64 = queue.probabilities().iter().sum();
        assert!((total - 1.0).abs() < 1e-10, "{total}");
    }

    #[test]
    fn an_empty_clinic_without_arrivals_stays_empty() {
        let mut queue = TransientQueue::new(0.0, 1.0, 0).expect("the rates are allowed");
        let stretch = queue.advance(5.0, 0).expect("nothing happens quickly");
        assert_eq!((stretch.mean_present, queue.empty_probability()), (0.0, 1.0));
    }

    #[test]
    fn refusals() {
        assert!(TransientQueue::new(-1.0, 1.0, 0).is_err(), "a rate is not negative");
        let mut queue = TransientQueue::new(1.0, 1.0, 0).expect("the rates are allowed");
        assert!(queue.advance(0.0, 1).is_err(), "time moves on");
        assert!(matches!(queue.advance(1e12, 1), Err(TheoryError::NotConverged { .. })), "too many events");
    }
}
