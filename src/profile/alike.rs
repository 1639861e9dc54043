//! Measures that would print alike: told apart by the words of their sources, never by a name that is the program's own.

use super::{Sumber, Ukuran, words_id as words};
use std::collections::{BTreeMap, BTreeSet};

/// Behind the words of measures of one `sebutan` stand those of the sources that each rests on, where these differ; else they stay
/// alike, as the office has them.
pub(super) fn tell_apart(measures: &mut [Ukuran], sumber: &BTreeMap<String, Sumber>) {
    let mut groups: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, ukuran) in measures.iter().enumerate() {
        groups.entry(ukuran.sebutan.trim().to_lowercase()).or_default().push(at);
    }
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let sources: Vec<Vec<&str>> = group.iter().map(|at| sources(&measures[*at], sumber)).collect();
        let told: BTreeSet<&Vec<&str>> = sources.iter().collect();
        for (at, own) in group.iter().zip(&sources).filter(|(_, own)| told.len() > 1 && !own.is_empty()) {
            let ukuran = &mut measures[*at];
            ukuran.sebutan = words::by_sources(ukuran.sebutan.trim(), own);
        }
    }
}

/// What the sources are called that a measure's formula names, in its order, each once.
fn sources<'s>(ukuran: &Ukuran, sumber: &'s BTreeMap<String, Sumber>) -> Vec<&'s str> {
    let formula = ukuran.rumus.as_ref().map_or("", |rumus| &rumus.text);
    let mut found: Vec<&str> = Vec::new();
    for source in formula.split(|c: char| !c.is_alphanumeric() && c != '_').filter_map(|name| sumber.get(name)) {
        if !found.contains(&source.nama.trim()) {
            found.push(source.nama.trim());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::profile::parse;

    const HEAD: &str = "[instansi]\nnama = \"Dinas\"\ndaerah = \"Kota\"\n[laporan]\ntahun = 2021\n[penandatangan]\ntempat = \"Uji\"\ntanggal = 2022-01-24\n\
        jabatan = [\"KEPALA\"]\nnama = \"Fulan\"\n[sumber.keragaan]\nnama = \"Keragaan Koperasi\"\nberkas = \"data/k {tahun}.xlsx\"\n\
        [sumber.rekap]\nnama = \"Rekap per Kecamatan\"\nberkas = \"data/r {tahun}.xlsx\"\n";

    fn said(measures: &str) -> Vec<String> {
        let text =
            format!("{HEAD}{measures}[[sasaran]]\nuraian = \"S\"\n[[sasaran.indikator]]\nnama = \"i\"\nrumus = \"koperasi\"\n");
        parse(&text).unwrap().ukuran.into_iter().map(|ukuran| ukuran.sebutan).collect()
    }

    #[test]
    fn measures_of_one_name_are_told_apart_by_their_sources_and_by_no_name_of_the_programs_own() {
        let own = "[ukuran.koperasi]\nrumus = \"COUNT(keragaan)\"\nsebutan = \"Jumlah koperasi\"\n";
        let other = "[ukuran.koperasi_2]\nrumus = \"SUM(rekap.jumlah)\"\nsebutan = \"Jumlah koperasi\"\n";
        let same = "[ukuran.koperasi_3]\nrumus = \"COUNT(keragaan WHERE aktif)\"\nsebutan = \"Jumlah koperasi\"\n";
        let by = |source: &str| format!("Jumlah koperasi menurut {source}");
        assert_eq!(said(own), ["Jumlah koperasi"]);
        assert_eq!(said(&format!("{own}{other}")), [by("Keragaan Koperasi"), by("Rekap per Kecamatan")]);
        assert_eq!(said(&format!("{own}{same}")), ["Jumlah koperasi", "Jumlah koperasi"]);
    }
}
