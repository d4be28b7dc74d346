//! The business case: what a panel reads, drawn from a document and its simulated futures.
//!
//! One [`Report`] is made from a [`Study`] and then written in five formats. Whoever retypes a number makes a mistake
//! sooner or later, so no number is typed: every figure in a sentence, a table or a chart is a [`Figure`] that knows its
//! value and its place in the results, and all formats print the same text of it.
//!
//! ```text
//!  Project, Outcomes ──> Study ──> Results ──> content ──> Report ──> html, word, pdf
//!                                     │                       charts ──> SVG, PDF drawing, PNG
//!                                     └─────────────────────────────> excel, csv
//! ```
//!
//! # What it promises
//! - The same study gives the same bytes: the crate reads no clock and no file, and the date is passed in.
//! - Words of the user are data: no cell starts a formula, no text becomes markup.
//! - What the tool cannot know is asked for ("To complete"), never made up.

pub mod bundle;
mod chart;
mod content;
mod costs;
mod csv;
mod excel;
mod figure;
mod html;
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

pub use crate::csv::{CsvFile, csv};
pub use content::{Size, report};
pub use excel::excel;
pub use figure::{Figure, Unit};
pub use html::html;
pub use pdf::pdf;
pub use placeholder::{UnknownPlaceholder, unknown_placeholders};
pub use report::{Block, Chart, Column, Line, Paragraph, Report, Row, Span, Table};
pub use stress::Completeness;
pub use study::{ReportError, Run, Study};
pub use word::word;
