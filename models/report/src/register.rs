//! The assumption register: every figure of the document with its range and its evidence.

use pathloom_service::check::figure_words;
use pathloom_service::{Confidence, Estimate, EvidenceLabel, Figures, Project, Scenario, Trail};

use crate::figure::{Figure, Unit};

/// A figure of the document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// Its place in the document.
    pub(crate) place: String,
    /// Which design, staffing mix or option it belongs to; empty: all of them.
    pub(crate) belongs_to: String,
    /// What it is, in words.
    pub(crate) words: String,
    /// The figure with its range and evidence.
    pub(crate) estimate: Estimate,
}

/// How many figures stand on what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Figures of the document.
    pub(crate) all: usize,
    /// Assumed or from memory.
    pub(crate) assumed: usize,
    /// Published, derived from published ones, or counted.
    pub(crate) founded: usize,
    /// Without any word about where they come from.
    pub(crate) unlabelled: usize,
    /// With a range.
    pub(crate) ranged: usize,
}

impl Entry {
    /// The figure as it was typed.
    pub(crate) fn value(&self) -> Figure {
        Figure::bare(Some(self.estimate.likely), Unit::Plain, format!("document/{}", self.place))
    }

    /// The ends of its range.
    pub(crate) fn range(&self) -> Option<[Figure; 2]> {
        let (low, high) = self.estimate.range?;
        let end =
            |value, name| Figure::bare(Some(value), Unit::Plain, format!("document/{}/{name}", self.place));
        Some([end(low, "low"), end(high, "high")])
    }

    /// "Assumed", "Published" and so on.
    pub(crate) fn label(&self) -> &'static str {
        match self.estimate.evidence.as_ref().map(|evidence| evidence.label) {
            None => "Not said",
            Some(label) => label_words(label),
        }
    }

    /// Where it comes from.
    pub(crate) fn source(&self) -> &str {
        self.estimate.evidence.as_ref().map_or("", |evidence| &evidence.source)
    }

    /// Why this figure and not another.
    pub(crate) fn reason(&self) -> &str {
        self.estimate.evidence.as_ref().and_then(|evidence| evidence.reason.as_deref()).unwrap_or_default()
    }

    /// Who answers for it.
    pub(crate) fn owner(&self) -> &str {
        self.estimate.evidence.as_ref().and_then(|evidence| evidence.owner.as_deref()).unwrap_or_default()
    }

    /// How sure its owner is.
    pub(crate) fn confidence(&self) -> &'static str {
        match self.estimate.evidence.as_ref().and_then(|evidence| evidence.confidence) {
            None => "",
            Some(Confidence::High) => "High",
            Some(Confidence::Medium) => "Medium",
            Some(Confidence::Low) => "Low",
        }
    }

    /// When its source was published or counted.
    pub(crate) fn date(&self) -> String {
        let date = self.estimate.evidence.as_ref().and_then(|evidence| evidence.date);
        date.map_or_else(String::new, |date| date.to_string())
    }
}

/// "Published", "Derived from published figures" and so on.
fn label_words(label: EvidenceLabel) -> &'static str {
    match label {
        EvidenceLabel::Published => "Published",
        EvidenceLabel::Derived => "Derived",
        EvidenceLabel::Measured => "Measured",
        EvidenceLabel::Assumed => "Assumed",
        EvidenceLabel::FromMemory => "From memory",
    }
}

/// Every figure of the document that an option simulates, in the order of the document.
///
/// Figures that say nothing (a share of 100% of the only way on, no growth, no travel) and have no evidence are left
/// out: what is at its usual value is not an assumption anybody made.
pub(crate) fn register(project: &Project, scenarios: &[Scenario]) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut whole = project.clone();
    whole.walk(&mut Trail::default(), &mut |trail, estimate| {
        let usual = estimate.likely == 0.0 || estimate.likely == 100.0;
        if usual && estimate.evidence.is_none() && estimate.range.is_none() {
            return;
        }
        if let Some((belongs_to, words)) = described(project, scenarios, trail.segments()) {
            entries.push(Entry { place: trail.path(), belongs_to, words, estimate: estimate.clone() });
        }
    });
    entries
}

