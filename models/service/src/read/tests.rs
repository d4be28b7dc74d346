//! What is read, and what is said about what is not.

use std::time::Instant;

use super::{Mistake, ReadError, read, write};
use crate::samples::{self, SMALL, everything, small};
use crate::{Estimate, FORMAT_VERSION};

fn mistake(text: &str) -> Mistake {
    match read(text) {
        Err(ReadError::Mistake(mistake)) => mistake,
        other => panic!("{other:?}"),
    }
}

/// The small sample with one piece of text replaced.
fn with(old: &str, new: &str) -> String {
    assert!(SMALL.contains(old), "{old} is not in the sample");
    SMALL.replacen(old, new, 1)
}

#[test]
fn what_is_written_is_read_back() {
    for mut project in [small(), everything()] {
        for figure in [0.1 + 0.2, 1.0 / 3.0, 5e-324, 1e300, -0.0, 9_007_199_254_740_993.0] {
            project.targets = vec![crate::Target {
                id: "t".into(),
                name: "Quote \" and newline \n and 🙂".into(),
                measure: crate::TargetMeasure::LongestWait,
                threshold: Estimate::exactly(figure),
                by_week: 3,
                probability_percent: Estimate::between(1.0, 2.0, 3.0),
            }];
            let text = write(&project);
            assert_eq!(read(&text).as_ref(), Ok(&project));
            assert!(text.ends_with("}\n") && write(&project) == text);
        }
    }
    assert_eq!(read(&format!("\u{feff}{SMALL}")), Ok(small()));
    assert_eq!(read(&SMALL.replace('\n', "\r\n")), Ok(small()));
}

#[test]
fn mistakes_have_a_place_and_a_hint() {
    let table = [
        (
            "\"perWeek\": 12",
            "\"perWek\": 12",
            "designs[0].steps[0].work.perWek",
            "there is no setting \"perWek\" here",
            "did you mean \"perWeek\"?",
        ),
        (
            "\"mean\": 60",
            "\"mean\": \"60\"",
            "designs[0].steps[1].work.faceToFaceMinutes.mean",
            "the text \"60\" does not belong here",
            "expected a number, {\"value\": number} or {\"low\", \"likely\", \"high\"}",
        ),
        (
            "\"lognormal\"",
            "\"lognormall\"",
            "designs[0].steps[1].work.faceToFaceMinutes",
            "\"lognormall\" is not one of the choices",
            "did you mean \"lognormal\"?",
        ),
        (
            "\"countsAs\": \"completed\"",
            "\"countsAs\": \"gone\"",
            "designs[0].steps[2].work.countsAs",
            "\"gone\" is not one of the choices",
            "choices: completed, signposted, removed, escalatedOut, readmitted",
        ),
        (
            "\"countsAs\": \"completed\"",
            "\"countsAs\": null",
            "designs[0].steps[2].work.countsAs",
            "this does not belong here",
            "expected one of the choices, in quotation marks",
        ),
        (
            "\"startDate\":",
            "\"startDate\": \"2026-04-06\", \"startDate\":",
            "startDate",
            "\"startDate\" is given twice",
            "",
        ),
        (
            "\"horizonWeeks\": 104",
            "\"horizonWeeks\": -1",
            "horizonWeeks",
            "the number -1 does not belong here",
            "expected a whole number, 0 or more",
        ),
        ("\"horizonWeeks\": 104,", "", "", "the setting \"horizonWeeks\" is missing", ""),
        (
            "\"kind\": \"referrals\", \"perWeek\": 12",
            "\"perWeek\": \"twelve\", \"kind\": \"referrals\"",
            "designs[0].steps[0].work",
            "the text \"twelve\" does not belong here",
            "expected a number, {\"value\": number} or {\"low\", \"likely\", \"high\"}",
        ),
        (
            "\"2026-04-06\"",
            "\"6 April 2026\"",
            "startDate",
            "this is not a date",
            "dates are written year-month-day: 2026-04-06",
        ),
        (
            "\"perWeek\": 12",
            "\"perWeek\": { \"low\": 1 }",
            "designs[0].steps[0].work.perWeek",
            "a figure needs either \"value\", or \"low\", \"likely\" and \"high\"",
            "",
        ),
        (
            "\"perWeek\": 12",
            "\"perWeek\": { \"value\": 1, \"value\": 2 }",
            "designs[0].steps[0].work.perWeek.value",
            "\"value\" is given twice",
            "",
        ),
        (
            "\"perWeek\": 12",
            "\"perWeek\": 12, \"caseMix\": { \"a\": 1, \"a\": 2 }",
            "designs[0].steps[0].work.caseMix.a",
            "\"a\" is given twice",
            "",
        ),
        (
            "\"work\": { \"kind\": \"referrals\", \"perWeek\": 12 }",
            "\"work\": { \"kind\": \"split\", \"x\": 12 }",
            "designs[0].steps[0].work",
            "there is no setting \"x\" here",
            "this has no settings of its own",
        ),
        (
            "\"bankHolidays\": true",
            "\"bankHolidays\": \"yes\"",
            "calendars[0].bankHolidays",
            "the text \"yes\" does not belong here",
            "expected true or false",
        ),
        (
            "\"days\": [1, 2, 3, 4, 5]",
            "\"days\": [1, 2.5]",
            "calendars[0].pattern.days[1]",
            "the number 2.5 does not belong here",
            "expected a whole number from 0 to 255",
        ),
        (
            "[{ \"anyOf\": [{ \"role\": \"therapist\" }] }]",
            "null",
            "designs[0].steps[1].work.staff",
            "null does not belong here",
            "expected a list in square brackets",
        ),
    ];
    for (old, new, path, message, hint) in table {
        let text = with(old, new);
        let found = mistake(&text);
        assert_eq!((found.path.as_str(), found.message.as_str()), (path, message), "{new}");
        assert_eq!(found.hint.as_deref().unwrap_or_default(), hint, "{new}");
        let start = text.find(new).unwrap_or_default();
        let line = text[..start].matches('\n').count() + 1;
        assert!(new.is_empty() || found.line == line, "{new}: line {} and not {line}", found.line);
    }
}

