//! A person's way through the pathway: joining and leaving queues, the clock, choosing the next step, leaving.

use pathloom_service::ConditionOf;

use super::events::EventKind;
use super::patient::{ALIVE, AWAY, BOOKED, CLOCK_RUNS, Patient, UNDER_WAY};
use super::{GroupState, Log, MOST_HOPS, MOST_PEOPLE, Moment, Sim, StepState, Stop};
use crate::plan::{ConditionPlan, Kind, NOWHERE, OutcomePlan, group_flow, step_flow};
use crate::stream::{Purpose, Stream};
use crate::trace::LogEvent;

/// Referrals of one person that are told apart.
const MOST_EPISODES: u32 = 65_535;

impl<L: Log> Sim<'_, L> {
    /// A person, nowhere yet, whose referral opens now.
    #[inline(always)]
    pub(super) fn new_patient(&mut self, key: u64, referral: f64, group: u8, flags: u8) -> u32 {
        let counted_now = self.counted_now();
        let number = self.numbers;
        self.numbers += 1;
        let e = &mut self.e;
        let state = &mut e.groups[usize::from(group)];
        state.open += 1;
        state.area_open -= counted_now;
        let person = match e.vacant.pop() {
            Some(person) => person,
            None => self.add_patient(),
        };
        // Field by field, in place: a whole new value would be built elsewhere first and copied.
        let class = self.plan.class_of_group[usize::from(group)];
        let patient = &mut self.e.patients[person as usize];
        patient.key = key;
        patient.referral = referral;
        patient.ticket = 0;
        patient.number = number;
        patient.held = NOWHERE;
        patient.missed = 0;
        patient.episode = 0;
        patient.group = group;
        patient.class = class;
        patient.flags = ALIVE | flags;
        person
    }

    #[cold]
    fn add_patient(&mut self) -> u32 {
        let person = self.e.patients.len() as u32;
        if person >= MOST_PEOPLE {
            self.fail(Stop::TooManyPeople);
            return person - 1;
        }
        self.e.patients.push(Patient::default());
        self.e.clocks.add();
        person
    }

    /// A referral opens again.
    fn opens(&mut self, person: u32) {
        let counted_now = self.counted_now();
        let state = &mut self.e.groups[usize::from(self.e.patients[person as usize].group)];
        state.open += 1;
        state.area_open -= counted_now;
    }

    /// The step's work is done (or none was needed): on to the next.
    #[inline(always)]
    pub(super) fn pass_on(&mut self, person: u32, step: u16) {
        let next = self.choose_next(person, step);
        self.enter(person, next);
    }

    /// A person gets to a step.
    #[inline(never)]
    pub(super) fn enter(&mut self, person: u32, mut step: u16) {
        let plan = self.plan;
        let mut hops = 0;
        loop {
            match &plan.steps[usize::from(step)].kind {
                Kind::Contacts(_) if self.is_plain(step) => return self.join_plain(person, step),
                Kind::Contacts(contacts) => return self.join_contacts(person, step, contacts),
                Kind::Outcome(outcome) => return self.leave(person, step, outcome),
                Kind::Places(places) => return self.join_places(person, step, places),
                Kind::Group(group) => return self.join_group(person, step, group),
                Kind::Delay(days) => {
                    self.arrive_at(person, step);
                    let patient = &self.e.patients[person as usize];
                    let mut stream = Stream::new(
                        patient.key,
                        plan.steps[usize::from(step)].key,
                        Purpose::Delay,
                        patient.attempt,
                    );
                    let until = self.now + days.draw(&mut stream);
                    self.admit(person, step);
                    self.settle(person, step);
                    self.note(person, step, LogEvent::DelayUntil { day: until });
                    return self.e.events.plan(until, EventKind::DelayEnd, person);
                }
                Kind::Pass | Kind::Offer => {
                    hops += 1;
                    if hops > MOST_HOPS {
                        return self.fail(Stop::Loop(step));
                    }
                    if plan.steps[usize::from(step)].in_cycle {
                        self.count_visit(person, step);
                    }
                    step = self.choose_next(person, step);
                    if step == NOWHERE {
                        return self.fail(Stop::Loop(NOWHERE));
                    }
                }
            }
        }
    }

    /// Notes where a person is and clears what belonged to the step before.
    #[inline(always)]
    pub(super) fn arrive_at(&mut self, person: u32, step: u16) {
        let visit =
            if self.plan.steps[usize::from(step)].in_cycle { self.count_visit(person, step) } else { 0 };
        let patient = &mut self.e.patients[person as usize];
        patient.step = step;
        patient.joined = self.now;
        patient.contact = 0;
        patient.missed_here = 0;
        patient.attempt = (patient.episode << 24) | ((visit & 0xff) << 16);
        patient.leaves_at = f64::INFINITY;
        patient.time = -1.0;
        patient.next = NOWHERE;
        patient.unset(BOOKED);
    }

    #[cold]
    fn count_visit(&mut self, person: u32, step: u16) -> u32 {
        let number = self.e.patients[person as usize].number;
        let visits = self.e.visits.entry((number, step)).or_insert(0);
        *visits += 1;
        *visits - 1
    }

    /// The next step of a person whose step is done.
    #[inline(always)]
    pub(super) fn choose_next(&mut self, person: u32, step: u16) -> u16 {
        let patient = &self.e.patients[person as usize];
        match self.e.steps[usize::from(step)].plain.choose(patient.key, patient.episode) {
            NOWHERE => self.choose_among(person, step),
            next => next,
        }
    }

    #[inline(never)]
    fn choose_among(&mut self, person: u32, step: u16) -> u16 {
        let at = &self.plan.steps[usize::from(step)];
        let patient = &self.e.patients[person as usize];
        let (mut routes, mut occasion) = (&at.routes, patient.episode << 24);
        if at.in_cycle || !routes.conditional.is_empty() {
            let visits = self.e.visits.get(&(patient.number, step)).copied().unwrap_or(1);
            occasion |= (visits & 0xff) << 16;
            if let Some((_, others)) =
                routes.conditional.iter().find(|(condition, _)| holds(condition, patient, self.now, visits))
            {
                routes = others;
            }
        }
        let links = &routes.by_group[usize::from(patient.group)];
        if let [(_, to)] = links[..] {
            return to;
        }
        let share = Stream::new(patient.key, at.key, Purpose::Route, occasion).uniform();
        links
            .iter()
            .find(|(cumulative, _)| share < *cumulative)
            .or(links.last())
            .map_or(NOWHERE, |(_, to)| *to)
    }

    /// A running clock counts at the step where its person now is.
    #[inline(always)]
    pub(super) fn settle(&mut self, person: u32, step: u16) {
        let patient = &self.e.patients[person as usize];
        if patient.is(CLOCK_RUNS) {
            let cell = (usize::from(step) * self.n_groups + usize::from(patient.group)) as u32;
            self.e.clocks.count(person, patient, cell);
        }
    }

    /// The clock stops; the wait is returned when it ran `[days]`.
    #[inline(always)]
    pub(super) fn stop_clock(&mut self, person: u32) -> Option<f64> {
        let moment = self.moment();
        let e = &mut self.e;
        let patient = &mut e.patients[person as usize];
        if !patient.is(CLOCK_RUNS) {
            return None;
        }
        e.clocks.stop(person);
        Some(e.groups[usize::from(patient.group)].stop_clock(patient, moment))
    }

    /// Takes the person in: under way at the step from now on, any place kept elsewhere given up.
    #[inline(always)]
    pub(super) fn admit(&mut self, person: u32, step: u16) {
        let moment = self.moment();
        let patient = &mut self.e.patients[person as usize];
        self.e.steps[usize::from(step)].admit(patient, moment);
        if patient.held != NOWHERE {
            self.give_up_place(person);
        }
    }

    /// The first contact, session or day in a place: waits are measured, and the clock stops if it is to.
    #[inline(always)]
    pub(super) fn begin(&mut self, person: u32, step: u16, stops_clock: bool) {
        let (moment, n_groups) = (self.moment(), self.n_groups as u32);
        let e = &mut self.e;
        let patient = &mut e.patients[person as usize];
        let waited = e.steps[usize::from(step)].begin(patient, moment);
        let mut stopped = None;
        if patient.is(CLOCK_RUNS) {
            let group = usize::from(patient.group);
            if stops_clock {
                e.clocks.stop(person);
                let days = e.groups[group].stop_clock(patient, moment);
                e.steps[usize::from(step)].first_seen(days, moment);
                e.groups[group].first_seen(days, moment);
                stopped = Some(days / 7.0);
            } else {
                e.clocks.count(person, patient, u32::from(step) * n_groups + group as u32);
            }
        }
        if L::KEPT {
            let event =
                LogEvent::Started { waited_here_weeks: waited / 7.0, clock_stopped_after_weeks: stopped };
            self.note(person, step, event);
        }
    }

    /// No longer under way at the step.
    #[inline(always)]
    pub(super) fn discharge(&mut self, person: u32) -> u16 {
        let counted_now = self.counted_now();
        let patient = &mut self.e.patients[person as usize];
        patient.unset(UNDER_WAY);
        let state = &mut self.e.steps[usize::from(patient.step)];
        state.under_way -= 1;
        state.area_under_way += counted_now;
        patient.step
    }

    /// All is done at the step: on to the next.
    #[inline(always)]
    pub(super) fn done(&mut self, person: u32) {
        let step = self.discharge(person);
        self.e.steps[usize::from(step)].flow[step_flow::FINISHED] += 1;
        self.note(person, step, LogEvent::Ended);
        self.pass_on(person, step);
    }

    /// The list is full.
    pub(super) fn turn_away(&mut self, person: u32, step: u16, to: u16) {
        self.e.steps[usize::from(step)].flow[step_flow::TURNED_AWAY] += 1;
        let group = usize::from(self.e.patients[person as usize].group);
        self.e.groups[group].flow[group_flow::TURNED_AWAY] += 1;
        self.note(person, step, LogEvent::TurnedAway);
        self.enter(person, to);
    }

    /// The person reaches an outcome.
    fn leave(&mut self, person: u32, step: u16, outcome: &OutcomePlan) {
        if self.warm() {
            self.outcome_cost += outcome.cost;
            self.outcome_benefit += outcome.benefit;
            self.outcome_qaly += outcome.qaly;
        }
        match &outcome.returns {
            Some((share, after, to)) if self.may_return(person, step, *share, after, *to) => {}
            _ => self.leave_plainly(person, step),
        }
    }

    /// Leaves for good, at an outcome without costs, effects or returns, or with those seen to.
    #[inline(always)]
    pub(super) fn leave_plainly(&mut self, person: u32, step: u16) {
        self.close_referral(person, step);
        let patient = &mut self.e.patients[person as usize];
        patient.flags = 0;
        patient.ticket = 0;
        self.e.vacant.push(person);
    }

    /// The referral is closed at an outcome.
    #[inline(always)]
    fn close_referral(&mut self, person: u32, step: u16) {
        let moment = self.moment();
        let e = &mut self.e;
        let patient = &mut e.patients[person as usize];
        let group = &mut e.groups[usize::from(patient.group)];
        if patient.is(CLOCK_RUNS) {
            e.clocks.stop(person);
            let days = group.stop_clock(patient, moment);
            if moment.warm {
                group.unseen.add(days);
            }
        }
        let state = &mut e.steps[usize::from(step)];
        group.flow[group_flow::OUTCOMES + usize::from(state.plain.counts_as)] += 1;
        group.open -= 1;
        group.area_open += moment.counted_now;
        state.flow[step_flow::FINISHED] += 1;
        if patient.held != NOWHERE {
            self.give_up_place(person);
        }
        self.note(person, step, LogEvent::Left);
    }

    fn may_return(
        &mut self,
        person: u32,
        step: u16,
        share: f64,
        after: &crate::sample::Sampler,
        to: u16,
    ) -> bool {
        let patient = &mut self.e.patients[person as usize];
        let place = self.plan.steps[usize::from(step)].key;
        let mut stream = Stream::new(patient.key, place, Purpose::Return, patient.episode);
        if stream.uniform() >= share {
            return false;
        }
        // Not before a day has passed: a circle of returns in no time would never end.
        let back = self.now + after.draw(&mut stream).max(1.0);
        if back >= self.plan.horizon_days {
            return false;
        }
        self.close_referral(person, step);
        let patient = &mut self.e.patients[person as usize];
        patient.ticket = 0;
        patient.step = to;
        patient.flags = ALIVE | AWAY;
        self.e.events.plan(back, EventKind::Return, person);
        true
    }

    /// Comes back as a new referral with a new clock.
    pub(super) fn comes_back(&mut self, person: u32) {
        let patient = &mut self.e.patients[person as usize];
        patient.episode = patient.episode.saturating_add(1).min(MOST_EPISODES);
        patient.referral = self.now;
        patient.order = self.now;
        patient.missed = 0;
        patient.flags = ALIVE | CLOCK_RUNS;
        let (step, group) = (patient.step, usize::from(patient.group));
        self.opens(person);
        let flow = &mut self.e.groups[group].flow;
        flow[group_flow::REFERRALS] += 1;
        flow[group_flow::RE_REFERRALS] += 1;
        self.note(person, step, LogEvent::ReReferred);
        self.enter(person, step);
    }
}

