//! What two options do differently, field by field, in the words of the service.

use pathloom_service::{Difference, Scenario, differences};
use serde::Serialize;
use serde_json::Value;

use crate::words::typed;

/// One thing that an option does differently from the base.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct WhatDiffers {
    /// Place in the scenario: `mix/posts/ot-band-6/wte`.
    pub place: String,
    /// In words: "Occupational therapist, band 6: 8.3 WTE instead of 4".
    pub words: String,
}

/// Fields whose change needs no telling: names, notes and places on the canvas.
const SILENT: [&str; 10] =
    ["optionId", "optionName", "name", "description", "note", "position", "evidence", "id", "x", "y"];

/// Fields that have words of their own: the last part of a place, what stands before the figure, what after it.
const FIELDS: [(&str, &str, &str); 36] = [
    ("wte", "", " WTE"),
    ("places", "", " places"),
    ("seats", "", " seats"),
    ("everyWeeks", "starts every ", " weeks"),
    ("firstAfterWeeks", "first starts after ", " weeks"),
    ("minimum", "runs for at least ", " people"),
    ("sessions", "", " sessions"),
    ("weeksBetween", "", " weeks from one to the next"),
    ("sessionMinutes", "", " minutes a session"),
    ("hoursPerSession", "", " staff hours a session"),
    ("adminMinutes", "", " minutes of notes and liaison a contact"),
    ("travelMinutes", "", " minutes of travel a contact"),
    ("faceToFaceMinutes", "", " minutes with the person"),
    ("minutesLost", "", " minutes lost by a missed contact"),
    ("contactsPerPerson", "", " contacts for each person"),
    ("bookingNoticeDays", "", " days' notice"),
    ("newPerWeek", "", " new people a week at most"),
    ("caseloadPerWte", "", " people under way for each WTE at most"),
    ("cancelledPercent", "", "% cancelled in time"),
    ("urgentPercent", "", "% of starts kept for urgent people"),
    ("longestWaitersPercent", "", "% of starts kept for whoever has waited longest"),
    ("risesAfterWeeks", "counts as more urgent after ", " weeks"),
    ("listLimit", "list closed at ", " people"),
    ("perWeek", "", " referrals a week"),
    ("growthPercentPerYear", "", "% more referrals each year"),
    ("stayDays", "", " days' stay"),
    ("costPoundsPerDay", "£", " a day for each place"),
    ("costPoundsPerYear", "£", " a year for each WTE"),
    ("clinicalPercent", "", "% of hours for patients"),
    ("hoursPerWeek", "", " hours a week"),
    ("reachPercent", "", "% of demand reached"),
    ("preventsPercent", "", "% of the demand reached prevented"),
    ("leaveAfter", "", " missed contacts before leaving"),
    ("vacantPercent", "", "% of posts vacant at the start"),
    ("leaversPercentPerYear", "", "% of staff leaving in a year"),
    ("sicknessPercent", "", "% sickness"),
];

/// What `option` does differently from `base`, in the order of the document.
///
/// Where the options use different designs, steps that only one has are one line each. A field without words of its own
/// is named by its place.
pub fn what_differs(base: &Scenario, option: &Scenario) -> Vec<WhatDiffers> {
    let told = |difference: &Difference| !difference.path.split('/').any(|part| SILENT.contains(&part));
    let mut found: Vec<WhatDiffers> = Vec::new();
    for difference in differences(base, option).iter().filter(|one| told(one)) {
        let place = figure_place(&difference.path);
        let words = sentence(base, option, &place, difference);
        // The low, likely and high of one range are one difference.
        if found.last().is_none_or(|last| last.place != place) {
            found.push(WhatDiffers { place, words });
        }
    }
    found
}

/// The place of the figure that a difference lies in: a range's ends belong to their figure.
fn figure_place(path: &str) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    let ends = ["low", "likely", "high", "value"];
    match parts.split_last() {
        Some((last, most)) if ends.contains(last) => most.join("/"),
        _ => path.to_owned(),
    }
}

fn sentence(base: &Scenario, option: &Scenario, place: &str, difference: &Difference) -> String {
    let parts: Vec<&str> = place.split('/').collect();
    let owner = owner(&parts, option).or_else(|| owner(&parts, base)).unwrap_or_default();
    if let ["design", list @ ("steps" | "links"), _] = parts[..] {
        return whole_element(list, &owner, difference);
    }
    if let ["economics", list @ ("costs" | "effects"), _] = parts[..] {
        return whole_element(list, &owner, difference);
    }
    if let (["mix", "posts", _], Some(value)) = (&parts[..], posts_wte(difference)) {
        return format!("{owner}: {value}");
    }
    let last = parts.last().copied().unwrap_or_default();
    let (before, after) = (shown(difference.before.as_ref()), shown(difference.after.as_ref()));
    let words = match FIELDS.iter().find(|(field, ..)| *field == last) {
        Some((_, lead, unit)) => match (before, after) {
            (Some(before), Some(after)) => format!("{lead}{after}{unit} instead of {before}"),
            (None, Some(after)) => format!("{lead}{after}{unit}, where nothing was set"),
            (Some(before), None) => format!("not set any more ({lead}{before}{unit} before)"),
            (None, None) => "changed".to_owned(),
        },
        None if last == "percent" || last.ends_with("Percent") => share(&parts, before, after),
        None => format!("{}: {}", spaced(last), or_nothing(after, before)),
    };
    if owner.is_empty() { format!("{place}: {words}") } else { format!("{owner}: {words}") }
}

