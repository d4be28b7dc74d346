//! Distributions made ready to draw from.

use pathloom_service::{Count, Distribution};
use rand_distr::{Beta, Distribution as _, Exp1, Gamma, StandardNormal};

use crate::stream::Stream;

/// A distribution with its parameters worked out.
#[derive(Debug, Clone)]
pub(crate) enum Sampler {
    Fixed(f64),
    Exponential { mean: f64 },
    Uniform { low: f64, width: f64 },
    Triangular { low: f64, likely: f64, high: f64 },
    Pert { low: f64, width: f64, beta: Beta<f64> },
    Normal { mean: f64, sd: f64, least: f64, most: f64 },
    Lognormal { mu: f64, sigma: f64 },
    LognormalCut { mu: f64, sigma: f64, least: f64, most: f64 },
    Gamma { gamma: Gamma<f64>, least: f64, most: f64 },
    Weibull { scale: f64, power: f64 },
    Mixture(Vec<(f64, Sampler)>),
    Counted { values: Vec<f64>, unit: f64 },
}

impl Sampler {
    /// Makes a distribution ready, its values multiplied by `unit` (minutes to hours, weeks to days).
    ///
    /// Parameters that make no sense fall back to the mean: `check` has refused them before.
    pub(crate) fn new(distribution: &Distribution, unit: f64) -> Self {
        match distribution {
            Distribution::Fixed(d) => Self::Fixed(positive(d.value.likely) * unit),
            Distribution::Exponential(d) => Self::Exponential { mean: positive(d.mean.likely) * unit },
            Distribution::Uniform(d) => {
                let low = positive(d.low.likely) * unit;
                Self::Uniform { low, width: positive(d.high.likely * unit - low) }
            }
            Distribution::Triangular(d) => {
                let [low, likely, high] = ordered(d.low.likely, d.likely.likely, d.high.likely);
                Self::Triangular { low: low * unit, likely: likely * unit, high: high * unit }
            }
            Distribution::Pert(d) => pert(d.low.likely, d.likely.likely, d.high.likely, unit),
            Distribution::Normal(d) => Self::Normal {
                mean: positive(d.mean.likely) * unit,
                sd: positive(d.sd.likely) * unit,
                least: d.at_least.as_ref().map_or(0.0, |e| positive(e.likely) * unit),
                most: d.at_most.as_ref().map_or(f64::INFINITY, |e| positive(e.likely) * unit),
            },
            Distribution::Lognormal(d) => {
                let (mean, sd) = (positive(d.mean.likely), positive(d.sd.likely));
                if mean <= 0.0 || sd <= 0.0 {
                    return Self::Fixed(mean * unit);
                }
                let variance = libm::log(1.0 + sd * sd / (mean * mean));
                if !variance.is_finite() {
                    return Self::Fixed(mean * unit);
                }
                let (mu, sigma) = (libm::log(mean) - variance / 2.0 + libm::log(unit), variance.sqrt());
                match (&d.at_least, &d.at_most) {
                    (None, None) => Self::Lognormal { mu, sigma },
                    (least, most) => Self::LognormalCut {
                        mu,
                        sigma,
                        least: least.as_ref().map_or(0.0, |e| positive(e.likely) * unit),
                        most: most.as_ref().map_or(f64::INFINITY, |e| positive(e.likely) * unit),
                    },
                }
            }
            Distribution::Gamma(d) => {
                let (mean, sd) = (positive(d.mean.likely), positive(d.sd.likely));
                let (shape, scale) = (mean * mean / (sd * sd), sd * sd / mean * unit);
                match Gamma::new(shape, scale) {
                    Ok(gamma) if mean > 0.0 && sd > 0.0 && shape.is_finite() && scale.is_finite() => {
                        Self::Gamma {
                            gamma,
                            least: d.at_least.as_ref().map_or(0.0, |e| positive(e.likely) * unit),
                            most: d.at_most.as_ref().map_or(f64::INFINITY, |e| positive(e.likely) * unit),
                        }
                    }
                    _ => Self::Fixed(mean * unit),
                }
            }
            Distribution::Weibull(d) => {
                let (shape, mean) = (positive(d.shape.likely), positive(d.mean.likely));
                if shape <= 0.0 {
                    return Self::Fixed(mean * unit);
                }
                Self::Weibull { scale: mean * unit / libm::tgamma(1.0 + 1.0 / shape), power: 1.0 / shape }
            }
            Distribution::Mixture(d) => {
                let total = d.parts.iter().map(|part| positive(part.percent.likely)).sum::<f64>();
                let mut cumulative = 0.0;
                let parts = d.parts.iter().map(|part| {
                    cumulative += positive(part.percent.likely);
                    (cumulative / total, Self::new(&part.of, unit))
                });
                Self::Mixture(parts.collect())
            }
            Distribution::Counted(d) => Self::Counted { values: d.values.clone(), unit },
        }
    }

