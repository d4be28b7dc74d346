//! One list: exact queueing theory.

use pathloom_service::{Cause, Contacts, OutcomeKind, Places, Referrals, Scenario};
use pathloom_simulation::HorizonMeasure as H;
use pathloom_simulation::Outcomes;
use pathloom_tests::build::{Service, Shape, Unit, contacts_by, evenly, places, poisson, replayed};
use pathloom_tests::measure::{both, figure, simulate, times};
use pathloom_tests::record::{Gaps, record};

use crate::case::Case;
use crate::judge::{Answer, named, sampled};
use crate::observe::{self, Waits};

/// Weeks counted and weeks warmed up. Services last about an hour, so that 12 weeks are more than twenty relaxation
/// times at a load of 0.8; at 0.9 it takes 45.
const WEEKS: u32 = 300;
const WARM_UP: u32 = 12;
const WARM_UP_LONG: u32 = 50;

fn warm_up(load: f64) -> u32 {
    if load > 0.85 { WARM_UP_LONG } else { WARM_UP }
}

/// Weeks in which about fifty thousand people come, at most [`WEEKS`].
fn weeks_for(per_week: f64) -> u32 {
    if per_week > 0.0 { WEEKS.min((50_000.0 / per_week) as u32) } else { WEEKS }
}

/// A unit in which a visit of this mean lasts an hour.
fn hourly(mean: f64) -> Unit {
    Unit::hours(1.0 / mean)
}

pub(crate) fn clinic(referrals: Referrals, servers: u32, contacts: Contacts, warm_up: u32) -> Scenario {
    Service::new(weeks_for(referrals.per_week.likely))
        .warm_up(warm_up)
        .staff("staff", f64::from(servers))
        .referrals("referrals", referrals)
        .contacts("clinic", contacts)
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario()
}

/// The figures of one list that a run has.
pub(crate) fn of_run(outcomes: &Outcomes, unit: Unit) -> Vec<(String, Vec<f64>)> {
    let of_step = |measure| figure(outcomes, measure, "step:clinic");
    let (wait, waited) =
        (times(&of_step(H::WaitMean), unit.of_weeks(1.0)), times(&of_step(H::HadToWaitPercent), 0.01));
    let (open, referrals) = (figure(outcomes, H::MeanOpen, ""), figure(outcomes, H::Referrals, ""));
    let weeks = (outcomes.catalogue.weeks - outcomes.catalogue.warm_up_weeks) as f64;
    let load = times(&figure(outcomes, H::UtilisationPercent, "role:staff"), 0.01);
    named([
        ("W", both(&open, &referrals, |open, people| open * unit.of_weeks(weeks) / people)),
        ("Wq_given_wait", both(&wait, &waited, |wait, waited| wait / waited)),
        ("Wq", wait),
        ("P_wait", waited.clone()),
        // Of those who come, the share that finds the server busy.
        ("sigma", waited),
        ("Lq", of_step(H::MeanWaiting)),
        ("L", open),
        ("utilisation", load.clone()),
        ("rho", load),
        ("wait_p50", times(&of_step(H::WaitMedian), unit.of_weeks(1.0))),
        ("wait_p95", times(&of_step(H::Wait95), unit.of_weeks(1.0))),
    ])
}

/// The figures of one list that only its log has; `waits_of` names them in the case.
fn of_log(case: &Case, scenario: &Scenario, unit: Unit, replication: u32) -> Vec<(String, f64)> {
    let log = observe::log(scenario, case.seed(), replication);
    let weeks = f64::from(scenario.warm_up_weeks + scenario.horizon_weeks);
    let (from, until) = (7.0 * f64::from(scenario.warm_up_weeks), 7.0 * weeks);
    let waits = observe::waits(&log, "clinic", from);
    let (span, spread) = (until - from, Waits::of(&waits));
    let (somebody, waited, _) = observe::longest_waiter(&waits, 0.0);
    let mut found = vec![
        ("P0".to_owned(), observe::share_empty(&log, from, until)),
        ("SD_Wq".to_owned(), unit.of_days(spread.deviation())),
        ("list_mean_elapsed_wait".to_owned(), unit.of_days(spread.mean_waited_so_far())),
        ("list_p92_elapsed_wait".to_owned(), unit.of_days(spread.percentile_waited_so_far(0.92))),
        ("longest_waiter_mean_given_nonempty".to_owned(), unit.of_days(waited / somebody)),
    ];
    for (name, percent) in case.ends_of("wait_p") {
        found.push((name, unit.of_days(spread.percentile(percent / 100.0))));
    }
    for (name, time) in case.ends_of("P_wait_gt_") {
        found.push((name, spread.share_longer(unit.days(time))));
    }
    for (name, time) in case.ends_of("mean_number_on_list_waiting_gt_") {
        found.push((name, spread.person_days_beyond(unit.days(time)) / span));
    }
    for (name, time) in case.ends_of("P_longest_waiter_gt_") {
        found.push((name, observe::longest_waiter(&waits, unit.days(time)).2 / span));
    }
    found
}

