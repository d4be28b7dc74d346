//! Where staff hours go: when work ends, in which week it counts, and work that is done without a person.

use super::events::EventKind;
use super::patient::NONE;
use super::{Job, Log, Sim};
use crate::plan::{ContactsPlan, EndOfDayPlan};

/// A contact at a plain step that goes on into another week.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Crossing {
    pub(super) role: u16,
    pub(super) hours: f64,
    pub(super) from: f64,
    pub(super) end: f64,
}

/// The crossings of a week. They are booked when it ends: nobody looks at the hours before.
#[derive(Debug, Default)]
pub(super) struct Crossings {
    list: Vec<Crossing>,
    number: usize,
}

impl Crossings {
    pub(super) fn clear(&mut self) {
        self.number = 0;
    }

    /// Notes a contact if it goes on into another week, without a branch: whether it does could not be foreseen.
    #[inline(always)]
    pub(super) fn note_if(&mut self, crosses: bool, crossing: Crossing) {
        if self.number == self.list.len() {
            self.grow();
        }
        self.list[self.number] = crossing;
        self.number += usize::from(crosses);
    }

    #[cold]
    fn grow(&mut self) {
        self.list.resize(2 * self.list.len() + 64, Crossing::default());
    }
}

impl<L: Log> Sim<'_, L> {
    /// Books the hours of contacts at plain steps that go on after the week.
    pub(super) fn book_crossings(&mut self) {
        for at in 0..std::mem::take(&mut self.e.crossings.number) {
            let Crossing { role, hours, from, end } = self.e.crossings.list[at];
            self.charge_across_weeks(role, NONE, hours, from, end);
        }
    }

    /// Working time that so much work takes a post: more for a newcomer who is not yet at full speed.
    pub(super) fn time_spent(&self, post: u32, hours: f64) -> f64 {
        let speed = if post == NONE { 1.0 } else { self.speed(post, self.week) };
        if speed > 0.0 { hours / speed } else { hours }
    }

    /// When work of so many hours that starts now ends, for a post `[days]`.
    #[inline(always)]
    pub(super) fn work_end(&self, role: u16, post: u32, hours: f64, end_of_day: EndOfDayPlan) -> f64 {
        match self.plan.roles[usize::from(role)].pool {
            Some(days_per_hour) => self.now + hours * days_per_hour,
            None => self.post_work_end(post, hours, end_of_day),
        }
    }

    fn post_work_end(&self, post: u32, hours: f64, end_of_day: EndOfDayPlan) -> f64 {
        let table = &self.plan.tables[self.plan.posts[post as usize].table as usize];
        let speed = self.speed(post, self.week);
        let hours = if speed > 0.0 { hours / speed } else { hours };
        if end_of_day == EndOfDayPlan::Overtime
            && let Some(window) = table.open_at(self.now)
        {
            return self.now + hours * (window.close - window.open) / window.hours;
        }
        table.end_of(self.now, hours)
    }

    /// Whether the crew's contact with a person would end within today's working time. One longer than a whole day
    /// may start when the day does.
    pub(super) fn fits_today(&self, person: u32, contacts: &ContactsPlan) -> bool {
        let hours = self.contact_hours(person, contacts);
        self.e.crew.iter().all(|(role, post, factor)| {
            if *post == NONE {
                return true;
            }
            let table = &self.plan.tables[self.plan.posts[*post as usize].table as usize];
            let Some(window) = table.open_at(self.now) else { return false };
            let end = self.work_end(*role, *post, hours * factor, EndOfDayPlan::Overtime);
            end <= window.close + 1e-9 || (hours * factor >= window.hours && self.now <= window.open + 1e-9)
        })
    }

    /// Books hours worked from now until `end` into the weeks they fall in.
    #[inline(always)]
    pub(super) fn charge(&mut self, role: u16, post: u32, hours: f64, end: f64) {
        if end <= self.week_end {
            self.e.roles[usize::from(role)].hours_this_week += hours;
        } else {
            self.charge_across_weeks(role, post, hours, self.now, end);
        }
    }

    #[inline(never)]
    fn charge_across_weeks(&mut self, role: u16, post: u32, hours: f64, start: f64, end: f64) {
        let plan = self.plan;
        let table = (post != NONE).then(|| &plan.tables[plan.posts[post as usize].table as usize]);
        let worked = |from: f64, to: f64| match table {
            Some(table) => table.between(from, to),
            None => to - from,
        };
        let whole = worked(start, end.min(1e12));
        // Work that goes on after the timetable ends, or nearly for ever, fills every hour until then.
        let all = if post == NONE { hours * plan.roles[usize::from(role)].days_per_hour } else { hours };
        let whole = if end < 1e12 { whole } else { whole.max(all) };
        let mut from = start;
        for week in self.week..plan.weeks {
            let to = ((week + 1) as f64 * 7.0).min(end);
            if whole > 0.0 {
                self.e.hours[usize::from(role) * plan.weeks + week] += hours * worked(from, to) / whole;
            } else if week == self.week {
                self.e.hours[usize::from(role) * plan.weeks + week] += hours;
            }
            from = to;
            if to >= end {
                break;
            }
        }
    }

    /// Books hours that fall after the end of the working day.
    pub(super) fn charge_overtime(&mut self, role: u16, post: u32, hours: f64) {
        if post == NONE {
            return;
        }
        let table = &self.plan.tables[self.plan.posts[post as usize].table as usize];
        if let Some(window) = table.open_at(self.now) {
            let left = window.hours * (window.close - self.now) / (window.close - window.open);
            let over = hours - left;
            if over > 0.0 {
                self.e.overtime[usize::from(role) * self.plan.weeks + self.week] += over;
            }
        }
    }

    /// Work without a person, for the first of some roles that is free, or else for whichever is free next.
    pub(super) fn owe(&mut self, any_of: &[(u16, f64)], hours: f64) {
        if hours <= 0.0 {
            return;
        }
        let job = self.new_job(Job { role: u16::MAX, post: NONE, hours, taken: false, listed: 0 });
        for (role, factor) in any_of {
            if let Some(post) = self.acquire(*role) {
                self.e.jobs[job as usize].hours = hours * factor;
                self.start_job(job, *role, post);
                return;
            }
        }
        for (role, factor) in any_of {
            self.e.jobs[job as usize].listed += 1;
            self.e.roles[usize::from(*role)].owed.push_back((job, *factor));
            self.ensure_wake(*role);
        }
    }

    pub(super) fn new_job(&mut self, job: Job) -> u32 {
        match self.e.vacant_jobs.pop() {
            Some(at) => {
                self.e.jobs[at as usize] = job;
                at
            }
            None => {
                self.e.jobs.push(job);
                self.e.jobs.len() as u32 - 1
            }
        }
    }

    pub(super) fn start_job(&mut self, job: u32, role: u16, post: u32) {
        let state = &mut self.e.jobs[job as usize];
        (state.role, state.post, state.taken) = (role, post, true);
        let hours = state.hours;
        let end = self.work_end(role, post, hours, EndOfDayPlan::CarriesOn);
        self.charge(role, post, self.time_spent(post, hours), end);
        self.e.events.plan(end, EventKind::JobEnd, job);
    }

    pub(super) fn job_ends(&mut self, job: u32) {
        let state = &mut self.e.jobs[job as usize];
        let (role, post) = (state.role, state.post);
        state.role = u16::MAX;
        if state.listed == 0 {
            self.e.vacant_jobs.push(job);
        }
        self.release(role, post);
    }
}
