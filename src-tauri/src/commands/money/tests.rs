//! Appraisals are of the stored runs, and a new price needs no new run.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use pathloom_service::{Effect, EffectKind, Estimate, Occasion, OfGroup, Project};
use serde_json::Value;

use super::*;
use crate::jobs::tests::heard;
use crate::runner::{self, Job, tests::example};

/// A desk on which these many futures of every option have been simulated.
fn simulated(replications: u32) -> (tempfile::TempDir, Arc<Desk>, MoneyRequest) {
    let (folder, desk, request) = example(replications);
    let asked = MoneyRequest {
        project_id: request.project_id.clone(),
        base_id: request.option_ids[0].clone(),
        option_ids: request.option_ids.clone(),
        years: None,
    };
    let job = Job::prepare(&desk, request).unwrap_or_else(|error| panic!("{error}"));
    runner::make(&desk, &job, &AtomicBool::new(false), &heard().0);
    (folder, Arc::new(desk), asked)
}

/// Every event of an appraisal.
fn appraise_now(desk: &Arc<Desk>, request: &MoneyRequest) -> Vec<Value> {
    let (channel, events) = heard::<MoneyEvent>();
    let request = request.clone();
    jobs::start(desk, channel, move |desk, reports| appraised(desk, &request, reports));
    events.iter().collect()
}

fn edit(desk: &Desk, request: &MoneyRequest, change: impl FnOnce(&mut Project)) {
    let document = desk.document(&request.project_id).expect("it is open");
    let mut project = document.project.clone();
    change(&mut project);
    let at = jiff::Timestamp::UNIX_EPOCH;
    let edited =
        desk.library().edit(&request.project_id, document.revision, &project, "Change a price", None, at);
    desk.keep(edited.expect("it can be edited"));
}

fn net_present_value(events: &[Value]) -> f64 {
    let last = events.last().expect("there is an end");
    assert_eq!(last["kind"], "finished", "{last}");
    let value = &last["answer"]["report"]["options"][1]["againstBase"]["netPresentValue"]["mean"];
    value.as_f64().unwrap_or_else(|| panic!("{last}"))
}

#[test]
fn a_new_benefit_counts_at_once_without_another_run() {
    let (_folder, desk, request) = simulated(30);
    let before = net_present_value(&appraise_now(&desk, &request));
    let benefit = Effect {
        id: "gp".to_owned(),
        name: "GP appointments avoided".to_owned(),
        counts_as: EffectKind::TimeReleasing,
        each: Occasion::Completed(OfGroup::default()),
        amount: Estimate::exactly(2.0),
        unit: "GP appointments".to_owned(),
        pounds_each: Some(Estimate::exactly(40.0)),
    };
    edit(&desk, &request, |project| project.economics.effects.push(benefit));
    let events = appraise_now(&desk, &request);
    assert_eq!(events.len(), 1, "nothing is simulated again, so nothing is said on the way: {events:?}");
    let options = &events[0]["answer"]["report"]["options"];
    let pounds = |option: usize| {
        let lines = options[option]["lines"].as_array().expect("an account has lines");
        let line = lines.iter().find(|line| line["name"] == "GP appointments avoided");
        line.and_then(|line| line["presentValue"]["mean"].as_f64()).expect("the benefit has a line")
    };
    let change = net_present_value(&events) - before;
    assert!((change - (pounds(1) - pounds(0))).abs() < 0.01, "{change} of {} and {}", pounds(1), pounds(0));
    assert!(change.abs() > 1.0, "the redesign completes others than doing nothing does: {change}");
}

#[test]
fn a_desk_of_a_later_sitting_simulates_the_same_futures_and_says_the_same() {
    let (folder, desk, request) = simulated(20);
    let first = appraise_now(&desk, &request);
    drop(desk);
    let again = Desk::open(&folder.path().join("library.db"), jiff::Timestamp::UNIX_EPOCH);
    let second = appraise_now(&Arc::new(again.expect("a library")), &request);
    let report = |events: &[Value]| events.last().map(|event| event["answer"]["report"].clone());
    assert_eq!(report(&second), report(&first));
}

#[test]
fn what_cannot_be_appraised_says_why() {
    let (_folder, desk, request) = simulated(10);
    let refused = |request: &MoneyRequest| appraise_now(&desk, request).pop().expect("there is an end");
    let far = refused(&MoneyRequest { years: Some(2), ..request.clone() });
    let words = far["error"]["message"].as_str().unwrap_or_default().to_owned();
    assert!(words.contains("2 years need 104 simulated weeks"), "{far}");
    let stranger = refused(&MoneyRequest { base_id: "gone".to_owned(), ..request.clone() });
    assert_eq!(stranger["error"]["code"], "notFound", "{stranger}");
    edit(&desk, &request, |project| project.horizon_weeks += 1);
    let changed = refused(&request);
    let words = changed["error"]["message"].as_str().unwrap_or_default().to_owned();
    assert!(words.contains("run it first"), "{changed}");
}
