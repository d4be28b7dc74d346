//! What can be said of a document before anything is simulated: its problems, and the flows and loads of one option.

use pathloom_service::{Problem, Project, Severity, check};
use serde::Serialize;

use crate::theory::traffic::{Flows, flows};

/// Problems of the whole document, and the traffic of one option.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Assessment {
    /// Every problem, in the order of the document.
    pub problems: Vec<Problem>,
    /// Flows and loads of the option; none when it cannot be simulated as it stands, or `no_flows` says why not.
    pub flows: Option<Flows>,
    /// Why there are no flows, in words.
    pub no_flows: Option<String>,
}

/// Looks at a document and the traffic of one of its options.
///
/// Never fails: what is wrong is part of the answer.
pub fn assess(project: &Project, option: &str) -> Assessment {
    let problems = check(project);
    let errors = problems.iter().filter(|problem| problem.severity == Severity::Error).count();
    if errors > 0 {
        let words = format!(
            "{errors} {} to put right before flows can be worked out",
            if errors == 1 { "problem" } else { "problems" }
        );
        return Assessment { problems, flows: None, no_flows: Some(words) };
    }
    let traffic = project
        .option(option)
        .and_then(|option| project.scenario(option))
        .map_err(|error| error.to_string())
        .and_then(|scenario| flows(&scenario).map_err(|error| error.to_string()));
    match traffic {
        Ok(flows) => Assessment { problems, flows: Some(flows), no_flows: None },
        Err(words) => Assessment { problems, flows: None, no_flows: Some(words) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathloom_service::samples;

    #[test]
    fn a_sound_document_has_flows() {
        let project = samples::small();
        let seen = assess(&project, &project.options[0].id);
        assert!(seen.flows.is_some() && seen.no_flows.is_none(), "{seen:?}");
    }

    #[test]
    fn a_document_with_errors_says_so_instead() {
        let mut project = samples::small();
        project.designs[0].links.clear();
        let seen = assess(&project, &project.options[0].id);
        assert!(seen.flows.is_none(), "a pathway without links leads nowhere");
        assert!(seen.no_flows.is_some_and(|words| words.contains("put right")));
    }
}
