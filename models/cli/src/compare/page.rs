//! The comparison as a page, and as JSON.

use pathloom_appraisal::compare::{ComparedFigure, Comparison, TargetByWeek};
use pathloom_appraisal::precision::{Ended, Look, Precise};
use pathloom_appraisal::star::StarView;
use pathloom_simulation::Band;
use serde::Serialize;

use crate::exit::Failure;
use crate::format::{counted, fine_number, number, percent};
use crate::grid::{Cell, Grid};
use crate::screen::{hanging, one_line, paragraph};

/// The answer of `--format json`.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Answer<'a> {
    schema_version: u32,
    comparison: &'a Comparison,
    growth_of_precision: &'a [Look],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    stars: &'a [StarView],
}

/// The comparison for programs.
///
/// # Errors
/// [`Failure::Write`].
pub(super) fn json(
    comparison: &Comparison,
    precise: &Precise,
    stars: &[StarView],
) -> Result<String, Failure> {
    let answer = Answer { schema_version: 1, comparison, growth_of_precision: &precise.growth, stars };
    serde_json::to_string_pretty(&answer)
        .map(|text| text + "\n")
        .map_err(|error| Failure::Write { name: "the comparison".to_owned(), reason: error.to_string() })
}

/// The comparison to read.
pub(super) fn draw(comparison: &Comparison, precise: &Precise, width: usize) -> String {
    let base = one_line(&comparison.options[comparison.base].name);
    let mut page = paragraph(
        &format!(
            "{} compared on the same {}; lists and waits at the end of week {}; the others are held against \"{base}\".",
            counted(comparison.options.len(), "option", "options"),
            counted(comparison.replications as usize, "simulated future", "simulated futures"),
            comparison.week
        ),
        width,
    );
    page.push('\n');
    page.push_str(&figures(comparison).draw(width));
    page.push_str("\nMean ± half-width of its 95% interval, then the range that 9 of 10 futures fall in.\n");
    page.push_str(&against_base(comparison, width));
    page.push_str(&targets(comparison, width));
    page.push_str(&precision(precise, width));
    page
}

fn figures(comparison: &Comparison) -> Grid {
    let mut grid = Grid::new(comparison.options.iter().map(|option| option.name.clone()));
    for figure in comparison.figures.iter().filter(|figure| tells_something(figure)) {
        let name = match figure.unit.as_str() {
            "people" | "£" => figure.words.clone(),
            unit => format!("{} ({unit})", figure.words),
        };
        grid.row(&name, figure.bands.iter().map(|band| cell(band, &figure.unit)).collect());
    }
    grid
}

/// Whether any option has anything but 0 to show.
fn tells_something(figure: &ComparedFigure) -> bool {
    figure.bands.iter().any(|band| band.measured > 0 && (band.mean != 0.0 || band.sd != 0.0))
}

fn cell(band: &Band, unit: &str) -> Cell {
    // Sums in another order differ in their last digits: that is no spread.
    let spreads = band.sd > 1e-9 * band.mean.abs();
    let pound = if unit == "£" { "£" } else { "" };
    let mut figure = format!("{pound}{}", number(band.mean));
    if band.mean_interval_half_width.is_finite() && spreads {
        figure.push_str(&format!(" ± {}", fine_number(band.mean_interval_half_width)));
    }
    let rest = if spreads { format!("({} to {})", number(band.p5), number(band.p95)) } else { String::new() };
    Cell { figure, rest }
}

/// What each option changes, and what comes of it.
fn against_base(comparison: &Comparison, width: usize) -> String {
    let mut text = String::new();
    for (at, option) in comparison.options.iter().enumerate().filter(|(at, _)| *at != comparison.base) {
        text.push_str(&format!("\n{}\n", one_line(&option.name)));
        text.push_str("  What differs:\n");
        if option.differs.is_empty() {
            text.push_str("  - nothing that is simulated\n");
        }
        for differs in &option.differs {
            text.push_str(&hanging("  - ", &one_line(&differs.words), width));
        }
        text.push_str("  What comes of it (95% intervals of the differences):\n");
        for figure in comparison.figures.iter().filter(|figure| tells_something(figure)) {
            let Some(difference) = &figure.differences[at] else { continue };
            let chance = figure.chances.iter().find(|one| (one.option, one.against) == (at, comparison.base));
            let better = chance.map_or_else(String::new, |chance| {
                format!("; better in {} of futures", percent(chance.better.share * 100.0))
            });
            text.push_str(&hanging("  - ", &format!("{}{better}", one_line(&difference.words)), width));
        }
    }
    text
}

fn targets(comparison: &Comparison, width: usize) -> String {
    let mut text = String::new();
    for option in &comparison.options {
        for target in &option.targets {
            text.push_str(&hanging("  - ", &format!("{}: {}", one_line(&option.name), met(target)), width));
        }
    }
    if text.is_empty() {
        text
    } else {
        format!("\nTargets, as the share of simulated futures that meet them\n{text}")
    }
}

fn met(target: &TargetByWeek) -> String {
    let name = one_line(&target.name);
    let Some(share) = target.met.get(target.by_week as usize) else {
        return format!("\"{name}\" is for week {}, past the end of the simulation", target.by_week);
    };
    let first =
        (0..target.met.len()).find(|from| target.met[*from..].iter().all(|one| one.share >= target.wanted));
    let since = match first {
        Some(week) => format!("with the wanted {} from week {week} on", percent(target.wanted * 100.0)),
        None => format!("never with the wanted {} to the end", percent(target.wanted * 100.0)),
    };
    format!(
        "\"{name}\" is met at week {} in {} ({} to {}); {since}",
        target.by_week,
        percent(share.share * 100.0),
        percent(share.interval.low * 100.0),
        percent(share.interval.high * 100.0)
    )
}

/// How precision grew, where it decided the number of futures.
fn precision(precise: &Precise, width: usize) -> String {
    let Some(last) = precise.growth.last() else { return String::new() };
    let mut grid = Grid::new(["widest interval, as a share of what was asked".to_owned()]);
    for look in &precise.growth {
        let pairs = look.half_widths.iter().flatten().zip(look.wanted.iter().flatten());
        let worst = pairs.map(|(is, wanted)| is / wanted).fold(0.0, f64::max);
        grid.row(
            &counted(look.replications as usize, "replication", "replications"),
            vec![Cell::figure(percent(100.0 * worst))],
        );
    }
    let ended = match precise.ended {
        Ended::Reached => format!(
            "Every interval is as narrow as asked after {} replications of each option.",
            last.replications
        ),
        Ended::AtMost => {
            format!("{} replications of each option were not enough; --most allows more.", last.replications)
        }
        Ended::MemoryFull => format!(
            "{} replications of each option were not enough, and the outcomes of more would not fit in memory: compare fewer options, or ask for less.",
            last.replications
        ),
        Ended::Stopped => "Stopped before the intervals were as narrow as asked.".to_owned(),
    };
    format!("\nPrecision\n{}{}", grid.draw(width), paragraph(&ended, width))
}
