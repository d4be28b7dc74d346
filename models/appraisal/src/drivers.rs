//! What drives the answer: which figures move it most, and which explain its spread.
//!
//! Two questions that are easily confused are answered side by side.
//!
//! *One at a time* ([`Swing`]): every figure goes from its low to its high value (figures without a range by ±10%), all
//! others held at their likely values. Low and high are simulated on the same futures (common random numbers), so the
//! difference is taken future by future and has a paired Student's t interval. Every figure gets a few futures at first,
//! the figures that move the answer most get many more; each interval is a 95% interval by itself.
//!
//! *All at once* ([`Spread`]): the uncertain figures are drawn from their ranges, as in any run, and the share of the
//! variance of the answer that each explains by itself is estimated from those draws: the correlation ratio over classes
//! of equally many draws, corrected for bias. No shape of the effect is assumed.
//!
//! # Source
//! - Paired differences on common random numbers: A. M. Law, *Simulation Modeling and Analysis*, 5th edition (2015),
//!   sections 10.2.1 and 11.2.
//! - First-order shares: A. Saltelli and others, *Global Sensitivity Analysis: The Primer* (2008), chapter 4; from given
//!   draws: E. Plischke, E. Borgonovo and C. L. Smith, "Global sensitivity measures from given data", European Journal of
//!   Operational Research 226 (2013).
//! - Correction for bias: T. L. Kelley, "An unbiased correlation ratio measure", Proceedings of the National Academy of
//!   Sciences 21 (1935). Standard errors: S. Da Veiga and F. Gamboa, "Efficient estimation of sensitivity indices",
//!   Journal of Nonparametric Statistics 25 (2013).

mod inputs;
mod shares;
mod tornado;
mod wording;

use std::sync::atomic::{AtomicBool, Ordering};

use pathloom_service::Scenario;
use pathloom_simulation::{Band, RunError, RunSettings, run};
use serde::Serialize;

pub use inputs::{Input, LeftOut};
pub(crate) use inputs::{figure_words, varied};
pub use shares::{Spread, VarianceShare};
pub use tornado::{Effect, Swing};

use crate::figure::Figure;

/// Futures at the likely values; chosen: the mean they give is known to about a tenth of the spread.
const AT_LIKELY: u32 = 300;

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct DriversQuestion {
    /// The figure that is to be explained.
    pub figure: Figure,
    /// How far figures without a range go down and up `[%]`.
    pub usual_percent: f64,
    /// Futures to simulate in all; more are made only where there are so many figures that each would have too few.
    pub budget: u32,
}

impl DriversQuestion {
    /// The question with ±10% for figures without a range and 5,000 futures; both chosen.
    pub fn new(figure: Figure) -> Self {
        Self { figure, usual_percent: 10.0, budget: 5_000 }
    }
}

/// What drives a figure of an option.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Drivers {
    /// The figure.
    pub figure: Figure,
    /// Its stable name.
    pub name: String,
    /// What it is, in words: "longest wait at week 52".
    pub words: String,
    /// Its unit.
    pub unit: String,
    /// The figure with every input at its likely value: chance alone.
    pub at_likely: Band,
    /// One input at a time, the largest swing first.
    pub swings: Vec<Swing>,
    /// All uncertain inputs at once; none when nothing has a range, or when stopped before.
    pub spread: Option<Spread>,
    /// Inputs that could not be varied, each with the reason.
    pub left_out: Vec<LeftOut>,
    /// What it comes to, sentence by sentence.
    pub sentences: Vec<String>,
    /// Futures simulated.
    #[cfg_attr(feature = "specta", specta(type = f64))]
    pub replications: u64,
    /// Whether somebody stopped it: what had finished is there.
    pub stopped: bool,
}

/// Why drivers could not be found.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum DriversError {
    /// The run does not hold the figure.
    #[error("{figure} is not measured: is the week past the end?")]
    NotMeasured {
        /// The figure.
        figure: String,
    },
    /// The percentage is no percentage.
    #[error(
        "figures without a range must go up and down by more than 0% and less than 100%, not by {asked}%"
    )]
    NoPercent {
        /// What was asked for.
        asked: f64,
    },
    /// The engine refused the option as it is.
    #[error("the option cannot be simulated: {0}")]
    CannotSimulate(#[from] RunError),
}

/// How far the work has come `[futures]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "DriversProgress", rename_all = "camelCase")]
pub struct Progress {
    /// Made so far.
    #[cfg_attr(feature = "specta", specta(type = f64))]
    pub done: u64,
    /// To be made in all.
    #[cfg_attr(feature = "specta", specta(type = f64))]
    pub of: u64,
}

