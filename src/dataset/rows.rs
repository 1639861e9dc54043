//! Which rows below the headings count, and what is said of the others.

use super::accept::Findings;
use super::cell::raw_text;
use super::continued::{Below, goes_on, is_blank, is_merged_name};
use super::counted::{CountedRow, RowColumns, StatedTotal, figure_of};
use super::example_row::example_sign;
use super::foot_lines::FootLines;
use super::group_sums::{beside, group_sums, heads_its_rows};
use super::merged::Merged;
use super::part_rows::is_part_of_above;
use super::proven_sum::Sums;
use super::row_said::{Peran, RowsSaid, by_place, label_cell, settled, skipped};
use crate::diagnostic::{
    AngkaTanpaNama, BarisDilewati, BarisTidakTerpisah, DataAtauContoh, DataAtauJumlah, DataDiBawahTabel, Dicoret,
    KarakterTersembunyi, SebabJumlah, SkipReason, Temuan,
};
use crate::table::{Ground, PartProof, RowKind, TableLayout};
use crate::text::label::spelt_words;
use crate::text::lexicon::{EXAMPLE, PLACES};
use crate::threads::in_runs;
use crate::vocabulary::{CellAddress, has_unseen, is_misleading, mask_digits, mask_person};
use crate::workbook::{Cell, Sheet, Value};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::Arc;

#[derive(Default)]
pub(crate) struct Rows {
    pub counted: Vec<CountedRow>,
    pub totals: Vec<StatedTotal>,
    /// What each row is that is not plainly data, with what says so.
    pub said: RowsSaid,
}

