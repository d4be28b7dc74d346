//! Urgent before routine: mean waits by class when the next to be seen is the first of the most urgent class.
//!
//! Classes are given in order, the most urgent first. Every mean depends only on who is as urgent or more.

use super::TheoryError;
use super::erlang;
use super::moments::Moments;
use super::parameter::{at_least_one, non_negative, positive, stable};

/// One class of people and their service.
///
/// # Examples
/// ```
/// use pathloom_simulation::theory::{moments::Moments, priority::Class};
///
/// let urgent = Class { arrival_rate: 0.2, service: Moments::exponential(1.0)? };
/// assert_eq!(urgent.arrival_rate, 0.2);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Class {
    /// Rate of arrivals `[people·time⁻¹]`, zero or more -- input
    pub arrival_rate: f64,
    /// Length of service `[time]` -- input
    pub service: Moments,
}

/// The long-run figures of one class.
///
/// # Examples
/// As [`PriorityQueue::finish_first`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClassFigures {
    /// Mean time not being served, before the start or between parts of it `[time]` -- output
    pub mean_wait: f64,
    /// Mean wait and service `[time]` -- output
    pub mean_time: f64,
    /// Mean number not being served `[people]` -- output
    pub mean_list: f64,
    /// Mean number waiting or in service `[people]` -- output
    pub mean_present: f64,
}

/// The long-run figures of a queue with classes.
///
/// # Examples
/// As [`PriorityQueue::finish_first`].
#[derive(Debug, Clone, PartialEq)]
pub struct PriorityQueue {
    /// Load of one server, all classes together `[1]` -- output
    pub load: f64,
    /// Chance that all servers are busy `[1]` -- output
    pub busy_probability: f64,
    /// Mean wait over everyone `[time]`; zero when nobody comes -- output
    pub mean_wait: f64,
    /// Each class in the order given, the most urgent first -- output
    pub classes: Vec<ClassFigures>,
}

impl PriorityQueue {
    /// One server who finishes whom they started (non-preemptive M/G/1).
    ///
    /// # Parameters
    /// - `classes` the most urgent first, at least one
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — no class, or a rate is negative
    /// - [`TheoryError::Unstable`] — the load of all classes together is one or more
    ///
    /// # Source
    /// Cobham, "Priority assignment in waiting line problems", *Operations Research* 2 (1954) 70–76.
    ///
    /// # Examples
    /// Urgent 0.2 and routine 0.6, visits of mean one: 0.8 of work in hand over 0.8, then over 0.8 × 0.2.
    /// ```
    /// use pathloom_simulation::theory::{moments::Moments, priority::{Class, PriorityQueue}};
    ///
    /// let service = Moments::exponential(1.0)?;
    /// let classes = [0.2, 0.6].map(|arrival_rate| Class { arrival_rate, service });
    /// let queue = PriorityQueue::finish_first(&classes)?;
    /// assert!((queue.classes[0].mean_wait - 1.0).abs() < 1e-12);
    /// assert!((queue.classes[1].mean_wait - 5.0).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn finish_first(classes: &[Class]) -> Result<Self, TheoryError> {
        let load = total_load(classes)?;
        let in_hand: f64 = classes.iter().map(residual).sum();
        let mut done = 1.0;
        let figures = classes.iter().map(|class| {
            let before = done;
            done -= class.arrival_rate * class.service.mean();
            figures_of(class.arrival_rate, class.service.mean(), in_hand / (before * done))
        });
        Ok(Self::assemble(load, load, figures.collect(), classes.iter().map(|class| class.arrival_rate)))
    }

    /// One server who breaks off for someone more urgent and resumes later (preemptive-resume M/G/1).
    ///
    /// # Parameters
    /// - `classes` the most urgent first, at least one
    ///
    /// # Errors
    /// As [`Self::finish_first`]
    ///
    /// # Source
    /// Kleinrock, *Queueing Systems, volume 2: Computer Applications*, Wiley 1976, chapter 3.
    ///
    /// # Examples
    /// The urgent see only each other: 1 / (1 − 0.2) = 1.25 in all.
    /// ```
    /// use pathloom_simulation::theory::{moments::Moments, priority::{Class, PriorityQueue}};
    ///
    /// let service = Moments::exponential(1.0)?;
    /// let classes = [0.2, 0.6].map(|arrival_rate| Class { arrival_rate, service });
    /// let queue = PriorityQueue::break_off(&classes)?;
    /// assert!((queue.classes[0].mean_time - 1.25).abs() < 1e-12);
    /// assert!((queue.classes[1].mean_time - 6.25).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn break_off(classes: &[Class]) -> Result<Self, TheoryError> {
        let load = total_load(classes)?;
        let (mut done, mut in_hand) = (1.0, 0.0);
        let figures = classes.iter().map(|class| {
            let (before, mean) = (done, class.service.mean());
            done -= class.arrival_rate * mean;
            in_hand += residual(class);
            let interrupted = mean * (1.0 - before) / before;
            figures_of(class.arrival_rate, mean, interrupted + in_hand / (before * done))
        });
        Ok(Self::assemble(load, load, figures.collect(), classes.iter().map(|class| class.arrival_rate)))
    }

    /// Several alike servers who finish whom they started, one rate of service for all classes
    /// (non-preemptive M/M/c).
    ///
    /// # Parameters
    /// - `arrival_rates` `[people·time⁻¹]`, the most urgent first, at least one and each zero or more
    /// - `service_rate` μ `[people·time⁻¹]` of one server, above zero
    /// - `servers` c, one or more
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — a figure is out of range, or there is no class
    /// - [`TheoryError::Unstable`] — the load of all classes together is one or more
    ///
    /// # Source
    /// Cobham, "Priority assignment in waiting line problems", *Operations Research* 2 (1954) 70–76.
    ///
    /// # Examples
    /// One server gives the same as [`Self::finish_first`].
    /// ```
    /// use pathloom_simulation::theory::priority::PriorityQueue;
    ///
    /// let queue = PriorityQueue::alike_servers(&[0.2, 0.6], 1.0, 1)?;
    /// assert!((queue.classes[1].mean_wait - 5.0).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn alike_servers(
        arrival_rates: &[f64],
        service_rate: f64,
        servers: u32,
    ) -> Result<Self, TheoryError> {
        let rate = positive("service_rate", service_rate)?;
        let capacity = at_least_one("servers", servers)? * rate;
        let mut arrivals = 0.0;
        for &arrival_rate in arrival_rates {
            arrivals += non_negative("arrival_rate", arrival_rate)?;
        }
        some_class(arrival_rates.len())?;
        let load = stable(arrivals / capacity)?;
        let waiting = erlang::waiting(arrivals / rate, servers)?;
        let mut done = 1.0;
        let figures = arrival_rates.iter().map(|&arrival_rate| {
            let before = done;
            done -= arrival_rate / capacity;
            figures_of(arrival_rate, 1.0 / rate, waiting / capacity / (before * done))
        });
        Ok(Self::assemble(load, waiting, figures.collect(), arrival_rates.iter().copied()))
    }

    fn assemble(
        load: f64,
        busy_probability: f64,
        classes: Vec<ClassFigures>,
        arrival_rates: impl Iterator<Item = f64>,
    ) -> Self {
        let arrivals: f64 = arrival_rates.sum();
        let list: f64 = classes.iter().map(|class| class.mean_list).sum();
        let mean_wait = if arrivals > 0.0 { list / arrivals } else { 0.0 };
        Self { load, busy_probability, mean_wait, classes }
    }
}

