//! Problem details for HTTP APIs (RFC 9457).

use std::borrow::Cow;
use std::time::Duration;

use crate::export::json::{self, Object};
use crate::{Effects, Retry};

/// A problem: what an HTTP answer says about an error.
///
/// Beside the members of RFC 9457 it carries `code`, `retry`, `effects` and `retry_after`, so that
/// a caller can act on an error that it has never seen.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Problem {
    /// `type`: the URI that identifies the kind of problem.
    pub kind: Cow<'static, str>,
    /// A short summary, the same for every occurrence.
    pub title: Option<String>,
    /// The HTTP status.
    pub status: u16,
    /// What is special about this occurrence.
    pub detail: Option<String>,
    /// The machine-readable code.
    pub code: &'static str,
    /// May the caller send the same request again?
    pub retry: Option<Retry>,
    /// What has happened when the caller sees the error.
    pub effects: Option<Effects>,
    /// How long to wait before the next try. Both the header `Retry-After` and the member
    /// `retry_after` count whole seconds, rounded up.
    pub retry_after: Option<Duration>,
    /// Further members.
    pub members: Vec<(&'static str, Member)>,
}

impl Problem {
    /// The media type of [`Problem::to_json`].
    pub const MEDIA_TYPE: &'static str = "application/problem+json";

    /// A problem of which nothing else is known.
    pub fn new(kind: impl Into<Cow<'static, str>>, status: u16, code: &'static str) -> Self {
        Self {
            kind: kind.into(),
            title: None,
            status,
            detail: None,
            code,
            retry: None,
            effects: None,
            retry_after: None,
            members: Vec::new(),
        }
    }

    /// The value of the header `Retry-After` (RFC 9110, 10.2.3), if a delay is given.
    pub fn retry_after_seconds(&self) -> Option<u64> {
        let delay = self.retry_after?;
        Some(delay.as_secs().saturating_add(u64::from(delay.subsec_nanos() > 0)))
    }

    /// The problem as a JSON object.
    pub fn to_json(&self) -> String {
        let mut object = Object::default();
        object.string("type", &self.kind);
        object.optional("title", self.title.as_deref().map(json::string));
        object.value("status", &self.status.to_string());
        object.optional("detail", self.detail.as_deref().map(json::string));
        object.string("code", self.code);
        object.optional("retry", self.retry.map(|retry| json::string(retry.word())));
        object.optional("effects", self.effects.map(|effects| json::string(effects.word())));
        object.optional("retry_after", self.retry_after_seconds().map(|it| it.to_string()));
        for (name, member) in &self.members {
            object.value(name, &member.to_json());
        }
        object.end()
    }
}

/// The value of a further member of a problem.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Member {
    /// Nothing.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A whole number.
    Integer(i128),
    /// A number. What JSON has no number for (infinities, NaN) is written as null.
    Number(f64),
    /// A text.
    Text(String),
    /// Several values.
    List(Vec<Self>),
}

impl Member {
    fn to_json(&self) -> String {
        match self {
            Self::Bool(value) => value.to_string(),
            Self::Integer(value) => value.to_string(),
            // Rust prints doubles without exponent, and as the shortest text that reads back.
            Self::Number(value) if value.is_finite() => value.to_string(),
            Self::Null | Self::Number(_) => "null".to_owned(),
            Self::Text(value) => json::string(value),
            Self::List(values) => json::list(values.iter().map(Self::to_json)),
        }
    }
}

/// A value that can stand in a problem: what `details(..)` of an error code needs of its fields.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot stand in the details of an error",
    label = "`{Self}` does not implement `ToMember`",
    note = "implement `contract_core::ToMember` for `{Self}`, or keep a text or a number in the field"
)]
pub trait ToMember {
    /// The member's value.
    fn to_member(&self) -> Member;
}

macro_rules! members {
    ($($ty:ty: $value:ident => $member:expr;)+) => {
        $(impl ToMember for $ty {
            fn to_member(&self) -> Member {
                let $value = self;
                $member
            }
        })+
    };
}

members! {
    bool: value => Member::Bool(*value);
    char: value => Member::Text(value.to_string());
    str: value => Member::Text(value.to_owned());
    String: value => Member::Text(value.clone());
    Cow<'_, str>: value => Member::Text(value.to_string());
    f32: value => Member::Number(f64::from(*value));
    f64: value => Member::Number(*value);
    u8: value => Member::Integer((*value).into());
    u16: value => Member::Integer((*value).into());
    u32: value => Member::Integer((*value).into());
    u64: value => Member::Integer((*value).into());
    usize: value => Member::Integer(i128::try_from(*value).unwrap_or(i128::MAX));
    i8: value => Member::Integer((*value).into());
    i16: value => Member::Integer((*value).into());
    i32: value => Member::Integer((*value).into());
    i64: value => Member::Integer((*value).into());
    i128: value => Member::Integer(*value);
    isize: value => Member::Integer(i128::try_from(*value).unwrap_or(i128::MAX));
}

impl<T: ToMember + ?Sized> ToMember for &T {
    fn to_member(&self) -> Member {
        (**self).to_member()
    }
}

impl<T: ToMember + ?Sized> ToMember for Box<T> {
    fn to_member(&self) -> Member {
        (**self).to_member()
    }
}

impl<T: ToMember> ToMember for Option<T> {
    fn to_member(&self) -> Member {
        self.as_ref().map_or(Member::Null, T::to_member)
    }
}

impl<T: ToMember> ToMember for [T] {
    fn to_member(&self) -> Member {
        Member::List(self.iter().map(T::to_member).collect())
    }
}

impl<T: ToMember> ToMember for Vec<T> {
    fn to_member(&self) -> Member {
        self.as_slice().to_member()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json() {
        let mut problem = Problem::new("urn:shop#BUSY", 503, "BUSY");
        assert_eq!(problem.to_json(), r#"{"type":"urn:shop#BUSY","status":503,"code":"BUSY"}"#);
        problem.title = Some("The shop is \"full\".".to_owned());
        problem.retry = Some(Retry::Safe);
        problem.effects = Some(Effects::None);
        problem.retry_after = Some(Duration::from_millis(1_001));
        problem.members.push(("zones", vec![Some("a"), None].to_member()));
        problem.members.push(("load", 0.5.to_member()));
        problem.members.push(("count", u64::MAX.to_member()));
        problem.members.push(("most", f64::INFINITY.to_member()));
        assert_eq!(
            problem.to_json(),
            "{\"type\":\"urn:shop#BUSY\",\"title\":\"The shop is \\\"full\\\".\",\"status\":503,\
             \"code\":\"BUSY\",\"retry\":\"safe\",\"effects\":\"none\",\"retry_after\":2,\
             \"zones\":[\"a\",null],\"load\":0.5,\"count\":18446744073709551615,\"most\":null}"
        );
    }

    #[test]
    fn a_delay_is_rounded_up() {
        for (millis, seconds) in [(0, 0), (1, 1), (1_000, 1), (1_999, 2)] {
            let mut problem = Problem::new("about:blank", 429, "SLOW");
            problem.retry_after = Some(Duration::from_millis(millis));
            assert_eq!(problem.retry_after_seconds(), Some(seconds), "{millis} ms");
        }
    }
}
