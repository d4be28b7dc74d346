//! How Rust types are written as TypeScript: specta's own way, but `f64` is a plain `number`.
//!
//! specta writes `f64` as `number | null`, since JSON has no NaN. In what crosses here a figure that may be missing
//! is an `Option`, so a bare `f64` is always a number and the window need not ask. `usize` counts what is held in
//! memory, far below where a script's whole numbers end; `u64` stays refused.
#![cfg(test)]

use std::path::Path;

use specta::datatype::{DataType, Field, Fields, NamedReferenceType, Primitive, Reference};
use specta::{Type, Types};
use specta_typescript::{Error, Number, Typescript};
use tauri_specta::{BuilderConfiguration, LanguageExt};

/// TypeScript with `f64` and `usize` as `number`.
#[derive(Debug)]
pub(super) struct Bindings;

impl LanguageExt for Bindings {
    type Error = Error;

    fn export(self, configuration: &BuilderConfiguration, path: &Path) -> Result<(), Error> {
        let mut configuration = configuration.clone();
        configuration.types = configuration.types.map(|mut named| {
            named.ty.iter_mut().for_each(plain);
            named
        });
        Typescript::default().export(&configuration, path)
    }
}

fn number() -> DataType {
    Number::<()>::definition(&mut Types::default())
}

fn plain(of: &mut DataType) {
    match of {
        DataType::Primitive(Primitive::f64 | Primitive::usize) => *of = number(),
        DataType::Primitive(_) | DataType::Generic(_) | DataType::Reference(Reference::Opaque(_)) => {}
        DataType::Reference(Reference::Named(named)) => match &mut named.inner {
            NamedReferenceType::Recursive(_) => {}
            NamedReferenceType::Inline { dt, .. } => plain(dt),
            NamedReferenceType::Reference { generics, .. } => {
                generics.iter_mut().for_each(|(_, one)| plain(one))
            }
        },
        DataType::List(list) => plain(&mut list.ty),
        DataType::Map(map) => plain(map.value_ty_mut()),
        DataType::Struct(one) => fields(&mut one.fields),
        DataType::Enum(one) => one.variants.iter_mut().for_each(|(_, variant)| fields(&mut variant.fields)),
        DataType::Tuple(tuple) => tuple.elements.iter_mut().for_each(plain),
        DataType::Nullable(inner) => plain(inner),
        DataType::Intersection(parts) => parts.iter_mut().for_each(plain),
    }
}

fn fields(of: &mut Fields) {
    match of {
        Fields::Unit => {}
        Fields::Unnamed(unnamed) => unnamed.fields.iter_mut().for_each(field),
        Fields::Named(named) => named.fields.iter_mut().for_each(|(_, one)| field(one)),
    }
}

/// What a file may leave out is always written, so to the window it is there.
fn field(of: &mut Field) {
    of.attributes.remove("serde:field:default");
    of.ty.iter_mut().for_each(plain);
}
