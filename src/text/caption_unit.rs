//! The money scale that a line over a table, or below its headings, states of all its amounts.

use super::clean::clean;
use super::dateless::dateless;
use super::heading::{Parentheses, Stated, aside, is_money, is_within, stronger, take_parentheses, unit_of, unit_words};
use super::label::{is_number, stated_year, words};
use super::lexicon::{GIVEN, OF_SHARES, OF_TABLES, REMARKS, TABULATED};
use super::whose_unit::{Stands, Whose, whose};

/// The money scale a caption states: `(Rp. 000)`, `dalam jutaan rupiah`,
/// `Satuan: Rp Juta`, or a cell that is nothing else.
pub(crate) fn caption_unit(text: &str) -> Option<(u64, String)> {
    stated_scale(text).filter(|(factor, _)| *factor == 1 || whose(text, Stands::Over) == Whose::Table)
}

/// The scale of a line that says one, and not whether it is the table's: `HADIAH (JUTA RUPIAH)`; below the
/// table `KSP (Rp. 000)` too.
pub(crate) fn unowned_unit(text: &str, stands: Stands) -> Option<(u64, String)> {
    stated_scale(text).filter(|(factor, _)| *factor > 1 && whose(text, stands) == Whose::Open)
}

/// `ribu rupiah TAHUN 2021` says of the year what `ribu rupiah` says.
fn stated_scale(text: &str) -> Option<(u64, String)> {
    scale_in(text).or_else(|| scale_in(&dateless(text)?))
}

fn scale_in(text: &str) -> Option<(u64, String)> {
    let cleaned = clean(text);
    let Parentheses { rest, unit, .. } = take_parentheses(&cleaned);
    let rest = words(&rest);
    // `(Rp.) 000`.
    if let (Some((1, _)), Some(Stated::Scale(factor))) = (&unit, unit_of(&rest))
        && rest.iter().all(|word| word.bytes().all(|byte| byte == b'0'))
    {
        return Some((factor, cleaned));
    }
    if let Some(unit) = unit.filter(|(_, text)| rest.is_empty() || !is_amount(text, &rest)) {
        let beside = unit_words(&rest).filter(|(_, from, _)| is_within(&rest[*from]));
        return match beside {
            Some((factor, from, to)) => stronger(Some(unit), (factor, rest[from..to].join(" "))),
            None => Some(unit),
        };
    }
    if let Some(Stated::Scale(factor)) = unit_of(&rest) {
        return Some((factor, cleaned));
    }
    // `Ket: rb`.
    if let Some((first, own)) = rest.split_first()
        && REMARKS.contains(&first.as_str())
        && let Some(Stated::Scale(factor)) = unit_of(own)
    {
        return Some((factor, cleaned));
    }
    if let Some(Stated::Scale(factor)) = behind_a_column(&rest).and_then(unit_of) {
        return Some((factor, cleaned));
    }
    if let Some(at) = rest.iter().position(|word| matches!(word.as_str(), "satuan" | "sat" | "unit"))
        && let Some(Stated::Scale(factor)) = unit_of(&rest[at..])
    {
        return Some((factor, cleaned));
    }
    // `Keragaan Koperasi 2021, jutaan`: behind a comma or a colon, and nothing else there.
    let aside = cleaned.rfind([',', ':']).map(|at| words(&cleaned[at + 1..])).filter(|aside| !aside.is_empty());
    if let Some(Stated::Scale(factor)) = aside.as_deref().and_then(unit_of) {
        return Some((factor, cleaned));
    }
    let (factor, from, to) = unit_words(&rest)?;
    // `… TAHUN 2021 Rp. 000` states a scale at its end; `Bantuan Rp 1.000.000` and `lima miliar rupiah` are amounts.
    let is_bare = |word: &String| !word.bytes().any(|byte| matches!(byte, b'1'..=b'9'));
    let is_scale = factor > 1
        && is_money(&rest[from])
        && (rest[from..to].iter().all(is_bare) || rest[from..to].iter().any(|word| word == "x"));
    (is_within(&rest[from]) || is_scale).then(|| (factor, rest[from..to].join(" ")))
}

/// `PENERIMA HIBAH (Rp. 1.000.000,-)`: a sum beside other words, not a scale of
/// thousands or millions; of a thousand only where the words speak of sums.
fn is_amount(parenthesis: &str, beside: &[String]) -> bool {
    let digits: String = parenthesis.chars().filter(char::is_ascii_digit).collect();
    let says_scale = |word: &String| is_within(word) || matches!(word.as_str(), "satuan" | "unit" | "x");
    let is_said = beside.iter().chain(&words(parenthesis)).any(says_scale);
    let is_given = beside.iter().any(|word| GIVEN.contains(&word.as_str()));
    digits.starts_with('1') && !is_said && (digits.len() > 4 || is_given)
}

