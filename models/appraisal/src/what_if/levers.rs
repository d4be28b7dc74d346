//! What of an option may be moved, with its words, its limits and the stretch that a slider goes over.

use std::collections::BTreeSet;

use pathloom_service::check::{FigureRule, figure_rule};
use pathloom_service::{Distribution, Figures, Scenario, Trail, Work};
use serde::{Deserialize, Serialize};

use super::referrals::referrals;
use super::ways_on::ways_on;
use crate::compare::owner;

/// Something of an option that may be moved.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Lever {
    /// Its id: the place of its figure or distribution in the scenario; `referrals` for all referrals, and
    /// `referrals/routine` for those of a client group.
    pub id: String,
    /// What it moves.
    pub kind: LeverKind,
    /// In words: "Occupational therapist, band 6", "Assessment: travel".
    pub name: String,
    /// Unit of its values.
    pub unit: String,
    /// Where it stands in the option as it is. Of a distribution, the mean before any limit; of referrals, 100.
    pub base: f64,
    /// Lowest value that may be typed.
    pub low: f64,
    /// Highest value that may be typed.
    pub high: f64,
    /// Where the slider begins.
    pub from: f64,
    /// Where the slider ends.
    pub to: f64,
    /// From one value of the slider to the next.
    pub step: f64,
    /// Shares that add to 100% are one set, and share a name here: moving one moves the others. Empty: it stands alone.
    pub set: String,
    /// What 100% of referrals is [people a week at the start]; none for other levers.
    pub people_per_week: Option<f64>,
}

/// What a lever moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum LeverKind {
    /// Posts of a role `[WTE]`.
    Posts,
    /// Referrals, as a percentage of what they are.
    Referrals,
    /// A share of people, contacts or hours `[%]`.
    Share,
    /// How long something takes, or how often it comes round.
    Time,
    /// Places, seats, slots, caseloads.
    Capacity,
}

/// Fields that may be moved, by the last segments of their place.
const FIELDS: [(&[&str], LeverKind); 24] = [
    (&["wte"], LeverKind::Posts),
    (&["faceToFaceMinutes"], LeverKind::Time),
    (&["adminMinutes"], LeverKind::Time),
    (&["travelMinutes"], LeverKind::Time),
    (&["weeksBetween"], LeverKind::Time),
    (&["bookingNoticeDays"], LeverKind::Time),
    (&["sessionMinutes"], LeverKind::Time),
    (&["hoursPerSession"], LeverKind::Time),
    (&["everyWeeks"], LeverKind::Time),
    (&["stayDays"], LeverKind::Time),
    (&["days"], LeverKind::Time),
    (&["missed", "percent"], LeverKind::Share),
    (&["cancelledPercent"], LeverKind::Share),
    (&["urgentPercent"], LeverKind::Share),
    (&["longestWaitersPercent"], LeverKind::Share),
    (&["reachPercent"], LeverKind::Share),
    (&["preventsPercent"], LeverKind::Share),
    (&["returns", "percent"], LeverKind::Share),
    (&["clinicalPercent"], LeverKind::Share),
    (&["sicknessPercent"], LeverKind::Share),
    (&["vacantPercent"], LeverKind::Share),
    (&["places"], LeverKind::Capacity),
    (&["seats"], LeverKind::Capacity),
    (&["newPerWeek"], LeverKind::Capacity),
];

/// Everything that may be moved: posts first, then referrals, shares, times and places, each in the order of the
/// document.
///
/// A figure of 0 is left out unless it is a share of a way on: there is nothing there to move. So are dated changes,
/// starting lists, and referrals that replay a record.
pub fn levers(scenario: &Scenario) -> Vec<Lever> {
    let mut found = plain(scenario);
    found.extend(referrals(scenario));
    found.extend(ways_on(scenario));
    found.sort_by_key(|lever| lever.kind as u8);
    found
}

fn plain(scenario: &Scenario) -> Vec<Lever> {
    let mut found: Vec<Lever> = Vec::new();
    let mut seen = BTreeSet::new();
    // The walk hands out figures to change, so it needs a copy to itself.
    scenario.clone().walk(&mut Trail::default(), &mut |trail, figure| {
        let Some((place, kind)) = field_at(trail.segments()) else { return };
        if !seen.insert(place.clone()) {
            return;
        }
        let base = distribution_at(scenario, &place).map_or(Some(figure.likely), mean);
        let rule = figure_rule(&place);
        if let (Some(base), Some(rule)) = (base.filter(|base| *base > 0.0), rule) {
            found.push(lever(scenario, &place, kind, base, &rule));
        }
    });
    found
}

/// The place and kind of the lever that a figure belongs to: a distribution is one lever.
fn field_at(segments: &[String]) -> Option<(String, LeverKind)> {
    let moves = match segments.first().map(String::as_str)? {
        "mix" | "roles" => true,
        "design" => segments.get(1).is_some_and(|part| part == "steps"),
        _ => false,
    };
    if !moves || segments.iter().any(|part| part == "changes" || part == "start") {
        return None;
    }
    (1..=segments.len()).find_map(|end| {
        let ends_in =
            |tail: &[&str]| segments[..end].iter().rev().zip(tail.iter().rev()).all(|(a, b)| a == b);
        let (_, kind) = FIELDS.iter().find(|(tail, _)| tail.len() <= end && ends_in(tail))?;
        Some((segments[..end].join("/"), *kind))
    })
}

