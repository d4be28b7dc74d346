//! `cargo xtask app`: the main job, on the example service: in the window, or in the terminal where there is no
//! display.
//!
//! The window is built in the dev profile, in which the simulation crates are optimised: a first window in minutes
//! and runs at their full speed. The terminal's program is built in release.

use crate::{project, setup};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::{Command, ExitCode};

/// The service to simulate, from the project's root.
const EXAMPLE: &str = "examples/birmingham-childrens-ot/birmingham.pathloom.json";
/// The same, as the window knows it.
const EXAMPLE_IN_WINDOW: &str = "example:birmingham";

/// Opens the window on the example, or does the job in the terminal; `extra` goes to `pathloom run` there.
///
/// # Errors
/// Something that is needed is missing or does not build, or Pathloom does not start.
pub(crate) fn run(extra: &[String]) -> Result<ExitCode> {
    if has_display() && extra.is_empty() { in_window() } else { in_terminal(extra) }
}

/// Whether there is a screen to open a window on.
fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

fn in_window() -> Result<ExitCode> {
    setup::system(&setup::TO_BUILD)?;
    println!("Building the window; the first time takes some minutes.");
    setup::npm_packages(&project::root().join("ui"))?;
    setup::pages()?;
    let program = project::build("pathloom-app", "pathloom-app", project::Profile::Dev)?;
    println!("Opening the window with the example: Birmingham children's occupational therapy.");
    hand_over(Command::new(program).arg(EXAMPLE_IN_WINDOW))
}

fn in_terminal(extra: &[String]) -> Result<ExitCode> {
    let example = project::root().join(EXAMPLE);
    if !example.is_file() {
        bail!("the example service is not there: {EXAMPLE}");
    }
    if !has_display() {
        println!(
            "There is no display to open the window on, so this does the main job here in the terminal:"
        );
        println!(
            "it simulates a children's occupational therapy service, with every option the service is weighing up."
        );
    }
    println!("\nBuilding Pathloom; the first time takes a minute or two.");
    let pathloom = project::build("pathloom", "pathloom", project::Profile::Release)?;

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
