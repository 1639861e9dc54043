//! A koperasi that stands in its list again under its name written otherwise (`Koperasi KUD Tirtha Luhur`,
//! `Tirtha Luhur, KUD`, `KUDTirthaLuhur`, `Tirtha Luhur`, a letter changed), with no number that would tell.

use crate::dataset::Table;
use crate::dataset::cell::text_of;
use crate::dataset::digest::digest;
use crate::dataset::entities::row_copies::IDENTITIES;
use crate::dataset::key::normal;
use crate::dataset::{Isi, Jenis};
use crate::text::label::{likeness, spelt_words};
use crate::text::lexicon::{DIRECTIONS, KINDS};
use std::collections::BTreeMap;

/// Longer lists are no office's own, and are not gone through so closely.
const MOST: usize = 20_000;
/// Names that are the same but for one word are held against one another as long as they are no more than these.
const MOST_OF_A_WORD: usize = 300;
/// A slip in a shorter word makes another of it.
const LONG: usize = 4;
const PLACES: [&str; 2] = ["kecamatan", "kelurahan"];

/// A row's name, taken apart.
struct Spelt {
    row: usize,
    /// Where it is, by a number; and whether any of it is told.
    place: u64,
    words: Vec<String>,
}

impl Spelt {
    fn of(table: &Table, row: usize, taken: &[usize]) -> Option<Self> {
        let text = |at: usize| normal(&text_of(&table.isi(&table.rows[row], at)));
        if IDENTITIES.iter().filter_map(|isian| table.column(isian)).any(|at| !text(at).is_empty()) {
            return None;
        }
        let places = PLACES.iter().filter_map(|isian| table.column(isian)).chain(taken.iter().copied());
        let words = words_of(&table.rows[row].nama);
        (!words.is_empty()).then(|| Self { row, place: digest(&places.map(text).collect::<Vec<String>>()), words })
    }
}

/// The words of a name but those that every koperasi may bear: `koperasi`, `kop`.
fn words_of(name: &str) -> Vec<String> {
    spelt_words(name).into_iter().filter(|word| !matches!(word.as_str(), "koperasi" | "kop")).collect()
}

/// Its letters in their order without blanks, its digits as they follow each other.
fn joined(words: &[String]) -> String {
    let all = words.concat();
    all.strip_prefix("koperasi").unwrap_or(&all).to_owned()
}

fn sorted(words: &[String]) -> Vec<&String> {
    let mut words: Vec<&String> = words.iter().collect();
    words.sort_unstable();
    words
}

/// Whether two names are one in other words, order or blanks: nothing is lost and nothing changed but what joins them.
pub(crate) fn are_one_name(one: &str, other: &str) -> bool {
    are_same(&words_of(one), &words_of(other))
}

fn are_same(one: &[String], other: &[String]) -> bool {
    !one.is_empty() && (joined(one) == joined(other) || sorted(one) == sorted(other))
}

/// Whether two names are one but for a letter of a long word.
pub(crate) fn is_slip(one: &str, other: &str) -> bool {
    slips(&words_of(one), &words_of(other))
}

fn slips(one: &[String], other: &[String]) -> bool {
    let mut differing = one.iter().zip(other).filter(|(one, other)| one != other);
    let (Some((word, wrong)), None) = (differing.next(), differing.next()) else { return false };
    let longest = word.len().max(wrong.len()) as u32;
    let is_word = |word: &String| word.len() >= LONG && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    one.len() == other.len() && is_word(word) && is_word(wrong) && likeness(word, wrong) >= 1000 * (longest - 1) / longest
}

/// A name's words of its kind, in their order, and its own.
fn by_kind(words: &[String]) -> (Vec<&str>, String) {
    let is_kind = |word: &&String| KINDS.contains(&word.as_str()) && !DIRECTIONS.contains(&word.as_str());
    let (kinds, mut own): (Vec<&String>, Vec<&String>) = words.iter().partition(is_kind);
    own.sort_unstable();
    (kinds.into_iter().map(String::as_str).collect(), own.into_iter().map(String::as_str).collect::<Vec<&str>>().join(" "))
}

/// Whether kinds may be one koperasi's: one says all that the other says, or stands for its first letters (`KSU`).
fn may_be_one_kind(one: &[&str], other: &[&str]) -> bool {
    let letters =
        |kinds: &[&str]| std::iter::once('k').chain(kinds.iter().filter_map(|kind| kind.chars().next())).collect::<String>();
    let is_within = |few: &[&str], many: &[&str]| few.iter().all(|kind| many.contains(kind));
    let is_short = |short: &[&str], long: &[&str]| matches!(short, [short] if *short == letters(long));
    is_within(one, other) || is_within(other, one) || is_short(one, other) || is_short(other, one)
}

