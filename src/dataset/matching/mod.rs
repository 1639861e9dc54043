//! A table against the profile: which fields its headings give, and which years it is of.

pub(crate) mod captured;
pub(crate) mod fit;
pub(crate) mod fitting;
pub(crate) mod guess;
pub(crate) mod lines;
mod other_kinds;
pub(crate) mod other_place;
pub(crate) mod side_recap;
pub(crate) mod title_class;
pub(crate) mod year_said;
pub(crate) mod years;
