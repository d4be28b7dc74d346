//! Several steps with staff, and a place kept until the next is free.

use pathloom_service::{OutcomeKind, Places, Scenario};
use pathloom_simulation::HorizonMeasure as H;
use pathloom_tests::build::{Service, Shape, Unit, contacts_by, places, poisson, share};
use pathloom_tests::measure::{both, figure, simulate, times};

use crate::case::{Case, numbers};
use crate::judge::{Answer, named, sampled};

const WEEKS: u32 = 300;
const WARM_UP: u32 = 25;
/// Weeks of the run in which ever more people wait.
const OVERFULL_WEEKS: u32 = 25;

/// A network as the case has it: referrals and clinicians at each node, shares that go on from each to each.
pub(crate) fn jackson(case: &Case) -> Answer<'_> {
    let (outside, visits, servers) = (case.numbers("ext"), case.numbers("mu"), case.numbers("c"));
    let shares: Vec<Vec<f64>> = case.given["P"].as_array().expect("a matrix").iter().map(numbers).collect();
    let unit = Unit::hours(visits[0]);
    let mut service = Service::new(WEEKS).warm_up(WARM_UP).outcome("done", OutcomeKind::Completed);
    for node in 0..visits.len() {
        let name = format!("node{}", node + 1);
        let contacts = contacts_by(&name, Shape::Exponential(1.0 / visits[node]).minutes(unit));
        service = service.staff(&name, servers[node]).contacts(&name, contacts);
        if outside[node] > 0.0 {
            let source = format!("to-{name}");
            service = service.referrals(&source, poisson(unit.per_week(outside[node]))).then(&source, &name);
        }
        for (to, part) in shares[node].iter().enumerate().filter(|(_, part)| **part > 0.0) {
            service = service.link(&name, &format!("node{}", to + 1), share(100.0 * part));
        }
        let ends = 1.0 - shares[node].iter().sum::<f64>();
        if ends > 0.0 {
            service = service.link(&name, "done", share(100.0 * ends));
        }
    }
    let scenario = service.scenario();
    let nodes = visits.len();
    sampled(24, move |range| {
        let outcomes = simulate(&scenario, case.seed(), range);
        let span = unit.of_weeks(f64::from(WEEKS));
        let mut found = Vec::new();
        for node in (1..=nodes).map(|node| format!("node{node}")) {
            let of_step = |measure| figure(&outcomes, measure, &format!("step:{node}"));
            let seen = of_step(H::Seen);
            let present = both(&of_step(H::MeanWaiting), &of_step(H::MeanUnderWay), |list, seen| list + seen);
            let load = figure(&outcomes, H::UtilisationPercent, &format!("role:{node}"));
            for (name, values) in [
                ("lam", times(&seen, 1.0 / span)),
                ("rho", times(&load, 0.01)),
                ("Wq", times(&of_step(H::WaitMean), unit.of_weeks(1.0))),
                ("W", both(&present, &seen, |present, seen| present * span / seen)),
                ("Lq", of_step(H::MeanWaiting)),
                ("L", present),
            ] {
                found.push((format!("{node}.{name}"), values));
            }
        }
        let open = figure(&outcomes, H::MeanOpen, "");
        let people = figure(&outcomes, H::Referrals, "");
        let time = both(&open, &people, |open, people| open * span / people);
        found.push(("W_total_mean_time_in_network".to_owned(), time));
        found.push(("L_total".to_owned(), open));
        found
    })
}

fn two_places(case: &Case, rate: f64, weeks: u32) -> Scenario {
    let unit = Unit::hours(1.0);
    let stay = |key| Shape::Exponential(1.0 / case.number(key)).days(unit);
    Service::new(weeks)
        .warm_up(WARM_UP)
        .referrals("referrals", poisson(unit.per_week(rate)))
        .places("first", Places { keeps_place_until_admitted: true, ..places(1, stay("mu1")) })
        .places("second", places(1, stay("mu2")))
        .leaves("second")
        .then("referrals", "first")
        .then("first", "second")
        .scenario()
}

/// One place after another, without room between them; and the same with more people than it can take.
pub(crate) fn blocked(case: &Case) -> Answer<'_> {
    let unit = Unit::hours(1.0);
    let (steady, overfull) =
        (two_places(case, case.number("lam"), WEEKS), two_places(case, 2.0, OVERFULL_WEEKS));
    sampled(24, move |range| {
        let outcomes = simulate(&steady, case.seed(), range.clone());
        let of = |measure, step: &str| figure(&outcomes, measure, &format!("step:{step}"));
        let span = unit.of_weeks(f64::from(WEEKS));
        let kept = of(H::MeanDelayed, "first");
        let present =
            both(&of(H::MeanWaiting, "first"), &of(H::MeanUnderWay, "first"), |list, there| list + there);
        let time = both(
            &figure(&outcomes, H::MeanOpen, ""),
            &figure(&outcomes, H::Referrals, ""),
            |open, people| open * span / people,
        );
        let kept_each = both(&of(H::DelayedDays, "first"), &of(H::Seen, "second"), |days, people| {
            unit.of_days(days) / people
        });
        let through = simulate(&overfull, case.seed(), range);
        named([
            ("L1", both(&present, &kept, |present, kept| present + kept)),
            ("L2", of(H::MeanUnderWay, "second")),
            ("W_total", time),
            ("P_blocked", kept),
            ("mean_time_blocked_per_customer", kept_each),
            ("Wq1", times(&of(H::WaitMean, "first"), unit.of_weeks(1.0))),
            (
                "saturation_throughput",
                times(&figure(&through, H::Completed, ""), 1.0 / unit.of_weeks(f64::from(OVERFULL_WEEKS))),
            ),
        ])
    })
}