/// The distribution at a place, where the figures there are those of one.
pub(super) fn distribution_at<'s>(scenario: &'s Scenario, place: &str) -> Option<&'s Distribution> {
    let parts: Vec<&str> = place.split('/').collect();
    let ["design", "steps", id, "work", field] = parts[..] else { return None };
    let step = scenario.design.steps.iter().find(|step| step.id == id)?;
    match (&step.work, field) {
        (Work::Contacts(contacts), "faceToFaceMinutes") => Some(&contacts.face_to_face_minutes),
        (Work::Places(places), "stayDays") => Some(&places.stay_days),
        (Work::Delay(delay), "days") => Some(&delay.days),
        _ => None,
    }
}

/// The mean before any limit; none where the values were counted one by one and cannot be moved together.
fn mean(of: &Distribution) -> Option<f64> {
    Some(match of {
        Distribution::Fixed(fixed) => fixed.value.likely,
        Distribution::Exponential(one) => one.mean.likely,
        Distribution::Uniform(ends) => f64::midpoint(ends.low.likely, ends.high.likely),
        Distribution::Triangular(one) => (one.low.likely + one.likely.likely + one.high.likely) / 3.0,
        Distribution::Pert(one) => (one.low.likely + 4.0 * one.likely.likely + one.high.likely) / 6.0,
        Distribution::Normal(one) | Distribution::Lognormal(one) | Distribution::Gamma(one) => {
            one.mean.likely
        }
        Distribution::Weibull(one) => one.mean.likely,
        Distribution::Mixture(mixture) => {
            let parts = mixture.parts.iter().map(|part| Some(part.percent.likely / 100.0 * mean(&part.of)?));
            parts.sum::<Option<f64>>()?
        }
        Distribution::Counted(_) => return None,
    })
}

fn lever(scenario: &Scenario, place: &str, kind: LeverKind, base: f64, rule: &FigureRule) -> Lever {
    let least = least(scenario, place);
    let (from, to, step) = stretch(kind, base, rule, least);
    Lever {
        id: place.to_owned(),
        kind,
        name: name(scenario, place, kind, rule),
        unit: if kind == LeverKind::Posts { "WTE" } else { rule.unit }.to_owned(),
        base,
        low: rule.low,
        high: rule.high,
        from,
        to,
        step,
        set: String::new(),
        people_per_week: None,
    }
}

fn name(scenario: &Scenario, place: &str, kind: LeverKind, rule: &FigureRule) -> String {
    let parts: Vec<&str> = place.split('/').collect();
    let owner = owner(&parts, scenario).unwrap_or_default();
    if kind == LeverKind::Posts {
        return owner;
    }
    match staff_of_session(scenario, &parts) {
        Some(role) => format!("{owner}: {}, {role}", rule.words),
        None => format!("{owner}: {}", rule.words),
    }
}

/// The role whose hours of a session stand at a place.
fn staff_of_session(scenario: &Scenario, parts: &[&str]) -> Option<String> {
    let ["design", "steps", id, "work", "staff", at, "hoursPerSession"] = parts else { return None };
    let step = scenario.design.steps.iter().find(|step| step.id == *id)?;
    let Work::Group(group) = &step.work else { return None };
    let first = group.staff.get(at.parse::<usize>().ok()?)?.any_of.first()?;
    scenario.roles.iter().find(|role| role.id == first.role).map(|role| role.name.clone())
}

/// How low a slider may go, where the figure's own limit is lower than what can be simulated.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Least {
    /// To the limit of the figure.
    Limit,
    /// To this value.
    Value(f64),
    /// Above 0 by a step: a distribution needs a mean.
    AboveNone,
    /// To a quarter of what there is: from 0 on it would come round without end.
    Quarter,
}

fn least(scenario: &Scenario, place: &str) -> Least {
    let parts: Vec<&str> = place.split('/').collect();
    if distribution_at(scenario, place).is_some() {
        return Least::AboveNone;
    }
    match parts[..] {
        [.., "everyWeeks"] | ["design", .., "places"] => Least::Quarter,
        // A role without clinical hours sees nobody.
        ["roles", .., "clinicalPercent"] => Least::Value(5.0),
        ["design", "steps", id, .., "seats"] => {
            let step = scenario.design.steps.iter().find(|step| step.id == id);
            match step.map(|step| &step.work) {
                Some(Work::Group(group)) => Least::Value(group.minimum.likely.max(1.0)),
                _ => Least::Limit,
            }
        }
        _ => Least::Limit,
    }
}

/// Where a slider begins and ends, and its step: around what there is, as far as a service may plausibly go. Chosen.
fn stretch(kind: LeverKind, base: f64, rule: &FigureRule, least: Least) -> (f64, f64, f64) {
    let round_up = |value: f64, step: f64| tidy((value / step).ceil() * step).min(rule.high);
    let from = |low: f64, step: f64| match least {
        Least::Limit => low,
        Least::Value(value) => value.min(base),
        Least::AboveNone => step,
        Least::Quarter => round_up(base / 4.0, step),
    };
    match kind {
        LeverKind::Posts => (0.0, round_up((2.0 * base).max(base + 2.0), 0.5), 0.1),
        LeverKind::Share => {
            (from(0.0, 1.0), if base <= 20.0 { 50.0 } else { 100.0 }, if base < 5.0 { 0.5 } else { 1.0 })
        }
        _ => {
            let step = if rule.whole { nice(base / 40.0).max(1.0) } else { nice(base / 40.0) };
            (from(rule.low, step), round_up(2.0 * base, step), step)
        }
    }
}

/// The largest of 1, 2 and 5 times a power of ten that is not above a value.
fn nice(value: f64) -> f64 {
    let mut power = 1.0;
    while power > value {
        power /= 10.0;
    }
    while power * 10.0 <= value {
        power *= 10.0;
    }
    tidy([5.0, 2.0, 1.0].into_iter().map(|times| times * power).find(|one| *one <= value).unwrap_or(power))
}

/// Without the dust that decimal fractions leave: 0.1 + 0.2 reads 0.3.
pub(super) fn tidy(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
