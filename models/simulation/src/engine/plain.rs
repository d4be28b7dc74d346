//! The plainest steps: one role that does nothing else, its posts working evenly round the clock, one contact each,
//! everybody comes, and nothing else to be done. An M/G/c queue with classes and removals, which is most of what a quick design is made of.
//!
//! The rules are those of [`super::contacts`], [`super::staff`] and [`super::journey`], written out in one piece, so
//! that what a service does not use costs it nothing.

use super::clocks::Clocks;
use super::events::{EventKind, EventList};
use super::hours::{Crossing, Crossings};
use super::patient::{BOOKED, CLOCK_RUNS, Patient, QUEUED, UNDER_WAY};
use super::queue::Entry;
use super::{GroupState, Log, Moment, Sim, StepState};
use crate::plan::{Kind, NOWHERE, Plan, StepPlan, WaitPlan, step_flow};
use crate::sample::{Sampler, exponential, lognormal};
use crate::stream::{Purpose, Stream};
use crate::trace::LogEvent;

/// Whether a step is plain.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum PlainKind {
    #[default]
    No,
    /// Contacts of the plainest kind.
    Contacts,
    /// An outcome without costs, effects or returns.
    Outcome,
}

/// Settings of a plain step.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Plain {
    pub(super) is: PlainKind,
    /// For outcomes, whether plain or not: the position of what they count as.
    pub(super) counts_as: u8,
    stops_clock: bool,
    by_arrival: bool,
    one_class: bool,
    leaving: Leaving,
    time: Time,
    role: u16,
    /// The only next step, or [`NOWHERE`].
    next: u16,
    /// Where the next step is chosen by the same few shares for everybody: cumulative shares and steps.
    shares: [f64; 3],
    targets: [u16; 4],
    chosen_simply: bool,
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
    /// As the plan says: another distribution, or times that differ by client group.
    #[default]
    Other,
}

/// When people leave the queue unseen.
#[derive(Debug, Clone, Copy, Default)]
enum Leaving {
    #[default]
    Never,
    /// At one rate from the moment they join, after so many days at the latest. `lazy` as in the plan.
    AtRate { per_day: f64, after_days: f64, lazy: bool },
    /// As the plan says.
    Other,
}

impl Leaving {
    fn of(wait: &WaitPlan) -> Self {
        let [hazard] = &wait.hazards[..] else {
            return if wait.hazards.is_empty() { Self::Never } else { Self::Other };
        };
        match hazard.rates[..] {
            [(from, per_day)] if from <= 0.0 && per_day > 0.0 && hazard.after_days > 0.0 => {
                Self::AtRate { per_day, after_days: hazard.after_days, lazy: wait.lazy }
            }
            _ => Self::Other,
        }
    }
}

impl Plain {
    pub(super) fn of(plan: &Plan, step: &StepPlan) -> Self {
        let plain = Self { key: step.key, next: step.routes.only, ..Self::default() }.with_shares(step);
        let contacts = match &step.kind {
            Kind::Contacts(contacts) => contacts,
            Kind::Outcome(outcome) => {
                let no_effects = outcome.cost == 0.0 && outcome.benefit == 0.0 && outcome.qaly == 0.0;
                let is =
                    if no_effects && outcome.returns.is_none() { PlainKind::Outcome } else { PlainKind::No };
                return Self { is, counts_as: outcome.counts_as as u8, ..plain };
            }
            _ => return plain,
        };
        let role = contacts.needs[0][0].0;
        let of_role = &plan.roles[usize::from(role)];
        Self {
            is: if of_role.solo.is_some() { PlainKind::Contacts } else { PlainKind::No },
            counts_as: 0,
            stops_clock: contacts.wait.stops_clock,
            by_arrival: contacts.wait.order.by_arrival,
            one_class: step.one_class || plan.n_classes == 1,
            leaving: Leaving::of(&contacts.wait),
            time: match contacts.face_hours {
                _ if contacts.factor_by_group.iter().any(|factor| *factor != 1.0) => Time::Other,
                Sampler::Fixed(hours) => Time::Fixed(hours),
                Sampler::Exponential { mean } => Time::Exponential(mean),
                Sampler::Lognormal { mu, sigma } => Time::Lognormal(mu, sigma),
                _ => Time::Other,
            },
            role,
            extra_hours: contacts.extra_hours,
            factor: contacts.needs[0][0].1,
            days_per_hour: of_role.days_per_hour,
            ..plain
        }
    }

