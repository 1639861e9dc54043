//! What the sheet itself says of the amounts of two years beside it: `Naik`, `Turun`, `Tetap` in words or as ticks, or how
//! much, in rupiah or per cent. Where that is so in nearly all rows, a row in which it is not puts one of them in doubt.
//! None of this refuses.

use crate::dataset::Jenis;
use crate::dataset::accept::Findings;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::total::says_percent;
use crate::dataset::counted::{On, figure_of};
use crate::diagnostic::Banding;
use crate::table::LayoutColumn;
use crate::text::label::words;
use crate::text::{MarkText, read_mark};
use crate::vocabulary::{CellAddress, Year, tampil};
use crate::workbook::Value;
use rust_decimal::Decimal;
use std::cmp::Ordering;

/// In so many rows at least it must hold, and so many times as often as it does not.
const FEW: usize = 5;
const HOLDS: usize = 4;
/// So many rows show whether a column says it.
const SHOWN: usize = 500;
/// So few of its first cells with something in them tell a column of such words.
const FIRST: usize = 12;
/// A change of one in so many may pass for none.
const STEADY: Decimal = Decimal::from_parts(10, 0, 0, false, 0);
const NAIK: [&str; 6] = ["naik", "meningkat", "bertambah", "tumbuh", "peningkatan", "kenaikan"];
const TURUN: [&str; 4] = ["turun", "menurun", "berkurang", "penurunan"];
const TETAP: [&str; 4] = ["tetap", "stabil", "sama", "stagnan"];
/// What a column of differences or shares is headed by.
const CHANGE: [&str; 7] = ["perkembangan", "pertumbuhan", "kenaikan", "peningkatan", "selisih", "perubahan", "growth"];

/// The columns of one field for a year and the one before it.
struct Pair {
    /// Among the used columns: the later year's.
    place: usize,
    earlier: u32,
    later: u32,
}

/// What says how the later amount stands to the earlier.
enum Witness {
    Words(u32),
    /// A column each for more, less and the same.
    Ticks(Vec<(u32, Ordering)>),
    Change(u32, Measure),
}

#[derive(Clone, Copy, PartialEq)]
enum Measure {
    Rupiah,
    Percent,
    /// Shown as per cent by its format.
    Share,
}

enum Held {
    Holds,
    /// In which column what stands, and what it would be.
    Breaks(u32, String, String),
    Unknown,
}

/// Holds the rows' amounts of two years against what the sheet says of them.
pub(crate) fn check_directions(used: &mut [Used], on: &On, findings: &mut Findings) {
    let pairs = pairs(used, on);
    if pairs.is_empty() {
        return;
    }
    for witness in witnesses(on) {
        // That of which it is said in most rows; of two alike the nearest on its left.
        let shown = pairs.iter().map(|pair| (witness.shown(pair, on), pair)).filter(|(held, _)| *held > 0);
        let nearness = |pair: &Pair| (pair.later < witness.column(), pair.later);
        let Some((_, pair)) = shown.max_by_key(|(held, pair)| (*held, nearness(pair))) else { continue };
        let heading = |own: u32| on.layout.columns.iter().find(|column| column.column == own);
        for (index, row) in on.rows.iter().enumerate() {
            let Held::Breaks(own, tertulis, terhitung) = witness.held(pair, on, row.row) else { continue };
            let lalu = amount(on, row.row, pair.earlier).unwrap_or_default();
            let kolom = heading(own).map(|column| column.path.join(" / ")).unwrap_or_default().into_boxed_str();
            let banding = Banding::PerkembanganLain { lalu, kolom, tertulis: tertulis.into(), terhitung: terhitung.into() };
            used[pair.place].doubt(on, index, banding, findings);
        }
    }
}

