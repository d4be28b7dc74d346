//! `cargo xtask bindings`: the window's TypeScript types, written anew from the Rust ones.

use crate::{project, setup};
use anyhow::{Context, Result};
use std::process::ExitCode;

/// Writes `ui/src/ipc/bindings.ts`.
///
/// # Errors
/// The shell does not build.
pub(crate) fn run() -> Result<ExitCode> {
    setup::system(&setup::TO_BUILD)?;
    let status = project::cargo()
        .args(["test", "--package", "pathloom-app", "--lib", "bindings"])
        .env("UPDATE", "1")
        .status()
        .context("cargo could not be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