    /// Where it is the same few shares for everybody that choose the next step.
    fn with_shares(mut self, step: &StepPlan) -> Self {
        if let Some((links, others)) = step.routes.by_group.split_first()
            && (2..=4).contains(&links.len())
            && others.iter().all(|other| other == links)
            && links.is_sorted_by(|(share, _), (next, _)| share <= next)
            && step.routes.conditional.is_empty()
            && !step.in_cycle
        {
            self.chosen_simply = true;
            self.shares = [f64::INFINITY; 3];
            self.targets = [links[links.len() - 1].1; 4];
            for (at, (share, to)) in links.iter().enumerate() {
                self.targets[at] = *to;
                if at + 1 < links.len() {
                    self.shares[at] = *share;
                }
            }
        }
        self
    }

    /// Posts of a plain step's role.
    pub(super) fn posts(&self, plan: &Plan) -> u32 {
        if self.is == PlainKind::Contacts { plan.roles[usize::from(self.role)].pool_posts } else { 0 }
    }

    /// Hours of a contact of the person with this key.
    #[inline(always)]
    fn hours(&self, key: u64, attempt: u32) -> Option<f64> {
        let mut stream = Stream::new(key, self.key, Purpose::FaceToFace, attempt);
        let face = match &self.time {
            Time::Fixed(hours) => *hours,
            Time::Exponential(mean) => mean * exponential(&mut stream),
            Time::Lognormal(mu, sigma) => lognormal(*mu, *sigma, &mut stream),
            Time::Other => return None,
        };
        Some((face + self.extra_hours) * self.factor)
    }
}

impl Plain {
    /// The next step of the person with this key, where that is simple; [`NOWHERE`] elsewhere.
    #[inline(always)]
    pub(super) fn choose(&self, key: u64, episode: u32) -> u16 {
        if !self.chosen_simply {
            return self.next;
        }
        let u = Stream::new(key, self.key, Purpose::Route, episode << 24).uniform();
        let at = usize::from(u >= self.shares[0])
            + usize::from(u >= self.shares[1])
            + usize::from(u >= self.shares[2]);
        self.targets[at]
    }
}

/// What is drawn for a person on coming to a plain step.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Drawn {
    /// Hours of the contact; negative when not yet drawn.
    hours: f64,
    /// The step after it, or [`NOWHERE`] when not yet chosen.
    next: u16,
}

impl Plain {
    /// Draws for the person with this key.
    #[inline(always)]
    pub(super) fn draw(&self, key: u64, episode: u32) -> Drawn {
        let hours = self.hours(key, episode << 24).unwrap_or(-1.0);
        Drawn { hours, next: self.choose(key, episode) }
    }
}

/// What the beginning of a contact touches, beside the person and the step.
struct Hands<'e> {
    groups: &'e mut [GroupState],
    clocks: &'e mut Clocks,
    events: &'e mut EventList,
    crossings: &'e mut Crossings,
}

/// Whose contact begins, and where.
#[derive(Clone, Copy)]
struct Place {
    person: u32,
    /// Where a clock that runs on counts.
    cell: u32,
    week_end: f64,
}

/// A contact that has begun.
struct Started {
    waited_here_days: f64,
    clock_stopped_after_days: Option<f64>,
    /// Step whose place the person kept until now.
    held: u16,
}

/// Where a clock counts, by step and group.
#[inline(always)]
fn cell(step: u16, patient: &Patient, n_groups: usize) -> u32 {
    u32::from(step) * n_groups as u32 + u32::from(patient.group)
}

impl Hands<'_> {
    /// A post of a plain step (in hand) sees a person (in no queue) whose hours are drawn.
    #[inline(always)]
    fn begin_contact(
        &mut self,
        patient: &mut Patient,
        state: &mut StepState,
        place: Place,
        moment: Moment,
    ) -> Started {
        let Place { person, cell, week_end } = place;
        let hours = patient.time;
        patient.contact = 1;
        state.admit(patient, moment);
        let waited_here_days = state.begin(patient, moment);
        let mut clock_stopped_after_days = None;
        if patient.is(CLOCK_RUNS) {
            if state.plain.stops_clock {
                let group = &mut self.groups[usize::from(patient.group)];
                self.clocks.stop(person);
                let days = group.stop_clock(patient, moment);
                state.first_seen(days, moment);
                group.first_seen(days, moment);
                clock_stopped_after_days = Some(days);
            } else {
                self.clocks.count(person, patient, cell);
            }
        }
        let end = moment.now + hours * state.plain.days_per_hour;
        self.events.plan_soon(end, EventKind::ContactEnd, person);
        let crosses = end > week_end;
        state.hours_this_week += if crosses { 0.0 } else { hours };
        self.crossings.note_if(crosses, Crossing { role: state.plain.role, hours, from: moment.now, end });
        Started { waited_here_days, clock_stopped_after_days, held: patient.held }
    }
}

