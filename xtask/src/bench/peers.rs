//! Who is measured: how each is built, how it is called, how many replications it is given.

use super::options::{Options, Workload};
use crate::project;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Where the peers are, from the project's root.
const FOLDER: &str = "tests/peers";

/// One of those measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PeerName {
    /// This project's engine.
    Pathloom,
    /// The hand-written loop in C: a ceiling, not a simulator.
    Loop,
    /// NeXosim, in Rust.
    Nexosim,
    /// SimPy, in Python.
    SimPy,
}

impl PeerName {
    pub(crate) const ALL: [PeerName; 4] =
        [PeerName::Pathloom, PeerName::Loop, PeerName::Nexosim, PeerName::SimPy];

    /// The name on the command line and in the saved results.
    pub(crate) fn key(self) -> &'static str {
        match self {
            PeerName::Pathloom => "pathloom",
            PeerName::Loop => "loop",
            PeerName::Nexosim => "nexosim",
            PeerName::SimPy => "simpy",
        }
    }

    /// The name in a table.
    pub(crate) fn title(self) -> &'static str {
        match self {
            PeerName::Pathloom => "Pathloom",
            PeerName::Loop => "the loop",
            PeerName::Nexosim => "NeXosim",
            PeerName::SimPy => "SimPy",
        }
    }
}

/// A peer that is built and ready.
#[derive(Debug)]
pub(crate) struct Peer {
    pub(crate) name: PeerName,
    program: PathBuf,
    /// What comes before the workload on its command line.
    script: Option<PathBuf>,
}

/// A program and its arguments.
pub(crate) type CommandLine = Vec<String>;

impl Peer {
    /// Replications for a run of roughly a second or two, which differs by peer as their speeds do. Chosen.
    pub(crate) fn reps(&self, workload: Workload, quick: bool) -> u32 {
        let [w1, w2, w3] = match self.name {
            PeerName::Pathloom => [8, 600, 500],
            PeerName::Loop => [30, 1500, 1000],
            PeerName::Nexosim => [1, 80, 80],
            PeerName::SimPy => [1, 6, 6],
        };
        let reps = match workload {
            Workload::W1 => w1,
            Workload::W2 => w2,
            Workload::W3 => w3,
        };
        if quick { (reps / 5).max(1) } else { reps }
    }

    /// The command for one run. Only Pathloom is told the number of threads: the others have one.
    pub(crate) fn command(&self, workload: Workload, reps: u32, seed: u64, threads: usize) -> CommandLine {
        let mut line = vec![self.program.display().to_string()];
        line.extend(self.script.iter().map(|script| script.display().to_string()));
        line.extend([workload.key().into(), reps.to_string(), seed.to_string()]);
        if self.name == PeerName::Pathloom {
            line.extend(["--threads".into(), threads.to_string()]);
        }
        line
    }
}

/// Builds everyone who was not skipped, in the order they will run.
///
/// A peer that this machine cannot build is left out with a note, since the rest is still worth having.
///
/// # Errors
/// Pathloom itself does not build, or nobody is left to measure.
pub(crate) fn prepare(target: &Path, options: &Options) -> Result<Vec<Peer>> {
    let home = target.join("peers");
    std::fs::create_dir_all(&home)
        .with_context(|| format!("could not make the folder {}", home.display()))?;

    let mut peers = Vec::new();
    for name in PeerName::ALL.into_iter().filter(|name| !options.skipped.contains(name)) {
        println!("Preparing {}", name.title());
        let prepared = match name {
            PeerName::Pathloom => {
                let program = project::build("pathloom-tests", "pathloom-bench", project::Profile::Release)
                    .context(
                    "Pathloom cannot be measured (`--skip pathloom` measures the others alone)",
                )?;
                Ok(Peer { name, program, script: None })
            }
            PeerName::Loop => build_loop(&home),
            PeerName::Nexosim => build_nexosim(&home),
            PeerName::SimPy => install_simpy(&home),
        };
        match prepared {
            Ok(peer) => peers.push(peer),
            Err(reason) => println!("note: {} is left out: {reason:#}", name.title()),
        }
    }
    if peers.is_empty() {
        bail!("nobody is left to measure");
    }
    Ok(peers)
}

fn build_loop(home: &Path) -> Result<Peer> {
    let program = home.join(format!("limit{}", std::env::consts::EXE_SUFFIX));
    let source = project::root().join(FOLDER).join("limit.c");
    let mut compiler = Command::new("cc");
    compiler.args(["-O3", "-march=native", "-ffast-math", "-fno-finite-math-only"]).args([
        source.as_path(),
        Path::new("-o"),
        &program,
        Path::new("-lm"),
    ]);
    succeed(&mut compiler).context("it needs a C compiler, as `cc`")?;
    Ok(Peer { name: PeerName::Loop, program, script: None })
}

fn build_nexosim(home: &Path) -> Result<Peer> {
    let target = home.join("nexosim");
    let manifest = project::root().join(FOLDER).join("nexosim/Cargo.toml");
    // Its own workspace and target folder, so that its releases of shared crates stay its own.
    let mut build = project::cargo();
    build.args(["build", "--release", "--locked", "--quiet", "--manifest-path"]).args([
        manifest.as_path(),
        Path::new("--target-dir"),
        &target,
    ]);
    succeed(&mut build)?;
    let program = target.join("release").join(format!("nexosim-peer{}", std::env::consts::EXE_SUFFIX));
    Ok(Peer { name: PeerName::Nexosim, program, script: None })
}

/// Puts SimPy in a Python environment of its own, once for each content of `requirements.txt`.
fn install_simpy(home: &Path) -> Result<Peer> {
    let folder = project::root().join(FOLDER);
    let requirements = folder.join("requirements.txt");
    let wanted = std::fs::read_to_string(&requirements).context("requirements.txt could not be read")?;

    let venv = home.join("venv");
    let python = venv.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let installed = venv.join("installed.txt");
    if std::fs::read_to_string(&installed).ok().as_deref() != Some(wanted.as_str()) {
        let mut create = Command::new("python3");
        create.args(["-m", "venv", "--clear"]).arg(&venv);
        succeed(&mut create).context("it needs Python 3 with its venv module, as `python3`")?;
        let mut install = Command::new(&python);
        install.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"]);
        succeed(install.arg(&requirements)).context("pip could not install it")?;
        std::fs::write(&installed, wanted)
            .context("the Python environment could not be marked as complete")?;
    }
    Ok(Peer { name: PeerName::SimPy, program: python, script: Some(folder.join("simpy_peer.py")) })
}

/// Runs a command to its end, with its messages shown.
fn succeed(command: &mut Command) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    let status =
        command.stdin(Stdio::null()).status().with_context(|| format!("`{program}` could not be started"))?;
    if !status.success() {
        bail!("`{program}` failed ({status})");
    }
    Ok(())
}
