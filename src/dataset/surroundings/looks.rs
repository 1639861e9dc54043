//! What needs nothing of its neighbours is looked at by all threads that are free: a table's columns, and the
//! words that stand beside them. What is found stands in the same order whichever thread was first.

use crate::dataset::accept::Findings;
use crate::dataset::body::odd_rows::odd_rows;
use crate::dataset::body::sections::Judged;
use crate::dataset::columns::column::{Used, note_column};
use crate::dataset::columns::column_cells::read_column;
use crate::dataset::columns::recalc::Book;
use crate::dataset::counted::{CountedRow, On};
use crate::dataset::relations::cell_formulas::cell_formulas;
use crate::dataset::relations::column_units::{check_dots, check_units};
use crate::dataset::relations::learned::check_relations;
use crate::dataset::relations::own_direction::check_directions;
use crate::dataset::relations::own_ranks::check_ranks;
use crate::dataset::relations::own_share::check_shares;
use crate::dataset::relations::per_month::check_months;
use crate::dataset::relations::row_sums::check_row_sums;
use crate::dataset::relations::running_parts::check_running_parts;
use crate::dataset::relations::shifted_rows::check_shifted;
use crate::dataset::surroundings::around::{charts_and_prompts, legends};
use crate::dataset::surroundings::beside::beside;
use crate::dataset::surroundings::code_legends::code_legends;
use crate::dataset::surroundings::comments::comments;
use crate::dataset::surroundings::event_dates::event_dates;
use crate::dataset::surroundings::foreign_place::foreign_rows;
use crate::dataset::surroundings::heading_says::heading_says;
use crate::dataset::surroundings::nil_legends::nil_legends;
use crate::dataset::surroundings::provisional_marks::provisional_marks;
use crate::dataset::surroundings::remarks::remarks;
use crate::dataset::surroundings::row_basis::row_basis;
use crate::dataset::surroundings::row_signs::row_signs;
use crate::dataset::surroundings::row_versions::row_versions;
use crate::dataset::surroundings::stated_count::stated_counts;
use crate::dataset::surroundings::stated_sum::stated_sums;
use crate::dataset::surroundings::summary_rows::summary_rows;
use crate::dataset::surroundings::thousandth::small_among_large;
use crate::dataset::surroundings::ticked_away::ticked_away;
use crate::diagnostic::Temuan;
use crate::threads::in_all_of;
use crate::vocabulary::{At, Sel, Year};

/// Reads the columns. Those with formulas are read one after another, since they work the same book out.
pub(crate) fn read_columns(used: &mut [Used], on: &On, row_years: &[Option<Year>], book: &mut Book, findings: &mut Findings) {
    let asks_the_book = |used: &Used| {
        !on.sheet.array_formulas.is_empty() || on.sheet.cells.may_hold_formulas(on.layout.columns[used.index].column)
    };
    let read = |column: &mut Used, book: &mut Book, findings: &mut Findings| {
        read_column(column, on, row_years, book, findings);
        small_among_large(column, on.source, (on.sheet, on.layout), on.rows, findings);
        cell_formulas(column, on, book, findings);
        note_column(column, on, book, findings);
    };
    let all = used.iter_mut().enumerate().map(|(place, column)| (place, column, findings.fork()));
    let (asking, plain): (Vec<_>, Vec<_>) = all.partition(|(_, column, _)| asks_the_book(column));
    let workbook = book.workbook();
    let of_plain = in_all_of(on.rows.len(), plain, |(place, column, mut own)| {
        read(column, &mut Book::new(workbook), &mut own);
        (place, own)
    });
    let of_asking = asking.into_iter().map(|(place, column, mut own)| {
        read(column, book, &mut own);
        (place, own)
    });
    let mut found: Vec<(usize, Findings)> = of_plain.into_iter().chain(of_asking).collect();
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().for_each(|(_, own)| findings.absorb(own));
}

/// Holds each row's amounts against what stands beside them.
pub(crate) fn check_rows(used: &mut [Used], on: &On, row_years: &[Option<Year>], findings: &mut Findings) {
    check_shifted(used, on, findings);
    check_units(used, on, findings);
    check_dots(used, on, findings);
    check_running_parts(used, on, findings);
    check_row_sums(used, on, row_years, findings);
    check_months(used, on, row_years, findings);
    check_directions(used, on, findings);
    check_shares(used, on, findings);
    check_relations(used, on, row_years, findings);
    check_ranks(used, on, row_years, findings);
}

type Look<'a> = Box<dyn Fn() -> Vec<Temuan> + Send + 'a>;

