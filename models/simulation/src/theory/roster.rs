//! A roster that repeats: so many servers in each shift, the same every cycle, random arrivals all along.
//!
//! At the end of a shift work in hand stops and is resumed by the next server free, with nothing lost. Rules
//! that finish or restart it give other answers.

use super::TheoryError;
use super::parameter::{positive, stable};
use super::transient::TransientQueue;

/// One shift of a roster.
///
/// # Examples
/// ```
/// use pathloom_simulation::theory::roster::Shift;
///
/// assert_eq!(Shift { duration: 8.0, servers: 2 }.servers, 2);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shift {
    /// How long it lasts `[time]`, above zero -- input
    pub duration: f64,
    /// Servers during it `[people]`, possibly none -- input
    pub servers: u32,
}

/// The figures of M/M/c with a repeating roster, averaged over a cycle once it has settled.
///
/// # Examples
/// A roster that never changes is the ordinary queue: a load of a half keeps one person present.
/// ```
/// use pathloom_simulation::theory::roster::{Roster, Shift};
///
/// let clinic = Roster::new(0.5, 1.0, &[Shift { duration: 24.0, servers: 1 }])?;
/// assert!((clinic.mean_present - 1.0).abs() < 1e-6);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Roster {
    /// Work that comes over work that can be done, which is the share of rostered time in use `[1]` -- output
    pub load: f64,
    /// Mean number neither finished nor being served `[people]` -- output
    pub mean_list: f64,
    /// Mean number waiting or in service `[people]` -- output
    pub mean_present: f64,
    /// Mean time not being served, interruptions included `[time]` -- output
    pub mean_wait: f64,
    /// Mean time from arrival to the end of service `[time]` -- output
    pub mean_time: f64,
}

impl Roster {
    /// The figures for a rate of arrivals, a rate of service and the shifts of one cycle.
    ///
    /// # Parameters
    /// - `arrival_rate` λ `[people·time⁻¹]`, above zero
    /// - `service_rate` μ `[people·time⁻¹]` of one server, above zero
    /// - `shifts` of one cycle in order, at least one
    ///
    /// # Errors
    /// - [`TheoryError::InvalidParameter`] — a rate or duration is not above zero, or there is no shift
    /// - [`TheoryError::Unstable`] — λ is at least μ times the mean number of servers
    /// - [`TheoryError::NotConverged`] — no settled cycle after ten thousand, as with a load very close to
    ///   one
    ///
    /// # Source
    /// Own derivation: uniformisation ([`super::transient`]) over cycle after cycle until two agree; checked
    /// against the cyclic case of `tests/theory_cases.rs`.
    ///
    /// # Examples
    /// As [`Roster`].
    pub fn new(arrival_rate: f64, service_rate: f64, shifts: &[Shift]) -> Result<Self, TheoryError> {
        /// Cycles to try, and the change in the mean list below which the cycle has settled (both chosen).
        const CYCLES: u32 = 10_000;
        const SETTLED: f64 = 1e-10;
        let arrivals = positive("arrival_rate", arrival_rate)?;
        let rate = positive("service_rate", service_rate)?;
        let (mut cycle, mut staffed) = (0.0, 0.0);
        for shift in shifts {
            cycle += positive("duration", shift.duration)?;
            staffed += shift.duration * f64::from(shift.servers);
        }
        positive("shifts", cycle)?;
        let load = stable(arrivals * cycle / (rate * staffed))?;
        let mut queue = TransientQueue::new(arrivals, rate, 0)?;
        let mut before = f64::NEG_INFINITY;
        for _ in 0..CYCLES {
            let mut mean_present = 0.0;
            for shift in shifts {
                let stretch = queue.advance(shift.duration, shift.servers)?;
                mean_present += stretch.mean_present * shift.duration / cycle;
            }
            // From empty the mean climbs by ever smaller steps; the rest of the climb is judged by the last.
            if mean_present - before <= SETTLED * (1.0 - load) * mean_present {
                let mean_list = (mean_present - arrivals / rate).max(0.0);
                return Ok(Self {
                    load,
                    mean_list,
                    mean_present,
                    mean_wait: mean_list / arrivals,
                    mean_time: mean_present / arrivals,
                });
            }
            before = mean_present;
        }
        Err(TheoryError::NotConverged { name: "cycle of the roster", steps: CYCLES })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals() {
        let night = Shift { duration: 12.0, servers: 0 };
        assert!(
            matches!(Roster::new(1.0, 1.0, &[night]), Err(TheoryError::Unstable { .. })),
            "nobody serves"
        );
        assert!(Roster::new(1.0, 1.0, &[]).is_err(), "a roster has a shift");
        assert!(
            Roster::new(1.0, 1.0, &[Shift { duration: 0.0, servers: 9 }]).is_err(),
            "a shift has a length"
        );
    }
}
