//! Texts held end to end, told by a number.

use super::block::OWN;

/// Texts in one run of letters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    letters: String,
    /// Where each text ends.
    ends: Vec<u32>,
}

impl Texts {
    /// Adds a text; its number. `None` beyond two thousand million texts or twice
    /// as many bytes, which no budget lets through.
    pub fn push(&mut self, text: &str) -> Option<u32> {
        let id = u32::try_from(self.ends.len()).ok().filter(|id| id & OWN == 0)?;
        let end = u32::try_from(self.letters.len().checked_add(text.len())?).ok()?;
        self.letters.push_str(text);
        self.ends.push(end);
        Some(id)
    }

    /// The text of a number; empty where there is none.
    pub fn get(&self, id: u32) -> &str {
        let index = id as usize;
        let start = match index.checked_sub(1) {
            Some(before) => self.ends.get(before).copied().unwrap_or_default(),
            None => 0,
        };
        let end = self.ends.get(index).copied().unwrap_or(start);
        self.letters.get(start as usize..end as usize).unwrap_or_default()
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn shrink(&mut self) {
        self.letters.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}
