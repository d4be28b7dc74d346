//! Steps, links and the pathway as a whole.

use serde_json::{Value, json};

use super::{Case, check_cases};

/// A step of the sample's design.
macro_rules! step {
    ($rest:literal) => {
        concat!("designs/tiered/steps/", $rest)
    };
}

macro_rules! link {
    ($rest:literal) => {
        concat!("designs/tiered/links/", $rest)
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
            "no-interval",
            step!("workshop/work/schedule/everyWeeks"),
        ),
        (step!("step-down/work/changes/0/places"), json!(-13), "below-zero", step!("step-down/work")),
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

#[test]
fn links() {
    let extra =
        |from: &str, to: &str, cause: Value| json!({ "id": "extra", "from": from, "to": to, "cause": cause });
    let done = json!({ "kind": "completed", "percent": 0 });
    let cases: Vec<Case> = vec![
        (link!("to-assessment/cause/percent"), json!(29), "shares-do-not-add-up", step!("triage")),
        (
            link!("to-assessment/cause/percentByGroup/urgent"),
            json!(90),
            "shares-do-not-add-up",
            step!("triage"),
        ),
        (
            link!("to-assessment/cause/percentByGroup/urgnt"),
            json!(90),
            "unknown-group",
            link!("to-assessment/cause/percentByGroup/urgnt"),
        ),
        (link!("reviewed-long/cause/percent"), json!(50), "shares-do-not-add-up", step!("review")),
        (link!("home-done"), Value::Null, "no-way-on", step!("home")),
        (
            link!("reviewed-home/cause/when"),
            json!({ "of": "visitsHere", "below": 3 }),
            "shares-do-not-add-up",
            step!("review"),
        ),
        (
            link!("therapy-done/cause"),
            json!({ "kind": "completed", "when": { "of": "visitsHere", "below": 3 } }),
            "no-way-on-otherwise",
            step!("therapy"),
        ),
        (
            link!("reviewed-long/cause/when"),
            json!({ "of": "weeksSinceReferral" }),
            "condition-empty",
            link!("reviewed-long/cause/when"),
        ),
        (
            link!("reviewed-missed/cause/when/below"),
            json!(2),
            "condition-never-true",
            link!("reviewed-missed/cause/when"),
        ),
        (link!("home-done/to"), json!("discharge"), "unknown-step", link!("home-done/to")),
        (link!("extra"), extra("removed", "triage", done.clone()), "link-from-outcome", link!("extra")),
        (
            link!("extra"),
            extra("advice", "triage", done.clone()),
            "link-from-universal-offer",
            link!("extra"),
        ),
        (link!("extra"), extra("home", "referrals", done.clone()), "link-to-referrals", link!("extra/to")),
        (link!("extra"), extra("home", "advice", done), "link-to-universal-offer", link!("extra/to")),
        (
            link!("extra"),
            extra("home", "removed", json!({ "kind": "removedWhileWaiting", "afterWeeks": 3 })),
            "nobody-waits-here",
            link!("extra/cause"),
        ),
        (
            link!("extra"),
            extra("home", "removed", json!({ "kind": "missedTooOften" })),
            "missed-without-limit",
            step!("home"),
        ),
        (
            link!("extra"),
            extra("home", "removed", json!({ "kind": "turnedAway" })),
            "turned-away-without-limit",
            step!("home"),
        ),
        (
            link!("extra"),
            extra("workshop", "removed", json!({ "kind": "turnedAway" })),
            "several-links",
            step!("workshop"),
        ),
        (
            link!("assessment-missed"),
            Value::Null,
            "missed-without-link",
            step!("assessment/work/missed/leaveAfter"),
        ),
        (link!("assessment-full"), Value::Null, "limit-without-link", step!("assessment/work/listLimit")),
        (link!("workshop-more/cause/rates"), json!([]), "no-rate", link!("workshop-more/cause")),
        (
            link!("workshop-more/cause/rates/0/percentPerWeek"),
            json!(0),
            "rate-zero",
            link!("workshop-more/cause"),
        ),
        (
            link!("workshop-more/cause/rates/0/percentPerWeek"),
            json!(-1),
            "figure-out-of-range",
            link!("workshop-more/cause/rates/0/percentPerWeek"),
        ),
        (
            link!("assessment-removed/cause/rates/1/fromWeeks"),
            json!(0),
            "rates-out-of-order",
            link!("assessment-removed/cause/rates/1/fromWeeks"),
        ),
    ];
    insta::assert_snapshot!("links", check_cases(&cases));
}

#[test]
fn the_pathway_as_a_whole() {
    let back = |from: &str, to: &str| json!({ "id": "back", "from": from, "to": to, "cause": { "kind": "completed", "percent": 100 } });
    let cases: Vec<Case> = vec![
        (
            step!("extra"),
            json!({ "id": "extra", "name": "Extra", "work": { "kind": "split" } }),
            "never-reached",
            step!("extra"),
        ),
        (link!("home-done/to"), json!("home"), "never-leave", step!("home")),
        (step!("home/work/days"), json!({ "kind": "fixed", "value": 0 }), "never-leave", step!("home")),
        (link!("referred/to"), json!("triage-2"), "unknown-step", link!("referred/to")),
    ];
    let cases: Vec<Case> = cases.into_iter().filter(|case| case.0 != step!("home/work/days")).collect();
    insta::assert_snapshot!("whole", check_cases(&cases));

    let codes = |edits: &[(&str, Value)]| -> Vec<String> {
        super::check(&super::edited(edits))
            .iter()
            .map(|problem| format!("{} {}", problem.code, problem.place.path))
            .collect()
    };
    // A delay of no time that leads to itself.
    let edits = [
        (link!("home-done/to"), json!("home")),
        (step!("home/work/days"), json!({ "kind": "fixed", "value": 0 })),
    ];
    assert!(
        codes(&edits).contains(&"loop-without-time designs/tiered/steps/home".to_owned()),
        "{:?}",
        codes(&edits)
    );
    // A full list that sends people back to where they were sent from.
    let edits = [(link!("workshop-full/to"), json!("triage"))];
    assert!(
        codes(&edits).contains(&"loop-without-time designs/tiered/steps/triage".to_owned()),
        "{:?}",
        codes(&edits)
    );
    // Time in the loop, if only the time between contacts, is time.
    let edits = [(link!("home-done/to"), json!("review"))];
    assert_eq!(codes(&edits), [""; 0]);
    // Beds that wait for each other.
    let bed = json!({ "id": "ward", "name": "Ward", "work": { "kind": "places", "places": 5,
        "stayDays": { "kind": "exponential", "mean": 5 }, "keepsPlaceUntilAdmitted": true } });
    let edits = [
        (step!("ward"), bed),
        (link!("bed-home/to"), json!("ward")),
        (link!("back"), back("ward", "step-down")),
        (link!("bed-home/cause"), json!({ "kind": "completed", "percent": 90 })),
        (
            link!("out"),
            json!({ "id": "out", "from": "step-down", "to": "home", "cause": { "kind": "completed", "percent": 10 } }),
        ),
    ];
    assert_eq!(codes(&edits), ["may-lock designs/tiered/steps/step-down"]);
}

#[test]
fn a_pathway_needs_people_and_an_outcome() {
    let small = crate::samples::small();
    let mut nobody = small.clone();
    nobody.designs[0].steps.remove(0);
    nobody.designs[0].links.remove(0);
    if let crate::Work::Contacts(contacts) = &mut nobody.designs[0].steps[0].work {
        contacts.start = None;
    }
    let mut endless = small;
    endless.designs[0].steps[2].work = crate::Work::Split;
    for (project, code) in [(nobody, "nobody-arrives"), (endless, "no-outcome")] {
        let codes: Vec<&str> = super::check(&project).iter().map(|problem| problem.code).collect();
        assert!(codes.contains(&code), "{codes:?}");
    }
}
