//! Rows of several units in one column of values, as open data have them
//! (`judul, satuan, tahun, data`): rupiah and koperasi do not add up.

use crate::dataset::Jenis;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::{CountedRow, On};
use crate::dataset::key::normal;
use crate::diagnostic::{SatuanBerselisih, Temuan};
use crate::table::{LayoutColumn, TableLayout};
use crate::text::heading::is_other_money;
use crate::text::label::{spelt_words, words};
use crate::text::lexicon::{self, AMOUNTS, BESIDE_FACTORS, DIVISORS};
use crate::text::unclear_unit::unclear_unit;
use crate::text::{is_nil_or_missing, is_number_text, is_unit, money_unit};
use crate::vocabulary::{CellAddress, Sel};
use crate::workbook::{Sheet, Value};
use std::collections::BTreeMap;

/// Rows that show what a column holds.
const LOOKED_AT: usize = 40;

/// Headings of a column of units, whatever stands in it.
const UNITS: &[&str] = &["satuan", "unit satuan"];
/// Headings of one whose cells are units or what the amounts are multiplied by.
const FACTORS: &[&str] = &[
    "sat",
    "satuan uang",
    "sat uang",
    "satuan nilai",
    "satuan angka",
    "satuan rp",
    "mata uang",
    "dalam",
    "skala angka",
    "pengali",
    "faktor",
    "faktor pengali",
    "faktor kali",
    "konversi",
    "kelipatan",
    "denominasi",
];

/// The column that says each row's unit: by its heading, or under any heading by
/// its cells, which are nothing but units.
pub(crate) fn unit_column(sheet: &Sheet, layout: &TableLayout, rows: &[CountedRow]) -> Option<u32> {
    let is_under = |path: &[String], list: &[&str]| path.last().is_some_and(|label| list.contains(&normal(label).as_str()));
    let holds = |column: u32, is_unit: &dyn Fn(&str) -> bool| {
        let cells = rows.iter().filter_map(|row| sheet.cell(CellAddress::new(row.row, column)));
        let (mut units, mut filled) = (0, 0);
        for text in cells.map(|cell| raw_text(&cell.value)).filter(|text| !text.trim().is_empty()) {
            filled += 1;
            units += usize::from(is_unit(&text));
            // However few the filled cells are, the others are more than a fifth of them.
            if (filled - units) * 5 > rows.len() {
                return false;
            }
        }
        units > 0 && units * 5 >= filled * 4
    };
    let says_unit = |text: &str| is_unit(text) || unclear_unit(text).is_some();
    let says_so = |text: &str| (text.chars().any(char::is_alphabetic) || text.contains('(')) && says_unit(text);
    let named = layout.columns.iter().find(|column| is_under(&column.path, UNITS));
    let factor = || layout.columns.iter().find(|column| is_under(&column.path, FACTORS) && holds(column.column, &says_unit));
    // `Skala Nilai`, `Satuan Volume`: of amounts, and of nothing else.
    let is_factor = |path: &[String]| {
        let words = path.last().map(|label| words(label)).unwrap_or_default();
        let is_in = |word: &String, list: &[&str]| list.contains(&word.as_str());
        let is_beside = |word: &String| is_in(word, AMOUNTS) || is_in(word, BESIDE_FACTORS);
        words.iter().any(|word| is_in(word, lexicon::FACTORS))
            && words.iter().all(|word| is_in(word, lexicon::FACTORS) || is_beside(word))
    };
    let multiplies = |text: &str| money_unit(text).is_some_and(|factor| factor > 1);
    let worded = || {
        let is_own = |column: &&LayoutColumn| column.isian.is_none() && is_factor(&column.path);
        layout.columns.iter().filter(is_own).find(|column| holds(column.column, &multiplies))
    };
    let is_letter = |text: &str| text.trim().chars().count() == 1;
    let says_no_grade = |text: &str| says_so(text) && !is_letter(text);
    let is_free = |column: &&LayoutColumn| column.isian.is_none();
    let unnamed = || {
        let says = |column: &&LayoutColumn| {
            if is_of_grades(column) { holds(column.column, &says_no_grade) } else { holds(column.column, &says_so) }
        };
        layout.columns.iter().filter(is_free).find(says)
    };
    named.or_else(factor).or_else(worded).or_else(unnamed).map(|column| column.column)
}

/// A column of factors beside one of units: `Rp` and `Faktor` 1000. Its first cell that multiplies, and what stands there.
pub(crate) fn factor_beside(sheet: &Sheet, layout: &TableLayout, rows: &[CountedRow]) -> Option<(CellAddress, String)> {
    let label = |column: &LayoutColumn| column.path.last().map(|label| normal(label)).unwrap_or_default();
    let has_units = layout.columns.iter().any(|column| UNITS.contains(&label(column).as_str()));
    let is_factor = |column: &&LayoutColumn| {
        let own = label(column);
        column.isian.is_none() && own != "dalam" && own != "mata uang" && FACTORS.contains(&own.as_str())
    };
    layout.columns.iter().filter(|_| has_units).filter(is_factor).find_map(|column| {
        let cells = rows.iter().map(|row| CellAddress::new(row.row, column.column));
        let mut cells = cells.filter_map(|at| Some((at, raw_text(&sheet.cell(at)?.value))));
        cells.find(|(_, text)| money_unit(text).is_some_and(|factor| factor > 1))
    })
}

