//! Services in which a law once did not hold, as small as they could be made.

use pathloom_service::{
    Cause, Contacts, Distribution, ListAges, ListSummary, Missed, OutcomeKind, Places, Rebook, Scenario,
    StartingList, StartingState,
};
use pathloom_simulation::trace::trace;
use pathloom_simulation::{HorizonMeasure as H, WeeklyMeasure as W};
use pathloom_tests::build::{
    Service, contacts_by, evenly, leaving_after, leaving_at, need, places, poisson, programme,
};
use pathloom_tests::measure::{figure, simulate, weekly};

use crate::{diary, laws};

fn held(scenario: &Scenario) {
    for seed in 0..20 {
        let outcomes = simulate(scenario, seed, 0..1);
        let log = trace(scenario, seed, 0, 1_000_000).expect("what runs can be followed");
        let mut broken = laws::broken(scenario, &outcomes);
        broken.extend(diary::broken(scenario, &outcomes, 0, &log));
        assert!(broken.is_empty(), "seed {seed}:\n{}", broken.join("\n"));
    }
}

fn listed(weeks: &[f64]) -> Option<StartingState> {
    let waiting = Some(StartingList::Ages(ListAges { weeks: weeks.to_vec(), groups: Vec::new() }));
    Some(StartingState { waiting, ..StartingState::default() })
}

/// Twelve people who have waited nine weeks on average.
fn long_list() -> Option<StartingState> {
    let list = ListSummary { number: 12.0.into(), mean_weeks: 9.0.into(), longest_weeks: 30.0.into() };
    Some(StartingState { waiting: Some(StartingList::Summary(list)), ..StartingState::default() })
}

fn short_visit(role: &str) -> Contacts {
    contacts_by(role, Distribution::fixed(18.0))
}

/// Somebody free must look when somebody comes who may yet cancel.
#[test]
fn people_who_may_cancel_are_seen_by_whoever_is_free() {
    let scenario = Service::new(50)
        .staff("staff", 1.0)
        .referrals("referrals", poisson(7.0))
        .contacts("clinic", Contacts { cancelled_percent: 10.0.into(), ..short_visit("staff") })
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario();
    held(&scenario);
    let wait = figure(&simulate(&scenario, 1, 0..1), H::WaitMean, "")[0];
    assert!(wait < 0.1, "one in ten waits a day to be booked anew, the others hardly: {wait} weeks");
}

/// People referred on the very day of a census are on the list.
#[test]
fn people_just_referred_are_on_the_list_at_the_start() {
    let clinic = programme(10, 30.0);
    let scenario = Service::new(3)
        .referrals("referrals", evenly(0.0))
        .programme("clinic", pathloom_service::Group { start: listed(&[0.0, 0.0, 2.0]), ..clinic })
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario();
    let outcomes = simulate(&scenario, 1, 0..1);
    for week in 0..=3 {
        assert_eq!(weekly(&outcomes, W::WaitingList, "", week), [3.0], "week {week}");
    }
}

/// Without a warm-up, people seen at the very first instant are seen within the horizon: their waits count.
#[test]
fn people_seen_at_the_very_start_count() {
    let scenario = Service::new(2)
        .staff("staff", 2.0)
        .referrals("referrals", evenly(0.0))
        .contacts("clinic", Contacts { start: listed(&[1.0, 2.0, 3.0]), ..short_visit("staff") })
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario();
    held(&scenario);
    let outcomes = simulate(&scenario, 1, 0..1);
    assert_eq!(figure(&outcomes, H::Seen, ""), [3.0]);
    assert_eq!(figure(&outcomes, H::Seen, "step:clinic"), [3.0]);
}

/// Who was to give up while in a programme, and never came to it, gives up on being back in the queue, not before.
#[test]
fn nobody_leaves_a_list_before_joining_it_again() {
    let missed =
        Missed { percent: 60.0.into(), minutes_lost: None, rebook: Rebook::KeepsPlace, leave_after: None };
    let clinic = pathloom_service::Group { sessions: 3.0.into(), missed: Some(missed), ..programme(4, 1.0) };
    let scenario = Service::new(30)
        .referrals("referrals", poisson(3.0))
        .programme("clinic", clinic)
        .outcome("gone", OutcomeKind::Removed)
        .leaves("clinic")
        .then("referrals", "clinic")
        .link("clinic", "gone", Cause::RemovedWhileWaiting(leaving_at(30.0)))
        .scenario();
    held(&scenario);
}

/// A place kept by somebody who gives up waiting for the next step is free from that moment on.
#[test]
fn a_place_kept_by_somebody_who_gives_up_is_free_at_once() {
    let ward = Places { keeps_place_until_admitted: true, ..places(4, Distribution::exponential(2.0)) };
    let scenario = Service::new(20)
        .referrals("referrals", poisson(14.0))
        .places("ward", ward)
        .places("home", places(3, Distribution::exponential(4.0)))
        .outcome("gone", OutcomeKind::Removed)
        .leaves("home")
        .then("referrals", "ward")
        .then("ward", "home")
        .link("home", "gone", Cause::RemovedWhileWaiting(leaving_at(60.0)))
        .scenario();
    held(&scenario);
}

/// People past their limit leave a list of joint contacts while a colleague is being found for somebody else.
#[test]
fn leaving_a_list_of_joint_contacts_disturbs_no_other_list() {
    let joint = Contacts { start: long_list(), staff: vec![need("one"), need("two")], ..short_visit("one") };
    let scenario = Service::new(3)
        .staff("one", 1.0)
        .staff("two", 2.0)
        .referrals("referrals", poisson(2.0))
        .contacts("first", Contacts { start: long_list(), ..short_visit("two") })
        .contacts("joint", joint)
        .outcome("moved", OutcomeKind::EscalatedOut)
        .leaves("joint")
        .then("referrals", "first")
        .then("first", "joint")
        .link("joint", "moved", Cause::EscalatedWhileWaiting(leaving_after(1.0)))
        .scenario();
    held(&scenario);
}

/// People past their limit join another list of the same staff while these are looking for the next person.
#[test]
fn moving_to_another_list_of_the_same_staff_disturbs_none() {
    let scenario = Service::new(3)
        .staff("staff", 2.0)
        .referrals("referrals", poisson(2.0))
        .contacts("first", Contacts { start: long_list(), ..short_visit("staff") })
        .contacts("second", Contacts { start: long_list(), ..short_visit("staff") })
        .contacts("last", Contacts { caseload_per_wte: Some(5.0.into()), ..short_visit("staff") })
        .leaves("last")
        .then("referrals", "first")
        .then("first", "second")
        .then("second", "last")
        .link("second", "last", Cause::EscalatedWhileWaiting(leaving_after(1.0)))
        .scenario();
    held(&scenario);
}

/// Staff who first come in a new week begin in it, not at the end of the one before.
#[test]
fn nobody_begins_before_the_week_does() {
    let joint = Contacts { staff: vec![need("one"), need("two")], ..short_visit("one") };
    let scenario = Service::new(4)
        .staff("one", 1.0)
        .staff("two", 0.0)
        .posts_change("two", 2, 1.0)
        .referrals("referrals", poisson(20.0))
        .contacts("joint", joint)
        .outcome("gone", OutcomeKind::Removed)
        .leaves("joint")
        .then("referrals", "joint")
        .link("joint", "gone", Cause::RemovedWhileWaiting(leaving_at(20.0)))
        .scenario();
    held(&scenario);
}
