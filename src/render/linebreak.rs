//! Where a line may end: UAX #14, and what an Indonesian official text keeps together.

use crate::vocabulary::BULAN;
use unicode_linebreak::{BreakOpportunity, linebreaks};

/// How readily a line ends somewhere, the least readily first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Strength {
    /// Between two letters: only where nothing better stands on a line.
    Tight,
    /// Inside a word, between its parts (`keragaan.|volume_|usaha`, `Volume|Usaha`):
    /// only where the word alone is wider than the line.
    Joint,
    /// Between two syllables, with a hyphen.
    Hyphen,
    /// Inside a unit (`24 Januari 2022`): only where the unit alone is wider than the line.
    Glued,
    /// Between words.
    Free,
}

/// The byte offsets in one line of text (no line feeds) where it may be broken,
/// its end left out.
pub fn opportunities(text: &str) -> Vec<(usize, Strength)> {
    linebreaks(text)
        .filter(|&(at, kind)| kind == BreakOpportunity::Allowed && at < text.len())
        .map(|(at, _)| (at, strength(text, at)))
        .collect()
}

/// How readily a word too long for its line ends before byte `at`.
pub fn within_word(text: &str, at: usize) -> Strength {
    let (before, after) = (text.get(..at).unwrap_or(""), text.get(at..).unwrap_or(""));
    let Some((left, right)) = before.chars().next_back().zip(after.chars().next()) else { return Strength::Tight };
    let joint = matches!(left, '.' | '_' | '/' | '\\' | '(' | '-' | ',' | ';' | ':' | '@' | '=' | '&') && right.is_alphanumeric()
        || left.is_lowercase() && right.is_uppercase();
    if joint { Strength::Joint } else { Strength::Tight }
}

fn strength(text: &str, at: usize) -> Strength {
    let (before, after) = text.split_at(at);
    let right = after.split_whitespace().next().unwrap_or("");
    let left = if before.ends_with(' ') {
        before.split_whitespace().next_back().unwrap_or("")
    } else {
        // `Rekap!S8:S127` is one address, `ber-NIB` one word.
        let one = before.ends_with('!') || in_short_parentheses(before, right) || is_prefix_of_name(before, right);
        return if one { Strength::Glued } else { Strength::Free };
    };
    if belong_together(left, right) { Strength::Glued } else { Strength::Free }
}

/// `ber-`, `se-`, `non-` before a name or an abbreviation.
fn is_prefix_of_name(before: &str, right: &str) -> bool {
    let prefix = before.strip_suffix('-').map_or("", |before| before.rsplit(char::is_whitespace).next().unwrap_or(""));
    !prefix.is_empty() && prefix.chars().all(char::is_lowercase) && right.starts_with(char::is_uppercase)
}

/// `(n-k)`, `(a/b)`: a bracket that holds no space and is short.
fn in_short_parentheses(before: &str, right: &str) -> bool {
    // The longest token that counts as short, in bytes.
    const SHORT: usize = 12;
    let mut start = before.len().saturating_sub(SHORT);
    while !before.is_char_boundary(start) {
        start += 1;
    }
    let left = before[start..].rsplit(char::is_whitespace).next().unwrap_or("");
    let open = left.rfind('(').is_some_and(|open| !left[open..].contains(')'));
    open && right.find(')').is_some_and(|close| close + left.len() <= SHORT)
}

fn belong_together(left: &str, right: &str) -> bool {
    let bare_left = left.trim_start_matches(['(', '"', '“']);
    let bare_right = right.trim_end_matches(['.', ',', ';', ':', ')', '"', '”']);
    let number_right = is_number(right) || is_year_of_formula(right);
    if left.ends_with([',', ';']) {
        // One of several, each whole by itself.
        return false;
    }
    if is_number(bare_left) {
        return is_number(right)
            || is_month(bare_right)
            || UNITS.iter().any(|unit| unit.eq_ignore_ascii_case(bare_right))
            || bare_right == "%";
    }
    if is_month(bare_left) {
        return is_number(right);
    }
    if TITLES.contains(&bare_left) {
        return true;
    }
    number_right && COUNTED.iter().any(|word| word.eq_ignore_ascii_case(bare_left))
}

/// Words that stand before a number and mean nothing without it.
const COUNTED: [&str; 25] = [
    "Rp", "Rp.", "No.", "no", "nomor", "th", "th.", "thn", "tahun", "x", "×", "±", "tabel", "gambar", "pasal", "ayat", "angka",
    "butir", "halaman", "hlm.", "hal.", "lampiran", "bab", "baris", "NIP.",
];

