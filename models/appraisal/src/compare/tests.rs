//! Comparisons of real runs, held against what is known exactly.

use std::sync::atomic::AtomicBool;

use pathloom_service::{Estimate, Project, samples};
use pathloom_simulation::{RunSettings, WeeklyMeasure, run};

use super::*;
use crate::statistics::Mean;

fn run_of(scenario: &Scenario, settings: &RunSettings) -> Outcomes {
    run(scenario, settings, &AtomicBool::new(false), &mut |_| {}).expect("the sample can be simulated")
}

fn scenario(project: &Project, option: usize) -> Scenario {
    project.scenario(&project.options[option]).expect("the option is whole")
}

/// Random referrals into a delay: an M/G/infinity system, whose mean number present is known at every moment.
fn delay_clinic(mean_days: f64) -> Scenario {
    let text = format!(
        r#"{{"formatVersion": 1, "name": "Delays", "startDate": "2026-01-05", "horizonWeeks": 4,
        "groups": [{{"id": "all", "name": "Everyone"}}],
        "designs": [{{"id": "d", "name": "D", "steps": [
          {{"id": "in", "name": "In", "work": {{"kind": "referrals", "perWeek": 14}}}},
          {{"id": "wait", "name": "Wait", "work": {{"kind": "delay", "days": {{"kind": "exponential", "mean": {mean_days}}}}}}},
          {{"id": "out", "name": "Out", "work": {{"kind": "outcome", "countsAs": "completed"}}}}],
          "links": [{{"id": "a", "from": "in", "to": "wait"}}, {{"id": "b", "from": "wait", "to": "out"}}]}}],
        "options": [{{"id": "o", "name": "O", "design": "d"}}]}}"#
    );
    scenario(&pathloom_service::read(&text).expect("the text is a document"), 0)
}

/// Of a Poisson stream of 2 a day into exponential delays of mean m days, 2 m (1 - exp(-t / m)) are there after t days.
fn present_after(days: f64, mean_days: f64) -> f64 {
    2.0 * mean_days * (1.0 - libm::exp(-days / mean_days))
}

#[test]
fn intervals_of_paired_differences_cover_the_truth_19_times_in_20() {
    const EXPERIMENTS: usize = 1_000;
    const EACH: usize = 30;
    let settings = RunSettings { replications: 0..(EXPERIMENTS * EACH) as u32, ..RunSettings::default() };
    let figure = Figure::Weekly { measure: WeeklyMeasure::OpenReferrals, week: 4 };
    let values =
        |days| figure.values(&run_of(&delay_clinic(days), &settings)).expect("the run reaches week 4");
    let (long, short) = (values(10.0), values(6.0));
    let truth = present_after(28.0, 10.0) - present_after(28.0, 6.0);
    let (mut covered, mut narrower) = (0, 0);
    for (long, short) in long.chunks(EACH).zip(short.chunks(EACH)) {
        let difference = PairedDifference::of(figure, long, short, "short");
        covered += usize::from(difference.interval.holds(truth));
        // What two independent samples of the same size would have given.
        let (a, b) = (Mean::of(long.iter().copied()), Mean::of(short.iter().copied()));
        let apart =
            (a.half_width(0.95) * a.half_width(0.95) + b.half_width(0.95) * b.half_width(0.95)).sqrt();
        narrower += usize::from(difference.interval.high - difference.mean < apart);
    }
    println!("paired intervals covered the true difference in {covered} of {EXPERIMENTS} experiments");
    assert!((930..=970).contains(&covered), "{covered} of {EXPERIMENTS}");
    assert!(narrower > 900, "common random numbers should narrow the interval: {narrower} of {EXPERIMENTS}");
}