/// Sorts the rows into those that count and stated totals; doubtful rows are
/// findings, the skipped are counted.
pub(crate) fn sort_rows(
    sheet: &Sheet,
    layout: &TableLayout,
    columns: &RowColumns,
    merged: &Merged,
    findings: &mut Findings,
) -> Rows {
    let mut rows = Rows::default();
    let mut sums = Sums::of(sheet, columns.sums);
    let over = group_sums(sheet, layout, columns.sums);
    let foot = FootLines::of(sheet, layout, columns);
    let last_row = layout.rows.last().map_or(layout.header.1, |row| row.row);
    let named = OnceCell::new();
    let name = |row: &u32| Arc::from(name_of(sheet, *row, columns, merged));
    let listed: Vec<u32> = layout.rows.iter().map(|listed| listed.row).collect();
    let names = in_runs(&listed, |run| run.iter().map(name).collect::<Vec<Arc<str>>>());
    rows.counted.reserve(listed.len());
    for (listed, nama) in layout.rows.iter().zip(names.into_iter().flatten()) {
        let row = listed.row;
        let said = by_place(sheet, &listed);
        let figures = Ground::Row(row);
        // What the row is by its figures or by the office's word, whatever its label says.
        let mut by: Option<(Peran, Ground)> = None;
        match listed.kind {
            RowKind::Part { proof, .. } if is_part_of_above(sheet, layout, (row, *proof), columns.sums, rows.counted.last()) => {
                by = Some((Peran::Bagian, figures));
            }
            RowKind::Data | RowKind::Part { proof: PartProof::SumOrData, .. } => match struck_name(sheet, row, columns) {
                Some(at) => {
                    let ditemukan = if nama.is_empty() {
                        sheet.cell(at).map(|cell| raw_text(&cell.value)).unwrap_or_default()
                    } else {
                        nama.to_string()
                    };
                    let temuan = Temuan::new(sheet.at_cell(at), Dicoret { ditemukan: mask_person(&ditemukan) }).named(&*nama);
                    if counts_as_data(findings, temuan, Some(&ditemukan)) {
                        rows.counted.push(CountedRow { row, nama, lanjutan: false });
                    }
                }
                None if is_bare_number(&nama) && *named.get_or_init(|| most_are_lettered(sheet, layout, columns, merged)) => {
                    let at = name_cell(sheet, row, columns);
                    let temuan = Temuan::new(sheet.at_cell(at), AngkaTanpaNama { ditemukan: nama.to_string() });
                    if let Some(granted) = findings.raise(temuan, Some(&nama))
                        && let Some(nama) = granted.nilai
                    {
                        by = Some((Peran::Data, accepted()));
                        rows.counted.push(CountedRow { row, nama: nama.into(), lanjutan: false });
                    }
                }
                None if rows.counted.is_empty()
                    && let Some(tanda) = example_sign(sheet, layout, row) =>
                {
                    let fakta = DataAtauContoh { tanda: mask_person(&tanda), nama: nama.to_string(), di_nomor: false };
                    let temuan = Temuan::new(sheet.at_cell(name_cell(sheet, row, columns)), fakta).named(&*nama);
                    if counts_as_data(findings, temuan, Some(&nama)) {
                        by = Some((Peran::Data, accepted()));
                        rows.counted.push(CountedRow { row, nama, lanjutan: false });
                    }
                }
                None => {
                    by = said.is_some().then_some((Peran::Data, figures));
                    tell_unseen(sheet, row, columns, &nama, findings);
                    rows.counted.push(CountedRow { row, nama, lanjutan: false });
                }
            },
            RowKind::Example if !nama.is_empty() && !is_example_name(&nama) => {
                let cell = sheet.row(row).into_iter().find(|cell| !raw_text(&cell.value).trim().is_empty());
                let tanda = cell.map(|cell| raw_text(&cell.value)).unwrap_or_default();
                let fakta = DataAtauContoh { tanda, nama: nama.to_string(), di_nomor: true };
                let temuan = Temuan::new(sheet.at_cell(name_cell(sheet, row, columns)), fakta).named(&*nama);
                if counts_as_data(findings, temuan, Some(&nama)) {
                    by = Some((Peran::Data, accepted()));
                    rows.counted.push(CountedRow { row, nama, lanjutan: false });
                }
            }
            // `Tahun 2020` with the sum of the rows below it: they are of that year, and not of this one.
            RowKind::Footer if let Some(sebab) = heads_its_rows(sheet, layout, columns.sums, row) => {
                let at = sheet.at_cell(name_cell(sheet, row, columns));
                let temuan = Temuan::new(at, DataAtauJumlah { label: nama.to_string(), sebab }).named(&*nama);
                by = Some((Peran::DataAtauJumlah, figures));
                findings.raise(temuan, Some(&nama));
            }
            RowKind::ColumnNumbers
            | RowKind::Example
            | RowKind::GroupLabel(_)
            | RowKind::RepeatedHeading
            | RowKind::Blank
            | RowKind::Footer => {}
            RowKind::Subtotal { label, first } => {
                if row > *first {
                    rows.totals.push(StatedTotal { row, label: label.clone(), first: *first, last: row - 1 });
                }
            }
            RowKind::SumOver { label, last } => {
                rows.totals.push(StatedTotal { row, label: label.clone(), first: row + 1, last: *last });
            }
            RowKind::DataOrTotal { label, .. } if let Some(last) = over.get(&row) => {
                by = Some((Peran::Subtotal, figures));
                rows.totals.push(StatedTotal { row, label: label.clone(), first: row + 1, last: *last });
            }
            RowKind::DataOrTotal { .. } | RowKind::Total { .. } if foot.is_true(row, &rows.counted) => {
                by = Some((Peran::CatatanKaki, figures));
            }
            RowKind::DataOrTotal { label, first: None }
                if foot.is_numbered_total(row, label) && sums.prove(row, layout.header.1 + 1, &rows.counted) =>
            {
                by = Some((Peran::Jumlah, figures));
                rows.totals.push(StatedTotal { row, label: label.clone(), first: layout.header.1 + 1, last: last_row });
            }
            RowKind::Total { label } => {
                rows.totals.push(StatedTotal { row, label: label.clone(), first: layout.header.1 + 1, last: last_row });
            }
            RowKind::DataOrTotal { label, first: Some(first) }
                if sums.prove(row, *first, &rows.counted)
                    || is_sum_of_one(sheet, layout, (row, label), columns, rows.counted.last()) =>
            {
                by = Some((Peran::Subtotal, figures));
                rows.totals.push(StatedTotal { row, label: label.clone(), first: *first, last: row - 1 });
            }
            RowKind::DataUnlessSum { first, .. } if !sums.prove(row, *first, &rows.counted) => {
                by = Some((Peran::Data, figures));
                rows.counted.push(CountedRow { row, nama, lanjutan: false });
            }
            RowKind::Unsplit(text) => {
                let at = sheet.row(row).first().map_or(CellAddress::new(row, 0), |cell| cell.at);
                let ditemukan = mask_person(text);
                findings
                    .raise(Temuan::new(sheet.at_cell(at), BarisTidakTerpisah { ditemukan: ditemukan.clone() }), Some(&ditemukan));
            }
            RowKind::DataOrTotal { first: Some(_), .. }
                if let Some(lanjutan) =
                    (Below { sheet, layout, columns, merged, row, nama: &nama, above: &rows.counted }).goes_on() =>
            {
                by = Some((Peran::Data, figures));
                rows.counted.push(CountedRow { row, nama, lanjutan });
            }
            RowKind::DataOrTotal { label, .. } | RowKind::DataUnlessSum { label, .. } | RowKind::Part { label, .. } => {
                let at = label_cell(sheet, row, label);
                let sebab = match listed.kind {
                    RowKind::DataOrTotal { first: Some(_), .. } => beside(sheet, layout, columns.sums, row),
                    _ => SebabJumlah::Label,
                };
                let temuan = Temuan::new(sheet.at_cell(at), DataAtauJumlah { label: label.clone(), sebab }).named(&*nama);
                by = Some((Peran::DataAtauJumlah, figures));
                if counts_as_data(findings, temuan, Some(label)) {
                    by = Some((Peran::Data, accepted()));
                    rows.counted.push(CountedRow { row, nama, lanjutan: false });
                }
            }
            // A row named by its second name column (an owner without a business name) has a name.
            RowKind::Nameless if !nama.is_empty() => {
                by = Some((Peran::Data, figures));
                let lanjutan =
                    is_merged_name(sheet, row, columns) && rows.counted.last().is_some_and(|above| *above.nama == *nama);
                rows.counted.push(CountedRow { row, nama, lanjutan });
            }
            RowKind::Nameless if goes_on(sheet, layout, row, rows.counted.last()) => {
                by = Some((Peran::Data, figures));
                let nama = rows.counted.last().map(|above| above.nama.clone()).unwrap_or_default();
                rows.counted.push(CountedRow { row, nama, lanjutan: true });
            }
            // A sum that nobody labelled: its figures prove it.
            RowKind::Nameless if is_wordless(sheet, row) && sums.prove(row, layout.header.1 + 1, &rows.counted) => {
                by = Some((Peran::Jumlah, figures));
                rows.totals.push(StatedTotal { row, label: String::new(), first: layout.header.1 + 1, last: row - 1 });
            }
            RowKind::Nameless => {
                let cell = first_number(sheet, row, columns);
                let ditemukan = cell.map(|cell| raw_text(&cell.value)).unwrap_or_default();
                let at = cell.map_or(CellAddress::new(row, 0), |cell| cell.at);
                let temuan = Temuan::new(sheet.at_cell(at), AngkaTanpaNama { ditemukan: ditemukan.clone() });
                if let Some(granted) = findings.raise(temuan, Some(&ditemukan))
                    && let Some(nama) = granted.nilai
                {
                    by = Some((Peran::Data, accepted()));
                    rows.counted.push(CountedRow { row, nama: nama.into(), lanjutan: false });
                }
            }
            RowKind::DataBelowEnd => {
                let cell = sheet.row(row).first().copied();
                let ditemukan = cell.map(|cell| raw_text(&cell.value)).unwrap_or_default();
                let at = cell.map_or(CellAddress::new(row, 0), |cell| cell.at);
                let fakta = DataDiBawahTabel { ditemukan: mask_person(&ditemukan), nama: nama.to_string() };
                let temuan = Temuan::new(sheet.at_cell(at), fakta).named(&*nama);
                if counts_as_data(findings, temuan, Some(&ditemukan)) {
                    by = Some((Peran::Data, accepted()));
                    rows.counted.push(CountedRow { row, nama, lanjutan: false });
                }
            }
        }
        let said = match by {
            Some((peran, ground)) => Some(settled(said, peran, ground)),
            None => said,
        };
        rows.said.extend(said.map(|said| (row, said)));
    }
    rows
}

