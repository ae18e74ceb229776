//! Random types.

use crate::model::{
    Body, Case, Codec, Conversion, Default, Field, Item, LEAVES, Leaf, Skip, SkipIf, Tagging, Type,
    Variant, Version,
};
use crate::random::Random;

const FIELDS: [&str; 6] = ["a", "b", "c", "one_two", "x", "y"];
const VARIANTS: [&str; 5] = ["A", "B", "C", "OneTwo", "X"];
const REST: [&str; 2] = ["rest", "more"];
const FREE: [&str; 5] = ["z", "a", "oneTwo", "r", "A"];
const CASES: [&str; 4] = ["camelCase", "snake_case", "UPPERCASE", "kebab-case"];

/// The places of the items: those before `KEYS` are reached from fields, the next is the key of
/// maps, the last is generic.
pub(crate) const ITEMS: [&str; 6] = ["T", "R", "S", "E", "K", "G"];
pub(crate) const KEY: usize = 4;
const GENERIC: usize = 5;

pub(crate) fn version(random: &mut Random) -> Version {
    let mut items = Vec::new();
    for (at, name) in ITEMS.into_iter().enumerate() {
        items.push(item(random, at, name));
    }
    Version { items }
}

fn item(random: &mut Random, at: usize, name: &'static str) -> Item {
    let mut item = Item {
        name,
        body: Body::Unit,
        ordered: at == KEY,
        generic: at == GENERIC,
        rename_all: case(random, 12),
        rename_all_fields: case(random, 6),
        tagging: Tagging::External,
        denies: random.percent(18),
        default: random.percent(8),
        transparent: false,
        conversion: Conversion::None,
        wordy: random.percent(10),
    };
    if item.ordered {
        item.body = if random.percent(65) {
            let count = 1 + random.below(4);
            let unit = |name: &&'static str| Variant { name, ..variant_of(Body::Unit) };
            Body::Enum(VARIANTS.iter().take(count).map(unit).collect())
        } else {
            Body::Newtype(field_of("0", Type::Leaf(key_leaf(random))))
        };
        item.default = false;
        decorate(random, &mut item.body);
        return item;
    }
    let enum_chance = match name {
        "T" => 40,
        "E" => 85,
        "S" => 15,
        _ => 30,
    };
    if random.percent(enum_chance) {
        item.body = Body::Enum(variants(random, at));
        item.tagging = tagging(random);
    } else {
        item.body = body(random, at, if at == 0 { [0, 6, 8] } else { [4, 14, 12] });
        item.tagging = match random.percent(7) {
            true => Tagging::Internal(random.pick(&["t", "kind"])),
            false => Tagging::External,
        };
        if let Body::Newtype(_) = item.body {
            item.transparent = random.percent(25);
            if random.percent(35) {
                item.conversion = random.pick(&[
                    Conversion::From,
                    Conversion::Into,
                    Conversion::Both,
                    Conversion::Both,
                    Conversion::TryFrom,
                ]);
            }
        }
    }
    decorate(random, &mut item.body);
    item
}

pub(crate) fn tagging(random: &mut Random) -> Tagging {
    let tag = random.pick(&["t", "t", "kind"]);
    match random.below(10) {
        0..3 => Tagging::External,
        3..6 => Tagging::Internal(tag),
        6..8 => Tagging::Adjacent(tag, random.pick(&["c", "c", "data"])),
        _ => Tagging::Untagged,
    }
}

/// A body; `chances` of a unit, a newtype and a tuple, in percent.
fn body(random: &mut Random, at: usize, chances: [usize; 3]) -> Body {
    let mut draw = random.below(100);
    for (kind, chance) in chances.into_iter().enumerate() {
        if draw < chance {
            return match kind {
                0 => Body::Unit,
                1 => Body::Newtype(field(random, at, "0")),
                _ => {
                    let count = 2 + random.below(2);
                    Body::Tuple((0..count).map(|_| field(random, at, "0")).collect())
                }
            };
        }
        draw -= chance;
    }
    let count = usize::from(at == 0) + random.below(4);
    let mut fields: Vec<Field> = Vec::new();
    while fields.len() < count {
        let name = random.pick(&FIELDS);
        if fields.iter().all(|field| field.name != name) {
            fields.push(field(random, at, name));
        }
    }
    // What is left over, in one map or in two.
    if random.percent(12) {
        let count = 1 + usize::from(random.percent(40));
        for name in REST.into_iter().take(count) {
            let map = random.pick(&["BTreeMap", "HashMap"]);
            let of = Type::Map(map, Box::new(key(random)), Box::new(Type::Leaf(leaf(random))));
            fields.push(Field { flatten: true, ..field_of(name, of) });
        }
    }
    Body::Struct(fields)
}

