//! Documents damaged on purpose, and what has to hold of them all the same.
//!
//! The test of bad input and the fuzz targets share it: [`damage()`] changes a document in one place, driven by dice
//! that the caller rolls, and [`examine()`] puts a text through reading, checking and a short run.

use std::sync::atomic::AtomicBool;

use pathloom_service::{Problem, Project, ReadError, Role, Scenario, Severity, check, read, samples, write};
use pathloom_simulation::{
    HorizonMeasure as H, Outcomes, RunError, RunSettings, Scope, WeeklyMeasure as W, run,
};
use serde_json::{Value, json};

/// Weeks that a damaged document is simulated for, at most.
const MOST_WEEKS: u32 = 30;
/// Weeks of warm-up, at most.
const MOST_WARM_UP: u32 = 6;

/// Rolls a number below the one given, which is above 0.
pub type Dice<'d> = dyn FnMut(usize) -> usize + 'd;

/// What became of a text.
#[derive(Debug)]
pub enum Verdict {
    /// It is no document.
    Refused(ReadError),
    /// It is one with errors.
    Wrong(Vec<Problem>),
    /// It was simulated: options run, and those that could not be with the reason.
    Simulated(usize, Vec<RunError>),
}

/// The documents that are damaged: both samples, as JSON.
pub fn originals() -> [Value; 2] {
    [samples::SMALL, samples::EVERYTHING].map(|text| serde_json::from_str(text).expect("a sample is JSON"))
}

/// The text of a document, `kind` first in every object as the format wants it.
pub fn text_of(value: &Value) -> String {
    match value {
        Value::Object(object) => {
            let mut keys: Vec<&String> = object.keys().collect();
            keys.sort_by_key(|key| *key != "kind");
            let pairs: Vec<String> =
                keys.iter().map(|key| format!("{}:{}", json!(key), text_of(&object[*key]))).collect();
            format!("{{{}}}", pairs.join(","))
        }
        Value::Array(list) => format!("[{}]", list.iter().map(text_of).collect::<Vec<_>>().join(",")),
        plain => plain.to_string(),
    }
}

/// Changes a document in one place: a figure, a name, a part left out, doubled, of another type or from elsewhere.
///
/// `donors` are the documents that parts are taken from.
pub fn damage(document: &mut Value, donors: &[Value], dice: &mut Dice<'_>) {
    match dice(16) {
        0..6 => figure(document, dice),
        6 => name(document, dice),
        7 => remove(document, dice),
        8 => double(document, dice),
        9 | 10 => transplant(document, donors, dice),
        11..14 => graft(document, donors, dice),
        14 => choice(document, donors, dice),
        _ => nonsense(document, dice),
    }
}

/// Damages a document a few times over, mostly so that it still passes the check; one change in forty stays in any case.
pub fn damage_gently(document: &mut Value, donors: &[Value], times: usize, dice: &mut Dice<'_>) {
    for _ in 0..times {
        let before = document.clone();
        damage(document, donors, dice);
        if dice(40) > 0 && !passes(document) {
            *document = before;
        }
    }
}

fn passes(document: &Value) -> bool {
    let is_error = |problem: &Problem| problem.severity == Severity::Error;
    read(&text_of(document)).is_ok_and(|project| !check(&project).iter().any(is_error))
}

/// Another number in the place of one, or a range.
fn figure(document: &mut Value, dice: &mut Dice<'_>) {
    let Some(place) = pick(&places(document, &|_, value| value.is_number()), dice) else { return };
    let Some(found) = document.pointer_mut(&place) else { return };
    let old = found.as_f64().unwrap_or_default();
    let new = number(old, dice);
    *found = match dice(8) {
        0 => {
            let mut points = [number(old, dice), old, new];
            points.sort_by(f64::total_cmp);
            json!({ "low": points[0], "likely": points[1], "high": points[2] })
        }
        // A whole number where the format wants one.
        1..6 if new.fract() == 0.0 && (0.0..1e9).contains(&new) => json!(new as u64),
        _ => json!(new),
    };
}

fn number(old: f64, dice: &mut Dice<'_>) -> f64 {
    const NUMBERS: [f64; 32] = [
        0.0, 1.0, 2.0, 3.0, 7.0, 10.0, 18.0, 24.0, 26.0, 52.0, 99.0, 100.0, 101.0, 168.0, 1_000.0, 5_200.0,
        36_400.0, 100_000.0, 1e6, 1e7, 0.5, 0.1, 0.05, 0.01, 1e-9, 1e-300, 1e-320, -0.0, -1.0, -1e9, 1e18,
        1e308,
    ];
    match dice(8) {
        0 => old * 10.0,
        1 => old * 0.1,
        2 => old + 1.0,
        3 => old - 1.0,
        4 => NUMBERS[dice(16)],
        _ => NUMBERS[dice(NUMBERS.len())],
    }
}

