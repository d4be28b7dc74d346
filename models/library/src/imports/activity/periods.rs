//! What the periods of a record are, which of them can be counted, and days added up to weeks.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{CountedPeriod, CountedRecord, PeriodStep};

/// Fewest days that are a working week: of a record of days with fewer it is not known when nobody came and when nobody
/// counted; chosen.
const FEWEST_DAYS: u32 = 5;

impl CountedRecord {
    /// By their days; of two lines for the same days the first counts.
    pub(super) fn put_in_order(&mut self) {
        self.periods.sort_by_key(|period| (period.from, period.line));
        let mut last: Option<Date> = None;
        let mut twice = Vec::new();
        self.periods.retain(|period| {
            let is_new = last != Some(period.from);
            if !is_new {
                twice.push(period.line);
            }
            last = Some(period.from);
            is_new
        });
        for line in twice {
            self.refuse(line, "an earlier line has the same days".to_owned());
        }
    }

    /// Finds out what a period is from the middle one of the distances of their days; where they are neither days, weeks
    /// nor months apart, nothing is read: counts of fortnights taken for weeks would be twice the demand.
    ///
    /// # Parameters
    /// - `is_ending` whether the day of a week is its last
    /// - `has_months` whether months are written without a day
    /// - `start` the day before which a period has to be over
    pub(super) fn measure(&mut self, is_ending: bool, has_months: bool, start: Date) {
        let mut gaps: Vec<i32> =
            self.periods.windows(2).map(|pair| (pair[1].from - pair[0].from).get_days()).collect();
        gaps.sort_unstable();
        self.step = match gaps.get(gaps.len() / 2) {
            _ if has_months => PeriodStep::Month,
            Some(1) => PeriodStep::Day,
            // Months are 28 days apart once a year at most; where that is usual, a period is four weeks.
            Some(29..=31) => PeriodStep::Month,
            None | Some(6..=9) => PeriodStep::Week,
            Some(gap) => {
                self.notes.push(format!(
                    "These days are mostly {gap} days apart: counts of days, weeks or months can be read, others not."
                ));
                self.periods.clear();
                return;
            }
        };
        for period in &mut self.periods {
            match self.step {
                PeriodStep::Day => period.days = 1,
                PeriodStep::Week if is_ending => period.from = period.from.saturating_sub(6.days()),
                PeriodStep::Week => {}
                PeriodStep::Month => {
                    period.from = period.from.first_of_month();
                    period.days = period.from.days_in_month() as u32;
                }
            }
        }
        self.drop_unfinished(start);
        self.drop_overlaps();
        if self.step == PeriodStep::Day {
            self.add_up_days();
        }
        self.refused.sort_by_key(|refused| refused.line);
    }

    /// A running week or month has a part of its people alone, and would look like a quiet one.
    fn drop_unfinished(&mut self, start: Date) {
        let mut running = Vec::new();
        self.periods.retain(|period| {
            let is_over = end(period) <= start;
            if !is_over {
                running.push(period.line);
            }
            is_over
        });
        for line in running {
            self.refuse(line, "these days are not over on the start date".to_owned());
        }
    }

    /// A period that begins before the one before it has ended cannot be what the others are.
    fn drop_overlaps(&mut self) {
        let mut last_end: Option<Date> = None;
        let mut odd = Vec::new();
        self.periods.retain(|period| {
            let fits = last_end.is_none_or(|end| period.from >= end);
            if fits {
                last_end = Some(end(period));
            } else {
                odd.push(period.line);
            }
            fits
        });
        for line in odd {
            self.refuse(line, "its days overlap with those of another line".to_owned());
        }
    }

    /// Days as weeks, Monday to Sunday, those of which every working day is there: weekdays differ, and that is no chance.
    /// A weekday is a working day where it stands in every other week at least.
    fn add_up_days(&mut self) {
        let mut weeks: Vec<(CountedPeriod, u8)> = Vec::new();
        for day in &self.periods {
            let since_monday = i64::from(day.from.weekday().to_monday_zero_offset());
            let (monday, bit) = (day.from.saturating_sub(since_monday.days()), 1_u8 << since_monday);
            match weeks.last_mut() {
                Some((week, days)) if week.from == monday => {
                    week.count += day.count;
                    *days |= bit;
                }
                _ => weeks.push((CountedPeriod { from: monday, days: 7, ..*day }, bit)),
            }
        }
        let is_usual = |bit: &u8| weeks.iter().filter(|(_, days)| days & bit > 0).count() * 2 >= weeks.len();
        let working = (0..7).map(|weekday| 1_u8 << weekday).filter(is_usual).fold(0, |all, bit| all | bit);
        let has_weeks = working.count_ones() >= FEWEST_DAYS;
        let is_whole = |days: u8| has_weeks && days & working == working;
        self.periods = weeks.into_iter().filter(|(_, days)| is_whole(*days)).map(|(week, _)| week).collect();
        let note = if has_weeks {
            "The counts of days were added up to whole weeks, Monday to Sunday."
        } else {
            "Fewer than five days of the week are counted, so no week is known to be whole: give counts of weeks."
        };
        self.notes.push(note.to_owned());
    }
}

/// The day after the last.
fn end(period: &CountedPeriod) -> Date {
    period.from.saturating_add(i64::from(period.days).days())
}
