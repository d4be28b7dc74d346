//! The engine: one replication of a plan, event by event.
//!
//! An event-scheduling simulation in a plain loop. Referrals come from their sources one at a time and never enter
//! the event list; the week's events play a tournament, later ones lie in lists of their week ([`events`]); people
//! are an array whose places are used again ([`patient`]); a queue is a ring ordered by what it goes by ([`queue`]).
//! Nothing is allocated once a worker has seen a replication as large as the present one.
//!
//! # Simultaneous events
//! Events of one instant happen in the order of their kind (places and stays first, staff coming on duty last), and
//! within a kind in the order in which they were planned. A referral comes after every event of its instant.
//! People already waiting at the start are all in their queues before anybody is seen.

mod arrivals;
mod census;
mod choice;
mod clocks;
mod contacts;
mod counts;
mod events;
mod front;
mod groups;
mod horizon;
mod hours;
mod journey;
mod opening;
mod patient;
mod places;
mod plain;
mod queue;
mod snapshot;
mod staff;
mod waiting;
mod waits;

use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, Ordering};

use clocks::Clocks;
use events::{EventKind, EventList};
use front::Front;
use hours::Crossings;
use patient::Patient;
use queue::Queue;
use waits::Waits;

use crate::outcomes::Replication;
use crate::plan::{NOWHERE, Plan};
use crate::stream::replication_key;
use crate::trace::LogEvent;

use crate::plan::{group_flow, step_flow};

/// Most people in the service at once.
pub(crate) const MOST_PEOPLE: u32 = 10_000_000;

/// Steps a person may pass in one instant.
const MOST_HOPS: u32 = 10_000;

/// Why a replication ended early.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stop {
    Cancelled,
    TooManyPeople,
    TooManyEvents,
    /// People go round this step without time passing.
    Loop(u16),
}

/// What becomes of the things that happen.
pub(crate) trait Log {
    /// Notes that something happened to a person.
    fn note(&mut self, day: f64, person: u32, step: u16, event: LogEvent);
    /// Whether anything is kept, so that what is not need not be worked out.
    const KEPT: bool;
}

/// Keeps nothing and costs nothing.
#[derive(Debug)]
pub(crate) struct NoLog;

impl Log for NoLog {
    const KEPT: bool = false;

    #[inline(always)]
    fn note(&mut self, _: f64, _: u32, _: u16, _: LogEvent) {}
}

/// What a replication is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Task<'t> {
    pub(crate) seed: u64,
    pub(crate) replication: u32,
    pub(crate) most_events: u64,
    pub(crate) cancel: &'t AtomicBool,
}

/// State of a step.
#[derive(Debug, Default)]
struct StepState {
    /// Settings of a plain step, beside its state so that both come with one look.
    plain: plain::Plain,
    queued: u32,
    under_way: u32,
    /// Free posts, and hours begun and ended this week, of a plain step's role.
    free: u32,
    hours_this_week: f64,
    delayed: u32,
    occupied: u32,
    capacity: u32,
    new_this_week: u32,
    caseload_cap: u32,
    flow: [u32; step_flow::COUNT],
    /// Sums of leaving less joining times since the warm-up: time-integrals of the three counts, but for those
    /// still there.
    area_queued: f64,
    area_under_way: f64,
    area_delayed: f64,
    waits: Waits,
    removed_n: u32,
    removed_days: f64,
    to_seen_n: u32,
    to_seen_days: f64,
    urgent_credit: f64,
    longest_credit: f64,
}

/// State of a client group.
#[derive(Debug, Default)]
struct GroupState {
    open: u32,
    area_open: f64,
    /// Days of running clocks since the warm-up, but for those still running.
    area_waiting: f64,
    flow: [u32; group_flow::COUNT],
    seen: Waits,
    unseen: Waits,
}

/// State of a role.
#[derive(Debug, Default)]
struct RoleState {
    /// Free posts of a pool.
    free: u32,
    /// Free posts, on duty or not.
    free_posts: Vec<u32>,
    /// No free post is on duty before this time.
    none_until: f64,
    /// When staff will be woken next.
    wake_at: f64,
    /// A free post is kept for a contact that needs another role as well.
    holding: bool,
    /// Work without a person, to be done first, and the role's time factor for it.
    owed: VecDeque<(u32, f64)>,
    hours_new: f64,
    hours_all: f64,
    /// Hours of work begun and ended within this week.
    hours_this_week: f64,
}

/// Work without a person: a group session, the lost time of a missed contact, a colleague at a joint contact.
#[derive(Debug, Clone, Copy)]
struct Job {
    role: u16,
    post: u32,
    hours: f64,
    taken: bool,
    /// Places in `owed` lists that still name it.
    listed: u16,
}

/// A programme under way.
#[derive(Debug, Default)]
struct Programme {
    step: u16,
    session: u16,
    members: Vec<u32>,
}

