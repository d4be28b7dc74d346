//! Which inputs move the answer: bars from the low to the high value of each, the longest first.

use crate::chart::{ACCENT, Anchor, Drawing, INK, MUTED, WIDTH, cut, look, wide};
use crate::figure::Figure;

const ROW: f32 = 30.0;
const THICK: f32 = 15.0;
/// Room for the names of the inputs.
const NAMES: f32 = 290.0;

/// The answer with an input at both its ends.
#[derive(Debug, Clone)]
pub(crate) struct Bounds {
    /// What the input is.
    pub(crate) label: String,
    /// The answer with the input at its low value.
    pub(crate) at_low: Figure,
    /// The answer with the input at its high value.
    pub(crate) at_high: Figure,
}

/// Draws the bars around `middle`, the answer with every input at its likely value.
pub(crate) fn tornado(rows: Vec<Bounds>, middle: &Figure) -> Drawing {
    let top = 40.0;
    let mut drawing = Drawing::new(top + ROW * rows.len() as f32 + 6.0);
    let value = |figure: &Figure| figure.value.unwrap_or(0.0);
    let centre = value(middle);
    let all = || rows.iter().flat_map(|row| [value(&row.at_low), value(&row.at_high)]).chain([centre]);
    let (low, high) = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
    // Numbers stand outside their bars, on both sides.
    let (left, right) = (NAMES + 52.0, WIDTH - 52.0);
    let x = |value: f64| {
        let share = if high > low { (value - low) / (high - low) } else { 0.5 };
        left + (right - left) * share as f32
    };
    legend(&mut drawing, left);
    let line = x(centre);
    drawing.line(vec![(line, top - 6.0), (line, top + ROW * rows.len() as f32)], MUTED, 1.0, &[3.0, 3.0]);
    drawing.figure((line, top - 10.0), middle.clone(), Anchor::Middle, MUTED);
    for (at, row) in rows.into_iter().enumerate() {
        let y = top + ROW * at as f32;
        drawing.words((NAMES, y + 16.0), cut(&row.label, NAMES - 4.0, false), Anchor::End, INK);
        for (end, colour) in [(&row.at_low, ACCENT), (&row.at_high, look(0).line)] {
            let (from, until) = (line.min(x(value(end))), line.max(x(value(end))));
            drawing.block((from, y + 4.0), (until - from, THICK), colour, 0.85);
        }
        // Each number on the side of its end; where both ends are on one side, the low one goes to the left.
        let low_is_left = value(&row.at_low) <= value(&row.at_high);
        let (to_left, to_right) =
            if low_is_left { (row.at_low, row.at_high) } else { (row.at_high, row.at_low) };
        let (from, until) = (x(value(&to_left)).min(line), x(value(&to_right)).max(line));
        drawing.figure((from - 6.0, y + 16.0), to_left, Anchor::End, INK);
        drawing.figure((until + 6.0, y + 16.0), to_right, Anchor::Start, INK);
    }
    drawing
}

fn legend(drawing: &mut Drawing, left: f32) {
    let mut x = left - NAMES;
    for (text, colour) in [("input at its low value", ACCENT), ("input at its high value", look(0).line)] {
        drawing.block((x, 2.0), (12.0, 12.0), colour, 0.85);
        drawing.words((x + 18.0, 12.5), text, Anchor::Start, INK);
        x += 18.0 + wide(text, false) + 22.0;
    }
}
