//! The few statistical tools that every question here is answered with.

use serde::Serialize;
use statrs::distribution::{ContinuousCDF, Normal, StudentsT};

/// A range that holds the true value with a stated confidence.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Interval {
    /// Lower end.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub low: f64,
    /// Upper end.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub high: f64,
}

impl Interval {
    /// Whether a value lies in it, ends included.
    pub fn holds(&self, value: f64) -> bool {
        self.low <= value && value <= self.high
    }
}

/// The mean of some values with its spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Mean {
    /// How many values there are.
    pub(crate) count: usize,
    /// Their mean; NaN when there are none.
    pub(crate) mean: f64,
    /// Their standard deviation (n - 1); NaN below two.
    pub(crate) sd: f64,
}

impl Mean {
    /// The mean of the values that are numbers.
    pub(crate) fn of(values: impl IntoIterator<Item = f64>) -> Self {
        // Welford's recursion: one pass, no loss of digits where the mean is large beside the spread.
        let (mut count, mut mean, mut squares) = (0_usize, 0.0, 0.0);
        for value in values.into_iter().filter(|value| !value.is_nan()) {
            count += 1;
            let off = value - mean;
            mean += off / count as f64;
            squares += off * (value - mean);
        }
        Self {
            count,
            mean: if count == 0 { f64::NAN } else { mean },
            sd: if count < 2 { f64::NAN } else { (squares / (count - 1) as f64).sqrt() },
        }
    }

    /// Half-width of the confidence interval of the mean (Student's t); infinite below two values.
    pub(crate) fn half_width(&self, confidence: f64) -> f64 {
        if self.count < 2 {
            return f64::INFINITY;
        }
        students_t(self.count - 1, confidence) * self.sd / (self.count as f64).sqrt()
    }

    /// The confidence interval of the mean.
    pub(crate) fn interval(&self, confidence: f64) -> Interval {
        let half = self.half_width(confidence);
        Interval { low: self.mean - half, high: self.mean + half }
    }
}

/// The two-sided critical value of Student's t.
///
/// # Parameters
/// - `degrees` of freedom, one or more
/// - `confidence` `[1]`, between 0 and 1
pub(crate) fn students_t(degrees: usize, confidence: f64) -> f64 {
    match StudentsT::new(0.0, 1.0, degrees as f64) {
        Ok(t) => t.inverse_cdf(0.5 + confidence / 2.0),
        Err(_) => f64::INFINITY,
    }
}

/// The two-sided critical value of the normal distribution.
pub(crate) fn normal(confidence: f64) -> f64 {
    Normal::standard().inverse_cdf(0.5 + confidence / 2.0)
}

/// The value to four figures: more are more than any record is worth.
pub(crate) fn to_four_figures(value: f64) -> f64 {
    let size = if value == 0.0 { 0.0 } else { libm::floor(libm::log10(value.abs())) };
    let scale = libm::pow(10.0, (3.0 - size).clamp(0.0, 6.0));
    (value * scale).round() / scale
}

/// A share of simulated futures with its 95% interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
// A share of people who take a link has that name in the window already.
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "FutureShare", rename_all = "camelCase")]
pub struct Share {
    /// The share `[1]`; NaN when nothing was counted.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub share: f64,
    /// Its 95% interval `[1]`.
    pub interval: Interval,
    /// Futures counted.
    pub of: u32,
}

impl Share {
    /// The share that `count` is of `of`, with Wilson's score interval at 95%.
    ///
    /// `count` may hold halves (ties counted half): the interval is then, if anything, too wide.
    ///
    /// # Source
    /// E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
    /// Statistical Association 22 (1927).
    pub fn of(count: f64, of: u32) -> Self {
        if of == 0 {
            return Self { share: f64::NAN, interval: Interval { low: 0.0, high: 1.0 }, of };
        }
        let (n, z) = (f64::from(of), normal(0.95));
        let share = count / n;
        let middle = (share + z * z / (2.0 * n)) / (1.0 + z * z / n);
        let half =
            z / (1.0 + z * z / n) * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).max(0.0).sqrt();
        // Rounding must not leave a share of all or nothing outside its own interval.
        let low = if share <= 0.0 { 0.0 } else { (middle - half).max(0.0) };
        let high = if share >= 1.0 { 1.0 } else { (middle + half).min(1.0) };
        Self { share, interval: Interval { low, high }, of }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_has_the_students_t_interval() {
        let mean = Mean::of([10.0, f64::NAN, 20.0, 30.0]);
        assert_eq!((mean.count, mean.mean, mean.sd), (3, 20.0, 10.0));
        // t(0.975, 2) = 4.30265.
        assert!((mean.half_width(0.95) - 4.302_653 * 10.0 / 3.0_f64.sqrt()).abs() < 1e-4);
        assert!(Mean::of([1.0]).half_width(0.95).is_infinite());
        assert!(Mean::of([]).mean.is_nan());
    }

    #[test]
    fn a_share_has_wilsons_interval() {
        // 8 of 10, by hand: middle (0.8 + 0.19207) / 1.38415 = 0.71674, half-width 0.22658.
        let share = Share::of(8.0, 10);
        assert!((share.interval.low - 0.490_16).abs() < 1e-4, "{share:?}");
        assert!((share.interval.high - 0.943_32).abs() < 1e-4, "{share:?}");
        assert_eq!(Share::of(10.0, 10).interval.high, 1.0);
        assert_eq!(Share::of(0.0, 10).interval.low, 0.0);
        assert!(Share::of(0.0, 0).share.is_nan());
    }
}
