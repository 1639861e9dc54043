//! A heading's label taken apart: its words, the money scale and the period it states.

use super::clean::clean;
use super::label::{spelt_out, words};
use super::period::Period;
use super::period::period_in;

/// A label without its unit and period.
#[derive(Clone, Debug)]
pub(crate) struct Heading {
    /// As written, line breaks as blanks.
    pub text: String,
    /// Words spelt out, without unit and period.
    pub words: Vec<String>,
    /// All words as written, run together: what a declared heading is compared with.
    pub whole: String,
    /// The money scale: its factor and its text.
    pub unit: Option<(u64, String)>,
    /// A unit that is none of money, as written: `(orang)`.
    pub counted: Option<String>,
    pub period: Option<Period>,
}

impl Heading {
    pub fn read(text: &str) -> Self {
        let cleaned = clean(text);
        let shown = cleaned.split(|c: char| c.is_whitespace()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let whole = words(&shown).concat();
        let Parentheses { rest, mut unit, counted } = take_parentheses(without_number(&shown));
        // `Volume Usaha ($)`: a sign is no word.
        let counted = counted.or_else(|| shown.contains(OTHER_MONEY).then(|| shown.clone()));
        let mut rest = words(&rest);
        let is_scale = |words: &[String]| words.iter().any(|word| scale_word(word).is_some_and(|_| word.len() > 1));
        if let Some(Stated::Scale(found)) = unit_of(&rest).filter(|_| is_scale(&rest)) {
            // `jt` over a column.
            unit = stronger(unit, (found, rest.join(" ")));
            rest.clear();
        } else if let Some((found, from, to)) = unit_words(&rest) {
            unit = stronger(unit, (found, rest[from..to].join(" ")));
            rest.drain(from..to);
        }
        let mut period = None;
        if let Some((found, from, to)) = period_in(&rest, &shown) {
            period = Some(found);
            rest.drain(from..to);
        }
        let words = rest.iter().map(|word| spelt_out(word).to_owned()).collect();
        Self { text: shown, words, whole, unit, counted, period }
    }

    /// Nothing but a unit or a period.
    pub fn is_bare(&self) -> bool {
        self.words.is_empty()
    }

    pub fn joined(&self) -> String {
        self.words.concat()
    }
}

/// A heading without the number before it: `6. Volume Usaha`.
fn without_number(text: &str) -> &str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text[digits..].strip_prefix(['.', ')']).map(str::trim_start);
    match rest {
        Some(rest) if (1..=2).contains(&digits) && rest.starts_with(char::is_alphabetic) => rest,
        _ => text,
    }
}

/// Of `(Rp)` and `dalam jutaan` in one label the scale counts, not the bare currency.
fn stronger(unit: Option<(u64, String)>, other: (u64, String)) -> Option<(u64, String)> {
    match unit {
        Some((factor, text)) if factor > 1 || other.0 == 1 => Some((factor, text)),
        _ => Some(other),
    }
}

/// A label without the units in its parentheses.
struct Parentheses {
    rest: String,
    unit: Option<(u64, String)>,
    counted: Option<String>,
}

/// Takes units out of parentheses; parentheses that hold other words keep them.
fn take_parentheses(text: &str) -> Parentheses {
    let mut rest = String::new();
    let mut unit = None;
    let mut counted = None;
    let mut tail = text;
    while let Some(open) = tail.find(['(', '[']) {
        let inside = &tail[open + 1..];
        let Some(close) = inside.find([')', ']']) else { break };
        rest.push_str(&tail[..open]);
        rest.push(' ');
        let inner = &inside[..close];
        match unit_of(less_per_year(&words(inner))) {
            Some(Stated::Scale(factor)) => unit = stronger(unit, (factor, format!("({inner})"))),
            Some(Stated::Count) => counted = Some(format!("({inner})")),
            None => rest.push_str(inner),
        }
        rest.push(' ');
        tail = &inside[close + 1..];
    }
    rest.push_str(tail);
    Parentheses { rest, unit, counted }
}

