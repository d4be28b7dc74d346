//! Quantiles of Student's t distribution, for intervals from a few replications.
//!
//! The distribution is a regularised incomplete beta function, worked out by its continued fraction; the
//! quantile is found by bisection, which is slow and sure.

use libm::{exp, lgamma, log, log1p};

use super::TheoryError;

/// The value that a t variable with so many degrees of freedom exceeds with chance `upper`, for `0 < upper <
/// 0.5`.
pub(super) fn upper_quantile(upper: f64, freedom: f64) -> Result<f64, TheoryError> {
    let mut high: f64 = 1.0;
    while upper_tail(high, freedom)? > upper {
        high *= 2.0;
        if !high.is_finite() {
            return Err(TheoryError::NotConverged { name: "t quantile", steps: 1024 });
        }
    }
    let mut low = 0.0;
    for _ in 0..200 {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if upper_tail(middle, freedom)? > upper { low = middle } else { high = middle }
    }
    Ok(high)
}

/// The chance that a t variable exceeds `value`, which is zero or more.
fn upper_tail(value: f64, freedom: f64) -> Result<f64, TheoryError> {
    let square = value * value;
    let x = freedom / (freedom + square);
    // The complement is passed on rather than subtracted, so that neither end loses digits.
    Ok(0.5 * incomplete_beta(freedom / 2.0, 0.5, x, square / (freedom + square))?)
}

/// The regularised incomplete beta function at `x`, with `rest = 1 − x`.
fn incomplete_beta(first: f64, second: f64, x: f64, rest: f64) -> Result<f64, TheoryError> {
    if x <= 0.0 || rest <= 0.0 {
        return Ok(if rest <= 0.0 { 1.0 } else { 0.0 });
    }
    if x > (first + 1.0) / (first + second + 2.0) {
        return Ok(1.0 - incomplete_beta(second, first, rest, x)?);
    }
    let log_x = if rest < 0.5 { log1p(-rest) } else { log(x) };
    let log_rest = if x < 0.5 { log1p(-x) } else { log(rest) };
    let log_front =
        first * log_x + second * log_rest + lgamma(first + second) - lgamma(first) - lgamma(second);
    Ok(exp(log_front) / first * fraction(first, second, x)?)
}

/// The continued fraction of the incomplete beta function, by the modified Lentz method.
///
/// Source: DLMF 8.17.22; Lentz's method as in Press and others, *Numerical Recipes*, 3rd edition, section
/// 5.2.
fn fraction(first: f64, second: f64, x: f64) -> Result<f64, TheoryError> {
    const STEPS: u32 = 10_000;
    const TINY: f64 = 1e-300;
    let keep = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut denominator = 1.0 / keep(1.0 - (first + second) * x / (first + 1.0));
    let mut numerator = 1.0;
    let mut value = denominator;
    for step in 1..=STEPS {
        let m = f64::from(step);
        let even = m * (second - m) * x / ((first + 2.0 * m - 1.0) * (first + 2.0 * m));
        let odd = -(first + m) * (first + second + m) * x / ((first + 2.0 * m) * (first + 2.0 * m + 1.0));
        for term in [even, odd] {
            denominator = 1.0 / keep(1.0 + term * denominator);
            numerator = keep(1.0 + term / numerator);
            value *= denominator * numerator;
        }
        if (denominator * numerator - 1.0).abs() < 1e-15 {
            return Ok(value);
        }
    }
    Err(TheoryError::NotConverged { name: "incomplete beta function", steps: STEPS })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(upper: f64, freedom: f64, expected: f64) {
        let value = upper_quantile(upper, freedom).expect("the chance is below one half");
        assert!((value / expected - 1.0).abs() < 1e-9, "{freedom} degrees of freedom: {value} {expected}");
    }

    #[test]
    fn one_and_two_degrees_of_freedom_have_closed_forms() {
        for upper in [0.4, 0.1, 0.025, 0.005, 1e-6] {
            let angle = std::f64::consts::PI * upper;
            check(upper, 1.0, libm::cos(angle) / libm::sin(angle));
            let share: f64 = 1.0 - 2.0 * upper;
            check(upper, 2.0, share * (2.0 / (1.0 - share * share)).sqrt());
        }
    }

    #[test]
    fn many_degrees_of_freedom_are_nearly_normal() {
        let value = upper_quantile(0.025, 1e6).expect("the chance is below one half");
        // The normal quantile 1.959964 plus (z³ + z) / 4n.
        assert!((value - 1.959_966_36).abs() < 1e-7, "{value}");
    }
}
