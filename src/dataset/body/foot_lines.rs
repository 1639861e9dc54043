//! Lines below the rows that state a sum, or how many rows there are, in a cell where a total has none of its figures:
//! `Total volume usaha : Rp 466.772.479`, `Jumlah koperasi | 8 unit`. What the rows bear out is no row of theirs.

use crate::dataset::body::sum_line::is_sum_said;
use crate::dataset::body::tallies::Tallies;
use crate::dataset::cell::raw_text;
use crate::dataset::counted::{CountedRow, RowColumns, figure_of};
use crate::table::{LayoutRow, RowKind, TableLayout};
use crate::text::phrase::{TotalPhrase, total_phrase};
use crate::text::stated_count::{says_some_of_rows, some_of_rows, stated_count};
use crate::text::{DateText, read_date};
use crate::vocabulary::Nip;
use crate::workbook::{Cell, Sheet, Value};
use rust_decimal::prelude::ToPrimitive as _;
use std::cell::OnceCell;

/// The rows of a table that may be such lines.
pub(crate) struct FootLines<'a> {
    sheet: &'a Sheet,
    layout: &'a TableLayout,
    columns: &'a RowColumns<'a>,
    last_data: u32,
    tallies: OnceCell<Tallies>,
}

impl<'a> FootLines<'a> {
    pub fn of(sheet: &'a Sheet, layout: &'a TableLayout, columns: &'a RowColumns<'a>) -> Self {
        let is_data = |kind: &RowKind| matches!(kind, RowKind::Data);
        let last_data = layout.rows.iter().rev().find(|listed| is_data(listed.kind)).map_or(0, |listed| listed.row);
        Self { sheet, layout, columns, last_data, tallies: OnceCell::new() }
    }

    /// Whether what a row states of all the counted rows is so.
    pub fn is_true(&self, row: u32, counted: &[CountedRow]) -> bool {
        if row <= self.last_data || counted.is_empty() {
            return false;
        }
        let cells = self.filled(row);
        let entities = counted.iter().filter(|row| !row.lanjutan).count() as u64;
        let says_sum = || match cells[..] {
            [Cell { value: Value::Text(text), .. }] => is_sum_said(self.sheet, self.layout, counted, text) == Some(true),
            _ => false,
        };
        let line = || cells.iter().map(|cell| raw_text(&cell.value)).collect::<Vec<_>>().join(" ");
        cells.len() <= 2 && stated_count(&line()) == Some(entities) || says_sum() || self.parts_of(row) == Some(entities)
    }

    /// Whether a row below the data is a line of a tally that the rows bear out, or the sum of such lines right above it.
    pub fn is_tally(&self, row: u32, counted: &[CountedRow]) -> bool {
        if row <= self.last_data || counted.is_empty() {
            return false;
        }
        let tallies = || self.tallies.get_or_init(|| Tallies::of(self.sheet, self.layout, self.columns, counted));
        let line = |row: u32| {
            let cells = self.filled(row);
            let text = || cells.iter().map(|cell| raw_text(&cell.value)).collect::<Vec<_>>().join(" ");
            (cells.len() <= 2).then(text)
        };
        let is_borne_out = |row: u32| line(row).is_some_and(|line| tallies().bear_out(&line));
        // A name and a figure under their headings may be a row as much: by itself none is a tally.
        let is_beside = |own: u32| {
            let is_other = |other: u32| other > self.last_data && is_borne_out(other);
            is_other(own - 1) || is_other(own + 1)
        };
        let entities = counted.iter().filter(|row| !row.lanjutan).count() as u64;
        let is_sum = |line: String| some_of_rows(&line).is_some_and(|(such, count)| such.is_empty() && count == entities);
        is_borne_out(row) && (!self.has_form_of_a_row(row) || is_beside(row))
            || row > self.last_data + 1 && is_borne_out(row - 1) && line(row).is_some_and(is_sum)
    }

    /// Whether a line is a text where the rows' names are and a number where a figure of theirs is.
    fn has_form_of_a_row(&self, row: u32) -> bool {
        let cells = self.filled(row);
        let [label, number] = &cells[..] else { return false };
        matches!(label.value, Value::Text(_))
            && self.columns.names.contains(&label.at.column)
            && self.columns.numbers.contains(&number.at.column)
    }

    /// What the lines beside this one add up to, where each says how many of the rows are such (`Koperasi aktif | 6`,
    /// `Koperasi tidak aktif | 2`) and they are two or more.
    fn parts_of(&self, row: u32) -> Option<u64> {
        let rows: Vec<LayoutRow> = self.layout.rows.from(self.last_data + 1).collect();
        let at = rows.iter().position(|listed| listed.row == row)?;
        let part = |index: usize| {
            let listed = rows.get(index)?;
            matches!(listed.kind, RowKind::DataOrTotal { .. }).then(|| self.part(listed.row)).flatten()
        };
        let follows = |above: usize| rows.get(above + 1).is_some_and(|below| below.row == rows[above].row + 1);
        let mut first = at;
        while first > 0 && follows(first - 1) && part(first - 1).is_some() {
            first -= 1;
        }
        let (mut count, mut lines, mut index) = (0_u64, 0, first);
        while let Some((_, own)) = part(index).filter(|(column, _)| Some(*column) == part(first).map(|(column, _)| column)) {
            (count, lines) = (count.checked_add(own)?, lines + 1);
            if !follows(index) {
                break;
            }
            index += 1;
        }
        (lines >= 2 && index >= at).then_some(count)
    }

