//! Findings as a person reads them: grouped by file, each with its place, the
//! row's own name, what stands there, and what to do.

use super::jendela::Windows;
use super::words_id as words;
use crate::diagnostic::{Kode, Tempel, Temuan, Tingkat};
use crate::vocabulary::{mask_in_text, mask_person};
use std::collections::BTreeMap;
use std::fmt::Write;

/// At most this many findings of one code in one file are written out; the rest are counted.
const FOLD_AFTER: usize = 10;

/// How much is shown of findings.
#[derive(Clone, Copy, Default)]
pub struct Shown<'a> {
    /// Also those of level `catatan`.
    pub catatan: bool,
    /// The cells around each, where there is a terminal to show them on.
    pub windows: Option<&'a Windows>,
}

/// The findings as text, the gravest of each file first; empty where there is
/// nothing to say.
pub fn show(temuan: &[Temuan], shown: Shown) -> String {
    let mut files: BTreeMap<&str, Vec<&Temuan>> = BTreeMap::new();
    for one in temuan.iter().filter(|one| shown.catatan || one.tingkat() != Tingkat::Catatan) {
        files.entry(&one.at.berkas).or_default().push(one);
    }
    let mut text = String::new();
    for (berkas, mut found) in files {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{}", mask_in_text(berkas));
        found.sort_by_key(|one| one.tingkat());
        let mut all: BTreeMap<(Tingkat, Kode), usize> = BTreeMap::new();
        for one in &found {
            *all.entry((one.tingkat(), one.kode())).or_default() += 1;
        }
        let mut written: BTreeMap<(Tingkat, Kode), usize> = BTreeMap::new();
        for one in &found {
            let key = (one.tingkat(), one.kode());
            let count = written.entry(key).or_default();
            *count += 1;
            if *count <= FOLD_AFTER {
                text.push_str(&show_one(one, shown.windows, *count == 1));
            }
            let total = all.get(&key).copied().unwrap_or_default();
            // The rest is counted where the last of this code would stand.
            if *count == total && total > FOLD_AFTER {
                let _ = writeln!(text, "  {}", words::more(total - FOLD_AFTER, one.kode().text()));
            }
        }
        text.push('\n');
    }
    // The blank line between files is none behind the last.
    text.pop();
    text
}

/// One finding by itself, without the lines that would be pasted.
pub fn show_alone(temuan: &Temuan, shown: Shown) -> String {
    let mut text = format!("{}\n{}", mask_in_text(&temuan.at.berkas), head(temuan));
    if let Some(window) = shown.windows.and_then(|windows| windows.around(temuan)) {
        text.push_str(&window);
    }
    text.trim_end().to_owned()
}

/// One finding; how it would be accepted is said of the `first` of its kind.
fn show_one(temuan: &Temuan, windows: Option<&Windows>, first: bool) -> String {
    let mut text = head(temuan);
    text.push_str(&paste(temuan, first));
    if let (Some(accepted), Some(akibat)) = (&temuan.diterima, temuan.akibat()) {
        let _ = writeln!(text, "    {}", words::accepted(&akibat, &mask_person(&accepted.alasan)));
    }
    if let Some(window) = windows.and_then(|windows| windows.around(temuan)) {
        text.push_str(&window);
    }
    text
}

/// Level, code, place, name and what stands there; what is wrong and what to do.
fn head(temuan: &Temuan) -> String {
    let mut text = format!("  {}[{}]", temuan.tingkat().text(), temuan.kode().text());
    let place = match (&temuan.at.lembar, &temuan.at.sel) {
        (Some(lembar), Some(sel)) => Some(format!("{}!{sel}", mask_in_text(lembar))),
        (Some(lembar), None) => Some(mask_in_text(lembar)),
        (None, Some(sel)) => Some(sel.to_string()),
        (None, None) => None,
    };
    if let Some(place) = place {
        let _ = write!(text, " {place}");
    }
    if let Some(nama) = &temuan.nama {
        let _ = write!(text, " ({})", mask_person(nama));
    }
    if let Some(ditemukan) = temuan.ditemukan() {
        let _ = write!(text, ": `{}`", ditemukan.trim());
    }
    let _ = writeln!(text, "\n    {}\n    {}", temuan.pesan(), temuan.saran());
    text
}

/// What to paste into `iku.toml`: the keys that settle it, or the acceptance of a galat.
fn paste(temuan: &Temuan, first: bool) -> String {
    let (terima, keys): (Vec<Tempel>, Vec<Tempel>) = temuan.tempel().into_iter().partition(Tempel::is_terima);
    let mut text = String::new();
    let mut sections: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    // What the finding's own words say already is not said again.
    let saran = temuan.saran();
    let is_said = |one: &Tempel| {
        one.baris.iter().any(|line| line.starts_with("arti = ") && saran.contains(line.trim_end_matches('}').trim_end()))
    };
    for one in keys.iter().filter(|_| !keys.iter().any(is_said)) {
        sections.entry(&one.bagian).or_default().push(words::lines(&one.baris));
    }
    for (bagian, each) in sections {
        let _ = writeln!(text, "    {}", words::paste(bagian, &each));
    }
    for one in terima.iter().filter(|_| first && temuan.tingkat() == Tingkat::Galat) {
        let _ = writeln!(text, "    {}\n      {}", words::paste_terima(), one.bagian);
        one.baris.iter().for_each(|line| {
            let _ = writeln!(text, "      {line}");
        });
    }
    text
}

/// `2 galat, 1 peringatan, 5 catatan`.
pub fn tally(temuan: &[Temuan]) -> String {
    let count = |tingkat| temuan.iter().filter(|one| one.tingkat() == tingkat).count();
    format!("{} galat, {} peringatan, {} catatan", count(Tingkat::Galat), count(Tingkat::Peringatan), count(Tingkat::Catatan))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{BukanAngka, BukanAngkaSebab, Penerimaan};
    use crate::vocabulary::{At, CellAddress};

    fn found(row: u32) -> Temuan {
        let at = At::sheet("data/a.xlsx", Some("Sheet1".into())).with(CellAddress::new(row, 5));
        Temuan::new(at, BukanAngka { ditemukan: "±3jt".to_owned(), sebab: BukanAngkaSebab::KiraKira }).named("KSP Contoh")
    }

    #[test]
    fn long_lists_are_folded_with_a_count() {
        let temuan: Vec<Temuan> = (0..25).map(found).collect();
        let text = show(&temuan, Shown::default());
        assert_eq!(text.matches("galat[bukan-angka]").count(), 10);
        assert!(text.contains("15 temuan bukan-angka lagi"), "{text}");
        assert!(text.starts_with("data/a.xlsx\n  galat[bukan-angka] Sheet1!F1 (KSP Contoh): `±3jt`\n"), "{text}");
        let ten = show(&temuan[..10], Shown::default());
        assert!(!ten.contains("lagi") && ten.matches("galat[").count() == 10);
    }

    #[test]
    fn notes_are_shown_where_they_are_asked_for() {
        let mut accepted = found(3);
        accepted.diterima = Some(Penerimaan { alasan: "Sudah ditanyakan".to_owned(), nilai: None, sekolom: false });
        let temuan = [accepted];
        assert_eq!(show(&temuan, Shown::default()), "");
        let text = show(&temuan, Shown { catatan: true, windows: None });
        assert!(text.contains("catatan[bukan-angka]") && text.contains("Sudah ditanyakan"), "{text}");
    }
}
