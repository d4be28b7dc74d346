//! Where the service is, in sentences.

use super::{OnCourse, Point, Trajectory};
use crate::words::{long, number, quantity};

/// Points of a sentence about the last while; chosen: more than half a year of months.
const LAST: usize = 8;

/// The verdict first, then what the points show.
pub(super) fn sentences(found: &Trajectory) -> Vec<String> {
    let mut said = vec![verdict(found), recent(found)];
    if let Some(last) = found.points.last() {
        said.push(format!(
            "On {} it was {}; the forecast was {} ({} to {})",
            long(last.date),
            quantity(last.actual, &found.unit),
            quantity(last.median, &found.unit),
            number(last.p5),
            number(last.p95)
        ));
    }
    said
}

fn verdict(found: &Trajectory) -> String {
    let what = &found.words;
    let strays = strays(found);
    match found.verdict {
        OnCourse::OnTrajectory => format!("The {what} is on its trajectory: {strays} at least as far"),
        OnCourse::Above => format!("The {what} is above its forecast by more than chance: {strays} as far"),
        OnCourse::Below => format!("The {what} is below its forecast by more than chance: {strays} as far"),
        OnCourse::TooEarly => format!(
            "It is too early to say whether the {what} is on its trajectory: that takes two dates and twenty simulated futures"
        ),
    }
}

/// `31 of 100 simulated futures stray`: the actual line itself is not counted.
fn strays(found: &Trajectory) -> String {
    let of = f64::from(found.futures);
    let strayed = (found.stray_as_far * (of + 1.0) - 1.0).round().max(0.0);
    match strayed as u32 {
        0 => format!("none of {of:.0} simulated futures strays"),
        1 => format!("1 of {of:.0} simulated futures strays"),
        _ => format!("{strayed:.0} of {of:.0} simulated futures stray"),
    }
}

/// "6 of the last 8 months above the 90% band".
fn recent(found: &Trajectory) -> String {
    let last = &found.points[found.points.len().saturating_sub(LAST)..];
    let above = last.iter().filter(|point| point.actual > point.p95).count();
    let below = last.iter().filter(|point| point.actual < point.p5).count();
    let (dates, of) = (spacing(&found.points), last.len());
    let band = "the band that nine in ten simulated futures are in at each date";
    match (above, below) {
        (0, 0) => format!("Each of the last {of} {dates} is inside {band}"),
        (_, 0) => format!("{above} of the last {of} {dates} above {band}"),
        (0, _) => format!("{below} of the last {of} {dates} below {band}"),
        _ => format!("{above} of the last {of} {dates} above and {below} below {band}"),
    }
}

/// What the dates are: weeks, months or just figures.
fn spacing(points: &[Point]) -> &'static str {
    let mut gaps: Vec<f64> = points.windows(2).map(|pair| pair[1].week - pair[0].week).collect();
    gaps.sort_unstable_by(f64::total_cmp);
    match gaps.get(gaps.len() / 2) {
        Some(gap) if (0.8..=1.2).contains(gap) => "weeks",
        Some(gap) if (1.8..=2.2).contains(gap) => "fortnights",
        Some(gap) if (3.9..=4.7).contains(gap) => "months",
        _ => "figures",
    }
}
