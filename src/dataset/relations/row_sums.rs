//! A total beside its parts in each row: `Anggota` over `L`, `P` and `Jumlah`, `Koperasi` over `Jumlah`, `Aktif` and
//! `Tidak Aktif`. That it is the sum of those the headings do not say, the other rows do: where it holds in most, a row in
//! which it does not is doubtful; under a heading that names no total (`Simpan Pinjam`, `Toko`, `Jasa`, `Volume Usaha`) in
//! nearly all. None of this refuses, as what the values alone show never does.

use crate::dataset::Jenis;
use crate::dataset::accept::Findings;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::total::says_percent;
use crate::dataset::counted::{On, figure_of};
use crate::diagnostic::Banding;
use crate::table::LayoutColumn;
use crate::table::headings::words::is_running_number;
use crate::text::label::{spelt_words, words};
use crate::vocabulary::{CellAddress, Year};
use rust_decimal::Decimal;

/// A sum of more parts is no habit of such tables.
const MOST_PARTS: usize = 6;
/// In so many rows at least the sum of two parts or more must hold: under one heading, and beside each other under several.
const FEW_UNDER_ONE: usize = 2;
const FEW_BESIDE: usize = 3;
const FEW_UNSAID: usize = 5;
/// For a row that breaks it, in so many it holds; and where no heading says that there is a total.
const HOLDS: usize = 2;
const HOLDS_UNSAID: usize = 4;
/// Of so many rows with an amount half at least must hold before others are asked.
const FIRST: usize = 8;
/// Totals of their parts that are held together as such.
const OWN_CHECKS: [&str; 2] = ["aset", "anggota"];
/// So many rows show whether it does.
const SHOWN: usize = 500;
/// What rounding may leave is so many times less than its whole; in a sheet of millions `2` is a part.
const SMALL: Decimal = Decimal::from_parts(1000, 0, 0, false, 0);
/// What is no money and has decimals is rounded here.
const ROUNDED: Decimal = Decimal::from_parts(1, 0, 0, false, 3);

/// A column of totals and those of their parts.
struct Sum {
    whole: u32,
    parts: Vec<u32>,
    is_money: bool,
    /// In so many rows of two parts or more it must hold, and so many times as often as it does not.
    least: usize,
    times: usize,
}

/// How a row's total stands to its parts.
enum Held {
    /// It is their sum, of so many parts above or below nought.
    Holds(usize),
    /// It is not, their sum is this.
    Breaks(Decimal),
    Unknown,
}

/// Holds each counted row's total against its parts, where figures rest on one of them.
pub(crate) fn check_row_sums(used: &mut [Used], on: &On, row_years: &[Option<Year>], findings: &mut Findings) {
    for sum in sums(used, on) {
        let column_of = |own: &Used| on.layout.columns[own.index].column;
        // Told of the total, if a figure rests on it, else of the first part on which one does.
        let resting = |column: u32| used.iter().position(|own| column_of(own) == column && !own.rests.is_empty());
        let Some(place) = std::iter::once(&sum.whole).chain(&sum.parts).find_map(|column| resting(*column)) else { continue };
        let own = &mut used[place];
        let column = on.layout.columns[own.index].column;
        for (index, (row, year)) in on.rows.iter().zip(row_years).enumerate() {
            let (Held::Breaks(terhitung), true) = (sum.held(on, row.row), own.rests_in(*year)) else { continue };
            let banding = if column == sum.whole {
                Banding::KolomBagian(sum.parts.len(), terhitung)
            } else {
                let tertulis = figure_of(on.sheet.cell(CellAddress::new(row.row, sum.whole)).as_ref()).unwrap_or_default();
                Banding::JumlahBaris { terhitung, tertulis }
            };
            own.doubt(on, index, banding, findings);
        }
    }
}

