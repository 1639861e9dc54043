//! An indicator of the catalogue put into a profile: its measures, its source
//! where there is none of its kind, and itself under a sasaran.

use super::catalog::Entry;
use super::rename::with_word;
use super::text::Edited;
use crate::vocabulary::Year;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, Value, value};

/// The year that the catalogue's made-up values are of.
const SAMPLE_YEAR: i32 = 2021;
/// What the office has to write.
const UNFILLED: &str = "…";

/// The sasaran that a profile has, as they are to be chosen from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Goals {
    pub uraian: Vec<String>,
    /// The report year.
    pub tahun: Option<Year>,
}

/// A profile with an indicator more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Added {
    pub text: String,
    /// The names of the indicators put in.
    pub indikator: Vec<String>,
    pub ukuran: Vec<String>,
    /// Sources that were added, whose file the office has to name.
    pub sumber: Vec<String>,
    /// Fields of the office's own that its sheets must have a column for: field, heading.
    pub kolom: Vec<(String, String)>,
    /// Measures whose value has to be written, where `…` stands.
    pub isi: Vec<String>,
}

/// Why nothing was put in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AddError {
    /// The profile is no TOML.
    Syntax,
    /// There are only so many sasaran.
    NoSuchGoal { ada: usize },
    /// The profile has this indicator already.
    There { nama: String },
    /// `sumber`, `ukuran` or `sasaran` is written as something else than tables.
    Shape { bagian: &'static str },
}

/// The sasaran of a profile.
///
/// # Errors
/// [`AddError::Syntax`], [`AddError::Shape`].
pub fn goals(text: &str) -> Result<Goals, AddError> {
    let mut edited = Edited::parse(text).map_err(|_| AddError::Syntax)?;
    let tahun = report_year(&edited.doc);
    let goals = goal_tables(&mut edited.doc)?;
    let text_of = |goal: &Table| goal.get("uraian").and_then(Item::as_str).unwrap_or(UNFILLED).to_owned();
    Ok(Goals { uraian: goals.iter().map(text_of).collect(), tahun })
}

/// Puts the entry under the sasaran counted from 1; one more than there are makes a new one.
///
/// # Errors
/// What [`AddError`] names; the text is then as it was.
pub fn add(text: &str, entry: &Entry, sasaran: usize) -> Result<Added, AddError> {
    let mut edited = Edited::parse(text).map_err(|_| AddError::Syntax)?;
    let tahun = report_year(&edited.doc).map_or(SAMPLE_YEAR, |year| year.0);
    let given: DocumentMut = entry.profil.parse().map_err(|_| AddError::Syntax)?;
    let mut adding = Adding { doc: &mut edited.doc, years: tahun - SAMPLE_YEAR, renamed: Vec::new(), added: Added::empty() };
    adding.sources(&given)?;
    adding.measures(&given)?;
    adding.indicators(&given, sasaran)?;
    let mut added = adding.added;
    added.text = edited.into_text();
    Ok(added)
}

fn report_year(doc: &DocumentMut) -> Option<Year> {
    let tahun = doc.get("laporan")?.get("tahun")?.as_integer()?;
    i32::try_from(tahun).ok().map(Year)
}

fn goal_tables(doc: &mut DocumentMut) -> Result<&mut ArrayOfTables, AddError> {
    let goals = doc.entry("sasaran").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    goals.as_array_of_tables_mut().ok_or(AddError::Shape { bagian: "[[sasaran]]" })
}

/// A table of the root, made where there is none: the heading of its own is not written.
fn root_table<'d>(doc: &'d mut DocumentMut, bagian: &'static str) -> Result<&'d mut Table, AddError> {
    let made = || {
        let mut table = Table::new();
        table.set_implicit(true);
        Item::Table(table)
    };
    doc.entry(bagian).or_insert_with(made).as_table_mut().ok_or(AddError::Shape { bagian })
}

impl Added {
    fn empty() -> Self {
        let (indikator, ukuran, sumber) = (Vec::new(), Vec::new(), Vec::new());
        Self { text: String::new(), indikator, ukuran, sumber, kolom: Vec::new(), isi: Vec::new() }
    }
}

struct Adding<'d> {
    doc: &'d mut DocumentMut,
    years: i32,
    /// Names of the catalogue that are called otherwise here, and whether of a source.
    renamed: Vec<(String, String, bool)>,
    added: Added,
}

