//! The event list: what is going to happen, in order of (time, priority, sequence).
//!
//! An event is 16 bytes: the time's bits (positive floats order like whole numbers), then 4 bits of kind, which is
//! its priority among events of one instant, 28 bits of sequence, so that equal events keep the order in which they
//! were planned, and 32 bits of whom it is about. Events of this week play a tournament: each stands in a place of
//! its own, the earlier of two goes on to the next round, and a place that changes plays its few matches again. A
//! heap takes as many steps, but how many cannot be foreseen, and a processor that foresees wrongly loses more time
//! than the steps take. Later events wait in a list of their week, which is sorted when it begins and gone through
//! beside the tournament; some of the next week play already ([`EventList::plan_soon`]).
//!
//! # Source
//! Tournament trees: Knuth, The Art of Computer Programming, volume 3, 2nd ed., section 5.4.1 (trees of winners).

use std::hint::select_unpredictable;

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
    fn of(time: u64, rest: u64) -> Self {
        Self((u128::from(time) << 64) | u128::from(rest))
    }

    /// The bits of its time.
    #[inline(always)]
    fn time(self) -> u64 {
        (self.0 >> 64) as u64
    }

    /// Its kind, sequence and whom it is about.
    #[inline(always)]
    fn rest(self) -> u64 {
        self.0 as u64
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

/// Bits of the time of the free place 0; the others have those after it. They come after every event and no two are
/// the same.
const NEVER: u64 = f64::INFINITY.to_bits() + 1;

/// Bits of the time of the next known event when there is none: after every other.
const NONE_KNOWN: u64 = u64::MAX;

/// Events a tree has room for at first.
const ROOM: usize = 16;

/// All events to come.
#[derive(Debug, Default)]
pub(super) struct EventList {
    /// Times of the events of this week, by place, and what else they are. They are apart because times alone decide
    /// nearly always.
    times: Vec<u64>,
    rests: Vec<u64>,
    /// The tournament: the place of the earlier event of each pair, the winner of all at 1. The children of `at` are
    /// `2 at` and `2 at + 1`; the places themselves are its last half, in order.
    winners: Vec<u32>,
    vacant: Vec<u32>,
    /// Time and place of the earliest event. When `taken` it has happened and its place is not yet free.
    first_time: u64,
    first_place: u32,
    taken: bool,
    /// Events of this week that were known when it began, the earliest last, and the bits of its time.
    known: Vec<Event>,
    known_time: u64,
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
        self.winners.clear();
        self.vacant.clear();
        self.grow();
        self.taken = false;
        self.known.clear();
        self.known_time = NONE_KNOWN;
        self.later.iter_mut().for_each(Vec::clear);
        self.later.resize_with(weeks, Vec::new);
        self.week = 0;
        self.week_end = 7.0;
        self.sequence = 0;
    }

    /// Plans the end of something short. Whether it ends this week or the next could not be foreseen, and to put it
    /// aside until then costs more than a few matches: both play at once.
    #[inline(always)]
    pub(super) fn plan_soon(&mut self, time: f64, kind: EventKind, who: u32) {
        self.sequence = self.sequence.wrapping_add(1);
        let event = Event::new(time, kind, self.sequence, who);
        if time < self.week_end + 7.0 {
            self.push(event);
        } else {
            self.plan_later(time, event);
        }
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

    /// Moves on to the next week, whose events are sorted.
    pub(super) fn begin_week(&mut self, week: usize) {
        self.week = week;
        self.week_end = (week + 1) as f64 * 7.0;
        self.free_taken();
        // Nothing should be left; rounding may put the first instant of a week into the one before.
        while let Some(event) = self.known.pop() {
            self.push(event);
        }
        std::mem::swap(&mut self.known, &mut self.later[week]);
        self.known.sort_unstable_by(|one, other| other.cmp(one));
        self.known_time = self.known.last().map_or(NONE_KNOWN, |event| event.time());
    }

    /// Time of the next event; later than this week, or infinity, when nothing is left of it.
    #[inline(always)]
    pub(super) fn next_time(&mut self) -> f64 {
        self.free_taken();
        f64::from_bits(self.first_time.min(self.known_time).min(f64::INFINITY.to_bits()))
    }

    /// Takes the next event.
    #[inline(always)]
    pub(super) fn take(&mut self) -> Option<Event> {
        if self.taken {
            self.take_again();
        }
        if self.known_time <= self.first_time && (self.known_time < self.first_time || self.known_wins_tie())
        {
            return self.take_known();
        }
        if self.first_time >= NEVER {
            return None;
        }
        self.taken = true;
        Some(Event::of(self.first_time, self.rests[self.first_place as usize]))
    }

    /// Takes the next of the known events.
    #[inline(always)]
    fn take_known(&mut self) -> Option<Event> {
        let event = self.known.pop();
        self.known_time = self.known.last().map_or(NONE_KNOWN, |event| event.time());
        event
    }

    /// Whether the next known event comes before the winner of the tournament, which is at the same instant.
    #[cold]
    fn known_wins_tie(&self) -> bool {
        self.known.last().is_some_and(|event| event.rest() < self.rests[self.first_place as usize])
    }

    #[inline(always)]
    fn push(&mut self, event: Event) {
        let place = if self.taken {
            self.taken = false;
            self.first_place
        } else {
            if self.vacant.is_empty() {
                self.grow();
            }
            self.vacant.pop().unwrap_or_default()
        };
        self.rests[place as usize] = event.rest();
        self.place(place, event.time());
    }

    /// Frees the place of an event that has happened.
    #[inline(always)]
    fn free_taken(&mut self) {
        if self.taken {
            self.taken = false;
            self.vacant.push(self.first_place);
            self.place(self.first_place, NEVER + u64::from(self.first_place));
        }
    }

    /// The same out of line, for the case that nobody asked for the next time first.
    #[cold]
    fn take_again(&mut self) {
        self.free_taken();
    }

    /// Doubles the places.
    #[cold]
    fn grow(&mut self) {
        let old = self.times.len();
        let room = (2 * old).max(ROOM);
        self.times.extend((old as u64..room as u64).map(|place| NEVER + place));
        self.rests.resize(room, 0);
        self.vacant.extend((old as u32..room as u32).rev());
        self.winners.clear();
        self.winners.resize(room, 0);
        self.winners.extend(0..room as u32);
        self.play_all();
    }

    /// Whether the event at one place comes before that at another.
    #[inline(always)]
    fn is_before(&self, one: u32, other: u32) -> bool {
        let event = |place: u32| (self.times[place as usize], self.rests[place as usize]);
        event(one) < event(other)
    }

    /// Plays every match of the tournament.
    fn play_all(&mut self) {
        for at in (1..self.times.len()).rev() {
            let (a, b) = (self.winners[2 * at], self.winners[2 * at + 1]);
            self.winners[at] = select_unpredictable(self.is_before(b, a), b, a);
        }
        self.first_place = self.winners[1];
        self.first_time = self.times[self.first_place as usize];
    }

    /// Sets the time of a place and plays its matches again. How many there are is known, and who wins is chosen
    /// without branches: nothing has to be foreseen.
    #[inline(always)]
    fn place(&mut self, place: u32, time: u64) {
        self.times[place as usize] = time;
        let (mut first_time, mut first_place, mut tied) = (time, place, false);
        let mut at = place as usize + self.times.len();
        while at > 1 {
            let other_place = self.winners[at ^ 1];
            let other_time = self.times[other_place as usize];
            tied |= other_time == first_time;
            let wins = other_time < first_time;
            first_place = select_unpredictable(wins, other_place, first_place);
            first_time = select_unpredictable(wins, other_time, first_time);
            at /= 2;
            self.winners[at] = first_place;
        }
        (self.first_time, self.first_place) = (first_time, first_place);
        if tied {
            self.play_ties(place);
        }
    }

    /// Plays the matches of a place again where events of one instant meet.
    #[cold]
    fn play_ties(&mut self, place: u32) {
        let mut first = place;
        let mut at = place as usize + self.times.len();
        while at > 1 {
            let other = self.winners[at ^ 1];
            first = if self.is_before(other, first) { other } else { first };
            at /= 2;
            self.winners[at] = first;
        }
        self.first_place = first;
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
            let time = f64::from_bits(event.time());
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

    #[test]
    fn events_of_one_instant_keep_their_order_wherever_they_lie() {
        let mut stream = Stream::new(2, 1, Purpose::Stay, 0);
        let mut events = EventList::default();
        events.restart(2);
        for who in 0..2_000 {
            let kind = KINDS[stream.below(13) as usize];
            events.plan(f64::from(stream.below(14)), kind, who);
        }
        for week in 0..2 {
            events.begin_week(week);
            let (mut last, mut taken) = (Event(0), 0);
            while let Some(event) = events.take() {
                assert!(event > last, "out of order");
                last = event;
                taken += 1;
                if stream.uniform() < 0.3 && event.kind() < EventKind::Wake {
                    events.plan(f64::from_bits(event.time()), EventKind::Wake, 0);
                }
            }
            assert!(taken > 900, "they are all there");
        }
    }
}
