//! The results as JSON: a stable schema, printed by `pathloom schema --results`.
//!
//! Fields are only ever added within one `schemaVersion`. Numbers are rounded to 6 decimals; `null` stands where
//! there was nobody to measure.

use pathloom_service::{Scenario, Target};
use pathloom_simulation::outcomes::Catalogue;
use pathloom_simulation::{Band, ENGINE_VERSION, Outcomes, Scope};
use schemars::JsonSchema;
use serde::Serialize;

use super::Study;
use crate::measures;

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

/// What becomes of one option.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OptionResults {
    /// Id of the option.
    pub(crate) id: String,
    /// Label of the option.
    pub(crate) name: String,
    /// Replications this option finished.
    pub(crate) replications_finished: usize,
    /// Figures at the end of each week.
    pub(crate) weekly: Vec<WeeklySeries>,
    /// Figures over the horizon, warm-up not included.
    pub(crate) horizon: Vec<HorizonFigure>,
    /// The targets of the file.
    pub(crate) targets: Vec<TargetResult>,
}

/// One measure week by week.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WeeklySeries {
    /// What is measured: `waitingList`, `longestWait`, `over52`, … The README lists them.
    pub(crate) measure: String,
    /// Unit of the figures.
    pub(crate) unit: &'static str,
    /// Whom or what it is about.
    pub(crate) scope: ScopeName,
    /// Spread over replications.
    pub(crate) bands: BandColumns,
}

/// One measure over the horizon.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HorizonFigure {
    /// What is measured: `waitMean`, `seen`, `costPerYear`, … The README lists them.
    pub(crate) measure: String,
    /// Unit of the figures.
    pub(crate) unit: &'static str,
    /// Whom or what it is about.
    pub(crate) scope: ScopeName,
    /// Spread over replications.
    pub(crate) band: BandFigures,
}

/// Whom or what a figure is about.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct ScopeName {
    /// `service`, `tier`, `group`, `step` or `role`.
    pub(crate) kind: &'static str,
    /// Its id in the file; null for the whole service.
    pub(crate) id: Option<String>,
    /// Its label; empty for the whole service.
    pub(crate) name: String,
}

/// Spread over replications, one array for each figure, one entry for each week from week 0.
#[derive(Debug, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BandColumns {
    /// Mean.
    pub(crate) mean: Vec<Option<f64>>,
    /// Half-width of the 95% confidence interval of the mean; null below two replications.
    pub(crate) mean_half_width95: Vec<Option<f64>>,
    /// 5th percentile.
    pub(crate) p5: Vec<Option<f64>>,
    /// 25th percentile.
    pub(crate) p25: Vec<Option<f64>>,
    /// Median.
    pub(crate) p50: Vec<Option<f64>>,
    /// 75th percentile.
    pub(crate) p75: Vec<Option<f64>>,
    /// 95th percentile.
    pub(crate) p95: Vec<Option<f64>>,
}

/// Spread over replications of one figure.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct BandFigures {
    /// Mean.
    pub(crate) mean: Option<f64>,
    /// Half-width of the 95% confidence interval of the mean; null below two replications.
    pub(crate) mean_half_width95: Option<f64>,
    /// Standard deviation over replications.
    pub(crate) sd: Option<f64>,
    /// 5th percentile.
    pub(crate) p5: Option<f64>,
    /// 25th percentile.
    pub(crate) p25: Option<f64>,
    /// Median.
    pub(crate) p50: Option<f64>,
    /// 75th percentile.
    pub(crate) p75: Option<f64>,
    /// 95th percentile.
    pub(crate) p95: Option<f64>,
    /// Replications in which there was something to measure.
    pub(crate) measured: u32,
}

