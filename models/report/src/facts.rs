//! What stands behind a case, as a screen shows it: the assumption register and the guideline's items.

use serde::Serialize;

use crate::content::Writer;
use crate::register::{Entry, register};
use crate::results::Results;
use crate::stress::{Completeness, StressItem, completeness, items};
use crate::study::{ReportError, Study};
use crate::words;

/// What stands behind a case.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFacts {
    /// Every figure of the document that an option uses.
    pub register: Vec<RegisterEntry>,
    /// The reporting guideline, item by item.
    pub stress: Vec<StressItem>,
    /// How much of it is answered.
    pub completeness: Completeness,
}

/// A figure of the document with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RegisterEntry {
    /// Its place in the document.
    pub place: String,
    /// Which design, staffing mix or option it belongs to; empty: all of them.
    pub belongs_to: String,
    /// What it is, with its unit.
    pub words: String,
    /// The value used.
    pub value: String,
    /// Its range, where it has one: "2 to 4".
    pub range: String,
    /// "Published", "Assumed" and so on.
    pub kind: &'static str,
    /// Where it comes from.
    pub source: String,
    /// Why this figure and not another.
    pub reason: String,
    /// Who answers for it.
    pub owner: String,
    /// How sure they are.
    pub confidence: &'static str,
}

/// The register and the guideline of a study.
///
/// # Errors
/// [`ReportError::NoPreferred`].
pub fn case_facts(study: &Study) -> Result<CaseFacts, ReportError> {
    let results = Results::of(study)?;
    let mut writer = Writer::new(&results);
    let stress = items(&mut writer);
    let entries = register(results.project, results.scenarios);
    Ok(CaseFacts {
        register: entries.iter().map(entry).collect(),
        completeness: completeness(&stress),
        stress,
    })
}

fn entry(entry: &Entry) -> RegisterEntry {
    let range =
        entry.estimate.range.map(|(low, high)| format!("{} to {}", words::typed(low), words::typed(high)));
    RegisterEntry {
        place: entry.place.clone(),
        belongs_to: entry.belongs_to.clone(),
        words: entry.words.clone(),
        value: words::typed(entry.estimate.likely),
        range: range.unwrap_or_default(),
        kind: entry.label(),
        source: entry.source().to_owned(),
        reason: entry.reason().to_owned(),
        owner: entry.owner().to_owned(),
        confidence: entry.confidence(),
    }
}
