//! Groups that are treated alike cannot be told apart; a group that comes second waits longer, and by how much is known.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use pathloom_service::{ClientGroup, OutcomeKind, Scenario, Work, samples};
use pathloom_simulation::{Outcomes, RunSettings, run};

use super::{FairnessError, GroupFigures, fairness, fairness_of, labels};
use crate::compare::Verdict;

fn group(id: &str, priority: u8, deprivation: Option<&str>) -> ClientGroup {
    let labels = deprivation.map(|value| ("deprivation".to_owned(), value.to_owned()));
    ClientGroup { id: id.to_owned(), name: id.to_uppercase(), priority, labels: labels.into_iter().collect() }
}

/// The small clinic with three groups in equal parts, too busy to see all of them at once.
fn clinic(priorities: [u8; 3]) -> Scenario {
    let mut project = samples::small();
    let [a, b, c] = priorities;
    project.groups =
        vec![group("a", a, Some("most")), group("b", b, Some("least")), group("c", c, Some("least"))];
    let mut scenario = project.scenario(&project.options[0]).expect("a scenario");
    for step in &mut scenario.design.steps {
        if let Work::Referrals(referrals) = &mut step.work {
            let third = |id: &str| (id.to_owned(), (100.0 / 3.0).into());
            referrals.case_mix = ["a", "b", "c"].map(third).into_iter().collect::<BTreeMap<_, _>>();
        }
    }
    scenario
}

fn simulated(scenario: &Scenario) -> Outcomes {
    let settings = RunSettings { replications: 0..60, threads: 1, ..RunSettings::default() };
    run(scenario, &settings, &AtomicBool::new(false), &mut |_| {}).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_group_that_comes_second_waits_longer_and_the_sentence_says_so() {
    let scenario = clinic([1, 0, 0]);
    let fair =
        fairness(&scenario, &simulated(&scenario), Some("deprivation"), 52).expect("groups and labels");
    let gap = fair.gap.as_ref().expect("two groups");
    assert_eq!((gap.longest.as_str(), gap.shortest.as_str()), ("most", "least"));
    assert!(gap.is_told_apart && gap.difference_weeks.mean > 0.0 && gap.ratio.mean > 1.0, "{gap:?}");
    assert!(fair.words.starts_with("On average people of \"most\" wait "), "{}", fair.words);
    assert!(fair.words.contains("longer than people of \"least\" (95% interval "), "{}", fair.words);
    let sizes: Vec<usize> = fair.groups.iter().map(|group| group.client_groups.len()).collect();
    assert_eq!(sizes, [1, 2], "groups with one value stand together");
}

/// A joined group's figures are those of its parts: people add up, and its mean wait lies between theirs.
#[test]
fn a_joined_group_is_the_sum_of_its_parts() {
    let scenario = clinic([0, 1, 2]);
    let outcomes = simulated(&scenario);
    let joined = fairness(&scenario, &outcomes, Some("deprivation"), 104).expect("labels");
    let single = fairness(&scenario, &outcomes, None, 104).expect("groups");
    let (b, c, least) = (&single.groups[1], &single.groups[2], &joined.groups[1]);
    assert!((b.waiting.mean + c.waiting.mean - least.waiting.mean).abs() < 1e-9);
    let mean = least.mean_wait_weeks.mean;
    assert!(b.mean_wait_weeks.mean < mean && mean < c.mean_wait_weeks.mean, "{mean}");
    let longest = |group: &super::EquityGroup| group.longest_wait_weeks.mean;
    assert!(
        longest(least) >= longest(b).max(longest(c)),
        "the longest of two waits is no shorter than either"
    );
}

/// Whoever drops out after being seen is removed as well, and so are people of the starting list: the figure is one for
/// each 100 referred and no share of them.
#[test]
fn removed_are_all_who_reach_such_an_outcome() {
    let mut scenario = clinic([0, 0, 0]);
    for step in &mut scenario.design.steps {
        match &mut step.work {
            Work::Outcome(outcome) => outcome.counts_as = OutcomeKind::Removed,
            Work::Referrals(referrals) => referrals.per_week = 0.5.into(),
            _ => {}
        }
    }
    let found = fairness(&scenario, &simulated(&scenario), None, 104).expect("groups");
    // Eighty people wait at the start and about 52 are referred: all are seen, and all are removed.
    for group in &found.groups {
        let removed = group.removed_percent.median;
        assert!(group.mean_wait_weeks.mean > 0.0 && removed > 150.0, "{}: {removed}", group.name);
    }
}

/// Every group is held against the one that waits least, and only that one is not; the extreme difference is the gap.
#[test]
fn every_group_is_held_against_the_one_that_waits_least() {
    let scenario = clinic([0, 1, 2]);
    let fair = fairness(&scenario, &simulated(&scenario), None, 104).expect("groups");
    assert_eq!(fair.groups[0].against_shortest, None, "the first class is seen first");
    let of = |at: usize| fair.groups[at].against_shortest.as_ref().expect("a difference");
    let (middle, last) = (of(1), of(2));
    assert!(0.0 < middle.mean && middle.mean < last.mean, "{middle:?} {last:?}");
    assert_eq!(last.verdict, Verdict::Higher);
    let gap = fair.gap.as_ref().expect("three groups");
    assert!((last.mean - gap.difference_weeks.mean).abs() < 1e-9, "two ways to the same sum");
    let high = gap.difference_weeks.mean + gap.difference_weeks.mean_interval_half_width;
    assert!((last.interval.high - high).abs() < 1e-3, "two ways to the same interval");
}

#[test]
fn what_is_kept_of_a_run_says_the_same_as_the_run_by_any_label() {
    let scenario = clinic([0, 1, 1]);
    let outcomes = simulated(&scenario);
    let kept = GroupFigures::of(&scenario, &outcomes, 104).expect("a whole run");
    for label in [None, Some("deprivation")] {
        assert_eq!(fairness_of(&scenario, &kept, label), fairness(&scenario, &outcomes, label, 104));
    }
    assert_eq!(kept.bytes(), 3 * 60 * 28);
    let cut = crate::kept(&outcomes);
    assert_eq!(GroupFigures::of(&scenario, &cut, 104), Err(FairnessError::NotWhole));
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let project = samples::small();
    let alone = project.scenario(&project.options[0]).expect("a scenario");
    let outcomes = simulated(&alone);
    assert_eq!(fairness(&alone, &outcomes, None, 1), Err(FairnessError::OneGroup));
    let mut scenario = clinic([0, 0, 0]);
    let outcomes = simulated(&scenario);
    // One that was added and not filled in says nothing.
    scenario.groups[0].labels.insert("language".to_owned(), " ".to_owned());
    assert_eq!(labels(&scenario), ["deprivation"]);
    let error = fairness(&scenario, &outcomes, Some("language"), 1).expect_err("no such label");
    assert_eq!(error.to_string(), "no client group is labelled by \"language\" (labels: deprivation)");
    assert!(matches!(fairness(&scenario, &outcomes, None, 105), Err(FairnessError::PastTheEnd { .. })));
}
