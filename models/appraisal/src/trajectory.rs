//! Is the service on its trajectory? Actual figures held against the forecast they were meant to follow.
//!
//! Each actual figure gets its place among the simulated futures at its date. That alone says little of a whole year: list
//! sizes of neighbouring weeks are nearly the same, so one run outside the band is often many points outside it, and
//! counting points as if they were independent would cry wolf. The judgement is therefore about the whole line at once:
//! how far the actual line strays from the middle of the futures, in standard deviations, where it strays furthest; and
//! how many of the futures stray as far. Under the forecast every one of them, the actual line included, is equally likely
//! to be the furthest, whatever the dependence between dates, so the share is an exact probability.
//!
//! # Source
//! The largest standardised deviation of a curve and its rank among simulated curves: M. Myllymäki, T. Mrkvička, P. Grabarnik,
//! H. Seijo and U. Hahn, "Global envelope tests for spatial processes", Journal of the Royal Statistical Society B 79 (2017).
//! Monte Carlo tests: J. Besag and P. Clifford, "Generalized Monte Carlo significance tests", Biometrika 76 (1989).

mod judged;
mod wording;

use jiff::civil::Date;
use pathloom_service::{ActualMeasure, ActualScope, Actuals};
use pathloom_simulation::outcomes::{WeeklyRows, percentile};
use pathloom_simulation::{Outcomes, Scope, WeeklyMeasure};
use serde::Serialize;

pub(crate) use judged::Judged;

/// Actual figures over a forecast.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Trajectory {
    /// Id of the actual figures.
    pub id: String,
    /// Their label.
    pub name: String,
    /// What is measured.
    pub measure: WeeklyMeasure,
    /// Of whom.
    pub scope: Scope,
    /// What is measured, in words: "waiting list".
    pub words: String,
    /// Its unit.
    pub unit: String,
    /// One for each actual figure within the forecast, by date.
    pub points: Vec<Point>,
    /// Actual figures up to the start or after the end of the forecast.
    pub outside_forecast: u32,
    /// What can be said of the whole line.
    pub verdict: OnCourse,
    /// Share of futures, the actual line counted as one, that stray at least as far `[1]`.
    pub stray_as_far: f64,
    /// Futures it was held against.
    pub futures: u32,
    /// The same in sentences.
    pub sentences: Vec<String>,
}

/// One actual figure with the forecast for its date.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "TrajectoryPoint", rename_all = "camelCase")]
pub struct Point {
    /// The day it was counted.
    pub date: Date,
    /// Weeks since the start of the forecast.
    pub week: f64,
    /// The actual figure.
    pub actual: f64,
    /// Share of futures that are lower, ties counted half `[%]`.
    pub percentile: f64,
    /// 5th percentile of the forecast.
    pub p5: f64,
    /// Median of the forecast.
    pub median: f64,
    /// 95th percentile of the forecast.
    pub p95: f64,
    /// Lower edge of the band that nine in ten futures keep to from the first date to the last.
    pub whole_low: f64,
    /// Upper edge of that band.
    pub whole_high: f64,
}

/// What can be said of the whole line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum OnCourse {
    /// Futures stray as far often enough.
    OnTrajectory,
    /// It is where the forecast does not go: above.
    Above,
    /// It is where the forecast does not go: below.
    Below,
    /// Fewer than two figures, or too few futures to judge.
    TooEarly,
}

/// Why actual figures could not be held against a forecast.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TrajectoryError {
    /// The run has no such column.
    #[error(
        "the forecast does not hold the figures that \"{name}\" counts: is the tier or client group still there?"
    )]
    NotMeasured {
        /// Label of the actual figures.
        name: String,
    },
    /// None of the dates lies in the forecast.
    #[error("no date of \"{name}\" lies in the forecast, which runs from {from} for {weeks} weeks")]
    NothingInForecast {
        /// Label of the actual figures.
        name: String,
        /// First day of the forecast.
        from: Date,
        /// How long it is `[weeks]`.
        weeks: usize,
    },
}

/// The weekly measure that actual figures are of.
pub fn measure_of(measure: ActualMeasure) -> WeeklyMeasure {
    match measure {
        ActualMeasure::WaitingList => WeeklyMeasure::WaitingList,
        ActualMeasure::LongestWait => WeeklyMeasure::LongestWait,
        ActualMeasure::OpenReferrals => WeeklyMeasure::OpenReferrals,
    }
}

/// Whom actual figures are of.
pub fn scope_of(scope: &ActualScope) -> Scope {
    match scope {
        ActualScope::Service => Scope::Service,
        ActualScope::Tier(of) => Scope::Tier(of.id.clone()),
        ActualScope::Group(of) => Scope::Group(of.id.clone()),
    }
}

