//! The front door: what formulas need in, keyed tables out.

use super::accept::Findings;
use super::across;
use super::assemble::assemble;
use super::choose::choose;
use super::extract::{PartPeriod, PartTable, extract};
use super::files::{self, Files};
use super::inside;
use super::key::{Entities, normal};
use super::shelf::{Shelf, in_parallel};
use super::source::Source;
use super::{Dataset, Masukan, Need, Table};
use crate::diagnostic::{Checked, Fakta, Temuan, Tingkat};
use crate::profile::Profile;
use crate::vocabulary::{At, Year};
use crate::workbook::{Format, FoundFile, Reader};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Where tables come from: the office's folder and its profile.
#[derive(Clone, Copy)]
pub struct Sources<'a> {
    pub folder: &'a Path,
    pub profile: &'a Profile,
    pub reader: &'a Reader,
}

/// Reads the files of the needed years and checks all that contract.md 5 names
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
    let paths = files.iter().flat_map(|files| &files.found).map(|file| file.berkas.as_str());
    let mut shelf = Shelf::new(sources.reader, paths);
    for (source, files) in all.iter().zip(files) {
        read_source(source, files, &mut shelf, &mut dataset, &mut findings);
    }
    dataset.masukan.sort();
    dataset.masukan.dedup();
    let known = shelf.quoted;
    let temuan = findings.close(&shelf.read, &|at| known.get(at).cloned());
    Checked::new(dataset, temuan)
}

/// What is known of a source's years while its files are read.
#[derive(Default)]
struct Gathered {
    parts: BTreeMap<Year, Vec<PartTable>>,
    /// Files and sheets that are not there, by year.
    absent: Vec<(Year, Temuan)>,
    /// Years whose lack a finding explains already.
    explained: BTreeSet<Year>,
}

fn read_source(source: &Source, files: Files, shelf: &mut Shelf, dataset: &mut Dataset, findings: &mut Findings) {
    let mut gathered = Gathered { absent: files.absent, ..Gathered::default() };
    let mut hashes: BTreeMap<String, String> = BTreeMap::new();
    // Two at a time, so that two cores are used and only two workbooks are held.
    for pair in files.found.chunks(2) {
        shelf.fetch(pair);
        let mut taken = Vec::new();
        for file in pair {
            let (tahun, years) = years_of(source, file);
            match shelf.take(file) {
                Ok(workbook) => taken.push((file, tahun, years, workbook)),
                Err(temuan) => {
                    findings.add(temuan);
                    gathered.explained.extend(years);
                }
            }
        }
        let choices = in_parallel(&taken, |(_, tahun, _, workbook)| {
            // Choosing a sheet finds nothing that can be accepted.
            let mut own = Findings::new(&[]);
            let (chosen, absent) = choose(source, workbook, *tahun, &mut own);
            (chosen, absent, own.temuan)
        });
        for ((file, _, years, workbook), (chosen, absent, temuan)) in taken.iter().zip(choices) {
            for temuan in &workbook.temuan {
                findings.add(temuan.clone());
            }
            hashes.insert(file.berkas.clone(), workbook.sha256.clone());
            gathered.absent.extend(absent);
            if chosen.is_empty() && temuan.iter().any(is_galat) {
                gathered.explained.extend(years);
            }
            temuan.into_iter().for_each(|temuan| findings.add(temuan));
            for chosen in &chosen {
                let before = galat_count(findings);
                let extracted = extract(source, chosen, format_name(workbook.format), findings);
                if extracted.parts.is_empty() && !extracted.year_unknown && galat_count(findings) > before {
                    gathered.explained.extend(chosen.tahun);
                }
                for part in extracted.parts {
                    gathered.parts.entry(part.tahun).or_default().push(part);
                }
            }
            shelf.quote(workbook, findings);
        }
        for (file, _, _, workbook) in taken {
            shelf.put_back(file, workbook);
        }
    }
    finish(source, gathered, &files.found.iter().map(|file| file.berkas.clone()).collect::<Vec<_>>(), &hashes, dataset, findings);
}

/// The year that a file's name says, and the years it may hold.
fn years_of(source: &Source, file: &FoundFile) -> (Option<Year>, BTreeSet<Year>) {
    // Where the profile says the year, the file's name does not.
    let tahun = file.tahun.filter(|_| source.sumber.tahun.is_none());
    (tahun, tahun.map_or_else(|| source.years(), |tahun| BTreeSet::from([tahun])))
}

fn is_galat(temuan: &Temuan) -> bool {
    temuan.kode().tingkat() == Tingkat::Galat
}

fn galat_count(findings: &Findings) -> usize {
    findings.temuan.iter().filter(|temuan| is_galat(temuan)).count()
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
    gathered.parts.retain(|_, parts| parts.iter().any(|part| !part.rows.is_empty()));
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
            lacking.into_values().map(|lembar| {
                (*tahun, Temuan::new(At::file(berkas.clone()), Fakta::LembarTidakAda { lembar, ada: ada.clone() }))
            }),
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
            let fakta = Fakta::TahunLaluTidakAda { sumber: source.sumber.id.clone(), tahun };
            findings.add(Temuan::new(temuan.at, fakta));
        }
    }
    for (tahun, need) in &source.needs {
        if gathered.parts.contains_key(tahun) || gathered.explained.contains(tahun) || noted.contains(tahun) {
            continue;
        }
        let pattern = source.sumber.berkas.first().map(|berkas| berkas.text.replace("{tahun}", &tahun.to_string()));
        let own = files.iter().find(|berkas| berkas.contains(&tahun.to_string())).or(files.first()).cloned();
        let at = At::file(own.or(pattern).unwrap_or_default());
        let sumber = source.sumber.id.clone();
        let fakta = if need.required {
            Fakta::TahunTidakAda { sumber, tahun: *tahun, untuk: need.untuk.iter().cloned().collect() }
        } else {
            Fakta::TahunLaluTidakAda { sumber, tahun: *tahun }
        };
        findings.add(Temuan::new(at, fakta));
    }
}

fn format_name(format: Format) -> &'static str {
    match format {
        Format::Xlsx => "xlsx",
        Format::Xlsm => "xlsm",
        Format::Xlsb => "xlsb",
        Format::Xls => "xls",
        Format::Ods => "ods",
        Format::Csv => "csv",
    }
}
