//! Tables of posts and of money.

use pathloom_appraisal::money::MoneyOption;
use pathloom_simulation::Band;

use super::{Rows, heads, number};
use crate::results::Results;
use crate::safe::cell;

pub(super) fn posts(results: &Results) -> Rows {
    let mut rows = vec![heads(&["option", "role", "name", "year", "weeks", "wte", "poundsPerYear"])];
    for option in 0..results.options.len() {
        for role in &results.establishment(option).roles {
            for (year, (wte, weeks)) in role.wte.iter().zip(&results.money.years).enumerate() {
                rows.push(vec![
                    cell(&results.options[option].id),
                    cell(&role.id),
                    cell(&role.name),
                    (year + 1).to_string(),
                    (weeks.to_week + 1 - weeks.from_week).to_string(),
                    number(Some(*wte)),
                    number(Some(role.pounds_a_year)),
                ]);
            }
        }
    }
    rows
}

pub(super) fn costs(results: &Results) -> Rows {
    let mut rows = vec![heads(&["option", "kind", "name", "unit", "units", "valued", "year", "pounds"])];
    for option in &results.money.options {
        for line in &option.lines {
            let kind = serde_json::to_value(line.kind).ok();
            let kind = kind.as_ref().and_then(|kind| kind.as_str()).unwrap_or_default();
            for (year, pounds) in line.pounds_by_year.iter().enumerate() {
                rows.push(vec![
                    cell(&option.id),
                    kind.to_owned(),
                    cell(&line.name),
                    cell(&line.unit),
                    number(Some(line.units.mean)),
                    line.valued.to_string(),
                    (year + 1).to_string(),
                    number(Some(*pounds).filter(|_| line.valued)),
                ]);
            }
        }
    }
    rows
}

pub(super) fn figures(results: &Results) -> Rows {
    let mut rows = vec![heads(&["option", "figure", "unit", "mean", "low95", "high95", "p5", "p95"])];
    for option in &results.money.options {
        for (name, unit, band) in bands(option) {
            let half = band.mean_interval_half_width;
            let mut row = vec![cell(&option.id), name.to_owned(), unit.to_owned()];
            let all = [band.mean, band.mean - half, band.mean + half, band.p5, band.p95];
            row.extend(all.map(|value| number(Some(value))));
            rows.push(row);
        }
        for found in option.against_base.iter().flat_map(|against| &against.differences) {
            let difference = &found.difference;
            let mut row = vec![cell(&option.id), format!("against {}", found.name), found.unit.clone()];
            let all = [difference.mean, difference.interval.low, difference.interval.high];
            row.extend(all.map(|value| number(Some(value))));
            row.extend([String::new(), String::new()]);
            rows.push(row);
        }
    }
    rows
}

/// Figures of an option: name, unit, spread.
fn bands(option: &MoneyOption) -> Vec<(&'static str, &'static str, &Band)> {
    let mut all = vec![
        ("serviceCost", "£", &option.service_cost),
        ("completed", "people", &option.completed),
        ("costPerCompleted", "£", &option.cost_per_completed),
        ("presentCosts", "£", &option.present_costs),
        ("presentBenefits", "£", &option.present_benefits),
        ("presentHealth", "£", &option.present_health),
        ("netPresentValue", "£", &option.net_present_value),
        ("qualityAdjustedLifeYears", "quality-adjusted life years", &option.quality_adjusted_life_years),
    ];
    all.extend(option.miles.as_ref().map(|miles| ("miles", "miles", miles)));
    all.extend(option.kg_co2e.as_ref().map(|kg| ("kgCo2e", "kg CO2e", kg)));
    all
}

pub(super) fn switching(results: &Results) -> Rows {
    let mut rows = vec![heads(&["option", "place", "name", "now", "evenAt", "possible"])];
    for option in &results.money.options {
        for one in option.against_base.iter().flat_map(|against| &against.switching_values) {
            rows.push(vec![
                cell(&option.id),
                cell(&one.place),
                cell(&one.name),
                number(Some(one.now)),
                number(one.even_at),
                one.possible.to_string(),
            ]);
        }
    }
    rows
}
