//! The worked examples: each is read, checked, written back, resolved option by option, and every figure in it
//! says where it comes from.

use std::fs;
use std::path::{Path, PathBuf};

use pathloom_service::{
    Estimate, EvidenceLabel, Figures, Project, Severity, Trail, Work, check, read, write,
};

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

/// Sizes and gap of the canvas: `ui/src/features/pathway/edits/step-size.ts`; chosen there.
#[test]
fn every_design_opens_as_a_picture_in_which_nothing_overlaps() {
    const GAP: f64 = 20.0;
    let size = |work: &Work| if matches!(work, Work::Outcome(_)) { (180.0, 56.0) } else { (200.0, 96.0) };
    for (name, project) in examples() {
        for design in &project.designs {
            for (at, step) in design.steps.iter().enumerate() {
                let place = step.position.unwrap_or_else(|| panic!("{name}: {} has no place", step.id));
                assert!(
                    place.x % 10.0 == 0.0 && place.y % 10.0 == 0.0,
                    "{name}: {} is off the grid",
                    step.id
                );
                let (width, height) = size(&step.work);
                for other in &design.steps[at + 1..] {
                    let there = other.position.unwrap_or_else(|| panic!("{name}: {} has no place", other.id));
                    let (other_width, other_height) = size(&other.work);
                    let apart = place.x >= there.x + other_width + GAP
                        || there.x >= place.x + width + GAP
                        || place.y >= there.y + other_height + GAP
                        || there.y >= place.y + height + GAP;
                    assert!(apart, "{name}, {}: {} and {} overlap", design.id, step.id, other.id);
                }
            }
        }
    }
}

#[test]
fn every_example_has_a_guide_with_a_checklist() {
    for (name, project) in examples() {
        let guide = project.guide.unwrap_or_else(|| panic!("{name} has no guide"));
        assert!(!guide.summary.is_empty() && !guide.look_for.is_empty(), "{name}: its guide says nothing");
        assert!(guide.replace.len() >= 2 && !guide.left_out.is_empty(), "{name}: its checklist is too short");
        assert!(guide.replace.iter().all(|line| !line.done), "{name}: nothing is replaced yet");
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
                "/amount",
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
