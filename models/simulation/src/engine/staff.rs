//! Staff: who is free, who is on duty, who is away.

use super::events::EventKind;
use super::patient::NONE;
use super::{Log, RoleState, Sim};
use crate::plan::{Kind, PresencePlan};
use crate::sample::exponential;
use crate::stream::{Purpose, Stream, subkey};

impl<L: Log> Sim<'_, L> {
    /// Everybody free, absences drawn.
    pub(super) fn reset_staff(&mut self) {
        let plan = self.plan;
        self.e.roles.resize_with(plan.roles.len(), RoleState::default);
        self.e.vacant_cost = 0.0;
        self.e.presence.clear();
        for (state, role) in self.e.roles.iter_mut().zip(&plan.roles) {
            let RoleState { mut free_posts, mut owed, .. } = std::mem::take(state);
            free_posts.clear();
            free_posts.extend(role.posts.clone().rev());
            owed.clear();
            // The posts of a plain step are counted there.
            let free = if role.solo.is_some() { 0 } else { role.pool_posts };
            *state = RoleState { free, free_posts, owed, wake_at: f64::INFINITY, ..RoleState::default() };
        }
        if plan.roles.iter().all(|role| role.presence.is_none()) {
            return;
        }
        self.e.presence.resize(plan.posts.len() * plan.weeks, 1.0);
        for role in &plan.roles {
            let Some(presence) = &role.presence else { continue };
            for post in role.posts.clone() {
                let key = subkey(subkey(self.key, role.key), u64::from(post - role.posts.start));
                let weeks =
                    &mut self.e.presence[post as usize * plan.weeks..(post as usize + 1) * plan.weeks];
                let vacant = draw_presence(presence, key, weeks);
                self.e.vacant_cost += vacant * plan.posts[post as usize].share * role.cost_per_wte;
            }
        }
    }

    /// Speed of a post now: 0 when away.
    #[inline(always)]
    pub(super) fn speed(&self, post: u32, week: usize) -> f64 {
        if self.e.presence.is_empty() {
            return 1.0;
        }
        f64::from(self.e.presence[post as usize * self.plan.weeks + week.min(self.plan.weeks - 1)])
    }

    fn on_duty(&self, post: u32) -> bool {
        let table = &self.plan.tables[self.plan.posts[post as usize].table as usize];
        table.open_at(self.now).is_some() && self.speed(post, self.week) > 0.0
    }

    /// When a post next comes on duty, after now.
    fn next_on_duty(&self, post: u32) -> f64 {
        let table = &self.plan.tables[self.plan.posts[post as usize].table as usize];
        table
            .next_after(self.now)
            .find(|window| self.speed(post, (window.open / 7.0) as usize) > 0.0)
            .map_or(f64::INFINITY, |window| window.open)
    }

    /// Takes a free post of the role that is on duty; `NONE` stands for one of a pool.
    #[inline(always)]
    pub(super) fn acquire(&mut self, role: u16) -> Option<u32> {
        let state = &mut self.e.roles[usize::from(role)];
        if self.plan.roles[usize::from(role)].pool.is_some() {
            state.free = state.free.checked_sub(1)?;
            return Some(NONE);
        }
        if self.now < state.none_until {
            return None;
        }
        self.acquire_post(role)
    }

    #[inline(never)]
    fn acquire_post(&mut self, role: u16) -> Option<u32> {
        let at = usize::from(role);
        let free = &self.e.roles[at].free_posts;
        if let Some(place) = free.iter().rposition(|post| self.on_duty(*post)) {
            return Some(self.e.roles[at].free_posts.swap_remove(place));
        }
        let next = free.iter().fold(f64::INFINITY, |next: f64, post| next.min(self.next_on_duty(*post)));
        self.e.roles[at].none_until = next;
        None
    }

    /// Puts a post among the free ones.
    #[inline(always)]
    pub(super) fn free(&mut self, role: u16, post: u32) {
        let state = &mut self.e.roles[usize::from(role)];
        if post == NONE {
            state.free += 1;
        } else {
            state.free_posts.push(post);
            state.none_until = 0.0;
        }
    }

    /// Sees to it that the role wakes up when one of its free posts comes on duty.
    pub(super) fn ensure_wake(&mut self, role: u16) {
        if self.plan.roles[usize::from(role)].pool.is_some() {
            return;
        }
        let state = &self.e.roles[usize::from(role)];
        let next =
            state.free_posts.iter().fold(f64::INFINITY, |next: f64, post| next.min(self.next_on_duty(*post)));
        let planned = state.wake_at;
        if !state.free_posts.iter().any(|post| self.on_duty(*post)) {
            self.e.roles[usize::from(role)].none_until = next;
        }
        if next < f64::INFINITY && (next < planned || planned <= self.now) {
            self.e.roles[usize::from(role)].wake_at = next;
            self.e.events.plan(next, EventKind::Wake, u32::from(role));
        }
    }

    fn has_work(&self, role: u16) -> bool {
        let plan = self.plan;
        !self.e.roles[usize::from(role)].owed.is_empty()
            || plan.roles[usize::from(role)].serves.iter().any(|step| {
                let at = usize::from(*step);
                !self.e.booked[at].is_empty()
                    || self.e.queues[at * plan.n_classes..(at + 1) * plan.n_classes]
                        .iter()
                        .any(|q| !q.is_empty())
            })
    }

    /// Staff come on duty.
    pub(super) fn wake(&mut self, role: u16) {
        let state = &mut self.e.roles[usize::from(role)];
        if state.wake_at <= self.now {
            state.wake_at = f64::INFINITY;
        }
        state.none_until = 0.0;
        state.holding = false;
        self.put_to_work(role);
        if self.has_work(role) {
            self.ensure_wake(role);
        }
    }

    /// Gives work to every free post of a role until none finds any.
    pub(super) fn put_to_work(&mut self, role: u16) {
        while let Some(post) = self.acquire(role) {
            if !self.next_work(role, post) {
                break;
            }
        }
    }

    /// Lets everybody who can serve a step look for work.
    pub(super) fn kick(&mut self, step: u16) {
        let plan = self.plan;
        let Kind::Contacts(contacts) = &plan.steps[usize::from(step)].kind else { return };
        for (role, _) in contacts.needs.iter().flatten() {
            self.put_to_work(*role);
            if !self.e.roles[usize::from(*role)].free_posts.is_empty() && self.has_work(*role) {
                self.ensure_wake(*role);
            }
        }
    }

    /// A new week: limits on new people begin again, caseloads follow the staff.
    pub(super) fn renew_weekly_limits(&mut self, week: usize) {
        let plan = self.plan;
        for (at, step) in plan.steps.iter().enumerate() {
            let Kind::Contacts(contacts) = &step.kind else { continue };
            let state = &mut self.e.steps[at];
            let wte: f64 =
                contacts.needs[0].iter().map(|(role, _)| plan.roles[usize::from(*role)].wte_in(week)).sum();
            // No limit stays none, however few work.
            let most = if contacts.caseload_per_wte < f64::INFINITY {
                contacts.caseload_per_wte * wte
            } else {
                f64::INFINITY
            };
            state.caseload_cap = most.round().min(f64::from(u32::MAX)) as u32;
            state.new_this_week = 0;
            self.e.fronts[at].changes();
            if week > 0 && (contacts.new_per_week < u32::MAX || contacts.caseload_per_wte < f64::INFINITY) {
                self.kick(at as u16);
            }
        }
    }

    /// A post (not among the free ones) has finished: it looks for work, and is free when there is none.
    #[inline(never)]
    pub(super) fn release(&mut self, role: u16, post: u32) {
        self.e.roles[usize::from(role)].holding = false;
        if post != NONE && !self.on_duty(post) {
            self.free(role, post);
            if self.has_work(role) {
                self.ensure_wake(role);
            }
            return;
        }
        if !self.next_work(role, post) && post != NONE && self.has_work(role) {
            self.ensure_wake(role);
        }
    }
}

