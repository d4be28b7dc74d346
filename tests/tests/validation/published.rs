//! Published models of whole services: an urgent-care treatment centre, a call centre, and an outpatient clinic with
//! diagnostics that is known from another engine only.

use std::collections::{BTreeMap, HashMap};

use pathloom_service::distribution::{LowLikelyHigh, Spread};
use pathloom_service::{
    Calendar, Contacts, Distribution, EndOfDay, OutcomeKind, RateChange, Referrals, Role, Scenario, Weekdays,
    WorkingPattern,
};
use pathloom_simulation::HorizonMeasure as H;
use pathloom_simulation::trace::{EventLog, LogEvent};
use pathloom_tests::build::{Service, Shape, Unit, contacts_by, of_groups, poisson, round_the_clock, share};
use pathloom_tests::measure::{figure, simulate, times};

use crate::case::Case;
use crate::judge::{Answer, named, sampled};
use crate::observe::{self, Wait, Waits};

/// A minute of the treatment centre, whose hours are weeks here: the rate of arrivals changes by the hour.
const MINUTE: Unit = Unit::weeks(1.0 / 60.0);

fn lognormal(mean: f64, variance: f64) -> Distribution {
    Shape::Lognormal(mean, variance.sqrt()).minutes(MINUTE)
}

/// Arrivals by the hour for 18 hours, then none; looked at for 19.
fn arrivals(case: &Case) -> Referrals {
    let rates = case.numbers("arrivals_per_hour");
    let relative = rates.iter().map(|rate| 100.0 * rate / rates[0]).chain([0.0]);
    let changes = relative.enumerate().skip(1);
    Referrals {
        changes: changes
            .map(|(hour, percent)| RateChange { from_week: hour as u32, percent: percent.into() })
            .collect(),
        ..poisson(rates[0])
    }
}

fn centre(case: &Case) -> Scenario {
    let exam = Distribution::Normal(Spread {
        mean: MINUTE.minutes(16.0).into(),
        sd: MINUTE.minutes(3.0f64.sqrt()).into(),
        at_least: Some(MINUTE.minutes(0.5).into()),
        at_most: None,
    });
    let exponential = |mean| Shape::Exponential(mean).minutes(MINUTE);
    Service::new(19)
        .staff("triage", 1.0)
        .staff("registration", 1.0)
        .staff("exam", 3.0)
        .staff("trauma", 2.0)
        .staff("trauma-cubicle", 1.0)
        .staff("cubicle", 1.0)
        .referrals("arrivals", arrivals(case))
        .contacts("triage", contacts_by("triage", exponential(3.0)))
        .contacts("registration", contacts_by("registration", lognormal(5.0, 2.0)))
        .contacts("exam", contacts_by("exam", exam))
        .contacts("treatment", contacts_by("cubicle", lognormal(13.3, 2.0)))
        .contacts("trauma", contacts_by("trauma", exponential(90.0)))
        .contacts("trauma-treatment", contacts_by("trauma-cubicle", lognormal(30.0, 4.0)))
        .outcome("home", OutcomeKind::Completed)
        .outcome("trauma-home", OutcomeKind::Completed)
        .then("arrivals", "triage")
        .link("triage", "trauma", share(100.0 * case.number("p_trauma")))
        .link("triage", "registration", share(100.0 - 100.0 * case.number("p_trauma")))
        .then("registration", "exam")
        .link("exam", "treatment", share(100.0 * case.number("p_nontrauma_treated")))
        .link("exam", "home", share(100.0 - 100.0 * case.number("p_nontrauma_treated")))
        .then("treatment", "home")
        .then("trauma", "trauma-treatment")
        .then("trauma-treatment", "trauma-home")
        .scenario()
}

