//! Running the options side by side, so that a run that is stopped has as much of one as of another.

use std::ops::Range;
use std::sync::atomic::Ordering;

use pathloom_service::{Project, Scenario};
use pathloom_simulation::{Outcomes, RunError, RunSettings, run};

use super::Study;
use super::progress::Progress;
use crate::args::RunArguments;
use crate::compare::stop_at_ctrl_c;
use crate::exit::Failure;

/// Rounds into which the replications of several options are split; chosen: few enough that threads rarely wait
/// for the last replication of a round.
const ROUNDS: u32 = 6;

/// Simulates the options; Ctrl-C stops it and keeps what has finished, a second Ctrl-C ends the program.
///
/// # Errors
/// [`Failure::CannotSimulate`].
pub(crate) fn simulate(
    project: Project,
    scenarios: Vec<Scenario>,
    arguments: &RunArguments,
) -> Result<Study, Failure> {
    let settings = arguments.futures.settings();
    let rounds = rounds(&settings.replications, scenarios.len());
    let parts = (rounds.len() * scenarios.len()).max(1) as u64;
    let cancel = stop_at_ctrl_c();
    let progress = Progress::new(settings.replications.len() * scenarios.len());
    let mut finished: Vec<Option<Outcomes>> = scenarios.iter().map(|_| None).collect();
    for part in rounds {
        for (scenario, so_far) in scenarios.iter().zip(&mut finished) {
            if cancel.load(Ordering::Relaxed) {
                break;
            }
            progress.option(&scenario.option_name);
            // The limit of memory is for all parts of all options together.
            let part = RunSettings {
                replications: part.clone(),
                most_memory_mb: settings.most_memory_mb / parts,
                ..settings.clone()
            };
            let before = progress.done();
            let outcomes = run(scenario, &part, &cancel, &mut |partial| {
                progress.reach(before + partial.replications.len())
            })
            .map_err(|source| Failure::CannotSimulate {
                option: scenario.option_name.clone(),
                source: whole(source, parts),
            })?;
            progress.reach(before + outcomes.replications.len());
            match so_far {
                None => *so_far = Some(outcomes),
                // Parts of one run share everything but their replications, which do not overlap.
                Some(so_far) => {
                    let joined = so_far.merge(outcomes);
                    debug_assert!(joined.is_ok(), "rounds of one run can be joined: {joined:?}");
                }
            }
        }
    }
    progress.finish();
    let mut study = Study {
        project,
        options: Vec::new(),
        not_started: Vec::new(),
        stopped: cancel.load(Ordering::Relaxed),
        settings,
    };
    for (scenario, outcomes) in scenarios.into_iter().zip(finished) {
        match outcomes {
            Some(outcomes) if !outcomes.replications.is_empty() => study.options.push((scenario, outcomes)),
            _ => study.not_started.push(scenario.option_name),
        }
    }
    // A stop after the last replication has finished stopped nothing.
    study.stopped &= study.finished().0 < study.asked();
    Ok(study)
}

/// What a part needs too much of, told of the whole.
fn whole(error: RunError, parts: u64) -> RunError {
    match error {
        RunError::TooLarge { needed_mb, .. } => RunError::TooLarge {
            needed_mb: needed_mb.saturating_mul(parts),
            limit_mb: RunSettings::default().most_memory_mb,
        },
        other => other,
    }
}

/// Parts of the replications that are run one after another for all options; one option needs no parts.
fn rounds(all: &Range<u32>, options: usize) -> Vec<Range<u32>> {
    let size = if options > 1 { (all.end - all.start).div_ceil(ROUNDS) } else { all.end - all.start };
    let mut parts = Vec::new();
    let mut from = all.start;
    while from < all.end {
        let until = from.saturating_add(size).min(all.end);
        parts.push(from..until);
        from = until;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_cover_every_replication_once() {
        for (all, options) in [(0..300, 4), (250..257, 2), (0..1, 3), (5..6, 1), (0..300, 1)] {
            let joined: Vec<u32> = rounds(&all, options).into_iter().flatten().collect();
            assert_eq!(joined, all.collect::<Vec<_>>());
        }
    }
}
