//! Costs, effects and travel: what they name, and settings that do not go together.
//!
//! Nothing that is simulated depends on money, so a name that points at nothing (a step that was taken out) is a warning
//! here: it counts nothing, and what is left can be simulated.

use std::collections::BTreeSet;

use super::findings::{At, Findings};
use super::names::{self, Name};
use super::words::{label, several, short, suggest};
use super::{Section, Surroundings, ranges, references, timeline};
use crate::economics::{Economics, Effect, EffectKind, Occasion, OtherCost};
use crate::limits;
use crate::project::Project;
use crate::step::{Step, Work};

/// The section of a document: names, references and figures.
pub(super) fn document(top: &At, project: &Project, around: Surroundings, findings: &mut Findings) {
    let at = top.part("economics", Section::Economics as usize);
    let economics = &project.economics;
    let price_year = || at.field("priceYear");
    names::text(
        &price_year,
        "money",
        "the price year",
        &economics.price_year,
        limits::LABEL_LENGTH,
        findings,
    );
    let listed: Vec<Name> = economics.costs.iter().map(|it| Name(&it.id, &it.name)).collect();
    names::names(&|index, id| at.element("costs", 1, index, id), "cost", &listed, findings);
    let listed: Vec<Name> = economics.effects.iter().map(|it| Name(&it.id, &it.name)).collect();
    names::names(&|index, id| at.element("effects", 2, index, id), "effect", &listed, findings);
    let options: BTreeSet<&str> = project.options.iter().map(|option| option.id.as_str()).collect();
    for (index, cost) in economics.costs.iter().enumerate() {
        let at = at.element("costs", 1, index, &cost.id);
        for (index, option) in cost.options.iter().enumerate() {
            let at = at.field(&format!("options/{index}"));
            named(&at, &label(&cost.name, &cost.id), "option", &options, option, findings);
        }
    }
    let steps: Vec<&Step> = project.designs.iter().flat_map(|design| &design.steps).collect();
    for (index, effect) in economics.effects.iter().enumerate() {
        let at = at.element("effects", 2, index, &effect.id);
        self::effect(&at, effect, &steps, around, findings);
    }
    travel(&at, economics, &steps, around, findings);
    figures(&at, economics, around.weeks, findings);
}

/// What can be said of the section by itself: every figure, and dates.
pub(super) fn figures(at: &At, economics: &Economics, weeks: u32, findings: &mut Findings) {
    let rates = Economics { costs: Vec::new(), effects: Vec::new(), ..economics.clone() };
    ranges::figures(at, "money", &rates, findings);
    for (index, cost) in economics.costs.iter().enumerate() {
        let at = at.element("costs", 1, index, &cost.id);
        ranges::figures(&at, &label(&cost.name, &cost.id), cost, findings);
        self::cost(&at, cost, weeks, findings);
    }
    for (index, effect) in economics.effects.iter().enumerate() {
        let at = at.element("effects", 2, index, &effect.id);
        ranges::figures(&at, &label(&effect.name, &effect.id), effect, findings);
    }
}

fn cost(at: &At, cost: &OtherCost, weeks: u32, findings: &mut Findings) {
    let subject = label(&cost.name, &cost.id);
    if cost.pounds_once.is_none() && cost.pounds_per_year.is_none() {
        let message = format!("{subject} has no amount");
        findings.warning(
            at,
            "cost-without-amount",
            message,
            "say what is paid once, what every year, or both",
        );
    }
    if cost.until_week.is_some_and(|until| until <= cost.from_week) {
        let message = format!("{subject}: it ends before it begins (week {})", cost.from_week);
        let hint = "the last week must come after the first";
        findings.error(&at.field("untilWeek"), "change-ends-first", message, hint);
    } else {
        timeline::after_the_end(&at.field("fromWeek"), &subject, "costs", cost.from_week, weeks, findings);
    }
}

fn effect(at: &At, effect: &Effect, steps: &[&Step], around: Surroundings, findings: &mut Findings) {
    let subject = label(&effect.name, &effect.id);
    names::text(&|| at.field("unit"), &subject, "its unit", &effect.unit, limits::LABEL_LENGTH, findings);
    if let Some(group) = effect.each.group() {
        let groups: BTreeSet<&str> = around.groups.iter().map(|group| group.id.as_str()).collect();
        named(&at.field("each/group"), &subject, "client group", &groups, group, findings);
    }
    if let Some(id) = effect.each.step() {
        let (what, fits) = counted_at(&effect.each);
        at_step(&at.field("each/step"), &subject, id, steps, what, fits, findings);
    }
    if effect.counts_as == EffectKind::Health && effect.pounds_each.is_some() {
        let message = format!("{subject} has a price of its own, but counts as health");
        let hint =
            "leave the price out: what a quality-adjusted life year is worth is said once, for all of them";
        findings.error(&at.field("poundsEach"), "health-priced-twice", message, hint);
    }
}

/// Where an occasion is counted: in words, and whether a step will do.
fn counted_at(each: &Occasion) -> (&'static str, fn(&Work) -> bool) {
    let places: fn(&Work) -> bool = |work| matches!(work, Work::Places(_));
    match each {
        Occasion::Outcome(_) => ("an outcome", |work| matches!(work, Work::Outcome(_))),
        Occasion::DayInPlace(_) | Occasion::DayDelayed(_) => ("a step with places", places),
        _ => ("a step with contacts, a group or places", |work| {
            matches!(work, Work::Contacts(_) | Work::Group(_) | Work::Places(_))
        }),
    }
}

/// One name.
fn named(at: &At, subject: &str, what: &str, known: &BTreeSet<&str>, id: &str, findings: &mut Findings) {
    if !known.contains(id) {
        let message = format!("{subject} names the {what} \"{}\", which does not exist", short(id));
        let hint = suggest(id, &several(what), known.iter().copied());
        findings.warning(at, references::code(what), message, hint);
    }
}

fn at_step(
    at: &At,
    subject: &str,
    id: &str,
    steps: &[&Step],
    what: &str,
    fits: fn(&Work) -> bool,
    findings: &mut Findings,
) {
    let known: BTreeSet<&str> = steps.iter().map(|step| step.id.as_str()).collect();
    named(at, subject, "step", &known, id, findings);
    if known.contains(id) && !steps.iter().any(|step| step.id == id && fits(&step.work)) {
        let message = format!("{subject} is counted at \"{}\", which is not {what}", short(id));
        findings.warning(at, "effect-counts-nothing", message, format!("name {what}"));
    }
}

fn travel(at: &At, economics: &Economics, steps: &[&Step], around: Surroundings, findings: &mut Findings) {
    for id in economics.travel.miles_per_contact.keys() {
        let at = at.field(&format!("travel/milesPerContact/{id}"));
        let contacts: fn(&Work) -> bool = |work| matches!(work, Work::Contacts(_));
        at_step(&at, "travel", id, steps, "a step with contacts", contacts, findings);
    }
    let roles: BTreeSet<&str> = around.roles.iter().map(|role| role.id.as_str()).collect();
    for id in economics.travel.miles_per_wte_per_week.keys() {
        let at = at.field(&format!("travel/milesPerWtePerWeek/{id}"));
        named(&at, "travel", "role", &roles, id, findings);
    }
}
