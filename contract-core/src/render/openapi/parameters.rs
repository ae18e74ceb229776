//! Path and query parameters.

use serde_json::{Value, json};

use crate::document::{Field, Http, Operation, Place, Shape, WireType};
use crate::render::schema::{Direction, Record, Schemas};

/// The route template as OpenAPI writes it, and the names in it: a rest of the path, `{*rest}`,
/// is a parameter like any other.
pub(in crate::render) fn template(path: &str) -> (String, Vec<String>) {
    let mut text = String::with_capacity(path.len());
    let mut names = Vec::new();
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, behind)) = after.split_once('}') else { break };
        let name = name.trim_start_matches('*');
        text.push_str(before);
        text.push_str(&format!("{{{name}}}"));
        names.push(name.to_owned());
        rest = behind;
    }
    text.push_str(rest);
    (text, names)
}

pub(super) fn of(operation: &Operation, http: &Http, schemas: &Schemas<'_>) -> Vec<Value> {
    let (_, names) = template(&http.path);
    let mut parameters = path(&names, operation.request.get(&Place::Path), schemas);
    if let Some(wire) = operation.request.get(&Place::Query) {
        parameters.extend(query(wire, schemas));
    }
    parameters
}

/// One parameter for each name in the template: by a struct's field of that name, by position in
/// a tuple, or the whole shape where there is one name only.
fn path(names: &[String], wire: Option<&WireType>, schemas: &Schemas<'_>) -> Vec<Value> {
    let fields = wire.and_then(|wire| schemas.fields(wire));
    names
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let field =
                fields.and_then(|fields| fields.iter().find(|field| read_name(field) == name));
            let schema = match (field, wire) {
                (Some(field), _) => schemas.bare(&field.wire),
                (None, Some(WireType::Tuple(items))) => match items.get(index) {
                    Some(item) => schemas.bare(item),
                    None => json!({"type": "string"}),
                },
                (None, Some(wire)) if fields.is_none() && names.len() == 1 => schemas.bare(wire),
                _ => json!({"type": "string"}),
            };
            let mut parameter =
                json!({"name": name, "in": "path", "required": true, "schema": schema});
            if let Some(field) = field {
                parameter = schemas.annotate(parameter, &field.about);
            }
            parameter
        })
        .collect()
}

/// One parameter for each field; where a query has no fixed fields, one that stands for all.
fn query(wire: &WireType, schemas: &Schemas<'_>) -> Vec<Value> {
    let fixed = schemas.structure(wire).and_then(|of| {
        let records = schemas.struct_records(of, Direction::Read, Record::default(), 0).ok()?;
        match records.as_slice() {
            [record] if record.is_fixed() => Some((of, record.clone())),
            _ => None,
        }
    });
    let Some((of, record)) = fixed else {
        let schema = schemas.wire(wire, Direction::Read);
        return vec![json!({
            "name": "query",
            "in": "query",
            "style": "form",
            "explode": true,
            "schema": schema,
        })];
    };
    record
        .properties
        .iter()
        .map(|(name, schema)| {
            let field = of.fields.iter().find(|field| read_name(field) == name);
            // A query has no null: an option is there or is not.
            let bare = match field {
                Some(field) => schemas.bare(&field.wire),
                None => schema.clone(),
            };
            let mut parameter = json!({"name": name, "in": "query", "schema": bare});
            if record.required.contains(name) {
                parameter["required"] = json!(true);
            }
            if let Some(field) = field {
                parameter = schemas.annotate(parameter, &field.about);
            }
            parameter
        })
        .collect()
}

fn read_name(field: &Field) -> &String {
    field.read_name.as_ref().unwrap_or(&field.name)
}

impl<'a> Schemas<'a> {
    /// What is read as a parameter: the shape without the null of an option.
    fn bare(&self, wire: &WireType) -> Value {
        match wire {
            WireType::Option(of) => self.bare(of),
            wire => self.wire(wire, Direction::Read),
        }
    }

    /// The fields of a struct, looking through names.
    fn fields(&self, wire: &WireType) -> Option<&'a [Field]> {
        self.structure(wire).map(|of| of.fields.as_slice())
    }

    fn structure(&self, wire: &WireType) -> Option<&'a crate::document::Struct> {
        /// Longer chains of aliases stand for nothing that serde could read.
        const CHAIN: usize = 64;
        let WireType::Named(name) = wire else { return None };
        let mut shape = self.shape(name)?;
        for _ in 0..CHAIN {
            match shape {
                Shape::Struct(of) => return Some(of),
                Shape::Alias(WireType::Named(name)) | Shape::Newtype(WireType::Named(name)) => {
                    shape = self.shape(name)?;
                }
                _ => return None,
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_written_as_openapi_writes_them() {
        let names = |path| template(path).1;
        assert_eq!(template("/files/{*rest}").0, "/files/{rest}");
        assert_eq!(names("/shops/{shop}/orders/{id}"), ["shop", "id"]);
        assert_eq!(template("/plain").0, "/plain");
        assert_eq!(template("/open/{brace").0, "/open/{brace");
    }
}
