//! The body of the document.

use crate::chart::{png, svg};
use crate::figure::Figure;
use crate::report::{Block, Chart, Line, Paragraph, Report, Table};
use crate::safe::xml;
use crate::word::house::{House, Style};
use crate::word::text::{field, formatted, paragraph, run, runs};

/// English metric units in a twentieth of a point, the unit of page sizes.
const EMU: f32 = 635.0;
/// How many times as large as on the page pictures are painted, for viewers that show no drawings.
const SHARP: f32 = 2.5;

/// The body with the pictures it shows.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Paragraphs and tables, without the section's properties.
    pub(super) text: String,
    /// Pictures by their names: `figure1.svg`.
    pub(super) pictures: Vec<(String, Vec<u8>)>,
    headings: usize,
    tables: usize,
    charts: usize,
}

impl Body {
    pub(super) fn of(report: &Report, house: &House) -> Self {
        let mut body = Self::default();
        body.front(report, house);
        for block in &report.blocks {
            body.block(block, house);
        }
        body
    }

    fn front(&mut self, report: &Report, house: &House) {
        self.text.push_str(&paragraph(house.style(Style::Subtitle), &run(report.kind, "")));
        self.text.push_str(&paragraph(house.style(Style::Title), &run(&report.title, "")));
        for line in &report.front {
            self.text.push_str(&paragraph(house.style(Style::Note), &runs(line, "")));
        }
        self.text.push_str(&paragraph(house.style(Style::Note), &run(&report.stamp, "")));
        if report.contents {
            self.contents(report, house);
        }
    }

    /// The field with its entries in place; each leads to its heading.
    fn contents(&mut self, report: &Report, house: &House) {
        self.text.push_str(&paragraph(house.style(Style::ContentsHeading), &run("Contents", "")));
        let mut entries = Vec::new();
        let mut at = 0;
        for block in &report.blocks {
            let Block::Heading { level, text } = block else { continue };
            if *level <= 2 {
                entries.push((*level, at, text));
            }
            at += 1;
        }
        let begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o &quot;1-2&quot; \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        let end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        let last = entries.len().saturating_sub(1);
        for (place, (level, at, text)) in entries.iter().enumerate() {
            let style = if *level == 1 { Style::Contents1 } else { Style::Contents2 };
            let link = format!(
                "<w:hyperlink w:anchor=\"_Toc{at:06}\" w:history=\"1\">{}</w:hyperlink>",
                run(text, "")
            );
            let before = if place == 0 { begin } else { "" };
            let after = if place == last { end } else { "" };
            self.text.push_str(&paragraph(house.style(style), &format!("{before}{link}{after}")));
        }
        self.text.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>");
    }

    fn block(&mut self, block: &Block, house: &House) {
        match block {
            Block::Heading { level, text } => {
                let at = self.headings;
                self.headings += 1;
                let style = match level {
                    1 => Style::Heading1,
                    2 => Style::Heading2,
                    _ => Style::Heading3,
                };
                let inside = format!(
                    "<w:bookmarkStart w:id=\"{at}\" w:name=\"_Toc{at:06}\"/>{}<w:bookmarkEnd w:id=\"{at}\"/>",
                    run(text, "")
                );
                self.text.push_str(&paragraph(house.style(style), &inside));
            }
            Block::Paragraph(kind, line) => {
                let style = match kind {
                    Paragraph::Text => Style::Text,
                    Paragraph::Lead => Style::Lead,
                    Paragraph::Note => Style::Note,
                    Paragraph::ToComplete => Style::ToComplete,
                };
                self.text.push_str(&paragraph(house.style(style), &runs(line, "")));
            }
            Block::Points(points) => {
                for point in points {
                    let number = format!(
                        "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{}\"/></w:numPr>",
                        house.bullets
                    );
                    self.text.push_str(&formatted(house.style(Style::Point), &number, &runs(point, "")));
                }
            }
            Block::Highlights(highlights) => self.highlights(highlights, house),
            Block::Table(table) => self.table(table, house),
            Block::Chart(chart) => self.chart(chart, house),
            Block::NewPage => self.text.push_str("<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"),
        }
    }

    fn caption(&mut self, word: &str, number: usize, line: &Line, house: &House) {
        let inside = format!(
            "{}{}{}",
            run(&format!("{word} "), ""),
            field(&format!("SEQ {word} \\* ARABIC"), &number.to_string()),
            run(": ", "") + &runs(line, "")
        );
        self.text.push_str(&formatted(house.style(Style::Caption), "<w:keepNext/>", &inside));
    }

