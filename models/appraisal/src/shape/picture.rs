//! A column and a shape as things to be drawn.

use super::column::Column;
use super::family::Law;
use super::{ShapeBar, ShapePoint, ShapeQuantile};
use crate::statistics::to_four_figures;

/// Shares that are listed `[%]`.
const PERCENTS: [f64; 5] = [5.0, 25.0, 50.0, 75.0, 95.0];

/// Most bars; chosen.
const MOST_BARS: f64 = 40.0;

/// Places at which a curve is worked out.
const CURVE_PLACES: usize = 80;

/// Points of the drawing of quantiles against each other.
const QUANTILE_POINTS: usize = 40;

/// The column as bars, about as many as its size and spread call for, each a whole number of steps wide.
///
/// # Source
/// D. Freedman and P. Diaconis, "On the histogram as a density estimator: L2 theory", Zeitschrift für Wahrscheinlichkeitstheorie
/// und verwandte Gebiete 57 (1981): twice the distance between the quartiles over the cube root of the size.
pub(super) fn bars(column: &Column) -> Vec<ShapeBar> {
    let width = bar_width(column);
    let begin = first_edge(column, width);
    let mut bars: Vec<ShapeBar> = Vec::new();
    for value in column.sorted() {
        let at = ((value - begin) / width + 1e-9).floor().max(0.0) as usize;
        while bars.len() <= at {
            let from = begin + bars.len() as f64 * width;
            let to = to_four_figures(from + width);
            // Nothing is below nought.
            bars.push(ShapeBar { from: to_four_figures(from.max(0.0)), to, count: 0 });
        }
        bars[at].count += 1;
    }
    bars
}

/// Half a step below a multiple where values are rounded, so that no value lies on an edge.
fn first_edge(column: &Column, width: f64) -> f64 {
    let least = column.sorted()[0];
    match column.step() {
        Some(step) => least - step / 2.0,
        None => (least / width).floor() * width,
    }
}

fn bar_width(column: &Column) -> f64 {
    let sorted = column.sorted();
    let range = sorted[sorted.len() - 1] - sorted[0];
    let quartiles = column.quantile(0.75) - column.quantile(0.25);
    let wished = 2.0 * quartiles / libm::cbrt(column.len() as f64);
    let width = wished.max(range / MOST_BARS);
    match column.step() {
        Some(step) => (width / step).round().max(1.0) * step,
        None => width,
    }
}

/// How many values the law expects in a bar around each place.
pub(super) fn curve(column: &Column, law: &Law) -> Vec<ShapePoint> {
    let width = bar_width(column);
    let bars = bars(column);
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else { return Vec::new() };
    let n = column.len() as f64;
    let at = |place: usize| {
        let x = first.from + (last.to - first.from) * place as f64 / (CURVE_PLACES - 1) as f64;
        let share = (law.cdf(x + width / 2.0) - law.cdf(x - width / 2.0)).max(0.0);
        ShapePoint { x: to_four_figures(x), y: to_four_figures(n * share) }
    };
    (0..CURVE_PLACES).map(at).collect()
}

/// Shares of both.
pub(super) fn quantiles(column: &Column, law: &Law) -> Vec<ShapeQuantile> {
    let of = |percent: f64| ShapeQuantile {
        percent,
        measured: to_four_figures(column.quantile(percent / 100.0)),
        fitted: to_four_figures(law.quantile(percent / 100.0)),
    };
    PERCENTS.map(of).to_vec()
}

/// Quantiles of the column against those of the law, the shares evenly from the first to the last value.
pub(super) fn against(column: &Column, law: &Law) -> Vec<ShapePoint> {
    let points = QUANTILE_POINTS.min(column.len());
    let of = |at: usize| {
        let share = (at as f64 + 0.5) / points as f64;
        ShapePoint { x: to_four_figures(law.quantile(share)), y: to_four_figures(column.quantile(share)) }
    };
    (0..points).map(of).collect()
}