/// The published run, for both of its ways to draw arrivals: ours are the exact ones.
pub(crate) fn treatment_centre(case: &Case) -> Answer<'_> {
    let scenario = centre(case);
    sampled(250, move |range| {
        let outcomes = simulate(&scenario, case.seed(), range.clone());
        let wait = |step: &str| {
            times(&figure(&outcomes, H::WaitMean, &format!("step:{step}")), MINUTE.of_weeks(1.0))
        };
        // The package counts the whole of each service begun, whether it ends that day or not.
        let use_of = |step: &str, mean: f64, posts: f64| {
            times(&figure(&outcomes, H::Seen, &format!("step:{step}")), mean / (19.0 * 60.0 * posts))
        };
        let mut stays = [Vec::new(), Vec::new()];
        for number in range {
            let log = observe::log(&scenario, case.seed(), number);
            for (stays, outcome) in stays.iter_mut().zip(["home", "trauma-home"]) {
                let times = observe::times_in_service(&log, outcome);
                stays.push(MINUTE.of_days(times.iter().sum::<f64>() / times.len() as f64));
            }
        }
        let [home, trauma_home] = stays;
        let people = figure(&outcomes, H::Referrals, "");
        let figures = [
            ("00_arrivals", people.clone()),
            ("01a_triage_wait", wait("triage")),
            ("01b_triage_util", use_of("triage", 3.0, 1.0)),
            ("02a_registration_wait", wait("registration")),
            ("02b_registration_util", use_of("registration", 5.0, 1.0)),
            ("03a_examination_wait", wait("exam")),
            ("03b_examination_util", use_of("exam", 16.0, 3.0)),
            ("04a_treatment_wait(non_trauma)", wait("treatment")),
            ("04b_treatment_util(non_trauma)", use_of("treatment", 13.3, 1.0)),
            ("05_total_time(non-trauma)", home),
            ("06a_trauma_wait", wait("trauma")),
            ("06b_trauma_util", use_of("trauma", 90.0, 2.0)),
            ("07a_treatment_wait(trauma)", wait("trauma-treatment")),
            ("07b_treatment_util(trauma)", use_of("trauma-treatment", 30.0, 1.0)),
            ("08_total_time(trauma)", trauma_home),
            ("09_throughput", figure(&outcomes, H::Completed, "")),
        ];
        let mut found = vec![("arrivals".to_owned(), people)];
        for run in ["base", "base(thinning fixed)"] {
            found.extend(figures.iter().map(|(name, values)| (format!("{run}.{name}"), values.clone())));
        }
        found
    })
}

/// Those whose contact ended, who alone count in this package: how many, their mean wait, and the time of their
/// contacts together [days].
fn of_finished(log: &EventLog, step: &str) -> (f64, f64, f64) {
    let at = log.steps.iter().position(|id| id == step).expect("a step") as u32;
    let ended = log.entries.iter().filter(|entry| entry.step == at && matches!(entry.event, LogEvent::Ended));
    let ended: BTreeMap<u32, f64> = ended.map(|entry| (entry.person, entry.day)).collect();
    let (mut waited, mut worked) = (0.0, 0.0);
    for wait in observe::waits(log, step, 0.0) {
        if let Some(end) = ended.get(&wait.person) {
            waited += wait.days();
            worked += end - wait.until;
        }
    }
    (ended.len() as f64, waited / ended.len() as f64, worked)
}

/// A thousand minutes from empty, in weeks of a hundred.
pub(crate) fn call_centre(case: &Case) -> Answer<'_> {
    let unit = Unit::weeks(0.01);
    let weeks = (case.number("run") / 100.0) as u32;
    let call = LowLikelyHigh {
        low: unit.minutes(5.0).into(),
        likely: unit.minutes(7.0).into(),
        high: unit.minutes(10.0).into(),
    };
    let back = 100.0 * case.number("p_callback");
    let scenario = Service::new(weeks)
        .staff("operator", case.number("operators"))
        .staff("nurse", case.number("nurses"))
        .referrals("calls", poisson(unit.per_week(1.0 / case.number("iat"))))
        .contacts("triage", contacts_by("operator", Distribution::Triangular(call)))
        .contacts("advice", contacts_by("nurse", Shape::Uniform(10.0, 20.0).minutes(unit)))
        .leaves("advice")
        .then("calls", "triage")
        .link("triage", "advice", share(back))
        .link("triage", "done", share(100.0 - back))
        .scenario();
    sampled(400, move |range| {
        let logs: Vec<_> = range.map(|number| observe::log(&scenario, case.seed(), number)).collect();
        let mut found = Vec::new();
        for (name, staff, posts, step) in
            [("triage", "operator", "operators", "triage"), ("nurse", "nurse", "nurses", "advice")]
        {
            let seen: Vec<(f64, f64, f64)> = logs.iter().map(|log| of_finished(log, step)).collect();
            let room = case.number("run") * case.number(posts) / 100.0;
            let used = seen.iter().map(|(.., worked)| unit.of_days(*worked) / room).collect();
            found.push((format!("{staff}_util_pct"), used));
            found.push((format!("{name}_completed"), seen.iter().map(|(ended, ..)| *ended).collect()));
            found.push((
                format!("{name}_mean_wait"),
                seen.iter().map(|(_, days, _)| unit.of_days(*days)).collect(),
            ));
        }
        found
    })
}

