//! Numbers as Excel holds and shows them.

use crate::document::{Calculated, CellFormat, Inline, Text};
use crate::vocabulary::{exact_text, round_half_away};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use std::borrow::Cow;

/// The double Excel keeps, by the exact text (`Decimal::to_f64` goes another way and errs).
pub fn double(value: Decimal) -> f64 {
    // Whole numbers that a double holds exactly need no text.
    if value.scale() == 0
        && let Some(whole) = value.to_i64().filter(|whole| whole.unsigned_abs() <= 1 << f64::MANTISSA_DIGITS)
    {
        return whole as f64;
    }
    // A decimal's text is always a number.
    exact_text(value).parse().unwrap_or_default()
}

/// The number format, with Indonesian separators where the program lets a
/// workbook choose them, as on the page.
pub fn code(format: CellFormat, value: Decimal) -> Cow<'static, str> {
    let decimals = match format {
        CellFormat::Decimals(decimals) => u32::from(decimals.min(28)),
        CellFormat::AtLeast(0) => 0,
        CellFormat::AtLeast(least) => {
            let least = usize::from(least.min(28));
            let more = (MOST_PLACES as usize).saturating_sub(least);
            return Cow::Owned(format!("[$-421]#,##0.{}{}", "0".repeat(least), "#".repeat(more)));
        }
        // Divisions do not end.
        CellFormat::AsIs => places(value),
        CellFormat::Plain => return Cow::Borrowed(if value.is_integer() { "0" } else { "General" }),
    };
    match decimals {
        0 => Cow::Borrowed("[$-421]#,##0"),
        decimals => Cow::Owned(format!("[$-421]#,##0.{}", "0".repeat(decimals as usize))),
    }
}

/// How many letters a number has in the format of its cell: digits, the dots between thousands, the comma and decimals, a minus.
pub fn letters(format: CellFormat, value: Decimal) -> usize {
    let whole = value.trunc().mantissa().unsigned_abs().checked_ilog10().unwrap_or(0) as usize + 1;
    let dots = if format == CellFormat::Plain { 0 } else { (whole - 1) / 3 };
    let decimals = match format {
        CellFormat::Decimals(decimals) => usize::from(decimals.min(28)),
        CellFormat::AtLeast(least) => usize::from(least).max(value.normalize().scale() as usize),
        CellFormat::AsIs | CellFormat::Plain => places(value) as usize,
    };
    whole + dots + if decimals > 0 { decimals + 1 } else { 0 } + usize::from(value.is_sign_negative())
}

/// The number format of a value with a fraction where [`code`] shows none: with optional places alone a whole number
/// would end in a comma.
pub fn code_of_fractions(format: CellFormat) -> Option<Cow<'static, str>> {
    (format == CellFormat::AtLeast(0)).then(|| Cow::Owned(format!("[$-421]#,##0.0{}", "#".repeat(MOST_PLACES as usize - 1))))
}

/// The room between a number and the rule at its right, as a number format says it: that of an indent, which not every
/// program draws for numbers. The letter is none of those by which readers tell dates.
const ROOM: &str = "_w";

/// The same number format with room at the right of numbers and of the text that may stand in their place.
pub fn off_the_rule(code: &str) -> String {
    if code == "General" {
        return code.to_owned();
    }
    let mut sections = vec![String::new()];
    let mut is_quoted = false;
    for c in code.chars() {
        is_quoted ^= c == '"';
        match sections.last_mut() {
            Some(section) if c != ';' || is_quoted => section.push(c),
            _ => sections.push(String::new()),
        }
    }
    let is_date = code.contains("yyyy");
    if let [only] = sections.as_slice()
        && !is_date
        && only != "@"
    {
        let (tag, digits) =
            only.split_once(']').map_or((String::new(), only.as_str()), |(tag, digits)| (format!("{tag}]"), digits));
        let plain = format!("{tag}{digits}");
        sections = vec![plain.clone(), format!("{tag}-{digits}"), plain, "@".to_owned()];
    }
    sections.iter().map(|section| format!("{section}{ROOM}")).collect::<Vec<_>>().join(";")
}

