//! The first three moments of a length of service, for the usual distributions.
//!
//! Mean waits need the mean and the mean square; the spread of waits needs the mean cube as well.

use super::TheoryError;
use super::parameter::{at_least_one, non_negative, positive};

/// The mean, mean square and mean cube of a length of service.
///
/// # Examples
/// An exponential of mean 2 has a mean square of 8 and a coefficient of variation of one.
/// ```
/// use pathloom_simulation::theory::moments::Moments;
///
/// let visit = Moments::exponential(2.0)?;
/// assert_eq!(visit.second(), 8.0);
/// assert_eq!(visit.squared_variation(), 1.0);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moments {
    /// Mean `[time]` -- input
    mean: f64,
    /// Mean square `[time²]` -- input
    second: f64,
    /// Mean cube `[time³]` -- input
    third: f64,
}

impl Moments {
    /// Moments measured or worked out elsewhere.
    ///
    /// # Parameters
    /// - `mean` `[time]`, above zero
    /// - `second` mean square `[time²]`, at least the mean squared
    /// - `third` mean cube `[time³]`, at least `second² / mean`
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — no distribution of positive lengths has these moments
    ///
    /// # Source
    /// The two bounds are those of Jensen and of Cauchy and Schwarz, allowed to miss by rounding.
    ///
    /// # Examples
    /// ```
    /// use pathloom_simulation::theory::moments::Moments;
    ///
    /// assert_eq!(Moments::new(1.0, 2.0, 6.0)?, Moments::exponential(1.0)?);
    /// assert!(Moments::new(1.0, 0.5, 6.0).is_err());
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn new(mean: f64, second: f64, third: f64) -> Result<Self, TheoryError> {
        const ROUNDING: f64 = 1.0 - 1e-9;
        let mean = positive("mean", mean)?;
        // The bounds are put so that NaN and infinity fail them too.
        let second_least = mean * mean * ROUNDING;
        if !(second_least..f64::INFINITY).contains(&second) {
            return Err(TheoryError::InvalidParameter { name: "second", value: second });
        }
        let third_least = second * (second / mean) * ROUNDING;
        if !(third_least..f64::INFINITY).contains(&third) {
            return Err(TheoryError::InvalidParameter { name: "third", value: third });
        }
        Ok(Self { mean, second, third })
    }

