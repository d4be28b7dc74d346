//! How many posts? The cheapest mix of posts, places, group frequencies or shares that meets every goal.
//!
//! # What is promised
//! With a chance of at least [`PostsQuestion::confidence`]: the mix that is returned meets every goal with at least its
//! probability less δ, and no cheaper mix within the limits meets all goals with their probability plus δ. Where no mix
//! lies inside that indifference zone the answer is therefore the cheapest one. The chance is over the random numbers:
//! the pathway and its figures are taken as given.
//!
//! # How
//! Every mix is tried on the same futures (common random numbers) with a sequential test (`posts/trial.rs`: Wald's
//! likelihood ratio with an indifference zone), so that hopeless mixes take a few futures and only close ones take many.
//! More of what helps is taken never to hurt, so one verdict settles many mixes, and boxes of mixes are halved in the order
//! of their cost (`posts/search.rs`: branch and bound). Whether more helps is looked at first, figure by figure; a figure
//! without a clear direction is tried value by value. Of mixes that cost the same, the one nearest to the least helpful
//! values is taken: no more groups are asked for than it takes. If verdicts contradict each other, or more than the answer does
//! worse in the same futures, every mix is tried in the order of cost instead.
//!
//! The probability that is reported comes from futures that had no part in the search, so it is not flattered by having
//! been chosen. For the literature on choosing among simulated systems, and on near ties, see S.-H. Kim and B. L. Nelson,
//! "Selecting the best system", Handbooks in Operations Research and Management Science 13 (2006), chapter 17.

mod bottleneck;
mod choices;
mod cost;
mod lab;
mod question;
mod report;
mod search;
mod shares;
mod space;
mod trial;

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use pathloom_service::Scenario;
use pathloom_simulation::RunSettings;
use serde::Serialize;

pub use choices::{Choice, ChoiceKind, choices};
pub use cost::yearly_cost;
pub use question::{Goal, Limit, PostsError, PostsQuestion, Vary};

use crate::figure::Figure;
use crate::statistics::{Interval, Share};
use lab::Lab;
use search::{Futures as _, Halt, Note, Search};

/// What became of the question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct PostsAnswer {
    /// Found, impossible or stopped.
    pub outcome: PostsOutcome,
    /// The answer in a sentence.
    pub words: String,
    /// What is promised of it, in a sentence.
    pub guarantee: String,
    /// Mixes that cost about as much, with the share of futures in which they meet all goals.
    pub near_ties: Vec<Mix>,
    /// What shorter waits cost: mixes of which none is both cheaper and better, the cheapest first.
    pub frontier: Vec<FrontierMix>,
    /// The figure of the frontier, in words.
    pub frontier_figure: String,
    /// Its unit.
    pub frontier_unit: String,
    /// Remarks on how the search went: figures without a direction, a search that had to try every mix.
    pub remarks: Vec<String>,
    /// What it took.
    pub effort: Effort,
}

/// Found, impossible or stopped.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum PostsOutcome {
    /// The cheapest mix.
    Found {
        /// It.
        mix: Mix,
        /// Probability that each goal is met, from futures that had no part in the search.
        goals: Vec<Share>,
    },
    /// No mix within the limits does it.
    Impossible {
        /// The mix that helps most.
        most: Mix,
        /// What stands in the way, in a sentence.
        bottleneck: String,
    },
    /// Somebody stopped it.
    Stopped {
        /// The cheapest mix found to meet the goals by then; there may be a cheaper one.
        best: Option<Mix>,
    },
}

/// A mix.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Mix {
    /// The figures that vary, in the order asked.
    pub figures: Vec<MixFigure>,
    /// What follows from them: the other shares of a split, which still add to 100%.
    pub follows: Vec<MixFigure>,
    /// Yearly cost of all posts and places `[£ a year]`.
    pub cost_pounds_per_year: f64,
    /// Share of futures in which all goals are met together.
    pub met: Share,
    /// In words: "Occupational therapist, band 6: 4.3 WTE".
    pub words: String,
}

/// One figure of a mix.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct MixFigure {
    /// Its place in the scenario: `mix/posts/ot-band-6/wte`.
    pub place: String,
    /// Its value, in the unit of the place.
    pub value: f64,
}

/// A mix on the frontier.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct FrontierMix {
    /// The mix.
    pub mix: Mix,
    /// Mean of the frontier's figure.
    pub mean: f64,
    /// Its 95% interval.
    pub interval: Interval,
    /// Yearly cost of each unit (week of wait) less than at the mix before `[£ a year]`; none for the first.
    pub pounds_per_unit_less: Option<f64>,
}

/// What a search took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Effort {
    /// Mixes there are within the limits.
    #[cfg_attr(feature = "specta", specta(type = f64))]
    pub mixes: u64,
    /// Mixes that were given a verdict by a trial of their own.
    pub tried: u32,
    /// Futures simulated to decide.
    #[cfg_attr(feature = "specta", specta(type = f64))]
    pub search_replications: u64,
    /// Futures simulated in all, those of the frontier, near ties and the final probability included.
    #[cfg_attr(feature = "specta", specta(type = f64))]
    pub replications: u64,
}

