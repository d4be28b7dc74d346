//! Runs without chance that are about rosters, steps or lists as a whole.

use pathloom_service::{
    Calendar, Contacts, EndOfDay, Group, ListAges, OutcomeKind, Role, Scenario, Shift, Shifts, StartingList,
    StartingState, WorkingPattern,
};
use pathloom_simulation::trace::LogEvent;
use pathloom_simulation::{HorizonMeasure as H, WeeklyMeasure as W};
use pathloom_tests::build::{
    Service, Shape, Unit, contacts_by, evenly, poisson, programme, replayed, round_the_clock, share,
};
use pathloom_tests::measure::{figure, simulate, weekly};

use crate::case::Case;
use crate::judge::{Answer, exact};
use crate::observe;
use crate::traces::{DAY, ended, events, first, log_of, started, steady, times, told, waits};

/// A rota of windows just as long as a visit, each with its posts, and no visit that would not end in its window:
/// visits begin at the slots and at no other time. A unit is an hour, and all slots fall on the first day.
pub(crate) fn slots(slots: &[(f64, f64)], length: f64, arrivals: &[f64]) -> Answer<'static> {
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

fn share_used(scenario: &Scenario) -> Vec<f64> {
    let outcomes = simulate(scenario, 1, 0..1);
    figure(&outcomes, H::UtilisationPercent, "role:staff")
        .into_iter()
        .map(|percent| percent / 100.0)
        .collect()
}

/// Three small rosters, each looked at until its end, which is the end of a week.
pub(crate) fn utilisation() -> Answer<'static> {
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

pub(crate) fn areas() -> Answer<'static> {
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
    let waiting = StartingList::Ages(ListAges { weeks: vec![0.0; backlog as usize], groups: Vec::new() });
    let start = StartingState { waiting: Some(waiting), ..Default::default() };
    Service::new(weeks)
        .referrals("referrals", evenly(arrivals))
        .programme("clinic", Group { start: Some(start), ..programme(1, 1.0 / capacity) })
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
