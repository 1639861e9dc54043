//! Numbers of an office's own columns (`jenis = "angka"`), of which nobody knows what they count: that they are whole the
//! column itself shows. An English Excel takes the dot of `1.200` for a decimal point.

use super::inside::raise_at;
use super::outliers::{count_apart, far_above_others, year_among};
use super::told::{amounts, tell};
use crate::dataset::accept::Findings;
use crate::dataset::cell::isi_text;
use crate::dataset::source::Source;
use crate::dataset::surroundings::in_thousands::first_in_thousands;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::{Banding, NilaiNegatif};
use crate::text::label::spelt_words;
use rust_decimal::Decimal;

/// Fewer whole numbers show nothing.
const FEW: usize = 5;
/// A fraction among fewer others is no lone one.
const ONE_IN: usize = 6;
/// So many times as much, the whole ones are of another size than the fractions.
const APART: Decimal = Decimal::from_parts(50, 0, 0, false, 0);
/// What is measured has decimals at times.
const MEASURED: &[&str] = &[
    "kg",
    "kilogram",
    "gram",
    "ton",
    "kuintal",
    "kwintal",
    "liter",
    "ha",
    "hektar",
    "hektare",
    "km",
    "meter",
    "m2",
    "m3",
    "luas",
    "berat",
    "panjang",
    "volume",
    "persen",
    "persentase",
    "prosentase",
    "rata",
    "rerata",
    "nilai",
    "skor",
    "indeks",
    "rasio",
    "tingkat",
    "bunga",
    "tarif",
    "margin",
    "umur",
    "lama",
    "harga",
    "biaya",
    "jam",
];

/// What is counted is whole.
const COUNTED: &[&str] = &[
    "umkm",
    "ukm",
    "ikm",
    "koperasi",
    "peserta",
    "orang",
    "unit",
    "anggota",
    "pelaku",
    "usaha",
    "wirausaha",
    "karyawan",
    "pekerja",
    "jiwa",
    "kk",
    "kelompok",
    "pedagang",
    "penerima",
    "pengurus",
];
/// What may be less than nothing.
const SIGNED: &[&str] = &[
    "shu",
    "laba",
    "rugi",
    "selisih",
    "saldo",
    "kenaikan",
    "penurunan",
    "pertumbuhan",
    "perkembangan",
    "surplus",
    "defisit",
    "sisa",
    "koreksi",
    "perubahan",
];
/// Among so many others, each of two figures at least and the greatest no more than so many times the least, a nought is odd.
const MANY: usize = 10;
const TWO_FIGURES: Decimal = Decimal::TEN;
const ALIKE: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// Tells fractions among whole numbers, and what is less than nothing.
pub(super) fn own_counts(source: &Source, table: &mut Table, findings: &mut Findings) {
    let is_own = |at: &usize| {
        let column = &table.columns[*at];
        let field = source.field(&column.isian).map(|field| &source.fields[field]);
        column.jenis == Jenis::Angka && field.is_some_and(|field| !field.hitungan && source.rests(field, table.tahun))
    };
    let columns: Vec<usize> = (0..table.columns.len()).filter(is_own).collect();
    for column in columns {
        let words = [&*table.columns[column].isian.replace('_', " "), &table.columns[column].judul].map(spelt_words).concat();
        let is_measured = words.iter().any(|word| MEASURED.contains(&word.as_str())) || table.columns[column].judul.contains('%');
        if is_measured || table.columns[column].isian.starts_with("tahun") {
            continue;
        }
        let own = amounts(table, column);
        let all: Vec<(usize, Decimal)> = own.iter().copied().filter(|(_, value)| *value > Decimal::ZERO).collect();
        let is_counted = words.iter().any(|word| COUNTED.contains(&word.as_str()));
        let eaten = if is_counted { eaten(&all) } else { Vec::new() };
        for (row, usual) in if eaten.is_empty() { odd(&all) } else { eaten } {
            tell(table, (row, column), Banding::Lazim(usual), findings);
        }
        if let Some((row, usual)) = first_in_thousands(own.iter().copied()) {
            tell(table, (row, column), Banding::Lazim(usual), findings);
        }
        year_among(table, column, findings);
        if !lists_money(table) {
            far_above_others(table, (column, Decimal::ONE), findings);
            count_apart(table, column, findings);
        }
        nought_among(table, (column, &all), findings);
        below_nothing(table, column, findings);
    }
}

/// Less than nothing, where nearly all others are something.
pub(super) fn below_nothing(table: &mut Table, column: usize, findings: &mut Findings) {
    let words = [&*table.columns[column].isian.replace('_', " "), &table.columns[column].judul].map(spelt_words).concat();
    if words.iter().any(|word| SIGNED.contains(&word.as_str())) {
        return;
    }
    let own = amounts(table, column);
    let below: Vec<usize> = own.iter().filter(|(_, value)| *value < Decimal::ZERO).map(|(row, _)| *row).collect();
    if own.len() >= FEW + below.len() && below.len() * ONE_IN <= own.len() {
        for row in below {
            let ditemukan = isi_text(&table.isi(&table.rows[row], column));
            let fakta = NilaiNegatif { isian: table.columns[column].isian.to_string(), ditemukan };
            raise_at(table, row, column, fakta, findings);
        }
    }
}

/// A nought alone among counts that are all alike.
fn nought_among(table: &mut Table, (column, all): (usize, &[(usize, Decimal)]), findings: &mut Findings) {
    let is_nought = |row: &usize| matches!(table.isi(&table.rows[*row], column), Isi::Angka(value) if value.is_zero());
    let mut noughts = (0..table.rows.len()).filter(is_nought);
    let (Some(row), None) = (noughts.next(), noughts.next()) else { return };
    let (least, most) = (all.iter().map(|(_, value)| *value).min(), all.iter().map(|(_, value)| *value).max());
    let (Some(least), Some(most), true) = (least, most, all.len() >= MANY) else { return };
    if least >= TWO_FIGURES && least.checked_mul(ALIKE).is_some_and(|times| most <= times) {
        tell(table, (row, column), Banding::NolDiAntara { least, most }, findings);
    }
}

