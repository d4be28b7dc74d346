//! Enums written as objects with a `kind`, read without losing the place of a mistake.
//!
//! Serde's own internally tagged enums read the whole object into memory before they know its variant, and with
//! that forget the line and the path of everything inside. Here `kind` is expected first, the rest is then read in
//! place, so a message can say `designs[0].steps[3].work.faceToFaceMinutes: ...` and the line. Where another program has
//! put the keys in another order the object is held in memory after all: it is read, and a message about it names the
//! object but not the line inside.

/// Implements `Deserialize` for an enum whose variants are empty or hold one struct, tagged by `kind`.
macro_rules! tagged {
    ($name:ident { $($tag:literal => $variant:ident $(($inner:ty))?),+ $(,)? }) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct KindFirst;
                impl<'de> serde::de::Visitor<'de> for KindFirst {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("an object with \"kind\": one of", $(" ", $tag),+))
                    }
                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        use serde::de::Error as _;
                        const KINDS: &[&str] = &[$($tag),+];
                        match map.next_key::<String>()? {
                            Some(key) if key == "kind" => {}
                            Some(key) => {
                                let mut held = serde_json::Map::new();
                                let mut kind = None;
                                held.insert(key, map.next_value()?);
                                while let Some(key) = map.next_key::<String>()? {
                                    if key == "kind" {
                                        kind = Some(map.next_value::<String>()?);
                                    } else if held.insert(key.clone(), map.next_value()?).is_some() {
                                        return Err(A::Error::custom(format!("\"{key}\" is there twice")));
                                    }
                                }
                                return match kind.as_deref() {
                                    None => Err(A::Error::missing_field("kind")),
                                    $(Some($tag) => tagged!(@held held, $name, $variant $(, $inner)?),)+
                                    Some(other) => Err(A::Error::unknown_variant(other, KINDS)),
                                };
                            }
                            None => return Err(A::Error::missing_field("kind")),
                        }
                        let kind: String = map.next_value()?;
                        match kind.as_str() {
                            $($tag => tagged!(@read map, $name, $variant $(, $inner)?),)+
                            other => Err(A::Error::unknown_variant(other, KINDS)),
                        }
                    }
                }
                deserializer.deserialize_map(KindFirst)
            }
        }
    };
    (@held $held:ident, $name:ident, $variant:ident, $inner:ty) => {
        <$inner as serde::Deserialize>::deserialize(serde_json::Value::Object($held))
            .map($name::$variant)
            .map_err(A::Error::custom)
    };
    (@held $held:ident, $name:ident, $variant:ident) => {
        match $held.keys().next() {
            None => Ok($name::$variant),
            Some(key) => Err(A::Error::unknown_field(key, &[])),
        }
    };
    (@read $map:ident, $name:ident, $variant:ident, $inner:ty) => {
        <$inner as serde::Deserialize>::deserialize(serde::de::value::MapAccessDeserializer::new($map)).map($name::$variant)
    };
    (@read $map:ident, $name:ident, $variant:ident) => {
        match $map.next_key::<String>()? {
            None => Ok($name::$variant),
            Some(key) => Err(A::Error::unknown_field(&key, &[])),
        }
    };
}

pub(crate) use tagged;
