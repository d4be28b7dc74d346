//! `pathloom trace`: one replication event by event, and single journeys through it in plain words.

mod events;
mod people;

use pathloom_service::{Project, Scenario};
use pathloom_simulation::trace::{EventLog, journey, trace};
use serde::Serialize;

use crate::args::{TraceArguments, TraceFormat};
use crate::exit::{Exit, Failure};
use crate::format::{self, NOTHING, Unit, counted, date_of_day, quantity};
use crate::grid::{Cell, Grid};
use crate::input::{Input, options, scenario};
use crate::screen::{self, one_line, paragraph};
use events::EventLine;
use people::{Highlight, People};

/// Most events looked at for journeys; chosen: a large service over two years has a tenth of it.
const MOST_EVENTS: usize = 5_000_000;

/// Runs one replication and prints what happened.
///
/// # Errors
/// Any [`Failure`].
pub(crate) fn command(arguments: &TraceArguments) -> Result<Exit, Failure> {
    let (input, project) = Input::sound(&arguments.file)?;
    let asked: Vec<String> = arguments.option.iter().cloned().collect();
    let options = options(&project, &asked)?;
    let Some(option) = options.first() else {
        return Err(Failure::NoSuchOption { asked: String::new(), known: "none".to_owned() });
    };
    let scenario = scenario(&input, &project, option)?;
    let limit = if arguments.events { arguments.limit } else { MOST_EVENTS };
    let log = trace(&scenario, arguments.seed, arguments.replication, limit)
        .map_err(|source| Failure::CannotSimulate { option: scenario.option_name.clone(), source })?;
    let text = if arguments.events {
        events::write(events::lines(&scenario, &log), &scenario, arguments.format)?
    } else {
        journeys(&project, &scenario, &log, arguments)?
    };
    screen::print(&text)?;
    if log.cut {
        let day = log.entries.last().map_or(0.0, |entry| entry.day);
        let until = format::date(date_of_day(scenario.start_date, day));
        let events = counted(log.entries.len(), "event", "events");
        screen::note(&format!(
            "cut after the first {events}, on {until}; {}",
            match arguments.events {
                true => "--limit N shows more",
                false => "later events were not looked at",
            }
        ));
    }
    Ok(Exit::Done)
}

/// The journey that was asked for, with the people worth a look when nobody was.
fn journeys(
    project: &Project,
    scenario: &Scenario,
    log: &EventLog,
    arguments: &TraceArguments,
) -> Result<String, Failure> {
    let people = People::of(scenario, log);
    let highlights = people.highlights(scenario);
    let chosen = match arguments.person {
        Some(person) if people.has(person) => Some(person),
        Some(person) => {
            return Err(Failure::NoSuchPerson {
                asked: person,
                replication: log.replication,
                known: people.known(),
            });
        }
        None => people.longest_waiter(),
    };
    let lines = chosen.map(|person| journey(scenario, log, person)).unwrap_or_default();
    let listed = arguments.person.is_none() && !arguments.longest;
    match arguments.format {
        TraceFormat::Csv => {
            let of_chosen = events::lines(scenario, log).filter(|line| Some(line.person) == chosen);
            events::write(of_chosen, scenario, TraceFormat::Csv)
        }
        TraceFormat::Json => {
            let report = Report {
                schema_version: SCHEMA_VERSION,
                project: &project.name,
                option: &scenario.option_id,
                seed: log.seed,
                replication: log.replication,
                people: people.count(),
                worth_a_look: if listed { highlights } else { Vec::new() },
                person: chosen,
                journey: lines,
                events: events::lines(scenario, log).filter(|line| Some(line.person) == chosen).collect(),
            };
            Ok(serde_json::to_string_pretty(&report).unwrap_or_default() + "\n")
        }
        TraceFormat::Text => {
            let width = screen::width(None);
            let mut page = heading(project, scenario, log, &people, width);
            if listed {
                page.push_str(&worth_a_look(scenario, &highlights, width));
            }
            match chosen {
                None => page.push_str("\nNobody was referred and nobody was there at the start.\n"),
                Some(person) => {
                    let longest = if arguments.person.is_none() { ", who waits longest" } else { "" };
                    page.push_str(&format!("\nPerson {person}{longest}\n"));
                    for line in lines {
                        page.push_str(&screen::hanging("  ", &one_line(&line), width));
                    }
                }
            }
            Ok(page)
        }
    }
}

/// Version of what `--format json` prints; fields are only ever added within one version.
const SCHEMA_VERSION: u32 = 1;

/// What `--format json` prints.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    schema_version: u32,
    project: &'a str,
    option: &'a str,
    seed: u64,
    replication: u32,
    people: usize,
    worth_a_look: Vec<Highlight>,
    person: Option<u32>,
    journey: Vec<String>,
    events: Vec<EventLine>,
}

fn heading(project: &Project, scenario: &Scenario, log: &EventLog, people: &People, width: usize) -> String {
    let facts = format!(
        "{} · replication {}, seed {} · {}, {}",
        one_line(&scenario.option_name),
        log.replication,
        log.seed,
        counted(people.count(), "person", "people"),
        counted(log.entries.len(), "event", "events"),
    );
    paragraph(&one_line(&project.name), width) + &paragraph(&facts, width)
}

fn worth_a_look(scenario: &Scenario, highlights: &[Highlight], width: usize) -> String {
    let mut grid = Grid::new(["person", "referred", "waited", "events"].map(str::to_owned));
    for one in highlights {
        let waited = if one.still_waiting {
            format!("{}, still waiting", quantity(one.waited_weeks, Unit::Weeks))
        } else {
            quantity(one.waited_weeks, Unit::Weeks)
        };
        let referred = format::short_date(date_of_day(scenario.start_date, one.referred_day));
        grid.row(
            &one.why,
            vec![
                Cell::figure(one.person.to_string()),
                Cell::figure(referred),
                Cell::words(if one.waited_weeks.is_nan() { NOTHING.to_owned() } else { waited }),
                Cell::figure(one.events.to_string()),
            ],
        );
    }
    format!("\nWorth a look (--person K reads a journey)\n{}", grid.draw(width))
}
