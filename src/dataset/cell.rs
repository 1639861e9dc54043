//! One cell as its column's kind wants it: a value, or the fact that forbids one.

use super::day_order::{DayOrder, day_of};
use super::{Isi, Jenis};
use crate::diagnostic::{
    BukanAngka, BukanAngkaSebab, BukanTanda, BukanTanggal, Fakta, FormatBerskala, KonvensiCampur, NilaiGalat, RumusTanpaHasil,
    SkalaGanda, Tampil, TanggalDiKolomAngka,
};
use crate::profile::Angka;
use crate::text::{
    ColumnMarks, ColumnVotes, DateText, NumberRead, NumberText, Settled, SettledMark, is_nil_or_missing, read_date, read_number,
};
use crate::vocabulary::{CellAddress, exact_text, is_identity_number};
use crate::workbook::{Cell, Formula, NumberStyle, Value};
use rust_decimal::Decimal;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What a column knows when its cells are read.
pub(crate) struct ColumnReader {
    pub jenis: Jenis,
    /// A count or a volume: `1.234` without votes is thousands, below zero a warning.
    pub hitungan: bool,
    pub angka: Option<Angka>,
    /// What its numbers are multiplied by.
    pub skala: Decimal,
    /// The scale as stated, where it is not plain rupiah.
    pub skala_text: Option<String>,
    /// The profile says the scale.
    pub scale_is_said: bool,
    /// The heading says that its numbers are percentages: `Pertumbuhan (%)`.
    pub is_share: bool,
    /// A CSV: every cell is text, so that alone is nothing to note.
    pub is_text_only: bool,
    pub votes: ColumnVotes,
    /// Percentages and plain numbers other than zero: a column of both is refused.
    percent: Tally,
    plain: Tally,
    /// How often numbers are followed by a word for what they count, by kind.
    counted: BTreeMap<&'static str, usize>,
    /// The signs of a column of marks.
    marks: ColumnMarks,
    /// The days of a column of dates.
    days: DayOrder,
}

#[derive(Default)]
struct Tally {
    count: usize,
    first: Option<(CellAddress, String)>,
}

/// What a word behind a number counts: people, groups of them, businesses; none where it may be any.
fn counted_kind(unit: &str) -> Option<&'static str> {
    Some(match unit {
        "org" | "orang" | "jiwa" | "anggota" | "karyawan" => "orang",
        "kelompok" => "kelompok",
        "koperasi" | "kop" => "koperasi",
        "usaha" | "umkm" | "pelaku" => "usaha",
        _ => return None,
    })
}

/// What came of a cell.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Reading {
    pub isi: Isi,
    /// Nil, read as 0.
    pub nihil: bool,
    /// A number written as text, or padded, yet read without doubt.
    pub from_text: bool,
    /// `x` where no sign of yes stands in the column: told once of the whole column.
    pub cross: bool,
    /// Why there is no value to count.
    pub fakta: Option<Fakta>,
}

impl Reading {
    fn value(isi: Isi) -> Self {
        Self { isi, nihil: false, from_text: false, cross: false, fakta: None }
    }

    fn refused(fakta: impl Into<Fakta>) -> Self {
        Self { isi: Isi::Kosong, nihil: false, from_text: false, cross: false, fakta: Some(fakta.into()) }
    }
}

impl ColumnReader {
    pub(crate) fn new(jenis: Jenis, hitungan: bool, angka: Option<Angka>, is_text_only: bool) -> Self {
        Self {
            jenis,
            hitungan,
            angka,
            skala: Decimal::ONE,
            skala_text: None,
            scale_is_said: false,
            is_share: false,
            is_text_only,
            votes: ColumnVotes::default(),
            percent: Tally::default(),
            plain: Tally::default(),
            counted: BTreeMap::new(),
            marks: ColumnMarks::default(),
            days: DayOrder::default(),
        }
    }

