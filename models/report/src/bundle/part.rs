//! Parts of a run: raw outcomes with all that is needed to join them.

use std::ops::Range;
use std::sync::atomic::AtomicBool;

use pathloom_service::{Project, Scenario};
use pathloom_simulation::outcomes::{MergeError, Replication, WeeklyRows};
use pathloom_simulation::{ENGINE_VERSION, Outcomes, RunError, RunSettings, run};

use super::{BundleError, Contents, Manifest, archive, damaged, head, open_head, outcomes_hash, scenarios};
use crate::packed::{self, Parts};
use crate::study::ReportError;

/// Most that a part may unpack to `[bytes]`; chosen: more than the outcomes that a run may keep in memory, and less than an
/// archive of the usual kind can hold.
const MOST_BYTES: u64 = 3 << 30;

/// Parts that have been joined.
#[derive(Debug)]
pub struct Joined {
    /// The document.
    pub project: Project,
    /// The options with all their replications.
    pub options: Vec<(Scenario, Outcomes)>,
    /// How they were made; the replications are from the first to the last of all parts.
    pub settings: RunSettings,
    /// Numbers of replications between the first and the last that no part has.
    pub missing: Vec<Range<u32>>,
}

/// Why parts cannot be joined.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PartError {
    /// A part cannot be read.
    #[error("{name}: {source}")]
    Unreadable {
        /// Which part.
        name: String,
        /// Why.
        source: BundleError,
    },
    /// A part is of another study.
    #[error("{name} is of another study than {first}: {what} differs")]
    Different {
        /// Which part.
        name: String,
        /// The part it was to be joined to.
        first: String,
        /// What differs.
        what: &'static str,
    },
    /// Two parts have a replication in common.
    #[error("{name} cannot be joined: {source}")]
    Overlap {
        /// Which part.
        name: String,
        /// The replication.
        source: MergeError,
    },
    /// The engine of this program is another one.
    #[error(
        "the parts were made by engine {made}, and this is {ENGINE_VERSION}: join them with the program that made them"
    )]
    OtherEngine {
        /// The engine that made them.
        made: String,
    },
    /// The document in the parts cannot be simulated.
    #[error("the document in the parts cannot be simulated: {0}")]
    Engine(RunError),
    /// There is no part.
    #[error("there are no parts to join")]
    Nothing,
}

/// A part of a run, to be joined with others.
///
/// # Errors
/// [`ReportError::TooLarge`]; [`ReportError::Format`] should never be seen.
pub fn pack_part(study: &Contents) -> Result<Vec<u8>, ReportError> {
    let mut parts = head(study)?;
    for (at, (_, outcomes)) in study.options.iter().enumerate() {
        parts.insert(raw_name(at), raw(outcomes));
    }
    let instead = "split the run into more parts";
    archive(&parts, MOST_BYTES, ReportError::TooLarge { kind: "part", instead })
}

fn raw_name(option: usize) -> String {
    format!("outcomes/{option}.bin")
}

/// Every replication after another: number, weekly figures, horizon figures, little end first.
fn raw(outcomes: &Outcomes) -> Vec<u8> {
    let mut bytes = Vec::new();
    for replication in &outcomes.replications {
        bytes.extend(replication.index.to_le_bytes());
        replication.weekly.iter().for_each(|value| bytes.extend(value.to_le_bytes()));
        replication.horizon.iter().for_each(|value| bytes.extend(value.to_le_bytes()));
    }
    bytes
}

/// Joins parts, each with the name to use in messages, in any order.
///
/// # Errors
/// [`PartError`].
///
/// # Guarantees
/// The outcomes are those of one run over all replications, bit for bit.
pub fn join(files: &[(String, Vec<u8>)]) -> Result<Joined, PartError> {
    let mut joined: Option<(Manifest, Joined)> = None;
    for (name, bytes) in files {
        let unreadable = |source| PartError::Unreadable { name: name.clone(), source };
        let parts = packed::unpack(bytes, MOST_BYTES).map_err(|reason| unreadable(damaged(reason)))?;
        let (manifest, project) = open_head(&parts).map_err(unreadable)?;
        if manifest.engine_version != ENGINE_VERSION {
            return Err(PartError::OtherEngine { made: manifest.engine_version });
        }
        let options = outcomes(&parts, &manifest, &project).map_err(|error| match error {
            ReadError::Bundle(source) => unreadable(source),
            ReadError::Engine(error) => PartError::Engine(error),
        })?;
        match &mut joined {
            None => {
                let settings = manifest.settings().map_err(unreadable)?;
                joined = Some((manifest, Joined { project, options, settings, missing: Vec::new() }));
            }
            Some((first, joined)) => {
                if let Some(what) = different(first, &manifest) {
                    let first = files[0].0.clone();
                    return Err(PartError::Different { name: name.clone(), first, what });
                }
                add(joined, options, name)?;
            }
        }
    }
    let (_, mut joined) = joined.ok_or(PartError::Nothing)?;
    let numbers: Vec<u32> = joined
        .options
        .first()
        .map(|(_, outcomes)| outcomes.replications.iter().map(|one| one.index).collect())
        .unwrap_or_default();
    joined.missing = gaps(&numbers);
    joined.settings.replications =
        numbers.first().copied().unwrap_or(0)..numbers.last().map_or(0, |last| last.saturating_add(1));
    Ok(joined)
}

