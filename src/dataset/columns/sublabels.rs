//! Words that stand in a column of amounts under its heading and above its first
//! row: `per hari`, `tertinggi`, `(kg)`. They head the column as much as a label over it does.

use crate::dataset::Jenis;
use crate::dataset::columns::column::Used;
use crate::dataset::source::Source;
use crate::diagnostic::{ArtiSebab, ArtiTidakDikenal, Fakta, SatuanBerselisih, Temuan};
use crate::profile::Arti;
use crate::table::{RowKind, TableLayout};
use crate::text::heading::Heading;
use crate::text::label::spelt_words;
use crate::text::lexicon::{ABOUT, SUMS};
use crate::text::phrase::{is_enumerator, is_place_label};
use crate::text::{is_unit, money_unit};
use crate::vocabulary::CellAddress;
use crate::workbook::{Sheet, Value};
use std::collections::BTreeSet;

/// What no one has settled of the words under the headings of amounts that count, once for each text.
pub(crate) fn sublabels(source: &Source, sheet: &Sheet, layout: &TableLayout, used: &[Used]) -> Vec<Temuan> {
    let counts = |used: &&Used| !used.rests.is_empty() && matches!(source.fields[used.field].jenis, Jenis::Uang | Jenis::Angka);
    let amounts: Vec<&Used> = used.iter().filter(counts).collect();
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut found = Vec::new();
    for (row, heads) in under_headings(sheet, layout) {
        for own in &amounts {
            let column = &layout.columns[own.index];
            let at = CellAddress::new(row, column.column);
            let Some(text) = label_at(sheet, at) else { continue };
            let is_money = source.fields[own.field].jenis == Jenis::Uang;
            let isian = source.fields[own.field].isian.to_string();
            let Some(fakta) = judge(source, &text, (&isian, &column.path), (is_money, heads)) else { continue };
            if told.insert(Arti::folded(&text)) {
                found.push(Temuan::new(sheet.at_cell(at), fakta));
            }
        }
    }
    found
}

/// The rows between headings and the first row below them that are neither; whether they are headings by their words.
fn under_headings(sheet: &Sheet, layout: &TableLayout) -> Vec<(u32, bool)> {
    // `L | P | Jumlah` without a figure is no total but a second row of headings.
    let has_figure = |row: u32| sheet.row(row).iter().any(|cell| !matches!(cell.value, Value::Text(_)));
    let mut is_under = true;
    let mut rows = Vec::new();
    for row in layout.rows.iter() {
        match row.kind {
            RowKind::RepeatedHeading => is_under = true,
            RowKind::GroupLabel(_) | RowKind::Blank | RowKind::Footer if is_under => rows.push((row.row, false)),
            RowKind::Total { .. } | RowKind::Subtotal { .. } | RowKind::DataOrTotal { .. }
                if is_under && !has_figure(row.row) =>
            {
                rows.push((row.row, true));
            }
            RowKind::ColumnNumbers | RowKind::Example => {}
            _ => is_under = false,
        }
    }
    rows
}

/// The words of a cell that stands in this column alone.
pub(crate) fn label_at(sheet: &Sheet, at: CellAddress) -> Option<String> {
    let is_wide = |merge: &crate::workbook::Merge| merge.first == at && merge.last.column > at.column;
    let cell = sheet.cell(at).filter(|_| !sheet.merges.iter().flatten().any(is_wide))?;
    match &cell.value {
        Value::Text(text) if text.contains('%') || text.chars().any(char::is_alphabetic) => Some(text.trim().to_owned()),
        _ => None,
    }
}

pub(crate) fn judge(
    source: &Source,
    text: &str,
    (isian, path): (&str, &[String]),
    (is_money, heads): (bool, bool),
) -> Option<Fakta> {
    if Arti::of(&source.sumber.arti, text) == Some(Arti::Biasa) {
        return None;
    }
    // A kecamatan's name in the middle of its row heads the rows.
    if is_place_label(text) {
        return None;
    }
    let heading = Heading::read(text);
    if is_money && (heading.counted.is_some() || is_unit(text) && money_unit(text).is_none()) {
        let fakta = SatuanBerselisih { pertama: text.to_owned(), kedua: "Rp".to_owned() };
        return Some(fakta.into());
    }
    let own: BTreeSet<String> = path.iter().flat_map(|label| spelt_words(label)).chain(spelt_words(isian)).collect();
    let is_known = |word: &String| {
        own.contains(word)
            || ABOUT.contains(&word.as_str())
            || SUMS.contains(&word.as_str())
            || source.own_words.contains(word)
            || is_enumerator(word) && !heads
            || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    // A bare unit or period is read where units and periods are.
    if heading.words.iter().all(is_known) {
        return None;
    }
    let (isian, judul) = (isian.to_owned(), path.join(" / "));
    let sebab = ArtiSebab::Judul { isian, judul };
    Some(ArtiTidakDikenal { sumber: source.sumber.id.clone(), teks: text.to_owned(), sebab, baris: 0 }.into())
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::profile::HeaderRows;

    #[test]
    fn a_second_row_of_headings_that_the_profile_leaves_out_is_no_total() {
        let rows: String = (1..=6)
            .map(|n| format!("{n};KSP Adil {n};518/{n}1/BH/1998;{};{};{};{}\n", 17 * n, 35 * n, 52 * n, 1_000_123 * n))
            .collect();
        let galat = |text: &str| {
            let office = Office::keragaan().file("2021.csv", text).needs(2021, &["anggota"]);
            office.source(|sumber| sumber.baris_judul = Some(HeaderRows { first: 0, last: 0 })).read().galat()
        };
        let two = format!("No;Nama Koperasi;No Badan Hukum;Anggota;;;Volume Usaha\n;;;L;P;Jumlah;\n{rows}");
        assert_eq!(galat(&two), ["arti-tidak-dikenal@D2"]);
        let one = format!("No;Nama Koperasi;No Badan Hukum;Anggota;Karyawan;Manajer;Volume Usaha\n{rows}");
        assert_eq!(galat(&one), Vec::<String>::new());
    }
}