    /// The marks of a field, with the profile's words for them.
    pub(crate) fn marks(self, marks: ColumnMarks) -> Self {
        Self { marks, ..self }
    }

    fn is_number(&self) -> bool {
        matches!(self.jenis, Jenis::Uang | Jenis::Angka)
    }

    /// Lets a cell of a counted row vote on how the column's numbers read.
    pub(crate) fn vote(&mut self, cell: &Cell) {
        if self.jenis == Jenis::Tanda {
            match &cell.value {
                Value::Text(text) => self.marks.see(text),
                Value::Number { value, .. } if *value == Decimal::ONE => self.marks.see_yes(),
                Value::Bool(true) => self.marks.see_yes(),
                _ => {}
            }
        }
        if self.jenis == Jenis::Tanggal {
            self.days.see(cell);
        }
        if !self.is_number() {
            return;
        }
        let is_percent = match &cell.value {
            Value::Text(text) => {
                let read = read_number(text);
                self.votes.add_read(cell.at, text, &read);
                if let NumberText::Value(NumberRead { unit: Some(unit), .. }) = &read
                    && let Some(kind) = counted_kind(unit)
                {
                    *self.counted.entry(kind).or_default() += 1;
                }
                match read {
                    NumberText::Value(read) if !read.value.is_zero() => read.percent,
                    _ => return,
                }
            }
            Value::Number { value, .. } if !value.is_zero() => cell.style == NumberStyle::Percent,
            _ => return,
        };
        let tally = if is_percent { &mut self.percent } else { &mut self.plain };
        tally.count += 1;
        tally.first.get_or_insert_with(|| (cell.at, raw_text(&cell.value)));
    }

    /// Reads a cell, none where nothing stands there.
    pub(crate) fn read(&self, cell: Option<&Cell>) -> Reading {
        let Some(cell) = cell else { return Reading::value(Isi::Kosong) };
        match &cell.value {
            Value::Error(text) => return Reading::refused(NilaiGalat { ditemukan: text.to_string() }),
            Value::NoResult => {
                let rumus = match &cell.formula {
                    Formula::Some(text) => text.as_ref().map(ToString::to_string),
                    _ => None,
                };
                return Reading::refused(RumusTanpaHasil { rumus, nol: false, lain: None });
            }
            Value::Text(text) if is_error_text(text) => {
                return Reading::refused(NilaiGalat { ditemukan: text.trim().to_owned() });
            }
            _ => {}
        }
        match self.jenis {
            Jenis::Uang | Jenis::Angka => self.read_amount(cell),
            Jenis::Teks => read_text(cell),
            Jenis::Tanggal => match (&cell.value, self.days.turned()) {
                (Value::Date { .. }, Some((sel, lain))) => {
                    let (ditemukan, ditemukan_lain) = (raw_text(&cell.value), lain.clone());
                    Reading::refused(KonvensiCampur { ditemukan, sel_lain: (*sel).into(), ditemukan_lain, hari: true })
                }
                _ => read_day(cell),
            },
            Jenis::Tanda => self.read_yes_no(cell),
        }
    }

    /// A typed number above zero of which nothing can be said, whatever stands around it: what
    /// [`Self::read`] makes of it. None where a closer look is needed.
    pub(crate) fn read_plain(&self, cell: &Cell) -> Option<Decimal> {
        let Value::Number { value, .. } = cell.value else { return None };
        let is_plain = cell.style == NumberStyle::General
            && cell.formula == Formula::None
            && self.is_number()
            && self.skala == Decimal::ONE
            && self.percent.count == 0
            && value.scale() == 0
            && value > Decimal::ZERO
            && !self.is_a_persons(value);
        is_plain.then_some(value)
    }

