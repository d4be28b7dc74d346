//! The package that a report is put into: the usual one, or a house template.

use roxmltree::{Document, Node};

use crate::packed::Parts;
use crate::report::Report;
use crate::safe::xml;
use crate::study::ReportError;
use crate::word::body::Body;

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const TYPES: &str = "[Content_Types].xml";
const DOCUMENT_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
/// Namespaces that the body uses.
const NAMESPACES: [(&str, &str); 6] = [
    ("w", W),
    ("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
    ("a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    ("pic", "http://schemas.openxmlformats.org/drawingml/2006/picture"),
    ("asvg", "http://schemas.microsoft.com/office/drawing/2016/SVG/main"),
];

/// Looks of paragraphs and tables, with the names by which Word knows them and the ids they have in the usual package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    Text,
    Title,
    Subtitle,
    Heading1,
    Heading2,
    Heading3,
    Caption,
    ContentsHeading,
    Contents1,
    Contents2,
    Point,
    Lead,
    Note,
    ToComplete,
    TableText,
    Highlight,
    Table,
}

const STYLES: [(Style, &str, &str); 17] = [
    (Style::Text, "Normal", "Normal"),
    (Style::Title, "Title", "Title"),
    (Style::Subtitle, "Subtitle", "Subtitle"),
    (Style::Heading1, "heading 1", "Heading1"),
    (Style::Heading2, "heading 2", "Heading2"),
    (Style::Heading3, "heading 3", "Heading3"),
    (Style::Caption, "caption", "Caption"),
    (Style::ContentsHeading, "TOC Heading", "TOCHeading"),
    (Style::Contents1, "toc 1", "TOC1"),
    (Style::Contents2, "toc 2", "TOC2"),
    (Style::Point, "List Paragraph", "ListParagraph"),
    (Style::Lead, "Pathloom Lead", "PathloomLead"),
    (Style::Note, "Pathloom Note", "PathloomNote"),
    (Style::ToComplete, "Pathloom To Complete", "PathloomToComplete"),
    (Style::TableText, "Pathloom Table Text", "PathloomTableText"),
    (Style::Highlight, "Pathloom Highlight", "PathloomHighlight"),
    (Style::Table, "Pathloom Table", "PathloomTable"),
];

/// A package, and what the body has to know of it.
#[derive(Debug)]
pub(super) struct House {
    pub(super) parts: Parts,
    /// Width of the text `[twentieths of a point]`.
    pub(super) width: u32,
    /// Id of the list with bullets.
    pub(super) bullets: u32,
    /// Name of the part that holds the document.
    main: String,
    /// Ids of the styles, in the order of [`STYLES`].
    ids: Vec<String>,
}

impl House {
    /// Looks at a package, and adds the styles and the list it lacks.
    pub(super) fn of(parts: Parts) -> Result<Self, ReportError> {
        if parts.keys().any(|name| name.ends_with("vbaProject.bin")) {
            return Err(broken("it holds macros; save it as .docx or .dotx"));
        }
        let main = main_part(&parts)?;
        let mut house = Self { parts, width: 0, bullets: 0, main, ids: Vec::new() };
        house.width = house.text_width()?;
        house.add_styles()?;
        house.add_bullets()?;
        Ok(house)
    }

    /// The id of a style in this package.
    pub(super) fn style(&self, style: Style) -> &str {
        let at = STYLES.iter().position(|(one, ..)| *one == style);
        at.and_then(|at| self.ids.get(at)).map_or("", String::as_str)
    }

    fn text(&self, name: &str) -> Result<&str, ReportError> {
        let bytes = self.parts.get(name).ok_or_else(|| broken(&format!("its part {name} is missing")))?;
        std::str::from_utf8(bytes)
            .map(|text| text.trim_start_matches('\u{FEFF}'))
            .map_err(|_| broken(&format!("its part {name} is not UTF-8")))
    }

    /// A part beside the document: `styles.xml`.
    fn beside(&self, name: &str) -> String {
        match self.main.rsplit_once('/') {
            Some((folder, _)) => format!("{folder}/{name}"),
            None => name.to_owned(),
        }
    }

    fn text_width(&self) -> Result<u32, ReportError> {
        const A4: (u32, u32) = (11_906, 1_134);
        let text = self.text(&self.main)?;
        let document = read(text, &self.main)?;
        let section = document.descendants().rfind(|node| is(node, "sectPr"));
        let number = |element: &str, name: &str| {
            let node = section?.children().find(|node| is(node, element))?;
            node.attribute((W, name))?.parse::<u32>().ok()
        };
        let page = number("pgSz", "w").unwrap_or(A4.0);
        let margins = number("pgMar", "left").unwrap_or(A4.1) + number("pgMar", "right").unwrap_or(A4.1);
        Ok(page.saturating_sub(margins).max(2_000))
    }

    /// Finds each style by its name, and adds those that are missing from the usual package.
    fn add_styles(&mut self) -> Result<(), ReportError> {
        let name = self.beside("styles.xml");
        let text = self.text(&name)?.to_owned();
        let styles = read(&text, &name)?;
        let usual_text = include_str!("parts/styles.xml");
        let usual = read(usual_text, "styles.xml")?;
        let mut added = String::new();
        for (_, wanted, id) in STYLES {
            let found = styles.descendants().filter(|node| is(node, "style")).find(|node| {
                let name = node.children().find(|child| is(child, "name"));
                let name = name.and_then(|name| name.attribute((W, "val")));
                name.is_some_and(|name| name.eq_ignore_ascii_case(wanted))
            });
            match found.and_then(|node| node.attribute((W, "styleId"))) {
                Some(theirs) => self.ids.push(theirs.to_owned()),
                None => {
                    let own = usual
                        .descendants()
                        .find(|node| is(node, "style") && node.attribute((W, "styleId")) == Some(id));
                    if let Some(own) = own {
                        added.push_str(&usual_text[own.range()]);
                    }
                    self.ids.push(id.to_owned());
                }
            }
        }
        let text = before_end(&text, "</w:styles>", &added, &name)?;
        self.parts.insert(name, text.into_bytes());
        Ok(())
    }

    /// Adds a list with bullets, whatever lists there are.
    fn add_bullets(&mut self) -> Result<(), ReportError> {
        let name = self.beside("numbering.xml");
        if !self.parts.contains_key(&name) {
            let usual = include_str!("parts/numbering.xml");
            self.parts.insert(name.clone(), usual.as_bytes().to_vec());
            self.relate("numbering", "numbering.xml", "pathloomNumbering")?;
            let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml";
            self.declare(&format!("<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>"))?;
        }
        let text = self.text(&name)?.to_owned();
        let lists = read(&text, &name)?;
        let most = |element: &str, attribute: &str| {
            let ids = lists.descendants().filter(|node| is(node, element));
            ids.filter_map(|node| node.attribute((W, attribute))?.parse::<u32>().ok()).max().unwrap_or(0)
        };
        let (kind, list) = (most("abstractNum", "abstractNumId") + 1, most("num", "numId") + 1);
        let bullet = format!(
            "<w:abstractNum w:abstractNumId=\"{kind}\"><w:multiLevelType w:val=\"hybridMultilevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"360\" w:hanging=\"260\"/></w:pPr></w:lvl></w:abstractNum>"
        );
        // All kinds of lists come before all lists.
        let at = lists.descendants().find(|node| is(node, "num")).map(|node| node.range().start);
        let end =
            text.rfind("</w:numbering>").ok_or_else(|| broken(&format!("its part {name} is damaged")))?;
        let at = at.unwrap_or(end);
        let link = format!("<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"{kind}\"/></w:num>");
        let text = format!("{}{bullet}{}{link}{}", &text[..at], &text[at..end], &text[end..]);
        self.parts.insert(name, text.into_bytes());
        self.bullets = list;
        Ok(())
    }

    /// Puts the body in place of the template's own, with its pictures and the document's properties.
    pub(super) fn fill(&mut self, report: &Report, body: Body) -> Result<(), ReportError> {
        for (name, content) in &body.pictures {
            let (number, ending) = name.trim_start_matches("figure").split_once('.').unwrap_or(("", ""));
            let id =
                if ending == "png" { format!("pathloomPng{number}") } else { format!("pathloomSvg{number}") };
            let path = self.beside(&format!("media/pathloom-{name}"));
            self.parts.insert(path, content.clone());
            self.relate("image", &format!("media/pathloom-{name}"), &id)?;
        }
        for (ending, kind) in [("png", "image/png"), ("svg", "image/svg+xml")] {
            if !self.text(TYPES)?.to_lowercase().contains(&format!("extension=\"{ending}\"")) {
                self.declare(&format!("<Default Extension=\"{ending}\" ContentType=\"{kind}\"/>"))?;
            }
        }
        let text = self.document(&body.text)?;
        self.parts.insert(self.main.clone(), text.into_bytes());
        self.properties(report)?;
        self.be_a_document()
    }

    /// The document with its new body, the last section's properties kept: page, margins, headers, footers.
    fn document(&self, body: &str) -> Result<String, ReportError> {
        let text = self.text(&self.main)?;
        let document = read(text, &self.main)?;
        let section = document.descendants().rfind(|node| is(node, "sectPr"));
        let section = section.map_or("", |node| &text[node.range()]);
        let root = document.root_element();
        let mut names: Vec<(String, String)> =
            NAMESPACES.iter().map(|(prefix, uri)| ((*prefix).to_owned(), (*uri).to_owned())).collect();
        for space in root.namespaces() {
            let Some(prefix) = space.name() else { continue };
            match NAMESPACES.iter().find(|(ours, _)| *ours == prefix) {
                None => names.push((prefix.to_owned(), space.uri().to_owned())),
                Some((_, uri)) if *uri == space.uri() => {}
                Some(_) => return Err(broken("its XML uses names in an unusual way")),
            }
        }
        let names: String =
            names.iter().map(|(prefix, uri)| format!(" xmlns:{prefix}=\"{}\"", xml(uri))).collect();
        Ok(format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document{names}><w:body>{body}{section}</w:body></w:document>"
        ))
    }

    /// Title, language and date in the place where Word looks for them.
    fn properties(&mut self, report: &Report) -> Result<(), ReportError> {
        let date = report.date;
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject><dc:creator>Pathloom</dc:creator><dc:language>en-GB</dc:language><dcterms:created xsi:type=\"dcterms:W3CDTF\">{date}T00:00:00Z</dcterms:created></cp:coreProperties>",
            xml(&report.title),
            xml(report.kind),
        );
        let there = self.parts.insert("docProps/core.xml".to_owned(), text.into_bytes()).is_some();
        if !there {
            self.declare("<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>")?;
            let rels = self.text("_rels/.rels")?.to_owned();
            let kind =
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
            let own =
                format!("<Relationship Id=\"pathloomCore\" Type=\"{kind}\" Target=\"docProps/core.xml\"/>");
            let rels = before_end(&rels, "</Relationships>", &own, "_rels/.rels")?;
            self.parts.insert("_rels/.rels".to_owned(), rels.into_bytes());
        }
        Ok(())
    }

    /// A template becomes a document.
    fn be_a_document(&mut self) -> Result<(), ReportError> {
        let text = self.text(TYPES)?;
        let text = text.replace(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            DOCUMENT_TYPE,
        );
        self.parts.insert(TYPES.to_owned(), text.into_bytes());
        Ok(())
    }

    /// Adds a relationship of the document.
    fn relate(&mut self, kind: &str, target: &str, id: &str) -> Result<(), ReportError> {
        let file = self.main.rsplit('/').next().unwrap_or_default().to_owned();
        let name = self.beside(&format!("_rels/{file}.rels"));
        let text = self.text(&name)?.to_owned();
        let own = format!(
            "<Relationship Id=\"{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\"/>"
        );
        let text = before_end(&text, "</Relationships>", &own, &name)?;
        self.parts.insert(name, text.into_bytes());
        Ok(())
    }

    /// Adds a line to the list of content types.
    fn declare(&mut self, line: &str) -> Result<(), ReportError> {
        let text = self.text(TYPES)?.to_owned();
        // Defaults come before overrides in files that Word writes; the schema asks for no order.
        let text = before_end(&text, "</Types>", line, TYPES)?;
        self.parts.insert(TYPES.to_owned(), text.into_bytes());
        Ok(())
    }
}

