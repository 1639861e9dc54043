//! Rows that by their name or their key are a branch or a unit of another: `Cabang Purworejo`,
//! `Unit Toko KUD Makmur`, `518/BH/1990-01` beside `518/BH/1990`. With a key of its own such a
//! row looks like an entity, while its figures mostly stand in the other's already.

use crate::dataset::Table;
use crate::dataset::accept::Findings;
use crate::dataset::cell::text_of;
use crate::dataset::digest::digest;
use crate::dataset::entities::row_copies::place_of;
use crate::dataset::source::Source;
use crate::diagnostic::{CabangSebab, CabangTerhitung, Temuan};
use crate::profile::Arti;
use crate::text::branch::{bare_name, has_branch_word, is_of_a_branch, leads_as_branch, names_no_branch, parents_named};
use crate::text::label::{spelt_words, words};
use crate::text::lexicon::BRANCHES;
use crate::threads::in_ranges;
use crate::vocabulary::mask_person;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Numbers by which somebody is registered.
const NUMBERS: [&str; 2] = ["nomor_bh", "nik_koperasi"];
/// So many letters may stand behind another's number.
const SHORT: usize = 3;

/// What says that a row is a branch, and the row it is a branch of.
type Says = (CabangSebab, Option<usize>);

/// Tells such rows, and leaves out those that the office accepts without saying that they are data.
pub(crate) fn leave_out_branches(source: &Source, table: &mut Table, findings: &mut Findings) {
    let is_name = |isian: &str| source.names.iter().any(|name| &**name == isian);
    let Some(name) = (0..table.columns.len()).find(|at| is_name(&table.columns[*at].isian)) else { return };
    let mut said: BTreeMap<usize, Says> = BTreeMap::new();
    let (leads, parents) = by_names(table);
    // Where most rows are branches, the rows are branches.
    if leads.len() * 2 <= table.rows.len() {
        said.extend(leads.into_iter().map(|row| (row, (CabangSebab::Sebutan, None))));
    }
    said.extend(parents.into_iter().map(|(row, parent)| (row, (CabangSebab::Nama, Some(parent)))));
    said.extend(by_numbers(table, &is_name).into_iter().map(|(row, parent)| (row, (CabangSebab::Kunci, Some(parent)))));
    let mut left_out: BTreeSet<usize> = BTreeSet::new();
    for (row, (sebab, parent)) in said {
        let nama = &table.rows[row].nama;
        if table.rows[row].lanjutan || Arti::of(&source.sumber.arti, nama) == Some(Arti::Biasa) {
            continue;
        }
        let induk = parent.map(|parent| (mask_person(&table.rows[parent].nama), place_of(table, parent, name, row)));
        let fakta = CabangTerhitung { sumber: source.sumber.id.clone(), nama: mask_person(nama), induk, sebab };
        let temuan = Temuan::new(table.at(&table.rows[row], name), fakta).named(&**nama);
        let granted = findings.raise(temuan, Some(nama));
        if granted.is_some_and(|granted| !granted.is_data()) {
            left_out.insert(row);
        }
    }
    if !left_out.is_empty() {
        let mut index = 0..;
        table.rows.retain(|_| index.next().is_none_or(|index| !left_out.contains(&index)));
    }
}