/// The amounts of two years that stand beside each other, where figures rest on the later.
fn pairs(used: &[Used], on: &On) -> Vec<Pair> {
    let year = |column: &LayoutColumn| column.period.as_ref().filter(|period| !period.is_part()).and_then(|period| period.year);
    let unit = |column: &LayoutColumn| column.unit.as_ref().map(|unit| unit.factor);
    let of = |(place, own): (usize, &Used)| {
        let field = &on.source.fields[own.field];
        let later = &on.layout.columns[own.index];
        let is_amount = matches!(field.jenis, Jenis::Uang | Jenis::Angka) && !own.rests.is_empty();
        let is_before = |column: &&LayoutColumn| {
            let isian = column.isian.as_deref();
            let of_last = || isian.and_then(|isian| isian.strip_suffix("_lalu")) == Some(&*field.isian);
            let of_year = || {
                let before: Option<Year> = year(later).map(|year| year - 1);
                isian == Some(&*field.isian) && before.is_some() && year(column) == before
            };
            unit(column) == unit(later) && (of_year() || of_last())
        };
        let earlier = on.layout.columns.iter().filter(|_| is_amount).find(is_before)?;
        Some(Pair { place, earlier: earlier.column, later: later.column })
    };
    used.iter().enumerate().filter_map(of).collect()
}

/// The columns that say how amounts moved.
fn witnesses(on: &On) -> Vec<Witness> {
    let mut ticks: Vec<(u32, Ordering)> = Vec::new();
    let mut found = Vec::new();
    for column in on.layout.columns.iter().filter(|column| column.isian.is_none()) {
        let Some(leaf) = column.path.last() else { continue };
        let cells = on.rows.iter().take(SHOWN).filter_map(|row| on.sheet.cell(CellAddress::new(row.row, column.column)));
        let mut texts = cells.filter_map(|cell| match cell.value {
            Value::Text(text) if !text.trim().is_empty() => Some(direction_of(text).is_some()),
            Value::Text(_) => None,
            _ => Some(false),
        });
        let first: Vec<bool> = texts.by_ref().take(FIRST).collect();
        if first.iter().filter(|is_said| **is_said).count() * 2 > first.len() {
            found.push(Witness::Words(column.column));
        } else if let Some(direction) = direction_of(leaf).filter(|_| !says_percent(&column.path)) {
            ticks.push((column.column, direction));
        }
        if says_percent(&column.path) || words(leaf).iter().any(|word| CHANGE.contains(&word.as_str())) {
            let measures = [Measure::Rupiah, Measure::Percent, Measure::Share];
            found.extend(measures.map(|measure| Witness::Change(column.column, measure)));
        }
    }
    let mut directions: Vec<Ordering> = ticks.iter().map(|(_, direction)| *direction).collect();
    directions.sort_unstable();
    directions.dedup();
    if directions.len() == ticks.len() && ticks.len() > 1 {
        found.push(Witness::Ticks(ticks));
    }
    found
}

/// `Naik`, `Omset turun`, `=`: which way; none where more is said, or less.
fn direction_of(text: &str) -> Option<Ordering> {
    match text.trim() {
        "↑" | "▲" => return Some(Ordering::Greater),
        "↓" | "▼" => return Some(Ordering::Less),
        _ => {}
    }
    let words = words(text);
    let of = |word: &String| {
        let has = |list: &[&str]| list.contains(&word.as_str());
        let all = [(has(&NAIK), Ordering::Greater), (has(&TURUN), Ordering::Less), (has(&TETAP), Ordering::Equal)];
        all.into_iter().find(|(is_said, _)| *is_said).map(|(_, direction)| direction)
    };
    let mut said = words.iter().filter_map(of);
    let (first, other) = (said.next()?, said.next());
    let is_denied = words.iter().any(|word| matches!(word.as_str(), "tidak" | "tdk" | "belum" | "kelas"));
    (other.is_none() && !is_denied && words.len() <= 2).then_some(first)
}

fn in_words(direction: Ordering) -> &'static str {
    match direction {
        Ordering::Greater => "naik",
        Ordering::Less => "turun",
        Ordering::Equal => "tetap",
    }
}

