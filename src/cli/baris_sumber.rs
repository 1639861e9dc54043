//! `iku lihat --toml`: the `[sumber]` lines that read a workbook, ready to paste.

use super::look::{Look, Tahun, jenis};
use super::look_words_id as words;
use crate::dataset::{SheetSeen, TableSeen, year_written};
use crate::profile::{Dictionary, tidy_name, toml_text as quoted};
use crate::vocabulary::{CellAddress, in_words};
use crate::workbook::Visibility;
use std::collections::BTreeSet;
use std::fmt::Write;

/// A section for each kind of table that the workbook holds.
pub fn lines(look: &Look) -> String {
    let mut text = String::new();
    let mut taken = BTreeSet::new();
    for group in groups(look) {
        if !text.is_empty() {
            text.push('\n');
        }
        Section { look, group: &group }.write(&mut taken, &mut text);
    }
    if text.is_empty() {
        text = format!("# {}\n", words::toml_nothing(&look.shown));
    }
    text
}

/// The sheets of one kind of table, the first with the table that speaks for them.
struct Group<'a> {
    sheets: Vec<&'a SheetSeen>,
    table: &'a TableSeen,
}

/// The tables with rows; of a workbook still to be filled in, those with headings alone.
fn groups(look: &Look) -> Vec<Group<'_>> {
    let filled = groups_of(look, 1);
    if filled.is_empty() { groups_of(look, 0) } else { filled }
}

/// Visible sheets first; hidden ones where no visible sheet has such a table.
fn groups_of(look: &Look, fewest: usize) -> Vec<Group<'_>> {
    let mut groups: Vec<Group> = Vec::new();
    let visible = |sheet: &&SheetSeen| sheet.visibility == Visibility::Visible;
    let (shown, hidden): (Vec<&SheetSeen>, Vec<&SheetSeen>) = look.sheets.iter().partition(visible);
    for sheet in shown.into_iter().chain(hidden) {
        // The richest table of the sheet, the upper one of equals.
        let rich = |table: &TableSeen| (table.dikenal(), table.baris_data());
        let best = sheet.tables.iter().rev().max_by_key(|table| rich(table));
        let Some(table) = best.filter(|table| table.baris_data() >= fewest) else { continue };
        let same = groups.iter_mut().find(|group| {
            let own = group.table;
            own.bentuk == table.bentuk
                && own.butir == table.butir
                && (own.bentuk != Dictionary::None || fields(own) == fields(table))
        });
        match same {
            Some(group) if sheet.visibility == Visibility::Visible => group.sheets.push(sheet),
            Some(_) => {}
            None => groups.push(Group { sheets: vec![sheet], table }),
        }
    }
    groups
}

fn fields(table: &TableSeen) -> BTreeSet<&str> {
    table.columns.iter().filter_map(|column| column.isian.as_deref()).collect()
}

struct Section<'a> {
    look: &'a Look,
    group: &'a Group<'a>,
}