    fn highlights(&mut self, highlights: &[(Figure, Line)], house: &House) {
        let each = house.width / highlights.len().max(1) as u32;
        let cells: String = highlights
            .iter()
            .map(|(figure, words)| {
                format!(
                    "<w:tc><w:tcPr><w:tcW w:w=\"{each}\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF2F5\"/></w:tcPr>{}{}</w:tc>",
                    paragraph(house.style(Style::Highlight), &run(&figure.text, "")),
                    paragraph(house.style(Style::TableText), &runs(words, ""))
                )
            })
            .collect();
        let grid: String = highlights.iter().map(|_| format!("<w:gridCol w:w=\"{each}\"/>")).collect();
        self.text.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders><w:insideV w:val=\"single\" w:sz=\"24\" w:space=\"0\" w:color=\"FFFFFF\"/></w:tblBorders><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"100\" w:type=\"dxa\"/><w:left w:w=\"140\" w:type=\"dxa\"/><w:bottom w:w=\"100\" w:type=\"dxa\"/><w:right w:w=\"140\" w:type=\"dxa\"/></w:tblCellMar><w:tblDescription w:val=\"Key figures\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>",
            each * highlights.len() as u32
        ));
        self.text.push_str(&paragraph(house.style(Style::Note), ""));
    }

    fn table(&mut self, table: &Table, house: &House) {
        self.tables += 1;
        self.caption("Table", self.tables, &table.caption, house);
        let sum: f32 = table.columns.iter().map(|column| column.width).sum();
        let widths: Vec<u32> =
            table.columns.iter().map(|column| (house.width as f32 * column.width / sum) as u32).collect();
        let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let heads: Vec<&Line> = table.columns.iter().map(|column| &column.head).collect();
        let mut rows = row(table, &widths, &heads, RowKind::Head, house);
        for one in &table.rows {
            let cells: Vec<&Line> = one.cells.iter().collect();
            let kind = if one.total { RowKind::Total } else { RowKind::Plain };
            rows.push_str(&row(table, &widths, &cells, kind, house));
        }
        self.text.push_str(&format!(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"{}\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{}\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>",
            xml(house.style(Style::Table)),
            widths.iter().sum::<u32>(),
            xml(&table.caption.text())
        ));
        self.text.push_str(&paragraph(house.style(Style::Note), ""));
    }

    fn chart(&mut self, chart: &Chart, house: &House) {
        self.charts += 1;
        let number = self.charts;
        self.caption("Figure", number, &chart.title, house);
        self.text.push_str(&formatted(house.style(Style::Note), "<w:keepNext/>", &runs(&chart.subtitle, "")));
        let Some(picture) = png(&chart.drawing, SHARP) else { return };
        self.pictures.push((format!("figure{number}.png"), picture));
        self.pictures.push((format!("figure{number}.svg"), svg(&chart.drawing, "").into_bytes()));
        let width = (house.width as f32 * EMU) as u64;
        let height = (width as f32 * chart.drawing.height / chart.drawing.width) as u64;
        let drawing = format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/><wp:docPr id=\"{id}\" name=\"Figure {number}\" descr=\"{alternative}\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"figure{number}\" descr=\"{alternative}\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"pathloomPng{number}\"><a:extLst><a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\"><asvg:svgBlip r:embed=\"pathloomSvg{number}\"/></a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
            id = 1_000 + number,
            alternative = xml(&chart.alternative),
        );
        self.text.push_str(&paragraph(house.style(Style::Text), &drawing));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum RowKind {
    Head,
    Plain,
    Total,
}

fn row(table: &Table, widths: &[u32], cells: &[&Line], kind: RowKind, house: &House) -> String {
    let head = if kind == RowKind::Head { "<w:tblHeader/>" } else { "" };
    let strong = if kind == RowKind::Plain { "" } else { "<w:b/>" };
    let mut text = format!("<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>");
    for ((column, width), cell) in table.columns.iter().zip(widths).zip(cells) {
        let side = if column.numbers { "<w:jc w:val=\"right\"/>" } else { "" };
        let inside = formatted(house.style(Style::TableText), side, &runs(cell, strong));
        let shade = if kind == RowKind::Head {
            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF2F5\"/>"
        } else {
            ""
        };
        text.push_str(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr>{inside}</w:tc>"
        ));
    }
    text.push_str("</w:tr>");
    text
}
