//! Rows whose cells stand one column too far to the right, or to the left: somebody put a cell in, or took one out, and the
//! rest of the row moved. What kind of thing stands in a column, and in all others of its row, shows it. None of this refuses.

use crate::dataset::accept::Findings;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::{CountedRow, On, figure_of};
use crate::diagnostic::Banding;
use crate::profile::Dictionary;
use crate::table::LayoutColumn;
use crate::text::{NumberText, read_number};
use crate::vocabulary::CellAddress;
use crate::workbook::{Cell, Value};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// Fewer rows show not what a column holds.
const FEW: usize = 6;
/// So few do where they are all of one kind.
const ALIKE: usize = 3;
/// So many rows show it.
const SHOWN: usize = 400;
/// A number is a count below this, and an amount from there on; between them it may be either.
const COUNT: u64 = 10_000;
const AMOUNT: u64 = 100_000;
/// So many digits in a text are an identity.
const IDENTITY: usize = 10;
/// So many cells must be none of their own column's, and so many of the next one's.
const WRONG: usize = 2;
const FITTING: usize = 3;
/// Rows that end in the last column show what it holds where one in so many does.
const SOME: usize = 3;
/// What the dictionaries count people in.
const PEOPLE: [&str; 4] = ["anggota", "anggota_l", "anggota_p", "tenaga_kerja"];

/// What kind of thing stands in a cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Nothing,
    Text,
    Count,
    Amount,
    Identity,
    Date,
    /// What may be of several kinds.
    Any,
}

const KINDS: [Kind; 5] = [Kind::Text, Kind::Count, Kind::Amount, Kind::Identity, Kind::Date];

fn kind(cell: Option<&Cell>) -> Kind {
    let of_number = |value: Decimal| match value.abs().to_u64() {
        Some(0) | None => Kind::Any,
        Some(value) if value < COUNT => Kind::Count,
        Some(value) if value >= AMOUNT => Kind::Amount,
        Some(_) => Kind::Any,
    };
    let Some(cell) = cell else { return Kind::Nothing };
    match &cell.value {
        Value::Number { value, .. } => of_number(*value),
        Value::Text(text) => {
            let text = text.trim();
            let digits = text.bytes().filter(u8::is_ascii_digit).count();
            match text {
                "" => Kind::Nothing,
                _ if text.bytes().all(|byte| byte.is_ascii_digit()) && digits >= IDENTITY => Kind::Identity,
                _ => match read_number(text) {
                    NumberText::Value(read) => of_number(read.value),
                    NumberText::Nil | NumberText::Missing => Kind::Any,
                    _ if text.chars().filter(|letter| letter.is_alphabetic()).count() > 1 => Kind::Text,
                    _ => Kind::Any,
                },
            }
        }
        Value::Date { .. } => Kind::Date,
        _ => Kind::Any,
    }
}

/// The first rows that end in the last column, where these are no few of them: what has moved ends elsewhere.
fn in_place(on: &On, last: u32) -> Vec<u32> {
    let (mut own, mut beyond) = (on.sheet.cells.column(last), on.sheet.cells.column(last + 1));
    let shown: Vec<u32> = on.rows.iter().take(SHOWN).map(|row| row.row).collect();
    let mut ends =
        |row: &u32| kind(own.cell(*row).as_ref()) != Kind::Nothing && kind(beyond.cell(*row).as_ref()) == Kind::Nothing;
    let whole: Vec<u32> = shown.iter().copied().filter(|row| ends(row)).collect();
    if whole.len() >= FEW && whole.len() * SOME >= shown.len() { whole } else { shown }
}

/// Whether a dictionary knows that people are counted in a column, whatever stands there.
fn counts_people(on: &On, column: &LayoutColumn) -> bool {
    column.isian.as_deref().is_some_and(|isian| PEOPLE.contains(&isian)) && on.source.sumber.bentuk != Dictionary::None
}

/// A table's columns, one beyond the last, and what stands in each.
struct Profile {
    columns: Vec<u32>,
    kinds: Vec<Option<Kind>>,
}

