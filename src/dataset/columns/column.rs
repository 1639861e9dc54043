//! One column of a sheet that figures rest on: its values, and what is told of it as a whole.

use crate::dataset::accept::Findings;
use crate::dataset::cell::{ColumnReader, raw_text};
use crate::dataset::columns::recalc::Book;
use crate::dataset::columns::scale::scale_text;
use crate::dataset::columns::unproven::Unproven;
use crate::dataset::counted::On;
use crate::dataset::source::Source;
use crate::dataset::{Cells, Isi};
use crate::diagnostic::{Banding, NihilDibacaNol, NilaiSeperseribu, NomorPengganti, TandaMeragukan, TeksTerbaca, Temuan};
use crate::profile::Tanda;
use crate::table::Decided;
use crate::text::ColumnMarks;
use crate::vocabulary::{CellAddress, Sel, Year, mask_digits, mask_person};
use crate::workbook::{Cell, Sheet};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

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
    pub(crate) nihil: usize,
    pub(crate) from_text: (usize, String),
    pub(crate) crosses: usize,
    /// Formulas tell entities by it, or count its filled cells.
    pub(crate) identifies: bool,
    /// They count its filled cells or its different values.
    pub(crate) counts: bool,
    pub(crate) tanda: Tanda,
    pub(crate) unproven: Unproven,
    /// Texts in an identity's place, as they stand, by their folded form; with the digits that it has.
    pub(crate) placeholders: BTreeMap<String, (String, usize, Option<u8>)>,
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
