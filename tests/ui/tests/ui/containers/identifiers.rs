use contract_core::Contract;
use serde::Deserialize;

#[derive(Deserialize, Contract)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Member {
    Secs,
    Nanos,
}

#[derive(Deserialize, Contract)]
#[serde(variant_identifier)]
enum Kind {
    Circle,
    Square,
}

fn main() {}
