//! The plan: one scenario compiled to flat arrays, with every id turned into a position and every figure into days,
//! hours and shares. The engine reads nothing else.
//!
//! A plan holds one value for each figure. Where figures are uncertain a plan is compiled anew for each replication
//! from the drawn values ([`crate::inputs`]); its columns are the same every time.

mod columns;
mod demand;
mod steps;
mod workforce;

use std::collections::HashMap;
use std::sync::Arc;

use pathloom_service::{Id, Scenario, Work};

pub(crate) use columns::{Block, Whose, group_flow, step_flow};
pub(crate) use demand::{ArrivalPlan, Pace, StartList, StartPlan, starting_list};
pub(crate) use steps::{
    ConditionPlan, ContactsPlan, EndOfDayPlan, GroupPlan, Hazard, Kind, MissedPlan, OutcomePlan, PlacesPlan,
    Routes, StepPlan, WaitPlan,
};
pub(crate) use workforce::{PolicyPlan, PostPlan, PresencePlan, RolePlan};

use crate::calendar::Timetable;
use crate::engine::MOST_PEOPLE;
use crate::outcomes::{Catalogue, HorizonMeasure};
use crate::run::RunError;

/// "No such step", where a step may be missing.
pub(crate) const NOWHERE: u16 = u16::MAX;

/// Longest time anybody can have waited at the start `[days]`: twenty years and a bit.
const LONGEST_PAST_DAYS: f64 = 7.0 * 1_200.0;

/// Memory one plan may take for timetables, and one worker for its day counts `[bytes]`.
const PLAN_BYTES: usize = 512 << 20;

/// One scenario, ready to run.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) catalogue: Arc<Catalogue>,
    pub(crate) blocks: Arc<Vec<Block>>,
    pub(crate) figures: Arc<Vec<(HorizonMeasure, Whose)>>,
    pub(crate) steps: Vec<StepPlan>,
    pub(crate) roles: Vec<RolePlan>,
    pub(crate) posts: Vec<PostPlan>,
    pub(crate) tables: Vec<Timetable>,
    /// Hours of each timetable in each week `[tables][weeks]`.
    pub(crate) table_hours: Vec<Vec<f64>>,
    pub(crate) arrivals: Vec<ArrivalPlan>,
    /// Priority class of each group, closed up: 0, 1, 2 …
    pub(crate) class_of_group: Vec<u8>,
    pub(crate) n_classes: usize,
    pub(crate) n_tiers: usize,
    pub(crate) weeks: usize,
    pub(crate) warm_up_days: f64,
    pub(crate) horizon_days: f64,
    /// Days before the start that the oldest referral can lie.
    pub(crate) past_days: usize,
    /// Yearly cost of the posts `[£]`, vacancies not taken off.
    pub(crate) posts_cost_per_year: f64,
    /// Calls answered by universal offers over the horizon.
    pub(crate) calls_answered: f64,
}

impl Plan {
    /// Days that counts by referral day cover.
    pub(crate) fn days(&self) -> usize {
        self.past_days + 7 * self.weeks
    }

    pub(crate) fn n_groups(&self) -> usize {
        self.class_of_group.len()
    }

    /// Compiles a scenario.
    ///
    /// # Errors
    /// [`RunError::Invalid`] for what `check` reports as an error and the engine could not give a meaning to;
    /// [`RunError::TooLarge`] when the arrays would not fit.
    pub(crate) fn compile(scenario: &Scenario) -> Result<Plan, RunError> {
        let names = Names::new(scenario)?;
        let weeks = (scenario.horizon_weeks + scenario.warm_up_weeks) as usize;
        let mut priorities: Vec<u8> = scenario.groups.iter().map(|group| group.priority).collect();
        priorities.sort_unstable();
        priorities.dedup();
        let class = |priority: u8| priorities.iter().position(|p| *p == priority).unwrap_or(0) as u8;

        let mut workforce = workforce::compile(scenario, &names, weeks)?;
        let steps = steps::compile(scenario, &names)?;
        serve(&mut workforce.roles, &steps);
        there_at_start(&steps)?;
        let arrivals = demand::arrivals(scenario, &names, weeks)?;
        let past_days = steps
            .iter()
            .filter_map(|step| step.start.as_ref())
            .fold(0.0, |past: f64, start| past.max(start.longest_days()));
        let past_days = past_days.min(LONGEST_PAST_DAYS).ceil() as usize + 1;
        let rows = count_rows(scenario.groups.len(), scenario.tiers.len());
        let bytes = rows * (past_days + 7 * weeks) * 4;
        if bytes > PLAN_BYTES {
            return Err(RunError::TooLarge {
                needed_mb: (bytes >> 20) as u64,
                limit_mb: (PLAN_BYTES >> 20) as u64,
            });
        }
        let (blocks, figures, catalogue) = columns::build(scenario, &steps, weeks);
        Ok(Plan {
            catalogue: Arc::new(catalogue),
            blocks: Arc::new(blocks),
            figures: Arc::new(figures),
            roles: workforce.roles,
            posts: workforce.posts,
            tables: workforce.tables,
            table_hours: workforce.table_hours,
            posts_cost_per_year: workforce.cost_per_year,
            steps,
            arrivals,
            class_of_group: scenario.groups.iter().map(|group| class(group.priority)).collect(),
            n_classes: priorities.len().max(1),
            n_tiers: scenario.tiers.len(),
            weeks,
            warm_up_days: f64::from(scenario.warm_up_weeks) * 7.0,
            horizon_days: weeks as f64 * 7.0,
            past_days,
            calls_answered: demand::calls_answered(scenario),
        })
    }
}

