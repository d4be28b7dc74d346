//! One figure of a design: what it is thought to be, how far it may be off, and where it came from.

use std::fmt;

use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A figure: a value, or low / likely / high (a PERT range), with its evidence.
///
/// In a file it is a bare number where there is nothing more to say (`23`), otherwise an object:
/// `{"value": 23, "evidence": {...}}` or `{"low": 20, "likely": 23, "high": 30}`.
/// The unit is that of the field that holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The value, or the most likely one where there is a range.
    pub likely: f64,
    /// Lowest and highest believable value; drawn once per replication from a PERT distribution.
    pub range: Option<(f64, f64)>,
    /// Where the figure comes from.
    pub evidence: Option<Evidence>,
}

impl Estimate {
    /// A figure taken as known.
    pub const fn exactly(value: f64) -> Self {
        Self { likely: value, range: None, evidence: None }
    }

    /// A figure with a believable range.
    pub const fn between(low: f64, likely: f64, high: f64) -> Self {
        Self { likely, range: Some((low, high)), evidence: None }
    }

    /// Whether the figure has a range to draw from.
    pub fn is_uncertain(&self) -> bool {
        self.range.is_some_and(|(low, high)| low < high)
    }
}

impl Default for Estimate {
    fn default() -> Self {
        Self::exactly(0.0)
    }
}

impl From<f64> for Estimate {
    fn from(value: f64) -> Self {
        Self::exactly(value)
    }
}

impl Serialize for Estimate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.range.is_none() && self.evidence.is_none() {
            return serializer.serialize_f64(self.likely);
        }
        let fields = if self.range.is_some() { 3 } else { 1 } + usize::from(self.evidence.is_some());
        let mut object = serializer.serialize_struct("Estimate", fields)?;
        match self.range {
            Some((low, high)) => {
                object.serialize_field("low", &low)?;
                object.serialize_field("likely", &self.likely)?;
                object.serialize_field("high", &high)?;
            }
            None => object.serialize_field("value", &self.likely)?,
        }
        if let Some(evidence) = &self.evidence {
            object.serialize_field("evidence", evidence)?;
        }
        object.end()
    }
}

impl<'de> Deserialize<'de> for Estimate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EstimateVisitor)
    }
}

struct EstimateVisitor;

impl<'de> Visitor<'de> for EstimateVisitor {
    type Value = Estimate;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, {\"value\": number} or {\"low\", \"likely\", \"high\"}")
    }

    fn visit_f64<E>(self, value: f64) -> Result<Estimate, E> {
        Ok(Estimate::exactly(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Estimate, E> {
        Ok(Estimate::exactly(value as f64))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Estimate, E> {
        Ok(Estimate::exactly(value as f64))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Estimate, A::Error> {
        use serde::de::Error;
        let (mut value, mut low, mut likely, mut high, mut evidence) = (None, None, None, None, None);
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "value" => value = Some(map.next_value::<f64>()?),
                "low" => low = Some(map.next_value::<f64>()?),
                "likely" => likely = Some(map.next_value::<f64>()?),
                "high" => high = Some(map.next_value::<f64>()?),
                "evidence" => evidence = map.next_value::<Option<Evidence>>()?,
                other => {
                    return Err(A::Error::unknown_field(
                        other,
                        &["value", "low", "likely", "high", "evidence"],
                    ));
                }
            }
        }
        match (value, low, likely, high) {
            (Some(value), None, None, None) => Ok(Estimate { likely: value, range: None, evidence }),
            (None, Some(low), Some(likely), Some(high)) => {
                Ok(Estimate { likely, range: Some((low, high)), evidence })
            }
            _ => {
                Err(A::Error::custom("a figure needs either \"value\", or \"low\", \"likely\" and \"high\""))
            }
        }
    }
}

impl JsonSchema for Estimate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Estimate".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let evidence = generator.subschema_for::<Option<Evidence>>();
        json_schema!({
            "description": "A figure: a number, {value} or {low, likely, high} (a PERT range), with its evidence. The unit is part of the field's name.",
            "anyOf": [
                {"type": "number"},
                {"type": "object", "properties": {"value": {"type": "number"}, "evidence": evidence},
                 "required": ["value"], "additionalProperties": false},
                {"type": "object",
                 "properties": {"low": {"type": "number"}, "likely": {"type": "number"}, "high": {"type": "number"}, "evidence": evidence},
                 "required": ["low", "likely", "high"], "additionalProperties": false}
            ]
        })
    }
}

/// How an [`Estimate`] is written: what TypeScript sees of it.
#[cfg(feature = "specta")]
#[derive(Serialize, specta::Type)]
#[serde(untagged, rename = "Estimate")]
#[expect(dead_code, reason = "only its shape is used")]
enum EstimateForm {
    Bare(f64),
    Value {
        value: f64,
        #[specta(optional)]
        evidence: Option<Evidence>,
    },
    Range {
        low: f64,
        likely: f64,
        high: f64,
        #[specta(optional)]
        evidence: Option<Evidence>,
    },
}

#[cfg(feature = "specta")]
impl specta::Type for Estimate {
    fn definition(types: &mut specta::Types) -> specta::datatype::DataType {
        EstimateForm::definition(types)
    }
}

/// Where a figure comes from, so that a panel can challenge it and its owner can answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Evidence {
    /// What kind of knowledge it is.
    pub label: EvidenceLabel,
    /// The publication, dataset or meeting, in words that let somebody find it.
    #[serde(default)]
    pub source: String,
    /// When it was published or counted.
    #[serde(default)]
    pub date: Option<Date>,
    /// Who answers for it: a role ("service manager"), never a person's name.
    #[serde(default)]
    pub owner: Option<String>,
    /// How sure the owner is.
    #[serde(default)]
    pub confidence: Option<Confidence>,
    /// Why this figure and not another.
    #[serde(default)]
    pub reason: Option<String>,
}

/// What kind of knowledge stands behind a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
pub enum EvidenceLabel {
    /// Printed in the named source.
    Published,
    /// Arithmetic from published figures.
    Derived,
    /// Counted by the service itself.
    Measured,
    /// Assumed; to be replaced by a local figure.
    Assumed,
    /// Remembered, not looked up: check before relying on it.
    FromMemory,
}

/// How sure the owner of a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "the words say it")]
pub enum Confidence {
    High,
    Medium,
    Low,
}
