//! Counts of days, weeks and months are told apart from each other and from lists of people.

use super::*;
use jiff::civil::date;

const REQUEST: ActivityRequest =
    ActivityRequest { start_date: date(2026, 4, 6), sheet: None, day_order: None };

fn read(text: &str) -> ActivityRecord {
    read_activity(Given::Text(text), &REQUEST).expect("short")
}

fn counted(text: &str) -> CountedRecord {
    match read(text) {
        ActivityRecord::Counts(record) => record,
        ActivityRecord::Referrals(list) => panic!("read as single referrals: {list:?}"),
    }
}

fn in_short(record: &CountedRecord) -> Vec<(String, u32, u32)> {
    record.periods.iter().map(|one| (one.from.to_string(), one.days, one.count)).collect()
}

#[test]
fn weeks_months_and_days_are_told_apart() {
    let weeks = counted("Week commencing,Referrals\n05/01/2026,12\n12/01/2026,9\n19/01/2026,\"1,014\"\n");
    assert_eq!(weeks.step, PeriodStep::Week);
    assert_eq!(in_short(&weeks)[2], ("2026-01-19".to_owned(), 7, 1_014));
    let ending =
        counted("Week ending;Team;Total referrals\n11/01/2026;3;12\n18/01/2026;3;9\n25/01/2026;3;4\n");
    assert_eq!(in_short(&ending)[0], ("2026-01-05".to_owned(), 7, 12));
    for months in [
        "Jan 2025,40\nFeb 2025,31\nMar 2025,28\n",
        "2025-01,40\n2025-02,31\n2025-03,28\n",
        "01/2025,40\n02/2025,31\n03/2025,28\n",
        "Jan-25\t40\nFeb-25\t31\nMar-25\t28\n",
        "01/01/2025,40\n01/02/2025,31\n01/03/2025,28\n",
    ] {
        let record = counted(months);
        assert_eq!(record.step, PeriodStep::Month, "{months}");
        assert_eq!(in_short(&record)[1], ("2025-02-01".to_owned(), 28, 31), "{months}");
    }
    let days = counted("Date,Number\n05/01/2026,2\n06/01/2026,0\n07/01/2026,3\n");
    assert_eq!((days.step, days.periods.len()), (PeriodStep::Day, 0), "no week is whole");
    let long: String = (5..=18).map(|day| format!("{day:02}/01/2026,{day}\n")).collect();
    assert_eq!(
        in_short(&counted(&long)),
        [
            ("2026-01-05".to_owned(), 7, 5 + 6 + 7 + 8 + 9 + 10 + 11),
            ("2026-01-12".to_owned(), 7, 12 + 13 + 14 + 15 + 16 + 17 + 18)
        ]
    );
}

#[test]
fn lines_that_are_no_counts_are_named() {
    let record = counted(
        "Week commencing,Referrals\n05/01/2026,12\n12/01/2026,n/a\n05/01/2026,13\nTotal,25\n19/01/2026,8\n13/04/2026,2\n26/01/2026,5\n02/02/2026,5\n09/02/2026,5\n16/02/2026,5\n23/02/2026,5\n02/03/2026,5\n09/03/2026,5\n",
    );
    let refused: Vec<(u32, &str)> = record.refused.iter().map(|one| (one.line, one.why.as_str())).collect();
    assert_eq!(
        refused,
        [
            (3, "there is no whole number on this line"),
            (4, "an earlier line has the same days"),
            (5, "there is no day or month on this line"),
            (7, "13 April 2026 is after the start date"),
        ]
    );
    assert_eq!(record.periods.len(), 9);
}

#[test]
fn one_referral_to_a_line_is_read_as_a_list() {
    let ActivityRecord::Referrals(list) =
        read("Referral date,Discharge date\n05/01/2026,09/01/2026\n06/01/2026,\n")
    else {
        panic!("there are no counts");
    };
    assert_eq!(list.accepted.len(), 2, "whoever was discharged was referred all the same");
}

