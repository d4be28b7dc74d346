//! The figures of the whole horizon, at the end of a replication.

use super::waits::Waits;
use super::{GroupState, Log, Sim, StepState};
use crate::outcomes::HorizonMeasure as H;
use crate::plan::{Kind, Whose, group_flow, step_flow};

/// Hours of a role in a week: used, available, overtime.
pub(super) fn hours<L>(sim: &Sim<'_, L>, role: usize, what: usize, week: usize) -> f64 {
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
pub(super) struct Horizon<'s, 'a, L> {
    sim: &'s Sim<'a, L>,
    seen: Waits,
    ended: Vec<Waits>,
    ended_all: Waits,
    unseen_all: Waits,
}

impl<'s, 'a, L: Log> Horizon<'s, 'a, L> {
    pub(super) fn new(sim: &'s Sim<'a, L>) -> Self {
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

    pub(super) fn figures(&self) -> Vec<f64> {
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
