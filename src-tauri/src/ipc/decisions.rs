//! Questions that lead to a decision, and their answers: options compared, precision, posts.

use pathloom_appraisal::compare::Comparison;
use pathloom_appraisal::money::MoneyReport;
use pathloom_appraisal::posts::{Choice, Goal, PostsAnswer};
use pathloom_appraisal::precision::{Ended, Look};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{IpcError, RunCard};

/// What a long question says while it is worked on, and what it came to.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum JobEvent<Progress, Answer> {
    /// How far it is.
    Progress {
        /// In its own terms.
        progress: Progress,
    },
    /// It has its answer.
    Finished {
        /// The answer.
        answer: Answer,
        /// Time it took `[seconds]`.
        seconds: f64,
    },
    /// Somebody stopped it.
    Stopped {
        /// What can be said all the same; none when nothing can.
        answer: Option<Answer>,
    },
    /// It could not go on.
    Failed {
        /// Why.
        error: IpcError,
    },
}

/// Options to hold against each other, on the futures of their latest runs.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CompareRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Ids of the options, in the order to show them.
    pub option_ids: Vec<String>,
    /// Id of the one that the others are held against.
    pub base_id: String,
    /// Week at whose end weekly figures are compared.
    pub week: u32,
}

/// How far futures that are no longer in memory have been simulated again.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CompareProgress {
    /// Label of the option.
    pub option_name: String,
    /// Futures of it that are there.
    pub finished: u32,
    /// Futures of it that are needed.
    pub needed: u32,
}

/// Options held against each other.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CompareAnswer {
    /// The comparison.
    pub comparison: Comparison,
    /// How precision grew with the futures of each figure `[figures][options]`, both in the comparison's order.
    pub growth: Vec<Vec<Vec<GrowthPoint>>>,
    /// The runs that were compared.
    pub runs: Vec<RunCard>,
}

/// Options to appraise, on the futures of their latest runs.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MoneyRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Ids of the options, in the order to show them.
    pub option_ids: Vec<String>,
    /// Id of the one that the others are held against.
    pub base_id: String,
    /// Years of 52 weeks to appraise; none: all that is simulated, the last year perhaps a part.
    pub years: Option<u32>,
}

/// What options cost and what they are worth.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct MoneyAnswer {
    /// The appraisal.
    pub report: MoneyReport,
    /// The runs whose futures were appraised.
    pub runs: Vec<RunCard>,
}

/// How well a figure was known after some futures.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GrowthPoint {
    /// How many.
    pub futures: u32,
    /// Half-width of the 95% interval of the mean, in the unit of the figure.
    pub half_width: f64,
}

/// Options to simulate until figures are known well enough.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PrecisionRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Ids of the options.
    pub option_ids: Vec<String>,
    /// The figures, and how well they should be known.
    pub wishes: Vec<WishRequest>,
    /// Futures of each option at most.
    pub most_replications: u32,
    /// Seed of the random numbers, a whole number as text.
    pub seed: String,
}

/// A figure and how well it should be known.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WishRequest {
    /// Name of the figure: `longestWait`.
    pub figure: String,
    /// Week at whose end it is read, where it is read at the end of a week.
    pub week: u32,
    /// Half-width that its 95% interval may have, in its unit.
    pub half_width: f64,
}

/// How far a run for precision is.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PrecisionProgress {
    /// Futures made, of all options together.
    #[specta(type = f64)]
    pub made: u64,
    /// Futures to be made before precision is looked at again, of all options together.
    #[specta(type = f64)]
    pub until_look: u64,
    /// The looks so far.
    pub growth: Vec<Look>,
}

/// What a run for precision came to; its results are kept like those of any run.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PrecisionAnswer {
    /// Why it ended.
    pub ended: Ended,
    /// How precision grew.
    pub growth: Vec<Look>,
}

/// What may vary in an option, and what is asked of it to begin with.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PostsChoices {
    /// Posts, places, seats, how often groups start, shares.
    pub choices: Vec<Choice>,
    /// The targets of the document, as goals.
    pub goals: Vec<Goal>,
    /// Yearly cost of the option as it stands `[£ a year]`.
    pub pounds_per_year: f64,
}

/// How many posts?
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PostsRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Id of the option that the mixes are variations of.
    pub option_id: String,
    /// What must hold, all of it.
    pub goals: Vec<GoalRequest>,
    /// What may vary.
    pub vary: Vec<VaryRequest>,
    /// Chance that the answer is right `[%]`.
    pub confidence_percent: f64,
    /// How far from the wanted probability a difference matters `[points of probability]`.
    pub within_points: f64,
    /// Seed of the random numbers, a whole number as text.
    pub seed: String,
}

/// What must hold, and how likely.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct GoalRequest {
    /// Name of the figure: `longestWait`.
    pub figure: String,
    /// By the end of which week.
    pub week: u32,
    /// Whether the figure should be at most the line, or at least.
    pub side: GoalSide,
    /// The line, in the figure's unit.
    pub line: f64,
    /// In how many simulated futures `[%]`.
    pub probability_percent: f64,
}

/// On which side of the line a figure should be.
#[derive(Debug, Clone, Copy, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum GoalSide {
    /// The line or less.
    AtMost,
    /// The line or more.
    AtLeast,
}

/// A figure that may vary.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VaryRequest {
    /// Its place in the option: `mix/posts/ot-band-6/wte`.
    pub place: String,
    /// Lowest value.
    pub low: f64,
    /// Highest value.
    pub high: f64,
    /// From one value to the next.
    pub step: f64,
}

/// The answer, and what it can be traced to.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct PostsReply {
    /// The answer.
    pub answer: PostsAnswer,
    /// Yearly cost of the option as it stands `[£ a year]`.
    pub pounds_per_year_now: f64,
    /// Seed.
    pub seed: String,
    /// Version of the engine.
    pub engine_version: String,
    /// Revision of the document.
    pub revision: u32,
}
