//! How long people waited: a mean, a maximum and a histogram, for one replication.

/// Cells an octave.
const PER_OCTAVE: u32 = 32;
/// Smallest wait with a cell of its own: 2^-20 days, a twelfth of a second. Shorter ones count as none.
const LEAST_EXPONENT: u32 = 127 - 20;
/// Octaves up to 2^15 days, ninety years.
const CELLS: usize = 35 * PER_OCTAVE as usize;
/// The leading bits, as [`Waits::add`] takes them, of the longest waits that count as none.
const BEFORE_FIRST: u32 = LEAST_EXPONENT * PER_OCTAVE - 1;
/// A wait that does not count as over 18 weeks `[days]`.
const EIGHTEEN_WEEKS: f64 = 126.0;

/// Waits of a kind `[days]`.
#[derive(Debug, Clone, Default)]
pub(super) struct Waits {
    pub(super) n: u32,
    sum: f64,
    longest: f64,
    within_18: u32,
    /// The first is for no wait at all. Made at the first wait, so that an unused collection takes no memory.
    cells: Vec<u32>,
}

impl Waits {
    pub(super) fn clear(&mut self) {
        if self.n > 0 {
            self.cells.fill(0);
            (self.n, self.sum, self.longest, self.within_18) = (0, 0.0, 0.0, 0);
        }
    }

    #[inline(always)]
    pub(super) fn add(&mut self, days: f64) {
        self.n += 1;
        self.sum += days;
        self.longest = if days > self.longest { days } else { self.longest };
        self.within_18 += u32::from(days <= EIGHTEEN_WEEKS);
        let bits = (days as f32).to_bits() >> (23 - 5);
        let cell = (bits.saturating_sub(BEFORE_FIRST) as usize).min(CELLS);
        match self.cells.get_mut(cell) {
            Some(count) => *count += 1,
            None => self.first(cell),
        }
    }

    #[cold]
    fn first(&mut self, cell: usize) {
        self.cells.resize(CELLS + 1, 0);
        self.cells[cell] += 1;
    }

    /// Adds another collection.
    pub(super) fn include(&mut self, other: &Waits) {
        if other.n == 0 {
            return;
        }
        self.n += other.n;
        self.sum += other.sum;
        self.longest = self.longest.max(other.longest);
        self.within_18 += other.within_18;
        self.cells.resize(CELLS + 1, 0);
        self.cells.iter_mut().zip(&other.cells).for_each(|(mine, theirs)| *mine += theirs);
    }

    /// Mean `[weeks]`; NaN when there are none.
    pub(super) fn mean_weeks(&self) -> f64 {
        if self.n == 0 { f64::NAN } else { self.sum / f64::from(self.n) / 7.0 }
    }

    /// Longest `[weeks]`; NaN when there are none.
    pub(super) fn longest_weeks(&self) -> f64 {
        if self.n == 0 { f64::NAN } else { self.longest / 7.0 }
    }

    /// Share not over 18 weeks `[%]`; NaN when there are none.
    pub(super) fn within_18_percent(&self) -> f64 {
        if self.n == 0 { f64::NAN } else { 100.0 * f64::from(self.within_18) / f64::from(self.n) }
    }

    /// Percentile `[weeks]`, interpolated evenly within a cell; NaN when there are none.
    pub(super) fn percentile_weeks(&self, share: f64) -> f64 {
        if self.n == 0 {
            return f64::NAN;
        }
        let rank = share * f64::from(self.n - 1) + 0.5;
        let Some((none, cells)) = self.cells.split_first() else { return f64::NAN };
        let mut below = f64::from(*none);
        if rank <= below {
            return 0.0;
        }
        for (octave, counts) in cells.chunks(PER_OCTAVE as usize).enumerate() {
            // Whole octaves are passed over at once.
            let here = f64::from(counts.iter().sum::<u32>());
            if rank > below + here {
                below += here;
                continue;
            }
            for (at, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
                let count = f64::from(*count);
                if rank <= below + count {
                    let cell = octave as u32 * PER_OCTAVE + at as u32;
                    let (low, high) = (lower_edge(cell), lower_edge(cell + 1));
                    return (low + (high - low) * (rank - below) / count).min(self.longest) / 7.0;
                }
                below += count;
            }
        }
        self.longest / 7.0
    }
}

/// The shortest wait of a cell, the one for no wait not counted `[days]`.
fn lower_edge(cell: u32) -> f64 {
    f64::from(f32::from_bits((cell + LEAST_EXPONENT * PER_OCTAVE) << (23 - 5)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_of_even_waits_are_right_to_two_in_a_thousand() {
        let mut waits = Waits::default();
        for n in 0..100_000 {
            waits.add(f64::from(n) * 0.001);
        }
        for share in [0.1, 0.5, 0.92, 0.95] {
            let right = share * 100.0 / 7.0;
            assert!((waits.percentile_weeks(share) / right - 1.0).abs() < 0.002, "{share}");
        }
        assert!((waits.mean_weeks() - 49.9995 / 7.0).abs() < 1e-9);
        assert_eq!(waits.within_18_percent(), 100.0);
    }

    #[test]
    fn nobody_gives_no_number_and_no_wait_is_none() {
        let mut waits = Waits::default();
        assert!(waits.mean_weeks().is_nan() && waits.percentile_weeks(0.5).is_nan());
        waits.add(0.0);
        assert_eq!(waits.percentile_weeks(0.95), 0.0);
        waits.clear();
        assert_eq!(waits.n, 0);
    }
}