pub(crate) fn variants(random: &mut Random, at: usize) -> Vec<Variant> {
    let count = 1 + random.below(3);
    let mut variants: Vec<Variant> = Vec::new();
    while variants.len() < count {
        let name = random.pick(&VARIANTS);
        if variants.iter().all(|variant| variant.name != name) {
            variants.push(variant(random, at, name));
        }
    }
    variants
}

pub(crate) fn variant(random: &mut Random, at: usize, name: &'static str) -> Variant {
    let body = body(random, at, [30, 30, 12]);
    Variant { name, ..variant_of(body) }
}

fn variant_of(body: Body) -> Variant {
    Variant {
        name: "A",
        body,
        rename: None,
        rename_all: None,
        aliases: Vec::new(),
        skip: Skip::None,
        other: false,
        untagged: false,
        codec: Codec::None,
    }
}

pub(crate) fn field(random: &mut Random, at: usize, name: &'static str) -> Field {
    field_of(name, any(random, at, 2))
}

pub(crate) fn another_field(random: &mut Random, at: usize) -> Field {
    let name = random.pick(&FIELDS);
    let mut field = field(random, at, name);
    decorate_field(random, &mut field);
    field
}

fn field_of(name: &'static str, of: Type) -> Field {
    Field {
        name,
        of,
        rename: None,
        aliases: Vec::new(),
        default: Default::None,
        skip: Skip::None,
        skip_if: SkipIf::Never,
        flatten: false,
        codec: Codec::None,
    }
}

/// A type for a field of the item at a place. What it names stands behind that place, or is
/// reached through an option or a list, so that values end.
pub(crate) fn any(random: &mut Random, at: usize, depth: usize) -> Type {
    if at == KEY {
        return Type::Leaf(key_leaf(random));
    }
    if at == GENERIC && random.percent(50) {
        return Type::Parameter;
    }
    if at == GENERIC || depth == 0 || random.percent(38) {
        return Type::Leaf(leaf(random));
    }
    let inner = |random: &mut Random| Box::new(any(random, at, depth - 1));
    match random.below(26) {
        0..5 => Type::Option(inner(random)),
        5 => Type::Around(random.pick(&["Box", "Arc", "Rc", "Box", "Reverse"]), inner(random)),
        6..8 => Type::List(random.pick(&["Vec", "Vec", "VecDeque"]), inner(random)),
        8 => Type::Set(random.pick(&["BTreeSet", "HashSet"]), Box::new(key(random))),
        9 => Type::Array(inner(random), 1 + random.below(2)),
        10 => Type::Tuple((0..1 + random.below(2)).map(|_| *inner(random)).collect()),
        11..14 => {
            let map = random.pick(&["BTreeMap", "BTreeMap", "HashMap"]);
            Type::Map(map, Box::new(key(random)), inner(random))
        }
        14 => Type::Std(random.pick(&["Range", "Bound", "RangeInclusive"]), inner(random)),
        15 => Type::Result(inner(random), inner(random)),
        16 => Type::Item(GENERIC, Some(Box::new(Type::Leaf(leaf(random))))),
        17 => match random.percent(50) {
            true => Type::Option(Box::new(Type::Around("Box", Box::new(Type::Item(at, None))))),
            false => Type::List("Vec", Box::new(Type::Item(at, None))),
        },
        18 => Type::Item(KEY, None),
        _ if at + 1 < KEY => Type::Item(at + 1 + random.below(KEY - at - 1), None),
        _ => Type::Leaf(leaf(random)),
    }
}

fn leaf(random: &mut Random) -> &'static Leaf {
    const COMMON: [&str; 6] = ["u8", "String", "bool", "u64", "f64", "()"];
    match random.percent(50) {
        true => {
            let name = random.pick(&COMMON);
            LEAVES.iter().find(|leaf| leaf.name == name).expect("a common leaf")
        }
        false => &LEAVES[random.below(LEAVES.len())],
    }
}

