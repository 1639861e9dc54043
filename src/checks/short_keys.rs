//! A NIK of which a digit is lost, where the year before has the whole of it: the business is no longer found again. A NIK
//! that has as few digits in both years joins all the same, and is let be.

use crate::dataset::accept::Findings;
use crate::dataset::assemble::correct;
use crate::dataset::cell::isi_text;
use crate::dataset::columns::placeholder::digits_of;
use crate::dataset::source::Source;
use crate::dataset::{ByEntity, Table};
use crate::diagnostic::{Fakta, HilangSebab, KunciHilangDigit, Temuan};

/// Beyond so many new or gone entities, keys of other digits are not held against one another.
const SOUGHT: usize = 5_000;

/// Refuses keys of too few or too many digits whose whole stands in the other year and is missing in this one.
pub(super) fn short_keys(source: &Source, earlier: &Table, later: &mut Table, findings: &mut Findings) {
    let number = source.sumber.kunci.iter().find_map(|key| Some((key.text.as_str(), digits_of(&key.text)?)));
    let Some((isian, panjang)) = number.filter(|(isian, _)| *isian != "nib") else { return };
    let (Some(before_at), Some(after_at)) = (earlier.column(isian), later.column(isian)) else { return };
    let (gone, new) = (alone(earlier, later), alone(later, earlier));
    if gone.len() > SOUGHT || new.len() > SOUGHT {
        return;
    }
    let digits = |table: &Table, row: usize, column: usize| -> String {
        isi_text(&table.isi(&table.rows[row], column)).chars().filter(char::is_ascii_digit).collect()
    };
    let of = |table: &Table, rows: &[usize], column: usize| -> Vec<(usize, String)> {
        rows.iter().map(|row| (*row, digits(table, *row, column))).collect()
    };
    let (gone, new) = (of(earlier, &gone, before_at), of(later, &new, after_at));
    let is_whole = |text: &str| text.len() == usize::from(panjang);
    let pair = |(old, before): &(usize, String)| {
        let fits = |(_, after): &&(usize, String)| is_whole(before) != is_whole(after) && is_one_less(before, after);
        let mut fitting = new.iter().filter(fits);
        let (Some((row, after)), None) = (fitting.next(), fitting.next()) else { return None };
        Some((*old, *row, is_whole(after)))
    };
    let pairs: Vec<(usize, usize, bool)> = gone.iter().filter_map(pair).collect();
    for (old, row, is_earlier) in pairs {
        let (table, odd, column) = if is_earlier { (earlier, old, before_at) } else { (&*later, row, after_at) };
        let (at, nama) = (table.at(&table.rows[odd], column), table.rows[odd].nama.clone());
        let found = isi_text(&table.isi(&table.rows[odd], column));
        if findings.stands_at(&at) {
            continue;
        }
        let sebab = HilangSebab::Panjang { panjang };
        let fakta: Fakta = KunciHilangDigit { isian: isian.to_owned(), sebab, ditemukan: found.clone() }.into();
        let granted = findings.raise(Temuan::new(at, fakta.masked()).named(&*nama), Some(&found));
        if let Some(nilai) = granted.and_then(|granted| granted.nilai) {
            // As the office says, they are one.
            later.rows[row].entitas = earlier.rows[old].entitas;
            later.by_entity = ByEntity::from_iter((0..later.rows.len()).map(|row| (later.rows[row].entitas, row)));
            if !is_earlier {
                correct(later, row, after_at, Some(&nilai));
            }
        }
    }
}

/// The rows of entities that the other year does not have, in order.
fn alone(table: &Table, other: &Table) -> Vec<usize> {
    let own = table.by_entity.iter().filter(|(entity, _)| !other.by_entity.contains(*entity));
    let mut rows: Vec<usize> = own.map(|(_, row)| row).collect();
    rows.sort_unstable();
    rows
}

/// Whether one text is the other less one of its digits.
fn is_one_less(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() < other.len() { (one, other) } else { (other, one) };
    let same = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    short.len() + 1 == long.len() && short[same..] == long[same + 1..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_without_one_of_its_digits() {
        let whole = "3575031911940015";
        for short in ["357503191194001", "575031911940015", "357503191140015"] {
            assert!(is_one_less(short, whole) && is_one_less(whole, short), "{short}");
        }
        for other in ["3575031911940016", "35750319119400", "357503191194002"] {
            assert!(!is_one_less(other, whole), "{other}");
        }
    }
}
