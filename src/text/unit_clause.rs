//! What a line says its unit is of: `SHU dalam ribuan rupiah` says nothing of the volume beside it.

use super::clean::clean;
use super::heading::{Stated, is_within, scale_word, unit_of};
use super::label::words;

/// A unit that a line states, with the words of what it is of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct UnitClause {
    pub factor: u64,
    /// What is scaled is counted, and no money: `dalam ribuan orang`.
    pub counts: bool,
    pub text: String,
    /// Each thing that it names, in words: none where it is of all.
    pub of: Vec<Vec<String>>,
    /// What it leaves out: `kecuali anggota`.
    pub but: Vec<Vec<String>>,
}

/// No unit takes more words.
const LONGEST: usize = 8;

/// Words before or between that name nothing.
const LEADS: &[&str] = &[
    "ket",
    "keterangan",
    "catatan",
    "nb",
    "note",
    "kolom",
    "khusus",
    "untuk",
    "utk",
    "pada",
    "bagian",
    "isian",
    "data",
    "tabel",
    "angka",
    "nilai",
    "jumlah",
    "jml",
    "total",
    "besar",
    "besarnya",
    "seluruh",
    "semua",
    "koperasi",
    "kop",
    "umkm",
    "ukm",
    "uang",
    "mata",
    "satuan",
    "sat",
    "unit",
    "yang",
    "yg",
    "di",
    "ini",
    "adalah",
    "disajikan",
    "dinyatakan",
    "ditulis",
    "tertulis",
    "ditampilkan",
    "diisi",
    "dengan",
    "menggunakan",
    "memakai",
    "dan",
    "serta",
    "dalam",
    "dlm",
];
const JOINS: &[&str] = &["dan", "serta", "sedangkan", "sementara", "maupun", "atau"];
const EXCEPT: &[&str] = &["kecuali", "selain", "tanpa"];

/// The units that a line states, each with what it names. A line that says one of everything gives one that names nothing.
/// What stands in brackets or behind a dash and names something itself is not of what stands before it: `REKAP VOLUME USAHA (SHU dalam ribuan)`.
pub(crate) fn unit_clauses(text: &str) -> Vec<UnitClause> {
    let parts: Vec<UnitClause> =
        text.split(['(', ')', '[', ']', '–', '—']).flat_map(|part| part.split(" - ")).flat_map(clauses_of).collect();
    let names = |clause: &UnitClause| !clause.of.is_empty() || !clause.but.is_empty();
    if parts.iter().any(names) { parts } else { clauses_of(text) }
}

fn clauses_of(text: &str) -> Vec<UnitClause> {
    let words = words(&clean(text).replace([',', ';', '/', '&', '+'], " dan "));
    let mut clauses: Vec<UnitClause> = Vec::new();
    let (mut from, mut at) = (0, 0);
    while at < words.len() {
        let Some((to, factor, counts)) = stretch(&words, at) else {
            at += 1;
            continue;
        };
        let (of, but) = named(&words[from..at]);
        let text =
            words[from..to].iter().skip_while(|word| JOINS.contains(&word.as_str())).cloned().collect::<Vec<_>>().join(" ");
        clauses.push(UnitClause { factor, counts, text, of, but });
        (from, at) = (to, to);
    }
    // `dalam ribuan rupiah untuk SHU`, `dalam ribuan anggota`, `dalam jutaan kecuali SHU`.
    if let [only] = clauses.as_mut_slice() {
        let (of, but) = named(&words[from..]);
        if only.of.is_empty() && only.but.is_empty() {
            (only.of, only.but) = (of, but);
        }
        only.text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    clauses
}

/// A unit that begins at a word: its end, its factor, and whether it counts things.
fn stretch(words: &[String], at: usize) -> Option<(usize, u64, bool)> {
    (at + 1..=words.len().min(at + LONGEST)).rev().find_map(|to| {
        let part = &words[at..to];
        let is_scaled =
            part.iter().any(|word| word.len() > 1 && scale_word(word).is_some() || word.bytes().all(|byte| byte == b'0'));
        let is_anchored = is_within(&part[0]) && part.len() >= 2 || is_scaled;
        let begins = !matches!(part[0].as_str(), "nilai" | "satuan" | "unit" | "x");
        match unit_of(part).filter(|_| is_anchored && begins)? {
            Stated::Scale(factor) => Some((to, factor, false)),
            Stated::Count => Some((to, part.iter().find_map(|word| scale_word(word)).unwrap_or(1), true)),
        }
    })
}

/// The things that words name, and those that they except.
fn named(words: &[String]) -> (Vec<Vec<String>>, Vec<Vec<String>>) {
    let is_except = |word: &String| EXCEPT.contains(&word.as_str());
    let except = words.iter().position(is_except).unwrap_or(words.len());
    let things = |words: &[String]| {
        let each = words.split(|word| JOINS.contains(&word.as_str()));
        let each = each.map(|thing| thing.iter().filter(|word| !LEADS.contains(&word.as_str())).cloned().collect::<Vec<_>>());
        each.filter(|thing| !thing.is_empty()).collect::<Vec<_>>()
    };
    (things(&words[..except]), things(words.get(except + 1..).unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_names_what_it_is_of() {
        let told = |text: &str| {
            let of = |clause: UnitClause| {
                let list = |things: Vec<Vec<String>>| things.iter().map(|thing| thing.join(" ")).collect::<Vec<_>>().join("+");
                let but = if clause.but.is_empty() { String::new() } else { format!("but {}", list(clause.but)) };
                format!("{}{} {} {but}", clause.factor, if clause.counts { "#" } else { "" }, list(clause.of))
                    .split_whitespace()
                    .collect::<Vec<_>>()
                    .join(" ")
            };
            unit_clauses(text).into_iter().map(of).collect::<Vec<_>>()
        };
        for (text, expected) in [
            ("SHU dalam ribuan rupiah", &["1000 shu"][..]),
            ("Ket: kolom SHU dalam ribuan rupiah", &["1000 shu"]),
            ("(SHU dalam jutaan)", &["1000000 shu"]),
            ("REKAPITULASI SHU DAN VOLUME USAHA (SHU DALAM RIBUAN)", &["1000 shu"]),
            ("DATA VOLUME USAHA KOPERASI - SHU dalam ribuan rupiah", &["1000 shu"]),
            ("Volume usaha (dalam ribuan rupiah)", &["1000 volume usaha"]),
            ("(dalam ribuan orang)", &["1000#"]),
            ("(dalam ribu unit)", &["1000#"]),
            ("(ribuan ton)", &["1000#"]),
            ("Jumlah anggota dalam ribuan", &["1000 anggota"]),
            ("Volume dalam juta, aset dalam miliar", &["1000000 volume", "1000000000 aset"]),
            ("Volume usaha, SHU dan aset dalam jutaan rupiah", &["1000000 volume usaha+shu+aset"]),
            ("(dalam jutaan rupiah, anggota dalam orang)", &["1000000", "1# anggota"]),
            ("dalam ribuan rupiah kecuali SHU", &["1000 but shu"]),
            ("dalam ribuan rupiah untuk SHU", &["1000 shu"]),
            ("(dalam jutaan rupiah)", &["1000000"]),
            ("Satuan : Rp Juta", &["1000000"]),
            ("Angka dalam ribuan rupiah", &["1000"]),
            ("LAPORAN KOPERASI TAHUN 2021", &[]),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }
}
