//! The summary's data sheets: every figure of every office, and the measures with
//! their sums as live formulas.

use super::model::{KantorRow, Rekap, UkuranTahun};
use super::operands::exact;
use super::words_id::{self as words, sheet as heads};
use crate::document::{Calculated, CellFormat, DataCell, DataColumn, DataRow, DataSheet, FigureValue, NamedRange, RowStyle};
use crate::vocabulary::CellAddress;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// The sheets, and what the names on them stand for.
pub fn sheets(rekap: &Rekap, title: &str) -> (Vec<DataSheet>, BTreeMap<String, FigureValue>) {
    let (measures, figures) = measures(rekap, title);
    (vec![indicators(rekap, title), measures, offices(rekap, title)], figures)
}

fn offices(rekap: &Rekap, title: &str) -> DataSheet {
    let row = |one: &KantorRow| DataRow {
        style: RowStyle::Plain,
        cells: vec![
            plain(one.nomor),
            text(&one.kantor),
            text(&one.instansi),
            text(&one.revisi),
            text(&one.tanggal),
            text(&one.keadaan.join("; ")),
        ],
    };
    let columns = heads::OFFICE_COLUMNS.iter().map(|(heading, width)| column(heading, *width)).collect();
    sheet(heads::OFFICES, title, columns, rekap.kantor.iter().map(row).collect())
}

fn indicators(rekap: &Rekap, title: &str) -> DataSheet {
    let mut rows = Vec::new();
    for indikator in &rekap.indikator {
        let head = || vec![plain(indikator.nomor), text(&indikator.nama), text(&indikator.rumus), text(&indikator.satuan)];
        for baris in &indikator.baris {
            let mut cells = head();
            cells.extend([
                baris.peringkat.parse().map_or_else(|_| text("-"), plain),
                text(&baris.kantor),
                baris.nilai.as_deref().and_then(|nilai| nilai.parse().ok()).map_or(DataCell::Empty, number),
                text(&baris.tampil),
                text(&baris.target),
                text(&baris.capaian),
                text(&baris.predikat),
            ]);
            rows.push(DataRow { style: RowStyle::Plain, cells });
        }
        let mut cells = head();
        let total = &indikator.gabungan;
        cells.extend([
            DataCell::Empty,
            text(heads::ALL_OFFICES),
            total.nilai.as_deref().and_then(|nilai| nilai.parse().ok()).map_or(DataCell::Empty, number),
            text(&total.tampil),
        ]);
        rows.push(DataRow { style: RowStyle::Total, cells });
    }
    let columns = heads::INDICATOR_COLUMNS.iter().map(|(heading, width)| column(heading, *width)).collect();
    sheet(heads::INDICATORS, title, columns, rows)
}

fn measures(rekap: &Rekap, title: &str) -> (DataSheet, BTreeMap<String, FigureValue>) {
    let mut met: BTreeMap<&str, usize> = BTreeMap::new();
    let years: Vec<(String, bool, &UkuranTahun)> = rekap
        .ukuran
        .iter()
        .flat_map(|ukuran| {
            let times = met.entry(&ukuran.nama).or_default();
            *times += 1;
            let nama = if *times > 1 { format!("{} ({times})", ukuran.nama) } else { ukuran.nama.clone() };
            ukuran.tahun.iter().map(move |year| (format!("{nama} {}", year.tahun), ukuran.dijumlah, year))
        })
        .collect();
    let mut columns = vec![column(heads::OFFICE, 34.0)];
    columns.extend(years.iter().map(|(heading, ..)| column(heading, 20.0)));
    let offices: Vec<&str> = rekap.kantor.iter().filter(|row| row.ada).map(|row| row.kantor.as_str()).collect();
    let mut sheet = sheet(heads::MEASURES, title, columns, Vec::new());
    for (place, kantor) in offices.iter().enumerate() {
        let value = |(_, _, year): &(String, bool, &UkuranTahun)| {
            let nilai = year.baris.get(place).and_then(|nilai| nilai.as_deref());
            nilai.and_then(exact).map_or(DataCell::Empty, number)
        };
        let cells = std::iter::once(text(kantor)).chain(years.iter().map(value)).collect();
        sheet.rows.push(DataRow { style: RowStyle::Plain, cells });
    }
    let (first, last) = (sheet.first_data_row(), sheet.first_data_row() + offices.len().saturating_sub(1) as u32);
    let total_row = offices.len() as u32;
    let mut figures = BTreeMap::new();
    let mut total = vec![text(heads::TOTAL)];
    let mut counts = vec![text(heads::OF_OFFICES)];
    for (place, (_, _, year)) in years.iter().enumerate() {
        let column = place as u16 + 1;
        let value = year.nilai.as_deref().and_then(exact);
        total.push(match (value, &year.angka) {
            (Some(value), Some(name)) => {
                let result = Calculated::Number(value);
                figures.insert(name.clone(), FigureValue::new(result.clone(), CellFormat::AsIs));
                sheet.names.push(NamedRange {
                    name: name.clone(),
                    first_row: total_row,
                    last_row: total_row,
                    first_column: column,
                    last_column: column,
                });
                let letters = CellAddress::column_letters(u32::from(column));
                let formula = format!("SUM({letters}{}:{letters}{})", first + 1, last + 1);
                DataCell::Formula { formula, result, format: CellFormat::AsIs }
            }
            _ => text(words::NOT_ADDED),
        });
        counts.push(plain(year.kantor));
    }
    sheet.rows.push(DataRow { style: RowStyle::Total, cells: total });
    sheet.rows.push(DataRow { style: RowStyle::Plain, cells: counts });
    (sheet, figures)
}

fn sheet(name: &str, title: &str, columns: Vec<DataColumn>, rows: Vec<DataRow>) -> DataSheet {
    DataSheet { name: name.to_owned(), title: vec![title.to_owned()], columns, rows, frozen_columns: 1, ..DataSheet::default() }
}

fn column(heading: &str, width: f32) -> DataColumn {
    DataColumn { heading: heading.to_owned(), width, wrap: true, ..DataColumn::default() }
}

fn text(text: &str) -> DataCell {
    DataCell::Text(text.to_owned())
}

fn plain(value: usize) -> DataCell {
    DataCell::Number { value: Decimal::from(value), format: CellFormat::Plain }
}

fn number(value: Decimal) -> DataCell {
    DataCell::Number { value, format: CellFormat::AsIs }
}
