//! Which of the things that are gone and of those that are new are the same under another name.

use crate::rules::distance;

/// Something that may have been renamed.
pub(super) struct Candidate<'a, T> {
    /// Its name.
    pub(super) name: &'a str,
    /// Its place among its siblings.
    pub(super) place: usize,
    /// What must be equal for the two to be the same; none if it is certain that it was not
    /// renamed.
    pub(super) shape: Option<T>,
}

/// Pairs what is gone with what is new, as indices into the two lists: equal shapes with similar
/// names, nearest names first; of what is left, equal shapes at the same place where nothing else
/// competes. A renamed thing that is not recognised is reported as removed and added.
pub(super) fn pairs<T: PartialEq>(
    gone: &[Candidate<'_, T>],
    new: &[Candidate<'_, T>],
) -> Vec<(usize, usize)> {
    let mut ranked = Vec::new();
    for (i, old) in gone.iter().enumerate() {
        for (j, fresh) in new.iter().enumerate() {
            if alike(old, fresh)
                && let Some(rank) = likeness(old.name, fresh.name)
            {
                ranked.push((rank, old.place.abs_diff(fresh.place), i, j));
            }
        }
    }
    ranked.sort_unstable();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (_, _, i, j) in ranked {
        if pairs.iter().all(|(a, b)| *a != i && *b != j) {
            pairs.push((i, j));
        }
    }
    if let ([old], [fresh]) = (gone, new)
        && pairs.is_empty()
        && old.place == fresh.place
        && alike(old, fresh)
    {
        pairs.push((0, 0));
    }
    pairs.sort_unstable();
    pairs
}

fn alike<T: PartialEq>(old: &Candidate<'_, T>, new: &Candidate<'_, T>) -> bool {
    old.shape.is_some() && old.shape == new.shape
}

/// How far two names are from each other; none if they are not alike. Case and separators count
/// for nothing: `orderId` and `order_id` are one name.
fn likeness(one: &str, other: &str) -> Option<usize> {
    let (one, other) = (plain(one), plain(other));
    let longer = one.chars().count().max(other.chars().count());
    let contained = one.contains(&other) || other.contains(&one);
    let distance = distance(&one, &other);
    (distance * 3 <= longer || (contained && longer > 2)).then_some(distance)
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names<'a>(names: &[&'a str]) -> Vec<Candidate<'a, ()>> {
        let candidate =
            |(place, name): (usize, &&'a str)| Candidate { name, place, shape: Some(()) };
        names.iter().enumerate().map(candidate).collect()
    }

    #[test]
    fn similar_names_pair() {
        let (gone, new) = (names(&["total", "orderId"]), names(&["order_id", "total_cents"]));
        assert_eq!(pairs(&gone, &new), [(0, 1), (1, 0)]);
    }

    #[test]
    fn unlike_names_pair_only_where_nothing_competes() {
        assert_eq!(pairs(&names(&["note"]), &names(&["remark"])), [(0, 0)]);
        assert_eq!(pairs(&names(&["note", "tag"]), &names(&["remark", "word"])), []);
    }

    #[test]
    fn different_shapes_never_pair() {
        let gone = [Candidate { name: "total", place: 0, shape: Some(1) }];
        let new = [Candidate { name: "totals", place: 0, shape: Some(2) }];
        assert_eq!(pairs(&gone, &new), []);
    }
}
