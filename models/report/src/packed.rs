//! Zip archives, which Word documents and re-run bundles are: written the same every time, read with care.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// Most that all files of an archive usually may unpack to `[bytes]`; chosen, against archives that unpack to everything
/// there is.
pub(crate) const USUAL_BYTES: u64 = 256 << 20;
/// Most files of an archive; chosen.
const MOST_FILES: usize = 2_000;

/// Files by their names in the archive, in the order of their names.
pub(crate) type Parts = BTreeMap<String, Vec<u8>>;

/// The archive of some files, those named `first` before the others.
///
/// # Errors
/// What the archive's writer says.
pub(crate) fn pack(parts: &Parts, first: &[&str]) -> Result<Vec<u8>, String> {
    // A fixed date: the same files give the same archive.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let leading = first.iter().filter_map(|name| parts.get_key_value(*name));
    let others = parts.iter().filter(|(name, _)| !first.contains(&name.as_str()));
    for (name, content) in leading.chain(others) {
        writer.start_file(name.as_str(), options).map_err(|error| error.to_string())?;
        writer.write_all(content).map_err(|error| error.to_string())?;
    }
    writer.finish().map(Cursor::into_inner).map_err(|error| error.to_string())
}

/// How long all files are together `[bytes]`.
pub(crate) fn length(parts: &Parts) -> u64 {
    parts.values().map(|content| content.len() as u64).sum()
}

/// The files of an archive that unpacks to at most so many bytes.
///
/// # Errors
/// Why it cannot be read, in words.
pub(crate) fn unpack(bytes: &[u8], most: u64) -> Result<Parts, String> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| "it is not a zip archive".to_owned())?;
    if archive.len() > MOST_FILES {
        return Err(format!("it holds more than {MOST_FILES} files"));
    }
    let mut parts = Parts::new();
    let mut left = most;
    for at in 0..archive.len() {
        let file = archive.by_index(at).map_err(|_| "it is damaged".to_owned())?;
        if file.is_dir() {
            continue;
        }
        let name = file.name().map_err(|_| "it is damaged".to_owned())?.trim_start_matches('/').to_owned();
        let mut content = Vec::new();
        file.take(left + 1).read_to_end(&mut content).map_err(|_| "it is damaged".to_owned())?;
        left = left
            .checked_sub(content.len() as u64)
            .ok_or_else(|| format!("it unpacks to more than {} MB", most >> 20))?;
        parts.insert(name, content);
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_packed_is_unpacked_and_the_same_each_time() {
        let parts: Parts = [("b".to_owned(), vec![1, 2]), ("a/c".to_owned(), vec![0; 100_000])].into();
        let packed = pack(&parts, &["b"]).unwrap_or_default();
        assert_eq!(pack(&parts, &["b"]).as_ref(), Ok(&packed));
        assert_eq!(unpack(&packed, length(&parts)), Ok(parts.clone()), "what is as long as it may be");
        assert!(unpack(&packed, length(&parts) - 1).is_err(), "what is longer");
        assert!(packed.len() < 2_000, "it is compressed");
        assert!(unpack(b"not an archive", USUAL_BYTES).is_err());
        assert!(unpack(&packed[..packed.len() / 2], USUAL_BYTES).is_err());
    }
}
