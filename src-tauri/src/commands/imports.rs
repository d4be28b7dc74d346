//! Lists that are pasted or come as files: read, shown, and forgotten unless they are used.

use std::sync::Arc;

use pathloom_appraisal::history::{PeriodCount, fit_history, whole_weeks};
use pathloom_appraisal::shape::fit_shapes;
use pathloom_library::{
    ActivityRecord, ActivityRequest, ListRequest, NationalWorkbook, ReferralList, RememberedColumns,
    StaffInPost, read_activity, read_durations, read_national, read_referrals, read_staff,
};
use pathloom_simulation::ages_of_bands;

use super::{AtDesk, aside};
use crate::ipc::{GivenList, HistoryReply, IpcError, ShapeReply, ShapeRequest};

/// Reads a list of referrals; nothing about any person leaves it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn referrals_read(
    desk: AtDesk<'_>,
    given: GivenList,
    request: ListRequest,
) -> Result<ReferralList, IpcError> {
    let desk = Arc::clone(&desk);
    aside(move || {
        let remembered = desk.library().remembered_columns()?;
        given.read(|given| Ok(read_referrals(given, &request, &remembered)?))
    })
    .await
}

/// Remembers which columns were chosen, by their headings.
#[tauri::command]
#[specta::specta]
pub(crate) async fn columns_remember(desk: AtDesk<'_>, columns: RememberedColumns) -> Result<(), IpcError> {
    Ok(desk.library().remember_columns(columns)?)
}

/// Reads a record of past referrals, and works out what it says about demand.
#[tauri::command]
#[specta::specta]
pub(crate) async fn history_fit(
    given: GivenList,
    request: ActivityRequest,
) -> Result<HistoryReply, IpcError> {
    aside(move || {
        let record = given.read(|given| Ok(read_activity(given, &request)?))?;
        Ok(match fit_history(&periods(&record), request.start_date) {
            Ok(fit) => HistoryReply { record, fit: Some(fit), problem: None },
            Err(error) => HistoryReply { record, fit: None, problem: Some(error.to_string()) },
        })
    })
    .await
}

fn periods(record: &ActivityRecord) -> Vec<PeriodCount> {
    match record {
        ActivityRecord::Counts(counts) => counts
            .periods
            .iter()
            .map(|period| PeriodCount { from: period.from, days: period.days, count: period.count })
            .collect(),
        ActivityRecord::Referrals(list) => {
            whole_weeks(&list.accepted.iter().map(|row| row.date).collect::<Vec<_>>())
        }
    }
}

/// Reads a table of staff in post.
#[tauri::command]
#[specta::specta]
pub(crate) async fn staff_read(given: GivenList, sheet: Option<u32>) -> Result<StaffInPost, IpcError> {
    aside(move || given.read(|given| Ok(read_staff(given, sheet)?))).await
}

/// Reads the national workbook of community waiting lists, and the figures of one of its organisations.
#[tauri::command]
#[specta::specta]
pub(crate) async fn national_read(
    given: GivenList,
    organisation: Option<u32>,
) -> Result<NationalWorkbook, IpcError> {
    aside(move || given.read(|given| Ok(read_national(given, organisation)?))).await
}

/// Weeks waited by people who are known by national band alone.
#[tauri::command]
#[specta::specta]
pub(crate) async fn national_ages(by_band: Vec<u32>, longest_weeks: f64) -> Result<Vec<f64>, IpcError> {
    aside(move || Ok(ages_of_bands(&by_band, longest_weeks))).await
}

/// Reads a column of measured values, and fits shapes to it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn shape_fit(given: GivenList, request: ShapeRequest) -> Result<ShapeReply, IpcError> {
    aside(move || {
        let (column, values) =
            given.read(|given| Ok(read_durations(given, request.sheet, request.column)?))?;
        Ok(match fit_shapes(&values, &request.question()) {
            Ok(fits) => ShapeReply { column, fits: Some(fits), problem: None },
            Err(error) => ShapeReply { column, fits: None, problem: Some(error.to_string()) },
        })
    })
    .await
}
