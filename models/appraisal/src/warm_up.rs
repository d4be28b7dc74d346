//! How long should a warm-up be, and does a start from empty bias the figures?
//!
//! A service has a list today, so a design usually starts from it and needs no warm-up: what happens to that list is the
//! question. Two designs do need one: those that ask for the long run, and those that name nobody at the start, whose first
//! weeks are then better than any service's. For those the waiting list and the open referrals are simulated for long and
//! their means over many futures are taken, five weeks at a time. The level they settle at is the mean of the later half;
//! they have settled once those means stay as near to it as chance allows, or nearer than anybody minds. Whether they
//! settle at all is asked first: the last quarter is held against the one before, future by future.
//!
//! # Source
//! Welch's procedure (means over replications, smoothed, until they have settled), made a rule with the standard errors of
//! those means in place of the eye: P. D. Welch, "The statistical analysis of simulation results", in *The Computer
//! Performance Modeling Handbook* (1983); A. M. Law, *Simulation Modeling and Analysis*, 5th edition (2015), section 9.5.1.

use std::sync::atomic::AtomicBool;

use pathloom_service::{Scenario, StartingList, Step};
use pathloom_simulation::{Outcomes, RunError, RunSettings, Scope, WeeklyMeasure, run};
use serde::Serialize;

use crate::statistics::Mean;
use crate::words::quantity;

/// Futures whose mean is taken; chosen.
pub const FUTURES: u32 = 100;

/// Weeks to look at, at least; chosen: five years.
const LEAST_WEEKS: u32 = 260;

/// Weeks that are taken together.
const BATCH: usize = 5;

/// How far from its level a mean may be without anybody minding, as a share of the level; chosen.
const NEAR: f64 = 0.02;

/// How many standard errors chance may take a mean away from its level; chosen: seldom exceeded in fifty looks.
const BY_CHANCE: f64 = 3.0;

/// Guidance on the warm-up of an option.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct WarmUp {
    /// Weeks that the option leaves out now.
    pub set_weeks: u32,
    /// Weeks that should be left out; none when it does not settle.
    pub advised_weeks: Option<u32>,
    /// What the advice is.
    pub advice: Advice,
    /// Each figure looked at.
    pub figures: Vec<Settling>,
    /// The same in a sentence.
    pub words: String,
}

/// What the advice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "WarmUpAdvice", rename_all = "camelCase")]
pub enum Advice {
    /// It starts from the list as it is, and leaves nothing out: right.
    StartsAsItIs,
    /// What is left out is enough.
    Enough,
    /// More should be left out.
    TooShort,
    /// It starts empty: leave weeks out, or say who is there at the start.
    StartsEmpty,
    /// It never settles, so no warm-up helps.
    DoesNotSettle,
}

/// How one figure settles.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Settling {
    /// What is measured.
    pub measure: WeeklyMeasure,
    /// Week from which it has settled; none: not in the weeks looked at.
    pub settled_from_week: Option<u32>,
    /// Mean over the weeks before; none when there are none.
    pub before: Option<f64>,
    /// Mean over the weeks after.
    pub after: f64,
}

/// Says how long the warm-up of an option should be; `on_progress` hears how many of the [`FUTURES`] there are.
///
/// # Errors
/// [`RunError`]. A run that is cancelled gives no guidance: none.
pub fn warm_up(
    scenario: &Scenario,
    settings: &RunSettings,
    cancel: &AtomicBool,
    on_progress: &mut (dyn FnMut(u32) + Send),
) -> Result<Option<WarmUp>, RunError> {
    let set_weeks = scenario.warm_up_weeks;
    if set_weeks == 0 && starts_with_people(scenario) {
        let words = "It starts from the people who are there today, so nothing should be left out".to_owned();
        let (advised_weeks, advice) = (Some(0), Advice::StartsAsItIs);
        return Ok(Some(WarmUp { set_weeks, advised_weeks, advice, figures: Vec::new(), words }));
    }
    let mut long = scenario.clone();
    long.horizon_weeks = (scenario.horizon_weeks + set_weeks).max(LEAST_WEEKS);
    long.warm_up_weeks = 0;
    long.targets.clear();
    let settings = RunSettings { replications: 0..FUTURES, ..settings.clone() };
    let outcomes =
        run(&long, &settings, cancel, &mut |so_far| on_progress(so_far.replications.len() as u32))?;
    if outcomes.replications.len() < FUTURES as usize {
        return Ok(None);
    }
    let looked = [WeeklyMeasure::WaitingList, WeeklyMeasure::OpenReferrals];
    let figures: Vec<Settling> = looked
        .into_iter()
        .filter_map(|measure| Some(settling(measure, &batches(&outcomes, measure)?)))
        .collect();
    Ok(Some(guidance(scenario, figures)))
}

