//! What the labels over some rows of a table say of those rows: nothing that
//! changes them, or something that the office must settle (`arti`).

use crate::dataset::accept::Findings;
use crate::dataset::body::row_said::{Peran, settled};
use crate::dataset::body::rows::Rows;
use crate::dataset::cell::raw_text;
use crate::dataset::counted::CountedRow;
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::diagnostic::{ArtiSebab, ArtiTidakDikenal, Temuan};
use crate::profile::Arti;
use crate::table::{Ground, LayoutColumn, RowKind, TableLayout};
use crate::text::dateless::dateless;
use crate::text::doubt::unsettles;
use crate::text::label::spelt_words;
use crate::text::lexicon::KINDS;
use crate::text::loose::loosely;
use crate::text::partial::partial;
use crate::text::provisional;
use crate::text::reserve::reservation;
use crate::text::section::{SectionLabel, leads_a_place, section_label};
use crate::vocabulary::{CellAddress, Year, mask_person};
use crate::workbook::{Sheet, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Rows whose words beside the name are learnt as known.
const LEARNT: usize = 2_000;

/// A label and the rows that it heads.
struct Section {
    row: u32,
    text: String,
    /// The rows up to here, it not included, are its own.
    end: u32,
    says: SectionLabel,
    arti: Option<Arti>,
    /// It stands where names do, and may be one.
    may_be_name: bool,
    /// How many counted rows it heads.
    counted: usize,
}

impl Section {
    /// The counted rows below the label, up to its end.
    fn own<'a>(&self, counted: &'a [CountedRow]) -> &'a [CountedRow] {
        let from = counted.partition_point(|row| row.row <= self.row);
        let to = counted.partition_point(|row| row.row < self.end);
        counted.get(from..to).unwrap_or_default()
    }
}

/// The rows that any of some sections heads: each label's row, ascending, with the
/// furthest end of it and those above it.
struct Headed(Vec<(u32, u32)>);

impl Headed {
    fn of<'a>(sections: impl Iterator<Item = &'a Section>) -> Self {
        let mut furthest = 0;
        let reach = sections.map(|section| {
            furthest = section.end.max(furthest);
            (section.row, furthest)
        });
        Self(reach.collect())
    }

    fn holds(&self, row: u32) -> bool {
        let above = self.0.partition_point(|(label, _)| *label < row);
        above.checked_sub(1).is_some_and(|last| row < self.0[last].1)
    }
}

/// The sheet and table whose sections are judged, and the year that its figures are of, where it is one.
pub(crate) struct Judged<'a> {
    pub sheet: &'a Sheet,
    pub layout: &'a TableLayout,
    pub tahun: Option<Year>,
}

/// Leaves out the rows of sections that `arti` says to, and raises what no one
/// has settled.
pub(crate) fn judge_sections(source: &Source, of: &Judged, rows: &mut Rows, findings: &mut Findings) {
    let mut sections = sections(source, of);
    if sections.is_empty() {
        return;
    }
    let left_out = Headed::of(sections.iter().filter(|section| section.arti == Some(Arti::Lewati)));
    let key = || Ground::Key(format!("sumber.{}.arti", source.sumber.id));
    let ignored = rows.counted.iter().map(|counted| counted.row).filter(|row| left_out.holds(*row));
    let ignored: Vec<_> = ignored.map(|row| (row, settled(None, Peran::Diabaikan, key()))).collect();
    rows.said.extend(ignored);
    rows.counted.retain(|counted| !left_out.holds(counted.row));
    rows.totals.retain(|total| !left_out.holds(total.row));
    for section in &mut sections {
        section.counted = section.own(&rows.counted).len();
    }
    let again = repeated(&sections, &rows.counted);
    // Beside `Aktif` alone a word that no list knows is how others stand.
    let covers = covers(&sections, &rows.counted, |row| key_in(source, of, row))
        && !sections.iter().any(|section| heads_the_living(&section.text));
    let mut told: BTreeSet<String> = BTreeSet::new();
    for (index, section) in sections.iter().enumerate() {
        if section.arti.is_some() || section.counted == 0 {
            continue;
        }
        let sebab = match &section.says {
            SectionLabel::Status(word) => Some(ArtiSebab::Keadaan(word.clone())),
            SectionLabel::Unit(unit) => Some(ArtiSebab::Satuan(unit.clone())),
            SectionLabel::Period { year, months } => {
                let is_own = year.is_none_or(|year| Some(year) == of.tahun) && months.is_none_or(|months| months == 12);
                if is_own { doubt(&section.text).map(ArtiSebab::Keadaan) } else { Some(ArtiSebab::Waktu) }
            }
            SectionLabel::Unknown | SectionLabel::Plain if doubt(&section.text).is_some() => {
                doubt(&section.text).map(ArtiSebab::Keadaan)
            }
            SectionLabel::Unknown | SectionLabel::Plain if source.names_another(&section.text) => {
                Some(ArtiSebab::Keadaan(section.text.trim().to_owned()))
            }
            SectionLabel::Unknown if !covers || section.may_be_name && sections.len() < 2 => Some(ArtiSebab::Asing),
            SectionLabel::Unknown | SectionLabel::Plain => again.contains(&index).then_some(ArtiSebab::Terulang),
        };
        let Some(sebab) = sebab else { continue };
        if told.insert(Arti::folded(&section.text)) {
            let at = label_cell(of.sheet, section.row);
            let (sumber, teks) = (source.sumber.id.clone(), mask_person(&section.text));
            let fakta = ArtiTidakDikenal { sumber, teks: teks.clone(), sebab, baris: section.counted };
            findings.raise(Temuan::new(of.sheet.at_cell(at), fakta), Some(&teks));
        }
    }
}

