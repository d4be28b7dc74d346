//! The economic case: which option, by how much, how surely.

use pathloom_appraisal::compare::Verdict;
use pathloom_service::ServiceOption;
use pathloom_simulation::WeeklyMeasure;

use crate::content::{Writer, drivers, options};
use crate::figure::{Figure, Unit};
use crate::report::{Column, Line, Table, line};
use crate::results::{Of, Results, SERVICE, judged_weekly};

/// Writes the economic case.
pub(super) fn write(writer: &mut Writer) {
    writer.heading(1, "Economic case");
    writer.heading(2, "The options");
    writer.prose("longlist", vec![line![
        "These options were simulated on the same futures: each meets the same referrals, with the same needs, at the same moments, so that differences between them are differences of the options and not of chance."
    ]]);
    writer.table(options::described(writer));
    writer.heading(2, "What comes of each");
    writer.prose("comparison", Vec::new());
    writer.table(options::outcomes(writer));
    options::courses(writer);
    if let Some(table) = options::differences(writer) {
        writer.table(table);
        writer.note(
            "Each interval holds by itself: of twenty of them, about one misses its truth. \"Cannot be told apart\" means that the interval holds nought.",
        );
    }
    if let Some(table) = options::targets(writer) {
        writer.heading(2, "Targets");
        writer.prose("targets", Vec::new());
        writer.table(table);
        options::chances_chart(writer);
    }
    writer.heading(2, "The preferred option");
    preferred(writer);
    drivers::write(writer);
    equity(writer);
}

/// Why this one, and what speaks for the others.
pub(super) fn preferred(writer: &mut Writer) {
    if writer.own("preferred") {
        return;
    }
    let results = writer.results;
    let option = results.preferred;
    if option == 0 {
        writer.text(line![results.quoted(0), " is the option asked for."]);
    } else {
        writer.text(against_base(results, option));
    }
    let others: Vec<usize> = (0..results.options.len()).filter(|one| *one != option).collect();
    if !others.is_empty() {
        writer.text("What the options come to beside each other:");
        writer
            .points([vec![option], others].concat().into_iter().map(|one| in_short(results, one)).collect());
    }
}

/// What it gains over the base, in the same futures.
fn against_base(results: &Results, option: usize) -> Line {
    let week = results.last_week();
    let difference = |measure: WeeklyMeasure| {
        let judged = judged_weekly(measure, week);
        let found = results.difference(option, judged)?;
        let figure = |of: &str, value: f64| results.difference_figure(option, judged, of, value).size();
        let word = match found.verdict {
            Verdict::Lower => "shorter",
            Verdict::Higher => "longer",
            _ => return None,
        };
        // The ends of a negative interval change places with their sign.
        let (low, high) = (figure("low", found.interval.low), figure("high", found.interval.high));
        let (low, high) = if found.mean < 0.0 { (high, low) } else { (low, high) };
        let bare = |one: Figure| {
            let text = crate::words::bare(one.value.map(f64::abs), one.unit);
            Figure { text, ..one }
        };
        Some(line![figure("mean", found.mean), " ", word, " (", bare(low), " to ", bare(high), ")"])
    };
    let wait = difference(WeeklyMeasure::LongestWait);
    let list = difference(WeeklyMeasure::WaitingList);
    let same = || Line::from("not told apart from it");
    line![
        "In the same futures, ",
        results.quoted(option),
        " leaves a longest wait that is, on average and with its 95% interval, ",
        wait.unwrap_or_else(same),
        " than under ",
        results.quoted(0),
        ", and a list that is ",
        list.unwrap_or_else(same),
        "."
    ]
}

/// An option in a line: wait, list, targets, cost.
fn in_short(results: &Results, option: usize) -> Line {
    let last = results.last_week();
    let mut line = line![
        results.name(option),
        ": longest wait ",
        results.weekly_band(option, "longestWait", last),
        ", list ",
        results.weekly_band(option, "waitingList", last)
    ];
    let targets = results.project.targets.len();
    if targets > 0 {
        let place = format!("options/{}/targetsMet", results.options[option].id);
        let met = Figure::bare(Some(results.targets_met(option) as f64), Unit::Count, place);
        let all = Figure::bare(Some(targets as f64), Unit::Count, "document/targets/count");
        line = line![line, ", ", met, " of ", all, " targets met as surely as wanted"];
    }
    let cost = results.horizon_of(option, "costPerYear", SERVICE, Of::Median);
    if cost.value.is_some_and(|value| value > 0.0) {
        line = line![line, ", ", cost, " a year"];
    }
    line.and(".")
}

/// The longest wait often moves last: a service judged on it early looks as if it had failed.
pub(super) fn falls_late(results: &Results) -> Option<Line> {
    let (option, first, last) = (results.preferred, results.first_week(), results.last_week());
    let at = |week: u32| results.weekly(option, "longestWait", Of::Median, week);
    let quarter = first + (last - first) / 4;
    let (start, early, end) = (at(first).value?, at(quarter).value?, at(last).value?);
    let fall = start - end;
    if fall < 4.0 || start - early > 0.15 * fall {
        return None;
    }
    Some(line![
        "The longest wait falls late. By ",
        results.date_words(quarter),
        " it will have moved only from ",
        at(first),
        " to ",
        at(quarter),
        ", although the list is already down to ",
        results.weekly(option, "waitingList", Of::Median, quarter),
        ". A service that is judged on its longest wait after a quarter of the time looks as if it had failed."
    ])
}

/// How the client groups fare, where there are several.
fn equity(writer: &mut Writer) {
    let results = writer.results;
    let groups = &results.project.groups;
    if groups.len() < 2 {
        return;
    }
    writer.heading(2, "Who gains and who does not");
    writer.own("equity");
    let last = results.last_week();
    let columns = vec![
        Column::words("Client group", 1.5),
        Column::words("Option", 1.6),
        Column::numbers("Waiting", 1.2),
        Column::numbers("Longest wait (weeks)", 1.2),
        Column::numbers("Mean wait of those seen (weeks)", 1.3),
    ];
    let caption =
        line!["Client groups on ", results.date_words(last), ": medians with the range of 9 in 10 futures"];
    let mut table = Table::new(caption, columns);
    for group in groups {
        let scope = format!("group:{}", group.id);
        for option in [0, results.preferred].into_iter().take(if results.preferred == 0 { 1 } else { 2 }) {
            let weekly = |measure: &str| {
                bare_band(
                    [Of::Median, Of::P5, Of::P95]
                        .map(|of| results.weekly_of(option, measure, &scope, of, last)),
                )
            };
            let seen = bare_band(
                [Of::Median, Of::P5, Of::P95].map(|of| results.horizon_of(option, "waitMean", &scope, of)),
            );
            let name = if option == 0 { Line::given(group.name.clone()) } else { Line::default() };
            table.row(vec![name, results.name(option), weekly("waitingList"), weekly("longestWait"), seen]);
        }
    }
    writer.table(table);
    writer.note(
        "Waits of those still waiting and of those seen answer different questions and are never mixed.",
    );
}

pub(super) fn bare_band(figures: [Figure; 3]) -> Line {
    crate::results::ranged(figures.map(|figure| Figure::bare(figure.value, figure.unit, figure.place)))
}

/// The document's own words about an option.
pub(super) fn option<'a>(results: &'a Results, position: usize) -> Option<&'a ServiceOption> {
    let id = &results.options[position].id;
    results.project.options.iter().find(|option| option.id == *id)
}
