//! Lines that state how many rows a list has: `Jumlah koperasi: 24`, `DATA 24 KOPERASI`, and notes that say no more.

use super::label::spelt_words;
use crate::vocabulary::Year;

/// Before the number, or before what is counted.
const LEADS: &[&str] =
    &["jumlah", "jml", "jlh", "total", "banyaknya", "sebanyak", "terdapat", "ada", "populasi", "data", "daftar", "n"];
/// What a list's rows are.
const ROWS: &[&str] =
    &["koperasi", "kop", "umkm", "ukm", "ikm", "usaha", "pelaku", "baris", "entitas", "rows", "records", "entries"];
/// What may stand beside those and makes none of them another.
const BESIDE: &[&str] = &["unit", "buah", "seluruh", "seluruhnya", "keseluruhan", "semua", "mikro", "binaan"];
/// The rows of an export's foot: `Showing 1 to 12 of 120 entries`, `Menampilkan 1 - 12 dari 120 data`.
const OF_EXPORTS: &[&str] =
    &["entries", "entri", "rows", "baris", "records", "data", "hasil", "results", "koperasi", "umkm", "usaha"];
const SHOWN: &[&str] = &["showing", "menampilkan", "ditampilkan", "tampil"];

/// What only a note says beside those: it is believed where its number is that of the rows.
const NOTE_LEADS: &[&str] = &["banyak", "memuat", "terdata", "tercatat"];
const NOTE_ROWS: &[&str] = &["pemilik", "responden", "lembaga", "orang", "entri", "kecamatan"];

/// The whole number that a short line states, if every other word of it only says what is
/// counted: a line of some of the rows (`belum lapor`), of money or of two numbers is none.
pub(crate) fn count_note(text: &str) -> Option<u64> {
    if text.len() > 80 {
        return None;
    }
    let lower = text.to_lowercase();
    let words = words_of(&lower);
    let leads = |word: &&str| LEADS.contains(word) || NOTE_LEADS.contains(word);
    let is_plain = |word: &&str| leads(word) || [ROWS, BESIDE, NOTE_ROWS].iter().any(|list| list.contains(word));
    let (numbers, rest): (Vec<&str>, Vec<&str>) =
        words.into_iter().partition(|word| word.bytes().any(|byte| byte.is_ascii_digit()));
    let [number] = numbers[..] else { return None };
    whole(number).filter(|_| rest.iter().all(is_plain) && rest.iter().any(leads))
}

/// How rows may stand: what a line says beside what it counts, where it speaks of some of the rows.
const STATES: &[&str] = &[
    "aktif", "tidak", "tdk", "belum", "sudah", "non", "nonaktif", "pasif", "sehat", "cukup", "kurang", "rat", "berbadan", "hukum",
];

/// Whether a label says how many of the rows are such, and nothing besides: `Koperasi tidak aktif`, `Jumlah UMKM aktif`.
pub(crate) fn says_some_of_rows(label: &str) -> bool {
    let lower = label.to_lowercase();
    let words = words_of(&lower);
    let is = |list: &[&str], word: &&str| list.contains(word);
    let is_plain = |word: &&str| [LEADS, ROWS, BESIDE, STATES].iter().any(|list| is(list, word));
    words.iter().all(is_plain) && words.iter().any(|word| is(ROWS, word)) && words.iter().any(|word| is(STATES, word))
}

