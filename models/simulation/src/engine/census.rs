//! Counting: the columns at the end of each week, and the horizon figures at the end of all.

use super::snapshot::{Ages, Snapshot};
use super::waits::Waits;
use super::{GroupState, Log, Sim, StepState};
use crate::outcomes::{HorizonMeasure as H, Replication, WeeklyRows};
use crate::plan::{Block, Kind, Whose, group_flow, step_flow};

/// Day counts added up, and the snapshots made of them.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// People waiting, by step, group and day of referral; all 0 between censuses.
    days: Vec<u32>,
    /// Oldest running clock, by step and group; infinity when nobody waits.
    oldest_of_cell: Vec<f64>,
    /// The same by group.
    oldest_of_group: Vec<f64>,
    /// The same counts by group and by tier, since the oldest of all.
    total: Vec<u32>,
    /// Of each group.
    ages: Vec<Ages>,
    /// Of all, or of one tier after another.
    ages_together: Ages,
    service: Snapshot,
    groups: Vec<Snapshot>,
    tiers: Vec<Snapshot>,
    steps: Vec<Snapshot>,
    /// Running totals at the end of the last week.
    last_group: Vec<[u32; group_flow::COUNT]>,
    last_step: Vec<[u32; step_flow::COUNT]>,
    warm_group: Vec<[u32; group_flow::COUNT]>,
    warm_step: Vec<[u32; step_flow::COUNT]>,
    /// Room for the weekly figures.
    weekly: Vec<f32>,
}

/// Takes down one replication, week by week.
pub(super) struct Census {
    weekly: Vec<f32>,
}

impl Census {
    /// Begins with room used before.
    pub(super) fn new(scratch: &mut Scratch) -> Self {
        let mut weekly = std::mem::take(&mut scratch.weekly);
        weekly.clear();
        Self { weekly }
    }

    /// Takes down the state at the end of a week; week 0 is the start.
    pub(super) fn record<L: Log>(&mut self, sim: &mut Sim<'_, L>, week: usize) {
        let mut scratch = std::mem::take(&mut sim.e.scratch);
        if week == 0 {
            scratch.last_group = vec![[0; group_flow::COUNT]; sim.e.groups.len()];
            scratch.last_step = vec![[0; step_flow::COUNT]; sim.e.steps.len()];
            scratch.warm_group.clone_from(&scratch.last_group);
            scratch.warm_step.clone_from(&scratch.last_step);
        }
        take_snapshots(sim, &mut scratch, week);
        for block in sim.plan.blocks.iter() {
            self.write(sim, &scratch, *block, week);
        }
        scratch.last_group.iter_mut().zip(&sim.e.groups).for_each(|(last, state)| *last = state.flow);
        scratch.last_step.iter_mut().zip(&sim.e.steps).for_each(|(last, state)| *last = state.flow);
        // What happens at the very start counts, unless there is a warm-up.
        if week > 0 && week as f64 * 7.0 <= sim.plan.warm_up_days {
            scratch.warm_group.clone_from(&scratch.last_group);
            scratch.warm_step.clone_from(&scratch.last_step);
        }
        sim.e.scratch = scratch;
    }

    fn write<L>(&mut self, sim: &Sim<'_, L>, scratch: &Scratch, block: Block, week: usize) {
        let e = &sim.e;
        match block {
            Block::People(None) => {
                self.write_snapshot(&scratch.service);
                let mut grown = [0u32; group_flow::COUNT];
                for (state, last) in e.groups.iter().zip(&scratch.last_group) {
                    grown
                        .iter_mut()
                        .zip(state.flow.iter().zip(last))
                        .for_each(|(sum, (now, last))| *sum += now - last);
                }
                self.write_flows(e.groups.iter().map(|state| state.open).sum(), grown);
            }
            Block::People(Some(group)) => {
                let at = usize::from(group);
                self.write_snapshot(&scratch.groups[at]);
                let mut grown = e.groups[at].flow;
                grown.iter_mut().zip(&scratch.last_group[at]).for_each(|(now, last)| *now -= last);
                self.write_flows(e.groups[at].open, grown);
            }
            Block::Tier(tier) => self.write_snapshot(&scratch.tiers[usize::from(tier)]),
            Block::Step { step, in_full, places } => {
                let (state, snapshot) = (&e.steps[usize::from(step)], &scratch.steps[usize::from(step)]);
                self.weekly.extend([
                    state.under_way as f32,
                    state.queued as f32,
                    (snapshot.longest_days / 7.0) as f32,
                ]);
                if in_full {
                    let last = &scratch.last_step[usize::from(step)];
                    let grown = |flow: usize| (state.flow[flow] - last[flow]) as f32;
                    self.weekly.extend([snapshot.over[0] as f32, snapshot.over[1] as f32]);
                    self.weekly.extend([
                        grown(step_flow::STARTED),
                        grown(step_flow::REMOVED),
                        grown(step_flow::ESCALATED),
                        grown(step_flow::MISSED),
                    ]);
                }
                if places {
                    self.weekly.push(state.delayed as f32);
                }
            }
            Block::Delay(step) => self.weekly.push(e.steps[usize::from(step)].under_way as f32),
            Block::Role(role) => self.weekly.extend([0, 1, 2].map(|what| match week.checked_sub(1) {
                None => 0.0,
                Some(week) => hours(sim, usize::from(role), what, week) as f32,
            })),
        }
    }

