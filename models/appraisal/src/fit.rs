//! Fitting unknown figures to the past: which values of them give the list sizes that were counted, and how sure is that?
//!
//! # How
//! Approximate Bayesian computation with regression. Values of the unknown figures are drawn evenly between the limits that
//! the user gives, and one future is simulated for each draw from the situation at the start of the history ([`rewound`]).
//! A regression learns from these futures how the unknown figures show in a line of list sizes, and so boils each line down
//! to one number for each unknown figure. The draws whose futures look most like the history are kept, and moved along a
//! local regression line to where the history lies. What is kept is the answer: its middle, and the range that holds nine
//! tenths of it. Figures that already have ranges in the document are drawn as in any run, so what is not known of them
//! makes the answer wider, as it should.
//!
//! A figure that the history says nothing about keeps the limits that it was given, and the answer says so; so it does when
//! two figures can make up for each other, and when no values within the limits give what was counted.
//!
//! # Source
//! - Regression adjustment: M. A. Beaumont, W. Zhang and D. J. Balding, "Approximate Bayesian computation in population
//!   genetics", Genetics 162 (2002).
//! - One number for each unknown figure: P. Fearnhead and D. Prangle, "Constructing summary statistics for approximate Bayesian
//!   computation", Journal of the Royal Statistical Society B 74 (2012).
//! - That intervals hold what they say when truths are drawn from the limits: S. R. Cook, A. Gelman and D. B. Rubin,
//!   "Validation of software for Bayesian models using posterior quantiles", Journal of Computational and Graphical
//!   Statistics 15 (2006); see the tests.

mod answer;
mod choices;
mod linear;
mod posterior;
mod rewind;
mod table;
mod wording;

use std::sync::atomic::AtomicBool;

use jiff::civil::Date;
use pathloom_service::{Actuals, Scenario};
use pathloom_simulation::{RunError, RunSettings};

pub use answer::{Confusion, Fit, Fitted, FittedPoint, Learned};
pub use choices::{FitChoice, choices};
pub use rewind::{Rewound, rewound};
pub use table::Table;

/// A figure that is not known, between limits that it surely keeps to.
#[derive(Debug, Clone, PartialEq)]
pub struct Unknown {
    /// Its place in the scenario: `design/steps/referrals/work/perWeek`.
    pub place: String,
    /// Lowest believable value.
    pub low: f64,
    /// Highest believable value.
    pub high: f64,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct FitQuestion {
    /// The figures to find, at most [`MOST_UNKNOWN`].
    pub unknown: Vec<Unknown>,
    /// Futures to simulate.
    pub futures: u32,
}

/// Most figures that are fitted at once; chosen: one line of list sizes tells no more apart.
pub const MOST_UNKNOWN: usize = 6;

/// Fewest futures: of fewer, too few are left to look like the history.
pub const FEWEST_FUTURES: u32 = 400;

/// Futures with the fitted figures that the history is held against at the end; chosen.
const CHECKED: u32 = 300;

/// Their first number: one that no question reaches.
const FRESH: u32 = 1 << 30;

/// Fewest figures of a history.
pub const FEWEST_FIGURES: usize = 4;

impl FitQuestion {
    /// Futures that fitting takes in all.
    pub fn all_futures(&self) -> u64 {
        u64::from(self.futures) + u64::from(CHECKED)
    }

    /// The question with 4,000 futures; chosen: 400 of them then decide.
    pub fn new(unknown: Vec<Unknown>) -> Self {
        Self { unknown, futures: 4_000 }
    }

