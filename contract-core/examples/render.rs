//! Renders a contract document into a folder, in every format: `render DOCUMENT FOLDER`.

use std::error::Error;
use std::path::Path;

use contract_core::document::Document;
use contract_core::render::{self, Form};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [document, folder] = arguments.as_slice() else {
        return Err("usage: render DOCUMENT FOLDER".into());
    };
    let document = Document::read(&std::fs::read_to_string(document)?)?;
    let folder = Path::new(folder);
    std::fs::create_dir_all(folder)?;
    for (name, text) in [
        ("schema.json", render::json_schema(&document, Form::Annotated)),
        ("schema.plain.json", render::json_schema(&document, Form::Plain)),
        ("openapi.json", render::openapi(&document)?),
        ("asyncapi.json", render::asyncapi(&document)),
        ("index.html", render::html(&document)),
    ] {
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}
