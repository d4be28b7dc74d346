//! Reports read back: what stands in the documents is what stands in the results.

mod bundles;
mod changes;
mod documents;
mod drivers;
mod figures;
mod formulas;
mod hostile;
mod kept;
mod looks;
mod own_words;
mod pdf_structure;
mod reading;
mod sentences;
mod study;
mod word_package;