    fn write_snapshot(&mut self, snapshot: &Snapshot) {
        let number = f64::from(snapshot.number);
        let within_18 =
            if snapshot.number == 0 { 100.0 } else { 100.0 * (1.0 - f64::from(snapshot.over[0]) / number) };
        self.weekly.extend(
            [
                number,
                snapshot.longest_days / 7.0,
                snapshot.percentile_92_weeks,
                snapshot.median_weeks,
                snapshot.mean_weeks,
                within_18,
            ]
            .map(|value| value as f32),
        );
        self.weekly.extend(snapshot.over.map(|people| people as f32));
        self.weekly.extend(snapshot.bands.map(|people| people as f32));
    }

    fn write_flows(&mut self, open: u32, grown: [u32; group_flow::COUNT]) {
        self.weekly.push(open as f32);
        self.weekly.extend(grown[..=group_flow::MISSED].iter().map(|people| *people as f32));
    }

    /// Works out the horizon figures.
    pub(super) fn finish<L: Log>(self, sim: &mut Sim<'_, L>, index: u32) -> Replication {
        let horizon = Horizon::new(sim).figures();
        let weekly = WeeklyRows::new(&self.weekly, sim.plan.catalogue.weekly.len());
        sim.e.scratch.weekly = self.weekly;
        Replication { index, weekly, horizon }
    }
}

/// Counts people waiting by step, group and day of referral.
fn count_waiting<L>(sim: &Sim<'_, L>, scratch: &mut Scratch, today: usize) {
    let plan = sim.plan;
    let (n_groups, days) = (plan.n_groups(), plan.days());
    let n_cells = plan.steps.len() * n_groups;
    scratch.days.resize(n_cells * days, 0);
    scratch.oldest_of_cell.clear();
    scratch.oldest_of_cell.resize(n_cells, f64::INFINITY);
    let past = plan.past_days as f64;
    let (oldest, counts) = (&mut scratch.oldest_of_cell, &mut scratch.days);
    sim.e.clocks.for_each_running(|clock| {
        let cell = clock.cell as usize;
        // Seldom so, and then written: writing every time, the next would have to wait for it.
        if clock.start < oldest[cell] {
            oldest[cell] = clock.start;
        }
        // Whoever is referred at the moment of the census has waited no day, like those of the day before it.
        let day = ((clock.start + past) as u32 as usize).min(today - 1);
        counts[cell * days + day] += 1;
    });
    scratch.oldest_of_group.clear();
    scratch.oldest_of_group.resize(n_groups, f64::INFINITY);
    for cells in scratch.oldest_of_cell.chunks_exact(n_groups) {
        scratch
            .oldest_of_group
            .iter_mut()
            .zip(cells)
            .for_each(|(oldest, start)| *oldest = oldest.min(*start));
    }
}

