//! Counts of coverage that need no column of their own: the column that chooses, the
//! field's own cells and the column of a comparison already tell the rows apart.

use super::helper::Sheet;
use super::workbook::Workbook;
use crate::dataset::{Isi, Jenis, Table};
use crate::formula::aggregate::{Comparison, comparisons};
use crate::formula::rows::{fields, is_missing};
use crate::formula::words_id::heading;
use crate::formula::{Aggregate, AggregateFunction, CompareOp, Expr, Node, YearRef};
use crate::vocabulary::Year;

/// The formulas in the order of [`crate::formula::Counted::ALL`]; none where no row can be one.
pub(super) type Counts = [Option<String>; 4];

impl Workbook<'_, '_> {
    /// The counts of a formula's lone aggregate over a source, where its condition is plain enough.
    pub(super) fn plain_counts(&mut self, of: &Aggregate, tahun: Year) -> Option<Counts> {
        match (&of.isian, of.condition.as_deref()) {
            (Some((isian, year)), None) if year.at(tahun) == tahun => self.with_value(of, tahun, isian),
            (None, Some(condition)) => {
                self.compared_with_itself(of, tahun, condition).or_else(|| self.by_one_field(of, tahun, condition))
            }
            (Some((isian, year)), Some(condition))
                if year.at(tahun) == tahun && of.function != AggregateFunction::CountDistinct =>
            {
                self.sum_by_one_field(of, tahun, (isian, condition))
            }
            _ => None,
        }
    }

    fn rows(&mut self, of: &Aggregate, tahun: Year) -> String {
        self.helpers.rows_formula(&of.sumber, tahun)
    }

    /// Whether every row with a value of the field is one of the year's.
    fn tells_of_rows(&self, of: &Aggregate, tahun: Year, isian: &str) -> bool {
        !self.helpers.has_by_year(&of.sumber, tahun) || self.helpers.is_of_year(&of.sumber, tahun, isian)
    }

    /// The count of the rows that have a value of a field.
    fn filled(&mut self, of: &Aggregate, tahun: Year, isian: &str) -> Option<String> {
        if !self.tells_of_rows(of, tahun, isian) {
            return None;
        }
        let function = filled_by(self.helpers.dataset?.table(&of.sumber, tahun)?, isian)?;
        self.helpers.columns.entry((of.sumber.clone(), tahun)).or_default().insert(isian.to_owned());
        Some(format!("{function}({})", self.helpers.field_name(&of.sumber, tahun, isian)))
    }

    fn with_value(&mut self, of: &Aggregate, tahun: Year, isian: &str) -> Option<Counts> {
        if !is_numeric(self.helpers.dataset?.table(&of.sumber, tahun)?, isian) {
            return None;
        }
        let filled = self.filled(of, tahun, isian)?;
        let rows = self.rows(of, tahun);
        Some([Some(filled.clone()), Some(format!("{rows}-{filled}")), None, None])
    }

    /// `COUNT(umkm WHERE skala_usaha = "mikro")`.
    fn by_one_field(&mut self, of: &Aggregate, tahun: Year, condition: &Node) -> Option<Counts> {
        let isian = one_field(condition, tahun)?;
        let filled = self.filled(of, tahun, isian)?;
        let rows = self.rows(of, tahun);
        let chosen = self.helpers.ranges(of, tahun).chosen?;
        let counted = format!("COUNTIFS({chosen},1)");
        Some([Some(counted.clone()), Some(format!("{rows}-{filled}")), Some(format!("{filled}-{counted}")), None])
    }

    /// `SUM(umkm.omset WHERE skala_usaha = "mikro")`.
    fn sum_by_one_field(&mut self, of: &Aggregate, tahun: Year, (isian, condition): (&str, &Node)) -> Option<Counts> {
        if !is_numeric(self.helpers.dataset?.table(&of.sumber, tahun)?, isian) {
            return None;
        }
        let filled = self.filled(of, tahun, one_field(condition, tahun)?)?;
        let rows = self.rows(of, tahun);
        let ranges = self.helpers.ranges(of, tahun);
        let (chosen, values) = (ranges.chosen?, ranges.values?);
        let chosen = format!("COUNTIFS({chosen},1)");
        let counted = format!("COUNT({values})");
        let without = format!("{chosen}-{counted}+{rows}-{filled}");
        Some([Some(counted), Some(without), Some(format!("{filled}-{chosen}")), None])
    }

