//! What the window needs on a machine, and how it gets there: system libraries, npm packages, the WebDriver in front
//! of the real window.
//!
//! A fresh machine with Rust and Node is enough: whatever else is missing is named first and then installed, by the
//! system's own package tool where that is apt.

use crate::project;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Debian's names of what the window is built with.
pub(crate) const TO_BUILD: [&str; 4] = ["pkg-config", "libwebkit2gtk-4.1-dev", "librsvg2-dev", "libssl-dev"];
/// Debian's names of what drives the real window in tests, on a display of its own.
pub(crate) const TO_TEST: [&str; 3] = ["webkit2gtk-driver", "xvfb", "procps"];

/// Version of tauri-driver: it speaks for tauri 2.
const TAURI_DRIVER: &str = "2.1.0";

/// Makes sure the system has some packages, naming those it installs.
///
/// # Errors
/// Something is missing and cannot be installed from here; the message says what to install.
pub(crate) fn system(packages: &[&str]) -> Result<()> {
    if !cfg!(target_os = "linux") {
        // Windows and macOS bring their web view; Rust brings the rest.
        return Ok(());
    }
    if !has("dpkg-query") {
        println!(
            "Not a Debian system: these (or what they are called here) must be installed: {}",
            packages.join(" ")
        );
        return Ok(());
    }
    let missing: Vec<&str> = packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(" ");
    println!("Installing what the window needs from the system: {names}");
    let install = |update: bool| {
        (!update || apt(&["update"]))
            && apt(&[&["install", "--yes", "--no-install-recommends"], &missing[..]].concat())
    };
    // The list of packages may be old or not there yet.
    if install(false) || install(true) {
        return Ok(());
    }
    bail!("these could not be installed\nhint: install them yourself: sudo apt-get install {names}")
}

fn is_installed(package: &str) -> bool {
    let state =
        Command::new("dpkg-query").args(["--show", "--showformat=${db:Status-Status}", package]).output();
    state.is_ok_and(|state| state.status.success() && state.stdout.starts_with(b"installed"))
}

fn apt(arguments: &[&str]) -> bool {
    let mut command = if is_root() || !has("sudo") { Command::new("apt-get") } else { Command::new("sudo") };
    if command.get_program() == "sudo" {
        command.arg("apt-get");
    }
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

fn is_root() -> bool {
    let user = Command::new("id").arg("-u").output();
    user.is_ok_and(|user| user.stdout.trim_ascii() == b"0")
}

fn has(program: &str) -> bool {
    Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}

/// Makes sure a folder's npm packages are those of its lock file.
///
/// # Errors
/// Node is not there, or a package cannot be had.
pub(crate) fn npm_packages(folder: &Path) -> Result<()> {
    let lock =
        fs::read(folder.join("package-lock.json")).context("the lock file of the npm packages is missing")?;
    // What was installed last; npm itself leaves no trace that says so.
    let mark = folder.join("node_modules/.pathloom-lock");
    if fs::read(&mark).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    npm(folder, &["ci", "--no-audit", "--no-fund"])?;
    fs::write(mark, lock).context("the npm packages could not be marked as installed")
}

/// Runs npm in a folder.
///
/// # Errors
/// Node is not there, or npm says no.
pub(crate) fn npm(folder: &Path, arguments: &[&str]) -> Result<()> {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let status = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .status()
        .context("npm could not be started\nhint: install Node.js 20 or newer")?;
    if !status.success() {
        bail!("npm {} failed in {}", arguments.join(" "), folder.display());
    }
    Ok(())
}

/// Builds the window's pages into `ui/dist`, from where the program takes them.
///
/// # Errors
/// The pages do not build.
pub(crate) fn pages() -> Result<()> {
    npm(&project::root().join("ui"), &["run", "--silent", "build"])
}

/// The WebDriver for the real window, built once into the target folder.
///
/// # Errors
/// It does not build.
pub(crate) fn tauri_driver() -> Result<PathBuf> {
    let tools = project::target()?.join("tools");
    let program = tools.join("bin").join(format!("tauri-driver{}", std::env::consts::EXE_SUFFIX));
    if !program.is_file() {
        let status = project::cargo()
            .args(["install", "--quiet", "--locked", "tauri-driver", "--version", TAURI_DRIVER, "--root"])
            .arg(&tools)
            .arg("--target-dir")
            .arg(tools.join("build"))
            .status()
            .context("cargo could not be started")?;
        if !status.success() {
            bail!("tauri-driver could not be installed");
        }
        // Only the program is needed from here on.
        fs::remove_dir_all(tools.join("build")).ok();
    }
    Ok(program)
}
