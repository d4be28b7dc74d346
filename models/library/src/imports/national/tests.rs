//! Workbooks in the layouts that have been in use, and in some that may come.

use jiff::civil::date;
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::*;

const THERAPY: &str = "Therapy interventions: Occupational therapy";

/// One sheet as rows of cells; numbers are written as numbers.
type Sheet<'s> = (&'s str, Vec<Vec<&'s str>>);

fn fill(sheet: &mut Worksheet, rows: &[Vec<&str>]) {
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number),
                Err(_) => sheet.write(row, column, *cell),
            }
            .expect("a cell");
        }
    }
}

fn workbook(sheets: &[Sheet<'_>]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).expect("a name");
        fill(sheet, rows);
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn read(bytes: &[u8], organisation: Option<u32>) -> NationalWorkbook {
    read_national(Given::File(bytes), organisation).unwrap_or_else(|error| panic!("{error}"))
}

/// Kind, code and name of the organisations of a table.
const ORGANISATIONS: [[&str; 3]; 4] = [
    ["National", "-", "England"],
    ["ICB", "QHL", "NHS BIRMINGHAM AND SOLIHULL ICB"],
    ["Provider", "RYW", "BIRMINGHAM COMMUNITY HEALTHCARE NHS FOUNDATION TRUST"],
    ["Provider", "RXX", "ANOTHER TRUST"],
];

/// A table of 2025: title, notes, a row of headings in the fifth row, footnotes below.
fn table_of_2025<'s>(title: &'s str, figures: [[&'s str; 3]; 4]) -> Vec<Vec<&'s str>> {
    let mut rows = vec![
        vec![title],
        vec!["Source: Community Health Services SitRep, NHS England"],
        vec!["Management information, minimal validation"],
        vec![],
        vec![
            "Organisation type",
            "Organisation code",
            "Organisation name",
            "(A) Podiatry and podiatric surgery",
            "(CYP) Therapy interventions: Occupational therapy [note 2]",
            "(CYP) Audiology",
        ],
    ];
    rows.extend(
        ORGANISATIONS
            .iter()
            .zip(figures)
            .map(|(organisation, figures)| [&organisation[..], &figures[..]].concat()),
    );
    rows.push(vec![]);
    rows.push(vec!["Notes"]);
    rows.push(vec!["1. Blank cells: no organisation submitted for the service line"]);
    rows
}

const NONE: [&str; 3] = ["", "", ""];

/// All tables of 2025: everybody, and eight bands.
fn sheets_of_2025() -> Vec<Sheet<'static>> {
    let band = |people: &'static str| [[people, people, people], NONE, ["", people, "*"], NONE];
    vec![
        (
            "Contents",
            vec![
                vec!["Community health services waiting lists"],
                vec!["Published: 15 May 2025"],
                vec!["Waiting lists and times, March 2025"],
            ],
        ),
        (
            "Table 2",
            vec![
                vec!["Total waiting list by month"],
                vec![],
                vec!["Service", "Feb-25", "Mar-25"],
                vec!["England", "90", "100"],
            ],
        ),
        (
            "Table 4",
            table_of_2025(
                "Table 4: Total waiting list by organisation and service line",
                [["3000", "700", "200"], ["600", "150", ""], ["", "120", "*"], NONE],
            ),
        ),
        ("Table 4a", table_of_2025("Table 4a: Number waiting 0-1 weeks (0-7 days)", band("1"))),
        ("Table 4b", table_of_2025("Table 4b: Number waiting >1-2 weeks", band("2"))),
        ("Table 4c", table_of_2025("Table 4c: Number waiting >2-4 weeks", band("3"))),
        ("Table 4d", table_of_2025("Table 4d: Number waiting >4-12 weeks", band("4"))),
        ("Table 4e", table_of_2025("Table 4e: Number waiting >12-18 weeks", band("5"))),
        ("Table 4f", table_of_2025("Table 4f: Number waiting >18-52 weeks", band("6"))),
        ("Table 4g", table_of_2025("Table 4g: Number waiting >52-104 weeks", band("7"))),
        ("Table 4h", table_of_2025("Table 4h: Number waiting over 104 weeks", band("8"))),
    ]
}

fn numbers(counts: &NationalCounts) -> (Option<u32>, Vec<Option<u32>>, Option<u32>) {
    (counts.total, counts.by_band.clone(), counts.over_52)
}

const EIGHT: [Option<u32>; 8] = [Some(1), Some(2), Some(3), Some(4), Some(5), Some(6), Some(7), Some(8)];

#[test]
fn a_workbook_with_eight_bands_gives_a_provider_and_england_by_service() {
    let found = read(&workbook(&sheets_of_2025()), Some(3));
    assert_eq!(found.month, Some(date(2025, 3, 1)));
    assert_eq!(found.problems, []);
    let names: Vec<(&str, OrganisationLevel)> =
        found.organisations.iter().map(|one| (one.name.as_str(), one.level)).collect();
    assert_eq!(names[0], ("England", OrganisationLevel::England));
    assert_eq!(names[1].1, OrganisationLevel::System);
    assert_eq!(names.len(), 4, "one that submitted nothing is still there: {names:?}");
    let provider = found.chosen.expect("the third");
    assert_eq!(provider.organisation.code.as_deref(), Some("RYW"));
    let [line] = &provider.children.lines[..] else { panic!("{provider:?}") };
    assert_eq!(line.name, THERAPY);
    assert_eq!(numbers(&line.counts), (Some(120), EIGHT.to_vec(), Some(15)));
    assert_eq!(provider.adults.lines, []);
    let england = found.england.expect("the first row");
    assert_eq!(england.children.all.total, Some(900));
    assert_eq!(england.children.all.by_band[7], Some(16));
    assert_eq!(england.adults.all.total, Some(3_000));
    assert_eq!(found.tables.len(), 9);
    assert_eq!(found.tables[1].what, "waiting 0-1 weeks");
    assert_eq!(found.tables[0].heading_row, 5);
}

#[test]
fn older_tables_name_kinds_once_have_no_codes_and_no_finer_band_than_a_year() {
    let table = |title: &'static str, people: &'static str| {
        vec![
            vec!["Community health services waiting lists, January 2023"],
            vec![title],
            vec![],
            vec!["", "", "(A) Podiatry", "(CYP) Therapy interventions: occupational therapy"],
            vec!["National", "England", people, people],
            vec!["Region", "MIDLANDS", people, people],
            vec!["Provider", "FIRST TRUST", people, ""],
            vec!["", "SECOND TRUST", "", people],
            vec!["Blank cells mean that nothing was submitted."],
        ]
    };
    let sheets = [
        ("Table 4", table("Total waiting list", "50")),
        ("Table 4f", table("", "20")),
        ("Table 4g", table("", "9")),
    ];
    let found = read(&workbook(&sheets), Some(4));
    assert_eq!(found.month, Some(date(2023, 1, 1)));
    assert_eq!(found.problems, []);
    let second = found.chosen.expect("the fourth");
    assert_eq!(second.organisation.name, "SECOND TRUST");
    assert_eq!(second.organisation.level, OrganisationLevel::Provider, "carried down from the row above");
    let counts = &second.children.lines[0].counts;
    assert_eq!(
        (counts.total, counts.by_band[5], counts.by_band[6], counts.over_52),
        (Some(50), Some(20), None, Some(9))
    );
}

#[test]
fn headings_in_two_rows_with_merged_groups_are_read() {
    let mut workbook = Workbook::new();
    for (name, title, people) in
        [("Lists", "Total waiting list, May 2024", 40.0), ("Long", "Waiting more than 104 weeks", 3.0)]
    {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name).expect("a name");
        sheet.write(0, 0, title).expect("a title");
        let plain = Format::new();
        sheet.merge_range(3, 0, 4, 0, "Provider code", &plain).expect("merged");
        sheet.merge_range(3, 1, 4, 1, "Provider name", &plain).expect("merged");
        sheet.merge_range(3, 2, 3, 3, "Adult services", &plain).expect("merged");
        sheet.merge_range(3, 4, 3, 5, "Children and young people's services", &plain).expect("merged");
        for (column, line) in [(2, "Podiatry"), (3, "Audiology"), (4, "Audiology"), (5, "Dietetics")] {
            sheet.write(4, column, line).expect("a heading");
        }
        sheet.write(5, 0, "RYW").expect("a code");
        sheet.write(5, 1, "A trust").expect("a name");
        for column in 2..6 {
            sheet.write(5, column, people + f64::from(column)).expect("a figure");
        }
    }
    let found = read(&workbook.save_to_buffer().expect("a workbook"), Some(1));
    let figures = found.chosen.expect("the only one");
    assert_eq!(figures.organisation.name, "A trust");
    let lines: Vec<(&str, Option<u32>, Option<u32>)> = figures
        .children
        .lines
        .iter()
        .map(|line| (line.name.as_str(), line.counts.total, line.counts.by_band[7]))
        .collect();
    assert_eq!(lines, [("Audiology", Some(44), Some(7)), ("Dietetics", Some(45), Some(8))]);
    assert_eq!(found.month, Some(date(2024, 5, 1)));
}

#[test]
fn services_down_and_bands_across_are_those_of_england() {
    let rows = vec![
        vec!["Table 3: waiting list by service line, England, April 2025"],
        vec![],
        vec![
            "",
            "Total waiting list",
            "Waiting 0-1 weeks",
            "Waiting >1-2 weeks",
            "Waiting >2-4 weeks",
            "Waiting >52 weeks",
        ],
        vec!["(A) Podiatry", "80", "10", "20", "30", "1"],
        vec!["(CYP) Audiology", "40", "5", "5", "5", "2"],
        vec!["Note: figures may not add up", "", "", "", "", ""],
    ];
    let found = read(&workbook(&[("Table 3", rows)]), None);
    let england = found.england.expect("a table without organisations is of England");
    assert_eq!(england.adults.all.total, Some(80));
    assert_eq!(england.children.lines[0].counts.by_band[2], Some(5));
    assert_eq!(england.children.all.over_52, Some(2));
}

#[test]
fn the_same_as_csv_is_read_in_three_layouts() {
    let across = "Community health services waiting lists: total waiting list July 2024\n\
                  Organisation type,Organisation code,Organisation name,(A) Podiatry,(CYP) Audiology\n\
                  Provider,RYW,A trust,\"1,200\",30\n";
    let found = read_national(Given::Text(across), Some(1)).expect("a table");
    assert_eq!(found.chosen.expect("A trust").adults.all.total, Some(1_200));
    assert_eq!(found.month, Some(date(2024, 7, 1)));

    let down = "Month,Provider code,Provider name,Service line,Total waiting list,0-1 weeks,1-2 weeks,2-4 weeks,Over 104 weeks\n\
                Jun-24,RYW,A trust,(CYP) Audiology,99,1,2,3,4\n\
                Jul-24,RYW,A trust,(CYP) Audiology,30,5,6,7,8\n\
                Jul-24,QHL,A board,(CYP) Audiology,60,5,6,7,8\n";
    let found = read_national(Given::Text(down), Some(1)).expect("a table");
    assert_eq!(found.month, Some(date(2024, 7, 1)));
    assert_eq!(found.organisations[1].level, OrganisationLevel::System);
    let counts = found.chosen.expect("A trust").children.lines.remove(0).counts;
    assert_eq!(
        (counts.total, counts.by_band[7]),
        (Some(30), Some(8)),
        "the latest month, not the sum of two"
    );
    assert!(found.notes.iter().any(|note| note.contains("1 lines of earlier months")), "{:?}", found.notes);

    let single = "Organisation,Service,Question,Value\n\
                  A trust,(CYP) Audiology,Total waiting list,30\n\
                  A trust,(CYP) Audiology,Waiting 0-1 weeks,5\n\
                  A trust,(CYP) Audiology,Waiting >52 weeks,2\n";
    let found = read_national(Given::Text(single), Some(1)).expect("a table");
    let counts = found.chosen.expect("A trust").children.lines.remove(0).counts;
    assert_eq!((counts.total, counts.by_band[0], counts.over_52), (Some(30), Some(5), Some(2)));
}

#[test]
fn what_is_not_understood_is_said_with_sheet_and_row_and_the_rest_is_read() {
    let mut sheets = sheets_of_2025();
    // A figure that is none; one that differs from another table; a row of nobody; a sheet without headings.
    sheets[3].1[7][4] = "about 5";
    sheets[4].1.push(vec!["Somebody", "XXX", "NOBODY KNOWS WHAT", "5", "5", "5"]);
    sheets[5].1.remove(4);
    let mut again = table_of_2025("Table 4: Total waiting list", [["3001", "700", "200"], NONE, NONE, NONE]);
    again[0][0] = "Total waiting list, revised";
    sheets.push(("Revised", again));
    let found = read(&workbook(&sheets), Some(3));
    let told: Vec<(&str, Option<u32>, &str)> =
        found.problems.iter().map(|one| (one.sheet.as_str(), one.row, one.why.as_str())).collect();
    assert_eq!(told.len(), 4, "{told:?}");
    assert_eq!((told[0].0, told[0].1), ("Table 4a", Some(8)));
    assert!(told[0].2.contains("\u{201c}about 5\u{201d} is no number of people"), "{told:?}");
    assert_eq!((told[1].0, told[1].1), ("Table 4b", Some(13)));
    assert!(told[1].2.contains("no organisation that is known"), "{told:?}");
    assert_eq!((told[2].0, told[2].1), ("Table 4c", None));
    assert_eq!((told[3].0, told[3].1), ("Revised", Some(6)));
    assert!(told[3].2.contains("another table has another figure"), "{told:?}");
    let counts = found.chosen.expect("the provider").children.lines.remove(0).counts;
    assert_eq!((counts.by_band[0], counts.by_band[1], counts.by_band[2]), (None, Some(2), None));
}

#[test]
fn what_is_no_such_workbook_is_refused_with_what_to_choose() {
    for given in ["", "Referral date\n06/01/2025\n", "a,b\n1,2\n"] {
        let error = read_national(Given::Text(given), None).expect_err("no such workbook");
        assert!(error.to_string().contains("no table of waiting lists by service"), "{error}");
        assert!(error.hint().is_some_and(|hint| hint.contains("(CYP)")));
    }
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "([A-Za-z(),\\n*>+-]|\\(A\\) |\\(CYP\\) |52|104|0-1|weeks|Total|England|Provider){0,120}") {
        if let Ok(found) = read_national(Given::Text(&text), Some(1)) {
            proptest::prop_assert!(!found.tables.is_empty());
        }
    }
}
