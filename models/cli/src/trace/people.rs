//! Who is in a log, how long each waited, and whose journey is worth reading.

use pathloom_service::{Scenario, Work};
use pathloom_simulation::trace::{EventLog, LogEvent};
use serde::Serialize;

use crate::format::counted;

/// One person of a log.
#[derive(Debug, Clone, Copy)]
struct Person {
    /// Day of the referral, before 0 for those there at the start; NaN when the log does not say.
    referred_day: f64,
    /// Whether the clock runs.
    waiting: bool,
    /// Longest wait so far that has ended `[weeks]`.
    waited_weeks: f64,
    /// Whether they were there at the start.
    at_start: bool,
    /// Position of the outcome they left by.
    outcome: Option<u32>,
    /// Events in the log.
    events: usize,
}

/// A person worth a look.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Highlight {
    /// Their number.
    pub(crate) person: u32,
    /// Why they are worth a look.
    pub(crate) why: String,
    /// Day of the referral, before 0 for those there at the start `[days from the start]`.
    pub(crate) referred_day: f64,
    /// Weeks waited.
    pub(crate) waited_weeks: f64,
    /// Whether they wait still at the end.
    pub(crate) still_waiting: bool,
    /// Events in the log.
    pub(crate) events: usize,
}

/// Everybody in a log.
pub(crate) struct People {
    /// By number; people who do not occur in the log are none.
    people: Vec<Option<Person>>,
    /// Last day of the simulation, or of the log where it was cut.
    end_day: f64,
}

impl People {
    /// Reads a log once.
    pub(crate) fn of(scenario: &Scenario, log: &EventLog) -> Self {
        let weeks = f64::from(scenario.horizon_weeks) + f64::from(scenario.warm_up_weeks);
        let end_day = if log.cut { log.entries.last().map_or(0.0, |entry| entry.day) } else { weeks * 7.0 };
        let mut people: Vec<Option<Person>> = Vec::new();
        for entry in &log.entries {
            let at = entry.person as usize;
            if at >= people.len() {
                people.resize(at + 1, None);
            }
            let person = people[at].get_or_insert(Person::new());
            person.events += 1;
            person.follow(entry.day, entry.step, entry.event);
        }
        Self { people, end_day }
    }

    /// How many people there are.
    pub(crate) fn count(&self) -> usize {
        self.each().count()
    }

    /// Whether somebody has this number.
    pub(crate) fn has(&self, person: u32) -> bool {
        self.people.get(person as usize).is_some_and(Option::is_some)
    }

    /// Which numbers there are, in words.
    pub(crate) fn known(&self) -> String {
        match (self.each().next(), self.each().last()) {
            (Some((first, _)), Some((last, _))) => {
                format!(
                    "its {} have numbers from {first} to {last}",
                    counted(self.count(), "person", "people")
                )
            }
            _ => "nobody was referred and nobody was there at the start".to_owned(),
        }
    }

    /// Whoever waits longest, seen or not; the first of several.
    pub(crate) fn longest_waiter(&self) -> Option<u32> {
        self.longest(|_| true)
    }

    /// The longest waiter, the longest waiter of those still waiting, and one person for each outcome.
    pub(crate) fn highlights(&self, scenario: &Scenario) -> Vec<Highlight> {
        let mut found = Vec::new();
        let longest = self.longest_waiter();
        found.extend(longest.map(|person| self.highlight(person, "waits longest".to_owned())));
        if let Some(person) = self.longest(|person| person.waiting).filter(|person| Some(*person) != longest)
        {
            found.push(self.highlight(person, "still waiting at the end".to_owned()));
        }
        for (at, step) in scenario.design.steps.iter().enumerate() {
            if !matches!(step.work, Work::Outcome(_)) {
                continue;
            }
            let left_here = || self.each().filter(|(_, person)| person.outcome == u32::try_from(at).ok());
            // Somebody referred during the simulation has a whole journey to read.
            let one = left_here().find(|(_, person)| !person.at_start).or_else(|| left_here().next());
            found.extend(
                one.map(|(number, _)| self.highlight(number, format!("leaves by \"{}\"", step.name))),
            );
        }
        found
    }

    fn each(&self) -> impl Iterator<Item = (u32, &Person)> {
        self.people
            .iter()
            .enumerate()
            .filter_map(|(at, person)| Some((u32::try_from(at).ok()?, person.as_ref()?)))
    }

    fn longest(&self, which: impl Fn(&Person) -> bool) -> Option<u32> {
        let mut longest: Option<(u32, f64)> = None;
        for (number, person) in self.each().filter(|(_, person)| which(person)) {
            let waited = person.waited(self.end_day);
            if longest.is_none_or(|(_, most)| waited > most) {
                longest = Some((number, waited));
            }
        }
        longest.map(|(number, _)| number)
    }

    fn highlight(&self, number: u32, why: String) -> Highlight {
        let person = self.people.get(number as usize).copied().flatten().unwrap_or_else(Person::new);
        Highlight {
            person: number,
            why,
            referred_day: person.referred_day,
            waited_weeks: person.waited(self.end_day),
            still_waiting: person.waiting,
            events: person.events,
        }
    }
}

impl Person {
    fn new() -> Self {
        Self {
            referred_day: f64::NAN,
            waiting: false,
            waited_weeks: 0.0,
            at_start: false,
            outcome: None,
            events: 0,
        }
    }

    fn follow(&mut self, day: f64, step: u32, event: LogEvent) {
        match event {
            LogEvent::ThereAtStart { weeks_waited } => {
                self.referred_day = day - 7.0 * weeks_waited;
                self.at_start = true;
                // People under way at the start have no wait that runs.
                self.waiting = weeks_waited > 0.0;
            }
            LogEvent::Referred { .. } | LogEvent::ReReferred => {
                (self.referred_day, self.waiting, self.outcome) = (day, true, None);
            }
            LogEvent::Started { clock_stopped_after_weeks: Some(weeks), .. } => {
                self.waiting = false;
                self.waited_weeks = self.waited_weeks.max(weeks);
            }
            LogEvent::Left => {
                self.waited_weeks = self.waited(day);
                (self.waiting, self.outcome) = (false, Some(step));
            }
            _ => {}
        }
    }

    /// Longest wait up to a day `[weeks]`.
    fn waited(&self, day: f64) -> f64 {
        let running = if self.waiting { (day - self.referred_day) / 7.0 } else { 0.0 };
        self.waited_weeks.max(running)
    }
}
