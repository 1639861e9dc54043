//! The live formulas recalculated by LibreOffice: they must come to the results
//! that are stored with them. Slow and in need of `soffice`, so it is asked for:
//! `cargo test --lib formula::excel::oracle -- --ignored`.

use super::{
    CellResult, ColumnRef, Given, HelperColumn, LiveCell, LiveMeasure, Piece, Workbook, field_heading, heading, literal,
    table_name,
};
use crate::dataset::{Dataset, Isi};
use crate::formula::compare::clean_text;
use crate::formula::sample::{UMKM, dataset, formula, measures, table, umkm};
use crate::formula::tests::random::{MEASURES, condition, figure};
use crate::formula::{Evaluator, MeasureDef};
use crate::vocabulary::{CellAddress, Year};
use rust_decimal::prelude::ToPrimitive;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Formulas over the small tables, each a measure.
const FORMULAS: &[&str] = &[
    "SUM(umkm.omset)",
    "SUM(umkm.omset[n-1])",
    "COUNT(umkm)",
    "COUNT(umkm WHERE omset[n] > omset[n-1])",
    "COUNT(umkm WHERE omset[n] <= omset[n-1])",
    "COUNT(umkm WHERE omset <> 200)",
    "COUNT(umkm WHERE NOT omset[n-1] <> 200)",
    "COUNT(umkm WHERE omset = 0)",
    "COUNT(umkm WHERE omset - omset[n-1] > 50)",
    "COUNT(umkm WHERE (omset - omset[n-1]) / omset[n-1] > 0.4)",
    "COUNT(umkm WHERE 1 / omset > 0)",
    "COUNT(umkm WHERE skala_usaha = \" MIKRO\")",
    "COUNT(umkm WHERE skala_usaha <> \"mikro\" AND skala_usaha[n-1] <> \"mikro\")",
    "COUNT(umkm WHERE skala_usaha = skala_usaha[n-1])",
    "COUNT(umkm WHERE nib NOT IN (\"x1\", \"x2\"))",
    "COUNT(umkm WHERE nib IN (\"x1\", \"x2\"))",
    "COUNT(umkm WHERE nib IS EMPTY)",
    "COUNT(umkm WHERE nib[n-1] IS EMPTY)",
    "COUNT(umkm WHERE nib[n-1] IS NOT EMPTY)",
    "COUNT(umkm WHERE omset IS EMPTY OR omset[n-1] IS EMPTY)",
    "COUNT(umkm WHERE aktif)",
    "COUNT(umkm WHERE NOT aktif)",
    "COUNT(umkm WHERE aktif = 0)",
    "COUNT(umkm WHERE aktif <> aktif[n-1])",
    "COUNT(umkm WHERE aktif[n-1] AND aktif)",
    "COUNT(umkm WHERE berdiri >= 2015-01-31)",
    "COUNT(umkm WHERE berdiri < 2000-01-01)",
    "COUNT(umkm WHERE berdiri[n-1] IS EMPTY AND berdiri IS NOT EMPTY)",
    "COUNT(umkm WHERE berdiri = berdiri[n-1])",
    "COUNT(umkm WHERE tenaga_kerja IN (1, 2))",
    "COUNT(umkm WHERE tenaga_kerja NOT IN (1, 2))",
    "COUNT(umkm WHERE IF(aktif, omset, 0) > 100)",
    "COUNT(umkm WHERE ABS(omset) = 5.5 OR ROUND(omset, -2) = 200)",
    "COUNT(umkm WHERE -omset > 1 OR -(omset - 1) * -2 > 300)",
    "COUNT(umkm WHERE kecamatan = \"gading*rejo2\")",
    "COUNT(umkm WHERE kecamatan = \"gad*\")",
    "COUNT_DISTINCT(umkm.kecamatan)",
    "COUNT_DISTINCT(umkm.kecamatan[n-1])",
    "COUNT_DISTINCT(umkm.kecamatan WHERE aktif)",
    "COUNT_DISTINCT(umkm.omset)",
    "COUNT_DISTINCT(umkm.tenaga_kerja WHERE omset > 0)",
    "COUNT_DISTINCT(umkm.berdiri)",
    "COUNT_DISTINCT(umkm.nik)",
    "COUNT_DISTINCT(umkm.nib WHERE nib = \"tidak ada\")",
    "COUNT(umkm WHERE nik = \"3575012345670001\")",
    "SUM(umkm.aktif)",
    "SUM(umkm.omset WHERE skala_usaha = \"mikro\")",
    "SUM(umkm.omset WHERE omset IS EMPTY)",
    "SUM(umkm.omset WHERE omset > 5000)",
    "SUM(umkm.omset[n-1] WHERE aktif)",
    "AVERAGE(umkm.omset)",
    "AVERAGE(umkm.omset[n-1])",
    "AVERAGE(umkm.omset WHERE omset > 5000)",
    "MEDIAN(umkm.omset WHERE omset > 0)",
    "MIN(umkm.omset)",
    "MAX(umkm.omset WHERE skala_usaha = \"mikro\")",
    "MAX(umkm.omset[n-1] WHERE omset > 1)",
    "(m0[n] - m0[n-1]) / m0[n-1] * 100",
    "m0 / 3 * 3 - m0",
    "m0 / (m2 - 7)",
    "IF(m0 > m0[n-1], 100, IF(m0 = m0[n-1], 75, 50))",
    "IF(m2 = 7, 1, m0 / 0)",
    "IF(m2 = 6, 1, m0 / (m2 - 7))",
    "IF(m0 / (m2 - 7) > 1 OR m2 = 7, 1, 2)",
    "IF(m2 IN (6, 7) AND NOT m0 = 3, m0 / m2, 2)",
    "1 + IF(m2 = 7, IF(m2 > 8, 1 / 0, 5), m0 / 0)",
    "-m0 * -(m2 - 1) - -3 / (m2 / 2)",
    "ROUND(m0 / m2, 2) + ROUND(-m0 * 100.5, -3) + ABS(-m2)",
    "rugi[n] / rugi[n-1] - 1",
    "(rugi[n] - rugi[n-1]) / ABS(rugi[n-1])",
    "m0 + rugi[n-1] * 1.25",
    "nihil[n] + m0",
    "COUNT(kosong) + SUM(kosong.omset) + COUNT_DISTINCT(kosong.nib)",
    "AVERAGE(kosong.omset)",
    "COUNT(lama WHERE omset[n-1] IS EMPTY) + COUNT(lama WHERE omset > omset[n-1])",
    "COUNT_DISTINCT(lama.kecamatan) + COUNT(lama WHERE kecamatan = \"a b\") * 10",
    "COUNT(lama WHERE nib = \"007\") + 10 * COUNT(lama WHERE nib = \"7\") + 100 * COUNT_DISTINCT(lama.nib)",
];

