//! What stands in a report of each size.
//!
//! | size | for | shape |
//! | --- | --- | --- |
//! | improvement journey | whoever has a minute | one page: background, implementation, impact |
//! | short post case | a vacancy or investment panel | 2 to 4 pages, from summary to sign-off |
//! | full case | a board or an integrated care board | the five cases, and the appendices a modeller asks for |
//!
//! The five cases are those of HM Treasury's Green Book. Every section has an id; text that the document holds for that id
//! replaces what is written here.

mod appendix;
mod delivery;
mod drivers;
mod economic;
mod finance;
mod full;
mod journey;
mod limits;
mod options;
mod post;
mod start;
mod strategic;
mod summary;
mod value;

use crate::chart::Drawing;
use crate::figure::{Figure, Unit};
use crate::placeholder::{self, UnknownPlaceholder};
use crate::register::{Entry, register};
use crate::report::{Block, CaseSection, Chart, Line, Paragraph, Report, Table, line};
use crate::results::Results;
use crate::study::{ReportError, Study};
use crate::words;

/// How much of a case is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum Size {
    /// One page.
    Journey,
    /// Two to four pages.
    Post,
    /// The five cases with appendices.
    Full,
}

/// The report of a study.
///
/// # Errors
/// [`ReportError::NoPreferred`].
pub fn report(study: &Study, size: Size) -> Result<Report, ReportError> {
    let results = Results::of(study)?;
    let mut writer = Writer::new(&results);
    match size {
        Size::Journey => journey::write(&mut writer),
        Size::Post => post::write(&mut writer),
        Size::Full => full::write(&mut writer),
    }
    let case = &study.project.business_case;
    let title = if case.title.trim().is_empty() { &study.project.name } else { &case.title };
    let mut front = Vec::new();
    for (lead, text) in [("Prepared for ", &case.prepared_for), ("Prepared by ", &case.prepared_by)] {
        if !text.trim().is_empty() {
            front.push(line![lead, Line::given(text.trim())]);
        }
    }
    let date = Figure {
        value: None,
        unit: Unit::Plain,
        text: words::date(study.date),
        place: "run/date".to_owned(),
    };
    front.push(line![date]);
    Ok(Report {
        title: title.clone(),
        kind: match size {
            Size::Journey => "Improvement journey",
            Size::Post => "Short business case",
            Size::Full => "Business case",
        },
        date: study.date,
        front,
        stamp: stamp(&results),
        contents: size == Size::Full,
        blocks: writer.blocks,
        sections: writer.sections,
        unknown: writer.unknown,
    })
}

/// Figures that texts of the document ask for and the study does not have, each once.
///
/// # Errors
/// [`ReportError::NoPreferred`].
pub fn unknown_placeholders(study: &Study) -> Result<Vec<UnknownPlaceholder>, ReportError> {
    let mut unknown: Vec<UnknownPlaceholder> = Vec::new();
    for size in [Size::Full, Size::Post, Size::Journey] {
        for one in report(study, size)?.unknown {
            if !unknown.contains(&one) {
                unknown.push(one);
            }
        }
    }
    Ok(unknown)
}

/// Where the figures come from, in one line.
fn stamp(results: &Results) -> String {
    format!(
        "Pathloom {} · {} simulated futures of each option · seed {} · document {}",
        pathloom_simulation::ENGINE_VERSION,
        words::decimals(f64::from(results.comparison.replications), 0),
        results.run.seed,
        &results.document_hash[..12],
    )
}

/// A report being written.
pub(crate) struct Writer<'a> {
    pub(crate) results: &'a Results<'a>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) blocks: Vec<Block>,
    sections: Vec<CaseSection>,
    unknown: Vec<UnknownPlaceholder>,
}

impl<'a> Writer<'a> {
    pub(crate) fn new(results: &'a Results<'a>) -> Self {
        Self {
            results,
            entries: register(results.project, results.scenarios),
            blocks: Vec::new(),
            sections: Vec::new(),
            unknown: Vec::new(),
        }
    }

