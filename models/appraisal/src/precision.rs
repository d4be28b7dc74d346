//! Replications chosen for the user: as many as it takes to know every named figure to a stated width.
//!
//! After a first stage the half-width of each figure's confidence interval is looked at; as long as one is too wide, more
//! replications are added, about as many as the present spread says are missing, and never more than double. All
//! options make the same replications, so they stay comparable. With several figures and options at once, each interval
//! is made at a higher confidence, so that *all* of them hold together with the stated one (Bonferroni).
//!
//! Stopping at the first look that happens to be narrow would make intervals miss a little too often; the first stage is
//! therefore never below [`Precision::LEAST_FIRST_STAGE`], and looks are few and far between.
//!
//! # Source
//! Y. S. Chow and H. Robbins, "On the asymptotic theory of fixed-width sequential confidence intervals for the mean",
//! Annals of Mathematical Statistics 36 (1965); A. M. Law, *Simulation Modeling and Analysis*, 5th edition (2015),
//! sections 9.4.1 (replications until a half-width) and 9.7 (several measures).

use std::sync::atomic::{AtomicBool, Ordering};

use pathloom_service::Scenario;
use pathloom_simulation::outcomes::Catalogue;
use pathloom_simulation::{Outcomes, RunError, RunSettings, run};
use serde::Serialize;

use crate::figure::Figure;
use crate::statistics::Mean;

/// A figure and how well it should be known.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Wish {
    /// The figure.
    pub figure: Figure,
    /// Half-width that its interval may have.
    pub half_width: HalfWidth,
}

/// The half-width that an interval may have.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(tag = "kind", content = "width", rename_all = "camelCase")]
pub enum HalfWidth {
    /// In the unit of the figure.
    Absolute(f64),
    /// Of the figure's mean `[%]`.
    Percent(f64),
}

impl HalfWidth {
    /// The same in the unit of a figure with this mean.
    fn of_mean(self, mean: f64) -> f64 {
        match self {
            HalfWidth::Absolute(width) => width,
            HalfWidth::Percent(percent) => mean.abs() * percent / 100.0,
        }
    }
}

/// How well figures should be known, and how much that may cost.
#[derive(Debug, Clone, PartialEq)]
pub struct Precision {
    /// The figures, at least one.
    pub wishes: Vec<Wish>,
    /// Confidence that all intervals hold together `[1]`.
    pub confidence: f64,
    /// Replications before the first look.
    pub first_stage: u32,
    /// Replications at most.
    pub most_replications: u32,
}

impl Precision {
    /// Fewest replications before the first look; chosen: enough for Student's t on the skewed figures of a queue.
    pub const LEAST_FIRST_STAGE: u32 = 40;

    /// These figures at 95%, with at most 10,000 replications.
    pub fn of(wishes: Vec<Wish>) -> Self {
        Self { wishes, confidence: 0.95, first_stage: Self::LEAST_FIRST_STAGE, most_replications: 10_000 }
    }

    /// Confidence of each interval, so that all of them hold together with the stated one.
    fn each(&self, options: usize) -> f64 {
        1.0 - (1.0 - self.confidence) / (self.wishes.len() * options).max(1) as f64
    }
}

/// How well the figures were known after some replications.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Look {
    /// Replications of each option.
    pub replications: u32,
    /// Half-width of each figure's interval `[options][wishes]`, each at the confidence that makes all hold together.
    #[cfg_attr(feature = "specta", specta(type = Vec<Vec<Option<f64>>>))]
    pub half_widths: Vec<Vec<f64>>,
    /// Half-width wanted, in the figure's unit `[options][wishes]`.
    #[cfg_attr(feature = "specta", specta(type = Vec<Vec<Option<f64>>>))]
    pub wanted: Vec<Vec<f64>>,
}

