//! Which type parameters a shape depends on.

use syn::{GenericArgument, Generics, Ident, Path, PathArguments, Type, TypePath};

use crate::model::{Body, Content, Field, Shape, Side, Wire, same};

/// The types that a generic shape depends on: its type parameters in declaration order, then the
/// associated types that stand as a field's whole type (`T::Item`). Each needs a shape, as each
/// needs serde's traits by the bounds that serde infers.
pub(crate) fn arguments(generics: &Generics, shape: &Shape) -> Vec<Type> {
    let types = types(shape);
    let mut found = Found::new(generics);
    types.iter().for_each(|ty| found.ty(ty));
    let parameters = generics
        .type_params()
        .map(|param| &param.ident)
        .filter(|ident| found.parameters.contains(ident))
        .map(|ident| {
            Type::Path(TypePath { attrs: Vec::new(), qself: None, path: ident.clone().into() })
        });
    let mut arguments: Vec<Type> = parameters.collect();
    for path in types.into_iter().filter_map(|ty| found.associated(ty)) {
        let ty = Type::Path(path.clone());
        if !arguments.iter().any(|known| same(known, &ty)) {
            arguments.push(ty);
        }
    }
    arguments
}

/// The types whose shapes are asked for.
fn types(shape: &Shape) -> Vec<&Type> {
    let mut types = Vec::new();
    match shape {
        Shape::Body(body) => body_types(body, &mut types),
        // No enum of bare variants depends on a parameter.
        Shape::Numbered { .. } => {}
        Shape::Converted { written, read, body, behind: _ } => {
            for side in [written, read] {
                if let Side::Wire(wire) = side {
                    wire_types(wire, &mut types);
                }
            }
            if let Some(body) = body {
                body_types(body, &mut types);
            }
        }
    }
    types
}

fn body_types<'a>(body: &'a Body, types: &mut Vec<&'a Type>) {
    match body {
        Body::Struct(body) => field_types(&body.fields, types),
        Body::Tuple(fields) => field_types(fields, types),
        Body::Unit => {}
        Body::Alias(wire) | Body::Newtype(wire) => wire_types(wire, types),
        Body::Enum(body) => {
            for variant in &body.variants {
                match &variant.content {
                    Content::Unit => {}
                    Content::Newtype(wire) => wire_types(wire, types),
                    Content::Tuple(fields) => field_types(fields, types),
                    Content::Struct(body) => field_types(&body.fields, types),
                }
            }
        }
    }
}

fn field_types<'a>(fields: &'a [Field], types: &mut Vec<&'a Type>) {
    fields.iter().for_each(|field| wire_types(&field.wire, types));
}

fn wire_types<'a>(wire: &'a Wire, types: &mut Vec<&'a Type>) {
    match wire {
        Wire::Of(ty) => types.push(ty),
        // Its parameters need a schema and no shape, or nothing at all.
        Wire::BySchema(_) | Wire::Codec(..) => {}
        Wire::Opaque(_, within) => {
            if let Some(within) = within {
                wire_types(within, types);
            }
        }
        Wire::Split(written, read) => {
            wire_types(written, types);
            wire_types(read, types);
        }
    }
}

/// The type parameters of an item that some types mention.
struct Found {
    all: Vec<Ident>,
    parameters: Vec<Ident>,
}

impl Found {
    fn new(generics: &Generics) -> Self {
        let all = generics.type_params().map(|param| param.ident.clone()).collect();
        Self { all, parameters: Vec::new() }
    }

    /// The type, if it is an associated type of a parameter: `T::Item`.
    fn associated<'a>(&self, ty: &'a Type) -> Option<&'a TypePath> {
        match ungroup(ty) {
            Type::Path(path) if path.qself.is_none() && path.path.segments.len() > 1 => {
                self.all.contains(&path.path.segments[0].ident).then_some(path)
            }
            _ => None,
        }
    }

    fn ty(&mut self, ty: &Type) {
        match ty {
            Type::Array(array) => self.ty(&array.elem),
            Type::Group(group) => self.ty(&group.elem),
            Type::Paren(paren) => self.ty(&paren.elem),
            Type::Ptr(pointer) => self.ty(&pointer.elem),
            Type::Reference(reference) => self.ty(&reference.elem),
            Type::Slice(slice) => self.ty(&slice.elem),
            Type::Tuple(tuple) => tuple.elems.iter().for_each(|elem| self.ty(elem)),
            Type::Path(path) => {
                if let Some(qself) = &path.qself {
                    self.ty(&qself.ty);
                }
                self.path(&path.path);
            }
            // A macro in place of a type hides its parameters; other types have no wire shape.
            _ => {}
        }
    }

    fn path(&mut self, path: &Path) {
        // A marker has a shape whatever it marks.
        if path.segments.last().is_some_and(|last| last.ident == "PhantomData") {
            return;
        }
        if let Some(ident) = path.get_ident()
            && self.all.contains(ident)
            && !self.parameters.contains(ident)
        {
            self.parameters.push(ident.clone());
        }
        for segment in &path.segments {
            if let PathArguments::AngleBracketed(arguments) = &segment.arguments {
                for argument in &arguments.args {
                    match argument {
                        GenericArgument::Type(ty) => self.ty(ty),
                        GenericArgument::AssocType(assoc) => self.ty(&assoc.ty),
                        _ => {}
                    }
                }
            }
        }
    }
}

fn ungroup(mut ty: &Type) -> &Type {
    while let Type::Group(group) = ty {
        ty = &group.elem;
    }
    ty
}
