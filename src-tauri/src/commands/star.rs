//! What an option changes about the workforce, by the HEE Star.

use std::sync::Arc;

use pathloom_appraisal::star::{StarView, star_view};

use super::{AtDesk, aside};
use crate::desk::Desk;
use crate::ipc::IpcError;

/// The Star of an option against another, as the document stands; nothing has to be simulated for it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn star_get(
    desk: AtDesk<'_>,
    id: String,
    option: String,
    base: String,
) -> Result<StarView, IpcError> {
    let desk = Arc::clone(&desk);
    aside(move || view(&desk, &id, &option, &base)).await
}

fn view(desk: &Desk, id: &str, option: &str, base: &str) -> Result<StarView, IpcError> {
    let (against, _) = desk.scenario(id, base)?;
    let (scenario, _) = desk.scenario(id, option)?;
    let document = desk.document(id)?;
    Ok(star_view(&against, &scenario, &document.project.option(option)?.star))
}

#[cfg(test)]
mod tests {
    use pathloom_service::{StarPoint, StarTag};

    use super::*;
    use crate::runner::tests::example;

    #[test]
    fn what_is_tagged_is_no_proposal_any_more() {
        let (_folder, desk, request) = example(1);
        let id = &request.project_id;
        let proposed = |desk: &Desk| -> Vec<String> {
            let view = view(desk, id, "staff-only", "do-nothing").unwrap_or_else(|error| panic!("{error}"));
            view.points.iter().flat_map(|point| &point.proposed).map(|one| one.place.clone()).collect()
        };
        let tag = |desk: &Desk, revision: u32, star: Vec<StarTag>| {
            let mut project = desk.document(id).expect("it is open").project.clone();
            let option = project.options.iter_mut().find(|option| option.id == "staff-only");
            option.expect("it is there").star = star;
            let at = jiff::Timestamp::UNIX_EPOCH;
            let edited = desk.library().edit(id, revision, &project, "Tag", None, at);
            desk.keep(edited.expect("it can be edited"));
        };
        tag(&desk, 1, Vec::new());
        let before = proposed(&desk);
        let place = before.first().expect("the two differ in their posts").clone();
        tag(
            &desk,
            2,
            vec![StarTag { point: StarPoint::Supply, words: String::new(), places: vec![place.clone()] }],
        );
        let after = proposed(&desk);
        assert!(!after.contains(&place) && after.len() < before.len(), "{before:?} {after:?}");
        assert!(view(&desk, id, "staff-only", "gone").is_err());
    }
}