#[test]
#[ignore = "needs LibreOffice and some seconds"]
fn libreoffice_comes_to_the_same_figures() {
    let mut data: Dataset = umkm();
    data.tables.insert(("kosong".into(), Year(2021)), Arc::new(table("kosong", 2021, &UMKM, &[])));
    data.tables.insert(("lama".into(), Year(2020)), Arc::new(table("lama", 2020, &UMKM, &[])));
    let old: &[(u32, &[&str])] = &[
        (3, &["", "0.1", "", "A  b", "+", "1900-01-31", "", "\"007"]),
        (1, &["", "3", "", " a B ", "+", "", "", "7~x"]),
        (0, &["", "", "", "a?b", "+", "", "", "7?x"]),
        (2, &["", "", "", "a.b", "!", "", "", "*"]),
    ];
    data.tables.insert(("lama".into(), Year(2021)), Arc::new(table("lama", 2021, &UMKM, old)));
    data.tables.extend(dataset(Vec::new()).tables);
    let mut lines: Vec<String> = FORMULAS.iter().enumerate().map(|(index, text)| format!("m{index} = {text}")).collect();
    lines.push("rugi = |2021: 50; 2020: -20".into());
    lines.push("nihil = SUM(umkm.omset WHERE omset IS EMPTY)".into());
    let given = measures(&lines.iter().map(String::as_str).collect::<Vec<_>>());
    compare(&data, &given, 500);
}