/// The rows whose name is a branch's, whoever's; and those whose name holds another row's, with
/// a word for a branch right beside it. No name is held but those that may be another's: the
/// words of all names take more room than the table.
fn by_names(table: &Table) -> (Vec<usize>, BTreeMap<usize, usize>) {
    let named = || table.rows.iter().map(|row| spelt_words(&row.nama)).enumerate();
    let of_run = |rows: Range<usize>| {
        let (mut leads, mut asking, mut sought) = (Vec::new(), Vec::new(), Vec::new());
        for row in rows {
            if names_no_branch(&table.rows[row].nama) {
                continue;
            }
            let name = spelt_words(&table.rows[row].nama);
            leads.extend(leads_as_branch(&name).then_some(row));
            if has_branch_word(&name) {
                asking.push(row);
                sought.extend(runs_beside(&name).into_iter().map(|run| digest(&run)));
            }
        }
        (leads, asking, sought)
    };
    let (mut leads, mut asking, mut sought) = (Vec::new(), Vec::new(), Vec::new());
    for (own_leads, own_asking, own_sought) in in_ranges(table.rows.len(), of_run) {
        leads.extend(own_leads);
        asking.extend(own_asking);
        sought.extend(own_sought);
    }
    let is_sought = among(sought);
    let mut whole: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut bare: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for (row, name) in named().take_while(|_| !asking.is_empty()) {
        if is_sought(digest(&bare_name(&name))) {
            bare.entry(bare_name(&name).to_vec()).or_insert(row);
        }
        if is_sought(digest(&&name[..])) {
            whole.entry(name).or_insert(row);
        }
    }
    let parent = |row: usize| {
        let name = spelt_words(&table.rows[row].nama);
        runs_beside(&name).into_iter().find_map(|run| {
            // `USP Bahari` may be anybody's, but not right below `KPRI Bahari`.
            let is_near = |parent: &usize| run.len() >= 2 || *parent + 1 == row;
            whole.get(run).or_else(|| bare.get(run)).copied().filter(|parent| *parent != row && is_near(parent))
        })
    };
    let asking = asking.into_iter().take_while(|_| !whole.is_empty() || !bare.is_empty());
    let parents = asking.filter_map(|row| Some((row, parent(row)?))).collect();
    (leads, parents)
}

/// The runs of a name's words that may be whose branch it is, the longest first: a word
/// for a branch or a unit stands right beside each.
fn runs_beside(name: &[String]) -> Vec<&[String]> {
    let is_beside = |run: &&[String]| {
        let Some(from) = name.windows(run.len()).position(|window| window == *run) else { return false };
        let beside = [from.checked_sub(1).and_then(|at| name.get(at)), name.get(from + run.len())];
        beside.into_iter().flatten().any(|word| is_of_a_branch(word))
    };
    let mut runs = parents_named(name);
    runs.sort_by_key(|run| std::cmp::Reverse(run.len()));
    runs.retain(is_beside);
    runs
}

/// Whether a digest is among these.
fn among(mut digests: Vec<u64>) -> impl Fn(u64) -> bool {
    digests.sort_unstable();
    digests.dedup();
    move |digest| digests.binary_search(&digest).is_ok()
}

/// The rows whose number is another row's with something behind it. As with names, no number
/// is held but those that may be a longer one's.
fn by_numbers(table: &Table, is_name: &dyn Fn(&str) -> bool) -> BTreeMap<usize, usize> {
    let is_number = |at: &usize| NUMBERS.contains(&&*table.columns[*at].isian) && !is_name(&table.columns[*at].isian);
    let mut found = BTreeMap::new();
    for column in (0..table.columns.len()).filter(is_number) {
        let of = |row: usize| words(&text_of(&table.isi(&table.rows[row], column)));
        let all = || (0..table.rows.len()).map(|row| (row, of(row)));
        let of_run = |rows: Range<usize>| {
            let (mut longer, mut sought) = (Vec::new(), Vec::new());
            for row in rows {
                if is_no_longer(&text_of(&table.isi(&table.rows[row], column))) {
                    continue;
                }
                let shorter = shorter(&of(row));
                longer.extend((!shorter.is_empty()).then_some(row));
                sought.extend(shorter.iter().map(digest));
            }
            (longer, sought)
        };
        let (longer, sought): (Vec<_>, Vec<_>) = in_ranges(table.rows.len(), of_run).into_iter().unzip();
        let (longer, sought) = (longer.concat(), sought.concat());
        let is_sought = among(sought);
        let mut first: BTreeMap<Vec<String>, usize> = BTreeMap::new();
        for (row, number) in all().take_while(|_| !longer.is_empty()) {
            if is_telling(&number) && is_sought(digest(&number)) {
                first.entry(number).or_insert(row);
            }
        }
        for row in longer.into_iter().take_while(|_| !first.is_empty()) {
            let parent = shorter(&of(row)).iter().find_map(|number| first.get(number).copied());
            found.extend(parent.filter(|parent| *parent != row).map(|parent| (row, parent)));
        }
    }
    found
}

