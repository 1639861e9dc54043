//! The parts of a year (sheets, files) put together into one keyed table.

use super::accept::Findings;
use super::cell::{ColumnReader, isi_text};
use super::digest::{comes_again, count_different, digest};
use super::extract::PartTable;
use super::key::{Entities, normal, squeezed, without_number_word};
use super::part_copies::{leave_out_sums, repeated_names, same_names};
use super::source::Source;
use super::{Cells, Column, Isi, Jenis, Row, Table};
use crate::diagnostic::{EntitasKembar, Fakta, KunciGanda, KunciGandaSelembar, KunciKosong, KunciTidakAda, Temuan};
use crate::profile::Dictionary;
use crate::vocabulary::{At, Year, mask_digits, mask_person};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Puts the parts together, numbers the entities and checks the keys.
pub(crate) fn assemble(
    source: &Source,
    tahun: Year,
    parts: Vec<PartTable>,
    entities: &mut Entities,
    findings: &mut Findings,
) -> Table {
    let joined = source.joined(tahun);
    if !joined {
        absent_keys(source, &parts, findings);
    }
    let mut table = join_parts(source, tahun, parts);
    leave_out_sums(source, &mut table, findings);
    let key_columns: Vec<usize> = source.sumber.kunci.iter().filter_map(|key| table.column(&key.text)).collect();
    let is_keyed = !key_columns.is_empty() && key_columns.len() == source.sumber.kunci.len();
    let is_of_entities = !source.recap && source.sumber.bentuk != Dictionary::None;
    if !joined {
        let keys: &[usize] = if is_keyed { &key_columns } else { &[] };
        let has_copies = copies_on_a_sheet(source, &table, keys, findings);
        if is_of_entities && !has_copies {
            // A koperasi has a name of its own; businesses may share one.
            let is_unique = source.sumber.bentuk == Dictionary::Keragaan;
            repeated_names(
                source,
                &table,
                &|row| !is_unique && !keys.is_empty() && key_of(&table, row, keys).is_some(),
                findings,
            );
        }
    }
    if is_keyed {
        number_entities(source, &mut table, &key_columns, entities, findings);
    }
    if is_keyed && is_of_entities {
        twins(source, &table, &key_columns, findings);
    }
    if table.parts.len() > 1 && !(is_keyed && joined) && !(is_of_entities && !is_keyed && same_names(&table, findings)) {
        find_copies(&table, if is_keyed { &key_columns } else { &[] }, findings);
    }
    table
}

fn join_parts(source: &Source, tahun: Year, parts: Vec<PartTable>) -> Table {
    let mut columns: Vec<Column> = Vec::new();
    let mut fields: Vec<usize> = Vec::new();
    for column in parts.iter().flat_map(|part| &part.columns) {
        if fields.contains(&column.field) {
            continue;
        }
        let field = &source.fields[column.field];
        fields.push(column.field);
        columns.push(Column {
            isian: field.isian.clone(),
            jenis: field.jenis,
            judul: column.judul.clone(),
            skala: column.skala,
            pribadi: field.pribadi,
            cells: Cells::default(),
        });
    }
    let mut rows = Vec::with_capacity(parts.iter().map(|part| part.rows.len()).sum());
    let mut places = Vec::with_capacity(parts.len());
    for (number, mut part) in parts.into_iter().enumerate() {
        let mut place = part.part;
        for (field, column) in fields.iter().zip(&mut columns) {
            let own = part.columns.iter().position(|own| own.field == *field);
            place.columns.push(own.map_or(0, |own| part.columns[own].column));
            match own {
                Some(own) => column.cells.append(std::mem::take(&mut part.columns[own].cells)),
                None => column.cells.push_missing(part.rows.len()),
            }
        }
        places.push(place);
        // A folder of more sheets than a u16 counts is beyond any limit for reading.
        let number = u16::try_from(number).unwrap_or(u16::MAX);
        for row in part.rows {
            let slot = rows.len() as u32;
            rows.push(Row { part: number, row: row.row, nama: row.nama.into(), entitas: 0, lanjutan: row.lanjutan, slot });
        }
    }
    Table { sumber: source.sumber.id.as_str().into(), tahun, columns, parts: places, rows, by_entity: BTreeMap::new() }
}

