//! Any bytes are a document or a refusal that says where; a document is written and read back unchanged, and every
//! problem the check finds says where and what.

#![no_main]

use libfuzzer_sys::fuzz_target;
use pathloom_tests::hostile::{read_back, says_where_and_what};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(text) = std::str::from_utf8(bytes)
        && let Ok(project) = read_back(text)
    {
        pathloom_service::check(&project).iter().for_each(says_where_and_what);
    }
});
