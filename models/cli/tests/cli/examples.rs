//! `pathloom examples`, and the help.

use crate::program::{Folder, pathloom};

#[test]
fn examples_are_listed_printed_and_simulated() {
    let list = pathloom(&["examples"]).fine().out;
    for name in
        ["birmingham", "birmingham-fifo", "step-down", "tiered-childrens-service", "primary-care-contact"]
    {
        assert!(list.contains(&format!("\n{name}\n")), "{list}");
    }
    let text = pathloom(&["examples", "birmingham"]).fine().out;
    assert!(pathloom_service::read(&text).is_ok());
    assert_eq!(text, pathloom(&["examples", "example:birmingham"]).fine().out);
    let done = pathloom(&["run", "example:birmingham-fifo", "--replications", "2"]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert!(done.out.contains("Birmingham"), "{}", done.out);
}

#[test]
fn copies_are_never_written_over_without_force() {
    let folder = Folder::with("");
    let copies = folder.place("mine");
    let done = pathloom(&["examples", "--copy", &copies]).fine();
    assert_eq!(done.out.lines().count(), 6, "{}", done.out);
    let names = [
        "birmingham-fifo.pathloom.json",
        "birmingham.pathloom.json",
        "intermediate-care-step-down.pathloom.json",
        "primary-care-contact.pathloom.json",
        "step-down.pathloom.json",
        "tiered-childrens-service.pathloom.json",
    ];
    assert_eq!(folder.names("mine"), names);

    std::fs::write(folder.place("mine/step-down.pathloom.json"), "mine").expect("the file is written");
    let again = pathloom(&["examples", "--copy", &copies]);
    assert_eq!(again.code, Some(3), "{}", again.err);
    assert!(again.err.contains("is there already") && again.err.contains("--force"), "{}", again.err);
    assert_eq!(folder.text("mine/step-down.pathloom.json"), "mine");
    assert_eq!(folder.names("mine"), names);

    pathloom(&["examples", "step-down", "--copy", &copies, "--force"]).fine();
    assert!(pathloom_service::read(&folder.text("mine/step-down.pathloom.json")).is_ok());
}

#[test]
fn an_unknown_example_is_answered_with_those_there_are() {
    let done = pathloom(&["run", "example:bristol"]);
    insta::assert_snapshot!(done.err, @r#"
    error: there is no example "bristol" (examples: birmingham, birmingham-fifo, step-down, tiered-childrens-service, intermediate-care-step-down, primary-care-contact)
    hint: `pathloom examples` lists them with what they are about
    "#);
}

#[test]
fn help_gives_examples_and_exit_codes() {
    let help = pathloom(&["--help"]).fine().out;
    insta::assert_snapshot!(help);
    for command in ["check", "run", "trace", "theory", "schema", "examples"] {
        let help = pathloom(&[command, "--help"]).fine().out;
        assert!(help.contains("Examples:\n"), "{command}: {help}");
        assert!(!help.contains('\u{1b}'), "{command}");
    }
}