#[test]
fn more_staff_is_told_apart_and_an_option_against_itself_is_not() {
    let project = samples::small();
    let (base, more) = (scenario(&project, 0), scenario(&project, 1));
    let settings = RunSettings { replications: 0..40, ..RunSettings::default() };
    let (of_base, of_more) = (run_of(&base, &settings), run_of(&more, &settings));
    let options = [
        Simulated { scenario: &base, outcomes: &of_base },
        Simulated { scenario: &more, outcomes: &of_more },
        Simulated { scenario: &base, outcomes: &of_base },
    ];
    let found = compare(&options, 0, 8).expect("they can be compared");
    assert_eq!((found.replications, found.figures.len()), (40, Figure::headlines(8).len()));
    let list = &found.figures[0];
    let verdict = |at: usize| list.differences[at].as_ref().map(|one| one.verdict);
    assert_eq!([verdict(0), verdict(1), verdict(2)], [None, Some(Verdict::Lower), Some(Verdict::Same)]);
    let chance = list.chances.iter().find(|one| (one.option, one.against) == (1, 0)).expect("every pair");
    assert!(chance.better.share > 0.95 && chance.better.interval.high <= 1.0, "{chance:?}");
    let words: Vec<&str> = found.options[1].differs.iter().map(|one| one.words.as_str()).collect();
    assert_eq!(words, ["Occupational therapist, band 6: 1.5 WTE instead of 1"]);
    assert!(found.options[0].differs.is_empty());
}

#[test]
fn targets_are_told_week_by_week() {
    let mut project = samples::small();
    project.targets = vec![pathloom_service::Target {
        id: "short".to_owned(),
        name: "Short".to_owned(),
        measure: pathloom_service::TargetMeasure::WaitingList,
        threshold: Estimate::exactly(60.0),
        by_week: 104,
        probability_percent: Estimate::exactly(90.0),
    }];
    let more = scenario(&project, 1);
    let outcomes = run_of(&more, &RunSettings { replications: 0..40, ..RunSettings::default() });
    let found =
        compare(&[Simulated { scenario: &more, outcomes: &outcomes }], 0, 104).expect("one is enough");
    let target = &found.options[0].targets[0];
    assert_eq!(target.met.len(), 105);
    for week in [0, 50, 104] {
        let expected = outcomes.probability_met(&more.targets[0], week);
        assert_eq!(Some(target.met[week].share), expected, "week {week}");
    }
}

#[test]
fn only_shared_futures_are_compared_and_mismatches_are_refused() {
    let project = samples::small();
    let base = scenario(&project, 0);
    let part =
        |replications, seed| run_of(&base, &RunSettings { replications, seed, ..RunSettings::default() });
    let (early, late, other, alone) = (part(0..6, 1), part(4..9, 1), part(0..6, 2), part(8..9, 1));
    let with =
        |outcomes| [Simulated { scenario: &base, outcomes: &early }, Simulated { scenario: &base, outcomes }];
    assert_eq!(compare(&with(&late), 0, 4).map(|one| one.replications), Ok(2));
    assert_eq!(compare(&with(&other), 0, 4), Err(CompareError::DifferentSeeds));
    assert_eq!(compare(&with(&alone), 0, 4), Err(CompareError::TooFewShared { shared: 0 }));
    assert_eq!(compare(&with(&late), 0, 999), Err(CompareError::PastTheEnd { week: 999, weeks: 104 }));
    assert_eq!(compare(&with(&late), 2, 4), Err(CompareError::NoSuchBase { asked: 2, options: 2 }));
    assert_eq!(compare(&[], 0, 4), Err(CompareError::NoOptions));
}

#[test]
fn changes_are_told_in_the_words_of_the_service() {
    let text = include_str!("../../../../examples/birmingham-childrens-ot/birmingham.pathloom.json");
    let project = pathloom_service::read(text).expect("the example is a document");
    let told = |from, to| {
        let of = |id| project.scenario(project.option(id).expect("it is there")).expect("it is whole");
        what_differs(&of(from), &of(to)).into_iter().map(|one| one.words).collect::<Vec<String>>()
    };
    assert_eq!(told("tiered", "half-the-workshops"), ["Workshop: starts every 0.5 weeks instead of 0.25"]);
    let staff = told("do-nothing", "staff-only");
    assert!(staff.contains(&"Occupational therapist, band 6: 8.3 WTE instead of 4".to_owned()), "{staff:?}");
    assert!(told("do-nothing", "tiered").iter().any(|one| one.ends_with("a step that the base has not")));
    let everything = samples::everything();
    let of = |at| everything.scenario(&everything.options[at]).expect("it is whole");
    let told: Vec<String> = what_differs(&of(0), &of(1)).into_iter().map(|one| one.words).collect();
    assert!(told.contains(&"Setting up: a cost that the base has not".to_owned()), "{told:?}");
}
