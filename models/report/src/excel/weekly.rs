//! Sheets Weekly, Charts and Targets: week by week, as numbers and as Excel's own charts.

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartType, XlsxError,
};

use crate::chart::look;
use crate::excel::sheet::{Sheet, colour};
use crate::figure::Unit;
use crate::results::{Of, Results, SERVICE, unit};

/// Measures that are written week by week: name in the results, and in words.
const MEASURES: [(&str, &str); 7] = [
    ("waitingList", "Waiting list"),
    ("longestWait", "Longest wait (weeks)"),
    ("percentile92", "92nd percentile wait (weeks)"),
    ("within18Percent", "Waiting within 18 weeks"),
    ("over18", "Waiting over 18 weeks"),
    ("over52", "Waiting over 52 weeks"),
    ("openReferrals", "Open referrals"),
];
const SPREAD: [(Of, &str); 3] =
    [(Of::Median, "median"), (Of::P5, "5th percentile"), (Of::P95, "95th percentile")];
/// First row of the weeks.
const FIRST_ROW: u32 = 1;
/// Row of the first option's name on the sheet Options: a name is referred to, since one that starts with `=` would be
/// taken for a formula where it is written.
const NAMES_ROW: u32 = 3;
/// Rows that a chart covers.
const CHART_ROWS: u32 = 24;

/// Where the median of a measure of an option stands.
pub(super) struct MedianColumn {
    measure: usize,
    option: usize,
    column: u16,
}

pub(super) fn write(sheet: &mut Sheet, results: &Results) -> Result<Vec<MedianColumn>, XlsxError> {
    let mut heads = vec!["Week".to_owned(), "Date".to_owned()];
    let mut columns = Vec::new();
    let mut medians = Vec::new();
    for (at, (measure, words)) in MEASURES.iter().enumerate() {
        for option in 0..results.options.len() {
            for (of, spread) in SPREAD {
                if of == Of::Median {
                    medians.push(MedianColumn { measure: at, option, column: heads.len() as u16 });
                }
                heads.push(format!("{words}: {}, {spread}", results.options[option].name));
                columns.push((measure, option, of));
            }
        }
    }
    sheet.sheet.set_row_height(0, 78)?;
    sheet.heads(&heads)?;
    sheet.sheet.set_column_width(1, 12)?;
    sheet.sheet.set_column_range_width(2, heads.len() as u16, 13)?;
    sheet.sheet.set_freeze_panes(FIRST_ROW, 2)?;
    for week in 0..=results.last_week() {
        sheet.number(Some(f64::from(week)), Unit::Count)?;
        sheet.date(results.date_of(week))?;
        for (measure, option, of) in &columns {
            let series = results.series(*option, measure, SERVICE);
            let counted = series.map_or(Unit::Plain, |series| unit(&series.unit));
            sheet.number(series.and_then(|series| of.of_week(series, week)), counted)?;
        }
        sheet.next();
    }
    Ok(medians)
}

pub(super) fn charts(
    sheet: &mut Sheet,
    results: &Results,
    medians: &[MedianColumn],
) -> Result<(), XlsxError> {
    sheet.title("Medians week by week; the ranges are on the sheet Weekly")?;
    let last = results.last_week();
    for (place, wanted) in (0_u32..).zip([1_usize, 0, 3, 6]) {
        let (_, words) = MEASURES[wanted];
        let mut chart = Chart::new(ChartType::Line);
        for median in medians.iter().filter(|median| median.measure == wanted) {
            let line = ChartLine::new()
                .set_color(colour(look(median.option).line))
                .set_width(2.25)
                .set_dash_type(dash(median.option))
                .clone();
            chart
                .add_series()
                .set_name(("Options", NAMES_ROW + median.option as u32, 0))
                .set_categories(("Weekly", FIRST_ROW, 1, FIRST_ROW + last, 1))
                .set_values(("Weekly", FIRST_ROW, median.column, FIRST_ROW + last, median.column))
                .set_format(ChartFormat::new().set_line(&line));
        }
        chart.title().set_name(words);
        chart.x_axis().set_date_axis(true).set_num_format("mmm yyyy");
        chart.y_axis().set_min(0);
        if MEASURES[wanted].0.ends_with("Percent") {
            chart.y_axis().set_num_format("0%");
        }
        chart.legend().set_position(ChartLegendPosition::Bottom);
        chart.set_width(960).set_height(440);
        chart.set_alt_text(format!(
            "Line chart: {words}, median of each option, week by week. The numbers are on the sheet Weekly."
        ));
        sheet.sheet.insert_chart(2 + place * CHART_ROWS, 0, &chart)?;
    }
    Ok(())
}

/// Excel's dashes nearest to the option's.
fn dash(option: usize) -> ChartLineDashType {
    match option % 8 {
        0 => ChartLineDashType::Dash,
        1 => ChartLineDashType::Solid,
        2 => ChartLineDashType::SquareDot,
        3 => ChartLineDashType::DashDot,
        4 => ChartLineDashType::LongDash,
        5 => ChartLineDashType::RoundDot,
        6 => ChartLineDashType::LongDashDot,
        _ => ChartLineDashType::LongDashDotDot,
    }
}

pub(super) fn targets(sheet: &mut Sheet, results: &Results) -> Result<(), XlsxError> {
    let mut heads = vec!["Week".to_owned(), "Date".to_owned()];
    for target in &results.project.targets {
        heads.extend(results.options.iter().map(|option| format!("{}: {}", target.name, option.name)));
    }
    sheet.sheet.set_row_height(0, 78)?;
    sheet.heads(&heads)?;
    sheet.sheet.set_column_width(1, 12)?;
    sheet.sheet.set_column_range_width(2, heads.len() as u16, 15)?;
    sheet.sheet.set_freeze_panes(FIRST_ROW, 2)?;
    for week in 0..=results.last_week() {
        sheet.number(Some(f64::from(week)), Unit::Count)?;
        sheet.date(results.date_of(week))?;
        for target in 0..results.project.targets.len() {
            for option in &results.comparison.options {
                let met = option.targets.get(target).and_then(|target| target.met.get(week as usize));
                sheet.number(met.map(|met| met.share), Unit::Share)?;
            }
        }
        sheet.next();
    }
    Ok(())
}
