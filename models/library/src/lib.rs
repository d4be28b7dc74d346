//! The library: where projects live between one day and the next, and how they come in and go out.
//!
//! One SQLite file holds every project with every edit ever made, the runs that can be had again without running, and
//! a few settings. Beside it stand portable files (one document as text) and imports (waiting lists, histories, staff).
//!
//! ```text
//!  Library ── projects ── revisions      what was drawn: never overwritten, never deleted
//!     ├────── runs                       derived: may be dropped at any time
//!     └────── settings                   of this machine
//!  file ───── save, load                 one document as a text that travels
//!  imports ── referrals, activity, staff  lists pasted or from files in, nothing about any person out
//!     ├────── counted figures            list sizes on some days
//!     ├────── durations                  a column of measured times
//!     └────── national                   the national workbook of community waiting lists
//!  rescue ─── what a damaged file still holds
//! ```
//!
//! It reads no clock: whoever calls says what time it is. It simulates nothing and knows no window.
//!
//! # Guarantees
//!
//! - What a call has acknowledged is on the disk, whatever happens to the program or the machine afterwards.
//! - Every write is one transaction: it has happened, or it has not.
//! - A document is stored only after it has been read back, equal to what was given.
//! - A file of a newer version, of another program or with damage is refused before anything is written to it.
//! - Deleting a project, a run or a setting takes no revision away.
//!
//! The rules of undo are those of [`Library::edit`], [`Library::undo`] and [`Library::redo`].

mod aside;
mod error;
pub mod file;
pub mod imports;
mod migrate;
mod moment;
mod open;
mod packed;
mod projects;
mod rescue;
mod revisions;
mod runs;
mod settings;
mod undo;

pub use aside::set_aside;
pub use error::LibraryError;
pub use imports::activity::{
    ActivityRecord, ActivityRequest, CountedPeriod, CountedRecord, PeriodStep, RefusedCountLine,
    read_activity,
};
pub use imports::counted_figures::{CountedFigures, RefusedFigure, read_counted_figures};
pub use imports::durations::{MeasuredColumn, NumberColumn, RefusedValue, read_durations};
pub use imports::national::{
    NationalCounts, NationalFigures, NationalLine, NationalOrganisation, NationalServices, NationalTable,
    NationalWorkbook, OrganisationLevel, SheetProblem, read_national,
};
pub use imports::referrals::{
    AcceptedRow, ColumnFound, ColumnKind, GroupFound, ListMapping, ListPurpose, ListRequest, ReferralList,
    Refusal, RefusedCount, RefusedRow, read_referrals,
};
pub use imports::staff::{PostsFound, RefusedPost, StaffInPost, read_staff};
pub use imports::{DayOrder, Given, RememberedColumns};
pub use open::{LIBRARY_VERSION, Library};
pub use projects::{ProjectCard, Source};
pub use rescue::{Rescued, RescuedProject, rescue};
pub use revisions::{Document, RevisionCard};
pub use runs::{RunInputs, RunKey, StoredRun, run_key};
pub use settings::{Settings, Theme};
