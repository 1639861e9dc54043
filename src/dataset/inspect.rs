//! What a workbook holds, seen without a profile: on each sheet the table that a
//! dictionary knows best, or the one that its headings suggest.

use super::Jenis;
use super::bacaan::shown_unit;
use super::body::row_said::{self, Peran, by_place};
use super::columns::scale::Priced;
use super::field::{entity_noun, fields_of, name_fields, wanted};
use super::keputusan::{Karena, Keputusan, Tentang};
use super::matching::fitting::with_fitting_values;
use super::matching::guess::{guess, kind};
use super::matching::side_recap::without_side_recaps;
use super::matching::year_said::Dated;
use super::matching::years::{YearPlan, founding, year_column, year_in, year_of, year_written};
use super::source::Source;
use crate::profile::{Dictionary, FieldSpec, HeaderRows, JenisIsian, Sumber, Written};
use crate::table::{Decided, Ground, Hints, Match, RowKind, TableLayout, UnitStated, find_tables};
use crate::text::Period;
use crate::vocabulary::{CellAddress, Year};
use crate::workbook::{Cell, Hidden, Sheet, Value, Visibility, Workbook};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A sheet and the tables on it.
#[derive(Clone, Debug)]
pub struct SheetSeen {
    /// `None` in a CSV.
    pub nama: Option<Arc<str>>,
    pub visibility: Visibility,
    /// Cells that hold something.
    pub sel: usize,
    /// Hidden rows and columns that hold something; `None` where the format does not tell.
    pub baris_tersembunyi: Option<usize>,
    pub kolom_tersembunyi: Option<usize>,
    /// All tables that the same dictionary finds, from the top.
    pub tables: Vec<TableSeen>,
}

/// A table as the program would read it.
#[derive(Clone, Debug)]
pub struct TableSeen {
    pub bentuk: Dictionary,
    /// Set where the rows are no entities of the dictionary: a recap by kecamatan.
    pub butir: Option<String>,
    /// The field that names the rows, where one does.
    pub nama: Option<Arc<str>>,
    /// Heading rows, from 0, both included.
    pub judul: (u32, u32),
    pub columns: Vec<ColumnSeen>,
    /// How many rows are plainly data.
    pub data: usize,
    /// What the others are, with what says so.
    pub rows: BTreeMap<u32, Decided<Peran>>,
    pub periode: Option<Period>,
    /// Columns that fit a field equally well.
    pub ganda: Vec<(Arc<str>, Vec<u32>)>,
    /// Where its years stand, with what says so.
    pub tahun: Decided<YearPlan>,
    /// The years in the Tahun column, where it is one.
    pub kolom_tahun: BTreeSet<Year>,
    /// The fields that tell the rows apart, and of how many rows they do not: empty or the same again.
    pub kunci: Vec<Arc<str>>,
    pub tanpa_kunci: usize,
}

/// A column of a table's headings.
#[derive(Clone, Debug)]
pub struct ColumnSeen {
    /// From 0.
    pub column: u32,
    /// Its labels from top to bottom, ` / ` between them.
    pub judul: String,
    pub isian: Option<Arc<str>>,
    /// Of the field, or as the cells below suggest.
    pub jenis: Jenis,
    /// The known heading that this one only resembles.
    pub mirip: Option<String>,
    pub satuan: Option<UnitStated>,
    /// A field of money: its unit, with what says so.
    pub unit: Option<Decided<u64>>,
    pub periode: Option<Period>,
    /// Data rows in which something stands.
    pub terisi: usize,
}

impl TableSeen {
    /// How many rows count.
    pub fn baris_data(&self) -> usize {
        self.data + self.rows.values().filter(|said| said.value == Peran::Data).count()
    }

    /// What its rows are, and what says so.
    pub fn keputusan_baris(&self) -> Keputusan {
        let karena = row_said::shown(self.rows.iter().map(|(row, said)| (*row, said)));
        Keputusan::new(Tentang::Baris, None, self.baris_data().to_string(), karena)
    }

    /// Which year it is of, and what says so.
    pub fn keputusan_tahun(&self) -> Keputusan {
        let years: Vec<String> = match &self.tahun.value {
            YearPlan::Fixed(tahun) => vec![tahun.to_string()],
            YearPlan::Headings(years) => years.iter().map(Year::to_string).collect(),
            YearPlan::Column(_) => self.kolom_tahun.iter().map(Year::to_string).collect(),
            YearPlan::Unknown => Vec::new(),
        };
        let karena = self.tahun.because.iter().map(Karena::from).collect();
        Keputusan::new(Tentang::Tahun, None, years.join(", "), karena)
    }