/// `Aktif`, `KOPERASI AKTIF`, and nothing else.
fn heads_the_living(label: &str) -> bool {
    let words = spelt_words(label);
    words.iter().any(|word| word == "aktif") && words.iter().all(|word| word == "aktif" || KINDS.contains(&word.as_str()))
}

/// The words by which a label over rows unsettles them though it names no status: `angka sementara`, `PLAFON`.
fn doubt(label: &str) -> Option<String> {
    doubt_in(label).or_else(|| doubt_in(&dateless(label)?))
}

fn doubt_in(label: &str) -> Option<String> {
    provisional(label)
        .or_else(|| loosely(label))
        .or_else(|| unsettles(label))
        .or_else(|| partial(label))
        .or_else(|| reservation(label))
}

/// The labels in order. A label right over another heads what follows until a
/// label of its own kind: `A.` until `B.`, words that `arti` or a list tells until such others.
fn sections(source: &Source, of: &Judged) -> Vec<Section> {
    let own = table_words(source, of);
    let known = |word: &str| own.contains(word) || source.own_words.contains(word);
    let data: Vec<u32> = of.layout.rows.iter().filter(|row| matches!(row.kind, RowKind::Data)).map(|row| row.row).collect();
    let name_column = of.names_alone(source);
    let wide = of.wide_labels();
    let pages = page_heads(of.layout);
    let mut sections: Vec<Section> = Vec::new();
    let past = of.layout.rows.last().map_or(0, |row| row.row + 1);
    for row in of.layout.rows.iter().filter(|_| !data.is_empty()) {
        let RowKind::GroupLabel(text) = row.kind else { continue };
        let arti = Arti::of(&source.sumber.arti, text);
        let mut says = section_label(text, known);
        // A name among names that heads nothing but by its first word: only where all rows have such.
        let stands_there = |name: u32| of.sheet.row(row.row).iter().any(|cell| cell.at.column == name);
        let may_be_name = name_column.is_some_and(stands_there) && !wide.contains(&row.row);
        // A title over headings that come again says what it likes, unless the names below stand above it too.
        if says == SectionLabel::Unknown && pages.contains(&row.row) {
            says = SectionLabel::Plain;
        }
        // `KECAMATAN KERUAK` over headings that come again below it is where they are.
        let is_place = pages.contains(&row.row) && leads_a_place(text);
        if says == SectionLabel::Plain && may_be_name && !is_place {
            says = SectionLabel::Unknown;
        }
        sections.push(Section { row: row.row, text: text.clone(), end: past, says, arti, may_be_name, counted: 0 });
    }
    let is_grave =
        |section: &Section| section.arti.is_some() || !matches!(section.says, SectionLabel::Plain | SectionLabel::Unknown);
    for at in 0..sections.len() {
        let holds_rows = |from: u32, to: u32| data.partition_point(|row| *row < from) < data.partition_point(|row| *row < to);
        let next = sections.get(at + 1).map_or(past, |next| next.row);
        let is_parent = at + 1 < sections.len() && !holds_rows(sections[at].row, next);
        let end = if is_parent && is_grave(&sections[at]) {
            let later = sections[at + 2..].iter();
            later
                .filter(|later| is_grave(later) || kind_of(&later.text) == kind_of(&sections[at].text))
                .map(|later| later.row)
                .next()
        } else {
            Some(next)
        };
        sections[at].end = end.unwrap_or(past);
    }
    sections
}

