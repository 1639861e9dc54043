//! Tables on a sheet beside the one that is read: none that holds rows is passed over without a word.

use crate::dataset::cell::raw_text;
use crate::dataset::counted::figure_of;
use crate::dataset::key::normal;
use crate::dataset::matching::fit::{Chosen, Fit};
use crate::dataset::sheets::mentions::is_amount;
use crate::dataset::source::Source;
use crate::diagnostic::{LembarSebab, LembarTidakDibaca, TabelTidakDibaca, Temuan};
use crate::table::{LayoutRow, RowKind};
use crate::text::is_number_text;
use crate::text::phrase::{is_foot, summary};
use crate::vocabulary::{CellAddress, Year, mask_person};
use crate::workbook::{Cell, Sheet, Value};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// So many rows of such a table are looked at.
const MOST: usize = 2_000;

/// A table on a sheet of several, before one was chosen.
pub(crate) struct Passed<'w> {
    sheet: &'w Sheet,
    header: (u32, u32),
    rows: Vec<u32>,
    /// What the figure needs is there, the key aside, or the list above goes on in it.
    fits: bool,
    tahun: Option<Year>,
}

/// The tables of a sheet that has several.
pub(crate) fn tables_of<'w>(source: &Source, sheet: &'w Sheet, fits: &[Fit]) -> Vec<Passed<'w>> {
    if fits.len() < 2 {
        return Vec::new();
    }
    let is_row = |row: &LayoutRow| matches!(row.kind, RowKind::Data | RowKind::DataUnlessSum { .. });
    let table = |fit: &Fit| Passed {
        sheet,
        header: fit.layout.header,
        rows: fit.layout.rows.iter().filter(is_row).map(|row| row.row).take(MOST).collect(),
        fits: fit.fits_but_for_keys(source) || fit.layout.continues,
        tahun: fit.layout.period.as_ref().and_then(|period| period.year),
    };
    fits.iter().map(table).collect()
}

/// Tells the tables that none of the chosen is, and what stands below these under headings of its own.
pub(crate) fn passed_tables(passed: Vec<Passed>, chosen: &[Chosen], years: &BTreeSet<Year>) -> Vec<Temuan> {
    let is_beside = |own: &Passed| {
        let on_it = || chosen.iter().filter(|chosen| std::ptr::eq(chosen.sheet, own.sheet));
        on_it().next().is_some()
            && on_it().all(|chosen| chosen.layout.header != own.header)
            // Another year's table is none of this one, where it lists the same.
            && (own.tahun.is_none_or(|tahun| years.contains(&tahun)) || !lists_the_same(own, on_it()))
    };
    let mut tables: Vec<Passed> = passed.into_iter().filter(is_beside).collect();
    for below in chosen.iter().filter_map(listed_below) {
        if !tables.iter().any(|own| std::ptr::eq(own.sheet, below.sheet) && own.rows.iter().any(|row| below.rows.contains(row))) {
            tables.push(below);
        }
    }
    let has_figures =
        |own: &Passed| own.rows.iter().any(|row| named(own.sheet, *row).is_some_and(|(_, figures)| !figures.is_empty()));
    tables.retain(has_figures);
    if tables.is_empty() {
        return Vec::new();
    }
    let sought = tables.iter().flat_map(|own| own.rows.iter().flat_map(|row| texts(own.sheet, *row)));
    let known = Known::of(chosen, &sought.collect());
    tables.iter().filter_map(|own| told(own, &known)).collect()
}

/// Whether a table names what the tables that are read name: a quarter of its rows at least stand there too. Else it is
/// no other year of theirs but a part beside them, whatever year a title left there says.
fn lists_the_same<'c>(own: &Passed, read: impl Iterator<Item = &'c Chosen<'c>>) -> bool {
    let name_of = |sheet: &Sheet, row: u32| named(sheet, row).map(|(name, _)| normal(&name)).filter(|name| !name.is_empty());
    let is_row = |row: &LayoutRow| matches!(row.kind, RowKind::Data | RowKind::DataUnlessSum { .. });
    let names: BTreeSet<String> = read
        .flat_map(|chosen| {
            let rows = chosen.layout.rows.iter().filter(is_row).take(MOST);
            rows.filter_map(|row| name_of(chosen.sheet, row.row)).collect::<Vec<_>>()
        })
        .collect();
    let own: Vec<String> = own.rows.iter().filter_map(|row| name_of(own.sheet, *row)).collect();
    own.len() < 2 || own.iter().filter(|name| names.contains(*name)).count() * 4 >= own.len()
}

