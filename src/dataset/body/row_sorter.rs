//! A table's rows, gone through from above: what each of them is, whether it counts,
//! and what is doubtful about it.

use crate::dataset::accept::Findings;
use crate::dataset::body::continued::{Below, goes_on, is_merged_name};
use crate::dataset::body::example_row::example_sign;
use crate::dataset::body::foot_lines::FootLines;
use crate::dataset::body::group_sums::{beside, group_sums, heads_its_rows};
use crate::dataset::body::part_rows::is_part_of_above;
use crate::dataset::body::proven_sum::Sums;
use crate::dataset::body::row_facts::{first_number, is_bare_number, is_example_name, is_wordless, struck_name};
use crate::dataset::body::row_said::{Peran, by_place, label_cell, settled};
use crate::dataset::body::rows::{Rows, accepted, name_of};
use crate::dataset::body::sum_or_row::{is_as_much_a_row, is_sum_of_one};
use crate::dataset::cell::raw_text;
use crate::dataset::counted::{CountedRow, RowColumns, StatedTotal};
use crate::dataset::merged::Merged;
use crate::diagnostic::{
    AngkaTanpaNama, BarisTidakTerpisah, DataAtauContoh, DataAtauJumlah, DataDiBawahTabel, Dicoret, KarakterTersembunyi,
    SebabJumlah, Temuan,
};
use crate::table::{Ground, LayoutRow, PartProof, RowKind, TableLayout};
use crate::threads::in_runs;
use crate::vocabulary::{CellAddress, has_unseen, is_misleading, mask_person};
use crate::workbook::Sheet;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Sorts the rows into those that count and stated totals; doubtful rows are
/// findings, the skipped are counted.
pub(crate) fn sort_rows(
    sheet: &Sheet,
    layout: &TableLayout,
    columns: &RowColumns,
    merged: &Merged,
    findings: &mut Findings,
) -> Rows {
    let listed: Vec<u32> = layout.rows.iter().map(|listed| listed.row).collect();
    let name = |row: &u32| Arc::from(name_of(sheet, *row, columns, merged));
    let names = in_runs(&listed, |run| run.iter().map(name).collect::<Vec<Arc<str>>>());
    let is_unseen = |row: &u32| unseen_name(sheet, *row, columns).is_some();
    let unseen = in_runs(&listed, |run| run.iter().copied().filter(is_unseen).collect::<Vec<u32>>()).concat();
    let mut sorter = Sorter { unseen, ..Sorter::of(sheet, layout, columns, merged, findings) };
    sorter.rows.counted.reserve(listed.len());
    for (listed, nama) in layout.rows.iter().zip(names.into_iter().flatten()) {
        sorter.take(&listed, nama);
    }
    sorter.rows
}

/// What a row turns out to be by its figures or by the office's word, where its place
/// and its label do not say it already.
type Settled = Option<(Peran, Ground)>;

/// A table while its rows are sorted.
struct Sorter<'s, 'f, 'p> {
    sheet: &'s Sheet,
    layout: &'s TableLayout,
    columns: &'s RowColumns<'s>,
    merged: &'s Merged,
    findings: &'f mut Findings<'p>,
    sums: Sums<'s>,
    /// Rows that are the sum of those below them, each with the last of these.
    over: BTreeMap<u32, u32>,
    foot: FootLines<'s>,
    /// Whether most rows have a name with letters.
    lettered: OnceCell<bool>,
    /// The rows whose name has characters that mislead.
    unseen: Vec<u32>,
    /// The rows sorted so far.
    rows: Rows,
}

impl<'s, 'f, 'p> Sorter<'s, 'f, 'p> {
    pub fn of(
        sheet: &'s Sheet,
        layout: &'s TableLayout,
        columns: &'s RowColumns<'s>,
        merged: &'s Merged,
        findings: &'f mut Findings<'p>,
    ) -> Self {
        Self {
            sheet,
            layout,
            columns,
            merged,
            findings,
            sums: Sums::of(sheet, columns.sums),
            over: group_sums(sheet, layout, columns.sums),
            foot: FootLines::of(sheet, layout, columns),
            lettered: OnceCell::new(),
            unseen: Vec::new(),
            rows: Rows::default(),
        }
    }

    /// Puts the next row where it belongs, with what says so.
    pub fn take(&mut self, listed: &LayoutRow<'s>, nama: Arc<str>) {
        let said = by_place(self.sheet, listed);
        let said = match self.settle(listed.row, nama, listed.kind) {
            Some((peran, ground)) => Some(settled(said, peran, ground)),
            None => said,
        };
        self.rows.said.extend(said.map(|said| (listed.row, said)));
    }

