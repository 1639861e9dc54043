//! Sheets and files of one year that hold the same figures again: a recap beside
//! the sheets it sums, last month's copy under another name.

use crate::dataset::accept::Findings;
use crate::dataset::body::row_keys::{taken_by_value, texts_of};
use crate::dataset::cell::text_of;
use crate::dataset::columns::hidden_total::is_sure_sum;
use crate::dataset::digest::{comes_again, digest};
use crate::dataset::entities::kin::own_words;
use crate::dataset::entities::respelt::{is_nothing_else, respelt};
use crate::dataset::key::{normal, says_something};
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Table};
use crate::diagnostic::{Berulang, DataAtauJumlah, KunciGanda, NamaBerulang, SebabJumlah, Temuan};
use crate::profile::Dictionary;
use crate::threads::in_ranges;
use crate::vocabulary::{At, mask_person};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A part whose figures are the sums of all other parts': told, and left out
/// where the office accepts it without saying that it is data.
pub(crate) fn leave_out_sums(source: &Source, table: &mut Table, findings: &mut Findings) {
    let count = table.parts.len();
    if count < 2 {
        return;
    }
    let mut columns: Vec<Vec<Decimal>> = Vec::new();
    for (at, column) in table.columns.iter().enumerate() {
        let field = source.field(&column.isian).map(|field| &source.fields[field]);
        let rests = field.is_some_and(|field| source.rests(field, table.tahun));
        let is_sum = matches!(column.jenis, Jenis::Uang | Jenis::Angka) && !column.isian.starts_with("tahun");
        if !rests || !is_sum {
            continue;
        }
        let mut sums = vec![Decimal::ZERO; count];
        for row in &table.rows {
            if let (Isi::Angka(value), Some(sum)) = (table.isi(row, at), sums.get_mut(usize::from(row.part))) {
                *sum = sum.checked_add(value).unwrap_or(*sum);
            }
        }
        columns.push(sums);
    }
    let Some(part) = (0..count).rev().find(|part| is_sure_sum(&columns, *part)) else { return };
    let place = &table.parts[part];
    let label = place.lembar.as_deref().unwrap_or(&place.berkas).to_owned();
    let at = At::sheet(place.berkas.clone(), place.lembar.clone());
    let granted = findings.raise(Temuan::new(at, DataAtauJumlah { label, sebab: SebabJumlah::Label }), None);
    if granted.is_some_and(|granted| !granted.is_data()) {
        table.rows.retain(|row| usize::from(row.part) != part);
    }
}

/// Where no key tells rows apart, or names alone do: a sheet most of whose names stand on it more than once, with
/// other figures each time: two semesters below each other, a list typed twice.
pub(crate) fn repeated_names(source: &Source, table: &Table, is_keyed: &(dyn Fn(usize) -> bool + Sync), findings: &mut Findings) {
    let is_name = |isian: &str| source.names.iter().any(|name| &**name == isian);
    let Some(column) = (0..table.columns.len()).find(|at| is_name(&table.columns[*at].isian)) else { return };
    let taken = taken_by_value(source, table);
    // Of a name's rows a condition takes those of one value.
    let told = |row: usize| match taken.is_empty() {
        true => normal(&table.rows[row].nama),
        false => format!("{}\u{1f}{}", normal(&table.rows[row].nama), texts_of(table, row, &taken)),
    };
    for number in 0..table.parts.len() {
        let is_own = |row: &usize| {
            usize::from(table.rows[*row].part) == number && !is_keyed(*row) && says_something(&table.rows[*row].nama)
        };
        let of_run = |rows: Range<usize>| {
            rows.filter(is_own).map(|row| (row, digest(&normal(&table.rows[row].nama)))).collect::<Vec<(usize, u64)>>()
        };
        let named = in_ranges(table.rows.len(), of_run).concat();
        let dari = named.len();
        let again = comes_again(named.iter().map(|(_, digest)| *digest).collect());
        // Most names stand once, and are not held.
        let mut names: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (_, (row, _)) in named.iter().enumerate().filter(|(at, _)| again(*at)) {
            names.entry(told(*row)).or_default().push(*row);
        }
        let is_twin = |rows: &Vec<usize>| {
            let mut before = BTreeSet::new();
            let has_twin = rows.iter().filter_map(|row| all_texts(table, *row)).any(|texts| !before.insert(texts));
            let says_who = || rows.first().is_some_and(|row| !own_words(&table.rows[*row].nama).is_empty());
            has_twin || says_who() && rows.windows(2).any(|pair| is_nothing_else(table, pair[0], pair[1]))
        };
        let all: Vec<&Vec<usize>> = names.values().filter(|rows| rows.len() > 1).collect();
        let baris: usize = all.iter().map(|rows| rows.len()).sum();
        let are_most = all.len() >= 2 && baris * 2 > dari;
        // A koperasi has its name alone where it is.
        let repeated: Vec<&Vec<usize>> =
            all.into_iter().filter(|rows| are_most || source.sumber.bentuk == Dictionary::Keragaan && is_twin(rows)).collect();
        let own: Vec<usize> = named.iter().map(|(row, _)| *row).collect();
        let (fakta, first) = match repeated.first().and_then(|rows| rows.first()) {
            Some(first) => {
                let baris: usize = repeated.iter().map(|rows| rows.len()).sum();
                let firsts = repeated.iter().take(3).filter_map(|rows| rows.first());
                let contoh = firsts.map(|row| mask_person(&table.rows[*row].nama)).collect();
                (NamaBerulang { nama: repeated.len(), baris, dari, contoh, sebab: Berulang::Nama }, *first)
            }
            None if source.sumber.bentuk == Dictionary::Keragaan => match written_otherwise(table, &own, &taken) {
                Some(found) => found,
                None => continue,
            },
            None => continue,
        };
        findings.raise(Temuan::new(table.at_column(&table.rows[first], column), fakta), None);
    }
}

