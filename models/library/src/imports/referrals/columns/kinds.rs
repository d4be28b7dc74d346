//! What a column looks like.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::listed;
use crate::imports::dates::{self, DayOrder, Written};
use crate::imports::headings::{self, Heading, Rank};
use crate::imports::personal;
use crate::imports::referrals::{ListMapping, ListPurpose, ListRequest};

/// Dates without a heading are taken as those of births where a quarter of them lies further back than this `[years]`;
/// chosen: hardly anybody waits so long, and hardly any record of referrals goes back so far.
const BIRTHS_BEFORE_YEARS: [i32; 2] = [6, 20];

/// Most different things in a column of groups that is offered unasked; chosen.
const MOST_GROUPS: usize = 20;

/// A column of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct ColumnFound {
    /// Its number, from 1.
    pub number: u32,
    /// Its heading, where there are headings.
    pub heading: Option<String>,
    /// What it looks like.
    pub kind: ColumnKind,
    /// Whether it tells who somebody is: such columns are never shown, kept or used for groups.
    pub is_personal: bool,
}

/// What a column looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum ColumnKind {
    /// The dates that were read.
    ReferralDates,
    /// Other dates.
    Dates,
    /// Dates of birth.
    BirthDates,
    /// NHS numbers: ten digits of which the last checks the others.
    NhsNumbers,
    /// Numbers of records in some system.
    RecordNumbers,
    /// Names of people.
    Names,
    /// Postcodes.
    Postcodes,
    /// Telephone numbers, addresses.
    ContactDetails,
    /// Anything else.
    Other,
}

impl ColumnKind {
    /// Whether it may tell who somebody is.
    pub fn is_personal(self) -> bool {
        !matches!(self, Self::ReferralDates | Self::Dates | Self::Other)
    }
}

/// A column as its cells and its heading show it.
pub(super) struct Column {
    pub(super) heading: Heading,
    /// Cells that are not empty.
    filled: usize,
    /// Cells written like dates.
    dates: usize,
    /// Numbers that may be dates, as Excel counts them.
    serials: usize,
    /// Dates so long ago that they look like those of births.
    old: usize,
    /// Different cells.
    different: usize,
    personal: Option<ColumnKind>,
}

impl Column {
    fn holds_dates(&self) -> bool {
        self.filled > 0 && self.dates * 2 >= self.filled
    }

    /// Numbers are believed to be dates only where something else says so.
    pub(super) fn may_hold_dates(&self) -> bool {
        self.filled > 0 && (self.dates + self.serials) * 2 >= self.filled
    }

    pub(super) fn holds_groups(&self) -> bool {
        (2..=MOST_GROUPS).contains(&self.different) && self.personal.is_none() && !self.may_hold_dates()
    }

    pub(super) fn kind(&self) -> ColumnKind {
        match (self.heading, self.personal) {
            (Heading::Personal(kind), _) => kind,
            (Heading::Dates(Rank::Referral | Rank::Start), _) if self.may_hold_dates() => ColumnKind::Dates,
            _ if self.holds_dates() && self.old * 4 >= self.dates => ColumnKind::BirthDates,
            _ if self.holds_dates() => ColumnKind::Dates,
            (_, Some(kind)) => kind,
            _ => ColumnKind::Other,
        }
    }
}

/// Looks at one column of the first rows.
pub(super) fn look(
    headings: &[String],
    rows: &[(u32, Vec<String>)],
    at: usize,
    request: &ListRequest,
) -> Column {
    let cells: Vec<&str> = rows
        .iter()
        .filter_map(|(_, row)| row.get(at))
        .map(String::as_str)
        .filter(|cell| !cell.is_empty())
        .collect();
    let written: Vec<Written> = cells.iter().map(|cell| dates::written(cell)).collect();
    let births = births_before(request);
    let is_old = |one: &&Written| {
        dates::is_date(one) && dates::date(one, DayOrder::DayFirst).is_ok_and(|date| date < births)
    };
    Column {
        heading: headings.get(at).map_or(Heading::Nothing, |cell| headings::heading(cell)),
        filled: cells.len(),
        dates: written.iter().filter(|one| dates::is_date(one)).count(),
        serials: written.iter().filter(|one| matches!(one, Written::Serial(_))).count(),
        old: written.iter().filter(is_old).count(),
        different: cells.iter().collect::<BTreeSet<_>>().len(),
        personal: personal::kind(&cells),
    }
}

fn births_before(request: &ListRequest) -> Date {
    let [waiting, referred] = BIRTHS_BEFORE_YEARS;
    let years = if request.purpose == ListPurpose::WaitingList { waiting } else { referred };
    request.start_date.saturating_sub(years.years())
}

/// All columns for whoever gave the list.
pub(super) fn found(
    columns: &[Column],
    headings: Vec<Option<String>>,
    referral: Option<u32>,
) -> Vec<ColumnFound> {
    let found = |((number, column), heading): ((u32, &Column), Option<String>)| {
        let kind = if Some(number) == referral { ColumnKind::ReferralDates } else { column.kind() };
        ColumnFound { number, heading, kind, is_personal: kind.is_personal() }
    };
    (1..).zip(columns).zip(headings).map(found).collect()
}

/// Columns that together tell people apart: a number of theirs, or name and date of birth.
pub(super) fn telling_apart(columns: &[Column], mapping: &ListMapping) -> Vec<usize> {
    let of = |kind: ColumnKind| {
        let is_other = |at: usize| mapping.referral != u32::try_from(at + 1).ok();
        columns
            .iter()
            .enumerate()
            .filter(move |(at, column)| column.kind() == kind && is_other(*at))
            .map(|(at, _)| at)
    };
    let first = |kind| of(kind).next();
    if let Some(number) = first(ColumnKind::NhsNumbers).or_else(|| first(ColumnKind::RecordNumbers)) {
        return vec![number];
    }
    let names: Vec<usize> = of(ColumnKind::Names).collect();
    match (&names[..], first(ColumnKind::BirthDates)) {
        ([_, ..], Some(birth)) => names.into_iter().chain([birth]).collect(),
        _ => Vec::new(),
    }
}

/// Sentences about columns that tell who somebody is.
pub(super) fn ignored(columns: &[ColumnFound]) -> Vec<String> {
    let personal = [
        (ColumnKind::NhsNumbers, "NHS numbers"),
        (ColumnKind::RecordNumbers, "record numbers"),
        (ColumnKind::Names, "names"),
        (ColumnKind::BirthDates, "dates of birth"),
        (ColumnKind::Postcodes, "postcodes"),
        (ColumnKind::ContactDetails, "addresses or telephone numbers"),
    ];
    let mut notes = Vec::new();
    for (kind, words) in personal {
        let found: Vec<usize> = columns
            .iter()
            .filter(|column| column.kind == kind)
            .map(|column| column.number as usize - 1)
            .collect();
        match &found[..] {
            [] => {}
            [one] => notes.push(format!("Column {} looks like {words}: ignored and not kept.", one + 1)),
            _ => notes.push(format!("Columns {} look like {words}: ignored and not kept.", listed(&found))),
        }
    }
    notes
}
