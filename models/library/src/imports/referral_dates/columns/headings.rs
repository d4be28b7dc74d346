//! What the headings of a list say, by the words that services and their systems use.

use super::ColumnKind;
use crate::imports::referral_dates::dates::{is_date, written};
use crate::imports::referral_dates::sheet::Sample;

/// Rows among which the headings may be: some exports begin with a title and a blank line.
const FIRST_ROWS: usize = 20;

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// Dates from which somebody waits.
    Dates(Rank),
    /// Something that tells who somebody is.
    Personal(ColumnKind),
    /// Nothing that is known.
    Nothing,
}

/// How surely a heading means the date of referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rank {
    /// "Referral date", "Date referred".
    Referral,
    /// "Date received", "Clock start", "Date added to list".
    Start,
    /// "Date".
    Plain,
}

impl Rank {
    /// The surest first.
    pub(super) const ALL: [Self; 3] = [Self::Referral, Self::Start, Self::Plain];
}

/// The row of headings among the first rows.
///
/// Known words tell; failing them the very first row, where it is words alone.
pub(super) fn find(sample: &Sample) -> Option<usize> {
    let no_dates = |cells: &[String]| !cells.iter().any(|cell| is_date(&written(cell)));
    let known = |cells: &[String]| cells.iter().any(|cell| heading(cell) != Heading::Nothing);
    // Not beyond the first date: a line of the list must not pass for headings and take those before it along.
    let mut above = sample.iter().take(FIRST_ROWS).take_while(|(_, cells)| no_dates(cells));
    let by_words = above.position(|(_, cells)| known(cells));
    by_words.or_else(|| sample.first().filter(|(_, cells)| words_alone(cells)).map(|_| 0))
}

/// Letters in some cells, digits in none.
fn words_alone(cells: &[String]) -> bool {
    let any = |fits: fn(char) -> bool| cells.iter().any(|cell| cell.chars().any(fits));
    any(char::is_alphabetic) && !any(char::is_numeric)
}

/// What one heading says.
pub(super) fn heading(cell: &str) -> Heading {
    // Headings are short; a long cell is somebody's note.
    if cell.len() > 80 {
        return Heading::Nothing;
    }
    let lower = cell.to_lowercase();
    let words: Vec<&str> =
        lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    personal(&words, &has).map_or_else(|| dates(&words, &has), Heading::Personal)
}

fn personal(words: &[&str], has: &impl Fn(&[&str]) -> bool) -> Option<ColumnKind> {
    if has(&["dob", "birth", "born", "birthdate", "birthday", "dateofbirth"]) {
        return Some(ColumnKind::BirthDates);
    }
    if has(&["nhsnumber", "nhsno"]) || has(&["nhs"]) && (words.len() == 1 || has(&["number", "no", "num"])) {
        return Some(ColumnKind::NhsNumbers);
    }
    if has(&["postcode", "postcodes", "postal"]) || has(&["post"]) && has(&["code"]) {
        return Some(ColumnKind::Postcodes);
    }
    let names = ["name", "names", "surname", "forename", "forenames", "firstname", "lastname", "fullname"];
    let people = ["patient", "client", "child", "person", "parent", "carer"];
    if has(&names) || words.len() == 1 && has(&people) {
        return Some(ColumnKind::Names);
    }
    None
}

fn dates(words: &[&str], has: &impl Fn(&[&str]) -> bool) -> Heading {
    // Dates of something that comes after the referral.
    let later = [
        "end",
        "ended",
        "closed",
        "close",
        "discharge",
        "discharged",
        "rejected",
        "appointment",
        "appt",
        "seen",
        "contact",
        "review",
        "assessment",
        "assessed",
        "letter",
        "updated",
        "stop",
        "target",
        "breach",
        "due",
    ];
    if has(&later) {
        return Heading::Nothing;
    }
    let says_referral = has(&["referral", "referrals", "referred", "ref"]);
    let says_date = has(&["date", "dates", "day", "on", "dt"]);
    let is_referral = says_referral && (says_date || has(&["referred"]));
    if is_referral && !has(&["by", "source", "from"]) || has(&["referraldate", "datereferred", "refdate"]) {
        return Heading::Dates(Rank::Referral);
    }
    let says_start = has(&["received", "added", "since", "start", "started", "accepted", "joined"]);
    let says_list = has(&["clock", "rtt", "list", "waiting", "waitlist", "pathway"]);
    if says_start && (says_date || says_list || says_referral) {
        return Heading::Dates(Rank::Start);
    }
    match words {
        ["date" | "dates"] | ["referral" | "referrals"] => Heading::Dates(Rank::Plain),
        _ => Heading::Nothing,
    }
}
