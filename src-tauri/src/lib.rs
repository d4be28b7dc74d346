//! Pathloom's window: the desktop shell over the models.
//!
//! ```text
//!  ui (React) ──commands──> commands/ ──> Desk: library (SQLite), open documents, runs
//!             <─channel──── runner    ──> pathloom-simulation, on its own thread
//! ```
//!
//! No domain logic lives here: a command reads its arguments, calls one function of the models and maps the error.
//! Rust holds the document; the window mirrors it with a revision. What crosses is declared in [`ipc`] and exported
//! to `ui/src/ipc/bindings.ts`.

mod cases;
mod commands;
mod desk;
pub mod ipc;
mod jobs;
mod kept;
mod latest;
mod menu;
mod place;
mod runner;
mod start;
mod what_if;

pub use start::run;