fn run_and_log<'c>(case: &'c Case, scenario: Scenario, unit: Unit) -> Answer<'c> {
    sampled(24, move |range| {
        let mut found = of_run(&simulate(&scenario, case.seed(), range.clone()), unit);
        for replication in range {
            for (name, value) in of_log(case, &scenario, unit, replication) {
                match found.iter_mut().find(|(known, _)| *known == name) {
                    // What the run says itself is what is held.
                    Some((_, values)) if name == "wait_p50" || name == "wait_p95" => {
                        assert!(!values.is_empty())
                    }
                    Some((_, values)) => values.push(value),
                    None => found.push((name, vec![value])),
                }
            }
        }
        found
    })
}

pub(crate) fn multiserver(case: &Case) -> Answer<'_> {
    let (rate, visits, servers) = (case.number("lam"), case.number("mu"), case.count("c"));
    let unit = hourly(1.0 / visits);
    let contacts = contacts_by("staff", Shape::Exponential(1.0 / visits).minutes(unit));
    let load = rate / visits / f64::from(servers);
    run_and_log(case, clinic(poisson(unit.per_week(rate)), servers, contacts, warm_up(load)), unit)
}

pub(crate) fn single_server(case: &Case) -> Answer<'_> {
    let shape = match case.text("service").split([' ', '(']).next() {
        Some("deterministic") => Shape::Fixed(1.0),
        Some("Erlang") => Shape::Erlang(1.0, 2),
        Some("Uniform") => Shape::Uniform(0.0, 2.0),
        Some("lognormal") => Shape::Lognormal(1.0, 1.5),
        Some("hyperexponential") => Shape::Hyperexponential(1.0, 4.0),
        other => panic!("{}: {other:?} is no service", case.id),
    };
    let unit = Unit::hours(1.0);
    let contacts = contacts_by("staff", shape.minutes(unit));
    run_and_log(case, clinic(poisson(unit.per_week(case.number("lam"))), 1, contacts, WARM_UP_LONG), unit)
}

fn run_only<'c>(case: &'c Case, scenario: Scenario, unit: Unit) -> Answer<'c> {
    sampled(24, move |range| of_run(&simulate(&scenario, case.seed(), range), unit))
}

pub(crate) fn fixed_service(case: &Case) -> Answer<'_> {
    let unit = Unit::hours(1.0);
    let contacts = contacts_by("staff", Shape::Fixed(case.number("D")).minutes(unit));
    let referrals = poisson(unit.per_week(case.number("lam")));
    run_only(case, clinic(referrals, case.count("c"), contacts, WARM_UP_LONG), unit)
}

pub(crate) fn evenly_booked(case: &Case) -> Answer<'_> {
    let unit = Unit::hours(1.0);
    let contacts = contacts_by("staff", Shape::Exponential(1.0 / case.number("mu")).minutes(unit));
    run_only(case, clinic(evenly(unit.per_week(case.number("lam"))), 1, contacts, WARM_UP_LONG), unit)
}

/// A record of its own for each replication.
fn recorded<'c>(case: &'c Case, record_of: impl Fn(u64) -> Vec<f64> + 'c) -> Answer<'c> {
    let unit = Unit::hours(1.0);
    sampled(24, move |range| {
        let mut all: Vec<(String, Vec<f64>)> = Vec::new();
        for number in range {
            let contacts = contacts_by("staff", Shape::Exponential(1.0 / case.number("mu")).minutes(unit));
            let record = record_of(u64::from(number) + 1);
            let scenario = clinic(replayed(record), 1, contacts, WARM_UP_LONG);
            let found = of_run(&simulate(&scenario, case.seed(), number..number + 1), unit);
            for (name, values) in found {
                match all.iter_mut().find(|(known, _)| *known == name) {
                    Some((_, known)) => known.extend(values),
                    None => all.push((name, values)),
                }
            }
        }
        all
    })
}

