//! Whether one mix meets every goal: a sequential test that stops as soon as it is sure enough.
//!
//! For a goal wanted with probability P the test tells p ≥ P + δ from p ≤ P - δ; between the two (the indifference
//! zone) either answer will do. Wald's likelihood ratio decides after each batch of futures. By Ville's inequality it
//! errs with at most the level it is given, however often one looks. Where p lies inside the zone the ratio may wander, so
//! the trial ends at the number of futures at which the plain share is sure enough by the Chernoff bound in Hoeffding's
//! form, exp(-n KL(P, P ± δ)). Half of the level goes to each of the two.
//!
//! # Source
//! A. Wald, *Sequential Analysis* (1947), chapter 5; J. Ville, *Étude critique de la notion de collectif* (1939);
//! W. Hoeffding, "Probability inequalities for sums of bounded random variables", Journal of the American Statistical
//! Association 58 (1963), theorem 1, equation 2.1.

use super::Goal;
use crate::statistics::Share;

/// Futures before the first look; chosen: enough to give up on a hopeless mix at once.
const FIRST_LOOK: u32 = 16;

/// What futures say of one mix.
#[derive(Debug, Clone, Default)]
pub(super) struct Tally {
    /// Futures in which each goal is met `[goals]`.
    pub(super) met: Vec<u32>,
    /// Whether all goals are met together, future by future.
    pub(super) all_met: Vec<bool>,
    /// The figure of the frontier, future by future.
    pub(super) waits: Vec<f64>,
}

impl Tally {
    /// An empty tally for so many goals.
    pub(super) fn new(goals: usize) -> Self {
        Self { met: vec![0; goals], ..Self::default() }
    }

    /// Counts futures: for each the figure of every goal and, last, that of the frontier.
    pub(super) fn add(&mut self, goals: &[Goal], futures: &[Vec<f64>]) {
        for future in futures {
            let mut all = true;
            for ((goal, value), met) in goals.iter().zip(future).zip(&mut self.met) {
                let is_met = goal.limit.met(*value);
                *met += u32::from(is_met);
                all &= is_met;
            }
            self.all_met.push(all);
            self.waits.extend(future.last());
        }
    }

    /// Futures counted.
    pub(super) fn futures(&self) -> u32 {
        self.all_met.len() as u32
    }

    /// The share of futures in which each goal is met.
    pub(super) fn shares(&self) -> Vec<Share> {
        self.met.iter().map(|met| Share::of(f64::from(*met), self.futures())).collect()
    }
}

/// What a trial has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Every goal is met.
    Meets,
    /// Some goal is not.
    Fails,
}

/// The rules of one trial.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trial {
    /// Chance of a wrong verdict outside the indifference zone `[1]`.
    pub(super) level: f64,
    /// Half-width δ of the indifference zone `[1]`.
    pub(super) indifference: f64,
}

impl Trial {
    /// The verdict after the futures counted so far; none while it takes more.
    pub(super) fn verdict(&self, goals: &[Goal], tally: &Tally) -> Option<Verdict> {
        let n = tally.futures();
        // A mix fails wrongly if any one goal does, and passes wrongly only if all do.
        let (to_meet, to_fail) =
            (libm::log(2.0 / self.level), libm::log(2.0 * goals.len() as f64 / self.level));
        let ratios: Vec<f64> =
            goals.iter().zip(&tally.met).map(|(goal, met)| self.log_ratio(goal, *met, n)).collect();
        if ratios.iter().all(|ratio| *ratio >= to_meet) {
            return Some(Verdict::Meets);
        }
        if ratios.iter().any(|ratio| *ratio <= -to_fail) {
            return Some(Verdict::Fails);
        }
        if n < self.most_futures(goals) {
            return None;
        }
        let shares = goals
            .iter()
            .zip(&tally.met)
            .map(|(goal, met)| f64::from(*met) / f64::from(n) >= goal.probability);
        Some(if shares.into_iter().all(|enough| enough) { Verdict::Meets } else { Verdict::Fails })
    }

