//! What would have to change, input by input, for an option and the base to come out even.

use std::collections::BTreeSet;

use super::account::{Account, DISCOUNT, HEALTH_DISCOUNT, Move};
use super::ledger::stands_empty;
use super::report::SwitchingValue;
use super::words;

/// Highest discount rate looked at [% a year]: the limit of the document.
const MOST_DISCOUNT: f64 = 100.0;

/// Steps in which discount rates are looked through for a change of sign [% a year].
const DISCOUNT_STEP: f64 = 1.0;

/// The switching value of every price and rate on which the difference depends, the smallest change first.
///
/// The cost of a role with vacancies has none: what its empty posts save is known in pounds and not in posts, so that
/// another price would move what is planned and leave what is saved.
pub(super) fn values(option: &Account, base: &Account) -> Vec<SwitchingValue> {
    let now = difference(option, base, None);
    let places: BTreeSet<&str> = option.draws.places().chain(base.draws.places()).collect();
    let mut found: Vec<SwitchingValue> = places
        .into_iter()
        .filter_map(|place| {
            if is_of_empty_posts(place, option) || is_of_empty_posts(place, base) {
                return None;
            }
            let account = if option.draws.find(place).is_some() { option } else { base };
            let likely = account.draws.find(place).map(|at| account.draws.likely(at))?;
            let even = even_at(option, base, place, likely, now)?;
            Some(words::switching(account.scenario, option.scenario, base.scenario, place, likely, even))
        })
        .collect();
    let size = |one: &SwitchingValue| match (one.possible, one.change_percent) {
        (true, Some(percent)) => (0, percent.abs()),
        (true, None) => (1, 0.0),
        (false, _) => (2, 0.0),
    };
    found.sort_by(|a, b| size(a).0.cmp(&size(b).0).then(size(a).1.total_cmp(&size(b).1)));
    found
}

/// Whether a place is the cost of a role whose posts may stand empty.
fn is_of_empty_posts(place: &str, account: &Account) -> bool {
    let mut roles =
        account.scenario.roles.iter().filter(|role| role.turnover.as_ref().is_some_and(stands_empty));
    roles.any(|role| {
        place.strip_prefix("roles/").and_then(|rest| rest.strip_suffix("/costPoundsPerYear"))
            == Some(&role.id)
    })
}

/// Where a figure makes the two come out even.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Even {
    /// At this value.
    At(f64),
    /// At none.
    Never,
}

/// None when the difference does not depend on the figure.
fn even_at(option: &Account, base: &Account, place: &str, likely: f64, now: f64) -> Option<Even> {
    if place == DISCOUNT || place == HEALTH_DISCOUNT {
        return discount(option, base, place, likely, now);
    }
    // Every other figure is a factor of some lines, so the difference is a straight line in it.
    let by = likely.abs().max(1.0);
    let slope = (difference(option, base, Some(Move { place, by })) - now) / by;
    if slope.abs() * by <= 1e-12 * size(option, base) {
        return None;
    }
    Some(Even::At(likely - now / slope))
}

/// The mean difference of net present values, option minus base.
fn difference(option: &Account, base: &Account, moved: Option<Move>) -> f64 {
    let differences = option.net(moved).into_iter().zip(base.net(moved)).map(|(one, other)| one - other);
    differences.sum::<f64>() / option.futures().max(1) as f64
}

/// How large the sums are that are subtracted: differences far below it are rounding.
fn size(option: &Account, base: &Account) -> f64 {
    let of = |account: &Account| account.present(0, None);
    [of(option), of(base)].iter().map(|one| one.costs.abs() + one.benefits.abs() + one.health.abs()).sum()
}

/// The rate nearest to the present one at which the difference changes its sign, by halving.
fn discount(option: &Account, base: &Account, place: &str, likely: f64, now: f64) -> Option<Even> {
    let at = |rate: f64| difference(option, base, Some(Move { place, by: rate - likely }));
    let tolerance = 1e-12 * size(option, base);
    if (at(0.0) - now).abs() <= tolerance && (at(MOST_DISCOUNT) - now).abs() <= tolerance {
        return None;
    }
    let ends = |from: f64, to: f64| -> Option<(f64, f64)> {
        let steps = ((to - from).abs() / DISCOUNT_STEP).ceil().max(1.0);
        let step = (to - from) / steps;
        let rates = (0..steps as u32).map(|n| from + f64::from(n) * step);
        rates.map(|rate| (rate, rate + step)).find(|(a, b)| (at(*a) > 0.0) != (at(*b) > 0.0))
    };
    let nearest = [ends(likely, 0.0), ends(likely, MOST_DISCOUNT)]
        .into_iter()
        .flatten()
        .min_by(|a, b| (a.0 - likely).abs().total_cmp(&(b.0 - likely).abs()));
    let Some((mut low, mut high)) = nearest else { return Some(Even::Never) };
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if (at(middle) > 0.0) == (at(low) > 0.0) {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(Even::At(f64::midpoint(low, high)))
}
