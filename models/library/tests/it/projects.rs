//! Projects: listed, copied, deleted and taken back.

use pathloom_library::{LibraryError, Source};

use super::{at, named, with_one};

#[test]
fn the_project_changed_last_comes_first() {
    let (mut library, clinic) = with_one();
    let hub =
        library.create(&named("Hub"), Source::Template { id: "tiered".to_owned() }, at(10)).expect("stored");
    library
        .create(&named("Ward"), Source::File { name: "ward.pathloom".to_owned() }, at(20))
        .expect("stored");
    library.edit(&clinic.id, 1, &named("Clinic 2"), "Rename", None, at(30)).expect("stored");
    let cards = library.projects().expect("read");
    let names: Vec<&str> = cards.iter().map(|card| card.name.as_str()).collect();
    assert_eq!(names, ["Clinic 2", "Ward", "Hub"]);
    assert_eq!((cards[0].revision, cards[0].changed_at.as_str()), (2, "2026-05-28T20:26:40.03Z"));
    assert_eq!(cards[2].source, Source::Template { id: "tiered".to_owned() });
    assert_eq!(hub.id.len(), 16);
    assert_ne!(hub.id, clinic.id);
}

#[test]
fn a_document_comes_back_whole() {
    let (mut library, _) = with_one();
    let everything = pathloom_service::samples::everything();
    let source = Source::Example { id: "birmingham".to_owned() };
    let document = library.create(&everything, source.clone(), at(5)).expect("stored");
    assert_eq!(library.document(&document.id).expect("there"), document);
    assert_eq!((document.project, document.source, document.revision), (everything, source, 1));
    assert_eq!(library.history(&document.id).expect("read")[0].label, "Open a worked example");
}

#[test]
fn copies_have_names_of_their_own() {
    let (mut library, clinic) = with_one();
    let copy = library.duplicate(&clinic.id, at(1)).expect("copied");
    let second = library.duplicate(&clinic.id, at(2)).expect("copied");
    assert_eq!(
        (copy.project.name.as_str(), second.project.name.as_str()),
        ("Clinic (copy)", "Clinic (copy 2)")
    );
    assert_eq!((copy.source, copy.undo), (Source::Copy { of: "Clinic".to_owned() }, None));
    library.edit(&copy.id, 1, &named("Other"), "Rename", None, at(3)).expect("stored");
    assert_eq!(library.document(&clinic.id).expect("there"), clinic, "the original is untouched");

    let long = library.create(&named(&"é".repeat(300)), Source::Blank, at(4)).expect("stored");
    let copy = library.duplicate(&long.id, at(5)).expect("copied");
    assert_eq!(copy.project.name.chars().count(), 300);
    assert!(copy.project.name.ends_with("é (copy)"));
}

#[test]
fn a_deleted_project_comes_back_as_it_was() {
    let (mut library, clinic) = with_one();
    library.edit(&clinic.id, 1, &named("Second"), "Rename", None, at(1)).expect("stored");
    let before = library.document(&clinic.id).expect("there");
    library.delete(&clinic.id, at(2)).expect("deleted");
    assert!(library.projects().expect("read").is_empty());
    let deleted = library.deleted().expect("read");
    assert_eq!((deleted[0].name.as_str(), deleted[0].deleted_at.is_some()), ("Second", true));
    let gone = |result: Result<_, LibraryError>| matches!(result, Err(LibraryError::NoSuchProject { .. }));
    assert!(gone(library.document(&clinic.id)));
    assert!(gone(library.edit(&clinic.id, 2, &named("Third"), "Rename", None, at(3))));
    assert!(gone(library.undo(&clinic.id, 2, at(3))));
    assert!(gone(library.duplicate(&clinic.id, at(3))));
    assert!(library.delete(&clinic.id, at(3)).is_err(), "it is deleted already");
    assert_eq!(library.history(&clinic.id).expect("kept").len(), 2);

    library.restore(&clinic.id).expect("restored");
    assert_eq!(library.document(&clinic.id).expect("there"), before);
    assert!(library.restore(&clinic.id).is_err(), "it is not deleted any more");
}

#[test]
fn an_unknown_project_is_an_error_everywhere() {
    let (mut library, _) = with_one();
    let unknown = |result: Result<(), LibraryError>| {
        let error = result.expect_err("there is none");
        assert_eq!(error.to_string(), "there is no project \"none\" in the library");
        assert!(error.hint().is_some());
    };
    unknown(library.document("none").map(drop));
    unknown(library.history("none").map(drop));
    unknown(library.delete("none", at(0)));
    unknown(library.restore("none"));
    unknown(library.redo("none", 1, at(0)).map(drop));
    unknown(library.edit("none", 1, &named("x"), "Rename", None, at(0)).map(drop));
}
