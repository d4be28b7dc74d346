//! The reporting guideline STRESS-DES: its twenty items, answered where the document and the run say enough.
//!
//! # Source
//! T. Monks, C. S. M. Currie, B. S. Onggo, S. Robinson, M. Kunc, S. J. E. Taylor, "Strengthening the reporting of empirical simulation
//! studies: introducing the STRESS guidelines", Journal of Simulation 13 (2019). The items are in our own words.

use pathloom_service::{ArrivalPattern, Cause, Design, Work};
use serde::Serialize;

use crate::content::Writer;
use crate::figure::{Figure, Unit};
use crate::register::tally;
use crate::report::{Column, Line, Table, line};
use crate::results::{Of, Results, SERVICE};

/// How much of the guideline is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Completeness {
    /// Items answered, by the tool or by the user.
    pub answered: usize,
    /// All items.
    pub items: usize,
}

/// An item of the guideline with its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct StressItem {
    /// Its number, by which the document holds an answer.
    pub number: &'static str,
    /// What it asks.
    pub title: &'static str,
    /// The user's answer, or else the tool's; none: still to be answered by the service.
    pub answer: Option<Line>,
    /// Whether the answer is the user's.
    pub is_own: bool,
}

/// Numbers and titles of the items.
const ITEMS: [(&str, &str); 20] = [
    ("1.1", "Purpose: why the model exists and what is decided with it"),
    ("1.2", "Outputs: what is measured, when, and how intervals are made"),
    ("1.3", "Experiments: which scenarios are compared, and why those"),
    ("2.1", "Diagram of the base model"),
    ("2.2", "Logic of the base model"),
    ("2.3", "What differs in each scenario"),
    ("2.4", "Algorithms: who is seen next, how bookings are made"),
    ("2.5", "Components: people, activities, resources, queues, ways in and out"),
    ("3.1", "Sources of the data, with dates and sizes"),
    ("3.2", "What was done to the data before use"),
    ("3.3", "All inputs, with their distributions"),
    ("3.4", "Assumptions where data were missing"),
    ("4.1", "Starting state and warm-up"),
    ("4.2", "Length of a run and unit of time"),
    ("4.3", "How many replications, and why"),
    ("5.1", "Software and version"),
    ("5.2", "Random numbers"),
    ("5.3", "How events are carried out"),
    ("5.4", "Computer and run time"),
    ("6.1", "How to have the model and the code"),
];

/// Every item with the user's answer, or else what the document and the run say.
pub(crate) fn items(writer: &mut Writer) -> Vec<StressItem> {
    let results = writer.results;
    ITEMS
        .iter()
        .map(|(number, title)| {
            let own =
                results.project.business_case.answers.get(*number).filter(|text| !text.trim().is_empty());
            let answer = match own {
                Some(text) => Some(writer.answer(number, text)),
                None => filled(number, writer),
            };
            StressItem { number, title, answer, is_own: own.is_some() }
        })
        .collect()
}

/// How many items have an answer.
pub(crate) fn completeness(items: &[StressItem]) -> Completeness {
    Completeness { answered: items.iter().filter(|one| one.answer.is_some()).count(), items: items.len() }
}

/// The answers as a table.
pub(crate) fn table(items: Vec<StressItem>) -> Table {
    let columns =
        vec![Column::words("Item", 0.5), Column::words("What it asks", 1.8), Column::words("Answer", 4.2)];
    let mut table = Table::new("STRESS-DES, item by item".into(), columns);
    for StressItem { number, title, answer, .. } in items {
        let text = answer.unwrap_or_else(|| "To complete: only the service can answer this.".into());
        table.row(vec![number.into(), title.into(), text]);
    }
    table
}

