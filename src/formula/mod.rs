//! A formula's text in, one syntax tree out, which serves four masters: the
//! exact figure with its trace, the printed fraction, the live Excel formula and
//! the explanation. A text may be no formula ([`SyntaxError`]), name things that
//! are not there ([`FormulaError`]), or have no figure ([`Reason`]); all are
//! values. Knows no page. The grammar stands in docs/rumus.md.

mod aggregate;
mod algebra;
mod arithmetic;
mod ast;
mod call;
mod cause_words_id;
mod check;
mod compare;
mod cycle;
mod doubles;
mod entity_rows;
mod error;
mod evaluate;
mod exact;
pub mod excel;
mod fraction;
mod growth;
mod left_out;
mod lex;
mod measure;
mod names;
mod needs;
mod outcome;
mod parse;
mod phrase;
mod print;
mod reserved;
mod rows;
mod slips;
mod trace;
mod words_id;

pub use ast::{Aggregate, AggregateFunction, ArithmeticOp, CompareOp, Expr, Formula, Node, Span, YearRef};
pub use check::check;
pub use compare::clean_text;
pub use error::{FormulaError, FormulaErrorKind, Kind, SyntaxError, SyntaxErrorKind};
pub use evaluate::Evaluator;
pub use exact::Exact;
pub use left_out::{Counted, Coverage};
pub use measure::{MeasureDef, MeasureFigure, Origin};
pub use names::{Names, Role, SumberNames};
pub use needs::{DirectNeeds, Root, collect_needs, direct_needs};
pub use outcome::{Evaluated, Outcome, Reason};
pub use parse::parse;
pub use phrase::{Nouns, condition_words, phrase, year_words};
pub use print::{Operand, Printed, SingleFraction, print, print_with_unit};
pub use slips::{Named, Slip, Stated, has_date_of, slips};
pub use trace::{AggregateTrace, Contribution, GroupCounts, LeftOut, OperandTrace, Trace};

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
