//! Money: rates, other costs, effects and travel.

use serde_json::json;

use super::{Case, check_cases};

#[test]
fn money() {
    let cases: Vec<Case> = vec![
        ("economics/discountPercent", json!(-1), "figure-out-of-range", "economics/discountPercent"),
        (
            "economics/healthDiscountPercent",
            json!(101),
            "figure-out-of-range",
            "economics/healthDiscountPercent",
        ),
        (
            "economics/optimismBias/benefitsPercent",
            json!(150),
            "figure-out-of-range",
            "economics/optimismBias/benefitsPercent",
        ),
        (
            "economics/costs/rooms/poundsPerYear",
            json!(-5),
            "figure-out-of-range",
            "economics/costs/rooms/poundsPerYear",
        ),
        ("economics/costs/rooms/poundsPerYear", json!(null), "cost-without-amount", "economics/costs/rooms"),
        (
            "economics/costs/set-up/untilWeek",
            json!(8),
            "change-ends-first",
            "economics/costs/set-up/untilWeek",
        ),
        (
            "economics/costs/rooms/fromWeek",
            json!(999),
            "change-after-the-end",
            "economics/costs/rooms/fromWeek",
        ),
        (
            "economics/costs/set-up/options/0",
            json!("one-mor"),
            "unknown-option",
            "economics/costs/set-up/options/0",
        ),
        ("economics/costs/set-up/id", json!("rooms"), "duplicate-id", "economics/costs/rooms"),
        (
            "economics/effects/waiting/poundsEach",
            json!(-5),
            "figure-out-of-range",
            "economics/effects/waiting/poundsEach",
        ),
        (
            "economics/effects/health/poundsEach",
            json!(100),
            "health-priced-twice",
            "economics/effects/health/poundsEach",
        ),
        (
            "economics/effects/appointments/each/group",
            json!("nobody"),
            "unknown-group",
            "economics/effects/appointments/each/group",
        ),
        (
            "economics/effects/queue/each/step",
            json!("step-dow"),
            "unknown-step",
            "economics/effects/queue/each/step",
        ),
        (
            "economics/effects/delay/each/step",
            json!("assessment"),
            "effect-counts-nothing",
            "economics/effects/delay/each/step",
        ),
        (
            "economics/effects/health/each/step",
            json!("workshop"),
            "effect-counts-nothing",
            "economics/effects/health/each/step",
        ),
        (
            "economics/travel/milesPerContact/workshop",
            json!(3),
            "effect-counts-nothing",
            "economics/travel/milesPerContact/workshop",
        ),
        (
            "economics/travel/milesPerWtePerWeek/driver",
            json!(3),
            "unknown-role",
            "economics/travel/milesPerWtePerWeek/driver",
        ),
        ("economics/travel/pencePerMile", json!(-1), "figure-out-of-range", "economics/travel/pencePerMile"),
        (
            "options/one-more/changes/2",
            json!({ "figure": "economics/costs/set-up/poundsOnce", "to": -1 }),
            "figure-out-of-range",
            "options/one-more/changes/economics/costs/set-up/poundsOnce",
        ),
    ];
    insta::assert_snapshot!("money", check_cases(&cases));
}

/// A cost of one option is no part of another.
#[test]
fn an_option_has_its_own_costs_alone() {
    let project = crate::samples::everything();
    let costs = |option: usize| {
        let scenario = project.scenario(&project.options[option]).expect("the option is whole");
        scenario.economics.costs.into_iter().map(|cost| cost.id).collect::<Vec<_>>()
    };
    assert_eq!(
        (costs(0), costs(1)),
        (vec!["rooms".to_owned()], vec!["rooms".to_owned(), "set-up".to_owned()])
    );
}