impl Section<'_> {
    fn write(&self, taken: &mut BTreeSet<String>, text: &mut String) {
        let Group { sheets, table } = self.group;
        let id = self.id(taken);
        let tahun = Tahun::of(table);
        // Writing to a String cannot fail.
        let _ = writeln!(text, "[sumber.{id}]");
        let _ = writeln!(text, "nama   = {}", quoted(&self.stem()));
        if table.bentuk != Dictionary::None {
            let _ = writeln!(text, "bentuk = \"{}\"", words::dictionary(table.bentuk));
        }
        let _ = writeln!(text, "berkas = {}", quoted(&self.berkas(&tahun)));
        if !self.look.at_home {
            let _ = writeln!(text, "# {}", words::toml_put_in_data());
        }
        self.keys(text);
        let butir =
            table.butir.clone().or_else(|| (table.bentuk == Dictionary::None).then(|| table.nama.as_deref().map(butir_of))?);
        if let Some(butir) = butir {
            let _ = writeln!(text, "butir  = {}", quoted(&butir));
        }
        self.sheet(&tahun, text);
        if table.bentuk == Dictionary::None || sheets[0].tables.len() > 1 {
            let (first, last) = (table.judul.0 + 1, table.judul.1 + 1);
            let rows = if first == last { first.to_string() } else { format!("{first}-{last}") };
            let _ = writeln!(text, "baris_judul = \"{rows}\"");
        }
        match &tahun {
            Tahun::Kolom(..) => text.push_str("tahun  = \"kolom\"\n"),
            Tahun::TidakAda => {
                let _ = writeln!(text, "# tahun = 2021    # {}", words::toml_year_unknown());
            }
            Tahun::Judul(years) => {
                let years: Vec<String> = years.iter().map(|year| year.to_string()).collect();
                let _ = writeln!(text, "# {}", words::toml_years_in_headings(&years));
            }
            _ => {}
        }
        let doubted = table.columns.iter().filter_map(|column| column.unit.as_ref()).find_map(|unit| Some((unit, unit.doubt()?)));
        if let Some((unit, other)) = doubted {
            let own = unit.because.first().map_or("", |first| &first.text);
            let _ = writeln!(text, "# satuan_uang = \"rupiah\"    # {}", comment(&words::toml_units_differ(own, &other.text)));
        }
        self.doubts(text);
        self.columns(&id, text);
    }

    fn stem(&self) -> String {
        let name = self.look.berkas.rsplit('/').next().unwrap_or(&self.look.berkas);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        let without = match year_written(stem) {
            Some(year) => stem.replace(&year.to_string(), " "),
            None => stem.to_owned(),
        };
        let words: Vec<&str> = without.split(|c: char| c.is_whitespace() || c == '_').filter(|word| !word.is_empty()).collect();
        let tidied = words.join(" ").trim_matches(|c: char| matches!(c, '-' | '.' | ' ' | ',')).to_owned();
        if tidied.is_empty() { words::TOML_DATA.to_owned() } else { tidied }
    }

    fn id(&self, taken: &mut BTreeSet<String>) -> String {
        let table = self.group.table;
        let base = match (table.bentuk, &table.butir) {
            (Dictionary::None, _) => tidy_name(&self.stem()).unwrap_or_else(|| "data".to_owned()),
            (bentuk, None) => words::dictionary(bentuk).to_owned(),
            (bentuk, Some(_)) => format!("rekap_{}", words::dictionary(bentuk)),
        };
        let mut id = base.clone();
        let mut number = 2;
        while !taken.insert(id.clone()) {
            id = format!("{base}_{number}");
            number += 1;
        }
        id
    }

    /// The file's own name, with `{tahun}` where its year is the data's.
    fn berkas(&self, tahun: &Tahun) -> String {
        // Braces would be read as a placeholder; `*` stands for any letter.
        let berkas = self.look.berkas.replace(['{', '}'], "*");
        let Tahun::Berkas(year) = tahun else { return berkas };
        let (folder, name) = berkas.rsplit_once('/').unwrap_or(("", &berkas));
        let name = name.replace(&year.to_string(), "{tahun}");
        if folder.is_empty() { name } else { format!("{folder}/{name}") }
    }

    fn keys(&self, text: &mut String) {
        let table = self.group.table;
        if table.kunci.is_empty() {
            let _ = writeln!(text, "# {}", words::toml_no_key());
            return;
        }
        let kunci: Vec<String> = table.kunci.iter().map(|isian| quoted(isian)).collect();
        let _ = writeln!(text, "kunci  = [{}]", kunci.join(", "));
        if table.tanpa_kunci > 0 {
            let _ = writeln!(text, "# {}", words::toml_keys_fail(table.tanpa_kunci));
        }
    }

    fn sheet(&self, tahun: &Tahun, text: &mut String) {
        let sheets = &self.group.sheets;
        let names: Vec<&str> = sheets.iter().filter_map(|sheet| sheet.nama.as_deref()).collect();
        let pattern = |name: &str| year_written(name).map(|year| name.replace(&year.to_string(), "{tahun}"));
        if let [only] = &sheets[..] {
            let by_name = matches!(tahun, Tahun::Lembar(_)).then(|| only.nama.as_deref().and_then(pattern)).flatten();
            let hidden = only.nama.clone().filter(|_| only.visibility != Visibility::Visible).map(|nama| nama.to_string());
            if let Some(lembar) = by_name.or(hidden) {
                let _ = writeln!(text, "lembar = {}", quoted(&lembar));
            }
            return;
        }
        let patterns: BTreeSet<Option<String>> = names.iter().map(|name| pattern(name)).collect();
        match patterns.first() {
            Some(Some(one)) if patterns.len() == 1 && !matches!(tahun, Tahun::Berkas(_)) => {
                let _ = writeln!(text, "lembar = {}", quoted(one));
            }
            _ => {
                let _ = writeln!(text, "lembar = \"semua\"    # {}", comment(&words::toml_all_sheets(&names)));
            }
        }
    }

    /// Rows that would be refused.
    fn doubts(&self, text: &mut String) {
        let count = self.group.table.rows.values().filter(|said| said.value.is_doubtful()).count();
        if count > 0 {
            let _ = writeln!(text, "# {}", words::toml_doubtful_rows(count));
        }
    }

    fn columns(&self, id: &str, text: &mut String) {
        let table = self.group.table;
        let mut own: Vec<String> = Vec::new();
        let mut written: BTreeSet<&str> = BTreeSet::new();
        let torn = |column: u32| table.ganda.iter().any(|(_, columns)| columns.contains(&column));
        for column in &table.columns {
            let letters = CellAddress::column_letters(column.column);
            match &column.isian {
                Some(isian) if table.bentuk == Dictionary::None => {
                    if written.insert(isian) {
                        let same = table.columns.iter().filter(|other| other.isian.as_ref() == Some(isian)).count();
                        let year = column.periode.as_ref().and_then(|periode| periode.year).filter(|_| same > 1);
                        // A heading that comes once a year.
                        let judul =
                            year.map_or_else(|| column.judul.clone(), |year| column.judul.replace(&year.to_string(), "{tahun}"));
                        let judul = quoted(&judul);
                        own.push(format!("{isian} = {{ judul = {judul}, jenis = \"{}\" }}", jenis(column.jenis)));
                    }
                }
                Some(isian) => {
                    let Some(known) = &column.mirip else { continue };
                    if written.insert(isian) {
                        let judul = quoted(&without_year(&column.judul));
                        own.push(format!("{isian} = {judul}    # {}", comment(&words::toml_near(&letters, known))));
                    }
                }
                None if torn(column.column) || column.terisi == 0 => {}
                None => {
                    let Some(isian) = tidy_name(&column.judul).filter(|isian| !is_number(isian)) else { continue };
                    let judul = quoted(&column.judul);
                    let line = format!("# {isian} = {{ judul = {judul}, jenis = \"{}\" }}", jenis(column.jenis));
                    own.push(format!("{line}    # {}", words::toml_unknown(&letters)));
                }
            }
        }
        for (isian, columns) in &table.ganda {
            let of = |number: &u32| table.columns.iter().find(|column| column.column == *number);
            for column in columns.iter().filter_map(of) {
                let letters = CellAddress::column_letters(column.column);
                own.push(format!("# {isian} = {}    # {}", quoted(&column.judul), words::toml_ambiguous(&letters)));
            }
        }
        if own.is_empty() {
            return;
        }
        let active = own.iter().any(|line| !line.starts_with('#'));
        let _ = writeln!(text, "{}[sumber.{id}.kolom]", if active { "" } else { "# " });
        for line in own {
            let _ = writeln!(text, "{line}");
        }
    }
}

/// The running number of rows is no field of anyone's.
fn is_number(isian: &str) -> bool {
    matches!(isian, "no" | "nomor" | "no_urut" | "nomor_urut" | "nmr")
}

/// What one row is, from the field that names it: `nama_kelompok` is a kelompok.
fn butir_of(isian: &str) -> String {
    in_words(isian.strip_prefix("nama_").unwrap_or(isian))
}

/// A heading that comes once a year means its field in every year.
fn without_year(judul: &str) -> String {
    match year_written(judul) {
        Some(year) => judul.replace(&year.to_string(), " ").split_whitespace().collect::<Vec<_>>().join(" "),
        None => judul.to_owned(),
    }
}

/// One line, whatever the workbook's own words hold.
fn comment(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