/// What a line says so many of the rows are, and how many: `Jumlah koperasi aktif : 10` are `aktif`; nothing where all are
/// meant (`Jumlah : 10`).
pub(crate) fn some_of_rows(line: &str) -> Option<(String, u64)> {
    if line.len() > 80 || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let lower = line.to_lowercase();
    let (numbers, words): (Vec<&str>, Vec<&str>) =
        words_of(&lower).into_iter().partition(|word| word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
    let [number] = numbers[..] else { return None };
    let is_plain = |word: &str| [LEADS, ROWS, BESIDE].iter().any(|list| list.contains(&word)) || word == "yang";
    let such: Vec<&str> = words.into_iter().filter(|word| !is_plain(word)).collect();
    Some((spelt_words(&such.join(" ")).join(" "), whole(number)?))
}

/// The number of rows that a line states; none where it speaks of some of them, or of something else too.
pub(crate) fn stated_count(line: &str) -> Option<u64> {
    if line.len() > 160 || !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    if let Some(count) = of_export(&line.to_lowercase()) {
        return Some(count);
    }
    let line = line.to_lowercase().replace(" - ", ";").replace('\u{2013}', ";");
    line.split(['(', ')', ';', '[', ']', '|', '\n']).find_map(of_part)
}

/// The number of rows that a total's own label states: `Jumlah: 9 koperasi`, `TOTAL (9 UNIT)`.
pub(crate) fn count_in_total(label: &str) -> Option<u64> {
    let lower = label.to_lowercase();
    let words = words_of(&lower);
    let numbers: Vec<u64> = words.iter().filter_map(|word| whole(word)).collect();
    let [number] = numbers[..] else { return None };
    let is_row = |word: &&str| ROWS.contains(word) || matches!(*word, "unit" | "buah");
    let is_plain =
        |word: &&str| whole(word).is_some() || is_row(word) || LEADS.contains(word) || BESIDE.contains(word) || *word == "sub";
    (number > 1 && words.iter().all(is_plain) && words.iter().any(is_row) && words.iter().any(|word| LEADS.contains(word)))
        .then_some(number)
}

/// How many rows there are, of which an export shows some.
fn of_export(line: &str) -> Option<u64> {
    let words = words_of(line);
    let at = words.iter().position(|word| matches!(*word, "of" | "dari"))?;
    let is_shown = words.iter().any(|word| SHOWN.contains(word));
    let [number, rest @ ..] = &words[at + 1..] else { return None };
    let count = whole(&number.replace(',', ".")).filter(|_| is_shown)?;
    rest.first().is_some_and(|word| OF_EXPORTS.contains(word)).then_some(count)
}

fn of_part(part: &str) -> Option<u64> {
    let mut words = words_of(part);
    // `… TAHUN 2021`.
    if let [rest @ .., "tahun" | "th" | "thn", year] = words.as_slice()
        && Year::parse(year).is_some()
    {
        words = rest.to_vec();
    }
    let numbers: Vec<u64> = words.iter().filter_map(|word| whole(word)).collect();
    let [number] = numbers[..] else { return None };
    let is = |list: &[&str], word: &&&str| list.contains(*word);
    let is_led = words.iter().any(|word| is(LEADS, &word));
    let counts =
        words.iter().any(|word| is(ROWS, &word)) || matches!(words[..], ["jumlah" | "total" | "jml", "data", _] | ["n", _]);
    let is_plain = words.iter().all(|word| whole(word).is_some() || [LEADS, ROWS, BESIDE].iter().any(|list| is(list, &word)));
    let is_year = (1_990..=2_099).contains(&number);
    // `5 usaha` alone is one row's.
    let is_said = is_led && !is_year || is_led && words.len() > 2 && words[0] != "data" || number > 9 && !is_year;
    (counts && is_plain && is_said && number > 1).then_some(number)
}

fn words_of(line: &str) -> Vec<&str> {
    let words = line.split(|c: char| !c.is_alphanumeric() && c != '.').map(|word| word.trim_matches('.'));
    words.filter(|word| !word.is_empty()).collect()
}

/// `24`, `1.204`; not `1.2`, `007`.
fn whole(word: &str) -> Option<u64> {
    let groups: Vec<&str> = word.split('.').collect();
    let is_grouped = groups.len() == 1 || groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let digits = groups.concat();
    let is_number = is_grouped && !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_state_a_count_and_lines_that_do_not() {
        for (line, count) in [
            ("Jumlah koperasi: 24", 24),
            ("Jumlah Koperasi : 24 unit", 24),
            ("Total 1.204 UMKM", 1_204),
            ("(24 koperasi)", 24),
            ("LAPORAN KERAGAAN KOPERASI TAHUN 2021 - Jumlah koperasi: 24", 24),
            ("DATA 24 KOPERASI TAHUN 2021", 24),
            ("Populasi 24 koperasi", 24),
            ("Jumlah usaha mikro: 2.021 unit", 2_021),
            ("Jumlah data 24", 24),
            ("n = 24", 24),
            ("(120 rows)", 120),
            ("DATA 120 UMKM BINAAN", 120),
            ("Showing 1 to 12 of 120 entries", 120),
            ("Menampilkan 1 - 12 dari 1.204 data", 1_204),
        ] {
            assert_eq!(stated_count(line), Some(count), "{line}");
        }
        for line in [
            "LAPORAN KERAGAAN KOPERASI TAHUN 2021",
            "DATA KOPERASI 2021",
            "Jumlah Koperasi Aktif: 24",
            "Jumlah koperasi 24, aktif 20",
            "Bantuan 24 koperasi",
            "Koperasi 1",
            "Jumlah volume usaha 24",
            "RT 5 Usaha",
            "Jumlah koperasi per kecamatan",
            "Jl. Pahlawan 24",
            "Halaman 1 dari 10",
            "12 dari 120 koperasi sudah melapor",
        ] {
            assert_eq!(stated_count(line), None, "{line}");
        }
    }

    #[test]
    fn a_total_states_a_count_beside_its_sum() {
        for text in ["Jumlah: 9 koperasi", "TOTAL 9 UNIT", "Jumlah (9 unit)", "Total 9 Koperasi", "SUB JUMLAH 9 UMKM"] {
            assert_eq!(count_in_total(text), Some(9), "{text}");
        }
        for text in ["JUMLAH", "JUMLAH 2", "Total 2021", "Jumlah Koperasi", "Jumlah koperasi aktif 9", "Jumlah 9 dari 10 unit"] {
            assert_eq!(count_in_total(text), None, "{text}");
        }
    }

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
