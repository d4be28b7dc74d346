//! Taking out of a run how much of everything there is in each year of each simulated future.
//!
//! Weekly columns are snapshots or flows; what is known exactly over the horizon is laid over the weeks in their
//! proportion, so that the years add up to the exact figure.

use pathloom_service::{Occasion, OutcomeKind, Scenario, Step, Work};
use pathloom_simulation::outcomes::WeeklyRows;
use pathloom_simulation::{HorizonMeasure as H, Outcomes, Scope, WeeklyMeasure as W};

use super::counts::{ByYear, Frame};

/// One option's run, to be counted.
pub(super) struct Tally<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) outcomes: &'a Outcomes,
    /// All years there are.
    pub(super) frame: Frame,
}

impl Tally<'_> {
    /// How many futures there are.
    fn futures(&self) -> usize {
        self.outcomes.replications.len()
    }

    /// How often an occasion comes; none when the option has no such step or group.
    pub(super) fn occasions(&self, each: &Occasion) -> Option<ByYear> {
        let step = |id: &str| Scope::Step(id.to_owned());
        match each {
            Occasion::Completed(of) => self.flow(W::Completed, &self.people(of.group.as_deref())?),
            Occasion::Seen(of) => self.flow(W::Seen, &self.people(of.group.as_deref())?),
            Occasion::WeekWaited(of) => {
                self.stock(&[(W::WaitingList, H::MeanWaiting)], &self.people(of.group.as_deref())?)
            }
            Occasion::WeekQueued(at) => self.stock(&[(W::WaitingList, H::MeanWaiting)], &step(&at.step)),
            Occasion::Visit(at) => {
                let visits = self.visits(&at.step)?;
                Some(visits.iter().map(|weekly| self.frame.by_year(weekly)).collect())
            }
            Occasion::Outcome(at) => self.outcome(&at.step),
            Occasion::DayInPlace(at) => self.place_days(&at.step),
            Occasion::DayDelayed(at) => {
                Some(times(7.0, self.stock(&[(W::Delayed, H::MeanDelayed)], &step(&at.step))?))
            }
        }
    }

    /// Days that places of a step are occupied, kept ones included.
    fn place_days(&self, step: &str) -> Option<ByYear> {
        let both = [(W::UnderWay, H::MeanUnderWay), (W::Delayed, H::MeanDelayed)];
        Some(times(7.0, self.stock(&both, &Scope::Step(step.to_owned()))?))
    }

    /// People who reach an outcome.
    fn outcome(&self, id: &str) -> Option<ByYear> {
        let step = self.step(id)?;
        let Work::Outcome(outcome) = &step.work else { return None };
        let weekly = match outcome.counts_as {
            OutcomeKind::Completed => W::Completed,
            OutcomeKind::Signposted => W::Signposted,
            OutcomeKind::Removed => W::Removed,
            OutcomeKind::EscalatedOut => W::EscalatedOut,
            OutcomeKind::Readmitted => W::Readmitted,
        };
        let totals = self.outcomes.horizon(H::Completed, &Scope::Step(id.to_owned()))?;
        Some(self.laid_over(&totals, self.weekly(weekly, &Scope::Service).as_deref()))
    }

    /// People who start at a step, in each week of the run `[futures x weeks]`.
    pub(super) fn visits(&self, step: &str) -> Option<Vec<Vec<f64>>> {
        self.step_flow(W::Seen, H::Seen, step)
    }

    /// Something counted at a step, in each week; evenly where designs are so large that no weeks are kept.
    pub(super) fn step_flow(&self, weekly: W, horizon: H, step: &str) -> Option<Vec<Vec<f64>>> {
        let scope = Scope::Step(step.to_owned());
        self.weekly(weekly, &scope).or_else(|| {
            let evenly = |total: f64| vec![total / self.frame.counted() as f64; self.frame.total];
            Some(self.outcomes.horizon(horizon, &scope)?.into_iter().map(evenly).collect())
        })
    }

    /// A step of the option.
    pub(super) fn step(&self, id: &str) -> Option<&Step> {
        self.scenario.design.steps.iter().find(|step| step.id == id)
    }

    /// Whose figures those of a client group, or of everybody, are; none when there is no such group.
    fn people(&self, group: Option<&str>) -> Option<Scope> {
        let Some(id) = group else { return Some(Scope::Service) };
        self.scenario.groups.iter().any(|group| group.id == id).then(|| match self.scenario.groups.len() {
            // Where there is one group, its figures are the service's.
            1 => Scope::Service,
            _ => Scope::Group(id.to_owned()),
        })
    }

    fn flow(&self, measure: W, scope: &Scope) -> Option<ByYear> {
        Some(self.weekly(measure, scope)?.iter().map(|weekly| self.frame.by_year(weekly)).collect())
    }

    /// People times weeks: exact over the horizon, laid over the weeks by what the snapshots at their ends show.
    fn stock(&self, measures: &[(W, H)], scope: &Scope) -> Option<ByYear> {
        let (mut totals, mut weekly) = (vec![0.0; self.futures()], None::<Vec<Vec<f64>>>);
        for (snapshot, mean) in measures {
            let means = self.outcomes.horizon(*mean, scope)?;
            let weeks = self.frame.counted() as f64;
            totals.iter_mut().zip(means).for_each(|(total, mean)| *total += mean * weeks);
            let Some(more) = self.between_snapshots(*snapshot, scope) else { continue };
            weekly = Some(match weekly {
                None => more,
                Some(so_far) => so_far.iter().zip(&more).map(|(a, b)| add(a, b)).collect(),
            });
        }
        Some(self.laid_over(&totals, weekly.as_deref()))
    }

    /// The mean of the snapshots at both ends of each week.
    fn between_snapshots(&self, measure: W, scope: &Scope) -> Option<Vec<Vec<f64>>> {
        let column = self.column(measure, scope)?;
        let at = |weekly: &WeeklyRows, week: usize| f64::from(weekly.value(week, column));
        let weeks = 1..=self.frame.total;
        let mean = |weekly: &WeeklyRows, week: usize| (at(weekly, week - 1) + at(weekly, week)) / 2.0;
        let of = |weekly: &WeeklyRows| weeks.clone().map(|week| mean(weekly, week)).collect();
        Some(self.outcomes.replications.iter().map(|one| of(&one.weekly)).collect())
    }

    /// A weekly column in each week of the run.
    fn weekly(&self, measure: W, scope: &Scope) -> Option<Vec<Vec<f64>>> {
        let column = self.column(measure, scope)?;
        let weeks = 1..=self.frame.total;
        let of =
            |weekly: &WeeklyRows| weeks.clone().map(|week| f64::from(weekly.value(week, column))).collect();
        Some(self.outcomes.replications.iter().map(|one| of(&one.weekly)).collect())
    }

    fn column(&self, measure: W, scope: &Scope) -> Option<usize> {
        self.outcomes.catalogue.weekly.iter().position(|(one, of)| *one == measure && of == scope)
    }

    /// Totals over the counted weeks, laid over the weeks in the proportions of a series; evenly without one.
    fn laid_over(&self, totals: &[f64], weekly: Option<&[Vec<f64>]>) -> ByYear {
        let frame = self.frame;
        let of = |(future, total): (usize, &f64)| {
            let shape = weekly.and_then(|weekly| weekly.get(future));
            let sum = shape.map_or(0.0, |shape| shape[frame.warm_up..].iter().sum::<f64>());
            match shape {
                Some(shape) if sum > 0.0 => {
                    let laid: Vec<f64> = shape.iter().map(|part| total * part / sum).collect();
                    frame.by_year(&laid)
                }
                _ => frame.by_year(&vec![total / frame.counted() as f64; frame.total]),
            }
        };
        totals.iter().enumerate().map(of).collect()
    }

    /// Sums weekly series by year.
    pub(super) fn by_year(&self, weekly: &[Vec<f64>]) -> ByYear {
        weekly.iter().map(|one| self.frame.by_year(one)).collect()
    }
}

fn add(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a + b).collect()
}

fn times(factor: f64, by_year: ByYear) -> ByYear {
    by_year.into_iter().map(|years| years.into_iter().map(|one| one * factor).collect()).collect()
}