    fn read_yes_no(&self, cell: &Cell) -> Reading {
        let refused = || Reading::refused(BukanTanda { ditemukan: raw_text(&cell.value) });
        match &cell.value {
            Value::Bool(yes) => Reading::value(Isi::Tanda(*yes)),
            Value::Number { value, .. } if value.is_zero() => Reading::value(Isi::Tanda(false)),
            Value::Number { value, .. } if *value == Decimal::ONE => Reading::value(Isi::Tanda(true)),
            Value::Text(text) => match self.marks.settle(text) {
                SettledMark::Yes => Reading::value(Isi::Tanda(true)),
                SettledMark::No => Reading::value(Isi::Tanda(false)),
                SettledMark::Missing => Reading::value(Isi::Kosong),
                SettledMark::CrossAlone => Reading { cross: true, ..Reading::value(Isi::Kosong) },
                SettledMark::NotAMark => refused(),
            },
            _ => refused(),
        }
    }

    fn read_amount(&self, cell: &Cell) -> Reading {
        let ditemukan = || raw_text(&cell.value);
        match &cell.value {
            Value::Number { value, .. } => {
                let percent = cell.style == NumberStyle::Percent;
                if let Some(fakta) = self.percent_refusal(percent, value.is_zero(), ditemukan) {
                    return Reading::refused(fakta);
                }
                if self.is_a_persons(*value) {
                    return not_a_number(ditemukan(), BukanAngkaSebab::NomorOrang);
                }
                let scaled = if self.skala == Decimal::ONE { Some(*value) } else { value.checked_mul(self.skala) };
                match scaled {
                    Some(value) if self.has_fraction(value) => not_a_number(ditemukan(), BukanAngkaSebab::Pecahan),
                    Some(value) => Reading::value(Isi::Angka(value)),
                    None => not_a_number(ditemukan(), BukanAngkaSebab::TerlaluPanjang),
                }
            }
            Value::Text(text) => self.read_amount_text(text),
            Value::Overflow(_) => not_a_number(ditemukan(), BukanAngkaSebab::TerlaluPanjang),
            Value::Bool(_) => not_a_number(ditemukan(), BukanAngkaSebab::Boolean),
            Value::Date { .. } => Reading::refused(TanggalDiKolomAngka { ditemukan: ditemukan() }),
            // Read before by every kind alike.
            Value::Error(_) | Value::NoResult => not_a_number(ditemukan(), BukanAngkaSebab::Kata),
        }
    }

    fn read_amount_text(&self, text: &str) -> Reading {
        let ditemukan = || text.trim().to_owned();
        let read = match self.votes.settle(text, self.angka, self.jenis == Jenis::Uang || self.hitungan) {
            Ok(Settled::Nil) => return Reading { nihil: true, ..Reading::value(Isi::Angka(Decimal::ZERO)) },
            Ok(Settled::Missing) => return Reading::value(Isi::Kosong),
            Ok(Settled::Value(read)) => read,
            Err(Fakta::BukanAngka(_)) if matches!(read_date(text), DateText::Date(_)) => {
                return Reading::refused(TanggalDiKolomAngka { ditemukan: ditemukan() });
            }
            Err(fakta) => return Reading::refused(fakta),
        };
        if let Some(fakta) = self.percent_refusal(read.percent, read.value.is_zero(), ditemukan) {
            return Reading::refused(fakta);
        }
        if read.plain && self.is_a_persons(read.value) {
            return not_a_number(ditemukan(), BukanAngkaSebab::NomorOrang);
        }
        // `12 karung` is no amount of money.
        let is_other = |unit: &String| counted_kind(unit).is_some_and(|kind| self.usual_kind() != Some(kind));
        if self.jenis == Jenis::Uang && read.unit.is_some() || read.unit.as_ref().is_some_and(is_other) {
            return not_a_number(ditemukan(), BukanAngkaSebab::Kata);
        }
        if read.scale.is_some()
            && let Some(skala_kolom) = &self.skala_text
        {
            return Reading::refused(SkalaGanda { ditemukan: ditemukan(), skala_kolom: skala_kolom.clone() });
        }
        let places = u32::try_from(exact_text(self.skala).len().saturating_sub(1)).unwrap_or_default();
        if let Some(sebab) = self.votes.money_doubt(&read, places).filter(|_| self.jenis == Jenis::Uang) {
            return not_a_number(ditemukan(), sebab);
        }
        // 12,5 % is 0.125, as Excel holds it.
        let hundredth = Decimal::new(1, 2);
        let value = if read.percent { read.value.checked_mul(hundredth) } else { Some(read.value) };
        match value.and_then(|value| value.checked_mul(self.skala)) {
            Some(value) if self.has_fraction(value) => not_a_number(ditemukan(), BukanAngkaSebab::Pecahan),
            Some(value) => Reading { from_text: !(read.plain && self.is_text_only), ..Reading::value(Isi::Angka(value)) },
            None => not_a_number(ditemukan(), BukanAngkaSebab::TerlaluPanjang),
        }
    }