/// `Pembagi` over 1000 in each row: the amounts were divided by it, or are to be. Its cell, and what stands there.
pub(crate) fn divisor(sheet: &Sheet, layout: &TableLayout, rows: &[CountedRow]) -> Option<(CellAddress, String)> {
    let is_divisor = |label: &String| words(label).iter().any(|word| DIVISORS.contains(&word.as_str()));
    let columns = layout.columns.iter().filter(|column| column.isian.is_none() && column.path.last().is_some_and(is_divisor));
    columns.into_iter().find_map(|column| {
        let cells = rows.iter().map(|row| CellAddress::new(row.row, column.column));
        let mut cells = cells.filter_map(|at| Some((at, raw_text(&sheet.cell(at)?.value)))).filter(|(_, text)| !text.is_empty());
        let first = cells.next().filter(|(_, text)| money_unit(text).is_some_and(|factor| factor > 1))?;
        cells.all(|(_, text)| money_unit(&text).is_some()).then(|| {
            let label = column.path.last().map_or("", String::as_str);
            (first.0, format!("{label}: {}", first.1))
        })
    })
}

/// `B` under `Grade`, `Kualifikasi Koperasi` is no unit of money.
fn is_of_grades(column: &LayoutColumn) -> bool {
    const GRADES: &[&str] = &[
        "grade",
        "kualifikasi",
        "klasifikasi",
        "kelas",
        "golongan",
        "predikat",
        "peringkat",
        "kategori",
        "rating",
        "tipe",
        "type",
        "klas",
        "gol",
        "blok",
        "mutu",
        "akreditasi",
        "huruf",
    ];
    let of_money = |word: &String| matches!(word.as_str(), "satuan" | "uang" | "rp" | "rupiah" | "skala" | "nilai");
    column.path.last().is_some_and(|label| {
        let words = spelt_words(label);
        words.iter().any(|word| GRADES.contains(&word.as_str())) && !words.iter().any(of_money)
    })
}

/// A finding where rows that no formula tells apart state different units.
pub(crate) fn row_units(on: &On, used: &[Used]) -> Option<Temuan> {
    let On { source, sheet, layout, merged, rows } = *on;
    let column = unit_column(sheet, layout, rows)?;
    let field = |used: &Used| &source.fields[used.field];
    let is_sum = |used: &&Used| matches!(field(used).jenis, Jenis::Uang | Jenis::Angka) && &*field(used).isian != "tahun";
    let of_unit = |used: &&Used| is_beside(sheet, layout, rows, (column, layout.columns[used.index].column));
    let own = used.iter().filter(is_sum).filter(|used| !used.rests.is_empty()).find(of_unit)?;
    // The text columns that formulas tell rows apart by.
    let telling: Vec<u32> = used
        .iter()
        .filter(|used| !used.rests.is_empty() && !matches!(field(used).jenis, Jenis::Uang | Jenis::Angka))
        .map(|used| layout.columns[used.index].column)
        .collect();
    let text = |row: u32, column: u32| {
        merged.cell(sheet, CellAddress::new(row, column)).map(|cell| raw_text(&cell.value)).unwrap_or_default()
    };
    // `kg` beside an amount of rupiah: one of them is wrong.
    if field(own).jenis == Jenis::Uang {
        let is_word = |c: char| c.is_alphabetic() || is_other_money(c);
        let is_other = |unit: &String| unit.chars().any(is_word) && money_unit(unit).is_none() && !is_nil_or_missing(unit);
        let stated = rows.iter().map(|row| (row.row, text(row.row, column)));
        if let Some((row, unit)) = stated.into_iter().find(|(_, unit)| is_other(unit)) {
            let fakta = SatuanBerselisih { pertama: unit, kedua: "Rp".to_owned() };
            return Some(Temuan::new(sheet.at_cell(CellAddress::new(row, column)), fakta));
        }
    }
    let mut first: BTreeMap<Vec<String>, String> = BTreeMap::new();
    for row in rows {
        let group = telling.iter().map(|column| normal(&text(row.row, *column))).collect();
        let unit = text(row.row, column);
        let other = first.entry(group).or_insert_with(|| unit.clone());
        let is_same = normal(other) == normal(&unit) || money_unit(other).is_some() && money_unit(other) == money_unit(&unit);
        if !is_same {
            let fakta = SatuanBerselisih { pertama: other.clone(), kedua: unit };
            return Some(Temuan::new(sheet.at().with(Sel::Column(column)), fakta));
        }
    }
    None
}

/// Whether a column of units may speak of this column of amounts: it stands beside
/// it, or beside no column of figures at all. `120 | kg | 3.000.000` has its own figures.
pub(crate) fn is_beside(sheet: &Sheet, layout: &TableLayout, rows: &[CountedRow], (unit, amount): (u32, u32)) -> bool {
    let at = |column: u32| layout.columns.iter().position(|heading| heading.column == column);
    let (Some(unit), Some(amount)) = (at(unit), at(amount)) else { return true };
    let holds_figures = |index: usize| {
        let Some(heading) = layout.columns.get(index) else { return false };
        let cells = rows.iter().take(LOOKED_AT).filter_map(|row| sheet.cell(CellAddress::new(row.row, heading.column)));
        let (mut figures, mut filled) = (0, 0);
        for cell in cells {
            filled += 1;
            figures += usize::from(match &cell.value {
                Value::Number { .. } => true,
                Value::Text(text) => is_number_text(text),
                _ => false,
            });
        }
        figures * 2 > filled && heading.isian.as_deref() != Some("tahun")
    };
    match (unit.checked_sub(1).filter(|left| holds_figures(*left)), holds_figures(unit + 1)) {
        (Some(left), _) => left == amount,
        (None, true) => unit + 1 == amount,
        (None, false) => true,
    }
}
