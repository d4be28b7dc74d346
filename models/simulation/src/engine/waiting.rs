//! Queues: joining, standing in line, leaving unseen.

use super::events::EventKind;
use super::patient::{ALIVE, BOOKED, QUEUED};
use super::queue::Entry;
use super::{Log, Sim};
use crate::plan::{Hazard, Kind, step_flow};
use crate::sample::exponential;
use crate::stream::{Purpose, Stream};
use crate::trace::LogEvent;

impl<L: Log> Sim<'_, L> {
    /// Joins the queue of the step the person has come to. `fresh` draws when they would leave it unseen.
    #[inline(always)]
    pub(super) fn enqueue(&mut self, person: u32, fresh: bool) {
        let plan = self.plan;
        let step = self.e.patients[person as usize].step;
        let at = usize::from(step);
        let Some(wait) = plan.steps[at].wait() else { return };
        if fresh && !wait.hazards.is_empty() {
            self.draw_patience(person, step, &wait.hazards);
        }
        self.tickets += 1;
        let counted_now = self.counted_now();
        let patient = &mut self.e.patients[person as usize];
        if fresh {
            patient.order = if wait.order.by_arrival { patient.joined } else { patient.referral };
        }
        // Whoever is booked anew after the moment at which they would have left leaves now.
        if patient.leaves_at < self.now {
            patient.leaves_at = self.now;
        }
        patient.ticket = self.tickets;
        patient.set(QUEUED);
        let state = &mut self.e.steps[at];
        state.queued += 1;
        state.area_queued -= counted_now;
        self.expect_to_leave(person, wait.lazy);
        self.settle(person, step);
    }

    /// Sees to it that somebody who has joined a queue is noticed to have left it.
    #[inline(always)]
    pub(super) fn expect_to_leave(&mut self, person: u32, lazy: bool) {
        let patient = &self.e.patients[person as usize];
        let (leaves_at, ticket) = (patient.leaves_at, patient.ticket);
        if leaves_at >= self.plan.horizon_days {
            return;
        }
        if lazy {
            let week = ((leaves_at.max(self.now) / 7.0) as usize).min(self.plan.weeks - 1);
            self.e.lapses[week].push((person, ticket));
        } else {
            let timer = self.timer(person, ticket);
            self.e.events.plan(leaves_at.max(self.now), EventKind::LeaveQueue, timer);
        }
    }

    /// Takes a place in the queue proper: may now be seen.
    #[inline(always)]
    pub(super) fn line_up(&mut self, person: u32) {
        let patient = &self.e.patients[person as usize];
        let entry = Entry { order: patient.order, ticket: patient.ticket, person };
        let one_class = self.plan.steps[usize::from(patient.step)].one_class;
        let class = if one_class { 0 } else { usize::from(patient.class) };
        let queue = if patient.is(BOOKED) {
            &mut self.e.booked[usize::from(patient.step)]
        } else {
            &mut self.e.queues[usize::from(patient.step) * self.plan.n_classes + class]
        };
        let front = &mut self.e.fronts[usize::from(patient.step)];
        // Whoever stands behind somebody changes nothing there.
        if front.is_known() && queue.first().is_none_or(|first| entry < first) {
            front.changes();
        }
        queue.push(entry);
    }

    /// Leaves the queue, for whatever reason.
    #[inline(always)]
    pub(super) fn unqueue(&mut self, person: u32) {
        let counted_now = self.counted_now();
        let patient = &mut self.e.patients[person as usize];
        patient.ticket = 0;
        patient.unset(QUEUED);
        let state = &mut self.e.steps[usize::from(patient.step)];
        state.queued -= 1;
        state.area_queued += counted_now;
        self.e.fronts[usize::from(patient.step)].changes();
    }

    /// A void-able reference to a person.
    pub(super) fn timer(&mut self, person: u32, ticket: u32) -> u32 {
        match self.e.vacant_timers.pop() {
            Some(timer) => {
                self.e.timers[timer as usize] = (person, ticket);
                timer
            }
            None => {
                self.e.timers.push((person, ticket));
                self.e.timers.len() as u32 - 1
            }
        }
    }

    /// The person of a timer, if it is not void.
    pub(super) fn timer_person(&mut self, timer: u32) -> Option<u32> {
        self.e.vacant_timers.push(timer);
        let (person, ticket) = self.e.timers[timer as usize];
        let patient = &self.e.patients[person as usize];
        (patient.is(ALIVE) && patient.ticket == ticket).then_some(person)
    }

    /// Draws when a person would leave the queue, by the first of the step's hazards.
    #[inline(never)]
    fn draw_patience(&mut self, person: u32, step: u16, hazards: &[Hazard]) {
        let place = self.plan.steps[usize::from(step)].key;
        let patient = &mut self.e.patients[person as usize];
        let waited = self.now - patient.joined;
        patient.leaves_at = f64::INFINITY;
        for (at, hazard) in hazards.iter().enumerate() {
            let mut stream = Stream::new(patient.key, place ^ at as u64, Purpose::Patience, patient.attempt);
            let leaves_at = patient.joined + leaving_time(hazard, waited, exponential(&mut stream));
            if leaves_at < patient.leaves_at {
                patient.leaves_at = leaves_at;
                patient.leaves_by = at as u8;
            }
        }
    }

    pub(super) fn leave_timer(&mut self, timer: u32) {
        if let Some(person) = self.timer_person(timer) {
            self.leave_queue(person);
        }
    }

    /// At the end of a week, notices everybody who has left a queue in it.
    pub(super) fn lapse(&mut self, week: usize) {
        let mut lapses = std::mem::take(&mut self.e.lapses[week]);
        for (person, ticket) in lapses.drain(..) {
            let patient = &self.e.patients[person as usize];
            if patient.is(ALIVE) && patient.ticket == ticket && patient.leaves_at < self.week_end {
                self.leave_queue(person);
            }
        }
        self.e.lapses[week] = lapses;
    }

    /// Leaves the queue unseen, at the moment it was to happen.
    #[inline(never)]
    pub(super) fn leave_queue(&mut self, person: u32) {
        let plan = self.plan;
        let patient = &self.e.patients[person as usize];
        let (step, at) = (patient.step, usize::from(patient.step));
        let Some(hazard) =
            plan.steps[at].wait().and_then(|wait| wait.hazards.get(usize::from(patient.leaves_by)))
        else {
            return;
        };
        let noticed = self.now;
        self.now = patient.leaves_at.min(noticed);
        let waited = self.now - patient.joined;
        self.unqueue(person);
        let warm = self.warm();
        let state = &mut self.e.steps[at];
        state.flow[if hazard.escalates { step_flow::ESCALATED } else { step_flow::REMOVED }] += 1;
        if warm {
            state.removed_n += 1;
            state.removed_days += waited;
        }
        let event =
            if hazard.escalates { LogEvent::EscalatedWhileWaiting } else { LogEvent::RemovedWhileWaiting };
        self.note(person, step, event);
        self.enter(person, hazard.to);
        self.now = noticed;
        if let Kind::Contacts(contacts) = &plan.steps[at].kind
            && contacts.needs.len() > 1
        {
            // Whoever was kept for this person may look for others: in a moment, not in the middle of what is going on.
            for (role, _) in contacts.needs.iter().flatten() {
                self.e.events.plan(noticed, EventKind::Wake, u32::from(*role));
            }
        }
    }
}

