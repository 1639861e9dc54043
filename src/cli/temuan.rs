//! Findings as a person reads them: grouped by file, each with its place, the
//! row's own name, what stands there, and what to do.

use crate::diagnostic::{Temuan, Tingkat};
use std::collections::BTreeMap;
use std::fmt::Write;

/// At most this many findings of one code in one file are written out; the rest are counted.
const FOLD_AFTER: usize = 10;

/// The findings of level `galat` and `peringatan` as text, and how many
/// `catatan` there are besides; empty where there is nothing to say.
pub fn show(temuan: &[Temuan]) -> String {
    let mut files: BTreeMap<&str, Vec<&Temuan>> = BTreeMap::new();
    for one in temuan.iter().filter(|one| one.tingkat() != Tingkat::Catatan) {
        files.entry(&one.at.berkas).or_default().push(one);
    }
    let mut text = String::new();
    for (berkas, mut found) in files {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{berkas}");
        found.sort_by_key(|one| one.tingkat());
        let mut shown: BTreeMap<&str, usize> = BTreeMap::new();
        for one in &found {
            let kode = one.kode().text();
            let count = shown.entry(kode).or_default();
            *count += 1;
            if *count <= FOLD_AFTER {
                text.push_str(&show_one(one));
            }
        }
        for (kode, count) in shown.into_iter().filter(|(_, count)| *count > FOLD_AFTER) {
            let _ = writeln!(text, "  … dan {} temuan {kode} lagi", count - FOLD_AFTER);
        }
        text.push('\n');
    }
    text
}

fn show_one(temuan: &Temuan) -> String {
    let mut text = format!("  {}[{}]", temuan.tingkat().text(), temuan.kode().text());
    let place = match (&temuan.at.lembar, &temuan.at.sel) {
        (Some(lembar), Some(sel)) => Some(format!("{lembar}!{sel}")),
        (Some(lembar), None) => Some(lembar.to_string()),
        (None, Some(sel)) => Some(sel.to_string()),
        (None, None) => None,
    };
    if let Some(place) = place {
        let _ = write!(text, " {place}");
    }
    if let Some(nama) = &temuan.nama {
        let _ = write!(text, " ({nama})");
    }
    if let Some(ditemukan) = temuan.ditemukan() {
        let _ = write!(text, ": `{}`", ditemukan.trim());
    }
    let _ = writeln!(text, "\n    {}\n    {}", temuan.pesan(), temuan.saran());
    text
}

/// `2 galat, 1 peringatan, 5 catatan`.
pub fn tally(temuan: &[Temuan]) -> String {
    let count = |tingkat| temuan.iter().filter(|one| one.tingkat() == tingkat).count();
    format!("{} galat, {} peringatan, {} catatan", count(Tingkat::Galat), count(Tingkat::Peringatan), count(Tingkat::Catatan))
}
