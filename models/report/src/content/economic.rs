//! The economic case: which option, by how much, how surely.

use pathloom_appraisal::compare::Verdict;
use pathloom_service::ServiceOption;
use pathloom_simulation::{Band, WeeklyMeasure};

use crate::content::{Writer, drivers, options, value};
use crate::figure::{Figure, Unit};
use crate::report::{Column, Line, Table, line};
use crate::results::{Of, Results, judged_weekly, ranged};

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
    value::write(writer);
    writer.heading(2, "The preferred option");
    preferred(writer);
    drivers::write(writer);
    equity(writer);
}

/// Why this one, and what speaks for the others.
pub(super) fn preferred(writer: &mut Writer) {
    writer.section("preferred", why_preferred);
}

fn why_preferred(writer: &mut Writer) {
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
    let than = line![" than under ", results.quoted(0)];
    let said = |difference: Option<Line>| match difference {
        Some(difference) => {
            line!["is, on average and with its 95% interval, ", difference, than.clone()]
        }
        None => line!["cannot be told apart from that under ", results.quoted(0)],
    };
    // What is said of the first difference holds for the second.
    let list = match (&wait, list) {
        (Some(_), Some(list)) => line!["is ", list],
        (_, list) => said(list),
    };
    line![
        "In the same futures, ",
        results.quoted(option),
        " leaves a longest wait that ",
        said(wait),
        ", and a list that ",
        list,
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
    if results.has_costs() {
        let cost = results.account(option).mean_service_cost();
        line = line![line, ", ", cost, " over ", results.weeks_appraised(), " weeks"];
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

/// How the client groups fare, where there are several: as they are, and put together by each label they carry.
fn equity(writer: &mut Writer) {
    let results = writer.results;
    let shown = if results.preferred == 0 { vec![0] } else { vec![0, results.preferred] };
    let by = results.fairness.iter().map(Vec::len).min().unwrap_or(0);
    if by == 0 {
        return;
    }
    writer.heading(2, "Who gains and who does not");
    let said = shown.iter().map(|option| {
        let words = Line::given(results.fairness[*option][0].words.clone());
        line!["Under ", results.quoted(*option), ": ", words]
    });
    let said = said.collect();
    writer.section("equity", |writer| writer.points(said));
    for at in 0..by {
        writer.table(fairness_table(results, &shown, at));
    }
    writer.note(
        "Waits of those still waiting and of those seen answer different questions and are never mixed.",
    );
}

/// Groups by one label, under the base and the preferred option.
fn fairness_table(results: &Results, shown: &[usize], by: usize) -> Table {
    let columns = vec![
        Column::words("Group", 1.5),
        Column::words("Option", 1.6),
        Column::numbers("Waiting", 1.2),
        Column::numbers("Longest wait (weeks)", 1.2),
        Column::numbers("Mean wait of those seen (weeks)", 1.3),
        Column::numbers("Removed for each 100 referred", 1.2),
    ];
    let groups = match &results.fairness[0][by].label {
        None => line!["Client groups"],
        Some(label) => line!["Groups by ", Line::given(label.clone())],
    };
    let caption = line![
        groups,
        " on ",
        results.date_words(results.last_week()),
        ": medians with the range of 9 in 10 futures"
    ];
    let mut table = Table::new(caption, columns);
    for group in 0..results.fairness[0][by].groups.len() {
        for option in shown {
            let found = &results.fairness[*option][by].groups[group];
            let name = if *option == 0 { Line::given(found.name.clone()) } else { Line::default() };
            let id = &results.options[*option].id;
            let band = |of: &str, band: &Band, unit: Unit| {
                let figure = |name: &str, value: f64| {
                    let place = format!("fairness/{id}/{by}/groups/{group}/{of}/{name}");
                    Figure::bare(Some(value).filter(|value| value.is_finite()), unit, place)
                };
                ranged([figure("median", band.median), figure("p5", band.p5), figure("p95", band.p95)])
            };
            table.row(vec![
                name,
                results.name(*option),
                band("waiting", &found.waiting, Unit::People),
                band("longestWaitWeeks", &found.longest_wait_weeks, Unit::Weeks),
                band("meanWaitWeeks", &found.mean_wait_weeks, Unit::Weeks),
                band("removedPercent", &found.removed_percent, Unit::Count),
            ]);
        }
    }
    table
}

/// The document's own words about an option.
pub(super) fn option<'a>(results: &'a Results, position: usize) -> Option<&'a ServiceOption> {
    let id = &results.options[position].id;
    results.project.options.iter().find(|option| option.id == *id)
}