/// A list of people has numbers in it that count nobody: none of them may pass for a number of referrals.
#[test]
fn numbers_about_a_person_are_no_counts() {
    for (text, people) in [
        ("Referral date,Age\n05/01/2026,4\n06/01/2026,7\n06/01/2026,5\n", 3),
        ("Referral date,Age\n05/01/2026,4\n06/01/2026,7\n", 2),
        ("Referral date,Referral number,Age\n05/01/2026,1001,4\n06/01/2026,1002,7\n", 2),
        ("Referral date,Referral priority\n05/01/2026,2\n05/01/2026,1\n", 2),
        ("Date received,Weeks waited\n05/01/2026,12\n12/01/2026,11\n", 2),
        ("Date,Age\n05/01/2026,4\n06/01/2026,7\n", 2),
    ] {
        let ActivityRecord::Referrals(list) = read(text) else { panic!("read as counts: {text}") };
        assert_eq!(list.accepted.len(), people, "{text}");
    }
    for text in [
        "Referral date,Number of referrals\n05/01/2026,4\n12/01/2026,7\n",
        "Week start date,New\n05/01/2026,4\n12/01/2026,7\n",
        "Date,OT\n05/01/2026,4\n12/01/2026,7\n",
        "05/01/2026,4\n12/01/2026,7\n",
    ] {
        assert_eq!(in_short(&counted(text))[1], ("2026-01-12".to_owned(), 7, 7), "{text}");
    }
}

#[test]
fn counts_of_other_periods_are_not_taken_for_weeks() {
    let lines = |days: [&str; 5]| days.map(|day| format!("{day},10\n")).concat();
    for (apart, text) in [
        (14, lines(["05/01/2026", "19/01/2026", "02/02/2026", "16/02/2026", "02/03/2026"])),
        (28, lines(["03/11/2025", "01/12/2025", "29/12/2025", "26/01/2026", "23/02/2026"])),
        (2, lines(["05/01/2026", "07/01/2026", "09/01/2026", "12/01/2026", "14/01/2026"])),
    ] {
        let record = counted(&text);
        assert_eq!(record.periods, [], "{text}");
        assert_eq!(
            record.notes.last().map(String::as_str),
            Some(
                format!("These days are mostly {apart} days apart: counts of days, weeks or months can be read, others not.")
                    .as_str()
            )
        );
    }
}

#[test]
fn weeks_and_months_that_still_run_are_left_out() {
    let refused = |record: &CountedRecord| -> Vec<(u32, String)> {
        record.refused.iter().map(|one| (one.line, one.why.clone())).collect()
    };
    let running = |line: u32| [(line, "these days are not over on the start date".to_owned())];
    // The start is Monday 6 April: the week before it is over, and a week that begins on it is not.
    let weeks = counted("Week commencing,Referrals\n23/03/2026,9\n30/03/2026,8\n06/04/2026,1\n");
    assert_eq!((weeks.periods.len(), refused(&weeks)), (2, running(4).to_vec()));
    let ending = counted("W/E,Referrals\n29/03/2026,9\n05/04/2026,8\n");
    assert_eq!(in_short(&ending)[1], ("2026-03-30".to_owned(), 7, 8));
    let months = counted("Jan 2026,40\nFeb 2026,31\nMar 2026,28\nApr 2026,3\n");
    assert_eq!((months.periods.len(), refused(&months)), (3, running(4).to_vec()));
}

#[test]
fn days_of_a_service_that_rests_at_weekends_are_weeks() {
    // Three weeks, Monday to Friday; on one Saturday somebody worked, and the last Friday is missing.
    let worked = [5, 6, 7, 8, 9, 12, 13, 14, 15, 16, 17, 19, 20, 21, 22];
    let text: String = worked.iter().map(|day| format!("{day:02}/01/2026,2\n")).collect();
    let record = counted(&text);
    assert_eq!(
        in_short(&record),
        [("2026-01-05".to_owned(), 7, 10), ("2026-01-12".to_owned(), 7, 12)],
        "the third week is not whole"
    );
    assert_eq!(
        record.notes.last().map(String::as_str),
        Some("The counts of days were added up to whole weeks, Monday to Sunday.")
    );
}

