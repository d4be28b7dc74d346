//! What is said of lines that do not count, and of the list as a whole.

use jiff::civil::Date;
use pathloom_service::limits;

use super::Refusal;
use crate::imports::dates::{DayOrder, Unreadable, long};

/// Why, what is there, and why that does not count.
pub(super) type Refused = (Refusal, String, String);

pub(super) const MONTH_FIRST: &str = "Dates are read as month/day/year: many of them cannot be day/month/year, and none \
                                      cannot be month/day/year.";

pub(super) const SERIALS: &str = "Five-digit numbers are read as the days that Excel counts from 1900.";

pub(super) fn unreadable(unreadable: Unreadable, order: DayOrder) -> Refused {
    const NOT_A_DATE: &str = "it is not a date; write dates as 06/04/2026 or 2026-04-06";
    let (reason, what, why) = match unreadable {
        Unreadable::Empty => (Refusal::NoDate, "an empty cell".to_owned(), "there is no date on this line"),
        Unreadable::Number => (Refusal::NotADate, "a number".to_owned(), NOT_A_DATE),
        Unreadable::Text => (Refusal::NotADate, "text".to_owned(), NOT_A_DATE),
        Unreadable::NoSuchDay(what) => {
            let why = match order {
                DayOrder::DayFirst => "there is no such day; the day comes first, then the month",
                DayOrder::MonthFirst => "there is no such day, read with the month before the day",
            };
            (Refusal::NoSuchDay, what, why)
        }
    };
    (reason, what, why.to_owned())
}

/// It may be somebody's birthday in the wrong column: the year alone says enough.
pub(super) fn before_belief(year: i16) -> Refused {
    let why = "nobody on a waiting list today was referred that long ago; is it a date of birth?";
    (Refusal::TooLongAgo, format!("a date before {year}"), why.to_owned())
}

pub(super) fn after(date: Date, start: Date) -> Refused {
    (Refusal::Future, long(date), format!("it is after the start date, {}", long(start)))
}

pub(super) fn waited_too_long(date: Date) -> Refused {
    let weeks = thousands(limits::WAITED_WEEKS as u32);
    (Refusal::TooLongAgo, long(date), format!("waits of more than {weeks} weeks cannot be entered"))
}

pub(super) fn ended_on(date: Date) -> Refused {
    let why = "the referral ended on or before the start date, so nobody waits";
    (Refusal::Ended, format!("ended on {}", long(date)), why.to_owned())
}

pub(super) fn ended() -> Refused {
    let why = "the list says that this referral has ended, so nobody waits";
    (Refusal::Ended, "ended".to_owned(), why.to_owned())
}

pub(super) fn twice(first_line: u32) -> Refused {
    let why = format!("the same person with the same date of referral is on line {}", thousands(first_line));
    (Refusal::Twice, "a double".to_owned(), why)
}

pub(super) fn ends_not_understood(lines: u32) -> Option<String> {
    let begun = match lines {
        0 => return None,
        1 => "One line has".to_owned(),
        _ => format!("{} lines have", thousands(lines)),
    };
    Some(format!(
        "{begun} something in the column of endings that is neither a date nor a known word; they are taken as waiting."
    ))
}

pub(super) fn only_listed(refused: u32, listed: usize) -> String {
    format!("{} lines were refused; the first {} are listed.", thousands(refused), thousands(listed as u32))
}

/// `1,100`.
pub(super) fn thousands(number: u32) -> String {
    if number < 1_000 {
        return number.to_string();
    }
    format!("{},{:03}", thousands(number / 1_000), number % 1_000)
}
