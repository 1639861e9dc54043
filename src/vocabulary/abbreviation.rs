//! Names as keys have them (`tanggal_rat`), put into words.

/// What is written in capitals wherever a name is put into words: on sheets, pages and the terminal alike. Nothing
/// here is a word of its own.
const ABBREVIATIONS: &[&str] = &[
    "ahu", "akip", "apbd", "apbn", "bh", "bpjs", "bpom", "bumd", "bumdes", "bumn", "dak", "haki", "hki", "hp", "ikm", "iku",
    "iumk", "kbli", "kk", "kpri", "kpn", "ksp", "kspps", "ksu", "ktp", "kud", "kumkm", "kur", "lhe", "lpdb", "mui", "nib", "nik",
    "nikop", "nip", "npwp", "nup", "opd", "oss", "p2p", "pad", "pdrb", "pirt", "pkl", "ppn", "pph", "rat", "rpjmd", "rt", "rw",
    "sakip", "sdm", "shu", "siup", "sk", "skpd", "sni", "tdp", "ukk", "ukm", "umkm", "usp", "usps", "uspps", "wa",
];

/// A word, in capitals where it is an abbreviation: `Rat` as `RAT`.
fn written(word: &str) -> String {
    let lower = word.to_lowercase();
    if ABBREVIATIONS.contains(&lower.as_str()) { word.to_uppercase() } else { word.to_owned() }
}

/// A field's or measure's name as words.
///
/// ```
/// use iku::vocabulary::in_words;
/// assert_eq!(in_words("tanggal_rat"), "tanggal RAT");
/// ```
pub fn in_words(name: &str) -> String {
    name.split('_').map(written).collect::<Vec<_>>().join(" ")
}

/// Words as a heading has them, each with a capital: `nik koperasi` as `NIK Koperasi`.
pub fn titled(words: &str) -> String {
    let mut titled = String::new();
    for word in words.split_whitespace().map(written) {
        let mut letters = word.chars();
        titled.push_str(if titled.is_empty() { "" } else { " " });
        titled.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        titled.push_str(letters.as_str());
    }
    titled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_written_in_capitals() {
        assert_eq!(in_words("shu"), "SHU");
        assert_eq!(in_words("jumlah_nib_umkm"), "jumlah NIB UMKM");
        assert_eq!(in_words("ratio_shuttle"), "ratio shuttle");
        let headings = ["shu", "rat", "nik koperasi", "nomor bh", "nib", "omset dihitung", "Rat 2021", "élan"];
        let shown = ["SHU", "RAT", "NIK Koperasi", "Nomor BH", "NIB", "Omset Dihitung", "RAT 2021", "Élan"];
        assert_eq!(headings.map(titled), shown);
    }
}
