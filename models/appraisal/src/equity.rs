//! Fairness between groups that the user made: by deprivation, area, language, or anything else people are labelled by.
//!
//! Client groups carry labels (`{"deprivation": "most deprived fifth"}`). Groups with the same value of a label are one
//! equity group here; without a label each client group is its own. What is looked at is the wait of those seen, who is
//! still waiting, and how many were removed. The measure of fairness is the difference between the group that waits longest on
//! average and the one that waits least, future by future, with its 95% interval: an interval that holds 0 means that
//! the two cannot be told apart. The two groups are chosen by their means over all futures, so with many groups of equal
//! true waits the interval is a little too sure of itself; it is a 95% interval of the two groups named, not of the
//! largest gap. Every other group is held against the one that waits least in the same way.
//!
//! What is needed of a run for that is little ([`GroupFigures`]), so that it can be kept with the run and looked at by any
//! label without simulating again.
//!
//! # Source
//! Paired differences on common futures as in [`crate::compare`]. Difference and ratio between two groups are the simple
//! (pairwise) measures of inequality of the World Health Organization's *Handbook on health inequality monitoring* (2013).

mod figures;

use std::collections::BTreeSet;

use pathloom_service::{ClientGroup, Scenario};
use pathloom_simulation::{Band, Outcomes};
use serde::Serialize;

use crate::compare::PairedDifference;
use crate::words::quantity;
pub use figures::GroupFigures;

/// How fair an option is between equity groups.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Fairness {
    /// The label looked at; none: client groups as they are.
    pub label: Option<String>,
    /// Week at whose end people still waiting are counted.
    pub week: u32,
    /// The groups, in the order of the document.
    pub groups: Vec<EquityGroup>,
    /// The extreme groups against each other; none with fewer than two groups of whom anybody was seen.
    pub gap: Option<Gap>,
    /// What it comes to, in a sentence.
    pub words: String,
}

/// People who share a value of the label.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct EquityGroup {
    /// The value, or the label of the client group.
    pub name: String,
    /// Ids of the client groups in it.
    pub client_groups: Vec<String>,
    /// Mean wait of those seen `[weeks]`.
    pub mean_wait_weeks: Band,
    /// Longest wait of those still waiting at the week `[weeks]`.
    pub longest_wait_weeks: Band,
    /// People still waiting at the week.
    pub waiting: Band,
    /// People removed for each 100 referred, over the whole run: everybody who reached an outcome that counts as removed,
    /// seen before or not. Above 100 where many were removed who had been referred before.
    pub removed_percent: Band,
    /// How much longer they wait on average than the group that waits least, in the same futures; none for that group,
    /// and where nobody was seen.
    pub against_shortest: Option<PairedDifference>,
}

/// The extreme groups against each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Gap {
    /// The group that waits longest on average.
    pub longest: String,
    /// The group that waits least.
    pub shortest: String,
    /// Difference of their mean waits in the same futures `[weeks]`.
    pub difference_weeks: Band,
    /// One mean wait divided by the other in the same futures `[1]`.
    pub ratio: Band,
    /// Whether the 95% interval of the difference leaves out 0.
    pub is_told_apart: bool,
}

/// Why fairness cannot be looked at.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FairnessError {
    /// There is nobody to compare with.
    #[error("everybody is in one client group: add groups, and give them labels to look at fairness by")]
    OneGroup,
    /// No group has the label.
    #[error("no client group is labelled by \"{asked}\" (labels: {})", known.join(", "))]
    NoSuchLabel {
        /// What was asked for.
        asked: String,
        /// Labels there are.
        known: Vec<String>,
    },
    /// The run was cut down to a few figures.
    #[error(
        "the run was cut down to a few figures of the whole service: its client groups cannot be told apart"
    )]
    NotWhole,
    /// The run does not reach the week.
    #[error("week {week} is past the end: the option is simulated for {weeks} weeks")]
    PastTheEnd {
        /// The week asked for.
        week: u32,
        /// Weeks of the run.
        weeks: usize,
    },
}

/// The labels by which the client groups of an option can be looked at, in order.
pub fn labels(scenario: &Scenario) -> Vec<String> {
    let all = scenario.groups.iter().flat_map(|group| group.labels.keys().map(move |label| (group, label)));
    let distinct: BTreeSet<&String> =
        all.filter(|(group, label)| value(group, label).is_some()).map(|(_, label)| label).collect();
    distinct.into_iter().cloned().collect()
}

/// What a group's label says; a label that says nothing is none.
fn value<'a>(group: &'a ClientGroup, label: &str) -> Option<&'a str> {
    group.labels.get(label).map(|value| value.trim()).filter(|value| !value.is_empty())
}

/// How fair an option is by a label of its client groups, or between the client groups themselves.
///
/// Groups without the label stand together under "not labelled".
///
/// # Errors
/// [`FairnessError`].
pub fn fairness(
    scenario: &Scenario,
    outcomes: &Outcomes,
    label: Option<&str>,
    week: u32,
) -> Result<Fairness, FairnessError> {
    fairness_of(scenario, &GroupFigures::of(scenario, outcomes, week)?, label)
}

