//! The first three moments of every distribution of the format, with a mean of one hour.

use pathloom_service::Distribution;
use pathloom_service::distribution::{Counted, LowLikelyHigh, ShapeMean, Spread};
use pathloom_simulation::theory::moments::Moments;
use pathloom_tests::build::Shape;
use statrs::function::gamma::gamma;

/// Mean, mean square and mean cube, in hours.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Raw(pub(crate) f64, pub(crate) f64, pub(crate) f64);

impl Raw {
    pub(crate) fn moments(self) -> Moments {
        Moments::new(self.0, self.1, self.2).expect("moments of a distribution")
    }

    fn of(shape: Shape) -> Self {
        let moments = shape.moments().expect("a distribution");
        Self(moments.mean(), moments.second(), moments.third())
    }
}

/// Name, lengths in minutes, moments in hours.
pub(crate) fn every_distribution() -> Vec<(&'static str, Distribution, Raw)> {
    const MINUTES: f64 = 60.0;
    let shape = |name, shape: Shape| (name, shape.times(MINUTES), Raw::of(shape));
    vec![
        shape("fixed", Shape::Fixed(1.0)),
        shape("exponential", Shape::Exponential(1.0)),
        shape("uniform", Shape::Uniform(0.0, 2.0)),
        shape("lognormal", Shape::Lognormal(1.0, 1.0)),
        shape("gamma", Shape::Erlang(1.0, 2)),
        shape("mixture", Shape::Hyperexponential(1.0, 2.0)),
        ("triangular", Distribution::Triangular(three(0.1, 0.5, 2.4)), triangular(0.1, 0.5, 2.4)),
        ("pert", Distribution::Pert(three(0.2, 0.8, 2.6)), pert(0.2, 0.8, 2.6)),
        // Four standard deviations above none: what is cut off at nothing is less than one in thirty thousand.
        ("normal", normal(1.0, 0.2), Raw(1.0, 1.0 + 0.04, 1.0 + 3.0 * 0.04)),
        ("weibull", weibull(0.8), weibull_moments(0.8)),
        ("counted", counted(&[0.25, 0.5, 0.75, 2.5]), counted_moments(&[0.25, 0.5, 0.75, 2.5])),
    ]
}

fn three(low: f64, likely: f64, high: f64) -> LowLikelyHigh {
    LowLikelyHigh { low: (60.0 * low).into(), likely: (60.0 * likely).into(), high: (60.0 * high).into() }
}

/// Of straight lines between three points: symmetric functions of the points.
fn triangular(a: f64, b: f64, c: f64) -> Raw {
    let second = (a * a + b * b + c * c + a * b + b * c + c * a) / 6.0;
    let cubes = a * a * a + b * b * b + c * c * c;
    let mixed = a * a * b + a * a * c + b * b * a + b * b * c + c * c * a + c * c * b + a * b * c;
    Raw((a + b + c) / 3.0, second, (cubes + mixed) / 10.0)
}

/// Of a beta between two points: Vose, Risk Analysis, 3rd edition, section 13.4.
fn pert(low: f64, likely: f64, high: f64) -> Raw {
    let width = high - low;
    let (a, b) = (1.0 + 4.0 * (likely - low) / width, 1.0 + 4.0 * (high - likely) / width);
    let one = a / (a + b);
    let two = one * (a + 1.0) / (a + b + 1.0);
    let cubed = two * (a + 2.0) / (a + b + 2.0);
    Raw(
        low + width * one,
        low * low + 2.0 * low * width * one + width * width * two,
        low * low * low
            + 3.0 * low * low * width * one
            + 3.0 * low * width * width * two
            + width * width * width * cubed,
    )
}

fn normal(mean: f64, sd: f64) -> Distribution {
    Distribution::Normal(Spread {
        mean: (60.0 * mean).into(),
        sd: (60.0 * sd).into(),
        at_least: None,
        at_most: None,
    })
}

fn weibull(shape: f64) -> Distribution {
    Distribution::Weibull(ShapeMean { shape: shape.into(), mean: 60.0.into() })
}

fn weibull_moments(shape: f64) -> Raw {
    let scale = 1.0 / gamma(1.0 + 1.0 / shape);
    Raw(1.0, scale * scale * gamma(1.0 + 2.0 / shape), scale * scale * scale * gamma(1.0 + 3.0 / shape))
}

fn counted(hours: &[f64]) -> Distribution {
    Distribution::Counted(Counted { values: hours.iter().map(|hours| 60.0 * hours).collect() })
}

fn counted_moments(hours: &[f64]) -> Raw {
    let mean = |of: fn(f64) -> f64| hours.iter().map(|hours| of(*hours)).sum::<f64>() / hours.len() as f64;
    Raw(mean(|x| x), mean(|x| x * x), mean(|x| x * x * x))
}

/// The table is of distributions with the mean it says.
#[test]
fn every_distribution_has_a_mean_near_an_hour() {
    let all = every_distribution();
    assert_eq!(all.len(), 11, "one for each kind of the format");
    for (name, _, raw) in all {
        assert!((raw.0 - 1.0).abs() < 0.01, "{name}: {}", raw.0);
    }
}
