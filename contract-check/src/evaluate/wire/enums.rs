//! Reading enums.

use contract_core::document::{Content, Enum, Tagging, UnknownFields, Variant};

use super::read::{Source, View, refuses};
use super::{Step, Walk, text};
use crate::json::Json;

/// Whether a variant is read by this name.
pub(super) fn answers_to(variant: &Variant, name: &str) -> bool {
    variant.read
        && !variant.untagged
        && (variant.read_name.as_deref().unwrap_or(&variant.name) == name
            || variant.aliases.iter().any(|alias| alias == name))
}

impl<'d> Walk<'d> {
    pub(super) fn read_enum(
        &mut self,
        name: &str,
        of: &'d Enum,
        view: &View<'_>,
        source: Source,
    ) -> Step {
        let tried = |variant: &&Variant| {
            variant.read && (variant.untagged || of.tagging == Tagging::Untagged)
        };
        let untagged: Vec<&'d Variant> = of.variants.iter().filter(tried).collect();
        if untagged.is_empty() && of.tagging != Tagging::Untagged {
            return self.read_tagged(name, of, view, source);
        }
        if source == Source::Text {
            self.buffer_view(view)?;
        }
        let told = (of.tagging != Tagging::Untagged).then_some(None);
        let attempts = told.into_iter().chain(untagged.into_iter().map(Some));
        self.first_of(
            attempts,
            |walk, attempt| match attempt {
                None => walk.read_tagged(name, of, view, Source::Borrowed),
                Some(variant) => walk.read_bare(of, variant, view, Source::Borrowed),
            },
            |walk| walk.refuse(format!("data did not match any variant of untagged enum {name}")),
        )
    }

    fn read_tagged(&mut self, name: &str, of: &'d Enum, view: &View<'_>, source: Source) -> Step {
        match &of.tagging {
            Tagging::External => self.read_external(name, of, view, source),
            Tagging::Internal { tag } => self.read_internal(name, of, tag, view, source),
            Tagging::Adjacent { tag, content } => match view {
                View::Map(entries) => {
                    let mut entries = entries.iter().copied();
                    self.read_adjacent(of, [tag, content], &mut || entries.next(), source)
                }
                View::Seq([identifier, content]) => {
                    let variant = self.identifier(of, &View::of(identifier), source)?;
                    self.at("1", |walk| walk.read_bare(of, variant, &View::of(content), source))
                }
                View::Seq(items) => self.invalid_length(items.len(), "a tag and a content", 2),
                other => self.invalid_type(other, &format!("adjacently tagged enum {name}")),
            },
            Tagging::Number { of: among } => {
                self.read(among, view, source)?;
                match view {
                    View::Number(number) => self.variant(of, number.as_str()).map(drop),
                    other => self.invalid_type(other, "the number of a variant"),
                }
            }
            Tagging::Untagged => Ok(()),
        }
    }

    /// The variant with a name.
    fn variant(&mut self, of: &'d Enum, name: &str) -> Result<&'d Variant, super::Refusal> {
        let named = of.variants.iter().find(|variant| answers_to(variant, name));
        let other = || of.variants.iter().find(|variant| variant.other && variant.read);
        match named.or_else(other) {
            Some(variant) => Ok(variant),
            None => Err(self.refusal(format!("unknown variant `{name}`"))),
        }
    }

    /// The variant with a name, or with an index where serde reads from a buffer.
    fn identifier(
        &mut self,
        of: &'d Enum,
        view: &View<'_>,
        source: Source,
    ) -> Result<&'d Variant, super::Refusal> {
        match view {
            View::String(name) => self.variant(of, name),
            View::Number(number) if source != Source::Text => {
                let Some(index) = text::integer(number).and_then(|index| u64::try_from(index).ok())
                else {
                    return Err(self.refusal("invalid type, expected variant identifier"));
                };
                let mut told =
                    of.variants.iter().filter(|variant| variant.read && !variant.untagged);
                let found = usize::try_from(index).ok().and_then(|index| told.nth(index));
                let other = || of.variants.iter().find(|variant| variant.other && variant.read);
                found.or_else(other).ok_or_else(|| {
                    self.refusal(format!(
                        "invalid value: integer `{index}`, expected variant index"
                    ))
                })
            }
            other => Err(self.refusal(format!(
                "invalid type: {}, expected variant identifier",
                other.unexpected()
            ))),
        }
    }

