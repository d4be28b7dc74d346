//! How far a line strays from the middle of simulated lines, and how rare that is.

use pathloom_simulation::outcomes::percentile;

use super::OnCourse;

/// Chance of crying wolf: a forecast that is right is called wrong this often `[1]`. Chosen, as is usual.
const LEVEL: f64 = 0.05;

/// How far the actual line strays, beside the futures.
pub(crate) struct Judged {
    /// Mean and standard deviation of all lines, the actual one included, at each date.
    middle: Vec<(f64, f64)>,
    /// Largest deviation that nine in ten lines keep to [standard deviations].
    nine_in_ten: f64,
    /// The actual line's largest deviation, with its sign.
    furthest: f64,
    lines: usize,
    /// Share of lines, the actual one included, that stray at least as far.
    pub(crate) stray_as_far: f64,
}

impl Judged {
    /// The actual line is one of the lines that make up the middle: all are then treated alike, which is what makes the
    /// share exact.
    pub(crate) fn of(actual: &[f64], futures: &[Vec<f64>]) -> Self {
        let lines: Vec<&[f64]> = std::iter::once(actual).chain(futures.iter().map(Vec::as_slice)).collect();
        let n = lines.len() as f64;
        let at = |date: usize| {
            let mean = lines.iter().map(|line| line[date]).sum::<f64>() / n;
            let squares: f64 = lines.iter().map(|line| (line[date] - mean) * (line[date] - mean)).sum();
            (mean, (squares / n).sqrt())
        };
        let middle: Vec<(f64, f64)> = (0..actual.len()).map(at).collect();
        let mut strays: Vec<f64> = lines.iter().map(|line| furthest(line, &middle).abs()).collect();
        let own = strays.first().copied().unwrap_or_default();
        let as_far = strays.iter().filter(|stray| **stray >= own).count();
        strays.sort_unstable_by(f64::total_cmp);
        Self {
            nine_in_ten: percentile(&strays, 0.9),
            furthest: furthest(actual, &middle),
            lines: lines.len(),
            stray_as_far: as_far as f64 / n,
            middle,
        }
    }

    /// The band that nine in ten lines keep to at every date, at one date.
    pub(super) fn whole_band(&self, date: usize) -> (f64, f64) {
        let (mean, sd) = self.middle[date];
        ((mean - self.nine_in_ten * sd).max(0.0), mean + self.nine_in_ten * sd)
    }

    /// What can be said of the actual line.
    pub(super) fn verdict(&self) -> OnCourse {
        // Of fewer lines than this even the furthest of all would be no rarer than one in twenty.
        if self.middle.len() < 2 || (self.lines as f64) * LEVEL < 1.0 {
            OnCourse::TooEarly
        } else if self.stray_as_far > LEVEL {
            OnCourse::OnTrajectory
        } else if self.furthest > 0.0 {
            OnCourse::Above
        } else {
            OnCourse::Below
        }
    }
}

/// The largest deviation of a line from the middle [standard deviations], with its sign.
fn furthest(line: &[f64], middle: &[(f64, f64)]) -> f64 {
    let off = |(value, (mean, sd)): (&f64, &(f64, f64))| if *sd > 0.0 { (value - mean) / sd } else { 0.0 };
    line.iter()
        .zip(middle)
        .map(off)
        .fold(0.0, |most: f64, one| if one.abs() > most.abs() { one } else { most })
}
