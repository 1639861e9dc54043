//! What a sheet of one year says of the year before it in a column of its own, where that year has a file too: no figure rests
//! on it, and it may contradict the file. `Omset 2020` beside `Omset 2021`, and `Awal` beside `Akhir`.

use crate::dataset::columns::column::Used;
use crate::dataset::counted::{On, figure_of};
use crate::dataset::matching::years::year_of;
use crate::dataset::{Jenis, Lookback};
use crate::table::LayoutColumn;
use crate::text::label::{spelt_words, stated_year};
use crate::text::period::is_whole_year;
use crate::vocabulary::Year;
use rust_decimal::Decimal;

/// The columns of years before `tahun` that have files of their own, on whose fields figures of those years rest.
pub(crate) fn lookbacks(on: &On, used: &[Used], tahun: Year) -> Vec<Lookback> {
    let years = on.source.years();
    let is_asked = |isian: &str, year: Year| {
        let field = on.source.field(isian).map(|field| &on.source.fields[field]);
        let rests = field.is_some_and(|field| {
            matches!(field.jenis, Jenis::Uang | Jenis::Angka) && on.source.rests(field, year) && !isian.starts_with("tahun")
        });
        rests && year < tahun && years.contains(&year)
    };
    let dated = on.layout.columns.iter().filter_map(|heading| {
        // Beside a heading of no year the dictionary leaves one of an earlier year alone.
        let by_words = || {
            let bare = bare_words(heading);
            let own = used.iter().find(|own| bare_words(&on.layout.columns[own.index]) == bare && !bare.is_empty())?;
            Some(on.source.fields[own.field].isian.clone())
        };
        let year = year_of(heading)?;
        let isian = heading.isian.clone().or_else(by_words)?;
        is_asked(&isian, year).then_some((heading, isian, year))
    });
    let opened = used.iter().filter_map(|own| {
        let isian = on.source.fields[own.field].isian.clone();
        let year = tahun - 1;
        let heading = opening(on, &on.layout.columns[own.index]).filter(|_| is_asked(&isian, year))?;
        Some((heading, isian, year))
    });
    let of_column = |(heading, isian, year): (&LayoutColumn, std::sync::Arc<str>, Year)| {
        let own = used.iter().find(|own| on.source.fields[own.field].isian == isian);
        let of_heading = heading.unit.as_ref().map(|unit| Decimal::from(unit.factor));
        let skala = of_heading.or_else(|| own.map(|own| own.reader.skala)).unwrap_or(Decimal::ONE);
        let mut cells = on.sheet.cells.column(heading.column);
        let amounts = on.rows.iter().filter_map(|row| {
            let cell = cells.cell(row.row)?;
            Some((row.row, figure_of(Some(&cell))?.checked_mul(skala)?))
        });
        Lookback { isian, tahun: year, column: heading.column, skala, amounts: amounts.collect() }
    };
    let mut found: Vec<Lookback> = dated.chain(opened).map(of_column).collect();
    // Two columns of one year are of two things.
    let is_same = |one: &Lookback, other: &Lookback| (&one.isian, one.tahun) == (&other.isian, other.tahun);
    let several: Vec<(std::sync::Arc<str>, Year)> = found
        .iter()
        .filter(|own| found.iter().filter(|other| is_same(own, other)).count() > 1)
        .map(|own| (own.isian.clone(), own.tahun))
        .collect();
    found.retain(|own| !several.iter().any(|(isian, year)| (isian, *year) == (&own.isian, own.tahun)));
    found
}

/// The words of a heading but its years and its unit.
fn bare_words(heading: &LayoutColumn) -> Vec<String> {
    let words = heading.path.iter().flat_map(|label| spelt_words(label));
    let is_own = |word: &String| {
        stated_year(word).is_none()
            && !is_whole_year(word)
            && !matches!(word.as_str(), "rp" | "rupiah" | "dalam" | "juta" | "ribu")
    };
    words.filter(is_own).collect()
}

/// The column of what a used one began with: `Jumlah Awal` beside `Jumlah Akhir`, under the same labels.
fn opening<'l>(on: &On<'l>, used: &LayoutColumn) -> Option<&'l LayoutColumn> {
    let (leaf, over) = used.path.split_last()?;
    let wanted: Vec<String> = spelt_words(leaf);
    let at = wanted.iter().position(|word| word == "akhir")?;
    let begins = |words: &[String]| {
        words.len() == wanted.len()
            && words.iter().enumerate().all(|(index, word)| if index == at { word == "awal" } else { *word == wanted[index] })
    };
    on.layout.columns.iter().find(|column| {
        let own = column.path.split_last();
        own.is_some_and(|(own, above)| above == over && begins(&spelt_words(own)))
    })
}
