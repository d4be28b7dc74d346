//! The business case as the window shows it: blocks of words and figures, and what stands behind them.

use pathloom_report::{
    Block, CaseFacts, Completeness, Figure, Line, Paragraph, PlaceholderChoice, RegisterEntry, Report, Size,
    Span, StressItem, Table, UnknownPlaceholder, chart_svg,
};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::RunCard;

/// A case of some options, as the document stands.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseRequest {
    /// Id of the project in the library.
    pub project_id: String,
    /// Ids of the options, the base first.
    pub option_ids: Vec<String>,
    /// How much of a case.
    pub size: Size,
    /// Whether to find out what drives the longest wait of the option asked for, which takes some seconds once.
    pub with_drivers: bool,
}

/// A case to write into a file.
#[derive(Debug, Clone, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseExportRequest {
    /// Of what.
    pub case: CaseRequest,
    /// As what.
    pub format: CaseFormat,
}

/// What a case is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CaseFormat {
    /// Word, in the house template where one is chosen.
    Word,
    /// PDF.
    Pdf,
    /// A workbook.
    Excel,
    /// One page for a browser.
    Html,
    /// Tables with their dictionary, in an archive.
    Csv,
    /// Everything that is needed to make every figure again.
    Bundle,
}

/// How far the work on a case is.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseProgress {
    /// What is worked on.
    pub stage: CaseStage,
    /// Label of the option that it is about.
    pub option_name: String,
    /// Futures that are there.
    pub finished: u32,
    /// Futures that are needed.
    pub needed: u32,
}

/// What is worked on for a case.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CaseStage {
    /// The futures of its runs are simulated again.
    Futures,
    /// What drives the longest wait is found out.
    Drivers,
}

/// A file that was written.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseExported {
    /// Where it is.
    pub path: String,
    /// As what.
    pub format_words: String,
}

/// A case to be read and edited.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseView {
    /// Title on the front.
    pub title: String,
    /// What kind of paper it is.
    pub kind: String,
    /// Lines under the title.
    pub front: Vec<Vec<CaseSpan>>,
    /// Where the figures come from.
    pub stamp: String,
    /// What stands in it.
    pub blocks: Vec<CaseBlock>,
    /// The sections whose text people may replace.
    pub sections: Vec<CaseSectionView>,
    /// Figures that texts ask for and the study does not have.
    pub unknown: Vec<UnknownPlaceholder>,
    /// Figures that may be put into texts.
    pub placeholders: Vec<PlaceholderChoice>,
    /// Every figure of the document that an option uses.
    pub register: Vec<RegisterEntry>,
    /// The reporting guideline, item by item.
    pub stress: Vec<CaseStressItem>,
    /// How much of it is answered.
    pub completeness: Completeness,
    /// Id of the option that the case asks for.
    pub preferred_id: String,
    /// The runs that the figures are of.
    pub runs: Vec<RunCard>,
    /// Whether the service has changed since those runs.
    pub is_out_of_date: bool,
}

/// A part of a case.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum CaseBlock {
    /// A heading of level 1, 2 or 3.
    Heading {
        /// Its level.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph {
        /// What it is.
        role: CaseParagraph,
        /// Its words.
        line: Vec<CaseSpan>,
    },
    /// A list of points.
    Points {
        /// The points.
        lines: Vec<Vec<CaseSpan>>,
    },
    /// Large figures side by side.
    Highlights {
        /// Each with its words.
        all: Vec<CaseHighlight>,
    },
    /// A table.
    Table {
        /// What it shows.
        caption: Vec<CaseSpan>,
        /// Its columns; the first names the rows.
        columns: Vec<CaseColumn>,
        /// Its rows.
        rows: Vec<CaseRow>,
    },
    /// A chart.
    Chart {
        /// The finding.
        title: Vec<CaseSpan>,
        /// What is drawn.
        subtitle: Vec<CaseSpan>,
        /// The same in words for whoever cannot see it.
        alternative: String,
        /// The drawing.
        svg: String,
    },
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub enum CaseParagraph {
    /// Running text.
    Text,
    /// The answer in a sentence or two.
    Lead,
    /// Small print.
    Note,
    /// Still to be written.
    ToComplete,
}

/// A piece of a line.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseSpan {
    /// The words.
    pub text: String,
    /// Where it stands in the results or the document, where it is a figure; none: words.
    pub place: Option<String>,
}

/// A large figure.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseHighlight {
    /// The figure.
    pub figure: CaseSpan,
    /// What it is.
    pub words: Vec<CaseSpan>,
}

/// A column of a table.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseColumn {
    /// Its heading.
    pub head: Vec<CaseSpan>,
    /// Whether it holds numbers.
    pub numbers: bool,
}

