//! The table of runs: answers that can be had again without running.
//!
//! A run is a pure function of its inputs, so the hash of the inputs is its key: the same question finds the answer,
//! any other question does not. What the answer looks like is no concern of the library. A run may be dropped at any
//! time; no document depends on it.

use jiff::Timestamp;
use pathloom_service::{Economics, Scenario};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::LibraryError;
use crate::moment::Moment;
use crate::open::Library;
use crate::packed::{pack, unpack};

/// Two projects that ask the same question (one is a copy of the other) have a row each. `seed` is a text: it may be
/// larger than the database's numbers.
pub(crate) const TABLE: &str = "
CREATE TABLE runs (
  row            INTEGER PRIMARY KEY,
  key            TEXT    NOT NULL,
  project        TEXT    NOT NULL REFERENCES projects (id),
  option         TEXT    NOT NULL,
  revision       INTEGER NOT NULL,
  seed           TEXT    NOT NULL,
  replications   INTEGER NOT NULL,
  engine_version TEXT    NOT NULL,
  made_at        INTEGER NOT NULL,
  payload        BLOB    NOT NULL,
  UNIQUE (key, project)
) STRICT;
CREATE INDEX runs_of_option ON runs (project, option, made_at);
";

/// Everything that decides what a run answers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RunInputs<'a> {
    /// Version of the engine.
    pub engine_version: &'a str,
    /// Seed of all random streams.
    pub seed: u64,
    /// Number of replications, counted from the first.
    pub replications: u32,
    /// Whether uncertain inputs are held at their likely values.
    pub hold_uncertain: bool,
    /// What is simulated.
    pub scenario: &'a Scenario,
}

/// Names a run by what goes into it: 64 hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(transparent)]
pub struct RunKey(String);

impl RunKey {
    /// The digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The key of a run: the SHA-256 of its inputs as JSON, whose fields and keys always come in the same order.
///
/// What things are worth and the labels of client groups are left out: nothing that is simulated depends on them, so a
/// new price or another way to look at fairness keeps the answers.
///
/// # Parameters
/// A scenario whose figures are finite: the check of the document reports others, and they have no form in JSON.
pub fn run_key(inputs: &RunInputs<'_>) -> RunKey {
    let mut scenario = Scenario { economics: Economics::default(), ..inputs.scenario.clone() };
    scenario.groups.iter_mut().for_each(|group| group.labels.clear());
    let simulated = RunInputs { scenario: &scenario, ..*inputs };
    let canonical = serde_json::to_vec(&("pathloom run 1", simulated)).unwrap_or_default();
    RunKey(Sha256::digest(canonical).iter().map(|byte| format!("{byte:02x}")).collect())
}

/// An answer with where it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRun {
    /// What went in.
    pub key: RunKey,
    /// Id of the project.
    pub project: String,
    /// Id of the option.
    pub option: String,
    /// Revision of the project that was simulated.
    pub revision: u32,
    /// Seed of all random streams.
    pub seed: u64,
    /// Number of replications.
    pub replications: u32,
    /// Version of the engine.
    pub engine_version: String,
    /// When it was made.
    pub made_at: Timestamp,
    /// The answer, JSON.
    pub payload: Vec<u8>,
}

impl Library {
    /// Keeps an answer. One with the same key in the same project is replaced.
    ///
    /// # Errors
    /// [`LibraryError::NoSuchProject`], and those of storage.
    pub fn run_put(&mut self, run: &StoredRun) -> Result<(), LibraryError> {
        let known = "SELECT 1 FROM projects WHERE id = ?1";
        self.connection
            .query_row(known, [&run.project], |_| Ok(()))
            .optional()?
            .ok_or_else(|| LibraryError::NoSuchProject { id: run.project.clone() })?;
        let sql = "REPLACE INTO runs
            (key, project, option, revision, seed, replications, engine_version, made_at, payload)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
        self.connection.prepare_cached(sql)?.execute(params![
            run.key.as_str(),
            run.project,
            run.option,
            run.revision,
            run.seed.to_string(),
            run.replications,
            run.engine_version,
            Moment::of(run.made_at),
            pack(&run.payload),
        ])?;
        Ok(())
    }