/// The number in a cell; none where nothing stands there.
fn amount(on: &On, row: u32, column: u32) -> Option<Decimal> {
    let cell = on.sheet.cell(CellAddress::new(row, column)).filter(|cell| !raw_text(&cell.value).trim().is_empty())?;
    figure_of(Some(&cell))
}

impl Witness {
    fn column(&self) -> u32 {
        match self {
            Witness::Words(column) | Witness::Change(column, _) => *column,
            Witness::Ticks(all) => all.first().map_or(0, |(column, _)| *column),
        }
    }

    /// In how many of the first rows it holds of a pair; none where too few show it, or too many break it.
    fn shown(&self, pair: &Pair, on: &On) -> usize {
        let (mut holds, mut breaks) = (0, 0);
        for row in on.rows.iter().take(SHOWN) {
            match self.held(pair, on, row.row) {
                Held::Holds => holds += 1,
                Held::Breaks(..) => breaks += 1,
                Held::Unknown => {}
            }
        }
        if holds >= FEW && holds >= breaks * HOLDS { holds } else { 0 }
    }

    fn held(&self, pair: &Pair, on: &On, row: u32) -> Held {
        let (Some(earlier), Some(later)) = (amount(on, row, pair.earlier), amount(on, row, pair.later)) else {
            return Held::Unknown;
        };
        match self {
            Witness::Words(column) => {
                let cell = on.sheet.cell(CellAddress::new(row, *column));
                let Some(text) = cell.map(|cell| raw_text(&cell.value)) else { return Held::Unknown };
                direction_of(&text).map_or(Held::Unknown, |said| way(said, (*column, text), (earlier, later)))
            }
            Witness::Ticks(all) => {
                let tick = |(column, said): &(u32, Ordering)| {
                    let text = raw_text(&on.sheet.cell(CellAddress::new(row, *column))?.value);
                    matches!(read_mark(&text), MarkText::Yes | MarkText::Cross).then_some((*said, (*column, text)))
                };
                let mut ticked = all.iter().filter_map(tick);
                match (ticked.next(), ticked.next()) {
                    (Some((said, tertulis)), None) => way(said, tertulis, (earlier, later)),
                    _ => Held::Unknown,
                }
            }
            Witness::Change(column, measure) => {
                let said = amount(on, row, *column).filter(|_| earlier != later);
                let change = said.and_then(|said| Some((said, measure.of(earlier, later)?)));
                let Some((said, change)) = change else { return Held::Unknown };
                match measure.is_near(said, change) {
                    true => Held::Holds,
                    false => {
                        let shown = |value: Decimal| tampil(value, value.normalize().scale());
                        Held::Breaks(*column, shown(said), shown(change.round_dp(measure.decimals())))
                    }
                }
            }
        }
    }
}

/// Whether amounts went the way that is said.
fn way(said: Ordering, (column, tertulis): (u32, String), (earlier, later): (Decimal, Decimal)) -> Held {
    let own = later.cmp(&earlier);
    let is_small = || {
        let change = later.checked_sub(earlier).and_then(|change| change.abs().checked_mul(STEADY));
        change.is_none_or(|change| change <= earlier.abs())
    };
    match own == said {
        true => Held::Holds,
        // What an office calls `tetap` may be a little more or less.
        false if said == Ordering::Equal && is_small() => Held::Unknown,
        false => Held::Breaks(column, tertulis, in_words(own).to_owned()),
    }
}

impl Measure {
    fn of(self, earlier: Decimal, later: Decimal) -> Option<Decimal> {
        let change = later.checked_sub(earlier)?;
        match self {
            Measure::Rupiah => Some(change),
            Measure::Percent => change.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(earlier),
            Measure::Share => change.checked_div(earlier),
        }
    }

    fn decimals(self) -> u32 {
        match self {
            Measure::Rupiah => 0,
            Measure::Percent => 2,
            Measure::Share => 4,
        }
    }

