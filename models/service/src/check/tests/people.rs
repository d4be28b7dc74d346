//! The document itself, workforce, starting state, options and targets.

use serde_json::{Value, json};

use super::{Case, check_cases};

#[test]
fn the_document() {
    let cases: Vec<Case> = vec![
        ("name", json!(""), "no-label", "name"),
        ("startDate", json!("2026-04-08"), "start-not-monday", "startDate"),
        ("startDate", json!("9999-12-27"), "start-date-out-of-range", "startDate"),
        ("horizonWeeks", json!(0), "no-horizon", "horizonWeeks"),
        ("horizonWeeks", json!(4_294_967_295_u32), "horizon-too-long", "horizonWeeks"),
        ("groups", json!([]), "no-groups", "groups"),
        ("designs", json!([]), "no-designs", "designs"),
        ("options", json!([]), "no-options", "options"),
        ("groups/2", json!({ "id": "urgent", "name": "Urgent again" }), "duplicate-id", "groups/urgent"),
        ("tiers/targeted/id", json!("Targeted"), "ill-formed-id", "tiers/Targeted"),
    ];
    insta::assert_snapshot!("document", check_cases(&cases));
}

#[test]
fn workforce() {
    let cases: Vec<Case> = vec![
        ("calendars/weekdays/pattern/days", json!([]), "no-working-day", "calendars/weekdays/pattern/days"),
        (
            "calendars/weekdays/pattern/days",
            json!([1, 8]),
            "no-such-weekday",
            "calendars/weekdays/pattern/days",
        ),
        (
            "calendars/weekdays/pattern/days",
            json!([1, 1]),
            "weekday-twice",
            "calendars/weekdays/pattern/days",
        ),
        ("calendars/weekdays/pattern/startsAtHour", json!(20), "day-past-midnight", "roles/ot-band-6"),
        ("calendars/weekdays/pattern/days", json!([1]), "hours-do-not-fit-the-day", "roles/assistant"),
        (
            "calendars/weekdays/pattern/startsAtHour",
            json!(25),
            "figure-out-of-range",
            "calendars/weekdays/pattern/startsAtHour",
        ),
        (
            "calendars/weekdays/closures/0/to",
            json!("2026-07-19"),
            "closure-ends-first",
            "calendars/weekdays/closures/0",
        ),
        (
            "calendars/rota/pattern/shifts/1/fromHour",
            json!(9),
            "shifts-with-gap",
            "calendars/rota/pattern/shifts/1",
        ),
        (
            "calendars/rota/pattern/shifts/2/toHour",
            json!(8),
            "shift-ends-first",
            "calendars/rota/pattern/shifts/2",
        ),
        ("calendars/rota/pattern/shifts", json!([]), "shifts-with-gap", "calendars/rota/pattern/shifts"),
        (
            "calendars/rota/pattern/shifts",
            json!([{ "fromHour": 0, "toHour": 24, "posts": 0 }]),
            "nobody-on-duty",
            "calendars/rota/pattern/shifts",
        ),
        ("roles/nurse/calendar", json!("rotas"), "unknown-calendar", "roles/nurse/calendar"),
        ("roles/nurse/clinicalPercent", json!(0), "no-clinical-hours", "roles/nurse"),
        (
            "roles/ot-band-6/commitments/0/hoursPerWtePerWeek",
            json!(30),
            "commitments-take-all-hours",
            "roles/ot-band-6/commitments",
        ),
        ("roles/ot-band-6/absence/leaveDaysPerYear", json!(260), "always-away", "roles/ot-band-6/absence"),
        (
            "roles/ot-band-6/turnover/weeksToRecruit/low",
            json!(99),
            "distribution-out-of-order",
            "roles/ot-band-6/turnover/weeksToRecruit/low",
        ),
        (
            "roles/ot-band-6/costPoundsPerYear/evidence/label",
            json!("fromMemory"),
            "from-memory",
            "roles/ot-band-6/costPoundsPerYear",
        ),
        ("roles/spare", json!({ "id": "spare", "name": "Spare" }), "role-unused", "roles/spare"),
        ("mixes/now/posts/ot-band-6/wte", json!(0.2), "below-zero", "mixes/now/posts/ot-band-6/changes"),
        ("mixes/now/posts/nurse/wte", json!(10_001), "figure-out-of-range", "mixes/now/posts/nurse/wte"),
        (
            "mixes/now/posts/nobody",
            json!({ "role": "nobody", "wte": 1 }),
            "unknown-role",
            "mixes/now/posts/nobody",
        ),
    ];
    insta::assert_snapshot!("workforce", check_cases(&cases));
}

