//! A snapshot of people still waiting, from counts by referral day.

/// First days that count as over 18, 52, 65, 78 and 104 weeks.
pub(super) const OVER_DAYS: [usize; 5] = [127, 365, 456, 547, 729];

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

/// The lower ends of the national bands but the first ([`crate::outcomes::NATIONAL_BANDS`]) `[days]`.
const BANDS_FROM: [usize; 7] = [8, 15, 29, 85, 127, 365, 729];

/// How long people have waited, summed up from the longest wait down. Sums of groups make that of all.
#[derive(Debug, Default)]
pub(super) struct Ages {
    /// People who have waited at least so many days.
    at_least: Vec<u32>,
    /// Days waited by all.
    days: u64,
    longest_days: f64,
}

impl Ages {
    /// Nobody.
    pub(super) fn clear(&mut self) {
        self.at_least.clear();
        self.days = 0;
        self.longest_days = 0.0;
    }

    /// Sums up counts by referral day, up to the day that has just ended; those before were of others.
    pub(super) fn sum_up(&mut self, counts: &[u32], longest_days: f64) {
        self.at_least.resize(counts.len(), 0);
        let (mut people, mut days) = (0, 0);
        for (count, at_least) in counts.iter().zip(self.at_least.iter_mut().rev()) {
            // Whoever has been met has waited another day.
            days += u64::from(people);
            people += count;
            *at_least = people;
        }
        self.days = days;
        self.longest_days = if people > 0 { longest_days } else { 0.0 };
    }

    /// Takes in those of others.
    pub(super) fn include(&mut self, other: &Ages) {
        self.at_least.iter_mut().zip(&other.at_least).for_each(|(mine, theirs)| *mine += theirs);
        self.at_least.extend(other.at_least.iter().skip(self.at_least.len()));
        self.days += other.days;
        self.longest_days = self.longest_days.max(other.longest_days);
    }

    /// People who have waited at least so many days.
    fn at_least(&self, days: usize) -> u32 {
        self.at_least.get(days).copied().unwrap_or(0)
    }

    /// The snapshot.
    pub(super) fn snapshot(&self) -> Snapshot {
        let number = self.at_least(0);
        if number == 0 {
            return Snapshot::default();
        }
        let from = BANDS_FROM.map(|days| self.at_least(days));
        let total = f64::from(number);
        Snapshot {
            number,
            longest_days: self.longest_days,
            percentile_92_weeks: self.percentile_weeks(0.92 * total),
            median_weeks: self.percentile_weeks(0.5 * total),
            mean_weeks: (self.days as f64 / total + 0.5) / 7.0,
            over: OVER_DAYS.map(|days| self.at_least(days)),
            bands: std::array::from_fn(|band| {
                let all = if band == 0 { number } else { from[band - 1] };
                all - from.get(band).copied().unwrap_or(0)
            }),
        }
    }

    /// Weeks waited by the person of this rank, from the latest referral back; evenly within a day.
    fn percentile_weeks(&self, rank: f64) -> f64 {
        let all = self.at_least(0);
        let longer = all - rank.ceil() as u32;
        // The days after which no more than so many have waited longer: the person's are one less.
        let days = self.at_least.partition_point(|at_least| *at_least > longer);
        let (until, since) = (self.at_least[days - 1], self.at_least(days));
        let within = (rank - f64::from(all - until)) / f64::from(until - since);
        ((days - 1) as f64 + within) / 7.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stream::{Purpose, Stream};

    /// The snapshot of one lot of counts.
    fn full(counts: &[u32]) -> Snapshot {
        let mut ages = Ages::default();
        ages.sum_up(counts, 3.5);
        ages.snapshot()
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
        assert_eq!(snapshot.longest_days, 3.5);
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
    fn a_percentile_is_the_wait_of_the_person_of_that_rank() {
        let mut stream = Stream::new(4, 1, Purpose::Stay, 0);
        for days in [1, 2, 30, 365, 1_000] {
            let counts: Vec<u32> = (0..days).map(|_| stream.below(6).saturating_sub(3)).collect();
            let ages: Vec<f64> = (0..days)
                .flat_map(|age| vec![f64::from(age); counts[(days - 1 - age) as usize] as usize])
                .collect();
            let snapshot = full(&counts);
            for (share, weeks) in [(0.5, snapshot.median_weeks), (0.92, snapshot.percentile_92_weeks)] {
                let rank = share * ages.len() as f64;
                let person = ages.get((rank.ceil() as usize).saturating_sub(1));
                // Within the day of the person's referral, and at nought when there is nobody.
                let day = person.copied().unwrap_or_default();
                assert!(
                    (day..=day + f64::from(u8::from(person.is_some()))).contains(&(weeks * 7.0)),
                    "{days}"
                );
            }
        }
    }

    #[test]
    fn groups_make_the_whole() {
        let mut stream = Stream::new(3, 1, Purpose::Stay, 0);
        for days in [1, 7, 31, 32, 33, 126, 127, 128, 364, 365, 900] {
            let mut groups: Vec<Vec<u32>> =
                (0..3).map(|_| (0..days).map(|_| stream.below(4)).collect()).collect();
            // The first began to wait later than the others.
            groups[0][..days / 2].fill(0);
            let sum: Vec<u32> = (0..days).map(|day| groups.iter().map(|of| of[day]).sum()).collect();
            let (mut all, mut one) = (Ages::default(), Ages::default());
            for (at, counts) in groups.iter().enumerate() {
                one.sum_up(if at == 0 { &counts[days / 2..] } else { counts }, 3.5);
                all.include(&one);
            }
            assert_eq!(all.snapshot(), full(&sum));
            let weights: u64 = sum.iter().rev().zip(0u64..).map(|(count, age)| age * u64::from(*count)).sum();
            assert_eq!(all.days, weights);
            for limit in OVER_DAYS.iter().chain(&BANDS_FROM) {
                assert_eq!(
                    all.at_least(*limit),
                    sum.iter().rev().skip(*limit).sum::<u32>(),
                    "{days} {limit}"
                );
            }
        }
    }
}
