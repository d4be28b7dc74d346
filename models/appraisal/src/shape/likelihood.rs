//! Figures of a shape by maximum likelihood, their intervals, and how well it explains the column.

use statrs::function::gamma::digamma;

use super::column::Column;
use super::family::{Family, Law};
use super::simplex::climb;
use crate::statistics::students_t;

/// Share of columns whose intervals hold the true value.
const CONFIDENCE: f64 = 0.95;

/// Half the distance over which the likelihood's curvature is measured, in logarithms of figures; chosen: small beside any
/// interval, large beside the dust of adding up.
const CURVATURE_STEP: f64 = 2e-3;

/// A shape fitted to a column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fitted {
    pub(super) law: Law,
    /// The mean, and the standard deviation or Weibull's shape.
    pub(super) figures: [f64; 2],
    /// Their 95% intervals; none: the likelihood is too flat for one.
    pub(super) ranges: Option<[(f64, f64); 2]>,
    /// Akaike's criterion, corrected for small samples: smaller is better.
    pub(super) aicc: f64,
}

/// Fits a shape, with everything that is said of it.
pub(super) fn fit(column: &Column, family: Family) -> Fitted {
    let figures = estimates(column, family);
    let logs = figures.map(libm::log);
    let height = |place: [f64; 2]| log_likelihood(column, family, place);
    let (n, k) = (column.len() as f64, family.figures() as f64);
    Fitted {
        law: Law::new(family, figures),
        figures,
        ranges: ranges(logs, family, column.len(), height),
        aicc: -2.0 * height(logs) + 2.0 * k + 2.0 * k * (k + 1.0) / (n - k - 1.0),
    }
}

/// The fitted law alone: what the samples of the test need.
pub(super) fn fitted_law(column: &Column, family: Family) -> Law {
    Law::new(family, estimates(column, family))
}

/// Maximum-likelihood estimates: in closed form or nearly so for values as they are, from there by climbing for groups.
fn estimates(column: &Column, family: Family) -> [f64; 2] {
    let begun = of_single_values(column, family);
    if column.groups().is_empty() {
        return begun;
    }
    let top =
        climb(begun.map(libm::log), family.figures(), 0.05, |place| log_likelihood(column, family, place));
    top.map(libm::exp)
}

/// The likelihood of figures, given by their logarithms.
fn log_likelihood(column: &Column, family: Family, logs: [f64; 2]) -> f64 {
    let law = Law::new(family, logs.map(libm::exp));
    if column.groups().is_empty() {
        return column.sorted().iter().map(|value| law.log_density(*value)).sum();
    }
    let (mut sum, mut last) = (0.0, (f64::NAN, 0.0));
    for group in column.groups() {
        // Neighbouring groups share an edge: its share is worked out once.
        let from = if group.from == last.0 { last.1 } else { law.cdf(group.from) };
        let to = law.cdf(group.to);
        sum += group.count * libm::log((to - from).max(f64::MIN_POSITIVE));
        last = (group.to, to);
    }
    sum
}

fn of_single_values(column: &Column, family: Family) -> [f64; 2] {
    let values = || column.sorted().iter().copied();
    let n = column.len() as f64;
    let mean_of = |of: &dyn Fn(f64) -> f64| values().map(of).sum::<f64>() / n;
    let mean = mean_of(&|x| x);
    let spread_about =
        |centre: f64, of: &dyn Fn(f64) -> f64| mean_of(&|x| (of(x) - centre) * (of(x) - centre)).sqrt();
    match family {
        Family::Exponential => [mean, 1.0],
        Family::Normal => [mean, spread_about(mean, &|x| x)],
        Family::Lognormal => {
            let mu = mean_of(&libm::log);
            let sigma = spread_about(mu, &libm::log);
            let mean = libm::exp(mu + sigma * sigma / 2.0);
            [mean, mean * libm::expm1(sigma * sigma).sqrt()]
        }
        Family::Gamma => {
            let shape = gamma_shape(libm::log(mean) - mean_of(&libm::log));
            [mean, mean / shape.sqrt()]
        }
        Family::Weibull => weibull(column),
    }
}

