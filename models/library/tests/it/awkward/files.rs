//! The files: what they are, what they hold, and what is to be made of them.

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};

/// One file.
pub(super) struct Awkward {
    /// What is awkward about it.
    pub(super) name: &'static str,
    /// Its content.
    pub(super) bytes: Vec<u8>,
    /// What is read, in short.
    pub(super) expected: &'static str,
}

/// What must never be found again. None of it is anybody's: the numbers are those set aside for tests and drama.
pub(super) const SECRETS: [&str; 9] = [
    "Quillfeather",
    "Marchbanks",
    "9434765919",
    "943 476 5919",
    "4010232137",
    "ZX9 9QQ",
    "17/11/2014",
    "07700 900123",
    "RX-77120",
];

fn text(name: &'static str, content: &str, expected: &'static str) -> Awkward {
    Awkward { name, bytes: content.as_bytes().to_vec(), expected }
}

fn utf16(content: &str, mark: &[u8], little: bool) -> Vec<u8> {
    let units = content.encode_utf16();
    let bytes = units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() });
    mark.iter().copied().chain(bytes).collect()
}

/// All of them.
pub(super) fn awkward_files() -> Vec<Awkward> {
    let mut files = texts();
    files.extend(lists_of_people());
    files.extend(encodings());
    files.extend(other_kinds());
    files.extend(workbooks());
    files
}

fn texts() -> Vec<Awkward> {
    vec![
        text("ISO dates", "Referral date\n2025-04-06\n2025-12-31\n", "2 2025-04-06, 3 2025-12-31"),
        text("day/month/year", "Referral date\n06/04/2025\n31/12/2025\n", "2 2025-04-06, 3 2025-12-31"),
        text(
            "hyphens, dots, blanks",
            "06-04-2025\n06.04.2025\n06 04 2025\n",
            "1 2025-04-06, 2 2025-04-06, 3 2025-04-06",
        ),
        text(
            "months in words",
            "3 Mar 2025\n3rd March 2025\n\"March 3, 2025\"\n03-MAR-25\n",
            "1 2025-03-03, 2 2025-03-03, 3 2025-03-03, 4 2025-03-03",
        ),
        text(
            "times of day",
            "Referral date\n06/04/2025 09:30\n2025-04-06T09:30:00Z\n",
            "2 2025-04-06, 3 2025-04-06",
        ),
        text(
            "days as Excel counts",
            "Referral date,Team\n45753,East\n45754,West\n",
            "2 2025-04-06 (East), 3 2025-04-07 (West)",
        ),
        text(
            "month first, beyond doubt",
            "Referral date\n04/25/2025\n12/31/2025\n03/02/2025\n",
            "2 2025-04-25, 3 2025-12-31, 4 2025-03-02",
        ),
        text(
            "one slip among day-first dates",
            "Referral date\n01/02/2025\n13/02/2025\n02/13/2025\n14/02/2025\n15/02/2025\n",
            "2 2025-02-01, 3 2025-02-13, 5 2025-02-14, 6 2025-02-15 | 4 NoSuchDay: 02/13/2025",
        ),
        text(
            "hard blanks from a web page",
            "Referral date\n6\u{a0}April\u{a0}2025\n07/04/2025\u{a0}\n",
            "2 2025-04-06, 3 2025-04-07",
        ),
        text(
            "semicolons",
            "Team;Referral date\nEast;06/04/2025\nWest;07/04/2025\n",
            "2 2025-04-06 (East), 3 2025-04-07 (West)",
        ),
        text("tabs", "Note\tReferral date\na, b\t06/04/2025\nc\t07/04/2025\n", "2 2025-04-06, 3 2025-04-07"),
        text("bars", "Note|Referral date\na|06/04/2025\nb|07/04/2025\n", "2 2025-04-06, 3 2025-04-07"),
        text(
            "a first line that names the separator",
            "sep=;\nNote;Referral date\na,b,c;06/04/2025\nd,e,f;07/04/2025\n",
            "3 2025-04-06, 4 2025-04-07",
        ),
        text(
            "line ends of an old Macintosh",
            "Referral date\r06/04/2025\r07/04/2025\r",
            "2 2025-04-06, 3 2025-04-07",
        ),
        text(
            "cells with line ends and separators in them",
            "Note,Referral date\n\"two\nlines, and a comma\",06/04/2025\nx,07/04/2025\n",
            "2 2025-04-06, 4 2025-04-07",
        ),
        text(
            "a quotation mark without partner",
            "Note,Referral date\n5\" splint,06/04/2025\nx,07/04/2025\n",
            "2 2025-04-06, 3 2025-04-07",
        ),
        text(
            "a title, blank lines and a total",
            "Waiting list at 6 April 2026,\n,\n\nNote,Referral date\na,06/04/2025\n\nTotal,1\n",
            "5 2025-04-06 | 7 NotADate: a number",
        ),
        text(
            "rows of different lengths",
            "Note,Referral date,x\na,06/04/2025\nb\nc,07/04/2025,y,z\n",
            "2 2025-04-06, 4 2025-04-07 | 3 NoDate: an empty cell",
        ),
        text(
            "missing, impossible, future and ancient dates",
            "Referral date\n\"\"\n31/02/2025\n07/04/2026\n06/04/1961\nnot known\n06/04/2025\n",
            "7 2025-04-06 | 3 NoSuchDay: 31/02/2025; 4 Future: 7 April 2026; 5 TooLongAgo: a date before 1990; 6 NotADate: text",
        ),
        text("no headings", "a,06/04/2025\nb,07/04/2025\n", "1 2025-04-06, 2 2025-04-07"),
        text(
            "two columns of dates and no headings",
            "06/04/2025,07/05/2025\n06/04/2025,08/05/2025\n",
            "Columns 1 and 2 all hold dates, and no heading says which is the date of referral. Choose one.",
        ),
        text(
            "no dates at all",
            "Team,Note\nEast,a\nWest,b\n",
            "No column of dates was found. Choose the column of referral dates, or paste it alone.",
        ),
        text(
            "nothing",
            "",
            "No column of dates was found. Choose the column of referral dates, or paste it alone.",
        ),
    ]
}