    fn check(&self, scenario: &Scenario) -> Result<(), FitError> {
        if self.unknown.is_empty() || self.unknown.len() > MOST_UNKNOWN {
            return Err(FitError::HowMany { asked: self.unknown.len() });
        }
        if self.futures < FEWEST_FUTURES {
            return Err(FitError::TooFewFutures { asked: self.futures });
        }
        let places = scenario.places();
        for (at, unknown) in self.unknown.iter().enumerate() {
            let place = || unknown.place.clone();
            if !places.contains(&unknown.place) {
                return Err(FitError::NoSuchPlace { place: place() });
            }
            let allowed = pathloom_service::check::figure_rule(&unknown.place);
            let (least, most) = allowed.map_or((f64::MIN, f64::MAX), |rule| (rule.low, rule.high));
            if !(least <= unknown.low && unknown.low < unknown.high && unknown.high <= most) {
                return Err(FitError::NoLimits { place: place(), least, most });
            }
            if self.unknown[..at].iter().any(|other| other.place == unknown.place) {
                return Err(FitError::Twice { place: place() });
            }
        }
        Ok(())
    }
}

/// Why unknown figures could not be fitted.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum FitError {
    /// No unknown figure, or too many.
    #[error(
        "name one to {MOST_UNKNOWN} unknown figures, not {asked}: one line of list sizes tells no more apart"
    )]
    HowMany {
        /// How many were asked for.
        asked: usize,
    },
    /// Too few futures.
    #[error("{asked} futures are too few to fit anything to: {FEWEST_FUTURES} is the least")]
    TooFewFutures {
        /// How many were asked for.
        asked: u32,
    },
    /// A place that the option has not.
    #[error("the option has no figure at {place}")]
    NoSuchPlace {
        /// The place.
        place: String,
    },
    /// Limits that hold nothing, or that the field does not allow.
    #[error("{place}: the lowest value must be below the highest, and both between {least} and {most}")]
    NoLimits {
        /// The place.
        place: String,
        /// Lowest value allowed.
        least: f64,
        /// Highest value allowed.
        most: f64,
    },
    /// The same figure twice.
    #[error("{place} can be fitted only once")]
    Twice {
        /// The place.
        place: String,
    },
    /// A history that is too short.
    #[error("\"{name}\" has {figures} dates to fit to, one of them the start; {} is the least", FEWEST_FIGURES + 1)]
    TooShort {
        /// Label of the history.
        name: String,
        /// Dates there are.
        figures: usize,
    },
    /// A history over more years than can be simulated.
    #[error("\"{name}\" runs over {weeks} weeks, more than can be simulated")]
    TooLong {
        /// Label of the history.
        name: String,
        /// How long it is `[weeks]`.
        weeks: i32,
    },
    /// The situation at the start of the history cannot be made up.
    #[error("the service cannot be taken back to {date}: {reason}")]
    CannotRewind {
        /// Start of the history.
        date: Date,
        /// Why, in words.
        reason: String,
    },
    /// The run does not count what the history counts.
    #[error("the simulation does not count what \"{name}\" counts: is the tier or client group there?")]
    NotMeasured {
        /// Label of the history.
        name: String,
    },
    /// The history shows no change that could tell anything: futures are all alike.
    #[error(
        "every simulated future gives the same line: the unknown figures change nothing that was counted"
    )]
    NothingToLearn,
    /// The engine refused.
    #[error("the option cannot be simulated within these limits: {0}")]
    CannotSimulate(#[from] RunError),
    /// Somebody stopped it.
    #[error("stopped before enough futures were simulated to fit anything to")]
    Stopped,
}

/// Fits unknown figures of an option to a history of list sizes or longest waits.
///
/// # Parameters
/// - `scenario` the option that describes how the service worked during the history
/// - `history` what was counted; the first figure is where the futures start
/// - `settings` seed and threads; the numbers of replications are its own
/// - `on_progress` gets how many futures there are so far
///
/// # Errors
/// [`FitError`].
///
/// # Guarantees
/// The same question, seed and engine give the same answer on any number of threads. What is not known in the end is known
/// as far as the model is right: a cause that the model has not is put down to the figures that it has.
pub fn fit(
    scenario: &Scenario,
    history: &Actuals,
    question: &FitQuestion,
    settings: &RunSettings,
    cancel: &AtomicBool,
    on_progress: &mut (dyn FnMut(u64) + Send),
) -> Result<Fit, FitError> {
    question.check(scenario)?;
    let past = rewound(scenario, history)?;
    let table = Table::simulate(&past, history, question, settings, cancel, on_progress)?;
    let posterior = table.posterior(&past.values)?;
    let values = posterior.resampled(CHECKED);
    let made = table.lines.len() as u64;
    let (_, fitted) = table::simulate_lines(
        &past,
        history,
        &question.unknown,
        (FRESH, &values),
        settings,
        cancel,
        &mut |checked| on_progress(made + checked),
    )?;
    if fitted.len() < CHECKED as usize {
        return Err(FitError::Stopped);
    }
    let simulated = (table.lines.len() + fitted.len()) as u32;
    let futures = answer::Futures { fitted, simulated };
    Ok(answer::answer(scenario, history, question, &past, &posterior, &futures))
}

#[cfg(test)]
mod tests;
