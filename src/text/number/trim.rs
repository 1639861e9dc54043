//! What stands around a number's digits: currency, signs, tails, words.

use crate::text::clean::{is_blank, trim};

/// The mark a statistic carries behind its figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NumberStatus {
    /// `*`, `*)`
    Sementara,
    /// `**`, `**)`
    SangatSementara,
    /// `r`
    Diperbaiki,
}

/// `,-` and the like, which say that no fraction follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tail {
    None,
    NoFraction,
}

/// A number text taken apart.
pub(crate) struct Trimmed<'a> {
    /// Digits and separators, or whatever stands there.
    pub core: &'a str,
    pub negative: bool,
    /// The sign stood behind the digits.
    pub minus_behind: bool,
    pub currency: bool,
    /// Nothing but a currency was taken off.
    pub is_bare_currency: bool,
    pub percent: bool,
    pub tail: Tail,
    pub scale: Option<u64>,
    pub scale_is_letter: bool,
    pub unit: Option<String>,
    pub status: Option<NumberStatus>,
}

enum Word {
    Currency,
    Percent,
    Scale(u64),
    Letter(u64),
    Unit,
    Revised,
}

/// Takes the parts around the digits off, each at most once; `None` where two
/// of them contradict (`(-5)`, `5 % juta`) or a word is no part of a number.
pub(crate) fn trim_number(text: &str) -> Option<Trimmed<'_>> {
    let mut parts = Trimmed {
        core: of_a_year(trim(text)),
        negative: false,
        minus_behind: false,
        currency: false,
        is_bare_currency: false,
        percent: false,
        tail: Tail::None,
        scale: None,
        scale_is_letter: false,
        unit: None,
        status: None,
    };
    // Every step takes something off or ends the loop; twelve kinds of parts are more than there are.
    for _ in 0..12 {
        if !(parts.take_front() || parts.take_mark()? || parts.take_back()?) {
            break;
        }
        parts.core = trim(parts.core);
    }
    let scaled_oddly = parts.scale.is_some() && (parts.percent || parts.tail != Tail::None);
    let percent_oddly = parts.percent && (parts.currency || parts.unit.is_some() || parts.tail != Tail::None);
    let money_and_unit = parts.currency && parts.unit.is_some();
    if scaled_oddly || percent_oddly || money_and_unit {
        return None;
    }
    parts.is_bare_currency =
        parts.currency && !parts.negative && parts.tail == Tail::None && parts.scale.is_none() && parts.status.is_none();
    Some(parts)
}

