//! What is read out of lists as services have them, and what is not.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;

const START: Date = date(2026, 4, 6);

fn request() -> ListRequest {
    let purpose = ListPurpose::WaitingList;
    ListRequest { purpose, start_date: START, sheet: None, mapping: None, day_order: None }
}

fn read(text: &str) -> ReferralList {
    read_referrals(Given::Text(text), &request(), &[]).expect("short enough")
}

fn read_of_column(text: &str, column: u32) -> ReferralList {
    read_mapped(text, ListMapping { referral: Some(column), ..ListMapping::default() })
}

fn read_mapped(text: &str, mapping: ListMapping) -> ReferralList {
    let request = ListRequest { mapping: Some(mapping), ..request() };
    read_referrals(Given::Text(text), &request, &[]).expect("short enough")
}

/// The accepted dates as texts, with their lines.
fn dates(found: &ReferralList) -> Vec<(u32, String)> {
    found.accepted.iter().map(|row| (row.line, row.date.to_string())).collect()
}

fn kinds(found: &ReferralList) -> Vec<ColumnKind> {
    found.columns.iter().map(|column| column.kind).collect()
}

/// One cell, read as a list of its own, with its refusal where it has one.
fn cell(text: &str) -> String {
    let found = read_of_column(&format!("2026-01-05\n\"{text}\""), 1);
    match (found.accepted.get(1), found.refused.first()) {
        (Some(row), None) => row.date.to_string(),
        (None, Some(row)) => format!("{}: {}", row.what, row.why),
        other => panic!("{text}: {other:?}"),
    }
}

