//! Rows taken as headings: each column's path of labels, the fields those paths
//! are, and how well the whole fits the cells below.

use super::column::{BlockColumn, Kinds, kinds_below, period_over};
use super::field::{Fields, Rank, Told};
use super::over::Labels;
use super::path::{Groups, Parent, Rows};
use super::side::side_blocks;
use super::spread::{is_section_label, lone_rows, merged_above, spread_periods};
use super::window::{CellKind, HeldCell, Window};
use super::words::is_generic_label;
use crate::profile::Arti;
use crate::table::Expect;
use crate::text::doubt::unsettles;
use crate::text::heading::Heading;
use crate::text::loose::loosely;
use crate::text::partial::partial;
use crate::text::section::{SectionLabel, section_label};
use crate::text::{limiting, provisional};
use std::collections::{BTreeMap, BTreeSet};

/// Heading rows and what they make of the columns.
pub(crate) struct Block {
    pub first: u32,
    pub last: u32,
    pub columns: Vec<BlockColumn>,
    /// Labels right above the block seem to head some of its columns: without
    /// them `Aktif` may be anybody's.
    parents_above: bool,
    /// Fields that several columns fit equally well.
    pub ambiguous: Vec<(usize, Vec<usize>)>,
    /// Columns (by index) that would be a field's but for a label over them (by cell).
    pub doubtful: Vec<(usize, usize, u32)>,
    /// Columns of whole years (by index), with those of the parts that make them up.
    pub made_up: Vec<(usize, Vec<usize>)>,
    /// Its rows that say something of the whole table: its period, or a text alone in its row.
    pub spread: BTreeSet<u32>,
    /// Labels merged over some of the columns, above the headings.
    above: Vec<u32>,
    /// Higher is surer; thousandths of a field.
    pub score: i64,
}

/// A column that a field may be: its index, how well it fits, the alias, and its year with its months.
pub(super) type Claim = (usize, Rank, String, Option<(i32, Option<u8>)>);

impl Block {
    /// Takes rows `first..=last` of the window as headings; `None` where they cannot be.
    pub fn read(window: &Window, fields: &Fields, told: &mut Told, first: u32, last: u32) -> Option<Self> {
        if is_section_label(window, fields, first, last) {
            return None;
        }
        let mut columns = Vec::new();
        let rows = Rows { window, first, last };
        let mut spread = spread_periods(window, first, last);
        let lone = lone_rows(window, fields, first, last);
        let may_head: BTreeSet<u32> = lone.iter().filter(|lone| lone.may_head).map(|lone| lone.row).collect();
        spread.extend(lone.iter().map(|lone| lone.row));
        // What is said of the whole table is nobody's parent.
        let heads = |row: &u32| !spread.contains(row) || may_head.contains(row);
        let centred: BTreeSet<u32> = (first..last).filter(|row| heads(row) && rows.is_centred(*row)).collect();
        let groups: BTreeMap<u32, Groups> = (first..last).filter_map(|row| Some((row, rows.groups(row)?))).collect();
        for used in 0..window.columns.len() {
            let (mut path, parent) = rows.path_of(used, &centred, &groups);
            path.retain(|id| heads(&window.held(*id).at.row));
            if !path.is_empty() {
                let kinds = kinds_below(window, used, last);
                columns.push(BlockColumn { used, path, parent, field: None, kinds });
            }
        }
        if columns.is_empty() {
            return None;
        }
        drop_side_blocks(window, fields, &mut columns);
        let used: Vec<usize> = columns.iter().map(|column| column.used).collect();
        let above = merged_above(window, first, &used);
        let (ambiguous, doubtful, made_up) = (Vec::new(), Vec::new(), Vec::new());
        let mut block =
            Self { first, last, columns, parents_above: false, ambiguous, doubtful, made_up, spread, above, score: 0 };
        block.parents_above = first > window.first && window.row(first - 1).iter().any(|cell| block.is_parent_like(window, cell));
        for column in block.columns.iter_mut().filter(|_| block.parents_above) {
            if column.path.len() == 1 {
                let behind = window.over(first - 1, column.used).is_none() && rows.is_behind_middle(first - 1, column.used);
                column.parent = column.parent.max(if behind { Parent::Other } else { Parent::Unknown });
            }
        }
        block.assign(window, fields, told);
        block.score = block.fit(window, fields);
        Some(block)
    }

    pub fn headings<'a>(&self, window: &'a Window<'_>, column: &BlockColumn) -> Vec<&'a Heading> {
        column.path.iter().filter_map(|id| window.heading(*id)).collect()
    }

    /// How many different fields were found, ambiguous ones included.
    pub fn found(&self) -> usize {
        let mut found: BTreeSet<usize> =
            self.columns.iter().filter_map(|column| column.field.as_ref().map(|(field, ..)| *field)).collect();
        found.extend(self.ambiguous.iter().map(|(field, _)| *field));
        found.len()
    }

