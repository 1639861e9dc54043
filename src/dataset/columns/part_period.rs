//! How many months a part's figures cover: as a heading they rest on states it,
//! the title, a column of one and the same period, or the sheet's or file's name.

use crate::dataset::cell::raw_text;
use crate::dataset::columns::column::Used;
use crate::dataset::counted::CountedRow;
use crate::dataset::source::Source;
use crate::dataset::{FieldInfo, Jenis};
use crate::table::{LayoutColumn, TableLayout};
use crate::text::label::words;
use crate::text::lexicon::REMARKS;
use crate::text::spoken_name::named_periods;
use crate::text::{Period, normalise_label, period_alone, period_named};
use crate::vocabulary::{At, CellAddress, Sel, Tanggal, Year};
use crate::workbook::{Cell, Sheet, Value};
use rust_decimal::Decimal;

/// Words of headings over quarters and months.
const SHARES: [&str; 12] =
    ["triwulan", "tw", "tribulan", "kuartal", "semester", "smt", "bulan", "bln", "periode", "catur", "caturwulan", "quarter"];
/// Words that may stand beside them.
const BESIDE: [&str; 7] = ["ke", "laporan", "pelaporan", "data", "tahun", "nama", "wulan"];

/// A whole number from here on has more digits than a year and a month.
const NO_PERIOD: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// How many months the part's figures cover, as stated, and where.
#[derive(Clone)]
pub(crate) struct PartPeriod {
    pub months: u8,
    pub text: String,
    pub at: At,
    /// The words that name a part of the year (`tw i`), in the title, or the sheet's or file's name.
    pub share: Option<String>,
    /// Less than a year, where nothing says that just this was wanted.
    pub is_short: bool,
}

/// A part of a sheet whose period is asked for.
pub(crate) struct Asked<'a> {
    pub source: &'a Source<'a>,
    pub sheet: &'a Sheet,
    pub layout: &'a TableLayout,
    /// Those of the year.
    pub rows: &'a [&'a CountedRow],
    pub used: &'a [Used],
}

