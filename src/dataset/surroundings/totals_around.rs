//! Totals that stand by name above, beside or below a table, held against its rows.

use crate::dataset::accept::Findings;
use crate::dataset::body::sections::Judged;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::total::{amount, is_additive};
use crate::dataset::counted::On;
use crate::dataset::key::normal;
use crate::dataset::surroundings::beside::extent;
use crate::dataset::surroundings::named_totals::{
    Stated, Sum, count_of, differing, halves, is_filled, names_of, only_once, stated_in,
};
use crate::diagnostic::{CacahBerbeda, JumlahTidakSama, Temuan};
use crate::profile::Dictionary;
use crate::table::{LayoutRow, RowKind};
use crate::vocabulary::Year;
use crate::workbook::Cell;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// So many rows above the headings are titles.
const TITLES: u32 = 15;
/// So many rows beside the table are looked at.
const MOST: usize = 5_000;

/// Tells each total by name that is not what the rows give.
pub(crate) fn totals_around(on: &On, judged: &Judged, used: &[Used], findings: &mut Findings) {
    if on.rows.is_empty() {
        return;
    }
    let sums = sums(on, used);
    let of_list = !on.source.recap && on.source.sumber.bentuk != Dictionary::None && judged.tahun.is_some();
    if sums.is_empty() && !of_list {
        return;
    }
    for stated in places(on) {
        tell_sums(on, &sums, &stated, findings);
        if let Some(tahun) = judged.tahun.filter(|_| of_list) {
            tell_counts(on, tahun, &stated, findings);
        }
    }
}

/// The sums of the columns that figures of one year rest on.
pub(crate) fn sums(on: &On, used: &[Used]) -> Vec<Sum> {
    let sum = |own: &Used| {
        let field = &on.source.fields[own.field];
        let heading = &on.layout.columns[own.index];
        let tahun = own.rests.first().copied().filter(|_| own.rests.len() == 1)?;
        // A value that was corrected or could not be read is told already.
        if !own.doubtful.is_empty()
            || !own.accepted.is_empty()
            || &*field.isian == "tahun"
            || !is_additive(field.jenis, &heading.path)
        {
            return None;
        }
        let amounts = (0..own.data.len()).filter_map(|slot| amount(&own.data.get(slot)));
        let value = amounts.into_iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value))?;
        let names = names_of(on.source, own.field, &heading.path);
        Some(Sum { isian: field.isian.to_string(), jenis: field.jenis, tahun, names, value, rows: own.data.len() })
    };
    used.iter().filter_map(sum).collect()
}

/// What is stated above, beside and below the table.
fn places(on: &On) -> [Vec<Stated>; 3] {
    let On { sheet, layout, rows, .. } = *on;
    let (first, last) = (layout.header.0, rows.last().map_or(0, |row| row.row));
    let is_foot = |row: &LayoutRow| match row.kind {
        RowKind::Footer => true,
        RowKind::GroupLabel(_) => row.row > last,
        _ => false,
    };
    let of = |rows: &mut dyn Iterator<Item = Vec<Cell>>| {
        let stated = rows.flat_map(|cells| stated_in(&cells.into_iter().filter(is_filled).collect::<Vec<Cell>>()));
        only_once(stated.collect())
    };
    let above = of(&mut (first.saturating_sub(TITLES)..first).map(|row| sheet.row(row)));
    let below = of(&mut layout.rows.iter().filter(is_foot).map(|row| sheet.row(row.row)));
    // Most sheets hold nothing beside their table.
    let outside = extent(layout).zip(sheet.cells.columns()).filter(|(own, width)| width.0 < own.0 || width.1 > own.1);
    let beside = outside.map_or_else(Vec::new, |((left, right), _)| {
        let views = sheet.cells.rows_from(first).take_while(|view| view.row() <= last).take(MOST);
        of(&mut views.map(|view| view.cells_where(|column, _| column < left || column > right).collect()))
    });
    [above, beside, below]
}

fn tell_sums(on: &On, sums: &[Sum], stated: &[Stated], findings: &mut Findings) {
    for own in stated {
        let Some(sum) = differing(on.source, sums, &own.figure) else { continue };
        // Over one of several sheets the total of all may stand.
        let is_of_all = on.source.counts_all_sheets() && own.figure.value > sum.value;
        let at = on.sheet.at_cell(own.at);
        if is_of_all || findings.stands_at(&at) || findings.stands_at(&on.sheet.at_cell(own.label_at)) {
            continue;
        }
        let fakta = JumlahTidakSama {
            isian: sum.isian.clone(),
            ditemukan: own.text.clone(),
            tertulis: own.figure.value,
            terhitung: sum.value,
            baris: sum.rows,
            kolom: 0,
        };
        findings.raise(Temuan::new(at, fakta).named(&own.label), Some(&own.text));
    }
}

fn tell_counts(on: &On, tahun: Year, stated: &[Stated], findings: &mut Findings) {
    let is_own = |own: &&Stated| own.figure.year.is_none_or(|year| year == tahun);
    let counted = stated.iter().filter(is_own).filter_map(|own| Some((own, count_of(on.source, &own.figure)?)));
    let counted: Vec<(&Stated, u64)> = counted.chain(halves(on.source, stated)).collect();
    // Most lists state no number of their rows.
    if counted.is_empty() {
        return;
    }
    let entities = on.rows.iter().filter(|row| !row.lanjutan).count();
    let names: BTreeSet<String> = on.rows.iter().map(|row| normal(&row.nama)).collect();
    let is_so = |count: u64| [entities, on.rows.len(), names.len()].iter().any(|own| *own as u64 == count);
    for (own, tertulis) in counted {
        let is_of_all = on.source.counts_all_sheets() && tertulis > entities as u64;
        let at = on.sheet.at_cell(own.label_at);
        let first = on.sheet.row(own.at.row).first().map(|cell| on.sheet.at_cell(cell.at));
        let is_told = findings.stands_at(&at) || first.is_some_and(|first| findings.stands_at(&first));
        if is_so(tertulis) || is_of_all || is_told {
            continue;
        }
        let teks = if own.label_at == own.at { own.text.clone() } else { format!("{} {}", own.label, own.text) };
        findings.add(Temuan::new(at, CacahBerbeda { teks, tertulis, terhitung: entities }));
    }
}
