//! Rows that go on with the row above them: another product of a business, another business of an owner.

use crate::dataset::counted::{CountedRow, RowColumns, figure_of, number_column, running_number};
use crate::dataset::key::normal;
use crate::dataset::merged::Merged;
use crate::table::headings::words::is_running_number;
use crate::table::{RowKind, TableLayout};
use crate::text::label::words;
use crate::text::phrase::tells_of_others;
use crate::text::section::{SectionLabel, section_label};
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Sheet, Value};

/// A row without a number or key of its own, held against the counted rows above it.
pub(crate) struct Below<'a> {
    pub sheet: &'a Sheet,
    pub layout: &'a TableLayout,
    pub columns: &'a RowColumns<'a>,
    pub merged: &'a Merged,
    pub row: u32,
    pub nama: &'a str,
    pub above: &'a [CountedRow],
}

impl Below<'_> {
    /// Where the sheet's structure makes it one more row of the bearer above: whether it is the same entity.
    pub(crate) fn goes_on(&self) -> Option<bool> {
        let above = self.above.last().filter(|above| above.row + 1 == self.row)?;
        if self.is_merged_into() {
            // What tells entities apart is merged too, or this row has some of it by itself.
            let keys = self.columns.keys.iter();
            let is_same = !self.columns.keys.is_empty() && keys.copied().all(|column| self.is_merged(column));
            return Some(is_same || normal(self.nama) == normal(&above.nama));
        }
        if self.is_of_owner_above(above) {
            // What the key tells entities by is the owner's, or the business's own.
            return Some(!self.columns.keys.iter().any(|column| self.columns.names.contains(column)));
        }
        self.repeats(above).then_some(true)
    }

    /// Whether it is another business of the owner above: its own name and figure where owner, number and key are left
    /// blank between two numbers that follow each other, and no sum of the rows above or below, being less than either.
    fn is_of_owner_above(&self, above: &CountedRow) -> bool {
        let [own, owners @ ..] = self.columns.names else { return false };
        let text = |row: u32, column: u32| {
            let cell = self.sheet.cell(CellAddress::new(row, column)).filter(|cell| !is_blank(cell))?;
            cell.value.text().map(normal)
        };
        let is_named = text(self.row, *own).is_some_and(|name| Some(name) != text(above.row, *own));
        let is_left_blank = |column: &u32| text(self.row, *column).is_none() && text(above.row, *column).is_some();
        let number = |row: u32| running_number(&self.sheet.cell(CellAddress::new(row, number_column(self.layout)?))?);
        let next = self.layout.rows.get(self.row + 1).filter(|listed| *listed.kind == RowKind::Data);
        let follows = next.is_some_and(|next| number(above.row).is_some_and(|own| number(next.row) == Some(own + 1)));
        let figure = |row: u32, column: u32| figure_of(self.sheet.cell(CellAddress::new(row, column)).as_ref());
        let is_less = |column: &u32| {
            let [above, own, below] = [above.row, self.row, self.row + 1].map(|row| figure(row, *column));
            own.is_some_and(|own| {
                !own.is_zero() && above.is_some_and(|above| own < above) && below.is_some_and(|below| own < below)
            })
        };
        let says_nothing_else =
            tells_of_others(self.nama).is_none() && section_label(self.nama, |_| false) == SectionLabel::Unknown;
        !owners.is_empty()
            && owners.iter().all(is_left_blank)
            && is_named
            && follows
            && says_nothing_else
            && self.columns.sums.iter().any(is_less)
    }

    /// Whether the running number or a key of a counted row above is merged over this one.
    fn is_merged_into(&self) -> bool {
        let is_number = |path: &[String]| path.last().is_some_and(|label| is_running_number(&words(label)));
        let numbers = self.layout.columns.iter().filter(|column| column.isian.is_none() && is_number(&column.path));
        let keys = self.columns.keys.iter().copied().filter(|column| !self.columns.names.contains(column));
        numbers.map(|column| column.column).chain(keys).any(|column| self.is_merged(column))
    }

    fn is_merged(&self, column: u32) -> bool {
        let at = CellAddress::new(self.row, column);
        let holder = self.merged.holder(at).filter(|holder| self.above.binary_search_by_key(&holder.row, |row| row.row).is_ok());
        holder.is_some() && self.sheet.cell(at).is_none_or(|cell| is_blank(&cell))
    }

    /// Whether it has the name of the row above again, and words and figures of its own beside it.
    fn repeats(&self, above: &CountedRow) -> bool {
        let word = |row: u32, column: u32| match self.sheet.cell(CellAddress::new(row, column))?.value {
            Value::Text(text) if text.chars().any(char::is_alphabetic) => Some(normal(text)),
            _ => None,
        };
        let beside = self.layout.columns.iter().map(|column| column.column);
        let mut beside = beside.filter(|column| !self.columns.names.contains(column) && !self.columns.keys.contains(column));
        let is_other = |column: u32| word(self.row, column).zip(word(above.row, column)).is_some_and(|(own, other)| own != other);
        let figure = |row: u32, column: u32| figure_of(self.sheet.cell(CellAddress::new(row, column)).as_ref());
        let is_copy = self.columns.sums.iter().all(|column| figure(self.row, *column) == figure(above.row, *column));
        !self.nama.is_empty() && normal(self.nama) == normal(&above.nama) && !is_copy && beside.any(is_other)
    }
}

