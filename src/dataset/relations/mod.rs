//! What the columns of one table must keep among each other: parts and their whole, totals, directions.

pub(crate) mod category_totals;
pub(crate) mod cell_formulas;
pub(crate) mod column_units;
pub(crate) mod made_up;
pub(crate) mod own_direction;
pub(crate) mod own_ranks;
pub(crate) mod own_share;
pub(crate) mod per_month;
pub(crate) mod relation;
pub(crate) mod learned;
pub(crate) mod row_sums;
pub(crate) mod running_parts;
pub(crate) mod secondary;
pub(crate) mod shifted_rows;
pub(crate) mod stated_total;
pub(crate) mod unlike_lines;
pub(crate) mod year_parts;
