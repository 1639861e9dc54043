//! What a table's rows keep without a word of it: the amount is the sum, the difference or the product of other columns, so
//! many times one, what a running total grows by, what a share of the whole says. Where that holds in nearly all rows, the
//! few that break it are doubtful. Sums whose parts stand beside them are held by `row_sums`. None of this refuses.

use crate::dataset::Jenis;
use crate::dataset::accept::Findings;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::total::says_percent;
use crate::dataset::counted::{On, figure_of};
use crate::dataset::relations::relation::{Figures, Held, Relation, times_of};
use crate::diagnostic::Banding;
use crate::profile::Dictionary;
use crate::table::LayoutColumn;
use crate::table::headings::words::is_running_number;
use crate::text::label::words;
use crate::vocabulary::{CellAddress, Year};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// In so many rows at least it must hold by more than chance, and so many times as often as it does not.
const FEW: usize = 5;
const HOLDS: usize = 4;
/// In so many of these rows each of its columns must hold something: what is added is no part where it is nought.
const FILLED: usize = 3;
/// So many different amounts must do so.
const DIFFERENT: usize = 4;
/// So many of the first rows with an amount are asked first, of which one in so many may break it.
const FIRST: usize = 15;
const ONE_IN: usize = 5;
/// Rows that are gone through at all; what stands far below says nothing else.
const MOST_ROWS: usize = 20_000;
/// So many columns beside an amount it may come of.
const BESIDE: usize = 12;
/// Decimal places that count.
const PLACES: u32 = 6;
/// Totals of their parts that are held together as such.
const OWN_CHECKS: [&[&str]; 2] = [&["aset", "modal_sendiri", "modal_luar"], &["anggota", "anggota_l", "anggota_p"]];

/// Holds each counted row's amount against what it is of others in nearly all rows, where figures rest on it.
pub(crate) fn check_relations(used: &mut [Used], on: &On, row_years: &[Option<Year>], findings: &mut Findings) {
    let is_asked = |own: &Used| {
        let field = &on.source.fields[own.field];
        let is_own_count = on.source.sumber.bentuk == Dictionary::None && !says_percent(&on.layout.columns[own.index].path);
        let is_amount = field.jenis == Jenis::Uang || field.jenis == Jenis::Angka && (field.hitungan || is_own_count);
        !own.rests.is_empty() && is_amount && !field.isian.starts_with("tahun")
    };
    if on.rows.len() <= FEW || !used.iter().any(is_asked) {
        return;
    }
    let columns: Vec<&LayoutColumn> = on.layout.columns.iter().filter(|column| holds_amounts(column)).collect();
    let figures = figures(&columns, on);
    let asked: Vec<(usize, usize)> = (0..used.len())
        .filter(|place| is_asked(&used[*place]))
        .filter_map(|place| {
            let column = on.layout.columns[used[place].index].column;
            Some((place, columns.iter().position(|other| other.column == column)?))
        })
        .collect();
    let found = asked.iter().filter_map(|(place, own)| Some((*place, *own, relation(&figures, (*own, &columns), on)?)));
    let mut found: Vec<(usize, usize, Relation)> = found.collect();
    // A total is told rather than one of its parts.
    found.sort_by_key(|(place, _, relation)| (takes_away(relation), *place));
    let mut told: BTreeSet<(usize, Vec<usize>)> = BTreeSet::new();
    for (place, own, relation) in found {
        let mut of_all = relation.columns();
        of_all.push(own);
        of_all.sort_unstable();
        let rows = || 0..on.rows.len().min(MOST_ROWS);
        let holds = rows().filter(|row| matches!(relation.held(&figures, own, *row), Held::Holds(_))).count();
        for row in rows() {
            if !used[place].rests_in(row_years[row]) {
                continue;
            }
            let Held::Breaks(terhitung) = relation.held(&figures, own, row) else { continue };
            let is_told = |column: &usize| {
                let at = CellAddress::new(on.rows[row].row, columns[*column].column);
                findings.stands_at(&on.sheet.at_cell(at))
            };
            if of_all.iter().any(is_told) || !told.insert((row, of_all.clone())) {
                continue;
            }
            let hubungan = relation.said(|column| columns[column].path.join(" / "));
            let banding = Banding::HubunganLain { hubungan, terhitung: terhitung.round_dp(2).normalize(), baris: holds };
            used[place].doubt(on, row, banding, findings);
        }
    }
}

