//! How many rows of each file, what each measure counts of its rows and leaves out, and
//! how the entities of two years compare: live counts, the last blocks of Perhitungan. The
//! part `catatan` says the same figures and, in the XLSX, takes them from there.

use super::calculation::{Line, Lines};
use super::figures::Named;
use super::model::{CakupanNama, CakupanRow, CatatanPage, MasukanRow};
use super::sheet::{Calculated, CellFormat, DataCell, FigureValue, RowStyle};
use super::words_id as words;
use crate::dataset::{Dataset, Masukan};
use crate::formula::excel::{LiveCount, LiveCoverage, Workbook, indicator_name, measure_name};
use crate::formula::{Evaluated, GroupCounts, Node, Origin};
use crate::indicator::{Figures, Plan};
use crate::profile::{Indikator, Profile};
use crate::vocabulary::Year;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// What the names of a measure's counts end with, in the order of the counts.
const NAMES: [&str; 4] = ["dihitung", "tanpa_nilai", "tidak_memenuhi", "tanpa_pasangan"];
const SENTENCE_NAME: &str = "perbandingan";
/// The longest text that Excel takes within a formula.
const LONGEST_QUOTED: usize = 250;
/// The longest formula that Excel takes.
const LONGEST_FORMULA: usize = 8_000;

/// A figure that rests on rows.
struct Counted<'a> {
    /// The measure, or the indicator's id.
    code: &'a str,
    /// The measure's name, empty for an indicator.
    label: &'a str,
    /// What the defined names begin with.
    name: String,
    sebutan: &'a str,
    tahun: Year,
    root: &'a Node,
    data: &'a Evaluated,
}

/// Adds the counts to Perhitungan and their rows to the part `catatan`; every live count gets its name in `named`.
pub fn coverage(
    (profile, plan): (&Profile, &Plan),
    (dataset, figures): (&Dataset, &Figures),
    (catatan, named): (&mut CatatanPage, &mut Named),
    lines: &mut Lines,
    live: &mut Workbook<'_, '_>,
) {
    let mut counts = Counts { lines, named };
    if !dataset.masukan.is_empty() {
        counts.lines.section(words::SECTION_FILES);
    }
    let mut taken = BTreeSet::new();
    for (index, masukan) in dataset.masukan.iter().enumerate() {
        let found = rows_of(dataset, masukan, &mut taken, live);
        catatan.masukan.push(counts.file(index, masukan, found));
    }
    let counted = counted(profile, plan, figures);
    if !counted.is_empty() {
        counts.lines.section(words::SECTION_COVERAGE);
    }
    for one in counted {
        let found = live.coverage(one.label, one.root, one.tahun, &one.data.trace);
        catatan.cakupan.push(counts.figure(&one, &found));
    }
    counts.joins(profile, live);
}

/// A source's file and sheet in a year.
type PartOf<'a> = (&'a str, Year, usize);

/// The number of a file in its table, and the live count of its rows where a table holds them all;
/// each table's part is one file's (two sources may read one sheet).
fn rows_of<'d>(
    dataset: &'d Dataset,
    masukan: &Masukan,
    taken: &mut BTreeSet<PartOf<'d>>,
    live: &mut Workbook<'_, '_>,
) -> (Option<usize>, Option<String>) {
    for ((sumber, tahun), table) in dataset.tables.iter().filter(|((_, tahun), _)| *tahun == masukan.tahun) {
        for (part, place) in table.parts.iter().enumerate() {
            let same = *place.berkas == *masukan.berkas && place.lembar.as_deref() == masukan.lembar.as_deref();
            let count = || table.rows.iter().filter(|row| usize::from(row.part) == part).count();
            if same && !taken.contains(&(sumber.as_str(), *tahun, part)) && count() == masukan.baris_data {
                taken.insert((sumber, *tahun, part));
                let number = (table.parts.len() > 1).then_some(part + 1);
                return (number, live.rows_of_part(sumber, *tahun, part));
            }
        }
    }
    (None, None)
}

