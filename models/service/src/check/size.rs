//! Documents larger than the limits: reported alone, so that nothing else has to walk them.

use super::Section;
use super::distributions;
use super::findings::{At, Findings};
use super::words::{label, number};
use crate::demand::{ArrivalPattern, StartingList};
use crate::distribution::Distribution;
use crate::guide::{Against, Guide};
use crate::limits;
use crate::project::{Design, Project};
use crate::step::{Cause, Step, Work};

/// Lists that are too long and mixtures that are too deep.
pub(super) fn check(top: &At, project: &Project, findings: &mut Findings) {
    let lists = [
        ("tiers", project.tiers.len(), limits::TIERS),
        ("groups", project.groups.len(), limits::GROUPS),
        ("calendars", project.calendars.len(), limits::CALENDARS),
        ("roles", project.roles.len(), limits::ROLES),
        ("designs", project.designs.len(), limits::DESIGNS),
        ("mixes", project.mixes.len(), limits::MIXES),
        ("options", project.options.len(), limits::OPTIONS),
        ("targets", project.targets.len(), limits::TARGETS),
        ("actuals", project.actuals.len(), limits::ACTUALS),
        ("businessCase/risks", project.business_case.risks.len(), limits::ENTRIES),
        ("economics/costs", project.economics.costs.len(), limits::ENTRIES),
        ("economics/effects", project.economics.effects.len(), limits::ENTRIES),
        (
            "economics/travel/milesPerContact",
            project.economics.travel.miles_per_contact.len(),
            limits::ENTRIES,
        ),
        (
            "economics/travel/milesPerWtePerWeek",
            project.economics.travel.miles_per_wte_per_week.len(),
            limits::ENTRIES,
        ),
    ];
    for (list, length, limit) in lists {
        too_long(&top.field(list), "this document", list, length, limit, findings);
    }
    for (index, item) in project.designs.iter().enumerate().take(limits::DESIGNS) {
        design(&top.design(index, &item.id), item, findings);
    }
    for (index, role) in project.roles.iter().enumerate().take(limits::ROLES) {
        let at = top.element("roles", Section::Roles as usize, index, &role.id);
        let subject = label(&role.name, &role.id);
        too_long(&at, &subject, "commitments", role.commitments.len(), limits::ENTRIES, findings);
        if let Some(turnover) = &role.turnover {
            depth(&at.field("turnover/weeksToRecruit"), &subject, &turnover.weeks_to_recruit, findings);
        }
    }
    for (index, calendar) in project.calendars.iter().enumerate().take(limits::CALENDARS) {
        let at = top.element("calendars", Section::Calendars as usize, index, &calendar.id);
        let subject = label(&calendar.name, &calendar.id);
        too_long(&at, &subject, "closures", calendar.closures.len(), limits::ENTRIES, findings);
    }
    for (index, mix) in project.mixes.iter().enumerate().take(limits::MIXES) {
        let at = top.element("mixes", Section::Mixes as usize, index, &mix.id);
        let subject = label(&mix.name, &mix.id);
        too_long(&at, &subject, "posts", mix.posts.len(), limits::ENTRIES, findings);
        for posts in mix.posts.iter().take(limits::ENTRIES) {
            too_long(&at, &subject, "changes", posts.changes.len(), limits::ENTRIES, findings);
        }
    }
    for (index, option) in project.options.iter().enumerate().take(limits::OPTIONS) {
        let at = top.element("options", Section::Options as usize, index, &option.id);
        let subject = label(&option.name, &option.id);
        too_long(&at, &subject, "changes", option.changes.len(), limits::ENTRIES, findings);
        too_long(&at, &subject, "star", option.star.len(), limits::ENTRIES, findings);
        for tag in option.star.iter().take(limits::ENTRIES) {
            too_long(&at, &subject, "star/places", tag.places.len(), limits::ENTRIES, findings);
        }
    }
    for (index, cost) in project.economics.costs.iter().enumerate().take(limits::ENTRIES) {
        let at = top.part("economics", Section::Economics as usize).element("costs", 1, index, &cost.id);
        too_long(&at, &label(&cost.name, &cost.id), "options", cost.options.len(), limits::OPTIONS, findings);
    }
    if let Some(guide) = &project.guide {
        self::guide(&top.field("guide"), guide, findings);
    }
    for (index, actuals) in project.actuals.iter().enumerate().take(limits::ACTUALS) {
        let at = top.element("actuals", Section::Actuals as usize, index, &actuals.id);
        let subject = label(&actuals.name, &actuals.id);
        too_long(&at, &subject, "figures", actuals.figures.len(), limits::ENTRIES, findings);
    }
}

