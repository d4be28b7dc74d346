//! Sheet Options: what each option is, what comes of it, how it differs.

use rust_xlsxwriter::XlsxError;

use crate::excel::sheet::Sheet;
use crate::figure::Unit;
use crate::results::{Of, Results, unit};

const SPREAD: [(Of, &str); 4] =
    [(Of::Median, "median"), (Of::P5, "5th percentile"), (Of::P95, "95th percentile"), (Of::Mean, "mean")];

pub(super) fn write(sheet: &mut Sheet, results: &Results) -> Result<(), XlsxError> {
    sheet.widths(&[34.0, 26.0, 22.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 60.0])?;
    sheet.title("Options")?;
    sheet.heads(&["Option", "What it is", "What differs from the first"])?;
    for (at, option) in results.comparison.options.iter().enumerate() {
        let given = results.project.options.iter().find(|one| one.id == option.id);
        let differs: Vec<&str> = option.differs.iter().map(|one| one.words.as_str()).collect();
        sheet.strong(&results.options[at].name)?;
        sheet.text(given.map_or("", |one| &one.description))?;
        sheet.text(&differs.join("; "))?;
        sheet.next();
    }
    sheet.next();
    let mut heads = vec!["Measure", "Option", "Unit"];
    heads.extend(SPREAD.iter().map(|(_, name)| *name));
    heads.extend(["difference from the first (mean)", "95% interval, low", "95% interval, high", "In words"]);
    sheet.heads(&heads)?;
    for compared in &results.comparison.figures {
        let told =
            compared.bands.iter().any(|band| band.measured > 0 && (band.mean != 0.0 || band.sd != 0.0));
        if !told {
            continue;
        }
        let counted = unit(&compared.unit);
        for option in 0..results.options.len() {
            let band = &compared.bands[option];
            sheet.text(&crate::words::capital(&compared.figure.to_string()))?;
            sheet.strong(&results.options[option].name)?;
            sheet.text(&compared.unit)?;
            for value in [band.median, band.p5, band.p95, band.mean] {
                sheet.number(Some(value), counted)?;
            }
            if let Some(difference) = &compared.differences[option] {
                for value in [difference.mean, difference.interval.low, difference.interval.high] {
                    sheet.number(Some(value), counted)?;
                }
                sheet.text(&difference.words)?;
            }
            sheet.next();
        }
    }
    sheet.next();
    sheet.heads(&[
        "Target",
        "Option",
        "By week",
        "Met in",
        "Wanted",
        "With the wanted probability from week",
    ])?;
    for (at, target) in results.project.targets.iter().enumerate() {
        for option in results.options {
            let met = &option.targets[at];
            sheet.text(&target.name)?;
            sheet.strong(&option.name)?;
            sheet.number(Some(f64::from(target.by_week)), Unit::Count)?;
            sheet.number(met.probability_met, Unit::Share)?;
            sheet.number(met.probability_wanted, Unit::Share)?;
            sheet.number(met.first_week.map(f64::from), Unit::Count)?;
            sheet.next();
        }
    }
    Ok(())
}
