//! The business case: read and edited on the screen, and written into files.

use std::path::PathBuf;
use std::sync::atomic::Ordering;

use pathloom_library::file;
use pathloom_report::bundle::{Contents, pack};
use pathloom_report::{ReportError, Study, case_facts, placeholder_choices, report};
use tauri::AppHandle;
use tauri::ipc::Channel;
use tauri_plugin_dialog::DialogExt;

use super::files::{Kind, ask_for};
use super::results::card;
use super::{AtDesk, aside};
use crate::cases::{Hearing, WholeFutures, case, not_simulated, whole_futures};
use crate::desk::{Desk, Template};
use crate::ipc::{
    CaseExportRequest, CaseExported, CaseFormat, CaseParts, CaseProgress, CaseRequest, CaseView, IpcError,
    JobEvent,
};
use crate::jobs::{self, Halt, Reports};

type CaseEvent = JobEvent<CaseProgress, CaseView>;
type ExportEvent = JobEvent<CaseProgress, CaseExported>;

/// Draws up a case from the latest runs; the number to stop it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn case_start(
    desk: AtDesk<'_>,
    request: CaseRequest,
    channel: Channel<CaseEvent>,
) -> Result<u32, IpcError> {
    Ok(jobs::start(&desk, channel, move |desk, reports| drawn_up(desk, &request, reports)))
}

/// Asks where to, and writes a case into a file; the number to stop it by.
#[tauri::command]
#[specta::specta]
pub(crate) async fn case_export_start(
    app: AppHandle,
    desk: AtDesk<'_>,
    request: CaseExportRequest,
    channel: Channel<ExportEvent>,
) -> Result<u32, IpcError> {
    Ok(jobs::start(&desk, channel, move |desk, reports| {
        let name = desk.document(&request.case.project_id)?.project.name.clone();
        let path = ask_for(&app, &name, kind(request.format)).ok_or(Halt::Stopped)?;
        exported(desk, &request, path, reports)
    }))
}

/// Asks for a Word document or template whose look Word files take over; its name, or none when the person thought better
/// of it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn case_template_pick(app: AppHandle, desk: AtDesk<'_>) -> Result<Option<String>, IpcError> {
    let chosen = aside(move || {
        let dialog = app.dialog().file().add_filter("Word document or template", &["docx", "dotx"]);
        Ok(dialog.blocking_pick_file().and_then(|path| path.into_path().ok()))
    });
    let Some(path) = chosen.await? else { return Ok(None) };
    let template = Template::read(&path)?;
    let name = template.name.clone();
    desk.set_template(Some(template));
    Ok(Some(name))
}

/// Word files have Pathloom's own look again.
#[tauri::command]
#[specta::specta]
pub(crate) async fn case_template_forget(desk: AtDesk<'_>) -> Result<(), IpcError> {
    desk.set_template(None);
    Ok(())
}

fn drawn_up(
    desk: &Desk,
    request: &CaseRequest,
    reports: &mut Reports<CaseProgress, CaseView>,
) -> Result<CaseView, Halt> {
    let stop = reports.stop;
    let mut tell = |progress| reports.tell(|| progress);
    let case = case(desk, request, &mut Hearing { stop, tell: &mut tell })?;
    let study = case.study();
    Ok(CaseView::from(CaseParts {
        report: report(&study, request.size)?,
        facts: case_facts(&study)?,
        placeholders: placeholder_choices(&study)?,
        preferred_id: case.preferred_id(),
        runs: case.kept.runs.iter().map(card).collect(),
        is_out_of_date: case.is_out_of_date,
    }))
}

fn exported(
    desk: &Desk,
    request: &CaseExportRequest,
    path: PathBuf,
    reports: &mut Reports<CaseProgress, CaseExported>,
) -> Result<CaseExported, Halt> {
    let stop = reports.stop;
    let mut tell = |progress| reports.tell(|| progress);
    let mut hearing = Hearing { stop, tell: &mut tell };
    let bytes = bytes(desk, request, &mut hearing)?;
    // Writing a paper hears no stop: this is the last moment to heed one.
    if stop.load(Ordering::Relaxed) {
        return Err(Halt::Stopped);
    }
    file::write(&path, &bytes)?;
    let format_words = kind(request.format).label.to_owned();
    Ok(CaseExported { path: path.display().to_string(), format_words })
}

type Written = Result<Vec<u8>, ReportError>;

fn bytes(desk: &Desk, request: &CaseExportRequest, hearing: &mut Hearing) -> Result<Vec<u8>, Halt> {
    let CaseExportRequest { case: asked, format } = request;
    let template = desk.template();
    let paper = |study: &Study| report(study, asked.size);
    let write: &dyn Fn(&Study) -> Written = match format {
        CaseFormat::Bundle => return bundle(desk, asked, hearing),
        CaseFormat::Word => {
            &|study| pathloom_report::word(&paper(study)?, template.as_ref().map(|one| one.bytes.as_slice()))
        }
        CaseFormat::Pdf => &|study| pathloom_report::pdf(&paper(study)?),
        CaseFormat::Html => &|study| Ok(pathloom_report::html(&paper(study)?).into_bytes()),
        CaseFormat::Excel => &|study| pathloom_report::excel(study),
        CaseFormat::Csv => &|study| pathloom_report::csv_archive(study),
    };
    let case = case(desk, asked, hearing)?;
    // A file cannot say, as the screen does, that its figures are old.
    if case.is_out_of_date {
        return Err(not_simulated().into());
    }
    Ok(write(&case.study())?)
}

fn bundle(desk: &Desk, asked: &CaseRequest, hearing: &mut Hearing) -> Result<Vec<u8>, Halt> {
    let WholeFutures { project, run, options } = whole_futures(desk, asked, hearing)?;
    Ok(pack(&Contents { project: &project, options: &options, run: &run })?)
}

/// What a person calls a format, and the ending of its files.
fn kind(format: CaseFormat) -> Kind {
    let (label, extension) = match format {
        CaseFormat::Word => ("Word document", "docx"),
        CaseFormat::Pdf => ("PDF", "pdf"),
        CaseFormat::Excel => ("Excel workbook", "xlsx"),
        CaseFormat::Html => ("Web page", "html"),
        CaseFormat::Csv => ("Tables (CSV in a zip archive)", "zip"),
        CaseFormat::Bundle => ("Re-run bundle", "pathloom-bundle"),
    };
    Kind { label, extension }
}

#[cfg(test)]
mod tests;
