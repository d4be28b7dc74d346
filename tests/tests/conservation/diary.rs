//! The log of single events against the figures of the same replication: counts week by week, mean waits, and Little's
//! law in its exact form (the time people spend somewhere, added up, is the mean number there times the time).

use std::collections::BTreeMap;

use pathloom_service::{Count, OutcomeKind, Scenario, Work};
use pathloom_simulation::trace::{EventLog, LogEntry, LogEvent};
use pathloom_simulation::{HorizonMeasure as H, Outcomes, Scope, WeeklyMeasure as W};

/// Figures that the log does not bear out, in words.
pub(crate) fn broken(scenario: &Scenario, outcomes: &Outcomes, at: usize, log: &EventLog) -> Vec<String> {
    let diary = Diary { scenario, outcomes, at, log };
    let mut broken = Vec::new();
    diary.counts(&mut broken);
    diary.waits(&mut broken);
    diary.little(&mut broken);
    broken
}

struct Diary<'d> {
    scenario: &'d Scenario,
    outcomes: &'d Outcomes,
    at: usize,
    log: &'d EventLog,
}

impl Diary<'_> {
    fn horizon(&self, measure: H, scope: &Scope) -> f64 {
        let values = self.outcomes.horizon(measure, scope);
        values.unwrap_or_else(|| panic!("{measure:?} of {scope:?} is measured"))[self.at]
    }

    /// First and last day that count.
    fn span(&self) -> (f64, f64) {
        let catalogue = &self.outcomes.catalogue;
        (7.0 * catalogue.warm_up_weeks as f64, 7.0 * catalogue.weeks as f64)
    }

    fn steps(&self) -> impl Iterator<Item = (u32, &str, &Work)> {
        let steps = self.scenario.design.steps.iter().enumerate();
        steps.map(|(at, step)| (at as u32, step.id.as_str(), &step.work))
    }

    /// Entries of each week against the weekly series.
    fn counts(&self, broken: &mut Vec<String>) {
        let weeks = self.outcomes.catalogue.weeks;
        let mut compare = |what: &str, measure: W, scope: &Scope, is: &dyn Fn(&LogEntry) -> bool| {
            let mut counts = vec![0.0; weeks];
            for entry in self.log.entries.iter().filter(|entry| is(entry)) {
                // What happens at the start of a week belongs to it; on day 0, to the first.
                counts[((entry.day / 7.0) as usize).min(weeks - 1)] += 1.0;
            }
            for (week, count) in counts.into_iter().enumerate() {
                let series = self.outcomes.weekly(measure, scope, week + 1).expect("it is measured")[self.at];
                // What happens on day 0 before the first census may stand in week 0.
                let before = if week == 0 {
                    self.outcomes.weekly(measure, scope, 0).expect("as above")[self.at]
                } else {
                    0.0
                };
                if series + before != count {
                    broken.push(format!(
                        "{what} in week {}: {series} by the series, {count} by the log",
                        week + 1
                    ));
                }
            }
        };
        let referred =
            |entry: &LogEntry| matches!(entry.event, LogEvent::Referred { .. } | LogEvent::ReReferred);
        compare("referrals", W::Referrals, &Scope::Service, &referred);
        compare("returns", W::ReReferrals, &Scope::Service, &|entry| entry.event == LogEvent::ReReferred);
        compare("missed", W::Missed, &Scope::Service, &|entry| {
            matches!(entry.event, LogEvent::Missed { .. })
        });
        compare("seen", W::Seen, &Scope::Service, &|entry| {
            matches!(entry.event, LogEvent::Started { clock_stopped_after_weeks: Some(_), .. })
        });
        for (at, id, work) in self.steps() {
            let scope = Scope::Step(id.to_owned());
            if matches!(work, Work::Contacts(_) | Work::Group(_) | Work::Places(_)) {
                let here = |entry: &LogEntry| entry.step == at;
                compare(id, W::Seen, &scope, &|entry| {
                    here(entry) && matches!(entry.event, LogEvent::Started { .. })
                });
                compare(id, W::Removed, &scope, &|entry| {
                    here(entry) && entry.event == LogEvent::RemovedWhileWaiting
                });
                compare(id, W::EscalatedOut, &scope, &|entry| {
                    here(entry) && entry.event == LogEvent::EscalatedWhileWaiting
                });
            }
        }
        let of_kind = |kind: OutcomeKind| move |work: &Work| matches!(work, Work::Outcome(outcome) if outcome.counts_as == kind);
        let completed = of_kind(OutcomeKind::Completed);
        let steps: Vec<u32> = self.steps().filter(|(.., work)| completed(work)).map(|(at, ..)| at).collect();
        compare("completed", W::Completed, &Scope::Service, &|entry| {
            entry.event == LogEvent::Left && steps.contains(&entry.step)
        });
    }

    /// Mean waits, here and since referral.
    fn waits(&self, broken: &mut Vec<String>) {
        let (warm, _) = self.span();
        let mut seen = Vec::new();
        let mut here: BTreeMap<u32, Vec<f64>> = BTreeMap::new();
        for entry in self.log.entries.iter().filter(|entry| entry.day >= warm) {
            if let LogEvent::Started { waited_here_weeks, clock_stopped_after_weeks } = entry.event {
                here.entry(entry.step).or_default().push(waited_here_weeks);
                seen.extend(clock_stopped_after_weeks);
            }
        }
        let mean = |values: &[f64]| values.iter().sum::<f64>() / values.len() as f64;
        let mut compare = |what: &str, ours: f64, theirs: f64| {
            let near =
                (ours - theirs).abs() <= 1e-9 * (1.0 + theirs.abs()) || (ours.is_nan() && theirs.is_nan());
            if !near {
                broken.push(format!("{what}: {ours} weeks by the figures, {theirs} by the log"));
            }
        };
        compare("mean wait of those seen", self.horizon(H::WaitMean, &Scope::Service), mean(&seen));
        for (step, values) in &here {
            let id = &self.log.steps[*step as usize];
            let scope = Scope::Step(id.clone());
            compare(id, self.horizon(H::WaitMean, &scope), mean(values));
            let longest = values.iter().fold(0.0, |longest: f64, wait| longest.max(*wait));
            compare(id, self.horizon(H::WaitLongest, &scope), longest);
            let waited = values.iter().filter(|wait| **wait > 0.0).count() as f64 / values.len() as f64;
            compare(id, self.horizon(H::HadToWaitPercent, &scope), 100.0 * waited);
        }
    }

    /// Person-days by the log against mean numbers over time.
    fn little(&self, broken: &mut Vec<String>) {
        let (from, until) = self.span();
        let clip = |since: f64, to: f64| (to.min(until) - since.max(from)).max(0.0);
        let mut compare = |what: &str, mean: f64, days: f64| {
            let theirs = days / (until - from);
            if (mean - theirs).abs() > 1e-6 * (1.0 + theirs) {
                broken.push(format!("{what}: a mean of {mean} by the figures, {theirs} by the log"));
            }
        };
        let mut open: BTreeMap<u32, f64> = BTreeMap::new();
        let mut open_days = 0.0;
        for entry in &self.log.entries {
            match entry.event {
                LogEvent::Referred { .. } | LogEvent::ReReferred | LogEvent::ThereAtStart { .. } => {
                    open.insert(entry.person, entry.day);
                }
                LogEvent::Left => {
                    open_days += open.remove(&entry.person).map_or(0.0, |since| clip(since, entry.day))
                }
                _ => {}
            }
        }
        open_days += open.values().map(|since| clip(*since, until)).sum::<f64>();
        compare("open referrals", self.horizon(H::MeanOpen, &Scope::Service), open_days);
        for (at, id, work) in self.steps() {
            let scope = Scope::Step(id.to_owned());
            let queue = match work {
                // Who never came to a programme queues again without a word.
                Work::Group(group) => group.missed.is_none(),
                // Of a course, a contact missed is not told from a first one that is.
                Work::Contacts(contacts) => {
                    contacts.contacts_per_person == Count::fixed(1)
                        || (contacts.missed.is_none() && contacts.cancelled_percent.likely == 0.0)
                }
                Work::Places(_) => true,
                _ => false,
            };
            let entries = || self.log.entries.iter().filter(move |entry| entry.step == at);
            // People there at the start: those waiting have their own number of weeks, or never begin anew.
            if queue && !starts_with_people(work) {
                // Who is seen on coming, but misses or cancels, queues from then on.
                let begins = |event: &LogEvent| {
                    matches!(event, LogEvent::Joined | LogEvent::Missed { .. } | LogEvent::Cancelled)
                };
                let ends = |event: &LogEvent| {
                    matches!(
                        event,
                        LogEvent::Started { .. }
                            | LogEvent::RemovedWhileWaiting
                            | LogEvent::EscalatedWhileWaiting
                            | LogEvent::MissedTooOften
                    )
                };
                let days = person_days(entries(), until, &begins, &ends, &clip);
                compare(&format!("queue of {id}"), self.horizon(H::MeanWaiting, &scope), days);
            }
            if matches!(work, Work::Places(_) | Work::Delay(_)) && !starts_with_people(work) {
                let begins = |event: &LogEvent| {
                    matches!(event, LogEvent::Started { .. } | LogEvent::DelayUntil { .. })
                };
                let days = person_days(entries(), until, &begins, &|event| *event == LogEvent::Ended, &clip);
                compare(&format!("under way at {id}"), self.horizon(H::MeanUnderWay, &scope), days);
            }
        }
    }
}

fn starts_with_people(work: &Work) -> bool {
    let start = match work {
        Work::Contacts(contacts) => &contacts.start,
        Work::Group(group) => &group.start,
        Work::Places(places) => &places.start,
        Work::Delay(delay) => &delay.start,
        _ => return false,
    };
    start.is_some()
}

/// Days between an event that begins and the next that ends, for each person.
fn person_days<'e>(
    entries: impl Iterator<Item = &'e LogEntry>,
    until: f64,
    begins: &dyn Fn(&LogEvent) -> bool,
    ends: &dyn Fn(&LogEvent) -> bool,
    clip: &dyn Fn(f64, f64) -> f64,
) -> f64 {
    let mut there: BTreeMap<u32, f64> = BTreeMap::new();
    let mut days = 0.0;
    for entry in entries {
        if ends(&entry.event) {
            days += there.remove(&entry.person).map_or(0.0, |since| clip(since, entry.day));
        }
        if begins(&entry.event) {
            there.entry(entry.person).or_insert(entry.day);
        }
    }
    days + there.values().map(|since| clip(*since, until)).sum::<f64>()
}
