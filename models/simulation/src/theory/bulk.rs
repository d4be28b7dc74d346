//! People arrive at random through a period, and up to `slots` of them leave together at its end.
//!
//! The same chain describes a clinic with slots ([`super::slots`]) and fixed-length visits
//! ([`super::deterministic`]). The number left behind has the generating function `Q(z) / (zᶜ − A(z))` with
//! `A(z) = exp(λ (z − 1))`; the zeros of the denominator inside the unit circle must be zeros of the
//! polynomial `Q` too, which fixes `Q`. Each zero solves `z = w exp(ρ (z − 1))` for one root of unity `w`, a
//! contraction, so a thousand slots are a thousand small equations and a load close to one is no harder.
//!
//! Source: Janssen and van Leeuwaarden, "Analytic computation schemes for the discrete-time bulk service
//! queue", *Queueing Systems* 50 (2005) 141–163.

use libm::{cos, exp, log, sin};

use super::TheoryError;
use super::parameter::{at_least_one, stable};

/// The long run of the bulk chain, seen just after people leave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Bulk {
    /// Arrivals in a period over slots `[1]`.
    pub(super) load: f64,
    /// Mean number left behind `[people]`.
    pub(super) mean_left: f64,
    /// Standard deviation of the number left behind `[people]`.
    pub(super) left_deviation: f64,
    /// Chance that nobody is left behind `[1]`.
    pub(super) cleared_probability: f64,
    /// Chance that every slot is used, as many present as slots or more `[1]`.
    pub(super) full_probability: f64,
}

impl Bulk {
    /// Solves the chain for `arrivals` people a period (above zero) and `slots` (one or more).
    pub(super) fn new(arrivals: f64, slots: u32) -> Result<Self, TheoryError> {
        let count = at_least_one("slots", slots)?;
        let load = stable(arrivals / count)?;
        let sums = RootSums::new(load, slots)?;
        let spare = count - arrivals;
        // Expansion of (zᶜ − A(z)) / (z − 1) about one.
        let second = (count * (count - 1.0) - arrivals * arrivals) / (2.0 * spare);
        let third = (count * (count - 1.0) * (count - 2.0) - arrivals * arrivals * arrivals) / (6.0 * spare);
        let mean_left = sums.inverse - second;
        let variance = mean_left - sums.inverse_square - 2.0 * third + second * second;
        let log_spare = log(spare) - sums.log_gap;
        Ok(Self {
            load,
            // Rounding can leave a tiny negative number when hardly anybody is ever left.
            mean_left: mean_left.max(0.0),
            left_deviation: variance.max(0.0).sqrt(),
            cleared_probability: exp(log_spare + arrivals + sums.log_size).min(1.0),
            full_probability: (1.0 - exp(log_spare)).max(0.0),
        })
    }
}

/// Sums over the zeros other than one.
struct RootSums {
    /// Σ 1 / (1 − z).
    inverse: f64,
    /// Σ 1 / (1 − z)².
    inverse_square: f64,
    /// Σ ln |1 − z|.
    log_gap: f64,
    /// Σ ln |z|.
    log_size: f64,
}

impl RootSums {
    fn new(load: f64, slots: u32) -> Result<Self, TheoryError> {
        let mut sums = Self { inverse: 0.0, inverse_square: 0.0, log_gap: 0.0, log_size: 0.0 };
        // Zeros come in conjugate pairs, whose sums are real; with an even number of slots one is real
        // itself.
        for index in 1..=slots / 2 {
            let (real, imaginary) = root(load, slots, index)?;
            let pair = if 2 * index == slots { 1.0 } else { 2.0 };
            let (gap, turn) = (1.0 - real, -imaginary);
            let size = gap * gap + turn * turn;
            sums.inverse += pair * gap / size;
            sums.inverse_square += pair * (gap * gap - turn * turn) / (size * size);
            sums.log_gap += pair * 0.5 * log(size);
            // |z| = exp(ρ (Re z − 1)) holds at the zero and does not underflow.
            sums.log_size += pair * load * (real - 1.0);
        }
        Ok(sums)
    }
}

