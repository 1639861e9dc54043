//! Rows of one year that are one bearer's by what they say, whatever their keys: the same amounts under
//! a name written otherwise, a business that goes on in a second row, a file copied under other keys.

use crate::dataset::accept::Findings;
use crate::dataset::cell::text_of;
use crate::dataset::digest::{Amounts, comes_again, digest};
use crate::dataset::entities::respelt::{are_one_name, is_slip};
use crate::dataset::entities::row_copies::{IDENTITIES, place_of};
use crate::dataset::key::{normal, says_something};
use crate::dataset::source::Source;
use crate::dataset::{Isi, Jenis, Row, Table};
use crate::diagnostic::{EntitasKembar, Fakta, Kembar, KunciGanda, KunciGandaSelembar, Temuan};
use crate::profile::Dictionary;
use crate::text::label::{likeness, spelt_words};
use crate::text::lexicon::KINDS;
use crate::threads::in_runs;
use crate::vocabulary::mask_person;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

const PLACES: [&str; 2] = ["kecamatan", "kelurahan"];
/// Names so much alike, of 1000, are one name with a slip.
const ALIKE: u32 = 850;
/// So many rows of a part that stand in another are no chance.
const COPIED: usize = 3;
/// Smaller amounts of rupiah come again by chance.
const TELLING: Decimal = Decimal::ONE_THOUSAND;

/// How two texts that should be the same stand to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Beside {
    Same,
    /// One of them says nothing, or both.
    Blank,
    Differ,
}

fn beside(one: &str, other: &str) -> Beside {
    if one.is_empty() || other.is_empty() {
        return Beside::Blank;
    }
    if one == other { Beside::Same } else { Beside::Differ }
}

/// What the rows say of their bearers.
struct Bearers<'t> {
    table: &'t Table,
    name: Option<usize>,
    owner: Option<usize>,
    numbers: Vec<usize>,
    places: Vec<usize>,
    money: Vec<usize>,
    are_businesses: bool,
}

impl<'t> Bearers<'t> {
    fn of(source: &Source, table: &'t Table) -> Self {
        let at = |isian: &str| table.column(isian);
        let is_money = |at: &usize| table.columns[*at].jenis == Jenis::Uang;
        Self {
            table,
            name: source.names.iter().find_map(|name| at(name)),
            owner: at("nama_pemilik"),
            numbers: IDENTITIES.into_iter().filter_map(at).collect(),
            places: PLACES.into_iter().filter_map(at).collect(),
            money: (0..table.columns.len()).filter(is_money).collect(),
            are_businesses: source.sumber.bentuk == Dictionary::Umkm,
        }
    }

    fn text(&self, row: usize, column: Option<usize>) -> String {
        column.map(|column| normal(&text_of(&self.table.isi(&self.table.rows[row], column)))).unwrap_or_default()
    }

    /// A number of its amounts, all of them, and how much they say; none where none says anything.
    fn amounts(&self, row: &Row) -> Option<(u64, usize)> {
        let mut amounts = Amounts::default();
        let mut telling = 0;
        for at in &self.money {
            let Isi::Angka(value) = self.table.isi(row, *at) else { continue };
            if !value.is_zero() {
                amounts.add(*at, value);
                // To the rupiah it tells as much as two that are rounded.
                let is_exact = !(value % Decimal::ONE_THOUSAND).is_zero();
                telling += usize::from(value.abs() >= TELLING) * (1 + usize::from(is_exact));
            }
        }
        (telling > 0).then(|| (amounts.digest(), telling))
    }

    fn all(&self, columns: &[usize], one: usize, other: usize) -> Beside {
        together(columns.iter().map(|at| beside(&self.text(one, Some(*at)), &self.text(other, Some(*at)))))
    }

    /// Whether one row leaves blank what the other says of its bearer.
    fn is_barer(&self, row: usize, other: usize) -> bool {
        let says = |row: usize| {
            self.owner.iter().chain(&self.numbers).chain(&self.places).filter(|at| !self.text(row, Some(**at)).is_empty()).count()
        };
        says(row) < says(other)
    }

