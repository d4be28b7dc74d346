//! Enums written as objects with a `kind`, read without losing the place of a mistake.
//!
//! Serde's own internally tagged enums read the whole object into memory before they know its variant, and with
//! that forget the line and the path of everything inside. Here `kind` is expected first, the rest is then read in
//! place, so a message can say `designs[0].steps[3].work.faceToFaceMinutes: ...` and the line.

/// Implements `Deserialize` for an enum whose variants are empty or hold one struct, tagged by `kind`.
macro_rules! tagged {
    ($name:ident { $($tag:literal => $variant:ident $(($inner:ty))?),+ $(,)? }) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct KindFirst;
                impl<'de> serde::de::Visitor<'de> for KindFirst {
                    type Value = $name;
                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str(concat!("an object that starts with \"kind\": one of", $(" ", $tag),+))
                    }
                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        use serde::de::Error as _;
                        const KINDS: &[&str] = &[$($tag),+];
                        match map.next_key::<String>()? {
                            Some(key) if key == "kind" => {}
                            Some(key) => return Err(A::Error::custom(format!(
                                "\"kind\" must come first here, but \"{key}\" does (kinds: {})", KINDS.join(", ")))),
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
