//! What drives the answer: one figure at a time, and shares of the spread.

use pathloom_appraisal::Figure;
use pathloom_appraisal::drivers::{DriversError, DriversQuestion, Progress, what_drives};
use pathloom_simulation::{ENGINE_VERSION, RunSettings};
use tauri::ipc::Channel;

use super::AtDesk;
use super::compare::not_understood;
use crate::desk::Desk;
use crate::ipc::{DriversReply, DriversRequest, IpcError, JobEvent, seed};
use crate::jobs::{self, Halt, Reports};

type DriversEvent = JobEvent<Progress, DriversReply>;

/// Starts looking for what drives a figure of an option; the number to stop it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn drivers_start(
    desk: AtDesk<'_>,
    request: DriversRequest,
    channel: Channel<DriversEvent>,
) -> Result<u32, IpcError> {
    Ok(jobs::start(&desk, channel, move |desk, reports| found(desk, &request, reports)))
}

fn found(
    desk: &Desk,
    request: &DriversRequest,
    reports: &mut Reports<Progress, DriversReply>,
) -> Result<DriversReply, Halt> {
    let (scenario, revision) = desk.scenario(&request.project_id, &request.option_id)?;
    let figure = Figure::named(&request.figure, request.week).map_err(|error| not_understood(&error))?;
    let question = DriversQuestion { figure, usual_percent: request.usual_percent, budget: request.budget };
    let settings = RunSettings { seed: seed(&request.seed)?, ..RunSettings::default() };
    let stop = reports.stop;
    let drivers =
        what_drives(&scenario, &question, &settings, stop, &mut |progress| reports.tell(|| progress))?;
    if drivers.stopped && drivers.swings.is_empty() {
        return Err(Halt::Stopped);
    }
    Ok(DriversReply {
        drivers,
        seed: request.seed.clone(),
        engine_version: ENGINE_VERSION.to_owned(),
        revision,
    })
}

impl From<DriversError> for IpcError {
    fn from(error: DriversError) -> Self {
        match error {
            DriversError::CannotSimulate(source) => source.into(),
            other => not_understood(&other),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use serde_json::Value;

    use super::*;
    use crate::jobs::tests::heard;
    use crate::runner::tests::example;

    fn question(project_id: &str) -> DriversRequest {
        DriversRequest {
            project_id: project_id.to_owned(),
            option_id: "tiered".to_owned(),
            figure: "longestWait".to_owned(),
            week: 52,
            usual_percent: 10.0,
            budget: 400,
            seed: "1".to_owned(),
        }
    }

    #[test]
    fn the_figure_that_moves_the_answer_most_comes_first_with_its_own_values() {
        let (_folder, desk, request) = example(1);
        let (channel, events) = heard::<DriversEvent>();
        let asked = question(&request.project_id);
        jobs::start(&Arc::new(desk), channel, move |desk, reports| found(desk, &asked, reports));
        let events: Vec<Value> = events.iter().collect();
        assert!(events[0]["progress"]["of"].as_f64().is_some_and(|of| of >= 400.0), "{}", events[0]);
        let last = events.last().expect("there is an end");
        let drivers = &last["answer"]["drivers"];
        assert_eq!(
            (&last["kind"], &drivers["words"]),
            (&"finished".into(), &"longest wait at week 52".into())
        );
        let size = |at: usize| drivers["swings"][at]["swing"].as_f64().map(f64::abs).unwrap_or_default();
        assert!(size(0) > 1.0 && size(0) >= size(1), "{}", drivers["swings"][0]);
        let input = &drivers["swings"][0]["input"];
        assert!(input["low"].as_f64() < input["high"].as_f64(), "{input}");
    }

    #[test]
    fn a_look_stopped_half_way_keeps_what_it_found() {
        let (_folder, desk, request) = example(1);
        let desk = Arc::new(desk);
        let (channel, events) = heard::<DriversEvent>();
        let asked = DriversRequest { budget: 200_000, ..question(&request.project_id) };
        let number = jobs::start(&desk, channel, move |desk, reports| found(desk, &asked, reports));
        // 300 futures at the likely values and 120 for each figure: by then two figures have been tried.
        let is_far = |event: &Value| event["progress"]["done"].as_f64().is_some_and(|done| done >= 600.0);
        assert!(events.iter().any(|event| is_far(&event)), "it never got that far");
        assert!(desk.stop_run(number), "it is under way");
        let last = events.iter().last().expect("there is an end");
        assert_eq!(last["kind"], "stopped", "{last}");
        assert_eq!(last["answer"]["drivers"]["stopped"], true, "{last}");
    }

    #[test]
    fn a_figure_that_is_not_measured_is_refused_in_words() {
        let (_folder, desk, request) = example(1);
        let (channel, events) = heard::<DriversEvent>();
        let asked = DriversRequest { week: 5_000, ..question(&request.project_id) };
        jobs::start(&Arc::new(desk), channel, move |desk, reports| found(desk, &asked, reports));
        let last = events.iter().last().expect("there is an end");
        assert_eq!(last["error"]["code"], "invalidModel", "{last}");
    }
}