/// Random formulas, the same each time.
#[test]
#[ignore = "needs LibreOffice and some seconds"]
fn libreoffice_agrees_on_random_formulas() {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let mut lines: Vec<String> = MEASURES.iter().map(|line| (*line).to_owned()).collect();
    for index in 0..400 {
        let text = figure().new_tree(&mut runner).unwrap().current();
        lines.push(format!("f{index} = {text}"));
        let text = condition().new_tree(&mut runner).unwrap().current();
        lines.push(format!("c{index} = COUNT(umkm WHERE {text})"));
    }
    compare(&umkm(), &measures(&lines.iter().map(String::as_str).collect::<Vec<_>>()), 2_000);
}

fn compare(data: &Dataset, given: &BTreeMap<String, MeasureDef>, at_least: usize) {
    let (cells, report) = recalculated(data, given);
    assert!(cells > at_least, "{cells}");
    let wrong: Vec<&String> = report.iter().filter(|line| !line.is_empty()).collect();
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        cells,
        wrong.iter().map(|line| line.as_str()).collect::<Vec<_>>().join("\n")
    );
}

/// A measure's cell and those that it takes its value from.
fn cells(measure: LiveMeasure) -> Vec<LiveCell> {
    let mut cells = vec![measure.cell];
    if let Given::Either { name, value, data } = measure.given {
        cells.push(LiveCell { name, formula: None, result: CellResult::Number(value) });
        cells.extend(data);
    }
    cells
}

