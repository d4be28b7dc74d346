//! What was really counted, to hold forecasts against and to fit unknown figures to.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::estimate::Evidence;
use crate::tagged::tagged;

/// A series of figures that the service counted.
///
/// They drive no simulation: a run is the same with and without them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Actuals {
    /// Stable id.
    pub id: Id,
    /// Label: "Waiting list, monthly return".
    pub name: String,
    /// What was counted.
    pub measure: ActualMeasure,
    /// Of whom.
    #[serde(default)]
    pub scope: ActualScope,
    /// The figures, by date.
    pub figures: Vec<ActualFigure>,
    /// Where they come from.
    #[serde(default)]
    pub evidence: Option<Evidence>,
}

/// What was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum ActualMeasure {
    /// People waiting `[people]`.
    WaitingList,
    /// Longest wait of those still waiting `[weeks]`.
    LongestWait,
    /// People referred and not yet at an outcome `[people]`.
    OpenReferrals,
}

/// Of whom it was counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum ActualScope {
    /// Everybody.
    #[default]
    Service,
    /// The people of one tier.
    Tier(CountedOf),
    /// The people of one client group.
    Group(CountedOf),
}

tagged!(ActualScope { "service" => Service, "tier" => Tier(CountedOf), "group" => Group(CountedOf) });

/// A tier or client group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CountedOf {
    /// Its id.
    pub id: Id,
}

/// One figure.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ActualFigure {
    /// The day it was counted.
    pub date: Date,
    /// The figure, in the unit of the measure.
    pub value: f64,
}
