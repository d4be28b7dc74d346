//! The plainest steps: one role that does nothing else, its posts working evenly round the clock, one contact each,
//! everybody comes. An M/G/c queue with classes and removals, which is most of what a quick design is made of.
//!
//! The rules are those of [`super::contacts`], [`super::staff`] and [`super::journey`], written out in one piece, so
//! that what a service does not use costs it nothing.

use super::events::EventKind;
use super::patient::{CLOCK_RUNS, NONE, QUEUED, UNDER_WAY};
use super::queue::Entry;
use super::{Log, Sim};
use crate::plan::{Kind, NOWHERE, Plan, StepPlan, group_flow, step_flow};
use crate::sample::{Sampler, exponential, lognormal};
use crate::stream::{Purpose, Stream};
use crate::trace::LogEvent;

/// Settings of a plain step.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Plain {
    /// Whether the step is plain at all.
    pub(super) is: bool,
    stops_clock: bool,
    by_arrival: bool,
    one_class: bool,
    has_hazards: bool,
    group_factors: bool,
    time: Time,
    role: u16,
    /// The only next step, or [`NOWHERE`].
    next: u16,
    key: u64,
    extra_hours: f64,
    factor: f64,
    days_per_hour: f64,
}

/// Time with the person, the usual distributions at hand.
#[derive(Debug, Clone, Copy, Default)]
enum Time {
    Fixed(f64),
    Exponential(f64),
    Lognormal(f64, f64),
    /// As the plan says.
    #[default]
    Other,
}

impl Plain {
    pub(super) fn of(plan: &Plan, step: &StepPlan) -> Self {
        let Kind::Contacts(contacts) = &step.kind else { return Self::default() };
        let role = contacts.needs[0][0].0;
        let of_role = &plan.roles[usize::from(role)];
        let is = of_role.solo.is_some();
        Self {
            is,
            stops_clock: contacts.wait.stops_clock,
            by_arrival: contacts.wait.order.by_arrival,
            one_class: step.one_class || plan.n_classes == 1,
            has_hazards: !contacts.wait.hazards.is_empty(),
            group_factors: contacts.factor_by_group.iter().any(|factor| *factor != 1.0),
            time: match contacts.face_hours {
                Sampler::Fixed(hours) => Time::Fixed(hours),
                Sampler::Exponential { mean } => Time::Exponential(mean),
                Sampler::Lognormal { mu, sigma } => Time::Lognormal(mu, sigma),
                _ => Time::Other,
            },
            role,
            next: step.routes.only,
            key: step.key,
            extra_hours: contacts.extra_hours,
            factor: contacts.needs[0][0].1,
            days_per_hour: of_role.days_per_hour,
        }
    }

    /// Hours of a contact of the person with this key.
    #[inline(always)]
    fn hours(&self, key: u64, attempt: u32) -> Option<f64> {
        let mut stream = Stream::new(key, self.key, Purpose::FaceToFace, attempt);
        let face = match self.time {
            Time::Fixed(hours) => hours,
            Time::Exponential(mean) => mean * exponential(&mut stream),
            Time::Lognormal(mu, sigma) => lognormal(mu, sigma, &mut stream),
            Time::Other => return None,
        };
        Some((face + self.extra_hours) * self.factor)
    }
}