const END: f64 = 7.0 * (WEEKS + WARM_UP_LONG) as f64;

pub(crate) fn two_phases(case: &Case) -> Answer<'_> {
    let rate = case.number("lam");
    recorded(case, move |seed| {
        let mut gaps = Gaps::new(seed);
        let gap = move || Some((gaps.next()? + gaps.next()?) / (2.0 * rate) / 24.0);
        record(std::iter::from_fn(gap), 1, END)
    })
}

pub(crate) fn pairs(case: &Case) -> Answer<'_> {
    let (rate, size) = (case.number("batch_rate"), case.count("batch") as usize);
    recorded(case, move |seed| record(Gaps::new(seed).map(|gap| gap / rate / 24.0), size, END))
}

pub(crate) fn limited(case: &Case) -> Answer<'_> {
    let (rate, visits, servers) = (case.number("lam"), case.number("mu"), case.count("c"));
    let unit = hourly(1.0 / visits);
    let contacts = contacts_by("staff", Shape::Exponential(1.0 / visits).minutes(unit));
    let scenario = Service::new(WEEKS)
        .warm_up(WARM_UP)
        .staff("staff", f64::from(servers))
        .referrals("referrals", poisson(unit.per_week(rate)))
        .contacts(
            "clinic",
            Contacts { list_limit: Some(f64::from(case.count("K") - servers).into()), ..contacts },
        )
        .outcome("elsewhere", OutcomeKind::Signposted)
        .leaves("clinic")
        .then("referrals", "clinic")
        .link("clinic", "elsewhere", Cause::TurnedAway)
        .scenario();
    sampled(24, move |range| {
        let outcomes = simulate(&scenario, case.seed(), range.clone());
        let mut found = of_run(&outcomes, unit);
        let (away, all) = (figure(&outcomes, H::TurnedAway, ""), figure(&outcomes, H::Referrals, ""));
        let seen = both(&all, &away, |all, away| all - away);
        let span = unit.of_weeks(f64::from(WEEKS));
        // Time in the service of those who got in.
        let time = both(&figure(&outcomes, H::MeanOpen, ""), &seen, |open, seen| open * span / seen);
        found.retain(|(name, _)| name != "W");
        found.extend(named([
            ("W", time),
            ("P_block", both(&away, &all, |away, all| away / all)),
            ("throughput", times(&figure(&outcomes, H::Completed, "step:clinic"), 1.0 / span)),
        ]));
        let empty = range.map(|number| {
            let log = observe::log(&scenario, case.seed(), number);
            observe::share_empty(&log, 7.0 * f64::from(WARM_UP), 7.0 * f64::from(WARM_UP + WEEKS))
        });
        found.push(("P0".to_owned(), empty.collect()));
        found
    })
}

/// Beds nobody waits for; the law of the stay does not matter, so a spread-out one is taken.
pub(crate) fn loss(case: &Case) -> Answer<'_> {
    let (load, beds) = (case.number("offered_load"), case.count("c"));
    let unit = Unit::hours(1.0);
    let ward = Places { list_limit: Some(0.0.into()), ..places(beds, Shape::Lognormal(1.0, 1.5).days(unit)) };
    let scenario = Service::new(WEEKS)
        .warm_up(WARM_UP)
        .referrals("referrals", poisson(unit.per_week(load)))
        .places("ward", ward)
        .outcome("elsewhere", OutcomeKind::Signposted)
        .leaves("ward")
        .then("referrals", "ward")
        .link("ward", "elsewhere", Cause::TurnedAway)
        .scenario();
    sampled(8, move |range| {
        let outcomes = simulate(&scenario, case.seed(), range);
        let of_ward = |measure| figure(&outcomes, measure, "step:ward");
        let away =
            both(&of_ward(H::TurnedAway), &figure(&outcomes, H::Referrals, ""), |away, all| away / all);
        named([
            ("P_block", away),
            ("mean_occupancy", of_ward(H::MeanUnderWay)),
            ("occupancy_fraction", times(&of_ward(H::MeanUnderWay), 1.0 / f64::from(beds))),
            ("Wq", times(&of_ward(H::WaitMean), unit.of_weeks(1.0))),
            ("P_wait", times(&of_ward(H::HadToWaitPercent), 0.01)),
            ("wait_p95", times(&of_ward(H::Wait95), unit.of_weeks(1.0))),
        ])
    })
}
