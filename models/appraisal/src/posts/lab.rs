//! Mixes simulated: the engine as a source of futures, and a first look at which way each figure helps.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use pathloom_service::{Change, Estimate, Scenario};
use pathloom_simulation::{Outcomes, RunSettings, run};

use super::search::{Futures, Halt, Note};
use super::shares;
use super::space::{Axis, Space};
use super::{PostsError, PostsQuestion, Trying, Vary, cost, frontier_figure};
use crate::compare::{place_words, value_words};
use crate::figure::Figure;
use crate::statistics::Mean;
use crate::words::pounds;

/// Futures of each end with which the direction of a figure is looked at; chosen.
const PROBES: u32 = 16;

/// Confidence with which a direction counts as clear; chosen so that chance alone rarely turns one round.
const CLEAR: f64 = 0.999;

/// Which way a figure helps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Direction {
    More,
    Less,
    Unclear,
}

/// The option, ready to be simulated with any mix.
pub(super) struct Lab<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) question: &'a PostsQuestion,
    settings: &'a RunSettings,
    cancel: &'a AtomicBool,
    figures: Vec<Figure>,
    tell: &'a mut (dyn FnMut(&Trying) + Send),
    trying: Trying,
    /// Futures simulated so far.
    pub(super) spent: u64,
}

impl<'a> Lab<'a> {
    /// # Errors
    /// [`PostsError::NoSuchPlace`].
    pub(super) fn new(
        scenario: &'a Scenario,
        question: &'a PostsQuestion,
        settings: &'a RunSettings,
        cancel: &'a AtomicBool,
        tell: &'a mut (dyn FnMut(&Trying) + Send),
    ) -> Result<Self, PostsError> {
        let places = scenario.places();
        if let Some(vary) = question.vary.iter().find(|vary| !places.contains(&vary.place)) {
            return Err(PostsError::NoSuchPlace { place: vary.place.clone() });
        }
        let goals = question.goals.iter().map(|goal| goal.figure);
        let figures = goals.chain([frontier_figure(question, scenario)]).collect();
        let trying = Trying::default();
        Ok(Self { scenario, question, settings, cancel, figures, tell, trying, spent: 0 })
    }

    /// The mixes, with what is known of which way each figure helps.
    pub(super) fn space(&mut self, remarks: &mut Vec<String>) -> Result<Space, Halt> {
        let nothing: Vec<(String, f64)> =
            self.question.vary.iter().map(|vary| (vary.place.clone(), 0.0)).collect();
        let fixed_cost = cost::yearly_cost(&self.with(&nothing));
        let mut axes = Vec::new();
        for at in 0..self.question.vary.len() {
            let vary = &self.question.vary[at];
            let direction = self.direction(at, remarks)?;
            let mut values = vary.values();
            if direction == Direction::Less {
                values.reverse();
            }
            // Not so many times the price of one: a dated change may take away more posts than there are.
            let cost = |value: &f64| {
                let mut alone = nothing.clone();
                alone[at].1 = *value;
                cost::yearly_cost(&self.with(&alone)) - fixed_cost
            };
            let costs = values.iter().map(cost).collect();
            axes.push(Axis { values, costs, ordered: direction != Direction::Unclear });
        }
        Ok(Space { axes, fixed_cost })
    }

