//! Rows as entities: twins, copies, kin and branches, across sheets and files.

pub(crate) mod branch_rows;
pub(crate) mod by_entity;
pub(crate) mod inherited;
pub(crate) mod kin;
pub(crate) mod part_copies;
pub(crate) mod positions;
pub(crate) mod registered_anew;
pub(crate) mod respelt;
pub(crate) mod row_copies;
