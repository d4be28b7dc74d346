//! Files that make figures again: the re-run bundle, and parts of a run made on several machines.
//!
//! A *bundle* (`.pathloom-bundle`) is a zip archive with `manifest.json` (seed, replications, engine version, hashes),
//! `document.pathloom.json` and `figures.json` (every figure of every option). Whoever opens it simulates the document anew and
//! holds each figure against the one in it, digit for digit.
//!
//! A *part* (`.pathloom-part`) has the same manifest and document, and instead of figures the raw outcomes of its
//! replications, bit for bit. Parts of one study join to exactly the outcomes of one run.

mod part;
mod verdict;

pub use part::{Joined, PartError, join, pack_part};
pub use verdict::{Differing, Verdict};

use std::ops::Range;

use pathloom_service::{Project, Scenario};
use pathloom_simulation::summary::OptionResults;
use pathloom_simulation::{ENGINE_VERSION, Outcomes, RunSettings};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::packed::{self, Parts};
use crate::results::{document_hash, hex};
use crate::study::{ReportError, Run};

/// Version of these files.
const VERSION: u32 = 1;
const MANIFEST: &str = "manifest.json";
const DOCUMENT: &str = "document.pathloom.json";
const FIGURES: &str = "figures.json";

/// Longest bundle or part that is written `[bytes]`: whoever opens one need read no more; chosen.
pub const MOST_PACKED_BYTES: u64 = 1 << 30;

/// What a bundle or a part says about itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Manifest {
    /// Version of the file, 1.
    pub bundle_version: u32,
    /// The engine that made the outcomes.
    pub engine_version: String,
    /// Seed of the random streams, in decimal.
    pub seed: String,
    /// First replication.
    pub first_replication: u32,
    /// The one after the last.
    pub end_replication: u32,
    /// Whether uncertain figures were held at their likely value.
    pub hold_uncertain: bool,
    /// SHA-256 of the document.
    pub document_sha256: String,
    /// The options in their order, each with the SHA-256 of its raw outcomes.
    pub options: Vec<ManifestOption>,
}

/// An option of a bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ManifestOption {
    /// Id.
    pub id: String,
    /// SHA-256 of its outcomes: number, weekly figures and horizon figures of every replication.
    pub outcomes_sha256: String,
}

/// Why a bundle or a part cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// It is no such file, or a damaged one.
    #[error("this is not a whole bundle: {reason}")]
    Damaged {
        /// What is wrong with it.
        reason: String,
    },
    /// A later version of Pathloom wrote it.
    #[error(
        "this was written by a later version of Pathloom (file version {found}, this one reads {VERSION})"
    )]
    TooNew {
        /// Its version.
        found: u32,
    },
    /// The document in it is not the one that its figures were made from.
    #[error("the document in it was changed after its figures were made")]
    DocumentChanged,
}

/// What a bundle or a part is made of.
#[derive(Debug, Clone, Copy)]
pub struct Contents<'a> {
    /// The document.
    pub project: &'a Project,
    /// The options with their outcomes.
    pub options: &'a [(Scenario, Outcomes)],
    /// How the outcomes were made.
    pub run: &'a Run,
}

/// An opened bundle.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// What it says about itself.
    pub manifest: Manifest,
    /// The document.
    pub project: Project,
    figures: Vec<serde_json::Value>,
}

/// The re-run bundle of simulated options.
///
/// # Errors
/// [`ReportError::TooLarge`]; [`ReportError::Format`] should never be seen.
pub fn pack(study: &Contents) -> Result<Vec<u8>, ReportError> {
    let figures: Vec<OptionResults> =
        study.options.iter().map(|(scenario, outcomes)| OptionResults::of(scenario, outcomes)).collect();
    let mut parts = head(study)?;
    parts.insert(FIGURES.to_owned(), json(&figures)?);
    let instead = "leave out options, or simulate fewer weeks";
    archive(&parts, packed::USUAL_BYTES, ReportError::TooLarge { kind: "bundle", instead })
}

/// The archive of some files, or why not, where it would be refused when it is opened.
fn archive(parts: &Parts, most: u64, too_large: ReportError) -> Result<Vec<u8>, ReportError> {
    if packed::length(parts) > most {
        return Err(too_large);
    }
    let bytes = packed::pack(parts, &[MANIFEST]).map_err(failed)?;
    if bytes.len() as u64 > MOST_PACKED_BYTES { Err(too_large) } else { Ok(bytes) }
}

/// The manifest and the document.
fn head(study: &Contents) -> Result<Parts, ReportError> {
    let options = study
        .options
        .iter()
        .map(|(scenario, outcomes)| ManifestOption {
            id: scenario.option_id.clone(),
            outcomes_sha256: outcomes_hash(outcomes),
        })
        .collect();
    let manifest = Manifest {
        bundle_version: VERSION,
        engine_version: ENGINE_VERSION.to_owned(),
        seed: study.run.seed.to_string(),
        first_replication: study.run.replications.start,
        end_replication: study.run.replications.end,
        hold_uncertain: study.run.hold_uncertain,
        document_sha256: document_hash(study.project),
        options,
    };
    let document = pathloom_service::write(study.project).into_bytes();
    Ok([(MANIFEST.to_owned(), json(&manifest)?), (DOCUMENT.to_owned(), document)].into())
}

