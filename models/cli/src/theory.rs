//! `pathloom theory`: the load and flow of each step from the traffic equations, beside what queueing formulas say
//! about its wait. Nothing is simulated.

use pathloom_service::Scenario;
use pathloom_simulation::theory::traffic::{Flows, GrowingLists, LongRunWait, RoleLoad, StepFlow, flows};

use crate::args::TheoryArguments;
use crate::exit::{Exit, Failure};
use crate::format::{NOTHING, Unit, number, percent, quantity};
use crate::grid::{Cell, Grid};
use crate::input::{Input, options, scenario};
use crate::screen::{self, hanging, one_line, paragraph};

/// Load above which small delays already show as waits `[%]`, chosen.
const TIGHT_PERCENT: f64 = 90.0;

/// One step in the long run.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TheoryRow {
    /// Label of the step.
    pub(crate) step: String,
    /// People who reach it `[people a week]`.
    pub(crate) people_per_week: f64,
    /// What the work needs, where the step has a capacity [`unit`].
    pub(crate) needs: Option<f64>,
    /// What there is [`unit`].
    pub(crate) has: Option<f64>,
    /// `hours a week`, `places`, `seats a week`.
    pub(crate) unit: &'static str,
    /// Needs as a share of what there is `[%]`; none where there is no capacity, or nothing of it.
    pub(crate) load_percent: Option<f64>,
    /// Mean wait in the long run, where a formula gives one `[weeks]`.
    pub(crate) wait_weeks: Option<f64>,
    /// The formula: `Erlang C`, `Allen-Cunneen`.
    pub(crate) formula: Option<&'static str>,
    /// List with which 92% wait no longer than 18 weeks `[people]`.
    pub(crate) target_list: Option<f64>,
}

/// One role in the long run.
#[derive(Debug, Clone, PartialEq)]
struct RoleRow {
    /// Label of the role.
    role: String,
    /// Hours its work needs `[hours a week]`.
    needs: f64,
    /// Hours it has `[hours a week]`.
    has: f64,
    /// Needs as a share of what it has `[%]`; none when it has nothing.
    load_percent: Option<f64>,
}

/// The flows of a scenario, or why they cannot be worked out, in plain words.
fn flows_of(scenario: &Scenario) -> Result<Flows, String> {
    flows(scenario).map_err(|error| error.to_string())
}

/// The steps of a scenario in the order of the design.
fn theory_rows(flows: &Flows) -> Vec<TheoryRow> {
    let row = |step: &StepFlow| {
        let (wait_weeks, formula) = match step.wait {
            LongRunWait::Mean { mean_weeks, formula } => (Some(mean_weeks), Some(formula.name())),
            LongRunWait::Unknown { .. } => (None, None),
        };
        TheoryRow {
            step: step.step_name.clone(),
            people_per_week: step.people_per_week,
            needs: step.load.map(|load| load.needed),
            has: step.load.map(|load| load.available),
            unit: step.load.map_or("", |load| load.unit.words()),
            load_percent: step.load.and_then(|load| load.load_percent),
            wait_weeks,
            formula,
            target_list: step.target_list_people,
        }
    };
    flows.steps.iter().map(row).collect()
}

/// The roles of a scenario that have posts or work.
fn role_rows(flows: &Flows) -> Vec<RoleRow> {
    let row = |role: &RoleLoad| RoleRow {
        role: role.role_name.clone(),
        needs: role.hours_needed_per_week,
        has: role.hours_at_full_speed_per_week,
        load_percent: role.load_percent,
    };
    flows.roles.iter().map(row).filter(|row| row.needs > 0.0 || row.has > 0.0).collect()
}

/// Prints loads and flows of the options.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &TheoryArguments) -> Result<Exit, Failure> {
    let (input, project) = Input::sound(&arguments.file)?;
    let width = screen::width(arguments.width);
    let mut page = paragraph(&one_line(&project.name), width);
    for option in options(&project, &arguments.option)? {
        let scenario = scenario(&input, &project, option)?;
        let flows = flows_of(&scenario)
            .map_err(|reason| Failure::NoTheory { option: scenario.option_name.clone(), reason })?;
        page.push_str(&format!("\n{}", paragraph(&one_line(&option.name), width)));
        page.push_str(&draw(&theory_rows(&flows), width));
        page.push_str(&draw_growing(&flows, width));
        page.push_str(&draw_roles(&role_rows(&flows), width));
    }
    page.push_str(&format!("\n{}", paragraph(LEGEND, width)));
    screen::print(&page)?;
    Ok(Exit::Done)
}

const LEGEND: &str = "In the long run, with every input at its likely value and before anybody gives up waiting. A load of \
100% or more has no long run: the list grows. Hours shared by several steps are divided in the ratio of their work. A \
formula's wait is for posts that work evenly through the week. With a list no longer than the target, 92% wait no longer \
than 18 weeks.";

