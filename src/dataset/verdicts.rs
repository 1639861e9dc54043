//! What was found of texts lately: places and kinds come again from row to row, and need not be judged each time.

use crate::workbook::{Cell, Value};

/// The verdicts on texts by their column: a sheet holds each text once, so that the same place in memory is the same text.
pub(crate) struct Verdicts(Vec<Option<(u32, *const u8, usize, bool)>>);

impl Default for Verdicts {
    fn default() -> Self {
        Self(vec![None; Self::MOST])
    }
}

impl Verdicts {
    const MOST: usize = 1_024;

    /// The verdict on a cell; `judge` is asked where the text did not come lately.
    pub(crate) fn of(&mut self, cell: &Cell, judge: impl Fn(&Cell) -> bool) -> bool {
        let Value::Text(text) = &cell.value else { return judge(cell) };
        let own = (cell.at.column, text.as_ptr(), text.len());
        let place = (own.1.addr() / 4 + own.2 * 31 + own.0 as usize * 257) % Self::MOST;
        match self.0.get(place).copied().flatten() {
            Some((column, at, length, verdict)) if (column, at, length) == own => verdict,
            _ => {
                let verdict = judge(cell);
                if let Some(place) = self.0.get_mut(place) {
                    *place = Some((own.0, own.1, own.2, verdict));
                }
                verdict
            }
        }
    }
}
