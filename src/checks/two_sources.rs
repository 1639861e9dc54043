//! Two sources that give one thing: a recap by kecamatan beside the list that it is made of. What they do not have alike they
//! contradict each other in, where most of them is alike.

use super::shared::resting_sums;
use crate::dataset::accept::Findings;
use crate::dataset::cell::text_of;
use crate::dataset::key::normal;
use crate::dataset::read::SourceTables;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::{AngkaBerselisih, Temuan};
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Fewer groups that both have are alike by chance.
const FEW: usize = 3;
/// What two amounts are apart at most, of so many, where one is the other with a correction.
const NEAR: Decimal = Decimal::from_parts(2, 0, 0, false, 0);

/// Tells the first group in which two sources give one year's figure of one field otherwise.
pub(super) fn two_sources(sources: &[SourceTables], findings: &mut Findings) {
    for (at, one) in sources.iter().enumerate() {
        for other in &sources[at + 1..] {
            for (tahun, table) in &one.tables {
                let Some(beside) = other.tables.get(tahun) else { continue };
                let told = [(one, table, other, beside), (other, beside, one, table)];
                // The recap is told, whichever of the two it is.
                let found = told.into_iter().find_map(|(own, table, other, beside)| {
                    contradiction((own, table), (other, beside)).map(|temuan| (own, temuan))
                });
                if let Some((own, temuan)) = found {
                    findings.of_source(&own.source.sumber.id);
                    findings.raise(temuan, None);
                }
            }
        }
    }
}

/// What a table with a row for each group says otherwise than the rows of another do together.
fn contradiction((own, table): (&SourceTables, &Table), (other, beside): (&SourceTables, &Table)) -> Option<Temuan> {
    let (sums, others) = (resting_sums(&own.source, table), resting_sums(&other.source, beside));
    let shared = sums.into_iter().filter_map(|at| {
        let isian = &table.columns[at].isian;
        others.iter().copied().find(|other| beside.columns[*other].isian == *isian).map(|other| (at, other))
    });
    let shared: Vec<(usize, usize)> = shared.collect();
    if shared.is_empty() {
        return None;
    }
    let is_text = |at: &usize| table.columns[*at].jenis == Jenis::Teks;
    (0..table.columns.len()).filter(is_text).find_map(|by| {
        let by_other = beside.column(&table.columns[by].isian)?;
        let rows = lone_rows(table, by)?;
        shared.iter().find_map(|(at, at_other)| differing((table, *at, &rows), (other, beside, by_other, *at_other)))
    })
}

/// A table's rows by what one of its columns holds, where no two hold the same.
fn lone_rows(table: &Table, by: usize) -> Option<BTreeMap<String, usize>> {
    let mut rows = BTreeMap::new();
    for (index, row) in table.rows.iter().enumerate() {
        let text = normal(&text_of(&table.isi(row, by)));
        if row.lanjutan || text.is_empty() || rows.insert(text, index).is_some() {
            return None;
        }
    }
    (rows.len() >= FEW).then_some(rows)
}

fn differing(
    (table, at, rows): (&Table, usize, &BTreeMap<String, usize>),
    (other, beside, by, at_other): (&SourceTables, &Table, usize, usize),
) -> Option<Temuan> {
    let mut sums: BTreeMap<String, Decimal> = BTreeMap::new();
    for row in &beside.rows {
        let text = normal(&text_of(&beside.isi(row, by)));
        let Isi::Angka(value) = beside.isi(row, at_other) else { continue };
        if rows.contains_key(&text) {
            let sum = sums.entry(text).or_default();
            *sum = sum.checked_add(value)?;
        }
    }
    let both = rows.iter().filter_map(|(text, row)| match table.isi(&table.rows[*row], at) {
        Isi::Angka(value) => Some((*row, value, *sums.get(text)?)),
        _ => None,
    });
    let mut both: Vec<(usize, Decimal, Decimal)> = both.collect();
    both.sort_unstable_by_key(|(row, ..)| *row);
    let alike = both.iter().filter(|(_, own, sum)| own == sum && !own.is_zero()).count();
    let is_near = |own: Decimal, sum: Decimal| own.max(sum).checked_div(own.min(sum)).is_some_and(|times| times <= NEAR);
    let (row, nilai, nilai_lain) = both.iter().copied().find(|(_, own, sum)| own != sum && is_near(*own, *sum))?;
    let berselisih = both.iter().filter(|(_, own, sum)| own != sum).count();
    if both.len() < FEW || alike * 2 < both.len() {
        return None;
    }
    let fakta = AngkaBerselisih {
        isian: table.columns[at].isian.to_string(),
        tahun: table.tahun,
        nilai,
        lain: format!("sumber `{}`", other.source.sumber.id),
        nilai_lain,
        berselisih,
        dari: both.len(),
    };
    Some(Temuan::new(table.at(&table.rows[row], at), fakta).named(&*table.rows[row].nama))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _, written};
    use crate::diagnostic::Kode;

    /// The cells told of a recap that is a source of its own.
    fn told(recap: [i64; 4], is_same: bool) -> Vec<String> {
        let places = ["Utara", "Timur", "Barat", "Selatan"];
        let row = |at: usize| format!("{at};KSP Mekar {at};5{at}/BH/1998;{};{}\n", places[at % 4], 1_000_123 * at);
        let list: String = (1..=12).map(row).collect();
        let lines: String = (0..4).map(|at| format!("{};3;{}\n", places[at], recap[at])).collect();
        let heading = if is_same { "Volume Usaha" } else { "SHU" };
        let office = Office::keragaan()
            .file("2021.csv", &format!("No;Nama Koperasi;Nomor BH;Kecamatan;Volume Usaha\n{list}"))
            .file("rekap 2021.csv", &format!("Kecamatan;Jumlah Koperasi;{heading}\n{lines}"))
            .needs(2021, &["volume_usaha"]);
        let of_recap = |sumber: &mut crate::profile::Sumber| {
            sumber.berkas = vec![written("data/rekap {tahun}.csv")];
            sumber.kunci = vec![written("kecamatan")];
            sumber.butir = Some("kecamatan".to_owned());
        };
        let read = office.beside(of_recap, (2021, &[if is_same { "volume_usaha" } else { "shu" }])).read();
        read.has(Kode::AngkaBerselisih).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn a_recap_that_is_a_source_of_its_own() {
        let own = [24_002_952, 15_001_845, 18_002_214, 21_002_583];
        assert_eq!(told(own, true), [""; 0]);
        assert_eq!(told([own[0], own[1] + 500_000, own[2], own[3]], true), ["C3"]);
        // Another field, and other amounts altogether.
        assert_eq!(told([own[0], own[1] + 500_000, own[2], own[3]], false), [""; 0]);
        assert_eq!(told([11_002_952, 35_001_845, 8_002_214, 2_002_583], true), [""; 0]);
    }
}
