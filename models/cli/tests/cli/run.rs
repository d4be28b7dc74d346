//! `pathloom run`.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::program::{Folder, clinic, pathloom, pathloom_reading, text};

fn run(document: &Value, words: &[&str]) -> crate::program::Done {
    let folder = Folder::of(document);
    pathloom(&[&["run", folder.file(), "--replications", "12"], words].concat())
}

#[test]
fn the_table_says_what_a_service_lead_asks() {
    let done = run(&clinic(), &[]).fine();
    for part in [
        "A small clinic\n",
        "Week 26 ends on Monday 5 October 2026 · 12 replications · seed 1 · engine ",
        "waiting list",
        "longest wait",
        "over 18 weeks",
        "over 52 weeks",
        "92nd percentile",
        "open referrals",
        "hours used",
        "As it is",
        "Half a post more",
        "week 13",
        "█",
        "A short list",
        "Occupational therapist,",
        "5th to the 95th percentile",
    ] {
        assert!(done.out.contains(part), "{part}: {}", done.out);
    }
    // 80 people wait at the start.
    assert!(
        done.out.lines().any(|line| line.starts_with("As it is") && line.contains(" 80 ")),
        "{}",
        done.out
    );
}

#[test]
fn the_table_fits_its_width() {
    for width in [100, 80] {
        let done = run(&clinic(), &["--width", &width.to_string(), "--intervals"]).fine();
        let widest = done.out.lines().map(|line| line.chars().count()).max();
        assert!(widest <= Some(width), "{width}: {}", done.out);
        assert!(done.out.contains(" ± "), "{}", done.out);
    }
}

#[test]
fn one_option_by_id_or_label_in_the_order_asked() {
    let names = |words: &[&str]| -> Vec<Value> {
        let json = run(&clinic(), &[&["--format", "json"], words].concat()).fine().json();
        let options = json["options"].as_array().cloned().unwrap_or_default();
        options.iter().map(|option| option["id"].clone()).collect()
    };
    assert_eq!(names(&[]), ["as-is", "more-staff"]);
    assert_eq!(names(&["--option", "half a post more"]), ["more-staff"]);
    assert_eq!(names(&["--option", "more-staff", "as-is", "As it is"]), ["more-staff", "as-is"]);
    assert_eq!(names(&["--option", "more-staff", "--option", "as-is"]), ["more-staff", "as-is"]);
}

#[test]
fn json_keeps_its_keys() {
    let json = run(&clinic(), &["--format", "json", "--seed", "7"]).fine().json();
    let keys = |value: &Value| -> Vec<String> {
        value.as_object().map(|object| object.keys().cloned().collect()).unwrap_or_default()
    };
    assert_eq!(
        keys(&json),
        [
            "engineVersion",
            "holdUncertain",
            "options",
            "project",
            "replications",
            "schemaVersion",
            "seed",
            "startDate",
            "warmUpWeeks",
            "weeks"
        ]
    );
    assert_eq!(json["schemaVersion"], 1);
    assert_eq!((&json["seed"], &json["weeks"], &json["warmUpWeeks"]), (&json!(7), &json!(26), &json!(0)));
    assert_eq!(json["startDate"], "2026-04-06");
    assert_eq!(json["replications"], json!({"asked": 12, "first": 0, "finished": 12}));
    let option = &json["options"][0];
    assert_eq!(keys(option), ["horizon", "id", "name", "replicationsFinished", "targets", "weekly"]);
    let list = &option["weekly"][0];
    assert_eq!(keys(list), ["bands", "measure", "scope", "unit"]);
    assert_eq!(keys(&list["bands"]), ["mean", "meanHalfWidth95", "p25", "p5", "p50", "p75", "p95"]);
    assert_eq!(list["bands"]["mean"].as_array().map(Vec::len), Some(27));
    let keys_of_band = ["mean", "meanHalfWidth95", "measured", "p25", "p5", "p50", "p75", "p95", "sd"];
    assert_eq!(keys(&option["horizon"][0]["band"]), keys_of_band);
    assert_eq!(
        keys(&option["targets"][0]),
        ["byWeek", "firstWeek", "id", "name", "probabilityMet", "probabilityWanted"]
    );
    let list = |measure: &str| -> &Value {
        let weekly = option["weekly"].as_array().expect("weekly series are a list");
        weekly
            .iter()
            .find(|series| series["measure"] == measure && series["scope"]["kind"] == "service")
            .unwrap_or_else(|| panic!("no series {measure}"))
    };
    assert_eq!(list("waitingList")["bands"]["mean"][0], 80.0);
    for measure in ["longestWait", "over18", "over52", "percentile92", "openReferrals", "nationalBand0"] {
        assert_eq!(list(measure)["bands"]["p95"].as_array().map(Vec::len), Some(27), "{measure}");
    }
}

#[test]
fn the_same_seed_gives_the_same_text_on_any_number_of_threads() {
    let text = |words: &[&str]| run(&clinic(), &[&["--format", "json"], words].concat()).fine().out;
    let one = text(&["--threads", "1"]);
    assert_eq!(one, text(&["--threads", "2"]));
    assert_eq!(one, text(&["--threads", "0", "--seed", "1"]));
    assert_ne!(one, text(&["--seed", "2"]));
}

#[test]
fn the_same_option_alone_or_beside_another_has_the_same_figures() {
    // Options are run in rounds, side by side; that may not change a figure.
    let option = |words: &[&str]| {
        let json = run(&clinic(), &[&["--format", "json"], words].concat()).fine().json();
        json["options"]
            .as_array()
            .and_then(|options| options.iter().find(|one| one["id"] == "more-staff").cloned())
    };
    assert_eq!(option(&[]), option(&["--option", "more-staff"]));
}

