//! What things cost and what they are worth, beyond posts and places: rates, other costs, effects of care, travel.
//!
//! A rate that is not set is not used, and whoever reads the answer is told so; only the two discount rates have values
//! of their own, with their source, the same as in the bank of figures (`bank.rs`; a test holds them together). Posts, places and outcomes carry their prices themselves.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::estimate::{Estimate, Evidence, EvidenceLabel};
use crate::figures::figures;
use crate::tagged::tagged;

/// What things cost and what they are worth.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Economics {
    /// Whose prices all amounts are in: "2025/26". Nothing is converted.
    #[serde(default)]
    pub price_year: String,
    /// How much less money is worth for each year it comes later [% a year].
    #[serde(default = "social_time_preference")]
    pub discount_percent: Estimate,
    /// The same for effects on health [% a year].
    #[serde(default = "health_preference")]
    pub health_discount_percent: Estimate,
    /// What a quality-adjusted life year is worth `[£]`. None: they are counted and not valued.
    #[serde(default)]
    pub pounds_per_quality_adjusted_life_year: Option<Estimate>,
    /// How far estimates of this kind have proved too hopeful.
    #[serde(default)]
    pub optimism_bias: OptimismBias,
    /// Costs that are neither posts nor places: rooms, equipment, licences, a project manager.
    #[serde(default)]
    pub costs: Vec<OtherCost>,
    /// What care, waiting and delay lead to elsewhere, for better or worse.
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// Journeys of staff.
    #[serde(default)]
    pub travel: Travel,
}

impl Default for Economics {
    fn default() -> Self {
        Self {
            price_year: String::new(),
            discount_percent: social_time_preference(),
            health_discount_percent: health_preference(),
            pounds_per_quality_adjusted_life_year: None,
            optimism_bias: OptimismBias::default(),
            costs: Vec::new(),
            effects: Vec::new(),
            travel: Travel::default(),
        }
    }
}

fn social_time_preference() -> Estimate {
    published(
        3.5,
        "HM Treasury, Review of discounting in the Green Book: terms of reference, 16 December 2025",
    )
}

fn health_preference() -> Estimate {
    published(1.5, "HM Treasury, The Green Book (2022), annex A6, as read by public code")
}

fn published(value: f64, source: &str) -> Estimate {
    let evidence = Evidence {
        label: EvidenceLabel::Published,
        source: source.to_owned(),
        date: None,
        owner: None,
        confidence: None,
        reason: None,
    };
    Estimate { evidence: Some(evidence), ..Estimate::exactly(value) }
}

/// By how much stated costs are raised and stated benefits lowered, because such estimates tend to be too hopeful.
/// None: the figures are taken as they are.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OptimismBias {
    /// On the cost of posts `[%]`.
    #[serde(default)]
    pub staff_percent: Option<Estimate>,
    /// On the cost of places `[%]`.
    #[serde(default)]
    pub places_percent: Option<Estimate>,
    /// On other costs that come once `[%]`.
    #[serde(default)]
    pub once_percent: Option<Estimate>,
    /// On other costs that come every year `[%]`.
    #[serde(default)]
    pub yearly_percent: Option<Estimate>,
    /// On the cost of travel `[%]`.
    #[serde(default)]
    pub travel_percent: Option<Estimate>,
    /// On the cost of each person at an outcome `[%]`.
    #[serde(default)]
    pub per_person_percent: Option<Estimate>,
    /// Taken off benefits of every kind, health included `[%]`.
    #[serde(default)]
    pub benefits_percent: Option<Estimate>,
}

/// A cost that is neither a post nor a place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OtherCost {
    /// Stable id.
    pub id: Id,
    /// Label: "Workshop rooms".
    pub name: String,
    /// Ids of the options that have it; none: all of them.
    #[serde(default)]
    pub options: Vec<Id>,
    /// Paid once `[£]`.
    #[serde(default)]
    pub pounds_once: Option<Estimate>,
    /// Paid every year, evenly over its weeks [£ a year].
    #[serde(default)]
    pub pounds_per_year: Option<Estimate>,
    /// From the start of this week; what is paid once is paid then.
    #[serde(default)]
    pub from_week: u32,
    /// Until the start of this week; none: for good.
    #[serde(default)]
    pub until_week: Option<u32>,
}

