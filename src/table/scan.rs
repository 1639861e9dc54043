//! The rows below a table's headings, up to where another table begins.

use super::headings::block::Block;
use super::headings::column::kinds_below;
use super::headings::field::Fields;
use super::headings::window::{Merges, Window, is_blank_cell};
use super::rows::column_numbers::is_column_numbers;
use super::rows::custom::{Tally, is_ordinary};
use super::rows::facts::{Facts, Roles, facts, repeats};
use super::rows::scanned::Scanned;
use crate::text::Period;
use crate::text::clean::is_blank_text;
use crate::text::heading::Heading;
use crate::text::label::words;
use crate::text::period::period_in;
use crate::text::phrase::is_page_title;
use crate::threads::in_runs;
use crate::workbook::{Cell, Merge, RowView, Sheet, Value};
use std::ops::Range;

/// So many rows are looked at ahead of the one that is judged, at first and at most.
const FEWEST_AHEAD: usize = 64;
const MOST_AHEAD: usize = 32_768;

/// Rows that hold something, as they were looked at.
enum Seen<'a> {
    /// Data with figures, one row below another, whatever stands around them: each with its number, and what is counted of all.
    Plain(Vec<(u32, Option<u32>)>, Tally),
    One(Box<Look<'a>>),
}

/// A row, and what it says by itself.
struct Look<'a> {
    view: RowView<'a>,
    repeats: (usize, usize),
    is_numbers: bool,
    facts: Facts<'a>,
}

/// A sheet whose tables are sought.
pub(crate) struct Finder<'a> {
    pub sheet: &'a Sheet,
    pub merges: &'a Merges,
    pub fields: &'a Fields<'a>,
}

