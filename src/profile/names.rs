//! Names that formulas speak: of sources, measures and fields.

use super::error::NameTrouble;
use crate::vocabulary::mask_in_text;

/// Words that formulas use themselves, lower-case.
const RESERVED: [&str; 18] = [
    "n",
    "and",
    "or",
    "not",
    "in",
    "is",
    "empty",
    "where",
    "if",
    "sum",
    "count",
    "count_distinct",
    "average",
    "median",
    "min",
    "max",
    "abs",
    "round",
];

/// Whether a name is letters, digits and `_`, a letter first, and no word of
/// the formula language.
pub(super) fn check(name: &str) -> Result<(), NameTrouble> {
    let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if !plain || !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return Err(NameTrouble::Characters);
    }
    if mask_in_text(name) != name {
        return Err(NameTrouble::Personal);
    }
    if RESERVED.contains(&name.to_ascii_lowercase().as_str()) { Err(NameTrouble::Reserved) } else { Ok(()) }
}

/// A name like the given one that would do: `Data UMKM` becomes `data_umkm`.
pub fn tidy(name: &str) -> Option<String> {
    let lower = name.to_ascii_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let tidied = words.join("_");
    let tidied = tidied.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    check(tidied).is_ok().then(|| tidied.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_what_is_none() {
        for good in ["keragaan", "usaha_berkembang", "Pdrb2021", "n1", "sums", "kode_3575", "tahun_2020_2021"] {
            assert_eq!(check(good), Ok(()), "{good}");
        }
        for bad in ["", "2021", "_a", "data umkm", "volume-usaha", "ükuran", "a.b"] {
            assert_eq!(check(bad), Err(NameTrouble::Characters), "{bad}");
        }
        for name in ["hp_081234567890", "nik3575011205800012", "telp_0343_421234"] {
            assert_eq!(check(name), Err(NameTrouble::Personal), "{name}");
        }
        for word in ["n", "N", "And", "WHERE", "sum", "COUNT_DISTINCT"] {
            assert_eq!(check(word), Err(NameTrouble::Reserved), "{word}");
        }
        assert_eq!(tidy("Data UMKM (2021)").as_deref(), Some("data_umkm_2021"));
        assert_eq!(tidy("2021 koperasi").as_deref(), Some("koperasi"));
        assert_eq!(tidy("n!"), None);
    }
}
