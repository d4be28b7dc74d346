//! The options side by side: what they are, what comes of them, how they differ.

use pathloom_appraisal::Figure as Judged;
use pathloom_appraisal::compare::Verdict;
use pathloom_service::Scenario;
use pathloom_simulation::{HorizonMeasure, WeeklyMeasure};

use crate::chart::{BandChart, bands, chances};
use crate::content::Writer;
use crate::figure::{Figure, Unit};
use crate::register::owned;
use crate::report::{Column, Line, Table, line};
use crate::results::{Of, Results, judged_horizon, judged_weekly, ranged};

/// Most differences that are listed for an option.
const MOST_DIFFERENCES: usize = 6;

/// A measure that options are compared by: its heading, where it stands, how it is judged.
struct Measure {
    head: &'static str,
    width: f32,
    name: &'static str,
    judged: Judged,
    weekly: bool,
}

fn measures(results: &Results) -> Vec<Measure> {
    let week = results.last_week();
    let weekly = |head, width, name, measure| Measure {
        head,
        width,
        name,
        judged: judged_weekly(measure, week),
        weekly: true,
    };
    let horizon = |head, width, name, measure| Measure {
        head,
        width,
        name,
        judged: judged_horizon(measure),
        weekly: false,
    };
    let all = vec![
        weekly("Waiting list", 1.3, "waitingList", WeeklyMeasure::WaitingList),
        weekly("Longest wait (weeks)", 1.1, "longestWait", WeeklyMeasure::LongestWait),
        weekly("Within 18 weeks", 1.0, "within18Percent", WeeklyMeasure::Within18Percent),
        weekly("Open referrals", 1.3, "openReferrals", WeeklyMeasure::OpenReferrals),
        horizon("People seen", 1.3, "seen", HorizonMeasure::Seen),
    ];
    all.into_iter().filter(|measure| tells(results, measure)).collect()
}

/// Whether any option has anything but nought.
fn tells(results: &Results, measure: &Measure) -> bool {
    (0..results.options.len())
        .any(|option| middle(results, option, measure).value.is_some_and(|value| value != 0.0))
}

fn middle(results: &Results, option: usize, measure: &Measure) -> Figure {
    of(results, option, measure, Of::Median)
}

fn of(results: &Results, option: usize, measure: &Measure, of: Of) -> Figure {
    let figure = if measure.weekly {
        results.weekly(option, measure.name, of, results.last_week())
    } else {
        results.horizon_of(option, measure.name, crate::results::SERVICE, of)
    };
    Figure::bare(figure.value, figure.unit, figure.place)
}

/// What each option is.
pub(super) fn described(writer: &Writer) -> Table {
    let results = writer.results;
    let columns = vec![
        Column::words("Option", 1.15),
        Column::words("What it is", 2.6),
        Column::words("What differs from the first", 3.2),
    ];
    let mut table = Table::new("The options".into(), columns);
    for (at, option) in results.comparison.options.iter().enumerate() {
        let given = results.project.options.iter().find(|one| one.id == option.id);
        let description = given.map_or("", |one| one.description.as_str());
        table.row(vec![results.name(at), Line::given(description), differs(results, at)]);
    }
    table
}

/// What an option does differently from the base, the first few.
pub(super) fn differs(results: &Results, option: usize) -> Line {
    let differs = &results.comparison.options[option].differs;
    if option == results.comparison.base {
        return "The service as it is; the others are held against it.".into();
    }
    if differs.is_empty() {
        return "Nothing that is simulated.".into();
    }
    let (base, scenario) = (&results.scenarios[results.comparison.base], &results.scenarios[option]);
    let (mut line, mut told) = (Line::default(), Vec::new());
    if base.design.id != scenario.design.id {
        // Step by step, another pathway is a list of everything in it: its drawing says more.
        line = line!["Another pathway, ", Line::given(scenario.design.name.clone())];
        let own = results.project.options.iter().find(|one| one.id == scenario.option_id);
        for change in own.map(|one| one.changes.as_slice()).unwrap_or_default() {
            let segments: Vec<&str> = change.figure.split('/').collect();
            let place = format!("document/options/{}/changes/{}/to", scenario.option_id, change.figure);
            let to = Figure::bare(Some(change.to.likely), Unit::Plain, place);
            told.push(line![Line::given(owned(scenario, &segments)), " ", to]);
        }
    }
    let elsewhere = differs.iter().filter(|one| told_apart(base, scenario, &one.place));
    told.extend(elsewhere.map(|one| Line::given(one.words.clone())));
    let more = told.len().saturating_sub(MOST_DIFFERENCES);
    for one in told.into_iter().take(MOST_DIFFERENCES) {
        let lead = if line.is_empty() { "" } else { "; " };
        line = line.and(lead).and(one);
    }
    match more {
        0 => line.and("."),
        more => {
            let place = format!("comparison/differs/{}/more", results.options[option].id);
            line.and("; and ").and(Figure::bare(Some(more as f64), Unit::Count, place)).and(" more.")
        }
    }
}