    /// The value, when it is always the same.
    pub(crate) fn fixed(&self) -> Option<f64> {
        match self {
            Self::Fixed(value) => Some(*value),
            _ => None,
        }
    }

    /// One draw.
    #[inline(always)]
    pub(crate) fn draw(&self, stream: &mut Stream) -> f64 {
        match self {
            Self::Fixed(value) => *value,
            Self::Exponential { mean } => mean * exponential(stream),
            Self::Lognormal { mu, sigma } => lognormal(*mu, *sigma, stream),
            other => other.draw_rare(stream),
        }
    }

    #[cold]
    #[inline(never)]
    fn draw_rare(&self, stream: &mut Stream) -> f64 {
        match self {
            Self::Uniform { low, width } => low + width * stream.uniform(),
            Self::Triangular { low, likely, high } => triangular(*low, *likely, *high, stream.uniform()),
            Self::Pert { low, width, beta } => low + width * beta.sample(stream),
            Self::Normal { mean, sd, least, most } => (mean + sd * normal(stream)).max(*least).min(*most),
            Self::LognormalCut { mu, sigma, least, most } => {
                exp(mu + sigma * normal(stream)).max(*least).min(*most)
            }
            Self::Gamma { gamma, least, most } => gamma.sample(stream).max(*least).min(*most),
            Self::Weibull { scale, power } => scale * libm::pow(exponential(stream), *power),
            Self::Mixture(parts) => {
                let share = stream.uniform();
                let part = parts.iter().find(|(cumulative, _)| share < *cumulative).or(parts.last());
                part.map_or(0.0, |(_, sampler)| sampler.draw(stream))
            }
            Self::Counted { values, unit } => match values.len() {
                0 => 0.0,
                n => positive(values[stream.below(n as u32) as usize]) * unit,
            },
            common => common.draw(stream),
        }
    }
}

/// Exponential with mean 1.
#[inline(always)]
pub(crate) fn exponential(stream: &mut Stream) -> f64 {
    Exp1.sample(stream)
}

/// Lognormal, by the mean and standard deviation of its logarithm.
#[inline(always)]
pub(crate) fn lognormal(mu: f64, sigma: f64, stream: &mut Stream) -> f64 {
    exp(mu + sigma * normal(stream))
}

/// e to the power x, within 3 units in the last place, the same on every platform: additions and multiplications only.
///
/// The lognormal draw is the engine's most frequent transcendental, and `libm::exp`, which divides, took a tenth of
/// a run. Arguments are kept to what a duration can need.
///
/// # Source
/// x = k ln 2 + r with |r| <= ln(2)/2, ln 2 in two parts (Cody and Waite, Software Manual for the Elementary
/// Functions, chapter 6); e^r by its Taylor series to r^12 (remainder below 2e-16), summed by Estrin's scheme.
#[inline(always)]
fn exp(x: f64) -> f64 {
    const LN_2_HIGH: f64 = f64::from_bits(0x3fe6_2e42_fee0_0000);
    const LN_2_LOW: f64 = f64::from_bits(0x3dea_39ef_3579_3c76);
    /// Adding and taking away this rounds to a whole number (1.5 x 2^52).
    const ROUND: f64 = 6_755_399_441_055_744.0;
    let x = if x > 700.0 { 700.0 } else { x };
    let x = if x < -700.0 { -700.0 } else { x };
    let shifted = x * std::f64::consts::LOG2_E + ROUND;
    let k = shifted - ROUND;
    let r = (x - k * LN_2_HIGH) - k * LN_2_LOW;
    let (r2, r4, r8) = {
        let r2 = r * r;
        (r2, r2 * r2, r2 * r2 * (r2 * r2))
    };
    let c = [
        1.0,
        1.0,
        1.0 / 2.0,
        1.0 / 6.0,
        1.0 / 24.0,
        1.0 / 120.0,
        1.0 / 720.0,
        1.0 / 5_040.0,
        1.0 / 40_320.0,
        1.0 / 362_880.0,
        1.0 / 3_628_800.0,
        1.0 / 39_916_800.0,
        1.0 / 479_001_600.0,
    ];
    let low = (c[0] + c[1] * r + (c[2] + c[3] * r) * r2) + (c[4] + c[5] * r + (c[6] + c[7] * r) * r2) * r4;
    let high = (c[8] + c[9] * r + (c[10] + c[11] * r) * r2) + c[12] * r4;
    let scale = f64::from_bits((shifted.to_bits().wrapping_add(1_023)) << 52);
    (low + high * r8) * scale
}