/// Words that count what a number before them says.
const UNITS: [&str; 27] = [
    "persen", "orang", "unit", "usaha", "koperasi", "ribu", "juta", "miliar", "milyar", "triliun", "rupiah", "ha", "km", "m",
    "m2", "kg", "ton", "hari", "bulan", "tahun", "poin", "kali", "buah", "mm", "cm", "sel", "baris",
];

/// Titles before a name, and what stands before a position.
const TITLES: [&str; 15] =
    ["Drs.", "Dra.", "Dr.", "dr.", "Ir.", "H.", "Hj.", "Prof.", "R.", "drg.", "Plt.", "Plh.", "Pj.", "a.n.", "u.b."];

fn is_month(word: &str) -> bool {
    BULAN.iter().any(|month| month.eq_ignore_ascii_case(word))
}

/// Begins with a digit (after `Rp`, a sign or a bracket) and holds no letter.
fn is_number(word: &str) -> bool {
    let word = word.strip_prefix("Rp").unwrap_or(word).trim_start_matches(['(', '-', '−', '+', '±']);
    word.starts_with(|c: char| c.is_ascii_digit()) && !word.chars().any(char::is_alphabetic)
}

/// `n`, `(n)`, `n-1`, `(n-1)`.
fn is_year_of_formula(word: &str) -> bool {
    let inner = word.trim_matches(|c| matches!(c, '(' | ')' | '.' | ',' | ';'));
    inner == "n" || inner.strip_prefix("n-").is_some_and(|back| !back.is_empty() && back.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text with `|` at free and `~` at glued breaks.
    fn marked(text: &str) -> String {
        let mut out = String::new();
        let mut from = 0;
        for (at, strength) in opportunities(text) {
            out.push_str(&text[from..at]);
            out.push(if strength == Strength::Free { '|' } else { '~' });
            from = at;
        }
        out + &text[from..]
    }

    #[test]
    fn units_hold_together() {
        assert_eq!(marked("sejak 24 Januari 2022 di"), "sejak |24 ~Januari ~2022 |di");
        assert_eq!(marked("koperasi th (n-1) x 100%"), "koperasi |th ~(n-1) |x ~100%");
        assert_eq!(marked("koperasi tahun n - Jumlah"), "koperasi |tahun ~n |- |Jumlah");
        assert_eq!(marked("Rp1.000 atau Rp 1.000"), "Rp1.000 |atau |Rp ~1.000");
        assert_eq!(marked("SK No. 1 tentang"), "SK |No. ~1 |tentang");
        assert_eq!(marked("ada 414 koperasi lama"), "ada |414 ~koperasi |lama");
        assert_eq!(marked("NIP. 19640505 199303 1 012"), "NIP. ~19640505 ~199303 ~1 ~012");
        assert_eq!(marked("Penjelasan/Formulasi"), "Penjelasan/|Formulasi");
        assert_eq!(marked("Drs. H. EDY ANA"), "Drs. ~H. ~EDY |ANA");
        assert_eq!(marked("Plt. KEPALA DINAS"), "Plt. ~KEPALA |DINAS");
        assert_eq!(marked("Rp. 1.000.000,- pada UU No. 11 Tahun 2008"), "Rp. ~1.000.000,- |pada |UU |No. ~11 ~Tahun ~2008");
        assert_eq!(marked("usaha ber-NIB dan anak-anak"), "usaha |ber-~NIB |dan |anak-|anak");
        assert_eq!(marked("2019, 2020, 2021"), "2019, |2020, |2021");
    }

    #[test]
    fn a_long_word_ends_between_its_parts() {
        let parts = |text: &str| -> Vec<String> {
            let joints = (1..text.len()).filter(|at| within_word(text, *at) == Strength::Joint);
            let edges: Vec<usize> = std::iter::once(0).chain(joints).chain([text.len()]).collect();
            edges.windows(2).map(|pair| text[pair[0]..pair[1]].to_owned()).collect()
        };
        assert_eq!(parts("SUM(keragaan.volume_usaha)"), ["SUM(", "keragaan.", "volume_", "usaha)"]);
        assert_eq!(parts("PertumbuhanVolumeUsaha"), ["Pertumbuhan", "Volume", "Usaha"]);
        assert_eq!(parts("koperasi"), ["koperasi"]);
    }

    #[test]
    fn a_no_break_space_holds() {
        assert_eq!(marked("a\u{a0}b c"), "a\u{a0}b |c");
    }

    #[test]
    fn a_short_bracket_is_one_unit() {
        assert_eq!(marked("th (n-k) itu"), "th |(n-~k) |itu");
        assert_eq!(marked("2021.xlsx, Rekap!S8:S127"), "2021.xlsx, |Rekap!~S8:S127");
    }
}
