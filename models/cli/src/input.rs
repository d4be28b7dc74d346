//! Where a document comes from: a file, standard input or an example built into the program.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use pathloom_service::{Project, Scenario, ServiceOption, limits};

use crate::examples;
use crate::exit::Failure;
use crate::screen::one_line;

/// What names a built-in example in place of a file.
pub(crate) const EXAMPLE_PREFIX: &str = "example:";

/// Largest document that is read `[bytes]`.
const LARGEST: u64 = limits::TEXT_BYTES as u64;

/// Largest bundle, part or template that is read `[bytes]`; chosen.
const LARGEST_ARCHIVE: u64 = 1 << 30;

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
            let bytes = read_at_most(io::stdin().lock(), &name)?;
            return Ok(Self { text: decode(&name, bytes)?, name });
        }
        Text::fetch(file).map(|Text { name, text }| Self { name, text })
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
        let opened =
            File::open(file).map_err(|error| Failure::Read { name: name.clone(), reason: reason(&error) })?;
        let bytes = read_at_most(opened, &name)?;
        Ok(Self { text: decode(&name, bytes)?, name })
    }
}

/// The bytes of a file: a bundle or a part.
///
/// # Errors
/// [`Failure::Read`].
pub(crate) fn read_bytes(place: &Path) -> Result<Vec<u8>, Failure> {
    let fail = |reason: String| Failure::Read { name: one_line(&place.display().to_string()), reason };
    let length = std::fs::metadata(place).map_err(|error| fail(reason(&error)))?.len();
    if length > LARGEST_ARCHIVE {
        return Err(fail(format!(
            "it is longer than {} MB, the longest that is read",
            LARGEST_ARCHIVE >> 20
        )));
    }
    std::fs::read(place).map_err(|error| fail(reason(&error)))
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

fn read_at_most(source: impl Read, name: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let fail = |reason| Failure::Read { name: name.to_owned(), reason };
    source.take(LARGEST + 1).read_to_end(&mut bytes).map_err(|error| fail(reason(&error)))?;
    if bytes.len() as u64 > LARGEST {
        return Err(fail(format!(
            "it is longer than {} MB, the longest file that can be opened",
            LARGEST >> 20
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
