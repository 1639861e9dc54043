//! Which files a source's `berkas` names, and which are not there.

use crate::dataset::source::Source;
use crate::diagnostic::{BerkasTidakAda, BerkasTidakDibaca, Dicari, Fakta, Temuan};
use crate::profile::{Profile, SumberTahun};
use crate::vocabulary::{At, Year};
use crate::workbook::{FoundFile, alike_file, closed_folder, closed_folders, expand, nearest_file};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The files to read, and what no file was found for.
#[derive(Default)]
pub(crate) struct Files {
    pub found: Vec<FoundFile>,
    /// A year whose file is not there. Whether that is grave is decided once
    /// all else of the year is known.
    pub absent: Vec<(Year, Temuan)>,
    /// Folders that nobody can look into: what is there of the office's files is not known.
    pub closed: Vec<Temuan>,
}

/// An office's folder, and what all sources of its profile name in it.
pub(crate) struct Place<'a> {
    folder: &'a Path,
    profile: &'a Profile,
    links: bool,
    named: BTreeSet<String>,
}

impl<'a> Place<'a> {
    pub fn of(folder: &'a Path, profile: &'a Profile) -> Self {
        let mut place = Place { folder, profile, links: profile.batas_baca.tautan, named: BTreeSet::new() };
        place.named = place.patterns().flat_map(|pattern| place.expanded(pattern)).map(|file| file.berkas).collect();
        place
    }

    fn patterns(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.profile.sumber.values().flat_map(|sumber| &sumber.berkas).map(|berkas| berkas.text.as_str())
    }

    fn expanded(&self, pattern: &str) -> Vec<FoundFile> {
        expand(self.folder, pattern, self.links).unwrap_or_default()
    }

    /// A workbook that no source names and that by its name may be what the pattern means for the year.
    pub fn alike(&self, pattern: &str, tahun: Year) -> Option<String> {
        let is_other = |berkas: &str| self.named.contains(berkas) || !is_workbook(berkas);
        pattern.contains("{tahun}").then(|| alike_file(self.folder, pattern, tahun, is_other)).flatten()
    }

    /// A workbook of the very name that the pattern means for the year, in the office's folder itself or in one right
    /// below it; what stands among the reports is no office's data.
    fn elsewhere(&self, pattern: &str, tahun: Year) -> Option<String> {
        let name = pattern.rsplit(['/', '\\']).next()?.replace("{tahun}", &tahun.to_string());
        let all = [name.clone(), format!("*/{name}")].into_iter().flat_map(|place| self.expanded(&place));
        let mut all = all.map(|file| file.berkas).filter(|berkas| is_workbook(berkas) && !berkas.starts_with("keluaran/"));
        all.find(|berkas| !self.named.contains(berkas.as_str()))
    }
}

/// Lists the files of the needed years; others are left alone.
pub(crate) fn list(place: &Place, source: &Source) -> Files {
    let Place { folder, links, .. } = *place;
    let mut files = Files::default();
    let mut found: BTreeMap<String, FoundFile> = BTreeMap::new();
    for pattern in &source.sumber.berkas {
        let pattern = pattern.text.as_str();
        let closed = closed_folders(folder, pattern);
        files.closed.extend(closed.iter().map(|(berkas, error)| closed_folder(berkas, error)));
        // A pattern that leaves the folder names no file of the office.
        let all = expand(folder, pattern, links).unwrap_or_default();
        let is_dated = pattern.contains("{tahun}");
        // `tahun = 2021` says that this year alone is in the files.
        let is_sought = |tahun: &&Year| match source.sumber.tahun {
            Some(SumberTahun::Tetap(only)) => **tahun == only,
            _ => true,
        };
        for tahun in source.needs.keys().filter(is_sought) {
            let is_there = all.iter().any(|file| !is_dated || file.tahun == Some(*tahun));
            if !is_there && closed.is_empty() {
                let mut temuan = absent(folder, pattern, is_dated.then_some(*tahun));
                if let Fakta::BerkasTidakAda(BerkasTidakAda { mirip: mirip @ None, .. }) = &mut temuan.fakta {
                    *mirip = place.elsewhere(pattern, *tahun).or_else(|| place.alike(pattern, *tahun));
                }
                files.absent.push((*tahun, temuan));
            }
        }
        let is_needed =
            |file: &FoundFile| file.tahun.is_some_and(|tahun| source.needs.contains_key(&tahun) && is_sought(&&tahun));
        if is_dated && pattern.replace("{tahun}", "").contains(['*', '{']) {
            files.absent.extend(left_out(source, &all));
        }
        keep(&mut found, all.into_iter().filter(|file| !is_dated || is_needed(file)));
    }
    files.found = found.into_values().collect();
    // Years ascending, so that entities are numbered in that order.
    files.found.sort_by(|a, b| (a.tahun, &a.berkas).cmp(&(b.tahun, &b.berkas)));
    files
}