/// The shape at which ln(shape) - digamma(shape) is what the column has: the likelihood's own equation, by halving.
fn gamma_shape(difference: f64) -> f64 {
    let (mut low, mut high) = (-12.0, 18.0);
    for _ in 0..60 {
        let middle = (low + high) / 2.0;
        let shape = libm::exp(middle);
        // It falls as the shape grows.
        if libm::log(shape) - digamma(shape) > difference { low = middle } else { high = middle }
    }
    libm::exp((low + high) / 2.0)
}

/// Mean and shape by Newton's method on the likelihood's equation for the shape, kept between its bounds.
fn weibull(column: &Column) -> [f64; 2] {
    let n = column.len() as f64;
    let centre = column.sorted().iter().copied().map(libm::log).sum::<f64>() / n;
    let logs: Vec<f64> = column.sorted().iter().map(|value| libm::log(*value) - centre).collect();
    let spread = (logs.iter().map(|log| log * log).sum::<f64>() / n).sqrt();
    // What a Weibull's logarithms spread by: pi over the square root of six, divided by its shape.
    let mut shape = 1.282_549_830_161_864 / spread;
    let (mut low, mut high) = (shape / 100.0, shape * 100.0);
    for _ in 0..50 {
        let (mut sum, mut first, mut second) = (0.0, 0.0, 0.0);
        for log in &logs {
            let power = libm::exp(shape * log);
            sum += power;
            first += power * log;
            second += power * log * log;
        }
        let slope = first / sum;
        // The logarithms have mean nought.
        let off = slope - 1.0 / shape;
        if off > 0.0 {
            high = shape
        } else {
            low = shape
        }
        let newton = shape - off / (second / sum - slope * slope + 1.0 / (shape * shape));
        let next = if newton > low && newton < high { newton } else { (low + high) / 2.0 };
        let is_there = (next - shape).abs() < 1e-10 * shape;
        shape = next;
        if is_there {
            break;
        }
    }
    let powers = logs.iter().map(|log| libm::exp(shape * log)).sum::<f64>() / n;
    let scale = libm::exp(centre) * libm::pow(powers, 1.0 / shape);
    [scale * libm::tgamma(1.0 + 1.0 / shape), shape]
}

/// Intervals from the curvature of the likelihood at its top, in logarithms, with Student's t for few values.
fn ranges(
    top: [f64; 2],
    family: Family,
    values: usize,
    height: impl Fn([f64; 2]) -> f64,
) -> Option<[(f64, f64); 2]> {
    let h = CURVATURE_STEP;
    let at = |x: f64, y: f64| height([top[0] + x * h, top[1] + y * h]);
    let middle = at(0.0, 0.0);
    let xx = (at(1.0, 0.0) - 2.0 * middle + at(-1.0, 0.0)) / (h * h);
    let variances = if family.figures() == 1 {
        [-1.0 / xx, 0.0]
    } else {
        let yy = (at(0.0, 1.0) - 2.0 * middle + at(0.0, -1.0)) / (h * h);
        let xy = (at(1.0, 1.0) - at(1.0, -1.0) - at(-1.0, 1.0) + at(-1.0, -1.0)) / (4.0 * h * h);
        let determinant = xx * yy - xy * xy;
        [-yy / determinant, -xx / determinant]
    };
    if variances.iter().any(|variance| !variance.is_finite() || *variance < 0.0) || xx >= 0.0 {
        return None;
    }
    let t = students_t(values - family.figures(), CONFIDENCE);
    let range = |at: usize| {
        let half = t * variances[at].sqrt();
        (libm::exp(top[at] - half), libm::exp(top[at] + half))
    };
    Some([range(0), range(1)])
}
