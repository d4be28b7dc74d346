//! Questions about what drives an answer, about what was counted, and about the warm-up, with their answers.

use pathloom_appraisal::drivers::Drivers;
use pathloom_appraisal::fit::Fit;
use pathloom_appraisal::trajectory::Trajectory;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::RunCard;

/// What drives a figure of an option?
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DriversRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Id of the option.
    pub option_id: String,
    /// Name of the figure: `longestWait`.
    pub figure: String,
    /// Week at whose end it is read, where it is read at the end of a week.
    pub week: u32,
    /// How far figures without a range go down and up `[%]`.
    pub usual_percent: f64,
    /// Futures to simulate in all.
    pub budget: u32,
    /// Seed of the random numbers, a whole number as text.
    pub seed: String,
}

/// What drives it, and what the answer can be traced to.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct DriversReply {
    /// The answer.
    pub drivers: Drivers,
    /// Seed.
    pub seed: String,
    /// Version of the engine.
    pub engine_version: String,
    /// Revision of the document.
    pub revision: u32,
}

/// Is the service on its trajectory?
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TrajectoryRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Id of the option that was put into practice.
    pub option_id: String,
    /// Id of the actual figures in the document.
    pub actuals_id: String,
}

/// What was counted over the forecast of the latest run.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct TrajectoryReply {
    /// The judgement.
    pub trajectory: Trajectory,
    /// The run that is the forecast.
    pub run: RunCard,
}

/// Which values of unknown figures go with what was counted?
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FitRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Id of the option that describes how the service worked then.
    pub option_id: String,
    /// Id of the actual figures in the document.
    pub actuals_id: String,
    /// The unknown figures.
    pub unknown: Vec<UnknownRequest>,
    /// Futures to learn from.
    pub futures: u32,
    /// Seed of the random numbers, a whole number as text.
    pub seed: String,
}

/// A figure that is not known, between limits that it surely keeps to.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct UnknownRequest {
    /// Its place in the option: `design/steps/referrals/work/perWeek`.
    pub place: String,
    /// Lowest believable value.
    pub low: f64,
    /// Highest believable value.
    pub high: f64,
}

/// Futures that an answer takes.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FuturesMade {
    /// Made so far.
    pub made: u32,
    /// To be made in all.
    pub of: u32,
}

/// What was learnt, and what it can be traced to.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FitReply {
    /// The answer.
    pub fit: Fit,
    /// Seed.
    pub seed: String,
    /// Version of the engine.
    pub engine_version: String,
    /// Revision of the document.
    pub revision: u32,
}

/// How long should the warm-up of an option be?
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WarmUpRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Id of the option.
    pub option_id: String,
    /// Seed of the random numbers, a whole number as text.
    pub seed: String,
}
