//! What is given to be read as a list.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pathloom_appraisal::history::HistoryFit;
use pathloom_appraisal::shape::{ShapeFits, ShapeQuestion};
use pathloom_library::{ActivityRecord, Given, MeasuredColumn};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::IpcError;

/// What was pasted, or the content of a file. It is held for one call and never kept.
#[derive(Clone, Deserialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum GivenList {
    /// Pasted.
    Text {
        /// What was pasted.
        text: String,
    },
    /// A file that was chosen.
    File {
        /// Its bytes, in base 64: as a list of numbers they would take four times the room.
        base64: String,
    },
}

/// A record of past referrals and what it says about demand.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct HistoryReply {
    /// What was read.
    pub record: ActivityRecord,
    /// What follows; none: nothing does.
    pub fit: Option<HistoryFit>,
    /// Why nothing does.
    pub problem: Option<String>,
}

/// Which column of measured values is to be fitted, and what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ShapeRequest {
    /// The sheet of a workbook, from 1; none: as the reader thinks.
    pub sheet: Option<u32>,
    /// The column, from 1; none: as the reader thinks.
    pub column: Option<u32>,
    /// What was measured: "time with the person".
    pub what: String,
    /// Its unit: "min".
    pub unit: String,
}

impl ShapeRequest {
    /// What the appraisal is asked.
    pub(crate) fn question(&self) -> ShapeQuestion {
        ShapeQuestion { what: self.what.clone(), unit: self.unit.clone() }
    }
}

/// A column of measured values and the shapes that were fitted to it.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct ShapeReply {
    /// What was read.
    pub column: MeasuredColumn,
    /// The shapes; none: nothing can be told.
    pub fits: Option<ShapeFits>,
    /// Why nothing can.
    pub problem: Option<String>,
}

/// Says what kind it is, never what it holds.
impl fmt::Debug for GivenList {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text { .. } => "Text",
            Self::File { .. } => "File",
        })
    }
}

impl GivenList {
    /// Hands what was given to whatever reads it.
    ///
    /// # Errors
    /// Those of the reader, and when a file did not arrive whole.
    pub(crate) fn read<T>(
        &self,
        reader: impl FnOnce(Given<'_>) -> Result<T, IpcError>,
    ) -> Result<T, IpcError> {
        match self {
            Self::Text { text } => reader(Given::Text(text)),
            Self::File { base64 } => {
                let bytes = STANDARD.decode(base64).map_err(|_| IpcError::Unreadable {
                    message: "the file could not be read whole".to_owned(),
                    hint: Some("choose it again".to_owned()),
                })?;
                reader(Given::File(&bytes))
            }
        }
    }
}
