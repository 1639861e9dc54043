//! How a sheet was read for a year, decision by decision, each with what says so.
//! The record, `lihat --profil`, `jelaskan` and the part *bacaan* show these.

use super::body::row_said::{self, Peran, RowsSaid, ranges};
use super::by_profile::{mark_key, overruled_heading};
use super::cell::raw_text;
use super::columns::column::Used;
use super::columns::part_period::PartPeriod;
use super::counted::CountedRow;
use super::keputusan::{Karena, Keputusan, Tentang};
use super::matching::captured::is_captured;
use super::matching::fit::Chosen;
use super::matching::year_said::{self, heading_cell};
use super::matching::years::YearPlan;
use super::source::Source;
use super::{Isi, Jenis};
use crate::profile::Angka;
use crate::table::{Decided, Evidence, Ground, LayoutColumn, Match, Strength, TableLayout};
use crate::vocabulary::{CellAddress, Sel, Year, mask_person};
use crate::workbook::{Sheet, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A table that was read for a year.
pub(crate) struct TableRead<'a> {
    pub source: &'a Source<'a>,
    pub chosen: &'a Chosen<'a>,
    /// Where the years stand.
    pub said: &'a Decided<YearPlan>,
    pub tahun: Year,
    pub period: &'a PartPeriod,
    /// The year's columns.
    pub columns: Vec<&'a Used>,
    /// The rows that count in this year.
    pub rows: Vec<&'a CountedRow>,
    /// All rows that count, of whatever year.
    pub counted: &'a [CountedRow],
    /// What the others are, and those that do not plainly count.
    pub rows_said: &'a RowsSaid,
    /// What `arti` says of texts on the sheet.
    pub meant: &'a [Keputusan],
}

