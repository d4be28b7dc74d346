//! The state at a date, stays without a limit of places, and clinics with so many slots a week.

use pathloom_service::{Contacts, ListAges, StartingList, StartingState};
use pathloom_simulation::{HorizonMeasure as H, WeeklyMeasure as W};
use pathloom_tests::build::{Service, Shape, Unit, contacts_by, poisson, programme};
use pathloom_tests::measure::{both, figure, series, simulate, times, weekly};

use crate::case::Case;
use crate::judge::{Answer, named, sampled};

/// Values for an estimate of spread: groups of so many replications.
const GROUP: usize = 500;

fn deviations(values: &[f64]) -> Vec<f64> {
    let deviation = |group: &[f64]| {
        let mean = group.iter().sum::<f64>() / group.len() as f64;
        let squares: f64 = group.iter().map(|value| (value - mean) * (value - mean)).sum();
        (squares / (group.len() - 1) as f64).sqrt()
    };
    values.chunks_exact(GROUP).map(deviation).collect()
}

fn share(is: bool) -> f64 {
    f64::from(u8::from(is))
}

/// A unit is a week, so that a census falls on every whole unit.
const WEEK: Unit = Unit::weeks(1.0);

pub(crate) fn stays_of_one_length(case: &Case) -> Answer<'_> {
    let scenario = Service::new(10)
        .referrals("referrals", poisson(case.number("lam")))
        .delay("stay", Shape::Fixed(case.number("D")).days(WEEK))
        .leaves("stay")
        .then("referrals", "stay")
        .scenario();
    sampled(10_000, move |range| {
        let outcomes = simulate(&scenario, case.seed(), range);
        let there = |week| weekly(&outcomes, W::UnderWay, "step:stay", week);
        let squares = deviations(&there(10)).iter().map(|deviation| deviation * deviation).collect();
        named([("E_N_t3", there(3)), ("E_N_t10", there(10)), ("var_t10", squares)])
    })
}

pub(crate) fn stays_at_random(case: &Case) -> Answer<'_> {
    let stay = 1.0 / case.number("mu");
    let settled = 20.0 * stay;
    let scenario = Service::new(120)
        .referrals("referrals", poisson(case.number("lam")))
        .delay("stay", Shape::Exponential(stay).days(WEEK))
        .leaves("stay")
        .then("referrals", "stay")
        .scenario();
    sampled(1_000, move |range| {
        let outcomes = simulate(&scenario, case.seed(), range);
        let there = series(&outcomes, W::UnderWay, "step:stay");
        let long_run = |of: &dyn Fn(f64) -> f64| -> Vec<f64> {
            let mean = |row: &Vec<f64>| {
                let late = &row[settled as usize..];
                late.iter().map(|there| of(*there)).sum::<f64>() / late.len() as f64
            };
            there.iter().map(mean).collect()
        };
        named([
            ("E_N_t2", weekly(&outcomes, W::UnderWay, "step:stay", 2)),
            ("E_N_t10", weekly(&outcomes, W::UnderWay, "step:stay", 10)),
            ("stationary_mean", long_run(&|there| there)),
            ("P_N_le_20", long_run(&|there| share(there <= 20.0))),
        ])
    })
}

/// One session a week with so many seats.
pub(crate) fn slots(case: &Case) -> Answer<'_> {
    let (rate, slots) = (case.number("lam"), case.count("slots"));
    let scenario = Service::new(500)
        .warm_up(400)
        .referrals("referrals", poisson(rate))
        .programme("clinic", programme(slots, case.number("period")))
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario();
    sampled(200, move |range| {
        let outcomes = simulate(&scenario, case.seed(), range);
        let (before, seen) = (series(&outcomes, W::WaitingList, ""), series(&outcomes, W::Seen, ""));
        let referred = series(&outcomes, W::Referrals, "");
        // The session is the first thing in a week, after the census that ends the one before.
        let left: Vec<Vec<f64>> = before
            .iter()
            .zip(&seen)
            .map(|(list, seen)| both(list, &seen[1..], |list, seen| list - seen))
            .collect();
        let mean = |rows: &[Vec<f64>], of: &dyn Fn(f64) -> f64| -> Vec<f64> {
            rows.iter().map(|row| row.iter().map(|x| of(*x)).sum::<f64>() / row.len() as f64).collect()
        };
        named([
            ("rho", times(&mean(&referred, &|people| people), 1.0 / f64::from(slots))),
            ("slot_utilisation", times(&mean(&seen, &|people| people), 1.0 / f64::from(slots))),
            ("mean_before_slots", mean(&before, &|people| people)),
            ("mean_left_after_slots", mean(&left, &|people| people)),
            ("P_all_cleared", mean(&left, &|people| share(people == 0.0))),
            ("time_average_list", figure(&outcomes, H::MeanWaiting, "")),
            ("Wq_periods", figure(&outcomes, H::WaitMean, "")),
        ])
    })
}

/// A clinic from so many people, all just referred, at a time that is the end of the first week.
pub(crate) fn at_a_time(case: &Case) -> Answer<'_> {
    let unit = Unit::weeks(1.0 / case.number("t"));
    let present = case.count("n0");
    let waiting = (present > 0)
        .then(|| StartingList::Ages(ListAges { weeks: vec![0.0; present as usize], groups: Vec::new() }));
    let visits = contacts_by("staff", Shape::Exponential(1.0 / case.number("mu")).minutes(unit));
    let scenario = Service::new(1)
        .staff("staff", case.number("c"))
        .referrals("referrals", poisson(unit.per_week(case.number("lam"))))
        .contacts(
            "clinic",
            Contacts { start: Some(StartingState { waiting, ..StartingState::default() }), ..visits },
        )
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario();
    sampled(5_000, move |range| {
        let outcomes = simulate(&scenario, case.seed(), range);
        let open = weekly(&outcomes, W::OpenReferrals, "", 1);
        named([
            ("SD_N", deviations(&open)),
            ("P_empty", open.iter().map(|open| share(*open == 0.0)).collect()),
            ("E_Lq", weekly(&outcomes, W::WaitingList, "", 1)),
            ("E_N", open),
        ])
    })
}