fn lists_of_people() -> Vec<Awkward> {
    vec![
        text(
            "everything about everybody",
            "NHS Number,Patient name,DOB,Postcode,Mobile,Hospital number,Referral date\n\
             943 476 5919,\"Quillfeather, Ada\",17/11/2014,ZX9 9QQ,07700 900123,RX-77120,06/04/2025\n\
             4010232137,\"Marchbanks, Ivo\",17/11/2014,ZX9 9QQ,07700 900123,RX-77121,soon\n",
            "2 2025-04-06 | 3 NotADate: text",
        ),
        text(
            "the same referral twice",
            "NHS no,Name,Referral date\n9434765919,Ada Quillfeather,06/04/2025\n943 476 5919,A Quillfeather,06/04/2025\n\
             9434765919,Ada Quillfeather,07/05/2025\n",
            "2 2025-04-06, 4 2025-05-07 | 3 Twice: a double",
        ),
        text(
            "a double by name and date of birth",
            "Surname,Forename,Date of birth,Date referred\nQuillfeather,Ada,17/11/2014,06/04/2025\n\
             QUILLFEATHER,ada,17/11/2014,06/04/2025\nMarchbanks,Ivo,17/11/2014,06/04/2025\n",
            "2 2025-04-06, 4 2025-04-06 | 3 Twice: a double",
        ),
        text(
            "referrals that have ended",
            "Name,Referral date,Discharge date\nAda Quillfeather,06/04/2025,01/06/2025\nIvo Marchbanks,07/04/2025,\n\
             Ada Marchbanks,08/04/2025,01/07/2026\n",
            "3 2025-04-07, 4 2025-04-08 | 2 Ended: ended on 1 June 2025",
        ),
        text(
            "a column of states",
            "Referral date,Status\n06/04/2025,Waiting\n07/04/2025,Closed\n08/04/2025,Discharged - no action\n09/04/2025,tbc\n",
            "2 2025-04-06, 5 2025-04-09 | 3 Ended: ended; 4 Ended: ended",
        ),
        text(
            "teams and urgency",
            "Referral date,Team,Priority\n06/04/2025,East,Urgent\n07/04/2025,East,Routine\n08/04/2025,east,urgent\n09/04/2025,,\n",
            "2 2025-04-06 (East, Urgent), 3 2025-04-07 (East, Routine), 4 2025-04-08 (East, Urgent), 5 2025-04-09",
        ),
        text(
            "births without a heading beside the referrals",
            "Ada Quillfeather,17/11/2014,06/04/2025\nIvo Marchbanks,17/11/2014,07/04/2025\nAda Marchbanks,17/11/2014,08/04/2025\n",
            "1 2025-04-06, 2 2025-04-07, 3 2025-04-08",
        ),
        text(
            "names where the headings should be",
            "Ada Quillfeather,East\n06/04/2025,West\n07/04/2025,West\n",
            "2 2025-04-06, 3 2025-04-07",
        ),
        text(
            "a column of groups that holds people",
            "Referral date,Team\n06/04/2025,9434765919\n07/04/2025,East\n08/04/2025,West\n09/04/2025,West\n",
            "2 2025-04-06, 3 2025-04-07, 4 2025-04-08, 5 2025-04-09",
        ),
    ]
}