/// More decimals than these nobody reads.
pub const MOST_PLACES: u32 = 10;

/// How many decimals a number is shown with where it is shown as it is.
pub fn places(value: Decimal) -> u32 {
    if value.scale() == 0 { 0 } else { value.normalize().scale().min(MOST_PLACES) }
}

/// Excel reads formulas up to this length.
const LONGEST_FORMULA: usize = 8_192;

/// Whether Excel does not read a formula (without its `=`).
pub fn is_too_long_a_formula(formula: &str) -> bool {
    formula.len() >= LONGEST_FORMULA && formula.encode_utf16().count() >= LONGEST_FORMULA
}

/// Whether a cell does not hold a text.
pub fn is_too_long_a_text(text: &str) -> bool {
    text.len() > LONGEST_TEXT && text.encode_utf16().count() > LONGEST_TEXT
}

/// Whether a formula's stored text would be taken for a number, a truth value or an error.
pub fn looks_typed(text: &str) -> bool {
    text.parse::<f64>().is_ok()
        || matches!(
            text,
            "TRUE" | "FALSE" | "#DIV/0!" | "#N/A" | "#NAME?" | "#NULL!" | "#NUM!" | "#REF!" | "#VALUE!" | "#GETTING_DATA"
        )
}

/// The number that a text is, as pages write numbers (`-1.234,5`, `+0,42`), and the format that shows it so; none of one that
/// a cell would show otherwise: a code, a number of more digits than Excel keeps.
pub fn typed(text: &str) -> Option<(f64, String)> {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, decimals) = digits.split_once(',').unwrap_or((digits, ""));
    let groups: Vec<&str> = whole.split('.').collect();
    let is_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let is_grouped = groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3);
    let is_code = groups[0].is_empty() || groups[0] != "0" && groups[0].starts_with('0');
    let all = whole.len() - (groups.len() - 1) + decimals.len();
    if !is_grouped
        || is_code
        || !groups.iter().all(|group| is_digits(group))
        || !is_digits(decimals)
        || all > 15
        || digits.ends_with(',')
    {
        return None;
    }
    let value: f64 = text.replace('.', "").replace(',', ".").parse().ok()?;
    // A shown zero has no sign.
    if value == 0.0 && text != digits {
        return None;
    }
    let format = CellFormat::Decimals(u8::try_from(decimals.len()).ok()?);
    let code = code(format, Decimal::ZERO).into_owned();
    Some((value, if text.starts_with('+') { code.replace("]", "]+") } else { code }))
}

/// Whether a number that is not zero shows as one: then it would show `-0,00`.
pub fn shows_negative_zero(value: Decimal, format: CellFormat) -> Option<u32> {
    let CellFormat::Decimals(decimals) = format else { return None };
    let negative = value.is_sign_negative() && !value.is_zero();
    (negative && round_half_away(value, u32::from(decimals)).is_zero()).then_some(u32::from(decimals))
}

/// The name of the figure that is all that a text holds, blanks aside.
pub fn lone_figure(text: &Text) -> Option<&str> {
    figure_between(text).filter(|(before, _, after)| before.trim().is_empty() && after.trim().is_empty()).map(|(_, name, _)| name)
}

/// A text's one figure, with the words before and after it.
pub fn figure_between(text: &Text) -> Option<(String, &str, String)> {
    let mut found = None;
    let [mut before, mut after] = [String::new(), String::new()];
    for inline in text {
        match (inline, found) {
            (Inline::Figure { name, .. }, None) => found = Some(name.as_str()),
            (Inline::Run { text, .. }, None) => before.push_str(text),
            (Inline::Run { text, .. }, Some(_)) => after.push_str(text),
            (Inline::Figure { .. }, Some(_)) | (Inline::LineBreak, _) => return None,
        }
    }
    found.map(|name| (before, name, after))
}

