//! The shapes: their densities, shares, quantiles and draws.

use rand::RngExt;
use rand::rngs::Xoshiro256PlusPlus;
use rand_distr::{Distribution as _, Exp1, Gamma, StandardNormal};
use statrs::function::gamma::checked_gamma_lr;

/// Shape of a gamma above which the cube root is normal to more figures than matter, while the exact share takes the longer the
/// larger it is. E. B. Wilson and M. M. Hilferty, "The distribution of chi-square", PNAS 17 (1931).
const NEARLY_NORMAL: f64 = 1e4;

/// A shape that the document can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Exponential,
    Gamma,
    Weibull,
    Lognormal,
    Normal,
}

impl Family {
    pub(super) const ALL: [Self; 5] =
        [Self::Exponential, Self::Gamma, Self::Weibull, Self::Lognormal, Self::Normal];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Exponential => "exponential",
            Self::Gamma => "gamma",
            Self::Weibull => "Weibull",
            Self::Lognormal => "lognormal",
            Self::Normal => "normal",
        }
    }

    /// Figures that are fitted: the mean, and the standard deviation or Weibull's shape.
    pub(super) fn figures(self) -> usize {
        if self == Self::Exponential { 1 } else { 2 }
    }
}

/// A shape with its figures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Law {
    pub(super) family: Family,
    /// What the formulas use: scale; shape and scale; mean and standard deviation of the logarithm, or of the quantity.
    a: f64,
    b: f64,
    mean: f64,
}

impl Law {
    /// With the figures that the document holds: mean, and standard deviation or Weibull's shape.
    pub(super) fn new(family: Family, [mean, spread]: [f64; 2]) -> Self {
        let (a, b) = match family {
            Family::Exponential => (mean, 0.0),
            Family::Gamma => (mean * mean / (spread * spread), spread * spread / mean),
            Family::Weibull => (spread, mean / libm::tgamma(1.0 + 1.0 / spread)),
            Family::Lognormal => {
                let variance = libm::log1p(spread * spread / (mean * mean));
                (libm::log(mean) - variance / 2.0, variance.sqrt())
            }
            Family::Normal => (mean, spread),
        };
        Self { family, a, b, mean }
    }

    pub(super) fn mean(&self) -> f64 {
        self.mean
    }

    /// Logarithm of the density at a value above nought.
    pub(super) fn log_density(&self, x: f64) -> f64 {
        let (a, b) = (self.a, self.b);
        match self.family {
            Family::Exponential => -x / a - libm::log(a),
            Family::Gamma => (a - 1.0) * libm::log(x) - x / b - a * libm::log(b) - libm::lgamma(a),
            Family::Weibull => {
                let log = libm::log(x / b);
                libm::log(a / b) + (a - 1.0) * log - libm::exp(a * log)
            }
            Family::Lognormal => {
                let log = libm::log(x);
                log_normal_density(log, a, b) - log
            }
            Family::Normal => log_normal_density(x, a, b),
        }
    }

    /// Share at or below a value.
    pub(super) fn cdf(&self, x: f64) -> f64 {
        let (a, b) = (self.a, self.b);
        if self.family == Family::Normal {
            return normal_cdf((x - a) / b);
        }
        if x <= 0.0 {
            return 0.0;
        }
        match self.family {
            Family::Exponential => -libm::expm1(-x / a),
            Family::Gamma if a > NEARLY_NORMAL => {
                normal_cdf((libm::cbrt(x / (a * b)) - 1.0 + 1.0 / (9.0 * a)) * 3.0 * a.sqrt())
            }
            Family::Gamma => checked_gamma_lr(a, x / b).unwrap_or(f64::NAN),
            Family::Weibull => -libm::expm1(-libm::pow(x / b, a)),
            Family::Lognormal | Family::Normal => normal_cdf((libm::log(x) - a) / b),
        }
    }

    /// The value that a share does not exceed, to about twelve figures by halving.
    pub(super) fn quantile(&self, share: f64) -> f64 {
        let (mut low, mut high) = (0.0, self.mean);
        while self.cdf(high) < share && high.is_finite() {
            high *= 2.0;
        }
        for _ in 0..60 {
            let middle = (low + high) / 2.0;
            if self.cdf(middle) < share { low = middle } else { high = middle }
        }
        (low + high) / 2.0
    }

    /// One value.
    pub(super) fn draw(&self, random: &mut Xoshiro256PlusPlus) -> f64 {
        let (a, b) = (self.a, self.b);
        match self.family {
            Family::Exponential => a * random.sample::<f64, _>(Exp1),
            Family::Gamma => Gamma::new(a, b).map_or(self.mean, |gamma| gamma.sample(random)),
            Family::Weibull => b * libm::pow(random.sample::<f64, _>(Exp1), 1.0 / a),
            Family::Lognormal => libm::exp(a + b * random.sample::<f64, _>(StandardNormal)),
            Family::Normal => a + b * random.sample::<f64, _>(StandardNormal),
        }
    }
}

fn log_normal_density(x: f64, mean: f64, sd: f64) -> f64 {
    const HALF_LOG_TAU: f64 = 0.918_938_533_204_672_7;
    let off = (x - mean) / sd;
    -off * off / 2.0 - libm::log(sd) - HALF_LOG_TAU
}

fn normal_cdf(z: f64) -> f64 {
    libm::erfc(-z / std::f64::consts::SQRT_2) / 2.0
}