/// A place by the name of what it belongs to and what it counts: "Occupational therapist, band 6 (WTE)".
pub(crate) fn place_words(scenario: &Scenario, place: &str) -> String {
    let parts: Vec<&str> = place.split('/').collect();
    let last = parts.last().copied().unwrap_or_default();
    let unit = match FIELDS.iter().find(|(field, ..)| *field == last) {
        Some((_, lead, unit)) => format!("{lead}…{unit}").trim_start_matches('…').trim().to_owned(),
        None if last.parse::<usize>().is_ok() => {
            parts.iter().rev().skip(1).map(|part| spaced(part)).next().unwrap_or_default()
        }
        None => spaced(last),
    };
    match owner(&parts, scenario) {
        Some(owner) => format!("{owner} ({unit})"),
        None => place.to_owned(),
    }
}

/// A place with a value: "Occupational therapist, band 6: 4.3 WTE".
pub(crate) fn value_words(scenario: &Scenario, place: &str, value: f64) -> String {
    let parts: Vec<&str> = place.split('/').collect();
    let last = parts.last().copied().unwrap_or_default();
    let owner = owner(&parts, scenario);
    match (owner, FIELDS.iter().find(|(field, ..)| *field == last)) {
        (Some(owner), Some((_, lead, unit))) => format!("{owner}: {lead}{}{unit}", typed(value)),
        _ => format!("{}: {}", place_words(scenario, place), typed(value)),
    }
}

fn share(parts: &[&str], before: Option<String>, after: Option<String>) -> String {
    let what = if parts.contains(&"missed") {
        "missed"
    } else if parts.contains(&"links") {
        "of people go this way"
    } else {
        "share"
    };
    let percent =
        |value: Option<String>| value.map_or_else(|| "none".to_owned(), |value| format!("{value}%"));
    format!("{} {what} instead of {}", percent(after), percent(before))
}

fn or_nothing(after: Option<String>, before: Option<String>) -> String {
    let word = |value: Option<String>| value.unwrap_or_else(|| "not set".to_owned());
    format!("{} instead of {}", word(after), word(before))
}

fn whole_element(list: &str, name: &str, difference: &Difference) -> String {
    let kind = list.trim_end_matches('s');
    match (&difference.before, &difference.after) {
        (None, _) => format!("{name}: {} {kind} that the base has not", article(kind)),
        (_, None) => format!("{name}: {} {kind} of the base that is gone", article(kind)),
        _ => format!("{name}: another kind of {kind}"),
    }
}

fn article(word: &str) -> &'static str {
    if word.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}

/// A role that only one of the two mixes has.
fn posts_wte(difference: &Difference) -> Option<String> {
    let wte = |value: &Option<Value>| value.as_ref().and_then(|posts| shown(posts.get("wte")));
    match (wte(&difference.before), wte(&difference.after)) {
        (None, Some(now)) => Some(format!("{now} WTE instead of none")),
        (Some(before), None) => Some(format!("none instead of {before} WTE")),
        _ => None,
    }
}

/// The label of the step, link, role or group that a place belongs to.
pub(crate) fn owner(parts: &[&str], scenario: &Scenario) -> Option<String> {
    let design = &scenario.design;
    match parts {
        ["design", "steps", id, ..] => {
            design.steps.iter().find(|step| step.id == *id).map(|step| step.name.clone())
        }
        ["design", "links", id, ..] => {
            let link = design.links.iter().find(|link| link.id == *id)?;
            let name = |id: &str| {
                design
                    .steps
                    .iter()
                    .find(|step| step.id == id)
                    .map_or_else(|| id.to_owned(), |step| step.name.clone())
            };
            Some(format!("{} to {}", name(&link.from), name(&link.to)))
        }
        ["mix", "posts", id, ..] | ["roles", id, ..] => {
            scenario.roles.iter().find(|role| role.id == *id).map(|role| role.name.clone())
        }
        ["economics", "costs", id, ..] => {
            scenario.economics.costs.iter().find(|cost| cost.id == *id).map(|cost| cost.name.clone())
        }
        ["economics", "effects", id, ..] => scenario
            .economics
            .effects
            .iter()
            .find(|effect| effect.id == *id)
            .map(|effect| effect.name.clone()),
        ["economics", ..] => Some("Money".to_owned()),
        ["groups", id, ..] => {
            scenario.groups.iter().find(|group| group.id == *id).map(|group| group.name.clone())
        }
        _ => None,
    }
}

/// A value in words, where it is a figure, a text or a switch.
fn shown(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::Null => None,
        Value::Number(figure) => figure.as_f64().map(typed),
        Value::Bool(yes) => Some(if *yes { "yes" } else { "no" }.to_owned()),
        Value::String(text) => Some(spaced(text)),
        Value::Object(fields) => {
            let field = |name: &str| fields.get(name).and_then(Value::as_f64);
            match (field("low"), field("likely").or(field("value")).or(field("mean")), field("high")) {
                (Some(low), Some(likely), Some(high)) => {
                    Some(format!("{} ({} to {})", typed(likely), typed(low), typed(high)))
                }
                (None, Some(value), None) => Some(typed(value)),
                _ => Some(
                    fields
                        .get("kind")
                        .and_then(Value::as_str)
                        .map_or_else(|| "other settings".to_owned(), spaced),
                ),
            }
        }
        Value::Array(values) => Some(format!("a list of {}", values.len())),
    }
}

/// `daysLeft` as people write it: "days left".
pub(crate) fn spaced(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    for letter in name.chars() {
        if letter.is_uppercase() {
            text.push(' ');
            text.extend(letter.to_lowercase());
        } else {
            text.push(letter);
        }
    }
    text
}
