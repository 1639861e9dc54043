//! A workbook as the program sees it without a profile, for `lihat`.

use super::bacaan;
use super::look_words_id as words;
use crate::dataset::{ColumnSeen, Jenis, Karena, Peran, SheetSeen, TableSeen, YearPlan, inspect};
use crate::diagnostic::Temuan;
use crate::indicator::PROFILE_FILE;
use crate::table::{Decided, Evidence, Ground};
use crate::vocabulary::{CellAddress, Year, mask_person};
use crate::workbook::{Format, Reader, Visibility};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::Path;

/// A workbook as it was seen.
pub struct Look {
    /// As the user named it.
    pub shown: String,
    /// As a profile would: from the office's folder, with `/`.
    pub berkas: String,
    /// Whether an office's folder holds it, so that `berkas` is known.
    pub at_home: bool,
    format: Format,
    temuan: Vec<Temuan>,
    pub sheets: Vec<SheetSeen>,
}

/// Reads a file and looks at its sheets.
///
/// # Errors
/// The finding that says why the file cannot be read.
pub fn look(path: &Path, reader: &Reader) -> Result<Look, Box<Temuan>> {
    let shown = path.display().to_string().replace('\\', "/");
    let workbook = reader.read(path, &shown)?;
    let (berkas, at_home) = home_name(path);
    let sheets = inspect(&workbook);
    Ok(Look { shown, berkas, at_home, format: workbook.format, temuan: workbook.temuan, sheets })
}

/// The file's name from the folder that holds `iku.toml`; else as if it stood in `data/`.
fn home_name(path: &Path) -> (String, bool) {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let home = real.ancestors().skip(1).take(5).find(|folder| folder.join(PROFILE_FILE).is_file());
    match home.and_then(|home| real.strip_prefix(home).ok()) {
        Some(inside) => (inside.to_string_lossy().replace('\\', "/"), true),
        None => (format!("data/{name}"), false),
    }
}

/// Where a table's year stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tahun {
    /// Side by side, in the headings.
    Judul(BTreeSet<Year>),
    /// In a column, by its number from 0.
    Kolom(u32, BTreeSet<Year>),
    Berkas(Year),
    Lembar(Year),
    /// In the title over the table.
    Keterangan(Year),
    TidakAda,
}

impl Tahun {
    /// Where a table's year stands, as a profile without `tahun` would take it.
    pub fn of(table: &TableSeen) -> Self {
        let ground = table.tahun.because.first().map(|first| &first.ground);
        match (&table.tahun.value, ground) {
            (YearPlan::Headings(years), _) => Tahun::Judul(years.clone()),
            (YearPlan::Column(index), _) => {
                let column = table.columns.get(*index).map_or(0, |column| column.column);
                Tahun::Kolom(column, table.kolom_tahun.clone())
            }
            (YearPlan::Fixed(tahun), Some(Ground::File)) => Tahun::Berkas(*tahun),
            (YearPlan::Fixed(tahun), Some(Ground::Sheet)) => Tahun::Lembar(*tahun),
            (YearPlan::Fixed(tahun), _) => Tahun::Keterangan(*tahun),
            (YearPlan::Unknown, _) => Tahun::TidakAda,
        }
    }
}

