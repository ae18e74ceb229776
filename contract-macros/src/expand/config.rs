//! `#[derive(ContractConfig)]`.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned as _;

use super::about::about;
use super::baseline::{Kind, compare, mark};
use super::register::register;
use super::scope;
use crate::facts;
use crate::model::{Config, Setting};

/// ```text
/// impl __contract::ContractConfig for CardNetwork {
///     fn table() -> &'static __contract::declare::ProviderTable {
///         const { &__contract::declare::ProviderTable { variables: &[..], .. } }
///     }
///     fn load_with(
///         read: &mut dyn FnMut(&str) -> __contract::private::Found,
///     ) -> Result<Self, __contract::Blocked> {
///         let mut loading = __contract::private::Loading::start(Self::table(), read);
///         let value_0 = loading.some::<String>(0);
///         let ready = loading.end()?;
///         Ok(Self { mode: ready.mode(), url: ready.take(value_0) })
///     }
/// }
/// ```
pub(crate) fn config(config: &Config) -> TokenStream {
    let Config { runtime, ident, provider, mode_var, modes, mode, settings, about: said } = config;
    let about = about(said);
    let facts = facts::provider(config);
    let mark = mark(Kind::Config, &facts);
    let compare = compare(Kind::Config, &facts);
    let variables = settings.iter().map(variable);
    let table = quote! {
        __contract::declare::ProviderTable {
            mark: #mark,
            id: #provider,
            module: ::core::module_path!(),
            mode_variable: #mode_var,
            modes: &[#(#modes),*],
            variables: &[#(#variables),*],
            about: #about,
        }
    };
    let item = quote! {
        __contract::declare::Item::Provider(<#ident as __contract::ContractConfig>::table())
    };
    let register = register(ident, &item, &table.to_string());
    let values: Vec<_> = (0..settings.len())
        .map(|index| format_ident!("value_{index}", span = Span::mixed_site()))
        .collect();
    let loads = settings.iter().zip(&values).enumerate().map(|(index, (setting, value))| {
        let index = proc_macro2::Literal::usize_unsuffixed(index);
        let how = format_ident!("{}", if setting.optional { "some" } else { "all" });
        let ty = &setting.value;
        quote!(let #value = loading.#how::<#ty>(#index);)
    });
    let fields = settings.iter().zip(&values).map(|(setting, value)| {
        let ident = &setting.ident;
        quote!(#ident: ready.take(#value),)
    });
    let secrets = settings.iter().filter(|setting| setting.secret).map(|Setting { ty, .. }| {
        let span = Span::mixed_site().located_at(ty.span());
        quote_spanned!(span=> __contract::private::secret::<#ty>();)
    });
    scope(
        runtime.as_ref(),
        &quote! {
            #[automatically_derived]
            impl __contract::ContractConfig for #ident {
                fn table() -> &'static __contract::declare::ProviderTable {
                    const { &#table }
                }
                fn load_with(
                    read: &mut dyn ::core::ops::FnMut(&str) -> __contract::private::Found,
                ) -> ::core::result::Result<Self, __contract::Blocked> {
                    const { #(#secrets)* }
                    let mut loading = __contract::private::Loading::start(
                        <Self as __contract::ContractConfig>::table(),
                        read,
                    );
                    #(#loads)*
                    let ready = loading.end()?;
                    ::core::result::Result::Ok(Self { #mode: ready.mode(), #(#fields)* })
                }
            }
            #register
            #compare
        },
    )
}

fn variable(setting: &Setting) -> TokenStream {
    let Setting { env, secret, required_in, about: said, .. } = setting;
    let about = about(said);
    quote! {
        __contract::declare::Variable {
            name: #env,
            required_in: &[#(#required_in),*],
            secret: #secret,
            about: #about,
        }
    }
}
