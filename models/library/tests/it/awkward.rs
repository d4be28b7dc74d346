//! Files as services have them: each gives the right people, or says what is wrong and on which line. What tells who
//! somebody is cannot be found anywhere afterwards.

mod files;

use jiff::civil::{Date, date};
use pathloom_library::{Given, Library, ListPurpose, ListRequest, ReferralList, Source, read_referrals};
use pathloom_service::{ListAges, Project, StartingList, StartingState, Work};

use super::{at, named, place};
use files::{SECRETS, awkward_files};

const START: Date = date(2026, 4, 6);

fn request() -> ListRequest {
    let purpose = ListPurpose::WaitingList;
    ListRequest { purpose, start_date: START, sheet: None, mapping: None, day_order: None }
}

/// `2 2025-04-06, 3 2025-04-07; 4 noDate an empty cell`, or the refusal with its hint.
fn told(bytes: &[u8]) -> String {
    match read_referrals(Given::File(bytes), &request(), &[]) {
        Ok(list) => in_short(&list),
        Err(error) => format!("{error} -- {}", error.hint().unwrap_or("no hint")),
    }
}

fn in_short(list: &ReferralList) -> String {
    if list.mapping.referral.is_none() {
        return list.notes.last().cloned().unwrap_or_default();
    }
    let group = |place: Option<u32>| match place {
        Some(place) => format!(" ({})", list.groups[place as usize].label),
        None => String::new(),
    };
    let accepted: Vec<String> =
        list.accepted.iter().map(|row| format!("{} {}{}", row.line, row.date, group(row.group))).collect();
    let refused: Vec<String> =
        list.refused.iter().map(|row| format!("{} {:?}: {}", row.line, row.reason, row.what)).collect();
    [accepted.join(", "), refused.join("; ")]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" | ")
}

#[test]
fn every_awkward_file_gives_the_right_people_or_says_what_is_wrong_on_which_line() {
    let files = awkward_files();
    assert!(files.len() >= 30, "{} files", files.len());
    let wrong: Vec<String> = files
        .iter()
        .map(|file| (file, told(&file.bytes)))
        .filter(|(file, told)| file.expected != *told)
        .map(|(file, told)| format!("{}\n  expected {}\n  told     {told}", file.name, file.expected))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A project with the people of a list on it.
fn with_list(name: &str, list: &ReferralList) -> Project {
    let mut project = named(name);
    let weeks = list.accepted.iter().map(|row| row.weeks_waited).collect();
    let waiting = Some(StartingList::Ages(ListAges { weeks, groups: Vec::new() }));
    for step in &mut project.designs[0].steps {
        if let Work::Contacts(contacts) = &mut step.work {
            contacts.start = Some(StartingState { waiting: waiting.clone(), ..StartingState::default() });
        }
    }
    project
}

#[test]
fn nothing_that_tells_who_somebody_is_leaves_the_reader_or_reaches_the_disk() {
    let (folder, path) = place();
    let mut library = Library::open(&path).expect("a new library");
    let mut left = String::new();
    let mut stored = 0;
    for file in awkward_files() {
        let Ok(list) = read_referrals(Given::File(&file.bytes), &request(), &[]) else { continue };
        left.push_str(&format!("{list:?}"));
        let project = with_list(file.name, &list);
        library.create(&project, Source::Blank, at(0)).expect("stored");
        if let Some(remember) = list.remember {
            library.remember_columns(remember).expect("kept");
        }
        stored += 1;
    }
    assert!(stored > 20, "most files are lists: {stored}");
    // Documents are kept compressed: what they say is looked at as well as the bytes on the disk.
    for card in library.projects().expect("read") {
        let document = library.document(&card.id).expect("read");
        left.push_str(&pathloom_service::write(&document.project));
    }
    left.push_str(&format!("{:?}", library.remembered_columns().expect("read")));
    drop(library);
    let mut bytes = Vec::new();
    for entry in std::fs::read_dir(folder.path()).expect("a folder").flatten() {
        bytes.extend(std::fs::read(entry.path()).expect("a file of the library"));
    }
    assert!(bytes.len() > 10_000, "the library was written");
    let all: Vec<u8> = awkward_files().into_iter().flat_map(|file| file.bytes).collect();
    for secret in SECRETS {
        let is_in = |bytes: &[u8]| bytes.windows(secret.len()).any(|window| window == secret.as_bytes());
        assert!(is_in(&all), "{secret} is in the files at all");
        assert!(!is_in(left.as_bytes()), "{secret} left the reader");
        assert!(!is_in(&bytes), "{secret} is on the disk");
    }
}
