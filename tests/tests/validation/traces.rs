//! Runs without chance, followed person by person in the event log.

use pathloom_service::{
    Calendar, Cause, Contacts, EndOfDay, OutcomeKind, Role, Scenario, Shift, Shifts, WorkingPattern,
};
use pathloom_simulation::trace::{EventLog, LogEvent};
use pathloom_simulation::{HorizonMeasure as H, WeeklyMeasure as W};
use pathloom_tests::build::{
    Service, Shape, Unit, contacts_by, evenly, figures, leaving_after, of_groups, poisson, programme,
    replayed, round_the_clock, share,
};
use pathloom_tests::measure::{figure, simulate, weekly};

use crate::case::Case;
use crate::judge::{Answer, exact};
use crate::observe;

/// A unit is a day unless the case needs its end on a week.
const DAY: Unit = Unit::hours(24.0);

/// What happened to people at a step: (number from 1, time in units), in order of time.
fn events(log: &EventLog, unit: Unit, step: &str, is: impl Fn(&LogEvent) -> bool) -> Vec<(f64, f64)> {
    let at = log.steps.iter().position(|id| id == step).expect("a step") as u32;
    let found = log.entries.iter().filter(|entry| entry.step == at && is(&entry.event));
    found.map(|entry| (f64::from(entry.person + 1), unit.of_days(entry.day))).collect()
}

fn started(event: &LogEvent) -> bool {
    matches!(event, LogEvent::Started { .. })
}

fn ended(event: &LogEvent) -> bool {
    matches!(event, LogEvent::Ended)
}

fn times(events: &[(f64, f64)]) -> Vec<f64> {
    events.iter().map(|(_, time)| *time).collect()
}

/// Waits of people in order of their number.
fn waits(log: &EventLog, unit: Unit, step: &str) -> Vec<f64> {
    let mut waits = observe::waits(log, step, f64::NEG_INFINITY);
    waits.sort_by_key(|wait| wait.person);
    waits.iter().map(|wait| unit.of_days(wait.days())).collect()
}

fn first(mut values: Vec<f64>, n: usize) -> Vec<f64> {
    values.truncate(n);
    values
}

/// One clinic for people who come evenly, one every so many units, all for the same time.
fn steady(gap: f64, length: f64) -> Service {
    Service::new(20)
        .staff("staff", 1.0)
        .referrals("referrals", evenly(DAY.per_week(1.0 / gap)))
        .contacts("clinic", contacts_by("staff", Shape::Fixed(length).minutes(DAY)))
        .leaves("clinic")
        .then("referrals", "clinic")
}

