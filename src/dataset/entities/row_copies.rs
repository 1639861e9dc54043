//! Rows that stand twice: on one sheet, under another key, or on another sheet or in another file.

use crate::dataset::accept::Findings;
use crate::dataset::body::row_keys::RowKeys;
use crate::dataset::cell::text_of;
use crate::dataset::digest::{Amounts, comes_again};
use crate::dataset::key::{normal, says_something};
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Row, Table};
use crate::diagnostic::{EntitasKembar, Fakta, Kembar, KunciGanda, KunciGandaSelembar, Temuan};
use crate::profile::Dictionary;
use crate::threads::in_ranges;
use crate::vocabulary::{At, mask_person};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// What tells an entity beside its name.
pub(crate) const IDENTITIES: [&str; 4] = ["nik_koperasi", "nomor_bh", "nik", "nib"];

/// Rows that no key tells apart (its column is not there, or it is empty) and
/// that stand twice on a sheet: the same name with the same identity, or the
/// same name with the same figures.
pub(crate) fn copies_on_a_sheet(
    source: &Source,
    table: &Table,
    (keys, row_keys): (&[usize], &RowKeys),
    findings: &mut Findings,
) -> bool {
    let is_name = |isian: &str| source.names.iter().any(|name| &**name == isian);
    let is_key = |isian: &str| source.sumber.kunci.iter().any(|key| key.text == isian);
    let identities: Vec<usize> = (0..table.columns.len())
        .filter(|at| {
            let isian = &*table.columns[*at].isian;
            (IDENTITIES.contains(&isian) || is_key(isian)) && !is_name(isian)
        })
        .collect();
    // Where a key tells each row, none can be a copy that is not told by it.
    if !keys.is_empty() && (0..table.rows.len()).all(|index| row_keys.get(index).is_some()) {
        return false;
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut first_rows: BTreeMap<(u16, String), usize> = BTreeMap::new();
    for (index, row) in table.rows.iter().enumerate() {
        let name = normal(&row.nama);
        if name.is_empty() {
            continue;
        }
        let is_told_by_key = row_keys.get(index).is_some();
        let own: Vec<String> = identities.iter().map(|at| normal(&text_of(&table.isi(row, *at)))).collect();
        let by_identity =
            (!row.lanjutan && own.iter().any(|text| !text.is_empty())).then(|| format!("{name}\u{1d}{}", own.join("\u{1f}")));
        let by_figures = whole_row(table, index, keys).map(|(whole, _)| whole);
        let told: Vec<(u16, String)> = [by_identity, by_figures].into_iter().flatten().map(|text| (row.part, text)).collect();
        let first = told.iter().find_map(|text| first_rows.get(text)).copied();
        for text in told {
            first_rows.entry(text).or_insert(index);
        }
        pairs.extend(first.filter(|_| !is_told_by_key).map(|first| (first, index)));
    }
    let blocks = in_blocks(table, &pairs, keys);
    let column = (0..table.columns.len()).find(|at| is_name(&table.columns[*at].isian)).unwrap_or(0);
    for (first, index) in &pairs {
        let row = &table.rows[*index];
        let (kunci, lain) = (mask_person(&row.nama), place_of(table, *first, column, *index));
        let nama_lain = table.rows[*first].nama.to_string();
        let fakta = match blocks.contains(index) {
            true => Fakta::KunciGanda(KunciGanda { kunci, lain, nama_lain }),
            false => Fakta::KunciGandaSelembar(KunciGandaSelembar { kunci, lain, nama_lain }),
        };
        findings.raise(Temuan::new(table.at(row, column), fakta).named(&*row.nama), None);
    }
    !pairs.is_empty()
}

/// So many rows below one another that stand there again, below one another and to the letter, are no slip of a row:
/// a piece of the table was put in twice.
const BLOCK: usize = 3;

/// Of rows that stand twice (the first and the further one) the further ones that are a piece of the table again.
pub(crate) fn in_blocks(table: &Table, pairs: &[(usize, usize)], keys: &[usize]) -> BTreeSet<usize> {
    let follows = |one: &(usize, usize), next: &(usize, usize)| one.0 + 1 == next.0 && one.1 + 1 == next.1;
    let runs = pairs.chunk_by(follows).filter(|run| run.len() >= BLOCK);
    let is_same = |(first, index): &(usize, usize)| match (whole_row(table, *first, keys), whole_row(table, *index, keys)) {
        (Some((one, _)), Some((other, _))) => one == other,
        _ => false,
    };
    let same = runs.flat_map(|run| run.chunk_by(|one, next| is_same(one) == is_same(next)));
    let blocks = same.filter(|run| run.len() >= BLOCK && run.iter().all(is_same));
    blocks.flatten().map(|(_, index)| *index).collect()
}

/// What tells businesses of one name apart.
const OWNERS: [&str; 2] = ["nama_pemilik", "alamat"];

/// Rows that keys alone tell apart: the same name, words and figures under another key.
pub(crate) fn twins(source: &Source, table: &Table, keys: &[usize], findings: &mut Findings) {
    let is_name = |isian: &str| source.names.iter().any(|name| &**name == isian);
    let Some(name) = (0..table.columns.len()).find(|at| is_name(&table.columns[*at].isian) && !keys.contains(at)) else { return };
    let tells = |at: &usize| {
        let isian = &*table.columns[*at].isian;
        !keys.contains(at) && (is_name(isian) || OWNERS.contains(&isian))
    };
    let telling: Vec<usize> = (0..table.columns.len()).filter(tells).collect();
    // A koperasi has a name of its own; businesses may share one.
    let least = if source.sumber.bentuk == Dictionary::Keragaan { 1 } else { 2 };
    let is_told = |row: &Row| telling.iter().filter(|at| !text_of(&table.isi(row, **at)).is_empty()).count() >= least;
    let has_money = |row: &Row| {
        let money = (0..table.columns.len()).filter(|at| table.columns[*at].jenis == Jenis::Uang);
        money.map(|at| table.isi(row, at)).any(|isi| matches!(isi, Isi::Angka(value) if !value.is_zero()))
    };
    let is_asked = |row: &Row| row.entitas != 0 && !row.lanjutan && says_something(&row.nama) && is_told(row);
    // By their figures first: most stand once.
    let figures = |row: &Row| {
        let mut amounts = Amounts::default();
        for at in 0..table.columns.len() {
            if let Isi::Angka(value) = table.isi(row, at) {
                amounts.add(at, value);
            }
        }
        amounts.digest()
    };
    let of_row = |index: usize| {
        let row = table.rows.get(index).filter(|row| is_asked(row) && has_money(row))?;
        Some((index, figures(row)))
    };
    let figured: Vec<(usize, u64)> = in_ranges(table.rows.len(), |rows| rows.filter_map(of_row).collect::<Vec<_>>()).concat();
    let again = comes_again(figured.iter().map(|(_, digest)| *digest).collect());
    let mut first_rows: BTreeMap<String, usize> = BTreeMap::new();
    for (_, (index, _)) in figured.iter().enumerate().filter(|(at, _)| again(*at)) {
        let (row, Some((text, _))) = (&table.rows[*index], whole_row(table, *index, keys)) else { continue };
        let first = *first_rows.entry(text).or_insert(*index);
        // The same key twice is told as such.
        if table.rows[first].entitas != row.entitas && !findings.stands_at(&table.at(row, name)) {
            let lain = place_of(table, first, name, *index);
            let fakta = EntitasKembar { nama: mask_person(&row.nama), lain, kembar: Kembar::Semua };
            findings.raise(Temuan::new(table.at(row, name), fakta).named(&*row.nama), None);
        }
    }
}

/// Without keys: rows of one sheet or file that stand in another, to the letter.
pub(crate) fn find_copies(table: &Table, keys: &[usize], findings: &mut Findings) {
    let mut first_rows: BTreeMap<String, usize> = BTreeMap::new();
    let mut copies: Vec<(usize, usize, usize)> = Vec::new();
    let mut rows_of_part: BTreeMap<u16, usize> = BTreeMap::new();
    for (index, row) in table.rows.iter().enumerate() {
        *rows_of_part.entry(row.part).or_default() += 1;
        let Some((whole, telling)) = whole_row(table, index, keys) else { continue };
        match first_rows.get(&whole) {
            // A row that a key tells apart is no copy.
            Some(first) if table.rows[*first].part != row.part && row.entitas == 0 => copies.push((*first, index, telling)),
            Some(_) => {}
            None => {
                first_rows.insert(whole, index);
            }
        }
    }
    let mut copies_of_part: BTreeMap<(u16, u16), usize> = BTreeMap::new();
    for (first, index, _) in &copies {
        *copies_of_part.entry((table.rows[*first].part, table.rows[*index].part)).or_default() += 1;
    }
    let mostly_copied: BTreeSet<(u16, u16)> = copies_of_part
        .iter()
        .filter(|((_, part), count)| **count >= 2 && **count * 2 >= rows_of_part.get(part).copied().unwrap_or(0))
        .map(|(pair, _)| *pair)
        .collect();
    for (first, index, telling) in copies {
        let pair = (table.rows[first].part, table.rows[index].part);
        // Two small businesses may share a name and one figure; three figures are a copy.
        if telling < 3 && !mostly_copied.contains(&pair) {
            continue;
        }
        let row = &table.rows[index];
        let fakta = KunciGanda {
            kunci: row.nama.to_string(),
            lain: place_of(table, first, 0, index),
            nama_lain: table.rows[first].nama.to_string(),
        };
        findings.raise(Temuan::new(table.at(row, 0), fakta).named(&*row.nama), None);
    }
}

/// A row's name and values but its keys as one text, and how many figures other than zero it has.
fn whole_row(table: &Table, index: usize, keys: &[usize]) -> Option<(String, usize)> {
    let row = &table.rows[index];
    if table.columns.is_empty() {
        return None;
    }
    let mut whole = normal(&row.nama);
    let mut telling = 0;
    for (at, column) in table.columns.iter().enumerate().filter(|(at, _)| !keys.contains(at)) {
        let isi = table.isi(row, at);
        if let Isi::Angka(value) = isi {
            telling += usize::from(value != Decimal::ZERO);
        }
        whole.push('\u{1f}');
        whole.push_str(&column.isian);
        whole.push('\u{1e}');
        whole.push_str(&normal(&text_of(&isi)));
        if matches!(isi, Isi::Angka(value) if value.is_sign_negative()) {
            whole.push('-');
        }
    }
    (telling > 0).then_some((whole, telling))
}

/// Where a row stands, as seen from another: the cell alone on the same sheet.
pub(crate) fn place_of(table: &Table, row: usize, column: usize, from: usize) -> String {
    let at: At = table.at(&table.rows[row], column);
    let own = table.cell(&table.rows[row], column).filter(|_| table.rows[row].part == table.rows[from].part);
    own.map_or_else(|| at.to_string(), |cell| cell.to_string())
}