/// Whether a name says itself that it is no one's: `KUD Tirta Contoh`, `Sampel`.
fn is_example_name(nama: &str) -> bool {
    spelt_words(nama).iter().any(|word| EXAMPLE.contains(&word.as_str()))
}

/// Whether a name is a number of up to four digits and nothing else: `2` of a row that numbers the columns.
fn is_bare_number(nama: &str) -> bool {
    let digits = nama.bytes().filter(u8::is_ascii_digit).count();
    (1..=4).contains(&digits) && nama.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '(' | ')' | ' '))
}

/// Whether of three rows of data two have a name with letters.
fn most_are_lettered(sheet: &Sheet, layout: &TableLayout, columns: &RowColumns, merged: &Merged) -> bool {
    let (mut all, mut lettered) = (0, 0);
    for listed in layout.rows.iter().filter(|listed| matches!(listed.kind, RowKind::Data)) {
        all += 1;
        lettered += usize::from(name_of(sheet, listed.row, columns, merged).chars().any(char::is_alphabetic));
    }
    all >= 2 && lettered * 3 >= all * 2
}

/// The cell that names a row, or its first.
fn name_cell(sheet: &Sheet, row: u32, columns: &RowColumns) -> CellAddress {
    let sought: &[u32] = if columns.names.is_empty() { columns.keys } else { columns.names };
    let own = sought.iter().map(|column| CellAddress::new(row, *column)).find(|at| sheet.cell(*at).is_some());
    own.unwrap_or_else(|| sheet.row(row).first().map_or(CellAddress::new(row, 0), |cell| cell.at))
}

