//! Checks between the years of a source. A finding stands in the later year's file.

use super::alike::alike;
use super::crossed::crossed_keys;
use super::gaps::lines_left_out;
use super::kin::nearly_one;
use super::places::places_left_out;
use super::punctuated::joined_by_marks;
use super::restated::restated;
use super::same_year::same_as_before;
use super::shared::column_place;
use super::short_keys::short_keys;
use super::steps::{leaps, out_of_step, unit_jumps};
use super::unmarked::marks_gone;
use crate::dataset::Table;
use crate::dataset::accept::Findings;
use crate::dataset::assemble::shown_key;
use crate::dataset::columns::part_period::PartPeriod;
use crate::dataset::key::{near_misses, normal};
use crate::dataset::source::Source;
use crate::diagnostic::{BarisTimpang, KunciMirip, KunciTidakBertemu, PeriodeBerbeda, Temuan};
use crate::profile::Dictionary;
use crate::text::label::spelt_words;
use crate::text::lexicon::KINDS;
use crate::vocabulary::{At, Year};
use std::collections::{BTreeMap, BTreeSet};

/// So few come and go in any year.
const FEW_MOVED: usize = 3;
/// How many pairs of look-alike keys a finding shows.
const PAIRS: usize = 10;
/// Beyond so many new or gone entities look-alikes are not sought.
const SOUGHT: usize = 20_000;
/// Where fewer than one key in so many comes again, the keys themselves have changed.
const ALONE: usize = 20;
/// Shorter names are alike by chance.
const LETTERS: usize = 6;
/// Fewer entities than this say nothing by their majority.
const FEW: usize = 5;

/// Checks each year's table against the one before it among those read.
pub(crate) fn check(
    source: &Source,
    tables: &mut BTreeMap<Year, Table>,
    periods: &BTreeMap<Year, Vec<PartPeriod>>,
    findings: &mut Findings,
) {
    check_periods(periods, findings);
    let years: Vec<Year> = tables.keys().copied().collect();
    for pair in years.windows(2) {
        let [before, after] = [pair[0], pair[1]];
        let Some(mut later) = tables.remove(&after) else { continue };
        if let Some(earlier) = tables.get(&before) {
            same_as_before(source, earlier, &later, findings);
            restated(earlier, &later, findings);
            let jumped = unit_jumps(source, earlier, &later, findings);
            if after == before + 1 {
                out_of_step(source, earlier, &mut later, &jumped, findings);
                far_fewer(source, earlier, &later, findings);
                marks_gone(source, earlier, &later, findings);
                places_left_out(source, earlier, &later, findings);
                lines_left_out(source, earlier, &later, findings);
                leaps(source, earlier, &mut later, &jumped, findings);
                alike(source, earlier, &mut later, &jumped, findings);
            }
            if source.joined(before) && source.joined(after) {
                short_keys(source, earlier, &mut later, findings);
                look_alikes(source, earlier, &later, findings);
                crossed_keys(source, earlier, &later, findings);
                joined_by_marks(source, earlier, &later, findings);
            }
        }
        tables.insert(after, later);
    }
}

/// So many rows fewer are no chance, where they leave less than three of five.
const FEWER: usize = 10;

/// Tells a year with far fewer rows than its neighbour where figures of both are compared: a file or a part of it may be missing.
fn far_fewer(source: &Source, earlier: &Table, later: &Table, findings: &mut Findings) {
    let rows = |table: &Table| table.rows.len();
    let (poor, rich) = if rows(earlier) < rows(later) { (earlier, later) } else { (later, earlier) };
    let is_far = rows(rich) - rows(poor) >= FEWER && rows(poor) * 5 < rows(rich) * 3;
    let is_told = is_far || lacks_a_fifth(source, earlier, later);
    if !is_told || rows(poor) == 0 || ![earlier.tahun, later.tahun].iter().all(|year| source.needs.contains_key(year)) {
        return;
    }
    let at = match &poor.parts[..] {
        [part] => part.at(),
        parts => At::file(parts.first().map_or_else(|| poor.sumber.clone(), |part| part.berkas.clone())),
    };
    let fakta = BarisTimpang { tahun: poor.tahun, baris: rows(poor), tahun_lain: rich.tahun, baris_lain: rows(rich) };
    findings.raise(Temuan::new(at, fakta), None);
}

