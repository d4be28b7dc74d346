//! The results as tables for a spreadsheet: one line for each option, measure and week.

use super::Study;
use pathloom_simulation::summary::{BandColumns, ScopeName};

use super::json::Results;
use crate::cells::{self, Table};
use crate::exit::Failure;
use crate::format::{Intervals, date_of_week};

const WHOM: [&str; 4] = ["option", "measure", "scope_kind", "scope_id"];
const FIGURES: [&str; 6] = ["mean", "p5", "p25", "p50", "p75", "p95"];
const INTERVAL: [&str; 2] = ["mean_low_95", "mean_high_95"];
const LABELS: [&str; 3] = ["unit", "option_name", "scope_name"];

/// Weekly series, weeks counted from 0, the start.
///
/// # Errors
/// [`Failure::Write`].
pub(crate) fn weekly(study: &Study, results: &Results, intervals: Intervals) -> Result<String, Failure> {
    let mut table = Table::new(&columns(&["week", "date"], &[], intervals))?;
    for option in &results.options {
        for series in &option.weekly {
            for week in 0..series.bands.mean.len() {
                let mut cells = whom(&option.id, &series.measure, &series.scope);
                cells.push(week.to_string());
                cells.push(
                    date_of_week(study.project.start_date, week)
                        .map(|date| date.to_string())
                        .unwrap_or_default(),
                );
                cells.extend(figures(&series.bands, week).map(cells::number));
                if intervals == Intervals::Shown {
                    let half_width = series.bands.mean_half_width95.get(week).copied().flatten();
                    cells.extend(interval(series.bands.mean[week], half_width));
                }
                cells.extend(labels(&series.unit, &option.name, &series.scope));
                table.row(cells)?;
            }
        }
    }
    table.finish()
}

/// Figures over the horizon.
///
/// # Errors
/// [`Failure::Write`].
pub(crate) fn horizon(results: &Results, intervals: Intervals) -> Result<String, Failure> {
    let mut table = Table::new(&columns(&[], &["measured"], intervals))?;
    for option in &results.options {
        for figure in &option.horizon {
            let band = &figure.band;
            let mut cells = whom(&option.id, &figure.measure, &figure.scope);
            cells.extend([band.mean, band.p5, band.p25, band.p50, band.p75, band.p95].map(cells::number));
            cells.push(band.measured.to_string());
            if intervals == Intervals::Shown {
                cells.extend(interval(band.mean, band.mean_half_width95));
            }
            cells.extend(labels(&figure.unit, &option.name, &figure.scope));
            table.row(cells)?;
        }
    }
    table.finish()
}

fn columns(before: &[&'static str], after: &[&'static str], intervals: Intervals) -> Vec<&'static str> {
    let mut columns = WHOM.to_vec();
    columns.extend(before);
    columns.extend(FIGURES);
    columns.extend(after);
    if intervals == Intervals::Shown {
        columns.extend(INTERVAL);
    }
    columns.extend(LABELS);
    columns
}

fn whom(option: &str, measure: &str, scope: &ScopeName) -> Vec<String> {
    vec![
        cells::text(option),
        cells::text(measure),
        cells::text(&scope.kind),
        cells::text(scope.id.as_deref().unwrap_or_default()),
    ]
}

fn labels(unit: &str, option: &str, scope: &ScopeName) -> [String; 3] {
    [cells::text(unit), cells::text(option), cells::text(&scope.name)]
}

fn figures(bands: &BandColumns, week: usize) -> [Option<f64>; 6] {
    [&bands.mean, &bands.p5, &bands.p25, &bands.p50, &bands.p75, &bands.p95]
        .map(|column| column.get(week).copied().flatten())
}

fn interval(mean: Option<f64>, half_width: Option<f64>) -> [String; 2] {
    let bound = |sign: f64| mean.zip(half_width).map(|(mean, half_width)| round(mean + sign * half_width));
    [cells::number(bound(-1.0)), cells::number(bound(1.0))]
}

fn round(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}
