//! The frame of a chart over weeks: values to the left, weeks and dates below.

use crate::chart::{Anchor, Drawing, GRID, MUTED};
use crate::figure::{Figure, Unit};
use crate::results::Results;
use crate::words;

/// Where the drawing lies, and what its ends stand for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// First week and last.
    pub(super) from: u32,
    pub(super) until: u32,
    pub(super) most: f64,
}

impl Frame {
    pub(super) fn x(&self, week: f64) -> f32 {
        let share = (week - f64::from(self.from)) / f64::from((self.until - self.from).max(1));
        self.left + (self.right - self.left) * share as f32
    }

    pub(super) fn y(&self, value: f64) -> f32 {
        self.bottom - (self.bottom - self.top) * (value / self.most) as f32
    }

    /// Lines across with their values.
    pub(super) fn values(&self, drawing: &mut Drawing, unit: Unit) {
        let step = step(self.most);
        let mut value = 0.0;
        while value <= self.most * 1.000_1 {
            let y = self.y(value);
            drawing.line(vec![(self.left, y), (self.right, y)], GRID, 1.0, &[]);
            let figure = Figure::bare(Some(value), unit, "axis");
            drawing.words((self.left - 6.0, y + 4.0), axis_text(&figure), Anchor::End, MUTED);
            value += step;
        }
    }

    /// Weeks and dates below; `words` are those before the first week.
    pub(super) fn weeks(&self, drawing: &mut Drawing, results: &Results, most_ticks: u32) {
        let step = [1, 2, 4, 13, 26, 52, 104, 260, 520]
            .into_iter()
            .find(|step| (self.until - self.from) / step <= most_ticks)
            .unwrap_or(1_040);
        for week in (self.from..=self.until).step_by(step as usize) {
            let x = self.x(f64::from(week));
            drawing.line(vec![(x, self.bottom), (x, self.bottom + 4.0)], MUTED, 1.0, &[]);
            let text = if week == self.from { format!("week {week}") } else { week.to_string() };
            let anchor = if week == self.until { Anchor::End } else { Anchor::Middle };
            let x = if week == self.until { x + 8.0 } else { x };
            drawing.words((x, self.bottom + 17.0), text, anchor, MUTED);
            let day = words::month_short(results.date_of(week));
            drawing.words((x, self.bottom + 31.0), day, anchor, MUTED);
        }
        drawing.line(vec![(self.left, self.bottom), (self.right, self.bottom)], MUTED, 1.0, &[]);
    }
}

/// Whole thousands of pounds and so on would crowd an axis: its numbers are plain.
fn axis_text(figure: &Figure) -> String {
    match figure.unit {
        Unit::Share => format!("{:.0}%", figure.value.unwrap_or(0.0) * 100.0),
        Unit::Weeks => words::typed(figure.value.unwrap_or(0.0)),
        _ => figure.text.clone(),
    }
}

/// The end of an axis that holds `most`: a few steps of 1, 2, 2.5 or 5.
pub(super) fn end_of(most: f64) -> f64 {
    let most = if most.is_finite() && most > 0.0 { most } else { 1.0 };
    let step = step(most);
    (most / step).ceil() * step
}

fn step(most: f64) -> f64 {
    let mut size = 1.0;
    while size * 10.0 <= most {
        size *= 10.0;
    }
    while size > most {
        size /= 10.0;
    }
    [0.1, 0.2, 0.25, 0.5, 1.0, 2.0, 2.5]
        .into_iter()
        .map(|part| part * size)
        .find(|step| most / step <= 6.0)
        .unwrap_or(size)
}

/// Moves positions apart so that neighbours have `gap` between them, within `low` and `high`, as little as it takes.
pub(super) fn apart(mut positions: Vec<f32>, gap: f32, low: f32, high: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..positions.len()).collect();
    order.sort_by(|one, other| positions[*one].total_cmp(&positions[*other]));
    let mut least = low;
    for at in &order {
        positions[*at] = positions[*at].max(least);
        least = positions[*at] + gap;
    }
    let mut most = high;
    for at in order.iter().rev() {
        positions[*at] = positions[*at].min(most);
        most = positions[*at] - gap;
    }
    positions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_end_on_round_numbers() {
        for (most, end) in
            [(47.0, 50.0), (206.0, 250.0), (1.0, 1.0), (0.0, 1.0), (1_760.0, 2_000.0), (9.1, 10.0)]
        {
            assert_eq!(end_of(most), end, "{most}");
        }
    }

    #[test]
    fn labels_are_moved_apart_and_stay_inside() {
        assert_eq!(apart(vec![10.0, 12.0, 90.0], 10.0, 0.0, 100.0), [10.0, 20.0, 90.0]);
        assert_eq!(apart(vec![99.0, 98.0], 10.0, 0.0, 100.0), [100.0, 90.0]);
    }
}