    /// One but for rounding, at the digits that are written.
    fn is_near(self, said: Decimal, change: Decimal) -> bool {
        // Half a unit of the last place that is written, and a little.
        let places = match self {
            Measure::Rupiah => 0,
            Measure::Percent => said.normalize().scale().min(2),
            Measure::Share => said.normalize().scale().clamp(2, 4),
        };
        let slack = Decimal::new(if self == Measure::Rupiah { 10 } else { 6 }, places + 1);
        said.checked_sub(change).is_some_and(|far| far.abs() <= slack)
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    /// Ten businesses' amounts of two years: more, less and the same in turn.
    fn years(at: i64) -> (i64, i64) {
        let before = 10_100_000 + at * at * 717_311;
        (before, [before * 5 / 4, before * 9 / 10, before][at as usize % 3])
    }

    /// The cells told, under these headings behind the two years', of what a row says of its own amounts.
    fn told(heads: &str, row: impl Fn(i64, (i64, i64)) -> String) -> Vec<String> {
        let line = |at: i64| {
            let (before, after) = years(at);
            format!("{};35750101018000{at:02};Usaha {at};{before};{after};{}\n", at + 1, row(at, (before, after)))
        };
        let text = format!("No;NIK;Nama Usaha;Omset 2020;Omset 2021;{heads}\n{}", (0..10).map(line).collect::<String>());
        let office = Office::new(Dictionary::Umkm, &["data/semua.csv"], &["nik"]).file("semua.csv", &text);
        let read = office.joins(&[2020, 2021], &["omset"]).read();
        assert!(read.galat().is_empty(), "{:?}", read.galat());
        read.has(Kode::NilaiSeperseribu).iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    const WORDS: [&str; 3] = ["Naik", "Turun", "Tetap"];

    #[test]
    fn a_row_whose_word_is_not_what_its_amounts_say_is_told() {
        let say = |words: [&'static str; 3], odd: &'static [i64]| {
            move |at: i64, _: (i64, i64)| words[(at as usize + usize::from(odd.contains(&at))) % 3].to_owned()
        };
        assert!(told("Keterangan", say(WORDS, &[])).is_empty());
        assert_eq!(told("Keterangan", say(WORDS, &[4])), ["E6"]);
        assert_eq!(told("Ket", say(["Meningkat", "Menurun", "Stabil"], &[6])), ["E8"]);
        // Of something else, and of no more than a few.
        assert!(told("Keterangan", say(WORDS, &[1, 4, 6])).is_empty());
        assert!(told("Keterangan", |at, _| if at == 3 { "Turun".into() } else { String::new() }).is_empty());
        assert!(told("Keterangan", |at, _| ["baik", "pindah", "baru"][at as usize % 3].to_owned()).is_empty());
    }

    #[test]
    fn ticks_and_shares_are_held_too() {
        let ticks = |odd: i64| {
            move |at: i64, _: (i64, i64)| {
                let own = (at as usize + usize::from(at == odd)) % 3;
                (0..3).map(|place| if place == own { "v" } else { "" }).collect::<Vec<&str>>().join(";")
            }
        };
        assert!(told("Naik;Turun;Tetap", ticks(20)).is_empty());
        assert_eq!(told("Naik;Turun;Tetap", ticks(4)), ["E6"]);
        let share = |odd: i64, digits: usize| {
            move |at: i64, (before, after): (i64, i64)| {
                let own = (after - before) as f64 * 100.0 / before as f64;
                format!("{:.digits$}", if at == odd { 55.0 } else { own }).replace('.', ",")
            }
        };
        for digits in [0, 1, 2] {
            assert!(told("Perkembangan (%)", share(20, digits)).is_empty(), "{digits}");
            assert_eq!(told("Perkembangan (%)", share(4, digits)), ["E6"], "{digits}");
        }
        assert_eq!(told("Selisih", |at, (before, after)| (after - before + i64::from(at == 4) * 5_000).to_string()), ["E6"]);
        // A share of something else.
        assert!(told("Realisasi (%)", |at, _| (80 + at).to_string()).is_empty());
    }
}
