//! Moves turned into single changed figures, as an option of the document holds them.

use std::collections::BTreeMap;

use pathloom_service::check::figure_rule;
use pathloom_service::{Change, Confidence, Estimate, Evidence, EvidenceLabel, Figures, Scenario, Trail};
use serde::{Deserialize, Serialize};

use super::levers::{distribution_at, levers, tidy};
use super::referrals::{share_of_group, sources};
use super::ways_on::{WaysOn, sets};
use crate::words::typed;

/// A lever moved to a value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Move {
    /// Id of the lever.
    pub lever: String,
    /// Where it is moved to, in its unit.
    pub value: f64,
}

/// Why figures could not be moved.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum MoveError {
    /// The option has no such lever (any more).
    #[error("this option has nothing to move at {lever}")]
    NoSuchLever {
        /// Its id.
        lever: String,
    },
    /// A value that the figure cannot have.
    #[error("{name} can be from {low} to {high}")]
    OutOfRange {
        /// The lever, in words.
        name: String,
        /// Lowest value.
        low: f64,
        /// Highest value.
        high: f64,
    },
    /// Two shares that add to 100% with the same others.
    #[error("{name} follows another share that has been moved: together they add to 100%")]
    Follows {
        /// The lever, in words.
        name: String,
    },
}

/// The figures that change when an option's levers are moved, in the order of the moves; nothing where a lever stays
/// where it is.
///
/// A figure's range and the spread of a distribution are moved in proportion. When a share is moved, the other ways on
/// from the same step keep their proportions and share what is left.
///
/// # Errors
/// [`MoveError`].
pub fn changes(scenario: &Scenario, moves: &[Move]) -> Result<Vec<Change>, MoveError> {
    let levers = levers(scenario);
    let mut found = Vec::new();
    let mut moved_sets = Vec::new();
    let mut factors = BTreeMap::new();
    for Move { lever: id, value } in moves {
        let lever = levers
            .iter()
            .find(|lever| lever.id == *id)
            .ok_or_else(|| MoveError::NoSuchLever { lever: id.clone() })?;
        let (low, high) = (lever.low, lever.high);
        if !(low..=high).contains(value) {
            return Err(MoveError::OutOfRange { name: lever.name.clone(), low, high });
        }
        if *value == lever.base {
            continue;
        }
        if !lever.set.is_empty() {
            if moved_sets.contains(&&lever.set) {
                return Err(MoveError::Follows { name: lever.name.clone() });
            }
            moved_sets.push(&lever.set);
            let sets = sets(scenario);
            let set = sets.iter().find(|set| set.name == lever.set);
            found.extend(set.map(|set| shares(set, id, *value)).unwrap_or_default());
        } else if lever.people_per_week.is_some() {
            factors.insert(id.as_str(), value / 100.0);
        } else {
            found.extend(figures(scenario, id, lever.base, *value));
        }
    }
    found.extend(referrals(scenario, &factors));
    Ok(found)
}

/// The parameters of a distribution that are lengths of what it describes: they move together, its shape and its limits
/// stay.
const LENGTHS: [&str; 6] = ["value", "mean", "sd", "low", "likely", "high"];

/// One figure, or every length of a distribution, moved in proportion.
fn figures(scenario: &Scenario, place: &str, base: f64, value: f64) -> Vec<Change> {
    let is_distribution = distribution_at(scenario, place).is_some();
    let mut found = Vec::new();
    scenario.clone().walk(&mut Trail::default(), &mut |trail, figure| {
        let path = trail.path();
        let below = path.strip_prefix(place).and_then(|rest| rest.strip_prefix('/'));
        let is_length = trail.segments().last().is_some_and(|last| LENGTHS.contains(&last.as_str()));
        if path == place {
            found.push(Change { figure: path, to: moved(figure, base, value, place) });
        } else if is_distribution && below.is_some() && is_length {
            let to = figure.likely * value / base;
            found.push(Change { to: moved(figure, figure.likely, to, place), figure: path });
        }
    });
    found
}

/// A figure moved from one value to another, its range in proportion and within the limits of its field.
fn moved(figure: &Estimate, base: f64, value: f64, place: &str) -> Estimate {
    let (low, high) = figure_rule(place).map_or((f64::MIN, f64::MAX), |rule| (rule.low, rule.high));
    let shifted = |end: f64| {
        let to = if base == 0.0 { end + value } else { end * value / base };
        tidy(to.clamp(low, high))
    };
    Estimate {
        likely: tidy(value),
        range: figure.range.map(|(least, most)| (shifted(least), shifted(most))),
        evidence: Some(chosen(&typed(figure.likely))),
    }
}

/// Where a moved figure comes from: nowhere but the person who moved it.
fn chosen(before: &str) -> Evidence {
    Evidence {
        label: EvidenceLabel::Assumed,
        source: "Tried out on the results".to_owned(),
        date: None,
        owner: None,
        confidence: Some(Confidence::Low),
        reason: Some(format!("Moved from {before} to see what it does")),
    }
}

/// One share moved, the others of its set sharing what is left.
fn shares(set: &WaysOn<'_>, place: &str, value: f64) -> Vec<Change> {
    let is_moved = |link: &pathloom_service::Link| set.place(link) == place;
    let others: f64 = set.links.iter().filter(|(link, _)| !is_moved(link)).map(|(_, one)| one.likely).sum();
    let count = (set.links.len() - 1) as f64;
    let left = 100.0 - value;
    // Shares are written to two decimals; the last of the others takes what rounding leaves, so that the sum is exact.
    let mut unspent = left;
    let last = set.links.iter().rposition(|(link, _)| !is_moved(link));
    let mut found = Vec::new();
    for (at, (link, share)) in set.links.iter().enumerate() {
        let to = if is_moved(link) {
            value
        } else if Some(at) == last {
            tidy(unspent)
        } else {
            let part = if others > 0.0 { share.likely / others } else { 1.0 / count };
            (left * part * 100.0).round() / 100.0
        };
        if !is_moved(link) {
            unspent -= to;
        }
        let place = set.place(link);
        found.push(Change { to: moved(share, share.likely, to.max(0.0), &place), figure: place });
    }
    found
}

/// Rates and case mixes of every source, when all referrals or those of some groups are multiplied.
fn referrals(scenario: &Scenario, factors: &BTreeMap<&str, f64>) -> Vec<Change> {
    if factors.is_empty() {
        return Vec::new();
    }
    let overall = factors.get("referrals").copied().unwrap_or(1.0);
    let of_group = |group: &str| factors.get(format!("referrals/{group}").as_str()).copied().unwrap_or(1.0);
    let mut found = Vec::new();
    for (id, source) in sources(scenario) {
        let weight = |group: &str| share_of_group(scenario, source, group) * of_group(group);
        let mixed: f64 = scenario.groups.iter().map(|group| weight(&group.id)).sum();
        let total = if scenario.groups.is_empty() { 1.0 } else { mixed };
        let rate = source.per_week.likely * overall * total;
        let place = format!("design/steps/{id}/work/perWeek");
        if rate != source.per_week.likely {
            found.push(Change {
                to: moved(&source.per_week, source.per_week.likely, rate, &place),
                figure: place,
            });
        }
        if total > 0.0 && source.case_mix.keys().any(|group| of_group(group) != 1.0) {
            found.extend(source.case_mix.iter().map(|(group, share)| {
                let place = format!("design/steps/{id}/work/caseMix/{group}");
                let to = 100.0 * weight(group) / total;
                Change { to: moved(share, share.likely, to, &place), figure: place }
            }));
        }
    }
    found
}

#[cfg(test)]
mod tests;