    pub(super) fn refusal(&self, reason: impl Into<String>) -> super::Refusal {
        match self.refuse(reason) {
            Err(refusal) => refusal,
            Ok(()) => super::Refusal { path: String::new(), reason: String::new(), member: None },
        }
    }

    fn read_external(&mut self, name: &str, of: &'d Enum, view: &View<'_>, source: Source) -> Step {
        match view {
            View::String(tag) => {
                let variant = self.variant(of, tag)?;
                match variant.content {
                    Content::Unit => Ok(()),
                    _ => self.refuse("invalid type: unit variant, expected data"),
                }
            }
            View::Map(entries) => match entries[..] {
                [(tag, value)] => {
                    let variant = self.variant(of, tag)?;
                    self.at(tag, |walk| {
                        let view = View::of(value);
                        match &variant.content {
                            Content::Unit => walk.read_unit(&view, source),
                            Content::Struct(fields) => {
                                let refuses = refuses(fields) || refuses_all(of);
                                let expected = format!("struct variant {name}::{tag}");
                                walk.read_struct(fields, &view, source, true, refuses, &expected)
                            }
                            _ => walk.read_bare(of, variant, &view, source),
                        }
                    })
                }
                _ => self.refuse("invalid value: map, expected map with a single key"),
            },
            other => self.invalid_type(other, &format!("enum {name}")),
        }
    }

    /// `()`: an empty map in an owned buffer is one as well.
    fn read_unit(&mut self, view: &View<'_>, source: Source) -> Step {
        match view {
            View::Null => Ok(()),
            View::Map(entries) if entries.is_empty() && source == Source::Owned => Ok(()),
            other => self.invalid_type(other, "unit"),
        }
    }

    /// A variant's content by itself: untagged, or behind an adjacent tag.
    fn read_bare(
        &mut self,
        of: &'d Enum,
        variant: &'d Variant,
        view: &View<'_>,
        source: Source,
    ) -> Step {
        let name = &variant.name;
        match &variant.content {
            Content::Unit => match view {
                View::Null => Ok(()),
                other => self.invalid_type(other, &format!("unit variant {name}")),
            },
            Content::Newtype(of) => self.read(of, view, source),
            Content::Tuple(fields) => match view {
                View::Seq(items) => {
                    let expected = format!("tuple variant {name}");
                    self.read_fields_in_order(fields, items, source, &expected)
                }
                other => self.invalid_type(other, &format!("tuple variant {name}")),
            },
            Content::Struct(fields) => {
                let refuses = refuses(fields) || refuses_all(of);
                let expected = format!("struct variant {name}");
                self.read_struct(fields, view, source, false, refuses, &expected)
            }
        }
    }