/// Fewer entities may be gone or new.
const FEW_GONE: usize = 6;
/// A list of a few has no more.
const FEW_LISTED: usize = 18;

/// Whether more than a fifth of a year's entities are gone and hardly any came, or, of koperasi, which are seldom founded,
/// a quarter came and hardly any went. Where figures join them, look-alikes among them are told.
fn lacks_a_fifth(source: &Source, earlier: &Table, later: &Table) -> bool {
    // Whose numbers nobody knows, are neither gone nor new.
    let are_known = [earlier, later].iter().all(|table| table.by_entity.len() * 10 >= table.rows.len() * 9);
    if source.joined(earlier.tahun) && source.joined(later.tahun) || source.recap || !are_known {
        return false;
    }
    let without =
        |own: &Table, other: &Table| own.by_entity.iter().filter(|(entity, _)| !other.by_entity.contains(*entity)).count();
    let (gone, new) = (without(earlier, later), without(later, earlier));
    let is_most = |many: usize, few: usize, share: usize, of: usize| many >= FEW_GONE && few * 4 <= many && many * share > of;
    // Of a few koperasi a third.
    let are_few = (FEW_MOVED..=FEW_LISTED).contains(&earlier.by_entity.len()) && source.sumber.bentuk == Dictionary::Keragaan;
    let is_third = are_few && new == 0 && gone >= 2 && gone * 3 >= earlier.by_entity.len();
    is_third
        || is_most(gone, new, 5, earlier.by_entity.len())
        || source.sumber.bentuk == Dictionary::Keragaan && is_most(new, gone, 4, later.by_entity.len())
}

/// A year against a quarter is no comparison, between years or within one.
fn check_periods(periods: &BTreeMap<Year, Vec<PartPeriod>>, findings: &mut Findings) {
    let mut before: Option<&PartPeriod> = None;
    for (tahun, parts) in periods {
        // Quarters on sheets of their own: whether they add up no name says.
        let shares: Vec<&PartPeriod> = parts.iter().filter(|period| period.share.is_some()).collect();
        if let Some(pair) = shares.windows(2).find(|pair| pair[0].share != pair[1].share) {
            let shown = |period: &PartPeriod| period.share.clone().unwrap_or_default();
            let fakta = PeriodeBerbeda { periode: shown(pair[1]), periode_lain: shown(pair[0]) };
            findings.raise(Temuan::new(pair[1].at.clone(), fakta), None);
        }
        for period in parts {
            if let Some(other) = before
                && other.months != period.months
            {
                let fakta = PeriodeBerbeda { periode: period.text.clone(), periode_lain: other.text.clone() };
                findings.add(Temuan::new(period.at.clone(), fakta));
            } else if period.is_short {
                // A part of the year alone is no year.
                let fakta = PeriodeBerbeda { periode: period.text.clone(), periode_lain: format!("tahun {tahun}") };
                findings.add(Temuan::new(period.at.clone(), fakta));
            }
            before = Some(period);
        }
    }
}

