//! The same figures to the last bit: on any number of threads, however the replications are split into runs, from one
//! version to the next unless on purpose; and the same people under two options.

use pathloom_service::{Change, Project, Scenario, read, samples};
use pathloom_simulation::{Outcomes, WeeklyMeasure as W};
use pathloom_tests::measure::{both, interval, simulate, simulate_on, weekly};
use pathloom_tests::workload;

/// Digest of the outcomes of eight replications with seed 7 of each document, shortened to so many weeks.
///
/// They change when the meaning of a design changes, or the way random numbers are drawn: then on purpose, with a line
/// in the change log. `UPDATE=1 cargo test -p pathloom-tests --test determinism -- --nocapture` prints new ones.
const DIGESTS: &[(&str, u32, u64)] = &[
    ("w1", 60, 0xf0e9_9467_2a17_dded),
    ("w2", 104, 0xbf14_a310_85d2_26fe),
    ("w3", 104, 0x16c7_1fcc_ea65_fc18),
    ("birmingham/do-nothing", 52, 0xb3b6_2646_aa01_6e2b),
    ("birmingham/tiered", 52, 0x5fb4_fb4e_fc53_bb48),
    ("birmingham-fifo", 52, 0xa422_629d_b820_77fc),
    ("step-down", 52, 0x3142_d270_b894_bc9c),
    ("everything", 52, 0x3c12_a82f_bcdc_ff07),
];

fn project(name: &str) -> Project {
    let example = |text: &str| read(text).expect("an example is a document");
    match name.split('/').next().expect("a name") {
        "birmingham" => {
            example(include_str!("../../examples/birmingham-childrens-ot/birmingham.pathloom.json"))
        }
        "birmingham-fifo" => {
            example(include_str!("../../examples/birmingham-childrens-ot/birmingham-fifo.pathloom.json"))
        }
        "step-down" => example(include_str!("../../examples/intermediate-care/step-down.pathloom.json")),
        "everything" => samples::everything(),
        workload => workload::document(workload).expect("a workload").expect("a document"),
    }
}

/// The option after the slash, or the first.
fn scenario(name: &str, weeks: u32) -> Scenario {
    let project = project(name);
    let option = match name.split_once('/') {
        Some((_, option)) => project.option(option).expect("an option"),
        None => &project.options[0],
    };
    let scenario = project.scenario(option).expect("it names what is there");
    let warm_up_weeks = scenario.warm_up_weeks.min(weeks / 2);
    Scenario { horizon_weeks: weeks - warm_up_weeks, warm_up_weeks, ..scenario }
}

/// FNV-1a over every figure's bits.
fn digest(outcomes: &Outcomes) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut add = |bits: u64| {
        for byte in bits.to_le_bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    };
    for replication in &outcomes.replications {
        add(u64::from(replication.index));
        replication.weekly.iter().for_each(|value| add(u64::from(value.to_bits())));
        // Nobody to measure is one value, whatever its bits.
        replication
            .horizon
            .iter()
            .for_each(|value| add(if value.is_nan() { u64::MAX } else { value.to_bits() }));
    }
    hash
}

#[test]
fn figures_change_only_on_purpose() {
    let found: Vec<(&str, u32, u64)> = DIGESTS
        .iter()
        .map(|(name, weeks, _)| (*name, *weeks, digest(&simulate_on(&scenario(name, *weeks), 7, 0..8, 0))))
        .collect();
    if std::env::var_os("UPDATE").is_some() {
        for (name, weeks, digest) in &found {
            let hex = format!("{digest:016x}");
            println!(
                "    (\"{name}\", {weeks}, 0x{}_{}_{}_{}),",
                &hex[..4],
                &hex[4..8],
                &hex[8..12],
                &hex[12..]
            );
        }
        return;
    }
    for (found, known) in found.iter().zip(DIGESTS) {
        assert_eq!(found, known, "the figures of {} have changed: on purpose?", found.0);
    }
}

#[test]
fn threads_change_nothing() {
    for (name, weeks, _) in DIGESTS {
        let scenario = scenario(name, *weeks);
        let one = digest(&simulate_on(&scenario, 3, 0..9, 1));
        for threads in [2, 3, 8] {
            assert_eq!(digest(&simulate_on(&scenario, 3, 0..9, threads)), one, "{name} on {threads} threads");
        }
    }
}

#[test]
fn parts_of_a_run_are_the_run() {
    for (name, weeks, _) in DIGESTS {
        let scenario = scenario(name, *weeks);
        let whole = digest(&simulate(&scenario, 4, 0..9));
        let mut parts = simulate(&scenario, 4, 5..9);
        for range in [0..1, 3..5, 1..3] {
            parts.merge(simulate(&scenario, 4, range)).expect("parts of one run");
        }
        assert_eq!(digest(&parts), whole, "{name} in four parts");
        assert!(parts.merge(simulate(&scenario, 4, 8..10)).is_err(), "{name}: a replication twice");
    }
}