/// Whether something is taken away in it.
fn takes_away(relation: &Relation) -> bool {
    matches!(relation, Relation::Linear(columns) if columns.iter().any(|(minus, _)| *minus))
}

/// No running number.
fn holds_amounts(column: &LayoutColumn) -> bool {
    !column.path.last().is_some_and(|leaf| is_running_number(&words(leaf)))
}

/// The figures of columns whose first cells are figures; of others none.
fn figures(columns: &[&LayoutColumn], on: &On) -> Figures {
    let mut figures = Figures { columns: Vec::with_capacity(columns.len()), places: Vec::with_capacity(columns.len()) };
    for column in columns {
        let mut cells = on.sheet.cells.column(column.column);
        let mut figure = |row: u32| figure_of(cells.cell(row).as_ref());
        let shown: Vec<Option<Decimal>> = on.rows.iter().take(FIRST).map(|row| figure(row.row)).collect();
        let are_figures = shown.iter().filter(|value| value.is_some()).count() * 2 > shown.len()
            && shown.iter().flatten().any(|value| !value.is_zero());
        let own: Vec<Option<Decimal>> = match are_figures {
            true => on.rows.iter().take(MOST_ROWS).map(|row| figure(row.row)).collect(),
            false => Vec::new(),
        };
        let places = own.iter().flatten().map(|value| value.normalize().scale()).max().unwrap_or(0).min(PLACES);
        figures.columns.push(own);
        figures.places.push(Decimal::new(1, places));
    }
    figures
}

/// What a column's amounts are of the columns beside it in nearly all rows; the plainest such relation.
fn relation(figures: &Figures, (own, columns): (usize, &[&LayoutColumn]), on: &On) -> Option<Relation> {
    let is_amount = |row: &usize| figures.columns[own][*row].is_some_and(|value| !value.is_zero());
    if figures.columns[own].is_empty() {
        return None;
    }
    let first: Vec<usize> = (0..figures.columns[own].len()).filter(is_amount).take(FIRST).collect();
    if first.len() < FEW {
        return None;
    }
    let field = |column: usize| columns[column].isian.as_deref().unwrap_or_default();
    let year = |column: usize| columns[column].period.as_ref().and_then(|period| period.year);
    let others = (0..columns.len()).filter(|other| *other != own && !figures.columns[*other].is_empty());
    let mut others: Vec<usize> = others.filter(|other| field(*other) != field(own) || year(*other) == year(own)).collect();
    others.sort_by_key(|other| (other.abs_diff(own), *other));
    others.truncate(BESIDE);
    let (shares, plain): (Vec<usize>, Vec<usize>) = others.into_iter().partition(|other| says_percent(&columns[*other].path));
    // Members and rupiah are not added.
    let kind = |column: usize| on.source.fields.iter().find(|other| &*other.isian == field(column)).map(|field| field.jenis);
    let mixes = |relation: &Relation| match relation {
        Relation::Linear(columns) => {
            columns.iter().any(|(_, column)| kind(*column).is_some_and(|other| Some(other) != kind(own)))
        }
        _ => false,
    };
    let is_own_check = |relation: &Relation| {
        let all: Vec<&str> = relation.columns().into_iter().chain([own]).map(field).collect();
        OWN_CHECKS.iter().any(|check| all.iter().all(|field| check.contains(field)))
    };
    // Held against a year's own months and quarters elsewhere.
    let is_made_up = |relation: &Relation| {
        let parts = |whole: u32| on.layout.made_up.iter().any(|(other, _)| *other == whole);
        relation.columns().iter().chain([&own]).any(|column| parts(columns[*column].column))
    };
    let mut candidates = candidates(figures, (own, &first), &plain);
    candidates.extend(shares.iter().filter_map(|share| {
        Some(Relation::Share(*share, times_of(figures, (own, *share), &first)?)).filter(|_| figures.columns[own].len() > FEW)
    }));
    candidates.retain(|relation| holds_at_first(relation, figures, (own, &first)));
    candidates.into_iter().filter(|relation| !mixes(relation) && !is_own_check(relation) && !is_made_up(relation)).find(
        |relation| {
            let (mut holds, mut breaks, mut different) = (0, 0, BTreeSet::new());
            let mut filled = vec![0; relation.columns().len()];
            // Round amounts are so many times others at times.
            let least = if matches!(relation, Relation::Times(..)) { HOLDS * 2 } else { HOLDS };
            for row in 0..figures.columns[own].len() {
                match relation.held(figures, own, row) {
                    Held::Holds(true) => {
                        holds += 1;
                        let is_filled = |column: usize| figures.columns[column][row].is_some_and(|value| !value.is_zero());
                        let columns = relation.columns().into_iter();
                        filled.iter_mut().zip(columns).for_each(|(filled, column)| *filled += usize::from(is_filled(column)));
                        if different.len() < DIFFERENT {
                            different.insert(figures.columns[own][row]);
                        }
                    }
                    Held::Breaks(_) => breaks += 1,
                    Held::Holds(false) | Held::Unknown => {}
                }
            }
            holds >= FEW
                && holds >= breaks * least
                && different.len() >= DIFFERENT
                && breaks > 0
                && filled.iter().all(|filled| *filled >= FILLED)
        },
    )
}