/// Whether a cell holds nothing but blanks.
pub(crate) fn is_blank(cell: &Cell) -> bool {
    matches!(&cell.value, Value::Text(text) if text.trim().is_empty())
}

/// Whether a row has its name by a merge from above alone.
pub(crate) fn is_merged_name(sheet: &Sheet, row: u32, columns: &RowColumns) -> bool {
    let sought: &[u32] = if columns.names.is_empty() { columns.keys } else { columns.names };
    sought.iter().all(|column| sheet.cell(CellAddress::new(row, *column)).is_none_or(|cell| is_blank(&cell)))
}

/// Whether a nameless row is another product or unit of the row right above it:
/// its only words stand where that row has such words, under a heading of products or units.
pub(crate) fn goes_on(sheet: &Sheet, layout: &TableLayout, row: u32, above: Option<&CountedRow>) -> bool {
    let Some(above) = above.filter(|above| above.row + 1 == row) else { return false };
    let words = |row: u32| -> Vec<u32> {
        let is_words = |cell: &&Cell| matches!(&cell.value, Value::Text(text) if text.chars().any(char::is_alphabetic));
        sheet.row(row).iter().filter(is_words).map(|cell| cell.at.column).collect()
    };
    let [column] = words(row)[..] else { return false };
    let heading = layout.columns.iter().find(|heading| heading.column == column);
    let names = ["produk", "unit", "komoditas", "komoditi", "jenis", "varian", "merek", "merk", "layanan"];
    let is_product = heading.and_then(|heading| heading.path.last()).is_some_and(|label| {
        let label = label.to_lowercase();
        names.iter().any(|name| label.contains(name))
    });
    let is_numbered = sheet.row(row).iter().any(|cell| cell.at.column < column && !is_blank(cell));
    is_product && !is_numbered && words(above.row).contains(&column)
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome};
    use rust_decimal::Decimal;

    /// The sum and how many of the rows go on, or none where it is refused; the third row is told.
    fn read(third: &str, kunci: &[&str]) -> Option<(Decimal, usize)> {
        let mut office = Office::umkm().file(
            "2021.csv",
            &format!(
                "No;NIK;Nama Pemilik;Nama Usaha;Omset\n1;3575011001600001;Siti;Warung Siti;12590196\n\
                 2;3575031203620003;Hartono;Batik Kembang;16391326\n{third}\n3;3575041304630004;Slamet;Bengkel Jaya;53460313"
            ),
        );
        office = office.source(|sumber| sumber.kunci = kunci.iter().map(|text| crate::dataset::fixture::written(text)).collect());
        let read = office.needs(2021, &["omset"]).read();
        let table = read.value.table("s", crate::vocabulary::Year(2021))?;
        let goes_on = table.rows.iter().filter(|row| row.lanjutan).count();
        read.sum(2021, "omset").filter(|_| read.galat().is_empty()).map(|sum| (sum, goes_on))
    }

    #[test]
    fn another_business_of_the_owner_above() {
        assert_eq!(read(";;;Keripik Pisang;1000000", &["nik"]), Some((83_441_835.into(), 1)));
        // As much as the row above or below may be their sum; a place's name, an owner of its own.
        for third in [
            ";;;Keripik Pisang;16391326",
            ";;;Keripik Pisang;60000000",
            ";;;Kec. Purworejo;1000000",
            ";;Budi;Keripik Pisang;1000000",
        ] {
            assert_eq!(read(third, &["nik"]), None, "{third}");
        }
    }
}