/// Name of the part that holds the document, by the package's relationships.
fn main_part(parts: &Parts) -> Result<String, ReportError> {
    let bytes = parts.get("_rels/.rels").ok_or_else(|| broken("it is not a Word document"))?;
    let text = std::str::from_utf8(bytes).map_err(|_| broken("it is not a Word document"))?;
    let document = read(text.trim_start_matches('\u{FEFF}'), "_rels/.rels")?;
    let main = document
        .descendants()
        .find(|node| node.attribute("Type").is_some_and(|kind| kind.ends_with("/officeDocument")))
        .and_then(|node| node.attribute("Target"))
        .ok_or_else(|| broken("it is not a Word document"))?;
    let main = main.trim_start_matches('/').to_owned();
    if parts.contains_key(&main) { Ok(main) } else { Err(broken("its document is missing")) }
}

fn is(node: &Node, name: &str) -> bool {
    node.has_tag_name((W, name))
}

fn read<'t>(text: &'t str, name: &str) -> Result<Document<'t>, ReportError> {
    Document::parse(text).map_err(|error| broken(&format!("its part {name} cannot be read: {error}")))
}

fn before_end(text: &str, end: &str, own: &str, name: &str) -> Result<String, ReportError> {
    let at = text.rfind(end).ok_or_else(|| broken(&format!("its part {name} is damaged")))?;
    Ok(format!("{}{own}{}", &text[..at], &text[at..]))
}

fn broken(reason: &str) -> ReportError {
    ReportError::Template { reason: reason.to_owned() }
}
