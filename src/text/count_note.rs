//! A line that says no more than how many rows stand above it: `Jumlah koperasi : 14 unit`.

/// What says that something is counted.
const SAYS: &[&str] = &[
    "jumlah",
    "jml",
    "jlh",
    "total",
    "banyaknya",
    "banyak",
    "sebanyak",
    "ada",
    "terdapat",
    "populasi",
    "data",
    "memuat",
    "terdata",
    "tercatat",
    "n",
];
/// What is counted, and of what kind.
const COUNTED: &[&str] = &[
    "koperasi",
    "kop",
    "umkm",
    "ukm",
    "ikm",
    "usaha",
    "mikro",
    "pelaku",
    "pemilik",
    "responden",
    "lembaga",
    "unit",
    "buah",
    "orang",
    "baris",
    "entri",
    "kecamatan",
    "seluruh",
    "seluruhnya",
    "keseluruhan",
    "semua",
];

/// The whole number that the line states, if every other word of it only says what is
/// counted: a line of some of the rows (`belum lapor`), of money or of two numbers is none.
pub(crate) fn count_note(text: &str) -> Option<usize> {
    if text.len() > 80 {
        return None;
    }
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && c != '.' && c != ',');
    let words: Vec<&str> = words.map(|word| word.trim_matches(['.', ','])).filter(|word| !word.is_empty()).collect();
    let mut number = None;
    for word in &words {
        if word.bytes().any(|byte| byte.is_ascii_digit()) {
            let own = if word.starts_with('0') { None } else { word.replace('.', "").parse().ok() };
            match (own, number) {
                (Some(own), None) => number = Some(own),
                _ => return None,
            }
        } else if !SAYS.contains(word) && !COUNTED.contains(word) {
            return None;
        }
    }
    let says = words.iter().any(|word| SAYS.contains(word));
    number.filter(|_| says)
}

#[cfg(test)]
mod tests {
    use super::count_note;

    #[test]
    fn a_count_is_stated_by_words_of_counting_alone() {
        for text in
            ["Jumlah koperasi : 14 unit", "Total 14 pelaku usaha", "n = 14", "Jumlah UMKM terdata: 14 unit usaha", "Populasi 14"]
        {
            assert_eq!(count_note(text), Some(14), "{text}");
        }
        assert_eq!(count_note("Jumlah 1.204 UMKM"), Some(1_204));
        for text in [
            "14 koperasi",
            "Jumlah koperasi belum lapor : 14",
            "Jumlah koperasi aktif : 14",
            "di luar 14 koperasi",
            "Jumlah 14 dari 20 koperasi",
            "Jumlah Rp 14",
            "Jumlah 14 juta",
            "Jumlah 1,4",
            "Jumlah volume usaha 14",
        ] {
            assert_eq!(count_note(text), None, "{text}");
        }
    }
}
