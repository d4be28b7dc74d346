//! The strategic case: need, what happens if nothing changes, objectives.

use crate::content::{Writer, start, summary};
use crate::report::{Line, line};
use crate::results::Of;

/// Writes the strategic case.
pub(super) fn write(writer: &mut Writer) {
    writer.heading(1, "Strategic case");
    writer.heading(2, "Need");
    need(writer);
    writer.table(start::by_band(writer));
    writer.heading(2, "If nothing changes");
    writer.prose("if-nothing-changes", vec![if_nothing_changes(writer)]);
    writer.heading(2, "Objectives");
    objectives(writer);
    writer.heading(2, "Fit with policy");
    writer.asked(
        "policy",
        "which national and local policies this serves, each with its source: for example the move of care from hospital to community, the 18-week ambition for community services, duties to children with special educational needs.",
    );
    writer.heading(2, "Constraints");
    writer.asked("constraints", "what cannot be changed: money, rooms, registration, contracts, dates.");
}

/// Why something has to be done.
pub(super) fn need(writer: &mut Writer) {
    let description = writer.results.project.description.trim();
    let mut usual = Vec::new();
    if !description.is_empty() {
        usual.push(Line::given(description));
    }
    usual.push(start::today(writer));
    writer.prose("need", usual);
}

/// What becomes of the base.
pub(super) fn if_nothing_changes(writer: &Writer) -> Line {
    let results = writer.results;
    let (first, last) = (results.first_week(), results.last_week());
    let at = |measure: &str, week: u32| results.weekly(0, measure, Of::Median, week);
    let (now, then) = (at("waitingList", first), at("waitingList", last));
    let word = match (now.value, then.value) {
        (Some(now), Some(then)) if then > now * 1.02 => "grows",
        (Some(now), Some(then)) if then < now * 0.98 => "falls",
        _ => "stays about the same",
    };
    line![
        "Under ",
        results.quoted(0),
        " the waiting list ",
        word,
        ": from ",
        now,
        " to ",
        results.weekly_band(0, "waitingList", last),
        " by ",
        results.date_words(last),
        ". The longest wait goes from ",
        at("longestWait", first),
        " to ",
        results.weekly_band(0, "longestWait", last),
        ", and ",
        results.weekly_band(0, "over52", last),
        " will have waited more than a year. In that time ",
        results.horizon_of(0, "referrals", crate::results::SERVICE, Of::Median),
        " are referred and ",
        results.horizon_of(0, "seen", crate::results::SERVICE, Of::Median),
        " are seen."
    ]
}

fn objectives(writer: &mut Writer) {
    let points = summary::objectives(writer.results);
    writer.section("objectives", |writer| {
        if points.is_empty() {
            writer.still_to_write(
                "what would be good enough, measured and dated. Add targets to the document, and their chances appear here.",
            );
        }
        writer.points(points);
    });
}
