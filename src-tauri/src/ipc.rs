//! The contract with the window: every command, every type that crosses, and their TypeScript.
//!
//! # Adding a command
//! 1. Write it in `commands/`, `async`, a few lines that call one function.
//! 2. Name it in [`builder`].
//! 3. `UPDATE=1 cargo test -p pathloom-app bindings` writes `ui/src/ipc/bindings.ts`; commit both.

mod business_case;
mod decisions;
mod error;
mod fairness;
mod guide;
mod history;
mod imports;
mod language;
mod views;
mod what_if;

pub use business_case::*;
pub use decisions::*;
pub use error::IpcError;
pub use fairness::*;
pub use guide::*;
pub use history::*;
pub use imports::*;
pub use views::*;
pub use what_if::*;

use pathloom_service::bank::fitting_ends;
use pathloom_service::{Starters, starters};
use pathloom_simulation::outcomes::NATIONAL_BANDS;
use tauri::Wry;
use tauri_specta::{Builder, collect_commands};

use crate::commands::{
    app, business_case as business_case_commands, compare, document, drivers, fairness as fairness_commands,
    files, guide as guide_commands, history as history_commands, imports as imports_commands, money, posts,
    project, replay, results, runs, star, vacancies, what_if as what_if_commands,
};

/// Every command and constant of the window.
pub fn builder() -> Builder<Wry> {
    Builder::new()
        .commands(collect_commands![
            app::app_open,
            app::settings_put,
            project::project_create,
            project::project_open,
            project::project_duplicate,
            project::project_delete,
            project::project_restore,
            document::document_edit,
            document::document_undo,
            document::document_redo,
            document::document_history,
            document::document_assess,
            document::starting_list_preview,
            imports_commands::referrals_read,
            imports_commands::columns_remember,
            imports_commands::history_fit,
            imports_commands::staff_read,
            imports_commands::national_read,
            imports_commands::national_ages,
            imports_commands::shape_fit,
            runs::run_start,
            runs::run_cancel,
            results::results_get,
            results::results_states,
            results::results_series,
            what_if_commands::what_if_levers,
            what_if_commands::what_if_move,
            what_if_commands::what_if_stop,
            what_if_commands::what_if_changes,
            compare::compare_start,
            compare::precision_start,
            money::money_start,
            star::star_get,
            vacancies::vacancies_roles,
            vacancies::vacancies_start,
            fairness_commands::fairness_start,
            posts::posts_choices,
            posts::posts_start,
            business_case_commands::case_start,
            business_case_commands::case_export_start,
            business_case_commands::case_template_pick,
            business_case_commands::case_template_forget,
            drivers::drivers_start,
            history_commands::counted_figures_read,
            history_commands::trajectory_start,
            history_commands::fit_choices,
            history_commands::fit_start,
            history_commands::warm_up_start,
            guide_commands::bank_find,
            guide_commands::bank_places,
            guide_commands::guide_start,
            replay::replay_get,
            replay::journey_get,
            files::document_pick,
            files::document_save,
            files::file_save,
            files::image_copy,
        ])
        .typ::<Starters>()
        .constant("bankEnds", fitting_ends())
        .constant("starterValues", starters())
        .constant("nationalBands", NATIONAL_BANDS.map(|(_, name)| name))
        .disable_serde_phases()
}

#[cfg(test)]
mod tests {
    use super::{builder, language::Bindings};

    const BINDINGS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/ipc/bindings.ts");

    #[test]
    fn bindings_are_those_of_the_commands() {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let fresh = folder.path().join("bindings.ts");
        builder().export(Bindings, &fresh).unwrap_or_else(|error| panic!("{error}"));
        let fresh = std::fs::read_to_string(fresh).expect("just written");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(BINDINGS, fresh).expect("the bindings can be written");
            return;
        }
        let committed = std::fs::read_to_string(BINDINGS).unwrap_or_default();
        assert!(
            committed == fresh,
            "ui/src/ipc/bindings.ts is not what the commands say: UPDATE=1 cargo test -p pathloom-app bindings"
        );
    }
}
