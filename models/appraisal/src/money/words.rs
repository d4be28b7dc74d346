//! Money in sentences: prices and rates by name, what would change the answer, and the rules of the account.

use std::collections::BTreeSet;

use pathloom_service::Scenario;
use pathloom_service::check::figure_rule;

use super::account::{DISCOUNT, HEALTH_DISCOUNT};
use super::counts::{Frame, WEEKS_PER_YEAR};
use super::ledger::LineKind;
use super::report::SwitchingValue;
use super::switching::Even;
use crate::words::{list, pounds, quantity, typed};

/// What a price or rate counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Pounds,
    Percent,
    Pence,
    Miles,
    Number,
}

/// Fields with their words and unit.
const FIELDS: [(&str, &str, Unit); 12] = [
    ("costPoundsPerYear", "cost of one WTE a year", Unit::Pounds),
    ("costPoundsPerDay", "cost of an occupied place a day", Unit::Pounds),
    ("costPounds", "cost of each person", Unit::Pounds),
    ("benefitPounds", "benefit of each person", Unit::Pounds),
    ("qualityAdjustedLifeYears", "quality-adjusted life years of each person", Unit::Number),
    ("poundsPerQualityAdjustedLifeYear", "worth of a quality-adjusted life year", Unit::Pounds),
    ("poundsOnce", "what is paid once", Unit::Pounds),
    ("poundsPerYear", "what is paid every year", Unit::Pounds),
    ("poundsEach", "cost or worth of one", Unit::Pounds),
    ("amount", "how many for each", Unit::Number),
    ("pencePerMile", "cost of a mile", Unit::Pence),
    ("benefitsPercent", "optimism bias of benefits", Unit::Percent),
];

/// A price or rate in words, and its unit.
fn figure(scenario: &Scenario, place: &str) -> (String, Unit) {
    let parts: Vec<&str> = place.split('/').collect();
    let last = parts.last().copied().unwrap_or_default();
    match parts[..] {
        _ if place == DISCOUNT => ("discount rate".to_owned(), Unit::Percent),
        _ if place == HEALTH_DISCOUNT => ("discount rate of health".to_owned(), Unit::Percent),
        ["economics", "travel", "milesPerContact", id] => {
            (format!("{}: miles for each contact", owner(scenario, &["design", "steps", id])), Unit::Miles)
        }
        ["economics", "travel", "milesPerWtePerWeek", id] => {
            (format!("{}: miles of one WTE a week", owner(scenario, &["roles", id])), Unit::Miles)
        }
        ["economics", "optimismBias", field] if field != "benefitsPercent" => {
            (format!("optimism bias of {}", biased(field)), Unit::Percent)
        }
        _ => match FIELDS.iter().find(|(field, ..)| *field == last) {
            Some((_, words, unit)) => {
                let owner = owner(scenario, &parts);
                let words = if owner.is_empty() { (*words).to_owned() } else { format!("{owner}: {words}") };
                (words, *unit)
            }
            None => (place.to_owned(), Unit::Number),
        },
    }
}

fn biased(field: &str) -> &'static str {
    match field {
        "staffPercent" => "the cost of posts",
        "placesPercent" => "the cost of places",
        "oncePercent" => "other costs paid once",
        "yearlyPercent" => "other yearly costs",
        "travelPercent" => "the cost of travel",
        _ => "the cost of each person",
    }
}

/// The label of what a figure belongs to; empty when it belongs to the service as a whole.
fn owner(scenario: &Scenario, parts: &[&str]) -> String {
    let economics = &scenario.economics;
    let found = match parts {
        ["roles", id, ..] => scenario.roles.iter().find(|one| one.id == *id).map(|one| &one.name),
        ["design", "steps", id, ..] => {
            scenario.design.steps.iter().find(|one| one.id == *id).map(|one| &one.name)
        }
        ["economics", "costs", id, ..] => {
            economics.costs.iter().find(|one| one.id == *id).map(|one| &one.name)
        }
        ["economics", "effects", id, ..] => {
            economics.effects.iter().find(|one| one.id == *id).map(|one| &one.name)
        }
        _ => None,
    };
    found.cloned().unwrap_or_default()
}

fn amount(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Pounds if value.abs() < 100.0 => {
            if value < 0.0 {
                format!("-£{:.2}", -value)
            } else {
                format!("£{value:.2}")
            }
        }
        Unit::Pounds => pounds(value),
        Unit::Percent => format!("{}%", typed((value * 100.0).round() / 100.0)),
        Unit::Pence => format!("{}p", typed((value * 10.0).round() / 10.0)),
        Unit::Miles => quantity(value, "miles"),
        Unit::Number => typed(value),
    }
}