impl Adding<'_> {
    /// A source of the same kind, whose rows are of the same kind, is used, whatever its name; else the catalogue's is
    /// added, under a name of its own where another kind has its.
    fn sources(&mut self, given: &DocumentMut) -> Result<(), AddError> {
        let Some(sources) = given.get("sumber").and_then(Item::as_table) else { return Ok(()) };
        for (nama, source) in sources {
            let Some(source) = source.as_table() else { continue };
            let own = root_table(self.doc, "sumber")?;
            let bentuk = source.get("bentuk").and_then(Item::as_str);
            let butir = source.get("butir").and_then(Item::as_str);
            let are_same_rows = |item: &Item| item.get("butir").and_then(Item::as_str) == butir;
            let is_same =
                |item: &Item| bentuk.is_some() && item.get("bentuk").and_then(Item::as_str) == bentuk && are_same_rows(item);
            let found = if own.get(nama).is_some_and(are_same_rows) {
                Some(nama.to_owned())
            } else {
                own.iter().find(|(_, item)| is_same(item)).map(|(own, _)| own.to_owned())
            };
            match found {
                None if own.contains_key(nama) => {
                    let first = format!("{nama}_{}", butir.unwrap_or("rinci"));
                    let others = (2..).map(|number| format!("{first}_{number}"));
                    let name = std::iter::once(first.clone()).chain(others).find(|name| !own.contains_key(name));
                    let name = name.unwrap_or_default();
                    let mut source = placed_last(source.clone());
                    source.remove("kolom");
                    own.insert(&name, Item::Table(source));
                    self.added.sumber.push(name.clone());
                    self.renamed.push((nama.to_owned(), name, true));
                }
                Some(own) if own != nama => self.renamed.push((nama.to_owned(), own, true)),
                Some(_) => {}
                None => {
                    let mut source = placed_last(source.clone());
                    source.remove("kolom");
                    own.insert(nama, Item::Table(source));
                    self.added.sumber.push(nama.to_owned());
                }
            }
            if let Some(kolom) = source.get("kolom").and_then(Item::as_table) {
                self.columns(nama, kolom)?;
            }
        }
        Ok(())
    }

    /// The fields that no dictionary knows.
    fn columns(&mut self, sumber: &str, kolom: &Table) -> Result<(), AddError> {
        let name = self.called(sumber, true);
        let own = root_table(self.doc, "sumber")?;
        let source = own.get_mut(&name).and_then(Item::as_table_like_mut).ok_or(AddError::Shape { bagian: "sumber" })?;
        let columns = source.entry("kolom").or_insert_with(|| Item::Table(Table::new()));
        let columns = columns.as_table_like_mut().ok_or(AddError::Shape { bagian: "kolom" })?;
        for (isian, spec) in kolom {
            if columns.contains_key(isian) {
                continue;
            }
            let judul = spec.get("judul").and_then(Item::as_str).unwrap_or(isian);
            self.added.kolom.push((isian.to_owned(), judul.to_owned()));
            columns.insert(isian, spec.clone());
        }
        Ok(())
    }

    /// A measure of the same name and formula is there already; of another formula it gets a name of its own.
    fn measures(&mut self, given: &DocumentMut) -> Result<(), AddError> {
        let Some(measures) = given.get("ukuran").and_then(Item::as_table) else { return Ok(()) };
        // A formula must never be in doubt whether a name is a source or a measure.
        let sources: Vec<String> = root_table(self.doc, "sumber")?.iter().map(|(name, _)| name.to_owned()).collect();
        for (nama, measure) in after_those_they_name(measures) {
            let mut measure = placed_last(measure.clone());
            self.rewrite(&mut measure);
            let own = root_table(self.doc, "ukuran")?;
            let rumus = |item: &Table| item.get("rumus").and_then(Item::as_str).map(squeezed);
            let is_there =
                |name: &str| own.get(name).and_then(Item::as_table).is_some_and(|there| rumus(there) == rumus(&measure));
            let is_source = |name: &str| sources.iter().any(|source| source.eq_ignore_ascii_case(name));
            let first = if is_source(nama) { format!("jumlah_{nama}") } else { nama.to_owned() };
            let others = (2..).map(|number| format!("{first}_{number}"));
            let fits = |name: &String| !own.contains_key(name) && !is_source(name) || is_there(name);
            let name = std::iter::once(first.clone()).chain(others).find(fits).unwrap_or_default();
            let is_known = own.contains_key(&name);
            if name != nama {
                self.renamed.push((nama.to_owned(), name.clone(), false));
            }
            if is_known {
                continue;
            }
            self.moved(&mut measure, &name);
            root_table(self.doc, "ukuran")?.insert(&name, Item::Table(measure));
            self.added.ukuran.push(name);
        }
        Ok(())
    }

    fn indicators(&mut self, given: &DocumentMut, sasaran: usize) -> Result<(), AddError> {
        let all = given.get("sasaran").and_then(Item::as_array_of_tables).into_iter().flatten();
        let all = all.flat_map(|goal| goal.get("indikator").and_then(Item::as_array_of_tables).into_iter().flatten());
        let mut new: Vec<Table> = Vec::new();
        for indicator in all {
            let mut indicator = placed_last(indicator.clone());
            self.rewrite(&mut indicator);
            // The office's own target is not known; a made-up one must not be signed.
            indicator.remove("target");
            indicator.remove("target_akhir");
            let nama = indicator.get("nama").and_then(Item::as_str).unwrap_or_default().to_owned();
            self.added.indikator.push(nama);
            new.push(indicator);
        }
        let goals = goal_tables(self.doc)?;
        let named = |goal: &Table, nama: &str| {
            let own = goal.get("indikator").and_then(Item::as_array_of_tables).into_iter().flatten();
            own.into_iter().any(|one| one.get("nama").and_then(Item::as_str) == Some(nama))
        };
        if let Some(nama) = self.added.indikator.iter().find(|nama| goals.iter().any(|goal| named(goal, nama))) {
            return Err(AddError::There { nama: nama.clone() });
        }
        let ada = goals.len();
        if sasaran == ada + 1 {
            let mut goal = Table::new();
            goal.decor_mut().set_prefix("\n");
            goal.insert("uraian", value(UNFILLED));
            goals.push(goal);
        }
        let goal = sasaran.checked_sub(1).and_then(|index| goals.get_mut(index)).ok_or(AddError::NoSuchGoal { ada })?;
        let own = goal.entry("indikator").or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        let own = own.as_array_of_tables_mut().ok_or(AddError::Shape { bagian: "[[sasaran.indikator]]" })?;
        new.into_iter().for_each(|indicator| own.push(indicator));
        Ok(())
    }

    /// What a name of the catalogue is called here.
    fn called(&self, nama: &str, source: bool) -> String {
        let found = self.renamed.iter().find(|(from, _, is_source)| from == nama && *is_source == source);
        found.map_or(nama, |(_, to, _)| to).to_owned()
    }

    /// The formula with the names that things have here.
    fn rewrite(&self, table: &mut Table) {
        let Some(rumus) = table.get("rumus").and_then(Item::as_str) else { return };
        let mut text = rumus.to_owned();
        for (from, to, is_source) in &self.renamed {
            text = with_word(&text, from, to, *is_source);
        }
        if text != rumus
            && let Some(item) = table.get_mut("rumus")
        {
            let decor = item.as_value().map(|old| old.decor().clone());
            let mut new = Value::from(text);
            if let Some(decor) = decor {
                *new.decor_mut() = decor;
            }
            *item = Item::Value(new);
        }
    }

    /// A value from outside is the office's to write: its years are moved, its numbers asked for.
    fn moved(&mut self, measure: &mut Table, name: &str) {
        let Some(tetapan) = measure.get_mut("tetapan").and_then(Item::as_inline_table_mut) else { return };
        let years: Vec<i32> = tetapan.iter().filter_map(|(year, _)| year.parse().ok()).collect();
        tetapan.clear();
        for year in years {
            tetapan.insert((year + self.years).to_string(), Value::from(UNFILLED));
        }
        tetapan.fmt();
        let mut asal = value(UNFILLED);
        if let (Some(new), Some(old)) = (asal.as_value_mut(), measure.get("asal").and_then(Item::as_value)) {
            *new.decor_mut() = old.decor().clone();
        }
        measure["asal"] = asal;
        self.added.isi.push(name.to_owned());
    }
}

