//! What stands around and beside the counted figures, and what it says of them.

pub(crate) mod around;
pub(crate) mod beside;
pub(crate) mod code_legends;
pub(crate) mod comments;
pub(crate) mod event_dates;
pub(crate) mod foreign_place;
pub(crate) mod heading_says;
pub(crate) mod identity;
pub(crate) mod looks;
pub(crate) mod named_totals;
pub(crate) mod nil_legends;
pub(crate) mod notes;
pub(crate) mod overlabels;
pub(crate) mod own_status;
pub(crate) mod remark_columns;
pub(crate) mod remarks;
pub(crate) mod row_basis;
pub(crate) mod row_signs;
pub(crate) mod row_versions;
pub(crate) mod share_names;
pub(crate) mod stated_count;
pub(crate) mod stated_sum;
pub(crate) mod summary_rows;
pub(crate) mod thousandth;
pub(crate) mod ticked_away;
pub(crate) mod totals_around;