/// One clinic for people who come at a time and stay for a time: those who stay alike are a client group.
fn told(people: &[(f64, f64)], servers: f64, unit: Unit, weeks: u32) -> Service {
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

fn log_of(service: Service) -> EventLog {
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
        "D-slots" => slots(
            &[(1.0, 3.0), (2.0, 2.0), (3.0, 5.0), (4.0, 3.0)],
            0.5,
            &[0.3, 0.5, 0.7, 1.2, 1.3, 1.8, 2.6, 2.7, 3.1],
        ),
        "D-slots-repeat" => {
            let cycles = (0..5)
                .flat_map(|cycle| [(1.5, 1.0), (4.4, 3.0)].map(|(at, n)| (4.4 * f64::from(cycle) + at, n)));
            slots(&cycles.collect::<Vec<_>>(), 0.2, &[0.7, 1.4, 2.6, 2.9, 4.3, 5.5, 6.1, 15.0])
        }
        "D-batch" => pairs(),
        "D-batch3" => {
            exact([("waits", waits(&log_of(told(&[(18.5, 3.0); 3], 1.0, DAY, 20)), DAY, "clinic"))])
        }
        "D-batch-timedep" => pairs_then_singles(),
        "D-utilisation" => utilisation(),
        "D-resource-area" => areas(),
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

/// A rota of windows just as long as a visit, each with its posts, and no visit that would not end in its window:
/// visits begin at the slots and at no other time. A unit is an hour, and all slots fall on the first day.
fn slots(slots: &[(f64, f64)], length: f64, arrivals: &[f64]) -> Answer<'static> {
    let hour = Unit::hours(1.0);
    let shift = |from: f64, to: f64, posts: f64| Shift {
        from_hour: from.into(),
        to_hour: to.into(),
        posts: posts.into(),
    };
    let mut shifts = Vec::new();
    let mut now = 0.0;
    for (at, posts) in slots {
        shifts.push(shift(now, *at, 0.0));
        now = at + length;
        shifts.push(shift(*at, now, *posts));
    }
    shifts.push(shift(now, 24.0, 0.0));
    let most = slots.iter().fold(0.0, |most: f64, (_, posts)| most.max(*posts));
    let calendar = Calendar {
        id: "slots".to_owned(),
        name: "slots".to_owned(),
        pattern: WorkingPattern::Shifts(Shifts { shifts }),
        bank_holidays: false,
        closures: Vec::new(),
    };
    let visits = contacts_by("staff", Shape::Fixed(length).minutes(hour));
    let log = log_of(
        Service::new(1)
            .calendar(calendar)
            .role(Role { calendar: Some("slots".to_owned()), ..round_the_clock("staff") }, most)
            .referrals("referrals", replayed(arrivals.iter().map(|at| hour.days(*at)).collect()))
            .contacts("clinic", Contacts { end_of_day: EndOfDay::OnlyIfItFits, ..visits })
            .leaves("clinic")
            .then("referrals", "clinic"),
    );
    let mut begun = events(&log, hour, "clinic", started);
    begun.sort_by(|a, b| a.0.total_cmp(&b.0));
    exact([("start", times(&begun))])
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

fn share_used(scenario: &Scenario) -> Vec<f64> {
    let outcomes = simulate(scenario, 1, 0..1);
    figure(&outcomes, H::UtilisationPercent, "role:staff")
        .into_iter()
        .map(|percent| percent / 100.0)
        .collect()
}

/// Three small rosters, each looked at until its end, which is the end of a week.
fn utilisation() -> Answer<'static> {
    let one = told(&[(2.0, 1.0), (5.0, 6.0)], 1.0, Unit::weeks(1.0 / 14.0), 1);
    let two = told(&[(2.0, 10.0), (5.0, 6.0)], 3.0, Unit::weeks(1.0 / 20.0), 1);
    let people = [(2.0, 4.0), (6.0, 2.0), (10.0, 6.0), (10.0, 6.0), (17.0, 3.0)];
    let three = told(&people, 1.0, Unit::weeks(1.0), 23).posts_change("staff", 9, 1.0);
    exact([
        ("a", share_used(&one.scenario())),
        ("b", share_used(&two.scenario())),
        ("c", share_used(&three.scenario())),
    ])
}

fn areas() -> Answer<'static> {
    let service = told(&[(0.0, 5.0), (0.0, 10.0), (0.0, 15.0)], 1.0, Unit::weeks(1.0 / 12.0), 1);
    let outcomes = simulate(&service.scenario(), 1, 0..1);
    let list = figure(&outcomes, H::MeanWaiting, "step:clinic")[0];
    let hours = figure(&outcomes, H::HoursUsed, "role:staff")[0];
    exact([("queue_area", vec![12.0 * list]), ("busy_area", vec![12.0 * hours / 168.0])])
}