/// The office accepts the row.
pub(crate) fn accepted() -> Ground {
    Ground::Key("terima".to_owned())
}

/// Tells the rows that were skipped.
pub(crate) fn note_skipped(sheet: &Sheet, rows: &Rows, findings: &mut Findings) {
    let mut skipped = skipped(&rows.said);
    // Rows without a cell are in no list.
    let between = |pair: &[CountedRow]| {
        let gap = pair[0].row + 1..pair[1].row;
        gap.filter(|row| !rows.said.contains_key(row) && sheet.row(*row).is_empty()).count()
    };
    let blank: usize = rows.counted.windows(2).map(between).sum();
    if blank > 0 {
        *skipped.entry(SkipReason::Kosong).or_default() += blank;
    }
    if !skipped.is_empty() {
        let jumlah = skipped.into_iter().collect();
        findings.add(Temuan::new(sheet.at(), BarisDilewati { jumlah }));
    }
}

/// Whether a row holds figures alone.
fn is_wordless(sheet: &Sheet, row: u32) -> bool {
    let has_words = |cell: &Cell| matches!(&cell.value, Value::Text(text) if text.chars().any(char::is_alphabetic));
    !sheet.row(row).iter().any(has_words)
}

/// The name's cell of a row that is struck out (the first cell where it has no name).
fn struck_name(sheet: &Sheet, row: u32, columns: &RowColumns) -> Option<CellAddress> {
    if sheet.struck.is_empty() {
        return None;
    }
    let is_struck = |at: &CellAddress| sheet.struck.binary_search(at).is_ok();
    let cells = || sheet.row(row).into_iter().map(|cell| cell.at);
    let name = columns.names.iter().chain(columns.keys).map(|column| CellAddress::new(row, *column));
    let name = name.into_iter().find(|at| sheet.cell(*at).is_some());
    name.filter(is_struck).or_else(|| cells().next().filter(|_| cells().all(|at| is_struck(&at))))
}

/// Whether a row repeats the figures of the one above it as its group's sum: `Jumlah
/// Gadingrejo` under the only koperasi of Gadingrejo.
fn is_sum_of_one(
    sheet: &Sheet,
    layout: &TableLayout,
    (row, label): (u32, &str),
    columns: &RowColumns,
    above: Option<&CountedRow>,
) -> bool {
    let Some(above) = above.map(|above| above.row).filter(|above| above + 1 == row) else { return false };
    let figure = |row: u32, column: u32| figure_of(sheet.cell(CellAddress::new(row, column)).as_ref());
    let same = columns.sums.iter().all(|column| figure(row, *column).is_some_and(|own| Some(own) == figure(above, *column)));
    let is_own = |word: &String| !TOTAL_WORDS.contains(&word.as_str()) && !PLACES.contains(&word.as_str());
    let group: Vec<String> = spelt_words(label).into_iter().filter(is_own).collect();
    let says = |text: &str| {
        let words = spelt_words(text);
        group.iter().all(|word| words.contains(word))
    };
    let beside = |cell: &Cell| matches!(&cell.value, Value::Text(text) if says(text));
    let over = layout.rows.iter().rev().skip_while(|listed| listed.row >= above).find_map(|listed| match listed.kind {
        RowKind::GroupLabel(text) => Some(says(text)),
        RowKind::Data => Some(false),
        _ => None,
    });
    same && !columns.sums.is_empty() && !group.is_empty() && (over == Some(true) || sheet.row(above).iter().any(beside))
}

