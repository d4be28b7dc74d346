//! The improvement journey on one page: background, implementation, impact.

use crate::chart::{BandChart, bands};
use crate::content::{Writer, economic, limits, options, start, strategic, summary};
use crate::report::{Block, Line, line};
use crate::results::Results;

/// Most changes that are named.
const MOST_CHANGES: usize = 4;

/// Writes the page.
pub(super) fn write(writer: &mut Writer) {
    let results = writer.results;
    let option = results.preferred;
    writer.heading(1, "Background");
    writer.prose("background", vec![start::today(writer), strategic::if_nothing_changes(writer)]);
    writer.heading(1, "Implementation");
    writer.section("implementation", implementation);
    writer.heading(1, "Expected impact");
    writer.section("impact", |writer| {
        writer.lead(line![
            "By ",
            results.date_words(results.last_week()),
            " ",
            results.quoted(option),
            " is expected to bring the longest wait to ",
            results.weekly_band(option, "longestWait", results.last_week()),
            " and the waiting list to ",
            results.weekly_band(option, "waitingList", results.last_week()),
            "."
        ]);
    });
    writer.blocks.push(Block::Highlights(summary::highlights(results)));
    course(writer);
    if let Some(targets) = targets_in_short(results) {
        writer.text(targets);
    }
    for cost in summary::cost_points(results) {
        writer.text(cost);
    }
    happened(writer);
    writer.note(limits::in_short(writer));
}

/// What is done: as the document describes it, or else what is different.
fn implementation(writer: &mut Writer) {
    let results = writer.results;
    let option = results.preferred;
    let described = economic::option(results, option).map_or("", |one| one.description.trim());
    let design = results.scenarios[option].design.description.trim();
    for text in [described, design].into_iter().filter(|text| !text.is_empty()) {
        writer.text(Line::given(text));
    }
    if described.is_empty() && design.is_empty() {
        let differs = &results.comparison.options[option].differs;
        let changes = differs.iter().take(MOST_CHANGES).map(|one| Line::given(one.words.clone())).collect();
        writer.points(changes);
    }
}

/// What was counted since the start, in the words of the verdict; a page has no room for more.
fn happened(writer: &mut Writer) {
    let results = writer.results;
    for found in &results.trajectories[results.preferred] {
        if let Some(verdict) = found.sentences.first() {
            writer.text(line!["What happened so far: ", Line::given(format!("{verdict}."))]);
        }
    }
}

/// Which targets are met as surely as wanted, and which are not.
fn targets_in_short(results: &Results) -> Option<Line> {
    let targets = &results.options[results.preferred].targets;
    let named = |met: bool| -> Vec<Line> {
        let wanted = targets.iter().filter(|target| results.is_met(target) == met);
        wanted.map(|target| line!["“", Line::given(target.name.clone()), "”"]).collect()
    };
    let (met, missed) = (named(true), named(false));
    match (met.is_empty(), missed.is_empty()) {
        (true, true) => None,
        (false, true) => {
            Some(line!["Every target is met by its date as surely as wanted: ", Line::listed(met), "."])
        }
        (true, false) => {
            Some(line!["No target is met by its date as surely as wanted: not ", Line::listed(missed), "."])
        }
        (false, false) => Some(line![
            "Met by its date as surely as wanted: ",
            Line::listed(met),
            ". Not met: ",
            Line::listed(missed),
            "."
        ]),
    }
}

/// The base and the preferred option alone.
pub(super) fn course(writer: &mut Writer) {
    let results = writer.results;
    let shown: Vec<usize> = if results.preferred == 0 { vec![0] } else { vec![0, results.preferred] };
    let targets = options::target_lines(results, "longestWait");
    let chart = BandChart { measure: "longestWait", options: &shown, height: 190.0, targets };
    let drawing = bands(results, &chart);
    let alternative = options::alternative(results, "longestWait", "longest wait", &shown);
    writer.chart(
        options::finding(results, "longestWait", "longest wait"),
        line![
            "Longest wait of anybody still waiting, in weeks: median, half and 9 in 10 of ",
            results.replications(),
            " simulated futures"
        ],
        alternative,
        drawing,
    );
}