/// What stands beside the rows and their figures; `told` are places that are told already.
pub(crate) fn look_beside(on: &On, judged: &Judged, used: &[Used], row_years: &[Option<Year>], told: &[At]) -> Vec<Temuan> {
    let On { source, sheet, layout, rows, .. } = *on;
    let is_used = used.iter().any(|used| !used.rests.is_empty());
    let is_counted = is_used && !rows.is_empty();
    let looks: Vec<Look> = vec![
        Box::new(|| if is_counted { row_basis(source, judged, rows, used) } else { Vec::new() }),
        Box::new(|| if is_counted { code_legends(source, judged, rows, used) } else { Vec::new() }),
        Box::new(|| if is_counted { row_signs(source, judged, rows, used) } else { Vec::new() }),
        Box::new(|| if is_counted { legends(source, judged, rows) } else { Vec::new() }),
        Box::new(|| if is_counted { nil_legends(source, judged, rows, used) } else { Vec::new() }),
        Box::new(|| if is_counted { charts_and_prompts(source, judged, used) } else { Vec::new() }),
        Box::new(|| remarks_by_year(on, judged, used, row_years)),
        Box::new(|| comments(source, (sheet, layout), rows, used)),
        Box::new(|| if is_used { odd_rows(source, (sheet, layout), rows) } else { Vec::new() }),
        Box::new(|| if is_used { beside(judged, rows) } else { Vec::new() }),
        Box::new(|| if is_used { row_versions(on, judged.tahun, row_years, told) } else { Vec::new() }),
        Box::new(|| if is_used { stated_counts(source, judged, rows) } else { Vec::new() }),
        Box::new(|| if is_used { stated_sums(on, used) } else { Vec::new() }),
        Box::new(|| if is_counted { foreign_rows(on, used) } else { Vec::new() }),
        Box::new(|| if is_used { ticked_away(source, (sheet, layout), rows) } else { Vec::new() }),
        Box::new(|| if is_counted { heading_says(source, judged, used) } else { Vec::new() }),
        Box::new(|| if is_counted { event_dates(on) } else { Vec::new() }),
        Box::new(|| if is_counted { provisional_marks(on, used) } else { Vec::new() }),
        Box::new(|| if is_used { summary_rows(source, judged, rows, used) } else { Vec::new() }),
    ];
    let found = in_all_of(rows.len(), looks, |look| look());
    // What a heading and its cells say together, or a legend, is not told where a remark is.
    let remarked: Vec<At> = found.get(REMARKS).into_iter().flatten().map(|temuan| temuan.at.clone()).collect();
    let found = found.into_iter().enumerate();
    let is_new = |look: usize, temuan: &Temuan| look >= LEGENDS || !remarked.contains(&temuan.at);
    found
        .flat_map(|(look, all)| all.into_iter().map(move |temuan| (look, temuan)))
        .filter(|(look, temuan)| is_new(*look, temuan))
        .map(|(_, temuan)| temuan)
        .collect()
}

/// The remarks, in a table of several years those of each year's rows besides: `data 2020` beside a row of 2021. Beside
/// rows of all of them the last that is asked for is meant.
fn remarks_by_year(on: &On, judged: &Judged, used: &[Used], row_years: &[Option<Year>]) -> Vec<Temuan> {
    let On { source, sheet, layout, rows, .. } = *on;
    let mut found = remarks(source, judged, rows, used);
    if judged.tahun.is_some() || rows.is_empty() {
        return found;
    }
    let mut years = source.years();
    if row_years.iter().all(Option::is_none) {
        years = years.last().copied().into_iter().collect();
    }
    for tahun in years {
        let is_its = |(_, year): &(&CountedRow, &Option<Year>)| year.is_none_or(|year| year == tahun);
        let own: Vec<CountedRow> = rows.iter().zip(row_years).filter(is_its).map(|(row, _)| row.clone()).collect();
        let of_columns = remarks(source, &Judged { sheet, layout, tahun: Some(tahun) }, &own, used);
        // The notes below are of all its years.
        let is_new =
            |temuan: &Temuan| matches!(temuan.at.sel, Some(Sel::Column(_))) && !found.iter().any(|own| own.at == temuan.at);
        let new: Vec<Temuan> = of_columns.into_iter().filter(is_new).collect();
        found.extend(new);
    }
    found
}

/// The places of looks among them: rows' bases, codes, signs and legends come first, and remarks.
const LEGENDS: usize = 5;
const REMARKS: usize = 6;
