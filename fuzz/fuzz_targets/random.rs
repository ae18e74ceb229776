//! Choices read from the fuzzer's input, with the methods of the oracle's seeded source.

/// The input from its end; when it is used up every choice is the first one.
pub(crate) struct Random(Vec<u8>);

impl Random {
    pub(crate) fn new(bytes: &[u8]) -> Self {
        Self(bytes.iter().rev().copied().collect())
    }

    /// A number below the bound, which is not zero.
    pub(crate) fn below(&mut self, bound: usize) -> usize {
        usize::from(self.0.pop().unwrap_or(0)) % bound
    }

    /// A number in the range, both ends included.
    pub(crate) fn within(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1) as usize) as i64
    }

    /// True so many times out of a hundred.
    pub(crate) fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// One of them.
    pub(crate) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}
