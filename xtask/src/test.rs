//! `cargo xtask test`: everything that has to pass before a change lands.
//!
//! Every stage uses the dev profile, in which the simulation crates are optimised, so that what one stage builds the
//! next one finds. The quick stages come first. Tests run under `cargo test` and no other runner, because only it
//! runs the examples in the documentation.

use crate::project;
use anyhow::{Context, Result, bail};
use std::process::ExitCode;
use std::time::{Duration, Instant};

struct Stage {
    name: &'static str,
    args: &'static [&'static str],
    env: Option<(&'static str, &'static str)>,
    /// What a person does about a failure.
    remedy: &'static str,
}

const STAGES: [Stage; 4] = [
    Stage {
        name: "formatting",
        args: &["fmt", "--all", "--check"],
        env: None,
        remedy: "run `cargo fmt --all`, which puts right everything listed above",
    },
    Stage {
        name: "lints",
        args: &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"],
        env: None,
        remedy: "put right what clippy names above; each entry says where it is, and usually what to write",
    },
    Stage {
        name: "tests",
        args: &["test", "--workspace"],
        env: None,
        remedy: "run one test again with `cargo test -p PACKAGE NAME`; the failures above name both",
    },
    Stage {
        name: "documentation",
        args: &["doc", "--workspace", "--no-deps"],
        env: Some(("RUSTDOCFLAGS", "-Dwarnings")),
        remedy: "put right the comments named above, most often a link to something that has another name now",
    },
];

/// Runs the stages in order and stops at the first that fails.
///
/// # Errors
/// An argument is given, or cargo cannot be started.
pub(crate) fn run(args: &[String]) -> Result<ExitCode> {
    if let Some(arg) = args.first() {
        bail!(
            "`cargo xtask test` runs everything and takes no options, but got `{arg}`\n\
             hint: run one part with cargo itself, for example `cargo test -p pathloom-service`"
        );
    }
    let mut times = Vec::new();
    for (idx, stage) in STAGES.iter().enumerate() {
        println!("\n=== {} of {}: {} (cargo {})", idx + 1, STAGES.len(), stage.name, stage.args.join(" "));
        let start = Instant::now();
        let passed = project::cargo()
            .args(stage.args)
            .envs(stage.env)
            .status()
            .with_context(|| format!("cargo could not be started for the stage `{}`", stage.name))?
            .success();
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

fn print_times(times: &[(&str, Duration)]) {
    for (name, time) in times {
        println!("{name:>14} {:7.1} s", time.as_secs_f64());
    }
}
