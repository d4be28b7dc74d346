//! Erlang B and Erlang C: the chance that all servers are taken, without and with a queue.
//!
//! Both are worked out by the recursion on the number of servers, which adds only positive terms, so
//! thousands of servers lose no accuracy and nothing overflows.

use super::TheoryError;
use super::parameter::{at_least_one, non_negative, stable};

/// The share of arrivals turned away when there is nowhere to wait (Erlang B).
///
/// It depends on the length of stay only through its mean.
///
/// # Parameters
/// - `offered_load` A `[1]`, zero or more: arrivals per unit of time × mean length of stay
/// - `servers` c: beds or clinicians; none is allowed, and turns everyone away
///
/// # Returns
/// The blocking probability `[1]`.
///
/// # Errors
/// [`TheoryError::InvalidParameter`] — the offered load is negative or not finite
///
/// # Guarantees
/// `c` steps, each a product and a division of positive numbers.
///
/// # Source
/// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 2.6.
///
/// # Examples
/// One arrival a day staying a day on average: with one bed the ward is full half the time, with two a fifth,
/// since (1/2) / (1 + 1 + 1/2) = 1/5.
/// ```
/// use pathloom_simulation::theory::erlang;
///
/// assert_eq!(erlang::blocking(1.0, 1)?, 0.5);
/// assert_eq!(erlang::blocking(1.0, 2)?, 0.2);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn blocking(offered_load: f64, servers: u32) -> Result<f64, TheoryError> {
    Ok(blocking_of(non_negative("offered_load", offered_load)?, servers))
}

/// Erlang B of a load already known to be allowed.
pub(super) fn blocking_of(load: f64, servers: u32) -> f64 {
    (1..=servers).fold(1.0, |blocked, server| next_blocking(blocked, load, server))
}

/// Erlang B with one server more: from `blocked` with `server - 1` servers to that with `server`.
pub(super) fn next_blocking(blocked: f64, load: f64, server: u32) -> f64 {
    let scaled = load * blocked;
    scaled / (f64::from(server) + scaled)
}

/// The share of arrivals who have to wait when everyone waits for as long as it takes (Erlang C).
///
/// # Parameters
/// - `offered_load` A `[1]`, zero or more and below `servers`
/// - `servers` c, one or more
///
/// # Returns
/// The probability of waiting `[1]`.
///
/// # Errors
/// - [`TheoryError::InvalidParameter`] — the load is negative or not finite, or there are no servers
/// - [`TheoryError::Unstable`] — the load is at least the number of servers
///
/// # Source
/// Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing Theory*, 4th edition, section 2.3.
///
/// # Examples
/// With one server the chance of waiting is the load itself; with two servers and a load of one it is a
/// third.
/// ```
/// use pathloom_simulation::theory::erlang;
///
/// assert!((erlang::waiting(0.8, 1)? - 0.8).abs() < 1e-12);
/// assert!((erlang::waiting(1.0, 2)? - 1.0 / 3.0).abs() < 1e-12);
/// # Ok::<(), pathloom_simulation::theory::TheoryError>(())
/// ```
pub fn waiting(offered_load: f64, servers: u32) -> Result<f64, TheoryError> {
    let count = at_least_one("servers", servers)?;
    let blocked = blocking(offered_load, servers)?;
    let load = stable(offered_load / count)?;
    Ok(waiting_from_blocking(blocked, load))
}

/// Erlang C from Erlang B of the same system, `load` being that of one server.
pub(super) fn waiting_from_blocking(blocked: f64, load: f64) -> f64 {
    blocked / (1.0 - load * (1.0 - blocked))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_of_servers_stay_accurate() {
        // Near c = A the ratio of normal density to distribution gives B √A; two thousand servers must be
        // close.
        let blocked = blocking(2000.0, 2000).expect("the load is allowed");
        let scaled = blocked * 2000.0_f64.sqrt();
        assert!((scaled - 0.797_884_56).abs() < 0.01, "B(A, A) is about √(2 / πA), got {scaled}");
        let waiting = waiting(1990.0, 2000).expect("the load is below the servers");
        assert!(waiting > 0.5 && waiting < 0.9, "a load of 0.995 leaves most people waiting, got {waiting}");
    }

    #[test]
    fn edges() {
        assert_eq!(blocking(0.0, 3), Ok(0.0), "nobody arrives, nobody is turned away");
        assert_eq!(blocking(5.0, 0), Ok(1.0), "no server turns everyone away");
        assert_eq!(waiting(0.0, 3), Ok(0.0), "nobody arrives, nobody waits");
        assert_eq!(waiting(3.0, 3), Err(TheoryError::Unstable { load: 1.0 }));
        assert!(matches!(waiting(1.0, 0), Err(TheoryError::InvalidParameter { name: "servers", .. })));
        assert!(matches!(blocking(f64::NAN, 1), Err(TheoryError::InvalidParameter { .. })));
    }
}