#[test]
fn a_mistake_is_one_line_for_a_terminal() {
    let error = read(&with("\"perWeek\": 12", "\"per\u{202e}\\u001bWek\": 12")).expect_err("a mistake");
    assert!(!error.to_string().chars().any(char::is_control), "{error}");
    let error = read(&with("\"perWeek\": 12", "\"perWek\": 12")).expect_err("a mistake");
    assert_eq!(
        error.to_string(),
        "line 31, column 89, at designs[0].steps[0].work.perWek: there is no setting \"perWek\" here"
    );
    assert_eq!(error.hint(), Some("did you mean \"perWeek\"?"));
    let value = serde_json::to_value(&error).expect("JSON");
    assert_eq!((&value["code"], &value["line"]), (&"mistake".into(), &31.into()));
}

#[test]
fn versions_are_looked_at_before_anything_else() {
    let newer = with("\"formatVersion\": 1", "\"anything\": {}, \"formatVersion\": 2");
    assert_eq!(read(&newer), Err(ReadError::TooNew { found: 2, supported: FORMAT_VERSION }));
    assert_eq!(
        read(&with("\"formatVersion\": 1", "\"formatVersion\": 0")),
        Err(ReadError::TooOld { found: 0 })
    );
    for text in [
        "",
        " \n",
        "[]",
        "3",
        "\"formatVersion\"",
        "null",
        "{}",
        "{\"formatVersion\": \"1\"}",
        "{\"formatVersion\": 1.5}",
        "{\"formatVersion\": -1}",
    ] {
        let error = read(text).expect_err(text);
        assert!(matches!(error, ReadError::NoVersion { .. }), "{text}: {error:?}");
        assert!(error.hint().is_some() && !error.to_string().contains("struct"), "{error}");
    }
}

#[test]
fn text_that_is_not_json_has_a_line() {
    let cut = &SMALL[..SMALL.len() / 2];
    for text in [
        cut,
        "{\"formatVersion\": 1,\n}",
        "{\"formatVersion\": 1} x",
        "{'formatVersion': 1}",
        "\0",
        "{\"formatVersion\": 1, \"name\": 1e999}",
    ] {
        let error = read(text).expect_err(text);
        assert!(matches!(error, ReadError::NotJson { line: 1.., .. }), "{text}: {error:?}");
    }
}

/// Any cut, and any single byte changed, is an answer and not a crash.
#[test]
fn damaged_files_are_refused_or_read_but_never_fatal() {
    let text = samples::SMALL;
    for end in 0..text.len() {
        assert!(read(&text[..end]).is_err() || text[end..].trim().is_empty());
    }
    for at in 0..text.len() {
        for byte in [b'"', b'{', b']', b'9', b'-', 0] {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at] = byte;
            if let Ok(damaged) = std::str::from_utf8(&bytes)
                && let Ok(project) = read(damaged)
            {
                crate::check(&project);
            }
        }
    }
}

#[test]
fn huge_and_deep_texts_are_refused_quickly() {
    let started = Instant::now();
    let step = r#"{"id":"a","name":"b","work":{"kind":"split"}}"#;
    let steps = vec![step; 1_000_000].join(",");
    let text = format!(r#"{{"formatVersion":1,"designs":[{{"id":"d","name":"D","steps":[{steps}]}}]}}"#);
    let found = mistake(&text);
    assert_eq!((found.path.as_str(), found.line), ("designs[0].steps", 1));
    assert_eq!(found.message, "this list is too long: it may have 2,000 entries");

    let values = vec!["1"; 3_000].join(",");
    let found = mistake(&format!(r#"{{"formatVersion":1,"x":[{values}]}}"#));
    assert_eq!(found.path, "x");

    let deep = format!("{{\"formatVersion\":1,\"x\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(read(&deep).is_err());

    let objects = format!("{{{}}}", vec!["\"a\":{}"; 1_000].join(","));
    assert_eq!(mistake(&format!(r#"{{"formatVersion":1,"x":{objects}}}"#)).path, "x.a");

    let long = " ".repeat(crate::limits::TEXT_BYTES + 1);
    assert!(matches!(read(&long), Err(ReadError::TooLong { .. })));
    assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
}

/// A long imported list of plain numbers is no burden.
#[test]
fn long_lists_of_numbers_are_read() {
    let weeks = vec!["12.5"; 200_000].join(",");
    let list = "{ \"kind\": \"summary\", \"number\": 80, \"meanWeeks\": 9, \"longestWeeks\": 40 }";
    let text = with(list, &format!(r#"{{ "kind": "ages", "weeks": [{weeks}] }}"#));
    assert_eq!(crate::check(&read(&text).expect("a document")), []);
}

#[test]
fn keys_may_come_in_any_order() {
    let project = crate::samples::everything();
    // Keys sorted by another program: `kind` is not the first any more.
    let sorted = serde_json::to_value(&project).unwrap_or_default().to_string();
    assert!(sorted.contains("\"caseMix\":{},\"changes\""), "keys are in order of the alphabet");
    assert_eq!(read(&sorted), Ok(project));
}
