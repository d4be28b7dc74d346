//! Programmes of sessions: who gets a seat, who comes, who has to come again.

use super::events::EventKind;
use super::patient::{ALIVE, QUEUED};
use super::{Log, Programme, Sim};
use crate::plan::{GroupPlan, Kind, NOWHERE, group_flow, step_flow};
use crate::stream::{Purpose, Stream};
use crate::trace::LogEvent;

impl<L: Log> Sim<'_, L> {
    /// Comes to a group: queues for a seat.
    pub(super) fn join_group(&mut self, person: u32, step: u16, group: &GroupPlan) {
        self.arrive_at(person, step);
        if self.e.steps[usize::from(step)].queued >= group.wait.list_limit
            && self.is_destination(group.wait.turned_away_to)
        {
            return self.turn_away(person, step, group.wait.turned_away_to);
        }
        self.note(person, step, LogEvent::Joined);
        self.enqueue(person, true);
        self.line_up(person);
        if group.every.is_none() && self.e.steps[usize::from(step)].queued >= group.seats {
            self.e.events.plan(self.now, EventKind::GroupStart, u32::from(step));
        }
    }

    /// A programme is to start, if enough people wait.
    pub(super) fn group_may_start(&mut self, step: u16) {
        let plan = self.plan;
        let Kind::Group(group) = &plan.steps[usize::from(step)].kind else { return };
        if let Some((every, _)) = group.every {
            self.e.events.plan(self.now + every, EventKind::GroupStart, u32::from(step));
        }
        let fewest = if group.every.is_none() { group.seats } else { group.minimum };
        if self.e.steps[usize::from(step)].queued < fewest {
            return;
        }
        let programme = self.new_programme(step);
        let mut members = std::mem::take(&mut self.e.programmes[programme as usize].members);
        members.clear();
        while members.len() < group.seats as usize {
            let Some(person) = self.take_next(step) else { break };
            self.unqueue(person);
            self.admit(person, step);
            self.settle(person, step);
            members.push(person);
        }
        let empty = members.is_empty();
        self.e.programmes[programme as usize].members = members;
        if empty {
            self.e.vacant_programmes.push(programme);
        } else {
            self.session_starts(programme);
        }
    }

    fn new_programme(&mut self, step: u16) -> u32 {
        let programme = self.e.vacant_programmes.pop().unwrap_or_else(|| {
            self.e.programmes.push(Programme::default());
            self.e.programmes.len() as u32 - 1
        });
        let state = &mut self.e.programmes[programme as usize];
        state.step = step;
        state.session = 0;
        programme
    }

    /// A session begins: the staff's time is booked, the people come or do not.
    pub(super) fn session_starts(&mut self, programme: u32) {
        let plan = self.plan;
        let state = &mut self.e.programmes[programme as usize];
        state.session += 1;
        let (step, session) = (state.step, state.session);
        let Kind::Group(group) = &plan.steps[usize::from(step)].kind else { return };
        let members = std::mem::take(&mut state.members);
        for person in &members {
            self.attend(*person, step, group);
        }
        self.e.programmes[programme as usize].members = members;
        for need in &group.staff {
            self.owe(&need.any_of, need.hours);
        }
        if session < group.sessions {
            self.e.events.plan(self.now + group.gap_days, EventKind::SessionStart, programme);
        } else {
            self.e.events.plan(self.now + group.length_days, EventKind::SessionEnd, programme);
        }
    }

    fn attend(&mut self, person: u32, step: u16, group: &GroupPlan) {
        let place = self.plan.steps[usize::from(step)].key;
        let patient = &mut self.e.patients[person as usize];
        let mut stream = Stream::new(patient.key, place, Purpose::Attendance, patient.attempt);
        patient.attempt += 1;
        if group.missed.is_some_and(|missed| stream.uniform() < missed.share) {
            patient.missed = patient.missed.saturating_add(1);
            let (times, of_group) = (u32::from(patient.missed), usize::from(patient.group));
            self.e.groups[of_group].flow[group_flow::MISSED] += 1;
            self.e.steps[usize::from(step)].flow[step_flow::MISSED] += 1;
            return self.note(person, step, LogEvent::Missed { times });
        }
        patient.contact += 1;
        let number = u32::from(patient.contact);
        if number == 1 {
            self.begin(person, step, group.wait.stops_clock);
        } else {
            self.note(person, step, LogEvent::FollowUp { number });
        }
    }

    /// The last session is over: those who came go on, those who never did are booked again or leave.
    pub(super) fn session_ends(&mut self, programme: u32) {
        let plan = self.plan;
        let state = &mut self.e.programmes[programme as usize];
        let step = state.step;
        let Kind::Group(group) = &plan.steps[usize::from(step)].kind else { return };
        let members = std::mem::take(&mut state.members);
        for person in &members {
            if self.e.patients[*person as usize].contact > 0 {
                self.done(*person);
            } else {
                self.never_came(*person, step, group);
            }
        }
        self.e.programmes[programme as usize].members = members;
        self.e.vacant_programmes.push(programme);
    }

    fn never_came(&mut self, person: u32, step: u16, group: &GroupPlan) {
        let Some(missed) = group.missed else { return self.done(person) };
        self.discharge(person);
        let patient = &mut self.e.patients[person as usize];
        debug_assert!(patient.is(ALIVE) && !patient.is(QUEUED), "a member of a programme is in no queue");
        patient.missed_here = patient.missed_here.saturating_add(1);
        if patient.missed_here >= missed.leave_after && missed.to != NOWHERE {
            self.note(person, step, LogEvent::MissedTooOften);
            return self.enter(person, missed.to);
        }
        self.misplace(person, missed.rebook);
        self.enqueue(person, false);
        self.line_up(person);
        if group.every.is_none() && self.e.steps[usize::from(step)].queued >= group.seats {
            self.e.events.plan(self.now, EventKind::GroupStart, u32::from(step));
        }
    }
}