impl Finder<'_> {
    /// The cells between the last table and this one's headings.
    pub fn captions(&self, from: u32, header: u32) -> Vec<Cell<'_>> {
        self.sheet.between(from, header).filter(|cell| !is_blank_cell(cell)).collect()
    }

    /// The texts in the rows of the headings right of all that stands below them, over nothing:
    /// `dalam ribuan rupiah` typed beside the headings of a table that begins in the first row.
    pub fn beside_headings<'s>(&'s self, window: &Window, block: &Block) -> Vec<Cell<'s>> {
        let is_held = |used: &usize| kinds_below(window, *used, block.last).filled() > 0;
        let Some(last) = (0..window.columns.len()).rev().find(is_held).map(|used| window.columns[used]) else {
            return Vec::new();
        };
        let states_years = block
            .columns
            .iter()
            .any(|column| is_held(&column.used) && block.headings(window, column).iter().any(|heading| heading.period.is_some()));
        let cells = self.captions(block.first, block.last + 1).into_iter();
        let is_word = |cell: &Cell| matches!(&cell.value, Value::Text(text) if text.chars().any(char::is_alphabetic));
        // Beside columns of years an empty one may be next year's.
        cells.filter(|cell| cell.at.column > last && is_word(cell) && !states_years).collect()
    }

    /// The text alone in the row right below the headings, where no other parts the rows: it
    /// speaks of all of them, as a title does.
    pub fn only_label(&self, row: u32) -> Option<Cell<'_>> {
        let mut own = self.captions(row, row + 1);
        let label = own.pop().filter(|cell| own.is_empty() && matches!(cell.value, Value::Text(_)))?;
        let (mut has_data, mut may_part) = (false, false);
        for view in self.sheet.cells.rows_from(row + 1) {
            match view.cells().filter(|cell| !is_blank_cell(cell)).take(3).count() {
                0 => {}
                1 | 2 => may_part |= has_data,
                _ if may_part => return None,
                _ => has_data = true,
            }
        }
        has_data.then_some(label)
    }

    /// The rows below the headings, up to where another table's headings stand, and
    /// whether those are its own but for a column, a unit or a year.
    pub fn scan(
        &self,
        from: u32,
        roles: &Roles,
        period: Option<&Period>,
        ordinary: &mut Tally,
    ) -> (Vec<Scanned<'_>>, Option<(u32, bool)>) {
        let mut scanned: Vec<Scanned> = Vec::new();
        // Rows since the last data row or total: a new table's titles, if one follows.
        let mut quiet: Option<u32> = None;
        let mut titles = Titles::default();
        let mut has_data = false;
        let mut has_foot = false;
        for seen in self.looks(from, roles) {
            let look = match seen {
                // Nothing more is asked of most rows.
                Seen::Plain(rows, tally) => {
                    ordinary.add(tally);
                    scanned.extend(rows.into_iter().map(|(row, number)| Scanned::Data(row, number)));
                    (has_data, quiet) = (true, None);
                    continue;
                }
                Seen::One(look) => look,
            };
            let Look { view, repeats: (same, other), is_numbers, facts } = *look;
            let row = view.row();
            let row_cells = || view.cells().collect::<Vec<Cell>>();
            let is_repeat = same >= 2 && same > other || same == 1 && other == 0 && self.repeats_next(row, roles);
            if is_repeat && has_data && self.heads_otherwise(&row_cells(), roles) {
                let from = quiet.unwrap_or(row);
                return (
                    keep_before(scanned, quiet),
                    Some((from, !has_foot && !self.other_period(&mut titles, from..row, period))),
                );
            }
            if is_repeat {
                let titled = self.other_period(&mut titles, quiet.unwrap_or(row)..row, period)
                    && (period.is_some() || !self.goes_on_by_number(&scanned, quiet.unwrap_or(row)..row, roles));
                if has_data && (has_foot || titled) {
                    return (keep_before(scanned, quiet), Some((quiet.unwrap_or(row), false)));
                }
                scanned.push(Scanned::Repeat(row));
                continue;
            }
            if is_numbers {
                scanned.push(Scanned::Numbers(row));
                continue;
            }
            let has_figures = facts.amounts + facts.other_figures > 0 || facts.is_numbered;
            let is_busy = has_figures || facts.has_key;
            if has_data && !has_figures && self.is_other_heading(&row_cells(), &facts) {
                // The same headings in other words, right below the rows: the list goes on.
                let is_right_below = quiet.is_none_or(|quiet| self.goes_on_by_number(&scanned, quiet..row, roles));
                let goes_on = is_right_below && !has_foot && self.heads_alike(&row_cells(), roles);
                return (keep_before(scanned, quiet), Some((quiet.unwrap_or(row), goes_on)));
            }
            if is_busy {
                has_data = true;
                quiet = None;
            } else {
                quiet = quiet.or(Some(row));
            }
            has_foot |= has_data && !is_busy && facts.texts.iter().any(|text| crate::text::phrase::is_foot(text));
            // Nothing more is asked of most rows.
            if is_plain(&facts) {
                ordinary.count(&facts);
                scanned.push(Scanned::Data(row, facts.number));
            } else {
                scanned.push(Scanned::Row(Box::new(facts)));
            }
        }
        (scanned, None)
    }

    /// The rows from here on that hold something, each with what it says by itself: looked at by
    /// several threads, and no further ahead than twice as many rows as were asked for.
    fn looks<'s>(&'s self, from: u32, roles: &Roles) -> impl Iterator<Item = Seen<'s>> {
        let mut views = self.sheet.cells.rows_from(from);
        let mut ahead = FEWEST_AHEAD;
        let look = |view: RowView<'s>| {
            let cells: Vec<Cell> = view.cells().collect();
            (!cells.iter().all(is_blank_cell)).then(|| Look {
                view,
                repeats: repeats(&cells, roles),
                is_numbers: is_column_numbers(&cells, roles),
                facts: Facts {
                    is_declared_total: is_declared_total(self.sheet, view.row(), roles),
                    ..facts(&cells, roles, self.merges)
                },
            })
        };
        let of_run = move |run: &[RowView<'s>]| {
            let mut seen: Vec<Seen> = Vec::new();
            for look in run.iter().filter_map(|view| look(*view)) {
                let may_repeat = look.repeats.0 > 0 && look.repeats.0 > look.repeats.1;
                if may_repeat || look.is_numbers || !is_plain(&look.facts) {
                    seen.push(Seen::One(Box::new(look)));
                    continue;
                }
                let own = (look.view.row(), look.facts.number);
                if let Some(Seen::Plain(rows, tally)) = seen.last_mut() {
                    rows.push(own);
                    tally.count(&look.facts);
                } else {
                    let mut tally = Tally::default();
                    tally.count(&look.facts);
                    seen.push(Seen::Plain(vec![own], tally));
                }
            }
            seen
        };
        let windows = std::iter::from_fn(move || {
            let window: Vec<RowView> = views.by_ref().take(ahead).collect();
            ahead = (ahead * 2).min(MOST_AHEAD);
            (!window.is_empty()).then(|| in_runs(&window, of_run))
        });
        windows.flatten().flatten()
    }

    /// Whether a row that repeats the headings has another column's heading, a
    /// field's, a unit or a year where it does not.
    fn heads_otherwise(&self, cells: &[Cell], roles: &Roles) -> bool {
        cells.iter().any(|cell| {
            let Value::Text(text) = &cell.value else { return false };
            let Some(own) = roles.labels.get(&cell.at.column).filter(|_| !is_blank_text(text) && text.len() <= 200) else {
                return false;
            };
            let whole = words(text).concat();
            if own.contains(&whole) {
                return false;
            }
            // Another word over what is counted, or over what tells the rows, may head another thing.
            if roles.figures.get(&cell.at.column) == Some(&true) || roles.keys.contains(&cell.at.column) {
                return true;
            }
            let heading = Heading::read(text);
            let is_elsewhere = || roles.labels.values().any(|labels| labels.contains(&whole));
            heading.unit.is_some() || heading.period.is_some() || self.fields.is_known(&heading) || is_elsewhere()
        })
    }

    /// Whether a row's headings are of as many fields as this table's own columns: the same list.
    fn heads_alike(&self, cells: &[Cell], roles: &Roles) -> bool {
        let known = |cell: &&Cell| matches!(&cell.value, Value::Text(text) if self.fields.is_known(&Heading::read(text)));
        let heads = cells.iter().filter(|cell| !is_blank_cell(cell)).count();
        cells.iter().filter(known).count() * 2 > heads && heads == roles.labels.len()
    }

    /// Whether the next row repeats the headings too (this one repeats a parent's).
    fn repeats_next(&self, row: u32, roles: &Roles) -> bool {
        let (same, other) = repeats(&self.sheet.row(row + 1), roles);
        same >= 2 && same > other
    }

    /// Whether these rows over headings that come again say that the list goes on, on its next page, and its numbers do.
    fn goes_on_by_number(&self, scanned: &[Scanned], titles: Range<u32>, roles: &Roles) -> bool {
        let says = |cell: &Cell| matches!(&cell.value, Value::Text(text) if is_page_title(text));
        let last = scanned.iter().rev().find_map(|row| match row {
            Scanned::Data(_, number) => *number,
            Scanned::Row(facts) => facts.number,
            _ => None,
        });
        let next = (titles.end + 1..=titles.end + 2).find_map(|row| facts(&self.sheet.row(row), roles, self.merges).number);
        last.is_some_and(|last| next == Some(last + 1)) && self.captions(titles.start, titles.end).iter().any(says)
    }

    /// Whether titles in these rows state another year than the table's own.
    fn other_period(&self, titles: &mut Titles, rows: Range<u32>, period: Option<&Period>) -> bool {
        if titles.from != rows.start {
            *titles = Titles { from: rows.start, heard: rows.start, state_another: false };
        }
        let own = period.and_then(|period| period.year);
        titles.state_another |= self.captions(titles.heard, rows.end).iter().any(|cell| match &cell.value {
            Value::Text(text) => {
                let words = words(text);
                period_in(&words, text).and_then(|(period, ..)| period.year).is_some_and(|year| Some(year) != own)
            }
            _ => false,
        });
        titles.heard = rows.end;
        titles.state_another
    }

    /// Whether a row holds headings of wanted fields that are not this table's own.
    fn is_other_heading(&self, cells: &[Cell], facts: &Facts) -> bool {
        if facts.texts.len() < 2 {
            return false;
        }
        let known = |text: &str| text.len() <= 80 && self.fields.is_known(&Heading::read(text));
        // A name that is no heading settles nearly every row at once.
        if facts.name.as_deref().is_some_and(|name| !name.is_empty() && facts.figure_cells > 0 && !known(name)) {
            return false;
        }
        let hits =
            cells.iter().filter(|cell| matches!(&cell.value, Value::Text(text) if !is_blank_text(text) && known(text))).count();
        hits >= 2 && hits * 2 >= facts.texts.len()
    }
}

/// Whether the workbook itself says that a row is the totals row of a table.
fn is_declared_total(sheet: &Sheet, row: u32, roles: &Roles) -> bool {
    let is_declared = |rows: &Merge| {
        (rows.first.row..=rows.last.row).contains(&row)
            && roles.name.is_none_or(|name| (rows.first.column..=rows.last.column).contains(&name))
    };
    sheet.total_rows.iter().any(is_declared)
}

/// Whether a row is data with figures, whatever stands around it.
fn is_plain(facts: &Facts) -> bool {
    is_ordinary(facts) && facts.amounts + facts.other_figures > 0
}

/// What the rows since the last data row were heard to say, so that each is heard once.
#[derive(Default)]
struct Titles {
    from: u32,
    /// The first row that was not heard yet.
    heard: u32,
    state_another: bool,
}

/// The rows before the next table's titles.
fn keep_before(mut scanned: Vec<Scanned<'_>>, quiet: Option<u32>) -> Vec<Scanned<'_>> {
    if let Some(quiet) = quiet {
        scanned.retain(|row| row.row() < quiet);
    }
    scanned
}