    /// Which way a figure helps, the others in the middle of their limits.
    fn direction(&mut self, at: usize, remarks: &mut Vec<String>) -> Result<Direction, Halt> {
        let question = self.question;
        let middle = |vary: &Vary| {
            let values = vary.values();
            values[values.len() / 2]
        };
        let mut ends = Vec::new();
        for end in [question.vary[at].low, question.vary[at].values().last().copied().unwrap_or_default()] {
            let mut values: Vec<f64> = question.vary.iter().map(middle).collect();
            values[at] = end;
            ends.push(self.draw(&values, 0..PROBES)?);
            if ends.iter().any(|futures| futures.len() < PROBES as usize) {
                return Err(Halt::Stopped);
            }
        }
        let (mut helps, mut hurts) = (false, false);
        for (goal_at, goal) in question.goals.iter().enumerate() {
            let gains = ends[1]
                .iter()
                .zip(&ends[0])
                .map(|(high, low)| goal.limit.sign() * (high[goal_at] - low[goal_at]));
            let gain = Mean::of(gains).interval(CLEAR);
            helps |= gain.low > 0.0;
            hurts |= gain.high < 0.0;
        }
        let vary = &question.vary[at];
        let name = place_words(self.scenario, &vary.place);
        Ok(match (helps, hurts) {
            (true, false) => Direction::More,
            (false, true) => Direction::Less,
            (true, true) => {
                remarks.push(format!(
                    "{name}: more of it helps one target and harms another, so every value was tried"
                ));
                Direction::Unclear
            }
            // Where nothing shows, staff and places are taken to do no harm; other figures may do anything.
            (false, false) if cost::of_one(self.scenario, &vary.place) > 0.0 || vary.role().is_some() => {
                Direction::More
            }
            (false, false) => {
                remarks.push(format!(
                    "{name}: no effect showed from one limit to the other, so every value was tried"
                ));
                Direction::Unclear
            }
        })
    }

    /// The option with some figures changed.
    pub(super) fn with(&self, changes: &[(String, f64)]) -> Scenario {
        let mut scenario = self.scenario.clone();
        let settled = shares::settled(self.scenario, changes);
        let changes: Vec<Change> = changes
            .iter()
            .chain(&settled)
            .map(|(place, value)| Change { figure: place.clone(), to: Estimate::exactly(*value) })
            .collect();
        // The places were checked when the laboratory was set up.
        scenario.apply(&changes);
        scenario
    }

    /// A mix as changes.
    pub(super) fn changes(&self, values: &[f64]) -> Vec<(String, f64)> {
        self.question.vary.iter().map(|vary| vary.place.clone()).zip(values.iter().copied()).collect()
    }

    /// Futures of the option with some figures changed.
    pub(super) fn simulate(
        &mut self,
        changes: &[(String, f64)],
        numbers: Range<u32>,
    ) -> Result<Vec<Vec<f64>>, PostsError> {
        if self.cancel.load(Ordering::Relaxed) {
            return Ok(Vec::new());
        }
        let settings = RunSettings { replications: numbers, ..self.settings.clone() };
        let scenario = self.with(changes);
        let named = changes.iter().map(|(place, value)| value_words(self.scenario, place, *value));
        self.trying.mix = named.collect::<Vec<_>>().join("; ");
        let (spent, trying, tell) = (self.spent, &mut self.trying, &mut *self.tell);
        trying.replications = spent;
        tell(trying);
        let mut progress = |so_far: &Outcomes| {
            trying.replications = spent + so_far.replications.len() as u64;
            tell(trying);
        };
        let outcomes = run(&scenario, &settings, self.cancel, &mut progress).map_err(|source| {
            let mix: Vec<String> =
                changes.iter().map(|(place, value)| format!("{place} = {value}")).collect();
            PostsError::CannotSimulate { mix: mix.join(", "), source }
        })?;
        self.spent += outcomes.replications.len() as u64;
        let mut futures = vec![Vec::with_capacity(self.figures.len()); outcomes.replications.len()];
        for figure in &self.figures {
            let values = figure
                .values(&outcomes)
                .ok_or_else(|| PostsError::NotMeasured { figure: figure.to_string() })?;
            for (future, value) in futures.iter_mut().zip(values) {
                future.push(value);
            }
        }
        Ok(futures)
    }
}

impl Futures for Lab<'_> {
    fn draw(&mut self, values: &[f64], numbers: Range<u32>) -> Result<Vec<Vec<f64>>, PostsError> {
        let changes = self.changes(values);
        self.simulate(&changes, numbers)
    }

    fn note(&mut self, note: Note) {
        match note {
            Note::Stage(stage) => self.trying.stage = stage,
            Note::Best { values, cost } => {
                let varied = self.question.vary.iter().zip(values);
                let named = varied.map(|(vary, value)| value_words(self.scenario, &vary.place, *value));
                let mix = named.collect::<Vec<_>>().join("; ");
                self.trying.best = Some(format!("{mix}, at {} a year", pounds(cost)));
            }
        }
    }
}
