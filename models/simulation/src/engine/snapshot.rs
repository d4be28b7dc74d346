//! A snapshot of people still waiting, from counts by referral day.

/// First days that count as over 18, 52, 65, 78 and 104 weeks.
const OVER_DAYS: [usize; 5] = [127, 365, 456, 547, 729];

/// Lower ends of the national bands `[days]`; see [`crate::outcomes::NATIONAL_BANDS`].
const BAND_DAYS: [usize; 8] = [0, 8, 15, 29, 85, 127, 365, 729];

/// People still waiting at the end of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Snapshot {
    pub(super) number: u32,
    /// Whole days since the oldest referral.
    pub(super) longest_days: f64,
    pub(super) percentile_92_weeks: f64,
    pub(super) median_weeks: f64,
    pub(super) mean_weeks: f64,
    pub(super) over: [u32; 5],
    pub(super) bands: [u32; 8],
}

/// The essentials: number, oldest, over 18 and over 52 weeks.
pub(super) fn brief(counts: &[u32]) -> Snapshot {
    let Some(oldest) = counts.iter().position(|count| *count > 0) else { return Snapshot::default() };
    let last = counts.len() - 1;
    let mut snapshot = Snapshot { longest_days: (last - oldest) as f64, ..Snapshot::default() };
    for (over, days) in snapshot.over.iter_mut().zip(OVER_DAYS).take(2) {
        *over = waited_at_least(counts, oldest, days);
    }
    snapshot.number = counts[oldest..].iter().sum();
    snapshot
}

/// Everything, from counts by referral day up to the day that has just ended.
pub(super) fn full(counts: &[u32]) -> Snapshot {
    let Some(oldest) = counts.iter().position(|count| *count > 0) else { return Snapshot::default() };
    let last = counts.len() - 1;
    let counts = &counts[oldest..];
    // Taken apart so that each sum is plain additions over neighbouring counts.
    let number: u32 = counts.iter().sum();
    let days: u64 = counts.iter().rev().zip(0u64..).map(|(count, age)| age * u64::from(*count)).sum();
    let mut snapshot = Snapshot { number, longest_days: (last - oldest) as f64, ..Snapshot::default() };
    for (over, days) in snapshot.over.iter_mut().zip(OVER_DAYS) {
        *over = waited_at_least(counts, 0, days);
    }
    let mut older = 0;
    for (band, days) in BAND_DAYS.iter().enumerate().rev() {
        let at_least = if *days == 0 { number } else { waited_at_least(counts, 0, *days) };
        snapshot.bands[band] = at_least - older;
        older = at_least;
    }
    let total = f64::from(number);
    snapshot.mean_weeks = (days as f64 / total + 0.5) / 7.0;
    snapshot.median_weeks = percentile_weeks(counts, 0.5 * total);
    snapshot.percentile_92_weeks = percentile_weeks(counts, 0.92 * total);
    snapshot
}

/// Weeks waited by the person of this rank, from the latest referral back; evenly within a day.
fn percentile_weeks(counts: &[u32], rank: f64) -> f64 {
    let (mut seen, wanted) = (0, rank.ceil() as u32);
    for (age, count) in counts.iter().rev().enumerate() {
        if seen + count >= wanted && *count > 0 {
            return (age as f64 + (rank - f64::from(seen)) / f64::from(*count)) / 7.0;
        }
        seen += count;
    }
    0.0
}

fn waited_at_least(counts: &[u32], oldest: usize, days: usize) -> u32 {
    let end = counts.len().saturating_sub(days);
    counts.get(oldest..end).map_or(0, |old| old.iter().sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_follow_the_national_limits() {
        let mut counts = vec![0; 1_000];
        for age in [0, 7, 8, 14, 15, 28, 29, 84, 85, 126, 127, 364, 365, 728, 729, 999] {
            counts[999 - age] += 1;
        }
        let snapshot = full(&counts);
        assert_eq!(snapshot.bands, [2; 8]);
        assert_eq!(snapshot.over, [6, 4, 3, 3, 2]);
        assert_eq!((snapshot.number, snapshot.longest_days), (16, 999.0));
        assert_eq!(brief(&counts).over[..2], snapshot.over[..2]);
    }

    #[test]
    fn percentiles_of_an_even_list_lie_evenly() {
        let snapshot = full(&[3; 700]);
        assert!((snapshot.median_weeks - 50.0).abs() < 1e-9);
        assert!((snapshot.percentile_92_weeks - 92.0).abs() < 1e-9);
        assert!((snapshot.mean_weeks - 50.0).abs() < 1e-9);
    }

    #[test]
    fn nobody_waits() {
        assert_eq!(full(&[0; 10]), Snapshot::default());
        assert_eq!(brief(&[]), Snapshot::default());
    }
}
