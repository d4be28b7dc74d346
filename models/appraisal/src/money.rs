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
//!   is simulated is another question (see `posts` and `compare`). The cost of a role with vacancies has none.
//!
//! A run is counted once ([`MoneyCounts`]) and appraised as often as prices change: neither reads the clock nor draws
//! anything but the keyed streams of the engine.
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
mod tally;
mod travel;
mod words;

use std::collections::BTreeSet;

use pathloom_service::Scenario;

pub use counts::MoneyCounts;
pub use ledger::LineKind;
pub use report::{
    AgainstBase, MoneyDifference, MoneyLine, MoneyOption, MoneyReport, MoneyYear, SwitchingValue,
};

use crate::compare::Simulated;
use account::Account;
use counts::{Counts, Frame, WEEKS_PER_YEAR};

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

/// An option with what money needs to know of its run.
#[derive(Debug, Clone, Copy)]
pub struct Counted<'a> {
    /// What was simulated, with the prices to appraise it at.
    pub scenario: &'a Scenario,
    /// How much there was of everything.
    pub counts: &'a MoneyCounts,
}

/// Counts the runs of options and appraises them.
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
    let counts = options
        .iter()
        .map(|option| MoneyCounts::of(option.scenario, option.outcomes))
        .collect::<Result<Vec<MoneyCounts>, MoneyError>>()?;
    let counted: Vec<Counted> = options
        .iter()
        .zip(&counts)
        .map(|(option, counts)| Counted { scenario: option.scenario, counts })
        .collect();
    appraise_counted(&counted, question)
}

/// Appraises options whose runs have been counted, on the futures they share.
///
/// # Parameters
/// - `options` with their counts, at least one, simulated with the same seed for the same weeks. A scenario may have
///   other prices in its economics section than when its run was counted, and must agree with it in everything else: what
///   empty posts save is counted at the costs that roles, places and outcomes had.
///
/// # Errors
/// [`MoneyError`].
///
/// # Guarantees
/// Those of [`appraise_money`], which gives the same report.
pub fn appraise_counted(options: &[Counted], question: &MoneyQuestion) -> Result<MoneyReport, MoneyError> {
    let first = options.first().ok_or(MoneyError::NoOptions)?;
    if question.base >= options.len() {
        return Err(MoneyError::NoSuchBase { asked: question.base, options: options.len() });
    }
    if options.iter().any(|option| option.counts.seed != first.counts.seed) {
        return Err(MoneyError::DifferentSeeds);
    }
    if options.iter().any(|option| option.counts.frame != first.counts.frame) {
        return Err(MoneyError::DifferentWeeks);
    }
    let shared = shared_futures(options);
    if shared.len() < 2 {
        return Err(MoneyError::TooFewShared { shared: shared.len() });
    }
    let frame = appraised_years(first.counts.frame, question.years)?;
    let in_years = |option| Counts::in_futures(option, &shared, frame);
    let counts = options.iter().copied().map(in_years);
    let accounts: Vec<Account> = counts.map(|one| Account::of(&one, question.hold_uncertain)).collect();
    Ok(report::draw_up(&accounts, question.base))
}

/// Numbers of the futures that all options have.
fn shared_futures(options: &[Counted]) -> BTreeSet<u32> {
    let numbers = |option: &Counted| option.counts.numbers.iter().copied().collect::<BTreeSet<u32>>();
    options.iter().map(numbers).reduce(|all, one| &all & &one).unwrap_or_default()
}

/// The years that are asked for, of those there are.
fn appraised_years(whole: Frame, years: Option<u32>) -> Result<Frame, MoneyError> {
    let weeks = whole.counted();
    match years {
        Some(0) => Err(MoneyError::NoYears),
        Some(asked) if asked as usize * WEEKS_PER_YEAR > weeks => {
            Err(MoneyError::PastTheEnd { asked, weeks })
        }
        Some(asked) => Ok(Frame { years: asked as usize, ..whole }),
        None if weeks == 0 => Err(MoneyError::NoYears),
        None => Ok(whole),
    }
}

#[cfg(test)]
mod tests;