impl Look {
    /// What the file is.
    pub fn format_name(&self) -> &'static str {
        self.format.name()
    }

    pub fn temuan(&self) -> &[Temuan] {
        &self.temuan
    }

    /// All of it, for a person.
    pub fn text(&self) -> String {
        let mut text = words::workbook(&self.shown, self.format.name(), self.sheets.len());
        text.push('\n');
        for one in &self.temuan {
            let _ = writeln!(text, "  {}[{}] {} {}", one.tingkat().text(), one.kode().text(), one.pesan(), one.saran());
        }
        for sheet in &self.sheets {
            text.push('\n');
            self.sheet(sheet, &mut text);
        }
        text
    }

    fn sheet(&self, sheet: &SheetSeen, text: &mut String) {
        let visible = sheet.visibility == Visibility::Visible;
        text.push_str(&words::sheet(sheet.nama.as_deref(), visible, sheet.sel));
        text.push('\n');
        if let Some(hidden) = words::hidden(sheet.baris_tersembunyi, sheet.kolom_tersembunyi) {
            let _ = writeln!(text, "  {hidden}");
        }
        if sheet.tables.is_empty() {
            let _ = writeln!(text, "  {}", words::no_table(sheet.sel == 0));
        }
        for table in &sheet.tables {
            self.table(table, text);
        }
    }

    fn table(&self, table: &TableSeen, text: &mut String) {
        let mut line = |words: String| {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "  {words}");
        };
        line(words::table(table.bentuk, table.butir.as_deref(), table.judul, table.nama.as_deref()));
        let kunci: Vec<&str> = table.kunci.iter().map(|isian| &**isian).collect();
        line(words::keys(&kunci, table.tanpa_kunci));
        line(words::year(&Tahun::of(table)));
        bacaan::lines(&table.keputusan_tahun().karena).into_iter().for_each(|ground| line(format!("  {ground}")));
        for other in &table.tahun.against {
            line(format!("  {}", words::says_otherwise(&bacaan::ground(&Karena::from(other)))));
        }
        if let Some(periode) = &table.periode {
            line(words::period(&periode.text, periode.months));
        }
        for (unit, isian) in units(table) {
            line(words::unit(unit.value, &isian));
            let karena: Vec<Karena> = unit.because.iter().map(Karena::from).collect();
            bacaan::lines(&karena).into_iter().for_each(|ground| line(format!("  {ground}")));
            for other in &unit.against {
                line(format!("  {}", words::says_otherwise(&bacaan::ground(&Karena::from(other)))));
            }
        }
        line(words::row_counts(table.baris_data()));
        for (kind, rows, first) in skipped(table) {
            line(format!("  {}", words::skipped(kind, &rows)));
            if !first.text.is_empty() {
                line(format!("    {}", bacaan::ground(&Karena::from(first))));
            }
        }
        line(words::columns(table.dikenal(), table.columns.len()));
        for row in columns(table) {
            line(format!("  {row}"));
        }
        for (isian, columns) in &table.ganda {
            let letters: Vec<String> = columns.iter().map(|column| CellAddress::column_letters(*column)).collect();
            line(words::ambiguous(isian, &letters));
        }
    }
}

/// The units of the fields of money, those alike together with the fields they are of.
fn units(table: &TableSeen) -> Vec<(&Decided<u64>, Vec<&str>)> {
    let mut units: Vec<(&Decided<u64>, Vec<&str>)> = Vec::new();
    for column in &table.columns {
        let (Some(unit), Some(isian)) = (&column.unit, column.isian.as_deref()) else { continue };
        match units.iter_mut().find(|(other, _)| *other == unit) {
            Some((_, fields)) if fields.contains(&isian) => {}
            Some((_, fields)) => fields.push(isian),
            None => units.push((unit, vec![isian])),
        }
    }
    units
}

/// The rows that do not count, by what they are, as the user sees their numbers, each
/// with what says so of the first.
fn skipped(table: &TableSeen) -> Vec<(Peran, Vec<u32>, &Evidence<Peran>)> {
    let mut kinds: BTreeMap<Peran, (Vec<u32>, &Evidence<Peran>)> = BTreeMap::new();
    for (row, said) in table.rows.iter().filter(|(_, said)| said.value != Peran::Data) {
        let Some(first) = said.because.first() else { continue };
        kinds.entry(said.value).or_insert_with(|| (Vec::new(), first)).0.push(row + 1);
    }
    kinds.into_iter().map(|(kind, (rows, first))| (kind, rows, first)).collect()
}

/// The columns as a table of texts.
fn columns(table: &TableSeen) -> Vec<String> {
    let cells = |column: &ColumnSeen| {
        let isian = column.isian.as_deref().unwrap_or("-").to_owned();
        [CellAddress::column_letters(column.column), isian, jenis(column.jenis).to_owned(), short(&column.judul)]
    };
    let mut rows: Vec<([String; 4], String)> = vec![(words::COLUMN_HEADINGS.map(str::to_owned), String::new())];
    for column in &table.columns {
        rows.push((cells(column), words::column_notes(column)));
    }
    let width = |index: usize| rows.iter().map(|(cells, _)| cells[index].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..4).map(width).collect();
    let padded = |text: &str, width: usize| format!("{text}{}", " ".repeat(width.saturating_sub(text.chars().count())));
    let line = |(cells, notes): &([String; 4], String)| {
        let cells: Vec<String> = cells.iter().zip(&widths).map(|(cell, width)| padded(cell, *width)).collect();
        format!("{}  {notes}", cells.join("  ")).trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

/// The profile's word for a kind.
pub fn jenis(jenis: Jenis) -> &'static str {
    match jenis {
        Jenis::Uang => "uang",
        Jenis::Angka => "angka",
        Jenis::Teks => "teks",
        Jenis::Tanggal => "tanggal",
        Jenis::Tanda => "tanda",
    }
}

fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    // Masked before it is cut: what is left of a number would not be told.
    let text = mask_person(text);
    if text.chars().count() <= LONGEST { text } else { text.chars().take(LONGEST - 1).chain(['…']).collect() }
}
