//! The report as a structure: what stands in it, whatever it is written as.

use std::ops::Range;

use jiff::civil::Date;

use crate::chart::Drawing;
use crate::figure::Figure;
use crate::placeholder::UnknownPlaceholder;

/// A whole report.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Title on the front.
    pub title: String,
    /// What kind of paper it is: "Business case".
    pub kind: &'static str,
    /// The date printed on it.
    pub date: Date,
    /// Lines under the title: for whom, by whom, on which date.
    pub front: Vec<Line>,
    /// Where the figures come from, at the foot of every page.
    pub stamp: String,
    /// Whether there is a table of contents.
    pub contents: bool,
    /// What stands in it, in order.
    pub blocks: Vec<Block>,
    /// The sections whose text people may replace, in order.
    pub sections: Vec<CaseSection>,
    /// Figures that texts of the user ask for and the study does not have.
    pub unknown: Vec<UnknownPlaceholder>,
}

/// A section whose text people may replace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseSection {
    /// Its id, by which the document holds the text.
    pub id: &'static str,
    /// Its blocks; none where nothing stands until somebody writes it.
    pub blocks: Range<usize>,
    /// Whether somebody has written it.
    pub is_own: bool,
    /// What stands there otherwise, as a text with figures in braces; empty where only the service can write it.
    pub usual: String,
}

/// A part of a report.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of level 1, 2 or 3.
    Heading {
        /// Its level.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A paragraph.
    Paragraph(Paragraph, Line),
    /// A list of points.
    Points(Vec<Line>),
    /// Large figures side by side, each with a few words below.
    Highlights(Vec<(Figure, Line)>),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Box<Chart>),
    /// What follows starts a page, in formats that have pages.
    NewPage,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paragraph {
    /// Running text.
    Text,
    /// The answer in a sentence or two, set larger.
    Lead,
    /// Small print.
    Note,
    /// Something only the reader's own service can say, still to be written.
    ToComplete,
}

/// Words and figures in a row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line(pub Vec<Span>);

/// A piece of a line.
#[derive(Debug, Clone, PartialEq)]
pub enum Span {
    /// Words of ours; they hold no figure of the study.
    Text(String),
    /// Words of the document: names, sources, texts of the user.
    Given(String),
    /// A figure.
    Figure(Figure),
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: Line,
    /// Columns; the first one names the rows.
    pub columns: Vec<Column>,
    /// Rows, each with as many cells as there are columns.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its heading.
    pub head: Line,
    /// Width relative to the other columns.
    pub width: f32,
    /// Whether it holds numbers, which stand to the right.
    pub numbers: bool,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Line>,
    /// Whether it is a total.
    pub total: bool,
}

/// A chart with its words.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The finding.
    pub title: Line,
    /// What is drawn.
    pub subtitle: Line,
    /// The same in words for whoever cannot see it.
    pub alternative: String,
    /// The drawing.
    pub drawing: Drawing,
}

impl Report {
    /// Every line of the report in its order, headings, captions and cells included.
    pub fn lines(&self) -> Vec<&Line> {
        self.front.iter().chain(self.blocks.iter().flat_map(Block::lines)).collect()
    }

    /// Every figure of the report in its order, those drawn in charts included.
    pub fn figures(&self) -> Vec<&Figure> {
        let mut figures: Vec<&Figure> = self.lines().into_iter().flat_map(Line::figures).collect();
        for block in &self.blocks {
            match block {
                Block::Highlights(highlights) => figures.extend(highlights.iter().map(|(figure, _)| figure)),
                Block::Chart(chart) => figures.extend(&chart.drawing.figures),
                _ => {}
            }
        }
        figures
    }
}

impl Block {
    /// Its lines in their order.
    pub(crate) fn lines(&self) -> Vec<&Line> {
        match self {
            Block::Heading { .. } | Block::NewPage => Vec::new(),
            Block::Paragraph(_, line) => vec![line],
            Block::Points(points) => points.iter().collect(),
            Block::Highlights(highlights) => highlights.iter().map(|(_, line)| line).collect(),
            Block::Table(table) => {
                let heads = table.columns.iter().map(|column| &column.head);
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                std::iter::once(&table.caption).chain(heads).chain(cells).collect()
            }
            Block::Chart(chart) => vec![&chart.title, &chart.subtitle],
        }
    }
}

impl Table {
    /// A table without rows.
    pub(crate) fn new(caption: Line, columns: Vec<Column>) -> Self {
        Self { caption, columns, rows: Vec::new() }
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, cells: Vec<Line>) {
        self.rows.push(Row { cells, total: false });
    }

    /// Adds a total.
    pub(crate) fn total(&mut self, cells: Vec<Line>) {
        self.rows.push(Row { cells, total: true });
    }
}

impl Column {
    /// A column of words.
    pub(crate) fn words(head: impl Into<Line>, width: f32) -> Self {
        Self { head: head.into(), width, numbers: false }
    }

    /// A column of numbers.
    pub(crate) fn numbers(head: impl Into<Line>, width: f32) -> Self {
        Self { head: head.into(), width, numbers: true }
    }
}

impl Line {
    /// The text of the line.
    pub fn text(&self) -> String {
        self.0.iter().map(Span::text).collect()
    }

    /// The figures of the line.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.0.iter().filter_map(|span| match span {
            Span::Figure(figure) => Some(figure),
            Span::Text(_) | Span::Given(_) => None,
        })
    }

    /// Words of the document alone.
    pub(crate) fn given(text: impl Into<String>) -> Self {
        Self(vec![Span::Given(text.into())])
    }

    /// Whether nothing stands in it.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.iter().all(|span| span.text().trim().is_empty())
    }

    /// Adds another line to the end.
    pub(crate) fn and(mut self, more: impl Into<Line>) -> Self {
        self.0.extend(more.into().0);
        self
    }

    /// The lines one after another, joined as in a sentence: "a, b and c".
    pub(crate) fn listed(parts: Vec<Line>) -> Self {
        let last = parts.len().saturating_sub(1);
        let mut all = Self::default();
        for (at, part) in parts.into_iter().enumerate() {
            if at > 0 {
                all.0.push(Span::Text(if at == last { " and " } else { ", " }.to_owned()));
            }
            all.0.extend(part.0);
        }
        all
    }
}

impl Span {
    /// The text of the span.
    pub fn text(&self) -> &str {
        match self {
            Span::Text(text) | Span::Given(text) => text,
            Span::Figure(figure) => &figure.text,
        }
    }
}

impl From<&str> for Line {
    fn from(text: &str) -> Self {
        Self(vec![Span::Text(text.to_owned())])
    }
}

impl From<String> for Line {
    fn from(text: String) -> Self {
        Self(vec![Span::Text(text)])
    }
}

impl From<Figure> for Line {
    fn from(figure: Figure) -> Self {
        Self(vec![Span::Figure(figure)])
    }
}

/// A line of words, figures and other lines: `line!["The list is ", figure, " under ", name]`.
macro_rules! line {
    ($($part:expr),* $(,)?) => {{
        let mut line = $crate::report::Line::default();
        $(line = line.and($part);)*
        line
    }};
}

pub(crate) use line;
