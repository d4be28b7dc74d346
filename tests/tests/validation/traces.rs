//! Runs without chance, followed person by person in the event log.

use pathloom_service::{Cause, Contacts, OutcomeKind};
use pathloom_simulation::trace::{EventLog, LogEvent};
use pathloom_tests::build::{
    Service, Shape, Unit, contacts_by, evenly, figures, leaving_after, of_groups, replayed,
};

use crate::case::Case;
use crate::judge::{Answer, exact};
use crate::{observe, rosters};

/// A unit is a day unless the case needs its end on a week.
pub(crate) const DAY: Unit = Unit::hours(24.0);

/// What happened to people at a step: (number from 1, time in units), in order of time.
pub(crate) fn events(
    log: &EventLog,
    unit: Unit,
    step: &str,
    is: impl Fn(&LogEvent) -> bool,
) -> Vec<(f64, f64)> {
    let at = log.steps.iter().position(|id| id == step).expect("a step") as u32;
    let found = log.entries.iter().filter(|entry| entry.step == at && is(&entry.event));
    found.map(|entry| (f64::from(entry.person + 1), unit.of_days(entry.day))).collect()
}

pub(crate) fn started(event: &LogEvent) -> bool {
    matches!(event, LogEvent::Started { .. })
}

pub(crate) fn ended(event: &LogEvent) -> bool {
    matches!(event, LogEvent::Ended)
}

pub(crate) fn times(events: &[(f64, f64)]) -> Vec<f64> {
    events.iter().map(|(_, time)| *time).collect()
}

/// Waits of people in order of their number.
pub(crate) fn waits(log: &EventLog, unit: Unit, step: &str) -> Vec<f64> {
    let mut waits = observe::waits(log, step, f64::NEG_INFINITY);
    waits.sort_by_key(|wait| wait.person);
    waits.iter().map(|wait| unit.of_days(wait.days())).collect()
}

pub(crate) fn first(mut values: Vec<f64>, n: usize) -> Vec<f64> {
    values.truncate(n);
    values
}

/// One clinic for people who come evenly, one every so many units, all for the same time.
pub(crate) fn steady(gap: f64, length: f64) -> Service {
    Service::new(20)
        .staff("staff", 1.0)
        .referrals("referrals", evenly(DAY.per_week(1.0 / gap)))
        .contacts("clinic", contacts_by("staff", Shape::Fixed(length).minutes(DAY)))
        .leaves("clinic")
        .then("referrals", "clinic")
}

/// One clinic for people who come at a time and stay for a time: those who stay alike are a client group.
pub(crate) fn told(people: &[(f64, f64)], servers: f64, unit: Unit, weeks: u32) -> Service {
    let mut lengths: Vec<f64> = Vec::new();
    for (_, length) in people {
        if !lengths.contains(length) {
            lengths.push(*length);
        }
    }
    let longest = lengths.iter().fold(0.0, |longest: f64, length| longest.max(*length));
    let names: Vec<String> = (0..lengths.len()).map(|at| format!("length-{at}")).collect();
    let percents: Vec<(&str, f64)> =
        names.iter().zip(&lengths).map(|(name, length)| (name.as_str(), 100.0 * length / longest)).collect();
    let visits = contacts_by("staff", Shape::Fixed(longest).minutes(unit));
    let mut service = Service::new(weeks)
        .staff("staff", servers)
        .contacts("clinic", Contacts { time_percent_by_group: figures(&percents), ..visits })
        .leaves("clinic");
    for (name, length) in names.iter().zip(&lengths) {
        let days = people.iter().filter(|(_, stays)| stays == length).map(|(at, _)| unit.days(*at)).collect();
        let source = format!("referrals-{name}");
        service = service
            .group(name, 0)
            .referrals(&source, of_groups(replayed(days), &[(name.as_str(), 100.0)]))
            .then(&source, "clinic");
    }
    service
}

pub(crate) fn log_of(service: Service) -> EventLog {
    observe::log(&service.scenario(), 1, 0)
}

pub(crate) fn people(case: &Case) -> Answer<'static> {
    match case.id.as_str() {
        "D-fifo" => fifo(),
        "D-population" => population(case),
        "D-tandem-trace" => tandem(case),
        "D-baulk" => closed_list(),
        "D-renege" => giving_up(),
        "D-jockey" => moved_on(),
        "D-classchange" => rising(),
        "D-preempt" => not_broken_off(),
        "D-slots" => rosters::slots(
            &[(1.0, 3.0), (2.0, 2.0), (3.0, 5.0), (4.0, 3.0)],
            0.5,
            &[0.3, 0.5, 0.7, 1.2, 1.3, 1.8, 2.6, 2.7, 3.1],
        ),
        "D-slots-repeat" => {
            let cycles = (0..5)
                .flat_map(|cycle| [(1.5, 1.0), (4.4, 3.0)].map(|(at, n)| (4.4 * f64::from(cycle) + at, n)));
            rosters::slots(&cycles.collect::<Vec<_>>(), 0.2, &[0.7, 1.4, 2.6, 2.9, 4.3, 5.5, 6.1, 15.0])
        }
        "D-batch" => pairs(),
        "D-batch3" => {
            exact([("waits", waits(&log_of(told(&[(18.5, 3.0); 3], 1.0, DAY, 20)), DAY, "clinic"))])
        }
        "D-batch-timedep" => pairs_then_singles(),
        "D-utilisation" => rosters::utilisation(),
        "D-resource-area" => rosters::areas(),
        other => panic!("nothing follows {other}"),
    }
}

