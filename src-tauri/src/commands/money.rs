//! What options cost and what they are worth, by their latest runs: nothing is simulated for a new price.

use pathloom_appraisal::money::{Counted, MoneyError, MoneyQuestion, appraise_counted};
use tauri::ipc::Channel;

use super::AtDesk;
use super::compare::not_understood;
use super::results::card;
use crate::desk::Desk;
use crate::ipc::{CompareProgress, IpcError, JobEvent, MoneyAnswer, MoneyRequest};
use crate::jobs::{self, Halt, Reports};
use crate::latest::{kept_of, latest_runs};

type MoneyEvent = JobEvent<CompareProgress, MoneyAnswer>;

/// Appraises options on the futures of their latest runs; the number to stop it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn money_start(
    desk: AtDesk<'_>,
    request: MoneyRequest,
    channel: Channel<MoneyEvent>,
) -> Result<u32, IpcError> {
    Ok(jobs::start(&desk, channel, move |desk, reports| appraised(desk, &request, reports)))
}

fn appraised(
    desk: &Desk,
    request: &MoneyRequest,
    reports: &mut Reports<CompareProgress, MoneyAnswer>,
) -> Result<MoneyAnswer, Halt> {
    let base = request.option_ids.iter().position(|id| *id == request.base_id);
    let base = base.ok_or_else(|| IpcError::not_found("the option that the others are held against"))?;
    let runs = latest_runs(desk, &request.project_id, &request.option_ids)?;
    let kept = runs.iter().map(|one| kept_of(desk, one, reports)).collect::<Result<Vec<_>, Halt>>()?;
    let options: Vec<Counted> = runs
        .iter()
        .zip(&kept)
        .map(|(one, kept)| Counted { scenario: &one.scenario, counts: &kept.counts })
        .collect();
    let question = MoneyQuestion { base, years: request.years, hold_uncertain: false };
    let report = appraise_counted(&options, &question)?;
    Ok(MoneyAnswer { report, runs: runs.iter().map(|one| card(&one.stored)).collect() })
}

impl From<MoneyError> for IpcError {
    fn from(error: MoneyError) -> Self {
        not_understood(&error)
    }
}

#[cfg(test)]
mod tests;
