//! The front door: what formulas need in, keyed tables out.

use super::accept::Findings;
use super::across;
use super::assemble::assemble;
use super::extract::{PartPeriod, PartTable};
use super::files::{self, Files};
use super::inside;
use super::key::{Entities, normal};
use super::read_file::{Given, Wanted, read_files};
use super::source::Source;
use super::{Dataset, Masukan, Need, Table};
use crate::diagnostic::{Checked, Fakta, LembarTanpaBaris, LembarTidakAda, TahunLaluTidakAda, TahunTidakAda, Temuan};
use crate::profile::Profile;
use crate::vocabulary::{At, Year};
use crate::workbook::Reader;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Where tables come from: the office's folder and its profile.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    pub folder: &'a Path,
    pub profile: &'a Profile,
    pub reader: &'a Reader,
}

/// Reads the files of the needed years and checks all that docs/temuan.md names
/// of cells, rows, keys and sources. Findings are ordered by file, sheet and
/// cell; a table with a galat in it is still given, for drafts.
pub fn read(sources: &Sources, needs: &[Need]) -> Checked<Dataset> {
    let mut findings = Findings::new(&sources.profile.terima);
    let mut dataset = Dataset::default();
    let wanted: BTreeSet<&str> = needs.iter().map(|need| need.sumber.as_str()).collect();
    // A source that the profile does not have is the formula's error, told there.
    let all: Vec<Source> =
        wanted.iter().filter_map(|id| sources.profile.sumber.get(*id)).map(|sumber| Source::new(sumber, needs)).collect();
    let files: Vec<Files> = all.iter().map(|source| files::list(sources.folder, source)).collect();
    let wanted = wanted_files(&all, &files);
    let mut read: BTreeSet<String> = BTreeSet::new();
    let mut known: BTreeMap<At, String> = BTreeMap::new();
    let mut hashes: BTreeMap<String, String> = BTreeMap::new();
    // What each source takes of each file.
    let mut given: BTreeMap<(&str, &str), Given> = BTreeMap::new();
    for (wanted, file) in wanted.iter().zip(read_files(&wanted, sources.reader, &findings)) {
        if let Some(sha256) = file.sha256 {
            read.insert(wanted.file.berkas.clone());
            hashes.insert(wanted.file.berkas.clone(), sha256);
        }
        known.extend(file.quoted);
        findings.absorb(file.findings);
        let by = wanted.by.iter().map(|(source, _)| (source.sumber.id.as_str(), wanted.file.berkas.as_str()));
        given.extend(by.zip(file.given));
    }
    for (source, files) in all.iter().zip(&files) {
        let mut gathered = Gathered { absent: files.absent.clone(), ..Gathered::default() };
        for file in &files.found {
            let Some(given) = given.remove(&(source.sumber.id.as_str(), file.berkas.as_str())) else { continue };
            gathered.take(given);
        }
        let names: Vec<String> = files.found.iter().map(|file| file.berkas.clone()).collect();
        finish(source, gathered, &names, &hashes, &mut dataset, &mut findings);
    }
    dataset.masukan.sort();
    dataset.masukan.dedup();
    let temuan = findings.close(&read, &|at| known.get(at).cloned());
    Checked::new(dataset, temuan)
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
struct Gathered {
    parts: BTreeMap<Year, Vec<PartTable>>,
    /// Files and sheets that are not there, by year.
    absent: Vec<(Year, Temuan)>,
    /// Years whose sheets have headings and no row, with the first such sheet.
    blank: BTreeMap<Year, At>,
    /// Years whose lack a finding explains already.
    explained: BTreeSet<Year>,
}

impl Gathered {
    fn take(&mut self, given: Given) {
        self.absent.extend(given.absent);
        self.explained.extend(given.explained);
        for part in given.parts {
            self.parts.entry(part.tahun).or_default().push(part);
        }
    }
}

fn finish(
    source: &Source,
    mut gathered: Gathered,
    files: &[String],
    hashes: &BTreeMap<String, String>,
    dataset: &mut Dataset,
    findings: &mut Findings,
) {
    // Headings without a single row are no data.
    gathered.blank = gathered
        .parts
        .iter()
        .filter(|(_, parts)| parts.iter().all(|part| part.rows.is_empty()))
        .filter_map(|(tahun, parts)| {
            let part = &parts.first()?.part;
            Some((*tahun, At::sheet(part.berkas.clone(), part.lembar.clone())))
        })
        .collect();
    gathered.parts.retain(|_, parts| parts.iter().any(|part| !part.rows.is_empty()));
    // One kecamatan's sheet not yet filled in: the year's sum is short of it, and nothing else shows it.
    for (tahun, parts) in &gathered.parts {
        for part in parts.iter().filter(|part| part.rows.is_empty()) {
            let fakta = LembarTanpaBaris { sumber: source.sumber.id.clone(), tahun: *tahun };
            findings.raise(Temuan::new(At::sheet(part.part.berkas.clone(), part.part.lembar.clone()), fakta), None);
        }
    }
    gathered.absent.extend(sheets_left_out(source, &gathered.parts));
    report_lacks(source, &mut gathered, files, findings);
    let mut entities = Entities::default();
    let mut tables: BTreeMap<Year, Table> = BTreeMap::new();
    let mut periods: BTreeMap<Year, Vec<PartPeriod>> = BTreeMap::new();
    for (tahun, parts) in gathered.parts {
        for part in &parts {
            dataset.masukan.push(Masukan {
                berkas: part.part.berkas.to_string(),
                sha256: hashes.get(&*part.part.berkas).cloned().unwrap_or_default(),
                lembar: part.part.lembar.as_deref().map(str::to_owned),
                tahun,
                baris_data: part.rows.len(),
            });
        }
        periods.insert(tahun, parts.iter().map(|part| part.period.clone()).collect());
        let mut table = assemble(source, tahun, parts, &mut entities, findings);
        inside::check(source, &mut table, findings);
        tables.insert(tahun, table);
    }
    across::check(source, &mut tables, &periods, findings);
    for (tahun, table) in tables {
        dataset.tables.insert((source.sumber.id.clone(), tahun), table);
    }
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

/// What a needed year lacks: grave where a figure of the report year needs it,
/// or where the year is there in part; otherwise a note.
fn report_lacks(source: &Source, gathered: &mut Gathered, files: &[String], findings: &mut Findings) {
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
        let at = blank.unwrap_or_else(|| At::file(own.or(pattern).unwrap_or_default()));
        let sumber = source.sumber.id.clone();
        let fakta = if need.required {
            Fakta::TahunTidakAda(TahunTidakAda { sumber, tahun: *tahun, untuk: need.untuk.iter().cloned().collect(), kosong })
        } else {
            Fakta::TahunLaluTidakAda(TahunLaluTidakAda { sumber, tahun: *tahun })
        };
        findings.add(Temuan::new(at, fakta));
    }
}
