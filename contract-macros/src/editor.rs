//! What completes keys and words in rust-analyzer, and shows their documentation.
//!
//! Editors know nothing of the keys of a macro. They know paths: so every key that is written is
//! named once more, in a `use` of an item of that name, and `contract_core::keys` holds one item
//! for each key of the tables. Only rust-analyzer sets the cfg under which either exists.

use proc_macro2::{Ident, Literal, TokenStream, TokenTree};
use quote::{ToTokens as _, format_ident, quote};
use syn::{Attribute, Data, DeriveInput, Fields};

use crate::errors::Errors;
use crate::keys::{Key, LEVELS, Place, Takes, Words};
use crate::syntax::{self, Entry, Value};

/// Names the keys of a macro's own arguments.
pub(crate) fn arguments(place: Place, tokens: &TokenStream) -> TokenStream {
    let entries = read(tokens);
    let mut named = Named::new(&entries);
    named.keys(place, &entries);
    named.into_tokens()
}

/// Names the keys of the attributes that a derive reads.
pub(crate) fn attributes(derive: Derive, input: &DeriveInput) -> TokenStream {
    let on_item = in_attributes(derive.item, &input.attrs);
    let mut named = Named::new(on_item.as_deref().unwrap_or_default());
    if let Some(on_item) = on_item {
        named.keys(derive.item, &on_item);
    }
    let fields = |named: &mut Named, fields: &Fields| {
        for field in fields {
            named.attributes(derive.field, &field.attrs);
        }
    };
    match &input.data {
        Data::Struct(data) => fields(&mut named, &data.fields),
        Data::Enum(data) => {
            for variant in &data.variants {
                named.attributes(derive.variant, &variant.attrs);
                fields(&mut named, &variant.fields);
            }
        }
        Data::Union(_) => {}
    }
    named.into_tokens()
}

/// The places whose attributes a derive reads.
#[derive(Clone, Copy)]
pub(crate) struct Derive {
    item: Place,
    field: Option<Place>,
    variant: Option<Place>,
}

impl Derive {
    pub(crate) const CONTRACT: Self =
        Self { item: Place::Type, field: Some(Place::Field), variant: Some(Place::Variant) };
    pub(crate) const ERROR: Self =
        Self { item: Place::ErrorSet, field: None, variant: Some(Place::ErrorCode) };
    pub(crate) const CONFIG: Self =
        Self { item: Place::Provider, field: Some(Place::Variable), variant: None };
    pub(crate) const STATES: Self =
        Self { item: Place::States, field: None, variant: Some(Place::State) };
}

/// Mistakes are the readers' to report.
fn read(tokens: &TokenStream) -> Vec<Entry> {
    syntax::entries(tokens.clone(), &Errors::default())
}

/// Nothing where the place has no attribute of ours; most have none.
fn in_attributes(place: Place, attrs: &[Attribute]) -> Option<Vec<Entry>> {
    let name = place.attribute();
    let ours = attrs.iter().filter(|attr| attr.path().is_ident(name));
    let mut lists = ours.filter_map(|attr| attr.meta.require_list().ok()).peekable();
    lists.peek()?;
    Some(lists.flat_map(|list| read(&list.tokens)).collect())
}

/// What is named so far.
struct Named {
    runtime: TokenStream,
    uses: TokenStream,
}

