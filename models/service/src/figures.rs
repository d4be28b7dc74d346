//! Every figure of a document, one after another, each with its place.
//!
//! One walk serves the range checks, the drawing of uncertain inputs, sensitivity and the assumption register, so a
//! figure that is added to a struct and its `figures!` line is known to all of them.

use std::collections::BTreeMap;

use crate::estimate::Estimate;

/// Something that holds figures.
pub trait Figures {
    /// Calls `visit` with each figure and its place, in the order of the file.
    fn walk(&mut self, trail: &mut Trail, visit: &mut dyn FnMut(&Trail, &mut Estimate));

    /// The name of this element inside a list: its id where it has one.
    fn name_in_list(&self, index: usize) -> String {
        index.to_string()
    }
}

/// The place of a figure: ids and field names from the top, as in `designs/tiered/steps/triage/work/perWeek`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail {
    segments: Vec<String>,
}

impl Trail {
    /// The segments from the top.
    pub fn segments(&self) -> &[String] {
        &self.segments
    }

    /// The segments joined by `/`.
    pub fn path(&self) -> String {
        self.segments.join("/")
    }

    /// Walks `part` one level down, under `name`.
    pub fn enter(
        &mut self,
        name: String,
        part: &mut dyn Figures,
        visit: &mut dyn FnMut(&Trail, &mut Estimate),
    ) {
        self.segments.push(name);
        part.walk(self, visit);
        self.segments.pop();
    }
}

impl Figures for Estimate {
    fn walk(&mut self, trail: &mut Trail, visit: &mut dyn FnMut(&Trail, &mut Estimate)) {
        visit(trail, self);
    }
}

impl<T: Figures> Figures for Option<T> {
    fn walk(&mut self, trail: &mut Trail, visit: &mut dyn FnMut(&Trail, &mut Estimate)) {
        if let Some(inner) = self {
            inner.walk(trail, visit);
        }
    }
}

impl<T: Figures> Figures for Vec<T> {
    fn walk(&mut self, trail: &mut Trail, visit: &mut dyn FnMut(&Trail, &mut Estimate)) {
        for (index, element) in self.iter_mut().enumerate() {
            let name = element.name_in_list(index);
            trail.enter(name, element, visit);
        }
    }
}

impl<T: Figures> Figures for BTreeMap<String, T> {
    fn walk(&mut self, trail: &mut Trail, visit: &mut dyn FnMut(&Trail, &mut Estimate)) {
        for (key, element) in self {
            trail.enter(key.clone(), element, visit);
        }
    }
}

/// `per_week` as it stands in the file: `perWeek`.
pub(crate) fn camel_case(field: &str) -> String {
    let mut name = String::with_capacity(field.len());
    let mut upper = false;
    for letter in field.chars() {
        if letter == '_' {
            upper = true;
        } else if upper {
            name.extend(letter.to_uppercase());
            upper = false;
        } else {
            name.push(letter);
        }
    }
    name
}

/// Implements [`Figures`]: `struct Name { fields that hold figures }`, with `by id` for elements of lists that have
/// an `id` field, or `enum Name { variants that hold one struct }`; `empty` lists variants without settings.
macro_rules! figures {
    (struct $name:ident by $id:ident { $($field:ident),* $(,)? } $(,)?) => {
        impl crate::figures::Figures for $name {
            fn walk(&mut self, _trail: &mut crate::figures::Trail, _visit: &mut dyn FnMut(&crate::figures::Trail, &mut crate::estimate::Estimate)) {
                $(_trail.enter(crate::figures::camel_case(stringify!($field)), &mut self.$field, _visit);)*
            }
            fn name_in_list(&self, _index: usize) -> String {
                self.$id.clone()
            }
        }
    };
    (struct $name:ident { $($field:ident),* $(,)? } $(,)?) => {
        impl crate::figures::Figures for $name {
            fn walk(&mut self, _trail: &mut crate::figures::Trail, _visit: &mut dyn FnMut(&crate::figures::Trail, &mut crate::estimate::Estimate)) {
                $(_trail.enter(crate::figures::camel_case(stringify!($field)), &mut self.$field, _visit);)*
            }
        }
    };
    (enum $name:ident { $($variant:ident),* $(,)? } $(,)? $(empty { $($empty:ident),* $(,)? })? $(,)?) => {
        impl crate::figures::Figures for $name {
            fn walk(&mut self, trail: &mut crate::figures::Trail, visit: &mut dyn FnMut(&crate::figures::Trail, &mut crate::estimate::Estimate)) {
                match self {
                    $(Self::$variant(inner) => crate::figures::Figures::walk(inner, trail, visit),)*
                    $($(Self::$empty => {})*)?
                }
            }
        }
    };
}

pub(crate) use figures;

impl<T: Figures + ?Sized> Figures for Box<T> {
    fn walk(&mut self, trail: &mut Trail, visit: &mut dyn FnMut(&Trail, &mut Estimate)) {
        (**self).walk(trail, visit);
    }
}
