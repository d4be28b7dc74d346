//! From people a week to hours, seats and places, and to what there is of each.

use pathloom_service::Scenario;

use super::hours::capacities;
use super::network::Network;
use super::spread::moments;
use super::waits::{self, Formula, LongRunWait, NoFormula, Staff};
use super::work::{ContactLoad, GroupLoad, Visit, mean_places, tasks};
use super::workload::Workload;
use super::{Flows, GrowingLists, LoadUnit, PoolLoad, RoleLoad, StepDemand, StepFlow, StepLoad};
use crate::plan::{Kind, Pace, Plan, PolicyPlan, StartList, holds_people};
use crate::theory::waiting_list;

/// The target: this share within this many weeks.
const TARGET: (f64, f64) = (0.92, 18.0);

/// Everything known of a scenario once its flows are.
pub(super) struct Model<'m> {
    pub(super) scenario: &'m Scenario,
    pub(super) plan: &'m Plan,
    pub(super) visits: &'m [Visit],
    pub(super) network: &'m Network,
    /// People a week from outside `[groups][steps]`.
    pub(super) arriving: &'m [Vec<f64>],
    /// People a week `[groups][steps]`.
    pub(super) people: &'m [Vec<f64>],
}

/// What one step takes.
#[derive(Debug, Clone, Copy, Default)]
struct Taken {
    contacts: ContactLoad,
    group: GroupLoad,
    places: f64,
    occupancy: f64,
}

/// A capacity of a step, and which other steps draw on it.
#[derive(Clone, Copy)]
struct Limit {
    unit: LoadUnit,
    needed: f64,
    available: f64,
    /// Pool of roles, for hours.
    pool: Option<usize>,
}

impl Limit {
    /// Share of the demand that cannot be met `[1]`.
    fn unmet(&self) -> f64 {
        if self.needed > self.available * (1.0 + 1e-9) { 1.0 - self.available / self.needed } else { 0.0 }
    }
}

