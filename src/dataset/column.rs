//! One column of a sheet read: each counted row's value, or the finding that forbids one.

use super::accept::Findings;
use super::cell::{ColumnReader, raw_text};
use super::counted::On;
use super::key_digits::KeyDigits;
use super::placeholder::{SHOWN, Said, holds_numbers, said};
use super::recalc::{Book, Verdict};
use super::scale::scale_text;
use super::shown_scale::shown_otherwise;
use super::source::Source;
use super::total::says_percent;
use super::unproven::Unproven;
use super::{Cells, Isi, Jenis, Recent};
use crate::diagnostic::{
    Banding, BukanAngka, BukanAngkaSebab, Dicoret, KunciHilangDigit, NihilDibacaNol, NilaiNegatif, NilaiSeperseribu,
    NomorPengganti, TandaMeragukan, TeksTerbaca, Temuan,
};
use crate::profile::Tanda;
use crate::table::{Decided, TableLayout};
use crate::text::ColumnMarks;
use crate::vocabulary::{CellAddress, Sel, Year, mask_digits, mask_person};
use crate::workbook::{Cell, Sheet};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A sheet column that some field of some year is read from.
pub(crate) struct Used {
    /// Index into the source's fields.
    pub field: usize,
    /// Index into the layout's columns.
    pub index: usize,
    /// The years whose figures rest on it.
    pub rests: BTreeSet<Year>,
    pub reader: ColumnReader,
    /// A money column's unit, with what says so.
    pub unit: Option<Decided<u64>>,
    /// One for each counted row.
    pub data: Cells,
    /// For the totals: counted rows whose cell could not be read, and those the office settled.
    pub doubtful: BTreeSet<usize>,
    pub accepted: BTreeSet<usize>,
    nihil: usize,
    from_text: (usize, String),
    crosses: usize,
    /// Formulas tell entities by it, or count its filled cells.
    identifies: bool,
    /// They count its filled cells or its different values.
    counts: bool,
    tanda: Tanda,
    unproven: Unproven,
    /// Texts in an identity's place, as they stand, by their folded form; with the digits that it has.
    placeholders: BTreeMap<String, (String, usize, Option<u8>)>,
    /// Counted rows whose own formula adds up other counted rows of the column.
    pub sums: BTreeSet<usize>,
}

impl Used {
    pub(crate) fn new(source: &Source, sheet: &Sheet, field: usize, index: usize) -> Self {
        let info = &source.fields[field];
        Self {
            field,
            index,
            rests: BTreeSet::new(),
            reader: ColumnReader::new(info.jenis, info.hitungan, source.sumber.angka, sheet.is_text_only)
                .marks(ColumnMarks::new(&info.isian, source.sumber.tanda.clone())),
            unit: None,
            data: Cells::default(),
            doubtful: BTreeSet::new(),
            accepted: BTreeSet::new(),
            nihil: 0,
            from_text: (0, String::new()),
            crosses: 0,
            identifies: source.identifies(info),
            counts: source.counts(info),
            tanda: source.sumber.tanda.clone(),
            unproven: Unproven::default(),
            placeholders: BTreeMap::new(),
            sums: BTreeSet::new(),
        }
    }
}

impl Used {
    /// Its amounts are in this unit.
    pub(crate) fn is_in(&mut self, unit: Decided<u64>) {
        self.reader.skala = Decimal::from(unit.value);
        self.reader.skala_text = scale_text(&unit);
        self.reader.scale_is_said = unit.is_by_key();
        self.unit = Some(unit);
    }
}

impl Used {
    /// A counted row's amount is doubted by what stands in its row, unless its cell is told already.
    pub(crate) fn doubt(&mut self, on: &On, index: usize, banding: Banding, findings: &mut Findings) {
        let at = CellAddress::new(on.rows[index].row, on.layout.columns[self.index].column);
        let Some(cell) = on.sheet.cell(at).filter(|_| !findings.stands_at(&on.sheet.at_cell(at))) else { return };
        let (isian, ditemukan) = (on.source.fields[self.field].isian.to_string(), raw_text(&cell.value));
        let fakta = NilaiSeperseribu { isian, ditemukan: ditemukan.clone(), banding };
        let granted = findings.raise(Temuan::new(on.sheet.at_cell(at), fakta).named(&*on.rows[index].nama), Some(&ditemukan));
        let given: Option<Isi> = granted.and_then(|granted| self.reader.read_correction(&granted.nilai?));
        given.into_iter().for_each(|isi| self.data.set(index, isi, true));
    }