    /// Whether two rows with the same amounts are one bearer's.
    fn are_one(&self, one: usize, other: usize, telling: usize) -> bool {
        let owner = beside(&self.text(one, self.owner), &self.text(other, self.owner));
        if owner == Beside::Differ || self.all(&self.places, one, other) == Beside::Differ {
            return false;
        }
        let numbers = self.all(&self.numbers, one, other);
        let (name, other_name) = (self.text(one, self.name), self.text(other, self.name));
        let named = beside(&name, &other_name);
        let owned = own_words(&self.text(one, self.owner));
        let are_alike = named == Beside::Blank || named == Beside::Same || alike(&name, &other_name, &owned);
        if self.are_businesses {
            return match (named, owner) {
                (Beside::Same, Beside::Same) => true,
                (Beside::Same, _) => numbers == Beside::Same || self.is_barer(one, other) || self.is_barer(other, one),
                (_, Beside::Same) => are_alike,
                _ => are_alike && numbers == Beside::Same,
            };
        }
        let is_told = numbers == Beside::Same || telling >= 2;
        let is_respelt = || {
            are_one_name(&name, &other_name)
                || numbers != Beside::Differ && is_slip(&name, &other_name) && self.all(&self.places, one, other) == Beside::Same
        };
        named == Beside::Same
            || named == Beside::Differ && is_told && (own_words(&name) == own_words(&other_name) || is_respelt())
    }

    /// Whether a row stands on another sheet or in another file with the same name and number: its amounts are summed twice.
    fn is_copy(&self, row: usize, first: usize) -> bool {
        let part = |row: usize| self.table.rows[row].part;
        let is_named = beside(&self.text(row, self.name), &self.text(first, self.name)) == Beside::Same;
        part(row) != part(first) && is_named && self.all(&self.numbers, row, first) == Beside::Same
    }

    /// What a row says of its bearer beside the owner.
    fn said(&self, row: usize) -> Said {
        let own = |at: &usize| Text::of(&self.text(row, Some(*at)));
        let all = |columns: &[usize]| columns.iter().map(own).collect();
        Said { name: Text::of(&self.text(row, self.name)), numbers: all(&self.numbers), places: all(&self.places) }
    }
}

/// A text as keys compare, by its digest; none where it says nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Text(Option<u64>);

impl Text {
    fn of(normal: &str) -> Self {
        Self((!normal.is_empty()).then(|| digest(&normal)))
    }

    fn beside(self, other: Self) -> Beside {
        match (self.0, other.0) {
            (Some(one), Some(other)) if one == other => Beside::Same,
            (Some(_), Some(_)) => Beside::Differ,
            _ => Beside::Blank,
        }
    }
}

/// What a business's row says of it beside its owner, made once for all the rows it is compared with.
struct Said {
    name: Text,
    numbers: Vec<Text>,
    places: Vec<Text>,
}

impl Said {
    /// Whether a business goes on in this row with other amounts, the owner being the same: its number again and no name,
    /// or its name and place again and no number.
    fn goes_on(&self, first: &Said) -> bool {
        let named = self.name.beside(first.name);
        let has_number = |said: &Said| said.numbers.iter().any(|text| text.0.is_some());
        named == Beside::Blank && self.name.0.is_none() && all(&self.numbers, &first.numbers) == Beside::Same
            || named == Beside::Same
                && has_number(first)
                && !has_number(self)
                && all(&self.places, &first.places) != Beside::Differ
    }
}

/// How texts stand to each other all together.
fn all(ones: &[Text], others: &[Text]) -> Beside {
    together(ones.iter().zip(others).map(|(one, other)| one.beside(*other)))
}

/// One that differs decides, then one that is the same.
fn together(mut each: impl Iterator<Item = Beside>) -> Beside {
    let join = |whole: Beside, own: Beside| match own {
        Beside::Differ => None,
        Beside::Same => Some(Beside::Same),
        Beside::Blank => Some(whole),
    };
    each.try_fold(Beside::Blank, join).unwrap_or(Beside::Differ)
}

/// The words of a name that are its own, in order of the alphabet, old spellings as the new.
pub(crate) fn own_words(name: &str) -> Vec<String> {
    let newer = |word: String| word.replace("oe", "u").replace("dj", "j").replace("tj", "c");
    let own = spelt_words(name).into_iter().filter(|word| !KINDS.contains(&word.as_str()));
    let mut words: Vec<String> = own.map(newer).collect();
    words.sort();
    words
}

/// Whether two names may be one, written otherwise: a slip, other words before it, an order, a short form.
/// By their owner's name, which both bear, they are none.
fn alike(one: &str, other: &str, owner: &[String]) -> bool {
    let own = |name: &str| -> Vec<String> {
        let words = own_words(name);
        let bare: Vec<String> = words.iter().filter(|word| !owner.contains(word)).cloned().collect();
        if bare.is_empty() { words } else { bare }
    };
    let (ones, others) = (own(one), own(other));
    let shared = ones.iter().filter(|word| word.len() > 2 && others.contains(word)).count();
    let fewest = ones.len().min(others.len());
    shared > 0 && shared * 2 >= fewest || likeness(one, other) >= ALIKE || !owner.is_empty() && share_trade(one, other, owner)
}

/// Words of a business's name that are no trade.
const NO_TRADES: [&str; 11] =
    ["usaha", "unit", "umkm", "ukm", "ikm", "mikro", "kecil", "jasa", "industri", "kelompok", "perdagangan"];
