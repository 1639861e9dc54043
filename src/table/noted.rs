//! Scales that notes below a table, and lines among its rows, state of its figures.

use super::UnitStated;
use super::rows::facts::Facts;
use super::rows::scanned::Scanned;
use super::unit_said::{UnitSaid, units_said};
use crate::text::caption_unit::{caption_unit, note_unit};
use crate::text::heading::Heading;
use crate::text::unclear_unit::{noted_unclear_unit, unclear_unit};
use crate::vocabulary::CellAddress;
use crate::workbook::{Sheet, Value};

/// What rows below the headings say of units.
#[derive(Default)]
pub(super) struct Noted {
    pub units: Vec<UnitSaid>,
    /// Said of some rows alone, or so that it may be another.
    pub unclear: Vec<UnitStated>,
}

/// Hears every row that is no data; a cell of a data row is no note, whatever stands in it.
pub(super) fn noted_units(sheet: &Sheet, scanned: &[Scanned]) -> Noted {
    let is_data = |row: &&Scanned| match row {
        Scanned::Row(facts) => facts.name.is_some() && facts.figure_cells > 0,
        Scanned::Data(..) => true,
        Scanned::Numbers(_) | Scanned::Repeat(_) => false,
    };
    let last_data = scanned.iter().rev().find(is_data).map_or(0, Scanned::row);
    let mut noted = Noted::default();
    for row in scanned {
        let Scanned::Row(facts) = row else { continue };
        noted.hear_lone(sheet, facts);
        if facts.amounts == 0 && !facts.is_numbered && !facts.has_key {
            noted.hear(facts, last_data);
        }
    }
    noted
}

impl Noted {
    /// `(.000)` alone under a heading: a unit without a word.
    fn hear_lone(&mut self, sheet: &Sheet, facts: &Facts) {
        if facts.filled != 1 || facts.figure_cells != 1 || facts.amounts != 0 || !facts.texts.is_empty() {
            return;
        }
        for cell in sheet.row(facts.row) {
            let Value::Text(text) = &cell.value else { continue };
            if text.contains(['(', '[']) {
                self.units.extend(units_said(text, cell.at.into(), caption_unit(text)));
                self.unclear.extend(unclear_unit(text).map(|(factor, text)| UnitStated { factor, text, at: cell.at.into() }));
            }
        }
    }

    fn hear(&mut self, facts: &Facts, last_data: u32) {
        let texts = facts.texts.iter().chain(&facts.beside);
        let texts = texts.filter(|_| facts.name.is_none() || facts.figure_cells == 0);
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
                self.unclear.push(UnitStated { factor, text, at });
                continue;
            }
            self.units.extend(units_said(text, at, stated));
            let open = if is_unit_row { unclear_unit(text) } else { noted_unclear_unit(text) };
            self.unclear.extend(open.map(|(factor, text)| UnitStated { factor, text, at }));
        }
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
