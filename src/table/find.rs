//! Finds the tables of a sheet: the heading rows by their words, then every row
//! below them, then the next table.

use super::headings::block::Block;
use super::headings::column::period_over;
use super::headings::field::{Fields, Rank};
use super::headings::window::{Merges, Window, is_blank_cell};
use super::heard::Heard;
use super::rows::custom::Tally;
use super::rows::facts::{Roles, facts, lone_year};
use super::rows::familiar::Familiar;
use super::rows::kinds::row_kinds;
use super::rows::scanned::Scanned;
use super::scan::Finder;
use super::search::{best_block, block_at};
use super::unit_said::{UnitSaid, settle_units, units_said};
use super::{
    Doubtful, Expect, Hints, LayoutColumn, LayoutRow, LayoutRows, Limit, Match, RowKind, StatedYear, TableLayout, UnitStated,
    Wanted,
};
use crate::text::Period;
use crate::text::caption_unit::{caption_unit, note_unit};
use crate::text::heading::{Heading, is_of_other_money};
use crate::text::label::words;
use crate::text::unclear_unit::{noted_unclear_unit, unclear_unit};
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::{Sheet, Value};

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
        let mut captions = self.captions(from, block.first);
        captions.extend(block.spread.iter().flat_map(|row| self.captions(*row, row + 1)));
        // Words under a figure's own heading are that column's.
        captions.extend(self.only_label(block.last + 1).filter(|cell| !roles.figures.contains_key(&cell.at.column)));
        let Heard { mut units, mut unclear, mut periods, mut stated_years, mut limits, history } =
            Heard::of(&captions, &self.sheet.around);
        let beside = Heard::of(&self.beside_headings(window, block), &[]);
        units.extend(beside.units);
        unclear.extend(beside.unclear);
        // What heads an empty column may be a heading all the same.
        limits.extend(beside.limits.into_iter().map(|limit| Limit { is_soft: true, ..limit }));
        periods.extend(beside.periods);
        stated_years.extend(beside.stated_years);
        for (at, year) in self.years_among_headings(block, &roles) {
            let text = year.to_string();
            stated_years.push(StatedYear { at: at.into(), year, first: year, text, may_follow: false });
        }
        let period = agreed(periods);
        let captioned = units.len();
        let mut ordinary = Tally::default();
        let (scanned, next) = self.scan(block.last + 1, &roles, period.as_ref(), &mut ordinary);
        let is_data = |row: &&Scanned| match row {
            Scanned::Row(facts) => facts.name.is_some() && facts.figure_cells > 0,
            Scanned::Data(..) => true,
            Scanned::Numbers(_) | Scanned::Repeat(_) => false,
        };
        let last_data = scanned.iter().rev().find(is_data).map_or(0, Scanned::row);
        for scanned in &scanned {
            if let Scanned::Row(facts) = scanned {
                // `(.000)` alone under a heading: a unit without a word.
                let is_alone = facts.filled == 1 && facts.figure_cells == 1 && facts.amounts == 0 && facts.texts.is_empty();
                let lone =
                    is_alone.then(|| self.sheet.row(facts.row)).into_iter().flatten().filter_map(|cell| match cell.value {
                        Value::Text(text) if text.contains(['(', '[']) => Some((cell.at, text)),
                        _ => None,
                    });
                for (at, text) in lone {
                    units.extend(units_said(text, at.into(), caption_unit(text)));
                    unclear.extend(unclear_unit(text).map(|(factor, text)| UnitStated { factor, text, at: at.into() }));
                }
                // A cell of a data row is no note, whatever stands in it.
                let is_data = facts.amounts > 0 || facts.is_numbered || facts.has_key;
                let texts = facts.texts.iter().chain(&facts.beside);
                let texts = texts.filter(|_| !is_data && (facts.name.is_none() || facts.figure_cells == 0));
                let texts = texts.filter(|text| !heads_some_rows(text, facts.row, last_data));
                // `Rp Juta` alone under the headings is the unit of its column.
                let is_unit_row = facts.name.is_none() && facts.figure_cells == facts.texts.len();
                let column = facts.first_text.map_or(0, |(column, _)| column);
                let at = CellAddress::new(facts.row, column).into();
                // Beside the label of a group its unit is the group's.
                let of_some = facts.row < last_data && facts.texts.iter().any(|text| caption_unit(text).is_none());
                for text in texts {
                    let stated = if is_unit_row { caption_unit(text) } else { note_unit(text) };
                    if let Some((factor, text)) = stated.clone().filter(|(factor, _)| of_some && *factor != 1) {
                        unclear.push(UnitStated { factor, text, at });
                        continue;
                    }
                    units.extend(units_said(text, at, stated));
                    let open = if is_unit_row { unclear_unit(text) } else { noted_unclear_unit(text) };
                    unclear.extend(open.map(|(factor, text)| UnitStated { factor, text, at }));
                }
            }
        }
        let noted = units.split_off(captioned);
        let mut settle = |said: Vec<UnitSaid>| settle_units(said, &mut columns, &roles, self.fields.wanted);
        let (mut units, mut unsettled) = settle(units);
        let (notes, more) = settle(noted);
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

    fn columns(&self, window: &Window, block: &Block) -> Vec<LayoutColumn> {
        block
            .columns
            .iter()
            .map(|column| {
                let headings = block.headings(window, column);
                let mut path: Vec<String> = Vec::new();
                for heading in &headings {
                    if path.last() != Some(&heading.text) {
                        path.push(heading.text.clone());
                    }
                }
                let unit = column.path.iter().rev().find_map(|id| {
                    let (factor, text) = window.heading(*id)?.unit.clone()?;
                    Some(UnitStated { factor, text, at: window.held(*id).at.into() })
                });
                let (isian, matched) = match &column.field {
                    Some((field, Rank::Near, alias)) => {
                        (Some(self.fields.wanted[*field].isian.clone()), Match::Near { alias: alias.clone() })
                    }
                    Some((field, ..)) => (Some(self.fields.wanted[*field].isian.clone()), Match::Exact),
                    None => (None, Match::Exact),
                };
                let period = period_over(&headings);
                let counted = headings.iter().rev().find_map(|heading| heading.counted.clone());
                // `(.000)`, `(K)` under a heading of money: a unit that is left open.
                let field = column.field.as_ref().map(|(field, ..)| &self.fields.wanted[*field]);
                let is_money = field.is_some_and(|field| field.expect == Expect::Money);
                let open = || headings.iter().rev().find_map(|heading| unclear_unit(&heading.text)).filter(|_| is_money);
                let counted = counted
                    .or_else(|| open().map(|(_, text)| text))
                    .filter(|counted| unit.is_none() || is_money && is_of_other_money(counted));
                LayoutColumn {
                    column: window.columns[column.used],
                    path,
                    isian,
                    matched,
                    unit,
                    said: Vec::new(),
                    counted,
                    period,
                }
            })
            .collect()
    }

    fn doubtful(&self, window: &Window, block: &Block) -> Vec<Doubtful> {
        let of = |(index, field, id): &(usize, usize, u32)| {
            let column = &block.columns[*index];
            let headings = block.headings(window, column);
            Doubtful {
                isian: self.fields.wanted[*field].isian.clone(),
                column: window.columns[column.used],
                path: headings.iter().map(|heading| heading.text.clone()).collect(),
                year: period_over(&headings).and_then(|period| period.year),
                text: window.heading(*id).map(|heading| heading.text.clone()).unwrap_or_default(),
                at: window.held(*id).at,
            }
        };
        block.doubtful.iter().map(of).collect()
    }

    fn roles(&self, window: &Window, block: &Block, columns: &[LayoutColumn]) -> Roles {
        let mut roles = Roles::default();
        for (column, layout) in block.columns.iter().zip(columns) {
            let headings = block.headings(window, column);
            let labels = headings.iter().map(|heading| heading.whole.clone()).filter(|whole| !whole.is_empty()).collect();
            roles.labels.insert(layout.column, labels);
            let want = column.field.as_ref().map(|(field, ..)| &self.fields.wanted[*field]);
            let leaf: Vec<String> = headings.last().map(|heading| heading.words.clone()).unwrap_or_default();
            let is_number = want.is_none() && matches!(leaf.join(" ").as_str(), "nomor" | "nomor urut" | "urut");
            match want {
                Some(want) => {
                    if want.is_name && roles.name.is_none() {
                        roles.name = Some(layout.column);
                    }
                    if want.is_key {
                        roles.keys.push(layout.column);
                    }
                    if matches!(want.expect, Expect::Money | Expect::Number | Expect::Mark) {
                        roles.figures.insert(layout.column, want.expect != Expect::Mark);
                    }
                }
                None if is_number && roles.number.is_none() => roles.number = Some(layout.column),
                None if column.kinds.numbers + column.kinds.nil > column.kinds.texts + column.kinds.dates => {
                    roles.figures.insert(layout.column, false);
                }
                None => {}
            }
        }
        // Without the name's own column the first column of texts stands in.
        if roles.name.is_none() {
            let is_free = |column: &u32| roles.number != Some(*column) && !roles.figures.contains_key(column);
            let texts = |index: usize| block.columns[index].kinds.texts > 0;
            roles.name = columns
                .iter()
                .enumerate()
                .find(|(index, layout)| is_free(&layout.column) && texts(*index))
                .map(|(_, layout)| layout.column);
        }
        roles.closed()
    }

    fn score(&self, block: &Block) -> u32 {
        let wanted = self.fields.wanted.len().max(1) as u32;
        let found = block.found() as u32;
        let assigned: Vec<u32> = block
            .columns
            .iter()
            .filter_map(|column| column.field.as_ref().map(|(field, ..)| column.kinds.share(self.fields.wanted[*field].expect)))
            .collect();
        let share = if assigned.is_empty() { 0 } else { assigned.iter().sum::<u32>() / assigned.len() as u32 };
        let has_name = block
            .columns
            .iter()
            .any(|column| column.field.as_ref().is_some_and(|(field, ..)| self.fields.wanted[*field].is_name));
        let wants_name = self.fields.wanted.iter().any(|want| want.is_name);
        let score = (found * 500 / wanted + share / 2).min(1000);
        if wants_name && !has_name { score / 4 } else { score }
    }
}

/// Whether a text above the last data row says its unit of the rows below it alone:
/// `KECAMATAN GADINGREJO (dalam jutaan)`. A unit by itself is the table's.
fn heads_some_rows(text: &str, row: u32, last_data: u32) -> bool {
    let of_all = [
        "angka",
        "nilai",
        "satuan",
        "semua",
        "seluruh",
        "data",
        "catatan",
        "keterangan",
        "ket",
        "dalam",
        "rupiah",
        "volume",
        "usaha",
    ];
    let says_more = || Heading::read(text).words.iter().any(|word| !of_all.contains(&word.as_str()));
    row < last_data && note_unit(text).is_some() && says_more()
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
