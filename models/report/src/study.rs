//! What a report is made from.

use std::ops::Range;

use jiff::civil::Date;
use pathloom_appraisal::compare::{CompareError, Comparison, Simulated, compare};
use pathloom_appraisal::drivers::Drivers;
use pathloom_appraisal::equity::{Fairness, FairnessError, GroupFigures, fairness_of, labels};
use pathloom_appraisal::money::{
    Counted, MoneyCounts, MoneyError, MoneyQuestion, MoneyReport, appraise_counted,
};
use pathloom_appraisal::trajectory::{Trajectory, trajectory};
use pathloom_service::{ActualScope, Actuals, BusinessCase, Project, Scenario};
use pathloom_simulation::Outcomes;
use pathloom_simulation::summary::OptionResults;

/// A document with what its simulated futures come to.
#[derive(Debug, Clone)]
pub struct Study<'a> {
    /// The document.
    pub project: &'a Project,
    /// What is worked out from the futures of its options.
    pub reckoned: &'a Reckoned,
    /// How the futures were made.
    pub run: Run,
    /// What drives the longest wait of the option asked for, where somebody has had it found out.
    pub drivers: Option<&'a Drivers>,
    /// The date to print on the report.
    pub date: Date,
}

/// How the simulated futures were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Numbers of the replications.
    pub replications: Range<u32>,
    /// Seed of the random streams.
    pub seed: u64,
    /// Whether uncertain figures were held at their likely value.
    pub hold_uncertain: bool,
    /// The machine in words, for the reporting guideline; empty: not known.
    pub machine: String,
}

impl Run {
    /// A machine in words: "linux on x86_64, 2 processor threads".
    pub fn machine_words(system: &str, processor: &str, threads: usize) -> String {
        format!("{system} on {processor}, {threads} processor threads")
    }
}

/// Everything that is worked out from simulated futures, once, whatever is then written of it and however often.
///
/// It does not depend on the words of the business case: these may change, and the figures stay.
#[derive(Debug, Clone, PartialEq)]
pub struct Reckoned {
    pub(crate) scenarios: Vec<Scenario>,
    pub(crate) options: Vec<OptionResults>,
    pub(crate) comparison: Comparison,
    pub(crate) money: MoneyReport,
    /// By option: between client groups as they are, then by each label; empty where there is one group.
    pub(crate) fairness: Vec<Vec<Fairness>>,
    /// By option: what was counted, held against its forecast.
    pub(crate) trajectories: Vec<Vec<Trajectory>>,
}

/// An option with what is kept of its run: enough for all that a report says of it, and much less than its futures.
#[derive(Debug, Clone, Copy)]
pub struct KeptOption<'a> {
    /// The option.
    pub scenario: &'a Scenario,
    /// What its run came to.
    pub results: &'a OptionResults,
    /// Headline figures of its futures ([`pathloom_appraisal::kept`]), or all of them.
    pub outcomes: &'a Outcomes,
    /// How much there was of everything that may have a price.
    pub counts: &'a MoneyCounts,
    /// A few figures of each client group at the last week.
    pub groups: &'a GroupFigures,
}

impl Reckoned {
    /// Works everything out.
    ///
    /// # Parameters
    /// - `options` with their outcomes, the base first, all of one seed and none cut down to headline figures
    /// - `actuals` what was really counted, as the document has it
    ///
    /// # Errors
    /// [`ReportError::Compare`], [`ReportError::Money`] and [`ReportError::Fairness`] when the options cannot be held
    /// against each other.
    pub fn of(
        options: &[(Scenario, Outcomes)],
        actuals: &[Actuals],
        hold_uncertain: bool,
    ) -> Result<Self, ReportError> {
        let parts = options
            .iter()
            .map(|(scenario, outcomes)| {
                let groups = GroupFigures::of(scenario, outcomes, outcomes.catalogue.weeks as u32)?;
                Ok((OptionResults::of(scenario, outcomes), MoneyCounts::of(scenario, outcomes)?, groups))
            })
            .collect::<Result<Vec<_>, ReportError>>()?;
        let kept: Vec<KeptOption> = options
            .iter()
            .zip(&parts)
            .map(|((scenario, outcomes), (results, counts, groups))| KeptOption {
                scenario,
                results,
                outcomes,
                counts,
                groups,
            })
            .collect();
        Self::of_kept(&kept, actuals, hold_uncertain)
    }

