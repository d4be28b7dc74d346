//! What a document says of itself: cited figures for its fields, and what was published beside what is simulated.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use pathloom_appraisal::fitting::{FittingPlace, fitting_places};
use pathloom_appraisal::published::{BesideError, Simulating, published_beside_simulated};
use pathloom_service::bank::{bank, for_place, search};
use pathloom_simulation::{ENGINE_VERSION, RunSettings};
use tauri::ipc::Channel;

use super::{AtDesk, aside, not_understood};
use crate::desk::Desk;
use crate::ipc::{BankEntry, BankRequest, GuideAnswer, GuideRequest, IpcError, JobEvent, seed};
use crate::jobs::{self, Halt, Reports};

/// Most futures of each option; chosen: bands hardly change beyond, and all futures are held at once.
const MOST_FUTURES: u32 = 1_000;

type GuideEvent = JobEvent<Simulating, GuideAnswer>;

/// Figures of the bank, best first.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bank_find(request: BankRequest) -> Result<Vec<BankEntry>, IpcError> {
    aside(move || Ok(found(&request))).await
}

/// The figures of an option that a figure of the bank may take the place of.
#[tauri::command]
#[specta::specta]
pub(crate) async fn bank_places(
    desk: AtDesk<'_>,
    id: String,
    option: String,
    figure: String,
) -> Result<Vec<FittingPlace>, IpcError> {
    let desk = Arc::clone(&desk);
    aside(move || places(&desk, &id, &option, &figure)).await
}

/// Simulates what the guide of a project holds against published outcomes; the number to stop it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn guide_start(
    desk: AtDesk<'_>,
    request: GuideRequest,
    channel: Channel<GuideEvent>,
) -> Result<u32, IpcError> {
    Ok(jobs::start(&desk, channel, move |desk, reports| beside(desk, &request, reports)))
}

fn found(request: &BankRequest) -> Vec<BankEntry> {
    let all = bank();
    let fitting = match &request.place {
        Some(place) => for_place(&all, place, request.band.as_deref()),
        None => all,
    };
    search(&fitting, &request.words).into_iter().map(BankEntry::from).collect()
}

fn places(desk: &Desk, id: &str, option: &str, figure: &str) -> Result<Vec<FittingPlace>, IpcError> {
    let figure = bank().into_iter().find(|one| one.id == figure);
    let figure = figure.ok_or_else(|| IpcError::not_found("the figure of the bank"))?;
    Ok(fitting_places(&desk.scenario(id, option)?.0, &figure))
}

fn beside(
    desk: &Desk,
    request: &GuideRequest,
    reports: &mut Reports<'_, Simulating, GuideAnswer>,
) -> Result<GuideAnswer, Halt> {
    let document = desk.document(&request.project_id)?;
    let replications = request.replications.clamp(1, MOST_FUTURES);
    let settings =
        RunSettings { replications: 0..replications, seed: seed(&request.seed)?, ..RunSettings::default() };
    let stop = reports.stop;
    let outcomes = published_beside_simulated(&document.project, &settings, stop, &mut |simulating| {
        reports.tell(|| simulating);
    })?;
    // Of options cut short, half of the futures would stand beside the published figure as if they were all.
    if stop.load(Ordering::Relaxed) {
        return Err(Halt::Stopped);
    }
    let engine_version = ENGINE_VERSION.to_owned();
    Ok(GuideAnswer { outcomes, replications, revision: document.revision, engine_version })
}

impl From<BesideError> for IpcError {
    fn from(error: BesideError) -> Self {
        match error {
            BesideError::CannotSimulate { source, .. } => source.into(),
            other @ BesideError::NotAScenario(_) => not_understood(&other),
        }
    }
}

#[cfg(test)]
mod tests;