/// Names that stand again written otherwise, where most do, or surely one does; and the first of their rows.
fn written_otherwise(table: &Table, own: &[usize], taken: &[usize]) -> Option<(NamaBerulang, usize)> {
    let pairs = respelt(table, own, taken);
    let told = |pairs: &[&(usize, usize, bool)]| {
        let firsts: BTreeSet<usize> = pairs.iter().map(|pair| pair.0).collect();
        let rows: BTreeSet<usize> = pairs.iter().flat_map(|pair| [pair.0, pair.1]).collect();
        (firsts.len(), rows.len())
    };
    let all: Vec<&(usize, usize, bool)> = pairs.iter().collect();
    let are_most = told(&all).0 >= 2 && told(&all).1 * 2 > own.len();
    let said: Vec<&(usize, usize, bool)> = all.into_iter().filter(|pair| are_most || pair.2).collect();
    let (first, again, _) = said.iter().copied().find(|pair| table.rows[pair.0].nama != table.rows[pair.1].nama)?;
    let (nama, baris) = told(&said);
    let contoh = [first, again].map(|row| mask_person(&table.rows[*row].nama)).to_vec();
    Some((NamaBerulang { nama, baris, dari: own.len(), contoh, sebab: Berulang::Ejaan }, *first))
}

/// A row's texts as keys compare them; none where nothing stands beside its name.
fn all_texts(table: &Table, row: usize) -> Option<Vec<String>> {
    let row = &table.rows[row];
    let text = |isi: Isi| match isi {
        Isi::Teks(text) => normal(&text),
        _ => String::new(),
    };
    let of_texts = (0..table.columns.len()).filter(|at| table.columns[*at].jenis == Jenis::Teks);
    let texts: Vec<String> = of_texts.map(|at| text(table.isi(row, at))).collect();
    (texts.iter().filter(|text| !text.is_empty()).count() >= 2).then_some(texts)
}

/// A part most of whose names stand in another part too, where one of the two has no keys: by these they would be told apart.
pub(crate) fn same_names(table: &Table, is_bare: &[bool], findings: &mut Findings) -> bool {
    let mut names: Vec<BTreeMap<String, usize>> = vec![BTreeMap::new(); table.parts.len()];
    for (index, row) in table.rows.iter().enumerate() {
        let name = normal(&row.nama);
        if let Some(own) = names.get_mut(usize::from(row.part)).filter(|_| !name.is_empty()) {
            own.entry(name).or_insert(index);
        }
    }
    let mut found: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (part, own) in names.iter().enumerate() {
        let bare = |part: usize| is_bare.get(part) != Some(&false);
        for (_, other) in names[..part].iter().enumerate().filter(|(other, _)| bare(part) || bare(*other)) {
            let both: Vec<(usize, usize)> = own.iter().filter_map(|(name, row)| Some((*row, *other.get(name)?))).collect();
            let fewest = own.len().min(other.len());
            if both.len() >= 2 && both.len() * 2 > fewest {
                found.extend(both);
            }
        }
    }
    let mut told: BTreeSet<usize> = found.iter().flat_map(|(row, first)| [*row, *first]).collect();
    for (part, own) in names.iter().enumerate().filter(|(part, _)| is_bare.get(*part) != Some(&false)) {
        let both = told_elsewhere(table, (part, own), &names);
        if !both.iter().any(|(row, _)| told.contains(row)) {
            told.extend(both.iter().map(|(row, _)| *row));
            found.extend(both);
        }
    }
    for (row, first) in &found {
        let (row, first) = (&table.rows[*row], &table.rows[*first]);
        let fakta =
            KunciGanda { kunci: row.nama.to_string(), lain: table.at(first, 0).to_string(), nama_lain: first.nama.to_string() };
        findings.raise(Temuan::new(table.at(row, 0), fakta).named(&*row.nama), None);
    }
    !found.is_empty()
}

/// Of a part without keys the rows of which other parts say more, where these are most of it: `Sudah RAT` beside the sheets
/// of all kecamatan, a few names of each.
fn told_elsewhere(
    table: &Table,
    (part, own): (usize, &BTreeMap<String, usize>),
    names: &[BTreeMap<String, usize>],
) -> Vec<(usize, usize)> {
    let of_texts: Vec<usize> = (0..table.columns.len()).filter(|at| table.columns[*at].jenis == Jenis::Teks).collect();
    let says_less = |row: usize, other: usize| {
        let texts = of_texts.iter().map(|at| {
            let text = |row: usize| normal(&text_of(&table.isi(&table.rows[row], *at)));
            (text(row), text(other))
        });
        let texts: Vec<(String, String)> = texts.filter(|(own, other)| own != other).collect();
        !texts.is_empty() && texts.iter().all(|(own, _)| own.is_empty())
    };
    let elsewhere = |(name, row): (&String, &usize)| {
        let others = names.iter().enumerate().filter(|(other, _)| *other != part).filter_map(|(_, names)| names.get(name));
        others.copied().find(|other| says_less(*row, *other)).map(|other| (*row, other))
    };
    let both: Vec<(usize, usize)> = own.iter().filter_map(elsewhere).collect();
    if both.len() >= 2 && both.len() * 2 > own.len() { both } else { Vec::new() }
}
