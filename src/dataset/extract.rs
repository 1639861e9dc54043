//! One table of one sheet, read: its rows by year, each value with its cell.

use super::accept::Findings;
use super::bacaan::TableRead;
use super::body::row_arti::{arti_of, leave_out_told};
use super::body::row_said::{Peran, settled};
use super::body::row_sorter::sort_rows;
use super::body::rows::{Rows, accepted, note_skipped};
use super::body::sections::{Judged, judge_sections};
use super::body::whole_place::take_out_whole;
use super::by_profile::{heading_of_part, meanings, overruled_unit, passed_heading, turned_marks};
use super::columns::column::Used;
use super::columns::corrections::corrections;
use super::columns::foreign_units::foreign_units;
use super::columns::left_out::leave_out_totals;
use super::columns::lookback::lookbacks;
use super::columns::part_period::{Asked, PartPeriod};
use super::columns::picked::picked;
use super::columns::recalc::Book;
use super::columns::row_periods::row_periods;
use super::columns::row_units::row_units;
use super::columns::row_years::{NO_YEAR, years_of_rows};
use super::columns::scale::{Priced, of_things, unscaled_money};
use super::columns::sublabels::sublabels;
use super::columns::total::is_additive;
use super::columns::total_units::total_units;
use super::columns::undated_rows::YearRows;
use super::columns::unseen::unseen;
use super::columns::whole_year::{parts_named, whole_year};
use super::counted::{CountedRow, On, RowColumns};
use super::keputusan::Keputusan;
use super::matching::captured::is_captured;
use super::matching::fit::Chosen;
use super::matching::title_class::title_classes;
use super::matching::year_said::{Dated, contradictions, earlier_titles};
use super::matching::years::{Pick, YearPlan, lacking, pick, pick_finding};
use super::merged::Merged;
use super::relations::category_totals::category_totals;
use super::relations::made_up::check_made_up;
use super::relations::secondary::called_secondary;
use super::relations::stated_total::check_totals;
use super::relations::unlike_lines::unlike_lines;
use super::row_scale::{overruled_rows, scale_by_rows};
use super::source::Source;
use super::surroundings::budgeted::budgeted;
use super::surroundings::foreign_place::foreign_places;
use super::surroundings::looks::{check_rows, look_beside, read_columns};
use super::surroundings::overlabels::overlabels;
use super::surroundings::parent_years::parent_years;
use super::surroundings::remarks::{asked_sheet, limits};
use super::surroundings::totals_around::totals_around;
use super::{Cells, Jenis, Part, Recent};
use crate::diagnostic::{
    Fakta, JudulMirip, KeteranganMembatasi, SatuanBerselisih, Temuan, Tersembunyi, TersembunyiTidakDiketahui,
};
use crate::table::{Match, TableLayout};
use crate::vocabulary::{At, Sel, Year};
use crate::workbook::{Hidden, Sheet};
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The rows of one year on one sheet.
pub(crate) struct PartTable {
    pub tahun: Year,
    pub part: Part,
    pub columns: Vec<PartColumn>,
    pub rows: Vec<CountedRow>,
    pub period: PartPeriod,
    /// Fields that are not there and that the year may do without, each as it would be told.
    pub lacking: Vec<(Arc<str>, Fakta)>,
    /// How it was read.
    pub keputusan: Vec<Keputusan>,
    /// Its rows, by the sheet's, that a cell calls sekunder; none where formulas tell rows apart by it.
    pub sekunder: Option<BTreeSet<u32>>,
}

pub(crate) struct PartColumn {
    /// Index into the source's fields.
    pub field: usize,
    pub judul: String,
    pub skala: Decimal,
    /// The sheet's column.
    pub column: u32,
    /// One value for each of the part's rows.
    pub cells: Cells,
}

/// What a sheet gave: its parts, and the years that it has rows or headings of.
#[derive(Default)]
pub(crate) struct Extracted {
    pub parts: Vec<PartTable>,
    /// Nothing on the sheet says which year it is of.
    pub year_unknown: bool,
}

