//! How wide the columns of Perhitungan are: as their texts need, so that the rows together are as low as they can be.

use super::sheet::{Calculated, DataCell, DataRow, RowStyle};
use super::widths::digits_wide;

const CODE: usize = 0;
const YEAR: f32 = 7.0;
const VALUE: usize = 3;
const UNIT: usize = 4;
const ORIGIN: usize = 6;
/// What is wrapped: the words, the formula, where it comes from; the least width of each, in characters.
const WRAPPED: [(usize, f32); 3] = [(1, 27.0), (5, 21.0), (6, 25.0)];
const COLUMNS: usize = 7;

/// All columns together, in characters: those that are wrapped share what the others leave.
const WHOLE: f32 = 178.0;
/// What they share at least.
const SHARED: f32 = 107.0;
const STEP: f32 = 4.0;
/// The value column is no wider, nor are two of the codes or units.
const WIDEST: f32 = 60.0;
/// The value column is no narrower: words for want of a value come to stand there.
const LEAST_VALUE: f32 = 19.0;
const LEAST_UNIT: f32 = 9.0;
const LEAST_CODE: f32 = 8.0;
/// What a digit of the sheet's letters takes, and a cell's two edges with its indent, in characters of a column's width.
const DIGIT: f32 = 1.1;
const EDGES: f32 = 2.0;
/// So many rows tell how the others are.
const TELLING: usize = 2_000;

/// The width of each column, in characters; `value` is how wide a text is that may come to stand among the values.
pub(super) fn column_widths(rows: &[DataRow], value: usize) -> [f32; COLUMNS] {
    let mut widths = [YEAR; COLUMNS];
    widths[CODE] = (longest_word(rows, CODE) * DIGIT + EDGES).clamp(LEAST_CODE, WIDEST / 2.0);
    widths[VALUE] = (value as f32 + 2.5).clamp(LEAST_VALUE, WIDEST);
    widths[UNIT] = (longest_word(rows, UNIT) * DIGIT + EDGES).clamp(LEAST_UNIT, WIDEST / 2.0);
    let others = widths[CODE] + YEAR + widths[VALUE] + widths[UNIT];
    let shared = (WHOLE - others).max(SHARED);
    for ((column, _), width) in WRAPPED.iter().zip(shares(rows, shared)) {
        widths[*column] = width;
    }
    widths
}

fn text(row: &DataRow, column: usize) -> Option<&str> {
    match row.cells.get(column) {
        Some(DataCell::Text(text)) if row.style != RowStyle::Section => Some(text),
        Some(DataCell::Formula { result: Calculated::Text(text), .. }) if column == ORIGIN => Some(text),
        _ => None,
    }
}

fn longest_word(rows: &[DataRow], column: usize) -> f32 {
    let words = rows.iter().filter_map(|row| text(row, column)).flat_map(str::split_whitespace);
    words.map(digits_wide).max().unwrap_or(0) as f32
}

/// How the wrapped columns share a width: of all ways, in steps, the one with the fewest lines in all rows together.
fn shares(rows: &[DataRow], shared: f32) -> [f32; 3] {
    let least = WRAPPED.map(|(_, least)| least);
    let steps = ((shared - least.iter().sum::<f32>()) / STEP).max(0.0) as usize;
    // Of each row the lines of each column, by how many steps it is wider than the least.
    let telling = rows.iter().filter(|row| row.style != RowStyle::Section).take(TELLING);
    let lines = telling.map(|row| {
        WRAPPED.map(|(column, least)| {
            let text = text(row, column).unwrap_or_default();
            (0..=steps).map(|wider| lines(text, least + wider as f32 * STEP)).collect::<Vec<_>>()
        })
    });
    let lines: Vec<[Vec<usize>; 3]> = lines.collect();
    let all = |[first, second, third]: [usize; 3]| -> usize {
        lines.iter().map(|row| row[0][first].max(row[1][second]).max(row[2][third])).sum()
    };
    let ways = (0..=steps).flat_map(|first| (0..=steps - first).map(move |second| [first, second, steps - first - second]));
    // Where several are as good, the one whose widest column is the least wide.
    let best = ways.min_by_key(|way| (all(*way), way.iter().max().copied())).unwrap_or_default();
    let mut widths = [0, 1, 2].map(|at| least[at] + best[at] as f32 * STEP);
    widths[2] += (shared - widths.iter().sum::<f32>()).max(0.0);
    widths
}

/// How many lines a text takes in a column of this width.
fn lines(text: &str, width: f32) -> usize {
    let room = ((width - EDGES) / DIGIT).max(1.0) as usize;
    let line = |line: &str| {
        let (mut count, mut filled) = (1, 0);
        for word in line.split_whitespace().map(digits_wide) {
            if filled > 0 && filled + 1 + word > room {
                (count, filled) = (count + 1, 0);
            }
            // A word too long for any line is cut.
            count += word.saturating_sub(1) / room;
            filled += word % room + usize::from(filled > 0);
        }
        count
    };
    text.lines().map(line).sum::<usize>().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: [&str; COLUMNS]) -> DataRow {
        let cell = |text: &str| if text.is_empty() { DataCell::Empty } else { DataCell::Text(text.to_owned()) };
        DataRow { style: RowStyle::Plain, cells: cells.map(cell).to_vec() }
    }

    #[test]
    fn a_column_whose_texts_are_long_has_the_room_that_the_others_do_not_need() {
        let words = "Tidak memenuhi syarat: Jumlah usaha mikro yang berkembang";
        let counts: Vec<DataRow> = (0..20).map(|_| row(["usaha_berkembang", words, "", "", "baris", "", ""])).collect();
        let of_counts = column_widths(&counts, 0);
        assert!(lines(words, of_counts[1]) == 1 && of_counts[1] > of_counts[5].max(of_counts[6]), "{of_counts:?}");
        let source = "data/Laporan Keragaan Koperasi 2021.xlsx, lembar Rekap Akhir";
        let sources: Vec<DataRow> = (0..20).map(|_| row(["volume", "Volume", "", "", "Rp", "SUM(k.v)", source])).collect();
        let of_sources = column_widths(&sources, 0);
        assert!(lines(source, of_sources[6]) == 1 && of_sources[6] > of_sources[1], "{of_sources:?}");
        for widths in [of_counts, of_sources] {
            assert!((widths.iter().sum::<f32>() - WHOLE).abs() < STEP, "{widths:?}");
        }
    }

    #[test]
    fn a_code_stands_on_one_line_and_little_room_is_shared_all_the_same() {
        let widths = column_widths(&[row(["usaha_mikro_berkembang", "a", "", "", "orang per kecamatan", "", ""])], 70);
        assert!(widths[CODE] > digits_wide("usaha_mikro_berkembang") as f32 && widths[CODE] < 30.0);
        assert_eq!(widths[VALUE], WIDEST);
        let shared: f32 = WRAPPED.iter().map(|(column, _)| widths[*column]).sum();
        assert!(shared >= SHARED - STEP, "{widths:?}");
        assert_eq!(column_widths(&[], 0)[VALUE], LEAST_VALUE);
    }
}