fn guidance(scenario: &Scenario, figures: Vec<Settling>) -> WarmUp {
    let set_weeks = scenario.warm_up_weeks;
    let advised_weeks = figures
        .iter()
        .map(|figure| figure.settled_from_week)
        .try_fold(0, |most, week| week.map(|week| week.max(most)));
    let (advice, words) = match advised_weeks {
        None => (
            Advice::DoesNotSettle,
            "The waiting list or the open referrals do not settle, so there is no long run to warm up to: start from the people who are there today, and read the figures week by week"
                .to_owned(),
        ),
        Some(advised) if advised <= set_weeks => {
            (Advice::Enough, format!("Leaving out {} is enough: the figures have settled by week {advised}", quantity(f64::from(set_weeks), "weeks")))
        }
        Some(advised) if starts_with_people(scenario) => (
            Advice::TooShort,
            format!(
                "The figures settle only by week {advised}; leaving out {} is too short",
                quantity(f64::from(set_weeks), "weeks")
            ),
        ),
        Some(advised) => (Advice::StartsEmpty, starts_empty(advised, &figures)),
    };
    WarmUp { set_weeks, advised_weeks, advice, figures, words }
}

fn starts_empty(advised: u32, figures: &[Settling]) -> String {
    let list = figures.iter().find(|figure| figure.settled_from_week.is_some_and(|week| week > 0));
    let contrast = list.and_then(|figure| {
        let what =
            if figure.measure == WeeklyMeasure::WaitingList { "waiting list" } else { "open referrals" };
        let (before, after) = (quantity(figure.before?, "people"), quantity(figure.after, "people"));
        Some(format!(" ({what}: {before} on average until then, {after} after)"))
    });
    format!(
        "Nobody is there at the start, which makes the first {advised} weeks look better than they will be{}: say who is there today, or set a warm-up of {advised} weeks",
        contrast.unwrap_or_default()
    )
}

/// Whether anybody is there at the start, waiting or under way.
fn starts_with_people(scenario: &Scenario) -> bool {
    scenario.design.steps.iter().filter_map(Step::start).any(|start| {
        let waiting = start.waiting.as_ref().map_or(0.0, StartingList::people);
        let under_way = start.in_treatment.as_ref().map_or(0.0, |people| people.number.likely);
        waiting + under_way > 0.0
    })
}

/// The means over five weeks of a measure in each future `[batches x futures]`. Week 0 is the state at the start, before
/// anything has happened.
fn batches(outcomes: &Outcomes, measure: WeeklyMeasure) -> Option<Vec<Vec<f64>>> {
    let weeks: Vec<Vec<f64>> = (1..=outcomes.catalogue.weeks)
        .map(|week| outcomes.weekly(measure, &Scope::Service, week))
        .collect::<Option<_>>()?;
    let futures = 0..outcomes.replications.len();
    let mean_of = |weeks: &[Vec<f64>]| {
        let mean = |future: usize| weeks.iter().map(|week| week[future]).sum::<f64>() / weeks.len() as f64;
        futures.clone().map(mean).collect()
    };
    Some(weeks.chunks_exact(BATCH).map(mean_of).collect())
}

/// From when on a figure has settled, if it does.
fn settling(measure: WeeklyMeasure, batches: &[Vec<f64>]) -> Settling {
    let half = batches.len() / 2;
    let levels = means(&batches[half..]);
    let level = Mean::of(levels.iter().copied()).mean;
    // Each future is held against its own level, so that chance in either is part of the standard error.
    let away = |batch: &Vec<f64>| is_away(batch, &levels, level);
    let from = batches[..half].iter().rposition(away).map_or(0, |last| last + 1);
    let mean = |part: &[Vec<f64>]| Mean::of(means(part)).mean;
    Settling {
        measure,
        settled_from_week: (!drifts(batches, level)).then_some((from * BATCH) as u32),
        before: (from > 0).then(|| mean(&batches[..from])),
        after: mean(&batches[from..]),
    }
}

/// The mean over some batches in each future.
fn means(batches: &[Vec<f64>]) -> Vec<f64> {
    let futures = 0..batches.first().map_or(0, Vec::len);
    futures
        .map(|future| batches.iter().map(|batch| batch[future]).sum::<f64>() / batches.len() as f64)
        .collect()
}

/// Whether one mean is away from another, future by future, beyond chance and by more than anybody would not mind.
fn is_away(one: &[f64], other: &[f64], level: f64) -> bool {
    let difference = Mean::of(one.iter().zip(other).map(|(one, other)| one - other));
    let chance = BY_CHANCE * difference.sd / (difference.count as f64).sqrt();
    difference.mean.abs() > chance.max(NEAR * level)
}

/// Whether the last quarter is away from the quarter before.
fn drifts(batches: &[Vec<f64>], level: f64) -> bool {
    let (end, quarter) = (batches.len(), batches.len() / 4);
    is_away(&means(&batches[end - quarter..]), &means(&batches[end - 2 * quarter..end - quarter]), level)
}

#[cfg(test)]
mod tests;
