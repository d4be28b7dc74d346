//! `cargo xtask bench`: how fast the engine is beside others on the same work, and whether it gives the same answers.
//!
//! A machine's speed moves by tens of percent within minutes, so nothing is compared with a figure of another day:
//! everyone runs in turn, for several rounds, and a ratio is the median over rounds of the ratios within one round.
//! One-core figures are pinned to one core where the system can do that. Only the time a program reports for the work
//! itself counts, never its start. The workloads and the peers are described in `tests/peers/README.md`.
//!
//! Speed is reported and never a reason to fail.

mod measure;
mod options;
mod peers;
mod report;
mod statistics;

use crate::project;
use anyhow::{Context, Result};
use measure::{Core, Meter, Sample};
use options::{Options, Workload};
use peers::{Peer, PeerName};
use std::collections::BTreeMap;
use std::process::ExitCode;

/// The first round's seed; each round takes the next, so that the rounds' replications can be pooled. Chosen.
const FIRST_SEED: u64 = 20_260;

/// Who ran a sample, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Run {
    /// On one core, with one thread.
    OneCore(PeerName),
    /// Ours, free to use any core, with this many threads.
    Threads(usize),
}

/// The samples of one workload, one for each round.
type Samples = BTreeMap<Run, Vec<Sample>>;

/// Builds the peers, measures them in turn, prints the table and saves `bench/latest.json` in the target folder.
///
/// # Errors
/// The options are not understood, Pathloom does not build, a program fails in a run, or the results cannot be saved.
pub(crate) fn run(args: &[String]) -> Result<ExitCode> {
    let options = options::parse(args)?;
    let target = project::target()?;
    let peers = peers::prepare(&target, &options)?;
    let meter = Meter::new(&target)?;
    for note in &meter.notes {
        println!("note: {note}");
    }

    let mut results = Vec::new();
    for &workload in &options.workloads {
        results.push((workload, measure_workload(workload, &peers, &meter, &options)?));
    }

    let reference = report::Reference::read(&project::root().join("tests/peers/reference.json"))?;
    let report = report::Report::new(&results, &reference);
    report.print();

    let path = target.join("bench/latest.json");
    std::fs::write(&path, format!("{:#}\n", report.to_json(options.rounds)))
        .with_context(|| format!("the results could not be saved: {}", path.display()))?;
    println!("\nEvery sample is in {}", path.display());
    Ok(ExitCode::SUCCESS)
}

/// All rounds of one workload: in each round everyone runs once, one after another.
fn measure_workload(workload: Workload, peers: &[Peer], meter: &Meter, options: &Options) -> Result<Samples> {
    let mut samples = Samples::new();
    for round in 0..options.rounds {
        println!("{workload}, round {} of {}", round + 1, options.rounds);
        let seed = FIRST_SEED + u64::from(round);
        for peer in peers {
            let reps = peer.reps(workload, options.quick);
            let one_core = peer.command(workload, reps, seed, 1);
            samples.entry(Run::OneCore(peer.name)).or_default().push(meter.run(&one_core, Core::One)?);
        }
        for peer in peers.iter().filter(|peer| peer.name == PeerName::Pathloom && meter.cores > 1) {
            let reps = peer.reps(workload, options.quick);
            for threads in [1, 2] {
                let command = peer.command(workload, reps, seed, threads);
                samples.entry(Run::Threads(threads)).or_default().push(meter.run(&command, Core::Any)?);
            }
        }
    }
    Ok(samples)
}