fn draw(rows: &[TheoryRow], width: usize) -> String {
    let heads = ["people a week", "needs", "has", "load", "mean wait", "target list"];
    let mut grid = Grid::new(heads.map(str::to_owned));
    for row in rows {
        let needs = row.needs.map_or_else(|| NOTHING.to_owned(), number);
        let has = match row.has {
            Some(has) => Cell { figure: number(has), rest: row.unit.to_owned() },
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
            Cell::figure(needs),
            has,
            Cell::figure(load),
            wait,
            Cell::figure(row.target_list.map_or_else(|| NOTHING.to_owned(), number)),
        ];
        grid.row(&row.step, cells);
    }
    let mut text = grid.draw(width);
    for row in rows {
        if let Some(words) = verdict(row) {
            text.push_str(&hanging("  ", &format!("{}: {words}", one_line(&row.step)), width));
        }
    }
    text
}

/// What becomes of the list of a step that keeps up, in words; none where there is nothing to keep up with, and
/// where it does not ([`growth_note`] says so).
fn verdict(row: &TheoryRow) -> Option<&'static str> {
    let (needs, has) = (row.needs?, row.has?);
    match row.load_percent? {
        _ if needs <= 0.0 => None,
        load if load <= TIGHT_PERCENT => Some("keeps up"),
        load if load < 100.0 => Some("tight: small delays will show as waits"),
        _ if needs <= has * (1.0 + 1e-9) => {
            Some("exactly full: every delay adds to the list and none is made up")
        }
        _ => None,
    }
}

/// What cannot keep up, a line for each capacity.
fn draw_growing(flows: &Flows, width: usize) -> String {
    let line = |lists: &GrowingLists| {
        hanging("  ", &format!("{}: {}", names(flows, lists), growth_note(lists)), width)
    };
    flows.growing.iter().map(line).collect()
}

/// The steps of lists that grow: `Triage`, `Triage, Assessment and Review`.
pub(crate) fn names(flows: &Flows, lists: &GrowingLists) -> String {
    let names: Vec<String> =
        lists.steps.iter().filter_map(|at| Some(one_line(&flows.steps.get(*at)?.step_name))).collect();
    match names.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        _ => names.concat(),
    }
}

/// "this list grows by about 3.4 people a week: needs 41.2 hours a week, has 36.0".
pub(crate) fn growth_note(lists: &GrowingLists) -> String {
    let GrowingLists { needed, available, grows_people_per_week: grows, .. } = lists;
    let unit = lists.unit.words();
    if lists.steps.len() > 1 {
        return format!(
            "they share staff, and their lists together grow by about {grows:.1} people a week: \
            need {needed:.1} {unit}, have {available:.1}"
        );
    }
    format!("this list grows by about {grows:.1} people a week: needs {needed:.1} {unit}, has {available:.1}")
}

fn draw_roles(rows: &[RoleRow], width: usize) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let mut grid = Grid::new(["needs", "has", "load"].map(str::to_owned));
    for row in rows {
        let hours = |hours: f64| Cell { figure: number(hours), rest: "hours a week".to_owned() };
        let load = row.load_percent.map_or_else(|| NOTHING.to_owned(), percent);
        grid.row(&row.role, vec![hours(row.needs), hours(row.has), Cell::figure(load)]);
    }
    format!("\n{}", grid.draw(width))
}

#[cfg(test)]
mod tests {
    use pathloom_simulation::theory::traffic::LoadUnit;

    use super::*;

    fn row(step: &str, needs: f64, has: f64, wait_weeks: Option<f64>) -> TheoryRow {
        TheoryRow {
            step: step.to_owned(),
            people_per_week: 23.0,
            needs: Some(needs),
            has: Some(has),
            unit: "hours a week",
            load_percent: (has > 0.0).then(|| 100.0 * needs / has),
            wait_weeks,
            formula: Some("Erlang C"),
            target_list: Some(164.0),
        }
    }

    #[test]
    fn a_step_in_trouble_says_so_in_words() {
        insta::assert_snapshot!(draw(
            &[
                row("Triage", 5.75, 36.0, Some(0.4)),
                row("Assessment", 41.2, 36.0, None),
                row("Review", 33.0, 36.0, Some(9.0)),
            ],
            100
        ));
    }

    #[test]
    fn every_load_has_its_words() {
        let words = |needs, has| verdict(&row("Step", needs, has, None)).unwrap_or_default();
        assert_eq!((words(0.0, 10.0), words(8.0, 10.0)), ("", "keeps up"));
        assert!(words(9.5, 10.0).starts_with("tight"));
        assert!(words(10.0, 10.0).starts_with("exactly full"));
        assert_eq!((words(12.0, 10.0), words(12.0, 0.0)), ("", ""), "said of its list instead");
    }

    #[test]
    fn a_list_that_grows_says_by_how_much() {
        let mut lists = GrowingLists {
            steps: vec![0],
            unit: LoadUnit::HoursPerWeek,
            needed: 41.2,
            available: 36.0,
            grows_people_per_week: 3.4,
        };
        assert_eq!(
            growth_note(&lists),
            "this list grows by about 3.4 people a week: needs 41.2 hours a week, has 36.0"
        );
        lists.steps.push(1);
        assert_eq!(
            growth_note(&lists),
            "they share staff, and their lists together grow by about 3.4 people a week: need 41.2 hours a week, \
            have 36.0"
        );
    }
}
