//! Rows among the data that are sums by their figures alone: asked about, and left out where they are.

use crate::dataset::Jenis;
use crate::dataset::accept::Findings;
use crate::dataset::body::place_rows::{above_places, are_places, around_the_others, is_own_region, is_whole_place, name_column};
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::hidden_total::{Says, hidden_totals};
use crate::dataset::columns::total::is_additive;
use crate::dataset::columns::yearly_total::yearly_totals;
use crate::dataset::counted::{CountedRow, On, StatedTotal, figure_of, number_column, running_number};
use crate::dataset::digest::digest;
use crate::dataset::matching::captured::is_captured;
use crate::dataset::source::Source;
use crate::dataset::verdicts::Verdicts;
use crate::diagnostic::{DataAtauJumlah, SebabJumlah, Temuan};
use crate::profile::Dictionary;
use crate::text::is_number_text;
use crate::text::label::spelt_words;
use crate::text::lexicon::KINDS;
use crate::text::period_alone;
use crate::text::phrase::tells_of_others;
use crate::text::section::{SectionLabel, section_label};
use crate::threads::in_runs;
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::{Cell, Value};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Finds the rows that are sums by their figures; those that the office says are
/// totals (an acceptance without `nilai = "data"`) are left out.
pub(crate) fn leave_out_totals(
    on: &On,
    (row_years, totals): (&[Option<Year>], &[StatedTotal]),
    used: &mut [Used],
    findings: &mut Findings,
) -> BTreeSet<usize> {
    let On { source, sheet, layout, rows, .. } = *on;
    let of_places = are_places(source, layout);
    let whole = of_rows(rows, |row| is_whole_place(&row.nama) || of_places && is_own_region(source, &row.nama));
    let number = |row: &CountedRow| number_column(layout).and_then(|column| sheet.cell(CellAddress::new(row.row, column)));
    let own = of_rows(rows, |row| of_places && is_own_region(source, &row.nama) && number(row).is_none());
    let whole = if whole.contains(&true) { whole } else { unlike_names(source, rows, |row| number(row).is_none()) };
    let places: BTreeSet<&str> = rows.iter().zip(&whole).filter(|(_, whole)| **whole).map(|(row, _)| &*row.nama).collect();
    // A list of kabupaten and kota: each is one of many, and none their sum.
    let whole = if places.len() > 1 { vec![false; whole.len()] } else { whole };
    let (bare, all_bare) = bare_rows(on);
    let says = Says { bare, all_bare, period: period_names(rows), whole, own, counted_in: counted_in(on, totals, used) };
    let name_column = name_column(source, layout).map_or(0, |column| column.column);
    let groups = groups(on, row_years, name_column);
    let around = around_the_others(on, name_column);
    let above: Vec<bool> =
        above_places(source, layout, rows).into_iter().zip(around).map(|(above, around)| above || around).collect();
    let yearly: BTreeSet<usize> = yearly_totals(used, on, &groups.values().collect::<Vec<_>>()).into_iter().collect();
    let mut left_out = BTreeSet::new();
    for own in groups.values() {
        let mut found = hidden_totals(used, &source.fields, layout, own, &says);
        found.extend(own.iter().copied().filter(|index| yearly.contains(index)));
        found.extend(own.iter().copied().filter(|index| above[*index]));
        // Whatever their figures are: the workbook's own formula adds other rows up in them.
        let sums = |index: &usize| used.iter().any(|column| !column.rests.is_empty() && column.sums.contains(index));
        found.extend(own.iter().copied().filter(sums));
        for index in found {
            let row = &rows[index];
            let at = sheet.at_cell(CellAddress::new(row.row, name_column));
            let temuan =
                Temuan::new(at, DataAtauJumlah { label: row.nama.to_string(), sebab: SebabJumlah::Angka }).named(&*row.nama);
            let granted = findings.raise(temuan, Some(&row.nama));
            if granted.is_some_and(|granted| !granted.is_data()) {
                left_out.insert(index);
                used.iter_mut()
                    .for_each(|column| column.data.set(index, crate::dataset::Isi::Kosong, column.data.is_corrected(index)));
            }
        }
    }
    left_out
}