/// The entity numbers by key; empty and doubled keys are findings.
fn number_entities(source: &Source, table: &mut Table, keys: &[usize], entities: &mut Entities, findings: &mut Findings) {
    let joined = source.joined(table.tahun);
    let is_twice = stands_twice(source, table, keys);
    if joined {
        (0..table.rows.len()).for_each(|index| fill_empty_keys(table, index, keys, findings));
        meet_but_for_blanks(table, keys, entities);
    }
    let mut first_rows: BTreeMap<u32, usize> = BTreeMap::new();
    for index in 0..table.rows.len() {
        let Some(normal) = key_of(table, index, keys) else { continue };
        let number = entities.number(&normal);
        table.rows[index].entitas = number;
        let Some(first) = first_rows.get(&number).copied() else {
            first_rows.insert(number, index);
            continue;
        };
        let is_copy = is_twice || table.rows[first].part != table.rows[index].part;
        let (kunci, lain) = (shown_key(table, index, keys), place_of(table, first, keys[0], index));
        let nama_lain = table.rows[first].nama.to_string();
        let fakta = if joined || is_copy {
            Fakta::KunciGanda(KunciGanda { kunci, lain, nama_lain })
        } else {
            Fakta::KunciGandaSelembar(KunciGandaSelembar { kunci, lain, nama_lain })
        };
        let is_grave = joined || is_copy;
        let at = table.at(&table.rows[index], keys[0]);
        let found = isi_text(&table.isi(&table.rows[index], keys[0]));
        let granted = findings.raise(Temuan::new(at, fakta).named(&*table.rows[index].nama), Some(&found));
        if let Some(granted) = granted.filter(|_| is_grave) {
            // The row counts, yet joins with nobody, unless it is given a key of its own.
            table.rows[index].entitas = 0;
            if correct(table, index, keys[0], granted.nilai.as_deref())
                && let Some(normal) = key_of(table, index, keys)
            {
                let number = entities.number(&normal);
                if let std::collections::btree_map::Entry::Vacant(free) = first_rows.entry(number) {
                    free.insert(index);
                    table.rows[index].entitas = number;
                }
            }
        }
    }
    table.by_entity = first_rows;
}

/// Makes known the keys that are another year's but for blanks, where that
/// leaves no doubt: one such row here, and its entity not here under its own key.
fn meet_but_for_blanks(table: &Table, keys: &[usize], entities: &mut Entities) {
    let mut here: BTreeSet<u32> = BTreeSet::new();
    let mut unknown: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for normal in (0..table.rows.len()).filter_map(|index| key_of(table, index, keys)) {
        match entities.known(&normal) {
            Some(number) => {
                here.insert(number);
            }
            None => {
                unknown.entry(squeezed(&normal)).or_default().insert(normal);
            }
        }
    }
    // The first year of a source meets nobody.
    if unknown.is_empty() || entities.is_empty() {
        return;
    }
    let others = entities.but_for_blanks();
    for (bare, forms) in &unknown {
        let Some(Some(number)) = others.get(bare) else { continue };
        if let (Some(normal), 1, false) = (forms.first(), forms.len(), here.contains(number)) {
            entities.also(normal, *number);
        }
    }
}

/// Whether most keys of a sheet come again with nothing that formulas tell them
/// apart by: not two koperasi with one number, but a table that stands twice.
fn stands_twice(source: &Source, table: &Table, keys: &[usize]) -> bool {
    let telling: Vec<usize> = (0..table.columns.len())
        .filter(|column| {
            let column = &table.columns[*column];
            let field = source.field(&column.isian).map(|field| &source.fields[field]);
            !matches!(column.jenis, Jenis::Uang | Jenis::Angka) && field.is_some_and(|field| source.rests(field, table.tahun))
        })
        .collect();
    let mut seen: Vec<u64> = Vec::new();
    for (index, row) in table.rows.iter().enumerate() {
        let Some(mut whole) = key_of(table, index, keys) else { continue };
        for column in &telling {
            whole.push_str(&normal(&isi_text(&table.isi(row, *column))));
            whole.push('\u{1f}');
        }
        seen.push(digest(&(row.part, whole)));
    }
    let all = seen.len();
    let different = count_different(seen);
    let again = all - different;
    again >= 3 && again * 2 >= different
}

