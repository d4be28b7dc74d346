//! Compressed texts, each whole in itself: a damaged one takes nothing else with it.
//!
//! The form is gzip, for its checksum: the database notices a broken page, not a changed letter inside a text.

use std::io::{self, Read, Write};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;

/// Most a packed text may unpack to `[bytes]`: the longest document, and far above any run.
const UNPACKED_BYTES: u64 = 256 * 1024 * 1024;

/// Packs bytes. The same bytes are packed the same way by one version of the program.
pub(crate) fn pack(bytes: &[u8]) -> Vec<u8> {
    // Level 3: an edit should not be felt, and twice the time buys a tenth of the room.
    let mut encoder = GzEncoder::new(Vec::new(), Compression::new(3));
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.expect("writing into memory does not fail")
}

/// Unpacks bytes.
///
/// # Errors
/// The bytes are cut off, changed, or unpack to more than anything that is stored.
pub(crate) fn unpack(packed: &[u8]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    GzDecoder::new(packed).take(UNPACKED_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > UNPACKED_BYTES {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "it is longer than anything that is stored"));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::{pack, unpack};

    #[test]
    fn what_is_packed_comes_back_and_a_changed_byte_is_noticed() {
        let text = "waiting list ".repeat(500);
        let packed = pack(text.as_bytes());
        assert!(packed.len() < text.len() / 10, "repetition packs well");
        assert_eq!(unpack(&packed).expect("untouched"), text.as_bytes());
        for at in 10..packed.len() {
            let mut changed = packed.clone();
            changed[at] ^= 1;
            assert!(unpack(&changed).map_or(true, |bytes| bytes == text.as_bytes()), "byte {at}");
        }
        for length in 0..packed.len() {
            assert!(unpack(&packed[..length]).is_err(), "cut off at {length}");
        }
    }
}
