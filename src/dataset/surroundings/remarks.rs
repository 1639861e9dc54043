//! Words over or beside a table that make its figures something else than the
//! realisasi of the year: `RENCANA`, `RAPB`, `per bulan`.

use crate::dataset::Jenis;
use crate::dataset::Need;
use crate::dataset::body::row_arti::arti_of;
use crate::dataset::body::sections::Judged;
use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::columns::picked::picked;
use crate::dataset::counted::CountedRow;
use crate::dataset::matching::fit::Chosen;
use crate::dataset::matching::years::year_of;
use crate::dataset::source::Source;
use crate::dataset::surroundings::both_said::both_said;
use crate::dataset::surroundings::budget_year::budget_years;
use crate::dataset::surroundings::identity::Identities;
use crate::dataset::surroundings::notes::notes;
use crate::dataset::surroundings::own_status::{OwnStatus, lists_others_too};
use crate::dataset::surroundings::own_years::spans_own_years;
use crate::dataset::surroundings::remark_columns::{Column, columns_said, may_be_chosen, remarks_among_numbers, speaks_aside};
use crate::dataset::surroundings::share_names::of_shares;
use crate::dataset::verdicts::Verdicts;
use crate::diagnostic::{ArtiSebab, ArtiTidakDikenal, Fakta, JudulMembatasi, KeteranganMembatasi, Letak, Temuan};
use crate::profile::{Arti, Dictionary};
use crate::table::{LayoutRow, Limit, RowKind, Spot};
use crate::text::aside::{ends_in_number, is_copied_sheet};
use crate::text::bare_figure::bare_figure;
use crate::text::bare_limit::is_bare_limit;
use crate::text::beside_row::{limits_beside, reserves};
use crate::text::brief_remark::{is_brief_profit, is_brief_remark};
use crate::text::dateless::{beside_year, dateless};
use crate::text::doubt::{hints_at_scale, note_unsettles, row_doubted, status_unsettles, unsettles};
use crate::text::label::{spelt_words, words};
use crate::text::loose::{loosely, to_date};
use crate::text::name_remark::{aside_limits, name_limits};
use crate::text::of_things::is_of_things;
use crate::text::paper_day::is_paper_from_before;
use crate::text::partial::{LIVING_ALONE, is_caption_below, is_unsettled_below, partial, set_aside};
use crate::text::phrase::total_phrase;
use crate::text::remark::{is_older, note_limits, remark_limits, says_a_part, says_coming, says_ended, says_gone};
use crate::text::reserve::reservation;
use crate::text::row_word::{is_bare_year, is_until, takes_row_away};
use crate::text::section::{SectionLabel, section_label, sheet_status};
use crate::text::spoken_name::spoken;
use crate::text::status::is_idle;
use crate::text::whole_remark::{half_told, is_bare_plan, is_remark_anywhere};
use crate::text::{another_figure, limiting, name_unit, of_another_list, provisional};
use crate::threads::in_runs;
use crate::vocabulary::{CellAddress, Sel, Year, mask_person};
use crate::workbook::{Cell, Value};
use std::collections::BTreeMap;

