//! A figure that each year has one of (a row a year, a line of a list of unlike things): the years beside it are its only
//! measure. After years that hardly moved it is ten times what it was, a tenth, the year itself, or less than nothing.

use super::inside::raise_at;
use super::shared::shared_numbers;
use crate::dataset::accept::Findings;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::LonjakanNilai;
use crate::profile::Dictionary;
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What stayed went no further than this; smaller figures become anything.
const STAYED: Decimal = Decimal::from_parts(15, 0, 0, false, 1);
const LEAST: Decimal = Decimal::from_parts(20, 0, 0, false, 0);
/// So many times as much, or as little, is a nought too many or too few; of the year itself less will do.
const FAR: Decimal = Decimal::from_parts(75, 0, 0, false, 1);
const FAR_OF_YEAR: Decimal = Decimal::from_parts(3, 0, 0, false, 0);
/// Where so many rows go, something happened to them all.
const MANY: usize = 3;

/// A figure of three years, one after the other.
struct Three {
    tahun: Year,
    values: [Decimal; 3],
    is_money: bool,
}

/// Tells the figures of a year among three of which the others are alike.
pub(crate) fn series(source: &Source, tables: &mut BTreeMap<Year, Table>, findings: &mut Findings) {
    let is_lone = |table: &Table| table.rows.len() == 1;
    let years: Vec<Year> = tables.keys().copied().collect();
    for three in years.windows(3).filter(|three| three[0] + 2 == three[2]) {
        let [first, middle, last] = [three[0], three[1], three[2]];
        let of = |tahun: Year| tables.get(&tahun);
        let (Some(one), Some(two), Some(three)) = (of(first), of(middle), of(last)) else { continue };
        let are_lone = [one, two, three].into_iter().all(is_lone);
        if !are_lone && !source.recap && source.sumber.bentuk != Dictionary::None {
            continue;
        }
        let mut told = Vec::new();
        for (isian, at, before_at) in shared_numbers(source, two, three) {
            let Some(first_at) = one.column(&isian) else { continue };
            let rows: Vec<[usize; 3]> = if are_lone { vec![[0; 3]] } else { rows_of(one, two, three) };
            let odd = rows.iter().filter_map(|own| {
                let values = [number(one, own[0], first_at)?, number(two, own[1], before_at)?, number(three, own[2], at)?];
                let is_money = three.columns[at].jenis == Jenis::Uang;
                let (place, beside) = Three { tahun: last, values, is_money }.odd()?;
                let is_nothing = values[place].is_zero() && (!are_lone || source.sumber.bentuk == Dictionary::None);
                let column = if place == 2 { at } else { before_at };
                (!is_nothing).then_some((place, own[place], column, values[place], (values[beside], beside)))
            });
            let odd: Vec<_> = odd.collect();
            if odd.len() < MANY || odd.len() * MANY <= rows.len() {
                told.extend(odd.into_iter().map(|odd| (isian.clone(), odd)));
            }
        }
        for (isian, (place, row, column, nilai, (nilai_lalu, beside))) in told {
            let tahun_lalu = if beside == 0 { first } else { middle };
            let Some(table) = tables.get_mut(if place == 2 { &last } else { &middle }) else { continue };
            if !findings.stands_at(&table.at(&table.rows[row], column)) {
                let fakta = LonjakanNilai { isian, nilai, nilai_lalu, tahun_lalu, serentak: None };
                raise_at(table, row, column, fakta, findings);
            }
        }
    }
}

/// The rows of three years that are one entity.
fn rows_of(one: &Table, two: &Table, three: &Table) -> Vec<[usize; 3]> {
    let all =
        three.by_entity.iter().filter_map(|(entity, row)| Some([one.by_entity.get(entity)?, two.by_entity.get(entity)?, row]));
    all.collect()
}

fn number(table: &Table, row: usize, column: usize) -> Option<Decimal> {
    match table.isi(&table.rows[row], column) {
        Isi::Angka(value) => Some(value),
        _ => None,
    }
}

impl Three {
    /// The place of the one that is apart, and that of the year it is held against: the last after two that are alike, or the
    /// one in the middle of such.
    fn odd(&self) -> Option<(usize, usize)> {
        let [one, two, three] = self.values;
        let alike = |a: Decimal, b: Decimal| {
            let (large, small) = (a.max(b), a.min(b));
            small >= LEAST && small.checked_mul(STAYED).is_some_and(|most| large <= most)
        };
        if alike(one, two) && self.is_far(three, two, self.tahun) {
            return Some((2, 1));
        }
        (alike(one, three) && self.is_far(two, one, self.tahun - 1)).then_some((1, 0))
    }

    fn is_far(&self, value: Decimal, usual: Decimal, tahun: Year) -> bool {
        let is_times =
            |small: Decimal, times: Decimal, large: Decimal| small.checked_mul(times).is_some_and(|most| most <= large);
        let is_below = value.is_sign_negative() && !value.is_zero();
        let times = if value == Decimal::from(tahun.0) { FAR_OF_YEAR } else { FAR };
        // Money may well be lost in a year.
        if is_below { !self.is_money } else { is_times(value, times, usual) || is_times(usual, times, value) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;

    /// The cells told of one row a year: koperasi and their business.
    fn told(koperasi: [&str; 4], volume: [&str; 4]) -> Vec<String> {
        let line = |at: usize| format!("{};{};{};{}\n", at + 1, 2018 + at, koperasi[at], volume[at]);
        let list = format!("No;Tahun;Anggota;Volume Usaha\n{}", (0..4).map(line).collect::<String>());
        let office = Office::new(Dictionary::Keragaan, &["data/semua.csv"], &[]).source(|sumber| {
            sumber.butir = Some("tahun".into());
            sumber.tahun = Some(crate::profile::SumberTahun::Kolom);
        });
        let mut office = office.file("semua.csv", &list);
        for year in 2018..2022 {
            office = office.needs(year, &["anggota", "volume_usaha"]);
        }
        let read = office.read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::LonjakanNilai).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn less_than_nothing_is_no_count() {
        let odd = |is_money: bool, last: i64| {
            let values = [Decimal::from(415), Decimal::from(420), Decimal::from(last)];
            Three { tahun: Year(2021), values, is_money }.odd()
        };
        assert_eq!([odd(false, -425), odd(true, -425), odd(false, 425)], [Some((2, 1)), None, None]);
    }

    const KOPERASI: [&str; 4] = ["410", "415", "420", "425"];
    const VOLUME: [&str; 4] = ["10058611122", "10561541704", "11089618828", "11644099821"];

    #[test]
    fn a_year_apart_from_those_beside_it() {
        assert!(told(KOPERASI, VOLUME).is_empty());
        for last in ["81234567890", "42500", "2021", "4250"] {
            assert_eq!(told(["410", "415", "420", last], VOLUME), ["C5"], "{last}");
        }
        for last in ["2021", "0", "116440998210", "1164409982"] {
            assert_eq!(told(KOPERASI, ["10058611122", "10561541704", "11089618828", last]), ["D5"], "{last}");
        }
        assert_eq!(told(["410", "415", "4200", "425"], VOLUME), ["C4"]);
        // What grows, comes back, or is small.
        for grown in [
            ["410", "415", "420", "1300"],
            ["410", "1900", "2100", "425"],
            ["10", "11", "12", "160"],
            ["40", "90", "210", "1900"],
        ] {
            assert!(told(grown, VOLUME).is_empty(), "{grown:?}");
        }
        assert!(told(KOPERASI, ["10058611122", "10561541704", "11089618828", "41644099821"]).is_empty());
    }
}
