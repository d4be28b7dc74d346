//! Lists that close, and lists nobody may join: M/M/c/K, M/G/c/c of places and of staff.

use pathloom_service::{Cause, Contacts, OutcomeKind, Places};
use pathloom_simulation::HorizonMeasure as H;
use pathloom_simulation::theory::limited::{Limited, Loss};
use pathloom_tests::build::{Service, Shape, Unit, contacts_by, places, poisson};
use pathloom_tests::measure::{agrees, both, figure, simulate, times};

const HOUR: Unit = Unit::hours(1.0);

fn limited(rate: f64, servers: u32, room: u32, seed: u64) {
    let visits = contacts_by("staff", Shape::Exponential(1.0).minutes(HOUR));
    let scenario = Service::new(300)
        .warm_up(12)
        .staff("staff", f64::from(servers))
        .referrals("referrals", poisson(HOUR.per_week(rate)))
        .contacts("clinic", Contacts { list_limit: Some(f64::from(room - servers).into()), ..visits })
        .outcome("elsewhere", OutcomeKind::Signposted)
        .leaves("clinic")
        .then("referrals", "clinic")
        .link("clinic", "elsewhere", Cause::TurnedAway)
        .scenario();
    let queue = Limited::new(rate, 1.0, servers, room).expect("a queue");
    let mut study = |range| {
        let outcomes = simulate(&scenario, seed, range);
        let of_step = |measure| figure(&outcomes, measure, "step:clinic");
        let referred = figure(&outcomes, H::Referrals, "");
        [
            ("turned away", both(&of_step(H::TurnedAway), &referred, |away, all| away / all)),
            ("throughput", times(&of_step(H::Completed), 1.0 / HOUR.of_weeks(300.0))),
            ("utilisation", times(&figure(&outcomes, H::UtilisationPercent, "role:staff"), 0.01)),
            ("wait", times(&of_step(H::WaitMean), HOUR.of_weeks(1.0))),
            ("list", of_step(H::MeanWaiting)),
            ("present", figure(&outcomes, H::MeanOpen, "")),
        ]
        .map(|(name, values)| (name.to_owned(), values))
        .into()
    };
    agrees(
        &format!("M/M/{servers}/{room}"),
        48,
        &mut study,
        &[
            ("turned away", queue.blocking_probability),
            ("throughput", queue.throughput),
            ("utilisation", queue.utilisation),
            ("wait", queue.mean_wait),
            ("list", queue.mean_list),
            ("present", queue.mean_present),
        ],
    );
}

#[test]
fn a_list_that_closes() {
    limited(1.2, 1, 5, 51);
    limited(2.5, 3, 8, 52);
}

/// A ward without a waiting list: the share turned away does not depend on how stays spread.
#[test]
fn a_ward_that_turns_people_away() {
    let stays = [Shape::Fixed(2.0), Shape::Lognormal(2.0, 3.0), Shape::Hyperexponential(2.0, 4.0)];
    for (at, stay) in stays.into_iter().enumerate() {
        let ward = Places { list_limit: Some(0.0.into()), ..places(6, stay.days(HOUR)) };
        let scenario = Service::new(300)
            .warm_up(12)
            .referrals("referrals", poisson(HOUR.per_week(2.5)))
            .places("ward", ward)
            .outcome("elsewhere", OutcomeKind::Signposted)
            .leaves("ward")
            .then("referrals", "ward")
            .link("ward", "elsewhere", Cause::TurnedAway)
            .scenario();
        loss(
            &format!("M/G/6/6, {stay:?}"),
            &scenario,
            "ward",
            &Loss::new(5.0, 6).expect("a ward"),
            53 + at as u64,
        );
    }
}

/// Staff who keep no list are the same ward.
#[test]
fn staff_who_keep_no_list() {
    let calls = contacts_by("staff", Shape::Uniform(0.0, 2.0).minutes(HOUR));
    let scenario = Service::new(300)
        .warm_up(12)
        .staff("staff", 4.0)
        .referrals("referrals", poisson(HOUR.per_week(3.0)))
        .contacts("line", Contacts { list_limit: Some(0.0.into()), ..calls })
        .outcome("elsewhere", OutcomeKind::Signposted)
        .leaves("line")
        .then("referrals", "line")
        .link("line", "elsewhere", Cause::TurnedAway)
        .scenario();
    loss("M/G/4/4 of staff", &scenario, "line", &Loss::new(3.0, 4).expect("a line"), 56);
}

fn loss(case: &str, scenario: &pathloom_service::Scenario, step: &str, theory: &Loss, seed: u64) {
    let mut study = |range| {
        let outcomes = simulate(scenario, seed, range);
        let of_step = |measure| figure(&outcomes, measure, &format!("step:{step}"));
        let referred = figure(&outcomes, H::Referrals, "");
        vec![
            ("turned away".to_owned(), both(&of_step(H::TurnedAway), &referred, |away, all| away / all)),
            ("occupied".to_owned(), of_step(H::MeanUnderWay)),
        ]
    };
    let expected = [("turned away", theory.blocking_probability), ("occupied", theory.mean_occupancy)];
    agrees(case, 24, &mut study, &expected);
}