/// The titles, and the sheet's name, that limit what the figures are.
pub(crate) fn limits(source: &Source, chosen: &Chosen, fixed: Option<Year>) -> Vec<Temuan> {
    let sheet = chosen.sheet;
    // What `arti` says of a text that may be plain settles it.
    let is_settled = |text: &str, is_soft: bool| is_soft && arti_of(source, text).is_some();
    // `Target 2024` over a table of 2021 may speak of that year alone; over one of several years, if none that is asked for.
    let own = fixed.or(chosen.tahun).or(chosen.layout.period.as_ref().and_then(|period| period.year));
    let is_other = |text: &str| {
        let words = words(text);
        let year = words.get(1).filter(|_| words.len() == 2).and_then(|word| Year::parse(word));
        let year = year.filter(|year| (1900..=2100).contains(&year.0));
        year.is_some_and(|year| own.map_or_else(|| !source.years().contains(&year), |own| own != year))
    };
    let fakta_at = |judul: &str, (kata, is_soft): (String, bool), letak: Letak| -> Fakta {
        if is_soft {
            return KeteranganMembatasi::of_name(judul, letak).into();
        }
        JudulMembatasi { judul: judul.to_owned(), kata }.into()
    };
    let is_soft = |limit: &Limit| limit.is_soft || is_other(&limit.text);
    let titles = chosen
        .layout
        .limits
        .iter()
        .filter(|limit| !limit.is_soft || !spans_own_years(source, chosen, &limit.text) && !lists_others_too(chosen, limit))
        .filter(|limit| {
            (limit.word != LIVING_ALONE || !asks_for_living(source))
                && !is_settled(&limit.text, is_soft(limit))
                && !is_settled(&limit.at.told(&limit.text), is_soft(limit))
        })
        .map(|limit| {
            Temuan::new(
                limit.at.on(sheet),
                fakta_at(&limit.at.told(&limit.text), (limit.word.clone(), is_soft(limit)), Letak::Tabel),
            )
        });
    let name = sheet.name.as_deref().filter(|name| !chosen.sheet_is_named && !is_other(name));
    // Where every sheet counts, its rows are asked about.
    let is_one_of_many = source.counts_all_sheets();
    // The scale that a name states is that of its amounts, or is told as another one than theirs.
    let resting = source.resting(&source.years());
    let is_money = source.fields.iter().any(|field| field.jenis == Jenis::Uang && resting.contains(&field.isian));
    let said_by = |name: &str| -> Option<(String, bool)> {
        let soft = || {
            provisional(name)
                .or_else(|| set_aside(name))
                .or_else(|| loosely(name))
                .or_else(|| bare_figure(name))
                .or_else(|| to_date(name))
                .or_else(|| {
                    unsettles(name).filter(|_| !(is_money && hints_at_scale(name).is_some() && name_unit(name).is_some()))
                })
                .or_else(|| reservation(name))
                .or_else(|| of_another_list(name))
                .or_else(|| (is_copied_sheet(name) && !(chosen.is_alone && ends_in_number(name))).then(|| name.to_owned()))
        };
        let status = || sheet_status(name).filter(|(_, is_sure)| !(*is_sure && is_one_of_many)).map(|(word, _)| word);
        let hard = limiting(name).or_else(|| another_figure(name)).map(|word| (word, false));
        hard.or_else(|| Some((soft().or_else(status)?, true)))
    };
    let of_name = name.filter(|name| arti_of(source, name).is_none()).and_then(|name| {
        let is_asked = is_one_of_many && sheet_status(name).is_some_and(|(_, is_sure)| is_sure);
        let apart = || spoken(name).and_then(|apart| said_by(&apart).or_else(|| said_by(&dateless(&apart)?)));
        let said = said_by(name).or_else(|| said_by(&dateless(name)?)).or_else(apart);
        said.filter(|_| !is_asked).map(|said| Temuan::new(sheet.at(), fakta_at(name, said, Letak::NamaLembar)))
    });
    let older = |(at, text): &(Spot, String)| {
        let fakta = KeteranganMembatasi::of(at.told(text), 0);
        let is_told = !is_settled(text, true)
            && !is_settled(&at.told(text), true)
            && own.is_some_and(|own| is_older(text, own) || is_paper_from_before(text, own));
        is_told.then(|| Temuan::new(at.on(sheet), fakta))
    };
    let history = chosen.layout.history.iter().filter_map(older);
    let of_budget =
        own.into_iter().flat_map(|own| budget_years(&chosen.layout, own)).filter(|stated| !is_settled(&stated.text, true));
    let of_budget =
        of_budget.map(|stated| Temuan::new(stated.at.on(sheet), KeteranganMembatasi::of(stated.at.told(&stated.text), 0)));
    let two_years = of_two_years(source, chosen, fixed);
    let of_names = of_shares(source, chosen, own);
    let told = titles.chain(of_name).chain(of_names).chain(history).chain(of_budget).chain(two_years);
    let told = told.chain(both_said(source, chosen));
    told.chain(over_what_goes_on(source, chosen)).collect()
}

/// Whether what figures ask for may be only those that live: a title by which all rows are such says nothing then.
fn asks_for_living(source: &Source) -> bool {
    let is_of_status = |isian: &String| matches!(isian.as_str(), "aktif" | "tidak_aktif" | "status");
    let speaks = |name: &str| words(name).iter().any(|word| word == "aktif");
    let need = |need: &Need| need.isian.iter().any(is_of_status) || need.untuk.iter().any(|name| speaks(name));
    source.needs.values().any(need) || speaks(&source.sumber.nama) || speaks(&source.sumber.id)
}

/// So many rows over headings that come again hold their titles.
const TITLES: u32 = 3;

/// `RALAT` over headings that come again, below which the list goes on: its rows would be counted with those above.
fn over_what_goes_on(source: &Source, chosen: &Chosen) -> Option<Temuan> {
    let (sheet, first) = (chosen.sheet, chosen.layout.header.0);
    let rows = (first.saturating_sub(TITLES)..first).rev().filter(|_| chosen.layout.continues);
    let titles = rows.map(|row| sheet.row(row)).take_while(|cells| cells.len() <= 1).flatten();
    let said = |cell: Cell| {
        let Value::Text(text) = &cell.value else { return None };
        let SectionLabel::Status(kata) = section_label(text, |_| false) else { return None };
        let judul = text.trim().to_owned();
        arti_of(source, text).is_none().then(|| Temuan::new(sheet.at_cell(cell.at), JudulMembatasi { judul, kata }))
    };
    titles.filter_map(said).next()
}

