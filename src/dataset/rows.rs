//! Which rows below the headings count, and what is said of the others.

use super::accept::Findings;
use super::cell::raw_text;
use super::merged::Merged;
use crate::diagnostic::{Fakta, SkipReason, Temuan};
use crate::vocabulary::{CellAddress, mask_digits, mask_in_text};
use crate::workbook::{Cell, RowKind, Sheet, TableLayout, Value};
use std::collections::BTreeMap;

/// A row that counts.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct CountedRow {
    pub row: u32,
    pub nama: String,
}

/// A stated total and the rows it sums, both included.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct StatedTotal {
    pub row: u32,
    pub label: String,
    pub first: u32,
    pub last: u32,
}

#[derive(Default)]
pub(super) struct Rows {
    pub counted: Vec<CountedRow>,
    pub totals: Vec<StatedTotal>,
}

/// The columns that tell rows apart.
pub(super) struct RowColumns<'a> {
    /// The columns that may hold the row's name, the best first.
    pub names: &'a [u32],
    /// Columns of money and numbers.
    pub numbers: &'a [u32],
    /// Columns whose text may stand for a name where no name column is.
    pub keys: &'a [u32],
    /// The names are personal data (a NIK): shown masked.
    pub mask: bool,
}

/// Sorts the rows into those that count and stated totals; doubtful rows are
/// findings, the skipped are counted in one.
pub(super) fn sort_rows(
    sheet: &Sheet,
    layout: &TableLayout,
    columns: &RowColumns,
    merged: &Merged,
    findings: &mut Findings,
) -> Rows {
    let mut rows = Rows::default();
    let mut skipped: BTreeMap<SkipReason, usize> = BTreeMap::new();
    let last_row = layout.rows.last().map_or(layout.header.1, |row| row.row);
    for listed in &layout.rows {
        let row = listed.row;
        let nama = name_of(sheet, row, columns, merged);
        let mut skip = |reason: SkipReason| *skipped.entry(reason).or_default() += 1;
        match &listed.kind {
            RowKind::Data => rows.counted.push(CountedRow { row, nama }),
            RowKind::ColumnNumbers => skip(SkipReason::NomorKolom),
            RowKind::GroupLabel(_) => skip(SkipReason::LabelKelompok),
            RowKind::RepeatedHeading => skip(SkipReason::JudulUlang),
            RowKind::Blank => skip(SkipReason::Kosong),
            RowKind::Footer => skip(SkipReason::CatatanKaki),
            RowKind::Subtotal { label, first } => {
                skip(SkipReason::Subtotal);
                if row > *first {
                    rows.totals.push(StatedTotal { row, label: label.clone(), first: *first, last: row - 1 });
                }
            }
            RowKind::Total { label } => {
                skip(SkipReason::Jumlah);
                rows.totals.push(StatedTotal { row, label: label.clone(), first: layout.header.1 + 1, last: last_row });
            }
            RowKind::DataOrTotal { label } => {
                let at = label_cell(sheet, row, label);
                let temuan = Temuan::new(sheet.at_cell(at), Fakta::DataAtauJumlah { label: label.clone() }).named(&nama);
                if counts_as_data(findings, temuan, Some(label)) {
                    rows.counted.push(CountedRow { row, nama });
                }
            }
            // A row named by its second name column (an owner without a business name) has a name.
            RowKind::Nameless if !nama.is_empty() => rows.counted.push(CountedRow { row, nama }),
            RowKind::Nameless => {
                let cell = first_number(sheet, row, columns);
                let ditemukan = cell.map(|cell| raw_text(&cell.value)).unwrap_or_default();
                let at = cell.map_or(CellAddress::new(row, 0), |cell| cell.at);
                let temuan = Temuan::new(sheet.at_cell(at), Fakta::AngkaTanpaNama { ditemukan: ditemukan.clone() });
                if let Some(granted) = findings.raise(temuan, Some(&ditemukan))
                    && let Some(nama) = granted.nilai
                {
                    rows.counted.push(CountedRow { row, nama });
                }
            }
            RowKind::DataBelowEnd => {
                let cell = sheet.row(row).first();
                let ditemukan = cell.map(|cell| raw_text(&cell.value)).unwrap_or_default();
                let at = cell.map_or(CellAddress::new(row, 0), |cell| cell.at);
                let temuan =
                    Temuan::new(sheet.at_cell(at), Fakta::DataDiBawahTabel { ditemukan: mask_in_text(&ditemukan) }).named(&nama);
                if counts_as_data(findings, temuan, Some(&ditemukan)) {
                    rows.counted.push(CountedRow { row, nama });
                }
            }
        }
    }
    if !skipped.is_empty() {
        findings.add(Temuan::new(sheet.at(), Fakta::BarisDilewati { jumlah: skipped.into_iter().collect() }));
    }
    rows
}

/// Whether the office accepts a doubtful row as data (`nilai = "data"`); otherwise it is left out.
fn counts_as_data(findings: &mut Findings, temuan: Temuan, found: Option<&str>) -> bool {
    let granted = findings.raise(temuan, found);
    granted.and_then(|granted| granted.nilai).is_some_and(|nilai| nilai.trim().eq_ignore_ascii_case("data"))
}

/// The row's name, blanks collapsed, 16-digit numbers masked; empty where it has none.
fn name_of(sheet: &Sheet, row: u32, columns: &RowColumns, merged: &Merged) -> String {
    let sought: &[u32] = if columns.names.is_empty() { columns.keys } else { columns.names };
    let texts = sought.iter().filter_map(|column| merged.cell(sheet, CellAddress::new(row, *column)));
    let mut names = texts.map(|cell| match &cell.value {
        Value::Error(_) | Value::NoResult => String::new(),
        value => raw_text(value).split_whitespace().collect::<Vec<_>>().join(" "),
    });
    let name = names.find(|text| text.chars().any(char::is_alphanumeric)).unwrap_or_default();
    if columns.mask { mask_digits(&name) } else { mask_in_text(&name) }
}

fn label_cell(sheet: &Sheet, row: u32, label: &str) -> CellAddress {
    let cells = sheet.row(row);
    let holds = |cell: &&Cell| matches!(&cell.value, Value::Text(text) if text.trim() == label.trim());
    cells.iter().find(holds).or_else(|| cells.first()).map_or(CellAddress::new(row, 0), |cell| cell.at)
}

fn first_number<'s>(sheet: &'s Sheet, row: u32, columns: &RowColumns) -> Option<&'s Cell> {
    let cells = sheet.row(row);
    cells.iter().find(|cell| columns.numbers.contains(&cell.at.column)).or_else(|| cells.first())
}
