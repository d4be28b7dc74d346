//! Mean and variation of what a design draws: lengths of contacts and stays, numbers of contacts.
//!
//! The same distributions as the simulation draws from, limits included: a value beyond a limit is taken as the
//! limit, so that the limit has a chance of its own.

use libm::{erfc, exp, lgamma, log, pow, sqrt, tgamma};
use pathloom_service::Distribution;
use pathloom_service::distribution::{LowLikelyHigh, Spread};

use crate::plan::MissedPlan;
use crate::sample::Counter;

/// First two moments of a quantity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Moments {
    /// Mean `[unit]`.
    pub(super) mean: f64,
    /// Variance `[unit²]`.
    pub(super) variance: f64,
}

impl Moments {
    /// Squared coefficient of variation of the quantity with a constant added `[1]`.
    pub(super) fn squared_variation(&self, added: f64) -> f64 {
        let mean = self.mean + added;
        if mean > 0.0 { self.variance / (mean * mean) } else { 0.0 }
    }

    fn of_second(mean: f64, second: f64) -> Self {
        Self { mean, variance: (second - mean * mean).max(0.0) }
    }
}

/// Mean and variance of a distribution `[its own unit]`.
pub(super) fn moments(distribution: &Distribution) -> Moments {
    match distribution {
        Distribution::Fixed(d) => Moments { mean: positive(d.value.likely), variance: 0.0 },
        Distribution::Exponential(d) => {
            let mean = positive(d.mean.likely);
            Moments { mean, variance: mean * mean }
        }
        Distribution::Uniform(d) => {
            let low = positive(d.low.likely);
            let width = positive(d.high.likely - low);
            Moments { mean: low + width / 2.0, variance: width * width / 12.0 }
        }
        Distribution::Triangular(d) => {
            let [a, b, c] = corners(d);
            let variance = (a * a + b * b + c * c - a * b - a * c - b * c) / 18.0;
            Moments { mean: (a + b + c) / 3.0, variance: variance.max(0.0) }
        }
        Distribution::Pert(d) => {
            let [low, likely, high] = [d.low.likely, d.likely.likely, d.high.likely];
            let width = high - low;
            if width.is_nan() || width <= 0.0 {
                return Moments { mean: likely, variance: 0.0 };
            }
            // A beta with parameters that add to six.
            let share = (1.0 + 4.0 * (likely.clamp(low, high) - low) / width) / 6.0;
            Moments { mean: low + width * share, variance: width * width * share * (1.0 - share) / 7.0 }
        }
        Distribution::Normal(d) => normal(d),
        Distribution::Lognormal(d) => lognormal(d),
        Distribution::Gamma(d) => gamma(d),
        Distribution::Weibull(d) => {
            let (shape, mean) = (positive(d.shape.likely), positive(d.mean.likely));
            let one = tgamma(1.0 + 1.0 / shape);
            let two = tgamma(1.0 + 2.0 / shape);
            let ratio = two / (one * one);
            Moments {
                mean,
                variance: if ratio.is_finite() { mean * mean * (ratio - 1.0).max(0.0) } else { 0.0 },
            }
        }
        Distribution::Mixture(d) => {
            let total: f64 = d.parts.iter().map(|part| positive(part.percent.likely)).sum();
            let parts = d.parts.iter().map(|part| (positive(part.percent.likely) / total, moments(&part.of)));
            let (mean, second) = parts.fold((0.0, 0.0), |(mean, second), (share, part)| {
                (mean + share * part.mean, second + share * (part.variance + part.mean * part.mean))
            });
            Moments::of_second(mean, second)
        }
        Distribution::Counted(d) => {
            let n = d.values.len().max(1) as f64;
            let mean = d.values.iter().map(|value| positive(*value)).sum::<f64>() / n;
            let apart = |value: &f64| (positive(*value) - mean) * (positive(*value) - mean);
            Moments { mean, variance: d.values.iter().map(apart).sum::<f64>() / n }
        }
    }
}

fn positive(value: f64) -> f64 {
    if value > 0.0 { value } else { 0.0 }
}

fn corners(d: &LowLikelyHigh) -> [f64; 3] {
    let low = positive(d.low.likely);
    let high = d.high.likely.max(low);
    [low, d.likely.likely.clamp(low, high), high]
}

