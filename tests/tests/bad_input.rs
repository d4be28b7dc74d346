//! Bad input: whatever a file holds, the answer is a document, or what is wrong with it and where. Nothing panics,
//! hangs or takes more memory than the limits say.
//!
//! The messages themselves are tested beside the code that makes them; here every place of the samples is damaged in
//! turn, then many at random. `fuzz/` goes on where this stops. Bytes that are no text are the command line's.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use pathloom_service::{
    Absence, AbsencePattern, Mistake, Posts, Problem, Project, ReadError, Role, Scenario, Severity,
    WorkingPattern, check, limits, read, samples,
};
use pathloom_simulation::{RunError, RunSettings, run};
use pathloom_tests::hostile::{
    Verdict, damage, damage_gently, examine, is_located, originals, places, read_back, says_where_and_what,
    text_of,
};
use serde_json::{Value, json};

// ---- Texts that are no document

#[test]
fn a_file_cut_off_anywhere_is_refused_with_its_line() {
    for (name, text) in documents() {
        for end in (0..text.trim_end().len()).step_by(97).filter(|end| text.is_char_boundary(*end)) {
            let error = read(&text[..end]).expect_err("half a document");
            is_located(&error);
            let expected = match &error {
                ReadError::NotJson { line, .. } => *line == text[..end].split('\n').count(),
                ReadError::NoVersion { .. } => end < 40,
                _ => false,
            };
            assert!(expected, "{name}, cut at {end}: {error:?}");
        }
    }
}

#[test]
fn a_value_of_the_wrong_type_is_refused_where_it_is() {
    let wrong = [Value::Null, json!(true), json!("twelve"), json!([null]), json!({ "no": "such setting" })];
    for original in originals() {
        for place in places(&original, &|_, _| true).into_iter().skip(1) {
            for value in &wrong {
                let mut document = original.clone();
                put(&mut document, &place, value.clone());
                match read_back(&text_of(&document)) {
                    Err(ReadError::Mistake(mistake)) => is_at(&mistake, &place),
                    Err(ReadError::NoVersion { .. }) => assert_eq!(place, "/formatVersion"),
                    Err(other) => panic!("{place} = {value}: {other:?}"),
                    // Texts, switches and what may be left out.
                    Ok(project) => check(&project).iter().for_each(says_where_and_what),
                }
            }
        }
    }
}

#[test]
fn a_setting_that_does_not_exist_is_refused_where_it_is() {
    for original in originals() {
        for place in places(&original, &|_, value| value.is_object()) {
            let mut document = original.clone();
            put(&mut document, &format!("{place}/no such"), json!(1));
            match read(&text_of(&document)) {
                Err(ReadError::Mistake(mistake)) => {
                    is_at(&mistake, &format!("{place}/no such"));
                    let unknown = mistake.message == "there is no setting \"no such\" here";
                    // Where any key may stand its value is looked at: labels, texts and answers are words.
                    let of_words = ["/labels", "/texts", "/answers"].iter().any(|end| place.ends_with(end));
                    assert!(unknown || of_words, "{place}: {mistake}");
                }
                // Where keys are names: of a group or a role that is not there.
                Ok(project) => assert!(names_nothing(&check(&project)), "{place}"),
                Err(other) => panic!("{place}: {other:?}"),
            }
        }
    }
}

#[test]
fn a_setting_given_twice_is_refused_where_it_is() {
    for original in originals() {
        for place in places(&original, &|_, value| value.as_object().is_some_and(|object| !object.is_empty()))
        {
            let mut document = original.clone();
            let keys =
                document.pointer(&place).and_then(Value::as_object).map(|object| object.keys().cloned());
            let key = keys.into_iter().flatten().last().expect("it is not empty");
            put(&mut document, &format!("{place}/twice"), json!("twice"));
            let text = text_of(&document).replace("\"twice\":\"twice\"", &format!("\"{key}\":1"));
            // The version is looked up before anything else is.
            if key != "formatVersion" {
                let mistake = mistake_of(&text);
                assert_eq!(mistake.message, format!("\"{key}\" is given twice"), "{place}");
                is_at(&mistake, &format!("{place}/{key}"));
            }
        }
    }
}

