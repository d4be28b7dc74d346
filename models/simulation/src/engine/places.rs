//! Places: admitted, staying, kept until the next step has room, given up.

use super::events::EventKind;
use super::patient::CLOCK_RUNS;
use super::{Log, Sim};
use crate::plan::{Kind, NOWHERE, PlacesPlan, step_flow};
use crate::stream::{Purpose, Stream};
use crate::trace::LogEvent;

impl<L: Log> Sim<'_, L> {
    /// Comes to a step with places: takes one, queues, or is turned away.
    #[inline(always)]
    pub(super) fn join_places(&mut self, person: u32, step: u16, places: &PlacesPlan) {
        self.arrive_at(person, step);
        let plan = &self.plan.steps[usize::from(step)];
        let patient = &mut self.e.patients[person as usize];
        // Drawn already now, not when the stay begins or ends: there, everything that follows would wait for it.
        patient.time =
            places.stay.draw(&mut Stream::new(patient.key, places.key, Purpose::Stay, patient.attempt));
        if plan.routes.conditional.is_empty() && !plan.in_cycle {
            self.e.patients[person as usize].next = self.choose_next(person, step);
        }
        let state = &self.e.steps[usize::from(step)];
        if state.occupied < state.capacity && state.queued == 0 {
            return self.take_place(person, step, places);
        }
        if state.queued >= places.wait.list_limit && self.is_destination(places.wait.turned_away_to) {
            return self.turn_away(person, step, places.wait.turned_away_to);
        }
        self.note(person, step, LogEvent::Joined);
        self.enqueue(person, true);
        self.line_up(person);
        if self.e.steps[usize::from(step)].occupied < self.e.steps[usize::from(step)].capacity {
            self.fill(step);
        }
    }

    #[inline(always)]
    fn take_place(&mut self, person: u32, step: u16, places: &PlacesPlan) {
        let moment = self.moment();
        let e = &mut self.e;
        let patient = &mut e.patients[person as usize];
        let state = &mut e.steps[usize::from(step)];
        state.occupied += 1;
        let stay = if patient.time >= 0.0 {
            patient.time
        } else {
            places.stay.draw(&mut Stream::new(patient.key, places.key, Purpose::Stay, patient.attempt))
        };
        e.events.plan(moment.now + stay, EventKind::StayEnd, person);
        state.admit(patient, moment);
        let waited = state.begin(patient, moment);
        let mut stopped = None;
        if patient.is(CLOCK_RUNS) {
            let group = &mut e.groups[usize::from(patient.group)];
            if places.wait.stops_clock {
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
        let held = patient.held;
        if L::KEPT {
            let event =
                LogEvent::Started { waited_here_weeks: waited / 7.0, clock_stopped_after_weeks: stopped };
            self.note(person, step, event);
        }
        if held != NOWHERE {
            self.give_up_place(person);
        }
    }

    /// Lets in those who wait, while there is room.
    #[inline(never)]
    pub(super) fn fill(&mut self, step: u16) {
        let plan = self.plan;
        let Kind::Places(places) = &plan.steps[usize::from(step)].kind else { return };
        while self.e.steps[usize::from(step)].occupied < self.e.steps[usize::from(step)].capacity {
            let Some(person) = self.take_next_in_line(step, places) else { return };
            self.unqueue(person);
            self.take_place(person, step, places);
        }
    }

    #[inline(always)]
    fn take_next_in_line(&mut self, step: u16, places: &PlacesPlan) -> Option<u32> {
        if !places.wait.order.is_plain() {
            return self.take_next(step);
        }
        let n = self.plan.n_classes;
        (usize::from(step) * n..(usize::from(step) + 1) * n).find_map(|queue| {
            let entry = self.head(queue)?;
            self.e.queues[queue].pop();
            Some(entry.person)
        })
    }

    /// A stay is over.
    #[inline(always)]
    pub(super) fn stay_ends(&mut self, person: u32) {
        let plan = self.plan;
        let step = self.discharge(person);
        let at = usize::from(step);
        self.e.steps[at].flow[step_flow::FINISHED] += 1;
        self.note(person, step, LogEvent::Ended);
        let next = match self.e.patients[person as usize].next {
            NOWHERE => self.choose_next(person, step),
            next => next,
        };
        let Kind::Places(places) = &plan.steps[at].kind else { return };
        if places.keeps && self.is_waited_for(next) {
            let counted_now = self.counted_now();
            self.e.patients[person as usize].held = step;
            let state = &mut self.e.steps[at];
            state.delayed += 1;
            state.area_delayed -= counted_now;
            self.enter(person, next);
            let patient = &self.e.patients[person as usize];
            if patient.held == step && patient.is(super::patient::QUEUED) {
                self.note(person, step, LogEvent::Delayed);
            }
            return;
        }
        let state = &mut self.e.steps[at];
        state.occupied -= 1;
        if state.queued > 0 {
            self.fill(step);
        }
        if self.is_plain_outcome(next) {
            self.leave_plainly(person, next);
        } else {
            self.enter(person, next);
        }
    }

    /// Gives up a place kept while waiting for the next step.
    pub(super) fn give_up_place(&mut self, person: u32) {
        let counted_now = self.counted_now();
        let patient = &mut self.e.patients[person as usize];
        let step = patient.held;
        patient.held = NOWHERE;
        let state = &mut self.e.steps[usize::from(step)];
        state.delayed -= 1;
        state.area_delayed += counted_now;
        state.occupied -= 1;
        self.fill(step);
    }

    /// The number of places of a step changes; closed ones go when they are vacated.
    pub(super) fn places_change(&mut self, step: u16) {
        let Kind::Places(places) = &self.plan.steps[usize::from(step)].kind else { return };
        let now = places.places.iter().rfind(|(day, _)| *day <= self.now + 1e-9);
        self.e.steps[usize::from(step)].capacity = now.map_or(0, |(_, places)| *places);
        self.fill(step);
    }
}