    fn read_internal(
        &mut self,
        name: &str,
        of: &'d Enum,
        tag: &str,
        view: &View<'_>,
        source: Source,
    ) -> Step {
        let (variant, content) = match view {
            View::Map(entries) => {
                let Some((_, found)) = entries.iter().find(|(key, _)| *key == tag) else {
                    return self.missing_field(tag);
                };
                if entries.iter().filter(|(key, _)| *key == tag).count() > 1 {
                    return self.refuse(format!("duplicate field `{tag}`"));
                }
                let variant = self.at(tag, |walk| walk.identifier(of, &View::of(found), source))?;
                let rest: Vec<_> = entries.iter().filter(|(key, _)| *key != tag).copied().collect();
                (variant, View::Map(rest))
            }
            View::Seq([first, rest @ ..]) => {
                (self.identifier(of, &View::of(first), source)?, View::Seq(rest))
            }
            View::Seq([]) => return self.refuse(format!("missing field `{tag}`")),
            other => {
                return self.invalid_type(other, &format!("internally tagged enum {name}"));
            }
        };
        if source == Source::Text {
            self.buffer_view(&content)?;
        }
        match &variant.content {
            // The visitor looks at nothing but takes no element either.
            Content::Unit => match content {
                View::Seq(items) if !items.is_empty() => {
                    self.refuse(format!("invalid length {}, expected 0 elements", items.len()))
                }
                _ => Ok(()),
            },
            Content::Newtype(of) => self.read(of, &content, Source::Owned),
            Content::Struct(fields) => {
                let refuses = refuses(fields) || refuses_all(of);
                let expected = format!("struct variant {name}::{}", variant.name);
                self.read_struct(fields, &content, Source::Owned, true, refuses, &expected)
            }
            Content::Tuple(_) => self.refuse("serde does not derive this"),
        }
    }

    /// Takes one member after the other until one of them is wrong, and no further.
    pub(super) fn read_adjacent<'v>(
        &mut self,
        of: &'d Enum,
        [tag, content]: [&str; 2],
        next: &mut dyn FnMut() -> Option<(&'v str, &'v Json)>,
        source: Source,
    ) -> Step {
        let (mut variant, mut beside) = (None, None);
        while let Some((name, value)) = next() {
            if name != tag && name != content {
                if refuses_all(of) {
                    let reason =
                        format!("invalid value: `{name}`, expected {tag:?} or {content:?}");
                    self.refuse_member(name, reason)?;
                }
                continue;
            }
            if name == tag && variant.is_some() || name == content && beside.is_some() {
                return self.refuse(format!("duplicate field `{name}`"));
            }
            if name == tag {
                let view = View::of(value);
                let told = self.at(tag, |walk| walk.adjacent_tag(of, &view, source))?;
                variant = Some(told);
                // The content has waited in a buffer.
                if let Some(beside) = beside {
                    let view = View::of(beside);
                    self.at(content, |walk| walk.read_bare(of, told, &view, Source::Owned))?;
                }
            } else {
                beside = Some(value);
                match variant {
                    Some(told) => {
                        let view = View::of(value);
                        self.at(content, |walk| walk.read_bare(of, told, &view, source))?;
                    }
                    None if source == Source::Text => self.buffer(value)?,
                    None => {}
                }
            }
        }
        match (variant, beside) {
            (None, _) => self.missing_field(tag),
            (Some(_), Some(_)) => Ok(()),
            (Some(variant), None) => match &variant.content {
                Content::Unit => Ok(()),
                Content::Newtype(of) => self.missing_of(of, content),
                Content::Tuple(_) | Content::Struct(_) => self.missing_field(content),
            },
        }
    }

    /// The tag is read as an enum of unit variants: `{"Variant": null}` is one as well.
    fn adjacent_tag(
        &mut self,
        of: &'d Enum,
        view: &View<'_>,
        source: Source,
    ) -> Result<&'d Variant, super::Refusal> {
        match view {
            View::String(name) => self.variant(of, name),
            View::Map(entries) => match entries[..] {
                [(name, value)] => {
                    let variant = self.variant(of, name)?;
                    self.read_unit(&View::of(value), source)?;
                    Ok(variant)
                }
                _ => Err(self.refusal("invalid value: map, expected map with a single key")),
            },
            other => {
                Err(self
                    .refusal(format!("invalid type: {}, expected a variant", other.unexpected())))
            }
        }
    }
}

/// Whether an enum refuses members that it does not know.
fn refuses_all(of: &Enum) -> bool {
    of.unknown_fields == UnknownFields::Refused
}
