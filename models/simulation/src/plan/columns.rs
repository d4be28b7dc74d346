//! The columns of a run: what each holds and where the census finds it.

use pathloom_service::{Scenario, Work};

use super::holds_people;
use super::steps::{Kind, StepPlan};
use crate::outcomes::{Catalogue, HorizonMeasure, Scope, WeeklyMeasure};

/// Steps up to which every weekly column is kept for each; designs with more keep the essential ones.
const STEPS_IN_FULL: usize = 60;

/// Where the census finds a weekly value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Column {
    /// From the snapshot of a scope.
    Snapshot(SnapshotScope, SnapshotField),
    /// Open referrals, of a group or of everybody.
    Open(Option<u8>),
    /// A running total of a group (or of all), by position; the week's value is its growth.
    GroupFlow(Option<u8>, usize),
    /// A running total of a step, by position.
    StepFlow(u16, usize),
    /// People queueing at a step.
    Queued(u16),
    /// People under way at a step.
    UnderWay(u16),
    /// People kept in a place of a step.
    Delayed(u16),
    /// Staff hours: used, available, overtime.
    Hours(u16, usize),
}

/// Whose horizon figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    Service,
    Group(u8),
    Step(u16),
    Role(u16),
}

/// Whose snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SnapshotScope {
    Service,
    Group(u8),
    Tier(u16),
    Step(u16),
}

/// What of a snapshot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SnapshotField {
    Number,
    Longest,
    Percentile92,
    Median,
    Mean,
    Within18Percent,
    Over(usize),
    Band(u8),
}

/// Running totals of a group, by position.
pub(crate) mod group_flow {
    pub(crate) const REFERRALS: usize = 0;
    pub(crate) const RE_REFERRALS: usize = 1;
    pub(crate) const SEEN: usize = 2;
    /// Five outcome kinds follow.
    pub(crate) const OUTCOMES: usize = 3;
    pub(crate) const MISSED: usize = 8;
    pub(crate) const TURNED_AWAY: usize = 9;
    pub(crate) const COUNT: usize = 10;
}

/// Running totals of a step, by position.
pub(crate) mod step_flow {
    pub(crate) const STARTED: usize = 0;
    pub(crate) const FINISHED: usize = 1;
    pub(crate) const REMOVED: usize = 2;
    pub(crate) const ESCALATED: usize = 3;
    pub(crate) const MISSED: usize = 4;
    pub(crate) const TURNED_AWAY: usize = 5;
    /// Had to queue before they started.
    pub(crate) const QUEUED_FIRST: usize = 6;
    pub(crate) const COUNT: usize = 7;
}

/// Builds the columns of a scenario.
pub(super) fn build(
    scenario: &Scenario,
    steps: &[StepPlan],
    weeks: usize,
) -> (Vec<Column>, Vec<(HorizonMeasure, Whose)>, Catalogue) {
    let mut weekly = Vec::new();
    let mut columns = Vec::new();
    let mut push = |measure: WeeklyMeasure, scope: &Scope, column: Column| {
        weekly.push((measure, scope.clone()));
        columns.push(column);
    };
    {
        let mut people = |scope: &Scope, of: SnapshotScope, group: Option<u8>| {
            snapshot(scope, of, &mut push);
            push(WeeklyMeasure::OpenReferrals, scope, Column::Open(group));
            for (measure, at) in [
                (WeeklyMeasure::Referrals, group_flow::REFERRALS),
                (WeeklyMeasure::ReReferrals, group_flow::RE_REFERRALS),
                (WeeklyMeasure::Seen, group_flow::SEEN),
                (WeeklyMeasure::Completed, group_flow::OUTCOMES),
                (WeeklyMeasure::Signposted, group_flow::OUTCOMES + 1),
                (WeeklyMeasure::Removed, group_flow::OUTCOMES + 2),
                (WeeklyMeasure::EscalatedOut, group_flow::OUTCOMES + 3),
                (WeeklyMeasure::Readmitted, group_flow::OUTCOMES + 4),
                (WeeklyMeasure::Missed, group_flow::MISSED),
            ] {
                push(measure, scope, Column::GroupFlow(group, at));
            }
        };
        people(&Scope::Service, SnapshotScope::Service, None);
        if scenario.groups.len() > 1 {
            for (at, group) in scenario.groups.iter().enumerate() {
                people(&Scope::Group(group.id.clone()), SnapshotScope::Group(at as u8), Some(at as u8));
            }
        }
    }
    for (at, tier) in scenario.tiers.iter().enumerate() {
        snapshot(&Scope::Tier(tier.id.clone()), SnapshotScope::Tier(at as u16), &mut push);
    }
    let in_full = steps.len() <= STEPS_IN_FULL;
    for (at, step) in scenario.design.steps.iter().enumerate().filter(|(_, step)| holds_people(&step.work)) {
        let (scope, at) = (Scope::Step(step.id.clone()), at as u16);
        push(WeeklyMeasure::UnderWay, &scope, Column::UnderWay(at));
        if matches!(step.work, Work::Delay(_)) {
            continue;
        }
        push(WeeklyMeasure::WaitingList, &scope, Column::Queued(at));
        push(
            WeeklyMeasure::LongestWait,
            &scope,
            Column::Snapshot(SnapshotScope::Step(at), SnapshotField::Longest),
        );
        if !in_full {
            continue;
        }
        for (measure, over) in [(WeeklyMeasure::Over18, 0), (WeeklyMeasure::Over52, 1)] {
            push(measure, &scope, Column::Snapshot(SnapshotScope::Step(at), SnapshotField::Over(over)));
        }
        for (measure, flow) in [
            (WeeklyMeasure::Seen, step_flow::STARTED),
            (WeeklyMeasure::Removed, step_flow::REMOVED),
            (WeeklyMeasure::EscalatedOut, step_flow::ESCALATED),
            (WeeklyMeasure::Missed, step_flow::MISSED),
        ] {
            push(measure, &scope, Column::StepFlow(at, flow));
        }
        if matches!(step.work, Work::Places(_)) {
            push(WeeklyMeasure::Delayed, &scope, Column::Delayed(at));
        }
    }
    for (at, role) in scenario.roles.iter().enumerate() {
        let scope = Scope::Role(role.id.clone());
        for (position, measure) in
            [WeeklyMeasure::HoursUsed, WeeklyMeasure::HoursAvailable, WeeklyMeasure::OvertimeHours].into_iter().enumerate()
        {
            push(measure, &scope, Column::Hours(at as u16, position));
        }
    }
    let (figures, horizon) = horizon(scenario, steps).into_iter().map(|(m, whose, scope)| ((m, whose), (m, scope))).unzip();
    (columns, figures, Catalogue { weekly, horizon, weeks, warm_up_weeks: scenario.warm_up_weeks as usize })
}

