//! What crosses crates: validation against known answers, properties, faults, benchmarks.
//!
//! The tests are in `tests/`; this library holds what several of them, and the benchmark program, have in common.

pub mod build;
pub mod hostile;
pub mod measure;
pub mod record;
pub mod workload;
