//! Staff contacts: the first, the following, the missed and the cancelled.

use pathloom_service::Rebook;

use super::choice::Tried;
use super::events::EventKind;
use super::patient::{BOOKED, CLOCK_RUNS, UNDER_WAY};
use super::{Job, Log, Sim};
use crate::plan::{ContactsPlan, EndOfDayPlan, Kind, MissedPlan, NOWHERE, group_flow, step_flow};
use crate::stream::{Purpose, Stream};
use crate::trace::LogEvent;

/// Nobody is booked anew for the day on which they did not come `[days]`.
const NEXT_BOOKING_DAYS: f64 = 1.0;

impl<L: Log> Sim<'_, L> {
    /// Comes to a step with staff contacts: seen at once, or queues.
    #[inline(never)]
    pub(super) fn join_contacts(&mut self, person: u32, step: u16, contacts: &ContactsPlan) {
        self.arrive_at(person, step);
        if !contacts.contacts.always_one() {
            let place = self.plan.steps[usize::from(step)].key;
            let patient = &mut self.e.patients[person as usize];
            let mut stream = Stream::new(patient.key, place, Purpose::Contacts, patient.attempt);
            patient.contacts_left = contacts.contacts.draw(&mut stream).max(1);
        } else {
            self.e.patients[person as usize].contacts_left = 1;
        }
        let may_be_seen = contacts.plain && contacts.notice_days == 0.0 && self.nobody_ahead(step);
        if may_be_seen && self.seen_at_once(person, step, contacts) {
            return;
        }
        self.wait_for_contact(person, step, contacts);
    }

    /// Queues for a first contact, if the list is not full.
    #[inline(always)]
    fn wait_for_contact(&mut self, person: u32, step: u16, contacts: &ContactsPlan) {
        if self.e.steps[usize::from(step)].queued >= contacts.wait.list_limit
            && self.is_destination(contacts.wait.turned_away_to)
        {
            if !contacts.plain {
                // Somebody may be free for this one person all the same.
                if contacts.notice_days == 0.0 && self.seen_at_once(person, step, contacts) {
                    return;
                }
            }
            return self.turn_away(person, step, contacts.wait.turned_away_to);
        }
        self.note(person, step, LogEvent::Joined);
        self.enqueue(person, true);
        if contacts.notice_days > 0.0 {
            return self.book_again(person, contacts.notice_days);
        }
        self.line_up(person);
        if !contacts.plain {
            self.kick(step);
        } else {
            self.wake_somebody(contacts);
        }
    }

    /// Somebody waits and nobody is on duty: the first to come on duty must look.
    #[inline(always)]
    fn wake_somebody(&mut self, contacts: &ContactsPlan) {
        for (role, _) in &contacts.needs[0] {
            let state = &self.e.roles[usize::from(*role)];
            if !state.free_posts.is_empty() && (state.none_until < state.wake_at || state.wake_at <= self.now)
            {
                self.ensure_wake(*role);
            }
        }
    }

    pub(super) fn is_destination(&self, step: u16) -> bool {
        step != NOWHERE
    }

    #[inline(always)]
    fn nobody_ahead(&self, step: u16) -> bool {
        let at = usize::from(step);
        let n = self.plan.n_classes;
        self.e.queues[at * n..(at + 1) * n].iter().all(super::queue::Queue::is_empty)
    }

    /// Sees a person who has just come, if the staff are there and not kept for somebody else.
    #[inline(never)]
    fn seen_at_once(&mut self, person: u32, step: u16, contacts: &ContactsPlan) -> bool {
        let kept = |role: &u16| self.e.roles[usize::from(*role)].holding;
        if contacts.needs.iter().flatten().any(|(role, _)| kept(role)) {
            return false;
        }
        let state = &self.e.steps[usize::from(step)];
        if state.new_this_week >= contacts.new_per_week || state.under_way >= state.caseload_cap {
            return false;
        }
        if contacts.cancelled > 0.0 || !self.assemble(contacts, None) {
            return false;
        }
        if contacts.end_of_day == EndOfDayPlan::OnlyIfItFits && !self.fits_today(person, contacts) {
            self.dismiss(None);
            return false;
        }
        self.count_start(step);
        let crew = self.e.crew.first().map(|(role, post, _)| (*role, *post));
        match self.see(person, step, contacts, crew) {
            Tried::Seen => true,
            // Not attended at no cost in time: the post is still in hand, the person booked anew.
            Tried::Passed | Tried::Held => {
                if let Some((role, post)) = crew {
                    self.free(role, post);
                }
                true
            }
        }
    }

    /// Hours of the person's next contact, before any role's factor.
    #[inline(always)]
    pub(super) fn contact_hours(&self, person: u32, contacts: &ContactsPlan) -> f64 {
        let patient = &self.e.patients[person as usize];
        let place = self.plan.steps[usize::from(patient.step)].key;
        let face = match contacts.face_hours.fixed() {
            Some(hours) => hours,
            None => contacts.face_hours.draw(&mut Stream::new(
                patient.key,
                place,
                Purpose::FaceToFace,
                patient.attempt,
            )),
        };
        (face + contacts.extra_hours) * contacts.factor_by_group[usize::from(patient.group)]
    }

    /// The crew sees a person (who is in no queue), or would: they may have cancelled, or not come.
    #[inline(never)]
    pub(super) fn see(
        &mut self,
        person: u32,
        step: u16,
        contacts: &ContactsPlan,
        in_hand: Option<(u16, u32)>,
    ) -> Tried {
        let place = self.plan.steps[usize::from(step)].key;
        let patient = &mut self.e.patients[person as usize];
        let (key, attempt) = (patient.key, patient.attempt);
        let hours = self.contact_hours(person, contacts);
        let happens =
            |share: f64, purpose| share > 0.0 && Stream::new(key, place, purpose, attempt).uniform() < share;
        self.e.patients[person as usize].attempt += 1;
        if happens(contacts.cancelled, Purpose::Cancelled) {
            self.note(person, step, LogEvent::Cancelled);
            self.dismiss(in_hand);
            self.book_anew(person, contacts.notice_days, Rebook::KeepsPlace);
            return Tried::Passed;
        }
        if let Some(missed) = contacts.missed
            && happens(missed.share, Purpose::Missed)
        {
            let lost = if missed.hours_lost >= 0.0 {
                missed.hours_lost
            } else {
                let admin = contacts.extra_hours - contacts.travel_hours;
                let group = usize::from(self.e.patients[person as usize].group);
                hours - admin * contacts.factor_by_group[group]
            };
            let busy = self.work_without_person(lost, in_hand);
            self.is_missed(person, step, contacts, missed);
            return if busy { Tried::Seen } else { Tried::Passed };
        }
        let patient = &mut self.e.patients[person as usize];
        patient.contact += 1;
        let first = !patient.is(UNDER_WAY);
        let number = u32::from(patient.contact);
        if first {
            self.admit(person, step);
            self.begin(person, step, contacts.wait.stops_clock);
        } else {
            self.note(person, step, LogEvent::FollowUp { number });
        }
        self.work_with_person(person, hours, contacts.end_of_day, first);
        Tried::Seen
    }

    /// Lets the crew go, but for the post in hand, which goes on looking.
    fn dismiss(&mut self, in_hand: Option<(u16, u32)>) {
        let mut in_hand = in_hand;
        while let Some((role, post, _)) = self.e.crew.pop() {
            if in_hand == Some((role, post)) {
                in_hand = None;
            } else {
                self.free(role, post);
            }
        }
    }

    /// The crew works with the person: the contact ends when the last has done their part.
    fn work_with_person(&mut self, person: u32, hours: f64, end_of_day: EndOfDayPlan, new: bool) {
        let mut crew = std::mem::take(&mut self.e.crew);
        let (mut last, mut last_end) = (0, f64::NEG_INFINITY);
        let ends: f64 = crew.len() as f64;
        for (at, (role, post, factor)) in crew.iter().enumerate() {
            let end = self.work_end(*role, *post, hours * factor, end_of_day);
            self.charge(*role, *post, self.time_spent(*post, hours * factor), end);
            if end_of_day == EndOfDayPlan::Overtime {
                self.charge_overtime(*role, *post, hours * factor);
            }
            let state = &mut self.e.roles[usize::from(*role)];
            state.hours_all += hours * factor;
            if new {
                state.hours_new += hours * factor;
            }
            if end > last_end {
                (last, last_end) = (at, end);
            }
        }
        if ends > 1.0 {
            for (at, (role, post, factor)) in crew.iter().enumerate().filter(|(at, _)| *at != last) {
                debug_assert_ne!(at, last, "the last one to finish ends the contact");
                let end = self.work_end(*role, *post, hours * factor, end_of_day);
                let job = Job { role: *role, post: *post, hours: hours * factor, taken: true, listed: 0 };
                let job = self.new_job(job);
                self.e.events.plan(end, EventKind::JobEnd, job);
            }
        }
        if let Some((role, post, _)) = crew.get(last) {
            let patient = &mut self.e.patients[person as usize];
            patient.role = *role;
            patient.post = *post;
            self.e.events.plan(last_end, EventKind::ContactEnd, person);
        }
        crew.clear();
        self.e.crew = crew;
    }

    /// The crew's time is lost. Whether the post in hand is busy with it.
    fn work_without_person(&mut self, hours: f64, in_hand: Option<(u16, u32)>) -> bool {
        if hours <= 0.0 {
            self.dismiss(in_hand);
            return false;
        }
        let mut crew = std::mem::take(&mut self.e.crew);
        for (role, post, factor) in crew.drain(..) {
            let job = self.new_job(Job { role, post, hours: hours * factor, taken: false, listed: 0 });
            self.start_job(job, role, post);
        }
        self.e.crew = crew;
        true
    }

    fn is_missed(&mut self, person: u32, step: u16, contacts: &ContactsPlan, missed: MissedPlan) {
        let patient = &mut self.e.patients[person as usize];
        patient.missed_here = patient.missed_here.saturating_add(1);
        patient.missed = patient.missed.saturating_add(1);
        let (times, group) = (patient.missed_here, usize::from(patient.group));
        self.e.groups[group].flow[group_flow::MISSED] += 1;
        self.e.steps[usize::from(step)].flow[step_flow::MISSED] += 1;
        self.note(person, step, LogEvent::Missed { times: u32::from(times) });
        if times >= missed.leave_after && self.is_destination(missed.to) {
            if self.e.patients[person as usize].is(UNDER_WAY) {
                self.discharge(person);
                self.caseload_fell(step, contacts);
            }
            self.note(person, step, LogEvent::MissedTooOften);
            return self.enter(person, missed.to);
        }
        self.book_anew(person, contacts.notice_days, missed.rebook);
    }

    /// Books somebody again who was not seen.
    fn book_anew(&mut self, person: u32, notice_days: f64, rebook: Rebook) {
        let now = self.now;
        let patient = &mut self.e.patients[person as usize];
        let wait = notice_days.max(NEXT_BOOKING_DAYS);
        if patient.is(UNDER_WAY) {
            return self.e.events.plan(now + wait, EventKind::Due, person);
        }
        self.misplace(person, rebook);
        self.enqueue(person, false);
        self.book_again(person, wait);
    }

    /// What a missed contact does to the person's place and clock.
    pub(super) fn misplace(&mut self, person: u32, rebook: Rebook) {
        let now = self.now;
        let patient = &mut self.e.patients[person as usize];
        match rebook {
            Rebook::KeepsPlace => {}
            Rebook::BackOfQueue => patient.order = now,
            Rebook::ClockRestarts => {
                patient.order = now;
                if self.stop_clock(person).is_some() {
                    let patient = &mut self.e.patients[person as usize];
                    patient.referral = now;
                    patient.set(CLOCK_RUNS);
                }
            }
        }
    }

    /// Queues without being bookable for a while.
    fn book_again(&mut self, person: u32, days: f64) {
        let ticket = self.e.patients[person as usize].ticket;
        let timer = self.timer(person, ticket);
        self.e.events.plan(self.now + days, EventKind::Ready, timer);
    }

    /// The notice is over: takes a place in the queue.
    pub(super) fn ready_to_book(&mut self, timer: u32) {
        let Some(person) = self.timer_person(timer) else { return };
        self.line_up(person);
        self.kick(self.e.patients[person as usize].step);
    }

    /// A booked contact is due.
    pub(super) fn contact_due(&mut self, person: u32) {
        self.tickets += 1;
        let (ticket, now) = (self.tickets, self.now);
        let patient = &mut self.e.patients[person as usize];
        patient.ticket = ticket;
        patient.order = now;
        patient.leaves_at = f64::INFINITY;
        patient.set(BOOKED);
        let step = patient.step;
        self.line_up(person);
        self.kick(step);
    }

    /// A contact ends: the staff go on, then the person.
    #[inline(always)]
    pub(super) fn contact_ends(&mut self, person: u32) {
        let step = self.e.patients[person as usize].step;
        if self.is_plain(step) {
            self.plain_contact_ends(person, step);
        } else {
            self.crew_ends(person);
        }
    }

    #[inline(never)]
    fn crew_ends(&mut self, person: u32) {
        let plan = self.plan;
        let patient = &mut self.e.patients[person as usize];
        patient.contacts_left = patient.contacts_left.saturating_sub(1);
        let (role, post, step, left) = (patient.role, patient.post, patient.step, patient.contacts_left);
        self.release(role, post);
        let Kind::Contacts(contacts) = &plan.steps[usize::from(step)].kind else { return };
        if left == 0 {
            self.done(person);
            return self.caseload_fell(step, contacts);
        }
        self.note(person, step, LogEvent::Ended);
        let due = self.now + contacts.gap_days;
        self.e.events.plan(due, EventKind::Due, person);
    }

    #[inline(always)]
    fn caseload_fell(&mut self, step: u16, contacts: &ContactsPlan) {
        if contacts.caseload_per_wte < f64::INFINITY {
            self.kick(step);
        }
    }
}