/// The columns of totals whose parts beside them make them up in most rows.
fn sums(used: &[Used], on: &On) -> Vec<Sum> {
    let mut columns: Vec<&LayoutColumn> = on.layout.columns.iter().collect();
    columns.sort_by_key(|column| column.column);
    let of = |column: &LayoutColumn| used.iter().find(|own| on.layout.columns[own.index].column == column.column);
    let rests = |column: &LayoutColumn| of(column).is_some_and(|own| !own.rests.is_empty());
    let is_money = |column: &LayoutColumn| of(column).is_some_and(|own| on.source.fields[own.field].jenis == Jenis::Uang);
    // Quarters are held against their year as such.
    let is_year = |column: &LayoutColumn| on.layout.made_up.iter().any(|(whole, _)| *whole == column.column);
    let mut found = Vec::new();
    for (at, whole) in columns.iter().enumerate().filter(|(_, whole)| is_total(whole) && !is_year(whole)) {
        let is_beside = |other: &&&LayoutColumn| is_sibling(whole, other) && !is_total(other);
        let left = columns[..at].iter().rev().take_while(is_beside).take(MOST_PARTS);
        let right = columns[at + 1..].iter().take_while(is_beside).take(MOST_PARTS);
        let sides: [Vec<&LayoutColumn>; 2] = [left.copied().collect(), right.copied().collect()];
        let runs = runs(&sides);
        let least = if whole.path.len() > 1 { FEW_UNDER_ONE } else { FEW_BESIDE };
        let candidates = runs.filter(|parts| rests(whole) || parts.iter().any(|part| rests(part))).map(|parts| Sum {
            whole: whole.column,
            parts: parts.iter().map(|part| part.column).collect(),
            is_money: is_money(whole) || parts.iter().any(|part| is_money(part)),
            least,
            times: HOLDS,
        });
        found.extend(best(candidates, on));
    }
    for own in used.iter().filter(|own| !own.rests.is_empty() && adds_up(own, on)) {
        let Some(at) = columns.iter().position(|column| column.column == on.layout.columns[own.index].column) else { continue };
        let whole = columns[at];
        if is_total(whole) || is_year(whole) || is_of_part(whole) {
            continue;
        }
        let may_be_part = |first: &LayoutColumn, other: &LayoutColumn| {
            is_sibling(first, other)
                && !is_total(other)
                && !is_of_part(other)
                && other.isian != whole.isian
                && holds_amounts(other)
        };
        let (left, right) = (at.checked_sub(1).map(|at| columns[at]), columns.get(at + 1));
        let left = columns[..at].iter().rev().take_while(|other| left.is_some_and(|first| may_be_part(first, other)));
        let right = columns[at + 1..].iter().take_while(|other| right.is_some_and(|first| may_be_part(first, other)));
        let sides = [left.take(MOST_PARTS).copied().collect(), right.take(MOST_PARTS).copied().collect()];
        let candidates = runs(&sides).map(|parts| Sum {
            whole: whole.column,
            parts: parts.iter().map(|part| part.column).collect(),
            is_money: is_money(whole),
            least: FEW_UNSAID,
            times: HOLDS_UNSAID,
        });
        found.extend(best(candidates.filter(|sum| sum.begins(on)), on));
    }
    found
}

/// The columns beside a whole, so many of each side as may be its parts.
fn runs<'s, 'c>(sides: &'s [Vec<&'c LayoutColumn>; 2]) -> impl Iterator<Item = &'s [&'c LayoutColumn]> {
    sides.iter().flat_map(|side| (2..=side.len()).map(|count| &side[..count]))
}

/// Of a whole's sums the one that holds in most rows, with as few parts as it needs.
fn best(candidates: impl Iterator<Item = Sum>, on: &On) -> Option<Sum> {
    let shown = candidates.map(|sum| (sum.shown(on), sum));
    let (_, sum) = shown.filter(|(held, _)| *held > 0).max_by_key(|(held, sum)| (*held, -(sum.parts.len() as i64)))?;
    Some(sum)
}

/// A column of amounts or counts that may be made up of others.
fn adds_up(own: &Used, on: &On) -> bool {
    let field = &on.source.fields[own.field];
    let is_amount = field.jenis == Jenis::Uang || field.jenis == Jenis::Angka && field.hitungan;
    is_amount && !OWN_CHECKS.contains(&&*field.isian) && !field.isian.starts_with("tahun")
}

/// A month's or a quarter's column is held against its year as such.
fn is_of_part(column: &LayoutColumn) -> bool {
    column.period.as_ref().is_some_and(|period| period.is_part())
}

/// No running number, no share: what may be a summand.
fn holds_amounts(column: &LayoutColumn) -> bool {
    !says_percent(&column.path) && !column.path.last().is_some_and(|leaf| is_running_number(&words(leaf)))
}

/// A heading of a total: `Jumlah`, `Jml Anggota`, `L+P`.
fn is_total(column: &LayoutColumn) -> bool {
    column.path.last().is_some_and(|leaf| {
        leaf.contains('+') || spelt_words(leaf).first().is_some_and(|word| matches!(word.as_str(), "jumlah" | "total"))
    })
}

/// Whether two columns stand under the same headings.
fn is_sibling(one: &LayoutColumn, other: &LayoutColumn) -> bool {
    let over = |column: &LayoutColumn| column.path.len().saturating_sub(1);
    over(one) == over(other) && one.path[..over(one)] == other.path[..over(other)]
}