/// The rows of each year; where a place stands once for each of several things that the key tells, those of each thing.
fn groups(on: &On, row_years: &[Option<Year>], name_column: u32) -> BTreeMap<(Option<Year>, u64), Vec<usize>> {
    let On { source, sheet, layout, rows, .. } = *on;
    let is_key = |isian: &Arc<str>| source.sumber.kunci.iter().any(|key| *key.text == **isian);
    let others = layout.columns.iter().filter(|column| column.column != name_column);
    let others: Vec<u32> =
        others.filter(|column| column.isian.as_ref().is_some_and(is_key)).map(|column| column.column).collect();
    let comes_again = !others.is_empty() && are_places(source, layout) && {
        let names: BTreeSet<(Option<Year>, &str)> = rows.iter().zip(row_years).map(|(row, year)| (*year, &*row.nama)).collect();
        names.len() < rows.len()
    };
    let mut groups: BTreeMap<(Option<Year>, u64), Vec<usize>> = BTreeMap::new();
    for (index, (row, year)) in rows.iter().zip(row_years).enumerate() {
        let text = |column: &u32| sheet.cell(CellAddress::new(row.row, *column)).map(|cell| raw_text(&cell.value));
        let thing = if comes_again { digest(&others.iter().map(text).collect::<Vec<_>>()) } else { Default::default() };
        let own = groups.entry((*year, thing));
        // Most tables are of one year.
        let room = if index == 0 { rows.len() } else { 0 };
        own.or_insert_with(|| Vec::with_capacity(room)).push(index);
    }
    groups
}

/// Of each counted row, whether it says nothing in words but its name, where most rows say more;
/// and whether most say no more.
fn bare_rows(on: &On) -> (Vec<bool>, bool) {
    let On { source, sheet, layout, rows, .. } = *on;
    let is_name = |column: u32| {
        let heading = layout.columns.iter().find(|heading| heading.column == column);
        heading.and_then(|heading| heading.isian.as_ref()).is_some_and(|isian| source.names.contains(isian))
    };
    let of_name = |column: u32| layout.columns.iter().any(|heading| heading.column == column && is_captured(heading));
    let headed = layout.columns.iter().map(|heading| heading.column);
    let of_names: BTreeSet<u32> = headed.filter(|column| is_name(*column) || of_name(*column)).collect();
    let is_word = |cell: &Cell| match &cell.value {
        Value::Text(text) => text.chars().any(char::is_alphabetic) && !is_number_text(text),
        Value::Date { .. } => true,
        _ => false,
    };
    // A text without a digit is soon known: those with one are looked at where no other says more.
    let has_digit = |cell: &Cell| matches!(&cell.value, Value::Text(text) if text.bytes().any(|byte| byte.is_ascii_digit()));
    // A total has no key.
    let is_key = |isian: &Arc<str>| source.sumber.kunci.iter().any(|key| *key.text == **isian);
    let of_keys = layout.columns.iter().filter(|heading| heading.isian.as_ref().is_some_and(is_key));
    let of_keys: Vec<u32> = of_keys.map(|heading| heading.column).filter(|column| !of_names.contains(column)).collect();
    let has_key = |row: &CountedRow| {
        let mut cells = of_keys.iter().filter_map(|column| sheet.cell(CellAddress::new(row.row, *column)));
        cells.any(|cell| raw_text(&cell.value).bytes().filter(u8::is_ascii_digit).count() >= KEY_DIGITS)
    };
    let says_more = |row: &CountedRow, judged: &mut Verdicts| {
        let Some(view) = sheet.cells.row(row.row) else { return false };
        let is_beside = |column: u32| !of_names.contains(&column);
        let mut texts = view.cells_where(|column, is_text| is_text && is_beside(column));
        texts.any(|cell| !has_digit(&cell) && judged.of(&cell, is_word))
            || view.cells().any(|cell| is_beside(cell.at.column) && is_word(&cell))
    };
    let of_run = |rows: &[CountedRow]| {
        let mut judged = Verdicts::default();
        rows.iter().map(|row| !says_more(row, &mut judged) && !has_key(row)).collect::<Vec<bool>>()
    };
    let bare = in_runs(rows, of_run).concat();
    let is_custom = bare.iter().filter(|bare| **bare).count() * 2 < bare.len();
    (bare.into_iter().map(|bare| bare && is_custom).collect(), !is_custom)
}

/// Keys of fewer digits may be counts.
const KEY_DIGITS: usize = 5;

