//! How much of everything there is in each year of each simulated future: all that money needs to know of a run.
//!
//! A run has a figure for each step and week; its counts have one for each step and year, so that many runs fit into
//! memory and a price can be changed without simulating anything again.

use std::collections::{BTreeMap, BTreeSet};

use pathloom_service::{AtStep, Id, Occasion, OfGroup, Scenario, Step, Work};
use pathloom_simulation::outcomes::Catalogue;
use pathloom_simulation::{HorizonMeasure, Outcomes, Scope, WeeklyMeasure};

use super::tally::Tally;
use super::{Counted, MoneyError};

/// Weeks of a year of appraisal.
pub(super) const WEEKS_PER_YEAR: usize = 52;

/// The weeks that are appraised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    /// Weeks that are simulated first and not counted.
    pub(super) warm_up: usize,
    /// Weeks simulated, warm-up included.
    pub(super) total: usize,
    /// Years appraised, the last perhaps a part.
    pub(super) years: usize,
}

impl Frame {
    /// Every year that a run has, the last perhaps a part.
    pub(super) fn whole(catalogue: &Catalogue) -> Self {
        let (warm_up, total) = (catalogue.warm_up_weeks.min(catalogue.weeks), catalogue.weeks);
        Self { warm_up, total, years: (total - warm_up).div_ceil(WEEKS_PER_YEAR) }
    }

    /// Weeks of the run that are counted in horizon figures.
    pub(super) fn counted(&self) -> usize {
        self.total - self.warm_up
    }

    /// The weeks of a year, numbered from the start of the run.
    pub(super) fn weeks_of(&self, year: usize) -> std::ops::Range<usize> {
        let from = self.warm_up + year * WEEKS_PER_YEAR;
        from..(from + WEEKS_PER_YEAR).min(self.total)
    }

    /// Sums a series with an entry for each week of the run, year by year.
    pub(super) fn by_year(&self, weekly: &[f64]) -> Vec<f64> {
        let year = |year: usize| self.weeks_of(year).map(|week| weekly[week]).sum();
        (0..self.years).map(year).collect()
    }
}

/// Amounts `[futures x years]`.
pub(super) type ByYear = Vec<Vec<f64>>;

/// What money needs to know of a run, whatever the prices of the economics section are.
#[derive(Debug, Clone, PartialEq)]
pub struct MoneyCounts {
    pub(super) seed: u64,
    /// Numbers of the futures, in the order of all counts.
    pub(super) numbers: Vec<u32>,
    /// All years of the run.
    pub(super) frame: Frame,
    /// `[futures x years]`
    occasions: BTreeMap<Occasion, Vec<f64>>,
    /// Contacts by step `[futures x years]`.
    contacts: BTreeMap<Id, Vec<f64>>,
    /// Yearly cost as the engine has it, in each future [£ a year].
    cost_per_year: Vec<f64>,
}

impl MoneyCounts {
    /// Counts what there is in a run of a scenario. What its economics section says makes no
    /// difference; what roles, places and outcomes cost does, where posts stand empty.
    ///
    /// # Errors
    /// [`MoneyError::NotWhole`] when the run was cut down to a few figures.
    pub fn of(scenario: &Scenario, outcomes: &Outcomes) -> Result<Self, MoneyError> {
        if !is_whole(outcomes) {
            return Err(MoneyError::NotWhole { option: scenario.option_name.clone() });
        }
        let frame = Frame::whole(&outcomes.catalogue);
        let tally = Tally { scenario, outcomes, frame };
        let counted = |each: Occasion| Some((each.clone(), tally.occasions(&each)?.concat()));
        let contacts = |step: &Step| Some((step.id.clone(), tally.contacts(&step.id)?.concat()));
        Ok(Self {
            seed: outcomes.seed,
            numbers: outcomes.replications.iter().map(|one| one.index).collect(),
            frame,
            occasions: occasions_of(scenario).into_iter().filter_map(counted).collect(),
            contacts: scenario.design.steps.iter().filter_map(contacts).collect(),
            cost_per_year: outcomes.horizon(HorizonMeasure::CostPerYear, &Scope::Service).unwrap_or_default(),
        })
    }

    /// Memory they take `[bytes]`.
    pub fn bytes(&self) -> usize {
        let figures = self.occasions.values().chain(self.contacts.values()).map(Vec::capacity).sum::<usize>();
        (figures + self.cost_per_year.capacity()) * size_of::<f64>()
            + self.numbers.capacity() * size_of::<u32>()
    }
}

