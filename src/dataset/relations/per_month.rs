//! A column that the sheet itself calls a month's, a day's or a quarter's (`Omset/bln`) beside the year's: twelve months make
//! the year. Where the year's amount is the month's own, the month stands in its place. None of this refuses.

use crate::dataset::Jenis;
use crate::dataset::accept::Findings;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::{On, figure_of};
use crate::dataset::relations::cell_formulas::operand::{Times, times_a_year};
use crate::diagnostic::Banding;
use crate::table::LayoutColumn;
use crate::text::label::spelt_words;
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// Fewer rows show nothing.
const FEW: usize = 5;
/// Of so many rows one may be otherwise where a relation holds in nearly all.
const NEARLY: usize = 5;
/// Amounts of a year are rounded: so much of one may be more or less.
const ROUNDED: Decimal = Decimal::from_parts(1, 0, 0, false, 2);
/// Words that headings of whatever amounts have in common.
const COMMON: [&str; 18] = [
    "rp", "rupiah", "juta", "ribu", "per", "tahun", "bulan", "hari", "minggu", "tahunan", "bulanan", "harian", "setahun",
    "sebulan", "jumlah", "total", "nilai", "rata",
];

/// Holds the year's amounts against the column of its months, where figures rest on them.
pub(crate) fn check_months(used: &mut [Used], on: &On, row_years: &[Option<Year>], findings: &mut Findings) {
    let spans: Vec<(&LayoutColumn, Times)> =
        on.layout.columns.iter().filter_map(|column| Some((column, times_a_year(column)?))).collect();
    if spans.is_empty() {
        return;
    }
    for own in used.iter_mut().filter(|own| !own.rests.is_empty()) {
        let whole = &on.layout.columns[own.index];
        if on.source.fields[own.field].jenis != Jenis::Uang || times_a_year(whole).is_some() {
            continue;
        }
        for (part, times) in spans.iter().filter(|(part, _)| is_of(part, whole)) {
            let kolom = part.path.join(" / ");
            let both = both(own, on, (part.column, whole.column), row_years);
            for (index, banding) in told(&both, &kolom, *times) {
                own.doubt(on, index, banding, findings);
            }
        }
    }
}

/// Whether a column is a part of the year of the same thing: `omset_bulanan` of `omset`, or by a word of its own.
fn is_of(part: &LayoutColumn, whole: &LayoutColumn) -> bool {
    let year = |column: &LayoutColumn| column.period.as_ref().and_then(|period| period.year);
    let unit = |column: &LayoutColumn| column.unit.as_ref().map(|unit| unit.factor);
    let is_named = || match (&part.isian, &whole.isian) {
        (Some(part), Some(whole)) => part.strip_prefix(&**whole).is_some_and(|rest| rest.starts_with('_')),
        (None, _) => {
            let own = |column: &LayoutColumn| column.path.iter().flat_map(|label| spelt_words(label)).collect::<Vec<String>>();
            let of_whole = own(whole);
            own(part).iter().any(|word| word.len() > 2 && !COMMON.contains(&word.as_str()) && of_whole.contains(word))
        }
        _ => false,
    };
    part.column != whole.column && year(part) == year(whole) && unit(part) == unit(whole) && is_named()
}

/// A row's amounts above nought: the part's and the year's.
struct Both {
    index: usize,
    part: Decimal,
    whole: Decimal,
}

fn both(own: &Used, on: &On, (part, whole): (u32, u32), row_years: &[Option<Year>]) -> Vec<Both> {
    let [mut parts, mut wholes] = [part, whole].map(|column| on.sheet.cells.column(column));
    let is_amount = |value: &Decimal| *value > Decimal::ZERO;
    let rows = on.rows.iter().zip(row_years).enumerate().filter(|(_, (_, year))| own.rests_in(**year));
    rows.filter_map(|(index, (row, _))| {
        let whole = figure_of(wholes.cell(row.row).as_ref()).filter(is_amount)?;
        let part = figure_of(parts.cell(row.row).as_ref()).filter(is_amount)?;
        Some(Both { index, part, whole })
    })
    .collect()
}

