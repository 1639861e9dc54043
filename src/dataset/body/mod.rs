//! Which rows of a table count, and what sections and labels say of them.

pub(crate) mod continued;
pub(crate) mod example_row;
pub(crate) mod foot_lines;
pub(crate) mod group_sums;
pub(crate) mod odd_rows;
pub(crate) mod part_rows;
pub(crate) mod place_rows;
pub(crate) mod proven_sum;
pub(crate) mod row_arti;
pub(crate) mod row_facts;
pub(crate) mod row_keys;
pub(crate) mod row_said;
pub(crate) mod row_sorter;
pub(crate) mod rows;
pub(crate) mod sections;
pub(crate) mod sum_line;
pub(crate) mod sum_or_row;
pub(crate) mod tallies;
pub(crate) mod whole_place;
