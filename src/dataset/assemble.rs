//! The parts of a year (sheets, files) put together into one keyed table.

use super::accept::Findings;
use super::body::row_keys::{RowKeys, key_of, taken_by_value, texts_of};
use super::cell::{ColumnReader, isi_text, text_of};
use super::digest::{comes_again, count_different, digest};
use super::entities::branch_rows::leave_out_branches;
use super::entities::inherited::inherit;
use super::entities::kin::{copied_parts, kin};
use super::entities::part_copies::{leave_out_sums, repeated_names, same_names};
use super::entities::positions::positions;
use super::entities::registered_anew::registered_anew;
use super::entities::row_copies::{IDENTITIES, copies_on_a_sheet, find_copies, in_blocks, place_of, twins};
use super::extract::PartTable;
use super::key::{Entities, dated, normal, says_something, squeezed};
use super::relations::secondary::leave_out_secondary;
use super::source::Source;
use super::{ByEntity, Cells, Column, Jenis, Row, Table};
use crate::diagnostic::{Fakta, KunciGanda, KunciGandaSelembar, KunciKosong, KunciTidakAda, Temuan};
use crate::profile::{Dictionary, Written};
use crate::threads::in_ranges;
use crate::vocabulary::{At, Year, mask_digits, mask_person};
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
    let sekunder: Vec<Option<BTreeSet<u32>>> = parts.iter().map(|part| part.sekunder.clone()).collect();
    let mut table = join_parts(source, tahun, parts);
    leave_out_sums(source, &mut table, findings);
    if source.sumber.bentuk == Dictionary::Keragaan && !source.recap {
        leave_out_branches(source, &mut table, findings);
        leave_out_secondary(source, &mut table, &sekunder, findings);
    }
    let key_columns: Vec<usize> = source.sumber.kunci.iter().filter_map(|key| table.column(&key.text)).collect();
    let is_keyed = !key_columns.is_empty() && key_columns.len() == source.sumber.kunci.len();
    let is_of_entities = !source.recap && source.sumber.bentuk != Dictionary::None;
    let row_keys = if is_keyed { RowKeys::of(&table, &key_columns) } else { RowKeys::default() };
    if !joined {
        let keys: &[usize] = if is_keyed { &key_columns } else { &[] };
        let has_copies = copies_on_a_sheet(source, &table, (keys, &row_keys), findings);
        if is_of_entities && !has_copies {
            // A koperasi has a name of its own; businesses may share one.
            // Where a quarter or a product is part of its key, its name comes again for each.
            let of_bearer =
                |key: &Written| IDENTITIES.contains(&key.text.as_str()) || source.names.iter().any(|name| **name == *key.text);
            let is_unique = source.sumber.bentuk == Dictionary::Keragaan && source.sumber.kunci.iter().all(of_bearer);
            repeated_names(source, &table, &|row| !is_unique && row_keys.get(row).is_some(), findings);
        }
    }
    let is_bare = parts_without_keys(&table, &row_keys);
    if is_keyed {
        number_entities(source, &mut table, (&key_columns, row_keys), entities, findings);
    }
    if table.parts.len() > 1 && !(is_keyed && joined) && !(is_of_entities && same_names(&table, &is_bare, findings)) {
        find_copies(&table, if is_keyed { &key_columns } else { &[] }, findings);
    }
    if is_of_entities {
        copied_parts(source, &table, findings);
        if is_keyed {
            twins(source, &table, &key_columns, findings);
            if !source.recap && key_columns.len() > 1 {
                positions(source, &table, &key_columns, findings);
            }
        }
        kin(source, &table, findings);
        registered_anew(source, &table, findings);
    }
    inherit(&mut table);
    table
}

