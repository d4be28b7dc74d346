//! The file of cases, read once.

use std::sync::LazyLock;

use serde_json::Value;

/// A case with its parameters and the figures known of it.
#[derive(Debug)]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) tier: String,
    pub(crate) source: String,
    pub(crate) given: Value,
    pub(crate) figures: Vec<Figure>,
}

/// A known figure.
#[derive(Debug)]
pub(crate) struct Figure {
    pub(crate) metric: String,
    pub(crate) kind: String,
    /// One value, or a list of them.
    pub(crate) values: Vec<f64>,
    pub(crate) rule: Rule,
}

/// When a figure is met.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Rule {
    /// No further off than this.
    Within(f64),
    /// No further off than this share of the value.
    Relative(f64),
    /// The intervals overlap.
    Overlap(f64, f64),
    /// Not held.
    Information,
}

static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let file: Value = serde_json::from_str(include_str!("../../cases/known_answers.json")).expect("JSON");
    file["cases"].as_array().expect("a list of cases").iter().map(read).collect()
});

pub(crate) fn cases() -> &'static [Case] {
    &CASES
}

impl Case {
    pub(crate) fn number(&self, key: &str) -> f64 {
        self.given[key].as_f64().unwrap_or_else(|| panic!("{} has no number {key}", self.id))
    }

    pub(crate) fn count(&self, key: &str) -> u32 {
        self.number(key) as u32
    }

    pub(crate) fn numbers(&self, key: &str) -> Vec<f64> {
        numbers(&self.given[key])
    }

    pub(crate) fn text(&self, key: &str) -> &str {
        self.given[key].as_str().unwrap_or_else(|| panic!("{} has no text {key}", self.id))
    }

    /// A seed of its own.
    pub(crate) fn seed(&self) -> u64 {
        self.id.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
        })
    }

    /// The numbers that end the names of metrics which begin so: `wait_p90`, `wait_p95` give 90 and 95.
    pub(crate) fn ends_of(&self, start: &str) -> Vec<(String, f64)> {
        let mut ends: Vec<(String, f64)> = Vec::new();
        for figure in &self.figures {
            if let Some(end) = figure.metric.strip_prefix(start).and_then(|end| end.parse().ok())
                && !ends.iter().any(|(name, _)| *name == figure.metric)
            {
                ends.push((figure.metric.clone(), end));
            }
        }
        ends
    }
}

fn read(case: &Value) -> Case {
    let text = |key: &str| case[key].as_str().unwrap_or_default().to_owned();
    let figures = case["expected"].as_array().expect("a case has figures").iter().map(figure).collect();
    Case {
        id: text("id"),
        tier: text("tier"),
        source: text("source"),
        given: case["parameters"].clone(),
        figures,
    }
}

fn figure(figure: &Value) -> Figure {
    let text = |key: &str| figure[key].as_str().unwrap_or_default().to_owned();
    let tolerance = || figure["tol"].as_f64().expect("a figure that is held has a tolerance");
    let rule = match text("tol_type").as_str() {
        "abs" => Rule::Within(tolerance()),
        "rel" => Rule::Relative(tolerance()),
        "ci" => {
            let ends = numbers(&figure["ci95"]);
            Rule::Overlap(ends[0], ends[1])
        }
        _ => Rule::Information,
    };
    Figure { metric: text("metric"), kind: text("kind"), values: numbers(&figure["value"]), rule }
}

/// The numbers of a value, lists within lists one after another.
pub(crate) fn numbers(value: &Value) -> Vec<f64> {
    match value {
        Value::Array(values) => values.iter().flat_map(numbers).collect(),
        Value::Number(number) => number.as_f64().into_iter().collect(),
        _ => Vec::new(),
    }
}
