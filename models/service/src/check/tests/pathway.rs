//! Steps and distributions.

use serde_json::{Value, json};

use super::{Case, check_cases};

/// A step of the sample's design.
macro_rules! step {
    ($rest:literal) => {
        concat!("designs/tiered/steps/", $rest)
    };
}

#[test]
fn steps() {
    let contact = |role: &str| json!([{ "anyOf": [{ "role": role }] }]);
    let cases: Vec<Case> = vec![
        (step!("triage/id"), json!("Triage!"), "ill-formed-id", step!("Triage!")),
        (step!("triage/id"), json!(""), "empty-id", step!("5")),
        (step!("course/id"), json!("workshop"), "duplicate-id", step!("workshop")),
        (step!("triage/name"), json!(" "), "no-label", step!("triage/name")),
        (step!("triage/note"), json!("a\u{1b}[31m"), "control-characters", step!("triage/note")),
        (step!("triage/tier"), json!("targetted"), "unknown-tier", step!("triage/tier")),
        ("designs/tiered/steps", json!([]), "no-steps", "designs/tiered"),
        (step!("referrals/work/perWeek"), json!(2e6), "figure-out-of-range", step!("referrals/work/perWeek")),
        (
            step!("referrals/work/perWeek"),
            json!({ "low": 9, "likely": 5, "high": 7 }),
            "range-out-of-order",
            step!("referrals/work/perWeek"),
        ),
        (
            step!("referrals/work/growthPercentPerYear"),
            json!(-100),
            "figure-out-of-range",
            step!("referrals/work/growthPercentPerYear"),
        ),
        (
            step!("referrals/work/monthProfile"),
            json!([1, 2]),
            "profile-length",
            step!("referrals/work/monthProfile"),
        ),
        (
            step!("referrals/work/weekdayProfile"),
            json!([0, 0, 0, 0, 0, 0, 0]),
            "profile-all-zero",
            step!("referrals/work/weekdayProfile"),
        ),
        (
            step!("referrals/work/caseMix/routine"),
            json!(70),
            "shares-do-not-add-up",
            step!("referrals/work/caseMix"),
        ),
        (
            step!("referrals/work/caseMix/other"),
            json!(0),
            "unknown-group",
            step!("referrals/work/caseMix/other"),
        ),
        (
            step!("referrals/work/changes/0/percent"),
            json!(10_001),
            "figure-out-of-range",
            step!("referrals/work/changes/0/percent"),
        ),
        (
            step!("referrals/work/changes/0/fromWeek"),
            json!(900),
            "change-after-the-end",
            step!("referrals/work/changes/0"),
        ),
        (
            step!("referrals/work/changes/1"),
            json!({ "fromWeek": 2, "percent": 90 }),
            "changes-out-of-order",
            step!("referrals/work/changes"),
        ),
        (
            step!("referrals/work/pattern/varianceToMean"),
            json!(0.5),
            "figure-out-of-range",
            step!("referrals/work/pattern/varianceToMean"),
        ),
        (
            step!("replayed/work/pattern/days"),
            json!([3, 2, 5]),
            "history-out-of-order",
            step!("replayed/work/pattern/days"),
        ),
        (
            step!("replayed/work/pattern/days"),
            json!([-1, 2]),
            "history-out-of-range",
            step!("replayed/work/pattern/days"),
        ),
        (
            step!("replayed/work/pattern/days"),
            json!([]),
            "history-empty",
            step!("replayed/work/pattern/days"),
        ),
        (step!("therapy/work/staff"), json!([]), "no-staff", step!("therapy/work/staff")),
        (step!("therapy/work/staff"), json!([{ "anyOf": [] }]), "no-staff", step!("therapy/work/staff/0")),
        (
            step!("therapy/work/staff"),
            contact("ot-band-7"),
            "unknown-role",
            step!("therapy/work/staff/0/anyOf/ot-band-7"),
        ),
        (
            step!("therapy/work/staff"),
            json!([{ "anyOf": [{ "role": "nurse" }, { "role": "nurse" }] }]),
            "role-twice",
            step!("therapy/work/staff/0/anyOf/nurse"),
        ),
        (
            step!("therapy/work/missed/percent"),
            json!(100),
            "never-seen",
            step!("therapy/work/missed/percent"),
        ),
        (
            step!("therapy/work/cancelledPercent"),
            json!(100),
            "never-seen",
            step!("therapy/work/cancelledPercent"),
        ),
        (
            step!("assessment/work/newPerWeek"),
            json!(0),
            "takes-on-nobody",
            step!("assessment/work/newPerWeek"),
        ),
        (
            step!("assessment/work/order/ignoresClass"),
            json!(true),
            "setting-not-used",
            step!("assessment/work/order"),
        ),
        (
            step!("assessment/work/order/longestWaitersPercent"),
            json!(90),
            "kept-above-100",
            step!("assessment/work/order"),
        ),
        (
            step!("assessment/work/timePercentByGroup/urgent"),
            json!(1_001),
            "figure-out-of-range",
            step!("assessment/work/timePercentByGroup/urgent"),
        ),
        (
            step!("assessment/work/missed/leaveAfter"),
            Value::Null,
            "missed-without-limit",
            step!("assessment"),
        ),
        (step!("assessment/work/listLimit"), Value::Null, "turned-away-without-limit", step!("assessment")),
        (step!("workshop/work/minimum"), json!(13), "minimum-above-seats", step!("workshop/work/minimum")),
        (step!("workshop/work/seats"), json!(11.5), "not-whole", step!("workshop/work/seats")),
        (step!("workshop/work/sessions"), json!(0), "figure-out-of-range", step!("workshop/work/sessions")),
        (
            step!("workshop/work/schedule/everyWeeks"),
            json!(0),
            "figure-out-of-range",
            step!("workshop/work/schedule/everyWeeks"),
        ),
        (step!("step-down/work/changes/0/places"), json!(-13), "below-zero", step!("step-down/work/changes")),
        (
            step!("step-down/work/changes/0/untilWeek"),
            json!(12),
            "change-ends-first",
            step!("step-down/work/changes/0"),
        ),
        (
            step!("step-down/work/start/inTreatment/number"),
            json!(30),
            "more-than-places",
            step!("step-down/work/start/inTreatment/number"),
        ),
        (
            step!("advice/work/reaches/0"),
            json!("triage"),
            "reaches-no-referrals",
            step!("advice/work/reaches/0"),
        ),
        (step!("advice/work/reaches"), json!([]), "reaches-nobody", step!("advice/work/reaches")),
        (
            step!("advice/work/hoursPerWeek/helper"),
            json!(2),
            "unknown-role",
            step!("advice/work/hoursPerWeek"),
        ),
        (
            step!("discharged/work/returns/to"),
            json!("removed"),
            "returns-to-no-care",
            step!("discharged/work/returns/to"),
        ),
        (
            step!("discharged/work/returns/to"),
            json!("triages"),
            "unknown-step",
            step!("discharged/work/returns/to"),
        ),
        (
            step!("discharged/work/returns"),
            json!({ "percent": 100, "afterWeeks": { "kind": "fixed", "value": 0 }, "to": "triage" }),
            "everybody-returns-at-once",
            step!("discharged/work/returns"),
        ),
    ];
    insta::assert_snapshot!("steps", check_cases(&cases));
}