/// What the document and the run say of an item.
fn filled(number: &str, writer: &Writer) -> Option<Line> {
    let results = writer.results;
    let text = match number {
        "1.2" => outputs(results),
        "1.3" => return scenarios(results),
        "2.1" | "2.2" => "Appendix B draws the pathway of each design and says of each step what happens there and where people go next.".into(),
        "2.3" => "The table of the options in the economic case says what each changes. Options are compared on the same random numbers.".into(),
        "2.4" => "Who is next at a step: priority class first, then the earliest referral, unless the step says otherwise. Booked follow-ups come before new people unless the role says otherwise. A missed contact is booked again after the notice the step asks for, or ends the referral where the step sets a limit. The rules are written out in the engine's documentation.".into(),
        "2.5" => components(results),
        "3.3" => "Appendix A by evidence; every figure with its range and place in the spreadsheet (sheet Inputs) and in inputs.csv.".into(),
        "3.4" => assumptions(writer),
        "4.1" => start(results),
        "4.2" => length(results),
        "4.3" => replications(results),
        "5.1" => line![
            "Pathloom ", stamp(pathloom_simulation::ENGINE_VERSION, "run/engineVersion"),
            ", written in Rust; a discrete-event engine of its own, tested against closed forms of queueing theory."
        ],
        "5.2" => line![
            "Counter-keyed streams: every draw is a function of the seed (", stamp(&results.run.seed.to_string(), "run/seed"),
            "), the replication, its purpose, the person or post, the step and the occasion. Options share them (common random numbers)."
        ],
        "5.3" => "Next-event scheduling. What falls on one instant is carried out by kind (endings before starts, referrals last), then in the order in which it was planned; chance never decides.".into(),
        "5.4" if !results.run.machine.is_empty() => {
            line![Line::given(results.run.machine.clone()), ". Figures do not depend on the computer or on the number of threads."]
        }
        "6.1" => "The re-run bundle that belongs to this report holds the document, the seed and the engine's version; Pathloom is open source under MIT or Apache 2.0.".into(),
        _ => return None,
    };
    Some(text)
}

fn stamp(text: &str, place: &str) -> Figure {
    Figure { value: None, unit: Unit::Plain, text: text.to_owned(), place: place.to_owned() }
}

fn count(value: usize, place: &str) -> Figure {
    Figure::bare(Some(value as f64), Unit::Count, place)
}

fn outputs(results: &Results) -> Line {
    line![
        "At the end of each week: people waiting, their longest wait and percentiles, people over 18, 52, 65, 78 and 104 weeks, the national bands, open referrals. Over the simulated time: waits of those seen, people seen and completed, hours used, cost. Ranges are percentiles over ",
        results.replications(),
        " replications (5th to 95th unless said otherwise); 95% intervals of means and of paired differences are Student's t, of shares Wilson's."
    ]
}

fn scenarios(results: &Results) -> Option<Line> {
    let described = |option: &pathloom_service::ServiceOption| {
        let text = option.description.trim();
        (!text.is_empty()).then(|| line![Line::given(option.name.clone()), ": ", Line::given(text)])
    };
    let shown: Vec<_> = results
        .options
        .iter()
        .filter_map(|one| results.project.options.iter().find(|option| option.id == one.id))
        .collect();
    let lines: Option<Vec<Line>> = shown.into_iter().map(described).collect();
    let mut all = Line::default();
    for line in lines? {
        all = if all.is_empty() { line } else { all.and(" ").and(line) };
    }
    Some(all)
}

fn components(results: &Results) -> Line {
    let project = results.project;
    let scenario = &results.scenarios[results.preferred];
    let groups = project.groups.iter().map(|group| Line::given(group.name.clone())).collect();
    let posts = scenario
        .mix
        .posts
        .iter()
        .filter_map(|posts| scenario.roles.iter().find(|role| role.id == posts.role))
        .map(|role| Line::given(role.name.clone()))
        .collect();
    let arrivals: Vec<Line> = scenario
        .design
        .steps
        .iter()
        .filter_map(|step| match &step.work {
            Work::Referrals(referrals) => Some(line![
                Line::given(step.name.clone()),
                " ",
                Figure::bare(
                    Some(referrals.per_week.likely),
                    Unit::Plain,
                    format!("document/designs/{}/steps/{}/work/perWeek", scenario.design.id, step.id)
                ),
                " a week, ",
                pattern(&referrals.pattern)
            ]),
            _ => None,
        })
        .collect();
    line![
        "People: client groups ",
        Line::listed(groups),
        ". Resources: posts of ",
        Line::listed(posts),
        ". Ways in: ",
        Line::listed(arrivals),
        ". Ways out, activities and routing: Appendix B. A list has no limit and nobody leaves it unseen unless a step or link there says so."
    ]
}

fn pattern(pattern: &ArrivalPattern) -> &'static str {
    match pattern {
        ArrivalPattern::Poisson => "at random (Poisson)",
        ArrivalPattern::Regular => "evenly spaced",
        ArrivalPattern::OverDispersed(_) => {
            "at random with weeks that differ more than chance (negative binomial)"
        }
        ArrivalPattern::History(_) => "as they came, replayed",
    }
}