/// Writes everything with wrong stored results, lets LibreOffice calculate, and compares.
fn recalculated(data: &Dataset, given: &BTreeMap<String, MeasureDef>) -> (usize, Vec<String>) {
    let evaluator = Evaluator::new(data, given);
    let mut plan = Workbook::new(&evaluator);
    let mut figures: Vec<(String, LiveCell)> = Vec::new();
    for (name, measure) in given {
        let text = measure.rumus.as_ref().map(|rumus| rumus.text.clone()).unwrap_or_default();
        figures.extend(cells(plan.measure(name, Year(2021))).into_iter().map(|cell| (text.clone(), cell)));
    }
    let indicator = formula("(rugi[n] - rugi[n-1]) / rugi[n-1]");
    figures.push((indicator.text.clone(), plan.indicator("1.1", &indicator, Year(2021))));
    while let Some((name, tahun)) = plan.operands().into_iter().next() {
        figures.extend(cells(plan.measure(&name, tahun)).into_iter().map(|cell| (name.clone(), cell)));
    }
    for (name, measure) in given {
        let made = evaluator.measure(name, Year(2021));
        let (Some(rumus), Some(found)) = (&measure.rumus, &made.data) else { continue };
        let live = plan.coverage(name, &rumus.root, Year(2021), &found.trace);
        for (at, count) in live.counts.iter().chain(live.groups.iter().flatten()).enumerate() {
            let cell = LiveCell {
                name: format!("cakupan_{name}_{at}"),
                formula: count.formula.clone(),
                result: CellResult::Number(count.count.into()),
            };
            figures.push((format!("{} [{at}]", rumus.text), cell));
        }
    }
    for sought in plan.sought() {
        let result = CellResult::Number(sought.largest.into());
        figures.push((sought.sumber, LiveCell { name: sought.name, formula: Some(sought.formula), result }));
    }
    let columns = plan.columns();
    let helpers = plan.finish();
    let folder = tempfile::tempdir().unwrap();
    let mut book = rust_xlsxwriter::Workbook::new();
    // What to look at afterwards: sheet, cell, expected, description.
    let mut wanted: Vec<(String, u32, u16, CellResult, String)> = Vec::new();
    let sheet = book.add_worksheet().set_name("Figur").unwrap();
    for (row, (text, cell)) in figures.iter().enumerate() {
        put(sheet, row as u32, 1, cell.formula.as_deref(), &cell.result);
        let what = format!("{text}  =>  {}", cell.formula.as_deref().unwrap_or("tetap"));
        wanted.push(("Figur".into(), row as u32, 1, cell.result.clone(), what));
    }
    for (row, (_, cell)) in figures.iter().enumerate() {
        book.define_name(&cell.name, &format!("=Figur!$B${}", row + 1)).unwrap();
    }
    for ((sumber, tahun), fields) in &columns {
        let table = data.table(sumber, *tahun).unwrap();
        let name = format!("{sumber} {tahun}");
        let none = Vec::new();
        let made = helpers.get(&(sumber.clone(), *tahun)).unwrap_or(&none);
        let field_columns: Vec<&String> = fields.iter().collect();
        // Row 1 is the heading, column A the entity.
        let sheet = book.add_worksheet().set_name(&name).unwrap();
        for (index, row) in table.rows.iter().enumerate() {
            let line = index as u32 + 1;
            sheet.write_number(line, 0, f64::from(row.entitas)).unwrap();
            for (column, isian) in field_columns.iter().enumerate() {
                let at = column as u16 + 1;
                match &table.isi(row, table.column(isian).unwrap()) {
                    Isi::Kosong => {}
                    Isi::Angka(value) => drop(sheet.write_number(line, at, value.to_f64().unwrap()).unwrap()),
                    Isi::Teks(text) => drop(sheet.write_string(line, at, clean_text(text)).unwrap()),
                    Isi::Tanggal(date) => drop(sheet.write_number(line, at, date.to_serial() as f64).unwrap()),
                    Isi::Tanda(set) => drop(sheet.write_number(line, at, f64::from(u8::from(*set))).unwrap()),
                }
            }
            for (number, helper) in made.iter().enumerate() {
                let at = (field_columns.len() + 1 + number) as u16;
                let address = |column: u32| format!("{}{}", CellAddress::column_letters(column), line + 1);
                let text = helper.formula.as_ref().map(|pieces| {
                    let cell = |column: &ColumnRef| match column {
                        ColumnRef::Entity => address(0),
                        ColumnRef::Field(isian) => {
                            address(field_columns.iter().position(|field| *field == isian).unwrap() as u32 + 1)
                        }
                        ColumnRef::Helper(index) => address((field_columns.len() + 1 + index) as u32),
                    };
                    in_row(pieces, (made, helper, index), &cell)
                });
                put(sheet, line, at, text.as_deref(), &helper.results[index]);
                let what = format!("{} ({}) => {}", helper.heading, helper.meaning, text.unwrap_or_default());
                wanted.push((name.clone(), line, at, helper.results[index].clone(), what));
            }
        }
        if table.rows.is_empty() {
            continue;
        }
        let mut headings = vec![heading::ENTITY.to_owned()];
        headings.extend(field_columns.iter().map(|isian| field_heading(Some(table), isian)));
        headings.extend(made.iter().map(|helper| helper.heading.clone()));
        let columns: Vec<_> = headings.iter().map(|heading| rust_xlsxwriter::TableColumn::new().set_header(heading)).collect();
        let own = table_name(sumber, *tahun, given.keys().any(|ukuran| ukuran.eq_ignore_ascii_case(sumber)));
        let list = rust_xlsxwriter::Table::new().set_name(own).set_columns(&columns);
        sheet.add_table(0, 0, table.rows.len() as u32, headings.len() as u16 - 1, &list).unwrap();
    }
    let path = folder.path().join("hidup.xlsx");
    book.save(&path).unwrap();
    let calculated = calculate(folder.path(), &path);
    let report = wanted
        .iter()
        .map(|(sheet, row, column, expected, what)| {
            let found = calculated.get(&(sheet.clone(), *row, *column)).cloned().unwrap_or_default();
            let same = match expected {
                CellResult::Text(text) => clean_text(&found) == clean_text(text),
                CellResult::Number(value) => {
                    let (value, found) = (value.to_f64().unwrap(), found.parse::<f64>().unwrap_or(f64::NAN));
                    (value - found).abs() <= 1e-12 * value.abs().max(1.0)
                }
            };
            if same { String::new() } else { format!("{sheet}!{row},{column}: {expected:?} but {found:?}: {what}") }
        })
        .collect();
    (wanted.len(), report)
}

