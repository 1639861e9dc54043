//! Small tables for the room's tests.

use super::{Evaluator, Formula, MeasureDef, Names, SumberNames, parse};
use crate::dataset::{Cells, Column, Dataset, Isi, Jenis, Part, Row, Table};
use crate::profile::Score;
use crate::vocabulary::{Tanggal, Year};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

pub(super) fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// A value from its short form: `` missing, `2022-01-31` a date, `+`/`!` a mark, a number, else a text.
pub(super) fn isi(text: &str) -> Isi {
    if text.is_empty() {
        return Isi::Kosong;
    }
    if let Some(date) = Tanggal::parse_iso(text) {
        return Isi::Tanggal(date);
    }
    match text {
        "+" => Isi::Tanda(true),
        "!" => Isi::Tanda(false),
        _ => text.parse().map_or_else(|_| Isi::Teks(text.into()), Isi::Angka),
    }
}

/// A table; each row is its entity number and its values.
pub(super) fn table(sumber: &str, tahun: i32, columns: &[(&str, Jenis)], rows: &[(u32, &[&str])]) -> Table {
    let make = |index: usize, entitas: u32| Row {
        part: 0,
        row: index as u32 + 1,
        nama: format!("baris {}", index + 1).into(),
        entitas,
        lanjutan: false,
        slot: index as u32,
    };
    let cells = |column: usize| {
        let (mut cells, mut recent) = (Cells::default(), Default::default());
        rows.iter().for_each(|(_, values)| cells.push(isi(values[column]), false, &mut recent));
        cells
    };
    let made: Vec<Row> = rows.iter().enumerate().map(|(index, (entitas, _))| make(index, *entitas)).collect();
    Table {
        sumber: sumber.into(),
        tahun: Year(tahun),
        columns: columns
            .iter()
            .enumerate()
            .map(|(column, (isian, jenis))| Column {
                isian: (*isian).into(),
                jenis: *jenis,
                judul: (*isian).to_owned(),
                skala: Decimal::ONE,
                pribadi: *isian == "nik",
                cells: cells(column),
            })
            .collect(),
        parts: vec![Part {
            berkas: "data/a.xlsx".into(),
            lembar: Some("Sheet1".into()),
            columns: (0..columns.len() as u32).collect(),
            totals: 0,
            lookbacks: Vec::new(),
            by_year: None,
        }],
        by_entity: made.iter().enumerate().filter(|(_, row)| row.entitas != 0).map(|(index, row)| (row.entitas, index)).collect(),
        rows: made,
    }
}

pub(super) fn dataset(tables: Vec<Table>) -> Dataset {
    Dataset {
        tables: tables.into_iter().map(|table| ((table.sumber.to_string(), table.tahun), Arc::new(table))).collect(),
        masukan: Vec::new(),
        bacaan: Vec::new(),
    }
}

pub(super) const UMKM: [(&str, Jenis); 8] = [
    ("nik", Jenis::Teks),
    ("omset", Jenis::Uang),
    ("skala_usaha", Jenis::Teks),
    ("kecamatan", Jenis::Teks),
    ("aktif", Jenis::Tanda),
    ("berdiri", Jenis::Tanggal),
    ("tenaga_kerja", Jenis::Angka),
    ("nib", Jenis::Teks),
];

/// Two years of businesses: 1 rises, 2 stays, 3 falls, 4 is gone, 5 is new, 6
/// has lost its figure, 7 moves from mikro to kecil; the last row has no key.
pub(super) fn umkm() -> Dataset {
    let before: &[(u32, &[&str])] = &[
        (1, &["3575012345670001", "100", "mikro", "Gadingrejo", "+", "2010-05-01", "2", "X1"]),
        (2, &["3575012345670002", "200", "Mikro ", "gadingrejo", "+", "2015-01-31", "1", ""]),
        (3, &["3575012345670003", "300.5", "mikro", "Purworejo", "!", "", "", ""]),
        (4, &["3575012345670004", "50", "mikro", "Bugul Kidul", "+", "2000-12-31", "4", ""]),
        (6, &["3575012345670006", "10", "kecil", "", "", "2020-02-29", "0", "X6"]),
        (7, &["3575012345670007", "900", "mikro", "Bugul  kidul", "+", "2019-07-07", "7", "X7"]),
    ];
    let now: &[(u32, &[&str])] = &[
        (7, &["3575012345670007", "1000", "KECIL", "Bugul kidul", "+", "2019-07-07", "8", "X7"]),
        (1, &["3575012345670001", "150.25", "mikro", " Gadingrejo", "+", "2010-05-01", "3", "X1"]),
        (2, &["3575012345670002", "200", "mikro", "Gading*rejo2", "!", "2015-01-31", "1", "X2"]),
        (3, &["3575012345670003", "0", "menengah", "Purworejo", "+", "2021-06-30", "", ""]),
        (5, &["3575012345670001", "70", "mikro", "Panggungrejo", "", "", "2", "X5"]),
        (6, &["3575012345670006", "", "kecil", "purworejo", "+", "2020-02-29", "0", ""]),
        (0, &["", "-5.5", "mikro", "", "!", "1990-01-01", "1", ""]),
    ];
    dataset(vec![table("umkm", 2020, &UMKM, before), table("umkm", 2021, &UMKM, now), table("umkm", 2022, &UMKM, &[])])
}

pub(super) fn umkm_names() -> SumberNames {
    SumberNames {
        isian: UMKM.iter().map(|(isian, jenis)| ((*isian).to_owned(), *jenis)).collect(),
        butir: Some("usaha".into()),
        entitas: Some("usaha".into()),
        berkunci: true,
    }
}

/// Measures: `name = formula`, or `name = formula | 2019: 12; 2020: 13` with fixed values.
pub(super) fn measures(lines: &[&str]) -> BTreeMap<String, MeasureDef> {
    lines
        .iter()
        .map(|line| {
            let (name, rest) = line.split_once(" = ").unwrap();
            let (formula, fixed) = rest.split_once('|').unwrap_or((rest, ""));
            let tetapan = fixed
                .split(';')
                .filter_map(|pair| pair.split_once(':'))
                .map(|(year, value)| (Year::parse(year).unwrap(), Score::Number(d(value.trim()))))
                .collect();
            let rumus = (!formula.trim().is_empty()).then(|| parse(formula).unwrap());
            let sebutan = format!("Jumlah {}", name.replace('_', " "));
            (name.to_owned(), MeasureDef { rumus, sebutan, tetapan, utamakan_tetapan: false, is_summed: false })
        })
        .collect()
}

/// The names that these measures and the umkm source give.
pub(super) fn names(measures: &BTreeMap<String, MeasureDef>) -> Names {
    Names {
        sumber: [("umkm".to_owned(), umkm_names())].into(),
        ukuran: measures.iter().map(|(name, measure)| (name.clone(), measure.rumus.clone())).collect(),
        ..Names::default()
    }
}

/// The figure of a formula as a text, or its reason in words.
pub(super) fn value(dataset: &Dataset, measures: &BTreeMap<String, MeasureDef>, formula: &str, tahun: i32) -> String {
    let evaluated = Evaluator::new(dataset, measures).formula(&parse(formula).unwrap(), Year(tahun));
    match evaluated.outcome {
        super::Outcome::Number(value) => crate::vocabulary::exact_text(value),
        super::Outcome::Undefined(reason) => reason.words(),
    }
}

pub(super) fn formula(text: &str) -> Formula {
    parse(text).unwrap_or_else(|error| panic!("{text}: {}\n{}", error.words(), error.caret(text)))
}