fn fill_empty_keys(table: &mut Table, index: usize, keys: &[usize], findings: &mut Findings) {
    for key in keys {
        if !normal(&isi_text(&table.isi(&table.rows[index], *key))).is_empty() {
            continue;
        }
        let fakta = KunciKosong { isian: table.columns[*key].isian.to_string() };
        let at = table.at(&table.rows[index], *key);
        if findings.stands_at(&at) {
            continue;
        }
        let granted = findings.raise(Temuan::new(at, fakta).named(&*table.rows[index].nama), Some(""));
        if let Some(granted) = granted {
            correct(table, index, *key, granted.nilai.as_deref());
        }
    }
}

/// Puts an accepted value in a datum's place; says whether there was one.
pub(crate) fn correct(table: &mut Table, row: usize, column: usize, nilai: Option<&str>) -> bool {
    let mut reader = ColumnReader::new(table.columns[column].jenis, true, None, true);
    reader.skala = table.columns[column].skala;
    let Some(isi) = nilai.and_then(|nilai| reader.read_correction(nilai)) else { return false };
    let slot = table.rows[row].slot;
    table.columns[column].cells.set(slot as usize, isi, true);
    true
}

/// The row's key as keys compare; none where a part of it is empty.
fn key_of(table: &Table, row: usize, keys: &[usize]) -> Option<String> {
    let mut whole = String::new();
    for key in keys {
        let part = normal(&isi_text(&table.isi(&table.rows[row], *key)));
        if part.is_empty() {
            return None;
        }
        whole.push_str(without_number_word(&part));
        whole.push('\u{1f}');
    }
    Some(whole)
}

/// The row's key as findings show it.
pub(crate) fn shown_key(table: &Table, row: usize, keys: &[usize]) -> String {
    let part = |key: &usize| {
        let text = isi_text(&table.isi(&table.rows[row], *key));
        if table.columns[*key].pribadi { mask_digits(&text) } else { mask_person(&text) }
    };
    keys.iter().map(part).collect::<Vec<_>>().join(" / ")
}

/// Where a row stands, as seen from another: the cell alone on the same sheet.
fn place_of(table: &Table, row: usize, column: usize, from: usize) -> String {
    let at: At = table.at(&table.rows[row], column);
    if table.rows[row].part == table.rows[from].part { table.cell(&table.rows[row], column).to_string() } else { at.to_string() }
}

/// A sheet without a column for a field of `kunci`, where no formula joins by it.
fn absent_keys(source: &Source, parts: &[PartTable], findings: &mut Findings) {
    for part in parts.iter().filter(|part| !part.rows.is_empty()) {
        let is_there = |isian: &str| part.columns.iter().any(|column| &*source.fields[column.field].isian == isian);
        for key in source.sumber.kunci.iter().filter(|key| !is_there(&key.text)) {
            let fakta = KunciTidakAda { sumber: source.sumber.id.clone(), isian: key.text.clone() };
            findings.raise(Temuan::new(At::sheet(part.part.berkas.clone(), part.part.lembar.clone()), fakta), None);
        }
    }
}

/// What tells an entity beside its name.
const IDENTITIES: [&str; 4] = ["nik_koperasi", "nomor_bh", "nik", "nib"];

/// Rows that no key tells apart (its column is not there, or it is empty) and
/// that stand twice on a sheet: the same name with the same identity, or the
/// same name with the same figures.
fn copies_on_a_sheet(source: &Source, table: &Table, keys: &[usize], findings: &mut Findings) -> bool {
    let is_name = |isian: &str| source.names.iter().any(|name| &**name == isian);
    let is_key = |isian: &str| source.sumber.kunci.iter().any(|key| key.text == isian);
    let identities: Vec<usize> = (0..table.columns.len())
        .filter(|at| {
            let isian = &*table.columns[*at].isian;
            (IDENTITIES.contains(&isian) || is_key(isian)) && !is_name(isian)
        })
        .collect();
    // Where a key tells each row, none can be a copy that is not told by it.
    if !keys.is_empty() && (0..table.rows.len()).all(|index| key_of(table, index, keys).is_some()) {
        return false;
    }
    let mut found = false;
    let mut first_rows: BTreeMap<(u16, String), usize> = BTreeMap::new();
    for (index, row) in table.rows.iter().enumerate() {
        let name = normal(&row.nama);
        if name.is_empty() {
            continue;
        }
        let is_told_by_key = !keys.is_empty() && key_of(table, index, keys).is_some();
        let own: Vec<String> = identities.iter().map(|at| normal(&isi_text(&table.isi(row, *at)))).collect();
        let by_identity = own.iter().any(|text| !text.is_empty()).then(|| format!("{name}\u{1d}{}", own.join("\u{1f}")));
        let by_figures = whole_row(table, index, keys).map(|(whole, _)| whole);
        let told: Vec<(u16, String)> = [by_identity, by_figures].into_iter().flatten().map(|text| (row.part, text)).collect();
        let first = told.iter().find_map(|text| first_rows.get(text)).copied();
        for text in told {
            first_rows.entry(text).or_insert(index);
        }
        let Some(first) = first.filter(|_| !is_told_by_key) else { continue };
        found = true;
        let column = (0..table.columns.len()).find(|at| is_name(&table.columns[*at].isian)).unwrap_or(0);
        let fakta = KunciGandaSelembar {
            kunci: mask_person(&row.nama),
            lain: place_of(table, first, column, index),
            nama_lain: table.rows[first].nama.to_string(),
        };
        findings.raise(Temuan::new(table.at(row, column), fakta).named(&*row.nama), None);
    }
    found
}

