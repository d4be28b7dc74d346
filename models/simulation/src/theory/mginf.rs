//! Beds without a limit (M/G/∞): how many would be in use, from opening day on and in the long run.
//!
//! The number in use is Poisson at every moment, whatever the lengths of stay, so its mean says everything.
//! It shows what a ward needs before anybody decides how many beds it gets.

use libm::{exp, expm1, lgamma, log};

use super::TheoryError;
use super::erlang;
use super::parameter::{non_negative, positive};

/// A Poisson number of beds in use.
///
/// # Examples
/// Two admissions a day staying five days: ten beds on average, and as great a variance.
/// ```
/// use pathloom_simulation::theory::mginf::Occupancy;
///
/// let ward = Occupancy::long_run(2.0, 5.0)?;
/// assert_eq!(ward.mean(), 10.0);
/// assert_eq!(ward.variance(), 10.0);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Occupancy {
    /// Mean number in use `[people]` -- output
    mean: f64,
}

impl Occupancy {
    /// An occupancy whose mean is known, for instance the sum of those of several streams of people.
    ///
    /// # Parameters
    /// - `mean` `[people]`, zero or more
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — the mean is negative or not finite
    ///
    /// # Source
    /// Sums of independent Poisson numbers are Poisson.
    ///
    /// # Examples
    /// ```
    /// use pathloom_simulation::theory::mginf::Occupancy;
    ///
    /// assert_eq!(Occupancy::with_mean(0.0)?.probability(0), 1.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn with_mean(mean: f64) -> Result<Self, TheoryError> {
        Ok(Self { mean: non_negative("mean", mean)? })
    }

    /// The occupancy in the long run; only the mean length of stay matters.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, zero or more
    /// - `mean_stay` `[time]`, zero or more
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — a figure is negative or not finite
    ///
    /// # Source
    /// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 2.7.
    ///
    /// # Examples
    /// ```
    /// use pathloom_simulation::theory::mginf::Occupancy;
    ///
    /// assert_eq!(Occupancy::long_run(4.0, 4.0)?.mean(), 16.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn long_run(arrival_rate: f64, mean_stay: f64) -> Result<Self, TheoryError> {
        Self::with_mean(non_negative("arrival_rate", arrival_rate)? * non_negative("mean_stay", mean_stay)?)
    }

    /// The occupancy some time after opening empty, when every stay is equally long.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, zero or more
    /// - `stay` `[time]`, zero or more
    /// - `time` since opening `[time]`, zero or more
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — a figure is negative or not finite
    ///
    /// # Source
    /// Eick, Massey and Whitt, "The physics of the Mt/G/∞ queue", *Operations Research* 41 (1993) 731–742.
    ///
    /// # Examples
    /// Nobody has left after three of five days: 2 × 3 = 6.
    /// ```
    /// use pathloom_simulation::theory::mginf::Occupancy;
    ///
    /// assert_eq!(Occupancy::fixed_stay_at(2.0, 5.0, 3.0)?.mean(), 6.0);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn fixed_stay_at(arrival_rate: f64, stay: f64, time: f64) -> Result<Self, TheoryError> {
        let since = non_negative("time", time)?;
        Self::long_run(arrival_rate, non_negative("stay", stay)?.min(since))
    }

    /// The occupancy some time after opening empty, when stays are exponential.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, zero or more
    /// - `mean_stay` `[time]`, above zero
    /// - `time` since opening `[time]`, zero or more
    ///
    /// # Errors
    /// [`TheoryError::InvalidParameter`] — a figure is out of range
    ///
    /// # Source
    /// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 2.11.
    ///
    /// # Examples
    /// After one mean stay the ward is at 1 − 1/e of the 16 it grows towards.
    /// ```
    /// use pathloom_simulation::theory::mginf::Occupancy;
    ///
    /// assert!((Occupancy::exponential_stay_at(4.0, 4.0, 4.0)?.mean() - 10.1139).abs() < 1e-4);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn exponential_stay_at(arrival_rate: f64, mean_stay: f64, time: f64) -> Result<Self, TheoryError> {
        let stay = positive("mean_stay", mean_stay)?;
        let grown = -expm1(-non_negative("time", time)? / stay);
        Self::long_run(arrival_rate, stay * grown)
    }

    /// The mean number in use `[people]`.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::mginf::Occupancy;
    /// assert_eq!(Occupancy::with_mean(2.5)?.mean(), 2.5);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The variance of the number in use, equal to its mean `[people²]`.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::mginf::Occupancy;
    /// assert_eq!(Occupancy::with_mean(2.5)?.variance(), 2.5);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn variance(&self) -> f64 {
        self.mean
    }

    /// The chance that exactly `beds` are in use `[1]`.
    ///
    /// # Source
    /// The Poisson distribution, by its logarithm.
    ///
    /// # Examples
    /// A mean of two: e⁻² × 2² / 2 = 0.2707.
    /// ```
    /// # use pathloom_simulation::theory::mginf::Occupancy;
    /// assert!((Occupancy::with_mean(2.0)?.probability(2) - 0.270_671).abs() < 1e-6);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn probability(&self, beds: u32) -> f64 {
        if self.mean == 0.0 {
            return if beds == 0 { 1.0 } else { 0.0 };
        }
        let beds = f64::from(beds);
        exp(beds * log(self.mean) - self.mean - lgamma(beds + 1.0))
    }

    /// The chance that at most `beds` are in use `[1]`.
    ///
    /// # Source
    /// The sum of [`Self::probability`], smallest terms first.
    ///
    /// # Examples
    /// A mean of one: two terms of 1/e.
    /// ```
    /// # use pathloom_simulation::theory::mginf::Occupancy;
    /// assert!((Occupancy::with_mean(1.0)?.at_most(1) - 0.735_759).abs() < 1e-6);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn at_most(&self, beds: u32) -> f64 {
        (0..=beds).map(|beds| self.probability(beds)).sum::<f64>().min(1.0)
    }

    /// The chance that an admission to a ward of `beds` is delayed `[1]`, by the usual planning formula.
    ///
    /// It is the chance that exactly `beds` are in use given that no more are, and equals Erlang B.
    ///
    /// # Source
    /// Monks, Worthington, Allen, Pitt, Stein and James, "A modelling tool for capacity planning in acute and
    /// community stroke services", *BMC Health Services Research* 16 (2016) 530,
    /// doi:10.1186/s12913-016-1789-4.
    ///
    /// # Examples
    /// A mean of one and one bed: 1 of the two equally likely states.
    /// ```
    /// # use pathloom_simulation::theory::mginf::Occupancy;
    /// assert_eq!(Occupancy::with_mean(1.0)?.delay_probability(1), 0.5);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn delay_probability(&self, beds: u32) -> f64 {
        erlang::blocking_of(self.mean, beds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delay_is_the_share_of_the_last_bed() {
        for (mean, beds) in [(8.145, 10), (9.7, 16), (1990.0, 2000)] {
            let ward = Occupancy::with_mean(mean).expect("the mean is positive");
            let share = ward.probability(beds) / ward.at_most(beds);
            let delay = ward.delay_probability(beds);
            assert!((share / delay - 1.0).abs() < 1e-9, "{beds} beds: {share} {delay}");
        }
    }

    #[test]
    fn refusals() {
        assert!(Occupancy::long_run(-1.0, 1.0).is_err(), "a rate is not negative");
        assert!(Occupancy::exponential_stay_at(1.0, 0.0, 1.0).is_err(), "a mean stay is above zero");
        assert!(Occupancy::fixed_stay_at(1.0, 1.0, f64::NAN).is_err(), "NaN is not a time");
    }
}