/// Workbooks beside those that the profile's sources name, which none of them names.
pub(crate) fn beside(place: &Place, files: &[Files]) -> Vec<Temuan> {
    // What was said to be meant for a file that is not there is not told again.
    let absent = files.iter().flat_map(|own| &own.absent);
    let told: BTreeSet<&str> = absent
        .filter_map(|(_, temuan)| match &temuan.fakta {
            Fakta::BerkasTidakAda(BerkasTidakAda { mirip, .. }) => mirip.as_deref(),
            _ => None,
        })
        .collect();
    let is_known = |berkas: &str| place.named.contains(berkas) || told.contains(berkas);
    // The folders that files were found in or are sought in, with the patterns that say so.
    let mut folders: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for pattern in place.patterns() {
        let found = place.expanded(pattern).into_iter().map(|file| file.berkas);
        for berkas in found.chain([pattern.replace('\\', "/")]) {
            match berkas.rsplit_once('/') {
                Some((own, _)) if !own.contains(['*', '{']) => {
                    folders.entry(own.to_owned()).or_default().insert(pattern);
                }
                _ => {}
            }
        }
    }
    let years: BTreeSet<String> =
        files.iter().flat_map(|own| &own.found).filter_map(|file| Some(file.tahun?.to_string())).collect();
    let mut temuan = Vec::new();
    for (own, patterns) in folders {
        let others = place.expanded(&format!("{own}/*")).into_iter().filter(|file| !is_known(&file.berkas));
        // A folder below holds whatever it does; what is told of it is of a year that is read.
        let below = ["*/*", "*/*/*"].into_iter().flat_map(|below| place.expanded(&format!("{own}/{below}")));
        let is_of_year = |file: &FoundFile| years.iter().any(|tahun| file.berkas[own.len()..].contains(tahun.as_str()));
        let below = below.filter(|file| !is_known(&file.berkas) && is_of_year(file));
        for file in others.chain(below).filter(|file| is_workbook(&file.berkas)) {
            let fakta = BerkasTidakDibaca { pola: patterns.iter().map(|pattern| (*pattern).to_owned()).collect() };
            temuan.push(Temuan::new(At::file(file.berkas.as_str()), fakta));
        }
    }
    temuan
}

fn is_workbook(berkas: &str) -> bool {
    let ending = berkas.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    ending.is_some_and(|ending| matches!(ending.as_str(), "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" | "csv"))
}

/// Files of a needed year that another needed year has by the same name, and
/// which all others are there of: `Gadingrejo 2021.xlsx`, where 2020 has it.
fn left_out(source: &Source, all: &[FoundFile]) -> Vec<(Year, Temuan)> {
    let mut by_year: BTreeMap<Year, BTreeMap<String, &FoundFile>> = BTreeMap::new();
    for file in all {
        if let Some(tahun) = file.tahun.filter(|tahun| source.needs.contains_key(tahun)) {
            let same = file.berkas.replace(&tahun.to_string(), "{tahun}").to_lowercase();
            by_year.entry(tahun).or_default().insert(same, file);
        }
    }
    let mut absent: Vec<(Year, Temuan)> = Vec::new();
    for (tahun, own) in &by_year {
        for (other_year, other) in by_year.iter().filter(|(year, _)| *year != tahun) {
            let is_part = own.len() >= 2 && own.keys().all(|same| other.contains_key(same)) && own.len() * 2 >= other.len();
            if !is_part {
                continue;
            }
            for file in other.iter().filter(|(same, _)| !own.contains_key(*same)).map(|(_, file)| file) {
                let pola = file.berkas.replace(&other_year.to_string(), &tahun.to_string());
                let fakta = BerkasTidakAda { pola: pola.clone(), mirip: None, dicari: Dicari::Tahun(*tahun) };
                absent.push((*tahun, Temuan::new(At::file(pola.as_str()), fakta)));
            }
        }
    }
    absent.sort_by(|a, b| (a.0, &a.1.at).cmp(&(b.0, &b.1.at)));
    absent.dedup_by(|a, b| a.0 == b.0 && a.1.at == b.1.at);
    absent
}

/// A file that two patterns name is read once, with the year that either tells.
fn keep(found: &mut BTreeMap<String, FoundFile>, files: impl IntoIterator<Item = FoundFile>) {
    for file in files {
        let own = found.entry(file.berkas.clone()).or_insert_with(|| file.clone());
        own.tahun = own.tahun.or(file.tahun);
    }
}

fn absent(folder: &Path, pattern: &str, tahun: Option<Year>) -> Temuan {
    let pola = tahun.map_or_else(|| pattern.to_owned(), |tahun| pattern.replace("{tahun}", &tahun.to_string()));
    let mirip = nearest_file(folder, pattern, tahun);
    Temuan::new(
        At::file(pola.as_str()),
        BerkasTidakAda { pola: pola.clone(), mirip, dicari: tahun.map_or(Dicari::Profil, Dicari::Tahun) },
    )
}