/// When somebody who has waited so long already leaves, counted from joining `[days]`.
fn leaving_time(hazard: &Hazard, waited: f64, mut patience: f64) -> f64 {
    if hazard.after_days <= waited {
        return waited;
    }
    for (at, (from, rate)) in hazard.rates.iter().enumerate() {
        let until = hazard.rates.get(at + 1).map_or(f64::INFINITY, |next| next.0);
        let from = from.max(waited);
        if until <= from {
            continue;
        }
        let used = if *rate > 0.0 { rate * (until - from) } else { 0.0 };
        if patience < used {
            return (from + patience / rate).min(hazard.after_days);
        }
        patience -= used;
    }
    hazard.after_days
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hazard(rates: &[(f64, f64)], after_days: f64) -> Hazard {
        Hazard { escalates: false, to: 0, rates: rates.to_vec(), after_days }
    }

    #[test]
    fn a_rate_that_changes_is_followed() {
        let rising = hazard(&[(0.0, 0.1), (10.0, 0.5)], f64::INFINITY);
        assert!((leaving_time(&rising, 0.0, 0.5) - 5.0).abs() < 1e-12);
        assert!((leaving_time(&rising, 0.0, 2.0) - 12.0).abs() < 1e-12);
        assert!((leaving_time(&rising, 8.0, 0.7) - 11.0).abs() < 1e-12);
    }

    #[test]
    fn a_limit_holds_whatever_the_rates_say() {
        assert_eq!(leaving_time(&hazard(&[], 21.0), 0.0, 3.0), 21.0);
        assert_eq!(leaving_time(&hazard(&[(0.0, 0.001)], 21.0), 30.0, 3.0), 30.0);
        assert_eq!(leaving_time(&hazard(&[(5.0, 0.0)], f64::INFINITY), 0.0, 3.0), f64::INFINITY);
    }
}