impl Profile {
    fn of(on: &On) -> Option<Self> {
        let headed = on.layout.columns.iter().filter(|column| column.path.iter().any(|label| !label.trim().is_empty()));
        let mut columns: Vec<u32> = headed.map(|column| column.column).collect();
        columns.sort_unstable();
        columns.dedup();
        let last = *columns.last()?;
        // One beside the other, so that a cell may move from one to the next.
        let from = (0..columns.len()).rev().take_while(|at| columns[*at] + (columns.len() - 1 - at) as u32 == last).last()?;
        columns.drain(..from);
        let rows = in_place(on, last);
        let kinds = columns.iter().map(|column| {
            if on.layout.columns.iter().any(|own| own.column == *column && counts_people(on, own)) {
                return Some(Kind::Count);
            }
            let mut cells = on.sheet.cells.column(*column);
            let own: Vec<Kind> = rows.iter().map(|row| kind(cells.cell(*row).as_ref())).collect();
            let filled = own.iter().filter(|kind| **kind != Kind::Nothing).count();
            let most =
                KINDS.into_iter().map(|kind| (own.iter().filter(|own| **own == kind).count(), kind)).max_by_key(|most| most.0)?;
            (most.0 >= FEW && most.0 * 2 > filled || most.0 >= ALIKE && most.0 == filled).then_some(most.1)
        });
        let kinds: Vec<Option<Kind>> = kinds.collect();
        Some(Self { columns, kinds })
    }

    /// Whether a thing is none of a column's; of what nobody knows it may be.
    fn is_wrong(&self, at: Option<usize>, kind: Kind) -> bool {
        let own = at.and_then(|at| self.kinds.get(at));
        match (kind, own) {
            (Kind::Nothing | Kind::Any, Some(_)) => false,
            (Kind::Nothing, None) => false,
            (_, None) => true,
            (_, Some(own)) => own.is_some_and(|own| own != kind),
        }
    }

    fn fits(&self, at: Option<usize>, kind: Kind) -> bool {
        at.and_then(|at| self.kinds.get(at)) == Some(&Some(kind))
    }

    /// Where a row's cells begin to stand one column too far, and to the right or the left.
    fn shift(&self, kinds: &[Kind]) -> Option<(usize, bool)> {
        [true, false].into_iter().find_map(|to_right| {
            let from = |at: usize| if to_right { at.checked_sub(1) } else { Some(at + 1) };
            let count = |rest: std::ops::Range<usize>, test: &dyn Fn(usize) -> bool| rest.filter(|at| test(*at)).count();
            let is_shifted = |first: &usize| {
                let rest = || *first..kinds.len();
                let wrong = count(rest(), &|at| self.is_wrong(Some(at), kinds[at]));
                let still_wrong = count(rest(), &|at| self.is_wrong(from(at), kinds[at]));
                let fitting = count(rest(), &|at| self.fits(from(at), kinds[at]));
                let before = count(0..*first, &|at| self.is_wrong(Some(at), kinds[at]));
                // The cell that was put in is empty; to the left nothing stands in the last column.
                let has_gap = match to_right {
                    true => *first > 0 && kinds[first - 1] == Kind::Nothing,
                    false => kinds[self.columns.len() - 1..].iter().all(|kind| *kind == Kind::Nothing),
                };
                // Moved to the left a count's place holds an amount: one such cell says it.
                let moved_up = !to_right && self.fits(Some(*first), Kind::Count) && kinds[*first] == Kind::Amount;
                let is_enough = wrong >= WRONG && fitting >= FITTING || moved_up && fitting + 1 >= FITTING;
                has_gap && is_enough && still_wrong == 0 && before == 0
            };
            (0..self.columns.len()).rev().find(is_shifted).map(|first| (first, to_right))
        })
    }
}

/// So many times an amount goes into the least of its column that is none of them.
const FAR_BELOW: Decimal = Decimal::from_parts(5, 0, 0, false, 0);

