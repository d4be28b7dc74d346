//! Paragraphs, runs and fields as WordprocessingML.

use crate::report::{Line, Span};
use crate::safe::xml;

/// A run of text; line ends within it become line breaks.
pub(super) fn run(text: &str, properties: &str) -> String {
    let properties =
        if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    let lines: Vec<String> = text
        .replace("\r\n", "\n")
        .split('\n')
        .map(|line| format!("<w:t xml:space=\"preserve\">{}</w:t>", xml(&line.replace(['\t', '\r'], " "))))
        .collect();
    format!("<w:r>{properties}{}</w:r>", lines.join("<w:br/>"))
}

/// The runs of a line.
pub(super) fn runs(line: &Line, properties: &str) -> String {
    line.0
        .iter()
        .map(|span| match span {
            Span::Text(text) | Span::Given(text) => run(text, properties),
            Span::Figure(figure) => run(&figure.text, properties),
        })
        .collect()
}

/// A paragraph of a style, with runs that are markup already.
pub(super) fn paragraph(style: &str, inside: &str) -> String {
    formatted(style, "", inside)
}

/// The same with more properties after the style.
pub(super) fn formatted(style: &str, properties: &str, inside: &str) -> String {
    let style =
        if style.is_empty() { String::new() } else { format!("<w:pStyle w:val=\"{}\"/>", xml(style)) };
    let all = if style.is_empty() && properties.is_empty() {
        String::new()
    } else {
        format!("<w:pPr>{style}{properties}</w:pPr>")
    };
    format!("<w:p>{all}{inside}</w:p>")
}

/// A field with the result it has now.
pub(super) fn field(instruction: &str, result: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> {} </w:instrText></w:r>\
<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
        xml(instruction),
        run(result, "")
    )
}