/// What is told of a table, where rows of it are not accounted for.
fn told(own: &Passed, known: &Known) -> Option<Temuan> {
    let Passed { sheet, header: (_, header), rows, .. } = own;
    let named = rows.iter().filter_map(|row| Some((*row, named(sheet, *row)?)));
    let strange = named
        .filter(|(row, (name, figures))| !figures.is_empty() && !known.accounts_for(&texts(sheet, *row), name, figures))
        .map(|(_, (name, _))| name);
    let strange: Vec<String> = strange.collect();
    let contoh = strange.first().filter(|_| !known.is_recap(sheet, rows)).map(|name| mask_person(name))?;
    let (judul, jumlah) = (headings(sheet, *header), strange.len());
    Some(if own.fits {
        let at = sheet.row(*header).first().map_or(CellAddress::new(*header, 0), |cell| cell.at);
        Temuan::new(sheet.at_cell(at), TabelTidakDibaca { judul, jumlah, contoh })
    } else {
        let sebab = LembarSebab::Tabel { judul, baris: header + 1, jumlah };
        Temuan::new(sheet.at(), LembarTidakDibaca { sebab })
    })
}

/// The rows below a list that it takes for notes, labels or nothing at all and that are a list of their own.
fn listed_below<'w>(chosen: &Chosen<'w>) -> Option<Passed<'w>> {
    let (sheet, layout) = (chosen.sheet, &chosen.layout);
    let is_data = |row: &LayoutRow| matches!(row.kind, RowKind::Data | RowKind::DataUnlessSum { .. });
    let last = layout.rows.iter().rev().find(is_data)?.row;
    let past = layout.rows.iter().filter(|row| row.row > last && is_listed(sheet, *row));
    let rows: Vec<u32> = past.map(|row| row.row).take(MOST).collect();
    let first = *rows.first()?;
    // Without headings right above, its first row says what it is.
    let above = first.checked_sub(1).filter(|above| sheet.row(*above).iter().any(is_words)).unwrap_or(first);
    Some(Passed { sheet, header: (above, above), rows, fits: false, tahun: None })
}

/// The headings of a row, as a person reads them.
fn headings(sheet: &Sheet, row: u32) -> String {
    let labels: Vec<String> = sheet.row(row).iter().map(|cell| raw_text(&cell.value)).collect();
    let labels = labels.iter().map(|label| label.split_whitespace().collect::<Vec<_>>().join(" "));
    mask_person(&labels.filter(|label| !label.is_empty()).collect::<Vec<_>>().join(" | "))
}

/// Whether a row that the table takes for a note or a label, or for blank, holds a name and an amount beside it,
/// as a list does.
fn is_listed(sheet: &Sheet, row: LayoutRow) -> bool {
    matches!(row.kind, RowKind::Footer | RowKind::GroupLabel(_) | RowKind::Blank) && {
        let cells = sheet.row(row.row);
        // Numbers of identity cards and telephones are long, or begin with nought.
        let is_sum = |cell: &Cell| {
            let is_number_of = match &cell.value {
                Value::Text(text) => text.trim().starts_with(['0', '+']) || text.trim().len() > 15,
                Value::Number { value, .. } => value.abs() >= Decimal::from(LONGEST),
                _ => false,
            };
            is_amount(cell) && !is_number_of
        };
        let is_name = |at: &usize| !matches!(&cells[*at].value, Value::Text(text) if is_foot(text) || summary(text).is_some());
        name_at(&cells).filter(is_name).is_some_and(|at| cells[at + 1..].iter().any(is_sum))
    }
}

/// A number from here on is somebody's, and no amount.
const LONGEST: u64 = 1_000_000_000_000_000;

/// Where a row's name stands: its first words, of a letter or two only behind a running number.
fn name_at(cells: &[Cell]) -> Option<usize> {
    let has_letters = |cell: &Cell| matches!(&cell.value, Value::Text(text) if text.chars().any(char::is_alphabetic));
    let is_number = |cell: &Cell| match &cell.value {
        Value::Number { .. } => true,
        Value::Text(text) => is_number_text(text),
        _ => false,
    };
    (0..cells.len()).find(|at| is_words(&cells[*at]) || has_letters(&cells[*at]) && *at > 0 && is_number(&cells[at - 1]))
}