    /// The columns that may stand for themselves: of a heading merged over
    /// several columns without headings of their own, the one that holds the
    /// data; several, and all stay (and become ambiguous).
    fn candidates(&self, fields: &Fields, told: &Told) -> Vec<usize> {
        let mut kept = Vec::new();
        let mut index = 0;
        while index < self.columns.len() {
            let mut end = index + 1;
            while end < self.columns.len() && self.columns[end].path == self.columns[index].path {
                end += 1;
            }
            let group = index..end;
            let fits = told.get(&self.columns[index].told_as());
            let is_amount =
                fits.into_iter().flatten().any(|fit| matches!(fields.wanted[fit.field].expect, Expect::Money | Expect::Number));
            let weight = |kinds: Kinds| if is_amount { kinds.numbers + kinds.nil } else { kinds.filled() };
            let filled: Vec<usize> = group.clone().filter(|column| weight(self.columns[*column].kinds) > 0).collect();
            if filled.is_empty() {
                kept.push(index);
            } else {
                kept.extend(filled);
            }
            index = end;
        }
        kept
    }

    /// The columns that would be a field's but for a label over them.
    fn doubt(&self, labels: &Labels, told: &Told) -> Vec<(usize, usize, u32)> {
        let Labels { window, fields, .. } = *labels;
        let mut doubtful = Vec::new();
        for (index, column) in self.columns.iter().enumerate() {
            let Some((leaf, parents)) = column.path.split_last() else { continue };
            if parents.is_empty() && self.above.is_empty() || self.is_left_out(window, fields, column) {
                continue;
            }
            let is_told = |field: usize| told.get(&column.told_as()).into_iter().flatten().any(|fit| fit.field == field);
            let leaf = window.heading(*leaf);
            for field in leaf.map(|leaf| fields.fits_alone(leaf)).unwrap_or_default() {
                // The label nearest to the heading is what makes it doubtful, where none is strange by itself.
                let strange = labels.strange_over(column, field);
                if let Some(id) = strange.filter(|_| !is_told(field)) {
                    doubtful.push((index, field, id));
                }
            }
        }
        doubtful
    }

    fn assign(&mut self, window: &Window, fields: &Fields, told: &mut Told) {
        let over_all: BTreeSet<u32> = match self.columns.split_first() {
            Some((first, rest)) => {
                first.path.iter().copied().filter(|id| rest.iter().all(|column| column.path.contains(id))).collect()
            }
            None => BTreeSet::new(),
        };
        let labels = Labels { window, fields, above: &self.above, over_all: &over_all };
        for column in &self.columns {
            let is_left_out = self.is_left_out(window, fields, column);
            told.entry(column.told_as()).or_insert_with(|| {
                let mut fits = fields.fits(&self.headings(window, column));
                let leaf = column.path.last().and_then(|id| window.heading(*id));
                let needs_parent = leaf.is_some_and(|leaf| is_generic_label(&leaf.words));
                if column.parent == Parent::Other || column.parent == Parent::Unknown && needs_parent {
                    fits.retain(|fit| fit.rank == Rank::Declared);
                }
                fits.retain(|fit| {
                    let strange = || labels.strange_over(column, fit.field);
                    let is_free = !fields.is_counted(fit.field);
                    is_free || strange().is_none_or(|id| fit.rank == Rank::Declared && !labels.limits_declared(id, &fit.alias))
                });
                if is_left_out {
                    fits.clear();
                }
                fits
            });
        }
        self.doubtful = self.doubt(&labels, told);
        // For each field, the columns that fit it, with rank, alias and period.
        let mut claims: BTreeMap<usize, Vec<Claim>> = BTreeMap::new();
        let mut by_column: BTreeMap<usize, Vec<(usize, Rank)>> = BTreeMap::new();
        for index in self.candidates(fields, told) {
            let column = &self.columns[index];
            let headings = self.headings(window, column);
            let period = period_over(&headings);
            let span = period.as_ref().and_then(|period| period.year.map(|year| (year.0, period.months)));
            for fit in told.get(&column.told_as()).into_iter().flatten() {
                let expect = fields.wanted[fit.field].expect;
                let is_telling = !matches!(expect, Expect::Text | Expect::Mark);
                if fit.rank == Rank::Near && is_telling && column.kinds.share(expect) < 500 {
                    continue;
                }
                claims.entry(fit.field).or_default().push((index, fit.rank, fit.alias.clone(), span));
                by_column.entry(index).or_default().push((fit.field, fit.rank));
            }
        }
        for (field, mut claimed) in claims {
            // A column goes to the field it fits best; equally well to two, to neither.
            claimed.retain(|(index, rank, ..)| {
                by_column
                    .get(index)
                    .is_some_and(|rivals| rivals.iter().all(|(other, other_rank)| *other == field || rank <= other_rank))
            });
            let torn: Vec<usize> = claimed
                .iter()
                .filter(|(index, rank, ..)| {
                    by_column
                        .get(index)
                        .is_some_and(|rivals| rivals.iter().any(|(other, other_rank)| *other != field && rank == other_rank))
                })
                .map(|(index, ..)| *index)
                .collect();
            let (claimed, made_up) = self.whole_years(window, claimed);
            self.made_up.extend(made_up);
            let mut spans: BTreeMap<Option<(i32, Option<u8>)>, Vec<&Claim>> = BTreeMap::new();
            for claim in &claimed {
                spans.entry(claim.3).or_default().push(claim);
            }
            for same in spans.values_mut() {
                let best = same.iter().map(|claim| claim.1).min();
                same.retain(|claim| Some(claim.1) == best);
                self.keep_written(window, same);
                self.keep_held(window, same);
            }
            let years: BTreeSet<i32> = spans.keys().flatten().map(|(year, _)| *year).collect();
            let is_one_each = spans.values().all(|same| same.len() == 1) && (spans.len() == 1 || spans.len() == years.len());
            if is_one_each && torn.is_empty() {
                for (index, rank, alias, _) in spans.into_values().flatten() {
                    self.columns[*index].field = Some((field, *rank, alias.clone()));
                }
            } else if !claimed.is_empty() {
                let mut columns: Vec<usize> = spans.into_values().flatten().map(|claim| claim.0).chain(torn).collect();
                columns.sort_unstable();
                columns.dedup();
                self.ambiguous.push((field, columns));
            }
        }
        self.drop_orphans(window, fields);
    }