#[test]
fn the_starting_state() {
    let waiting = "designs/tiered/steps/assessment/work/start/waiting";
    let mean = "designs/tiered/steps/assessment/work/start/waiting/meanWeeks";
    let list = |number: u32, mean: f64, longest: f64| json!({ "kind": "summary", "number": number, "meanWeeks": mean, "longestWeeks": longest });
    let ages = "designs/tiered/steps/therapy/work/start/waiting/weeks";
    let imported = "designs/tiered/steps/therapy/work/start/waiting";
    let groups = "designs/tiered/steps/therapy/work/start/waiting/groups";
    let listed = |of: &[&str]| json!({ "kind": "ages", "weeks": [3, 4], "groups": of });
    let cases: Vec<Case> = vec![
        (waiting, list(10, 0.0, 0.0), "list-without-wait", mean),
        (waiting, list(10, 50.0, 40.0), "mean-above-longest", mean),
        (waiting, list(10, 40.0, 40.0), "mean-above-longest", mean),
        (waiting, list(2, 10.0, 100.0), "list-impossible", mean),
        (ages, json!([3, 1_101]), "wait-out-of-range", ages),
        (ages, json!([-1]), "wait-out-of-range", ages),
        (imported, listed(&["nobody", "nobody"]), "unknown-group", groups),
        (imported, listed(&["nobody"]), "list-uneven", groups),
        (
            "designs/tiered/steps/assessment/work/start/caseMix/urgent",
            json!(5),
            "shares-do-not-add-up",
            "designs/tiered/steps/assessment/work/start/caseMix",
        ),
        (
            "designs/tiered/steps/home/work/start/waiting",
            list(10, 4.0, 40.0),
            "nobody-waits-here",
            "designs/tiered/steps/home/work/start/waiting",
        ),
        (
            "designs/tiered/steps/assessment/work/start/inTreatment/daysLeft",
            json!({ "kind": "fixed", "value": 3 }),
            "setting-not-used",
            "designs/tiered/steps/assessment/work/start/inTreatment/daysLeft",
        ),
    ];
    insta::assert_snapshot!("start", check_cases(&cases));
    // Nobody, or one person alone: mean and longest may be the same.
    for fine in [list(0, 0.0, 0.0), list(1, 40.0, 40.0)] {
        let problems = super::check(&super::edited(&[(waiting, fine)]));
        assert!(problems.is_empty(), "{problems:?}");
    }
}

