//! Whether a column can be told apart from a shape that was fitted to it.

use rand::SeedableRng;
use rand::rngs::Xoshiro256PlusPlus;

use super::column::Column;
use super::family::Law;
use super::likelihood::{Fitted, fitted_law};

/// Samples drawn at most; chosen.
const DRAWS: u32 = 499;

/// Samples that differ more than the column, after which the chance is clear enough (Besag and Clifford); chosen.
const ENOUGH: u32 = 20;

/// The seed of the samples: the same column, the same answer.
const SEED: u64 = 1;

/// Shares are kept this far from nought and one, where their logarithms end.
const EDGE: f64 = 1e-12;

/// The chance that a sample of the fitted shape, rounded as the column is and fitted again, differs from its shape as much
/// as the column does.
pub(super) fn chance(column: &Column, fit: &Fitted) -> f64 {
    let family = fit.law.family;
    let own = anderson_darling(column, &fit.law);
    let mut random = Xoshiro256PlusPlus::seed_from_u64(SEED);
    let mut beyond = 0;
    for drawn in 1..=DRAWS {
        let sample = column.redrawn(&fit.law, &mut random);
        // One for which it cannot be worked out counts as one that differs more.
        let differs_less = anderson_darling(&sample, &fitted_law(&sample, family)) < own;
        beyond += u32::from(!differs_less);
        if beyond == ENOUGH {
            return f64::from(ENOUGH) / f64::from(drawn);
        }
    }
    f64::from(beyond + 1) / f64::from(DRAWS + 1)
}

/// How far the column is from a law: squared differences of shares, the more weighty the further out they are.
fn anderson_darling(column: &Column, law: &Law) -> f64 {
    let n = column.len() as f64;
    if !column.groups().is_empty() {
        return of_groups(column, law);
    }
    let shares: Vec<f64> = column.sorted().iter().map(|value| within(law.cdf(*value))).collect();
    let last = shares.len() - 1;
    let sum: f64 = shares
        .iter()
        .enumerate()
        .map(|(at, share)| (2 * at + 1) as f64 * (libm::log(*share) + libm::log1p(-shares[last - at])))
        .sum();
    -n - sum / n
}

/// The same for groups. Groups nobody is in count with the next one that somebody is in.
fn of_groups(column: &Column, law: &Law) -> f64 {
    let n = column.len() as f64;
    let (mut so_far, mut before, mut sum) = (0.0, 0.0, 0.0);
    for group in column.groups() {
        so_far += group.count / n;
        let share = within(law.cdf(group.to));
        // At the last edge both shares are one: nothing can differ there.
        if so_far < 1.0 - EDGE {
            sum += (so_far - share) * (so_far - share) * (share - before) / (share * (1.0 - share));
        }
        before = share;
    }
    n * sum
}

fn within(share: f64) -> f64 {
    share.clamp(EDGE, 1.0 - EDGE)
}

/// The largest difference between the share of the column and that of the law up to any value `[1]`.
pub(super) fn largest_gap(column: &Column, law: &Law) -> f64 {
    let n = column.len() as f64;
    if !column.groups().is_empty() {
        let mut so_far = 0.0;
        let gaps = column.groups().iter().map(|group| {
            so_far += group.count / n;
            (so_far - law.cdf(group.to)).abs()
        });
        return gaps.fold(0.0, f64::max);
    }
    let gaps = column.sorted().iter().enumerate().map(|(at, value)| {
        let share = law.cdf(*value);
        ((at + 1) as f64 / n - share).max(share - at as f64 / n)
    });
    gaps.fold(0.0, f64::max)
}