/// `(Rp./Th)`, `(juta rupiah per tahun)`: what a whole year brings in is in the unit itself.
fn less_per_year(words: &[String]) -> &[String] {
    match words {
        [rest @ .., last]
            if rest.iter().any(|word| is_money(word)) && matches!(last.as_str(), "th" | "thn" | "tahun" | "pertahun") =>
        {
            rest.strip_suffix(&["per".to_owned()]).unwrap_or(rest)
        }
        _ => words,
    }
}

/// What stands before the one pair of parentheses at the end of a label, and what in them.
pub(crate) fn aside(text: &str) -> Option<(&str, &str)> {
    let (before, inner) = text.trim_end().strip_suffix([')', ']'])?.split_once(['(', '['])?;
    (!inner.contains(['(', ')', '[', ']']) && !before.trim().is_empty()).then_some((before.trim_end(), inner))
}

/// Whether a label may state a unit at all: in parentheses, with a currency, or after `dalam`.
pub(crate) fn may_state_unit(text: &str, words: &[String]) -> bool {
    text.contains(['(', '[']) || words.iter().any(|word| is_within(word) || is_money(word))
}

pub(super) fn is_money(word: &str) -> bool {
    matches!(word, "rp" | "rupiah" | "idr")
}

/// What words that are nothing but a unit state.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stated {
    Scale(u64),
    /// `orang`, `unit`: things counted one by one.
    Count,
}

/// The signs of other currencies.
const OTHER_MONEY: [char; 4] = ['$', '\u{20ac}', '\u{a3}', '\u{a5}'];

/// The sign of another currency.
pub(crate) fn is_other_money(c: char) -> bool {
    OTHER_MONEY.contains(&c)
}

/// Units that are no rupiah: things counted, weighed or measured, and other currencies.
const COUNTED: &[&str] = &[
    "orang", "org", "unit", "buah", "jiwa", "kg", "kilogram", "gram", "ton", "kuintal", "kwintal", "liter", "ltr", "ekor",
    "lembar", "batang", "bungkus", "botol", "porsi", "pcs", "paket", "lusin", "kodi", "jam", "kali", "meter", "hektar", "ha",
    "usd", "us", "dollar", "dolar", "sgd", "ringgit", "euro",
];

/// The unit that these words state, if they are all of a unit: `rp juta`,
/// `rp 000`, `dalam ribuan rupiah`, `orang`.
pub(super) fn unit_of(words: &[String]) -> Option<Stated> {
    let (mut money, mut count, mut scale) = (false, false, None);
    let mut digits = String::new();
    for (at, word) in words.iter().enumerate() {
        match word.as_str() {
            "rp" | "rupiah" | "idr" => money = true,
            // `(rupiah penuh)`.
            "penuh" | "utuh" if at > 0 && is_money(&words[at - 1]) => {}
            // `Unit: Rp Juta`.
            "unit" if at == 0 && words.len() > 1 => {}
            other if COUNTED.contains(&other) => count = true,
            "dalam" | "dlm" | "in" | "x" | "satuan" | "nilai" => {}
            _ if word.bytes().all(|byte| byte.is_ascii_digit()) => digits.push_str(word),
            // `(M)` and `(T)` alone may be anything.
            "m" | "t" if !words.iter().any(|word| is_money(word)) => return None,
            _ => {
                if scale.replace(scale_word(word)?).is_some() {
                    return None;
                }
            }
        }
    }
    let zeros = digits.bytes().filter(|digit| *digit == b'0').count();
    // `ribuan orang`, `000 ton`: no money.
    if count && !money && (scale.is_some() || !digits.is_empty()) {
        return Some(Stated::Count);
    }
    if !digits.is_empty() {
        let is_thousands = (3..=12).contains(&zeros) && zeros.is_multiple_of(3);
        let is_scale = is_thousands && (digits.len() == zeros || digits.len() == zeros + 1 && digits.starts_with('1'));
        if !is_scale {
            return None;
        }
        let zeros = 10u64.checked_pow(zeros as u32)?;
        // `000/rb` says the same twice.
        let factor = zeros.checked_mul(scale.filter(|scale| *scale != zeros).unwrap_or(1))?;
        return Some(Stated::Scale(factor));
    }
    match (scale, money, count) {
        (Some(factor), _, _) => Some(Stated::Scale(factor)),
        (None, true, false) => Some(Stated::Scale(1)),
        (None, false, true) => Some(Stated::Count),
        _ => None,
    }
}