#[test]
fn options_and_targets() {
    let change = |figure: &str, to: Value| json!([{ "figure": figure, "to": to }]);
    let changes = "options/one-more/changes";
    let joint = json!([{ "anyOf": [{ "role": "adviser" }] }, { "anyOf": [{ "role": "adviser" }] }]);
    let cases: Vec<Case> = vec![
        ("options/tiered/design", json!("teired"), "unknown-design", "options/tiered/design"),
        ("options/tiered/mix", json!("later"), "unknown-mix", "options/tiered/mix"),
        ("options/tiered/mix", Value::Null, "option-without-mix", "options/tiered/mix"),
        ("options/one-more/name", json!("Tiered"), "same-label", "options/one-more/name"),
        (
            changes,
            change("mix/posts/ot-band-9/wte", json!(1)),
            "unknown-figure",
            "options/one-more/changes/mix/posts/ot-band-9/wte",
        ),
        (changes, change("wte", json!(1)), "unknown-figure", "options/one-more/changes/wte"),
        (
            changes,
            change("mix/posts/nurse/wte", json!(-1)),
            "figure-out-of-range",
            "options/one-more/changes/mix/posts/nurse/wte",
        ),
        (changes, change("mix/posts/nurse/wte", json!(0)), "nobody-fills", "options/one-more/mix"),
        (
            changes,
            change("design/links/home-done/cause/percent", json!(90)),
            "shares-do-not-add-up",
            "options/one-more",
        ),
        (
            changes,
            change("targets/list/probabilityPercent", json!(101)),
            "figure-out-of-range",
            "options/one-more/changes/targets/list/probabilityPercent",
        ),
        (
            "options/one-more/changes/1/figure",
            json!("mix/posts/ot-band-6/wte"),
            "changed-twice",
            "options/one-more/changes/mix/posts/ot-band-6/wte",
        ),
        ("mixes/now/posts/nurse", Value::Null, "nobody-fills", "options/tiered/mix"),
        (
            "mixes/now/posts/nurse",
            json!({ "role": "nurse", "wte": 0, "changes": [{ "fromWeek": 9, "wte": 1 }] }),
            "filled-later",
            "options/tiered/mix",
        ),
        ("designs/tiered/steps/review/work/staff", joint, "too-few-posts", "options/tiered/mix"),
        (
            "designs/tiered/steps/advice/work/hoursPerWeek/adviser",
            json!(400),
            "offer-takes-all-hours",
            "options/tiered/mix",
        ),
        ("targets/list/byWeek", json!(0), "target-after-the-end", "targets/list/byWeek"),
        (
            "targets/nobody-over-a-year/measure/weeks",
            json!(53),
            "target-weeks",
            "targets/nobody-over-a-year/measure/weeks",
        ),
        ("targets/eighteen/threshold", json!(101), "figure-out-of-range", "targets/eighteen/threshold"),
        ("targets/longest/threshold", json!(9_999), "figure-out-of-range", "targets/longest/threshold"),
        (
            "targets/longest/probabilityPercent",
            json!(0),
            "target-without-probability",
            "targets/longest/probabilityPercent",
        ),
    ];
    insta::assert_snapshot!("options", check_cases(&cases));
}

#[test]
fn actual_figures() {
    let cases: Vec<Case> = vec![
        (
            "actuals/targeted-longest/scope/id",
            json!("nowhere"),
            "unknown-tier",
            "actuals/targeted-longest/scope/id",
        ),
        ("actuals/group-open/scope/id", json!("nobody"), "unknown-group", "actuals/group-open/scope/id"),
        ("actuals/monthly-list/figures", json!([]), "no-actual-figures", "actuals/monthly-list/figures"),
        (
            "actuals/monthly-list/figures/1/date",
            json!("2026-05-01"),
            "actual-date-twice",
            "actuals/monthly-list/figures/1/date",
        ),
        (
            "actuals/monthly-list/figures/0/date",
            json!("1026-05-01"),
            "actual-date-out-of-range",
            "actuals/monthly-list/figures/0/date",
        ),
        (
            "actuals/monthly-list/figures/0/value",
            json!(-1),
            "figure-out-of-range",
            "actuals/monthly-list/figures/0/value",
        ),
        (
            "actuals/targeted-longest/figures/0/value",
            json!(6_000),
            "figure-out-of-range",
            "actuals/targeted-longest/figures/0/value",
        ),
        ("actuals/group-open/id", json!("monthly-list"), "duplicate-id", "actuals/monthly-list"),
    ];
    insta::assert_snapshot!("actual_figures", check_cases(&cases));
}