#[test]
fn a_million_steps_are_refused_at_the_first_too_many() {
    let step = r#"{"id":"a","name":"b","work":{"kind":"split"}}"#;
    let text = with_steps(&vec![step; 1_000_000].join(","));
    let mistake = mistake_of(&text);
    assert_eq!((mistake.path.as_str(), mistake.line), ("designs[0].steps", 1));
    assert_eq!(mistake.message, "this list is too long: it may have 2,000 entries");
    assert!(mistake.column < step.len() * 2_100, "read on until {}", mistake.column);
}

#[test]
fn lists_beyond_every_limit_are_refused() {
    let too_many = |list: &str, element: &str, limit: usize| {
        let elements = vec![element; limit + 1].join(",");
        let mistake = mistake_of(&format!(r#"{{"formatVersion":1,"{list}":[{elements}]}}"#));
        assert_eq!(mistake.path, list);
        assert!(mistake.message.starts_with("this list is too long"), "{mistake}");
    };
    for (list, limit) in [
        ("tiers", limits::TIERS),
        ("groups", limits::GROUPS),
        ("calendars", limits::CALENDARS),
        ("roles", limits::ROLES),
        ("designs", limits::DESIGNS),
        ("mixes", limits::MIXES),
        ("options", limits::OPTIONS),
        ("targets", limits::TARGETS),
        ("anything", limits::ENTRIES),
        ("weeks", limits::NUMBERS),
    ] {
        too_many(list, "1", limit);
    }
    let objects = vec![format!("[{}]", vec!["{}"; 1_999].join(",")); 1_999].join(",");
    let mistake = mistake_of(&format!(r#"{{"formatVersion":1,"x":[{objects}]}}"#));
    assert!(!mistake.path.is_empty() && mistake.line == 1, "{mistake:?}");
    let long = format!("{{\"formatVersion\":1,\"name\":\"{}\"}}", "x".repeat(limits::TEXT_BYTES));
    let error = read(&long).expect_err("longer than any document");
    assert!(matches!(error, ReadError::TooLong { .. }));
    is_located(&error);
}

#[test]
fn deep_nesting_is_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"kind\":", "}]")] {
        for depth in [64, 127, 128, 129, 1_000, 1_000_000] {
            let deep = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            for text in [
                deep.clone(),
                format!("{{\"formatVersion\":1,\"x\":{deep}}}"),
                format!("{{\"formatVersion\":{deep}}}"),
                samples::SMALL.replacen("12", &deep, 1),
            ] {
                is_located(&read(&text).expect_err("too deep, or unknown"));
            }
        }
    }
    // Mixtures of mixtures have a limit of their own.
    let inside = r#"{"kind":"mixture","parts":[{"percent":100,"of":"#;
    for depth in [1, limits::MIXTURE_DEPTH, limits::MIXTURE_DEPTH + 1, 20, 200] {
        let mixture =
            format!("{}{{\"kind\":\"fixed\",\"value\":9}}{}", inside.repeat(depth), "}]}".repeat(depth));
        let text = samples::SMALL.replacen(r#"{ "kind": "lognormal", "mean": 60, "sd": 20 }"#, &mixture, 1);
        match read_back(&text) {
            Ok(project) => {
                let deep = has_error(&check(&project), "mixture-too-deep");
                assert_eq!(deep, depth > limits::MIXTURE_DEPTH, "{depth}");
            }
            Err(_) => assert!(depth > 20, "{depth}"),
        }
    }
}

#[test]
fn texts_that_are_far_too_long_are_refused_in_a_short_message() {
    let long = "ø".repeat(1_000_000);
    for original in originals() {
        let worded = |key: &str, value: &Value| value.is_string() && key != "startDate";
        for place in places(&original, &worded).into_iter().step_by(3) {
            let mut document = original.clone();
            put(&mut document, &place, json!(long));
            match read_back(&text_of(&document)) {
                Ok(project) => {
                    let problems = check(&project);
                    problems.iter().for_each(says_where_and_what);
                    let is_refused = problems.iter().any(|problem| problem.severity == Severity::Error);
                    assert!(is_refused || names_nothing(&problems), "{place}");
                    assert!(problems.iter().all(|problem| problem.message.len() < 1_000), "{place}");
                }
                Err(error) => assert!(error.to_string().len() < 1_000, "{place}"),
            }
        }
    }
}

// ---- Documents that cannot be meant

#[test]
fn shares_of_99_percent_are_errors_where_they_are() {
    for (place, value, path) in [
        ("/designs/0/links/@assessed-bed/cause/percent", json!(4), "designs/tiered/steps/assessment"),
        (
            "/designs/0/steps/@referrals/work/caseMix/urgent",
            json!(19),
            "designs/tiered/steps/referrals/work/caseMix",
        ),
        (
            "/designs/0/steps/@assessment/work/contactsPerPerson/percents/2",
            json!(9),
            "work/contactsPerPerson/percents",
        ),
        ("/designs/0/steps/@step-down/work/stayDays/parts/0/percent", json!(29), "work/stayDays/parts"),
        ("/designs/0/steps/@assessment/work/start/caseMix/urgent", json!(9), "work/start/caseMix"),
    ] {
        let mut document = originals()[1].clone();
        let place = by_position(&document, place);
        put(&mut document, &place, value);
        let problems = check(&read(&text_of(&document)).expect("a document"));
        let found = problems.iter().find(|problem| problem.code == "shares-do-not-add-up");
        let found = found.unwrap_or_else(|| panic!("{place}: {problems:#?}"));
        assert!(found.place.path.contains(path) && found.message.contains("99%"), "{found}");
        assert_eq!(found.severity, Severity::Error);
    }
}

#[test]
fn every_figure_may_be_negative_absurd_or_next_to_nothing() {
    for original in originals() {
        for place in places(&original, &|_, value| value.is_number()) {
            for value in [-1.0f64, -0.0, 1e-320, 1e18, 1e308, -1e308] {
                let mut document = original.clone();
                put(&mut document, &place, json!(value));
                match read_back(&text_of(&document)) {
                    Ok(project) => {
                        let problems = check(&project);
                        problems.iter().for_each(says_where_and_what);
                        let refused = problems.iter().any(|problem| problem.severity == Severity::Error);
                        // Where somebody drew a step matters to nobody, and benefits may be losses.
                        let anything = place.contains("/position/") || place.contains("/low");
                        assert!(refused || anything || value.abs() < 1e18, "{place} = {value} passed");
                    }
                    Err(ReadError::Mistake(mistake)) => is_at(&mistake, &place),
                    Err(ReadError::NoVersion { .. }) => assert_eq!(place, "/formatVersion"),
                    Err(other) => panic!("{place} = {value}: {other:?}"),
                }
            }
        }
    }
}

#[test]
fn huge_horizons_are_refused_or_bounded() {
    let years = |weeks: &str| {
        samples::SMALL.replacen("\"horizonWeeks\": 104", &format!("\"horizonWeeks\": {weeks}"), 1)
    };
    for weeks in
        ["4294967295", "5201", "5200, \"warmUpWeeks\": 4294967295", "4294967295, \"warmUpWeeks\": 4294967295"]
    {
        let project = read(&years(weeks)).expect("a document");
        let problems = check(&project);
        let found =
            problems.iter().find(|problem| problem.severity == Severity::Error).expect("too far ahead");
        assert!(found.place.path.ends_with("Weeks") && !found.hint.is_empty(), "{found}");
        // Whoever runs it without checking is told so, too.
        let refused = simulate(&first_scenario(&project), 0..1);
        assert!(matches!(refused, Err(RunError::Invalid { .. })), "{refused:?}");
    }
    for weeks in ["4294967296", "1e9", "-1", "0.5", "1e400"] {
        is_located(&read(&years(weeks)).expect_err("no number of weeks"));
    }
    let furthest = read(&years("5200")).expect("a document");
    assert!(!check(&furthest).iter().any(|problem| problem.severity == Severity::Error));
    let outcomes = simulate(&first_scenario(&furthest), 0..1).expect("a hundred years can be simulated");
    assert_eq!(outcomes, 1);
    let refused = simulate(&first_scenario(&furthest), 0..u32::MAX);
    assert!(matches!(refused, Err(RunError::TooLarge { .. })), "{refused:?}");
}

#[test]
fn loops_that_take_no_time_are_errors_and_loops_that_may_lock_are_warnings() {
    let rest = r#"{"id":"in","name":"In","work":{"kind":"referrals","perWeek":5}},
        {"id":"out","name":"Out","work":{"kind":"outcome","countsAs":"completed"}}"#;
    let ring = |one: &str, other: &str| {
        let steps = format!(
            r#"{rest},{{"id":"one","name":"One","work":{one}}},{{"id":"other","name":"Other","work":{other}}}"#
        );
        let links = r#"{"id":"a","from":"in","to":"one"},{"id":"b","from":"one","to":"other"},
            {"id":"c","from":"other","to":"one","cause":{"kind":"completed","percent":50}},
            {"id":"d","from":"other","to":"out","cause":{"kind":"completed","percent":50}}"#;
        with_design(&steps, links)
    };
    let instant = read(&ring(r#"{"kind":"split"}"#, r#"{"kind":"delay","days":{"kind":"fixed","value":0}}"#));
    let problems = check(&instant.expect("a document"));
    assert!(has_error(&problems, "loop-without-time"), "{problems:#?}");

    let beds = r#"{"kind":"places","places":1,"stayDays":{"kind":"fixed","value":3},"keepsPlaceUntilAdmitted":true}"#;
    let text = ring(beds, beds);
    let problems = check(&read(&text).expect("a document"));
    assert!(problems.iter().any(|problem| problem.code == "may-lock" && !problem.place.path.is_empty()));
    match examine(&text, 200_000) {
        // Everybody waits for everybody else, and the weeks go by.
        Verdict::Simulated(1, errors) => assert_eq!(errors, []),
        other => panic!("{other:?}"),
    }
}

// ---- What passes the check and is too much all the same

#[test]
fn more_people_than_fit_are_refused_before_there_is_room_for_them() {
    let bed = |n: usize| {
        format!(
            r#"{{"id":"bed-{n}","name":"Bed","work":{{"kind":"places","places":1,"stayDays":{{"kind":"fixed","value":3}},
            "start":{{"waiting":{{"kind":"summary","number":1000000,"meanWeeks":9,"longestWeeks":40}}}}}}}}"#
        )
    };
    let link = |n: usize| format!(r#"{{"id":"link-{n}","from":"bed-{n}","to":"out"}}"#);
    let out = r#"{"id":"out","name":"Out","work":{"kind":"outcome","countsAs":"completed"}}"#;
    let steps: Vec<String> = (0..1_500).map(bed).chain([out.to_owned()]).collect();
    let text = with_design(&steps.join(","), &(0..1_500).map(link).collect::<Vec<_>>().join(","));
    match examine(&text, 200_000) {
        Verdict::Simulated(0, errors) => {
            assert!(matches!(errors[..], [RunError::TooManyPeople { .. }]), "{errors:?}")
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn rotas_and_absences_that_do_not_fit_in_memory_are_refused() {
    let mut many = samples::small();
    many.horizon_weeks = limits::WEEKS;
    let therapist = many.roles.remove(0);
    for n in 0..50 {
        let id = format!("therapist-{n}");
        let absence = Absence {
            leave_days_per_year: 30.0.into(),
            study_days_per_year: 0.0.into(),
            sickness_percent: 3.0.into(),
            pattern: AbsencePattern::WholeWeeks,
        };
        many.roles.push(Role { id: id.clone(), absence: Some(absence), ..therapist.clone() });
        many.mixes[0].posts.push(Posts { role: id, wte: 10_000.0.into(), changes: Vec::new() });
    }
    let refused = simulate(&first_scenario(&many), 0..1);
    assert!(matches!(refused, Err(RunError::TooLarge { .. } | RunError::Invalid { .. })), "{refused:?}");

    let shifts: Vec<Value> = (0..2_000u32)
        .map(|n| json!({ "fromHour": f64::from(n) * 0.012, "toHour": f64::from(n + 1) * 0.012, "posts": 1 }))
        .collect();
    let mut document = originals()[0].clone();
    put(&mut document, "/calendars/0/pattern", json!({ "kind": "shifts", "shifts": shifts }));
    put(&mut document, "/horizonWeeks", json!(limits::WEEKS));
    let project = read(&text_of(&document)).expect("a document");
    assert!(
        matches!(&project.calendars[0].pattern, WorkingPattern::Shifts(rota) if rota.shifts.len() == 2_000)
    );
    let refused = simulate(&first_scenario(&project), 0..1);
    assert!(matches!(refused, Err(RunError::TooLarge { .. })), "{refused:?}");
}

#[test]
fn a_run_that_never_ends_is_stopped() {
    for per_week in [100_000, 1_000_000] {
        let text = samples::SMALL.replacen("\"perWeek\": 12", &format!("\"perWeek\": {per_week}"), 1);
        match examine(&text, 200_000) {
            Verdict::Simulated(0, errors) => {
                assert!(
                    errors.iter().all(|error| *error == RunError::TooManyEvents { limit: 200_000 }),
                    "{errors:?}"
                );
            }
            other => panic!("{other:?}"),
        }
    }
}

/// Clocks of a moment ago: an uneven list has people who have waited next to nothing, and a replayed referral may
/// fall an instant before midnight. None is counted twice, or in the wrong week.
#[test]
fn people_who_have_only_just_come_are_counted_once() {
    for longest in [41, 161, 700] {
        let text =
            samples::SMALL.replacen("\"longestWeeks\": 40", &format!("\"longestWeeks\": {longest}"), 1);
        let verdict = examine(&text, 200_000);
        assert!(matches!(verdict, Verdict::Simulated(2, _)), "{verdict:?}");
    }
    let day = 7.0 - f64::EPSILON * 4.0;
    let history = format!(
        r#""perWeek": 12, "pattern": {{ "kind": "history", "days": [{day:?}, 13.999999999999998] }}"#
    );
    let text = samples::SMALL.replacen("\"perWeek\": 12", &history, 1);
    assert!(matches!(examine(&text, 200_000), Verdict::Simulated(2, _)));
}

/// Draws stay numbers, and hours are those there are, with figures next to nothing or far apart.
#[test]
fn figures_next_to_nothing_give_no_figure_that_is_not_one() {
    let clinic = |old: &str, new: &str| samples::SMALL.replacen(old, new, 1);
    let sd = check(
        &read(&clinic("\"mean\": 60, \"sd\": 20", "\"mean\": 1e-320, \"sd\": 20")).expect("a document"),
    );
    assert!(has_error(&sd, "spread-too-wide"), "{sd:#?}");
    for text in [
        clinic("\"mean\": 60, \"sd\": 20", "\"mean\": 1e-320, \"sd\": 1e-320"),
        clinic("\"mean\": 60, \"sd\": 20", "\"mean\": 60, \"sd\": 1e-320"),
        clinic(
            "\"kind\": \"lognormal\", \"mean\": 60, \"sd\": 20",
            "\"kind\": \"gamma\", \"mean\": 1e-320, \"sd\": 0",
        ),
        clinic("\"mean\": 60, \"sd\": 20", "\"mean\": 1000000, \"sd\": 1000000"),
        clinic("\"hoursPerWeek\": 37.5", "\"hoursPerWeek\": 1e-9"),
        clinic("\"hoursPerWeek\": 37.5", "\"hoursPerWeek\": 1e-320"),
        clinic("\"calendar\": \"weekdays\"", "\"followUpPolicy\": { \"kind\": \"newFirst\" }")
            .replacen("37.5", "1e-320", 1)
            .replacen("\"mean\": 60, \"sd\": 20", "\"mean\": 1e-320, \"sd\": 0", 1),
        clinic("\"perWeek\": 12", "\"perWeek\": 1e-320"),
        clinic(
            "\"perWeek\": 12",
            "\"perWeek\": 1e-9, \"pattern\": { \"kind\": \"overDispersed\", \"varianceToMean\": 1000 }",
        ),
    ] {
        let verdict = examine(&text, 200_000);
        assert!(matches!(verdict, Verdict::Simulated(2, _)), "{verdict:?}\n{text}");
    }
}

// ---- At random

/// Two thousand documents, each damaged in a few places: most are refused by the reader or the check, and what
/// passes is simulated.
#[test]
fn damage_at_random_is_found_or_does_no_harm() {
    let originals = originals();
    let (mut refused, mut wrong, mut simulated) = (0, 0, 0);
    for case in 0..2_000 {
        let mut state = case;
        let mut dice = |sides: usize| (split_mix(&mut state) % sides as u64) as usize;
        let mut document = originals[dice(2)].clone();
        let times = 1 + dice(8);
        if case % 4 == 0 {
            damage_gently(&mut document, &originals, times, &mut dice);
        } else {
            (0..times).for_each(|_| damage(&mut document, &originals, &mut dice));
        }
        match examine(&text_of(&document), 200_000) {
            Verdict::Refused(_) => refused += 1,
            Verdict::Wrong(_) => wrong += 1,
            Verdict::Simulated(..) => simulated += 1,
        }
    }
    assert!(
        refused > 200 && wrong > 200 && simulated > 200,
        "{refused} refused, {wrong} wrong, {simulated} run"
    );
}

/// The next number of SplitMix64.
fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

// ---- Helpers

/// The texts of the samples and the examples, by name.
fn documents() -> Vec<(String, String)> {
    fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("the examples are there") {
            let path = entry.expect("a listed entry can be looked at").path();
            if path.is_dir() {
                collect(&path, paths);
            } else if path.to_string_lossy().ends_with(".pathloom.json") {
                paths.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples"), &mut paths);
    paths.sort();
    let examples = paths.iter().map(|path| {
        let text = fs::read_to_string(path).expect("an example is text");
        (path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(), text)
    });
    let samples = [("small", samples::SMALL), ("everything", samples::EVERYTHING)];
    samples.map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter().chain(examples).collect()
}

/// Puts a value at a JSON pointer, in the place of another or as a new key.
fn put(document: &mut Value, place: &str, value: Value) {
    if let Some(found) = document.pointer_mut(place) {
        *found = value;
        return;
    }
    let (parent, key) = place.rsplit_once('/').expect("a place below the top");
    match document.pointer_mut(parent) {
        Some(Value::Object(object)) => drop(object.insert(key.to_owned(), value)),
        other => panic!("{place}: {other:?}"),
    }
}

/// A JSON pointer from one with ids for elements of lists: `/designs/0/steps/@triage`.
fn by_position(document: &Value, place: &str) -> String {
    let mut pointer = String::new();
    for part in place.split('/').skip(1) {
        let list = document.pointer(&pointer).and_then(Value::as_array);
        let named = |id: &str| list?.iter().position(|element| element["id"] == id);
        match part.strip_prefix('@').and_then(named) {
            Some(at) => pointer.push_str(&format!("/{at}")),
            None => pointer.extend(["/", part]),
        }
    }
    pointer
}

fn with_steps(steps: &str) -> String {
    format!(r#"{{"formatVersion":1,"designs":[{{"id":"d","name":"D","steps":[{steps}]}}]}}"#)
}

/// A document with one design and one option.
fn with_design(steps: &str, links: &str) -> String {
    format!(
        r#"{{"formatVersion":1,"name":"N","startDate":"2026-04-06","horizonWeeks":20,
        "groups":[{{"id":"everyone","name":"Everyone"}}],
        "designs":[{{"id":"d","name":"D","steps":[{steps}],"links":[{links}]}}],
        "options":[{{"id":"o","name":"O","design":"d"}}]}}"#
    )
}

fn mistake_of(text: &str) -> Mistake {
    match read(text) {
        Err(ReadError::Mistake(mistake)) => mistake,
        other => panic!("{:?}", other.map(|project| project.name)),
    }
}

/// Whether a mistake is reported at a place, above it or just below it.
fn is_at(mistake: &Mistake, place: &str) {
    assert!(mistake.line > 0 && mistake.column > 0, "{mistake:?}");
    let said = mistake.path.replace('[', ".").replace(']', "").replace('.', "/");
    let said = format!("/{said}");
    // Keys may have points in them, as item 1.1 of the reporting guideline has.
    let place = &place.replace('.', "/");
    assert!(place.starts_with(said.trim_end_matches('/')) || said.starts_with(place), "{place}: {mistake}");
}

/// Whether something is named that is not there: a mistake, or, in what is said of money and in the business case, which
/// change no simulation, a warning.
fn names_nothing(problems: &[Problem]) -> bool {
    problems.iter().any(|problem| problem.code.starts_with("unknown-"))
}

fn has_error(problems: &[Problem], code: &str) -> bool {
    problems.iter().any(|problem| problem.severity == Severity::Error && problem.code.starts_with(code))
}

fn first_scenario(project: &Project) -> Scenario {
    project.scenario(&project.options[0]).expect("an option that can be resolved")
}

/// How many replications were simulated.
fn simulate(scenario: &Scenario, replications: std::ops::Range<u32>) -> Result<usize, RunError> {
    let settings = RunSettings { replications, threads: 1, most_events: 1_000_000, ..RunSettings::default() };
    run(scenario, &settings, &AtomicBool::new(false), &mut |_| {}).map(|outcomes| outcomes.replications.len())
}