impl Asked<'_> {
    /// The period of a year's figures; `own` are the year's columns among those used.
    pub(crate) fn period_of(&self, tahun: Year, own: &[usize]) -> PartPeriod {
        let share = self.share(tahun);
        let share_words = share.as_ref().map(|(_, words)| words.clone());
        let with = |months: u8, text: String, at: At, is_short: bool| PartPeriod {
            months,
            text,
            at,
            share: share_words.clone(),
            is_short: is_short && months < 12,
        };
        // A bare year over a column (`Omset 2021`) is the year it is of, whatever part of it the title says was reached.
        if let Some((index, period)) =
            self.of_heading(tahun, own).filter(|(index, (months, _))| *months < 12 || self.says_a_month(*index))
        {
            let heading = &self.layout.columns[index];
            let at = self.sheet.at().with(Sel::Column(heading.column));
            return with(period.0, heading.path.join(" / "), at, period.1);
        }
        let is_month = |period: &Period| period.months == Some(1) && period.until == Some(12);
        let stated = self.layout.period.as_ref().filter(|period| period.year.is_none_or(|year| year == tahun));
        if let Some(period) = stated {
            let of_column = self.of_column(tahun, own).filter(|_| !period.is_part());
            if let Some((column, period)) = of_column {
                return with(period.covers(), period.text, self.sheet.at().with(Sel::Column(column)), true);
            }
            return with(period.covers(), period.text.clone(), self.sheet.at(), !is_month(period));
        }
        if let Some((column, period)) = self.of_column(tahun, own) {
            return with(period.covers(), period.text, self.sheet.at().with(Sel::Column(column)), true);
        }
        match share {
            // A month alone in a name is the one that was reached.
            Some((period, _)) => {
                let reached = Period { months: period.months.filter(|months| *months > 1), ..period };
                with(reached.covers(), reached.text, self.sheet.at(), true)
            }
            None => with(12, tahun.to_string(), self.sheet.at(), false),
        }
    }

    /// Whether a column's heading names a month, a quarter or a date.
    fn says_a_month(&self, index: usize) -> bool {
        self.layout.columns[index].period.as_ref().is_some_and(|period| period.until.is_some())
    }

    /// The part of this year that the title, the sheet's or the file's name states.
    fn share(&self, tahun: Year) -> Option<(Period, String)> {
        let title = self.layout.period.as_ref().map(|period| period.text.clone());
        let stem = self.sheet.berkas.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(stem, _)| stem.to_owned());
        let names = [self.sheet.name.as_deref().map(str::to_owned), stem];
        let is_of = |period: &Period| period.is_part() && period.year.is_none_or(|year| year == tahun);
        let of_names = names.iter().flatten().flat_map(|name| named_periods(name));
        title.and_then(|title| period_named(&title)).into_iter().chain(of_names).find(|(period, _)| is_of(period))
    }

    /// The shortest period that headings of figures of this year state: the
    /// heading, its months, and whether less than a year is doubtful there.
    fn of_heading(&self, tahun: Year, own: &[usize]) -> Option<(usize, (u8, bool))> {
        let resting = own.iter().map(|at| &self.used[*at]).filter(|column| column.rests.contains(&tahun));
        let stated = resting.filter_map(|column| {
            let period = self.layout.columns[column.index].period.as_ref()?;
            let field = &self.source.fields[column.field];
            let is_asked =
                field.declared && field.aliases.iter().any(|alias| period_named(alias).is_some_and(|own| own.0.is_part()));
            // What is there in December is there at the year's end; what flows in it is a month's.
            let months = if !flows(field) && period.until == Some(12) && period.months == Some(1) { 12 } else { period.covers() };
            Some((column.index, (months, !is_asked)))
        });
        stated.min_by_key(|(_, (months, _))| *months)
    }

    /// A column of no field in which every row of the year says the same part of it.
    fn of_column(&self, tahun: Year, own: &[usize]) -> Option<(u32, Period)> {
        // What is there in the last quarter is there at the year's end.
        let resting = own.iter().map(|at| &self.used[*at]).filter(|column| column.rests.contains(&tahun));
        let flow = resting.into_iter().any(|column| flows(&self.source.fields[column.field]));
        let is_part = |period: &Period| period.is_part() && (flow || period.until != Some(12));
        // A quarter that formulas choose rows by is theirs.
        let is_asked = |index: usize| self.used.iter().any(|used| used.index == index && !used.rests.is_empty());
        let is_free = |(index, column): &(usize, &LayoutColumn)| match column.isian.as_deref() {
            None => true,
            Some(isian) => matches!(isian, "bulan" | "triwulan" | "periode" | "semester") && !is_asked(*index),
        };
        let columns = self.layout.columns.iter().enumerate().filter(is_free).map(|(_, column)| column);
        columns.filter(|column| !is_of_event(column)).find_map(|column| {
            let says_a_day = column.path.last().is_some_and(|label| says_when(label));
            let mut only: Option<Period> = None;
            let mut filled = 0;
            for row in self.rows {
                let Some(cell) = self.sheet.cell(CellAddress::new(row.row, column.column)) else { continue };
                let period = period_under(column, &cell)?;
                filled += 1;
                let is_end = period.day.is_none() || says_a_day || period.day.is_some_and(|day| day >= 28);
                if !is_end || period.year.is_some_and(|year| year != tahun) {
                    return None;
                }
                match &only {
                    Some(other) if (other.covers(), other.until) != (period.covers(), period.until) => return None,
                    _ => only = Some(period),
                }
            }
            // A month in few cells of remarks is of those rows, and told as such.
            let is_of_all = !holds_remarks(column) || filled * 2 > self.rows.len();
            Some((column.column, only.filter(is_part).filter(|_| is_of_all)?))
        })
    }
}

/// `Keterangan`, `Ket.`
fn holds_remarks(column: &LayoutColumn) -> bool {
    let first = column.path.last().and_then(|leaf| words(leaf).into_iter().next());
    first.is_some_and(|first| REMARKS.contains(&first.as_str()))
}