fn fifo() -> Answer<'static> {
    let log = log_of(steady(1.0, 1.5));
    let (begun, over) = (events(&log, DAY, "clinic", started), events(&log, DAY, "clinic", ended));
    exact([
        ("order", first(begun.iter().map(|(person, _)| *person).collect(), 5)),
        ("end", first(times(&over), 5)),
        ("wait", first(waits(&log, DAY, "clinic"), 5)),
    ])
}

fn population(case: &Case) -> Answer<'static> {
    let (gaps, lengths) = ([1.5, 0.3, 2.4, 1.1], [1.8, 2.2, 0.2, 0.2, 0.2, 0.2]);
    let mut now = 0.0;
    let people: Vec<(f64, f64)> = (0..11)
        .map(|at| {
            now += gaps[at % 4];
            (now, lengths[at % 6])
        })
        .collect();
    let log = log_of(told(&people, 1.0, DAY, 3));
    let mut changes: Vec<(f64, f64)> = Vec::new();
    for entry in &log.entries {
        match entry.event {
            LogEvent::Referred { .. } => changes.push((DAY.of_days(entry.day), 1.0)),
            LogEvent::Left => changes.push((DAY.of_days(entry.day), -1.0)),
            _ => {}
        }
    }
    let mut there = 0.0;
    let mut trace = vec![0.0, 0.0];
    for (time, change) in changes {
        there += change;
        trace.extend([time, there]);
    }
    assert_eq!(trace.len(), case.figures[0].values.len(), "as many changes");
    exact([("trace", trace)])
}

/// People at a node at a time: came there, and have not ended there.
fn at_node(log: &EventLog, step: &str, time: f64) -> f64 {
    let at = log.steps.iter().position(|id| id == step).expect("a step") as u32;
    let (mut came, mut gone) = (std::collections::BTreeSet::new(), 0.0);
    for entry in log.entries.iter().filter(|entry| entry.step == at && entry.day <= time + 1e-9) {
        match entry.event {
            LogEvent::Joined | LogEvent::Started { .. } => {
                came.insert(entry.person);
            }
            LogEvent::Ended => gone += 1.0,
            _ => {}
        }
    }
    came.len() as f64 - gone
}

fn tandem(case: &Case) -> Answer<'static> {
    let visits = |role| contacts_by(role, Shape::Fixed(1.0).minutes(DAY));
    let log = log_of(
        Service::new(2)
            .staff("one", 1.0)
            .staff("two", 1.0)
            .referrals("to-one", evenly(DAY.per_week(1.0 / 0.31)))
            .referrals("to-two", evenly(DAY.per_week(1.0 / 0.71)))
            .contacts("one", visits("one"))
            .contacts("two", visits("two"))
            .leaves("two")
            .then("to-one", "one")
            .then("to-two", "two")
            .then("one", "two"),
    );
    let at_times = |metric: &str| -> Vec<f64> {
        let known = case.figures.iter().find(|figure| figure.metric == metric).expect("a figure");
        let rows = known.values.chunks(3);
        rows.flat_map(|row| [row[0], at_node(&log, "one", row[0]), at_node(&log, "two", row[0])]).collect()
    };
    exact([("trace_end", at_times("trace_end")), ("trace_some", at_times("trace_some"))])
}

/// Nobody joins when three are there: one being seen, and a list closed at two.
fn closed_list() -> Answer<'static> {
    let visits = contacts_by("staff", Shape::Fixed(21.0).minutes(DAY));
    let log = log_of(
        Service::new(10)
            .staff("staff", 1.0)
            .referrals("referrals", evenly(DAY.per_week(0.2)))
            .contacts("clinic", Contacts { list_limit: Some(2.0.into()), ..visits })
            .outcome("elsewhere", OutcomeKind::Signposted)
            .leaves("clinic")
            .then("referrals", "clinic")
            .link("clinic", "elsewhere", Cause::TurnedAway),
    );
    let until = |mut times: Vec<f64>| {
        times.retain(|time| *time <= 51.0);
        times
    };
    let over = until(times(&events(&log, DAY, "clinic", ended)));
    exact([
        (
            "baulked_at",
            until(times(&events(&log, DAY, "clinic", |event| matches!(event, LogEvent::TurnedAway)))),
        ),
        ("served_start", first(times(&events(&log, DAY, "clinic", started)), over.len())),
        ("waits", first(waits(&log, DAY, "clinic"), over.len())),
        ("served_end", over),
    ])
}