    /// A person's number among amounts and counts: no row's amount is as great, to the last rupiah.
    fn is_a_persons(&self, value: Decimal) -> bool {
        (self.jenis == Jenis::Uang || self.hitungan) && is_identity_number(value)
    }

    /// What most numbers count that say so: `21 orang` and `22 kelompok` do not add up.
    fn usual_kind(&self) -> Option<&'static str> {
        self.counted.iter().max_by_key(|(_, count)| **count).map(|(kind, _)| *kind)
    }

    /// A count that is not whole.
    fn has_fraction(&self, value: Decimal) -> bool {
        self.jenis == Jenis::Angka && self.hitungan && !value.fract().is_zero()
    }

    /// A percentage among plain numbers: 12,5 % and 12,5 in one column cannot both be meant.
    fn percent_refusal(&self, percent: bool, is_zero: bool, text: impl Fn() -> String) -> Option<Fakta> {
        if is_zero {
            return None;
        }
        if percent && self.jenis == Jenis::Uang {
            return Some(BukanAngka { ditemukan: text(), sebab: BukanAngkaSebab::Karakter('%') }.into());
        }
        // 9,5 % under `(%)`: 9,5 or 0,095.
        if percent && self.is_share && self.plain.count == 0 {
            return Some(FormatBerskala { ditemukan: text(), tampil: Tampil::Persen, skala_kolom: None }.into());
        }
        if self.percent.count == 0 || self.plain.count == 0 {
            return None;
        }
        let percent_is_rarer = self.percent.count <= self.plain.count;
        let other = if percent_is_rarer { &self.plain } else { &self.percent };
        let (sel, lain) = other.first.as_ref()?;
        (percent == percent_is_rarer).then(|| {
            Fakta::KonvensiCampur(KonvensiCampur {
                ditemukan: text(),
                sel_lain: (*sel).into(),
                ditemukan_lain: lain.clone(),
                hari: false,
            })
        })
    }

    /// The value that `[[terima]]` puts in a cell's place, read as if it stood
    /// there, numbers the Indonesian way; with a scale word (`3 juta`) it is
    /// rupiah whatever the column's scale.
    pub(crate) fn read_correction(&self, nilai: &str) -> Option<Isi> {
        let own = ColumnReader { skala_text: None, ..ColumnReader::new(self.jenis, self.hitungan, Some(Angka::Id), true) };
        let has_scale_word = matches!(read_number(nilai), NumberText::Value(read) if read.scale.is_some());
        let skala = if has_scale_word { Decimal::ONE } else { self.skala };
        let address = CellAddress::new(0, 0);
        let cell = Cell { at: address, value: Value::Text(nilai), formula: Formula::None, style: NumberStyle::General };
        let reading = ColumnReader { skala, ..own }.read(Some(&cell));
        reading.fakta.is_none().then_some(reading.isi)
    }
}

