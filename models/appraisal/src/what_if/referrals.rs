//! Referrals as something to be moved: all of them, or those of a client group.

use pathloom_service::{ArrivalPattern, Referrals, Scenario, Work};

use super::levers::{Lever, LeverKind};

/// Sources of referrals whose rate can be moved, with their ids.
pub(super) fn sources(scenario: &Scenario) -> impl Iterator<Item = (&str, &Referrals)> {
    scenario.design.steps.iter().filter_map(|step| match &step.work {
        Work::Referrals(referrals) if !matches!(referrals.pattern, ArrivalPattern::History(_)) => {
            Some((step.id.as_str(), referrals))
        }
        _ => None,
    })
}

/// The share of a source's referrals that are of a group `[1]`: without a case mix all are of the first one.
pub(super) fn share_of_group(scenario: &Scenario, referrals: &Referrals, group: &str) -> f64 {
    if referrals.case_mix.is_empty() {
        return if scenario.groups.first().is_some_and(|first| first.id == group) { 1.0 } else { 0.0 };
    }
    referrals.case_mix.get(group).map_or(0.0, |share| share.likely / 100.0)
}

/// Levers of referrals: all of them, and those of each client group where there are several.
pub(super) fn referrals(scenario: &Scenario) -> Vec<Lever> {
    let people = |share: &dyn Fn(&Referrals) -> f64| -> f64 {
        sources(scenario).map(|(_, one)| one.per_week.likely * share(one)).sum()
    };
    let lever = |id: String, name: String, people_per_week: f64| Lever {
        id,
        kind: LeverKind::Referrals,
        name,
        unit: "%".to_owned(),
        base: 100.0,
        low: 0.0,
        high: 1_000.0,
        from: 50.0,
        to: 150.0,
        step: 1.0,
        set: String::new(),
        people_per_week: Some(people_per_week),
    };
    let mut found = vec![lever("referrals".to_owned(), "All referrals".to_owned(), people(&|_| 1.0))];
    if scenario.groups.len() > 1 {
        found.extend(scenario.groups.iter().map(|group| {
            let rate = people(&|one| share_of_group(scenario, one, &group.id));
            lever(format!("referrals/{}", group.id), format!("Referrals: {}", group.name), rate)
        }));
    }
    found.retain(|lever| lever.people_per_week.is_some_and(|rate| rate > 0.0));
    found
}
