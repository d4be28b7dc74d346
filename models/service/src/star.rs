//! What an option changes about the workforce, by the five points of the HEE Star.
//!
//! # Source
//! Health Education England's Star names five ways of changing a workforce: supply, upskilling, new roles, new ways of
//! working, and leadership.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A point of the Star.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum StarPoint {
    /// More, or fewer, of the staff there are: recruitment, retention, hours.
    Supply,
    /// The staff there are learn to do more.
    Upskilling,
    /// Kinds of staff that were not there before.
    NewRoles,
    /// The same work is done in another way.
    NewWaysOfWorking,
    /// Who leads the change, and how. No figure of the model.
    Leadership,
}

impl StarPoint {
    /// The five points, in the order in which they are shown.
    pub const ALL: [StarPoint; 5] =
        [Self::Supply, Self::Upskilling, Self::NewRoles, Self::NewWaysOfWorking, Self::Leadership];

    /// What it is called on screen.
    pub fn words(self) -> &'static str {
        match self {
            Self::Supply => "Supply",
            Self::Upskilling => "Upskilling",
            Self::NewRoles => "New roles",
            Self::NewWaysOfWorking => "New ways of working",
            Self::Leadership => "Leadership",
        }
    }
}

/// A change that an option makes, under the point of the Star it belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StarTag {
    /// The point.
    pub point: StarPoint,
    /// What is changed, in a sentence; empty where the differences at its places say it.
    #[serde(default)]
    pub words: String,
    /// Places of the scenario that the change is made of, each with everything below it: `mix/posts/ot-band-6`,
    /// `design/steps/workshop`. Empty where no figure shows it.
    #[serde(default)]
    pub places: Vec<String>,
}