/// The labels' rows right below which the headings come again, other titles and page marks aside.
fn page_heads(layout: &TableLayout) -> BTreeSet<u32> {
    let (mut heads, mut is_before) = (BTreeSet::new(), false);
    for row in layout.rows.iter().rev() {
        if is_before && matches!(row.kind, RowKind::GroupLabel(_)) {
            heads.insert(row.row);
        }
        is_before = match row.kind {
            RowKind::GroupLabel(_) | RowKind::Blank | RowKind::Footer => is_before,
            _ => *row.kind == RowKind::RepeatedHeading,
        };
    }
    heads
}

/// How a label is counted (`A.`, `I.`, `1.`), as its level.
fn kind_of(text: &str) -> u8 {
    let lead = text.split(['.', ')', ' ']).next().unwrap_or_default();
    let all = |test: fn(&char) -> bool| !lead.is_empty() && lead.len() <= 4 && lead.chars().all(|c| test(&c));
    match () {
        () if all(|c| matches!(c, 'I' | 'V' | 'X')) => 1,
        () if lead.len() == 1 && all(char::is_ascii_uppercase) => 2,
        () if all(char::is_ascii_digit) => 3,
        () if lead.len() == 1 && all(char::is_ascii_lowercase) => 4,
        () => 0,
    }
}

impl Judged<'_> {
    /// The column where a label may be a name: that of the names, in a list whose rows have no number of their own.
    fn names_alone(&self, source: &Source) -> Option<u32> {
        let names = |isian: &Option<std::sync::Arc<str>>| isian.as_ref().is_some_and(|isian| source.names.contains(isian));
        let name = self.layout.columns.iter().find(|column| names(&column.isian)).map(|column| column.column)?;
        let is_number = |cell: &crate::workbook::Cell| match &cell.value {
            Value::Number { .. } => true,
            Value::Text(text) => text.trim().trim_end_matches('.').bytes().all(|byte| byte.is_ascii_digit()),
            _ => false,
        };
        let data = || self.layout.rows.iter().filter(|row| matches!(row.kind, RowKind::Data)).take(LEARNT);
        let numbered = data().filter(|row| self.sheet.row(row.row).iter().any(|cell| cell.at.column < name && is_number(cell)));
        (numbered.count() * 2 <= data().count()).then_some(name)
    }

    /// The rows that begin a cell merged over several columns.
    fn wide_labels(&self) -> BTreeSet<u32> {
        let wide = self.sheet.merges.iter().flatten().filter(|merge| merge.last.column > merge.first.column);
        wide.map(|merge| merge.first.row).collect()
    }
}

/// The words that stand in the table's columns of texts, names aside.
fn table_words(source: &Source, of: &Judged) -> BTreeSet<String> {
    let is_told = |isian: &str| {
        let place = ["kecamatan", "kelurahan", "desa", "jenis", "kelompok", "sektor", "bidang", "skala", "wilayah"];
        place.iter().any(|word| isian.contains(word)) && !source.names.iter().any(|name| &**name == isian)
    };
    let columns: BTreeSet<u32> = of
        .layout
        .columns
        .iter()
        .filter(|column| {
            column.isian.as_deref().is_some_and(is_told) || column.path.iter().any(|label| is_told(&label.to_lowercase()))
        })
        .map(|column| column.column)
        .collect();
    let data = of.layout.rows.iter().filter(|row| matches!(row.kind, RowKind::Data)).take(LEARNT);
    let cells = data.flat_map(|row| of.sheet.row(row.row)).filter(|cell| columns.contains(&cell.at.column));
    let texts = cells.filter_map(|cell| match &cell.value {
        Value::Text(text) => Some(spelt_words(text)),
        _ => None,
    });
    texts.flatten().collect()
}

