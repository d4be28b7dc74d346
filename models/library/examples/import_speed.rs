//! How long a waiting list of 50,000 people takes to read, as CSV and as a workbook:
//! `cargo run --release -p pathloom-library --example import_speed`. It measures and prints; no test depends on it.

use std::time::Instant;

use jiff::ToSpan;
use jiff::civil::date;
use pathloom_library::{Given, ListPurpose, ListRequest, read_referrals};
use rust_xlsxwriter::{Workbook, XlsxError};

/// People on the list.
const PEOPLE: u32 = 50_000;

/// Lists read of each kind; the quickest counts.
const ROUNDS: u32 = 5;

fn main() -> Result<(), XlsxError> {
    let start_date = date(2026, 4, 6);
    let request = ListRequest {
        purpose: ListPurpose::WaitingList,
        start_date,
        sheet: None,
        mapping: None,
        day_order: None,
    };
    let rows = rows();
    let csv = rows.iter().map(|row| row.join(",")).collect::<Vec<_>>().join("\n");
    for (kind, bytes) in [("CSV", csv.into_bytes()), ("Excel", workbook(&rows)?)] {
        let mut quickest = f64::INFINITY;
        let mut people = 0;
        for _ in 0..ROUNDS {
            let started = Instant::now();
            if let Ok(list) = read_referrals(Given::File(&bytes), &request, &[]) {
                people = list.accepted.len();
            }
            quickest = quickest.min(started.elapsed().as_secs_f64());
        }
        println!("{kind}: {people} people of {} kB in {:.0} ms", bytes.len() / 1_000, quickest * 1_000.0);
    }
    Ok(())
}

/// Headings and people, each with a number, a name, a team, an urgency and a day.
fn rows() -> Vec<Vec<String>> {
    let headings = ["Record number", "Patient name", "Referral date", "Team", "Priority", "Discharge date"];
    let mut rows = vec![headings.map(str::to_owned).to_vec()];
    for person in 0..PEOPLE {
        let day = date(2026, 4, 5).saturating_sub(i64::from(person % 900).days());
        rows.push(vec![
            format!("P{person:06}"),
            format!("Name Number-{person}"),
            day.strftime("%d/%m/%Y").to_string(),
            ["East", "West", "North", "South"][person as usize % 4].to_owned(),
            ["Routine", "Urgent"][usize::from(person % 10 == 0)].to_owned(),
            String::new(),
        ]);
    }
    rows
}

fn workbook(rows: &[Vec<String>]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell)?;
        }
    }
    workbook.save_to_buffer()
}