/// Reads a chosen table.
pub(crate) fn extract(source: &Source, chosen: &Chosen, book: &mut Book, findings: &mut Findings) -> Extracted {
    let (sheet, layout) = (chosen.sheet, &chosen.layout);
    let dated = Dated::of(source, chosen);
    let said = dated.decide();
    let plan = &said.value;
    let own = dated.only_year(plan);
    let limits =
        limits(source, chosen, own).into_iter().chain(foreign_places(source, chosen)).chain(title_classes(source, chosen));
    let (of_rows, limits): (Vec<Temuan>, Vec<Temuan>) = limits.partition(|temuan| parts_named(temuan).is_some());
    for temuan in contradictions(&dated, &said).into_iter().chain(earlier_titles(&dated, plan)).chain(limits) {
        let found = temuan.fakta.ditemukan();
        findings.raise(temuan, found.as_deref());
    }
    let years = match plan {
        YearPlan::Fixed(tahun) => BTreeSet::from([*tahun]),
        YearPlan::Headings(years) => years.clone(),
        YearPlan::Column(_) => source.years(),
        YearPlan::Unknown => return Extracted { year_unknown: true, ..Extracted::default() },
    };
    let years: BTreeSet<Year> = years.intersection(&source.years()).copied().collect();
    if years.is_empty() {
        return Extracted::default();
    }

    let (mut used, by_year) = assign(source, chosen, plan, &years, findings);
    let columns: Vec<u32> = layout.columns.iter().map(|column| column.column).collect();
    let merged = Merged::below(sheet, layout.header.1, &columns);
    let mut rows = sort(source, chosen, &merged, findings);
    let judged = Judged { sheet, layout, tahun: own };
    judge_sections(source, &judged, &mut rows, findings);
    leave_out_told(source, &judged, &mut rows);
    take_out_whole(source, sheet, layout, &mut rows);
    asked_sheet(source, chosen, &rows.counted).into_iter().for_each(|temuan| findings.add(temuan));
    note_skipped(sheet, &rows, findings);
    let on = On { source, sheet, layout, merged: &merged, rows: &rows.counted };
    let row_years = years_of_rows(&on, plan, findings);
    let own = picked(source, (sheet, layout), &rows.counted).map(|picked| picked.rows);
    // Units of rows that no formula picks are of no figure.
    let of_figures = On { rows: own.as_deref().filter(|own| !own.is_empty()).unwrap_or(on.rows), ..on };
    overruled_rows(&of_figures, &mut used).into_iter().for_each(|temuan| findings.add(temuan));
    let units = scale_by_rows(&of_figures, &mut used);
    let units = units.or_else(|| row_units(&of_figures, &used)).or_else(|| foreign_units(&of_figures, &used));
    units.into_iter().for_each(|temuan| findings.add(temuan));
    let over = overlabels(source, sheet, layout, &used).into_iter().chain(parent_years(sheet, layout, &used));
    let over = over.chain(budgeted(source, sheet, layout, &used));
    for temuan in sublabels(source, sheet, layout, &used).into_iter().chain(over) {
        // A label over the rows was judged as such.
        if findings.stands_at(&temuan.at) {
            continue;
        }
        let found = temuan.fakta.ditemukan();
        findings.raise(temuan, found.as_deref());
    }
    for temuan in unseen(source, sheet, layout, &rows.counted, &used) {
        findings.add(temuan);
    }
    read_columns(&mut used, &on, &row_years, book, findings);
    let is_asked = |column: u32| used.iter().any(|own| !own.rests.is_empty() && layout.columns[own.index].column == column);
    let sekunder = called_secondary(&on, is_asked);
    for column in used.iter().filter(|column| !column.rests.is_empty()) {
        turned_marks(source, (sheet, layout), &rows.counted, column).into_iter().for_each(|temuan| findings.add(temuan));
    }
    let all_years: Vec<Year> = years.iter().copied().collect();
    let whole = whole_year(&on, &rows.totals, &used);
    // `PER TRIWULAN` over the four of them is what the rows are.
    let is_of_rows = |temuan: &Temuan| whole.is_some() && parts_named(temuan) == Some(rows.counted.len());
    for temuan in of_rows.into_iter().filter(|temuan| !is_of_rows(temuan)) {
        let found = temuan.fakta.ditemukan();
        findings.raise(temuan, found.as_deref());
    }
    let periods = if whole.is_none() { row_periods(&on, &row_years, &all_years) } else { None };
    let told_at: Vec<At> = periods.iter().map(|temuan| temuan.at.clone()).collect();
    if let Some(temuan) = periods {
        findings.raise(temuan, None);
    }
    // That a row is of a quarter says nothing against it where all four are there.
    let of_parts = whole.map(|column| sheet.at().with(Sel::Column(column)));
    let beside = look_beside(&on, &judged, &used, &row_years, &told_at).into_iter();
    beside.filter(|temuan| Some(&temuan.at) != of_parts.as_ref()).for_each(|temuan| findings.add(temuan));
    for temuan in corrections(source, &judged, &rows.counted, &used) {
        findings.raise(temuan, None);
    }
    let (told, meant): (Vec<Temuan>, Vec<Keputusan>) = meanings(source, sheet).into_iter().unzip();
    told.into_iter().for_each(|temuan| findings.add(temuan));
    let left_out = leave_out_totals(&on, (&row_years, &rows.totals), &mut used, findings);
    let mut compared = check_totals(&used, &on, &rows.totals, findings);
    totals_around(&on, &judged, &used, findings);
    total_units(&on, &rows.totals, &used).into_iter().for_each(|temuan| findings.add(temuan));
    let totals = left_out.iter().map(|index| rows.counted[*index].row);
    rows.said.extend(totals.map(|row| (row, settled(None, Peran::Jumlah, accepted()))));
    let lines = unlike_lines(&used, &on, &judged, &row_years);
    for temuan in category_totals(&used, &on, &row_years).into_iter().chain(lines) {
        let found = temuan.fakta.ditemukan();
        findings.raise(temuan, found.as_deref());
    }
    check_made_up(&used, &source.fields, (sheet, layout), &rows.counted, findings);
    check_rows(&mut used, &on, &row_years, findings);

    let mut parts = Vec::new();
    let mut counted_rows: Vec<u32> = Vec::new();
    for tahun in &years {
        let own: Vec<usize> = by_year.get(tahun).cloned().unwrap_or_default();
        let beside = YearRows::of(source, (sheet, layout), *tahun, plan);
        let is_its = |index: usize| row_years[index].is_none_or(|year| year == *tahun);
        let belongs = |index: usize| is_its(index) && beside.as_ref().is_none_or(|beside| beside.have(rows.counted[index].row));
        let mut kept: Vec<usize> = Vec::with_capacity(rows.counted.len());
        kept.extend(
            (0..rows.counted.len())
                .filter(|index| row_years[*index] != Some(NO_YEAR) && !left_out.contains(index) && belongs(*index)),
        );
        if kept.is_empty() && matches!(plan, YearPlan::Column(_)) {
            continue;
        }
        if let Some(beside) = &beside {
            let is_left = |index: &usize| is_its(*index) && !left_out.contains(index) && !belongs(*index);
            let left: Vec<&CountedRow> = (0..rows.counted.len()).filter(is_left).map(|index| &rows.counted[index]).collect();
            if let Some(temuan) = beside.left_out(&left, &used) {
                findings.raise(temuan, None);
            }
        }
        counted_rows.reserve(kept.len());
        counted_rows.extend(kept.iter().map(|index| rows.counted[*index].row));
        let year_rows: Vec<&CountedRow> = kept.iter().map(|index| &rows.counted[*index]).collect();
        let asked = Asked { source, sheet, layout, rows: &year_rows, used: &used };
        let period = asked.period_of(*tahun, &own);
        // A total under rows of several years is told of once.
        let totals = own.iter().map(|column| std::mem::take(&mut compared[*column])).sum();
        let on = On { source, sheet, layout, merged: &merged, rows: &rows.counted };
        let lookbacks = if plan.fixed() == Some(*tahun) { lookbacks(&on, &used, *tahun) } else { Vec::new() };
        let part = Part { berkas: sheet.berkas.clone(), lembar: sheet.name.clone(), columns: Vec::new(), totals, lookbacks };
        let read = TableRead {
            source,
            chosen,
            said: &said,
            tahun: *tahun,
            period: &period,
            columns: own.iter().map(|column| &used[*column]).collect(),
            rows: year_rows,
            counted: &rows.counted,
            rows_said: &rows.said,
            meant: &meant,
        };
        let keputusan = read.decisions();
        // The last year takes what is held, so that nothing is held twice.
        let is_last = years.last() == Some(tahun);
        let columns = own.iter().map(|column| part_column(&kept, &mut used[*column], layout, is_last)).collect();
        let part_rows = part_rows(&kept, &mut rows.counted, is_last);
        let lacking = lacking(source, layout, *tahun, plan);
        let sekunder = sekunder.clone();
        parts.push(PartTable { tahun: *tahun, part, columns, rows: part_rows, period, lacking, keputusan, sekunder });
    }
    counted_rows.sort_unstable();
    counted_rows.dedup();
    note_hidden((sheet, layout), book.format(), &counted_rows, &used, findings);
    Extracted { parts, year_unknown: false }
}