impl Sum {
    /// Whether it holds in half of the first rows with an amount: few others need to be asked more.
    fn begins(&self, on: &On) -> bool {
        let held = on.rows.iter().take(SHOWN).map(|row| self.held(on, row.row)).filter(|held| !matches!(held, Held::Unknown));
        let first: Vec<Held> = held.take(FIRST).collect();
        first.iter().filter(|held| matches!(held, Held::Holds(_))).count() * 2 >= first.len().max(1)
    }

    /// In how many of the first rows it holds; none where too few show it, or too many break it.
    fn shown(&self, on: &On) -> usize {
        let (mut holds, mut telling, mut breaks) = (0, 0, 0);
        for row in on.rows.iter().take(SHOWN) {
            match self.held(on, row.row) {
                Held::Holds(parts) => {
                    holds += 1;
                    telling += usize::from(parts >= 2);
                }
                Held::Breaks(_) => breaks += 1,
                Held::Unknown => {}
            }
        }
        if telling >= self.least && holds >= breaks * self.times { holds } else { 0 }
    }

    fn held(&self, on: &On, row: u32) -> Held {
        let cell = |column: u32| on.sheet.cell(CellAddress::new(row, column));
        let parts: Vec<_> = self.parts.iter().map(|column| cell(*column)).collect();
        let whole = cell(self.whole).filter(|cell| !raw_text(&cell.value).trim().is_empty());
        if whole.is_none() || parts.iter().all(Option::is_none) {
            return Held::Unknown;
        }
        let figures: Option<Vec<Decimal>> = parts.iter().map(|part| figure_of(part.as_ref())).collect();
        let (Some(whole), Some(figures)) = (figure_of(whole.as_ref()), figures) else { return Held::Unknown };
        let sum = figures.iter().try_fold(Decimal::ZERO, |sum, figure| sum.checked_add(*figure));
        let Some((sum, far)) = sum.and_then(|sum| Some((sum, sum.checked_sub(whole)?.abs()))) else { return Held::Unknown };
        // Amounts in thousands or with decimals are rounded each by itself.
        let is_rounded = figures.iter().chain([&whole]).any(|figure| !figure.fract().is_zero());
        let slack = match (self.is_money, is_rounded) {
            (true, _) => Decimal::from(self.parts.len()),
            (false, true) => ROUNDED,
            (false, false) => Decimal::ZERO,
        };
        if far > slack {
            return Held::Breaks(sum);
        }
        // `1` unit beside its price is no part of the amount, though the two come to it but for what rounding leaves.
        let is_small =
            |figure: &Decimal| figure.abs() <= slack && figure.abs().checked_mul(SMALL).is_some_and(|far| far < whole.abs());
        let telling = figures.iter().filter(|figure| !figure.is_zero() && !is_small(figure)).count();
        if sum.is_zero() { Held::Unknown } else { Held::Holds(telling) }
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::{Dictionary, JenisIsian};

    /// The cells told of a recap: `heads` are its two rows of headings from the third column on.
    fn told(heads: [&str; 2], rows: &[&str], isian: (&str, &str)) -> Vec<String> {
        let lines: Vec<String> = rows.iter().enumerate().map(|(at, row)| format!("{};Kecamatan {at};{row}", at + 1)).collect();
        let text = format!("No;Kecamatan;{}\n;;{}\n{}", heads[0], heads[1], lines.join("\n"));
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["kecamatan"])
            .source(|sumber| sumber.butir = Some("kecamatan".to_owned()))
            .kolom(isian.0, isian.1, Some(JenisIsian::Angka));
        let read = office.file("2021.csv", &text).needs(2021, &[isian.0]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::NilaiSeperseribu).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn a_row_whose_total_is_not_that_of_its_parts_is_told() {
        let anggota = ["Anggota;;", "L;P;Jumlah"];
        let of = |rows: &[&str]| told(anggota, rows, ("semua", "Anggota Jumlah"));
        let usual = ["907;957;1864", "253;360;613", "304;787;1091", "386;984;1370"];
        assert!(of(&usual).is_empty());
        assert_eq!(of(&["907;957;1864", "253;360;643", "304;787;1091"]), ["E4"]);
        assert_eq!(of(&["907;957;1864", "253;360;614", "304;787;1091", "386;984;1370"]), ["E4"]);
        // Not yet known by sex, and where the parts are not all of it.
        assert!(of(&["907;957;1864", ";;613", "304;787;1091", "386;984;1370"]).is_empty());
        assert!(of(&["907;950;1864", "253;350;613", "304;780;1091", "386;984;1370"]).is_empty());
        // The part on which a figure rests, of a total that none does.
        let koperasi = ["Koperasi;;", "Jumlah;Aktif;Tidak Aktif"];
        let of = |rows: &[&str]| told(koperasi, rows, ("hidup", "Koperasi Aktif"));
        assert!(of(&["52;32;20", "51;51;0", "68;44;24"]).is_empty());
        assert_eq!(of(&["52;32;20", "60;51;0", "68;44;24", "72;27;45"]), ["D4"]);
        assert!(
            told(["Koperasi;;", "Jumlah;Aktif;RAT"], &["52;32;20", "60;51;12", "68;44;30"], ("hidup", "Koperasi Aktif"))
                .is_empty()
        );
    }

    #[test]
    fn totals_beside_their_parts_under_headings_of_their_own_are_held_too() {
        let flat = ["Laki-laki;Perempuan;Jumlah Tenaga Kerja", ";;"];
        let of = |rows: &[&str]| told(flat, rows, ("kerja", "Jumlah Tenaga Kerja"));
        assert_eq!(of(&["7;9;16", "3;6;9", "4;7;12", "5;8;13"]), ["E5"]);
        assert!(of(&["7;9;16", "3;6;9", "4;7;11", "5;8;13"]).is_empty());
        assert!(of(&["7;9;16", "3;6;9", "4;7;120", "5;8;99"]).is_empty());
    }

    #[test]
    fn an_amount_that_its_neighbours_make_up_in_nearly_all_rows_is_held_too() {
        let of = |heads: &str, odd: &[usize]| {
            let row = |at: usize| {
                let parts = [700_123 + at * 31_007, 9_400_020 - at * 270_011, 1_000_000 + at * at * 77_001];
                let whole = parts.iter().sum::<usize>() - if odd.contains(&at) { parts[2] } else { 0 };
                format!("{};Kecamatan {at};{};{};{};{whole}\n", at + 1, parts[0], parts[1], parts[2])
            };
            let text = format!("No;Kecamatan;{heads}\n{}", (0..10).map(row).collect::<String>());
            let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["kecamatan"])
                .source(|sumber| sumber.butir = Some("kecamatan".to_owned()));
            let read = office.file("2021.csv", &text).needs(2021, &["volume_usaha"]).read();
            assert!(read.galat().is_empty(), "{:?}", read.galat());
            let told = read.has(Kode::NilaiSeperseribu);
            told.iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect::<Vec<String>>()
        };
        for heads in ["Usaha Simpan Pinjam;Usaha Toko;Usaha Jasa;Volume Usaha", "Toko;Jasa;Lain-lain;Volume Usaha (Rp)"] {
            assert!(of(heads, &[]).is_empty());
            assert_eq!(of(heads, &[2]), ["F4"]);
            assert_eq!(of(heads, &[0, 7]), ["F2", "F9"]);
            // In too many rows to be a slip.
            assert!(of(heads, &[0, 3, 7]).is_empty());
        }
    }

