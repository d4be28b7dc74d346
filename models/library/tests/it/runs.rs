//! Runs: found by their inputs, dropped without loss.

use pathloom_library::{LibraryError, RunInputs, RunKey, Source, StoredRun, run_key};
use pathloom_service::{Scenario, samples};

use super::{at, named, with_one};

fn scenario() -> Scenario {
    let project = samples::everything();
    project.scenario(&project.options[0]).expect("a scenario")
}

fn key(seed: u64) -> RunKey {
    run_key(&inputs(seed, &scenario()))
}

fn inputs(seed: u64, scenario: &Scenario) -> RunInputs<'_> {
    RunInputs { engine_version: "0.1.0", seed, replications: 300, hold_uncertain: false, scenario }
}

fn run(project: &str, option: &str, seed: u64, milliseconds: i64) -> StoredRun {
    StoredRun {
        key: key(seed),
        project: project.to_owned(),
        option: option.to_owned(),
        revision: 1,
        seed,
        replications: 300,
        engine_version: "0.1.0".to_owned(),
        made_at: at(milliseconds),
        payload: format!("{{\"seed\":{seed}}}").into_bytes(),
    }
}

#[test]
fn the_key_changes_with_every_input_and_with_nothing_else() {
    let one = scenario();
    let usual = inputs(1, &one);
    assert_eq!(run_key(&usual), run_key(&inputs(1, &one.clone())));
    assert_eq!(run_key(&usual).as_str().len(), 64);
    let mut dearer = one.clone();
    dearer.economics.discount_percent = 6.0.into();
    assert_eq!(run_key(&usual), run_key(&inputs(1, &dearer)), "prices change nothing that is simulated");
    let mut labelled = one.clone();
    labelled.groups[0].labels.insert("area".to_owned(), "north".to_owned());
    assert_eq!(run_key(&usual), run_key(&inputs(1, &labelled)), "neither do labels");
    let mut longer = one.clone();
    longer.horizon_weeks += 1;
    let others = [
        RunInputs { engine_version: "0.1.1", ..usual },
        RunInputs { seed: 2, ..usual },
        RunInputs { replications: 301, ..usual },
        RunInputs { hold_uncertain: true, ..usual },
        RunInputs { scenario: &longer, ..usual },
    ];
    for other in others {
        assert_ne!(run_key(&usual), run_key(&other), "{other:?}");
    }
}

#[test]
fn the_same_question_finds_its_answer() {
    let (mut library, document) = with_one();
    assert_eq!(library.run_get(&key(1)).expect("read"), None);
    let first = run(&document.id, "tiered", u64::MAX, 0);
    library.run_put(&first).expect("kept");
    assert_eq!(library.run_get(&key(u64::MAX)).expect("read"), Some(first.clone()));
    let again = StoredRun { payload: b"{}".to_vec(), ..first };
    library.run_put(&again).expect("replaced");
    assert_eq!(library.run_get(&again.key).expect("read"), Some(again));
    let nowhere = run("none", "tiered", 1, 0);
    assert!(matches!(library.run_put(&nowhere), Err(LibraryError::NoSuchProject { .. })));
}

#[test]
fn the_newest_answer_is_that_of_the_project_and_the_option() {
    let (mut library, document) = with_one();
    let other = library.create(&named("Hub"), Source::Blank, at(0)).expect("stored");
    for one in [
        run(&document.id, "tiered", 1, 10),
        run(&document.id, "tiered", 2, 30),
        run(&document.id, "as-is", 3, 40),
        run(&other.id, "tiered", 1, 20),
    ] {
        library.run_put(&one).expect("kept");
    }
    let latest =
        |project: &str, option: &str| library.run_latest(project, option).expect("read").map(|run| run.seed);
    assert_eq!(latest(&document.id, "tiered"), Some(2));
    assert_eq!(latest(&other.id, "tiered"), Some(1));
    assert_eq!(latest(&other.id, "as-is"), None);
    let shared = library.run_get(&key(1)).expect("read").expect("kept twice");
    assert_eq!(shared.project, other.id, "the one asked last");
}

#[test]
fn what_a_scenario_asks_finds_its_newest_answer_whatever_was_run_since() {
    let (mut library, document) = with_one();
    let ours = scenario();
    let mut edited = ours.clone();
    edited.horizon_weeks += 1;
    let made = |scenario: &Scenario, seed, milliseconds| StoredRun {
        key: run_key(&inputs(seed, scenario)),
        option: scenario.option_id.clone(),
        ..run(&document.id, "", seed, milliseconds)
    };
    for one in [made(&ours, 1, 10), made(&ours, 2, 20), made(&edited, 1, 30)] {
        library.run_put(&one).expect("kept");
    }
    let found = |engine: &str, scenario: &Scenario| {
        library.run_of(&document.id, engine, scenario).expect("read").map(|run| (run.seed, run.made_at))
    };
    assert_eq!(found("0.1.0", &ours), Some((2, at(20))));
    assert_eq!(found("0.1.0", &edited), Some((1, at(30))));
    assert_eq!(found("0.2.0", &ours), None, "another engine may answer otherwise");
    edited.horizon_weeks += 1;
    assert_eq!(found("0.1.0", &edited), None);
}

#[test]
fn the_oldest_runs_go_first_and_documents_stay() {
    let (mut library, document) = with_one();
    // Noise does not pack: each of these takes about 400 kB.
    let mut state = 1_u32;
    let mut noise = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 24) as u8
    };
    for seed in 0..5 {
        let payload = (0..400_000).map(|_| noise()).collect();
        let one = StoredRun { payload, ..run(&document.id, "tiered", seed, 100 - seed as i64) };
        library.run_put(&one).expect("kept");
    }
    assert_eq!(library.runs_trim(10).expect("trimmed"), 0);
    assert_eq!(library.runs_trim(1).expect("trimmed"), 3);
    let kept = |seed| library.run_get(&key(seed)).expect("read").is_some();
    assert_eq!([0, 1, 2, 3, 4].map(kept), [true, true, false, false, false]);
    assert_eq!(library.runs_trim(0).expect("trimmed"), 2);
    assert_eq!(library.document(&document.id).expect("there"), document);
}