/// Makes the snapshots of the service, groups, tiers and steps.
fn take_snapshots<L>(sim: &Sim<'_, L>, scratch: &mut Scratch, week: usize) {
    let plan = sim.plan;
    let (n_groups, days) = (plan.n_groups(), plan.days());
    let today = plan.past_days + 7 * week;
    count_waiting(sim, scratch, today);
    scratch.steps.clear();
    scratch.steps.resize(plan.steps.len(), Snapshot::default());
    scratch.groups.clear();
    scratch.groups.resize(n_groups, Snapshot::default());
    scratch.tiers.clear();
    scratch.tiers.resize(plan.n_tiers, Snapshot::default());
    scratch.service = Snapshot::default();
    let oldest = scratch.oldest_of_group.iter().fold(f64::INFINITY, |oldest: f64, start| oldest.min(*start));
    if oldest == f64::INFINITY {
        return;
    }
    let day_of = |start: f64| ((start + plan.past_days as f64) as usize).min(today - 1);
    let from = day_of(oldest);
    let width = today - from;
    scratch.total.clear();
    scratch.total.resize(width * (n_groups + plan.n_tiers), 0);
    for (at, step) in plan.steps.iter().enumerate() {
        let cells = &scratch.oldest_of_cell[at * n_groups..(at + 1) * n_groups];
        for (group, start) in cells.iter().enumerate().filter(|(_, start)| **start < f64::INFINITY) {
            // Sums begin with whoever is oldest of the group at the step: at most steps nobody has waited long.
            let since = day_of(*start);
            let row = (at * n_groups + group) * days;
            let counts = &mut scratch.days[row + since..row + today];
            for row in std::iter::once(group).chain(step.tier.map(|tier| n_groups + usize::from(tier))) {
                add(&mut scratch.total[row * width + (since - from)..(row + 1) * width], counts);
            }
            scratch.steps[at].include_briefly(counts);
            counts.fill(0);
        }
    }
    scratch.ages.resize_with(n_groups, Ages::default);
    let (of_groups, of_tiers) = scratch.total.split_at(n_groups * width);
    let all = &mut scratch.ages_together;
    for (snapshot, counts) in scratch.tiers.iter_mut().zip(of_tiers.chunks_exact(width)) {
        if let Some(since) = counts.iter().position(|count| *count > 0) {
            all.sum_up(&counts[since..]);
            *snapshot = all.snapshot(|age| counts[width - 1 - age]);
            snapshot.longest_days = (width - 1 - since) as f64;
        }
    }
    all.clear();
    let groups = scratch.groups.iter_mut().zip(&mut scratch.ages).zip(&scratch.oldest_of_group);
    for (((snapshot, ages), start), counts) in groups.zip(of_groups.chunks_exact(width)) {
        if *start < f64::INFINITY {
            ages.sum_up(&counts[day_of(*start) - from..]);
            *snapshot = ages.snapshot(|age| counts[width - 1 - age]);
            snapshot.longest_days = sim.now - start;
            all.include(ages);
        }
    }
    let waited = |age: usize| of_groups.iter().skip(width - 1 - age).step_by(width).sum();
    scratch.service = all.snapshot(waited);
    scratch.service.longest_days = sim.now - oldest;
}

fn add(sum: &mut [u32], part: &[u32]) {
    sum.iter_mut().zip(part).for_each(|(sum, count)| *sum += count);
}

/// Hours of a role in a week: used, available, overtime.
fn hours<L>(sim: &Sim<'_, L>, role: usize, what: usize, week: usize) -> f64 {
    let plan = sim.plan;
    match what {
        0 => sim.e.hours[role * plan.weeks + week],
        2 => sim.e.overtime[role * plan.weeks + week],
        _ => {
            let of_role = &plan.roles[role];
            let pool =
                of_role.pool.map_or(0.0, |days_per_hour| 7.0 / days_per_hour * f64::from(of_role.pool_posts));
            let posts = of_role.posts.clone().map(|post| {
                let here =
                    sim.e.presence.get(post as usize * plan.weeks + week).is_none_or(|speed| *speed > 0.0);
                if here { plan.table_hours[plan.posts[post as usize].table as usize][week] } else { 0.0 }
            });
            pool + posts.sum::<f64>()
        }
    }
}

/// Works out the horizon figures in the order of the catalogue.
struct Horizon<'s, 'a, L> {
    sim: &'s Sim<'a, L>,
    seen: Waits,
    ended: Vec<Waits>,
    ended_all: Waits,
    unseen_all: Waits,
}

