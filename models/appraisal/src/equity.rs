//! Fairness between groups that the user made: by deprivation, area, language, or anything else people are labelled by.
//!
//! Client groups carry labels (`{"deprivation": "most deprived fifth"}`). Groups with the same value of a label are one
//! equity group here; without a label each client group is its own. What is looked at is the wait of those seen, who is
//! still waiting, and how many were removed. The measure of fairness is the difference between the group that waits longest on
//! average and the one that waits least, future by future, with its 95% interval: an interval that holds 0 means that
//! the two cannot be told apart. The two groups are chosen by their means over all futures, so with many groups of equal
//! true waits the interval is a little too sure of itself; it is a 95% interval of the two groups named, not of the
//! largest gap.
//!
//! # Source
//! Paired differences on common futures as in [`crate::compare`]. Difference and ratio between two groups are the simple
//! (pairwise) measures of inequality of the World Health Organization's *Handbook on health inequality monitoring* (2013).

use std::collections::BTreeSet;

use pathloom_service::Scenario;
use pathloom_simulation::{Band, HorizonMeasure, Outcomes, Scope, WeeklyMeasure};
use serde::Serialize;

use crate::words::quantity;

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
    let all = scenario.groups.iter().flat_map(|group| group.labels.keys());
    let distinct: BTreeSet<&String> = all.collect();
    distinct.into_iter().cloned().collect()
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
    if scenario.groups.len() < 2 {
        return Err(FairnessError::OneGroup);
    }
    let weeks = outcomes.catalogue.weeks;
    if week as usize > weeks {
        return Err(FairnessError::PastTheEnd { week, weeks });
    }
    let members = members(scenario, label)?;
    let waits: Vec<Vec<f64>> = members.iter().map(|(_, ids)| mean_waits(outcomes, ids)).collect();
    let groups: Vec<EquityGroup> = members
        .iter()
        .zip(&waits)
        .map(|((name, ids), waits)| EquityGroup {
            name: name.clone(),
            client_groups: ids.clone(),
            mean_wait_weeks: Band::of(waits.clone()),
            longest_wait_weeks: Band::of(longest(outcomes, ids, week)),
            waiting: Band::of(weekly_sum(outcomes, ids, WeeklyMeasure::WaitingList, week)),
            removed_percent: Band::of(removed(outcomes, ids)),
        })
        .collect();
    let gap = gap(&groups, &waits);
    let words = sentence(gap.as_ref());
    Ok(Fairness { label: label.map(str::to_owned), week, groups, gap, words })
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
    if !scenario.groups.iter().any(|group| group.labels.contains_key(label)) {
        return Err(FairnessError::NoSuchLabel { asked: label.to_owned(), known: labels(scenario) });
    }
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for group in &scenario.groups {
        let name = group.labels.get(label).map_or("not labelled", String::as_str);
        match found.iter_mut().find(|(known, _)| known == name) {
            Some((_, ids)) => ids.push(group.id.clone()),
            None => found.push((name.to_owned(), vec![group.id.clone()])),
        }
    }
    Ok(found)
}

/// Mean wait of all those seen of several client groups, in every future; NaN where nobody was.
fn mean_waits(outcomes: &Outcomes, ids: &[String]) -> Vec<f64> {
    let mut waits = vec![(0.0, 0.0); outcomes.replications.len()];
    for id in ids {
        let scope = Scope::Group(id.clone());
        let of = |measure| outcomes.horizon(measure, &scope).unwrap_or_default();
        for ((total, people), (mean, seen)) in
            waits.iter_mut().zip(of(HorizonMeasure::WaitMean).into_iter().zip(of(HorizonMeasure::Seen)))
        {
            if seen > 0.0 && mean.is_finite() {
                *total += mean * seen;
                *people += seen;
            }
        }
    }
    waits.into_iter().map(|(total, people)| total / people).collect()
}

/// People removed for each 100 referred, in every future; NaN where nobody was referred.
fn removed(outcomes: &Outcomes, ids: &[String]) -> Vec<f64> {
    let sum = |measure| {
        let mut sum = vec![0.0; outcomes.replications.len()];
        for id in ids {
            let values = outcomes.horizon(measure, &Scope::Group(id.clone())).unwrap_or_default();
            sum.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
        }
        sum
    };
    let (removed, referred) = (sum(HorizonMeasure::Removed), sum(HorizonMeasure::Referrals));
    removed.iter().zip(&referred).map(|(removed, referred)| 100.0 * removed / referred).collect()
}

fn weekly_sum(outcomes: &Outcomes, ids: &[String], measure: WeeklyMeasure, week: u32) -> Vec<f64> {
    let mut sum = vec![0.0; outcomes.replications.len()];
    for id in ids {
        let values = outcomes.weekly(measure, &Scope::Group(id.clone()), week as usize).unwrap_or_default();
        sum.iter_mut().zip(values).for_each(|(sum, value)| *sum += value);
    }
    sum
}

fn longest(outcomes: &Outcomes, ids: &[String], week: u32) -> Vec<f64> {
    let mut longest = vec![0.0_f64; outcomes.replications.len()];
    for id in ids {
        let scope = Scope::Group(id.clone());
        let values = outcomes.weekly(WeeklyMeasure::LongestWait, &scope, week as usize).unwrap_or_default();
        longest.iter_mut().zip(values).for_each(|(longest, value)| *longest = longest.max(value));
    }
    longest
}

fn gap(groups: &[EquityGroup], waits: &[Vec<f64>]) -> Option<Gap> {
    let mean = |at: &usize| groups[*at].mean_wait_weeks.mean;
    let seen: Vec<usize> = (0..groups.len()).filter(|at| mean(at).is_finite()).collect();
    let longest = seen.iter().copied().max_by(|one, other| mean(one).total_cmp(&mean(other)))?;
    let shortest = seen.iter().copied().min_by(|one, other| mean(one).total_cmp(&mean(other)))?;
    if longest == shortest {
        return None;
    }
    let pairs = || waits[longest].iter().zip(&waits[shortest]);
    let difference_weeks = Band::of(pairs().map(|(long, short)| long - short).collect());
    let ratio = Band::of(pairs().map(|(long, short)| finite(long / short)).collect());
    let half_width = difference_weeks.mean_interval_half_width;
    Some(Gap {
        longest: groups[longest].name.clone(),
        shortest: groups[shortest].name.clone(),
        difference_weeks,
        ratio,
        is_told_apart: difference_weeks.mean - half_width > 0.0,
    })
}

/// A wait of nothing has no ratio.
fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { f64::NAN }
}

fn sentence(gap: Option<&Gap>) -> String {
    let Some(gap) = gap else {
        return "Fewer than two groups had anybody seen: there is nothing to compare.".to_owned();
    };
    let Gap { longest, shortest, difference_weeks: band, ratio, is_told_apart } = gap;
    if !is_told_apart {
        return format!("The waits of \"{longest}\" and \"{shortest}\" cannot be told apart.");
    }
    let half_width = band.mean_interval_half_width;
    let times = if ratio.mean.is_finite() {
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