/// Of the rows of a list, the pairs that may be one koperasi: first row and later row. `true` of those whose names are
/// one but for order, blanks and the word `koperasi`, and that nothing beside them tells apart.
pub(crate) fn respelt(table: &Table, rows: &[usize], taken: &[usize]) -> Vec<(usize, usize, bool)> {
    if rows.len() > MOST {
        return Vec::new();
    }
    let names: Vec<Spelt> = rows.iter().filter_map(|row| Spelt::of(table, *row, taken)).collect();
    let mut first: BTreeMap<usize, (usize, bool)> = BTreeMap::new();
    // The same letters, in whatever order.
    let letters = |name: &Spelt| {
        let mut letters: Vec<char> = joined(&name.words).chars().collect();
        letters.sort_unstable();
        (name.place, letters.into_iter().collect::<String>())
    };
    for group in groups(&names, letters) {
        for (index, at) in group.iter().enumerate() {
            let before = group[..index].iter().find(|before| are_same(&names[**before].words, &names[*at].words));
            let pair = before.map(|before| (names[*before].row, names[*at].row));
            if let Some((one, other)) = pair {
                let is_sure = table.rows[one].nama != table.rows[other].nama && is_nothing_else(table, one, other);
                first.entry(other).or_insert((one, is_sure));
            }
        }
    }
    for group in groups(&names, |name| (name.place, by_kind(&name.words).1)) {
        let kinds: Vec<Vec<&str>> = group.iter().map(|at| by_kind(&names[*at].words).0).collect();
        let has_own = group.first().is_some_and(|at| !by_kind(&names[*at].words).1.is_empty());
        for index in (1..group.len()).filter(|_| has_own) {
            let before = (0..index).find(|before| may_be_one_kind(&kinds[*before], &kinds[index]));
            before.map(|before| first.entry(names[group[index]].row).or_insert((names[group[before]].row, false)));
        }
    }
    for word in 0..names.iter().map(|name| name.words.len()).max().unwrap_or(0) {
        let but_one = |name: &Spelt| {
            let others = name.words.iter().enumerate().filter(|(at, _)| *at != word).map(|(_, word)| word.as_str());
            (
                name.place,
                if name.words.get(word).is_some_and(|word| word.len() >= LONG) {
                    others.collect::<Vec<&str>>().join(" ")
                } else {
                    String::new()
                },
            )
        };
        for group in groups(&names, but_one).into_iter().filter(|group| group.len() <= MOST_OF_A_WORD) {
            for index in 1..group.len() {
                let before = group[..index].iter().find(|before| slips(&names[**before].words, &names[group[index]].words));
                before.map(|before| first.entry(names[group[index]].row).or_insert((names[*before].row, false)));
            }
        }
    }
    first.into_iter().map(|(row, (one, is_sure))| (one, row, is_sure)).collect()
}

/// The places of names that have one key in common, where there are two or more; nothing of an empty key.
fn groups(names: &[Spelt], key: impl Fn(&Spelt) -> (u64, String)) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<(u64, String), Vec<usize>> = BTreeMap::new();
    for (at, name) in names.iter().enumerate() {
        groups.entry(key(name)).or_default().push(at);
    }
    groups.into_iter().filter(|((_, key), group)| !key.is_empty() && group.len() > 1).map(|(_, group)| group).collect()
}

