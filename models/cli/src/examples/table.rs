//! What was published beside what is simulated, as a table in Markdown: the one of `examples/README.md`.

use std::sync::atomic::AtomicBool;

use pathloom_appraisal::published::{Beside, BesideError, published_beside_simulated};
use pathloom_service::OutcomeKinship;
use pathloom_service::shelf::Shelved;
use pathloom_simulation::RunSettings;

use crate::exit::Failure;
use crate::format::number;

/// One row for each published outcome of each document; one without figures where nothing is published.
///
/// # Errors
/// [`Failure`] when a document cannot be read or simulated; those built in can.
pub(super) fn markdown(chosen: &[&Shelved], replications: u32) -> Result<String, Failure> {
    let mut text = String::from(
        "| service model | document | outcome | published | simulated | kind |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for document in chosen {
        let rows = beside(document, replications)?;
        let lead = format!("| {} | `{}` |", document.service_model.words(), document.id);
        if rows.is_empty() {
            text.push_str(&format!("{lead} | nothing is published | – | |\n"));
        }
        for row in &rows {
            text.push_str(&format!("{lead} {}\n", cells(row)));
        }
    }
    Ok(text)
}

fn beside(document: &Shelved, replications: u32) -> Result<Vec<Beside>, Failure> {
    let name = document.id.to_owned();
    let project = pathloom_service::read(document.text)
        .map_err(|source| Failure::NotADocument { name: name.clone(), source })?;
    let settings = RunSettings { replications: 0..replications, ..RunSettings::default() };
    published_beside_simulated(&project, &settings, &AtomicBool::new(false), &mut |_| {}).map_err(|error| {
        match error {
            BesideError::NotAScenario(source) => Failure::NotAScenario { name, source },
            BesideError::CannotSimulate { option, source } => Failure::CannotSimulate { option, source },
        }
    })
}

fn cells(row: &Beside) -> String {
    // Without a simulated figure beside it there is nothing to round alike.
    let typed = if row.unit.is_empty() { row.published.to_string() } else { number(row.published) };
    let published = with_unit(&typed, &row.unit);
    let simulated = match (&row.simulated, &row.why_not) {
        (Some(band), _) => {
            let range = format!("{} to {}", number(band.p5), number(band.p95));
            format!("{} ({range})", with_unit(&number(band.mean), &row.unit))
        }
        (None, Some(why)) => why.clone(),
        (None, None) => "not simulated".to_owned(),
    };
    let said = if row.said.is_empty() { String::new() } else { format!(": “{}”", row.said) };
    format!("{} | {published}{said} | {simulated} | {} |", row.name, kind(row.kind)).replace('\n', " ")
}

fn with_unit(figure: &str, unit: &str) -> String {
    match unit {
        "" => figure.to_owned(),
        "days" if figure == "1" => "1 day".to_owned(),
        "weeks" if figure == "1" => "1 week".to_owned(),
        "%" => format!("{figure}%"),
        "£" => format!("£{figure}"),
        "£ a year" => format!("£{figure} a year"),
        unit => format!("{figure} {unit}"),
    }
}

fn kind(kind: OutcomeKinship) -> &'static str {
    match kind {
        OutcomeKinship::Reproduction => "reproduction",
        OutcomeKinship::Calibration => "calibration",
        OutcomeKinship::Illustration => "illustration",
    }
}
