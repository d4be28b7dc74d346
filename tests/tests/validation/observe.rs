//! What an event log shows of a list that no figure of a run does: single waits, and who waits how long at any moment.

use pathloom_service::Scenario;
use pathloom_simulation::trace::{EventLog, LogEvent, trace};

/// Most entries of a log that is kept.
const ENTRIES: usize = 50_000_000;

/// The log of one replication, complete.
pub(crate) fn log(scenario: &Scenario, seed: u64, replication: u32) -> EventLog {
    let log = trace(scenario, seed, replication, ENTRIES).expect("the case can be run");
    assert!(!log.cut, "the log is complete");
    log
}

/// Somebody seen: when they joined the list of the step and when they were seen [days].
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Wait {
    pub(crate) person: u32,
    pub(crate) from: f64,
    pub(crate) until: f64,
}

impl Wait {
    pub(crate) fn days(&self) -> f64 {
        self.until - self.from
    }
}

/// Everybody seen at a step who joined on or after a day, in the order in which they were seen.
pub(crate) fn waits(log: &EventLog, step: &str, after: f64) -> Vec<Wait> {
    let step = log.steps.iter().position(|id| id == step).expect("the step is in the design") as u32;
    let seen = log.entries.iter().filter(|entry| entry.step == step).filter_map(|entry| match entry.event {
        LogEvent::Started { waited_here_weeks, .. } => {
            let from = entry.day - 7.0 * waited_here_weeks;
            Some(Wait { person: entry.person, from, until: entry.day })
        }
        _ => None,
    });
    seen.filter(|wait| wait.from >= after).collect()
}

/// Waits as a whole: what single waits add up to.
#[derive(Debug)]
pub(crate) struct Waits {
    /// Those who waited at all, longest first [days].
    days: Vec<f64>,
    /// Days waited by the first so many of them together.
    sums: Vec<f64>,
    /// Everybody, those who did not wait included.
    people: f64,
}

impl Waits {
    pub(crate) fn of(waits: &[Wait]) -> Self {
        let mut days: Vec<f64> = waits.iter().map(Wait::days).filter(|days| *days > 0.0).collect();
        days.sort_unstable_by(|a, b| b.total_cmp(a));
        let mut sum = 0.0;
        let mut sums = vec![0.0];
        sums.extend(days.iter().map(|days| {
            sum += days;
            sum
        }));
        Self { days, sums, people: waits.len() as f64 }
    }

    /// How many waited longer.
    fn longer(&self, days: f64) -> usize {
        self.days.partition_point(|waited| *waited > days)
    }

    fn all(&self) -> f64 {
        self.sums[self.days.len()]
    }

    fn squares(&self) -> f64 {
        self.days.iter().map(|days| days * days).sum()
    }

    /// Mean [days].
    pub(crate) fn mean(&self) -> f64 {
        self.all() / self.people
    }

    /// Standard deviation [days].
    pub(crate) fn deviation(&self) -> f64 {
        ((self.squares() - self.all() * self.mean()) / (self.people - 1.0)).sqrt()
    }

    /// Share who waited longer than a time [1].
    pub(crate) fn share_longer(&self, days: f64) -> f64 {
        self.longer(days) as f64 / self.people
    }

    /// A percentile [days].
    pub(crate) fn percentile(&self, share: f64) -> f64 {
        let above = ((1.0 - share) * self.people) as usize;
        self.days.get(above).copied().unwrap_or(0.0)
    }

    /// Person-days on the list of those who have waited longer than a time: spread over the days of the log, the mean
    /// number of them.
    pub(crate) fn person_days_beyond(&self, days: f64) -> f64 {
        let longer = self.longer(days);
        self.sums[longer] - longer as f64 * days
    }

    /// Mean time waited so far by those on the list, at any moment [days].
    pub(crate) fn mean_waited_so_far(&self) -> f64 {
        self.squares() / 2.0 / self.all()
    }

    /// A percentile of the time waited so far by those on the list, at any moment [days].
    pub(crate) fn percentile_waited_so_far(&self, share: f64) -> f64 {
        let beyond = (1.0 - share) * self.all();
        let (mut low, mut high) = (0.0, self.days.first().copied().unwrap_or(0.0));
        // Halved until it is found to one part in a million.
        for _ in 0..20 {
            let middle = (low + high) / 2.0;
            if self.person_days_beyond(middle) > beyond {
                low = middle;
            } else {
                high = middle;
            }
        }
        (low + high) / 2.0
    }
}

/// Of people seen in the order they joined: days on which somebody waited, the longest waiter's days added up, and
/// days on which that one had waited longer than a time.
pub(crate) fn longest_waiter(waits: &[Wait], limit: f64) -> (f64, f64, f64) {
    let (mut somebody, mut waited, mut beyond) = (0.0, 0.0, 0.0);
    let mut before = f64::NEG_INFINITY;
    for wait in waits {
        // First in line from when they joined, or from when the one before was seen.
        let first = wait.from.max(before).min(wait.until);
        somebody += wait.until - first;
        waited += (wait.until - first) * ((wait.until + first) / 2.0 - wait.from);
        beyond += wait.until - (wait.from + limit).max(first).min(wait.until);
        before = wait.until;
    }
    (somebody, waited, beyond)
}

/// Share of the time between two days with nobody in the service [1].
pub(crate) fn share_empty(log: &EventLog, from: f64, until: f64) -> f64 {
    let (mut there, mut last, mut empty) = (0u32, 0.0f64, 0.0);
    let mut passes = |now: f64, there: u32| {
        if there == 0 {
            empty += (now.min(until) - last.max(from)).max(0.0);
        }
        last = now;
    };
    for entry in &log.entries {
        match entry.event {
            LogEvent::Referred { .. } | LogEvent::ThereAtStart { .. } => {
                passes(entry.day, there);
                there += 1;
            }
            LogEvent::Left => {
                passes(entry.day, there);
                there -= 1;
            }
            _ => {}
        }
    }
    passes(until, there);
    empty / (until - from)
}

/// Time in the service of everybody who left by an outcome [days].
pub(crate) fn times_in_service(log: &EventLog, outcome: &str) -> Vec<f64> {
    let outcome = log.steps.iter().position(|id| id == outcome).expect("the outcome is in the design") as u32;
    let mut referred = std::collections::HashMap::new();
    let mut times = Vec::new();
    for entry in &log.entries {
        match entry.event {
            LogEvent::Referred { .. } => {
                referred.insert(entry.person, entry.day);
            }
            LogEvent::Left if entry.step == outcome => times.push(entry.day - referred[&entry.person]),
            _ => {}
        }
    }
    times
}
