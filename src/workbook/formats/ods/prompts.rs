//! What cells ask for when they are filled in: the help of content validations, and the cells that have it.

use super::text::lines;
use crate::vocabulary::{Around, CellAddress};
use crate::workbook::budget::Budget;
use crate::workbook::failure::Dibaca;
use crate::workbook::formats::around::Gathered;
use crate::workbook::formats::xml::{Token, Xml, truncated};
use crate::workbook::sheet::Merge;
use std::collections::BTreeMap;
use std::io::Read;
use std::ops::Range;

/// The texts that are shown, by the name of their validation.
#[derive(Default)]
pub(super) struct Prompts(BTreeMap<String, String>);

impl Prompts {
    /// Reads the `<table:content-validations>` just opened to its close.
    pub fn read<R: Read>(&mut self, xml: &mut Xml<R>, budget: &mut Budget) -> Dibaca<()> {
        let outside = xml.depth().saturating_sub(1);
        let mut name = String::new();
        loop {
            match xml.next()? {
                Token::Open(tag) => match tag.local {
                    b"content-validation" => name = tag.text(b"table:name")?.unwrap_or_default(),
                    b"help-message" if tag.is_true(b"table:display") => {
                        let title = tag.text(b"table:title")?.unwrap_or_default();
                        let text = format!("{title}\n{}", lines(xml)?);
                        budget.style()?;
                        budget.text(&name, 1)?;
                        budget.text(&text, 1)?;
                        self.0.insert(name.clone(), text);
                    }
                    _ => xml.skip()?,
                },
                Token::Close(_, depth) if depth <= outside => return Ok(()),
                Token::End => return Err(truncated()),
                _ => {}
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The cells of one table that have each validation: from the first to the last of them.
#[derive(Default)]
pub(super) struct Asked(BTreeMap<String, Merge>);

impl Asked {
    /// Cells of these rows and columns have a validation.
    pub fn hear(&mut self, name: String, rows: Range<u32>, columns: Range<u32>) {
        let last =
            CellAddress::new(rows.end.clamp(1, CellAddress::MAX_ROWS) - 1, columns.end.clamp(1, CellAddress::MAX_COLUMNS) - 1);
        let first = CellAddress::new(rows.start.min(last.row), columns.start.min(last.column));
        let own = self.0.entry(name).or_insert(Merge { first, last });
        own.first = CellAddress::new(own.first.row.min(first.row), own.first.column.min(first.column));
        own.last = CellAddress::new(own.last.row.max(last.row), own.last.column.max(last.column));
    }

    /// Adds what the cells ask for to what stands around them.
    pub fn tell(self, prompts: &Prompts, around: &mut Gathered, budget: &mut Budget) -> Dibaca<()> {
        for (name, cells) in self.0 {
            if let Some(text) = prompts.0.get(&name) {
                around.add(Around::Prompt, Some(cells), text, budget)?;
            }
        }
        Ok(())
    }
}
