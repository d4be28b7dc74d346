//! What the program holds while the window is open: the library, the open documents, the runs.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use pathloom_appraisal::equity::GroupFigures;
use pathloom_appraisal::money::MoneyCounts;
use pathloom_library::{Document, Library, LibraryError, rescue, set_aside};
use pathloom_service::{Project, Scenario};
use pathloom_simulation::Outcomes;

use crate::cases::{KeptCase, KeptDrivers};
use crate::ipc::{DocumentState, DocumentView, IpcError, LibraryNotice};
use crate::kept::{Kept, KeptFutures};
use crate::what_if::Sitting;

/// The program's state, shared by all commands.
#[derive(Debug)]
pub(crate) struct Desk {
    library: Mutex<Library>,
    /// Documents read lately, so that an edit or a look at the loads does not read the library again.
    open: Mutex<BTreeMap<String, Arc<Document>>>,
    runs: Mutex<BTreeMap<u32, Arc<AtomicBool>>>,
    /// The number given out last. None is given twice, so that a stop that comes late ends nobody else's work.
    last_run: AtomicU32,
    futures: Mutex<KeptFutures>,
    /// The figures of the case worked out last.
    case: Mutex<Option<Arc<KeptCase>>>,
    /// The drivers found out last for a case.
    drivers: Mutex<Option<Arc<KeptDrivers>>>,
    /// The Word template chosen in this sitting.
    template: Mutex<Option<Template>>,
    /// Figures being moved.
    pub(crate) what_if: Sitting,
    /// What happened to the library's file at this start.
    pub(crate) notice: Option<LibraryNotice>,
}

/// Room for the answers of runs, packed; chosen: a few hundred runs of Birmingham.
const MOST_OF_RUNS_MB: u32 = 256;

