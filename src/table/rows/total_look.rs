//! A quick look for the words of a total, before the slow one.

/// The first three letters of the words of a total, by the number that they make of five bits each.
const BEGINNINGS: [u64; 1 << 9] = {
    let words: [&[u8; 3]; 18] = [
        b"jum", b"jml", b"jlh", b"jul", b"tot", b"ttl", b"toa", b"sem", b"sel", b"sal", b"aku", b"agr", b"rek", b"pin", b"gab",
        b"cou", b"cac", b"hit",
    ];
    let (mut known, mut at) = ([0; 1 << 9], 0);
    while at < words.len() {
        let [one, two, three] = *words[at];
        let own = ((one - b'a') as usize) << 10 | ((two - b'a') as usize) << 5 | (three - b'a') as usize;
        known[own / 64] |= 1 << (own % 64);
        at += 1;
    }
    known
};

/// A quick look before the slow one: most texts have no word of a total in them.
pub(super) fn may_be_total(text: &str) -> bool {
    // Letters one after another, whatever stands between them.
    let mut last = 0_usize;
    let begins = text.bytes().any(|byte| {
        if !byte.is_ascii_alphabetic() {
            return false;
        }
        last = (last << 5 | usize::from(byte.to_ascii_lowercase() - b'a')) & 0x7FFF;
        BEGINNINGS[last / 64] >> (last % 64) & 1 == 1
    });
    (begins || !text.is_ascii()) && holds_total(text)
}

/// The same, letter for letter.
fn holds_total(text: &str) -> bool {
    let mut letters = [0u8; 40];
    let found = text.bytes().filter(u8::is_ascii_alphabetic).zip(&mut letters);
    let count = found.map(|(byte, letter)| *letter = byte.to_ascii_lowercase()).count();
    let letters = &letters[..count];
    let begins = |at: usize| {
        let words: &[&[u8]] = match letters[at] {
            b'j' => &[b"jumla", b"jml", b"jlh", b"jumlh", b"julah", b"jumalh"],
            b't' => &[b"tot", b"ttl", b"toal"],
            b's' => &[b"semua", b"seluruh", b"saldo"],
            b'a' => &[b"akumulasi", b"agregat"],
            b'r' => &[b"rekap"],
            b'p' => &[b"pindah"],
            b'g' => &[b"gabungan"],
            b'c' => &[b"count", b"cacah"],
            b'h' => &[b"hitung"],
            _ => &[],
        };
        words.iter().any(|word| letters[at..].starts_with(word))
    };
    (0..letters.len()).any(begins) || !text.is_ascii() && text.contains(['Σ', 'σ'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_look_passes_no_word_of_a_total_over() {
        let words = [
            "Jumlah",
            "JML",
            "jlh",
            "Jumlh",
            "julah",
            "jumalh",
            "Total",
            "ttl",
            "toal",
            "Semua",
            "seluruh",
            "Saldo",
            "akumulasi",
            "Agregat",
            "rekap",
            "Pindahan",
            "gabungan",
            "Count",
            "cacah",
            "Hitung",
            "Serba Usaha",
            "Jaya",
            "Σ",
            "σ",
            "rata",
        ];
        for word in words {
            let apart: String = word.chars().flat_map(|letter| [letter, ' ']).collect();
            for text in [
                word.to_owned(),
                apart,
                format!("Koperasi {word}"),
                format!("Ko-{word}. 12"),
                format!("{}{word}", "a".repeat(39)),
            ] {
                assert_eq!(may_be_total(&text), holds_total(&text), "{text}");
            }
        }
        assert!(may_be_total("J U M L A H") && !may_be_total("Koperasi Serba Usaha") && !may_be_total("Sumber Rejeki"));
    }
}
