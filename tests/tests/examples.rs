//! The worked examples: each is read, checked, written back, resolved option by option, and every figure in it
//! says where it comes from.

use std::fs;
use std::path::{Path, PathBuf};

use pathloom_service::{Estimate, EvidenceLabel, Figures, Project, Severity, Trail, check, read, write};

/// Warnings that an example is meant to give: the file and the code of the problem.
const EXPECTED_WARNINGS: &[(&str, &str)] = &[
    // Mean stays of a national audit that nobody has looked up again: the file says so, and so does `check`.
    ("intermediate-care/step-down.pathloom.json", "from-memory"),
];

#[test]
fn every_example_is_read_and_written_back_unchanged() {
    for (name, project) in examples() {
        let again =
            read(&write(&project)).unwrap_or_else(|error| panic!("{name}, written and read again: {error}"));
        assert_eq!(again, project, "{name} changed when written and read again");
    }
}

#[test]
fn every_example_passes_its_checks() {
    for (name, project) in examples() {
        let unexpected: Vec<String> = check(&project)
            .into_iter()
            .filter(|problem| {
                problem.severity == Severity::Error
                    || !EXPECTED_WARNINGS.contains(&(name.as_str(), problem.code))
            })
            .map(|problem| problem.to_string())
            .collect();
        assert!(unexpected.is_empty(), "{name}:\n{}", unexpected.join("\n"));
    }
}

#[test]
fn every_option_of_an_example_can_be_run() {
    for (name, project) in examples() {
        for option in &project.options {
            project.scenario(option).unwrap_or_else(|error| panic!("{name}, option {}: {error}", option.id));
        }
    }
}

#[test]
fn every_figure_of_an_example_says_where_it_comes_from() {
    for (name, mut project) in examples() {
        let mut bare = Vec::new();
        project.walk(&mut Trail::default(), &mut |trail, figure| {
            if !is_neutral(trail, figure) && !is_explained(figure) {
                bare.push(format!("{} = {}", trail.path(), figure.likely));
            }
        });
        assert!(bare.is_empty(), "{name}: figures without evidence:\n{}", bare.join("\n"));
    }
}

#[test]
fn every_example_stands_beside_a_readme() {
    for (path, _) in texts() {
        assert!(path.with_file_name("README.md").is_file(), "no README.md beside {}", path.display());
    }
}

/// Whether a panel could trace the figure: its source is named, and what is not simply quoted has a reason.
fn is_explained(figure: &Estimate) -> bool {
    figure.evidence.as_ref().is_some_and(|evidence| {
        let quoted = matches!(evidence.label, EvidenceLabel::Published | EvidenceLabel::Measured);
        let reason = evidence.reason.as_deref().is_some_and(|reason| !reason.is_empty());
        !evidence.source.is_empty() && (quoted || reason)
    })
}

/// Whether the figure says nothing: zero, or what the format takes when a file is silent and nobody would call an
/// assumption (everybody goes on, the step's own time, one contact, one session).
fn is_neutral(trail: &Trail, figure: &Estimate) -> bool {
    let path = trail.path();
    let silent = |ends: &[&str]| ends.iter().any(|end| path.ends_with(end));
    figure.range.is_none()
        && match figure.likely {
            0.0 => true,
            1.0 => silent(&[
                "/contactsPerPerson/value",
                "/contactsLeft/value",
                "/sessions",
                "/work/weeksBetween",
            ]),
            100.0 => silent(&["/cause/percent", "/timePercent"]),
            _ => false,
        }
}

/// Every example by its path below `examples/`, in the order of the paths.
fn examples() -> Vec<(String, Project)> {
    let projects: Vec<_> = texts()
        .into_iter()
        .map(|(path, text)| {
            let name =
                path.strip_prefix(folder()).expect("found below it").to_string_lossy().replace('\\', "/");
            let project = read(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            (name, project)
        })
        .collect();
    assert!(!projects.is_empty(), "there are no examples below {}", folder().display());
    projects
}

fn texts() -> Vec<(PathBuf, String)> {
    let mut paths = Vec::new();
    collect(&folder(), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text =
                fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            (path, text)
        })
        .collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("a listed entry can be looked at").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.to_string_lossy().ends_with(".pathloom.json") {
            paths.push(path);
        }
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples")
}
