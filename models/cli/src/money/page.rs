//! The appraisal as a page, and as JSON.

use pathloom_appraisal::money::{AgainstBase, LineKind, MoneyLine, MoneyOption, MoneyReport, MoneyYear};
use pathloom_simulation::Band;
use serde::Serialize;

use crate::exit::Failure;
use crate::format::{NOTHING, counted, number, percent};
use crate::grid::{Cell, Grid};
use crate::screen::{hanging, one_line, paragraph};

/// Switching values shown on the page; the JSON has all.
const SWITCHES_SHOWN: usize = 6;

/// Years of which each line is shown; of more, the total alone.
const YEARS_SHOWN: usize = 5;

/// The answer of `--format json`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    schema_version: u32,
    #[serde(flatten)]
    report: &'a MoneyReport,
}

/// The appraisal for programs.
///
/// # Errors
/// [`Failure::Write`].
pub(super) fn json(report: &MoneyReport) -> Result<String, Failure> {
    serde_json::to_string_pretty(&Answer { schema_version: 1, report })
        .map(|text| text + "\n")
        .map_err(|error| Failure::Write { name: "the appraisal".to_owned(), reason: error.to_string() })
}

/// The appraisal to read.
pub(super) fn draw(report: &MoneyReport, width: usize) -> String {
    let base = one_line(&report.options[report.base].name);
    let weeks = (report.years.first(), report.years.last());
    let heading = format!(
        "{} over {} (weeks {} to {}), on the same {}; the others are held against \"{base}\".",
        counted(report.options.len(), "option", "options"),
        counted(report.years.len(), "year", "years"),
        weeks.0.map_or(0, |year| year.from_week),
        weeks.1.map_or(0, |year| year.to_week),
        counted(report.replications as usize, "simulated future", "simulated futures"),
    );
    let mut page = paragraph(&heading, width);
    page.push('\n');
    page.push_str(&summary(report).draw(width));
    page.push_str(
        "\nMean, then the range that 9 of 10 futures fall in; £ as stated unless a present value.\n",
    );
    for option in &report.options {
        page.push_str(&format!("\n{}\n", one_line(&option.name)));
        page.push_str(&account(report, option).draw(width));
        if let Some(against) = &option.against_base {
            page.push_str(&held_against(against, &base, width));
        }
        for remark in &option.remarks {
            page.push_str(&hanging("  Note: ", &format!("{}.", one_line(remark)), width));
        }
    }
    page.push_str("\nHow this was added up\n");
    for rule in &report.rules {
        page.push_str(&hanging("  - ", &one_line(rule), width));
    }
    page
}

fn summary(report: &MoneyReport) -> Grid {
    let mut grid = Grid::new(report.options.iter().map(|option| option.name.clone()));
    let mut row = |name: &str, of: &dyn Fn(&MoneyOption) -> Option<Cell>| {
        let cells: Vec<Option<Cell>> = report.options.iter().map(of).collect();
        if cells.iter().any(Option::is_some) {
            let cells = cells.into_iter().map(|cell| cell.unwrap_or_else(|| Cell::figure(NOTHING)));
            grid.row(name, cells.collect());
        }
    };
    row("cost of the service", &|option| Some(pounds_cell(&option.service_cost)));
    if report.years.len() > 1 {
        for (at, year) in report.years.iter().enumerate() {
            let name = format!("  in {} (weeks {} to {})", year_words(year), year.from_week, year.to_week);
            row(&name, &|option| Some(pounds_cell(&option.service_cost_by_year[at])));
        }
    }
    row("people completed", &|option| Some(cell(&option.completed)));
    row("cost for each person completed", &|option| Some(pounds_cell(&option.cost_per_completed)));
    row("present value of costs, others' included", &|option| Some(pounds_cell(&option.present_costs)));
    row("present value of benefits", &|option| some(&option.present_benefits).map(pounds_cell));
    row("present value of health", &|option| some(&option.present_health).map(pounds_cell));
    row("net present value", &|option| Some(pounds_cell(&option.net_present_value)));
    row("quality-adjusted life years", &|option| some(&option.quality_adjusted_life_years).map(cell));
    row("staff travel (miles)", &|option| option.miles.as_ref().map(cell));
    row("footprint of travel (kg CO2e)", &|option| option.kg_co2e.as_ref().map(cell));
    grid
}

