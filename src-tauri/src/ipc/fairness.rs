//! Questions about the workforce and about fairness, with their answers: vacancies, equity.

use pathloom_appraisal::compare::Comparison;
use pathloom_appraisal::equity::Fairness;
use pathloom_appraisal::vacancies::RoleTurnover;
use pathloom_simulation::summary::BandColumns;
use serde::{Deserialize, Serialize};
use specta::Type;

use super::RunCard;

/// What do vacancies and turnover do to the wait under an option?
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VacanciesRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Id of the option.
    pub option_id: String,
    /// Week at whose end weekly figures are compared.
    pub week: u32,
}

/// An option held against itself with every post filled and nobody leaving, on the futures of its latest run.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct VacanciesAnswer {
    /// The roles of which posts are vacant, or people leave.
    pub roles: Vec<RoleTurnover>,
    /// The comparison: the option with every post filled is the base, then the option as it is.
    pub comparison: Comparison,
    /// Longest wait at the end of each week, in the order of the comparison.
    pub longest_wait: Vec<BandColumns>,
    /// Waiting list at the end of each week, in the order of the comparison.
    pub waiting_list: Vec<BandColumns>,
    /// The run of the option as it is.
    pub run: RunCard,
}

/// Do some groups wait longer than others under an option?
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FairnessRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Id of the option.
    pub option_id: String,
    /// The label to put client groups together by; none: each is its own.
    pub label: Option<String>,
}

/// How fair an option is, by its latest run, at its last week.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct FairnessAnswer {
    /// How fair it is.
    pub fairness: Fairness,
    /// The run.
    pub run: RunCard,
}