impl Trimmed<'_> {
    /// A currency, a sign or parentheses before the digits.
    fn take_front(&mut self) -> bool {
        let core = self.core;
        if !self.currency {
            for sign in ["rp.", "rp", "idr"] {
                let Some(head) = core.get(..sign.len()) else { continue };
                let rest = &core[sign.len()..];
                if head.eq_ignore_ascii_case(sign) && !rest.starts_with(|c: char| c.is_alphabetic()) && !rest.is_empty() {
                    self.currency = true;
                    self.core = rest;
                    return true;
                }
            }
        }
        if !self.negative {
            if let Some(inner) = core.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'))
                && !inner.contains(['(', ')'])
                && inner.contains(|c: char| c.is_ascii_digit())
            {
                self.negative = true;
                self.core = inner;
                return true;
            }
            if let Some(rest) = core.strip_prefix('-') {
                let next = trim(rest);
                if next.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'R' | 'r' | 'I' | 'i' | ',' | '.')) {
                    self.negative = true;
                    self.core = rest;
                    return true;
                }
            }
        }
        if let Some(rest) = core.strip_prefix('+')
            && rest.starts_with(|c: char| c.is_ascii_digit())
            && !self.negative
        {
            self.core = rest;
            return true;
        }
        false
    }

    /// A status mark, a tail, a percent sign or a minus behind the digits.
    fn take_mark(&mut self) -> Option<bool> {
        let core = self.core;
        for (mark, status) in [
            ("**)", NumberStatus::SangatSementara),
            ("*)", NumberStatus::Sementara),
            ("**", NumberStatus::SangatSementara),
            ("*", NumberStatus::Sementara),
        ] {
            if let Some(rest) = core.strip_suffix(mark) {
                self.core = rest;
                return self.status.replace(status).is_none().then_some(true);
            }
        }
        for tail in [",--", ",-", ".--", ".-", ",="] {
            if let Some(rest) = core.strip_suffix(tail) {
                let rest = rest.trim_end_matches(is_blank);
                self.core = rest;
                let first = self.tail == Tail::None;
                self.tail = Tail::NoFraction;
                return (first && ends_in_digit(rest)).then_some(true);
            }
        }
        if let Some(rest) = core.strip_suffix('%') {
            self.core = rest;
            return (!std::mem::replace(&mut self.percent, true)).then_some(true);
        }
        // `Rp 1.500-` is likelier a `,-` that lost its comma than a negative amount.
        if let Some(rest) = core.strip_suffix('-')
            && ends_in_digit(rest)
        {
            self.core = rest;
            let doubtful = self.currency || self.negative || self.tail != Tail::None;
            self.negative = true;
            self.minus_behind = true;
            return (!doubtful).then_some(true);
        }
        Some(false)
    }

    /// A word behind the digits.
    fn take_back(&mut self) -> Option<bool> {
        let core = self.core;
        let dotless = match core.strip_suffix('.') {
            Some(rest) if rest.ends_with(|c: char| c.is_alphabetic()) => rest,
            _ => core,
        };
        let start = dotless.char_indices().rev().take_while(|(_, c)| c.is_alphabetic()).last().map(|(index, _)| index);
        let Some(start) = start else { return Some(false) };
        let word = &dotless[start..];
        let rest = dotless[..start].trim_end_matches(is_blank);
        let first = match known_word(word) {
            Some(Word::Currency) => {
                self.currency = true;
                true
            }
            Some(Word::Percent) => !std::mem::replace(&mut self.percent, true),
            Some(Word::Scale(factor)) => self.scale.replace(factor).is_none(),
            Some(Word::Letter(factor)) => {
                self.scale_is_letter = true;
                self.scale.replace(factor).is_none()
            }
            // `5 orang juta` is no order of words.
            Some(Word::Unit) => self.scale.is_none() && self.unit.replace(word.to_lowercase()).is_none(),
            Some(Word::Revised) => self.status.replace(NumberStatus::Diperbaiki).is_none() && ends_in_digit(rest),
            None => false,
        };
        self.core = rest;
        first.then_some(true)
    }
}

/// The figure of `75 juta/tahun`, `Rp34.500.000 per tahun`: that of a year is what it is.
fn of_a_year(text: &str) -> &str {
    let bare = text.strip_suffix('.').unwrap_or(text);
    let word = bare.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    if !matches!(word.to_lowercase().as_str(), "tahun" | "thn" | "th") {
        return text;
    }
    let before = bare[..bare.len() - word.len()].trim_end_matches(is_blank);
    let rest = before.strip_suffix('/').or_else(|| {
        let per = before.len().checked_sub(3).and_then(|at| before.split_at_checked(at))?;
        per.1.eq_ignore_ascii_case("per").then_some(per.0).filter(|rest| rest.ends_with(is_blank))
    });
    rest.map_or(text, |rest| rest.trim_end_matches(is_blank))
}

fn ends_in_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

fn known_word(word: &str) -> Option<Word> {
    match word {
        // Only as capitals: `m` is metres as well.
        "M" => return Some(Word::Letter(1_000_000_000)),
        "T" => return Some(Word::Letter(1_000_000_000_000)),
        "r" => return Some(Word::Revised),
        _ => {}
    }
    Some(match word.to_lowercase().as_str() {
        "rp" | "idr" | "rupiah" => Word::Currency,
        "persen" => Word::Percent,
        "rb" | "ribu" => Word::Scale(1_000),
        "jt" | "juta" => Word::Scale(1_000_000),
        "miliar" | "milyar" | "milliar" | "milyard" | "miliard" | "milliard" | "miliyar" => Word::Scale(1_000_000_000),
        "triliun" | "trilyun" | "triliyun" => Word::Scale(1_000_000_000_000),
        // Counting words only: weights and times would change what the figure means.
        "unit" | "org" | "orang" | "buah" | "bh" | "koperasi" | "kop" | "usaha" | "umkm" | "anggota" | "karyawan" | "jiwa"
        | "pelaku" | "kelompok" => Word::Unit,
        _ => return None,
    })
}