/// Something that care, waiting or delay leads to: an appointment avoided, a hospital bed day, health.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Effect {
    /// Stable id.
    pub id: Id,
    /// Label: "GP appointments avoided".
    pub name: String,
    /// What kind of effect it is.
    pub counts_as: EffectKind,
    /// What it is counted for.
    pub each: Occasion,
    /// How many there are for each: 0.5 appointments, 3 bed days; quality-adjusted life years where it counts as health.
    #[serde(default = "one")]
    pub amount: Estimate,
    /// What the amount counts: "GP appointments".
    #[serde(default)]
    pub unit: String,
    /// What one of them costs or is worth `[£]`. None: it is counted and not valued.
    #[serde(default)]
    pub pounds_each: Option<Estimate>,
}

fn one() -> Estimate {
    Estimate::exactly(1.0)
}

/// What kind of effect something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum EffectKind {
    /// A cost to somebody: waiting, delay, work for another service.
    Cost,
    /// A benefit that leaves money in a budget.
    CashReleasing,
    /// A benefit that frees time or room for other work; no budget is smaller for it.
    TimeReleasing,
    /// Quality-adjusted life years.
    Health,
}

/// What an effect is counted for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Occasion {
    /// Each person completed.
    Completed(OfGroup),
    /// Each person first seen.
    Seen(OfGroup),
    /// Each week that somebody waits; as a cost it is what a week waited less is worth.
    WeekWaited(OfGroup),
    /// Each week that somebody is in the queue of a step.
    WeekQueued(AtStep),
    /// Each person who starts at a step.
    Visit(AtStep),
    /// Each person who reaches an outcome.
    Outcome(AtStep),
    /// Each day that a place is occupied.
    DayInPlace(AtStep),
    /// Each day that somebody has finished in a place and is kept there.
    DayDelayed(AtStep),
}

tagged!(Occasion {
    "completed" => Completed(OfGroup), "seen" => Seen(OfGroup), "weekWaited" => WeekWaited(OfGroup),
    "weekQueued" => WeekQueued(AtStep), "visit" => Visit(AtStep), "outcome" => Outcome(AtStep),
    "dayInPlace" => DayInPlace(AtStep), "dayDelayed" => DayDelayed(AtStep),
});

/// People of a client group.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OfGroup {
    /// Id of the client group; none: everybody.
    #[serde(default)]
    pub group: Option<Id>,
}

/// People at a step.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AtStep {
    /// Id of the step. In an option whose design has no such step nothing is counted.
    pub step: Id,
}

impl Occasion {
    /// The step it names, if it names one.
    pub fn step(&self) -> Option<&Id> {
        match self {
            Self::Completed(_) | Self::Seen(_) | Self::WeekWaited(_) => None,
            Self::WeekQueued(at)
            | Self::Visit(at)
            | Self::Outcome(at)
            | Self::DayInPlace(at)
            | Self::DayDelayed(at) => Some(&at.step),
        }
    }

    /// The client group it names, if it names one.
    pub fn group(&self) -> Option<&Id> {
        match self {
            Self::Completed(of) | Self::Seen(of) | Self::WeekWaited(of) => of.group.as_ref(),
            _ => None,
        }
    }
}

/// Journeys of staff, what they cost and what they emit.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Travel {
    /// Cost of a mile `[pence]`. None: miles are counted and not valued.
    #[serde(default)]
    pub pence_per_mile: Option<Estimate>,
    /// Emissions of a mile `[kg CO2e]`. None: they are not worked out.
    #[serde(default)]
    pub kg_co2e_per_mile: Option<Estimate>,
    /// Miles for each contact, all staff together, by the id of the step; missed contacts are travelled to as well.
    #[serde(default)]
    pub miles_per_contact: BTreeMap<Id, Estimate>,
    /// Miles of one WTE in a week, by the id of the role.
    #[serde(default)]
    pub miles_per_wte_per_week: BTreeMap<Id, Estimate>,
}

figures!(struct Economics { discount_percent, health_discount_percent, pounds_per_quality_adjusted_life_year,
    optimism_bias, costs, effects, travel });
figures!(struct OptimismBias { staff_percent, places_percent, once_percent, yearly_percent, travel_percent,
    per_person_percent, benefits_percent });
figures!(struct OtherCost by id { pounds_once, pounds_per_year });
figures!(struct Effect by id { amount, pounds_each });
figures!(struct Travel { pence_per_mile, kg_co2e_per_mile, miles_per_contact, miles_per_wte_per_week });
