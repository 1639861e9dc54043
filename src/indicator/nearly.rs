//! Whether a value nearly is the text of a condition: other words around it,
//! other blanks and marks in it, a slip of the finger.

use crate::text::lexicon::ENDED;
use crate::text::phrase::is_enumerator;

/// What a value is to a text that it does not equal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Near {
    /// Most likely the same thing, written otherwise.
    Same,
    Other,
}

/// Words that make another thing of what follows or stands before them: of `sehat`
/// `cukup sehat`, of `aktif` `tidak aktif`. All others are told.
const QUALIFIERS: [&str; 34] = [
    "tidak", "tdk", "non", "bukan", "belum", "blm", "kurang", "cukup", "sangat", "agak", "hampir", "calon", "eks", "ex", "bekas",
    "mantan", "pra", "semi", "dalam", "luar", "atas", "bawah", "utara", "selatan", "timur", "barat", "tengah", "lama", "baru",
    "besar", "kecil", "menengah", "syariah", "lain",
];

/// Words between others that make no other thing of them.
const JOINING: [&str; 6] = ["yang", "yg", "dan", "di", "untuk", "dengan"];

/// What is one thing under several names, each as its words stand together.
const SYNONYMS: [&[&str]; 5] = [
    &["lakilaki", "pria", "lelaki", "laki2", "laki", "lk", "l"],
    &["perempuan", "wanita", "pr", "prp", "p"],
    &["ya", "y", "v", "1", "ada", "sudah", "sdh", "ok", "oke", "true"],
    &["simpanpinjam", "ksp", "koperasisimpanpinjam"],
    &["serbausaha", "ksu", "koperasiserbausaha"],
];
/// Who is not active, and not ended either, as such columns say it.
const INACTIVE: [&str; 14] = [
    "tidakaktif",
    "tdkaktif",
    "takaktif",
    "taktif",
    "nonaktif",
    "belumaktif",
    "inaktif",
    "pasif",
    "vakum",
    "dorman",
    "dormant",
    "tidur",
    "koperasitidakaktif",
    "nonactive",
];

/// Words of places, that stand before a place's name or do not.
const OF_PLACES: [&str; 5] = ["kec", "kecamatan", "kel", "kelurahan", "desa"];

/// Whether two texts are words for one thing: `Pria` and `Laki-laki`, `Non Aktif` and `Tidak Aktif`.
fn is_synonym(one: &str, other: &str) -> bool {
    INACTIVE.contains(&one) && INACTIVE.contains(&other)
        || SYNONYMS.iter().any(|words| words.contains(&one) && words.contains(&other))
}

/// Whether a text says that somebody is not active, or ended: a condition that takes out the one takes the other for living.
pub(super) fn is_over(value: &str) -> bool {
    let words = words(value);
    INACTIVE.contains(&words.concat().as_str()) || words.iter().any(|word| ENDED.contains(&word.as_str()))
}

/// Compares a condition's text with a value, both without regard to case and blanks outside.
pub(super) fn nearly(text: &str, value: &str, isian: &str) -> Near {
    if text == value || text.is_empty() || value.is_empty() {
        return Near::Other;
    }
    let (own, other) = (words(text), words(value));
    // `Mikro*`, `Gading Rejo`.
    if own.concat() == other.concat() && !own.is_empty() {
        return Near::Same;
    }
    // `01. Gadingrejo`, `3575010 Gadingrejo`, `b. Mikro`: a code or a number before it.
    if uncoded(&other).is_some_and(|bare| *bare == own) || uncoded(&own).is_some_and(|bare| *bare == other) {
        return Near::Same;
    }
    if has_aside(text, value)
        || is_spelt_beside(text, &other)
        || is_mark(value) && text.chars().count() > 2
        || are_initials(text, &other)
    {
        return Near::Same;
    }
    // `Koperasi yang Aktif`, `Simpan dan Pinjam`.
    let bare = |words: &[String]| words.iter().filter(|word| !JOINING.contains(&word.as_str())).cloned().collect::<String>();
    if own.len() != other.len() && !bare(&own).is_empty() && bare(&own) == bare(&other) {
        return Near::Same;
    }
    if !own.is_empty() && adds_words(&own, &other, isian) || !other.is_empty() && adds_words(&other, &own, isian) {
        return Near::Same;
    }
    // `Kecamatan Gading Rejo`.
    let is_kind = |word: &String| OF_PLACES.contains(&word.as_str()) || isian.split('_').any(|own| own == word.as_str());
    let named = |words: &[String]| words.iter().filter(|word| !is_kind(word)).cloned().collect::<String>();
    if !named(&own).is_empty() && named(&own) == named(&other) || is_one_of_two(text, value) || is_dated(text, value) {
        return Near::Same;
    }
    if is_named_after(&own, &other) || is_named_after(&other, &own) || are_numbered(&own, &other) {
        return Near::Other;
    }
    let (own, other) = (own.concat(), other.concat());
    if is_synonym(&own, &other) || is_tick(value) && SYNONYMS[2].contains(&own.as_str()) {
        return Near::Same;
    }
    if is_slip(&own, &other) || is_short_for(&other, &own) { Near::Same } else { Near::Other }
}