    /// Whether the profile takes a label over a column, and with it the column, out.
    fn is_left_out(&self, window: &Window, fields: &Fields, column: &BlockColumn) -> bool {
        self.headings(window, column).iter().any(|heading| fields.arti(heading) == Some(Arti::Lewati))
    }

    /// A bare `Jumlah` needs its sibling (`anggota_p` for `anggota`) at its left.
    fn drop_orphans(&mut self, window: &Window, fields: &Fields) {
        let stem = |field: usize| fields.wanted[field].isian.split('_').next().unwrap_or_default().to_owned();
        for index in 0..self.columns.len() {
            let Some((field, ..)) = self.columns[index].field else { continue };
            let headings = self.headings(window, &self.columns[index]);
            let is_bare_sum = headings.iter().all(|heading| heading.words.iter().all(|word| super::words::is_sum(word)));
            if !is_bare_sum || fields.wanted[field].declared {
                continue;
            }
            let left = index.checked_sub(1).and_then(|left| self.columns[left].field.as_ref());
            if left.is_none_or(|(other, ..)| stem(*other) != stem(field)) {
                self.columns[index].field = None;
            }
        }
    }

    fn fit(&self, window: &Window, fields: &Fields) -> i64 {
        let mut score = 0i64;
        for column in &self.columns {
            if let Some((field, rank, _)) = &column.field {
                let share = i64::from(column.kinds.share(fields.wanted[*field].expect));
                let weight = if *rank == Rank::Near { 800 } else { 1000 };
                score += weight * (500 + share / 2) / 1000;
            }
        }
        score += 600 * self.ambiguous.len() as i64;
        let inside = || (self.first..=self.last).flat_map(|row| window.row(row));
        // Figures and dates are no headings.
        score -= 500 * inside().filter(|cell| !is_label(cell)).count() as i64;
        // Regions that reach over the block's edges.
        score -= 1500 * inside().filter(|cell| cell.is_merged() && cell.last.row > self.last).count() as i64;
        let from_above: BTreeSet<u32> = self.columns.iter().flat_map(|column| &column.path).copied().collect();
        score -= 1500 * from_above.iter().filter(|id| window.held(**id).at.row < self.first).count() as i64;
        score -= if self.parents_above { 2000 } else { 0 };
        for (below, least) in [(self.last + 1, 1), (self.last + 2, 2)] {
            let below = window.row(below);
            if !below.iter().all(is_label) {
                break;
            }
            let left_out = below.iter().filter(|cell| {
                let heading = cell.heading();
                heading.is_some_and(|heading| fields.is_known(heading)) || is_bare(cell) && !self.is_value(window, cell)
            });
            let left_out = left_out.count() as i64;
            score -= if left_out >= least { 1000 * left_out } else { 0 };
        }
        // A row of one text is a title, unless it heads some of the columns only.
        for row in self.first..=self.last {
            let spans = self.spans(window, row);
            let own = window.row(row).len();
            score -= if own == 0 && spans < 2 {
                1500
            } else if spans < 2 && row == self.first {
                700
            } else {
                0
            };
        }
        score -= if self.ends_in_a_label(window, fields) { 2500 } else { 0 };
        let over_all = self.columns.iter().all(|column| column.path.first() == self.columns[0].path.first());
        if over_all && self.columns.len() > 1 && self.last > self.first {
            score -= 700;
        }
        score -= 50 * i64::from(self.last - self.first);
        score
    }