/// Whether nothing beside their names tells two rows apart: all their texts are the same. Where there is no text,
/// no other row of the sheet, as a label over some of them, may stand between.
pub(crate) fn is_nothing_else(table: &Table, one: usize, other: usize) -> bool {
    let text = |row: usize, at: usize| match table.isi(&table.rows[row], at) {
        Isi::Teks(text) => normal(&text),
        _ => String::new(),
    };
    let own = |row: usize| normal(&table.rows[row].nama);
    let mut is_told = false;
    for at in (0..table.columns.len()).filter(|at| table.columns[*at].jenis == Jenis::Teks) {
        let (here, there) = (text(one, at), text(other, at));
        if here == own(one) && there == own(other) {
            continue;
        }
        if here != there {
            return false;
        }
        is_told |= !here.is_empty();
    }
    let between = table.rows[other].row.checked_sub(table.rows[one].row);
    is_told || between.is_some_and(|between| between as usize == other - one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    #[test]
    fn names_that_are_one_and_names_that_are_not() {
        let name = "KUD Tirtha Luhur";
        for other in ["Koperasi KUD Tirtha Luhur", "Tirtha Luhur, KUD", "KUDTirthaLuhur", "KUD Luhur Tirtha"] {
            assert!(are_one_name(name, other), "{other}");
        }
        for other in ["KSU Tirtha Luhur", "KUD Tirtha Luhur 2", "KUD Tirtha Luhur II", "KUD Tirta Luhur"] {
            assert!(!are_one_name(name, other), "{other}");
        }
        assert!(is_slip(name, "KUD Tirta Luhur") && is_slip(name, "KUD Tirtha Luhor"));
        assert!(
            !is_slip("Mekar Sari I", "Mekar Sari II") && !is_slip("KUD A Jaya", "KUD B Jaya") && !is_slip("RW 1001", "RW 1002")
        );
        assert!(!are_one_name("Melati 12", "Melati 21"));
        assert!(may_be_one_kind(&["ksu"], &["serba", "usaha"]) && may_be_one_kind(&[], &["kud"]));
        assert!(!may_be_one_kind(&["ksu"], &["kud"]));
    }

    /// How often names are told of a list without keys, its rows `name;place`.
    fn told(rows: &[&str]) -> usize {
        let line =
            |(at, row): (usize, &&str)| format!("{};{row};{}\n", at + 1, 31_415_927 + at * at * 2_718_281 + at * 1_618_033);
        let text = format!("No;Nama Koperasi;Kecamatan;Volume Usaha\n{}", rows.iter().enumerate().map(line).collect::<String>());
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", &text);
        let read = office.needs(2021, &["volume_usaha"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::NamaBerulang).len()
    }

    const OWN: [&str; 4] = ["KUD Tirtha Luhur", "KSU Sido Makmur", "KPRI Rukun Santoso", "Kopwan Mekar Sari"];

    /// The list, and below it its first names once more as they are made of the own ones.
    fn twice(count: usize, again: impl Fn(&str) -> String, places: [&str; 2]) -> usize {
        let own = OWN.iter().map(|name| format!("{name};{}", places[0]));
        let more = OWN[..count].iter().map(|name| format!("{};{}", again(name), places[1]));
        let rows: Vec<String> = own.chain(more).collect();
        told(&rows.iter().map(String::as_str).collect::<Vec<&str>>())
    }

    #[test]
    fn a_list_that_stands_again_in_other_words() {
        let plain = |name: &str| name.split_once(' ').map_or(String::new(), |(_, own)| own.to_owned());
        let turned = |name: &str| format!("{}, {}", plain(name), name.split(' ').next().unwrap());
        let here = ["Utara", "Utara"];
        assert_eq!(twice(4, |name| format!("Koperasi {name}"), here), 1);
        assert_eq!(twice(4, plain, here), 1);
        assert_eq!(twice(4, |name| name.replace('a', "e"), here), 1);
        assert_eq!(twice(1, turned, here), 1);
        assert_eq!(twice(1, |name| name.replace(' ', ""), here), 1);
        // Nothing stands beside them: the very name again.
        assert_eq!(twice(1, str::to_owned, ["", ""]), 1);
        // Elsewhere, or of another kind or number, or a few with a letter changed, they are others.
        for (count, places) in [(4, ["Utara", "Timur"]), (1, ["Utara", "Timur"])] {
            assert_eq!(twice(count, |name| format!("Koperasi {name}"), places), 0, "{count}");
        }
        assert_eq!(twice(4, |name| format!("KSPPS {}", plain(name)), here), 0);
        assert_eq!(twice(4, |name| format!("{name} II"), here), 0);
        assert_eq!(twice(4, |name| format!("{name} Barat"), here), 0);
        assert_eq!(twice(1, |name| name.replace('a', "e"), here), 0);
        assert_eq!(twice(1, plain, here), 0);
    }

    #[test]
    fn numbers_tell_names_apart() {
        let line =
            |(at, name): (usize, &String)| format!("{name};518/{at:02}/BH/1990;Utara;{}\n", 31_415_927 + at * at * 2_718_281);
        let names: Vec<String> =
            OWN.iter().map(|name| (*name).to_owned()).chain(OWN.map(|name| format!("Koperasi {name}"))).collect();
        let rows: String = names.iter().enumerate().map(line).collect();
        let text = format!("Nama Koperasi;Nomor Badan Hukum;Kecamatan;Volume Usaha\n{rows}");
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", &text);
        assert!(office.needs(2021, &["volume_usaha"]).read().has(Kode::NamaBerulang).is_empty());
    }

    #[test]
    fn one_name_under_two_labels_is_of_two() {
        let text = "No;Nama Koperasi;Volume Usaha\n;KECAMATAN UTARA;\n1;KSP Melati;31415927\n2;KSP Dahlia;27182818\n\
                    ;KECAMATAN TIMUR;\n3;KSP Melati;16180339\n4;KSP Mawar;14142135\n5;KSP Anggrek;17320508\n";
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &[]).file("2021.csv", text);
        assert!(office.needs(2021, &["volume_usaha"]).read().has(Kode::NamaBerulang).is_empty());
    }
}