/// A name that is used somewhere else, in the place of one.
fn name(document: &mut Value, dice: &mut Dice<'_>) {
    let keys = ["id", "from", "to", "role", "calendar", "design", "mix", "tier", "figure"];
    let named =
        |key: &str, value: &Value| value.is_string() && (keys.contains(&key) || key.parse::<usize>().is_ok());
    let all = places(document, &named);
    let (Some(place), Some(other)) = (pick(&all, dice), pick(&all, dice)) else { return };
    let new = document.pointer(&other).cloned();
    if let (Some(found), Some(new)) = (document.pointer_mut(&place), new) {
        *found = new;
    }
}

fn remove(document: &mut Value, dice: &mut Dice<'_>) {
    let Some(place) = pick(&places(document, &|_, _| true), dice) else { return };
    let Some((parent, last)) = place.rsplit_once('/') else { return };
    match document.pointer_mut(parent) {
        Some(Value::Array(list)) => {
            if let Ok(at) = last.parse::<usize>() {
                list.remove(at);
            }
        }
        Some(Value::Object(object)) => drop(object.remove(last)),
        _ => {}
    }
}

/// An element of a list once more, mostly under a name of its own.
fn double(document: &mut Value, dice: &mut Dice<'_>) {
    let Some(place) = pick(&places(document, &|_, value| value.is_array()), dice) else { return };
    let Some(Value::Array(list)) = document.pointer_mut(&place) else { return };
    if list.is_empty() {
        return;
    }
    let mut copy = list[dice(list.len())].clone();
    if let Some(id) = copy.get_mut("id")
        && dice(8) > 0
    {
        *id = json!(format!("{}-{}", id.as_str().unwrap_or_default(), list.len()));
    }
    list.insert(dice(list.len() + 1), copy);
}

/// A part of one kind in the place of another with the same key: other work, another distribution, another cause.
fn transplant(document: &mut Value, donors: &[Value], dice: &mut Dice<'_>) {
    let of_a_kind = |_: &str, value: &Value| value.get("kind").is_some();
    let Some(place) = pick(&places(document, &of_a_kind), dice) else { return };
    let key = last(&place).to_owned();
    let donor = &donors[dice(donors.len())];
    let same_key = |other: &str, value: &Value| other == key && value.get("kind").is_some();
    let Some(part) = pick(&places(donor, &same_key), dice) else { return };
    if let (Some(found), Some(new)) = (document.pointer_mut(&place), donor.pointer(&part)) {
        *found = new.clone();
    }
}

/// A setting that another object of the same kind has.
fn graft(document: &mut Value, donors: &[Value], dice: &mut Dice<'_>) {
    let Some(place) = pick(&places(document, &|_, value| value.is_object()), dice) else { return };
    let (key, kind) = (last(&place).to_owned(), kind_of(document.pointer(&place)));
    let listed = key.parse::<usize>().is_ok();
    let list = place.rsplit('/').nth(1).unwrap_or_default().to_owned();
    let donor = &donors[dice(donors.len())];
    let alike: Vec<String> = places(donor, &|_, value| value.is_object())
        .into_iter()
        .filter(|other| {
            let same_place = if listed {
                last(other).parse::<usize>().is_ok() && other.rsplit('/').nth(1) == Some(&list)
            } else {
                last(other) == key
            };
            same_place && kind_of(donor.pointer(other)) == kind
        })
        .collect();
    let Some(Value::Object(from)) = pick(&alike, dice).and_then(|place| donor.pointer(&place)) else {
        return;
    };
    let settings: Vec<(&String, &Value)> =
        from.iter().filter(|(key, _)| *key != "id" && *key != "kind").collect();
    if settings.is_empty() {
        return;
    }
    let (key, value) = settings[dice(settings.len())];
    if let Some(Value::Object(into)) = document.pointer_mut(&place) {
        into.insert(key.clone(), value.clone());
    }
}

/// Another one of the choices there are: a word used under the same key, or the other of true and false.
fn choice(document: &mut Value, donors: &[Value], dice: &mut Dice<'_>) {
    let keys = ["kind", "pattern", "rebook", "endOfDay", "withinClass", "countsAs", "of"];
    let chosen = |key: &str, value: &Value| value.is_boolean() || (value.is_string() && keys.contains(&key));
    let Some(place) = pick(&places(document, &chosen), dice) else { return };
    let key = last(&place).to_owned();
    let donor = &donors[dice(donors.len())];
    let words = places(donor, &|other, value| other == key && value.is_string());
    let word = pick(&words, dice).and_then(|place| donor.pointer(&place)).cloned();
    match (document.pointer_mut(&place), word) {
        (Some(Value::Bool(value)), _) => *value = !*value,
        (Some(found), Some(word)) => *found = word,
        _ => {}
    }
}