/// Work for one thread, its arrays used again from one replication to the next.
#[derive(Debug, Default)]
pub(crate) struct Engine {
    patients: Vec<Patient>,
    clocks: Clocks,
    vacant: Vec<u32>,
    events: EventList,
    /// Queues of new people `[steps x classes]`.
    queues: Vec<Queue>,
    /// Queues of booked contacts `[steps]`.
    booked: Vec<Queue>,
    /// Who is first at each step.
    fronts: Vec<Front>,
    steps: Vec<StepState>,
    groups: Vec<GroupState>,
    roles: Vec<RoleState>,
    /// Speed of each post in each week, 0 when away, for roles with absence `[posts x weeks]`.
    presence: Vec<f32>,
    vacant_cost: f64,
    jobs: Vec<Job>,
    vacant_jobs: Vec<u32>,
    programmes: Vec<Programme>,
    vacant_programmes: Vec<u32>,
    /// Void when the ticket has changed: (person, ticket).
    timers: Vec<(u32, u32)>,
    vacant_timers: Vec<u32>,
    /// People who leave a queue in each week, noticed at its end at the latest.
    lapses: Vec<Vec<(u32, u32)>>,
    sources: Vec<arrivals::Source>,
    /// Hours used and overtime `[roles x weeks]`.
    hours: Vec<f64>,
    overtime: Vec<f64>,
    crossings: Crossings,
    visits: HashMap<(u32, u16), u32>,
    scratch: census::Scratch,
    crew: Vec<(u16, u32, f64)>,
    skipped: Vec<u16>,
}

impl Engine {
    /// Runs one replication.
    pub(crate) fn replicate<L: Log>(
        &mut self,
        plan: &Plan,
        task: Task<'_>,
        log: &mut L,
    ) -> Result<Replication, Stop> {
        let mut sim = Sim {
            plan,
            key: replication_key(task.seed, task.replication),
            e: std::mem::take(self),
            log,
            now: 0.0,
            week: 0,
            week_end: 7.0,
            tickets: 0,
            numbers: 0,
            outcome_cost: 0.0,
            outcome_benefit: 0.0,
            outcome_qaly: 0.0,
            stop: None,
            n_groups: plan.n_groups(),
        };
        let result = sim.replicate(task);
        *self = sim.e;
        result
    }
}

/// A moment of a replication.
#[derive(Debug, Clone, Copy)]
struct Moment {
    now: f64,
    /// Later of now and the end of the warm-up.
    counted_now: f64,
    warm_up: f64,
    /// Whether the warm-up is over.
    warm: bool,
}

/// One replication in progress.
struct Sim<'a, L> {
    plan: &'a Plan,
    e: Engine,
    log: &'a mut L,
    /// Key of the replication.
    key: u64,
    now: f64,
    week: usize,
    week_end: f64,
    tickets: u32,
    numbers: u32,
    outcome_cost: f64,
    outcome_benefit: f64,
    outcome_qaly: f64,
    stop: Option<Stop>,
    n_groups: usize,
}

