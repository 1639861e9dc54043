//! Words by their stem: `diperjanjikan`, `pengajuan`, `dikoreksi`.

/// What may stand before a stem.
const BEFORE: &[&str] = &[
    "", "di", "ke", "ter", "ber", "se", "pe", "per", "diper", "memper", "pra", "me", "mem", "men", "meng", "meny", "pem", "pen",
    "peng", "peny",
];
/// What may stand behind it.
const BEHIND: &[&str] = &["", "an", "kan", "i", "nya", "annya", "kannya"];

/// Whether a word is one of some stems, bare or with its affixes.
pub(crate) fn is_of(word: &str, stems: &[&str]) -> bool {
    // No stem here is shorter than three letters.
    word.len() >= 3 && word.bytes().all(|byte| byte.is_ascii_lowercase()) && has_stem(word, stems)
}

/// With an affix alone.
pub(crate) fn is_made_of(word: &str, stems: &[&str]) -> bool {
    !stems.contains(&word) && is_of(word, stems)
}

fn has_stem(word: &str, stems: &[&str]) -> bool {
    let cores = BEFORE.iter().filter_map(|before| Some((*before, word.strip_prefix(before)?)));
    let mut cores =
        cores.flat_map(|(before, rest)| BEHIND.iter().filter_map(move |behind| Some((before, rest.strip_suffix(behind)?))));
    cores.any(|(before, core)| stems.iter().any(|stem| *stem == core || has_lost_its_first(before, core, stem)))
}

/// `menaksir`, `pengumpulan`: the prefix's nasal stands for the stem's first letter.
fn has_lost_its_first(before: &str, core: &str, stem: &str) -> bool {
    let first = match before {
        "mem" | "pem" => 'p',
        "men" | "pen" => 't',
        "meng" | "peng" => 'k',
        "meny" | "peny" => 's',
        _ => return false,
    };
    stem.strip_prefix(first) == Some(core)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_stem_and_others() {
        let stems = ["janji", "aju", "kira", "koreksi", "taksir", "kumpul", "lapor", "susul", "periksa"];
        for word in [
            "diperjanjikan",
            "pengajuan",
            "diajukan",
            "prakiraan",
            "perkiraan",
            "dikoreksi",
            "terkoreksi",
            "koreksi",
            "penaksiran",
            "pengumpulan",
            "melapor",
            "dilaporkan",
            "menyusul",
            "pemeriksaan",
        ] {
            assert!(is_of(word, &stems), "{word}");
        }
        for word in ["kirana", "maju", "janjang", "laporta", "korek", "aj", "perkara"] {
            assert!(!is_of(word, &stems), "{word}");
        }
        assert!(is_made_of("harapan", &["harap"]) && !is_made_of("harap", &["harap"]));
    }
}
