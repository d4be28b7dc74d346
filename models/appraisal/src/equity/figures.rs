//! What fairness needs to know of a run: six figures of each client group in each future.

use std::collections::BTreeMap;

use pathloom_service::{Id, Scenario};
use pathloom_simulation::{HorizonMeasure, Outcomes, Scope, WeeklyMeasure};

use super::FairnessError;

/// A few figures of each client group in each future of a run, whatever the labels are.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupFigures {
    /// Week at whose end people still waiting were counted.
    week: u32,
    futures: usize,
    /// Empty where everybody is in one group: then there is nobody to compare with.
    groups: BTreeMap<Id, OfGroup>,
}

/// One client group, future by future. Counts of people are whole, so 32 bits hold them as they are.
#[derive(Debug, Clone, PartialEq)]
struct OfGroup {
    /// NaN where nobody was seen `[weeks]`.
    mean_wait: Vec<f64>,
    seen: Vec<f32>,
    referred: Vec<f32>,
    removed: Vec<f32>,
    waiting: Vec<f32>,
    /// `[weeks]`
    longest_wait: Vec<f32>,
}

impl GroupFigures {
    /// Takes the figures from a run; people still waiting are those at the end of `week`.
    ///
    /// # Errors
    /// [`FairnessError::PastTheEnd`] and [`FairnessError::NotWhole`].
    pub fn of(scenario: &Scenario, outcomes: &Outcomes, week: u32) -> Result<Self, FairnessError> {
        let weeks = outcomes.catalogue.weeks;
        if week as usize > weeks {
            return Err(FairnessError::PastTheEnd { week, weeks });
        }
        let futures = outcomes.replications.len();
        let of = |id: &Id| OfGroup::of(id, outcomes, week as usize).map(|figures| (id.clone(), figures));
        let several = if scenario.groups.len() > 1 { &scenario.groups[..] } else { &[] };
        let groups = several.iter().map(|group| of(&group.id)).collect::<Option<BTreeMap<_, _>>>();
        Ok(Self { week, futures, groups: groups.ok_or(FairnessError::NotWhole)? })
    }

    /// Week at whose end people still waiting were counted.
    pub fn week(&self) -> u32 {
        self.week
    }

    /// Memory they take `[bytes]`.
    pub fn bytes(&self) -> usize {
        let each = size_of::<f64>() + 5 * size_of::<f32>();
        self.groups.len() * self.futures * each
    }

    /// Mean wait of all those seen of several client groups, in every future `[weeks]`; NaN where nobody was.
    pub(super) fn mean_waits(&self, ids: &[Id]) -> Vec<f64> {
        let mut waits = vec![(0.0, 0.0); self.futures];
        for group in self.some(ids) {
            for ((total, people), (mean, seen)) in
                waits.iter_mut().zip(group.mean_wait.iter().zip(&group.seen))
            {
                if *seen > 0.0 && mean.is_finite() {
                    *total += mean * f64::from(*seen);
                    *people += f64::from(*seen);
                }
            }
        }
        waits.into_iter().map(|(total, people)| total / people).collect()
    }

    /// Longest wait of those still waiting, in every future `[weeks]`.
    pub(super) fn longest_waits(&self, ids: &[Id]) -> Vec<f64> {
        self.folded(ids, |group| &group.longest_wait, f64::max)
    }

    /// People still waiting, in every future.
    pub(super) fn waiting(&self, ids: &[Id]) -> Vec<f64> {
        self.sum(ids, |group| &group.waiting)
    }

    /// People removed for each 100 referred, in every future; NaN where nobody was referred.
    pub(super) fn removed_percent(&self, ids: &[Id]) -> Vec<f64> {
        let (removed, referred) = (self.sum(ids, |one| &one.removed), self.sum(ids, |one| &one.referred));
        removed.iter().zip(&referred).map(|(removed, referred)| 100.0 * removed / referred).collect()
    }

    fn some<'a>(&'a self, ids: &'a [Id]) -> impl Iterator<Item = &'a OfGroup> {
        ids.iter().filter_map(|id| self.groups.get(id))
    }

    fn sum(&self, ids: &[Id], figure: fn(&OfGroup) -> &Vec<f32>) -> Vec<f64> {
        self.folded(ids, figure, |sum, value| sum + value)
    }

    fn folded(&self, ids: &[Id], figure: fn(&OfGroup) -> &Vec<f32>, fold: fn(f64, f64) -> f64) -> Vec<f64> {
        let mut all = vec![0.0; self.futures];
        for group in self.some(ids) {
            all.iter_mut().zip(figure(group)).for_each(|(all, value)| *all = fold(*all, f64::from(*value)));
        }
        all
    }
}

impl OfGroup {
    /// None when the run has no figures of the group.
    fn of(id: &Id, outcomes: &Outcomes, week: usize) -> Option<Self> {
        let scope = Scope::Group(id.clone());
        let narrow = |values: Vec<f64>| values.into_iter().map(|value| value as f32).collect();
        let weekly = |measure| outcomes.weekly(measure, &scope, week).map(narrow);
        let people = |measure| outcomes.horizon(measure, &scope).map(narrow);
        Some(Self {
            mean_wait: outcomes.horizon(HorizonMeasure::WaitMean, &scope)?,
            seen: people(HorizonMeasure::Seen)?,
            referred: people(HorizonMeasure::Referrals)?,
            removed: people(HorizonMeasure::Removed)?,
            waiting: weekly(WeeklyMeasure::WaitingList)?,
            longest_wait: weekly(WeeklyMeasure::LongestWait)?,
        })
    }
}
