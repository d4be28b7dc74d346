//! Differences and chances, future by future.

use serde::Serialize;

use crate::figure::{Better, Figure};
use crate::statistics::{Interval, Mean, Share};
use crate::words::quantity;

/// How one option differs from the base in the same futures.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PairedDifference {
    /// Mean difference, option minus base; NaN when no future could be measured in both.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub mean: f64,
    /// 95% interval of the mean difference (Student's t on the differences); infinite below two futures.
    pub interval: Interval,
    /// Futures in which both could be measured.
    pub futures: u32,
    /// What can be said.
    pub verdict: Verdict,
    /// The same in a sentence.
    pub words: String,
}

/// What can be said of a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// The option's figure is lower.
    Lower,
    /// The option's figure is higher.
    Higher,
    /// The interval holds 0: more futures may tell them apart, these do not.
    CannotBeToldApart,
    /// The same in every future.
    Same,
    /// There was nobody to measure in one or the other.
    NothingMeasured,
}

impl PairedDifference {
    /// The difference of an option's values from the base's, both in the order of the shared futures.
    pub(crate) fn of(figure: Figure, option: &[f64], base: &[f64], base_name: &str) -> Self {
        Self::between(&figure.to_string(), figure.unit(), option, base, base_name)
    }

    /// The difference of something named by its words and its unit.
    pub(crate) fn between(words: &str, unit: &str, option: &[f64], base: &[f64], base_name: &str) -> Self {
        let differences = || option.iter().zip(base).map(|(one, other)| one - other);
        let mean = Mean::of(differences());
        let interval = mean.interval(0.95);
        let verdict = if mean.count < 2 {
            Verdict::NothingMeasured
        } else if option.iter().zip(base).all(|(one, other)| same(*one, *other)) {
            Verdict::Same
        } else if interval.holds(0.0) {
            Verdict::CannotBeToldApart
        } else if mean.mean < 0.0 {
            Verdict::Lower
        } else {
            Verdict::Higher
        };
        let words = sentence(words, unit, verdict, &mean, interval, base_name);
        Self { mean: mean.mean, interval, futures: mean.count as u32, verdict, words }
    }
}

/// Sums taken in another order differ in their last digits: that is no difference.
fn same(one: f64, other: f64) -> bool {
    one.is_nan() || other.is_nan() || (one - other).abs() <= 1e-9 * one.abs().max(other.abs())
}

fn sentence(
    words: &str,
    unit: &str,
    verdict: Verdict,
    mean: &Mean,
    interval: Interval,
    base: &str,
) -> String {
    let what = capital(words);
    let amount = |value: f64| quantity(value, unit);
    match verdict {
        Verdict::NothingMeasured => format!("{what}: there was nobody to measure in one of the two"),
        Verdict::Same => format!("{what} is the same as under \"{base}\" in every simulated future"),
        Verdict::CannotBeToldApart => format!(
            "{what} cannot be told apart from \"{base}\": the mean difference lies between {} and {}",
            amount(interval.low),
            amount(interval.high)
        ),
        Verdict::Lower => format!(
            "{what} is {} lower than under \"{base}\" ({} to {})",
            amount(-mean.mean),
            amount(-interval.high),
            amount(-interval.low)
        ),
        Verdict::Higher => format!(
            "{what} is {} higher than under \"{base}\" ({} to {})",
            amount(mean.mean),
            amount(interval.low),
            amount(interval.high)
        ),
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// How likely one option does better than another in the same future.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Chance {
    /// Position of the option.
    pub option: usize,
    /// Position of the one it is held against.
    pub against: usize,
    /// Share of futures in which it does better, ties counted half.
    pub better: Share,
}

/// The chance of every ordered pair of options; empty where no way is better.
pub(crate) fn chances(better: Better, values: &[Vec<f64>]) -> Vec<Chance> {
    let sign = match better {
        Better::Lower => -1.0,
        Better::Higher => 1.0,
        Better::Neither => return Vec::new(),
    };
    let pairs = (0..values.len()).flat_map(|option| (0..values.len()).map(move |against| (option, against)));
    pairs
        .filter(|(option, against)| option != against)
        .map(|(option, against)| {
            let both = values[option].iter().zip(&values[against]);
            let gains = both.map(|(one, other)| sign * (one - other)).filter(|gain| !gain.is_nan());
            let (mut wins, mut futures) = (0.0, 0);
            for gain in gains {
                futures += 1;
                wins += if gain > 0.0 {
                    1.0
                } else if gain == 0.0 {
                    0.5
                } else {
                    0.0
                };
            }
            Chance { option, against, better: Share::of(wins, futures) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn difference(option: &[f64], base: &[f64]) -> PairedDifference {
        PairedDifference::of(Figure::StaffUse, option, base, "Do nothing")
    }

    #[test]
    fn a_difference_is_taken_future_by_future() {
        // Differences -1, -2, -3: mean -2, t(0.975, 2) / sqrt 3 = 2.484.
        let found = difference(&[9.0, 18.0, 27.0], &[10.0, 20.0, 30.0]);
        assert_eq!((found.mean, found.futures, found.verdict), (-2.0, 3, Verdict::CannotBeToldApart));
        assert!((found.interval.low + 4.484).abs() < 1e-3 && (found.interval.high - 0.484).abs() < 1e-3);
        assert!(found.words.contains("cannot be told apart from \"Do nothing\""), "{}", found.words);
        let found = difference(&[9.0, 18.9, 29.1], &[10.0, 20.0, 30.0]);
        assert_eq!(found.verdict, Verdict::Lower);
        assert!(found.words.contains("is 1% lower"), "{}", found.words);
    }

    #[test]
    fn the_same_figures_and_no_figures_say_so() {
        assert_eq!(difference(&[1.0, 2.0], &[1.0, 2.0]).verdict, Verdict::Same);
        assert_eq!(difference(&[1.0, f64::NAN], &[1.0, 2.0]).verdict, Verdict::NothingMeasured);
    }

    #[test]
    fn ties_count_half() {
        let found = chances(Better::Lower, &[vec![1.0, 2.0, 3.0, f64::NAN], vec![2.0, 2.0, 1.0, 1.0]]);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].better.share, found[0].better.of), (0.5, 3));
        assert_eq!(found[0].better.share + found[1].better.share, 1.0);
        assert!(chances(Better::Neither, &[vec![1.0], vec![2.0]]).is_empty());
    }
}
