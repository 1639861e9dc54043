//! A value and what was found on the way to it.

use super::{Temuan, Tingkat};

/// A value with its findings, in the order they were met.
#[derive(Clone, Debug, Default)]
pub struct Checked<T> {
    pub value: T,
    pub temuan: Vec<Temuan>,
}

impl<T> Checked<T> {
    pub fn new(value: T, temuan: Vec<Temuan>) -> Self {
        Self { value, temuan }
    }

    /// The value, its findings moved to the end of `sink`.
    pub fn collect_into(self, sink: &mut Vec<Temuan>) -> T {
        sink.extend(self.temuan);
        self.value
    }

    /// Whether a finding stands that forbids a report.
    pub fn has_galat(&self) -> bool {
        self.temuan.iter().any(|temuan| temuan.tingkat() == Tingkat::Galat)
    }
}