/// All that an amount may be of these columns, the plainest first.
fn candidates(figures: &Figures, (own, first): (usize, &[usize]), plain: &[usize]) -> Vec<Relation> {
    let mut all = Vec::new();
    for (at, one) in plain.iter().enumerate() {
        for other in &plain[at + 1..] {
            let pairs = [(false, false), (false, true), (true, false)];
            all.extend(pairs.map(|(a, b)| in_order(vec![(a, *one), (b, *other)])));
        }
    }
    all.extend(plain.iter().map(|column| Relation::Running(*column)));
    for (at, one) in plain.iter().enumerate() {
        all.extend(plain[at + 1..].iter().map(|other| Relation::Product((*one).min(*other), (*one).max(*other))));
    }
    for (at, one) in plain.iter().enumerate() {
        for (next, other) in plain.iter().enumerate().skip(at + 1) {
            for third in &plain[next + 1..] {
                let signs = [[false, false, false], [false, false, true], [false, true, false], [true, false, false]];
                all.extend(signs.map(|[a, b, c]| in_order(vec![(a, *one), (b, *other), (c, *third)])));
            }
        }
    }
    let times = |column: &usize| {
        let times = times_of(figures, (own, *column), first)?;
        (times.abs() != Decimal::ONE).then_some(Relation::Times(*column, times))
    };
    all.extend(plain.iter().filter_map(times));
    all
}

/// Columns as they stand from left to right, what is taken away last.
fn in_order(mut columns: Vec<(bool, usize)>) -> Relation {
    columns.sort_unstable();
    Relation::Linear(columns)
}

