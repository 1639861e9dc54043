//! What headings say beside what their columns are: `Omset s.d. 2021` over amounts that are read as a year's,
//! `Keterangan (s.d. Juni)` over remarks on them, `Target Volume` that the profile names for a volume.

use crate::dataset::Jenis;
use crate::dataset::body::row_arti::arti_of;
use crate::dataset::body::sections::Judged;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::part_period::flows;
use crate::dataset::source::Source;
use crate::dataset::surroundings::remark_columns::is_remarks;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::table::{LayoutColumn, LayoutRow, RowKind};
use crate::text::label::{spelt_words, stated_year};
use crate::text::lexicon::DEDUCTED;
use crate::text::{is_number_text, limiting};
use crate::vocabulary::{CellAddress, Sel};
use crate::workbook::Value;

pub(crate) fn heading_says(source: &Source, of: &Judged, used: &[Used]) -> Vec<Temuan> {
    let resting = || used.iter().filter(|used| !used.rests.is_empty());
    let is_used = |column: u32| resting().any(|used| of.layout.columns[used.index].column == column);
    let of_used = resting().filter(|used| {
        let leaf = of.layout.columns[used.index].path.last().map_or("", String::as_str);
        is_up_to_a_year(leaf) && flows(&source.fields[used.field]) || is_planned(source, used, leaf)
    });
    let of_remarks = of.layout.columns.iter().filter(|heading| {
        !is_used(heading.column) && is_remarks(heading) && heading.period.as_ref().is_some_and(|period| period.is_part())
    });
    // `Eliminasi Antar Unit` beside a volume: what is to be taken from it.
    let is_flow = |used: &Used| source.fields[used.field].jenis == Jenis::Uang && flows(&source.fields[used.field]);
    let takes = resting().any(is_flow);
    let deducted = of.layout.columns.iter().filter(|heading| takes && heading.isian.is_none() && is_deducted(of, heading));
    let headings = of_used.map(|used| &of.layout.columns[used.index]).chain(of_remarks).chain(deducted);
    let told = |heading: &LayoutColumn| {
        let leaf = heading.path.last().filter(|leaf| arti_of(source, leaf).is_none())?;
        Some(Temuan::new(of.sheet.at().with(Sel::Column(heading.column)), KeteranganMembatasi::of(leaf.clone(), 0)))
    };
    headings.filter_map(told).collect()
}

/// Whether a column of amounts is headed by a word that they are taken away by, and holds any.
fn is_deducted(of: &Judged, heading: &LayoutColumn) -> bool {
    let says = |leaf: &String| spelt_words(leaf).iter().any(|word| DEDUCTED.contains(&word.as_str()));
    let holds = |row: LayoutRow| {
        let cell = of.sheet.cell(CellAddress::new(row.row, heading.column));
        cell.is_some_and(|cell| match cell.value {
            Value::Number { value, .. } => !value.is_zero(),
            Value::Text(text) => is_number_text(text) && text.bytes().any(|byte| matches!(byte, b'1'..=b'9')),
            _ => false,
        })
    };
    heading.path.last().is_some_and(says) && of.layout.rows.iter().filter(|row| matches!(row.kind, RowKind::Data)).any(holds)
}

/// `Omset s.d. 2021`, `Volume s/d tahun 2021`: of all years up to that one.
fn is_up_to_a_year(leaf: &str) -> bool {
    let words = spelt_words(leaf);
    let Some(at) = words.iter().position(|word| stated_year(word).is_some()) else { return false };
    let before: Vec<&str> = words[..at].iter().map(String::as_str).filter(|word| *word != "tahun").collect();
    matches!(before.as_slice(), [.., "s", "d"] | [.., "sd" | "sampai" | "hingga"] | [.., "sampai", "dengan"])
}

/// A heading of a plan that the profile names for a field of the dictionary that is none.
fn is_planned(source: &Source, used: &Used, leaf: &str) -> bool {
    let field = &source.fields[used.field];
    // Of an office's own fields the profile says the kind: they may be plans.
    let spec = source.sumber.kolom.get(&*field.isian).filter(|spec| spec.jenis.is_none());
    let word = spec.and_then(|_| limiting(leaf));
    let is_amount = matches!(field.jenis, Jenis::Uang | Jenis::Angka);
    is_amount && word.is_some_and(|word| !field.isian.contains(&*word))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    fn told(volume: &str, remark: &str, named: bool) -> usize {
        let rows: String = (1..=5).map(|n| format!("{n};KSP Adil {n};518/{n}1/BH/1998;{};{}\n", 1_000_123 * n, "")).collect();
        let text = format!("No;Nama Koperasi;No Badan Hukum;{volume};{remark}\n{rows}");
        let office = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]);
        let office = if named { office.kolom("volume_usaha", volume, None) } else { office };
        office.read().has(Kode::KeteranganMembatasi).len()
    }

    #[test]
    fn headings_that_say_more_than_what_their_column_is() {
        assert_eq!(told("Volume Usaha s.d. 2021", "Keterangan", false), 1);
        assert_eq!(told("Volume Usaha s/d Tahun 2021", "Keterangan", false), 1);
        assert_eq!(told("Volume Usaha", "Keterangan (s.d. Juni)", false), 1);
        assert_eq!(told("Target Volume", "Keterangan", true), 1);
        assert_eq!(told("Volume Usaha 2021", "Keterangan", false), 0);
        assert_eq!(told("Volume Usaha", "Keterangan", false), 0);
        assert_eq!(told("Volume Usaha", "Keterangan (Tahun 2021)", false), 0);
        assert_eq!(told("Omset Setahun", "Ket.", true), 0);
    }

    #[test]
    fn what_is_taken_from_a_volume_is_told() {
        let told = |heading: &str, amounts: [&str; 4]| {
            let rows = |(at, amount): (usize, &&str)| {
                format!("{at};KSP Adil {at};518/{at}1/BH/1998;{};{amount}\n", 1_000_123 * (at + 1))
            };
            let rows: String = amounts.iter().enumerate().map(rows).collect();
            let text = format!("No;Nama Koperasi;No Badan Hukum;Volume Usaha;{heading}\n{rows}");
            Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]).read().has(Kode::KeteranganMembatasi).len()
        };
        assert_eq!(told("Eliminasi Antar Unit", ["", "250000", "", "90000"]), 1);
        assert_eq!(told("Dikurangi: Retur", ["1000", "250000", "7000", "90000"]), 1);
        assert_eq!(told("Eliminasi Antar Unit", ["", "-", "", "0"]), 0);
        assert_eq!(told("Jumlah Unit", ["1", "2", "3", "4"]), 0);
    }
}