    /// Whether the last row is one text that says something of the rows below, under a column
    /// that its heading above names already and that holds no amounts: `TAHUN 2019` under `No`.
    fn ends_in_a_label(&self, window: &Window, fields: &Fields) -> bool {
        let [cell] = window.row(self.last) else { return false };
        let column = self
            .columns
            .iter()
            .find(|column| column.path.len() >= 2 && column.path.last().is_some_and(|id| window.held(*id).at == cell.at));
        let (Some(column), Some(heading)) = (column.filter(|_| !cell.is_merged() && self.last > self.first), cell.heading())
        else {
            return false;
        };
        // Right of the names it may head a column that nobody asks for.
        let is_name = |column: &&BlockColumn| column.field.as_ref().is_some_and(|(field, ..)| fields.wanted[*field].is_name);
        let name = self.columns.iter().find(is_name).map_or(0, |column| column.used);
        let text = heading.text.as_str();
        let says = || match section_label(text, |_| false) {
            SectionLabel::Status(_) | SectionLabel::Period { .. } | SectionLabel::Unit(_) => true,
            SectionLabel::Plain | SectionLabel::Unknown => provisional(text)
                .or_else(|| limiting(text))
                .or_else(|| loosely(text))
                .or_else(|| partial(text))
                .or_else(|| unsettles(text))
                .is_some(),
        };
        column.used <= name && says()
    }

    /// Whether a unit or a year right below the block is what its column holds:
    /// under `Satuan` or `Tahun`, or with its like in the next row.
    fn is_value(&self, window: &Window, cell: &HeldCell) -> bool {
        let used = window.columns.partition_point(|column| *column < cell.at.column);
        let column = self.columns.iter().find(|column| column.used == used);
        let leaf = column.and_then(|column| column.path.last()).map(|id| window.held(*id));
        let names = |heading: &Heading| matches!(heading.words.first().map(String::as_str), Some("satuan" | "tahun" | "periode"));
        let names_it = leaf.is_some_and(|leaf| leaf.at.column == leaf.last.column && leaf.heading().is_some_and(names));
        let next = window.over(cell.at.row + 1, used).map(|id| window.held(id));
        names_it || next.is_some_and(|next| next.at.row > cell.at.row && is_bare(next))
    }

    /// Whether a cell right above the block heads some of its columns rather than
    /// the sheet: short words that begin right of the first column.
    fn is_parent_like(&self, window: &Window, cell: &HeldCell) -> bool {
        let (Some(first), Some(last)) = (self.columns.first(), self.columns.last()) else { return false };
        let (first, last) = (window.columns[first.used], window.columns[last.used]);
        let is_inside = cell.at.column > first && cell.at.column <= last;
        let used = |column: u32| window.columns.partition_point(|used| *used <= column);
        let is_narrow = (used(cell.last.column) - used(cell.at.column)) * 2 < self.columns.len();
        is_inside && is_narrow && is_label(cell) && cell.heading().is_some_and(|heading| (1..=3).contains(&heading.words.len()))
    }

    /// How many different cells stand over a row of the block.
    fn spans(&self, window: &Window, row: u32) -> usize {
        let ids: BTreeSet<u32> = self.columns.iter().filter_map(|column| window.over(row, column.used)).collect();
        ids.len()
    }
}

/// Leaves out the columns of blocks that stand beside the table.
fn drop_side_blocks(window: &Window, fields: &Fields, columns: &mut Vec<BlockColumn>) {
    if columns.len() < 4 {
        return;
    }
    let is_name = |column: &BlockColumn| {
        let headings: Vec<&Heading> = column.path.iter().filter_map(|id| window.heading(*id)).collect();
        fields.fits(&headings).iter().any(|fit| fields.wanted[fit.field].is_name)
    };
    let side = side_blocks(window, columns, is_name);
    if !side.is_empty() {
        let mut at = 0;
        columns.retain(|_| {
            at += 1;
            !side.contains(&(at - 1))
        });
    }
}

/// Nothing but a unit, of rupiah or of what is none, or a period.
fn is_bare(cell: &HeldCell) -> bool {
    let says = |heading: &Heading| heading.unit.is_some() || heading.period.is_some() || heading.counted.is_some();
    cell.heading().is_some_and(|heading| heading.is_bare() && says(heading))
}

/// A text that is no figure, or a year.
fn is_label(cell: &HeldCell) -> bool {
    cell.heading().is_some_and(|heading| !matches!(cell.kind(), CellKind::Number | CellKind::Date) || heading.period.is_some())
}