    /// In which unit each field of money is, and what says so.
    pub fn keputusan_satuan(&self) -> Vec<Keputusan> {
        let shown = |column: &ColumnSeen| Some(shown_unit(column.isian.clone()?, column.unit.as_ref()?));
        self.columns.iter().filter_map(shown).collect()
    }

    /// How many columns are fields, each field once.
    pub fn dikenal(&self) -> usize {
        self.columns.iter().filter_map(|column| column.isian.as_ref()).collect::<BTreeSet<_>>().len()
    }
}

/// Looks at every sheet, hidden ones too.
pub fn inspect(workbook: &Workbook) -> Vec<SheetSeen> {
    workbook.sheets.iter().map(see).collect()
}

fn see(sheet: &Sheet) -> SheetSeen {
    let rows: BTreeSet<u32> = sheet.cells.iter().map(|cell| cell.at.row).collect();
    let columns: BTreeSet<u32> = sheet.cells.iter().map(|cell| cell.at.column).collect();
    let count = |hidden: &Hidden, numbers: &BTreeSet<u32>| match hidden {
        Hidden::Unknown => None,
        known => Some(numbers.iter().filter(|number| known.contains(**number) == Some(true)).count()),
    };
    SheetSeen {
        nama: sheet.name.clone(),
        visibility: sheet.visibility,
        sel: sheet.cells.len(),
        baris_tersembunyi: count(&sheet.hidden_rows, &rows),
        kolom_tersembunyi: count(&sheet.hidden_columns, &columns),
        tables: tables(sheet),
    }
}

/// The tables by the dictionary that knows most of their headings; where none
/// knows what names a row, by the headings themselves.
fn tables(sheet: &Sheet) -> Vec<TableSeen> {
    let plain = [Dictionary::Keragaan, Dictionary::Umkm].map(|bentuk| with(sheet, &source(bentuk, None, BTreeMap::new()), None));
    let best = plain.into_iter().flatten().max_by_key(|tables| weight(tables));
    if let Some(tables) = best {
        return tables;
    }
    // A line for each kecamatan, or for each year.
    for butir in ["kecamatan", "tahun"] {
        let recap = [Dictionary::Keragaan, Dictionary::Umkm]
            .map(|bentuk| with(sheet, &source(bentuk, Some(butir), BTreeMap::new()), None));
        let best = recap.into_iter().flatten().filter(|tables| weight(tables).0 > 2).max_by_key(|tables| weight(tables));
        if let Some(tables) = best {
            return tables;
        }
    }
    let Some(((first, last), columns)) = guess(sheet) else { return Vec::new() };
    let kolom = columns.into_iter().map(|column| {
        let judul = Written { text: column.judul, line: 0, column: 0 };
        (column.isian, FieldSpec { judul, jenis: Some(jenis_isian(column.jenis)) })
    });
    let sumber = source(Dictionary::None, None, kolom.collect());
    with(sheet, &sumber, Some(HeaderRows { first, last })).unwrap_or_default()
}

fn jenis_isian(jenis: Jenis) -> JenisIsian {
    match jenis {
        Jenis::Uang => JenisIsian::Uang,
        Jenis::Angka => JenisIsian::Angka,
        Jenis::Teks => JenisIsian::Teks,
        Jenis::Tanggal => JenisIsian::Tanggal,
        Jenis::Tanda => JenisIsian::Tanda,
    }
}

/// Fields known, and of them exactly; the best table's.
fn weight(tables: &[TableSeen]) -> (usize, usize) {
    let of = |table: &TableSeen| {
        let near = table.columns.iter().filter(|column| column.mirip.is_some()).count();
        (table.dikenal(), table.dikenal().saturating_sub(near))
    };
    tables.iter().map(of).max().unwrap_or_default()
}

/// A source as a profile would describe it.
fn source(bentuk: Dictionary, butir: Option<&str>, kolom: BTreeMap<String, FieldSpec>) -> Sumber {
    Sumber {
        id: String::new(),
        nama: String::new(),
        bentuk,
        berkas: Vec::new(),
        kunci: Vec::new(),
        butir: butir.map(str::to_owned),
        lembar: None,
        baris_judul: None,
        tahun: None,
        satuan_uang: None,
        angka: None,
        tanda: Default::default(),
        kolom,
        arti: BTreeMap::new(),
        line: 0,
    }
}

