//! A column's cells read: each counted row's value, or the finding that forbids one.

use crate::dataset::accept::Findings;
use crate::dataset::cell::{Reading, raw_text};
use crate::dataset::columns::column::Used;
use crate::dataset::columns::key_digits::KeyDigits;
use crate::dataset::columns::placeholder::{SHOWN, Said, holds_numbers, is_of_digits, said};
use crate::dataset::columns::recalc::{Book, Verdict};
use crate::dataset::columns::shown_scale::shown_otherwise;
use crate::dataset::columns::total::says_percent;
use crate::dataset::counted::{CountedRow, On};
use crate::dataset::{Cells, FieldInfo, Isi, Jenis, Recent};
use crate::diagnostic::{BukanAngka, BukanAngkaSebab, Dicoret, Fakta, KunciHilangDigit, NilaiNegatif, Temuan};
use crate::table::TableLayout;
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::{Cell, Sheet};
use rust_decimal::Decimal;
use std::sync::Arc;

/// Reads a column's cells of all counted rows. Only what a figure of the row's
/// own year rests on makes findings.
pub(crate) fn read_column(used: &mut Used, on: &On, row_years: &[Option<Year>], book: &mut Book, findings: &mut Findings) {
    let heading = &on.layout.columns[used.index];
    let (column, field) = (heading.column, &on.source.fields[used.field]);
    let is_figure = matches!(field.jenis, Jenis::Uang | Jenis::Angka);
    let may_be_plain = is_figure && holds_what_was_typed(on.sheet, column);
    used.reader.is_share = says_percent(&heading.path);
    // Texts have no vote on how they are read.
    let figures = if used.reader.jenis == Jenis::Teks { None } else { plain_figures(used, on, column, may_be_plain) };
    if let Some(data) = figures {
        used.data = data;
        return;
    }
    if used.identifies && !used.counts {
        let texts = on.rows.iter().filter_map(|row| on.sheet.cell(CellAddress::new(row.row, column)));
        let texts: Vec<String> = texts.take(SHOWN).map(|cell| raw_text(&cell.value)).collect();
        used.identifies = holds_numbers(&field.isian, texts.iter().map(String::as_str));
    }
    let digits = if used.identifies { KeyDigits::of((field, used.counts), on.sheet, column, on.rows) } else { None };
    used.data = Cells::with_capacity(on.rows.len());
    let are_numbers = used.identifies && used.counts && are_numbered(on, column);
    let mut cells = ColumnCells { used, on, field, column, is_figure, digits, are_numbers, book, findings };
    let mut recent = Recent::default();
    let mut view = on.sheet.cells.column(column);
    for (index, (row, year)) in on.rows.iter().zip(row_years).enumerate() {
        let own = view.cell(row.row);
        // Most figures are typed numbers above zero, of which nothing is to be said.
        let plain = own.as_ref().filter(|_| may_be_plain).and_then(|cell| cells.used.reader.read_plain(cell));
        let (isi, corrected) = match plain {
            Some(value) => (Isi::Angka(value), false),
            None => cells.read(index, own, cells.used.rests_in(*year)),
        };
        cells.used.data.push(shared(isi, &row.nama), corrected, &mut recent);
    }
}

/// Whether most of the first cells of a column are such numbers as papers have: `ID35110000123450821`.
fn are_numbered(on: &On, column: u32) -> bool {
    let cells = on.rows.iter().filter_map(|row| on.sheet.cell(CellAddress::new(row.row, column)));
    let texts = cells.map(|cell| raw_text(&cell.value)).filter(|text| !text.trim().is_empty()).take(SHOWN);
    let (numbers, filled) =
        texts.fold((0, 0), |(numbers, filled), text| (numbers + usize::from(is_of_digits(&text)), filled + 1));
    filled >= FEWEST && numbers * 5 >= filled * 3
}

/// Fewer cells show nothing of a column.
const FEWEST: usize = 4;

/// Whether a column's numbers stand as somebody typed them: nothing spills into it, nothing is struck or cut short.
fn holds_what_was_typed(sheet: &Sheet, column: u32) -> bool {
    let is_spilled =
        sheet.array_formulas.iter().any(|array| (array.region.first.column..=array.region.last.column).contains(&column));
    !is_spilled && !sheet.is_text_only && sheet.short_records.is_empty() && sheet.struck.is_empty()
}

