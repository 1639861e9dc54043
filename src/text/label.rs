//! Labels as people write them, made comparable: case, blanks, line breaks and
//! punctuation dropped, usual short forms spelt out.

use super::clean::clean;
use crate::vocabulary::Year;

/// A year as workbooks state it: of four digits, and none that a number happens to look like.
pub(crate) fn stated_year(word: &str) -> Option<Year> {
    Year::parse(word).filter(|year| (1990..=2099).contains(&year.0))
}

/// Whether a word is nothing but digits.
pub(crate) fn is_number(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Asks whether a word is one of a list.
pub(crate) fn one_of(list: &[&str]) -> impl Fn(&String) -> bool {
    move |word| list.contains(&word.as_str())
}

/// The label in lower case, one blank between words, no punctuation: `No. BH`
/// is `no bh`, `nama_usaha` is `nama usaha`, `%rat` is `persen rat` (a per cent
/// sign is a word: it makes another column).
pub fn normalise_label(text: &str) -> String {
    words(text).join(" ")
}

/// The words of a label, lower case; digits part from letters; letters set
/// apart (`J U M L A H`) are one word.
pub(crate) fn words(text: &str) -> Vec<String> {
    // Clean but for blanks at its ends, which are no words.
    let is_plain = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    let words = if is_plain { plain_words(text) } else { other_words(&clean(text)) };
    let words = joined_digits(words);
    let is_letter = |word: &String| word.len() <= 4 && word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let letters = words.iter().take_while(|word| is_letter(word)).count();
    // What follows letters set apart may be a year.
    let is_year = |word: &String| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    if letters >= 4 && words[letters..].iter().all(is_year) && words.len() - letters <= 1 {
        let mut joined = vec![words[..letters].concat()];
        joined.extend_from_slice(&words[letters..]);
        return joined;
    }
    words
}

/// Four digits set apart that make a year are one word: `TAHUN 2 0 2 1`.
fn joined_digits(mut words: Vec<String>) -> Vec<String> {
    let is_digit = |word: &String| word.len() == 1 && word.as_bytes()[0].is_ascii_digit();
    let starts = |at: usize| words[at] == "2" && words[at + 1] == "0" && words[at..at + 4].iter().all(is_digit);
    let ends = |at: usize| words.get(at + 4).is_none_or(|next| !is_digit(next)) && (at == 0 || !is_digit(&words[at - 1]));
    let found = (0..(words.len() + 1).saturating_sub(4)).find(|at| starts(*at) && ends(*at));
    if let Some(at) = found {
        let year = words[at..at + 4].concat();
        words.splice(at..at + 4, [year]);
    }
    words
}

/// The words of a text of printable ASCII: most texts are.
fn plain_words(text: &str) -> Vec<String> {
    let bytes = text.as_bytes();
    let mut words = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let behind = &bytes[at..];
        let length = match byte {
            b'0'..=b'9' => behind.iter().take_while(|byte| byte.is_ascii_digit()).count(),
            _ => behind.iter().take_while(|byte| byte.is_ascii_alphabetic()).count(),
        };
        if length > 0 {
            words.push(text[at..at + length].to_ascii_lowercase());
        } else if *byte == b'%' {
            words.push(PER_CENT.to_owned());
        }
        at += length.max(1);
    }
    words
}

/// A per cent sign is a word.
const PER_CENT: &str = "persen";

