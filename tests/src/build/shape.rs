//! A case's own unit of time, and how long things take in it.

use pathloom_service::distribution::{Between, Mixture, MixturePart, Spread};
use pathloom_service::{Distribution, Estimate};
use pathloom_simulation::theory::TheoryError;
use pathloom_simulation::theory::moments::Moments;

/// Hours of a week round the clock: what one post of `Service::staff` works.
pub const WEEK_HOURS: f64 = 168.0;

/// How long one unit of a case's time is on the clock of the document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    hours: f64,
}

impl Unit {
    /// A unit of so many hours.
    pub const fn hours(hours: f64) -> Self {
        Self { hours }
    }

    /// A unit of so many weeks.
    pub const fn weeks(weeks: f64) -> Self {
        Self { hours: weeks * WEEK_HOURS }
    }

    /// A rate for each unit, a week.
    pub fn per_week(self, rate: f64) -> f64 {
        rate * WEEK_HOURS / self.hours
    }

    /// A time in minutes.
    pub fn minutes(self, time: f64) -> f64 {
        time * 60.0 * self.hours
    }

    /// A time in days.
    pub fn days(self, time: f64) -> f64 {
        time * self.hours / 24.0
    }

    /// A time in weeks.
    pub fn in_weeks(self, time: f64) -> f64 {
        time * self.hours / WEEK_HOURS
    }

    /// Weeks in units.
    pub fn of_weeks(self, weeks: f64) -> f64 {
        weeks * WEEK_HOURS / self.hours
    }

    /// Days in units.
    pub fn of_days(self, days: f64) -> f64 {
        days * 24.0 / self.hours
    }
}

/// How long something takes, in units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// Always this.
    Fixed(f64),
    /// Exponential with this mean.
    Exponential(f64),
    /// Erlang: mean and phases.
    Erlang(f64, u32),
    /// Evenly between two.
    Uniform(f64, f64),
    /// Lognormal: mean and standard deviation.
    Lognormal(f64, f64),
    /// Two exponentials with balanced means: mean and squared variation.
    Hyperexponential(f64, f64),
}

impl Shape {
    /// In minutes, for contacts.
    pub fn minutes(self, unit: Unit) -> Distribution {
        self.times(unit.minutes(1.0))
    }

    /// In days, for stays and delays.
    pub fn days(self, unit: Unit) -> Distribution {
        self.times(unit.days(1.0))
    }

    /// Every value so many times as long.
    pub fn times(self, factor: f64) -> Distribution {
        let at = |value: f64| Estimate::exactly(value * factor);
        match self {
            Self::Fixed(value) => Distribution::fixed(value * factor),
            Self::Exponential(mean) => Distribution::exponential(mean * factor),
            Self::Erlang(mean, phases) => Distribution::Gamma(Spread {
                mean: at(mean),
                sd: at(mean / f64::from(phases).sqrt()),
                at_least: None,
                at_most: None,
            }),
            Self::Uniform(low, high) => Distribution::Uniform(Between { low: at(low), high: at(high) }),
            Self::Lognormal(mean, sd) => Distribution::lognormal(mean * factor, sd * factor),
            Self::Hyperexponential(mean, variation) => {
                let first = 0.5 * (1.0 + ((variation - 1.0) / (variation + 1.0)).sqrt());
                let part = |share: f64| MixturePart {
                    percent: (100.0 * share).into(),
                    of: Distribution::exponential(mean * factor / (2.0 * share)),
                };
                Distribution::Mixture(Mixture { parts: vec![part(first), part(1.0 - first)] })
            }
        }
    }

    /// Its first three moments.
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] for a shape that is none.
    pub fn moments(self) -> Result<Moments, TheoryError> {
        match self {
            Self::Fixed(value) => Moments::deterministic(value),
            Self::Exponential(mean) => Moments::exponential(mean),
            Self::Erlang(mean, phases) => Moments::erlang(mean, phases),
            Self::Uniform(low, high) => Moments::uniform(low, high),
            Self::Lognormal(mean, sd) => Moments::lognormal(mean, sd),
            Self::Hyperexponential(mean, variation) => Moments::hyperexponential(mean, variation),
        }
    }
}
