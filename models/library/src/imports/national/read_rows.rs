//! The figures of one sheet, row by row.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::figures::Figures;
use super::month::months_of;
use super::table::{Columns, Table};
use super::words::{
    Figure, Measure, Service, age_of, band_of, figure_of, is_total, key, level_of, of_sheet_name, service_of,
};
use super::{NationalTable, OrganisationLevel};
use crate::imports::sheet::Rows;

/// Letters of a cell that are shown again.
const SHOWN: usize = 40;

/// Reads the table of a sheet, where it has one that is about waiting lists by service.
pub(super) fn read(
    sheet: &str,
    rows: &Rows,
    sheets: &[(String, Rows)],
    figures: &mut Figures,
) -> Option<NationalTable> {
    let by_name = of_sheet_name(sheet, sheets.iter().map(|(name, _)| name.as_str()));
    let Some(table) = Table::find(rows) else {
        if by_name.is_some() && !rows.is_empty() {
            let why = "no row of service lines was found among its first rows, so it was not read";
            figures.problem(sheet, None, why.to_owned());
        }
        return None;
    };
    let titles = || rows[..table.heading].iter().flat_map(|(_, cells)| cells);
    let measure = match table.columns {
        Columns::Services(_) => {
            let by_title = titles().find_map(|title| band_of(title));
            let of_all = || titles().any(|title| is_total(title)).then_some(Measure::Total);
            let found = by_title.or(by_name).or_else(of_all);
            if found.is_none() && sheet.is_empty() && sheets.len() == 1 {
                // A table alone, without a title: it counts everybody.
                Some(Measure::Total)
            } else {
                found
            }
        }
        _ => None,
    };
    let heading_row = rows[table.heading].0;
    if measure.is_none() && matches!(table.columns, Columns::Services(_)) {
        let why = "its title does not say which weeks waited it counts, so it was not read";
        figures.problem(sheet, Some(heading_row), why.to_owned());
        return None;
    }
    let whole = titles().find_map(|title| age_of(title)).or_else(|| age_of(sheet));
    let whole = whole.map(|age| Service { age, line: None });
    let mut reader =
        Reader { sheet, table: &table, measure, whole, figures, carried: None, seen: BTreeSet::new() };
    reader.read(&rows[table.heading + 1..]);
    let organisations = reader.seen.len() as u32;
    Some(NationalTable {
        sheet: sheet.to_owned(),
        heading_row,
        what: measure.map_or_else(|| "everybody waiting, and by weeks waited".to_owned(), Measure::words),
        organisations,
    })
}

/// What is known while the rows of a table go by.
struct Reader<'t> {
    sheet: &'t str,
    table: &'t Table,
    measure: Option<Measure>,
    /// The service that the title speaks of, where no column does.
    whole: Option<Service>,
    figures: &'t mut Figures,
    /// The kind of organisation that was named last: merged cells name it once.
    carried: Option<OrganisationLevel>,
    seen: BTreeSet<usize>,
}

/// A figure of a row and what it is of.
type Found = (Service, Measure, usize);