    #[test]
    fn amounts_that_are_rounded_each_by_itself_break_nothing() {
        let modal = ["Modal (Rp Juta);;", "Sendiri;Luar;Jumlah"];
        let read = |rows: &[&str]| {
            let lines: Vec<String> =
                rows.iter().enumerate().map(|(at, row)| format!("{};Kecamatan {at};{row}", at + 1)).collect();
            let text = format!("No;Kecamatan;{}\n;;{}\n{}", modal[0], modal[1], lines.join("\n"));
            let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["kecamatan"])
                .source(|sumber| sumber.butir = Some("kecamatan".to_owned()))
                .kolom("modal", "Modal Jumlah", Some(JenisIsian::Uang));
            office.file("2021.csv", &text).needs(2021, &["modal"]).read().has(Kode::NilaiSeperseribu).len()
        };
        assert_eq!(read(&["2500;3700;6201", "4100;5200;9300", "6300;7400;13700", "8200;9900;18100"]), 0);
        assert_eq!(read(&["2500;3700;6250", "4100;5200;9300", "6300;7400;13700", "8200;9900;18100"]), 1);
    }

    #[test]
    fn a_number_of_things_is_no_part_of_what_they_cost() {
        let rows = ["1;3500000;3500000", "1;1950000;1950000", "2;2850000;5700000", "1;1750000;1750000", "1;650000;650000"];
        let lines: Vec<String> = rows.iter().enumerate().map(|(at, row)| format!("{};Siti {at};{row}", at + 1)).collect();
        let text = format!("No;Nama Penerima;Unit;Harga Satuan (Rp);Total Nilai (Rp)\n{}", lines.join("\n"));
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &[]).file("2021.csv", &text);
        let office = office
            .kolom("nama", "Nama Penerima", Some(JenisIsian::Teks))
            .kolom("nilai", "Total Nilai (Rp)", Some(JenisIsian::Uang))
            .source(|sumber| sumber.butir = Some("penerima".to_owned()));
        assert!(office.needs(2021, &["nilai"]).read().has(Kode::NilaiSeperseribu).is_empty());
    }
}