/// Whether a difference is told by itself: inside two different pathways it is not.
fn told_apart(base: &Scenario, option: &Scenario, place: &str) -> bool {
    base.design.id == option.design.id || !place.starts_with("design/")
}

/// What comes of each option: medians with ranges.
pub(super) fn outcomes(writer: &Writer) -> Table {
    let results = writer.results;
    let measures = measures(results);
    let mut columns = vec![Column::words("Option", 1.15)];
    columns.extend(measures.iter().map(|measure| Column::numbers(measure.head, measure.width)));
    if results.has_costs() {
        columns.push(Column::numbers("Cost of the service", 1.75));
    }
    let last = results.last_week();
    let caption = line![
        "What comes of each option by ",
        results.date_words(last),
        " (week ",
        results.week_number(last),
        "): median (of the cost the mean), and the range that 9 of 10 simulated futures fall in"
    ];
    let mut table = Table::new(caption, columns);
    for option in 0..results.options.len() {
        let mut cells = vec![results.name(option)];
        for measure in &measures {
            cells.push(ranged(
                [Of::Median, Of::P5, Of::P95].map(|spread| of(results, option, measure, spread)),
            ));
        }
        if results.has_costs() {
            cells.push(results.account(option).service_cost());
        }
        table.row(cells);
    }
    table
}

/// How each option differs from the base in the same futures.
pub(super) fn differences(writer: &Writer) -> Option<Table> {
    let results = writer.results;
    if results.options.len() < 2 {
        return None;
    }
    let measures = measures(results);
    let mut columns = vec![Column::words("Option", 1.15)];
    columns.extend(measures.iter().map(|measure| Column::numbers(measure.head, measure.width)));
    if results.has_costs() {
        columns.push(Column::numbers("Cost of the service", 1.75));
    }
    let caption =
        line!["Differences from ", results.quoted(0), " in the same futures: mean, and its 95% interval"];
    let mut table = Table::new(caption, columns);
    for option in 1..results.options.len() {
        let mut cells = vec![results.name(option)];
        cells.extend(measures.iter().map(|measure| difference(results, option, measure.judged)));
        if results.has_costs() {
            cells.push(results.account(option).difference("serviceCost", Unit::Pounds));
        }
        table.row(cells);
    }
    Some(table)
}

/// "−135 (−136 to −134)", or why there is no such number.
fn difference(results: &Results, option: usize, judged: Judged) -> Line {
    let Some(found) = results.difference(option, judged) else { return "not known".into() };
    let figure = |of: &str, value: f64| results.difference_figure(option, judged, of, value);
    let (middle, low, high) =
        (figure("mean", found.mean), figure("low", found.interval.low), figure("high", found.interval.high));
    // "+21 points (+20 to +22)": the ends need no word of their own.
    let bare = |end: Figure| Figure { text: end.text.trim_end_matches(" points").to_owned(), ..end };
    let (low, high) = (bare(low), bare(high));
    let band =
        if low.text == high.text { line![middle] } else { line![middle, " (", low, " to ", high, ")"] };
    match found.verdict {
        Verdict::NothingMeasured => "nobody to measure".into(),
        Verdict::Same => "the same".into(),
        Verdict::CannotBeToldApart => band.and(", cannot be told apart"),
        Verdict::Lower | Verdict::Higher => band,
    }
}

