//! Shares of the variance of the answer that single uncertain inputs explain.

use pathloom_service::{Economics, Scenario};
use pathloom_simulation::UncertainInputs;
use serde::Serialize;
use statrs::distribution::{ContinuousCDF, FisherSnedecor};

use super::{Bench, DriversError, Inputs, figure_words};
use crate::statistics::{Interval, Mean, normal};

/// The spread of the answer with all uncertain inputs drawn, and what explains it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "ExplainedSpread", rename_all = "camelCase")]
pub struct Spread {
    /// Standard deviation of the figure over futures.
    pub sd: f64,
    /// What each input explains by itself, the largest share first.
    pub shares: Vec<VarianceShare>,
    /// Variance that stays when every input is held at its likely value, as a share of all `[1]`: chance alone. It can be
    /// above 1 where the likely values are busier than the ranges around them.
    pub chance: f64,
    /// Its 95% interval `[1]`.
    pub chance_interval: Interval,
    /// Futures it was estimated from.
    pub futures: u32,
}

/// The share of the variance that one input explains by itself (its first-order effect).
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct VarianceShare {
    /// Place of the input.
    pub place: String,
    /// The input in words.
    pub words: String,
    /// The share `[1]`, corrected for bias, none below 0.
    pub share: f64,
    /// Its 95% interval `[1]`.
    pub interval: Interval,
    /// Whether it can be told from no effect: the F test over the classes at 5%, shared among all inputs (Bonferroni).
    pub clear: bool,
}

/// The share of the variance of some values that one input explains.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct FirstOrder {
    pub(super) share: f64,
    pub(super) standard_error: f64,
    /// How likely an input without effect explains as much.
    pub(super) p_value: f64,
}

/// Fewest futures that shares are estimated from; chosen: of fewer, the classes would hold a handful each.
const FEWEST: usize = 100;

/// What explains the spread; none when stopped, when too little could be measured, or when nothing varies.
pub(super) fn spread(
    bench: &mut Bench,
    at_likely: &[f64],
    futures: u32,
) -> Result<Option<Spread>, DriversError> {
    // Nothing that is simulated depends on money.
    let simulated = Scenario { economics: Economics::default(), ..bench.scenario.clone() };
    let inputs = UncertainInputs::of(&simulated);
    let values = bench.values(bench.scenario, futures, Inputs::Drawn)?;
    let seed = bench.settings.seed;
    let measured = || values.iter().zip(0_u32..).filter(|(value, _)| !value.is_nan());
    let answer: Vec<f64> = measured().map(|(value, _)| *value).collect();
    let drawn: Vec<Vec<f64>> = measured().map(|(_, number)| inputs.values(seed, number)).collect();
    let all = Mean::of(answer.iter().copied());
    if all.count < FEWEST || all.sd.is_nan() || all.sd <= 0.0 {
        return Ok(None);
    }
    let level = 0.05 / inputs.places().count().max(1) as f64;
    let of_input = |(at, place): (usize, &str)| {
        let input: Vec<f64> = drawn.iter().map(|values| values[at]).collect();
        let found = first_order(&input, &answer);
        let half = normal(0.95) * found.standard_error;
        let clip = |value: f64| value.clamp(0.0, 1.0);
        VarianceShare {
            place: place.to_owned(),
            words: figure_words(bench.scenario, place),
            share: clip(found.share),
            interval: Interval { low: clip(found.share - half), high: clip(found.share + half) },
            clear: found.p_value < level,
        }
    };
    let mut shares: Vec<VarianceShare> = inputs.places().enumerate().map(of_input).collect();
    shares.sort_by(|one, other| other.share.total_cmp(&one.share));
    let (chance, chance_interval) = variance_ratio(at_likely, &answer);
    Ok(Some(Spread { sd: all.sd, shares, chance, chance_interval, futures: all.count as u32 }))
}

/// The share of the variance of `answer` that `input` explains: the correlation ratio over classes of the input of equally
/// many values, with Kelley's correction.
///
/// There are twice as many classes as the cube root of the number of values (chosen): what is lost within classes and what
/// chance adds between them then both vanish as futures grow.
///
/// The standard error is that of the efficient estimator (Da Veiga and Gamboa); for an input without effect it is too wide
/// rather than too narrow.
pub(super) fn first_order(input: &[f64], answer: &[f64]) -> FirstOrder {
    let n = answer.len();
    let classes = (2.0 * libm::cbrt(n as f64)) as usize;
    let mut order: Vec<usize> = (0..n).collect();
    order.sort_by(|one, other| input[*one].total_cmp(&input[*other]));
    let mean = answer.iter().sum::<f64>() / n as f64;
    let total: f64 = answer.iter().map(|value| (value - mean) * (value - mean)).sum();
    // What the input alone says of each value: the mean of its class, from the mean of all.
    let mut told = vec![0.0; n];
    let mut within = 0.0;
    for class in 0..classes {
        let members = &order[class * n / classes..(class + 1) * n / classes];
        let middle = members.iter().map(|at| answer[*at]).sum::<f64>() / members.len().max(1) as f64;
        for at in members {
            told[*at] = middle - mean;
            within += (answer[*at] - middle) * (answer[*at] - middle);
        }
    }
    let (n, k) = (n as f64, classes as f64);
    let share = 1.0 - (within / (n - k)) / (total / (n - 1.0));
    let influence = |(value, told): (&f64, &f64)| {
        let off = value - mean;
        (2.0 * off * told - told * told - share * off * off) / (total / n)
    };
    let influences = Mean::of(answer.iter().zip(&told).map(influence));
    let f = ((total - within) / (k - 1.0)) / (within / (n - k));
    let p_value = FisherSnedecor::new(k - 1.0, n - k).map_or(1.0, |fisher| 1.0 - fisher.cdf(f));
    FirstOrder { share, standard_error: influences.sd / n.sqrt(), p_value }
}

/// The variance of `some` as a share of that of `all`, with its 95% interval.
///
/// The interval is that of the logarithm, by the delta method, with the kurtosis of either; the two share futures, so that
/// it is if anything too wide.
fn variance_ratio(some: &[f64], all: &[f64]) -> (f64, Interval) {
    let moments = |values: &[f64]| {
        let mean = Mean::of(values.iter().copied());
        let fourth = Mean::of(values.iter().map(|value| {
            let off = (value - mean.mean) * (value - mean.mean);
            off * off
        }));
        let variance = mean.sd * mean.sd;
        (variance, (fourth.mean / (variance * variance) - 1.0).max(0.0) / mean.count as f64)
    };
    let ((some, some_spread), (all, all_spread)) = (moments(some), moments(all));
    if some.is_nan() || some <= 0.0 {
        return (0.0, Interval { low: 0.0, high: 0.0 });
    }
    let ratio = some / all;
    let factor = libm::exp(normal(0.95) * (some_spread + all_spread).sqrt());
    (ratio, Interval { low: ratio / factor, high: ratio * factor })
}