/// A role that works every day from an hour, for so many hours; what is in hand at the end is finished.
fn daily(service: Service, id: &str, posts: f64, from: f64, hours: f64) -> Service {
    let calendar = Calendar {
        id: id.to_owned(),
        name: id.to_owned(),
        pattern: WorkingPattern::Weekdays(Weekdays { days: (1..=7).collect(), starts_at_hour: from.into() }),
        bank_holidays: false,
        closures: Vec::new(),
    };
    let role =
        Role { calendar: Some(id.to_owned()), hours_per_week: (7.0 * hours).into(), ..round_the_clock(id) };
    service.calendar(calendar).role(role, posts)
}

pub(crate) fn outpatients(case: &Case) -> Answer<'_> {
    let hour = Unit::hours(1.0);
    let classes = ["p2", "p3", "p4"];
    let mut service = Service::new(150).warm_up(10);
    for (priority, class) in classes.into_iter().enumerate() {
        service = service.group(class, priority as u8);
    }
    service = daily(service, "rooms", 5.0, 9.0, 8.0);
    service = daily(service, "scanners", 2.0, 8.0, 12.0);
    let finished = |contacts: Contacts| Contacts { end_of_day: EndOfDay::Overtime, ..contacts };
    let mix = [("p2", 20.0), ("p3", 30.0), ("p4", 50.0)];
    let scenario = service
        .referrals("referrals", of_groups(poisson(hour.per_week(0.5)), &mix))
        .contacts("clinic", finished(contacts_by("rooms", Shape::Lognormal(2.0, 1.0).minutes(hour))))
        .contacts("scan", finished(contacts_by("scanners", Shape::Exponential(1.5).minutes(hour))))
        .outcome("done", OutcomeKind::Completed)
        .then("referrals", "clinic")
        .link("clinic", "scan", share(40.0))
        .link("clinic", "done", share(60.0))
        .link("scan", "clinic", share(50.0))
        .link("scan", "done", share(50.0))
        .scenario();
    sampled(24, move |range| {
        let mut found: Vec<(String, Vec<f64>)> =
            named([("diag_Wq_all", Vec::new()), ("clinic_p95_P4", Vec::new())]);
        found.extend(["P2", "P3", "P4"].map(|class| (format!("clinic_Wq_{class}"), Vec::new())));
        let mean =
            |waits: &[Wait]| hour.of_days(waits.iter().map(Wait::days).sum::<f64>() / waits.len() as f64);
        for number in range {
            let log = observe::log(&scenario, case.seed(), number);
            let classes: HashMap<u32, u32> = log
                .entries
                .iter()
                .filter_map(|entry| match entry.event {
                    LogEvent::Referred { group } => Some((entry.person, group)),
                    _ => None,
                })
                .collect();
            let clinic = observe::waits(&log, "clinic", 70.0);
            let of_class = |class: u32| -> Vec<Wait> {
                clinic.iter().filter(|wait| classes[&wait.person] == class).copied().collect()
            };
            found[0].1.push(mean(&observe::waits(&log, "scan", 70.0)));
            found[1].1.push(hour.of_days(Waits::of(&of_class(2)).percentile(0.95)));
            for class in 0..3 {
                found[2 + class as usize].1.push(mean(&of_class(class)));
            }
        }
        found
    })
}