/// Least and most, infinity where there is none.
fn limits(d: &Spread) -> (f64, f64) {
    let limit = |figure: &Option<pathloom_service::Estimate>, none: f64| {
        figure.as_ref().map_or(none, |figure| positive(figure.likely))
    };
    (limit(&d.at_least, 0.0), limit(&d.at_most, f64::INFINITY))
}

/// Moments of a quantity held between limits, from its moments below a value: (chance, mean part, square part).
fn held(limits: (f64, f64), whole: (f64, f64), below: impl Fn(f64) -> [f64; 3]) -> Moments {
    let (least, most) = limits;
    if least >= most {
        return Moments { mean: most, variance: 0.0 };
    }
    let low = below(least);
    let high = if most.is_finite() { below(most) } else { [1.0, whole.0, whole.1] };
    let top = if most.is_finite() { most } else { 0.0 };
    let mean = least * low[0] + (high[1] - low[1]) + top * (1.0 - high[0]);
    let second = least * least * low[0] + (high[2] - low[2]) + top * top * (1.0 - high[0]);
    Moments::of_second(mean, second)
}

/// Chance that a standard normal is at most `z`.
fn normal_below(z: f64) -> f64 {
    0.5 * erfc(-z / core::f64::consts::SQRT_2)
}

fn normal(d: &Spread) -> Moments {
    let (mean, sd) = (positive(d.mean.likely), positive(d.sd.likely));
    let limits = limits(d);
    if sd == 0.0 {
        return Moments { mean: mean.max(limits.0).min(limits.1), variance: 0.0 };
    }
    held(limits, (mean, mean * mean + sd * sd), |value| {
        let z = (value - mean) / sd;
        let chance = normal_below(z);
        let density = exp(-z * z / 2.0) / sqrt(2.0 * core::f64::consts::PI);
        let part = mean * chance - sd * density;
        let square = (mean * mean + sd * sd) * chance - sd * density * (2.0 * mean + sd * z);
        [chance, part, square]
    })
}

fn lognormal(d: &Spread) -> Moments {
    let (mean, sd) = (positive(d.mean.likely), positive(d.sd.likely));
    if mean <= 0.0 || sd <= 0.0 {
        return Moments { mean, variance: 0.0 };
    }
    if d.at_least.is_none() && d.at_most.is_none() {
        return Moments { mean, variance: sd * sd };
    }
    let variance = log(1.0 + sd * sd / (mean * mean));
    let (mu, sigma) = (log(mean) - variance / 2.0, sqrt(variance));
    held(limits(d), (mean, mean * mean + sd * sd), |value| {
        if value <= 0.0 {
            return [0.0; 3];
        }
        let z = (log(value) - mu) / sigma;
        let square = (mean * mean + sd * sd) * normal_below(z - 2.0 * sigma);
        [normal_below(z), mean * normal_below(z - sigma), square]
    })
}

fn gamma(d: &Spread) -> Moments {
    let (mean, sd) = (positive(d.mean.likely), positive(d.sd.likely));
    let (shape, scale) = (mean * mean / (sd * sd), sd * sd / mean);
    if mean <= 0.0 || sd <= 0.0 || !shape.is_finite() || !scale.is_finite() {
        return Moments { mean, variance: 0.0 };
    }
    if d.at_least.is_none() && d.at_most.is_none() {
        return Moments { mean, variance: sd * sd };
    }
    held(limits(d), (mean, mean * mean + sd * sd), |value| {
        let x = value / scale;
        let square = (mean * mean + sd * sd) * gamma_below(shape + 2.0, x);
        [gamma_below(shape, x), mean * gamma_below(shape + 1.0, x), square]
    })
}

/// Chance that a gamma of this shape and scale one is at most `x`.
///
/// # Source
/// Abramowitz and Stegun, Handbook of Mathematical Functions, 6.5.29 (series) and 6.5.31 (continued fraction,
/// by Lentz's method).
fn gamma_below(shape: f64, x: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    let front = exp(shape * log(x) - x - lgamma(shape));
    if x < shape + 1.0 {
        let (mut term, mut sum, mut at) = (1.0 / shape, 1.0 / shape, shape);
        for _ in 0..10_000 {
            at += 1.0;
            term *= x / at;
            sum += term;
            if term < sum * 1e-15 {
                break;
            }
        }
        return (front * sum).min(1.0);
    }
    let mut b = x + 1.0 - shape;
    let mut c = 1e300;
    let mut d = 1.0 / b;
    let mut fraction = d;
    for at in 1..10_000 {
        let a = -f64::from(at) * (f64::from(at) - shape);
        b += 2.0;
        d = 1.0 / (a * d + b);
        c = b + a / c;
        fraction *= c * d;
        if (c * d - 1.0).abs() < 1e-15 {
            break;
        }
    }
    (1.0 - front * fraction).clamp(0.0, 1.0)
}