/// Draws a post's weeks: its speed in each, 0 when away or vacant. The share of weeks vacant.
fn draw_presence(plan: &PresencePlan, key: u64, weeks: &mut [f32]) -> f64 {
    let mut turnover = Stream::new(key, 0, Purpose::Turnover, 0);
    let mut vacant_weeks = 0;
    let mut at = 0.0;
    let mut vacant = turnover.uniform() < plan.vacant;
    let mut first = true;
    while (at as usize) < weeks.len() {
        if vacant {
            let mut gap = plan.weeks_to_recruit.draw(&mut turnover);
            if first {
                gap *= turnover.uniform();
            }
            let until = ((at + gap).round() as usize).min(weeks.len());
            for week in &mut weeks[at as usize..until.max(at as usize)] {
                *week = 0.0;
                vacant_weeks += 1;
            }
            at = until as f64;
            let ramp = plan.weeks_to_full_productivity;
            for (since, week) in weeks[until..].iter_mut().enumerate().take(ramp.ceil() as usize) {
                *week = (0.5 + 0.5 * (since as f64 + 0.5) / ramp).min(1.0) as f32;
            }
        } else if plan.leaves_per_week > 0.0 {
            at = (at + exponential(&mut turnover) / plan.leaves_per_week).round().max(at + 1.0);
        } else {
            break;
        }
        vacant = !vacant;
        first = false;
        if vacant_weeks == 0 && plan.leaves_per_week <= 0.0 && !vacant {
            break;
        }
    }
    let mut absence = Stream::new(key, 0, Purpose::Absence, 0);
    for year in weeks.chunks_mut(52) {
        let wanted = plan.leave_weeks_per_year * year.len() as f64 / 52.0;
        let mut left = wanted as u32 + u32::from(absence.uniform() < wanted.fract());
        for at in 0..year.len() {
            let remaining = (year.len() - at) as u32;
            let away = absence.below(remaining) < left;
            left -= u32::from(away);
            if away || absence.uniform() < plan.sickness {
                year[at] = 0.0;
            }
        }
    }
    f64::from(vacant_weeks) / weeks.len().max(1) as f64
}
