//! The start: everybody already there takes their place before anybody is seen.

use super::arrivals::group_of;
use super::events::EventKind;
use super::patient::{CLOCK_RUNS, UNDER_WAY};
use super::{Log, Sim};
use crate::plan::StartList;
use crate::plan::{Kind, StartPlan};
use crate::stream::{Purpose, Stream, subkey};
use crate::trace::LogEvent;

/// Somebody on a list at the start: (referral, step, number on its list).
type Waiting = (f64, u16, u32);

impl<L: Log> Sim<'_, L> {
    /// Fills the service as it stands on day 0.
    pub(super) fn open(&mut self) {
        let plan = self.plan;
        let mut waiting: Vec<Waiting> = Vec::new();
        for (at, step) in plan.steps.iter().enumerate() {
            if let Some(start) = &step.start {
                self.waiting_there(at as u16, start, &mut waiting);
            }
        }
        waiting.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        for (referral, step, number) in waiting {
            self.is_waiting(referral, step, number);
        }
        for (at, step) in plan.steps.iter().enumerate() {
            if let Some(start) = &step.start {
                for number in 0..start.in_treatment {
                    self.is_under_way(at as u16, start, number);
                }
            }
            match &step.kind {
                Kind::Group(group) => {
                    let first = group.every.map_or(0.0, |(_, first)| first);
                    self.e.events.plan(first, EventKind::GroupStart, at as u32);
                }
                Kind::Places(places) => {
                    for (day, _) in &places.places[1..] {
                        self.e.events.plan(*day, EventKind::PlacesChange, at as u32);
                    }
                }
                _ => {}
            }
        }
        for at in 0..plan.steps.len() as u16 {
            self.places_change(at);
        }
        for (role, of_role) in plan.roles.iter().enumerate() {
            match of_role.solo {
                Some(step) => self.open_plainly(step),
                None => {
                    self.put_to_work(role as u16);
                    self.ensure_wake(role as u16);
                }
            }
        }
    }

    /// The people waiting for a step at the start, by referral.
    fn waiting_there(&self, step: u16, start: &StartPlan, waiting: &mut Vec<Waiting>) {
        match &start.waiting {
            StartList::Days(days) => {
                waiting
                    .extend(days.iter().enumerate().map(|(number, waited)| (-waited, step, number as u32)));
            }
            StartList::Curve { number, longest_days, exponent } => {
                // One person in each of `number` equal slices of the curve, so that the mean is met; the first has
                // waited longest of all.
                let key = subkey(self.key, self.plan.steps[usize::from(step)].key);
                for at in 0..*number {
                    let u = Stream::new(key, u64::from(at), Purpose::Start, 0).uniform();
                    let share = (f64::from(*number - at) - u) / f64::from(*number);
                    let waited =
                        if at == 0 { *longest_days } else { longest_days * libm::pow(share, *exponent) };
                    waiting.push((-waited, step, at));
                }
            }
        }
    }

    fn is_waiting(&mut self, referral: f64, step: u16, number: u32) {
        let plan = self.plan;
        let at = &plan.steps[usize::from(step)];
        let Some(start) = &at.start else { return };
        let key = subkey(subkey(self.key, at.key), u64::from(number));
        let listed = start.listed_groups.get(number as usize).copied();
        let group = listed.unwrap_or_else(|| group_of(&start.case_mix, key));
        let person = self.new_patient(key, referral, group, CLOCK_RUNS);
        self.arrive_at(person, step);
        self.note(person, step, LogEvent::ThereAtStart { weeks_waited: -referral / 7.0 });
        if let Kind::Delay(days) = &at.kind {
            let until = days.draw(&mut Stream::new(key, at.key, Purpose::Delay, 0));
            self.admit(person, step);
            self.settle(person, step);
            return self.e.events.plan(until, EventKind::DelayEnd, person);
        }
        self.e.patients[person as usize].joined = referral;
        if let Kind::Contacts(contacts) = &at.kind {
            let left = contacts.contacts.draw(&mut Stream::new(key, at.key, Purpose::Contacts, 0)).max(1);
            let patient = &mut self.e.patients[person as usize];
            patient.contacts_left = left;
        }
        self.enqueue(person, true);
        self.line_up(person);
    }

    fn is_under_way(&mut self, step: u16, start: &StartPlan, number: u32) {
        let plan = self.plan;
        let at = &plan.steps[usize::from(step)];
        // Numbered apart from those waiting.
        let key = subkey(subkey(self.key, at.key), u64::from(number) | 1 << 40);
        let person = self.new_patient(key, 0.0, group_of(&start.case_mix, key), 0);
        self.arrive_at(person, step);
        self.admit(person, step);
        self.note(person, step, LogEvent::ThereAtStart { weeks_waited: 0.0 });
        let mut stream = Stream::new(key, at.key, Purpose::Start, 1);
        let part = stream.uniform();
        let rest = |whole: &crate::sample::Sampler, stream: &mut Stream| match &start.days_left {
            Some(days) => days.draw(stream),
            None => part * whole.draw(stream),
        };
        match &at.kind {
            Kind::Contacts(contacts) => {
                let left = start.contacts_left.draw(&mut stream).max(1);
                let gap = if contacts.gap_days > 0.0 { contacts.gap_days } else { 7.0 };
                let patient = &mut self.e.patients[person as usize];
                patient.contacts_left = left;
                patient.contact = 1;
                debug_assert!(patient.is(UNDER_WAY), "admitted above");
                self.e.events.plan(part * gap, EventKind::Due, person);
            }
            Kind::Places(places) => {
                self.e.steps[usize::from(step)].occupied += 1;
                let until = rest(&places.stay, &mut stream);
                self.e.events.plan(until, EventKind::StayEnd, person);
            }
            Kind::Delay(days) => {
                let until = rest(days, &mut stream);
                self.e.events.plan(until, EventKind::DelayEnd, person);
            }
            Kind::Group(group) => {
                let length = f64::from(group.sessions - 1) * group.gap_days + group.length_days;
                self.e.patients[person as usize].contact = 1;
                self.e.events.plan(part * length, EventKind::DelayEnd, person);
            }
            Kind::Pass | Kind::Offer | Kind::Outcome(_) => {}
        }
    }
}
