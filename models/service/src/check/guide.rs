//! The guide and the tags of the Star: whether what they name is there. All of it is told in words only, so nothing
//! here keeps a document from being simulated: a step that is taken out takes no result with it.

use serde_json::Value;

use super::findings::{At, Findings};
use super::words::{label, number, plural, short};
use super::{Section, names, ranges};
use crate::guide::{Against, Guide, MeasuredAs, MeasuredOf, PublishedOutcome};
use crate::limits;
use crate::place::part;
use crate::project::{Design, Project, ServiceOption};

/// The guide of the document.
pub(super) fn guide(top: &At, project: &Project, findings: &mut Findings) {
    let Some(guide) = &project.guide else { return };
    let at = |field: &str| top.element("guide", Section::Guide as usize, 0, field);
    texts(&at, guide, findings);
    let outcomes: Vec<_> = guide.published.iter().map(|one| names::Name(&one.id, &one.name)).collect();
    let of_outcome = |index: usize, id: &str| outcome_at(top, index, id);
    names::names(&of_outcome, "published outcome", &outcomes, findings);
    for (index, outcome) in guide.published.iter().enumerate() {
        self::outcome(&outcome_at(top, index, &outcome.id), project, outcome, findings);
    }
    replaced(top, project, guide, findings);
}

fn outcome_at(top: &At, index: usize, id: &str) -> At {
    top.element("guide/published", Section::Guide as usize, index, id)
}

fn texts(at: &dyn Fn(&str) -> At, guide: &Guide, findings: &mut Findings) {
    let mut text = |field: &str, what: &str, words: &str| {
        names::text(&|| at(field), "the guide", what, words, limits::NOTE_LENGTH, findings);
    };
    text("summary", "its summary", &guide.summary);
    guide.look_for.iter().for_each(|words| text("lookFor", "what to look for", words));
    guide.left_out.iter().for_each(|words| text("leftOut", "what is left out", words));
    for line in &guide.replace {
        text("replace", "what to replace", &line.words);
        text("replace", "the place of what to replace", &line.figure);
    }
    for outcome in &guide.published {
        text("published", "a published outcome", &outcome.said);
        text("published", "the note of a published outcome", &outcome.note);
        text("published", "the unit of a published outcome", outcome.unit.as_deref().unwrap_or_default());
        for name in outcome.measured.iter().flat_map(named) {
            text("published", "where a published outcome is measured", name);
        }
    }
}

/// Everything that is named where an outcome is measured.
fn named(measured: &MeasuredAs) -> Vec<&str> {
    let mut names = vec![measured.option.as_str(), measured.measure.as_str()];
    names.extend(id_of(&measured.about));
    match &measured.against {
        Some(Against::Difference(other) | Against::PercentChange(other)) => names.push(&other.option),
        Some(Against::ShareOf(whole)) => names.extend(whole.of.iter().filter_map(id_of)),
        None => {}
    }
    names
}

fn id_of(about: &MeasuredOf) -> Option<&str> {
    match about {
        MeasuredOf::Service => None,
        MeasuredOf::Tier(one) | MeasuredOf::Group(one) | MeasuredOf::Step(one) | MeasuredOf::Role(one) => {
            Some(&one.id)
        }
    }
}

fn outcome(at: &At, project: &Project, outcome: &PublishedOutcome, findings: &mut Findings) {
    let subject = format!("the published outcome {}", label(&outcome.name, &outcome.id));
    ranges::figures(at, &subject, outcome, findings);
    if outcome.value.evidence.is_none() {
        let message = format!("{subject} does not say where it was published");
        findings.warning(&at.field("value"), "no-source", message, "name its source");
    }
    if let Some(measured) = &outcome.measured {
        self::measured(&at.field("measured"), &subject, project, measured, findings);
    }
}