/// One switching value with its sentence.
pub(super) fn switching(
    owner: &Scenario,
    option: &Scenario,
    base: &Scenario,
    place: &str,
    now: f64,
    even: Even,
) -> SwitchingValue {
    let (name, unit) = figure(owner, place);
    let (low, high) =
        figure_rule(place).map_or((f64::NEG_INFINITY, f64::INFINITY), |rule| (rule.low, rule.high));
    let names = format!("\"{}\" and \"{}\"", option.option_name, base.option_name);
    let (value, possible) = match even {
        Even::At(value) => (Some(value), (low..=high).contains(&value)),
        Even::Never => (None, false),
    };
    let change_percent = value.filter(|_| now != 0.0).map(|value| 100.0 * (value - now) / now.abs());
    let is = format!("{}: {} now", name, amount(now, unit));
    let words = match value {
        Some(value) if possible => {
            let by = change_percent.map_or_else(String::new, |percent| {
                let way = if percent < 0.0 { "less" } else { "more" };
                format!(", {} {way},", quantity(percent.abs(), "%"))
            });
            format!("{is}; at {}{by} {names} come out even", amount(value, unit))
        }
        Some(value) if value < low => {
            format!("{is}; {names} would not come out even at {} either", amount(low, unit))
        }
        _ => format!("{is}; {names} come out even at no value that is possible"),
    };
    SwitchingValue { place: place.to_owned(), name, now, even_at: value, possible, change_percent, words }
}

/// The rules of an account, as they apply to this one.
pub(super) fn rules(scenario: &Scenario, frame: Frame, kinds: &BTreeSet<LineKind>) -> Vec<String> {
    let economics = &scenario.economics;
    let (first, last) = (frame.warm_up, frame.weeks_of(frame.years - 1).end);
    let percent = |value: f64| format!("{}%", typed(value));
    let mut rules = vec![
        format!(
            "Costs and effects are those of weeks {} to {last}, as simulated. Nothing is assumed after them.",
            first + 1
        ),
        format!(
            "A year is {WEEKS_PER_YEAR} weeks. The first is not discounted (the Green Book's year 0); later ones lose {} a year, health {} a year.",
            percent(economics.discount_percent.likely),
            percent(economics.health_discount_percent.likely)
        ),
    ];
    rules.push(if economics.price_year.trim().is_empty() {
        "Whose prices these are is not stated.".to_owned()
    } else {
        format!("All amounts are in {} prices.", economics.price_year.trim())
    });
    rules.push(optimism(scenario));
    if kinds.contains(&LineKind::UnfilledPosts) {
        rules.push("No switching value is given for the cost of roles with vacancies.".to_owned());
    }
    if kinds.contains(&LineKind::Places) {
        let words = "A place costs while it is occupied; what empty ones cost to keep ready belongs in the other costs.";
        rules.push(words.to_owned());
    }
    let left = last - frame.weeks_of(frame.years - 1).start;
    if left < WEEKS_PER_YEAR {
        rules.push(format!("The last year has {left} of {WEEKS_PER_YEAR} weeks."));
    }
    if frame.years > 31 {
        rules.push(
            "The Green Book lowers discount rates after year 30; here they stay as they are.".to_owned(),
        );
    }
    rules
}

/// What optimism bias is laid on.
fn optimism(scenario: &Scenario) -> String {
    let bias = &scenario.economics.optimism_bias;
    let all = [
        ("posts", &bias.staff_percent),
        ("places", &bias.places_percent),
        ("costs paid once", &bias.once_percent),
        ("yearly costs", &bias.yearly_percent),
        ("travel", &bias.travel_percent),
        ("costs of each person", &bias.per_person_percent),
    ];
    let set: Vec<String> = all
        .iter()
        .filter_map(|(what, bias)| bias.as_ref().map(|bias| format!("{what} (+{}%)", typed(bias.likely))))
        .chain(bias.benefits_percent.iter().map(|bias| format!("benefits (-{}%)", typed(bias.likely))))
        .collect();
    if set.is_empty() {
        "No optimism bias is set: costs and benefits are taken as stated.".to_owned()
    } else {
        format!("Present values allow for optimism in {}.", list(&set))
    }
}

/// What can be said of an option in one sentence.
pub(super) fn verdict(option: &str, difference: &crate::compare::PairedDifference, chance: f64) -> String {
    format!(
        "\"{option}\": {}; worth more in {} of simulated futures",
        lower_first(&difference.words),
        crate::words::percent(chance)
    )
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
