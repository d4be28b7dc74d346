//! The same figures, bit for bit, however a run is made; and random numbers really shared between options.

use std::sync::atomic::AtomicBool;

use pathloom_service::{Project, Scenario, read};
use pathloom_simulation::{Outcomes, RunSettings, Scope, WeeklyMeasure, run};
use pathloom_tests::workload;

const BIRMINGHAM: &str = include_str!("../../examples/birmingham-childrens-ot/birmingham.pathloom.json");

fn birmingham() -> Project {
    read(BIRMINGHAM).expect("the example is a document")
}

fn scenario(project: &Project, option: &str) -> Scenario {
    project.scenario(project.option(option).expect("an option")).expect("a scenario")
}

fn simulate(scenario: &Scenario, settings: &RunSettings) -> Outcomes {
    run(scenario, settings, &AtomicBool::new(false), &mut |_| {}).expect("it runs")
}

fn settings(replications: std::ops::Range<u32>, threads: usize) -> RunSettings {
    RunSettings { replications, threads, seed: 11, ..RunSettings::default() }
}

/// Everything a run found, as bits, so that not a number is equal to itself.
fn bits(outcomes: &Outcomes) -> Vec<(u32, Vec<u32>, Vec<u64>)> {
    let of = |one: &pathloom_simulation::outcomes::Replication| {
        let weekly = one.weekly.iter().map(|value| value.to_bits()).collect();
        (one.index, weekly, one.horizon.iter().map(|value| value.to_bits()).collect())
    };
    outcomes.replications.iter().map(of).collect()
}

/// Birmingham under two options, the sample that uses every setting there is, and two of the benchmark's workloads.
fn scenarios() -> Vec<Scenario> {
    let everything = pathloom_service::samples::everything();
    let mut all = vec![scenario(&birmingham(), "tiered"), scenario(&birmingham(), "do-nothing")];
    all.extend(everything.options.iter().filter_map(|option| everything.scenario(option).ok()));
    for name in ["w2", "w3"] {
        let project = workload::document(name).expect("a workload").expect("a document");
        all.push(workload::first_scenario(&project).expect("an option"));
    }
    all
}

#[test]
fn threads_change_no_digit() {
    for scenario in scenarios() {
        let one = bits(&simulate(&scenario, &settings(0..9, 1)));
        for threads in [2, 5] {
            assert!(one == bits(&simulate(&scenario, &settings(0..9, threads))), "{}", scenario.option_name);
        }
    }
}

#[test]
fn parts_joined_are_one_run() {
    for scenario in scenarios() {
        let whole = simulate(&scenario, &settings(0..8, 2));
        let mut joined = simulate(&scenario, &settings(5..8, 1));
        joined.merge(simulate(&scenario, &settings(0..5, 2))).expect("parts of one run");
        assert!(bits(&whole) == bits(&joined), "{}", scenario.option_name);
        assert!(joined.merge(simulate(&scenario, &settings(7..9, 1))).is_err(), "a replication twice");
    }
}

#[test]
fn another_seed_gives_other_figures() {
    let scenario = scenario(&birmingham(), "tiered");
    let other = RunSettings { seed: 12, ..settings(0..3, 1) };
    assert!(bits(&simulate(&scenario, &settings(0..3, 1))) != bits(&simulate(&scenario, &other)));
}

#[test]
fn an_option_that_changes_nothing_changes_no_digit() {
    let mut project = birmingham();
    let mut same = project.option("tiered").expect("an option").clone();
    same.id = "the-same".to_owned();
    same.name = "The same under another name".to_owned();
    project.options.push(same);
    let tiered = simulate(&scenario(&project, "tiered"), &settings(0..6, 2));
    let again = simulate(&scenario(&project, "the-same"), &settings(0..6, 2));
    assert!(bits(&tiered) == bits(&again));
}

/// Variance of the paired difference of the waiting list at the end, and of the difference with other seeds.
fn variances(a: &Scenario, b: &Scenario, replications: u32) -> (f64, f64) {
    let list = |scenario: &Scenario, seed: u64| {
        let outcomes = simulate(scenario, &RunSettings { seed, ..settings(0..replications, 2) });
        let weeks = outcomes.catalogue.weeks;
        outcomes.weekly(WeeklyMeasure::WaitingList, &Scope::Service, weeks).expect("a column")
    };
    let variance = |a: &[f64], b: &[f64]| {
        let differences: Vec<f64> = a.iter().zip(b).map(|(a, b)| a - b).collect();
        let mean = differences.iter().sum::<f64>() / differences.len() as f64;
        differences.iter().map(|d| (d - mean) * (d - mean)).sum::<f64>() / (differences.len() - 1) as f64
    };
    let base = list(a, 11);
    (variance(&base, &list(b, 11)), variance(&base, &list(b, 12)))
}

/// With 200 replications the ratio of two sample variances that are equal is within 1.6 of 1 in 99.9 of 100 cases
/// (F distribution, 199 and 199 degrees of freedom), so a ratio below a fifth cannot be chance.
#[test]
fn options_share_their_people() {
    let mut project = birmingham();
    let mut longer = project.option("tiered").expect("an option").clone();
    longer.id = "longer-assessments".to_owned();
    longer.changes.push(pathloom_service::Change {
        figure: "design/steps/assessment/work/adminMinutes".to_owned(),
        to: 132.0.into(),
    });
    project.options.push(longer);
    let (paired, unpaired) =
        variances(&scenario(&project, "tiered"), &scenario(&project, "longer-assessments"), 200);
    assert!(paired < unpaired / 5.0, "paired {paired:.1}, with other people {unpaired:.1}");
}

/// Two designs with other steps still see the same referrals at the same moments.
#[test]
fn other_pathways_see_the_same_referrals() {
    let referrals = |option: &str| {
        let outcomes = simulate(&scenario(&birmingham(), option), &settings(0..5, 2));
        (1..=outcomes.catalogue.weeks)
            .map(|week| outcomes.weekly(WeeklyMeasure::Referrals, &Scope::Service, week).expect("a column"))
            .collect::<Vec<_>>()
    };
    assert_eq!(referrals("do-nothing"), referrals("tiered"));
}