/// A table as it is, to be written after what stands before it; a line between them.
fn placed_last(mut table: Table) -> Table {
    fn unplaced(table: &mut Table) {
        table.set_position(None);
        for (_, item) in table.iter_mut() {
            match item {
                Item::Table(inner) => unplaced(inner),
                Item::ArrayOfTables(all) => all.iter_mut().for_each(unplaced),
                _ => {}
            }
        }
    }
    unplaced(&mut table);
    table.decor_mut().set_prefix("\n");
    table
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase()
}

/// The catalogue's measures, each after those that its formula names.
fn after_those_they_name(measures: &Table) -> Vec<(&str, &Table)> {
    let mut waiting: Vec<(&str, &Table)> =
        measures.iter().filter_map(|(nama, measure)| Some((nama, measure.as_table()?))).collect();
    let mut ordered = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let names = |(own, measure): &(&str, &Table)| {
            let rumus = measure.get("rumus").and_then(Item::as_str).unwrap_or_default();
            waiting.iter().any(|(nama, _)| nama != own && with_word(rumus, nama, "", false) != rumus)
        };
        // Measures that name each other are no measures; they go in as they are.
        let next = waiting.iter().position(|one| !names(one)).unwrap_or(0);
        ordered.push(waiting.remove(next));
    }
    ordered
}

#[cfg(test)]
mod tests;