/// The tables that a source's fields find; none where no column names the rows.
fn with(sheet: &Sheet, sumber: &Sumber, header_rows: Option<HeaderRows>) -> Option<Vec<TableSeen>> {
    let fields = fields_of(sumber);
    let names = name_fields(sumber, &fields);
    let hints = Hints { header_rows, ..Source::new(sumber, &[]).hints() };
    for name in names.iter().map(|name| Some(&**name)) {
        let layouts: Vec<TableLayout> = find_tables(sheet, &wanted(&fields, name), &hints)
            .into_iter()
            .map(|layout| without_side_recaps(sheet, with_fitting_values(sheet, layout, &fields)))
            .collect();
        let is_named = |layout: &TableLayout| name.is_some_and(|name| names_rows(sheet, layout, name));
        if layouts.iter().any(is_named) {
            let nama: Option<Arc<str>> = name.map(Into::into);
            let seen = layouts
                .iter()
                .filter(|layout| is_named(layout))
                .map(|layout| table(sheet, sumber, &fields, layout, nama.clone()));
            return Some(seen.collect());
        }
    }
    if sumber.bentuk != Dictionary::None {
        return None;
    }
    let layouts = find_tables(sheet, &wanted(&fields, None), &hints);
    Some(layouts.iter().map(|layout| table(sheet, sumber, &fields, layout, None)).collect())
}

/// Whether a column is the rows' name and holds texts, as names are.
fn names_rows(sheet: &Sheet, layout: &TableLayout, name: &str) -> bool {
    let Some(column) = layout.columns.iter().find(|column| column.isian.as_deref() == Some(name)) else { return false };
    let data = layout.rows.iter().filter(|row| *row.kind == RowKind::Data);
    let cells: Vec<Cell> = data.filter_map(|row| sheet.cell(CellAddress::new(row.row, column.column))).collect();
    let texts = cells.iter().filter(|cell| matches!(cell.value, Value::Text(_))).count();
    texts * 2 >= cells.len()
}

fn table(sheet: &Sheet, sumber: &Sumber, fields: &[super::FieldInfo], layout: &TableLayout, nama: Option<Arc<str>>) -> TableSeen {
    let data: Vec<u32> = layout.rows.iter().filter(|row| *row.kind == RowKind::Data).map(|row| row.row).collect();
    let columns: Vec<ColumnSeen> = layout
        .columns
        .iter()
        .map(|column| {
            let cells = || data.iter().filter_map(|row| sheet.cell(CellAddress::new(*row, column.column)));
            let judul = column.path.join(" / ");
            let known = column.isian.as_ref().and_then(|isian| fields.iter().find(|field| field.isian == *isian));
            let jenis = known.map_or_else(|| kind(cells(), &judul), |field| field.jenis);
            let is_money = jenis == Jenis::Uang && column.isian.is_some();
            ColumnSeen {
                column: column.column,
                jenis,
                unit: is_money.then(|| Priced { sumber, sheet, layout, column }.decide()),
                judul,
                isian: column.isian.clone(),
                mirip: match &column.matched {
                    Match::Near { alias } => Some(alias.clone()),
                    Match::Exact => None,
                },
                satuan: column.unit.clone(),
                periode: column.period.clone(),
                terisi: cells().filter(|cell| !matches!(&cell.value, Value::Text(text) if text.trim().is_empty())).count(),
            }
        })
        .collect();
    let kolom_tahun = year_column(layout).map(|index| {
        let column = layout.columns[index].column;
        let cells = data.iter().filter_map(|row| sheet.cell(CellAddress::new(*row, column)));
        (column, cells.filter_map(|cell| year_in(&cell)).collect::<BTreeSet<Year>>())
    });
    // Years of founding are nobody's year of the data.
    let own_name = layout.columns.iter().find(|column| nama.is_some() && column.isian == nama).map(|column| column.column);
    let own_name = own_name.or_else(|| first_texts(sheet, layout, &data));
    let kolom_tahun = kolom_tahun.filter(|(column, _)| {
        let name = |row: u32| {
            own_name.and_then(|column| sheet.cell(CellAddress::new(row, column))).and_then(|cell| match cell.value {
                Value::Text(text) => Some(text),
                _ => None,
            })
        };
        let years = data.iter().map(|row| {
            (sheet.cell(CellAddress::new(*row, *column)).and_then(|cell| year_in(&cell)), name(*row).unwrap_or_default())
        });
        founding(years).is_none()
    });
    let kolom_tahun = kolom_tahun.filter(|(_, years)| !years.is_empty());
    let tahun = decide_year((sheet, layout), sumber, kolom_tahun.as_ref());
    let kolom_tahun = kolom_tahun.filter(|_| matches!(tahun.value, YearPlan::Column(_)));
    let year_of_row = |row: u32| {
        let (column, _) = kolom_tahun.as_ref()?;
        sheet.cell(CellAddress::new(row, *column)).and_then(|cell| year_in(&cell))
    };
    let (kunci, tanpa_kunci) = keys((sheet, layout), sumber, &data, nama.as_ref(), &year_of_row);
    TableSeen {
        bentuk: sumber.bentuk,
        butir: sumber.butir.clone(),
        nama,
        judul: layout.header,
        columns,
        data: data.len(),
        rows: layout.rows.iter().filter_map(|row| Some((row.row, by_place(sheet, &row)?))).collect(),
        periode: layout.period.clone(),
        ganda: layout.ambiguous.clone(),
        tahun,
        kolom_tahun: kolom_tahun.map(|(_, years)| years).unwrap_or_default(),
        kunci,
        tanpa_kunci,
    }
}

