//! What a question to the engine can be told: its seed, its threads, and whether uncertain figures are drawn.

use clap::Args;
use pathloom_simulation::RunSettings;

/// Seed, threads and uncertainty of a run.
#[derive(Debug, Args)]
pub(crate) struct EngineSettings {
    /// Seed of the random numbers: the same seed, the same figures
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Threads to use; 0 takes every core. The figures do not depend on it
    #[arg(long, value_name = "T", default_value_t = 0, value_parser = clap::value_parser!(u16).range(0..=1024))]
    threads: u16,
    /// Hold uncertain inputs at their likely value, so that bands show chance alone
    #[arg(long)]
    hold_uncertain: bool,
}

impl EngineSettings {
    /// The settings of a run.
    pub(crate) fn settings(&self) -> RunSettings {
        RunSettings {
            seed: self.seed,
            threads: usize::from(self.threads),
            hold_uncertain: self.hold_uncertain,
            ..RunSettings::default()
        }
    }
}
