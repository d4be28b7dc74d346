//! How sure the average of independent replications is: Student's t interval.

use super::TheoryError;
use super::parameter::{finite, part, positive};
use super::student;

/// The mean of some replications, their spread, and an interval that holds the true mean at the stated
/// confidence.
///
/// # Examples
/// 10, 20 and 30: a mean of 20, a standard deviation of 10, and 4.3027 × 10 / √3 either side at 95 %.
/// ```
/// use pathloom_simulation::theory::replications::Interval;
///
/// let interval = Interval::of(&[10.0, 20.0, 30.0], 0.95)?;
/// assert_eq!((interval.mean, interval.deviation), (20.0, 10.0));
/// assert!((interval.half_width - 24.8414).abs() < 1e-4);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interval {
    /// Mean of the replications `[their unit]` -- output
    pub mean: f64,
    /// Standard deviation of the replications, with n − 1 `[their unit]` -- output
    pub deviation: f64,
    /// Half the width of the interval `[their unit]` -- output
    pub half_width: f64,
}

impl Interval {
    /// The interval from the values of the replications.
    ///
    /// # Parameters
    /// - `values` one from each independent replication, at least two, all finite
    /// - `confidence` `[1]`, above zero and below one: 0.95 as a rule
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — fewer than two values (`value` is then their number), one that
    ///   is not finite, or a confidence out of range
    /// - [`TheoryError::NotConverged`] — a confidence so close to one that its quantile was not found
    ///
    /// # Source
    /// Law, *Simulation Modeling and Analysis*, 5th edition, section 4.5.
    ///
    /// # Examples
    /// ```
    /// use pathloom_simulation::theory::replications::Interval;
    ///
    /// assert_eq!(Interval::of(&[3.0, 3.0], 0.95)?.half_width, 0.0);
    /// assert!(Interval::of(&[3.0], 0.95).is_err());
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn of(values: &[f64], confidence: f64) -> Result<Self, TheoryError> {
        let confidence = positive("confidence", part("confidence", confidence)?)?;
        if values.len() < 2 {
            return Err(TheoryError::InvalidParameter { name: "values", value: values.len() as f64 });
        }
        for &value in values {
            finite("values", value)?;
        }
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
        let deviation = (squares / (count - 1.0)).sqrt();
        let quantile = student::upper_quantile((1.0 - confidence) / 2.0, count - 1.0)?;
        Ok(Self { mean, deviation, half_width: quantile * deviation / count.sqrt() })
    }

    /// The lower end of the interval.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::replications::Interval;
    /// assert_eq!(Interval { mean: 20.0, deviation: 10.0, half_width: 4.0 }.lower(), 16.0);
    /// ```
    pub fn lower(&self) -> f64 {
        self.mean - self.half_width
    }

    /// The upper end of the interval.
    ///
    /// # Examples
    /// ```
    /// # use pathloom_simulation::theory::replications::Interval;
    /// assert_eq!(Interval { mean: 20.0, deviation: 10.0, half_width: 4.0 }.upper(), 24.0);
    /// ```
    pub fn upper(&self) -> f64 {
        self.mean + self.half_width
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals() {
        assert!(Interval::of(&[], 0.95).is_err(), "nothing has no spread");
        assert!(Interval::of(&[1.0, f64::NAN], 0.95).is_err(), "NaN is not a value");
        assert!(Interval::of(&[1.0, 2.0], 1.0).is_err(), "certainty has no interval");
        assert!(Interval::of(&[1.0, 2.0], 0.0).is_err(), "no confidence is no interval");
    }
}
