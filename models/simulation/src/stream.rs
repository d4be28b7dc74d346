//! Counter-keyed random streams.
//!
//! Every draw is a function of (seed, replication, whom it is for, the step, the purpose, the visit). Two options
//! therefore see the same people with the same needs at the same moments, even where the pathway differs, and no
//! result depends on the order in which threads or events happen to ask.
//!
//! A key is folded into 64 bits by 64x64-bit multiplication, and seeds a *wyrand* generator, which rejection methods
//! may read as far as they need.
//!
//! # Source
//! Wang Yi, wyhash and wyrand (public domain); the multiply-fold is its mixing step.
//! Common random numbers: Law, Simulation Modeling and Analysis, 5th ed., section 11.2.

use std::convert::Infallible;

use rand::TryRng;

/// Multiplies to 128 bits and folds the halves together.
#[inline(always)]
const fn fold(a: u64, b: u64) -> u64 {
    let product = (a as u128) * (b as u128);
    (product as u64) ^ ((product >> 64) as u64)
}

const INCREMENT: u64 = 0xa076_1d64_78bd_642f;
const MASK: u64 = 0xe703_7ed1_a0b4_28db;
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// What a draw is for; part of its key, so that no two purposes share a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u64)]
pub(crate) enum Purpose {
    Group = 0x2d35_8dcc_aa6c_78a5,
    Route = 0x8bb8_4b93_962e_acc9,
    Contacts = 0x4b33_a62e_d433_d4a3,
    FaceToFace = 0x4d5a_2da5_1de1_aa47,
    Missed = 0x78bd_642f_8a59_c3d1,
    Cancelled = 0x589b_1c7d_66e5_90b3,
    Patience = 0x1d8e_4e27_c47d_124f,
    Stay = 0xeb44_acca_b455_d165,
    Delay = 0x6c07_96f4_51f8_d2f1,
    Return = 0x3f84_d5b5_b547_0917,
    Attendance = 0x9ddf_ea08_eb38_2d69,
    Start = 0xc949_c7de_fcc5_4b1d,
    Arrival = 0xd6e8_feb8_6659_fd93,
    Week = 0xca5a_8263_9512_1157,
    Absence = 0xa24b_aed4_963e_e407,
    Turnover = 0x9fb2_1c65_1e98_df25,
    Input = 0xd1b5_4a32_d192_ed03,
}

/// The key of one replication.
#[inline]
pub(crate) const fn replication_key(seed: u64, replication: u32) -> u64 {
    fold(seed ^ INCREMENT, fold(replication as u64 ^ MASK, SPREAD) ^ SPREAD)
}

/// The key of somebody or something within another key: a person of a stream, a post of a role.
#[inline(always)]
pub(crate) const fn subkey(key: u64, number: u64) -> u64 {
    fold(key ^ number.wrapping_mul(SPREAD), MASK ^ number)
}

/// The key of an id (FNV-1a, folded), the same for every design that uses the id.
pub(crate) const fn id_key(id: &str) -> u64 {
    let bytes = id.as_bytes();
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u64).wrapping_mul(0x0100_0000_01b3);
        at += 1;
    }
    fold(hash, SPREAD)
}

/// A stream of random numbers for one purpose of one key.
#[derive(Debug, Clone)]
pub(crate) struct Stream {
    state: u64,
}

impl Stream {
    /// The stream of a person (or post, or week) at a place, for a purpose, on the `visit`-th occasion.
    #[inline(always)]
    pub(crate) const fn new(key: u64, place: u64, purpose: Purpose, visit: u32) -> Self {
        Self { state: fold(key ^ place, (purpose as u64) ^ (visit as u64).wrapping_mul(SPREAD)) }
    }

    /// The next 64 random bits.
    #[inline(always)]
    pub(crate) const fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(INCREMENT);
        fold(self.state, self.state ^ MASK)
    }

    /// Uniform on [0, 1), 53 bits.
    #[inline(always)]
    pub(crate) fn uniform(&mut self) -> f64 {
        (self.bits() >> 11) as f64 * (1.0 / (1u64 << 53) as f64)
    }

    /// A whole number below `n`, without noticeable bias for the small `n` used here (below 2^32).
    #[inline]
    pub(crate) fn below(&mut self, n: u32) -> u32 {
        (((self.bits() >> 32) * u64::from(n)) >> 32) as u32
    }
}

impl TryRng for Stream {
    type Error = Infallible;

    #[inline(always)]
    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok((self.bits() >> 32) as u32)
    }

    #[inline(always)]
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(self.bits())
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(8) {
            chunk.copy_from_slice(&self.bits().to_le_bytes()[..chunk.len()]);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Chi-squared with 255 degrees of freedom: 99.9% critical value 330.5, 0.1% value 190.9
    /// (Abramowitz and Stegun, 26.4.17).
    fn check_uniform(bits: impl Iterator<Item = u64>) {
        let mut cells = [0u32; 256];
        let mut n = 0u32;
        for value in bits {
            cells[(value >> 56) as usize] += 1;
            n += 1;
        }
        let expected = f64::from(n) / 256.0;
        let chi = cells
            .iter()
            .map(|c| (f64::from(*c) - expected) * (f64::from(*c) - expected) / expected)
            .sum::<f64>();
        assert!((190.9..330.5).contains(&chi), "chi squared {chi}");
    }

    #[test]
    fn first_draws_of_neighbouring_keys_are_uniform() {
        let replication = replication_key(1, 0);
        check_uniform((0..200_000).map(|n| {
            Stream::new(subkey(replication, n), id_key("assessment"), Purpose::FaceToFace, 0).bits()
        }));
    }

    #[test]
    fn first_draws_of_neighbouring_visits_and_replications_are_uniform() {
        check_uniform((0..200_000).map(|visit| {
            Stream::new(subkey(replication_key(7, visit), 3), id_key("a"), Purpose::Missed, visit % 5).bits()
        }));
    }

    #[test]
    fn one_stream_is_uniform() {
        let mut stream = Stream::new(9, 9, Purpose::Stay, 0);
        check_uniform((0..200_000).map(|_| stream.bits()));
    }

    #[test]
    fn purposes_of_one_person_are_unrelated() {
        // Correlation of 100,000 pairs: standard error 0.0032, so 0.0104 is the 99.9% limit.
        let n = 100_000;
        let mut sum = 0.0;
        for person in 0..n {
            let key = subkey(replication_key(1, 1), person);
            let a = Stream::new(key, 5, Purpose::Route, 0).uniform();
            let b = Stream::new(key, 5, Purpose::Missed, 0).uniform();
            sum += (a - 0.5) * (b - 0.5);
        }
        let correlation = sum / n as f64 * 12.0;
        assert!(correlation.abs() < 0.0104, "{correlation}");
    }

    #[test]
    fn below_is_in_range() {
        let mut stream = Stream::new(1, 2, Purpose::Absence, 0);
        assert!((0..1000).all(|_| stream.below(7) < 7));
    }
}
