//! `pathloom money`.

use serde_json::{Value, json};

use crate::program::{Folder, clinic, pathloom};

/// The clinic of the other tests with prices.
fn priced() -> Value {
    let mut document = clinic();
    document["economics"] = json!({
        "priceYear": "2026/27",
        "optimismBias": { "staffPercent": 5 },
        "costs": [{ "id": "room", "name": "A room", "options": ["more-staff"], "poundsPerYear": 5200 }],
        "effects": [{
            "id": "waiting", "name": "Waiting", "countsAs": "cost", "each": { "kind": "weekWaited" },
            "unit": "weeks", "poundsEach": 20
        }]
    });
    document
}

#[test]
fn options_are_appraised_in_words_and_sums() {
    let folder = Folder::of(&priced());
    let words = ["money", folder.file(), "--replications", "20", "--years", "2", "--width", "100"];
    let page = pathloom(&words).fine().out;
    // Long sentences and names go on in the next line.
    let read = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        "2 options over 2 years (weeks 1 to 104), on the same 20 simulated futures",
        "cost of the service",
        "in year 1 (weeks 1 to 52)",
        "in year 2 (weeks 53 to 104)",
        "£ in year 1",
        "£ in year 2",
        "Posts: Occupational",
        "Paid every year: A room",
        "Knock-on cost: Waiting",
        "Net present value is £",
        "Worth more in",
        "What would make the two come out even",
        "The first is not discounted (the Green Book's year 0); later ones lose 3.5% a year, health 1.5% a year.",
        "All amounts are in 2026/27 prices.",
        "Present values allow for optimism in posts (+5%).",
        "Staff travel is not described",
    ] {
        assert!(read.contains(said), "{said} is not in\n{page}");
    }
}

#[test]
fn json_holds_lines_differences_and_switching_values() {
    let folder = Folder::of(&priced());
    let words = ["money", folder.file(), "--replications", "10", "--base", "more-staff", "--format", "json"];
    let done = pathloom(&words).fine().json();
    assert_eq!(
        (&done["schemaVersion"], &done["base"], &done["replications"]),
        (&json!(1), &json!(1), &json!(10))
    );
    assert_eq!(done["years"], json!([{ "number": 0, "fromWeek": 1, "toWeek": 26 }]));
    let (option, base) = (&done["options"][0], &done["options"][1]);
    assert_eq!((&option["id"], &base["againstBase"]), (&json!("as-is"), &Value::Null));
    // Half a year of one and a half posts and a room.
    let by_year = base["lines"][0]["poundsByYear"][0].as_f64().expect("a sum");
    assert_eq!((&base["lines"][0]["kind"], by_year), (&json!("staff"), 0.5 * 1.5 * 54_000.0));
    assert_eq!(base["lines"][1]["pounds"]["mean"], json!(2_600.0));
    let switches = option["againstBase"]["switchingValues"].as_array().expect("a list");
    assert!(
        switches.iter().any(|one| one["place"] == json!("roles/therapist/costPoundsPerYear")),
        "{switches:?}"
    );
}

#[test]
fn years_beyond_the_longest_run_are_refused() {
    let mut document = priced();
    document["warmUpWeeks"] = json!(52);
    let folder = Folder::of(&document);
    for (words, said) in
        [(["--years", "100"], "the most there may be"), (["--base", "nobody"], "there is no option")]
    {
        let done = pathloom(&[&["money", folder.file()], &words[..]].concat());
        assert_eq!(done.code, Some(2), "{}", done.err);
        assert!(done.err.contains(said), "{}", done.err);
    }
}
