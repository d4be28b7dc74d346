//! Records of referrals drawn at random, for arrivals that no rate can say: people who come in pairs, gaps of two phases.

use statrs::distribution::{ContinuousCDF, Exp};

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Exponential gaps with mean 1: SplitMix64 and the inverse of the distribution function.
///
/// # Source
/// Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
#[derive(Debug, Clone)]
pub struct Gaps {
    state: u64,
    law: Exp,
}

impl Gaps {
    /// The gaps of a seed.
    ///
    /// # Panics
    /// Never: one is a rate.
    pub fn new(seed: u64) -> Self {
        // Mixed first: streams that began a step apart would be one stream, shifted.
        Self { state: mixed(seed.wrapping_mul(ODD)), law: Exp::new(1.0).expect("a rate") }
    }
}

impl Iterator for Gaps {
    type Item = f64;

    fn next(&mut self) -> Option<f64> {
        self.state = self.state.wrapping_add(ODD);
        Some(self.law.inverse_cdf(((mixed(self.state) >> 11) as f64 + 0.5) / (1u64 << 53) as f64))
    }
}

fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// The days of a record with these gaps in days, until a day, each day so many times.
pub fn record(gaps: impl Iterator<Item = f64>, people_at_once: usize, until: f64) -> Vec<f64> {
    let mut now = 0.0;
    let mut days = Vec::new();
    for gap in gaps {
        now += gap;
        if now >= until {
            break;
        }
        days.extend(std::iter::repeat_n(now, people_at_once));
    }
    days
}
