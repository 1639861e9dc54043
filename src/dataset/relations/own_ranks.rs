//! A column of places (`Peringkat`: 1, 2, 3, …) by which an amount stands in order of size in nearly all rows, and a row
//! that stands elsewhere. No heading is asked: the places and the amounts say it. None of this refuses.

use crate::dataset::Jenis;
use crate::dataset::accept::Findings;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::{On, figure_of};
use crate::diagnostic::Banding;
use crate::table::headings::words::is_running_number;
use crate::text::label::words;
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// Fewer rows may stand in order by chance, and fewer different places; more are in no ranking.
const FEW: usize = 8;
const MOST: usize = 5_000;
/// One row in so many may break the order.
const ONE_IN: usize = 8;
/// So many first rows are asked first.
const FIRST: usize = 10;

/// Holds each amount that figures rest on against its row's place.
pub(crate) fn check_ranks(used: &mut [Used], on: &On, row_years: &[Option<Year>], findings: &mut Findings) {
    let count = on.rows.len();
    let is_asked = |own: &Used| !own.rests.is_empty() && on.source.fields[own.field].jenis == Jenis::Uang;
    if !(FEW..=MOST).contains(&count) || !used.iter().any(is_asked) {
        return;
    }
    for column in &on.layout.columns {
        let Some(leaf) = column.path.last().filter(|leaf| !is_running_number(&words(leaf))) else { continue };
        let Some(places) = places(on, column.column) else { continue };
        for own in used.iter_mut().filter(|own| is_asked(own) && on.layout.columns[own.index].column != column.column) {
            let Some((odd, place)) = odd_ones(own, on, &places) else { continue };
            for row in odd {
                if !own.rests_in(row_years[row]) {
                    continue;
                }
                let banding = Banding::PeringkatLain {
                    kolom: leaf.trim().into(),
                    tertulis: places[row].unwrap_or_default(),
                    menurut: place(row),
                    dari: count,
                };
                own.doubt(on, row, banding, findings);
            }
        }
    }
}

/// The places that a column gives to its rows, where it holds nothing else: from 1 to as many as there are, nearly all
/// different.
fn places(on: &On, column: u32) -> Option<Vec<Option<usize>>> {
    let mut cells = on.sheet.cells.column(column);
    let count = on.rows.len();
    let mut place = |row: u32| match cells.cell(row) {
        None => Some(None),
        Some(cell) => {
            let value = figure_of(Some(&cell)).filter(|value| value.is_integer())?.to_usize()?;
            (1..=count).contains(&value).then_some(Some(value))
        }
    };
    let all: Vec<Option<usize>> = on.rows.iter().map(|row| place(row.row)).collect::<Option<_>>()?;
    let mut different: Vec<usize> = all.iter().copied().flatten().collect();
    let filled = different.len();
    different.sort_unstable();
    different.dedup();
    let are_all = different.first() == Some(&1) && different.len() >= FEW && (filled - different.len()) * ONE_IN <= filled;
    // In the rows' own order they number them.
    let numbers = all.iter().flatten().take(FIRST).is_sorted();
    (are_all && !numbers).then_some(all)
}

type Odd = (Vec<usize>, Box<dyn Fn(usize) -> usize>);

/// The rows that break the order of size, falling or rising, that nearly all others keep by their places, and the place
/// that each has by its size.
fn odd_ones(own: &Used, on: &On, places: &[Option<usize>]) -> Option<Odd> {
    let mut cells = on.sheet.cells.column(on.layout.columns[own.index].column);
    let amount = |row: &crate::dataset::counted::CountedRow| figure_of(cells.cell(row.row).as_ref());
    let amounts: Vec<Option<Decimal>> = on.rows.iter().map(amount).collect();
    let mut ranked: Vec<(usize, Decimal, usize)> =
        (0..amounts.len()).filter_map(|row| Some((places[row]?, amounts[row]?, row))).collect();
    if ranked.len() < FEW {
        return None;
    }
    [true, false].into_iter().find_map(|falls| {
        let size = |value: Decimal| if falls { -value } else { value };
        ranked.sort_by_key(|(place, value, row)| (*place, size(*value), *row));
        let sizes: Vec<Decimal> = ranked.iter().map(|(_, value, _)| size(*value)).collect();
        let kept = longest_rising(&sizes);
        let odd: Vec<usize> = (0..sizes.len()).filter(|at| kept.binary_search(at).is_err()).map(|at| ranked[at].2).collect();
        if odd.is_empty() || odd.len() * ONE_IN > sizes.len() {
            return None;
        }
        let all: Vec<Option<Decimal>> = amounts.iter().map(|value| value.map(size)).collect();
        let place = move |row: usize| 1 + all.iter().flatten().filter(|other| Some(**other) < all[row]).count();
        Some((odd, Box::new(place) as Box<dyn Fn(usize) -> usize>))
    })
}

/// The places of a longest run of these that never falls, in order.
fn longest_rising(sizes: &[Decimal]) -> Vec<usize> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(sizes.len());
    for (at, size) in sizes.iter().enumerate() {
        let length = ends.partition_point(|end| sizes[*end] <= *size);
        before.push(length.checked_sub(1).map(|last| ends[last]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut run: Vec<usize> = std::iter::successors(ends.last().copied(), |at| before[*at]).collect();
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    /// The cells told of sixteen koperasi, whose places these are by the place that their volume has.
    fn told(place: impl Fn(usize, usize) -> String) -> Vec<String> {
        let amount = |at: usize| 31_415_926 + (at * 7 % 16) * 9_718_281;
        let line = |at: usize| {
            let by_size = 1 + (0..16).filter(|other| amount(*other) > amount(at)).count();
            format!("{};KSU {at};518/{at:02}/BH/1990;{};{}\n", at + 1, amount(at), place(at, by_size))
        };
        let text = format!("No;Nama Koperasi;No Badan Hukum;Volume Usaha;Peringkat\n{}", (0..16).map(line).collect::<String>());
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh"]).file("2021.csv", &text);
        let read = office.needs(2021, &["volume_usaha"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::NilaiSeperseribu).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn a_row_whose_place_is_not_its_amounts_is_told() {
        assert_eq!(told(|_, place| place.to_string()), [""; 0]);
        let one = |at: usize, place: usize| if at == 4 { 16 } else { place };
        assert_eq!(told(move |at, place| one(at, place).to_string()), ["D6"]);
        // From the least up; of something else, in classes, not of all, and numbers of the rows.
        assert_eq!(told(move |at, place| if at == 4 { "1".to_owned() } else { (17 - place).to_string() }), ["D6"]);
        assert_eq!(told(|at, _| (1 + at * 5 % 16).to_string()), [""; 0]);
        assert_eq!(told(|_, place| (1 + place % 4).to_string()), [""; 0]);
        assert_eq!(told(|_, place| if place <= 10 { place.to_string() } else { String::new() }), [""; 0]);
        assert_eq!(told(|at, _| (at + 1).to_string()), [""; 0]);
    }
}
