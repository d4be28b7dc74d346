//! The service as it is at the start.

use pathloom_simulation::outcomes::NATIONAL_BANDS;

use crate::content::Writer;
use crate::report::{Column, Line, Table, line};
use crate::results::Of;

/// The list today in a sentence or two.
pub(super) fn today(writer: &Writer) -> Line {
    let results = writer.results;
    let first = results.first_week();
    let at = |measure: &str| results.weekly(0, measure, Of::Median, first);
    let waiting = at("waitingList");
    if waiting.value == Some(0.0) {
        return line!["Nobody is waiting when the simulation starts, on ", results.date_words(first), "."];
    }
    let within = results.weekly(0, "within18Percent", Of::Median, first);
    line![
        "On ",
        results.date_words(first),
        " there are ",
        waiting,
        " on the waiting list, and the longest wait is ",
        at("longestWait"),
        "; ",
        within,
        " have waited no longer than 18 weeks and ",
        at("over52"),
        " more than a year. Counting those on a caseload as well, ",
        at("openReferrals"),
        " have an open referral."
    ]
}

/// Who waits by the national bands, at the start and at the end under each option.
pub(super) fn by_band(writer: &Writer) -> Table {
    let results = writer.results;
    let (first, last) = (results.first_week(), results.last_week());
    let mut columns = vec![Column::words("Weeks waited", 1.4), Column::numbers(line!["At the start"], 1.0)];
    columns.extend((0..results.options.len()).map(|option| Column::numbers(results.name(option), 1.3)));
    let caption = line![
        "People waiting by the national bands: at the start, and on ",
        results.date_words(last),
        " under each option (means)"
    ];
    let mut table = Table::new(caption, columns);
    let figure = |option: usize, measure: &str, week: u32| -> Line {
        let figure = results.weekly(option, measure, Of::Mean, week);
        crate::figure::Figure::bare(figure.value, figure.unit, figure.place).into()
    };
    for (band, (_, label)) in NATIONAL_BANDS.iter().enumerate() {
        let measure = format!("nationalBand{band}");
        let mut cells = vec![Line::from(label.replace('-', " to ").as_str()), figure(0, &measure, first)];
        cells.extend((0..results.options.len()).map(|option| figure(option, &measure, last)));
        table.row(cells);
    }
    let mut cells = vec![Line::from("All waiting"), figure(0, "waitingList", first)];
    cells.extend((0..results.options.len()).map(|option| figure(option, "waitingList", last)));
    table.total(cells);
    table
}
