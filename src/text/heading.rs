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
        // `Satuan : Rupiah` over a column says nothing but its unit; `Satuan (Rp)` is the price of one.
        if unit.is_some() && rest == ["satuan"] && shown.contains([':', '=']) {
            rest.clear();
        }
        let words = match is_of_both(&rest, &shown) {
            true => vec![BOTH_SEXES.to_owned()],
            false => rest.iter().map(|word| spelt_out(word).to_owned()).collect(),
        };
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

/// What headings and aliases call men and women together.
pub(crate) const BOTH_SEXES: &str = "l+p";

/// `L+P`, `Lk + Pr` and nothing else: men and women together.
fn is_of_both(words: &[String], text: &str) -> bool {
    let both =
        |one: &str, other: &str| matches!((one, other), ("l", "p") | ("lk", "pr") | ("laki", "perempuan") | ("pria", "wanita"));
    matches!(words, [one, other] if both(one, other)) && text.contains('+')
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
pub(super) fn stronger(unit: Option<(u64, String)>, other: (u64, String)) -> Option<(u64, String)> {
    match unit {
        Some((factor, text)) if factor > 1 || other.0 == 1 => Some((factor, text)),
        _ => Some(other),
    }
}

/// A label without the units in its parentheses.
pub(super) struct Parentheses {
    pub(super) rest: String,
    pub(super) unit: Option<(u64, String)>,
    pub(super) counted: Option<String>,
}

/// Takes units out of parentheses; parentheses that hold other words keep them.
pub(super) fn take_parentheses(text: &str) -> Parentheses {
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

/// Units that are no rupiah: things counted, weighed or measured.
const COUNTED: &[&str] = &[
    "orang", "org", "unit", "buah", "jiwa", "kg", "kilogram", "gram", "ton", "kuintal", "kwintal", "liter", "ltr", "ekor",
    "lembar", "batang", "bungkus", "botol", "porsi", "pcs", "paket", "lusin", "kodi", "jam", "kali", "meter", "hektar", "ha",
];

/// Words of other currencies.
const OTHER_CURRENCIES: &[&str] = &["usd", "us", "dollar", "dolar", "sgd", "ringgit", "euro"];

/// Whether a unit is of another currency: `(USD)`, `($)`.
pub(crate) fn is_of_other_money(unit: &str) -> bool {
    unit.contains(is_other_money) || words(unit).iter().any(|word| OTHER_CURRENCIES.contains(&word.as_str()))
}

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
            other if COUNTED.contains(&other) || OTHER_CURRENCIES.contains(&other) => count = true,
            "dalam" | "dlm" | "in" | "x" | "satuan" | "sat" | "nilai" => {}
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
        "miliar" | "milyar" | "miliaran" | "milyaran" | "milliar" | "milyard" | "miliard" | "milliard" | "miliyar" | "mrd"
        | "mlr" | "m" | "billion" | "billions" => 1_000_000_000,
        "triliun" | "trilyun" | "triliunan" | "t" => 1_000_000_000_000,
        _ => return None,
    })
}

/// A unit outside parentheses: at the end of the label with a currency in it
/// (`Omset Rp`), or after `dalam` anywhere. Gives its factor and place.
pub(super) fn unit_words(words: &[String]) -> Option<(u64, usize, usize)> {
    // No unit takes more words; a sentence is not searched in all its stretches.
    const LONGEST: usize = 12;
    let lead = |from: usize| is_within(&words[from]);
    for from in 0..words.len() {
        for to in (from + 1..=words.len().min(from + LONGEST)).rev() {
            let part = &words[from..to];
            let anchored = lead(from) && part.len() >= 2 || to == words.len() && part.iter().any(|word| is_money(word));
            let is_of_things =
                words.get(to).is_some_and(|next| [COUNTED, OTHER_CURRENCIES].iter().any(|list| list.contains(&next.as_str())));
            if anchored
                && !is_of_things
                && !matches!(part[0].as_str(), "nilai" | "satuan" | "sat" | "x")
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
}
