//! Ids, labels and texts, and the few settings of the document itself.

use std::collections::BTreeMap;

use jiff::civil::Weekday;

use super::findings::{At, Findings};
use super::words::{label, number, short};
use super::{Section, words};
use crate::FORMAT_VERSION;
use crate::limits;
use crate::project::{Design, Project};
use crate::workforce::StaffingMix;

/// The document's own settings, and the names in all its lists but those inside designs.
pub(super) fn document(top: &At, project: &Project, findings: &mut Findings) {
    header(top, project, findings);
    horizon(top, project, findings);
    let list = |section: Section,
                name: &'static str,
                what: &'static str,
                findings: &mut Findings,
                names: Vec<Name>| {
        let at = |index: usize, id: &str| top.element(name, section as usize, index, id);
        self::names(&at, what, &names, findings);
    };
    list(
        Section::Tiers,
        "tiers",
        "tier",
        findings,
        project.tiers.iter().map(|it| Name(&it.id, &it.name)).collect(),
    );
    list(
        Section::Groups,
        "groups",
        "client group",
        findings,
        project.groups.iter().map(|it| Name(&it.id, &it.name)).collect(),
    );
    list(
        Section::Calendars,
        "calendars",
        "calendar",
        findings,
        project.calendars.iter().map(|it| Name(&it.id, &it.name)).collect(),
    );
    list(
        Section::Roles,
        "roles",
        "role",
        findings,
        project.roles.iter().map(|it| Name(&it.id, &it.name)).collect(),
    );
    list(
        Section::Designs,
        "designs",
        "design",
        findings,
        project.designs.iter().map(|it| Name(&it.id, &it.name)).collect(),
    );
    list(
        Section::Mixes,
        "mixes",
        "staffing mix",
        findings,
        project.mixes.iter().map(|it| Name(&it.id, &it.name)).collect(),
    );
    list(
        Section::Options,
        "options",
        "option",
        findings,
        project.options.iter().map(|it| Name(&it.id, &it.name)).collect(),
    );
    list(
        Section::Targets,
        "targets",
        "target",
        findings,
        project.targets.iter().map(|it| Name(&it.id, &it.name)).collect(),
    );
    list(
        Section::Actuals,
        "actuals",
        "record",
        findings,
        project.actuals.iter().map(|it| Name(&it.id, &it.name)).collect(),
    );
    for (index, group) in project.groups.iter().enumerate() {
        let at = || top.element("groups", Section::Groups as usize, index, &group.id).field("labels");
        for (key, value) in &group.labels {
            text(
                &at,
                &label(&group.name, &group.id),
                "a label for fairness",
                key,
                limits::LABEL_LENGTH,
                findings,
            );
            text(
                &at,
                &label(&group.name, &group.id),
                "a label for fairness",
                value,
                limits::LABEL_LENGTH,
                findings,
            );
        }
    }
    for (index, option) in project.options.iter().enumerate() {
        let at = || top.element("options", Section::Options as usize, index, &option.id).field("description");
        let subject = label(&option.name, &option.id);
        text(&at, &subject, "its description", &option.description, limits::NOTE_LENGTH, findings);
    }
}

fn header(top: &At, project: &Project, findings: &mut Findings) {
    let at = |field: &'static str| move || top.setting(0, field);
    if project.format_version != FORMAT_VERSION {
        let message = format!("this document says it has format version {}", project.format_version);
        let hint = format!("it is written as version {FORMAT_VERSION}");
        findings.error(&at("formatVersion")(), "wrong-format-version", message, hint);
    }
    if project.name.trim().is_empty() {
        let message = "this document has no name".to_owned();
        findings.warning(
            &at("name")(),
            "no-label",
            message,
            "call it what the service and the question are called",
        );
    }
    text(&at("name"), "this document", "its name", &project.name, limits::LABEL_LENGTH, findings);
    text(
        &at("description"),
        "this document",
        "its description",
        &project.description,
        limits::NOTE_LENGTH,
        findings,
    );
    let lists = [
        (
            "groups",
            project.groups.is_empty(),
            "no-groups",
            "there is no client group",
            "add one, \"Everyone\" will do",
        ),
        (
            "designs",
            project.designs.is_empty(),
            "no-designs",
            "there is no design",
            "draw the pathway as it is",
        ),
        (
            "options",
            project.options.is_empty(),
            "no-options",
            "there is no option",
            "add one: a design with a staffing mix",
        ),
    ];
    for (field, empty, code, message, hint) in lists {
        if empty {
            findings.error(&at(field)(), code, message.to_owned(), hint);
        }
    }
}

