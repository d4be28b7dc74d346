//! The clocks of people, apart from the people so that a census need look at nothing else.

use super::patient::Patient;

/// A clock.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Clock {
    /// When it started `[days]`.
    pub(super) start: f64,
    /// Where it counts, by step and group.
    pub(super) cell: u32,
}

/// Bits of a word of [`Clocks::runs`].
const WORD: usize = u64::BITS as usize;

/// A clock for each place in the array of people.
#[derive(Debug, Default)]
pub(super) struct Clocks {
    clocks: Vec<Clock>,
    /// Which clocks run, a bit each: to pass over the others costs nothing.
    runs: Vec<u64>,
}

impl Clocks {
    pub(super) fn clear(&mut self) {
        self.clocks.clear();
        self.runs.clear();
    }

    /// Another place for a person.
    pub(super) fn add(&mut self) {
        if self.clocks.len().is_multiple_of(WORD) {
            self.runs.push(0);
        }
        self.clocks.push(Clock::default());
    }

    /// A person's clock runs and counts in a cell from now on.
    #[inline(always)]
    pub(super) fn count(&mut self, person: u32, patient: &Patient, cell: u32) {
        self.clocks[person as usize] = Clock { start: patient.referral, cell };
        self.runs[person as usize / WORD] |= 1 << (person as usize % WORD);
    }

    /// A person's clock does not run, or not any more.
    #[inline(always)]
    pub(super) fn stop(&mut self, person: u32) {
        self.runs[person as usize / WORD] &= !(1 << (person as usize % WORD));
    }

    /// Does something with each running clock, in the order of the people.
    #[inline(always)]
    pub(super) fn for_each_running(&self, mut work: impl FnMut(&Clock)) {
        for (clocks, runs) in self.clocks.chunks(WORD).zip(&self.runs) {
            let mut left = *runs;
            while left != 0 {
                work(&clocks[left.trailing_zeros() as usize]);
                left &= left - 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_that_run_come_in_the_order_of_the_people() {
        let mut clocks = Clocks::default();
        (0..130).for_each(|_| clocks.add());
        for (person, cell) in [(129, 1), (0, 2), (64, 3), (63, 4), (5, 5)] {
            clocks.count(person, &Patient { referral: f64::from(person), ..Patient::default() }, cell);
        }
        clocks.stop(5);
        clocks.stop(6);
        let mut found = Vec::new();
        clocks.for_each_running(|clock| found.push((clock.start, clock.cell)));
        assert_eq!(found, [(0.0, 2), (63.0, 4), (64.0, 3), (129.0, 1)]);
    }
}
