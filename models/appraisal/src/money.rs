//! What options cost, what they are worth, and what would have to change for that to change.
//!
//! Counts come from the simulated futures (posts in place, days in places, people completed, weeks waited, contacts
//! travelled to), prices from the document. Both are taken future by future: a price with a range is drawn with the
//! engine's keyed streams, so options that share it share its value, and net present values have bands and paired
//! differences like every other figure.
//!
//! # Rules
//! * Costs and effects of the simulated weeks alone, warm-up left out. Nothing is carried on after them.
//! * A year is 52 weeks. A yearly cost falls evenly on its weeks; days in places are counted as they are.
//! * The first year is year 0 and not discounted; year `t` is divided by `(1 + r)^t`. Health has a rate of its own. The
//!   rates stay the same however many years there are (the Green Book lowers them after year 30: a remark says so).
//! * Optimism bias is laid on stated costs and taken off stated benefits before they are discounted. It changes present
//!   values alone: cost by year and cost for each person completed are as stated. Knock-on costs (waiting, delay) have
//!   none: less of them is what an option promises.
//! * What has no price is counted and not valued, and a remark says so.
//! * A switching value is the value of one input at which the mean difference of net present values between an option
//!   and the base is nothing, all else unchanged. A range is moved as a whole. Only prices and rates are tried: what
//!   is simulated is another question (see `posts` and `compare`).
//!
//! # Source
//! HM Treasury, *The Green Book* (2018 and 2022), chapters 5 and 6 (short-list appraisal, valuation) and annexes A5
//! (uncertainty, optimism bias and risk; switching values) and A6 (discounting).

mod account;
mod counts;
mod draws;
mod ledger;
mod report;
mod switching;
mod travel;
mod words;

use pathloom_simulation::{HorizonMeasure, Outcomes, Scope, WeeklyMeasure};

pub use ledger::LineKind;
pub use report::{
    AgainstBase, MoneyDifference, MoneyLine, MoneyOption, MoneyReport, MoneyYear, SwitchingValue,
};

use crate::compare::{Simulated, only, shared_replications};
use account::Account;
use counts::Frame;

/// What to appraise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MoneyQuestion {
    /// Position of the option that the others are held against.
    pub base: usize,
    /// Years of 52 weeks to appraise. None: all that is simulated; the last may be a part.
    pub years: Option<u32>,
    /// Whether the futures were simulated with every uncertain input held at its likely value.
    pub hold_uncertain: bool,
}

/// Why options could not be appraised.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// Nothing to appraise.
    #[error("there is nothing to appraise: name at least one option")]
    NoOptions,
    /// The base is not among the options.
    #[error("option number {asked} cannot be the base: there are {options}")]
    NoSuchBase {
        /// Position asked for.
        asked: usize,
        /// How many options there are.
        options: usize,
    },
    /// The runs do not share their random numbers.
    #[error(
        "the options were simulated with different seeds, so that they do not share their futures: run them again together"
    )]
    DifferentSeeds,
    /// The runs do not look ahead as far as each other.
    #[error("the options were simulated for different times, so that their costs cannot be set side by side")]
    DifferentWeeks,
    /// A run was cut down to a few figures.
    #[error(
        "of option \"{option}\" only some figures were kept; an appraisal needs all of them: run it again"
    )]
    NotWhole {
        /// Label of the option.
        option: String,
    },
    /// The runs share fewer than two replications.
    #[error("the options share {shared} simulated futures; an appraisal needs at least 2")]
    TooFewShared {
        /// Replications that all have.
        shared: usize,
    },
    /// No year to appraise.
    #[error("an appraisal needs at least one year")]
    NoYears,
    /// The runs end before the years do.
    #[error("{asked} years need {} simulated weeks, and there are {weeks}: simulate further ahead", asked * 52)]
    PastTheEnd {
        /// Years asked for.
        asked: u32,
        /// Weeks simulated, warm-up left out.
        weeks: usize,
    },
}

/// Appraises options on the futures they share.
///
/// # Parameters
/// - `options` with their outcomes, at least one, simulated with the same seed for the same weeks, and not cut down to
///   headline figures ([`crate::kept`])
///
/// # Errors
/// [`MoneyError`].
///
/// # Guarantees
/// Replications that only some options finished are left out. The same outcomes and question give the same report.
pub fn appraise_money(options: &[Simulated], question: &MoneyQuestion) -> Result<MoneyReport, MoneyError> {
    let first = options.first().ok_or(MoneyError::NoOptions)?;
    if question.base >= options.len() {
        return Err(MoneyError::NoSuchBase { asked: question.base, options: options.len() });
    }
    if options.iter().any(|option| option.outcomes.seed != first.outcomes.seed) {
        return Err(MoneyError::DifferentSeeds);
    }
    let span = |outcomes: &Outcomes| (outcomes.catalogue.weeks, outcomes.catalogue.warm_up_weeks);
    if options.iter().any(|option| span(option.outcomes) != span(first.outcomes)) {
        return Err(MoneyError::DifferentWeeks);
    }
    if let Some(part) = options.iter().find(|option| !is_whole(option.outcomes)) {
        return Err(MoneyError::NotWhole { option: part.scenario.option_name.clone() });
    }
    let shared = shared_replications(options);
    if shared.len() < 2 {
        return Err(MoneyError::TooFewShared { shared: shared.len() });
    }
    let frame = frame(first.outcomes, question.years)?;
    let outcomes: Vec<Outcomes> = options.iter().map(|option| only(option.outcomes, &shared)).collect();
    let accounts: Vec<Account> = options
        .iter()
        .zip(&outcomes)
        .map(|(option, outcomes)| Account::of(option.scenario, outcomes, frame, question.hold_uncertain))
        .collect();
    Ok(report::draw_up(&accounts, question.base))
}

/// Whether people, steps and roles are all there, as a run leaves them.
fn is_whole(outcomes: &Outcomes) -> bool {
    let people = (WeeklyMeasure::Completed, Scope::Service);
    let waiting = (HorizonMeasure::MeanWaiting, Scope::Service);
    outcomes.catalogue.weekly.contains(&people) && outcomes.catalogue.horizon.contains(&waiting)
}

fn frame(outcomes: &Outcomes, years: Option<u32>) -> Result<Frame, MoneyError> {
    let (total, warm_up) = (outcomes.catalogue.weeks, outcomes.catalogue.warm_up_weeks);
    let weeks = total - warm_up.min(total);
    match years {
        Some(0) => Err(MoneyError::NoYears),
        Some(asked) if asked as usize * 52 > weeks => Err(MoneyError::PastTheEnd { asked, weeks }),
        Some(asked) => Ok(Frame { warm_up, total, years: asked as usize }),
        None if weeks == 0 => Err(MoneyError::NoYears),
        None => Ok(Frame { warm_up, total, years: weeks.div_ceil(52) }),
    }
}

#[cfg(test)]
mod tests;