impl<L: Log> Sim<'_, L> {
    /// Comes to a plain step: seen at once, or queues.
    #[inline(always)]
    pub(super) fn join_plain(&mut self, person: u32, step: u16) {
        let (now, counted_now) = (self.now, self.counted_now());
        let n_classes = self.plan.n_classes;
        let e = &mut *self.e;
        let state = &mut e.steps[usize::from(step)];
        let patient = &mut e.patients[person as usize];
        patient.step = step;
        patient.joined = now;
        patient.contact = 0;
        patient.contacts_left = 1;
        patient.missed_here = 0;
        patient.attempt = u32::from(patient.episode) << 24;
        patient.leaves_at = f64::INFINITY;
        let role = &mut e.roles[usize::from(state.plain.role)];
        if role.free > 0 && state.queued == 0 {
            role.free -= 1;
            return self.see_plainly(person, step);
        }
        if state.plain.has_hazards {
            self.note(person, step, LogEvent::Joined);
            self.enqueue(person, true);
            return self.line_up(person);
        }
        self.tickets += 1;
        patient.ticket = self.tickets;
        patient.set(QUEUED);
        patient.order = if state.plain.by_arrival { now } else { patient.referral };
        state.queued += 1;
        state.area_queued -= counted_now;
        if patient.is(CLOCK_RUNS) {
            e.location[person as usize] = u32::from(step) * self.n_groups as u32 + u32::from(patient.group);
        }
        let class = if state.plain.one_class { 0 } else { usize::from(patient.class) };
        let entry = Entry { order: patient.order, ticket: patient.ticket, person };
        e.queues[usize::from(step) * n_classes + class].push(entry);
        self.note(person, step, LogEvent::Joined);
    }

    /// A contact at a plain step ends: the post goes on to the next in line, the person to the next step.
    #[inline(always)]
    pub(super) fn plain_contact_ends(&mut self, person: u32, step: u16) {
        let role = self.e.steps[usize::from(step)].plain.role;
        if self.e.roles[usize::from(role)].owed.is_empty() {
            match self.next_in_plain_line(step) {
                Some(next) => self.see_plainly(next, step),
                None => self.e.roles[usize::from(role)].free += 1,
            }
        } else {
            self.release(role, NONE);
        }
        let counted_now = self.counted_now();
        let e = &mut *self.e;
        e.patients[person as usize].unset(UNDER_WAY);
        let state = &mut e.steps[usize::from(step)];
        state.under_way -= 1;
        state.area_under_way += counted_now;
        state.flow[step_flow::FINISHED] += 1;
        let next = state.plain.next;
        self.note(person, step, LogEvent::Ended);
        let next = if next == NOWHERE { self.choose_next(person, step) } else { next };
        self.enter(person, next);
    }

    /// The next person of a plain queue, taken out of it.
    #[inline(always)]
    pub(super) fn next_in_plain_line(&mut self, step: u16) -> Option<u32> {
        let at = usize::from(step);
        let plain = &self.e.steps[at].plain;
        let n_classes = self.plan.n_classes;
        let classes = if plain.one_class { 1 } else { n_classes };
        if self.e.steps[at].queued == 0 {
            return None;
        }
        for queue in at * n_classes..at * n_classes + classes {
            let Some(entry) = self.head(queue) else { continue };
            self.e.queues[queue].pop();
            self.unqueue(entry.person);
            return Some(entry.person);
        }
        None
    }

    /// A post of a plain step (in hand) sees a person (in no queue).
    #[inline(always)]
    pub(super) fn see_plainly(&mut self, person: u32, step: u16) {
        let (now, counted_now, warm_up) = (self.now, self.counted_now(), self.plan.warm_up_days);
        let warm = now >= warm_up;
        let e = &mut *self.e;
        let patient = &mut e.patients[person as usize];
        let state = &mut e.steps[usize::from(step)];
        let plain = &state.plain;
        let hours = match plain.hours(patient.key, patient.attempt) {
            Some(hours) if !plain.group_factors => hours,
            _ => self.rare_hours(person, step),
        };
        let e = &mut *self.e;
        let patient = &mut e.patients[person as usize];
        let state = &mut e.steps[usize::from(step)];
        patient.contact = 1;
        patient.set(UNDER_WAY);
        let waited = now - patient.joined;
        state.under_way += 1;
        state.area_under_way -= counted_now;
        state.flow[step_flow::STARTED] += 1;
        state.flow[step_flow::QUEUED_FIRST] += u32::from(waited > 0.0);
        if warm {
            state.waits.add(waited);
        }
        let mut stopped = None;
        if patient.is(CLOCK_RUNS) {
            if state.plain.stops_clock {
                patient.unset(CLOCK_RUNS);
                e.location[person as usize] = NONE;
                let group = &mut e.groups[usize::from(patient.group)];
                let days = now - patient.referral;
                group.flow[group_flow::SEEN] += 1;
                if warm {
                    group.area_waiting += if patient.referral > warm_up { days } else { now - warm_up };
                    group.seen.add(days);
                    state.to_seen_n += 1;
                    state.to_seen_days += days;
                }
                stopped = Some(days / 7.0);
            } else {
                e.location[person as usize] = u32::from(step) * self.n_groups as u32 + u32::from(patient.group);
            }
        }
        let end = now + hours * state.plain.days_per_hour;
        let role = state.plain.role;
        let held = patient.held;
        if L::KEPT {
            let event = LogEvent::Started { waited_here_weeks: waited / 7.0, clock_stopped_after_weeks: stopped };
            self.note(person, step, event);
        }
        if end <= self.week_end {
            self.e.roles[usize::from(role)].hours_this_week += hours;
        } else {
            self.charge_across_weeks(role, NONE, hours, end);
        }
        self.e.events.plan(end, EventKind::ContactEnd, person);
        if held != NOWHERE {
            self.give_up_place(person);
        }
    }

    #[cold]
    #[inline(never)]
    fn rare_hours(&mut self, person: u32, step: u16) -> f64 {
        let plan = self.plan;
        match &plan.steps[usize::from(step)].kind {
            Kind::Contacts(contacts) => self.contact_hours(person, contacts) * contacts.factor,
            _ => 0.0,
        }
    }
}