/// `MODAL DAN VOLUME USAHA (Rp 1.000.000)`: a round sum in brackets behind words of what a table may be of. It is the
/// scale of the figures, or an amount; which, nobody says. `BANTUAN (Rp 1.000.000)`, `Simpanan pokok (Rp 1.000)` are amounts.
pub(crate) fn scale_or_sum(text: &str, stands: Stands) -> Option<(u64, String)> {
    let (label, inner) = aside(text)?;
    let (label, own) = (words(label), words(inner));
    let is_digits = |word: &&String| word.bytes().all(|byte| byte.is_ascii_digit());
    // Of `1.000,00` what stands behind the comma.
    let noughts = own.iter().skip_while(|word| !is_digits(word)).skip(1);
    let is_whole = own.iter().all(|word| is_digits(&word) || is_money(word)) && noughts.clone().all(|word| is_digits(&word));
    let factor = own.iter().filter(is_digits).filter(|word| *word != "00").cloned().collect::<String>().parse::<u64>().ok()?;
    let is_round = matches!(factor, 1_000 | 1_000_000 | 1_000_000_000);
    let has = |list: &[&str]| label.iter().any(|word| list.contains(&word.as_str()));
    let is_given = |word: &String| GIVEN.contains(&word.as_str()) && !TABULATED.contains(&word.as_str());
    let is_amount = label.iter().any(is_given)
        || has(OF_SHARES)
        || stands == Stands::Below && has(TABULATED) && !has(OF_TABLES)
        || label.is_empty();
    let is_doubtful = is_whole && is_round && own.iter().any(|word| is_money(word)) && !is_amount;
    is_doubtful.then(|| (factor, text.split_whitespace().collect::<Vec<_>>().join(" ")))
}

/// The scale that a note below the headings states. An amount in parentheses
/// (`modal awal (Rp 1.000.000)`) is none there.
pub(crate) fn note_unit(text: &str) -> Option<(u64, String)> {
    let (factor, stated) = caption_unit(text).filter(|(factor, _)| *factor == 1 || whose(text, Stands::Below) == Whose::Table)?;
    let words = words(text);
    let says_so = words.iter().any(|word| is_within(word) || matches!(word.as_str(), "satuan" | "x"));
    // `Ket. kolom no. 5 (Rp juta)`: the number of a column is no amount.
    let is_led = |at: usize| words[..at].iter().rev().take(2).any(|word| NUMBERED.contains(&word.as_str()));
    // `TAHUN 2021 (Rp. 000)` is as `(Rp. 000)` is.
    let is_figure = |(at, word): (usize, &String)| {
        word.starts_with(|c: char| matches!(c, '1'..='9')) && !is_led(at) && stated_year(word).is_none()
    };
    let is_amount = words.iter().enumerate().any(is_figure);
    // `Ket : Rp`.
    let is_all = || {
        let is_remark = |word: &String| REMARKS.contains(&word.as_str());
        let is_led = text.trim_start().starts_with('*') || words.first().is_some_and(is_remark);
        is_led && words.iter().all(|word| is_remark(word) || is_money(word))
    };
    (says_so || factor > 1 && !is_amount || is_all()).then_some((factor, stated))
}

/// What bears a number that is no amount: a column, a table, an annex.
const NUMBERED: &[&str] = &["kolom", "kol", "tabel", "table", "lampiran", "lamp", "form", "formulir"];