/// A quick look before the slow one: whether a number's last word is no such as stands behind another's number, and its
/// first two are no numbers.
fn is_no_longer(number: &str) -> bool {
    let bytes = number.as_bytes();
    // A per cent sign is a word.
    if !bytes.iter().all(|byte| matches!(byte, b' '..=b'~') && *byte != b'%') {
        return false;
    }
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric();
    let ends = bytes.iter().rposition(is_word).map_or(0, |last| last + 1);
    let is_like = |byte: &u8| is_word(byte) && byte.is_ascii_digit() == bytes[ends - 1].is_ascii_digit();
    let last = &number[ends - bytes[..ends].iter().rev().take_while(|byte| is_like(byte)).count()..ends];
    let mut runs = bytes.chunk_by(|one, two| is_word(one) && is_word(two) && one.is_ascii_digit() == two.is_ascii_digit());
    let mut numbers = runs.by_ref().filter(|run| is_word(&run[0])).take(2).map(|run| run[0].is_ascii_digit());
    let begins = numbers.next() == Some(true) && numbers.next() == Some(true);
    last.len() > SHORT && !begins && !BRANCHES.iter().any(|branch| branch.eq_ignore_ascii_case(last))
}

/// Whether a number is one that a longer one may begin with: `518/BH`, `3575`, not `1`.
fn is_telling(number: &[String]) -> bool {
    let has_digit = number.iter().any(|word| word.bytes().all(|byte| byte.is_ascii_digit()));
    has_digit && (number.len() >= 2 || number.iter().all(|word| word.len() >= 2))
}

/// The numbers of which this one is a branch's: what stands behind it, or right behind
/// its first digits (`518.1/BH/1990`), left off.
fn shorter(number: &[String]) -> Vec<Vec<String>> {
    let is_digits = |word: &String| word.bytes().all(|byte| byte.is_ascii_digit());
    let is_aside = |word: &String| word.len() <= SHORT || BRANCHES.contains(&word.as_str());
    let mut shorter = Vec::new();
    for tail in 1..=2_usize {
        if let Some((rest, aside)) = number.split_at_checked(number.len().saturating_sub(tail))
            && !rest.is_empty()
            && aside.iter().all(is_aside)
        {
            shorter.push(rest.to_vec());
        }
    }
    if let [first, second, third, ..] = number
        && is_digits(first)
        && is_digits(second)
        && second.len() <= SHORT
        && !is_digits(third)
    {
        shorter.push([&number[..1], &number[2..]].concat());
    }
    shorter
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_with_something_behind_them() {
        let of = |number: &str, other: &str| {
            let other = words(other);
            is_telling(&other) && shorter(&words(number)).contains(&other)
        };
        for number in
            ["518/BH/1990-01", "518/BH/1990/CAB", "518/BH/1990.1", "518/BH/1990 (cab)", "518.1/BH/1990", "518/BH/1990/TPK/2"]
        {
            assert!(of(number, "518/BH/1990"), "{number}");
        }
        assert!(of("3575010001-2", "3575010001"));
        // The quick look turns away none that has a shorter one.
        for front in ["", "518/", "518.1/", "BH/", "A B C D ", "2 0 2 1 ", "12-"] {
            for back in ["BH/1990", "1990-01", "1990/CAB", "2 0 2 1", "cabang", "TPK 2", "1990%", "x", "1990 (cab)", "é", "--"] {
                let number = format!("{front}{back}");
                assert!(!is_no_longer(&number) || shorter(&words(&number)).is_empty(), "{number}");
            }
        }
        assert!(is_no_longer("518/BH/KWK.13/1990") && is_no_longer("BH/7/KWK.13/2001"));
        for (number, other) in
            [("12/BH/2001", "12/BH"), ("12/BH/XVI/2001", "12/BH/2001"), ("11", "1"), ("519/BH/1990", "518/BH/1990")]
        {
            assert!(!of(number, other), "{number}");
        }
    }
}
