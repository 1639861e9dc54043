//! Where an Indonesian word may be divided at a line's end (EYD V, pemenggalan
//! kata). Doubtful places are left out: no break is no mistake, a wrong one is.
//!
//! - Between vowels (`bu-ah`), but not within `ai`, `au`, `ei`, `oi`.
//! - Before a single consonant (`ba-pak`), between two (`man-di`), after the
//!   first of three (`ben-trok`); `ng`, `ny`, `sy` and `kh` are one consonant.
//! - A suffix is not torn: `kegiat-an`, never `kegia-tan`. Without a dictionary
//!   a last `…an` may be a suffix or not: no break before it.
//! - Nor is a prefix: `ber-asal`, never `be-rasal`; `meng-ambil` and `me-ngarang`
//!   look alike: no break about there.
//! - Never one letter alone, nor two at the end.
//! - Only words of small letters: no names, no abbreviations, no numbers.

/// The least letters before and after a break.
const BEFORE: usize = 2;
const AFTER: usize = 3;

/// The byte offsets in a text's words where they may be divided, rising.
pub fn points(text: &str) -> Vec<usize> {
    let mut out = Vec::new();
    let mut start = 0;
    for word in text.split_inclusive(|c: char| c.is_whitespace()) {
        let lead = word.len() - word.trim_start_matches(['(', '"', '“', '\'']).len();
        let bare = word[lead..].trim_end().trim_end_matches(['.', ',', ';', ':', ')', '"', '”', '\'', '?', '!']);
        out.extend(syllables(bare).into_iter().map(|at| start + lead + at));
        start += word.len();
    }
    out
}

/// The places in a text whose words are too long for their lines: names and headings are divided too, between
/// syllables rather than between any two letters. `VolumeUsaha` is no word: it ends between its own.
pub fn points_anyhow(text: &str) -> Vec<usize> {
    let small = |word: &str| {
        let letters = word.trim_start_matches(|c: char| !c.is_alphabetic());
        let rest = letters.get(1..).unwrap_or("");
        let is_one = !rest.contains(|c: char| c.is_ascii_uppercase()) || !letters.contains(|c: char| c.is_ascii_lowercase());
        if is_one { word.to_ascii_lowercase() } else { word.to_owned() }
    };
    points(&text.split_inclusive(char::is_whitespace).map(small).collect::<String>())
}

/// A letter, or two that stand for one sound: where it begins, and whether it is a vowel.
#[derive(Clone, Copy)]
struct Sound<'a> {
    at: usize,
    letters: &'a str,
}

impl Sound<'_> {
    fn is_vowel(self) -> bool {
        matches!(self.letters, "a" | "e" | "i" | "o" | "u")
    }
}

fn sounds(word: &str) -> Vec<Sound<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < word.len() {
        let pair = word.get(at..at + 2).is_some_and(|pair| matches!(pair, "ng" | "ny" | "sy" | "kh"));
        let length = if pair { 2 } else { 1 };
        out.push(Sound { at, letters: &word[at..at + length] });
        at += length;
    }
    out
}

/// Where a word of small letters may be divided; nowhere in any other.
fn syllables(word: &str) -> Vec<usize> {
    if word.len() < BEFORE + AFTER || !word.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Vec::new();
    }
    let sounds = sounds(word);
    let vowels: Vec<usize> = (0..sounds.len()).filter(|&index| sounds[index].is_vowel()).collect();
    let mut out = Vec::new();
    for pair in vowels.windows(2) {
        let (left, right) = (pair[0], pair[1]);
        let between = &sounds[left + 1..right];
        let at = match between {
            [] if is_diphthong(sounds[left], sounds[right]) => None,
            [] => Some(sounds[right].at),
            // `akh-ir` by some books, `a-khir` by others.
            [one] if one.letters == "kh" => None,
            [one] => Some(one.at),
            // `prog-ram` or `pro-gram`, `mik-ro` or `mi-kro`.
            [first, second] if matches!(second.letters, "r" | "l") && is_stop(*first) => None,
            // `eks-por`.
            [first, second, _, ..] if first.letters == "k" && second.letters == "s" => None,
            [first, second, third] if first.letters == "s" && second.letters == "t" && third.letters == "r" => None,
            [_, second, ..] => Some(second.at),
        };
        out.extend(at);
    }
    out.retain(|&at| at >= BEFORE && word.len() - at >= AFTER && !is_torn(word, at));
    out
}

fn is_diphthong(left: Sound<'_>, right: Sound<'_>) -> bool {
    matches!((left.letters, right.letters), ("a" | "e" | "o", "i") | ("a", "u"))
}

fn is_stop(sound: Sound<'_>) -> bool {
    matches!(sound.letters, "b" | "c" | "d" | "f" | "g" | "k" | "p" | "t")
}

/// Whether a break there may part a prefix or a suffix from its own letters.
fn is_torn(word: &str, at: usize) -> bool {
    in_prefix(word, at) || in_suffix(word, at)
}

