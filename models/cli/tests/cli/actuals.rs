//! `pathloom actuals`, `pathloom fit` and `pathloom warm-up`.

use serde_json::json;

use crate::program::{Folder, clinic, pathloom};

/// A list that falls from 80, counted every fortnight.
fn counted(folder: &Folder, each_fortnight: f64) -> String {
    let file = folder.place("list.csv");
    let lines: Vec<String> = (1..=12_i32)
        .map(|at| {
            let day = jiff::civil::date(2026, 4, 6) + jiff::Span::new().days(14 * at);
            format!("{day},{}", 80.0 + each_fortnight * f64::from(at))
        })
        .collect();
    std::fs::write(&file, format!("date,people waiting\n{}\n", lines.join("\n")))
        .expect("the list is written");
    file
}

#[test]
fn what_was_counted_is_held_against_the_forecast() {
    let folder = Folder::of(&clinic());
    let list = counted(&folder, 60.0);
    let done = pathloom(&["actuals", folder.file(), "--actuals", &list]).fine();
    for said in [
        "On its trajectory? As it is",
        "above its forecast",
        "20 April 2026",
        "8 of the last 8 fortnights above",
    ] {
        assert!(done.out.contains(said), "{said} is not in\n{}", done.out);
    }
    let answer = pathloom(&["actuals", folder.file(), "--actuals", &list, "--format", "json"]).fine().json();
    assert_eq!((&answer["verdict"], &answer["points"][11]["percentile"]), (&json!("above"), &json!(100.0)));
}

#[test]
fn the_series_of_the_document_can_be_used_and_a_bad_file_names_its_line() {
    let mut document = clinic();
    document["actuals"] = json!([{
        "id": "return", "name": "Monthly return", "measure": "waitingList",
        "figures": [{"date": "2026-05-04", "value": 80}, {"date": "2026-06-01", "value": 75}]
    }]);
    let folder = Folder::of(&document);
    let done = pathloom(&["actuals", folder.file(), "--series", "return"]).fine();
    assert!(done.out.contains("Monthly return"), "{}", done.out);
    let list = folder.place("bad.csv");
    std::fs::write(&list, "2026-05-04,80\n2026-05-11,lots\n").expect("the list is written");
    let done = pathloom(&["actuals", folder.file(), "--actuals", &list]);
    assert_eq!(done.code, Some(1), "{}", done.err);
    assert!(done.err.contains("line 2: \"lots\": it is not a number"), "{}", done.err);
    let done = pathloom(&["actuals", folder.file(), "--series", "nothing"]);
    assert_eq!(done.code, Some(2), "{}", done.err);
    assert!(done.err.contains("return = \"Monthly return\""), "{}", done.err);
}

#[test]
fn unknown_figures_are_fitted_to_what_was_counted() {
    let folder = Folder::of(&clinic());
    let list = counted(&folder, 4.0);
    let vary = "design/steps/referrals/work/perWeek=6..24";
    let words = ["fit", folder.file(), "--actuals", &list, "--vary", vary, "--futures", "1000"];
    let done = pathloom(&words).fine();
    for said in [
        "Which figures go with the past? As it is",
        "Referrals: referrals a week: about",
        "Ranges for the document",
    ] {
        assert!(done.out.contains(said), "{said} is not in\n{}", done.out);
    }
    let answer = pathloom(&[&words[..], &["--format", "json"]].concat()).fine().json();
    let estimate = &answer["figures"][0]["estimate"];
    let (low, high) = (estimate["low"].as_f64().expect("a low"), estimate["high"].as_f64().expect("a high"));
    assert!(6.0 <= low && low < high && high <= 24.0, "{estimate}");
    let done = pathloom(&["fit", folder.file(), "--actuals", &list, "--vary", "nowhere/at/all=1..2"]);
    assert_eq!(done.code, Some(2), "{}", done.err);
    assert!(done.err.contains("no figure at nowhere/at/all"), "{}", done.err);
}

#[test]
fn a_warm_up_is_advised_where_nobody_is_there_at_the_start() {
    let mut document = clinic();
    let folder = Folder::of(&document);
    let done = pathloom(&["warm-up", folder.file()]).fine();
    assert!(done.out.contains("nothing should be left out"), "{}", done.out);
    document["designs"][0]["steps"][1]["work"]["start"] = json!(null);
    document["designs"][0]["steps"][0]["work"]["perWeek"] = json!(10);
    let folder = Folder::of(&document);
    let answer = pathloom(&["warm-up", folder.file(), "--format", "json"]).fine().json();
    assert!(answer["advice"] == json!("startsEmpty") || answer["advice"] == json!("enough"), "{answer}");
}
