//! What may be wrong with a formula's text: facts and places, no sentences.

use super::{AggregateFunction, CompareOp, Span, words_id};

/// A text that is no formula.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxError {
    /// Bytes of the text, on character boundaries; empty at the end of the text.
    pub span: Span,
    pub kind: SyntaxErrorKind,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SyntaxErrorKind {
    /// There is nothing.
    Empty,
    /// More than 4000 bytes.
    TooLong,
    /// Parts within parts beyond 100 levels, or more than 400 parts.
    TooDeep,
    UnknownCharacter(char),
    /// `'…'` where `"…"` is meant.
    SingleQuote,
    UnclosedText,
    UnclosedParenthesis,
    /// `1.234`: a thousand or one point two?
    AmbiguousNumber,
    /// `1.000.000`, `1e6`, `12abc`.
    BadNumber,
    /// `0,5`.
    DecimalComma,
    TooManyDigits,
    Percent,
    NoSuchDate,
    /// `!=`, `==`; holds what to write.
    WrongSign(&'static str),
    /// What stands there, and what was expected.
    Unexpected {
        found: String,
        expected: &'static str,
    },
    /// A function that is not known, with the nearest known name.
    UnknownFunction {
        name: String,
        nearest: Option<&'static str>,
    },
    /// `SUMIF`, `COUNTIF` …: say it with WHERE.
    UseWhere {
        name: String,
        write: &'static str,
    },
    /// How many values the function takes.
    ArgumentCount {
        function: &'static str,
        takes: usize,
    },
    /// SUM(isian) without its source, COUNT(sumber.isian).
    NeedsSourceField {
        function: AggregateFunction,
    },
    CountTakesSource,
    /// An aggregate inside an aggregate.
    NestedAggregate,
    /// What stands in `[…]` is neither n, n-1 … nor a year.
    BadYear,
    FutureYear,
    /// `a < b < c`.
    ChainedComparison,
    /// The second value of ROUND is no whole number from -12 to 12.
    RoundDigits,
}

/// What a value is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Number,
    Text,
    Date,
    Mark,
    Condition,
}

/// A formula that reads well but cannot be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormulaError {
    pub span: Span,
    pub kind: FormulaErrorKind,
}

#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FormulaErrorKind {
    UnknownMeasure {
        name: String,
        nearest: Option<String>,
    },
    UnknownSource {
        name: String,
        nearest: Option<String>,
    },
    UnknownField {
        sumber: String,
        name: String,
        nearest: Option<String>,
    },
    /// `sumber.isian` outside an aggregate.
    FieldOutsideAggregate {
        sumber: String,
        name: String,
    },
    /// A field of another source inside an aggregate.
    OtherSource {
        sumber: String,
        other: String,
    },
    /// A measure inside WHERE.
    MeasureInsideAggregate {
        name: String,
    },
    /// A value of this kind cannot stand here.
    Expected {
        expected: Kind,
        found: Kind,
    },
    /// The two sides of a comparison are of different kinds.
    Incomparable {
        left: Kind,
        right: Kind,
    },
    /// Texts and marks have no order.
    NoOrder {
        kind: Kind,
        op: CompareOp,
    },
    /// `= ""`: say IS EMPTY.
    EmptyText,
    /// A mark compared with another number than 1 and 0.
    MarkNumber,
    /// IS EMPTY of something that is no field.
    EmptyOfNoField,
    /// SUM, AVERAGE … of a text or a date.
    NotSummable {
        function: AggregateFunction,
        field: String,
        found: Kind,
    },
    /// COUNT over a source whose rows are not the entity.
    CountOfRecap {
        sumber: String,
        butir: String,
        entitas: String,
    },
    /// Years are compared, but the source has no `kunci`.
    NoKey {
        sumber: String,
    },
    /// A measure that rests on itself, by these names.
    Cycle {
        through: Vec<String>,
    },
    /// More measures upon measures than 60.
    TooManyLevels,
    /// A measure's name that formulas or the workbook use for something else.
    ReservedName {
        name: String,
    },
    /// The live formula would be longer or deeper than Excel allows.
    TooComplexForExcel,
}

impl SyntaxError {
    /// What is wrong and what to write, in Indonesian, with a full stop.
    pub fn words(&self) -> String {
        words_id::syntax(&self.kind)
    }

    /// The formula and below it carets under the wrong part.
    pub fn caret(&self, text: &str) -> String {
        words_id::caret(text, &self.span)
    }
}

impl FormulaError {
    /// What is wrong and what to write, in Indonesian, with a full stop.
    pub fn words(&self) -> String {
        words_id::formula(&self.kind)
    }

    /// The formula and below it carets under the wrong part.
    pub fn caret(&self, text: &str) -> String {
        words_id::caret(text, &self.span)
    }
}
