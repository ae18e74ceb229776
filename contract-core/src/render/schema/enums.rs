//! Enums: which variants there are, and how each is told.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::{Direction, Record, Schemas, alternatives, facts};
use crate::document::{Content, Enum, Leaf, Struct, Tagging, UnknownFields, Variant};
use crate::render::words;

impl Schemas<'_> {
    pub(super) fn enum_schema(&self, of: &Enum, direction: Direction) -> Value {
        let mut units = Vec::new();
        let mut forms = Vec::new();
        let mut exclusive = true;
        for variant in self.variants(of, direction) {
            let about = &variant.about;
            let untagged = variant.untagged || of.tagging == Tagging::Untagged;
            let described = |schema: Value| self.annotate(schema, about);
            match &of.tagging {
                _ if untagged => {
                    exclusive = false;
                    forms.push(described(self.content(of, variant, direction)));
                }
                Tagging::Number { .. } => units.push(variant),
                Tagging::External if variant.content.is_unit() => units.push(variant),
                Tagging::External => {
                    let content = self.content(of, variant, direction);
                    for name in self.variant_names(variant, direction) {
                        forms.push(described(self.external(&name, &content)));
                    }
                }
                Tagging::Internal { tag } => {
                    let records = self.internal(of, tag, variant, direction, 0);
                    exclusive &= records.as_ref().is_ok_and(|records| records.len() == 1);
                    forms.push(described(self.one_of(
                        records.map(|records| self.objects(titled(records, variant), direction)),
                    )));
                }
                Tagging::Adjacent { tag, content } => {
                    let record = self.adjacent(of, [tag, content], variant, direction);
                    let records = record.map(|record| titled(vec![record], variant));
                    forms.push(described(
                        self.one_of(records.map(|records| self.objects(records, direction))),
                    ));
                }
                Tagging::Untagged => {}
            }
        }
        if !units.is_empty() {
            forms.insert(0, self.unit_variants(of, &units, direction));
        }
        alternatives(forms, if exclusive { "oneOf" } else { "anyOf" })
    }

    /// The variants that there are in a direction.
    pub(super) fn variants<'e>(
        &self,
        of: &'e Enum,
        direction: Direction,
    ) -> impl Iterator<Item = &'e Variant> + use<'e> {
        of.variants.iter().filter(move |variant| match direction {
            Direction::Written => variant.written,
            Direction::Read => variant.read,
        })
    }

    /// The names that tell a variant.
    pub(super) fn variant_names(&self, variant: &Variant, direction: Direction) -> Vec<String> {
        match direction {
            Direction::Written => vec![variant.name.clone()],
            Direction::Read => self.names(&variant.name, &variant.read_name, &variant.aliases),
        }
    }

    /// The strings of unit variants: a plain `enum`, which generators of clients know what to do
    /// with. A reader with a catch-all takes any other string as well.
    fn unit_variants(&self, of: &Enum, units: &[&Variant], direction: Direction) -> Value {
        let reads = direction == Direction::Read;
        let other = units.iter().any(|variant| variant.other) && reads;
        let known: Vec<String> = units
            .iter()
            .filter(|variant| !(variant.other && reads))
            .flat_map(|variant| self.variant_names(variant, direction))
            .collect();
        let mut schema = match &of.tagging {
            Tagging::Number { of } => self.wire(of, direction),
            _ => json!({"type": "string"}),
        };
        let numbers = matches!(of.tagging, Tagging::Number { .. });
        let known: Vec<Value> = known
            .into_iter()
            .map(|name| match name.parse::<serde_json::Number>() {
                Ok(number) if numbers => Value::Number(number),
                _ => Value::String(name),
            })
            .collect();
        if other {
            schema["examples"] = json!(known);
            let taken: Vec<String> = self
                .variants(of, direction)
                .filter(|variant| !variant.content.is_unit() && !variant.untagged)
                .flat_map(|variant| self.variant_names(variant, direction))
                .collect();
            if !taken.is_empty() {
                schema["not"] = json!({"enum": taken});
            }
        } else {
            schema["enum"] = json!(known);
        }
        let mut lines = Vec::new();
        let mut said = Map::new();
        for variant in units {
            if let Some(called) = &variant.called {
                lines.push(match words::description(&variant.about) {
                    Some(description) => format!("- `{}`: {called}. {description}", variant.name),
                    None => format!("- `{}`: {called}", variant.name),
                });
            } else if let Some(description) = words::description(&variant.about) {
                lines.push(format!("- `{}`: {description}", variant.name));
            }
            let facts = facts(&variant.about);
            if !facts.is_empty() {
                said.insert(variant.name.clone(), Value::Object(facts));
            }
        }
        if !lines.is_empty() {
            schema["description"] = json!(lines.join("\n"));
        }
        if !said.is_empty() {
            schema = self.said(schema, "variants", Value::Object(said));
        }
        schema
    }

    /// `{"Variant": content}`: no other member ever stands beside it.
    fn external(&self, name: &str, content: &Value) -> Value {
        json!({
            "type": "object",
            "title": name,
            "properties": {name: content},
            "required": [name],
            "additionalProperties": false,
        })
    }

    /// The content of a variant where it stands alone.
    pub(super) fn content(&self, of: &Enum, variant: &Variant, direction: Direction) -> Value {
        match &variant.content {
            Content::Unit => self.leaf(Leaf::Null),
            Content::Newtype(of) => self.wire(of, direction),
            Content::Tuple(fields) => self.positions(fields, direction),
            Content::Struct(fields) => self.one_of(
                self.struct_records(&refusing(of, fields), direction, Record::default(), 0)
                    .map(|records| self.objects(records, direction)),
            ),
        }
    }

    /// The values of a tag.
    pub(super) fn tag(&self, of: &Enum, variant: &Variant, direction: Direction) -> Value {
        if variant.other && direction == Direction::Read {
            let told = self.variants(of, direction).filter(|one| !one.other && !one.untagged);
            let others: Vec<String> =
                told.flat_map(|one| self.variant_names(one, direction)).collect();
            return json!({"type": "string", "not": {"enum": others}});
        }
        json!({"type": "string", "enum": self.variant_names(variant, direction)})
    }

    /// The texts of an enum's values as keys; none if it has no such texts.
    pub(super) fn enum_keys(&self, of: &Enum, direction: Direction) -> Option<Value> {
        if let Tagging::Number { of: among } = &of.tagging
            && direction == Direction::Read
            && self.variants(of, direction).any(|variant| variant.other)
        {
            return self.key(among, direction, 0);
        }
        if !matches!(of.tagging, Tagging::External | Tagging::Number { .. }) {
            return (of.tagging == Tagging::Untagged).then(|| json!({}));
        }
        let mut names = BTreeMap::new();
        for variant in self.variants(of, direction).filter(|variant| variant.content.is_unit()) {
            if variant.other && direction == Direction::Read {
                return Some(json!({}));
            }
            for name in self.variant_names(variant, direction) {
                names.insert(name, ());
            }
        }
        (!names.is_empty()).then(|| json!({"enum": names.into_keys().collect::<Vec<_>>()}))
    }
}

/// The fields of a variant, with what the enum says about unknown ones.
pub(super) fn refusing(of: &Enum, fields: &Struct) -> Struct {
    let mut fields = fields.clone();
    if of.unknown_fields == UnknownFields::Refused {
        fields.unknown_fields = UnknownFields::Refused;
    }
    fields
}

fn titled(mut records: Vec<Record>, variant: &Variant) -> Vec<Record> {
    for record in &mut records {
        record.title = Some(variant.name.clone());
    }
    records
}
