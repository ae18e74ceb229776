//! Witnesses while they are built: trees with sharing, so that a part used twice is stored once.

use std::rc::Rc;

use super::super::answer::Reason;
use super::super::order::{self, Fit};
use crate::json::{Json, Number, pointer};

/// A document.
#[derive(Clone, Debug)]
pub(super) struct Tree {
    content: Content,
    /// About how many characters it prints as.
    size: u64,
    depth: u32,
    /// Why a value in it, or it itself, only stands for one that is not known.
    hole: Option<Rc<Reason>>,
    /// Whether it is the value itself.
    stands_in: bool,
}

#[derive(Clone, Debug)]
enum Content {
    Scalar(Json),
    Array(Vec<Rc<Tree>>),
    /// Members, and the texts that say in which order some of them stand.
    Object(Vec<(String, Rc<Tree>)>, Vec<(String, Rc<Tree>)>),
    /// What stands under one name, one value after the other.
    Repeated(Vec<Rc<Tree>>),
}

/// Documents that print longer than this are not shown. The longest text of common databases, 64
/// KiB, is far below it, and so is the one in a million that limits are set to.
pub(super) const SIZE: u64 = 2_200_000;

/// Documents that nest deeper than this are not shown: readers refuse them for their depth.
const DEPTH: u32 = 120;

impl Tree {
    /// `null`, a boolean, a number or a string.
    pub(super) fn scalar(value: Json) -> Rc<Self> {
        let size = match &value {
            Json::String(content) => content.len() as u64 + 2,
            Json::Number(number) => number.as_str().len() as u64,
            _ => 4,
        };
        Rc::new(Self {
            content: Content::Scalar(value),
            size,
            depth: 0,
            hole: None,
            stands_in: false,
        })
    }

    /// A value in the place of one that is there and not known.
    pub(super) fn hole(value: &Self, reason: Rc<Reason>) -> Rc<Self> {
        Rc::new(Self { hole: Some(reason), stands_in: true, ..value.clone() })
    }

    pub(super) fn string(content: &str) -> Rc<Self> {
        Self::scalar(Json::from(content))
    }

    pub(super) fn number(number: Number) -> Rc<Self> {
        Self::scalar(Json::from(number))
    }

    /// An array; none if it is too large to be shown.
    pub(super) fn array(items: Vec<Rc<Self>>) -> Option<Rc<Self>> {
        let size = items.iter().fold(2_u64, |size, item| size.saturating_add(item.size + 1));
        let depth = items.iter().map(|item| item.depth).max().unwrap_or(0) + 1;
        let hole = items.iter().find_map(|item| item.hole.clone());
        Self::bounded(Content::Array(items), size, depth, hole)
    }

    /// An object; none if it is too large to be shown.
    pub(super) fn object(
        members: Vec<(String, Rc<Self>)>,
        orders: Vec<(String, Rc<Self>)>,
    ) -> Option<Rc<Self>> {
        let size = members.iter().fold(2_u64, |size, (name, value)| {
            size.saturating_add(name.len() as u64 + 4).saturating_add(value.size)
        });
        let depth = members.iter().map(|(_, value)| value.depth).max().unwrap_or(0) + 1;
        let hole = members.iter().find_map(|(_, value)| value.hole.clone()).or_else(|| {
            let fits = orders.len() < 2 || matches!(Self::fit(&members, &orders), Fit::Order(_));
            (!fits).then(|| Rc::new(Reason::Order))
        });
        Self::bounded(Content::Object(members, orders), size, depth, hole)
    }

    /// Whether members of an object stand in an order that fits all that is said of it.
    pub(super) fn fit(members: &[(String, Rc<Self>)], orders: &[(String, Rc<Self>)]) -> Fit {
        let names = members.iter().flat_map(|(name, value)| {
            let times = match &value.content {
                Content::Repeated(values) => values.len(),
                _ => 1,
            };
            std::iter::repeat_n(name.as_str(), times)
        });
        order::in_one(&names.collect::<Vec<_>>(), &texts(orders))
    }

    /// The items of an array as what stands under one name.
    pub(super) fn repeated(array: &Self) -> Rc<Self> {
        let mut repeated = array.clone();
        if let Content::Array(items) = repeated.content {
            repeated.content = Content::Repeated(items);
        }
        Rc::new(repeated)
    }

    fn bounded(
        content: Content,
        size: u64,
        depth: u32,
        hole: Option<Rc<Reason>>,
    ) -> Option<Rc<Self>> {
        (size <= SIZE && depth <= DEPTH)
            .then(|| Rc::new(Self { content, size, depth, hole, stands_in: false }))
    }

    /// Why some of it only stands for what is not known; none if all of it is known.
    pub(super) fn doubt(&self) -> Option<&Rc<Reason>> {
        self.hole.as_ref()
    }

    /// The places of the values that stand for others, as JSON pointers.
    pub(super) fn holes(&self) -> Vec<String> {
        fn find(of: &Tree, at: &str, holes: &mut Vec<String>) {
            if of.stands_in {
                holes.push(at.to_owned());
                return;
            }
            // Only what holds one is looked into, and the depth is bounded.
            match &of.content {
                _ if of.hole.is_none() => {}
                Content::Scalar(_) => {}
                Content::Array(items) => {
                    for (index, item) in items.iter().enumerate() {
                        find(item, &format!("{at}/{index}"), holes);
                    }
                }
                Content::Object(members, _) => {
                    for (name, value) in members {
                        find(value, &format!("{at}/{}", pointer::token(name)), holes);
                    }
                }
                // No pointer tells them apart.
                Content::Repeated(_) => holes.push(at.to_owned()),
            }
        }
        let mut holes = Vec::new();
        find(self, "", &mut holes);
        holes
    }

    /// About how many characters it prints as.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// The members of an object.
    pub(super) fn members(&self) -> Option<&[(String, Rc<Self>)]> {
        match &self.content {
            Content::Object(members, _) => Some(members),
            Content::Scalar(_) | Content::Array(_) | Content::Repeated(_) => None,
        }
    }

    /// What is said of the order of an object's members.
    pub(super) fn orders(&self) -> &[(String, Rc<Self>)] {
        match &self.content {
            Content::Object(_, orders) => orders,
            Content::Scalar(_) | Content::Array(_) | Content::Repeated(_) => &[],
        }
    }

    /// The document. The depth is bounded, and so is the recursion.
    pub(super) fn json(&self) -> Json {
        match &self.content {
            Content::Scalar(value) => value.clone(),
            Content::Array(items) => Json::Array(items.iter().map(|item| item.json()).collect()),
            Content::Object(members, orders) => {
                let values = |value: &Rc<Self>| match &value.content {
                    Content::Repeated(values) => values.iter().map(|it| it.json()).collect(),
                    _ => vec![value.json()],
                };
                let members = members.iter().flat_map(|(name, value)| {
                    values(value).into_iter().map(|value| (name.clone(), value))
                });
                let mut members: Vec<(String, Json)> = members.collect();
                order::put(&mut members, &texts(orders));
                Json::Object(members.into_iter().collect())
            }
            // Only as a member's: see above.
            Content::Repeated(values) => values.last().map_or(Json::Null, |value| value.json()),
        }
    }
}

/// What is said of the order of an object's members.
fn texts(orders: &[(String, Rc<Tree>)]) -> Vec<&str> {
    let texts = orders.iter().filter_map(|(_, text)| match &text.content {
        Content::Scalar(Json::String(text)) => Some(text.as_str()),
        _ => None,
    });
    texts.collect()
}