fn other_words(cleaned: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut last_digit = false;
    let mut put = |c: char| {
        let is_digit = c.is_ascii_digit();
        if !word.is_empty() && (!c.is_alphanumeric() || is_digit != last_digit) {
            words.push(std::mem::take(&mut word));
        }
        if c == '%' {
            words.push(PER_CENT.to_owned());
        } else if c.is_alphanumeric() {
            word.push(c);
            last_digit = is_digit;
        }
    };
    for c in cleaned.chars() {
        if c.is_ascii() {
            put(c.to_ascii_lowercase());
        } else {
            c.to_lowercase().for_each(&mut put);
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The spelt-out form of a usual short form; other words as they are.
pub(crate) fn spelt_out(word: &str) -> &str {
    long_form(word).unwrap_or(word)
}

/// Usual short forms, and what each is spelt out as.
pub(super) const SHORT_FORMS: &[(&str, &str)] = &[
    ("jml", "jumlah"),
    ("jlh", "jumlah"),
    ("jmlh", "jumlah"),
    ("jumlahnya", "jumlah"),
    ("no", "nomor"),
    ("nmr", "nomor"),
    ("nomer", "nomor"),
    ("tgl", "tanggal"),
    ("tdk", "tidak"),
    ("blm", "belum"),
    ("blom", "belum"),
    ("belom", "belum"),
    ("sdh", "sudah"),
    ("udah", "sudah"),
    ("jgn", "jangan"),
    ("dgn", "dengan"),
    ("yg", "yang"),
    ("th", "tahun"),
    ("thn", "tahun"),
    ("kec", "kecamatan"),
    ("kel", "kelurahan"),
    ("vol", "volume"),
    ("ush", "usaha"),
    ("kop", "koperasi"),
    ("asset", "aset"),
    ("omzet", "omset"),
    ("prosentase", "persen"),
    ("persentase", "persen"),
];

fn long_form(word: &str) -> Option<&'static str> {
    // Most words differ in their first letter already.
    let first = word.as_bytes().first()?;
    let is = |short: &str| short.as_bytes().first() == Some(first) && short == word;
    SHORT_FORMS.iter().find(|(short, _)| is(short)).map(|(_, long)| *long)
}

/// Short words of a label, ready to compare.
pub(crate) fn spelt_words(text: &str) -> Vec<String> {
    let mut words = words(text);
    for word in &mut words {
        if let Some(long) = long_form(word) {
            long.clone_into(word);
        }
    }
    words
}

/// Whether all [`spelt_words`] of a text are such, asked one after another as long as they are and held one at a time.
/// None where its words are not simply its runs of letters and of digits.
pub(crate) fn all_spelt(text: &str, mut are: impl FnMut(&str) -> bool) -> Option<bool> {
    let bytes = text.as_bytes();
    if !bytes.iter().all(|byte| matches!(byte, b' '..=b'~') && *byte != b'%') {
        return None;
    }
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric();
    let runs = bytes.chunk_by(|one, two| is_word(one) && is_word(two) && one.is_ascii_digit() == two.is_ascii_digit());
    let (mut word, mut is_first) = (String::new(), true);
    for run in runs.filter(|run| is_word(&run[0])) {
        // Letters set apart, or digits, may be one word.
        if run.len() == 1 && (is_first || run[0].is_ascii_digit()) {
            return None;
        }
        is_first = false;
        word.clear();
        word.extend(run.iter().map(|byte| char::from(byte.to_ascii_lowercase())));
        if !are(spelt_out(&word)) {
            return Some(false);
        }
    }
    Some(true)
}

/// How alike two words are, 0 to 1000: one less the share of letters to change
/// (neighbours swapped count once).
pub(crate) fn likeness(a: &str, b: &str) -> u32 {
    const LONGEST: usize = 64;
    let (a_len, b_len) = (a.chars().count(), b.chars().count());
    let longest = a_len.max(b_len);
    // Most pairs differ too much in length alone.
    if longest == 0 || longest > LONGEST || a_len.abs_diff(b_len) * 5 > longest {
        return 0;
    }
    let (mut letters_a, mut letters_b) = (['\0'; LONGEST], ['\0'; LONGEST]);
    letters_a.iter_mut().zip(a.chars()).for_each(|(letter, c)| *letter = c);
    letters_b.iter_mut().zip(b.chars()).for_each(|(letter, c)| *letter = c);
    let (a, b) = (&letters_a[..a_len], &letters_b[..b_len]);
    let mut rows = [[0usize; LONGEST + 1]; 3];
    rows[0].iter_mut().enumerate().for_each(|(j, change)| *change = j);
    for i in 1..=a.len() {
        let (above, before) = ((i - 1) % 3, (i + 1) % 3);
        let mut row = [i; LONGEST + 1];
        for j in 1..=b.len() {
            let change = rows[above][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = change.min(rows[above][j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(rows[before][j - 2] + 1);
            }
            row[j] = best;
        }
        rows[i % 3] = row;
    }
    (1000 * (longest - rows[a.len() % 3][b.len()]) / longest) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn words_asked_one_after_another_are_those_held_together(text in "[A-Ca-c0-3 ./%-]{0,12}|(kec|Jml|KSU|a|2|0|1) ?[a-c0-2. ]{0,8}") {
            let mut asked = Vec::new();
            let all = all_spelt(&text, |word| {
                asked.push(word.to_owned());
                true
            });
            let spelt = spelt_words(&text);
            proptest::prop_assert!(all.is_none() && spelt.starts_with(&asked) || all == Some(true) && spelt == asked, "{:?} {:?}", asked, spelt);
            let first = all_spelt(&text, |word| word.len() > 2);
            proptest::prop_assert!(first.is_none() || first == Some(spelt.iter().all(|word| word.len() > 2)));
        }
    }

    #[test]
    fn labels_lose_what_does_not_matter_and_keep_what_does() {
        for (text, expected) in [
            ("No. BH", "no bh"),
            ("Nama\nKoperasi", "nama koperasi"),
            ("nama_usaha", "nama usaha"),
            ("  KEL/DESA ", "kel desa"),
            ("%rat", "persen rat"),
            ("Omset2020", "omset 2020"),
            ("J U M L A H", "jumlah"),
            ("TAHUN 2 0 2 1", "tahun 2021"),
            ("T A H U N  2 0 2 1", "tahun 2021"),
            ("2.0.2.1.5", "2 0 2 1 5"),
            ("1 2 3 4", "1 2 3 4"),
            ("L", "l"),
            ("Nama\u{a0}Usaha\u{200b}", "nama usaha"),
            ("---", ""),
        ] {
            assert_eq!(normalise_label(text), expected, "{text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn plain_texts_have_the_words_that_any_text_has(text in "[ -~]{0,30}") {
            proptest::prop_assert_eq!(plain_words(&text), other_words(&clean(&text)));
        }
    }

    #[test]
    fn likeness_counts_letters() {
        assert_eq!(likeness("volume", "volume"), 1000);
        assert!(likeness("kecmatan", "kecamatan") >= 800);
        assert!(likeness("voulme", "volume") >= 800);
        assert!(likeness("aktif", "pasif") < 800);
        assert!(likeness("luas", "luar") < 800);
    }
}
