//! Which columns of a list somebody chose, remembered by what their headings say.

use serde::{Deserialize, Serialize};

use crate::error::LibraryError;
use crate::open::Library;

/// The row of the table of settings.
const KEY: &str = "listColumns";

/// Choices that are kept, the newest first; chosen: more systems than a service has.
const KEPT: usize = 20;

/// Longest heading that is remembered `[characters]`; chosen: longer ones are sentences.
const LONGEST_HEADING: usize = 80;

/// Columns that were chosen in a list, by their headings in lower case. No cell of any list is in here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct RememberedColumns {
    /// Heading of the dates of referral.
    pub referral: String,
    /// Heading of the column that says who left the list.
    pub ended: Option<String>,
    /// Heading of the column of groups.
    pub group: Option<String>,
    /// Heading of the column of urgency.
    pub urgency: Option<String>,
}

impl RememberedColumns {
    fn headings(&self) -> impl Iterator<Item = &String> {
        [Some(&self.referral), self.ended.as_ref(), self.group.as_ref(), self.urgency.as_ref()]
            .into_iter()
            .flatten()
    }

    /// Whether every heading is among those of a list.
    pub(crate) fn fits(&self, headings: &[Option<String>]) -> bool {
        self.headings().all(|one| headings.iter().flatten().any(|heading| heading.to_lowercase() == *one))
    }
}

impl Library {
    /// Columns chosen before, the newest choice first; none where nothing was chosen or it cannot be read.
    ///
    /// # Errors
    /// Those of storage.
    pub fn remembered_columns(&self) -> Result<Vec<RememberedColumns>, LibraryError> {
        let text = self.setting(KEY)?;
        Ok(text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
    }

    /// Remembers a choice of columns before all others. One with a heading too long to be one is not remembered.
    ///
    /// # Errors
    /// Those of storage.
    pub fn remember_columns(&mut self, chosen: RememberedColumns) -> Result<(), LibraryError> {
        if chosen.headings().any(|heading| heading.chars().count() > LONGEST_HEADING) {
            return Ok(());
        }
        let mut all = self.remembered_columns()?;
        all.retain(|one| *one != chosen);
        all.insert(0, chosen);
        all.truncate(KEPT);
        // A list of texts always has a form in JSON.
        let text = serde_json::to_string(&all).unwrap_or_default();
        self.set_setting(KEY, &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(referral: &str) -> RememberedColumns {
        RememberedColumns {
            referral: referral.to_owned(),
            ended: None,
            group: None,
            urgency: Some("rag".to_owned()),
        }
    }

    #[test]
    fn the_newest_choice_comes_first_and_each_is_kept_once() {
        let mut library = Library::in_memory().expect("memory");
        assert_eq!(library.remembered_columns().expect("read"), []);
        for heading in ["referral date", "clock start", "referral date"] {
            library.remember_columns(chosen(heading)).expect("kept");
        }
        assert_eq!(
            library.remembered_columns().expect("read"),
            [chosen("referral date"), chosen("clock start")]
        );
        library.remember_columns(chosen(&"x".repeat(81))).expect("not kept");
        assert_eq!(library.remembered_columns().expect("read").len(), 2);
    }

    #[test]
    fn a_choice_fits_lists_with_all_of_its_headings() {
        let headings = |all: &[&str]| all.iter().map(|one| Some((*one).to_owned())).collect::<Vec<_>>();
        assert!(chosen("referral date").fits(&headings(&["RAG", "Note", "Referral Date"])));
        assert!(!chosen("referral date").fits(&headings(&["Referral Date"])));
        assert!(!chosen("referral date").fits(&[None, None]));
    }
}
