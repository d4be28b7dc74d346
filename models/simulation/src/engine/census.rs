//! Counting: the columns at the end of each week.

use super::counts::Counts;
use super::horizon::{Horizon, hours};
use super::snapshot::Snapshot;
use super::{Log, Sim};
use crate::outcomes::{Replication, WeeklyRows};
use crate::plan::{Block, group_flow, step_flow};

/// What a census counts with, and what it compares with.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    counts: Counts,
    /// Running totals at the end of the last week, and at the end of the warm-up.
    last_group: Vec<[u32; group_flow::COUNT]>,
    last_step: Vec<[u32; step_flow::COUNT]>,
    pub(super) warm_group: Vec<[u32; group_flow::COUNT]>,
    pub(super) warm_step: Vec<[u32; step_flow::COUNT]>,
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
            scratch.counts.restart(sim.plan);
            scratch.last_group = vec![[0; group_flow::COUNT]; sim.e.groups.len()];
            scratch.last_step = vec![[0; step_flow::COUNT]; sim.e.steps.len()];
            scratch.warm_group.clone_from(&scratch.last_group);
            scratch.warm_step.clone_from(&scratch.last_step);
        }
        scratch.counts.take(sim, week);
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
                self.write_snapshot(&scratch.counts.service());
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
                self.write_snapshot(&scratch.counts.group(group));
                let mut grown = e.groups[at].flow;
                grown.iter_mut().zip(&scratch.last_group[at]).for_each(|(now, last)| *now -= last);
                self.write_flows(e.groups[at].open, grown);
            }
            Block::Tier(tier) => self.write_snapshot(&scratch.counts.tier(tier)),
            Block::Step { step, in_full, places } => {
                let (state, brief) = (&e.steps[usize::from(step)], scratch.counts.step(sim, step));
                self.weekly.extend([
                    state.under_way as f32,
                    state.queued as f32,
                    (brief.longest_days / 7.0) as f32,
                ]);
                if in_full {
                    let last = &scratch.last_step[usize::from(step)];
                    let grown = |flow: usize| (state.flow[flow] - last[flow]) as f32;
                    self.weekly.extend(brief.over.map(|people| people as f32));
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