/// Whether a target is met.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TargetResult {
    /// Id of the target.
    pub(crate) id: String,
    /// Label of the target.
    pub(crate) name: String,
    /// The week by which it should be met.
    pub(crate) by_week: u32,
    /// Share of replications in which it is met at the end of that week, from 0 to 1; null when the week is past the end.
    pub(crate) probability_met: Option<f64>,
    /// The probability that is wanted, from 0 to 1.
    pub(crate) probability_wanted: Option<f64>,
    /// First week from which it is met with that probability in every week to the end; null when there is none.
    pub(crate) first_week: Option<usize>,
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
            options: study.options.iter().map(|(scenario, outcomes)| option(scenario, outcomes)).collect(),
        }
    }

    /// The results as one line of JSON.
    pub(crate) fn text(&self) -> String {
        let mut text = serde_json::to_string(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

fn option(scenario: &Scenario, outcomes: &Outcomes) -> OptionResults {
    let Catalogue { weekly, horizon, .. } = &*outcomes.catalogue;
    OptionResults {
        id: scenario.option_id.clone(),
        name: scenario.option_name.clone(),
        replications_finished: outcomes.replications.len(),
        weekly: weekly
            .iter()
            .map(|(measure, scope)| WeeklySeries {
                measure: measures::name(measure),
                unit: measures::weekly_unit(*measure),
                scope: scope_name(scenario, scope),
                bands: BandColumns::of(&outcomes.trajectory(*measure, scope).unwrap_or_default()),
            })
            .collect(),
        horizon: horizon
            .iter()
            .map(|(measure, scope)| HorizonFigure {
                measure: measures::name(measure),
                unit: measures::horizon_unit(*measure),
                scope: scope_name(scenario, scope),
                band: BandFigures::of(
                    &outcomes.horizon_band(*measure, scope).unwrap_or_else(|| Band::of(Vec::new())),
                ),
            })
            .collect(),
        targets: scenario.targets.iter().map(|one| target(one, outcomes)).collect(),
    }
}

fn target(target: &Target, outcomes: &Outcomes) -> TargetResult {
    TargetResult {
        id: target.id.clone(),
        name: target.name.clone(),
        by_week: target.by_week,
        probability_met: outcomes.probability_met(target, target.by_week as usize).and_then(finite),
        probability_wanted: finite(target.probability_percent.likely / 100.0),
        first_week: outcomes.first_week_met(target),
    }
}

fn scope_name(scenario: &Scenario, scope: &Scope) -> ScopeName {
    let (kind, id) = measures::scope(scope);
    ScopeName { kind, id: id.map(str::to_owned), name: measures::scope_label(scenario, scope) }
}

impl BandColumns {
    fn of(bands: &[Band]) -> Self {
        let column = |figure: fn(&Band) -> f64| bands.iter().map(|band| finite(figure(band))).collect();
        Self {
            mean: column(|band| band.mean),
            mean_half_width95: column(|band| band.mean_interval_half_width),
            p5: column(|band| band.p5),
            p25: column(|band| band.p25),
            p50: column(|band| band.median),
            p75: column(|band| band.p75),
            p95: column(|band| band.p95),
        }
    }
}

impl BandFigures {
    fn of(band: &Band) -> Self {
        Self {
            mean: finite(band.mean),
            mean_half_width95: finite(band.mean_interval_half_width),
            sd: finite(band.sd),
            p5: finite(band.p5),
            p25: finite(band.p25),
            p50: finite(band.median),
            p75: finite(band.p75),
            p95: finite(band.p95),
            measured: band.measured,
        }
    }
}

/// A number rounded to 6 decimals, where the figures of a simulation have long ended; none when there is none.
fn finite(value: f64) -> Option<f64> {
    const DECIMALS: f64 = 1e6;
    // Adding 0 turns -0 into 0.
    value
        .is_finite()
        .then(|| if value.abs() < 1e9 { (value * DECIMALS).round() / DECIMALS + 0.0 } else { value })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_measured_is_null() {
        let bands = BandColumns::of(&[Band::of(vec![1.0, 2.0]), Band::of(vec![f64::NAN])]);
        assert_eq!(bands.mean, [Some(1.5), None]);
        assert_eq!(serde_json::to_value(&bands.p95).ok(), Some(serde_json::json!([1.95, null])));
    }

    #[test]
    fn decimals_end_where_the_figures_do() {
        assert_eq!(finite(f64::from(0.1_f32)), Some(0.1));
        assert_eq!(finite(-0.000_000_01).map(f64::is_sign_positive), Some(true));
        assert_eq!(finite(f64::INFINITY), None);
    }
}