#[test]
fn another_seed_gives_other_figures() {
    let scenario = scenario("birmingham/tiered", 52);
    assert_ne!(digest(&simulate(&scenario, 4, 0..3)), digest(&simulate(&scenario, 5, 0..3)));
}

#[test]
fn a_replication_is_the_same_whatever_ran_before_it() {
    for (name, weeks, _) in DIGESTS {
        let scenario = scenario(name, *weeks);
        let alone = simulate(&scenario, 5, 6..7);
        let mut after_others = simulate(&scenario, 5, 0..7);
        after_others.replications.drain(..6);
        assert_eq!(digest(&alone), digest(&after_others), "{name}");
    }
}

/// Figures set to what they were, other labels, and an option of another name: nothing changes.
#[test]
fn an_option_that_changes_nothing_changes_no_digit() {
    for (name, weeks, _) in DIGESTS {
        let before = scenario(name, *weeks);
        let mut after = before.clone();
        let places = after.places();
        let mut figures = Vec::new();
        pathloom_service::Figures::walk(
            &mut after,
            &mut pathloom_service::Trail::default(),
            &mut |trail, figure| {
                figures.push((trail.path(), figure.clone()));
            },
        );
        assert_eq!(places.len(), figures.len(), "{name}: every figure has a place");
        let changes: Vec<Change> = figures.into_iter().map(|(figure, to)| Change { figure, to }).collect();
        assert!(after.apply(&changes).is_empty(), "{name}: every place is found");
        after.option_id = "another".to_owned();
        after.option_name = "Another".to_owned();
        for step in &mut after.design.steps {
            step.name.push_str(", as we call it");
            step.note.push_str("A note.");
        }
        assert_eq!(
            digest(&simulate(&before, 6, 0..4)),
            digest(&simulate(&after, 6, 0..4)),
            "{name}: an option that changes nothing"
        );
    }
}

/// How far the difference between two options varies over 200 replications, with the same people and with others: the
/// waiting list after a year.
fn variances(before: &Scenario, after: &Scenario, of: &str) -> (f64, f64) {
    let list = |scenario: &Scenario, seed| weekly(&simulate(scenario, seed, 0..200), W::WaitingList, of, 52);
    let less = list(before, 8);
    let variance = |other: &[f64]| {
        let deviation = interval("difference", &both(other, &less, |more, less| more - less), 0.95).deviation;
        deviation * deviation
    };
    (variance(&list(after, 8)), variance(&list(after, 9)))
}

/// A tenth more hours for one role of a tiered service: the difference it makes to the list varies far less when both
/// options see the same people than when each sees its own. (Not so once the hours are enough to empty the list: what
/// is left then is the chance of the smaller option alone.)
///
/// Two equal variances of 200 replications differ by a factor of 1.6 in one case of a thousand (F distribution), so a
/// ratio of a tenth is not chance.
#[test]
fn two_options_see_the_same_people() {
    for (name, role, step) in
        [("w2", "individual", "step:individual"), ("birmingham/tiered", "ot-band-6", "")]
    {
        let before = scenario(name, 52);
        let mut after = before.clone();
        let hours =
            &mut after.roles.iter_mut().find(|known| known.id == role).expect("a role").hours_per_week;
        hours.likely *= 1.1;
        let (same, own) = variances(&before, &after, step);
        assert!(same < 0.1 * own, "{name}: {same} with the same people, {own} with others");
    }
}

/// So it is for a change that an option makes to a figure: a quarter of an hour and more for each assessment.
#[test]
fn a_changed_figure_leaves_the_people_as_they_were() {
    let before = scenario("birmingham/tiered", 52);
    let mut after = before.clone();
    let change = Change { figure: "design/steps/assessment/work/adminMinutes".to_owned(), to: 132.0.into() };
    assert!(after.apply(&[change]).is_empty(), "the figure is there");
    let (same, own) = variances(&before, &after, "");
    assert!(same < 0.2 * own, "{same} with the same people, {own} with others");
}

/// Two designs with other steps see the same referrals in the same weeks.
#[test]
fn other_pathways_see_the_same_referrals() {
    let referrals = |name: &str| {
        let outcomes = simulate(&scenario(name, 52), 4, 0..5);
        (1..=52).map(|week| weekly(&outcomes, W::Referrals, "", week)).collect::<Vec<_>>()
    };
    assert_eq!(referrals("birmingham/do-nothing"), referrals("birmingham/tiered"));
}
