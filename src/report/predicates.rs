//! Predicates on the sheet Perhitungan: a text that may be changed with the score it counts for, and the predikat of a
//! capaian by its cut points.

use super::calculation::{Line, Lines, PREDIKAT_NAME};
use super::sheet::{Calculated, CellFormat, DataCell, RowStyle};
use super::words_id as words;
use crate::formula::MeasureFigure;
use crate::indicator::{Capaian, CapaianHasil};
use crate::profile::{Predikat, Ukuran};
use crate::vocabulary::round_half_away;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Excel has room for 64 levels of IF, for 8192 letters, 255 of them in quotes.
const MOST_LEVELS: usize = 60;
const LONGEST_FORMULA: usize = 8_000;
const LONGEST_QUOTED: usize = 250;
/// To how many decimals a capaian is held against the cut points: a double of 90 may be 90.00000000000001.
const CUT_DECIMALS: u32 = 9;

/// A predicate, which may be changed, and the score that it counts for.
pub(super) fn scored_lines(
    rows: &mut Lines,
    ukuran: &Ukuran,
    figure: &MeasureFigure,
    (predikat, decimals): (&str, u32),
    name: String,
) {
    let text_name = format!("{name}_{PREDIKAT_NAME}");
    let found = figure.outcome.number().unwrap_or_default();
    let format = CellFormat::Decimals(decimals as u8);
    let score = score_formula(&text_name, &ukuran.skor);
    let mut line = |name: String, label: String, value: DataCell, sumber: String, satuan: &str| {
        let tahun = Some(figure.tahun);
        let (satuan, rumus) = (satuan.to_owned(), String::new());
        rows.line(name, RowStyle::Plain, Line { code: &figure.ukuran, label, tahun, value, satuan, rumus, sumber, sebab: None });
    };
    let text = match &score {
        Some(_) => DataCell::Choice { text: predikat.to_owned(), of: ukuran.skor.keys().cloned().collect() },
        None => DataCell::Text(predikat.to_owned()),
    };
    line(text_name, format!("{}: {}", words::PREDIKAT, ukuran.sebutan), text, words::fixed(ukuran.asal.as_deref()), "");
    let value = match score {
        Some(formula) => DataCell::Formula { formula, result: Calculated::Number(found), format },
        None => DataCell::Number { value: found, format },
    };
    let satuan = ukuran.satuan.clone().unwrap_or_default();
    line(name, ukuran.sebutan.clone(), value, words::scale(&ukuran.sebutan, &ukuran.skor), &satuan);
}

/// The score of a predicate; none where Excel has no room for it, or takes two of them for one.
fn score_formula(predikat: &str, skor: &BTreeMap<String, Decimal>) -> Option<String> {
    let folded: BTreeSet<String> = skor.keys().map(|text| text.to_lowercase()).collect();
    if folded.len() < skor.len() || skor.len() > MOST_LEVELS || skor.keys().any(|text| text.chars().count() > LONGEST_QUOTED) {
        return None;
    }
    let none = format!("OR({predikat}=\"\",{predikat}=\"{}\")", words::NA);
    let mut formula = format!("IF({none},\"{}\",\"{}\")", words::NA, words::TIDAK_DAPAT_DIHITUNG);
    for (text, nilai) in skor.iter().rev() {
        formula = format!("IF({predikat}={},{},{formula})", quoted(text), nilai.normalize());
    }
    (formula.len() <= LONGEST_FORMULA).then_some(formula)
}

/// The predicate of a measure as it is shown: none where it was emptied.
pub(super) fn shown_predicate(measure: &str) -> String {
    let text = format!("{measure}_{PREDIKAT_NAME}");
    format!("IF({text}=\"\",\"{}\",{text})", words::NA)
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// The predikat by its cut points, live but where doubles would give another.
pub(super) fn predikat_cell(cuts: &[Predikat], counted: &str, capaian: &Capaian) -> DataCell {
    let shown = capaian.predikat.clone().unwrap_or_else(|| words::NA.to_owned());
    let mut formula = String::new();
    let mut open = 0;
    let mut last = quoted(words::NA);
    for predikat in cuts {
        let Some(cut) = predikat.above else {
            last = quoted(&predikat.label);
            break;
        };
        formula.push_str(&format!("IF(ROUND({counted},{CUT_DECIMALS})>{},{},", cut.normalize(), quoted(&predikat.label)));
        open += 1;
    }
    let formula = format!("IF(ISNUMBER({counted}),{formula}{last}{},\"{}\")", ")".repeat(open), words::NA);
    let value = match &capaian.hasil {
        CapaianHasil::Ok(value) => Some(capaian.dibatasi.unwrap_or(*value)),
        CapaianHasil::TidakAda(_) => None,
    };
    let recalculated = value.and_then(|value| {
        let value = round_half_away(value, CUT_DECIMALS);
        cuts.iter().find(|predikat| predikat.above.is_none_or(|cut| value > cut)).map(|predikat| predikat.label.clone())
    });
    let agrees = recalculated.unwrap_or_else(|| words::NA.to_owned()) == shown;
    if !agrees
        || open > MOST_LEVELS
        || formula.len() > LONGEST_FORMULA
        || cuts.iter().any(|predikat| predikat.label.chars().count() > LONGEST_QUOTED)
    {
        return DataCell::Text(shown);
    }
    DataCell::Formula { formula, result: Calculated::Text(shown), format: CellFormat::AsIs }
}
