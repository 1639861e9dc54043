//! Units in the headings of numbers that are no money: they are multiplied by nothing.

use crate::dataset::accept::Findings;
use crate::dataset::body::row_arti::arti_of;
use crate::dataset::columns::scale::{Priced, unscaled_money};
use crate::dataset::field::FieldInfo;
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, SatuanBerselisih, Temuan};
use crate::table::UnitStated;
use crate::text::heading::{Heading, scale_word};
use crate::text::label::words;
use crate::vocabulary::Sel;

/// Tells the units over a column of numbers that figures rest on: `Anggota (ribu orang)`, `Anggota (Rp)`, `Produksi (ribu)`.
pub(crate) fn number_units(source: &Source, priced: &Priced, field: &FieldInfo, findings: &mut Findings) {
    let Priced { sheet, column, .. } = *priced;
    let leaf = column.path.last().map_or("", String::as_str);
    let differs = |pertama: &str| SatuanBerselisih { pertama: pertama.to_owned(), kedua: field.isian.to_string() };
    // `Jumlah Anggota (Rp juta)`: whatever is in it, it is no count; `Anggota (Rp)` says of no heads either.
    let is_of_money = |unit: &&UnitStated| {
        unit.factor > 1 && field.hitungan || column.unit.as_ref() == Some(*unit) && counts_bearers(field, leaf)
    };
    if let Some(unit) = column.unit.iter().chain(&column.said).find(is_of_money) {
        findings.add(Temuan::new(unit.at.on(sheet), differs(&unit.text)));
        return;
    }
    let at = || sheet.at().with(Sel::Column(column.column));
    if let Some(counted) = column.counted.as_ref().filter(|counted| is_scaled(counted) && arti_of(source, counted).is_none()) {
        // Of an office's own numbers thousands may be what it means.
        match counts_bearers(field, leaf) {
            true => findings.add(Temuan::new(at(), differs(counted))),
            false => {
                findings.raise(Temuan::new(at(), KeteranganMembatasi::of(counted.clone(), 0)), Some(counted));
            }
        }
    }
    if field.hitungan {
        return;
    }
    unscaled_money(source, priced).into_iter().for_each(|temuan| findings.add(temuan));
    // `Produksi (ribu)`: neither is it multiplied nor known what the office means.
    let unscaled = column.unit.as_ref().filter(|unit| unit.factor > 1 && arti_of(source, &unit.text).is_none());
    if let Some(unit) = unscaled {
        findings.raise(Temuan::new(unit.at.on(sheet), KeteranganMembatasi::of(unit.text.clone(), 0)), Some(&unit.text));
    }
}

/// `(ribu orang)`, `(000 unit)`.
fn is_scaled(counted: &str) -> bool {
    let words = words(counted);
    words.iter().any(|word| word == "000" || word.len() > 1 && scale_word(word).is_some())
}

/// Words of those that are counted by heads, and beside them.
const BEARERS: &[&str] = &[
    "koperasi", "umkm", "ukm", "ikm", "anggota", "karyawan", "manajer", "pengurus", "pengawas", "orang", "tenaga", "kerja",
    "unit", "pelaku", "usaha", "mikro", "kecil", "menengah",
];
const BESIDE: &[&str] = &["jumlah", "total", "banyak", "banyaknya", "aktif", "tidak", "laki", "perempuan", "l", "p", "seluruh"];

/// Whether what is counted are koperasi, members or whoever else has a head: a count of the dictionary, or an office's own column
/// that is called so and no more.
fn counts_bearers(field: &FieldInfo, leaf: &str) -> bool {
    let words = Heading::read(leaf).words;
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    let speaks = words.iter().any(|word| is(BEARERS, word) && word != "usaha" && word != "kerja");
    field.hitungan || speaks && words.iter().all(|word| is(BEARERS, word) || is(BESIDE, word))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    #[test]
    fn units_over_counts() {
        let told = |heading: &str| {
            let rows: String =
                (1..=5).map(|n| format!("{n};KSP Adil {n};518/{n}1/BH/1998;{};{}\n", 20 + n, 1_000_123 * n)).collect();
            let text = format!("No;Nama Koperasi;No Badan Hukum;{heading};Volume Usaha\n{rows}");
            let office = Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha", "anggota"]);
            office.read().has(Kode::SatuanBerselisih).len()
        };
        for heading in ["Anggota (ribu orang)", "Jumlah Anggota (Rp)", "Anggota (000 orang)", "Anggota (Rp juta)"] {
            assert_eq!(told(heading), 1, "{heading}");
        }
        for heading in ["Anggota (orang)", "Jumlah Anggota", "Anggota (Org)"] {
            assert_eq!(told(heading), 0, "{heading}");
        }
    }
}
