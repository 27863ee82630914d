//! A quick hash. What is hashed comes from programs, not from adversaries.

use std::hash::{BuildHasherDefault, Hasher};

/// For hash tables.
pub type QuickHash = BuildHasherDefault<QuickHasher>;

/// A multiplicative hash, eight bytes a step.
#[derive(Default)]
pub struct QuickHasher(u64);

impl QuickHasher {
    fn mix(&mut self, word: u64) {
        const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
        let product = (self.0 ^ word).wrapping_mul(FACTOR);
        self.0 = product ^ (product >> 32);
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        self.mix(rest.iter().fold(bytes.len() as u64, |tail, &byte| tail << 8 | u64::from(byte)));
    }

    fn write_u8(&mut self, value: u8) {
        self.mix(value.into());
    }

    fn write_u32(&mut self, value: u32) {
        self.mix(value.into());
    }

    fn write_u64(&mut self, value: u64) {
        self.mix(value);
    }

    fn write_usize(&mut self, value: usize) {
        self.mix(value as u64);
    }

    fn finish(&self) -> u64 {
        // Tables take the bucket from the low bits and a tag from the high ones.
        self.0.rotate_left(20)
    }
}

/// The hash of a text.
#[expect(clippy::cast_possible_truncation, reason = "a hash may lose bits")]
pub fn hash(text: &[u8]) -> usize {
    let mut hasher = QuickHasher::default();
    hasher.write(text);
    hasher.0 as usize
}