/// Where a table's years stand, as a profile would have it that puts `{tahun}` for the
/// year in the file's name: not where several stand in the headings or in a column.
fn decide_year(
    (sheet, layout): (&Sheet, &TableLayout),
    sumber: &Sumber,
    column: Option<&(u32, BTreeSet<Year>)>,
) -> Decided<YearPlan> {
    let source = Source::new(sumber, &[]);
    let index = column.and_then(|(column, _)| layout.columns.iter().position(|other| other.column == *column));
    let dated =
        Dated { source: &source, sheet, layout, named: None, sheet_is_named: false, is_one_of_years: true, column: index };
    let own = dated.decide();
    let has_several = match &own.value {
        YearPlan::Headings(years) => years.len() > 1,
        YearPlan::Column(_) => column.is_some_and(|(_, years)| years.len() > 1),
        _ => false,
    };
    let named = year_written(sheet.berkas.rsplit('/').next().unwrap_or_default()).filter(|_| !has_several);
    named.map_or(own, |tahun| Dated { named: Some((tahun, Ground::File)), ..dated }.decide())
}

/// The first column of texts, where no field names the rows.
fn first_texts(sheet: &Sheet, layout: &TableLayout, data: &[u32]) -> Option<u32> {
    let is_text = |row: &u32, column: u32| {
        sheet.cell(CellAddress::new(*row, column)).is_some_and(|cell| matches!(&cell.value, Value::Text(_)))
    };
    let holds = |column: &u32| data.iter().filter(|row| is_text(row, *column)).count() * 2 > data.len();
    layout.columns.iter().map(|column| column.column).find(holds)
}

/// The fields that tell rows apart, the best first: those that fail on the fewest rows.
fn keys(
    (sheet, layout): (&Sheet, &TableLayout),
    sumber: &Sumber,
    data: &[u32],
    nama: Option<&Arc<str>>,
    year_of_row: &dyn Fn(u32) -> Option<Year>,
) -> (Vec<Arc<str>>, usize) {
    let candidates: &[&[&str]] = match (sumber.bentuk, entity_noun(sumber.bentuk).filter(|_| sumber.butir.is_none())) {
        (Dictionary::Keragaan, Some(_)) => &[&["nomor_bh"], &["nik_koperasi"]],
        (Dictionary::Umkm, Some(_)) => &[&["nik", "nama_usaha"], &["nik"], &["nama_usaha", "nama_pemilik"]],
        _ => &[],
    };
    let own: Vec<&str> = nama.iter().map(|nama| &***nama).collect();
    // A field that years stand side by side of, or that fits twice, is no key.
    let column_of = |isian: &str| {
        let mut columns = layout.columns.iter().filter(|column| column.isian.as_deref() == Some(isian));
        let first = columns.next()?;
        (columns.next().is_none() && year_of(first).is_none()).then_some(first.column)
    };
    let all = candidates.iter().copied().chain(std::iter::once(&own[..]).filter(|own| !own.is_empty()));
    let mut best: Option<(usize, Vec<Arc<str>>)> = None;
    for fields in all {
        let Some(columns) = fields.iter().map(|isian| column_of(isian)).collect::<Option<Vec<u32>>>() else { continue };
        let mut seen = BTreeSet::new();
        let failing = data
            .iter()
            .filter(|row| {
                let key: Option<Vec<String>> =
                    columns.iter().map(|column| key_text(sheet.cell(CellAddress::new(**row, *column)).as_ref())).collect();
                key.is_none_or(|key| !seen.insert((year_of_row(**row), key)))
            })
            .count();
        // A few slips in a number are mended sooner than names that are written anew each year.
        let is_settled = best.as_ref().is_some_and(|(least, _)| least.saturating_mul(20) <= data.len());
        if !is_settled && best.as_ref().is_none_or(|(least, _)| failing < *least) {
            best = Some((failing, fields.iter().map(|isian| Arc::from(*isian)).collect()));
        }
    }
    best.map_or_else(|| (Vec::new(), 0), |(failing, fields)| (fields, failing))
}

/// A key's letters and digits; none where nothing stands.
fn key_text(cell: Option<&Cell>) -> Option<String> {
    let text = match &cell?.value {
        Value::Text(text) => text.to_lowercase(),
        Value::Number { value, .. } => value.to_string(),
        _ => return None,
    };
    let bare: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    (!bare.is_empty()).then_some(bare)
}
