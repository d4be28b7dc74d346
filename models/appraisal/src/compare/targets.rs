//! How likely targets are met, week by week.

use pathloom_service::{Scenario, Target};
use pathloom_simulation::Outcomes;
use serde::Serialize;

use crate::figure::{Better, Figure};
use crate::statistics::Share;

/// Probability that a target is met, week by week.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct TargetByWeek {
    /// Id of the target.
    pub id: String,
    /// Label of the target.
    pub name: String,
    /// The week by which it should be met.
    pub by_week: u32,
    /// Probability wanted `[1]`.
    pub wanted: f64,
    /// Share of futures in which it is met at the end of each week, from week 0 on.
    pub met: Vec<Share>,
}

/// Every target of a scenario that a run can answer.
pub(super) fn by_week(scenario: &Scenario, outcomes: &Outcomes) -> Vec<TargetByWeek> {
    let answer = |target: &Target| {
        let weeks = 0..=outcomes.catalogue.weeks as u32;
        let met = weeks.map(|week| met_at(target, outcomes, week)).collect::<Option<Vec<_>>>()?;
        Some(TargetByWeek {
            id: target.id.clone(),
            name: target.name.clone(),
            by_week: target.by_week,
            wanted: target.probability_percent.likely / 100.0,
            met,
        })
    };
    scenario.targets.iter().filter_map(answer).collect()
}

fn met_at(target: &Target, outcomes: &Outcomes, week: u32) -> Option<Share> {
    let figure = Figure::of_target(target, week)?;
    let line = target.threshold.likely;
    let values = figure.values(outcomes)?;
    let met = |value: &&f64| match figure.better() {
        Better::Higher => **value >= line,
        Better::Lower | Better::Neither => **value <= line,
    };
    Some(Share::of(values.iter().filter(met).count() as f64, values.len() as u32))
}
