//! Texts that a formula's WHERE compares a column with: one that no cell holds,
//! or that cells nearly hold (`Usaha Mikro` for `mikro`), selects fewer rows than
//! its writer thinks.

use super::lone::lone_row;
use super::nearly::{Near, is_no_size, is_numbered, is_over, nearly};
use super::quarters::{are_shares, same_share, without_share};
use super::{Plan, shown_years};
use crate::dataset::key::told_apart_by;
use crate::dataset::{Dataset, Isi, Jenis, Table};
use crate::diagnostic::{SyaratSebab, SyaratTidakBertemu, Temuan};
use crate::formula::{Aggregate, AggregateFunction, CompareOp, Expr, Formula, MeasureFigure, Node, Origin, YearRef, clean_text};
use crate::profile::Profile;
use crate::text::label::words;
use crate::text::phrase::is_enumerator;
use crate::text::status::{is_half_active, is_idle};
use crate::vocabulary::{At, Year, mask_person};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How many values of a column a finding shows.
const SHOWN: usize = 12;

/// Fields whose values may be written in several ways; of more values than this nobody writes a list.
const PLACES_AND_KINDS: [&str; 8] = ["kecamatan", "kelurahan", "desa", "wilayah", "kabupaten", "jenis", "kelompok", "sektor"];
const MOST_VALUES: usize = 300;

/// Who was not judged yet has no such value: a blank is no slip.
const MAY_BE_BLANK: [&str; 1] = ["tingkat_kesehatan"];

/// How blank cells are named among a column's values.
const BLANK: &str = "(kosong)";

/// One finding for each text and column, at the column.
pub fn unmet(profile: &Profile, plan: &Plan, dataset: &Dataset, ukuran: &[Arc<MeasureFigure>]) -> Vec<Temuan> {
    let mut told: BTreeSet<(String, Year, String, String)> = BTreeSet::new();
    let mut temuan = Vec::new();
    let asked = asked(plan);
    let mut look = |nama: &str, formula: &Formula, tahun: Year| {
        for aggregate in aggregates(formula) {
            if aggregate.function == AggregateFunction::CountDistinct
                && let Some((isian, year)) = &aggregate.isian
                && let Some(table) = dataset.table(&aggregate.sumber, year.at(tahun))
            {
                for (fakta, at) in alike(table, isian, nama) {
                    if told.insert((aggregate.sumber.clone(), year.at(tahun), isian.clone(), folded(&fakta.teks))) {
                        temuan.push(Temuan::new(at, fakta));
                    }
                }
            }
            let Some(condition) = &aggregate.condition else { continue };
            for (isian, year) in named(condition) {
                let Some(table) = dataset.table(&aggregate.sumber, year.at(tahun)) else { continue };
                if let Some((fakta, at)) = unmarked(table, isian, nama)
                    && told.insert((aggregate.sumber.clone(), year.at(tahun), isian.to_owned(), String::new()))
                {
                    temuan.push(Temuan::new(at, fakta));
                }
            }
            for ((isian, year_ref), texts) in compared(condition) {
                let year = year_ref.at(tahun);
                let Some(table) = dataset.table(&aggregate.sumber, year) else { continue };
                let is_excluding = excluded(condition).contains(&(isian, year_ref));
                // What the rows are told apart by: a key, or what each of them is.
                let is_key = profile.sumber.get(&aggregate.sumber).is_some_and(|sumber| {
                    sumber.kunci.iter().any(|key| key.text == isian)
                        || sumber.kunci.is_empty() && sumber.butir.as_deref() == Some(isian)
                });
                let lines = asked.get(&(aggregate.sumber.as_str(), isian)).filter(|_| is_key);
                let judged = judge(table, isian, (&texts, is_excluding), lines, nama);
                for (fakta, at) in judged.into_iter().chain(unreported(table, isian, &texts, nama)) {
                    let key = (aggregate.sumber.clone(), year, isian.to_owned(), folded(&fakta.teks));
                    if told.insert(key) {
                        temuan.push(Temuan::new(at, fakta));
                    }
                }
            }
        }
    };
    for figure in ukuran.iter().filter(|figure| figure.origin == Origin::Data) {
        let Some(definition) = plan.measures.get(&figure.ukuran) else { continue };
        if let Some(formula) = &definition.rumus {
            look(&figure.ukuran, formula, figure.tahun);
        }
    }
    for year in shown_years(profile, plan.tahun) {
        plan.indikator.iter().for_each(|(id, formula)| look(id, formula, year));
    }
    temuan
}

