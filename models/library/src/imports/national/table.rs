//! Where the headings of a sheet stand, and what its columns are.

use super::NationalAge;
use super::words::{Measure, Service, Token, age_of, band_of, is_total, level_of, service_of, tokens};
use crate::imports::sheet::Rows;

/// Rows among which the headings are looked for; chosen: titles and notes stand above them.
const FIRST_ROWS: usize = 40;

/// Rows below the headings that are looked at to find out what a column holds; chosen.
const SAMPLED: usize = 60;

/// A table of a sheet.
#[derive(Debug)]
pub(super) struct Table {
    /// Place of the row of headings among the rows.
    pub(super) heading: usize,
    pub(super) columns: Columns,
    pub(super) organisation: OrganisationColumns,
    /// The column of the period, where each line has one.
    pub(super) period: Option<usize>,
}

/// The columns of figures.
#[derive(Debug)]
pub(super) enum Columns {
    /// A service line each.
    Services(Vec<(usize, Service)>),
    /// A band each; the service stands in a column of its own, or in the title.
    Bands { service: Option<usize>, measures: Vec<(usize, Measure)> },
    /// One figure to a line: what it counts stands beside it.
    Single { service: usize, measure: usize, value: usize },
}

/// Where the organisation stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct OrganisationColumns {
    pub(super) level: Option<usize>,
    pub(super) code: Option<usize>,
    pub(super) name: Option<usize>,
}

impl OrganisationColumns {
    pub(super) fn is_none(self) -> bool {
        self == Self::default()
    }
}

impl Table {
    /// Finds the table of a sheet.
    pub(super) fn find(rows: &Rows) -> Option<Self> {
        (0..rows.len().min(FIRST_ROWS)).find_map(|heading| {
            let columns = columns(rows, heading)?;
            let taken: Vec<usize> = match &columns {
                Columns::Services(services) => services.iter().map(|(at, _)| *at).collect(),
                Columns::Bands { service, measures } => {
                    measures.iter().map(|(at, _)| *at).chain(*service).collect()
                }
                Columns::Single { service, measure, value } => vec![*service, *measure, *value],
            };
            let period = heads(rows, heading).position(|head| {
                let head = head.to_lowercase();
                head.contains("period") || head.contains("month") || head == "date"
            });
            let period = period.filter(|at| !taken.contains(at));
            let free = |at: &usize| !taken.contains(at) && Some(*at) != period;
            let organisation = organisation(rows, heading, free);
            Some(Self { heading, columns, organisation, period })
        })
    }
}

fn heads(rows: &Rows, heading: usize) -> impl Iterator<Item = &str> {
    rows[heading].1.iter().map(String::as_str)
}

fn columns(rows: &Rows, heading: usize) -> Option<Columns> {
    let bands: Vec<(usize, Measure)> =
        heads(rows, heading).enumerate().filter_map(|(at, head)| Some((at, band_of(head)?))).collect();
    if bands.len() >= 3 {
        return Some(by_bands(rows, heading, bands));
    }
    let services: Vec<(usize, Service)> =
        heads(rows, heading).enumerate().filter_map(|(at, head)| Some((at, service_of(head)?))).collect();
    if services.len() >= 2 {
        // Whom services are for may stand over several columns, whose lines are in the row below.
        let is_above = services.iter().all(|(_, service)| service.line.is_none())
            && heading + 1 < rows.len()
            && grouped(rows, heading + 1).is_some();
        return (!is_above).then_some(Columns::Services(services));
    }
    grouped(rows, heading).map(Columns::Services).or_else(|| single(rows, heading))
}

fn by_bands(rows: &Rows, heading: usize, bands: Vec<(usize, Measure)>) -> Columns {
    let totals = heads(rows, heading).enumerate().filter(|(_, head)| is_total(head));
    let measures: Vec<(usize, Measure)> =
        bands.into_iter().chain(totals.map(|(at, _)| (at, Measure::Total)).take(1)).collect();
    let is_free = |at: &usize| measures.iter().all(|(taken, _)| taken != at);
    let service = most(rows, heading, is_free, |cell| service_of(cell).is_some());
    Columns::Bands { service, measures }
}

