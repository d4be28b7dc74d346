//! What vacancies and turnover do to the wait: an option held against itself with every post filled.

use std::sync::Arc;

use pathloom_appraisal::compare::{Simulated, compare};
use pathloom_appraisal::vacancies::{RoleTurnover, with_every_post_filled, with_turnover};
use pathloom_simulation::summary::BandColumns;
use pathloom_simulation::{Outcomes, Scope, WeeklyMeasure};
use tauri::ipc::Channel;

use super::results::card;
use super::{AtDesk, aside};
use crate::desk::Desk;
use crate::ipc::{CompareProgress, IpcError, JobEvent, VacanciesAnswer, VacanciesRequest};
use crate::jobs::{self, Halt, Reports};
use crate::latest::{kept_of, kept_or_simulated, latest_run};

type VacanciesEvent = JobEvent<CompareProgress, VacanciesAnswer>;

/// The roles of an option of which posts are vacant, or people leave, as the document stands.
#[tauri::command]
#[specta::specta]
pub(crate) async fn vacancies_roles(
    desk: AtDesk<'_>,
    id: String,
    option: String,
) -> Result<Vec<RoleTurnover>, IpcError> {
    let desk = Arc::clone(&desk);
    aside(move || Ok(with_turnover(&desk.scenario(&id, &option)?.0))).await
}

/// Holds an option against itself with every post filled; the number to stop it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn vacancies_start(
    desk: AtDesk<'_>,
    request: VacanciesRequest,
    channel: Channel<VacanciesEvent>,
) -> Result<u32, IpcError> {
    Ok(jobs::start(&desk, channel, move |desk, reports| held_against_filled(desk, &request, reports)))
}

fn held_against_filled(
    desk: &Desk,
    request: &VacanciesRequest,
    reports: &mut Reports<CompareProgress, VacanciesAnswer>,
) -> Result<VacanciesAnswer, Halt> {
    let run = latest_run(desk, &request.project_id, &request.option_id)?;
    let filled = with_every_post_filled(&run.scenario).ok_or_else(nothing_to_fill)?;
    let as_it_is = kept_of(desk, &run, reports)?.outcomes;
    let without = kept_or_simulated(desk, run.futures_of(&filled), reports)?.outcomes;
    let options = [
        Simulated { scenario: &filled, outcomes: &without },
        Simulated { scenario: &run.scenario, outcomes: &as_it_is },
    ];
    let course = |measure| options.iter().map(|one| course_of(measure, one.outcomes)).collect();
    Ok(VacanciesAnswer {
        roles: with_turnover(&run.scenario),
        comparison: compare(&options, 0, request.week)?,
        longest_wait: course(WeeklyMeasure::LongestWait),
        waiting_list: course(WeeklyMeasure::WaitingList),
        run: card(&run.stored),
    })
}

fn course_of(measure: WeeklyMeasure, outcomes: &Outcomes) -> BandColumns {
    BandColumns::of(&outcomes.trajectory(measure, &Scope::Service).unwrap_or_default())
}

fn nothing_to_fill() -> IpcError {
    IpcError::InvalidModel {
        place: "roles".to_owned(),
        message: "no post is vacant and nobody leaves: there is nothing to leave out".to_owned(),
    }
}

#[cfg(test)]
mod tests;
