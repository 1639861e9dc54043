//! What formulas need in, each source's keyed tables out, not yet judged.

use super::accept::Findings;
use super::assemble::assemble;
use super::by_profile::texts_nowhere;
use super::columns::part_period::PartPeriod;
use super::extract::PartTable;
use super::keputusan::Bacaan;
use super::key::{Entities, normal};
use super::read_file::{Given, Wanted, read_files};
use super::sheets::file_names::file_names;
use super::sheets::files::{self, Files, Place};
use super::source::Source;
use super::{Dataset, Masukan, Need, Table};
use crate::diagnostic::{
    Fakta, KolomLaluTidakAda, Kurang, LembarTanpaBaris, LembarTidakAda, TahunLaluTidakAda, TahunTidakAda, Temuan,
};
use crate::profile::Profile;
use crate::vocabulary::{At, Year};
use crate::workbook::Reader;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// Where tables come from: the office's folder and its profile.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    pub folder: &'a Path,
    pub profile: &'a Profile,
    pub reader: &'a Reader,
}

/// The tables of one source, and what the checks between its years need.
pub(crate) struct SourceTables<'p> {
    pub source: Source<'p>,
    pub tables: BTreeMap<Year, Table>,
    pub periods: BTreeMap<Year, Vec<PartPeriod>>,
}

/// All that was read, before it is judged.
pub(crate) struct Gathered<'p> {
    pub findings: Findings<'p>,
    pub sources: Vec<SourceTables<'p>>,
    masukan: Vec<Masukan>,
    bacaan: Vec<Bacaan>,
}

/// Reads the files of the needed years, each year of a source into one table.
pub(crate) fn gather<'p>(sources: &Sources<'p>, needs: &[Need]) -> Gathered<'p> {
    let mut findings = Findings::new(&sources.profile.terima);
    let wanted: BTreeSet<&str> = needs.iter().map(|need| need.sumber.as_str()).collect();
    // A source that the profile does not have is the formula's error, told there.
    let all: Vec<Source> = wanted
        .iter()
        .filter_map(|id| sources.profile.sumber.get(*id))
        .map(|sumber| Source::new(sumber, needs).with_office(&sources.profile.instansi))
        .collect();
    let place = Place::of(sources.folder, sources.profile);
    let files: Vec<Files> = all.iter().map(|source| files::list(&place, source)).collect();
    // Several patterns may go through one folder.
    let mut closed: Vec<&Temuan> = Vec::new();
    for temuan in files.iter().flat_map(|own| &own.closed) {
        if !closed.contains(&temuan) {
            closed.push(temuan);
        }
    }
    closed.into_iter().for_each(|temuan| findings.add(temuan.clone()));
    for temuan in files::beside(&place, &files) {
        findings.add(temuan);
    }
    let mut hashes: BTreeMap<String, String> = BTreeMap::new();
    // What each source takes of each file.
    let mut given: BTreeMap<(&str, &str), Given> = BTreeMap::new();
    let wanted = wanted_files(&all, &files);
    for (wanted, file) in wanted.iter().zip(read_files(&wanted, sources.reader, &findings)) {
        if let Some(sha256) = file.sha256 {
            hashes.insert(wanted.file.berkas.clone(), sha256);
        }
        findings.absorb(file.findings);
        let by = wanted.by.iter().map(|(source, _)| (source.sumber.id.as_str(), wanted.file.berkas.as_str()));
        given.extend(by.zip(file.given));
    }
    let (mut masukan, mut bacaan) = (Vec::new(), Vec::new());
    let mut assembled = Vec::new();
    for (source, files) in all.iter().zip(&files) {
        let mut gathered = Years { absent: files.absent.clone(), ..Years::default() };
        let mut met: BTreeSet<String> = BTreeSet::new();
        for file in &files.found {
            let Some(mut given) = given.remove(&(source.sumber.id.as_str(), file.berkas.as_str())) else { continue };
            met.append(&mut given.met);
            gathered.take(given);
        }
        bacaan.extend(gathered.take_bacaan(source));
        gathered.set_blank_apart(source, &place);
        let names: Vec<String> = files.found.iter().map(|file| file.berkas.clone()).collect();
        findings.of_source(&source.sumber.id);
        file_names(source, &files.found).into_iter().for_each(|temuan| findings.add(temuan));
        texts_nowhere(source, &met).into_iter().for_each(|temuan| findings.add(temuan));
        assembled.push(assemble_years(source, gathered, &names, &mut findings));
        masukan.extend(assembled.last().into_iter().flat_map(|(tables, _)| inputs(tables.values(), &hashes)));
    }
    let sources = all.into_iter().zip(assembled).map(|(source, (tables, periods))| SourceTables { source, tables, periods });
    Gathered { findings, sources: sources.collect(), masukan, bacaan }
}

