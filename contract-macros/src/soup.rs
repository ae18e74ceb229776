//! Whatever tokens the macros are given, they answer with tokens: mutated items and attributes,
//! and tokens at random. A panic of a macro is a bug, and so is an answer that does not parse
//! where the item did.

use std::panic::catch_unwind;

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use syn::DeriveInput;

use crate::entry;
use crate::keys::{EFFECTS, ENDINGS, Key, LEVELS, MODES, Place, RETRIES, ROLES};

/// Numbers that are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap_or_default()
    }

    fn pick<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.roll(of.len())]
    }
}

/// Items that the derives take.
const TYPES: &[&str] = &[
    r#"#[contract(name = "Order", level = stable, crate = contract_core)]
    #[serde(rename_all = "camelCase", deny_unknown_fields)]
    pub struct Order<'a, T: Clone, const N: usize> where T: Send {
        #[contract(unit = "EUR", meaning = "what is paid", level = provisional)]
        #[serde(default, alias = "sum", skip_serializing_if = "Option::is_none")]
        pub total: Option<u64>,
        #[contract(wire = Vec<u8>, deprecated(since = "1.0.0", sunset = "2027-01-31"))]
        note: Cow<'a, str>,
        #[serde(flatten)]
        rest: BTreeMap<String, [T; N]>,
        r#type: Box<[(u8, i64)]>,
    }"#,
    r#"#[contract(event(id = "orders.paid", channel = "orders"))]
    struct Pair(#[contract(unit = "g")] u32, pub String);"#,
    r#"#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
    enum Payment<T> {
        #[contract(level = experimental)]
        Card { #[contract(meaning = "its number")] number: String },
        Invoice(T),
        #[serde(other)]
        Unknown,
    }"#,
    "struct Nothing;",
    r#"#[contract(domain = "https://shop.example/errors", closed)]
    enum Refused {
        #[contract(code = "GONE", status = 410, retry = never, effects = none, role = domain)]
        Gone,
        #[contract(code = "BUSY", status = 503, retry = safe, effects = none)]
        Busy { after: u32 },
    }"#,
    r#"#[config(provider = "bank", mode_var = "BANK_MODE", differs_from_live("no money", id = money))]
    struct Bank {
        #[config(mode)]
        mode: Mode,
        #[config(env = "BANK_KEY", secret, required_in(sandbox, live), help = "the key")]
        key: Option<Secret>,
    }"#,
    r#"enum Import {
        #[state(initial, next(Running))]
        Queued,
        #[state(next(Done, Failed))]
        Running,
        #[state(terminal(completed))]
        Done,
        #[state(terminal(failed))]
        Failed,
    }"#,
];