/// Whether people, steps and roles are all there, as a run leaves them.
fn is_whole(outcomes: &Outcomes) -> bool {
    let people = (WeeklyMeasure::Completed, Scope::Service);
    let waiting = (HorizonMeasure::MeanWaiting, Scope::Service);
    outcomes.catalogue.weekly.contains(&people) && outcomes.catalogue.horizon.contains(&waiting)
}

/// Everything that an effect can be counted for in a scenario.
fn occasions_of(scenario: &Scenario) -> Vec<Occasion> {
    let groups = scenario.groups.iter().map(|group| Some(group.id.clone()));
    let of_people = groups.chain([None]).flat_map(|group| {
        let of = OfGroup { group };
        [Occasion::Completed(of.clone()), Occasion::Seen(of.clone()), Occasion::WeekWaited(of)]
    });
    let of_steps = scenario.design.steps.iter().flat_map(|step| {
        let at = AtStep { step: step.id.clone() };
        match step.work {
            Work::Contacts(_) | Work::Group(_) => vec![Occasion::WeekQueued(at.clone()), Occasion::Visit(at)],
            Work::Places(_) => vec![
                Occasion::WeekQueued(at.clone()),
                Occasion::Visit(at.clone()),
                Occasion::DayInPlace(at.clone()),
                Occasion::DayDelayed(at),
            ],
            Work::Outcome(_) => vec![Occasion::Outcome(at)],
            _ => Vec::new(),
        }
    });
    of_people.chain(of_steps).collect()
}

/// The counts of an option in the futures and years that are appraised.
pub(super) struct Counts<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) frame: Frame,
    counted: &'a MoneyCounts,
    /// Positions of the futures.
    futures: Vec<usize>,
}

impl<'a> Counts<'a> {
    /// The counts in the futures of these numbers.
    pub(super) fn in_futures(option: Counted<'a>, numbers: &BTreeSet<u32>, frame: Frame) -> Self {
        let all = option.counts.numbers.iter().enumerate();
        let futures = all.filter(|(_, number)| numbers.contains(number)).map(|(at, _)| at).collect();
        Self { scenario: option.scenario, frame, counted: option.counts, futures }
    }

    /// How many futures there are.
    pub(super) fn futures(&self) -> usize {
        self.futures.len()
    }

    /// The numbers of the futures.
    pub(super) fn numbers(&self) -> Vec<u32> {
        self.futures.iter().map(|at| self.counted.numbers[*at]).collect()
    }

    /// Seed of the run.
    pub(super) fn seed(&self) -> u64 {
        self.counted.seed
    }

    /// The same amounts by year in every future.
    pub(super) fn in_all(&self, by_year: &[f64]) -> ByYear {
        vec![by_year.to_vec(); self.futures()]
    }

    /// How often an occasion comes; none when the option has no such step or group.
    pub(super) fn occasions(&self, each: &Occasion) -> Option<ByYear> {
        self.counted.occasions.get(each).map(|counted| self.appraised(counted))
    }

    /// Contacts at a step, missed ones included; none when it is no step with contacts of this option.
    pub(super) fn contacts(&self, step: &str) -> Option<ByYear> {
        self.counted.contacts.get(step).map(|counted| self.appraised(counted))
    }

    /// How often an occasion comes over all weeks of a future, later years than those appraised included.
    pub(super) fn total(&self, each: &Occasion, future: usize) -> f64 {
        let all = self.counted.occasions.get(each);
        all.map_or(0.0, |counted| self.years_of(counted, future).iter().sum())
    }

    /// Yearly cost as the engine has it, in each future [£ a year]; none when it was not measured.
    pub(super) fn cost_per_year(&self) -> Vec<f64> {
        let of = |at: &usize| self.counted.cost_per_year.get(*at).copied();
        self.futures.iter().filter_map(of).collect()
    }

    /// A step of the option.
    pub(super) fn step(&self, id: &str) -> Option<&'a Step> {
        self.scenario.design.steps.iter().find(|step| step.id == id)
    }

    fn appraised(&self, counted: &[f64]) -> ByYear {
        let years = self.frame.years;
        (0..self.futures()).map(|future| self.years_of(counted, future)[..years].to_vec()).collect()
    }

    /// All years of a future.
    fn years_of<'c>(&self, counted: &'c [f64], future: usize) -> &'c [f64] {
        let (at, years) = (self.futures[future], self.counted.frame.years);
        &counted[at * years..(at + 1) * years]
    }
}
