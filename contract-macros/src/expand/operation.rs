//! `#[handler(..)]`.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::{Ident, Type, Visibility};

use super::about::{about, at, word};
use super::baseline::{Kind, compare, mark};
use super::register::register;
use super::{inside, option, rules, scope};
use crate::facts;
use crate::model::{Approval, Operation, Part};

/// The function as it was, and beside it
///
/// ```text
/// const OPERATION: __contract::declare::OperationTable = __contract::declare::OperationTable {
///     id: "orders.create",
///     request: &[__contract::declare::Part {
///         place: "body",
///         wire: <CreateOrder as __contract::Contract>::wire,
///         at: ..
///     }],
///     ..
/// };
/// ```
pub(crate) fn operation(operation: &Operation) -> TokenStream {
    let Operation {
        runtime,
        item,
        vis,
        ident,
        id,
        http,
        success,
        request,
        response,
        errors,
        approval,
        about: said,
        ..
    } = operation;
    let http = option(http.as_ref().map(|(method, path)| quote!((#method, #path))));
    let success = option(success.map(proc_macro2::Literal::u16_unsuffixed));
    let parts = request.iter().map(part);
    let response = option(response.as_ref().map(wire_fn));
    let set = match errors {
        Some(ty) => {
            let span = inside(ty.span());
            quote_spanned!(span=> <#ty as __contract::private::ErrorSet>::TABLE)
        }
        None => quote!(__contract::private::NO_ERRORS),
    };
    let errors = option(errors.as_ref().map(|_| quote!(|| &ERRORS)));
    let about = about(said);
    let facts = facts::operation(operation);
    let mark = mark(Kind::Function, &facts);
    let compare = compare(Kind::Function, &facts);
    let table = quote! {
        __contract::declare::OperationTable {
            mark: #mark,
            id: #id,
            module: ::core::module_path!(),
            http: #http,
            success: #success,
            request: &[#(#parts),*],
            response: #response,
            errors: #errors,
            about: #about,
        }
    };
    let found = quote!(__contract::declare::Item::Operation(&OPERATION));
    let register = register(ident, &found, &table.to_string());
    let rules = rules::operation(operation);
    let approval = approval.as_ref().map(|Approval { needed, approver, .. }| {
        let needed = word("Approval", needed);
        // What is wrong with the type is said at the type.
        let span = inside(approver.span());
        let approver = quote_spanned!(span=> type Approver = #approver;);
        quote! {
            impl __contract::NeedsApproval for #ident::Op {
                const APPROVAL: __contract::Approval = #needed;
                #approver
            }
        }
    });
    let scope = scope(
        runtime.as_ref(),
        &quote! {
            #[allow(dead_code)]
            const ERRORS: __contract::declare::ErrorTable = #set;
            #[allow(dead_code)]
            const OPERATION: __contract::declare::OperationTable = #table;
            impl __contract::Operation for #ident::Op {
                const ID: &'static str = #id;
            }
            #approval
            #rules
            #register
            #compare
        },
    );
    let module = module(vis, ident);
    quote!(#item #module #scope)
}

/// ```text
/// pub(crate) mod create {
///     pub(crate) struct Op(());
/// }
/// ```
///
/// Functions and modules live in different namespaces, so that `create::Op` means the operation in
/// the signature of `create` itself.
pub(crate) fn module(vis: &Visibility, ident: &Ident) -> TokenStream {
    let doc = format!("What stands for the operation `{ident}`.");
    let op =
        format!("The operation `{ident}`, as a type: an approval is an `Approved<{ident}::Op>`.");
    let below = visible_below(vis);
    quote! {
        #[doc = #doc]
        #[allow(
            dead_code,
            missing_copy_implementations,
            missing_debug_implementations,
            unreachable_pub
        )]
        #vis mod #ident {
            #[doc = #op]
            #below struct Op(());
        }
    }
}

/// A visibility as it is written one module further down. The operation is as visible as its
/// function: were it more visible, its approver would have to be as well.
fn visible_below(vis: &Visibility) -> TokenStream {
    let Visibility::Restricted(restricted) = vis else {
        return if matches!(vis, Visibility::Public(_)) { quote!(pub) } else { quote!(pub(super)) };
    };
    let path = &restricted.path;
    if path.is_ident("self") {
        quote!(pub(super))
    } else if path.segments.first().is_some_and(|first| first.ident == "super") {
        quote!(pub(in super::#path))
    } else {
        quote!(#vis)
    }
}

fn part(part: &Part) -> TokenStream {
    let Part { place, ty, at: position } = part;
    let wire = wire_fn(ty);
    let at = at(position);
    quote!(__contract::declare::Part { place: #place, wire: #wire, at: #at })
}

/// ```text
/// <CreateOrder as __contract::Contract>::wire
/// ```
///
/// It stands at the type, so that a missing `Contract` is reported there.
pub(super) fn wire_fn(ty: &Type) -> TokenStream {
    let span = inside(ty.span());
    quote_spanned!(span=> <#ty as __contract::Contract>::wire)
}
