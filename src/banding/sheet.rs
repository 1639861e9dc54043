//! A comparison as sheets for a meeting.

use super::model::{Banding, Nilai, Perubahan};
use super::words_id as words;
use crate::report::{CellFormat, DataCell, DataColumn, DataRow, DataSheet, RowStyle};
use rust_decimal::Decimal;

/// The figures, what moved them, and every change; `title` stands over each.
pub fn sheets(banding: &Banding, title: &str) -> Vec<DataSheet> {
    let mut figures = sheet(words::FIGURES_SHEET, [words::FIGURES_TITLE, title, ""], &words::FIGURES_COLUMNS);
    let mut causes = sheet(words::CAUSES_SHEET, [words::CAUSES_TITLE, title, words::CAUSES_HINT], &words::CAUSES_COLUMNS);
    for angka in &banding.angka {
        let cells = vec![
            text(&angka.id),
            text(&angka.nama),
            year(angka.tahun),
            text(angka.tentang),
            optional(&angka.semula),
            optional(&angka.menjadi),
            number(angka.selisih.as_deref()),
        ];
        figures.rows.push(DataRow { style: RowStyle::Plain, cells });
        for one in &angka.kontribusi {
            let cells = vec![
                text(&angka.id),
                year(angka.tahun),
                text(angka.tentang),
                text(&one.perubahan),
                optional(&one.sel),
                number(Some(&one.nilai)),
            ];
            causes.rows.push(DataRow { style: RowStyle::Plain, cells });
        }
        if angka.kontribusi.len() > 1 {
            let cells = vec![
                text(&angka.id),
                year(angka.tahun),
                text(angka.tentang),
                text("Selisih"),
                DataCell::Empty,
                number(angka.selisih.as_deref()),
            ];
            causes.rows.push(DataRow { style: RowStyle::Total, cells });
        }
    }
    let mut changes = sheet(words::CHANGES_SHEET, [words::CHANGES_TITLE, title, ""], &words::CHANGES_COLUMNS);
    changes.rows.extend(banding.data.iter().map(|one| change(one, words::ragam(one.ragam))));
    changes.rows.extend(banding.bacaan.iter().map(|one| change(one, &words::reading(one.tentang))));
    changes.rows.extend(banding.profil.iter().map(|key| DataRow {
        style: RowStyle::Plain,
        cells: vec![text(words::PROFILE), DataCell::Empty, DataCell::Empty, text("berubah"), text(key)],
    }));
    changes.rows.extend(banding.lain.iter().map(|other| DataRow {
        style: RowStyle::Plain,
        cells: vec![text(words::OTHER), DataCell::Empty, DataCell::Empty, text("berubah"), text(other)],
    }));
    let mut all = vec![figures, causes, changes];
    for sheet in all.iter_mut().filter(|sheet| sheet.rows.is_empty()) {
        sheet.rows.push(DataRow { style: RowStyle::Plain, cells: vec![text(words::NOTHING)] });
    }
    all
}

fn change(one: &Perubahan, what: &str) -> DataRow {
    let value = |value: &Option<Nilai>| value.as_ref().map_or(DataCell::Empty, |value| text(&value.nilai));
    let place = |value: &Option<Nilai>| value.as_ref().map_or(DataCell::Empty, |value| text(&value.sel));
    let cells = vec![
        text(&one.sumber),
        year(one.tahun),
        text(&one.nama),
        text(what),
        optional(&one.isian),
        value(&one.semula),
        value(&one.menjadi),
        place(&one.semula),
        place(&one.menjadi),
    ];
    DataRow { style: RowStyle::Plain, cells }
}

fn sheet(name: &str, title: [&str; 3], columns: &[(&str, f32)]) -> DataSheet {
    DataSheet {
        name: name.to_owned(),
        title: title.iter().filter(|line| !line.is_empty()).map(|line| (*line).to_owned()).collect(),
        columns: columns
            .iter()
            .enumerate()
            // The title stands in the first column and runs on over the others.
            .map(|(index, (heading, width))| DataColumn {
                heading: (*heading).to_owned(),
                width: *width,
                wrap: index > 0,
                ..DataColumn::default()
            })
            .collect(),
        filter: true,
        ..DataSheet::default()
    }
}

fn text(text: &str) -> DataCell {
    DataCell::Text(text.to_owned())
}

fn optional(value: &Option<String>) -> DataCell {
    value.as_ref().map_or_else(|| text("-"), |value| text(value))
}

fn year(tahun: i32) -> DataCell {
    DataCell::Number { value: Decimal::from(tahun), format: CellFormat::Plain }
}

fn number(exact: Option<&str>) -> DataCell {
    let value = exact.and_then(|exact| exact.parse::<Decimal>().ok());
    value.map_or_else(|| text("-"), |value| DataCell::Number { value, format: CellFormat::AsIs })
}
