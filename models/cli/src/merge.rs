//! `pathloom merge`: parts of a run that were made apart, joined to exactly the figures of one run.

use std::path::PathBuf;

use clap::Args;
use pathloom_report::bundle::join;

use crate::args::Shown;
use crate::exit::{Exit, Failure};
use crate::input::read_bytes;
use crate::run::{Study, answer};
use crate::screen;

/// What `merge` can be told.
#[derive(Debug, Args)]
#[command(
    after_help = "Parts come from `pathloom run --replications A..B --part FILE`, on any machine, in any order.\n\n\
Examples:\n  pathloom merge a.pathloom-part b.pathloom-part\n  pathloom merge parts/*.pathloom-part --out results"
)]
pub(crate) struct MergeArguments {
    /// The parts
    #[arg(value_name = "PART", required = true)]
    parts: Vec<PathBuf>,
    #[command(flatten)]
    shown: Shown,
}

/// Reads, joins and prints.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &MergeArguments) -> Result<Exit, Failure> {
    let mut files = Vec::new();
    for place in &arguments.parts {
        files.push((place.display().to_string(), read_bytes(place)?));
    }
    let joined = join(&files)?;
    for gap in &joined.missing {
        screen::note(&format!("warning: no part has the replications {} to {}", gap.start, gap.end - 1));
    }
    let study = Study {
        project: joined.project,
        options: joined.options,
        not_started: Vec::new(),
        stopped: !joined.missing.is_empty(),
        settings: joined.settings,
    };
    answer(&study, &arguments.shown)?;
    Ok(Exit::Done)
}