/// What a sum's label is called besides what it sums.
const TOTAL_WORDS: [&str; 5] = ["jumlah", "total", "sub", "subtotal", "subjumlah"];

/// Whether the office accepts a doubtful row as data (`nilai = "data"`); otherwise it is left out.
fn counts_as_data(findings: &mut Findings, temuan: Temuan, found: Option<&str>) -> bool {
    findings.raise(temuan, found).is_some_and(|granted| granted.is_data())
}

/// A name whose characters mislead is told at its cell; the row counts all the same.
fn tell_unseen(sheet: &Sheet, row: u32, columns: &RowColumns, nama: &str, findings: &mut Findings) {
    let cells = columns.names.iter().chain(columns.keys).filter_map(|column| sheet.cell(CellAddress::new(row, *column)));
    for cell in cells {
        let Value::Text(text) = &cell.value else { continue };
        if has_unseen(text) && text.contains(is_misleading) {
            let ditemukan = mask_person(text);
            findings.raise(Temuan::new(sheet.at_cell(cell.at), KarakterTersembunyi { ditemukan }).named(nama), Some(text));
            return;
        }
    }
}

/// The row's name, blanks collapsed, personal data masked; empty where it has none.
fn name_of(sheet: &Sheet, row: u32, columns: &RowColumns, merged: &Merged) -> String {
    let sought: &[u32] = if columns.names.is_empty() { columns.keys } else { columns.names };
    let texts = sought.iter().filter_map(|column| merged.cell(sheet, CellAddress::new(row, *column)));
    let mut names = texts.map(|cell| match &cell.value {
        Value::Error(_) | Value::NoResult => Cow::Borrowed(""),
        Value::Text(text) if is_spaced_plainly(text) => Cow::Borrowed(*text),
        value => Cow::Owned(raw_text(value).split_whitespace().collect::<Vec<_>>().join(" ")),
    });
    let name = names.find(|text| text.chars().any(char::is_alphanumeric)).unwrap_or_default();
    // What is masked reaches beyond what is kept, so that no number is cut before it is told.
    let end = |text: &str, most: usize| {
        let places = (text.len() > most).then(|| text.char_indices());
        places.and_then(|mut places| places.nth(most)).map(|(at, _)| at)
    };
    let name = end(&name, LONGEST_NAME * 2).map_or(&*name, |at| &name[..at]);
    let mut masked = if columns.mask { mask_digits(name) } else { mask_person(name) };
    if let Some(at) = end(&masked, LONGEST_NAME) {
        masked.truncate(at);
        masked.push('\u{2026}');
    }
    masked
}

/// Characters of a row's name, by which it is told: a cell may hold fifty times as many, and nobody is called by them.
const LONGEST_NAME: usize = 500;

/// Whether a text is ASCII with single blanks inside and none at its ends: its words joined again are the text.
fn is_spaced_plainly(text: &str) -> bool {
    let mut before = b' ';
    text.bytes().all(|byte| {
        let is_plain = byte.is_ascii_graphic() || byte == b' ' && before != b' ';
        before = byte;
        is_plain
    }) && before != b' '
}

fn first_number<'s>(sheet: &'s Sheet, row: u32, columns: &RowColumns) -> Option<Cell<'s>> {
    let cells = sheet.row(row);
    let holds = |cell: &&Cell| columns.numbers.contains(&cell.at.column) && !is_blank(cell);
    cells.iter().find(holds).or_else(|| cells.iter().find(|cell| !is_blank(cell))).copied()
}