/// Of the entities that are gone and those that are new, the pairs of one name
/// (and of one kecamatan and kelurahan, as far as both years tell): rows of the
/// earlier, then the later table. A name that stands twice tells nobody.
fn same_named(earlier: &Table, later: &Table, gone: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    let places: Vec<(usize, usize)> =
        ["kecamatan", "kelurahan"].iter().filter_map(|isian| Some((earlier.column(isian)?, later.column(isian)?))).collect();
    let told = |table: &Table, row: usize, columns: &[usize]| -> Option<String> {
        let name = normal(&table.rows[row].nama);
        let place = columns.iter().map(|at| normal(&crate::dataset::cell::isi_text(&table.isi(&table.rows[row], *at))));
        (!name.is_empty()).then(|| std::iter::once(name).chain(place).collect::<Vec<_>>().join("\u{1f}"))
    };
    let by_name = |table: &Table, rows: &[usize], columns: &[usize]| -> BTreeMap<String, Option<usize>> {
        let mut names: BTreeMap<String, Option<usize>> = BTreeMap::new();
        for row in rows {
            if let Some(name) = told(table, *row, columns) {
                names.entry(name).and_modify(|row| *row = None).or_insert(Some(*row));
            }
        }
        names
    };
    let (of_earlier, of_later): (Vec<usize>, Vec<usize>) = places.into_iter().unzip();
    let old = by_name(earlier, gone, &of_earlier);
    let fresh = by_name(later, new, &of_later);
    let pair = |(name, row): (&String, &Option<usize>)| Some(((*row)?, (*fresh.get(name)?)?));
    let mut pairs: Vec<(usize, usize)> = old.iter().filter_map(pair).collect();
    pairs.sort_by_key(|(_, fresh)| *fresh);
    pairs
}

/// Words before a name that are no part of it for everybody: `UD`, `Toko`, and the kinds.
const FORMS: [&str; 9] = ["ud", "cv", "pt", "pd", "toko", "warung", "kedai", "kios", "rumah"];

/// Where names are the key: of those that are gone and those that are new, the pairs
/// whose names differ by a letter, or by a kind before one of them; no digit between them differs.
fn nearly_named(earlier: &Table, later: &Table, gone: &[usize], new: &[usize]) -> Vec<(usize, usize)> {
    // The name, and what is left of it without the kinds before it, one after the other.
    let endings = |table: &Table, row: usize| -> Vec<String> {
        let words = spelt_words(&table.rows[row].nama);
        let is_form = |word: &&String| FORMS.contains(&word.as_str()) || KINDS.contains(&word.as_str());
        let kinds = words.iter().take_while(is_form).count().min(words.len().saturating_sub(1));
        (0..=kinds).map(|from| words[from..].concat()).collect()
    };
    let old: Vec<Vec<String>> = gone.iter().map(|row| endings(earlier, *row)).collect();
    let fresh: Vec<Vec<String>> = new.iter().map(|row| endings(later, *row)).collect();
    let whole = |names: &[Vec<String>]| names.iter().filter_map(|own| own.first().cloned()).collect::<Vec<_>>();
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<u8>>();
    let (old_whole, fresh_whole) = (whole(&old), whole(&fresh));
    // A letter in a short name makes another name, unless it is one of its kind's.
    let is_long = |(a, b): &(usize, usize)| {
        let bare = [&old[*a], &fresh[*b]].map(|names| names.last().map_or("", String::as_str));
        let same = fresh_whole[*b].ends_with(bare[0]) || old_whole[*a].ends_with(bare[1]);
        same || bare.iter().all(|name| name.len() >= LETTERS)
    };
    let mut pairs: Vec<_> = near_misses(&old_whole, &fresh_whole, PAIRS).into_iter().filter(is_long).collect();
    let at = |names: &[String]| names.iter().enumerate().map(|(index, name)| (name.clone(), index)).collect::<BTreeMap<_, _>>();
    let (of_old, of_fresh) = (at(&old_whole), at(&fresh_whole));
    let without = |names: &[Vec<String>], others: &BTreeMap<String, usize>| -> Vec<(usize, usize)> {
        let shorter = |(index, own): (usize, &Vec<String>)| Some((index, *own.iter().skip(1).find_map(|name| others.get(name))?));
        names.iter().enumerate().filter_map(shorter).collect()
    };
    pairs.extend(without(&old, &of_fresh));
    pairs.extend(without(&fresh, &of_old).into_iter().map(|(fresh, old)| (old, fresh)));
    let is_sure = |(a, b): &(usize, usize)| {
        old_whole[*a].len().max(fresh_whole[*b].len()) >= LETTERS && digits(&old_whole[*a]) == digits(&fresh_whole[*b])
    };
    pairs.into_iter().filter(is_sure).map(|(a, b)| (gone[a], new[b])).collect()
}

