//! Words in the cells that say who a row's bearer is (its running number, registration, owner,
//! place, telephone): such a cell names; a word of status in it is a remark on the row.

use crate::dataset::body::sections::Judged;
use crate::dataset::cell::raw_text;
use crate::dataset::counted::CountedRow;
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::table::LayoutColumn;
use crate::text::identity::{
    is_elsewhere, is_in_place_of_number, is_in_place_of_owner, is_in_place_of_registration, is_of_no_one_place, remarks_on_row,
};
use crate::text::label::spelt_words;
use crate::text::region::{Region, regions};
use crate::text::row_word::takes_row_away;
use crate::text::whole_remark::is_remark_behind_number;
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::Value;
use std::collections::BTreeMap;

/// What such a column tells of a row's bearer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    RunningNumber,
    Registration,
    Owner,
    Place,
    Contact,
}

/// So many rows show what a column holds.
const LEARNT: usize = 2_000;
/// Fewer rows show nothing.
const FEW: usize = 4;

/// What a heading's column tells of a row's bearer, if that.
fn kind_of(heading: &LayoutColumn) -> Option<Kind> {
    let by_field = heading.isian.as_deref().and_then(|isian| match isian {
        "nomor_bh" | "nik" | "nik_koperasi" | "nib" | "npwp" | "no_kk" => Some(Kind::Registration),
        "nama_pemilik" => Some(Kind::Owner),
        "kecamatan" | "kelurahan" => Some(Kind::Place),
        "telepon" => Some(Kind::Contact),
        _ => None,
    });
    let leaf = || heading.path.last().map(|leaf| spelt_words(leaf)).unwrap_or_default();
    by_field.or_else(|| {
        let words = leaf();
        let are = |list: &[&str]| !words.is_empty() && words.iter().all(|word| list.contains(&word.as_str()));
        if heading.isian.is_none() && are(&["nomor", "urut"]) {
            return Some(Kind::RunningNumber);
        }
        are(&["e", "mail", "email", "surel", "telepon", "telp", "hp", "nomor", "alamat"])
            .then_some(Kind::Contact)
            .filter(|_| words.iter().any(|word| matches!(word.as_str(), "mail" | "email" | "surel" | "telepon" | "telp" | "hp")))
    })
}

/// What the other cells of such a column are.
struct Column {
    kind: Kind,
    /// Most of its cells hold digits, as such a column's do.
    is_numbered: bool,
    /// How often each place stands in it; of places alone.
    places: BTreeMap<String, usize>,
}

/// The columns of a table that say who a row's bearer is.
pub(crate) struct Identities<'a> {
    columns: BTreeMap<u32, Column>,
    own: Option<&'a Region>,
    tahun: Option<Year>,
}

impl<'a> Identities<'a> {
    pub(crate) fn of(source: &'a Source, of: &Judged, rows: &[CountedRow]) -> Self {
        let is_name = |heading: &&LayoutColumn| heading.isian.as_ref().is_some_and(|isian| source.names.contains(isian));
        let kinds = of.layout.columns.iter().filter(|heading| !is_name(heading));
        let columns = kinds.filter_map(|heading| {
            let kind = kind_of(heading)?;
            Some((heading.column, learnt(kind, heading.column, of, rows)))
        });
        Self { columns: columns.collect(), own: source.region.as_ref(), tahun: of.tahun }
    }

    /// Whether a column tells of a bearer.
    pub(crate) fn knows(&self, column: u32) -> bool {
        self.columns.contains_key(&column)
    }

    /// Whether a cell's text is a remark on its row; none where its column says nothing of a bearer.
    pub(crate) fn limits(&self, column: u32, text: &str) -> Option<bool> {
        let own = self.columns.get(&column)?;
        let remarks = || remarks_on_row(text, self.tahun);
        Some(match own.kind {
            Kind::RunningNumber => remarks() || own.is_numbered && is_in_place_of_number(text),
            Kind::Registration => is_in_place_of_registration(text, own.is_numbered) || is_remark_behind_number(text, self.tahun),
            Kind::Owner => is_in_place_of_owner(text),
            Kind::Place => {
                remarks()
                    || takes_row_away(text)
                    || is_of_no_one_place(text)
                    || self.is_another_region(text)
                    || are_two(own, text)
            }
            // A telephone that is dead, an address at which nobody is.
            Kind::Contact => !text.contains('@') && longest_digits(text) < 5 && remarks(),
        })
    }

    /// `Kab. Malang`, `luar kota` where others are kecamatan.
    fn is_another_region(&self, text: &str) -> bool {
        if is_elsewhere(text) {
            return true;
        }
        // `Kota Waingapu` is a kecamatan too.
        let is_other = |region: &Region| {
            !region.is_kota && self.own.is_none_or(|own| !region.name.iter().any(|word| own.name.contains(word)))
        };
        regions(text).iter().any(is_other)
    }
}

/// `Gadingrejo/Purworejo`: two places of the column in one cell.
fn are_two(column: &Column, text: &str) -> bool {
    let pieces: Vec<String> = text.split(['/', '&', ',', ';', '+']).map(normal).collect();
    pieces.len() == 2 && pieces[0] != pieces[1] && pieces.iter().all(|piece| column.places.contains_key(piece))
}

fn longest_digits(text: &str) -> usize {
    let bare: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')' | '+')).collect();
    bare.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0)
}

/// What the first rows of a column show of it.
fn learnt(kind: Kind, column: u32, of: &Judged, rows: &[CountedRow]) -> Column {
    let (mut filled, mut digits) = (0usize, 0usize);
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows.iter().take(LEARNT) {
        let Some(cell) = of.sheet.cell(CellAddress::new(row.row, column)) else { continue };
        let text = raw_text(&cell.value);
        if text.trim().is_empty() {
            continue;
        }
        filled += 1;
        digits += usize::from(!matches!(cell.value, Value::Text(_)) || text.bytes().any(|byte| byte.is_ascii_digit()));
        if kind == Kind::Place {
            *places.entry(normal(&text)).or_default() += 1;
        }
    }
    Column { kind, is_numbered: filled >= FEW && digits * 4 >= filled * 3, places }
}
