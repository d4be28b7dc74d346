//! How many posts? What may vary, and the search for the cheapest mix that meets the goals.

use std::sync::Arc;

use pathloom_appraisal::Figure;
use pathloom_appraisal::posts::{
    Goal, Limit, PostsError, PostsQuestion, Trying, Vary, choices, find_posts, yearly_cost,
};
use pathloom_simulation::{ENGINE_VERSION, RunSettings};
use tauri::ipc::Channel;

use super::compare::not_understood;
use super::{AtDesk, aside};
use crate::desk::Desk;
use crate::ipc::{
    GoalRequest, GoalSide, IpcError, JobEvent, PostsChoices, PostsReply, PostsRequest, VaryRequest, seed,
};
use crate::jobs::{self, Halt, Reports};

type PostsEvent = JobEvent<Trying, PostsReply>;

/// What may vary in an option, with limits to begin from, and the document's targets.
#[tauri::command]
#[specta::specta]
pub(crate) async fn posts_choices(
    desk: AtDesk<'_>,
    id: String,
    option: String,
) -> Result<PostsChoices, IpcError> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let (scenario, _) = desk.scenario(&id, &option)?;
        let goals = scenario.targets.iter().filter_map(Goal::of_target).collect();
        Ok(PostsChoices { choices: choices(&scenario), goals, pounds_per_year: yearly_cost(&scenario) })
    })
    .await
}

/// Starts the search; the number to stop it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn posts_start(
    desk: AtDesk<'_>,
    request: PostsRequest,
    channel: Channel<PostsEvent>,
) -> Result<u32, IpcError> {
    Ok(jobs::start(&desk, channel, move |desk, reports| found(desk, &request, reports)))
}

fn found(
    desk: &Desk,
    request: &PostsRequest,
    reports: &mut Reports<Trying, PostsReply>,
) -> Result<PostsReply, Halt> {
    let (scenario, revision) = desk.scenario(&request.project_id, &request.option_id)?;
    let goals = request.goals.iter().map(goal).collect::<Result<Vec<Goal>, IpcError>>()?;
    let question = PostsQuestion {
        confidence: request.confidence_percent / 100.0,
        indifference: request.within_points / 100.0,
        ..PostsQuestion::new(goals, request.vary.iter().map(vary).collect())
    };
    let settings = RunSettings { seed: seed(&request.seed)?, ..RunSettings::default() };
    let stop = reports.stop;
    let answer = find_posts(&scenario, &question, &settings, stop, &mut |trying| {
        reports.tell(|| trying.clone());
    })?;
    Ok(PostsReply {
        answer,
        pounds_per_year_now: yearly_cost(&scenario),
        seed: request.seed.clone(),
        engine_version: ENGINE_VERSION.to_owned(),
        revision,
    })
}

fn goal(asked: &GoalRequest) -> Result<Goal, IpcError> {
    let figure = Figure::named(&asked.figure, asked.week).map_err(|error| not_understood(&error))?;
    let limit = match asked.side {
        GoalSide::AtMost => Limit::AtMost(asked.line),
        GoalSide::AtLeast => Limit::AtLeast(asked.line),
    };
    Ok(Goal { figure, limit, probability: asked.probability_percent / 100.0 })
}

fn vary(asked: &VaryRequest) -> Vary {
    Vary { place: asked.place.clone(), low: asked.low, high: asked.high, step: asked.step }
}

impl From<PostsError> for IpcError {
    fn from(error: PostsError) -> Self {
        match error {
            PostsError::CannotSimulate { source, .. } => source.into(),
            other => not_understood(&other),
        }
    }
}

#[cfg(test)]
mod tests;
