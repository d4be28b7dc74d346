//! What the headings of a list say, by the words that services and their systems use.

use super::dates::{is_date, written};
use super::referrals::ColumnKind;
use super::sheet::Sample;

/// Rows among which the headings may be: some exports begin with a title and a blank line.
const FIRST_ROWS: usize = 20;

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heading {
    /// Dates from which somebody waits.
    Dates(Rank),
    /// Whether, or when, somebody left the list.
    Ended(Ending),
    /// Team, place, condition: what people are sorted by.
    Group,
    /// How urgent they are.
    Urgency,
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

/// How surely a heading means that somebody left the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// "Date closed", "Discharge date", "Removed".
    Closed,
    /// "Status".
    Status,
    /// "Date seen", "First contact": the wait is over.
    Seen,
}

impl Ending {
    /// The surest first.
    pub(super) const ALL: [Self; 3] = [Self::Closed, Self::Status, Self::Seen];
}

/// The row of headings among the first rows, and whether known words gave it away.
///
/// Failing them it is the very first row, where it is words alone: that may as well be somebody's name, and must not be
/// shown or remembered.
pub(super) fn find(sample: &Sample) -> Option<(usize, bool)> {
    let no_dates = |cells: &[String]| !cells.iter().any(|cell| is_date(&written(cell)));
    let known = |cells: &[String]| cells.iter().any(|cell| heading(cell) != Heading::Nothing);
    // Not beyond the first date: a line of the list must not pass for headings and take those before it along.
    let mut above = sample.iter().take(FIRST_ROWS).take_while(|(_, cells)| no_dates(cells));
    let by_words = above.position(|(_, cells)| known(cells));
    let by_looks = || sample.first().filter(|(_, cells)| words_alone(cells)).map(|_| (0, false));
    by_words.map(|row| (row, true)).or_else(by_looks)
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
    if let Some(kind) = personal(&words, &has) {
        return Heading::Personal(kind);
    }
    match dates(&words, &has) {
        Heading::Nothing => sorted_by(&words, &has),
        dates => dates,
    }
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
    if has(&["phone", "telephone", "mobile", "tel", "email", "mail", "address", "address1", "addressline1"])
        || has(&["contact"]) && has(&["number", "no", "details"])
    {
        return Some(ColumnKind::ContactDetails);
    }
    let records = [
        "mrn", "rio", "systmone", "emis", "pas", "hospital", "patient", "client", "record", "referral",
        "pathway", "crn",
    ];
    let numbers = ["id", "no", "number", "num", "identifier", "ref", "reference"];
    let is_of_a_day = has(&["date", "day"]);
    if has(&["mrn", "crn", "patientid", "clientid", "upn"]) || has(&records) && has(&numbers) && !is_of_a_day
    {
        return Some(ColumnKind::RecordNumbers);
    }
    let names = ["name", "names", "surname", "forename", "forenames", "firstname", "lastname", "fullname"];
    let people = ["patient", "client", "child", "person", "parent", "carer"];
    let is_of_a_place = has(&["team", "clinic", "service", "group", "locality", "ward", "site"]);
    if has(&names) && !is_of_a_place || words.len() == 1 && has(&people) {
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
        "removal",
        "removed",
        "withdrawn",
        "cancelled",
        "closure",
        "status",
        "stop",
        "target",
        "breach",
        "due",
    ];
    if has(&later) {
        return ending(has);
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

/// What the heading of a date after the referral, or of a state, says about the end of a wait.
fn ending(has: &impl Fn(&[&str]) -> bool) -> Heading {
    let closed = [
        "end",
        "ended",
        "closed",
        "close",
        "closure",
        "discharge",
        "discharged",
        "removal",
        "removed",
        "withdrawn",
        "cancelled",
        "rejected",
        "stop",
    ];
    // A reason is neither a day nor a state, and what is only planned has not happened.
    if has(&["reason", "target", "breach", "due", "next", "planned", "expected"]) {
        Heading::Nothing
    } else if has(&closed) {
        Heading::Ended(Ending::Closed)
    } else if has(&["status"]) && !has(&["marital", "employment", "ehc", "ehcp", "sen", "consent", "smoking"])
    {
        Heading::Ended(Ending::Status)
    } else if has(&["seen"]) || has(&["first"]) && has(&["contact"]) {
        Heading::Ended(Ending::Seen)
    } else {
        Heading::Nothing
    }
}

fn sorted_by(words: &[&str], has: &impl Fn(&[&str]) -> bool) -> Heading {
    if has(&["urgency", "urgent", "priority", "triage", "rag", "severity"]) {
        return Heading::Urgency;
    }
    let groups = [
        "group",
        "team",
        "locality",
        "area",
        "tier",
        "clinic",
        "category",
        "condition",
        "diagnosis",
        "specialty",
        "deprivation",
        "imd",
        "quintile",
        "decile",
        "language",
        "ethnicity",
        "neighbourhood",
        "pcn",
    ];
    if has(&groups) && words.len() <= 4 { Heading::Group } else { Heading::Nothing }
}
