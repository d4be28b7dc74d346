//! The event list: what is going to happen, in order of (time, priority, sequence).
//!
//! An event is 16 bytes: the time's bits (positive floats order like whole numbers), then 4 bits of kind, which is
//! its priority among events of one instant, 28 bits of sequence, so that equal events keep the order in which they
//! were planned, and 32 bits of whom it is about. Events of this week live in a 4-ary heap; later ones wait in a
//! list of their week, unsorted, and join the heap when it begins.
//!
//! # Source
//! d-ary heaps: Johnson, "Priority queues with update and finding minimum spanning trees", Information Processing
//! Letters 4 (1975).

/// What is going to happen; the order is the priority among events of one instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub(super) enum EventKind {
    /// The number of places of a step changes.
    PlacesChange,
    /// A stay ends.
    StayEnd,
    /// A contact ends.
    ContactEnd,
    /// Staff work without a person ends.
    JobEnd,
    /// A session of a programme ends.
    SessionEnd,
    /// The next session of a programme begins.
    SessionStart,
    /// A delay ends.
    DelayEnd,
    /// Somebody comes back as a new referral.
    Return,
    /// Somebody leaves a queue.
    LeaveQueue,
    /// A booked contact is due.
    Due,
    /// Somebody may be booked: the notice is over.
    Ready,
    /// A programme may begin.
    GroupStart,
    /// Staff come on duty.
    Wake,
}

/// Kinds by number, filled up so that four bits always name one.
const KINDS: [EventKind; 16] = [
    EventKind::PlacesChange,
    EventKind::StayEnd,
    EventKind::ContactEnd,
    EventKind::JobEnd,
    EventKind::SessionEnd,
    EventKind::SessionStart,
    EventKind::DelayEnd,
    EventKind::Return,
    EventKind::LeaveQueue,
    EventKind::Due,
    EventKind::Ready,
    EventKind::GroupStart,
    EventKind::Wake,
    EventKind::Wake,
    EventKind::Wake,
    EventKind::Wake,
];

/// An event packed into 128 bits that order as it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Event(u128);

impl Event {
    #[inline(always)]
    fn new(time: f64, kind: EventKind, sequence: u32, who: u32) -> Self {
        let low = ((kind as u64) << 60) | (u64::from(sequence & 0x0fff_ffff) << 32) | u64::from(who);
        Self((u128::from(time.to_bits()) << 64) | u128::from(low))
    }

    #[inline(always)]
    pub(super) fn kind(self) -> EventKind {
        KINDS[((self.0 as u64) >> 60) as usize]
    }

    #[inline(always)]
    pub(super) fn who(self) -> u32 {
        self.0 as u32
    }
}

/// Places kept after the last event.
const SPARE: usize = 4;

/// Past every event.
const NEVER: Event = Event(u128::MAX);

/// All events to come.
#[derive(Debug, Default)]
pub(super) struct EventList {
    /// A 4-ary heap of `n` events, then at least four that never happen, so that every event has four children.
    /// When `hole` is set its root has been taken and not yet been replaced. The halves of an event are apart: it is
    /// written and read in halves, and a processor cannot pass on two halves just written to one read of the whole.
    times: Vec<u64>,
    rests: Vec<u64>,
    n: usize,
    hole: bool,
    /// Events of later weeks.
    later: Vec<Vec<Event>>,
    week: usize,
    week_end: f64,
    sequence: u32,
}

impl EventList {
    /// Forgets everything and begins week 0 of `weeks`.
    pub(super) fn restart(&mut self, weeks: usize) {
        self.times.clear();
        self.rests.clear();
        self.n = 0;
        self.grow();
        self.hole = false;
        self.later.iter_mut().for_each(Vec::clear);
        self.later.resize_with(weeks, Vec::new);
        self.week = 0;
        self.week_end = 7.0;
        self.sequence = 0;
    }

    /// Plans an event; one beyond the last week is forgotten.
    #[inline(always)]
    pub(super) fn plan(&mut self, time: f64, kind: EventKind, who: u32) {
        self.sequence = self.sequence.wrapping_add(1);
        let event = Event::new(time, kind, self.sequence, who);
        if time < self.week_end {
            self.push(event);
        } else {
            self.plan_later(time, event);
        }
    }

    #[inline(never)]
    fn plan_later(&mut self, time: f64, event: Event) {
        let week = (time * (1.0 / 7.0)) as usize;
        // Rounding may put the first instant of a week into the one before.
        let week = week.max(self.week + 1);
        if let Some(list) = self.later.get_mut(week) {
            list.push(event);
        }
    }

    /// Moves on to the next week and lets its events in.
    pub(super) fn begin_week(&mut self, week: usize) {
        self.week = week;
        self.week_end = (week + 1) as f64 * 7.0;
        let mut list = std::mem::take(&mut self.later[week]);
        for event in list.drain(..) {
            self.push(event);
        }
        self.later[week] = list;
    }

