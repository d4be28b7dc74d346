//! The account of one option in every simulated future.

use pathloom_service::{Occasion, OfGroup, Scenario};

use super::counts::{Counts, Frame};
use super::draws::Draws;
use super::ledger::{Line, LineKind, lines};

/// Lines, prices and rates of one option.
pub(super) struct Account<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) frame: Frame,
    pub(super) draws: Draws,
    pub(super) lines: Vec<Line>,
    pub(super) remarks: Vec<String>,
    /// People completed in the years appraised, in each future.
    pub(super) completed: Vec<f64>,
    futures: usize,
    discount: Option<usize>,
    health_discount: Option<usize>,
}

/// One figure moved by an amount, in every future.
#[derive(Debug, Clone, Copy)]
pub(super) struct Move<'a> {
    pub(super) place: &'a str,
    pub(super) by: f64,
}

/// Present values of a future.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Present {
    pub(super) costs: f64,
    pub(super) benefits: f64,
    pub(super) health: f64,
}

impl Present {
    /// The net present value.
    pub(super) fn net(&self) -> f64 {
        self.benefits + self.health - self.costs
    }
}

impl<'a> Account<'a> {
    /// The account of an option.
    pub(super) fn of(counts: &Counts<'a>, held: bool) -> Self {
        let (scenario, frame, futures) = (counts.scenario, counts.frame, counts.futures());
        let draws = Draws::of(scenario, counts.seed(), &counts.numbers(), held);
        let (lines, remarks) = lines(counts, &draws);
        let completed = counts.occasions(&Occasion::Completed(OfGroup::default())).unwrap_or_default();
        let completed = completed.iter().map(|years| years.iter().sum()).collect();
        let (discount, health_discount) = (draws.find(DISCOUNT), draws.find(HEALTH_DISCOUNT));
        Self { scenario, frame, draws, lines, remarks, completed, futures, discount, health_discount }
    }

    /// How many futures there are.
    pub(super) fn futures(&self) -> usize {
        self.futures
    }

    /// Something of every future.
    pub(super) fn each(&self, value: impl Fn(usize, &[f64]) -> f64) -> Vec<f64> {
        (0..self.futures).map(|future| value(future, self.draws.row(future))).collect()
    }

    /// Pounds of some lines over all years, as stated: before optimism bias and discounting.
    pub(super) fn stated(&self, chosen: impl Fn(LineKind) -> bool) -> Vec<f64> {
        self.each(|future, row| {
            (0..self.frame.years).map(|year| self.in_year(future, year, row, &chosen)).sum()
        })
    }

    /// Pounds of some lines in one year, as stated.
    pub(super) fn stated_in(&self, year: usize, chosen: impl Fn(LineKind) -> bool) -> Vec<f64> {
        self.each(|future, row| self.in_year(future, year, row, &chosen))
    }

    fn in_year(&self, future: usize, year: usize, row: &[f64], chosen: &impl Fn(LineKind) -> bool) -> f64 {
        let lines = self.lines.iter().filter(|line| chosen(line.kind));
        lines.map(|line| line.pounds(future, year, row)).sum()
    }

    /// The present value of one line in a future.
    pub(super) fn present_of(&self, line: &Line, future: usize, row: &[f64]) -> f64 {
        let rate = if line.kind == LineKind::Health { self.health_discount } else { self.discount };
        let rate = rate.map_or(0.0, |at| row[at] / 100.0);
        let mut factor = 1.0;
        let mut sum = 0.0;
        for year in 0..self.frame.years {
            sum += line.pounds(future, year, row) * factor;
            factor /= 1.0 + rate;
        }
        let bias = line.optimism.map_or(0.0, |at| row[at] / 100.0);
        sum * if line.kind.is_cost() { 1.0 + bias } else { 1.0 - bias }
    }

    /// The present values of a future, with a figure moved or none.
    pub(super) fn present(&self, future: usize, moved: Option<Move>) -> Present {
        let found = moved.and_then(|moved| Some((self.draws.find(moved.place)?, moved.by)));
        let mut changed = Vec::new();
        let mut row = self.draws.row(future);
        if let Some((at, by)) = found {
            changed.extend_from_slice(row);
            changed[at] += by;
            row = &changed;
        }
        let mut present = Present::default();
        for line in &self.lines {
            let value = self.present_of(line, future, row);
            match line.kind {
                LineKind::Health => present.health += value,
                kind if kind.is_cost() => present.costs += value,
                _ => present.benefits += value,
            }
        }
        present
    }

    /// Net present values of every future, with a figure moved or none.
    pub(super) fn net(&self, moved: Option<Move>) -> Vec<f64> {
        (0..self.futures).map(|future| self.present(future, moved).net()).collect()
    }
}

/// Where the discount rates stand.
pub(super) const DISCOUNT: &str = "economics/discountPercent";
pub(super) const HEALTH_DISCOUNT: &str = "economics/healthDiscountPercent";
