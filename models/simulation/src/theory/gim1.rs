//! One clinician with exponential visits whose arrivals are more regular than chance: booked appointments
//! (D/M/1) and everything between those and random arrivals (Eₖ/M/1).
//!
//! An arrival waits with a chance σ that solves a small equation; the rest has the shape of M/M/1 with σ for
//! ρ.

use libm::{exp, log1p};

use super::TheoryError;
use super::parameter::{at_least_one, positive, stable};

/// How regular the times between arrivals are.
///
/// # Examples
/// ```
/// use pathloom_simulation::theory::gim1::Spacing;
///
/// assert_ne!(Spacing::Even, Spacing::Phases(1));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spacing {
    /// Always the same time apart: booked, and everybody comes.
    Even,
    /// The sum of so many alike exponential times, one or more; one is arrival at random.
    Phases(u32),
}

/// The long-run figures of GI/M/1, first come, first served.
///
/// # Examples
/// Arrivals at random give M/M/1 back: the mean wait at a load of a half is one service.
/// ```
/// use pathloom_simulation::theory::gim1::{BookedServer, Spacing};
///
/// let clinic = BookedServer::new(0.5, 1.0, Spacing::Phases(1))?;
/// assert!((clinic.mean_wait - 1.0).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BookedServer {
    /// Load, λ / μ `[1]` -- output
    pub load: f64,
    /// Chance σ that an arrival waits `[1]`; below the load when arrivals are regular -- output
    pub wait_probability: f64,
    /// Mean wait of everyone `[time]` -- output
    pub mean_wait: f64,
    /// Mean wait and service `[time]` -- output
    pub mean_time: f64,
    /// Mean number waiting `[people]` -- output
    pub mean_list: f64,
    /// Mean number waiting or in service `[people]` -- output
    pub mean_present: f64,
}

impl BookedServer {
    /// The figures for a rate of arrivals, a rate of service and the spacing of arrivals.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, above zero
    /// - `service_rate` μ `[people·time⁻¹]`, above zero
    /// - `spacing` how regular the arrivals are
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — a rate is not above zero, or there are no phases
    /// - [`TheoryError::Unstable`] — the load is one or more
    /// - [`TheoryError::NotConverged`] — the load is so near one that σ could not be told from one
    ///
    /// # Source
    /// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 5.3.
    ///
    /// # Examples
    /// Booked every 1.25 services, so that σ = exp(−1.25 (1 − σ)) = 0.6286.
    /// ```
    /// use pathloom_simulation::theory::gim1::{BookedServer, Spacing};
    ///
    /// let clinic = BookedServer::new(0.8, 1.0, Spacing::Even)?;
    /// assert!((clinic.wait_probability - 0.6286).abs() < 1e-4);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn new(arrival_rate: f64, service_rate: f64, spacing: Spacing) -> Result<Self, TheoryError> {
        let arrivals = positive("arrival_rate", arrival_rate)?;
        let rate = positive("service_rate", service_rate)?;
        let load = stable(arrivals / rate)?;
        let sigma = root(load, spacing)?;
        let mean_time = 1.0 / (rate * (1.0 - sigma));
        let mean_wait = sigma * mean_time;
        Ok(Self {
            load,
            wait_probability: sigma,
            mean_wait,
            mean_time,
            mean_list: arrivals * mean_wait,
            mean_present: arrivals * mean_time,
        })
    }
}

/// The root σ of `σ = a(μ (1 − σ))` below one, `a` being the transform of the time between arrivals.
fn root(load: f64, spacing: Spacing) -> Result<f64, TheoryError> {
    const STEPS: u32 = 200;
    let phases = match spacing {
        Spacing::Even => f64::INFINITY,
        Spacing::Phases(count) => at_least_one("phases", count)?,
    };
    let mut sigma: f64 = 0.0;
    for _ in 0..STEPS {
        let (value, slope) = transform(load, phases, sigma);
        // `value − σ` is convex and falls to the root, so Newton's steps from below never pass it.
        let next = sigma + (value - sigma) / (1.0 - slope);
        if next.is_nan() || next >= 1.0 {
            break;
        }
        if next - sigma <= 1e-15 {
            return Ok(next);
        }
        sigma = next;
    }
    Err(TheoryError::NotConverged { name: "chance of waiting", steps: STEPS })
}

/// `a(μ (1 − σ))` and its slope in σ.
fn transform(load: f64, phases: f64, sigma: f64) -> (f64, f64) {
    let gap = (1.0 - sigma) / load;
    if phases.is_infinite() {
        let value = exp(-gap);
        return (value, value / load);
    }
    let value = exp(-phases * log1p(gap / phases));
    (value, value / (load * (1.0 + gap / phases)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_phases_approach_even_spacing() {
        for load in [0.01, 0.5, 0.8, 0.99, 0.9999] {
            let even = BookedServer::new(load, 1.0, Spacing::Even).expect("the load is below one");
            let near =
                BookedServer::new(load, 1.0, Spacing::Phases(1_000_000)).expect("the load is below one");
            assert!((even.mean_time / near.mean_time - 1.0).abs() < 1e-4, "load {load}");
            let random = BookedServer::new(load, 1.0, Spacing::Phases(1)).expect("the load is below one");
            assert!(
                (random.wait_probability / load - 1.0).abs() < 1e-9,
                "random arrivals see the load, {load}"
            );
        }
    }

    #[test]
    fn refusals() {
        assert!(matches!(BookedServer::new(1.0, 1.0, Spacing::Even), Err(TheoryError::Unstable { .. })));
        assert!(BookedServer::new(0.5, 1.0, Spacing::Phases(0)).is_err(), "an interval has a phase");
        assert!(BookedServer::new(-0.5, 1.0, Spacing::Even).is_err(), "a rate is not negative");
    }
}
