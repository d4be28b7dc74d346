//! The commercial and the financial case: whom to recruit, what it costs year by year, what travel it takes.

use pathloom_appraisal::star::{StarView, star_view};

use crate::chart::{Bar, bars};
use crate::content::{Writer, economic};
use crate::establishment::{Establishment, RolePosts};
use crate::figure::{Figure, Unit};
use crate::money::SERVICE_COSTS;
use crate::report::{Column, Line, Table, line};
use crate::results::Results;

/// Years that stand beside each other in a table; the workbook has all.
const MOST_YEARS: usize = 5;

/// Differences of a point of the Star that are named, at most.
const MOST_NAMED: usize = 4;

/// Writes the commercial case: whom to recruit.
pub(super) fn commercial(writer: &mut Writer) {
    writer.heading(1, "Commercial case");
    writer.heading(2, "Posts to fill");
    posts_to_fill(writer);
    star(writer);
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
    let explained = explained(writer.results);
    writer.prose("costs", vec![explained]);
    writer.table(by_role(writer.results));
    writer.heading(2, "Cost of the service");
    cost_chart(writer);
    writer.table(by_kind(writer.results));
    writer.note(
        "Means over the simulated futures, in pounds as stated: no optimism bias, not discounted. The range is the one that 9 in 10 futures fall in.",
    );
    travel(writer);
    writer.heading(2, "Affordability");
    writer
        .asked("affordability", "who pays, from which budget, for how long, and what happens when it ends.");
}

fn explained(results: &Results) -> Line {
    let prices = results.money.price_year.trim();
    let prices = if prices.is_empty() {
        Line::default()
    } else {
        line![" All amounts are in ", Line::given(prices), " prices."]
    };
    line![
        "Posts are counted as the staffing of each option has them, whether filled or not, over the ",
        results.weeks_appraised(),
        " weeks that are appraised, in years of 52 weeks from ",
        results.date_words(results.first_week()),
        ". Costs are those given for each role, with on-costs where the role says so; what posts that stand empty save is a line of its own below.",
        prices
    ]
}

fn establishment_figure(results: &Results, option: usize, who: &str, what: &str, value: f64) -> Figure {
    let unit = if what.starts_with("wte") { Unit::Wte } else { Unit::Pounds };
    Figure::bare(Some(value), unit, format!("posts/{}/{who}/{what}", results.options[option].id))
}

fn years_shown(results: &Results) -> usize {
    results.money.years.len().min(MOST_YEARS)
}

/// "Year 2, cost", or the word alone where there is one year.
fn year_head(results: &Results, year: usize, alone: &str, word: &str) -> Line {
    if results.money.years.len() == 1 {
        return alone.into();
    }
    let number = Figure::bare(Some(year as f64 + 1.0), Unit::Count, format!("run/year/{}", year + 1));
    line!["Year ", number, word]
}

/// Posts and cost of every option by role and year.
fn by_role(results: &Results) -> Table {
    let shown = years_shown(results);
    let mut columns = vec![
        Column::words("Option", 1.7),
        Column::words("Role", 2.3),
        Column::numbers("One WTE, a year", 1.2),
    ];
    for year in 0..shown {
        columns.push(Column::numbers(year_head(results, year, "Posts (WTE)", ", WTE"), 1.0));
        columns.push(Column::numbers(year_head(results, year, "Cost", ", cost"), 1.1));
    }
    let mut table = Table::new("Posts and their cost by role and year".into(), columns);
    for option in 0..results.options.len() {
        let (posts, account) = (results.establishment(option), results.account(option));
        for (at, role) in posts.roles.iter().enumerate() {
            let name = if at == 0 { results.name(option) } else { Line::default() };
            let one = establishment_figure(results, option, &role.id, "poundsPerYear", role.pounds_a_year);
            let mut cells = vec![name, Line::given(role.name.clone()), one.into()];
            for year in 0..shown {
                let what = format!("wte/{}", year + 1);
                cells.push(establishment_figure(results, option, &role.id, &what, role.wte[year]).into());
                cells.push(account.line_in_year(role.line, year).into());
            }
            table.row(cells);
        }
        let mut cells = vec![Line::default(), line!["All, ", results.name(option)], Line::default()];
        for year in 0..shown {
            let what = format!("wte/{}", year + 1);
            let all = posts.wte_of_year(year);
            cells.push(establishment_figure(results, option, "all", &what, all).into());
            cells.push(account.kind_in_year(SERVICE_COSTS[0], year).map_or_else(Line::default, Line::from));
        }
        table.total(cells);
    }
    table
}

