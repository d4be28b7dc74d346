//! What was used of what there was: staff hours by role, places by step.

use pathloom_service::Work;
use pathloom_simulation::{Band, HorizonMeasure, Outcomes, Scope};

use super::Study;
use crate::format::{self, number};
use crate::grid::{Cell, Grid};
use crate::screen::paragraph;

/// Hours used of hours available: a row for each role, a column for each option.
pub(crate) fn hours(study: &Study, width: usize) -> String {
    let roles = || study.project.roles.iter().map(|role| Scope::Role(role.id.clone()));
    let mut rows: Vec<(&str, Vec<Scope>)> = study
        .project
        .roles
        .iter()
        .zip(roles())
        .map(|(role, scope)| (role.name.as_str(), vec![scope]))
        .collect();
    if rows.len() > 1 {
        rows.push(("All roles", roles().collect()));
    }
    let mut grid = Grid::new(study.options.iter().map(|(scenario, _)| scenario.option_name.clone()));
    let mut any = false;
    for (name, scopes) in rows {
        let hours: Vec<(f64, f64)> =
            study.options.iter().map(|(_, outcomes)| weekly(outcomes, &scopes)).collect();
        // A role without a post in any option has no hours to speak of.
        if hours.iter().all(|(used, available)| *used <= 0.0 && *available <= 0.0) {
            continue;
        }
        any = true;
        let cells = hours.iter().map(|(used, available)| {
            if *available <= 0.0 {
                return Cell::figure(format::NOTHING);
            }
            Cell {
                figure: format!("{} of {}", number(*used), number(*available)),
                rest: format!("({})", format::percent(100.0 * used / available)),
            }
        });
        grid.row(name, cells.collect());
    }
    if any {
        block("Hours used of hours available for contacts, a week on average", &grid, width)
    } else {
        String::new()
    }
}

/// Places in use: a row for each step with places, a column for each option.
pub(crate) fn places(study: &Study, width: usize) -> String {
    let mut steps: Vec<(&str, &str)> = Vec::new();
    for (scenario, _) in &study.options {
        for step in scenario.design.steps.iter().filter(|step| matches!(step.work, Work::Places(_))) {
            if steps.iter().all(|(id, _)| *id != step.id) {
                steps.push((&step.id, &step.name));
            }
        }
    }
    if steps.is_empty() {
        return String::new();
    }
    let mut grid = Grid::new(study.options.iter().map(|(scenario, _)| scenario.option_name.clone()));
    for (id, name) in steps {
        let scope = Scope::Step(id.to_owned());
        let cells = study.options.iter().map(|(_, outcomes)| {
            let mean = |measure| outcomes.horizon_band(measure, &scope).map(|band| band.mean);
            let Some(in_use) = mean(HorizonMeasure::MeanUnderWay) else {
                return Cell::figure(format::NOTHING);
            };
            let kept = mean(HorizonMeasure::MeanDelayed).unwrap_or(0.0);
            let waited = mean(HorizonMeasure::HadToWaitPercent).filter(|share| share.is_finite());
            Cell {
                figure: number(in_use + kept),
                rest: waited.map(|share| format!("({} waited)", format::percent(share))).unwrap_or_default(),
            }
        });
        grid.row(name, cells.collect());
    }
    block("Places in use on average, and the share of people who had to wait for one", &grid, width)
}

/// Share of all available hours that was used `[%]`, over replications.
pub(crate) fn share_used(outcomes: &Outcomes) -> Option<Band> {
    let sum = |measure| -> Option<Vec<f64>> {
        let columns =
            outcomes.catalogue.horizon.iter().filter(|(one, scope)| *one == measure && is_role(scope));
        columns.filter_map(|(_, scope)| outcomes.horizon(measure, scope)).reduce(|mut sum, column| {
            sum.iter_mut().zip(column).for_each(|(sum, value)| *sum += value);
            sum
        })
    };
    let (used, available) = (sum(HorizonMeasure::HoursUsed)?, sum(HorizonMeasure::HoursAvailable)?);
    Some(Band::of(used.iter().zip(&available).map(|(used, available)| 100.0 * used / available).collect()))
}

fn is_role(scope: &Scope) -> bool {
    matches!(scope, Scope::Role(_))
}

/// Mean hours used and available in a week of the horizon.
fn weekly(outcomes: &Outcomes, roles: &[Scope]) -> (f64, f64) {
    let catalogue = &outcomes.catalogue;
    let weeks = catalogue.weeks.saturating_sub(catalogue.warm_up_weeks).max(1) as f64;
    let sum = |measure| -> f64 {
        roles
            .iter()
            .filter_map(|role| outcomes.horizon_band(measure, role))
            .map(|band| band.mean / weeks)
            .sum()
    };
    (sum(HorizonMeasure::HoursUsed), sum(HorizonMeasure::HoursAvailable))
}

fn block(head: &str, grid: &Grid, width: usize) -> String {
    format!("\n{}{}", paragraph(head, width), grid.draw(width))
}
