//! What rows alike have in common: which columns hold something, of which kind,
//! under which format. A cell's own part is what its words hold.

use crate::workbook::sheet::{NumberStyle, OddShow};

/// What a cell holds, but for what its words say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Text,
    Number,
    Date,
    Overflow,
    Error,
    True,
    False,
    NoResult,
}

/// How a number lies in a row's words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Width {
    /// Its digits in one word, signed.
    One,
    /// Its digits in two words, signed, the low ones first.
    Two,
    /// The place of a number that needs more among the block's own.
    Wide,
}

/// What stands behind a value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Made {
    Typed,
    /// By a formula whose text is not known.
    Formula,
    /// By a formula whose text is the last word.
    Written,
    Unknown,
}

/// One cell of a shape, packed; equal where all of it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Slot(u64);

/// A slot taken apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Parts {
    pub column: u32,
    pub kind: Kind,
    pub width: Width,
    /// Decimal places of a number.
    pub scale: u8,
    pub made: Made,
    pub style: NumberStyle,
}

impl Slot {
    pub fn new(parts: Parts) -> Self {
        let style = match parts.style {
            NumberStyle::General => 0,
            NumberStyle::Percent => 1,
            NumberStyle::Date => 2,
            NumberStyle::Unknown => 3,
            NumberStyle::Odd(OddShow::Negative) => 4,
            NumberStyle::Odd(OddShow::Unseen) => 5,
            NumberStyle::Odd(OddShow::Foreign) => 6,
            NumberStyle::Odd(OddShow::Altered) => 6 | 1 << 8,
            NumberStyle::Odd(OddShow::Signless) => 6 | 2 << 8,
            NumberStyle::Odd(OddShow::Planned) => 6 | 3 << 8,
            NumberStyle::Scaled { power } => 7 | u64::from(power.cast_unsigned()) << 8,
        };
        Self(
            u64::from(parts.column) << 32
                | u64::from(parts.kind as u8) << 28
                | u64::from(parts.width as u8) << 26
                | u64::from(parts.made as u8) << 24
                | u64::from(parts.scale) << 16
                | style,
        )
    }

    pub fn column(self) -> u32 {
        (self.0 >> 32) as u32
    }

    pub fn parts(self) -> Parts {
        let kind = match self.0 >> 28 & 7 {
            0 => Kind::Text,
            1 => Kind::Number,
            2 => Kind::Date,
            3 => Kind::Overflow,
            4 => Kind::Error,
            5 => Kind::True,
            6 => Kind::False,
            _ => Kind::NoResult,
        };
        let width = match self.0 >> 26 & 3 {
            0 => Width::One,
            1 => Width::Two,
            _ => Width::Wide,
        };
        let made = match self.0 >> 24 & 3 {
            0 => Made::Typed,
            1 => Made::Formula,
            2 => Made::Written,
            _ => Made::Unknown,
        };
        let style = match self.0 & 7 {
            0 => NumberStyle::General,
            1 => NumberStyle::Percent,
            2 => NumberStyle::Date,
            3 => NumberStyle::Unknown,
            4 => NumberStyle::Odd(OddShow::Negative),
            5 => NumberStyle::Odd(OddShow::Unseen),
            6 if self.0 >> 8 & 0xFF == 0 => NumberStyle::Odd(OddShow::Foreign),
            6 if self.0 >> 8 & 0xFF == 1 => NumberStyle::Odd(OddShow::Altered),
            6 if self.0 >> 8 & 0xFF == 2 => NumberStyle::Odd(OddShow::Signless),
            6 => NumberStyle::Odd(OddShow::Planned),
            _ => NumberStyle::Scaled { power: ((self.0 >> 8) as u8).cast_signed() },
        };
        Parts { column: self.column(), kind, width, scale: (self.0 >> 16 & 0xFF) as u8, made, style }
    }

    /// How many words a cell of this kind takes.
    fn words(self) -> u32 {
        let parts = self.parts();
        let value = match parts.kind {
            Kind::Text | Kind::Overflow | Kind::Error => 1,
            Kind::Number | Kind::Date if parts.width == Width::Two => 2,
            Kind::Number | Kind::Date => 1,
            Kind::True | Kind::False | Kind::NoResult => 0,
        };
        value + u32::from(parts.made == Made::Written)
    }
}

/// The cells of rows alike, by column.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    pub slots: Box<[Slot]>,
    /// The same taken apart.
    pub parts: Box<[Parts]>,
    /// Where each cell's words begin among its row's.
    pub offsets: Box<[u32]>,
}

impl Shape {
    pub fn new(slots: &[Slot]) -> Self {
        let mut at = 0;
        let offset = |slot: &Slot| {
            at += slot.words();
            at - slot.words()
        };
        let offsets = slots.iter().map(offset).collect();
        Self { slots: slots.into(), parts: slots.iter().map(|slot| slot.parts()).collect(), offsets }
    }

    /// Whether some cell is a formula's.
    pub fn holds_formulas(&self) -> bool {
        self.parts.iter().any(|parts| matches!(parts.made, Made::Formula | Made::Written))
    }

    /// Whether something else than a typed value stands in a column, as far as is known.
    pub fn holds_formula(&self, column: u32) -> bool {
        self.find(column).is_some_and(|index| self.parts[index].made != Made::Typed)
    }

    /// Takes the results of formulas away; their words stay where they are.
    pub fn forget_results(&mut self) {
        for ((slot, parts), offset) in self.slots.iter_mut().zip(&mut self.parts).zip(&mut self.offsets) {
            if matches!(parts.made, Made::Formula | Made::Written) && parts.kind != Kind::NoResult {
                let before = slot.words();
                parts.kind = Kind::NoResult;
                *slot = Slot::new(*parts);
                *offset += before - slot.words();
            }
        }
    }

    /// The index of a column's cell.
    pub fn find(&self, column: u32) -> Option<usize> {
        // Most tables begin in the first column and leave none out.
        let guess = column as usize;
        if self.slots.get(guess).is_some_and(|slot| slot.column() == column) {
            return Some(guess);
        }
        self.slots.binary_search_by_key(&column, |slot| slot.column()).ok()
    }
}
