//! The figures as a table to read and as JSON to keep.

use super::measure::{Sample, read_summary};
use super::options::Workload;
use super::peers::PeerName;
use super::statistics::{ENOUGH, Summary, median, pool, z_score};
use super::{Run, Samples};
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// Beyond this many standard errors two engines are said to disagree. Chosen: with some twenty outputs, chance alone
/// goes this far in about one whole benchmark of several hundred.
const DISAGREES: f64 = 4.0;

/// Where the expected means come from when the loop ran too.
const THE_LOOP: &str = "the loop";

const OURS: Run = Run::OneCore(PeerName::Pathloom);

/// What the loop gives over many more replications than a benchmark has time for.
#[derive(Debug)]
pub(crate) struct Reference(Value);

impl Reference {
    /// Reads `reference.json`.
    ///
    /// # Errors
    /// The file is missing or is not JSON.
    pub(crate) fn read(path: &Path) -> Result<Reference> {
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("the reference figures could not be read: {}", path.display()))?;
        Ok(Reference(serde_json::from_str(&text).context("the reference figures are not JSON")?))
    }

    fn of(&self, workload: Workload) -> BTreeMap<String, Summary> {
        let outputs = self.0["workloads"][workload.key()]["reference"].as_object().into_iter().flatten();
        outputs.filter_map(|(name, value)| Some((name.clone(), read_summary(value)?))).collect()
    }
}

/// Everything that was measured.
#[derive(Debug)]
pub(crate) struct Report<'a> {
    rows: Vec<Row<'a>>,
}

/// One workload.
#[derive(Debug)]
struct Row<'a> {
    workload: Workload,
    samples: &'a Samples,
    /// What every engine ought to give: the loop's figures of this run, or without it the reference's.
    expected: BTreeMap<String, Summary>,
    expected_from: &'static str,
}

impl<'a> Report<'a> {
    pub(crate) fn new(results: &'a [(Workload, Samples)], reference: &Reference) -> Report<'a> {
        let row = |(workload, samples): &'a (Workload, Samples)| {
            let of_loop = samples.get(&Run::OneCore(PeerName::Loop)).map(|runs| pooled(runs));
            let expected_from = if of_loop.is_some() { THE_LOOP } else { "reference.json" };
            let expected = of_loop.unwrap_or_else(|| reference.of(*workload));
            Row { workload: *workload, samples, expected, expected_from }
        };
        Report { rows: results.iter().map(row).collect() }
    }

    pub(crate) fn print(&self) {
        self.print_speed();
        for row in &self.rows {
            row.print_agreement();
        }
    }

    fn print_speed(&self) {
        println!(
            "\nPatients a second on one core, the median over rounds; `ours/x` is how many times as fast as x"
        );
        println!("Pathloom is, the median of the ratios within a round; `2 threads` is against 1 thread.\n");
        print!("{:<21}", "");
        for peer in PeerName::ALL {
            print!("{:>11}", peer.title());
        }
        println!(
            "{:>11}{:>13}{:>11}{:>11}{:>9}",
            "ours/loop", "ours/NeXosim", "ours/SimPy", "2 threads", "peak MB"
        );
        for row in &self.rows {
            row.print_speed();
        }
        let spread = self.rows.iter().filter_map(Row::spread).fold(0.0, f64::max);
        println!("\nWithin one program, the rate moved by up to {:.0}% between rounds.", 100.0 * spread);
    }

    /// Everything, for `bench/latest.json`.
    pub(crate) fn to_json(&self, rounds: u32) -> Value {
        let workloads: Map<_, _> =
            self.rows.iter().map(|row| (row.workload.key().to_owned(), row.to_json())).collect();
        json!({ "rounds": rounds, "workloads": workloads })
    }
}