/// Whether a column says when something took place, not of when the figures are: `Bulan RAT`.
pub(crate) fn is_of_event(column: &LayoutColumn) -> bool {
    const EVENTS: &[&str] = &[
        "rat",
        "rapat",
        "lapor",
        "jadwal",
        "pelaksanaan",
        "pembayaran",
        "bayar",
        "setor",
        "tempo",
        "berdiri",
        "pendirian",
        "lahir",
        "bh",
        "pembentukan",
        "pengesahan",
        "kunjungan",
        "pembinaan",
        "audit",
        "bergabung",
        "masuk",
        "daftar",
        "pendaftaran",
        "terbit",
        "berlaku",
        "pelatihan",
        "mulai",
    ];
    let label = column.path.last().map_or_else(String::new, |label| normalise_label(label));
    label.split(' ').any(|word| EVENTS.contains(&word))
}

/// `Triwulan`, `Bulan Laporan`: the words of such a heading and no others.
pub(crate) fn is_share_heading(column: &LayoutColumn) -> bool {
    let Some(heading) = column.path.last() else { return false };
    let heading = heading.to_lowercase();
    let words: Vec<&str> = heading.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.iter().any(|word| SHARES.contains(word)) && words.iter().all(|word| SHARES.contains(word) || BESIDE.contains(word))
}

/// The period that a cell is, or that its heading and its number name together: `III` or 3 under `Triwulan`.
fn period_under(column: &LayoutColumn, cell: &Cell) -> Option<Period> {
    cell_period(cell).or_else(|| {
        let heading = column.path.last().filter(|_| is_share_heading(column))?;
        let word = words(heading).into_iter().find(|word| SHARES.contains(&word.as_str()))?;
        let text = raw_text(&cell.value);
        let is_number =
            text.len() <= 4 && text.chars().all(|c| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X'));
        // A month's number is what was reached by it.
        let reached = |period: Period| Period { months: period.months.filter(|months| *months > 1), ..period };
        if is_number { period_alone(&format!("{word} {text}")).map(reached) } else { None }
    })
}

/// Headings over the days or periods that rows are of.
fn says_when(label: &str) -> bool {
    let label = normalise_label(label);
    let words = ["posisi", "keadaan", "kondisi", "periode", "waktu", "tahap", "masa", "data", "per", "triwulan", "bulan"];
    label.split(' ').any(|word| words.contains(&word))
}

/// The period that a cell is, a date cell's day too.
pub(crate) fn cell_period(cell: &Cell) -> Option<Period> {
    match &cell.value {
        Value::Date { serial } => {
            let day = Tanggal::from_serial(i64::try_from(serial.trunc()).ok()?, false)?;
            period_alone(&format!("{}/{}/{}", day.day, day.month, day.year))
        }
        Value::Text(text) => period_alone(text),
        Value::Number { value, .. } if value.scale() == 0 && *value >= NO_PERIOD => None,
        value => period_alone(&raw_text(value)),
    }
}

/// Whether a field's figures flow in the course of a year, rather than stand at its end.
pub(crate) fn flows(field: &FieldInfo) -> bool {
    const STANDS: [&str; 12] = [
        "aset",
        "modal",
        "simpanan",
        "piutang",
        "hutang",
        "utang",
        "kewajiban",
        "ekuitas",
        "kekayaan",
        "saldo",
        "kas",
        "pinjaman",
    ];
    field.jenis == Jenis::Uang && !field.isian.split('_').any(|word| STANDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::{Formula, NumberStyle};

    #[test]
    fn a_number_is_the_period_that_its_digits_are() {
        for number in ["2021", "202112", "202113", "999999", "1000000", "1000000.5", "2021.0", "20211231", "-2021", "0"] {
            let value: Decimal = number.parse().unwrap();
            let value = Value::Number { value, digits: 15 };
            let cell = Cell { at: CellAddress::new(0, 0), value, formula: Formula::None, style: NumberStyle::General };
            assert_eq!(cell_period(&cell), period_alone(&raw_text(&value)), "{number}");
        }
    }
}
