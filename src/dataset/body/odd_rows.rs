//! Counted rows whose names say that they are no business of their own: a place
//! among businesses, or the name of another row with something behind it.

use crate::dataset::body::place_rows::{are_places, bare_name, is_within, name_column};
use crate::dataset::body::row_arti::arti_of;
use crate::dataset::counted::CountedRow;
use crate::dataset::key::normal;
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::profile::Dictionary;
use crate::table::TableLayout;
use crate::text::aside::copied_name;
use crate::text::branch::{holds_any, leads_as_branch, parents_named};
use crate::text::label::{all_spelt, spelt_words};
use crate::text::lexicon::{self, BRANCH_LEADS, KINDS, PLACES};
use crate::text::region::{Region, is_kota, names_a_kota, regions};
use crate::threads::in_runs;
use crate::vocabulary::{Sel, mask_person};
use crate::workbook::Sheet;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

/// Fields whose values are places.
const OF_PLACES: [&str; 4] = ["kecamatan", "kelurahan", "wilayah", "desa"];
/// Names of regions that no word of a place stands before.
const REGIONS: &[&str] = &["nasional", "indonesia", "jatim", "jateng", "jabar", "sekota", "sekabupaten", "sekecamatan", "pusat"];
/// First words of somebody's unit, or of a name.
const UNITS: &[&str] = &["unit", "divisi", "bidang"];
/// So many further names are told.
const OTHERS: usize = 12;
const DIRECTIONS: &[&str] = &["utara", "selatan", "barat", "timur", "tengah", "pusat"];

/// What the names of some counted rows say, told once for each kind in a column.
pub(crate) fn odd_rows(source: &Source, (sheet, layout): (&Sheet, &TableLayout), rows: &[CountedRow]) -> Vec<Temuan> {
    let Some(column) = name_column(source, layout) else { return Vec::new() };
    let of_places = are_places(source, layout);
    let places = places(sheet, layout, rows);
    let own: Vec<&CountedRow> = rows.iter().filter(|row| !row.lanjutan && !row.nama.is_empty()).collect();
    // Where the rows are places, a region among them is none of them.
    let is_out = |nama: &str| match of_places || source.recap {
        true => is_region(nama, source) || of_places && is_within(source, nama),
        false => is_place(nama, &places, source),
    };
    let of_run = |rows: &[&CountedRow]| rows.iter().map(|row| is_out(&row.nama)).collect::<Vec<bool>>();
    let are_out = in_runs(&own, of_run).concat();
    let out: Vec<&str> = own.iter().zip(are_out).filter(|(_, is_out)| *is_out).map(|(row, _)| &*row.nama).collect();
    // Where many rows are places, the rows are places.
    let is_odd = !out.is_empty() && out.len() * 4 <= own.len();
    // Few names have something behind them: only what stands before it is sought among the others.
    let are_koperasi = source.sumber.bentuk == Dictionary::Keragaan;
    let base = |nama: &str| copied_name(nama, are_koperasi).map(normal);
    let longer: Vec<(&str, String)> = own.iter().filter_map(|row| Some((&*row.nama, base(&row.nama)?))).collect();
    let sought: BTreeSet<&str> = longer.iter().map(|(_, base)| base.as_str()).collect();
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    if !sought.is_empty() {
        let found = own.iter().map(|row| normal(&row.nama)).filter(|name| sought.contains(name.as_str()));
        found.for_each(|name| *names.entry(name).or_default() += 1);
    }
    // A mark alone leaves the name as keys compare what it was: another row must have it too.
    let is_again =
        |(nama, base): &&(&str, String)| names.get(base).is_some_and(|count| *count > usize::from(*base == normal(nama)));
    let again: Vec<&str> = longer.iter().filter(is_again).map(|(nama, _)| *nama).collect();
    let twice = if of_places { places_again(&own) } else { Vec::new() };
    let fillers: Vec<&str> = own.iter().map(|row| &*row.nama).filter(|nama| is_filler(nama)).collect();
    let kinds = [if is_odd { out } else { Vec::new() }, again, twice, branches(source, &own), fillers];
    let told = |names: Vec<&str>| {
        let names: Vec<&str> = names.into_iter().filter(|name| arti_of(source, name).is_none()).collect();
        let fakta = KeteranganMembatasi {
            lain: names.iter().skip(1).take(OTHERS).map(|name| mask_person(name)).collect(),
            ..KeteranganMembatasi::of(mask_person(names.first()?), names.len())
        };
        Some(Temuan::new(sheet.at().with(Sel::Column(column.column)), fakta))
    };
    kinds.into_iter().filter_map(told).collect()
}

