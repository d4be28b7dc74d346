//! Queues in the order of a key, joined mostly in that order.
//!
//! People who join in order, nearly all of them, go to the end of a ring; the others, whose referral is older than
//! that of the last to join, go to a heap. The next is the lesser of the two heads. People who left are not looked
//! for: their ticket no longer fits, and they are passed over when their turn comes.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// Somebody's place in a queue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Entry {
    /// What the queue is ordered by `[days]`: referral, joining or due time.
    pub(super) order: f64,
    /// Number of this joining; the person's own shows whether they are still here.
    pub(super) ticket: u32,
    /// Who.
    pub(super) person: u32,
}

impl Eq for Entry {}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.order.total_cmp(&other.order).then(self.ticket.cmp(&other.ticket))
    }
}

/// One queue.
#[derive(Debug, Default)]
pub(super) struct Queue {
    ring: VecDeque<Entry>,
    stragglers: BinaryHeap<Reverse<Entry>>,
}

impl Queue {
    pub(super) fn clear(&mut self) {
        self.ring.clear();
        self.stragglers.clear();
    }

    #[inline(always)]
    pub(super) fn is_empty(&self) -> bool {
        self.ring.is_empty() && self.stragglers.is_empty()
    }

    #[inline(always)]
    pub(super) fn push(&mut self, entry: Entry) {
        match self.ring.back() {
            Some(last) if entry < *last => self.stragglers.push(Reverse(entry)),
            _ => self.ring.push_back(entry),
        }
    }

    /// The first entry, whether its person is still here or not.
    #[inline(always)]
    pub(super) fn first(&self) -> Option<Entry> {
        if self.stragglers.is_empty() {
            return self.ring.front().copied();
        }
        match (self.ring.front(), self.stragglers.peek()) {
            (Some(a), Some(Reverse(b))) => Some(if b < a { *b } else { *a }),
            (a, b) => a.copied().or(b.map(|entry| entry.0)),
        }
    }

    /// Takes the first entry.
    #[inline(always)]
    pub(super) fn pop(&mut self) {
        if self.stragglers.is_empty() {
            self.ring.pop_front();
            return;
        }
        match (self.ring.front(), self.stragglers.peek()) {
            (Some(a), Some(Reverse(b))) if a < b => {
                self.ring.pop_front();
            }
            _ => {
                self.stragglers.pop();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_come_in_order_whenever_they_joined() {
        let mut queue = Queue::default();
        for (ticket, order) in [3.0, 5.0, 1.0, 5.0, 4.0, 9.0].into_iter().enumerate() {
            queue.push(Entry { order, ticket: ticket as u32, person: ticket as u32 });
        }
        let mut order = Vec::new();
        while let Some(entry) = queue.first() {
            order.push(entry.person);
            queue.pop();
        }
        assert_eq!(order, [2, 0, 4, 1, 3, 5]);
    }
}
