//! What measures are called in files: their stable names and units.

use pathloom_service::Scenario;
use serde::Serialize;
use serde_json::Value;

use crate::{HorizonMeasure, Scope, WeeklyMeasure};

/// The stable name of a measure: `waitingList`, `over52`, `nationalBand4`.
pub fn name(measure: &impl Serialize) -> String {
    match serde_json::to_value(measure) {
        Ok(Value::String(name)) => name,
        // A measure with a number: {"nationalBand": 4}.
        Ok(Value::Object(fields)) => fields.iter().map(|(name, number)| format!("{name}{number}")).collect(),
        _ => String::new(),
    }
}

/// The unit of a weekly measure.
pub fn weekly_unit(measure: WeeklyMeasure) -> &'static str {
    use WeeklyMeasure as M;
    match measure {
        M::WaitingList
        | M::Over18
        | M::Over52
        | M::Over65
        | M::Over78
        | M::Over104
        | M::NationalBand(_)
        | M::OpenReferrals
        | M::UnderWay
        | M::Delayed => "people",
        M::LongestWait | M::Percentile92 | M::MedianWait | M::MeanWait => "weeks",
        M::Within18Percent => "%",
        M::Referrals
        | M::ReReferrals
        | M::Seen
        | M::Completed
        | M::Signposted
        | M::Removed
        | M::EscalatedOut
        | M::Readmitted => "people a week",
        M::Missed => "contacts a week",
        M::HoursUsed | M::HoursAvailable | M::OvertimeHours => "hours a week",
    }
}

/// The unit of a horizon figure.
pub fn horizon_unit(measure: HorizonMeasure) -> &'static str {
    use HorizonMeasure as M;
    match measure {
        M::WaitMean
        | M::WaitMedian
        | M::Wait92
        | M::Wait95
        | M::WaitLongest
        | M::ReferralToSeenMean
        | M::WaitEndedMean
        | M::WaitEndedMedian
        | M::WaitEnded92
        | M::WaitEnded95
        | M::WaitRemovedMean
        | M::MeanWaitGap
        | M::LongestWaitGap => "weeks",
        M::WaitWithin18Percent | M::HadToWaitPercent | M::UtilisationPercent => "%",
        M::Referrals
        | M::ReReferrals
        | M::Seen
        | M::Completed
        | M::Signposted
        | M::Removed
        | M::EscalatedOut
        | M::Readmitted
        | M::TurnedAway
        | M::MeanWaiting
        | M::MeanUnderWay
        | M::MeanDelayed
        | M::MeanOpen => "people",
        M::Missed => "contacts",
        M::CallsAnswered => "calls",
        M::DelayedDays => "days",
        M::HoursUsed | M::HoursAvailable | M::OvertimeHours => "hours",
        M::CostPerYear => "£ a year",
        M::CostPerCompleted | M::BenefitPounds => "£",
        M::QualityAdjustedLifeYears => "quality-adjusted life years",
        M::MeanWaitRatio | M::LongestWaitRatio => "ratio",
    }
}

/// The kind and the id of a scope.
pub(super) fn scope(scope: &Scope) -> (&'static str, Option<&str>) {
    match scope {
        Scope::Service => ("service", None),
        Scope::Tier(id) => ("tier", Some(id)),
        Scope::Group(id) => ("group", Some(id)),
        Scope::Step(id) => ("step", Some(id)),
        Scope::Role(id) => ("role", Some(id)),
    }
}

/// The label of what a scope is about; empty for the whole service.
pub(super) fn scope_label(scenario: &Scenario, scope: &Scope) -> String {
    let label = match scope {
        Scope::Service => None,
        Scope::Tier(id) => scenario.tiers.iter().find(|tier| tier.id == *id).map(|tier| &tier.name),
        Scope::Group(id) => scenario.groups.iter().find(|group| group.id == *id).map(|group| &group.name),
        Scope::Step(id) => scenario.design.steps.iter().find(|step| step.id == *id).map(|step| &step.name),
        Scope::Role(id) => scenario.roles.iter().find(|role| role.id == *id).map(|role| &role.name),
    };
    label.cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_have_names_that_fit_one_cell() {
        assert_eq!(name(&WeeklyMeasure::WaitingList), "waitingList");
        assert_eq!(name(&WeeklyMeasure::NationalBand(4)), "nationalBand4");
        assert_eq!(name(&HorizonMeasure::CostPerYear), "costPerYear");
    }
}
