//! Names of branches, offices and units: `Cabang Purworejo`, `Unit Toko KUD Makmur`.

use super::glance::{Glance, kind};
use super::lexicon::{BEARERS, BRANCH_LEADS, BRANCH_RUNS, BRANCHES, OWN_UNITS};
use super::phrase::is_enumerator;

/// Shorter names are words that stand in many.
const SHORTEST: usize = 5;

/// A quick look before the slow ones: whether neither [`leads_as_branch`] nor [`has_branch_word`] is true of a name's words.
pub(crate) fn names_no_branch(name: &str) -> bool {
    let is_whole =
        |own: Glance| own.is_lettered && !own.is_listed && own.first & kind::BRANCH_LEAD == 0 && !own.holds(kind::BRANCH);
    Glance::of(name).is_some_and(is_whole)
}

/// Whether a name of these words is a branch's, whoever's: `KCP Bugul`, `Kantor Kas Pasar`.
pub(crate) fn leads_as_branch(words: &[String]) -> bool {
    // `a. USP`, `1.1 USP`, `khusus USP`.
    let is_mark = |word: &&String| {
        is_enumerator(word)
            || word.bytes().all(|byte| byte.is_ascii_digit())
            || matches!(word.as_str(), "khusus" | "idem" | "sda" | "of" | "which")
    };
    let lead = words.iter().take_while(is_mark).count();
    let is_own = |word: &String| OWN_UNITS.contains(&word.as_str());
    if lead > 0 && lead < words.len() && words[lead..].iter().all(is_own) {
        return true;
    }
    let Some(first) = words.first() else { return false };
    let begins = |run: &&[&str]| words.len() >= run.len() && run.iter().zip(words).all(|(word, own)| word == own);
    let is_own_unit = || {
        matches!(first.as_str(), "unit" | "usp" | "usps" | "waserda")
            && words.iter().all(|word| OWN_UNITS.contains(&word.as_str()))
    };
    BRANCH_LEADS.contains(&first.as_str()) || BRANCH_RUNS.iter().any(begins) || is_own_unit()
}

/// Whether a word stands right beside another's name where the whole is its branch or unit's.
pub(crate) fn is_of_a_branch(word: &str) -> bool {
    BRANCHES.contains(&word) || OWN_UNITS.contains(&word)
}

/// Whether a name holds one of some words, asked of many names.
pub(crate) fn holds_any(name: &str, list: &[&str]) -> bool {
    let is_listed = |word: &str| list.iter().any(|listed| listed.len() == word.len() && listed.eq_ignore_ascii_case(word));
    name.split(|c: char| !c.is_alphanumeric()).any(is_listed)
}

/// Whether any of the words is one that stands beside another's name for its branch or unit.
pub(crate) fn has_branch_word(words: &[String]) -> bool {
    words.iter().any(|word| BRANCHES.contains(&word.as_str()))
}

/// The runs of words of which each may be the name of whom this is a branch: what is
/// left over says that it is one, and no other bearer. `Unit Toko KUD Makmur` gives `kud makmur`.
pub(crate) fn parents_named(words: &[String]) -> Vec<&[String]> {
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    let mut runs = Vec::new();
    for from in 0..words.len() {
        for to in from + 1..=words.len() {
            let rest = || words[..from].iter().chain(&words[to..]);
            let is_left_over = rest().any(|word| is(BRANCHES, word)) && !rest().any(|word| is(BEARERS, word));
            let is_name = to - from >= 2 || words[from].len() >= SHORTEST;
            if is_left_over && is_name && words[from..to].iter().any(|word| !is(BRANCHES, word)) {
                runs.push(&words[from..to]);
            }
        }
    }
    runs
}

/// A koperasi's name without the words for its kind: `KUD Tirtha Luhur` is `tirtha luhur`.
pub(crate) fn bare_name(words: &[String]) -> &[String] {
    let kinds = words.iter().take_while(|word| BEARERS.contains(&word.as_str())).count();
    &words[kinds..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::label::spelt_words;

    #[test]
    fn branches_and_names_like_them() {
        for name in [
            "Cabang Purworejo",
            "KCP Bugul",
            "Kantor Kas Pasar",
            "TPK Karang",
            "Unit Waserda",
            "Cab. Bugul",
            "USP",
            "a. USP",
            "1.1 USP",
            "TPSP Bugul",
        ] {
            assert!(leads_as_branch(&spelt_words(name)), "{name}");
        }
        for name in ["KPRI Kantor Kas Negara", "USP Barokah", "Koperasi Unit Desa Maju", "Kopkar Kantor Pos", "Unit Maju Bersama"]
        {
            assert!(!leads_as_branch(&spelt_words(name)), "{name}");
        }
    }

    #[test]
    fn whose_branch_a_name_says() {
        let named =
            |name: &str| -> Vec<String> { parents_named(&spelt_words(name)).into_iter().map(|run| run.join(" ")).collect() };
        assert!(named("Unit Toko KUD Makmur").contains(&"kud makmur".to_owned()));
        assert!(named("KUD Tirtha Luhur Cabang Purworejo").contains(&"kud tirtha luhur".to_owned()));
        assert!(!named("Kopkar Toko KUD Makmur").contains(&"kud makmur".to_owned()));
        assert!(named("KUD Makmur Jaya").is_empty());
        assert_eq!(bare_name(&spelt_words("KUD Tirtha Luhur")).join(" "), "tirtha luhur");
    }
}
