//! Options: what they name, the figures they change, and who fills the roles; and the targets.

use std::collections::{BTreeMap, BTreeSet};

use super::findings::{At, Findings};
use super::timeline::extremes;
use super::words::{label, list, number, plural, short, suggest};
use super::{Problem, Section, Surroundings, economics, ranges, references, workforce};
use crate::limits;
use crate::project::{Design, Project, ServiceOption, Target, TargetMeasure};
use crate::scenario::Scenario;
use crate::step::Work;
use crate::workforce::{Role, StaffingMix};

/// The options.
pub(super) fn options(top: &At, project: &Project, findings: &mut Findings) {
    let designs: BTreeSet<&str> = project.designs.iter().map(|design| design.id.as_str()).collect();
    let mixes: BTreeSet<&str> = project.mixes.iter().map(|mix| mix.id.as_str()).collect();
    let mut labels = BTreeSet::new();
    for (index, option) in project.options.iter().enumerate() {
        let at = top.element("options", Section::Options as usize, index, &option.id);
        let subject = format!("the option {}", label(&option.name, &option.id));
        if !option.name.is_empty() && !labels.insert(option.name.to_lowercase()) {
            let message = format!("two options are called {}", label(&option.name, &option.id));
            findings.warning(
                &at.field("name"),
                "same-label",
                message,
                "tell them apart by name: charts show the label",
            );
        }
        references::one(&at.field("design"), &subject, "design", &designs, &option.design, findings);
        if let Some(mix) = &option.mix {
            references::one(&at.field("mix"), &subject, "staffing mix", &mixes, mix, findings);
        }
        scenario(&at, &subject, project, option, findings);
        super::guide::star(&at, &subject, project, option, findings);
    }
}

/// What can only be said of an option as a whole.
fn scenario(at: &At, subject: &str, project: &Project, option: &ServiceOption, findings: &mut Findings) {
    let unchanged = ServiceOption { changes: Vec::new(), ..option.clone() };
    let Ok(before) = project.scenario(&unchanged) else { return };
    if option.changes.is_empty() {
        staffed(at, subject, &before, option.mix.is_some(), findings);
        return;
    }
    let mut seen = BTreeSet::new();
    let mut after = before.clone();
    let missing = after.apply(&option.changes);
    for change in &option.changes {
        let at = at.field(&format!("changes/{}", change.figure));
        if missing.contains(&change.figure.as_str()) {
            let message = format!("{subject} changes \"{}\", which does not exist", short(&change.figure));
            findings.error(&at, "unknown-figure", message, near(&change.figure, &before));
        } else if !seen.insert(&change.figure) {
            let message = format!("{subject} changes \"{}\" twice", short(&change.figure));
            findings.warning(&at, "changed-twice", message, "the last one counts: remove the others");
        }
    }
    let known: BTreeSet<(&str, String, String)> = of_scenario(&before).into_iter().map(identity).collect();
    for problem in of_scenario(&after) {
        let found = identity(problem.clone());
        if !known.contains(&found) {
            let changed = option.changes.iter().find(|change| problem.place.path.starts_with(&change.figure));
            let at = changed.map_or(at.clone(), |change| at.field(&format!("changes/{}", change.figure)));
            findings.adopt(&at, &format!("with {subject}: "), vec![problem]);
        }
    }
    staffed(at, subject, &after, option.mix.is_some(), findings);
}

fn identity(problem: Problem) -> (&'static str, String, String) {
    (problem.code, problem.place.path, problem.message)
}

/// The problems of a scenario by itself, with places as its figures have them.
fn of_scenario(scenario: &Scenario) -> Vec<Problem> {
    let mut findings = Findings::default();
    let top = At::default();
    let around = Surroundings {
        tiers: &scenario.tiers,
        groups: &scenario.groups,
        calendars: &scenario.calendars,
        roles: &scenario.roles,
        weeks: super::weeks(scenario.horizon_weeks, scenario.warm_up_weeks),
    };
    workforce::calendars(&top, around, &mut findings);
    workforce::roles(&top, around, &mut findings);
    super::design(&top.part("design", 0), &scenario.design, around, &mut findings);
    super::mix(&top.part("mix", 1), &scenario.mix, around, &mut findings);
    for (index, item) in scenario.targets.iter().enumerate() {
        target(&top.element("targets", 2, index, &item.id), item, scenario.horizon_weeks, &mut findings);
    }
    economics::figures(&top.part("economics", 3), &scenario.economics, around.weeks, &mut findings);
    findings.sorted()
}

