//! Where the project is, and how cargo is called in it.

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// The folder of the workspace's `Cargo.toml`: the one cargo was called in, since a target folder may be shared by
/// several copies of the project, and the program then remembers the place of another.
pub(crate) fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let xtask = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        Path::new(&xtask).parent().expect("xtask is a folder of the workspace").to_path_buf()
    });
    &ROOT
}

/// The cargo that started this program, to be run in the workspace's root.
pub(crate) fn cargo() -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root());
    command
}

/// How a program is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to build; the simulation crates are optimised.
    Dev,
    /// As it is given to people.
    Release,
}

/// Builds one program and returns where it is.
///
/// Cargo is asked for the path, because the target folder can be set in several places outside this project.
///
/// # Errors
/// The program does not build, or the package has no such program.
pub(crate) fn build(package: &str, program: &str, profile: Profile) -> Result<PathBuf> {
    let profile = if profile == Profile::Release { "release" } else { "dev" };
    built(&["--profile", profile, "--package", package], program)
}

/// Builds one program in the dev profile as `cargo test --workspace` has built its parts, so that nothing is built
/// twice: which features a crate has depends on what is built together.
///
/// # Errors
/// The program does not build, or there is no such program.
pub(crate) fn build_beside_tests(program: &str) -> Result<PathBuf> {
    built(&["--workspace"], program)
}

fn built(arguments: &[&str], program: &str) -> Result<PathBuf> {
    let output = cargo()
        .arg("build")
        .args(arguments)
        .args(["--bin", program])
        .arg("--message-format=json-render-diagnostics")
        .stderr(Stdio::inherit())
        .output()
        .context("cargo could not be started")?;
    if !output.status.success() {
        bail!("`{program}` did not build; cargo says why above");
    }
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter(|message| message["target"]["name"] == program)
        .find_map(|message| message["executable"].as_str().map(PathBuf::from))
        .with_context(|| format!("cargo built `{program}` but did not say where it put it"))
}

/// The folder cargo builds the workspace in.
///
/// # Errors
/// Cargo cannot read the workspace.
pub(crate) fn target() -> Result<PathBuf> {
    let output = cargo()
        .args(["metadata", "--no-deps", "--format-version", "1"])
        .stderr(Stdio::inherit())
        .output()
        .context("cargo could not be started")?;
    let metadata: Value =
        serde_json::from_slice(&output.stdout).context("cargo could not read the workspace")?;
    metadata["target_directory"].as_str().map(PathBuf::from).context("cargo did not say where it builds")
}
