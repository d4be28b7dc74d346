//! `pathloom rerun`: every figure of a bundle made again, and held against the one in it.

use std::path::PathBuf;
use std::sync::atomic::Ordering;

use clap::Args;
use pathloom_report::bundle::{Bundle, Verdict};
use pathloom_service::Scenario;
use pathloom_simulation::{Outcomes, RunSettings, run};

use crate::compare::stop_at_ctrl_c;
use crate::exit::{Exit, Failure};
use crate::format::counted;
use crate::input::read_bytes;
use crate::screen;

/// Figures that are listed unless all are asked for; chosen.
const LISTED: usize = 20;

/// What `rerun` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit code 0 when every figure is the same to the last digit, 1 when one differs.\n\n\
Examples:\n  pathloom report clinic.pathloom.json --to case.pathloom-bundle\n  pathloom rerun case.pathloom-bundle"
)]
pub(crate) struct RerunArguments {
    /// The bundle
    #[arg(value_name = "BUNDLE")]
    bundle: PathBuf,
    /// Threads to use; 0 takes every core. The figures do not depend on it
    #[arg(long, value_name = "T", default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=1024))]
    threads: u16,
}

/// Opens the bundle, simulates it and says what differs.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &RerunArguments) -> Result<Exit, Failure> {
    let bundle = Bundle::open(&read_bytes(&arguments.bundle)?)?;
    let settings = RunSettings { threads: usize::from(arguments.threads), ..bundle.settings()? };
    let stop = stop_at_ctrl_c();
    let mut options: Vec<(Scenario, Outcomes)> = Vec::new();
    for scenario in bundle.scenarios()? {
        let outcomes = run(&scenario, &settings, &stop, &mut |_| {})
            .map_err(|source| Failure::CannotSimulate { option: scenario.option_name.clone(), source })?;
        options.push((scenario, outcomes));
        if stop.load(Ordering::Relaxed) {
            screen::note("stopped: nothing can be said of the figures");
            return Ok(Exit::Stopped);
        }
    }
    let verdict = bundle.verdict(&options);
    screen::print(&page(&bundle, &verdict))?;
    Ok(if verdict.same() { Exit::Done } else { Exit::Problems })
}

fn page(bundle: &Bundle, verdict: &Verdict) -> String {
    let manifest = &bundle.manifest;
    let mut text = format!(
        "{}: {}, {} each, seed {}, engine {}\n",
        screen::one_line(&bundle.project.name),
        counted(manifest.options.len(), "option", "options"),
        counted(manifest.replications().len(), "replication", "replications"),
        screen::one_line(&manifest.seed),
        screen::one_line(&manifest.engine_version),
    );
    if verdict.same() {
        text.push_str(&format!(
            "{} made again: all are the same to the last digit, and the raw outcomes bit for bit.\n",
            counted(verdict.figures, "figure", "figures")
        ));
        return text;
    }
    text.push_str(&format!(
        "{} made again: {} differ.\n",
        counted(verdict.figures, "figure", "figures"),
        verdict.differ
    ));
    for reason in &verdict.reasons {
        text.push_str(&format!("Why: {}.\n", screen::one_line(reason)));
    }
    for one in verdict.differing.iter().take(LISTED) {
        text.push_str(&screen::one_line(&format!(
            "  {}: {} in the bundle, {} now",
            one.place, one.was, one.is
        )));
        text.push('\n');
    }
    if verdict.differ > LISTED {
        text.push_str(&format!("  and {} more\n", verdict.differ - LISTED));
    }
    text
}
