//! A snapshot of people still waiting, from counts by referral day.

/// First days that count as over 18, 52, 65, 78 and 104 weeks.
const OVER_DAYS: [usize; 5] = [127, 365, 456, 547, 729];

/// Lower ends of the national bands [days]; see [`crate::outcomes::NATIONAL_BANDS`].
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
    let number: u32 = counts[oldest..].iter().sum();
    let mut snapshot = Snapshot { number, longest_days: (last - oldest) as f64, ..Snapshot::default() };
    for (over, days) in snapshot.over.iter_mut().zip(OVER_DAYS) {
        *over = waited_at_least(counts, oldest, days);
    }
    let mut at_least = BAND_DAYS.map(|days| waited_at_least(counts, oldest, days));
    for band in 0..7 {
        at_least[band] -= at_least[band + 1];
    }
    snapshot.bands = at_least;

    let total = f64::from(number);
    let (mut seen, mut days, mut median, mut percentile) = (0.0, 0.0, None, None);
    for (age, count) in counts[oldest..].iter().rev().enumerate().filter(|(_, count)| **count > 0) {
        let (age, count) = (age as f64, f64::from(*count));
        days += age * count;
        let within = |share: f64| (age + (share * total - seen) / count) / 7.0;
        if median.is_none() && seen + count >= 0.5 * total {
            median = Some(within(0.5));
        }
        if percentile.is_none() && seen + count >= 0.92 * total {
            percentile = Some(within(0.92));
        }
        seen += count;
    }
    snapshot.mean_weeks = (days / total + 0.5) / 7.0;
    snapshot.median_weeks = median.unwrap_or(0.0);
    snapshot.percentile_92_weeks = percentile.unwrap_or(0.0);
    snapshot
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
