//! A field's column: its values, their scale, what proves them, and what was left out.

pub(crate) mod column;
pub(crate) mod column_cells;
pub(crate) mod contrary_periods;
pub(crate) mod corrections;
pub(crate) mod hidden_total;
pub(crate) mod key_digits;
pub(crate) mod left_out;
pub(crate) mod multiples;
pub(crate) mod near_total;
pub(crate) mod part_period;
pub(crate) mod picked;
pub(crate) mod placeholder;
pub(crate) mod recalc;
pub(crate) mod row_periods;
pub(crate) mod row_units;
pub(crate) mod row_years;
pub(crate) mod scale;
pub(crate) mod shown_scale;
pub(crate) mod sublabels;
pub(crate) mod total;
pub(crate) mod total_units;
pub(crate) mod unproven;
pub(crate) mod unseen;
pub(crate) mod undated_rows;
pub(crate) mod whole_year;
pub(crate) mod yearly_total;