/// What a place belongs to and what it counts; none when no option uses it.
fn described(project: &Project, scenarios: &[Scenario], place: &[String]) -> Option<(String, String)> {
    let any = scenarios.first()?;
    let segments: Vec<&str> = place.iter().flat_map(|segment| segment.split('/')).collect();
    match segments[..] {
        ["designs", id, ref rest @ ..] => {
            let scenario = scenarios.iter().find(|scenario| scenario.design.id == id)?;
            Some((scenario.design.name.clone(), owned(scenario, &[&["design"], rest].concat())))
        }
        ["mixes", id, ref rest @ ..] => {
            let scenario = scenarios.iter().find(|scenario| scenario.mix.id == id)?;
            Some((scenario.mix.name.clone(), owned(scenario, &[&["mix"], rest].concat())))
        }
        ["options", id, "changes", ref rest @ .., "to"] => {
            let scenario = scenarios.iter().find(|scenario| scenario.option_id == id)?;
            Some((scenario.option_name.clone(), owned(scenario, rest)))
        }
        ["targets", id, ..] => {
            let target = project.targets.iter().find(|target| target.id == id)?;
            Some(("Targets".to_owned(), format!("{}: {}", target.name, counted(&segments))))
        }
        _ => Some((String::new(), owned(any, &segments))),
    }
}

/// The name of what a figure belongs to, with what it counts: "Assessment: time with the person (minutes)".
pub(crate) fn owned(scenario: &Scenario, segments: &[&str]) -> String {
    let design = &scenario.design;
    let step = |id: &str| {
        design.steps.iter().find(|step| step.id == id).map_or_else(|| id.to_owned(), |step| step.name.clone())
    };
    let role = |id: &str| {
        scenario
            .roles
            .iter()
            .find(|role| role.id == id)
            .map_or_else(|| id.to_owned(), |role| role.name.clone())
    };
    let what = counted(segments);
    let group = segments.last().and_then(|last| scenario.groups.iter().find(|group| group.id == *last));
    let what = group.map_or(what.clone(), |group| format!("{what}, {}", group.name));
    match segments {
        ["design", "steps", id, ..] => format!("{}: {what}", step(id)),
        ["design", "links", id, ..] => match design.links.iter().find(|link| link.id == *id) {
            Some(link) => format!("{} to {}: {what}", step(&link.from), step(&link.to)),
            None => what,
        },
        ["mix", "posts", id, ..] | ["roles", id, ..] => format!("{}: {what}", role(id)),
        ["calendars", id, ..] => {
            let calendar = scenario.calendars.iter().find(|calendar| calendar.id == *id);
            calendar.map_or(what.clone(), |calendar| format!("{}: {what}", calendar.name))
        }
        ["economics", "costs", id, ..] => {
            let cost = scenario.economics.costs.iter().find(|one| one.id == *id);
            cost.map_or(what.clone(), |cost| format!("{}: {what}", cost.name))
        }
        ["economics", "effects", id, ..] => {
            let effect = scenario.economics.effects.iter().find(|one| one.id == *id);
            effect.map_or(what.clone(), |effect| format!("{}: {what}", effect.name))
        }
        ["economics", "travel", "milesPerContact", id] => format!("{}: {what}", step(id)),
        ["economics", "travel", "milesPerWtePerWeek", id] => format!("{}: {what}", role(id)),
        ["economics", "optimismBias", field] => format!("{what} of {}", biased(field)),
        _ => what,
    }
}

/// What an optimism bias is laid on.
fn biased(field: &str) -> &'static str {
    match field {
        "staffPercent" => "posts",
        "placesPercent" => "places",
        "oncePercent" => "costs paid once",
        "yearlyPercent" => "yearly costs",
        "travelPercent" => "travel",
        "perPersonPercent" => "costs of each person",
        _ => "benefits",
    }
}

/// What a figure counts, with its unit, and which parameter of a distribution it is.
fn counted(segments: &[&str]) -> String {
    let words = figure_words(segments).unwrap_or("figure");
    match segments.last().copied() {
        Some("sd") => format!("{words}, standard deviation"),
        Some("mean") => format!("{words}, mean"),
        Some("low") => format!("{words}, lowest"),
        Some("likely") => format!("{words}, most likely"),
        Some("high") => format!("{words}, highest"),
        Some("atLeast") if !segments.contains(&"when") => format!("{words}, never below"),
        Some("atMost") => format!("{words}, never above"),
        _ => words.to_owned(),
    }
}

/// How many figures stand on what.
pub(crate) fn tally(entries: &[Entry]) -> Tally {
    let mut tally = Tally { all: entries.len(), ..Tally::default() };
    for entry in entries {
        match entry.estimate.evidence.as_ref().map(|evidence| evidence.label) {
            None => tally.unlabelled += 1,
            Some(EvidenceLabel::Assumed | EvidenceLabel::FromMemory) => tally.assumed += 1,
            Some(EvidenceLabel::Published | EvidenceLabel::Derived | EvidenceLabel::Measured) => {
                tally.founded += 1;
            }
        }
        tally.ranged += usize::from(entry.estimate.is_uncertain());
    }
    tally
}