/// Every measure and indicator that rests on rows of the data.
fn counted<'a>(profile: &'a Profile, plan: &'a Plan, figures: &'a Figures) -> Vec<Counted<'a>> {
    let is_told =
        |data: &&Evaluated| !data.trace.aggregates.is_empty() && !data.outcome.reason().is_some_and(|reason| reason.is_no_data());
    let measures = figures.ukuran.iter().filter_map(|figure| {
        let data = figure.data.as_ref().filter(|_| figure.origin == Origin::Data).filter(is_told)?;
        let ukuran = profile.ukuran.iter().find(|ukuran| ukuran.nama.text == figure.ukuran)?;
        Some(Counted {
            code: &figure.ukuran,
            label: &figure.ukuran,
            name: measure_name(&figure.ukuran, figure.tahun),
            sebutan: &ukuran.sebutan,
            tahun: figure.tahun,
            root: &plan.measures.get(&figure.ukuran)?.rumus.as_ref()?.root,
            data,
        })
    });
    let indikator: Vec<&Indikator> = profile.sasaran.iter().flat_map(|sasaran| &sasaran.indikator).collect();
    // What an indicator takes from the data itself, without a measure.
    let own =
        indikator.into_iter().zip(&figures.indikator).zip(&plan.indikator).flat_map(|((indikator, figure), (_, formula))| {
            figure.years().filter(move |realisasi| is_told(&&realisasi.evaluated)).map(move |realisasi| Counted {
                code: &indikator.id,
                label: "",
                name: indicator_name(&indikator.id, realisasi.tahun),
                sebutan: &indikator.nama,
                tahun: realisasi.tahun,
                root: &formula.root,
                data: &realisasi.evaluated,
            })
        });
    measures.chain(own).collect()
}

/// The name of the count of a file's rows, by its place among the files.
pub(super) fn file_rows_name(index: usize) -> String {
    format!("berkas_{}_baris", index + 1)
}

/// The name of the count of rows that a measure rests on.
pub(super) fn counted_name(ukuran: &str, tahun: Year) -> String {
    format!("{}_{}", measure_name(ukuran, tahun), NAMES[0])
}

/// The lines as they grow.
struct Counts<'n> {
    lines: &'n mut Lines,
    named: &'n mut Named,
}

