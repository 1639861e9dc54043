//! One text in, its meaning out: a number, a date, a period, a mark, a label's
//! words, a heading's unit, what a line below a table says. What has no meaning is
//! a reason, never a guess. Knows no sheet.

mod another_figure;
mod another_list;
pub(crate) mod aside;
pub(crate) mod bare_limit;
pub(crate) mod beside_row;
pub(crate) mod branch;
pub(crate) mod clean;
pub(crate) mod code_legend;
pub(crate) mod date;
pub(crate) mod doubt;
mod each;
pub(crate) mod figure_remark;
pub(crate) mod filter;
mod glance;
#[cfg(test)]
mod glance_tests;
mod half_year;
pub(crate) mod caption_unit;
pub(crate) mod heading;
pub(crate) mod identity;
pub(crate) mod label;
pub(crate) mod legend;
pub(crate) mod limit;
pub(crate) mod lexicon;
pub(crate) mod loose;
pub(crate) mod mark;
pub(crate) mod name_remark;
mod name_unit;
mod nil_legend;
mod not_all;
pub(crate) mod of_others;
pub(crate) mod note_label;
pub(crate) mod no_place;
pub(crate) mod number;
pub(crate) mod paper_day;
pub(crate) mod part;
mod part_span;
pub(crate) mod partial;
pub(crate) mod period;
mod period_digits;
mod period_part;
#[cfg(test)]
mod period_tests;
pub(crate) mod phrase;
pub(crate) mod region;
pub(crate) mod remark;
pub(crate) mod reserve;
pub(crate) mod row_basis;
pub(crate) mod row_reference;
pub(crate) mod row_word;
pub(crate) mod section;
pub(crate) mod status;
pub(crate) mod stated_count;
pub(crate) mod stated_figure;
mod stem;
mod taken_in;
pub(crate) mod time_note;
pub(crate) mod unclear_unit;
pub(crate) mod unit_clause;
pub(crate) mod whose_unit;
pub(crate) mod whole_remark;
pub(crate) mod year_words;

pub(crate) use another_figure::another_figure;
pub(crate) use another_list::of_another_list;
pub use date::{DateText, read_date};
pub use heading::{is_unit, money_unit};
pub use label::normalise_label;
pub(crate) use limit::{limiting, limiting_span, provisional};
pub use mark::{ColumnMarks, Half, MarkText, SettledMark, read_mark};
pub(crate) use name_unit::{name_unit, plain_unit};
pub(crate) use nil_legend::{NilMark, says_nil, unreported_mark};
pub use number::{ColumnVotes, NumberRead, NumberStatus, NumberText, Settled, is_nil_or_missing, is_number_text, read_number};
pub(crate) use period::period_alone;
pub use period::{Period, period_named};
