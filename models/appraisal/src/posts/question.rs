//! What is asked: goals, limits, and how sure the answer must be.

use pathloom_service::{Estimate, Posts, Scenario, Target};
use pathloom_simulation::RunError;
use serde::Serialize;

use crate::figure::{Better, Figure};

/// A line that a figure should keep to.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", content = "line", rename_all = "camelCase")]
pub enum Limit {
    /// Less than this.
    Below(f64),
    /// This or less.
    AtMost(f64),
    /// This or more.
    AtLeast(f64),
    /// More than this.
    Above(f64),
}

impl Limit {
    /// Whether a value keeps to it; a value that could not be measured does not.
    pub fn met(self, value: f64) -> bool {
        match self {
            Limit::Below(line) => value < line,
            Limit::AtMost(line) => value <= line,
            Limit::AtLeast(line) => value >= line,
            Limit::Above(line) => value > line,
        }
    }

    /// 1 where more is better, -1 where less is.
    pub(super) fn sign(self) -> f64 {
        match self {
            Limit::Below(_) | Limit::AtMost(_) => -1.0,
            Limit::AtLeast(_) | Limit::Above(_) => 1.0,
        }
    }

    /// The line.
    pub(super) fn line(self) -> f64 {
        let (Limit::Below(line) | Limit::AtMost(line) | Limit::AtLeast(line) | Limit::Above(line)) = self;
        line
    }

    /// In words: "under 47".
    pub(super) fn words(self) -> &'static str {
        match self {
            Limit::Below(_) => "under",
            Limit::AtMost(_) => "at most",
            Limit::AtLeast(_) => "at least",
            Limit::Above(_) => "over",
        }
    }
}

/// What must hold, and how likely.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Goal {
    /// The figure.
    pub figure: Figure,
    /// Its line.
    pub limit: Limit,
    /// Share of futures in which it must hold, between 0 and 1, ends excluded.
    pub probability: f64,
}

impl Goal {
    /// The goal of a target of the document; none when people over so many weeks are not counted.
    pub fn of_target(target: &Target) -> Option<Self> {
        let figure = Figure::of_target(target, target.by_week)?;
        let line = target.threshold.likely;
        let limit =
            if figure.better() == Better::Higher { Limit::AtLeast(line) } else { Limit::AtMost(line) };
        Some(Self { figure, limit, probability: target.probability_percent.likely / 100.0 })
    }
}

/// A figure that may vary between limits.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Vary {
    /// Its place in the scenario: `mix/posts/ot-band-6/wte`, `design/steps/workshop/work/schedule/everyWeeks`.
    pub place: String,
    /// Lowest value.
    pub low: f64,
    /// Highest value.
    pub high: f64,
    /// From one value to the next.
    pub step: f64,
}

impl Vary {
    /// The values, lowest first.
    pub(super) fn values(&self) -> Vec<f64> {
        let steps = ((self.high - self.low) / self.step + 1e-9).floor() as usize;
        // 0.1 + 0.2 must read 0.3.
        (0..=steps).map(|at| ((self.low + at as f64 * self.step) * 1e9).round() / 1e9).collect()
    }

    /// The role, where it is the WTE of a role's posts.
    pub(super) fn role(&self) -> Option<&str> {
        self.place.strip_prefix("mix/posts/")?.strip_suffix("/wte")
    }
}

/// The whole question.
#[derive(Debug, Clone, PartialEq)]
pub struct PostsQuestion {
    /// What must hold, all of it.
    pub goals: Vec<Goal>,
    /// What may vary.
    pub vary: Vec<Vary>,
    /// Chance that the answer is right, as the module says `[1]`.
    pub confidence: f64,
    /// Half-width δ of the indifference zone `[1]`: how far from the wanted probability a difference matters.
    pub indifference: f64,
}

impl PostsQuestion {
    /// A question at 95% confidence and an indifference of 3 points of probability; chosen: panels ask for 90%, and 87%
    /// is read as the same.
    pub fn new(goals: Vec<Goal>, vary: Vec<Vary>) -> Self {
        Self { goals, vary, confidence: 0.95, indifference: 0.03 }
    }

    /// Refuses what makes no sense.
    pub(super) fn check(&self) -> Result<(), PostsError> {
        const MOST_VALUES: f64 = 1e6;
        if self.goals.is_empty() || self.vary.is_empty() {
            return Err(PostsError::Nothing);
        }
        let between = |value: f64| value > 0.0 && value < 1.0;
        for goal in &self.goals {
            if !between(goal.probability) || !goal.limit.line().is_finite() {
                return Err(PostsError::ImpossibleGoal { figure: goal.figure.to_string() });
            }
        }
        if !between(self.confidence) || !between(self.indifference) {
            return Err(PostsError::NotSure);
        }
        for (at, vary) in self.vary.iter().enumerate() {
            let Vary { low, high, step, .. } = vary;
            let sound = low.is_finite() && high.is_finite() && *low >= 0.0 && low <= high && *step > 0.0;
            if !sound || (high - low) / step > MOST_VALUES {
                return Err(PostsError::NoLimits { place: vary.place.clone() });
            }
            if self.vary[..at].iter().any(|other| other.place == vary.place) {
                return Err(PostsError::Twice { place: vary.place.clone() });
            }
        }
        Ok(())
    }

    /// The scenario, with posts for every role that may vary although the mix has none of it.
    pub(super) fn with_posts(&self, scenario: &Scenario) -> Scenario {
        let mut scenario = scenario.clone();
        for role in self.vary.iter().filter_map(Vary::role) {
            let known = scenario.roles.iter().any(|one| one.id == role);
            if known && !scenario.mix.posts.iter().any(|posts| posts.role == role) {
                let none = Posts { role: role.to_owned(), wte: Estimate::exactly(0.0), changes: Vec::new() };
                scenario.mix.posts.push(none);
            }
        }
        scenario
    }
}

/// Why the question could not be answered.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PostsError {
    /// No goal, or nothing that may vary.
    #[error("name at least one target and one thing that may vary")]
    Nothing,
    /// A goal that is certain, never or no number.
    #[error("the target for {figure} needs a line and a probability above 0% and below 100%")]
    ImpossibleGoal {
        /// The figure.
        figure: String,
    },
    /// A confidence or indifference that is no share.
    #[error("the confidence and the indifference must be above 0% and below 100%")]
    NotSure,
    /// Limits that hold no value.
    #[error("{place}: give a lowest value of 0 or more, a highest that is not below it, and a step above 0")]
    NoLimits {
        /// The place.
        place: String,
    },
    /// The same figure twice.
    #[error("{place} may vary only once")]
    Twice {
        /// The place.
        place: String,
    },
    /// A place that the option has not.
    #[error("the option has no figure at {place}")]
    NoSuchPlace {
        /// The place.
        place: String,
    },
    /// A figure that the run does not hold.
    #[error("{figure} is not measured: is the week past the end?")]
    NotMeasured {
        /// The figure.
        figure: String,
    },
    /// The engine refused.
    #[error("with {mix} the option cannot be simulated: {source}")]
    CannotSimulate {
        /// The mix, as place = value.
        mix: String,
        /// Why.
        source: RunError,
    },
}