fn is_words(cell: &Cell) -> bool {
    matches!(&cell.value, Value::Text(text) if text.chars().filter(|c| c.is_alphabetic()).count() >= 3 && !is_number_text(text))
}

/// A row's first words, and the figures right of them.
fn named(sheet: &Sheet, row: u32) -> Option<(String, Vec<Decimal>)> {
    let cells = sheet.row(row);
    let at = name_at(&cells)?;
    let is_filled = |cell: &&Cell| !matches!(&cell.value, Value::Text(text) if text.trim().is_empty());
    let figures = cells[at + 1..].iter().filter(is_filled).filter_map(|cell| figure_of(Some(cell)));
    Some((raw_text(&cells[at].value).trim().to_owned(), figures.filter(|value| !value.is_zero()).collect()))
}

/// The words of a row, as keys compare.
fn texts(sheet: &Sheet, row: u32) -> Vec<String> {
    sheet.row(row).iter().filter(|cell| is_words(cell)).map(|cell| normal(&raw_text(&cell.value))).collect()
}

/// What of sought words the chosen tables' rows hold.
struct Known {
    /// The figures of the rows that bear a name or a key.
    rows: BTreeMap<String, BTreeSet<Decimal>>,
    /// Other words of such rows (places and kinds): how many rows there are of each, and what their columns sum to.
    groups: BTreeMap<String, Group>,
    /// How many rows there are, and what each column of figures sums to.
    sums: BTreeSet<Decimal>,
}

/// The rows of a place or a kind.
#[derive(Default)]
struct Group(BTreeMap<u32, Decimal>);

impl Group {
    fn add(&mut self, figures: impl Iterator<Item = (u32, Decimal)>) {
        for (column, value) in figures {
            let sum = self.0.entry(column).or_default();
            *sum = sum.checked_add(value).unwrap_or_default();
        }
    }

    /// Whether amounts are what these rows sum to, in rupiah or in thousands or millions of them.
    fn tells(&self, figures: &[Decimal]) -> bool {
        let scales = [Decimal::ONE, Decimal::ONE_THOUSAND, Decimal::from(1_000_000)];
        let is_sum = |figure: &Decimal| {
            let is_so = |sum: &Decimal| scales.iter().any(|scale| (*sum / scale).round() == figure.round());
            self.0.values().any(is_so)
        };
        figures.iter().filter(|figure| figure.abs() >= Decimal::ONE_THOUSAND).all(is_sum)
    }
}

impl Known {
    fn of(chosen: &[Chosen], sought: &BTreeSet<String>) -> Self {
        let mut own = Self { rows: BTreeMap::new(), groups: BTreeMap::new(), sums: BTreeSet::new() };
        for Chosen { sheet, layout, name, .. } in chosen {
            let is_name = |column: u32| {
                let heading = layout.columns.iter().find(|heading| heading.column == column);
                heading.is_some_and(|heading| name.is_none() || heading.isian == *name || heading.isian.is_none())
            };
            let mut sums: BTreeMap<u32, Decimal> = BTreeMap::new();
            let mut count = 0_u64;
            for row in layout.rows.iter().filter(|row| matches!(row.kind, RowKind::Data | RowKind::DataUnlessSum { .. })) {
                count += 1;
                let cells = sheet.row(row.row);
                let figure = |cell: &Cell| if is_words(cell) { None } else { figure_of(Some(cell)) };
                for cell in &cells {
                    if let Some(value) = figure(cell) {
                        let sum = sums.entry(cell.at.column).or_default();
                        *sum = sum.checked_add(value).unwrap_or_default();
                    } else if is_words(cell) {
                        let text = normal(&raw_text(&cell.value));
                        if !sought.contains(&text) {
                            continue;
                        }
                        if is_name(cell.at.column) || text.bytes().any(|byte| byte.is_ascii_digit()) {
                            own.rows.entry(text).or_default().extend(cells.iter().filter_map(figure));
                        } else {
                            own.groups
                                .entry(text)
                                .or_default()
                                .add(cells.iter().filter_map(|cell| Some((cell.at.column, figure(cell)?))));
                        }
                    }
                }
            }
            own.sums.extend(sums.into_values());
            own.sums.insert(Decimal::from(count));
        }
        own
    }