/// A lock is only ever held by code that leaves the value sound, so one poisoned by a panic can be used.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Desk {
    /// Opens the library of a file. A damaged one is set aside and its readable projects are taken over; one of a
    /// newer version is left alone, and another file beside it is used.
    ///
    /// # Errors
    /// When no library can be opened or made there.
    pub(crate) fn open(file: &Path, at: Timestamp) -> Result<Self, LibraryError> {
        let (library, notice) = match Library::open(file) {
            Ok(library) => (library, None),
            Err(LibraryError::TooNew { found, supported }) => {
                let beside = file.with_extension(format!("version-{supported}.db"));
                (Library::open(&beside)?, Some(LibraryNotice::TooNew { found, supported }))
            }
            Err(LibraryError::Damaged { .. }) => {
                let (library, notice) = start_again(file, at)?;
                (library, Some(notice))
            }
            Err(error) => return Err(error),
        };
        Ok(Self {
            library: Mutex::new(library),
            open: Mutex::default(),
            runs: Mutex::default(),
            last_run: AtomicU32::default(),
            futures: Mutex::default(),
            case: Mutex::default(),
            drivers: Mutex::default(),
            template: Mutex::default(),
            what_if: Sitting::default(),
            notice,
        })
    }

    /// The library, for as long as the guard lives.
    pub(crate) fn library(&self) -> MutexGuard<'_, Library> {
        lock(&self.library)
    }

    /// Drops the runs made longest ago when they take much room; they can be made again.
    pub(crate) fn drop_old_runs(&self) {
        // Room that cannot be made now is made at the next start.
        drop(self.library().runs_trim(MOST_OF_RUNS_MB));
    }

    /// The document as it stands.
    ///
    /// # Errors
    /// When there is no such project, or it cannot be read.
    pub(crate) fn document(&self, id: &str) -> Result<Arc<Document>, IpcError> {
        if let Some(document) = lock(&self.open).get(id) {
            return Ok(Arc::clone(document));
        }
        let document = self.library().document(id)?;
        Ok(self.keep(document))
    }

    /// Keeps a document that was just read or written.
    pub(crate) fn keep(&self, document: Document) -> Arc<Document> {
        let document = Arc::new(document);
        lock(&self.open).insert(document.id.clone(), Arc::clone(&document));
        document
    }

    /// Forgets a document that is gone.
    pub(crate) fn forget(&self, id: &str) {
        lock(&self.open).remove(id);
    }

    /// The scenario of one option of a document, with the revision it is of.
    ///
    /// # Errors
    /// When the project or the option is not there, or the option names something that is not.
    pub(crate) fn scenario(&self, id: &str, option: &str) -> Result<(Scenario, u32), IpcError> {
        let document = self.document(id)?;
        let option = document.project.option(option)?;
        Ok((document.project.scenario(option)?, document.revision))
    }

    /// Keeps what comparisons and appraisals need of a run; what was kept.
    ///
    /// # Errors
    /// When the run was cut down to a few figures.
    pub(crate) fn keep_futures(
        &self,
        key: &str,
        scenario: &Scenario,
        outcomes: &Outcomes,
    ) -> Result<Kept, IpcError> {
        // Counted before the lock is taken: it takes a while.
        let groups = GroupFigures::of(scenario, outcomes, outcomes.catalogue.weeks as u32)?;
        let run = Kept::of(outcomes, MoneyCounts::of(scenario, outcomes)?, groups);
        lock(&self.futures).keep(key, run.clone());
        Ok(run)
    }

    /// What is kept of a run, if it is still held.
    pub(crate) fn kept_futures(&self, key: &str) -> Option<Kept> {
        lock(&self.futures).find(key)
    }

    /// Keeps the figures of a case, in place of those before.
    pub(crate) fn keep_case(&self, case: KeptCase) -> Arc<KeptCase> {
        let case = Arc::new(case);
        *lock(&self.case) = Some(Arc::clone(&case));
        case
    }

    /// The figures of the case worked out last.
    pub(crate) fn kept_case(&self) -> Option<Arc<KeptCase>> {
        lock(&self.case).clone()
    }

    /// Keeps what drives an option, in place of what was found out before.
    pub(crate) fn keep_drivers(&self, drivers: KeptDrivers) -> Arc<KeptDrivers> {
        let drivers = Arc::new(drivers);
        *lock(&self.drivers) = Some(Arc::clone(&drivers));
        drivers
    }

    /// What was found out last to drive an option.
    pub(crate) fn kept_drivers(&self) -> Option<Arc<KeptDrivers>> {
        lock(&self.drivers).clone()
    }

    /// Chooses the look of Word files; none: Pathloom's own.
    pub(crate) fn set_template(&self, template: Option<Template>) {
        *lock(&self.template) = template;
    }

    /// The chosen look of Word files.
    pub(crate) fn template(&self) -> Option<Template> {
        lock(&self.template).clone()
    }

    /// Enters a run or another long question: its number, and the flag that stops it.
    pub(crate) fn enter_run(&self) -> (u32, Arc<AtomicBool>) {
        let number = self.last_run.fetch_add(1, Ordering::Relaxed) + 1;
        let stop = Arc::new(AtomicBool::new(false));
        lock(&self.runs).insert(number, Arc::clone(&stop));
        (number, stop)
    }

    /// Asks a run to stop; whether it was still under way.
    pub(crate) fn stop_run(&self, number: u32) -> bool {
        lock(&self.runs).get(&number).map(|stop| stop.store(true, Ordering::Relaxed)).is_some()
    }

    /// Strikes out a run that has ended.
    pub(crate) fn leave_run(&self, number: u32) {
        lock(&self.runs).remove(&number);
    }
}

/// A Word document or template whose look Word files take over.
#[derive(Debug, Clone)]
pub(crate) struct Template {
    /// Name of its file.
    pub(crate) name: String,
    /// Its content.
    pub(crate) bytes: Arc<Vec<u8>>,
}

impl Template {
    /// Reads a template that somebody has chosen.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(crate) fn read(path: &Path) -> Result<Self, IpcError> {
        let bytes = std::fs::read(path).map_err(|error| IpcError::Unreadable {
            message: format!("the template cannot be read: {error}"),
            hint: None,
        })?;
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        Ok(Self { name, bytes: Arc::new(bytes) })
    }
}

