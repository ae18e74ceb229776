//! FNV-1a in 64 bits: the same in every process, unlike the hashers of std.

/// A hash in the making.
pub(crate) struct Fnv(u64);

impl Fnv {
    pub(crate) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// The hash of one text.
    pub(crate) fn of(text: &str) -> u64 {
        let mut hash = Self::new();
        hash.bytes(text.as_bytes());
        hash.0
    }

    /// Adds a text, and an end that keeps ("ab", "c") and ("a", "bc") apart.
    pub(crate) fn add(&mut self, text: &str) {
        self.bytes(text.as_bytes());
        // UTF-8 has no 0xff.
        self.bytes(&[0xff]);
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    pub(crate) fn end(self) -> u64 {
        self.0
    }
}
