//! Flows and loads that can be worked out by hand.

use pathloom_service::{Scenario, read};
use serde_json::{Value, json};

use super::*;

/// A service of these steps and links, with one option; links are (from, to, cause or nothing).
fn service(steps: Value, links: &[(&str, &str, Value)]) -> Value {
    let mut links: Vec<Value> = links
        .iter()
        .enumerate()
        .map(|(at, (from, to, cause))| json!({"id": format!("link-{at}"), "from": from, "to": to, "cause": cause}))
        .collect();
    for link in &mut links {
        if link["cause"].is_null() {
            link["cause"] = json!({"kind": "completed"});
        }
    }
    json!({
        "formatVersion": 1, "name": "A service", "startDate": "2026-04-06", "horizonWeeks": 52,
        "groups": [{"id": "all", "name": "All"}],
        "roles": [
            {"id": "therapist", "name": "Therapist", "hoursPerWeek": 30},
            {"id": "assistant", "name": "Assistant", "hoursPerWeek": 30}
        ],
        "designs": [{"id": "now", "name": "Now", "steps": steps, "links": links}],
        "mixes": [{"id": "team", "name": "Team", "posts": [
            {"role": "therapist", "wte": 1}, {"role": "assistant", "wte": 1}
        ]}],
        "options": [{"id": "now", "name": "Now", "design": "now", "mix": "team"}]
    })
}

/// `kind` has to come first in its object: serde_json sorts keys, so the text is written by hand.
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

fn flows_of(document: &Value) -> Flows {
    flows(&scenario(document)).unwrap_or_else(|error| panic!("{error}"))
}

fn referrals(per_week: f64) -> Value {
    json!({"id": "referrals", "name": "Referrals", "work": {"kind": "referrals", "perWeek": per_week}})
}

fn contacts(id: &str, role: &str, minutes: f64) -> Value {
    json!({"id": id, "name": id, "work": {"kind": "contacts", "staff": [{"anyOf": [{"role": role}]}],
        "faceToFaceMinutes": {"kind": "exponential", "mean": minutes}}})
}

fn outcome(id: &str) -> Value {
    json!({"id": id, "name": id, "work": {"kind": "outcome", "countsAs": "completed"}})
}

fn share(percent: f64) -> Value {
    json!({"kind": "completed", "percent": percent})
}

fn near(ours: f64, theirs: f64) {
    assert!((ours - theirs).abs() < 1e-9 * theirs.abs().max(1.0), "{ours} {theirs}");
}

/// Referrals, one clinic, an outcome.
fn clinic(per_week: f64) -> Value {
    service(
        json!([referrals(per_week), contacts("clinic", "therapist", 60.0), outcome("done")]),
        &[("referrals", "clinic", Value::Null), ("clinic", "done", Value::Null)],
    )
}

#[test]
fn a_clinic_that_keeps_up_is_a_queue_with_one_server() {
    let flows = flows_of(&clinic(24.0));
    let load = flows.steps[1].load.expect("a clinic has a load");
    assert_eq!(load.unit, LoadUnit::HoursPerWeek);
    near(load.needed, 24.0);
    near(load.available, 30.0);
    near(load.load_percent.expect("there are hours"), 80.0);
    assert_eq!(load.grows_people_per_week, None);
    // M/M/1: 24 / (30 (30 - 24)) weeks.
    match flows.steps[1].wait {
        LongRunWait::Mean { mean_weeks, formula } => {
            near(mean_weeks, 24.0 / 180.0);
            assert_eq!(formula, Formula::ErlangC);
        }
        LongRunWait::Unknown { reason } => panic!("{reason:?}"),
    }
    // 24 a week x 18 / 2.5257.
    near(flows.steps[1].target_list_people.expect("it has a list"), 24.0 * 18.0 / -libm::log(0.08));
}

#[test]
fn a_clinic_with_too_much_work_has_a_list_that_grows() {
    let flows = flows_of(&clinic(34.0));
    let load = flows.steps[1].load.expect("a clinic has a load");
    assert!(load.is_overloaded());
    near(load.grows_people_per_week.expect("it grows"), 4.0);
    near(flows.pools[0].grows_people_per_week.expect("so does the pool's"), 4.0);
    assert_eq!(flows.steps[1].wait, LongRunWait::Unknown { reason: NoFormula::Grows });
}

