//! Lying bars, each with its number.

use crate::chart::{Anchor, Drawing, INK, WIDTH, cut, look, wide};
use crate::figure::Figure;

const ROW: f32 = 28.0;
const THICK: f32 = 16.0;

/// A bar.
#[derive(Debug, Clone)]
pub(crate) struct Bar {
    /// What it is.
    pub(crate) label: String,
    /// How long it is.
    pub(crate) figure: Figure,
    /// Position of the option whose colour it has.
    pub(crate) option: usize,
}

/// Draws bars from nought, the longest across the whole room.
pub(crate) fn bars(rows: Vec<Bar>) -> Drawing {
    let mut drawing = Drawing::new(ROW * rows.len() as f32 + 8.0);
    let names = rows.iter().map(|row| wide(&row.label, false)).fold(60.0, f32::max).min(260.0);
    let numbers = rows.iter().map(|row| wide(&row.figure.text, false)).fold(0.0, f32::max);
    let most = rows.iter().filter_map(|row| row.figure.value).fold(0.0, f64::max);
    let (left, room) = (names + 12.0, WIDTH - names - numbers - 26.0);
    for (at, row) in rows.into_iter().enumerate() {
        let top = ROW * at as f32 + 6.0;
        let text = cut(&row.label, names, false);
        drawing.words((names, top + 12.5), text, Anchor::End, INK);
        let share = row.figure.value.filter(|_| most > 0.0).map_or(0.0, |value| (value / most).max(0.0));
        drawing.block((left, top), (room * share as f32, THICK), look(row.option).line, 0.85);
        drawing.figure((left + room * share as f32 + 8.0, top + 12.5), row.figure, Anchor::Start, INK);
    }
    drawing
}