/// The values, where each is a typed number above zero. All cells vote on how the column is read.
fn plain_figures(used: &mut Used, on: &On, column: u32, may_be_plain: bool) -> Option<Cells> {
    let mut plain = may_be_plain.then(|| Cells::with_capacity(on.rows.len()));
    let mut recent = Recent::default();
    let mut view = on.sheet.cells.column(column);
    for row in on.rows {
        let own = view.cell(row.row);
        own.iter().for_each(|cell| used.reader.vote(cell));
        if let Some(data) = &mut plain {
            match own.as_ref().and_then(|cell| used.reader.read_plain(cell)) {
                Some(value) => data.push(Isi::Angka(value), false, &mut recent),
                None => plain = None,
            }
        }
    }
    plain
}

/// A column while its cells are read, of which not all are plain figures.
struct ColumnCells<'a, 'b, 'p> {
    used: &'a mut Used,
    on: &'a On<'a>,
    field: &'a FieldInfo,
    /// The sheet's column.
    column: u32,
    /// It holds amounts or counts.
    is_figure: bool,
    /// What is known of its numbers' digits, where they are identities.
    digits: Option<KeyDigits>,
    /// Most of its cells are numbers of papers, of which formulas count how many there are.
    are_numbers: bool,
    book: &'a mut Book<'b>,
    findings: &'a mut Findings<'p>,
}

impl ColumnCells<'_, '_, '_> {
    /// The value of a counted row's own cell, and whether the office gave it; `rests` where a figure of its year does.
    fn read(&mut self, index: usize, own: Option<Cell>, rests: bool) -> (Isi, bool) {
        let row = self.on.rows[index].row;
        // A merged amount belongs to its first row alone; a merged name or kecamatan to all.
        let cell = if self.is_figure || own.is_some() {
            own
        } else {
            self.on.merged.cell(self.on.sheet, CellAddress::new(row, self.column))
        };
        let mut reading = self.used.reader.read(cell.as_ref());
        if rests {
            self.doubt(&mut reading, row, cell.as_ref());
            self.prove(&mut reading, own);
        }
        if self.used.identifies && reading.fakta.is_none() {
            self.identify(&mut reading, cell.as_ref(), rests);
        }
        if rests {
            self.note(&reading, cell.as_ref());
        }
        self.settle(index, reading, cell.as_ref(), rests)
    }

    /// What in the row or in the cell's dress is against the value.
    fn doubt(&self, reading: &mut Reading, row: u32, cell: Option<&Cell>) {
        let On { sheet, layout, .. } = *self.on;
        let ditemukan = || text_of(cell);
        if self.is_figure {
            if let Some(ditemukan) = spilt(sheet, layout, row) {
                reading.fakta = Some(BukanAngka { ditemukan, sebab: BukanAngkaSebab::Pemisah }.into());
            }
            if sheet.short_records.binary_search(&row).is_ok() && reading.fakta.is_none() {
                let fakta = BukanAngka { ditemukan: ditemukan(), sebab: BukanAngkaSebab::BarisPendek };
                reading.fakta = Some(fakta.into());
            }
            if reading.fakta.is_none() {
                reading.fakta = cell.and_then(|cell| shown_otherwise(cell, &self.used.reader)).map(Into::into);
            }
        }
        // A row that is struck out was judged by its name.
        let at = CellAddress::new(row, self.column);
        if !sheet.struck.is_empty() && sheet.struck.binary_search(&at).is_ok() && !is_struck_row(sheet, row) {
            reading.fakta = Some(Dicoret { ditemukan: ditemukan() }.into());
        }
        if let Some((ditemukan, sebab)) = self.digits.as_ref().and_then(|digits| digits.lost(row, cell)) {
            let isian = self.field.isian.to_string();
            reading.fakta = Some(KunciHilangDigit { isian, sebab, ditemukan }.into());
        }
    }

    /// A formula's result is what its operands give, or the value is doubted.
    fn prove(&mut self, reading: &mut Reading, own: Option<Cell>) {
        let Some(own) = own else { return };
        match self.book.verdict(self.on.sheet, &own) {
            Verdict::Stale(fakta) => reading.fakta = Some(fakta.into()),
            Verdict::Unproven(doubt) if reading.fakta.is_none() => {
                self.used.unproven.add(doubt, (self.on.sheet, &own), self.book);
            }
            Verdict::Same | Verdict::Unproven(_) => {}
        }
    }

    /// A text where an identity's number should stand is none.
    fn identify(&mut self, reading: &mut Reading, cell: Option<&Cell>, rests: bool) {
        let said = said((self.field, self.used.counts, self.are_numbers), &reading.isi, &self.used.tanda);
        // Numbers of another kind are told together, whatever they are.
        let told = match said {
            Said::Placeholder => Some((text_of(cell).to_lowercase(), None)),
            Said::OtherNumber { panjang } => Some((String::new(), Some(panjang))),
            Said::Identity | Said::None => None,
        };
        if let Some((folded, panjang)) = told.filter(|_| rests) {
            self.used.placeholders.entry(folded).or_insert_with(|| (text_of(cell), 0, panjang)).1 += 1;
        }
        if said != Said::Identity {
            reading.isi = Isi::Kosong;
        }
    }

    /// Counts what is told of the column as a whole.
    fn note(&mut self, reading: &Reading, cell: Option<&Cell>) {
        self.used.crosses += usize::from(reading.cross);
        self.used.nihil += usize::from(reading.nihil);
        if reading.from_text {
            self.used.from_text.0 += 1;
            if self.used.from_text.0 == 1 {
                self.used.from_text.1 = text_of(cell);
            }
        }
    }

    /// Tells what forbids the value; the office may give another in its place, or accept it.
    fn settle(&mut self, index: usize, reading: Reading, cell: Option<&Cell>, rests: bool) -> (Isi, bool) {
        let mut value = (reading.isi, false);
        let (mut doubtful, mut accepted) = (reading.fakta.is_some(), false);
        if let Some(fakta) = reading.fakta.filter(|_| rests) {
            value = (Isi::Kosong, false);
            let fakta = if self.field.pribadi { fakta.masked() } else { fakta };
            if let Some((given, has_nilai)) = self.raise(index, fakta, cell) {
                // `nilai = "banyak"` is no value to count instead: the finding stays.
                let is_read = given.is_some() || !has_nilai;
                (doubtful, accepted) = (!is_read, is_read);
                if !is_read {
                    self.findings.take_back();
                }
                value = given.map_or(value, |given| (given, true));
            }
        }
        let below_zero = matches!(value.0, Isi::Angka(figure) if figure < Decimal::ZERO);
        if below_zero && self.field.hitungan && rests && !value.1 {
            let fakta = NilaiNegatif { isian: self.field.isian.to_string(), ditemukan: text_of(cell) };
            if let Some((Some(given), _)) = self.raise(index, fakta.into(), cell) {
                value = (given, true);
                accepted = true;
            }
        }
        self.used.doubtful.extend(doubtful.then_some(index));
        self.used.accepted.extend(accepted.then_some(index));
        value
    }

    /// Tells a finding at a row's cell. Where the office accepts it: the value that it gives, and whether it wrote one.
    fn raise(&mut self, index: usize, fakta: Fakta, cell: Option<&Cell>) -> Option<(Option<Isi>, bool)> {
        let CountedRow { row, nama, .. } = &self.on.rows[index];
        let at = self.on.sheet.at_cell(CellAddress::new(*row, self.column));
        let granted = self.findings.raise(Temuan::new(at, fakta).named(&**nama), Some(&text_of(cell)))?;
        let given = granted.nilai.as_deref().and_then(|nilai| self.used.reader.read_correction(nilai));
        Some((given, granted.nilai.is_some()))
    }
}