/// A row of a table.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseRow {
    /// Its cells.
    pub cells: Vec<Vec<CaseSpan>>,
    /// Whether it is a total.
    pub total: bool,
}

/// A section whose text people may replace.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseSectionView {
    /// Its id, by which the document holds the text.
    pub id: String,
    /// Position of its first block.
    pub from: usize,
    /// Position after its last.
    pub to: usize,
    /// Whether somebody has written it.
    pub is_own: bool,
    /// What stands there otherwise, with figures in braces.
    pub usual: String,
}

/// An item of the reporting guideline.
#[derive(Debug, Clone, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub struct CaseStressItem {
    /// Its number.
    pub number: String,
    /// What it asks.
    pub title: String,
    /// The answer; none: still to be given.
    pub answer: Option<Vec<CaseSpan>>,
    /// Whether the answer is the user's.
    pub is_own: bool,
}

/// What a view is made of beside the report.
pub(crate) struct CaseParts {
    pub(crate) report: Report,
    pub(crate) facts: CaseFacts,
    pub(crate) placeholders: Vec<PlaceholderChoice>,
    pub(crate) preferred_id: String,
    pub(crate) runs: Vec<RunCard>,
    pub(crate) is_out_of_date: bool,
}

impl From<CaseParts> for CaseView {
    fn from(parts: CaseParts) -> Self {
        let CaseParts { report, facts, placeholders, preferred_id, runs, is_out_of_date } = parts;
        // Pages are for papers: on a screen nothing starts one, and positions stay those of the report.
        let blocks: Vec<Option<CaseBlock>> = report.blocks.iter().map(block).collect();
        let position = |at: usize| blocks[..at].iter().flatten().count();
        let section = |one: &pathloom_report::CaseSection| CaseSectionView {
            id: one.id.to_owned(),
            from: position(one.blocks.start),
            to: position(one.blocks.end),
            is_own: one.is_own,
            usual: one.usual.clone(),
        };
        Self {
            sections: report.sections.iter().map(section).collect(),
            blocks: blocks.into_iter().flatten().collect(),
            title: report.title,
            kind: report.kind.to_owned(),
            front: report.front.iter().map(line).collect(),
            stamp: report.stamp,
            unknown: report.unknown,
            placeholders,
            register: facts.register,
            stress: facts.stress.into_iter().map(stress).collect(),
            completeness: facts.completeness,
            preferred_id,
            runs,
            is_out_of_date,
        }
    }
}

fn block(block: &Block) -> Option<CaseBlock> {
    Some(match block {
        Block::NewPage => return None,
        Block::Heading { level, text } => CaseBlock::Heading { level: *level, text: text.clone() },
        Block::Paragraph(kind, of) => CaseBlock::Paragraph { role: paragraph(*kind), line: line(of) },
        Block::Points(points) => CaseBlock::Points { lines: points.iter().map(line).collect() },
        Block::Highlights(all) => CaseBlock::Highlights {
            all: all
                .iter()
                .map(|(figure, words)| CaseHighlight { figure: figure_span(figure), words: line(words) })
                .collect(),
        },
        Block::Table(of) => table(of),
        Block::Chart(chart) => CaseBlock::Chart {
            title: line(&chart.title),
            subtitle: line(&chart.subtitle),
            alternative: chart.alternative.clone(),
            svg: chart_svg(chart),
        },
    })
}

fn table(table: &Table) -> CaseBlock {
    CaseBlock::Table {
        caption: line(&table.caption),
        columns: table
            .columns
            .iter()
            .map(|column| CaseColumn { head: line(&column.head), numbers: column.numbers })
            .collect(),
        rows: table
            .rows
            .iter()
            .map(|row| CaseRow { cells: row.cells.iter().map(line).collect(), total: row.total })
            .collect(),
    }
}

fn paragraph(kind: Paragraph) -> CaseParagraph {
    match kind {
        Paragraph::Text => CaseParagraph::Text,
        Paragraph::Lead => CaseParagraph::Lead,
        Paragraph::Note => CaseParagraph::Note,
        Paragraph::ToComplete => CaseParagraph::ToComplete,
    }
}

fn line(line: &Line) -> Vec<CaseSpan> {
    let span = |span: &Span| match span {
        Span::Text(text) | Span::Given(text) => CaseSpan { text: text.clone(), place: None },
        Span::Figure(figure) => figure_span(figure),
    };
    line.0.iter().map(span).collect()
}

fn figure_span(figure: &Figure) -> CaseSpan {
    CaseSpan { text: figure.text.clone(), place: Some(figure.place.clone()) }
}

fn stress(item: StressItem) -> CaseStressItem {
    CaseStressItem {
        number: item.number.to_owned(),
        title: item.title.to_owned(),
        answer: item.answer.as_ref().map(line),
        is_own: item.is_own,
    }
}
