//! The table of settings: what this person on this machine prefers. None of it belongs to a document.

use std::collections::BTreeMap;

use rusqlite::TransactionBehavior;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::error::LibraryError;
use crate::open::Library;

/// One row for each key, its value as JSON. Keys that this version does not know stay as they are: they belong to a
/// newer one that may come back.
pub(crate) const TABLE: &str = "
CREATE TABLE settings (
  key   TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
";

/// What this person on this machine prefers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// Replications of a run.
    pub replications: u32,
    /// Seed of a run; a text in JSON, where numbers are not this long.
    #[serde(with = "seed_text")]
    #[cfg_attr(feature = "specta", specta(type = String))]
    pub seed: u64,
    /// Id of the project that was open last.
    pub last_project: Option<String>,
    /// Speed of a replay `[simulated weeks a second]`.
    pub replay_weeks_per_second: u32,
    /// Whether the pathway is shown as a table first.
    pub show_pathway_table: bool,
    /// Whether the table of a chart is open first.
    pub show_chart_tables: bool,
    /// Ids of projects whose guide was put away, the one put away last at the end.
    pub guides_put_away: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            replications: 300,
            seed: 1,
            last_project: None,
            replay_weeks_per_second: 2,
            show_pathway_table: false,
            show_chart_tables: false,
            guides_put_away: Vec::new(),
        }
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Theme {
    /// As the machine is set.
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Library {
    /// The settings. One that is missing, or has a value this version does not know, is at its default.
    ///
    /// # Errors
    /// Those of storage.
    pub fn settings(&self) -> Result<Settings, LibraryError> {
        Ok(read(&self.rows()?))
    }

    /// Keeps the settings. Only what differs from what [`Library::settings`] says is written, so a value of a newer
    /// version stays until it is changed here.
    ///
    /// # Errors
    /// Those of storage.
    pub fn set_settings(&mut self, settings: &Settings) -> Result<(), LibraryError> {
        let before = fields(&self.settings()?);
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for (key, value) in fields(settings) {
            if before.get(&key) != Some(&value) {
                let sql = "REPLACE INTO settings (key, value) VALUES (?1, ?2)";
                transaction.execute(sql, (key, value.to_string()))?;
            }
        }
        Ok(transaction.commit()?)
    }

    /// The text of one row of the table, for what is no field of [`Settings`].
    pub(crate) fn setting(&self, key: &str) -> Result<Option<String>, LibraryError> {
        Ok(self.rows()?.remove(key))
    }

    /// Puts the text of one row of the table.
    pub(crate) fn set_setting(&mut self, key: &str, text: &str) -> Result<(), LibraryError> {
        self.connection.execute("REPLACE INTO settings (key, value) VALUES (?1, ?2)", (key, text))?;
        Ok(())
    }

    fn rows(&self) -> Result<BTreeMap<String, String>, LibraryError> {
        let mut statement = self.connection.prepare_cached("SELECT key, value FROM settings")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// The defaults with every stored value that fits put in its place, one by one.
fn read(rows: &BTreeMap<String, String>) -> Settings {
    let mut settings = Settings::default();
    for (key, text) in rows {
        let mut changed = fields(&settings);
        let (Some(field), Ok(value)) = (changed.get_mut(key), serde_json::from_str(text)) else { continue };
        *field = value;
        if let Ok(fits) = serde_json::from_value(Value::Object(changed)) {
            settings = fits;
        }
    }
    settings
}

fn fields(settings: &Settings) -> Map<String, Value> {
    match serde_json::to_value(settings) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}

/// A seed as a text.
mod seed_text {
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(seed: &u64, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(seed)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(source: D) -> Result<u64, D::Error> {
        let text = String::deserialize(source)?;
        text.parse().map_err(|_| D::Error::custom("a seed is a whole number, 0 or more"))
    }
}
