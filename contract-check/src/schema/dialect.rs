//! The dialects of JSON Schema, told by `$schema`.

/// A dialect: which keywords there are and what they mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Dialect {
    /// The Schema Object of OpenAPI 3.0: draft-04 with `nullable`, without tuples and type lists.
    OpenApi30,
    /// draft-04.
    Draft04,
    /// draft-06.
    Draft06,
    /// draft-07.
    Draft07,
    /// 2019-09.
    Draft201909,
    /// 2020-12; also the Schema Object of OpenAPI 3.1.
    Draft202012,
}

impl Dialect {
    /// The dialect that a `$schema` names; none when it is not one of ours.
    pub fn named(uri: &str) -> Option<Self> {
        let plain = uri.strip_suffix('#').unwrap_or(uri);
        let plain = plain.strip_prefix("http://").or_else(|| plain.strip_prefix("https://"))?;
        Some(match plain {
            "json-schema.org/draft-04/schema" | "json-schema.org/draft-04/hyper-schema" => {
                Self::Draft04
            }
            "json-schema.org/draft-06/schema" | "json-schema.org/draft-06/hyper-schema" => {
                Self::Draft06
            }
            "json-schema.org/draft-07/schema" | "json-schema.org/draft-07/hyper-schema" => {
                Self::Draft07
            }
            "json-schema.org/draft/2019-09/schema"
            | "json-schema.org/draft/2019-09/hyper-schema" => Self::Draft201909,
            "json-schema.org/draft/2020-12/schema"
            | "json-schema.org/draft/2020-12/hyper-schema"
            | "spec.openapis.org/oas/3.1/dialect/base" => Self::Draft202012,
            _ => return None,
        })
    }

    /// Whether everything beside `$ref` is ignored (draft-07, section 8.3, and before).
    pub fn reference_stands_alone(self) -> bool {
        self <= Self::Draft07
    }

    /// The member that names a resource.
    pub(crate) fn id_keyword(self) -> &'static str {
        if self == Self::Draft04 { "id" } else { "$id" }
    }

    /// Whether `exclusiveMinimum` is a flag of `minimum` and not a bound of its own.
    pub(crate) fn exclusive_is_a_flag(self) -> bool {
        self <= Self::Draft04
    }

    /// Whether a fragment in `$id` is what later dialects call `$anchor`.
    pub(crate) fn id_holds_anchor(self) -> bool {
        self <= Self::Draft07
    }

    /// Whether a number such as `1.0` is no `integer`: so says draft-04, section 3.5, and no
    /// later dialect.
    pub fn integer_is_lexical(self) -> bool {
        self == Self::Draft04
    }
}