/// Cost of every option by kind and year, and for each person.
fn by_kind(results: &Results) -> Table {
    let shown = years_shown(results);
    let several = results.money.years.len() > 1;
    let mut columns = vec![Column::words("Option", 1.8), Column::words("What for", 2.2)];
    for year in 0..shown {
        columns.push(Column::numbers(year_head(results, year, "Cost", ""), 1.2));
    }
    columns.push(Column::numbers(if several { "All years" } else { "With its range" }, 2.0));
    let mut table = Table::new("What the service costs, by kind and year".into(), columns);
    for option in 0..results.options.len() {
        let account = results.account(option);
        let mut name = results.name(option);
        for kind in SERVICE_COSTS {
            if account.kind_in_year(kind, 0).is_none() {
                continue;
            }
            let mut cells = vec![std::mem::take(&mut name), kind.0.words().into()];
            cells.extend(
                (0..shown)
                    .map(|year| account.kind_in_year(kind, year).map_or_else(Line::default, Line::from)),
            );
            cells.push(Line::default());
            table.row(cells);
        }
        let mut cells = vec![name, line!["All, ", results.name(option)]];
        cells.extend((0..shown).map(|year| {
            let mean = account.option.service_cost_by_year[year].mean;
            account.pounds(&format!("serviceCostByYear/{year}/mean"), mean).into()
        }));
        cells.push(account.service_cost());
        table.total(cells);
        let mut cells = vec![Line::default(), "For each person completed".into()];
        cells.extend((0..shown).map(|_| Line::default()));
        cells.push(account.band("costPerCompleted", &account.option.cost_per_completed, Unit::Pounds));
        table.row(cells);
    }
    table
}

fn cost_chart(writer: &mut Writer) {
    let results = writer.results;
    let mut rows = Vec::new();
    for option in 0..results.options.len() {
        let account = results.account(option);
        let cost = account.mean_service_cost();
        rows.push(Bar { label: results.options[option].name.clone(), figure: cost, option });
    }
    if rows.len() < 2 || rows.iter().all(|row| row.figure.value == Some(0.0)) {
        return;
    }
    let each: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.label, row.figure.text)).collect();
    let alternative = format!("Bar chart of the cost of the service over all years. {}.", each.join("; "));
    let subtitle = line![
        "Pounds over the ",
        results.weeks_appraised(),
        " weeks appraised, the mean of the simulated futures"
    ];
    writer.chart("What the service costs under each option", subtitle, alternative, bars(rows));
}

/// Miles and emissions, where journeys are described.
fn travel(writer: &mut Writer) {
    let results = writer.results;
    if results.money.options.iter().all(|option| option.miles.is_none()) {
        return;
    }
    writer.heading(2, "Staff travel and its footprint");
    let columns = vec![
        Column::words("Option", 2.4),
        Column::numbers("Miles", 1.4),
        Column::numbers("Footprint (kg CO₂e)", 1.6),
        Column::numbers("Footprint against the first option", 2.0),
    ];
    let caption = line![
        "Journeys of staff over the ",
        results.weeks_appraised(),
        " weeks: mean, and the range of 9 in 10 futures"
    ];
    let mut table = Table::new(caption, columns);
    for option in 0..results.options.len() {
        let account = results.account(option);
        let band = |path: &str, band: Option<&pathloom_simulation::Band>| match band {
            Some(band) => account.band(path, band, Unit::Count),
            None => "not worked out".into(),
        };
        let against = if option == 0 { Line::default() } else { account.difference("kgCo2e", Unit::Count) };
        table.row(vec![
            results.name(option),
            band("miles", account.option.miles.as_ref()),
            band("kgCo2e", account.option.kg_co2e.as_ref()),
            against,
        ]);
    }
    writer.table(table);
}

