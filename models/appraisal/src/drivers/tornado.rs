//! One figure at a time from its low to its high value, on the same futures.

use pathloom_service::{Change, Estimate};
use serde::Serialize;

use super::{Bench, Budget, DriversError, Input, Inputs, LeftOut};
use crate::statistics::{Interval, Mean};

/// How the answer moves when one input goes from its low to its high value.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Swing {
    /// The input.
    pub input: Input,
    /// Mean of the figure with the input at its low value.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub at_low: f64,
    /// Mean of the figure with the input at its high value.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub at_high: f64,
    /// Mean difference, at high minus at low, over the futures in which both could be measured.
    #[cfg_attr(feature = "specta", specta(type = Option<f64>))]
    pub swing: f64,
    /// 95% interval of the mean difference (Student's t on the differences).
    pub interval: Interval,
    /// Futures in which both could be measured.
    pub futures: u32,
    /// What can be said of it.
    pub effect: Effect,
}

/// What can be said of an input's effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "SwingEffect", rename_all = "camelCase")]
pub enum Effect {
    /// The interval leaves 0 out.
    Clear,
    /// The interval holds 0: it cannot be told from no effect.
    CannotBeToldFromNone,
    /// The figure is the same in every future.
    None,
    /// There was nobody to measure.
    NothingMeasured,
}

/// The two ends of an input, future by future.
struct Ends<'i> {
    input: &'i Input,
    low: Vec<f64>,
    high: Vec<f64>,
}

/// Every input's swing, the largest first; of equal ones in the order of the document.
pub(super) fn swings(
    bench: &mut Bench,
    inputs: &[Input],
    budget: &Budget,
    left_out: &mut Vec<LeftOut>,
) -> Result<Vec<Swing>, DriversError> {
    let mut all = Vec::new();
    for input in inputs {
        let mut ends = Ends { input, low: Vec::new(), high: Vec::new() };
        match more(bench, &mut ends, budget.first) {
            Ok(()) => all.push(ends),
            Err(DriversError::CannotSimulate(error)) => left_out.push(LeftOut {
                place: input.place.clone(),
                words: input.words.clone(),
                reason: format!("the option cannot be simulated with it changed: {error}"),
            }),
            Err(other) => return Err(other),
        }
    }
    rank(&mut all);
    for ends in all.iter_mut().take(budget.best as usize) {
        if swing(ends).effect == Effect::None {
            continue;
        }
        match more(bench, ends, budget.most) {
            // A rare future that is too busy to simulate: what the first look showed stands.
            Ok(()) | Err(DriversError::CannotSimulate(_)) => {}
            Err(other) => return Err(other),
        }
    }
    // When stopped, inputs that were not reached have nothing to show.
    all.retain(|ends| !ends.low.is_empty());
    rank(&mut all);
    Ok(all.iter().map(swing).collect())
}

/// Simulates both ends up to so many futures; nothing is added when stopped half-way.
fn more(bench: &mut Bench, ends: &mut Ends, until: u32) -> Result<(), DriversError> {
    let from = ends.low.len() as u32;
    let mut at = |value: f64| {
        let mut scenario = bench.scenario.clone();
        scenario.apply(&[Change { figure: ends.input.place.clone(), to: Estimate::exactly(value) }]);
        bench.values_of(&scenario, from..until.max(from), Inputs::Held)
    };
    let (low, high) = (at(ends.input.low)?, at(ends.input.high)?);
    if low.len() == high.len() {
        ends.low.extend(low);
        ends.high.extend(high);
    }
    Ok(())
}

fn rank(all: &mut [Ends]) {
    let size = |ends: &Ends| {
        let swing = swing(ends).swing.abs();
        if swing.is_nan() { -1.0 } else { swing }
    };
    all.sort_by(|one, other| size(other).total_cmp(&size(one)));
}

fn swing(ends: &Ends) -> Swing {
    let pairs = || ends.low.iter().zip(&ends.high).filter(|(low, high)| !low.is_nan() && !high.is_nan());
    let difference = Mean::of(pairs().map(|(low, high)| high - low));
    let interval = difference.interval(0.95);
    let same = |(low, high): (&f64, &f64)| (low - high).abs() <= 1e-9 * low.abs().max(high.abs());
    let effect = if difference.count < 2 {
        Effect::NothingMeasured
    } else if pairs().all(same) {
        Effect::None
    } else if interval.holds(0.0) {
        Effect::CannotBeToldFromNone
    } else {
        Effect::Clear
    };
    Swing {
        input: ends.input.clone(),
        at_low: Mean::of(pairs().map(|(low, _)| *low)).mean,
        at_high: Mean::of(pairs().map(|(_, high)| *high)).mean,
        swing: difference.mean,
        interval,
        futures: difference.count as u32,
        effect,
    }
}