impl<'s, 'a, L: Log> Horizon<'s, 'a, L> {
    fn new(sim: &'s Sim<'a, L>) -> Self {
        let mut horizon = Self {
            sim,
            seen: Waits::default(),
            ended: Vec::new(),
            ended_all: Waits::default(),
            unseen_all: Waits::default(),
        };
        for state in &sim.e.groups {
            let mut ended = state.seen.clone();
            ended.include(&state.unseen);
            horizon.ended_all.include(&ended);
            horizon.unseen_all.include(&state.unseen);
            horizon.ended.push(ended);
            horizon.seen.include(&state.seen);
        }
        horizon
    }

    fn figures(&self) -> Vec<f64> {
        let figure = |(measure, whose): &(H, Whose)| match whose {
            Whose::Service => self.of_service(*measure),
            Whose::Group(group) => self.of_people(*measure, Some(usize::from(*group))),
            Whose::Step(step) => self.of_step(*measure, usize::from(*step)),
            Whose::Role(role) => self.of_role(*measure, usize::from(*role)),
        };
        self.sim.plan.figures.iter().map(figure).collect()
    }

    /// Days counted: the horizon less the warm-up.
    fn counted_days(&self) -> f64 {
        self.sim.plan.horizon_days - self.sim.plan.warm_up_days
    }

    fn flow(&self, group: Option<usize>, at: usize) -> f64 {
        let warm = &self.sim.e.scratch.warm_group;
        let grown = |group: usize| f64::from(self.sim.e.groups[group].flow[at] - warm[group][at]);
        group.map_or_else(|| (0..warm.len()).map(grown).sum(), grown)
    }

    fn mean_over_time(&self, area: f64, now_there: u32) -> f64 {
        (area + f64::from(now_there) * self.sim.plan.horizon_days) / self.counted_days()
    }

    /// Mean number of running clocks over time.
    fn mean_waiting(&self, group: Option<usize>) -> f64 {
        let (sim, plan) = (self.sim, self.sim.plan);
        let stopped: f64 = match group {
            Some(group) => sim.e.groups[group].area_waiting,
            None => sim.e.groups.iter().map(|state| state.area_waiting).sum(),
        };
        let mut still = 0.0;
        sim.e.clocks.for_each_running(|clock| {
            if group.is_none_or(|group| clock.cell as usize % sim.n_groups == group) {
                still += plan.horizon_days - clock.start.max(plan.warm_up_days);
            }
        });
        (stopped + still) / self.counted_days()
    }

