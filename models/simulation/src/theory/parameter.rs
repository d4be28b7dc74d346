//! Range checks shared by the closed forms: each returns its value, or says which parameter is out of range.

use super::TheoryError;

/// The largest figure taken, and one over the smallest above zero (chosen): no rate or time of a service
/// comes near, and within it no product or power in these forms overflows.
const LARGEST: f64 = 1e30;

/// The value, if it is above zero and of a size that any rate or time can have.
pub(super) fn positive(name: &'static str, value: f64) -> Result<f64, TheoryError> {
    keep((1.0 / LARGEST..=LARGEST).contains(&value), name, value)
}

/// The value, if it is not below zero and of a size that any rate or time can have.
pub(super) fn non_negative(name: &'static str, value: f64) -> Result<f64, TheoryError> {
    keep((0.0..=LARGEST).contains(&value), name, value)
}

/// The value, if it is of a size that any figure can have, on either side of zero.
pub(super) fn finite(name: &'static str, value: f64) -> Result<f64, TheoryError> {
    keep((-LARGEST..=LARGEST).contains(&value), name, value)
}

/// The value, if it is a share that may be nothing or everything, `0 ≤ value ≤ 1`.
pub(super) fn share(name: &'static str, value: f64) -> Result<f64, TheoryError> {
    keep((0.0..=1.0).contains(&value), name, value)
}

/// The value, if it is a share short of everything, `0 ≤ value < 1`.
pub(super) fn part(name: &'static str, value: f64) -> Result<f64, TheoryError> {
    keep((0.0..1.0).contains(&value), name, value)
}

/// The count as a number, if there is at least one.
pub(super) fn at_least_one(name: &'static str, count: u32) -> Result<f64, TheoryError> {
    let value = f64::from(count);
    keep(count >= 1, name, value)
}

/// The load, if it is below one and so leaves a long run to speak of.
pub(super) fn stable(load: f64) -> Result<f64, TheoryError> {
    // An overflow to infinity or NaN in the load is not below one either.
    if load < 1.0 { Ok(load) } else { Err(TheoryError::Unstable { load }) }
}

fn keep(holds: bool, name: &'static str, value: f64) -> Result<f64, TheoryError> {
    if holds { Ok(value) } else { Err(TheoryError::InvalidParameter { name, value }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn not_a_number_is_refused_by_every_check() {
        for check in [positive, non_negative, share, part] {
            assert!(check("value", f64::NAN).is_err(), "NaN is in no range");
            assert!(check("value", -1.0).is_err(), "no closed form takes a negative figure");
            assert!(check("value", f64::INFINITY).is_err(), "infinity is in no range");
        }
        assert!(stable(f64::NAN).is_err(), "NaN is not below one");
    }

    #[test]
    fn the_ends_of_each_range() {
        assert!(positive("value", 0.0).is_err(), "positive excludes zero");
        assert_eq!(non_negative("value", 0.0), Ok(0.0));
        assert_eq!(share("value", 1.0), Ok(1.0));
        assert!(part("value", 1.0).is_err(), "part excludes one");
        assert!(at_least_one("servers", 0).is_err(), "none is not at least one");
    }
}