/// Of each counted row, whether the list itself takes it for one of its own: the rows are numbered from 1 to the last
/// without a gap, a total over all of them is to the rupiah what they make together, and its name says of no others.
fn counted_in(on: &On, totals: &[StatedTotal], used: &[Used]) -> Vec<bool> {
    let On { source, sheet, layout, rows, .. } = *on;
    let number = |row: &CountedRow| {
        let cell = sheet.cell(CellAddress::new(row.row, number_column(layout)?))?;
        running_number(&cell)
    };
    let is_numbered = || rows.iter().zip(1..).all(|(row, wanted)| number(row) == Some(wanted));
    let figure = |row: u32, column: u32| figure_of(sheet.cell(CellAddress::new(row, column)).as_ref());
    let is_sum = |used: &&Used| {
        let field = &source.fields[used.field];
        let is_amount = field.jenis == Jenis::Uang || field.jenis == Jenis::Angka && field.hitungan;
        !used.rests.is_empty() && is_amount && is_additive(field.jenis, &layout.columns[used.index].path)
    };
    let columns: Vec<u32> = used.iter().filter(is_sum).map(|used| layout.columns[used.index].column).collect();
    let whole = |total: &&StatedTotal| {
        rows.first().is_some_and(|row| total.first <= row.row) && rows.last().is_some_and(|row| total.last >= row.row)
    };
    let agrees = |total: &StatedTotal| {
        columns.iter().all(|column| {
            let mut figures = rows.iter().map(|row| figure(row.row, *column));
            let sum = figures.try_fold(Decimal::ZERO, |sum, own| sum.checked_add(own?));
            sum.is_some() && sum == figure(total.row, *column)
        })
    };
    if columns.is_empty() || !totals.iter().filter(whole).any(agrees) || !is_numbered() {
        return vec![false; rows.len()];
    }
    let is_own = |nama: &str| {
        tells_of_others(nama).is_none() && matches!(section_label(nama, |_| false), SectionLabel::Plain | SectionLabel::Unknown)
    };
    rows.iter().map(|row| is_own(&row.nama)).collect()
}

/// Of each row, whether it is so.
fn of_rows(rows: &[CountedRow], is_so: impl Fn(&CountedRow) -> bool + Sync) -> Vec<bool> {
    in_runs(rows, |run| run.iter().map(&is_so).collect::<Vec<bool>>()).concat()
}

/// Of each counted row, whether it is the one that is not called as a koperasi, where all others are: `Wedi` below
/// `KSP Artha`, `KUD Tani` and `KPRI Sehati`.
fn unlike_names(source: &Source, rows: &[CountedRow], is_bare: impl Fn(&CountedRow) -> bool) -> Vec<bool> {
    let is_called_so = |row: &CountedRow| {
        let first = spelt_words(&row.nama).into_iter().next().unwrap_or_default();
        KINDS.contains(&first.as_str()) || first.starts_with("kop") || first.starts_with("prim")
    };
    if source.sumber.bentuk != Dictionary::Keragaan || source.recap || rows.len() < 3 {
        return vec![false; rows.len()];
    }
    let unlike = of_rows(rows, |row| !is_called_so(row));
    let is_one = unlike.iter().filter(|unlike| **unlike).count() == 1
        && [0, rows.len() - 1].iter().any(|at| unlike[*at] && is_bare(&rows[*at]));
    if is_one { unlike } else { vec![false; rows.len()] }
}

/// Of each counted row, whether its name is a part of the year, where most names are none.
fn period_names(rows: &[CountedRow]) -> Vec<bool> {
    let is_part = |row: &CountedRow| period_alone(&row.nama).is_some_and(|period| period.is_part() || period.until.is_some());
    let named = of_rows(rows, is_part);
    let are_few = named.iter().filter(|named| **named).count() * 2 < named.len();
    named.into_iter().map(|named| named && are_few).collect()
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::profile::{Dictionary, JenisIsian};

    #[test]
    fn a_short_list_whose_last_line_is_called_otherwise_and_is_its_sum() {
        let galat = |rows: &str| {
            let text = format!("Nama Koperasi;Volume Usaha\n{rows}");
            let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nama_koperasi"]).file("2021.csv", &text);
            office.needs(2021, &["volume_usaha"]).read().galat()
        };
        let list = "KSP Artha;20000000\nKUD Tani;31000000\nKPRI Sehati;25000000\n";
        assert_eq!(galat(list), Vec::<String>::new());
        assert_eq!(galat(&format!("{list}Wedi;76000000\n")), ["data-atau-jumlah@A5"]);
        assert_eq!(galat(&format!("Wedi;76000000\n{list}")), ["data-atau-jumlah@A2"]);
        for row in ["Artha Guna;16000000", "KSU Wedi;76000000"] {
            assert_eq!(galat(&format!("{list}{row}\n")), Vec::<String>::new(), "{row}");
        }
    }

    #[test]
    fn the_offices_own_name_below_groups_and_their_sums() {
        let rows = "Laweyan;87\nPajang;31\nSondakan;44\nBumi;12\nSerengan;42\nTipes;23\nJayengan;19\nSurakarta;129\n";
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &[])
            .file("2021.csv", &format!("Kelurahan;Jumlah\n{rows}"))
            .kolom("kelurahan", "Kelurahan", Some(JenisIsian::Teks))
            .kolom("jumlah", "Jumlah", Some(JenisIsian::Angka))
            .source(|sumber| sumber.butir = Some("kelurahan".to_owned()));
        assert!(!office.needs(2021, &["jumlah"]).read_in("Kota Surakarta").galat().is_empty());
    }
}
