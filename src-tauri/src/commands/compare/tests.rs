//! Comparisons are of the stored runs, whether their futures are still in memory or not.

use std::sync::atomic::AtomicBool;

use serde_json::Value;

use super::*;
use crate::ipc::RunRequest;
use crate::jobs::tests::heard;
use crate::runner::{self, Job, tests::example};

/// A desk on which these many futures of every option have been simulated.
fn simulated(replications: u32) -> (tempfile::TempDir, Arc<Desk>, CompareRequest) {
    let (folder, desk, request) = example(replications);
    let asked = CompareRequest {
        project_id: request.project_id.clone(),
        base_id: request.option_ids[0].clone(),
        option_ids: request.option_ids.clone(),
        week: 52,
    };
    run_all(&desk, request);
    (folder, Arc::new(desk), asked)
}

fn run_all(desk: &Desk, request: RunRequest) {
    let job = Job::prepare(desk, request).unwrap_or_else(|error| panic!("{error}"));
    runner::make(desk, &job, &AtomicBool::new(false), &heard().0);
}

/// The last event of a comparison.
fn compare_now(desk: &Arc<Desk>, request: &CompareRequest) -> Value {
    let (channel, events) = heard::<CompareEvent>();
    let request = request.clone();
    jobs::start(desk, channel, move |desk, reports| compared(desk, &request, reports));
    events.iter().last().expect("there is an end")
}

#[test]
fn options_are_compared_on_their_runs_alike_from_memory_and_anew() {
    let (folder, desk, request) = simulated(30);
    let first = compare_now(&desk, &request);
    assert_eq!(first["kind"], "finished", "{first}");
    let comparison = &first["answer"]["comparison"];
    assert_eq!((&comparison["replications"], &comparison["base"]), (&Value::from(30), &Value::from(0)));
    let longest = &comparison["figures"][1];
    assert_eq!((&longest["name"], &longest["differences"][0]), (&Value::from("longestWait"), &Value::Null));
    assert_eq!(longest["differences"][1]["verdict"], "lower", "the redesign shortens the longest wait");
    assert_eq!(first["answer"]["growth"][1][1][2]["futures"], 30);

    // A desk of a later sitting knows what is on the disk alone.
    drop(desk);
    let again = Desk::open(&folder.path().join("library.db"), jiff::Timestamp::UNIX_EPOCH);
    let again = Arc::new(again.expect("a library"));
    let second = compare_now(&again, &request);
    assert_eq!(second["answer"]["comparison"], first["answer"]["comparison"], "the same futures once more");
}

#[test]
fn what_has_changed_since_it_was_simulated_is_not_compared() {
    let (_folder, desk, request) = simulated(10);
    let mut project = desk.document(&request.project_id).expect("it is open").project.clone();
    project.horizon_weeks += 1;
    let at = jiff::Timestamp::UNIX_EPOCH;
    let edited = desk.library().edit(&request.project_id, 1, &project, "Look further", None, at);
    desk.keep(edited.expect("it can be edited"));
    let event = compare_now(&desk, &request);
    assert_eq!(event["error"]["code"], "invalidModel", "{event}");
    assert!(event["error"]["message"].as_str().is_some_and(|words| words.contains("run it first")));
}

#[test]
fn a_run_for_precision_is_kept_like_any_run() {
    let (_folder, desk, request) = simulated(10);
    let wish = |figure: &str, half_width| WishRequest { figure: figure.to_owned(), week: 52, half_width };
    let asked = PrecisionRequest {
        project_id: request.project_id.clone(),
        option_ids: request.option_ids.clone(),
        wishes: vec![wish("longestWait", 3.0), wish("waitingList", 30.0)],
        most_replications: 400,
        seed: "1".to_owned(),
    };
    let (channel, events) = heard::<PrecisionEvent>();
    jobs::start(&desk, channel, move |desk, reports| run_for_precision(desk, &asked, reports));
    let last = events.iter().last().expect("there is an end");
    assert_eq!(last["answer"]["ended"], "reached", "{last}");
    let looks = last["answer"]["growth"].as_array().expect("there was a look");
    let futures = looks.last().map(|look| look["replications"].clone());
    let compared = compare_now(&desk, &request);
    assert_eq!(Some(&compared["answer"]["comparison"]["replications"]), futures.as_ref());
}
