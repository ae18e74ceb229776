//! What each macro expands to, one golden for each kind of item: `goldens/KIND.rs`, as
//! `cargo expand` would show it.
//!
//! `UPDATE=1 cargo test -p contract-macros goldens` writes them anew. Read the difference before
//! you keep it.

use std::path::Path;

use proc_macro2::TokenStream;

use crate::entry;
use crate::keys::Place;

fn tokens(text: &str) -> TokenStream {
    text.parse().expect("the sample is made of tokens")
}

/// Every kind of item, and what its macro says.
fn kinds() -> Vec<(&'static str, TokenStream)> {
    let handler = |place, arguments, item| entry::operation(place, tokens(arguments), tokens(item));
    vec![
        (
            "struct",
            entry::derive_contract(tokens(
                "/// What is paid.
                #[contract(level = stable)]
                pub struct Sum { #[contract(unit = \"EUR\")] amount: u64, note: Option<String> }",
            )),
        ),
        ("tuple", entry::derive_contract(tokens("struct Range(u8, u16);"))),
        ("generic", entry::derive_contract(tokens("struct Page<'a, T> { items: &'a [T] }"))),
        (
            "enum",
            entry::derive_contract(tokens(
                "#[serde(tag = \"kind\")] enum Way { Foot, Train { seat: u8 } }",
            )),
        ),
        (
            "event",
            entry::derive_contract(tokens(
                "#[contract(event(id = \"trips.booked\", send, channel = \"trips\"))]
                struct Booked { id: u64 }",
            )),
        ),
        ("mistaken", entry::derive_contract(tokens("#[contract(levl = stable)] struct Bad;"))),
        (
            "error_set",
            entry::derive_contract_error(tokens(
                "#[contract(domain = \"https://trips.example/errors\", closed)]
                enum TripError {
                    #[contract(code = \"FULL\", status = 409, retry = never, effects = none)]
                    Full,
                }",
            )),
        ),
        ("into_response", entry::derive_into_response(tokens("enum TripError { Full }"))),
        (
            "config",
            entry::derive_contract_config(tokens(
                "#[config(
                    provider = \"rail\",
                    mode_var = \"RAIL_MODE\",
                    differs_from_live(\"no train is late\", id = delays)
                )]
                struct Rail {
                    #[config(mode)]
                    mode: Mode,
                    #[config(env = \"RAIL_KEY\", secret, required_in(live), help = \"the key\")]
                    key: Option<Secret>,
                }",
            )),
        ),
        (
            "states",
            entry::derive_job_state(tokens(
                "enum Trip {
                    #[state(initial, next(Over, Broken))]
                    On,
                    #[state(terminal(completed))]
                    Over,
                    #[state(terminal(failed))]
                    Broken,
                }",
            )),
        ),
        (
            "handler",
            handler(
                Place::Operation,
                "id = \"trips.book\", http(POST, \"/trips\"), success = 201, cancel = atomic",
                "pub async fn book(Json(it): Json<Sum>) -> Result<Json<Page>, TripError> { it() }",
            ),
        ),
        (
            "stream",
            handler(
                Place::Stream,
                "id = \"trips.watch\", http(GET, \"/trips/{id}\"), success = 200, chunk = Place,
                framing = sse, resume = cursor, resume_window = \"10m\", redelivery = exact,
                finalization = explicit, transcript = kept, readback = \"trips.places\",
                heartbeat = \"15s\", readonly, cancel = resumable, idempotency(key = natural)",
                "async fn watch(Path(id): Path<u64>) -> Sse<Places> { places(id) }",
            ),
        ),
        (
            "job",
            entry::job(
                tokens(
                    "id = \"trips.run\", create = \"trips.book\", observe = \"trips.get\",
                    states = Trip, progress = status, cancel = unsupported, logs = none,
                    timeout = \"1h\", heartbeat = \"30s\", retention = \"30d\", max_attempts = 1,
                    restart = lost, items = at_most_once",
                ),
                tokens("fn run() {}"),
            ),
        ),
        (
            "consumer",
            entry::consumer(
                tokens("id = \"bills.trips\", of = \"trips.booked\""),
                tokens("fn booked(event: Booked) {}"),
            ),
        ),
        (
            "contract",
            entry::contract(tokens("id = \"trips\", version = \"1.0.0\", owner = \"@rail\"")),
        ),
        (
            "baseline",
            entry::baseline(tokens("r\"\n% format 1\n% feature maps\n@ rail::Sum 00ff\n# it\n\"")),
        ),
    ]
}

#[test]
fn expansions_are_as_they_were() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("goldens");
    let mut wrong = String::new();
    for (kind, said) in kinds() {
        let file = syn::parse2::<syn::File>(said).expect("a macro answers with items");
        let text = without_hash(&prettyplease::unparse(&file));
        stands_under_a_const(kind, file);
        let path = folder.join(kind).with_extension("rs");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &text).expect("a golden is written");
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        if golden != text {
            wrong.push_str(&format!("{kind}:\n{text}\n"));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The names of symbols hold a hash of the folder that the crate lies in, which is another one on
/// every machine.
fn without_hash(text: &str) -> String {
    const NAME: &str = "fn __contract_check_item_1__";
    let mut parts = text.split(NAME);
    let mut masked = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        masked.push_str(NAME);
        masked.push_str("hash");
        masked.push_str(part.trim_start_matches(|it: char| it.is_ascii_hexdigit()));
    }
    masked
}

/// Beside the user's own function, nothing has a name that a user could meet by accident.
fn stands_under_a_const(kind: &str, file: syn::File) {
    for item in file.items {
        let is_known = match &item {
            syn::Item::Const(it) => it.ident == "_" || kind == "baseline",
            // The function, and the module of the operation that it is.
            syn::Item::Fn(_) | syn::Item::Mod(_) => true,
            // The mistakes.
            syn::Item::Macro(it) => {
                it.mac.path.segments.last().is_some_and(|it| it.ident == "compile_error")
            }
            _ => false,
        };
        assert!(is_known, "{kind}: an item stands free");
    }
}
