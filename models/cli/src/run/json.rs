//! The results as JSON: a stable schema, printed by `pathloom schema --results`.
//!
//! Fields are only ever added within one `schemaVersion`. Numbers are rounded to 6 decimals; `null` stands where
//! there was nobody to measure.

use pathloom_simulation::ENGINE_VERSION;
use pathloom_simulation::summary::OptionResults;
use schemars::JsonSchema;
use serde::Serialize;

use super::Study;

/// Version of the schema below.
pub(crate) const SCHEMA_VERSION: u32 = 1;

/// The results of `pathloom run --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Results {
    /// Version of this schema: 1. Fields may be added without changing it.
    pub(crate) schema_version: u32,
    /// Version of the engine; the same file, seed and engine version give the same figures.
    pub(crate) engine_version: String,
    /// What the service and the question are called.
    pub(crate) project: String,
    /// Week 0, a Monday (year-month-day).
    pub(crate) start_date: String,
    /// Weeks simulated, warm-up included. Weekly series have one entry more: week 0 is the start.
    pub(crate) weeks: usize,
    /// Weeks at the start that do not count in the horizon figures.
    pub(crate) warm_up_weeks: usize,
    /// Seed of the random numbers.
    pub(crate) seed: u64,
    /// Whether uncertain inputs were held at their likely values.
    pub(crate) hold_uncertain: bool,
    /// How many simulated futures there are.
    pub(crate) replications: Replications,
    /// The options, in the order asked for; the first of the file is the base.
    pub(crate) options: Vec<OptionResults>,
}

/// How many simulated futures a run has.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Replications {
    /// Asked for.
    pub(crate) asked: usize,
    /// Number of the first one: above 0 in a part of a larger run.
    pub(crate) first: u32,
    /// Finished by every option: fewer than asked for when the run was stopped.
    pub(crate) finished: usize,
}

impl Results {
    /// The results of a run.
    pub(crate) fn of(study: &Study) -> Self {
        let project = &study.project;
        let measured = study.options.first().map(|(_, outcomes)| &outcomes.catalogue);
        Self {
            schema_version: SCHEMA_VERSION,
            engine_version: ENGINE_VERSION.to_owned(),
            project: project.name.clone(),
            start_date: project.start_date.to_string(),
            weeks: measured.map_or(0, |catalogue| catalogue.weeks),
            warm_up_weeks: measured.map_or(0, |catalogue| catalogue.warm_up_weeks),
            seed: study.settings.seed,
            hold_uncertain: study.settings.hold_uncertain,
            replications: Replications {
                asked: study.asked(),
                first: study.settings.replications.start,
                finished: study.finished().0,
            },
            options: study
                .options
                .iter()
                .map(|(scenario, outcomes)| OptionResults::of(scenario, outcomes))
                .collect(),
        }
    }

    /// The results as one line of JSON.
    pub(crate) fn text(&self) -> String {
        let mut text = serde_json::to_string(self).unwrap_or_default();
        text.push('\n');
        text
    }
}
