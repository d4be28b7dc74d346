//! The arithmetic of waiting lists that planners do by hand: load, target list, relief capacity, pressure.
//!
//! Units: weeks, and people a week; [`daily_sizes`] and [`daily_capacity`] count days. The rules are those of
//! Fong and others, meant for a list in balance, where waits are close to exponential. A list out of balance
//! is not described by them but brought under control with [`relief_capacity`] first.

use libm::log1p;

use super::TheoryError;
use super::parameter::{non_negative, part, positive, share};

/// The ratio of the target wait to the mean wait that the rules use unless told otherwise: of exponential
/// waits, 98.2 % are within four means.
///
/// # Source
/// Fong and others, "Understanding waiting lists pressures", medRxiv 2022, doi:10.1101/2022.08.23.22279117.
pub const USUAL_FACTOR: f64 = 4.0;

/// Demand over capacity; a list settles only below one.
///
/// # Parameters
/// - `demand` `[people·week⁻¹]`, zero or more
/// - `capacity` `[people·week⁻¹]`, above zero
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — a figure is out of range
///
/// # Source
/// Fong and others, as [`USUAL_FACTOR`].
///
/// # Examples
/// ```
/// use pathloom_simulation::theory::waiting_list;
///
/// assert_eq!(waiting_list::load(30.0, 25.0)?, 1.2);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn load(demand: f64, capacity: f64) -> Result<f64, TheoryError> {
    Ok(non_negative("demand", demand)? / positive("capacity", capacity)?)
}

/// The factor that puts a given share of exponential waits within the target.
///
/// # Parameters
/// - `share` `[1]`, above zero and below one
///
/// # Returns
/// The ratio of target wait to mean wait `[1]`, `−ln(1 − share)`.
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — the share is not between zero and one
///
/// # Source
/// The quantile of the exponential distribution.
///
/// # Examples
/// 92 % within target needs a mean wait of 1/2.5257 of the target.
/// ```
/// use pathloom_simulation::theory::waiting_list;
///
/// assert!((waiting_list::factor_for_share(0.92)? - 2.5257).abs() < 1e-4);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn factor_for_share(share: f64) -> Result<f64, TheoryError> {
    Ok(-log1p(-positive("share", part("share", share)?)?))
}

/// The mean wait that leaves few people beyond the target.
///
/// # Parameters
/// - `target_wait` `[weeks]`, zero or more
/// - `factor` `[1]`, above zero: [`USUAL_FACTOR`], or [`factor_for_share`]
///
/// # Returns
/// The mean wait to aim for `[weeks]`.
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — a figure is out of range
///
/// # Source
/// Fong and others, as [`USUAL_FACTOR`].
///
/// # Examples
/// ```
/// use pathloom_simulation::theory::waiting_list::{USUAL_FACTOR, target_mean_wait};
///
/// assert_eq!(target_mean_wait(52.0, USUAL_FACTOR)?, 13.0);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn target_mean_wait(target_wait: f64, factor: f64) -> Result<f64, TheoryError> {
    Ok(non_negative("target_wait", target_wait)? / positive("factor", factor)?)
}

/// The list that goes with the target mean wait.
///
/// # Parameters
/// - `demand` `[people·week⁻¹]`, zero or more
/// - `target_wait` `[weeks]`, zero or more
/// - `factor` `[1]`, above zero
///
/// # Returns
/// The list to aim for `[people]`, by Little's law.
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — a figure is out of range
///
/// # Source
/// Fong and others, as [`USUAL_FACTOR`].
///
/// # Examples
/// ```
/// use pathloom_simulation::theory::waiting_list::{USUAL_FACTOR, target_list};
///
/// assert_eq!(target_list(30.0, 52.0, USUAL_FACTOR)?, 390.0);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn target_list(demand: f64, target_wait: f64, factor: f64) -> Result<f64, TheoryError> {
    Ok(non_negative("demand", demand)? * target_mean_wait(target_wait, factor)?)
}