/// A value of another type.
fn nonsense(document: &mut Value, dice: &mut Dice<'_>) {
    let Some(place) = pick(&places(document, &|_, _| true), dice) else { return };
    let values = [
        Value::Null,
        json!(true),
        json!(""),
        json!("12"),
        json!("a/b\u{0}\u{202e}\u{1b}[2J"),
        json!("ø".repeat(400)),
        json!([]),
        json!([[[[[[[[]]]]]]]]),
        json!({}),
        json!({ "kind": "" }),
        json!([{}, null, 1]),
        json!(18_446_744_073_709_551_615_u64),
        json!(-9_223_372_036_854_775_808_i64),
    ];
    if let Some(found) = document.pointer_mut(&place) {
        *found = values[dice(values.len())].clone();
    }
}

/// JSON pointers of the values that are wanted, by key (or position in a list) and value.
pub fn places(document: &Value, wanted: &dyn Fn(&str, &Value) -> bool) -> Vec<String> {
    fn walk(at: &mut String, value: &Value, wanted: &dyn Fn(&str, &Value) -> bool, found: &mut Vec<String>) {
        if wanted(last(at), value) {
            found.push(at.clone());
        }
        let length = at.len();
        let mut inner = |key: &str, value: &Value| {
            at.push('/');
            at.push_str(&key.replace('~', "~0").replace('/', "~1"));
            walk(at, value, wanted, found);
            at.truncate(length);
        };
        match value {
            Value::Object(object) => object.iter().for_each(|(key, value)| inner(key, value)),
            Value::Array(list) => {
                list.iter().enumerate().for_each(|(at, value)| inner(&at.to_string(), value));
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(&mut String::new(), document, wanted, &mut found);
    found
}

fn pick(places: &[String], dice: &mut Dice<'_>) -> Option<String> {
    if places.is_empty() { None } else { Some(places[dice(places.len())].clone()) }
}

fn last(place: &str) -> &str {
    place.rsplit('/').next().unwrap_or_default()
}

fn kind_of(value: Option<&Value>) -> Option<&str> {
    value?.get("kind")?.as_str()
}

/// Reads, checks and, where nothing is wrong, simulates a text for a few weeks.
///
/// # Panics
/// When anything that has to hold of every text does not: what is read is written and read back unchanged, every
/// refusal and every problem has its place and its words, what passes the check can be simulated or says why not,
/// and nobody is lost or made up in a run.
pub fn examine(text: &str, most_events: u64) -> Verdict {
    let mut project = match read_back(text) {
        Ok(project) => project,
        Err(error) => return Verdict::Refused(error),
    };
    project.horizon_weeks = project.horizon_weeks.min(MOST_WEEKS);
    project.warm_up_weeks = project.warm_up_weeks.min(MOST_WARM_UP);
    let problems = check(&project);
    problems.iter().for_each(says_where_and_what);
    if problems.iter().any(|problem| problem.severity == Severity::Error) {
        return Verdict::Wrong(problems);
    }
    let (mut simulated, mut failed) = (0, Vec::new());
    for option in project.options.iter().take(3) {
        let scenario = project.scenario(option).expect("an option that passed the check can be resolved");
        let settings = RunSettings { replications: 0..2, threads: 1, most_events, ..RunSettings::default() };
        match run(&scenario, &settings, &AtomicBool::new(false), &mut |_| {}) {
            Ok(outcomes) => {
                is_sane(&outcomes, &scenario);
                simulated += 1;
            }
            Err(error) => failed.push(error),
        }
    }
    Verdict::Simulated(simulated, failed)
}

/// Reads a text, and what is written of it once more.
///
/// # Errors
/// As [`read()`].
///
/// # Panics
/// When what was read comes back changed, or a refusal does not say where or what.
pub fn read_back(text: &str) -> Result<Project, ReadError> {
    match read(text) {
        Ok(project) => {
            let again = read(&write(&project));
            assert_eq!(again.as_ref(), Ok(&project), "written and read again");
            Ok(project)
        }
        Err(error) => {
            is_located(&error);
            Err(error)
        }
    }
}

/// A refusal says where, in one line that cannot steer a terminal, and what to do where that is promised.
///
/// # Panics
/// When it does not.
pub fn is_located(error: &ReadError) {
    let line = error.to_string();
    assert!(!line.is_empty() && !line.chars().any(char::is_control), "{line:?}");
    match error {
        ReadError::NotJson { line, column: _, reason } => {
            assert!(*line > 0 && !reason.is_empty(), "{error:?}")
        }
        ReadError::Mistake(mistake) => {
            assert!(mistake.line > 0 && !mistake.message.is_empty(), "{error:?}");
            assert!(mistake.hint.as_deref() != Some(""), "{error:?}");
        }
        ReadError::TooLong { .. }
        | ReadError::NoVersion { .. }
        | ReadError::TooNew { .. }
        | ReadError::TooOld { .. } => {}
    }
    let promised = !matches!(error, ReadError::Mistake(_) | ReadError::TooOld { .. });
    assert!(!promised || error.hint().is_some_and(|hint| !hint.is_empty()), "{error:?}");
}

/// A problem says where it is, what is wrong and what to do.
///
/// # Panics
/// When it does not.
pub fn says_where_and_what(problem: &Problem) {
    let placed = !problem.place.path.is_empty() || problem.code == "too-many-problems";
    assert!(placed && !problem.message.is_empty() && !problem.hint.is_empty(), "{problem:?}");
    let line = problem.to_string();
    assert!(!line.chars().any(char::is_control), "{line:?}");
}

/// Every weekly value is a number and not negative, nobody is lost, and hours are those that there are.
fn is_sane(outcomes: &Outcomes, scenario: &Scenario) {
    let catalogue = &outcomes.catalogue;
    for replication in &outcomes.replications {
        for (at, value) in replication.weekly.iter().enumerate() {
            let column = &catalogue.weekly[at % catalogue.weekly.len()];
            assert!(value.is_finite() && value >= 0.0, "{column:?}: {value} at {at}");
        }
        for ((measure, scope), value) in catalogue.horizon.iter().zip(&replication.horizon) {
            let may_be_negative = matches!(
                measure,
                H::CostPerYear | H::CostPerCompleted | H::BenefitPounds | H::QualityAdjustedLifeYears
            );
            assert!(!value.is_infinite(), "{measure:?} of {scope:?}: {value}");
            assert!(
                may_be_negative || value.is_nan() || *value >= -1e-6,
                "{measure:?} of {scope:?}: {value}"
            );
        }
    }
    let scopes = catalogue.weekly.iter().filter(|(measure, _)| *measure == W::OpenReferrals);
    scopes.for_each(|(_, scope)| nobody_is_lost(outcomes, scope));
    scenario.roles.iter().for_each(|role| hours_fit(outcomes, role));
}

/// The open referrals of a week are those of the week before, and who came (again or not), less who left.
fn nobody_is_lost(outcomes: &Outcomes, scope: &Scope) {
    let value = |measure: W, week: usize, replication: usize| {
        outcomes.weekly(measure, scope, week).map_or(f64::NAN, |values| values[replication])
    };
    for replication in 0..outcomes.replications.len() {
        for week in 1..=outcomes.catalogue.weeks {
            let of = |measure: W| value(measure, week, replication);
            let came = of(W::Referrals);
            let left = of(W::Completed)
                + of(W::Signposted)
                + of(W::Removed)
                + of(W::EscalatedOut)
                + of(W::Readmitted);
            let before = value(W::OpenReferrals, week - 1, replication);
            let now = of(W::OpenReferrals);
            assert_eq!(now, before + came - left, "{scope:?}, week {week}: {before} + {came} - {left}");
            let waiting = of(W::WaitingList);
            assert!(waiting <= now, "{scope:?}, week {week}: {waiting} wait of {now}");
        }
    }
}

/// No role works longer than it is there, overtime apart. Somebody who goes away ends the contact in hand first, so
/// roles with absences or turnover are not held to it.
fn hours_fit(outcomes: &Outcomes, role: &Role) {
    let comes_and_goes = role.absence.is_some() || role.turnover.is_some();
    let scope = Scope::Role(role.id.clone());
    let total = |measure: W, replication: usize| -> f64 {
        let weeks = 1..=outcomes.catalogue.weeks;
        weeks.filter_map(|week| Some(outcomes.weekly(measure, &scope, week)?[replication])).sum()
    };
    for replication in 0..outcomes.replications.len() {
        let (used, available) = (total(W::HoursUsed, replication), total(W::HoursAvailable, replication));
        let over = total(W::OvertimeHours, replication);
        let fits = used <= (available + over) * 1.000_01 + 1e-3;
        assert!(fits || comes_and_goes, "{}: {used} of {available} and {over} hours", role.id);
    }
}