/// The same from what was kept of a run, at the week it was kept for.
///
/// # Errors
/// [`FairnessError`].
pub fn fairness_of(
    scenario: &Scenario,
    figures: &GroupFigures,
    label: Option<&str>,
) -> Result<Fairness, FairnessError> {
    if scenario.groups.len() < 2 {
        return Err(FairnessError::OneGroup);
    }
    let members = members(scenario, label)?;
    let waits: Vec<Vec<f64>> = members.iter().map(|(_, ids)| figures.mean_waits(ids)).collect();
    let mut groups: Vec<EquityGroup> = members
        .into_iter()
        .zip(&waits)
        .map(|((name, ids), waits)| EquityGroup {
            name,
            mean_wait_weeks: Band::of(waits.clone()),
            longest_wait_weeks: Band::of(figures.longest_waits(&ids)),
            waiting: Band::of(figures.waiting(&ids)),
            removed_percent: Band::of(figures.removed_percent(&ids)),
            against_shortest: None,
            client_groups: ids,
        })
        .collect();
    let extremes = extremes(&groups);
    if let Some((_, shortest)) = extremes {
        hold_against(&mut groups, &waits, shortest);
    }
    let gap = extremes.map(|(longest, shortest)| gap(&groups, &waits, longest, shortest));
    let words = sentence(gap.as_ref());
    Ok(Fairness { label: label.map(str::to_owned), week: figures.week(), groups, gap, words })
}

/// The names of the equity groups with their client groups, in the order of the document.
fn members(scenario: &Scenario, label: Option<&str>) -> Result<Vec<(String, Vec<String>)>, FairnessError> {
    let Some(label) = label else {
        return Ok(scenario
            .groups
            .iter()
            .map(|group| (group.name.clone(), vec![group.id.clone()]))
            .collect());
    };
    if !scenario.groups.iter().any(|group| value(group, label).is_some()) {
        return Err(FairnessError::NoSuchLabel { asked: label.to_owned(), known: labels(scenario) });
    }
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for group in &scenario.groups {
        let name = value(group, label).unwrap_or("not labelled");
        match found.iter_mut().find(|(known, _)| known == name) {
            Some((_, ids)) => ids.push(group.id.clone()),
            None => found.push((name.to_owned(), vec![group.id.clone()])),
        }
    }
    Ok(found)
}

/// Positions of the group that waits longest on average and of the one that waits least; none with fewer than two of
/// whom anybody was seen.
fn extremes(groups: &[EquityGroup]) -> Option<(usize, usize)> {
    let mean = |at: &usize| groups[*at].mean_wait_weeks.mean;
    let seen = || (0..groups.len()).filter(|at| mean(at).is_finite());
    let longest = seen().max_by(|one, other| mean(one).total_cmp(&mean(other)))?;
    let shortest = seen().min_by(|one, other| mean(one).total_cmp(&mean(other)))?;
    (longest != shortest).then_some((longest, shortest))
}

/// Holds every group against the one that waits least.
fn hold_against(groups: &mut [EquityGroup], waits: &[Vec<f64>], shortest: usize) {
    let name = groups[shortest].name.clone();
    for (at, group) in groups.iter_mut().enumerate() {
        if at != shortest && group.mean_wait_weeks.measured > 0 {
            let words = format!("mean wait of \"{}\"", group.name);
            group.against_shortest =
                Some(PairedDifference::between(&words, "weeks", &waits[at], &waits[shortest], &name));
        }
    }
}

fn gap(groups: &[EquityGroup], waits: &[Vec<f64>], longest: usize, shortest: usize) -> Gap {
    let pairs = || waits[longest].iter().zip(&waits[shortest]);
    let difference_weeks = Band::of(pairs().map(|(long, short)| long - short).collect());
    let ratio = Band::of(pairs().map(|(long, short)| finite(long / short)).collect());
    let half_width = difference_weeks.mean_interval_half_width;
    Gap {
        longest: groups[longest].name.clone(),
        shortest: groups[shortest].name.clone(),
        difference_weeks,
        ratio,
        is_told_apart: difference_weeks.mean - half_width > 0.0,
    }
}

/// A wait of nothing has no ratio.
fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { f64::NAN }
}

/// Above it "times as long" is left unsaid; chosen: of a wait that is nearly nothing anything is many times as long.
const MOST_TIMES: f64 = 10.0;

fn sentence(gap: Option<&Gap>) -> String {
    let Some(gap) = gap else {
        return "Fewer than two groups had anybody seen: there is nothing to compare.".to_owned();
    };
    let Gap { longest, shortest, difference_weeks: band, ratio, is_told_apart } = gap;
    if !is_told_apart {
        return format!("The waits of \"{longest}\" and \"{shortest}\" cannot be told apart.");
    }
    let half_width = band.mean_interval_half_width;
    let times = if ratio.mean < MOST_TIMES {
        format!(", {} times as long", crate::words::number(ratio.mean))
    } else {
        String::new()
    };
    format!(
        "On average people of \"{longest}\" wait {} longer than people of \"{shortest}\" (95% interval {} to {}){times}.",
        quantity(band.mean, "weeks"),
        crate::words::number(band.mean - half_width),
        quantity(band.mean + half_width, "weeks"),
    )
}

#[cfg(test)]
mod tests;
