//! The mechanism, with two past versions that exist only here.

use jiff::civil::Date;
use serde::Deserialize;

use super::{PAST, Past};
use crate::FORMAT_VERSION;
use crate::project::Project;
use crate::read::{ReadError, read_version, typed};

/// Version 101 called the document a title and gave its length in years.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Oldest {
    #[expect(dead_code, reason = "read and dropped")]
    format_version: u32,
    title: String,
    start_date: Date,
    years: u32,
}

/// Version 102 counted weeks.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Older {
    #[expect(dead_code, reason = "read and dropped")]
    format_version: u32,
    title: String,
    start_date: Date,
    weeks: u32,
}

impl From<Oldest> for Older {
    fn from(old: Oldest) -> Self {
        Self { format_version: 102, title: old.title, start_date: old.start_date, weeks: old.years * 52 }
    }
}

impl From<Older> for Project {
    fn from(old: Older) -> Self {
        Project::new(old.title, old.start_date, old.weeks)
    }
}

const TRIED: &[Past] = &[
    Past { version: 101, read: |text| typed::<Oldest>(text).map(|old| Older::from(old).into()) },
    Past { version: 102, read: |text| typed::<Older>(text).map(Project::from) },
];

fn read_103(text: &str) -> Result<Project, ReadError> {
    read_version(text, 103, TRIED)
}

#[test]
fn an_old_file_goes_through_every_step_after_its_own() {
    let oldest = r#"{"formatVersion": 101, "title": "Clinic", "startDate": "2026-04-06", "years": 2}"#;
    let older = r#"{"formatVersion": 102, "title": "Clinic", "startDate": "2026-04-06", "weeks": 104}"#;
    for text in [oldest, older] {
        let project = read_103(text).expect("an old file");
        assert_eq!((project.name.as_str(), project.horizon_weeks), ("Clinic", 104));
        assert_eq!(project.format_version, FORMAT_VERSION);
    }
}

#[test]
fn an_old_file_is_read_as_strictly_as_a_new_one() {
    let text = "{\"formatVersion\": 101, \"title\": \"Clinic\", \"startDate\": \"2026-04-06\",\n\"yers\": 2}";
    let Err(ReadError::Mistake(mistake)) = read_103(text) else { panic!("a mistake") };
    assert_eq!((mistake.line, mistake.hint.as_deref()), (2, Some("did you mean \"years\"?")));
}

#[test]
fn versions_that_never_were_are_refused() {
    assert_eq!(read_103(r#"{"formatVersion": 7}"#), Err(ReadError::TooOld { found: 7 }));
    assert_eq!(read_103(r#"{"formatVersion": 104}"#), Err(ReadError::TooNew { found: 104, supported: 103 }));
}

/// Every version before the current one can be read, in order.
#[test]
fn no_past_version_is_missing() {
    let versions: Vec<u32> = PAST.iter().map(|past| past.version).collect();
    assert_eq!(versions, (1..FORMAT_VERSION).collect::<Vec<u32>>());
}
