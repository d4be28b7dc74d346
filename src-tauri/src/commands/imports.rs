//! Lists that are pasted or come as files: read, shown, and forgotten unless they are used.

use std::sync::Arc;

use jiff::civil::Date;
use pathloom_appraisal::history::{PeriodCount, fit_history, whole_weeks};
use pathloom_library::{
    ActivityRecord, ListRequest, ReferralList, RememberedColumns, StaffInPost, read_activity, read_referrals,
    read_staff,
};

use super::{AtDesk, aside};
use crate::ipc::{GivenList, HistoryReply, IpcError};

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
pub(crate) async fn history_fit(given: GivenList, start_date: Date) -> Result<HistoryReply, IpcError> {
    aside(move || {
        let record = given.read(|given| Ok(read_activity(given, start_date)?))?;
        Ok(match fit_history(&periods(&record), start_date) {
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
pub(crate) async fn staff_read(given: GivenList) -> Result<StaffInPost, IpcError> {
    aside(move || given.read(|given| Ok(read_staff(given)?))).await
}
