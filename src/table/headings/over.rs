//! Labels over a column that may make another thing of its heading.

use super::column::BlockColumn;
use super::field::Fields;
use super::window::Window;
use super::words::is_qualifier;
use crate::text::label::words;
use crate::text::limiting;
use crate::text::section::{SectionLabel, section_label};
use std::collections::BTreeSet;

/// The labels of heading rows, to be judged by what they say of the columns below them.
pub(crate) struct Labels<'a> {
    pub window: &'a Window<'a>,
    pub fields: &'a Fields<'a>,
    /// Labels merged over some of the columns, above the headings.
    pub above: &'a [u32],
    /// Titles: labels over all columns.
    pub over_all: &'a BTreeSet<u32>,
}

impl Labels<'_> {
    /// The first label over a column that may make another thing of the field's
    /// heading; a title over all columns says nothing of one.
    pub fn strange_over(&self, column: &BlockColumn, field: usize) -> Option<u32> {
        let Self { window, fields, above, over_all } = *self;
        let (_, parents) = column.path.split_last()?;
        let stands_over = |id: &&u32| {
            let (cell, own) = (window.held(**id), window.columns[column.used]);
            (cell.at.column..=cell.last.column).contains(&own)
        };
        let is_strange = |id: &&u32| {
            !over_all.contains(*id) && window.heading(**id).is_some_and(|parent| !fields.is_plain_over(field, parent))
        };
        let above = above.iter().filter(stands_over);
        above.chain(parents).find(is_strange).copied()
    }

    /// Whether a label over a heading that the profile names says that its figures are planned, a sample's or
    /// another time's; not where the profile's words hold the label too (`Target / Volume Usaha`).
    pub fn limits_declared(&self, id: u32, alias: &str) -> bool {
        let Some(label) = self.window.heading(id) else { return false };
        let is_named = words(alias).concat().contains(&label.whole);
        let is_status = || matches!(section_label(&label.text, |_| false), SectionLabel::Status(_));
        let limits = || label.words.iter().any(|word| is_qualifier(word)) || limiting(&label.text).is_some() || is_status();
        !is_named && limits()
    }
}
