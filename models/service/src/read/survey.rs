//! A look over the raw text before anything of it is stored: lists that are too long and keys given twice.
//!
//! The pass holds no values, only the keys of the objects it is inside, so a file of a million steps is refused at
//! the first step too many.

use std::collections::BTreeSet;
use std::fmt::{self, Write};

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{ReadError, mistake};
use crate::limits;

/// Refuses a text with a list or a number of values beyond the limits, or with a key that is given twice.
pub(super) fn survey(text: &str) -> Result<(), ReadError> {
    let mut survey = Survey { path: Vec::new(), values: 0 };
    let mut source = serde_json::Deserializer::from_str(text);
    let looked = Look { survey: &mut survey, counted: true }.deserialize(&mut source);
    looked.map_err(|error| mistake::from_survey(&error, survey.written()))
}

struct Survey {
    path: Vec<Part>,
    values: usize,
}

enum Part {
    Key(String),
    Index(usize),
}

impl Survey {
    /// The path as the typed reading writes it: `designs[0].steps`.
    fn written(&self) -> String {
        let mut text = String::new();
        for part in &self.path {
            match part {
                Part::Key(key) if text.is_empty() => text.push_str(key),
                Part::Key(key) => text.extend([".", key]),
                Part::Index(index) => {
                    let _ = write!(text, "[{index}]");
                }
            }
        }
        text
    }

    /// The longest list allowed at this place, and whether its values are left out of the count of values.
    fn limit(&self) -> (usize, bool) {
        let Some(Part::Key(key)) = self.path.last() else { return (limits::ENTRIES, false) };
        match (key.as_str(), self.path.len()) {
            ("tiers", 1) => (limits::TIERS, false),
            ("groups", 1) => (limits::GROUPS, false),
            ("calendars", 1) => (limits::CALENDARS, false),
            ("roles", 1) => (limits::ROLES, false),
            ("designs", 1) => (limits::DESIGNS, false),
            ("mixes", 1) => (limits::MIXES, false),
            ("options", 1) => (limits::OPTIONS, false),
            ("targets", 1) => (limits::TARGETS, false),
            ("steps", 3) => (limits::STEPS, false),
            ("links", 3) => (limits::LINKS, false),
            // Of everybody on an imported list.
            ("groups", _) => (limits::NUMBERS, false),
            ("days" | "weeks" | "values", _) => (limits::NUMBERS, true),
            _ => (limits::ENTRIES, false),
        }
    }
}

struct Look<'s> {
    survey: &'s mut Survey,
    counted: bool,
}

impl Look<'_> {
    fn count<E: Error>(self) -> Result<(), E> {
        self.survey.values += usize::from(self.counted);
        if self.survey.values > limits::VALUES {
            let limit = mistake::thousands(limits::VALUES);
            return Err(E::custom(format!(
                "this file holds more than {limit} values, more than can be simulated"
            )));
        }
        Ok(())
    }
}

impl<'de> DeserializeSeed<'de> for Look<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Look<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        self.count()
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        self.count()
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        self.count()
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        self.count()
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        self.count()
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.count()
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let (limit, plain) = self.survey.limit();
        let mut index = 0;
        loop {
            self.survey.path.push(Part::Index(index));
            let look = Look { survey: &mut *self.survey, counted: !plain };
            let more = list.next_element_seed(look)?.is_some();
            self.survey.path.pop();
            if !more {
                return Ok(());
            }
            index += 1;
            if index > limit {
                let limit = mistake::thousands(limit);
                return Err(A::Error::custom(format!("this list is too long: it may have {limit} entries")));
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = BTreeSet::new();
        while let Some(key) = map.next_key::<String>()? {
            self.survey.path.push(Part::Key(key.clone()));
            if seen.contains(&key) {
                return Err(A::Error::custom(format!("\"{key}\" is given twice")));
            }
            seen.insert(key);
            let look = Look { survey: &mut *self.survey, counted: true };
            map.next_value_seed(look)?;
            self.survey.path.pop();
        }
        Ok(())
    }
}