    /// The number beside a label that says which of the rows it counts, and its column.
    fn part(&self, row: u32) -> Option<(u32, u64)> {
        let cells = self.filled(row);
        let [label, number] = &cells[..] else { return None };
        let Value::Text(label) = &label.value else { return None };
        let value = figure_of(Some(number)).filter(|value| value.fract().is_zero())?;
        Some((number.at.column, value.to_u64()?)).filter(|_| says_some_of_rows(label))
    }

    /// Whether a row called a total, without a key, has nothing against it but a number where the others have their running one.
    pub fn is_numbered_total(&self, row: u32, label: &str) -> bool {
        let is_total = matches!(total_phrase(label), Some(TotalPhrase::Whole | TotalPhrase::Plain));
        let mut keys = self.columns.keys.iter().filter(|column| !self.columns.names.contains(column));
        let filled = |column: &u32| self.filled(row).iter().any(|cell| cell.at.column == *column);
        is_total && row > self.last_data && !keys.any(filled)
    }

    /// Whether a row below the data holds nothing but what stands under a signature: a day, an official's number, a telephone.
    pub fn is_of_signature(&self, row: u32) -> bool {
        let cells = self.filled(row);
        row > self.last_data && matches!(&cells[..], [only] if is_signed(&only.value))
    }

    fn filled(&self, row: u32) -> Vec<Cell<'a>> {
        let is_filled = |cell: &Cell| !matches!(&cell.value, Value::Text(text) if text.trim().is_empty());
        self.sheet.row(row).into_iter().filter(is_filled).collect()
    }
}

/// `19750505 200003 2 005`, `5 Januari 2023`, `0812-3456-7890`: no amount is written so.
fn is_signed(value: &Value) -> bool {
    match value {
        Value::Date { .. } => true,
        Value::Text(text) => {
            let text = text.trim();
            let is_plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '+' | '(' | ')'));
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            let is_called = is_plain && (10..=14).contains(&digits) && (text.starts_with("08") || text.starts_with("+62"));
            is_called || Nip::parse(text).is_ok() || matches!(read_date(text), DateText::Date(_))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};

    const ROWS: &str = "No;Nama Koperasi;No Badan Hukum;Jumlah Anggota;Volume Usaha\n1;KSP A;518/11/BH/1998;88;1000100\n\
        2;KUD B;518/12/BH/1999;52;2000200\n3;Kopkar C;518/13/BH/2000;80;5000500\n";

    fn galat(foot: &str) -> Vec<String> {
        let office = Office::keragaan().file("2021.csv", &format!("{ROWS}{foot}"));
        let read = office.needs(2021, &["volume_usaha", "anggota"]).read();
        read.galat().iter().map(|told| told.split('@').next().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn lines_that_the_rows_bear_out() {
        for foot in [
            ";Total volume usaha : Rp 8.000.800;;;",
            "\n;Jumlah volume usaha Rp. 8.000.800,-;;;",
            ";Jumlah koperasi;3 unit;;",
            ";Jumlah koperasi;3;;",
            ";Jumlah Koperasi;;;3",
            "3;JUMLAH;;220;8000800",
            "4;TOTAL;;220;8000800",
            "\n;Koperasi aktif;;;2\n;Koperasi tidak aktif;;;1",
            ";JUMLAH;;220;8000800\n\n;;;;Kepala Bidang\n\n;;;;SITI AMINAH\n;;;;19750505 200003 2 005",
            ";JUMLAH;;220;8000800\n\n;;;;5 Januari 2022",
            ";JUMLAH;;220;8000800\n\n;;;;Petugas\n;;;;0812-3456-7890",
        ] {
            assert!(galat(foot).is_empty(), "{foot}: {:?}", galat(foot));
        }
    }

    #[test]
    fn lines_that_they_do_not() {
        for foot in [
            ";Total volume usaha : Rp 8.000.801;;;",
            ";Jumlah koperasi;4 unit;;",
            ";Jumlah Koperasi;;;4",
            "4;JUMLAH;;220;8000801",
            "4;JUMLAH;518/14/BH/2001;220;8000800",
            "4;Jumlah Makmur;;220;8000801",
            "\n;Koperasi aktif;;;2\n;Koperasi tidak aktif;;;2",
            "\n;Koperasi aktif;;;3",
            "\n;Kopwan Melati;;;2\n;KSP Sinar;;;1",
            ";JUMLAH;;220;8000800\n\n;;;;197505052",
            ";JUMLAH;;220;8000800\n\n;;;;19750505 200013 2 005",
            ";JUMLAH;;220;8000800\n\n;;;7;5 Januari 2022",
        ] {
            assert!(!galat(foot).is_empty(), "{foot}");
        }
    }
}