/// The counts whose thousands an English Excel took for decimals, where what is counted is whole: each with the usual one.
fn eaten(all: &[(usize, Decimal)]) -> Vec<(usize, Decimal)> {
    let is_eaten = |value: Decimal| {
        let thousandfold = value.checked_mul(Decimal::ONE_THOUSAND);
        value >= Decimal::ONE && value < Decimal::ONE_THOUSAND && thousandfold.is_some_and(|whole| whole.fract().is_zero())
    };
    let parts: Vec<(usize, Decimal)> = all.iter().copied().filter(|(_, value)| !value.fract().is_zero()).collect();
    if parts.len() < 2 || !parts.iter().all(|(_, value)| is_eaten(*value)) {
        return Vec::new();
    }
    let mut meant: Vec<Decimal> = parts.iter().filter_map(|(_, value)| value.checked_mul(Decimal::ONE_THOUSAND)).collect();
    meant.sort_unstable();
    let usual = meant[meant.len() / 2];
    parts.into_iter().map(|(row, _)| (row, usual)).collect()
}

/// So many lines of unlike things are looked at.
const LINES: usize = 2_000;

/// Whether the rows are lines of unlike things, of which one is an amount: `Volume Usaha` among counts of koperasi.
fn lists_money(table: &Table) -> bool {
    let is_money = |nama: &str| {
        let words = spelt_words(nama);
        let first = words.iter().find(|word| !matches!(word.as_str(), "jumlah" | "total" | "nilai") && word.len() > 1);
        first.is_some_and(|first| AMOUNTS_CALLED.contains(&first.as_str()))
    };
    table.rows.iter().take(LINES).any(|row| is_money(&row.nama))
}

/// First words of a line that is an amount.
const AMOUNTS_CALLED: &[&str] =
    &["volume", "omset", "omzet", "aset", "asset", "shu", "sisa", "laba", "penjualan", "pendapatan", "simpanan", "pinjaman"];

/// The fractions that stand alone among whole numbers, each with the usual one of those.
fn odd(all: &[(usize, Decimal)]) -> Vec<(usize, Decimal)> {
    let (mut whole, parts): (Vec<_>, Vec<_>) = all.iter().copied().partition(|(_, value)| value.fract().is_zero());
    whole.sort_unstable_by_key(|(_, value)| *value);
    let (Some((_, least)), Some((_, most)), Some((_, usual))) = (whole.first(), whole.last(), whole.get(whole.len() / 2)) else {
        return Vec::new();
    };
    let is_lone = whole.len() >= FEW && (parts.len() == 1 || parts.len() * ONE_IN <= all.len());
    let has_lost_dot = |value: Decimal| {
        let thousandfold = value.checked_mul(Decimal::ONE_THOUSAND);
        thousandfold.is_some_and(|whole| whole.fract().is_zero() && whole <= *most * Decimal::TEN)
    };
    let are_apart = whole.len() > 1
        && all.len() >= FEW
        && *least >= Decimal::ONE_THOUSAND
        && parts.iter().all(|(_, value)| has_lost_dot(*value) && value.checked_mul(APART).is_some_and(|times| times <= *least));
    let is_odd = |value: Decimal| are_apart || is_lone && value < *least;
    parts.into_iter().filter(|(_, value)| is_odd(*value)).map(|(row, _)| (row, *usual)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(values: &[(i64, u32)]) -> Vec<usize> {
        let all = values.iter().enumerate().map(|(row, (digits, places))| (row, Decimal::new(*digits, *places)));
        odd(&all.collect::<Vec<_>>()).into_iter().map(|(row, _)| row).collect()
    }

    #[test]
    fn thousands_that_were_taken_for_decimals() {
        let told = |values: &[(i64, u32)]| {
            let all = values.iter().enumerate().map(|(row, (digits, places))| (row, Decimal::new(*digits, *places)));
            eaten(&all.collect::<Vec<_>>()).into_iter().map(|(row, _)| row).collect::<Vec<usize>>()
        };
        assert_eq!(told(&[(1_234, 3), (2_985, 3), (21, 1), (985, 0)]), [0, 1, 2]);
        assert!(told(&[(1_234, 0), (2_985, 0), (985, 0)]).is_empty());
        // Shares, and what is of four decimals.
        assert!(told(&[(234, 3), (985, 3)]).is_empty());
        assert!(told(&[(12_345, 4), (98_512, 4)]).is_empty());
    }

    #[test]
    fn a_fraction_alone_and_thousands_without_their_dot() {
        let whole = [(10, 0), (20, 0), (30, 0), (40, 0), (50, 0), (70, 0), (80, 0)];
        assert!(told(&whole).is_empty());
        assert_eq!(told(&[&whole[..], &[(12, 1)]].concat()), [7]);
        assert_eq!(told(&[(125, 2), (25, 1), (375, 2), (11, 1), (22, 1), (1_300, 0), (4_400, 0), (5_500, 0)]), [0, 1, 2, 3, 4]);
        // Half tons here and there; one among greater ones.
        assert!(told(&[&whole[..], &[(25, 1), (125, 1), (75, 1)]].concat()).is_empty());
        assert!(told(&[&whole[..], &[(425, 1)]].concat()).is_empty());
        assert!(told(&[(10, 0), (20, 0), (12, 1)]).is_empty());
    }
}