    /// Whether a row is one of those that are read, with the same figures, or tells of their places or kinds.
    fn accounts_for(&self, texts: &[String], name: &str, figures: &[Decimal]) -> bool {
        match texts.iter().find_map(|text| self.rows.get(text)) {
            Some(own) => figures.iter().all(|figure| own.contains(figure)),
            None => self.groups.get(&normal(name)).is_some_and(|group| group.tells(figures)),
        }
    }

    /// Whether rows sum to what the read ones do, or count as many.
    fn is_recap(&self, sheet: &Sheet, rows: &[u32]) -> bool {
        let mut sums: BTreeMap<u32, Decimal> = BTreeMap::new();
        for cell in rows.iter().flat_map(|row| sheet.row(*row)).filter(|cell| !is_words(cell)) {
            if let Some(value) = figure_of(Some(&cell)) {
                let sum = sums.entry(cell.at.column).or_default();
                *sum = sum.checked_add(value).unwrap_or_default();
            }
        }
        let is_large = |sum: &&Decimal| sum.abs() >= Decimal::ONE_THOUSAND;
        // Where there are amounts, it is not by how many rows there are that they are the same.
        let has_large = sums.values().any(|sum| is_large(&sum));
        let mut told = sums.values().filter(|sum| !has_large || is_large(sum));
        rows.len() >= 2 && told.any(|sum| !sum.is_zero() && self.sums.contains(sum))
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use crate::diagnostic::Kode;
    use rust_decimal::Decimal;

    const LIST: &str = "No;Nama Koperasi;Nomor Badan Hukum;Kecamatan;Anggota;Volume Usaha
        1;KUD Tirtha;518/BH/1990;Gadingrejo;40;1345678\n2;KSU Mekar;77/BH/1995;Gadingrejo;47;8000123
        3;KPRI Bahari;12/BH/2001;Purworejo;54;25111222\n4;KSP Artha;33/BH/2012;Purworejo;61;47000321";

    /// The galat and how many tables are named besides, of a list with a table below it.
    fn told(below: &str) -> (Vec<String>, usize) {
        let read = Office::keragaan().file("2021.csv", &format!("{LIST}\n\n{below}")).joins(&[2021], &["volume_usaha"]).read();
        assert_eq!(read.sum(2021, "volume_usaha"), Some(Decimal::from(81_457_344)), "{below}");
        let galat = read.galat().iter().map(|told| told.split('@').next().unwrap_or_default().to_owned()).collect();
        (galat, read.has(Kode::LembarTidakDibaca).len())
    }

    #[test]
    fn a_table_below_with_rows_of_its_own_refuses() {
        let refused = (vec!["tabel-tidak-dibaca".to_owned()], 0);
        let heads = ["No;Nama Koperasi;Kecamatan;Volume Usaha", "Nama Koperasi;Volume Usaha"];
        let rows = ["1;KSU Karya;Purworejo;500111\n2;KUD Sido;Purworejo;611222", "KSU Karya;500111\nKUD Sido;611222"];
        for (head, rows) in heads.into_iter().zip(rows) {
            for title in ["KOPERASI BARU 2021\n", "Menyusul\n", ""] {
                assert_eq!(told(&format!("{title}{head}\n{rows}")), refused, "{title}{head}");
            }
        }
        // The same koperasi with another figure.
        assert_eq!(told("PERBAIKAN\nNama Koperasi;Volume Usaha\nKUD Tirtha;2345678\nKSU Mekar;8000123"), refused);
    }

    #[test]
    fn a_table_below_that_says_what_the_list_does_is_quiet() {
        for below in [
            "KOPERASI TERBESAR\nPeringkat;Nama Koperasi;Volume Usaha\n1;KSP Artha;47000321\n2;KPRI Bahari;25111222",
            "REKAP\nNo;Kecamatan;Jumlah Koperasi;Volume Usaha\n1;Gadingrejo;2;9345801\n2;Purworejo;2;72111543",
            "No;Nama Pengurus;Jabatan\n1;Budi Santoso;Ketua\n2;Siti Aminah;Bendahara",
        ] {
            assert_eq!(told(below), (Vec::new(), 0), "{below}");
        }
    }

    #[test]
    fn a_list_of_other_things_is_named() {
        let (galat, named) = told("No;Nama Usaha;Omset\n1;Toko Berkah;500111\n2;Warung Pojok;611222\n3;Bengkel Joko;711333");
        assert_eq!((galat, named), (Vec::new(), 1));
    }
}
