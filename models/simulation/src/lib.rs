//! Discrete-event simulation of care pathways, and the closed forms it is held against.
//!
//! ```text
//!  Scenario ──compile──> Plan ──run (replications in parallel)──> Outcomes ──> bands, probabilities
//!  (service)             flat arrays, hours as clock maps            columns by week and replication
//! ```
//!
//! A run is a pure function of (scenario, seed, replication number): it reads no clock, touches no file and draws
//! every random number from a stream keyed by who it is for. See `README.md` beside this crate for the rules of the
//! simulation in prose.

mod assess;
mod calendar;
mod engine;
mod inputs;
mod opening;
pub mod outcomes;
mod plan;
pub mod run;
mod sample;
mod stream;
pub mod summary;
pub mod theory;
pub mod trace;

pub use assess::{Assessment, assess};
pub use inputs::UncertainInputs;
pub use opening::{StartingPicture, ages_of_bands, starting_picture};
pub use outcomes::{Band, HorizonMeasure, Outcomes, Scope, WeeklyMeasure};
pub use run::{RunError, RunSettings, run, run_varied};

/// Version of the engine: figures of one seed are promised to be the same only within one.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");
