//! What was counted is held against stored runs, figures are fitted to it, and either says so when it cannot be done.

use std::sync::atomic::AtomicBool;

use jiff::ToSpan;
use pathloom_service::{ActualFigure, ActualMeasure};
use serde_json::Value;

use super::*;
use crate::jobs::tests::heard;
use crate::runner::{self, Job, tests::example};

/// Birmingham on a desk, with a list that was counted every fortnight: so many people more each time than 1,500.
fn counted(more_each_time: f64) -> (tempfile::TempDir, Arc<Desk>, String) {
    let (folder, desk, request) = example(60);
    let project_id = request.project_id.clone();
    let mut project = desk.document(&project_id).expect("it is open").project.clone();
    let day = |at: i32| project.start_date.checked_add((14 * at).days()).expect("a day");
    let figure = |at: i32| ActualFigure { date: day(at), value: 1_500.0 + more_each_time * f64::from(at) };
    project.actuals = vec![Actuals {
        id: "list".to_owned(),
        name: "Fortnightly list".to_owned(),
        measure: ActualMeasure::WaitingList,
        scope: ActualScope::Service,
        figures: (1..=10).map(figure).collect(),
        evidence: None,
    }];
    let at = jiff::Timestamp::UNIX_EPOCH;
    let edited = desk.library().edit(&project_id, 1, &project, "Type what was counted", None, at);
    desk.keep(edited.expect("it can be edited"));
    let job = Job::prepare(&desk, request).unwrap_or_else(|error| panic!("{error}"));
    runner::make(&desk, &job, &AtomicBool::new(false), &heard().0);
    (folder, Arc::new(desk), project_id)
}

fn judge(desk: &Arc<Desk>, project_id: &str, actuals_id: &str) -> Value {
    let (channel, events) = heard::<TrajectoryEvent>();
    let request = TrajectoryRequest {
        project_id: project_id.to_owned(),
        option_id: "tiered".to_owned(),
        actuals_id: actuals_id.to_owned(),
    };
    jobs::start(desk, channel, move |desk, reports| judged(desk, &request, reports));
    events.iter().last().expect("there is an end")
}

#[test]
fn a_list_that_grows_away_from_the_forecast_is_called_so() {
    let (_folder, desk, project_id) = counted(200.0);
    let last = judge(&desk, &project_id, "list");
    let found = &last["answer"]["trajectory"];
    assert_eq!((&found["verdict"], &found["futures"]), (&"above".into(), &60.into()), "{last}");
    assert_eq!(found["points"].as_array().map(Vec::len), Some(10));
    assert_eq!(last["answer"]["run"]["replications"], 60);
    let gone = judge(&desk, &project_id, "gone");
    assert_eq!(gone["error"]["code"], "notFound", "{gone}");
}

fn question(project_id: &str, futures: u32) -> FitRequest {
    let place = "mix/posts/ot-band-6/wte".to_owned();
    FitRequest {
        project_id: project_id.to_owned(),
        option_id: "tiered".to_owned(),
        actuals_id: "list".to_owned(),
        unknown: vec![UnknownRequest { place, low: 1.0, high: 8.0 }],
        futures,
        seed: "1".to_owned(),
    }
}

#[test]
fn a_figure_is_fitted_to_what_was_counted_and_a_fit_that_is_stopped_says_so() {
    let (_folder, desk, project_id) = counted(-20.0);
    let (channel, events) = heard::<FitEvent>();
    let asked = question(&project_id, 400);
    jobs::start(&desk, channel, move |desk, reports| fitted(desk, &asked, reports));
    let last = events.iter().last().expect("there is an end");
    let fit = &last["answer"]["fit"];
    assert_eq!((&last["kind"], &fit["replications"]), (&"finished".into(), &700.into()), "{last}");
    assert_eq!(fit["line"][0]["date"], "2026-01-19", "{fit}");
    let range = &fit["figures"][0]["estimate"];
    assert!(range["low"].as_f64() < range["high"].as_f64(), "{range}");

    let (channel, events) = heard::<FitEvent>();
    let asked = question(&project_id, 20_000);
    let number = jobs::start(&desk, channel, move |desk, reports| fitted(desk, &asked, reports));
    assert_eq!(events.recv().expect("it is under way")["progress"]["of"], 20_300);
    assert!(desk.stop_run(number), "it is under way");
    let last = events.iter().last().expect("there is an end");
    assert_eq!((&last["kind"], &last["answer"]), (&"stopped".into(), &Value::Null), "{last}");
}

#[test]
fn a_fit_that_makes_no_sense_is_refused_in_words() {
    let (_folder, desk, project_id) = counted(0.0);
    let (channel, events) = heard::<FitEvent>();
    let asked = FitRequest { unknown: Vec::new(), ..question(&project_id, 400) };
    jobs::start(&desk, channel, move |desk, reports| fitted(desk, &asked, reports));
    let last = events.iter().last().expect("there is an end");
    assert!(
        last["error"]["message"].as_str().is_some_and(|words| words.contains("unknown figures")),
        "{last}"
    );
}

#[test]
fn a_service_that_starts_from_its_list_needs_no_warm_up() {
    let (_folder, desk, request) = example(1);
    let (channel, events) = heard::<WarmUpEvent>();
    let asked = WarmUpRequest {
        project_id: request.project_id,
        option_id: "tiered".to_owned(),
        seed: "1".to_owned(),
    };
    jobs::start(&Arc::new(desk), channel, move |desk, reports| advised(desk, &asked, reports));
    let last = events.iter().last().expect("there is an end");
    assert_eq!(last["answer"]["advice"], "startsAsItIs", "{last}");
}