fn assumptions(writer: &Writer) -> Line {
    let tally = tally(&writer.entries);
    line![
        count(tally.assumed, "register/assumed"),
        " figures are assumed or from memory; Appendix A gives each with its reason. ",
        count(tally.unlabelled, "register/unlabelled"),
        " more do not say where they come from."
    ]
}

fn start(results: &Results) -> Line {
    let project = results.project;
    let waiting = results.weekly(0, "waitingList", Of::Median, results.first_week());
    if project.warm_up_weeks > 0 {
        let weeks = Figure::said(Some(f64::from(project.warm_up_weeks)), Unit::Weeks, "document/warmUpWeeks");
        return line![
            "A warm-up of ",
            weeks,
            " is simulated first and left out of the figures over the simulated time."
        ];
    }
    line![
        "Terminating: it starts with the service as it stands, ",
        waiting,
        " on the waiting list, and ends at the horizon. There is no warm-up. Starting lists are the same in each replication up to the waits drawn for lists known by number, mean and longest wait."
    ]
}

fn length(results: &Results) -> Line {
    let weeks =
        Figure::said(Some(f64::from(results.project.horizon_weeks)), Unit::Weeks, "document/horizonWeeks");
    line![
        weeks,
        " from ",
        results.date_words(results.project.warm_up_weeks),
        "; the clock counts days, results are taken weekly."
    ]
}

fn replications(results: &Results) -> Line {
    let last = results.last_week();
    let option = results.preferred;
    let half = results
        .series(option, "longestWait", SERVICE)
        .and_then(|series| series.bands.mean_half_width95.get(last as usize).copied().flatten());
    let place =
        format!("options/{}/weekly/longestWait/{SERVICE}/meanHalfWidth95/{last}", results.options[option].id);
    let text = half.map_or_else(|| crate::words::UNKNOWN.to_owned(), |half| format!("{half:.2} weeks"));
    line![
        results.replications(),
        " of each option. With them the mean longest wait at the end under ",
        results.quoted(option),
        " is known to ±",
        Figure { value: half, unit: Unit::Weeks, text, place },
        " (95%)."
    ]
}

/// The steps of a design: what happens there and where people go next.
pub(crate) fn steps(design: &Design) -> Table {
    let columns = vec![
        Column::words("Step", 1.6),
        Column::words("What happens", 1.6),
        Column::words("Where people go next", 3.4),
    ];
    let caption = line!["Steps of ", Line::given(design.name.clone())];
    let mut table = Table::new(caption, columns);
    for step in &design.steps {
        let ways: Vec<Line> =
            design.links.iter().filter(|link| link.from == step.id).map(|link| way(design, link)).collect();
        let mut next = Line::default();
        for way in ways {
            next = if next.is_empty() { way } else { next.and("; ").and(way) };
        }
        table.row(vec![Line::given(step.name.clone()), kind(&step.work).into(), next]);
    }
    table
}

fn way(design: &Design, link: &pathloom_service::Link) -> Line {
    let to = design.steps.iter().find(|step| step.id == link.to).map_or(link.to.as_str(), |step| &step.name);
    let to = Line::given(to);
    match &link.cause {
        Cause::Completed(share) => {
            let place = format!("document/designs/{}/links/{}/cause/percent", design.id, link.id);
            let percent = Figure::bare(Some(share.percent.likely), Unit::Plain, place);
            let when = if share.when.is_some() { ", on a condition" } else { "" };
            let groups = if share.percent_by_group.is_empty() { "" } else { ", not the same for all groups" };
            line![to, " ", percent, "%", when, groups]
        }
        Cause::RemovedWhileWaiting(_) => to.and(", taken off the list while waiting"),
        Cause::EscalatedWhileWaiting(_) => to.and(", moved up while waiting"),
        Cause::MissedTooOften => to.and(", after too many missed contacts"),
        Cause::TurnedAway => to.and(", when the list is full"),
    }
}

fn kind(work: &Work) -> &'static str {
    match work {
        Work::Referrals(_) => "People are referred",
        Work::Split => "People are sent on",
        Work::Contacts(_) => "Contacts with staff",
        Work::Group(_) => "A group programme",
        Work::Places(_) => "A place is taken",
        Work::Delay(_) => "Time passes",
        Work::UniversalOffer(_) => "Work for a whole population",
        Work::Outcome(_) => "People leave",
    }
}
