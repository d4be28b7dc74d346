//! What was really counted: dates, values and whom they are of.

use std::collections::BTreeSet;

use super::Section;
use super::findings::{At, Findings};
use super::names;
use super::words::{label, number, short};
use crate::actuals::{ActualMeasure, ActualScope, Actuals};
use crate::limits;
use crate::project::Project;

/// Every series of actual figures.
pub(super) fn check(top: &At, project: &Project, findings: &mut Findings) {
    for (index, actuals) in project.actuals.iter().enumerate() {
        let at = top.element("actuals", Section::Actuals as usize, index, &actuals.id);
        let subject = format!("the actual figures {}", label(&actuals.name, &actuals.id));
        scope(&at, &subject, actuals, project, findings);
        figures(&at, &subject, actuals, findings);
        if let Some(evidence) = &actuals.evidence {
            let texts = [Some(&evidence.source), evidence.owner.as_ref(), evidence.reason.as_ref()];
            for text in texts.into_iter().flatten() {
                let at = || at.field("evidence");
                names::text(&at, &subject, "their evidence", text, limits::NOTE_LENGTH, findings);
            }
        }
    }
}

fn scope(at: &At, subject: &str, actuals: &Actuals, project: &Project, findings: &mut Findings) {
    let (code, what, id, known) = match &actuals.scope {
        ActualScope::Service => return,
        ActualScope::Tier(of) => {
            ("unknown-tier", "tier", &of.id, project.tiers.iter().any(|one| one.id == of.id))
        }
        ActualScope::Group(of) => {
            ("unknown-group", "client group", &of.id, project.groups.iter().any(|one| one.id == of.id))
        }
    };
    if !known {
        let message = format!("{subject} are of the {what} {}, which does not exist", short(id));
        findings.error(
            &at.field("scope/id"),
            code,
            message,
            "choose one that is there, or the whole service",
        );
    }
}

fn figures(at: &At, subject: &str, actuals: &Actuals, findings: &mut Findings) {
    let (most, unit) = match actuals.measure {
        ActualMeasure::LongestWait => (f64::from(limits::WEEKS), "weeks"),
        ActualMeasure::WaitingList | ActualMeasure::OpenReferrals => (limits::PEOPLE_COUNTED, "people"),
    };
    if actuals.figures.is_empty() {
        let message = format!("{subject} hold no figure");
        findings.warning(&at.field("figures"), "no-actual-figures", message, "add figures with their dates");
    }
    let mut seen = BTreeSet::new();
    for (index, figure) in actuals.figures.iter().enumerate() {
        let place = |field: &str| at.field(&format!("figures/{index}/{field}"));
        if !seen.insert(figure.date) {
            let message = format!("{subject} have two figures for {}", figure.date);
            findings.error(&place("date"), "actual-date-twice", message, "keep one figure for each day");
        }
        if !(1900..=2200).contains(&figure.date.year()) {
            let message = format!("{subject}: the date {} is too far from today", figure.date);
            findings.error(
                &place("date"),
                "actual-date-out-of-range",
                message,
                "use a year from 1900 to 2200",
            );
        }
        if !figure.value.is_finite() || !(0.0..=most).contains(&figure.value) {
            let message =
                format!("{subject}, {}: {} {unit} is not possible", figure.date, number(figure.value));
            let hint = format!("it can be from 0 to {}", number(most));
            findings.error(&place("value"), "figure-out-of-range", message, hint);
        }
    }
}
