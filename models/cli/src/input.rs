//! Where a document comes from: a file, standard input or an example built into the program.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use pathloom_report::bundle::MOST_PACKED_BYTES;
use pathloom_service::{Project, Scenario, ServiceOption, limits};

use crate::exit::Failure;
use crate::screen::one_line;
use crate::{check, examples};

/// What names a built-in example in place of a file.
pub(crate) const EXAMPLE_PREFIX: &str = "example:";

/// Largest document that is read `[bytes]`.
const LARGEST: u64 = limits::TEXT_BYTES as u64;

/// A document's text with the name by which the user knows it.
pub(crate) struct Input {
    /// `clinic.pathloom.json`, `standard input` or `example:birmingham`.
    pub(crate) name: String,
    text: String,
}

impl Input {
    /// Fetches the text.
    ///
    /// # Errors
    /// [`Failure::Read`], [`Failure::NoSuchExample`], or [`Failure::NotText`].
    pub(crate) fn fetch(file: &str) -> Result<Self, Failure> {
        if let Some(name) = file.strip_prefix(EXAMPLE_PREFIX) {
            return Ok(Self { name: file.to_owned(), text: examples::find(name)?.text.to_owned() });
        }
        if file == "-" {
            let name = "standard input".to_owned();
            let bytes = read_at_most(io::stdin().lock(), &name, LARGEST)?;
            return Ok(Self { text: decode(&name, bytes)?, name });
        }
        Text::fetch(file).map(|Text { name, text }| Self { name, text })
    }

    /// Fetches a document that can be simulated; what is wrong with one that cannot is listed.
    ///
    /// # Errors
    /// Those of [`Self::fetch`] and [`Self::project`], and [`Failure::HasErrors`].
    pub(crate) fn sound(file: &str) -> Result<(Self, Project), Failure> {
        let input = Self::fetch(file)?;
        let project = input.project()?;
        check::refuse_errors(&input.name, &project)?;
        Ok((input, project))
    }

    /// The document.
    ///
    /// # Errors
    /// [`Failure::NotADocument`] with the place of the first mistake.
    pub(crate) fn project(&self) -> Result<Project, Failure> {
        pathloom_service::read(&self.text)
            .map_err(|source| Failure::NotADocument { name: self.name.clone(), source })
    }
}

/// A text with the name by which the user knows it.
pub(crate) struct Text {
    /// `list.csv`.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) text: String,
}

impl Text {
    /// Fetches the text of a file.
    ///
    /// # Errors
    /// [`Failure::Read`] or [`Failure::NotText`].
    pub(crate) fn fetch(file: &str) -> Result<Self, Failure> {
        let name = one_line(file);
        let bytes = read_at_most(open(Path::new(file), &name)?, &name, LARGEST)?;
        Ok(Self { text: decode(&name, bytes)?, name })
    }
}

/// The bytes of a file: a bundle, a part or a template.
///
/// # Errors
/// [`Failure::Read`].
pub(crate) fn read_bytes(place: &Path) -> Result<Vec<u8>, Failure> {
    let name = one_line(&place.display().to_string());
    read_at_most(open(place, &name)?, &name, MOST_PACKED_BYTES)
}

fn open(place: &Path, name: &str) -> Result<File, Failure> {
    File::open(place).map_err(|error| Failure::Read { name: name.to_owned(), reason: reason(&error) })
}

/// The options asked for, by id or label, in the order of asking; all of them when none is named.
///
/// # Errors
/// [`Failure::NoSuchOption`].
pub(crate) fn options<'a>(project: &'a Project, asked: &[String]) -> Result<Vec<&'a ServiceOption>, Failure> {
    if asked.is_empty() {
        return Ok(project.options.iter().collect());
    }
    let mut found: Vec<&ServiceOption> = Vec::new();
    for name in asked {
        let option = project
            .option(name)
            .map_err(|_| Failure::NoSuchOption { asked: name.clone(), known: known_options(project) })?;
        if !found.iter().any(|one| one.id == option.id) {
            found.push(option);
        }
    }
    Ok(found)
}

/// The scenario of the option asked for, by id or label; of the first when none is named.
///
/// # Errors
/// [`Failure::NoSuchOption`], [`Failure::NotAScenario`], or [`Failure::NotUnderstood`] when there is no option at all.
pub(crate) fn one_option(input: &Input, project: &Project, asked: Option<&str>) -> Result<Scenario, Failure> {
    let asked: Vec<String> = asked.map(str::to_owned).into_iter().collect();
    match options(project, &asked)?.first() {
        Some(option) => scenario(input, project, option),
        None => Err(Failure::NotUnderstood { message: "the file has no option".to_owned() }),
    }
}

/// The options asked for, with the position of the one that the others are held against; it is put first when it was not
/// asked for.
///
/// # Errors
/// [`Failure::NoSuchOption`].
pub(crate) fn options_and_base<'a>(
    project: &'a Project,
    asked: &[String],
    base: Option<&str>,
) -> Result<(Vec<&'a ServiceOption>, usize), Failure> {
    let mut chosen = options(project, asked)?;
    let Some(name) = base else { return Ok((chosen, 0)) };
    let found = options(project, &[name.to_owned()])?;
    let at = chosen.iter().position(|one| one.id == found[0].id);
    if at.is_none() {
        chosen.insert(0, found[0]);
    }
    Ok((chosen, at.unwrap_or(0)))
}

/// The scenario of an option.
///
/// # Errors
/// [`Failure::NotAScenario`] when the option names what is not there; the check reports the same.
pub(crate) fn scenario(
    input: &Input,
    project: &Project,
    option: &ServiceOption,
) -> Result<Scenario, Failure> {
    project.scenario(option).map_err(|source| Failure::NotAScenario { name: input.name.clone(), source })
}

fn known_options(project: &Project) -> String {
    let known: Vec<String> =
        project.options.iter().map(|option| format!("{} = \"{}\"", option.id, option.name)).collect();
    if known.is_empty() { "none".to_owned() } else { known.join(", ") }
}

/// Everything there is, up to so many bytes: a pipe need not have an end.
fn read_at_most(source: impl Read, name: &str, most: u64) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let fail = |reason| Failure::Read { name: name.to_owned(), reason };
    source.take(most + 1).read_to_end(&mut bytes).map_err(|error| fail(reason(&error)))?;
    if bytes.len() as u64 > most {
        return Err(fail(format!(
            "it is longer than {} MB, the longest file that can be opened",
            most >> 20
        )));
    }
    Ok(bytes)
}

fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Failure> {
    let not = |reason: String| Failure::NotText { name: name.to_owned(), reason };
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(not("the file is saved as UTF-16; save it again as UTF-8".to_owned()));
    }
    String::from_utf8(bytes).map_err(|error| {
        not(format!(
            "this is not a text file in UTF-8 (byte {} is something else)",
            error.utf8_error().valid_up_to()
        ))
    })
}

/// Why the system refused, in plain words.
pub(crate) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission was refused".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder, not a file".to_owned(),
        io::ErrorKind::NotADirectory => "part of the path is a file, not a folder".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_is_read_up_to_the_limit() {
        let endless = read_at_most(io::repeat(b'x'), "a pipe", 1 << 20);
        assert!(matches!(endless, Err(Failure::Read { reason, .. }) if reason.contains("longer than 1 MB")));
        let just = read_at_most(io::repeat(b'x').take(1 << 20), "a file", 1 << 20);
        assert!(just.is_ok_and(|bytes| bytes.len() == 1 << 20));
    }
}
