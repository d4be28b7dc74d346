//! Futures kept, held beside those as it is, and cut off.

use std::sync::atomic::Ordering;

use pathloom_service::{Project, shelf};

use super::super::{Move, changes};
use super::*;
use crate::compare::PairedDifference;
use crate::figure::Figure;

fn birmingham() -> Project {
    let text = shelf::find("birmingham").map_or("", |one| one.text);
    pathloom_service::read(text).unwrap_or_else(|error| panic!("{error}"))
}

fn scenario(project: &Project, option: &str) -> Scenario {
    let option = project.option(option).unwrap_or_else(|error| panic!("{error}"));
    project.scenario(option).unwrap_or_else(|error| panic!("{error}"))
}

fn simulated(scenario: &Scenario, rounds: &[u32]) -> Futures {
    let mut futures = Futures::new(scenario.clone(), 1);
    for until in rounds {
        let done = futures.extend(*until, &AtomicBool::new(false), &mut |_| {});
        done.unwrap_or_else(|error| panic!("{error}"));
    }
    futures
}

/// The option with half a post more of band 6.
fn half_a_post_more(scenario: &Scenario) -> Vec<pathloom_service::Change> {
    let moves = [Move { lever: "mix/posts/ot-band-6/wte".to_owned(), value: 4.5 }];
    changes(scenario, &moves).unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn rounds_give_the_bands_of_one_run() {
    let scenario = scenario(&birmingham(), "tiered");
    let settings = RunSettings { replications: 0..10, ..RunSettings::default() };
    let whole = run(&scenario, &settings, &AtomicBool::new(false), &mut |_| {});
    let whole = whole.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(simulated(&scenario, &[4, 10]).headline(), Headline::of(&[&whole]));
    assert_eq!(Futures::new(scenario, 1).headline(), None);
}

#[test]
fn what_is_kept_as_an_option_shows_what_the_slider_showed() {
    let mut project = birmingham();
    let base = scenario(&project, "tiered");
    let changes = half_a_post_more(&base);
    let mut tried = base.clone();
    assert!(tried.apply(&changes).is_empty());

    let mut kept = project.options[1].clone();
    kept.id = "kept".to_owned();
    kept.changes = changes;
    project.options.push(kept);
    let (tried, kept) =
        (simulated(&tried, &[6]).headline(), simulated(&scenario(&project, "kept"), &[6]).headline());
    assert!(tried.is_some());
    assert_eq!(tried.map(|one| one.longest_wait), kept.map(|one| one.longest_wait));
}

#[test]
fn differences_are_those_of_the_same_futures() {
    let base = scenario(&birmingham(), "do-nothing");
    let mut moved = base.clone();
    moved.apply(&half_a_post_more(&base));
    let (moved, base) = (simulated(&moved, &[12]), simulated(&base, &[8]));
    let found = DifferencesByWeek::of(&moved, &base).unwrap_or_else(|| panic!("both have futures"));
    assert_eq!((found.futures, found.waiting_list.mean.len()), (8, 53));
    assert!(
        found.waiting_list.high[52].is_some_and(|high| high < 0.0),
        "more staff, fewer waiting: {found:?}"
    );

    let figure = Figure::Weekly { measure: WeeklyMeasure::WaitingList, week: 52 };
    let values = |futures: &Futures| {
        futures.finished.as_ref().and_then(|one| figure.values(one)).unwrap_or_default()[..8].to_vec()
    };
    let paired = PairedDifference::of(figure, &values(&moved), &values(&base), "");
    assert_eq!(found.waiting_list.mean[52], Some(paired.mean));
    assert_eq!(found.waiting_list.low[52], Some(paired.interval.low));

    let same = DifferencesByWeek::of(&base, &base).unwrap_or_else(|| panic!("it has futures"));
    assert_eq!((same.longest_wait.low[52], same.longest_wait.high[52]), (Some(0.0), Some(0.0)));
}

#[test]
fn a_round_that_is_cut_off_keeps_the_futures_without_a_gap() {
    let mut futures = Futures::new(scenario(&birmingham(), "tiered"), 1);
    let cancel = AtomicBool::new(false);
    let cut = futures.extend(400, &cancel, &mut |finished| {
        if finished >= 10 {
            cancel.store(true, Ordering::Relaxed);
        }
    });
    assert_eq!(cut, Ok(()));
    let count = futures.count();
    assert!((10..400).contains(&count), "{count} futures");
    // Going on from there gives what one run gives.
    let on = futures.extend(count + 2, &AtomicBool::new(false), &mut |_| {});
    assert_eq!(on, Ok(()));
    assert_eq!(futures.headline(), simulated(&scenario(&birmingham(), "tiered"), &[count + 2]).headline());
}
