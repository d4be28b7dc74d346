//! The smallest number of staff or beds that meets a target.

use libm::{ceil, exp};

use super::TheoryError;
use super::erlang::{next_blocking, waiting_from_blocking};
use super::parameter::{non_negative, part, positive, share};

/// Searches stop here: no service has more servers, and a target that needs more is out of reach.
const MOST_SERVERS: u32 = 10_000_000;

/// The smallest number of beds that turns away at most a given share of arrivals.
///
/// # Parameters
/// - `offered_load` A `[1]`, zero or more: arrival rate × mean length of stay
/// - `most_blocked` `[1]`, above zero and at most one: the largest share turned away
///
/// # Returns
/// The number of beds; none when turning everyone away is allowed.
///
/// # Errors
/// - [`TheoryError::InvalidParameter`] — a figure is out of range
/// - [`TheoryError::NotConverged`] — more than ten million beds would be needed
///
/// # Source
/// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, sections 2.4 and 2.6.
///
/// # Examples
/// At an offered load of one, one bed blocks 0.5 and two block 0.2.
/// ```
/// use pathloom_simulation::theory::staffing;
///
/// assert_eq!(staffing::servers_for_blocking(1.0, 0.25)?, 2);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn servers_for_blocking(offered_load: f64, most_blocked: f64) -> Result<u32, TheoryError> {
    let load = non_negative("offered_load", offered_load)?;
    let target = positive("most_blocked", share("most_blocked", most_blocked)?)?;
    let mut blocked = 1.0;
    for servers in 0..=MOST_SERVERS {
        if servers > 0 {
            blocked = next_blocking(blocked, load, servers);
        }
        if blocked <= target {
            return Ok(servers);
        }
    }
    Err(TheoryError::NotConverged { name: "servers_for_blocking", steps: MOST_SERVERS })
}

/// The staff to employ so that enough are there, when a share of paid time is spent away.
///
/// # Parameters
/// - `servers` how many must be present
/// - `away` `[1]`, zero or more and below one: leave, sickness and training
///
/// # Returns
/// The whole number of staff to employ.
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — the share is outside `[0, 1)`, or so near one that the answer is no
/// count
///
/// # Source
/// Own derivation: `servers / (1 − away)`, rounded up.
///
/// # Examples
/// ```
/// use pathloom_simulation::theory::staffing;
///
/// assert_eq!(staffing::employed(14, 0.3)?, 20);
/// assert_eq!(staffing::employed(17, 0.3)?, 25);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn employed(servers: u32, away: f64) -> Result<u32, TheoryError> {
    let there = 1.0 - part("away", away)?;
    // 14 / 0.7 must stay 20: the slack (chosen) is far below a whole person and far above rounding.
    let staff = ceil(f64::from(servers) / there - 1e-9);
    if staff > f64::from(u32::MAX) {
        return Err(TheoryError::InvalidParameter { name: "away", value: away });
    }
    Ok(staff as u32)
}

/// What a queue has to achieve: a share of people seen within a time, and staff not busier than a limit.
///
/// # Examples
/// ```
/// use pathloom_simulation::theory::staffing::ServiceTarget;
///
/// let target = ServiceTarget { within: 0.33, share: 0.8, most_busy: 0.85, away: 0.3 };
/// assert_eq!(target.share, 0.8);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ServiceTarget {
    /// Wait that counts as soon enough `[time]`, zero or more -- input
    pub within: f64,
    /// Least share of people seen within it `[1]`, from zero to below one -- input
    pub share: f64,
    /// Largest share of time a server may be busy `[1]`, above zero and at most one -- input
    pub most_busy: f64,
    /// Share of paid time that staff are away `[1]`, from zero to below one -- input
    pub away: f64,
}

/// The staff that meets a [`ServiceTarget`], and what it achieves.
///
/// # Examples
/// As [`Staffing::for_target`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Staffing {
    /// Servers present at once `[people]` -- output
    pub servers: u32,
    /// Staff to employ so that they are present `[people]` -- output
    pub employed: u32,
    /// Share of people seen within the target wait `[1]` -- output
    pub within_share: f64,
    /// Share of time a server is busy `[1]` -- output
    pub occupancy: f64,
    /// Share of people who wait at all `[1]` -- output
    pub wait_probability: f64,
}

impl Staffing {
    /// The smallest staff of an M/M/c queue that meets a target.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, above zero
    /// - `service_rate` μ `[people·time⁻¹]` of one server, above zero
    /// - `target` as its fields say
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — a figure is out of range
    /// - [`TheoryError::NotConverged`] — more than ten million servers would be needed
    ///
    /// # Source
    /// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, sections 2.3 and
    /// 2.4.
    ///
    /// # Examples
    /// One arrival per service time, nobody busier than half the time: two servers, and a third of people
    /// wait.
    /// ```
    /// use pathloom_simulation::theory::staffing::{ServiceTarget, Staffing};
    ///
    /// let target = ServiceTarget { within: 0.0, share: 0.6, most_busy: 0.5, away: 0.0 };
    /// let staffing = Staffing::for_target(1.0, 1.0, &target)?;
    /// assert_eq!(staffing.servers, 2);
    /// assert!((staffing.wait_probability - 1.0 / 3.0).abs() < 1e-12);
    /// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
    /// ```
    pub fn for_target(
        arrival_rate: f64,
        service_rate: f64,
        target: &ServiceTarget,
    ) -> Result<Self, TheoryError> {
        let arrivals = positive("arrival_rate", arrival_rate)?;
        let rate = positive("service_rate", service_rate)?;
        let within = non_negative("within", target.within)?;
        let least = part("share", target.share)?;
        let most_busy = positive("most_busy", share("most_busy", target.most_busy)?)?;
        let offered_load = arrivals / rate;
        let mut blocked = 1.0;
        for servers in 1..=MOST_SERVERS {
            blocked = next_blocking(blocked, offered_load, servers);
            let occupancy = offered_load / f64::from(servers);
            if occupancy >= 1.0 || occupancy > most_busy {
                continue;
            }
            let wait_probability = waiting_from_blocking(blocked, occupancy);
            let spare = f64::from(servers) * rate - arrivals;
            let within_share = 1.0 - wait_probability * exp(-spare * within);
            if within_share >= least {
                let employed = employed(servers, target.away)?;
                return Ok(Self { servers, employed, within_share, occupancy, wait_probability });
            }
        }
        Err(TheoryError::NotConverged { name: "servers for the target", steps: MOST_SERVERS })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_fewer_would_miss_the_target() {
        let servers = servers_for_blocking(10.0, 0.02).expect("the target is allowed");
        let met = crate::theory::erlang::blocking(10.0, servers).expect("the load is allowed");
        let missed = crate::theory::erlang::blocking(10.0, servers - 1).expect("the load is allowed");
        assert!(met <= 0.02 && missed > 0.02, "{servers} is the smallest number");
    }

    #[test]
    fn refusals() {
        assert!(servers_for_blocking(10.0, 0.0).is_err(), "no number of beds blocks nobody for certain");
        assert!(servers_for_blocking(-1.0, 0.5).is_err(), "a load is not negative");
        assert!(employed(1, 1.0).is_err(), "nobody is there when everybody is away");
        let target = ServiceTarget { within: 0.0, share: 1.0, most_busy: 1.0, away: 0.0 };
        assert!(
            Staffing::for_target(1.0, 1.0, &target).is_err(),
            "no staff sees everyone at once for certain"
        );
    }
}
