//! A stroke pathway without a limit of beds: where each person goes is known when they come, so each destination has a
//! stay of its own, and the beds taken are those of all stays together, looked at once a week.

use pathloom_service::Scenario;
use pathloom_simulation::{HorizonMeasure as H, Outcomes, WeeklyMeasure as W};
use pathloom_tests::build::{Service, Shape, Unit, poisson, share};
use pathloom_tests::measure::{figure, series, simulate};
use serde_json::Value;

use crate::case::{Case, cases, numbers};
use crate::judge::{Answer, named, sampled};

const DAY: Unit = Unit::hours(24.0);
const TYPES: [&str; 4] = ["stroke", "tia", "neuro", "other"];

/// The two wards.
const WARDS: [&str; 2] = ["asu", "rehab"];

fn given(path: [&str; 3]) -> &'static Value {
    let published = cases().iter().find(|case| case.id == "B1-stroke-base").expect("the published case");
    &published.given[path[0]][path[1]][path[2]]
}

fn length(ward: &str, kind: &str) -> Shape {
    let [mean, sd] = numbers(given(["los_lognormal_mean_sd", ward, kind]))[..] else {
        panic!("no stay of {kind} in {ward}");
    };
    Shape::Lognormal(mean, sd)
}

/// Shares of the destinations of a type, made to add to 100%: those from rehabilitation were published as 101.
fn destinations(of: &str, kind: &str) -> Vec<(String, f64)> {
    let published = cases().iter().find(|case| case.id == "B1-stroke-base").expect("the published case");
    let shares = published.given[of][kind].as_object().expect("shares of destinations");
    let total: f64 = shares.values().filter_map(Value::as_f64).sum();
    shares.iter().map(|(to, part)| (to.clone(), 100.0 * part.as_f64().unwrap_or(0.0) / total)).collect()
}

/// The published reading of which stay a destination means.
fn stay_of(ward: &str, kind: &str, to: &str) -> &'static str {
    match (ward, kind, to) {
        (_, "stroke", "esd") => "stroke_esd",
        ("asu", "stroke", "rehab") => "stroke_no_esd",
        ("asu", "stroke", _) => "stroke_mortality",
        (_, "stroke", _) => "stroke_no_esd",
        (_, kind, _) => TYPES.iter().find(|known| **known == kind).expect("a type"),
    }
}

fn pathway() -> Scenario {
    let mut service = Service::new(5_000).warm_up(200);
    for kind in TYPES {
        for ward in WARDS {
            service = service.step(&format!("{ward}-{kind}"), pathloom_service::Work::Split);
        }
    }
    for kind in TYPES {
        for (ward, arrivals, routing) in
            [("asu", "asu", "routing_from_asu"), ("rehab", "rehab_direct", "routing_from_rehab")]
        {
            if let Some(gap) = given(["arrivals_mean_interarrival", arrivals, kind]).as_f64() {
                let source = format!("{ward}-{kind}-referrals");
                service = service
                    .referrals(&source, poisson(DAY.per_week(1.0 / gap)))
                    .then(&source, &format!("{ward}-{kind}"));
            }
            for (to, percent) in destinations(routing, kind) {
                let stay = format!("{ward}-{kind}-{to}");
                service = service.delay(&stay, length(ward, stay_of(ward, kind, &to)).days(DAY)).link(
                    &format!("{ward}-{kind}"),
                    &stay,
                    share(percent),
                );
                service = if ward == "asu" && to == "rehab" {
                    service.then(&stay, &format!("rehab-{kind}"))
                } else {
                    service.leaves(&stay)
                };
            }
        }
    }
    service.scenario()
}

/// Stays of a ward.
fn stays<'s>(scenario: &'s Scenario, ward: &str) -> Vec<&'s str> {
    let steps = scenario.design.steps.iter().map(|step| step.id.as_str());
    steps
        .filter(|id| id.starts_with(&format!("{ward}-")) && id.matches('-').count() == 2)
        .filter(|id| !id.ends_with("-referrals"))
        .collect()
}

/// Beds taken in each week `[replications][weeks]`.
fn beds(outcomes: &Outcomes, stays: &[&str]) -> Vec<Vec<f64>> {
    let mut all = series(outcomes, W::UnderWay, &format!("step:{}", stays[0]));
    for stay in &stays[1..] {
        let more = series(outcomes, W::UnderWay, &format!("step:{stay}"));
        all.iter_mut().zip(more).for_each(|(all, more)| {
            all.iter_mut().zip(more).for_each(|(all, more)| *all += more);
        });
    }
    all
}

/// The chance that somebody who comes finds a ward of so many beds full, as the paper reckons it: the share of time
/// with exactly so many there, of the time with no more.
fn chance_of_delay(runs: &[Vec<f64>], size: f64) -> f64 {
    let beds = || runs.iter().flatten();
    let full = beds().filter(|beds| **beds == size).count() as f64;
    let no_more = beds().filter(|beds| **beds <= size).count() as f64;
    full / no_more
}

/// Replications that make one estimate of a chance: its inverse, one in so many, would be too large from one alone.
const TOGETHER: usize = 8;

pub(crate) fn unit(case: &Case) -> Answer<'_> {
    let scenario = pathway();
    sampled(4 * TOGETHER as u32, move |range| {
        let outcomes = simulate(&scenario, case.seed(), range);
        let mut found = named([]);
        for ward in WARDS {
            let stays = stays(&scenario, ward);
            let mut mean = vec![0.0; outcomes.replications.len()];
            for stay in &stays {
                let there = figure(&outcomes, H::MeanUnderWay, &format!("step:{stay}"));
                mean.iter_mut().zip(there).for_each(|(mean, there)| *mean += there);
            }
            found.push((format!("{ward}_mean_occupancy"), mean));
            let beds = beds(&outcomes, &stays);
            for (name, size) in case.ends_of(&format!("{ward}_pdelay_")) {
                let chances: Vec<f64> =
                    beds.chunks_exact(TOGETHER).map(|runs| chance_of_delay(runs, size)).collect();
                found.push((
                    format!("{ward}_1_in_n_{size}"),
                    chances.iter().map(|chance| 1.0 / chance).collect(),
                ));
                found.push((name, chances));
            }
        }
        found
    })
}
