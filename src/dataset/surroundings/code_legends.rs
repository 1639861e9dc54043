//! Legends of codes below the rows, all on one line or each on its own: `Ket: 1. Aktif; 2. Tidak aktif; 3. Bubar`, where a
//! column that no figure is read from holds such a code beside counted rows.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::body::sections::Judged;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::CountedRow;
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::table::RowKind;
use crate::text::code_legend::codes_that_limit;
use crate::vocabulary::{CellAddress, Sel};
use crate::workbook::Value;
use std::collections::BTreeSet;

/// Each such column, with how many of the counted rows bear a code whose meaning takes them from the others.
pub(crate) fn code_legends(source: &Source, of: &Judged, rows: &[CountedRow], used: &[Used]) -> Vec<Temuan> {
    let last = rows.last().map_or(of.layout.header.1, |row| row.row);
    let below = of.layout.rows.from(last + 1).filter(|row| !matches!(row.kind, RowKind::Data | RowKind::RepeatedHeading));
    let above = (0..of.layout.header.0).rev().take(ABOVE);
    let lines = below.map(|row| row.row).chain(above).flat_map(|row| of.sheet.row(row));
    let codes: Vec<(String, String)> = lines
        .filter_map(|cell| match &cell.value {
            Value::Text(text) if arti_of(source, text).is_none() => Some(codes_that_limit(text, of.tahun)),
            _ => None,
        })
        .flatten()
        .collect();
    if codes.is_empty() {
        return Vec::new();
    }
    let is_used = |column: u32| used.iter().any(|used| of.layout.columns[used.index].column == column && !used.rests.is_empty());
    let free = of.layout.columns.iter().filter(|heading| heading.isian.is_none() && !is_used(heading.column));
    let told = free.filter_map(|heading| {
        let (mut marked, mut meant, mut filled) = (0, None, 0);
        let mut values: BTreeSet<String> = BTreeSet::new();
        for row in rows {
            let Some(cell) = of.sheet.cell(CellAddress::new(row.row, heading.column)) else { continue };
            let own = raw_text(&cell.value).trim().to_lowercase();
            if own.len() > LONGEST {
                // Words of another kind, and no codes.
                return None;
            }
            filled += usize::from(!own.is_empty());
            if let Some((code, meaning)) = codes.iter().find(|(code, _)| *code == own) {
                marked += 1;
                meant.get_or_insert_with(|| (format!("{code} = {meaning}"), row));
            }
            values.insert(own);
        }
        let (teks, row) = meant?;
        let at = of.sheet.at().with(Sel::Column(heading.column));
        // Codes come again; running numbers and counts do not, and what every row bears tells none of them apart.
        (marked < rows.len() && values.len() * 2 <= filled.max(3))
            .then(|| Temuan::new(at, KeteranganMembatasi::of(teks, marked)).named(&*row.nama))
    });
    told.collect()
}

/// So many rows over the headings may hold a legend.
const ABOVE: usize = 12;
/// A code is no longer.
const LONGEST: usize = 3;

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::vocabulary::Sel;

    fn told(heading: &str, cells: [&str; 5], legend: &str) -> usize {
        let rows: String = (0..5)
            .map(|n| format!("{0};KSP Adil {0};518/{0}1/BH/1998;{1};{2}\n", n + 1, 1_000_123 * (n + 1), cells[n]))
            .collect();
        let text = format!("No;Nama Koperasi;No Badan Hukum;Volume Usaha;{heading}\n{rows};;;;\n;{legend};;;\n");
        let read = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
        read.has(Kode::KeteranganMembatasi).iter().filter(|temuan| matches!(temuan.at.sel, Some(Sel::Column(_)))).count()
    }

    #[test]
    fn codes_beside_counted_rows_are_read_with_their_legend() {
        for legend in ["Ket: 1. Aktif, 2. Tidak aktif, 3. Bubar", "3 : bubar", "1=aktif 3=dibubarkan", "(3) data tahun 2020"] {
            assert_eq!(told("Ket", ["1", "1", "3", "1", "1"], legend), 1, "{legend}");
            assert_eq!(told("Ket", ["1", "1", "1", "1", "1"], legend), 0, "{legend}");
        }
        assert_eq!(told("Kode", ["A", "A", "B", "A", "A"], "A = aktif, B = beku"), 1);
        assert_eq!(told("Jenis", ["1", "1", "3", "1", "1"], "1. Konsumen, 2. Simpan pinjam, 3. Jasa"), 0);
        assert_eq!(told("RT", ["1", "1", "3", "1", "1"], "3. Pembina"), 0);
    }
}