/// A year's rows of the counted ones that are kept.
fn part_rows(kept: &[usize], counted: &mut Vec<CountedRow>, is_last: bool) -> Vec<CountedRow> {
    match is_last {
        // All of them in their order, none of which another year takes.
        true if kept.len() == counted.len() => std::mem::take(counted),
        _ => kept.iter().map(|index| counted[*index].clone()).collect(),
    }
}

/// A column's values for the kept rows.
fn part_column(kept: &[usize], used: &mut Used, layout: &TableLayout, is_last: bool) -> PartColumn {
    let cells = match is_last {
        // All of them in their order, none of which another year takes.
        true if kept.len() == used.data.len() => std::mem::take(&mut used.data),
        _ => {
            let (mut cells, mut recent) = (Cells::with_capacity(kept.len()), Recent::default());
            kept.iter().for_each(|slot| cells.push(used.data.get(*slot), used.data.is_corrected(*slot), &mut recent));
            cells
        }
    };
    if is_last {
        used.data = Cells::default();
    }
    let heading = &layout.columns[used.index];
    let column = if is_captured(heading) { Part::OF_NAME } else { heading.column };
    PartColumn { field: used.field, judul: heading.path.join(" "), skala: used.reader.skala, column, cells }
}

/// Gives each field of each year its column, each column once.
fn assign(
    source: &Source,
    chosen: &Chosen,
    plan: &YearPlan,
    years: &BTreeSet<Year>,
    findings: &mut Findings,
) -> (Vec<Used>, BTreeMap<Year, Vec<usize>>) {
    let (sheet, layout) = (chosen.sheet, &chosen.layout);
    let mut used: Vec<Used> = Vec::new();
    let mut by_year: BTreeMap<Year, Vec<usize>> = BTreeMap::new();
    for tahun in years {
        for (field_index, field) in source.fields.iter().enumerate() {
            let rests = source.rests(field, *tahun);
            let is_amount = matches!(field.jenis, Jenis::Uang | Jenis::Angka);
            let picked = pick(layout, &field.isian, is_amount, *tahun, plan);
            let is_anywhere = layout.columns.iter().any(|column| column.isian.as_ref() == Some(&field.isian));
            let is_dispensable = source.may_lack(&field.isian, *tahun) && !matches!(picked, Pick::Several(_));
            let granted = (rests && !is_dispensable && (is_anywhere || picked != Pick::Missing))
                .then(|| pick_finding(&source.sumber.id, layout, &sheet.at(), (&field.isian, *tahun), &picked))
                .flatten()
                .and_then(|temuan| findings.raise(temuan, None));
            let index = match (picked, granted) {
                (Pick::Column(index), _) => index,
                // The heading states another year, and the office says that it is this one's.
                (Pick::OtherYear(index), Some(_)) => index,
                // A column that no year has was reported when the sheet was chosen.
                _ => continue,
            };
            let at = used.iter().position(|column| column.field == field_index && column.index == index).unwrap_or_else(|| {
                used.push(Used::new(source, sheet, field_index, index));
                used.len() - 1
            });
            if rests {
                used[at].rests.insert(*tahun);
            }
            by_year.entry(*tahun).or_default().push(at);
        }
    }
    for list in by_year.values_mut() {
        list.sort_by_key(|at| layout.columns[used[*at].index].column);
    }
    for column in &mut used {
        let field = &source.fields[column.field];
        let heading = &layout.columns[column.index];
        let rests = !column.rests.is_empty();
        if field.jenis == Jenis::Uang {
            let priced = Priced { sumber: source.sumber, sheet, layout, column: heading };
            let decided = priced.decide();
            if let Some(temuan) = priced.contradiction(&decided).filter(|_| rests) {
                findings.add(temuan);
            }
            if rests {
                overruled_unit(sheet, &decided).into_iter().for_each(|temuan| findings.add(temuan));
            }
            column.is_in(decided);
        }
        if rests {
            passed_heading(source, (sheet, layout), column).into_iter().for_each(|temuan| findings.add(temuan));
            heading_of_part(source, (sheet, layout), column).into_iter().for_each(|temuan| findings.add(temuan));
        }
        if rests && field.jenis == Jenis::Uang {
            of_things(sheet, heading).into_iter().for_each(|temuan| findings.add(temuan));
        }
        // `Jumlah Anggota (Rp juta)`: whatever is in it, it is no count.
        let scaled = heading.unit.iter().chain(&heading.said).find(|unit| unit.factor > 1);
        if let Some(unit) = scaled.filter(|_| rests && field.jenis == Jenis::Angka && field.hitungan) {
            let fakta = SatuanBerselisih { pertama: unit.text.clone(), kedua: field.isian.to_string() };
            findings.add(Temuan::new(unit.at.on(sheet), fakta));
        }
        if rests && field.jenis == Jenis::Angka && !field.hitungan {
            let priced = Priced { sumber: source.sumber, sheet, layout, column: heading };
            unscaled_money(source, &priced).into_iter().for_each(|temuan| findings.add(temuan));
        }
        // `Produksi (ribu)`: neither is it multiplied nor known what the office means.
        let unscaled = heading.unit.as_ref().filter(|unit| unit.factor > 1 && arti_of(source, &unit.text).is_none());
        if let Some(unit) = unscaled.filter(|_| rests && field.jenis == Jenis::Angka && !field.hitungan) {
            findings.raise(Temuan::new(unit.at.on(sheet), KeteranganMembatasi::of(unit.text.clone(), 0)), Some(&unit.text));
        }
        let is_name = chosen.name.as_ref() == Some(&field.isian);
        if let Match::Near { alias } = &heading.matched
            && (rests || is_name)
        {
            let judul = heading.path.join(" / ");
            let fakta = JudulMirip { isian: field.isian.to_string(), judul: judul.clone(), dikenal: alias.clone() };
            findings.raise(Temuan::new(sheet.at().with(Sel::Column(heading.column)), fakta), Some(&judul));
        }
    }
    (used, by_year)
}