fn add(joined: &mut Joined, options: Vec<(Scenario, Outcomes)>, name: &str) -> Result<(), PartError> {
    for ((_, all), (_, more)) in joined.options.iter_mut().zip(options) {
        all.merge(more).map_err(|source| PartError::Overlap { name: name.to_owned(), source })?;
    }
    Ok(())
}

fn different(first: &Manifest, other: &Manifest) -> Option<&'static str> {
    let ids = |manifest: &Manifest| -> Vec<String> {
        manifest.options.iter().map(|option| option.id.clone()).collect()
    };
    if first.document_sha256 != other.document_sha256 {
        Some("the document")
    } else if first.seed != other.seed {
        Some("the seed")
    } else if first.hold_uncertain != other.hold_uncertain {
        Some("whether uncertain figures are held")
    } else if ids(first) != ids(other) {
        Some("the list of options")
    } else {
        None
    }
}

enum ReadError {
    Bundle(BundleError),
    Engine(RunError),
}

/// The outcomes of every option of a part.
fn outcomes(
    parts: &Parts,
    manifest: &Manifest,
    project: &Project,
) -> Result<Vec<(Scenario, Outcomes)>, ReadError> {
    let settings = manifest.settings().map_err(ReadError::Bundle)?;
    let mut options = Vec::new();
    for (at, scenario) in scenarios(manifest, project).map_err(ReadError::Bundle)?.into_iter().enumerate() {
        // A run of nothing says what would be measured.
        let nothing = RunSettings { replications: 0..0, threads: 1, ..settings.clone() };
        let mut outcomes =
            run(&scenario, &nothing, &AtomicBool::new(false), &mut |_| {}).map_err(ReadError::Engine)?;
        let bytes = parts.get(&raw_name(at)).map(Vec::as_slice).unwrap_or_default();
        read_raw(bytes, &mut outcomes).map_err(|reason| ReadError::Bundle(damaged(reason)))?;
        // Joining and looking for gaps rely on numbers that rise and end where they say.
        if !outcomes.replications.iter().map(|one| one.index).eq(manifest.replications()) {
            return Err(ReadError::Bundle(damaged(
                "its outcomes are not those of its replications".to_owned(),
            )));
        }
        if outcomes_hash(&outcomes) != manifest.options[at].outcomes_sha256 {
            return Err(ReadError::Bundle(damaged("its outcomes were changed".to_owned())));
        }
        options.push((scenario, outcomes));
    }
    Ok(options)
}

fn read_raw(bytes: &[u8], outcomes: &mut Outcomes) -> Result<(), String> {
    let catalogue = &outcomes.catalogue;
    let columns = catalogue.weekly.len();
    let (weekly, horizon) = (columns * (catalogue.weeks + 1), catalogue.horizon.len());
    let length = 4 + 4 * weekly + 8 * horizon;
    if bytes.is_empty() || !bytes.len().is_multiple_of(length) {
        return Err("its outcomes are not whole".to_owned());
    }
    for one in bytes.chunks_exact(length) {
        let (head, rest) = one.split_at(4);
        let (weekly, horizon) = rest.split_at(4 * weekly);
        let values: Vec<f32> = weekly.chunks_exact(4).map(|value| f32::from_le_bytes(array(value))).collect();
        outcomes.replications.push(Replication {
            index: u32::from_le_bytes(array(head)),
            weekly: WeeklyRows::new(&values, columns),
            horizon: horizon.chunks_exact(8).map(|value| f64::from_le_bytes(array(value))).collect(),
        });
    }
    Ok(())
}

/// So many bytes as an array; the caller cuts pieces of exactly that length.
fn array<const N: usize>(bytes: &[u8]) -> [u8; N] {
    let mut array = [0; N];
    array.copy_from_slice(bytes);
    array
}

fn gaps(numbers: &[u32]) -> Vec<Range<u32>> {
    let pairs = numbers.windows(2).filter(|pair| pair[0] + 1 < pair[1]);
    pairs.map(|pair| pair[0] + 1..pair[1]).collect()
}