    /// `COUNT(umkm WHERE omset > omset[n-1])`: who stands otherwise to the other year fails, who
    /// has no row there is without a counterpart if the own value is there, and the rest lack a value.
    fn compared_with_itself(&mut self, of: &Aggregate, tahun: Year, condition: &Node) -> Option<Counts> {
        let found = comparisons(condition, tahun);
        let [(node, isian, op, other)]: [Comparison<'_>; 1] = found.try_into().ok()?;
        let dataset = self.helpers.dataset?;
        let is_plain = |year| dataset.table(&of.sumber, year).is_some_and(|table| is_numeric(table, isian));
        let both = is_plain(tahun) && is_plain(other.at(tahun));
        // Fields are asked for in this order: what the own year lacks is told first.
        let tells = self.tells_of_rows(of, tahun, isian);
        if !std::ptr::eq(node, condition) || !both || !tells || !matches!(other, YearRef::Back(_)) {
            return None;
        }
        let rows = self.rows(of, tahun);
        let chosen = self.helpers.ranges(of, tahun).chosen?;
        let own = self.helpers.field_name(&of.sumber, tahun, isian);
        let mut sheet = Sheet { helpers: &mut self.helpers, sumber: of.sumber.clone(), tahun };
        let position = sheet.position(other.at(tahun));
        let alone = sheet.name(position);
        let column = sheet.compared(isian, other, Vec::new());
        let standing = sheet.name(column);
        let counted = format!("COUNTIFS({chosen},1)");
        let failed: Vec<String> = failing(op).iter().map(|word| format!("COUNTIFS({standing},\"{word}\")")).collect();
        let failed = failed.join("+");
        let alone = format!("COUNTIFS({alone},0,{own},\">=0\")+COUNTIFS({alone},0,{own},\"<0\")");
        let without = format!("{rows}-{counted}-({failed})-({alone})");
        Some([Some(counted), Some(without), Some(failed), Some(alone)])
    }
}

/// How a row stands to the other year where the comparison fails.
fn failing(op: CompareOp) -> &'static [&'static str] {
    use heading::{FALLEN, RISEN, SAME};
    match op {
        CompareOp::Greater => &[SAME, FALLEN],
        CompareOp::GreaterOrEqual => &[FALLEN],
        CompareOp::Less => &[RISEN, SAME],
        CompareOp::LessOrEqual => &[RISEN],
        CompareOp::Equal => &[RISEN, FALLEN],
        CompareOp::NotEqual => &[SAME],
    }
}

/// The one field of the own year that a condition reads, if it cannot hold where the field has no value.
fn one_field(condition: &Node, tahun: Year) -> Option<&str> {
    let mut read = fields(condition).into_iter();
    let (isian, year) = read.next()?;
    (read.next().is_none() && year.at(tahun) == tahun && needs_a_value(condition)).then_some(isian)
}

/// Whether a condition fails for a row without a value in its one field.
fn needs_a_value(node: &Node) -> bool {
    match &node.expr {
        Expr::And(parts) | Expr::Or(parts) => parts.iter().all(needs_a_value),
        Expr::Compare { left, right, .. } => is_name(left) || is_name(right),
        Expr::In { value, .. } => is_name(value),
        Expr::IsEmpty { negated, .. } => *negated,
        Expr::Name { .. } => true,
        _ => false,
    }
}

fn is_name(node: &Node) -> bool {
    matches!(node.expr, Expr::Name { .. })
}

/// Whether a field's cells are numbers on the sheet, or blank.
pub(super) fn is_numeric(table: &Table, isian: &str) -> bool {
    filled_by(table, isian) == Some("COUNT")
}

/// The function that counts the cells with a value of a field on the sheet, if one does.
fn filled_by(table: &Table, isian: &str) -> Option<&'static str> {
    let at = table.columns.iter().position(|column| &*column.isian == isian)?;
    let column = table.columns.get(at)?;
    // Dates stand as their serial numbers, but for those before 1900, which Excel does not have.
    let is_date = column.jenis == Jenis::Tanggal
        && table.values(at).all(|isi| matches!(isi, Isi::Kosong) || matches!(isi, Isi::Tanggal(date) if date.year > 1900));
    let numeric = !column.pribadi && (is_date || matches!(column.jenis, Jenis::Uang | Jenis::Angka | Jenis::Tanda));
    let fits = |isi: &Isi| match isi {
        Isi::Kosong => true,
        Isi::Angka(_) | Isi::Tanda(_) => true,
        Isi::Tanggal(_) if is_date => true,
        Isi::Teks(_) | Isi::Tanggal(_) => !numeric && !is_missing(isi),
    };
    table.values(at).all(|isi| fits(&isi)).then_some(if numeric { "COUNT" } else { "COUNTA" })
}
