//! Finds the tables of a sheet: the heading rows by their words, then every row
//! below them, then the next table.

use super::headings::block::Block;
use super::headings::field::Fields;
use super::headings::window::{Merges, Window, is_blank_cell};
use super::heard::Heard;
use super::noted::noted_units;
use super::rows::custom::Tally;
use super::rows::facts::{Roles, facts, lone_year};
use super::rows::familiar::Familiar;
use super::rows::kinds::row_kinds;
use super::scan::Finder;
use super::search::{best_block, block_at};
use super::unit_said::{UnitSaid, settle_units};
use super::{Hints, LayoutRow, LayoutRows, Limit, RowKind, StatedYear, TableLayout, UnitStated, Wanted};
use crate::text::Period;
use crate::text::label::words;
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::Sheet;

/// In how many tables below it a table's own rows are looked for: a sheet of
/// thousands is gone through a few dozen times, not once for each.
const BELOW: usize = 32;

/// The tables of a sheet that hold any of the wanted fields, top to bottom. A
/// table without the name's field is among them, with a low score; the caller picks.
pub fn find_tables(sheet: &Sheet, wanted: &[Wanted], hints: &Hints) -> Vec<TableLayout> {
    let fields = Fields::new(wanted, hints);
    let merges = Merges::of(sheet);
    let mut found = Found::default();
    let (mut from, mut continues) = (0, false);
    while let Some(window) = Window::open(sheet, &merges, from) {
        let block = match hints.header_rows.filter(|_| found.tables.is_empty()) {
            Some(rows) => block_at(sheet, &merges, &fields, rows.first, rows.last),
            None => best_block(&window, &fields).map(|block| (window, block)),
        };
        let Some((window, block)) = block else { break };
        let finder = Finder { sheet, merges: &merges, fields: &fields };
        let next = finder.read(&window, &block, from, &mut found);
        if let Some(table) = found.tables.last_mut() {
            table.continues = continues;
        }
        match next {
            Some((next, goes_on)) if next > block.last => (from, continues) = (next, goes_on),
            _ => break,
        }
    }
    heed_what_stands_below(sheet, &merges, &mut found);
    hand_units_down(&mut found.tables);
    found.tables
}

/// A list that goes on under other headings is in the unit that the caption over its first part
/// states, unless a caption of its own says otherwise.
fn hand_units_down(tables: &mut [TableLayout]) {
    for index in 1..tables.len() {
        let (above, own) = tables.split_at_mut(index);
        let (Some(above), Some(own)) = (above.last(), own.first_mut()) else { continue };
        if own.continues && own.unit.is_none() && own.unit_conflict.is_none() {
            own.unit = above.unit.clone();
            own.unit_conflict = above.unit_conflict.clone();
        }
    }
}

/// The tables so far, and what stands below each.
#[derive(Default)]
struct Found {
    tables: Vec<TableLayout>,
    below: Vec<Below>,
}

/// What a table's rows tell that may concern the tables above it.
struct Below {
    roles: Roles,
    /// The scales that its notes state.
    notes: Vec<UnitStated>,
}

/// What stands below a later table may be an earlier one's: a scale noted there,
/// where that has none; rows past the later table's end that are like its own.
fn heed_what_stands_below(sheet: &Sheet, merges: &Merges, Found { tables, below }: &mut Found) {
    // The scale noted nearest below each table.
    let mut noted: Vec<Option<&UnitStated>> = vec![None; tables.len()];
    for index in (1..tables.len()).rev() {
        let own = below[index].notes.iter().find(|unit| unit.factor != 1);
        noted[index - 1] = own.or(noted[index]);
    }
    for index in 0..tables.len() {
        let is_own = |row: &LayoutRow| {
            let facts = facts(&sheet.row(row.row), &below[index].roles, merges);
            facts.name.is_some() && facts.amounts > 0 && (facts.has_key || facts.is_numbered)
        };
        let past = tables[index + 1..].iter().take(BELOW).flat_map(|later| later.rows.iter());
        // By the later table's columns they may be nameless, or nothing but a foot.
        let is_nothing = |row: &LayoutRow| matches!(row.kind, RowKind::DataBelowEnd | RowKind::Nameless | RowKind::Footer);
        let past = past.filter(|row| is_nothing(row) && is_own(row));
        let past: Vec<u32> = past.map(|row| row.row).collect();
        let table = &mut tables[index];
        past.into_iter().for_each(|row| table.rows.push(row, RowKind::DataBelowEnd));
        if table.unit.is_none() && table.unit_conflict.is_none() {
            table.unit_conflict = noted[index].cloned();
        }
    }
}

/// `Kecamatan`, `nama_kabupaten_kota`, `bps_nama_desa_kelurahan`, `Daerah`: the rows are places.
fn names_places(heading: &str) -> bool {
    let words = words(heading);
    let is_lead = |word: &&String| matches!(word.as_str(), "nama" | "nm" | "bps" | "kemendagri" | "asal");
    let rest: Vec<String> = words.iter().skip_while(is_lead).cloned().collect();
    let first = rest.first().map_or("", String::as_str);
    matches!(first, "wilayah" | "daerah" | "provinsi" | "propinsi" | "kab" | "lokasi")
        || crate::text::phrase::is_place_label(&rest.join(" "))
}

