//! Objects that are made of several shapes' members: structs, what is flattened into them, and
//! what stands beside a tag.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::{DEPTH, Direction, Schemas, leaf};
use crate::document::{
    Content, Enum, Field, Leaf, Read, Shape, Struct, Tagging, UnknownFields, Variant, WireType,
    Written,
};

/// How many forms one object may have before its schema says only that it is one.
const FORMS: usize = 64;

/// An object in the making.
#[derive(Clone, Debug, Default)]
pub(in crate::render) struct Record {
    pub(in crate::render) properties: BTreeMap<String, Value>,
    pub(in crate::render) required: BTreeSet<String>,
    /// What holds between members.
    constraints: Vec<Value>,
    rest: Rest,
    /// What the alternative is called.
    pub(super) title: Option<String>,
}

/// What other members an object may have.
#[derive(Clone, Debug, Default)]
enum Rest {
    /// None that are known: a writer writes none, a reader ignores them.
    #[default]
    Unsaid,
    /// None.
    Refused,
    /// Those of a map: its keys and values.
    Values(Value, Value),
}

impl Record {
    /// One member.
    pub(super) fn of(name: &str, schema: Value) -> Self {
        let mut record = Self::default();
        record.properties.insert(name.to_owned(), schema);
        record.required.insert(name.to_owned());
        record
    }

    /// Whether it has its members and no others.
    pub(in crate::render) fn is_fixed(&self) -> bool {
        !matches!(self.rest, Rest::Values(..))
    }

    fn put(&mut self, name: &str, schema: Value, required: bool) -> Result<(), String> {
        if self.properties.insert(name.to_owned(), schema).is_some() {
            return Err(format!("the member `{name}` stands in it twice"));
        }
        if required {
            self.required.insert(name.to_owned());
        }
        Ok(())
    }

    fn beside(&self, other: &Self, direction: Direction) -> Result<Self, String> {
        let mut both = self.clone();
        for (name, schema) in &other.properties {
            both.put(name, schema.clone(), other.required.contains(name))?;
        }
        both.constraints.extend(other.constraints.iter().cloned());
        both.title = both.title.or_else(|| other.title.clone());
        both.rest = match (both.rest, &other.rest) {
            (Rest::Refused, _) | (_, Rest::Refused) => Rest::Refused,
            (Rest::Values(keys, values), Rest::Values(others, beside)) => Rest::Values(
                together(keys, others.clone(), direction),
                together(values, beside.clone(), direction),
            ),
            (Rest::Unsaid, rest) => rest.clone(),
            (rest, Rest::Unsaid) => rest,
        };
        Ok(both)
    }
}

/// The schema for what is in several maps, of which any may have written an entry; all of them read
/// it.
fn together(one: Value, other: Value, direction: Direction) -> Value {
    let any = json!({});
    match direction {
        _ if one == other => one,
        Direction::Written if one == any || other == any => any,
        Direction::Written => json!({"anyOf": [one, other]}),
        Direction::Read if one == any => other,
        Direction::Read if other == any => one,
        Direction::Read => json!({"allOf": [one, other]}),
    }
}

/// Every record of the one beside every record of the other.
fn product(
    records: &[Record],
    beside: &[Record],
    direction: Direction,
) -> Result<Vec<Record>, String> {
    if records.len().saturating_mul(beside.len()) > FORMS {
        return Err(format!("what is flattened into it makes more than {FORMS} forms"));
    }
    records
        .iter()
        .flat_map(|record| beside.iter().map(|other| record.beside(other, direction)))
        .collect()
}

