//! `pathloom fit-distribution`.

use crate::program::{Folder, clinic, pathloom};

#[test]
fn a_column_gives_shapes_best_first_and_names_the_lines_it_left_out() {
    let folder = Folder::of(&clinic());
    let file = folder.place("minutes.csv");
    // Quarters of hours, most of them short.
    let minutes: Vec<String> = (0..60_u32).map(|at| (15 * (1 + at % 7 * (at % 3) / 2)).to_string()).collect();
    std::fs::write(&file, format!("Minutes\n{}\n0\nlong\n", minutes.join("\n")))
        .expect("the column is written");
    let done = pathloom(&["fit-distribution", &file, "--what", "contact time", "--unit", "min"]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    for said in [
        "Which shape do they have?",
        "60 values, 15 to 105 min",
        "They look rounded to 15 min",
        "exponential",
    ] {
        assert!(done.out.contains(said), "{said} is not in\n{}", done.out);
    }
    assert!(done.err.contains("line 62: 0: nothing takes no time"), "{}", done.err);
    assert!(done.err.contains("line 63: text"), "{}", done.err);
    let answer = pathloom(&["fit-distribution", &file, "--what", "contact time", "--format", "json"]).json();
    assert_eq!(answer["fits"][0]["behind"], 0.0);
    let source = answer["fits"][0]["distribution"]["mean"]["evidence"]["source"].as_str().unwrap_or_default();
    assert!(source.starts_with("Own record: 60 values of contact time"), "{source}");
}

#[test]
fn too_few_values_and_a_column_that_is_none_are_said() {
    let folder = Folder::of(&clinic());
    let file = folder.place("minutes.csv");
    std::fs::write(&file, "Name,Minutes\nAda,30\nIvo,45\n").expect("the column is written");
    let few = pathloom(&["fit-distribution", &file]);
    assert!(few.err.contains("there are 2 values; 20 are the fewest"), "{}", few.err);
    let other = pathloom(&["fit-distribution", &file, "--column", "1"]);
    assert!(
        other.err.contains("column 1 holds no numbers") && other.err.contains("columns of numbers: 2"),
        "{}",
        other.err
    );
}