/// How likely each option meets each target.
pub(super) fn targets(writer: &Writer) -> Option<Table> {
    let results = writer.results;
    let project = results.project;
    if project.targets.is_empty() {
        return None;
    }
    let columns = vec![
        Column::words("Target", 2.2),
        Column::words("Option", 1.9),
        Column::numbers("By", 1.3),
        Column::numbers("Met in", 1.0),
        Column::words("With the wanted probability from", 1.9),
    ];
    let mut table =
        Table::new("Targets: the share of simulated futures that meet them by their date".into(), columns);
    for (at, target) in project.targets.iter().enumerate() {
        for option in 0..results.options.len() {
            let name = if option == 0 { Line::given(target.name.clone()) } else { Line::default() };
            let since = match results.first_met(option, at) {
                Some(0) => line!["the start"],
                Some(week) => line![results.date_words(week)],
                None => line!["not within the simulated time"],
            };
            let by = results.date_words(target.by_week);
            table.row(vec![name, results.name(option), by.into(), results.met(option, at).into(), since]);
        }
    }
    Some(table)
}

/// The course of the longest wait and of the list under all options.
pub(super) fn courses(writer: &mut Writer) {
    course(writer, "longestWait", "longest wait", "Longest wait of anybody still waiting, in weeks");
    course(writer, "waitingList", "waiting list", "People on the waiting list");
}

/// The course of one measure: a chart whose title says what becomes of it.
pub(super) fn course(writer: &mut Writer, measure: &str, words: &str, subtitle: &str) {
    let results = writer.results;
    let options: Vec<usize> = (0..results.options.len()).collect();
    let chart =
        BandChart { measure, options: &options, height: 300.0, targets: target_lines(results, measure) };
    let drawing = bands(results, &chart);
    let title = finding(results, measure, words);
    let subtitle = line![
        subtitle,
        ": median line, and the ranges that half and 9 in 10 of ",
        results.replications(),
        " simulated futures fall in"
    ];
    let alternative = alternative(results, measure, words, &options);
    writer.chart(title, subtitle, alternative, drawing);
}

/// "Tiered redesign brings the longest wait to 72 weeks (63 to 83) by 4 January 2027".
pub(super) fn finding(results: &Results, measure: &str, words: &str) -> Line {
    let last = results.last_week();
    line![
        results.quoted(results.preferred),
        " brings the ",
        words,
        " to ",
        results.weekly_band(results.preferred, measure, last),
        " by ",
        results.date_words(last)
    ]
}

/// The lines of targets that are about a measure.
pub(super) fn target_lines(results: &Results, measure: &str) -> Vec<(String, Figure)> {
    let mut lines = Vec::new();
    for target in &results.project.targets {
        let judged = Judged::of_target(target, target.by_week);
        if judged.is_some_and(|judged| judged.name() == measure) {
            let unit = judged.map_or(Unit::Plain, |judged| crate::results::unit(judged.unit()));
            let place = format!("document/targets/{}/threshold", target.id);
            lines.push((target.name.clone(), Figure::said(Some(target.threshold.likely), unit, place)));
        }
    }
    lines
}

/// A chart of courses in words.
pub(super) fn alternative(results: &Results, measure: &str, words: &str, options: &[usize]) -> String {
    let (first, last) = (results.first_week(), results.last_week());
    let half = (first + last) / 2;
    let each: Vec<String> = options
        .iter()
        .map(|option| {
            let start = results.weekly(*option, measure, Of::Median, first).text;
            let middle = results.weekly(*option, measure, Of::Median, half).text;
            let end = results.weekly_band(*option, measure, last).text();
            let name = &results.options[*option].name;
            format!(
                "{name}: from {start} at the start through {middle} at week {half} to {end} at week {last}"
            )
        })
        .collect();
    format!("Line chart of the {words} over {last} weeks. {}.", each.join(". "))
}

/// The chances of the targets week by week.
pub(super) fn chances_chart(writer: &mut Writer) {
    let results = writer.results;
    if results.project.targets.is_empty() {
        return;
    }
    let mut each = Vec::new();
    for (at, target) in results.project.targets.iter().enumerate() {
        for option in 0..results.options.len() {
            let met = results.met(option, at).text;
            each.push(format!("{}, {}: {met}", target.name, results.options[option].name));
        }
    }
    let alternative = format!(
        "Line charts of the share of simulated futures that meet each target, week by week. By its date: {}.",
        each.join("; ")
    );
    let subtitle = "Share of simulated futures in which the target is met at the end of each week";
    writer.chart("When each target is likely to be met", subtitle, alternative, chances(results));
}
