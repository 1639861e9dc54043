//! Which columns say what a row is: its names, its keys, its figures.

use crate::dataset::Jenis;
use crate::dataset::body::row_sorter::sort_rows;
use crate::dataset::body::rows::Rows;
use crate::dataset::columns::total::is_additive;
use crate::dataset::counted::RowColumns;
use crate::dataset::matching::fit::Chosen;
use crate::dataset::merged::Merged;
use crate::dataset::source::Source;
use crate::dataset::{FieldInfo, Findings};
use crate::table::LayoutColumn;

/// The chosen table's rows, each said to be data, a total, a heading or none of them.
pub(super) fn rows_of(source: &Source, chosen: &Chosen, merged: &Merged, findings: &mut Findings) -> Rows {
    let told_by = ToldBy { source, chosen };
    let names: Vec<u32> = source.names.iter().flat_map(|name| told_by.columns_of(name)).collect();
    let keys: Vec<u32> = source.sumber.kunci.iter().flat_map(|key| told_by.columns_of(&key.text)).collect();
    let numbers = told_by.columns_where(|field, _| matches!(field.jenis, Jenis::Uang | Jenis::Angka | Jenis::Tanda));
    let sums = told_by.columns_where(adds_up);
    let columns = RowColumns { names: &names, numbers: &numbers, sums: &sums, keys: &keys, mask: told_by.names_a_person() };
    sort_rows(chosen.sheet, &chosen.layout, &columns, merged, findings)
}

/// Whether a total may stand below the column's figures.
fn adds_up(field: &FieldInfo, heading: &LayoutColumn) -> bool {
    let is_amount = field.jenis == Jenis::Uang || field.jenis == Jenis::Angka && field.hitungan;
    is_amount && is_additive(field.jenis, &heading.path) && !field.isian.starts_with("tahun")
}

struct ToldBy<'a> {
    source: &'a Source<'a>,
    chosen: &'a Chosen<'a>,
}

impl ToldBy<'_> {
    /// The sheet's columns that are the field's.
    fn columns_of(&self, isian: &str) -> Vec<u32> {
        let columns = self.chosen.layout.columns.iter();
        columns.filter(|column| column.isian.as_deref() == Some(isian)).map(|column| column.column).collect()
    }

    /// The sheet's columns whose field is asked for, in the sheet's order.
    fn columns_where(&self, is_asked: impl Fn(&FieldInfo, &LayoutColumn) -> bool) -> Vec<u32> {
        let field_of = |heading: &LayoutColumn| {
            let isian = heading.isian.as_ref()?;
            self.source.fields.iter().find(|field| field.isian == *isian)
        };
        let columns = self.chosen.layout.columns.iter();
        columns
            .filter(|heading| field_of(heading).is_some_and(|field| is_asked(field, heading)))
            .map(|heading| heading.column)
            .collect()
    }

    /// Whether a row's name, or without one its key, tells of a person.
    fn names_a_person(&self) -> bool {
        let is_personal = |isian: &str| self.source.fields.iter().any(|field| &*field.isian == isian && field.pribadi);
        match self.source.names.is_empty() {
            true => self.source.sumber.kunci.iter().any(|key| is_personal(&key.text)),
            false => self.source.names.iter().any(|name| is_personal(name)),
        }
    }
}
