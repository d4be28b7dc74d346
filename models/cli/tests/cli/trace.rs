//! `pathloom trace`.

use serde_json::Value;

use crate::program::{Folder, clinic, pathloom};

fn trace(words: &[&str]) -> crate::program::Done {
    let folder = Folder::of(&clinic());
    pathloom(&[&["trace", folder.file()], words].concat())
}

#[test]
fn without_a_number_it_says_who_is_worth_a_look() {
    let done = trace(&["--option", "more-staff"]).fine();
    for part in [
        "A small clinic",
        "Half a post more · replication 0, seed 1",
        "Worth a look",
        "waits longest",
        "Discharged",
    ] {
        assert!(done.out.contains(part), "{part}: {}", done.out);
    }
    let journey = done.out.split("who waits longest\n").nth(1).unwrap_or_default();
    assert!(journey.lines().count() >= 2, "{}", done.out);
}

#[test]
fn one_persons_journey_can_be_asked_for() {
    let listed = trace(&["--format", "json"]).fine().json();
    let person = listed["worthALook"][0]["person"].as_u64().expect("the longest waiter has a number");
    assert_eq!(listed["person"].as_u64(), Some(person));
    let alone = trace(&["--person", &person.to_string(), "--format", "json"]).fine().json();
    assert_eq!(alone["journey"], listed["journey"]);
    assert_eq!(alone["worthALook"], Value::Array(Vec::new()));
    assert_eq!(alone["events"], listed["events"]);
    assert!(alone["events"].as_array().is_some_and(|events| !events.is_empty()));
    let longest = trace(&["--longest"]).fine().out;
    assert!(longest.contains(&format!("Person {person}, who waits longest")), "{longest}");
    assert!(!longest.contains("Worth a look"), "{longest}");
}

#[test]
fn a_number_nobody_has_is_answered_with_those_there_are() {
    let done = trace(&["--person", "4000000"]);
    assert_eq!(done.code, Some(2), "{}", done.err);
    assert!(done.err.contains("have numbers from 0 to "), "{}", done.err);
}

#[test]
fn events_are_lines_in_order_of_time() {
    let csv = trace(&["--events", "--format", "csv"]).fine().out;
    let mut lines = csv.lines();
    let head = "day,date,person,step,event,group,weeks_waited,waited_here_weeks,clock_stopped_after_weeks,number,until_day";
    assert_eq!(lines.next(), Some(head));
    let days: Vec<f64> = lines.filter_map(|line| line.split(',').next()?.parse().ok()).collect();
    assert!(days.len() > 100 && days.is_sorted(), "{csv}");

    let json = trace(&["--events", "--format", "json"]).fine().out;
    assert_eq!(json.lines().count(), days.len());
    for line in json.lines() {
        let event: Value = serde_json::from_str(line).expect("every line is JSON");
        assert!(event["event"].is_string() && event["day"].is_number(), "{line}");
    }
    let text = trace(&["--events"]).fine().out;
    assert_eq!(text.lines().count(), days.len());
    assert!(text.contains("2026-04-06 00:00  person "), "{text}");
}

#[test]
fn a_cut_log_says_so() {
    let done = trace(&["--events", "--limit", "10", "--format", "csv"]);
    assert_eq!((done.code, done.out.lines().count()), (Some(0), 11), "{}", done.err);
    assert!(done.err.contains("cut after the first 10 events"), "{}", done.err);
}

#[test]
fn another_replication_or_seed_is_another_future() {
    let base = trace(&["--events"]).fine().out;
    assert_eq!(base, trace(&["--events", "--seed", "1", "--replication", "0"]).fine().out);
    assert_ne!(base, trace(&["--events", "--replication", "1"]).fine().out);
    assert_ne!(base, trace(&["--events", "--seed", "2"]).fine().out);
}
