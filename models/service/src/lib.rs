//! A care service as data.
//!
//! This crate owns the *document*: the pathway drawn as a graph, who is referred to it, who works in it, what it
//! starts with, the options to compare and the evidence behind every figure. It reads and writes the file format,
//! checks a document and says in plain words what is wrong with it. It does no simulation, reads no clock and
//! touches no file: it works on text and values.
//!
//! # The parts of a document
//!
//! ```text
//!  Project ── groups, tiers, calendars, roles        who is referred, who works, when
//!     ├────── designs ── steps ── links              the pathway: one graph for each way of running the service
//!     ├────── mixes ──── posts, dated changes        how many people work in it
//!     ├────── options ── design x mix (+ changes)    what is compared
//!     ├────── targets                                what would be good enough
//!     ├────── guide                                  what it is, what was published, what to replace
//!     └────── business case                          the words of the case that are the user's own
//! ```
//!
//! An option is made into a [`Scenario`]: one design with one staffing mix, its changes applied. That is the only
//! thing the simulation reads.
//!
//! # Glossary
//!
//! | word | meaning |
//! | --- | --- |
//! | referral | a request for the service; starts the waiting clock |
//! | person | whoever was referred; *patient* in engine code |
//! | step | a node of the pathway: something that is done with, or happens to, a person |
//! | contact | one occasion on which staff and a person meet; *missed* when the person was not there (DNA, was not brought) |
//! | waiting list | everyone whose clock runs: referred, and not yet at the contact that stops the clock |
//! | open referral | everyone referred who has not yet reached an outcome |
//! | removal | leaving the list without having been seen |
//! | caseload | people between their first and their last contact at a step |
//! | role, post, WTE | a kind of staff; one person's job in it; whole-time equivalent |
//! | place | a bed, a home-care slot, a virtual-ward or nursery place, held round the clock |
//! | tier | universal, targeted or individualised (also called specialist) |
//! | option | a design with a staffing mix |
//!
//! # Figures
//!
//! Every number that a panel may challenge is an [`Estimate`]: a value or low / likely / high, with its
//! [`Evidence`]. Units are part of the field's name. Shares are percentages, as people say them.

pub mod actuals;
pub mod bank;
pub mod business_case;
pub mod check;
pub mod compare;
pub mod demand;
pub mod distribution;
pub mod economics;
pub mod edit;
pub mod estimate;
pub mod figures;
pub mod graph;
pub mod guide;
pub mod limits;
mod place;
pub mod project;
pub mod read;
#[doc(hidden)]
pub mod samples;
pub mod scenario;
pub mod schema;
pub mod shelf;
mod staffing;
pub mod star;
mod starters;
pub mod step;
mod tagged;
mod upgrade;
pub mod workforce;

pub use actuals::*;
pub use business_case::*;
pub use check::{Place, Problem, Severity, check};
pub use compare::{Difference, differences};
pub use demand::*;
pub use distribution::*;
pub use economics::*;
pub use edit::{Details, Edit, EditError, Section};
pub use estimate::{Confidence, Estimate, Evidence, EvidenceLabel};
pub use figures::{Figures, Trail};
pub use guide::*;
pub use project::*;
pub use read::{Mistake, ReadError, read, write};
pub use scenario::Scenario;
pub use schema::schema;
pub use star::{StarPoint, StarTag};
pub use starters::{Starters, starters};
pub use step::*;
pub use workforce::*;

/// The version of the file format that this crate writes.
pub const FORMAT_VERSION: u32 = 1;

/// A name inside a document that stays the same when labels change: lower-case letters, digits and hyphens.
///
/// Ids key the random streams too, so two designs whose steps share ids see the same people with the same needs.
pub type Id = String;
