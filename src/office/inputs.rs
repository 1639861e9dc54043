//! What a report rests on, file by file, and which of it changed.

use super::{Office, restated, trouble::Trouble};
use crate::deliver::{self, Files, sha256_hex};
use crate::profile;
use crate::render::family::Family;
use crate::vocabulary::Year;
use std::collections::BTreeSet;

impl Office {
    /// Every file of the office that the report was made from, read again.
    ///
    /// # Errors
    /// One that is no longer what was read: the report would not rest on its snapshot.
    pub fn inputs(&self) -> Result<Files, Trouble> {
        let laporan = &self.profile.laporan;
        let mut files: BTreeSet<&str> = self.dataset.masukan.iter().map(|one| one.berkas.as_str()).collect();
        // What a finding speaks of was looked at, even if nothing was taken from it.
        files.extend(self.temuan.iter().map(|one| &*one.at.berkas));
        files.insert(profile::FILE_NAME);
        let published: Vec<String> = self.published.iter().map(|record| restated::published_path(Year(record.tahun))).collect();
        files.extend(published.iter().map(String::as_str));
        files.extend(laporan.kop.iter().filter_map(|kop| kop.lambang.as_deref()));
        let mut folders = vec!["templat"];
        if Family::built_in(&laporan.huruf).is_none() {
            files.insert(&laporan.huruf);
            // The other cuts of a font stand beside it.
            folders.extend(laporan.huruf.rsplit_once('/').map(|(folder, _)| folder));
        }
        let gathered = deliver::gather(self.folder(), files, folders)?;
        let changed =
            self.dataset.masukan.iter().find(|one| gathered.get(&one.berkas).is_none_or(|bytes| sha256_hex(bytes) != one.sha256));
        if let Some(changed) = changed {
            return Err(Trouble::Changing(changed.berkas.clone()));
        }
        if gathered.get(profile::FILE_NAME).is_none_or(|bytes| bytes != self.profile_text.as_bytes()) {
            return Err(Trouble::Changing(profile::FILE_NAME.to_owned()));
        }
        Ok(gathered)
    }
}