/// What the preferred option changes about the workforce, by the five points of the HEE Star.
fn star(writer: &mut Writer) {
    let results = writer.results;
    if results.preferred == 0 {
        return;
    }
    let tags = economic::option(results, results.preferred).map_or(&[][..], |one| one.star.as_slice());
    let view = star_view(&results.scenarios[0], &results.scenarios[results.preferred], tags);
    let table = star_table(&view);
    if table.rows.is_empty() {
        return;
    }
    writer.heading(2, "What it changes about the workforce");
    writer.table(table);
    writer.note(
        "By the five points of Health Education England's Star. \"Tagged\" is what the service says the change is; \"proposed\" is where a difference between the two options seems to belong.",
    );
}

fn star_table(view: &StarView) -> Table {
    let columns = vec![
        Column::words("Point of the Star", 1.2),
        Column::words("Change", 3.8),
        Column::words("Said by", 0.8),
    ];
    let mut table = Table::new("The workforce change by the HEE Star".into(), columns);
    for point in &view.points {
        for tagged in &point.tagged {
            let (name, change) = (Line::given(point.words.clone()), Line::given(tagged.told()));
            table.row(vec![name, change, "Tagged".into()]);
        }
        if point.proposed.is_empty() {
            continue;
        }
        let mut named: Vec<Line> =
            point.proposed.iter().take(MOST_NAMED).map(|one| Line::given(one.words.clone())).collect();
        let more = point.proposed.len().saturating_sub(MOST_NAMED);
        if more > 0 {
            let place = format!("star/{}/more", point.words);
            named.push(line![Figure::bare(Some(more as f64), Unit::Count, place), " more"]);
        }
        let change = named
            .into_iter()
            .fold(Line::default(), |all, one| if all.is_empty() { one } else { all.and("; ").and(one) });
        table.row(vec![Line::given(point.words.clone()), change, "Proposed".into()]);
    }
    table
}

/// Posts of the preferred option against the base, role by role.
pub(super) fn posts_to_fill(writer: &mut Writer) {
    let results = writer.results;
    let (base, wanted) = (results.establishment(0), results.establishment(results.preferred));
    let now =
        |role: &RolePosts| base.roles.iter().find(|one| one.id == role.id).map_or(0.0, |one| one.wte[0]);
    writer.prose("staffing", vec![whether_posts_change(results, &base, &wanted)]);
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
            establishment_figure(results, id_base, &role.id, "wte/1", now(role)).into(),
            establishment_figure(results, id_wanted, &role.id, "wte/1", then).into(),
            more_or_fewer(results, &role.id, then - now(role)),
        ]);
    }
    let (all_now, all_then) = (base.wte_of_year(0), wanted.wte_of_year(0));
    table.total(vec![
        "All".into(),
        Line::default(),
        establishment_figure(results, id_base, "all", "wte/1", all_now).into(),
        establishment_figure(results, id_wanted, "all", "wte/1", all_then).into(),
        more_or_fewer(results, "all", all_then - all_now),
    ]);
    writer.table(table);
}

/// Whether the preferred option needs other posts than the base, in its first year or after it.
fn whether_posts_change(results: &Results, base: &Establishment, wanted: &Establishment) -> Line {
    let option = results.quoted(results.preferred);
    let mut changed = (0..results.money.years.len()).filter(|year| base.differs(wanted, *year));
    match changed.next() {
        None => line![option, " needs no other posts than those there are."],
        Some(0) => {
            line![option, " needs these posts in its first year, against ", results.quoted(0), "."]
        }
        Some(_) => line![
            option,
            " needs no other posts than ",
            results.quoted(0),
            " in its first year; posts come or go after it."
        ],
    }
}

fn more_or_fewer(results: &Results, who: &str, difference: f64) -> Line {
    // Tenths of a post do not subtract to exact tenths.
    let difference = (difference * 1e6).round() / 1e6;
    let place = format!("posts/{}/{who}/wteDifference", results.options[results.preferred].id);
    Figure::signed(Some(difference), Unit::Wte, place).into()
}