pub(crate) fn scale_word(word: &str) -> Option<u64> {
    Some(match word {
        "ribu" | "ribuan" | "rb" | "thousand" | "thousands" => 1_000,
        "juta" | "jutaan" | "jt" | "million" | "millions" => 1_000_000,
        "miliar" | "milyar" | "miliaran" | "milyaran" | "m" | "billion" | "billions" => 1_000_000_000,
        "triliun" | "trilyun" | "triliunan" | "t" => 1_000_000_000_000,
        _ => return None,
    })
}

/// A unit outside parentheses: at the end of the label with a currency in it
/// (`Omset Rp`), or after `dalam` anywhere. Gives its factor and place.
fn unit_words(words: &[String]) -> Option<(u64, usize, usize)> {
    // No unit takes more words; a sentence is not searched in all its stretches.
    const LONGEST: usize = 12;
    let lead = |from: usize| is_within(&words[from]);
    for from in 0..words.len() {
        for to in (from + 1..=words.len().min(from + LONGEST)).rev() {
            let part = &words[from..to];
            let anchored = lead(from) && part.len() >= 2 || to == words.len() && part.iter().any(|word| is_money(word));
            let is_of_things = words.get(to).is_some_and(|next| COUNTED.contains(&next.as_str()));
            if anchored
                && !is_of_things
                && !matches!(part[0].as_str(), "nilai" | "satuan" | "x")
                && let Some(Stated::Scale(factor)) = unit_of(part)
            {
                return Some((factor, from, to));
            }
        }
    }
    None
}

/// The factor that a unit's cell states (`Rp Juta`, `ribu rupiah`, `Rupiah`);
/// none where it is no unit of money (`unit`, `persen`).
pub fn money_unit(text: &str) -> Option<u64> {
    match unit_of(&words(&clean(text)))? {
        Stated::Scale(factor) => Some(factor),
        Stated::Count => None,
    }
}

/// Whether a cell is nothing but a unit, of money or of what is counted: `Juta Rp`, `orang`.
pub fn is_unit(text: &str) -> bool {
    unit_of(&words(&clean(text))).is_some()
}

/// `dalam`, and how it is shortened.
pub(super) fn is_within(word: &str) -> bool {
    matches!(word, "dalam" | "dlm")
}

