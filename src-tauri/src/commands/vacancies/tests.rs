//! Both sides are of the same futures, and the counterfactual is simulated once.

use std::sync::atomic::AtomicBool;

use pathloom_service::{Distribution, Turnover};
use serde_json::Value;

use super::*;
use crate::jobs::tests::heard;
use crate::runner::{self, Job, tests::example};

/// A desk on which an option has been simulated, in which a third of one role's posts is vacant.
fn simulated(vacant_percent: f64) -> (tempfile::TempDir, Arc<Desk>, VacanciesRequest) {
    let (folder, desk, mut request) = example(20);
    let mut project = desk.document(&request.project_id).expect("it is open").project.clone();
    let posts = project.mixes[0].posts[1].role.clone();
    let role = project.roles.iter_mut().find(|role| role.id == posts).expect("posts have a role");
    role.turnover = Some(Turnover {
        vacant_percent: vacant_percent.into(),
        leavers_percent_per_year: 0.0.into(),
        weeks_to_recruit: Distribution::fixed(40.0),
        weeks_to_full_productivity: 0.0.into(),
    });
    let at = jiff::Timestamp::UNIX_EPOCH;
    let edited = desk.library().edit(&request.project_id, 1, &project, "Vacancies", None, at);
    desk.keep(edited.expect("it can be edited"));
    request.option_ids.truncate(1);
    let asked = VacanciesRequest {
        project_id: request.project_id.clone(),
        option_id: request.option_ids[0].clone(),
        week: 52,
    };
    let job = Job::prepare(&desk, request).unwrap_or_else(|error| panic!("{error}"));
    runner::make(&desk, &job, &AtomicBool::new(false), &heard().0);
    (folder, Arc::new(desk), asked)
}

/// Every event of the question.
fn ask(desk: &Arc<Desk>, request: &VacanciesRequest) -> Vec<Value> {
    let (channel, events) = heard::<VacanciesEvent>();
    let request = request.clone();
    jobs::start(desk, channel, move |desk, reports| held_against_filled(desk, &request, reports));
    events.iter().collect()
}

#[test]
fn empty_posts_make_the_list_longer_and_another_week_needs_no_simulation() {
    let (_folder, desk, request) = simulated(33.0);
    let events = ask(&desk, &request);
    let last = events.last().expect("there is an end");
    assert_eq!(last["kind"], "finished", "{last}");
    let answer = &last["answer"];
    assert_eq!(
        (&answer["comparison"]["base"], &answer["comparison"]["replications"]),
        (&0.into(), &20.into())
    );
    let list = &answer["comparison"]["figures"][0];
    assert_eq!(
        (&list["name"], &list["differences"][1]["verdict"]),
        (&"waitingList".into(), &"higher".into())
    );
    assert_eq!(answer["roles"][0]["vacantPercent"], 33.0);
    let end = |side: usize| answer["waitingList"][side]["p50"][52].as_f64().expect("a median");
    assert!(end(1) > end(0), "{} and {}", end(1), end(0));
    assert_eq!(answer["longestWait"][1]["p50"].as_array().map(Vec::len), Some(53));

    let again = ask(&desk, &VacanciesRequest { week: 26, ..request });
    assert_eq!(again.len(), 1, "both sides are held in memory, so nothing is said on the way: {again:?}");
    assert_eq!(again[0]["answer"]["comparison"]["week"], 26);
}

#[test]
fn where_every_post_is_filled_it_says_so() {
    let (_folder, desk, request) = simulated(0.0);
    let last = ask(&desk, &request).pop().expect("there is an end");
    assert_eq!(last["error"]["code"], "invalidModel", "{last}");
    assert!(last["error"]["message"].as_str().is_some_and(|words| words.contains("nothing to leave out")));
}