/// A formula with a wrong stored result, so that what is read back was calculated; a constant as it is.
fn put(sheet: &mut rust_xlsxwriter::Worksheet, row: u32, column: u16, formula: Option<&str>, result: &CellResult) {
    match (formula, result) {
        (Some(formula), _) => {
            let formula = rust_xlsxwriter::Formula::new(format!("={formula}")).set_result("-987654");
            sheet.write_formula(row, column, formula).unwrap();
        }
        (None, CellResult::Number(value)) => drop(sheet.write_number(row, column, value.to_f64().unwrap()).unwrap()),
        (None, CellResult::Text(text)) if text.is_empty() => {}
        (None, CellResult::Text(text)) => drop(sheet.write_string(row, column, text).unwrap()),
    }
}

/// Every cell of the workbook after a hard recalculation, as LibreOffice's own text.
fn calculate(folder: &std::path::Path, path: &std::path::Path) -> BTreeMap<(String, u32, u16), String> {
    use calamine::Reader;
    let profile = folder.join("profil/user");
    std::fs::create_dir_all(&profile).unwrap();
    let settings = r#"<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"#;
    #[expect(clippy::disallowed_methods, reason = "a test's own temporary folder")]
    std::fs::write(profile.join("registrymodifications.xcu"), settings).unwrap();
    let out = folder.join("hasil");
    let status = std::process::Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}", folder.join("profil").display()))
        .args(["--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"])
        .arg(&out)
        .arg(path)
        .output()
        .unwrap();
    assert!(status.status.success());
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(out.join("hidup.xlsx")).unwrap();
    let mut found = BTreeMap::new();
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).unwrap();
        for (row, column, value) in range.used_cells() {
            let (top, left) = range.start().unwrap();
            let text = match value {
                calamine::Data::Float(number) => number.to_string(),
                calamine::Data::Int(number) => number.to_string(),
                other => other.to_string(),
            };
            found.insert((sheet.clone(), row as u32 + top, (column as u32 + left) as u16), text);
        }
    }
    found
}

/// A row's formula.
fn in_row(
    pieces: &[Piece],
    (made, helper, index): (&[HelperColumn], &HelperColumn, usize),
    cell: &dyn Fn(&ColumnRef) -> String,
) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Cell(column) => cell(column),
        Piece::Position => match &helper.results[index] {
            CellResult::Number(at) => (*at).max(rust_decimal::Decimal::ONE).to_string(),
            CellResult::Text(_) => "1".to_owned(),
        },
        Piece::At(rows) => rows[index].to_string(),
        Piece::Was(column) => literal(&made[*column].results[index]),
        Piece::Rank(rows) => {
            if rows[index] > 0 {
                rows[index].to_string()
            } else {
                "\"\"".to_owned()
            }
        }
        Piece::In(rows) => rows.get(&(index as u32)).map_or(String::new(), |pieces| in_row(pieces, (made, helper, index), cell)),
    };
    pieces.iter().map(piece).collect()
}
