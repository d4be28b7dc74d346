//! Who is first at each step, remembered until something happens there.
//!
//! A post that is free looks at every step its role serves, most of which are as they were when a post looked last.
//! What it would find at a step is therefore kept, and found anew only when somebody has come to its queues or left
//! them, when somebody has started, or when the first in a queue would leave it.

use super::choice::Candidate;
use super::{Log, Sim};
use crate::plan::Kind;

/// Who would be seen next at one step.
#[derive(Debug, Clone, Copy)]
pub(super) struct Front {
    /// What follows is so until this time; already past when nothing is known.
    until: f64,
    /// When the first contact of `booked` was due; infinity for nobody.
    pub(super) due: f64,
    /// Rank and order of `new`: the greatest there are for nobody.
    pub(super) rank_and_order: (u8, f64),
    /// First of the booked contacts and of those who arrive booked.
    pub(super) booked: Option<Candidate>,
    /// First of the new people.
    pub(super) new: Option<Candidate>,
}

impl Front {
    pub(super) const UNKNOWN: Self = Self {
        until: f64::NEG_INFINITY,
        due: f64::INFINITY,
        rank_and_order: (u8::MAX, f64::INFINITY),
        booked: None,
        new: None,
    };

    /// Whether it is known who is first, or was until a short while ago.
    #[inline(always)]
    pub(super) fn is_known(&self) -> bool {
        self.until > f64::NEG_INFINITY
    }

    /// Something has happened here that may change who is first.
    #[inline(always)]
    pub(super) fn changes(&mut self) {
        self.until = f64::NEG_INFINITY;
    }
}

impl<L: Log> Sim<'_, L> {
    /// Who is first at a step.
    #[inline(always)]
    pub(super) fn front(&mut self, step: u16) -> &Front {
        if self.now >= self.e.fronts[usize::from(step)].until {
            self.look_at_front(step);
        }
        &self.e.fronts[usize::from(step)]
    }

    #[inline(never)]
    fn look_at_front(&mut self, step: u16) {
        let at = usize::from(step);
        let mut front = Front { until: f64::INFINITY, ..Front::UNKNOWN };
        // Nobody leaves the queue of booked contacts but to be seen.
        front.booked = self.e.booked[at].first().map(|entry| Candidate::booked(step, entry));
        if let Kind::Contacts(contacts) = &self.plan.steps[at].kind {
            let state = &self.e.steps[at];
            if contacts.caseload_per_wte < f64::INFINITY {
                // People finish without anything else happening here.
                front.until = f64::NEG_INFINITY;
            }
            if state.new_this_week < contacts.new_per_week && state.under_way < state.caseload_cap {
                let first = self.head_by_order(step);
                front.until = front.until.min(first.until);
                if !contacts.arrive_booked {
                    front.new = first.candidate;
                } else if let Some(first) = first.candidate
                    && front.booked.is_none_or(|booked| first.due < booked.due)
                {
                    front.booked = Some(first);
                }
            }
        }
        front.due = front.booked.map_or(f64::INFINITY, |booked| booked.due);
        if let Some(new) = front.new {
            front.rank_and_order = (new.rank, new.entry.order);
        }
        self.e.fronts[at] = front;
    }
}