impl TableRead<'_> {
    /// All decisions, in the order in which they are taken.
    pub(crate) fn decisions(&self) -> Vec<Keputusan> {
        let mut decisions = vec![self.file()];
        decisions.extend(self.sheet());
        decisions.push(self.headings());
        decisions.extend(self.columns.iter().filter(|used| self.matters(used)).map(|used| self.column(used)));
        decisions.push(self.rows());
        decisions.push(year_said::shown(self.said, self.tahun, self.layout()));
        decisions.push(self.period());
        for used in self.columns.iter().filter(|used| used.rests.contains(&self.tahun)) {
            decisions.extend(self.unit(used));
            decisions.extend(self.convention(used));
            decisions.extend(self.marks(used));
        }
        decisions.extend(self.entity());
        decisions.extend(self.meant.iter().cloned());
        decisions
    }

    fn layout(&self) -> &TableLayout {
        &self.chosen.layout
    }

    /// A column that a figure rests on, or that names the rows.
    fn matters(&self, used: &Used) -> bool {
        let field = &self.source.fields[used.field];
        used.rests.contains(&self.tahun) || field.is_key || self.chosen.name.as_ref() == Some(&field.isian)
    }

    fn key(&self, key: &str) -> Ground {
        Ground::Key(format!("sumber.{}.{key}", self.source.sumber.id))
    }

    fn file(&self) -> Keputusan {
        let patterns: Vec<&str> = self.source.sumber.berkas.iter().map(|berkas| berkas.text.as_str()).collect();
        decided(Tentang::Berkas, None, self.chosen.sheet.berkas.to_string(), (self.key("berkas"), patterns.join(", ")))
    }

    fn sheet(&self) -> Option<Keputusan> {
        let name = self.chosen.sheet.name.as_deref()?;
        let ground = match &self.source.sumber.lembar {
            Some(lembar) => (self.key("lembar"), lembar.text.clone()),
            // Of several that fit the one whose title, or else its own name, states the year.
            None if self.chosen.is_by_year => {
                let title = self.layout().stated_years.iter().find(|title| title.year == self.tahun);
                title.map_or((Ground::Sheet, name.to_owned()), |title| (title.at.ground(), title.at.told(&title.text)))
            }
            None => (Ground::Rule, ONLY_SHEET.to_owned()),
        };
        Some(decided(Tentang::Lembar, None, name.to_owned(), ground))
    }

    fn headings(&self) -> Keputusan {
        let (first, last) = self.layout().header;
        let rows = if first == last { (first + 1).to_string() } else { format!("{}-{}", first + 1, last + 1) };
        if self.source.sumber.baris_judul.is_some() {
            return decided(Tentang::Judul, None, rows.clone(), (self.key("baris_judul"), rows));
        }
        let known: Vec<String> =
            self.columns.iter().filter_map(|used| self.heading(used).path.last().cloned()).take(KNOWN_SHOWN).collect();
        let ground = Ground::Cell(CellAddress::new(last, self.layout().columns.first().map_or(0, |column| column.column)));
        keputusan(Tentang::Judul, None, rows, vec![Evidence::new((), ground, known.join(" | "), Strength::Implied)])
    }

    fn heading(&self, used: &Used) -> &LayoutColumn {
        &self.layout().columns[used.index]
    }

    fn heading_cell(&self, column: u32) -> Ground {
        heading_cell(self.chosen.sheet, self.layout(), column)
    }

    fn column(&self, used: &Used) -> Keputusan {
        let (field, heading) = (&self.source.fields[used.field], self.heading(used));
        let strength = match heading.matched {
            Match::Exact => Strength::Stated,
            Match::Near { .. } => Strength::Implied,
        };
        let path = heading.path.join(" / ");
        let is_of_name = is_captured(heading);
        let ground = if is_of_name { Ground::File } else { self.heading_cell(heading.column) };
        let mut karena = vec![Evidence::new((), ground, path, strength)];
        if let Some(spec) = self.source.sumber.kolom.get(&*field.isian) {
            let key = self.key(&format!("kolom.{}", field.isian));
            karena.insert(0, Evidence::new((), key, spec.judul.text.clone(), Strength::Stated));
        }
        let letters = if is_of_name { heading.path.join(" / ") } else { CellAddress::column_letters(heading.column) };
        let mut keputusan = keputusan(Tentang::Kolom, Some(field.isian.clone()), letters, karena);
        keputusan.mengalahkan = keputusan.kunci().is_some().then(|| {
            let passed = overruled_heading(self.source, self.layout(), used);
            let karena = |column: &LayoutColumn| Karena {
                tempat: Ground::Column(column.column),
                teks: column.path.join(" / "),
                kekuatan: Strength::Stated,
            };
            passed.map(karena).into_iter().collect()
        });
        keputusan
    }

    fn rows(&self) -> Keputusan {
        let counted = ranges(self.rows.iter().map(|row| row.row));
        // A row of another year's is no row of this one.
        let is_own = |row: &u32| self.rows.binary_search_by_key(row, |counted| counted.row).is_ok();
        let said = self.rows_said.iter().filter(|(row, said)| said.value != Peran::Data || is_own(row));
        let mut karena = row_said::shown(said.map(|(row, said)| (*row, said)));
        if karena.is_empty() {
            karena.extend(self.named_rows());
        }
        Keputusan::new(Tentang::Baris, None, counted, karena)
    }

    /// The names of the first and the last row that count, at the first.
    fn named_rows(&self) -> Option<Karena> {
        let (first, last) = (self.rows.first()?, self.rows.last()?);
        let column = self.layout().columns.iter().find(|column| column.isian.is_some() && column.isian == self.chosen.name);
        let tempat = column.map_or(Ground::Row(first.row), |column| Ground::Cell(CellAddress::new(first.row, column.column)));
        let names: Vec<String> = [first, last].iter().map(|row| format!("`{}`", mask_person(row.nama.trim()))).collect();
        Some(Karena { tempat, teks: format!("data: {}", names.join(" … ")), kekuatan: Strength::Shape })
    }

    fn period(&self) -> Keputusan {
        let PartPeriod { months, text, at, .. } = self.period;
        let is_stated = *months != 12 || *text != self.tahun.to_string();
        let strength = if is_stated { Strength::Stated } else { Strength::Implied };
        let tempat = match at.sel {
            Some(Sel::Cell(cell)) => Ground::Cell(cell),
            Some(Sel::Column(column)) => Ground::Column(column),
            Some(Sel::Row(row)) => Ground::Row(row),
            None if is_stated => {
                let title = self.layout().stated_years.iter().find(|title| title.text.contains(text.as_str()));
                title.map_or(Ground::Sheet, |title| title.at.ground())
            }
            None => Ground::Rule,
        };
        let karena = vec![Karena { tempat, teks: text.clone(), kekuatan: strength }];
        Keputusan::new(Tentang::Periode, None, format!("{months} bulan"), karena)
    }

    fn unit(&self, used: &Used) -> Option<Keputusan> {
        let (field, unit) = (&self.source.fields[used.field], used.unit.as_ref()?);
        Some(shown_unit(field.isian.clone(), unit))
    }

    fn convention(&self, used: &Used) -> Option<Keputusan> {
        let field = &self.source.fields[used.field];
        if !matches!(field.jenis, Jenis::Uang | Jenis::Angka) {
            return None;
        }
        let shown = |angka: Angka| match angka {
            Angka::Id => ID,
            Angka::En => EN,
        };
        if let Some(angka) = self.source.sumber.angka {
            return Some(decided(
                Tentang::Konvensi,
                Some(field.isian.clone()),
                shown(angka).0.to_owned(),
                (self.key("angka"), shown(angka).1.to_owned()),
            ));
        }
        let angka = used.reader.votes.convention()?;
        let (at, text) = used.reader.votes.first(angka)?;
        let evidence = Evidence::new((), Ground::Cell(at), text, Strength::Shape);
        Some(keputusan(Tentang::Konvensi, Some(field.isian.clone()), shown(angka).0.to_owned(), vec![evidence]))
    }

    /// The words that were read as yes and as no.
    fn marks(&self, used: &Used) -> Option<Keputusan> {
        let field = &self.source.fields[used.field];
        if field.jenis != Jenis::Tanda {
            return None;
        }
        let mut words: [BTreeMap<String, CellAddress>; 2] = [BTreeMap::new(), BTreeMap::new()];
        let column = self.chosen.layout.columns[used.index].column;
        for (row, isi) in self.counted.iter().zip(used.data.iter()) {
            let Isi::Tanda(yes) = isi else { continue };
            let at = CellAddress::new(row.row, column);
            words[usize::from(!yes)].entry(mark_text(self.chosen.sheet, at)).or_insert(at);
        }
        let list = |words: &BTreeMap<String, CellAddress>| words.keys().cloned().collect::<Vec<_>>().join(" ");
        let nilai = format!("ya: {}; tidak: {}", list(&words[0]), list(&words[1]));
        let told = |(text, at): (&String, &CellAddress)| {
            let key = mark_key(self.source, text).map(|key| Evidence::new((), self.key(key), text.clone(), Strength::Stated));
            key.into_iter().chain([Evidence::new((), Ground::Cell(*at), text.clone(), Strength::Stated)])
        };
        let evidence = words.iter().flatten().flat_map(told).collect();
        Some(keputusan(Tentang::Tanda, Some(field.isian.clone()), nilai, evidence))
    }

    fn entity(&self) -> Option<Keputusan> {
        let kunci: BTreeSet<&str> = self.source.sumber.kunci.iter().map(|key| key.text.as_str()).collect();
        let kunci: Vec<&str> = kunci.into_iter().collect();
        if kunci.is_empty() {
            return None;
        }
        Some(decided(Tentang::Entitas, None, kunci.join(", "), (self.key("kunci"), kunci.join(", "))))
    }
}