/// Whether a list is so long that it needs relief capacity before the other rules apply: over twice the
/// target list.
///
/// # Parameters
/// - `list` `[people]`, zero or more
/// - `target_list` `[people]`, zero or more
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — a figure is negative or not finite
///
/// # Source
/// Fong and others, as [`USUAL_FACTOR`].
///
/// # Examples
/// ```
/// use pathloom_simulation::theory::waiting_list;
///
/// assert!(waiting_list::needs_relief(1200.0, 390.0)?);
/// assert!(!waiting_list::needs_relief(780.0, 390.0)?);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn needs_relief(list: f64, target_list: f64) -> Result<bool, TheoryError> {
    Ok(non_negative("list", list)? > 2.0 * non_negative("target_list", target_list)?)
}

/// The capacity that brings a list down to its target in a given time.
///
/// # Parameters
/// - `demand` `[people·week⁻¹]`, zero or more
/// - `list` `[people]` now, zero or more
/// - `target_list` `[people]`, zero or more
/// - `weeks` to get there, above zero
///
/// # Returns
/// The capacity until then `[people·week⁻¹]`; below the demand when the list may grow, and never below
/// nothing.
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — a figure is out of range
///
/// # Source
/// Fong and others, as [`USUAL_FACTOR`].
///
/// # Examples
/// 33 a week, and 600 too many over 30 weeks: 33 + 20.
/// ```
/// use pathloom_simulation::theory::waiting_list;
///
/// assert_eq!(waiting_list::relief_capacity(33.0, 800.0, 200.0, 30.0)?, 53.0);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn relief_capacity(demand: f64, list: f64, target_list: f64, weeks: f64) -> Result<f64, TheoryError> {
    let excess = non_negative("list", list)? - non_negative("target_list", target_list)?;
    Ok((non_negative("demand", demand)? + excess / positive("weeks", weeks)?).max(0.0))
}

/// How hard a list presses on its target: twice the mean wait over the target wait, at most one if all is
/// well.
///
/// # Parameters
/// - `mean_wait` `[weeks]`, zero or more
/// - `target_wait` `[weeks]`, above zero
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — a figure is out of range
///
/// # Source
/// Fong and others, as [`USUAL_FACTOR`].
///
/// # Examples
/// ```
/// use pathloom_simulation::theory::waiting_list;
///
/// assert_eq!(waiting_list::pressure(42.0, 24.0)?, 3.5);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn pressure(mean_wait: f64, target_wait: f64) -> Result<f64, TheoryError> {
    Ok(2.0 * non_negative("mean_wait", mean_wait)? / positive("target_wait", target_wait)?)
}

/// The list at the end of each day, from the dates of referrals and removals.
///
/// # Parameters
/// - `referrals` and `removals` days as ordinals of any one calendar, in any order; someone referred on a day
///   is on the list that day, someone removed on a day is not
/// - `first` and `last` the days to report, both included; what happened before `first` counts
///
/// # Returns
/// The list `[people]` on each day from `first` to `last`.
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — `last` is before `first`, or more people are removed than referred by
/// some day
///
/// # Source
/// Own derivation: referrals so far less removals so far.
///
/// # Examples
/// Referred on days 1, 4 and 10, the first removed on day 8.
/// ```
/// use pathloom_simulation::theory::waiting_list;
///
/// assert_eq!(waiting_list::daily_sizes(&[1, 4, 10], &[8], 7, 10)?, [2, 1, 1, 2]);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn daily_sizes(
    referrals: &[i32],
    removals: &[i32],
    first: i32,
    last: i32,
) -> Result<Vec<u32>, TheoryError> {
    if last < first {
        return Err(TheoryError::InvalidParameter { name: "last", value: f64::from(last) });
    }
    let (mut referrals, mut removals) = (referrals.to_vec(), removals.to_vec());
    referrals.sort_unstable();
    removals.sort_unstable();
    (first..=last)
        .map(|day| {
            let joined = referrals.partition_point(|&date| date <= day);
            let left = removals.partition_point(|&date| date <= day);
            joined
                .checked_sub(left)
                .and_then(|size| u32::try_from(size).ok())
                .ok_or(TheoryError::InvalidParameter { name: "removals", value: left as f64 })
        })
        .collect()
}