/// The row that alone has nothing in the last column, where amounts stand, and before it an amount far below all others there
/// that is one of the last column's: it slid to the left from there.
fn slid_amount(on: &On, profile: &Profile) -> Option<(usize, usize, bool)> {
    let first = profile.columns.len().checked_sub(2)?;
    let is_amount = |at: usize| profile.fits(Some(at), Kind::Amount);
    if !is_amount(first) || !is_amount(first + 1) {
        return None;
    }
    let [mut own, mut last] = [first, first + 1].map(|at| on.sheet.cells.column(profile.columns[at]));
    let (mut lone, mut owns, mut lasts) = (Vec::new(), Vec::new(), Vec::new());
    for (index, CountedRow { row, .. }) in on.rows.iter().enumerate() {
        let [before, behind] = [own.cell(*row), last.cell(*row)];
        match (figure_of(before.as_ref()), kind(behind.as_ref())) {
            (Some(value), Kind::Nothing) if kind(before.as_ref()) == Kind::Amount => {
                lone.push((index, value));
            }
            (Some(value), Kind::Amount) => {
                owns.push(value);
                lasts.extend(figure_of(behind.as_ref()));
            }
            _ => {}
        }
    }
    let [(index, value)] = lone[..] else { return None };
    let (least, range) = (owns.iter().min()?, lasts.iter().min().zip(lasts.iter().max())?);
    let is_far = value.checked_mul(FAR_BELOW).is_some_and(|times| times <= *least);
    let is_known = owns.len() >= FEW && owns.len() + 1 == on.rows.len();
    (is_known && is_far && *range.0 <= value && value <= *range.1).then_some((index, first, false))
}

/// Tells the first of the rows that stand one column too far, where figures rest on one of the columns that moved.
pub(crate) fn check_shifted(used: &mut [Used], on: &On, findings: &mut Findings) {
    if on.rows.len() <= FEW || used.iter().all(|own| own.rests.is_empty()) {
        return;
    }
    let Some(profile) = Profile::of(on) else { return };
    let Some(last) = profile.columns.last().copied() else { return };
    let mut cells: Vec<_> =
        profile.columns.iter().copied().chain([last + 1]).map(|column| on.sheet.cells.column(column)).collect();
    let mut found: Vec<(usize, usize, bool)> = Vec::new();
    for (index, CountedRow { row, .. }) in on.rows.iter().enumerate() {
        // Something beyond the last column, or nothing in it.
        let end: Vec<Kind> = cells.iter_mut().rev().take(2).map(|cells| kind(cells.cell(*row).as_ref())).collect();
        let [beyond, at_last] = end[..] else { return };
        if beyond == Kind::Nothing && at_last != Kind::Nothing {
            continue;
        }
        let kinds: Vec<Kind> = cells.iter_mut().map(|cells| kind(cells.cell(*row).as_ref())).collect();
        found.extend(profile.shift(&kinds).map(|(first, to_right)| (index, first, to_right)));
    }
    found.extend(if found.is_empty() { slid_amount(on, &profile) } else { None });
    let moved = |own: &Used, first: usize| on.layout.columns[own.index].column >= profile.columns[first];
    let Some((index, first, kanan)) = found.first().copied() else { return };
    let asked = |own: &Used| {
        let at = CellAddress::new(on.rows[index].row, on.layout.columns[own.index].column);
        !own.rests.is_empty() && moved(own, first) && on.sheet.cell(at).is_some()
    };
    if let Some(place) = used.iter().position(asked) {
        used[place].doubt(on, index, Banding::Bergeser { kanan, baris: found.len() }, findings);
    }
}

#[cfg(test)]
mod tests {
    use crate::dataset::fixture::{Office, Outcome as _};
    use crate::diagnostic::Kode;
    use crate::profile::Dictionary;

    const HEADS: [&str; 8] = ["No", "NIK", "Nama Usaha", "Kecamatan", "Tenaga Kerja", "Aset", "Omset", "Alamat"];

