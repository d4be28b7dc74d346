//! Which figures of an option can be varied, between which values, and what they are called.

use pathloom_service::check::figure_rule;
use pathloom_service::{Estimate, Figures, Scenario, Trail};
use serde::Serialize;

use crate::compare::owner;

/// A figure that is varied.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "DriverInput", rename_all = "camelCase")]
pub struct Input {
    /// Its place in the scenario: `mix/posts/ot-band-6/wte`.
    pub place: String,
    /// In words: "Occupational therapist, band 6: WTE".
    pub words: String,
    /// Unit of its values: "minutes", "%"; empty where the words say what is counted.
    pub unit: String,
    /// Lowest value it is given.
    pub low: f64,
    /// The value it is thought to have.
    pub likely: f64,
    /// Highest value it is given.
    pub high: f64,
    /// Whether the low and the high are the document's own; otherwise so many percent down and up.
    pub has_range: bool,
}

/// A figure that is not varied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct LeftOut {
    /// Its place in the scenario.
    pub place: String,
    /// In words.
    pub words: String,
    /// Why it is left out.
    pub reason: String,
}

/// Every figure that can be varied, in the order of the document, and those that cannot.
///
/// Targets are what is hoped for, and money is counted afterwards: they drive nothing. A figure without a range that is 0 has no percentage to go up by.
pub(super) fn of(scenario: &Scenario, usual_percent: f64) -> (Vec<Input>, Vec<LeftOut>) {
    let (mut inputs, mut left_out) = (Vec::new(), Vec::new());
    scenario.clone().walk(&mut Trail::default(), &mut |trail, figure| {
        if trail.segments().first().is_some_and(|first| first == "targets" || first == "economics") {
            return;
        }
        let place = trail.path();
        let words = figure_words(scenario, &place);
        let unit = figure_rule(&place).map_or_else(String::new, |rule| rule.unit.to_owned());
        let (low, high) = ends(&place, figure, usual_percent);
        if low < high {
            let has_range = figure.is_uncertain();
            inputs.push(Input { place, words, unit, low, likely: figure.likely, high, has_range });
        } else {
            let reason = if figure.likely == 0.0 {
                format!("it is 0 and has no range, so that {usual_percent}% of it is nothing")
            } else {
                "nothing else is allowed here".to_owned()
            };
            left_out.push(LeftOut { place, words, reason });
        }
    });
    (inputs, left_out)
}

/// Every figure that can be varied, in the order of the document.
pub(crate) fn varied(scenario: &Scenario, usual_percent: f64) -> Vec<Input> {
    of(scenario, usual_percent).0
}

/// The lowest and the highest value of a figure: its range, or so many percent within what the field allows; whole
/// numbers go by one at least.
fn ends(place: &str, figure: &Estimate, usual_percent: f64) -> (f64, f64) {
    if let (Some(range), true) = (figure.range, figure.is_uncertain()) {
        return range;
    }
    let step = figure.likely.abs() * usual_percent / 100.0;
    let (low, high) = (figure.likely - step, figure.likely + step);
    match figure_rule(place) {
        Some(rule) if rule.whole && step > 0.0 => (low.floor().max(rule.low), high.ceil().min(rule.high)),
        Some(rule) => (low.max(rule.low), high.min(rule.high)),
        None => (low, high),
    }
}

/// Parameters of a distribution that are not its middle, by the last part of their place.
const PARAMETERS: [(&str, &str); 9] = [
    ("sd", "standard deviation"),
    ("shape", "shape"),
    ("low", "lowest"),
    ("likely", "most likely"),
    ("high", "highest"),
    ("atLeast", "never below"),
    ("atMost", "never above"),
    ("mean", "mean"),
    ("variance", "variance"),
];

/// A figure by what it belongs to and what it is: "Assessment: time with the person (minutes), mean".
pub(crate) fn figure_words(scenario: &Scenario, place: &str) -> String {
    let parts: Vec<&str> = place.split('/').collect();
    let last = parts.last().copied().unwrap_or_default();
    let what = figure_rule(place).map_or_else(|| last.to_owned(), |rule| rule.words_and_unit());
    let group = scenario.groups.iter().find(|group| group.id == last).map(|group| group.name.as_str());
    let parameter = PARAMETERS.iter().find(|(name, _)| *name == last).map(|(_, words)| *words);
    let what = match group.or(parameter) {
        Some(which) => format!("{what}, {which}"),
        None => what,
    };
    let calendar = |id: &str| scenario.calendars.iter().find(|one| one.id == id).map(|one| one.name.clone());
    let owner = match parts[..] {
        ["calendars", id, ..] => calendar(id),
        _ => owner(&parts, scenario),
    };
    match owner {
        Some(owner) => format!("{owner}: {what}"),
        None => format!("{place}: {what}"),
    }
}
