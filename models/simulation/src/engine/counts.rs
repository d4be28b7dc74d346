//! Who waits, counted anew at each census: by day of referral for client groups and tiers, briefly for steps.

use super::Sim;
use super::snapshot::{Ages, OVER_DAYS, Snapshot};
use crate::plan::{Plan, count_rows};

/// Parts in which a cell is counted.
const PARTS: usize = 4;

/// Those of one client group at one step.
#[derive(Debug, Clone, Copy)]
struct Cell {
    /// Oldest running clock; infinity when nobody waits `[days]`.
    oldest: f64,
    /// People who have waited over 18 weeks, and in the upper half over 52: counted together, without a branch, and in
    /// four parts, since nearly everybody may be of one cell and would have to wait for the one before.
    over: [u64; PARTS],
    /// Where the counts of its group begin, and those of its tier.
    group: u32,
    tier: u32,
}

/// A step in short.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Brief {
    /// Whole days since the oldest referral.
    pub(super) longest_days: f64,
    /// People who have waited over 18 and over 52 weeks.
    pub(super) over: [u32; 2],
}

/// Everybody whose clock runs.
#[derive(Debug, Default)]
pub(super) struct Counts {
    /// `[steps x groups]`
    cells: Vec<Cell>,
    /// People by day of referral: a row of days for each group, then one for each tier and one for the steps without;
    /// all 0 between censuses.
    rows: Vec<u32>,
    /// Days that have begun.
    today: usize,
    groups: Vec<Ages>,
    tiers: Vec<Ages>,
    /// Everybody, where there are several groups.
    together: Ages,
}

impl Counts {
    /// Begins a replication.
    pub(super) fn restart(&mut self, plan: &Plan) {
        let (n_groups, days) = (plan.n_groups(), plan.days());
        self.rows.resize(count_rows(n_groups, plan.n_tiers) * days, 0);
        self.cells.clear();
        for step in &plan.steps {
            let tier = ((n_groups + step.tier.map_or(plan.n_tiers, usize::from)) * days) as u32;
            let cell =
                |group| Cell { oldest: f64::INFINITY, over: [0; PARTS], group: (group * days) as u32, tier };
            self.cells.extend((0..n_groups).map(cell));
        }
        self.groups.resize_with(n_groups, Ages::default);
        self.tiers.resize_with(plan.n_tiers, Ages::default);
    }

    /// Counts everybody at the end of a week; week 0 is the start.
    pub(super) fn take<L>(&mut self, sim: &Sim<'_, L>, week: usize) {
        self.today = sim.plan.past_days + 7 * week;
        self.count(sim);
        self.sum_up(sim);
    }

    /// The snapshot of everybody.
    pub(super) fn service(&self) -> Snapshot {
        if let [only] = &self.groups[..] { only.snapshot() } else { self.together.snapshot() }
    }

    /// The snapshot of a client group.
    pub(super) fn group(&self, group: u8) -> Snapshot {
        self.groups[usize::from(group)].snapshot()
    }

    /// The snapshot of those at the steps of a tier.
    pub(super) fn tier(&self, tier: u16) -> Snapshot {
        self.tiers[usize::from(tier)].snapshot()
    }

    /// Those at a step.
    pub(super) fn step<L>(&self, sim: &Sim<'_, L>, step: u16) -> Brief {
        let first = usize::from(step) * sim.n_groups;
        let mut brief = Brief::default();
        for cell in self.cells[first..first + sim.n_groups].iter().filter(|cell| cell.oldest < f64::INFINITY)
        {
            let days = self.today - 1 - self.day_of(sim.plan, cell.oldest);
            brief.longest_days = brief.longest_days.max(days as f64);
            let over: u64 = cell.over.iter().sum();
            brief.over[0] += over as u32;
            brief.over[1] += (over >> 32) as u32;
        }
        brief
    }

    /// The day of a referral. Whoever is referred at the moment of the census has waited no day, like those of the day
    /// before it.
    #[inline(always)]
    fn day_of(&self, plan: &Plan, start: f64) -> usize {
        ((start + plan.past_days as f64) as u32 as usize).min(self.today - 1)
    }

    /// Looks at every running clock once.
    fn count<L>(&mut self, sim: &Sim<'_, L>) {
        let (past, last) = (sim.plan.past_days as f64, self.today - 1);
        let has_tiers = !self.tiers.is_empty();
        let (cells, rows) = (&mut self.cells[..], &mut self.rows[..]);
        cells.iter_mut().for_each(|cell| (cell.oldest, cell.over) = (f64::INFINITY, [0; PARTS]));
        sim.e.clocks.for_each_running(|clock| {
            let cell = &mut cells[clock.cell as usize];
            // Seldom so, and then written: writing every time, the next would have to wait for it.
            if clock.start < cell.oldest {
                cell.oldest = clock.start;
            }
            let day = ((clock.start + past) as u32 as usize).min(last);
            rows[cell.group as usize + day] += 1;
            if has_tiers {
                rows[cell.tier as usize + day] += 1;
            }
            let days = last - day;
            cell.over[day % PARTS] +=
                u64::from(days >= OVER_DAYS[0]) | (u64::from(days >= OVER_DAYS[1]) << 32);
        });
    }

    /// Sums up the counts of each group and tier, and empties them.
    fn sum_up<L>(&mut self, sim: &Sim<'_, L>) {
        let (n_groups, days, today) = (sim.n_groups, sim.plan.days(), self.today);
        let mut oldest_of_all = f64::INFINITY;
        self.together.clear();
        for group in 0..n_groups {
            let of_group = self.cells.iter().skip(group).step_by(n_groups);
            let oldest = of_group.fold(f64::INFINITY, |oldest: f64, cell| oldest.min(cell.oldest));
            let since = if oldest < f64::INFINITY { self.day_of(sim.plan, oldest) } else { today };
            let counts = &mut self.rows[group * days + since..group * days + today];
            let ages = &mut self.groups[group];
            ages.sum_up(counts, sim.now - oldest);
            counts.fill(0);
            oldest_of_all = oldest_of_all.min(oldest);
            if n_groups > 1 {
                self.together.include(ages);
            }
        }
        if self.tiers.is_empty() || oldest_of_all == f64::INFINITY {
            self.tiers.iter_mut().for_each(Ages::clear);
            return;
        }
        let since = self.day_of(sim.plan, oldest_of_all);
        let rows = self.rows[n_groups * days..].chunks_exact_mut(days);
        for (at, row) in rows.enumerate() {
            let counts = &mut row[since..today];
            if let Some(ages) = self.tiers.get_mut(at) {
                let first = counts.iter().position(|count| *count > 0).unwrap_or(counts.len());
                let counts = &counts[first..];
                ages.sum_up(counts, counts.len().saturating_sub(1) as f64);
            }
            counts.fill(0);
        }
    }
}
