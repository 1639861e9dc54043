//! What is said of an aggregate's cells besides.

use crate::report::words_id::whole;

/// To how many values the rows of entities that go on over several were added up.
pub(super) fn added_up(entities: usize) -> String {
    format!("baris lanjutan dijumlahkan dulu dengan baris pertamanya: {} nilai", whole(entities))
}