    pub(crate) fn heading(&mut self, level: u8, text: &str) {
        self.blocks.push(Block::Heading { level, text: text.to_owned() });
    }

    pub(crate) fn text(&mut self, line: impl Into<Line>) {
        self.blocks.push(Block::Paragraph(Paragraph::Text, line.into()));
    }

    pub(crate) fn lead(&mut self, line: impl Into<Line>) {
        self.blocks.push(Block::Paragraph(Paragraph::Lead, line.into()));
    }

    pub(crate) fn note(&mut self, line: impl Into<Line>) {
        self.blocks.push(Block::Paragraph(Paragraph::Note, line.into()));
    }

    pub(crate) fn points(&mut self, points: Vec<Line>) {
        if !points.is_empty() {
            self.blocks.push(Block::Points(points));
        }
    }

    pub(crate) fn table(&mut self, table: Table) {
        self.blocks.push(Block::Table(table));
    }

    pub(crate) fn chart(
        &mut self,
        title: impl Into<Line>,
        subtitle: impl Into<Line>,
        alternative: String,
        drawing: Drawing,
    ) {
        let chart = Chart { title: title.into(), subtitle: subtitle.into(), alternative, drawing };
        self.blocks.push(Block::Chart(Box::new(chart)));
    }

    pub(crate) fn new_page(&mut self) {
        self.blocks.push(Block::NewPage);
    }

    /// A section whose text people may replace: their own, or else what `usual` writes.
    ///
    /// What is usual is written all the same: its figures may stand in their text, and it is what a text of theirs begins
    /// from.
    pub(crate) fn section(&mut self, id: &'static str, usual: impl FnOnce(&mut Self)) {
        let from = self.blocks.len();
        usual(self);
        let written = self.blocks.split_off(from);
        let usual = placeholder::template(&written, self.results);
        let texts = &self.results.project.business_case.texts;
        let own = texts.get(id).filter(|text| !text.trim().is_empty());
        match own {
            Some(text) => {
                let place = format!("businessCase/texts/{id}");
                let (blocks, unknown) = placeholder::blocks(text, &place, self.results, &written);
                self.blocks.extend(blocks);
                self.unknown.extend(unknown);
            }
            None => self.blocks.extend(written),
        }
        self.sections.push(CaseSection { id, blocks: from..self.blocks.len(), is_own: own.is_some(), usual });
    }

    /// Whether people have written a section themselves.
    pub(crate) fn is_own(&self, section: &str) -> bool {
        let own = self.results.project.business_case.texts.get(section);
        own.is_some_and(|text| !text.trim().is_empty())
    }

    /// A section of running text.
    pub(crate) fn prose(&mut self, section: &'static str, usual: Vec<Line>) {
        self.section(section, |writer| usual.into_iter().for_each(|paragraph| writer.text(paragraph)));
    }

    /// A section that only the service can write: its text, or else what to write there.
    pub(crate) fn asked(&mut self, section: &'static str, what: &str) {
        self.section(section, |writer| writer.still_to_write(what));
    }

    /// An answer of the user, on one line, its figures live.
    pub(crate) fn answer(&mut self, item: &str, text: &str) -> Line {
        let place = format!("businessCase/answers/{item}");
        let (blocks, unknown) = placeholder::blocks(text, &place, self.results, &[]);
        self.unknown.extend(unknown);
        let lines = blocks.into_iter().flat_map(|block| match block {
            Block::Points(points) => points,
            Block::Paragraph(_, line) => vec![line],
            _ => Vec::new(),
        });
        lines.fold(Line::default(), |all, one| if all.is_empty() { one } else { all.and(" ").and(one) })
    }

    /// Something still to be written, and what it is.
    pub(crate) fn still_to_write(&mut self, what: &str) {
        let line = line!["To complete: ", what];
        self.blocks.push(Block::Paragraph(Paragraph::ToComplete, line));
    }
}
