//! The structure of the document for whoever hears it: headings, paragraphs, lists, tables, figures.

use krilla::geom::Rect;
use krilla::tagging::{
    BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use super::heading_level;

/// A place in the structure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place(usize);

/// What stands at a place.
#[derive(Debug, Clone)]
pub(super) enum Role {
    /// A heading: its level, 0 for the title, and its words.
    Heading(u8, String),
    Paragraph,
    List,
    Item,
    Label,
    ItemBody,
    Table,
    Caption,
    Row,
    HeadCell,
    Cell,
    /// A figure in words, with where it is drawn: page, left, top, width, height.
    Figure(String, Option<(usize, [f32; 4])>),
    Contents,
    ContentsItem,
    Link,
}

#[derive(Debug)]
struct Element {
    role: Role,
    children: Vec<Place>,
    content: Vec<Identifier>,
}

/// The elements with what was drawn for them.
#[derive(Debug, Default)]
pub(super) struct Structure {
    elements: Vec<Element>,
    top: Vec<Place>,
}

impl Structure {
    /// A new element at the top.
    pub(super) fn add(&mut self, role: Role) -> Place {
        let place = self.element(role);
        self.top.push(place);
        place
    }

    /// A new element inside another.
    pub(super) fn inside(&mut self, parent: Place, role: Role) -> Place {
        let place = self.element(role);
        self.elements[parent.0].children.push(place);
        place
    }

    fn element(&mut self, role: Role) -> Place {
        self.elements.push(Element { role, children: Vec::new(), content: Vec::new() });
        Place(self.elements.len() - 1)
    }

    /// Where a figure came to be drawn.
    pub(super) fn drawn_at(&mut self, place: Place, page: usize, area: [f32; 4]) {
        if let Role::Figure(_, at) = &mut self.elements[place.0].role {
            *at = Some((page, area));
        }
    }

    /// Notes what was drawn for an element.
    pub(super) fn drawn(&mut self, place: Place, content: Identifier) {
        self.elements[place.0].content.push(content);
    }

    /// The tree that goes into the file.
    pub(super) fn tree(&mut self) -> TagTree {
        let mut tree = TagTree::new().with_lang(Some("en-GB".to_owned()));
        for place in std::mem::take(&mut self.top) {
            tree.push(self.group(place));
        }
        tree
    }

    fn group(&mut self, place: Place) -> TagGroup {
        let element = &mut self.elements[place.0];
        let content = std::mem::take(&mut element.content);
        let children = std::mem::take(&mut element.children);
        let mut group = TagGroup::new(tag(&element.role));
        for leaf in content {
            group.push(Node::Leaf(leaf));
        }
        for child in children {
            group.push(self.group(child));
        }
        group
    }
}

fn tag(role: &Role) -> TagKind {
    match role {
        Role::Heading(level, text) => Tag::Hn(heading_level(*level), Some(text.clone())).into(),
        Role::Paragraph => Tag::P.into(),
        Role::List => Tag::L(ListNumbering::Disc).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::ItemBody => Tag::LBody.into(),
        Role::Table => Tag::Table.into(),
        Role::Caption => Tag::Caption.into(),
        Role::Row => Tag::TR.into(),
        Role::HeadCell => Tag::TH(TableHeaderScope::Column).into(),
        Role::Cell => Tag::TD.into(),
        Role::Figure(words, at) => {
            let area = at.and_then(|(page, [left, top, width, height])| {
                Some(BBox::new(page, Rect::from_xywh(left, top, width, height)?))
            });
            Tag::Figure(Some(words.clone())).with_bbox(area).into()
        }
        Role::Contents => Tag::TOC.into(),
        Role::ContentsItem => Tag::TOCI.into(),
        Role::Link => Tag::Link.into(),
    }
}
