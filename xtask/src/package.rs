//! `cargo xtask package`: an installer for this system.
//!
//! On Debian a `.deb`; `tauri.conf.json` names the installers of the other systems, which are made where they run.

use crate::{project, setup};
use anyhow::{Result, bail};
use std::process::{Command, ExitCode};

/// Builds the installer and says where it is.
///
/// # Errors
/// Something that is needed is missing or does not build.
pub(crate) fn run(args: &[String]) -> Result<ExitCode> {
    if let Some(arg) = args.first() {
        bail!("`cargo xtask package` takes no options, but got `{arg}`");
    }
    let ui = project::root().join("ui");
    setup::system(&setup::TO_BUILD)?;
    setup::npm_packages(&ui)?;
    setup::pages()?;
    let bundles = match std::env::consts::OS {
        "windows" => "nsis",
        "macos" => "dmg",
        _ => "deb",
    };
    let tauri = ui.join("node_modules/@tauri-apps/cli/tauri.js");
    let status = Command::new("node")
        .arg(tauri)
        .args(["build", "--bundles", bundles])
        .current_dir(project::root().join("src-tauri"))
        .env("CARGO_TARGET_DIR", project::target()?)
        .status()?;
    if !status.success() {
        bail!("the installer could not be made; the messages above say why");
    }
    println!("\nThe installer is in {}", project::target()?.join("release/bundle").join(bundles).display());
    Ok(ExitCode::SUCCESS)
}
