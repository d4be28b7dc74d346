//! Posts and money: by band and year, and what later years are worth today.

use crate::chart::{Bar, bars};
use crate::content::Writer;
use crate::costs::{DISCOUNT_RATE, Establishment, RolePosts};
use crate::figure::{Figure, Unit};
use crate::report::{Column, Line, Table, line};
use crate::results::Results;

/// Writes the commercial case: whom to recruit.
pub(super) fn commercial(writer: &mut Writer) {
    writer.heading(1, "Commercial case");
    writer.heading(2, "Posts to fill");
    posts_to_fill(writer);
    writer.heading(2, "Route");
    writer.asked(
        "commercial",
        "how posts are filled and services bought: recruitment, agency, voluntary sector, contracts, rooms and equipment.",
    );
}

/// Writes the financial case.
pub(super) fn financial(writer: &mut Writer) {
    writer.heading(1, "Financial case");
    writer.heading(2, "Posts and their cost");
    writer.prose("costs", vec![explained(writer.results)]);
    writer.table(by_band(writer.results));
    totals_chart(writer);
    writer.heading(2, "All years together");
    writer.table(present_costs(writer.results));
    writer.note(line![
        "Later years count for less: ", rate(), " a year, the first year in full, as in HM Treasury's Green Book (rate and convention from memory: check them against the current edition). Prices are those of the first year; there is no uplift for optimism."
    ]);
    writer.heading(2, "Affordability");
    writer
        .asked("affordability", "who pays, from which budget, for how long, and what happens when it ends.");
}

fn rate() -> Figure {
    Figure {
        value: Some(DISCOUNT_RATE),
        unit: Unit::Share,
        text: "3.5%".to_owned(),
        place: "costs/discountRate".to_owned(),
    }
}

fn explained(results: &Results) -> Line {
    let weeks =
        Figure::bare(Some(f64::from(results.project.horizon_weeks)), Unit::Count, "document/horizonWeeks");
    line![
        "Posts are counted as the staffing of each option has them, whether filled or not, over the ",
        weeks,
        " weeks that are simulated, in years of 52 weeks from ",
        results.date_words(results.project.warm_up_weeks),
        ". Costs are those given for each role, with on-costs where the role says so."
    ]
}

fn cost_figure(results: &Results, option: usize, who: &str, what: &str, value: f64) -> Figure {
    let unit = if what.starts_with("wte") { Unit::Wte } else { Unit::Pounds };
    Figure::bare(Some(value), unit, format!("costs/{}/{who}/{what}", results.options[option].id))
}

/// Posts and cost of every option by role and year.
fn by_band(results: &Results) -> Table {
    let first = Establishment::of(results.scenarios[0]);
    let years = first.weeks.len();
    let shown = years.min(5);
    let mut columns = vec![
        Column::words("Option", 1.7),
        Column::words("Role", 2.3),
        Column::numbers("One WTE, a year", 1.2),
    ];
    for year in 0..shown {
        let head =
            if years == 1 { Line::from("Posts (WTE)") } else { line!["Year ", year_number(year), ", WTE"] };
        columns.push(Column::numbers(head, 1.0));
        let head = if years == 1 { Line::from("Cost") } else { line!["Year ", year_number(year), ", cost"] };
        columns.push(Column::numbers(head, 1.1));
    }
    let mut table = Table::new("Posts and their cost by role and year".into(), columns);
    for option in 0..results.options.len() {
        let posts = Establishment::of(results.scenarios[option]);
        for (at, role) in posts.roles.iter().enumerate() {
            let name = if at == 0 { results.name(option) } else { Line::default() };
            let one = cost_figure(results, option, &role.id, "poundsPerYear", role.pounds_a_year);
            let mut cells = vec![name, Line::given(role.name.clone()), one.into()];
            for year in 0..shown {
                let what = |what: &str| format!("{what}/{}", year + 1);
                cells.push(cost_figure(results, option, &role.id, &what("wte"), role.wte[year]).into());
                let cost = posts.cost(role, year);
                cells.push(cost_figure(results, option, &role.id, &what("cost"), cost).into());
            }
            table.row(cells);
        }
        let mut cells = vec![Line::default(), line!["All, ", results.name(option)], Line::default()];
        for year in 0..shown {
            let what = |what: &str| format!("{what}/{}", year + 1);
            cells.push(cost_figure(results, option, "all", &what("wte"), posts.wte_of_year(year)).into());
            cells.push(cost_figure(results, option, "all", &what("cost"), posts.cost_of_year(year)).into());
        }
        table.total(cells);
    }
    table
}

fn year_number(year: usize) -> Figure {
    Figure::bare(Some(year as f64 + 1.0), Unit::Count, format!("run/year/{}", year + 1))
}

