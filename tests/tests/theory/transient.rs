//! The state at a date: people staying without a limit of places, a list on its way to its long run, a clinic with so
//! many slots a week, and a list that grows or clears as a smooth flow.

use pathloom_service::{Contacts, ListAges, OutcomeKind, StartingList, StartingState};
use pathloom_simulation::theory::fluid::FluidList;
use pathloom_simulation::theory::mginf::Occupancy;
use pathloom_simulation::theory::slots::SlotClinic;
use pathloom_simulation::theory::transient::TransientQueue;
use pathloom_simulation::{HorizonMeasure as H, WeeklyMeasure as W};
use pathloom_tests::build::{Service, Shape, Unit, contacts_by, evenly, poisson, programme};
use pathloom_tests::measure::{agrees, both, figure, series, simulate, weekly};

/// A unit is a week, so that a census falls on every whole unit.
const WEEK: Unit = Unit::weeks(1.0);

/// Sample variance of groups of so many values.
fn variances(values: &[f64], of: usize) -> Vec<f64> {
    let variance = |group: &[f64]| {
        let mean = group.iter().sum::<f64>() / group.len() as f64;
        group.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / (group.len() - 1) as f64
    };
    values.chunks_exact(of).map(variance).collect()
}

#[test]
fn people_who_stay_without_a_limit_of_places() {
    let stays = [Shape::Fixed(5.0), Shape::Exponential(5.0)];
    for (at, stay) in stays.into_iter().enumerate() {
        let scenario = Service::new(10)
            .referrals("referrals", poisson(3.0))
            .delay("stay", stay.days(WEEK))
            .leaves("stay")
            .then("referrals", "stay")
            .scenario();
        let theory = |time| {
            let occupancy = match stay {
                Shape::Fixed(length) => Occupancy::fixed_stay_at(3.0, length, time),
                _ => Occupancy::exponential_stay_at(3.0, 5.0, time),
            };
            occupancy.expect("a stay")
        };
        let mut study = |range| {
            let outcomes = simulate(&scenario, 91 + at as u64, range);
            let there = |week| weekly(&outcomes, W::UnderWay, "step:stay", week);
            let (early, late) = (there(3), there(10));
            let full = late.iter().map(|there| f64::from(u8::from(*there <= 14.0))).collect();
            vec![
                ("variance after ten weeks".to_owned(), variances(&late, 1_000)),
                ("at most fourteen".to_owned(), full),
                ("after three weeks".to_owned(), early),
                ("after ten weeks".to_owned(), late),
            ]
        };
        agrees(
            &format!("M/G/inf from empty, {stay:?}"),
            50_000,
            &mut study,
            &[
                ("after three weeks", theory(3.0).mean()),
                ("after ten weeks", theory(10.0).mean()),
                ("variance after ten weeks", theory(10.0).variance()),
                ("at most fourteen", theory(10.0).at_most(14)),
            ],
        );
    }
}

#[test]
fn people_who_stay_in_the_long_run() {
    let hour = Unit::hours(1.0);
    let scenario = Service::new(300)
        .warm_up(12)
        .referrals("referrals", poisson(hour.per_week(0.8)))
        .delay("stay", Shape::Lognormal(10.0, 12.0).days(hour))
        .leaves("stay")
        .then("referrals", "stay")
        .scenario();
    let mut study = |range| {
        let outcomes = simulate(&scenario, 93, range);
        vec![("there".to_owned(), figure(&outcomes, H::MeanUnderWay, "step:stay"))]
    };
    let theory = Occupancy::long_run(0.8, 10.0).expect("a stay").mean();
    agrees("M/G/inf in the long run", 48, &mut study, &[("there", theory)]);
}

/// From so many people there at the start, everybody seen at once who can be: the state after 20 units, and over them.
fn from_the_start(rate: f64, servers: u32, present: u32, batch: u32, seed: u64) {
    let unit = Unit::weeks(1.0 / 20.0);
    let visits = contacts_by("staff", Shape::Exponential(1.0).minutes(unit));
    let scenario = Service::new(1)
        .staff("staff", f64::from(servers))
        .referrals("referrals", poisson(unit.per_week(rate)))
        .contacts("clinic", Contacts { start: just_referred(present), ..visits })
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario();
    let mut queue = TransientQueue::new(rate, 1.0, present).expect("a queue");
    let over = queue.advance(20.0, servers).expect("it goes on");
    let mut study = |range| {
        let outcomes = simulate(&scenario, seed, range);
        let open = weekly(&outcomes, W::OpenReferrals, "", 1);
        vec![
            ("mean list".to_owned(), figure(&outcomes, H::MeanWaiting, "")),
            ("mean present".to_owned(), figure(&outcomes, H::MeanOpen, "")),
            ("list".to_owned(), weekly(&outcomes, W::WaitingList, "", 1)),
            ("deviation".to_owned(), variances(&open, 1_000).into_iter().map(f64::sqrt).collect()),
            ("present".to_owned(), open),
        ]
    };
    agrees(
        &format!("M/M/{servers} from {present}"),
        batch,
        &mut study,
        &[
            ("mean list", over.mean_list),
            ("mean present", over.mean_present),
            ("list", queue.mean_list(servers)),
            ("present", queue.mean_present()),
            ("deviation", queue.present_deviation()),
        ],
    );
}

