//! The samples, damaged in a few places as the bytes say: what passes the check is simulated for a few weeks, and
//! nobody is lost, no figure is missing and no hour is worked twice.

#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::arbitrary::Unstructured;
use libfuzzer_sys::fuzz_target;
use pathloom_tests::hostile::{damage_gently, examine, originals, text_of};
use serde_json::Value;

static ORIGINALS: LazyLock<[Value; 2]> = LazyLock::new(originals);

fuzz_target!(|bytes: &[u8]| {
    let mut bytes = Unstructured::new(bytes);
    let mut dice = |sides: usize| bytes.int_in_range(0..=sides - 1).unwrap_or(0);
    let mut document = ORIGINALS[dice(2)].clone();
    let times = 1 + dice(16);
    damage_gently(&mut document, &*ORIGINALS, times, &mut dice);
    if std::env::var_os("SHOW").is_some() {
        println!("{}", text_of(&document));
    }
    examine(&text_of(&document), 300_000);
});
