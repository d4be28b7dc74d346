//! A snapshot of people still waiting, from counts by referral day.

/// First days that count as over 18, 52, 65, 78 and 104 weeks.
const OVER_DAYS: [usize; 5] = [127, 365, 456, 547, 729];

/// People still waiting at the end of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Snapshot {
    pub(super) number: u32,
    /// Days since the oldest referral, for those who know.
    pub(super) longest_days: f64,
    pub(super) percentile_92_weeks: f64,
    pub(super) median_weeks: f64,
    pub(super) mean_weeks: f64,
    pub(super) over: [u32; 5],
    pub(super) bands: [u32; 8],
}

impl Snapshot {
    /// Takes in counts of people at a step that begin with somebody, for the essentials: oldest, over 18 and over 52
    /// weeks.
    pub(super) fn include_briefly(&mut self, counts: &[u32]) {
        self.longest_days = self.longest_days.max(counts.len().saturating_sub(1) as f64);
        for (over, days) in self.over.iter_mut().zip(OVER_DAYS).take(2) {
            *over += counts[..counts.len().saturating_sub(days)].iter().sum::<u32>();
        }
    }
}

/// Days summed up together, so that no question has to go through them one by one.
const BLOCK: usize = 32;

/// The days of [`OVER_DAYS`], and the lower ends of the national bands but the first
/// ([`crate::outcomes::NATIONAL_BANDS`]).
const LIMITS: [usize; 9] = [8, 15, 29, 85, 127, 365, 456, 547, 729];

/// Where [`OVER_DAYS`] are among [`LIMITS`].
const OVER_LIMITS: [usize; 5] = [4, 5, 6, 7, 8];

/// Where the bands' ends are among [`LIMITS`].
const BAND_LIMITS: [usize; 7] = [0, 1, 2, 3, 4, 5, 8];

/// How long people have waited: sums that a snapshot is made of. Sums of groups make that of all.
#[derive(Debug, Default)]
pub(super) struct Ages {
    /// People who have waited at least so many blocks of days, counted from the latest back.
    older: Vec<u32>,
    /// People who have waited at least so many days, for each of [`LIMITS`].
    at_least: [u32; LIMITS.len()],
    /// Days waited by all.
    days: u64,
}

impl Ages {
    /// Nobody.
    pub(super) fn clear(&mut self) {
        self.older.clear();
        self.at_least = [0; LIMITS.len()];
        self.days = 0;
    }

    /// Sums up counts by referral day, up to the day that has just ended; those before were of others.
    pub(super) fn sum_up(&mut self, counts: &[u32]) {
        self.clear();
        let blocks = counts.len().div_ceil(BLOCK);
        if blocks == 0 {
            return;
        }
        // The oldest block first; only it may be incomplete.
        let (oldest, whole) = counts.split_at(counts.len() - (blocks - 1) * BLOCK);
        let mut first = [0; BLOCK];
        first[BLOCK - oldest.len()..].copy_from_slice(oldest);
        let others = whole.as_chunks().0;
        let mut people = 0;
        for (at, block) in std::iter::once(&first).chain(others).enumerate() {
            let (here, within) = sums_of(block);
            self.days += ((blocks - 1 - at) * BLOCK) as u64 * u64::from(here) + u64::from(within);
            people += here;
            self.older.push(people);
        }
        self.older.reverse();
        self.at_least = LIMITS.map(|days| {
            let Some(end) = counts.len().checked_sub(days) else { return 0 };
            let block = days / BLOCK;
            self.older
                .get(block)
                .map_or(0, |older| older - counts[end..end + days % BLOCK].iter().sum::<u32>())
        });
    }

    /// Takes in those of others.
    pub(super) fn include(&mut self, other: &Ages) {
        if self.older.len() < other.older.len() {
            self.older.resize(other.older.len(), 0);
        }
        self.older.iter_mut().zip(&other.older).for_each(|(mine, theirs)| *mine += theirs);
        self.at_least.iter_mut().zip(&other.at_least).for_each(|(mine, theirs)| *mine += theirs);
        self.days += other.days;
    }

    /// The snapshot. `waited` tells how many have waited so many days.
    pub(super) fn snapshot(&self, waited: impl Fn(usize) -> u32) -> Snapshot {
        let Some(number) = self.older.first().copied().filter(|number| *number > 0) else {
            return Snapshot::default();
        };
        let mut snapshot =
            Snapshot { number, over: OVER_LIMITS.map(|at| self.at_least[at]), ..Snapshot::default() };
        let mut older = 0;
        for (band, at) in BAND_LIMITS.iter().enumerate().rev() {
            snapshot.bands[band + 1] = self.at_least[*at] - older;
            older = self.at_least[*at];
        }
        snapshot.bands[0] = number - older;
        let total = f64::from(number);
        snapshot.mean_weeks = (self.days as f64 / total + 0.5) / 7.0;
        snapshot.median_weeks = self.percentile_weeks(0.5 * total, &waited);
        snapshot.percentile_92_weeks = self.percentile_weeks(0.92 * total, &waited);
        snapshot
    }

