//! How the cells of a data sheet look.

use crate::document::{Calculated, DataCell, DataColumn, Group, RowStyle, Style};
use crate::render::xlsx::look::{DATA, lettering};
use crate::render::xlsx::number;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The size of what is shown smaller, in points; on sheets of data, which are printed smaller than tables.
const QUIET: f32 = 8.0;
const QUIET_DATA: f32 = 9.5;

/// Whether a column's letters are smaller than others: those that name a row are only grey, for they are read on each of its pages.
pub(super) fn is_small(column: &DataColumn) -> bool {
    column.quiet && column.group != Group::Identity
}

/// The size of letters, in points.
pub(super) fn size(small: bool, table: bool) -> f32 {
    match (small, table) {
        (false, _) => DATA,
        (true, true) => QUIET,
        (true, false) => QUIET_DATA,
    }
}

/// What makes one format differ from another.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    section: bool,
    total: bool,
    quiet: bool,
    small: bool,
    right: bool,
    wrap: bool,
    /// Letters become smaller until the text fits.
    shrink: bool,
    /// May be changed on a protected sheet.
    input: bool,
    note: bool,
    /// The sheet is a table of wrapped rows: all its cells stand in their rows' middle, over a thin rule.
    table: bool,
    code: Option<Cow<'static, str>>,
}

/// The formats of a data sheet, each made once.
pub(super) struct Formats {
    font: &'static str,
    /// Whether texts are wrapped.
    wraps: bool,
    /// Whether the sheet is a table of wrapped rows, without filters.
    table: bool,
    known: BTreeMap<Key, Rc<Format>>,
}

impl Formats {
    pub(super) fn new(font: &'static str, wraps: bool, table: bool) -> Self {
        Self { font, wraps, table, known: BTreeMap::new() }
    }

    /// What the format of a cell hangs on.
    pub(super) fn key(&self, cell: &DataCell, style: RowStyle, column: Option<&DataColumn>) -> Key {
        let code = match cell {
            DataCell::Empty | DataCell::Text(_) | DataCell::Choice { .. } => None,
            DataCell::Number { value, format } => Some(number::code(*format, *value)),
            DataCell::Input { value, format } => Some(number::code(*format, value.number().unwrap_or_default())),
            DataCell::Date(_) => Some(Cow::Borrowed("dd/mm/yyyy")),
            // Words among words, as the verdict under the names of control totals.
            DataCell::Formula { result: Calculated::Text(_), .. }
                if column.is_some_and(|column| column.wrap && !column.right) =>
            {
                None
            }
            DataCell::Formula { result, format, .. } => Some(number::code(*format, result.number().unwrap_or_default())),
        };
        let section = style == RowStyle::Section;
        // What differs is said beside the rows' names over all that is free at its right, and of each column within it.
        let is_said = style == RowStyle::Control && matches!(cell, DataCell::Formula { result: Calculated::Text(_), .. });
        let of_control = is_said.then(|| column.map_or(Group::Used, |column| column.group));
        let wraps = self.wraps && !section && of_control.is_none() && column.is_some_and(|column| column.wrap);
        Key {
            section,
            total: style == RowStyle::Total,
            quiet: column.is_some_and(|column| column.quiet) || style == RowStyle::Note,
            small: column.is_some_and(is_small) || style == RowStyle::Note,
            right: column.is_some_and(|column| column.right),
            wrap: wraps || style == RowStyle::Note,
            shrink: of_control.is_some_and(|of| of != Group::Identity),
            input: matches!(cell, DataCell::Input { .. } | DataCell::Choice { .. })
                || style == RowStyle::Plain && column.is_some_and(|column| column.input),
            note: style == RowStyle::Note,
            table: self.table,
            code,
        }
    }

    /// The same for what is typed below the rows, which nobody has typed yet.
    pub(super) fn unmarked(key: Key) -> Key {
        Key { input: false, ..key }
    }

    /// The format that a key stands for.
    pub(super) fn get(&mut self, key: &Key) -> Rc<Format> {
        if let Some(known) = self.known.get(key) {
            return known.clone();
        }
        let font = self.font;
        let format = {
            let style = Style { bold: key.section || key.total, ..Style::default() };
            let mut format = lettering(font, style, size(key.small, key.table));
            if key.quiet {
                format = format.set_font_color(Color::RGB(0x0080_8080));
            }
            // As far from what stands above as from what stands below: a heading's rule, or the next row.
            format = format.set_align(FormatAlign::VerticalCenter);
            if key.table {
                format = format.set_border_bottom(FormatBorder::Thin).set_border_bottom_color(Color::RGB(0x00D9_D9D9));
            }
            if key.total && !key.table {
                format = format.set_border_top(FormatBorder::Thin);
            }
            if key.note {
                format = format.set_align(FormatAlign::Bottom);
            }
            if key.input {
                format =
                    format.set_unlocked().set_background_color(Color::RGB(0x00FF_F2CC)).set_font_color(Color::RGB(0x0000_00FF));
            }
            if key.section {
                format = format.set_background_color(Color::RGB(0x00F2_F2F2));
            }
            if key.wrap {
                format = format.set_text_wrap();
            }
            if key.shrink {
                format = format.set_shrink();
            }
            if key.right {
                format = format.set_align(FormatAlign::Right);
            } else if key.code.is_none() && (key.wrap || key.quiet || key.table && !key.section) {
                // A text beside numbers would touch them.
                format = format.set_align(FormatAlign::Left).set_indent(1);
            }
            if let Some(code) = &key.code {
                format = format.set_num_format(number::off_the_rule(code));
            } else if key.right {
                format = format.set_num_format(number::off_the_rule("@"));
            }
            Rc::new(format)
        };
        self.known.insert(key.clone(), format.clone());
        format
    }
}