impl StepState {
    /// Somebody is under way here from now on.
    #[inline(always)]
    pub(super) fn admit(&mut self, patient: &mut Patient, moment: Moment) {
        patient.set(UNDER_WAY);
        self.under_way += 1;
        self.area_under_way -= moment.counted_now;
    }

    /// Somebody is seen here for the first time. Days they waited for it.
    #[inline(always)]
    pub(super) fn begin(&mut self, patient: &Patient, moment: Moment) -> f64 {
        let waited = moment.now - patient.joined;
        self.flow[step_flow::STARTED] += 1;
        self.flow[step_flow::QUEUED_FIRST] += u32::from(waited > 0.0);
        if moment.warm {
            self.waits.add(waited);
        }
        waited
    }

    /// Somebody's clock stopped here after so many days.
    #[inline(always)]
    pub(super) fn first_seen(&mut self, days: f64, moment: Moment) {
        self.to_seen_n += u32::from(moment.warm);
        self.to_seen_days += if moment.warm { days } else { 0.0 };
    }
}

impl GroupState {
    /// A running clock stops. The wait `[days]`.
    #[inline(always)]
    pub(super) fn stop_clock(&mut self, patient: &mut Patient, moment: Moment) -> f64 {
        patient.unset(CLOCK_RUNS);
        let from = if patient.referral > moment.warm_up { patient.referral } else { moment.warm_up };
        self.area_waiting += moment.counted_now - from;
        moment.now - patient.referral
    }

    /// Somebody is seen who has waited so many days.
    #[inline(always)]
    pub(super) fn first_seen(&mut self, days: f64, moment: Moment) {
        self.flow[group_flow::SEEN] += 1;
        if moment.warm {
            self.seen.add(days);
        }
    }
}

fn holds(condition: &ConditionPlan, patient: &Patient, now: f64, visits: u32) -> bool {
    let value = match condition.of {
        ConditionOf::WeeksSinceReferral => (now - patient.referral) / 7.0,
        ConditionOf::VisitsHere => f64::from(visits),
        ConditionOf::MissedContacts => f64::from(patient.missed),
    };
    condition.at_least <= value && value < condition.below
}
