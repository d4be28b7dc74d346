//! What the window asks and hears while figures of an option are moved.

use pathloom_appraisal::what_if::{DifferencesByWeek, Move, MoveError};
use pathloom_simulation::summary::Headline;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::IpcError;

/// Figures of an option to be moved.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct WhatIfRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Id of the option whose figures are moved.
    pub option_id: String,
    /// Where to.
    pub moves: Vec<Move>,
    /// Seed of the option's stored run, so that the futures are the same.
    pub seed: String,
    /// Simulated futures of the option's stored run: so many are there in the end.
    pub replications: u32,
    /// Number of the request in this sitting, from 1: the newest wins, whichever comes first.
    pub number: u32,
}

/// What is heard of moved figures.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum WhatIfEvent {
    /// The bands so far.
    Bands {
        /// The bands.
        headline: Box<Headline>,
        /// Differences from the option as it is, in the same simulated futures; none in the first, coarse answer.
        differences: Option<DifferencesByWeek>,
        /// Simulated futures there will be when nothing newer comes.
        asked: u32,
    },
    /// It cannot be simulated like this.
    Failed {
        /// Why.
        error: IpcError,
    },
}

impl From<MoveError> for IpcError {
    fn from(error: MoveError) -> Self {
        let place = match &error {
            MoveError::NoSuchLever { lever } => lever.clone(),
            MoveError::OutOfRange { name, .. } | MoveError::Follows { name } => name.clone(),
        };
        Self::InvalidModel { place, message: error.to_string() }
    }
}
