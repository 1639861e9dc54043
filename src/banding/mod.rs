//! Two states of an office in, what differs out: by entity and not by row,
//! cell by cell with both places; then each figure *semula / menjadi*, and which
//! of the changes moved it by how much. Reads and writes nothing.

mod compare;
mod entities;
mod figures;
mod model;
mod reading;
mod rows;
mod sheet;
mod steps;
mod words_id;

pub use compare::{Side, banding};
pub use model::{Angka, Banding, Kontribusi, Nilai, Perubahan, Ragam};
pub use reading::{place, said};
pub use sheet::sheets;
pub use words_id::{PLACES, change as change_in_words, finding};