fn aggregates(formula: &Formula) -> Vec<&Aggregate> {
    let mut found = Vec::new();
    formula.root.walk(&mut |node| {
        if let Expr::Aggregate(aggregate) = &node.expr {
            found.push(aggregate);
        }
    });
    found
}

/// The texts that any formula compares a source's field with, folded.
fn asked(plan: &Plan) -> BTreeMap<(&str, &str), BTreeSet<String>> {
    let mut found: BTreeMap<(&str, &str), BTreeSet<String>> = BTreeMap::new();
    let of_measures = plan.measures.values().filter_map(|definition| definition.rumus.as_ref());
    for aggregate in of_measures.chain(plan.indikator.iter().map(|(_, formula)| formula)).flat_map(aggregates) {
        for ((isian, _), texts) in aggregate.condition.as_deref().map(compared).unwrap_or_default() {
            found.entry((&aggregate.sumber, isian)).or_default().extend(texts.into_iter().map(folded));
        }
    }
    found
}

/// The texts that each field is compared with by `=`, `<>` or `IN`.
fn compared(condition: &Node) -> BTreeMap<(&str, YearRef), Vec<&str>> {
    let mut found: BTreeMap<(&str, YearRef), Vec<&str>> = BTreeMap::new();
    condition.walk(&mut |node| match &node.expr {
        Expr::Compare { op, left, right } if op.is_equality() => {
            for (field, text) in [(left, right), (right, left)] {
                if let (Expr::Name { name, year, .. }, Expr::Text(text)) = (&field.expr, &text.expr) {
                    found.entry((name, *year)).or_default().push(text);
                }
            }
        }
        Expr::In { value, list, .. } => {
            if let Expr::Name { name, year, .. } = &value.expr {
                let texts = list.iter().filter_map(|item| match &item.expr {
                    Expr::Text(text) => Some(text.as_str()),
                    _ => None,
                });
                found.entry((name, *year)).or_default().extend(texts);
            }
        }
        _ => {}
    });
    found
}

/// The fields that a condition asks.
fn named(condition: &Node) -> BTreeSet<(&str, YearRef)> {
    let mut found = BTreeSet::new();
    condition.walk(&mut |node| {
        if let Expr::Name { name, year, .. } = &node.expr {
            found.insert((name.as_str(), *year));
        }
    });
    found
}

/// A column of marks or dates that a condition asks and that says nothing in any row: nobody is `aktif`, by an empty column.
fn unmarked(table: &Table, isian: &str, nama: &str) -> Option<(SyaratTidakBertemu, At)> {
    let index = table.column(isian).filter(|index| matches!(table.columns[*index].jenis, Jenis::Tanda | Jenis::Tanggal))?;
    if table.rows.is_empty() || !table.values(index).all(|isi| isi.is_empty()) {
        return None;
    }
    let fakta = SyaratTidakBertemu {
        isian: isian.to_owned(),
        teks: isian.to_owned(),
        sama: 0,
        nilai: Vec::new(),
        lain: table.rows.len(),
        ukuran: nama.into(),
        sel: None,
        sebab: SyaratSebab::Kosong,
    };
    Some((fakta, place(table, index)?))
}