    fn settle(&mut self, row: u32, nama: Arc<str>, kind: &RowKind) -> Settled {
        match kind {
            RowKind::Part { proof, .. } if self.is_part_of_above(row, *proof) => by_figures(Peran::Bagian, row),
            RowKind::Data => self.data(row, nama),
            RowKind::Part { proof: PartProof::SumOrData, .. } => {
                let above = self.rows.counted.len();
                let by = self.data(row, nama);
                let counts = self.rows.counted.len() > above;
                by.or_else(|| by_figures(Peran::Data, row).filter(|_| counts))
            }
            RowKind::Example if !nama.is_empty() && !is_example_name(&nama) => self.named_example(row, nama),
            // `Tahun 2020` with the sum of the rows below it: they are of that year, and not of this one.
            RowKind::Footer if let Some(sebab) = heads_its_rows(self.sheet, self.layout, self.columns.sums, row) => {
                let fakta = DataAtauJumlah { label: nama.to_string(), sebab };
                let temuan = Temuan::new(self.sheet.at_cell(self.name_cell(row)), fakta).named(&*nama);
                self.findings.raise(temuan, Some(&nama));
                by_figures(Peran::DataAtauJumlah, row)
            }
            RowKind::ColumnNumbers
            | RowKind::Example
            | RowKind::GroupLabel(_)
            | RowKind::RepeatedHeading
            | RowKind::Blank
            | RowKind::Footer => None,
            RowKind::Unsplit(text) => {
                let temuan = BarisTidakTerpisah { ditemukan: mask_person(text) };
                let at = self.sheet.row(row).first().map_or(CellAddress::new(row, 0), |cell| cell.at);
                self.findings.raise(Temuan::new(self.sheet.at_cell(at), temuan), Some(&mask_person(text)));
                None
            }
            RowKind::DataBelowEnd => self.below_the_end(row, nama),
            RowKind::Nameless => self.nameless(row, nama),
            RowKind::Subtotal { .. }
            | RowKind::Total { .. }
            | RowKind::SumOver { .. }
            | RowKind::DataOrTotal { .. }
            | RowKind::DataUnlessSum { .. }
            | RowKind::Part { .. } => self.labelled(row, nama, kind),
        }
    }

    /// A row whose label is one of a sum or of a part: its figures prove it or do not.
    fn labelled(&mut self, row: u32, nama: Arc<str>, kind: &RowKind) -> Settled {
        let top = self.layout.header.1 + 1;
        let bottom = self.layout.rows.last().map_or(self.layout.header.1, |row| row.row);
        match kind {
            RowKind::Subtotal { label, first } => {
                if row > *first {
                    self.total(row, label, (*first, row - 1));
                }
                None
            }
            RowKind::SumOver { label, last } => {
                self.total(row, label, (row + 1, *last));
                None
            }
            RowKind::DataOrTotal { label, .. } if let Some(last) = self.over.get(&row).copied() => {
                self.total(row, label, (row + 1, last));
                by_figures(Peran::Subtotal, row)
            }
            RowKind::DataOrTotal { .. } | RowKind::Total { .. }
                if self.foot.is_true(row, &self.rows.counted) || self.foot.is_tally(row, &self.rows.counted) =>
            {
                by_figures(Peran::CatatanKaki, row)
            }
            RowKind::DataOrTotal { label, first: None }
                if self.foot.is_numbered_total(row, label) && self.sums.prove(row, top, &self.rows.counted) =>
            {
                self.total(row, label, (top, bottom));
                by_figures(Peran::Jumlah, row)
            }
            RowKind::Total { label } => {
                self.total(row, label, (top, bottom));
                None
            }
            RowKind::DataOrTotal { label, first: Some(first) } if self.is_proven(row, *first, label) => {
                self.total(row, label, (*first, row - 1));
                by_figures(Peran::Subtotal, row)
            }
            RowKind::DataUnlessSum { first, .. } if !self.sums.prove(row, *first, &self.rows.counted) => {
                self.count(row, nama, false);
                by_figures(Peran::Data, row)
            }
            RowKind::DataOrTotal { first: Some(_), .. } if let Some(lanjutan) = self.below(row, &nama).goes_on() => {
                self.count(row, nama, lanjutan);
                by_figures(Peran::Data, row)
            }
            RowKind::DataOrTotal { label, first: Some(_) } => {
                let sebab = beside(self.sheet, self.layout, self.columns.sums, row);
                self.data_or_total(row, nama, label, sebab)
            }
            RowKind::DataOrTotal { label, .. } | RowKind::DataUnlessSum { label, .. } | RowKind::Part { label, .. } => {
                self.data_or_total(row, nama, label, SebabJumlah::Label)
            }
            _ => None,
        }
    }