/// Finds out what drives a figure.
///
/// # Parameters
/// - `scenario` the option
/// - `settings` seed and threads; the numbers of replications are its own, and whether uncertain figures are held, too
/// - `cancel` ends it soon with what was found
/// - `on_progress` is called from the calling thread after every run
///
/// # Errors
/// [`DriversError`]. An input with which the option cannot be simulated is left out and named instead.
///
/// # Guarantees
/// The same question, seed and engine give the same answer on any number of threads, unless stopped.
pub fn what_drives(
    scenario: &Scenario,
    question: &DriversQuestion,
    settings: &RunSettings,
    cancel: &AtomicBool,
    on_progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Drivers, DriversError> {
    if !(question.usual_percent > 0.0 && question.usual_percent < 100.0) {
        return Err(DriversError::NoPercent { asked: question.usual_percent });
    }
    let (inputs, mut left_out) = inputs::of(scenario, question.usual_percent);
    let plan = Budget::of(question.budget, &inputs);
    let mut bench =
        Bench { scenario, figure: question.figure, settings, cancel, on_progress, spent: 0, of: plan.all() };
    let at_likely = bench.values(scenario, AT_LIKELY, Inputs::Held)?;
    let swings = tornado::swings(&mut bench, &inputs, &plan, &mut left_out)?;
    let spread = if plan.shares > 0 { shares::spread(&mut bench, &at_likely, plan.shares)? } else { None };
    let replications = bench.spent;
    let figure = question.figure;
    let mut drivers = Drivers {
        figure,
        name: figure.name(),
        words: figure.to_string(),
        unit: figure.unit().to_owned(),
        at_likely: Band::of(at_likely),
        swings,
        spread,
        left_out,
        sentences: Vec::new(),
        replications,
        stopped: cancel.load(Ordering::Relaxed),
    };
    drivers.sentences = wording::sentences(&drivers);
    Ok(drivers)
}

/// How the futures are shared out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Budget {
    /// Inputs to vary.
    inputs: u64,
    /// Futures of each end of every input.
    first: u32,
    /// Inputs that get more.
    best: u64,
    /// Futures of each end of those, the first ones included.
    most: u32,
    /// Futures with the uncertain inputs drawn.
    shares: u32,
}

impl Budget {
    /// Fewest futures of each end: a paired interval of fewer says nothing; chosen.
    const FEWEST: u32 = 6;
    /// Inputs that get more futures after the first look; chosen: a page shows about as many.
    const BEST: u64 = 12;

    fn of(budget: u32, inputs: &[Input]) -> Self {
        let n = inputs.len() as u64;
        let left = budget.saturating_sub(AT_LIKELY);
        let shares =
            if inputs.iter().any(|input| input.has_range) { (left / 4).clamp(300, 4_000) } else { 0 };
        let left = u64::from(left.saturating_sub(shares));
        let first = (left / 2 / (2 * n).max(1)).clamp(u64::from(Self::FEWEST), 60);
        let best = n.min(Self::BEST);
        let more = left.saturating_sub(2 * n * first) / (2 * best).max(1);
        Self { inputs: n, first: first as u32, best, most: (first + more.min(300)) as u32, shares }
    }

    fn all(&self) -> u64 {
        let (first, most) = (u64::from(self.first), u64::from(self.most));
        u64::from(AT_LIKELY)
            + 2 * self.inputs * first
            + 2 * self.best * (most - first)
            + u64::from(self.shares)
    }
}

/// Whether uncertain inputs are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inputs {
    Held,
    Drawn,
}

/// The option on the bench: one figure of many variations of it.
struct Bench<'a> {
    scenario: &'a Scenario,
    figure: Figure,
    settings: &'a RunSettings,
    cancel: &'a AtomicBool,
    on_progress: &'a mut (dyn FnMut(Progress) + Send),
    spent: u64,
    of: u64,
}

impl Bench<'_> {
    /// The figure in the first so many futures; fewer when stopped.
    fn values(
        &mut self,
        scenario: &Scenario,
        futures: u32,
        inputs: Inputs,
    ) -> Result<Vec<f64>, DriversError> {
        self.values_of(scenario, 0..futures, inputs)
    }

    fn values_of(
        &mut self,
        scenario: &Scenario,
        numbers: std::ops::Range<u32>,
        inputs: Inputs,
    ) -> Result<Vec<f64>, DriversError> {
        if self.stopped() {
            return Ok(Vec::new());
        }
        let settings = RunSettings {
            replications: numbers,
            hold_uncertain: inputs == Inputs::Held,
            ..self.settings.clone()
        };
        let outcomes = run(scenario, &settings, self.cancel, &mut |_| {})?;
        self.spent += outcomes.replications.len() as u64;
        (self.on_progress)(Progress { done: self.spent, of: self.of });
        if self.stopped() {
            // Futures may be missing in between: what is compared future by future must be whole.
            return Ok(Vec::new());
        }
        let figure = self.figure;
        figure.values(&outcomes).ok_or_else(|| DriversError::NotMeasured { figure: figure.to_string() })
    }

    fn stopped(&self) -> bool {
        self.cancel.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests;