/// Rows of counts by day of referral: one for each client group and tier, and one for the steps without a tier.
pub(crate) const fn count_rows(n_groups: usize, n_tiers: usize) -> usize {
    n_groups + n_tiers + 1
}

/// Positions of everything that has an id.
pub(crate) struct Names<'s> {
    steps: HashMap<&'s str, u16>,
    groups: HashMap<&'s str, u8>,
    roles: HashMap<&'s str, u16>,
    tiers: HashMap<&'s str, u16>,
}

impl<'s> Names<'s> {
    fn new(scenario: &'s Scenario) -> Result<Self, RunError> {
        let limit = |what: &str, n: usize, most: usize| {
            (n <= most).then_some(()).ok_or_else(|| RunError::Invalid {
                place: scenario.option_id.clone(),
                message: format!("there are {n} {what}, and at most {most} can be simulated"),
            })
        };
        limit("steps", scenario.design.steps.len(), 2_000)?;
        limit("client groups", scenario.groups.len(), 50)?;
        limit("roles", scenario.roles.len(), 200)?;
        limit("weeks", scenario.horizon_weeks.saturating_add(scenario.warm_up_weeks) as usize, 5_200)?;
        if scenario.groups.is_empty() || scenario.horizon_weeks == 0 {
            return Err(RunError::Invalid {
                place: scenario.option_id.clone(),
                message: "it needs at least one client group and one week to look ahead".to_owned(),
            });
        }
        fn positions<'s, T: TryFrom<usize>>(ids: impl Iterator<Item = &'s Id>) -> HashMap<&'s str, T> {
            ids.enumerate().filter_map(|(at, id)| Some((id.as_str(), T::try_from(at).ok()?))).collect()
        }
        Ok(Self {
            steps: positions(scenario.design.steps.iter().map(|step| &step.id)),
            groups: positions(scenario.groups.iter().map(|group| &group.id)),
            roles: positions(scenario.roles.iter().map(|role| &role.id)),
            tiers: positions(scenario.tiers.iter().map(|tier| &tier.id)),
        })
    }

    pub(crate) fn step(&self, id: &str, place: &str) -> Result<u16, RunError> {
        self.steps.get(id).copied().ok_or_else(|| missing("step", id, place))
    }

    pub(crate) fn group(&self, id: &str, place: &str) -> Result<u8, RunError> {
        self.groups.get(id).copied().ok_or_else(|| missing("client group", id, place))
    }

    pub(crate) fn role(&self, id: &str, place: &str) -> Result<u16, RunError> {
        self.roles.get(id).copied().ok_or_else(|| missing("role", id, place))
    }

    pub(crate) fn tier(&self, id: &str) -> Option<u16> {
        self.tiers.get(id).copied()
    }
}

/// Refuses starting lists of more people than may be in the service at once, before room is made for them.
fn there_at_start(steps: &[StepPlan]) -> Result<(), RunError> {
    let people: u64 = steps.iter().filter_map(|step| step.start.as_ref()).map(StartPlan::people).sum();
    if people > u64::from(MOST_PEOPLE) { Err(RunError::TooManyPeople { limit: MOST_PEOPLE }) } else { Ok(()) }
}

fn missing(what: &str, id: &str, place: &str) -> RunError {
    RunError::Invalid { place: place.to_owned(), message: format!("there is no {what} \"{id}\"") }
}

/// Tells each role which steps it serves.
fn serve(roles: &mut [RolePlan], steps: &[StepPlan]) {
    for (at, step) in steps.iter().enumerate() {
        if let Kind::Contacts(contacts) = &step.kind {
            for (role, _) in contacts.needs.iter().flatten() {
                let serves = &mut roles[usize::from(*role)].serves;
                if serves.last() != Some(&(at as u16)) {
                    serves.push(at as u16);
                }
            }
        }
    }
    let works_in_groups = |role: u16| {
        steps.iter().any(|step| match &step.kind {
            Kind::Group(group) => {
                group.staff.iter().flat_map(|need| &need.any_of).any(|(other, _)| *other == role)
            }
            _ => false,
        })
    };
    for (_, role) in roles.iter_mut().enumerate().filter(|(at, _)| !works_in_groups(*at as u16)) {
        let [step] = role.serves[..] else { continue };
        let Kind::Contacts(contacts) = &steps[usize::from(step)].kind else { continue };
        let simple = contacts.plain
            && contacts.wait.order.is_plain()
            && contacts.contacts.always_one()
            && !contacts.arrive_booked
            && contacts.cancelled == 0.0
            && contacts.missed.is_none()
            && contacts.needs[0].len() == 1
            && contacts.notice_days == 0.0
            && contacts.wait.list_limit == u32::MAX
            && !steps[usize::from(step)].in_cycle;
        role.solo = (simple && role.pool.is_some()).then_some(step);
    }
}

/// Whether a step is one at which people can be.
pub(crate) fn holds_people(work: &Work) -> bool {
    matches!(work, Work::Contacts(_) | Work::Group(_) | Work::Places(_) | Work::Delay(_))
}
