//! `cargo xtask examples`: the table of `examples/README.md`, written anew from what is published and simulated.

use crate::project;
use anyhow::{Context, Result};
use std::process::ExitCode;

/// Writes the table.
///
/// # Errors
/// The command line does not build.
pub(crate) fn run() -> Result<ExitCode> {
    let status = project::cargo()
        .args(["test", "--package", "pathloom", "--test", "cli", "the_table_of_the_readme"])
        .env("UPDATE", "1")
        .status()
        .context("cargo could not be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