/// Mean service still to do of whoever of this class is found in service.
fn residual(class: &Class) -> f64 {
    class.arrival_rate * class.service.second() / 2.0
}

fn figures_of(arrival_rate: f64, mean_service: f64, mean_wait: f64) -> ClassFigures {
    let mean_time = mean_wait + mean_service;
    ClassFigures {
        mean_wait,
        mean_time,
        mean_list: arrival_rate * mean_wait,
        mean_present: arrival_rate * mean_time,
    }
}

fn total_load(classes: &[Class]) -> Result<f64, TheoryError> {
    some_class(classes.len())?;
    let mut load = 0.0;
    for class in classes {
        load += non_negative("arrival_rate", class.arrival_rate)? * class.service.mean();
    }
    stable(load)
}

fn some_class(count: usize) -> Result<(), TheoryError> {
    if count > 0 { Ok(()) } else { Err(TheoryError::InvalidParameter { name: "classes", value: 0.0 }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_classes_does_not_change_the_work() {
        let service = Moments::lognormal(1.0, 1.5).expect("the figures are allowed");
        let work = |rates: &[f64]| {
            let classes: Vec<Class> =
                rates.iter().map(|&arrival_rate| Class { arrival_rate, service }).collect();
            PriorityQueue::finish_first(&classes).expect("the load is below one").mean_wait
        };
        let one = work(&[0.8]);
        assert!(
            (work(&[0.2, 0.6]) / one - 1.0).abs() < 1e-12 && (work(&[0.6, 0.2]) / one - 1.0).abs() < 1e-12
        );
        assert!((work(&[0.1, 0.0, 0.3, 0.4]) / one - 1.0).abs() < 1e-12, "an empty class changes nothing");
    }

    #[test]
    fn refusals() {
        assert!(PriorityQueue::finish_first(&[]).is_err(), "a queue has a class");
        assert!(PriorityQueue::alike_servers(&[], 1.0, 1).is_err(), "a queue has a class");
        assert!(PriorityQueue::alike_servers(&[0.2, f64::NAN], 1.0, 1).is_err(), "NaN is not a rate");
        let full = PriorityQueue::alike_servers(&[1.0, 1.0], 1.0, 2);
        assert_eq!(full, Err(TheoryError::Unstable { load: 1.0 }));
    }
}
