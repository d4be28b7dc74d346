//! How a measure moves week by week under several options.

use crate::chart::axis::{Frame, apart, end_of};
use crate::chart::{Anchor, Drawing, TARGET, WIDTH, cut, look, wide};
use crate::figure::{Figure, Unit};
use crate::results::{Of, Results, SERVICE, unit};

/// Room for names at the ends of the lines, at most.
const NAMES: f32 = 190.0;

/// What is drawn.
#[derive(Debug, Clone)]
pub(crate) struct BandChart<'a> {
    /// Name of the measure in the results.
    pub(crate) measure: &'a str,
    /// Positions of the options.
    pub(crate) options: &'a [usize],
    /// Height of the drawing.
    pub(crate) height: f32,
    /// Lines to reach: a label and where it lies.
    pub(crate) targets: Vec<(String, Figure)>,
}

/// Draws the bands.
pub(crate) fn bands(results: &Results, chart: &BandChart) -> Drawing {
    let mut drawing = Drawing::new(chart.height);
    let (first, last) = (results.first_week(), results.last_week());
    let most = chart
        .options
        .iter()
        .flat_map(|option| (first..=last).map(move |week| (*option, week)))
        .filter_map(|(option, week)| results.weekly(option, chart.measure, Of::P95, week).value)
        .chain(chart.targets.iter().filter_map(|(_, line)| line.value))
        .fold(0.0, f64::max);
    let name = |option: usize| results.options[option].name.as_str();
    let room = chart.options.iter().map(|option| wide(name(*option), true)).fold(60.0, f32::max).min(NAMES);
    let frame = Frame {
        left: 48.0,
        right: WIDTH - room - 12.0,
        top: 14.0,
        bottom: chart.height - 38.0,
        from: first,
        until: last,
        most: end_of(most),
    };
    let series = results.series(0, chart.measure, SERVICE);
    frame.values(&mut drawing, series.map_or(Unit::Plain, |series| unit(&series.unit)));
    for option in chart.options {
        area(&mut drawing, results, &frame, chart.measure, *option, [Of::P5, Of::P95], 0.14);
        area(&mut drawing, results, &frame, chart.measure, *option, [Of::P25, Of::P75], 0.22);
    }
    for option in chart.options {
        for points in courses(results, &frame, chart.measure, *option, Of::Median) {
            drawing.line(points, look(*option).line, 2.2, look(*option).dash);
        }
    }
    frame.weeks(&mut drawing, results, 8);
    targets(&mut drawing, &frame, chart);
    ends(&mut drawing, results, &frame, chart);
    drawing
}

fn area(
    drawing: &mut Drawing,
    results: &Results,
    frame: &Frame,
    measure: &str,
    option: usize,
    ends: [Of; 2],
    opacity: f32,
) {
    let [low, high] = ends.map(|of| courses(results, frame, measure, option, of));
    for (low, high) in low.into_iter().zip(high) {
        let points = high.into_iter().chain(low.into_iter().rev()).collect();
        drawing.area(points, look(option).line, opacity);
    }
}

/// The course of one figure, cut where there was nobody to measure.
fn courses(results: &Results, frame: &Frame, measure: &str, option: usize, of: Of) -> Vec<Vec<(f32, f32)>> {
    let mut all = vec![Vec::new()];
    for week in results.first_week()..=results.last_week() {
        match results.weekly(option, measure, of, week).value {
            Some(value) => {
                if let Some(course) = all.last_mut() {
                    course.push((frame.x(f64::from(week)), frame.y(value)));
                }
            }
            None => all.push(Vec::new()),
        }
    }
    all.retain(|course| course.len() > 1);
    all
}

/// Labelled lines to reach.
fn targets(drawing: &mut Drawing, frame: &Frame, chart: &BandChart) {
    for (label, line) in &chart.targets {
        let Some(value) = line.value else { continue };
        let y = frame.y(value);
        drawing.line(vec![(frame.left, y), (frame.right, y)], TARGET, 1.4, &[3.0, 3.0]);
        let room = frame.right - frame.left - 20.0;
        let text = cut(&format!("Target: {label}"), room - wide(&line.text, false) - 8.0, false);
        let x = frame.left + 6.0;
        let below = if y - 6.0 < frame.top + 8.0 { 14.0 } else { -5.0 };
        drawing.words((x, y + below), format!("{text}, "), Anchor::Start, TARGET);
        let after = x + wide(&format!("{text}, "), false);
        drawing.figure((after, y + below), line.clone(), Anchor::Start, TARGET);
    }
}

/// Names and last figures at the ends of the lines.
fn ends(drawing: &mut Drawing, results: &Results, frame: &Frame, chart: &BandChart) {
    let last = results.last_week();
    let ended: Vec<(usize, Figure)> = chart
        .options
        .iter()
        .map(|option| (*option, results.weekly(*option, chart.measure, Of::Median, last)))
        .filter(|(_, figure)| figure.value.is_some())
        .collect();
    let wanted = ended.iter().map(|(_, figure)| frame.y(figure.value.unwrap_or(0.0))).collect();
    let placed = apart(wanted, 30.0, frame.top + 4.0, frame.bottom - 14.0);
    for ((option, figure), y) in ended.into_iter().zip(placed) {
        let end = frame.y(figure.value.unwrap_or(0.0));
        let x = frame.right + 10.0;
        drawing.line(vec![(frame.right, end), (x - 2.0, y)], look(option).line, 1.0, &[]);
        let room = WIDTH - x;
        let name = cut(&results.options[option].name, room, true);
        drawing.strong((x, y + 1.0), name, Anchor::Start, look(option).letters);
        drawing.figure((x, y + 15.0), figure, Anchor::Start, look(option).letters);
    }
}