    fn of_service(&self, measure: H) -> f64 {
        let sim = self.sim;
        let years = self.counted_days() / 365.25;
        let cost = || {
            let places: f64 = sim
                .plan
                .steps
                .iter()
                .zip(&sim.e.steps)
                .filter_map(|(plan, state)| match &plan.kind {
                    Kind::Places(places) => Some(places.cost_per_day * self.place_days(state)),
                    _ => None,
                })
                .sum();
            sim.plan.posts_cost_per_year - sim.e.vacant_cost + (places + sim.outcome_cost) / years
        };
        let spread = |figure: fn(&Waits) -> f64, ratio: bool| {
            let values = sim.e.groups.iter().map(|state| figure(&state.seen)).filter(|value| !value.is_nan());
            let (low, high) =
                values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), v| (low.min(v), high.max(v)));
            match (low <= high, ratio) {
                (false, _) => f64::NAN,
                (true, true) => {
                    if low > 0.0 {
                        high / low
                    } else {
                        f64::NAN
                    }
                }
                (true, false) => high - low,
            }
        };
        match measure {
            H::CallsAnswered => sim.plan.calls_answered,
            H::CostPerYear => cost(),
            H::CostPerCompleted => {
                let completed = self.flow(None, group_flow::OUTCOMES);
                if completed > 0.0 { cost() * years / completed } else { f64::NAN }
            }
            H::BenefitPounds => sim.outcome_benefit,
            H::QualityAdjustedLifeYears => sim.outcome_qaly,
            H::MeanWaitRatio => spread(Waits::mean_weeks, true),
            H::MeanWaitGap => spread(Waits::mean_weeks, false),
            H::LongestWaitRatio => spread(Waits::longest_weeks, true),
            H::LongestWaitGap => spread(Waits::longest_weeks, false),
            other => self.of_people(other, None),
        }
    }

    fn place_days(&self, state: &StepState) -> f64 {
        (self.mean_over_time(state.area_under_way, state.under_way)
            + self.mean_over_time(state.area_delayed, state.delayed))
            * self.counted_days()
    }

    fn of_people(&self, measure: H, group: Option<usize>) -> f64 {
        let groups = &self.sim.e.groups;
        let seen = group.map_or(&self.seen, |group| &groups[group].seen);
        let ended = group.map_or(&self.ended_all, |group| &self.ended[group]);
        let unseen = group.map_or(&self.unseen_all, |group| &groups[group].unseen);
        match measure {
            H::WaitEndedMean => ended.mean_weeks(),
            H::WaitEndedMedian => ended.percentile_weeks(0.5),
            H::WaitEnded92 => ended.percentile_weeks(0.92),
            H::WaitEnded95 => ended.percentile_weeks(0.95),
            H::WaitRemovedMean => unseen.mean_weeks(),
            H::Referrals => self.flow(group, group_flow::REFERRALS),
            H::ReReferrals => self.flow(group, group_flow::RE_REFERRALS),
            H::Seen => self.flow(group, group_flow::SEEN),
            H::Completed => self.flow(group, group_flow::OUTCOMES),
            H::Signposted => self.flow(group, group_flow::OUTCOMES + 1),
            H::Removed => self.flow(group, group_flow::OUTCOMES + 2),
            H::EscalatedOut => self.flow(group, group_flow::OUTCOMES + 3),
            H::Readmitted => self.flow(group, group_flow::OUTCOMES + 4),
            H::Missed => self.flow(group, group_flow::MISSED),
            H::TurnedAway => self.flow(group, group_flow::TURNED_AWAY),
            H::MeanWaiting => self.mean_waiting(group),
            H::MeanOpen => {
                let of = |state: &GroupState| self.mean_over_time(state.area_open, state.open);
                group.map_or_else(|| groups.iter().map(of).sum(), |group| of(&groups[group]))
            }
            other => of_waits(seen, other),
        }
    }

    fn of_step(&self, measure: H, step: usize) -> f64 {
        let state = &self.sim.e.steps[step];
        let flow = |at: usize| f64::from(state.flow[at] - self.sim.e.scratch.warm_step[step][at]);
        let mean = |sum: f64, n: u32| if n == 0 { f64::NAN } else { sum / f64::from(n) / 7.0 };
        match measure {
            H::Completed => flow(step_flow::FINISHED),
            H::MeanUnderWay => self.mean_over_time(state.area_under_way, state.under_way),
            H::HadToWaitPercent => {
                let started = flow(step_flow::STARTED);
                if started > 0.0 { 100.0 * flow(step_flow::QUEUED_FIRST) / started } else { f64::NAN }
            }
            H::ReferralToSeenMean => mean(state.to_seen_days, state.to_seen_n),
            H::Seen => flow(step_flow::STARTED),
            H::Removed => flow(step_flow::REMOVED),
            H::EscalatedOut => flow(step_flow::ESCALATED),
            H::WaitRemovedMean => mean(state.removed_days, state.removed_n),
            H::Missed => flow(step_flow::MISSED),
            H::TurnedAway => flow(step_flow::TURNED_AWAY),
            H::MeanWaiting => self.mean_over_time(state.area_queued, state.queued),
            H::MeanDelayed => self.mean_over_time(state.area_delayed, state.delayed),
            H::DelayedDays => self.mean_over_time(state.area_delayed, state.delayed) * self.counted_days(),
            other => of_waits(&state.waits, other),
        }
    }

    fn of_role(&self, measure: H, role: usize) -> f64 {
        let plan = self.sim.plan;
        let weeks = (plan.warm_up_days / 7.0) as usize..plan.weeks;
        let total = |what: usize| weeks.clone().map(|week| hours(self.sim, role, what, week)).sum::<f64>();
        match measure {
            H::HoursUsed => total(0),
            H::HoursAvailable => total(1),
            H::OvertimeHours => total(2),
            _ => {
                let available = total(1);
                if available > 0.0 { 100.0 * total(0) / available } else { f64::NAN }
            }
        }
    }
}

fn of_waits(waits: &Waits, measure: H) -> f64 {
    match measure {
        H::WaitMean => waits.mean_weeks(),
        H::WaitMedian => waits.percentile_weeks(0.5),
        H::Wait92 => waits.percentile_weeks(0.92),
        H::Wait95 => waits.percentile_weeks(0.95),
        H::WaitLongest => waits.longest_weeks(),
        H::WaitWithin18Percent => waits.within_18_percent(),
        _ => f64::NAN,
    }
}