impl<L: Log> Sim<'_, L> {
    /// Whether contacts at a step are of the plainest kind.
    #[inline(always)]
    pub(super) fn is_plain(&self, step: u16) -> bool {
        self.e.steps[usize::from(step)].plain.is == PlainKind::Contacts
    }

    /// Whether an outcome has no costs, effects or returns.
    #[inline(always)]
    pub(super) fn is_plain_outcome(&self, step: u16) -> bool {
        self.e.steps[usize::from(step)].plain.is == PlainKind::Outcome
    }

    /// Comes to a plain step: seen at once, or queues.
    #[inline(always)]
    pub(super) fn join_plain(&mut self, person: u32, step: u16) {
        let patient = &self.e.patients[person as usize];
        let drawn = self.e.steps[usize::from(step)].plain.draw(patient.key, patient.episode);
        self.join_plain_with(person, step, drawn);
    }

    /// The same, for a person for whom everything has been drawn.
    #[inline(always)]
    pub(super) fn join_plain_with(&mut self, person: u32, step: u16, drawn: Drawn) {
        let (moment, n_classes, n_groups) = (self.moment(), self.plan.n_classes, self.n_groups);
        let (now, week_end) = (moment.now, self.week_end);
        let e = &mut self.e;
        let state = &mut e.steps[usize::from(step)];
        let patient = &mut e.patients[person as usize];
        patient.step = step;
        patient.joined = now;
        patient.contact = 0;
        patient.contacts_left = 1;
        patient.missed_here = 0;
        patient.attempt = patient.episode << 24;
        patient.leaves_at = f64::INFINITY;
        patient.unset(BOOKED);
        // Drawn already now, not when the contact begins: there, everything that follows would wait for it.
        patient.time = drawn.hours;
        patient.next = drawn.next;
        if state.free > 0 && state.queued == 0 {
            state.free -= 1;
            if drawn.hours < 0.0 {
                return self.see_plainly_at_length(person, step);
            }
            let (groups, clocks) = (&mut e.groups[..], &mut e.clocks);
            let place = Place { person, cell: cell(step, patient, n_groups), week_end };
            let mut hands = Hands { groups, clocks, events: &mut e.events, crossings: &mut e.crossings };
            let started = hands.begin_contact(patient, state, place, moment);
            return self.has_started(person, step, started);
        }
        let mut lazy = None;
        match state.plain.leaving {
            Leaving::Never => {}
            Leaving::AtRate { per_day, after_days, lazy: is_lazy } => {
                let mut stream =
                    Stream::new(patient.key, state.plain.key, Purpose::Patience, patient.attempt);
                patient.leaves_at = now + (exponential(&mut stream) / per_day).min(after_days);
                patient.leaves_by = 0;
                lazy = Some(is_lazy);
            }
            Leaving::Other => {
                self.note(person, step, LogEvent::Joined);
                self.enqueue(person, true);
                return self.line_up(person);
            }
        }
        self.tickets += 1;
        patient.ticket = self.tickets;
        patient.set(QUEUED);
        patient.order = if state.plain.by_arrival { now } else { patient.referral };
        state.queued += 1;
        state.area_queued -= moment.counted_now;
        if patient.is(CLOCK_RUNS) {
            e.clocks.count(person, patient, cell(step, patient, n_groups));
        }
        let class = if state.plain.one_class { 0 } else { usize::from(patient.class) };
        let entry = Entry { order: patient.order, ticket: patient.ticket, person };
        e.queues[usize::from(step) * n_classes + class].push(entry);
        if let Some(lazy) = lazy {
            self.expect_to_leave(person, lazy);
        }
        self.note(person, step, LogEvent::Joined);
    }

    /// A contact at a plain step ends: the post goes on to the next in line, the person to the next step.
    #[inline(always)]
    pub(super) fn plain_contact_ends(&mut self, person: u32, step: u16) {
        let moment = self.moment();
        let e = &mut self.e;
        let state = &mut e.steps[usize::from(step)];
        state.under_way -= 1;
        state.area_under_way += moment.counted_now;
        state.flow[step_flow::FINISHED] += 1;
        let in_line = state.queued > 0;
        state.free += 1;
        let patient = &mut e.patients[person as usize];
        patient.unset(UNDER_WAY);
        let next_step = patient.next;
        self.note(person, step, LogEvent::Ended);
        if in_line {
            self.see_next_in_line(step, moment);
        }
        let next_step = if next_step == NOWHERE { self.choose_next(person, step) } else { next_step };
        self.enter_quickly(person, next_step);
    }

    /// A post of a plain step is free: the next in line, if anybody still is, is seen. Whether there was anybody.
    #[inline(always)]
    fn see_next_in_line(&mut self, step: u16, moment: Moment) -> bool {
        let (n_classes, n_groups, week_end) = (self.plan.n_classes, self.n_groups, self.week_end);
        let at = usize::from(step);
        let first = at * n_classes;
        let last = if self.e.steps[at].plain.one_class { first } else { first + n_classes - 1 };
        let mut queue = first;
        loop {
            let e = &mut self.e;
            let line = &mut e.queues[queue];
            let Some(entry) = line.first() else {
                if queue == last {
                    return false;
                }
                queue += 1;
                continue;
            };
            let person = entry.person;
            let patient = &mut e.patients[person as usize];
            if patient.ticket != entry.ticket || patient.leaves_at <= moment.now {
                self.pass_over(queue);
                continue;
            }
            line.pop();
            patient.ticket = 0;
            patient.unset(QUEUED);
            let state = &mut e.steps[at];
            state.queued -= 1;
            state.area_queued += moment.counted_now;
            state.free -= 1;
            if patient.time < 0.0 {
                self.see_plainly_at_length(person, step);
                return true;
            }
            let (groups, clocks) = (&mut e.groups[..], &mut e.clocks);
            let place = Place { person, cell: cell(step, patient, n_groups), week_end };
            let mut hands = Hands { groups, clocks, events: &mut e.events, crossings: &mut e.crossings };
            let started = hands.begin_contact(patient, state, place, moment);
            self.has_started(person, step, started);
            return true;
        }
    }

    /// Passes over those at the head of a queue who are not there any more.
    #[inline(never)]
    fn pass_over(&mut self, queue: usize) {
        self.head(queue);
    }

    /// Every free post of a plain step sees somebody, while anybody waits.
    pub(super) fn open_plainly(&mut self, step: u16) {
        while self.e.steps[usize::from(step)].free > 0 && self.see_next_in_line(step, self.moment()) {}
    }

    /// A person gets to a step, most likely a plain one.
    #[inline(always)]
    pub(super) fn enter_quickly(&mut self, person: u32, step: u16) {
        match self.e.steps[usize::from(step)].plain.is {
            PlainKind::Outcome => self.leave_plainly(person, step),
            PlainKind::Contacts => self.join_plain(person, step),
            PlainKind::No => self.enter(person, step),
        }
    }

    /// A contact at a plain step has begun: what that may mean elsewhere.
    #[inline(always)]
    fn has_started(&mut self, person: u32, step: u16, started: Started) {
        if L::KEPT {
            let event = LogEvent::Started {
                waited_here_weeks: started.waited_here_days / 7.0,
                clock_stopped_after_weeks: started.clock_stopped_after_days.map(|days| days / 7.0),
            };
            self.note(person, step, event);
        }
        if started.held != NOWHERE {
            self.give_up_place(person);
        }
    }

    /// A contact at a plain step begins, for the rarer distributions and for people there at the start.
    #[inline(never)]
    fn see_plainly_at_length(&mut self, person: u32, step: u16) {
        let plan = self.plan;
        let Kind::Contacts(contacts) = &plan.steps[usize::from(step)].kind else { return };
        let hours = self.contact_hours(person, contacts) * contacts.factor;
        let plain = self.e.steps[usize::from(step)].plain;
        self.e.patients[person as usize].contact = 1;
        self.admit(person, step);
        self.begin(person, step, plain.stops_clock);
        let end = self.now + hours * plain.days_per_hour;
        let crosses = end > self.week_end;
        self.e.roles[usize::from(plain.role)].hours_this_week += if crosses { 0.0 } else { hours };
        self.e.crossings.note_if(crosses, Crossing { role: plain.role, hours, from: self.now, end });
        self.e.events.plan_soon(end, EventKind::ContactEnd, person);
    }
}
