//! What a number format code says of the numbers under it: date, percent or plain.
//!
//! The codes are those of ECMA-376 18.8.30 and 18.8.31; the reading follows
//! calamine's, and sees percent too.

mod by_value;
mod literals;
mod section;
#[cfg(test)]
mod tests;

pub(crate) use literals::{is_altered, is_foreign};

use crate::workbook::sheet::Value;
use crate::workbook::sheet::{NumberStyle, OddShow};
use by_value::ByValue;
use section::Section;

/// A number format as far as reading needs it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum CellFormat {
    #[default]
    General,
    Percent,
    Date,
    /// An elapsed time, `[h]:mm`: no day of a calendar.
    Elapsed,
    /// A multiple is shown: see [`NumberStyle::Scaled`].
    Scaled {
        power: i8,
    },
    /// Shown as something else than it is: see [`NumberStyle::Odd`].
    Odd(OddShow),
    /// Numbers of some sizes, or below zero, are shown otherwise than the rest.
    ByValue(ByValue),
}

impl CellFormat {
    /// What the format says of this value's number.
    pub(crate) fn style(self, value: &Value<'_>) -> NumberStyle {
        match (self, value) {
            (CellFormat::ByValue(sections), Value::Number { value, .. }) => sections.style(*value),
            _ => self.fixed_style(),
        }
    }

    /// What it says of any number, where it says the same of all.
    fn fixed_style(self) -> NumberStyle {
        match self {
            CellFormat::ByValue(_) => NumberStyle::General,
            CellFormat::General => NumberStyle::General,
            CellFormat::Percent => NumberStyle::Percent,
            CellFormat::Date | CellFormat::Elapsed => NumberStyle::Date,
            CellFormat::Scaled { power } => NumberStyle::Scaled { power },
            CellFormat::Odd(show) => NumberStyle::Odd(show),
        }
    }

    /// The format of a number whose text has the colour of what is behind it.
    pub(crate) fn unless_unseen(self, is_unseen: bool) -> Self {
        let is_plain = matches!(self, CellFormat::General | CellFormat::ByValue(_));
        if is_unseen && is_plain { CellFormat::Odd(OddShow::Unseen) } else { self }
    }

    pub(crate) fn is_date(self) -> bool {
        matches!(self, CellFormat::Date | CellFormat::Elapsed)
    }

    /// Whether the number counts days of the calendar (an elapsed time does not).
    pub(crate) fn is_calendar(self) -> bool {
        self == CellFormat::Date
    }

    /// A format number without a code of its own.
    pub(crate) fn builtin(id: u32) -> Self {
        match id {
            9 | 10 => CellFormat::Percent,
            14..=22 | 27..=36 | 45 | 47 | 50..=58 => CellFormat::Date,
            46 => CellFormat::Elapsed,
            _ => CellFormat::General,
        }
    }

    /// A format code. Where its sections do not differ, the first that shows a number decides:
    /// one of literals alone (`[=0]"-";dd/mm/yyyy`) says nothing of the rest.
    pub(crate) fn of_code(code: &str) -> Self {
        if code.starts_with(';') {
            return CellFormat::Odd(OddShow::Unseen);
        }
        let sections = Section::all(code);
        let first = sections.iter().find_map(|section| section.format.or(section.plain()));
        // `"ada"`, `"-"`: the same whatever the number is.
        let says_anything = sections.iter().any(|section| section.says_anything);
        let silent = if says_anything { CellFormat::Odd(OddShow::Unseen) } else { CellFormat::General };
        let Some(whole) = first else { return silent };
        ByValue::of(&sections, whole).map_or(whole, CellFormat::ByValue)
    }
}
