//! Links and the pathway as a whole.

use serde_json::{Value, json};

use super::{Case, check_cases};

/// A step of the sample's design.
macro_rules! step {
    ($rest:literal) => {
        concat!("designs/tiered/steps/", $rest)
    };
}

/// A link of the sample's design.
macro_rules! link {
    ($rest:literal) => {
        concat!("designs/tiered/links/", $rest)
    };
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
        (link!("referred/to"), json!("triage-2"), "unknown-step", link!("referred/to")),
    ];
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
