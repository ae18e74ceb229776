//! Every clause that an author can say something about.

use crate::document::{About, Content, Document, Field, Shape, Struct};

/// The clauses of a document with their paths, in the order of the paths' parents.
pub(super) fn clauses(document: &Document) -> Vec<(String, &About)> {
    let mut clauses = Vec::new();
    for (id, operation) in &document.operations {
        clauses.push((format!("operations/{id}"), &operation.about));
    }
    for (id, event) in &document.events {
        clauses.push((format!("events/{id}"), &event.about));
    }
    for (id, consumer) in &document.consumers {
        clauses.push((format!("consumers/{id}"), &consumer.about));
    }
    for (id, job) in &document.jobs {
        clauses.push((format!("jobs/{id}"), &job.about));
        for (name, state) in &job.states {
            clauses.push((format!("jobs/{id}/states/{name}"), &state.about));
        }
    }
    for (id, provider) in &document.providers {
        clauses.push((format!("providers/{id}"), &provider.about));
        for (name, variable) in &provider.config {
            clauses.push((format!("providers/{id}/config/{name}"), &variable.about));
        }
    }
    for (name, set) in &document.errors {
        clauses.push((format!("errors/{name}"), &set.about));
        for (code, of) in &set.codes {
            clauses.push((format!("errors/{name}/codes/{code}"), &of.about));
        }
    }
    for (name, of) in &document.types {
        let path = format!("types/{name}");
        clauses.push((path.clone(), &of.about));
        match &of.shape {
            Shape::Struct(Struct { fields: them, .. }) | Shape::Tuple(them) => {
                fields(&path, them, &mut clauses);
            }
            Shape::Enum(of) => {
                for variant in &of.variants {
                    let path = format!("{path}/variants/{}", variant.name);
                    clauses.push((path.clone(), &variant.about));
                    if let Content::Struct(Struct { fields: them, .. }) | Content::Tuple(them) =
                        &variant.content
                    {
                        fields(&path, them, &mut clauses);
                    }
                }
            }
            Shape::Unit | Shape::Alias(_) | Shape::Newtype(_) => {}
        }
    }
    clauses
}

fn fields<'a>(path: &str, fields: &'a [Field], clauses: &mut Vec<(String, &'a About)>) {
    for field in fields {
        clauses.push((format!("{path}/fields/{}", field.name), &field.about));
    }
}
