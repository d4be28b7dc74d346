//! Staff: who is free and on duty, what they do next, and where their hours go.

use super::events::EventKind;
use super::patient::NONE;
use super::queue::Entry;
use super::{Job, Log, RoleState, Sim};
use crate::plan::{EndOfDayPlan, Kind, PolicyPlan, PresencePlan};
use crate::sample::exponential;
use crate::stream::{Purpose, Stream, subkey};

/// Somebody who could be seen next.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    step: u16,
    booked: bool,
    class: u8,
    /// Class counted with: lower after rising or in an urgent slot.
    rank: u8,
    entry: Entry,
    /// When a booked contact was due: for people who arrive booked, when they came.
    due: f64,
}

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
                let weeks = &mut self.e.presence[post as usize * plan.weeks..(post as usize + 1) * plan.weeks];
                let vacant = draw_presence(presence, key, weeks);
                self.e.vacant_cost += vacant * plan.posts[post as usize].share * role.cost_per_wte;
            }
        }
    }

    /// Speed of a post now: 0 when away.
    #[inline(always)]
    fn speed(&self, post: u32, week: usize) -> f64 {
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
        let next = state.free_posts.iter().fold(f64::INFINITY, |next: f64, post| next.min(self.next_on_duty(*post)));
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
                    || self.e.queues[at * plan.n_classes..(at + 1) * plan.n_classes].iter().any(|q| !q.is_empty())
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
            if !plan.roles[usize::from(*role)].posts.is_empty() && self.has_work(*role) {
                self.ensure_wake(*role);
            }
        }
    }

    /// A new week: limits on new people a week begin again.
    pub(super) fn renew_weekly_limits(&mut self) {
        for step in 0..self.plan.steps.len() {
            if let Kind::Contacts(contacts) = &self.plan.steps[step].kind
                && contacts.new_per_week < u32::MAX
            {
                self.e.steps[step].new_this_week = 0;
                self.kick(step as u16);
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

    /// First in a queue, those who left it passed over.
    #[inline(always)]
    pub(super) fn head(&mut self, queue: usize) -> Option<Entry> {
        loop {
            let entry = self.e.queues[queue].first()?;
            let patient = &self.e.patients[entry.person as usize];
            if patient.ticket != entry.ticket {
                self.e.queues[queue].pop();
            } else if patient.leaves_at <= self.now {
                self.e.queues[queue].pop();
                self.leave_queue(entry.person);
            } else {
                return Some(entry);
            }
        }
    }

    /// The follow-up that was due first; nobody leaves this queue but to be seen.
    fn booked_head(&self, step: u16) -> Option<Entry> {
        self.e.booked[usize::from(step)].first()
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
        let (mut booked, mut new): (Option<Candidate>, Option<Candidate>) = (None, None);
        for step in &plan.roles[usize::from(role)].serves {
            if self.e.skipped.contains(step) {
                continue;
            }
            let arrive_booked = matches!(&plan.steps[usize::from(*step)].kind, Kind::Contacts(c) if c.arrive_booked);
            let follow_up = self.booked_head(*step);
            let follow_up = follow_up.map(|entry| Candidate { step: *step, booked: true, class: 0, rank: 0, entry, due: entry.order });
            let first = self.new_head(*step);
            let (due, first) = if arrive_booked { ([follow_up, first], None) } else { ([follow_up, None], first) };
            for candidate in due.into_iter().flatten() {
                if booked.is_none_or(|best| candidate.due < best.due) {
                    booked = Some(candidate);
                }
            }
            if let Some(candidate) = first
                && new.is_none_or(|best| (candidate.rank, candidate.entry.order) < (best.rank, best.entry.order))
            {
                new = Some(candidate);
            }
        }
        let (Some(follow_up), Some(first)) = (booked, new) else { return booked.or(new) };
        let state = &self.e.roles[usize::from(role)];
        let new_first = match plan.roles[usize::from(role)].policy {
            PolicyPlan::FollowUpsFirst => false,
            PolicyPlan::NewFirst => true,
            PolicyPlan::Protected(share) => state.hours_new < share * state.hours_all,
        };
        Some(if new_first { first } else { follow_up })
    }

    /// The new person whose turn it is at a step, by its order.
    fn new_head(&mut self, step: u16) -> Option<Candidate> {
        let plan = self.plan;
        let at = usize::from(step);
        let Kind::Contacts(contacts) = &plan.steps[at].kind else { return None };
        let state = &self.e.steps[at];
        if state.new_this_week >= contacts.new_per_week || state.under_way >= contacts.caseload_cap {
            return None;
        }
        self.head_by_order(step)
    }

    /// The person whose turn it is in a step's queues.
    fn head_by_order(&mut self, step: u16) -> Option<Candidate> {
        let plan = self.plan;
        let at = usize::from(step);
        let order = plan.steps[at].wait()?.order;
        let state = &self.e.steps[at];
        let longest_turn = order.longest >= 0.0 && state.longest_credit + order.longest >= 1.0 - 1e-9;
        let carved = order.urgent >= 0.0;
        let urgent_turn = carved && state.urgent_credit + order.urgent >= 1.0 - 1e-9;
        let mut best: Option<Candidate> = None;
        for class in 0..plan.n_classes {
            let Some(entry) = self.head(at * plan.n_classes + class) else { continue };
            let risen = self.now - entry.order >= order.rises_after;
            let class = class as u8;
            let rank = if longest_turn {
                0
            } else if carved {
                u8::from(!(urgent_turn && class == 0))
            } else {
                class.saturating_sub(u8::from(risen))
            };
            if best.is_none_or(|best| (rank, entry.order) < (best.rank, best.entry.order)) {
                let due = self.e.patients[entry.person as usize].joined;
                best = Some(Candidate { step, booked: false, class, rank, entry, due });
            }
        }
        best
    }

    /// Somebody new starts at a step: shares kept for some move on.
    pub(super) fn count_start(&mut self, step: u16) {
        let Some(wait) = self.plan.steps[usize::from(step)].wait() else { return };
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
        let candidate = self.head_by_order(step)?;
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
        } else {
            self.e.queues[queue].pop();
            self.count_start(step);
        }
        if booked {
            self.e.patients[entry.person as usize].ticket = 0;
        } else {
            self.unqueue(entry.person);
        }
        self.see(entry.person, step, contacts, Some((role, post)))
    }

    /// Finds somebody further down the queue whose contact fits today, within the first fifty.
    fn first_that_fits(&mut self, queue: usize, contacts: &crate::plan::ContactsPlan) -> Option<u32> {
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
    pub(super) fn assemble(&mut self, contacts: &crate::plan::ContactsPlan, mut in_hand: Option<(u16, u32)>) -> bool {
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
                None => need.iter().find_map(|(role, factor)| self.acquire(*role).map(|post| (*role, post, *factor))),
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

    fn missing_colleague_is_busy(&self, contacts: &crate::plan::ContactsPlan, role: u16) -> bool {
        contacts.needs.iter().flatten().filter(|(other, _)| *other != role).any(|(other, _)| {
            let (plan, state) = (&self.plan.roles[usize::from(*other)], &self.e.roles[usize::from(*other)]);
            state.free < plan.pool_posts || state.free_posts.len() < plan.posts.len()
        })
    }

    /// When work of so many hours that starts now ends, for a post [days].
    #[inline(always)]
    pub(super) fn work_end(&self, role: u16, post: u32, hours: f64, end_of_day: EndOfDayPlan) -> f64 {
        match self.plan.roles[usize::from(role)].pool {
            Some(days_per_hour) => self.now + hours * days_per_hour,
            None => self.post_work_end(post, hours, end_of_day),
        }
    }

    fn post_work_end(&self, post: u32, hours: f64, end_of_day: EndOfDayPlan) -> f64 {
        let table = &self.plan.tables[self.plan.posts[post as usize].table as usize];
        let speed = self.speed(post, self.week);
        let hours = if speed > 0.0 { hours / speed } else { hours };
        if end_of_day == EndOfDayPlan::Overtime
            && let Some(window) = table.open_at(self.now)
        {
            return self.now + hours * (window.close - window.open) / window.hours;
        }
        table.end_of(self.now, hours)
    }

    /// Whether the crew's contact with a person would end within today's working time. One longer than a whole day
    /// may start when the day does.
    pub(super) fn fits_today(&self, person: u32, contacts: &crate::plan::ContactsPlan) -> bool {
        let hours = self.contact_hours(person, contacts);
        self.e.crew.iter().all(|(role, post, factor)| {
            if *post == NONE {
                return true;
            }
            let table = &self.plan.tables[self.plan.posts[*post as usize].table as usize];
            let Some(window) = table.open_at(self.now) else { return false };
            let end = self.work_end(*role, *post, hours * factor, EndOfDayPlan::Overtime);
            end <= window.close + 1e-9 || (hours * factor >= window.hours && self.now <= window.open + 1e-9)
        })
    }

    /// Books hours worked from now until `end` into the weeks they fall in.
    #[inline(always)]
    pub(super) fn charge(&mut self, role: u16, post: u32, hours: f64, end: f64) {
        if end <= self.week_end {
            self.e.roles[usize::from(role)].hours_this_week += hours;
        } else {
            self.charge_across_weeks(role, post, hours, end);
        }
    }

    #[inline(never)]
    pub(super) fn charge_across_weeks(&mut self, role: u16, post: u32, hours: f64, end: f64) {
        let plan = self.plan;
        let table = (post != NONE).then(|| &plan.tables[plan.posts[post as usize].table as usize]);
        let worked = |from: f64, to: f64| match table {
            Some(table) => table.between(from, to),
            None => to - from,
        };
        let whole = worked(self.now, end.min(1e12));
        let mut from = self.now;
        for week in self.week..plan.weeks {
            let to = ((week + 1) as f64 * 7.0).min(end);
            if whole > 0.0 {
                self.e.hours[usize::from(role) * plan.weeks + week] += hours * worked(from, to) / whole;
            } else if week == self.week {
                self.e.hours[usize::from(role) * plan.weeks + week] += hours;
            }
            from = to;
            if to >= end {
                break;
            }
        }
    }

    /// Books hours that fall after the end of the working day.
    pub(super) fn charge_overtime(&mut self, role: u16, post: u32, hours: f64) {
        if post == NONE {
            return;
        }
        let table = &self.plan.tables[self.plan.posts[post as usize].table as usize];
        if let Some(window) = table.open_at(self.now) {
            let left = window.hours * (window.close - self.now) / (window.close - window.open);
            let over = hours - left;
            if over > 0.0 {
                self.e.overtime[usize::from(role) * self.plan.weeks + self.week] += over;
            }
        }
    }

    /// Work without a person, for the first of some roles that is free, or else for whichever is free next.
    pub(super) fn owe(&mut self, any_of: &[(u16, f64)], hours: f64) {
        if hours <= 0.0 {
            return;
        }
        let job = self.new_job(Job { role: u16::MAX, post: NONE, hours, taken: false, listed: 0 });
        for (role, factor) in any_of {
            if let Some(post) = self.acquire(*role) {
                self.e.jobs[job as usize].hours = hours * factor;
                self.start_job(job, *role, post);
                return;
            }
        }
        for (role, factor) in any_of {
            self.e.jobs[job as usize].listed += 1;
            self.e.roles[usize::from(*role)].owed.push_back((job, *factor));
            self.ensure_wake(*role);
        }
    }

    pub(super) fn new_job(&mut self, job: Job) -> u32 {
        match self.e.vacant_jobs.pop() {
            Some(at) => {
                self.e.jobs[at as usize] = job;
                at
            }
            None => {
                self.e.jobs.push(job);
                self.e.jobs.len() as u32 - 1
            }
        }
    }

    pub(super) fn start_job(&mut self, job: u32, role: u16, post: u32) {
        let state = &mut self.e.jobs[job as usize];
        (state.role, state.post, state.taken) = (role, post, true);
        let hours = state.hours;
        let end = self.work_end(role, post, hours, EndOfDayPlan::CarriesOn);
        self.charge(role, post, hours, end);
        self.e.events.plan(end, EventKind::JobEnd, job);
    }

    pub(super) fn job_ends(&mut self, job: u32) {
        let state = &mut self.e.jobs[job as usize];
        let (role, post) = (state.role, state.post);
        state.role = u16::MAX;
        if state.listed == 0 {
            self.e.vacant_jobs.push(job);
        }
        self.release(role, post);
    }
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
