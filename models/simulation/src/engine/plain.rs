//! The plainest steps: one role that does nothing else, its posts working evenly round the clock, one contact each,
//! everybody comes, and nothing else to be done. An M/G/c queue with classes and removals, which is most of what a quick design is made of.
//!
//! The rules are those of [`super::contacts`], [`super::staff`] and [`super::journey`], written out in one piece, so
//! that what a service does not use costs it nothing.

use super::events::EventKind;
use super::patient::{BOOKED, CLOCK_RUNS, NONE, QUEUED, UNDER_WAY};
use super::queue::Entry;
use super::{Log, Sim};
use crate::plan::{Kind, NOWHERE, Plan, StepPlan, step_flow};
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
    has_hazards: bool,
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
            has_hazards: !contacts.wait.hazards.is_empty(),
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
        let face = match self.time {
            Time::Fixed(hours) => hours,
            Time::Exponential(mean) => mean * exponential(&mut stream),
            Time::Lognormal(mu, sigma) => lognormal(mu, sigma, &mut stream),
            Time::Other => return None,
        };
        Some((face + self.extra_hours) * self.factor)
    }
}

impl Plain {
    /// The next step of the person with this key, where that is simple; [`NOWHERE`] elsewhere.
    #[inline(always)]
    pub(super) fn choose(&self, key: u64, episode: u16) -> u16 {
        if !self.chosen_simply {
            return self.next;
        }
        let u = Stream::new(key, self.key, Purpose::Route, u32::from(episode) << 24).uniform();
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
    pub(super) fn draw(&self, key: u64, episode: u16) -> Drawn {
        let hours = self.hours(key, u32::from(episode) << 24).unwrap_or(-1.0);
        Drawn { hours, next: self.choose(key, episode) }
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
        let (now, counted_now) = (self.now, self.counted_now());
        let n_classes = self.plan.n_classes;
        let e = &mut self.e;
        let state = &mut e.steps[usize::from(step)];
        let patient = &mut e.patients[person as usize];
        patient.step = step;
        patient.joined = now;
        patient.contact = 0;
        patient.contacts_left = 1;
        patient.missed_here = 0;
        patient.attempt = u32::from(patient.episode) << 24;
        patient.leaves_at = f64::INFINITY;
        patient.unset(BOOKED);
        // Drawn already now, not when the contact begins: there, everything that follows would wait for it.
        patient.time = drawn.hours;
        patient.next = drawn.next;
        if state.free > 0 && state.queued == 0 {
            state.free -= 1;
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
            let cell = u32::from(step) * self.n_groups as u32 + u32::from(patient.group);
            e.clocks.count(person, patient, cell);
        }
        let class = if state.plain.one_class { 0 } else { usize::from(patient.class) };
        let entry = Entry { order: patient.order, ticket: patient.ticket, person };
        e.queues[usize::from(step) * n_classes + class].push(entry);
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
            self.see_next_in_line(step);
        }
        let next_step = if next_step == NOWHERE { self.choose_next(person, step) } else { next_step };
        self.enter_quickly(person, next_step);
    }

    /// A post of a plain step is free: the next in line, if anybody still is, is seen.
    #[inline(always)]
    fn see_next_in_line(&mut self, step: u16) {
        if let Some(next) = self.next_in_plain_line(step) {
            self.e.steps[usize::from(step)].free -= 1;
            self.see_plainly(next, step);
        }
    }

    /// Every free post of a plain step sees somebody, while anybody waits.
    pub(super) fn open_plainly(&mut self, step: u16) {
        while self.e.steps[usize::from(step)].free > 0
            && let Some(next) = self.next_in_plain_line(step)
        {
            self.e.steps[usize::from(step)].free -= 1;
            self.see_plainly(next, step);
        }
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

    /// The next person of a plain queue, taken out of it.
    #[inline(always)]
    pub(super) fn next_in_plain_line(&mut self, step: u16) -> Option<u32> {
        let at = usize::from(step);
        let n_classes = self.plan.n_classes;
        let classes = if self.e.steps[at].plain.one_class { 1 } else { n_classes };
        for queue in at * n_classes..at * n_classes + classes {
            let Some(entry) = self.head(queue) else { continue };
            let counted_now = self.counted_now();
            let e = &mut self.e;
            e.queues[queue].pop();
            let patient = &mut e.patients[entry.person as usize];
            patient.ticket = 0;
            patient.unset(QUEUED);
            let state = &mut e.steps[at];
            state.queued -= 1;
            state.area_queued += counted_now;
            return Some(entry.person);
        }
        None
    }

    /// A post of a plain step (in hand) sees a person (in no queue).
    #[inline(always)]
    pub(super) fn see_plainly(&mut self, person: u32, step: u16) {
        let moment = self.moment();
        let e = &mut self.e;
        let patient = &mut e.patients[person as usize];
        let state = &mut e.steps[usize::from(step)];
        let hours = patient.time;
        if hours < 0.0 {
            return self.see_plainly_at_length(person, step);
        }
        patient.contact = 1;
        state.admit(patient, moment);
        let waited = state.begin(patient, moment);
        let mut stopped = None;
        if patient.is(CLOCK_RUNS) {
            let group = &mut e.groups[usize::from(patient.group)];
            if state.plain.stops_clock {
                e.clocks.stop(person);
                let days = group.stop_clock(patient, moment);
                state.first_seen(days, moment);
                group.first_seen(days, moment);
                stopped = Some(days / 7.0);
            } else {
                let cell = u32::from(step) * self.n_groups as u32 + u32::from(patient.group);
                e.clocks.count(person, patient, cell);
            }
        }
        let end = moment.now + hours * state.plain.days_per_hour;
        let held = patient.held;
        if end <= self.week_end {
            state.hours_this_week += hours;
            e.events.plan(end, EventKind::ContactEnd, person);
        } else {
            let role = state.plain.role;
            e.events.plan(end, EventKind::ContactEnd, person);
            self.charge_across_weeks(role, NONE, hours, end);
        }
        if L::KEPT {
            let event =
                LogEvent::Started { waited_here_weeks: waited / 7.0, clock_stopped_after_weeks: stopped };
            self.note(person, step, event);
        }
        if held != NOWHERE {
            self.give_up_place(person);
        }
    }

    /// The same, for the rarer distributions and for people there at the start.
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
        self.charge(plain.role, NONE, hours, end);
        self.e.events.plan(end, EventKind::ContactEnd, person);
    }
}