/// Standard normal.
#[inline(always)]
fn normal(stream: &mut Stream) -> f64 {
    StandardNormal.sample(stream)
}

fn positive(value: f64) -> f64 {
    if value > 0.0 { value } else { 0.0 }
}

fn ordered(low: f64, likely: f64, high: f64) -> [f64; 3] {
    let low = positive(low);
    let high = high.max(low);
    [low, likely.clamp(low, high), high]
}

fn triangular(low: f64, likely: f64, high: f64, u: f64) -> f64 {
    let width = high - low;
    if width <= 0.0 {
        return low;
    }
    let turn = (likely - low) / width;
    if u < turn {
        low + (u * width * (likely - low)).sqrt()
    } else {
        high - ((1.0 - u) * width * (high - likely)).sqrt()
    }
}

/// The PERT curve between three points.
///
/// # Source
/// Vose, Risk Analysis, 3rd ed., section 13.4: a beta on `[low, high]` whose mean is (low + 4 likely + high) / 6.
pub(crate) fn pert(low: f64, likely: f64, high: f64, unit: f64) -> Sampler {
    let width = high - low;
    if width.is_nan() || width <= 0.0 {
        return Sampler::Fixed(likely * unit);
    }
    let likely = likely.clamp(low, high);
    match Beta::new(1.0 + 4.0 * (likely - low) / width, 1.0 + 4.0 * (high - likely) / width) {
        Ok(beta) => Sampler::Pert { low: low * unit, width: width * unit, beta },
        Err(_) => Sampler::Fixed(likely * unit),
    }
}

/// A whole number ready to draw.
#[derive(Debug, Clone)]
pub(crate) enum Counter {
    Fixed(u16),
    Range { low: u16, n: u32 },
    Geometric { stop: f64, most: u16 },
    Shares(Vec<f64>),
}

impl Counter {
    pub(crate) fn new(count: &Count) -> Self {
        match count {
            Count::Fixed(c) => Self::Fixed(whole(c.value.likely)),
            Count::Range(c) => {
                let (low, high) = (whole(c.low.likely), whole(c.high.likely));
                Self::Range { low, n: u32::from(high.saturating_sub(low)) + 1 }
            }
            Count::Geometric(c) => {
                Self::Geometric { stop: 1.0 / c.mean.likely.max(1.0), most: whole(c.at_most.likely).max(1) }
            }
            Count::Shares(c) => {
                let total = c.percents.iter().map(|p| positive(p.likely)).sum::<f64>();
                let mut cumulative = 0.0;
                Self::Shares(
                    c.percents
                        .iter()
                        .map(|p| {
                            cumulative += positive(p.likely) / total;
                            cumulative
                        })
                        .collect(),
                )
            }
        }
    }

    /// Whether everybody has exactly one.
    pub(crate) fn always_one(&self) -> bool {
        matches!(self, Self::Fixed(1))
    }

    #[inline]
    pub(crate) fn draw(&self, stream: &mut Stream) -> u16 {
        match self {
            Self::Fixed(value) => *value,
            Self::Range { low, n } => low.saturating_add(stream.below(*n) as u16),
            Self::Geometric { stop, most } => {
                let mut count = 1;
                while count < *most && stream.uniform() >= *stop {
                    count += 1;
                }
                count
            }
            Self::Shares(cumulative) => {
                let share = stream.uniform();
                1 + cumulative
                    .iter()
                    .take_while(|c| share >= **c)
                    .count()
                    .min(cumulative.len().saturating_sub(1)) as u16
            }
        }
    }
}

/// The nearest whole number, 0 to 65,535.
pub(crate) fn whole(value: f64) -> u16 {
    value.round().clamp(0.0, f64::from(u16::MAX)) as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_agrees_with_the_library() {
        for n in -70_000..70_000 {
            let x = f64::from(n) * 0.01 + 0.003;
            let (ours, theirs) = (exp(x), libm::exp(x.clamp(-700.0, 700.0)));
            assert!((ours / theirs - 1.0).abs() < 7e-16, "{x}: {ours} {theirs}");
        }
        assert_eq!(exp(0.0), 1.0);
        assert!(exp(1e300).is_finite() && exp(-1e300) > 0.0);
    }
}