/// A slip in a shorter word makes another of it.
const LONG: usize = 5;

/// Whether one owner's two names name one trade, or it with a slip: `Keripik Sukarno` and `Kripik Singkong Sukarno`.
fn share_trade(one: &str, other: &str, owner: &[String]) -> bool {
    let trades = |name: &str| -> Vec<String> {
        let words = spelt_words(name).into_iter();
        words.filter(|word| word.len() > 2 && !owner.contains(word) && !NO_TRADES.contains(&word.as_str())).collect()
    };
    let is_one = |own: &String, other: &String| {
        let longest = own.len().max(other.len());
        let has_slip = || longest > LONG && likeness(own, other) as usize >= 1000 * (longest - 1) / longest;
        own == other || has_slip()
    };
    let others = trades(other);
    trades(one).iter().any(|own| others.iter().any(|other| is_one(own, other)))
}

/// Rows of one bearer that no key tells: the same amounts under another name or number, or a second row of a business.
pub(crate) fn kin(source: &Source, table: &Table, findings: &mut Findings) {
    let bearers = Bearers::of(source, table);
    let Some(name) = bearers.name else { return };
    let is_told =
        |row: usize, findings: &Findings| (0..table.columns.len()).any(|at| findings.stands_at(&table.at(&table.rows[row], at)));
    let counted: Vec<usize> =
        (0..table.rows.len()).filter(|row| !table.rows[*row].lanjutan && says_something(&table.rows[*row].nama)).collect();
    let figured = |row: &usize| bearers.amounts(&table.rows[*row]).map(|(amounts, telling)| (*row, amounts, telling));
    let figured = in_runs(&counted, |run| run.iter().filter_map(figured).collect::<Vec<(usize, u64, usize)>>()).concat();
    let again = comes_again(figured.iter().map(|(_, amounts, _)| *amounts).collect());
    // Of the rows of the same amounts, the first of each name, owner and number.
    let mut firsts: BTreeMap<(u64, u8, String), usize> = BTreeMap::new();
    for (_, (row, amounts, telling)) in figured.iter().enumerate().filter(|(at, _)| again(*at)) {
        let numbers = bearers.numbers.iter().map(|at| bearers.text(*row, Some(*at)));
        let named = own_words(&bearers.text(*row, bearers.name)).join(" ");
        let by: Vec<(u8, String)> = [named, bearers.text(*row, bearers.owner)]
            .into_iter()
            .chain(numbers)
            .enumerate()
            .map(|(at, text)| (at as u8, text))
            .chain((!bearers.are_businesses).then(|| (u8::MAX, "-".to_owned())))
            .collect();
        let keys: Vec<(u64, u8, String)> =
            by.into_iter().filter(|(_, text)| !text.is_empty()).map(|(kind, text)| (*amounts, kind, text)).collect();
        let first = keys.iter().filter_map(|key| firsts.get(key)).copied().find(|first| bearers.are_one(*row, *first, *telling));
        for key in keys {
            firsts.entry(key).or_insert(*row);
        }
        let Some(first) = first.filter(|_| !is_told(*row, findings)) else { continue };
        let nama = &table.rows[*row].nama;
        let lain = place_of(table, first, name, *row);
        let fakta: Fakta = if bearers.is_copy(*row, first) {
            KunciGanda { kunci: nama.to_string(), lain, nama_lain: table.rows[first].nama.to_string() }.into()
        } else {
            EntitasKembar { nama: mask_person(nama), lain, kembar: Kembar::Nilai }.into()
        };
        findings.raise(Temuan::new(table.at(&table.rows[*row], name), fakta).named(&**nama), None);
    }
    if bearers.are_businesses {
        second_rows(&bearers, &counted, name, findings);
    }
    if table.parts.len() > 1 {
        numbered_again(&bearers, &counted, name, findings);
    }
}

/// Rows that no key tells, of the name and number of one on another sheet or in another file: with other amounts they may
/// be two, and COUNT counts two.
fn numbered_again(bearers: &Bearers, counted: &[usize], name: usize, findings: &mut Findings) {
    let table = bearers.table;
    let told = |row: &usize| {
        let numbers: Vec<String> = bearers.numbers.iter().map(|at| bearers.text(*row, Some(*at))).collect();
        let has_number = table.rows[*row].entitas == 0 && numbers.iter().any(|number| !number.is_empty());
        has_number.then(|| (digest(&(bearers.text(*row, bearers.name), numbers)), *row))
    };
    let mut numbered = in_runs(counted, |run| run.iter().filter_map(told).collect::<Vec<(u64, usize)>>()).concat();
    numbered.sort_unstable();
    let mut again: Vec<(usize, usize)> = Vec::new();
    for rows in numbered.chunk_by(|one, two| one.0 == two.0) {
        let first = rows[0].1;
        let elsewhere = rows[1..].iter().map(|(_, row)| *row).filter(|row| table.rows[*row].part != table.rows[first].part);
        let differs =
            |row: &usize| beside(&bearers.text(*row, bearers.owner), &bearers.text(first, bearers.owner)) == Beside::Differ;
        again.extend(elsewhere.filter(|row| !differs(row)).map(|row| (row, first)));
    }
    again.sort_unstable();
    for (row, first) in again {
        if !(0..table.columns.len()).any(|at| findings.stands_at(&table.at(&table.rows[row], at))) {
            tell_again(table, name, (row, first), findings);
        }
    }
}