fn totals_chart(writer: &mut Writer) {
    let results = writer.results;
    let mut rows = Vec::new();
    for option in 0..results.options.len() {
        let posts = Establishment::of(results.scenarios[option]);
        if posts.roles.is_empty() {
            continue;
        }
        let cost = cost_figure(results, option, "all", "cost/1", posts.cost_of_year(0));
        rows.push(Bar { label: results.options[option].name.clone(), figure: cost, option });
    }
    if rows.len() < 2 || rows.iter().all(|row| row.figure.value == Some(0.0)) {
        return;
    }
    let each: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.label, row.figure.text)).collect();
    let alternative = format!("Bar chart of the cost of posts in the first year. {}.", each.join("; "));
    writer.chart("What the posts of each option cost in the first year", "Pounds", alternative, bars(rows));
}

/// All years in today's worth, and against the base.
fn present_costs(results: &Results) -> Table {
    let columns = vec![
        Column::words("Option", 2.4),
        Column::numbers("Cost over all years", 1.3),
        Column::numbers("In today's worth", 1.3),
        Column::numbers("Against the first option", 1.4),
    ];
    let mut table = Table::new("Cost of posts over the simulated years".into(), columns);
    let base = Establishment::of(results.scenarios[0]).present_cost();
    for option in 0..results.options.len() {
        let posts = Establishment::of(results.scenarios[option]);
        let all = (0..posts.weeks.len()).map(|year| posts.cost_of_year(year)).sum();
        let present = posts.present_cost();
        let place = format!("costs/{}/all/presentDifference", results.options[option].id);
        let against = if option == 0 {
            Line::default()
        } else {
            Figure::signed(Some(present - base), Unit::Pounds, place).into()
        };
        table.row(vec![
            results.name(option),
            cost_figure(results, option, "all", "total", all).into(),
            cost_figure(results, option, "all", "present", present).into(),
            against,
        ]);
    }
    table
}

/// Posts of the preferred option against the base, role by role.
pub(super) fn posts_to_fill(writer: &mut Writer) {
    let results = writer.results;
    let (base, wanted) =
        (Establishment::of(results.scenarios[0]), Establishment::of(results.scenarios[results.preferred]));
    let now =
        |role: &RolePosts| base.roles.iter().find(|one| one.id == role.id).map_or(0.0, |one| one.wte[0]);
    let changed = wanted.roles.iter().any(|role| (role.wte[0] - now(role)).abs() > 1e-9)
        || base.roles.iter().any(|role| !wanted.roles.iter().any(|one| one.id == role.id));
    let lead = if results.preferred == 0 || !changed {
        line![results.quoted(results.preferred), " needs no other posts than those there are."]
    } else {
        line![
            results.quoted(results.preferred),
            " needs these posts in its first year, against ",
            results.quoted(0),
            "."
        ]
    };
    writer.prose("staffing", vec![lead]);
    let columns = vec![
        Column::words("Role", 2.6),
        Column::words("Band", 0.8),
        Column::numbers(line![results.name(0), " (WTE)"], 1.4),
        Column::numbers(line![results.name(results.preferred), " (WTE)"], 1.4),
        Column::numbers("More or fewer", 1.1),
    ];
    let mut table = Table::new("Posts in the first year".into(), columns);
    let (id_base, id_wanted) = (0, results.preferred);
    let gone = base.roles.iter().filter(|role| !wanted.roles.iter().any(|one| one.id == role.id));
    for role in wanted.roles.iter().chain(gone) {
        let then = wanted.roles.iter().find(|one| one.id == role.id).map_or(0.0, |one| one.wte[0]);
        table.row(vec![
            Line::given(role.name.clone()),
            Line::given(role.band.clone()),
            cost_figure(results, id_base, &role.id, "wte/1", now(role)).into(),
            cost_figure(results, id_wanted, &role.id, "wte/1", then).into(),
            more_or_fewer(results, &role.id, then - now(role)),
        ]);
    }
    let (all_now, all_then) = (base.wte_of_year(0), wanted.wte_of_year(0));
    table.total(vec![
        "All".into(),
        Line::default(),
        cost_figure(results, id_base, "all", "wte/1", all_now).into(),
        cost_figure(results, id_wanted, "all", "wte/1", all_then).into(),
        more_or_fewer(results, "all", all_then - all_now),
    ]);
    writer.table(table);
}

fn more_or_fewer(results: &Results, who: &str, difference: f64) -> Line {
    // Tenths of a post do not subtract to exact tenths.
    let difference = (difference * 1e6).round() / 1e6;
    let place = format!("costs/{}/{who}/wteDifference", results.options[results.preferred].id);
    Figure::signed(Some(difference), Unit::Wte, place).into()
}
