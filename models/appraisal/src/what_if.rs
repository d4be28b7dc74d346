//! What if this figure were another? An option with some figures moved, beside itself as it is.
//!
//! [`levers`] lists what of an option may be moved: posts, referrals, shares, times, places. A set of [`Move`]s is turned
//! into single changed figures by [`changes`], so whatever was tried can be kept as an ordinary option of the document.
//! [`Futures`] simulates in rounds that can be cut off at any moment, which is what lets a window follow a finger: a few
//! futures at once, more while nothing is moved.
//!
//! The moved option is simulated with the seed and the replication numbers of the option as it is, so both hold the same
//! referrals with the same needs (*common random numbers*), and [`DifferencesByWeek`] are taken future by future.
//!
//! # Source
//! A. M. Law, *Simulation Modeling and Analysis*, 5th edition (2015), sections 10.2.1 (paired-t intervals) and 11.2
//! (common random numbers).

mod futures;
mod levers;
mod moves;
mod referrals;
mod ways_on;

pub use futures::{DifferenceColumns, DifferencesByWeek, Futures};
pub use levers::{Lever, LeverKind, levers};
pub use moves::{Move, MoveError, changes};