/// Figures with nearly this place.
fn near(figure: &str, scenario: &Scenario) -> String {
    let places = scenario.places();
    let last = |place: &str| place.rsplit('/').next().unwrap_or_default().to_owned();
    let alike: Vec<&str> =
        places.iter().map(String::as_str).filter(|place| last(place) == last(figure)).collect();
    if alike.is_empty() {
        "places begin with design, mix, roles, calendars, groups, targets or economics".to_owned()
    } else {
        suggest(figure, "figures of this name", alike.into_iter())
    }
}

/// What posts there are of a role.
#[derive(Debug, Clone, Copy, Default)]
struct Level {
    now: f64,
    most: f64,
}

/// Who fills the roles that the steps need.
fn staffed(at: &At, subject: &str, scenario: &Scenario, has_mix: bool, findings: &mut Findings) {
    let Scenario { design, mix, roles, .. } = scenario;
    let levels = levels(mix);
    let mut unfilled: BTreeMap<Vec<&str>, (bool, Vec<String>)> = BTreeMap::new();
    for step in &design.steps {
        let mut needs = references::needs(step);
        // Roles that do not exist are problems of the step.
        needs.retain(|any_of| any_of.iter().any(|id| roles.iter().any(|role| role.id == *id)));
        for any_of in &needs {
            let most = |level: fn(&Level) -> f64| {
                any_of.iter().filter_map(|role| levels.get(role)).map(level).fold(0.0, f64::max)
            };
            if most(|level| level.now) <= 0.0 {
                let entry =
                    unfilled.entry(any_of.clone()).or_insert((most(|level| level.most) > 0.0, Vec::new()));
                let name = label(&step.name, &step.id);
                if !entry.1.contains(&name) && entry.1.len() < limits::ENTRIES {
                    entry.1.push(name);
                }
            }
        }
        together(at, subject, &label(&step.name, &step.id), &needs, &levels, roles, findings);
    }
    let mut needed: Vec<String> = unfilled.values().flat_map(|(_, steps)| steps.clone()).collect();
    needed.sort();
    needed.dedup();
    if !has_mix && !needed.is_empty() {
        let message = format!("{subject} has no staffing mix, but {} need staff", list(&needed));
        findings.error(&at.field("mix"), "option-without-mix", message, "choose a staffing mix");
        return;
    }
    for (any_of, (later, steps)) in &unfilled {
        let who: Vec<String> = any_of.iter().map(|id| role_label(roles, id)).collect();
        let (who, steps) = (who.join(" or "), list(steps));
        if *later {
            let message = format!("with {subject}, nobody fills {who} at the start (needed by {steps})");
            findings.warning(
                &at.field("mix"),
                "filled-later",
                message,
                "people wait until the first post starts: is that meant?",
            );
        } else {
            let message = format!("with {subject}, nobody fills {who} (needed by {steps})");
            findings.error(
                &at.field("mix"),
                "nobody-fills",
                message,
                "give the staffing mix posts of this role",
            );
        }
    }
    offers(at, subject, design, &levels, roles, findings);
}

fn levels(mix: &StaffingMix) -> BTreeMap<&str, Level> {
    let mut levels: BTreeMap<&str, Level> = BTreeMap::new();
    for posts in &mix.posts {
        let (_, most) = extremes(posts.wte.likely, &workforce::dated(posts));
        let level = levels.entry(&posts.role).or_default();
        level.now += posts.wte.likely;
        level.most += most;
    }
    levels
}