impl Finder<'_> {
    /// Reads the table under a block; gives the row where another one may start.
    fn read(&self, window: &Window, block: &Block, from: u32, found: &mut Found) -> Option<(u32, bool)> {
        let mut columns = self.columns(window, block);
        let roles = self.roles(window, block, &columns);
        let Heard { units, mut unclear, periods, stated_years, limits, history } = self.heard(window, block, from, &roles);
        let period = agreed(periods);
        let mut ordinary = Tally::default();
        let (scanned, next) = self.scan(block.last + 1, &roles, period.as_ref(), &mut ordinary);
        let noted = noted_units(self.sheet, &scanned);
        unclear.extend(noted.unclear);
        let mut settle = |said: Vec<UnitSaid>| settle_units(said, &mut columns, &roles, self.fields.wanted);
        let (mut units, mut unsettled) = settle(units);
        let (notes, more) = settle(noted.units);
        units.extend(notes.iter().cloned());
        unsettled.extend(more);
        let name_is_place =
            self.fields.wanted.iter().any(|want| want.is_name && want.aliases.iter().any(|alias| names_places(alias)));
        let rows: LayoutRows = row_kinds(&scanned, ordinary, name_is_place, &Familiar::new(self.sheet, &roles, &scanned));
        let unit = units.first().cloned();
        let unit_conflict = conflict_in_path(window, block)
            .or_else(|| unit.as_ref().and_then(|unit| units.iter().find(|other| other.factor != unit.factor).cloned()))
            .or_else(|| unclear.iter().find(|other| unit.as_ref().is_none_or(|unit| other.factor != unit.factor)).cloned())
            .or_else(|| unsettled.into_iter().next());
        let ambiguous = block
            .ambiguous
            .iter()
            .map(|(field, columns)| {
                let columns = columns.iter().map(|index| window.columns[block.columns[*index].used]).collect();
                (self.fields.wanted[*field].isian.clone(), columns)
            })
            .collect();
        let doubtful = self.doubtful(window, block);
        let at = |index: &usize| window.columns[block.columns[*index].used];
        let made_up = block.made_up.iter().map(|(whole, parts)| (at(whole), parts.iter().map(at).collect())).collect();
        found.tables.push(TableLayout {
            header: (block.first, block.last),
            columns,
            rows,
            unit,
            unit_conflict,
            period,
            stated_years,
            limits,
            history,
            doubtful,
            made_up,
            ambiguous,
            side_recaps: Vec::new(),
            continues: false,
            score: self.score(block),
        });
        found.below.push(Below { roles, notes });
        next
    }

    /// What captions over the table, beside its headings and among them say of all its rows.
    fn heard(&self, window: &Window, block: &Block, from: u32, roles: &Roles) -> Heard {
        let mut captions = self.captions(from, block.first);
        captions.extend(block.spread.iter().flat_map(|row| self.captions(*row, row + 1)));
        // Words under a figure's own heading are that column's.
        captions.extend(self.only_label(block.last + 1).filter(|cell| !roles.figures.contains_key(&cell.at.column)));
        let mut heard = Heard::of(&captions, &self.sheet.around);
        let beside = Heard::of(&self.beside_headings(window, block), &[]);
        heard.units.extend(beside.units);
        heard.unclear.extend(beside.unclear);
        // What heads an empty column may be a heading all the same.
        heard.limits.extend(beside.limits.into_iter().map(|limit| Limit { is_soft: true, ..limit }));
        heard.periods.extend(beside.periods);
        heard.stated_years.extend(beside.stated_years);
        for (at, year) in self.years_among_headings(block, roles) {
            let text = year.to_string();
            heard.stated_years.push(StatedYear { at: at.into(), year, first: year, text, may_follow: false });
        }
        heard
    }

    /// Years that stand alone in a row of the headings, under the running number or
    /// the name: they are of the rows below.
    fn years_among_headings(&self, block: &Block, roles: &Roles) -> Vec<(CellAddress, Year)> {
        let lone = |row: u32| {
            let cells: Vec<_> = self.sheet.row(row).into_iter().filter(|cell| !is_blank_cell(cell)).collect();
            let at = cells.first()?.at;
            Some((at, lone_year(&cells, roles)?)).filter(|_| roles.name.is_some_and(|name| at.column <= name))
        };
        (block.first..=block.last).filter_map(lone).collect()
    }
}

/// A heading whose parent states another scale than it does itself: `Modal
/// (Rp Juta)` over `Sendiri (Rp 000)`.
fn conflict_in_path(window: &Window, block: &Block) -> Option<UnitStated> {
    block.columns.iter().find_map(|column| {
        let mut stated = column.path.iter().rev().filter_map(|id| {
            let (factor, text) = window.heading(*id)?.unit.clone()?;
            Some(UnitStated { factor, text, at: window.held(*id).at.into() })
        });
        let own = stated.next()?;
        stated.find(|other| other.factor != own.factor)
    })
}

/// What the captions agree on: a year or a length that they state differently is not stated.
fn agreed(periods: Vec<Period>) -> Option<Period> {
    let mut years: Vec<_> = periods.iter().filter_map(|period| period.year).collect();
    let mut months: Vec<_> = periods.iter().filter_map(|period| period.months).collect();
    years.dedup();
    months.dedup();
    // A part of a year stated beside the year itself is what the figures are of.
    let of_year = |period: &&Period| period.year.is_none() || years.first().is_none_or(|year| period.year == Some(*year));
    if let Some(part) = periods.iter().filter(of_year).find(|period| period.is_part()) {
        let year = years.first().copied().filter(|_| years.len() == 1);
        return Some(Period { year, ..part.clone() });
    }
    let best = periods.iter().find(|period| period.months.is_some() && period.year.is_some());
    let text = best.or(periods.first())?.text.clone();
    let only = |count: usize| count == 1;
    Some(Period {
        year: years.first().copied().filter(|_| only(years.len())),
        months: months.first().copied().filter(|_| only(months.len())),
        until: best.or(periods.first())?.until,
        day: None,
        text,
    })
}