impl Schemas<'_> {
    /// The schemas of some objects.
    pub(super) fn objects(&self, records: Vec<Record>, direction: Direction) -> Vec<Value> {
        records.into_iter().map(|record| self.object(record, direction)).collect()
    }

    pub(in crate::render) fn object(&self, record: Record, direction: Direction) -> Value {
        let mut schema = json!({"type": "object"});
        if let Some(title) = record.title {
            schema["title"] = json!(title);
        }
        let names: Vec<String> = record.properties.keys().cloned().collect();
        if !record.properties.is_empty() {
            let properties: Map<String, Value> = record.properties.into_iter().collect();
            schema["properties"] = Value::Object(properties);
        }
        if !record.required.is_empty() {
            schema["required"] = json!(record.required);
        }
        match record.rest {
            Rest::Values(keys, values) => {
                schema["additionalProperties"] = values;
                if keys != json!({}) {
                    schema["propertyNames"] = if names.is_empty() {
                        keys
                    } else {
                        json!({"anyOf": [{"enum": names}, keys]})
                    };
                }
            }
            Rest::Refused => schema["additionalProperties"] = json!(false),
            Rest::Unsaid if direction == Direction::Written && self.dialect.closed => {
                schema["additionalProperties"] = json!(false);
            }
            Rest::Unsaid => {}
        }
        let mut constraints = record.constraints;
        match constraints.len() {
            0 => {}
            1 => {
                if let (Value::Object(schema), Value::Object(mut only)) =
                    (&mut schema, constraints.remove(0))
                {
                    schema.append(&mut only);
                }
            }
            _ => schema["allOf"] = Value::Array(constraints),
        }
        schema
    }

    /// The objects that a struct's fields make beside the members of `lead`.
    pub(in crate::render) fn struct_records(
        &self,
        of: &Struct,
        direction: Direction,
        mut lead: Record,
        depth: usize,
    ) -> Result<Vec<Record>, String> {
        if depth == DEPTH {
            return Err("it is flattened into itself".to_owned());
        }
        if let (Some(tag), Direction::Written) = (&of.tag, direction) {
            lead.put(&tag.name, json!({"type": "string", "enum": [tag.value]}), true)?;
        }
        let refuses = of.unknown_fields == UnknownFields::Refused;
        if refuses && direction == Direction::Read {
            lead.rest = Rest::Refused;
        }
        let mut records = vec![lead];
        for field in &of.fields {
            let beside = match direction {
                Direction::Written if field.written == Written::Never => continue,
                Direction::Read if field.read == Read::Never => continue,
                _ if field.flatten => self.flattened(field, direction, depth)?,
                Direction::Written => {
                    let mut record = Record::default();
                    let schema = self.field(field, direction);
                    record.put(&field.name, schema, field.written.is_always())?;
                    vec![record]
                }
                Direction::Read => vec![self.read_field(field)?],
            };
            records = product(&records, &beside, direction)?;
        }
        Ok(records)
    }

    /// A field by each of its names, of which a document may have one only.
    fn read_field(&self, field: &Field) -> Result<Record, String> {
        let schema = self.field(field, Direction::Read);
        let demanded = match field.read {
            Read::Required => !self.may_be_missing(&field.wire, 0),
            Read::Demanded => true,
            _ => false,
        };
        let names = self.names(&field.name, &field.read_name, &field.aliases);
        let mut record = Record::default();
        let single = names.len() == 1;
        for name in &names {
            record.put(name, schema.clone(), demanded && single)?;
        }
        if single {
            return Ok(record);
        }
        let one = names.iter().map(|name| json!({"required": [name]}));
        if demanded {
            record.constraints.push(json!({"oneOf": one.collect::<Vec<_>>()}));
        } else {
            let mut two = Vec::new();
            for (index, first) in names.iter().enumerate() {
                two.extend(
                    names[index + 1..].iter().map(|name| json!({"required": [first, name]})),
                );
            }
            record.constraints.push(json!({"not": super::alternatives(two, "anyOf")}));
        }
        Ok(record)
    }

    /// The names that something is read by: its own first, then its aliases where they are
    /// published.
    pub(super) fn names(
        &self,
        name: &str,
        read_name: &Option<String>,
        aliases: &[String],
    ) -> Vec<String> {
        let mut names = vec![read_name.as_deref().unwrap_or(name).to_owned()];
        if self.dialect.aliases {
            for alias in aliases {
                if !names.contains(alias) {
                    names.push(alias.clone());
                }
            }
        }
        names
    }

    /// The members that a flattened field adds.
    fn flattened(
        &self,
        field: &Field,
        direction: Direction,
        depth: usize,
    ) -> Result<Vec<Record>, String> {
        let mut records = self.beside(&field.wire, direction, true, depth)?;
        if direction == Direction::Written && matches!(field.written, Written::Unless(_)) {
            records.push(Record::default());
        }
        if direction == Direction::Read {
            // What is refused beside the others is said by the struct that holds them all.
            for record in &mut records {
                if matches!(record.rest, Rest::Refused) {
                    record.rest = Rest::Unsaid;
                }
            }
        }
        Ok(records)
    }

    /// The members that a type puts into a surrounding object: flattened, or as the content of an
    /// internally tagged variant. No record: serde writes or reads nothing of the kind there.
    pub(super) fn beside(
        &self,
        wire: &WireType,
        direction: Direction,
        flattened: bool,
        depth: usize,
    ) -> Result<Vec<Record>, String> {
        match wire {
            WireType::Leaf(Leaf::Null | Leaf::Phantom) => Ok(vec![Record::default()]),
            WireType::Leaf(Leaf::Any) => Ok(vec![open(json!({}), json!({}))]),
            WireType::Leaf(clock @ (Leaf::Duration | Leaf::SystemTime)) => {
                let mut record = Record::default();
                for (name, schema) in leaf::clock(*clock, self.dialect.annotated) {
                    record.put(name, schema, true)?;
                }
                Ok(vec![record])
            }
            WireType::Option(of) if flattened => {
                let mut records = self.beside(of, direction, flattened, depth)?;
                records.push(Record::default());
                Ok(records)
            }
            WireType::Option(of) if direction == Direction::Read => {
                self.beside(of, direction, flattened, depth)
            }
            WireType::Map(key, of) => Ok(match self.key(key, direction, 0) {
                // A reader meets the keys as texts here, and reads no numbers from texts.
                Some(names)
                    if direction == Direction::Written || names.get("pattern").is_none() =>
                {
                    vec![open(names, self.wire(of, direction))]
                }
                _ => vec![Record { rest: Rest::Refused, ..Record::default() }],
            }),
            WireType::Split(written, read) => {
                let of = if direction == Direction::Written { written } else { read };
                self.beside(of, direction, flattened, depth)
            }
            WireType::Opaque(codec, _) | WireType::Codec(codec, _) => {
                Err(format!("only the codec `{codec}` knows its members"))
            }
            WireType::Schema(_) => Err("only a schema of its own says its members".to_owned()),
            WireType::Named(name) => match self.shape(name) {
                None => Err(format!("the contract has no `{name}`")),
                Some(_) if depth == DEPTH => Err(format!("`{name}` is flattened into itself")),
                Some(Shape::Struct(of)) => {
                    self.struct_records(of, direction, Record::default(), depth + 1)
                }
                Some(Shape::Unit) => Ok(vec![Record::default()]),
                Some(Shape::Tuple(_)) => Ok(Vec::new()),
                Some(Shape::Alias(of) | Shape::Newtype(of)) => {
                    self.beside(of, direction, flattened, depth + 1)
                }
                Some(Shape::Enum(of)) => self.beside_enum(of, direction, flattened, depth + 1),
            },
            WireType::Leaf(_)
            | WireType::Option(_)
            | WireType::List(_)
            | WireType::Set(_)
            | WireType::Tuple(_)
            | WireType::Array(..)
            | WireType::ShortList(..)
            | WireType::ShortText(_) => Ok(Vec::new()),
        }
    }

    fn beside_enum(
        &self,
        of: &Enum,
        direction: Direction,
        flattened: bool,
        depth: usize,
    ) -> Result<Vec<Record>, String> {
        let mut records = Vec::new();
        for variant in self.variants(of, direction) {
            let untagged = variant.untagged || of.tagging == Tagging::Untagged;
            match &of.tagging {
                Tagging::External if !untagged => {
                    let content = self.content(of, variant, direction);
                    for name in self.variant_names(variant, direction) {
                        records.push(Record::of(&name, content.clone()));
                    }
                }
                Tagging::Internal { tag } if !untagged => {
                    records.extend(self.internal(of, tag, variant, direction, depth)?);
                }
                Tagging::Adjacent { tag, content } if !untagged => {
                    records.push(self.adjacent(of, [tag, content], variant, direction)?);
                }
                _ => match &variant.content {
                    Content::Unit => records.push(Record::default()),
                    Content::Newtype(of) => {
                        records.extend(self.beside(of, direction, flattened, depth)?);
                    }
                    Content::Tuple(_) => {}
                    Content::Struct(fields) => {
                        let fields = super::enums::refusing(of, fields);
                        let lead = Record::default();
                        records.extend(self.struct_records(&fields, direction, lead, depth)?);
                    }
                },
            }
        }
        if of.tagging == Tagging::External {
            self.only_one(of, direction, &mut records);
        }
        Ok(records)
    }

    /// A reader takes the first known name in the text: no second one may stand beside it.
    fn only_one(&self, of: &Enum, direction: Direction, records: &mut [Record]) {
        if direction == Direction::Written {
            return;
        }
        let told = self.variants(of, direction).filter(|variant| !variant.untagged);
        let names: Vec<String> =
            told.flat_map(|variant| self.variant_names(variant, direction)).collect();
        for record in records {
            for name in &names {
                record.properties.entry(name.clone()).or_insert_with(leaf::never);
            }
        }
    }

    /// `{"tag": "Variant", ..}` with the content beside the tag.
    pub(super) fn internal(
        &self,
        of: &Enum,
        tag: &str,
        variant: &Variant,
        direction: Direction,
        depth: usize,
    ) -> Result<Vec<Record>, String> {
        let lead = Record::of(tag, self.tag(of, variant, direction));
        match &variant.content {
            Content::Unit => Ok(vec![lead]),
            Content::Struct(fields) => {
                self.struct_records(&super::enums::refusing(of, fields), direction, lead, depth)
            }
            Content::Newtype(of) => {
                product(&[lead], &self.beside(of, direction, false, depth)?, direction)
            }
            // serde refuses to derive this.
            Content::Tuple(_) => Ok(Vec::new()),
        }
    }

    /// `{"tag": "Variant", "content": ..}`.
    pub(super) fn adjacent(
        &self,
        of: &Enum,
        [tag, content]: [&str; 2],
        variant: &Variant,
        direction: Direction,
    ) -> Result<Record, String> {
        let mut record = Record::of(tag, self.tag(of, variant, direction));
        let reads = direction == Direction::Read;
        if reads && of.unknown_fields == UnknownFields::Refused {
            record.rest = Rest::Refused;
        }
        let needed = match &variant.content {
            Content::Unit => false,
            Content::Newtype(of) => !(reads && self.may_be_missing(of, 0)),
            Content::Tuple(_) | Content::Struct(_) => true,
        };
        // A reader of a unit variant looks at the content, and takes none but null.
        if reads || !variant.content.is_unit() {
            record.put(content, self.content(of, variant, direction), needed)?;
        }
        Ok(record)
    }
}

/// Any members of a map.
fn open(keys: Value, values: Value) -> Record {
    Record { rest: Rest::Values(keys, values), ..Record::default() }
}