impl<'p> Gathered<'p> {
    /// The tables, and what was found: a table with a galat in it is still given, for drafts.
    pub(crate) fn into_dataset(self) -> (Dataset, Findings<'p>) {
        let Gathered { findings, sources, mut masukan, bacaan } = self;
        masukan.sort();
        masukan.dedup();
        let mut dataset = Dataset { masukan, bacaan, ..Dataset::default() };
        for SourceTables { source, tables, .. } in sources {
            dataset.tables.extend(tables.into_iter().map(|(tahun, table)| ((source.sumber.id.clone(), tahun), Arc::new(table))));
        }
        (dataset, findings)
    }
}

/// Each file once, with the sources that name it, in the order they name it.
fn wanted_files<'s>(all: &'s [Source<'s>], files: &'s [Files]) -> Vec<Wanted<'s>> {
    let mut wanted: Vec<Wanted> = Vec::new();
    for (source, files) in all.iter().zip(files) {
        for file in &files.found {
            // Where the profile says the year, the file's name does not.
            let tahun = file.tahun.filter(|_| source.sumber.tahun.is_none());
            match wanted.iter_mut().find(|wanted| wanted.file.berkas == file.berkas) {
                Some(wanted) => wanted.by.push((source, tahun)),
                None => wanted.push(Wanted { file, by: vec![(source, tahun)] }),
            }
        }
    }
    wanted
}

/// What is known of a source's years while its files are read.
#[derive(Default)]
struct Years {
    parts: BTreeMap<Year, Vec<PartTable>>,
    /// Files and sheets that are not there, by year.
    absent: Vec<(Year, Temuan)>,
    /// Years whose sheets have headings and no row, with the first such sheet.
    blank: BTreeMap<Year, At>,
    /// For such years a file that no source names and whose name is like theirs.
    alike: BTreeMap<Year, String>,
    /// Years whose lack a finding explains already.
    explained: BTreeSet<Year>,
}

impl Years {
    /// Headings without a single row are no data; what may have been meant is looked for.
    fn set_blank_apart(&mut self, source: &Source, place: &Place) {
        let is_blank = |parts: &Vec<PartTable>| parts.iter().all(|part| part.rows.is_empty());
        let first =
            |parts: &Vec<PartTable>| parts.first().map(|first| At::sheet(first.part.berkas.clone(), first.part.lembar.clone()));
        let blank = self.parts.iter().filter(|(_, parts)| is_blank(parts));
        self.blank = blank.filter_map(|(tahun, parts)| Some((*tahun, first(parts)?))).collect();
        self.parts.retain(|_, parts| !is_blank(parts));
        for tahun in self.blank.keys() {
            let alike = source.sumber.berkas.iter().find_map(|pattern| place.alike(&pattern.text, *tahun));
            self.alike.extend(alike.map(|berkas| (*tahun, berkas)));
        }
    }

    /// How the parts were read, in the order of years, files and sheets.
    fn take_bacaan(&mut self, source: &Source) -> Vec<Bacaan> {
        let parts = self.parts.values_mut().flatten();
        let taken = parts.map(|part| Bacaan {
            sumber: source.sumber.id.clone(),
            tahun: part.tahun,
            berkas: part.part.berkas.clone(),
            lembar: part.part.lembar.clone(),
            keputusan: std::mem::take(&mut part.keputusan),
        });
        taken.collect()
    }

