//! What was counted: read from a text, held against a forecast, and figures fitted to it. And how long a warm-up should be.

use std::sync::Arc;

use pathloom_appraisal::fit::{FitChoice, FitError, FitQuestion, Unknown, choices, fit};
use pathloom_appraisal::trajectory::{TrajectoryError, trajectory};
use pathloom_appraisal::warm_up::{self, WarmUp, warm_up};
use pathloom_library::{CountedFigures, DayOrder, read_counted_figures};
use pathloom_service::{ActualScope, Actuals, Project};
use pathloom_simulation::{ENGINE_VERSION, RunSettings};
use tauri::ipc::Channel;

use super::compare::not_understood;
use super::results::card;
use super::{AtDesk, aside};
use crate::desk::Desk;
use crate::ipc::{
    CompareProgress, FitReply, FitRequest, FuturesMade, IpcError, JobEvent, TrajectoryReply,
    TrajectoryRequest, UnknownRequest, WarmUpRequest, seed,
};
use crate::jobs::{self, Halt, Reports};
use crate::latest::{kept_of, latest_run, simulated_again};

type TrajectoryEvent = JobEvent<CompareProgress, TrajectoryReply>;
type FitEvent = JobEvent<FuturesMade, FitReply>;
type WarmUpEvent = JobEvent<FuturesMade, WarmUp>;

/// Reads pasted or imported figures, a day and a figure on each line.
#[tauri::command]
#[specta::specta]
pub(crate) async fn counted_figures_read(
    text: String,
    day_order: Option<DayOrder>,
) -> Result<CountedFigures, IpcError> {
    aside(move || Ok(read_counted_figures(&text, day_order)?)).await
}

/// Holds what was counted against the latest run of an option; the number to stop it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn trajectory_start(
    desk: AtDesk<'_>,
    request: TrajectoryRequest,
    channel: Channel<TrajectoryEvent>,
) -> Result<u32, IpcError> {
    Ok(jobs::start(&desk, channel, move |desk, reports| judged(desk, &request, reports)))
}

/// Which figures of an option can be fitted, with limits to begin from.
#[tauri::command]
#[specta::specta]
pub(crate) async fn fit_choices(
    desk: AtDesk<'_>,
    id: String,
    option: String,
) -> Result<Vec<FitChoice>, IpcError> {
    let desk = Arc::clone(&desk);
    aside(move || Ok(choices(&desk.scenario(&id, &option)?.0))).await
}

/// Starts fitting unknown figures to what was counted; the number to stop it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn fit_start(
    desk: AtDesk<'_>,
    request: FitRequest,
    channel: Channel<FitEvent>,
) -> Result<u32, IpcError> {
    Ok(jobs::start(&desk, channel, move |desk, reports| fitted(desk, &request, reports)))
}

/// Looks at how an option settles; the number to stop it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn warm_up_start(
    desk: AtDesk<'_>,
    request: WarmUpRequest,
    channel: Channel<WarmUpEvent>,
) -> Result<u32, IpcError> {
    Ok(jobs::start(&desk, channel, move |desk, reports| advised(desk, &request, reports)))
}

fn series<'p>(project: &'p Project, id: &str) -> Result<&'p Actuals, IpcError> {
    let found = project.actuals.iter().find(|one| one.id == id);
    found.ok_or_else(|| IpcError::not_found("what was counted"))
}

fn judged(
    desk: &Desk,
    request: &TrajectoryRequest,
    reports: &mut Reports<CompareProgress, TrajectoryReply>,
) -> Result<TrajectoryReply, Halt> {
    let document = desk.document(&request.project_id)?;
    let actuals = series(&document.project, &request.actuals_id)?;
    let run = latest_run(desk, &request.project_id, &request.option_id)?;
    let futures = match actuals.scope {
        ActualScope::Service => kept_of(desk, &run, reports)?.outcomes,
        // Of tiers and groups no futures are held.
        ActualScope::Tier(_) | ActualScope::Group(_) => {
            let stop = reports.stop;
            Arc::new(simulated_again(&run, stop, &mut |progress| reports.tell(|| progress))?)
        }
    };
    let trajectory = trajectory(&futures, run.scenario.start_date, actuals)?;
    Ok(TrajectoryReply { trajectory, run: card(&run.stored) })
}

fn fitted(
    desk: &Desk,
    request: &FitRequest,
    reports: &mut Reports<FuturesMade, FitReply>,
) -> Result<FitReply, Halt> {
    let document = desk.document(&request.project_id)?;
    let actuals = series(&document.project, &request.actuals_id)?;
    let (scenario, revision) = desk.scenario(&request.project_id, &request.option_id)?;
    let unknown = request.unknown.iter().map(unknown).collect();
    let question = FitQuestion { unknown, futures: request.futures };
    let settings = RunSettings { seed: seed(&request.seed)?, ..RunSettings::default() };
    let (stop, of) = (reports.stop, question.all_futures() as u32);
    let found = fit(&scenario, actuals, &question, &settings, stop, &mut |made| {
        reports.tell(|| FuturesMade { made: made as u32, of });
    });
    let fit = match found {
        Ok(fit) => fit,
        Err(FitError::Stopped) => return Err(Halt::Stopped),
        Err(FitError::CannotSimulate(source)) => return Err(source.into()),
        Err(other) => return Err(not_understood(&other).into()),
    };
    let (seed, engine_version) = (request.seed.clone(), ENGINE_VERSION.to_owned());
    Ok(FitReply { fit, seed, engine_version, revision })
}

fn unknown(asked: &UnknownRequest) -> Unknown {
    Unknown { place: asked.place.clone(), low: asked.low, high: asked.high }
}

fn advised(
    desk: &Desk,
    request: &WarmUpRequest,
    reports: &mut Reports<FuturesMade, WarmUp>,
) -> Result<WarmUp, Halt> {
    let (scenario, _) = desk.scenario(&request.project_id, &request.option_id)?;
    let settings = RunSettings { seed: seed(&request.seed)?, ..RunSettings::default() };
    let stop = reports.stop;
    let advice = warm_up(&scenario, &settings, stop, &mut |made| {
        reports.tell(|| FuturesMade { made, of: warm_up::FUTURES });
    })?;
    advice.ok_or(Halt::Stopped)
}

impl From<TrajectoryError> for IpcError {
    fn from(error: TrajectoryError) -> Self {
        not_understood(&error)
    }
}

#[cfg(test)]
mod tests;
