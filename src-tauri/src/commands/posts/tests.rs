//! The question of posts as the window asks it: found, stopped half-way, refused.

use serde_json::Value;

use super::*;
use crate::jobs::tests::heard;
use crate::runner::tests::example;

/// How many band 6 therapists bring the longest wait of the tiered redesign under a line, 9 times in 10?
fn question(project_id: &str, line: f64) -> PostsRequest {
    PostsRequest {
        project_id: project_id.to_owned(),
        option_id: "tiered".to_owned(),
        goals: vec![GoalRequest {
            figure: "longestWait".to_owned(),
            week: 52,
            side: GoalSide::AtMost,
            line,
            probability_percent: 90.0,
        }],
        vary: vec![VaryRequest {
            place: "mix/posts/ot-band-6/wte".to_owned(),
            low: 4.0,
            high: 12.0,
            step: 0.5,
        }],
        confidence_percent: 95.0,
        within_points: 3.0,
        seed: "1".to_owned(),
    }
}

fn ask(desk: &Arc<Desk>, request: PostsRequest) -> Vec<Value> {
    let (channel, events) = heard::<PostsEvent>();
    jobs::start(desk, channel, move |desk, reports| found(desk, &request, reports));
    events.iter().collect()
}

#[test]
fn posts_are_found_and_what_is_tried_is_told() {
    let (_folder, desk, request) = example(1);
    let desk = Arc::new(desk);
    let events = ask(&desk, question(&request.project_id, 60.0));
    let told = &events[0]["progress"];
    assert_eq!(told["stage"], "directions", "{told}");
    assert!(told["mix"].as_str().is_some_and(|mix| mix.contains("band 6: 4 WTE")), "{told}");
    let last = events.last().expect("there is an end");
    assert_eq!(last["answer"]["answer"]["outcome"]["kind"], "found", "{last}");
    assert!(last["answer"]["poundsPerYearNow"].as_f64().is_some_and(|pounds| pounds > 400_000.0));
}

#[test]
fn a_search_stopped_half_way_says_what_it_had() {
    let (_folder, desk, request) = example(1);
    let desk = Arc::new(desk);
    let (channel, events) = heard::<PostsEvent>();
    let asked = PostsRequest { within_points: 0.2, ..question(&request.project_id, 60.0) };
    let number = jobs::start(&desk, channel, move |desk, reports| found(desk, &asked, reports));
    let first = events.recv().expect("it says what it tries");
    assert_eq!(first["kind"], "progress");
    assert!(desk.stop_run(number), "it is under way");
    let last = events.iter().last().expect("there is an end");
    assert_eq!(last["kind"], "stopped");
    assert_eq!(last["answer"]["answer"]["outcome"]["kind"], "stopped", "{last}");
}

#[test]
fn a_question_that_makes_no_sense_is_refused_in_words() {
    let (_folder, desk, request) = example(1);
    let desk = Arc::new(desk);
    let refused = |asked: PostsRequest| ask(&desk, asked).last().map(|event| event["error"].clone());
    let nothing = refused(PostsRequest { vary: Vec::new(), ..question(&request.project_id, 60.0) });
    let nothing = nothing.expect("there is an end");
    assert_eq!(nothing["code"], "invalidModel");
    assert!(nothing["message"].as_str().is_some_and(|words| words.contains("one thing that may vary")));
    let gone = refused(PostsRequest { option_id: "gone".to_owned(), ..question(&request.project_id, 60.0) });
    assert_eq!(gone.expect("there is an end")["code"], "invalidModel");
}
