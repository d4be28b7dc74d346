//! Who is seen next: what a post does when it is free, and with whom.

use super::queue::Entry;
use super::{Log, Sim};
use crate::plan::{ContactsPlan, EndOfDayPlan, Kind, NOWHERE, PolicyPlan};

/// Somebody who could be seen next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    step: u16,
    booked: bool,
    class: u8,
    /// Class counted with: lower after rising or in an urgent slot.
    pub(super) rank: u8,
    pub(super) entry: Entry,
    /// When a booked contact was due: for people who arrive booked, when they came.
    pub(super) due: f64,
}

impl Candidate {
    /// Somebody whose booked contact is due.
    pub(super) fn booked(step: u16, entry: Entry) -> Self {
        Self { step, booked: true, class: 0, rank: 0, entry, due: entry.order }
    }
}

/// Whose turn it is in a step's queues.
#[derive(Debug, Clone, Copy)]
pub(super) struct Turn {
    pub(super) candidate: Option<Candidate>,
    /// It stays so until this time, unless somebody comes, leaves or starts.
    pub(super) until: f64,
}

/// What came of trying to see somebody.
pub(super) enum Tried {
    /// The post is busy now.
    Seen,
    /// Not this one; the post is still in hand.
    Passed,
    /// The post waits for a colleague.
    Held,
}

