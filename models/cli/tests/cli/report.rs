//! `pathloom report`.

use crate::program::{Folder, clinic, pathloom};

#[test]
fn an_option_asked_for_and_left_out_is_refused_before_anything_is_simulated() {
    let folder = Folder::of(&clinic());
    let out = folder.place("case.html");
    // So many futures would be refused as too many for any memory, were they begun with.
    let words = ["report", folder.file(), "--to", &out, "--replications", "4000000000"];
    let left_out = ["--option", "as-is", "--prefer", "more-staff"];
    let done = pathloom(&[&words[..], &left_out].concat());
    assert_eq!(done.code, Some(2), "{}", done.err);
    assert!(done.err.contains("\"more-staff\", which is not among those simulated"), "{}", done.err);
    let begun = pathloom(&[&words[..], &["--prefer", "more-staff"]].concat());
    assert_eq!(begun.code, Some(4), "{}", begun.err);
}

#[test]
fn every_figure_of_a_bundle_is_made_again() {
    let folder = Folder::of(&clinic());
    let out = folder.place("case.pathloom-bundle");
    let done = pathloom(&["report", folder.file(), "--to", &out, "--replications", "4"]);
    assert_eq!(done.code, Some(0), "{}", done.err);
    let again = pathloom(&["rerun", &out]).fine();
    assert!(again.out.contains("all are the same to the last digit"), "{}", again.out);
}
