//! `cargo xtask app`: the main job, on the example service.
//!
//! Until Pathloom has a window this is the terminal's `pathloom run`. It is built in release: a person judging the
//! speed of a run should meet the speed they will have.

use crate::project;
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::{Command, ExitCode};

/// The service to simulate, from the project's root.
const EXAMPLE: &str = "examples/birmingham-childrens-ot/birmingham.pathloom.json";

/// Builds Pathloom and simulates the example; `extra` goes to `pathloom run`.
///
/// # Errors
/// The example is not there, or Pathloom does not build or start.
pub(crate) fn run(extra: &[String]) -> Result<ExitCode> {
    let example = project::root().join(EXAMPLE);
    if !example.is_file() {
        bail!("the example service is not there: {EXAMPLE}");
    }
    println!("Pathloom has no window yet, so this does its main job here in the terminal:");
    println!(
        "it simulates a children's occupational therapy service, with every option the service is weighing up."
    );
    println!("\nBuilding Pathloom; the first time takes a minute or two.");
    let pathloom = project::build_release("pathloom", "pathloom")?;

    let example = from_here(&example);
    println!("\n> pathloom run {}\n", [&[example.display().to_string()], extra].concat().join(" "));
    hand_over(Command::new(pathloom).arg("run").arg(example).args(extra))
}

/// The path as a person standing in the current folder would type it.
fn from_here(path: &Path) -> &Path {
    std::env::current_dir().ok().and_then(|here| path.strip_prefix(here).ok()).unwrap_or(path)
}

/// Becomes the other program, so that Ctrl-C and the exit code are that program's own.
#[cfg(unix)]
fn hand_over(command: &mut Command) -> Result<ExitCode> {
    use std::os::unix::process::CommandExt as _;
    Err(command.exec()).context("Pathloom could not be started")
}

/// Waits for the other program and passes its exit code on.
#[cfg(not(unix))]
fn hand_over(command: &mut Command) -> Result<ExitCode> {
    let status = command.status().context("Pathloom could not be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
