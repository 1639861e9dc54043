//! Digits and separators alone, read under both conventions at once.

use super::trim::Tail;
use crate::profile::Angka;
use crate::text::clean::{HARD_BLANK, is_blank, trim};
use rust_decimal::Decimal;

/// What the digits say.
pub(crate) enum Core {
    One { value: Decimal, convention: Option<Angka> },
    Two { id: Decimal, en: Decimal, loose: bool },
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum CoreError {
    Separators,
    LeadingZero,
    TooLong,
}

/// Whole and fraction, digits only.
struct Digits {
    whole: String,
    fraction: String,
}

impl Digits {
    fn value(&self) -> Result<Decimal, CoreError> {
        if self.whole.len() + self.fraction.len() > 28 {
            return Err(CoreError::TooLong);
        }
        let text = if self.fraction.is_empty() { self.whole.clone() } else { format!("{}.{}", self.whole, self.fraction) };
        Decimal::from_str_exact(&text).map_err(|_| CoreError::TooLong)
    }
}

/// Reads digits with their separators. A `,-` tail says that no fraction
/// follows; a currency forbids a bare leading separator (`Rp .500`).
pub(crate) fn read_core(core: &str, tail: Tail, currency: bool) -> Result<Core, CoreError> {
    let core = trim(core);
    let is_core = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | ' ' | HARD_BLANK);
    if !core.chars().all(is_core) || !core.chars().any(|c| c.is_ascii_digit()) {
        return Err(CoreError::Separators);
    }
    if currency && core.starts_with(['.', ',']) {
        return Err(CoreError::Separators);
    }
    if core.contains(is_blank) {
        return read_blanks(core, tail);
    }
    if core.contains('\'') {
        let digits = grouped(core, '\'', '.')?;
        let convention = (!digits.fraction.is_empty()).then_some(Angka::En);
        return one(&digits, convention, tail);
    }
    read_separators(core, tail)
}

fn read_separators(core: &str, tail: Tail) -> Result<Core, CoreError> {
    let fits = |digits: &Digits| tail == Tail::None || digits.fraction.is_empty();
    let id = grouped(core, '.', ',');
    let en = grouped(core, ',', '.');
    let refused = match (&id, &en) {
        (Err(CoreError::LeadingZero), _) | (_, Err(CoreError::LeadingZero)) => CoreError::LeadingZero,
        _ => CoreError::Separators,
    };
    let (id, en) = (id.ok().filter(fits), en.ok().filter(fits));
    let has_separator = core.contains(['.', ',']);
    match (id, en) {
        (Some(id), Some(en)) if has_separator => {
            let (id, en) = (id.value()?, en.value()?);
            if id == en { Ok(Core::One { value: id, convention: None }) } else { Ok(Core::Two { id, en, loose: false }) }
        }
        (Some(digits), Some(_)) => one(&digits, None, tail),
        (Some(digits), None) => single(core, digits, Angka::Id),
        (None, Some(digits)) => single(core, digits, Angka::En),
        (None, None) => Err(refused),
    }
}

/// A text that one convention alone reads.
fn single(core: &str, digits: Digits, convention: Angka) -> Result<Core, CoreError> {
    let value = digits.value()?;
    // `0.000` says zero in any convention: no vote.
    if value.is_zero() && digits.fraction.len() == 3 {
        return Ok(Core::One { value, convention: None });
    }
    let forgotten = digits.whole.len() > 3 && digits.fraction.len() == 3 && !core.contains(other_separator(convention));
    if !forgotten {
        return Ok(Core::One { value, convention: Some(convention) });
    }
    let whole = Digits { whole: format!("{}{}", digits.whole, digits.fraction), fraction: String::new() }.value()?;
    Ok(match convention {
        Angka::Id => Core::Two { id: value, en: whole, loose: true },
        Angka::En => Core::Two { id: whole, en: value, loose: true },
    })
}

fn other_separator(convention: Angka) -> char {
    match convention {
        Angka::Id => '.',
        Angka::En => ',',
    }
}

fn one(digits: &Digits, convention: Option<Angka>, tail: Tail) -> Result<Core, CoreError> {
    if tail != Tail::None && !digits.fraction.is_empty() {
        return Err(CoreError::Separators);
    }
    Ok(Core::One { value: digits.value()?, convention })
}

/// Blanks inside: thousands (`1 234 567`), or one that strayed beside a separator.
fn read_blanks(core: &str, tail: Tail) -> Result<Core, CoreError> {
    if core.contains('\n') || core.contains('\'') {
        return Err(CoreError::Separators);
    }
    let soft = core.contains(' ');
    let blanks: String = core.chars().map(|c| if is_blank(c) { ' ' } else { c }).collect();
    let is_stray = blanks.contains(". ") || blanks.contains(" .") || blanks.contains(", ") || blanks.contains(" ,");
    if is_stray {
        // `1. 234` may be item 1 with 234: only a text that stays sure without the blank is read.
        let joined: String = blanks.replace(". ", ".").replace(" .", ".").replace(", ", ",").replace(" ,", ",");
        let separators = joined.chars().filter(|c| matches!(c, '.' | ',')).count();
        if joined.contains(' ') || separators < 2 {
            return Err(CoreError::Separators);
        }
        return match read_separators(&joined, tail)? {
            sure @ Core::One { .. } => Ok(sure),
            Core::Two { .. } => Err(CoreError::Separators),
        };
    }
    // Two numbers may stand side by side (`12 500`): typed blanks need two groups to be thousands.
    if soft && blanks.matches(' ').count() < 2 {
        return Err(CoreError::Separators);
    }
    let (decimal, convention) = if blanks.contains(',') { (',', Angka::Id) } else { ('.', Angka::En) };
    let digits = grouped(&blanks, ' ', decimal)?;
    let convention = (!digits.fraction.is_empty()).then_some(convention);
    one(&digits, convention, tail)
}

/// The strict grammar of one convention: `ddd(.ddd)*(,d+)?`, or digits without
/// any grouping; no zero before a digit or a thousands separator.
fn grouped(core: &str, thousands: char, decimal: char) -> Result<Digits, CoreError> {
    let (whole, fraction) = match core.split_once(decimal) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (core, None),
    };
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if fraction.is_some_and(|fraction| !all_digits(fraction)) {
        return Err(CoreError::Separators);
    }
    let fraction = fraction.unwrap_or_default().to_owned();
    if whole.is_empty() && !fraction.is_empty() {
        return Ok(Digits { whole: "0".to_owned(), fraction });
    }
    let mut groups = whole.split(thousands);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    if !all_digits(first) || !rest.iter().all(|group| group.len() == 3 && all_digits(group)) {
        return Err(CoreError::Separators);
    }
    if first.starts_with('0') && (first.len() > 1 || !rest.is_empty()) {
        return Err(CoreError::LeadingZero);
    }
    if !rest.is_empty() && first.len() > 3 {
        return Err(CoreError::Separators);
    }
    Ok(Digits { whole: format!("{first}{}", rest.concat()), fraction })
}