impl Look {
    /// How many times wider the widest interval is than it should be.
    fn worst(&self) -> f64 {
        let pairs = self.half_widths.iter().flatten().zip(self.wanted.iter().flatten());
        // A figure that does not vary is known, however narrow the wish; one that nobody could measure never is.
        pairs.map(|(is, wanted)| if *is == 0.0 { 0.0 } else { is / wanted }).fold(0.0, f64::max)
    }
}

/// Why it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Ended {
    /// Every interval is as narrow as wanted.
    Reached,
    /// The most replications were made first.
    AtMost,
    /// More outcomes would not fit in memory.
    MemoryFull,
    /// Somebody stopped it.
    Stopped,
}

/// What a run for precision says while it is under way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum OnTheWay<'a> {
    /// All options have made the replications of this look.
    Look(&'a Look),
    /// Replications are being made for the next one.
    Replications {
        /// Made so far, of all options together.
        made: u64,
        /// To be made before the next look, of all options together.
        until_look: u64,
    },
}

/// Runs that are as long as the wished precision needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Precise {
    /// The outcomes of each option, over the same replications unless stopped.
    pub outcomes: Vec<Outcomes>,
    /// How precision grew.
    pub growth: Vec<Look>,
    /// Why it ended.
    pub ended: Ended,
}

/// Why a run for precision could not be made.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PrecisionError {
    /// No option or no figure.
    #[error("name at least one option and one figure")]
    Nothing,
    /// A width that nothing can reach.
    #[error("the width for {figure} must be above 0")]
    NoWidth {
        /// The figure.
        figure: String,
    },
    /// The run does not hold the figure.
    #[error("{figure} is not measured in option \"{option}\": is the week past the end?")]
    NotMeasured {
        /// The figure.
        figure: String,
        /// Label of the option.
        option: String,
    },
    /// The engine refused.
    #[error("option \"{option}\" cannot be simulated: {source}")]
    CannotSimulate {
        /// Label of the option.
        option: String,
        /// Why.
        source: RunError,
    },
}

/// Runs options until every wished figure is known as well as wanted.
///
/// # Parameters
/// - `settings` seed, threads, the number of the first replication and the memory that all outcomes together may take;
///   where `replications` ends is not used
/// - `tell` hears of every look, and of replications as they are made
///
/// # Errors
/// [`PrecisionError`].
///
/// # Guarantees
/// The same scenarios, seed and wishes give the same replications and figures on any number of threads.
pub fn run_until(
    scenarios: &[Scenario],
    settings: &RunSettings,
    precision: &Precision,
    cancel: &AtomicBool,
    tell: &mut (dyn FnMut(OnTheWay) + Send),
) -> Result<Precise, PrecisionError> {
    if scenarios.is_empty() || precision.wishes.is_empty() {
        return Err(PrecisionError::Nothing);
    }
    for wish in &precision.wishes {
        let (HalfWidth::Absolute(width) | HalfWidth::Percent(width)) = wish.half_width;
        if width.is_nan() || width <= 0.0 {
            return Err(PrecisionError::NoWidth { figure: wish.figure.to_string() });
        }
    }
    let mut precise = Precise { outcomes: Vec::new(), growth: Vec::new(), ended: Ended::AtMost };
    let (mut made, mut wanted) = (0, precision.first_stage.max(Precision::LEAST_FIRST_STAGE));
    loop {
        wanted = wanted.min(precision.most_replications);
        extend(&mut precise.outcomes, scenarios, settings, made..wanted, cancel, tell)?;
        if cancel.load(Ordering::Relaxed) {
            precise.ended = Ended::Stopped;
            return Ok(precise);
        }
        made = wanted;
        let look = look(&precise.outcomes, precision)?;
        tell(OnTheWay::Look(&look));
        let worst = look.worst();
        precise.growth.push(look);
        if worst <= 1.0 {
            precise.ended = Ended::Reached;
            return Ok(precise);
        }
        if made >= precision.most_replications {
            return Ok(precise);
        }
        let fit = most_that_fit(&precise.outcomes, settings.most_memory_mb);
        if made >= fit {
            precise.ended = Ended::MemoryFull;
            return Ok(precise);
        }
        // Half-widths shrink with the root of the number; a fifth more at least, so that looks stay few.
        wanted = ((f64::from(made) * (worst * worst).clamp(1.2, 2.0)).ceil() as u32).min(fit);
    }
}

