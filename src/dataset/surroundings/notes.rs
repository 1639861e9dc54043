//! Notes below the rows that say what the figures above are.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::body::sections::Judged;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::source::Source;
use crate::dataset::surroundings::share_names::share_noted;
use crate::dataset::surroundings::titles_below::names_an_earlier_year;
use crate::diagnostic::{Fakta, KeteranganMembatasi, PeriodeBerbeda, Temuan};
use crate::table::{LayoutRow, RowKind};
use crate::text::bare_limit::is_bare_limit;
use crate::text::beside_row::limits_beside;
use crate::text::caption_unit::note_unit;
use crate::text::doubt::{hints_at_scale, legend, note_unsettles};
use crate::text::label::words;
use crate::text::loose::{loosely, to_date};
use crate::text::note_label::without_label;
use crate::text::paper_day::{is_lone_day_before, is_paper_from_before};
use crate::text::partial::{is_caption_below, is_unsettled_below, partial};
use crate::text::remark::{corrects, note_limits, remark_limits, says_ended};
use crate::text::replaced::replaced;
use crate::text::reserve::{adds_up_others, goes_on_elsewhere, is_cumulative, reservation};
use crate::text::row_reference::said_of_rows;
use crate::text::time_note::notes_another_time;
use crate::text::whole_remark::is_remark_anywhere;
use crate::text::{name_unit, says_nil, unreported_mark};
use crate::workbook::{Cell, Value};

/// More words say something else besides.
const OF_A_SCALE: usize = 7;

/// Whether a text states the scale that all amounts of money have already, and nothing else that unsettles them.
fn agrees_on_scale(text: &str, used: &[Used]) -> bool {
    let units = used.iter().filter(|own| !own.rests.is_empty()).filter_map(|own| Some(own.unit.as_ref()?.value));
    let mut units = units.peekable();
    let stated = note_unit(text).or_else(|| name_unit(text)).map(|(factor, _)| factor);
    words(text).len() <= OF_A_SCALE && units.peek().is_some() && units.all(|unit| stated == Some(unit))
}

/// The notes below the rows, `last` the last of them, that say what the figures above are.
pub(crate) fn notes<'s>(
    source: &'s Source,
    of: &'s Judged,
    (last, used): (u32, &'s [Used]),
) -> impl Iterator<Item = Temuan> + 's {
    let Judged { sheet, layout, tahun } = *of;
    // A label that heads no row is a note, and what stands right of the table in a row that is blank within it.
    let is_foot = move |row: &LayoutRow| match row.kind {
        RowKind::Footer => true,
        RowKind::GroupLabel(_) | RowKind::Blank | RowKind::Nameless | RowKind::DataBelowEnd => row.row > last,
        _ => false,
    };
    let feet = layout.rows.iter().filter(is_foot);
    let limits = move |cell: &Cell, text: &str| {
        let scales = |text: &str| hints_at_scale(text).is_some();
        let has_meaning = |meaning: &str| {
            says_ended(meaning) || scales(meaning) && !agrees_on_scale(meaning, used) || remark_limits(meaning, tahun)
        };
        let takes_in = || text.to_lowercase().contains("termasuk") && source.names_another(text);
        let is_said = note_limits(text, tahun)
            || takes_in()
            || note_unsettles(text, tahun) && !(scales(text) && agrees_on_scale(text, used))
            || unreported_mark(text).is_none() && reservation(text).is_some()
            || adds_up_others(text)
            || is_cumulative(text) && sheet.row(cell.at.row).len() == 1
            || goes_on_elsewhere(text) && !source.counts_all_sheets()
            || corrects(text)
            || replaced(text).is_some()
            || legend(text).is_some_and(has_meaning) && !says_nil(text)
            || text.trim_start().starts_with('*') && legend(text).is_some_and(|meaning| is_remark_anywhere(meaning, tahun))
            || partial(text).is_some()
            || is_caption_below(text, tahun)
            || notes_another_time(text, tahun)
            || tahun.is_some_and(|own| is_paper_from_before(text, own))
            || is_unsettled_below(text)
            || is_bare_limit(text, tahun)
            || text.len() <= 60 && loosely(text).or_else(|| to_date(text)).is_some()
            || tahun.is_some_and(|own| names_an_earlier_year(sheet, (cell.at, text), own))
            || tahun.is_some_and(|own| is_lone_day_before(text, own)) && sheet.row(cell.at.row).len() == 1
            || said_of_rows(text).is_some_and(|said| limits_beside(said, tahun));
        is_said && arti_of(source, text).is_none()
    };
    let is_limit = move |cell: &Cell| {
        let Value::Text(text) = &cell.value else { return false };
        let body = without_label(text);
        limits(cell, text) || body.len() < text.len() && limits(cell, body) && arti_of(source, text).is_none()
    };
    feet.flat_map(|row| sheet.row(row.row)).filter(is_limit).map(move |cell| {
        let teks = raw_text(&cell.value);
        // What the figures are of, and no part of the year is the year.
        let fakta: Fakta = match share_noted(&teks, tahun) {
            Some(periode) => {
                PeriodeBerbeda { periode, periode_lain: tahun.map_or_else(String::new, |own| own.to_string()) }.into()
            }
            None => KeteranganMembatasi::of(teks, 0).into(),
        };
        Temuan::new(sheet.at_cell(cell.at), fakta)
    })
}