impl<L: Log> Sim<'_, L> {
    fn replicate(&mut self, task: Task<'_>) -> Result<Replication, Stop> {
        self.reset();
        self.renew_weekly_limits(0);
        self.open();
        let plan = self.plan;
        let mut census = census::Census::new(&mut self.e.scratch);
        census.record(self, 0);
        let mut budget = task.most_events;
        for week in 0..plan.weeks {
            if task.cancel.load(Ordering::Relaxed) {
                return Err(Stop::Cancelled);
            }
            self.begin_week(week);
            self.run_week(&mut budget, task.cancel)?;
            self.now = self.week_end;
            self.lapse(week);
            self.close_week(week);
            if let Some(stop) = self.stop {
                return Err(stop);
            }
            census.record(self, week + 1);
        }
        Ok(census.finish(self, task.replication))
    }

    fn reset(&mut self) {
        let (plan, e) = (self.plan, &mut self.e);
        e.patients.clear();
        e.vacant.clear();
        e.events.restart(plan.weeks);
        e.queues.iter_mut().chain(&mut e.booked).for_each(Queue::clear);
        e.queues.resize_with(plan.steps.len() * plan.n_classes, Queue::default);
        e.booked.resize_with(plan.steps.len(), Queue::default);
        e.fronts.clear();
        e.fronts.resize(plan.steps.len(), Front::UNKNOWN);
        e.steps.resize_with(plan.steps.len(), StepState::default);
        for state in &mut e.steps {
            let StepState { mut waits, .. } = std::mem::take(state);
            waits.clear();
            *state = StepState { waits, ..StepState::default() };
        }
        for (state, step) in e.steps.iter_mut().zip(&plan.steps) {
            state.plain = plain::Plain::of(plan, step);
            state.free = state.plain.posts(plan);
        }
        e.groups.resize_with(plan.n_groups(), GroupState::default);
        for state in &mut e.groups {
            let GroupState { mut seen, mut unseen, .. } = std::mem::take(state);
            seen.clear();
            unseen.clear();
            *state = GroupState { seen, unseen, ..GroupState::default() };
        }
        e.jobs.clear();
        e.vacant_jobs.clear();
        e.vacant_programmes.clear();
        e.vacant_programmes.extend(0..e.programmes.len() as u32);
        e.timers.clear();
        e.vacant_timers.clear();
        e.lapses.iter_mut().for_each(Vec::clear);
        e.lapses.resize_with(plan.weeks, Vec::new);
        e.clocks.clear();
        e.hours.clear();
        e.hours.resize(plan.roles.len() * plan.weeks, 0.0);
        e.overtime.clear();
        e.overtime.resize(plan.roles.len() * plan.weeks, 0.0);
        e.crossings.clear();
        e.visits.clear();
        self.reset_staff();
        self.reset_sources();
    }

    fn begin_week(&mut self, week: usize) {
        self.week = week;
        self.week_end = (week + 1) as f64 * 7.0;
        self.e.events.begin_week(week);
        if week > 0 {
            self.now = week as f64 * 7.0;
            self.renew_weekly_limits(week);
        }
    }

    /// Books the hours that began and ended within the week.
    fn close_week(&mut self, week: usize) {
        self.book_crossings();
        for (role, state) in self.e.roles.iter_mut().enumerate() {
            if let Some(step) = self.plan.roles[role].solo {
                state.hours_this_week += std::mem::take(&mut self.e.steps[usize::from(step)].hours_this_week);
            }
            self.e.hours[role * self.plan.weeks + week] += std::mem::take(&mut state.hours_this_week);
        }
    }

    /// Everything that happens before the week's end.
    fn run_week(&mut self, budget: &mut u64, cancel: &AtomicBool) -> Result<(), Stop> {
        let week_end = self.week_end;
        let mut arrival = self.next_arrival();
        let mut left = 1u32 << 16;
        loop {
            let due = self.e.events.next_time();
            if due <= arrival.0 {
                if due >= week_end {
                    break;
                }
                self.now = due;
                self.happen();
            } else {
                if arrival.0 >= week_end {
                    break;
                }
                self.now = arrival.0;
                self.arrive(arrival.1);
                arrival = self.next_arrival();
            }
            left -= 1;
            if left == 0 {
                left = 1 << 16;
                *budget = budget.checked_sub(u64::from(left)).ok_or(Stop::TooManyEvents)?;
                if cancel.load(Ordering::Relaxed) {
                    return Err(Stop::Cancelled);
                }
                if let Some(stop) = self.stop {
                    return Err(stop);
                }
            }
        }
        Ok(())
    }

    /// The next event happens.
    #[inline(always)]
    fn happen(&mut self) {
        let Some(event) = self.e.events.take() else { return };
        let who = event.who();
        match event.kind() {
            EventKind::ContactEnd => self.contact_ends(who),
            EventKind::StayEnd => self.stay_ends(who),
            EventKind::DelayEnd => self.done(who),
            EventKind::Due => self.contact_due(who),
            EventKind::Ready => self.ready_to_book(who),
            EventKind::JobEnd => self.job_ends(who),
            EventKind::SessionEnd => self.session_ends(who),
            EventKind::SessionStart => self.session_starts(who),
            EventKind::Return => self.comes_back(who),
            EventKind::LeaveQueue => self.leave_timer(who),
            EventKind::GroupStart => self.group_may_start(who as u16),
            EventKind::PlacesChange => self.places_change(who as u16),
            EventKind::Wake => self.wake(who as u16),
        }
    }

    /// Now, with what is counted from when.
    #[inline(always)]
    fn moment(&self) -> Moment {
        let warm_up = self.plan.warm_up_days;
        let warm = self.now >= warm_up;
        Moment { now: self.now, counted_now: if warm { self.now } else { warm_up }, warm_up, warm }
    }

    /// Later of now and the end of the warm-up: what time-integrals are counted from.
    #[inline(always)]
    fn counted_now(&self) -> f64 {
        let warm_up = self.plan.warm_up_days;
        if self.now > warm_up { self.now } else { warm_up }
    }

    #[inline(always)]
    fn warm(&self) -> bool {
        self.now >= self.plan.warm_up_days
    }

    #[inline(always)]
    fn note(&mut self, person: u32, step: u16, event: LogEvent) {
        if L::KEPT {
            let number = self.e.patients[person as usize].number;
            self.log.note(self.now, number, step, event);
        }
    }

    fn fail(&mut self, stop: Stop) {
        self.stop.get_or_insert(stop);
    }

    /// Whether people may have to wait to get into a step.
    fn is_waited_for(&self, step: u16) -> bool {
        step != NOWHERE && self.plan.steps[usize::from(step)].wait().is_some()
    }
}
