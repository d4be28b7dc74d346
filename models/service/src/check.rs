//! What is wrong with a document, in plain words: every problem at once, each with its place and what to do.
//!
//! Bad figures, dangling names and pathways that cannot work are the user's to put right, so they are a list and
//! never an `Err`, and nothing here may panic whatever the document holds. One file for each subject:
//!
//! | file | subject |
//! | --- | --- |
//! | `names` | ids, labels and texts |
//! | `references` | names that point at something that is not there |
//! | `ranges` | every figure: finite, in order, within the limits of its field, and its evidence |
//! | `distributions` | parameters of distributions and counts |
//! | `shares` | shares that add to 100%, profiles of the year and the week |
//! | `links` | causes of links against the steps they leave |
//! | `steps` | settings of one step that do not go together |
//! | `start` | the starting state and replayed referrals |
//! | `reach` | steps nobody reaches, people who never leave, loops without time, loops that lock |
//! | `workforce` | roles, calendars, mixes |
//! | `actuals` | what was really counted |
//! | `options` | options, their changes, who fills the roles; targets |
//! | `guide` | what the guide and the tags of the Star point at |
//! | `economics` | costs, effects and travel |
//!
//! Whether the work fits the hours (a load above 1) needs the flows through the pathway and is not looked at here.

mod actuals;
mod business_case;
mod distributions;
mod economics;
mod findings;
mod guide;
mod links;
mod names;
mod options;
mod ranges;
mod reach;
mod references;
mod rules;
mod shares;
mod size;
mod start;
mod steps;
mod timeline;
mod words;
mod workforce;

use std::fmt;

use serde::Serialize;

use crate::demand::ClientGroup;
use crate::project::{Design, Project};
use crate::workforce::{Calendar, Role, StaffingMix};

use findings::{At, Findings};
pub use rules::{FigureRule, figure_rule};
use words::clean;

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// The document cannot be simulated until it is put right.
    Error,
    /// It can be simulated; look at it first.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// Where a problem is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Field names and ids from the top: `designs/tiered/steps/triage/work/perWeek`. Empty: the whole document.
    pub path: String,
    /// Id of the design it belongs to.
    pub design: Option<String>,
    /// Id of the step it belongs to; of a link, the step it leaves.
    pub step: Option<String>,
    /// The part of the path below the step, or below the role, mix, option … it belongs to: `work/perWeek`.
    pub field: Option<String>,
}

/// Something to put right.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// How bad it is.
    pub severity: Severity,
    /// A name of this kind of problem that stays the same from version to version: `shares-do-not-add-up`.
    pub code: &'static str,
    /// Where it is.
    pub place: Place,
    /// What is wrong, in plain words.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

/// One line for a terminal; control characters in names are shown as `\u{..}`, never sent to it.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.severity, clean(&self.message))?;
        if !self.hint.is_empty() {
            write!(f, " -- {}", clean(&self.hint))?;
        }
        write!(f, " [{}]", self.code)?;
        if !self.place.path.is_empty() {
            write!(f, " at {}", clean(&self.place.path))?;
        }
        Ok(())
    }
}

/// The lists of the document in their order.
#[derive(Debug, Clone, Copy)]
enum Section {
    Document,
    Tiers,
    Groups,
    Calendars,
    Roles,
    Designs,
    Mixes,
    Options,
    Targets,
    Actuals,
    Guide,
    BusinessCase,
    Economics,
}

/// What the steps, roles and mixes of a document or scenario may refer to.
#[derive(Debug, Clone, Copy)]
struct Surroundings<'a> {
    tiers: &'a [crate::project::Tier],
    groups: &'a [ClientGroup],
    calendars: &'a [Calendar],
    roles: &'a [Role],
    /// Horizon and warm-up [weeks].
    weeks: u32,
}

/// Every problem of a document, in the order of the document.
///
/// # Guarantees
/// Does not panic, whatever the document holds. A document without an [`Severity::Error`] can be simulated.
pub fn check(project: &Project) -> Vec<Problem> {
    let mut findings = Findings::default();
    let top = At::default();
    size::check(&top, project, &mut findings);
    if !findings.is_empty() {
        return findings.sorted();
    }
    let around = Surroundings {
        tiers: &project.tiers,
        groups: &project.groups,
        calendars: &project.calendars,
        roles: &project.roles,
        weeks: weeks(project.horizon_weeks, project.warm_up_weeks),
    };
    names::document(&top, project, &mut findings);
    workforce::calendars(&top, around, &mut findings);
    workforce::roles(&top, around, &mut findings);
    workforce::unused_roles(&top, project, &mut findings);
    for (index, item) in project.designs.iter().enumerate() {
        design(&top.design(index, &item.id), item, around, &mut findings);
    }
    for (index, item) in project.mixes.iter().enumerate() {
        let at = top.element("mixes", Section::Mixes as usize, index, &item.id);
        mix(&at, item, around, &mut findings);
    }
    options::options(&top, project, &mut findings);
    options::targets(&top, project, &mut findings);
    actuals::check(&top, project, &mut findings);
    guide::guide(&top, project, &mut findings);
    business_case::check(&top, project, &mut findings);
    economics::document(&top, project, around, &mut findings);
    findings.sorted()
}

/// What the figure at a place is, in words with its unit: "time with the person (minutes)"; none where no figure is known.
///
/// The place is given as its segments, from wherever: the innermost field that has words decides.
pub fn figure_words(segments: &[&str]) -> Option<&'static str> {
    rules::rule_of(segments).map(|rule| rule.words)
}

/// Horizon and warm-up; without a horizon, which is a problem of its own, nothing comes after the end.
fn weeks(horizon: u32, warm_up: u32) -> u32 {
    if horizon == 0 { u32::MAX } else { horizon.saturating_add(warm_up) }
}

/// Everything that can be said of one design by itself.
fn design(at: &At, design: &Design, around: Surroundings, findings: &mut Findings) {
    names::design(at, design, findings);
    references::design(at, design, around, findings);
    ranges::design(at, design, findings);
    for (index, step) in design.steps.iter().enumerate() {
        let at = at.step(index, &step.id);
        steps::step(&at, step, around, findings);
        distributions::step(&at, step, findings);
        shares::step(&at, step, findings);
        start::step(&at, step, findings);
    }
    links::design(at, design, findings);
    shares::links(at, design, around, findings);
    reach::design(at, design, findings);
}

/// Everything that can be said of one staffing mix by itself.
fn mix(at: &At, mix: &StaffingMix, around: Surroundings, findings: &mut Findings) {
    names::mix(at, mix, findings);
    references::mix(at, mix, around, findings);
    ranges::mix(at, mix, around, findings);
    workforce::mix(at, mix, around, findings);
}

#[cfg(test)]
mod tests;