/// Every step with its mean time and staff enough for everybody.
pub(crate) fn treatment_centre(_: &Case) -> Answer<'static> {
    let minute = Unit::hours(1.0 / 60.0);
    let visits = |minutes| contacts_by("staff", Shape::Fixed(minutes).minutes(minute));
    let log = log_of(
        Service::new(1)
            .staff("staff", 10_000.0)
            .referrals("arrivals", poisson(2_000.0))
            .contacts("triage", visits(3.0))
            .contacts("registration", visits(5.0))
            .contacts("exam", visits(16.0))
            .contacts("treatment", visits(13.3))
            .contacts("trauma", visits(90.0))
            .contacts("trauma-treatment", visits(30.0))
            .outcome("home", OutcomeKind::Completed)
            .outcome("trauma-home", OutcomeKind::Completed)
            .then("arrivals", "triage")
            .link("triage", "trauma", share(12.0))
            .link("triage", "registration", share(88.0))
            .then("registration", "exam")
            .then("exam", "treatment")
            .then("treatment", "home")
            .then("trauma", "trauma-treatment")
            .then("trauma-treatment", "trauma-home"),
    );
    let longest = |outcome| {
        let times = observe::times_in_service(&log, outcome);
        times.iter().map(|days| minute.of_days(*days)).fold(0.0, f64::max)
    };
    let waited: f64 = ["triage", "registration", "exam", "treatment", "trauma", "trauma-treatment"]
        .iter()
        .flat_map(|step| waits(&log, minute, step))
        .fold(0.0, f64::max);
    exact([
        ("total_time_nontrauma", vec![longest("home")]),
        ("total_time_trauma", vec![longest("trauma-home")]),
        ("all_waits", vec![waited]),
    ])
}

/// A list from which one person is seen at even times.
fn even_list(arrivals: f64, capacity: f64, backlog: u32, weeks: u32) -> Scenario {
    let waiting = pathloom_service::StartingList::Ages(pathloom_service::ListAges {
        weeks: vec![0.0; backlog as usize],
    });
    let start = pathloom_service::StartingState { waiting: Some(waiting), ..Default::default() };
    Service::new(weeks)
        .referrals("referrals", evenly(arrivals))
        .programme("clinic", pathloom_service::Group { start: Some(start), ..programme(1, 1.0 / capacity) })
        .leaves("clinic")
        .then("referrals", "clinic")
        .scenario()
}

pub(crate) fn lists(case: &Case) -> Answer<'static> {
    match case.id.as_str() {
        "A-Det-dd1" => {
            let log = log_of(steady(case.number("ia"), case.number("s")));
            let over = first(times(&events(&log, DAY, "clinic", ended)), 5);
            exact([("service_end", over), ("wait", first(waits(&log, DAY, "clinic"), 5))])
        }
        "A-Det-growth" => {
            let scenario =
                even_list(case.number("arrivals_per_week"), case.number("capacity_per_week"), 0, 42);
            let outcomes = simulate(&scenario, 1, 0..1);
            let last = observe::waits(&observe::log(&scenario, 1, 0), "clinic", 0.0)
                .pop()
                .expect("somebody is seen");
            exact([
                ("list_at_wk42", weekly(&outcomes, W::WaitingList, "", 42)),
                ("longest_wait_at_wk42_weeks", weekly(&outcomes, W::LongestWait, "", 42)),
                ("mean_wait_of_list_at_wk42_weeks", weekly(&outcomes, W::MeanWait, "", 42)),
                ("wait_of_person_treated_at_wk42", vec![last.days() / 7.0]),
            ])
        }
        _ => clearing(case),
    }
}

/// When a backlog is gone.
fn clearing(case: &Case) -> Answer<'static> {
    let backlog = case.count("backlog");
    let scenario = even_list(case.number("arrivals"), case.number("capacity"), backlog, 45);
    let outcomes = simulate(&scenario, 1, 0..1);
    let log = observe::log(&scenario, 1, 0);
    let mut list = 0i64;
    let mut cleared = None;
    for entry in &log.entries {
        match entry.event {
            LogEvent::ThereAtStart { .. } | LogEvent::Referred { .. } => list += 1,
            LogEvent::Started { .. } => list -= 1,
            _ => {}
        }
        if list == 0 && cleared.is_none() && entry.day > 0.0 {
            cleared = Some(entry.day / 7.0);
        }
    }
    let last =
        observe::waits(&log, "clinic", f64::NEG_INFINITY).into_iter().find(|wait| wait.person == backlog - 1);
    exact([
        ("list_at_wk26", weekly(&outcomes, W::WaitingList, "", 26)),
        ("list_at_wk10", weekly(&outcomes, W::WaitingList, "", 10)),
        ("last_backlog_person_waits", last.into_iter().map(|wait| wait.days() / 7.0).collect()),
        ("clearance_week", cleared.into_iter().collect()),
    ])
}