fn horizon(top: &At, project: &Project, findings: &mut Findings) {
    let start = project.start_date;
    let at = top.setting(1, "startDate");
    if start.weekday() != Weekday::Monday {
        let earlier = i32::from(start.weekday().to_monday_zero_offset());
        let monday =
            start.checked_sub(jiff::Span::new().days(earlier)).map_or(String::new(), |day| day.to_string());
        let message = format!("the start date {start} is not a Monday");
        findings.error(&at, "start-not-monday", message, format!("weeks begin on Mondays: use {monday}"));
    }
    if !(1900..=2200).contains(&start.year()) {
        let message = format!("the start date {start} is too far from today to have a calendar");
        findings.error(&at, "start-date-out-of-range", message, "use a year from 1900 to 2200");
    }
    let at = top.setting(2, "horizonWeeks");
    let weeks = project.horizon_weeks.saturating_add(project.warm_up_weeks);
    if project.horizon_weeks == 0 {
        let message = "the horizon is 0 weeks: nothing would be simulated".to_owned();
        findings.error(&at, "no-horizon", message, "104 weeks show two years");
    } else if weeks > limits::WEEKS {
        let message = format!("horizon and warm-up together are {} weeks", number(f64::from(weeks)));
        let hint = format!("the most is {} weeks", number(f64::from(limits::WEEKS)));
        findings.error(&at, "horizon-too-long", message, hint);
    }
}

/// The names of a design's steps and links, and its texts.
pub(super) fn design(at: &At, design: &Design, findings: &mut Findings) {
    let steps: Vec<Name> = design.steps.iter().map(|step| Name(&step.id, &step.name)).collect();
    names(&|index, id| at.step(index, id), "step", &steps, findings);
    // Links have no label of their own.
    let links: Vec<Name> = design.links.iter().map(|link| Name(&link.id, &link.id)).collect();
    names(&|index, id| at.link(index, id, &design.links[index].from), "link", &links, findings);
    let subject = label(&design.name, &design.id);
    text(
        &|| at.field("description"),
        &subject,
        "its description",
        &design.description,
        limits::NOTE_LENGTH,
        findings,
    );
    for (index, step) in design.steps.iter().enumerate() {
        let at = || at.step(index, &step.id).field("note");
        text(&at, &label(&step.name, &step.id), "its note", &step.note, limits::NOTE_LENGTH, findings);
    }
    if design.steps.is_empty() {
        let message = format!("{subject} has no steps");
        findings.error(
            at,
            "no-steps",
            message,
            "draw where people are referred, what is done, and how they leave",
        );
    }
}

/// One role must not be in a mix twice.
pub(super) fn mix(at: &At, mix: &StaffingMix, findings: &mut Findings) {
    let mut seen = std::collections::BTreeSet::new();
    for (index, posts) in mix.posts.iter().enumerate() {
        if !seen.insert(posts.role.as_str()) {
            let message =
                format!("{} lists the role {} twice", label(&mix.name, &mix.id), short(&posts.role));
            let at = super::references::posts_at(at, index, posts);
            findings.error(&at, "duplicate-id", message, "put its posts into one line");
        }
    }
}

/// Id and label.
pub(super) struct Name<'a>(pub(super) &'a str, pub(super) &'a str);

/// Ids and labels of a list: there, well formed, and told apart.
/// The ids and labels of one list.
pub(super) fn names(at: &dyn Fn(usize, &str) -> At, what: &str, names: &[Name], findings: &mut Findings) {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, Name(id, name)) in names.iter().enumerate() {
        let subject = label(name, id);
        if id.is_empty() {
            let message = format!("the {what} {subject} has no id");
            findings.error(
                &at(index, id),
                "empty-id",
                message,
                "give it one: lower-case letters, digits and hyphens",
            );
        } else if !well_formed(id) {
            let message = format!("the {what} {subject} has the id \"{}\"", short(id));
            let hint =
                format!("ids are lower-case letters, digits and hyphens, at most {}", limits::ID_LENGTH);
            findings.error(&at(index, id), "ill-formed-id", message, hint);
        } else if let Some(other) = first.insert(id, index) {
            let partner = names.get(other).map_or(String::new(), |other| label(other.1, other.0));
            let all = words::several(what);
            let message = format!("two {all} have the id \"{}\": {partner} and {subject}", short(id));
            findings.error(&at(index, id), "duplicate-id", message, "give one of them another id");
        }
        if name.trim().is_empty() && !id.is_empty() {
            let message = format!("the {what} \"{}\" has no label", short(id));
            findings.warning(
                &at(index, id).field("name"),
                "no-label",
                message,
                "call it what people call it",
            );
        }
        text(&|| at(index, id).field("name"), &subject, "its label", name, limits::LABEL_LENGTH, findings);
    }
}

/// Lower-case letters, digits and hyphens, and not too many.
fn well_formed(id: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    id.len() <= limits::ID_LENGTH && id.bytes().all(allowed)
}

/// A text that is too long, or holds characters that no font shows.
pub(super) fn text(
    at: &dyn Fn() -> At,
    subject: &str,
    what: &str,
    text: &str,
    limit: usize,
    findings: &mut Findings,
) {
    // Bytes first: counting letters is for the few long ones.
    if text.len() > limit && text.chars().count() > limit {
        let message = format!("{subject}: {what} is too long");
        let hint = format!("{} characters are the most", words::number(limit as f64));
        findings.error(&at(), "text-too-long", message, hint);
    }
    if text.chars().any(|letter| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t')) {
        let message = format!("{subject}: {what} holds characters that cannot be shown");
        findings.warning(&at(), "control-characters", message, "type it again");
    }
}
