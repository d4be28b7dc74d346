//! The business case: what it names, and texts that are too long.

use super::Section;
use super::findings::{At, Findings};
use super::words::{number, short};
use crate::business_case::{CASE_SECTIONS, STRESS_ITEMS};
use crate::limits;
use crate::project::Project;

/// The business case of a document.
pub(super) fn check(top: &At, project: &Project, findings: &mut Findings) {
    let case = &project.business_case;
    let at = top.part("businessCase", Section::BusinessCase as usize);
    if let Some(id) = &case.preferred_option
        && !project.options.iter().any(|option| option.id == *id)
    {
        let message =
            format!("the business case asks for the option \"{}\", which does not exist", short(id));
        findings.warning(
            &at.field("preferredOption"),
            "unknown-option",
            message,
            "choose one of the options",
        );
    }
    for id in case.texts.keys().filter(|id| !CASE_SECTIONS.contains(&id.as_str())) {
        let message = format!("the business case has no section \"{}\"", short(id));
        let hint = format!("its sections are {}", CASE_SECTIONS.join(", "));
        findings.warning(&at.field(&format!("texts/{id}")), "unknown-section", message, hint);
    }
    for item in case.answers.keys().filter(|item| !STRESS_ITEMS.contains(&item.as_str())) {
        let message = format!("the reporting guideline has no item \"{}\"", short(item));
        let hint = format!("its items are {}", STRESS_ITEMS.join(", "));
        findings.warning(&at.field(&format!("answers/{item}")), "unknown-item", message, hint);
    }
    for (index, _) in case.risks.iter().enumerate().filter(|(_, risk)| risk.name.trim().is_empty()) {
        let message = format!("risk number {} of the business case has no name", index + 1);
        let at = at.field(&format!("risks/{index}/name"));
        findings.warning(&at, "no-name", message, "say what could happen, or take it out");
    }
    lengths(&at, project, findings);
}

fn lengths(at: &At, project: &Project, findings: &mut Findings) {
    let case = &project.business_case;
    let labels = [
        ("title".to_owned(), &case.title),
        ("preparedFor".to_owned(), &case.prepared_for),
        ("preparedBy".to_owned(), &case.prepared_by),
    ];
    for (field, text) in labels {
        too_long(at, &field, text, limits::LABEL_LENGTH, findings);
    }
    if let Some(option) = &case.preferred_option {
        too_long(at, "preferredOption", option, limits::LABEL_LENGTH, findings);
    }
    for (id, text) in &case.texts {
        too_long(at, &format!("texts/{id}"), text, limits::NOTE_LENGTH, findings);
    }
    for (item, text) in &case.answers {
        too_long(at, &format!("answers/{item}"), text, limits::NOTE_LENGTH, findings);
    }
    for (index, risk) in case.risks.iter().enumerate() {
        too_long(at, &format!("risks/{index}/name"), &risk.name, limits::NOTE_LENGTH, findings);
        too_long(at, &format!("risks/{index}/response"), &risk.response, limits::NOTE_LENGTH, findings);
        too_long(at, &format!("risks/{index}/owner"), &risk.owner, limits::LABEL_LENGTH, findings);
    }
}

fn too_long(at: &At, field: &str, text: &str, limit: usize, findings: &mut Findings) {
    if text.chars().count() > limit {
        let message =
            format!("a text of the business case is longer than {} characters", number(limit as f64));
        findings.error(
            &at.field(field),
            "too-long",
            message,
            "shorten it, or move part of it to an appendix",
        );
    }
}