    /// Time of the next event of this week; infinity when there is none.
    #[inline(always)]
    pub(super) fn next_time(&mut self) -> f64 {
        if self.hole {
            self.close_hole();
        }
        if self.n == 0 { f64::INFINITY } else { f64::from_bits(self.times[0]) }
    }

    /// Takes the next event of this week.
    #[inline(always)]
    pub(super) fn take(&mut self) -> Option<Event> {
        if self.hole {
            self.close_hole();
        }
        if self.n == 0 {
            return None;
        }
        self.hole = true;
        Some(self.get(0))
    }

    #[inline(always)]
    fn get(&self, at: usize) -> Event {
        Event((u128::from(self.times[at]) << 64) | u128::from(self.rests[at]))
    }

    #[inline(always)]
    fn set(&mut self, at: usize, event: Event) {
        self.times[at] = (event.0 >> 64) as u64;
        self.rests[at] = event.0 as u64;
    }

    #[inline(always)]
    fn push(&mut self, event: Event) {
        if self.hole {
            self.hole = false;
            return self.sift_down(event);
        }
        let mut at = self.n;
        self.n += 1;
        if self.n + SPARE > self.times.len() {
            self.grow();
        }
        while at > 0 {
            let parent = (at - 1) / 4;
            let above = self.get(parent);
            if above <= event {
                break;
            }
            self.set(at, above);
            at = parent;
        }
        self.set(at, event);
    }

    #[cold]
    fn grow(&mut self) {
        self.times.resize(2 * self.n + 4 * SPARE, u64::MAX);
        self.rests.resize(2 * self.n + 4 * SPARE, u64::MAX);
    }

    #[inline(always)]
    fn close_hole(&mut self) {
        self.hole = false;
        self.n -= 1;
        let last = self.get(self.n);
        self.set(self.n, NEVER);
        if self.n > 0 {
            self.sift_down(last);
        }
    }

    /// Puts `event` at the root and lets it sink.
    #[inline(always)]
    fn sift_down(&mut self, event: Event) {
        let mut at = 0;
        while let (Some(t), Some(r)) =
            (self.times.get(4 * at + 1..4 * at + 5), self.rests.get(4 * at + 1..4 * at + 5))
        {
            // Chosen by position, not by branches: which child is least cannot be foreseen.
            let event_of = |at: usize| Event((u128::from(t[at]) << 64) | u128::from(r[at]));
            let a = usize::from(event_of(1) < event_of(0));
            let b = 2 + usize::from(event_of(3) < event_of(2));
            let least = if event_of(b) < event_of(a) { b } else { a };
            let child = event_of(least);
            if child >= event {
                break;
            }
            self.set(at, child);
            at = 4 * at + 1 + least;
        }
        self.set(at, event);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Stream};

    #[test]
    fn events_come_in_order_of_time_priority_and_sequence() {
        let mut events = EventList::default();
        events.restart(3);
        events.plan(2.0, EventKind::Wake, 1);
        events.plan(2.0, EventKind::ContactEnd, 2);
        events.plan(2.0, EventKind::ContactEnd, 3);
        events.plan(1.0, EventKind::Wake, 4);
        let order: Vec<u32> = std::iter::from_fn(|| events.take().map(|event| event.who())).collect();
        assert_eq!(order, [4, 2, 3, 1]);
    }

    #[test]
    fn an_event_planned_by_an_arrival_in_between_is_not_lost() {
        let mut events = EventList::default();
        events.restart(4);
        events.plan(20.0, EventKind::StayEnd, 1);
        events.plan(3.0, EventKind::StayEnd, 2);
        assert_eq!(events.take().map(Event::who), Some(2));
        events.plan(5.0, EventKind::StayEnd, 3);
        assert_eq!(events.take().map(Event::who), Some(3));
        assert_eq!(events.next_time(), f64::INFINITY);
        events.begin_week(1);
        events.plan(13.9, EventKind::StayEnd, 4);
        assert_eq!(events.take().map(Event::who), Some(4));
        events.begin_week(2);
        assert_eq!(events.take().map(Event::who), Some(1));
    }

    #[test]
    fn a_thousand_events_come_sorted_while_others_are_planned() {
        let mut stream = Stream::new(1, 1, Purpose::Stay, 0);
        let mut events = EventList::default();
        events.restart(1);
        for who in 0..1_000 {
            events.plan(stream.uniform() * 6.0, EventKind::StayEnd, who);
        }
        let (mut last, mut taken, mut planned) = (0.0, 0, 1_000);
        while let Some(event) = events.take() {
            let time = f64::from_bits((event.0 >> 64) as u64);
            assert!(time >= last, "out of order");
            last = time;
            taken += 1;
            if planned < 3_000 && stream.uniform() < 0.8 {
                events.plan(last + stream.uniform() * (6.99 - last), EventKind::Due, 0);
                planned += 1;
            }
        }
        assert_eq!(taken, planned);
    }
}
