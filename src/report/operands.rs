//! What figures are worked out of: listed beside their rows, and the columns of data behind them.

use super::calculation::Lines;
use super::leads::says_how_many;
use super::sheet::{DataCell, DataColumn, Group, Link};
use super::widths::digits_wide;
use super::words_id as words;
use std::collections::{BTreeMap, BTreeSet};

/// Which row each name is of, in small letters, and what each row's figure reads, by rows from 0.
pub(super) struct Behind<'l> {
    rows: BTreeMap<String, u32>,
    reads: BTreeMap<u32, Vec<&'l str>>,
}

impl<'l> Behind<'l> {
    pub(super) fn of(lines: &'l Lines) -> Self {
        let rows = lines.names.iter().map(|range| (range.name.to_lowercase(), range.first_row)).collect();
        let mut reads: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        for (row, to) in &lines.links {
            reads.entry(*row).or_default().push(to);
        }
        // What it leads to first, then the others.
        for (row, of) in &lines.operands {
            let known = reads.entry(*row).or_default();
            known.extend(of.iter().map(String::as_str).filter(|one| !known.contains(one)).collect::<Vec<_>>());
        }
        Self { rows, reads }
    }

    /// The column of data behind a row's figure that is worked out of other lines: the first that is found through each line's
    /// references in turn and says more than how many rows there are, else such a one. None where the figure leads to one itself.
    pub(super) fn column(&self, row: u32) -> Option<&'l str> {
        let own = self.reads.get(&row).filter(|own| !own.first().is_some_and(|to| is_column(to)))?;
        let (mut waiting, mut seen, mut of_rows) = (own.iter().rev().copied().collect::<Vec<_>>(), BTreeSet::from([row]), None);
        while let Some(at) = waiting.pop() {
            if is_column(at) {
                if !says_how_many(at) {
                    return Some(at);
                }
                of_rows = of_rows.or(Some(at));
                continue;
            }
            let row = self.rows.get(&at.to_lowercase()).filter(|row| seen.insert(**row));
            waiting.extend(row.and_then(|row| self.reads.get(row)).into_iter().flatten().rev());
        }
        of_rows
    }
}

fn is_column(reference: &str) -> bool {
    reference.contains('[')
}

/// More operands than these are told by their formula alone.
const MOST_OPERANDS: usize = 12;
/// The columns beside the sheet's own that list what figures are worked out of, and where their cells lead, by rows from 0.
#[derive(Default)]
pub(super) struct Operands {
    pub(super) columns: Vec<DataColumn>,
    pub(super) links: Vec<Link>,
}

impl Lines {
    /// Lists what each figure is worked out of at the right of its row, on the screen alone.
    pub(super) fn list_operands(&mut self) -> Operands {
        let own = words::CALCULATION_COLUMNS.len();
        let operands = std::mem::take(&mut self.operands);
        let called: Vec<(u32, Vec<(String, String)>)> = operands
            .into_iter()
            .map(|(row, of)| (row, of.into_iter().take(MOST_OPERANDS).map(|to| (self.called(&to), to)).collect()))
            .collect();
        let most = called.iter().map(|(_, of)| of.len()).max().unwrap_or(0);
        let column = |at: usize| {
            let longest = called.iter().filter_map(|(_, of)| of.get(at)).map(|(words, _)| digits_wide(words)).max();
            DataColumn {
                heading: words::operand(at),
                width: (longest.unwrap_or(0) as f32 + 2.5).clamp(16.0, 45.0),
                quiet: true,
                group: Group::Helper,
                ..DataColumn::default()
            }
        };
        let columns = (0..most).map(column).collect();
        let mut links = Vec::new();
        for (row, of) in called {
            let Some(line) = self.rows.get_mut(row as usize) else { continue };
            line.cells.resize(own.max(line.cells.len()), DataCell::Empty);
            for (at, (words, to)) in of.into_iter().enumerate() {
                line.cells.push(DataCell::Text(words));
                links.push(Link { row, column: (own + at) as u16, to });
            }
        }
        Operands { columns, links }
    }

    /// What a name or a table's column is called: `Jumlah volume usaha 2020`, `keragaan 2021: Volume Usaha`.
    fn called(&self, reference: &str) -> String {
        if let Some((table, heading)) = reference.split_once('[') {
            return format!("{}: {}", table.replace('_', " ").trim(), heading.trim_end_matches(']'));
        }
        let range = self.names.iter().find(|range| range.name.eq_ignore_ascii_case(reference));
        let row = range.and_then(|range| self.rows.get(range.first_row as usize));
        match row.map(|row| row.cells.as_slice()) {
            Some([_, DataCell::Text(label), DataCell::Number { value: tahun, .. }, ..]) => format!("{label} {tahun}"),
            _ => reference.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::calculation::Line;
    use crate::report::sheet::{Calculated, CellFormat, RowStyle};
    use crate::vocabulary::Year;

    #[test]
    fn the_column_behind_a_figure_is_sought_among_all_that_it_reads() {
        let mut lines = Lines::default();
        let mut line = |name: &str, formula: &str| {
            let result = Calculated::Text("n/a".to_owned());
            let value = DataCell::Formula { formula: formula.to_owned(), result, format: CellFormat::AsIs };
            let (satuan, rumus, sumber) = Default::default();
            let line =
                Line { code: "", label: name.to_owned(), tahun: Some(Year(2021)), value, satuan, rumus, sumber, sebab: None };
            lines.line(name.to_owned(), RowStyle::Plain, line);
        };
        line("jumlah_2021", "ROWS(umkm_2021[Nomor Entitas])");
        line("omset_2021", "SUM(umkm_2021[Omset])");
        line("skor_2021", "IF(jumlah_2021>0,omset_2021,jumlah_2021)");
        line("iku_1_1_2021", "Skor_2021*2");
        line("ulang_2021", "ulang_2021+1");
        line("per_2021", "jumlah_2021*2");
        let behind = Behind::of(&lines);
        assert_eq!((behind.column(2), behind.column(3)), (Some("umkm_2021[Omset]"), Some("umkm_2021[Omset]")));
        assert_eq!(behind.column(5), Some("umkm_2021[Nomor Entitas]"));
        // A figure of a column leads there itself; one of itself leads nowhere.
        assert_eq!((behind.column(0), behind.column(4), behind.column(9)), (None, None, None));
    }
}