/// The money scale a caption states: `(Rp. 000)`, `dalam jutaan rupiah`,
/// `Satuan: Rp Juta`, or a cell that is nothing else.
pub(crate) fn caption_unit(text: &str) -> Option<(u64, String)> {
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
        && super::lexicon::REMARKS.contains(&first.as_str())
        && let Some(Stated::Scale(factor)) = unit_of(own)
    {
        return Some((factor, cleaned));
    }
    if let Some(at) = rest.iter().position(|word| matches!(word.as_str(), "satuan" | "unit"))
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

/// Words of what is given or owed in round sums.
const GIVEN: &[&str] = &[
    "hibah", "bantuan", "penerima", "simpanan", "iuran", "pinjaman", "modal", "kredit", "bansos", "stimulan", "dana", "maksimal",
];

/// `PENERIMA HIBAH (Rp. 1.000.000,-)`: a sum beside other words, not a scale of
/// thousands or millions; of a thousand only where the words speak of sums.
fn is_amount(parenthesis: &str, beside: &[String]) -> bool {
    let digits: String = parenthesis.chars().filter(char::is_ascii_digit).collect();
    let says_scale = |word: &String| is_within(word) || matches!(word.as_str(), "satuan" | "unit" | "x");
    let is_said = beside.iter().chain(&words(parenthesis)).any(says_scale);
    let is_given = beside.iter().any(|word| GIVEN.contains(&word.as_str()));
    digits.starts_with('1') && !is_said && (digits.len() > 4 || is_given)
}

/// The scale that a note below the headings states. An amount in parentheses
/// (`modal awal (Rp 1.000.000)`) is none there.
pub(crate) fn note_unit(text: &str) -> Option<(u64, String)> {
    let (factor, stated) = caption_unit(text)?;
    let words = words(text);
    let says_so = words.iter().any(|word| is_within(word) || matches!(word.as_str(), "satuan" | "x"));
    let is_amount = words.iter().any(|word| word.starts_with(|c: char| matches!(c, '1'..='9')));
    // `Ket : Rp`.
    let is_all = || {
        let is_remark = |word: &String| super::lexicon::REMARKS.contains(&word.as_str());
        let is_led = text.trim_start().starts_with('*') || words.first().is_some_and(is_remark);
        is_led && words.iter().all(|word| is_remark(word) || is_money(word))
    };
    (says_so || factor > 1 && !is_amount || is_all()).then_some((factor, stated))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_leave_the_words() {
        for (text, words, factor) in [
            ("Volume Usaha (Rp)", "volume usaha", Some(1)),
            ("Volume Usaha (Rp. 000)", "volume usaha", Some(1_000)),
            ("Volume Usaha (Rp.000,-)", "volume usaha", Some(1_000)),
            ("Volume Usaha (Rp. 1.000,-)", "volume usaha", Some(1_000)),
            ("Volume Usaha (Rp 000.000)", "volume usaha", Some(1_000_000)),
            ("Modal Sendiri (Rp Juta)", "modal sendiri", Some(1_000_000)),
            ("Modal Sendiri (Juta Rp)", "modal sendiri", Some(1_000_000)),
            ("Modal Sendiri\n(jutaan rupiah)", "modal sendiri", Some(1_000_000)),
            ("SHU (Rp ribu)", "shu", Some(1_000)),
            ("Aset Rp Milyar", "aset", Some(1_000_000_000)),
            ("Omset dalam ribuan rupiah", "omset", Some(1_000)),
            ("Omset Rp.", "omset", Some(1)),
            ("(Rp)", "", Some(1)),
            ("jt", "", Some(1_000_000)),
            ("Ribuan", "", Some(1_000)),
            ("Omset (Rp) dalam jutaan", "omset", Some(1_000_000)),
            ("Omset (Rp) (ribuan)", "omset", Some(1_000)),
            ("Anggota (orang)", "anggota", None),
            ("Volume Usaha (kg)", "volume usaha", None),
            ("Volume Usaha (US$)", "volume usaha", None),
            ("RAT (%)", "rat persen", None),
            ("%rat", "persen rat", None),
            ("Anggota (L)", "anggota l", None),
            ("Kolom (1)", "kolom 1", None),
            ("Jumlah Unit", "jumlah unit", None),
            ("6. Volume Usaha", "volume usaha", None),
            ("12) SHU (Rp)", "shu", Some(1)),
            ("Omset (Rp 100)", "omset rp 100", None),
            ("Omset Penjualan (Rp./Th)", "omset penjualan", Some(1)),
            ("Omset (juta rupiah per tahun)", "omset", Some(1_000_000)),
            ("Omset (Rp/bulan)", "omset rp bulan", None),
        ] {
            let heading = Heading::read(text);
            assert_eq!(heading.words.join(" "), words, "{text:?}");
            assert_eq!(heading.unit.map(|(factor, _)| factor), factor, "{text:?}");
        }
    }

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
        ] {
            assert_eq!(note_unit(text).map(|(factor, _)| factor), factor, "{text:?}");
        }
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
