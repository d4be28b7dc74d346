//! The columns of a run: what each holds and where the census finds it.

use pathloom_service::{Scenario, Work};

use super::holds_people;
use super::steps::{Kind, StepPlan};
use crate::outcomes::{Catalogue, HorizonMeasure, Scope, WeeklyMeasure};

/// Steps up to which every weekly column is kept for each; designs with more keep the essential ones.
const STEPS_IN_FULL: usize = 60;

/// Columns that the census writes together, in a fixed order.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Block {
    /// Snapshot of people waiting at the steps of a tier, with bands.
    Tier(u16),
    /// Snapshot with bands, open referrals and flows, of a group or of everybody.
    People(Option<u8>),
    /// A step with a queue: the essential columns, and the others.
    Step { step: u16, in_full: bool, places: bool },
    /// People in a delay.
    Delay(u16),
    /// Hours used, available and overtime.
    Role(u16),
}

/// Whose horizon figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    Service,
    Group(u8),
    Step(u16),
    Role(u16),
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

/// Builds the columns of a scenario, their blocks and the horizon figures.
pub(super) fn build(
    scenario: &Scenario,
    steps: &[StepPlan],
    weeks: usize,
) -> (Vec<Block>, Vec<(HorizonMeasure, Whose)>, Catalogue) {
    let mut weekly = Vec::new();
    let mut blocks = Vec::new();
    let mut push = |block: Block, measures: &[&[WeeklyMeasure]], scope: &Scope| {
        blocks.push(block);
        weekly.extend(measures.iter().flat_map(|part| part.iter()).map(|measure| (*measure, scope.clone())));
    };
    let bands: Vec<WeeklyMeasure> = (0..8).map(WeeklyMeasure::NationalBand).collect();
    push(Block::People(None), &[&SNAPSHOT, &bands, &PEOPLE], &Scope::Service);
    if scenario.groups.len() > 1 {
        for (at, group) in scenario.groups.iter().enumerate() {
            let scope = Scope::Group(group.id.clone());
            push(Block::People(Some(at as u8)), &[&SNAPSHOT, &bands, &PEOPLE], &scope);
        }
    }
    for (at, tier) in scenario.tiers.iter().enumerate() {
        push(Block::Tier(at as u16), &[&SNAPSHOT, &bands], &Scope::Tier(tier.id.clone()));
    }
    let in_full = steps.len() <= STEPS_IN_FULL;
    for (at, step) in scenario.design.steps.iter().enumerate().filter(|(_, step)| holds_people(&step.work)) {
        let (scope, at) = (Scope::Step(step.id.clone()), at as u16);
        if matches!(step.work, Work::Delay(_)) {
            push(Block::Delay(at), &[&[WeeklyMeasure::UnderWay]], &scope);
            continue;
        }
        let places = matches!(step.work, Work::Places(_));
        let all: &[WeeklyMeasure] = if in_full { &STEP_IN_FULL } else { &[] };
        let delayed: &[WeeklyMeasure] = if places { &[WeeklyMeasure::Delayed] } else { &[] };
        push(Block::Step { step: at, in_full, places }, &[&STEP, all, delayed], &scope);
    }
    for (at, role) in scenario.roles.iter().enumerate() {
        push(Block::Role(at as u16), &[&ROLE], &Scope::Role(role.id.clone()));
    }
    let (figures, horizon) =
        horizon(scenario, steps).into_iter().map(|(m, whose, scope)| ((m, whose), (m, scope))).unzip();
    (blocks, figures, Catalogue { weekly, horizon, weeks, warm_up_weeks: scenario.warm_up_weeks as usize })
}

/// Measures of a snapshot, in the order in which the census writes them; so with the lists below.
const SNAPSHOT: [WeeklyMeasure; 11] = [
    WeeklyMeasure::WaitingList,
    WeeklyMeasure::LongestWait,
    WeeklyMeasure::Percentile92,
    WeeklyMeasure::MedianWait,
    WeeklyMeasure::MeanWait,
    WeeklyMeasure::Within18Percent,
    WeeklyMeasure::Over18,
    WeeklyMeasure::Over52,
    WeeklyMeasure::Over65,
    WeeklyMeasure::Over78,
    WeeklyMeasure::Over104,
];

/// Open referrals, then the first nine running totals of a group.
const PEOPLE: [WeeklyMeasure; 10] = [
    WeeklyMeasure::OpenReferrals,
    WeeklyMeasure::Referrals,
    WeeklyMeasure::ReReferrals,
    WeeklyMeasure::Seen,
    WeeklyMeasure::Completed,
    WeeklyMeasure::Signposted,
    WeeklyMeasure::Removed,
    WeeklyMeasure::EscalatedOut,
    WeeklyMeasure::Readmitted,
    WeeklyMeasure::Missed,
];

const STEP: [WeeklyMeasure; 3] =
    [WeeklyMeasure::UnderWay, WeeklyMeasure::WaitingList, WeeklyMeasure::LongestWait];

const STEP_IN_FULL: [WeeklyMeasure; 6] = [
    WeeklyMeasure::Over18,
    WeeklyMeasure::Over52,
    WeeklyMeasure::Seen,
    WeeklyMeasure::Removed,
    WeeklyMeasure::EscalatedOut,
    WeeklyMeasure::Missed,
];

const ROLE: [WeeklyMeasure; 3] =
    [WeeklyMeasure::HoursUsed, WeeklyMeasure::HoursAvailable, WeeklyMeasure::OvertimeHours];

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
        H::WaitEndedMean,
        H::WaitEndedMedian,
        H::WaitEnded92,
        H::WaitEnded95,
        H::WaitRemovedMean,
        H::Referrals,
        H::ReReferrals,
        H::Seen,
        H::Completed,
        H::Signposted,
        H::Removed,
        H::EscalatedOut,
        H::Readmitted,
        H::Missed,
        H::TurnedAway,
        H::MeanWaiting,
        H::MeanOpen,
    ];
    let of_service = [
        H::CallsAnswered,
        H::CostPerYear,
        H::CostPerCompleted,
        H::BenefitPounds,
        H::QualityAdjustedLifeYears,
        H::MeanWaitRatio,
        H::MeanWaitGap,
        H::LongestWaitRatio,
        H::LongestWaitGap,
    ];
    let of_queue = [
        H::HadToWaitPercent,
        H::ReferralToSeenMean,
        H::Seen,
        H::Removed,
        H::EscalatedOut,
        H::WaitRemovedMean,
        H::Missed,
        H::TurnedAway,
        H::MeanWaiting,
        H::MeanDelayed,
        H::DelayedDays,
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
