//! `cargo xtask test`: everything that has to pass before a change lands.
//!
//! What the machine lacks is installed first. Every Rust stage uses the dev profile, in which the simulation crates
//! are optimised, so that what one stage builds the next one finds. The quick stages come first, the real window
//! last. Rust tests run under `cargo test` and no other runner, because only it runs the examples in the
//! documentation.

use crate::{project, setup};
use anyhow::{Context, Result, bail};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

struct Stage {
    name: &'static str,
    run: fn() -> Result<bool>,
    /// What a person does about a failure.
    remedy: &'static str,
}

const STAGES: [Stage; 9] = [
    Stage { name: "set-up", run: set_up, remedy: "install what is named above, then run this again" },
    Stage {
        name: "formatting",
        run: || cargo(&["fmt", "--all", "--check"]),
        remedy: "run `cargo fmt --all`, which puts right everything listed above",
    },
    Stage {
        name: "pages: checks",
        run: || in_folder("ui", &["run", "--silent", "check"]),
        remedy: "run `npm run format` in ui/, then put right what is left",
    },
    Stage {
        name: "pages: tests",
        run: || in_folder("ui", &["run", "--silent", "test"]),
        remedy: "run one file again with `npx vitest run FILE` in ui/",
    },
    Stage {
        name: "pages: build",
        run: || setup::pages().map(|()| true),
        remedy: "run `npm run build` in ui/ and put right what it names",
    },
    Stage {
        name: "lints",
        run: || cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
        remedy: "put right what clippy names above; each entry says where it is, and usually what to write",
    },
    Stage {
        name: "tests",
        run: || cargo(&["test", "--workspace"]),
        remedy: "run one test again with `cargo test -p PACKAGE NAME`; the failures above name both",
    },
    Stage {
        name: "documentation",
        run: || cargo(&["doc", "--workspace", "--no-deps"]),
        remedy: "put right the comments named above, most often a link to something that has another name now",
    },
    Stage {
        name: "real window",
        run: window,
        remedy: "run one file again: `cargo xtask window FILE`; it says where the pictures of the window are",
    },
];

/// Runs the stages in order and stops at the first that fails.
///
/// # Errors
/// An argument is given, or a tool cannot be started.
pub(crate) fn run(args: &[String]) -> Result<ExitCode> {
    if let Some(arg) = args.first() {
        bail!(
            "`cargo xtask test` runs everything and takes no options, but got `{arg}`\n\
             hint: run one part with its own tool, for example `cargo test -p pathloom-service`"
        );
    }
    let mut times = Vec::new();
    for (idx, stage) in STAGES.iter().enumerate() {
        println!("\n=== {} of {}: {}", idx + 1, STAGES.len(), stage.name);
        let start = Instant::now();
        let passed = (stage.run)().with_context(|| format!("stage `{}`", stage.name))?;
        times.push((stage.name, start.elapsed()));
        if !passed {
            println!("\n=== {} failed", stage.name);
            println!("What to do: {}.", stage.remedy);
            print_times(&times);
            return Ok(ExitCode::FAILURE);
        }
    }
    println!();
    print_times(&times);
    let total: Duration = times.iter().map(|(_, time)| *time).sum();
    println!("{} stages passed in {:.1} s", STAGES.len(), total.as_secs_f64());
    Ok(ExitCode::SUCCESS)
}

/// `cargo xtask window [FILE]`: the tests of the real window alone, or one file of them.
///
/// # Errors
/// Something that is needed is missing or does not build.
pub(crate) fn run_window(files: &[String]) -> Result<ExitCode> {
    set_up()?;
    setup::pages()?;
    let passed = window_tests(files)?;
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `cargo xtask bench --window`: how quick the real window of a release build is.
///
/// # Errors
/// Something that is needed is missing or does not build.
pub(crate) fn bench_window() -> Result<ExitCode> {
    set_up()?;
    setup::pages()?;
    let program = project::build("pathloom-app", "pathloom-app", project::Profile::Release)?;
    let status = npm("tests/window")
        .args(["run", "--silent", "bench"])
        .env("PATHLOOM_APP", program)
        .env("TAURI_DRIVER", setup::tauri_driver()?)
        .status()
        .context("npm could not be started")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn set_up() -> Result<bool> {
    setup::system(&setup::TO_BUILD)?;
    setup::system(&setup::TO_TEST)?;
    for folder in ["ui", "tests/window"] {
        setup::npm_packages(&project::root().join(folder))?;
    }
    setup::tauri_driver()?;
    Ok(true)
}

fn cargo(args: &[&str]) -> Result<bool> {
    let status = project::cargo().args(args).env("RUSTDOCFLAGS", "-Dwarnings").status();
    Ok(status.context("cargo could not be started")?.success())
}

fn in_folder(folder: &str, args: &[&str]) -> Result<bool> {
    let status = npm(folder).args(args).status();
    Ok(status.context("npm could not be started")?.success())
}

fn npm(folder: &str) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.current_dir(project::root().join(folder));
    command
}

fn window() -> Result<bool> {
    window_tests(&[])
}

fn window_tests(files: &[String]) -> Result<bool> {
    let program = project::build_beside_tests("pathloom-app")?;
    let pictures = project::target()?.join("window-pictures");
    if !in_folder("tests/window", &["run", "--silent", "check"])? {
        return Ok(false);
    }
    let status = npm("tests/window")
        .args(["run", "--silent", "test", "--"])
        .args(files)
        .env("PATHLOOM_APP", program)
        .env("TAURI_DRIVER", setup::tauri_driver()?)
        .env("PATHLOOM_PICTURES", &pictures)
        .status()
        .context("npm could not be started")?;
    println!("Pictures of the window: {}", pictures.display());
    Ok(status.success())
}

fn print_times(times: &[(&str, Duration)]) {
    for (name, time) in times {
        println!("{name:>14} {:7.1} s", time.as_secs_f64());
    }
}
