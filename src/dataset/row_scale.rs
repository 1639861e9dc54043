//! A `satuan` column beside the amounts, as open data have it (`judul, satuan,
//! tahun, data`): `Rp Juta` in it scales the rows, if all rows say the same.

use super::Jenis;
use super::by_profile::overruled_unit;
use super::cell::raw_text;
use super::columns::column::Used;
use super::columns::row_units::{divisor, factor_beside, is_beside, unit_column};
use super::columns::scale::Priced;
use super::counted::On;
use crate::diagnostic::{Fakta, SatuanBerselisih, Temuan};
use crate::table::{Decided, Evidence, Ground, Strength, settle};
use crate::text::money_unit;
use crate::vocabulary::CellAddress;
use std::collections::BTreeSet;

/// Where `satuan_uang` settles the unit: what the rows' units say otherwise, each writing once, which then stands among
/// what the decision overruled.
pub(crate) fn overruled_rows(on: &On, used: &mut [Used]) -> Vec<Temuan> {
    let On { source, sheet, layout, merged, rows } = *on;
    let Some(column) = source.sumber.satuan_uang.and_then(|_| unit_column(sheet, layout, rows)) else { return Vec::new() };
    let mut seen = BTreeSet::new();
    let stated = rows.iter().map(|row| CellAddress::new(row.row, column)).filter_map(|at| {
        let text = raw_text(&merged.cell(sheet, at)?.value);
        let factor = money_unit(&text).filter(|factor| seen.insert(*factor))?;
        Some(Evidence::new(factor, Ground::Cell(at), text, Strength::Stated))
    });
    let stated: Vec<Evidence<u64>> = stated.collect();
    let mut told = Vec::new();
    for own in used.iter_mut().filter(|own| !own.rests.is_empty()) {
        let amount = layout.columns[own.index].column;
        let Some(unit) = own.unit.as_mut().filter(|_| is_beside(sheet, layout, rows, (column, amount))) else { continue };
        let others: Vec<Evidence<u64>> = stated.iter().filter(|other| other.says != unit.value).cloned().collect();
        if told.is_empty() {
            told = overruled_unit(sheet, &Decided { against: others.clone(), ..unit.clone() });
        }
        unit.against.extend(others);
    }
    told
}

/// Scales the money columns by what every row's unit says; a finding where the
/// rows differ, or where another column of numbers would be left unscaled.
pub(crate) fn scale_by_rows(on: &On, used: &mut [Used]) -> Option<Temuan> {
    let On { source, sheet, layout, merged, rows } = *on;
    if source.sumber.satuan_uang.is_some() {
        return None;
    }
    let is_money = |own: &Used| source.fields[own.field].jenis == Jenis::Uang && !own.rests.is_empty();
    if let Some((at, text)) = divisor(sheet, layout, rows).filter(|_| used.iter().any(is_money)) {
        let fakta = SatuanBerselisih { pertama: text, kedua: "Rp".to_owned() };
        return Some(Temuan::new(sheet.at_cell(at), fakta));
    }
    let column = unit_column(sheet, layout, rows)?;
    let sums = |own: &Used| matches!(source.fields[own.field].jenis, Jenis::Uang | Jenis::Angka) && !own.rests.is_empty();
    if let Some((at, text)) = factor_beside(sheet, layout, rows).filter(|_| used.iter().any(sums)) {
        let own = merged.cell(sheet, CellAddress::new(at.row, column)).map(|cell| raw_text(&cell.value)).unwrap_or_default();
        return Some(Temuan::new(sheet.at_cell(at), SatuanBerselisih { pertama: text, kedua: own }));
    }
    let stated: Vec<(CellAddress, String)> = rows
        .iter()
        .map(|row| CellAddress::new(row.row, column))
        .map(|at| (at, merged.cell(sheet, at).map(|cell| raw_text(&cell.value)).unwrap_or_default()))
        .collect();
    let differs = |pertama: &str, kedua: &str| {
        Fakta::SatuanBerselisih(SatuanBerselisih { pertama: pertama.to_owned(), kedua: kedua.to_owned() })
    };
    let is_amount = |used: &Used| {
        let field = &source.fields[used.field];
        matches!(field.jenis, Jenis::Uang | Jenis::Angka) && &*field.isian != "tahun" && !used.rests.is_empty()
    };
    let scale = stated.iter().find_map(|(at, text)| Some((*at, text.clone(), money_unit(text).filter(|factor| *factor > 1)?)));
    let Some((first_at, first, factor)) = scale else {
        // `Rp` beside amounts that a title or a heading has in thousands.
        let (at, text) = stated.iter().find(|(_, text)| money_unit(text) == Some(1))?;
        let may_speak =
            |used: &&Used| is_amount(used) && is_beside(sheet, layout, rows, (column, layout.columns[used.index].column));
        let units = used.iter().filter(may_speak).filter_map(|used| used.unit.as_ref());
        let scaled = units.filter_map(|unit| unit.because.first()).find(|own| own.says > 1).map(|own| own.text.clone());
        // What the profile calls numbers is multiplied by nothing.
        let of_number =
            |used: &Used| stated_scale(&Priced { sumber: source.sumber, sheet, layout, column: &layout.columns[used.index] });
        let unscaled = || used.iter().filter(may_speak).filter(|used| used.unit.is_none()).find_map(of_number);
        return Some(Temuan::new(sheet.at_cell(*at), differs(text, &scaled.or_else(unscaled)?)));
    };
    let other = stated.iter().find(|(_, text)| money_unit(text) != Some(factor));
    for used in used.iter_mut().filter(|used| is_amount(used)) {
        if let Some((at, text)) = other {
            return Some(Temuan::new(sheet.at_cell(*at), differs(text, &first)));
        }
        let Some(unit) = &used.unit else {
            return Some(Temuan::new(sheet.at_cell(first_at), differs(&first, "angka")));
        };
        let own = unit.because.first().filter(|first| first.ground != Ground::Rule);
        if let Some(own) = own.filter(|own| own.says != factor) {
            return Some(Temuan::new(sheet.at_cell(first_at), differs(&first, &own.text)));
        }
        let priced = Priced { sumber: source.sumber, sheet, layout, column: &layout.columns[used.index] };
        if let Some(other) = priced.named_units().into_iter().find(|other| other.says != factor) {
            return Some(Temuan::new(sheet.at_cell(first_at), differs(&first, &other.text)));
        }
        let rows = Evidence::new(factor, Ground::Cell(first_at), first.clone(), Strength::Stated);
        let said = if own.is_some() { unit.because.clone() } else { Vec::new() };
        let evidence = std::iter::once(rows).chain(said).chain(unit.against.clone()).collect();
        if let Some(unit) = settle(evidence) {
            used.is_in(unit);
        }
    }
    None
}

/// The scale that a column's heading, a caption or a name states, whoever reads it.
fn stated_scale(priced: &Priced) -> Option<String> {
    let Priced { layout, column, .. } = *priced;
    let said = [column.unit.as_ref(), layout.unit.as_ref(), layout.unit_conflict.as_ref()].into_iter().flatten();
    let said = said.chain(&column.said).find(|unit| unit.factor > 1).map(|unit| unit.text.clone());
    said.or_else(|| priced.named_units().into_iter().find(|unit| unit.says > 1).map(|unit| unit.text))
}
