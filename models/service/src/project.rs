//! The document as a whole: what a file holds.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::actuals::Actuals;
use crate::business_case::BusinessCase;
use crate::demand::ClientGroup;
use crate::economics::Economics;
use crate::estimate::Estimate;
use crate::figures::figures;
use crate::guide::Guide;
use crate::star::StarTag;
use crate::step::{Link, Step};
use crate::tagged::tagged;
use crate::workforce::{Calendar, Role, StaffingMix};
use crate::{FORMAT_VERSION, Id};

/// A whole document: everything that a file holds and everything that can be undone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Project {
    /// Version of the file format, [`FORMAT_VERSION`] when written by this version.
    pub format_version: u32,
    /// What the service and the question are called.
    pub name: String,
    /// What it is about, for whoever opens it next.
    #[serde(default)]
    pub description: String,
    /// Day 0 of the simulation: a Monday.
    pub start_date: Date,
    /// How far to look ahead `[weeks]`.
    pub horizon_weeks: u32,
    /// Weeks at the start that are simulated but not counted in the horizon figures, for long-run questions.
    #[serde(default)]
    pub warm_up_weeks: u32,
    /// Tiers, in order from the base of the triangle.
    #[serde(default)]
    pub tiers: Vec<Tier>,
    /// Client groups: at least one.
    pub groups: Vec<ClientGroup>,
    /// Working patterns.
    #[serde(default)]
    pub calendars: Vec<Calendar>,
    /// Kinds of staff.
    #[serde(default)]
    pub roles: Vec<Role>,
    /// The pathway, once for each way of running the service.
    pub designs: Vec<Design>,
    /// How many people work in it, once for each staffing to compare.
    #[serde(default)]
    pub mixes: Vec<StaffingMix>,
    /// What is compared: the first one is the base.
    pub options: Vec<ServiceOption>,
    /// What would be good enough.
    #[serde(default)]
    pub targets: Vec<Target>,
    /// What was really counted; no run depends on it.
    #[serde(default)]
    pub actuals: Vec<Actuals>,
    /// What it says to whoever opens it.
    #[serde(default)]
    #[cfg_attr(feature = "specta", specta(optional))]
    pub guide: Option<Guide>,
    /// What people write themselves in the business case.
    #[serde(default)]
    pub business_case: BusinessCase,
    /// What things cost and what they are worth, beyond posts and places.
    #[serde(default)]
    pub economics: Economics,
}

impl Project {
    /// An empty document.
    pub fn new(name: impl Into<String>, start_date: Date, horizon_weeks: u32) -> Self {
        Self {
            format_version: FORMAT_VERSION,
            name: name.into(),
            description: String::new(),
            start_date,
            horizon_weeks,
            warm_up_weeks: 0,
            tiers: Vec::new(),
            groups: Vec::new(),
            calendars: Vec::new(),
            roles: Vec::new(),
            designs: Vec::new(),
            mixes: Vec::new(),
            options: Vec::new(),
            targets: Vec::new(),
            actuals: Vec::new(),
            guide: None,
            business_case: BusinessCase::default(),
            economics: Economics::default(),
        }
    }
}

/// A level of the tiered model; the label is the service's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Tier {
    /// Stable id.
    pub id: Id,
    /// Label: "Universal", "Targeted", "Individualised" (or "Specialist").
    pub name: String,
}

/// One way of running the service: the pathway graph.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Design {
    /// Stable id.
    pub id: Id,
    /// Label.
    pub name: String,
    /// What it changes and why.
    #[serde(default)]
    pub description: String,
    /// The nodes.
    pub steps: Vec<Step>,
    /// The edges.
    #[serde(default)]
    pub links: Vec<Link>,
}

/// What is compared: a design with a staffing mix, and single figures changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceOption {
    /// Stable id.
    pub id: Id,
    /// Label.
    pub name: String,
    /// What it is, in a sentence.
    #[serde(default)]
    pub description: String,
    /// Id of the design.
    pub design: Id,
    /// Id of the staffing mix; none when no step needs staff.
    #[serde(default)]
    pub mix: Option<Id>,
    /// Figures that differ from the design and the mix, by place.
    #[serde(default)]
    pub changes: Vec<Change>,
    /// What it changes about the workforce against the first option, by the points of the HEE Star.
    #[serde(default)]
    #[cfg_attr(feature = "specta", specta(optional))]
    pub star: Vec<StarTag>,
}

/// One figure of an option that differs from its design or mix.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Change {
    /// Place of the figure from the scenario down, ids for elements of lists:
    /// `design/steps/workshop/work/schedule/everyWeeks`, `mix/posts/ot-band-6/wte`.
    pub figure: String,
    /// What it becomes.
    pub to: Estimate,
}

/// Something that would be good enough, by a time, with a probability.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Target {
    /// Stable id.
    pub id: Id,
    /// Label: "Nobody waits a year".
    pub name: String,
    /// What is measured.
    pub measure: TargetMeasure,
    /// The line: at most this (at least, for shares within a time).
    pub threshold: Estimate,
    /// By which week.
    pub by_week: u32,
    /// With which probability `[%]`.
    #[serde(default = "ninety")]
    pub probability_percent: Estimate,
}

fn ninety() -> Estimate {
    Estimate::exactly(90.0)
}

/// What a target is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum TargetMeasure {
    /// People on the waiting list, at most.
    WaitingList,
    /// Open referrals, at most.
    OpenReferrals,
    /// Longest wait of those still waiting `[weeks]`, at most.
    LongestWait,
    /// People who have waited longer than so many weeks, at most.
    OverWeeks(OverWeeks),
    /// Share of the list that has waited no longer than 18 weeks `[%]`, at least.
    Within18Weeks,
    /// 92nd percentile of weeks waited by those on the list, at most.
    Percentile92,
}

tagged!(TargetMeasure {
    "waitingList" => WaitingList, "openReferrals" => OpenReferrals, "longestWait" => LongestWait,
    "overWeeks" => OverWeeks(OverWeeks), "within18Weeks" => Within18Weeks, "percentile92" => Percentile92,
});

/// A limit of weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OverWeeks {
    /// One of 18, 52, 65, 78, 104.
    pub weeks: u32,
}

figures!(struct Design by id { steps, links });
figures!(struct Change by figure { to });
figures!(struct ServiceOption by id { changes });
figures!(struct Target by id { threshold, probability_percent });
figures!(struct Project { groups, calendars, roles, designs, mixes, options, targets, economics });
