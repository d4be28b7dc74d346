//! Mistakes found in other engines, each with the rule that keeps it out of this one.

use pathloom_service::{Cause, Contacts, Count, OutcomeKind, Scenario, WithinClass};
use pathloom_simulation::trace::{EventLog, LogEvent, trace};
use pathloom_simulation::{HorizonMeasure as H, Outcomes, WeeklyMeasure as W};
use pathloom_tests::build::{
    Service, Shape, Unit, contacts_by, evenly, leaving_after, leaving_at, of_groups, places, poisson,
    programme, replayed,
};
use pathloom_tests::measure::{figure, series, simulate, weekly};

const DAY: Unit = Unit::hours(24.0);

fn log(scenario: &Scenario) -> EventLog {
    trace(scenario, 1, 0, 1_000_000).expect("the case can be followed")
}

/// Who was seen at a step, in order, and when [days].
fn seen(log: &EventLog, step: &str) -> Vec<(u32, f64)> {
    let at = log.steps.iter().position(|id| id == step).expect("a step") as u32;
    let started = |event: &LogEvent| matches!(event, LogEvent::Started { .. });
    let entries = log.entries.iter().filter(|entry| entry.step == at && started(&entry.event));
    entries.map(|entry| (entry.person, entry.day)).collect()
}

/// Routine people are referred first and urgent ones after them, all in one instant, while the clinician is busy.
#[test]
fn people_who_come_in_one_instant_are_seen_by_the_rule_of_the_queue() {
    let scenario = Service::new(3)
        .group("routine", 1)
        .group("urgent", 0)
        .staff("staff", 1.0)
        .referrals("early", of_groups(replayed(vec![0.5]), &[("routine", 100.0)]))
        .referrals("routine", of_groups(replayed(vec![1.0; 3]), &[("routine", 100.0)]))
        .referrals("urgent", of_groups(replayed(vec![1.0; 2]), &[("urgent", 100.0)]))
        .contacts("clinic", contacts_by("staff", Shape::Fixed(1.0).minutes(DAY)))
        .leaves("clinic")
        .then("early", "clinic")
        .then("routine", "clinic")
        .then("urgent", "clinic")
        .scenario();
    // Numbered in the order of referral: 0 early, 1 to 3 routine, 4 and 5 urgent.
    let order: Vec<u32> = seen(&log(&scenario), "clinic").iter().map(|(person, _)| *person).collect();
    assert_eq!(order, [0, 4, 5, 1, 2, 3]);
}

/// Seats of a session and places on a ward go by the rule of the queue as well, and by referral where that is the rule,
/// however late somebody joined.
#[test]
fn seats_and_places_given_out_together_go_by_the_rule() {
    let mut session = programme(2, 1.0);
    session.order.within_class = WithinClass::ReferralDate;
    let scenario = Service::new(4)
        .referrals("late", replayed(vec![3.0, 3.0]))
        .referrals("early", replayed(vec![1.0]))
        .delay("letter", Shape::Fixed(4.0).days(DAY))
        .programme("session", session)
        .places("ward", places(1, Shape::Fixed(2.0).days(DAY)))
        .leaves("ward")
        .then("late", "session")
        .then("early", "letter")
        .then("letter", "session")
        .then("session", "ward")
        .scenario();
    let log = log(&scenario);
    // 0 was referred on day 1 and joins on day 5; 1 and 2 were referred on day 3 and join at once.
    assert_eq!(seen(&log, "session"), [(0, 7.0), (1, 7.0), (2, 14.0)]);
    assert_eq!(seen(&log, "ward"), [(0, 7.0), (1, 9.0), (2, 14.0)]);
}

/// Everybody who waits at the start is in line before anybody is seen: the longest waiter first, wherever they stand in
/// the list of the document.
#[test]
fn a_starting_list_is_in_line_before_anybody_is_seen() {
    let visits = contacts_by("staff", Shape::Fixed(1.0).minutes(DAY));
    let waiting = pathloom_service::StartingList::Ages(pathloom_service::ListAges {
        weeks: vec![1.0, 30.0, 4.0],
        groups: Vec::new(),
    });
    let start = pathloom_service::StartingState { waiting: Some(waiting), ..Default::default() };
    let scenario = Service::new(2)
        .staff("staff", 1.0)
        .referrals("referrals", evenly(0.0))
        .contacts("clinic", Contacts { start: Some(start), ..visits })
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario();
    let log = log(&scenario);
    let weeks: Vec<f64> = log
        .entries
        .iter()
        .filter_map(|entry| match entry.event {
            LogEvent::Started { clock_stopped_after_weeks, .. } => clock_stopped_after_weeks,
            _ => None,
        })
        .collect();
    let known = [30.0, 4.0 + 1.0 / 7.0, 1.0 + 2.0 / 7.0];
    let near = weeks.iter().zip(known).all(|(ours, known)| (ours - known).abs() < 1e-9);
    assert!(weeks.len() == 3 && near, "{weeks:?} against {known:?}");
}