/// What becomes of one person's contacts at a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Course {
    /// Contacts attended `[contacts]`.
    pub(super) attended: f64,
    /// Contacts missed `[contacts]`.
    pub(super) missed: f64,
    /// Share of people who have all their contacts `[1]`; the others leave for having missed too many.
    pub(super) completes: f64,
    /// Times a first contact is started, missed ones included `[contacts]`.
    pub(super) first_tries: f64,
}

/// The contacts of one person; none when everybody misses every contact and nobody leaves for it.
///
/// A person goes on until they have had their number of contacts, or have missed as many as the step allows.
///
/// # Source
/// Own derivation: the chance `s(n)` of n attended contacts before the limit of L missed ones falls by the chance
/// of exactly n at the L-th missed one, `C(n+L-1, n) (1-m)^n m^L`. Missed ones by Wald's identity.
pub(super) fn course(number: &Counter, missed: Option<&MissedPlan>) -> Option<Course> {
    let most = most(number);
    let share = missed.map_or(0.0, |missed| missed.share);
    let limit = missed.map_or(u16::MAX, |missed| missed.leave_after);
    if share >= 1.0 {
        let missed = f64::from(limit);
        return (limit < u16::MAX).then_some(Course {
            attended: 0.0,
            missed,
            completes: 0.0,
            first_tries: missed,
        });
    }
    let ends = share > 0.0 && limit < u16::MAX;
    let mut log_fall = if ends { f64::from(limit) * log(share) } else { f64::NEG_INFINITY };
    let (mut reached, mut attended, mut completes) = (1.0_f64, 0.0, 0.0);
    for n in 1..=most {
        let (still, more) = (at_least(number, n), at_least(number, n + 1));
        if ends {
            reached = (reached - exp(log_fall)).max(0.0);
            log_fall += log(f64::from(n - 1 + u32::from(limit)) / f64::from(n)) + log(1.0 - share);
        }
        attended += still * reached;
        completes += (still - more) * reached;
        if more <= 0.0 {
            break;
        }
    }
    let tries = 1.0 / (1.0 - share);
    let first_tries = if ends { tries * (1.0 - pow(share, f64::from(limit))) } else { tries };
    Some(Course { attended, missed: attended * share * tries, completes: completes.min(1.0), first_tries })
}

/// The largest number there can be.
fn most(number: &Counter) -> u32 {
    match number {
        Counter::Fixed(n) => u32::from(*n).max(1),
        Counter::Range { low, n } => (u32::from(*low) + n).max(2) - 1,
        Counter::Geometric { most, .. } => u32::from(*most),
        Counter::Shares(cumulative) => cumulative.len().max(1) as u32,
    }
}

/// The share of people with at least so many `[1]`; everybody has one.
fn at_least(number: &Counter, n: u32) -> f64 {
    if n <= 1 {
        return 1.0;
    }
    match number {
        Counter::Fixed(fixed) => f64::from(u8::from(n <= u32::from(*fixed))),
        Counter::Range { low, n: width } => {
            let above = f64::from(u32::from(*low) + width) - f64::from(n);
            (above / f64::from(*width)).clamp(0.0, 1.0)
        }
        Counter::Geometric { stop, most } if n <= u32::from(*most) => pow(1.0 - stop, f64::from(n - 1)),
        Counter::Geometric { .. } => 0.0,
        Counter::Shares(cumulative) if n as usize <= cumulative.len() => {
            let share = 1.0 - cumulative[n as usize - 2];
            if share > 0.0 { share } else { 0.0 }
        }
        Counter::Shares(_) => 0.0,
    }
}

#[cfg(test)]
#[path = "spread_tests.rs"]
mod tests;
