//! What a report's files are called.

use crate::vocabulary::Year;

/// The names of a report's three files.
pub struct Names {
    pub pdf: String,
    pub xlsx: String,
    pub json: String,
}

impl Names {
    /// `iku-2021.pdf`, of a draft `iku-2021-draf.pdf`, and so on.
    pub fn of(tahun: Year, draf: bool) -> Self {
        let name = |ending: &str| format!("iku-{tahun}{}.{ending}", if draf { "-draf" } else { "" });
        Self { pdf: name("pdf"), xlsx: name("xlsx"), json: name("json") }
    }
}
