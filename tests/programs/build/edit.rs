//! Single edits, as a developer makes them.

use crate::generate::{
    KEY, another_field, any, change_field, change_variant, tagging, toggled, variant,
};
use crate::model::{Body, Case, Conversion, Field, Item, Tagging, Type, Variant, Version};
use crate::random::Random;

/// Changes one thing in a version, mostly in a type that the root reaches at once.
pub(crate) fn edit(random: &mut Random, version: &mut Version, reached: &[usize]) {
    let at = random.pick(reached);
    let item = &mut version.items[at];
    if random.percent(18) {
        return container(random, item);
    }
    let Item { body, .. } = item;
    match body {
        Body::Enum(variants) if at != KEY => enumeration(random, variants, at),
        Body::Enum(variants) => keys(random, variants),
        Body::Unit if random.percent(50) => *body = Body::Struct(Vec::new()),
        Body::Unit => container(random, item),
        body => content(random, body, at),
    }
}

fn container(random: &mut Random, item: &mut Item) {
    let case = Case::Both(random.pick(&["camelCase", "UPPERCASE", "SCREAMING_SNAKE_CASE"]));
    match random.below(9) {
        8 => item.wordy = !item.wordy,
        0 => item.rename_all = toggled(item.rename_all, case),
        1 => item.rename_all_fields = toggled(item.rename_all_fields, case),
        2 => item.denies = !item.denies,
        3 => item.default = !item.default,
        4 => item.transparent = !item.transparent,
        5 => {
            item.conversion = match item.conversion {
                Conversion::None => random.pick(&[Conversion::Both, Conversion::TryFrom]),
                _ => Conversion::None,
            }
        }
        _ => {
            item.tagging = match (&item.body, item.tagging) {
                (Body::Enum(_), _) => tagging(random),
                (_, Tagging::External) => Tagging::Internal("t"),
                _ => Tagging::External,
            }
        }
    }
}

fn keys(random: &mut Random, variants: &mut Vec<Variant>) {
    let index = random.below(variants.len());
    match random.below(3) {
        0 if variants.len() > 1 => drop(variants.remove(index)),
        1 => {
            let name = random.pick(&["Y", "Z"]);
            if variants.iter().all(|it| it.name != name) {
                variants.push(Variant { name, ..variants[index].clone() });
            }
        }
        _ => change_variant(random, &mut variants[index]),
    }
}

fn enumeration(random: &mut Random, variants: &mut Vec<Variant>, at: usize) {
    let index = random.below(variants.len());
    match random.below(10) {
        0 if variants.len() > 1 => drop(variants.remove(index)),
        1 | 2 => {
            let name = random.pick(&["Y", "Z"]);
            if variants.iter().all(|it| it.name != name) {
                let place = random.below(variants.len() + 1);
                variants.insert(place, variant(random, at, name));
            }
        }
        3 if variants.len() > 1 => {
            let moved = variants.remove(index);
            variants.push(moved);
        }
        4 => variants[index].name = random.pick(&["Y", "Z"]),
        5 => {
            let body = variant(random, at, "Y").body;
            variants[index].body = body;
        }
        6 | 7 => change_variant(random, &mut variants[index]),
        _ => match &mut variants[index].body {
            body @ Body::Unit => *body = Body::Struct(Vec::new()),
            body => content(random, body, at),
        },
    }
}

/// A struct, a tuple, a newtype, or the content of a variant.
fn content(random: &mut Random, body: &mut Body, at: usize) {
    match body {
        Body::Struct(fields) => match random.below(10) {
            0 | 1 => {
                let field = another_field(random, at);
                if fields.iter().all(|it| it.name != field.name) {
                    let place = random.below(fields.len() + 1);
                    fields.insert(place, field);
                }
            }
            _ if fields.is_empty() => *body = Body::Unit,
            2 => drop(fields.remove(random.below(fields.len()))),
            3 => {
                let index = random.below(fields.len());
                fields[index].name = random.pick(&["y", "z"]);
            }
            4 if fields.len() > 1 => {
                let moved = fields.remove(0);
                fields.push(moved);
            }
            _ => field(random, body, at),
        },
        Body::Tuple(fields) if random.percent(30) => {
            if random.percent(50) {
                fields.push(another_field(random, at));
            } else {
                fields.pop();
            }
        }
        Body::Newtype(field) if random.percent(15) => {
            let field = field.clone();
            *body = match random.percent(50) {
                true => Body::Struct(vec![Field { name: "x", ..field }]),
                false => Body::Tuple(vec![field.clone(), field]),
            };
        }
        _ => field(random, body, at),
    }
}