    fn take(&mut self, given: Given) {
        self.absent.extend(given.absent);
        self.explained.extend(given.explained);
        for part in given.parts {
            self.parts.entry(part.tahun).or_default().push(part);
        }
    }
}

/// The tables of a source's years and the periods of their parts; what is missing is told.
fn assemble_years(
    source: &Source,
    mut gathered: Years,
    files: &[String],
    findings: &mut Findings,
) -> (BTreeMap<Year, Table>, BTreeMap<Year, Vec<PartPeriod>>) {
    // One kecamatan's sheet not yet filled in: the year's sum is short of it, and nothing else shows it.
    for (tahun, parts) in &gathered.parts {
        for part in parts.iter().filter(|part| part.rows.is_empty()) {
            let fakta = LembarTanpaBaris { sumber: source.sumber.id.clone(), tahun: *tahun };
            findings.raise(Temuan::new(At::sheet(part.part.berkas.clone(), part.part.lembar.clone()), fakta), None);
        }
    }
    gathered.absent.extend(sheets_left_out(source, &gathered.parts));
    columns_left_out(source, &mut gathered, findings);
    report_lacks(source, &mut gathered, files, findings);
    let mut entities = Entities::default();
    let mut tables: BTreeMap<Year, Table> = BTreeMap::new();
    let mut periods: BTreeMap<Year, Vec<PartPeriod>> = BTreeMap::new();
    for (tahun, parts) in gathered.parts {
        periods.insert(tahun, parts.iter().map(|part| part.period.clone()).collect());
        tables.insert(tahun, assemble(source, tahun, parts, &mut entities, findings));
    }
    (tables, periods)
}

/// The files and sheets of these tables, for the record.
fn inputs<'t>(tables: impl Iterator<Item = &'t Table>, hashes: &BTreeMap<String, String>) -> Vec<Masukan> {
    let mut inputs = Vec::new();
    for table in tables {
        for (number, part) in table.parts.iter().enumerate() {
            inputs.push(Masukan {
                berkas: part.berkas.to_string(),
                sha256: hashes.get(&*part.berkas).cloned().unwrap_or_default(),
                lembar: part.lembar.as_deref().map(str::to_owned),
                tahun: table.tahun,
                baris_data: table.rows.iter().filter(|row| usize::from(row.part) == number).count(),
            });
        }
    }
    inputs
}

/// Where every fitting sheet counts: sheets that another year's file has by the
/// same name, all others of which are there (`Purworejo` in 2020, not in 2021).
fn sheets_left_out(source: &Source, parts: &BTreeMap<Year, Vec<PartTable>>) -> Vec<(Year, Temuan)> {
    if source.sumber.lembar.as_ref().is_none_or(|lembar| lembar.text != "semua") {
        return Vec::new();
    }
    let bare = |tahun: Year, name: &str| normal(&name.replace(&tahun.to_string(), ""));
    let names = |tahun: Year, parts: &[PartTable]| -> BTreeMap<String, String> {
        let sheets = parts.iter().filter_map(|part| part.part.lembar.as_deref());
        sheets.map(|name| (bare(tahun, name), name.to_owned())).collect()
    };
    let file = |parts: &[PartTable]| parts.first().map(|part| part.part.berkas.clone());
    let mut absent = Vec::new();
    for (tahun, own_parts) in parts {
        let own = names(*tahun, own_parts);
        let others = parts.iter().filter(|(year, others)| *year != tahun && file(others) != file(own_parts));
        let mut lacking: BTreeMap<String, String> = BTreeMap::new();
        for (year, other_parts) in others {
            let other = names(*year, other_parts);
            if own.len() >= 2 && own.len() * 2 >= other.len() && own.keys().all(|name| other.contains_key(name)) {
                lacking.extend(other.into_iter().filter(|(name, _)| !own.contains_key(name)));
            }
        }
        let Some(berkas) = file(own_parts) else { continue };
        let ada: Vec<String> = own.values().cloned().collect();
        absent.extend(
            lacking
                .into_values()
                .map(|lembar| (*tahun, Temuan::new(At::file(berkas.clone()), LembarTidakAda { lembar, ada: ada.clone() }))),
        );
    }
    absent
}

