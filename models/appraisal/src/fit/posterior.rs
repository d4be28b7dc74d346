//! From simulated lines to what a real line says: summaries learnt by regression, the nearest futures, a local adjustment.

use super::Unknown;
use super::linear::{Coefficients, least_squares, value};
use super::table::Table;

/// Share of futures that are kept; chosen: with 4,000 futures, 400 decide.
const KEPT: f64 = 0.1;

/// Ridge of the regression that makes the summaries, as a share of the weight; chosen: neighbouring weeks say nearly the same.
const RIDGE: f64 = 1e-3;

/// Draws of the unknown figures that go with a line, weighted.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Posterior {
    /// Values of the unknown figures.
    pub(super) draws: Vec<Vec<f64>>,
    /// Weight of each draw; they add to 1.
    pub(super) weights: Vec<f64>,
    /// The same draws on the whole line of numbers, where limits are infinitely far: for correlations.
    pub(super) free: Vec<Vec<f64>>,
}

/// What a table teaches: how to boil a line down to one number for each unknown figure.
pub(super) struct Learner {
    middle: Vec<(f64, f64)>,
    summaries: Vec<Coefficients>,
    /// The summaries of the table's lines, each of unit spread.
    of_lines: Vec<Vec<f64>>,
    scales: Vec<(f64, f64)>,
}

impl Learner {
    /// None when all lines are the same.
    pub(super) fn of(table: &Table) -> Option<Self> {
        let middle = columns(&table.lines);
        if middle.iter().all(|(_, sd)| *sd <= 0.0) {
            return None;
        }
        let features: Vec<Vec<f64>> = table.lines.iter().map(|line| features(line, &middle)).collect();
        let weights = vec![1.0; features.len()];
        let free: Vec<Vec<f64>> = table.values.iter().map(|values| to_free(&table.unknown, values)).collect();
        let summary = |at: usize| {
            let answer: Vec<f64> = free.iter().map(|values| values[at]).collect();
            least_squares(&features, &answer, &weights, RIDGE)
        };
        let summaries: Vec<Coefficients> = (0..table.unknown.len()).map(summary).collect();
        let told =
            |features: &Vec<f64>| -> Vec<f64> { summaries.iter().map(|one| value(one, features)).collect() };
        let raw: Vec<Vec<f64>> = features.iter().map(told).collect();
        let scales = columns(&raw);
        let of_lines = raw.iter().map(|row| standard(row, &scales)).collect();
        Some(Self { middle, summaries, of_lines, scales })
    }

    pub(super) fn posterior(&self, table: &Table, line: &[f64]) -> Posterior {
        let features = features(line, &self.middle);
        let told: Vec<f64> = self.summaries.iter().map(|one| value(one, &features)).collect();
        let wanted = standard(&told, &self.scales);
        let distance = |row: &Vec<f64>| -> f64 {
            row.iter().zip(&wanted).map(|(one, other)| (one - other) * (one - other)).sum::<f64>().sqrt()
        };
        let mut near: Vec<(usize, f64)> = self.of_lines.iter().map(distance).enumerate().collect();
        near.sort_by(|one, other| one.1.total_cmp(&other.1));
        let keep = ((near.len() as f64 * KEPT) as usize).max(1);
        let edge =
            near.get(keep).or(near.last()).map_or(1.0, |(_, distance)| distance.max(f64::MIN_POSITIVE));
        near.truncate(keep);
        // Epanechnikov's kernel: the nearest count most, the last of them hardly.
        let weight = |(_, distance): &(usize, f64)| (1.0 - (distance / edge) * (distance / edge)).max(0.0);
        let weights: Vec<f64> = near.iter().map(weight).collect();
        let kept: Vec<usize> = near.iter().map(|(at, _)| *at).collect();
        self.adjusted(table, &wanted, kept, weights)
    }

    /// Moves each kept draw along the local regression to where the real line lies.
    fn adjusted(&self, table: &Table, wanted: &[f64], kept: Vec<usize>, weights: Vec<f64>) -> Posterior {
        let rows: Vec<Vec<f64>> = kept
            .iter()
            .map(|at| self.of_lines[*at].iter().zip(wanted).map(|(one, other)| one - other).collect())
            .collect();
        let mut free: Vec<Vec<f64>> =
            kept.iter().map(|at| to_free(&table.unknown, &table.values[*at])).collect();
        for unknown in 0..table.unknown.len() {
            let answer: Vec<f64> = free.iter().map(|values| values[unknown]).collect();
            let slope = least_squares(&rows, &answer, &weights, 1e-9);
            for (values, row) in free.iter_mut().zip(&rows) {
                values[unknown] -= value(&slope, row) - slope[0];
            }
        }
        let total: f64 = weights.iter().sum();
        let draws = free.iter().map(|values| from_free(&table.unknown, values)).collect();
        Posterior { draws, weights: weights.iter().map(|weight| weight / total).collect(), free }
    }
}