/// `Tahun Buku 2020/2021` over a table that is of one year alone: which one, nobody knows.
fn of_two_years(source: &Source, chosen: &Chosen, fixed: Option<Year>) -> Option<Temuan> {
    let is_dated = chosen.layout.columns.iter().any(|column| year_of(column).is_some());
    fixed.filter(|_| !is_dated)?;
    let stated = chosen.layout.stated_years.iter().find(|stated| stated.first != stated.year)?;
    if arti_of(source, &stated.text).or_else(|| arti_of(source, &stated.at.told(&stated.text))).is_some() {
        return None;
    }
    let fakta = KeteranganMembatasi::of(stated.at.told(&stated.text), 0);
    Some(Temuan::new(stated.at.on(chosen.sheet), fakta))
}

/// A sheet of many that count whose name says that its rows are something else than the year's own.
pub(crate) fn asked_sheet(source: &Source, chosen: &Chosen, counted: &[CountedRow]) -> Option<Temuan> {
    let name = chosen.sheet.name.as_deref().filter(|_| source.counts_all_sheets() && !counted.is_empty())?;
    let (word, _) = sheet_status(name).filter(|(_, is_sure)| *is_sure && arti_of(source, name).is_none())?;
    // `Non Aktif` over rows of which each says so itself, as it would in a list of all.
    if is_idle(name) && all_say_idle(chosen, counted) {
        return None;
    }
    let (sumber, teks) = (source.sumber.id.clone(), name.to_owned());
    let fakta = ArtiTidakDikenal { sumber, teks, sebab: ArtiSebab::Keadaan(word), baris: counted.len() };
    Some(Temuan::new(chosen.sheet.at(), fakta))
}

/// Whether a column of the table's own calls each of its rows idle: `Tidak Aktif` under `Status`.
fn all_say_idle(chosen: &Chosen, counted: &[CountedRow]) -> bool {
    let says = |row: &CountedRow, column: u32| {
        let cell = chosen.sheet.cell(CellAddress::new(row.row, column));
        matches!(cell.map(|cell| cell.value), Some(Value::Text(text)) if is_idle(text))
    };
    let is_of_status = |label: &String| words(label).iter().any(|word| matches!(word.as_str(), "status" | "aktif" | "keadaan"));
    let columns = chosen.layout.columns.iter().filter(|column| column.path.iter().any(is_of_status));
    columns.map(|column| column.column).any(|column| counted.iter().all(|row| says(row, column)))
}

