//! What a document says to whoever opens it: what the service is, what was published about it, and what to replace.
//!
//! A guide changes no figure. It stands in the document so that the window, the terminal and a report show the same
//! words, and so that what was published can be put beside what is simulated without anybody copying a number.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::estimate::Estimate;
use crate::figures::figures;
use crate::tagged::tagged;

/// A short guide to the document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Guide {
    /// What kind of service it is and what the options ask, in a few sentences.
    pub summary: String,
    /// What to look for in the results, one thing each.
    #[serde(default)]
    pub look_for: Vec<String>,
    /// What was published about the service, beside what is simulated.
    #[serde(default)]
    pub published: Vec<PublishedOutcome>,
    /// The checklist of inputs to replace by one's own.
    #[serde(default)]
    pub replace: Vec<InputToReplace>,
    /// What the document leaves out, one thing each.
    #[serde(default)]
    pub left_out: Vec<String>,
}

/// An outcome that somebody published, and where the simulation measures the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PublishedOutcome {
    /// Stable id.
    pub id: Id,
    /// What it is: "Longest wait after a year".
    pub name: String,
    /// What was published, as it was said: "reduced from 161 to 47 weeks".
    pub said: String,
    /// The published figure, in the unit of what is measured, with its source.
    pub value: Estimate,
    /// What it says of the model that the simulated figure is near, or not.
    pub kind: OutcomeKinship,
    /// What has to be known to read it.
    #[serde(default)]
    pub note: String,
    /// What it counts, where that is not what the measure counts: "GP appointments" that are saved by people who are seen.
    #[serde(default)]
    pub unit: Option<String>,
    /// Where the simulation measures the same; none: it does not.
    #[serde(default)]
    pub measured: Option<MeasuredAs>,
}

/// How a simulated outcome is related to the published one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum OutcomeKinship {
    /// It follows from inputs that were found without looking at it.
    Reproduction,
    /// Inputs that nobody published were chosen so that it comes out.
    Calibration,
    /// It was put in, or is shown for orientation: being near proves nothing.
    Illustration,
}

/// Where the simulation measures something.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MeasuredAs {
    /// Id of the option.
    pub option: Id,
    /// Name of the measure as in the results: `longestWait`, `waitMean`.
    pub measure: String,
    /// Whom or what it is about.
    #[serde(default)]
    pub about: MeasuredOf,
    /// At the end of which week, counted from the start, warm-up included. None: over the horizon.
    #[serde(default)]
    pub week: Option<u32>,
    /// What it is held against. None: it stands by itself.
    #[serde(default)]
    pub against: Option<Against>,
    /// Whether weeks are told in days.
    #[serde(default)]
    pub in_days: bool,
}

/// Whom or what a measure is about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum MeasuredOf {
    /// The whole service.
    #[default]
    Service,
    /// People at the steps of a tier.
    Tier(Named),
    /// A client group.
    Group(Named),
    /// A step.
    Step(Named),
    /// A role.
    Role(Named),
}

tagged!(MeasuredOf {
    "service" => Service, "tier" => Tier(Named), "group" => Group(Named), "step" => Step(Named), "role" => Role(Named),
});

/// Something of the document by its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Named {
    /// Its id.
    pub id: Id,
}

/// What a measured figure is held against, in the same simulated futures.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Against {
    /// The figure less that of another option.
    Difference(OtherOption),
    /// By how much it is above or below that of another option `[%]`.
    PercentChange(OtherOption),
    /// The figure as a share of the same measure of something else in the same option `[%]`.
    ShareOf(Whole),
}

tagged!(Against {
    "difference" => Difference(OtherOption), "percentChange" => PercentChange(OtherOption), "shareOf" => ShareOf(Whole),
});

/// The option that another is held against.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OtherOption {
    /// Id of the option.
    pub option: Id,
}

/// The whole that a share is of: several together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Whole {
    /// What it is made of, each measured in the same way.
    pub of: Vec<MeasuredOf>,
}

/// One line of the checklist that makes a template one's own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InputToReplace {
    /// Place of the figure, or of the part of the document that holds it:
    /// `designs/tiered/steps/referrals/work/perWeek`.
    pub figure: String,
    /// What to put there and where to find it.
    pub words: String,
    /// Whether it has been replaced.
    #[serde(default)]
    pub done: bool,
}

figures!(struct PublishedOutcome by id { value });
