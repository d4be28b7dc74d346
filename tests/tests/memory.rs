//! Memory grows with the answers kept, not with the replications run. A test program of its own, because the most
//! memory a process has had is all the system tells.

#![cfg(target_os = "linux")]

use pathloom_tests::measure::simulate_on;
use pathloom_tests::workload;

/// The most memory this process has had [bytes].
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("the system says how this process is");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("the most memory it has had");
    let kilobytes: usize =
        line.split_whitespace().nth(1).and_then(|text| text.parse().ok()).expect("a number");
    kilobytes * 1024
}

#[test]
fn ten_times_the_replications_take_no_more_than_their_answers() {
    /// What the allocator may round up, and lists of results grow by [bytes]; chosen.
    const SLACK: usize = 8 << 20;
    let project = workload::document("w2").expect("a workload").expect("a document");
    let scenario = workload::first_scenario(&project).expect("an option");
    let few = simulate_on(&scenario, 1, 0..50, 2);
    let peak_of_few = peak();
    drop(few);
    let many = simulate_on(&scenario, 1, 0..500, 2);
    let answers: usize =
        many.replications.iter().map(|one| one.weekly.bytes() + 8 * one.horizon.capacity()).sum();
    let grown = peak() - peak_of_few;
    println!("{} MB more for answers of {} MB", grown >> 20, answers >> 20);
    assert!(grown <= answers + SLACK, "{grown} bytes more for answers of {answers}");
}
