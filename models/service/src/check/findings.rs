//! Problems as they are found, each with its place, and their order in the document.

use super::{Place, Problem, Severity};
use crate::limits;

/// Where the check stands in the document: the place to report, and its position for sorting.
#[derive(Debug, Clone, Default)]
pub(super) struct At {
    place: Place,
    /// Positions of the fields and list elements from the top; never part of a message.
    order: Vec<usize>,
    /// How many characters of the path belong to the innermost element that has a name of its own.
    element: usize,
}

impl At {
    /// An element of a list of the document: `roles` and the third one of them. `rank` orders lists among each other.
    pub(super) fn element(&self, list: &str, rank: usize, index: usize, id: &str) -> Self {
        let mut at = self.clone();
        at.extend(list);
        let position = index.to_string();
        at.extend(if id.is_empty() { &position } else { id });
        at.order.extend([rank, index]);
        at.element = at.place.path.len();
        at.place.field = None;
        at
    }

    /// A design: everything below it carries its id.
    pub(super) fn design(&self, index: usize, id: &str) -> Self {
        let mut at = self.element("designs", super::Section::Designs as usize, index, id);
        at.place.design = Some(id.to_owned());
        at
    }

    /// A step of the design this is at.
    pub(super) fn step(&self, index: usize, id: &str) -> Self {
        let mut at = self.element("steps", 1, index, id);
        at.place.step = Some(id.to_owned());
        at
    }

    /// A link of the design this is at; it belongs to the step it leaves.
    pub(super) fn link(&self, index: usize, id: &str, from: &str) -> Self {
        let mut at = self.element("links", 2, index, id);
        at.place.step = Some(from.to_owned());
        at.place.field = Some(at.place.path[self.place.path.len()..].trim_start_matches('/').to_owned());
        at.element = self.place.path.len();
        at
    }

    /// A part that is not in a list and has its own name: `mix` of a scenario.
    pub(super) fn part(&self, name: &str, rank: usize) -> Self {
        let mut at = self.clone();
        at.extend(name);
        at.order.push(rank);
        at.element = at.place.path.len();
        at
    }

    /// A field, or fields joined by `/`, of what this is at.
    pub(super) fn field(&self, name: &str) -> Self {
        let mut at = self.clone();
        at.extend(name);
        at.place.field = Some(at.place.path[at.element..].trim_start_matches('/').to_owned());
        at
    }

    /// A setting of the document itself.
    pub(super) fn setting(&self, rank: usize, name: &str) -> Self {
        let mut at = self.field(name);
        at.order.extend([super::Section::Document as usize, rank]);
        at
    }

    /// The segments of the path.
    pub(super) fn segments(&self) -> impl Iterator<Item = &str> {
        self.place.path.split('/')
    }

    fn extend(&mut self, segment: &str) {
        if !self.place.path.is_empty() {
            self.place.path.push('/');
        }
        self.place.path.push_str(segment);
    }
}

/// What was found so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    found: Vec<(Vec<usize>, Problem)>,
    errors: usize,
    warnings: usize,
}

impl Findings {
    /// Something that keeps the document from being simulated.
    pub(super) fn error(&mut self, at: &At, code: &'static str, message: String, hint: impl Into<String>) {
        self.push(at, Severity::Error, code, message, hint.into());
    }

    /// Something to look at.
    pub(super) fn warning(&mut self, at: &At, code: &'static str, message: String, hint: impl Into<String>) {
        self.push(at, Severity::Warning, code, message, hint.into());
    }

    fn push(&mut self, at: &At, severity: Severity, code: &'static str, message: String, hint: String) {
        // Counted apart, so that no number of warnings hides an error.
        let count = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        *count += 1;
        if *count > limits::PROBLEMS {
            return;
        }
        let problem = Problem { severity, code, place: at.place.clone(), message, hint };
        self.found.push((at.order.clone(), problem));
    }

    /// Takes over what another check found and this one does not hold yet, under `at` and with `lead` before each
    /// message.
    pub(super) fn adopt(&mut self, at: &At, lead: &str, problems: Vec<Problem>) {
        for problem in problems {
            self.push(at, problem.severity, problem.code, format!("{lead}{}", problem.message), problem.hint);
        }
    }

    /// Whether anything was found.
    pub(super) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// The problems in the order of the document; within one element in the order in which they were found.
    pub(super) fn sorted(mut self) -> Vec<Problem> {
        self.found.sort_by(|(one, _), (other, _)| one.cmp(other));
        let mut problems: Vec<Problem> = self.found.into_iter().map(|(_, problem)| problem).collect();
        for (severity, count) in [(Severity::Error, self.errors), (Severity::Warning, self.warnings)] {
            let left_out = count.saturating_sub(limits::PROBLEMS);
            if left_out > 0 {
                problems.push(Problem {
                    severity,
                    code: "too-many-problems",
                    place: Place::default(),
                    message: format!("{left_out} more {severity}s are not listed"),
                    hint: "put the ones above right first".to_owned(),
                });
            }
        }
        problems
    }
}
