//! The kabupaten and kota that a line names.

use super::label::words;
use super::lexicon::{DIRECTIONS, KOTA};

/// What a word behind `Kota` may be that is no kota's name.
const NO_NAMES: &[&str] = &[
    "dan",
    "atau",
    "tahun",
    "th",
    "thn",
    "per",
    "se",
    "di",
    "yang",
    "dalam",
    "periode",
    "triwulan",
    "semester",
    "bulan",
    "untuk",
    "kecil",
    "lama",
    "baru",
    "besar",
    "lainnya",
    "ini",
    "kab",
    "kabupaten",
    "kota",
    "kecamatan",
    "kec",
    "provinsi",
    "prov",
    "dinas",
    "koperasi",
    "umkm",
    "asal",
    "tujuan",
    "tempat",
    "nomor",
    "menurut",
    "berdasarkan",
    "seluruh",
    "nama",
    "kode",
    "ke",
    "dari",
    "pada",
    "jumlah",
    "tangan",
    "adm",
    "administrasi",
    "raya",
    "data",
    "keadaan",
    "posisi",
    "kondisi",
    "sampai",
];

/// A kabupaten or kota that is named.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Region {
    pub is_kota: bool,
    /// The words of its name, at most two, the first of which is surely its own.
    pub name: Vec<String>,
}

impl Region {
    /// Whether it is none of an office's own.
    pub(crate) fn is_another(&self, own: &Region) -> bool {
        self.is_kota != own.is_kota || !self.shares_its_name(own) || self.lies_beside(own)
    }

    /// `Aceh Selatan` beside `Aceh Barat`, `Bangka Tengah` beside `Bangka`: another part of the same.
    fn lies_beside(&self, own: &Region) -> bool {
        let direction = |region: &Region| region.name.get(1).filter(|word| DIRECTIONS.contains(&word.as_str())).cloned();
        direction(self).is_some() && direction(self) != direction(own) && self.name.first() == own.name.first()
    }

    /// Whether two names have a word in common.
    /// Whether a text is nothing but its name: `Klaten`, `Se-Kabupaten Klaten`; of `Klaten Tengah` it is none.
    pub(crate) fn is_called(&self, text: &str) -> bool {
        let words = words(text);
        let is_lead =
            |word: &&String| matches!(word.as_str(), "se" | "sekota" | "sekabupaten") || is_kota(word) == Some(self.is_kota);
        let own = &words[words.iter().take_while(is_lead).count()..];
        own == self.name || self.name.len() == 2 && own.len() == 3 && own.starts_with(&self.name)
    }

    pub(crate) fn shares_its_name(&self, own: &Region) -> bool {
        self.name.iter().any(|word| own.name.contains(word))
    }
}

/// Whether the words behind `Kota` are a kota's name.
pub(crate) fn names_a_kota(words: &[String]) -> bool {
    words.first().is_some_and(|word| KOTA.contains(&word.as_str()))
}

/// Whether a word is of a kota (true) or of a kabupaten; none where it is neither's.
pub(crate) fn is_kota(word: &str) -> Option<bool> {
    match word {
        "kota" | "kotamadya" | "pemkot" => Some(true),
        "kabupaten" | "kab" | "pemkab" => Some(false),
        _ => None,
    }
}

/// The kabupaten and kota in a line, each with its name; none of `Kabupaten/Kota Pasuruan`, which may be either.
pub(crate) fn regions(line: &str) -> Vec<Region> {
    if line.len() > 160 {
        return Vec::new();
    }
    let words = words(line);
    // An address may lie in the next town.
    if words.iter().any(|word| matches!(word.as_str(), "jl" | "jln" | "jalan" | "telp" | "telepon" | "fax" | "email" | "pos")) {
        return Vec::new();
    }
    let is_name = |word: &&String| word.len() > 2 && word.chars().all(char::is_alphabetic) && !NO_NAMES.contains(&word.as_str());
    let named = words.iter().enumerate().filter_map(|(at, word)| {
        let is_kota = is_kota(word)?;
        let before = at.checked_sub(1).map_or("", |at| words[at].as_str());
        if self::is_kota(before).is_some()
            || matches!(before, "kec" | "kecamatan" | "pusat" | "dalam" | "tengah" | "luar" | "pinggir" | "se" | "puluh")
        {
            return None;
        }
        let name: Vec<String> = words[at + 1..].iter().take(2).take_while(is_name).cloned().collect();
        (!name.is_empty()).then_some(Region { is_kota, name })
    });
    named.collect()
}