#[test]
fn dates_are_read_in_the_ways_people_write_them() {
    let table = [
        ("6/4/2025", "2025-04-06"),
        ("06/04/2025", "2025-04-06"),
        ("06-04-2025", "2025-04-06"),
        ("06.04.2025", "2025-04-06"),
        ("06 04 2025", "2025-04-06"),
        ("6/4/25", "2025-04-06"),
        ("2025-04-06", "2025-04-06"),
        ("2025/4/6", "2025-04-06"),
        ("20250406", "2025-04-06"),
        ("2025-04-06T09:30:00Z", "2025-04-06"),
        ("2025-04-06T09:30:00.000+01:00", "2025-04-06"),
        ("2025-04-06 09:30", "2025-04-06"),
        ("06/04/2025 9:30:15 AM", "2025-04-06"),
        ("6 Apr 2025", "2025-04-06"),
        ("06-APR-25", "2025-04-06"),
        ("6th April 2025", "2025-04-06"),
        ("April 6, 2025", "2025-04-06"),
        ("Sunday 6 April 2025", "2025-04-06"),
        ("1 Sept 2025", "2025-09-01"),
        ("29/02/2024", "2024-02-29"),
        ("45753", "2025-04-06"),
        ("45753.5", "2025-04-06"),
        ("06/04/2026", "2026-04-06"),
    ];
    for (text, expected) in table {
        assert_eq!(cell(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_date_is_described_and_not_repeated() {
    let no_date = "it is not a date; write dates as 06/04/2026 or 2026-04-06";
    let table = [
        ("Jane Smith", format!("text: {no_date}")),
        ("943 476 5919", format!("text: {no_date}")),
        ("9434765919", format!("a number: {no_date}")),
        ("12", format!("a number: {no_date}")),
        ("1.2.3.4", format!("text: {no_date}")),
        ("31/02/2026", "31/02/2026: there is no such day; the day comes first, then the month".to_owned()),
        ("20261345", "45/13/2026: there is no such day; the day comes first, then the month".to_owned()),
        ("07/04/2026", "7 April 2026: it is after the start date, 6 April 2026".to_owned()),
        (
            "03/05/1961",
            "a date before 1990: nobody on a waiting list today was referred that long ago; is it a date of birth?"
                .to_owned(),
        ),
        ("06/04/95", "6 April 1995: waits of more than 1,100 weeks cannot be entered".to_owned()),
        ("٦/٤/٢٠٢٥", format!("text: {no_date}")),
    ];
    for (text, expected) in table {
        assert_eq!(cell(text), expected, "{text}");
    }
    let empty = read("Referral date,Note\n05/01/2026,a\n,b\n").refused.remove(0);
    assert_eq!((empty.what.as_str(), empty.why.as_str()), ("an empty cell", "there is no date on this line"));
}

/// A column that was chosen for groups in one list may hold numbers of people in the next with the same headings.
#[test]
fn remembered_columns_are_held_to_the_same_rule_as_chosen_ones() {
    let before = RememberedColumns {
        referral: "referral date".to_owned(),
        ended: None,
        group: Some("team".to_owned()),
        urgency: Some("ref".to_owned()),
    };
    let read = |text: &str| {
        read_referrals(Given::Text(text), &request(), std::slice::from_ref(&before)).expect("short enough")
    };
    let teams = read("Referral date,Team,Ref\n05/01/2026,East,a\n06/01/2026,West,b\n");
    assert_eq!((teams.mapping.group, teams.mapping.urgency), (Some(2), Some(3)));
    let numbers = read("Referral date,Team,Ref\n05/01/2026,943 476 5919,a\n06/01/2026,401 023 2137,b\n");
    assert_eq!((numbers.mapping.referral, numbers.mapping.group), (Some(1), None));
    assert!(
        numbers
            .notes
            .contains(&"Column 2 tells who somebody is, so it cannot be used for groups.".to_owned()),
        "{:?}",
        numbers.notes
    );
    let everything = format!("{numbers:?}");
    assert!(!everything.contains("943") && !everything.contains("401"), "{everything}");
}

#[test]
fn weeks_are_counted_up_to_the_start_date() {
    let found = read("06/04/2026\n05/04/2026\n30/03/2026\n07/04/2025\n");
    let weeks: Vec<f64> = found.accepted.iter().map(|row| row.weeks_waited).collect();
    assert_eq!(weeks, [0.0, 0.143, 1.0, 52.0]);
    assert_eq!((found.mean_weeks, found.longest_weeks), (Some(13.29), Some(52.0)));
    assert_eq!((read("").mean_weeks, read("").longest_weeks), (None, None));
}

#[test]
fn a_list_as_services_have_it_gives_up_its_dates_alone() {
    let text = "\u{feff}NHS Number,Patient Name,Date of Birth,Postcode,Referral Date,Comment\r\n\
                943 476 5919,\"Smith, Jane\",03/05/2015,B1 1AA,12/01/2026,East\r\n\
                \r\n\
                401 023 2137,\"O'Neill, Sam\",17/11/2014,SW1A 1AA,not known,West\r\n\
                943 476 5870,\"Khan, Ali\",,M1 1AE,02/03/2026,East\r\n";
    let found = read(text);
    assert_eq!(dates(&found), [(2, "2026-01-12".to_owned()), (5, "2026-03-02".to_owned())]);
    assert_eq!((found.refused[0].line, found.refused[0].what.as_str()), (4, "text"));
    assert_eq!(found.mapping.referral, Some(5));
    use ColumnKind::*;
    assert_eq!(kinds(&found), [NhsNumbers, Names, BirthDates, Postcodes, ReferralDates, Other]);
    assert_eq!(
        found.notes,
        [
            "Line 1 was taken as the headings; reading starts after it.",
            "Column 1 looks like NHS numbers: ignored and not kept.",
            "Column 2 looks like names: ignored and not kept.",
            "Column 3 looks like dates of birth: ignored and not kept.",
            "Column 4 looks like postcodes: ignored and not kept.",
        ]
    );
    let everything = format!("{found:?}");
    for secret in ["Smith", "Jane", "Khan", "943", "401", "B1 1AA", "2015", "East", "not known"] {
        assert!(!everything.contains(secret), "{secret} left the function");
    }
}

#[test]
fn without_headings_the_only_column_of_dates_is_read() {
    let text = "9434765919\tJane Smith\t12/01/2026\tB1 1AA\n4010232137\tSam O'Neill\t13/01/2026\tM1 1AE\n\
                9434765870\tAli Khan\t14/01/2026\tSW1A 1AA\n";
    let found = read(text);
    assert_eq!((found.mapping.referral, found.accepted.len()), (Some(3), 3));
    use ColumnKind::*;
    assert_eq!(kinds(&found), [NhsNumbers, Names, ReferralDates, Postcodes]);
}

#[test]
fn two_columns_of_dates_without_headings_are_not_guessed_at() {
    let text = "03/05/2025;12/01/2026\n17/11/2024;13/01/2026\n";
    let found = read(text);
    assert_eq!((found.mapping.referral, found.accepted.len()), (None, 0));
    assert_eq!(
        found.notes,
        ["Columns 1 and 2 all hold dates, and no heading says which is the date of referral. Choose one."]
    );
    let chosen = read_of_column(text, 2);
    assert_eq!(dates(&chosen), [(1, "2026-01-12".to_owned()), (2, "2026-01-13".to_owned())]);
    assert_eq!(chosen.columns[1].kind, ColumnKind::ReferralDates);
    let beyond = read_of_column(text, 3);
    assert_eq!(
        (beyond.mapping.referral, beyond.notes[0].as_str()),
        (None, "There is no column 3: the list has 2.")
    );
    assert_eq!(read_of_column(text, 0).mapping.referral, None);
}

#[test]
fn headings_say_which_of_several_dates_is_the_referral() {
    let table = [
        ("DOB,Referral date,Date seen", Some(2)),
        ("Date seen,Date of referral,Review date", Some(2)),
        ("Date received,Referred on,x", Some(2)),
        ("Appointment date,Clock start,Discharge date", Some(2)),
        ("Date,Review date,Referral end date", Some(1)),
        ("Date added to waiting list,Next appointment date,Due", Some(1)),
        ("Referral source,Referred by,REFERRAL_DATE", Some(3)),
        ("Referral date,Referral received date,x", Some(1)),
        ("Alpha,Beta,Gamma", None),
    ];
    for (headings, expected) in table {
        let found = read(&format!("{headings}\n01/02/2025,02/02/2025,03/02/2025\n"));
        assert_eq!(found.mapping.referral, expected, "{headings}");
        // Where another column says that the wait is over, the line is read and does not count.
        let read = found.accepted.len() + found.refused.len();
        assert_eq!(read, usize::from(expected.is_some()), "{headings}");
    }
    let both = read("Referral date,Referral received date\n01/02/2025,02/02/2025\n");
    assert!(both.notes[1].starts_with("Columns 1 and 2 may all hold referral dates; column 1 was read."));
}

#[test]
fn titles_before_the_headings_are_passed_over() {
    let found = read("Waiting list,\n,\nTeam,Referral date\nEast,01/02/2025\nWest,\nTotal,1\n");
    assert_eq!(dates(&found), [(4, "2025-02-01".to_owned())]);
    assert_eq!(found.refused.iter().map(|row| row.line).collect::<Vec<_>>(), [5, 6]);
    let late = read("01/02/2025,a\n02/02/2025,b\n,Patient name missing\n03/02/2025,c\n");
    assert_eq!(late.accepted.len(), 3, "a line of the list is no heading");
}

#[test]
fn the_day_comes_first_unless_the_list_cannot_be_read_so() {
    let american = read("04/25/2025\n03/02/2025\n12/31/2025\n");
    assert_eq!(american.accepted[1].date, date(2025, 3, 2));
    assert!(american.notes[0].starts_with("Dates are read as month/day/year"));
    let slip = read(
        "01/02/2025\n02/02/2025\n03/02/2025\n05/02/2025\n06/02/2025\n04/25/2025\n07/02/2025\n08/02/2025\n",
    );
    assert_eq!((slip.accepted.len(), slip.refused.len()), (7, 1));
    assert_eq!(slip.accepted[0].date, date(2025, 2, 1));
    let mixed = read("25/04/2025\n04/25/2025\n");
    assert_eq!((mixed.accepted.len(), mixed.refused[0].line), (1, 2));
}

#[test]
fn excel_days_need_a_reason_to_be_dates() {
    let alone = read("45753\n45754\n");
    assert_eq!(alone.accepted[0].date, date(2025, 4, 6));
    assert_eq!(alone.notes, ["Five-digit numbers are read as the days that Excel counts from 1900."]);
    let headed = read("Team number,Referral date\n45001,45753\n45002,45754\n");
    assert_eq!((headed.mapping.referral, headed.accepted.len()), (Some(2), 2));
    let unnamed = read("45001,East\n45002,West\n");
    assert_eq!((unnamed.mapping.referral, unnamed.accepted.len()), (None, 0));
}

#[test]
fn lines_are_counted_as_the_user_sees_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["Date", "", "01/02/2025", "  ", "", "nonsense", "02/02/2025", ""].join(end);
        let found = read(&text);
        assert_eq!(dates(&found), [(3, "2025-02-01".to_owned()), (7, "2025-02-02".to_owned())], "{end:?}");
        assert_eq!(found.refused[0].line, 6, "{end:?}");
    }
    let broken = read("Note,Referral date\n\"two\nlines\",01/02/2025\nx,02/02/2025\n");
    assert_eq!(dates(&broken), [(2, "2025-02-01".to_owned()), (4, "2025-02-02".to_owned())]);
}

#[test]
fn a_quotation_mark_without_partner_costs_no_line() {
    let found = read("Note,Referral date\n\"5 ft\" tall,01/02/2025\n3\" splint,02/02/2025\nx,03/02/2025\n");
    assert_eq!(found.accepted.len(), 3);
    assert!(found.notes[0].starts_with("A quotation mark has no partner"));
}

#[test]
fn texts_without_a_list_say_so() {
    for text in ["", "\n\n", "Referral date", "hello", "a,b\nc,d\n"] {
        let found = read(text);
        assert!(found.accepted.is_empty(), "{text:?}");
        assert!(!found.notes.is_empty() || !found.refused.is_empty(), "{text:?} is not answered by silence");
    }
    let promised = read("Team,Referral date\nEast,soon\nWest,later\n");
    assert_eq!((promised.mapping.referral, promised.refused_lines), (Some(2), 2));
}

#[test]
fn long_lists_are_read_and_too_long_ones_refused() {
    let many = format!("Referral date\n{}{}", "01/02/2025\n".repeat(200_000), "soon\n".repeat(1_500));
    let found = read(&many);
    assert_eq!((found.accepted.len(), found.refused.len(), found.refused_lines), (200_000, 1_000, 1_500));
    assert_eq!(
        found.notes.last().map(String::as_str),
        Some("1,500 lines were refused; the first 1,000 are listed.")
    );
    let long = "x".repeat(crate::imports::GIVEN_BYTES as usize + 1);
    let refused = read_referrals(Given::Text(&long), &request(), &[]).expect_err("it is too long");
    assert_eq!(refused.to_string(), "this is longer than 20 MB, the most that can be read");
}

/// Cells that are nearly something.
fn near() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9]{1,4}[-/. ][0-9]{1,3}[-/. ][0-9]{1,4}",
        "[0-9]{1,2}(st|nd|rd|th)? (Jan|feb|SEPT|may|Dec)[a-z]{0,5}[ ,]{1,2}[0-9]{2,4}",
        "[0-9]{5}(\\.[0-9]{0,3})?",
        "[0-9]{8,11}",
        "[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{0,2}:[0-9]{0,2}Z?",
        "(Referral date|DOB|Name|NHS No|\")",
        ".{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_text_makes_it_panic(text in "(.|\n|\r|\t){0,200}", column in 0_u32..5) {
        let _ = read(&text);
        let _ = read_of_column(&text, column);
    }

    #[test]
    fn every_line_of_a_list_is_accepted_or_refused(
        rows in prop::collection::vec(prop::collection::vec(near(), 1..4), 0..12),
        delimiter in "[,;\t]",
    ) {
        let text = rows.iter().map(|row| row.join(&delimiter)).collect::<Vec<_>>().join("\n");
        let found = read(&text);
        for row in &found.accepted {
            prop_assert!(row.date <= START && row.date.year() >= 1990 && row.weeks_waited >= 0.0);
        }
        let mut lines: Vec<u32> = found.accepted.iter().map(|row| row.line).collect();
        lines.extend(found.refused.iter().map(|row| row.line));
        lines.sort_unstable();
        prop_assert!(lines.windows(2).all(|pair| pair[0] < pair[1]), "each line at most once");
        prop_assert!(lines.last().is_none_or(|last| *last as usize <= text.split(['\n', '\r']).count()));
    }

    #[test]
    fn a_list_of_dates_comes_back_as_it_was(days in prop::collection::vec(0_i64..5_000, 1..50), form in 0..4) {
        let written = |day: &i64| START - jiff::ToSpan::days(*day);
        let format = ["%Y-%m-%d", "%d/%m/%Y", "%-d %b %Y", "%d %B %y"][form as usize];
        let lines: Vec<String> = days.iter().map(|day| written(day).strftime(format).to_string()).collect();
        let found = read(&lines.join("\n"));
        let back: Vec<Date> = found.accepted.iter().map(|row| row.date).collect();
        prop_assert_eq!(back, days.iter().map(written).collect::<Vec<_>>());
    }
}
