//! What the history says about the unknown figures, ready to be shown and put into the document.

use jiff::civil::Date;
use pathloom_service::{Actuals, Estimate, Evidence, EvidenceLabel, Scenario};
use pathloom_simulation::outcomes::percentile;
use serde::Serialize;

use super::posterior::Posterior;
use super::{FitQuestion, Rewound, wording};
use crate::drivers::figure_words;
use crate::statistics::Interval;
use crate::trajectory::{Judged, measure_words};

/// Unknown figures fitted to a history.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Fit {
    /// Label of the history.
    pub history: String,
    /// What it counts, in words.
    pub words: String,
    /// Its unit.
    pub unit: String,
    /// The unknown figures.
    pub figures: Vec<Fitted>,
    /// Figures that can make up for each other.
    pub confusions: Vec<Confusion>,
    /// The history with what the fitted figures give.
    pub line: Vec<FittedPoint>,
    /// Share of futures with the fitted figures, the history counted as one, that stray from their middle at least as far as it does `[1]`.
    pub stray_as_far: f64,
    /// Whether the fitted figures can give what was counted.
    pub explains: bool,
    /// What had to be assumed.
    pub assumed: Vec<String>,
    /// What it comes to, sentence by sentence.
    pub sentences: Vec<String>,
    /// Futures simulated.
    pub replications: u32,
}

/// One figure, fitted.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Fitted {
    /// Its place in the scenario.
    pub place: String,
    /// In words.
    pub words: String,
    /// The limits that it was given.
    pub limits: Interval,
    /// Its middle: the median of what goes with the history.
    pub middle: f64,
    /// Nine tenths of what goes with the history.
    pub range: Interval,
    /// How much narrower that is than nine tenths of the limits `[1]`: 0, nothing was learnt.
    pub narrowed: f64,
    /// What was learnt, in a word.
    pub learned: Learned,
    /// The figure for the document: a range with the same mean and spread, and where it comes from.
    pub estimate: Estimate,
}

/// What a history says about a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Learned {
    /// The range is less than a third of the limits.
    Much,
    /// The range is narrower than the limits.
    Something,
    /// The range is about as wide as the limits.
    Nothing,
}

/// Two figures that the history cannot tell apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Confusion {
    /// Place of the one.
    pub one: String,
    /// Place of the other.
    pub other: String,
    /// How they go together, from -1 (one higher, the other lower) to 1 (both higher).
    pub correlation: f64,
}

/// One figure of the history beside futures with the fitted figures.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct FittedPoint {
    /// The day it was counted.
    pub date: Date,
    /// Weeks since the start of the history.
    pub week: f64,
    /// What was counted.
    pub actual: f64,
    /// 5th percentile of futures with the fitted figures.
    pub p5: f64,
    /// Their median.
    pub median: f64,
    /// Their 95th percentile.
    pub p95: f64,
}

/// From which correlation on two figures make up for each other; chosen: of the one's variance, half is then the other's.
const CONFUSED: f64 = 0.7;

/// Chance of saying that the figures cannot give the history although they can; chosen.
const LEVEL: f64 = 0.05;

/// The futures that an answer is drawn from.
pub(super) struct Futures {
    /// Lines of futures with the fitted figures, which had no part in fitting them.
    pub(super) fitted: Vec<Vec<f64>>,
    /// Futures simulated in all.
    pub(super) simulated: u32,
}

/// Draws the conclusion.
pub(super) fn answer(
    scenario: &Scenario,
    history: &Actuals,
    question: &FitQuestion,
    past: &Rewound,
    posterior: &Posterior,
    futures: &Futures,
) -> Fit {
    let days: Vec<Date> = history.figures.iter().map(|figure| figure.date).collect();
    let figures: Vec<Fitted> = (0..question.unknown.len())
        .map(|at| {
            let words = figure_words(scenario, &question.unknown[at].place);
            fitted(question, posterior, at, words, &history.name, &days)
        })
        .collect();
    let judged = Judged::of(&past.values, &futures.fitted);
    let (words, unit) = measure_words(history.measure);
    let mut fit = Fit {
        history: history.name.clone(),
        words: words.to_owned(),
        unit: unit.to_owned(),
        confusions: confusions(question, posterior),
        line: line(past, &futures.fitted),
        stray_as_far: judged.stray_as_far,
        explains: judged.stray_as_far > LEVEL,
        assumed: past.assumed.clone(),
        sentences: Vec::new(),
        replications: futures.simulated,
        figures,
    };
    fit.sentences = wording::sentences(&fit);
    fit
}

