//! What an operand is called where nobody has printed words for it.

use super::{Formula, MeasureDef, Node, Operand, YearRef, print, rows, words_id as words};
use std::collections::BTreeMap;

/// An operand in words: `Jumlah volume usaha koperasi tahun (n-1)` by the
/// measure's `sebutan`; an aggregate by its fields: `jumlah omset yang aktif tahun n`.
pub fn phrase(operand: Operand, measures: &BTreeMap<String, MeasureDef>) -> String {
    match operand {
        Operand::Ukuran { nama, tahun } => {
            let sebutan = measures.get(nama).map_or_else(|| spaced(nama), |measure| measure.sebutan.clone());
            format!("{sebutan} {}", words::year(tahun))
        }
        Operand::Agregat(_, of) => {
            let what = match &of.isian {
                Some((isian, year)) if year.is_own() => spaced(isian),
                Some((isian, year)) => format!("{} {}", spaced(isian), words::year(*year)),
                None => spaced(&of.sumber),
            };
            let condition =
                of.condition.as_deref().map(|node| format!(" {} {}", words::WHERE, condition_words(node))).unwrap_or_default();
            format!("{} {what}{condition} {}", words::aggregate(of.function), words::year(YearRef::Back(0)))
        }
    }
}

/// A WHERE condition in words: `omset tahun n > omset tahun (n-1)`.
pub fn condition_words(node: &Node) -> String {
    // Years are said where more than one is looked at.
    let several = rows::fields(node).iter().any(|(_, year)| !year.is_own());
    let formula = Formula { text: String::new(), root: node.clone() };
    let mut name = |operand: Operand| match operand {
        Operand::Ukuran { nama, tahun } if several => format!("{} {}", spaced(nama), words::year(tahun)),
        Operand::Ukuran { nama, .. } => spaced(nama),
        // `check` refuses an aggregate in a condition.
        Operand::Agregat(_, of) => spaced(&of.sumber),
    };
    print(&formula, &mut name).linear()
}

/// `tahun n`, `tahun (n-1)`, `tahun 2019`.
pub fn year_words(year: YearRef) -> String {
    words::year(year)
}

/// A field's or measure's name as words.
pub(super) fn spaced(name: &str) -> String {
    name.replace('_', " ")
}