impl Row<'_> {
    fn rate(&self, run: Run) -> Option<f64> {
        median(self.samples.get(&run)?.iter().map(Sample::rate))
    }

    /// The median over rounds of how many times as fast `run` was as `other` in that round.
    fn ratio(&self, run: Run, other: Run) -> Option<f64> {
        let pairs = self.samples.get(&run)?.iter().zip(self.samples.get(&other)?);
        median(pairs.map(|(a, b)| a.rate() / b.rate()))
    }

    /// The most memory any of a program's runs held, in MB.
    fn peak_mb(&self, run: Run) -> Option<f64> {
        let peak_kb = self.samples.get(&run)?.iter().filter_map(|sample| sample.peak_kb).max()?;
        Some(peak_kb as f64 / 1024.0)
    }

    /// How much faster the fastest round was than the slowest, as a share, in the program where that is largest.
    fn spread(&self) -> Option<f64> {
        let moved = |runs: &Vec<Sample>| {
            let rates = || runs.iter().map(Sample::rate);
            rates().reduce(f64::max).zip(rates().reduce(f64::min)).map(|(most, least)| most / least - 1.0)
        };
        self.samples.values().filter_map(moved).reduce(f64::max)
    }

    fn print_speed(&self) {
        let ratio = |peer| self.ratio(OURS, Run::OneCore(peer));
        print!("{:<21}", self.workload);
        for peer in PeerName::ALL {
            print!("{:>11}", shown(self.rate(Run::OneCore(peer)).map(rate_text)));
        }
        println!(
            "{:>11}{:>13}{:>11}{:>11}{:>9}",
            shown(ratio(PeerName::Loop).map(|x| format!("{x:.2}x"))),
            shown(ratio(PeerName::Nexosim).map(|x| format!("{x:.1}x"))),
            shown(ratio(PeerName::SimPy).map(|x| format!("{x:.0}x"))),
            shown(self.ratio(Run::Threads(2), Run::Threads(1)).map(|x| format!("{x:.2}x"))),
            shown(self.peak_mb(OURS).map(|mb| format!("{mb:.1}"))),
        );
    }

    /// For each engine, how far each output's mean is from the expected one.
    fn z_scores(&self, peer: PeerName) -> BTreeMap<String, (Summary, Summary, Option<f64>)> {
        let Some(runs) = self.samples.get(&Run::OneCore(peer)) else { return BTreeMap::new() };
        let compare = |(name, found): (String, Summary)| {
            let expected = *self.expected.get(&name)?;
            Some((name, (found, expected, z_score(&found, &expected))))
        };
        pooled(runs).into_iter().filter_map(compare).collect()
    }

    fn print_agreement(&self) {
        let ours = self.z_scores(PeerName::Pathloom);
        if !ours.is_empty() {
            println!("\n{}: do our means agree with those of {}?\n", self.workload, self.expected_from);
            println!("{:>12}{:>14}{:>14}{:>8}", "output", "ours", "expected", "|z|");
            for (name, (found, expected, z)) in &ours {
                let z_text = shown(z.map(|z| format!("{:.1}", z.abs())));
                let remark = if disagrees(*z) { "  DISAGREES" } else { "" };
                println!("{name:>12}{:>14.6}{:>14.6}{z_text:>8}{remark}", found.mean, expected.mean);
            }
            for name in self.expected.keys().filter(|name| !ours.contains_key(*name)) {
                println!(
                    "{name:>12}{:>14}{:>14.6}{:>8}  not reported by ours",
                    "-", self.expected[name].mean, "-"
                );
            }
        } else {
            println!("\n{}", self.workload);
        }
        for peer in PeerName::ALL {
            let is_expected = peer == PeerName::Loop && self.expected_from == THE_LOOP;
            let scores = self.z_scores(peer);
            if is_expected || scores.is_empty() {
                continue;
            }
            let n_far = scores.values().filter(|(_, _, z)| disagrees(*z)).count();
            let largest = scores.values().filter_map(|(_, _, z)| *z).map(f64::abs).reduce(f64::max);
            let verdict = match largest {
                Some(largest) => {
                    let n = scores.len();
                    format!(
                        "{n_far} of {n} outputs have |z| > {DISAGREES:.0}; the largest |z| is {largest:.1}"
                    )
                }
                None => format!("too few replications to judge: that takes {ENOUGH:.0}"),
            };
            println!("{:>12}: {verdict}", peer.title());
        }
    }

    fn to_json(&self) -> Value {
        let runs: Map<_, _> =
            self.samples.iter().map(|(run, samples)| (run_key(*run), self.run_json(*run, samples))).collect();
        let ratio = |peer| self.ratio(OURS, Run::OneCore(peer));
        let agreement: Map<_, _> = self
            .z_scores(PeerName::Pathloom)
            .into_iter()
            .map(|(name, (found, expected, z))| {
                // JSON has no infinity: an output without any spread that differs is a null here.
                (name, json!({ "ours": found.mean, "expected": expected.mean, "z": z }))
            })
            .collect();
        json!({
            "runs": runs,
            "ours_against": {
                "loop": ratio(PeerName::Loop),
                "nexosim": ratio(PeerName::Nexosim),
                "simpy": ratio(PeerName::SimPy),
            },
            "two_threads_against_one": self.ratio(Run::Threads(2), Run::Threads(1)),
            "expected_from": self.expected_from,
            "agreement": agreement,
        })
    }

    fn run_json(&self, run: Run, samples: &[Sample]) -> Value {
        let sample_json = |sample: &Sample| {
            json!({
                "seed": sample.seed,
                "reps": sample.reps,
                "patients": sample.patients,
                "wall_s": sample.wall_s,
                "peak_kb": sample.peak_kb,
            })
        };
        let outputs: Map<_, _> = pooled(samples)
            .into_iter()
            .map(|(name, all)| (name, json!({ "mean": all.mean, "sd": all.sd, "n": all.n })))
            .collect();
        json!({
            "patients_per_s": self.rate(run),
            "samples": samples.iter().map(sample_json).collect::<Vec<_>>(),
            "outputs": outputs,
        })
    }
}

/// Each output over the replications of all rounds.
fn pooled(samples: &[Sample]) -> BTreeMap<String, Summary> {
    let mut groups: BTreeMap<String, Vec<Summary>> = BTreeMap::new();
    for (name, summary) in samples.iter().flat_map(|sample| &sample.outputs) {
        groups.entry(name.clone()).or_default().push(*summary);
    }
    groups.into_iter().filter_map(|(name, groups)| Some((name, pool(&groups)?))).collect()
}

fn disagrees(z: Option<f64>) -> bool {
    z.is_some_and(|z| z.abs() > DISAGREES)
}

fn run_key(run: Run) -> String {
    match run {
        Run::OneCore(peer) => peer.key().to_owned(),
        Run::Threads(threads) => format!("pathloom_{threads}_threads"),
    }
}

/// The figure, or a dash for what was not measured.
fn shown(figure: Option<String>) -> String {
    figure.unwrap_or_else(|| "-".to_owned())
}

/// A rate at a length to read: `12.70 M`, `728 k`.
fn rate_text(rate: f64) -> String {
    if rate >= 1e6 { format!("{:.2} M", rate / 1e6) } else { format!("{:.1} k", rate / 1e3) }
}
