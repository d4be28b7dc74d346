//! What `cargo xtask bench` was asked for.

use super::peers::PeerName;
use anyhow::{Context, Result, bail};
use std::fmt;

/// One of the fixed models of `tests/peers/WORKLOADS.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Workload {
    /// A bare M/M/10 queue.
    W1,
    /// Five years of tiered children's therapy.
    W2,
    /// Three years of intermediate care after hospital.
    W3,
}

impl Workload {
    pub(crate) const ALL: [Workload; 3] = [Workload::W1, Workload::W2, Workload::W3];

    /// The name on every peer's command line.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Workload::W1 => "w1",
            Workload::W2 => "w2",
            Workload::W3 => "w3",
        }
    }

    /// What the model is, for a table.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Workload::W1 => "W1 M/M/10",
            Workload::W2 => "W2 tiered therapy",
            Workload::W3 => "W3 intermediate care",
        }
    }
}

impl fmt::Display for Workload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.title())
    }
}

/// What to measure, and how thoroughly.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Options {
    pub(crate) rounds: u32,
    pub(crate) quick: bool,
    pub(crate) workloads: Vec<Workload>,
    pub(crate) skipped: Vec<PeerName>,
}

/// Reads the options after `cargo xtask bench`.
///
/// # Errors
/// An option, a workload or a peer is not known, or a value is missing.
pub(crate) fn parse(args: &[String]) -> Result<Options> {
    let (mut rounds, mut quick, mut workloads, mut skipped) = (None, false, Vec::new(), Vec::new());
    let mut args = args.iter().map(String::as_str);
    while let Some(arg) = args.next() {
        let mut value = || args.next().with_context(|| format!("`{arg}` needs a value"));
        match arg {
            "--quick" => quick = true,
            "--rounds" => {
                let text = value()?;
                let n = text.parse::<u32>().ok().filter(|n| *n > 0);
                rounds =
                    Some(n.with_context(|| format!("`--rounds` needs a whole number from 1, not `{text}`"))?);
            }
            "--only" => {
                let text = value()?;
                let known = Workload::ALL.into_iter().find(|workload| workload.key() == text);
                workloads.push(known.with_context(|| format!("`--only` needs w1, w2 or w3, not `{text}`"))?);
            }
            "--skip" => {
                let text = value()?;
                let known = PeerName::ALL.into_iter().find(|peer| peer.key() == text);
                skipped.push(known.with_context(|| {
                    format!("`--skip` needs pathloom, loop, nexosim or simpy, not `{text}`")
                })?);
            }
            _ => bail!("`cargo xtask bench` has no option `{arg}`\nhint: `cargo xtask help` lists them"),
        }
    }
    if workloads.is_empty() {
        workloads.extend(Workload::ALL);
    }
    Ok(Options { rounds: rounds.unwrap_or(if quick { 2 } else { 5 }), quick, workloads, skipped })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Options> {
        parse(&line.split_whitespace().map(String::from).collect::<Vec<_>>())
    }

    #[test]
    fn no_options_measure_everything_for_five_rounds() {
        let options = parsed("").unwrap();
        assert_eq!(options.rounds, 5);
        assert_eq!(options.workloads, Workload::ALL);
        assert!(!options.quick && options.skipped.is_empty());
    }

    #[test]
    fn options_may_be_repeated_and_rounds_outrank_quick() {
        let options = parsed("--quick --rounds 3 --only w2 --only w3 --skip simpy --skip nexosim").unwrap();
        assert_eq!(options.rounds, 3);
        assert_eq!(options.workloads, [Workload::W2, Workload::W3]);
        assert_eq!(options.skipped, [PeerName::SimPy, PeerName::Nexosim]);
    }

    #[test]
    fn an_option_that_cannot_be_used_is_named() {
        let cases = [
            ("--round 3", "--round`"),
            ("--rounds", "--rounds"),
            ("--rounds 0", "`0`"),
            ("--only w4", "`w4`"),
            ("--skip ciw", "`ciw`"),
        ];
        for (line, named) in cases {
            let message = parsed(line).unwrap_err().to_string();
            assert!(message.contains(named), "{line}: {message}");
        }
    }
}
