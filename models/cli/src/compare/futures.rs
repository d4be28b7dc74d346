//! How many simulated futures, from which seed, and how to stop them.

use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;
use pathloom_appraisal::precision::{Ended, Precise};
use pathloom_service::Scenario;
use pathloom_simulation::{Outcomes, RunSettings, run};

use crate::args::parse_replications;
use crate::exit::{Exit, Failure};
use crate::settings::EngineSettings;

/// The futures that a question is answered on.
#[derive(Debug, Args)]
pub(crate) struct Futures {
    /// How many simulated futures to draw: a number, or a part such as 0..250
    #[arg(long, value_name = "N|A..B", default_value = "300", value_parser = parse_replications)]
    replications: Range<u32>,
    #[command(flatten)]
    engine: EngineSettings,
}

impl Futures {
    /// The settings of a run.
    pub(crate) fn settings(&self) -> RunSettings {
        RunSettings { replications: self.replications.clone(), ..self.engine.settings() }
    }

    /// Simulates options one after another until all have every replication or somebody stops it.
    ///
    /// # Errors
    /// [`Failure::CannotSimulate`].
    pub(crate) fn simulate(&self, scenarios: &[Scenario], cancel: &AtomicBool) -> Result<Precise, Failure> {
        let mut settings = self.settings();
        settings.most_memory_mb /= scenarios.len().max(1) as u64;
        let mut outcomes = Vec::new();
        for scenario in scenarios {
            let one = run(scenario, &settings, cancel, &mut |_| {})
                .map_err(|source| Failure::CannotSimulate { option: scenario.option_name.clone(), source })?;
            if one.replications.is_empty() {
                break;
            }
            outcomes.push(one);
        }
        // A stop after the last replication has finished stopped nothing.
        let is_whole = outcomes.len() == scenarios.len()
            && outcomes.iter().all(|one: &Outcomes| one.replications.len() == settings.replications.len());
        let ended = if is_whole { Ended::AtMost } else { Ended::Stopped };
        Ok(Precise { outcomes, growth: Vec::new(), ended })
    }
}

/// A flag that Ctrl-C sets; a second Ctrl-C ends the program.
pub(crate) fn stop_at_ctrl_c() -> Arc<AtomicBool> {
    let stop = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&stop);
    // Where no handler can be set, Ctrl-C ends the program as it does any other: nothing to report.
    let _ = ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(Exit::Stopped as u8));
        }
    });
    stop
}