/// A cell's content as a finding quotes it.
pub(crate) fn raw_text(value: &Value) -> String {
    match value {
        Value::Text(text) | Value::Overflow(text) | Value::Error(text) => text.trim().to_owned(),
        Value::Number { value, .. } => exact_text(*value),
        Value::Bool(true) => "TRUE".to_owned(),
        Value::Bool(false) => "FALSE".to_owned(),
        Value::Date { serial } => day_of(*serial).map_or_else(|| exact_text(*serial), |day| day.to_string()),
        Value::NoResult => String::new(),
    }
}

/// A value as findings quote it.
pub(crate) fn isi_text(isi: &Isi) -> String {
    text_of(isi).into_owned()
}

/// A value as findings quote it, not copied where it is a text.
pub(crate) fn text_of(isi: &Isi) -> Cow<'_, str> {
    match isi {
        Isi::Kosong => Cow::Borrowed(""),
        Isi::Angka(value) => Cow::Owned(exact_text(*value)),
        Isi::Teks(text) => Cow::Borrowed(text),
        Isi::Tanggal(day) => Cow::Owned(day.to_string()),
        Isi::Tanda(yes) => Cow::Borrowed(if *yes { "ya" } else { "tidak" }),
    }
}

fn not_a_number(ditemukan: String, sebab: BukanAngkaSebab) -> Reading {
    Reading::refused(BukanAngka { ditemukan, sebab })
}

/// Error values that some formats hold as text.
fn is_error_text(text: &str) -> bool {
    const ERRORS: [&str; 18] = [
        "#REF!",
        "#N/A",
        "#DIV/0!",
        "#VALUE!",
        "#NAME?",
        "#NULL!",
        "#NUM!",
        "#SPILL!",
        "#CALC!",
        "#FIELD!",
        "#BLOCKED!",
        "#BUSY!",
        "#CONNECT!",
        "#UNKNOWN!",
        "#EXTERNAL!",
        "#PYTHON!",
        "#GETTING_DATA",
        "#ERROR!",
    ];
    let text = text.trim();
    let libreoffice =
        text.strip_prefix("Err:").is_some_and(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit()));
    text.starts_with('#') && ERRORS.iter().any(|error| text.eq_ignore_ascii_case(error)) || libreoffice
}

/// A text cell; what means nil or missing elsewhere is no text, so that
/// `nib IS NOT EMPTY` does not count a dash.
fn read_text(cell: &Cell) -> Reading {
    if let Value::Text(text) = &cell.value {
        let text = text.trim();
        let says_nothing = text.is_empty() || !text.eq_ignore_ascii_case("x") && is_nil_or_missing(text);
        return Reading::value(if says_nothing { Isi::Kosong } else { Isi::Teks(text.into()) });
    }
    let text = raw_text(&cell.value);
    Reading::value(if text.is_empty() { Isi::Kosong } else { Isi::Teks(text.into()) })
}

fn read_day(cell: &Cell) -> Reading {
    let refused = || Reading::refused(BukanTanggal { ditemukan: raw_text(&cell.value) });
    let of_serial = |serial: Decimal| {
        if serial.trunc().is_zero() {
            return Reading::value(Isi::Kosong);
        }
        day_of(serial).map_or_else(refused, |day| Reading::value(Isi::Tanggal(day)))
    };
    match &cell.value {
        Value::Date { serial } => of_serial(*serial),
        // A day number that lost its date format; 2019 alone is a year, not a day of 1905.
        Value::Number { value, .. } if value.is_zero() || is_day_number(*value) => of_serial(*value),
        Value::Text(text) => match read_date(text) {
            DateText::Date(day) => Reading::value(Isi::Tanggal(day)),
            DateText::Missing => Reading::value(Isi::Kosong),
            DateText::NotADate => refused(),
        },
        _ => refused(),
    }
}

/// 1950 to 2099 as day numbers.
fn is_day_number(value: Decimal) -> bool {
    value.fract().is_zero() && i64::try_from(value).is_ok_and(|value| (18_264..=73_050).contains(&value))
}