    /// The cells told of sixteen businesses, of which some have moved.
    fn told(change: impl Fn(usize, &mut Vec<String>)) -> Vec<String> {
        let line = |at: usize| {
            let amount = 12_345_678 + at * at * 271_828;
            let mut row: Vec<String> = vec![
                (at + 1).to_string(),
                format!("35750101018000{at:02}"),
                format!("Warung {}", ["Sari", "Jaya", "Makmur", "Indah"][at % 4]),
                ["Gadingrejo", "Purworejo"][at % 2].to_owned(),
                (1 + at % 4).to_string(),
                (amount / 3).to_string(),
                amount.to_string(),
                format!("Jl. Raya {at}"),
            ];
            change(at, &mut row);
            row.join(";") + "\n"
        };
        let office = Office::umkm().file("2021.csv", &format!("{};\n{}", HEADS.join(";"), (0..16).map(line).collect::<String>()));
        let read = office.needs(2021, &["omset"]).read();
        let told = read.has(Kode::NilaiSeperseribu);
        told.iter().map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn rows_that_moved_are_told_and_a_word_beside_the_table_is_not() {
        assert_eq!(told(|_, _| {}), [""; 0]);
        assert_eq!(
            told(|at, row| if at == 7 {
                row.insert(4, String::new())
            }),
            ["G9"]
        );
        assert_eq!(
            told(|at, row| if at >= 9 {
                row.insert(4, String::new())
            }),
            ["G11"]
        );
        assert_eq!(
            told(|at, row| if at == 7 {
                row.insert(5, String::new())
            }),
            ["G9"]
        );
        // A remark behind the last column, a cell that is not filled in.
        assert_eq!(
            told(|at, row| if at == 7 {
                row.push("pindah alamat".to_owned())
            }),
            [""; 0]
        );
        assert_eq!(
            told(|at, row| if at % 3 == 0 {
                row[7].clear()
            }),
            [""; 0]
        );
        assert_eq!(
            told(|at, row| if at % 3 == 0 {
                row[5].clear()
            }),
            [""; 0]
        );
    }

    /// The cells told of sixteen koperasi, of which some have lost a cell.
    fn told_of_koperasi(change: impl Fn(usize, &mut Vec<String>)) -> Vec<String> {
        let line = |at: usize| {
            let amount = 32_345_678 + at * at * 2_718_281;
            let mut row: Vec<String> = vec![
                (at + 1).to_string(),
                format!("KSU {}", ["Sari", "Jaya", "Makmur", "Indah"][at % 4]),
                format!("518/{at:02}/BH/1990"),
                (21 + at * 17).to_string(),
                amount.to_string(),
                (amount / 40).to_string(),
            ];
            change(at, &mut row);
            row.resize(6, String::new());
            row.join(";") + "\n"
        };
        let heads = "No;Nama Koperasi;No Badan Hukum;Jumlah Anggota;Volume Usaha;SHU";
        let text = format!("{heads}\n{}", (0..16).map(line).collect::<String>());
        let office = Office::new(Dictionary::Keragaan, &["data/{tahun}.csv"], &["nomor_bh"]).file("2021.csv", &text);
        let read = office.needs(2021, &["volume_usaha"]).read();
        let told = read.has(Kode::NilaiSeperseribu);
        let moved = told.iter().filter(|temuan| temuan.pesan().contains("bergeser"));
        moved.map(|temuan| temuan.at.sel.unwrap().to_string()).collect()
    }

    #[test]
    fn half_of_the_rows_or_most_that_moved_are_told() {
        let right = |first: usize| {
            told(move |at, row| {
                if at >= first {
                    row.insert(4, String::new());
                }
            })
        };
        assert_eq!((right(8), right(6)), (vec!["G10".to_owned()], vec!["G8".to_owned()]));
        let left = |first: usize| {
            told_of_koperasi(move |at, row| {
                if at >= first {
                    row.remove(3);
                }
            })
        };
        assert_eq!((left(8), left(4)), (vec!["E10".to_owned()], vec!["E6".to_owned()]));
        assert_eq!(left(16), [""; 0]);
        // The volume was taken out of one row, and its SHU stands there; a small koperasi may have no SHU.
        let without = |cell: usize, amount: &'static str| {
            told_of_koperasi(move |at, row| {
                if at == 4 {
                    row[4] = amount.to_owned();
                    row.remove(cell);
                }
            })
        };
        assert_eq!((without(4, ""), without(5, "31304793"), without(5, "130479")), (vec!["E6".to_owned()], vec![], vec![]));
        // No SHU is known of half of them.
        assert_eq!(
            told_of_koperasi(|at, row| if at >= 8 {
                row.pop();
            }),
            [""; 0]
        );
    }
}