/// Whether a cell of this text is a number with at most a few words about it: it does not wrap.
pub fn is_one_number(text: &Text) -> bool {
    let is_word = |shown: &str| shown.contains(char::is_alphabetic);
    // A predicate is a figure too, and wraps as words do.
    let is_worded = text.iter().any(|inline| matches!(inline, Inline::Figure { shown, .. } if is_word(shown)));
    !is_worded && is_unbroken(text)
}

/// Whether a cell of this text is a figure with at most a few words about it: it does not wrap where it is a number, or may become one.
pub fn is_unbroken(text: &Text) -> bool {
    figure_between(text).is_some_and(|(before, _, after)| before.chars().count() + after.chars().count() <= MOST_AROUND)
}

/// Words around a number that are more than this are prose, which must wrap.
const MOST_AROUND: usize = 40;

/// A number format that says words before and after the number, or the text that it may become; `None` where it cannot.
/// Its sections are for numbers above nil, below it (the sign stands by the number), nil, and texts.
pub fn code_between(before: &str, code: Cow<'static, str>, after: &str) -> Option<Cow<'static, str>> {
    if before.trim().is_empty() && after.trim().is_empty() {
        return Some(code);
    }
    let odd = |c: char| c == '"' || c.is_control();
    if before.contains(odd) || after.contains(odd) {
        return None;
    }
    let quoted = |words: &str| if words.is_empty() { String::new() } else { format!("\"{words}\"") };
    let (tag, digits) = code.split_once(']').map_or(("", &*code), |(tag, digits)| (tag, digits));
    let tag = if tag.is_empty() { String::new() } else { format!("{tag}]") };
    let section = |before: &str, shown: &str| format!("{}{shown}{}", quoted(before), quoted(after));
    let (plain, minus) = (section(before, digits), section(&format!("{before}-"), digits));
    let made = format!("{tag}{plain};{tag}{minus};{tag}{plain};{}", section(before, "@"));
    let around = before.chars().count() + after.chars().count();
    (digits != "General" && around <= MOST_AROUND).then_some(Cow::Owned(made))
}

/// The same where an empty text may stand in the number's place: then the words are not said either.
pub fn code_where_there(before: &str, code: Cow<'static, str>, after: &str) -> Option<Cow<'static, str>> {
    let made = code_between(before, code, after)?;
    let words = |words: &str| if words.is_empty() { String::new() } else { format!("\"{words}\"") };
    let text = format!("{}@{}", words(before), words(after));
    Some(made.strip_suffix(text.as_str()).map(|numbers| Cow::Owned(format!("{numbers}@"))).unwrap_or(made))
}

/// What a cell holds at most, in UTF-16 units.
pub const LONGEST_TEXT: usize = 32_767;

/// A text as a cell holds it: line breaks alone of all control characters.
pub fn clean(text: &str) -> Cow<'_, str> {
    let is_odd = |c: char| c != '\n' && c != '\t' && (c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    if !text.contains(is_odd) {
        return Cow::Borrowed(text);
    }
    let lines = text.replace("\r\n", "\n");
    let plain = |c| {
        if c == '\r' {
            '\n'
        } else if is_odd(c) {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    Cow::Owned(lines.chars().map(plain).collect())
}

/// The stored result of a formula; `None` where the writer cannot store it as what it is.
pub fn result(value: &Calculated) -> Option<String> {
    match value {
        Calculated::Number(number) => Some(exact_text(*number)),
        Calculated::Text(text) if looks_typed(text) => None,
        Calculated::Text(text) => Some(text.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_a_number_is_one() {
        let typed = |text: &str| typed(text);
        assert_eq!(typed("1.807.024.108,48"), Some((1_807_024_108.48, "[$-421]#,##0.00".to_owned())));
        assert_eq!(typed("-12,5"), Some((-12.5, "[$-421]#,##0.0".to_owned())));
        assert_eq!(typed("+2,83"), Some((2.83, "[$-421]+#,##0.00".to_owned())));
        assert_eq!(typed("0"), Some((0.0, "[$-421]#,##0".to_owned())));
        for other in [
            "",
            "-",
            "n/a",
            "1234",
            "01",
            "1.23",
            "1.2345",
            "5,",
            ",5",
            "1,2,3",
            "1.234.567.890.123.456",
            "+0,00",
            "12 %",
            "2021-1",
        ] {
            assert_eq!(typed(other), None, "{other}");
        }
    }

    #[test]
    fn letters_are_counted_as_shown() {
        let letters = |text: &str, format| letters(format, text.parse().unwrap());
        for (text, format, shown) in [
            ("0", CellFormat::Decimals(2), "0,00"),
            ("999", CellFormat::AsIs, "999"),
            ("1000", CellFormat::AsIs, "1.000"),
            ("-1234567.5", CellFormat::AsIs, "-1.234.567,5"),
            ("0.125", CellFormat::AtLeast(2), "0,125"),
            ("2021", CellFormat::Plain, "2021"),
            ("123456789012.4", CellFormat::Decimals(0), "123.456.789.012"),
        ] {
            assert_eq!(letters(text, format), shown.chars().count(), "{text} as {shown}");
        }
    }

    #[test]
    fn numbers_stand_off_the_rule() {
        let of = |code: &str| off_the_rule(code);
        assert_eq!(of("[$-421]#,##0.00"), "[$-421]#,##0.00_w;[$-421]-#,##0.00_w;[$-421]#,##0.00_w;@_w");
        assert_eq!(of("0"), "0_w;-0_w;0_w;@_w");
        assert_eq!(of("dd/mm/yyyy"), "dd/mm/yyyy_w");
        assert_eq!(of("\"a; b \"0;-0;0;@\" c\""), "\"a; b \"0_w;-0_w;0_w;@\" c\"_w");
        assert_eq!((of("General").as_str(), of("@").as_str()), ("General", "@_w"));
    }

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn doubles_and_formats() {
        assert_eq!(double(decimal("21.78217821782178217821782178")), 21.782178217821782);
        assert_eq!(double(decimal("589448674478")), 589448674478.0);
        assert_eq!(code(CellFormat::Decimals(2), decimal("1")), "[$-421]#,##0.00");
        assert_eq!(code(CellFormat::AsIs, decimal("1.50")), "[$-421]#,##0.0");
        assert_eq!(code(CellFormat::AsIs, decimal("12")), "[$-421]#,##0");
        assert_eq!(code(CellFormat::Plain, decimal("2021")), "0");
        assert_eq!(shows_negative_zero(decimal("-0.004"), CellFormat::Decimals(2)), Some(2));
        assert_eq!(shows_negative_zero(decimal("-0.005"), CellFormat::Decimals(2)), None);
    }

    #[test]
    fn words_around_a_number_are_part_of_its_format() {
        let plain = code(CellFormat::Decimals(2), decimal("1"));
        assert_eq!(code_between("", plain.clone(), "").unwrap(), plain);
        let around = code_between("(tanpa batas ", plain.clone(), ")").unwrap();
        let sections = [
            "[$-421]\"(tanpa batas \"#,##0.00\")\"",
            "[$-421]\"(tanpa batas -\"#,##0.00\")\"",
            "[$-421]\"(tanpa batas \"#,##0.00\")\"",
            "\"(tanpa batas \"@\")\"",
        ];
        assert_eq!(around, sections.join(";"));
        let there = code_where_there("(tanpa batas ", plain.clone(), ")").unwrap();
        assert_eq!(there, [&sections[..3], &["@"]].concat().join(";"));
        assert_eq!(code_between("\"", plain, ""), None);
    }

    #[test]
    fn texts_that_a_reader_would_take_for_something_else() {
        for typed in ["1.234", "5", "1e5", "inf", "NaN", "TRUE", "#N/A", "-3"] {
            assert!(looks_typed(typed), "{typed}");
        }
        for text in ["BB", "1.234,5", "", "n/a", "tidak dapat dihitung"] {
            assert!(!looks_typed(text), "{text}");
        }
    }
}