/// The name of what a line spans with `se-`: `SE-JAWA TIMUR`, `se-Provinsi`; none of `se-Kota`, which is the office's own.
pub(crate) fn spanned(line: &str) -> Option<Vec<String>> {
    let lower = line.to_lowercase();
    if line.len() > 160 || !(lower.contains("se-") || lower.starts_with("se ") || lower.contains(" se ")) {
        return None;
    }
    let words = words(line);
    let at = words.iter().position(|word| word == "se")?;
    let is_name = |word: &&String| word.len() > 2 && word.chars().all(char::is_alphabetic);
    let behind: Vec<String> = words[at + 1..].iter().take(2).take_while(is_name).cloned().collect();
    let own =
        ["kota", "kotamadya", "kabupaten", "kab", "kecamatan", "kec", "kelurahan", "desa", "wilayah", "daerah", "lingkungan"];
    (behind.first().is_some_and(|first| !own.contains(&first.as_str()))).then_some(behind)
}

/// Kecamatan and kelurahan as they are called elsewhere.
const SMALLER: &[&str] = &["kapanewon", "kemantren", "distrik", "kalurahan", "nagari", "gampong", "kampung"];

/// What the figures of a title are of, before a place that holds them.
const SUBJECTS: &[&str] = &["koperasi", "umkm", "ukm", "ikm", "usaha", "mikro", "keragaan"];

