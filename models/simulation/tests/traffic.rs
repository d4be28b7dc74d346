//! Holds the traffic equations against the simulation, and against networks with known answers.
//!
//! Flows, hours and places in the long run are what a long simulation settles to: each figure must lie within the
//! 99.9% interval of its replications. The networks are the `A-Jackson-` cases of `tests/cases/known_answers.json`,
//! answered by the flows of a pathway made of the case, with the closed form of each node on top.

use std::sync::atomic::AtomicBool;

use pathloom_service::{Scenario, read};
use pathloom_simulation::theory::multiserver::MultiServer;
use pathloom_simulation::theory::replications::Interval;
use pathloom_simulation::theory::traffic::{Flows, LongRunWait, StepDemand, flows};
use pathloom_simulation::{HorizonMeasure as H, Outcomes, RunSettings, Scope, run};
use serde_json::{Value, json};

/// Weeks counted in the comparison.
const WEEKS: f64 = 1_000.0;

/// `kind` has to come first in its object; serde_json sorts keys.
fn text(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let (kind, rest): (Vec<_>, Vec<_>) = fields.iter().partition(|(name, _)| *name == "kind");
            let fields =
                kind.into_iter().chain(rest).map(|(name, value)| format!("\"{name}\": {}", text(value)));
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", "))
        }
        Value::Array(values) => format!("[{}]", values.iter().map(text).collect::<Vec<_>>().join(", ")),
        other => other.to_string(),
    }
}

fn scenario(document: &Value) -> Scenario {
    let project = read(&text(document)).unwrap_or_else(|error| panic!("{error}"));
    project.scenario(&project.options[0]).expect("the option is there")
}

/// A pathway in which everything is used that changes a flow or a load and has a long run.
fn pathway() -> Value {
    let weekdays = json!({"kind": "weekdays", "days": [1, 2, 3, 4, 5], "startsAtHour": 9});
    json!({
        "formatVersion": 1, "name": "Comparison", "startDate": "2026-04-06",
        "horizonWeeks": WEEKS as u32, "warmUpWeeks": 200,
        "groups": [{"id": "usual", "name": "Usual"}, {"id": "complex", "name": "Complex"}],
        "calendars": [{"id": "weekdays", "name": "Weekdays", "pattern": weekdays, "bankHolidays": true}],
        "roles": [
            {"id": "therapist", "name": "Therapist", "clinicalPercent": 60, "calendar": "weekdays",
             "commitments": [{"name": "Supervision", "hoursPerWtePerWeek": 1}],
             "absence": {"leaveDaysPerYear": 30, "sicknessPercent": 4},
             "turnover": {"leaversPercentPerYear": 15, "weeksToRecruit": {"kind": "fixed", "value": 12}}},
            {"id": "assistant", "name": "Assistant", "clinicalPercent": 70},
            {"id": "specialist", "name": "Specialist", "hoursPerWeek": 30}
        ],
        "designs": [{"id": "now", "name": "Now", "steps": [
            {"id": "referrals", "name": "Referrals", "work": {"kind": "referrals", "perWeek": 12,
                "monthProfile": [1, 1, 1, 1, 1, 1, 1, 0.5, 1.5, 1, 1, 1], "caseMix": {"usual": 70, "complex": 30}}},
            {"id": "triage", "name": "Triage", "work": {"kind": "split"}},
            {"id": "workshop", "name": "Workshop", "work": {"kind": "group", "seats": 12,
                "schedule": {"kind": "every", "everyWeeks": 1}, "sessions": 2, "missed": {"percent": 30, "leaveAfter": 2},
                "staff": [{"anyOf": [{"role": "assistant"}], "hoursPerSession": 3}]}},
            {"id": "course", "name": "Course", "work": {"kind": "contacts", "staff": [{"anyOf": [{"role": "therapist"}]}],
                "contactsPerPerson": {"kind": "range", "low": 2, "high": 5}, "weeksBetween": 2,
                "faceToFaceMinutes": {"kind": "lognormal", "mean": 45, "sd": 20, "atMost": 90},
                "adminMinutes": 15, "travelMinutes": 10, "timePercentByGroup": {"complex": 140},
                "missed": {"percent": 15, "leaveAfter": 3}, "cancelledPercent": 5}},
            {"id": "specialist", "name": "Specialist", "work": {"kind": "contacts",
                "staff": [{"anyOf": [{"role": "specialist"}]}, {"anyOf": [{"role": "assistant", "timePercent": 50}]}],
                "faceToFaceMinutes": {"kind": "gamma", "mean": 120, "sd": 60},
                "missed": {"percent": 10, "minutesLost": 20}}},
            {"id": "ward", "name": "Ward", "work": {"kind": "places", "places": 10,
                "stayDays": {"kind": "exponential", "mean": 9}}},
            {"id": "pause", "name": "Pause", "work": {"kind": "delay", "days": {"kind": "exponential", "mean": 20}}},
            {"id": "done", "name": "Done", "work": {"kind": "outcome", "countsAs": "completed",
                "returns": {"percent": 10, "afterWeeks": {"kind": "exponential", "mean": 8}, "to": "triage"}}},
            {"id": "gone", "name": "Gone", "work": {"kind": "outcome", "countsAs": "removed"}}
        ], "links": [
            {"id": "a", "from": "referrals", "to": "triage"},
            {"id": "b", "from": "triage", "to": "workshop", "cause": {"kind": "completed", "percent": 60, "percentByGroup": {"complex": 20}}},
            {"id": "c", "from": "triage", "to": "course", "cause": {"kind": "completed", "percent": 40, "percentByGroup": {"complex": 80}}},
            {"id": "d", "from": "workshop", "to": "done", "cause": {"kind": "completed", "percent": 80}},
            {"id": "e", "from": "workshop", "to": "course", "cause": {"kind": "completed", "percent": 20}},
            {"id": "f", "from": "workshop", "to": "gone", "cause": {"kind": "missedTooOften"}},
            {"id": "g", "from": "course", "to": "specialist", "cause": {"kind": "completed", "percent": 25}},
            {"id": "h", "from": "course", "to": "pause", "cause": {"kind": "completed", "percent": 10}},
            {"id": "i", "from": "course", "to": "done", "cause": {"kind": "completed", "percent": 65}},
            {"id": "j", "from": "course", "to": "gone", "cause": {"kind": "missedTooOften"}},
            {"id": "k", "from": "specialist", "to": "ward"},
            {"id": "l", "from": "ward", "to": "done"},
            {"id": "m", "from": "pause", "to": "course"}
        ]}],
        "mixes": [{"id": "team", "name": "Team", "posts": [
            {"role": "therapist", "wte": 3.6}, {"role": "assistant", "wte": 1}, {"role": "specialist", "wte": 1}
        ]}],
        "options": [{"id": "now", "name": "Now", "design": "now", "mix": "team"}]
    })
}

