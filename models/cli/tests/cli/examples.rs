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
    assert_eq!(done.out.lines().count(), 15, "{}", done.out);
    let names = [
        "birmingham-fifo.pathloom.json",
        "birmingham.pathloom.json",
        "childrens-statutory-advice.pathloom.json",
        "first-contact-ot.pathloom.json",
        "hackney.pathloom.json",
        "intermediate-care-journey.pathloom.json",
        "intermediate-care-step-down.pathloom.json",
        "mental-health-primary-care.pathloom.json",
        "modern-general-practice.pathloom.json",
        "northwich.pathloom.json",
        "primary-care-contact.pathloom.json",
        "secure-setting.pathloom.json",
        "somerset.pathloom.json",
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
    error: there is no example "bristol" (examples: birmingham, birmingham-fifo, step-down, northwich, hackney, somerset, tiered-childrens-service, childrens-statutory-advice, intermediate-care-step-down, intermediate-care-journey, modern-general-practice, primary-care-contact, first-contact-ot, mental-health-primary-care, secure-setting)
    hint: `pathloom examples` lists them with what they are about
    "#);
}

#[test]
fn help_gives_examples_and_exit_codes() {
    let help = pathloom(&["--help"]).fine().out;
    insta::assert_snapshot!(help);
    let commands = [
        "check", "run", "compare", "posts", "money", "trace", "theory", "schema", "examples", "fairness",
        "figures",
    ];
    for command in commands {
        let help = pathloom(&[command, "--help"]).fine().out;
        assert!(help.contains("Examples:\n"), "{command}: {help}");
        assert!(!help.contains('\u{1b}'), "{command}");
    }
}

/// `cargo xtask examples` writes the table anew.
#[test]
fn the_table_of_the_readme_is_what_the_command_prints() {
    let readme = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/README.md");
    let page = std::fs::read_to_string(readme).expect("the README of the examples").replace("\r\n", "\n");
    let (begin, end) = ("<!-- table: begin -->\n", "<!-- table: end -->");
    let (before, rest) = page.split_once(begin).expect("where the table begins");
    let (committed, after) = rest.split_once(end).expect("where the table ends");
    let printed = pathloom(&["examples", "--table"]).fine().out;
    assert!(!printed.contains("nothing is measured"), "an outcome is measured nowhere:\n{printed}");
    for document in &pathloom_service::shelf::SHELF {
        assert!(printed.contains(&format!("| `{}` |", document.id)), "{} is not in the table", document.id);
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(readme, format!("{before}{begin}{printed}{end}{after}"))
            .expect("the README is written");
        return;
    }
    assert_eq!(committed, printed, "run `cargo xtask examples`");
}

#[test]
fn figures_are_looked_up_with_their_sources() {
    let done = pathloom(&["figures", "vacant", "london", "--width", "100"]).fine();
    assert!(done.out.contains("19.2% of posts") && done.out.contains("published: RCOT"), "{}", done.out);
    let fitting = pathloom(&["figures", "--for", "roles/ot/absence/leaveDaysPerYear", "--format", "json"])
        .fine()
        .json();
    let values: Vec<f64> = fitting["figures"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|one| one["value"].as_f64())
        .collect();
    assert_eq!(values, [27.0, 29.0, 33.0]);
    let none = pathloom(&["figures", "unicorns"]).fine();
    assert!(none.out.contains("No figure has all of these words"), "{}", none.out);
}