/// What tells businesses of one name apart.
const OWNERS: [&str; 2] = ["nama_pemilik", "alamat"];

/// Rows that keys alone tell apart: the same name, words and figures under another key.
fn twins(source: &Source, table: &Table, keys: &[usize], findings: &mut Findings) {
    let is_name = |isian: &str| source.names.iter().any(|name| &**name == isian);
    let Some(name) = (0..table.columns.len()).find(|at| is_name(&table.columns[*at].isian) && !keys.contains(at)) else { return };
    let tells = |at: &usize| {
        let isian = &*table.columns[*at].isian;
        !keys.contains(at) && (is_name(isian) || OWNERS.contains(&isian))
    };
    let telling: Vec<usize> = (0..table.columns.len()).filter(tells).collect();
    // A koperasi has a name of its own; businesses may share one.
    let least = if source.sumber.bentuk == Dictionary::Keragaan { 1 } else { 2 };
    let is_told = |row: &Row| telling.iter().filter(|at| !isi_text(&table.isi(row, **at)).is_empty()).count() >= least;
    let has_money = |row: &Row| {
        let money = (0..table.columns.len()).filter(|at| table.columns[*at].jenis == Jenis::Uang);
        money.map(|at| table.isi(row, at)).any(|isi| matches!(isi, Isi::Angka(value) if !value.is_zero()))
    };
    let rows = table.rows.iter().enumerate();
    let told = rows.filter(|(_, row)| row.entitas != 0 && !row.lanjutan && !normal(&row.nama).is_empty() && is_told(row));
    // By their figures first: most stand once.
    let figures = |row: &Row| {
        let values = (0..table.columns.len()).map(|at| table.isi(row, at));
        let amounts = values.filter_map(|isi| if let Isi::Angka(value) = isi { Some(value) } else { None });
        digest(&amounts.collect::<Vec<Decimal>>())
    };
    let figured: Vec<(usize, u64)> = told.filter(|(_, row)| has_money(row)).map(|(index, row)| (index, figures(row))).collect();
    let again = comes_again(figured.iter().map(|(_, digest)| *digest).collect());
    let mut first_rows: BTreeMap<String, usize> = BTreeMap::new();
    for (_, (index, _)) in figured.iter().enumerate().filter(|(at, _)| again(*at)) {
        let (row, Some((text, _))) = (&table.rows[*index], whole_row(table, *index, keys)) else { continue };
        let first = *first_rows.entry(text).or_insert(*index);
        // The same key twice is told as such.
        if table.rows[first].entitas != row.entitas {
            let lain = place_of(table, first, name, *index);
            let fakta = EntitasKembar { nama: mask_person(&row.nama), lain };
            findings.raise(Temuan::new(table.at(row, name), fakta).named(&*row.nama), None);
        }
    }
}

/// Without keys: rows of one sheet or file that stand in another, to the letter.
fn find_copies(table: &Table, keys: &[usize], findings: &mut Findings) {
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
        whole.push_str(&normal(&isi_text(&isi)));
        if matches!(isi, Isi::Angka(value) if value.is_sign_negative()) {
            whole.push('-');
        }
    }
    (telling > 0).then_some((whole, telling))
}