impl Counts<'_> {
    /// The largest entity number of each table that rows of another year look into.
    fn joins(&mut self, profile: &Profile, live: &Workbook<'_, '_>) {
        let sought = live.sought();
        if !sought.is_empty() {
            self.lines.section(words::SECTION_JOINS);
        }
        for one in sought {
            let nama = profile.sumber.get(&one.sumber).map_or(one.sumber.as_str(), |sumber| &sumber.nama);
            let result = Calculated::Number(Decimal::from(one.largest));
            let value = DataCell::Formula { formula: one.formula, result, format: CellFormat::Plain };
            let label = words::largest_entity(nama);
            let (satuan, rumus, sumber) = (String::new(), String::new(), words::MEANING_LARGEST.to_owned());
            let line = Line { code: &one.sumber, label, tahun: Some(one.tahun), value, satuan, rumus, sumber, sebab: None };
            self.lines.line(one.name, RowStyle::Plain, line);
        }
    }

    /// A line for a count under its name; none where no row could be one of it. The cell it stands in.
    fn count(&mut self, name: String, count: &LiveCount, (code, label, tahun): (&str, String, Year)) -> Option<String> {
        if count.formula.is_none() && count.count == 0 {
            return None;
        }
        let value = Decimal::from(count.count);
        let format = CellFormat::Decimals(0);
        self.named.values.insert(name.clone(), FigureValue::new(Calculated::Number(value), format));
        let sumber = if count.formula.is_none() { words::NOT_ALIVE.to_owned() } else { String::new() };
        let value = match &count.formula {
            Some(formula) => DataCell::Formula { formula: formula.clone(), result: Calculated::Number(value), format },
            None => DataCell::Number { value, format },
        };
        let (satuan, rumus, sebab) = (words::ROWS.to_owned(), String::new(), None);
        let line = Line { code, label, tahun: Some(tahun), value, satuan, rumus, sumber, sebab };
        self.lines.line(name.clone(), RowStyle::Plain, line);
        Some(name)
    }

    fn file(&mut self, index: usize, masukan: &Masukan, (number, formula): (Option<usize>, Option<String>)) -> MasukanRow {
        let lembar = masukan.lembar.clone().unwrap_or_else(|| "-".to_owned());
        let name = file_rows_name(index);
        let code = number.map(words::part).unwrap_or_default();
        let label = format!("{}, {lembar}", masukan.berkas);
        self.count(name.clone(), &LiveCount { formula, count: masukan.baris_data }, (&code, label, masukan.tahun));
        self.named.shows(&name, &words::whole(masukan.baris_data), None);
        MasukanRow {
            berkas: masukan.berkas.clone(),
            lembar,
            tahun: masukan.tahun.0,
            baris: words::whole(masukan.baris_data),
            baris_nama: name,
        }
    }

    fn figure(&mut self, one: &Counted<'_>, found: &LiveCoverage) -> CakupanRow {
        let names = NAMES.map(|what| format!("{}_{what}", one.name));
        for ((name, count), label) in names.iter().zip(&found.counts).zip(words::COVERAGE) {
            self.count(name.clone(), count, (one.code, format!("{label}: {}", one.sebutan), one.tahun));
        }
        let groups: Vec<&GroupCounts> = one.data.trace.aggregates.iter().flat_map(|one| &one.kelompok).collect();
        let said: Vec<String> = groups.iter().map(|group| words::groups(group)).collect();
        let kelompok = (!said.is_empty()).then(|| said.join("; "));
        let sentence = format!("{}_{SENTENCE_NAME}", one.name);
        let mut parts = Vec::new();
        for (at, (group, counts)) in groups.iter().zip(&found.groups).enumerate() {
            parts.push(self.comparison(&format!("{sentence}_{}", at + 1), one, (group, counts)));
        }
        if let Some(whole) = &kelompok {
            self.sentence(&sentence, one, (parts.into_iter().collect(), whole));
        }
        let text = |at: usize| words::whole(found.counts.get(at).map_or(0, |count| count.count));
        for (at, name) in names.iter().enumerate() {
            self.named.shows(name, &text(at), None);
        }
        let [dihitung, tanpa_nilai, tidak_memenuhi, tanpa_pasangan] = names;
        CakupanRow {
            sebutan: one.sebutan.to_owned(),
            tahun: one.tahun.0,
            dihitung: text(0),
            tanpa_nilai: text(1),
            tidak_memenuhi: text(2),
            tanpa_pasangan: text(3),
            kelompok,
            nama: CakupanNama { dihitung, tanpa_nilai, tidak_memenuhi, tanpa_pasangan, kelompok: sentence },
        }
    }

    /// The six lines of a comparison below its measure; the formula of its sentence, where it may be one.
    fn comparison(&mut self, name: &str, one: &Counted<'_>, (group, counts): (&GroupCounts, &[LiveCount; 6])) -> Option<String> {
        let about = words::comparison(group);
        let names = words::GROUPS.map(|word| format!("{name}_{}", word.replace(' ', "_")));
        for ((name, count), word) in names.iter().zip(counts).zip(words::GROUPS) {
            self.count(name.clone(), count, (one.code, format!("{about}: {word}"), group.tahun));
        }
        let live = counts.iter().all(|count| count.formula.is_some()) && about.chars().count() < LONGEST_QUOTED;
        live.then(|| sentence_formula(&about, &names))
    }

    /// The sentence that the notes say, in the column of words.
    fn sentence(&mut self, name: &str, one: &Counted<'_>, (formula, said): (Option<Vec<String>>, &str)) {
        let result = Calculated::Text(said.to_owned());
        let formula = formula.map(|parts| parts.join("&\"; \"&")).filter(|formula| formula.len() < LONGEST_FORMULA);
        let format = CellFormat::AsIs;
        let cell = match formula {
            Some(formula) => DataCell::Formula { formula, result: result.clone(), format },
            None => DataCell::Text(said.to_owned()),
        };
        self.named.insert(name, FigureValue::new(result, format), said);
        self.lines.words(name.to_owned(), one.code, one.tahun, cell);
    }
}

/// The sentence of a comparison over its six counts. FIXED has the separator
/// of the reader's own settings: here it is a point in all of them.
fn sentence_formula(about: &str, names: &[String; 6]) -> String {
    let count = |(at, (group, name)): (usize, (&&str, &String))| {
        let before = if at == 0 { format!("{}: {group} ", about.replace('"', "\"\"")) } else { format!(", {group} ") };
        format!("\"{before}\"&SUBSTITUTE(FIXED({name},0),\",\",\".\")")
    };
    words::GROUPS.iter().zip(names).enumerate().map(count).collect::<Vec<_>>().join("&")
}