fn encodings() -> Vec<Awkward> {
    const LIST: &str = "Café,Referral date\r\n–,06/04/2025\r\né,07/04/2025\r\n";
    const READ: &str = "2 2025-04-06, 3 2025-04-07";
    let file = |name, bytes| Awkward { name, bytes, expected: READ };
    let windows = LIST.chars().map(|letter| match letter {
        'é' => 0xe9,
        '–' => 0x96,
        plain => plain as u8,
    });
    vec![
        file("UTF-8 with a mark", ["\u{feff}", LIST].concat().into_bytes()),
        file("UTF-16, little end first, with a mark", utf16(LIST, &[0xff, 0xfe], true)),
        file("UTF-16, big end first, with a mark", utf16(LIST, &[0xfe, 0xff], false)),
        file("UTF-16 without a mark", utf16(LIST, &[], true)),
        file("Windows-1252", windows.collect()),
    ]
}

fn other_kinds() -> Vec<Awkward> {
    const SAVE_AGAIN: &str = "this is not a workbook that can be read: it is damaged, or something else -- open it in \
                              Excel and save it as an Excel workbook (.xlsx) or as CSV";
    let mut cut_off = workbook(&[&["Referral date"], &["06/04/2025"]]);
    cut_off.truncate(cut_off.len() / 2);
    let password: Vec<u8> = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
        .into_iter()
        .chain([0; 600])
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let file = |name, bytes, expected| Awkward { name, bytes, expected };
    vec![
        text(
            "a web page called .xls",
            "<html><table><tr><td>Ada Quillfeather</td></tr></table></html>",
            "this is a web page that calls itself a spreadsheet -- open it in Excel and save it as an Excel workbook \
             (.xlsx) or as CSV",
        ),
        text(
            "a PDF",
            "%PDF-1.7\n...",
            "this is a PDF, not a list -- export the list as CSV or Excel where it comes from",
        ),
        file(
            "bytes",
            vec![1, 0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11],
            "this is neither text nor a workbook -- choose a CSV file or an Excel workbook (.xlsx, .xls)",
        ),
        file("a workbook cut off half-way", cut_off, SAVE_AGAIN),
        file(
            "a workbook with a password",
            password,
            "this workbook has a password -- save a copy without one, or as CSV, and delete it afterwards",
        ),
    ]
}

/// A workbook with one sheet of texts.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(*cells) {
            sheet.write_string(row, column, *cell).expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn workbooks() -> Vec<Awkward> {
    let file = |name, bytes, expected| Awkward { name, bytes, expected };
    vec![
        file(
            "a workbook with dates as texts",
            workbook(&[
                &["Patient name", "Referral date"],
                &["Ada Quillfeather", "06/04/2025"],
                &["Ivo Marchbanks", ""],
            ]),
            "2 2025-04-06 | 3 NoDate: an empty cell",
        ),
        file(
            "a workbook with dates as Excel keeps them",
            dated(),
            "4 2025-04-06, 6 2025-04-07 | 5 NoDate: an empty cell",
        ),
        file("a workbook whose list is on the second sheet", second_sheet(), "2 2025-04-06, 3 2025-04-07"),
        file(
            "a workbook with a stray cell in the last corner",
            stray_cell(),
            "2 2025-04-06 | 1048576 NotADate: text",
        ),
        file(
            "an empty workbook",
            workbook(&[]),
            "this workbook has nothing on any sheet that can be seen -- save the list as a sheet of its own, or as CSV",
        ),
    ]
}

/// NHS numbers as numbers, dates as days that are formatted, a title above and a gap between.
fn dated() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_string(0, 0, "Community therapy").expect("a cell");
    sheet.write_string(2, 0, "NHS number").expect("a cell");
    sheet.write_string(2, 2, "Date of referral").expect("a cell");
    for (row, number, date) in [
        (3, 9_434_765_919.0, Some((2025, 4, 6))),
        (4, 4_010_232_137.0, None),
        (5, 4_010_232_137.0, Some((2025, 4, 7))),
    ] {
        sheet.write_number(row, 0, number).expect("a cell");
        if let Some((year, month, of_month)) = date {
            let date = ExcelDateTime::from_ymd(year, month, of_month).expect("a day");
            sheet.write_datetime_with_format(row, 2, &date, &day).expect("a cell");
        }
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn second_sheet() -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "Notes on this export").expect("a cell");
    let sheet = workbook.add_worksheet();
    for (row, cell) in (0..).zip(["Referral date", "06/04/2025", "07/04/2025"]) {
        sheet.write_string(row, 3, cell).expect("a cell");
    }
    workbook.save_to_buffer().expect("a workbook")
}

fn stray_cell() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, "Referral date").expect("a cell");
    sheet.write_string(1, 0, "06/04/2025").expect("a cell");
    sheet.write_string(1_048_575, 0, "end").expect("a cell");
    sheet.write_string(1_048_575, 16_383, "x").expect("a cell");
    workbook.save_to_buffer().expect("a workbook")
}