/// What a search is doing, told before every batch of futures and while it is made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Trying {
    /// What for.
    pub stage: Stage,
    /// The mix that is simulated, in words.
    pub mix: String,
    /// The cheapest mix so far that meets every goal, in words with its cost.
    pub best: Option<String>,
    /// Futures simulated so far.
    #[cfg_attr(feature = "specta", specta(type = f64))]
    pub replications: u64,
}

/// The stages of a search.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Stage {
    /// Which way each figure helps.
    #[default]
    Directions,
    /// Which mixes meet the goals.
    Search,
    /// How likely the answer meets them, on fresh futures.
    Check,
    /// What shorter waits cost, and near ties.
    Frontier,
    /// What stands in the way.
    Bottleneck,
}

/// Futures of their own, from which the reported probability comes: numbers that no search reaches.
const FRESH: u32 = 1 << 30;

/// How many; chosen: a 90% is then known to about 3 points.
const FRESH_FUTURES: u32 = 300;

/// Finds the cheapest mix that meets every goal.
///
/// # Parameters
/// - `scenario` the option that the mixes are variations of
/// - `settings` seed and threads; the numbers of replications are the search's own
/// - `tell` hears what is being tried
///
/// # Errors
/// [`PostsError`].
///
/// # Guarantees
/// See the module. The same question, seed and engine give the same answer on any number of threads. Setting `cancel`
/// ends it soon with what was found.
pub fn find_posts(
    scenario: &Scenario,
    question: &PostsQuestion,
    settings: &RunSettings,
    cancel: &AtomicBool,
    tell: &mut (dyn FnMut(&Trying) + Send),
) -> Result<PostsAnswer, PostsError> {
    question.check()?;
    let scenario = question.with_posts(scenario);
    let mut lab = Lab::new(&scenario, question, settings, cancel, tell)?;
    let mut remarks = Vec::new();
    let space = match lab.space(&mut remarks) {
        Ok(space) => space,
        Err(Halt::Failed(error)) => return Err(error),
        Err(Halt::Stopped) => return Ok(report::stopped_early(question, &lab, remarks)),
    };
    let probed = lab.spent;
    lab.note(Note::Stage(Stage::Search));
    let mut search = Search {
        space: &space,
        goals: &question.goals,
        error: 1.0 - question.confidence,
        indifference: question.indifference,
        futures: &mut lab,
        tallies: BTreeMap::new(),
        verdicts: BTreeMap::new(),
        best: None,
    };
    let found = decide(&mut search, &mut remarks);
    let (tried, search_replications) = (search.verdicts.len() as u32, search.spent() + probed);
    let effort =
        |replications| Effort { mixes: space.size() as u64, tried, search_replications, replications };
    let mut answer = match found {
        Err(Halt::Failed(error)) => return Err(error),
        Err(Halt::Stopped) => report::stopped(question, &scenario, &search),
        Ok(found) => report::answer(question, &scenario, &mut search, found)?,
    };
    if let PostsOutcome::Impossible { bottleneck, .. } = &mut answer.outcome {
        *bottleneck = lab.bottleneck(&space)?;
        answer.words = format!("{} {bottleneck}", answer.words);
    }
    answer.remarks = remarks;
    answer.effort = effort(lab.spent);
    Ok(answer)
}

/// The cheapest mix, more never hurting if that holds, otherwise by trying every mix.
fn decide(search: &mut Search, remarks: &mut Vec<String>) -> Result<Option<space::Point>, Halt> {
    let found = search.cheapest()?;
    let hurts = match &found {
        Some(point) => search.contradiction() || report::more_hurts(search, point)?,
        None => search.contradiction(),
    };
    if !hurts {
        return Ok(found);
    }
    /// Most mixes that are tried one by one; chosen: beyond it a search would take hours.
    const MOST: f64 = 5_000.0;
    if search.space.size() > MOST {
        remarks.push(
            "More of what varies sometimes makes things worse here, and there are too many mixes to try each: a cheaper one may exist. Narrow the limits to be sure"
                .to_owned(),
        );
        return Ok(found);
    }
    remarks.push("More of what varies sometimes makes things worse here, so every mix was tried in the order of its cost".to_owned());
    search.cheapest_of_all()
}

/// The figure that the frontier sets against cost: the longest wait at the week of the first goal that has one.
fn frontier_figure(question: &PostsQuestion, scenario: &Scenario) -> Figure {
    let last = scenario.horizon_weeks + scenario.warm_up_weeks;
    let weekly = |goal: &Goal| match goal.figure {
        Figure::Weekly { week, .. } => Some(week),
        Figure::Horizon { .. } | Figure::StaffUse => None,
    };
    let week = question.goals.iter().find_map(weekly).unwrap_or(last);
    Figure::Weekly { measure: pathloom_simulation::WeeklyMeasure::LongestWait, week }
}
