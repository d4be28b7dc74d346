//! What drives the answer, where somebody has had it found out.

use pathloom_appraisal::drivers::{Effect, Swing};

use crate::chart::{Bounds, tornado};
use crate::content::Writer;
use crate::figure::Figure;
use crate::report::{Column, Line, Table, line};
use crate::results::unit;
use crate::words;

/// Inputs that are shown, the ones that move the answer most.
const MOST_SHOWN: usize = 10;

/// Writes the section; nothing where the drivers are not known and nobody wrote a text.
pub(super) fn write(writer: &mut Writer) {
    let results = writer.results;
    let Some(drivers) = results.drivers else {
        if writer.is_own("sensitivity") {
            writer.heading(2, "What drives the answer");
            writer.prose("sensitivity", Vec::new());
        }
        return;
    };
    writer.heading(2, "What drives the answer");
    writer
        .prose("sensitivity", drivers.sentences.iter().map(|text| Line::given(format!("{text}."))).collect());
    let counted = unit(&drivers.unit);
    let figure = |swing: &Swing, of: &str, value: f64| {
        Figure::bare(Some(value), counted, format!("drivers/{}/{of}", swing.input.place))
    };
    let shown: Vec<&Swing> =
        drivers.swings.iter().filter(|swing| swing.effect == Effect::Clear).take(MOST_SHOWN).collect();
    if shown.is_empty() {
        return;
    }
    let rows: Vec<Bounds> = shown
        .iter()
        .map(|swing| Bounds {
            label: swing.input.words.clone(),
            at_low: figure(swing, "atLow", swing.at_low),
            at_high: figure(swing, "atHigh", swing.at_high),
        })
        .collect();
    let middle = Figure::said(Some(drivers.at_likely.mean), counted, "drivers/atLikely");
    let each: Vec<String> = rows
        .iter()
        .map(|row| format!("{}: {} to {}", row.label, row.at_low.text, row.at_high.text))
        .collect();
    let alternative = format!(
        "Bars of the {} with one input at a time at its low and at its high value, the largest change first. {}.",
        drivers.words,
        each.join("; ")
    );
    let title = line![
        words::capital(&shown[0].input.words),
        " moves the ",
        Line::given(drivers.words.clone()),
        " most"
    ];
    let subtitle = line![
        "Mean ",
        Line::given(drivers.words.clone()),
        " under ",
        results.quoted(results.preferred),
        " with one input at a time at its low and its high value, in the same futures"
    ];
    writer.chart(title, subtitle, alternative, tornado(rows, &middle));
    writer.table(table(writer, &shown));
    writer.note(
        "An input without a range of its own was moved by the same share down and up as every other such input. Moving one at a time does not show what two of them do together.",
    );
}

fn table(writer: &Writer, shown: &[&Swing]) -> Table {
    let drivers = writer.results.drivers;
    let counted = drivers.map_or(crate::figure::Unit::Plain, |drivers| unit(&drivers.unit));
    let columns = vec![
        Column::words("Input", 3.0),
        Column::numbers("Low", 0.8),
        Column::numbers("Likely", 0.8),
        Column::numbers("High", 0.8),
        Column::numbers("From low to high", 1.6),
    ];
    let mut table = Table::new("The inputs that move the answer most".into(), columns);
    for swing in shown {
        let place = |of: &str| format!("drivers/{}/{of}", swing.input.place);
        let input = |of: &str, value: f64| -> Line {
            Figure::bare(Some(value), crate::figure::Unit::Plain, place(of)).into()
        };
        let moved = |of: &str, value: f64| Figure::signed(Some(value), counted, place(of));
        let (low, high) = (moved("swingLow", swing.interval.low), moved("swingHigh", swing.interval.high));
        table.row(vec![
            Line::given(swing.input.words.clone()),
            input("low", swing.input.low),
            input("likely", swing.input.likely),
            input("high", swing.input.high),
            line![moved("swing", swing.swing), " (", low, "\u{a0}to\u{a0}", high, ")"],
        ]);
    }
    table
}
