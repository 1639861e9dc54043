//! Last year's column in this year's file that gives other figures than last year's file: the file is counted, and the office
//! may have corrected the column alone.

use crate::dataset::accept::Findings;
use crate::dataset::{Isi, Lookback, Table};
use crate::diagnostic::{AngkaBerselisih, Temuan};
use crate::vocabulary::{At, CellAddress};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Fewer entities that both years have show nothing.
const FEW: usize = 3;
/// Figures of one thing are not so many times apart.
const NEAR: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// Tells the first entity whose figure of the earlier year the later file gives otherwise, for each such column.
pub(super) fn restated(earlier: &Table, later: &Table, findings: &mut Findings) {
    let goes_on =
        |table: &Table| -> BTreeSet<u32> { table.rows.iter().filter(|row| row.lanjutan).map(|row| row.entitas).collect() };
    let is_asked = later.parts.iter().any(|part| part.lookbacks.iter().any(|own| own.tahun == earlier.tahun));
    if !is_asked {
        return;
    }
    let several: BTreeSet<u32> = goes_on(earlier).union(&goes_on(later)).copied().collect();
    for (number, part) in later.parts.iter().enumerate() {
        for lookback in part.lookbacks.iter().filter(|own| own.tahun == earlier.tahun) {
            let pairs = pairs(earlier, later, (number, lookback), &several);
            if let Some((cell, nama, fakta)) = told(earlier, lookback, &pairs) {
                findings.raise(Temuan::new(At { sel: Some(cell.into()), ..part.at() }, fakta).named(nama), None);
            }
        }
    }
}

/// An entity's figure in the column and in its own year's file.
struct Pair<'t> {
    nama: &'t str,
    cell: CellAddress,
    here: Decimal,
    there: Decimal,
    earlier_row: usize,
}

fn pairs<'t>(
    earlier: &Table,
    later: &'t Table,
    (number, lookback): (usize, &Lookback),
    several: &BTreeSet<u32>,
) -> Vec<Pair<'t>> {
    let Some(column) = earlier.column(&lookback.isian) else { return Vec::new() };
    let of_row = |row: &'t crate::dataset::Row| {
        let at = lookback.amounts.binary_search_by_key(&row.row, |(row, _)| *row).ok()?;
        let earlier_row = earlier.by_entity.get(row.entitas)?;
        let Isi::Angka(there) = earlier.isi(&earlier.rows[earlier_row], column) else { return None };
        let cell = CellAddress::new(row.row, lookback.column);
        Some(Pair { nama: &row.nama, cell, here: lookback.amounts[at].1, there, earlier_row })
    };
    let is_one =
        |row: &&crate::dataset::Row| usize::from(row.part) == number && row.entitas != 0 && !several.contains(&row.entitas);
    later.rows.iter().filter(is_one).filter_map(of_row).collect()
}

fn told<'t>(earlier: &Table, lookback: &Lookback, pairs: &[Pair<'t>]) -> Option<(CellAddress, &'t str, AngkaBerselisih)> {
    let is_same = |pair: &Pair| (pair.here - pair.there).abs() < lookback.skala || pair.here == pair.there;
    let is_near = |pair: &Pair| {
        let (small, large) = (pair.here.abs().min(pair.there.abs()), pair.here.abs().max(pair.there.abs()));
        !small.is_zero() && small.checked_mul(NEAR).is_some_and(|most| large <= most)
    };
    let near = pairs.iter().filter(|pair| is_same(pair) || is_near(pair)).count();
    let differing: Vec<&Pair> = pairs.iter().filter(|pair| !is_same(pair)).collect();
    let first = differing.first()?;
    // Another unit, or another list, is told elsewhere.
    if pairs.len() < FEW || near * 4 < pairs.len() * 3 {
        return None;
    }
    let column = earlier.column(&lookback.isian)?;
    let fakta = AngkaBerselisih {
        isian: lookback.isian.to_string(),
        tahun: lookback.tahun,
        nilai: first.here,
        lain: earlier.at(&earlier.rows[first.earlier_row], column).to_string(),
        nilai_lain: first.there,
        berselisih: differing.len(),
        dari: pairs.len(),
    };
    Some((first.cell, first.nama, fakta))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::{Dictionary, JenisIsian};

    /// The cells told of a column of 2020 in the file of 2021.
    fn told(heading: &str, here: impl Fn(usize, usize) -> String) -> Vec<String> {
        told_beside("Omset 2021", heading, here)
    }

    fn told_beside(own: &str, heading: &str, here: impl Fn(usize, usize) -> String) -> Vec<String> {
        let line = |at: usize, amounts: String| format!("{at};35750101018000{at:02};Ibu {at};Warung {at};{amounts}\n");
        let amount = |at: usize| 12_345_678 + at * 1_271_828;
        let head = "No;NIK;Nama Pemilik;Nama Usaha";
        let before: String = (10..22).map(|at| line(at, amount(at).to_string())).collect();
        let after: String =
            (10..22).map(|at| line(at, format!("{};{}", here(at, amount(at)), amount(at) + 2_345 * at))).collect();
        let office = Office::umkm()
            .file("2020.csv", &format!("{head};Omset\n{before}"))
            .file("2021.csv", &format!("{head};{heading};{own}\n{after}"));
        let read = office.joins(&[2020, 2021], &["omset"]).read();
        read.has(Kode::AngkaBerselisih).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn what_a_year_began_with_is_what_the_one_before_ended_with() {
        let lines = |year: usize, odd: usize| -> String {
            let line = |at: usize| {
                let begun = 40 + at + 2 * (year - 2020) + if at == odd { 4 } else { 0 };
                format!(
                    "{at};Kecamatan {};{begun};3;1;{}\n",
                    ["Utara", "Timur", "Barat", "Selatan", "Tengah", "Kota"][at],
                    begun + 2
                )
            };
            (0..6).map(line).collect()
        };
        let told = |odd: usize| {
            let head = "No;Kecamatan;Awal;Tambah;Kurang;Akhir\n";
            let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["nama"])
                .file("2020.csv", &format!("{head}{}", lines(2020, 9)))
                .file("2021.csv", &format!("{head}{}", lines(2021, odd)))
                .kolom("nama", "Kecamatan", Some(JenisIsian::Teks))
                .kolom("j", "Akhir", Some(JenisIsian::Angka))
                .source(|sumber| sumber.butir = Some("kecamatan".to_owned()));
            office.needs(2020, &["j"]).needs(2021, &["j"]).read().has(Kode::AngkaBerselisih).len()
        };
        assert_eq!((told(9), told(2)), (0, 1));
    }

    #[test]
    fn last_years_column_against_last_years_file() {
        assert_eq!(told("Omset 2020", |_, amount| amount.to_string()), [""; 0]);
        assert_eq!(told("Omset 2020", |at, amount| (if at % 5 == 0 { amount * 13 / 10 } else { amount }).to_string()), ["E2"]);
        assert_eq!(told("Omset 2020", |_, amount| (amount + 700_000).to_string()), ["E2"]);
        assert_eq!(told_beside("Omset (Rp)", "Omset 2020", |_, amount| (amount + 700_000).to_string()), ["E2"]);
        // Rounded, in another unit that nobody states, not filled in.
        assert_eq!(told("Omset 2020 (ribu)", |_, amount| (amount / 1000).to_string()), [""; 0]);
        assert_eq!(told("Omset 2020", |_, amount| (amount / 1000).to_string()), [""; 0]);
        assert_eq!(told("Omset 2020", |at, amount| if at % 5 == 0 { String::new() } else { amount.to_string() }), [""; 0]);
    }
}
