//! Conditional formats of a table: which of them hide a value, or strike it out. LibreOffice writes them below the table's
//! rows (`calcext:conditional-formats`), and in the cells' own styles for other programs (`style:map`).

use super::styles::Styles;
use crate::vocabulary::CellAddress;
use crate::workbook::budget::Budget;
use crate::workbook::failure::Dibaca;
use crate::workbook::formats::xml::{Token, Xml, truncated};
use crate::workbook::sheet::{Merge, Veil};
use std::io::Read;

/// Reads the `<calcext:conditional-formats>` just opened to its close: the cells that its rules hide or strike out.
pub(super) fn read<R: Read>(xml: &mut Xml<R>, styles: &Styles, budget: &mut Budget) -> Dibaca<Vec<(Merge, Veil)>> {
    let outside = xml.depth().saturating_sub(1);
    let (mut cells, mut found) = (Vec::new(), Vec::new());
    loop {
        match xml.next()? {
            Token::Open(tag) => match tag.local {
                b"conditional-format" => {
                    cells = ranges(&tag.text(b"calcext:target-range-address")?.unwrap_or_default());
                }
                b"condition" => {
                    let asked = tag.text(b"calcext:value")?.unwrap_or_default();
                    let style = tag.text(b"calcext:apply-style-name")?;
                    if let Some(veil) = styles.veil(style.as_deref()).filter(|_| !is_of_nothing(&asked)) {
                        for range in &cells {
                            budget.spend(1)?;
                            found.push((*range, veil));
                        }
                    }
                    xml.skip()?;
                }
                _ => xml.skip()?,
            },
            Token::Close(_, depth) if depth <= outside => return Ok(found),
            Token::End => return Err(truncated()),
            _ => {}
        }
    }
}

/// Whether a condition holds for noughts, blanks and errors alone: they hide nothing that counts.
pub(super) fn is_of_nothing(condition: &str) -> bool {
    let asked: String = condition.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
    let asked = asked.trim_start_matches("OF:").trim_start_matches("CELL-CONTENT()");
    let inner = ["FORMULA-IS(", "IS-TRUE-FORMULA("].iter().find_map(|lead| asked.strip_prefix(lead)).unwrap_or(asked);
    matches!(inner, "=0" | "=\"\"" | "IS-ERROR")
        || ["ISERR", "ISNA", "ISBLANK", "FALSE"].iter().any(|name| inner.starts_with(name))
}

/// The ranges that a list of them names: `Data.E2:Data.E17 'Rekap 2021'.G2`.
fn ranges(list: &str) -> Vec<Merge> {
    parts(list, ' ').filter_map(range).collect()
}

/// What stands between separators; within a sheet's name in quotes they are letters.
fn parts(list: &str, separator: char) -> impl Iterator<Item = &str> {
    let mut is_quoted = false;
    list.split(move |c: char| {
        is_quoted ^= c == '\'';
        c == separator && !is_quoted
    })
}

fn range(text: &str) -> Option<Merge> {
    let mut ends = parts(text, ':');
    let first = ends.next()?;
    let last = ends.next().unwrap_or(first);
    let address = |text: &str| CellAddress::parse(&text.rsplit('.').next()?.replace('$', ""));
    let (one, two) = (address(first)?, address(last)?);
    let first = CellAddress::new(one.row.min(two.row), one.column.min(two.column));
    Some(Merge { first, last: CellAddress::new(one.row.max(two.row), one.column.max(two.column)) })
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn ranges_and_conditions() {
        let shown = |list: &str| {
            let cells = |range: Merge| format!("{}:{}", range.first, range.last);
            ranges(list).into_iter().map(cells).collect::<Vec<_>>()
        };
        assert_eq!(shown("Data.E2:Data.E17"), ["E2:E17"]);
        assert_eq!(shown("'Rekap 2021: a.b'.$E$2:'Rekap 2021: a.b'.$F$17 Data.G2"), ["E2:F17", "G2:G2"]);
        assert!(shown("x").is_empty() && shown("").is_empty());
        for nothing in
            ["=0", "= 0", "cell-content()=0", "formula-is(ISERROR([.E2]))", "is-error", "is-true-formula(ISBLANK([.E2]))"]
        {
            assert!(is_of_nothing(nothing), "{nothing}");
        }
        for some in ["<100000000", "formula-is([.E2]<100)", "cell-content()=10", "=05", ""] {
            assert!(!is_of_nothing(some), "{some}");
        }
    }
}