pub(crate) fn measure_words(measure: ActualMeasure) -> (&'static str, &'static str) {
    match measure {
        ActualMeasure::WaitingList => ("waiting list", "people"),
        ActualMeasure::LongestWait => ("longest wait", "weeks"),
        ActualMeasure::OpenReferrals => ("number of open referrals", "people"),
    }
}

/// Holds actual figures against a forecast.
///
/// # Parameters
/// - `outcomes` of a run of the option that was put into practice
/// - `start` day 0 of the forecast
///
/// # Errors
/// [`TrajectoryError`].
///
/// # Guarantees
/// A forecast that is right is called wrong one time in twenty at most, however many dates there are and however they hang
/// together. Looking again every month is looking more often: it is the chance of each look.
pub fn trajectory(
    outcomes: &Outcomes,
    start: Date,
    actuals: &Actuals,
) -> Result<Trajectory, TrajectoryError> {
    let name = || actuals.name.clone();
    let weeks = outcomes.catalogue.weeks;
    let week_of = |date: Date| f64::from((date - start).get_days()) / 7.0;
    let mut seen: Vec<(Date, f64, f64)> = actuals
        .figures
        .iter()
        .map(|figure| (figure.date, week_of(figure.date), figure.value))
        // At the start every future has the starting list, so there is nothing to stray from.
        .filter(|(_, week, _)| *week > 0.0 && *week <= weeks as f64)
        .collect();
    seen.sort_by_key(|(date, ..)| *date);
    if seen.is_empty() {
        return Err(TrajectoryError::NothingInForecast { name: name(), from: start, weeks });
    }
    let (measure, scope) = (measure_of(actuals.measure), scope_of(&actuals.scope));
    let at: Vec<f64> = seen.iter().map(|(_, week, _)| *week).collect();
    let futures =
        paths(outcomes, measure, &scope, &at).ok_or_else(|| TrajectoryError::NotMeasured { name: name() })?;
    let actual: Vec<f64> = seen.iter().map(|(.., value)| *value).collect();
    let judged = Judged::of(&actual, &futures);
    let point = |(at, (date, week, actual)): (usize, &(Date, f64, f64))| {
        let mut values: Vec<f64> = futures.iter().map(|path| path[at]).collect();
        values.sort_unstable_by(f64::total_cmp);
        let (whole_low, whole_high) = judged.whole_band(at);
        Point {
            date: *date,
            week: *week,
            actual: *actual,
            percentile: 100.0 * rank(&values, *actual),
            p5: percentile(&values, 0.05),
            median: percentile(&values, 0.5),
            p95: percentile(&values, 0.95),
            whole_low,
            whole_high,
        }
    };
    let points: Vec<Point> = seen.iter().enumerate().map(point).collect();
    let (words, unit) = measure_words(actuals.measure);
    let mut found = Trajectory {
        id: actuals.id.clone(),
        name: name(),
        measure,
        scope,
        words: words.to_owned(),
        unit: unit.to_owned(),
        outside_forecast: (actuals.figures.len() - points.len()) as u32,
        verdict: judged.verdict(),
        stray_as_far: judged.stray_as_far,
        futures: futures.len() as u32,
        points,
        sentences: Vec::new(),
    };
    found.sentences = wording::sentences(&found);
    Ok(found)
}

/// A measure at some weeks in every future `[futures x weeks]`, between weeks on the straight line.
pub(crate) fn paths(
    outcomes: &Outcomes,
    measure: WeeklyMeasure,
    scope: &Scope,
    weeks: &[f64],
) -> Option<Vec<Vec<f64>>> {
    let column = outcomes.catalogue.weekly.iter().position(|(one, of)| *one == measure && of == scope)?;
    let last = outcomes.catalogue.weeks;
    let path = |rows: &WeeklyRows| -> Vec<f64> {
        let value = |week: usize| f64::from(rows.value(week.min(last), column));
        weeks
            .iter()
            .map(|week| {
                let before = week.floor();
                let (low, high) = (value(before as usize), value(before as usize + 1));
                low + (week - before) * (high - low)
            })
            .collect()
    };
    Some(outcomes.replications.iter().map(|one| path(&one.weekly)).collect())
}

/// Share of sorted values below a value, ties counted half `[1]`.
fn rank(sorted: &[f64], value: f64) -> f64 {
    let below = sorted.partition_point(|one| *one < value);
    let not_above = sorted.partition_point(|one| *one <= value);
    (below + not_above) as f64 / 2.0 / sorted.len().max(1) as f64
}

#[cfg(test)]
mod tests;
