//! What stands on a sheet and is no title of its table, and says all the same that some figures are
//! others: the title of a chart, what a cell asks for, a legend of colours.

use crate::dataset::body::row_arti::arti_of;
use crate::dataset::body::sections::Judged;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::CountedRow;
use crate::dataset::source::Source;
use crate::diagnostic::{KeteranganMembatasi, Temuan};
use crate::table::caption::{stated_in, stated_span};
use crate::table::rows::facts::shown;
use crate::table::{RowKind, Spot};
use crate::text::caption_unit::{caption_unit, note_unit};
use crate::text::label::words;
use crate::text::legend::{is_bare_swatch, leads_a_legend, legend_limits, swatch_limits};
use crate::text::limiting;
use crate::text::remark::{note_limits, says_a_part};
use crate::vocabulary::{Around, CellAddress, Year};
use crate::workbook::{AroundText, Cell, RowView, Value};
use std::collections::BTreeSet;

/// The charts and prompts that state another year or unit than the figures have.
pub(crate) fn charts_and_prompts(source: &Source, of: &Judged, used: &[Used]) -> Vec<Temuan> {
    let Judged { sheet, layout, tahun } = of;
    let resting: Vec<&Used> = used.iter().filter(|used| !used.rests.is_empty()).collect();
    let columns: BTreeSet<u32> = resting.iter().map(|used| layout.columns[used.index].column).collect();
    let factors: BTreeSet<u64> = resting.iter().filter_map(|used| Some(used.unit.as_ref()?.value)).collect();
    let is_meant = |line: &&AroundText| match line.place {
        Around::Chart => true,
        Around::Prompt => line.cells.is_none_or(|cells| columns.range(cells.first.column..=cells.last.column).next().is_some()),
        Around::Header | Around::Footer | Around::Shape => false,
    };
    let is_other_unit = |text: &str| {
        let stated = caption_unit(text).or_else(|| note_unit(text));
        stated.is_some_and(|(factor, _)| factor > 1 && !factors.is_empty() && !factors.contains(&factor))
    };
    // What a cell asks for is what stands in it.
    let asks_for_else = |line: &AroundText| {
        let text = &line.text;
        line.place == Around::Prompt && (limiting(text).is_some() || says_a_part(text, false) || note_limits(text, *tahun))
    };
    let is_said = |line: &&AroundText| is_other_unit(&line.text) || states_another(&line.text, *tahun) || asks_for_else(line);
    let told = sheet.around.iter().filter(is_meant).filter(is_said);
    let told =
        told.map(|line| (line, Spot::Around(line.place).told(&line.text))).filter(|(_, teks)| arti_of(source, teks).is_none());
    told.map(|(line, teks)| {
        let temuan = KeteranganMembatasi::of(teks, 0);
        Temuan::new(line.cells.map_or(sheet.at(), |cells| sheet.at_cell(cells.first)), temuan)
    })
    .collect()
}

/// Whether a line states a year, and not the table's own.
pub(crate) fn states_another(text: &str, own: Option<Year>) -> bool {
    let Some(own) = own else { return false };
    let year = stated_in(text).and_then(|stated| stated.period.year);
    year.is_some_and(|year| year != own) && stated_span(text).is_none() && !text.contains(&own.to_string())
}

/// More words give no look of the cells a meaning.
const MEANING: usize = 4;

fn line_of_texts(cells: &[Cell]) -> String {
    let texts = cells.iter().filter(|cell| matches!(cell.value, Value::Text(_)));
    texts.map(|cell| raw_text(&cell.value)).collect::<Vec<String>>().join(" ").trim().to_owned()
}

/// The legends over, beside and below the rows: each line once.
pub(crate) fn legends(source: &Source, of: &Judged, rows: &[CountedRow]) -> Vec<Temuan> {
    let Judged { sheet, layout, tahun } = *of;
    let last_column = layout.columns.iter().map(|column| column.column).max().unwrap_or(0);
    let mut found: Vec<(CellAddress, String)> = Vec::new();
    let last = rows.last().map_or(layout.header.1, |row| row.row);
    let is_foot = |kind: &RowKind| matches!(kind, RowKind::Footer | RowKind::GroupLabel(_) | RowKind::Blank);
    // Below `Keterangan :` a lone line is the meaning of the colour that it stands in, or beside.
    let mut is_led = false;
    for row in layout.rows.iter().filter(|row| row.row > last && is_foot(row.kind)) {
        let cells = sheet.row(row.row);
        let line = line_of_texts(&cells);
        let has_number = cells.iter().any(|cell| matches!(cell.value, Value::Number { .. }));
        // Alone it is no signature and no note: the cell beside it, or its own, is of that colour.
        let is_swatch = is_led && swatch_limits(&line) || cells.len() == 1 && is_bare_swatch(&line);
        if !has_number && is_swatch {
            found.extend(cells.iter().find(|cell| matches!(cell.value, Value::Text(_))).map(|cell| (cell.at, line.clone())));
        }
        is_led = leads_a_legend(&line) || is_led && (line.is_empty() || words(&line).len() <= MEANING);
    }
    let mut hear = |cells: &[Cell]| {
        let line = line_of_texts(cells);
        let first = cells.iter().find(|cell| matches!(cell.value, Value::Text(_)));
        if let Some(first) = first.filter(|first| legend_limits(&line, tahun) && found.iter().all(|(at, _)| *at != first.at)) {
            found.push((first.at, line));
        }
    };
    for row in sheet.cells.rows_from(0).take_while(|row| row.row() < layout.header.0) {
        hear(&row.cells().collect::<Vec<_>>());
    }
    let is_text =
        |kind: &RowKind| matches!(kind, RowKind::Footer | RowKind::GroupLabel(_) | RowKind::Nameless | RowKind::DataBelowEnd);
    for row in layout.rows.iter().filter(|row| is_text(row.kind)) {
        hear(&sheet.row(row.row));
    }
    // Most sheets hold nothing beside their table.
    if sheet.cells.columns().is_some_and(|(_, last)| last > last_column) {
        for row in rows.iter().filter_map(|row| sheet.cells.row(row.row)) {
            hear(&RowView::cells(row).filter(|cell| cell.at.column > last_column).collect::<Vec<_>>());
        }
    }
    let of_cells = found
        .into_iter()
        .filter(|(_, teks)| arti_of(source, teks).is_none())
        .map(|(at, teks)| Temuan::new(sheet.at_cell(at), KeteranganMembatasi::of(teks, 0)));
    let is_heard = |line: &AroundText| {
        let text = shown(&line.text);
        layout.limits.iter().any(|limit| limit.at == Spot::Around(line.place) && limit.text == text)
    };
    let is_drawn = |line: &&AroundText| !matches!(line.place, Around::Chart | Around::Prompt) && !is_heard(line);
    let limits = |line: &&AroundText| {
        legend_limits(&line.text, tahun) || stated_in(&line.text).is_none() && note_limits(&line.text, tahun)
    };
    let around = sheet.around.iter().filter(is_drawn).filter(limits);
    let of_around = around
        .map(|line| Spot::Around(line.place).told(&line.text))
        .filter(|teks| arti_of(source, teks).is_none())
        .map(|teks| Temuan::new(sheet.at(), KeteranganMembatasi::of(teks, 0)));
    of_cells.chain(of_around).collect()
}
