//! `pathloom theory`.

use crate::program::{Folder, clinic, pathloom};

#[test]
fn loads_are_printed_for_each_step_of_each_option() {
    let folder = Folder::of(&clinic());
    let done = pathloom(&["theory", folder.file()]);
    // Until the traffic equations are there, it says so.
    if done.code == Some(4) {
        assert!(done.err.contains("not available"), "{}", done.err);
        return;
    }
    assert_eq!(done.code, Some(0), "{}", done.err);
    for part in ["As it is", "Half a post more", "Assessment", "people a week", "load", "12"] {
        assert!(done.out.contains(part), "{part}: {}", done.out);
    }
}