/// The place whose own figures a title says that these are: a kecamatan, a kelurahan, a desa, or a whole province;
/// `DATA KOPERASI KECAMATAN GADINGREJO`, none of `PER KECAMATAN`, and none where a kabupaten or kota is named.
pub(crate) fn other_level(line: &str) -> Option<Vec<String>> {
    if line.len() > 160
        || !line.bytes().any(|byte| matches!(byte, b'k' | b'K' | b'd' | b'D' | b'p' | b'P' | b'n' | b'N' | b'g' | b'G'))
    {
        return None;
    }
    let words = words(line);
    let is_place = |word: &str| {
        matches!(word, "kecamatan" | "kec" | "kelurahan" | "kel" | "desa" | "provinsi" | "propinsi" | "prov")
            || SMALLER.contains(&word)
    };
    let at = words.iter().position(|word| is_place(word))?;
    let before = at.checked_sub(1).map_or("", |at| words[at].as_str());
    let is_each = matches!(before, "per" | "menurut" | "tiap" | "setiap" | "se" | "dan" | "antar" | "nama" | "unit" | "bank");
    let is_of_subject = words[..at].iter().any(|word| SUBJECTS.contains(&word.as_str()));
    if is_each || !is_of_subject || words.iter().any(|word| is_kota(word).is_some()) {
        return None;
    }
    let is_name = |word: &&String| word.len() > 2 && word.chars().all(char::is_alphabetic) && !NO_NAMES.contains(&word.as_str());
    let name: Vec<String> = words[at + 1..].iter().take(2).take_while(is_name).cloned().collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kabupaten_whose_name_ends_as_a_kota_begins() {
        let names = |line: &str| regions(line).iter().map(|region| (region.is_kota, region.name.join(" "))).collect::<Vec<_>>();
        let own = vec![(false, "lima puluh".to_owned())];
        assert_eq!(names("DATA KOPERASI KABUPATEN LIMA PULUH KOTA KEADAAN PER 31 DESEMBER 2021"), own);
        assert_eq!(names("Kabupaten Lima Puluh Kota"), own);
        assert_eq!(names("DATA KOPERASI KOTA KEADAAN PER 31 DESEMBER 2021"), []);
    }

    #[test]
    fn another_part_of_the_same_is_another_kabupaten() {
        let of = |line: &str| regions(line).into_iter().next().unwrap();
        let another = |line: &str, own: &str| of(line).is_another(&of(own));
        for own in ["Kabupaten Aceh Barat", "Kabupaten Aceh Tengah"] {
            assert!(another("DATA KOPERASI KABUPATEN ACEH SELATAN TAHUN 2021", own), "{own}");
        }
        assert!(another("KERAGAAN KOPERASI KAB. BANGKA TENGAH TAHUN 2021", "Kabupaten Bangka"));
        assert!(!another("KERAGAAN KOPERASI KAB. BANGKA TENGAH TAHUN 2021", "Kabupaten Bangka Tengah"));
        assert!(!another("DATA KOPERASI KABUPATEN LOMBOK TAHUN 2021", "Kabupaten Lombok Tengah"));
    }

    #[test]
    fn titles_of_a_part_of_the_office_s_place_or_of_more_than_it() {
        for (line, name) in [
            ("DATA KOPERASI KECAMATAN GADINGREJO TAHUN 2021", "gadingrejo"),
            ("Data UMKM Kelurahan Sebani", "sebani"),
            ("DATA KOPERASI KAPANEWON DEPOK TAHUN 2021", "depok"),
            ("KERAGAAN KOPERASI PROVINSI JAWA TIMUR TAHUN 2021", "jawa timur"),
        ] {
            assert_eq!(other_level(line).map(|name| name.join(" ")), Some(name.to_owned()), "{line}");
        }
        for line in [
            "DATA KOPERASI PER KECAMATAN TAHUN 2021",
            "DATA KOPERASI MENURUT KECAMATAN DAN JENIS",
            "DATA KOPERASI SE-KECAMATAN",
            "DATA KOPERASI KOTA PASURUAN PROVINSI JAWA TIMUR",
            "KECAMATAN GADINGREJO",
            "Koperasi Unit Desa Makmur",
            "Jumlah koperasi tiap kecamatan",
            "DATA KOPERASI KECAMATAN",
        ] {
            assert_eq!(other_level(line), None, "{line}");
        }
    }

    #[test]
    fn what_lines_span() {
        assert_eq!(spanned("DATA KOPERASI SE-JAWA TIMUR"), Some(vec!["jawa".to_owned(), "timur".to_owned()]));
        assert!(spanned("Koperasi se Indonesia").is_some() && spanned("REKAP SE-PROVINSI").is_some());
        for line in ["KOPERASI SE-KOTA PASURUAN", "se-Kabupaten", "Koperasi se-Kecamatan Grati", "Serba Usaha", "base-line"] {
            assert_eq!(spanned(line), None, "{line}");
        }
    }

    #[test]
    fn regions_that_lines_name() {
        let of = |line: &str| {
            let named = regions(line).into_iter().map(|region| (region.is_kota, region.name.join(" ")));
            named.collect::<Vec<_>>()
        };
        assert_eq!(of("PEMERINTAH KABUPATEN MALANG"), [(false, "malang".to_owned())]);
        assert_eq!(of("DATA KOPERASI KOTA TANJUNG PINANG TAHUN 2021"), [(true, "tanjung pinang".to_owned())]);
        assert_eq!(of("Kab. Blitar dan Kota Batu"), [(false, "blitar".to_owned()), (true, "batu".to_owned())]);
        for line in [
            "Kabupaten/Kota Pasuruan",
            "KOTA DAN DESA",
            "DATA KOPERASI KOTA TAHUN 2021",
            "Pusat Kota Lama",
            "Kecamatan Kota Kudus",
            "Jl. Raya 5 Kota Mungkid",
            "Kota",
            "",
        ] {
            assert!(of(line).is_empty(), "{line}");
        }
    }
}