/// More people of one role needed at the same time than there are posts.
fn together(
    at: &At,
    subject: &str,
    step: &str,
    needs: &[Vec<&str>],
    levels: &BTreeMap<&str, Level>,
    roles: &[Role],
    findings: &mut Findings,
) {
    let mut at_once: BTreeMap<&str, usize> = BTreeMap::new();
    for need in needs {
        if let [role] = need.as_slice() {
            *at_once.entry(role).or_default() += 1;
        }
    }
    for (role, needed) in at_once {
        let most = levels.get(role).map_or(0.0, |level| level.most);
        // 2.6 WTE are three people.
        if most > 0.0 && (needed as f64) > (most - 1e-9).ceil() {
            let posts = plural(most.ceil() as usize, "person", "people");
            let message = format!(
                "with {subject}, {step} needs {needed} of {} at the same time, but there is {posts} ({} WTE)",
                role_label(roles, role),
                number(most)
            );
            findings.error(
                &at.field("mix"),
                "too-few-posts",
                message,
                "add a post, or name another role that will do",
            );
        }
    }
}

/// Universal offers that take all hours of a role.
fn offers(
    at: &At,
    subject: &str,
    design: &Design,
    levels: &BTreeMap<&str, Level>,
    roles: &[Role],
    findings: &mut Findings,
) {
    let mut hours: BTreeMap<&str, f64> = BTreeMap::new();
    for step in &design.steps {
        if let Work::UniversalOffer(offer) = &step.work {
            for (role, needed) in &offer.hours_per_week {
                *hours.entry(role).or_default() += needed.likely;
            }
        }
    }
    for (id, needed) in hours {
        let role = roles.iter().find(|role| role.id == id);
        let there = role.map_or(0.0, workforce::hours_left) * levels.get(id).map_or(0.0, |level| level.now);
        if there > 0.0 && needed > there {
            let message = format!(
                "with {subject}, the universal offer takes {} hours a week of {}, which has {}",
                number(needed),
                role_label(roles, id),
                number(there)
            );
            findings.warning(
                &at.field("mix"),
                "offer-takes-all-hours",
                message,
                "nothing is left for contacts: add posts, or lower the hours",
            );
        }
    }
}

fn role_label(roles: &[Role], id: &str) -> String {
    roles.iter().find(|role| role.id == id).map_or_else(|| short(id), |role| label(&role.name, &role.id))
}

/// The targets.
pub(super) fn targets(top: &At, project: &Project, findings: &mut Findings) {
    for (index, item) in project.targets.iter().enumerate() {
        let at = top.element("targets", Section::Targets as usize, index, &item.id);
        target(&at, item, project.horizon_weeks, findings);
    }
}

fn target(at: &At, target: &Target, horizon_weeks: u32, findings: &mut Findings) {
    let subject = format!("the target {}", label(&target.name, &target.id));
    ranges::figures(at, &subject, target, findings);
    if horizon_weeks > 0 && (target.by_week == 0 || target.by_week > horizon_weeks) {
        let message = format!("{subject} is for week {}, the horizon has {horizon_weeks}", target.by_week);
        findings.error(
            &at.field("byWeek"),
            "target-after-the-end",
            message,
            "choose a week within the horizon",
        );
    }
    let threshold = target.threshold.likely;
    match target.measure {
        TargetMeasure::OverWeeks(over) if ![18, 52, 65, 78, 104].contains(&over.weeks) => {
            let message = format!("{subject} counts people over {} weeks", over.weeks);
            findings.error(
                &at.field("measure/weeks"),
                "target-weeks",
                message,
                "use 18, 52, 65, 78 or 104 weeks",
            );
        }
        TargetMeasure::Within18Weeks if threshold > 100.0 => {
            let message = format!("{subject} asks for {}% of the list", number(threshold));
            findings.error(
                &at.field("threshold"),
                "figure-out-of-range",
                message,
                "a share is from 0 to 100%",
            );
        }
        TargetMeasure::LongestWait | TargetMeasure::Percentile92 if threshold > f64::from(limits::WEEKS) => {
            let message = format!("{subject} asks for {} weeks", number(threshold));
            let hint = format!("a wait is from 0 to {} weeks", number(f64::from(limits::WEEKS)));
            findings.error(&at.field("threshold"), "figure-out-of-range", message, hint);
        }
        _ => {}
    }
    if target.probability_percent.likely <= 0.0 {
        let message = format!("{subject} may be missed every time: its probability is 0%");
        findings.warning(
            &at.field("probabilityPercent"),
            "target-without-probability",
            message,
            "90% is usual",
        );
    }
}
