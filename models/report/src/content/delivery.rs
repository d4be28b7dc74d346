//! The management case: how it is done, how one sees whether it works, what could go wrong.

use pathloom_service::{RiskLevel, Turnover};

use crate::chart::{BandChart, bands};
use crate::content::{Writer, economic, options};
use crate::figure::{Figure, Unit};
use crate::report::{Column, Line, Table, line};
use crate::results::{Of, Results};

/// Above this share of their hours, staff have no room for a bad week `[%]`; chosen.
const BUSY: f64 = 92.0;

/// Writes the management case.
pub(super) fn management(writer: &mut Writer) {
    writer.heading(1, "Management case");
    writer.heading(2, "Plan");
    writer.asked(
        "delivery",
        "who does what by when: the steps from approval to the first person seen in the new way.",
    );
    writer.heading(2, "Governance");
    writer.asked(
        "governance",
        "who decides, who is told, and which assessments are needed: equality, quality, data protection.",
    );
    writer.heading(2, "Benefits and how they are watched");
    benefits(writer, 13);
    writer.heading(2, "Evaluation");
    writer.prose("evaluation", vec![evaluation()]);
    writer.heading(2, "Risks");
    risks(writer);
}

/// What is expected month by month, and when to look into it.
pub(super) fn benefits(writer: &mut Writer, most_rows: u32) {
    let results = writer.results;
    let option = results.preferred;
    writer.prose(
        "benefits",
        vec![line![
            "Once ", results.quoted(option), " has started, the real list and the real longest wait can be held against this course. Chance alone puts one reading in twenty above its range, and readings a few weeks apart go together: a second one in a row proves little more than the first. Pathloom judges the whole line at once: “On track?” in its window, actuals in a terminal."
        ]],
    );
    let chart = BandChart {
        measure: "waitingList",
        options: &[option],
        height: 240.0,
        targets: options::target_lines(results, "waitingList"),
    };
    let drawing = bands(results, &chart);
    let alternative = options::alternative(results, "waitingList", "waiting list", &[option]);
    writer.chart(
        line!["The course to hold the real waiting list against"],
        line![
            "People on the waiting list under ",
            results.quoted(option),
            ": median, half and 9 in 10 of the simulated futures"
        ],
        alternative,
        drawing,
    );
    writer.table(monitoring(results, most_rows));
    happened(writer);
}

/// What was really counted, held against the forecast of the option that is asked for; nothing where nothing was.
pub(super) fn happened(writer: &mut Writer) {
    let results = writer.results;
    let option = &results.options[results.preferred].id;
    for (at, found) in results.trajectories[results.preferred].iter().enumerate() {
        let sentences = found.sentences.iter().map(|text| Line::given(format!("{text}.")));
        writer.points(sentences.collect());
        let counted = crate::results::unit(&found.unit);
        let columns = vec![
            Column::words("Counted on", 1.6),
            Column::numbers("Counted", 1.0),
            Column::numbers("Forecast", 1.0),
            Column::numbers("From", 0.8),
            Column::numbers("To", 0.8),
        ];
        let caption = line![
            "What happened: ",
            Line::given(found.name.clone()),
            ", beside the forecast and its range of 9 in 10 futures"
        ];
        let mut table = Table::new(caption, columns);
        for (row, point) in found.points.iter().enumerate() {
            let place = |of: &str| format!("trajectory/{option}/{at}/points/{row}/{of}");
            let figure =
                |of: &str, value: f64| -> Line { Figure::bare(Some(value), counted, place(of)).into() };
            let text = crate::words::date(point.date);
            table.row(vec![
                Figure { value: Some(point.week), unit: Unit::Plain, text, place: place("week") }.into(),
                figure("actual", point.actual),
                figure("median", point.median),
                figure("p5", point.p5),
                figure("p95", point.p95),
            ]);
        }
        writer.table(table);
    }
}