    /// Every service lasts the same.
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the length is not above zero
    ///
    /// # Examples
    /// ```
    /// use pathloom_simulation::theory::moments::Moments;
    ///
    /// assert_eq!(Moments::deterministic(2.0)?.third(), 8.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn deterministic(length: f64) -> Result<Self, TheoryError> {
        let length = positive("length", length)?;
        Self::new(length, length * length, length * length * length)
    }

    /// An exponential length with the given mean.
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the mean is not above zero
    ///
    /// # Examples
    /// ```
    /// use pathloom_simulation::theory::moments::Moments;
    ///
    /// assert_eq!(Moments::exponential(1.0)?.third(), 6.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn exponential(mean: f64) -> Result<Self, TheoryError> {
        Self::erlang(mean, 1)
    }

    /// The sum of `phases` alike exponential lengths, with the given mean of the whole.
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the mean is not above zero, or there are no phases
    ///
    /// # Source
    /// The mean of `xⁿ` is `k (k + 1) … (k + n − 1) (m / k)ⁿ`.
    ///
    /// # Examples
    /// Two phases of a half: 2 × 3 × (1/2)² = 1.5.
    /// ```
    /// use pathloom_simulation::theory::moments::Moments;
    ///
    /// assert_eq!(Moments::erlang(1.0, 2)?.second(), 1.5);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn erlang(mean: f64, phases: u32) -> Result<Self, TheoryError> {
        let mean = positive("mean", mean)?;
        let phases = at_least_one("phases", phases)?;
        let second = mean * mean * (1.0 + 1.0 / phases);
        Self::new(mean, second, second * mean * (1.0 + 2.0 / phases))
    }

    /// Any length from `low` to `high`, all equally likely.
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — `low` is negative, or `high` is not above it
    ///
    /// # Examples
    /// From nothing to two: a mean of one, a mean square of 4/3 and a mean cube of two.
    /// ```
    /// use pathloom_simulation::theory::moments::Moments;
    ///
    /// assert_eq!(Moments::uniform(0.0, 2.0)?.third(), 2.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn uniform(low: f64, high: f64) -> Result<Self, TheoryError> {
        let low = non_negative("low", low)?;
        let high = positive("high", high)?;
        if high <= low {
            return Err(TheoryError::InvalidParameter { name: "high", value: high });
        }
        let squares = low * low + high * high;
        Self::new((low + high) / 2.0, (squares + low * high) / 3.0, (low + high) * squares / 4.0)
    }

    /// A lognormal length, by its own mean and standard deviation (not those of its logarithm).
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the mean is not above zero, or the deviation is negative
    ///
    /// # Source
    /// The mean of `xⁿ` is `mⁿ (1 + s² / m²)^(n (n − 1) / 2)`.
    ///
    /// # Examples
    /// ```
    /// use pathloom_simulation::theory::moments::Moments;
    ///
    /// assert_eq!(Moments::lognormal(1.0, 1.5)?.second(), 3.25);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn lognormal(mean: f64, deviation: f64) -> Result<Self, TheoryError> {
        let mean = positive("mean", mean)?;
        let variation = non_negative("deviation", deviation)? / mean;
        let spread = 1.0 + variation * variation;
        Self::new(mean, mean * mean * spread, mean * mean * mean * spread * spread * spread)
    }

    /// One of two exponential lengths, both branches bringing the same share of the mean.
    ///
    /// The usual stand-in for lengths more variable than an exponential.
    ///
    /// # Parameters
    /// - `mean` `[time]`, above zero
    /// - `squared_variation` `[1]`, one or more: variance over the mean squared
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the mean is not above zero, or the variation is below one
    ///
    /// # Source
    /// Tijms, *A First Course in Stochastic Models*, Wiley 2003, appendix B (balanced means).
    ///
    /// # Examples
    /// A squared variation of four around a mean of one: the mean square is 1 + 4.
    /// ```
    /// use pathloom_simulation::theory::moments::Moments;
    ///
    /// assert!((Moments::hyperexponential(1.0, 4.0)?.second() - 5.0).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn hyperexponential(mean: f64, squared_variation: f64) -> Result<Self, TheoryError> {
        let mean = positive("mean", mean)?;
        if !(squared_variation.is_finite() && squared_variation >= 1.0) {
            return Err(TheoryError::InvalidParameter {
                name: "squared_variation",
                value: squared_variation,
            });
        }
        // With branch chances p and q, p q = 1 / (2 (c² + 1)), which stays exact when c² is large.
        let product = 0.5 / (squared_variation + 1.0);
        let ratio = (1.0 - 2.0 * product) / product;
        let third = 0.75 * ratio * (1.0 / product);
        let cube = mean * mean * mean;
        Self::new(mean, mean * mean * (1.0 + squared_variation), cube * third)
    }

    /// The mean `[time]`.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::moments::Moments;
    /// assert_eq!(Moments::uniform(1.0, 3.0)?.mean(), 2.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The mean square `[time²]`.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::moments::Moments;
    /// assert_eq!(Moments::deterministic(3.0)?.second(), 9.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn second(&self) -> f64 {
        self.second
    }

    /// The mean cube `[time³]`.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::moments::Moments;
    /// assert_eq!(Moments::deterministic(3.0)?.third(), 27.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn third(&self) -> f64 {
        self.third
    }

    /// The variance over the mean squared `[1]`: none for a fixed length, one for an exponential.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::moments::Moments;
    /// assert_eq!(Moments::erlang(1.0, 4)?.squared_variation(), 0.25);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn squared_variation(&self) -> f64 {
        (self.second / (self.mean * self.mean) - 1.0).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_two_branches_add_up_to_the_third_moment() {
        let p = 0.887_298_334_620_741_7;
        let cube = |chance: f64| 6.0 * chance / (8.0 * chance * chance * chance);
        let third = Moments::hyperexponential(1.0, 4.0).expect("the figures are allowed").third();
        assert!((third - cube(p) - cube(1.0 - p)).abs() < 1e-9, "{third}");
    }

    #[test]
    fn refusals() {
        assert!(Moments::exponential(0.0).is_err(), "a length is above zero");
        assert!(Moments::erlang(1.0, 0).is_err(), "a length has a phase");
        assert!(Moments::uniform(2.0, 2.0).is_err(), "a range has a width");
        assert!(Moments::lognormal(1.0, f64::NAN).is_err(), "NaN is no deviation");
        assert!(Moments::hyperexponential(1.0, 0.5).is_err(), "two exponentials vary at least like one");
        assert!(Moments::new(1.0, 2.0, 3.0).is_err(), "the mean cube is at least 2² / 1");
    }
}