/// Words beside and below counted amounts that make them something else: of unused
/// columns, of cells beside the table, of the notes below it.
pub(crate) fn remarks(source: &Source, of: &Judged, counted: &[CountedRow], used: &[Used]) -> Vec<Temuan> {
    let Judged { sheet, layout, tahun } = of;
    let is_amount = |used: &&Used| matches!(source.fields[used.field].jenis, Jenis::Uang | Jenis::Angka);
    let rests = || used.iter().filter(|used| !used.rests.is_empty());
    if counted.is_empty() {
        return Vec::new();
    }
    // Of figures that only count rows, a remark beside a row that no condition chooses says nothing.
    let only_counts = rests().next().is_some() && rests().find(is_amount).is_none();
    let chosen: Vec<CountedRow> = if only_counts { may_be_chosen(counted, used) } else { Vec::new() };
    let picked = picked(source, (sheet, layout), counted).filter(|picked| !picked.rows.is_empty());
    let rows = match &picked {
        _ if only_counts => &chosen[..],
        Some(picked) => &picked.rows[..],
        None => counted,
    };
    // The condition names such a row in full.
    let is_named = |column: u32| picked.as_ref().is_some_and(|picked| picked.column == column);
    let told = columns_said(source, of, (rows, used));
    // A row of a year or a quarter is named by it, and a row of no dictionary by what it counts.
    let is_time = |isian: &str| matches!(isian, "tahun" | "triwulan" | "periode" | "bulan");
    let is_name = |isian: &std::sync::Arc<str>| source.names.contains(isian) && !is_time(isian);
    let are_bearers = source.sumber.bentuk != Dictionary::None;
    let names: Vec<u32> = layout
        .columns
        .iter()
        .filter(|heading| heading.isian.as_ref().is_some_and(is_name))
        .map(|heading| heading.column)
        .collect();
    let identities = Identities::of(source, of, rows);
    // `Usulan` in a key's column is what its line counts.
    let is_key = |column: u32| {
        let isian = layout.columns.iter().find(|heading| heading.column == column).and_then(|heading| heading.isian.as_ref());
        isian.is_some_and(|isian| source.sumber.kunci.iter().any(|key| *key.text == **isian))
    };
    let said = |cell: &Cell, text: &str| {
        let own = told.get(&cell.at.column);
        let speaks = || matches!(own, Some(Column::Free { is_figured: true, .. })) && speaks_aside(&cell.value);
        let is_said = if names.contains(&cell.at.column) {
            if are_bearers { name_limits(text, *tahun) } else { aside_limits(text, *tahun).unwrap_or(false) }
        } else if let Some(is_said) = identities.limits(cell.at.column, text) {
            let is_part = |is_event: bool| says_a_part(text, is_event) || is_bare_limit(text, *tahun);
            is_said || matches!(own, Some(Column::Free { is_event, .. }) if is_part(*is_event))
        } else {
            let of_rows = || remark_limits(text, *tahun) || says_ended(text) || row_doubted(text, *tahun) || reserves(text);
            match own {
                Some(Column::Used) => false,
                Some(Column::Free { is_remarks: true, .. }) if is_of_things(text) => false,
                Some(Column::Free {
                    is_event,
                    is_remarks,
                    is_status,
                    knows_idle,
                    hears_rows,
                    hears_years,
                    is_date,
                    is_numbers,
                    is_profit,
                    ..
                }) => {
                    !only_counts && says_a_part(text, *is_event)
                        || is_bare_limit(text, *tahun)
                        || *is_remarks
                            && (of_rows()
                                || speaks()
                                || half_told(&spelt_words(text), *tahun)
                                || is_brief_remark(text, *tahun)
                                || *is_profit && is_brief_profit(text)
                                || is_bare_plan(text) && !is_key(cell.at.column))
                        || *hears_rows && (takes_row_away(text) || is_remark_anywhere(text, *tahun))
                        || *is_numbers && remarks_among_numbers(text, *tahun)
                        || *hears_years && is_bare_year(text, *tahun)
                        || *is_date && is_until(text)
                        || *is_status && (says_coming(text) || says_gone(text) || status_unsettles(text, *knows_idle))
                }
                None => limits_beside(text, *tahun),
            }
        };
        is_said && arti_of(source, text).is_none()
    };
    let limits = |cell: &Cell| {
        let is_figured = || matches!(told.get(&cell.at.column), Some(Column::Free { is_figured: true, .. }));
        let Value::Text(text) = &cell.value else { return is_figured() && speaks_aside(&cell.value) };
        // `salah 2021` says what `salah` does.
        said(cell, text) || beside_year(text, *tahun).is_some_and(|bare| said(cell, &bare) && arti_of(source, text).is_none())
    };
    // Of a column's numbers nothing is said but where remarks speak of figures; nor of used texts that name nobody.
    let may_say = |column: u32, is_text: bool| match told.get(&column) {
        Some(Column::Free { is_figured, .. }) => is_text || *is_figured,
        Some(Column::Used) => is_text && (names.contains(&column) || identities.knows(column)) && !is_named(column),
        None => is_text && !layout.is_recap(column),
    };
    let asked: Vec<[bool; 2]> =
        (0..=sheet.cells.columns().map_or(0, |(_, last)| last)).map(|own| [may_say(own, false), may_say(own, true)]).collect();
    let is_asked = |column: u32, is_text: bool| asked.get(column as usize).is_none_or(|own| own[usize::from(is_text)]);
    let own_status = OwnStatus::of(sheet, layout);
    // The first such text of each column, how many there are, and some of the others.
    let of_run = |rows: &[CountedRow]| {
        let mut said: BTreeMap<u32, KeteranganMembatasi> = BTreeMap::new();
        let views = rows.iter().filter_map(|row| sheet.cells.row(row.row));
        let cells = views.flat_map(|view| view.cells_where(is_asked));
        let mut judged = Verdicts::default();
        for cell in cells.filter(|cell| judged.of(cell, limits) && !own_status.says(cell)) {
            let text = mask_person(&raw_text(&cell.value));
            let own = said.entry(cell.at.column).or_insert_with(|| KeteranganMembatasi::of(text.as_str(), 0));
            own.jumlah += 1;
            add_other(own, text);
        }
        said
    };
    let mut said: BTreeMap<u32, KeteranganMembatasi> = BTreeMap::new();
    for (column, run) in in_runs(rows, of_run).into_iter().flatten() {
        let own = said.entry(column).or_insert_with(|| KeteranganMembatasi::of(run.teks.as_str(), 0));
        own.jumlah += run.jumlah;
        [run.teks].into_iter().chain(run.lain).for_each(|text| add_other(own, text));
    }
    let of_columns = said.into_iter().map(|(column, fakta)| Temuan::new(sheet.at().with(Sel::Column(column)), fakta));
    of_columns
        .chain(notes(source, of, (rows.last().map_or(0, |row| row.row), used)))
        .chain(beside_others(source, of, counted))
        .collect()
}