/// The field of the names, where most rows of both years meet by it and no two of a year share one; and how many do.
fn meeting_by_name(source: &Source, earlier: &Table, later: &Table) -> Option<(String, usize)> {
    let isian = source.names.first().filter(|name| source.sumber.kunci.iter().all(|key| *key.text != ***name))?;
    let names = |table: &Table| -> Option<BTreeSet<String>> {
        let names: BTreeSet<String> = table.rows.iter().map(|row| normal(&row.nama)).filter(|name| !name.is_empty()).collect();
        (names.len() == table.rows.len()).then_some(names)
    };
    let (before, after) = (names(earlier)?, names(later)?);
    let same = before.intersection(&after).count();
    (same * 2 > before.len().min(after.len())).then(|| (isian.to_string(), same))
}

/// Many entities new or gone: perhaps keys are mistyped. Lists those that look alike.
fn look_alikes(source: &Source, earlier: &Table, later: &Table, findings: &mut Findings) {
    let keys = |table: &Table| -> Vec<usize> { source.sumber.kunci.iter().filter_map(|key| table.column(&key.text)).collect() };
    let (earlier_keys, later_keys) = (keys(earlier), keys(later));
    if earlier_keys.is_empty() || later_keys.is_empty() {
        return;
    }
    let rows_without = |own: &Table, other: &Table| -> Vec<usize> {
        let mut rows: Vec<usize> =
            own.by_entity.iter().filter(|(entity, _)| !other.by_entity.contains(*entity)).map(|(_, row)| row).collect();
        rows.sort_unstable();
        rows
    };
    let (new, gone) = (rows_without(later, earlier), rows_without(earlier, later));
    let dari = later.by_entity.len() + gone.len();
    let (baru, hilang) = (new.len(), gone.len());
    let sama = later.by_entity.len() - baru;
    let fewest = later.by_entity.len().min(earlier.by_entity.len());
    if fewest >= FEW && sama * ALONE < fewest {
        if let (Some(fresh), Some(old)) = (new.first(), gone.first()) {
            let fakta = KunciTidakBertemu {
                tahun: later.tahun,
                tahun_lalu: earlier.tahun,
                sama,
                dari: later.by_entity.len(),
                contoh: shown_key(later, *fresh, &later_keys),
                contoh_lalu: shown_key(earlier, *old, &earlier_keys),
                lewat_nama: meeting_by_name(source, earlier, later),
            };
            findings.raise(Temuan::new(column_place(later, later_keys[0]), fakta), None);
        }
        return;
    }
    let mut named = same_named(earlier, later, &gone, &new);
    let is_by_name = source.sumber.kunci.iter().any(|key| source.names.iter().any(|name| **name == *key.text));
    if is_by_name && named.is_empty() && new.len() <= SOUGHT && gone.len() <= SOUGHT {
        named = nearly_named(earlier, later, &gone, &new);
    }
    if new.len() <= SOUGHT && gone.len() <= SOUGHT {
        let is_taken = |(old, fresh): &(usize, usize), named: &[(usize, usize)]| {
            named.iter().any(|(other_old, other_fresh)| other_old == old || other_fresh == fresh)
        };
        let more = nearly_one(earlier, later, &gone, &new).into_iter().filter(|pair| !is_taken(pair, &named));
        let more: Vec<(usize, usize)> = more.collect();
        named.extend(more);
    }
    if named.is_empty() && ((baru + hilang) * 5 <= dari || baru + hilang <= FEW_MOVED) {
        return;
    }
    let describe = |table: &Table, row: usize, keys: &[usize]| {
        let key = shown_key(table, row, keys);
        let nama = &table.rows[row].nama;
        if nama.is_empty() || key.contains(&**nama) { key } else { format!("{key} ({nama})") }
    };
    let mut pasangan: Vec<(String, String)> = named
        .iter()
        .take(PAIRS)
        .map(|(old, fresh)| (describe(earlier, *old, &earlier_keys), describe(later, *fresh, &later_keys)))
        .collect();
    if pasangan.is_empty() && new.len() <= SOUGHT && gone.len() <= SOUGHT {
        // By key, and, where the keys are quite another, by name.
        let raw_key = |table: &Table, row: usize, keys: &[usize]| {
            let parts: Vec<String> =
                keys.iter().map(|key| normal(&crate::dataset::cell::isi_text(&table.isi(&table.rows[row], *key)))).collect();
            parts.join(" ")
        };
        let gone_keys: Vec<String> = gone.iter().map(|row| raw_key(earlier, *row, &earlier_keys)).collect();
        let new_keys: Vec<String> = new.iter().map(|row| raw_key(later, *row, &later_keys)).collect();
        let mut pairs = near_misses(&gone_keys, &new_keys, PAIRS);
        if pairs.len() < PAIRS {
            let gone_names: Vec<String> = gone.iter().map(|row| normal(&earlier.rows[*row].nama)).collect();
            let new_names: Vec<String> = new.iter().map(|row| normal(&later.rows[*row].nama)).collect();
            for (old, fresh) in near_misses(&gone_names, &new_names, PAIRS) {
                let is_taken = pairs.iter().any(|(other_old, other_fresh)| *other_old == old || *other_fresh == fresh);
                if pairs.len() < PAIRS && !is_taken {
                    pairs.push((old, fresh));
                }
            }
        }
        pasangan = pairs
            .into_iter()
            .map(|(old, fresh)| (describe(earlier, gone[old], &earlier_keys), describe(later, new[fresh], &later_keys)))
            .collect();
    }
    let fakta = KunciMirip { tahun: later.tahun, tahun_lalu: earlier.tahun, baru, hilang, dari, pasangan };
    let at = later
        .parts
        .first()
        .map_or_else(|| At::file(later.sumber.clone()), |part| At::sheet(part.berkas.clone(), part.lembar.clone()));
    findings.add(Temuan::new(at, fakta));
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    /// Whether a fifth is told to be gone of koperasi (or businesses) of two years, whose sums stand beside each other.
    fn is_told(bentuk: Dictionary, before: std::ops::Range<u64>, after: std::ops::Range<u64>) -> bool {
        let list = |rows: std::ops::Range<u64>, year: u64| {
            let amount = |at: u64| (7_123_456 + at * at * 31_337) * (95 + at * year % 13) / 100;
            let line = |at: u64| format!("{at};Nama {at};35750101018000{at:02};{}\n", amount(at));
            let (key, amount) = match bentuk {
                Dictionary::Keragaan => ("Nama Koperasi;Nomor Badan Hukum", "Volume Usaha"),
                _ => ("Nama Usaha;NIK", "Omset"),
            };
            format!("No;{key};{amount}\n{}", rows.map(line).collect::<String>())
        };
        let (key, isian) = if bentuk == Dictionary::Keragaan { ("nomor_bh", "volume_usaha") } else { ("nik", "omset") };
        let office = Office::new(bentuk, &["data/{tahun}.csv"], &[key]);
        let office = office.file("2020.csv", &list(before, 5)).file("2021.csv", &list(after, 7));
        let read = office.needs(2020, &[isian]).needs(2021, &[isian]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        !read.has(Kode::BarisTimpang).is_empty()
    }

    #[test]
    fn a_fifth_that_is_gone_is_told_and_a_list_that_grows_is_not() {
        for bentuk in [Dictionary::Keragaan, Dictionary::Umkm] {
            assert!(is_told(bentuk, 10..52, 10..38), "a third gone");
            assert!(!is_told(bentuk, 10..52, 10..46), "a seventh gone");
            assert!(!is_told(bentuk, 10..52, 24..66), "others in the place of those");
            assert!(!is_told(bentuk, 10..46, 10..52), "a few new");
        }
        assert!(is_told(Dictionary::Keragaan, 10..38, 10..52));
        assert!(!is_told(Dictionary::Umkm, 10..38, 10..52), "businesses register");
    }
}