/// Columns that a year may do without and that its sheets do not have: a note, and
/// the figures that need them are n/a. A column that one sheet has and another lacks would be
/// a sum in part: that is refused. A year without the key that joins it is no year at all.
fn columns_left_out(source: &Source, gathered: &mut Years, findings: &mut Findings) {
    let mut keyless: Vec<Year> = Vec::new();
    for (tahun, parts) in &gathered.parts {
        let lacked: BTreeSet<Arc<str>> =
            parts.iter().flat_map(|part| part.lacking.iter().map(|(isian, _)| isian.clone())).collect();
        let mut absent: Vec<String> = Vec::new();
        for isian in lacked {
            let lacks = |part: &&PartTable| part.lacking.iter().any(|(own, _)| *own == isian);
            let is_key = source.joining_keys(*tahun).any(|key| key == &*isian);
            if parts.iter().all(|part| lacks(&part)) || is_key {
                absent.push(isian.to_string());
                keyless.extend(is_key.then_some(*tahun));
                continue;
            }
            for part in parts.iter().filter(lacks) {
                let at = At::sheet(part.part.berkas.clone(), part.part.lembar.clone());
                let own = part.lacking.iter().filter(|(own, _)| *own == isian);
                own.for_each(|(_, fakta)| findings.add(Temuan::new(at.clone(), fakta.clone())));
            }
        }
        if let Some(part) = parts.first().filter(|_| !absent.is_empty()) {
            let at = At::sheet(part.part.berkas.clone(), part.part.lembar.clone());
            let fakta = KolomLaluTidakAda { sumber: source.sumber.id.clone(), tahun: *tahun, isian: absent };
            findings.add(Temuan::new(at, fakta));
        }
    }
    for tahun in keyless {
        gathered.parts.remove(&tahun);
        gathered.explained.insert(tahun);
    }
}

/// What a needed year lacks: grave where a figure of the report year needs it,
/// or where the year is there in part; otherwise a note.
fn report_lacks(source: &Source, gathered: &mut Years, files: &[String], findings: &mut Findings) {
    let mut noted: BTreeSet<Year> = BTreeSet::new();
    for (tahun, temuan) in std::mem::take(&mut gathered.absent) {
        let required = source.needs.get(&tahun).is_some_and(|need| need.required);
        if required || gathered.parts.contains_key(&tahun) || gathered.explained.contains(&tahun) {
            findings.add(temuan);
            gathered.explained.insert(tahun);
        } else if noted.insert(tahun) {
            let fakta = TahunLaluTidakAda { sumber: source.sumber.id.clone(), tahun };
            findings.add(Temuan::new(temuan.at, fakta));
        }
    }
    for (tahun, need) in &source.needs {
        if gathered.parts.contains_key(tahun) || gathered.explained.contains(tahun) || noted.contains(tahun) {
            continue;
        }
        let pattern = source.sumber.berkas.first().map(|berkas| berkas.text.replace("{tahun}", &tahun.to_string()));
        let own = files.iter().find(|berkas| berkas.contains(&tahun.to_string())).or(files.first()).cloned();
        let blank = gathered.blank.get(tahun).cloned();
        let kosong = blank.is_some();
        let mirip = gathered.alike.remove(tahun);
        let at = blank.unwrap_or_else(|| At::file(own.or(pattern).unwrap_or_default()));
        let sumber = source.sumber.id.clone();
        let fakta = if need.required {
            let untuk = need.untuk.iter().cloned().collect();
            Fakta::TahunTidakAda(TahunTidakAda { apa: Kurang::Sumber(sumber), tahun: *tahun, untuk, kosong, mirip })
        } else {
            Fakta::TahunLaluTidakAda(TahunLaluTidakAda { sumber, tahun: *tahun })
        };
        findings.add(Temuan::new(at, fakta));
    }
}
