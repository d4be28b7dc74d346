//! What a run answers: weekly series and horizon figures, for every replication, and their bands.
//!
//! Outcomes are kept by replication and in full, as 32-bit figures for the weekly series ([`WeeklyRows`]), so that any percentile,
//! difference between options or probability can be worked out afterwards, and so that parts of a run can be joined
//! to exactly the figures of one run. Nothing here depends on the order in which replications finished.
//!
//! # Conventions
//! * *Waiting list*, *longest wait*, *92nd percentile*, *over n weeks* and the national bands are snapshots of the
//!   people still waiting (their clock runs) at the end of a week: all of them, those of a client group, or those at
//!   the steps of a tier, by weeks since referral whichever it is. Week 0 is the start.
//! * *Wait of those seen* is an experience: weeks from referral to the contact that stopped the clock, of people
//!   whose clock stopped between the end of the warm-up and the horizon. The two are never mixed.
//! * A snapshot's weeks waited are counted in whole days, as the national statistics do: 0-7 days is "0-1 weeks",
//!   8-14 "1-2", 365 days or more "over 52 weeks". The longest wait is exact.
//! * Percentiles of a snapshot interpolate evenly within a day; percentiles of experiences come from a histogram
//!   with 32 cells an octave, interpolated within the cell (error below 0.2% of the value for smooth waits).

mod band;
mod measure;
mod rows;

use std::sync::Arc;

use rayon::prelude::*;

pub use band::{Band, percentile};
pub use measure::{HorizonMeasure, NATIONAL_BANDS, Scope, WeeklyMeasure};
pub use rows::WeeklyRows;

use pathloom_service::{Target, TargetMeasure};

/// What the columns of a run hold, the same for every replication.
#[derive(Debug, Clone, PartialEq)]
pub struct Catalogue {
    /// Weekly columns, each `weeks + 1` long.
    pub weekly: Vec<(WeeklyMeasure, Scope)>,
    /// Horizon figures.
    pub horizon: Vec<(HorizonMeasure, Scope)>,
    /// Weeks simulated, warm-up included; series have one more entry, week 0.
    pub weeks: usize,
    /// Weeks of warm-up at the start, not counted in horizon figures.
    pub warm_up_weeks: usize,
}

/// One replication's answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Replication {
    /// Its number, which keys its random streams.
    pub index: u32,
    /// Weekly rows, week 0 first `[(weeks + 1) x columns]`.
    pub weekly: WeeklyRows,
    /// Horizon figures `[figures]`; NaN where there was nobody to measure.
    pub horizon: Vec<f64>,
}

/// All replications of one option.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcomes {
    /// Option id.
    pub option_id: String,
    /// Option label.
    pub option_name: String,
    /// Seed of the run.
    pub seed: u64,
    /// What the columns are.
    pub catalogue: Arc<Catalogue>,
    /// Replications in order of their number, gaps allowed.
    pub replications: Vec<Replication>,
}

/// Why parts of a run could not be joined.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// The parts are not of one run.
    #[error("the parts are of different runs: {0} differs")]
    Different(&'static str),
    /// The same replication is in both.
    #[error("replication {0} is in more than one part")]
    Overlap(u32),
}

impl Outcomes {
    /// Values of a weekly measure at one week `[replications]`; none when the run has no such column.
    pub fn weekly(&self, measure: WeeklyMeasure, scope: &Scope, week: usize) -> Option<Vec<f64>> {
        let column = self.catalogue.weekly.iter().position(|(m, s)| *m == measure && s == scope)?;
        (week <= self.catalogue.weeks)
            .then(|| self.replications.iter().map(|one| f64::from(one.weekly.value(week, column))).collect())
    }

    /// The band of a weekly measure at one week.
    pub fn weekly_band(&self, measure: WeeklyMeasure, scope: &Scope, week: usize) -> Option<Band> {
        self.weekly(measure, scope, week).map(Band::of)
    }

