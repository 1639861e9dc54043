//! Columns of corrected figures beside those that are counted: which of the two holds
//! no sheet says.

use crate::dataset::Jenis;
use crate::dataset::body::row_arti::arti_of;
use crate::dataset::body::sections::Judged;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::{CountedRow, figure_of};
use crate::dataset::source::Source;
use crate::diagnostic::{KolomKoreksi, Temuan};
use crate::table::LayoutColumn;
use crate::text::label::spelt_words;
use crate::text::lexicon::{ANOTHER_LOOK, CORRECTED, INSTEAD, OF_A_CORRECTION, WHO_LOOKED};
use crate::vocabulary::{CellAddress, Sel};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Smaller figures under such a heading may be marks or counts of what was done, where they are far from
/// the counted ones.
const LEAST: Decimal = Decimal::ONE_HUNDRED;
/// So many times a figure its correction may be smaller, however small it is.
const NEAR: Decimal = Decimal::ONE_THOUSAND;

/// The columns under `Koreksi`, `Hasil Verifikasi`, `Volume Usaha Revisi` that hold
/// figures beside counted ones and are no field's.
pub(crate) fn corrections(source: &Source, of: &Judged, rows: &[CountedRow], used: &[Used]) -> Vec<Temuan> {
    let Judged { sheet, layout, .. } = of;
    let is_counted =
        |used: &&Used| !used.rests.is_empty() && matches!(source.fields[used.field].jenis, Jenis::Uang | Jenis::Angka);
    let of = |used: &Used| (&layout.columns[used.index], source.fields[used.field].jenis == Jenis::Uang);
    let counted: Vec<(&LayoutColumn, bool)> = used.iter().filter(is_counted).map(of).collect();
    let is_settled = |column: &LayoutColumn| column.path.iter().any(|text| arti_of(source, text).is_some());
    let free = layout.columns.iter().filter(|column| column.isian.is_none() && !counted.is_empty() && !is_settled(column));
    let figure = |row: u32, column: u32| figure_of(sheet.cell(CellAddress::new(row, column)).as_ref()).unwrap_or(Decimal::ZERO);
    // Figures that are near those they would correct, and not all of them the same.
    let is_near = |column: &LayoutColumn, counted: &LayoutColumn| {
        let pairs = rows.iter().map(|row| (figure(row.row, column.column), figure(row.row, counted.column)));
        let pairs: Vec<(Decimal, Decimal)> = pairs.filter(|(own, _)| *own >= LEAST).collect();
        let is_near = |(own, other): &&(Decimal, Decimal)| {
            let (large, small) = (own.max(other), own.min(other));
            small.checked_mul(Decimal::TWO).is_some_and(|twice| twice >= *large)
        };
        pairs.iter().any(|(own, other)| own != other) && pairs.iter().filter(is_near).count() * 5 >= pairs.len() * 4
    };
    let is_another_look = |column: &LayoutColumn, counted: &LayoutColumn| {
        (looks_again(column, counted) || says_again(column, counted)) && is_near(column, counted)
    };
    let of_column = |column: &LayoutColumn| {
        // `Realisasi (Rp)` beside `Peserta (Orang)` is another thing's.
        let is_realised = column.path.iter().flat_map(|label| spelt_words(label)).any(|word| word == "realisasi");
        let is_of_one_kind = |(counted, is_money): &&(&LayoutColumn, bool)| {
            *is_money || counted.unit.is_some() || column.unit.is_none() || !is_realised || is_near(column, counted)
        };
        let of_one_kind = counted.iter().filter(is_of_one_kind).map(|(counted, _)| *counted);
        let is_asked = |counted: &&LayoutColumn| corrects(column, counted) || is_another_look(column, counted);
        let dihitung = of_one_kind.filter(is_asked).min_by_key(|counted| {
            // The nearest at its left.
            (counted.column > column.column, counted.column.abs_diff(column.column))
        })?;
        let is_figure = |row: &&CountedRow| {
            let (signed, other) = (figure(row.row, column.column), figure(row.row, dihitung.column).abs());
            let own = signed.abs();
            let is_near = other < NEAR || own.checked_mul(NEAR).is_some_and(|own| own >= other);
            // Nothing that was done is counted below nought or in parts.
            let is_no_count = signed.is_sign_negative() || !signed.fract().is_zero();
            !own.is_zero() && own != Decimal::ONE && (own >= LEAST || is_near || is_no_count)
        };
        let jumlah = rows.iter().filter(is_figure).count();
        let fakta = KolomKoreksi { judul: column.path.join(" / "), dihitung: dihitung.path.join(" / "), jumlah };
        (jumlah > 0).then(|| Temuan::new(sheet.at().with(Sel::Column(column.column)), fakta))
    };
    free.filter_map(of_column).collect()
}

