//! Whether a re-run gives the figures of its bundle.

use pathloom_service::Scenario;
use pathloom_simulation::summary::OptionResults;
use pathloom_simulation::{ENGINE_VERSION, Outcomes};
use serde_json::Value;

use super::{Bundle, outcomes_hash};

/// Most differing figures that are listed; chosen.
const MOST_LISTED: usize = 100;

/// What a re-run showed.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Figures held against each other.
    pub figures: usize,
    /// How many of them differ.
    pub differ: usize,
    /// The first ones that differ.
    pub differing: Vec<Differing>,
    /// Whether the raw outcomes are the same, bit for bit.
    pub same_bits: bool,
    /// Why figures may differ, in words; empty when none does.
    pub reasons: Vec<String>,
}

/// A figure that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct Differing {
    /// Where it stands: option, measure, scope, figure, week.
    pub place: String,
    /// As it is in the bundle.
    pub was: String,
    /// As it was made now.
    pub is: String,
}

impl Verdict {
    /// Whether everything is the same.
    pub fn same(&self) -> bool {
        self.differ == 0 && self.same_bits
    }
}

impl Bundle {
    /// Holds outcomes made now against the figures in the bundle.
    pub fn verdict(&self, options: &[(Scenario, Outcomes)]) -> Verdict {
        let mut verdict =
            Verdict { figures: 0, differ: 0, differing: Vec::new(), same_bits: true, reasons: Vec::new() };
        for (at, option) in self.manifest.options.iter().enumerate() {
            let now = options.iter().find(|(scenario, _)| scenario.option_id == option.id);
            let is = match now {
                // Through text, as the figures in the bundle came: the same digits are then the same number.
                Some((scenario, outcomes)) => {
                    verdict.same_bits &= outcomes_hash(outcomes) == option.outcomes_sha256;
                    let text = serde_json::to_string(&OptionResults::of(scenario, outcomes));
                    text.ok().and_then(|text| serde_json::from_str(&text).ok()).unwrap_or(Value::Null)
                }
                None => {
                    verdict.same_bits = false;
                    Value::Null
                }
            };
            compare(self.figures.get(at).unwrap_or(&Value::Null), &is, &option.id, &mut verdict);
        }
        if !verdict.same() {
            verdict.reasons = self.reasons(&verdict);
        }
        verdict
    }

    fn reasons(&self, verdict: &Verdict) -> Vec<String> {
        let made = &self.manifest.engine_version;
        if made != ENGINE_VERSION {
            return vec![format!(
                "the figures were made by engine {made} and this is {ENGINE_VERSION}; figures are promised to be the same only within one version"
            )];
        }
        if verdict.differ == 0 {
            return vec!["the raw outcomes differ beyond the digits that are shown: this program is not the one that made them, or the bundle was changed".to_owned()];
        }
        vec!["the engine's version is the same: either the figures in the bundle were changed, or this program was built differently from the one that made them".to_owned()]
    }
}

fn compare(was: &Value, is: &Value, place: &str, verdict: &mut Verdict) {
    match (was, is) {
        (Value::Object(was), Value::Object(is)) => {
            let names = was.keys().chain(is.keys().filter(|name| !was.contains_key(*name)));
            for name in names {
                let of = |fields: &serde_json::Map<String, Value>| {
                    fields.get(name).cloned().unwrap_or(Value::Null)
                };
                compare(&of(was), &of(is), &format!("{place}/{name}"), verdict);
            }
        }
        (Value::Array(was), Value::Array(is)) => {
            for at in 0..was.len().max(is.len()) {
                let of = |list: &[Value]| list.get(at).cloned().unwrap_or(Value::Null);
                compare(&of(was), &of(is), &format!("{place}/{}", named(was, at)), verdict);
            }
        }
        (was, is) => {
            verdict.figures += usize::from(was.is_number() || is.is_number());
            if was != is {
                verdict.differ += 1;
                if verdict.differing.len() < MOST_LISTED {
                    let differing =
                        Differing { place: place.to_owned(), was: was.to_string(), is: is.to_string() };
                    verdict.differing.push(differing);
                }
            }
        }
    }
}

/// What an entry of a list is called: its measure and scope, its id, or its number.
fn named(list: &[Value], at: usize) -> String {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let entry = list.get(at);
    let measure = entry.and_then(|entry| text(&entry["measure"]));
    match measure {
        Some(measure) => {
            let scope =
                entry.and_then(|entry| text(&entry["scope"]["id"])).unwrap_or_else(|| "service".to_owned());
            format!("{measure} of {scope}")
        }
        None => entry.and_then(|entry| text(&entry["id"])).unwrap_or_else(|| at.to_string()),
    }
}
