//! The comparison of an item with what was released.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

use crate::facts::Facts;
use crate::model::Baseline;

/// ```text
/// const RELEASED: __contract::baseline::Released = ..;
/// pub(crate) const fn broken(now: &__contract::baseline::Now) -> usize { RELEASED.broken(now) }
/// pub(crate) const fn fail(now: &__contract::baseline::Now) -> ! { RELEASED.fail(now) }
/// ```
///
/// Builds of the command compare nothing: it has to extract what breaks, too.
pub(crate) fn baseline(baseline: &Baseline) -> TokenStream {
    let Baseline { runtime, text, index, features } = baseline;
    let runtime = match runtime {
        Some(path) => quote!(#path),
        None => quote!(::contract_core),
    };
    let index = index.iter().map(|number| Literal::u64_unsuffixed(*number));
    let features = features.iter().map(|(name, on)| {
        let off = (!on).then(|| quote!(!));
        quote!(#off ::core::cfg!(feature = #name) &&)
    });
    quote! {
        #[doc(hidden)]
        #[allow(unexpected_cfgs)]
        const RELEASED: #runtime::baseline::Released = #runtime::baseline::Released {
            text: #text,
            index: &[#(#index),*],
            active: #(#features)*
                !::core::cfg!(contract_check)
                && !#runtime::baseline::is_off(::core::option_env!("CONTRACT_CHECK")),
        };
        #[doc(hidden)]
        #[allow(dead_code)]
        pub(crate) const fn broken(now: &#runtime::baseline::Now) -> usize {
            RELEASED.broken(now)
        }
        #[doc(hidden)]
        #[allow(dead_code)]
        #[track_caller]
        pub(crate) const fn fail(now: &#runtime::baseline::Now) -> ! {
            RELEASED.fail(now)
        }
    }
}

/// What is added to the name of an item that is not a type: a type may be an error set, too.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Type,
    Errors,
    Event,
    Function,
    Config,
}

/// ```text
/// __contract::declare::Mark { path: concat!(module_path!(), "::Parcel"), facts: 0x1f0e }
/// ```
pub(super) fn mark(kind: Kind, facts: &Facts) -> TokenStream {
    let path = path(kind, facts);
    let hash = Literal::u64_unsuffixed(facts.hash());
    quote!(__contract::declare::Mark { path: #path, facts: #hash })
}

fn path(kind: Kind, facts: &Facts) -> TokenStream {
    let end = match kind {
        Kind::Type => "",
        Kind::Errors => " as ContractError",
        Kind::Event => " as Event",
        Kind::Function => "()",
        Kind::Config => " as ContractConfig",
    };
    let name = format!("::{}{end}", facts.name);
    quote!(::core::concat!(::core::module_path!(), #name))
}

/// ```text
/// use __contract::baseline::absent as contract_baseline;
/// {
///     use crate::*;
///     let now = &__contract::baseline::Now { .. };
///     match contract_baseline::broken(now) {
///         1 => contract_baseline::fail(now),
///         ..
///         _ => {}
///     }
/// }
/// ```
///
/// It ends the constant around everything: a constant of its own costs the compiler as much again.
/// Each arm stands at the place that it is about. In a crate whose root has a module
/// `contract_baseline`, the glob of the inner block finds it before `absent`; the glob is what costs
/// most, so that a crate that has no such file is spared all of it.
pub(super) fn compare(kind: Kind, facts: &Facts) -> TokenStream {
    if facts.sites.first().is_some_and(|item| !crate::module::may_be_near(*item)) {
        return TokenStream::new();
    }
    let path = path(kind, facts);
    let hash = Literal::u64_unsuffixed(facts.hash());
    let Facts { text, sites, .. } = facts;
    let now = Ident::new("now", Span::mixed_site());
    let arms = sites.iter().enumerate().map(|(index, span)| {
        let number = Literal::usize_unsuffixed(index + 1);
        let span = Span::mixed_site().located_at(*span);
        quote_spanned!(span=> #number => contract_baseline::fail(#now),)
    });
    quote! {
        #[allow(unused_imports)]
        use __contract::baseline::absent as contract_baseline;
        {
            #[allow(unused_imports)]
            use crate::*;
            let #now = &__contract::baseline::Now { path: #path, hash: #hash, facts: #text };
            match contract_baseline::broken(#now) {
                #(#arms)*
                _ => {}
            }
        }
    }
}
