//! Types of which only the JSON Schema is known.

use std::marker::PhantomData;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;

use crate::declare::{Contract, Wire};

/// Stands for a `T` whose shape is taken from its JSON Schema, because nothing better is known.
///
/// `#[contract(schema)]` on a field is the short form. A schema says less than serde does: it knows
/// no aliases, no array forms and no widths, so a derive or `#[contract(wire = ..)]` is better where
/// it is possible.
#[derive(Debug)]
pub struct BySchema<T: ?Sized>(PhantomData<fn() -> T>);

impl<T: JsonSchema + ?Sized> Contract for BySchema<T> {
    fn wire() -> Wire {
        if written::<T>() == read::<T>() {
            Wire::Schema(std::any::type_name::<T>(), read::<T>)
        } else {
            Wire::Split(
                || Wire::Schema(std::any::type_name::<T>(), written::<T>),
                || Wire::Schema(std::any::type_name::<T>(), read::<T>),
            )
        }
    }
}

/// The text of the schema of what is written.
fn written<T: JsonSchema + ?Sized>() -> String {
    text::<T>(SchemaSettings::draft2020_12().for_serialize())
}

/// The text of the schema of what is read.
fn read<T: JsonSchema + ?Sized>() -> String {
    text::<T>(SchemaSettings::draft2020_12().for_deserialize())
}

fn text<T: JsonSchema + ?Sized>(settings: SchemaSettings) -> String {
    let schema = settings.into_generator().into_root_schema_for::<T>();
    serde_json::Value::from(schema).to_string()
}