/// What attributes say, and the functions below them.
const FUNCTIONS: &[(&str, &str)] = &[
    (
        r#"id = "orders.create", http(POST, "/orders/{id}"), success = 201, level = stable, cancel = atomic,
        timeout = "8s", idempotency(key = natural)"#,
        "pub async fn create(State(it): State<Store>, Path(id): Path<u64>, Json(body): Json<Order>)
        -> Result<(StatusCode, Json<Order>), Refused> { todo!() }",
    ),
    (
        r#"id = "chats.listen", http(GET, "/chats/{id}"), success = 200, chunk = Chunk,
        framing = sse, resume = cursor, resume_window = "10m", redelivery = exact,
        finalization = explicit, transcript = kept, readback = "chats.transcript",
        heartbeat = "15s", readonly, cancel = resumable, idempotency(key = natural)"#,
        "async fn answer(body: Json<Ask>) -> Sse<Stream> { todo!() }",
    ),
    (
        r#"id = "imports.run", create = "imports.create", observe = "imports.get",
        states = Import, progress = status, cancel = unsupported, logs = none, timeout = "1h",
        heartbeat = "30s", retention = "30d", max_attempts = 1, restart = lost,
        items = at_most_once"#,
        "async fn import(input: Input) -> Result<(), Refused> { Ok(()) }",
    ),
    (r#"id = "billing.orders", of = "orders.paid""#, "fn paid(event: Paid) {}"),
    (r#"id = "shop", version = "1.0.0", owner = "@shop", level = stable"#, "fn nothing() {}"),
    ("r\"% format 1\n@ shop::Order 00ff\n# types/Order\n\"", "fn nothing() {}"),
];

fn any(dice: &mut Dice, depth: usize) -> TokenTree {
    let span = Span::call_site();
    match dice.roll(if depth == 0 { 9 } else { 11 }) {
        0 | 1 => {
            let keys: Vec<&Key> = Key::all().collect();
            let name = dice.pick(&keys).name;
            let name = if name == "crate" { "krate" } else { name };
            Ident::new(name, span).into()
        }
        2 => {
            let all = [LEVELS, EFFECTS, RETRIES, ROLES, MODES, ENDINGS];
            let words = all[dice.roll(all.len())];
            Ident::new(dice.pick(words), span).into()
        }
        3 => {
            let words = [
                "serde", "contract", "state", "config", "struct", "enum", "fn", "impl", "pub",
                "where", "dyn", "for", "Self", "Option", "Vec", "T", "true", "_", "async", "crate",
                "union",
            ];
            Ident::new(dice.pick(&words), span).into()
        }
        4 => Ident::new_raw(dice.pick(&["type", "match", "x"]), span).into(),
        5 => {
            let texts = [
                "",
                "24h",
                "2027-02-30",
                "1.0.0",
                "Ünïcode",
                "{",
                "/a/{id}/{*rest}",
                "\u{0}",
                "a\nb",
                "snake_case",
                "Vec<",
                "999999999999999999999d",
                "@shop",
                "\"",
            ];
            Literal::string(dice.pick(&texts)).into()
        }
        6 => match dice.roll(7) {
            0 => Literal::u64_unsuffixed(u64::MAX).into(),
            1 => Literal::u16_suffixed(200).into(),
            2 => Literal::f64_unsuffixed(0.5).into(),
            3 => Literal::byte_string(b"x").into(),
            4 => Literal::character('\'').into(),
            5 => Literal::u128_suffixed(u128::MAX).into(),
            _ => Literal::i32_unsuffixed(0).into(),
        },
        7 | 8 => {
            let all: Vec<char> = "=,:;.<>&#!?-+*|@$/%^~".chars().collect();
            let spacing = if dice.roll(3) == 0 { Spacing::Joint } else { Spacing::Alone };
            Punct::new(all[dice.roll(all.len())], spacing).into()
        }
        _ => {
            let delimiters =
                [Delimiter::Parenthesis, Delimiter::Brace, Delimiter::Bracket, Delimiter::None];
            let inside = soup(dice, depth - 1);
            Group::new(delimiters[dice.roll(4)], inside).into()
        }
    }
}

fn soup(dice: &mut Dice, depth: usize) -> TokenStream {
    (0..dice.roll(7)).map(|_| any(dice, depth)).collect()
}

/// The tokens with a few of them gone, doubled, moved or replaced, somewhere inside.
fn mutated(tokens: TokenStream, dice: &mut Dice) -> TokenStream {
    let mut trees: Vec<TokenTree> = tokens.into_iter().collect();
    if trees.is_empty() {
        return soup(dice, 1);
    }
    let at = dice.roll(trees.len());
    if let TokenTree::Group(group) = &trees[at]
        && dice.roll(8) > 0
    {
        let inside = mutated(group.stream(), dice);
        trees[at] = Group::new(group.delimiter(), inside).into();
        return trees.into_iter().collect();
    }
    match dice.roll(6) {
        0 => drop(trees.remove(at)),
        1 => trees.insert(at, trees[at].clone()),
        2 => trees.insert(at, any(dice, 2)),
        3 => {
            let other = dice.roll(trees.len());
            trees.swap(at, other);
        }
        _ => trees[at] = any(dice, 2),
    }
    trees.into_iter().collect()
}

fn several(text: &str, dice: &mut Dice) -> TokenStream {
    let mut tokens: TokenStream = text.parse().expect("the sample is made of tokens");
    for _ in 0..dice.roll(4) {
        tokens = mutated(tokens, dice);
    }
    tokens
}

/// Runs an entry point; its answer, if it did not panic.
fn answer(
    what: &str,
    shown: &str,
    run: impl FnOnce() -> TokenStream + std::panic::UnwindSafe,
) -> TokenStream {
    catch_unwind(run).unwrap_or_else(|_| panic!("`{what}` panics on\n{shown}"))
}

type Derive = fn(TokenStream) -> TokenStream;

const DERIVES: &[(&str, Derive)] = &[
    ("Contract", entry::derive_contract),
    ("ContractError", entry::derive_contract_error),
    ("IntoResponse", entry::derive_into_response),
    ("ContractConfig", entry::derive_contract_config),
    ("JobState", entry::derive_job_state),
];

type Attribute = fn(TokenStream, TokenStream) -> TokenStream;

const ATTRIBUTES: &[(&str, Attribute)] = &[
    ("handler", |arguments, item| entry::operation(Place::Operation, arguments, item)),
    ("stream", |arguments, item| entry::operation(Place::Stream, arguments, item)),
    ("job", entry::job),
    ("consumer", entry::consumer),
    ("contract!", |arguments, _| entry::contract(arguments)),
    ("baseline!", |arguments, _| entry::baseline(arguments)),
];

/// Mutations start from items without a mistake.
#[test]
fn the_samples_are_good() {
    let is_good = |said: TokenStream| !said.to_string().contains("compile_error");
    let parse = |text: &str| text.parse::<TokenStream>().expect("the sample is made of tokens");
    for (name, derive) in DERIVES {
        assert!(TYPES.iter().any(|it| is_good(derive(parse(it)))), "{name}");
    }
    for (name, attribute) in ATTRIBUTES {
        let mut samples = FUNCTIONS.iter();
        assert!(samples.any(|it| is_good(attribute(parse(it.0), parse(it.1)))), "{name}");
    }
}

#[test]
fn derives_answer_whatever_they_are_given() {
    let mut dice = Dice(0x5eed_0001);
    for turn in 0..2_500 {
        let tokens = several(TYPES[turn % TYPES.len()], &mut dice);
        // The compiler hands a derive nothing but items.
        let parses = syn::parse2::<DeriveInput>(tokens.clone()).is_ok();
        let shown = tokens.to_string();
        for (name, derive) in DERIVES {
            // Two slashes side by side print as a comment.
            let Ok(given) = shown.parse::<TokenStream>() else { continue };
            let said = answer(name, &shown, move || derive(given));
            let said = said.to_string();
            assert!(
                !parses || syn::parse_str::<syn::File>(&said).is_ok(),
                "`{name}` answers {said}\nto\n{shown}"
            );
        }
    }
}

#[test]
fn attributes_answer_whatever_they_are_given() {
    let mut dice = Dice(0x5eed_0002);
    for turn in 0..2_500 {
        let (arguments, function) = FUNCTIONS[turn % FUNCTIONS.len()];
        let arguments = if turn % 5 == 0 {
            soup(&mut dice, 3).to_string()
        } else {
            several(arguments, &mut dice).to_string()
        };
        let function = if turn % 2 == 0 {
            function.to_owned()
        } else {
            several(function, &mut dice).to_string()
        };
        for (name, attribute) in ATTRIBUTES {
            let parse = |text: &str| text.parse::<TokenStream>();
            let (Ok(given), Ok(item)) = (parse(&arguments), parse(&function)) else { continue };
            let shown = format!("#[{name}({arguments})]\n{function}");
            let said = answer(name, &shown, move || attribute(given, item)).to_string();
            assert!(
                syn::parse_str::<syn::ItemFn>(&function).is_err()
                    || syn::parse_str::<syn::File>(&said).is_ok(),
                "{said}\nto\n{shown}"
            );
        }
    }
}