impl Model<'_> {
    /// Everything that is reported.
    ///
    /// # Errors
    /// A step whose people could not be counted.
    pub(super) fn flows(&self) -> Result<Flows, usize> {
        let steps = self.plan.steps.len();
        let taken: Vec<Taken> = (0..steps).map(|step| self.taken(step)).collect();
        let mut all_tasks = Vec::new();
        for (step, taken) in taken.iter().enumerate() {
            let hours = match &self.plan.steps[step].kind {
                Kind::Group(group) => taken.group.programmes * f64::from(group.sessions),
                _ => taken.contacts.hours,
            };
            all_tasks.extend(tasks(step, &self.plan.steps[step].kind, hours));
        }
        let to_recruit: Vec<f64> = self
            .scenario
            .roles
            .iter()
            .map(|role| {
                role.turnover.as_ref().map_or(0.0, |turnover| moments(&turnover.weeks_to_recruit).mean)
            })
            .collect();
        let capacities = capacities(self.plan, self.scenario.warm_up_weeks as usize, &to_recruit);
        let work = Workload::new(self.plan, all_tasks, capacities);
        let limits: Vec<Option<Limit>> =
            (0..steps).map(|step| self.scarcest(step, &taken[step], &work)).collect();
        let growing = self.growth(&limits, work.pools.len())?;
        let grows = by_step(&growing, steps);
        let flow = |step| self.step(step, &taken[step], limits[step], grows[step], &work);
        Ok(Flows {
            option_id: self.scenario.option_id.clone(),
            referrals_per_week: self.arriving.iter().flatten().sum(),
            group_ids: self.scenario.groups.iter().map(|group| group.id.clone()).collect(),
            steps: (0..steps).map(flow).collect(),
            roles: self.roles(&work),
            pools: self.pools(&work, &limits, &grows),
            growing: growing.into_iter().map(|(lists, _)| lists).collect(),
        })
    }

    fn by_group(&self, step: usize) -> Vec<f64> {
        self.people.iter().map(|flows| flows[step]).collect()
    }

    fn people(&self, step: usize) -> f64 {
        self.people.iter().map(|flows| flows[step]).sum()
    }

    fn taken(&self, step: usize) -> Taken {
        let mut taken = Taken::default();
        match (&self.plan.steps[step].kind, &self.visits[step]) {
            (Kind::Contacts(contacts), Visit::Contacts { course, face_hours }) => {
                taken.contacts = ContactLoad::new(contacts, course, face_hours, &self.by_group(step));
            }
            (Kind::Group(group), Visit::Group { programmes, .. }) => {
                taken.group = GroupLoad::new(group, *programmes, self.people(step));
            }
            (Kind::Places(places), Visit::Places { stay_days }) => {
                taken.places = mean_places(places, self.plan);
                taken.occupancy = self.people(step) * stay_days.mean / 7.0;
            }
            _ => {}
        }
        taken
    }

    /// The capacity of a step that is needed most of.
    fn scarcest(&self, step: usize, taken: &Taken, work: &Workload) -> Option<Limit> {
        let own = |unit, needed, available| Limit { unit, needed, available, pool: None };
        let mut limits: Vec<Limit> = Vec::new();
        limits.extend(work.scarcest(step).map(|(needed, available, pool)| Limit {
            unit: LoadUnit::HoursPerWeek,
            needed,
            available,
            pool: Some(pool),
        }));
        match (&self.plan.steps[step].kind, &self.visits[step]) {
            (Kind::Contacts(contacts), Visit::Contacts { course, .. }) => {
                let people = self.people(step);
                if contacts.new_per_week < u32::MAX {
                    let starts = people * course.first_tries / (1.0 - contacts.cancelled);
                    limits.push(own(LoadUnit::NewPeoplePerWeek, starts, f64::from(contacts.new_per_week)));
                }
                if contacts.caseload_per_wte < f64::INFINITY {
                    // Missed first contacts happen before the person is under way.
                    let missed = (course.missed - (course.first_tries - 1.0)).max(0.0);
                    let days = (course.attended - 1.0).max(0.0) * contacts.gap_days
                        + missed * contacts.notice_days.max(1.0);
                    limits.push(own(
                        LoadUnit::Caseload,
                        people * days / 7.0,
                        contacts.caseload_per_wte
                            * contacts.needs[0]
                                .iter()
                                .map(|(role, _)| self.plan.roles[usize::from(*role)].mean_wte)
                                .sum::<f64>(),
                    ));
                }
            }
            (Kind::Group(_), _) => {
                let offered = taken.group.seats_offered;
                limits.extend(
                    offered.map(|offered| own(LoadUnit::SeatsPerWeek, taken.group.seats_needed, offered)),
                );
            }
            (Kind::Places(_), _) => limits.push(own(LoadUnit::Places, taken.occupancy, taken.places)),
            _ => {}
        }
        limits.into_iter().reduce(|a, b| if b.needed * a.available > a.needed * b.available { b } else { a })
    }

    /// The lists that grow, with the growth of each of their steps `[people a week]`.
    fn growth(
        &self,
        limits: &[Option<Limit>],
        n_pools: usize,
    ) -> Result<Vec<(GrowingLists, Vec<f64>)>, usize> {
        let mut of_pool = vec![Vec::new(); n_pools];
        let mut alone = Vec::new();
        for (step, limit) in limits.iter().enumerate() {
            match limit.filter(|limit| limit.unmet() > 0.0) {
                Some(Limit { pool: Some(pool), .. }) => of_pool[pool].push(step),
                Some(_) => alone.push(vec![step]),
                None => {}
            }
        }
        let mut sets: Vec<Vec<usize>> =
            of_pool.into_iter().filter(|steps| !steps.is_empty()).chain(alone).collect();
        sets.sort();
        sets.into_iter().map(|steps| self.growing_lists(steps, limits)).collect()
    }

    fn growing_lists(
        &self,
        steps: Vec<usize>,
        limits: &[Option<Limit>],
    ) -> Result<(GrowingLists, Vec<f64>), usize> {
        let short: Vec<Limit> = steps.iter().filter_map(|step| limits[*step]).collect();
        let mut first: Vec<f64> = steps.iter().map(|step| self.people(*step)).collect();
        if steps.len() > 1 || self.network.goes_round(steps[0]) {
            let mut ends = vec![false; limits.len()];
            steps.iter().for_each(|step| ends[*step] = true);
            first.fill(0.0);
            for (group, arriving) in self.arriving.iter().enumerate() {
                let flows = self.network.solve(group, arriving, &ends)?;
                steps.iter().zip(&mut first).for_each(|(step, first)| *first += flows[*step]);
            }
        }
        let grows: Vec<f64> = first.iter().zip(&short).map(|(first, limit)| first * limit.unmet()).collect();
        let lists = GrowingLists {
            unit: short[0].unit,
            needed: short.iter().fold(0.0, |sum, limit| sum + limit.needed),
            available: short.iter().fold(0.0, |sum, limit| sum + limit.available),
            grows_people_per_week: grows.iter().fold(0.0, |sum, grows| sum + grows),
            steps,
        };
        Ok((lists, grows))
    }

    fn step(
        &self,
        step: usize,
        taken: &Taken,
        limit: Option<Limit>,
        grows: f64,
        work: &Workload,
    ) -> StepFlow {
        let (document, plan) = (&self.scenario.design.steps[step], &self.plan.steps[step]);
        let people = self.people(step);
        let has_list = plan.wait().is_some();
        let (share, weeks) = TARGET;
        let target = waiting_list::factor_for_share(share)
            .and_then(|factor| waiting_list::target_list(people, weeks, factor))
            .ok()
            .filter(|_| has_list && holds_people(&document.work));
        let list = plan.start.as_ref().map_or(0.0, |start| match &start.waiting {
            StartList::Curve { number, .. } => f64::from(*number),
            StartList::Days(days) => days.len() as f64,
        });
        // What the capacity left over after the flow takes off the list.
        let spare = limit
            .filter(|limit| limit.needed > 0.0)
            .map(|limit| people * (limit.available / limit.needed - 1.0));
        let weeks_to_target = target
            .zip(spare)
            .and_then(|(target, spare)| (list > target && spare > 0.0).then(|| (list - target) / spare));
        StepFlow {
            step_id: document.id.clone(),
            step_name: document.name.clone(),
            people_per_week: people,
            people_per_week_by_group: self.by_group(step),
            demand: self.demand(step, taken, work),
            load: limit.map(|limit| StepLoad {
                unit: limit.unit,
                needed: limit.needed,
                available: limit.available,
                load_percent: percent(limit.needed, limit.available),
                grows_people_per_week: (grows > 0.0).then_some(grows),
            }),
            wait: match self.wait(step, taken, limit, work) {
                Ok((mean_weeks, formula)) => LongRunWait::Mean { mean_weeks, formula },
                Err(reason) => LongRunWait::Unknown { reason },
            },
            target_list_people: target,
            list_at_start_people: list,
            weeks_to_target_list: weeks_to_target,
        }
    }

    fn demand(&self, step: usize, taken: &Taken, work: &Workload) -> StepDemand {
        let staff_hours_per_week = work.staff_hours(step);
        match &self.plan.steps[step].kind {
            Kind::Contacts(_) => StepDemand::Contacts {
                contacts_per_week: taken.contacts.contacts,
                missed_per_week: taken.contacts.missed,
                staff_hours_per_week,
            },
            Kind::Group(_) => StepDemand::Group {
                seats_needed_per_week: taken.group.seats_needed,
                seats_offered_per_week: taken.group.seats_offered,
                programmes_per_week: taken.group.programmes,
                staff_hours_per_week,
            },
            Kind::Places(_) => {
                StepDemand::Places { offered_occupancy_places: taken.occupancy, places: taken.places }
            }
            _ => StepDemand::Nothing,
        }
    }

    fn wait(
        &self,
        step: usize,
        taken: &Taken,
        limit: Option<Limit>,
        work: &Workload,
    ) -> Result<(f64, Formula), NoFormula> {
        if limit.is_some_and(|limit| limit.unmet() > 0.0) {
            return Err(NoFormula::Grows);
        }
        match (&self.plan.steps[step].kind, &self.visits[step]) {
            (Kind::Contacts(contacts), Visit::Contacts { course, .. }) => {
                waits::contacts(contacts, course, &taken.contacts, &self.staff(step, work))
            }
            (Kind::Places(places), Visit::Places { stay_days }) => {
                waits::places(places, stay_days, taken.places, self.people(step))
            }
            (Kind::Group(group), _) => waits::group(group, taken.group.runs, taken.group.seats_needed),
            _ => Err(NoFormula::NobodyWaits),
        }
    }

    /// What a step's first professional has.
    fn staff(&self, step: usize, work: &Workload) -> Staff {
        let mut staff = Staff {
            hours: 0.0,
            all_hours: 0.0,
            posts: 0.0,
            needed: 0.0,
            policy: PolicyPlan::FollowUpsFirst,
            arrival_variation: self.arrival_variation(step),
        };
        let Some((at, task)) = work.of_step(step).next() else { return staff };
        for (place, (role, hours)) in work.sharing.hours_of(at, task).enumerate() {
            let capacity = &work.capacities[role];
            if place == 0 {
                staff.policy = self.plan.roles[role].policy;
            }
            staff.needed += hours;
            staff.all_hours += capacity.at_full_speed;
            staff.posts += capacity.posts;
            staff.hours += (capacity.at_full_speed - (work.sharing.needed[role] - hours)).max(0.0);
        }
        staff
    }

    /// Variation of the times between arrivals: that of a source where its people come straight from it, else random.
    fn arrival_variation(&self, step: usize) -> f64 {
        let (mut from_sources, mut varied) = (0.0, 0.0);
        for source in &self.plan.arrivals {
            let variation = match source.pace {
                Pace::Regular => 0.0,
                Pace::OverDispersed => 1.0 + source.extra_variance,
                Pace::Random | Pace::History => 1.0,
            };
            if usize::from(self.plan.steps[usize::from(source.step)].routes.only) == step {
                let people = self.people(usize::from(source.step));
                from_sources += people;
                varied += people * variation;
            }
        }
        let all = self.people(step);
        if all > 0.0 { (varied + (all - from_sources).max(0.0)) / all } else { 1.0 }
    }

    fn roles(&self, work: &Workload) -> Vec<RoleLoad> {
        let load = |(at, role): (usize, &pathloom_service::Role)| RoleLoad {
            role_id: role.id.clone(),
            role_name: role.name.clone(),
            hours_needed_per_week: work.sharing.needed[at],
            hours_available_per_week: work.capacities[at].available,
            hours_at_full_speed_per_week: work.hours[at],
            load_percent: percent(work.sharing.needed[at], work.hours[at]),
        };
        self.scenario.roles.iter().enumerate().map(load).collect()
    }

    fn pools(&self, work: &Workload, limits: &[Option<Limit>], grows: &[f64]) -> Vec<PoolLoad> {
        let load = |(at, pool): (usize, &Vec<usize>)| {
            let sum = |of: &[f64]| pool.iter().map(|role| of[*role]).sum::<f64>();
            let (needed, hours) = (sum(&work.sharing.needed), sum(&work.hours));
            let here = limits
                .iter()
                .zip(grows)
                .filter(|(limit, _)| limit.is_some_and(|limit| limit.pool == Some(at)));
            let grows: f64 = here.map(|(_, grows)| grows).sum();
            PoolLoad {
                role_ids: pool.iter().map(|role| self.scenario.roles[*role].id.clone()).collect(),
                hours_needed_per_week: needed,
                hours_at_full_speed_per_week: hours,
                load_percent: percent(needed, hours),
                grows_people_per_week: (grows > 0.0).then_some(grows),
            }
        };
        work.pools.iter().enumerate().map(load).collect()
    }
}

/// How fast the list of each step grows `[people a week]`.
fn by_step(growing: &[(GrowingLists, Vec<f64>)], steps: usize) -> Vec<f64> {
    let mut by_step = vec![0.0; steps];
    for (lists, grows) in growing {
        lists.steps.iter().zip(grows).for_each(|(step, grows)| by_step[*step] = *grows);
    }
    by_step
}

/// A share in percent; none when something is needed and nothing there.
fn percent(needed: f64, available: f64) -> Option<f64> {
    match needed <= 0.0 {
        true => Some(0.0),
        false => (available > 0.0).then(|| 100.0 * needed / available),
    }
}