/// What exports and forms put where no name is: `(kosong)`, `null`.
const FILLERS: &[&str] =
    &["kosong", "null", "nan", "none", "blank", "tanpanama", "belumada", "belumadanama", "tidakada", "namakosong"];

fn is_filler(nama: &str) -> bool {
    // Most names are longer, or begin otherwise.
    let first = nama.bytes().find(u8::is_ascii_alphabetic).map_or(0, |byte| byte.to_ascii_lowercase());
    nama.len() <= 20 && matches!(first, b'k' | b'n' | b'b' | b't') && {
        let letters: String = nama.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        FILLERS.contains(&letters.as_str())
    }
}

/// Names of one place that are written in two ways: `Kec. Gadingrejo` beside `Gadingrejo`.
fn places_again<'r>(own: &[&'r CountedRow]) -> Vec<&'r str> {
    let mut first: BTreeMap<String, (String, Option<bool>)> = BTreeMap::new();
    let is_again = |row: &&&'r CountedRow| {
        let (bare, name) = (bare_name(&row.nama), normal(&row.nama));
        // Kota Bogor is another than Kabupaten Bogor.
        let is_kota = spelt_words(&row.nama).first().and_then(|word| is_kota(word));
        let (other, other_kota) = first.entry(bare.clone()).or_insert_with(|| (name.clone(), is_kota));
        let are_two = is_kota.zip(*other_kota).is_some_and(|(own, other)| own != other);
        bare.len() > 2 && *other != name && !are_two
    };
    let again: BTreeSet<&str> = own.iter().filter(is_again).map(|row| &*row.nama).collect();
    again.into_iter().collect()
}

/// The names that are a branch's or a unit's. Koperasi whose names say whose are asked about
/// one by one; businesses may well have outlets of their own.
fn branches<'r>(source: &Source, own: &[&'r CountedRow]) -> Vec<&'r str> {
    let are_koperasi = source.sumber.bentuk == Dictionary::Keragaan;
    let list = if are_koperasi { UNITS } else { BRANCH_LEADS };
    let of_run = |rows: &[&CountedRow]| rows.iter().map(|row| holds_any(&row.nama, list)).collect::<Vec<bool>>();
    let likely = in_runs(own, of_run).concat();
    let likely: Vec<(&str, Vec<String>)> =
        own.iter().zip(likely).filter(|(_, is)| *is).map(|(row, _)| (&*row.nama, spelt_words(&row.nama))).collect();
    let found: Vec<&str> = if are_koperasi {
        let is_unit = |words: &[String]| UNITS.contains(&words[0].as_str()) && !leads_as_branch(words);
        likely.iter().filter(|(_, words)| is_unit(words)).map(|(name, _)| *name).collect()
    } else {
        let named = |words: &[String]| -> Vec<String> { parents_named(words).into_iter().map(|run| run.concat()).collect() };
        let sought: BTreeSet<String> = likely.iter().flat_map(|(_, words)| named(words)).collect();
        let whole = |row: &&CountedRow| spelt_words(&row.nama).concat();
        let names: BTreeSet<String> = match sought.is_empty() {
            true => BTreeSet::new(),
            false => own.iter().map(whole).filter(|name| sought.contains(name)).collect(),
        };
        let is_branch = |words: &[String]| leads_as_branch(words) || named(words).iter().any(|name| names.contains(name));
        likely.iter().filter(|(_, words)| is_branch(words)).map(|(name, _)| *name).collect()
    };
    // Where most rows are such, the rows are.
    if found.len() * 2 <= own.len() { found } else { Vec::new() }
}

/// What stands in the table's columns of places.
fn places(sheet: &Sheet, layout: &TableLayout, rows: &[CountedRow]) -> BTreeSet<String> {
    let is_of = |isian: &std::sync::Arc<str>| OF_PLACES.contains(&&**isian);
    let columns: Vec<u32> =
        layout.columns.iter().filter(|heading| heading.isian.as_ref().is_some_and(is_of)).map(|heading| heading.column).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for column in columns {
        let mut view = sheet.cells.column(column);
        seen.extend(rows.iter().filter_map(|row| view.cell(row.row)?.value.text()));
    }
    seen.into_iter().map(bare_place).filter(|place| place.len() > 2).collect()
}