impl Reader<'_> {
    fn read(&mut self, rows: &[(u32, Vec<String>)]) {
        let latest = self.latest(rows);
        self.figures.month = self.figures.month.max(latest);
        for (row, cells) in rows {
            if latest.is_some() && self.period(cells) != latest {
                self.figures.earlier_months += 1;
                continue;
            }
            self.read_row(*row, cells);
        }
    }

    fn period(&self, cells: &[String]) -> Option<Date> {
        months_of(cells.get(self.table.period?)?).last().copied()
    }

    fn latest(&self, rows: &[(u32, Vec<String>)]) -> Option<Date> {
        rows.iter().filter_map(|(_, cells)| self.period(cells)).max()
    }

    fn read_row(&mut self, row: u32, cells: &[String]) {
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim());
        let columns = self.table.organisation;
        let [level, code, name] = [columns.level, columns.code, columns.name].map(cell);
        let found = self.found(cells);
        let has_figures = found.iter().any(|(_, _, at)| matches!(figure_of(&cells[*at]), Figure::People(_)));
        if !level.is_empty() {
            self.carried = level_of(level);
        }
        let Some(level) = self.level(code, name, has_figures) else {
            // Notes stand below a table; a row with figures that belong to nobody does not.
            if has_figures {
                let why = "it has figures, but no organisation that is known as one; it was left out";
                self.figures.problem(self.sheet, Some(row), why.to_owned());
            }
            return;
        };
        if ["total", "unknown"].contains(&key(name).as_str()) {
            return;
        }
        let organisation = self.figures.organisation(level, code, name);
        self.seen.insert(organisation);
        for (service, measure, at) in found {
            self.put(row, organisation, (service, measure, at), &cells[at]);
        }
    }

    /// What the organisation of a row is; none: it is none.
    fn level(&self, code: &str, name: &str, has_figures: bool) -> Option<OrganisationLevel> {
        let columns = self.table.organisation;
        let is_england = |text: &str| level_of(text) == Some(OrganisationLevel::England);
        if columns.is_none() || is_england(name) || is_england(code) {
            return (has_figures || !columns.is_none()).then_some(OrganisationLevel::England);
        }
        if columns.level.is_some() {
            let is_named = !name.is_empty() || !code.is_empty();
            return self.carried.filter(|level| is_named || *level == OrganisationLevel::England);
        }
        // Without a column of kinds, codes tell boards and regions from providers.
        match code.as_bytes() {
            _ if name.is_empty() && code.is_empty() || !has_figures => None,
            [b'Q', ..] => Some(OrganisationLevel::System),
            [b'Y', ..] => Some(OrganisationLevel::Region),
            _ => Some(OrganisationLevel::Provider),
        }
    }

    /// The places of the figures of a row, with what they are of.
    fn found(&self, cells: &[String]) -> Vec<Found> {
        let service_at = |at: usize| cells.get(at).and_then(|cell| service_of(cell));
        let all: Vec<Found> = match &self.table.columns {
            Columns::Services(services) => {
                let of = |(at, service): &(usize, Service)| Some((service.clone(), self.measure?, *at));
                services.iter().filter_map(of).collect()
            }
            Columns::Bands { service, measures } => {
                let service = service.map_or_else(|| self.whole.clone(), service_at);
                let of = |(at, measure): &(usize, Measure)| Some((service.clone()?, *measure, *at));
                measures.iter().filter_map(of).collect()
            }
            Columns::Single { service, measure, value } => {
                let text = cells.get(*measure).map_or("", String::as_str);
                let measure = band_of(text).or_else(|| is_total(text).then_some(Measure::Total));
                service_at(*service)
                    .zip(measure)
                    .map(|(service, measure)| (service, measure, *value))
                    .into_iter()
                    .collect()
            }
        };
        all.into_iter().filter(|(_, _, at)| *at < cells.len()).collect()
    }

    fn put(&mut self, row: u32, organisation: usize, (service, measure, _): Found, cell: &str) {
        match figure_of(cell) {
            Figure::Blank => {}
            Figure::Suppressed => self.figures.suppressed += 1,
            Figure::People(people) => {
                let line = self.figures.line(&service);
                if !self.figures.put(organisation, line, measure, people) {
                    let line = line_words(&service);
                    let why =
                        format!("{line}: another table has another figure for the same; that one was kept");
                    self.figures.problem(self.sheet, Some(row), why);
                }
            }
            Figure::NotUnderstood => {
                let shown: String = cell.chars().filter(|letter| !letter.is_control()).take(SHOWN).collect();
                let line = line_words(&service);
                let why = format!(
                    "{line}: \u{201c}{shown}\u{201d} is no number of people; it is taken as not known"
                );
                self.figures.problem(self.sheet, Some(row), why);
            }
        }
    }
}

fn line_words(service: &Service) -> String {
    service.line.clone().unwrap_or_else(|| "all services".to_owned())
}