/// What stands beside the rows among the data that are none, outside the table's columns, and what the label of a total
/// says besides: `JUMLAH (belum termasuk Kec. Bugul)`, `dalam ribuan` at the right of the sum.
fn beside_others<'s>(source: &'s Source, of: &'s Judged, counted: &'s [CountedRow]) -> impl Iterator<Item = Temuan> + 's {
    let last = counted.last().map_or(0, |row| row.row);
    let Judged { sheet, layout, tahun } = *of;
    let columns = || layout.columns.iter().map(|column| column.column);
    let reach = columns().min().unwrap_or_default()..=columns().max().unwrap_or_default();
    let told = move |row: LayoutRow| -> Vec<Temuan> {
        let is_among = row.row <= last
            && matches!(row.kind, RowKind::GroupLabel(_) | RowKind::ColumnNumbers | RowKind::Blank | RowKind::Subtotal { .. });
        // What its figures may have proven.
        let is_proven = || {
            matches!(row.kind, RowKind::DataOrTotal { .. } | RowKind::DataUnlessSum { .. })
                && counted.binary_search_by_key(&row.row, |own| own.row).is_err()
        };
        let is_total =
            matches!(row.kind, RowKind::Total { .. } | RowKind::SumOver { .. } | RowKind::Subtotal { .. }) || is_proven();
        if !is_among && !is_total {
            return Vec::new();
        }
        let is_sum = |cell: &Cell| matches!(&cell.value, Value::Text(text) if total_phrase(text).is_some());
        let is_labelled = is_total && sheet.row(row.row).iter().any(is_sum);
        let says = |cell: &Cell| {
            let Value::Text(text) = &cell.value else { return false };
            let is_label = matches!(row.kind, RowKind::GroupLabel(label) if label.trim() == text.trim());
            let is_beside = matches!(row.kind, RowKind::GroupLabel(_)) && !is_label;
            let is_said = if reach.contains(&cell.at.column) && !is_beside {
                let of_rest = || beside_total(text).is_some_and(|rest| limits_total(rest, tahun));
                is_total && (of_rest() || is_labelled && total_phrase(text).is_none() && limits_total(text, tahun))
            } else {
                limits_beside(text, tahun)
            };
            is_said && arti_of(source, text).is_none()
        };
        let cells = sheet.row(row.row).into_iter().filter(says);
        cells.map(|cell| Temuan::new(sheet.at_cell(cell.at), KeteranganMembatasi::of(raw_text(&cell.value), 0))).collect()
    };
    layout.rows.iter().flat_map(told)
}

/// What the label of a total says behind its first word.
fn beside_total(text: &str) -> Option<&str> {
    let (first, rest) = text.trim().split_once(|c: char| !c.is_alphanumeric())?;
    let is_total = matches!(&*first.to_lowercase(), "jumlah" | "jml" | "jlh" | "total" | "grand");
    is_total.then(|| rest.trim_matches(|c: char| !c.is_alphanumeric()))
}

/// Whether the rest of a total's label says that its rows are another thing than the year's own, or not all.
fn limits_total(rest: &str, own: Option<Year>) -> bool {
    remark_limits(rest, own)
        || note_limits(rest, own)
        || note_unsettles(rest, own)
        || reservation(rest).is_some()
        || limiting(rest).is_some()
        || partial(rest).is_some()
        || loosely(rest).is_some()
        || says_a_part(rest, false)
        || is_caption_below(rest, own)
        || is_unsettled_below(rest)
        || own.is_some_and(|own| is_older(rest, own))
}

/// So many further texts of a column are told.
const OTHERS: usize = 12;

/// Another text of a column, where it is not told yet.
fn add_other(own: &mut KeteranganMembatasi, text: String) {
    let is_new =
        Arti::folded(&own.teks) != Arti::folded(&text) && !own.lain.iter().any(|told| Arti::folded(told) == Arti::folded(&text));
    if is_new && own.lain.len() < OTHERS {
        own.lain.push(text);
    }
}
