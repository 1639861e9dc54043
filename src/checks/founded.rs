//! Founded after the year that the data are of, by the date or number of its badan hukum or by a Tahun Berdiri: one of the
//! two years is wrong, whether formulas use that column or not. None of this refuses.

use super::dates::{tell_as, tell_column_as};
use crate::dataset::accept::Findings;
use crate::dataset::cell::isi_text;
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::RaguTanggal;
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use std::collections::{BTreeMap, BTreeSet};

/// What says when somebody was founded, the best first.
const FOUNDED: [&str; 3] = ["tanggal_bh", "tahun_berdiri", "nomor_bh"];
/// So many rows are told each at its own cell.
const FEW: usize = 5;
/// Of so many numbers one may end in no year where those of a column do.
const NEARLY: usize = 5;

/// Holds the years of founding against that of each table.
pub(super) fn check(source: &Source, tables: &mut BTreeMap<Year, Table>, findings: &mut Findings) {
    if source.recap {
        return;
    }
    let years: Vec<Year> = tables.keys().copied().collect();
    for year in years {
        let beside = parts_beside(tables, year);
        let Some(table) = tables.get_mut(&year) else { continue };
        let rests = |isian: &str| source.field(isian).is_some_and(|field| source.rests(&source.fields[field], year));
        let is_amount = |at: &usize| {
            let column = &table.columns[*at];
            matches!(column.jenis, Jenis::Uang | Jenis::Angka) && !column.isian.starts_with("tahun") && rests(&column.isian)
        };
        let amounts: Vec<usize> = (0..table.columns.len()).filter(is_amount).collect();
        check_table(table, &beside, &amounts, findings);
    }
}

/// For each of a year's sheets, whether its rows are a later year's too: years side by side.
fn parts_beside(tables: &BTreeMap<Year, Table>, year: Year) -> Vec<bool> {
    let rows = |table: &Table, part: usize| -> Option<u32> {
        table.rows.iter().find(|row| usize::from(row.part) == part).map(|row| row.row)
    };
    let Some(own) = tables.get(&year) else { return Vec::new() };
    let is_beside = |number: usize| {
        let part = &own.parts[number];
        let later = tables.range(year + 1..).flat_map(|(_, table)| (0..table.parts.len()).map(move |other| (table, other)));
        later.into_iter().any(|(table, other)| {
            let (is_sheet, first) = (table.parts[other].at() == part.at(), rows(own, number));
            is_sheet && first.is_some() && first == rows(table, other)
        })
    };
    (0..own.parts.len()).map(is_beside).collect()
}

fn check_table(table: &mut Table, beside: &[bool], amounts: &[usize], findings: &mut Findings) {
    let mut told: BTreeSet<usize> = BTreeSet::new();
    for column in FOUNDED.iter().filter_map(|isian| table.column(isian)).collect::<Vec<usize>>() {
        // A year for each row that has one.
        let (mut dari, mut filled, mut later) = (0, 0, Vec::new());
        for (at, row) in table.rows.iter().enumerate().filter(|(_, row)| !row.lanjutan) {
            let isi = table.isi(row, column);
            filled += usize::from(!isi.is_empty());
            let Some(year) = year_of(&isi) else { continue };
            dari += 1;
            // Where years stand side by side a later one's businesses stand in the list too, with nothing in this.
            let has_amount =
                || amounts.iter().any(|at| matches!(table.isi(row, *at), Isi::Angka(value) if value > Decimal::ZERO));
            let is_listed = !beside.get(usize::from(row.part)).copied().unwrap_or_default() || has_amount();
            if year > table.tahun.0 && is_listed && !told.contains(&at) {
                later.push(at);
            }
        }
        // Numbers end in whatever an office likes, unless they nearly all end in a year.
        let are_years =
            table.columns[column].jenis != Jenis::Teks || dari * NEARLY >= filled * (NEARLY - 1) && later.len() * 2 <= dari;
        if !are_years {
            continue;
        }
        told.extend(&later);
        let ragu = |baris: usize| RaguTanggal::BerdiriSesudah { tahun: table.tahun, baris, dari };
        let texts: Vec<String> = later.iter().take(FEW).map(|at| isi_text(&table.isi(&table.rows[*at], column))).collect();
        if later.len() > FEW {
            tell_column_as(table, (later[0], column), (texts[0].clone(), ragu(later.len())), findings);
            continue;
        }
        let ragu = ragu(1);
        for (at, text) in later.into_iter().zip(texts) {
            tell_as(table, (at, column), (text, ragu.clone()), findings);
        }
    }
}