/// What stands in a row's columns of the key; none where one of them is blank.
fn key_in(source: &Source, of: &Judged, row: u32) -> Option<String> {
    let is_key = |column: &&LayoutColumn| source.sumber.kunci.iter().any(|key| column.isian.as_deref() == Some(&key.text));
    let cells = of.layout.columns.iter().filter(is_key).map(|column| {
        let cell = of.sheet.cell(CellAddress::new(row, column.column))?;
        Some(normal(&raw_text(&cell.value))).filter(|text| !text.is_empty())
    });
    cells.collect::<Option<Vec<String>>>().filter(|key| !key.is_empty()).map(|key| key.concat())
}

/// Whether labels head all counted rows, and nobody stands below two different ones: by the key where the row has one, else by
/// its name.
fn covers(sections: &[Section], counted: &[CountedRow], key: impl Fn(u32) -> Option<String>) -> bool {
    let headed = Headed::of(sections.iter());
    if !counted.iter().all(|row| headed.holds(row.row)) {
        return false;
    }
    let mut of_name: BTreeMap<String, String> = BTreeMap::new();
    for row in counted {
        let above = sections.partition_point(|section| section.row < row.row);
        let Some(section) = above.checked_sub(1).map(|last| &sections[last]) else { continue };
        let label = Arti::folded(&section.text);
        let first = of_name.entry(key(row.row).unwrap_or_else(|| normal(&row.nama))).or_insert_with(|| label.clone());
        if *first != label && !row.nama.is_empty() {
            return false;
        }
    }
    true
}

/// Sections (by index) of two rows or more whose names mostly stand in an earlier section, or above them all.
fn repeated(sections: &[Section], counted: &[CountedRow]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let (mut above, mut passed): (BTreeSet<String>, usize) = (BTreeSet::new(), 0);
    for (index, section) in sections.iter().enumerate() {
        while let Some(row) = counted.get(passed).filter(|row| row.row < section.row) {
            above.insert(normal(&row.nama));
            passed += 1;
        }
        let own = section.own(counted);
        let again = own.iter().map(|row| normal(&row.nama)).filter(|name| !name.is_empty() && above.contains(name)).count();
        if again >= 2 && again * 2 >= own.len() {
            found.insert(index);
        }
    }
    found
}

/// The first cell of words on a label's row.
fn label_cell(sheet: &Sheet, row: u32) -> CellAddress {
    let is_words = |value: &Value| matches!(value, Value::Text(text) if text.chars().any(char::is_alphabetic));
    sheet.row(row).iter().find(|cell| is_words(&cell.value)).map_or(CellAddress::new(row, 0), |cell| cell.at)
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::profile::{Dictionary, JenisIsian};

    #[test]
    fn two_people_of_one_name_below_two_labels_are_told_apart_by_their_keys() {
        let galat = |second: &str, kunci: &[&str]| {
            let text = format!(
                "No;Nama Peserta;NIK\n;PELATIHAN DIGITAL MARKETING;\n1;Siti Aminah;3575014101900001\n2;Budi Santoso;3575014202910002\n\
                 3;Rina Wati;3575014303920003\n;PELATIHAN KEWIRAUSAHAAN;\n1;Joko Susilo;3575014404930004\n2;Siti Aminah;{second}\n\
                 3;Agus Salim;3575014606950006\n"
            );
            let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], kunci).file("2021.csv", &text);
            let office = office.kolom("nama", "Nama Peserta", Some(JenisIsian::Teks)).kolom("nik", "NIK", Some(JenisIsian::Teks));
            let read = office.source(|sumber| sumber.butir = Some("peserta".to_owned())).needs(2021, &["nama", "nik"]).read();
            read.galat().iter().filter(|galat| galat.starts_with("arti")).count()
        };
        assert_eq!(galat("3575014505940005", &["nik"]), 0);
        // The very same person, and nothing but names.
        assert!(galat("3575014101900001", &["nik"]) > 0);
        assert!(galat("3575014505940005", &[]) > 0);
    }
}