    /// Futures to have before the next look.
    pub(super) fn next_look(&self, goals: &[Goal], futures: u32) -> u32 {
        (futures + (futures / 8).max(FIRST_LOOK)).min(self.most_futures(goals).max(FIRST_LOOK))
    }

    /// Log of the likelihood of p = P + δ over that of p = P - δ.
    fn log_ratio(&self, goal: &Goal, met: u32, of: u32) -> f64 {
        let zone = self.zone(goal);
        let (high, low) = (goal.probability + zone, goal.probability - zone);
        f64::from(met) * libm::log(high / low) + f64::from(of - met) * libm::log((1.0 - high) / (1.0 - low))
    }

    /// δ, but never so wide that the zone reaches never or always.
    fn zone(&self, goal: &Goal) -> f64 {
        self.indifference.min(goal.probability / 2.0).min((1.0 - goal.probability) / 2.0)
    }

    /// Futures at which the share alone decides.
    fn most_futures(&self, goals: &[Goal]) -> u32 {
        let information = goals.iter().map(|goal| {
            let (wanted, zone) = (goal.probability, self.zone(goal));
            divergence(wanted, wanted - zone).min(divergence(wanted, wanted + zone))
        });
        let least = information.fold(f64::INFINITY, f64::min);
        (libm::log(2.0 * goals.len() as f64 / self.level) / least).ceil() as u32
    }
}

/// How far a coin of probability q is from one of probability p: Kullback and Leibler's divergence KL(p, q).
fn divergence(p: f64, q: f64) -> f64 {
    p * libm::log(p / q) + (1.0 - p) * libm::log((1.0 - p) / (1.0 - q))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Figure;
    use crate::posts::Limit;

    fn goal(probability: f64) -> Goal {
        Goal { figure: Figure::StaffUse, limit: Limit::AtMost(0.5), probability }
    }

    /// Runs a trial on coins that meet the goal with a probability; the verdict and the futures it took.
    fn toss(trial: Trial, goals: &[Goal], p: f64, seed: u64) -> (Verdict, u32) {
        use rand::{RngExt, SeedableRng};
        let mut coins = rand::rngs::Xoshiro256PlusPlus::seed_from_u64(seed);
        let mut tally = Tally::new(goals.len());
        loop {
            let until = trial.next_look(goals, tally.futures());
            let futures: Vec<Vec<f64>> = (tally.futures()..until)
                .map(|_| {
                    (0..=goals.len()).map(|_| if coins.random::<f64>() < p { 0.0 } else { 1.0 }).collect()
                })
                .collect();
            tally.add(goals, &futures);
            if let Some(verdict) = trial.verdict(goals, &tally) {
                return (verdict, tally.futures());
            }
        }
    }

    #[test]
    fn verdicts_are_wrong_no_more_often_than_stated() {
        let trial = Trial { level: 0.05, indifference: 0.03 };
        let wrong =
            |p, right| (0..1_000).filter(|seed| toss(trial, &[goal(0.9)], p, *seed).0 != right).count();
        assert!(wrong(0.93, Verdict::Meets) <= 50);
        // The bound alone, for what the ratio has not decided by then: 0.9 ln(0.9 / 0.87) + 0.1 ln(0.1 / 0.13).
        assert!((divergence(0.9, 0.87) - 0.004_275).abs() < 1e-5);
        assert!(wrong(0.87, Verdict::Fails) <= 50);
        let two = [goal(0.9), goal(0.9)];
        assert!((0..1_000).filter(|seed| toss(trial, &two, 0.87, *seed).0 != Verdict::Fails).count() <= 50);
    }

    #[test]
    fn hopeless_mixes_are_given_up_at_once_and_close_ones_end() {
        let trial = Trial { level: 0.001, indifference: 0.03 };
        let goals = [goal(0.9)];
        assert_eq!(toss(trial, &goals, 0.0, 1), (Verdict::Fails, FIRST_LOOK));
        for seed in 0..20 {
            assert!(toss(trial, &goals, 0.9, seed).1 <= trial.most_futures(&goals));
        }
        // A goal of 99% has a zone that stays below always.
        assert!(trial.zone(&goal(0.99)) < 0.01);
    }
}
