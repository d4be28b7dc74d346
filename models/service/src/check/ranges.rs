//! Every figure by itself: finite, in order, within the limits of its field; and what is known of it.

use super::Surroundings;
use super::findings::{At, Findings};
use super::names;
use super::references::posts_at;
use super::rules::{Rule, rule_of};
use super::words::{label, labels, link_label, number};
use crate::estimate::{Estimate, EvidenceLabel};
use crate::figures::{Figures, Trail};
use crate::limits;
use crate::project::Design;
use crate::workforce::{Posts, StaffingMix};

/// The figures of a design's steps and links.
pub(super) fn design(at: &At, design: &Design, findings: &mut Findings) {
    for (index, step) in design.steps.iter().enumerate() {
        let at = at.step(index, &step.id);
        figures(&at, &label(&step.name, &step.id), step, findings);
        let astray = step.position.is_some_and(|position| !position.x.is_finite() || !position.y.is_finite());
        if astray {
            let message =
                format!("{}: its position on the canvas is not a number", label(&step.name, &step.id));
            findings.error(
                &at.field("position"),
                "figure-not-finite",
                message,
                "tidy the layout, or drag the step",
            );
        }
    }
    let labels = labels(design);
    for (index, link) in design.links.iter().enumerate() {
        let subject = link_label(link, &labels);
        figures(&at.link(index, &link.id, &link.from), &subject, link, findings);
    }
}

/// The figures of a staffing mix.
pub(super) fn mix(at: &At, mix: &StaffingMix, around: Surroundings, findings: &mut Findings) {
    for (index, posts) in mix.posts.iter().enumerate() {
        let subject = posts_label(mix, posts, around);
        figures(&posts_at(at, index, posts), &subject, posts, findings);
    }
}

/// `The team now, Nurse`.
pub(super) fn posts_label(mix: &StaffingMix, posts: &Posts, around: Surroundings) -> String {
    let role = around.roles.iter().find(|role| role.id == posts.role);
    let role = role.map_or_else(|| label("", &posts.role), |role| label(&role.name, &role.id));
    format!("{}, {role}", label(&mix.name, &mix.id))
}

/// The figures of any part of the document.
pub(super) fn figures<T: Figures + Clone>(at: &At, subject: &str, part: &T, findings: &mut Findings) {
    // The walk hands out figures to change, so it needs a copy to itself.
    let mut copy = part.clone();
    copy.walk(&mut Trail::default(), &mut |trail, figure| {
        one(at, subject, trail.segments(), figure, findings)
    });
}

fn one(at: &At, subject: &str, segments: &[String], figure: &Estimate, findings: &mut Findings) {
    let place = || at.field(&segments.join("/"));
    let rule = rule_of(&at.segments().chain(segments.iter().map(String::as_str)).collect::<Vec<_>>());
    let words = rule.map_or_else(|| segments.last().map_or("a figure", String::as_str), |rule| rule.words);
    let (low, high) = figure.range.unwrap_or((figure.likely, figure.likely));
    let values = [low, figure.likely, high];
    if let Some(value) = values.iter().find(|value| !value.is_finite()) {
        let message = format!("{subject}, {words}: this is {}", number(*value));
        findings.error(&place(), "figure-not-finite", message, "type a number");
        return;
    }
    if low > figure.likely || figure.likely > high {
        let message = format!(
            "{subject}, {words}: low {}, likely {} and high {} are not in order",
            number(low),
            number(figure.likely),
            number(high)
        );
        findings.error(&place(), "range-out-of-order", message, "low comes first, then likely, then high");
    }
    if let Some(rule) = rule {
        limits_of(rule, subject, values, figure, &place, findings);
    }
    if let Some(evidence) = &figure.evidence {
        let texts = [Some(&evidence.source), evidence.owner.as_ref(), evidence.reason.as_ref()];
        for text in texts.into_iter().flatten() {
            names::text(&place, subject, "the evidence of a figure", text, limits::NOTE_LENGTH, findings);
        }
        if evidence.label == EvidenceLabel::FromMemory {
            let message = format!("{subject}, {words}: {} is from memory", number(figure.likely));
            findings.warning(
                &place(),
                "from-memory",
                message,
                "check it before relying on it, and name its source",
            );
        }
    }
}

fn limits_of(
    rule: &Rule,
    subject: &str,
    values: [f64; 3],
    figure: &Estimate,
    place: &dyn Fn() -> At,
    findings: &mut Findings,
) {
    let words = rule.words;
    if let Some(value) = values.iter().find(|value| **value < rule.low || **value > rule.high) {
        let message = format!("{subject}, {words}: {} is not possible", number(*value));
        let hint = format!("it can be from {} to {}", number(rule.low), number(rule.high));
        findings.error(&place(), "figure-out-of-range", message, hint);
    } else if rule.whole && figure.range.is_none() && figure.likely.fract() != 0.0 {
        let message = format!("{subject}, {words}: {} is not a whole number", number(figure.likely));
        findings.warning(&place(), "not-whole", message, "only whole numbers make sense here");
    }
}
