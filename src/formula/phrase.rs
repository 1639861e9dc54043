//! What an operand is called where nobody has printed words for it.

use super::{Expr, Formula, MeasureDef, Node, Operand, YearRef, print, rows, words_id as words};
use crate::vocabulary::{Year, in_words};
use std::collections::BTreeMap;

/// What names operands are called by.
#[derive(Clone, Copy, Debug)]
pub struct Nouns<'a> {
    pub measures: &'a BTreeMap<String, MeasureDef>,
    /// What one row of each source is: `koperasi`.
    pub butir: &'a BTreeMap<String, String>,
}

/// An operand in words: `Jumlah volume usaha koperasi tahun (n-1)` by the
/// measure's `sebutan`; an aggregate by its fields and what its rows are:
/// `jumlah koperasi aktif tahun n`.
pub fn phrase(operand: Operand, nouns: Nouns<'_>) -> String {
    match operand {
        Operand::Ukuran { nama, tahun } => {
            let sebutan = nouns.measures.get(nama).map_or_else(|| in_words(nama), |measure| measure.sebutan.clone());
            format!("{sebutan} {}", words::year(tahun))
        }
        Operand::Agregat(_, of) => {
            let rows = nouns.butir.get(&of.sumber).map_or(words::ROWS, String::as_str);
            let what = match &of.isian {
                Some((isian, year)) if year.is_own() => in_words(isian),
                Some((isian, year)) => format!("{} {}", in_words(isian), words::year(*year)),
                None => rows.to_owned(),
            };
            // A sum's rows are said where the condition speaks of them.
            let of_rows = if of.isian.is_some() && of.condition.is_some() { format!(" {rows}") } else { String::new() };
            let condition = of.condition.as_deref().map(restriction).unwrap_or_default();
            // A condition that compares years says them itself.
            let compares = of.condition.as_deref().is_some_and(|node| rows::fields(node).iter().any(|(_, year)| !year.is_own()));
            let year = if compares { String::new() } else { format!(" {}", words::year(YearRef::Back(0))) };
            format!("{} {what}{of_rows}{condition}{year}", words::aggregate(of.function))
        }
    }
}

/// ` aktif` for a lone mark, ` yang …` for all else.
fn restriction(node: &Node) -> String {
    match &node.expr {
        Expr::Name { .. } => format!(" {}", condition_words(node)),
        _ => format!(" {} {}", words::WHERE, condition_words(node)),
    }
}

/// A WHERE condition in words: `omset tahun n > omset tahun (n-1)`.
pub fn condition_words(node: &Node) -> String {
    words_of(node, words::year)
}

/// The same for a certain year: `omset 2021 > omset 2020`.
pub fn condition_words_in(node: &Node, tahun: Year) -> String {
    words_of(node, |year| year.at(tahun).to_string())
}

fn words_of(node: &Node, year: impl Fn(YearRef) -> String) -> String {
    // Years are said where more than one is looked at.
    let several = rows::fields(node).iter().any(|(_, year)| !year.is_own());
    let formula = Formula { text: String::new(), root: node.clone() };
    let mut name = |operand: Operand| match operand {
        Operand::Ukuran { nama, tahun } if several => format!("{} {}", in_words(nama), year(tahun)),
        Operand::Ukuran { nama, .. } => in_words(nama),
        // `check` refuses an aggregate in a condition.
        Operand::Agregat(..) => words::ROWS.to_owned(),
    };
    print(&formula, &mut name).linear()
}

/// `tahun n`, `tahun (n-1)`, `tahun 2019`.
pub fn year_words(year: YearRef) -> String {
    words::year(year)
}