impl Named {
    fn new(on_item: &[Entry]) -> Self {
        let given = on_item.iter().find_map(|entry| match (&entry.key, &entry.value) {
            (Some(key), Value::Tokens(tokens)) if key == "crate" => Some(tokens.clone()),
            _ => None,
        });
        let path = given.and_then(|tokens| syn::parse2::<syn::Path>(tokens).ok());
        let runtime = path.map_or_else(|| quote!(::contract_core), |path| quote!(#path));
        Self { runtime, uses: TokenStream::new() }
    }

    fn attributes(&mut self, place: Option<Place>, attrs: &[Attribute]) {
        let Some(place) = place else { return };
        if let Some(entries) = in_attributes(place, attrs) {
            self.keys(place, &entries);
        }
    }

    /// A key that does not exist is named as well: it is being typed.
    fn keys(&mut self, place: Place, entries: &[Entry]) {
        let module = module(place);
        let given = entries.iter().filter_map(|entry| Some((entry.key.as_ref()?, &entry.value)));
        self.name(&quote!(#module), given.clone().map(|(key, _)| key));
        for (ident, value) in given {
            let Some(key) = Key::find(&ident.to_string(), place) else { continue };
            match (key.takes, value) {
                (Takes::Keys(inside) | Takes::Entries(inside, _), Value::List(list)) => {
                    self.keys(inside, list);
                }
                (Takes::Word(_) | Takes::TextOrWord(_), Value::Tokens(tokens)) => {
                    let module = words_module(place, key);
                    self.name(&quote!(words::#module), first_ident(tokens).as_ref());
                }
                (Takes::Word(_) | Takes::TextOrWord(_), Value::Mistaken) => {
                    let module = words_module(place, key);
                    self.name(&quote!(words::#module), None);
                }
                (Takes::WordList(_), Value::List(list)) => {
                    let module = words_module(place, key);
                    let words = list.iter().filter_map(|entry| entry.key.as_ref());
                    self.name(&quote!(words::#module), words);
                }
                (Takes::Levels, Value::List(list)) => {
                    self.keys(place, list);
                    let levels = list.iter().filter_map(|entry| match &entry.value {
                        Value::Tokens(tokens) => first_ident(tokens),
                        _ => None,
                    });
                    self.name(&quote!(words::levels), levels.collect::<Vec<_>>().iter());
                }
                _ => {}
            }
        }
    }

    /// A list without names stands all the same: rust-analyzer completes where the text without
    /// what is typed and the text with it expand alike.
    fn name<'a>(&mut self, module: &TokenStream, idents: impl IntoIterator<Item = &'a Ident>) {
        let idents: Vec<_> = idents.into_iter().filter(|ident| is_name(ident)).collect();
        let runtime = &self.runtime;
        self.uses.extend(quote! {
            #[cfg(rust_analyzer)]
            use #runtime::keys::#module::{#(#idents as _),*};
        });
    }

    /// In a scope of its own: the lint about the cfg is silenced around it, on the `use` itself that
    /// would come too late.
    fn into_tokens(self) -> TokenStream {
        let uses = self.uses;
        if uses.is_empty() {
            return uses;
        }
        quote! {
            #[doc(hidden)]
            #[allow(unexpected_cfgs, unused_imports)]
            const _: () = { #uses };
        }
    }
}

fn first_ident(tokens: &TokenStream) -> Option<Ident> {
    match tokens.clone().into_iter().next() {
        Some(TokenTree::Ident(ident)) => Some(ident),
        _ => None,
    }
}

/// `crate` is a key and no name.
fn is_name(ident: &Ident) -> bool {
    syn::parse2::<Ident>(ident.to_token_stream()).is_ok()
}

/// `error_code` for the keys of `Place::ErrorCode`; `type_keys` where that is a word of Rust.
fn module(place: Place) -> Ident {
    let mut name = String::new();
    for letter in format!("{place:?}").chars() {
        if letter.is_ascii_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    if syn::parse_str::<Ident>(&name).is_err() {
        name.push_str("_keys");
    }
    format_ident!("{name}")
}

fn words_module(place: Place, key: &Key) -> Ident {
    format_ident!("{}_{}", module(place), key.name)
}

/// One item for each key, in a module for each place, and one for each word, in `words`: what
/// `contract_core::keys` holds.
pub(crate) fn vocabulary() -> TokenStream {
    let mut places = TokenStream::new();
    let mut words = TokenStream::new();
    for place in Place::ALL {
        let mut items = TokenStream::new();
        for key in Key::of(*place) {
            let Key { name, doc, takes, example, .. } = key;
            let says = takes.in_words();
            items.extend(item(name, &format!("{doc}\n\nTakes {says}.\n\n```text\n{example}\n```")));
            let known: Words = match takes {
                Takes::Word(words) | Takes::WordList(words) => words,
                Takes::TextOrWord(word) => std::slice::from_ref(word),
                _ => continue,
            };
            words.extend(words_of(&words_module(*place, key), known, name));
        }
        let (module, doc) = (module(*place), format!("The keys {}.", place.here()));
        places.extend(quote!(#[doc = #doc] pub mod #module { #items }));
    }
    words.extend(words_of(&format_ident!("levels"), LEVELS, "level"));
    quote! {
        #places
        /// The words that keys take.
        pub mod words { #words }
    }
}

fn words_of(module: &Ident, words: Words, key: &str) -> TokenStream {
    let doc = format!("The words of `{key}`.");
    let items = words.iter().map(|word| item(word, &format!("A word of `{key}`.")));
    quote!(#[doc = #doc] pub mod #module { #(#items)* })
}

fn item(name: &str, doc: &str) -> Option<TokenStream> {
    let ident = syn::parse_str::<Ident>(name).ok()?;
    let doc = Literal::string(doc);
    Some(quote! {
        #[doc = #doc]
        #[allow(non_upper_case_globals)]
        pub const #ident: () = ();
    })
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::process::Stdio;

    use super::*;

    /// Every name in a `use` of `said` stands in the vocabulary; those that do not.
    fn strangers(said: TokenStream) -> Vec<String> {
        let vocabulary: syn::File = syn::parse2(vocabulary()).expect("the vocabulary is items");
        let mut strangers = Vec::new();
        for item in syn::parse2::<syn::File>(said).expect("what is said is items").items {
            let syn::Item::Const(it) = item else { panic!("only constants are said") };
            let syn::Expr::Block(block) = *it.expr else { panic!("it holds a block") };
            for stmt in block.block.stmts {
                let syn::Stmt::Item(syn::Item::Use(it)) = stmt else { panic!("it holds uses") };
                walk(&vocabulary.items, &it.tree, &mut strangers);
            }
        }
        strangers
    }

    fn walk(items: &[syn::Item], tree: &syn::UseTree, strangers: &mut Vec<String>) {
        match tree {
            // The way to the vocabulary.
            syn::UseTree::Path(path) if path.ident == "contract_core" || path.ident == "keys" => {
                walk(items, &path.tree, strangers);
            }
            syn::UseTree::Path(path) => {
                let module = items.iter().find_map(|item| match item {
                    syn::Item::Mod(it) if it.ident == path.ident => it.content.as_ref(),
                    _ => None,
                });
                match module {
                    Some((_, items)) => walk(items, &path.tree, strangers),
                    None => strangers.push(path.ident.to_string()),
                }
            }
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| walk(items, tree, strangers));
            }
            syn::UseTree::Rename(it) => {
                let is = |item: &syn::Item| matches!(item, syn::Item::Const(known) if known.ident == it.ident);
                if !items.iter().any(is) {
                    strangers.push(it.ident.to_string());
                }
            }
            _ => panic!("only names in groups are used"),
        }
    }

    fn tokens(text: &str) -> TokenStream {
        text.parse().expect("the sample is made of tokens")
    }

    /// The example of `levels` is a clause of operations, that of `crate` another crate.
    fn is_about_others(place: Place, key: &Key) -> bool {
        match key.takes {
            Takes::Levels => Key::find("latency_p99", place).is_none(),
            Takes::Path => true,
            _ => false,
        }
    }

    #[test]
    fn the_example_of_every_key_is_named() {
        for place in Place::ALL {
            for key in Key::of(*place) {
                if is_about_others(*place, key) {
                    continue;
                }
                let said = arguments(*place, &tokens(key.example));
                assert_eq!(strangers(said), [""; 0], "{place:?}: {}", key.example);
            }
        }
    }

    #[test]
    fn what_is_being_typed_is_named() {
        let unfinished = [
            ("lev", "lev"),
            ("level = stable, owne", "owne"),
            ("owne level = stable", "owne"),
            ("level = sta", "sta"),
            ("deprecated(sinc)", "sinc"),
            ("deprecated(since = \"1.0.0\", rem) level", "rem"),
            ("notify(lead = \"9d\", via(chan))", "chan"),
            ("= = =, owne", "owne"),
        ];
        for (written, typed) in unfinished {
            assert_eq!(strangers(arguments(Place::Type, &tokens(written))), [typed], "{written}");
        }
    }

    #[test]
    fn derives_name_what_they_read() {
        let input: DeriveInput = syn::parse_quote! {
            #[contract(leve = stable)]
            #[serde(tag = "kind")]
            enum Way {
                #[contract(mean)]
                Foot { #[contract(uni)] length: u8 },
            }
        };
        assert_eq!(strangers(attributes(Derive::CONTRACT, &input)), ["leve", "mean", "uni"]);
        // It reads no fields.
        assert_eq!(strangers(attributes(Derive::ERROR, &input)), ["leve", "mean"]);
        // Those read other attributes.
        assert!(attributes(Derive::STATES, &input).is_empty());
        assert!(attributes(Derive::CONFIG, &input).is_empty());
    }

    /// A crate of the vocabulary and of everything that names it compiles without warnings where the
    /// cfg is set, and where it is unknown.
    #[test]
    fn what_editors_see_compiles() {
        let keys =
            Place::ALL.iter().flat_map(|place| Key::of(*place).map(move |key| (*place, key)));
        let named = keys
            .filter(|(place, key)| !is_about_others(*place, key))
            .map(|(place, key)| arguments(place, &tokens(key.example)));
        let vocabulary = vocabulary();
        let krate = quote! {
            //! The crate.
            extern crate self as contract_core;
            /// The vocabulary.
            #[cfg(seen)]
            pub mod keys { #vocabulary }
            #(#named)*
        };
        for cfgs in [&["--cfg", "seen", "--cfg", "rust_analyzer"][..], &[]] {
            let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
            let mut rustc = std::process::Command::new(rustc);
            rustc.args([
                "--edition=2024",
                "--crate-type=lib",
                "--crate-name=seen",
                "--emit=metadata",
            ]);
            rustc.args(["--check-cfg=cfg(seen)", "-Dwarnings", "-Dmissing_docs", "-o", "-", "-"]);
            rustc.args(cfgs).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
            let mut run = rustc.spawn().expect("rustc runs");
            let mut input = run.stdin.take().expect("it reads");
            input.write_all(krate.to_string().as_bytes()).expect("it reads");
            drop(input);
            let output = run.wait_with_output().expect("rustc ends");
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success() && said.is_empty(), "{cfgs:?}: {said}");
        }
    }

    #[test]
    fn a_renamed_runtime_is_followed() {
        let said = arguments(Place::Contract, &tokens("crate = my::own, id = \"a\"")).to_string();
        assert!(said.contains("use my :: own :: keys :: contract :: { id as _ }"), "{said}");
    }
}
