//! How likely each target is met, week by week: one small chart a target.

use crate::chart::axis::Frame;
use crate::chart::{Anchor, Drawing, GRID, INK, MUTED, TARGET, WIDTH, cut, look, wide};
use crate::figure::{Figure, Unit};
use crate::results::Results;

/// Charts beside each other.
const BESIDE: usize = 3;
const HEIGHT: f32 = 170.0;
const LEGEND: f32 = 22.0;

/// Draws the chances of all targets.
pub(crate) fn chances(results: &Results) -> Drawing {
    let count = results.comparison.options.first().map_or(0, |option| option.targets.len());
    let options: Vec<usize> = (0..results.options.len()).collect();
    let legend = legend_rows(results, &options);
    let top = LEGEND * legend.len() as f32 + 6.0;
    let mut drawing = Drawing::new(top + HEIGHT * count.div_ceil(BESIDE) as f32);
    for (row, entries) in legend.iter().enumerate() {
        for (option, x, name) in entries {
            let y = LEGEND * row as f32 + 12.0;
            let look = look(*option);
            drawing.line(vec![(*x, y - 4.0), (x + 26.0, y - 4.0)], look.line, 2.2, look.dash);
            drawing.strong((x + 32.0, y), name, Anchor::Start, look.letters);
        }
    }
    let across = count.clamp(1, BESIDE) as f32;
    for target in 0..count {
        let (row, column) = (target / BESIDE, target % BESIDE);
        let wide = WIDTH / across;
        let left = wide * column as f32;
        let frame = Frame {
            left: left + 42.0,
            right: left + wide - 14.0,
            top: top + HEIGHT * row as f32 + 30.0,
            bottom: top + HEIGHT * (row + 1) as f32 - 38.0,
            from: results.first_week(),
            until: results.last_week(),
            most: 1.0,
        };
        panel(&mut drawing, results, &frame, target);
    }
    drawing
}

fn panel(drawing: &mut Drawing, results: &Results, frame: &Frame, target: usize) {
    let first = &results.comparison.options[0].targets[target];
    let title = cut(&first.name, frame.right - frame.left + 40.0, true);
    drawing.strong((frame.left - 36.0, frame.top - 14.0), title, Anchor::Start, INK);
    for share in [0.0, 0.5, 1.0] {
        let y = frame.y(share);
        drawing.line(vec![(frame.left, y), (frame.right, y)], GRID, 1.0, &[]);
        drawing.words((frame.left - 6.0, y + 4.0), format!("{:.0}%", share * 100.0), Anchor::End, MUTED);
    }
    let y = frame.y(first.wanted);
    drawing.line(vec![(frame.left, y), (frame.right, y)], TARGET, 1.2, &[3.0, 3.0]);
    let wanted = Figure::bare(Some(first.wanted), Unit::Share, format!("targets/{}/wanted", first.id));
    let text = "wanted ";
    drawing.words((frame.left + 4.0, y + 14.0), text, Anchor::Start, TARGET);
    drawing.figure((frame.left + 4.0 + wide(text, false), y + 14.0), wanted, Anchor::Start, TARGET);
    frame.weeks(drawing, results, 2);
    for (option, compared) in results.comparison.options.iter().enumerate() {
        let points = (0_u32..)
            .zip(&compared.targets[target].met)
            .skip(results.first_week() as usize)
            .map(|(week, met)| (frame.x(f64::from(week)), frame.y(met.share)))
            .collect();
        drawing.line(points, look(option).line, 2.0, look(option).dash);
    }
}

/// Options with their places, in as many rows as it takes.
fn legend_rows(results: &Results, options: &[usize]) -> Vec<Vec<(usize, f32, String)>> {
    let mut rows = vec![Vec::new()];
    let mut x = 6.0;
    for option in options {
        let name = cut(&results.options[*option].name, 240.0, true);
        let width = 32.0 + wide(&name, true) + 24.0;
        if x + width > WIDTH && x > 6.0 {
            rows.push(Vec::new());
            x = 6.0;
        }
        if let Some(row) = rows.last_mut() {
            row.push((*option, x, name));
        }
        x += width;
    }
    rows
}