/// Headings in two rows: whom services are for, over several columns, and below it the lines without their mark.
fn grouped(rows: &Rows, heading: usize) -> Option<Vec<(usize, Service)>> {
    let above = &rows[heading.checked_sub(1)?].1;
    let groups: Vec<(usize, NationalAge)> = above
        .iter()
        .enumerate()
        .filter(|(_, cell)| cell.len() < 60)
        .filter_map(|(at, cell)| Some((at, age_of(cell)?)))
        .collect();
    let first = groups.first()?.0;
    let age = |at: usize| groups.iter().rev().find(|(from, _)| *from <= at).map(|(_, age)| *age);
    // Figures below, not another title.
    let has_figures = |at: usize| {
        rows[heading + 1..]
            .iter()
            .take(SAMPLED)
            .any(|(_, cells)| cells.get(at).is_some_and(|cell| cell.replace(',', "").parse::<u32>().is_ok()))
    };
    let named = |(at, head): (usize, &str)| {
        let line = super::words::without_marks(head);
        let is_line = at >= first && line.chars().any(char::is_alphabetic) && has_figures(at);
        let line = is_line.then_some(line)?;
        Some((at, Service { age: age(at)?, line: Some(line) }))
    };
    let services: Vec<(usize, Service)> = heads(rows, heading).enumerate().filter_map(named).collect();
    (services.len() >= 2).then_some(services)
}

/// One figure to a line: columns of services, of measures and of figures by their headings.
fn single(rows: &Rows, heading: usize) -> Option<Columns> {
    let find = |words: &[&str]| {
        heads(rows, heading).position(|head| {
            tokens(head)
                .iter()
                .any(|token| matches!(token, Token::Word(word) if words.contains(&word.as_str())))
        })
    };
    let service = most(rows, heading, |_| true, |cell| service_of(cell).is_some())?;
    let measure = most(rows, heading, |at| *at != service, |cell| band_of(cell).is_some() || is_total(cell))?;
    let value = find(&["value", "count", "patients", "people", "number", "waiting", "figure"])?;
    (value != service && value != measure).then_some(Columns::Single { service, measure, value })
}

/// The column most of whose cells below the headings are of a kind, half of those that are filled at least.
fn most(
    rows: &Rows,
    heading: usize,
    is_free: impl Fn(&usize) -> bool,
    fits: impl Fn(&str) -> bool,
) -> Option<usize> {
    let below = || rows[heading + 1..].iter().take(SAMPLED);
    let width = below().map(|(_, cells)| cells.len()).max().unwrap_or_default();
    let count = |at: usize| {
        let cells = || below().filter_map(|(_, cells)| cells.get(at)).filter(|cell| !cell.is_empty());
        let fitting = cells().filter(|cell| fits(cell)).count();
        if fitting * 2 >= cells().count() { fitting } else { 0 }
    };
    let best = (0..width).filter(is_free).map(|at| (count(at), std::cmp::Reverse(at))).max()?;
    (best.0 > 0).then_some(best.1.0)
}

/// The columns of the organisation: by their headings, and by what they hold where they have none.
fn organisation(rows: &Rows, heading: usize, is_free: impl Fn(&usize) -> bool) -> OrganisationColumns {
    let head = |at: usize| rows[heading].1.get(at).map(|head| head.to_lowercase()).unwrap_or_default();
    let level = most(rows, heading, &is_free, |cell| level_of(cell).is_some());
    let is_free = |at: &usize| is_free(at) && Some(*at) != level;
    // Of several pairs of code and name those of the provider count.
    let is_own =
        |at: usize| ["provider", "trust", "organisation", "org"].iter().any(|word| head(at).contains(word));
    let width = rows[heading].1.len();
    let headed = |word: &str| {
        let has = |at: &usize| is_free(at) && head(*at).contains(word);
        (0..width).filter(has).find(|at| is_own(*at)).or_else(|| (0..width).rfind(has))
    };
    let code = headed("code").or_else(|| most(rows, heading, is_free, is_code));
    let is_name = |at: &usize| is_free(at) && Some(*at) != code;
    let name = headed("name")
        .filter(is_name)
        .or_else(|| (0..width).find(|at| is_name(at) && is_own(*at) && !head(*at).contains("type")));
    let has_letters = |cell: &str| cell.chars().filter(|letter| letter.is_alphabetic()).count() >= 3;
    let name = name.or_else(|| most(rows, heading, is_name, has_letters));
    OrganisationColumns { level, code, name }
}

/// `RYW`, `QHL`, `E54000055`: capitals and digits without blanks.
fn is_code(cell: &str) -> bool {
    (3..=9).contains(&cell.len())
        && cell.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && !cell.bytes().all(|byte| byte.is_ascii_digit())
        && level_of(cell).is_none()
}
