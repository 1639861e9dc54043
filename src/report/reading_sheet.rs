//! The sheet Bacaan: every reading decision with what says so, to be filtered.

use super::sheet::{CellFormat, DataCell, DataColumn, DataRow, DataSheet, RowStyle};
use super::{checked, reading_words_id as words};
use crate::dataset::Dataset;
use crate::profile::Profile;
use rust_decimal::Decimal;

/// The sheet; none where no decision is known, or where the profile asks for the part of that name.
pub fn reading_sheet(profile: &Profile, dataset: &Dataset) -> Option<DataSheet> {
    let asked = profile.laporan.bagian.iter().any(|one| one == "bacaan");
    if asked || dataset.bacaan.is_empty() {
        return None;
    }
    let text = |text: &str| if text.is_empty() { DataCell::Empty } else { DataCell::Text(text.to_owned()) };
    let mut rows = Vec::new();
    for page in checked::sheets(profile, dataset) {
        for one in &page.keputusan {
            rows.push(DataRow {
                style: RowStyle::Plain,
                cells: vec![
                    text(&page.sumber),
                    DataCell::Number { value: Decimal::from(page.tahun), format: CellFormat::Plain },
                    text(&page.berkas),
                    text(&page.lembar),
                    text(&one.tentang),
                    text(&one.isian),
                    text(&one.nilai),
                    text(&one.karena.join("\n")),
                ],
            });
        }
    }
    let column = |(heading, width): &(&str, f32)| DataColumn {
        heading: (*heading).to_owned(),
        width: *width,
        wrap: true,
        ..DataColumn::default()
    };
    Some(DataSheet {
        name: words::READING_SHEET.to_owned(),
        title: vec![words::READING_TITLE.to_owned()],
        columns: words::READING_COLUMNS.iter().map(column).collect(),
        rows,
        filter: true,
        aside: true,
        ..DataSheet::default()
    })
}