fn field(random: &mut Random, body: &mut Body, at: usize) {
    let fields = body.fields_mut();
    if fields.is_empty() {
        return;
    }
    let index = random.below(fields.len());
    let field = &mut fields[index];
    if random.percent(45) {
        field.of = retyped(random, &field.of, at);
    } else {
        change_field(random, field);
    }
}

/// Another type, near the one there was.
fn retyped(random: &mut Random, of: &Type, at: usize) -> Type {
    const WIDER: [(&str, &str); 27] = [
        ("u8", "u16"),
        ("u16", "u32"),
        ("u32", "u64"),
        ("u64", "u128"),
        ("u64", "i64"),
        ("u64", "f64"),
        ("i8", "i32"),
        ("i32", "i64"),
        ("i64", "i128"),
        ("i128", "u128"),
        ("f32", "f64"),
        ("char", "String"),
        ("Ipv4Addr", "IpAddr"),
        ("NonZeroU8", "u8"),
        ("NonZeroU64", "NonZeroU128"),
        ("i8", "i16"),
        ("Bytes", "String"),
        ("Decimal", "String"),
        ("Decimal", "f64"),
        ("NaiveDate", "DateTime<Utc>"),
        ("Uuid", "String"),
        ("i8", "Saturating<i8>"),
        ("i64", "serde_json::Number"),
        ("SocketAddrV4", "SocketAddr"),
        ("Bytes", "CString"),
        ("Weekday", "String"),
        ("Url", "String"),
    ];
    if at == KEY {
        return any(random, at, 0);
    }
    if random.percent(25) {
        return Type::Option(Box::new(of.clone()));
    }
    if let Type::Leaf(leaf) = of {
        let near: Vec<&str> = WIDER
            .iter()
            .filter_map(|(narrow, wide)| match leaf.name {
                name if name == *narrow => Some(*wide),
                name if name == *wide => Some(*narrow),
                _ => None,
            })
            .collect();
        if !near.is_empty() && random.percent(75) {
            return Type::leaf(random.pick(&near));
        }
    }
    let inside = |of: &Type, random: &mut Random| Box::new(retyped(random, of, at));
    match of {
        Type::Option(of) if random.percent(50) => (**of).clone(),
        Type::Option(of) => Type::Option(inside(of, random)),
        Type::List(_, of) if random.percent(30) && is_key(of) => Type::Set("BTreeSet", of.clone()),
        Type::List(name, of) => Type::List(name, inside(of, random)),
        Type::Set(_, of) => Type::List("Vec", of.clone()),
        Type::Array(of, length) if random.percent(50) => Type::Array(of.clone(), length + 1),
        Type::Array(of, _) => Type::List("Vec", of.clone()),
        Type::Map(name, key, of) if random.percent(60) => {
            Type::Map(name, key.clone(), inside(of, random))
        }
        Type::Map(name, _, of) => {
            let key = random.pick(&["String", "u8", "i64", "bool", "char", "u128"]);
            Type::Map(name, Box::new(Type::leaf(key)), of.clone())
        }
        Type::Around(_, of) => (**of).clone(),
        Type::Tuple(of) if of.len() > 1 && random.percent(50) => Type::Tuple(of[1..].to_vec()),
        Type::Std(_, of) => {
            Type::Std(random.pick(&["Range", "Bound", "RangeInclusive"]), of.clone())
        }
        Type::Item(5, Some(of)) => Type::Item(5, Some(inside(of, random))).leaf_argument(),
        _ => any(random, at, 2),
    }
}

fn is_key(of: &Type) -> bool {
    matches!(of, Type::Leaf(leaf) if leaf.key) || matches!(of, Type::Item(KEY, _))
}

impl Type {
    /// Arguments of the generic type stay leaves: it names its parameter wherever a type may be.
    fn leaf_argument(self) -> Self {
        match self {
            Self::Item(at, Some(of)) if !matches!(*of, Self::Leaf(_)) => {
                Self::Item(at, Some(Box::new(Self::leaf("u8"))))
            }
            of => of,
        }
    }
}