fn sort(source: &Source, chosen: &Chosen, merged: &Merged, findings: &mut Findings) -> Rows {
    let layout = &chosen.layout;
    let columns_of = |isian: &str| -> Vec<u32> {
        layout.columns.iter().filter(|column| column.isian.as_deref() == Some(isian)).map(|column| column.column).collect()
    };
    let names: Vec<u32> = source.names.iter().flat_map(|name| columns_of(name)).collect();
    let keys: Vec<u32> = source.sumber.kunci.iter().flat_map(|key| columns_of(&key.text)).collect();
    let is_number = |isian: &Arc<str>| {
        source
            .fields
            .iter()
            .any(|field| field.isian == *isian && matches!(field.jenis, Jenis::Uang | Jenis::Angka | Jenis::Tanda))
    };
    let numbers: Vec<u32> =
        layout.columns.iter().filter(|column| column.isian.as_ref().is_some_and(is_number)).map(|column| column.column).collect();
    let adds_up = |isian: &Arc<str>, path: &[String]| {
        let field = source.fields.iter().find(|field| field.isian == *isian);
        field.is_some_and(|field| {
            let is_amount = field.jenis == Jenis::Uang || field.jenis == Jenis::Angka && field.hitungan;
            is_amount && is_additive(field.jenis, path) && !isian.starts_with("tahun")
        })
    };
    let sums: Vec<u32> = layout
        .columns
        .iter()
        .filter(|column| column.isian.as_ref().is_some_and(|isian| adds_up(isian, &column.path)))
        .map(|column| column.column)
        .collect();
    let is_personal = |isian: &str| source.fields.iter().any(|field| &*field.isian == isian && field.pribadi);
    let mask = if names.is_empty() {
        source.sumber.kunci.iter().any(|key| is_personal(&key.text))
    } else {
        source.names.iter().any(|name| is_personal(name))
    };
    let columns = RowColumns { names: &names, numbers: &numbers, sums: &sums, keys: &keys, mask };
    sort_rows(chosen.sheet, layout, &columns, merged, findings)
}

