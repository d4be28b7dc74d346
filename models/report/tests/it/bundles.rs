//! Bundles make the same figures again; parts join to exactly one run.

use std::io::{Cursor, Write};
use std::sync::atomic::AtomicBool;

use pathloom_report::Run;
use pathloom_report::bundle::{Bundle, BundleError, Contents, PartError, join, pack, pack_part};
use pathloom_service::Scenario;
use pathloom_simulation::outcomes::WeeklyRows;
use pathloom_simulation::{Outcomes, RunSettings, run};
use serde_json::{Value, json};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::reading::{names, part as file};
use crate::study::{FUTURES, birmingham, project};

fn again(bundle: &Bundle, threads: usize) -> Vec<(Scenario, Outcomes)> {
    let settings = RunSettings { threads, ..bundle.settings().expect("settings") };
    let scenarios = bundle.scenarios().expect("scenarios");
    let run = |scenario: Scenario| {
        let outcomes = run(&scenario, &settings, &AtomicBool::new(false), &mut |_| {}).expect("a run");
        (scenario, outcomes)
    };
    scenarios.into_iter().map(run).collect()
}

#[test]
fn a_bundle_gives_every_figure_again_on_any_number_of_threads() {
    let bundle = Bundle::open(&pack(&birmingham().contents()).expect("a bundle")).expect("a bundle");
    for threads in [1, 3] {
        let verdict = bundle.verdict(&again(&bundle, threads));
        assert!(verdict.same() && verdict.reasons.is_empty(), "{verdict:?}");
        assert!(verdict.figures > 100_000, "{} figures", verdict.figures);
    }
}

#[test]
fn what_differs_is_named_with_its_reason() {
    let mut bundle = Bundle::open(&pack(&birmingham().contents()).expect("a bundle")).expect("a bundle");
    let mut options = again(&bundle, 0);
    let outcomes = &mut options[1].1;
    let columns = outcomes.catalogue.weekly.len();
    let more: Vec<f32> = outcomes.replications[3].weekly.iter().map(|value| value + 1.0).collect();
    outcomes.replications[3].weekly = WeeklyRows::new(&more, columns);
    let verdict = bundle.verdict(&options);
    assert!(!verdict.same() && verdict.differ > 0 && !verdict.differing.is_empty());
    assert!(verdict.differing[0].place.starts_with("tiered/weekly/"), "{:?}", verdict.differing[0]);
    assert!(verdict.reasons[0].contains("version is the same"), "{:?}", verdict.reasons);
    bundle.manifest.engine_version = "0.0.1".to_owned();
    assert!(bundle.verdict(&options).reasons[0].contains("made by engine 0.0.1"));
}

#[test]
fn a_damaged_bundle_is_refused() {
    let whole = pack(&birmingham().contents()).expect("a bundle");
    for bytes in [&b""[..], b"PK", &whole[..whole.len() / 2]] {
        assert!(matches!(Bundle::open(bytes), Err(BundleError::Damaged { .. })));
    }
    let part = pack_part(&birmingham().contents()).expect("a part");
    assert!(matches!(Bundle::open(&part), Err(BundleError::Damaged { .. })), "a part is no bundle");
}