fn key(random: &mut Random) -> Type {
    if random.percent(30) {
        return Type::Item(KEY, None);
    }
    if random.percent(40) {
        return Type::leaf("String");
    }
    Type::Leaf(key_leaf(random))
}

fn key_leaf(random: &mut Random) -> &'static Leaf {
    let keys: Vec<&'static Leaf> = LEAVES.iter().filter(|leaf| leaf.key).collect();
    random.pick(&keys)
}

fn case(random: &mut Random, chance: usize) -> Option<Case> {
    random.percent(chance).then(|| of(random, &CASES))
}

fn of(random: &mut Random, names: &[&'static str]) -> Case {
    let name = random.pick(names);
    match random.below(4) {
        0 => Case::Written(name),
        1 => Case::Read(name),
        _ => Case::Both(name),
    }
}

/// Attributes of fields and variants.
fn decorate(random: &mut Random, body: &mut Body) {
    for field in body.fields_mut() {
        decorate_field(random, field);
    }
    if let Body::Enum(variants) = body {
        for variant in variants {
            decorate_variant(random, variant);
        }
    }
}

pub(crate) fn decorate_field(random: &mut Random, field: &mut Field) {
    for _ in 0..3 {
        if random.percent(28) {
            change_field(random, field);
        }
    }
}

/// Sets or clears one attribute.
pub(crate) fn change_field(random: &mut Random, field: &mut Field) {
    match random.below(14) {
        0 => field.rename = toggled(field.rename, of(random, &FREE)),
        1 | 2 => toggle(&mut field.aliases, random.pick(&FREE)),
        3..5 => {
            field.default = match (field.default, field.of.has_default()) {
                (Default::None, true) => random.pick(&[Default::Trait, Default::Function]),
                (Default::None, false) => Default::Function,
                _ => Default::None,
            }
        }
        5 | 6 => {
            field.skip = match field.skip {
                Skip::None => random.pick(&[Skip::Both, Skip::Writing, Skip::Reading]),
                _ => Skip::None,
            }
        }
        7..10 => {
            field.skip_if = match (field.skip_if, &field.of) {
                (SkipIf::Never, Type::Option(_)) => SkipIf::None,
                (SkipIf::Never, of) if of.has_default() => SkipIf::Usual,
                _ => SkipIf::Never,
            }
        }
        10..13 => field.flatten = !field.flatten,
        _ => {
            field.codec = match field.codec {
                Codec::None => random.pick(&[
                    Codec::With("codec"),
                    Codec::With("other_codec"),
                    Codec::Writing,
                    Codec::Reading,
                ]),
                _ => Codec::None,
            }
        }
    }
}

fn decorate_variant(random: &mut Random, variant: &mut Variant) {
    if random.percent(30) {
        change_variant(random, variant);
    }
    decorate(random, &mut variant.body);
}

/// Sets or clears one attribute.
pub(crate) fn change_variant(random: &mut Random, variant: &mut Variant) {
    match random.below(9) {
        0 => variant.rename = toggled(variant.rename, of(random, &FREE)),
        1 => variant.rename_all = toggled(variant.rename_all, of(random, &CASES)),
        2 => toggle(&mut variant.aliases, random.pick(&FREE)),
        3 => {
            variant.skip = match variant.skip {
                Skip::None => random.pick(&[Skip::Both, Skip::Writing, Skip::Reading]),
                _ => Skip::None,
            }
        }
        4..6 => variant.other = !variant.other,
        6..8 => variant.untagged = !variant.untagged,
        _ => {
            variant.codec = match variant.codec {
                Codec::None => Codec::With("codec"),
                _ => Codec::None,
            }
        }
    }
}

pub(crate) fn toggled<T: PartialEq>(of: Option<T>, to: T) -> Option<T> {
    if of.is_some() { None } else { Some(to) }
}

fn toggle(of: &mut Vec<&'static str>, name: &'static str) {
    match of.iter().position(|it| *it == name) {
        Some(at) => drop(of.remove(at)),
        None => of.push(name),
    }
}