fn note_hidden(
    (sheet, layout): (&Sheet, &TableLayout),
    format: &'static str,
    counted: &[u32],
    used: &[Used],
    findings: &mut Findings,
) {
    if counted.is_empty() {
        return;
    }
    if sheet.hidden_rows == Hidden::Unknown || sheet.hidden_columns == Hidden::Unknown {
        findings.add(Temuan::new(sheet.at(), TersembunyiTidakDiketahui { format }));
    }
    let rows: Vec<Sel> =
        counted.iter().filter(|row| sheet.hidden_rows.contains(**row) == Some(true)).map(|row| Sel::Row(*row)).collect();
    let hidden_columns: BTreeSet<u32> = used
        .iter()
        .filter(|column| !column.rests.is_empty())
        .map(|column| layout.columns[column.index].column)
        .filter(|column| sheet.hidden_columns.contains(*column) == Some(true))
        .collect();
    let columns: Vec<Sel> = hidden_columns.into_iter().map(Sel::Column).collect();
    if !rows.is_empty() || !columns.is_empty() {
        let contoh = columns.iter().chain(&rows).take(5).copied().collect();
        let fakta = Tersembunyi { baris: rows.len(), kolom: columns.len(), contoh };
        findings.add(Temuan::new(sheet.at(), fakta));
    }
}