/// So many people waiting at the start, all of them just referred.
fn just_referred(people: u32) -> Option<StartingState> {
    let waiting = (people > 0)
        .then(|| StartingList::Ages(ListAges { weeks: vec![0.0; people as usize], groups: Vec::new() }));
    Some(StartingState { waiting, ..StartingState::default() })
}

#[test]
fn a_list_that_grows_from_nothing() {
    from_the_start(1.3, 1, 0, 20_000, 94);
}

#[test]
fn a_list_that_starts_long() {
    from_the_start(8.0, 10, 60, 10_000, 95);
}

#[test]
fn a_clinic_with_so_many_slots_a_week() {
    let scenario = Service::new(400)
        .warm_up(60)
        .referrals("referrals", poisson(8.0))
        .programme("clinic", programme(10, 1.0))
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario();
    let theory = SlotClinic::new(8.0, 10, 1.0).expect("a clinic");
    let mut study = |range| {
        let outcomes = simulate(&scenario, 96, range);
        let (before, seen) = (series(&outcomes, W::WaitingList, ""), series(&outcomes, W::Seen, ""));
        // A week begins with the clinic at its first instant, so who is left is who was there less those seen in
        // the week that follows.
        let left: Vec<Vec<f64>> = before
            .iter()
            .zip(&seen)
            .map(|(before, seen)| both(before, &seen[1..], |before, seen| before - seen))
            .collect();
        let mean = |rows: &[Vec<f64>], of: fn(f64) -> f64| -> Vec<f64> {
            rows.iter().map(|row| row.iter().map(|x| of(*x)).sum::<f64>() / row.len() as f64).collect()
        };
        [
            ("before", mean(&before, |x| x)),
            ("left", mean(&left, |x| x)),
            ("all seen", mean(&left, |x| f64::from(u8::from(x == 0.0)))),
            ("every slot used", mean(&seen, |x| f64::from(u8::from(x == 10.0)))),
            ("list", figure(&outcomes, H::MeanWaiting, "")),
            ("wait", figure(&outcomes, H::WaitMean, "")),
        ]
        .map(|(name, values)| (name.to_owned(), values))
        .into()
    };
    agrees(
        "eight referrals and ten slots a week",
        120,
        &mut study,
        &[
            ("before", theory.mean_before),
            ("left", theory.mean_after),
            ("all seen", theory.cleared_probability),
            ("every slot used", theory.full_probability),
            ("list", theory.mean_list),
            ("wait", theory.mean_wait),
        ],
    );
}

/// Evenly spaced referrals and visits of one length: the smooth flow, to within a person.
#[test]
fn a_list_as_a_smooth_flow() {
    for (backlog, demand, capacity, weeks) in [(0, 100.0, 80.0, 40u32), (300, 30.0, 50.0, 20)] {
        let visits = contacts_by("staff", Shape::Fixed(1.0 / capacity).minutes(WEEK));
        let scenario = Service::new(weeks)
            .staff("staff", 1.0)
            .referrals("referrals", evenly(demand))
            .contacts("clinic", Contacts { start: just_referred(backlog), ..visits })
            .outcome("done", OutcomeKind::Completed)
            .then("clinic", "done")
            .then("referrals", "clinic")
            .scenario();
        let outcomes = simulate(&scenario, 97, 0..1);
        let flow = FluidList::new(f64::from(backlog), demand, capacity).expect("a list");
        for week in 1..=weeks as usize {
            let at = |measure| weekly(&outcomes, measure, "", week)[0];
            let time = week as f64;
            let near = |what: &str, ours: f64, theirs: f64, reach: f64| {
                assert!((ours - theirs).abs() <= reach, "{what} in week {week}: {ours} against {theirs}");
            };
            // One person is being seen, one may come at the very end of the week.
            near("list", at(W::WaitingList), flow.size_at(time).expect("a week"), 2.0);
            near("longest wait", at(W::LongestWait), flow.longest_wait_at(time).expect("a week"), 0.05);
            // Counted in whole days, put half a day into each.
            near("mean wait", at(W::MeanWait), flow.mean_wait_at(time).expect("a week"), 0.08);
        }
    }
}
