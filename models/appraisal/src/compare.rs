//! Options side by side, on the same simulated futures.
//!
//! Every option is simulated with the same seed and the same replication numbers, and the engine's random streams are
//! keyed by person and step, so replication 17 of one option holds the same referrals with the same needs as
//! replication 17 of another (*common random numbers*). Differences are therefore taken future by future, and their
//! intervals (Student's t on those differences) are much narrower than the spread of either option.
//!
//! Each interval is a 95% interval by itself: of twenty intervals, about one may miss its truth.
//!
//! # Source
//! A. M. Law, *Simulation Modeling and Analysis*, 5th edition (2015), sections 10.2.1 (paired-t intervals) and 11.2
//! (common random numbers).

mod paired;
mod targets;
mod wording;

use std::collections::BTreeSet;

use pathloom_service::Scenario;
use pathloom_simulation::{Band, Outcomes};
use serde::Serialize;

pub(crate) use paired::chances;
pub use paired::{Chance, PairedDifference, Verdict};
pub use targets::TargetByWeek;
pub use wording::{WhatDiffers, what_differs};
pub(crate) use wording::{owner, place_words, value_words};

use crate::figure::{Better, Figure};

/// One option with what became of it.
#[derive(Debug, Clone, Copy)]
pub struct Simulated<'a> {
    /// The option.
    pub scenario: &'a Scenario,
    /// Its simulated futures.
    pub outcomes: &'a Outcomes,
}

/// Options side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// The options, in the order given.
    pub options: Vec<ComparedOption>,
    /// Position of the option that the others are held against.
    pub base: usize,
    /// Week at whose end weekly figures are compared.
    pub week: u32,
    /// Simulated futures that all options share.
    pub replications: u32,
    /// Every headline figure.
    pub figures: Vec<ComparedFigure>,
}

/// One option of a comparison.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ComparedOption {
    /// Id.
    pub id: String,
    /// Label.
    pub name: String,
    /// What it changes against the base, field by field; empty for the base.
    pub differs: Vec<WhatDiffers>,
    /// Probability that each target is met, week by week.
    pub targets: Vec<TargetByWeek>,
}

/// One figure over all options.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ComparedFigure {
    /// The figure.
    pub figure: Figure,
    /// Its stable name.
    pub name: String,
    /// What it is, in words.
    pub words: String,
    /// Its unit.
    pub unit: String,
    /// Which way it should go.
    pub better: Better,
    /// Spread over the shared futures, for each option.
    pub bands: Vec<Band>,
    /// Difference from the base, for each option; none for the base.
    pub differences: Vec<Option<PairedDifference>>,
    /// How likely each option does better than each other one in the same future; empty where no way is better.
    pub chances: Vec<Chance>,
}

/// Why options could not be compared.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CompareError {
    /// Nothing to compare.
    #[error("there is nothing to compare: name at least one option")]
    NoOptions,
    /// The base is not among the options.
    #[error("option number {asked} cannot be the base: there are {options}")]
    NoSuchBase {
        /// Position asked for.
        asked: usize,
        /// How many options there are.
        options: usize,
    },
    /// The runs do not share their random numbers.
    #[error(
        "the options were simulated with different seeds, so that they do not share their futures: run them again together"
    )]
    DifferentSeeds,
    /// The runs share fewer than two replications.
    #[error("the options share {shared} simulated futures; a comparison needs at least 2")]
    TooFewShared {
        /// Replications that all have.
        shared: usize,
    },
    /// A run does not reach the week.
    #[error("week {week} is past the end: the options are simulated for {weeks} weeks")]
    PastTheEnd {
        /// The week asked for.
        week: u32,
        /// Weeks of the shortest run.
        weeks: usize,
    },
}

/// Compares options on the futures they share.
///
/// # Parameters
/// - `options` with their outcomes, at least one
/// - `base` position of the option that the others are held against
/// - `week` at whose end weekly figures are compared
///
/// # Errors
/// [`CompareError`].
///
/// # Guarantees
/// Replications that only some options finished are left out, so every figure is over the same futures.
pub fn compare(options: &[Simulated], base: usize, week: u32) -> Result<Comparison, CompareError> {
    let first = options.first().ok_or(CompareError::NoOptions)?;
    if base >= options.len() {
        return Err(CompareError::NoSuchBase { asked: base, options: options.len() });
    }
    if options.iter().any(|option| option.outcomes.seed != first.outcomes.seed) {
        return Err(CompareError::DifferentSeeds);
    }
    let shared = shared_replications(options);
    if shared.len() < 2 {
        return Err(CompareError::TooFewShared { shared: shared.len() });
    }
    let weeks = options.iter().map(|option| option.outcomes.catalogue.weeks).min().unwrap_or(0);
    if week as usize > weeks {
        return Err(CompareError::PastTheEnd { week, weeks });
    }
    let outcomes: Vec<Outcomes> = options.iter().map(|option| only(option.outcomes, &shared)).collect();
    let figures = Figure::headlines(week)
        .into_iter()
        .filter_map(|figure| {
            let values = outcomes.iter().map(|one| figure.values(one)).collect::<Option<Vec<_>>>()?;
            Some(compared_figure(figure, values, options, base))
        })
        .collect();
    let compared = |(option, outcomes): (&Simulated, &Outcomes)| ComparedOption {
        id: option.scenario.option_id.clone(),
        name: option.scenario.option_name.clone(),
        differs: what_differs(options[base].scenario, option.scenario),
        targets: targets::by_week(option.scenario, outcomes),
    };
    Ok(Comparison {
        options: options.iter().zip(&outcomes).map(compared).collect(),
        base,
        week,
        replications: shared.len() as u32,
        figures,
    })
}

fn compared_figure(
    figure: Figure,
    values: Vec<Vec<f64>>,
    options: &[Simulated],
    base: usize,
) -> ComparedFigure {
    let names: Vec<&str> = options.iter().map(|option| option.scenario.option_name.as_str()).collect();
    let differences = (0..values.len())
        .map(|at| (at != base).then(|| PairedDifference::of(figure, &values[at], &values[base], names[base])))
        .collect();
    ComparedFigure {
        figure,
        name: figure.name(),
        words: figure.words().to_owned(),
        unit: figure.unit().to_owned(),
        better: figure.better(),
        differences,
        chances: paired::chances(figure.better(), &values),
        bands: values.into_iter().map(Band::of).collect(),
    }
}

/// Numbers of the replications that every option has.
pub(crate) fn shared_replications(options: &[Simulated]) -> BTreeSet<u32> {
    let numbers = |option: &Simulated| -> BTreeSet<u32> {
        option.outcomes.replications.iter().map(|one| one.index).collect()
    };
    options.iter().map(numbers).reduce(|all, one| &all & &one).unwrap_or_default()
}

/// The outcomes of some replications alone.
pub(crate) fn only(outcomes: &Outcomes, numbers: &BTreeSet<u32>) -> Outcomes {
    let kept = outcomes.replications.iter().filter(|one| numbers.contains(&one.index));
    Outcomes { replications: kept.cloned().collect(), ..outcomes_head(outcomes) }
}

/// Everything of the outcomes but the replications.
fn outcomes_head(outcomes: &Outcomes) -> Outcomes {
    Outcomes {
        option_id: outcomes.option_id.clone(),
        option_name: outcomes.option_name.clone(),
        seed: outcomes.seed,
        catalogue: std::sync::Arc::clone(&outcomes.catalogue),
        replications: Vec::new(),
    }
}

#[cfg(test)]
mod tests;