impl<L: Log> Sim<'_, L> {
    /// First in a queue, those who left it passed over.
    #[inline(always)]
    pub(super) fn head(&mut self, queue: usize) -> Option<Entry> {
        loop {
            let entry = self.e.queues[queue].first()?;
            let patient = &self.e.patients[entry.person as usize];
            if patient.ticket != entry.ticket {
                self.e.queues[queue].pop();
            } else if patient.leaves_at <= self.now {
                let step = usize::from(patient.step);
                self.e.queues[queue].pop();
                // Where the moment matters a timer is due at this very instant.
                if self.plan.steps[step].wait().is_some_and(|wait| wait.lazy) {
                    self.leave_queue(entry.person);
                }
            } else {
                return Some(entry);
            }
        }
    }

    /// Finds work for a post in hand; puts it among the free ones when there is none. Whether it found some.
    #[inline(never)]
    pub(super) fn next_work(&mut self, role: u16, post: u32) -> bool {
        while let Some((job, factor)) = self.e.roles[usize::from(role)].owed.pop_front() {
            let state = &mut self.e.jobs[job as usize];
            state.listed -= 1;
            if state.taken {
                if state.listed == 0 && state.role == u16::MAX {
                    self.e.vacant_jobs.push(job);
                }
                continue;
            }
            state.hours *= factor;
            self.start_job(job, role, post);
            return true;
        }
        self.e.skipped.clear();
        loop {
            let Some(candidate) = self.pick(role) else {
                self.free(role, post);
                return false;
            };
            match self.try_to_see(candidate, role, post) {
                Tried::Seen => return true,
                Tried::Passed => {}
                Tried::Held => {
                    self.e.roles[usize::from(role)].holding = true;
                    self.free(role, post);
                    return false;
                }
            }
        }
    }

    /// The person a post of this role should see next.
    fn pick(&mut self, role: u16) -> Option<Candidate> {
        let plan = self.plan;
        let (mut due, mut booked) = (f64::INFINITY, NOWHERE);
        let (mut rank_and_order, mut new) = ((u8::MAX, f64::INFINITY), NOWHERE);
        let skips = !self.e.skipped.is_empty();
        for step in &plan.roles[usize::from(role)].serves {
            if skips && self.e.skipped.contains(step) {
                continue;
            }
            let front = self.front(*step);
            if front.due < due {
                (due, booked) = (front.due, *step);
            }
            if front.rank_and_order < rank_and_order {
                (rank_and_order, new) = (front.rank_and_order, *step);
            }
        }
        let booked = self.e.fronts.get(usize::from(booked)).and_then(|front| front.booked);
        let new = self.e.fronts.get(usize::from(new)).and_then(|front| front.new);
        let (Some(follow_up), Some(first)) = (booked, new) else { return booked.or(new) };
        let state = &self.e.roles[usize::from(role)];
        let new_first = match plan.roles[usize::from(role)].policy {
            PolicyPlan::FollowUpsFirst => false,
            PolicyPlan::NewFirst => true,
            PolicyPlan::Protected(share) => state.hours_new < share * state.hours_all,
        };
        Some(if new_first { first } else { follow_up })
    }

    /// The person whose turn it is in a step's queues.
    pub(super) fn head_by_order(&mut self, step: u16) -> Turn {
        let plan = self.plan;
        let at = usize::from(step);
        let mut turn = Turn { candidate: None, until: f64::INFINITY };
        let Some(wait) = plan.steps[at].wait() else { return turn };
        let order = wait.order;
        let state = &self.e.steps[at];
        let longest_turn = order.longest >= 0.0 && state.longest_credit + order.longest >= 1.0 - 1e-9;
        let carved = order.urgent >= 0.0;
        let urgent_turn = carved && state.urgent_credit + order.urgent >= 1.0 - 1e-9;
        if order.rises_after < f64::INFINITY {
            // Whoever is behind may rise at any time.
            turn.until = f64::NEG_INFINITY;
        }
        for class in 0..if plan.steps[at].one_class { 1 } else { plan.n_classes } {
            let Some(entry) = self.head(at * plan.n_classes + class) else { continue };
            let patient = &self.e.patients[entry.person as usize];
            turn.until = turn.until.min(patient.leaves_at);
            let risen = self.now - entry.order >= order.rises_after;
            let class = class as u8;
            let rank = if longest_turn {
                0
            } else if carved {
                u8::from(!(urgent_turn && class == 0))
            } else {
                class.saturating_sub(u8::from(risen))
            };
            if turn.candidate.is_none_or(|best| (rank, entry.order) < (best.rank, best.entry.order)) {
                let due = patient.joined;
                turn.candidate = Some(Candidate { step, booked: false, class, rank, entry, due });
            }
        }
        turn
    }

    /// Somebody new starts at a step: shares kept for some move on.
    pub(super) fn count_start(&mut self, step: u16) {
        let Some(wait) = self.plan.steps[usize::from(step)].wait() else { return };
        self.e.fronts[usize::from(step)].changes();
        let state = &mut self.e.steps[usize::from(step)];
        for (share, credit) in
            [(wait.order.urgent, &mut state.urgent_credit), (wait.order.longest, &mut state.longest_credit)]
        {
            if share >= 0.0 {
                *credit += share;
                if *credit >= 1.0 - 1e-9 {
                    *credit -= 1.0;
                }
            }
        }
        state.new_this_week += 1;
    }

    /// Takes the next person of a step's queues out, for groups and places.
    pub(super) fn take_next(&mut self, step: u16) -> Option<u32> {
        let candidate = self.head_by_order(step).candidate?;
        self.e.queues[usize::from(step) * self.plan.n_classes + usize::from(candidate.class)].pop();
        self.count_start(step);
        Some(candidate.entry.person)
    }

    fn try_to_see(&mut self, candidate: Candidate, role: u16, post: u32) -> Tried {
        let Candidate { step, booked, class, entry, .. } = candidate;
        let plan = self.plan;
        let at = usize::from(step);
        let Kind::Contacts(contacts) = &plan.steps[at].kind else { return Tried::Passed };
        if !self.assemble(contacts, Some((role, post))) {
            if contacts.needs.len() > 1 && self.missing_colleague_is_busy(contacts, role) {
                return Tried::Held;
            }
            self.e.skipped.push(step);
            return Tried::Passed;
        }
        let queue = at * plan.n_classes + usize::from(class);
        if contacts.end_of_day == EndOfDayPlan::OnlyIfItFits && !self.fits_today(entry.person, contacts) {
            let other = if booked { None } else { self.first_that_fits(queue, contacts) };
            let Some(other) = other else {
                self.disband(Some((role, post)));
                self.e.skipped.push(step);
                return Tried::Passed;
            };
            self.unqueue(other);
            self.count_start(step);
            return self.see(other, step, contacts, Some((role, post)));
        }
        if booked {
            self.e.booked[at].pop();
            self.e.fronts[usize::from(step)].changes();
            self.e.patients[entry.person as usize].ticket = 0;
        } else {
            self.e.queues[queue].pop();
            self.count_start(step);
            self.unqueue(entry.person);
        }
        self.see(entry.person, step, contacts, Some((role, post)))
    }

    /// Finds somebody further down the queue whose contact fits today, within the first fifty.
    fn first_that_fits(&mut self, queue: usize, contacts: &ContactsPlan) -> Option<u32> {
        let mut passed = Vec::new();
        let mut found = None;
        while passed.len() < 50 {
            let Some(entry) = self.head(queue) else { break };
            self.e.queues[queue].pop();
            if self.fits_today(entry.person, contacts) {
                found = Some(entry.person);
                break;
            }
            passed.push(entry);
        }
        passed.into_iter().for_each(|entry| self.e.queues[queue].push(entry));
        found
    }

    /// Makes up the staff of a contact in `crew`, with a post already in hand; all or nobody.
    pub(super) fn assemble(&mut self, contacts: &ContactsPlan, mut in_hand: Option<(u16, u32)>) -> bool {
        self.e.crew.clear();
        let offered = in_hand;
        for need in &contacts.needs {
            let mine = in_hand.and_then(|(role, post)| {
                need.iter().find(|(wanted, _)| *wanted == role).map(|(_, factor)| (role, post, *factor))
            });
            let found = match mine {
                Some(member) => {
                    in_hand = None;
                    Some(member)
                }
                None => need
                    .iter()
                    .find_map(|(role, factor)| self.acquire(*role).map(|post| (*role, post, *factor))),
            };
            match found {
                Some(member) => self.e.crew.push(member),
                None => {
                    self.disband(offered);
                    return false;
                }
            }
        }
        true
    }

    /// Lets the crew go again, but for the post in hand.
    fn disband(&mut self, keep: Option<(u16, u32)>) {
        let mut keep = keep;
        while let Some((role, post, _)) = self.e.crew.pop() {
            if keep == Some((role, post)) {
                keep = None;
            } else {
                self.free(role, post);
            }
        }
    }

    fn missing_colleague_is_busy(&self, contacts: &ContactsPlan, role: u16) -> bool {
        contacts.needs.iter().flatten().filter(|(other, _)| *other != role).any(|(other, _)| {
            let (plan, state) = (&self.plan.roles[usize::from(*other)], &self.e.roles[usize::from(*other)]);
            state.free < plan.pool_posts || state.free_posts.len() < plan.posts.len()
        })
    }
}