fn snapshot(scope: &Scope, of: SnapshotScope, push: &mut impl FnMut(WeeklyMeasure, &Scope, Column)) {
    let over = [
        WeeklyMeasure::Over18,
        WeeklyMeasure::Over52,
        WeeklyMeasure::Over65,
        WeeklyMeasure::Over78,
        WeeklyMeasure::Over104,
    ];
    let fields = [
        (WeeklyMeasure::WaitingList, SnapshotField::Number),
        (WeeklyMeasure::LongestWait, SnapshotField::Longest),
        (WeeklyMeasure::Percentile92, SnapshotField::Percentile92),
        (WeeklyMeasure::MedianWait, SnapshotField::Median),
        (WeeklyMeasure::MeanWait, SnapshotField::Mean),
        (WeeklyMeasure::Within18Percent, SnapshotField::Within18Percent),
    ];
    let over = over.into_iter().enumerate().map(|(at, measure)| (measure, SnapshotField::Over(at)));
    let bands = (0..8).map(|band| (WeeklyMeasure::NationalBand(band), SnapshotField::Band(band)));
    let bands = bands.filter(|_| !matches!(of, SnapshotScope::Tier(_)));
    for (measure, field) in fields.into_iter().chain(over).chain(bands) {
        push(measure, scope, Column::Snapshot(of, field));
    }
}

/// Measures of a collection of waits.
const WAITS: [HorizonMeasure; 6] = [
    HorizonMeasure::WaitMean,
    HorizonMeasure::WaitMedian,
    HorizonMeasure::Wait92,
    HorizonMeasure::Wait95,
    HorizonMeasure::WaitLongest,
    HorizonMeasure::WaitWithin18Percent,
];

/// Every horizon figure, with its place in the plan and its name.
fn horizon(scenario: &Scenario, steps: &[StepPlan]) -> Vec<(HorizonMeasure, Whose, Scope)> {
    use HorizonMeasure as H;
    let people = [
        H::WaitEndedMean, H::WaitEndedMedian, H::WaitEnded92, H::WaitEnded95, H::WaitRemovedMean, H::Referrals,
        H::ReReferrals, H::Seen, H::Completed, H::Signposted, H::Removed, H::EscalatedOut, H::Readmitted, H::Missed,
        H::TurnedAway, H::MeanWaiting, H::MeanOpen,
    ];
    let of_service = [
        H::CallsAnswered, H::CostPerYear, H::CostPerCompleted, H::BenefitPounds, H::QualityAdjustedLifeYears,
        H::MeanWaitRatio, H::MeanWaitGap, H::LongestWaitRatio, H::LongestWaitGap,
    ];
    let of_queue = [
        H::HadToWaitPercent, H::ReferralToSeenMean, H::Seen, H::Removed, H::EscalatedOut, H::WaitRemovedMean,
        H::Missed, H::TurnedAway, H::MeanWaiting, H::MeanDelayed, H::DelayedDays,
    ];
    let of_role = [H::HoursUsed, H::HoursAvailable, H::UtilisationPercent, H::OvertimeHours];

    let mut list: Vec<(H, Whose, Scope)> = Vec::new();
    let mut add = |measures: &[H], whose: Whose, scope: Scope| {
        list.extend(measures.iter().map(|measure| (*measure, whose, scope.clone())));
    };
    add(&WAITS, Whose::Service, Scope::Service);
    add(&people, Whose::Service, Scope::Service);
    add(&of_service, Whose::Service, Scope::Service);
    if scenario.groups.len() > 1 {
        for (at, group) in scenario.groups.iter().enumerate() {
            add(&WAITS, Whose::Group(at as u8), Scope::Group(group.id.clone()));
            add(&people, Whose::Group(at as u8), Scope::Group(group.id.clone()));
        }
    }
    for (at, (step, plan)) in scenario.design.steps.iter().zip(steps).enumerate() {
        let (whose, scope) = (Whose::Step(at as u16), Scope::Step(step.id.clone()));
        match plan.kind {
            Kind::Pass | Kind::Offer => {}
            Kind::Outcome(_) => add(&[H::Completed], whose, scope),
            Kind::Delay(_) => add(&[H::Completed, H::MeanUnderWay], whose, scope),
            Kind::Contacts(_) | Kind::Group(_) | Kind::Places(_) => {
                add(&[H::Completed, H::MeanUnderWay], whose, scope.clone());
                add(&WAITS, whose, scope.clone());
                add(&of_queue, whose, scope);
            }
        }
    }
    for (at, role) in scenario.roles.iter().enumerate() {
        add(&of_role, Whose::Role(at as u16), Scope::Role(role.id.clone()));
    }
    list
}
