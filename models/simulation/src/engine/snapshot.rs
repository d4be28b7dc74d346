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

/// The essentials, for counts that begin with somebody: oldest, over 18 and over 52 weeks.
pub(super) fn brief(counts: &[u32]) -> Snapshot {
    let mut snapshot =
        Snapshot { longest_days: counts.len().saturating_sub(1) as f64, ..Snapshot::default() };
    for (over, days) in snapshot.over.iter_mut().zip(OVER_DAYS).take(2) {
        let end = counts.len().saturating_sub(days);
        *over = counts[..end].iter().sum();
    }
    snapshot
}

/// Everything, from counts by referral day up to the day that has just ended. `older` is room for what it works with.
pub(super) fn full(counts: &[u32], older: &mut Vec<u32>) -> Snapshot {
    let Some(oldest) = counts.iter().position(|count| *count > 0) else { return Snapshot::default() };
    let ages = Ages::new(&counts[oldest..], older);
    let mut snapshot = Snapshot {
        number: ages.waited_at_least(0),
        longest_days: (ages.counts.len() - 1) as f64,
        over: OVER_DAYS.map(|days| ages.waited_at_least(days)),
        ..Snapshot::default()
    };
    let mut older = 0;
    for (band, days) in BAND_DAYS.iter().enumerate().rev() {
        let at_least = ages.waited_at_least(*days);
        snapshot.bands[band] = at_least - older;
        older = at_least;
    }
    let total = f64::from(snapshot.number);
    snapshot.mean_weeks = (ages.days as f64 / total + 0.5) / 7.0;
    snapshot.median_weeks = ages.percentile_weeks(0.5 * total);
    snapshot.percentile_92_weeks = ages.percentile_weeks(0.92 * total);
    snapshot
}

/// Days summed up together, so that no question has to go through them one by one.
const BLOCK: usize = 32;

/// Counts by referral day, with sums of blocks of [`BLOCK`] days from the latest back.
struct Ages<'c> {
    counts: &'c [u32],
    /// People who have waited at least so many blocks; none at the end.
    older: &'c [u32],
    /// Days waited by all.
    days: u64,
}

impl<'c> Ages<'c> {
    fn new(counts: &'c [u32], older: &'c mut Vec<u32>) -> Self {
        older.clear();
        older.push(0);
        let (mut people, mut days) = (0, 0);
        let blocks = counts.len().div_ceil(BLOCK);
        // The oldest block first; only it may be incomplete.
        let (first, whole) = counts.split_at(counts.len() - (blocks - 1) * BLOCK);
        let others = whole.chunks_exact(BLOCK);
        for (at, block) in std::iter::once(first).chain(others).enumerate() {
            let here: u32 = block.iter().sum();
            let within: u32 = block.iter().rev().zip(0u32..).map(|(count, age)| age * count).sum();
            days += ((blocks - 1 - at) * BLOCK) as u64 * u64::from(here) + u64::from(within);
            people += here;
            older.push(people);
        }
        older.reverse();
        Self { counts, older, days }
    }

    fn waited_at_least(&self, days: usize) -> u32 {
        let block = days / BLOCK;
        match self.older.get(block) {
            None => 0,
            Some(people) => people - self.of_ages(block * BLOCK..days),
        }
    }

    /// People who have waited so many days.
    fn of_ages(&self, ages: std::ops::Range<usize>) -> u32 {
        let n = self.counts.len();
        self.counts[n.saturating_sub(ages.end)..n.saturating_sub(ages.start)].iter().sum()
    }

    /// Weeks waited by the person of this rank, from the latest referral back; evenly within a day.
    fn percentile_weeks(&self, rank: f64) -> f64 {
        let (all, wanted) = (self.older[0], rank.ceil() as u32);
        let block = self.older[1..].iter().position(|older| all - older >= wanted).unwrap_or(0);
        let mut seen = all - self.older[block];
        for (age, count) in self.counts.iter().rev().enumerate().skip(block * BLOCK) {
            if seen + count >= wanted {
                return (age as f64 + (rank - f64::from(seen)) / f64::from(*count)) / 7.0;
            }
            seen += count;
        }
        0.0
    }
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
        let snapshot = full(&counts, &mut Vec::new());
        assert_eq!(snapshot.bands, [2; 8]);
        assert_eq!(snapshot.over, [6, 4, 3, 3, 2]);
        assert_eq!((snapshot.number, snapshot.longest_days), (16, 999.0));
        assert_eq!(brief(&counts).over[..2], snapshot.over[..2]);
    }

    #[test]
    fn percentiles_of_an_even_list_lie_evenly() {
        let snapshot = full(&[3; 700], &mut Vec::new());
        assert!((snapshot.median_weeks - 50.0).abs() < 1e-9);
        assert!((snapshot.percentile_92_weeks - 92.0).abs() < 1e-9);
        assert!((snapshot.mean_weeks - 50.0).abs() < 1e-9);
    }

    #[test]
    fn nobody_waits() {
        assert_eq!(full(&[0; 10], &mut Vec::new()), Snapshot::default());
        assert_eq!(brief(&[]), Snapshot::default());
    }
}
