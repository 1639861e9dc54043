//! What words beside a row, or a note that names it, say of it.

use super::brief_remark::is_brief_remark;
use super::doubt::row_doubted;
use super::each::is_of_each;
use super::figure_remark::speaks_of_figure;
use super::limiting;
use super::partial::partial;
use super::remark::{is_older, remark_limits, says_a_part, says_ended};
use super::reserve::{reservation, reserves_row};
use super::time_note::notes_another_time;
use crate::vocabulary::Year;

/// Whether words beside a row, or of a row that they name, say that it or its figure is another thing than the year's own.
pub(crate) fn limits_beside(text: &str, own: Option<Year>) -> bool {
    says_a_part(text, false)
        || remark_limits(text, own)
        || says_ended(text)
        || row_doubted(text, own)
        || reserves(text)
        || is_brief_remark(text, own)
        || speaks_of_figure(text)
        || limiting(text).is_some()
        || partial(text).is_some()
        || notes_another_time(text, own)
        || own.is_some_and(|own| is_older(text, own))
}

/// Whether a remark on one row reserves something of it.
pub(crate) fn reserves(text: &str) -> bool {
    reservation(text).is_some() || reserves_row(text) || is_of_each(text)
}
