//! The drivers as a page.

use pathloom_appraisal::Interval;
use pathloom_appraisal::drivers::{Drivers, Effect, Spread, Swing};
use pathloom_service::Scenario;

use crate::format::{counted, number, percent};
use crate::grid::{Cell, Grid};
use crate::screen::{hanging, one_line, paragraph};

/// The answer to read; tables hold the first `most` inputs.
pub(super) fn draw(scenario: &Scenario, drivers: &Drivers, most: usize, width: usize) -> String {
    let mut page = format!("What drives the {}? {}\n\n", drivers.words, one_line(&scenario.option_name));
    if drivers.stopped {
        page.push_str("INCOMPLETE: stopped before every input had its turn.\n\n");
    }
    for sentence in &drivers.sentences {
        page.push_str(&hanging("  - ", &format!("{}.", one_line(sentence)), width));
    }
    page.push_str(&swings(drivers, most, width));
    if let Some(spread) = &drivers.spread {
        page.push_str(&shares(spread, most, width));
    }
    page.push('\n');
    page.push_str(&paragraph(&footing(drivers), width));
    page
}

/// One input at a time.
fn swings(drivers: &Drivers, most: usize, width: usize) -> String {
    let moving: Vec<&Swing> = drivers
        .swings
        .iter()
        .filter(|swing| !matches!(swing.effect, Effect::None | Effect::NothingMeasured))
        .take(most)
        .collect();
    if moving.is_empty() {
        return String::new();
    }
    let mut grid = Grid::new([
        "low to high".to_owned(),
        format!("{} then", drivers.unit),
        "difference (95% interval)".to_owned(),
    ]);
    for swing in moving {
        let input = &swing.input;
        let mark = if input.has_range { "" } else { " *" };
        let Interval { low, high } = swing.interval;
        let told = if swing.effect == Effect::Clear { "" } else { ", no effect shows" };
        grid.row(
            &input.words,
            vec![
                Cell::words(format!("{} to {}{mark}", fine(input.low), fine(input.high))),
                Cell::words(format!("{} to {}", number(swing.at_low), number(swing.at_high))),
                Cell {
                    figure: number(swing.swing),
                    rest: format!("({} to {}){told}", number(low), number(high)),
                },
            ],
        );
    }
    let note = if drivers.swings.iter().any(|swing| !swing.input.has_range) {
        "* no range in the document: down and up by a percentage, whole numbers by one at least\n"
    } else {
        ""
    };
    format!("\nOne input at a time, all others at their likely value\n{}{note}", grid.draw(width))
}

/// All inputs at once.
fn shares(spread: &Spread, most: usize, width: usize) -> String {
    let mut grid = Grid::new(["share of the variance".to_owned(), "95% interval".to_owned()]);
    for share in spread.shares.iter().take(most) {
        let told = if share.clear { "" } else { ", no effect shows" };
        let ends = format!(
            "{} to {}{told}",
            percent(share.interval.low * 100.0),
            percent(share.interval.high * 100.0)
        );
        grid.row(&share.words, vec![Cell::figure(percent(share.share * 100.0)), Cell::words(ends)]);
    }
    format!("\nAll uncertain inputs at once: what each explains by itself\n{}", grid.draw(width))
}

fn footing(drivers: &Drivers) -> String {
    let futures = counted(drivers.replications as usize, "replication", "replications");
    let left_out = drivers.left_out.len();
    let mut text =
        format!("{futures}; {} varied.", counted(drivers.swings.len(), "input was", "inputs were"));
    if left_out > 0 {
        text.push_str(&format!(
            " {} left out, most because they are 0 and have no range; --format json names them.",
            counted(left_out, "input was", "inputs were")
        ));
    }
    text
}

/// An input's value, with the digits that small ones need.
fn fine(value: f64) -> String {
    if value.abs() >= 10.0 { number(value) } else { format!("{}", (value * 1_000.0).round() / 1_000.0) }
}