fn fitted(
    question: &FitQuestion,
    posterior: &Posterior,
    at: usize,
    words: String,
    history: &str,
    days: &[Date],
) -> Fitted {
    let unknown = &question.unknown[at];
    let range = Interval { low: posterior.quantile(at, 0.05), high: posterior.quantile(at, 0.95) };
    let narrowed = (1.0 - (range.high - range.low) / (0.9 * (unknown.high - unknown.low))).max(0.0);
    let learned = if narrowed > 2.0 / 3.0 {
        Learned::Much
    } else if narrowed > 0.2 {
        Learned::Something
    } else {
        Learned::Nothing
    };
    Fitted {
        place: unknown.place.clone(),
        words,
        limits: Interval { low: unknown.low, high: unknown.high },
        middle: posterior.quantile(at, 0.5),
        range,
        narrowed,
        learned,
        estimate: estimate(question, posterior, at, history, days),
    }
}

/// The figure for the document.
///
/// A PERT range whose likely value is its middle and whose ends are equally far from it has a variance of the square of that
/// distance over 7, so √7 standard deviations each way keep mean and spread; limits cut it.
fn estimate(
    question: &FitQuestion,
    posterior: &Posterior,
    at: usize,
    history: &str,
    days: &[Date],
) -> Estimate {
    let unknown = &question.unknown[at];
    let (mean, sd) = posterior.moments(at);
    let reach = 7.0_f64.sqrt() * sd;
    let (low, high) = ((mean - reach).max(unknown.low), (mean + reach).min(unknown.high));
    // More digits than the range is worth would feign knowledge.
    let digits = libm::floor(libm::log10((high - low).max(f64::MIN_POSITIVE))) - 2.0;
    let step = libm::pow(10.0, digits);
    let round = |value: f64| if step > 0.0 { (value / step).round() * step } else { value };
    let (low, likely, high) = (round(low), round(mean), round(high));
    let from = days.iter().min().map_or_else(String::new, |day| format!(", {day}"));
    let to = days.iter().max().map_or_else(String::new, |day| format!(" to {day}"));
    Estimate {
        likely,
        range: (low < high).then_some((low.min(likely), high.max(likely))),
        evidence: Some(Evidence {
            label: EvidenceLabel::Derived,
            source: format!("Estimated from the history \"{history}\"{from}{to}"),
            date: days.iter().max().copied(),
            owner: None,
            confidence: None,
            reason: Some(format!(
                "Approximate Bayesian computation with regression adjustment, between {} and {}",
                unknown.low, unknown.high
            )),
        }),
    }
}

fn confusions(question: &FitQuestion, posterior: &Posterior) -> Vec<Confusion> {
    let count = question.unknown.len();
    let pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other)));
    pairs
        .map(|(one, other)| Confusion {
            one: question.unknown[one].place.clone(),
            other: question.unknown[other].place.clone(),
            correlation: posterior.correlation(one, other),
        })
        .filter(|pair| pair.correlation.abs() >= CONFUSED)
        .collect()
}

fn line(past: &Rewound, futures: &[Vec<f64>]) -> Vec<FittedPoint> {
    let point = |(at, (week, actual)): (usize, (&f64, &f64))| {
        let mut values: Vec<f64> = futures.iter().map(|line| line[at]).collect();
        values.sort_unstable_by(f64::total_cmp);
        FittedPoint {
            date: past.dates[at],
            week: *week,
            actual: *actual,
            p5: percentile(&values, 0.05),
            median: percentile(&values, 0.5),
            p95: percentile(&values, 0.95),
        }
    };
    past.weeks.iter().zip(&past.values).enumerate().map(point).collect()
}
