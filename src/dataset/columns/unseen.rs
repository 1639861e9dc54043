//! Counted values that nobody sees: their format shows nothing, or a merge covers them.

use crate::dataset::Jenis;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::CountedRow;
use crate::dataset::source::Source;
use crate::diagnostic::{NilaiTakTampak, Penutup, Temuan};
use crate::table::TableLayout;
use crate::vocabulary::{CellAddress, Sel, mask_digits, mask_person};
use crate::workbook::{Cell, Merge, NumberStyle, OddShow, Sheet, Value, Veil};

/// Columns with counted values that nobody sees.
pub(crate) fn unseen(source: &Source, sheet: &Sheet, layout: &TableLayout, rows: &[CountedRow], used: &[Used]) -> Vec<Temuan> {
    let is_figure = |used: &&Used| matches!(source.fields[used.field].jenis, Jenis::Uang | Jenis::Angka);
    let resting = used.iter().filter(|used| !used.rests.is_empty()).filter(is_figure);
    let of_column = resting.filter_map(|used| {
        let column = layout.columns[used.index].column;
        let cells = rows.iter().filter_map(|row| sheet.cell(CellAddress::new(row.row, column)));
        // A merged region shows its first cell alone: what another still holds counts unseen.
        let own = |merge: &&Merge| (merge.first.column..=merge.last.column).contains(&column) && merge.first != merge.last;
        let merges: Vec<&Merge> = sheet.merges.iter().flatten().filter(own).collect();
        let is_covered = |at: CellAddress| {
            merges.iter().any(|merge| (merge.first.row..=merge.last.row).contains(&at.row) && merge.first != at)
        };
        let is_filled = |cell: &Cell| !matches!(&cell.value, Value::Text(text) if text.trim().is_empty());
        let is_unseen = |cell: &Cell| cell.style == NumberStyle::Odd(OddShow::Unseen) || is_covered(cell.at) && is_filled(cell);
        let hidden: Vec<Cell> = cells.filter(is_unseen).collect();
        let contoh = raw_text(&hidden.first()?.value);
        Some(Temuan::new(
            sheet.at().with(Sel::Column(column)),
            NilaiTakTampak { jumlah: hidden.len(), contoh, oleh: Penutup::Sel },
        ))
    });
    let mut told: Vec<Temuan> = of_column.collect();
    let veiled = veiled(source, sheet, layout, (rows, used));
    told.extend(veiled);
    told
}

/// Columns whose cells a rule of the sheet hides or strikes out: of columns that repeat a name, hiding is a habit.
fn veiled(source: &Source, sheet: &Sheet, layout: &TableLayout, (rows, used): (&[CountedRow], &[Used])) -> Vec<Temuan> {
    let is_figure = |used: &Used| matches!(source.fields[used.field].jenis, Jenis::Uang | Jenis::Angka);
    let mut told: Vec<(Merge, Veil)> = Vec::new();
    let mut of_column = |used: &Used| {
        let column = layout.columns[used.index].column;
        let covers = |(range, veil): &&(Merge, Veil)| {
            (range.first.column..=range.last.column).contains(&column) && (*veil == Veil::Struck || is_figure(used))
        };
        let held = |range: &Merge| {
            let rows = rows.iter().filter(|row| (range.first.row..=range.last.row).contains(&row.row));
            rows.filter_map(|row| sheet.cell(CellAddress::new(row.row, column))).collect::<Vec<Cell>>()
        };
        let own = sheet.veiled.iter().filter(covers).find(|(range, _)| !held(range).is_empty())?;
        // A rule over the whole row is told once.
        if told.contains(own) {
            return None;
        }
        told.push(*own);
        let (range, veil) = own;
        let cells = held(range);
        let oleh = if *veil == Veil::Struck { Penutup::Coretan } else { Penutup::Aturan };
        let contoh = raw_text(&cells.first()?.value);
        let contoh = if source.fields[used.field].pribadi { mask_digits(&contoh) } else { mask_person(&contoh) };
        Some(Temuan::new(sheet.at().with(Sel::Column(column)), NilaiTakTampak { jumlah: cells.len(), contoh, oleh }))
    };
    used.iter().filter(|used| !used.rests.is_empty()).filter_map(&mut of_column).collect()
}