/// The fields of which a condition takes out who equals a text: by `<>`, or by `=` and `IN` under NOT.
fn excluded(condition: &Node) -> BTreeSet<(&str, YearRef)> {
    fn seek<'n>(node: &'n Node, is_denied: bool, found: &mut BTreeSet<(&'n str, YearRef)>) {
        match &node.expr {
            Expr::Not(inner) => seek(inner, !is_denied, found),
            Expr::Compare { op, left, right } if op.is_equality() => {
                let is_out = (*op == CompareOp::NotEqual) != is_denied;
                for side in [left, right].into_iter().filter(|_| is_out) {
                    if let Expr::Name { name, year, .. } = &side.expr {
                        found.insert((name, *year));
                    }
                }
            }
            Expr::In { value, negated, .. } if *negated != is_denied => {
                if let Expr::Name { name, year, .. } = &value.expr {
                    found.insert((name, *year));
                }
            }
            Expr::And(parts) | Expr::Or(parts) => parts.iter().for_each(|part| seek(part, is_denied, found)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    seek(condition, false, &mut found);
    found
}

fn is_group(isian: &str) -> bool {
    PLACES_AND_KINDS.iter().any(|word| isian.contains(word))
}

/// Places and kinds that are counted as different though most likely the same: `Purworejo`, `Kec. Purworejo`.
fn alike(table: &Table, isian: &str, nama: &str) -> Vec<(SyaratTidakBertemu, At)> {
    let Some(index) = table.column(isian).filter(|_| is_group(isian)) else { return Vec::new() };
    let mut known: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for (text, count) in table.texts(index) {
        // Those that are counted as one are one.
        known.entry(told_apart_by(text)).or_insert_with(|| (clean_text(text), 0)).1 += count;
    }
    let values: BTreeMap<String, (String, usize)> =
        known.into_values().map(|(text, count)| (folded(&text), (text, count))).collect();
    if values.len() > MOST_VALUES {
        return Vec::new();
    }
    let mut left: Vec<(&String, &(String, usize))> = values.iter().collect();
    // The commonest writing first: others are held against it.
    left.sort_by(|a, b| (std::cmp::Reverse(a.1.1), a.0).cmp(&(std::cmp::Reverse(b.1.1), b.0)));
    let mut found = Vec::new();
    while !left.is_empty() {
        let (own, (teks, sama)) = left.remove(0);
        let (near, others): (Vec<_>, Vec<_>) = left.into_iter().partition(|(value, _)| nearly(own, value, isian) == Near::Same);
        left = others;
        if let Some(at) = place(table, index).filter(|_| !near.is_empty()) {
            let nilai = near.iter().take(SHOWN).map(|(_, (text, count))| (text.clone(), *count)).collect();
            let lain = near.len().saturating_sub(SHOWN);
            let (isian, ukuran) = (isian.to_owned(), nama.into());
            let (teks, sama) = (teks.clone(), *sama);
            found.push((
                SyaratTidakBertemu { isian, teks, sama, nilai, lain, sel: None, ukuran, sebab: SyaratSebab::Dibedakan },
                at,
            ));
        }
    }
    found
}

/// What a column says to the texts that it is compared with.
/// `is_excluding`: who equals the text is left out, and all others are taken. `lines`: the field is of a key, whose values are
/// lines of their own; all texts that formulas ask for.
fn judge(
    table: &Table,
    isian: &str,
    (texts, is_excluding): (&[&str], bool),
    lines: Option<&BTreeSet<String>>,
    nama: &str,
) -> Vec<(SyaratTidakBertemu, At)> {
    let Some(index) = table.column(isian) else { return Vec::new() };
    let column = &table.columns[index];
    if column.jenis != Jenis::Teks || table.rows.is_empty() {
        return Vec::new();
    }
    // Each value as it first stands, with its count, by what is compared.
    let mut values: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for (text, count) in table.texts(index) {
        values.entry(folded(text)).or_insert_with(|| (clean_text(text), 0)).1 += count;
    }
    let blank = table.values(index).filter(|isi| isi.is_empty() && !MAY_BE_BLANK.contains(&isian)).count();
    let wanted: BTreeSet<String> = texts.iter().map(|text| folded(text)).collect();
    let mut found = Vec::new();
    for text in texts {
        let sama = values.get(&folded(text)).map_or(0, |(_, count)| *count);
        let others = || values.iter().filter(|(value, _)| !wanted.contains(*value));
        // Where none but this one is numbered, the number tells nothing apart: `Gadingrejo2`.
        let numbered = |value: &str| is_group(isian) && is_numbered(&folded(text), value);
        let is_lone = others().filter(|(value, _)| numbered(value)).count() == 1;
        // `Jumlah Koperasi Aktif` beside `Jumlah Koperasi`, as often as it or asked for by another formula.
        let is_line = |value: &str, count: usize| {
            let says_more = words(value).len() != words(text).len();
            says_more && lines.is_some_and(|asked| sama > 0 && (count == sama || asked.contains(value)))
        };
        let near: Vec<&(String, usize)> = others()
            .filter(|(value, (_, count))| !is_line(value, *count))
            .filter(|(value, _)| {
                let is_near = || nearly(&folded(text), value, isian) == Near::Same && !differ_by_number(&folded(text), value);
                let is_ended_too = || is_excluding && is_over(&folded(text)) && is_over(value);
                is_no_size(isian, value)
                    || is_another_class(text, value)
                    || is_near()
                    || is_ended_too()
                    || same_share(&folded(text), value)
                    || is_lone && numbered(value)
            })
            .map(|(_, shown)| shown)
            .collect();
        // A blank cell meets no text: the row is left out, or, with `<>`, too.
        if sama > 0 && near.is_empty() && blank == 0 {
            continue;
        }
        let mut shown: Vec<(String, usize)> =
            if near.is_empty() && sama == 0 { values.values().cloned().collect() } else { near.into_iter().cloned().collect() };
        shown.extend((sama > 0 && blank > 0).then(|| (BLANK.to_owned(), blank)));
        shown.sort_by(|a, b| (std::cmp::Reverse(a.1), &a.0).cmp(&(std::cmp::Reverse(b.1), &b.0)));
        let lain = if sama > 0 { shown.len().saturating_sub(SHOWN) } else { values.len() - shown.len().min(SHOWN) };
        shown.truncate(SHOWN);
        let lone = lone_row(table, index, &shown).filter(|_| sama > 0);
        let nilai = shown.into_iter().map(|(text, count)| (mask_person(&text), count)).collect();
        let (isian, teks, ukuran) = (isian.to_owned(), (*text).to_owned(), nama.into());
        let sel = lone.and_then(|row| table.cell(row, index));
        let fakta = SyaratTidakBertemu { isian, teks, sama, nilai, lain, sel, ukuran, sebab: SyaratSebab::Tulisan };
        let at = lone.map(|row| table.at_column(row, index)).or_else(|| place(table, index));
        found.extend(at.map(|at| (fakta, at)));
    }
    found
}

/// Those of whom the column has rows of earlier parts of the year, and none of the last one, which alone is asked for.
fn unreported(table: &Table, isian: &str, texts: &[&str], nama: &str) -> Option<(SyaratTidakBertemu, At)> {
    let ([teks], Some(index)) = (texts, table.column(isian)) else { return None };
    if !are_shares(&table.texts(index)) {
        return None;
    }
    let rows = table.rows.iter().filter_map(|row| match table.isi(row, index) {
        Isi::Teks(text) => Some((&*row.nama, text)),
        _ => None,
    });
    let rows: Vec<(&str, Arc<str>)> = rows.collect();
    let sama = rows.iter().filter(|(_, text)| folded(text) == folded(teks)).count();
    let lacking = without_share(teks, &rows);
    let at = place(table, index).filter(|_| !lacking.is_empty())?;
    let lain = lacking.len().saturating_sub(SHOWN);
    let nilai = lacking.into_iter().take(SHOWN).map(|(nama, count)| (mask_person(nama), count)).collect();
    let (isian, teks, ukuran) = (isian.to_owned(), (*teks).to_owned(), nama.into());
    Some((SyaratTidakBertemu { isian, teks, sama, nilai, lain, sel: None, ukuran, sebab: SyaratSebab::TanpaBaris }, at))
}

/// A class of its own in a column of a status, of which nobody can say whether the condition should meet it: `Kurang Aktif`
/// beside `Aktif`, `Pasif` or `Dibekukan` beside `Tidak Aktif`.
fn is_another_class(text: &str, value: &str) -> bool {
    let is_active = words(text).iter().map(String::as_str).filter(|word| *word != "koperasi").eq(["aktif"]);
    is_active && is_half_active(value) || is_idle(text) && (is_idle(value) || is_half_active(value))
}

/// `TW IV` and `TW II`: the same words, and another number or enumerator, is what a condition tells apart.
fn differ_by_number(one: &str, other: &str) -> bool {
    let (ones, others) = (words(one), words(other));
    let is_number = |word: &String| is_enumerator(word) || word.bytes().all(|byte| byte.is_ascii_digit());
    let pairs = || ones.iter().zip(&others).filter(|(a, b)| a != b);
    ones.len() == others.len() && pairs().next().is_some() && pairs().all(|(a, b)| is_number(a) && is_number(b))
}

fn folded(text: &str) -> String {
    clean_text(text).to_lowercase()
}

fn place(table: &Table, column: usize) -> Option<At> {
    let row = table.rows.first()?;
    Some(table.at_column(row, column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::fixture::Office;
    use crate::profile::{Dictionary, JenisIsian};

    /// What a condition that asks for quarter IV is told of rows of kelompok and quarters, each told with the values.
    fn told(rows: &[(&str, &str)]) -> Vec<(SyaratSebab, Vec<String>)> {
        let lines = rows.iter().enumerate().map(|(at, (nama, tw))| format!("{};{nama};{tw};{}\n", at + 1, 20 + at));
        let office = Office::new(Dictionary::None, &["data/{tahun}.csv"], &["kel", "tw"])
            .file("2021.csv", &format!("No;Nama Kelompok;Triwulan;Anggota\n{}", lines.collect::<String>()))
            .kolom("kel", "Nama Kelompok", Some(JenisIsian::Teks))
            .kolom("tw", "Triwulan", Some(JenisIsian::Teks))
            .kolom("ang", "Anggota", Some(JenisIsian::Angka))
            .source(|sumber| sumber.butir = Some("kel".to_owned()))
            .needs(2021, &["kel", "tw", "ang"]);
        let read = office.read();
        let table = read.value.table("s", Year(2021)).unwrap();
        let said = judge(table, "tw", (&["IV"], false), None, "a").into_iter().chain(unreported(table, "tw", &["IV"], "a"));
        said.map(|(fakta, _)| (fakta.sebab, fakta.nilai.into_iter().map(|(text, _)| text).collect())).collect()
    }

    #[test]
    fn classes_between_active_and_idle() {
        for (text, value) in [
            ("Aktif", "kurang aktif"),
            ("Koperasi Aktif", "tidak/kurang aktif"),
            ("Tidak Aktif", "pasif"),
            ("Tidak Aktif", "dibekukan"),
            ("Pasif", "tidak aktif"),
        ] {
            assert!(is_another_class(text, value), "{text} {value}");
        }
        for (text, value) in [("Aktif", "tidak aktif"), ("Aktif", "beku"), ("Sehat", "kurang sehat"), ("Tidak Aktif", "aktif")] {
            assert!(!is_another_class(text, value), "{text} {value}");
        }
    }

    #[test]
    fn a_quarter_that_is_asked_for_alone() {
        let names = ["Mawar", "Melati", "Dahlia", "Anggrek"];
        let all: Vec<(&str, &str)> = names.iter().flat_map(|name| ["I", "II", "III", "IV"].map(|tw| (*name, tw))).collect();
        assert_eq!(told(&all), []);
        let with = |tw: &'static str| {
            let mut rows = all.clone();
            rows[7].1 = tw;
            told(&rows)
        };
        for tw in ["4", "TW 4", "IV."] {
            assert_eq!(with(tw), [(SyaratSebab::Tulisan, vec![tw.to_owned()])], "{tw}");
        }
        let short: Vec<(&str, &str)> = all.iter().copied().filter(|row| *row != ("Melati", "IV")).collect();
        assert_eq!(told(&short), [(SyaratSebab::TanpaBaris, vec!["Melati".to_owned()])]);
    }
}
