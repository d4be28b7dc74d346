//! Options compared on the same futures, and runs as long as a wished precision needs.

use std::sync::Arc;

use pathloom_appraisal::Figure;
use pathloom_appraisal::compare::{CompareError, Simulated, compare};
use pathloom_appraisal::precision::{self, HalfWidth, OnTheWay, Precision, PrecisionError, Wish, run_until};
use pathloom_service::Scenario;
use pathloom_simulation::{Outcomes, RunSettings};
use tauri::ipc::Channel;

use super::AtDesk;
use super::results::card;
use crate::desk::Desk;
use crate::ipc::{
    CompareAnswer, CompareProgress, CompareRequest, GrowthPoint, IpcError, JobEvent, PrecisionAnswer,
    PrecisionProgress, PrecisionRequest, WishRequest, seed,
};
use crate::jobs::{self, Halt, Reports};
use crate::latest::{kept_of, latest_runs};
use crate::runner::{MOST_REPLICATIONS, SourceOfRun, put_by};

type CompareEvent = JobEvent<CompareProgress, CompareAnswer>;
type PrecisionEvent = JobEvent<PrecisionProgress, PrecisionAnswer>;

/// Compares options on the futures of their latest runs; the number to stop it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn compare_start(
    desk: AtDesk<'_>,
    request: CompareRequest,
    channel: Channel<CompareEvent>,
) -> Result<u32, IpcError> {
    Ok(jobs::start(&desk, channel, move |desk, reports| compared(desk, &request, reports)))
}

/// Simulates options until figures are known well enough, and keeps the results; the number to stop it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn precision_start(
    desk: AtDesk<'_>,
    request: PrecisionRequest,
    channel: Channel<PrecisionEvent>,
) -> Result<u32, IpcError> {
    Ok(jobs::start(&desk, channel, move |desk, reports| run_for_precision(desk, &request, reports)))
}

fn compared(
    desk: &Desk,
    request: &CompareRequest,
    reports: &mut Reports<CompareProgress, CompareAnswer>,
) -> Result<CompareAnswer, Halt> {
    let base = request.option_ids.iter().position(|id| *id == request.base_id);
    let base = base.ok_or_else(|| IpcError::not_found("the option that the others are held against"))?;
    let runs = latest_runs(desk, &request.project_id, &request.option_ids)?;
    let kept = runs.iter().map(|one| kept_of(desk, one, reports)).collect::<Result<Vec<_>, Halt>>()?;
    let futures: Vec<Arc<Outcomes>> = kept.into_iter().map(|one| one.outcomes).collect();
    let options: Vec<Simulated> = runs
        .iter()
        .zip(&futures)
        .map(|(one, outcomes)| Simulated { scenario: &one.scenario, outcomes })
        .collect();
    let comparison = compare(&options, base, request.week)?;
    let growth = comparison.figures.iter().map(|one| growth_of(one.figure, &futures)).collect();
    Ok(CompareAnswer { comparison, growth, runs: runs.iter().map(|one| card(&one.stored)).collect() })
}

fn growth_of(figure: Figure, futures: &[Arc<Outcomes>]) -> Vec<Vec<GrowthPoint>> {
    let point = |(futures, half_width)| GrowthPoint { futures, half_width };
    let of = |outcomes: &Arc<Outcomes>| {
        let values = figure.values(outcomes).unwrap_or_default();
        precision::growth(&values).into_iter().map(point).collect()
    };
    futures.iter().map(of).collect()
}

fn run_for_precision(
    desk: &Desk,
    request: &PrecisionRequest,
    reports: &mut Reports<PrecisionProgress, PrecisionAnswer>,
) -> Result<PrecisionAnswer, Halt> {
    let wishes = request.wishes.iter().map(wish).collect::<Result<Vec<Wish>, IpcError>>()?;
    let most_replications = request.most_replications.min(MOST_REPLICATIONS);
    let precision = Precision { most_replications, ..Precision::of(wishes) };
    let settings = RunSettings { seed: seed(&request.seed)?, ..RunSettings::default() };
    let found = request.option_ids.iter().map(|id| desk.scenario(&request.project_id, id));
    let found = found.collect::<Result<Vec<(Scenario, u32)>, IpcError>>()?;
    let revision = found.iter().map(|(_, revision)| *revision).max().unwrap_or_default();
    let scenarios: Vec<Scenario> = found.into_iter().map(|(scenario, _)| scenario).collect();
    let (stop, mut looks) = (reports.stop, Vec::new());
    let precise = run_until(&scenarios, &settings, &precision, stop, &mut |on_the_way| match on_the_way {
        OnTheWay::Look(look) => looks.push(look.clone()),
        OnTheWay::Replications { made, until_look } => {
            reports.tell(|| PrecisionProgress { made, until_look, growth: looks.clone() });
        }
    })?;
    let source = SourceOfRun { project_id: &request.project_id, revision, seed: settings.seed };
    for (scenario, outcomes) in scenarios.iter().zip(&precise.outcomes) {
        if !outcomes.replications.is_empty() {
            put_by(desk, source, scenario, outcomes)?;
        }
    }
    Ok(PrecisionAnswer { ended: precise.ended, growth: precise.growth })
}

fn wish(asked: &WishRequest) -> Result<Wish, IpcError> {
    let figure = Figure::named(&asked.figure, asked.week).map_err(|error| not_understood(&error))?;
    Ok(Wish { figure, half_width: HalfWidth::Absolute(asked.half_width) })
}

/// A question that makes no sense.
pub(crate) fn not_understood(error: &dyn std::error::Error) -> IpcError {
    IpcError::InvalidModel { place: "question".to_owned(), message: error.to_string() }
}

impl From<CompareError> for IpcError {
    fn from(error: CompareError) -> Self {
        not_understood(&error)
    }
}

impl From<PrecisionError> for IpcError {
    fn from(error: PrecisionError) -> Self {
        match error {
            PrecisionError::CannotSimulate { source, .. } => source.into(),
            other => not_understood(&other),
        }
    }
}

#[cfg(test)]
mod tests;