/// A workbook is opened once, whichever of the two it turns out to hold, and its first sheet need be neither.
#[test]
fn sheets_with_counts_go_before_lists_and_lists_before_others() {
    use rust_xlsxwriter::Workbook;
    let workbook = |sheets: &[&[[&str; 2]]]| {
        let mut book = Workbook::new();
        for rows in sheets {
            let sheet = book.add_worksheet();
            for (row, cells) in rows.iter().enumerate() {
                for (column, cell) in cells.iter().enumerate() {
                    sheet.write_string(row as u32, column as u16, *cell).expect("a cell");
                }
            }
        }
        book.save_to_buffer().expect("a workbook")
    };
    let notes = [["About this file", "made in April"], ["By", "the team"]];
    let list = [["Referral date", "Note"], ["2026-01-05", "a"], ["2026-01-05", "b"]];
    let counts = [["Week commencing", "Referrals"], ["2026-01-05", "4"], ["2026-01-12", "7"]];
    let read = |bytes: &[u8]| read_activity(Given::File(bytes), &REQUEST).expect("a workbook");
    let both = workbook(&[&notes, &list, &counts]);
    let ActivityRecord::Counts(record) = read(&both) else { panic!("there are counts") };
    assert_eq!(
        (record.periods.len(), record.notes[0].as_str()),
        (2, "Of 3 sheets, \u{201c}Sheet3\u{201d} was read.")
    );
    let ActivityRecord::Referrals(found) = read(&workbook(&[&notes, &list])) else {
        panic!("there are no counts")
    };
    assert_eq!((found.accepted.len(), found.sheet), (2, Some(2)));
}

#[test]
fn day_and_month_are_the_readers_guess_until_somebody_says() {
    let text = "Month,Referrals\n01/01/2026,12\n01/02/2026,9\n01/03/2026,8\n";
    let of = |day_order: Option<DayOrder>, text: &str| {
        let request = ActivityRequest { day_order, ..REQUEST };
        match read_activity(Given::Text(text), &request) {
            Ok(ActivityRecord::Counts(record)) => record,
            other => panic!("counts: {other:?}"),
        }
    };
    let guessed = of(None, text);
    assert!(!guessed.is_day_order_sure && guessed.day_order == DayOrder::DayFirst);
    assert_eq!(guessed.periods[1].from, date(2026, 2, 1));
    let told = of(Some(DayOrder::MonthFirst), "01/01/2026,12\n02/01/2026,9\n03/01/2026,8\n");
    assert_eq!(told.periods[1].from, date(2026, 2, 1));
    assert!(of(None, "13/01/2026,12\n20/01/2026,9\n27/01/2026,8\n").is_day_order_sure);
}

#[test]
fn the_sheet_that_is_chosen_is_read() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for (name, first) in [("East", 10.0), ("West", 20.0)] {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).expect("a name");
        for (row, day) in (0..).zip(["2026-01-05", "2026-01-12", "2026-01-19"]) {
            sheet.write(row, 0, day).expect("a day");
            sheet.write(row, 1, first + f64::from(row)).expect("a count");
        }
    }
    let bytes = workbook.save_to_buffer().expect("a workbook");
    let request = ActivityRequest { sheet: Some(2), ..REQUEST };
    let Ok(ActivityRecord::Counts(record)) = read_activity(Given::File(&bytes), &request) else {
        panic!("counts");
    };
    assert_eq!((record.sheet, record.periods[0].count), (Some(2), 20));
    assert_eq!(record.sheets, ["East", "West"]);
}