/// Whether a heading speaks of another look at the counted column's figures: `Menjadi`, `Hasil Klarifikasi`, `Versi Bidang`.
fn looks_again(column: &LayoutColumn, counted: &LayoutColumn) -> bool {
    let words: Vec<String> = column.path.iter().flat_map(|label| spelt_words(label)).collect();
    let own: BTreeSet<String> = counted.path.iter().flat_map(|label| spelt_words(label)).collect();
    let is_look = |word: &String| ANOTHER_LOOK.contains(&word.as_str());
    let is_beside = |word: &String| {
        is_look(word) || OF_A_CORRECTION.contains(&word.as_str()) || WHO_LOOKED.contains(&word.as_str()) || own.contains(word)
    };
    words.iter().any(is_look) && words.iter().all(is_beside)
}

/// Whether a heading is the counted column's own once more (`Volume Usaha_1`, `Vol. Usaha 2`), or what that comes to after
/// something (`Volume Usaha Setelah Tambah/Kurang`).
fn says_again(column: &LayoutColumn, counted: &LayoutColumn) -> bool {
    let words: Vec<String> = column.path.iter().flat_map(|label| spelt_words(label)).collect();
    let own: BTreeSet<String> = counted.path.iter().flat_map(|label| spelt_words(label)).collect();
    // `Volume Usaha 2020` is of another year.
    let is_number = |word: &String| word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_own = |word: &String| own.contains(word) && !is_number(word);
    let is_after = words.iter().any(|word| matches!(word.as_str(), "setelah" | "sesudah" | "pasca"));
    let is_same = words.iter().all(|word| is_own(word) || is_number(word));
    // Profits before and after taxes are two things.
    let is_of_taxes = words.iter().any(|word| matches!(word.as_str(), "pajak" | "zakat" | "pph"));
    column.period.is_none()
        && !is_of_taxes
        && (is_same || is_after)
        && own.iter().filter(|word| !is_number(word)).all(|word| words.contains(word))
}

/// Whether a heading speaks of corrections, and of no other thing than the counted column's.
fn corrects(column: &LayoutColumn, counted: &LayoutColumn) -> bool {
    let words: Vec<String> = column.path.iter().flat_map(|label| spelt_words(label)).collect();
    let own: BTreeSet<String> = counted.path.iter().flat_map(|label| spelt_words(label)).collect();
    let is_corrected = |word: &String| CORRECTED.contains(&word.as_str());
    let is_plain = |word: &String| {
        is_corrected(word)
            || OF_A_CORRECTION.contains(&word.as_str())
            || WHO_LOOKED.contains(&word.as_str())
            || own.contains(word)
            || word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_instead = |word: &String| INSTEAD.contains(&word.as_str());
    let stands_for = || {
        // `Realisasi` beside figures that are headed so themselves is another thing's.
        let is_beside = column.column == counted.column + 1 && !words.iter().any(|word| own.contains(word));
        is_beside && words.iter().any(is_instead) && words.iter().all(|word| is_instead(word) || is_plain(word))
    };
    // `Volume Usaha (Audit)` beside `Volume Usaha`.
    let is_another = || {
        let says_so = |word: &String| is_instead(word) && !own.contains(word);
        let is_of_both = |word: &String| is_instead(word) || is_plain(word);
        words.iter().any(|word| own.contains(word)) && words.iter().any(says_so) && words.iter().all(is_of_both)
    };
    words.iter().any(is_corrected) && words.iter().all(is_plain) || stands_for() || is_another()
}
