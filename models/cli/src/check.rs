//! `pathloom check`: everything that is wrong with a file, or looks odd, with its place and what to do.

use pathloom_service::{Place, Problem, Project, Severity};
use pathloom_simulation::theory::traffic::flows;
use serde::Serialize;

use crate::args::{CheckArguments, TextFormat};
use crate::exit::{Exit, Failure};
use crate::format::counted;
use crate::input::Input;
use crate::screen::{self, hanging, one_line};
use crate::theory::{growth_note, names};

/// Version of what `--format json` prints; fields are only ever added within one version.
const SCHEMA_VERSION: u32 = 1;

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Listed {
    /// How bad it is.
    pub(crate) severity: Severity,
    /// A name of this kind of problem that stays the same: `shares-do-not-add-up`.
    pub(crate) code: String,
    /// Where it is.
    pub(crate) place: Place,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do about it.
    pub(crate) hint: String,
}

impl Listed {
    /// A problem found by the service's own check.
    pub(crate) fn of(problem: &Problem) -> Self {
        Self {
            severity: problem.severity,
            code: problem.code.to_owned(),
            place: problem.place.clone(),
            message: problem.message.clone(),
            hint: problem.hint.clone(),
        }
    }

    /// A file that could not be read as a document.
    fn unreadable(failure: &Failure) -> Self {
        Self {
            severity: Severity::Error,
            code: "not-a-document".to_owned(),
            place: Place::default(),
            message: failure.to_string(),
            hint: failure.hint().unwrap_or_default().to_owned(),
        }
    }
}

/// What `--format json` prints.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Report<'a> {
    schema_version: u32,
    file: &'a str,
    errors: usize,
    warnings: usize,
    problems: &'a [Listed],
}

/// Reads a file and lists its problems.
///
/// # Errors
/// Any [`Failure`]; a text that is no document is a listed problem with `--format json`.
pub(crate) fn command(arguments: &CheckArguments) -> Result<Exit, Failure> {
    let read = Input::fetch(&arguments.file).and_then(|input| Ok((input.project()?, input.name)));
    let (problems, name) = match read {
        Ok((project, name)) => (problems(&project), name),
        Err(failure) if arguments.format == TextFormat::Json && failure.exit() == Exit::Problems => {
            (vec![Listed::unreadable(&failure)], arguments.file.clone())
        }
        Err(failure) => return Err(failure),
    };
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    let warnings = problems.len() - errors;
    screen::print(&match arguments.format {
        TextFormat::Json => {
            let report =
                Report { schema_version: SCHEMA_VERSION, file: &name, errors, warnings, problems: &problems };
            serde_json::to_string_pretty(&report).unwrap_or_default() + "\n"
        }
        TextFormat::Text if problems.is_empty() => format!("{name}: No problems found\n"),
        TextFormat::Text => {
            let errors = counted(errors, "error", "errors");
            let warnings = counted(warnings, "warning", "warnings");
            format!("{name}: {errors}, {warnings}\n{}", list(problems, screen::width(None)))
        }
    })?;
    Ok(if errors > 0 { Exit::Problems } else { Exit::Done })
}

/// Everything there is to say about a document: what the service's check finds, then lists that will grow.
fn problems(project: &Project) -> Vec<Listed> {
    let mut problems: Vec<Listed> = pathloom_service::check(project).iter().map(Listed::of).collect();
    if problems.iter().all(|problem| problem.severity != Severity::Error) {
        problems.extend(load_notes(project));
    }
    problems
}

/// Steps with more work than hours, from the traffic equations of each option: "this list grows by about 3.4 people
/// a week: needs 41.2 hours a week, has 36.0".
///
/// Only asked about documents without errors. An option that cannot be simulated, or whose people never leave, has
/// been spoken of already, or will be when it is run.
fn load_notes(project: &Project) -> Vec<Listed> {
    let mut notes = Vec::new();
    for option in &project.options {
        let Some(flows) = project.scenario(option).ok().and_then(|scenario| flows(&scenario).ok()) else {
            continue;
        };
        notes.extend(flows.growing.iter().map(|lists| {
            let step = lists.steps.first().map(|at| flows.steps[*at].step_id.clone());
            Listed {
                severity: Severity::Warning,
                code: "list-grows".to_owned(),
                place: Place {
                    path: format!("designs/{}/steps/{}", option.design, step.as_deref().unwrap_or_default()),
                    design: Some(option.design.clone()),
                    step,
                    field: None,
                },
                message: format!(
                    "{} in the option \"{}\": {}",
                    names(&flows, lists),
                    option.name,
                    growth_note(lists)
                ),
                hint: "add hours, places or seats, or send fewer people here; `pathloom theory` shows every load"
                    .to_owned(),
            }
        }));
    }
    notes
}

/// Lists the errors of a document, when it has any, and refuses it; mentions warnings.
///
/// # Errors
/// [`Failure::HasErrors`].
pub(crate) fn refuse_errors(name: &str, project: &Project) -> Result<(), Failure> {
    let problems = pathloom_service::check(project);
    let errors: Vec<Listed> =
        problems.iter().filter(|problem| problem.severity == Severity::Error).map(Listed::of).collect();
    if !errors.is_empty() {
        let count = errors.len();
        screen::note(&format!("{}\n", list(errors, screen::WIDEST).trim()));
        return Err(Failure::HasErrors { name: name.to_owned(), errors: count });
    }
    if !problems.is_empty() {
        let warnings = counted(problems.len(), "warning", "warnings");
        screen::note(&format!("{warnings} about this file: `pathloom check {name}` tells more"));
    }
    Ok(())
}

/// Problems as text, errors before warnings, each group in the order of the document.
pub(crate) fn list(problems: Vec<Listed>, width: usize) -> String {
    let mut text = String::new();
    for (head, severity) in [("Errors", Severity::Error), ("Warnings", Severity::Warning)] {
        let group: Vec<&Listed> = problems.iter().filter(|problem| problem.severity == severity).collect();
        if group.is_empty() {
            continue;
        }
        text.push_str(&format!("\n{head}\n"));
        for (at, problem) in group.into_iter().enumerate() {
            text.push_str(&hanging(&format!("{:>3}. ", at + 1), &one_line(&problem.message), width));
            if !problem.place.path.is_empty() {
                text.push_str(&hanging("     where: ", &one_line(&problem.place.path), width));
            }
            if !problem.hint.is_empty() {
                text.push_str(&hanging("     do: ", &one_line(&problem.hint), width));
            }
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_come_before_warnings_with_place_and_hint() {
        let listed = |severity, message: &str, path: &str, hint: &str| Listed {
            severity,
            code: "code".to_owned(),
            place: Place { path: path.to_owned(), ..Place::default() },
            message: message.to_owned(),
            hint: hint.to_owned(),
        };
        insta::assert_snapshot!(list(
            vec![
                listed(Severity::Warning, "nobody is referred to \"Review\"", "designs/now/steps/review", ""),
                listed(
                    Severity::Error,
                    "the shares of \"Triage\" add to 99%",
                    "designs/now/steps/triage",
                    "make them add to 100%"
                ),
                listed(
                    Severity::Error,
                    "no role fills \"Clinic\" in the option \"Do nothing\", so that nobody is ever seen there and its list grows",
                    "",
                    "add posts"
                ),
            ],
            80,
        ));
    }
}
