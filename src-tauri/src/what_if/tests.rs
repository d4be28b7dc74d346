//! The newest request wins, and what it says is what a run would say.

use jiff::Timestamp;
use pathloom_appraisal::what_if::Move;
use pathloom_library::Source;
use pathloom_service::shelf;
use serde_json::Value;
use tauri::ipc::InvokeResponseBody;

use super::*;

/// A desk with Birmingham open, and a request to try half a post more in its redesign.
fn example() -> (tempfile::TempDir, Arc<Desk>, WhatIfRequest) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let desk = Desk::open(&folder.path().join("library.db"), Timestamp::UNIX_EPOCH).expect("a new library");
    let text = shelf::find("birmingham").map_or("", |one| one.text);
    let project = pathloom_service::read(text).unwrap_or_else(|error| panic!("{error}"));
    let document = desk.library().create(&project, Source::Blank, Timestamp::UNIX_EPOCH).expect("a project");
    let request = WhatIfRequest {
        project_id: document.id,
        option_id: "tiered".to_owned(),
        moves: vec![Move { lever: "mix/posts/ot-band-6/wte".to_owned(), value: 4.5 }],
        seed: "1".to_owned(),
        replications: 80,
        number: 1,
    };
    (folder, Arc::new(desk), request)
}

/// A channel, and what was sent over it.
fn heard() -> (Channel<WhatIfEvent>, Arc<Mutex<Vec<Value>>>) {
    let events = Arc::new(Mutex::new(Vec::new()));
    let keep = Arc::clone(&events);
    let channel = Channel::new(move |body| {
        if let (InvokeResponseBody::Json(text), Ok(mut events)) = (body, keep.lock()) {
            events.push(serde_json::from_str(&text).unwrap_or(Value::Null));
        }
        Ok(())
    });
    (channel, events)
}

fn job(desk: &Desk, request: &WhatIfRequest) -> Job {
    Job::prepare(desk, request).unwrap_or_else(|error| panic!("{error}"))
}

fn counts(events: &Mutex<Vec<Value>>) -> Vec<u64> {
    let events = events.lock().expect("nobody else listens");
    events.iter().filter_map(|event| event["headline"]["replicationsFinished"].as_u64()).collect()
}

/// Holds an answer that nothing cut off: coarse at first, of as many futures as there was time for, then sharper.
fn in_full(counts: &[u64]) {
    assert!(matches!(counts, [10 | 20, 60, 80]), "{counts:?}");
}

#[test]
fn bands_come_coarse_at_first_and_then_sharpen_with_differences() {
    let (_folder, desk, request) = example();
    let (channel, events) = heard();
    follow(&desk, &job(&desk, &request), &channel);
    in_full(&counts(&events));
    let events = events.lock().expect("nobody else listens");
    assert_eq!(events[0]["differences"], Value::Null, "the first answer waits for nothing");
    let last = &events[2]["differences"];
    assert_eq!(last["futures"], 80);
    assert!(last["waitingList"]["mean"][52].as_f64().is_some_and(|mean| mean < 0.0), "{last}");
}

#[test]
fn a_newer_request_cuts_off_the_sharpening_of_an_older_one() {
    let (_folder, desk, request) = example();
    let long = WhatIfRequest { replications: 100_000, ..request.clone() };
    let (channel, older) = heard();
    let (at, to) = (Arc::clone(&desk), job(&desk, &long));
    let thread = std::thread::spawn(move || follow(&at, &to, &channel));
    while older.lock().expect("nobody else listens").is_empty() {
        std::thread::sleep(Duration::from_millis(1));
    }
    let (channel, newer) = heard();
    follow(&desk, &job(&desk, &WhatIfRequest { number: 2, ..request }), &channel);
    thread.join().expect("the older one ends");
    assert_eq!(counts(&newer).last(), Some(&80));
    assert!(counts(&older).iter().all(|count| *count < 100_000), "{:?}", counts(&older));
}

#[test]
fn of_many_requests_at_once_the_newest_is_answered_in_full_and_none_queues() {
    let (_folder, desk, request) = example();
    let asked: Vec<_> = (1..=20)
        .map(|number| {
            let (channel, events) = heard();
            let (at, to) = (Arc::clone(&desk), job(&desk, &WhatIfRequest { number, ..request.clone() }));
            (std::thread::spawn(move || follow(&at, &to, &channel)), events)
        })
        .collect();
    let answers: Vec<Vec<u64>> = asked
        .into_iter()
        .map(|(thread, events)| {
            thread.join().expect("every request ends");
            counts(&events)
        })
        .collect();
    in_full(answers.last().expect("the newest"));
    let as_far = answers.iter().filter(|counts| counts.last() == Some(&80)).count();
    assert!(as_far < 20, "older ones give way: {answers:?}");
}

#[test]
fn a_request_that_comes_late_is_not_answered_and_a_new_sitting_counts_again() {
    let (_folder, desk, request) = example();
    let answered = |number: u32| {
        let (channel, events) = heard();
        follow(&desk, &job(&desk, &WhatIfRequest { number, ..request.clone() }), &channel);
        !counts(&events).is_empty()
    };
    assert!(answered(2) && !answered(1));
    desk.what_if.end(4);
    assert!(!answered(3) && answered(5));
    desk.what_if.begin();
    assert!(answered(1));
}

#[test]
fn what_was_tried_is_kept_with_the_changes_the_option_has() {
    let (_folder, desk, request) = example();
    let places = |option: &str, lever: &str, value: f64| -> Vec<String> {
        let moves = vec![Move { lever: lever.to_owned(), value }];
        let request = WhatIfRequest { option_id: option.to_owned(), moves, ..request.clone() };
        let kept = kept_changes(&desk, &request).unwrap_or_else(|error| panic!("{error}"));
        kept.into_iter().map(|change| change.figure).collect()
    };
    let workshops = "design/steps/workshop/work/schedule/everyWeeks";
    let band_6 = "mix/posts/ot-band-6/wte";
    assert_eq!(places("half-the-workshops", band_6, 4.5), [workshops, band_6]);
    assert_eq!(places("half-the-workshops", workshops, 1.0), [workshops], "one change of a figure");
}

#[test]
fn a_figure_that_cannot_be_moved_is_refused_in_words() {
    let (_folder, desk, request) = example();
    let moves = vec![Move { lever: "mix/posts/ot-band-6/wte".to_owned(), value: -1.0 }];
    let refused = Job::prepare(&desk, &WhatIfRequest { moves, ..request }).err();
    assert!(matches!(refused, Some(IpcError::InvalidModel { .. })), "{refused:?}");
}