#[test]
fn a_part_of_a_run_says_which() {
    let folder = Folder::of(&clinic());
    let words = ["run", folder.file(), "--replications", "5..8"];
    let json = pathloom(&[&words[..], &["--format", "json"]].concat()).fine().json();
    assert_eq!(json["replications"], json!({"asked": 3, "first": 5, "finished": 3}));
    assert!(pathloom(&words).fine().out.contains("3 replications (from number 5)"));
}

#[test]
fn csv_has_a_line_for_each_option_measure_and_week() {
    let text = run(&clinic(), &["--format", "csv"]).fine().out;
    let mut lines = text.lines();
    assert_eq!(
        lines.next(),
        Some(
            "option,measure,scope_kind,scope_id,week,date,mean,p5,p25,p50,p75,p95,unit,option_name,scope_name"
        )
    );
    let first = lines.next().unwrap_or_default();
    assert!(
        first.starts_with("as-is,waitingList,service,,0,2026-04-06,80,80,80,80,80,80,people,"),
        "{first}"
    );
    let weeks: BTreeSet<&str> = lines.filter_map(|line| line.split(',').nth(4)).collect();
    assert_eq!(weeks.len(), 27);
    let wide = run(&clinic(), &["--format", "csv", "--intervals"]).fine().out;
    assert!(wide.lines().next().is_some_and(|head| head.contains(",p95,mean_low_95,mean_high_95,unit,")));
}

#[test]
fn a_label_is_never_a_formula_in_a_spreadsheet() {
    let mut clinic = clinic();
    clinic["options"][0]["name"] = json!("=HYPERLINK(\"http://example.org\",\"open\")");
    clinic["roles"][0]["name"] = json!("@SUM(A1)");
    let folder = Folder::of(&clinic);
    let out = folder.place("results");
    assert_eq!(pathloom(&["run", folder.file(), "--replications", "3", "--out", &out]).code, Some(0));
    for name in ["results/weekly.csv", "results/horizon.csv"] {
        let text = folder.text(name);
        let mut cells = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
        let mut labels = 0;
        for record in cells.records() {
            for cell in &record.expect("a record is read") {
                let number = cell.parse::<f64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{name}: {cell}");
                labels += usize::from(cell.starts_with("'=HYPERLINK") || cell.starts_with("'@SUM"));
            }
        }
        assert!(labels > 0, "{name}");
    }
}

#[test]
fn out_writes_whole_files_and_nothing_else() {
    let folder = Folder::of(&clinic());
    let run = |words: &[&str]| pathloom(&[&["run", folder.file(), "--replications", "3"], words].concat());
    let done = run(&["--out", &folder.place("all")]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    assert_eq!(folder.names("all"), ["horizon.csv", "results.json", "table.txt", "weekly.csv"]);
    assert_eq!(done.out, folder.text("all/table.txt"));
    assert!(done.err.starts_with("written: ") && done.err.contains("weekly.csv"), "{}", done.err);

    for (format, files) in
        [("table", &["table.txt"][..]), ("json", &["results.json"]), ("csv", &["horizon.csv", "weekly.csv"])]
    {
        let done = run(&["--out", &folder.place(format), "--format", format]);
        assert_eq!((done.code, done.out.as_str()), (Some(0), ""), "{}", done.err);
        assert_eq!(folder.names(format), files);
        for file in files {
            let (one, other) =
                (folder.text(&format!("{format}/{file}")), folder.text(&format!("all/{file}")));
            assert_eq!(one, other, "{file}");
        }
    }
    let json = serde_json::from_str::<Value>(&folder.text("all/results.json"));
    assert!(json.is_ok());

    // Written again over what is there; a place that cannot be a folder ends with 3.
    assert_eq!(run(&["--out", &folder.place("all")]).code, Some(0));
    assert_eq!(folder.names("all").len(), 4);
    let done = run(&["--out", folder.file()]);
    assert_eq!(done.code, Some(3), "{}", done.err);
    assert!(done.err.contains("cannot write"), "{}", done.err);
}

#[test]
fn a_service_is_read_from_a_pipe() {
    let done = pathloom_reading(text(&clinic()).as_bytes(), &["run", "-", "--replications", "2"]).fine();
    assert!(done.out.contains("2 replications"), "{}", done.out);
}

#[test]
fn a_single_replication_claims_no_band() {
    let folder = Folder::of(&clinic());
    let json = pathloom(&["run", folder.file(), "--replications", "1", "--format", "json"]).fine().json();
    assert_eq!(json["options"][0]["weekly"][0]["bands"]["meanHalfWidth95"][3], Value::Null);
    let table = pathloom(&["run", folder.file(), "--replications", "1", "--intervals"]).fine().out;
    assert!(table.contains("From one simulated future"), "{table}");
}

#[test]
fn weeks_of_the_trajectory_can_be_chosen() {
    let done = run(&clinic(), &["--weeks-shown", "2,3,99"]).fine();
    for part in ["week 2 ", "week 3 ", "week 99"] {
        assert!(done.out.contains(part), "{part}: {}", done.out);
    }
    assert!(!done.out.contains("week 13"), "{}", done.out);
}

#[test]
fn more_than_memory_holds_is_refused_at_once() {
    let folder = Folder::of(&clinic());
    let done = pathloom(&["run", folder.file(), "--replications", "4000000"]);
    assert_eq!((done.code, done.out.as_str()), (Some(4), ""), "{}", done.err);
    assert!(done.err.contains("MB of memory"), "{}", done.err);
}
