//! Closed forms: what a queue does in the long run, without simulating it.
//!
//! The simulation is held against these formulas, and a service lead can read them beside it: one clinic with
//! a steady stream of referrals has a known mean wait, list and longest wait, and the engine must agree.
//!
//! # What is here
//!
//! | Question | Module |
//! | --- | --- |
//! | One list, several clinicians, everyone waits | [`multiserver`], with [`erlang`] underneath |
//! | No waiting room, or a limited one | [`limited`] |
//! | How many staff for a target | [`staffing`] |
//! | One clinician, any length of visit | [`mg1`], lengths described by [`moments`] |
//! | Booked arrivals | [`gim1`] |
//! | Several clinicians, visits of one length | [`deterministic`] |
//! | A clinic with so many slots at the end of each week | [`slots`] |
//! | Beds without a limit, and the chance a ward of a given size is full | [`mginf`] |
//! | People who give up waiting | [`abandonment`] (random patience), [`patience`] (one patience for all) |
//! | Urgent before routine | [`priority`] |
//! | People who arrive together | [`batch`] |
//! | A step that blocks the one before it | [`tandem`] |
//! | Any list that moves one person at a time | [`birth_death`] |
//! | The list at a date, not in the long run | [`transient`]; over a repeating roster, [`roster`] |
//! | A list as a smooth flow, without chance | [`fluid`] |
//! | Waiting-list arithmetic: load, target list, relief capacity | [`waiting_list`] |
//! | How sure the average of some replications is | [`replications`] |
//! | Anything else, roughly | [`approximate`] |
//! | A whole pathway: people a week at each step, hours and loads | [`traffic`] |
//!
//! # Conventions
//!
//! - Rates and times share one unit of time, the caller's choice: referrals a week go with waits in weeks.
//!   Only [`waiting_list`] and [`fluid`] name theirs, weeks, because their sources do.
//! - *Wait* is the time before service starts; *time* is wait plus service. *List* is the people waiting;
//!   *present* adds those in service. `[1]` marks a share or a plain number.
//! - *Load* is demand over capacity. A list with a load of one or more never settles, and asking for its long
//!   run is [`TheoryError::Unstable`], not a very large number.
//! - A figure beyond 1e30, or a rate or time nearer to zero than 1e-30, is out of range: no service has one.
//! - Nothing here panics, reads a clock, draws a random number or returns NaN. `exp`, `log` and `pow` come
//!   from `libm`, so a figure is the same on every platform.
//!
//! # One step and the whole pathway
//!
//! Only [`traffic`] knows of a pathway: it works out the rate at each step from the graph, and what the step has to
//! serve it. All the others describe one step (and one pair, in [`tandem`]) whose rates are known.

pub mod abandonment;
pub mod approximate;
pub mod batch;
pub mod birth_death;
mod bulk;
pub mod deterministic;
pub mod erlang;
mod error;
pub mod fluid;
pub mod gim1;
pub mod limited;
pub mod mg1;
pub mod mginf;
pub mod moments;
pub mod multiserver;
mod parameter;
pub mod patience;
pub mod priority;
pub mod replications;
pub mod roster;
pub mod slots;
pub mod staffing;
mod student;
pub mod tandem;
pub mod traffic;
pub mod transient;
pub mod waiting_list;

pub use error::TheoryError;