    /// Works everything out from what is kept of runs, without their whole futures.
    ///
    /// # Parameters
    /// - `options` with what is kept of their runs, the base first, all of one seed
    /// - `actuals` as for [`Reckoned::of`]; where [`needs_whole_futures`] says so, `outcomes` must be whole
    ///
    /// # Errors
    /// Those of [`Reckoned::of`].
    pub fn of_kept(
        options: &[KeptOption],
        actuals: &[Actuals],
        hold_uncertain: bool,
    ) -> Result<Self, ReportError> {
        let simulated: Vec<Simulated> =
            options.iter().map(|one| Simulated { scenario: one.scenario, outcomes: one.outcomes }).collect();
        let counted: Vec<Counted> =
            options.iter().map(|one| Counted { scenario: one.scenario, counts: one.counts }).collect();
        let week = options.first().map_or(0, |one| one.outcomes.catalogue.weeks as u32);
        Ok(Self {
            scenarios: options.iter().map(|one| one.scenario.clone()).collect(),
            options: options.iter().map(|one| one.results.clone()).collect(),
            comparison: compare(&simulated, 0, week)?,
            money: appraise_counted(&counted, &MoneyQuestion { base: 0, years: None, hold_uncertain })?,
            fairness: options.iter().map(fairness_by_label).collect(),
            trajectories: simulated.iter().map(|one| trajectories_of(one, actuals)).collect(),
        })
    }

    /// The options that it is about, the base first.
    pub fn scenarios(&self) -> &[Scenario] {
        &self.scenarios
    }
}

/// Whether what was counted is held against figures of tiers or groups, which only whole futures have.
pub fn needs_whole_futures(actuals: &[Actuals]) -> bool {
    actuals.iter().any(|one| one.scope != ActualScope::Service)
}

fn fairness_by_label(option: &KeptOption) -> Vec<Fairness> {
    let labels = labels(option.scenario);
    let by = std::iter::once(None).chain(labels.iter().map(|label| Some(label.as_str())));
    // With one client group there is nobody to compare with: then there is nothing to say.
    by.filter_map(|by| fairness_of(option.scenario, option.groups, by).ok()).collect()
}

fn trajectories_of(option: &Simulated, actuals: &[Actuals]) -> Vec<Trajectory> {
    // Figures of another time, or of a tier that is gone, cannot be held against this forecast.
    let held = |one: &Actuals| trajectory(option.outcomes, option.scenario.start_date, one).ok();
    actuals.iter().filter_map(held).collect()
}

/// Position of the option that a business case asks for among those with these ids: the second where it does not say, or
/// the only one.
///
/// # Errors
/// [`ReportError::NoPreferred`].
pub fn preferred_option<'i>(
    case: &BusinessCase,
    mut ids: impl ExactSizeIterator<Item = &'i str>,
) -> Result<usize, ReportError> {
    match &case.preferred_option {
        None => Ok(1.min(ids.len().saturating_sub(1))),
        Some(asked) => {
            let no_such = || ReportError::NoPreferred { asked: asked.clone() };
            ids.position(|id| id == asked).ok_or_else(no_such)
        }
    }
}

/// Why no report could be made.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum ReportError {
    /// The options cannot be held against each other.
    #[error(transparent)]
    Compare(#[from] CompareError),
    /// Their costs cannot be held against each other.
    #[error(transparent)]
    Money(#[from] MoneyError),
    /// Their client groups cannot be told apart.
    #[error(transparent)]
    Fairness(#[from] FairnessError),
    /// The option that the case asks for was not simulated.
    #[error("the business case asks for the option \"{asked}\", which is not among those simulated")]
    NoPreferred {
        /// Its id.
        asked: String,
    },
    /// A writer refused what it was given: a defect of this crate, never of the document.
    #[error("the {format} file could not be written: {reason}")]
    Format {
        /// The format.
        format: &'static str,
        /// What the writer said.
        reason: String,
    },
    /// What would be written could not be opened again.
    #[error("this {kind} would be larger than can be opened again: {instead}")]
    TooLarge {
        /// What it is: a bundle or a part.
        kind: &'static str,
        /// What to do instead.
        instead: &'static str,
    },
    /// The house template is not a Word document, or a damaged one.
    #[error("the template cannot be used: {reason}")]
    Template {
        /// What is wrong with it.
        reason: String,
    },
    /// More pages than a PDF of this crate may have.
    #[error("the report would have more than {limit} pages")]
    TooLong {
        /// The limit.
        limit: usize,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_asks_for_the_second_option_unless_it_says_which() {
        let of = |asked: Option<&str>, ids: &[&'static str]| {
            let preferred = asked.map(str::to_owned);
            let case = BusinessCase { preferred_option: preferred, ..BusinessCase::default() };
            preferred_option(&case, ids.iter().copied())
        };
        assert_eq!(of(None, &["as-is", "more", "fewer"]), Ok(1));
        assert_eq!(of(None, &["as-is"]), Ok(0));
        assert_eq!(of(Some("fewer"), &["as-is", "more", "fewer"]), Ok(2));
        assert_eq!(of(Some("gone"), &["as-is"]), Err(ReportError::NoPreferred { asked: "gone".to_owned() }));
    }
}
