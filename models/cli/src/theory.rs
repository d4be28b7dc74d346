//! `pathloom theory`: the load and flow of each step from the traffic equations, beside what queueing formulas say
//! about its wait. Nothing is simulated.

use pathloom_service::Scenario;

use crate::args::TheoryArguments;
use crate::check;
use crate::exit::{Exit, Failure};
use crate::format::{NOTHING, Unit, number, percent, quantity};
use crate::grid::{Cell, Grid};
use crate::input::{Input, options, scenario};
use crate::screen::{self, hanging, one_line, paragraph};

/// One step in the long run.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TheoryRow {
    /// Label of the step.
    pub(crate) step: String,
    /// People who reach it \[people a week\].
    pub(crate) people_per_week: f64,
    /// What the work needs, where the step has a capacity \[`unit`\].
    pub(crate) needs: Option<f64>,
    /// What there is \[`unit`\].
    pub(crate) has: Option<f64>,
    /// `hours a week`, `places`, `seats a week`.
    pub(crate) unit: &'static str,
    /// Needs as a share of what there is \[%\].
    pub(crate) load_percent: Option<f64>,
    /// How fast its list grows when the load is above 100% \[people a week\].
    pub(crate) grows_per_week: Option<f64>,
    /// Mean wait in the long run, where a formula gives one \[weeks\].
    pub(crate) wait_weeks: Option<f64>,
    /// The formula: `Erlang C`, `Allen-Cunneen`.
    pub(crate) formula: Option<&'static str>,
}

/// The steps of a scenario in the order of the design.
///
/// # Errors
/// Why the flows cannot be worked out, in plain words.
fn theory_rows(_scenario: &Scenario) -> Result<Vec<TheoryRow>, String> {
    Err("the traffic equations are not available in this version".to_owned())
}

/// Prints loads and flows of the options.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &TheoryArguments) -> Result<Exit, Failure> {
    let input = Input::fetch(&arguments.file)?;
    let project = input.project()?;
    check::refuse_errors(&input, &project)?;
    let width = screen::width(arguments.width);
    let mut page = paragraph(&one_line(&project.name), width);
    for option in options(&project, &arguments.option)? {
        let scenario = scenario(&input, &project, option)?;
        let rows = theory_rows(&scenario)
            .map_err(|reason| Failure::NoTheory { option: scenario.option_name.clone(), reason })?;
        page.push_str(&format!("\n{}{}", paragraph(&one_line(&option.name), width), draw(&rows, width)));
    }
    page.push_str(&format!("\n{}", paragraph(LEGEND, width)));
    screen::print(&page)?;
    Ok(Exit::Done)
}

const LEGEND: &str = "In the long run, with every input at its likely value and before anybody gives up waiting. A load of \
100% or more has no long run: the list grows.";

fn draw(rows: &[TheoryRow], width: usize) -> String {
    let heads = ["people a week", "needs", "has", "load", "mean wait"];
    let mut grid = Grid::new(heads.map(str::to_owned));
    for row in rows {
        let amount = |value: Option<f64>| match value {
            Some(value) => Cell { figure: number(value), rest: row.unit.to_owned() },
            None => Cell::figure(NOTHING),
        };
        let wait = match row.wait_weeks {
            Some(weeks) => Cell {
                figure: quantity(weeks, Unit::Weeks),
                rest: row.formula.map(|formula| format!("({formula})")).unwrap_or_default(),
            },
            None => Cell::figure(NOTHING),
        };
        let load = row.load_percent.map_or_else(|| NOTHING.to_owned(), percent);
        let cells = vec![
            Cell::figure(number(row.people_per_week)),
            amount(row.needs),
            amount(row.has),
            Cell::figure(load),
            wait,
        ];
        grid.row(&row.step, cells);
    }
    let mut text = grid.draw(width);
    for row in rows {
        if let (Some(grows), Some(needs), Some(has)) = (row.grows_per_week, row.needs, row.has) {
            let note = growth_note(grows, needs, has, row.unit);
            text.push_str(&hanging("  ", &format!("{}: {note}", one_line(&row.step)), width));
        }
    }
    text
}

/// "this list grows by about 3.4 people a week: needs 41.2 hours a week, has 36.0".
pub(crate) fn growth_note(grows_per_week: f64, needs: f64, has: f64, unit: &str) -> String {
    format!(
        "this list grows by about {grows_per_week:.1} people a week: needs {needs:.1} {unit}, has {has:.1}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_in_trouble_says_so_in_words() {
        let row = |step: &str, needs: f64, grows_per_week, wait_weeks| TheoryRow {
            step: step.to_owned(),
            people_per_week: 23.0,
            needs: Some(needs),
            has: Some(36.0),
            unit: "hours a week",
            load_percent: Some(100.0 * needs / 36.0),
            grows_per_week,
            wait_weeks,
            formula: Some("Erlang C"),
        };
        insta::assert_snapshot!(draw(
            &[row("Triage", 5.75, None, Some(0.4)), row("Assessment", 41.2, Some(3.4), None)],
            100
        ));
    }
}