/// The words behind the number of a column: `kolom 5 ribu rupiah`.
fn behind_a_column(words: &[String]) -> Option<&[String]> {
    let at = words.iter().position(|word| matches!(word.as_str(), "kolom" | "kol"))?;
    let rest = &words[at + 1..];
    let rest = if rest.first().is_some_and(|word| matches!(word.as_str(), "no" | "nomor")) { &rest[1..] } else { rest };
    let is_column = rest.first().is_some_and(|word| word.len() <= 2 && is_number(word));
    is_column.then(|| &rest[1..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_state_scales_and_not_amounts() {
        for (text, factor) in [
            ("Catatan: (Rp. 000)", Some(1_000)),
            ("Catatan: Satuan : Rp 1.000,-", Some(1_000)),
            ("Ket: ( juta rupiah )", Some(1_000_000)),
            ("Catatan: dlm ribuan Rp", Some(1_000)),
            ("Modal awal (Rp 1.000.000)", None),
            ("Ket: rb", Some(1_000)),
            ("Ket: 000/rb", Some(1_000)),
            ("Keterangan: jt", Some(1_000_000)),
            ("Catatan: angka sementara", None),
            ("Ket : Rp", Some(1)),
            ("*) (Rupiah)", Some(1)),
            ("(Rp)", None),
            ("Terbilang: lima puluh miliar rupiah", None),
            ("Sumber: Dinas Koperasi (Rp)", None),
            ("Ket. kolom 5 (Rp juta)", Some(1_000_000)),
            ("Kolom No. 5 (Rp. 000)", Some(1_000)),
            ("Bantuan no. 5 (Rp 5 juta)", None),
            ("TAHUN 2021 (Rp. 000)", Some(1_000)),
            ("TAHUN 2021, Rp. 000", Some(1_000)),
            ("DATA KOPERASI (ribu rupiah) TAHUN 2021", Some(1_000)),
            ("Lampiran 1 (Rp. 000)", Some(1_000)),
            ("Tabel 3. Volume Usaha Koperasi (Rp. 000)", Some(1_000)),
            ("Catatan: kolom 5 ribu rupiah", Some(1_000)),
            ("Bantuan tahun 2021 (Rp 5 juta)", None),
            ("Hibah tahun 2021 Rp 1.000.000", None),
        ] {
            assert_eq!(note_unit(text).map(|(factor, _)| factor), factor, "{text:?}");
        }
    }

    #[test]
    fn round_sums_behind_what_a_table_is_of() {
        for text in [
            "MODAL DAN VOLUME USAHA (Rp 1.000.000)",
            "PERKEMBANGAN KOPERASI: MODAL DAN VOLUME USAHA (Rp. 1.000)",
            "POSISI KEUANGAN (Rp. 1.000.000,-)",
            "KOTA PASURUAN (Rp 1.000.000,00)",
            "DATA KOPERASI (Rp 1.000.000)",
            "SIMPANAN DAN PINJAMAN (Rp 1.000.000)",
            "NIAGA (IDR 1.000)",
        ] {
            assert!(scale_or_sum(text, Stands::Over).is_some(), "{text}");
        }
        for text in [
            "KOPERASI PENERIMA HIBAH (Rp. 1.000.000,-)",
            "Bantuan Modal Usaha (Rp 1.000.000)",
            "Simpanan pokok (Rp 1.000.000)",
            "MODAL AWAL (Rp 1.000.000)",
            "DATA KOPERASI (1.000)",
            "DATA KOPERASI (Rp 2.500.000)",
            "DATA KOPERASI (Rp 10.000)",
            "DATA KOPERASI (Rp 1.000 per bulan)",
            "DATA KOPERASI (Rp juta)",
            "(Rp 1.000.000)",
            "Rp 1.000.000",
        ] {
            assert_eq!(scale_or_sum(text, Stands::Over), None, "{text}");
        }
        for text in ["Modal (Rp 1.000.000)", "iuran (Rp 1.000)"] {
            assert_eq!(scale_or_sum(text, Stands::Below), None, "{text}");
        }
        assert!(scale_or_sum("laporan (Rp. 1.000)", Stands::Below).is_some());
    }

    #[test]
    fn captions() {
        for (text, factor) in [
            ("(dalam jutaan rupiah)", Some(1_000_000)),
            ("dalam ribuan rupiah", Some(1_000)),
            ("Rp. 000", Some(1_000)),
            ("Satuan : Rp Juta", Some(1_000_000)),
            ("Catatan: angka dalam ribuan rupiah", Some(1_000)),
            ("REKAPITULASI DATA KOPERASI (Rp Juta)", Some(1_000_000)),
            ("Satuan: Rupiah", Some(1)),
            ("(rupiah penuh)", Some(1)),
            ("Satuan : Rp penuh", Some(1)),
            ("DATA (Rp) dalam ribuan", Some(1_000)),
            ("(dlm jutaan)", Some(1_000_000)),
            ("KERAGAAN KOPERASI (in million rupiah)", Some(1_000_000)),
            ("Unit: Rp. Ribu", Some(1_000)),
            ("KERAGAAN KOPERASI TAHUN 2021 Rp.000", Some(1_000)),
            ("KERAGAAN KOPERASI Rp x 1000", Some(1_000)),
            ("KOPERASI PENERIMA HIBAH (Rp. 1.000.000,-) TAHUN 2021", None),
            ("PENERIMA BANTUAN (Rp 1.000,-)", None),
            ("DATA KOPERASI (Rp. 1.000,-)", Some(1_000)),
            ("(Rp. 1.000.000,-)", Some(1_000_000)),
            ("BANTUAN RP 1.000.000", None),
            ("BANTUAN SATU JUTA RUPIAH", None),
            ("BANTUAN RP 5 JUTA", None),
            ("REKAPITULASI TAHUN 2021", None),
            ("Pasuruan, 31 Desember 2021", None),
        ] {
            assert_eq!(caption_unit(text).map(|(factor, _)| factor), factor, "{text:?}");
        }
    }
}
