//! How a figure spreads over replications.

use serde::Serialize;

/// Spread of one figure over replications, with the 95% confidence interval of its mean.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Band {
    /// Mean.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub mean: f64,
    /// Half-width of the 95% confidence interval of the mean (Student's t); NaN below two replications.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub mean_interval_half_width: f64,
    /// Standard deviation over replications (n - 1).
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub sd: f64,
    /// 5th percentile: in 19 of 20 replications it is at least this.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub p5: f64,
    /// 25th percentile.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub p25: f64,
    /// Median.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub median: f64,
    /// 75th percentile.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub p75: f64,
    /// 95th percentile: in 19 of 20 replications it is at most this.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub p95: f64,
    /// Replications in which there was something to measure.
    pub measured: u32,
}

impl Band {
    /// The band of some values; NaN are left out. All figures are NaN when nothing is left.
    pub fn of(mut values: Vec<f64>) -> Band {
        values.retain(|value| !value.is_nan());
        values.sort_unstable_by(f64::total_cmp);
        let n = values.len();
        let mean = if n == 0 { f64::NAN } else { values.iter().sum::<f64>() / n as f64 };
        let sd = if n < 2 {
            f64::NAN
        } else {
            (values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (n - 1) as f64).sqrt()
        };
        Band {
            mean,
            mean_interval_half_width: if n < 2 {
                f64::NAN
            } else {
                student_t_975(n - 1) * sd / (n as f64).sqrt()
            },
            sd,
            p5: percentile(&values, 0.05),
            p25: percentile(&values, 0.25),
            median: percentile(&values, 0.5),
            p75: percentile(&values, 0.75),
            p95: percentile(&values, 0.95),
            measured: n as u32,
        }
    }
}

/// Percentile of sorted values, by linear interpolation between order statistics; NaN when there are none.
///
/// # Source
/// Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), type 7.
pub fn percentile(sorted: &[f64], share: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let at = share * last as f64;
    let below = at.floor() as usize;
    let above = (below + 1).min(last);
    sorted[below] + (at - below as f64) * (sorted[above] - sorted[below])
}

/// 97.5th percentile of Student's t with so many degrees of freedom; within 0.0005 of the exact value.
///
/// # Source
/// Exact values to 4 digits for 1 to 12; above, the Cornish-Fisher expansion of Abramowitz and Stegun,
/// Handbook of Mathematical Functions, 26.7.5.
fn student_t_975(degrees: usize) -> f64 {
    const SMALL: [f64; 12] =
        [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281, 2.2010, 2.1788];
    if let Some(value) = degrees.checked_sub(1).and_then(|at| SMALL.get(at)) {
        return *value;
    }
    let (z, n) = (1.959_963_985, degrees as f64);
    let (z3, z5, z7) = (z * z * z, z * z * z * z * z, z * z * z * z * z * z * z);
    z + (z3 + z) / (4.0 * n)
        + (5.0 * z5 + 16.0 * z3 + 3.0 * z) / (96.0 * n * n)
        + (3.0 * z7 + 19.0 * z5 + 17.0 * z3 - 15.0 * z) / (384.0 * n * n * n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn interval_of_three_replications_is_the_students_t_interval() {
        let band = Band::of(vec![10.0, 20.0, 30.0]);
        assert_eq!((band.mean, band.sd), (20.0, 10.0));
        assert!((band.mean_interval_half_width - 24.841_377).abs() < 1e-3);
    }

    #[test]
    fn expansion_meets_the_table() {
        // Exact: t(0.975, 13) = 2.16037, t(0.975, 30) = 2.04227.
        assert!((student_t_975(13) - 2.160_37).abs() < 5e-4);
        assert!((student_t_975(30) - 2.042_27).abs() < 1e-4);
    }

    #[test]
    fn nothing_measured_gives_no_number() {
        let band = Band::of(vec![f64::NAN]);
        assert!(band.mean.is_nan() && band.median.is_nan() && band.measured == 0);
    }
}
