//! What a new step, role or target holds before anybody has filled it in.
//!
//! The figures are round and chosen, to be replaced by the service's own; they are here, and nowhere in the window,
//! so that defaults have one home.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::demand::{ClientGroup, InTreatment, StartingList};
use crate::economics::{Effect, OtherCost};
use crate::project::{Target, Tier};
use crate::step::{Cause, Missed, Returns, Work};
use crate::workforce::{Absence, Calendar, Commitment, Posts, Role, StaffingMix, Turnover};

/// One of everything that can be added to a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Starters {
    /// The work of a new step, once for each kind.
    pub work: Vec<Work>,
    /// The cause of a new link, once for each kind.
    pub causes: Vec<Cause>,
    /// The tiers of a tiered service, from the base of the triangle.
    pub tiers: Vec<Tier>,
    /// A client group.
    pub group: ClientGroup,
    /// A role.
    pub role: Role,
    /// Leave, sickness and study of a role.
    pub absence: Absence,
    /// Vacancies, leavers and recruitment of a role.
    pub turnover: Turnover,
    /// Work of a role before any contact.
    pub commitment: Commitment,
    /// A working pattern.
    pub calendar: Calendar,
    /// A staffing mix.
    pub mix: StaffingMix,
    /// Posts of a role in a mix.
    pub posts: Posts,
    /// Missed contacts of a step.
    pub missed: Missed,
    /// People who come back after an outcome.
    pub returns: Returns,
    /// People waiting for a step at the start.
    pub starting_list: StartingList,
    /// People under way at a step at the start.
    pub in_treatment: InTreatment,
    /// A cost that is neither a post nor a place.
    pub other_cost: OtherCost,
    /// Something that care, waiting or delay leads to.
    pub effect: Effect,
    /// A target.
    pub target: Target,
}

/// One of everything that can be added to a document.
///
/// # Panics
/// Never: a test reads the built-in text.
pub fn starters() -> Starters {
    serde_json::from_str(include_str!("starters.json"))
        .unwrap_or_else(|error| panic!("the built-in starters cannot be read: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::step::OutcomeKind;

    #[test]
    fn there_is_one_of_every_kind() {
        let starters = starters();
        let kind = |value: serde_json::Result<serde_json::Value>| {
            value.ok().and_then(|value| value["kind"].as_str().map(str::to_owned)).unwrap_or_default()
        };
        let work: Vec<String> = starters.work.iter().map(|work| kind(serde_json::to_value(work))).collect();
        assert_eq!(
            work,
            ["referrals", "split", "contacts", "group", "places", "delay", "universalOffer", "outcome"]
        );
        assert_eq!(starters.causes.len(), 5, "every kind of cause");
        assert!(
            matches!(&starters.work[7], Work::Outcome(outcome) if outcome.counts_as == OutcomeKind::Completed)
        );
    }
}