#[test]
fn distributions() {
    let face = step!("review/work/faceToFaceMinutes");
    let count = step!("review/work/contactsPerPerson");
    let at = |field: &'static str| field;
    let cases: Vec<Case> = vec![
        (
            face,
            json!({ "kind": "exponential", "mean": 0 }),
            "mean-not-positive",
            at(step!("review/work/faceToFaceMinutes/mean")),
        ),
        (
            face,
            json!({ "kind": "lognormal", "mean": 0, "sd": 1 }),
            "mean-not-positive",
            at(step!("review/work/faceToFaceMinutes/mean")),
        ),
        (
            face,
            json!({ "kind": "lognormal", "mean": 0.02, "sd": 60 }),
            "spread-too-wide",
            at(step!("review/work/faceToFaceMinutes/sd")),
        ),
        (
            face,
            json!({ "kind": "gamma", "mean": 5, "sd": -1 }),
            "figure-out-of-range",
            at(step!("review/work/faceToFaceMinutes/sd")),
        ),
        (
            face,
            json!({ "kind": "weibull", "shape": 0, "mean": 3 }),
            "figure-out-of-range",
            at(step!("review/work/faceToFaceMinutes/shape")),
        ),
        (
            face,
            json!({ "kind": "uniform", "low": 9, "high": 3 }),
            "distribution-out-of-order",
            at(step!("review/work/faceToFaceMinutes/low")),
        ),
        (
            face,
            json!({ "kind": "triangular", "low": 1, "likely": 9, "high": 3 }),
            "distribution-out-of-order",
            at(step!("review/work/faceToFaceMinutes/likely")),
        ),
        (
            face,
            json!({ "kind": "uniform", "low": { "low": 1, "likely": 2, "high": 9 }, "high": 5 }),
            "ranges-overlap",
            at(step!("review/work/faceToFaceMinutes/low")),
        ),
        (
            face,
            json!({ "kind": "normal", "mean": 5, "sd": 1, "atLeast": 9, "atMost": 2 }),
            "distribution-out-of-order",
            at(step!("review/work/faceToFaceMinutes/atLeast")),
        ),
        (
            face,
            json!({ "kind": "mixture", "parts": [] }),
            "mixture-empty",
            at(step!("review/work/faceToFaceMinutes/parts")),
        ),
        (
            face,
            json!({ "kind": "mixture", "parts": [{ "percent": 40, "of": { "kind": "exponential", "mean": -1 } }] }),
            "shares-do-not-add-up",
            at(step!("review/work/faceToFaceMinutes/parts")),
        ),
        (
            face,
            json!({ "kind": "mixture", "parts": [{ "percent": 100, "of": { "kind": "exponential", "mean": 0 } }] }),
            "mean-not-positive",
            at(step!("review/work/faceToFaceMinutes/parts/0/of/mean")),
        ),
        (
            face,
            json!({ "kind": "counted", "values": [] }),
            "counted-empty",
            at(step!("review/work/faceToFaceMinutes/values")),
        ),
        (
            face,
            json!({ "kind": "counted", "values": [3, -1] }),
            "figure-out-of-range",
            at(step!("review/work/faceToFaceMinutes/values")),
        ),
        (
            count,
            json!({ "kind": "fixed", "value": 0 }),
            "count-below-one",
            at(step!("review/work/contactsPerPerson/value")),
        ),
        (
            count,
            json!({ "kind": "fixed", "value": 2.5 }),
            "not-whole",
            at(step!("review/work/contactsPerPerson/value")),
        ),
        (
            count,
            json!({ "kind": "range", "low": 4, "high": 2 }),
            "distribution-out-of-order",
            at(step!("review/work/contactsPerPerson/low")),
        ),
        (
            count,
            json!({ "kind": "geometric", "mean": 0.5, "atMost": 9 }),
            "count-below-one",
            at(step!("review/work/contactsPerPerson/mean")),
        ),
        (
            count,
            json!({ "kind": "geometric", "mean": 5, "atMost": 10_001 }),
            "figure-out-of-range",
            at(step!("review/work/contactsPerPerson/atMost")),
        ),
        (
            count,
            json!({ "kind": "shares", "percents": [50, 49] }),
            "shares-do-not-add-up",
            at(step!("review/work/contactsPerPerson/percents")),
        ),
        (
            count,
            json!({ "kind": "shares", "percents": [] }),
            "shares-empty",
            at(step!("review/work/contactsPerPerson/percents")),
        ),
    ];
    insta::assert_snapshot!("distributions", check_cases(&cases));
}