/// Puts a figure against the replications of another; what is wrong with it, if anything.
fn compare(what: &str, ours: f64, simulated: Vec<f64>) -> Option<String> {
    let interval = Interval::of(&simulated, 0.999).expect("enough replications");
    let apart = (ours - interval.mean).abs();
    (apart > interval.half_width)
        .then(|| format!("{what}: {ours} against {} ± {}", interval.mean, interval.half_width))
}

fn per_week(outcomes: &Outcomes, measure: H, scope: &Scope) -> Vec<f64> {
    let values = outcomes.horizon(measure, scope).expect("the figure is measured");
    values.into_iter().map(|value| value / WEEKS).collect()
}

#[test]
fn flows_and_loads_are_those_of_a_long_simulation() {
    let scenario = scenario(&pathway());
    let flows = flows(&scenario).expect("everybody leaves in the end");
    for step in &flows.steps {
        if let Some(load) = step.load {
            assert!(!load.is_overloaded(), "{}: {load:?} has no long run", step.step_name);
        }
    }
    let settings = RunSettings { replications: 0..60, threads: 2, ..RunSettings::default() };
    let outcomes = run(&scenario, &settings, &AtomicBool::new(false), &mut |_| {}).expect("it runs");
    let mut problems = Vec::new();
    for step in &flows.steps {
        let scope = Scope::Step(step.step_id.clone());
        let people = step.people_per_week;
        let measured = |measure: H| per_week(&outcomes, measure, &scope);
        match step.demand {
            StepDemand::Nothing if ["referrals", "triage"].contains(&step.step_id.as_str()) => {}
            // Everybody who comes to these finishes there.
            StepDemand::Nothing => problems.extend(compare(&step.step_name, people, measured(H::Completed))),
            StepDemand::Contacts { missed_per_week, .. } => {
                problems.extend(compare(
                    &format!("{} missed", step.step_name),
                    missed_per_week,
                    measured(H::Missed),
                ));
            }
            StepDemand::Group { .. } => {}
            StepDemand::Places { offered_occupancy_places, .. } => {
                problems.extend(compare(&step.step_name, people, measured(H::Completed)));
                let occupied = outcomes.horizon(H::MeanUnderWay, &scope).expect("it is measured");
                problems.extend(compare("occupied", offered_occupancy_places, occupied));
            }
        }
    }
    let course = flows.steps.iter().find(|step| step.step_id == "course").expect("it is there");
    let specialist = flows.steps.iter().find(|step| step.step_id == "specialist").expect("it is there");
    // Who finishes the course goes on three ways by 25, 10 and 65 in a hundred.
    let finished = per_week(&outcomes, H::Completed, &Scope::Step("course".to_owned()));
    problems.extend(compare("course finished", specialist.people_per_week * 4.0, finished));
    assert!(course.people_per_week > specialist.people_per_week * 4.0, "some miss too many contacts");
    for role in &flows.roles {
        let scope = Scope::Role(role.role_id.clone());
        let used = per_week(&outcomes, H::HoursUsed, &scope);
        problems.extend(compare(&format!("{} needed", role.role_name), role.hours_needed_per_week, used));
        let available = per_week(&outcomes, H::HoursAvailable, &scope);
        if available.windows(2).all(|pair| pair[0] == pair[1]) {
            assert!((available[0] - role.hours_available_per_week).abs() < 1e-6, "{role:?} {}", available[0]);
        } else {
            problems.extend(compare(
                &format!("{} available", role.role_name),
                role.hours_available_per_week,
                available,
            ));
        }
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}

/// The pathway of a network: a role and a step for each node, an outcome for those who leave.
fn network(given: &Value) -> Value {
    let list = |key: &str| -> Vec<f64> {
        let values = given[key].as_array().expect("a list");
        values.iter().map(|value| value.as_f64().expect("a number")).collect()
    };
    let (external, rates, servers) = (list("ext"), list("mu"), list("c"));
    let mut steps =
        vec![json!({"id": "out", "name": "Out", "work": {"kind": "outcome", "countsAs": "completed"}})];
    let (mut links, mut roles, mut posts) = (Vec::new(), Vec::new(), Vec::new());
    for (at, rate) in rates.iter().enumerate() {
        let (node, role) = (format!("node{}", at + 1), format!("role{}", at + 1));
        let mut link = |from: &str, to: &str, percent: f64| {
            if percent > 0.0 {
                let id = format!("{from}-{to}");
                links.push(json!({"id": id, "from": from, "to": to, "cause": {"kind": "completed", "percent": percent}}));
            }
        };
        if external[at] > 0.0 {
            let source = format!("source{}", at + 1);
            steps.push(
                json!({"id": source, "name": source, "work": {"kind": "referrals", "perWeek": external[at]}}),
            );
            link(&source, &node, 100.0);
        }
        // A post works one hour a week, so that an hour is a week of its time.
        steps.push(json!({"id": node, "name": node, "work": {"kind": "contacts", "staff": [{"anyOf": [{"role": role}]}],
            "faceToFaceMinutes": {"kind": "exponential", "mean": 60.0 / rate}}}));
        let onward = given["P"][at].as_array().expect("a row");
        let shares: Vec<f64> = onward.iter().map(|share| share.as_f64().expect("a share")).collect();
        shares
            .iter()
            .enumerate()
            .for_each(|(to, share)| link(&node, &format!("node{}", to + 1), 100.0 * share));
        link(&node, "out", 100.0 * (1.0 - shares.iter().sum::<f64>()));
        roles.push(json!({"id": role, "name": role, "hoursPerWeek": 1}));
        posts.push(json!({"role": role, "wte": servers[at]}));
    }
    json!({
        "formatVersion": 1, "name": "A network", "startDate": "2026-04-06", "horizonWeeks": 52,
        "groups": [{"id": "all", "name": "All"}], "roles": roles,
        "designs": [{"id": "now", "name": "Now", "steps": steps, "links": links}],
        "mixes": [{"id": "team", "name": "Team", "posts": posts}],
        "options": [{"id": "now", "name": "Now", "design": "now", "mix": "team"}]
    })
}

/// A figure of a case from the flows.
fn answer(metric: &str, given: &Value, flows: &Flows) -> f64 {
    let nodes = given["mu"].as_array().expect("a list").len();
    let node = |at: usize| {
        let step = flows.steps.iter().find(|step| step.step_id == format!("node{}", at + 1)).expect("a node");
        let number = |key: &str| given[key][at].as_f64().expect("a number");
        let queue =
            MultiServer::new(step.people_per_week, number("mu"), number("c") as u32).expect("a long run");
        (step, queue)
    };
    let present = || (0..nodes).map(|at| node(at).1.mean_present).sum::<f64>();
    let Some((name, figure)) = metric.split_once('.') else {
        return if metric == "L_total" { present() } else { present() / flows.referrals_per_week };
    };
    let at = name.trim_start_matches("node").parse::<usize>().expect("a node's number") - 1;
    let (step, queue) = node(at);
    match figure {
        "lam" => step.people_per_week,
        "rho" => step.load.and_then(|load| load.load_percent).expect("a load") / 100.0,
        "Wq" => match step.wait {
            LongRunWait::Mean { mean_weeks, .. } => mean_weeks,
            LongRunWait::Unknown { reason } => panic!("{reason:?}"),
        },
        "W" => queue.mean_time,
        "Lq" => queue.mean_list,
        "L" => queue.mean_present,
        other => panic!("{other}"),
    }
}

#[test]
fn networks_have_their_known_answers() {
    let cases: Value =
        serde_json::from_str(include_str!("../../../tests/cases/known_answers.json")).expect("JSON");
    let mut checked = 0;
    for case in cases["cases"].as_array().expect("cases") {
        let id = case["id"].as_str().expect("an id");
        if !id.starts_with("A-Jackson-") {
            continue;
        }
        let flows = flows(&scenario(&network(&case["parameters"]))).expect("everybody leaves");
        for figure in case["expected"].as_array().expect("figures") {
            let (metric, value) =
                (figure["metric"].as_str().expect("a name"), figure["value"].as_f64().expect("a number"));
            let ours = answer(metric, &case["parameters"], &flows);
            // The figures are printed to six digits.
            assert!((ours / value - 1.0).abs() < 1e-5, "{id} {metric}: {ours} against {value}");
            checked += 1;
        }
    }
    assert_eq!(checked, 42, "a case has been added or taken away");
}
