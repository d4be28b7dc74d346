//! The report as one HTML file that needs nothing else: styles and drawings are in it, and nothing is fetched.
//!
//! Every figure is a `data` element with its value and its place in the results, so that it can be traced.

use crate::chart::{ACCENT, INK, MUTED, SUNKEN, hex, svg};
use crate::figure::Figure;
use crate::report::{Block, Chart, Line, Paragraph, Report, Span, Table};
use crate::safe::xml;

const STYLE: &str = include_str!("html/style.css");

/// The report as HTML.
pub fn html(report: &Report) -> String {
    let mut page = Page { text: String::new(), headings: 0, tables: 0, charts: 0 };
    for block in &report.blocks {
        page.block(block);
    }
    let title = xml(&report.title);
    let front: String = report.front.iter().map(|line| format!("<p>{}</p>", inline(line))).collect();
    let contents = if report.contents { contents(report) } else { String::new() };
    format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">\
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\
<meta name=\"generator\" content=\"Pathloom\"><title>{title}: {kind}</title><style>{style}</style></head><body>\
<a class=\"skip\" href=\"#report\">Go to the report</a>\
<header><p class=\"kind\">{kind}</p><h1><bdi>{title}</bdi></h1><div class=\"front\">{front}</div></header>\
{contents}<main id=\"report\" tabindex=\"-1\">{body}</main><footer><p>{stamp}</p></footer></body></html>\n",
        kind = report.kind,
        style = style(),
        body = page.text,
        stamp = xml(&report.stamp),
    )
}

/// The sheet with its colours, which stand in one place for all formats.
fn style() -> String {
    STYLE
        .replace("$accent", &hex(ACCENT))
        .replace("$ink", &hex(INK))
        .replace("$muted", &hex(MUTED))
        .replace("$sunken", &hex(SUNKEN))
}

fn contents(report: &Report) -> String {
    let mut entries = String::new();
    let headings = report.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, text } => Some((*level, text)),
        _ => None,
    });
    for (at, (level, text)) in headings.enumerate() {
        if level <= 2 {
            entries.push_str(&format!(
                "<li class=\"level-{level}\"><a href=\"#section-{at}\"><bdi>{}</bdi></a></li>",
                xml(text)
            ));
        }
    }
    format!("<nav aria-label=\"Contents\"><h2>Contents</h2><ol>{entries}</ol></nav>")
}

/// A page being written; counts headings, tables and charts for their ids and numbers.
struct Page {
    text: String,
    headings: usize,
    tables: usize,
    charts: usize,
}

impl Page {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, text } => {
                // The title is the first level of the page.
                let level = level + 1;
                let at = self.headings;
                self.text
                    .push_str(&format!("<h{level} id=\"section-{at}\"><bdi>{}</bdi></h{level}>", xml(text)));
                self.headings += 1;
            }
            Block::Paragraph(kind, line) => {
                let class = match kind {
                    Paragraph::Text => "",
                    Paragraph::Lead => " class=\"lead\"",
                    Paragraph::Note => " class=\"note\"",
                    Paragraph::ToComplete => " class=\"to-complete\"",
                };
                self.text.push_str(&format!("<p{class}>{}</p>", inline(line)));
            }
            Block::Points(points) => {
                let points: String =
                    points.iter().map(|point| format!("<li>{}</li>", inline(point))).collect();
                self.text.push_str(&format!("<ul>{points}</ul>"));
            }
            Block::Highlights(highlights) => {
                let each = |(figure, words): &(Figure, Line)| {
                    format!("<li><strong>{}</strong> <span>{}</span></li>", data(figure), inline(words))
                };
                let all: String = highlights.iter().map(each).collect();
                self.text.push_str(&format!("<ul class=\"highlights\">{all}</ul>"));
            }
            Block::Table(table) => self.table(table),
            Block::Chart(chart) => self.chart(chart),
            Block::NewPage => self.text.push_str("<hr class=\"new-page\" aria-hidden=\"true\">"),
        }
    }

    fn table(&mut self, table: &Table) {
        self.tables += 1;
        let number = self.tables;
        let class = |numbers: bool| if numbers { " class=\"number\"" } else { "" };
        let head: String = table
            .columns
            .iter()
            .map(|column| format!("<th scope=\"col\"{}>{}</th>", class(column.numbers), inline(&column.head)))
            .collect();
        let mut body = String::new();
        for row in &table.rows {
            body.push_str(if row.total { "<tr class=\"total\">" } else { "<tr>" });
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                body.push_str(&format!("<td{}>{}</td>", class(column.numbers), inline(cell)));
            }
            body.push_str("</tr>");
        }
        // A wide table scrolls by itself, with the keyboard too.
        self.text.push_str(&format!(
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-labelledby=\"table-{number}\"><table>\
<caption id=\"table-{number}\">Table {number}: {}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>",
            inline(&table.caption)
        ));
    }

    fn chart(&mut self, chart: &Chart) {
        self.charts += 1;
        let label = format!(" role=\"img\" aria-label=\"{}\"", xml(&chart.alternative));
        self.text.push_str(&format!(
            "<figure><figcaption><strong>Figure {}: {}</strong><br>{}</figcaption>{}</figure>",
            self.charts,
            inline(&chart.title),
            inline(&chart.subtitle),
            svg(&chart.drawing, &label)
        ));
    }
}

/// A line as HTML: figures can be traced, words of the document keep their own direction.
fn inline(line: &Line) -> String {
    let span = |span: &Span| match span {
        Span::Text(text) => xml(text),
        Span::Given(text) => format!("<bdi>{}</bdi>", xml(text)),
        Span::Figure(figure) => data(figure),
    };
    line.0.iter().map(span).collect()
}

fn data(figure: &Figure) -> String {
    let value = figure.value.map_or_else(String::new, |value| value.to_string());
    format!("<data value=\"{value}\" data-place=\"{}\">{}</data>", xml(&figure.place), xml(&figure.text))
}
