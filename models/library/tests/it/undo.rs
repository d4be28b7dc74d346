//! Edit, undo and redo, across restarts.

use pathloom_library::{Document, Library, LibraryError, Source};
use proptest::prelude::*;

use super::{at, named, place, with_one};

fn edit(library: &mut Library, document: &Document, name: &str, milliseconds: i64) -> Document {
    let label = format!("Rename to {name}");
    library
        .edit(&document.id, document.revision, &named(name), &label, None, at(milliseconds))
        .expect("stored")
}

/// An edit that may join the one before.
fn typed(library: &mut Library, document: &Document, name: &str, key: &str, milliseconds: i64) -> Document {
    let (id, revision, label) = (&document.id, document.revision, format!("Rename to {name}"));
    library.edit(id, revision, &named(name), &label, Some(key), at(milliseconds)).expect("stored")
}

fn undo(library: &mut Library, document: &Document) -> Document {
    library.undo(&document.id, document.revision, at(50_000)).expect("undone")
}

fn redo(library: &mut Library, document: &Document) -> Document {
    library.redo(&document.id, document.revision, at(50_000)).expect("redone")
}

#[test]
fn twenty_edits_are_undone_and_after_a_restart_redone() {
    let (_folder, path) = place();
    let mut library = Library::open(&path).expect("a new library");
    let mut document = library.create(&named("Edit 0"), Source::Blank, at(0)).expect("stored");
    for number in 1..=20 {
        document = edit(&mut library, &document, &format!("Edit {number}"), number * 10_000);
    }
    for number in (0..20).rev() {
        assert_eq!(document.undo, Some(format!("Rename to Edit {}", number + 1)));
        document = undo(&mut library, &document);
        assert_eq!(document.project.name, format!("Edit {number}"));
    }
    assert_eq!((document.revision, &document.undo), (1, &None));
    drop(library);

    let mut library = Library::open(&path).expect("the same library");
    assert_eq!(library.document(&document.id).expect("there"), document);
    for number in 1..=20 {
        assert_eq!(document.redo, Some(format!("Rename to Edit {number}")));
        document = redo(&mut library, &document);
        assert_eq!(document.project.name, format!("Edit {number}"));
        assert_eq!(library.projects().expect("read")[0].name, document.project.name);
    }
    assert_eq!((document.revision, &document.redo), (21, &None));
}

#[test]
fn with_nothing_to_undo_or_redo_the_document_stays() {
    let (mut library, document) = with_one();
    assert_eq!(undo(&mut library, &document), document);
    assert_eq!(redo(&mut library, &document), document);
}

#[test]
fn an_edit_that_changes_nothing_makes_no_revision_and_keeps_redo() {
    let (mut library, first) = with_one();
    let second = edit(&mut library, &first, "Second", 0);
    assert_eq!(edit(&mut library, &second, "Second", 9_000), second);
    let back = undo(&mut library, &second);
    let same = edit(&mut library, &back, "Clinic", 9_000);
    assert_eq!((same.revision, same.redo), (1, Some("Rename to Second".to_owned())));
    assert_eq!(library.history(&first.id).expect("read").len(), 2);
}

#[test]
fn an_edit_after_an_undo_empties_redo_and_keeps_the_old_way() {
    let (mut library, first) = with_one();
    let second = edit(&mut library, &first, "Second", 0);
    let third = edit(&mut library, &second, "Third", 0);
    let back = undo(&mut library, &third);
    let fourth = edit(&mut library, &back, "Fourth", 0);
    assert_eq!((fourth.revision, &fourth.redo), (4, &None));
    assert_eq!(redo(&mut library, &fourth).project.name, "Fourth");

    let history = library.history(&first.id).expect("read");
    let shape: Vec<_> =
        history.iter().map(|one| (one.number, one.parent, one.on_path, one.is_current)).collect();
    assert_eq!(
        shape,
        [
            (1, None, true, false),
            (2, Some(1), true, false),
            (3, Some(2), false, false),
            (4, Some(2), true, true)
        ]
    );
    assert_eq!(history[2].label, "Rename to Third");
    assert_eq!(library.revision(&first.id, 3).expect("kept").name, "Third");
    assert!(matches!(library.revision(&first.id, 5), Err(LibraryError::NoSuchRevision { revision: 5 })));
}

#[test]
fn a_figure_that_is_being_typed_is_one_step() {
    let (mut library, first) = with_one();
    let before = edit(&mut library, &first, "Before", 0);
    let one = typed(&mut library, &before, "2", "wte", 10_000);
    let two = typed(&mut library, &one, "2.", "wte", 11_000);
    let three = typed(&mut library, &two, "2.5", "wte", 12_999);
    assert_eq!((three.revision, three.undo.as_deref()), (5, Some("Rename to 2.5")));
    let back = undo(&mut library, &three);
    assert_eq!((back.revision, back.redo.as_deref()), (2, Some("Rename to 2.5")));
    let again = redo(&mut library, &back);
    assert_eq!((again.revision, again.project.name.as_str(), again.redo), (5, "2.5", None));
}

#[test]
fn a_group_ends_by_time_by_another_key_and_by_a_clock_set_back() {
    let (mut library, first) = with_one();
    let table = [("wte", 12_000), ("hours", 10_500), ("wte", 9_999)];
    let mut document = first;
    for (number, (key, milliseconds)) in table.into_iter().enumerate() {
        let one = typed(&mut library, &document, &format!("{number} a"), "wte", 10_000);
        document = typed(&mut library, &one, &format!("{number} b"), key, milliseconds);
        let back = undo(&mut library, &document);
        assert_eq!(back.revision, one.revision, "{key} at {milliseconds} ms is a step of its own");
        document = redo(&mut library, &back);
    }
    let plain = edit(&mut library, &document, "plain", 10_000);
    let keyed = typed(&mut library, &plain, "keyed", "wte", 10_001);
    assert_eq!(undo(&mut library, &keyed).revision, plain.revision, "an edit without a key cannot be joined");
}