fn tell_again(table: &Table, name: usize, (row, first): (usize, usize), findings: &mut Findings) {
    let fakta = KunciGandaSelembar {
        kunci: mask_person(&table.rows[row].nama),
        lain: place_of(table, first, name, row),
        nama_lain: table.rows[first].nama.to_string(),
    };
    findings.raise(Temuan::new(table.at(&table.rows[row], name), fakta).named(&*table.rows[row].nama), None);
}

/// A business's second row.
fn second_rows(bearers: &Bearers, counted: &[usize], name: usize, findings: &mut Findings) {
    let table = bearers.table;
    let owner = |row: &usize| Some((Text::of(&bearers.text(*row, bearers.owner)).0?, *row));
    let mut owned = in_runs(counted, |run| run.iter().filter_map(owner).collect::<Vec<(u64, usize)>>()).concat();
    owned.sort_unstable();
    let owners: Vec<&[(u64, usize)]> = owned.chunk_by(|one, two| one.0 == two.0).filter(|rows| rows.len() > 1).collect();
    let of_owner = |rows: &&[(u64, usize)]| {
        let mut firsts: Vec<(usize, Said)> = Vec::new();
        let mut seconds = Vec::new();
        for (_, row) in *rows {
            let said = bearers.said(*row);
            let first = firsts.iter().find(|(_, first)| said.goes_on(first) || first.goes_on(&said));
            seconds.extend(first.map(|(first, _)| (*row, *first)));
            // An owner of more is no one person.
            if firsts.len() < 8 {
                firsts.push((*row, said));
            }
        }
        seconds
    };
    let mut seconds = in_runs(&owners, |run| run.iter().flat_map(of_owner).collect::<Vec<_>>()).concat();
    seconds.sort_unstable();
    for (row, first) in seconds {
        let is_told = |at: usize| findings.stands_at(&table.at(&table.rows[row], at));
        let is_one = bearers.text(first, bearers.owner) == bearers.text(row, bearers.owner);
        if !is_one || (0..table.columns.len()).any(is_told) {
            continue;
        }
        tell_again(table, name, (row, first), findings);
    }
}

/// Sheets or files most of whose rows stand in another with the same amounts, whatever their keys and names.
pub(crate) fn copied_parts(source: &Source, table: &Table, findings: &mut Findings) {
    if table.parts.len() < 2 {
        return;
    }
    let bearers = Bearers::of(source, table);
    let column = bearers.name.unwrap_or(0);
    let mut of_part: Vec<BTreeMap<u64, Option<usize>>> = vec![BTreeMap::new(); table.parts.len()];
    for (index, row) in table.rows.iter().enumerate() {
        let Some(own) = of_part.get_mut(usize::from(row.part)) else { continue };
        if let Some((amounts, _)) = bearers.amounts(row) {
            // Amounts that stand twice on a sheet tell nobody.
            own.entry(amounts).and_modify(|row| *row = None).or_insert(Some(index));
        }
    }
    let mut copies: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (part, own) in of_part.iter().enumerate() {
        for other in &of_part[..part] {
            let pair = |(amounts, row): (&u64, &Option<usize>)| Some(((*row)?, (*other.get(amounts)?)?));
            let both: Vec<(usize, usize)> = own.iter().filter_map(pair).collect();
            let fewest = own.len().min(other.len());
            let is_kin = |(row, first): &&(usize, usize)| bearers.all(&bearers.places, *row, *first) != Beside::Differ;
            let kin = both.iter().filter(is_kin).count();
            if kin >= COPIED && kin * 2 > fewest {
                copies.extend(both);
            }
        }
    }
    for (row, first) in copies {
        let (own, other) = (&table.rows[row], &table.rows[first]);
        if (0..table.columns.len()).any(|at| findings.stands_at(&table.at(own, at))) {
            continue;
        }
        let fakta = KunciGanda {
            kunci: own.nama.to_string(),
            lain: table.at(other, column).to_string(),
            nama_lain: other.nama.to_string(),
        };
        findings.raise(Temuan::new(table.at(own, column), fakta).named(&*own.nama), None);
    }
}
