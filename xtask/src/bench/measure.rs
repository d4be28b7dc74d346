//! One run of one program: pinned, watched for its memory, its one line of JSON read.

use super::peers::CommandLine;
use super::statistics::Summary;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// GNU time, which tells a program's peak memory. The shells' own `time` does not.
const GNU_TIME: &str = "/usr/bin/time";

/// Which cores a run may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Core {
    /// One and always the same, where the system can pin.
    One,
    /// Any.
    Any,
}

/// What one run told.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    pub(crate) seed: u64,
    pub(crate) reps: u64,
    pub(crate) patients: f64,
    /// Time for the work itself, in seconds, as the program measured it.
    pub(crate) wall_s: f64,
    /// The most memory the process held, in kB, where the system tells.
    pub(crate) peak_kb: Option<u64>,
    pub(crate) outputs: BTreeMap<String, Summary>,
}

impl Sample {
    /// Patients a second.
    pub(crate) fn rate(&self) -> f64 {
        self.patients / self.wall_s
    }
}

/// How this machine lets runs be measured.
#[derive(Debug)]
pub(crate) struct Meter {
    /// Cores this process may use.
    pub(crate) cores: usize,
    /// What could not be had, for the reader of the figures.
    pub(crate) notes: Vec<String>,
    /// The core to pin to.
    pin: Option<String>,
    /// Where GNU time writes, where it is present.
    peak_file: Option<PathBuf>,
}

impl Meter {
    /// Finds out what the machine offers, and makes the results' folder.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub(crate) fn new(target: &Path) -> Result<Meter> {
        let folder = target.join("bench");
        std::fs::create_dir_all(&folder)
            .with_context(|| format!("could not make the folder {}", folder.display()))?;
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let mut notes = Vec::new();

        let pin = last_allowed_core().filter(|core| works("taskset", &["-c", core, "true"]));
        if pin.is_none() {
            notes.push("runs are not pinned to a core: `taskset` is missing, so expect more noise".into());
        }
        let peak_file = works(GNU_TIME, &["-f", "%M", "true"]).then(|| folder.join("peak_kb"));
        if peak_file.is_none() {
            notes.push("peak memory is not measured: GNU `time` is missing".into());
        }
        if cores < 2 {
            notes.push("two threads are not measured: there is one core".into());
        }
        Ok(Meter { cores, notes, pin, peak_file })
    }

    /// Runs a peer once.
    ///
    /// # Errors
    /// It cannot be started, fails, or does not end with a line of results.
    pub(crate) fn run(&self, line: &CommandLine, core: Core) -> Result<Sample> {
        let mut words: Vec<String> = Vec::new();
        if let Some(file) = &self.peak_file {
            words.extend([GNU_TIME, "-f", "%M", "-o"].map(String::from));
            words.push(file.display().to_string());
        }
        if let (Core::One, Some(pin)) = (core, &self.pin) {
            words.extend(["taskset", "-c", pin].map(String::from));
        }
        words.extend(line.iter().cloned());

        let shown = line.join(" ");
        let output = Command::new(&words[0])
            .args(&words[1..])
            // Python would leave its compiled files in the source tree.
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output()
            .with_context(|| format!("could not be started: {shown}"))?;
        if !output.status.success() {
            bail!("failed ({}): {shown}", output.status);
        }
        let peak_kb =
            self.peak_file.as_ref().and_then(|file| std::fs::read_to_string(file).ok()?.trim().parse().ok());
        read_sample(&String::from_utf8_lossy(&output.stdout), peak_kb)
            .with_context(|| format!("its results cannot be read: {shown}"))
    }
}

/// Reads the line of JSON that every peer prints last.
fn read_sample(text: &str, peak_kb: Option<u64>) -> Result<Sample> {
    let line = text.lines().last().context("it printed nothing")?;
    let json: Value = serde_json::from_str(line).context("its last line is not JSON")?;
    let number = |key: &str| json[key].as_f64().with_context(|| format!("`{key}` is not a number"));
    let whole = |key: &str| json[key].as_u64().with_context(|| format!("`{key}` is not a whole number"));
    let outputs = json["outputs"]
        .as_object()
        .context("`outputs` is missing")?
        .iter()
        .filter_map(|(name, value)| Some((name.clone(), read_summary(value)?)))
        .collect();
    Ok(Sample {
        seed: whole("seed")?,
        reps: whole("reps")?,
        patients: number("patients")?,
        wall_s: number("wall_s")?,
        peak_kb,
        outputs,
    })
}

/// Reads one output; `None` when a figure is missing, as it is where a run had nobody to take it of.
pub(crate) fn read_summary(value: &Value) -> Option<Summary> {
    Some(Summary { mean: value["mean"].as_f64()?, sd: value["sd"].as_f64()?, n: value["n"].as_f64()? })
}

/// Whether a command is there and succeeds.
fn works(program: &str, args: &[&str]) -> bool {
    let quiet = Command::new(program).args(args).stdout(Stdio::null()).stderr(Stdio::null()).status();
    quiet.is_ok_and(|status| status.success())
}

/// The last core this process may use: the first ones tend to serve the machine's interrupts.
fn last_allowed_core() -> Option<String> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let list = status.lines().find_map(|line| line.strip_prefix("Cpus_allowed_list:"))?;
    last_of_list(list)
}

/// The last core of a list like `0-3,8,10-11`.
fn last_of_list(list: &str) -> Option<String> {
    let last = list.trim().rsplit([',', '-']).next()?;
    last.parse::<u32>().ok().map(|core| core.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_core_of_a_list() {
        for (list, last) in [("0", Some("0")), ("\t0-3,8", Some("8")), ("0-1", Some("1")), ("", None)] {
            assert_eq!(last_of_list(list).as_deref(), last, "{list:?}");
        }
    }

    #[test]
    fn the_last_line_of_a_peer_is_its_sample() {
        let text = "warming up\n{\"peer\": \"x\", \"workload\": \"w1\", \"reps\": 2, \"seed\": 7, \"patients\": 3e2, \
                    \"events\": 6e2, \"wall_s\": 1.5, \"cpu_s\": null, \"outputs\": {\"wait\": {\"mean\": 0.5, \
                    \"sd\": 0.1, \"n\": 2}, \"nobody\": {\"mean\": null, \"sd\": null, \"n\": 2}}}\n";
        let sample = read_sample(text, Some(4096)).unwrap();
        assert_eq!((sample.seed, sample.reps, sample.peak_kb), (7, 2, Some(4096)));
        assert_eq!(sample.rate(), 200.0);
        assert_eq!(sample.outputs.len(), 1, "an output without figures is left out");
        assert_eq!(sample.outputs["wait"], Summary { mean: 0.5, sd: 0.1, n: 2.0 });
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for (text, named) in [("", "nothing"), ("{", "JSON"), ("{\"outputs\": {}}", "seed")] {
            let message = read_sample(text, None).unwrap_err().to_string();
            assert!(message.contains(named), "{text:?}: {message}");
        }
    }
}
