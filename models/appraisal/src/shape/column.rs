//! A column of values: how they were rounded, and how they are looked at because of it.

use rand::rngs::Xoshiro256PlusPlus;

use super::family::Law;

/// Steps that people round to, coarsest first: minutes to quarters of hours, weeks to halves, decimals.
const STEPS: [f64; 13] = [60.0, 30.0, 15.0, 10.0, 5.0, 2.0, 1.0, 0.5, 0.25, 0.1, 0.05, 0.01, 0.001];

/// Share of values that are multiples of a step, from which they are taken as rounded to it; chosen: of values to the unit
/// one in five is a multiple of 5, of values to 5 every second is a multiple of 10.
const ROUNDED_SHARE: f64 = 2.0 / 3.0;

/// A step smaller than this share of the standard deviation does not matter to a likelihood; chosen: what it adds to the
/// variance (a twelfth of its square) is then 0.02%.
const FINE: f64 = 0.05;

/// Fewest different values that rounding to a coarser step than what is written must leave; chosen.
const FEWEST_KINDS: usize = 5;

/// Values above which unrounded ones are put into narrow groups, so that a fit takes no longer the more there are; chosen.
const MOST_SINGLE: usize = 2_000;

/// The values from the smallest up.
#[derive(Debug, Clone)]
pub(super) struct Column {
    /// Each of them, rounded as the column is.
    sorted: Vec<f64>,
    rounding: Rounding,
    /// The same as groups, where values stand for everything that rounds to them.
    groups: Vec<Group>,
}

/// How the values were rounded.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Rounding {
    /// The step; none: the values are as they are.
    step: Option<f64>,
    /// Whether it is coarse enough to matter.
    is_grouped: bool,
    /// Whether the step is there for speed alone.
    is_for_speed: bool,
}

/// Values that round to the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Group {
    /// From here.
    pub(super) from: f64,
    /// To here.
    pub(super) to: f64,
    /// How many there are.
    pub(super) count: f64,
}

impl Column {
    /// Looks at values above nought, three or more.
    pub(super) fn new(values: &[f64]) -> Self {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let spread = sd(&sorted);
        let written = STEPS.iter().copied().find(|step| multiples(&sorted, *step) == sorted.len());
        let rounded_to =
            STEPS.iter().copied().take_while(|step| written.is_none_or(|own| *step > own)).find(|step| {
                multiples(&sorted, *step) as f64 >= ROUNDED_SHARE * sorted.len() as f64
                    && kinds(&rounded(&sorted, *step)) >= FEWEST_KINDS
            });
        let step = rounded_to.or(written);
        let is_coarse = step.is_some_and(|step| step >= FINE * spread);
        let is_for_speed = !is_coarse && sorted.len() > MOST_SINGLE;
        let step = if is_for_speed { Some(FINE * spread) } else { step };
        let rounding = Rounding { step, is_grouped: is_coarse || is_for_speed, is_for_speed };
        Self::rounded(sorted, rounding)
    }

    fn rounded(values: Vec<f64>, rounding: Rounding) -> Self {
        let sorted = match rounding.step {
            Some(step) => rounded(&values, step),
            None => values,
        };
        let groups = match rounding.step {
            Some(step) if rounding.is_grouped => groups(&sorted, step),
            _ => Vec::new(),
        };
        Self { sorted, rounding, groups }
    }

    /// As many values drawn from a law, rounded as these are.
    pub(super) fn redrawn(&self, law: &Law, random: &mut Xoshiro256PlusPlus) -> Self {
        let mut values: Vec<f64> = (0..self.sorted.len()).map(|_| drawn(law, random)).collect();
        values.sort_by(f64::total_cmp);
        Self::rounded(values, self.rounding)
    }

    pub(super) fn len(&self) -> usize {
        self.sorted.len()
    }

    /// The values from the smallest up, rounded.
    pub(super) fn sorted(&self) -> &[f64] {
        &self.sorted
    }

    /// The values as groups; empty where each is what it is.
    pub(super) fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// The step that values were taken as rounded to, where it matters.
    pub(super) fn rounded_to(&self) -> Option<f64> {
        let Rounding { step, is_grouped, is_for_speed, .. } = self.rounding;
        step.filter(|_| is_grouped && !is_for_speed)
    }

    /// The distance between values that differ least: bars are multiples of it.
    pub(super) fn step(&self) -> Option<f64> {
        self.rounding.step.filter(|_| !self.rounding.is_for_speed)
    }

    pub(super) fn mean(&self) -> f64 {
        self.sorted.iter().sum::<f64>() / self.len() as f64
    }

    /// Standard deviation (n - 1).
    pub(super) fn sd(&self) -> f64 {
        sd(&self.sorted)
    }

    /// How many different values there are.
    pub(super) fn kinds(&self) -> usize {
        kinds(&self.sorted)
    }

    /// The smallest value that a share of the column does not exceed.
    pub(super) fn quantile(&self, share: f64) -> f64 {
        let at = (share * self.len() as f64).ceil() as usize;
        self.sorted[at.clamp(1, self.len()) - 1]
    }
}

fn sd(values: &[f64]) -> f64 {
    crate::statistics::Mean::of(values.iter().copied()).sd
}

/// Values that are multiples of a step, but for the dust of decimals.
fn multiples(values: &[f64], step: f64) -> usize {
    let is_multiple = |value: &f64| {
        let times = value / step;
        (times - times.round()).abs() < 1e-6
    };
    values.iter().filter(|value| is_multiple(value)).count()
}

/// To the nearest multiple above nought: nobody writes 0 for what took place, however short it was.
fn rounded(values: &[f64], step: f64) -> Vec<f64> {
    values.iter().map(|value| (value / step).round().max(1.0) * step).collect()
}

/// One value of a law above nought.
fn drawn(law: &Law, random: &mut Xoshiro256PlusPlus) -> f64 {
    // A law that is all but below nought is none that was fitted to values above it.
    for _ in 0..1_000 {
        let value = law.draw(random);
        if value > 0.0 {
            return value;
        }
    }
    law.mean()
}

/// Different values among sorted ones.
fn kinds(sorted: &[f64]) -> usize {
    sorted.chunk_by(|one, other| one == other).count()
}

/// The first multiple of the step stands for everything down to nought.
fn groups(sorted: &[f64], step: f64) -> Vec<Group> {
    let of = |same: &[f64]| {
        let value = same[0];
        let from = if value < 1.5 * step { 0.0 } else { value - step / 2.0 };
        Group { from, to: value + step / 2.0, count: same.len() as f64 }
    };
    sorted.chunk_by(|one, other| one == other).map(of).collect()
}