/// What stands in a cell.
fn text_of(cell: Option<&Cell>) -> String {
    cell.map(|cell| raw_text(&cell.value)).unwrap_or_default()
}

/// A text that is the row's name is held once.
fn shared(isi: Isi, nama: &Arc<str>) -> Isi {
    match isi {
        Isi::Teks(text) if text == *nama => Isi::Teks(nama.clone()),
        isi => isi,
    }
}

/// Whether most cells of a row are struck out.
fn is_struck_row(sheet: &Sheet, row: u32) -> bool {
    let cells = sheet.row(row);
    cells.iter().filter(|cell| sheet.struck.binary_search(&cell.at).is_ok()).count() * 2 > cells.len()
}

/// Digits of a group of thousands, or of decimals.
const GROUP: usize = 3;

/// The end of a CSV record that holds more fields than there are headings, where
/// the last of them are digits: a decimal comma was taken for a separator.
fn spilt(sheet: &Sheet, layout: &TableLayout, row: u32) -> Option<String> {
    if !sheet.is_text_only {
        return None;
    }
    let last = layout.columns.iter().map(|column| column.column).max()?;
    let cells = sheet.row(row);
    let beyond = cells.iter().position(|cell| cell.at.column > last)?;
    let text = |cell: &Cell| raw_text(&cell.value);
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let tail: Vec<String> = cells[beyond.saturating_sub(1)..].iter().map(text).collect();
    // No more than a group of thousands or some decimals stood behind a comma.
    let is_behind = tail[1..].iter().all(|text| text.len() <= GROUP);
    (is_behind && tail.iter().all(|text| is_digits(text))).then(|| tail.join(","))
}