/// A list that says who is of which group puts each of its people in the line of theirs, not the same share of every age.
#[test]
fn people_on_an_imported_list_keep_their_groups() {
    let visits = contacts_by("staff", Shape::Fixed(1.0).minutes(DAY));
    let waiting = pathloom_service::StartingList::Ages(pathloom_service::ListAges {
        weeks: vec![1.0, 30.0, 4.0],
        groups: ["urgent", "routine", "urgent"].map(str::to_owned).to_vec(),
    });
    let start = pathloom_service::StartingState { waiting: Some(waiting), ..Default::default() };
    let scenario = Service::new(2)
        .group("routine", 1)
        .group("urgent", 0)
        .staff("staff", 1.0)
        .referrals("referrals", evenly(0.0))
        .contacts("clinic", Contacts { start: Some(start), ..visits })
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario();
    let log = log(&scenario);
    let weeks: Vec<f64> = log
        .entries
        .iter()
        .filter_map(|entry| match entry.event {
            LogEvent::Started { clock_stopped_after_weeks, .. } => clock_stopped_after_weeks,
            _ => None,
        })
        .collect();
    let known = [4.0, 1.0 + 1.0 / 7.0, 30.0 + 2.0 / 7.0];
    let near = weeks.iter().zip(known).all(|(ours, known)| (ours - known).abs() < 1e-9);
    assert!(weeks.len() == 3 && near, "{weeks:?} against {known:?}");
}

/// Somebody whose priority rises and who then leaves is seen by nobody, and holds nobody up.
#[test]
fn people_whose_priority_rose_may_still_leave() {
    let mut visits = contacts_by("staff", Shape::Fixed(30.0).minutes(DAY));
    visits.order.rises_after_weeks = Some(1.0.into());
    let scenario = Service::new(20)
        .group("routine", 1)
        .group("urgent", 0)
        .staff("staff", 1.0)
        .referrals("first", of_groups(replayed(vec![0.0]), &[("urgent", 100.0)]))
        .referrals("routine", of_groups(replayed(vec![1.0, 12.0]), &[("routine", 100.0)]))
        .referrals("urgent", of_groups(replayed(vec![20.0, 22.0]), &[("urgent", 100.0)]))
        .contacts("clinic", visits)
        .outcome("gone", OutcomeKind::Removed)
        .leaves("clinic")
        .then("first", "clinic")
        .then("routine", "clinic")
        .then("urgent", "clinic")
        .link("clinic", "gone", Cause::RemovedWhileWaiting(leaving_after(3.0)))
        .scenario();
    let log = log(&scenario);
    let gone: Vec<(u32, f64)> = log
        .entries
        .iter()
        .filter(|entry| entry.event == LogEvent::RemovedWhileWaiting)
        .map(|entry| (entry.person, entry.day))
        .collect();
    // 1 rose on day 8 and left on day 22; 2 rose on day 19 and, by referral, is before the urgent people of day 20 on.
    assert_eq!(seen(&log, "clinic"), [(0, 0.0), (2, 30.0)]);
    assert_eq!(gone, [(1, 22.0), (3, 41.0), (4, 43.0)]);
}

/// Whoever had booked contacts at one step stands in line at the next like everybody else, and is seen there.
#[test]
fn people_who_had_a_course_are_seen_at_the_next_step() {
    let course = Contacts {
        contacts_per_person: Count::fixed(2),
        weeks_between: 1.0.into(),
        ..contacts_by("therapist", Shape::Fixed(1.0).minutes(DAY))
    };
    let scenario = Service::new(6)
        .staff("therapist", 2.0)
        .staff("assistant", 1.0)
        .referrals("referrals", replayed(vec![0.0, 0.5]))
        .contacts("course", course)
        .contacts("review", contacts_by("assistant", Shape::Fixed(2.0).minutes(DAY)))
        .outcome("gone", OutcomeKind::Removed)
        .leaves("review")
        .then("referrals", "course")
        .then("course", "review")
        .link("review", "gone", Cause::RemovedWhileWaiting(leaving_after(4.0)))
        .scenario();
    // The course takes nine days: a contact, a week, a contact. The second person waits for the first.
    assert_eq!(seen(&log(&scenario), "review"), [(0, 9.0), (1, 11.0)]);
}

#[test]
fn nobody_is_referred_beyond_the_horizon() {
    let weeks = 10u32;
    for referrals in [evenly(7.0), poisson(70.0), replayed((0..200).map(f64::from).collect())] {
        let even = referrals.per_week.likely == 7.0;
        let scenario = Service::new(weeks)
            .referrals("referrals", referrals)
            .delay("stay", Shape::Fixed(3.0).days(DAY))
            .leaves("stay")
            .then("referrals", "stay")
            .scenario();
        let log = log(&scenario);
        let end = 7.0 * f64::from(weeks);
        assert!(log.entries.iter().all(|entry| entry.day < end), "nothing happens after the end");
        let referred =
            log.entries.iter().filter(|entry| matches!(entry.event, LogEvent::Referred { .. })).count();
        let outcomes = simulate(&scenario, 1, 0..1);
        assert_eq!(figure(&outcomes, H::Referrals, ""), [referred as f64]);
        if even {
            // One on each of days 1 to 69: the one of day 70 would be of the week after the last.
            assert_eq!(referred, 69);
        }
    }
}

