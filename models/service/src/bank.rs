//! The bank of cited figures: what has been published, worked out or remembered about services like these, each with
//! its source, to be looked up and put into a document as an estimate with its evidence.
//!
//! The figures are data (`bank/figures.json`), read strictly. A figure from memory says so in the bank, in the evidence
//! it gives, and then in the checks of every document that uses it; it is never a default.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::estimate::{Confidence, Estimate, Evidence, EvidenceLabel};

/// A figure of the bank.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BankFigure {
    /// Stable id.
    pub id: String,
    /// What it belongs to.
    pub topic: BankTopic,
    /// What it is, in words.
    pub words: String,
    /// The figure, or the middle of its range.
    pub value: f64,
    /// Lowest believable value, where there is a range.
    #[serde(default)]
    pub low: Option<f64>,
    /// Highest believable value, where there is a range.
    #[serde(default)]
    pub high: Option<f64>,
    /// Its unit.
    pub unit: String,
    /// Of when it is.
    #[serde(default)]
    pub year: Option<String>,
    /// Of where it is.
    #[serde(default, rename = "where")]
    pub place: Option<String>,
    /// Agenda for Change band, where it belongs to one.
    #[serde(default)]
    pub band: Option<String>,
    /// What kind of knowledge it is.
    pub label: EvidenceLabel,
    /// Where it was published, in words that let somebody find it.
    pub source: String,
    /// What has to be known to use it.
    #[serde(default)]
    pub note: Option<String>,
    /// Ends of the places of a document it may be put into: `turnover/vacantPercent`. Empty: to read, not to put in.
    #[serde(default)]
    pub fits: Vec<String>,
}

/// What a figure of the bank belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the words say it")]
pub enum BankTopic {
    Vacancies,
    Turnover,
    Supply,
    Pay,
    Availability,
    Attendance,
    Contacts,
    Children,
    IntermediateCare,
    PrimaryCare,
    Deadlines,
    Waiting,
    Outcomes,
    UnitCosts,
    Appraisal,
}

impl BankTopic {
    /// What it is called on screen.
    pub fn words(self) -> &'static str {
        match self {
            Self::Vacancies => "Vacancies",
            Self::Turnover => "Leavers and turnover",
            Self::Supply => "Supply of staff",
            Self::Pay => "Pay and on-costs",
            Self::Availability => "Hours, leave and sickness",
            Self::Attendance => "Missed contacts",
            Self::Contacts => "Contacts and sessions",
            Self::Children => "Children's services",
            Self::IntermediateCare => "Intermediate care",
            Self::PrimaryCare => "Primary care",
            Self::Deadlines => "Deadlines",
            Self::Waiting => "National waiting figures",
            Self::Outcomes => "Outcomes",
            Self::UnitCosts => "Unit costs",
            Self::Appraisal => "Appraisal",
        }
    }
}

impl BankFigure {
    /// Whether somebody has to look it up before it is relied on.
    pub fn is_from_memory(&self) -> bool {
        self.label == EvidenceLabel::FromMemory
    }

    /// The figure as a document holds it: with its range, its source and its label.
    pub fn estimate(&self) -> Estimate {
        let range = self.low.zip(self.high);
        Estimate { likely: self.value, range, evidence: Some(self.evidence()) }
    }

    fn evidence(&self) -> Evidence {
        let source = match &self.year {
            Some(year) => format!("{}, {year}", self.source),
            None => self.source.clone(),
        };
        let about = [Some(&self.words), self.place.as_ref(), self.note.as_ref()];
        let about: Vec<&str> = about.into_iter().flatten().map(String::as_str).collect();
        let unsure = matches!(self.label, EvidenceLabel::FromMemory | EvidenceLabel::Assumed);
        Evidence {
            label: self.label,
            source,
            date: None,
            owner: None,
            confidence: unsure.then_some(Confidence::Low),
            reason: Some(about.join("; ")),
        }
    }

    /// Whether it may be put into the figure at this place: `roles/ot-band-6/turnover/vacantPercent`.
    pub fn fits(&self, place: &str) -> bool {
        self.fits
            .iter()
            .any(|end| place == end || place.strip_suffix(end).is_some_and(|rest| rest.ends_with('/')))
    }

    /// Everything that is said of it, in small letters.
    fn text(&self) -> String {
        let parts = [Some(&self.words), self.place.as_ref(), self.year.as_ref(), self.note.as_ref()];
        let said: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        let band = self.band.as_deref().unwrap_or_default();
        format!("{} {} {} {} {band}", said.join(" "), self.unit, self.source, self.topic.words())
            .to_lowercase()
    }
}

/// Every figure of the bank, in the order to show them.
///
/// # Panics
/// Never: a test reads the built-in text.
pub fn bank() -> Vec<BankFigure> {
    serde_json::from_str(include_str!("bank/figures.json"))
        .unwrap_or_else(|error| panic!("the built-in figures cannot be read: {error}"))
}

/// The figures that all the words asked for occur in, those whose own name has them first; all of them for no words.
pub fn search(figures: &[BankFigure], asked: &str) -> Vec<BankFigure> {
    let asked: BTreeSet<String> = asked.split_whitespace().map(str::to_lowercase).collect();
    let mut found: Vec<(usize, &BankFigure)> = figures
        .iter()
        .filter_map(|figure| {
            let (name, all) = (figure.words.to_lowercase(), figure.text());
            let inside = asked.iter().filter(|word| !name.contains(word.as_str())).count();
            asked.iter().all(|word| all.contains(word.as_str())).then_some((inside, figure))
        })
        .collect();
    found.sort_by_key(|(inside, _)| *inside);
    found.into_iter().map(|(_, figure)| figure.clone()).collect()
}

/// The ends of places that some figure may be put into, each once: fields whose place ends so offer the bank.
pub fn fitting_ends() -> Vec<String> {
    let ends: BTreeSet<String> = bank().into_iter().flat_map(|figure| figure.fits).collect();
    ends.into_iter().collect()
}

/// The figures that may be put into the figure at this place, those of the band first where one is given.
pub fn for_place(figures: &[BankFigure], place: &str, band: Option<&str>) -> Vec<BankFigure> {
    let mut found: Vec<&BankFigure> = figures.iter().filter(|figure| figure.fits(place)).collect();
    found.sort_by_key(|figure| band.is_some() && figure.band.as_deref() != band);
    found.into_iter().cloned().collect()
}

#[cfg(test)]
mod tests;
