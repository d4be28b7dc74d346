//! Memory does not grow with what has been simulated, beyond the answers. Alone in its process, which it measures.

use std::sync::atomic::AtomicBool;

use pathloom_service::samples;
use pathloom_simulation::{RunSettings, run};

/// Peak memory of this process so far [kB].
#[cfg(target_os = "linux")]
fn peak_kilobytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("the process's own status");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("a peak");
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number")
}

/// After a first run has made the workers' arrays, ten times as many replications may cost what their answers take,
/// and 8 MB for what else a process does.
#[cfg(target_os = "linux")]
#[test]
fn memory_grows_by_the_answers_alone() {
    let project = samples::small();
    let scenario = project.scenario(&project.options[0]).expect("a scenario");
    let simulate = |replications: u32| {
        let settings = RunSettings { replications: 0..replications, threads: 1, ..RunSettings::default() };
        run(&scenario, &settings, &AtomicBool::new(false), &mut |_| {}).expect("it runs")
    };
    let few = simulate(100);
    let one = &few.replications[0];
    let each = (one.weekly.len() * 4 + one.horizon.len() * 8 + 128) as u64;
    drop(few);
    let before = peak_kilobytes();
    let many = simulate(1_000);
    let grown = peak_kilobytes() - before;
    assert_eq!(many.replications.len(), 1_000);
    // A growing list of answers is copied once, so twice their size may be held for a moment.
    let allowed = 2 * each * 1_000 / 1_024 + 8_192;
    assert!(grown < allowed, "{grown} kB for answers of {} kB", each * 1_000 / 1_024);
}
