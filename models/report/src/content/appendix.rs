//! The appendices: what a modeller or an auditor asks for.

use std::collections::BTreeMap;

use crate::chart::pathway;
use crate::content::Writer;
use crate::figure::{Figure, Unit};
use crate::register::Entry;
use crate::report::{Column, Line, Table, line};
use crate::stress;

/// Figures named in one row of the register, at most; the rest are counted, and stand in the spreadsheet one by one.
const NAMED: usize = 6;

/// Writes the appendices.
pub(super) fn write(writer: &mut Writer) {
    writer.new_page();
    writer.heading(1, "Appendix A: Assumption register");
    writer.text(
        "Where every figure comes from. Figures with the same evidence stand together; the spreadsheet and the CSV files list each by itself.",
    );
    let table = register(&writer.entries);
    writer.table(table);
    writer.heading(1, "Appendix B: The pathway");
    pathways(writer);
    writer.heading(1, "Appendix C: Reporting guideline STRESS-DES");
    let items = stress::items(writer);
    let done = stress::completeness(&items);
    writer.text(line![
        "The twenty items that a report of a discrete-event simulation should answer (Monks et al., Journal of Simulation, 2019). ",
        Figure::bare(Some(done.answered as f64), Unit::Count, "stress/answered"), " of ",
        Figure::bare(Some(done.items as f64), Unit::Count, "stress/items"), " are answered."
    ]);
    let table = stress::table(items);
    writer.table(table);
    writer.heading(1, "Appendix D: Having the same figures again");
    again(writer);
}

/// What stands together in the register: label, source, reason, owner, confidence.
type Evidence<'e> = (&'e str, &'e str, &'e str, &'e str);

fn register(entries: &[Entry]) -> Table {
    let columns = vec![
        Column::words("Figures", 3.2),
        Column::words("Kind", 0.9),
        Column::words("Source", 2.2),
        Column::words("Why this figure", 2.4),
    ];
    let mut table = Table::new("Figures by their evidence".into(), columns);
    let mut together: BTreeMap<Evidence, Vec<&Entry>> = BTreeMap::new();
    let mut order: Vec<Evidence> = Vec::new();
    for entry in entries {
        let evidence = (entry.label(), entry.source(), entry.reason(), entry.owner());
        if !together.contains_key(&evidence) {
            order.push(evidence);
        }
        together.entry(evidence).or_default().push(entry);
    }
    for evidence in order {
        let Some(entries) = together.get(&evidence) else { continue };
        let (label, source, reason, owner) = evidence;
        let reason = if owner.is_empty() {
            Line::given(reason)
        } else {
            line![Line::given(reason), " (answers for it: ", Line::given(owner), ")"]
        };
        table.row(vec![named(entries), label.into(), Line::given(source), reason]);
    }
    table
}

/// "Assessment: time with the person (minutes) 240; …"; figures that two designs share are named once.
fn named(entries: &[&Entry]) -> Line {
    let mut seen: Vec<(String, String)> = Vec::new();
    let mut line = Line::default();
    for entry in entries {
        let value = entry.value();
        let key = (entry.words.clone(), value.text.clone());
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        if seen.len() > NAMED {
            continue;
        }
        let lead = if seen.len() == 1 { "" } else { "; " };
        line = line.and(lead).and(Line::given(entry.words.clone())).and(" ").and(value);
        if let Some([low, high]) = entry.range() {
            line = line.and(" (").and(low).and(" to ").and(high).and(")");
        }
    }
    match seen.len().saturating_sub(NAMED) {
        0 => line,
        more => {
            let place = format!("register/more/{}", entries[0].place);
            line.and("; and ").and(Figure::bare(Some(more as f64), Unit::Count, place)).and(" more")
        }
    }
}

fn pathways(writer: &mut Writer) {
    let results = writer.results;
    let mut shown: Vec<&str> = Vec::new();
    for scenario in results.scenarios {
        let design = &scenario.design;
        if shown.contains(&design.id.as_str()) {
            continue;
        }
        shown.push(&design.id);
        writer.heading(2, &design.name);
        if !design.description.trim().is_empty() {
            writer.text(Line::given(design.description.trim()));
        }
        if let Some(drawing) = pathway(design) {
            let steps: Vec<&str> = design.steps.iter().map(|step| step.name.as_str()).collect();
            let alternative = format!("Diagram of the pathway. Its steps: {}.", crate::words::list(&steps));
            let subtitle = "Steps with staff are outlined in blue; the table below says the same";
            let title = line!["The steps of ", Line::given(design.name.clone())];
            writer.chart(title, subtitle, alternative, drawing);
        }
        writer.table(stress::steps(design));
    }
}

fn again(writer: &mut Writer) {
    let results = writer.results;
    writer.text(
        "The same document, seed and engine version give the same figures, bit for bit, on any computer and however the work is split. A re-run bundle holds all three; the command `pathloom rerun` makes every figure anew and says which differ.",
    );
    let columns = vec![Column::words("What", 1.2), Column::words("Value", 3.4)];
    let mut table = Table::new("What the figures depend on".into(), columns);
    let stamp =
        |text: String, place: &str| Figure { value: None, unit: Unit::Plain, text, place: place.to_owned() };
    let seed = results.run.seed.to_string();
    let futures =
        format!("{} to {}", results.run.replications.start, results.run.replications.end.saturating_sub(1));
    let rows = [
        ("Engine", stamp(pathloom_simulation::ENGINE_VERSION.to_owned(), "run/engineVersion")),
        ("Seed", stamp(seed, "run/seed")),
        ("Simulated futures", stamp(futures, "run/replicationNumbers")),
        ("Document (SHA-256)", stamp(results.document_hash.clone(), "run/documentHash")),
    ];
    for (what, value) in rows {
        table.row(vec![what.into(), value.into()]);
    }
    let held = if results.run.hold_uncertain {
        "held at their likely value"
    } else {
        "drawn once in each future, where they have a range"
    };
    table.row(vec!["Uncertain figures".into(), held.into()]);
    writer.table(table);
}