/// Removals a day while there was a list, from the first referral to the last removal.
///
/// Days that ended with an empty list are left out: a service with nobody to see says nothing about what it
/// can do.
///
/// # Parameters
/// As [`daily_sizes`].
///
/// # Returns
/// The capacity `[people·day⁻¹]`; nothing when there were no removals.
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — there are no referrals, more people are removed than referred by some
/// day, or nobody was on the list at the end of any day
///
/// # Source
/// Own derivation.
///
/// # Examples
/// Referred on days 1 and 4, one removed on day 8: one in seven days.
/// ```
/// use pathloom_simulation::theory::waiting_list;
///
/// assert_eq!(waiting_list::daily_capacity(&[1, 4], &[8])?, 1.0 / 7.0);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn daily_capacity(referrals: &[i32], removals: &[i32]) -> Result<f64, TheoryError> {
    let first =
        referrals.iter().min().ok_or(TheoryError::InvalidParameter { name: "referrals", value: 0.0 })?;
    let Some(last) = removals.iter().max() else {
        return Ok(0.0);
    };
    let sizes = daily_sizes(referrals, removals, *first, *last)?;
    let days = sizes[..sizes.len() - 1].iter().filter(|&&size| size > 0).count() as f64;
    Ok(removals.len() as f64 / positive("removals", days)?)
}

/// One band of time waited in [`compartments`].
///
/// # Examples
/// As [`compartments`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Compartment {
    /// People still waiting at the end of the band `[people]` -- output
    pub waiting: f64,
    /// People treated in the band `[people]` -- output
    pub treated: f64,
}

/// The people in each band of time waited when a list is in balance (steady-state compartments of an RTT
/// list).
///
/// Each period everyone who is still waiting moves up a band, after some leave untreated and some are
/// treated.
///
/// # Parameters
/// - `referrals` in a period `[people]`, zero or more
/// - `bands` share leaving untreated `[1]`, from zero to one, and treatments available `[people]`, zero or
///   more, of each band in turn
///
/// # Returns
/// One [`Compartment`] for each band.
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — a figure is out of range
///
/// # Source
/// The steady-state relation of the open R package NHSRtt (nhs-bnssg-analytics), `calc_wl_sizes`.
///
/// # Examples
/// Fifty referrals: 50 × 0.9 − 5 = 40, then 40 × 0.8 − 3 = 29.
/// ```
/// use pathloom_simulation::theory::waiting_list;
///
/// let bands = waiting_list::compartments(50.0, &[(0.1, 5.0), (0.2, 3.0)])?;
/// assert_eq!((bands[0].waiting, bands[1].waiting), (40.0, 29.0));
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn compartments(referrals: f64, bands: &[(f64, f64)]) -> Result<Vec<Compartment>, TheoryError> {
    let mut waiting = non_negative("referrals", referrals)?;
    bands
        .iter()
        .map(|&(leaving, treatments)| {
            let staying = waiting * (1.0 - share("leaving", leaving)?);
            let treated = non_negative("treatments", treatments)?.min(staying);
            waiting = staying - treated;
            Ok(Compartment { waiting, treated })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals() {
        assert!(load(30.0, 0.0).is_err(), "capacity is above zero");
        assert!(factor_for_share(1.0).is_err(), "no mean wait puts everyone within a target");
        assert!(factor_for_share(0.0).is_err(), "a share of nobody sets no mean wait");
        assert!(daily_sizes(&[5], &[3], 1, 6).is_err(), "nobody is removed before being referred");
        assert!(daily_sizes(&[1], &[], 6, 1).is_err(), "days run forwards");
        assert!(daily_capacity(&[1], &[1]).is_err(), "seen the same day leaves no list to judge by");
        assert!(compartments(50.0, &[(1.1, 0.0)]).is_err(), "no more than everyone leaves");
        assert_eq!(relief_capacity(5.0, 0.0, 1000.0, 10.0), Ok(0.0), "capacity is never negative");
    }
}