/// `be-r|asal`, `me-n(g)ambil`: at the seam of a prefix before a vowel both
/// readings are left out.
fn in_prefix(word: &str, at: usize) -> bool {
    const OUTER: [&str; 5] = ["ke", "di", "se", "mem", "pem"];
    let starts = std::iter::once(0).chain(OUTER.iter().filter(|outer| word.starts_with(*outer)).map(|outer| outer.len()));
    starts.into_iter().any(|start| {
        let rest = &word[start..];
        ["ber", "per", "ter", "meng", "peng"].iter().any(|prefix| {
            let vowel = rest.get(prefix.len()..).is_some_and(|base| base.starts_with(['a', 'e', 'i', 'o', 'u']));
            rest.starts_with(prefix) && vowel && (start + 2..=start + prefix.len()).contains(&at)
        })
    })
}

/// A last `…an`, with `-nya`, `-lah` or `-kah` after it or not, may be a suffix.
fn in_suffix(word: &str, at: usize) -> bool {
    let base = ["nya", "lah", "kah", "pun"].iter().find_map(|end| word.strip_suffix(end)).filter(|base| base.ends_with("an"));
    let base = base.unwrap_or(word);
    let Some(stem) = base.strip_suffix("an") else { return false };
    let tail = base.get(at..).unwrap_or("");
    if tail == "kan" {
        // Verbs take -kan, never -an.
        let verb = word.starts_with("me") || word.starts_with("di");
        return !(verb && word.len() >= 8);
    }
    // The break stands before the consonants that -an may belong to the base with.
    at < base.len()
        && at <= stem.len()
        && tail.strip_suffix("an").is_some_and(|c| c.len() <= 2 && !c.contains(['a', 'e', 'i', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn divided(word: &str) -> String {
        let mut out = String::new();
        let mut from = 0;
        for at in points(word) {
            out.push_str(&word[from..at]);
            out.push('-');
            from = at;
        }
        out + &word[from..]
    }

    /// Each as the standard dictionary divides it, the doubtful places left out.
    #[test]
    fn syllables_of_plain_words() {
        for word in [
            "ko-pe-rasi",
            "usaha",
            "ting-kat",
            "per-tum-buhan",
            "ba-nyak",
            "sang-gup",
            "sau-dara",
            "bang-krut",
            "ma-sya-ra-kat",
            "ben-trok",
            "in-stansi",
            "sta-tis-tik",
            "ko-or-di-nasi",
            "ku-a-li-tas",
            "ek-se-kusi",
            "ekspor",
            "kon-struksi",
            "makh-luk",
            "akhir-nya",
            "program",
            "ad-mi-nistrasi",
            "pro-duk-ti-vi-tas",
        ] {
            assert_eq!(divided(&word.replace('-', "")), word);
        }
    }

    #[test]
    fn affixes_are_not_torn() {
        for word in [
            "pe-lak-sa-naan",
            "ke-gi-atan",
            "bera-sal",
            "mengam-bil",
            "terakhir",
            "me-nyapu",
            "per-kem-bangan",
            "me-lak-sa-na-kan",
            "tin-dakan",
            "ke-gi-atan-nya",
            "pem-ber-da-yaan",
            "ke-bera-daan",
            "di-lak-sa-na-kan",
            "pe-ning-katan",
            "ber-kem-bang",
            "pen-ju-alan",
            "pe-ne-ri-maan",
            "ber-sang-kutan",
            "penge-lo-laan",
            "di-am-bil",
            "mem-per-tang-gung-ja-wab-kan",
            "me-nye-le-sai-kan",
            "pem-ba-ngunan",
            "di-pero-leh",
        ] {
            assert_eq!(divided(&word.replace('-', "")), word);
        }
    }

    #[test]
    fn names_numbers_units_and_abbreviations_stay_whole() {
        for text in
            ["Pasuruan", "KOPERASI", "Rp1.000.000", "2022", "th (n-1)", "m2", "https://pasuruankota.go.id", "n-1", "UMKM", "é"]
        {
            assert_eq!(divided(text), text);
        }
        assert_eq!(divided("dari barang, dan (jasanya) pada"), "dari ba-rang, dan (ja-sa-nya) pada");
    }

    #[test]
    fn what_is_too_long_for_its_line_is_divided_between_syllables_too() {
        assert_eq!(points_anyhow("Kemajuan"), points("kemajuan"));
        assert_eq!(points_anyhow("Kemajuan").len(), 2);
        assert!(points_anyhow("210.000.000 Rp1.000 VolumeUsahaKoperasi").is_empty());
        assert_eq!(points_anyhow("(KOPERASI)").len(), 2);
    }

    #[test]
    fn no_break_leaves_a_letter_or_two() {
        for word in ["itu", "ada", "siapa", "usaha", "negeri", "keadaan", "idea", "saat", "ia"] {
            for at in points(word) {
                assert!(at >= 2 && word.len() - at >= 3, "{word} {at}");
            }
        }
    }
}