    /// Whether a figure rests on it in a row of this year.
    pub(crate) fn rests_in(&self, year: Option<Year>) -> bool {
        year.map_or(!self.rests.is_empty(), |year| self.rests.contains(&year))
    }

    /// A row's cell holds no value after all: what stands there is no nil either.
    pub(crate) fn is_missing(&mut self, index: usize, cell: &Cell) {
        self.nihil -= usize::from(self.reader.read(Some(cell)).nihil).min(self.nihil);
        self.data.set(index, Isi::Kosong, false);
    }
}

/// Reads a column's cells of all counted rows. Only what a figure of the row's
/// own year rests on makes findings.
pub(crate) fn read_column(used: &mut Used, on: &On, row_years: &[Option<Year>], book: &mut Book, findings: &mut Findings) {
    let On { source, sheet, layout, merged, rows } = *on;
    let field = &source.fields[used.field];
    let column = layout.columns[used.index].column;
    used.reader.is_share = says_percent(&layout.columns[used.index].path);
    let is_figure = matches!(field.jenis, Jenis::Uang | Jenis::Angka);
    let mut recent = Recent::default();
    let is_spilled =
        sheet.array_formulas.iter().any(|array| (array.region.first.column..=array.region.last.column).contains(&column));
    let may_be_plain =
        is_figure && !is_spilled && !sheet.is_text_only && sheet.short_records.is_empty() && sheet.struck.is_empty();
    // All cells vote on how the column is read; where each is a typed number above zero, it is read with that.
    let mut plain = may_be_plain.then(|| Cells::with_capacity(rows.len()));
    let mut view = sheet.cells.column(column);
    for row in rows {
        let own = view.cell(row.row);
        own.iter().for_each(|cell| used.reader.vote(cell));
        if let Some(data) = &mut plain {
            match own.as_ref().and_then(|cell| used.reader.read_plain(cell)) {
                Some(value) => data.push(Isi::Angka(value), false, &mut recent),
                None => plain = None,
            }
        }
    }
    if let Some(data) = plain {
        used.data = data;
        return;
    }
    if used.identifies && !used.counts {
        let texts = rows.iter().filter_map(|row| sheet.cell(CellAddress::new(row.row, column)));
        let texts: Vec<String> = texts.take(SHOWN).map(|cell| raw_text(&cell.value)).collect();
        used.identifies = holds_numbers(&field.isian, texts.iter().map(String::as_str));
    }
    let digits = if used.identifies { KeyDigits::of((field, used.counts), sheet, column, rows) } else { None };
    used.data = Cells::with_capacity(rows.len());
    for (index, (row, year)) in rows.iter().zip(row_years).enumerate() {
        let own = view.cell(row.row);
        // Most figures are typed numbers above zero, of which nothing is to be said.
        if may_be_plain && let Some(value) = own.as_ref().and_then(|cell| used.reader.read_plain(cell)) {
            used.data.push(Isi::Angka(value), false, &mut recent);
            continue;
        }
        let at = CellAddress::new(row.row, column);
        let rests = used.rests_in(*year);
        // A merged amount belongs to its first row alone; a merged name or kecamatan to all.
        let verdict = own.filter(|_| rests).map_or(Verdict::Same, |own| book.verdict(sheet, &own));
        let cell = if is_figure || own.is_some() { own } else { merged.cell(sheet, at) };
        let raw = || cell.as_ref().map(|cell| raw_text(&cell.value)).unwrap_or_default();
        let mut reading = used.reader.read(cell.as_ref());
        if is_figure
            && rests
            && let Some(ditemukan) = spilt(sheet, layout, row.row)
        {
            reading.fakta = Some(BukanAngka { ditemukan, sebab: BukanAngkaSebab::Pemisah }.into());
        }
        if is_figure && rests && sheet.short_records.binary_search(&row.row).is_ok() && reading.fakta.is_none() {
            reading.fakta = Some(BukanAngka { ditemukan: raw(), sebab: BukanAngkaSebab::BarisPendek }.into());
        }
        if is_figure && rests && reading.fakta.is_none() {
            reading.fakta = cell.as_ref().and_then(|cell| shown_otherwise(cell, &used.reader)).map(Into::into);
        }
        // A row that is struck out was judged by its name.
        if rests && !sheet.struck.is_empty() && sheet.struck.binary_search(&at).is_ok() && !is_struck_row(sheet, row.row) {
            reading.fakta = Some(Dicoret { ditemukan: raw() }.into());
        }
        if rests && let Some((ditemukan, sebab)) = digits.as_ref().and_then(|digits| digits.lost(row.row, cell.as_ref())) {
            reading.fakta = Some(KunciHilangDigit { isian: field.isian.to_string(), sebab, ditemukan }.into());
        }
        match (verdict, own) {
            (Verdict::Stale(fakta), _) => reading.fakta = Some(fakta.into()),
            (Verdict::Unproven(doubt), Some(own)) if reading.fakta.is_none() => used.unproven.add(doubt, (sheet, &own), book),
            _ => {}
        }
        if used.identifies && reading.fakta.is_none() {
            let said = said((field, used.counts), &reading.isi, &used.tanda);
            // Numbers of another kind are told together, whatever they are.
            let told = match said {
                Said::Placeholder => Some((raw().to_lowercase(), None)),
                Said::OtherNumber { panjang } => Some((String::new(), Some(panjang))),
                Said::Identity | Said::None => None,
            };
            if let Some((folded, panjang)) = told.filter(|_| rests) {
                used.placeholders.entry(folded).or_insert_with(|| (raw(), 0, panjang)).1 += 1;
            }
            if said != Said::Identity {
                reading.isi = Isi::Kosong;
            }
        }
        let (mut isi, mut corrected) = (reading.isi, false);
        let (mut doubtful, mut accepted) = (reading.fakta.is_some(), false);
        if let Some(fakta) = reading.fakta.filter(|_| rests) {
            isi = Isi::Kosong;
            let fakta = if field.pribadi { fakta.masked() } else { fakta };
            if let Some(granted) = findings.raise(Temuan::new(sheet.at_cell(at), fakta).named(&*row.nama), Some(&raw())) {
                if let Some(given) = granted.nilai.as_deref().and_then(|nilai| used.reader.read_correction(nilai)) {
                    (isi, corrected) = (given, true);
                }
                // `nilai = "banyak"` is no value to count instead: the finding stays.
                let is_read = corrected || granted.nilai.is_none();
                (doubtful, accepted) = (!is_read, is_read);
                if !is_read {
                    findings.take_back();
                }
            }
        }
        let below_zero = matches!(isi, Isi::Angka(value) if value < Decimal::ZERO);
        if below_zero && field.hitungan && rests && !corrected {
            let fakta = NilaiNegatif { isian: field.isian.to_string(), ditemukan: raw() };
            if let Some(granted) = findings.raise(Temuan::new(sheet.at_cell(at), fakta).named(&*row.nama), Some(&raw())) {
                if let Some(given) = granted.nilai.as_deref().and_then(|nilai| used.reader.read_correction(nilai)) {
                    (isi, corrected) = (given, true);
                }
                accepted |= corrected;
            }
        }
        used.crosses += usize::from(rests && reading.cross);
        if rests && reading.nihil {
            used.nihil += 1;
        }
        if rests && reading.from_text {
            used.from_text.0 += 1;
            if used.from_text.0 == 1 {
                used.from_text.1 = raw();
            }
        }
        used.data.push(shared(isi, &row.nama), corrected, &mut recent);
        used.doubtful.extend(doubtful.then_some(index));
        used.accepted.extend(accepted.then_some(index));
    }
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

/// What is worth knowing of a column: nil read as 0, numbers read from texts.
pub(crate) fn note_column(used: &Used, on: &On, book: &Book, findings: &mut Findings) {
    let On { source, sheet, layout, .. } = *on;
    let field = &source.fields[used.field];
    let at = sheet.at().with(Sel::Column(layout.columns[used.index].column));
    let isian = field.isian.to_string();
    used.unproven.tell(field, &at, book, findings);
    for (ditemukan, jumlah, panjang) in used.placeholders.values() {
        let ditemukan = if field.pribadi { mask_digits(ditemukan) } else { mask_person(ditemukan) };
        let fakta = NomorPengganti { isian: isian.clone(), ditemukan, jumlah: *jumlah, panjang: *panjang };
        findings.add(Temuan::new(at.clone(), fakta));
    }
    if used.crosses > 0 {
        findings.add(Temuan::new(at.clone(), TandaMeragukan { isian: isian.clone(), jumlah: used.crosses }));
    }
    if used.nihil > 0 {
        findings.add(Temuan::new(at.clone(), NihilDibacaNol { isian: isian.clone(), jumlah: used.nihil }));
    }
    let (jumlah, contoh) = &used.from_text;
    if *jumlah > 0 {
        findings.add(Temuan::new(
            at,
            TeksTerbaca { isian, jumlah: *jumlah, contoh: if field.pribadi { mask_digits(contoh) } else { mask_person(contoh) } },
        ));
    }
}
