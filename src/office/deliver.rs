//! The report's files written, unless the folder holds a report that says the same.

use super::names::Names;
use super::trouble::Trouble;
use super::{Office, record};
use crate::deliver::{self, Delivered, Output};
use std::path::Path;

impl Office {
    /// Renders and writes the report, unless the folder holds one that says the same.
    pub fn deliver(&self, target: &Path, draf: bool) -> Result<Delivered, Trouble> {
        let names = Names::of(self.tahun(), draf);
        deliver::recover(target)?;
        let built = self.report(draf);
        // A first report is compared with nothing: its digest is made beside the pages.
        if deliver::has_record(target, &names.json)
            && deliver::is_current(target, &names.json, &self.isi(&built.report, built.sheets())?)
        {
            return Ok(Delivered::Unchanged);
        }
        let made = self.make(built, &names)?;
        let files: [(&str, &[u8]); 2] = [(&names.pdf, &made.pdf.bytes), (&names.xlsx, &made.xlsx)];
        let record = record::of_report(self, draf, &made.isi, &made.pdf.signatures, &files).to_bytes();
        let outputs = [files[0], files[1], (&names.json, &record)].map(|(name, bytes)| Output { name, bytes });
        Ok(deliver::deliver(target, &outputs)?)
    }
}
