//! How extraction finds items: one function with a known name for each, which exists only in
//! builds that the command makes.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::fnv::Fnv;
use crate::position::Position;

/// ```text
/// #[cfg(contract_check)]
/// #[unsafe(no_mangle)]
/// extern "Rust" fn __contract_check_item_1_orders_00f3..() -> __contract::declare::Item {
///     ..
/// }
/// ```
///
/// Only the command sets `contract_check`; the user's own builds carry nothing. The lint about the
/// unknown cfg is silenced around it, in `scope`: on the function itself it would come too late.
pub(super) fn register(ident: &Ident, item: &TokenStream, table: &str) -> TokenStream {
    let symbol = symbol(ident, table);
    quote! {
        #[cfg(contract_check)]
        #[unsafe(no_mangle)]
        extern "Rust" fn #symbol() -> __contract::declare::Item {
            #item
        }
    }
}

/// The name of the symbol: the version of the tables, the crate, and a hash of everything that
/// tells one item from another. Symbols are one namespace for the whole program.
fn symbol(ident: &Ident, table: &str) -> Ident {
    let crate_name = std::env::var("CARGO_CRATE_NAME").unwrap_or_default();
    let mut hash = Fnv::new();
    for variable in ["CARGO_PKG_NAME", "CARGO_PKG_VERSION", "CARGO_MANIFEST_DIR"] {
        hash.add(&std::env::var(variable).unwrap_or_default());
    }
    hash.add(&crate_name);
    let Position { file, line, column } = Position::of(ident.span());
    hash.add(&file);
    hash.add(&format!("{line}:{column}"));
    hash.add(&ident.to_string());
    hash.add(table);
    let plain: String = crate_name
        .chars()
        .map(|character| if character.is_ascii_alphanumeric() { character } else { '_' })
        .collect();
    let mut name = format!("__contract_check_item_1_{plain}_{:016x}", hash.end());
    // One source position can make many items (macros); equal ones are counted.
    static SEEN: Mutex<Option<HashMap<String, u32>>> = Mutex::new(None);
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let count = seen.get_or_insert_with(HashMap::new).entry(name.clone()).or_insert(0);
    if *count > 0 {
        name.push_str(&format!("_{count}"));
    }
    *count += 1;
    Ident::new(&name, Span::mixed_site())
}