/// The rows to tell, with what: the part in the year's place in all or some of them, or another multiple of it throughout.
fn told(all: &[Both], kolom: &str, times: Times) -> Vec<(usize, Banding)> {
    let dari = all.len();
    let same: Vec<usize> = all.iter().filter(|own| own.part == own.whole).map(|own| own.index).collect();
    let (Some(first), true) = (all.first(), dari >= FEW) else { return Vec::new() };
    let (least, most) = (Decimal::from(times.0), Decimal::from(times.1));
    let is_of_a_year = |kali: Decimal| kali >= least - least * ROUNDED && kali <= most + most * ROUNDED;
    let kali = |own: &Both| own.whole.checked_div(own.part).map(|kali| kali.round_dp(2).normalize());
    let part = |index: usize, baris: usize| (index, Banding::SebagianTahun { kolom: kolom.to_owned(), baris, dari });
    let nearly_all = |count: usize| count * NEARLY >= dari * (NEARLY - 1);
    if nearly_all(same.len()) {
        return vec![part(same[0], same.len())];
    }
    let held = all.iter().filter(|own| kali(own).is_some_and(is_of_a_year)).count();
    if held * 2 >= dari {
        // A few are told each by itself.
        return match same.len() * NEARLY <= dari {
            true => same.into_iter().map(|index| part(index, 1)).collect(),
            false => vec![part(same[0], same.len())],
        };
    }
    let mut counts: BTreeMap<Decimal, usize> = BTreeMap::new();
    all.iter().filter_map(kali).for_each(|kali| *counts.entry(kali).or_default() += 1);
    match counts.into_iter().max_by_key(|(_, count)| *count) {
        Some((kali, baris)) if nearly_all(baris) && !is_of_a_year(kali) => {
            let own = all.iter().find(|own| own.whole.checked_div(own.part).map(|own| own.round_dp(2)) == Some(kali));
            vec![(own.unwrap_or(first).index, Banding::KaliLain { kolom: kolom.to_owned(), kali, baris, lazim: times })]
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    /// The cells told of ten businesses whose two amounts stand under these headings.
    fn told(heads: &str, row: impl Fn(u64, u64) -> String) -> Vec<String> {
        let rows = (0..10u64)
            .map(|at| format!("{};35750101018000{at:02};Usaha {at};{}\n", at + 1, row(at, 1_049_183 + at * at * 317_211)));
        let text = format!("No;NIK;Nama Usaha;{heads}\n{}", rows.collect::<String>());
        let read = Office::umkm().file("2021.csv", &text).needs(2021, &["omset"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::NilaiSeperseribu).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn the_months_amount_in_the_years_place_is_told() {
        let heads = "Omset/bln;Omset/thn";
        let times = |odd: &'static [u64], usual: u64, other: u64| {
            move |at: u64, month: u64| format!("{month};{}", month * if odd.contains(&at) { other } else { usual })
        };
        assert_eq!(told(heads, times(&[], 1, 0)), ["E2"]);
        assert_eq!(told(heads, times(&[3, 7], 12, 1)), ["E5", "E9"]);
        assert_eq!(told(heads, times(&[3, 5, 6, 7], 12, 1)), ["E5"]);
        assert_eq!(told(heads, times(&[], 10, 0)), ["E2"]);
        assert_eq!(told("Rata-rata Penjualan per bulan;Omset", times(&[], 1, 0)), [""; 0]);
        assert_eq!(told("Rata-rata Omset sebulan (kotor);Omset Setahun", times(&[], 1, 0)), ["E2"]);
        assert_eq!(told("Omset per hari;Omset", times(&[], 1, 0)), ["E2"]);
    }

    #[test]
    fn years_that_are_of_their_months_are_nothing_odd() {
        let heads = "Omset/bln;Omset/thn";
        for times in [12, 300] {
            let heads = if times == 12 { heads } else { "Omset per hari;Omset per tahun" };
            assert!(told(heads, |_, part| format!("{part};{}", part * times)).is_empty());
        }
        // Rounded, of seasons, and of those that opened this year.
        assert!(told(heads, |_, month| format!("{month};{}", month * 12 / 1_000_000 * 1_000_000)).is_empty());
        assert!(told(heads, |at, month| format!("{month};{}", month * (7 + at % 6) + at * 1_111)).is_empty());
        assert!(
            told(heads, |at, month| format!("{};{}", if at < 6 { String::new() } else { month.to_string() }, month)).is_empty()
        );
        // Another thing of each month, and another unit.
        assert!(told("Gaji per bulan;Omset", |_, month| format!("{month};{month}")).is_empty());
        assert!(told("Omset/bln (Rp ribu);Omset/thn (Rp)", |_, month| format!("{month};{month}")).is_empty());
    }
}
