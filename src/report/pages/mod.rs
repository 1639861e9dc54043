//! What the parts say before their templates lay them out, one file a part.

mod capaian;
mod form;
mod perhitungan;

pub use capaian::{capaian, living};
pub use form::{in_words, instansi, label, penandatangan, sasaran, target_years};
pub use perhitungan::{data_columns, measure_columns, perhitungan};

use crate::vocabulary::Year;
use std::collections::BTreeSet;

/// Which measures, and which indicators by their id, a draft must mark as doubtful.
pub type Doubtful = BTreeSet<(String, Year)>;