/// The first year is year 1 to a reader, whatever the Green Book's discounting numbers it.
fn year_words(year: &MoneyYear) -> String {
    format!("year {}", year.number + 1)
}

/// A band that is not nothing everywhere.
fn some(band: &Band) -> Option<&Band> {
    (band.measured > 0 && (band.mean != 0.0 || band.sd > 0.0)).then_some(band)
}

/// Every line of an option: units, pounds in each year, present value.
fn account(report: &MoneyReport, option: &MoneyOption) -> Grid {
    let years = if report.years.len() <= YEARS_SHOWN { report.years.as_slice() } else { &[] };
    let in_years = years.iter().filter(|_| years.len() > 1).map(|year| format!("£ in {}", year_words(year)));
    let heads = ["how many".to_owned()].into_iter().chain(in_years);
    let mut grid = Grid::new(heads.chain(["£ in all".to_owned(), "present value (£)".to_owned()]));
    for line in &option.lines {
        let units = Cell { figure: number(line.units.mean), rest: one_line(&line.unit) };
        let priced = |value: f64| Cell::figure(if line.valued { pounds(value) } else { NOTHING.to_owned() });
        let mut cells = vec![units];
        if years.len() > 1 {
            cells.extend(line.pounds_by_year.iter().map(|value| priced(*value)));
        }
        cells.extend([priced(line.pounds.mean), priced(line.present_value.mean)]);
        grid.row(&line_name(line), cells);
    }
    grid
}

fn line_name(line: &MoneyLine) -> String {
    match line.kind {
        // Its name says what it is.
        LineKind::UnfilledPosts => line.name.clone(),
        kind => format!("{}: {}", kind.words(), line.name),
    }
}

/// The differences from the base, and what would make the two come out even.
fn held_against(against: &AgainstBase, base: &str, width: usize) -> String {
    let mut text = format!("  Against \"{base}\" (95% intervals):\n");
    for one in &against.differences {
        text.push_str(&hanging("  - ", &one_line(&one.difference.words), width));
    }
    let share = &against.worth_more;
    let worth = format!(
        "Worth more in {} of simulated futures ({} to {})",
        percent(share.share * 100.0),
        percent(share.interval.low * 100.0),
        percent(share.interval.high * 100.0)
    );
    text.push_str(&hanging("  - ", &worth, width));
    let mut possible = against.switching_values.iter().filter(|one| one.possible).peekable();
    if possible.peek().is_some() {
        text.push_str("  What would make the two come out even, the smallest change first:\n");
        for one in possible.by_ref().take(SWITCHES_SHOWN) {
            text.push_str(&hanging("  - ", &one_line(&one.words), width));
        }
        let more = possible.count();
        if more > 0 {
            text.push_str(&format!("  - and {more} more\n"));
        }
    } else if !against.switching_values.is_empty() {
        text.push_str("  None of the prices and rates that were tried would make the two come out even.\n");
    }
    text
}

fn cell(band: &Band) -> Cell {
    let rest =
        if spreads(band) { format!("({} to {})", number(band.p5), number(band.p95)) } else { String::new() };
    Cell { figure: number(band.mean), rest }
}

fn pounds_cell(band: &Band) -> Cell {
    let rest =
        if spreads(band) { format!("({} to {})", pounds(band.p5), pounds(band.p95)) } else { String::new() };
    Cell { figure: pounds(band.mean), rest }
}

/// Sums in another order differ in their last digits: that is no spread.
fn spreads(band: &Band) -> bool {
    band.sd > 1e-9 * band.mean.abs()
}

fn pounds(value: f64) -> String {
    let text = number(value);
    match text.strip_prefix('-') {
        _ if text == NOTHING => text,
        Some(size) => format!("-£{size}"),
        None => format!("£{text}"),
    }
}