    /// Weeks waited by the person of this rank, from the latest referral back; evenly within a day.
    fn percentile_weeks(&self, rank: f64, waited: impl Fn(usize) -> u32) -> f64 {
        let (all, wanted) = (self.older[0], rank.ceil() as u32);
        let block = self.older[1..].iter().take_while(|older| all - **older < wanted).count();
        let mut seen = all - self.older[block];
        for age in block * BLOCK..(block + 1) * BLOCK {
            let count = waited(age);
            if seen + count >= wanted {
                return (age as f64 + (rank - f64::from(seen)) / f64::from(count)) / 7.0;
            }
            seen += count;
        }
        0.0
    }
}

/// People of a block, and the days they have waited since it ended.
fn sums_of(block: &[u32; BLOCK]) -> (u32, u32) {
    const LANES: usize = 4;
    let (mut people, mut rows) = ([0; LANES], [0; LANES]);
    // Whoever has been met is met again in every row to come: products by adding up, four at a time.
    for row in block.as_chunks::<LANES>().0 {
        for lane in 0..LANES {
            rows[lane] += people[lane];
            people[lane] += row[lane];
        }
    }
    let within = |lane: usize| LANES as u32 * rows[lane] + (LANES - 1 - lane) as u32 * people[lane];
    (people.iter().sum(), (0..LANES).map(within).sum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Stream};

    /// The snapshot of one lot of counts, the longest wait included.
    fn full(counts: &[u32]) -> Snapshot {
        let mut ages = Ages::default();
        ages.sum_up(counts);
        ages.snapshot(|age| counts.iter().rev().nth(age).copied().unwrap_or(0))
    }

    #[test]
    fn bands_follow_the_national_limits() {
        let mut counts = vec![0; 1_000];
        for age in [0, 7, 8, 14, 15, 28, 29, 84, 85, 126, 127, 364, 365, 728, 729, 999] {
            counts[999 - age] += 1;
        }
        let snapshot = full(&counts);
        assert_eq!(snapshot.bands, [2; 8]);
        assert_eq!(snapshot.over, [6, 4, 3, 3, 2]);
        assert_eq!(snapshot.number, 16);
        let mut brief = Snapshot::default();
        brief.include_briefly(&counts);
        assert_eq!((brief.longest_days, &brief.over[..2]), (999.0, &snapshot.over[..2]));
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
        assert_eq!(full(&[]), Snapshot::default());
    }

    #[test]
    fn limits_are_those_of_weeks_and_bands() {
        assert_eq!(OVER_LIMITS.map(|at| LIMITS[at]), OVER_DAYS);
        assert_eq!(BAND_LIMITS.map(|at| LIMITS[at]), [8, 15, 29, 85, 127, 365, 729]);
    }

    #[test]
    fn groups_make_the_whole() {
        let mut stream = Stream::new(3, 1, Purpose::Stay, 0);
        for days in [1, 7, 31, 32, 33, 126, 127, 128, 364, 365, 900] {
            let groups: Vec<Vec<u32>> =
                (0..3).map(|_| (0..days).map(|_| stream.below(4)).collect()).collect();
            let sum: Vec<u32> = (0..days).map(|day| groups.iter().map(|of| of[day]).sum()).collect();
            let (mut all, mut one) = (Ages::default(), Ages::default());
            for (at, counts) in groups.iter().enumerate() {
                // The first began to wait later than the others.
                let counts = if at == 0 { &counts[days / 2..] } else { counts };
                one.sum_up(counts);
                all.include(&one);
            }
            let waited = |age: usize| {
                let later = if age < days - days / 2 { groups[0][days - 1 - age] } else { 0 };
                later + groups[1][days - 1 - age] + groups[2][days - 1 - age]
            };
            let together: Vec<u32> = (0..days).rev().map(waited).collect();
            assert_eq!(all.snapshot(waited), full(&together));
            let weights: u64 = sum.iter().rev().zip(0u64..).map(|(count, age)| age * u64::from(*count)).sum();
            one.sum_up(&sum);
            assert_eq!(one.days, weights);
            for (limit, at_least) in LIMITS.iter().zip(one.at_least) {
                assert_eq!(at_least, sum.iter().rev().skip(*limit).sum::<u32>(), "{days} {limit}");
            }
        }
    }
}
