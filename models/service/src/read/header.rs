//! The version of a text, found without reading anything else of it.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::{ReadError, mistake};

/// The `formatVersion` of a text.
pub(super) fn version(text: &str) -> Result<u64, ReadError> {
    if text.trim().is_empty() {
        return Err(ReadError::NoVersion { reason: "it is empty".to_owned() });
    }
    let mut source = serde_json::Deserializer::from_str(text);
    let header = Header::deserialize(&mut source).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => {
            ReadError::NoVersion { reason: mistake::without_position(&error) }
        }
        _ => mistake::from_json(&error, None),
    })?;
    source.end().map_err(|error| mistake::from_json(&error, None))?;
    header
        .0
        .ok_or_else(|| ReadError::NoVersion { reason: "it does not say its \"formatVersion\"".to_owned() })
}

struct Header(Option<u64>);

impl<'de> Deserialize<'de> for Header {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Top;
        impl<'de> Visitor<'de> for Top {
            type Value = Header;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a document: one object in braces")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Header, A::Error> {
                let mut found = None;
                while let Some(key) = map.next_key::<String>()? {
                    if key == "formatVersion" && found.is_none() {
                        found = Some(map.next_value::<Number>()?.0);
                    } else {
                        map.next_value::<IgnoredAny>()?;
                    }
                }
                Ok(Header(found))
            }
        }
        deserializer.deserialize_any(Top)
    }
}

struct Number(u64);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Whole;
        impl Visitor<'_> for Whole {
            type Value = Number;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a whole number as \"formatVersion\"")
            }

            fn visit_u64<E>(self, value: u64) -> Result<Number, E> {
                Ok(Number(value))
            }
        }
        deserializer.deserialize_any(Whole)
    }
}