/// `Aktif, belum RAT`, `Aktif (kurang)`: the text, and a remark on it.
fn has_aside(text: &str, value: &str) -> bool {
    let Some(rest) = value.strip_prefix(text) else { return false };
    rest.starts_with(" - ") || rest.trim_start().starts_with([',', '(', ';', ':', '['])
}

/// `Mikro/Kecil`: the text, or another.
fn is_one_of_two(text: &str, value: &str) -> bool {
    value.contains(['/', '&', '|']) && value.split(['/', '&', '|']).any(|piece| piece.trim() == text)
}

/// `Dinilai 2020`: the text, and when.
fn is_dated(text: &str, value: &str) -> bool {
    let rest = value.strip_prefix(text).map(str::trim).unwrap_or_default();
    rest.len() == 4 && (rest.starts_with("19") || rest.starts_with("20")) && rest.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_tick(value: &str) -> bool {
    matches!(value, "\u{221a}" | "\u{2713}" | "\u{2714}")
}

/// A mark among words: nobody can say which of them it stands for.
fn is_mark(value: &str) -> bool {
    matches!(value, "v" | "x" | "1" | "y" | "ya" | "\u{221a}" | "\u{2713}" | "\u{2714}")
}

/// `a` and `Aktif`, `ta` and `Tidak Aktif`: the text is the first letters of the value's words.
fn are_initials(text: &str, words: &[String]) -> bool {
    let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
    let are_words = words.iter().all(|word| word.chars().count() > 2 && word.chars().all(char::is_alphabetic));
    text.chars().count() <= 2 && text == initials && are_words
}

/// `a` and `Aktif/Pasif`, `Aktif (beku)`: one of several words begins with the letter that the text is.
fn is_spelt_beside(text: &str, words: &[String]) -> bool {
    let is_letter = text.chars().count() == 1 && text.chars().all(char::is_alphabetic);
    is_letter
        && words.len() > 1
        && !QUALIFIERS.contains(&words[0].as_str())
        && words.iter().any(|word| word.chars().count() > 2 && word.starts_with(text))
}

/// Whether a value of `skala_usaha` names none of the sizes, so that nobody can
/// say whether a condition should meet it: `UMi`, `Mikro/Kecil`, `1`.
pub(super) fn is_no_size(isian: &str, value: &str) -> bool {
    let is_beside = |word: &String| !matches!(word.as_str(), "usaha" | "skala" | "umkm" | "kelas");
    let all = words(value);
    let own: Vec<&String> = all.iter().filter(|word| is_beside(word)).collect();
    let is_size = matches!(own.as_slice(), [size] if matches!(size.as_str(), "mikro" | "kecil" | "menengah" | "besar"));
    isian == "skala_usaha" && !all.is_empty() && !is_size
}

/// The words behind codes, numbers and enumerators, where such stand before them.
fn uncoded(words: &[String]) -> Option<&[String]> {
    let is_code = |word: &&String| word.bytes().all(|byte| byte.is_ascii_digit()) || is_enumerator(word);
    let codes = words.iter().take_while(is_code).count();
    (codes > 0 && codes < words.len()).then(|| &words[codes..])
}

/// Whether the value is the text with a number behind it: `gadingrejo2`, `gadingrejo 2`, `gadingrejo ii`.
pub(super) fn is_numbered(text: &str, value: &str) -> bool {
    let behind = value.strip_prefix(text).unwrap_or_default();
    let rest = behind.trim();
    !rest.is_empty() && (rest.bytes().all(|byte| byte.is_ascii_digit()) || rest.len() < behind.len() && is_roman(rest))
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether `longer` is `shorter` with words around it, none of which makes it another thing.
fn adds_words(shorter: &[String], longer: &[String], isian: &str) -> bool {
    if longer.len() <= shorter.len() {
        return false;
    }
    let Some(at) = longer.windows(shorter.len()).position(|part| part == shorter) else { return false };
    let mut extra = longer.iter().enumerate().filter(|(index, _)| !(at..at + shorter.len()).contains(index));
    let is_own_word = |word: &str| isian.split('_').any(|own| own == word);
    // `RT 02` is where in it.
    let is_address = |index: usize| index > 0 && matches!(longer[index - 1].as_str(), "rt" | "rw");
    extra.all(|(index, word)| is_own_word(word) || is_address(index) || !is_qualifier(word))
}

/// Whether one is the other with words behind it that make another thing of it: `Sakra Timur` of `Sakra`.
fn is_named_after(longer: &[String], shorter: &[String]) -> bool {
    let more = longer.strip_prefix(shorter).filter(|more| !more.is_empty() && !shorter.is_empty());
    more.is_some_and(|more| more.iter().all(|word| is_qualifier(word)))
}

/// `Ilir Barat I` and `Ilir Barat II`.
fn are_numbered(one: &[String], other: &[String]) -> bool {
    match (one.split_last(), other.split_last()) {
        (Some((first, name)), Some((second, named))) => {
            name == named && !name.is_empty() && first != second && is_roman(first) && is_roman(second)
        }
        _ => false,
    }
}

/// A known qualifier, or a number (`Kecamatan 2`).
fn is_qualifier(word: &str) -> bool {
    QUALIFIERS.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit()) || is_roman(word)
}

fn is_roman(word: &str) -> bool {
    word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'))
}

/// `M`, `mkr` for `mikro`, `gdngrejo` for `gadingrejo`: the same first letter,
/// and all others in their order.
fn is_short_for(value: &str, text: &str) -> bool {
    let mut letters = text.chars();
    let is_word = |word: &str| word.chars().all(char::is_alphabetic) && !is_roman(word);
    is_word(value)
        && is_word(text)
        && value.chars().count() < text.chars().count()
        && value.chars().next() == text.chars().next()
        && value.chars().all(|c| letters.any(|letter| letter == c))
}

/// Letters of the shortest word that a slip is looked for in.
const SHORTEST: usize = 4;

/// One letter left out, put in, changed (`0` for `o`), or two swapped; short
/// words are too alike to compare so, and another digit is another number.
fn is_slip(text: &str, value: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (text.chars().collect(), value.chars().collect());
    if a.len().min(b.len()) < SHORTEST || a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same_front = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (rest_a, rest_b) = (&a[same_front..], &b[same_front..]);
    let same_back = rest_a.iter().rev().zip(rest_b.iter().rev()).take_while(|(a, b)| a == b).count();
    let (differs_a, differs_b) = (&rest_a[..rest_a.len() - same_back], &rest_b[..rest_b.len() - same_back]);
    let is_number = |c: &char| c.is_ascii_digit();
    match (differs_a, differs_b) {
        // `Bara` and `Wara`: words so short differ by their first letter.
        ([_], [_]) if a.len() == SHORTEST && same_front == 0 => false,
        ([one], []) | ([], [one]) => !is_number(one),
        ([one], [other]) => !(is_number(one) && is_number(other)),
        ([first, second], [third, fourth]) => first == fourth && second == third && !(is_number(first) || is_number(second)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_named_after_another_and_slips() {
        let near = |text: &str, value: &str| nearly(text, value, "kecamatan");
        for (one, other) in
            [("sakra timur", "sakra"), ("alok barat", "alok"), ("kota utara", "kota"), ("ilir barat i", "ilir barat ii")]
        {
            assert_eq!([near(one, other), near(other, one)], [Near::Other; 2], "{one} {other}");
        }
        for (one, other) in
            [("sakra timur", "sakra timr"), ("sakra", "sakara"), ("ilir barat ii", "ilr barat ii"), ("gadingrejo", "gad")]
        {
            assert_eq!(near(one, other), Near::Same, "{one} {other}");
        }
    }

    #[test]
    fn values_that_are_most_likely_the_text_are_told() {
        for (text, value, isian) in [
            ("mikro", "usaha mikro", "skala_usaha"),
            ("mikro", "micro", "skala_usaha"),
            ("mikro", "mikor", "skala_usaha"),
            ("mikro", "mikro*", "skala_usaha"),
            ("mikro", "mikroo", "skala_usaha"),
            ("gadingrejo", "kec. gadingrejo", "kecamatan"),
            ("gadingrejo", "kecamatan gadingrejo", "kecamatan"),
            ("gadingrejo", "gading rejo", "kecamatan"),
            ("gading rejo", "gadingrejo", "kecamatan"),
            ("gadingrejo", "gadingrej0", "kecamatan"),
            ("gadingrejo", "gdngrejo", "kecamatan"),
            ("gadingrejo", "01. gadingrejo", "kecamatan"),
            ("gadingrejo", "3575010 gadingrejo", "kecamatan"),
            ("gadingrejo", "[3575010] gadingrejo", "kecamatan"),
            ("01. gadingrejo", "gadingrejo", "kecamatan"),
            ("gadingrejo", "gadingrejo rt 02 rw 1", "kecamatan"),
            ("mikro", "b. mikro", "skala_usaha"),
            ("mikro", "m", "skala_usaha"),
            ("mikro", "mkr", "skala_usaha"),
            ("aktif", "koperasi aktif", "status"),
            ("aktif", "aktif (rat)", "status"),
            ("usaha mikro", "mikro", "skala_usaha"),
            ("koperasi aktif", "koperasi yang aktif", "jenis"),
            ("aktif", "aktif, belum rat", "status"),
            ("aktif", "aktif (kurang)", "status"),
            ("aktif", "v", "status"),
            ("a", "aktif", "status"),
            ("ta", "tidak aktif", "status"),
            ("a", "aktif/pasif", "status"),
            ("a", "aktif (beku)", "status"),
            ("simpan pinjam", "simpan dan pinjam", "jenis"),
            ("simpan pinjam", "ksp", "jenis"),
            ("tidak aktif", "non aktif", "status"),
            ("tidak aktif", "nonaktif", "status"),
            ("tidak aktif", "pasif", "status"),
            ("non aktif", "belum aktif", "status"),
            ("laki-laki", "pria", "jk"),
            ("laki-laki", "laki2", "jk"),
            ("perempuan", "p", "jk"),
            ("mikro", "mikro/kecil", "jenis"),
            ("sudah", "sudah 2022", "penilaian"),
            ("dinilai", "dinilai 2020", "penilaian"),
            ("ya", "v", "izin"),
            ("ya", "\u{221a}", "izin"),
            ("ya", "sudah", "izin"),
            ("gadingrejo", "kecamatan gading rejo", "kecamatan"),
        ] {
            assert_eq!(nearly(text, value, isian), Near::Same, "{text} {value}");
        }
    }

    #[test]
    fn values_with_a_number_behind_them() {
        for value in ["gadingrejo2", "gadingrejo 2", "gadingrejo i", "gadingrejo iv"] {
            assert!(is_numbered("gadingrejo", value), "{value}");
        }
        for value in ["gadingrejo", "gadingrejoi", "gadingrejo utara", "purworejo i"] {
            assert!(!is_numbered("gadingrejo", value), "{value}");
        }
    }

    #[test]
    fn values_that_are_no_size() {
        for value in ["umi", "mikro/kecil", "mikro1", "perdagangan", "usaha rumahan", "umkm"] {
            assert!(is_no_size("skala_usaha", value), "{value}");
        }
        for value in ["mikro", "usaha kecil", "menengah", "skala besar", "-", ""] {
            assert!(!is_no_size("skala_usaha", value), "{value}");
        }
        assert!(!is_no_size("kecamatan", "umi"));
    }

    #[test]
    fn values_that_are_another_thing_are_not() {
        for (text, value) in [
            ("mikro", "kecil"),
            ("aktif", "tidak aktif"),
            ("aktif", "non aktif"),
            ("aktif", "pasif"),
            ("tidak aktif", "aktif"),
            ("tidak aktif", "bubar"),
            ("pria", "perempuan"),
            ("sehat", "cukup sehat"),
            ("sehat", "kurang sehat"),
            ("bugul", "bugul utara"),
            ("pasar", "pasar 2"),
            ("blok 12", "blok 13"),
            ("aktif", "kurang aktif"),
            ("a", "b"),
            ("a", "ta"),
            ("b", "aktif"),
            ("x", "1"),
            ("mikro", "menengah"),
            ("iv", "iii"),
            ("2021", "2020"),
            ("simpan pinjam", "simpan pinjam syariah"),
            ("bara", "wara"),
            ("ya", "tidak"),
            ("ada", "tidak ada"),
            ("perempuan", "l"),
            ("makanan", "minuman/jasa"),
            ("gadingrejo", "kecamatan purworejo"),
        ] {
            assert_eq!(nearly(text, value, "status"), Near::Other, "{text} {value}");
        }
    }
}
