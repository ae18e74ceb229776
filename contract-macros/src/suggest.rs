//! "Did you mean": the nearest of some words.

/// The candidate that `word` most likely stands for: one that differs by case or by few letters.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word = word.to_lowercase().replace('-', "_");
    // One letter in three may differ, but short words share too many letters for more than one.
    let limit = if word.chars().count() < 5 { 1 } else { word.chars().count() / 3 };
    candidates
        .into_iter()
        .map(|candidate| (distance(&word, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The least number of insertions, deletions, replacements and swaps of neighbours that turn one
/// word into the other (the optimal string alignment distance).
fn distance(from: &str, to: &str) -> usize {
    let from: Vec<char> = from.chars().collect();
    let to: Vec<char> = to.chars().collect();
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for i in 1..=from.len() {
        let mut row = vec![i];
        for j in 1..=to.len() {
            let replaced = last[j - 1] + usize::from(from[i - 1] != to[j - 1]);
            let mut best = replaced.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[to.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (from, to, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("level", "level", 0),
            ("levle", "level", 1),
            ("levl", "level", 1),
            ("sunset", "since", 3),
        ] {
            assert_eq!(distance(from, to), expected, "{from} -> {to}");
            assert_eq!(distance(to, from), expected, "{to} -> {from}");
        }
    }

    #[test]
    fn near_words_only() {
        let words = ["level", "meaning", "unit", "id"];
        assert_eq!(nearest("levle", words), Some("level"));
        assert_eq!(nearest("Level", words), Some("level"));
        assert_eq!(nearest("lvel", words), Some("level"));
        assert_eq!(nearest("ids", words), Some("id"));
        assert_eq!(nearest("owner", words), None);
        assert_eq!(nearest("xy", words), None);
    }
}