fn json(value: &impl Serialize) -> Result<Vec<u8>, ReportError> {
    serde_json::to_vec_pretty(value).map_err(|error| failed(error.to_string()))
}

fn failed(reason: String) -> ReportError {
    ReportError::Format { format: "bundle", reason }
}

/// SHA-256 of raw outcomes.
fn outcomes_hash(outcomes: &Outcomes) -> String {
    let mut hash = Sha256::new();
    for replication in &outcomes.replications {
        hash.update(replication.index.to_le_bytes());
        for value in replication.weekly.iter() {
            hash.update(value.to_le_bytes());
        }
        for value in &replication.horizon {
            hash.update(value.to_le_bytes());
        }
    }
    hex(&hash.finalize())
}

impl Bundle {
    /// Opens a bundle.
    ///
    /// # Errors
    /// [`BundleError`].
    pub fn open(bytes: &[u8]) -> Result<Self, BundleError> {
        let parts = packed::unpack(bytes, packed::USUAL_BYTES).map_err(damaged)?;
        let (manifest, project) = open_head(&parts)?;
        let figures = parts.get(FIGURES).ok_or_else(|| damaged(format!("{FIGURES} is missing")))?;
        let figures: Vec<serde_json::Value> =
            serde_json::from_slice(figures).map_err(|error| damaged(error.to_string()))?;
        if figures.len() != manifest.options.len() {
            return Err(damaged("its figures are not those of its options".to_owned()));
        }
        Ok(Self { manifest, project, figures })
    }

    /// The options to simulate again.
    ///
    /// # Errors
    /// [`BundleError::Damaged`] when the document lacks one of them.
    pub fn scenarios(&self) -> Result<Vec<Scenario>, BundleError> {
        scenarios(&self.manifest, &self.project)
    }

    /// How to simulate them again.
    ///
    /// # Errors
    /// [`BundleError::Damaged`] when the manifest makes no sense.
    pub fn settings(&self) -> Result<RunSettings, BundleError> {
        self.manifest.settings()
    }
}

impl Manifest {
    /// Numbers of its replications.
    pub fn replications(&self) -> Range<u32> {
        self.first_replication..self.end_replication
    }

    /// How its outcomes were made.
    ///
    /// # Errors
    /// [`BundleError::Damaged`] when the seed is no number.
    pub fn settings(&self) -> Result<RunSettings, BundleError> {
        let seed = self.seed.parse().map_err(|_| damaged("its seed is not a number".to_owned()))?;
        Ok(RunSettings {
            replications: self.replications(),
            seed,
            hold_uncertain: self.hold_uncertain,
            ..RunSettings::default()
        })
    }
}

fn open_head(parts: &Parts) -> Result<(Manifest, Project), BundleError> {
    let get = |name: &str| parts.get(name).ok_or_else(|| damaged(format!("{name} is missing")));
    let version: serde_json::Value =
        serde_json::from_slice(get(MANIFEST)?).map_err(|error| damaged(error.to_string()))?;
    match version["bundleVersion"].as_u64().and_then(|found| u32::try_from(found).ok()) {
        Some(found) if found > VERSION => return Err(BundleError::TooNew { found }),
        _ => {}
    }
    let manifest: Manifest = serde_json::from_value(version).map_err(|error| damaged(error.to_string()))?;
    if manifest.first_replication >= manifest.end_replication {
        return Err(damaged("it holds no replication".to_owned()));
    }
    if manifest.options.is_empty() {
        return Err(damaged("it holds no option".to_owned()));
    }
    let text = std::str::from_utf8(get(DOCUMENT)?).map_err(|error| damaged(error.to_string()))?;
    let project = pathloom_service::read(text).map_err(|error| damaged(error.to_string()))?;
    if document_hash(&project) != manifest.document_sha256 {
        return Err(BundleError::DocumentChanged);
    }
    Ok((manifest, project))
}

fn scenarios(manifest: &Manifest, project: &Project) -> Result<Vec<Scenario>, BundleError> {
    manifest
        .options
        .iter()
        .map(|option| {
            let found = project.options.iter().find(|one| one.id == option.id);
            let found =
                found.ok_or_else(|| damaged(format!("its document has no option \"{}\"", option.id)))?;
            project.scenario(found).map_err(|error| damaged(error.to_string()))
        })
        .collect()
}

fn damaged(reason: String) -> BundleError {
    BundleError::Damaged { reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_not_be_opened_again_is_not_written() {
        let parts: Parts = [("a".to_owned(), vec![7; 600]), ("b".to_owned(), vec![7; 400])].into();
        let too_large = ReportError::TooLarge { kind: "part", instead: "split it" };
        let written = archive(&parts, 1_000, too_large.clone()).unwrap_or_default();
        assert_eq!(packed::unpack(&written, 1_000), Ok(parts.clone()));
        assert_eq!(archive(&parts, 999, too_large.clone()), Err(too_large));
    }
}