/// A new library in place of a damaged one, with every project that could be read.
fn start_again(file: &Path, at: Timestamp) -> Result<(Library, LibraryNotice), LibraryError> {
    let rescued = rescue(file)?;
    let kept_at = set_aside(file, at)?;
    let mut library = Library::open(file)?;
    library.take_in(&rescued.projects, at)?;
    let notice = LibraryNotice::Damaged {
        rescued: rescued.projects.into_iter().map(|project| project.name).collect(),
        lost: rescued.lost,
        kept_at: kept_at.display().to_string(),
    };
    Ok((library, notice))
}

/// Where a document stands, for the window.
pub(crate) fn state(document: &Document) -> DocumentState {
    DocumentState {
        revision: document.revision,
        undo: document.undo.clone(),
        redo: document.redo.clone(),
        changed_at: document.changed_at.to_string(),
    }
}

/// A document, for the window.
pub(crate) fn view(document: &Document) -> DocumentView {
    DocumentView { id: document.id.clone(), state: state(document), project: document.project.clone() }
}

/// An empty document that starts on the Monday of this week.
pub(crate) fn blank(name: &str, at: Timestamp) -> Project {
    pathloom_service::shelf::blank(name, at.to_zoned(jiff::tz::TimeZone::UTC).date())
}

#[cfg(test)]
mod tests {
    use super::*;
    use pathloom_library::Source;

    fn at() -> Timestamp {
        Timestamp::UNIX_EPOCH
    }

    fn library_with_one_project(file: &Path) {
        let mut library = Library::open(file).expect("a new library");
        library.create(&blank("Ours", at()), Source::Blank, at()).expect("a project");
    }

    #[test]
    fn a_damaged_library_is_set_aside_and_its_projects_are_taken_over() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("library.db");
        library_with_one_project(&file);
        // The end of the file is lost, as when a copy was cut off.
        let bytes = std::fs::read(&file).expect("the library's file");
        std::fs::write(&file, &bytes[..bytes.len() - 4_096]).expect("a shorter file");

        let desk = Desk::open(&file, at()).expect("a library all the same");
        let Some(LibraryNotice::Damaged { kept_at, .. }) = &desk.notice else {
            panic!("nothing was said about it: {:?}", desk.notice);
        };
        assert!(Path::new(kept_at).is_file(), "the damaged file is kept");
        assert!(desk.library().projects().is_ok(), "the new one can be used");
    }

    #[test]
    fn a_library_of_a_newer_version_is_left_alone() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let file = folder.path().join("library.db");
        library_with_one_project(&file);
        let mut bytes = std::fs::read(&file).expect("the library's file");
        // SQLite keeps the user version at byte 60 of the header, big-endian (sqlite.org/fileformat.html, 1.3.14).
        bytes[60..64].copy_from_slice(&9_999_u32.to_be_bytes());
        std::fs::write(&file, &bytes).expect("a file of the future");

        let desk = Desk::open(&file, at()).expect("a library beside it");
        assert!(matches!(desk.notice, Some(LibraryNotice::TooNew { found: 9_999, .. })), "{:?}", desk.notice);
        assert_eq!(std::fs::read(&file).expect("still there"), bytes, "not one byte has changed");
        assert!(desk.library().projects().is_ok_and(|projects| projects.is_empty()));
    }

    #[test]
    fn a_run_is_stopped_by_its_number_and_only_once_it_is_there() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let desk = Desk::open(&folder.path().join("library.db"), at()).expect("a new library");
        let (first, stop) = desk.enter_run();
        assert!(desk.stop_run(first) && stop.load(Ordering::Relaxed));
        desk.leave_run(first);
        assert!(!desk.stop_run(first), "a run that has ended cannot be stopped");
        let (second, other) = desk.enter_run();
        assert!(!desk.stop_run(first), "nor can its number end another");
        assert!(second != first && !other.load(Ordering::Relaxed));
    }
}