    /// A row of data, unless it is struck out, numbers the columns or is the example of how to fill in.
    fn data(&mut self, row: u32, nama: Arc<str>) -> Settled {
        if let Some(at) = struck_name(self.sheet, row, self.columns) {
            let own = || self.sheet.cell(at).map(|cell| raw_text(&cell.value)).unwrap_or_default();
            let ditemukan = if nama.is_empty() { own() } else { nama.to_string() };
            let temuan = Temuan::new(self.sheet.at_cell(at), Dicoret { ditemukan: mask_person(&ditemukan) }).named(&*nama);
            self.count_if_accepted(row, nama, temuan, &ditemukan);
            return None;
        }
        if is_bare_number(&nama) && self.most_are_lettered() {
            let temuan = Temuan::new(self.sheet.at_cell(self.name_cell(row)), AngkaTanpaNama { ditemukan: nama.to_string() });
            return self.count_as_named(row, temuan, &nama);
        }
        if self.rows.counted.is_empty()
            && let Some(tanda) = example_sign(self.sheet, self.layout, row)
        {
            let fakta = DataAtauContoh { tanda: mask_person(&tanda), nama: nama.to_string(), di_nomor: false };
            let temuan = Temuan::new(self.sheet.at_cell(self.name_cell(row)), fakta).named(&*nama);
            let found = nama.clone();
            return self.count_if_accepted(row, nama, temuan, &found);
        }
        self.tell_unseen(row, &nama);
        self.count(row, nama, false);
        None
    }

    /// A row that says it is the example, and bears a name that is someone's.
    fn named_example(&mut self, row: u32, nama: Arc<str>) -> Settled {
        let cell = self.sheet.row(row).into_iter().find(|cell| !raw_text(&cell.value).trim().is_empty());
        let tanda = cell.map(|cell| raw_text(&cell.value)).unwrap_or_default();
        let fakta = DataAtauContoh { tanda, nama: nama.to_string(), di_nomor: true };
        let temuan = Temuan::new(self.sheet.at_cell(self.name_cell(row)), fakta).named(&*nama);
        let found = nama.clone();
        self.count_if_accepted(row, nama, temuan, &found)
    }

    /// A row whose label is one of a sum, and whose figures leave it open.
    fn data_or_total(&mut self, row: u32, nama: Arc<str>, label: &str, sebab: SebabJumlah) -> Settled {
        let at = label_cell(self.sheet, row, label);
        let temuan = Temuan::new(self.sheet.at_cell(at), DataAtauJumlah { label: label.to_owned(), sebab }).named(&*nama);
        self.count_if_accepted(row, nama, temuan, label).or(by_figures(Peran::DataAtauJumlah, row))
    }

    /// A row without a name in its first column of names.
    fn nameless(&mut self, row: u32, nama: Arc<str>) -> Settled {
        let above = self.rows.counted.last();
        // A row named by its second name column (an owner without a business name) has a name.
        if !nama.is_empty() {
            let lanjutan = is_merged_name(self.sheet, row, self.columns) && above.is_some_and(|above| above.nama == nama);
            self.count(row, nama, lanjutan);
            return by_figures(Peran::Data, row);
        }
        if goes_on(self.sheet, self.layout, row, above) {
            let nama = above.map(|above| above.nama.clone()).unwrap_or_default();
            self.count(row, nama, true);
            return by_figures(Peran::Data, row);
        }
        // A sum that nobody labelled: its figures prove it.
        let top = self.layout.header.1 + 1;
        if is_wordless(self.sheet, row) && self.sums.prove(row, top, &self.rows.counted) {
            self.total(row, "", (top, row - 1));
            return by_figures(Peran::Jumlah, row);
        }
        if self.foot.is_of_signature(row) {
            return by_figures(Peran::CatatanKaki, row);
        }
        let cell = first_number(self.sheet, row, self.columns);
        let ditemukan = cell.map(|cell| raw_text(&cell.value)).unwrap_or_default();
        let at = cell.map_or(CellAddress::new(row, 0), |cell| cell.at);
        let temuan = Temuan::new(self.sheet.at_cell(at), AngkaTanpaNama { ditemukan: ditemukan.clone() });
        self.count_as_named(row, temuan, &ditemukan)
    }

    /// Figures below where the table ended.
    fn below_the_end(&mut self, row: u32, nama: Arc<str>) -> Settled {
        if self.foot.is_tally(row, &self.rows.counted) {
            return by_figures(Peran::CatatanKaki, row);
        }
        let cell = self.sheet.row(row).first().copied();
        let ditemukan = cell.map(|cell| raw_text(&cell.value)).unwrap_or_default();
        let at = cell.map_or(CellAddress::new(row, 0), |cell| cell.at);
        let fakta = DataDiBawahTabel { ditemukan: mask_person(&ditemukan), nama: nama.to_string() };
        let temuan = Temuan::new(self.sheet.at_cell(at), fakta).named(&*nama);
        self.count_if_accepted(row, nama, temuan, &ditemukan)
    }