fn guide(at: &At, guide: &Guide, findings: &mut Findings) {
    let lists = [
        ("lookFor", guide.look_for.len()),
        ("published", guide.published.len()),
        ("replace", guide.replace.len()),
        ("leftOut", guide.left_out.len()),
    ];
    for (list, length) in lists {
        too_long(at, "the guide", list, length, limits::ENTRIES, findings);
    }
    for outcome in guide.published.iter().take(limits::ENTRIES) {
        if let Some(Against::ShareOf(whole)) = outcome.measured.as_ref().and_then(|one| one.against.as_ref())
        {
            too_long(at, "a published outcome", "of", whole.of.len(), limits::ENTRIES, findings);
        }
    }
}

fn design(at: &At, design: &Design, findings: &mut Findings) {
    let subject = label(&design.name, &design.id);
    too_long(at, &subject, "steps", design.steps.len(), limits::STEPS, findings);
    too_long(at, &subject, "links", design.links.len(), limits::LINKS, findings);
    for (index, step) in design.steps.iter().enumerate().take(limits::STEPS) {
        let at = at.step(index, &step.id);
        let subject = label(&step.name, &step.id);
        for (list, length) in lists(step) {
            let is_long = ["days", "weeks", "waiting/groups"].iter().any(|one| list.ends_with(one));
            let limit = if is_long { limits::NUMBERS } else { limits::ENTRIES };
            too_long(&at.field(&list), &subject, &list, length, limit, findings);
        }
        for (field, distribution) in distributions::of(step) {
            depth(&at.field(field), &subject, distribution, findings);
        }
    }
    for (index, link) in design.links.iter().enumerate().take(limits::LINKS) {
        if let Cause::RemovedWhileWaiting(waiting) | Cause::EscalatedWhileWaiting(waiting) = &link.cause {
            let at = at.link(index, &link.id, &link.from);
            too_long(&at, "a link", "rates", waiting.rates.len(), limits::ENTRIES, findings);
        }
    }
}

/// The lists of one step with their lengths.
fn lists(step: &Step) -> Vec<(String, usize)> {
    let mut found: Vec<(String, usize)> = Vec::new();
    let mut add = |name: &str, length: usize| found.push((format!("work/{name}"), length));
    match &step.work {
        Work::Referrals(referrals) => {
            add("changes", referrals.changes.len());
            add("caseMix", referrals.case_mix.len());
            if let ArrivalPattern::History(history) = &referrals.pattern {
                add("pattern/days", history.days.len());
            }
        }
        Work::Contacts(contacts) => {
            add("staff", contacts.staff.len());
            add("timePercentByGroup", contacts.time_percent_by_group.len());
            contacts
                .staff
                .iter()
                .take(limits::ENTRIES)
                .for_each(|need| add("staff/anyOf", need.any_of.len()));
        }
        Work::Group(group) => {
            add("staff", group.staff.len());
            group.staff.iter().take(limits::ENTRIES).for_each(|need| add("staff/anyOf", need.any_of.len()));
        }
        Work::Places(places) => add("changes", places.changes.len()),
        Work::UniversalOffer(offer) => {
            add("reaches", offer.reaches.len());
            add("hoursPerWeek", offer.hours_per_week.len());
        }
        Work::Split | Work::Delay(_) | Work::Outcome(_) => {}
    }
    if let Some(state) = step.start() {
        add("start/caseMix", state.case_mix.len());
        if let Some(StartingList::Ages(ages)) = &state.waiting {
            add("start/waiting/weeks", ages.weeks.len());
            add("start/waiting/groups", ages.groups.len());
        }
    }
    found
}

fn too_long(at: &At, subject: &str, list: &str, length: usize, limit: usize, findings: &mut Findings) {
    if length > limit {
        let name = list.rsplit('/').next().unwrap_or(list);
        let message = format!(
            "{subject} has {} entries under \"{name}\", the most is {}",
            number(length as f64),
            number(limit as f64)
        );
        findings.error(
            at,
            "list-too-long",
            message,
            "put together what behaves alike, or make two documents of it",
        );
    }
}

fn depth(at: &At, subject: &str, distribution: &Distribution, findings: &mut Findings) {
    // A worklist and not recursion: the depth is what may be wrong here.
    let mut open = vec![(distribution, 0)];
    let mut parts = 0;
    while let Some((next, depth)) = open.pop() {
        let Distribution::Mixture(mixture) = next else {
            if let Distribution::Counted(counted) = next {
                too_long(at, subject, "values", counted.values.len(), limits::NUMBERS, findings);
            }
            continue;
        };
        parts += mixture.parts.len();
        if depth >= limits::MIXTURE_DEPTH || parts > limits::ENTRIES {
            let message = format!("{subject}: a mixture holds more mixtures or parts than can be told apart");
            findings.error(
                at,
                "mixture-too-deep",
                message,
                "use one mixture with a part for each kind of person",
            );
            return;
        }
        open.extend(mixture.parts.iter().map(|part| (&part.of, depth + 1)));
    }
}
