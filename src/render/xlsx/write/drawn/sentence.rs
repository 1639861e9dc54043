//! A sentence of words and figures as a formula that joins them: no figure in it is left behind when another cell is changed.
//! What FIXED puts between thousands and before decimals is the reader's own: here it is a point and a comma for all.

use super::paint::Painter;
use crate::document::{Calculated, CellFormat, Inline, NA, Text};
use crate::render::xlsx::number;
use crate::vocabulary::{round_half_away, tampil};
use rust_decimal::Decimal;

/// The longest text that Excel takes within a formula, in UTF-16 units.
const LONGEST_QUOTED: usize = 250;
/// The longest formula that is written.
const LONGEST_FORMULA: usize = 8_000;
/// A target, or a number as it is, is said with at most so many decimals more than its least.
const MORE_PLACES: u32 = 3;

/// See the module.
pub(super) struct Sentence<'t> {
    /// Without `=`.
    pub formula: String,
    pub shown: String,
    /// The name of its first figure.
    pub of: &'t str,
}

impl Painter<'_> {
    /// The text as a sentence; none where it holds no live figure, or one that is left out at times, or is too long.
    pub(super) fn sentence<'t>(&self, text: &'t Text) -> Option<Sentence<'t>> {
        let (mut parts, mut words, mut shown, mut of) = (Vec::new(), String::new(), String::new(), None);
        for inline in text {
            let name = match inline {
                Inline::Figure { unless: Some(_), .. } => return None,
                Inline::Figure { name, .. } if self.is_live(Some(name)) => Some(name.as_str()),
                _ => None,
            };
            let figure = name.and_then(|name| Some((name, self.document.figures.get(name)?)));
            let Some((name, figure)) = figure else {
                words.push_str(inline.text());
                continue;
            };
            let clean = number::clean(&std::mem::take(&mut words)).into_owned();
            shown.push_str(&clean);
            parts.extend(quoted(&clean));
            let (formula, now) = match &figure.value {
                Calculated::Number(value) => said(name, figure.format, *value),
                Calculated::Text(now) => (said(name, figure.format, Decimal::ZERO).0, now.clone()),
            };
            parts.push(formula);
            shown.push_str(&number::clean(&now));
            of = of.or(Some(name));
        }
        let clean = number::clean(&words).into_owned();
        shown.push_str(&clean);
        parts.extend(quoted(&clean));
        let formula = parts.join("&");
        let fits = formula.encode_utf16().count() <= LONGEST_FORMULA && !number::looks_typed(&shown);
        of.filter(|_| fits).map(|of| Sentence { formula, shown, of })
    }
}

/// Words as texts of a formula.
fn quoted(words: &str) -> Vec<String> {
    let mut parts = Vec::new();
    for (index, line) in words.split('\n').enumerate() {
        parts.extend((index > 0).then(|| "CHAR(10)".to_owned()));
        let mut part = String::new();
        let mut units = 0;
        for c in line.chars() {
            let own = if c == '"' { 2 } else { c.len_utf16() };
            if units + own > LONGEST_QUOTED {
                parts.push(format!("\"{}\"", std::mem::take(&mut part)));
                units = 0;
            }
            units += own;
            part.extend((c == '"').then_some('"'));
            part.push(c);
        }
        parts.extend((!part.is_empty()).then(|| format!("\"{part}\"")));
    }
    parts
}

/// A figure as pages show it, and what it comes to now.
fn said(name: &str, format: CellFormat, value: Decimal) -> (String, String) {
    let (least, most) = match format {
        CellFormat::Plain => return (name.to_owned(), value.normalize().to_string()),
        CellFormat::Decimals(decimals) => (u32::from(decimals), u32::from(decimals)),
        CellFormat::AtLeast(least) => (u32::from(least), number::places(value).max(u32::from(least) + MORE_PLACES)),
        CellFormat::AsIs => (0, number::places(value).max(MORE_PLACES)),
    };
    let (least, most) = (least.min(number::MOST_PLACES), most.min(number::MOST_PLACES));
    let formula = (least..most).rev().fold(fixed(name, most), |further, places| {
        format!("IF(ROUND({name},{places})={name},{},{further})", fixed(name, places))
    });
    // A target that was emptied, or typed as a text, is none; what else is no number says so itself.
    let otherwise = if matches!(format, CellFormat::AtLeast(_)) { format!("\"{NA}\"") } else { name.to_owned() };
    let places = (least..most).find(|places| round_half_away(value, *places) == value).unwrap_or(most);
    (format!("IF(ISNUMBER({name}),{formula},{otherwise})"), tampil(value, places))
}

/// A number with so many decimals.
fn fixed(name: &str, places: u32) -> String {
    let sign = format!("IF(ROUND({name},{places})<0,\"-\",\"\")");
    let all = format!("FIXED(ABS({name}),{places})");
    match places {
        0 => format!("{sign}&SUBSTITUTE({all},\",\",\".\")"),
        places => {
            let whole = format!("LEFT({all},LEN({all})-{})", places + 1);
            format!("{sign}&SUBSTITUTE({whole},\",\",\".\")&\",\"&RIGHT({all},{places})")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_said_with_a_point_between_thousands_whatever_the_reader_uses() {
        let of = |format, value: &str| said("x", format, value.parse().unwrap());
        let (formula, now) = of(CellFormat::Decimals(2), "-1234.565");
        assert_eq!(now, "-1.234,57");
        let fixed = "FIXED(ABS(x),2)";
        let whole = format!("SUBSTITUTE(LEFT({fixed},LEN({fixed})-3),\",\",\".\")");
        assert_eq!(formula, format!("IF(ISNUMBER(x),IF(ROUND(x,2)<0,\"-\",\"\")&{whole}&\",\"&RIGHT({fixed},2),x)"));
        assert_eq!(of(CellFormat::AtLeast(0), "2.5").1, "2,5");
        assert_eq!(of(CellFormat::AtLeast(2), "100").1, "100,00");
        assert!(of(CellFormat::AtLeast(2), "100").0.ends_with(",\"n/a\")"));
        assert_eq!(of(CellFormat::AsIs, "1000").1, "1.000");
        assert_eq!(of(CellFormat::Plain, "2021"), ("x".to_owned(), "2021".to_owned()));
    }

    #[test]
    fn words_of_any_length_are_texts_that_excel_takes() {
        assert_eq!(quoted("Naik \"x\"\ndari "), ["\"Naik \"\"x\"\"\"", "CHAR(10)", "\"dari \""]);
        let long = quoted(&"kata\" ".repeat(200));
        assert!(long.len() > 4 && long.iter().all(|part| part.len() <= LONGEST_QUOTED + 2));
        assert!(quoted("").is_empty());
    }
}