    fn count(&mut self, row: u32, nama: Arc<str>, lanjutan: bool) {
        self.rows.counted.push(CountedRow { row, nama, lanjutan });
    }

    /// A stated total over the rows from the first to the last, both included.
    fn total(&mut self, row: u32, label: &str, (first, last): (u32, u32)) {
        self.rows.totals.push(StatedTotal { row, label: label.to_owned(), first, last });
    }

    /// Tells a doubtful row; it counts where the office accepts it as data (`nilai = "data"`).
    fn count_if_accepted(&mut self, row: u32, nama: Arc<str>, temuan: Temuan, found: &str) -> Settled {
        let is_data = self.findings.raise(temuan, Some(found)).is_some_and(|granted| granted.is_data());
        if is_data {
            self.count(row, nama, false);
        }
        is_data.then(|| (Peran::Data, accepted()))
    }

    /// Tells a row without a name; it counts where the office names it (`nilai = "KUD Tani"`).
    fn count_as_named(&mut self, row: u32, temuan: Temuan, found: &str) -> Settled {
        let nama = self.findings.raise(temuan, Some(found))?.nilai?;
        self.count(row, nama.into(), false);
        Some((Peran::Data, accepted()))
    }

    /// A name whose characters mislead is told at its cell; the row counts all the same.
    fn tell_unseen(&mut self, row: u32, nama: &str) {
        let own = self.unseen.binary_search(&row).ok().and_then(|_| unseen_name(self.sheet, row, self.columns));
        let Some((at, text)) = own else { return };
        let temuan = Temuan::new(self.sheet.at_cell(at), KarakterTersembunyi { ditemukan: mask_person(text) });
        self.findings.raise(temuan.named(nama), Some(text));
    }

    fn is_part_of_above(&self, row: u32, proof: PartProof) -> bool {
        is_part_of_above(self.sheet, self.layout, (row, proof), self.columns.sums, self.rows.counted.last())
    }

    fn below<'a>(&'a self, row: u32, nama: &'a str) -> Below<'a> {
        let (sheet, layout, columns, merged) = (self.sheet, self.layout, self.columns, self.merged);
        Below { sheet, layout, columns, merged, row, nama, above: &self.rows.counted }
    }

    /// The cell that names a row, or its first.
    fn name_cell(&self, row: u32) -> CellAddress {
        let sought: &[u32] = if self.columns.names.is_empty() { self.columns.keys } else { self.columns.names };
        let mut own = sought.iter().map(|column| CellAddress::new(row, *column)).filter(|at| self.sheet.cell(*at).is_some());
        own.next().unwrap_or_else(|| self.sheet.row(row).first().map_or(CellAddress::new(row, 0), |cell| cell.at))
    }

    /// Whether of three rows of data two have a name with letters.
    fn most_are_lettered(&self) -> bool {
        *self.lettered.get_or_init(|| {
            let (mut all, mut lettered) = (0, 0);
            for listed in self.layout.rows.iter().filter(|listed| matches!(listed.kind, RowKind::Data)) {
                let name = name_of(self.sheet, listed.row, self.columns, self.merged);
                // `=Form!B9` of a line that nobody filled in: no name of any kind.
                if name.bytes().all(|byte| byte == b'0') {
                    continue;
                }
                all += 1;
                lettered += usize::from(name.chars().any(char::is_alphabetic));
            }
            all >= 2 && lettered * 3 >= all * 2
        })
    }

    /// Whether a row is the sum of those above it from `first` on, and nothing else.
    fn is_proven(&mut self, row: u32, first: u32, label: &str) -> bool {
        let (on, counted) = ((self.sheet, self.layout), &self.rows.counted);
        self.sums.prove(row, first, counted) && !is_as_much_a_row(on, self.columns, (row, label), counted)
            || is_sum_of_one(on, self.columns, (row, label), counted)
    }
}

/// The first cell of a row's names and keys whose characters mislead.
fn unseen_name<'s>(sheet: &'s Sheet, row: u32, columns: &RowColumns) -> Option<(CellAddress, &'s str)> {
    let view = sheet.cells.row(row)?;
    let texts = columns.names.iter().chain(columns.keys).filter_map(|column| {
        let cell = view.cell(*column)?;
        Some((cell.at, cell.value.text()?))
    });
    texts.into_iter().find(|(_, text)| has_unseen(text) && text.contains(is_misleading))
}

/// What the row's own figures make of it.
fn by_figures(peran: Peran, row: u32) -> Settled {
    Some((peran, Ground::Row(row)))
}