impl Posterior {
    /// A quantile of one unknown figure.
    pub(super) fn quantile(&self, unknown: usize, share: f64) -> f64 {
        let mut order: Vec<(f64, f64)> =
            self.draws.iter().zip(&self.weights).map(|(draw, weight)| (draw[unknown], *weight)).collect();
        order.sort_by(|one, other| one.0.total_cmp(&other.0));
        let mut below = 0.0;
        for (value, weight) in &order {
            below += weight;
            if below >= share {
                return *value;
            }
        }
        order.last().map_or(f64::NAN, |(value, _)| *value)
    }

    /// Mean and standard deviation of one unknown figure.
    pub(super) fn moments(&self, unknown: usize) -> (f64, f64) {
        let mean = self.mean(&self.draws, unknown);
        let off = |draw: &Vec<f64>| (draw[unknown] - mean) * (draw[unknown] - mean);
        let variance: f64 =
            self.draws.iter().zip(&self.weights).map(|(draw, weight)| weight * off(draw)).sum();
        (mean, variance.sqrt())
    }

    /// So many draws, each as often as its weight says.
    ///
    /// # Source
    /// Systematic resampling: G. Kitagawa, "Monte Carlo filter and smoother for non-Gaussian nonlinear state space models",
    /// Journal of Computational and Graphical Statistics 5 (1996).
    pub(super) fn resampled(&self, count: u32) -> Vec<Vec<f64>> {
        let (mut at, mut below) = (0, self.weights.first().copied().unwrap_or_default());
        let mut chosen = Vec::with_capacity(count as usize);
        for number in 0..count {
            let mark = (f64::from(number) + 0.5) / f64::from(count);
            while below < mark && at + 1 < self.draws.len() {
                at += 1;
                below += self.weights[at];
            }
            chosen.push(self.draws[at].clone());
        }
        chosen
    }

    /// How two unknown figures go together, from -1 to 1.
    pub(super) fn correlation(&self, one: usize, other: usize) -> f64 {
        let (a, b) = (self.mean(&self.free, one), self.mean(&self.free, other));
        let (mut aa, mut bb, mut ab) = (0.0, 0.0, 0.0);
        for (draw, weight) in self.free.iter().zip(&self.weights) {
            let (off_a, off_b) = (draw[one] - a, draw[other] - b);
            aa += weight * off_a * off_a;
            bb += weight * off_b * off_b;
            ab += weight * off_a * off_b;
        }
        if aa > 0.0 && bb > 0.0 { ab / (aa * bb).sqrt() } else { 0.0 }
    }

    fn mean(&self, draws: &[Vec<f64>], unknown: usize) -> f64 {
        draws.iter().zip(&self.weights).map(|(draw, weight)| weight * draw[unknown]).sum()
    }
}

/// A line as numbers for the regression: each figure from its middle in standard deviations, and its square.
fn features(line: &[f64], middle: &[(f64, f64)]) -> Vec<f64> {
    let level = standard(line, middle);
    let squares: Vec<f64> = level.iter().map(|value| value * value).collect();
    [level, squares].concat()
}

fn standard(row: &[f64], middle: &[(f64, f64)]) -> Vec<f64> {
    let one = |(value, (mean, sd)): (&f64, &(f64, f64))| if *sd > 0.0 { (value - mean) / sd } else { 0.0 };
    row.iter().zip(middle).map(one).collect()
}

/// Mean and standard deviation of each column.
fn columns(rows: &[Vec<f64>]) -> Vec<(f64, f64)> {
    let width = rows.first().map_or(0, Vec::len);
    let column = |at: usize| {
        let mean = crate::statistics::Mean::of(rows.iter().map(|row| row[at]));
        (mean.mean, if mean.sd.is_nan() { 0.0 } else { mean.sd })
    };
    (0..width).map(column).collect()
}

/// Values between limits, stretched over the whole line of numbers, so that no adjustment can leave the limits.
fn to_free(unknown: &[Unknown], values: &[f64]) -> Vec<f64> {
    let stretch = |(unknown, value): (&Unknown, &f64)| {
        let share = ((value - unknown.low) / (unknown.high - unknown.low)).clamp(1e-9, 1.0 - 1e-9);
        libm::log(share / (1.0 - share))
    };
    unknown.iter().zip(values).map(stretch).collect()
}

fn from_free(unknown: &[Unknown], free: &[f64]) -> Vec<f64> {
    let shrink = |(unknown, value): (&Unknown, &f64)| {
        unknown.low + (unknown.high - unknown.low) / (1.0 + libm::exp(-value))
    };
    unknown.iter().zip(free).map(shrink).collect()
}