/// Whether it holds in nearly all of the first rows.
fn holds_at_first(relation: &Relation, figures: &Figures, (own, first): (usize, &[usize])) -> bool {
    let (mut holds, mut breaks) = (0, 0);
    for row in first {
        match relation.held(figures, own, *row) {
            Held::Holds(tells) => holds += usize::from(tells),
            Held::Breaks(_) => breaks += 1,
            Held::Unknown => {}
        }
        if breaks * ONE_IN > first.len() {
            return false;
        }
    }
    holds * 2 >= first.len()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    /// The cells told of ten koperasi, whose columns behind their name these are, where a figure rests on one field.
    fn told(heads: &str, isian: &str, row: impl Fn(i64) -> Vec<i64>) -> Vec<String> {
        let line = |at: i64| {
            let cells: Vec<String> = row(at).iter().map(i64::to_string).collect();
            format!("{};Koperasi {at};518/{at:02}/BH/1990;{}\n", at + 1, cells.join(";"))
        };
        let text = format!("No;Nama Koperasi;No Badan Hukum;{heads}\n{}", (0..10).map(line).collect::<String>());
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh"]).file("2021.csv", &text);
        let read = office.needs(2021, &[isian]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::NilaiSeperseribu).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    /// An amount of its own for every row.
    fn some(at: i64, seed: i64) -> i64 {
        31_415_926 + (at * at * 27_182_818 + at * seed * 1_618_033) % 97_531_024
    }

    #[test]
    fn a_row_that_breaks_a_difference_is_told_and_one_that_nobody_keeps_is_not() {
        let heads = "Pendapatan;Beban;SHU";
        let of = |odd: &'static [i64], far: i64| {
            move |at: i64| {
                let (income, spent) = (some(at, 3) * 2, some(at, 5));
                vec![income, spent, income - spent + if odd.contains(&at) { far } else { 0 }]
            }
        };
        assert_eq!(told(heads, "shu", of(&[], 0)), [""; 0]);
        assert_eq!(told(heads, "shu", of(&[4], 9_000_000)), ["F6"]);
        assert_eq!(told(heads, "shu", of(&[4, 7], -9_000_000)), ["F6", "F9"]);
        // In too many rows; and a rupiah by rounding.
        assert_eq!(told(heads, "shu", of(&[1, 4, 7], 9_000_000)), [""; 0]);
        assert_eq!(told(heads, "shu", of(&[4], 1)), [""; 0]);
        // Told of one cell where all of them are figures' own.
        let four = |at: i64| {
            let (start, more, less) = (some(at, 3), some(at, 5) / 9, some(at, 7) / 11);
            vec![start, more, less, start + more - less + if at == 3 { 500_000 } else { 0 }]
        };
        assert_eq!(told("Saldo Awal;Tambah;Kurang;Volume Usaha", "volume_usaha", four), ["G5"]);
    }

    #[test]
    fn products_multiples_and_running_totals_are_held_too() {
        let product = |odd: i64| {
            move |at: i64| {
                vec![37 + at * 7, 15_500 + at * 500, (37 + at * 7) * (15_500 + at * 500) * if at == odd { 10 } else { 1 }]
            }
        };
        assert_eq!(told("Unit Terjual;Harga Satuan;Volume Usaha", "volume_usaha", product(20)), [""; 0]);
        assert_eq!(told("Unit Terjual;Harga Satuan;Volume Usaha", "volume_usaha", product(5)), ["F7"]);
        let times = |odd: i64, other: i64| {
            move |at: i64| vec![some(at, 3) / 360, some(at, 3) / 360 * if at == odd { other } else { 360 }]
        };
        let heads = "Transaksi Harian;Volume Usaha";
        assert_eq!(told(heads, "volume_usaha", times(20, 0)), [""; 0]);
        assert_eq!(told(heads, "volume_usaha", times(5, 30)), ["E7"]);
        // Of half a year, as one that opened in summer has it.
        assert_eq!(told(heads, "volume_usaha", times(5, 180)), [""; 0]);
        let running = |odd: i64| {
            move |at: i64| vec![some(at, 3) + if at == odd { 100_000_000 } else { 0 }, (0..=at).map(|up| some(up, 3)).sum()]
        };
        assert_eq!(told("Volume Usaha;Kumulatif", "volume_usaha", running(20)), [""; 0]);
        assert_eq!(told("Volume Usaha;Kumulatif", "volume_usaha", running(5)), ["D7"]);
    }

    #[test]
    fn a_share_of_the_whole_is_held_too() {
        let share = |odd: i64| {
            move |at: i64| {
                let all: i64 = (0..10).map(|other| some(other, 3)).sum();
                vec![some(at, 3), (some(at, 3) * 100_000 / all + 5) / 10 * if at == odd { 4 } else { 1 }]
            }
        };
        assert_eq!(told("Volume Usaha;% thd total", "volume_usaha", share(20)), [""; 0]);
        assert_eq!(told("Volume Usaha;% thd total", "volume_usaha", share(5)), ["D7"]);
    }

    #[test]
    fn columns_that_have_nothing_to_do_with_each_other_tell_nothing() {
        for seed in 1..12 {
            let row = |at: i64| {
                vec![at % 3, 1 + at * seed % 5, some(at, seed) / 1_000_000 * 1_000_000, some(at, seed + 3) / 500_000 * 500_000]
            };
            assert_eq!(told("Kantor;Pegawai;Simpanan;Volume Usaha", "volume_usaha", row), [""; 0]);
            let counts = |at: i64| vec![at * seed % 4, at * 3 % 5, (at + seed) % 3, 1 + at * seed % 7];
            assert_eq!(told("Cabang;Pegawai;Toko;Jumlah Anggota", "anggota", counts), [""; 0]);
        }
    }
}