fn measured(at: &At, subject: &str, project: &Project, measured: &MeasuredAs, findings: &mut Findings) {
    let mut nowhere = |what: &str, id: &str| {
        let message = format!("{subject} is measured at the {what} \"{}\", which does not exist", short(id));
        findings.warning(
            at,
            "guide-points-nowhere",
            message,
            "point it at what took its place, or take it out",
        );
    };
    let other = match &measured.against {
        Some(Against::Difference(other) | Against::PercentChange(other)) => Some(&other.option),
        _ => None,
    };
    // A document without options is a problem of its own.
    for id in [Some(&measured.option), other].into_iter().flatten().filter(|_| !project.options.is_empty()) {
        if !project.options.iter().any(|option| option.id == *id) {
            nowhere("option", id);
        }
    }
    let design = project
        .options
        .iter()
        .find(|option| option.id == measured.option)
        .and_then(|option| project.designs.iter().find(|design| design.id == option.design));
    let whole = match &measured.against {
        Some(Against::ShareOf(whole)) => whole.of.as_slice(),
        _ => &[],
    };
    for about in std::iter::once(&measured.about).chain(whole) {
        if let Some((what, id)) = missing(project, design, about) {
            nowhere(what, id);
        }
    }
    let weeks = super::weeks(project.horizon_weeks, project.warm_up_weeks);
    if let Some(week) = measured.week.filter(|week| *week > weeks) {
        let message = format!(
            "{subject} is measured in week {week}, and {} are simulated",
            plural(weeks as usize, "week", "weeks")
        );
        findings.warning(at, "guide-points-nowhere", message, "choose a week within the horizon");
    }
}

/// What a measure is about, when it is not there.
fn missing<'m>(
    project: &Project,
    design: Option<&Design>,
    about: &'m MeasuredOf,
) -> Option<(&'static str, &'m str)> {
    let (what, id, is_there) = match about {
        MeasuredOf::Service => return None,
        MeasuredOf::Tier(of) => ("tier", &of.id, project.tiers.iter().any(|tier| tier.id == of.id)),
        MeasuredOf::Group(of) => {
            ("client group", &of.id, project.groups.iter().any(|group| group.id == of.id))
        }
        MeasuredOf::Role(of) => ("role", &of.id, project.roles.iter().any(|role| role.id == of.id)),
        MeasuredOf::Step(of) => {
            // Without its design nothing can be said of the step; that is told of the option.
            ("step", &of.id, design.is_none_or(|design| design.steps.iter().any(|step| step.id == of.id)))
        }
    };
    (!is_there).then_some((what, id.as_str()))
}

fn replaced(top: &At, project: &Project, guide: &Guide, findings: &mut Findings) {
    if guide.replace.is_empty() {
        return;
    }
    let document = serde_json::to_value(project).unwrap_or(Value::Null);
    for (index, line) in guide.replace.iter().enumerate() {
        if part(&document, &line.figure).is_none() {
            let at = top.element("guide/replace", Section::Guide as usize, index, "");
            let message =
                format!("the guide says to replace \"{}\", which does not exist", short(&line.figure));
            findings.warning(
                &at,
                "guide-points-nowhere",
                message,
                "take the line out, or point it at what took its place",
            );
        }
    }
}

/// The tags of an option.
pub(super) fn star(
    at: &At,
    subject: &str,
    project: &Project,
    option: &ServiceOption,
    findings: &mut Findings,
) {
    if option.star.is_empty() {
        return;
    }
    let Ok(scenario) = project.scenario(option) else { return };
    let scenario = serde_json::to_value(scenario).unwrap_or(Value::Null);
    for (index, tag) in option.star.iter().enumerate() {
        let at = at.field(&format!("star/{index}"));
        let point = tag.point.words();
        names::text(
            &|| at.clone(),
            subject,
            "a change of its star",
            &tag.words,
            limits::NOTE_LENGTH,
            findings,
        );
        if tag.words.trim().is_empty() && tag.places.is_empty() {
            let message = format!("{subject}, {point}: change {} says nothing", number(index as f64 + 1.0));
            let hint = "say in words what is changed, name the places where it is, or take it out";
            findings.warning(&at, "star-says-nothing", message, hint);
        }
        for place in &tag.places {
            names::text(&|| at.clone(), subject, "a place of its star", place, limits::NOTE_LENGTH, findings);
        }
        let is_lost = |place: &&String| part(&scenario, place).is_none() && !is_in_another(project, place);
        for place in tag.places.iter().filter(is_lost) {
            let message = format!(
                "{subject}, {point}: \"{}\" leads to nothing in any option (change {})",
                short(place),
                number(index as f64 + 1.0)
            );
            let hint = "places begin with design, mix, roles, calendars or groups: choose one that is there";
            findings.warning(&at, "star-points-nowhere", message, hint);
        }
    }
}

/// Whether some option has a place: what an option does without is there in the one it is held against.
fn is_in_another(project: &Project, place: &str) -> bool {
    let has = |option: &ServiceOption| {
        let scenario = project.scenario(option).ok();
        scenario.is_some_and(|scenario| {
            part(&serde_json::to_value(scenario).unwrap_or(Value::Null), place).is_some()
        })
    };
    project.options.iter().any(has)
}
