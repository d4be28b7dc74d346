//! Lists that move by one person at a time, at rates that may depend on how many are there.
//!
//! The general case behind the queues with a formula of their own: use it for people who decide not to join a
//! long list, or for the mean time until a step that feeds itself locks up.

use libm::{exp, log};

use super::TheoryError;
use super::parameter::{non_negative, positive};

/// The long-run chance of each state of a birth and death chain.
///
/// # Parameters
/// - `up` rate from each state to the next `[time⁻¹]`, zero or more; a zero closes the states beyond it
/// - `down` rate from each state but the first to the one before it `[time⁻¹]`, above zero, as many as `up`
///
/// # Returns
/// The probabilities `[1]` of the states `0 ..= up.len()`, which add to one.
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — a rate is out of range, or the lengths differ (`value` is then the
/// length of `down`)
///
/// # Source
/// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 2.1.
///
/// # Examples
/// Up at 1, down at 2: each state is half as likely as the one before it, so 4/7, 2/7 and 1/7.
/// ```
/// use pathloom_simulation::theory::birth_death;
///
/// let chances = birth_death::stationary(&[1.0, 1.0], &[2.0, 2.0])?;
/// assert!((chances[0] - 4.0 / 7.0).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn stationary(up: &[f64], down: &[f64]) -> Result<Vec<f64>, TheoryError> {
    check_lengths(up, down, "down")?;
    let mut log_weights = vec![0.0];
    let mut latest = 0.0;
    for (&rise, &fall) in up.iter().zip(down) {
        // The logarithm of a zero rate is minus infinity, and stays so: the states beyond have no weight.
        latest += log(non_negative("up", rise)?) - log(positive("down", fall)?);
        log_weights.push(latest);
    }
    Ok(normalise_logarithms(&log_weights))
}

/// Probabilities from the logarithms of weights, scaled by the largest so that none overflows.
pub(super) fn normalise_logarithms(log_weights: &[f64]) -> Vec<f64> {
    let largest = log_weights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let weights: Vec<f64> = log_weights.iter().map(|weight| exp(weight - largest)).collect();
    let total: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / total).collect()
}

/// The mean time until a birth and death chain leaves for good, from each of its states.
///
/// # Parameters
/// - `up` rate from each state but the last to the next `[time⁻¹]`, zero or more
/// - `down` rate from each state but the first to the one before it `[time⁻¹]`, zero or more, as many as `up`
/// - `leave` rate from each state to the end `[time⁻¹]`, zero or more, one more than `up`
///
/// # Returns
/// Mean times `[time]` from the states `0 ..= up.len()`.
///
/// # Errors
/// - [`TheoryError::InvalidParameter`] — a rate is out of range, or the lengths do not fit
/// - [`TheoryError::NotConverged`] — the end cannot be reached from some state
///
/// # Source
/// Grinstead and Snell, *Introduction to Probability*, 2nd revised edition, section 11.2 (absorbing chains),
/// in continuous time; solved by elimination along the chain.
///
/// # Examples
/// Two states, up at 1, the end from the second at 1: one unit of time each.
/// ```
/// use pathloom_simulation::theory::birth_death;
///
/// assert_eq!(birth_death::mean_time_to_leave(&[1.0], &[0.0], &[0.0, 1.0])?, vec![2.0, 1.0]);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn mean_time_to_leave(up: &[f64], down: &[f64], leave: &[f64]) -> Result<Vec<f64>, TheoryError> {
    check_lengths(up, down, "down")?;
    if leave.len() != up.len() + 1 {
        return Err(TheoryError::InvalidParameter { name: "leave", value: leave.len() as f64 });
    }
    // Elimination writes the time from state n as `offset + share × (time from state n + 1)`.
    let mut steps: Vec<(f64, f64)> = Vec::with_capacity(leave.len());
    for (state, &end) in leave.iter().enumerate() {
        let rise = non_negative("up", up.get(state).copied().unwrap_or(0.0))?;
        let mut out = rise + non_negative("leave", end)?;
        let mut gain = 1.0;
        if let Some(&(offset, share)) = steps.last() {
            let fall = non_negative("down", down[state - 1])?;
            // Adding `fall × (1 − share)` keeps every term positive, so nothing cancels.
            out += fall * (1.0 - share);
            gain += fall * offset;
        }
        if out <= 0.0 {
            return Err(TheoryError::NotConverged { name: "mean time to leave", steps: state as u32 });
        }
        steps.push((gain / out, rise / out));
    }
    let mut after = 0.0;
    let mut times: Vec<f64> = steps
        .into_iter()
        .rev()
        .map(|(offset, share)| {
            after = offset + share * after;
            after
        })
        .collect();
    times.reverse();
    Ok(times)
}

fn check_lengths(up: &[f64], down: &[f64], name: &'static str) -> Result<(), TheoryError> {
    if up.len() == down.len() {
        return Ok(());
    }
    Err(TheoryError::InvalidParameter { name, value: down.len() as f64 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zero_rate_closes_what_is_beyond_it() {
        let chances = stationary(&[1.0, 0.0, 5.0], &[1.0, 1.0, 1.0]).expect("the rates are allowed");
        assert_eq!(chances, vec![0.5, 0.5, 0.0, 0.0]);
    }

    #[test]
    fn refusals() {
        assert!(stationary(&[1.0], &[]).is_err(), "the lengths differ");
        assert!(stationary(&[1.0], &[0.0]).is_err(), "a state without return has no long run");
        assert!(stationary(&[f64::NAN], &[1.0]).is_err(), "NaN is not a rate");
        assert!(mean_time_to_leave(&[1.0], &[1.0], &[0.0]).is_err(), "one rate to the end for each state");
        let trapped = mean_time_to_leave(&[1.0], &[1.0], &[0.0, 0.0]);
        assert!(matches!(trapped, Err(TheoryError::NotConverged { .. })), "no state leads to the end");
    }
}
