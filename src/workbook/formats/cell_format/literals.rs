//! What the literals of a number format say beside the digits.

use crate::text::label::words;
use crate::text::{is_unit, money_unit};

/// The power of ten that literals name: `" juta"`, `"Rp"0" M"`, or typed noughts, `#,##0".000"`.
pub(super) fn named_power(literals: &str) -> Option<i8> {
    let words = words(literals);
    let is_money = words.iter().any(|word| matches!(word.as_str(), "rp" | "rupiah" | "idr"));
    words.iter().find_map(|word| match word.as_str() {
        "ribu" | "ribuan" | "rb" => Some(3),
        "k" if literals.contains('K') => Some(3),
        "juta" | "jutaan" | "jt" => Some(6),
        "miliar" | "milyar" | "miliaran" | "milyaran" => Some(9),
        "m" if is_money || literals.contains('M') => Some(9),
        "triliun" | "trilyun" | "triliunan" => Some(12),
        "t" if is_money || literals.contains('T') => Some(12),
        _ => {
            let noughts = word.len();
            let is_thousands = word.bytes().all(|byte| byte == b'0') && noughts.is_multiple_of(3) && noughts <= 12;
            is_thousands.then_some(noughts as i8)
        }
    })
}

/// Anything but a currency and a scale: a sign of about, a unit that no money has, any
/// other word: `±`, `#,##0"+"`, `ca.`, `%`, `orang`, `per bulan`.
pub(crate) fn is_altered(literals: &str) -> bool {
    let is_sign = |c: char| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '.' | ',' | '-' | '–' | '(' | ')' | ':');
    literals.chars().any(is_sign) || !words(literals).iter().all(|word| is_of_money(word)) || is_counted(literals)
}

/// A currency, a scale, or noughts: what a literal may say of an amount without altering it.
fn is_of_money(word: &str) -> bool {
    let is_scale = || named_power(word).is_some() || matches!(word, "k" | "m" | "t");
    matches!(word, "rp" | "rupiah" | "idr" | "dalam" | "dlm") || word.bytes().all(|byte| byte == b'0') || is_scale()
}

/// Literals that are nothing but a unit of what is counted, weighed or measured.
fn is_counted(literals: &str) -> bool {
    !words(literals).is_empty() && is_unit(literals) && money_unit(literals).is_none()
}

/// `US$`, `USD`, `$`, `€`: money, and no rupiah.
pub(crate) fn is_foreign(literals: &str) -> bool {
    literals.contains(['$', '€', '£', '¥'])
        || words(literals).iter().any(|word| matches!(word.as_str(), "usd" | "sgd" | "eur" | "myr" | "sar" | "jpy"))
}