/// Of each part, whether none of its rows has a key.
fn parts_without_keys(table: &Table, row_keys: &RowKeys) -> Vec<bool> {
    let mut is_bare = vec![true; table.parts.len()];
    for (index, row) in table.rows.iter().enumerate() {
        if let Some(own) = is_bare.get_mut(usize::from(row.part)).filter(|own| **own) {
            *own = row_keys.get(index).is_none();
        }
    }
    is_bare
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
            rows.push(Row { part: number, row: row.row, nama: row.nama, entitas: 0, lanjutan: row.lanjutan, slot });
        }
    }
    Table { sumber: source.sumber.id.as_str().into(), tahun, columns, parts: places, rows, by_entity: ByEntity::default() }
}

/// The entity numbers by key; empty and doubled keys are findings.
fn number_entities(
    source: &Source,
    table: &mut Table,
    (keys, mut row_keys): (&[usize], RowKeys),
    entities: &mut Entities,
    findings: &mut Findings,
) {
    let joined = source.joined(table.tahun);
    let mut keyed = digests(table, &row_keys);
    let is_twice = stands_twice(source, table, &keyed);
    if joined {
        let lacking: Vec<usize> = (0..table.rows.len()).filter(|index| row_keys.get(*index).is_none()).collect();
        lacking.iter().for_each(|index| fill_empty_keys(table, *index, keys, findings));
        if !lacking.is_empty() {
            row_keys = RowKeys::of(table, keys);
            keyed = digests(table, &row_keys);
        }
        meet_but_for_blanks(&row_keys, table.rows.len(), entities);
        meet_by_number(&row_keys, table.rows.len(), entities);
    }
    let blocks = in_blocks(table, &pairs_by_key(&keyed), keys);
    drop(keyed);
    // Of the rows of one key a condition takes one: which those are that it tells apart.
    let taken = if joined { Vec::new() } else { taken_by_value(source, table) };
    let mut of_value: BTreeMap<(u32, String), usize> = BTreeMap::new();
    let mut given: BTreeSet<usize> = BTreeSet::new();
    let mut first_rows = ByEntity::default();
    entities.expect(table.rows.len());
    for index in 0..table.rows.len() {
        let Some(normal) = row_keys.get(index) else { continue };
        let number = entities.number(normal);
        table.rows[index].entitas = number;
        let Some(first) = first_rows.get(number) else {
            first_rows.put(number, index);
            continue;
        };
        // Most keys stand once: what the first row of one has there is asked when a second one comes.
        let mut first_of_value = |row: usize| *of_value.entry((number, texts_of(table, row, &taken))).or_insert(row);
        let of_own_value = (!taken.is_empty()).then(|| {
            // A row that was given its key has been told already.
            if !given.contains(&first) {
                first_of_value(first);
            }
            first_of_value(index)
        });
        // A business that goes on in the rows below its first.
        if !joined && table.rows[first + 1..=index].iter().all(|row| row.lanjutan) {
            continue;
        }
        if of_own_value == Some(index) {
            continue;
        }
        let first = of_own_value.unwrap_or(first);
        let is_copy = is_twice || blocks.contains(&index) || table.rows[first].part != table.rows[index].part;
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
                if first_rows.put(number, index) {
                    table.rows[index].entitas = number;
                    given.insert(index);
                }
            }
        }
    }
    table.by_entity = first_rows;
}

/// The rows that have a key, each with the number of its sheet and key.
fn digests(table: &Table, keys: &RowKeys) -> Vec<(usize, u64)> {
    let of_row = |index: usize| Some((index, digest(&(table.rows[index].part, keys.get(index)?))));
    in_ranges(table.rows.len(), |rows| rows.filter_map(of_row).collect::<Vec<_>>()).concat()
}

/// The rows of a sheet whose key stands there before, each with the first of it.
fn pairs_by_key(keyed: &[(usize, u64)]) -> Vec<(usize, usize)> {
    // Most keys stand once, and are not held.
    let again = comes_again(keyed.iter().map(|(_, digest)| *digest).collect());
    let mut first_rows: BTreeMap<u64, usize> = BTreeMap::new();
    let mut pairs = Vec::new();
    for (_, (index, own)) in keyed.iter().enumerate().filter(|(at, _)| again(*at)) {
        match first_rows.get(own) {
            Some(first) => pairs.push((*first, *index)),
            None => {
                first_rows.insert(*own, *index);
            }
        }
    }
    pairs
}