/// A place's name without the word for what it is: `Kec. Gadingrejo`.
fn bare_place(text: &str) -> String {
    let words = spelt_words(text);
    let lead = words.iter().take_while(|word| PLACES.contains(&word.as_str())).count();
    words[lead.min(words.len())..].concat()
}

/// `Nasional`, `Prov. Jawa Timur`, `Kab. Pasuruan`: more than a kecamatan.
fn is_region(name: &str, source: &Source) -> bool {
    let words = spelt_words(name);
    let Some(first) = words.first() else { return false };
    // Kecamatan of a kabupaten may be called `Kota Waingapu`, those of a kota `Kota Raja`.
    let is_lain = words.get(1).is_some_and(|word| matches!(word.as_str(), "lain" | "lainnya" | "tetangga"));
    let is_own = |own: &Region| own.is_kota && regions(name).iter().any(|region| region.shares_its_name(own));
    let is_another = |own: &Region| is_own(own) || is_lain || names_a_kota(&words[1..]);
    if first == "kota" && source.region.as_ref().is_some_and(|own| !is_another(own)) {
        return false;
    }
    let is_java = words.len() == 2 && first == "jawa" && DIRECTIONS.contains(&words[1].as_str());
    REGIONS.contains(&first.as_str()) && words.len() == 1 || lexicon::REGIONS.contains(&first.as_str()) || is_java
}

/// `Kota Pasuruan`, `Kec. Gadingrejo`, `Se-kota`, a place of the table itself.
fn is_place(name: &str, places: &BTreeSet<String>, source: &Source) -> bool {
    !is_no_place(name, places, &source.heading_words) && is_called_as_place(name, places, source)
}

/// A quick look before the slow one: whether a name begins with no word that a place's begins with, and has a word that is
/// not the office's own.
pub(crate) fn is_no_place(name: &str, places: &BTreeSet<String>, own: &BTreeSet<String>) -> bool {
    let (mut is_first, mut begins) = (true, false);
    let begins_one = |word: &str| {
        [REGIONS, PLACES, &["se", "sekota", "sekabupaten", "sekecamatan", "upt", "uptd", "jawa"]]
            .iter()
            .any(|list| list.contains(&word))
            || places
                .range::<str, _>((Bound::Included(word), Bound::Unbounded))
                .next()
                .is_some_and(|place| place.starts_with(word))
    };
    let are_own = all_spelt(name, |word| {
        begins |= std::mem::take(&mut is_first) && begins_one(word);
        !begins && own.contains(word)
    });
    are_own == Some(false) && !begins
}

pub(crate) fn is_called_as_place(name: &str, places: &BTreeSet<String>, source: &Source) -> bool {
    let words = spelt_words(name);
    let (Some(first), count) = (words.first(), words.len()) else { return false };
    let is = |list: &[&str], word: &String| list.contains(&word.as_str());
    if count == 1 && is(REGIONS, first) || places.contains(&words.concat()) {
        return true;
    }
    let rest = &words[1..];
    let within = first == "se" && rest.first().is_some_and(|word| is(PLACES, word));
    let within = within || matches!(first.as_str(), "sekota" | "sekabupaten" | "sekecamatan");
    let leads = is(PLACES, first) && first != "kelompok" || matches!(first.as_str(), "upt" | "uptd");
    let is_trade = |word: &String| is(KINDS, word) && !is(DIRECTIONS, word) && !is(PLACES, word) || word == "wisata";
    let most =
        if matches!(first.as_str(), "provinsi" | "prov" | "upt" | "uptd") || is(DIRECTIONS, &words[count - 1]) { 2 } else { 1 };
    let is_led = leads && (1..=most).contains(&rest.len()) && !rest.iter().any(is_trade);
    let is_java = count == 2 && first == "jawa" && is(DIRECTIONS, &words[1]);
    // The office's own place, by itself.
    let is_own = words.iter().all(|word| source.heading_words.contains(word)) && !words.iter().any(is_trade);
    within || is_led || is_java || is_own
}