fn giving_up() -> Answer<'static> {
    let leaving = Cause::RemovedWhileWaiting(leaving_after(3.0 / 7.0));
    let log = log_of(steady(7.0, 11.0).outcome("gone", OutcomeKind::Removed).link("clinic", "gone", leaving));
    let gone: Vec<(f64, f64)> =
        events(&log, DAY, "clinic", |event| matches!(event, LogEvent::RemovedWhileWaiting))
            .into_iter()
            .filter(|(_, time)| *time <= 31.5)
            .collect();
    let over: Vec<f64> =
        times(&events(&log, DAY, "clinic", ended)).into_iter().filter(|time| *time <= 31.5).collect();
    let third = events(&log, DAY, "clinic", started).into_iter().find(|(person, _)| *person == 3.0);
    exact([
        ("reneged_id", gone.iter().map(|(person, _)| *person).collect()),
        ("renege_times", times(&gone)),
        ("service_ends", over),
        ("third_in_service_from", third.into_iter().map(|(_, time)| time).collect()),
    ])
}

/// Who has waited for three at one step moves on to another.
fn moved_on() -> Answer<'static> {
    let log = log_of(
        steady(7.0, 11.0)
            .staff("other", 1.0)
            .contacts("other", contacts_by("other", Shape::Fixed(2.0).minutes(DAY)))
            .leaves("other")
            .link("clinic", "other", Cause::EscalatedWhileWaiting(leaving_after(3.0 / 7.0))),
    );
    let of_second = |step, is: fn(&LogEvent) -> bool| {
        let mine = events(&log, DAY, step, is).into_iter().find(|(person, _)| *person == 2.0);
        mine.map(|(_, time)| time).expect("it happened to the second")
    };
    let joined = of_second("clinic", |event| matches!(event, LogEvent::Joined));
    let moved = of_second("clinic", |event| matches!(event, LogEvent::EscalatedWhileWaiting));
    let (seen, over) = (of_second("other", started), of_second("other", ended));
    exact([
        ("ind2_arrivals", vec![joined, seen]),
        ("ind2_exits", vec![moved, over]),
        ("ind2_waits", vec![moved - joined, seen - moved]),
    ])
}

fn rising() -> Answer<'static> {
    let mut visits = contacts_by("staff", Shape::Fixed(4.5).minutes(DAY));
    visits.order.rises_after_weeks = Some((4.0 / 7.0).into());
    let log = log_of(
        Service::new(10)
            .staff("staff", 1.0)
            .referrals("referrals", evenly(DAY.per_week(1.0 / 3.0)))
            .contacts("clinic", visits)
            .leaves("clinic")
            .then("referrals", "clinic"),
    );
    let over = first(times(&events(&log, DAY, "clinic", ended)), 5);
    exact([("waits", first(waits(&log, DAY, "clinic"), 5)), ("end", over)])
}

/// Urgent people come first, but a visit that has begun is finished.
fn not_broken_off() -> Answer<'static> {
    let visits = contacts_by("staff", Shape::Fixed(5.0).minutes(DAY));
    let log = log_of(
        Service::new(5)
            .group("routine", 1)
            .group("urgent", 0)
            .staff("staff", 1.0)
            .referrals("routine", of_groups(replayed(vec![1.5, 5.0]), &[("routine", 100.0)]))
            .referrals("urgent", of_groups(replayed(vec![7.5]), &[("urgent", 100.0)]))
            .contacts("clinic", Contacts { time_percent_by_group: figures(&[("urgent", 80.0)]), ..visits })
            .leaves("clinic")
            .then("routine", "clinic")
            .then("urgent", "clinic"),
    );
    exact([
        ("nonpreempt_starts", times(&events(&log, DAY, "clinic", started))),
        ("nonpreempt_ends", times(&events(&log, DAY, "clinic", ended))),
    ])
}

fn pairs() -> Answer<'static> {
    let people: Vec<(f64, f64)> =
        [5.0, 10.0, 12.0, 13.0, 18.0].iter().flat_map(|at| [(*at, 2.0), (*at, 3.0)]).collect();
    let log = log_of(told(&people, 1.0, DAY, 20));
    exact([("starts", times(&events(&log, DAY, "clinic", started))), ("waits", waits(&log, DAY, "clinic"))])
}

fn pairs_then_singles() -> Answer<'static> {
    let people: Vec<(f64, f64)> =
        [3.0, 3.0, 6.0, 6.0, 9.0, 9.0, 12.0, 15.0].iter().map(|at| (*at, 0.5)).collect();
    let log = log_of(told(&people, 1.0, DAY, 20));
    let over = times(&events(&log, DAY, "clinic", ended));
    exact([("completed", vec![over.iter().filter(|time| **time <= 16.0).count() as f64])])
}