/// A busy little service with everything that counts something.
fn service(warm_up: u32, weeks: u32) -> Scenario {
    let visits = contacts_by("staff", Shape::Exponential(0.4).minutes(DAY));
    Service::new(weeks)
        .warm_up(warm_up)
        .group("urgent", 0)
        .group("routine", 1)
        .staff("staff", 1.0)
        .referrals("referrals", of_groups(poisson(18.0), &[("urgent", 30.0), ("routine", 70.0)]))
        .contacts("clinic", visits)
        .places("ward", places(4, Shape::Exponential(3.0).days(DAY)))
        .outcome("gone", OutcomeKind::Removed)
        .leaves("ward")
        .then("referrals", "clinic")
        .link("clinic", "ward", pathloom_tests::build::share(50.0))
        .link("clinic", "done", pathloom_tests::build::share(50.0))
        .link("clinic", "gone", Cause::RemovedWhileWaiting(leaving_at(15.0)))
        .scenario()
}

/// The weeks after a warm-up are the last weeks of a longer run, and the horizon's figures are theirs alone.
#[test]
fn counters_begin_anew_after_a_warm_up() {
    let (warm_up, weeks) = (5u32, 12u32);
    let warm = simulate(&service(warm_up, weeks), 3, 0..5);
    let long = simulate(&service(0, warm_up + weeks), 3, 0..5);
    let short = simulate(&service(0, warm_up), 3, 0..5);
    for (one, other) in warm.replications.iter().zip(&long.replications) {
        assert_eq!(one.weekly, other.weekly, "a warm-up changes nothing that happens");
    }
    let after = |outcomes: &Outcomes, measure: W, of: &str| -> Vec<f64> {
        let rows = series(outcomes, measure, of);
        rows.iter().map(|row| row[row.len() - weeks as usize..].iter().sum()).collect()
    };
    let flows = [
        (W::Referrals, H::Referrals),
        (W::Seen, H::Seen),
        (W::Completed, H::Completed),
        (W::Removed, H::Removed),
    ];
    for (weekly, horizon) in flows {
        for of in ["", "group:urgent", "group:routine"] {
            assert_eq!(after(&long, weekly, of), figure(&warm, horizon, of), "{horizon:?} of {of:?}");
        }
    }
    for of in ["step:clinic", "step:ward"] {
        assert_eq!(after(&long, W::Seen, of), figure(&warm, H::Seen, of), "{of}");
    }
    // Means over time: the whole is the warm-up and the rest.
    let (first, rest) = (f64::from(warm_up), f64::from(weeks));
    for (measure, of) in [
        (H::MeanWaiting, ""),
        (H::MeanOpen, ""),
        (H::MeanOpen, "group:urgent"),
        (H::MeanWaiting, "step:clinic"),
        (H::MeanUnderWay, "step:clinic"),
        (H::MeanUnderWay, "step:ward"),
    ] {
        for at in 0..5 {
            let [warm, long, short] =
                [&warm, &long, &short].map(|outcomes| figure(outcomes, measure, of)[at]);
            let parts = (first * short + rest * warm) / (first + rest);
            assert!(
                (parts - long).abs() < 1e-9 * (1.0 + long),
                "{measure:?} of {of:?}: {parts} against {long}"
            );
        }
    }
    // Waits are those of people seen after the warm-up.
    for replication in 0..5 {
        let log = trace(&service(warm_up, weeks), 3, replication, 1_000_000).expect("it can be followed");
        let waits: Vec<f64> = log
            .entries
            .iter()
            .filter(|entry| entry.day >= 7.0 * f64::from(warm_up))
            .filter_map(|entry| match entry.event {
                LogEvent::Started { clock_stopped_after_weeks, .. } => clock_stopped_after_weeks,
                _ => None,
            })
            .collect();
        let mean = waits.iter().sum::<f64>() / waits.len() as f64;
        let ours = figure(&warm, H::WaitMean, "")[replication as usize];
        assert!((ours - mean).abs() < 1e-9, "{ours} against {mean}");
    }
}

/// An event planned for far ahead by an arrival in between is not lost: everybody who came in comes out.
#[test]
fn nobody_is_lost_between_the_weeks() {
    let scenario = Service::new(400)
        .referrals("referrals", replayed((0..200).map(|week| 7.0 * f64::from(week) + 6.999).collect()))
        .delay("stay", Shape::Lognormal(120.0, 200.0).days(DAY))
        .leaves("stay")
        .then("referrals", "stay")
        .scenario();
    let outcomes = simulate(&scenario, 2, 0..3);
    for at in 0..3 {
        let out: f64 = (0..=400).map(|week| weekly(&outcomes, W::Completed, "", week)[at]).sum();
        assert_eq!(out + weekly(&outcomes, W::OpenReferrals, "", 400)[at], 200.0);
        assert!(out > 150.0, "most stays are over by the end");
    }
}