    /// The answer to a question, from whichever project asked it last. One that is damaged counts as none: it can be
    /// run again.
    ///
    /// # Errors
    /// Those of storage.
    pub fn run_get(&self, key: &RunKey) -> Result<Option<StoredRun>, LibraryError> {
        newest(&self.connection, "key = ?1", &[key.as_str()])
    }

    /// The newest answer kept in a project to what a scenario asks, whatever the seed and the number of replications:
    /// after an undo, the answers of the document that has come back.
    ///
    /// # Errors
    /// Those of storage.
    pub fn run_of(
        &self,
        project: &str,
        engine_version: &str,
        scenario: &Scenario,
    ) -> Result<Option<StoredRun>, LibraryError> {
        let sql =
            "SELECT seed, replications FROM runs WHERE project = ?1 AND option = ?2 AND engine_version = ?3
            GROUP BY seed, replications ORDER BY max(made_at) DESC";
        let mut statement = self.connection.prepare_cached(sql)?;
        let of_option = params![project, scenario.option_id, engine_version];
        let asked = statement.query_map(of_option, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let mut found: Option<StoredRun> = None;
        for one in asked {
            let (seed, replications): (String, u32) = one?;
            let Ok(seed) = seed.parse() else { continue };
            let inputs = RunInputs { engine_version, seed, replications, hold_uncertain: false, scenario };
            let key = run_key(&inputs);
            let run = newest(&self.connection, "key = ?1 AND project = ?2", &[key.as_str(), project])?;
            let newer = |run: &StoredRun| found.as_ref().is_none_or(|found| run.made_at > found.made_at);
            found = run.filter(newer).or(found);
        }
        Ok(found)
    }

    /// The newest answer for an option of a project, whatever has been edited since.
    ///
    /// # Errors
    /// Those of storage.
    pub fn run_latest(&self, project: &str, option: &str) -> Result<Option<StoredRun>, LibraryError> {
        newest(&self.connection, "project = ?1 AND option = ?2", &[project, option])
    }

    /// Drops the oldest runs until the others take no more than a limit; returns how many went.
    ///
    /// Their room in the file is used again; the file does not shrink.
    /// # Errors
    /// Those of storage.
    pub fn runs_trim(&mut self, limit_mb: u32) -> Result<u32, LibraryError> {
        let limit_bytes = u64::from(limit_mb) * 1_048_576;
        let sql = "DELETE FROM runs WHERE row IN (
                     SELECT row FROM (
                       SELECT row, sum(length(payload)) OVER (ORDER BY made_at DESC, row DESC) AS bytes FROM runs
                     ) WHERE bytes > ?1)";
        let gone = self.connection.execute(sql, [i64::try_from(limit_bytes).unwrap_or(i64::MAX)])?;
        Ok(u32::try_from(gone).unwrap_or(u32::MAX))
    }
}

fn newest(connection: &Connection, which: &str, values: &[&str]) -> Result<Option<StoredRun>, LibraryError> {
    let columns = "key, project, option, revision, seed, replications, engine_version, made_at, payload";
    let sql = format!("SELECT {columns} FROM runs WHERE {which} ORDER BY made_at DESC, row DESC LIMIT 1");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.query_row(rusqlite::params_from_iter(values), stored).optional()?.flatten())
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Option<StoredRun>> {
    let (seed, packed): (String, Vec<u8>) = (row.get(4)?, row.get(8)?);
    let (Ok(seed), Ok(payload)) = (seed.parse(), unpack(&packed)) else { return Ok(None) };
    Ok(Some(StoredRun {
        key: RunKey(row.get(0)?),
        project: row.get(1)?,
        option: row.get(2)?,
        revision: row.get(3)?,
        seed,
        replications: row.get(5)?,
        engine_version: row.get(6)?,
        made_at: row.get::<_, Moment>(7)?.timestamp(),
        payload,
    }))
}
