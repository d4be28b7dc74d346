//! Nothing a document can hold makes the check panic, hang or run out of memory.

use std::collections::BTreeMap;
use std::time::Instant;

use super::check;
use crate::distribution::{Distribution, Mixture, MixturePart};
use crate::figures::{Figures, Trail};
use crate::limits;
use crate::project::Project;
use crate::samples::{everything, small};
use crate::step::{Cause, Link, Position, Share, Step, Work};
use crate::{Estimate, Problem};

const WORST: [f64; 9] =
    [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, f64::MAX, f64::MIN, f64::MIN_POSITIVE, -0.0, -1.0, 1e300];

fn codes(problems: &[Problem]) -> BTreeMap<&'static str, usize> {
    let mut codes = BTreeMap::new();
    problems.iter().for_each(|problem| *codes.entry(problem.code).or_insert(0) += 1);
    codes
}

#[test]
fn every_figure_may_be_anything() {
    let mut count = 0;
    everything().walk(&mut Trail::default(), &mut |_, _| count += 1);
    for worst in WORST {
        for ends in [None, Some((worst, worst)), Some((f64::INFINITY, f64::NAN)), Some((1.0, -1.0))] {
            let mut project = everything();
            let all = Estimate { likely: worst, range: ends, evidence: None };
            project.walk(&mut Trail::default(), &mut |_, figure| *figure = all.clone());
            let problems = check(&project);
            assert!(!problems.is_empty());
            assert!(problems.iter().all(|problem| !problem.to_string().contains('\n')));
        }
        // One at a time: what else follows from a figure must not fail either.
        for one in 0..count {
            let (mut project, mut at) = (everything(), 0);
            project.walk(&mut Trail::default(), &mut |_, figure| {
                if at == one {
                    *figure = worst.into();
                }
                at += 1;
            });
            check(&project);
        }
    }
}

/// Every figure of the sample that is not finite is refused, so that what passes can be written and read again.
#[test]
fn every_figure_that_is_not_finite_is_refused() {
    let mut places = Vec::new();
    everything().walk(&mut Trail::default(), &mut |trail, _| places.push(trail.path()));
    for place in places.iter().filter(|place| !place.starts_with("options/")) {
        let mut project = everything();
        project.walk(&mut Trail::default(), &mut |trail, figure| {
            if trail.path() == *place {
                *figure = f64::NAN.into();
            }
        });
        let problems = check(&project);
        let found = problems
            .iter()
            .any(|problem| problem.code == "figure-not-finite" && problem.place.path == *place);
        assert!(found, "{place}: {problems:#?}");
    }
    let mut project = small();
    project.designs[0].steps[0].position = Some(Position { x: f64::NAN, y: 0.0 });
    assert!(codes(&check(&project)).contains_key("figure-not-finite"));
}

/// Every figure has its words and limits: a field that is added without a rule fails here.
#[test]
fn every_figure_has_a_rule() {
    everything().walk(&mut Trail::default(), &mut |trail, _| {
        let option = trail.segments().first().is_some_and(|list| list == "options");
        assert!(
            option
                || super::super::rules::rule_of(
                    &trail.segments().iter().map(String::as_str).collect::<Vec<_>>()
                )
                .is_some(),
            "{}",
            trail.path()
        );
    });
}

#[test]
fn names_may_be_anything() {
    let long = "x".repeat(1_000_000);
    for name in ["", " ", "\0", "\u{202e}abc\u{1b}[2J", "a/b", "../..", "ÅÄÖ", "🙂", &long] {
        let mut project = everything();
        let design = &mut project.designs[0];
        for step in &mut design.steps {
            (step.id, step.name, step.note, step.tier) =
                (name.into(), name.into(), name.into(), Some(name.into()));
        }
        for link in &mut design.links {
            (link.id, link.from, link.to) = (name.into(), name.into(), name.into());
        }
        for role in &mut project.roles {
            (role.id, role.name, role.calendar) = (name.into(), name.into(), Some(name.into()));
        }
        for option in &mut project.options {
            (option.id, option.name, option.design) = (name.into(), name.into(), name.into());
            option.changes.iter_mut().for_each(|change| change.figure = name.into());
        }
        let problems = check(&project);
        assert!(problems.iter().any(|problem| problem.code.ends_with("id")), "{:?}", codes(&problems));
        for problem in &problems {
            let line = problem.to_string();
            assert!(!line.chars().any(|letter| letter.is_control() || letter == '\u{202e}'), "{line:?}");
        }
    }
}

#[test]
fn empty_lists_and_dangling_names_are_only_problems() {
    let empty = Project {
        horizon_weeks: u32::MAX,
        warm_up_weeks: u32::MAX,
        ..Project::new("", small().start_date, 0)
    };
    assert!(codes(&check(&empty)).contains_key("no-designs"));
    let mut dangling = everything();
    dangling.groups.clear();
    dangling.roles.clear();
    dangling.calendars.clear();
    dangling.mixes.clear();
    dangling.tiers.clear();
    assert!(codes(&check(&dangling)).contains_key("unknown-role"));
}

#[test]
fn lists_beyond_the_limits_are_reported_alone() {
    let mut wide = small();
    let step = wide.designs[0].steps[0].clone();
    wide.designs[0].steps.extend(std::iter::repeat_n(step, 100_000));
    assert_eq!(codes(&check(&wide)), BTreeMap::from([("list-too-long", 1)]));

    let mut deep = small();
    let nested = (0..200).fold(Distribution::fixed(1.0), |of, _| {
        Distribution::Mixture(Mixture { parts: vec![MixturePart { percent: 100.0.into(), of }] })
    });
    if let Work::Contacts(contacts) = &mut deep.designs[0].steps[1].work {
        contacts.face_to_face_minutes = nested;
    }
    assert_eq!(codes(&check(&deep)), BTreeMap::from([("mixture-too-deep", 1)]));
}

/// The largest pathway there may be, every step linked in one line and back, used by the most options.
#[test]
fn the_largest_pathway_is_checked_quickly() {
    let mut project = small();
    let design = &mut project.designs[0];
    design.steps.truncate(1);
    design.links.clear();
    for at in 1..limits::STEPS {
        let mut step = Step { id: format!("s{at}"), ..design.steps[0].clone() };
        step.work = Work::Split;
        design.steps.push(step);
        let from = if at == 1 { "referrals".to_owned() } else { format!("s{}", at - 1) };
        design.links.push(Link { id: format!("l{at}"), from, to: format!("s{at}"), cause: Cause::default() });
    }
    while design.links.len() < limits::LINKS {
        let at = design.links.len();
        let cause = Cause::Completed(Share { percent: 0.1.into(), ..Share::default() });
        let (from, to) = (format!("s{}", at % 1_999 + 1), format!("s{}", at % 31 + 1));
        design.links.push(Link { id: format!("l{at}"), from, to, cause });
    }
    project.options = (0..limits::OPTIONS)
        .map(|at| crate::ServiceOption {
            id: format!("o{at}"),
            name: format!("O{at}"),
            ..project.options[0].clone()
        })
        .collect();
    let started = Instant::now();
    let problems = check(&project);
    // Far above what it takes, so that a slow machine passes and a quadratic walk does not.
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    assert!(codes(&problems).contains_key("too-many-problems"), "{:?}", codes(&problems));
    assert!(problems.len() <= 2 * (limits::PROBLEMS + 1));
}