/// How many headings tell where the heading rows are.
const KNOWN_SHOWN: usize = 4;
const ONLY_SHEET: &str = "satu-satunya lembar yang judul kolomnya sesuai";
const ID: (&str, &str) = ("id", "1.234,5");
const EN: (&str, &str) = ("en", "1,234.5");

/// A money column's unit, as it is shown.
pub(crate) fn shown_unit(isian: Arc<str>, unit: &Decided<u64>) -> Keputusan {
    let karena = unit.because.iter().map(Karena::from).collect();
    let mut keputusan = Keputusan::new(Tentang::Satuan, Some(isian), unit.value.to_string(), karena);
    keputusan.mengalahkan = unit.is_by_key().then(|| unit.against.iter().map(Karena::from).collect());
    keputusan
}

fn keputusan(tentang: Tentang, isian: Option<Arc<str>>, nilai: String, karena: Vec<Evidence<()>>) -> Keputusan {
    Keputusan::new(tentang, isian, nilai, karena.iter().map(Karena::from).collect())
}

/// A decision with one ground: a profile's key states it, a rule only implies it.
fn decided(tentang: Tentang, isian: Option<Arc<str>>, nilai: String, (ground, text): (Ground, String)) -> Keputusan {
    let strength = if ground == Ground::Rule { Strength::Implied } else { Strength::Stated };
    keputusan(tentang, isian, nilai, vec![Evidence::new((), ground, text, strength)])
}

fn mark_text(sheet: &Sheet, at: CellAddress) -> String {
    match sheet.cell(at).map(|cell| cell.value) {
        Some(Value::Text(text)) => text.trim().to_lowercase(),
        Some(value) => raw_text(&value),
        None => BLANK.to_owned(),
    }
}

/// How an empty cell is shown among words.
const BLANK: &str = "(kosong)";
