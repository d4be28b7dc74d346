//! The pathway as it is drawn on the canvas: steps and the ways between them.

use pathloom_service::{Design, Position, Step, Work};

use crate::chart::{ACCENT, Anchor, Drawing, INK, LETTERS, MUTED, SUNKEN, WHITE, WIDTH, wide};

/// Size of a step on the canvas `[px of the canvas]`.
const STEP: (f64, f64) = (222.0, 96.0);

/// Draws a design whose steps all have a place; none otherwise.
pub(crate) fn pathway(design: &Design) -> Option<Drawing> {
    let places: Vec<&Position> =
        design.steps.iter().map(|step| step.position.as_ref()).collect::<Option<_>>()?;
    let ends = |of: fn(&Position) -> f64| {
        let values = places.iter().map(|place| of(place));
        let (low, high) =
            values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), one| (low.min(one), high.max(one)));
        (low, high)
    };
    let ((left, right), (top, bottom)) = (ends(|place| place.x), ends(|place| place.y));
    if !(left.is_finite() && right.is_finite() && top.is_finite() && bottom.is_finite()) {
        return None;
    }
    let scale = f64::from(WIDTH) / (right - left + STEP.0);
    let height = (bottom - top + STEP.1) * scale;
    // Too flat or too tall to read: the tables of steps and links say the same.
    if height > 1_400.0 || scale < 0.15 {
        return None;
    }
    let mut drawing = Drawing::new(height as f32 + 4.0);
    let corner =
        |place: &Position| (((place.x - left) * scale) as f32, ((place.y - top) * scale) as f32 + 2.0);
    let size = ((STEP.0 * scale) as f32, (STEP.1 * scale) as f32 - 4.0);
    for link in &design.links {
        let ends = [&link.from, &link.to].map(|id| {
            let at = design.steps.iter().position(|step| step.id == *id)?;
            Some(corner(places[at]))
        });
        if let [Some(from), Some(to)] = ends {
            arrow(&mut drawing, from, to, size);
        }
    }
    for (step, place) in design.steps.iter().zip(&places) {
        boxed(&mut drawing, step, corner(place), size);
    }
    Some(drawing)
}

fn arrow(drawing: &mut Drawing, from: (f32, f32), to: (f32, f32), (width, height): (f32, f32)) {
    let start = (from.0 + width, from.1 + height / 2.0);
    let end = (to.0, to.1 + height / 2.0);
    let points = if end.0 > start.0 {
        let middle = (start.0 + end.0) / 2.0;
        vec![start, (middle, start.1), (middle, end.1), end]
    } else {
        let below = from.1.max(to.1) + height + 4.0;
        vec![
            start,
            (start.0 + 4.0, start.1),
            (start.0 + 4.0, below),
            (end.0 - 6.0, below),
            (end.0 - 6.0, end.1),
            end,
        ]
    };
    drawing.line(points, MUTED, 0.8, &[]);
    drawing.area(vec![end, (end.0 - 5.0, end.1 - 2.5), (end.0 - 5.0, end.1 + 2.5)], MUTED, 1.0);
}

fn boxed(drawing: &mut Drawing, step: &Step, (x, y): (f32, f32), (width, height): (f32, f32)) {
    let staffed = matches!(step.work, Work::Contacts(_) | Work::Group(_) | Work::UniversalOffer(_));
    drawing.block((x, y), (width, height), if staffed { SUNKEN } else { WHITE }, 1.0);
    let edge = if staffed { ACCENT } else { MUTED };
    let corners = vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)];
    drawing.line(corners, edge, 0.8, &[]);
    // Letters shrink until all words fit the box; below 4 px nothing could be read anyway.
    let mut size = LETTERS * 0.75;
    let fitted = loop {
        let lines = lines(&step.name, (width - 6.0) * LETTERS / size);
        let widest = lines.iter().map(|line| wide(line, false)).fold(0.0, f32::max) * size / LETTERS;
        let tall = size * 1.2 * lines.len() as f32;
        if size <= 4.0 || (widest <= width - 4.0 && tall <= height - 2.0) {
            break lines;
        }
        size -= 0.25;
    };
    let gap = size * 1.2;
    let first = y + height / 2.0 - gap * (fitted.len() as f32 - 1.0) / 2.0 + size * 0.35;
    for (at, line) in fitted.into_iter().enumerate() {
        drawing.marks.push(crate::chart::Mark::Letters {
            at: (x + width / 2.0, first + gap * at as f32),
            text: line,
            size,
            strong: false,
            anchor: Anchor::Middle,
            colour: INK,
        });
    }
}

/// The words in lines no wider than `room`.
fn lines(text: &str, room: f32) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match all.last_mut() {
            Some(line) if wide(&format!("{line} {word}"), false) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => all.push(word.to_owned()),
        }
    }
    all
}