/// Makes known the keys that are another year's but for blanks, where that
/// leaves no doubt: one such row here, and its entity not here under its own key.
fn meet_but_for_blanks(keys: &RowKeys, rows: usize, entities: &mut Entities) {
    let mut here: BTreeSet<u32> = BTreeSet::new();
    let mut unknown: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    // The first year of a source meets nobody.
    if entities.is_empty() {
        return;
    }
    for normal in (0..rows).filter_map(|row| keys.get(row)) {
        match entities.known(normal) {
            Some(number) => {
                here.insert(number);
            }
            None => {
                unknown.entry(squeezed(normal)).or_default().insert(normal);
            }
        }
    }
    if unknown.is_empty() {
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

/// Makes known the keys that are another year's but for the date behind the number (`Nomor dan Tanggal Badan Hukum`):
/// one such row here and one such entity there, and no two dates that differ.
fn meet_by_number(keys: &RowKeys, rows: usize, entities: &mut Entities) {
    if entities.is_empty() {
        return;
    }
    let mut here: BTreeSet<u32> = BTreeSet::new();
    let mut unknown: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for normal in (0..rows).filter_map(|row| keys.get(row)) {
        let number = entities.known(normal);
        here.extend(number);
        if let Some((bare, _)) = dated(normal) {
            // A row whose number another row has too takes none.
            unknown.entry(bare).or_default().insert(normal);
        }
    }
    unknown.retain(|_, forms| forms.len() == 1 && forms.iter().all(|form| entities.known(form).is_none()));
    if unknown.is_empty() {
        return;
    }
    let others = entities.by_number();
    for (bare, forms) in &unknown {
        let (Some(Some((number, date))), Some(normal)) = (others.get(bare), forms.first()) else { continue };
        let own = dated(normal).and_then(|(_, date)| date);
        if !here.contains(number) && own.zip(*date).is_none_or(|(own, other)| own == other) && (own.is_some() || date.is_some()) {
            entities.also(normal, *number);
        }
    }
}

/// Whether most keys of a sheet come again with nothing that formulas tell them
/// apart by: not two koperasi with one number, but a table that stands twice.
fn stands_twice(source: &Source, table: &Table, keyed: &[(usize, u64)]) -> bool {
    let telling: Vec<usize> = (0..table.columns.len())
        .filter(|column| {
            let column = &table.columns[*column];
            let field = source.field(&column.isian).map(|field| &source.fields[field]);
            !matches!(column.jenis, Jenis::Uang | Jenis::Angka) && field.is_some_and(|field| source.rests(field, table.tahun))
        })
        .collect();
    // Most keys stand once, whatever else is in their rows.
    let comes_again = comes_again(keyed.iter().map(|(_, digest)| *digest).collect());
    let mut seen: Vec<u64> = Vec::new();
    for (index, key) in keyed.iter().enumerate().filter(|(at, _)| comes_again(*at)).map(|(_, own)| own) {
        let texts = telling.iter().map(|column| normal(&text_of(&table.isi(&table.rows[*index], *column))));
        seen.push(digest(&(key, texts.collect::<Vec<String>>())));
    }
    let once = keyed.len() - seen.len();
    let different = once + count_different(seen);
    let again = keyed.len() - different;
    again >= 3 && again * 2 >= different
}

fn fill_empty_keys(table: &mut Table, index: usize, keys: &[usize], findings: &mut Findings) {
    for key in keys {
        if says_something(&text_of(&table.isi(&table.rows[index], *key))) {
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

/// The row's key as findings show it.
pub(crate) fn shown_key(table: &Table, row: usize, keys: &[usize]) -> String {
    let part = |key: &usize| {
        let text = isi_text(&table.isi(&table.rows[row], *key));
        if table.columns[*key].pribadi { mask_digits(&text) } else { mask_person(&text) }
    };
    keys.iter().map(part).collect::<Vec<_>>().join(" / ")
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
