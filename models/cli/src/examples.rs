//! `pathloom examples`: the templates and worked services built into the program.

mod table;

use pathloom_service::shelf::{self, SHELF, Shelved};

use crate::args::ExamplesArguments;
use crate::exit::{Exit, Failure};
use crate::files;
use crate::format::counted;
use crate::input::EXAMPLE_PREFIX;
use crate::screen::{self, hanging, one_line};

/// The example of this name.
///
/// # Errors
/// [`Failure::NoSuchExample`].
pub(crate) fn find(name: &str) -> Result<&'static Shelved, Failure> {
    shelf::find(name).ok_or_else(|| Failure::NoSuchExample {
        asked: one_line(name),
        known: SHELF.iter().map(|one| one.id.to_owned()).collect(),
    })
}

/// Lists, prints or copies examples, or holds them against what was published.
///
/// # Errors
/// Any [`Failure`] of finding or writing.
pub(crate) fn command(arguments: &ExamplesArguments) -> Result<Exit, Failure> {
    let name = arguments.name.as_deref().map(|name| name.strip_prefix(EXAMPLE_PREFIX).unwrap_or(name));
    let chosen: Vec<&Shelved> = match name {
        Some(name) => vec![find(name)?],
        None => SHELF.iter().collect(),
    };
    let text = match (&arguments.copy, name) {
        (Some(folder), _) => {
            let wanted: Vec<(&str, String)> =
                chosen.iter().map(|example| (example.file, example.text.to_owned())).collect();
            let written = files::write_new(folder, &wanted, arguments.force)?;
            written.iter().map(|place| format!("written: {}\n", place.display())).collect()
        }
        (None, _) if arguments.table => table::markdown(&chosen, arguments.replications)?,
        (None, Some(_)) => chosen.iter().map(|example| example.text).collect(),
        (None, None) => list(&chosen, screen::width(None)),
    };
    screen::print(&text)?;
    Ok(Exit::Done)
}

/// Names, titles and descriptions.
fn list(examples: &[&Shelved], width: usize) -> String {
    let mut text = String::from(
        "Worked examples and templates, with the source of every figure. Run one with `pathloom run example:NAME`.\n",
    );
    for example in examples {
        text.push_str(&format!("\n{}\n", example.id));
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
    fn every_file_of_the_examples_is_built_in() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
        let mut files: Vec<String> = Vec::new();
        for service in std::fs::read_dir(folder).expect("the examples are there").flatten() {
            let Ok(inside) = std::fs::read_dir(service.path()) else { continue };
            files.extend(inside.flatten().map(|file| file.file_name().to_string_lossy().into_owned()));
        }
        files.retain(|file| file.ends_with(".pathloom.json"));
        files.sort();
        let mut built_in: Vec<&str> = SHELF.iter().map(|example| example.file).collect();
        built_in.sort_unstable();
        assert_eq!(files, built_in);
    }
}
