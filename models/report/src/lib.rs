//! The business case: what a panel reads, drawn from a document and its simulated futures.
//!
//! One [`Report`] is made from a [`Study`] and then written in five formats. Whoever retypes a number makes a mistake
//! sooner or later, so no number is typed: every figure in a sentence, a table or a chart is a [`Figure`] that knows its
//! value and its place in the results, and all formats print the same text of it.
//!
//! ```text
//!  Scenarios, Outcomes ──> Reckoned ──> Study ──> content ──> Report ──> html, word, pdf
//!                             Project ────┘ │                  charts ──> SVG, PDF drawing, PNG
//!                                           └──────────────────────────> excel, csv
//! ```
//!
//! # What it promises
//! - The same study gives the same bytes: the crate reads no clock and no file, and the date is passed in.
//! - Words of the user are data: no cell starts a formula, no text becomes markup.
//! - What the tool cannot know is asked for ("To complete"), never made up.

pub mod bundle;
mod chart;
mod content;
mod csv;
mod establishment;
mod excel;
mod facts;
mod figure;
mod html;
mod money;
mod packed;
mod pdf;
mod placeholder;
mod register;
mod report;
mod results;
mod safe;
mod stress;
mod study;
mod typeface;
mod word;
mod words;

pub use crate::csv::{CsvFile, csv, csv_archive};
pub use chart::chart_svg;
pub use content::{Size, report, unknown_placeholders};
pub use excel::excel;
pub use facts::{CaseFacts, RegisterEntry, case_facts};
pub use figure::{Figure, Unit};
pub use html::html;
pub use pdf::pdf;
pub use placeholder::{PlaceholderChoice, UnknownPlaceholder, placeholder_choices};
pub use report::{Block, CaseSection, Chart, Column, Line, Paragraph, Report, Row, Span, Table};
pub use stress::{Completeness, StressItem};
pub use study::{KeptOption, Reckoned, ReportError, Run, Study, needs_whole_futures, preferred_option};
pub use word::word;
