//! How the list, the longest wait and the open referrals move: means at some weeks, and the whole course as a line of small bars.

use pathloom_simulation::{Outcomes, Scope, WeeklyMeasure};

use super::Study;
use super::table::{Look, last_week, warm_up_weeks};
use crate::format::{NOTHING, Unit, date, date_of_week, number, quantity};
use crate::grid::{Cell, Grid};
use crate::screen::paragraph;

/// Steps between the weeks shown, in weeks: the first that gives at most six columns is taken.
const STEPS: [usize; 8] = [1, 2, 4, 13, 26, 52, 104, 260];

/// Heights of a bar, from lowest to highest.
const BARS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/// The trajectories of all options.
pub(crate) fn draw(study: &Study, look: &Look<'_>) -> String {
    let (first, last) = (warm_up_weeks(study), last_week(study));
    let weeks =
        if look.weeks_shown.is_empty() { weeks_to_show(first, last) } else { look.weeks_shown.to_vec() };
    let start = study.project.start_date;
    let mut page = String::new();
    for (name, measure, unit) in [
        ("Waiting list", WeeklyMeasure::WaitingList, Unit::People),
        ("Longest wait", WeeklyMeasure::LongestWait, Unit::Weeks),
        ("Open referrals", WeeklyMeasure::OpenReferrals, Unit::People),
    ] {
        let courses: Vec<Vec<f64>> =
            study.options.iter().map(|(_, outcomes)| course(outcomes, measure, first, last)).collect();
        if courses.iter().flatten().all(|value| value.is_nan()) {
            continue;
        }
        let highest = courses.iter().flatten().copied().filter(|value| value.is_finite()).fold(0.0, f64::max);
        let heads = weeks.iter().map(|week| format!("week {week}"));
        let mut grid = Grid::new(heads.chain([format!("week {first} to {last}")]));
        for ((scenario, outcomes), course) in study.options.iter().zip(&courses) {
            let mut cells: Vec<Cell> = weeks
                .iter()
                .map(|week| {
                    let band = outcomes.weekly_band(measure, &Scope::Service, *week);
                    Cell::figure(band.map_or_else(|| NOTHING.to_owned(), |band| number(band.mean)))
                })
                .collect();
            cells.push(Cell::words(bars(course, highest, if look.width >= 95 { 20 } else { 10 })));
            grid.row(&scenario.option_name, cells);
        }
        let head = format!(
            "{name}, mean at the end of the week; bars from 0 (▁) to {} (█)",
            quantity(highest, unit)
        );
        page.push_str(&format!("\n{}{}", paragraph(&head, look.width), grid.draw(look.width)));
    }
    let axis = format!(
        "Bars run from week {first} ({}) on the left to week {last} ({}) on the right, on one scale for every option.",
        date(date_of_week(start, first)),
        date(date_of_week(start, last)),
    );
    page + &paragraph(&axis, look.width)
}

/// Means of a measure from the first to the last week.
fn course(outcomes: &Outcomes, measure: WeeklyMeasure, first: usize, last: usize) -> Vec<f64> {
    (first..=last)
        .map(|week| outcomes.weekly_band(measure, &Scope::Service, week).map_or(f64::NAN, |band| band.mean))
        .collect()
}

/// The first week, then evenly on, and always the last.
fn weeks_to_show(first: usize, last: usize) -> Vec<usize> {
    let length = last.saturating_sub(first);
    let step = STEPS.into_iter().find(|step| length / step < 6).unwrap_or(length.max(1));
    let mut weeks: Vec<usize> = (first..=last).step_by(step).collect();
    match weeks.last().copied() {
        Some(shown) if shown == last => {}
        // Two columns side by side for almost the same week would say little.
        Some(shown) if shown > first && (last - shown) * 2 < step => {
            weeks.pop();
            weeks.push(last);
        }
        _ => weeks.push(last),
    }
    weeks
}

/// A course as bars: each the mean of its share of the weeks, as a height between 0 and `highest`.
fn bars(course: &[f64], highest: f64, most: usize) -> String {
    let count = course.len().min(most);
    (0..count)
        .map(|at| {
            let part = &course[at * course.len() / count..(at + 1) * course.len() / count];
            let height = part.iter().sum::<f64>() / part.len() as f64 / highest;
            let level = (height * (BARS.len() - 1) as f64).round();
            if level.is_finite() { BARS[(level.max(0.0) as usize).min(BARS.len() - 1)] } else { BARS[0] }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_shown_by_quarters() {
        assert_eq!(weeks_to_show(0, 52), [0, 13, 26, 39, 52]);
        assert_eq!(weeks_to_show(0, 53), [0, 13, 26, 39, 53]);
        assert_eq!(weeks_to_show(52, 104), [52, 65, 78, 91, 104]);
        assert_eq!(weeks_to_show(0, 104), [0, 26, 52, 78, 104]);
        assert_eq!(weeks_to_show(0, 4), [0, 1, 2, 3, 4]);
        assert_eq!(weeks_to_show(0, 0), [0]);
        assert!(weeks_to_show(0, 5_200).len() <= 7);
    }

    #[test]
    fn bars_stand_between_nothing_and_the_highest() {
        assert_eq!(bars(&[0.0, 5.0, 10.0], 10.0, 20), "▁▅█");
        assert_eq!(bars(&[0.0; 53], 0.0, 10).chars().count(), 10);
        assert_eq!(bars(&[f64::NAN], 1.0, 10), "▁");
    }
}