/// The bundle with one of its files changed.
fn changed(bundle: &[u8], wanted: &str, change: impl Fn(&mut Value)) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for name in names(bundle) {
        let mut text = file(bundle, &name);
        if name == wanted {
            let mut value = serde_json::from_str(&text).expect("JSON");
            change(&mut value);
            text = value.to_string();
        }
        writer.start_file(name, SimpleFileOptions::default()).expect("a file");
        writer.write_all(text.as_bytes()).expect("its text");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn a_bundle_that_lacks_options_or_figures_vouches_for_nothing() {
    let whole = pack(&birmingham().contents()).expect("a bundle");
    let without_options = changed(&whole, "manifest.json", |manifest| manifest["options"] = json!([]));
    let one_less = changed(&whole, "manifest.json", |manifest| {
        manifest["options"].as_array_mut().expect("options").pop();
    });
    let without_figures = changed(&whole, "figures.json", |figures| *figures = json!([]));
    for (bytes, said) in [
        (without_options, "it holds no option"),
        (one_less, "its figures are not those of its options"),
        (without_figures, "its figures are not those of its options"),
    ] {
        match Bundle::open(&bytes) {
            Err(BundleError::Damaged { reason }) => assert_eq!(reason, said),
            other => panic!("{said}: {other:?}"),
        }
    }
    assert!(Bundle::open(&changed(&whole, "manifest.json", |_| ())).is_ok(), "unchanged, it is opened");
}

/// A part with some of the replications.
fn part(project: &pathloom_service::Project, replications: std::ops::Range<u32>, seed: u64) -> Vec<u8> {
    let settings = RunSettings { replications: replications.clone(), seed, ..RunSettings::default() };
    let options: Vec<(Scenario, Outcomes)> = project.options[..2]
        .iter()
        .map(|option| {
            let scenario = project.scenario(option).expect("a scenario");
            let outcomes = run(&scenario, &settings, &AtomicBool::new(false), &mut |_| {}).expect("a run");
            (scenario, outcomes)
        })
        .collect();
    let run = Run { replications, seed, ..birmingham().run.clone() };
    pack_part(&Contents { project, options: &options, run: &run }).expect("a part")
}

#[test]
fn parts_join_to_exactly_the_outcomes_of_one_run() {
    let project = project();
    let half = FUTURES / 2;
    let named = |name: &str, bytes: Vec<u8>| (name.to_owned(), bytes);
    let parts = [named("b", part(&project, half..FUTURES, 1)), named("a", part(&project, 0..half, 1))];
    let joined = join(&parts).expect("one run");
    assert_eq!(joined.settings.replications, 0..FUTURES);
    assert!(joined.missing.is_empty());
    for ((_, one), (_, other)) in joined.options.iter().zip(&birmingham().options) {
        // Bits, since a figure without anybody to measure is not equal to itself.
        let bits = |outcomes: &Outcomes| -> Vec<(u32, Vec<u32>, Vec<u64>)> {
            let each = outcomes.replications.iter();
            each.map(|one| {
                let weekly = one.weekly.iter().map(|value| value.to_bits()).collect();
                (one.index, weekly, one.horizon.iter().map(|value| value.to_bits()).collect())
            })
            .collect()
        };
        assert!(bits(one) == bits(other), "{}", one.option_id);
    }
}

#[test]
fn parts_that_do_not_belong_together_are_refused() {
    let project = project();
    let mut changed = project.clone();
    changed.mixes[0].posts[0].wte.likely = 2.0;
    let (first, same) = (part(&project, 0..2, 1), part(&project, 1..3, 1));
    let (seed, document) = (part(&project, 2..4, 9), part(&changed, 2..4, 1));
    let refused = |other: &[u8]| join(&[("a".to_owned(), first.clone()), ("b".to_owned(), other.to_vec())]);
    assert!(matches!(refused(&same), Err(PartError::Overlap { .. })));
    assert!(matches!(refused(&seed), Err(PartError::Different { what: "the seed", .. })));
    assert!(matches!(refused(&document), Err(PartError::Different { what: "the document", .. })));
    assert!(matches!(refused(b"x"), Err(PartError::Unreadable { .. })));
    let others = Run { replications: 5..5 + FUTURES, ..birmingham().run.clone() };
    let misnumbered = pack_part(&Contents { run: &others, ..birmingham().contents() }).expect("a part");
    match join(&[("a".to_owned(), misnumbered)]) {
        Err(PartError::Unreadable { source: BundleError::Damaged { reason }, .. }) => {
            assert_eq!(reason, "its outcomes are not those of its replications");
        }
        other => panic!("{other:?}"),
    }
    let gap =
        join(&[("a".to_owned(), first.clone()), ("b".to_owned(), part(&project, 4..5, 1))]).expect("parts");
    assert_eq!(gap.missing.iter().flat_map(Clone::clone).collect::<Vec<_>>(), [2, 3]);
}
