//! Who is referred, how many, and who is already there when the simulation starts.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Id;
use crate::distribution::{Count, Distribution};
use crate::estimate::Estimate;
use crate::figures::figures;
use crate::tagged::tagged;

/// People who are alike in what they need and how urgently; any equity label is a group of its own.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClientGroup {
    /// Stable id.
    pub id: Id,
    /// Label.
    pub name: String,
    /// Priority class in queues: 0 is seen first. Equal for everyone unless the service triages by urgency.
    #[serde(default)]
    pub priority: u8,
    /// Labels the user made for looking at fairness: `{"deprivation": "most deprived fifth"}`.
    #[serde(default)]
    pub labels: BTreeMap<String, String>,
}

/// People arrive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Referrals {
    /// Mean number of referrals [people a week] at the start.
    pub per_week: Estimate,
    /// How they fall in time.
    #[serde(default)]
    pub pattern: ArrivalPattern,
    /// Relative rate of each month, January first; scaled so that the year's mean is `per_week`. Empty: no season.
    #[serde(default)]
    pub month_profile: Vec<Estimate>,
    /// Relative rate of each weekday, Monday first. Empty: the same every day.
    #[serde(default)]
    pub weekday_profile: Vec<Estimate>,
    /// Growth of the rate [% a year, compound].
    #[serde(default)]
    pub growth_percent_per_year: Estimate,
    /// Changes of the rate from a week on.
    #[serde(default)]
    pub changes: Vec<RateChange>,
    /// Share of each client group `[%]`; adds to 100. Empty: everybody is of the first group.
    #[serde(default)]
    pub case_mix: BTreeMap<Id, Estimate>,
}

/// How referrals fall in time.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum ArrivalPattern {
    /// At random (a Poisson process, with the season and growth of the rate).
    #[default]
    Poisson,
    /// Evenly spaced: each after the same share of the expected demand, the first after one whole gap.
    Regular,
    /// At random, but weeks differ more than chance allows: a negative binomial number each week.
    OverDispersed(OverDispersion),
    /// As they came: referral days from the service's own record, replayed.
    History(History),
}

tagged!(ArrivalPattern {
    "poisson" => Poisson, "regular" => Regular, "overDispersed" => OverDispersed(OverDispersion), "history" => History(History),
});

/// How much weekly numbers vary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OverDispersion {
    /// Variance of the weekly number divided by its mean; 1 is Poisson.
    pub variance_to_mean: Estimate,
}

/// Referral days to replay.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct History {
    /// Day of each referral, counted from the start date, fractions allowed, in order.
    pub days: Vec<f64>,
}

/// A change of the referral rate from a week on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RateChange {
    /// From the start of this week.
    pub from_week: u32,
    /// Rate relative to what it would have been `[%]`: 110 is a tenth more.
    pub percent: Estimate,
}

/// Who is at a step when the simulation starts.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StartingState {
    /// People waiting for this step.
    #[serde(default)]
    pub waiting: Option<StartingList>,
    /// People between contacts here, or in a place.
    #[serde(default)]
    pub in_treatment: Option<InTreatment>,
    /// Share of each client group `[%]`; empty: as referred (or the first group).
    #[serde(default)]
    pub case_mix: BTreeMap<Id, Estimate>,
}

/// A list of people waiting at the start.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
#[expect(clippy::large_enum_variant, reason = "a document holds few of them")]
pub enum StartingList {
    /// Number, mean and longest wait: weeks waited are drawn so that both are matched.
    Summary(ListSummary),
    /// Weeks waited by each person, as imported.
    Ages(ListAges),
}

tagged!(StartingList { "summary" => Summary(ListSummary), "ages" => Ages(ListAges) });

impl StartingList {
    /// How many people are on it, at the likely value where that is a range.
    pub fn people(&self) -> f64 {
        match self {
            Self::Summary(list) => list.number.likely,
            Self::Ages(list) => list.weeks.len() as f64,
        }
    }
}

/// A list known by three numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListSummary {
    /// People on the list.
    pub number: Estimate,
    /// Mean wait so far `[weeks]`.
    pub mean_weeks: Estimate,
    /// Longest wait so far `[weeks]`.
    pub longest_weeks: Estimate,
}

/// A list known person by person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ListAges {
    /// Weeks waited so far by each person.
    pub weeks: Vec<f64>,
    /// Id of each person's client group, in the same order. Empty: groups are drawn by the case mix.
    #[serde(default)]
    pub groups: Vec<Id>,
}

/// People under way at a step at the start; their clock has stopped already.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct InTreatment {
    /// People under way.
    pub number: Estimate,
    /// Contacts each still has to come (Contacts steps); the next one falls at random within the usual gap.
    #[serde(default)]
    pub contacts_left: Count,
    /// Days each will still stay (Places and Delay steps). None: a whole stay is drawn and a random part of it is over.
    #[serde(default)]
    pub days_left: Option<Distribution>,
}

figures!(struct ClientGroup by id {});
figures!(struct Referrals { per_week, pattern, month_profile, weekday_profile, growth_percent_per_year, changes, case_mix });
figures!(
    enum ArrivalPattern {
        OverDispersed,
        History,
    },
    empty { Poisson, Regular }
);
figures!(struct OverDispersion { variance_to_mean });
figures!(
    struct History {}
);
figures!(struct RateChange { percent });
figures!(struct StartingState { waiting, in_treatment, case_mix });
figures!(
    enum StartingList {
        Summary,
        Ages,
    }
);
figures!(struct ListSummary { number, mean_weeks, longest_weeks });
figures!(
    struct ListAges {}
);
figures!(struct InTreatment { number, contacts_left, days_left });
