//! Profile, formulas and tables in, figures out: each indicator's realisasi in
//! the report year and the years before it, against its target. A figure that
//! cannot be had is a value with its reason. Knows no page.

mod capaian;
mod compute;
mod conditions;
mod dimension;
mod figure;
mod known;
mod lone;
mod nearly;
mod quarters;
mod plan;
mod scale;
mod slips;
mod stale;

pub use capaian::{Capaian, CapaianHasil, TanpaCapaian, capaian};
pub use compute::{PROFILE_FILE, compute};
pub use figure::{Figure, Figures, Realisasi};
pub use known::{Known, counterparts};
pub use plan::{Plan, plan, shown_years};