/// The zero that belongs to the `index`-th root of unity.
fn root(load: f64, slots: u32, index: u32) -> Result<(f64, f64), TheoryError> {
    const STEPS: u32 = 200;
    const CONTRACTIONS: u32 = 20;
    let angle = std::f64::consts::TAU * f64::from(index) / f64::from(slots);
    let (mut real, mut imaginary) = (0.0_f64, 0.0_f64);
    for step in 0..STEPS {
        let size = exp(load * (real - 1.0));
        let turn = angle + load * imaginary;
        let (image_real, image_imaginary) = (size * cos(turn), size * sin(turn));
        let (error_real, error_imaginary) = (image_real - real, image_imaginary - imaginary);
        // A few plain steps of the contraction come first, then Newton: divide by one minus the slope ρ ×
        // image.
        let (slope_real, slope_imaginary) =
            if step < CONTRACTIONS { (1.0, 0.0) } else { (1.0 - load * image_real, -load * image_imaginary) };
        let norm = slope_real * slope_real + slope_imaginary * slope_imaginary;
        let move_real = (error_real * slope_real + error_imaginary * slope_imaginary) / norm;
        let move_imaginary = (error_imaginary * slope_real - error_real * slope_imaginary) / norm;
        real += move_real;
        imaginary += move_imaginary;
        // Newton's last step squares the error, so a step this small leaves only rounding.
        if step >= CONTRACTIONS && move_real.abs() + move_imaginary.abs() < 1e-11 {
            return Ok((real, imaginary));
        }
    }
    Err(TheoryError::NotConverged { name: "zero of the generating function", steps: STEPS })
}

#[cfg(test)]
mod tests {
    use libm::lgamma;

    use super::*;

    /// Spitzer's identity, an independent route: the number left is the all-time maximum of a random walk.
    fn by_spitzer(arrivals: f64, slots: u32, periods: u32) -> (f64, f64) {
        let (mut mean_left, mut log_cleared) = (0.0, 0.0);
        for period in 1..=periods {
            let (mean, limit) = (arrivals * f64::from(period), slots * period);
            let chance =
                |people: u32| exp(f64::from(people) * log(mean) - mean - lgamma(f64::from(people) + 1.0));
            let span = limit + 40 + 12 * mean.sqrt() as u32;
            for people in limit + 1..=span {
                mean_left += f64::from(people - limit) * chance(people) / f64::from(period);
                log_cleared -= chance(people) / f64::from(period);
            }
        }
        (mean_left, exp(log_cleared))
    }

    #[test]
    fn agrees_with_the_random_walk() {
        for (arrivals, slots, periods) in [(0.5, 1, 200), (1.4, 2, 300), (3.5, 5, 150), (15.0, 20, 80)] {
            let bulk = Bulk::new(arrivals, slots).expect("the load is below one");
            let (mean_left, cleared) = by_spitzer(arrivals, slots, periods);
            assert!(
                (bulk.mean_left / mean_left - 1.0).abs() < 1e-8,
                "{slots} slots: {} {mean_left}",
                bulk.mean_left
            );
            assert!((bulk.cleared_probability / cleared - 1.0).abs() < 1e-10, "{slots} slots");
        }
    }

    #[test]
    fn one_slot_is_the_fixed_length_single_server() {
        let bulk = Bulk::new(0.8, 1).expect("the load is below one");
        assert!((bulk.mean_left - 1.6).abs() < 1e-12);
        assert!((bulk.full_probability - 0.8).abs() < 1e-12);
    }

    #[test]
    fn large_and_heavily_loaded_clinics_are_settled() {
        for (arrivals, slots) in [(0.999_999, 1), (1999.0, 2000), (1.0, 2000), (999.9, 1000)] {
            let bulk = Bulk::new(arrivals, slots).expect("the load is below one");
            let heavy = arrivals / (2.0 * (f64::from(slots) - arrivals));
            assert!(
                bulk.mean_left.is_finite() && bulk.mean_left <= heavy * 1.001,
                "{slots}: {}",
                bulk.mean_left
            );
            assert!((0.0..=1.0).contains(&bulk.cleared_probability) && bulk.left_deviation.is_finite());
        }
    }
}