#[test]
fn one_team_for_two_steps_piles_up_where_people_come_first() {
    // 20 people, an hour each and another for all of them: 40 hours of 30.
    let document = service(
        json!([
            referrals(20.0),
            contacts("first", "therapist", 60.0),
            contacts("second", "therapist", 60.0),
            outcome("done")
        ]),
        &[
            ("referrals", "first", Value::Null),
            ("first", "second", Value::Null),
            ("second", "done", Value::Null),
        ],
    );
    let flows = flows_of(&document);
    let grows = |step: usize| flows.steps[step].load.and_then(|load| load.grows_people_per_week);
    near(grows(1).expect("the first list grows"), 5.0);
    assert_eq!(grows(2), None, "whoever has been seen once is seen again");
    near(flows.roles[0].load_percent.expect("there are hours"), 400.0 / 3.0);
    let [lists] = &flows.growing[..] else { panic!("{:?}", flows.growing) };
    assert_eq!(lists.steps, [1, 2]);
    near(lists.needed, 40.0);
    near(lists.available, 30.0);
    near(lists.grows_people_per_week, 5.0);
}

#[test]
fn missed_contacts_take_time_and_some_people_away() {
    // As in the test of a course: two contacts, half missed, two missed end it: 1.25 attended, 1.25 missed.
    let mut clinic = clinic(8.0);
    let work = &mut clinic["designs"][0]["steps"][1]["work"];
    work["contactsPerPerson"] = json!({"kind": "fixed", "value": 2});
    work["adminMinutes"] = json!(30);
    work["missed"] = json!({"percent": 50, "leaveAfter": 2});
    clinic["designs"][0]["steps"].as_array_mut().expect("steps").push(outcome("gone"));
    clinic["designs"][0]["links"]
        .as_array_mut()
        .expect("links")
        .push(json!({"id": "missed", "from": "clinic", "to": "gone", "cause": {"kind": "missedTooOften"}}));
    let flows = flows_of(&clinic);
    near(flows.steps[2].people_per_week, 4.0);
    near(flows.steps[3].people_per_week, 4.0);
    match flows.steps[1].demand {
        StepDemand::Contacts { contacts_per_week, missed_per_week, staff_hours_per_week } => {
            near(contacts_per_week, 20.0);
            near(missed_per_week, 10.0);
            // Attended ones take 1.5 hours, missed ones the hour with the person.
            near(staff_hours_per_week, 15.0 + 10.0);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn returns_and_ways_back_come_round_again() {
    // Of those seen, a quarter comes back to the clinic at once; of those done, a fifth comes back later.
    let mut document = service(
        json!([referrals(12.0), contacts("clinic", "therapist", 15.0), outcome("done")]),
        &[
            ("referrals", "clinic", Value::Null),
            ("clinic", "clinic", share(25.0)),
            ("clinic", "done", share(75.0)),
        ],
    );
    document["designs"][0]["steps"][2]["work"]["returns"] =
        json!({"percent": 20, "afterWeeks": {"kind": "fixed", "value": 10}, "to": "referrals"});
    let flows = flows_of(&document);
    near(flows.referrals_per_week, 12.0);
    near(flows.steps[0].people_per_week, 15.0);
    near(flows.steps[1].people_per_week, 20.0);
    near(flows.steps[2].people_per_week, 15.0);
}

#[test]
fn groups_of_people_go_their_own_ways() {
    let mut document = service(
        json!([
            referrals(10.0),
            contacts("clinic", "therapist", 60.0),
            contacts("other", "assistant", 60.0),
            outcome("done")
        ]),
        &[
            (
                "referrals",
                "clinic",
                json!({"kind": "completed", "percent": 50, "percentByGroup": {"few": 100}}),
            ),
            ("referrals", "other", json!({"kind": "completed", "percent": 50, "percentByGroup": {"few": 0}})),
            ("clinic", "done", Value::Null),
            ("other", "done", Value::Null),
        ],
    );
    document["groups"] = json!([{"id": "many", "name": "Many"}, {"id": "few", "name": "Few"}]);
    document["designs"][0]["steps"][0]["work"]["caseMix"] = json!({"many": 80, "few": 20});
    document["designs"][0]["steps"][1]["work"]["timePercentByGroup"] = json!({"few": 200});
    let flows = flows_of(&document);
    near(flows.steps[1].people_per_week_by_group[0], 4.0);
    near(flows.steps[1].people_per_week_by_group[1], 2.0);
    near(flows.steps[1].load.expect("a load").needed, 8.0);
    near(flows.steps[2].people_per_week, 4.0);
}

#[test]
fn places_and_seats_have_loads_too() {
    let document = service(
        json!([
            referrals(7.0),
            {"id": "ward", "name": "Ward", "work": {"kind": "places", "places": 5,
                "stayDays": {"kind": "fixed", "value": 6}}},
            {"id": "workshop", "name": "Workshop", "work": {"kind": "group", "seats": 10,
                "schedule": {"kind": "every", "everyWeeks": 2}, "sessions": 1, "missed": {"percent": 30},
                "staff": [{"anyOf": [{"role": "assistant"}], "hoursPerSession": 3}]}},
            outcome("done")
        ]),
        &[
            ("referrals", "ward", Value::Null),
            ("ward", "workshop", Value::Null),
            ("workshop", "done", Value::Null),
        ],
    );
    let flows = flows_of(&document);
    let ward = flows.steps[1].load.expect("a load");
    assert_eq!(ward.unit, LoadUnit::Places);
    near(ward.needed, 6.0);
    near(ward.available, 5.0);
    near(ward.grows_people_per_week.expect("it grows"), 7.0 / 6.0);
    // Who misses the only session comes again: 7 / 0.7 seats of 5.
    let workshop = flows.steps[2].load.expect("a load");
    assert_eq!(workshop.unit, LoadUnit::SeatsPerWeek);
    near(workshop.needed, 10.0);
    near(workshop.available, 5.0);
    near(flows.roles[1].hours_needed_per_week, 1.5);
}

#[test]
fn hours_are_those_of_the_posts_less_what_comes_first() {
    let mut document = clinic(10.0);
    document["calendars"] = json!([{"id": "weekdays", "name": "Weekdays",
        "pattern": {"kind": "weekdays", "days": [1, 2, 3, 4, 5]}, "bankHolidays": false}]);
    let role = &mut document["roles"][0];
    role["calendar"] = json!("weekdays");
    role["clinicalPercent"] = json!(60);
    role["commitments"] = json!([{"name": "Supervision", "hoursPerWtePerWeek": 2}]);
    role["absence"] = json!({"leaveDaysPerYear": 26, "sicknessPercent": 5});
    document["mixes"][0]["posts"][0] =
        json!({"role": "therapist", "wte": 2, "changes": [{"fromWeek": 26, "wte": 1}]});
    let flows = flows_of(&document);
    // 30 x 0.6 - 2, two posts and half a year of a third, 5.2 weeks of leave a year, then sickness.
    near(flows.roles[0].hours_available_per_week, 16.0 * 2.5 * 0.9 * 0.95);
    near(flows.roles[0].hours_at_full_speed_per_week, flows.roles[0].hours_available_per_week);
}

#[test]
fn changes_of_the_referrals_are_averaged() {
    let mut document = clinic(10.0);
    document["designs"][0]["steps"][0]["work"]["changes"] = json!([{"fromWeek": 26, "percent": 150}]);
    near(flows_of(&document).referrals_per_week, 12.5);
    document["designs"][0]["steps"][0]["work"]["pattern"] =
        json!({"kind": "history", "days": [1, 2, 3.5, 900]});
    near(flows_of(&document).referrals_per_week, 3.0 / 52.0);
}

#[test]
fn what_never_ends_is_named() {
    let mut never = clinic(10.0);
    never["designs"][0]["steps"][1]["work"]["missed"] = json!({"percent": 100});
    match flows(&scenario(&never)) {
        Err(FlowError::NeverEnds { step_id, .. }) => {
            assert_eq!(step_id, "referrals", "they are caught from there on")
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_role_without_posts_has_no_load_but_a_growing_list() {
    let mut document = clinic(10.0);
    document["mixes"][0]["posts"] = json!([]);
    let flows = flows_of(&document);
    let load = flows.steps[1].load.expect("a load");
    assert_eq!((load.load_percent, load.available), (None, 0.0));
    near(load.grows_people_per_week.expect("it grows"), 10.0);
    assert_eq!(flows.roles[0].load_percent, None);
}

#[test]
fn limits_on_new_people_count_as_capacity() {
    let mut document = clinic(24.0);
    document["designs"][0]["steps"][1]["work"]["newPerWeek"] = json!(20);
    let load = flows_of(&document).steps[1].load.expect("a load");
    assert_eq!(load.unit, LoadUnit::NewPeoplePerWeek);
    near(load.grows_people_per_week.expect("it grows"), 4.0);
}

#[test]
fn a_long_list_comes_down_with_the_hours_left_over() {
    let mut document = clinic(20.0);
    document["designs"][0]["steps"][1]["work"]["start"] =
        json!({"waiting": {"kind": "summary", "number": 500, "meanWeeks": 10, "longestWeeks": 40}});
    let step = &flows_of(&document).steps[1];
    let target = step.target_list_people.expect("it has a list");
    near(step.list_at_start_people, 500.0);
    near(step.weeks_to_target_list.expect("it comes down"), (500.0 - target) / 10.0);
}

#[test]
fn the_figures_go_to_the_window_in_camel_case() {
    let value = serde_json::to_value(flows_of(&clinic(24.0))).expect("it is plain data");
    assert_eq!(value["steps"][1]["load"]["unit"], "hoursPerWeek");
    assert_eq!(value["steps"][1]["wait"]["formula"], "erlangC");
    assert!(value["steps"][1]["demand"]["staffHoursPerWeek"].is_number());
}
