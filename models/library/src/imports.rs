//! What comes in from elsewhere: lists that are pasted, or kept as CSV or Excel.
//!
//! ```text
//!  Given ── encoding ── delimited ──┐
//!    └───── workbook ───────────────┴─ Sheet: rows of cells with their lines
//!                                        ├─ referrals   who waits, or who was referred, one to a line
//!                                        ├─ activity    how many were referred, week by week or month by month
//!                                        └─ staff       who is in post, by role and band
//!  text ──── delimited ──────────────────── counted_figures   list sizes and longest waits of some days
//! ```
//!
//! The lists of services hold far more than Pathloom may keep. A reader takes the columns it was told to and nothing
//! else: what a cell of any other column holds never leaves this folder, and where such a cell is in the way it is
//! described, not repeated. What is given is held for as long as the call takes.

pub mod activity;
pub mod counted_figures;
mod dates;
mod delimited;
pub mod durations;
mod encoding;
mod given;
mod headings;
pub mod national;
mod personal;
pub mod referrals;
mod remembered;
mod sheet;
pub mod staff;
mod workbook;

pub use dates::DayOrder;
pub use given::{GIVEN_BYTES, Given};
pub use remembered::RememberedColumns;