    /// The bands of a weekly measure for week 0 and every week after.
    pub fn trajectory(&self, measure: WeeklyMeasure, scope: &Scope) -> Option<Vec<Band>> {
        (0..=self.catalogue.weeks).map(|week| self.weekly_band(measure, scope, week)).collect()
    }

    /// The bands of every weekly column for week 0 and every week after `[columns x (weeks + 1)]`, columns in the
    /// order of the catalogue.
    ///
    /// The same figures as [`Self::trajectory`] of each column, in a fraction of the time: a week's rows are read as
    /// they lie in memory, and weeks are shared between the cores.
    pub fn trajectories(&self) -> Vec<Vec<Band>> {
        let columns = self.catalogue.weekly.len();
        let of_week = |week: usize| -> Vec<Band> {
            let mut values = vec![Vec::with_capacity(self.replications.len()); columns];
            for replication in &self.replications {
                for (column, values) in values.iter_mut().enumerate() {
                    values.push(f64::from(replication.weekly.value(week, column)));
                }
            }
            values.into_iter().map(Band::of).collect()
        };
        let weeks: Vec<Vec<Band>> = (0..=self.catalogue.weeks).into_par_iter().map(of_week).collect();
        (0..columns).map(|column| weeks.iter().map(|week| week[column]).collect()).collect()
    }

    /// Values of a horizon figure `[replications]`, NaN where there was nobody to measure.
    pub fn horizon(&self, measure: HorizonMeasure, scope: &Scope) -> Option<Vec<f64>> {
        let at = self.catalogue.horizon.iter().position(|(m, s)| *m == measure && s == scope)?;
        Some(self.replications.iter().map(|one| one.horizon[at]).collect())
    }

    /// The band of a horizon figure, over the replications in which it could be measured.
    pub fn horizon_band(&self, measure: HorizonMeasure, scope: &Scope) -> Option<Band> {
        self.horizon(measure, scope).map(Band::of)
    }

    /// Share of replications in which a target is met at a week `[1]`.
    pub fn probability_met(&self, target: &Target, week: usize) -> Option<f64> {
        let (measure, at_least) = match target.measure {
            TargetMeasure::WaitingList => (WeeklyMeasure::WaitingList, false),
            TargetMeasure::OpenReferrals => (WeeklyMeasure::OpenReferrals, false),
            TargetMeasure::LongestWait => (WeeklyMeasure::LongestWait, false),
            TargetMeasure::OverWeeks(over) => (WeeklyMeasure::over(over.weeks)?, false),
            TargetMeasure::Within18Weeks => (WeeklyMeasure::Within18Percent, true),
            TargetMeasure::Percentile92 => (WeeklyMeasure::Percentile92, false),
        };
        let values = self.weekly(measure, &Scope::Service, week)?;
        let line = target.threshold.likely;
        let met =
            values.iter().filter(|value| if at_least { **value >= line } else { **value <= line }).count();
        Some(met as f64 / values.len().max(1) as f64)
    }

    /// First week from which a target is met with its probability in every week to the end, if there is one.
    pub fn first_week_met(&self, target: &Target) -> Option<usize> {
        let wanted = target.probability_percent.likely / 100.0;
        let mut first = None;
        for week in (0..=self.catalogue.weeks).rev() {
            if self.probability_met(target, week)? < wanted {
                break;
            }
            first = Some(week);
        }
        first
    }

    /// Joins another part of the same run.
    ///
    /// # Errors
    /// [`MergeError`] when the parts differ in more than their replications, or share one.
    pub fn merge(&mut self, other: Outcomes) -> Result<(), MergeError> {
        if self.option_id != other.option_id {
            return Err(MergeError::Different("the option"));
        }
        if self.seed != other.seed {
            return Err(MergeError::Different("the seed"));
        }
        if self.catalogue != other.catalogue {
            return Err(MergeError::Different("what was measured"));
        }
        self.replications.extend(other.replications);
        self.replications.sort_by_key(|one| one.index);
        match self.replications.windows(2).find(|pair| pair[0].index == pair[1].index) {
            Some(pair) => Err(MergeError::Overlap(pair[0].index)),
            None => Ok(()),
        }
    }
}
