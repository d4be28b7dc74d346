//! Laws that hold in every service, whatever its design: over random pathways with every kind of step and setting.
//!
//! The pathways come from a fixed seed, so that a failure is the same for everybody; the smallest that still fails is
//! printed with its document. [`recipe`] makes them, [`laws`] are what must hold of a run's figures, [`diary`] what the
//! figures must have in common with the log of single events.

#[path = "conservation/diary.rs"]
mod diary;
#[path = "conservation/found.rs"]
mod found;
#[path = "conservation/laws.rs"]
mod laws;
#[path = "conservation/recipe.rs"]
mod recipe;

use pathloom_service::{Severity, check, write};
use pathloom_simulation::trace::trace;
use pathloom_tests::measure::simulate;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

/// Random pathways that are tried.
const PATHWAYS: u32 = 1000;
const SEED: [u8; 32] = *b"everyone who comes is somewhere!";

#[test]
fn everyone_who_arrives_is_somewhere() {
    let config = Config {
        cases: PATHWAYS,
        failure_persistence: None,
        max_global_rejects: 20_000,
        ..Config::default()
    };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &SEED));
    let outcome = runner.run(&recipe::recipe(), |recipe| {
        let project = recipe.project();
        if check(&project).iter().any(|problem| problem.severity == Severity::Error) {
            return Err(TestCaseError::reject("not a sound document"));
        }
        let scenario = project.scenario(&project.options[0]).expect("the option names what is there");
        let outcomes = simulate(&scenario, recipe.seed, 0..2);
        let log = trace(&scenario, recipe.seed, 1, 2_000_000).expect("what runs can be followed");
        assert!(!log.cut, "the log is complete");
        let problems: Vec<String> = laws::broken(&scenario, &outcomes)
            .into_iter()
            .chain(diary::broken(&scenario, &outcomes, 1, &log))
            .collect();
        if problems.is_empty() { Ok(()) } else { Err(TestCaseError::fail(problems.join("\n"))) }
    });
    match outcome {
        Ok(()) => {}
        Err(TestError::Fail(why, recipe)) => {
            panic!("{recipe:?}\n{why}\nin a run with seed {} of\n{}", recipe.seed, write(&recipe.project()))
        }
        Err(other) => panic!("{other}"),
    }
}
