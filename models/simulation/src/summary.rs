//! The answers of a run as columns: what a window draws, a file holds and a cache keeps.
//!
//! Percentiles are worked out here once, so that whoever shows a figure only formats it. Numbers are rounded to
//! 6 decimals; `None` stands where there was nobody to measure.

mod headline;
mod names;

pub use headline::Headline;
pub use names::{horizon_unit, name as measure_name, weekly_unit};

use pathloom_service::{Scenario, Target};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::outcomes::Catalogue;
use crate::{Band, Outcomes, Scope};

/// What becomes of one option.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct OptionResults {
    /// Id of the option.
    pub id: String,
    /// Label of the option.
    pub name: String,
    /// Replications this option finished.
    pub replications_finished: u32,
    /// Figures at the end of each week.
    pub weekly: Vec<WeeklySeries>,
    /// Figures over the horizon, warm-up not included.
    pub horizon: Vec<HorizonFigure>,
    /// The targets of the file.
    pub targets: Vec<TargetResult>,
}

/// One measure week by week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct WeeklySeries {
    /// What is measured: `waitingList`, `longestWait`, `over52`, … The README lists them.
    pub measure: String,
    /// Unit of the figures.
    pub unit: String,
    /// Whom or what it is about.
    pub scope: ScopeName,
    /// Spread over replications.
    pub bands: BandColumns,
}

/// One measure over the horizon.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct HorizonFigure {
    /// What is measured: `waitMean`, `seen`, `costPerYear`, … The README lists them.
    pub measure: String,
    /// Unit of the figures.
    pub unit: String,
    /// Whom or what it is about.
    pub scope: ScopeName,
    /// Spread over replications.
    pub band: BandFigures,
}

/// Whom or what a figure is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ScopeName {
    /// `service`, `tier`, `group`, `step` or `role`.
    pub kind: String,
    /// Its id in the file; null for the whole service.
    pub id: Option<String>,
    /// Its label; empty for the whole service.
    pub name: String,
}

/// Spread over replications, one array for each figure, one entry for each week from week 0.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct BandColumns {
    /// Mean.
    pub mean: Vec<Option<f64>>,
    /// Half-width of the 95% confidence interval of the mean; null below two replications.
    pub mean_half_width95: Vec<Option<f64>>,
    /// 5th percentile.
    pub p5: Vec<Option<f64>>,
    /// 25th percentile.
    pub p25: Vec<Option<f64>>,
    /// Median.
    pub p50: Vec<Option<f64>>,
    /// 75th percentile.
    pub p75: Vec<Option<f64>>,
    /// 95th percentile.
    pub p95: Vec<Option<f64>>,
}

/// Spread over replications of one figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct BandFigures {
    /// Mean.
    pub mean: Option<f64>,
    /// Half-width of the 95% confidence interval of the mean; null below two replications.
    pub mean_half_width95: Option<f64>,
    /// Standard deviation over replications.
    pub sd: Option<f64>,
    /// 5th percentile.
    pub p5: Option<f64>,
    /// 25th percentile.
    pub p25: Option<f64>,
    /// Median.
    pub p50: Option<f64>,
    /// 75th percentile.
    pub p75: Option<f64>,
    /// 95th percentile.
    pub p95: Option<f64>,
    /// Replications in which there was something to measure.
    pub measured: u32,
}

/// Whether a target is met.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct TargetResult {
    /// Id of the target.
    pub id: String,
    /// Label of the target.
    pub name: String,
    /// The week by which it should be met.
    pub by_week: u32,
    /// Share of replications in which it is met at the end of that week, from 0 to 1; null when the week is past the end.
    pub probability_met: Option<f64>,
    /// The probability that is wanted, from 0 to 1.
    pub probability_wanted: Option<f64>,
    /// First week from which it is met with that probability in every week to the end; null when there is none.
    pub first_week: Option<u32>,
}

impl OptionResults {
    /// The results of one option: every weekly series and every horizon figure with its band, and its targets.
    pub fn of(scenario: &Scenario, outcomes: &Outcomes) -> Self {
        option(scenario, outcomes)
    }
}

fn option(scenario: &Scenario, outcomes: &Outcomes) -> OptionResults {
    let Catalogue { weekly, horizon, .. } = &*outcomes.catalogue;
    OptionResults {
        id: scenario.option_id.clone(),
        name: scenario.option_name.clone(),
        replications_finished: outcomes.replications.len() as u32,
        weekly: weekly
            .iter()
            .zip(outcomes.trajectories())
            .map(|((measure, scope), bands)| WeeklySeries {
                measure: names::name(measure),
                unit: names::weekly_unit(*measure).to_owned(),
                scope: scope_name(scenario, scope),
                bands: BandColumns::of(&bands),
            })
            .collect(),
        horizon: horizon
            .iter()
            .map(|(measure, scope)| HorizonFigure {
                measure: names::name(measure),
                unit: names::horizon_unit(*measure).to_owned(),
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
        first_week: outcomes.first_week_met(target).map(|week| week as u32),
    }
}

fn scope_name(scenario: &Scenario, scope: &Scope) -> ScopeName {
    let (kind, id) = names::scope(scope);
    ScopeName { kind: kind.to_owned(), id: id.map(str::to_owned), name: names::scope_label(scenario, scope) }
}

impl BandColumns {
    /// The columns of the bands of a series.
    pub fn of(bands: &[Band]) -> Self {
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
    fn all_columns_at_once_are_each_column_by_itself() {
        let project = pathloom_service::samples::everything();
        let scenario = project.scenario(&project.options[0]).unwrap_or_else(|error| panic!("{error}"));
        let settings = crate::RunSettings { replications: 0..7, ..crate::RunSettings::default() };
        let never = std::sync::atomic::AtomicBool::new(false);
        let outcomes = crate::run(&scenario, &settings, &never, &mut |_| {});
        let outcomes = outcomes.unwrap_or_else(|error| panic!("{error}"));
        for ((measure, scope), bands) in outcomes.catalogue.weekly.iter().zip(outcomes.trajectories()) {
            let alone = outcomes.trajectory(*measure, scope).unwrap_or_default();
            // As columns: NaN is not equal to itself.
            assert_eq!(BandColumns::of(&bands), BandColumns::of(&alone), "{measure:?} of {scope:?}");
        }
    }

    #[test]
    fn decimals_end_where_the_figures_do() {
        assert_eq!(finite(f64::from(0.1_f32)), Some(0.1));
        assert_eq!(finite(-0.000_000_01).map(f64::is_sign_positive), Some(true));
        assert_eq!(finite(f64::INFINITY), None);
    }
}