/// The year of founding that a value states.
fn year_of(isi: &Isi) -> Option<i32> {
    let year = match isi {
        Isi::Tanggal(date) => Some(date.year),
        Isi::Angka(value) => value.to_i32().filter(|_| value.fract().is_zero()),
        Isi::Teks(text) => {
            // `518/03/BH/2022`, `AHU-0012345.AH.01.26.TAHUN 2022`
            let text = text.trim();
            let last = text.rsplit(|c: char| !c.is_ascii_digit()).next().filter(|last| last.len() < text.len())?;
            Year::parse(last).map(|year| year.0)
        }
        _ => None,
    };
    year.filter(|year| (1900..=2100).contains(year))
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    fn told(office: Office) -> Vec<String> {
        let read = office.read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::TanggalJanggal).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    /// Twelve koperasi, each with its number and the date of it.
    fn koperasi(row: impl Fn(usize) -> (String, String)) -> Vec<String> {
        let line = |at: usize| {
            let (number, date) = row(at);
            format!("{};KSP {at};{number};{date};{}\n", at + 1, 1_000_123 * (at + 7))
        };
        let rows = (0..12).map(line).collect::<String>();
        let text = format!("No;Nama Koperasi;Nomor BH;Tanggal BH;Volume Usaha\n{rows}");
        told(Office::keragaan().file("2021.csv", &text).needs(2021, &["volume_usaha"]))
    }

    #[test]
    fn a_koperasi_founded_after_its_data_is_told() {
        let of = |odd: &'static [usize], number: &'static str, date: &'static str| {
            koperasi(move |at| {
                let is_odd = odd.contains(&at);
                let number = if is_odd { number.replace('#', &at.to_string()) } else { format!("518/{at}/BH/{}", 1990 + at) };
                (number, if is_odd { date.to_owned() } else { format!("04/03/{}", 1990 + at) })
            })
        };
        assert!(of(&[], "", "").is_empty());
        assert_eq!(of(&[3, 9], "518/#/BH/1999", "15/03/2022"), ["D5", "D11"]);
        assert_eq!(of(&[3], "518/#/BH/2022", "15/03/2022"), ["D5"]);
        assert_eq!(of(&[3], "518/#/BH/2022", ""), ["C5"]);
        assert_eq!(of(&[1, 2, 3, 5, 6, 7], "518/#/BH/1999", "15/03/2022"), ["D"]);
        assert!(of(&[3], "518/#/BH/2021", "31/12/2021").is_empty());
        // Numbers that end in whatever.
        assert!(koperasi(|at| (format!("BH/518/{}", 1_871 + at * 31), String::new())).is_empty());
    }

    #[test]
    fn a_business_begun_after_its_data_is_told_where_it_counts() {
        let rows = |year: &'static str| {
            let line = |at: usize| {
                let (begun, before) = if at == 4 { (year, "-") } else { ("2005", "5100200") };
                format!("{at};35750101018000{at:02};Usaha {at};{before};{}00300;{begun}\n", at + 51)
            };
            (1..9).map(line).collect::<String>()
        };
        let flat = |year: &'static str| {
            let text = format!("No;NIK;Nama Usaha;Modal;Omset;Tahun Berdiri\n{}", rows(year));
            told(Office::umkm().file("2021.csv", &text).needs(2021, &["omset"]))
        };
        assert_eq!(flat("2023"), ["F5"]);
        assert!(flat("2021").is_empty());
        // Years side by side: begun in the second of them.
        let wide = |year: &'static str| {
            let text = format!("No;NIK;Nama Usaha;Omset 2020;Omset 2021;Tahun Berdiri\n{}", rows(year));
            let office = Office::new(Dictionary::Umkm, &["data/semua.csv"], &["nik"]).file("semua.csv", &text);
            told(office.joins(&[2020, 2021], &["omset"]))
        };
        assert!(wide("2021").is_empty());
        assert_eq!(wide("2022"), ["F5"]);
    }
}
