//! `pathloom examples`: the worked services built into the program.

use crate::args::ExamplesArguments;
use crate::exit::{Exit, Failure};
use crate::files;
use crate::format::counted;
use crate::input::EXAMPLE_PREFIX;
use crate::screen::{self, hanging, one_line};

/// A worked service.
#[derive(Debug)]
pub(crate) struct Example {
    /// What it is called on the command line.
    pub(crate) name: &'static str,
    /// Name of its file.
    pub(crate) file: &'static str,
    /// The file itself.
    pub(crate) text: &'static str,
}

macro_rules! example {
    ($name:literal in $folder:literal) => {
        Example {
            name: $name,
            file: concat!($name, ".pathloom.json"),
            text: include_str!(concat!("../../../examples/", $folder, "/", $name, ".pathloom.json")),
        }
    };
}

/// Every worked service; the folder `examples` explains them.
pub(crate) const EXAMPLES: [Example; 3] = [
    example!("birmingham" in "birmingham-childrens-ot"),
    example!("birmingham-fifo" in "birmingham-childrens-ot"),
    example!("step-down" in "intermediate-care"),
];

/// The example of this name.
///
/// # Errors
/// [`Failure::NoSuchExample`].
pub(crate) fn find(name: &str) -> Result<&'static Example, Failure> {
    EXAMPLES.iter().find(|example| example.name == name).ok_or_else(|| Failure::NoSuchExample {
        asked: one_line(name),
        known: EXAMPLES.iter().map(|example| example.name.to_owned()).collect(),
    })
}

/// Lists, prints or copies examples.
///
/// # Errors
/// Any [`Failure`] of finding or writing.
pub(crate) fn command(arguments: &ExamplesArguments) -> Result<Exit, Failure> {
    let name = arguments.name.as_deref().map(|name| name.strip_prefix(EXAMPLE_PREFIX).unwrap_or(name));
    let chosen: Vec<&Example> = match name {
        Some(name) => vec![find(name)?],
        None => EXAMPLES.iter().collect(),
    };
    let text = match (&arguments.copy, name) {
        (Some(folder), _) => {
            let wanted: Vec<(&str, String)> =
                chosen.iter().map(|example| (example.file, example.text.to_owned())).collect();
            let written = files::write_new(folder, &wanted, arguments.force)?;
            written.iter().map(|place| format!("written: {}\n", place.display())).collect()
        }
        (None, Some(_)) => chosen.iter().map(|example| example.text).collect(),
        (None, None) => list(&chosen, screen::width(None)),
    };
    screen::print(&text)?;
    Ok(Exit::Done)
}

/// Names, titles and descriptions.
fn list(examples: &[&Example], width: usize) -> String {
    let mut text = String::from(
        "Worked examples, with the source of every figure. Run one with `pathloom run example:NAME`.\n",
    );
    for example in examples {
        text.push_str(&format!("\n{}\n", example.name));
        let Ok(project) = pathloom_service::read(example.text) else { continue };
        let options = counted(project.options.len(), "option", "options");
        let weeks = counted(project.horizon_weeks as usize, "week", "weeks");
        text.push_str(&hanging("    ", &format!("{} ({options}, {weeks})", one_line(&project.name)), width));
        if !project.description.is_empty() {
            text.push_str(&hanging("    ", &one_line(&project.description), width));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_a_document_without_problems() {
        for example in &EXAMPLES {
            let project = pathloom_service::read(example.text);
            let project = project.unwrap_or_else(|error| panic!("{}: {error}", example.name));
            let errors: Vec<_> = pathloom_service::check(&project)
                .into_iter()
                .filter(|problem| problem.severity == pathloom_service::Severity::Error)
                .collect();
            assert!(errors.is_empty(), "{}: {errors:?}", example.name);
        }
    }

    #[test]
    fn every_file_of_the_examples_is_built_in() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
        let mut files: Vec<String> = Vec::new();
        for service in std::fs::read_dir(folder).expect("the examples are there").flatten() {
            let Ok(inside) = std::fs::read_dir(service.path()) else { continue };
            files.extend(inside.flatten().map(|file| file.file_name().to_string_lossy().into_owned()));
        }
        files.retain(|file| file.ends_with(".pathloom.json"));
        files.sort();
        let mut built_in: Vec<&str> = EXAMPLES.iter().map(|example| example.file).collect();
        built_in.sort_unstable();
        assert_eq!(files, built_in);
    }
}
