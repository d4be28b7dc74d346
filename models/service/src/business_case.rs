//! What people write themselves in the business case: everything else in it is drawn from the document and its results.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Id;

/// Sections of the business case whose text may be replaced, in the order of the full case.
///
/// The report says what stands in each when nothing is written.
pub const CASE_SECTIONS: [&str; 26] = [
    "summary",
    "background",
    "implementation",
    "impact",
    "need",
    "if-nothing-changes",
    "objectives",
    "policy",
    "constraints",
    "longlist",
    "comparison",
    "targets",
    "value",
    "preferred",
    "sensitivity",
    "equity",
    "commercial",
    "staffing",
    "costs",
    "affordability",
    "delivery",
    "governance",
    "benefits",
    "evaluation",
    "risks",
    "limits",
];

/// Items of the STRESS-DES reporting guideline.
///
/// # Source
/// T. Monks et al., "Strengthening the reporting of empirical simulation studies: introducing the STRESS guidelines",
/// Journal of Simulation 13 (2019).
pub const STRESS_ITEMS: [&str; 20] = [
    "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5", "3.1", "3.2", "3.3", "3.4", "4.1", "4.2", "4.3",
    "5.1", "5.2", "5.3", "5.4", "6.1",
];

/// The words of the business case that are the user's own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BusinessCase {
    /// Title on the front; empty: the name of the document.
    #[serde(default)]
    pub title: String,
    /// Who decides on it: a panel or a board.
    #[serde(default)]
    pub prepared_for: String,
    /// Who wrote it: a team or a role.
    #[serde(default)]
    pub prepared_by: String,
    /// Id of the option that the case asks for; none: the second one, or the only one.
    #[serde(default)]
    pub preferred_option: Option<Id>,
    /// Text of a section in place of the one written for it, by the id of the section ([`CASE_SECTIONS`]).
    ///
    /// Paragraphs are separated by an empty line. A figure in braces stays live: `{longestWait.tiered.52}`.
    #[serde(default)]
    pub texts: BTreeMap<Id, String>,
    /// Answers to items of the reporting guideline, by number ([`STRESS_ITEMS`]); they replace what was filled in.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// What could go wrong, beyond what the model shows.
    #[serde(default)]
    pub risks: Vec<Risk>,
}

/// Something that could go wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Risk {
    /// What could happen.
    pub name: String,
    /// How likely it is.
    #[serde(default)]
    pub likelihood: RiskLevel,
    /// How much it would matter.
    #[serde(default)]
    pub impact: RiskLevel,
    /// What is done about it.
    #[serde(default)]
    pub response: String,
    /// Who looks after it: a role, never a person's name.
    #[serde(default)]
    pub owner: String,
}

/// How likely, or how bad.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the words say it")]
pub enum RiskLevel {
    High,
    #[default]
    Medium,
    Low,
}