#[test]
fn undo_and_redo_end_a_group() {
    let (mut library, first) = with_one();
    let one = typed(&mut library, &first, "1", "wte", 10_000);
    let back = undo(&mut library, &one);
    let again = redo(&mut library, &back);
    let two = typed(&mut library, &again, "12", "wte", 10_500);
    assert_eq!(undo(&mut library, &two).revision, one.revision);
}

#[test]
fn a_stale_revision_is_a_conflict_and_changes_nothing() {
    let (mut library, first) = with_one();
    let second = edit(&mut library, &first, "Second", 0);
    let late = library.edit(&first.id, 1, &named("Late"), "Rename", None, at(0));
    assert!(matches!(late, Err(LibraryError::Conflict { expected: 1, found: 2 })));
    assert!(matches!(
        library.undo(&first.id, 1, at(0)),
        Err(LibraryError::Conflict { expected: 1, found: 2 })
    ));
    assert_eq!(library.document(&first.id).expect("there"), second);
}

#[test]
fn two_programs_with_one_library_see_each_other() {
    let (_folder, path) = place();
    let mut one = Library::open(&path).expect("a new library");
    let mut other = Library::open(&path).expect("the same library");
    let first = one.create(&named("Clinic"), Source::Blank, at(0)).expect("stored");
    edit(&mut one, &first, "Second", 0);
    let late = other.edit(&first.id, first.revision, &named("Late"), "Rename", None, at(0));
    assert!(matches!(late, Err(LibraryError::Conflict { expected: 1, found: 2 })));
}

#[test]
fn hundreds_of_steps_are_undone_and_redone() {
    let (mut library, mut document) = with_one();
    for number in 0..400 {
        document = edit(&mut library, &document, &format!("{number}"), number * 3_000);
    }
    while document.undo.is_some() {
        document = undo(&mut library, &document);
    }
    assert_eq!(document.project.name, "Clinic");
    while document.redo.is_some() {
        document = redo(&mut library, &document);
    }
    assert_eq!(document.project.name, "399");
}

#[test]
fn what_could_not_be_read_back_is_not_stored() {
    let (mut library, first) = with_one();
    let mut broken = first.project.clone();
    broken.targets.push(pathloom_service::Target {
        id: "list".to_owned(),
        name: "List".to_owned(),
        measure: pathloom_service::TargetMeasure::WaitingList,
        threshold: f64::NAN.into(),
        by_week: 52,
        probability_percent: 90.0.into(),
    });
    let refused = library.edit(&first.id, 1, &broken, "Set target", None, at(0));
    assert!(matches!(refused, Err(LibraryError::NotStorable { .. })), "{refused:?}");
    assert_eq!(library.document(&first.id).expect("there"), first);
    assert!(library.create(&broken, Source::Blank, at(0)).is_err());
    assert_eq!(library.projects().expect("read").len(), 1);
}

/// What a person may do next.
#[derive(Debug, Clone)]
enum Step {
    Edit(u8),
    Type(u8),
    Undo,
    Redo,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => any::<u8>().prop_map(Step::Edit),
        3 => any::<u8>().prop_map(Step::Type),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
        1 => Just(Step::Reopen),
    ]
}

/// Undo as everybody knows it: two stacks of names. The last of `done` is shown.
struct Stacks {
    done: Vec<String>,
    undone: Vec<String>,
    is_group_open: bool,
}

impl Stacks {
    fn edit(&mut self, name: String, may_join: bool) {
        if self.done.last() == Some(&name) {
            return;
        }
        if may_join && self.is_group_open {
            self.done.pop();
        }
        self.done.push(name);
        self.undone.clear();
        self.is_group_open = may_join;
    }

    fn step(&mut self, back: bool) {
        let (from, to) =
            if back { (&mut self.done, &mut self.undone) } else { (&mut self.undone, &mut self.done) };
        if from.len() > usize::from(back) {
            to.extend(from.pop());
            self.is_group_open = false;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_steps_end_where_two_stacks_end(steps in prop::collection::vec(step(), 1..40)) {
        let (_folder, path) = place();
        let mut library = Library::open(&path).expect("a new library");
        let mut shown = library.create(&named("start"), Source::Blank, at(0)).expect("stored");
        let mut stacks =
            Stacks { done: vec!["start".to_owned()], undone: Vec::new(), is_group_open: false };
        for step in steps {
            match step {
                Step::Edit(name) => {
                    stacks.edit(name.to_string(), false);
                    shown = edit(&mut library, &shown, &name.to_string(), 0);
                }
                Step::Type(name) => {
                    stacks.edit(name.to_string(), true);
                    shown = typed(&mut library, &shown, &name.to_string(), "key", 0);
                }
                Step::Undo => {
                    stacks.step(true);
                    shown = undo(&mut library, &shown);
                }
                Step::Redo => {
                    stacks.step(false);
                    shown = redo(&mut library, &shown);
                }
                Step::Reopen => {
                    drop(library);
                    library = Library::open(&path).expect("the same library");
                }
            }
            prop_assert_eq!(Some(&shown.project.name), stacks.done.last());
            prop_assert_eq!(shown.undo.is_some(), stacks.done.len() > 1);
            prop_assert_eq!(shown.redo.is_some(), !stacks.undone.is_empty());
            prop_assert_eq!(&library.document(&shown.id).expect("there"), &shown);
        }
    }
}
