//! A list of the size of a country's.

use std::time::Instant;

use pathloom_service::{Cause, Contacts, ListSummary, OutcomeKind, StartingList, StartingState};
use pathloom_simulation::{HorizonMeasure as H, WeeklyMeasure as W};
use pathloom_tests::build::{Service, Shape, Unit, contacts_by, leaving_at, poisson};
use pathloom_tests::measure::{figure, simulate, weekly};

/// 1.1 million people on two lists at the start, about the number waiting for community health services in England,
/// and 80,000 referrals a week over two years: it runs, nobody is lost, and the output says how long it took.
///
/// The split, the rates and the staff are made up to keep the lists moving; nothing here is a claim about a country.
#[test]
fn a_national_list_over_two_years() {
    let hour = Unit::hours(1.0);
    let start = |number: f64, mean: f64, longest: f64| {
        let list =
            ListSummary { number: number.into(), mean_weeks: mean.into(), longest_weeks: longest.into() };
        Some(StartingState { waiting: Some(StartingList::Summary(list)), ..StartingState::default() })
    };
    let visits = |role| contacts_by(role, Shape::Lognormal(1.0, 0.5).minutes(hour));
    let scenario = Service::new(104)
        .staff("adults", 380.0)
        .staff("children", 95.0)
        .referrals("adult-referrals", poisson(62_000.0))
        .referrals("child-referrals", poisson(18_000.0))
        .contacts("adults", Contacts { start: start(800_000.0, 11.0, 130.0), ..visits("adults") })
        .contacts("children", Contacts { start: start(300_000.0, 22.0, 180.0), ..visits("children") })
        .outcome("gone", OutcomeKind::Removed)
        .leaves("adults")
        .leaves("children")
        .then("adult-referrals", "adults")
        .then("child-referrals", "children")
        .link("adults", "gone", Cause::RemovedWhileWaiting(leaving_at(0.3)))
        .link("children", "gone", Cause::RemovedWhileWaiting(leaving_at(0.3)))
        .scenario();
    let began = Instant::now();
    let outcomes = simulate(&scenario, 1, 0..1);
    let took = began.elapsed().as_secs_f64();
    let at_start = |measure| weekly(&outcomes, measure, "", 0)[0];
    assert_eq!(
        at_start(W::WaitingList) + at_start(W::Seen),
        1_100_000.0,
        "everybody waits, or is seen at once"
    );
    let people = 1_100_000.0 + figure(&outcomes, H::Referrals, "")[0];
    let left = figure(&outcomes, H::Completed, "")[0] + figure(&outcomes, H::Removed, "")[0];
    let open = weekly(&outcomes, W::OpenReferrals, "", 104)[0];
    assert_eq!(people, left + open, "everyone who arrives is somewhere");
    println!(
        "{people} people over two years in {took:.1} s; {} wait at the end, the longest for {:.0} weeks",
        weekly(&outcomes, W::WaitingList, "", 104)[0],
        weekly(&outcomes, W::LongestWait, "", 104)[0]
    );
}