fn monitoring(results: &Results, most_rows: u32) -> Table {
    let (first, last) = (results.first_week(), results.last_week());
    let step =
        [4, 13, 26, 52, 104].into_iter().find(|step| (last - first) / step <= most_rows).unwrap_or(260);
    let columns = vec![
        Column::words("Reading on", 1.6),
        Column::numbers("Week", 0.7),
        Column::numbers("Waiting list", 1.1),
        Column::numbers("Ask why above", 1.1),
        Column::numbers("Longest wait (weeks)", 1.2),
        Column::numbers("Ask why above", 1.1),
    ];
    let caption =
        line!["Benefits: what to expect under ", results.quoted(results.preferred), ", and when to ask why"];
    let mut table = Table::new(caption, columns);
    let mut weeks: Vec<u32> = (first..=last).step_by(step as usize).collect();
    if weeks.last() != Some(&last) {
        weeks.push(last);
    }
    for week in weeks {
        let bare = |measure: &str, of: Of| -> Line {
            let figure = results.weekly(results.preferred, measure, of, week);
            Figure::bare(figure.value, figure.unit, figure.place).into()
        };
        table.row(vec![
            results.date_words(week).into(),
            results.week_number(week).into(),
            bare("waitingList", Of::Median),
            bare("waitingList", Of::P95),
            bare("longestWait", Of::Median),
            bare("longestWait", Of::P95),
        ]);
    }
    table
}

fn evaluation() -> Line {
    "Keep the readings with the date of every change that was made. A list before and after shows that something changed, not why: where another team starts later, its list in the meantime is the best comparison there is.".into()
}

/// What the model shows and what the user knows.
pub(super) fn risks(writer: &mut Writer) {
    let results = writer.results;
    let risks = &results.project.business_case.risks;
    writer.section("risks", |writer| {
        if risks.is_empty() {
            writer.still_to_write(
                "what else could go wrong, how likely and how bad it is, what is done about it, who looks after it.",
            );
        }
    });
    let mut points = Vec::new();
    points.extend(economic::falls_late(results));
    points.extend(busy_roles(results));
    points.extend(no_turnover(results));
    if !points.is_empty() {
        writer.text("What the model itself shows:");
        writer.points(points);
    }
    if risks.is_empty() {
        return;
    }
    let columns = vec![
        Column::words("Risk", 2.4),
        Column::words("Likelihood", 0.9),
        Column::words("Impact", 0.8),
        Column::words("What is done about it", 2.6),
        Column::words("Owner", 1.2),
    ];
    let mut table = Table::new("Risks".into(), columns);
    for risk in risks {
        table.row(vec![
            Line::given(risk.name.clone()),
            level(risk.likelihood).into(),
            level(risk.impact).into(),
            Line::given(risk.response.clone()),
            Line::given(risk.owner.clone()),
        ]);
    }
    writer.table(table);
}

fn level(level: RiskLevel) -> &'static str {
    match level {
        RiskLevel::High => "High",
        RiskLevel::Medium => "Medium",
        RiskLevel::Low => "Low",
    }
}

/// Roles that have no room for a bad week.
fn busy_roles(results: &Results) -> Vec<Line> {
    let option = results.preferred;
    let mut busy = Vec::new();
    for role in &results.scenarios[option].roles {
        let used = results.horizon_of(option, "utilisationPercent", &format!("role:{}", role.id), Of::Median);
        if used.value.is_some_and(|value| value >= BUSY) {
            busy.push(line![Line::given(role.name.clone()), " (", used, ")"]);
        }
    }
    if busy.is_empty() {
        return Vec::new();
    }
    vec![line![
        "Some staff work nearly all the hours they have: ",
        Line::listed(busy),
        ". A post that falls vacant shows in the list at once."
    ]]
}

/// Posts that never fall vacant in the model.
fn no_turnover(results: &Results) -> Vec<Line> {
    let scenario = &results.scenarios[results.preferred];
    let steady = |turnover: &Option<Turnover>| {
        turnover
            .as_ref()
            .is_none_or(|one| one.vacant_percent.likely == 0.0 && one.leavers_percent_per_year.likely == 0.0)
    };
    let roles: Vec<_> = scenario
        .roles
        .iter()
        .filter(|role| scenario.mix.posts.iter().any(|posts| posts.role == role.id))
        .collect();
    let without = roles.iter().filter(|role| steady(&role.turnover)).count();
    if without == 0 {
        return Vec::new();
    }
    let place = "document/roles/withoutTurnover";
    vec![line![
        "No vacancies and no leavers are modelled for ",
        Figure::bare(Some(without as f64), Unit::Count, place),
        " of ",
        Figure::bare(Some(roles.len() as f64), Unit::Count, "document/roles/count"),
        " roles: with them, the list would be longer."
    ]]
}