/// Adds replications to every option.
fn extend(
    outcomes: &mut Vec<Outcomes>,
    scenarios: &[Scenario],
    settings: &RunSettings,
    numbers: std::ops::Range<u32>,
    cancel: &AtomicBool,
    tell: &mut (dyn FnMut(OnTheWay) + Send),
) -> Result<(), PrecisionError> {
    let first = settings.replications.start;
    let part = RunSettings {
        replications: first.saturating_add(numbers.start)..first.saturating_add(numbers.end),
        most_memory_mb: settings.most_memory_mb / scenarios.len().max(1) as u64,
        ..settings.clone()
    };
    let options = scenarios.len() as u64;
    let each = u64::from(numbers.end - numbers.start);
    let before = options * u64::from(numbers.start);
    for (at, scenario) in scenarios.iter().enumerate() {
        let mut progress = |so_far: &Outcomes| {
            tell(OnTheWay::Replications {
                made: before + at as u64 * each + so_far.replications.len() as u64,
                until_look: options * u64::from(numbers.end),
            });
        };
        let more = run(scenario, &part, cancel, &mut progress).map_err(|source| {
            PrecisionError::CannotSimulate { option: scenario.option_name.clone(), source }
        })?;
        match outcomes.get_mut(at) {
            // Parts of one run differ in their replications alone.
            Some(so_far) => so_far.replications.extend(more.replications),
            None => outcomes.push(more),
        }
    }
    Ok(())
}

/// How precision grew while replications were made: the half-width of the 95% interval of the mean of the first 10, 20,
/// 40, … values and of all of them, each with the number it is of.
pub fn growth(values: &[f64]) -> Vec<(u32, f64)> {
    const FIRST: usize = 10;
    let doubling = std::iter::successors(Some(FIRST), |count| Some(count * 2));
    let counts = doubling.take_while(|count| *count < values.len()).chain([values.len()]);
    let half_width = |count: usize| Mean::of(values[..count].iter().copied()).half_width(0.95);
    counts.map(|count| (count as u32, half_width(count))).filter(|(_, half)| half.is_finite()).collect()
}

/// Replications of each option whose outcomes fit in the memory that all of them together may take, counted as a run
/// counts it: 4 bytes for each weekly figure, however small it is kept.
fn most_that_fit(outcomes: &[Outcomes], most_memory_mb: u64) -> u32 {
    let of = |what: &Catalogue| what.weekly.len() * (what.weeks + 1) * 4 + what.horizon.len() * 8;
    let each = outcomes.iter().map(|one| of(&one.catalogue)).sum::<usize>().max(1);
    u32::try_from((most_memory_mb << 20) / each as u64).unwrap_or(u32::MAX)
}

fn look(outcomes: &[Outcomes], precision: &Precision) -> Result<Look, PrecisionError> {
    let confidence = precision.each(outcomes.len());
    let mut look = Look { replications: 0, half_widths: Vec::new(), wanted: Vec::new() };
    for outcomes in outcomes {
        look.replications = outcomes.replications.len() as u32;
        let (mut half_widths, mut wanted) = (Vec::new(), Vec::new());
        for wish in &precision.wishes {
            let values = wish.figure.values(outcomes).ok_or_else(|| PrecisionError::NotMeasured {
                figure: wish.figure.to_string(),
                option: outcomes.option_name.clone(),
            })?;
            let mean = Mean::of(values);
            half_widths.push(mean.half_width(confidence));
            wanted.push(wish.half_width.of_mean(mean.mean));
        }
        look.half_widths.push(half_widths);
        look.wanted.push(wanted);
    }
    Ok(look)
}

#[cfg(test)]
mod tests;
